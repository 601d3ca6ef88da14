"""Reports: takes of engines elsewhere that have ended, with what was captured for them and what the engine reported."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.ledger import EntryKind
from rushes.reconciliation import Compared
from rushes.shot import FRAMES_PER_SECOND
from rushes.take import TakeState

_ROWS = 1000


def report(connection: Connection, task_id: str, number: int, seconds: float | None, cost_microusd: int | None) -> None:
    """Keep what an engine says of a take."""
    take = tables.takes.c
    connection.execute(
        sa.update(tables.takes)
        .where(take.task_id == task_id, take.number == number)
        .values(reported_seconds=seconds, reported_microusd=cost_microusd)
    )


def compared(
    connection: Connection, since: datetime, until: datetime, project: str | None = None
) -> Iterator[Compared]:
    """Takes of engines elsewhere that ended from `since` to before `until`, in the order of their tasks; of one project,
    or of all. Reads every take, page by page: for a job now and then."""
    take, task, entry = tables.takes.c, tables.tasks.c, tables.ledger.c
    wanted = (
        sa.select(
            take.task_id,
            take.number,
            task.project,
            task.model,
            take.engine,
            take.ended_at,
            take.state,
            take.reported_seconds,
            take.reported_microusd,
            task.shot,
            task.clip,
            task.notes,
            task.quantity,
            entry.amount_microusd,
        )
        .select_from(tables.takes)
        .join(tables.tasks, task.id == take.task_id)
        .outerjoin(
            tables.ledger,
            sa.and_(entry.task_id == take.task_id, entry.take == take.number, entry.kind == EntryKind.CAPTURE.value),
        )
        .where(take.ended_at >= since, take.ended_at < until)
        .where(sa.or_(take.operation.is_not(None), take.state == TakeState.UNKNOWN.value))
        .order_by(take.task_id, take.number)
        .limit(_ROWS)
    )
    if project is not None:
        wanted = wanted.where(task.project == project)
    last = ("", 0)
    while rows := connection.execute(wanted.where(sa.tuple_(take.task_id, take.number) > last)).all():
        yield from (_compared(row) for row in rows)
        last = (rows[-1].task_id, rows[-1].number)


def _compared(row: sa.Row[*tuple[object, ...]]) -> Compared:
    found = row._mapping
    delivered = None
    if found["amount_microusd"] is not None:
        footage = found["shot"]["footage"]
        old = round(footage["seconds"] * FRAMES_PER_SECOND) if footage else 0
        delivered = min(found["quantity"], max(0, found["clip"]["frames"] - old) // FRAMES_PER_SECOND)
    told = found["notes"].get("upstream_cancel")
    return Compared(
        task=found["task_id"],
        take=found["number"],
        project=found["project"],
        model=found["model"],
        engine=found["engine"],
        ended_at=found["ended_at"],
        delivered_seconds=delivered,
        captured_microusd=found["amount_microusd"] or 0,
        reported_seconds=found["reported_seconds"],
        reported_microusd=found["reported_microusd"],
        is_lost=found["state"] == TakeState.UNKNOWN.value,
        still_costs=found["state"] == TakeState.LATE.value
        or (isinstance(told, dict) and told.get("still_costs") is True),
    )
