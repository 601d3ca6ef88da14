"""Terms: what somebody pays instead of the list price, for as long as they are valid.

An override replaces the price of a second, and a margin makes it of what the second costs us: the most particular of
them counts (a key's before a project's before everybody's, one for a resolution or sound before one for all), then the
newest. What a second costs us a term may say, too; else it is the list price, which is the vendor's. A discount takes a
share off what then is the price: the largest counts, they are never added up. All are frozen with the quote, and its price
version names them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rushes.ledger import Cost

#: All of it, in hundredths of a percent: the largest discount, and a margin that doubles the cost.
WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Term:
    id: str
    created_at: datetime
    begins_at: datetime
    ends_at: datetime | None = None  #: None: for good
    project: str | None = None  #: None: everybody's
    root: str | None = None  #: of one key; None: all of the project's
    model: str | None = None  #: None: all models
    resolution: str | None = None
    sound: bool | None = None
    unit_price_microusd: int | None = None  #: an override, per second ...
    discount: int | None = None  #: ... or a discount, in hundredths of a percent ...
    unit_cost_microusd: int | None = None  #: ... or what a second costs us ...
    margin: int | None = None  #: ... or what is added to that, in hundredths of a percent

    def holds(self, at: datetime) -> bool:
        return self.begins_at <= at and (self.ends_at is None or at < self.ends_at)

    @property
    def particular(self) -> tuple[object, ...]:
        """Greater for a term that is about less."""
        narrow = (self.root, self.project, self.model, self.resolution, self.sound)
        return (*(value is not None for value in narrow), self.created_at, self.id)


def priced(cost: Cost, terms: Sequence[Term], resolution: str, sound: bool) -> Cost:
    """The cost under the terms that hold for its project, key, model and moment; those for another resolution or sound
    are left aside. A discount is rounded in the payer's favour, a margin is kept to the last micro-dollar."""
    fitting = [term for term in terms if term.resolution in (None, resolution) and term.sound in (None, sound)]
    version, unit = cost.price_version, cost.unit_price_microusd
    pricing = [term for term in fitting if term.unit_price_microusd is not None or term.margin is not None]
    if pricing:
        chosen = max(pricing, key=lambda term: term.particular)
        version = f"{version}+{chosen.id}"
        if chosen.unit_price_microusd is not None:
            unit = chosen.unit_price_microusd
        if chosen.margin is not None:
            costs = [
                (term.particular, term.unit_cost_microusd, term.id)
                for term in fitting
                if term.unit_cost_microusd is not None
            ]
            if costs:
                _, unit, name = max(costs)
                version = f"{version}+{name}"
            unit = -(-unit * (WHOLE + chosen.margin) // WHOLE)
    taken = 0
    discounts = [(term.discount, term.particular, term.id) for term in fitting if term.discount is not None]
    if discounts:
        share, _, name = max(discounts)
        taken, version = -(-cost.quantity * unit * share // WHOLE), f"{version}+{name}"
    return Cost(cost.quantity, unit, taken, version)
