"""Pursuit: an operation that a far side has accepted, until its film is in our storage or surely never will be.

Once it is accepted, only a definite answer ends it: whatever else happens is asked again until its time is up. A film that
is ready then is fetched however late, for it has been paid for.
"""

from __future__ import annotations

import asyncio
import contextvars
import logging
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from rushes.database import reports, tasks
from rushes.database.takes import PlannedPoll
from rushes.engine import CancelOutcome, Declined, Finished, RemoteEngine
from rushes.errors import (
    DeadlinePassed,
    EngineError,
    EngineFailed,
    Misconfigured,
    QuotaExceeded,
    ShotRefused,
    Stopped,
    Unavailable,
)
from rushes.jobs.bench import Bench
from rushes.jobs.kill_points import passed
from rushes.jobs.lookout import Lookout, sleep, unless_woken
from rushes.jobs.patience import patiently
from rushes.jobs.rhythm import Rhythm
from rushes.media import shaping
from rushes.take import TakeRecord
from rushes.task import Task

T = TypeVar("T")

_log = logging.getLogger("rushes.jobs")
#: A film that is not what was asked for may have been spoilt on its way: it is fetched so many times.
_FETCHES_MAX = 3
#: A finished film is tried so many times to fetch although its time is up.
_LATE_TRIES = 4
_CANCEL_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Film:
    """A film in the shape that was asked for, on disk, not yet verified."""

    path: Path
    folder: Path  #: its own
    notes: dict[str, object]


@dataclass(frozen=True, slots=True)
class Pursuit:
    bench: Bench
    engine: RemoteEngine
    threads: ThreadPoolExecutor  #: for database and disk, so that the event loop never waits for them
    film_threads: ThreadPoolExecutor  #: for what takes long
    lookout: Lookout
    task: Task
    record: TakeRecord
    wake: asyncio.Event  #: set when the task is to be canceled, or this worker must let go of it
    until: datetime

    async def finish(self) -> Finished:
        """Poll until there is a definite answer. Raises EngineError; Stopped and DeadlinePassed when there was none."""
        rhythm, reported = Rhythm(self.bench.timing.operation_seconds), (-1.0, "")
        planned = self.record.next_poll_at
        await self.nap(rhythm.first((planned - self.bench.clock()).total_seconds() if planned else None))
        while True:
            try:
                async with asyncio.timeout(self.bench.timing.poll_seconds_max):
                    found = await unless_woken(self.wake, lambda: self.engine.poll(self._operation))
            # Whatever a network library raises, and to have asked too often; a poll costs nothing to repeat.
            except Exception as fault:
                if isinstance(fault, EngineError) and not isinstance(fault, QuotaExceeded):
                    raise
                self._unanswered("poll", fault)
                seconds = rhythm.after_fault()
            else:
                match found:
                    case Finished():
                        await self.away(partial(self._keep_report, found))
                        return found
                    case Declined():
                        raise (ShotRefused if found.filtered else EngineFailed)(found.reason)
                    case None:
                        await self.nap(0.0)  # raises: it was woken
                        continue
                    case _:
                        news = (round(found.fraction or 0.0, 2), found.stage)
                        if news != reported:
                            await self.away(partial(self._report, *news))
                        age = self.bench.clock() - self.record.started_at
                        reported, seconds = news, rhythm.after_answer(age.total_seconds(), found.next_seconds)
            # Only now: what was ready when the time was up has been seen.
            self._check_time()
            at = self.bench.clock() + timedelta(seconds=seconds)
            self.lookout.plan(PlannedPoll(self.task.id, self.record.number, at))
            await self.nap(seconds)

    async def bring_home(self, finished: Finished, place: Path, keep: Callable[[Film], T]) -> T:
        """Fetch the film, bring it into shape, and `keep` it, which raises EngineFailed when it is not what was asked
        for; all that as often as it may help."""
        notes = {**finished.notes, "engine": self.engine.name, "operation": self._operation.rpartition("/")[2]}
        unlike = 0  #: times that the film was not what was asked for
        while True:
            # Its name is new: a film may be pursued again after its deadline.
            folder = Path(tempfile.mkdtemp(prefix="fetched-", dir=place))
            try:
                film = Film(await self._fetch(finished, folder), folder, notes)
                passed("fetched")
                return await in_thread(self.film_threads, partial(self._shape_and_keep, film, keep))
            except EngineFailed as fault:
                self._unanswered("film", fault)
                unlike += 1
                if unlike == _FETCHES_MAX:
                    raise
            # A full disk of ours is no reason to throw away what has been paid for: its owner may make room in time.
            except Misconfigured as fault:
                self._unanswered("film", fault)
                self._check_time()
            shutil.rmtree(folder)
            await self.nap(self.bench.timing.operation_seconds * max(1, unlike))

    def _keep_report(self, finished: Finished) -> None:
        """Before anything can go wrong with the film: it has been made, and is being charged for."""
        told = finished.reported
        if told is None:
            return

        def write() -> None:
            with self.bench.database.transaction() as connection:
                reports.report(connection, self.task.id, self.record.number, told.seconds, told.cost_microusd)

        patiently(self.bench, write)

    def _shape_and_keep(self, film: Film, keep: Callable[[Film], T]) -> T:
        shaped = film.folder / "conformed.mp4"
        if changes := shaping.shape(film.path, shaped, self.task.shot):
            film = Film(shaped, film.folder, {**film.notes, "conformed": changes})
        return keep(film)

    async def _fetch(self, finished: Finished, folder: Path) -> Path:
        """Fetch what has been paid for: until its time is up, and a few times more."""
        rhythm, tries = Rhythm(self.bench.timing.operation_seconds), 0
        while True:
            try:
                async with asyncio.timeout(self.bench.timing.fetch_seconds_max):
                    film = await unless_woken(self.wake, lambda: self.engine.fetch(finished, folder))
                if film is not None:
                    return film
            # Whatever a network library raises, and to have asked too often; a fetch costs nothing to repeat.
            except Exception as fault:
                if isinstance(fault, EngineError) and not isinstance(fault, QuotaExceeded):
                    raise
                self._unanswered("fetch", fault)
                tries += 1
                if tries > _LATE_TRIES:
                    self._check_time()
            await self.nap(rhythm.after_fault())

    async def cancel(self, *, made: bool) -> CancelOutcome:
        """Tell the far side to stop, and write down what it will charge all the same. What is `made` can no longer be
        stopped: it is charged, and let be, because it may still be fetched."""
        outcome = CancelOutcome(stopped=False, still_costs=True)
        try:
            if not made:
                async with asyncio.timeout(_CANCEL_SECONDS):
                    outcome = await self.engine.cancel(self._operation)
        # The task ends all the same; what the far side does then is not known.
        except Exception as fault:
            self._unanswered("cancel", fault)
        told = {"stopped": outcome.stopped, "still_costs": outcome.still_costs}
        _log.info("operation canceled", extra={"action": "operation_canceled", "task": self.task.id, **told})
        notes = {"engine": self.engine.name, "upstream_cancel": {**told, "message": _in_words(outcome, made)}}

        def write() -> None:
            with self.bench.database.transaction() as connection:
                tasks.add_notes(connection, self.task.id, notes)

        await self.away(lambda: patiently(self.bench, write))
        return outcome

    async def nap(self, seconds: float) -> None:
        """Let time go by, until the time is up at most. Raises Stopped and Halted."""
        left = (self.until - self.bench.clock()).total_seconds()
        await sleep(self.wake, min(seconds, left) if left > 0 else seconds)
        self.bench.halt.check()
        if self.wake.is_set():
            raise Stopped

    async def away(self, work: Callable[[], T]) -> T:
        return await in_thread(self.threads, work)

    @property
    def _operation(self) -> str:
        assert self.record.operation is not None, "a submitted take has its operation's name"
        return self.record.operation

    def _check_time(self) -> None:
        if self.bench.clock() >= self.until:
            raise DeadlinePassed

    def _report(self, fraction: float, stage: str) -> None:
        try:
            with self.bench.database.transaction() as connection:
                now = self.bench.clock()
                tasks.report(connection, self.task.id, progress=fraction, stage=stage, now=now)
        except (Unavailable, Misconfigured):
            return  # The next report tells it.

    def _unanswered(self, what: str, fault: Exception) -> None:
        told = (what, self.task.id, type(fault).__name__, fault)
        _log.warning("%s of %s: %s: %s", *told, extra={"action": "unanswered", "task": self.task.id})


async def in_thread(threads: ThreadPoolExecutor, work: Callable[[], T]) -> T:
    """Do blocking work in a thread, in the same context: the job engine finds its flow there."""
    context = contextvars.copy_context()
    return await asyncio.get_running_loop().run_in_executor(threads, lambda: context.run(work))


def _in_words(outcome: CancelOutcome, made: bool) -> str:
    """What a cancel has come to, for the one who pays the far side and the one who asked."""
    going_on = "The engine's side had made the film" if made else "The engine's side goes on"
    stopped = "The engine's side has stopped" if outcome.stopped else going_on
    costs = "and charges this server for it" if outcome.still_costs else "and charges nothing"
    return f"{stopped} {costs}; you were not charged."
