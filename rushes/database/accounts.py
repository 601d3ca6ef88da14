"""Accounts: what far sides allow, counted over all workers. What is in flight, and what was submitted of late, is read from
the takes themselves, so no count can go wrong; an account's row is the lock of whoever wants a turn."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import tables
from rushes.database.connect import clock, insert_if_new
from rushes.engine import Allowance

_table, _takes = tables.accounts, tables.takes
_MINUTE = timedelta(minutes=1)
#: Nobody knows when an operation ends; so often it is asked.
_FULL_SECONDS = 1.0
_STORM_SECONDS_MAX = 60.0
#: However long an account says that it will be: what says years may be mistaken, and is asked again.
_CLOSED_SECONDS_MAX = 3600.0
#: In the words of the partial index.
_OUT = sa.text("state IN ('submitting', 'submitted')")


@dataclass(frozen=True, slots=True)
class Wait:
    seconds: float
    out_of_quota: bool = False  #: the account has refused, and not only as much in hand as it allows


def wait(connection: Connection, allowance: Allowance) -> Wait | None:
    """How long the account is to be left alone; None: a take may begin, in this same transaction.

    Whoever asks meanwhile waits for its end, so two never take the same turn."""
    name = allowance.account
    insert_if_new(connection, _table, {"name": name, "closed_until": None, "storms": 0})
    mine = sa.select(_table.c.closed_until).where(_table.c.name == name)
    closed_until = connection.execute(mine.with_for_update()).scalar_one()
    now = clock(connection)
    if closed_until is not None and closed_until > now:
        return Wait(float((closed_until - now).total_seconds()), out_of_quota=True)
    if allowance.at_once is not None:
        out = sa.select(sa.func.count()).select_from(_takes).where(_takes.c.account == name, _OUT)
        if connection.execute(out).scalar_one() >= allowance.at_once:
            return Wait(_FULL_SECONDS)
    if allowance.per_minute is not None:
        of_late = sa.select(_takes.c.claimed_at).where(_takes.c.account == name, _takes.c.claimed_at > now - _MINUTE)
        last = of_late.order_by(_takes.c.claimed_at.desc()).offset(allowance.per_minute - 1).limit(1)
        claimed_at = connection.execute(last).scalar_one_or_none()
        if claimed_at is not None:
            return Wait(float((claimed_at + _MINUTE - now).total_seconds()))
    return None


def refused(connection: Connection, name: str, retry_after_seconds: float | None, first_seconds: float = 2.0) -> None:
    """The account is out of quota: nothing for as long as it said, an hour at most, else for `first_seconds`, twice as long
    each time, up to a minute; never the same time again (half of it is chance). Refusals of one storm count once."""
    mine = sa.select(_table.c.closed_until, _table.c.storms).where(_table.c.name == name).with_for_update()
    row = connection.execute(mine).one()
    now = clock(connection)
    storms = row.storms if row.closed_until is not None and row.closed_until > now else row.storms + 1
    if retry_after_seconds is None:
        seconds = min(_STORM_SECONDS_MAX, first_seconds * 2.0 ** min(storms - 1, 10)) * random.uniform(0.5, 1.5)
    else:
        seconds = min(_CLOSED_SECONDS_MAX, max(0.0, retry_after_seconds)) * random.uniform(1.0, 1.5)
    until = now + timedelta(seconds=seconds)
    closed_until = max(until, row.closed_until or until)
    connection.execute(sa.update(_table).where(_table.c.name == name).values(storms=storms, closed_until=closed_until))


def taken(connection: Connection, name: str) -> None:
    """A submit was accepted: the storm is over. Not while the account is still to be left alone: what is accepted then was
    under way before it refused, and says nothing about now."""
    mine = (_table.c.name == name, _table.c.storms > 0)
    past = sa.or_(_table.c.closed_until.is_(None), _table.c.closed_until <= clock(connection))
    connection.execute(sa.update(_table).where(*mine, past).values(storms=0, closed_until=None))
