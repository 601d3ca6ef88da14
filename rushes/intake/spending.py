"""Spending: what each key of a project has spent this month, and how its budgets stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from rushes.budget import Period, Standing
from rushes.database import budgets, usage
from rushes.key import Key


@dataclass(frozen=True, slots=True)
class Spending:
    """Counted on the root of a key's rotations, as its budgets are."""

    month_microusd: int  #: charged for tasks that ended in this month, in UTC
    budgets: tuple[Standing, ...]


def of_keys(connection: Connection, project: str, keys: Iterable[Key], now: datetime) -> Mapping[str, Spending]:
    """By the roots of `keys`, which must be all keys of the project."""
    month = Period.MONTH.span(now)
    charged = usage.charged_by_key(connection, project, f"{month}-01", f"{month}-31")
    standings = budgets.of_keys(connection, project, now)
    sums: dict[str, int] = {}
    for key in keys:
        sums[key.root] = sums.get(key.root, 0) + charged.get(key.id, 0)
    return {root: Spending(amount, standings.get(root, ())) for root, amount in sums.items()}
