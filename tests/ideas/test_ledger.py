"""Money adds up."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.ledger import Cost, Entry, EntryKind, open_hold, settle, usd

MONEY = st.integers(0, 10**12)


@given(hold=MONEY, cost=MONEY)
def test_hold_is_always_capture_plus_release(hold: int, cost: int) -> None:
    capture, release = settle(hold, cost)
    assert capture + release == hold
    assert 0 <= capture <= min(hold, cost) or capture == min(hold, cost)
    assert release >= 0


@given(hold=MONEY, cost=MONEY)
def test_a_settled_task_holds_nothing(hold: int, cost: int) -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    capture, release = settle(hold, cost)
    entries = [
        Entry("p", "t", 0, EntryKind.HOLD, hold, now),
        Entry("p", "t", 1, EntryKind.CAPTURE, capture, now),
        Entry("p", "t", 1, EntryKind.RELEASE, release, now),
    ]
    assert open_hold(entries[:1]) == hold
    assert open_hold(entries) == 0


@given(quantity=st.integers(1, 148), unit=st.integers(0, 10**6), part=st.integers(-5, 200), share=st.integers(0, 100))
def test_a_delivery_never_costs_more_than_was_asked(quantity: int, unit: int, part: int, share: int) -> None:
    asked = Cost(quantity, unit, quantity * unit * share // 100, "v")
    delivered = asked.delivered(part)
    assert 0 <= delivered.total_microusd <= asked.total_microusd
    assert asked.delivered(quantity) == asked
    assert asked.delivered(0).total_microusd == 0


@pytest.mark.parametrize(
    ("microusd", "text"),
    [
        (0, "$0"),
        (1, "$0.000001"),
        (800_000, "$0.8"),
        (10_000_000, "$10"),
        (-1_500_000, "-$1.5"),
        (12_345_678, "$12.345678"),
    ],
)
def test_money_for_people_has_no_needless_zeros(microusd: int, text: str) -> None:
    assert usd(microusd) == text


@pytest.mark.parametrize(("seconds", "total", "discount"), [(-1, 0, 0), (0, 0, 0), (3, 28, 2), (7, 67, 3), (9, 67, 3)])
def test_a_shorter_delivery_is_discounted_in_proportion_in_the_payers_favour(
    seconds: int, total: int, discount: int
) -> None:
    delivered = Cost(7, 10, 3, "v").delivered(seconds)
    assert (delivered.total_microusd, delivered.discount_microusd) == (total, discount)
    assert delivered.price_version == "v"


def test_what_costs_nothing_and_asks_for_nothing_is_delivered_as_nothing() -> None:
    assert Cost(0, 10, 0, "v").delivered(5) == Cost(0, 10, 0, "v")


@pytest.mark.parametrize(("hold", "cost", "settled"), [(5, 3, (3, 2)), (5, 9, (5, 0)), (5, -1, (0, 5)), (0, 0, (0, 0))])
def test_a_capture_is_never_more_than_the_hold(hold: int, cost: int, settled: tuple[int, int]) -> None:
    assert settle(hold, cost) == settled
    with pytest.raises(AssertionError, match="never negative"):
        settle(-1, 0)
