"""Sessions: who is signed in. The cookie's secret itself is never here, only its digest."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import people, tables
from rushes.database.people import Person

_table = tables.sessions


def insert(connection: Connection, digest: str, person_id: str, now: datetime, expires_at: datetime) -> None:
    connection.execute(sa.insert(_table).values(digest=digest, person=person_id, created_at=now, expires_at=expires_at))


def find(connection: Connection, digest: str, now: datetime) -> Person | None:
    """Who is signed in with this cookie; None when the session ended."""
    person_id = connection.execute(
        sa.select(_table.c.person).where(_table.c.digest == digest, _table.c.expires_at > now)
    ).scalar_one_or_none()
    return None if person_id is None else people.get(connection, person_id)


def delete(connection: Connection, digest: str) -> None:
    connection.execute(sa.delete(_table).where(_table.c.digest == digest))


def delete_of(connection: Connection, person_id: str) -> None:
    """Sign a person out everywhere."""
    connection.execute(sa.delete(_table).where(_table.c.person == person_id))


def forget_before(connection: Connection, when: datetime) -> int:
    """Remove sessions that had ended by then; returns how many."""
    return int(connection.execute(sa.delete(_table).where(_table.c.expires_at <= when)).rowcount)
