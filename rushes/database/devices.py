"""Devices: programs that ask to be let in, and the nonces of their proofs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.database.connect import insert_if_new

_table = tables.devices
_nonces = tables.device_nonces


@dataclass(frozen=True, slots=True)
class Device:
    digest: str  #: of its device code
    user_code: str  #: what a person types
    client: str
    public_key: str  #: Ed25519, hex
    address: str
    created_at: datetime
    expires_at: datetime
    project: str | None = None  #: of the key that let it in; None: nobody has
    approved_by: str | None = None  #: that key's id, or the person's
    taken_at: datetime | None = None  #: when its own key was handed over
    granted: Mapping[str, object] | None = None  #: what a person gave it; None: what the approving key has
    denied_at: datetime | None = None


def insert(connection: Connection, device: Device) -> bool:
    """False when a device with the same code is there."""
    return insert_if_new(connection, _table, {name: getattr(device, name) for name in Device.__slots__})


def get(connection: Connection, digest: str) -> Device | None:
    row = connection.execute(sa.select(_table).where(_table.c.digest == digest)).one_or_none()
    return Device(**row._mapping) if row else None


def find(connection: Connection, user_code: str, now: datetime) -> Device | None:
    """The device that shows this code and waits for somebody's word."""
    waits = (_table.c.expires_at > now, _table.c.approved_by.is_(None), _table.c.denied_at.is_(None))
    row = connection.execute(sa.select(_table).where(_table.c.user_code == user_code, *waits)).one_or_none()
    return Device(**row._mapping) if row else None


def count_since(connection: Connection, address: str, since: datetime) -> int:
    """How many codes were asked for from an address."""
    asked = sa.select(sa.func.count()).where(_table.c.address == address, _table.c.created_at > since)
    return int(connection.execute(asked).scalar_one())


def count(connection: Connection) -> int:
    return int(connection.execute(sa.select(sa.func.count()).select_from(_table)).scalar_one())


def approve(
    connection: Connection, digest: str, project: str, approved_by: str, granted: Mapping[str, object] | None
) -> bool:
    """Let it in; False when somebody has let it in, or turned it away, already."""
    update = sa.update(_table).where(
        _table.c.digest == digest, _table.c.approved_by.is_(None), _table.c.denied_at.is_(None)
    )
    values = {"project": project, "approved_by": approved_by, "granted": granted}
    return connection.execute(update.values(values)).rowcount == 1


def deny(connection: Connection, digest: str, now: datetime) -> bool:
    """Turn it away; False when somebody has let it in, or turned it away, already."""
    update = sa.update(_table).where(
        _table.c.digest == digest, _table.c.approved_by.is_(None), _table.c.denied_at.is_(None)
    )
    return connection.execute(update.values(denied_at=now)).rowcount == 1


def take(connection: Connection, digest: str, now: datetime) -> bool:
    """Note that its key is handed over, once; False when it was before."""
    update = sa.update(_table).where(
        _table.c.digest == digest, _table.c.approved_by.is_not(None), _table.c.taken_at.is_(None)
    )
    return connection.execute(update.values(taken_at=now)).rowcount == 1


def use_nonce(connection: Connection, digest: str, nonce: str) -> bool:
    """False when it was used before."""
    return insert_if_new(connection, _nonces, {"device": digest, "nonce": nonce})


def count_nonces(connection: Connection, digest: str) -> int:
    used = sa.select(sa.func.count()).where(_nonces.c.device == digest)
    return int(connection.execute(used).scalar_one())


def forget_before(connection: Connection, when: datetime) -> int:
    """Forget devices that had expired by then, with their nonces; returns how many."""
    old = sa.select(_table.c.digest).where(_table.c.expires_at <= when)
    connection.execute(sa.delete(_nonces).where(_nonces.c.device.in_(old)))
    return int(connection.execute(sa.delete(_table).where(_table.c.expires_at <= when)).rowcount)
