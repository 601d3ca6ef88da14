"""How long the database takes for one poll: `python benchmarks/poll.py [database URL]`; a new SQLite file by default.

Prints microseconds, the median of five rounds: the read alone, and all that a request asks of the database."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime

from rushes.database import keys, projects, tasks
from rushes.database.connect import open_database
from rushes.database.ids import new_id
from rushes.database.migrate import migrate
from rushes.key import USUAL_SCOPES, Key, Secret
from rushes.ledger import Cost
from rushes.shot import Mode, Picture, Shot
from rushes.task import Status, Task

TASKS = 2_000
POLLS = 2_000
ROUNDS = 5


def a_task(project: str, key: Key, now: datetime) -> Task:
    picture = Picture("a" * 64, "image/png", (1280, 720))
    prompt = "A fox runs over a meadow in the morning light. " * 6
    return Task(
        id=new_id(now),
        project=project,
        key_id=key.id,
        live=True,
        model="veo_31_fast",
        engine="animatic",
        mode=Mode.IMAGE,
        shot=Shot("veo_31_fast", Mode.IMAGE, prompt, first_frame=picture),
        parameters={"prompt": prompt, "durationSeconds": 8},
        status=Status.QUEUED,
        created_at=now,
        cost=Cost(8, 100_000, 0, "2026-11"),
        expires_at=now,
        deadline_at=now,
    )


def microseconds(poll: Callable[[int], object]) -> float:
    rounds = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for number in range(POLLS):
            poll(number)
        rounds.append((time.perf_counter() - began) / POLLS * 1e6)
    return statistics.median(rounds)


def measure(url: str) -> None:
    database = open_database(url)
    migrate(database)
    now = datetime.now(UTC)
    secret = Secret.draw(live=True)
    with database.transaction() as connection:
        project = projects.ensure_default(connection, now)
        key = Key(new_id(now), project, "benchmark", secret.prefix, secret.digest, True, USUAL_SCOPES, now)
        keys.insert(connection, key)
        made = [a_task(project, key, now) for _ in range(TASKS)]
        for task in made:
            tasks.insert(connection, task)

    def request(number: int) -> None:
        with database.reading() as connection:
            assert keys.find_by_digest(connection, key.digest) == key
            assert tasks.poll(connection, project, made[number % TASKS].id)

    with database.reading() as connection:
        alone = microseconds(lambda number: tasks.poll(connection, project, made[number % TASKS].id))
    print(f"poll {alone:6.1f} us   connection, key and poll {microseconds(request):6.1f} us")
    database.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        measure(sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{folder}/poll.db")
