"""Keys: rows of `key.Key`. The secret itself is never here, only its digest."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.database.columns import Time, load, storable, time_of
from rushes.database.connect import read
from rushes.key import Key, Scope

_table = tables.keys
#: `last_used_at` is for people: to the minute is enough, and spares a write for every request.
TOUCH_AFTER = timedelta(minutes=1)

_SELECT = """
SELECT id, project, name, prefix, digest, live, scopes, models, created_at, expires_at, revoked_at, last_used_at,
       replaced_by, root_id, requests_per_minute, concurrent_tasks, addresses, requests_burst
  FROM keys"""


def insert(connection: Connection, key: Key) -> None:
    connection.execute(
        sa.insert(_table).values(
            id=key.id,
            project=key.project,
            name=key.name,
            prefix=key.prefix,
            digest=key.digest,
            live=key.live,
            scopes=sorted(key.scopes),
            models=None if key.models is None else sorted(key.models),
            created_at=key.created_at,
            expires_at=key.expires_at,
            revoked_at=key.revoked_at,
            last_used_at=key.last_used_at,
            replaced_by=key.replaced_by,
            root_id=key.root_id,
            requests_per_minute=key.requests_per_minute,
            requests_burst=key.requests_burst,
            concurrent_tasks=key.concurrent_tasks,
            addresses=None if key.addresses is None else list(key.addresses),
        )
    )


def find_by_digest(connection: Connection, digest: str) -> Key | None:
    """The key whose secret has this digest, valid or not: ask `ensure_valid`. Every request asks this once."""
    rows = read(connection, f"{_SELECT} WHERE digest = ?", (digest,))
    return _key(rows[0]) if rows else None


def get(connection: Connection, project: str, key_id: str) -> Key | None:
    rows = read(connection, f"{_SELECT} WHERE id = ? AND project = ?", (storable(key_id), project))
    return _key(rows[0]) if rows else None


def page(connection: Connection, project: str) -> list[Key]:
    """All keys of a project, newest first, revoked ones too."""
    rows = read(connection, f"{_SELECT} WHERE project = ? ORDER BY id DESC", (project,))
    return [_key(row) for row in rows]


def change(connection: Connection, key: Key) -> bool:
    """Write what may change of a key that is there: all but whose it is, its secret and when it was made."""
    return _changed(
        connection,
        key.project,
        key.id,
        {
            "name": key.name,
            "scopes": sorted(key.scopes),
            "models": None if key.models is None else sorted(key.models),
            "expires_at": key.expires_at,
            "requests_per_minute": key.requests_per_minute,
            "requests_burst": key.requests_burst,
            "concurrent_tasks": key.concurrent_tasks,
            "addresses": None if key.addresses is None else list(key.addresses),
        },
    )


def revoke(connection: Connection, project: str, key_id: str, at: datetime) -> bool:
    """Revoke from `at` on, or sooner if that was already so; False when the project has no such key."""
    sooner = sa.case((_table.c.revoked_at < at, _table.c.revoked_at), else_=sa.literal(at, Time))
    return _changed(connection, project, key_id, {"revoked_at": sooner})


def replace(connection: Connection, project: str, key_id: str, new_key_id: str, revoked_at: datetime) -> bool:
    """Name the key's successor and when the old one stops; False when it is not there or was replaced before."""
    return _changed(
        connection,
        project,
        key_id,
        {
            "replaced_by": new_key_id,
            "revoked_at": sa.case(
                (_table.c.revoked_at < revoked_at, _table.c.revoked_at), else_=sa.literal(revoked_at, Time)
            ),
        },
        _table.c.replaced_by.is_(None),
    )


def is_touch_due(key: Key, now: datetime) -> bool:
    """Would `touch` write? Ask before opening a transaction for it."""
    return key.last_used_at is None or key.last_used_at <= now - TOUCH_AFTER


def touch(connection: Connection, key_id: str, now: datetime) -> None:
    """Note that the key was used, at most once a minute."""
    used = _table.c.last_used_at
    connection.execute(
        sa.update(_table)
        .where(_table.c.id == key_id, sa.or_(used.is_(None), used <= now - TOUCH_AFTER))
        .values(last_used_at=now)
    )


def _changed(
    connection: Connection, project: str, key_id: str, values: dict[str, object], *where: sa.ColumnElement[bool]
) -> bool:
    update = sa.update(_table).where(_table.c.id == key_id, _table.c.project == project, *where).values(values)
    return connection.execute(update).rowcount == 1


def _key(row: tuple[Any, ...]) -> Key:  # Any: what the driver gives for each column of _SELECT
    models, addresses = load(row[7]), load(row[16])
    return Key(
        id=row[0],
        project=row[1],
        name=row[2],
        prefix=row[3],
        digest=row[4],
        live=bool(row[5]),
        scopes=frozenset(map(Scope, load(row[6]))),
        models=None if models is None else frozenset(models),
        created_at=time_of(row[8]),
        expires_at=row[9] and time_of(row[9]),
        revoked_at=row[10] and time_of(row[10]),
        last_used_at=row[11] and time_of(row[11]),
        replaced_by=row[12],
        root_id=row[13],
        requests_per_minute=row[14],
        requests_burst=row[17],
        concurrent_tasks=row[15],
        addresses=None if addresses is None else tuple(addresses),
    )
