"""What a turn costs in a long queue: `python benchmarks/turns.py [PostgreSQL URL]`; a new SQLite file by default.

10,000 tasks wait, of one project, of ten and of a thousand; printed are the milliseconds from one task to the next when one
is made at a time and takes no time itself: the search for it, its claim and the note of its end."""

from __future__ import annotations

import itertools
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from rushes.database.connect import open_database
from rushes.database.ids import new_id
from rushes.database.migrate import migrate
from rushes.jobs.engine import JobEngine
from rushes.jobs.keeper import Keeper
from rushes.ledger import Cost
from rushes.shot import Mode, Shot
from rushes.storage.bytes import open_storage
from rushes.task import Status, Task

WAITING = 10_000
PROJECTS = (1, 10, 1_000)
SECONDS = 8.0


def now() -> datetime:
    return datetime.now(UTC)


def a_task() -> Task:
    at = now()
    return Task(
        id=new_id(at),
        project="p",
        key_id="key",
        live=True,
        model="veo_31_fast",
        engine="turns",
        mode=Mode.TEXT,
        shot=Shot("veo_31_fast", Mode.TEXT, "a fox"),
        parameters={},
        status=Status.QUEUED,
        created_at=at,
        cost=Cost(4, 100_000, 0, "2026-11"),
        expires_at=at,
        deadline_at=at + timedelta(hours=1),
    )


def measure(url: str, folder: Path) -> None:
    database = open_database(url)
    migrate(database)
    queue = JobEngine(database, open_storage(f"file://{folder}/storage"), folder=folder / "work", clock=now)
    queue.open()
    flows = "workflow_status" if database.is_sqlite else "dbos.workflow_status"
    began: list[float] = []

    def flow(_task_id: str) -> None:
        began.append(time.perf_counter())

    for projects in PROJECTS:
        with database.transaction() as connection:
            connection.execute(sa.text(f"DELETE FROM {flows}"))
            for number in range(WAITING):
                queue.enqueue(connection, replace(a_task(), project=f"project-{number % projects}"))
        keeper = Keeper(url, f"worker-{projects}", 4)
        keeper.serve("turns", flow, at_once=1, poll_seconds=0.001)
        began.clear()
        keeper.launch()
        time.sleep(SECONDS)
        keeper.stop_taking()
        keeper.close()
        gaps = [later - earlier for earlier, later in itertools.pairwise(began)]
        print(f"{projects:5} projects: {statistics.median(gaps) * 1000:6.1f} ms a turn, {len(began)} turns")
    queue.stop()
    database.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        measure(sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{temporary}/turns.db", Path(temporary))
