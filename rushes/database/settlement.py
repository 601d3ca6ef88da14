"""Settlement: how a task ends. Status, money and event change in the caller's one transaction or not at all.

A cancel and a delivery may race: whoever changes the status first writes, the other gets False and writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes import ledger as idea
from rushes.clip import Clip, Poster
from rushes.database import events, ledger, tables, tasks
from rushes.event import Event, EventKind
from rushes.task import Failure, Status


def succeed(
    connection: Connection,
    task_id: str,
    take: int,
    clip: Clip,
    poster: Poster | None,
    cost_microusd: int,
    notes: Mapping[str, object] | None,
    now: datetime,
) -> bool:
    """Deliver a verified clip that is already in storage; capture its cost, never more than was held."""
    project, hold = _admitted(connection, task_id)
    charged, _ = idea.settle(hold, cost_microusd)
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
    ledger.settle(connection, task_id, take, cost_microusd, now)
    body = {"take": take, "charged_microusd": charged, "digest": clip.digest}
    events.insert(connection, Event(task_id, project, EventKind.SUCCEEDED, now, body))
    return True


def fail(connection: Connection, task_id: str, take: int, failure: Failure, now: datetime) -> bool:
    """End without a clip; everything that was held is released."""
    project, _ = _admitted(connection, task_id)
    if not tasks.end(connection, task_id, Status.FAILED, now, failure=failure):
        return False
    ledger.settle(connection, task_id, take, None, now)
    body = {"take": take, "code": failure.code, "message": failure.message}
    events.insert(connection, Event(task_id, project, EventKind.FAILED, now, body))
    return True


def cancel(connection: Connection, task_id: str, take: int, now: datetime) -> bool:
    """End because the caller asked for it; everything that was held is released. `take` is 0 before the first."""
    project, _ = _admitted(connection, task_id)
    if not tasks.end(connection, task_id, Status.CANCELED, now):
        return False
    ledger.settle(connection, task_id, take, None, now)
    events.insert(connection, Event(task_id, project, EventKind.CANCELED, now, {"take": take}))
    return True


def _admitted(connection: Connection, task_id: str) -> tuple[str, int]:
    """(project, hold in micro-dollars), both fixed at admission."""
    row = tables.tasks.c
    found = connection.execute(sa.select(row.project, row.hold_microusd).where(row.id == task_id)).one()
    return found.project, found.hold_microusd
