"""Operations: one task of a remote engine, whose submits may cost money and must never be made twice.

    begin take: submitting     committed before the engine is called
    engine.submit
    submitted, with the operation's name
    poll … fetch … deliver … settle

A worker that finds a take `submitting` does not know whether the remote side has it: the task ends as *outcome
unknown*, free for the caller, and is never submitted again by itself. A fault that the engine names (quota, refusal,
failure) is its word that nothing was accepted; any other exception is not.
"""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import logging
import random
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from rushes.database import takes, tasks
from rushes.engine import Declined, Finished, RemoteEngine
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
from rushes.jobs.outcome import Canceled, Outcome
from rushes.jobs.patience import stubbornly
from rushes.take import TakeRecord, TakeState
from rushes.task import Task

T = TypeVar("T")

_log = logging.getLogger("rushes.jobs")
#: How often an operation in flight looks for a cancel, its deadline and a halt.
_WATCH_SECONDS = 0.5
#: A submit that takes longer has an unknown outcome.
_SUBMIT_SECONDS = 300.0
_CANCEL_SECONDS = 10.0
#: Waits between a poll or fetch that failed and its repetition.
_REPEAT_SECONDS = (1.0, 2.0, 5.0, 10.0, 30.0)


@dataclass(frozen=True, slots=True)
class RemoteTake:
    """The take as a remote engine sees it."""

    folder: Path
    number: int
    files: dict[str, str]

    @property
    def stopped(self) -> bool:
        return False  # A remote engine is canceled by `cancel`; its calls are short.

    def file(self, digest: str) -> Path:
        return Path(self.files[digest])

    def report(
        self, fraction: float, stage: str, still: Path | None = None, note: dict[str, object] | None = None
    ) -> None:
        """Nothing to tell yet: progress comes with `poll`."""


@dataclass(frozen=True, slots=True)
class RemoteFlow:
    bench: Bench
    engine: RemoteEngine
    steps: Steps
    threads: ThreadPoolExecutor  #: for database and disk, so that the event loop never waits for them

    async def run(self, task_id: str) -> None:
        """Bring a task to its end. Raises Halted when this worker must let go of it; then the task is still open."""
        bench = self.bench
        await self._away(lambda: self.steps.transact("start", lambda connection: start(bench, connection, task_id)))
        passed("task_started")
        try:
            with bench.workplace(task_id) as place:
                outcome = await self._outcome(task_id, place)
        # The outermost loop of a flow: a bug of ours must end the task, not leave its caller waiting.
        except Exception:
            _log.exception("a job broke", extra={"action": "job_broke", "task": task_id})
            outcome = await self._away(lambda: broken(task_id, bench))
        if outcome is not None:
            await self._away(lambda: end(bench, self.steps.transact, task_id, outcome))

    async def _outcome(self, task_id: str, place: Path) -> Outcome | None:
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
                    return await self._follow(task, last, place)
                await self._away(partial(self._look, task))
                number += 1
                await self._submit(task, number, place)
            except Stopped:
                return Canceled(number)
            except EngineError as fault:
                tries = sum(record.state is TakeState.FAILED for record in records)
                if accepted or not fault.again or tries >= len(bench.timing.retry_seconds):
                    return failed(number, fault)
                await self._away(partial(close, bench, task, number, fault))
                await self._rest(task, bench.timing.retry_seconds[tries])

    async def _submit(self, task: Task, number: int, place: Path) -> None:
        """Submit a take, at most once; returns only when the operation's name is on disk."""
        bench = self.bench
        folder = place / str(number)
        folder.mkdir()
        files = await self._away(lambda: bench.lay_out(task.shot, folder))
        await self._away(lambda: begin(bench, task, self.engine.name, TakeState.SUBMITTING, after=number - 1))
        passed("submitting")
        if bench.halt.event.is_set():
            # Nothing was submitted, and only we know that: whoever goes on may begin another take.
            text = f"{INTERRUPTED}: worker {bench.worker} had to let go"
            await self._away(lambda: stubbornly(partial(write_fault, bench, task, number, text)))
            raise Halted
        try:
            async with asyncio.timeout(_SUBMIT_SECONDS):
                operation = await self.engine.submit(task.shot, RemoteTake(folder, number, files))
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

        # Nobody else knows this name. A worker that is just being stopped still has to write it down.
        await self._away(lambda: stubbornly(write))
        passed("operation_written")

    async def _follow(self, task: Task, record: TakeRecord, place: Path) -> Outcome:
        """Wait for an operation and deliver its film. Raises EngineError when there will be none."""
        bench = self.bench
        assert record.operation is not None, "a submitted take has its operation's name"
        stored = await self._away(lambda: delivery.resume(bench, task, record, place))
        if stored is not None:
            return stored
        finished = await self._wait(task, record.operation)
        folder = place / f"fetched-{record.number}"
        folder.mkdir()
        files = await self._away(lambda: bench.lay_out(task.shot, place))
        film = await self._surely(task, lambda: self.engine.fetch(finished, folder))
        passed("fetched")
        notes: dict[str, object] = {"engine": self.engine.name, "operation": record.operation}
        return await self._away(
            lambda: delivery.deliver(bench, task, record.number, record.state, film, folder, files, notes)
        )

    async def _wait(self, task: Task, operation: str) -> Finished:
        """Poll until there is a definite answer; cancel the operation when the task is canceled or too late."""
        try:
            while True:
                found = await self._surely(task, lambda: self.engine.poll(operation))
                match found:
                    case Finished():
                        return found
                    case Declined():
                        raise (ShotRefused if found.filtered else EngineFailed)(found.reason)
                await self._away(partial(self._report, task, found.fraction or 0.0, found.stage))
                await self._doze(task, self.bench.timing.operation_seconds * random.uniform(0.8, 1.2))
        except (Stopped, DeadlinePassed):
            await self._call_off(task, operation)
            raise

    async def _call_off(self, task: Task, operation: str) -> None:
        """Cancel an operation, if the remote side can be reached; the task ends in any case."""
        try:
            async with asyncio.timeout(_CANCEL_SECONDS):
                outcome = await self.engine.cancel(operation)
        # Whatever an engine or its network library raises: the caller is not to wait for that.
        except Exception:
            _log.exception("an operation goes on", extra={"action": "cancel_failed", "task": task.id})
            return
        facts = {"action": "operation_canceled", "task": task.id, "still_costs": outcome.still_costs}
        _log.info("operation canceled", extra=facts)

    async def _surely(self, task: Task, call: Callable[[], Awaitable[T]]) -> T:
        """A call that costs nothing to repeat: poll or fetch. What it waits for is paid for, so it is repeated through
        any outage, until the deadline; only what an engine says for certain ends it."""
        tries = 0
        while True:
            try:
                return await call()
            except QuotaExceeded:
                _log.warning("asked too often", extra={"action": "call_repeated", "task": task.id})
            except EngineError:
                raise
            # Whatever a network library raises.
            except Exception as fault:
                _log.warning("a call is repeated: %r", fault, extra={"action": "call_repeated", "task": task.id})
            await self._doze(task, _REPEAT_SECONDS[min(tries, len(_REPEAT_SECONDS) - 1)])
            tries += 1

    async def _rest(self, task: Task, seconds: float) -> None:
        """Wait before the next submit; a cancel or the deadline meanwhile is left to the next look at the task."""
        with contextlib.suppress(Stopped, DeadlinePassed):
            await self._doze(task, seconds)

    async def _doze(self, task: Task, seconds: float) -> None:
        """Let time go by. Raises Stopped, DeadlinePassed and Halted."""
        end_at = asyncio.get_running_loop().time() + seconds
        while (left := end_at - asyncio.get_running_loop().time()) > 0:
            await asyncio.sleep(min(left, _WATCH_SECONDS))
            await self._away(partial(self._look, task))

    def _look(self, task: Task) -> None:
        self.bench.halt.check()
        if self.bench.clock() >= task.deadline_at:
            raise DeadlinePassed
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
