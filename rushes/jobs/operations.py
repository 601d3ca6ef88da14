"""Operations: one task of a remote engine, whose submits may cost money and must never be made twice.

    wait for the account's turn
    begin take: submitting     committed before the engine is called
    engine.submit
    submitted, with the operation's name
    poll … fetch … conform … deliver … settle

A worker that finds a take `submitting` does not know whether the remote side has it: the task ends as *outcome
unknown*, free for the caller, and is never submitted again by itself. A fault that the engine names (quota, refusal,
failure) is its word that nothing was accepted; any other exception is not.

Once it is accepted, only a definite answer ends it: whatever else happens is asked again until the task's deadline. A film
that is ready then is fetched and delivered, however late, for it has been paid for.
"""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import logging
import random
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from rushes.database import takes, tasks
from rushes.engine import CancelOutcome, Declined, Finished, Paced, RemoteEngine
from rushes.errors import (
    DeadlinePassed,
    EngineError,
    EngineFailed,
    OutcomeUnknown,
    QuotaExceeded,
    ShotRefused,
    Stopped,
    Unavailable,
)
from rushes.jobs import delivery
from rushes.jobs.bench import Bench, Halted
from rushes.jobs.flow import INTERRUPTED, Steps, begin, broken, close, end, failed, look_up, start, write_fault
from rushes.jobs.kill_points import passed
from rushes.jobs.lookout import Lookout, sleep, unless_woken
from rushes.jobs.outcome import Canceled, Delivered, Outcome
from rushes.jobs.patience import patiently, stubbornly
from rushes.jobs.rhythm import Rhythm
from rushes.media.conform import conform
from rushes.take import TakeRecord, TakeState
from rushes.task import Task

T = TypeVar("T")

_log = logging.getLogger("rushes.jobs")
#: A film that is not what was asked for may have been spoilt on its way: it is fetched so many times.
_FETCHES_MAX = 3
#: A finished film is tried so many times to fetch although the deadline has passed.
_LATE_TRIES = 4
#: A submit that takes longer has an unknown outcome.
_SUBMIT_SECONDS = 300.0
_CANCEL_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class RemoteTake:
    """The take as a remote engine sees it."""

    folder: Path
    number: int
    files: dict[str, str]
    notes: dict[str, object] = field(default_factory=dict)

    @property
    def stopped(self) -> bool:
        return False  # A remote engine is canceled by `cancel`; its calls are short.

    def file(self, digest: str) -> Path:
        return Path(self.files[digest])

    def report(
        self, fraction: float, stage: str, still: Path | None = None, note: dict[str, object] | None = None
    ) -> None:
        """Only notes count: progress comes with `poll`."""
        self.notes.update(note or {})


@dataclass(frozen=True, slots=True)
class RemoteFlow:
    bench: Bench
    engine: RemoteEngine
    steps: Steps
    threads: ThreadPoolExecutor  #: for database and disk, so that the event loop never waits for them
    lookout: Lookout

    async def run(self, task_id: str) -> None:
        """Bring a task to its end. Raises Halted when this worker must let go of it; then the task is still open."""
        bench = self.bench
        await self._away(lambda: self.steps.transact("start", lambda connection: start(bench, connection, task_id)))
        passed("task_started")
        try:
            with bench.workplace(task_id) as place, self.lookout.over(task_id) as wake:
                outcome = await self._outcome(task_id, place, wake)
        # The outermost loop of a flow: a bug of ours must end the task, not leave its caller waiting.
        except Exception:
            _log.exception("a job broke", extra={"action": "job_broke", "task": task_id})
            outcome = await self._away(lambda: broken(task_id, bench))
        if outcome is not None:
            await self._away(lambda: end(bench, self.steps.transact, task_id, outcome))

    async def _outcome(self, task_id: str, place: Path, wake: asyncio.Event) -> Outcome | None:
        """How the task is to end; None when it has ended."""
        bench = self.bench
        while True:
            task, records = await self._away(lambda: look_up(bench, task_id))
            if task is None:
                return None
            if task.status.ended:
                await self._away(partial(delivery.tidy, bench, task, records))
                return None
            last = records[-1] if records else None
            number = last.number if last else 0
            if last is not None and last.state is TakeState.SUBMITTING:
                return failed(number, OutcomeUnknown())
            accepted = last is not None and last.state is TakeState.SUBMITTED
            try:
                if last is not None and accepted:
                    return await self._follow(task, last, place, wake)
                await self._away(partial(self._look, task))
                await self._take_turn(task, wake)
                number += 1
                await self._submit(task, number, place)
            except Stopped:
                return Canceled(number)
            except EngineError as fault:
                waits = bench.timing.quota_seconds if isinstance(fault, QuotaExceeded) else bench.timing.retry_seconds
                tries = sum(record.state is TakeState.FAILED for record in records)
                if accepted or not fault.again or tries >= len(waits):
                    return failed(number, fault)
                await self._away(partial(close, bench, task, number, fault))
                # A cancel or the deadline meanwhile is left to the next look at the task.
                with contextlib.suppress(Stopped):
                    await self._nap(task, wake, waits[tries] * random.uniform(0.75, 1.25))

    async def _take_turn(self, task: Task, wake: asyncio.Event) -> None:
        """Wait until the account may be given another shot. Raises Stopped, DeadlinePassed and Halted."""
        engine = self.engine
        if isinstance(engine, Paced) and (seconds := engine.turn_seconds()) > 0:
            await self._nap(task, wake, seconds)
            self._check_deadline(task)

    async def _submit(self, task: Task, number: int, place: Path) -> None:
        """Submit a take, at most once; returns only when the operation's name is on disk."""
        bench = self.bench
        folder = place / str(number)
        folder.mkdir()
        files = await self._away(lambda: bench.lay_out(task.shot, folder))
        take = RemoteTake(folder, number, files)
        await self._away(lambda: begin(bench, task, self.engine.name, TakeState.SUBMITTING, after=number - 1))
        passed("submitting")
        if bench.halt.event.is_set():
            # Nothing was submitted, and only we know that: whoever goes on may begin another take.
            text = f"{INTERRUPTED}: worker {bench.worker} had to let go"
            await self._away(lambda: stubbornly(partial(write_fault, bench, task, number, text)))
            raise Halted
        try:
            async with asyncio.timeout(_SUBMIT_SECONDS):
                operation = await self.engine.submit(task.shot, take)
        except EngineError:
            raise
        # A lost reply has as many faces as there are libraries; after any of them nobody knows whether it was accepted.
        except Exception as fault:
            _log.exception("a paid submit got no reply", extra={"action": "outcome_unknown", "task": task.id})
            raise OutcomeUnknown from fault
        passed("submitted")

        def write() -> None:
            with bench.database.transaction() as connection:
                takes.set_state(connection, task.id, number, TakeState.SUBMITTED, bench.clock(), operation=operation)
                if take.notes:
                    tasks.add_notes(connection, task.id, take.notes)

        # Nobody else knows this name. A worker that is just being stopped still has to write it down.
        await self._away(lambda: stubbornly(write))
        passed("operation_written")

    async def _follow(self, task: Task, record: TakeRecord, place: Path, wake: asyncio.Event) -> Outcome:
        """Wait for an operation and deliver its film. Raises EngineError when there will be none."""
        bench = self.bench
        assert record.operation is not None, "a submitted take has its operation's name"
        stored = await self._away(lambda: delivery.resume(bench, task, record, place))
        if stored is None:
            try:
                finished = await self._wait(task, record.operation, wake)
                stored = await self._bring_home(task, record, finished, place, wake)
            except (Stopped, DeadlinePassed):
                await self._cancel(task, record.operation)
                raise
        # Asked for while the clip was being stored: nothing was promised yet, so the caller need not pay for it.
        now, _ = await self._away(lambda: look_up(bench, task.id))
        if now is not None and now.cancel_asked_at is not None:
            raise Stopped
        return stored

    async def _wait(self, task: Task, operation: str, wake: asyncio.Event) -> Finished:
        """Poll until there is a definite answer. Raises EngineError; Stopped and DeadlinePassed when there was none."""
        rhythm, reported = Rhythm(self.bench.timing.operation_seconds), (-1.0, "")
        await self._nap(task, wake, rhythm.first())
        while True:
            try:
                found = await unless_woken(wake, lambda: self.engine.poll(operation))
            # Whatever a network library raises, and to have asked too often; a poll costs nothing to repeat.
            except Exception as fault:
                if isinstance(fault, EngineError) and not isinstance(fault, QuotaExceeded):
                    raise
                _unanswered(task, "poll", fault)
                seconds = rhythm.after_fault()
            else:
                match found:
                    case Finished():
                        return found
                    case Declined():
                        raise (ShotRefused if found.filtered else EngineFailed)(found.reason)
                    case None:
                        await self._nap(task, wake, 0.0)  # raises: it was woken
                        continue
                    case _:
                        news = (round(found.fraction or 0.0, 2), found.stage)
                        if news != reported:
                            await self._away(partial(self._report, task, *news))
                        reported, seconds = news, rhythm.after_answer(found.next_seconds)
            # Only now: what was ready at the deadline has been seen.
            self._check_deadline(task)
            await self._nap(task, wake, seconds)

    async def _bring_home(
        self, task: Task, record: TakeRecord, finished: Finished, place: Path, wake: asyncio.Event
    ) -> Delivered:
        """Fetch the film and make it a clip in storage, as often as that may help."""
        bench = self.bench
        files = await self._away(lambda: bench.lay_out(task.shot, place))
        operation = (record.operation or "").rpartition("/")[2]
        notes: dict[str, object] = {**finished.notes, "engine": self.engine.name, "operation": operation}
        for number in range(1, _FETCHES_MAX + 1):
            folder = place / f"fetched-{number}"
            folder.mkdir()
            try:
                film = await self._fetch(task, finished, folder, wake)
                passed("fetched")
                shaped = folder / "conformed.mp4"
                if changes := await self._away(partial(conform, film, shaped, task.shot)):
                    film, notes = shaped, {**notes, "conformed": changes}
                return await self._away(
                    partial(delivery.deliver, bench, task, record.number, record.state, film, folder, files, notes)
                )
            except EngineFailed as fault:
                _unanswered(task, "film", fault)
                if number == _FETCHES_MAX:
                    raise
                shutil.rmtree(folder)
                await self._nap(task, wake, bench.timing.operation_seconds * number)
        raise AssertionError("the last try returns or raises")

    async def _fetch(self, task: Task, finished: Finished, folder: Path, wake: asyncio.Event) -> Path:
        """Fetch what has been paid for: until the deadline, and a few times more."""
        rhythm, tries = Rhythm(self.bench.timing.operation_seconds), 0
        while True:
            try:
                film = await unless_woken(wake, lambda: self.engine.fetch(finished, folder))
                if film is not None:
                    return film
            # Whatever a network library raises, and to have asked too often; a fetch costs nothing to repeat.
            except Exception as fault:
                if isinstance(fault, EngineError) and not isinstance(fault, QuotaExceeded):
                    raise
                _unanswered(task, "fetch", fault)
                tries += 1
                if tries > _LATE_TRIES:
                    self._check_deadline(task)
            await self._nap(task, wake, rhythm.after_fault())

    async def _cancel(self, task: Task, operation: str) -> None:
        """Tell the far side to stop, and the task's owner what it will still charge."""
        try:
            async with asyncio.timeout(_CANCEL_SECONDS):
                outcome = await self.engine.cancel(operation)
        # The task ends all the same; what the far side does then is not known.
        except Exception as fault:
            _unanswered(task, "cancel", fault)
            outcome = CancelOutcome(stopped=False, still_costs=True)
        told = {"stopped": outcome.stopped, "still_costs": outcome.still_costs}
        _log.info("operation canceled", extra={"action": "operation_canceled", "task": task.id, **told})

        def write() -> None:
            with self.bench.database.transaction() as connection:
                tasks.add_notes(connection, task.id, {"engine": self.engine.name, "upstream_cancel": told})

        await self._away(lambda: patiently(self.bench, write))

    async def _nap(self, task: Task, wake: asyncio.Event, seconds: float) -> None:
        """Let time go by, until the deadline at most. Raises Stopped and Halted."""
        left = (task.deadline_at - self.bench.clock()).total_seconds()
        await sleep(wake, min(seconds, left) if left > 0 else seconds)
        self.bench.halt.check()
        if wake.is_set():
            raise Stopped

    def _check_deadline(self, task: Task) -> None:
        if self.bench.clock() >= task.deadline_at:
            raise DeadlinePassed

    def _look(self, task: Task) -> None:
        self.bench.halt.check()
        self._check_deadline(task)
        try:
            with self.bench.database.reading() as connection:
                asked = tasks.cancel_asked(connection, task.id)
        except Unavailable:
            return
        if asked:
            raise Stopped

    def _report(self, task: Task, fraction: float, stage: str) -> None:
        try:
            with self.bench.database.transaction() as connection:
                tasks.report(connection, task.id, progress=fraction, stage=stage)
        except Unavailable:
            return

    async def _away(self, work: Callable[[], T]) -> T:
        """Do blocking work in a thread, in the same context: the job engine finds its flow there."""
        context = contextvars.copy_context()
        return await asyncio.get_running_loop().run_in_executor(self.threads, lambda: context.run(work))


def _unanswered(task: Task, what: str, fault: Exception) -> None:
    _log.warning(
        "%s of %s: %s: %s", what, task.id, type(fault).__name__, fault, extra={"action": "unanswered", "task": task.id}
    )
