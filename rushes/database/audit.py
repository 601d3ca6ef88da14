"""Audit: who did what to keys, money and data. Rows are only ever added; the database refuses to change or remove one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables

_table = tables.audit


@dataclass(frozen=True, slots=True)
class Author:
    """Who acts, and from where."""

    name: str  #: `key 01k9…` or `person Maya`
    address: str | None = None


#: Text alone is somebody on the machine itself: `command line`, `the server`.
By = Author | str


@dataclass(frozen=True, slots=True)
class Act:
    number: int  #: counts up
    by: str  #: `key 01k9…`, `person Maya` or `command line`
    action: str  #: noun.verb, such as key.created
    project: str | None  #: None: of the whole server
    subject: str  #: the id of what it was done to
    at: datetime
    body: Mapping[str, object]  #: never a secret
    address: str | None  #: from where; None: on the machine itself


def note(
    connection: Connection,
    by: By,
    action: str,
    project: str | None,
    subject: str,
    now: datetime,
    **body: object,
) -> None:
    """Write an act down in the transaction that does it: neither is there without the other."""
    author = by if isinstance(by, Author) else Author(by)
    connection.execute(
        sa.insert(_table).values(
            by=author.name,
            action=action,
            project=project,
            subject=subject,
            at=now,
            body=body,
            address=author.address,
        )
    )


def page(
    connection: Connection,
    project: str | None = None,
    *,
    limit: int = 100,
    before: int | None = None,
    by: str | None = None,
    action: str | None = None,
    subject: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> list[Act]:
    """The newest acts first; of one project, or of all; `before` is the number of the last one seen. `action` is whole, or
    the noun alone: `key` finds key.created and key.revoked."""
    row = _table.c
    wanted = sa.select(*(row[name] for name in Act.__slots__))
    if project is not None:
        wanted = wanted.where(row.project == project)
    if before is not None:
        wanted = wanted.where(row.number < before)
    if by is not None:
        wanted = wanted.where(row.by == by)
    if action is not None:
        wanted = wanted.where(
            row.action == action if "." in action else row.action.startswith(f"{action}.", autoescape=True)
        )
    if subject is not None:
        wanted = wanted.where(row.subject == subject)
    if since is not None:
        wanted = wanted.where(row.at >= since)
    if until is not None:
        wanted = wanted.where(row.at < until)
    return [Act(**found._mapping) for found in connection.execute(wanted.order_by(row.number.desc()).limit(limit))]


def authors(connection: Connection, project: str) -> list[str]:
    """Everybody who ever did something to a project."""
    return list(
        connection.scalars(sa.select(_table.c.by).where(_table.c.project == project).distinct().order_by(_table.c.by))
    )
