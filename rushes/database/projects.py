"""Projects: who owns keys, tasks and money. What is held and spent is written by `ledger` alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.database.connect import insert_if_new, read

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
    topped_up_microusd: int | None = None  #: the sum of its top-ups; None: it pays later
    task_days: int | None = None  #: how long its tasks are kept; None: as the server keeps them
    kept_since: datetime | None = None  #: under legal hold: nothing of it expires or can be deleted
    file_days: int | None = None  #: how long its uploads are kept; None: as the server keeps them

    @property
    def balance_microusd(self) -> int | None:
        """Top-ups less captures; None: it pays later."""
        return None if self.topped_up_microusd is None else self.topped_up_microusd - self.spent_microusd

    @property
    def left_microusd(self) -> int | None:
        """What it may still hold; None: no limit. Below zero when the limit was lowered later."""
        bounds = [bound for bound in (self.limit_microusd, self.topped_up_microusd) if bound is not None]
        return min(bounds) - self.held_microusd - self.spent_microusd if bounds else None


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


def top_up(
    connection: Connection, id: str, project: str, amount_microusd: int, reference: str | None, now: datetime
) -> bool:
    """Add to the balance; the first time, this makes the project prepaid. False, and nothing is written, when there is
    no such project or the reference was counted before."""
    assert amount_microusd > 0, "a top-up adds"
    if get(connection, project) is None:
        return False
    values = {"id": id, "project": project, "amount_microusd": amount_microusd, "reference": reference, "at": now}
    if not insert_if_new(connection, tables.top_ups, values):
        return False
    update = sa.update(_table).where(_table.c.id == project)
    connection.execute(
        update.values(topped_up_microusd=sa.func.coalesce(_table.c.topped_up_microusd, 0) + amount_microusd)
    )
    return True


def page(connection: Connection) -> list[Project]:
    """All projects, the oldest first."""
    rows = connection.execute(sa.select(_table).order_by(_table.c.created_at, _table.c.id))
    return [Project(**row._mapping) for row in rows]


def change(connection: Connection, project: str, **values: object) -> bool:
    """Set `task_days`, `file_days` or `kept_since`; False when there is no such project."""
    return connection.execute(sa.update(_table).where(_table.c.id == project).values(values)).rowcount == 1


def task_days(connection: Connection, project: str) -> int | None:
    """How long the project keeps tasks; None: as the server does. Every create asks this."""
    rows = read(connection, "SELECT task_days FROM projects WHERE id = ?", (project,))
    return rows[0][0] if rows else None


def file_days(connection: Connection, project: str) -> int | None:
    """How long the project keeps uploads; None: as the server does."""
    return connection.scalar(sa.select(_table.c.file_days).where(_table.c.id == project))


def is_kept(connection: Connection, project: str) -> bool:
    """Is it under legal hold?"""
    return bool(connection.scalar(sa.select(_table.c.kept_since.is_not(None)).where(_table.c.id == project)))


def kept() -> sa.Select[tuple[str]]:
    """The ids of all projects under legal hold, for other queries."""
    return sa.select(_table.c.id).where(_table.c.kept_since.is_not(None))


def lock(connection: Connection, project: str) -> bool:
    """Let nobody else hold or settle money of the project until this transaction ends. False: there is no such project."""
    same = sa.update(_table).where(_table.c.id == project).values(held_microusd=_table.c.held_microusd)
    return connection.execute(same).rowcount == 1


def _new(id: str, name: str, limit_microusd: int | None, now: datetime) -> dict[str, object]:
    return {
        "id": id,
        "name": name,
        "limit_microusd": limit_microusd,
        "held_microusd": 0,
        "spent_microusd": 0,
        "created_at": now,
    }
