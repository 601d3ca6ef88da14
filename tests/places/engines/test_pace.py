"""An account gets work at its own pace."""

from __future__ import annotations

import pytest

from rushes.engines.pace import Pace


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_submits_are_spread_once_the_burst_is_used_up() -> None:
    clock = Clock()
    pace = Pace(60, clock)
    waits = [pace.turn_seconds() for _ in range(40)]
    assert waits[0] == 0.0
    assert waits == sorted(waits)
    assert waits[-1] == pytest.approx(40 - 15)
    clock.now += 3600
    later = [pace.turn_seconds() for _ in range(200)]
    assert sum(wait == 0.0 for wait in later) <= 16, "an idle hour saves up no more than a quarter of a minute"


def test_nothing_is_sent_while_the_account_is_out_of_quota() -> None:
    clock = Clock()
    pace = Pace(50, clock)
    pace.refused(retry_after_seconds=20.0)
    assert 20.0 <= pace.turn_seconds() <= 30.0
    clock.now += 31
    assert pace.turn_seconds() == 0.0
    waits = []
    for _ in range(10):
        pace.refused()
        waits.append(pace.turn_seconds())
    assert 2.0 <= waits[0] <= 6.0, "the second time in a row"
    assert all(wait <= 90.0 for wait in waits)
    assert waits[-1] >= 30.0
    pace.taken()
    pace.refused()
    clock.now += 200
    assert pace.turn_seconds() == 0.0
