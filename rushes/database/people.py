"""People: who may sign in to the console. Passwords are kept as Argon2id strings, one-time links as digests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.database.connect import insert_if_new
from rushes.role import Role

_table = tables.people


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    project: str  #: that they are in: of a session, the chosen one; else their first
    name: str
    password: str | None  #: an Argon2id string; None until the one-time link was used
    created_at: datetime
    issuer: str | None = None  #: who vouches for them elsewhere, instead of a password, ...
    subject: str | None = None  #: ... and as whom
    role: Role | None = None  #: in that project; only a session tells it


COLUMNS = (
    _table.c.id,
    _table.c.project,
    _table.c.name,
    _table.c.password,
    _table.c.created_at,
    _table.c.issuer,
    _table.c.subject,
)


def insert(connection: Connection, person: Person) -> bool:
    """False when there is one of that name."""
    values = {
        "id": person.id,
        "project": person.project,
        "name": person.name,
        "password": person.password,
        "created_at": person.created_at,
        "issuer": person.issuer,
        "subject": person.subject,
    }
    return insert_if_new(connection, _table, values)


def get(connection: Connection, person_id: str) -> Person | None:
    return _one(connection, _table.c.id == person_id)


def find_by_name(connection: Connection, name: str) -> Person | None:
    return _one(connection, _table.c.name == name)


def find_by_identity(connection: Connection, issuer: str, subject: str) -> Person | None:
    """Whom somebody else vouches for."""
    return _one(connection, sa.and_(_table.c.issuer == issuer, _table.c.subject == subject))


def find_by_link(connection: Connection, digest: str) -> Person | None:
    """Whom an open one-time link belongs to."""
    return _one(connection, _table.c.link_digest == digest)


def first(connection: Connection) -> Person | None:
    """The oldest: the administrator."""
    row = connection.execute(sa.select(*COLUMNS).order_by(_table.c.id).limit(1)).one_or_none()
    return Person(**row._mapping) if row else None


def open_link(connection: Connection, person_id: str, digest: str) -> None:
    """Let the link of that digest set the person's password, once; an earlier link stops working."""
    connection.execute(sa.update(_table).where(_table.c.id == person_id).values(link_digest=digest))


def use_link(connection: Connection, digest: str, name: str, password: str) -> bool:
    """Set name and password and close the link; False when it was used meanwhile."""
    update = sa.update(_table).where(_table.c.link_digest == digest)
    return connection.execute(update.values(name=name, password=password, link_digest=None)).rowcount == 1


def set_password(connection: Connection, person_id: str, password: str) -> None:
    """Keep the same password in a newer form."""
    connection.execute(sa.update(_table).where(_table.c.id == person_id).values(password=password))


def _one(connection: Connection, which: sa.ColumnElement[bool]) -> Person | None:
    row = connection.execute(sa.select(*COLUMNS).where(which)).one_or_none()
    return Person(**row._mapping) if row else None
