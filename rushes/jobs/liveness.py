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
from rushes.jobs.bench import Bench

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

    def open(self) -> None:
        """Take over at once what this machine's dead workers left, then go on in threads of its own."""
        self._take_over()
        for target in (self._run, self._guard):
            threading.Thread(target=target, name=f"liveness-{target.__name__}", daemon=True).start()

    def close(self) -> None:
        self._end.set()

    def _run(self) -> None:
        timing = self.bench.timing
        sweep_at = seconds() + timing.sweep_seconds
        while not self._end.wait(timing.beat_seconds):
            # The outermost loop of this thread: without it, this worker would be dead to the others.
            try:
                self.beat()
                self._take_over()
                if seconds() >= sweep_at:
                    sweep_at = seconds() + timing.sweep_seconds
                    self.sweep()
            except RushesError as fault:
                _log.warning("no beat: %s", fault.message, extra={"action": "beat_failed"})
            except Exception:
                _log.exception("no beat", extra={"action": "beat_failed"})

    def _guard(self) -> None:
        """Apart from `_run`, which may hang in a database call for as long as the network likes."""
        timing = self.bench.timing
        while not self._end.wait(timing.beat_seconds / 5):
            silent = seconds() - self._beaten_at
            if silent > timing.fence_seconds and not self._fenced:
                self._fenced = True
                _log.error("dropping all takes: no beat for %.0f s", silent, extra={"action": "worker_fenced"})
                self.drop()
            elif silent <= timing.fence_seconds and self._fenced:
                self._fenced = False
                _log.warning("working again", extra={"action": "worker_unfenced"})
                self.resume()

    def beat(self) -> None:
        """Write the row. Raises Unavailable when the database is away."""
        begun_at = seconds()
        with self.bench.database.transaction() as connection:
            workers.beat(connection, self.bench.worker, host(), os.getpid(), self.queues)
        self._beaten_at = begun_at

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
