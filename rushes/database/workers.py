"""Workers: who is alive, by the database's clock, because the clocks of several machines differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.database.connect import clock, insert_if_new

_table = tables.workers


@dataclass(frozen=True, slots=True)
class Worker:
    id: str  #: unique for each start of a process
    host: str
    pid: int
    started_at: datetime
    beat_at: datetime
    queues: tuple[str, ...]


def beat(
    connection: Connection,
    worker_id: str,
    host: str,
    pid: int,
    queues: Sequence[str],
    now: datetime | None = None,
) -> None:
    """Say that this worker is alive. `now` is for tests; without it the database's clock is asked."""
    at = now or clock(connection)
    update = sa.update(_table).where(_table.c.id == worker_id).values(beat_at=at, queues=list(queues))
    if connection.execute(update).rowcount == 0:
        values = {"id": worker_id, "host": host, "pid": pid, "started_at": at, "beat_at": at, "queues": list(queues)}
        insert_if_new(connection, _table, values)


def stale(connection: Connection, seconds: float) -> list[str]:
    """Workers whose last beat is more than `seconds` ago."""
    late = clock(connection) - timedelta(seconds=seconds)
    return list(connection.scalars(sa.select(_table.c.id).where(_table.c.beat_at < late).order_by(_table.c.id)))


def known(connection: Connection) -> list[Worker]:
    """All workers that were not removed, by the time they started."""
    rows = connection.execute(sa.select(_table).order_by(_table.c.started_at, _table.c.id))
    return [Worker(row.id, row.host, row.pid, row.started_at, row.beat_at, tuple(row.queues)) for row in rows]


def remove(connection: Connection, worker_id: str) -> None:
    connection.execute(sa.delete(_table).where(_table.c.id == worker_id))
