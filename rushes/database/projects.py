"""Projects: who owns keys, tasks and money. What is held and spent is written by `ledger` alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.database.connect import insert_if_new

_table = tables.projects
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Project:
    id: str
    name: str
    limit_microusd: int | None  #: what it may hold and spend together; None: no limit
    held_microusd: int  #: the sum of its unsettled holds
    spent_microusd: int  #: the sum of its captures
    created_at: datetime

    @property
    def left_microusd(self) -> int | None:
        """What it may still hold; None: no limit. Below zero when the limit was lowered later."""
        return None if self.limit_microusd is None else self.limit_microusd - self.held_microusd - self.spent_microusd


def insert(connection: Connection, id: str, name: str, limit_microusd: int | None, now: datetime) -> None:
    connection.execute(sa.insert(_table).values(_new(id, name, limit_microusd, now)))


def get(connection: Connection, project: str) -> Project | None:
    row = connection.execute(sa.select(_table).where(_table.c.id == project)).one_or_none()
    return Project(**row._mapping) if row else None


def ensure_default(connection: Connection, now: datetime) -> str:
    """The id of the project that every server has, made now if this is its first start."""
    insert_if_new(connection, _table, _new(DEFAULT, "Default", None, now))
    return DEFAULT


def set_limit(connection: Connection, project: str, limit_microusd: int | None) -> bool:
    """Change what a project may spend; what is held already stays held. False when there is no such project."""
    update = sa.update(_table).where(_table.c.id == project).values(limit_microusd=limit_microusd)
    return connection.execute(update).rowcount == 1


def _new(id: str, name: str, limit_microusd: int | None, now: datetime) -> dict[str, object]:
    return {
        "id": id,
        "name": name,
        "limit_microusd": limit_microusd,
        "held_microusd": 0,
        "spent_microusd": 0,
        "created_at": now,
    }
