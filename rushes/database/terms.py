"""Terms: rows of `terms.Term`. A term is never changed: it ends, and another begins."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.database.columns import storable, time_of
from rushes.database.connect import read
from rushes.terms import Term

_table = tables.terms
_SELECT = """
SELECT id, created_at, begins_at, ends_at, project, root, model, resolution, sound, unit_price_microusd, discount,
       unit_cost_microusd, margin
  FROM terms"""
_FOR = f"""{_SELECT}
 WHERE (project IS NULL OR project = ?) AND (root IS NULL OR root = ?) AND (model IS NULL OR model = ?)"""


def insert(connection: Connection, term: Term) -> None:
    connection.execute(
        sa.insert(_table).values(
            id=term.id,
            created_at=term.created_at,
            begins_at=term.begins_at,
            ends_at=term.ends_at,
            project=term.project,
            root=term.root,
            model=term.model,
            resolution=term.resolution,
            sound=term.sound,
            unit_price_microusd=term.unit_price_microusd,
            discount=term.discount,
            unit_cost_microusd=term.unit_cost_microusd,
            margin=term.margin,
        )
    )


def holding(connection: Connection, project: str, root: str, model: str, at: datetime) -> list[Term]:
    """What holds for a key's request for a model at that moment."""
    found = [_term(row) for row in read(connection, _FOR, (project, root, model))]
    return [term for term in found if term.holds(at)]


def get(connection: Connection, term_id: str) -> Term | None:
    rows = read(connection, f"{_SELECT} WHERE id = ?", (storable(term_id),))
    return _term(rows[0]) if rows else None


def page(connection: Connection) -> list[Term]:
    """All terms, ended ones too, newest first."""
    return [_term(row) for row in read(connection, f"{_SELECT} ORDER BY id DESC", ())]


def end(connection: Connection, term_id: str, at: datetime) -> bool:
    """Let a term end, or end sooner; what was quoted under it stays. False when there is none that would change."""
    later = sa.or_(_table.c.ends_at.is_(None), _table.c.ends_at > at)
    update = sa.update(_table).where(_table.c.id == term_id, later).values(ends_at=at)
    return connection.execute(update).rowcount == 1


def _term(row: tuple[Any, ...]) -> Term:  # Any: what the driver gives for each column of _SELECT
    return Term(
        id=row[0],
        created_at=time_of(row[1]),
        begins_at=time_of(row[2]),
        ends_at=row[3] and time_of(row[3]),
        project=row[4],
        root=row[5],
        model=row[6],
        resolution=row[7],
        sound=None if row[8] is None else bool(row[8]),
        unit_price_microusd=row[9],
        discount=row[10],
        unit_cost_microusd=row[11],
        margin=row[12],
    )
