"""Render: one take of a local engine, in a child process that is watched all the time."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rushes import errors
from rushes.database import tasks
from rushes.database.documents import shot_document
from rushes.errors import DeadlinePassed, EngineError, EngineFailed, Stopped, Unavailable
from rushes.jobs.bench import Bench
from rushes.jobs.children import Child, Nursery
from rushes.jobs.delivery import own_jpeg
from rushes.jobs.kill_points import passed
from rushes.jobs.patience import patiently
from rushes.storage.bytes import digest_of
from rushes.task import Task

_log = logging.getLogger("rushes.jobs")
#: A preview still is small; a larger file is something else.
_STILL_BYTES_MAX = 2_000_000
#: What a child may say went wrong, by code.
_FAULTS = {
    kind.code: kind
    for kind in (errors.ShotRefused, EngineFailed, errors.QuotaExceeded, Stopped, DeadlinePassed, errors.OutcomeUnknown)
}


@dataclass(frozen=True, slots=True)
class Film:
    path: Path
    files: dict[str, str]  #: the shot's pictures and footage on disk, by digest
    notes: dict[str, object]  #: what the engine wants the caller to know


def render(bench: Bench, task: Task, number: int, nursery: Nursery, place: Path) -> Film:
    """Have the engine make one take.

    Raises Stopped when the caller canceled, DeadlinePassed, what the engine raised, and EngineFailed when its process
    died or took too much memory; in every case the engine is no longer at work then.
    """
    folder = place / "take"
    folder.mkdir()
    files = patiently(bench, lambda: bench.lay_out(task.shot, place))
    order = {
        "task": task.id,
        "number": number,
        "folder": str(folder),
        "shot": shot_document(task.shot),
        "files": files,
    }
    watch = Watch(bench, task)
    with _lent(bench, nursery) as child:
        child.tell(order)
        passed("render_begun")
        path = _follow(child, watch, folder)
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        raise EngineFailed("The engine did not leave its film in the folder of the take.")
    return Film(path, files, watch.notes)


@contextmanager
def _lent(bench: Bench, nursery: Nursery) -> Iterator[Child]:
    """A child for one take. It is given back only after it has answered; in every other case it is killed."""
    child = nursery.lend()
    try:
        yield child
    except (Answered, Stopped, DeadlinePassed) as end:
        nursery.give_back(child)
        raise (end.fault if isinstance(end, Answered) else end) from None
    except BaseException:
        nursery.kill(child)
        bench.halt.check()  # Killed because this worker lets go? Then this is not the engine's fault.
        raise
    nursery.give_back(child)


class Answered(Exception):
    """The engine itself said that it failed; its process is well."""

    def __init__(self, fault: EngineError) -> None:
        super().__init__(fault.message)
        self.fault = fault


def _follow(child: Child, watch: Watch, folder: Path) -> Path:
    while True:
        line = child.next(watch.seconds_left())
        if line is None:
            pass
        elif "done" in line:
            return Path(line["done"])
        elif "fault" in line:
            fault = line["fault"]
            raise Answered(_FAULTS.get(fault["code"], EngineFailed)(fault["message"]))
        elif "progress" in line:
            watch.report(*line["progress"])
        elif "still" in line:
            watch.show(Path(line["still"]), folder.parent / "still.jpg")
        elif "note" in line:
            watch.note(line["note"])
        try:
            watch.look(child)
        except (Stopped, DeadlinePassed):
            _stop(child, watch.bench.timing.kill_seconds)
            raise


def _stop(child: Child, seconds: float) -> None:
    """Ask the engine to stop; kill its process when it has not answered in time."""
    child.tell({"stop": True})
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        try:
            line = child.next(left)
        except EngineFailed:
            return
        if line is not None and ("done" in line or "fault" in line):
            return
    child.kill()


class Watch:
    """What goes between a running take and its task's row: progress and stills out, a cancel and the deadline in."""

    def __init__(self, bench: Bench, task: Task) -> None:
        self.bench = bench
        self.notes: dict[str, object] = {}
        self._task = task
        self._still = task.still
        self._progress: tuple[float, str] | None = None
        self._look_at = self._report_at = self._still_at = 0.0

    def seconds_left(self) -> float:
        """Until the next look at the task's row."""
        return max(0.0, self._look_at - time.monotonic())

    def look(self, child: Child | None = None) -> None:
        """Raises Stopped, DeadlinePassed, Halted, and EngineFailed when the child takes too much memory."""
        self.bench.halt.check()
        now = time.monotonic()
        if now < self._look_at:
            return
        self._look_at = now + self.bench.timing.watch_seconds
        ceiling = self.bench.memory_bytes_max
        if child is not None and ceiling and child.memory_bytes() > ceiling:
            raise EngineFailed(f"The engine took more than its {ceiling >> 20} MiB of memory.")
        if self.bench.clock() >= self._task.deadline_at:
            raise DeadlinePassed
        try:
            with self.bench.database.reading() as connection:
                asked = tasks.cancel_asked(connection, self._task.id)
        except Unavailable:
            return  # An outage does not end a take; `liveness` decides when it has lasted too long.
        if asked:
            raise Stopped
        self._write()

    def report(self, fraction: float, stage: str) -> None:
        """Take progress in; it is written with the next look, at most so often as `report_seconds` allows."""
        self._progress = (fraction, stage)
        self._write()

    def note(self, note: dict[str, object]) -> None:
        """Keep a note, and show it at once: a plan is of interest while it is being rendered."""
        self.notes |= note
        try:
            with self.bench.database.transaction() as connection:
                tasks.add_notes(connection, self._task.id, note)
        except Unavailable:
            return  # It is written again with the clip.

    def show(self, still: Path, copy: Path) -> None:
        """Store a preview still in place of the last one; one that is unreadable or comes too soon is left out."""
        now = time.monotonic()
        if now < self._still_at:
            return
        self._still_at = now + self.bench.timing.still_seconds
        try:
            if still.stat().st_size > _STILL_BYTES_MAX:
                return
            copy.write_bytes(still.read_bytes())
            own_jpeg(copy, self._task.id)
            digest = digest_of(copy)
            if digest == self._still:
                return
            # In this order a crash leaves nothing behind that no row knows of. For an instant there is no still; who
            # asks for it then finds none, as before the first.
            if self._still is not None:
                self.bench.storage.delete(self._still)
            with self.bench.database.transaction() as connection:
                fraction, stage = self._progress or (0.0, "rendering")
                at = self.bench.clock()
                tasks.report(connection, self._task.id, progress=fraction, stage=stage, now=at, still=digest)
            self._still = digest
            self.bench.storage.put(copy, digest)
        except (OSError, EngineFailed, Unavailable) as fault:
            _log.info("still left out: %s", fault, extra={"action": "still_left_out", "task": self._task.id})

    def _write(self) -> None:
        now = time.monotonic()
        if self._progress is None or now < self._report_at:
            return
        self._report_at = now + self.bench.timing.report_seconds
        fraction, stage = self._progress
        try:
            with self.bench.database.transaction() as connection:
                tasks.report(connection, self._task.id, progress=fraction, stage=stage, now=self.bench.clock())
        except Unavailable:
            return
        self._progress = None


def memory_of_machine_bytes() -> int:
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
