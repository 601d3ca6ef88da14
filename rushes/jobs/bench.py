"""Bench: what a worker works with, handed over once by `engine.JobEngine`."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection

from rushes.database.connect import Database
from rushes.jobs.timing import Timing
from rushes.shot import Shot
from rushes.storage.bytes import Storage
from rushes.task import Task


class Signer(Protocol):
    """Writes the record of origin into a clip; `media.provenance` has one."""

    def sign(self, source: Path, target: Path, facts: Mapping[str, object]) -> Mapping[str, object]:
        """Write the signed file and return what to tell the caller about it."""
        ...


class Halted(BaseException):
    """This worker lets go of the task: it stops, or may be thought dead. The task stays as it is, for whoever takes it
    over. Not an Exception, so that nothing on the way takes it for the end of the task."""


@dataclass(slots=True)
class Halt:
    """Set when a worker must let go of everything; cleared when it may work again."""

    event: threading.Event = field(default_factory=threading.Event)

    def check(self) -> None:
        if self.event.is_set():
            raise Halted

    def wait(self, seconds: float) -> None:
        """Let time go by. Raises Halted as soon as the worker must let go."""
        if self.event.wait(seconds):
            raise Halted


class Hands:
    """The tasks that this worker has in hand. Safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: list[str] = []

    @contextmanager
    def holding(self, task_id: str) -> Iterator[None]:
        with self._lock:
            self._held.append(task_id)
        try:
            yield
        finally:
            with self._lock:
                self._held.remove(task_id)

    def held(self) -> set[str]:
        with self._lock:
            return set(self._held)


def _to_nobody(_connection: Connection, task: Task) -> None:
    raise AssertionError(f"this bench cannot hand {task.id} over to {task.engine}")


@dataclass(frozen=True, slots=True)
class Bench:
    database: Database
    storage: Storage
    signer: Signer | None
    clock: Callable[[], datetime]  #: aware UTC
    folder: Path  #: this worker's own; nobody else writes in it
    worker: str  #: this worker's id, new with every start
    memory_bytes_max: int  #: for one child; 0: no ceiling
    timing: Timing
    halt: Halt
    hands: Hands
    #: Put the task on the queue of the engine that it has now, in the caller's transaction.
    enqueue: Callable[[Connection, Task], None] = _to_nobody

    @contextmanager
    def workplace(self, task_id: str) -> Iterator[Path]:
        """A new folder for one take, removed afterwards."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Its name is new each time: a flow that lost the task may still be tidying up the one before.
        place = Path(tempfile.mkdtemp(prefix=f"{task_id}-", dir=self.folder))
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)

    def lay_out(self, shot: Shot, place: Path) -> dict[str, str]:
        """Bring the shot's pictures and footage to disk: their digests and paths. May be repeated."""
        media = [shot.first_frame, shot.last_frame, shot.footage, *(reference.picture for reference in shot.references)]
        folder = place / "given"
        folder.mkdir(exist_ok=True)
        files: dict[str, str] = {}
        for medium in media:
            if medium is not None and medium.digest not in files:
                path = folder / medium.digest
                if not path.exists():
                    self.storage.get_to(medium.digest, path)
                files[medium.digest] = str(path)
        return files
