"""Tallies: what a key's limits are measured by. Each count is one conditional statement, so it is exact however many
processes ask at once."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.database.connect import read
from rushes.errors import Rate, TooManyRequests

_table = tables.tallies
WINDOW_SECONDS = 60
#: Nobody knows when a task ends; this is what one takes.
_TASK_SECONDS = 10
#: A process whose clock is a little behind counts in the minute that others have begun.
_COUNT = sa.text(
    "INSERT INTO tallies (root, open_tasks, minute, requests) VALUES (:root, 0, :minute, 1)"
    " ON CONFLICT (root) DO UPDATE SET"
    " requests = CASE WHEN tallies.minute >= excluded.minute THEN tallies.requests + 1 ELSE 1 END,"
    " minute = CASE WHEN tallies.minute >= excluded.minute THEN tallies.minute ELSE excluded.minute END"
    " WHERE tallies.minute < excluded.minute OR tallies.requests < :limit"
    " RETURNING requests"
)
_OPEN = sa.text(
    "INSERT INTO tallies (root, open_tasks, minute, requests) VALUES (:root, 1, 0, 0)"
    " ON CONFLICT (root) DO UPDATE SET open_tasks = tallies.open_tasks + 1"
    " WHERE tallies.open_tasks < :limit"
    " RETURNING open_tasks"
)


def count_request(connection: Connection, root: str, limit: int, now: datetime) -> None:
    """Count a request in its minute. Raises TooManyRequests when that has had its number; nothing is counted then."""
    values = {"root": root, "minute": int(now.timestamp()) // WINDOW_SECONDS, "limit": limit}
    if connection.execute(_COUNT, values).scalar() is None:
        resets = _resets_seconds(now)
        raise TooManyRequests(
            f"This key may make {limit} requests a minute, and has; go on in {resets} s.",
            retry_after_seconds=resets,
            rate=Rate("requests", limit, 0, WINDOW_SECONDS, resets),
        )


def rate(connection: Connection, root: str, limit: int, now: datetime) -> Rate:
    """How many requests are left in this minute."""
    rows = read(connection, "SELECT minute, requests FROM tallies WHERE root = ?", (root,))
    used = rows[0][1] if rows and rows[0][0] >= int(now.timestamp()) // WINDOW_SECONDS else 0
    return Rate("requests", limit, max(0, limit - used), WINDOW_SECONDS, _resets_seconds(now))


def open_task(connection: Connection, root: str, limit: int) -> None:
    """Count a task that is admitted. Raises TooManyRequests when as many are open as may be."""
    if connection.execute(_OPEN, {"root": root, "limit": limit}).scalar() is None:
        raise TooManyRequests(
            f"This key may have {limit} tasks open at once, and has; wait until one has ended, or cancel it.",
            retry_after_seconds=_TASK_SECONDS,
            rate=Rate("tasks", limit, 0),
        )


def tasks_rate(connection: Connection, root: str, limit: int) -> Rate:
    """How many more tasks may be open."""
    rows = read(connection, "SELECT open_tasks FROM tallies WHERE root = ?", (root,))
    return Rate("tasks", limit, max(0, limit - (rows[0][0] if rows else 0)))


def close_task(connection: Connection, root: str) -> None:
    """Count down when a task ends."""
    connection.execute(sa.update(_table).where(_table.c.root == root).values(open_tasks=_table.c.open_tasks - 1))


def _resets_seconds(now: datetime) -> int:
    return WINDOW_SECONDS - int(now.timestamp()) % WINDOW_SECONDS
