"""Sessions: who is signed in. The cookie's secret itself is never here, only its digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import people, tables
from rushes.database.people import Person
from rushes.role import Role

_table, _members = tables.sessions, tables.members
#: Who is signed in, and what they are in the project that the session is in, or in their oldest when they left that.
_CHOSEN = sa.func.coalesce(_table.c.project, tables.people.c.project)
_FIND = (
    sa.select(*people.COLUMNS, _members.c.project.label("chosen"), _members.c.role)
    .select_from(_table)
    .join(tables.people, tables.people.c.id == _table.c.person)
    .join(_members, _members.c.person == _table.c.person)
    .order_by(sa.case((_members.c.project == _CHOSEN, 0), else_=1), _members.c.created_at, _members.c.project)
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Session:
    digest: str
    created_at: datetime
    expires_at: datetime
    address: str | None  #: where it began; None: not known
    agent: str | None  #: in which browser, as it calls itself


def insert(
    connection: Connection,
    digest: str,
    person_id: str,
    now: datetime,
    expires_at: datetime,
    *,
    address: str | None = None,
    agent: str | None = None,
) -> None:
    values = {"created_at": now, "expires_at": expires_at, "address": address, "agent": agent}
    connection.execute(sa.insert(_table).values(digest=digest, person=person_id, **values))


def of_person(connection: Connection, person_id: str, now: datetime) -> list[Session]:
    """Where somebody is signed in, the newest first."""
    row = _table.c
    wanted = sa.select(*(row[name] for name in Session.__slots__)).where(row.person == person_id, row.expires_at > now)
    return [Session(**found._mapping) for found in connection.execute(wanted.order_by(row.created_at.desc()))]


def find(connection: Connection, digest: str, now: datetime) -> Person | None:
    """Who is signed in with this cookie, and in which project as what; None when the session ended, or they are a member
    of none."""
    row = connection.execute(_FIND.where(_table.c.digest == digest, _table.c.expires_at > now)).one_or_none()
    if row is None:
        return None
    values = dict(row._mapping)
    chosen = values.pop("chosen")
    return Person(**{**values, "project": chosen, "role": Role(values["role"])})


def enter(connection: Connection, digest: str, project: str) -> None:
    """Go on in another project."""
    connection.execute(sa.update(_table).where(_table.c.digest == digest).values(project=project))


def delete(connection: Connection, digest: str) -> None:
    connection.execute(sa.delete(_table).where(_table.c.digest == digest))


def delete_of(connection: Connection, person_id: str) -> None:
    """Sign a person out everywhere."""
    connection.execute(sa.delete(_table).where(_table.c.person == person_id))


def forget_before(connection: Connection, when: datetime) -> int:
    """Remove sessions that had ended by then; returns how many."""
    return int(connection.execute(sa.delete(_table).where(_table.c.expires_at <= when)).rowcount)
