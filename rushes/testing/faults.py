"""Faults: a whole site of jobs - database, storage, workers in processes of their own - to break on purpose.

with Site(database_url, folder) as site:
    task_id = site.submit("a red ball")
    worker = site.start_worker(die_at="clip_stored")
    worker.wait_dead()
    site.start_worker()
    task = site.wait_ended(task_id)
    site.audit()
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import secrets
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection

from rushes.database import events, ledger, projects, settlement, takes, tasks, workers
from rushes.database.connect import Database, open_database
from rushes.database.ids import new_id
from rushes.event import Event, EventKind
from rushes.jobs.engine import JobEngine
from rushes.jobs.timing import Timing
from rushes.ledger import Cost, EntryKind
from rushes.shot import Mode, Shot
from rushes.storage.bytes import Storage, open_storage
from rushes.take import TakeRecord
from rushes.task import Fallback, Status, Task

T = TypeVar("T")

ENGINES = (
    "fake=rushes.testing.fake_engine:FakeEngine,remote=rushes.testing.fake_engine:FakeRemoteEngine,"
    "second=rushes.testing.fake_engine:FakeSecondEngine,missing=rushes.testing.fake_engine:NoSuchEngine"
)
#: Everything as in earnest, but quicker, so that a test need not wait half a minute for a take-over.
QUICK = Timing(
    poll_seconds=0.1,
    beat_seconds=0.4,
    fence_seconds=1.5,
    stale_seconds=2.5,
    watch_seconds=0.1,
    kill_seconds=0.3,
    report_seconds=0.1,
    still_seconds=0.3,
    retry_seconds=(0.1, 0.2),
    quota_seconds=(0.1, 0.2),
    storm_seconds=0.1,
    operation_seconds=0.2,
    sweep_seconds=1.0,
)
PROJECT = "default"
_STOP_SECONDS = 40.0
HOLD_MICROUSD = 400_000


def now() -> datetime:
    return datetime.now(UTC)


class WorkerProcess:
    """A worker in a process of its own, as a fleet has it."""

    def __init__(self, site: Site, engines: tuple[str, ...], timing: Timing, environment: Mapping[str, str]) -> None:
        order = {
            "database": site.database_url,
            "storage": site.storage_url,
            "folder": str(site.folder / "work"),
            "engines": list(engines),
            "timing": {name: getattr(timing, name) for name in Timing.__dataclass_fields__},
        }
        self._sqlite = site.database.engine.url.database if site.database.is_sqlite else None
        self.log = site.folder / f"worker-{secrets.token_hex(3)}.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "rushes.testing.faults", json.dumps(order)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                env={**os.environ, **environment},
            )

    def children(self) -> list[int]:
        """Return the process ids of what it has started and what still runs."""
        found, mine = [], str(self.process.pid)
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                if (entry / "stat").read_text().rpartition(")")[2].split()[1] == mine:
                    found.append(int(entry.name))
            except OSError:  # it has just ended
                continue
        return found

    def kill(self) -> None:
        """As a power cut does it: no goodbye, to nobody."""
        self.process.kill()
        self.process.wait()

    def freeze(self) -> None:
        """As a machine that sleeps does it: alive, but not to be heard of until `thaw`. Never while it holds the lock of
        an SQLite file: whoever shares that sleeps with it, for they are on the same machine."""
        while True:
            self.process.send_signal(signal.SIGSTOP)
            os.waitid(
                os.P_PID, self.process.pid, os.WSTOPPED | os.WNOWAIT
            )  # until the last of its threads stands still
            if not self._locked():
                return
            self.thaw()
            time.sleep(0.01)

    def _locked(self) -> bool:
        if self._sqlite is None:
            return False
        with contextlib.closing(sqlite3.connect(self._sqlite, timeout=0.5, isolation_level=None)) as raw:
            try:
                raw.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                return True
        return False

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def wait_dead(self, seconds: float = 60.0) -> None:
        """Wait until it died by `kill -9`, as it was told to."""
        code = self.process.wait(seconds)
        assert code == -signal.SIGKILL, f"the worker ended with {code}: {self.log.read_text()}"

    def stop(self) -> None:
        """Let it stop in order."""
        if self.process.poll() is None:
            assert self.process.stdin is not None, "opened as a pipe"
            self.process.stdin.close()
            try:
                self.process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.kill()
                raise AssertionError(f"the worker did not stop: {self.log.read_text()[-8000:]}") from None


class Site:
    """A database and a storage with workers around them. Tasks are submitted as `intake.submit` does it."""

    def __init__(self, database_url: str, folder: Path, timing: Timing = QUICK) -> None:
        self.database_url = database_url
        self.folder = folder
        self.timing = timing
        self.storage_url = f"file://{folder / 'storage'}"
        self.remote_folder = folder / "remote"
        self.remote_folder.mkdir()
        self.database: Database = open_database(database_url)
        self.storage: Storage = open_storage(self.storage_url)
        self.queue = JobEngine(self.database, self.storage, folder=folder / "work", clock=now, timing=timing)
        self.queue.open()
        self._workers: list[WorkerProcess] = []
        with self.database.transaction() as connection:
            projects.ensure_default(connection, now())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            if value is None:
                worker.thaw()
                worker.stop()
            else:
                worker.kill()
        self.queue.stop()
        self.database.close()

    def start_worker(
        self, *, die_at: str | None = None, engines: tuple[str, ...] = ("fake",), timing: Timing | None = None
    ) -> WorkerProcess:
        environment = {
            "RUSHES_EXTRA_ENGINES": ENGINES,
            "RUSHES_FAKE_REMOTE": str(self.remote_folder),
            "RUSHES_TESTING": "1",
            "RUSHES_DIE_AT": die_at or "",
            "OMP_NUM_THREADS": "1",
        }
        worker = WorkerProcess(self, engines, timing or self.timing, environment)
        self._workers.append(worker)
        return worker

    def submit(
        self,
        prompt: str = "",
        *,
        engine: str = "fake",
        live: bool = True,
        deadline_seconds: float = 600.0,
        commit: bool = True,
        seed: int = 7,
        fallbacks: tuple[Fallback, ...] = (),
    ) -> str:
        """Create a task with its hold and its job in one transaction; returns its id."""
        at = now()
        shot = Shot("veo_31_fast", Mode.TEXT, prompt, seconds=4, seed=seed)
        task = Task(
            id=new_id(at),
            project=PROJECT,
            key_id="key",
            live=live,
            model=shot.model,
            engine=engine,
            mode=shot.mode,
            shot=shot,
            parameters={"prompt": prompt},
            status=Status.QUEUED,
            created_at=at,
            cost=Cost(4, HOLD_MICROUSD // 4, 0, "test"),
            expires_at=at + timedelta(days=1),
            deadline_at=at + timedelta(seconds=deadline_seconds),
            hold_microusd=HOLD_MICROUSD,
            fallbacks=fallbacks,
        )
        try:
            with self.database.transaction() as connection:
                tasks.insert(connection, task)
                ledger.hold(connection, task, at)
                events.insert(connection, Event(task.id, PROJECT, EventKind.QUEUED, at, {}))
                self.queue.enqueue(connection, task)
                if not commit:
                    raise _RolledBack
        except _RolledBack:
            pass
        return task.id

    def cancel(self, task_id: str) -> None:
        """Ask for a stop as `intake.cancel` does it."""
        with self.database.transaction() as connection:
            task = tasks.get(connection, task_id)
            assert task is not None, "only tasks that were submitted are canceled"
            if task.status is Status.QUEUED:
                settlement.cancel(connection, task_id, 0, now())
            else:
                tasks.ask_cancel(connection, task_id, now())

    def task(self, task_id: str) -> Task:
        task = self.read(lambda connection: tasks.get(connection, task_id))
        assert task is not None, "the task was submitted"
        return task

    def takes(self, task_id: str) -> list[TakeRecord]:
        return self.read(lambda connection: takes.of_task(connection, task_id))

    def worker_ids(self) -> list[str]:
        return [worker.id for worker in self.read(workers.known)]

    def read(self, work: Callable[[Connection], T]) -> T:
        with self.database.reading() as connection:
            return work(connection)

    def wait_for(self, what: Callable[[], T | None], seconds: float = 60.0) -> T:
        """Wait until `what` returns something true."""
        end_at = time.monotonic() + seconds
        while True:
            if found := what():
                return found
            assert time.monotonic() < end_at, f"waited {seconds} s in vain.\n{self.logs()}"
            time.sleep(0.03)

    def wait_ended(self, task_id: str, seconds: float = 60.0) -> Task:
        return self.wait_for(lambda: replace(task) if (task := self.task(task_id)).status.ended else None, seconds)

    def wait_running(self, task_id: str, stage: str = "rendering") -> Task:
        return self.wait_for(lambda: replace(task) if (task := self.task(task_id)).stage == stage else None)

    def paid(self) -> list[dict[str, object]]:
        """What the fake remote engine was asked to make: one for each submit that it accepted."""
        return [json.loads(path.read_text()) for path in sorted(self.remote_folder.glob("*.json"))]

    def logs(self) -> str:
        return "\n".join(f"{worker.log.name}:\n{worker.log.read_text()[-4000:]}" for worker in self._workers)

    def audit(self) -> None:
        """Check what must be true of every site whose tasks have all ended, whatever happened to it."""
        clips, held, spent = set[str](), 0, 0
        for task in self.read(lambda connection: tasks.page(connection, PROJECT, limit=10_000)):
            assert task.status.ended, f"{task.id} is still {task.status}"
            entries = self.read(partial(ledger.entries, task_id=task.id))
            amounts = {kind: [entry.amount_microusd for entry in entries if entry.kind is kind] for kind in EntryKind}
            assert len(amounts[EntryKind.HOLD]) == 1, "one hold"
            assert len(amounts[EntryKind.CAPTURE]) <= 1, "captured once at most"
            assert sum(amounts[EntryKind.CAPTURE]) + sum(amounts[EntryKind.RELEASE]) == task.hold_microusd
            assert sum(amounts[EntryKind.CAPTURE]) == task.charged_microusd
            assert (task.clip is not None) == (task.status is Status.SUCCEEDED)
            assert task.charged_microusd == (task.cost.total_microusd if task.clip else 0)
            spent += task.charged_microusd
            ends = (EventKind.SUCCEEDED, EventKind.FAILED, EventKind.CANCELED)
            known = self.read(partial(events.after, task_id=task.id, number=0))
            assert sum(event.kind in ends for event in known) == 1, "one end"
            if task.clip is not None and task.poster is not None:
                assert self.storage.size(task.clip.digest) == task.clip.size_bytes, "a clip is in storage"
                assert self.storage.size(task.poster.digest), "and its poster"
                clips |= {task.clip.digest, task.poster.digest}
        project = self.read(lambda connection: projects.get(connection, PROJECT))
        assert project is not None
        assert (project.held_microusd, project.spent_microusd) == (held, spent)
        assert set(self.storage.digests()) == clips, "nothing is in storage but the clips and posters of tasks"


class _RolledBack(Exception):
    pass


def work(order: Mapping[str, object]) -> None:
    """Be a worker until standard input ends."""
    import logging

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    timing = order["timing"]
    assert isinstance(timing, dict)
    for name in ("retry_seconds", "quota_seconds"):
        timing[name] = tuple(timing[name])
    database = open_database(str(order["database"]))
    engine = JobEngine(
        database,
        open_storage(str(order["storage"])),
        folder=Path(str(order["folder"])),
        clock=now,
        timing=Timing(**timing),
        memory_bytes_max=600 << 20,
    )
    engines = order["engines"]
    assert isinstance(engines, list)
    engine.open()
    engine.start_worker(engines)
    sys.stdin.read()
    # Where it hangs, when it does, is written to the log before the test gives up.
    faulthandler.dump_traceback_later(_STOP_SECONDS - 3)
    if not engine.stop():
        os._exit(1)
    database.close()


if __name__ == "__main__":
    work(json.loads(sys.argv[1]))
