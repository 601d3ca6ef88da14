"""Goal: a project with thousands of tasks does not keep the others waiting until they are done.
Method: the real queue in this process, with a flow that only notes whose turn it was."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from rushes.database import projects, tasks
from rushes.database.connect import Database
from rushes.jobs.engine import JobEngine
from rushes.jobs.keeper import Keeper, give_projects
from rushes.storage.bytes import open_storage
from rushes.testing.faults import now
from tests.places.database.examples import a_task

pytestmark = pytest.mark.slow
_MANY = 300
Served = Callable[[], list[str]]


@pytest.fixture
def queue(database: Database, tmp_path: Path) -> Iterator[JobEngine]:
    made = JobEngine(database, open_storage(f"file://{tmp_path}/storage"), folder=tmp_path / "work", clock=now)
    made.open()
    yield made
    made.stop()


@pytest.fixture
def served(database: Database) -> Iterator[Served]:
    """Begin to work, one task at a time; the projects in the order of their turns, once the one named "few" had its."""
    keeper, turns, done = Keeper(database.url, "a-worker", 4), list[str](), threading.Event()

    def flow(task_id: str) -> None:
        with database.reading() as connection:
            task = tasks.get(connection, task_id)
        assert task is not None, "queued with its row"
        turns.append(task.project)
        if task.project == "few":
            done.set()

    def serve() -> list[str]:
        keeper.serve("turns", flow, at_once=1, poll_seconds=0.02)
        keeper.launch()
        assert done.wait(60.0)
        return turns

    yield serve
    keeper.stop_taking()
    assert keeper.close()


def fill(database: Database, queue: JobEngine) -> None:
    """Many tasks of one project, and behind them one of another."""
    with database.transaction() as connection:
        for project in ("many", "few"):
            projects.insert(connection, project, "Test", None, now())
        for project in ("many",) * _MANY + ("few",):
            task = replace(a_task(project, now=now()), engine="turns")
            tasks.insert(connection, task)
            queue.enqueue(connection, task)


def test_projects_take_turns(database: Database, queue: JobEngine, served: Served) -> None:
    fill(database, queue)
    # Each turn is chance: to wait for 40 of them happens once in a billion times.
    assert served().index("few") < 40


def test_what_was_queued_without_a_project_is_found_again(database: Database, queue: JobEngine, served: Served) -> None:
    fill(database, queue)
    schema = "" if database.is_sqlite else "dbos."
    with database.transaction() as connection:
        connection.execute(sa.text(f"UPDATE {schema}workflow_status SET queue_partition_key = NULL"))
    give_projects(database)
    assert served().index("few") < 40
