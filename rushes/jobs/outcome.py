"""Outcome: how a task is to end, and the one place where the jobs side ends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from rushes.clip import Clip, Poster
from rushes.database import settlement, takes
from rushes.jobs.kill_points import passed
from rushes.shot import FRAMES_PER_SECOND
from rushes.take import TakeState
from rushes.task import Failure, Task


@dataclass(frozen=True, slots=True)
class Delivered:
    """A verified clip, already in storage."""

    take: int
    clip: Clip
    poster: Poster
    notes: Mapping[str, object] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Failed:
    take: int  #: 0: before the first
    failure: Failure
    state: TakeState = TakeState.FAILED


@dataclass(frozen=True, slots=True)
class Canceled:
    take: int


Outcome = Delivered | Failed | Canceled


def settle(connection: Connection, task: Task, outcome: Outcome, now: datetime) -> bool:
    """End the task: status, money, event and the take's state in the caller's transaction. False when it had ended."""
    match outcome:
        case Delivered():
            seconds = new_seconds(task, outcome.clip)
            won = settlement.succeed(
                connection,
                task.id,
                outcome.take,
                outcome.clip,
                outcome.poster,
                task.cost.delivered(seconds).total_microusd,
                outcome.notes,
                now,
                new_seconds=seconds,
            )
            state, fault = TakeState.DELIVERED, None
        case Failed():
            won = settlement.fail(connection, task.id, outcome.take, outcome.failure, now)
            state, fault = outcome.state, f"{outcome.failure.code}: {outcome.failure.message}"
        case Canceled():
            won = settlement.cancel(connection, task.id, outcome.take, now)
            state, fault = TakeState.STOPPED, None
    if outcome.take:
        # A take that came too late is closed, too, but nothing of it was delivered.
        late = won is False and state is TakeState.DELIVERED
        state = TakeState.STOPPED if late else state
        # The last take may have ended long before its task: refused for want of quota, say, until the deadline passed.
        takes.set_state(connection, task.id, outcome.take, state, now, fault=fault, still_open=True)
    passed("settling")
    return won


def new_seconds(task: Task, clip: Clip) -> int:
    """Whole seconds of new picture in a clip, rounded down: what is charged for."""
    footage = task.shot.footage
    old = round(footage.seconds * FRAMES_PER_SECOND) if footage else 0
    return max(0, clip.frames - old) // FRAMES_PER_SECOND
