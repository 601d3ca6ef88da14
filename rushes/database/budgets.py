"""Budgets: rows of `budget.Budget`, and how much of each is used in each span.

A project's row is locked (by the hold, or by `projects.lock`) before any of this is touched, so that of its budgets and
its money nobody ever sees one without the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.budget import Budget, Period, Standing, spans
from rushes.database import projects, tables
from rushes.database.columns import time_of
from rushes.database.connect import read
from rushes.errors import BudgetSpent, NotFound
from rushes.ledger import usd
from rushes.task import TRANSITIONS

_table = tables.budgets
_spans = tables.budget_spans
_OPEN = [status.value for status in TRANSITIONS if not status.ended]
_COLUMNS = "SELECT project, owner, period, limit_microusd, hard, created_at FROM budgets"
_OF = f"{_COLUMNS} WHERE owner IN (?, ?)"
#: The one conditional statement that a hard budget is: it adds only what still fits.
_ADD = sa.text(
    "INSERT INTO budget_spans (owner, span, used_microusd) VALUES (:owner, :span, :amount)"
    " ON CONFLICT (owner, span) DO UPDATE SET used_microusd = budget_spans.used_microusd + excluded.used_microusd"
    " WHERE CAST(:limit AS BIGINT) IS NULL OR budget_spans.used_microusd + excluded.used_microusd <= :limit"
    " RETURNING used_microusd"
)


def put(connection: Connection, budget: Budget) -> None:
    """Set a budget, or change it. What the span has seen already counts, also from before there was a budget.

    Raises NotFound when there is no such project."""
    if not projects.lock(connection, budget.project):
        raise NotFound(f"There is no project {budget.project}.")
    remove(connection, budget.owner, budget.period)
    connection.execute(
        sa.insert(_table).values(
            owner=budget.owner,
            period=budget.period.value,
            project=budget.project,
            limit_microusd=budget.limit_microusd,
            hard=budget.hard,
            created_at=budget.created_at,
        )
    )
    span, used = budget.period.span(budget.created_at), _seen(connection, budget)
    connection.execute(
        sa.delete(_spans).where(_spans.c.owner == budget.owner, _spans.c.span == span)
    )  # of an earlier budget
    connection.execute(sa.insert(_spans).values(owner=budget.owner, span=span, used_microusd=used))


def remove(connection: Connection, owner: str, period: Period) -> bool:
    """Lift a budget; False when there is none."""
    gone = sa.delete(_table).where(_table.c.owner == owner, _table.c.period == period.value)
    return connection.execute(gone).rowcount == 1


def standings(connection: Connection, project: str, root: str, now: datetime) -> list[Standing]:
    """How the project's and the key's budgets stand."""
    found = []
    for budget in _of(connection, project, root):
        sql = "SELECT used_microusd FROM budget_spans WHERE owner = ? AND span = ?"
        rows = read(connection, sql, (budget.owner, budget.period.span(now)))
        found.append(Standing(budget, rows[0][0] if rows else 0, budget.period.resets_at(now)))
    return sorted(found, key=lambda standing: (standing.budget.whose, standing.budget.period))


def of_keys(connection: Connection, project: str, now: datetime) -> Mapping[str, tuple[Standing, ...]]:
    """How the budgets of all keys of a project stand, by the keys' roots: two reads, however many keys there are."""
    used = {
        (owner, span): amount
        for owner, span, amount in read(
            connection,
            "SELECT s.owner, s.span, s.used_microusd FROM budget_spans s JOIN (SELECT DISTINCT owner FROM budgets"
            " WHERE project = ?) b ON b.owner = s.owner WHERE s.span IN (?, ?, ?)",
            (project, *spans(now)),
        )
    }
    found: dict[str, list[Standing]] = {}
    sql = f"{_COLUMNS} WHERE project = ? AND owner <> ? ORDER BY owner, period"
    for budget in map(_budget, read(connection, sql, (project, project))):
        amount = used.get((budget.owner, budget.period.span(now)), 0)
        found.setdefault(budget.owner, []).append(Standing(budget, amount, budget.period.resets_at(now)))
    return {owner: tuple(standings) for owner, standings in found.items()}


def hold(connection: Connection, project: str, root: str, amount_microusd: int, at: datetime) -> list[str]:
    """Count a hold in every budget of the project and the key; returns a warning for each soft one that is exceeded.

    Raises BudgetSpent, with what is left and when it resets, for a hard one that does not cover it: the caller's
    transaction is to be rolled back then."""
    warnings = []
    for budget in _of(connection, project, root):
        span = budget.period.span(at)
        if span < budget.period.span(budget.created_at):
            continue  # A task from the minute before midnight, and a budget from the minute after.
        limit = budget.limit_microusd if budget.hard else None
        fits = limit is None or amount_microusd <= limit
        values = {"owner": budget.owner, "span": span, "amount": amount_microusd, "limit": limit}
        used = connection.execute(_ADD, values).scalar() if fits else None
        if used is None:
            raise _refusal(connection, budget, amount_microusd, at)
        if used > budget.limit_microusd:
            warnings.append(
                f"{budget.name} of {usd(budget.limit_microusd)} is exceeded: {usd(used)} in use.".capitalize()
            )
    return warnings


def release(connection: Connection, project: str, root: str, amount_microusd: int, admitted_at: datetime) -> None:
    """Give back what was held and not captured, to the spans of its admission."""
    connection.execute(
        sa.update(_spans)
        .where(_spans.c.owner.in_((project, root)), _spans.c.span.in_(spans(admitted_at)))
        .values(used_microusd=_spans.c.used_microusd - amount_microusd)
    )


def _of(connection: Connection, project: str, root: str) -> list[Budget]:
    return [_budget(row) for row in read(connection, _OF, (project, root))]


def _budget(row: tuple[Any, ...]) -> Budget:  # Any: what the driver gives for each column of _COLUMNS
    return Budget(row[0], row[1], Period(row[2]), row[3], bool(row[4]), time_of(row[5]))


def _seen(connection: Connection, budget: Budget) -> int:
    """What tasks of the budget's present span hold or were charged."""
    task, key = tables.tasks.c, tables.keys.c
    counted = sa.case((task.status.in_(_OPEN), task.hold_microusd), else_=task.charged_microusd)
    wanted = sa.select(sa.func.coalesce(sa.func.sum(counted), 0)).where(task.project == budget.project)
    began = budget.period.began_at(budget.created_at)
    if began is not None:
        wanted = wanted.where(task.created_at >= began)
    if budget.owner != budget.project:
        family = sa.select(key.id).where(sa.or_(key.id == budget.owner, key.root_id == budget.owner))
        wanted = wanted.where(task.key_id.in_(family))
    return int(connection.execute(wanted).scalar_one())


def _refusal(connection: Connection, budget: Budget, amount_microusd: int, at: datetime) -> BudgetSpent:
    standing = next(
        standing
        for standing in standings(connection, budget.project, budget.owner, at)
        if standing.budget.owner == budget.owner and standing.budget.period is budget.period
    )
    resets = f"it resets on {standing.resets_at:%Y-%m-%d %H:%M} UTC" if standing.resets_at else "it does not reset"
    return BudgetSpent(
        f"This would hold up to {usd(amount_microusd)}, but {budget.name} of {usd(budget.limit_microusd)} has "
        f"{usd(standing.left_microusd)} left; {resets}."
    )
