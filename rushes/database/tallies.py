"""Tallies: what a key's limits are measured by. Each count is one conditional statement, or made behind the lock of the
key's row, so it is exact however many processes ask at once."""

from __future__ import annotations

import math
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database.connect import read
from rushes.errors import Rate, TooManyRequests
from rushes.task import TRANSITIONS

WINDOW_SECONDS = 60
_MICROSECONDS = 1_000_000
#: Nobody knows when a task ends; this is what one takes.
_TASK_SECONDS = 10
#: A process whose clock is a little behind counts in the minute that others have begun.
_COUNT = sa.text(
    "INSERT INTO tallies (root, minute, requests) VALUES (:root, :minute, 1)"
    " ON CONFLICT (root) DO UPDATE SET"
    " requests = CASE WHEN tallies.minute >= excluded.minute THEN tallies.requests + 1 ELSE 1 END,"
    " minute = CASE WHEN tallies.minute >= excluded.minute THEN tallies.minute ELSE excluded.minute END"
    " WHERE tallies.minute < excluded.minute OR tallies.requests < :limit"
    " RETURNING requests"
)
#: The generic cell rate algorithm (ITU-T I.371): each request is due one interval after the one before, and may come so
#: much before it is due that `burst` of them come at once.
_SPREAD = sa.text(
    "INSERT INTO tallies (root, minute, requests, due_at) VALUES (:root, 0, 0, CAST(:now AS BIGINT) + :interval)"
    " ON CONFLICT (root) DO UPDATE SET due_at = :interval +"
    " CASE WHEN COALESCE(tallies.due_at, 0) > :now THEN tallies.due_at ELSE CAST(:now AS BIGINT) END"
    " WHERE COALESCE(tallies.due_at, 0) <= CAST(:now AS BIGINT) + :slack"
    " RETURNING due_at"
)
_LOCK = sa.text(
    "INSERT INTO tallies (root, minute, requests) VALUES (:root, 0, 0)"
    " ON CONFLICT (root) DO UPDATE SET requests = tallies.requests"
)
_OPEN = ", ".join(f"'{status}'" for status in TRANSITIONS if not status.ended)
_OPEN_TASKS = (
    f"SELECT count(*) FROM tasks WHERE project = ? AND status IN ({_OPEN})"
    " AND key_id IN (SELECT id FROM keys WHERE id = ? OR root_id = ?)"
)


def count_request(connection: Connection, root: str, limit: int, now: datetime, burst: int | None = None) -> None:
    """Count a request in its minute; with a burst, at its place in a steady row of `limit` a minute.

    Raises TooManyRequests when there is no room for it; nothing is counted then."""
    if burst is None:
        values = {"root": root, "minute": int(now.timestamp()) // WINDOW_SECONDS, "limit": limit}
        if connection.execute(_COUNT, values).scalar() is not None:
            return
        resets = _resets_seconds(now)
        said, standing = f"{limit} requests a minute", Rate("requests", limit, 0, WINDOW_SECONDS, resets)
    else:
        interval, at = _interval(limit), _microseconds(now)
        values = {"root": root, "now": at, "interval": interval, "slack": (burst - 1) * interval}
        if connection.execute(_SPREAD, values).scalar() is not None:
            return
        resets = max(1, math.ceil((_due(connection, root) - (burst - 1) * interval - at) / _MICROSECONDS))
        said, standing = f"{limit} requests a minute, {burst} at once", rate(connection, root, limit, now, burst)
    raise TooManyRequests(
        f"This key may make {said}, and has; go on in {resets} s.", retry_after_seconds=resets, rate=standing
    )


def rate(connection: Connection, root: str, limit: int, now: datetime, burst: int | None = None) -> Rate:
    """How many requests are left just now, and when there are as many as ever."""
    if burst is None:
        rows = read(connection, "SELECT minute, requests FROM tallies WHERE root = ?", (root,))
        used = rows[0][1] if rows and rows[0][0] >= int(now.timestamp()) // WINDOW_SECONDS else 0
        return Rate("requests", limit, max(0, limit - used), WINDOW_SECONDS, _resets_seconds(now))
    interval, ahead = _interval(limit), max(0, _due(connection, root) - _microseconds(now))
    left = max(0, burst * interval - ahead) // interval
    window = math.ceil(burst * interval / _MICROSECONDS)
    return Rate("requests", burst, left, window, math.ceil(ahead / _MICROSECONDS))


def ensure_room(connection: Connection, project: str, root: str, limit: int) -> None:
    """For a task that is to be admitted in this transaction. Raises TooManyRequests when as many are open as may be.

    Others of the key wait here until it is admitted, and then see it; tasks that end meanwhile only make room. So nothing
    is kept that could go wrong when a limit is set on a key in use."""
    connection.execute(_LOCK, {"root": root})
    if _open_tasks(connection, project, root) >= limit:
        raise TooManyRequests(
            f"This key may have {limit} tasks open at once, and has; wait until one has ended, or cancel it.",
            retry_after_seconds=_TASK_SECONDS,
            rate=Rate("tasks", limit, 0),
        )


def tasks_rate(connection: Connection, project: str, root: str, limit: int) -> Rate:
    """How many more tasks may be open."""
    return Rate("tasks", limit, max(0, limit - _open_tasks(connection, project, root)))


def _open_tasks(connection: Connection, project: str, root: str) -> int:
    return int(read(connection, _OPEN_TASKS, (project, root, root))[0][0])


def _due(connection: Connection, root: str) -> int:
    rows = read(connection, "SELECT COALESCE(due_at, 0) FROM tallies WHERE root = ?", (root,))
    return int(rows[0][0]) if rows else 0


def _interval(limit: int) -> int:
    return WINDOW_SECONDS * _MICROSECONDS // limit


def _microseconds(now: datetime) -> int:
    return round(now.timestamp() * _MICROSECONDS)


def _resets_seconds(now: datetime) -> int:
    return WINDOW_SECONDS - int(now.timestamp()) % WINDOW_SECONDS
