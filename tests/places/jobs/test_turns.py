"""Goal: a project with thousands of tasks does not keep the others waiting until they are done.
Method: the real queue in this process, with a flow that only notes whose turn it was."""

from __future__ import annotations

import threading
from collections.abc import Iterator
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


@pytest.fixture
def queue(database: Database, tmp_path: Path) -> Iterator[JobEngine]:
    made = JobEngine(database, open_storage(f"file://{tmp_path}/storage"), folder=tmp_path / "work", clock=now)
    made.open()
    yield made
    made.stop()


class Taker:
    def __init__(self, database: Database) -> None:
        self.keeper = Keeper(database.url, "a-worker", 4)
        self.turns: list[str] = []  #: the projects in the order of their turns
        self.begun, self.done = threading.Event(), threading.Event()
        self._database = database

    def _note(self, task_id: str) -> None:
        with self._database.reading() as connection:
            task = tasks.get(connection, task_id)
        assert task is not None, "queued with its row"
        self.turns.append(task.project)
        self.begun.set()
        if task.project == "few":
            self.done.set()

    def register(self) -> None:
        def flow(task_id: str) -> None:  # The library takes functions only.
            self._note(task_id)

        self.keeper.serve("turns", flow, at_once=1, poll_seconds=0.02)

    def serve(self) -> list[str]:
        """Work, one task at a time, until the project named "few" had its turn."""
        self.register()
        self.keeper.launch()
        assert self.done.wait(60.0)
        return self.turns


@pytest.fixture
def taker(database: Database) -> Iterator[Taker]:
    made = Taker(database)
    yield made
    made.keeper.stop_taking()
    assert made.keeper.close()


def fill(database: Database, queue: JobEngine) -> None:
    """Many tasks of one project, and behind them one of another."""
    with database.transaction() as connection:
        for project in ("many", "few"):
            projects.insert(connection, project, "Test", None, now())
        for project in ("many",) * _MANY + ("few",):
            task = replace(a_task(project, now=now()), engine="turns")
            tasks.insert(connection, task)
            queue.enqueue(connection, task)


def test_projects_take_turns(database: Database, queue: JobEngine, taker: Taker) -> None:
    fill(database, queue)
    # Each turn is chance: to wait for 40 of them happens once in a billion times.
    assert taker.serve().index("few") < 40


def test_a_worker_that_has_let_go_takes_nothing(database: Database, queue: JobEngine, taker: Taker) -> None:
    fill(database, queue)
    taker.register()
    taker.keeper.hold()
    taker.keeper.launch()
    assert not taker.begun.wait(0.5), "some twenty looks into the queue"
    taker.keeper.go_on()
    assert taker.begun.wait(60.0)


def test_what_was_queued_without_a_project_is_found_again(database: Database, queue: JobEngine, taker: Taker) -> None:
    fill(database, queue)
    schema = "" if database.is_sqlite else "dbos."
    with database.transaction() as connection:
        connection.execute(sa.text(f"UPDATE {schema}workflow_status SET queue_partition_key = NULL"))
    give_projects(database)
    assert taker.serve().index("few") < 40
