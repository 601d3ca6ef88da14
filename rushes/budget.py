"""Budget: what a project or a key may spend in a day, a month or altogether, in UTC.

A task counts on the day it was admitted: its whole hold while it is open, what it was charged once it has ended. So what
a failed or shorter task gives back is given back to the day it was taken from, and yesterday's tasks never eat today's.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


class Period(enum.StrEnum):
    DAY = "day"
    MONTH = "month"
    TOTAL = "total"

    def span(self, at: datetime) -> str:
        """The day, month or whole that a moment is in: `2026-11-22`, `2026-11`, `total`. In one period, later is greater."""
        if self is Period.TOTAL:
            return "total"
        return at.astimezone(UTC).strftime("%Y-%m-%d" if self is Period.DAY else "%Y-%m")

    def began_at(self, at: datetime) -> datetime | None:
        """When the span that `at` is in began; None for the whole, which always was."""
        if self is Period.TOTAL:
            return None
        midnight = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight if self is Period.DAY else midnight.replace(day=1)

    def resets_at(self, at: datetime) -> datetime | None:
        """When the next span begins; None: never."""
        began = self.began_at(at)
        if began is None:
            return None
        # The fourth of the next month at the latest, and never in this one.
        return began + timedelta(days=1) if self is Period.DAY else (began + timedelta(days=32)).replace(day=1)


def spans(at: datetime) -> tuple[str, ...]:
    """The spans of every period that a moment is in."""
    return tuple(period.span(at) for period in Period)


@dataclass(frozen=True, slots=True)
class Budget:
    project: str
    owner: str  #: the project itself, or the root of one of its keys
    period: Period
    limit_microusd: int
    hard: bool  #: False: count and warn, refuse nothing
    created_at: datetime

    @property
    def whose(self) -> str:
        return "the project's" if self.owner == self.project else "this key's"

    @property
    def name(self) -> str:
        """`the project's budget for the month`."""
        return f"{self.whose} {'total budget' if self.period is Period.TOTAL else f'budget for the {self.period}'}"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a budget stands just now."""

    budget: Budget
    used_microusd: int
    resets_at: datetime | None

    @property
    def left_microusd(self) -> int:
        """Never below zero, also when the limit was lowered later or only warns."""
        return max(0, self.budget.limit_microusd - self.used_microusd)
