"""Assets: pictures and footage that came in and are kept under their digest until they expire."""

from __future__ import annotations

import enum
from dataclasses import asdict, dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection, Row

from rushes.database import projects, tables

_table = tables.assets


class AssetKind(enum.StrEnum):
    PICTURE = "picture"
    FOOTAGE = "footage"


@dataclass(frozen=True, slots=True)
class Asset:
    id: str
    project: str
    key_id: str
    kind: AssetKind
    digest: str
    mime: str
    size_bytes: int
    width: int
    height: int
    seconds: float | None  #: measured; None for a picture
    created_at: datetime
    expires_at: datetime
    name: str = ""  #: the file name that came along, for people


def insert(connection: Connection, asset: Asset) -> None:
    connection.execute(sa.insert(_table).values(asdict(asset) | {"kind": asset.kind.value}))


def find(connection: Connection, project: str, asset_id: str) -> Asset | None:
    row = connection.execute(
        sa.select(_table).where(_table.c.id == asset_id, _table.c.project == project)
    ).one_or_none()
    return _asset(row) if row else None


def page(connection: Connection, project: str, *, limit: int = 100, after: str | None = None) -> list[Asset]:
    """Assets of a project, newest first; `after` is the id of the last one seen."""
    wanted = sa.select(_table).where(_table.c.project == project).order_by(_table.c.id.desc()).limit(limit)
    if after is not None:
        wanted = wanted.where(_table.c.id < after)
    return [_asset(row) for row in connection.execute(wanted)]


def expired(connection: Connection, now: datetime, *, limit: int = 100) -> list[Asset]:
    """Assets of all projects whose time is up, the longest overdue first."""
    due = sa.and_(_table.c.expires_at <= now, _table.c.project.not_in(projects.kept()))
    wanted = sa.select(_table).where(due).order_by(_table.c.expires_at).limit(limit)
    return [_asset(row) for row in connection.execute(wanted)]


def is_digest_used(connection: Connection, digest: str) -> bool:
    """Does any asset still need these bytes?"""
    return connection.execute(sa.select(_table.c.id).where(_table.c.digest == digest).limit(1)).first() is not None


def delete(connection: Connection, project: str, asset_id: str) -> bool:
    """Remove the row; its bytes are storage's. False when the project has no such asset."""
    removal = sa.delete(_table).where(_table.c.id == asset_id, _table.c.project == project)
    return connection.execute(removal).rowcount == 1


def _asset(row: Row[*tuple[object, ...]]) -> Asset:
    values = dict(row._mapping)
    return Asset(**{**values, "kind": AssetKind(values["kind"])})
