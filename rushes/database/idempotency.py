"""Idempotency: which task an Idempotency-Key has led to, so that a repeated request finds it instead of making another."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.database.connect import insert_if_new
from rushes.errors import IdempotencyMismatch

_table = tables.idempotency


def claim(connection: Connection, project: str, key: str, fingerprint: str, task_id: str, now: datetime) -> str | None:
    """Claim the key for a task that is about to be made: None, or the id of the task that an earlier request made.

    A request that claims the same key at the same moment waits until this transaction has ended.
    Raises IdempotencyMismatch when the earlier request was another one."""
    values = {
        "project": project,
        "key": key,
        "fingerprint": fingerprint,
        "task_id": task_id,
        "created_at": now,
    }
    if insert_if_new(connection, _table, values):
        return None
    return find(connection, project, key, fingerprint)


def find(connection: Connection, project: str, key: str, fingerprint: str) -> str | None:
    """The id of the task that an earlier request with this key made; None when the key is new.

    Raises IdempotencyMismatch when the earlier request was another one."""
    earlier = connection.execute(
        sa.select(_table.c.fingerprint, _table.c.task_id).where(_table.c.project == project, _table.c.key == key)
    ).one_or_none()
    if earlier is None:
        return None
    if earlier.fingerprint != fingerprint:
        raise IdempotencyMismatch("This Idempotency-Key was used with another request; use a new key for a new one.")
    return str(earlier.task_id)


def latest(connection: Connection, project: str, prefix: str, since: datetime) -> str | None:
    """The newest key that begins with `prefix` and was claimed after `since`; None when there is none."""
    named = sa.and_(_table.c.key >= prefix, _table.c.key < prefix + "\x7f")  # keys are ASCII, compared by bytes
    wanted = sa.select(_table.c.key).where(_table.c.project == project, named, _table.c.created_at > since)
    return connection.execute(wanted.order_by(_table.c.created_at.desc()).limit(1)).scalar_one_or_none()


def forget_before(connection: Connection, when: datetime) -> int:
    """Forget keys claimed before `when`; returns how many."""
    return connection.execute(sa.delete(_table).where(_table.c.created_at < when)).rowcount
