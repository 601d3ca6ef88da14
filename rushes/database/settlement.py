"""Settlement: how a task ends. Status, money and event change in the caller's one transaction or not at all.

A cancel and a delivery may race: whoever changes the status first writes, the other gets False and writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes import ledger as idea
from rushes.clip import Clip, Poster
from rushes.database import budgets, events, ledger, tables, tasks, usage
from rushes.event import Event, EventKind
from rushes.ledger import Cost
from rushes.task import Failure, Status
from rushes.usage import Ended


def succeed(
    connection: Connection,
    task_id: str,
    take: int,
    clip: Clip,
    poster: Poster | None,
    cost_microusd: int,
    notes: Mapping[str, object] | None,
    now: datetime,
    *,
    new_seconds: int | None = None,
) -> bool:
    """Deliver a verified clip that is already in storage; capture its cost, never more than was held. `new_seconds` is
    how much of it is new picture: all, when it is not said."""
    admitted = _admitted(connection, task_id)
    charged, _ = idea.settle(admitted.hold_microusd, cost_microusd)
    if not tasks.end(
        connection,
        task_id,
        Status.SUCCEEDED,
        now,
        clip=clip,
        poster=poster,
        charged_microusd=charged,
        notes=notes,
    ):
        return False
    _settle(connection, admitted, take, cost_microusd, now)
    seconds = int(clip.frames / clip.rate) if new_seconds is None else new_seconds
    _count(connection, admitted, Status.SUCCEEDED, now, seconds, charged)
    body = {"take": take, "charged_microusd": charged, "digest": clip.digest}
    events.insert(connection, Event(task_id, admitted.project, EventKind.SUCCEEDED, now, body))
    return True


def fail(connection: Connection, task_id: str, take: int, failure: Failure, now: datetime) -> bool:
    """End without a clip; everything that was held is released."""
    admitted = _admitted(connection, task_id)
    if not tasks.end(connection, task_id, Status.FAILED, now, failure=failure):
        return False
    _settle(connection, admitted, take, None, now)
    _count(connection, admitted, Status.FAILED, now)
    body = {"take": take, "code": failure.code, "message": failure.message}
    events.insert(connection, Event(task_id, admitted.project, EventKind.FAILED, now, body))
    return True


def cancel(connection: Connection, task_id: str, take: int, now: datetime) -> bool:
    """End because the caller asked for it; everything that was held is released. `take` is 0 before the first."""
    admitted = _admitted(connection, task_id)
    if not tasks.end(connection, task_id, Status.CANCELED, now):
        return False
    _settle(connection, admitted, take, None, now)
    _count(connection, admitted, Status.CANCELED, now)
    events.insert(connection, Event(task_id, admitted.project, EventKind.CANCELED, now, {"take": take}))
    return True


@dataclass(frozen=True, slots=True)
class _Admitted:
    """What was fixed when the task came in."""

    id: str
    project: str
    key_id: str
    model: str
    engine: str
    quantity: int
    unit_price_microusd: int
    discount_microusd: int
    price_version: str
    hold_microusd: int
    created_at: datetime
    started_at: datetime | None
    root: str | None  #: of its key; None when a person in the console made it


_TASK, _KEY = tables.tasks.c, tables.keys.c
#: Built once: SQLAlchemy then finds its SQL without looking at every column again.
_ADMITTED = (
    sa.select(
        _TASK.id,
        _TASK.project,
        _TASK.key_id,
        _TASK.model,
        _TASK.engine,
        _TASK.quantity,
        _TASK.unit_price_microusd,
        _TASK.discount_microusd,
        _TASK.price_version,
        _TASK.hold_microusd,
        _TASK.created_at,
        _TASK.started_at,
        sa.func.coalesce(_KEY.root_id, _KEY.id).label("root"),
    )
    .select_from(tables.tasks.outerjoin(tables.keys, _KEY.id == _TASK.key_id))
    .where(_TASK.id == sa.bindparam("task_id"))
)


def _admitted(connection: Connection, task_id: str) -> _Admitted:
    return _Admitted(**connection.execute(_ADMITTED, {"task_id": task_id}).one()._mapping)


def _settle(connection: Connection, admitted: _Admitted, take: int, cost_microusd: int | None, now: datetime) -> None:
    """Move the money, in the order of `admission`."""
    _, released = ledger.settle(connection, admitted.id, take, cost_microusd, now)
    if released:
        root = admitted.root or admitted.project
        budgets.release(connection, admitted.project, root, released, admitted.created_at)


def _count(
    connection: Connection, admitted: _Admitted, status: Status, now: datetime, seconds: int = 0, charged: int = 0
) -> None:
    """Count the task in the day's usage; the last, because many tasks share these rows."""
    began = admitted.started_at
    price = (admitted.unit_price_microusd, admitted.discount_microusd, admitted.price_version)
    delivered = Cost(admitted.quantity, *price).delivered(seconds)
    usage.add(
        connection,
        Ended(
            admitted.project,
            f"{now.astimezone(UTC):%Y-%m-%d}",
            admitted.key_id,
            admitted.model,
            admitted.engine,
            status.value,
            seconds=delivered.quantity,
            discount_microusd=delivered.discount_microusd,
            charged_microusd=charged,
            waiting_seconds=((began or now) - admitted.created_at).total_seconds(),
            rendering_seconds=None if began is None else (now - began).total_seconds(),
        ),
    )
