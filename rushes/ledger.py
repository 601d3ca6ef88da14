"""Ledger: money as whole micro-dollars, in immutable entries.

    admission        hold     +price        what the task may cost at most
    clip delivered   capture   cost         what was really delivered, never more than the hold
                     release   hold - cost  the rest, in the same transaction
    no clip          release   hold         all of it

For every settled task: hold = capture + release. A project's `held` is the sum of its unsettled holds and its `spent`
the sum of its captures. (task, take, kind) is unique in the database: nothing can be captured twice.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

MICROUSD_PER_USD = 1_000_000


def usd(microusd: int) -> str:
    """For people: `$0.8`, without needless zeros."""
    whole, part = divmod(abs(microusd), MICROUSD_PER_USD)
    sign = "-" if microusd < 0 else ""
    return f"{sign}${whole}.{part:06d}".rstrip("0").rstrip(".")


class EntryKind(enum.StrEnum):
    HOLD = "hold"
    CAPTURE = "capture"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Entry:
    project: str
    task_id: str
    take: int  #: 0 for the hold, else the take that was settled
    kind: EntryKind
    amount_microusd: int  #: never negative; the kind says the direction
    at: datetime


@dataclass(frozen=True, slots=True)
class Cost:
    """What a task costs, frozen at admission: list price, what is deducted, and under which price list."""

    quantity: int  #: seconds of new picture
    unit_price_microusd: int  #: per second
    discount_microusd: int  #: deducted from quantity x unit price
    price_version: str

    @property
    def list_microusd(self) -> int:
        return self.quantity * self.unit_price_microusd

    @property
    def total_microusd(self) -> int:
        return self.list_microusd - self.discount_microusd

    def delivered(self, seconds: int) -> Cost:
        """The cost of `seconds` delivered, discounted in proportion (rounded in the payer's favour); never more than asked."""
        seconds = max(0, min(seconds, self.quantity))
        discount = -(-self.discount_microusd * seconds // self.quantity) if self.quantity else 0
        return Cost(seconds, self.unit_price_microusd, discount, self.price_version)


def settle(hold_microusd: int, cost_microusd: int) -> tuple[int, int]:
    """(capture, release) for a hold and what was delivered."""
    assert hold_microusd >= 0, "a hold is never negative"
    capture = max(0, min(hold_microusd, cost_microusd))
    return capture, hold_microusd - capture


def open_hold(entries: Iterable[Entry]) -> int:
    """What is still held of one task's entries, in micro-dollars; 0 once settled."""
    signs = {EntryKind.HOLD: 1, EntryKind.CAPTURE: -1, EntryKind.RELEASE: -1}
    return sum(signs[entry.kind] * entry.amount_microusd for entry in entries)
