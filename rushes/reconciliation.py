"""Reconciliation: what was charged for a take, beside what its engine says that it made and charges.

A difference is something that the owner of the server may want to look into; none of them changes the ledger, in which every
captured amount stands for a clip that was measured and delivered."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime

#: A clip's length in whole seconds and an engine's own count of them differ by less, when they are the same.
TOLERANCE_SECONDS = 0.5


class Difference(enum.StrEnum):
    LENGTH = "length"  #: the engine counts other seconds than were delivered
    BELOW_COST = "below_cost"  #: it charges us more than was captured
    UNDELIVERED = "undelivered"  #: it charges, or may charge, for what nobody got and nobody paid
    UNKNOWN = "unknown"  #: the reply to a submit was lost: it may have been made, or not


@dataclass(frozen=True, slots=True)
class Compared:
    """One take of an engine elsewhere."""

    task: str
    take: int
    project: str
    model: str
    engine: str
    ended_at: datetime
    delivered_seconds: int | None  #: of new picture, as charged for; None: nothing was delivered
    captured_microusd: int
    reported_seconds: float | None  #: None: the engine does not say
    reported_microusd: int | None
    is_lost: bool  #: was the reply to its submit lost?
    still_costs: bool  #: did it charge all the same, as the engine said when it was to stop, or as a late film shows?

    @property
    def is_reported(self) -> bool:
        return self.reported_seconds is not None or self.reported_microusd is not None

    @property
    def differences(self) -> tuple[Difference, ...]:
        if self.delivered_seconds is None:
            if self.is_lost:
                return (Difference.UNKNOWN,)
            costs = self.still_costs or bool(self.reported_microusd) or bool(self.reported_seconds)
            return (Difference.UNDELIVERED,) if costs else ()
        found = []
        if self.reported_seconds is not None:
            off = abs(self.reported_seconds - self.delivered_seconds)
            found += [Difference.LENGTH] if off >= TOLERANCE_SECONDS else []
        if (self.reported_microusd or 0) > self.captured_microusd:
            found.append(Difference.BELOW_COST)
        return tuple(found)
