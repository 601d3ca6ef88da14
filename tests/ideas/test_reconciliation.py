"""Reconciliation: what differs, and what is the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rushes.reconciliation import Compared, Difference

NOW = datetime(2026, 11, 22, tzinfo=UTC)
DELIVERED = Compared("task", 1, "studio", "veo_31_fast", "upstream", NOW, 8, 800_000, 8.0, 800_000, False, False)
LOST = replace(DELIVERED, delivered_seconds=None, captured_microusd=0, reported_seconds=None, reported_microusd=None)


@pytest.mark.parametrize(
    ("seconds", "cost", "differences"),
    [
        (8.0, 800_000, ()),
        (8.49, 799_999, ()),
        (7.51, 0, ()),
        (None, None, ()),
        (8.5, None, (Difference.LENGTH,)),
        (7.5, 800_000, (Difference.LENGTH,)),
        (None, 800_001, (Difference.BELOW_COST,)),
        (16.0, 1_600_000, (Difference.LENGTH, Difference.BELOW_COST)),
    ],
)
def test_a_delivered_take_is_compared_by_length_and_cost(
    seconds: float | None, cost: int | None, differences: tuple[Difference, ...]
) -> None:
    one = replace(DELIVERED, reported_seconds=seconds, reported_microusd=cost)
    assert one.differences == differences
    assert one.is_reported is (seconds is not None or cost is not None)


@pytest.mark.parametrize(
    ("about", "differences"),
    [
        ({}, ()),
        ({"reported_seconds": 0.0, "reported_microusd": 0}, ()),
        ({"reported_seconds": 8.0}, (Difference.UNDELIVERED,)),
        ({"reported_microusd": 1}, (Difference.UNDELIVERED,)),
        ({"still_costs": True}, (Difference.UNDELIVERED,)),
        ({"is_lost": True}, (Difference.UNKNOWN,)),
        ({"is_lost": True, "still_costs": True}, (Difference.UNKNOWN,)),
    ],
)
def test_what_nobody_got_differs_when_it_may_cost(
    about: dict[str, object], differences: tuple[Difference, ...]
) -> None:
    assert replace(LOST, **about).differences == differences  # type: ignore[arg-type]  # a table of fields
