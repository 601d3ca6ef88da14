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
class Act:
    by: str  #: `key 01k9…`, a person, or `command line`
    action: str  #: noun.verb, such as key.created
    project: str | None  #: None: of the whole server
    subject: str  #: the id of what it was done to
    at: datetime
    body: Mapping[str, object]  #: never a secret


def note(
    connection: Connection,
    by: str,
    action: str,
    project: str | None,
    subject: str,
    now: datetime,
    **body: object,
) -> None:
    """Write an act down in the transaction that does it: neither is there without the other."""
    connection.execute(
        sa.insert(_table).values(by=by, action=action, project=project, subject=subject, at=now, body=body)
    )


def page(connection: Connection, project: str | None = None, *, limit: int = 100) -> list[Act]:
    """The newest acts first; of one project, or of all."""
    row = _table.c
    wanted = sa.select(row.by, row.action, row.project, row.subject, row.at, row.body)
    if project is not None:
        wanted = wanted.where(_table.c.project == project)
    return [Act(**found._mapping) for found in connection.execute(wanted.order_by(row.number.desc()).limit(limit))]
