"""Examples: tasks and keys as tests of the database need them."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import TypeVar

from sqlalchemy import Connection

from rushes.clip import Clip, Poster
from rushes.database import ledger, projects, tasks
from rushes.database.connect import Database
from rushes.database.ids import new_id
from rushes.key import USUAL_SCOPES, Key, Secret
from rushes.ledger import Cost
from rushes.shot import Footage, Mode, Picture, Reference, Shot
from rushes.task import Failure, Status, Task

NOW = datetime(2026, 11, 5, 12, 0, 0, 123456, tzinfo=UTC)
CLIP = Clip("c" * 64, 1_234_567, (1280, 720), Fraction(24), 192, True)
POSTER = Poster("d" * 64, (1280, 720))
FAILURE = Failure("engine_failed", "The engine failed. Nothing was charged; try again.")

Made = TypeVar("Made")


def a_picture(letter: str) -> Picture:
    return Picture(letter * 64, "image/png", (640, 360))


def a_shot() -> Shot:
    """A shot with a value in every field, more than any model allows together."""
    return Shot(
        model="veo_31_fast",
        mode=Mode.EXTEND,
        prompt='A fox\0 says "húh?" 🦊 \ud800',
        negative_prompt="rain",
        first_frame=a_picture("a"),
        last_frame=a_picture("b"),
        references=(Reference(a_picture("e")), Reference(a_picture("f"), "style")),
        footage=Footage("9" * 64, "video/mp4", (1280, 720), 8.041666666666666, new_id(NOW)),
        aspect_ratio="9:16",
        resolution="1080p",
        seconds=6,
        person_generation="allow_adult",
        seed=4294967295,
        sound=False,
        plan={"beats": [{"at": 0.5, "what": None}]},
    )


def a_task(project: str = projects.DEFAULT, *, now: datetime = NOW, hold_microusd: int = 0) -> Task:
    return Task(
        id=new_id(now),
        project=project,
        key_id="key",
        live=True,
        model="veo_31_fast",
        engine="animatic",
        mode=Mode.TEXT,
        shot=Shot("veo_31_fast", Mode.TEXT, "A fox runs over a meadow."),
        parameters={"prompt": "A fox runs over a meadow.", "durationSeconds": 8},
        status=Status.QUEUED,
        created_at=now,
        cost=Cost(8, 100_000, 0, "2026-11"),
        expires_at=now + timedelta(days=2),
        deadline_at=now + timedelta(hours=1),
        hold_microusd=hold_microusd,
    )


def a_key(project: str = projects.DEFAULT, *, now: datetime = NOW) -> tuple[Key, Secret]:
    secret = Secret.draw(live=True)
    return Key(new_id(now), project, "first", secret.prefix, secret.digest, True, USUAL_SCOPES, now), secret


def a_project(database: Database, limit_microusd: int | None = None) -> str:
    """A new project; its id."""
    project = new_id(NOW)
    with database.transaction() as connection:
        projects.insert(connection, project, "Test", limit_microusd, NOW)
    return project


def admit(connection: Connection, task: Task) -> Task:
    """Hold and insert, as `intake.submit` does."""
    ledger.hold(connection, task, task.created_at)
    tasks.insert(connection, task)
    return task


def admitted(database: Database, *, hold_microusd: int = 800_000, running: bool = False) -> Task:
    """A task in a project of its own, as it now is in the database."""
    task = a_task(a_project(database), hold_microusd=hold_microusd)
    with database.transaction() as connection:
        admit(connection, task)
        if running:
            assert tasks.start(connection, task.id, NOW)
    return dataclasses.replace(task, status=Status.RUNNING, started_at=NOW, stage="starting") if running else task


def at_once(count: int, work: Callable[[int], Made]) -> list[Made]:
    """What `count` threads made of `work`, all let go in the same moment."""
    gate = threading.Barrier(count)

    def wait_and_work(number: int) -> Made:
        gate.wait()
        return work(number)

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(wait_and_work, range(count)))
