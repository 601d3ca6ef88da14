"""Flow: what a worker does with one task of a local engine, from `running` to its end.

It may be interrupted at any instruction and begun again by another worker, so every part finds out from our own tables
what is already done: an ended task needs nothing, a stored clip is delivered, a take that was interrupted is closed and
a new one begun. Only the two changes of status are steps of the job engine; whoever has lost the task to another worker
cannot commit them.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from rushes.database import events, takes, tasks
from rushes.errors import DeadlinePassed, EngineError, EngineFailed, OutcomeUnknown, RushesError, Stopped
from rushes.event import Event, EventKind
from rushes.jobs import delivery
from rushes.jobs.bench import Bench, Halted
from rushes.jobs.children import Nursery
from rushes.jobs.handover import hand_over
from rushes.jobs.kill_points import passed
from rushes.jobs.outcome import Canceled, Delivered, Failed, Outcome, settle
from rushes.jobs.patience import patiently
from rushes.jobs.rehearse import rehearsal
from rushes.jobs.render import Watch, render
from rushes.jobs.steps import Steps
from rushes.take import TakeRecord, TakeState
from rushes.task import Failure, Task

_log = logging.getLogger("rushes.jobs")
#: A task whose takes were interrupted so often (its worker died each time) ends as failed: it may be the cause.
INTERRUPTIONS_MAX = 20
INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class LocalFlow:
    bench: Bench
    nursery: Nursery
    version: str  #: of the engine
    steps: Steps

    def run(self, task_id: str) -> None:
        """Bring a task to its end. Raises Halted when this worker must let go of it; then the task is still open."""
        self.steps.transact("start", lambda connection: start(self.bench, connection, task_id))
        passed("task_started")
        try:
            with self.bench.workplace(task_id) as place:
                outcome = self._outcome(task_id, place)
        # The outermost loop of a flow: a bug of ours must end the task, not leave its caller waiting.
        except Exception:
            _log.exception("a job broke", extra={"action": "job_broke", "task": task_id})
            outcome = broken(task_id, self.bench)
        if outcome is not None:
            end(self.bench, self.steps.transact, task_id, outcome)

    def _outcome(self, task_id: str, place: Path) -> Outcome | None:
        """How the task is to end; None when it has ended."""
        while True:
            task, records = look_up(self.bench, task_id)
            if task is None:
                return None
            if task.status.ended:
                delivery.tidy(self.bench, task, records)
                return None
            if task.engine != self.nursery.engine:
                return None  # It was handed over.
            number = records[-1].number if records else 0
            if task.cancel_asked_at is not None:
                return Canceled(number)
            if self.bench.clock() >= task.deadline_at:
                return failed(number, DeadlinePassed())
            stored = delivery.resume(self.bench, task, records[-1], place) if records else None
            if stored is not None:
                return stored
            records = close_interrupted(self.bench, task, records)
            faults = [one for one in records if one.state is TakeState.FAILED and one.engine == task.engine]
            interruptions = sum(1 for record in faults if (record.fault or "").startswith(INTERRUPTED))
            if interruptions >= INTERRUPTIONS_MAX:
                return failed(
                    number, EngineFailed(f"The take was interrupted {interruptions} times. Nothing was charged.")
                )
            tries = len(faults) - interruptions
            waits = self.bench.timing.retry_seconds
            number = begin(self.bench, task, self.nursery.engine, TakeState.RENDERING, after=number)
            passed("take_begun")
            try:
                return self._take(task, number, place / str(number))
            except Stopped:
                return Canceled(number)
            except EngineError as fault:
                if not fault.again or tries >= len(waits) or rehearsal(task).fault is not None:
                    return None if hand_over(self.bench, self.steps, task, number, fault) else failed(number, fault)
                close(self.bench, task, number, fault)
                # A cancel or the deadline meanwhile is found when the task is looked up again.
                with contextlib.suppress(Stopped, DeadlinePassed):
                    wait_watching(self.bench, task, waits[tries])

    def _take(self, task: Task, number: int, place: Path) -> Delivered:
        place.mkdir()
        rehearsed = rehearsal(task)
        if rehearsed.slow_seconds:
            wait_watching(self.bench, task, rehearsed.slow_seconds)
        if rehearsed.fault is not None:
            raise rehearsed.fault
        film = render(self.bench, task, number, self.nursery, place)
        passed("rendered")
        notes: Mapping[str, object] = {
            **film.notes,
            "engine": self.nursery.engine,
            "engine_version": self.version,
        }
        delivered = delivery.deliver(self.bench, task, number, TakeState.RENDERING, film.path, place, film.files, notes)
        # Asked for while the clip was being stored: nothing was promised yet, so the caller need not pay for it.
        now, _ = look_up(self.bench, task.id)
        if now is not None and now.cancel_asked_at is not None:
            raise Stopped
        return delivered


def start(bench: Bench, connection: Connection, task_id: str) -> bool:
    """From queued to running, with the event that says so; False when another engine has begun with it."""
    now = bench.clock()
    if not tasks.start(connection, task_id, now):
        tasks.take_up(connection, task_id)
        return False
    task = tasks.get(connection, task_id)
    assert task is not None, "it was just started"
    events.insert(connection, Event(task.id, task.project, EventKind.STARTED, now, {"worker": bench.worker}))
    return True


def begin(bench: Bench, task: Task, engine: str, state: TakeState, *, after: int) -> int:
    """Open the next take, with its event; returns its number.

    `after` is the last take that was seen. Raises Halted when there is a later one: then another worker has taken the
    task over, and a second take, which may cost money, must not begin."""

    def work() -> int:
        with bench.database.transaction() as connection:
            return open_take(bench, connection, task, engine, state, after=after)

    return patiently(bench, work)


def open_take(
    bench: Bench,
    connection: Connection,
    task: Task,
    engine: str,
    state: TakeState,
    *,
    after: int,
    account: str | None = None,
) -> int:
    """`begin` in the caller's transaction."""
    now = bench.clock()
    number = takes.begin(connection, task.id, engine, bench.worker, now, state, account)
    if number != after + 1:
        raise Halted
    body: dict[str, object] = {"take": number, "engine": engine}
    events.insert(connection, Event(task.id, task.project, EventKind.TAKE, now, body))
    return number


def look_up(bench: Bench, task_id: str) -> tuple[Task | None, list[TakeRecord]]:
    def work() -> tuple[Task | None, list[TakeRecord]]:
        with bench.database.reading() as connection:
            return tasks.get(connection, task_id), takes.of_task(connection, task_id)

    return patiently(bench, work)


def close(bench: Bench, task: Task, number: int, fault: RushesError | str) -> None:
    """Write down why a take failed."""
    text = fault if isinstance(fault, str) else f"{fault.code}: {fault.message}"
    patiently(bench, lambda: write_fault(bench, task, number, text))


def write_fault(bench: Bench, task: Task, number: int, text: str) -> None:
    with bench.database.transaction() as connection:
        takes.set_state(connection, task.id, number, TakeState.FAILED, bench.clock(), fault=text)


def close_interrupted(bench: Bench, task: Task, records: list[TakeRecord]) -> list[TakeRecord]:
    """Close the take that a worker left behind when it died; the takes as they are then."""
    if not records or records[-1].state is not TakeState.RENDERING:
        return records
    close(bench, task, records[-1].number, f"{INTERRUPTED}: worker {records[-1].worker} went away")
    return look_up(bench, task.id)[1]


def failed(number: int, fault: EngineError) -> Failed:
    state = TakeState.UNKNOWN if isinstance(fault, OutcomeUnknown) else TakeState.FAILED
    return Failed(number, Failure(fault.code, fault.message), state)


def broken(task_id: str, bench: Bench) -> Failed:
    """The end of a task that a bug of ours, or of the engine's, got in the way of."""
    records = look_up(bench, task_id)[1]
    return Failed(
        records[-1].number if records else 0,
        Failure("internal", "Something went wrong on our side. Nothing was charged; try again."),
    )


def wait_watching(bench: Bench, task: Task, seconds: float) -> None:
    """Let time go by, as `render` would: raises Stopped, DeadlinePassed and Halted."""
    watch = Watch(bench, task)
    slices = max(1, round(seconds / bench.timing.watch_seconds))
    for number in range(slices):
        watch.look()
        watch.report(0.0 if number < 2 else 0.001, "waiting")
        bench.halt.wait(seconds / slices)


def end(
    bench: Bench,
    transact: Callable[[str, Callable[[Connection], bool]], bool],
    task_id: str,
    outcome: Outcome,
) -> None:
    """Settle, and tidy up after it: the last preview still, and a clip that came too late."""
    task, _ = look_up(bench, task_id)
    assert task is not None, "tasks are never removed while they are open"
    if task.still is not None:
        bench.storage.delete(task.still)  # Before its digest leaves the row, or a crash would leave it for ever.
    won = transact("settle", lambda connection: settle(connection, task, outcome, bench.clock()))
    passed("settled")
    action = "task_settled" if won else "task_was_settled"
    _log.info("%s: %s", task_id, type(outcome).__name__.lower(), extra={"action": action, "task": task_id})
    tidy_after(bench, task_id)


def tidy_after(bench: Bench, task_id: str) -> None:
    """Remove what an ended task has left over in storage."""
    task, records = look_up(bench, task_id)
    if task is not None:
        delivery.tidy(bench, task, records)
