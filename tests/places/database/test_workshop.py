"""What the engines are doing, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rushes.database import projects, tasks, workshop
from rushes.database.connect import Database
from rushes.errors import EngineFailed
from rushes.task import Failure, Status, Task
from tests.places.database.examples import CLIP, POSTER, a_task

MIDNIGHT = datetime(2026, 11, 6, 0, 0, tzinfo=UTC)
LONG_AGO = MIDNIGHT - timedelta(days=9)


@pytest.fixture(autouse=True)
def project(database: Database) -> None:
    with database.transaction() as connection:
        projects.ensure_default(connection, MIDNIGHT)
        projects.insert(connection, "other", "Other", None, MIDNIGHT)


def made(database: Database, at: datetime, seconds: float | None = None, **words: object) -> Task:
    """A task of that moment; with `seconds`, one that succeeded so much later and was charged."""
    task = replace(a_task(now=at), **words)  # type: ignore[arg-type]  # fields of Task
    with database.transaction() as connection:
        tasks.insert(connection, task)
        if seconds is not None:
            tasks.start(connection, task.id, at)
            ended_at = at + timedelta(seconds=seconds)
            tasks.end(
                connection, task.id, Status.SUCCEEDED, ended_at, clip=CLIP, poster=POSTER, charged_microusd=600_000
            )
    return task


def test_open_tasks_count_however_old_and_ended_ones_for_a_while(database: Database) -> None:
    made(database, LONG_AGO - timedelta(days=5), engine="vertex")
    made(database, LONG_AGO - timedelta(days=5), 3.0, engine="vertex")
    made(database, MIDNIGHT, 3.0, engine="animatic", project="other")
    with database.reading() as connection:
        counted = workshop.by_engine(connection, LONG_AGO)
    assert counted == {("vertex", Status.QUEUED): 1, ("animatic", Status.SUCCEEDED): 1}


def test_troubles_come_newest_first(database: Database) -> None:
    failed = [made(database, MIDNIGHT), made(database, MIDNIGHT, project="other")]
    with database.transaction() as connection:
        for number, task in enumerate(failed):
            tasks.end(
                connection,
                task.id,
                Status.FAILED,
                MIDNIGHT + timedelta(seconds=number),
                failure=Failure(EngineFailed.code, "It broke."),
            )
        found = workshop.troubles(connection, LONG_AGO, limit=5)
    assert [one.task_id for one in found] == [failed[1].id, failed[0].id]
    assert found[0].failure.message == "It broke."
