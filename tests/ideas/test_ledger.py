"""Money adds up."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from rushes.ledger import Cost, Entry, EntryKind, open_hold, settle

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
