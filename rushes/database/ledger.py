"""Ledger: rows of `ledger.Entry`, and the project's `held` and `spent`, which follow them in the same transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes import ledger as idea
from rushes.database import projects, tables
from rushes.errors import BalanceTooLow, NotFound
from rushes.ledger import Entry, EntryKind, usd
from rushes.task import Task

_table = tables.ledger
_INSERT = sa.insert(_table)


@dataclass(frozen=True, slots=True)
class Sums:
    """A project's entries added up, to compare with what its row says."""

    hold_microusd: int
    capture_microusd: int
    release_microusd: int

    @property
    def held_microusd(self) -> int:
        return self.hold_microusd - self.capture_microusd - self.release_microusd

    @property
    def spent_microusd(self) -> int:
        return self.capture_microusd


def hold(connection: Connection, task: Task, now: datetime) -> None:
    """Hold what the task may cost at most, if the project's balance and limit allow it.

    Exact however many ask at once: both are part of the one update that adds to `held`.
    Raises BalanceTooLow with what is left; nothing is written then. A hold of 0 is always allowed."""
    amount = task.hold_microusd
    assert amount >= 0, "a hold is never negative"
    if amount:
        row = tables.projects.c
        needed = row.held_microusd + row.spent_microusd + amount
        allowed = sa.or_(row.limit_microusd.is_(None), needed <= row.limit_microusd)
        paid = sa.or_(row.topped_up_microusd.is_(None), needed <= row.topped_up_microusd)
        update = (
            sa.update(tables.projects)
            .where(row.id == task.project, allowed, paid)
            .values(held_microusd=row.held_microusd + amount)
        )
        if connection.execute(update).rowcount == 0:
            raise _refusal(connection, task.project, amount)
    _insert(connection, Entry(task.project, task.id, 0, EntryKind.HOLD, amount, now))


def settle(
    connection: Connection, task_id: str, take: int, cost_microusd: int | None, now: datetime
) -> tuple[int, int]:
    """Capture what was delivered and release the rest: (capture, release). A cost of None means no clip: there is no
    capture then, while a clip that is free has one of 0.

    To be called once for a task, by the transaction that ends it; the database refuses a second time."""
    held = connection.execute(
        sa.select(_table.c.project, _table.c.amount_microusd).where(
            _table.c.task_id == task_id, _table.c.kind == EntryKind.HOLD.value
        )
    ).one_or_none()
    assert held is not None, "a task is admitted together with its hold"
    capture, release = idea.settle(held.amount_microusd, cost_microusd or 0)
    if cost_microusd is not None:
        _insert(connection, Entry(held.project, task_id, take, EntryKind.CAPTURE, capture, now))
    _insert(connection, Entry(held.project, task_id, take, EntryKind.RELEASE, release, now))
    if held.amount_microusd:
        row = tables.projects.c
        connection.execute(
            sa.update(tables.projects)
            .where(row.id == held.project)
            .values(
                held_microusd=row.held_microusd - held.amount_microusd,
                spent_microusd=row.spent_microusd + capture,
            )
        )
    return capture, release


def entries(connection: Connection, task_id: str) -> list[Entry]:
    """A task's entries: its hold, then its capture and release once it has ended."""
    rows = connection.execute(
        sa.select(_table).where(_table.c.task_id == task_id).order_by(_table.c.at, _table.c.take, _table.c.kind)
    )
    return [Entry(row.project, row.task_id, row.take, EntryKind(row.kind), row.amount_microusd, row.at) for row in rows]


def sums(connection: Connection, project: str) -> Sums:
    rows = connection.execute(
        sa.select(_table.c.kind, sa.func.sum(_table.c.amount_microusd))
        .where(_table.c.project == project)
        .group_by(_table.c.kind)
    )
    by_kind = {kind: int(amount) for kind, amount in rows}
    return Sums(by_kind.get("hold", 0), by_kind.get("capture", 0), by_kind.get("release", 0))


def _insert(connection: Connection, entry: Entry) -> None:
    values = {
        "task_id": entry.task_id,
        "take": entry.take,
        "kind": entry.kind.value,
        "project": entry.project,
        "amount_microusd": entry.amount_microusd,
        "at": entry.at,
    }
    connection.execute(_INSERT, values)


def _refusal(connection: Connection, project: str, amount: int) -> BalanceTooLow | NotFound:
    found = projects.get(connection, project)
    if found is None or found.left_microusd is None:
        return NotFound(f"There is no project {project}.")
    left = max(0, found.left_microusd)
    prepaid = found.topped_up_microusd is not None and (
        found.limit_microusd is None or found.topped_up_microusd <= found.limit_microusd
    )
    bound, remedy = ("balance", "; top it up, or wait for running tasks") if prepaid else ("limit", "")
    return BalanceTooLow(
        f"This would hold up to {usd(amount)}, but project {project} has {usd(left)} of its {bound} left{remedy}."
    )
