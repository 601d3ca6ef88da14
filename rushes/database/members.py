"""Members: who may do what in which project; and the one-time invitations that make somebody one."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.role import Role

_table, _people = tables.members, tables.people
_invitations = tables.invitations


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a project."""

    person: str
    name: str
    project: str
    role: Role
    created_at: datetime
    issuer: str | None = None  #: who vouches for them elsewhere; None: a password


@dataclass(frozen=True, slots=True)
class Invitation:
    digest: str
    project: str
    name: str  #: whom it is meant for, for people
    role: Role
    by: str
    created_at: datetime
    expires_at: datetime


_SELECT = sa.select(
    _table.c.person, _people.c.name, _table.c.project, _table.c.role, _table.c.created_at, _people.c.issuer
).join(_people, _people.c.id == _table.c.person)


def put(connection: Connection, person: str, project: str, role: Role, now: datetime) -> None:
    """Make somebody a member, or a member something else."""
    if not change(connection, person, project, role):
        values = {"person": person, "project": project, "role": role.value, "created_at": now}
        connection.execute(sa.insert(_table).values(values))


def change(connection: Connection, person: str, project: str, role: Role) -> bool:
    """False when they are no member."""
    update = sa.update(_table).where(_table.c.person == person, _table.c.project == project)
    return connection.execute(update.values(role=role.value)).rowcount == 1


def remove(connection: Connection, person: str, project: str) -> bool:
    """False when they were no member."""
    gone = sa.delete(_table).where(_table.c.person == person, _table.c.project == project)
    return connection.execute(gone).rowcount == 1


def get(connection: Connection, person: str, project: str) -> Member | None:
    row = connection.execute(_SELECT.where(_table.c.person == person, _table.c.project == project)).one_or_none()
    return _member(row) if row else None


def of_project(connection: Connection, project: str) -> list[Member]:
    """Who is in a project, the longest there first."""
    return _members(connection, _table.c.project == project)


def of_person(connection: Connection, person: str) -> list[Member]:
    """In which projects somebody is, the oldest membership first."""
    return _members(connection, _table.c.person == person)


def invite(connection: Connection, invitation: Invitation) -> None:
    connection.execute(sa.insert(_invitations).values(asdict(invitation) | {"role": invitation.role.value}))


def find_invitation(connection: Connection, digest: str, now: datetime) -> Invitation | None:
    """None when it was used, withdrawn or has expired."""
    open = _invitations.c.digest == digest, _invitations.c.expires_at > now
    row = connection.execute(sa.select(_invitations).where(*open)).one_or_none()
    return _invitation(row) if row else None


def invitations(connection: Connection, project: str, now: datetime) -> list[Invitation]:
    """Those that are open, the newest first."""
    open = _invitations.c.project == project, _invitations.c.expires_at > now
    rows = connection.execute(sa.select(_invitations).where(*open).order_by(_invitations.c.created_at.desc()))
    return [_invitation(row) for row in rows]


def use_invitation(connection: Connection, digest: str, now: datetime) -> Invitation | None:
    """Close it, for one caller only."""
    found = find_invitation(connection, digest, now)
    return found if found is not None and withdraw(connection, found.project, digest) else None


def withdraw(connection: Connection, project: str, digest: str) -> bool:
    """False when the project has no such invitation any more."""
    gone = sa.delete(_invitations).where(_invitations.c.digest == digest, _invitations.c.project == project)
    return connection.execute(gone).rowcount == 1


def forget_before(connection: Connection, when: datetime) -> None:
    """Remove invitations that had expired by then."""
    connection.execute(sa.delete(_invitations).where(_invitations.c.expires_at <= when))


def _members(connection: Connection, which: sa.ColumnElement[bool]) -> list[Member]:
    rows = connection.execute(_SELECT.where(which).order_by(_table.c.created_at, _table.c.person, _table.c.project))
    return [_member(row) for row in rows]


def _member(row: sa.Row[*tuple[object, ...]]) -> Member:
    values = dict(row._mapping)
    return Member(**{**values, "role": Role(values["role"])})


def _invitation(row: sa.Row[*tuple[object, ...]]) -> Invitation:
    values = dict(row._mapping)
    return Invitation(**{**values, "role": Role(values["role"])})
