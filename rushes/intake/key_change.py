"""Change a key that is in use: what it is called, what it may do and spend, from where and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from rushes.budget import Budget, Period
from rushes.database import audit, budgets, keys
from rushes.database.audit import By
from rushes.database.connect import Database
from rushes.intake.keys import ensure_budget, sound, usable
from rushes.key import Key
from rushes.model import usd_text

#: The fields of a key that may be changed. Its secret, and whether it is live, never do.
CHANGEABLE = (
    "name",
    "scopes",
    "models",
    "expires_at",
    "requests_per_minute",
    "requests_burst",
    "concurrent_tasks",
    "addresses",
)


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be other in a key; what is not named stays."""

    fields: Mapping[str, Any] = field(default_factory=dict)  #: of CHANGEABLE. Any: what each of them is
    budgets: Mapping[Period, int | None] = field(default_factory=dict)  #: micro-dollars; None lifts one
    hard: bool | None = None  #: do its budgets refuse, or only warn?


def change(
    database: Database,
    *,
    project: str,
    key_id: str,
    change: Change,
    now: datetime,
    by: By = "the server",
    asking: Key | None = None,
) -> Key:
    """The key as it is from now on. Its budgets go on counting.

    Raises NotFound; Conflict when it was revoked, replaced or has expired; ValueNotAllowed, naming the parameter; Forbidden
    when it may, or is to be able to, do more than the key that asks.
    """
    assert set(change.fields) <= set(CHANGEABLE), "callers refuse other names themselves"
    with database.transaction() as connection:
        old = usable(connection, project, key_id, now)
        new = sound(replace(old, **change.fields), now)
        if asking is not None:
            for one in (old, new):
                asking.ensure_covers(one)
        was = {one.budget.period: one.budget for one in budgets.of_keys(connection, project, now).get(old.root, ())}
        wanted = _budgets(was, change, old, now)
        differences = {
            **{name: told for name in CHANGEABLE if len(set(told := [_told(old, name), _told(new, name)])) == 2},
            **{f"budget.{period}": [_amount(was.get(period)), _amount(budget)] for period, budget in wanted.items()},
        }
        if differences:
            keys.change(connection, new)
            for period, budget in wanted.items():
                if budget is None:
                    budgets.remove(connection, old.root, period)
                else:
                    budgets.put(connection, budget)
            audit.note(connection, by, "key.changed", project, old.id, now, name=new.name, changes=differences)
    return new


def _budgets(was: Mapping[Period, Budget], change: Change, key: Key, now: datetime) -> Mapping[Period, Budget | None]:
    """Those that become other; None is to be lifted."""
    wanted: dict[Period, Budget | None] = {}
    for period in Period:
        old = was.get(period)
        limit = change.budgets.get(period, old.limit_microusd if old else None)
        hard = change.hard if change.hard is not None else old is None or old.hard
        if limit is None:
            if old is not None:
                wanted[period] = None
        elif old is None or (limit, hard) != (old.limit_microusd, old.hard):
            ensure_budget(period, limit)
            wanted[period] = Budget(key.project, key.root, period, limit, hard, now)
    return wanted


def _told(key: Key, name: str) -> str | int | None:
    """A field's value as the audit log tells it."""
    value = getattr(key, name)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, frozenset | tuple):
        return ", ".join(sorted(value)) or "none"
    assert value is None or isinstance(value, str | int), "a key has no other fields to change"
    return value


def _amount(budget: Budget | None) -> str | None:
    if budget is None:
        return None
    return usd_text(budget.limit_microusd) + (" USD" if budget.hard else " USD, warns only")
