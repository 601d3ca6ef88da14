"""Workshop: what every engine of this server is doing, and what went wrong of late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.task import Failure, Status

_table = tables.tasks


@dataclass(frozen=True, slots=True)
class Trouble:
    """A task that failed, of whichever project."""

    task_id: str
    project: str
    engine: str
    ended_at: datetime
    failure: Failure


def by_engine(connection: Connection, since: datetime) -> Mapping[tuple[str, Status], int]:
    """How many tasks each engine has in each status, of all projects: open ones ever, ended ones since then."""
    is_open = _table.c.status.in_([status.value for status in Status if not status.ended])
    rows = connection.execute(
        sa.select(_table.c.engine, _table.c.status, sa.func.count())
        .where(sa.or_(is_open, _table.c.ended_at >= since))
        .group_by(_table.c.engine, _table.c.status)
    )
    return {(engine, Status(status)): int(count) for engine, status, count in rows}


def troubles(connection: Connection, since: datetime, limit: int) -> list[Trouble]:
    """The newest tasks that failed since then, of all projects."""
    columns = (_table.c.id, _table.c.project, _table.c.engine, _table.c.ended_at, _table.c.failure)
    rows = connection.execute(
        sa.select(*columns)
        .where(_table.c.status == Status.FAILED.value, _table.c.ended_at >= since)
        .order_by(_table.c.ended_at.desc())
        .limit(limit)
    )
    return [Trouble(row[0], row[1], row[2], row[3], Failure(**row[4])) for row in rows]
