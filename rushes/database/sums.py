"""Sums: what a project has made and spent, and what every engine is doing, as sums over tasks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.task import Failure, Status

_table = tables.tasks


@dataclass(frozen=True, slots=True)
class Sum:
    """Tasks of one day (UTC), model, key and status together; deleted ones count as well, since they were paid for."""

    day: date
    model: str
    key_id: str
    status: Status
    tasks: int
    seconds: int  #: of picture asked for
    charged_microusd: int


@dataclass(frozen=True, slots=True)
class Trouble:
    """A task that failed, of whichever project."""

    task_id: str
    project: str
    engine: str
    ended_at: datetime
    failure: Failure


def by_day(connection: Connection, project: str, since: datetime) -> list[Sum]:
    """A project's tasks since then, oldest day first."""
    # Text in both databases begins with the day: ISO 8601, and PostgreSQL's sessions are in UTC.
    day = sa.func.substr(sa.cast(_table.c.created_at, sa.String), 1, 10).label("day")
    columns = (day, _table.c.model, _table.c.key_id, _table.c.status)
    rows = connection.execute(
        sa.select(*columns, sa.func.count(), sa.func.sum(_table.c.quantity), sa.func.sum(_table.c.charged_microusd))
        .where(_table.c.project == project, _table.c.created_at >= since)
        .group_by(*columns)
        .order_by(*columns)
    )
    return [
        Sum(date.fromisoformat(row[0]), row[1], row[2], Status(row[3]), row[4], int(row[5]), int(row[6]))
        for row in rows
    ]


def waits(connection: Connection, project: str, since: datetime, limit: int = 5000) -> list[float]:
    """Seconds from the request to the clip, of the newest tasks that succeeded, sorted."""
    rows = connection.execute(
        sa.select(_table.c.created_at, _table.c.ended_at)
        .where(_table.c.project == project, _table.c.status == Status.SUCCEEDED.value, _table.c.created_at >= since)
        .order_by(_table.c.id.desc())
        .limit(limit)
    )
    return sorted((ended_at - created_at).total_seconds() for created_at, ended_at in rows)


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
