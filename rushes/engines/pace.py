"""Pace: how fast an account may be given work."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

_MINUTE = 60.0


class Pace:
    """Spreads submits over time: at most so many a minute, and none while the account is out of quota."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` tells seconds that never go back."""
        self._gap_seconds = _MINUTE / per_minute
        self._burst_seconds = min(_MINUTE / 4, self._gap_seconds * per_minute)
        self._clock = clock
        self._next_at = clock() - self._burst_seconds
        self._closed_until = 0.0
        self._storms = 0

    def turn_seconds(self) -> float:
        """Book the next submit; how long it has to wait for its turn.

        What was not used of the last quarter of a minute may be used at once."""
        now = self._clock()
        self._next_at = max(self._next_at + self._gap_seconds, now - self._burst_seconds)
        return max(0.0, self._next_at - now, self._closed_until - now)

    def refused(self, retry_after_seconds: float | None = None) -> None:
        """The account is out of quota: nothing for as long as it said, else twice as long each time, up to a minute;
        never the same time for all who wait (half of it is chance)."""
        self._storms += 1
        wait = min(_MINUTE, 2.0**self._storms) if retry_after_seconds is None else retry_after_seconds
        self._closed_until = self._clock() + wait * random.uniform(0.5 if retry_after_seconds is None else 1.0, 1.5)

    def taken(self) -> None:
        """A submit was accepted: the storm is over."""
        self._storms = 0
