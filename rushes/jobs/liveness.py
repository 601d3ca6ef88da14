"""Liveness: a worker says that it is alive, takes over from those who no longer do, and lets go by itself when it cannot.

Every worker has a row with the time of its last beat, by the database's clock. A worker is taken for dead when its beat
is older than `stale_seconds`, or at once when its process is gone from this very machine. A worker that could not beat
for `fence_seconds` must expect that: it drops all its takes before the others begin them. Should both run all the same
(a process may sleep for an hour between two instructions), then each change of a task's status is still made by one.
"""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rushes.database import workers
from rushes.database.workers import Worker
from rushes.errors import RushesError
from rushes.jobs.bench import Bench, Halted

_log = logging.getLogger("rushes.jobs")


def host() -> str:
    """This machine, as far as process ids are concerned: a container on the same machine has its own."""
    name = socket.gethostname()
    try:
        return f"{name}/{os.stat('/proc/self/ns/pid').st_ino}"
    except OSError:
        return name


def new_worker_id() -> str:
    """Unique for each start of a process; a default such as "local" would let two workers run the same jobs."""
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"


def seconds() -> float:
    """A clock that goes on while the machine sleeps; the one that the others' patience is measured by."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


@dataclass(slots=True)
class Liveness:
    """The thread that does all this. `recover` returns a dead worker's flows to the queue; `drop` ends this worker's own
    takes, and `resume` lets it take work again."""

    bench: Bench
    queues: Sequence[str]
    recover: Callable[[str], int]
    drop: Callable[[], None]
    resume: Callable[[], None]
    sweep: Callable[[], None]
    _end: threading.Event = field(default_factory=threading.Event)
    _beaten_at: float = field(default_factory=seconds)
    _fenced: bool = False
    _letting_go: threading.Lock = field(default_factory=threading.Lock)

    def open(self) -> None:
        """Go on in threads of its own; the first thing is to take over what this machine's dead workers left."""
        for target in (self._run, self._guard):
            threading.Thread(target=target, name=f"liveness-{target.__name__}", daemon=True).start()

    def close(self) -> None:
        self._end.set()

    def beat(self) -> None:
        """Write the row. Raises Unavailable when the database is away."""
        begun_at = seconds()  # First of all: whoever falls asleep behind it finds out below, or before the next beat.
        self._let_go_if_late()
        with self.bench.database.transaction() as connection:
            workers.beat(connection, self.bench.worker, host(), os.getpid(), self.queues)
        self._beaten_at = begun_at

    def _run(self) -> None:
        sweep_at = seconds() + self.bench.timing.sweep_seconds
        while not self._end.is_set():
            # The outermost loop of this thread: without it, this worker would be dead to the others.
            try:
                self.beat()
                self._take_over()
                if seconds() >= sweep_at:
                    sweep_at = seconds() + self.bench.timing.sweep_seconds
                    self.sweep()
            except Halted:
                # Whoever lets go goes on beating, or it could never take up work again.
                _log.info("the sweep was left off", extra={"action": "sweep_left"})
            except RushesError as fault:
                _log.warning("no beat: %s", fault.message, extra={"action": "beat_failed"})
            except Exception:
                _log.exception("no beat", extra={"action": "beat_failed"})
            self._end.wait(self.bench.timing.beat_seconds)

    def _guard(self) -> None:
        """Apart from `_run`, which may hang in a database call for as long as the network likes."""
        while not self._end.wait(self.bench.timing.beat_seconds / 5):
            # The outermost loop of this thread, without which nobody would let go.
            try:
                self._let_go_if_late()
                if self._fenced and not self._is_late():
                    self.resume()
                    self._fenced = False
                    _log.warning("working again", extra={"action": "worker_unfenced"})
            except Exception:
                _log.exception("not working again yet", extra={"action": "resume_failed"})

    def _is_late(self) -> bool:
        return seconds() - self._beaten_at > self.bench.timing.fence_seconds

    def _let_go_if_late(self) -> None:
        """Drop all takes when the others may think this worker dead. Asked before each beat, too: a process that wakes
        up from a long sleep must notice that before its next beat hides it."""
        with self._letting_go:
            if self._fenced or not self._is_late():
                return
            self._fenced = True
        silent = seconds() - self._beaten_at
        _log.error("dropping all takes: no beat for %.0f s", silent, extra={"action": "worker_fenced"})
        self.drop()

    def _take_over(self) -> None:
        with self.bench.database.reading() as connection:
            stale = set(workers.stale(connection, self.bench.timing.stale_seconds))
            known = workers.known(connection)
        for worker in known:
            if worker.id == self.bench.worker or not (worker.id in stale or self._is_gone(worker)):
                continue
            taken = self.recover(worker.id)
            _log.warning(
                "taking over from %s: %d tasks", worker.id, taken, extra={"action": "taken_over", "worker": worker.id}
            )
            with self.bench.database.transaction() as connection:
                workers.remove(connection, worker.id)
            if worker.host == host():
                shutil.rmtree(self.bench.folder.parent / worker.id, ignore_errors=True)

    def _is_gone(self, worker: Worker) -> bool:
        """Is it a process of this machine that is no more? After a restart another may have its number, even we."""
        if worker.host != host():
            return False
        if worker.pid == os.getpid():
            return True
        try:
            os.kill(worker.pid, 0)
        except ProcessLookupError:
            return True
        except PermissionError:
            return False
        return False
