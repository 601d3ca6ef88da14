"""Operations: one task of a remote engine, whose submits may cost money and must never be made twice.

    wait for the account's turn, and in the same transaction
    begin take: submitting     committed before the engine is called
    engine.submit
    submitted, with the operation's name
    poll … fetch … conform … deliver … settle      see `pursuit`

A worker that finds a take `submitting` does not know whether the remote side has it: the task ends as *outcome
unknown*, free for the caller, and is never submitted again by itself. A fault that the engine names (quota, refusal,
failure) is its word that nothing was accepted; any other exception is not. After such a word another engine may take the
task on: see `handover`.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from rushes.database import accounts, takes, tasks
from rushes.database.accounts import Wait
from rushes.engine import Allowance, Finished, Paced, RemoteEngine
from rushes.errors import DeadlinePassed, EngineError, OutcomeUnknown, QuotaExceeded, RushesError, Stopped, Unavailable
from rushes.jobs import delivery, late
from rushes.jobs.bench import Bench, Halted
from rushes.jobs.flow import INTERRUPTED, broken, close, end, failed, look_up, open_take, start, write_fault
from rushes.jobs.handover import hand_over, next_engine
from rushes.jobs.kill_points import passed
from rushes.jobs.lookout import Lookout, sleep
from rushes.jobs.outcome import Canceled, Delivered, Failed, Outcome
from rushes.jobs.patience import patiently, stubbornly
from rushes.jobs.pursuit import Film, Pursuit, in_thread
from rushes.jobs.steps import Steps
from rushes.take import TakeRecord, TakeState
from rushes.task import Task

T = TypeVar("T")

_log = logging.getLogger("rushes.jobs")
#: A submit that takes longer has an unknown outcome.
_SUBMIT_SECONDS = 300.0


class _AccountClosed(QuotaExceeded):
    """The engine's account is out of quota, as other tasks have found."""


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
    film_threads: ThreadPoolExecutor  #: for what takes long, so that no operation's name waits for it to be written
    lookout: Lookout

    async def run(self, task_id: str) -> None:
        """Bring a task to its end. Raises Halted when this worker must let go of it; then the task is still open."""
        bench = self.bench
        await self._away(lambda: self.steps.transact("start", lambda connection: start(bench, connection, task_id)))
        passed("task_started")
        with bench.workplace(task_id) as place, self.lookout.over(task_id) as wake:
            try:
                outcome = await self._outcome(task_id, place, wake)
            # The outermost loop of a flow: a bug of ours must end the task, not leave its caller waiting.
            except Exception:
                _log.exception("a job broke", extra={"action": "job_broke", "task": task_id})
                outcome = await self._away(lambda: broken(task_id, bench))
            if outcome is not None:
                await self._away(lambda: end(bench, self.steps.transact, task_id, outcome))
            await self._wait_for_late_film(task_id, place, wake)

    async def _outcome(self, task_id: str, place: Path, wake: asyncio.Event) -> Outcome | None:
        """How the task is to end; None when it has ended, or is another engine's now."""
        bench = self.bench
        while True:
            task, records = await self._away(lambda: look_up(bench, task_id))
            if task is None:
                return None
            if task.status.ended:
                await self._away(partial(delivery.tidy, bench, task, records))
                return None
            if task.engine != self.engine.name:
                return None
            last = records[-1] if records else None
            number = last.number if last else 0
            if last is not None and last.state is TakeState.SUBMITTING:
                return failed(number, OutcomeUnknown())
            if last is not None and last.state is TakeState.SUBMITTED:
                return await self._follow(task, last, place, wake)
            begun = 0
            try:
                await self._away(partial(self._look, task))
                take = await self._prepare(task, number + 1, place)
                begun = await self._begin(task, number, wake)
                await self._submit(task, take)
            except (Stopped, DeadlinePassed) as fault:
                return Canceled(begun or number) if isinstance(fault, Stopped) else failed(begun or number, fault)
            except _AccountClosed as fault:
                if await self._away(partial(hand_over, bench, self.steps, task, 0, fault)):
                    return None
            except EngineError as fault:
                if isinstance(fault, QuotaExceeded):
                    await self._away(partial(self._leave_alone, fault))
                waits = self._waits(task, fault)
                tries = sum(one.state is TakeState.FAILED and one.engine == task.engine for one in records)
                if not fault.again or tries >= len(waits):
                    if await self._away(partial(hand_over, bench, self.steps, task, begun, fault)):
                        return None
                    return failed(begun, fault)
                await self._away(partial(close, bench, task, begun, fault))
                # A cancel or the deadline meanwhile is left to the next look at the task.
                with contextlib.suppress(Stopped):
                    await self._nap(task, wake, waits[tries] * random.uniform(0.75, 1.25))

    def _waits(self, task: Task, fault: EngineError) -> tuple[float, ...]:
        """How long to wait before each further take. Who is out of quota is given minutes, unless another can go on."""
        timing = self.bench.timing
        return timing.quota_seconds if isinstance(fault, QuotaExceeded) and not task.fallbacks else timing.retry_seconds

    @property
    def _allowance(self) -> Allowance | None:
        return self.engine.allowance if isinstance(self.engine, Paced) else None

    async def _begin(self, task: Task, number: int, wake: asyncio.Event) -> int:
        """Open the next take as soon as the account may be given another shot; returns its number. Raises Stopped,
        DeadlinePassed and Halted, and _AccountClosed when somebody else can go on at once."""
        while True:
            wait = await self._away(lambda: patiently(self.bench, partial(self._claim, task, number)))
            if wait is None:
                return number + 1
            if wait.out_of_quota and await self._away(partial(next_engine, self.bench, task)) is not None:
                raise _AccountClosed
            # Those who wait for the same moment must not all come in it.
            await self._nap(task, wake, wait.seconds * random.uniform(1.0, 1.25))
            self._check_deadline(task)

    def _claim(self, task: Task, number: int) -> Wait | None:
        """Open a take, or say how long the account is to be left alone."""
        allowance = self._allowance
        with self.bench.database.transaction() as connection:
            if allowance is not None and (wait := accounts.wait(connection, allowance)) is not None:
                return wait
            account = allowance.account if allowance is not None else None
            open_take(
                self.bench, connection, task, self.engine.name, TakeState.SUBMITTING, after=number, account=account
            )
            return None

    def _leave_alone(self, fault: QuotaExceeded) -> None:
        """Tell all workers that the account is out of quota."""
        allowance = self._allowance
        if allowance is None:
            return
        name = allowance.account

        def write() -> None:
            with self.bench.database.transaction() as connection:
                accounts.refused(connection, name, fault.retry_after_seconds, self.bench.timing.storm_seconds)

        patiently(self.bench, write)

    async def _prepare(self, task: Task, number: int, place: Path) -> RemoteTake:
        """Bring what the take needs to disk. Before it begins, so that a crash meanwhile leaves no doubt."""
        # Its name is new: a take may be prepared again before it has begun.
        folder = Path(tempfile.mkdtemp(prefix=f"{number}-", dir=place))
        return RemoteTake(folder, number, await self._away(partial(self._lay_out, task, folder)))

    def _lay_out(self, task: Task, place: Path) -> dict[str, str]:
        return patiently(self.bench, lambda: self.bench.lay_out(task.shot, place))

    async def _submit(self, task: Task, take: RemoteTake) -> None:
        """Submit a take that was begun, at most once; returns only when the operation's name is on disk."""
        bench, number = self.bench, take.number
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
                if self._allowance is not None:
                    accounts.taken(connection, self._allowance.account)
                takes.set_state(connection, task.id, number, TakeState.SUBMITTED, bench.clock(), operation=operation)
                if take.notes:
                    tasks.add_notes(connection, task.id, take.notes)

        # Nobody else knows this name. A worker that is just being stopped still has to write it down.
        try:
            await self._away(lambda: stubbornly(write))
        except RushesError as fault:
            _log.exception(
                "the operation %s is not written down", operation, extra={"action": "operation_lost", "task": task.id}
            )
            raise OutcomeUnknown from fault
        passed("operation_written")

    async def _follow(self, task: Task, record: TakeRecord, place: Path, wake: asyncio.Event) -> Outcome:
        """Wait for an operation and deliver its film, or say why there will be none."""
        bench = self.bench
        pursuit = self._pursuit(task, record, wake)
        stored = None
        if record.digest is not None:
            stored = await in_thread(self.film_threads, lambda: delivery.resume(bench, task, record, place))
        made = stored is not None
        try:
            if stored is None:
                finished = await pursuit.finish()
                made = True
                stored = await self._bring_home(pursuit, finished, place)
        except Stopped:
            await pursuit.cancel(made=made)
            return Canceled(record.number)
        except DeadlinePassed as fault:
            outcome = await pursuit.cancel(made=made)
            ended = failed(record.number, fault)
            # What cannot be stopped still comes, and is charged to this server: the take stays out.
            return ended if outcome.stopped else Failed(record.number, ended.failure, TakeState.SUBMITTED)
        except EngineError as fault:
            return failed(record.number, fault)
        # Asked for while the clip was being stored: nothing was promised yet, so the caller need not pay for it.
        now, _ = await self._away(lambda: look_up(bench, task.id))
        if now is not None and now.cancel_asked_at is not None:
            await pursuit.cancel(made=True)
            return Canceled(record.number)
        return stored

    async def _bring_home(self, pursuit: Pursuit, finished: Finished, place: Path) -> Delivered:
        bench, task, record = self.bench, pursuit.task, pursuit.record
        files = await in_thread(self.film_threads, partial(self._lay_out, task, place))

        def keep(film: Film) -> Delivered:
            return delivery.deliver(bench, task, record.number, record.state, film.path, film.folder, files, film.notes)

        return await pursuit.bring_home(finished, place, keep)

    async def _wait_for_late_film(self, task_id: str, place: Path, wake: asyncio.Event) -> None:
        """Keep the film of a take that is still out although its task has ended."""
        bench = self.bench
        task, records = await self._away(lambda: look_up(bench, task_id))
        if task is None or not task.status.ended or not records or records[-1].state is not TakeState.SUBMITTED:
            return
        record = records[-1]
        pursuit = self._pursuit(task, record, wake, late.PATIENCE)
        try:
            finished = await pursuit.finish()
            files = await in_thread(self.film_threads, partial(self._lay_out, task, place))
            await pursuit.bring_home(finished, place, partial(late.keep, bench, task, record, files))
        except EngineError as fault:
            text = f"{fault.code}: {fault.message}"
            await self._away(partial(late.give_up, bench, task, record, text))

    def _pursuit(self, task: Task, record: TakeRecord, wake: asyncio.Event, grace: timedelta = timedelta()) -> Pursuit:
        until = task.deadline_at + grace
        return Pursuit(
            self.bench, self.engine, self.threads, self.film_threads, self.lookout, task, record, wake, until
        )

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

    async def _away(self, work: Callable[[], T]) -> T:
        return await in_thread(self.threads, work)
