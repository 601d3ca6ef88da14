"""Takes: rows of `take.TakeRecord`, one for each run of an engine at a task's shot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection, Row

from rushes.database import tables
from rushes.database.connect import clock
from rushes.take import TakeRecord, TakeState

_table = tables.takes
_WORKING = (TakeState.RENDERING, TakeState.SUBMITTING, TakeState.SUBMITTED)


@dataclass(frozen=True, slots=True)
class PlannedPoll:
    task: str
    take: int
    at: datetime


@dataclass(frozen=True, slots=True)
class InFlight:
    operations: int
    left_alone: int  #: of them, whose time to be asked has long passed


def begin(
    connection: Connection,
    task_id: str,
    engine: str,
    worker: str,
    now: datetime,
    state: TakeState = TakeState.RENDERING,
    account: str | None = None,
) -> int:
    """Open the next take of a task and return its number, from 1. The task's progress starts again at 0. `account` is
    whose limits it counts against; see `accounts.wait`.

    Two that begin at once get different numbers: the first update locks the task's row."""
    tasks = tables.tasks
    number = connection.execute(
        sa.update(tasks)
        .where(tasks.c.id == task_id)
        .values(takes=tasks.c.takes + 1, progress=0.0)
        .returning(tasks.c.takes)
    ).scalar_one()
    connection.execute(
        sa.insert(_table).values(
            task_id=task_id,
            number=number,
            engine=engine,
            state=state.value,
            worker=worker,
            started_at=now,
            account=account,
            claimed_at=None if account is None else clock(connection),
        )
    )
    return int(number)


def set_state(
    connection: Connection,
    task_id: str,
    number: int,
    state: TakeState,
    now: datetime,
    *,
    operation: str | None = None,
    digest: str | None = None,
    fault: str | None = None,
    still_open: bool = False,
) -> None:
    """Write where a take is; what is None stays as it was. A state in which nobody works any more also ends it.
    `still_open`: only if it has not ended, so that how it did is not overwritten."""
    known = {"operation": operation, "digest": digest, "fault": fault}
    values: dict[str, object] = {name: value for name, value in known.items() if value is not None}
    values["state"] = state.value
    if state not in _WORKING:
        values["ended_at"] = now
    mine = [_table.c.task_id == task_id, _table.c.number == number]
    if still_open:
        mine.append(_table.c.ended_at.is_(None))
    connection.execute(sa.update(_table).where(*mine).values(values))


def plan_polls(connection: Connection, plans: Sequence[PlannedPoll]) -> None:
    """Write when operations are to be asked next: many at once."""
    mine = (_table.c.task_id == sa.bindparam("task"), _table.c.number == sa.bindparam("take"))
    still = _table.c.state == TakeState.SUBMITTED.value
    update = sa.update(_table).where(*mine, still).values(next_poll_at=sa.bindparam("at"))
    connection.execute(update, [asdict(plan) for plan in plans])


def in_flight(connection: Connection, late: datetime) -> Mapping[str, InFlight]:
    """What is out at far sides, by engine; one indexed read, however many have ended. An operation that should have been
    asked before `late` has been left alone."""
    left_alone = sa.func.sum(sa.case((_table.c.next_poll_at < late, 1), else_=0))
    rows = connection.execute(
        sa.select(_table.c.engine, sa.func.count(), left_alone)
        .where(_table.c.state == TakeState.SUBMITTED.value)
        .group_by(_table.c.engine)
    )
    return {engine: InFlight(int(count), int(alone)) for engine, count, alone in rows}


def latest(connection: Connection, task_id: str) -> TakeRecord | None:
    row = connection.execute(
        sa.select(_table).where(_table.c.task_id == task_id).order_by(_table.c.number.desc()).limit(1)
    ).one_or_none()
    return _record(row) if row else None


def of_task(connection: Connection, task_id: str) -> list[TakeRecord]:
    """All takes of a task, in order."""
    rows = connection.execute(sa.select(_table).where(_table.c.task_id == task_id).order_by(_table.c.number))
    return [_record(row) for row in rows]


def others_with(connection: Connection, digest: str, task_id: str) -> bool:
    """Has a take of another task a clip of this digest? Looks through all takes, so ask seldom."""
    other = sa.select(_table.c.number).where(_table.c.digest == digest, _table.c.task_id != task_id)
    return connection.execute(other.limit(1)).first() is not None


def _record(row: Row[*tuple[object, ...]]) -> TakeRecord:
    values = {name: row._mapping[name] for name in TakeRecord.__slots__}
    return TakeRecord(**{**values, "state": TakeState(values["state"])})
