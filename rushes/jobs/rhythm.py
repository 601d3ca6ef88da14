"""Rhythm: when to ask a far side next how an operation is doing. Pure, but for chance."""

from __future__ import annotations

import random
from dataclasses import dataclass

_GROWTH = 1.15
_LONGEST = 3.0
_FAULT_SECONDS_MAX = 60.0
_HINT_SECONDS = (0.1, 60.0)


@dataclass(slots=True)
class Rhythm:
    """Young operations are asked often, old ones up to three times more seldom, and a far side that does not answer
    twice more seldom each time. Chance keeps thousands of them from asking in step."""

    usual_seconds: float
    _factor: float = 1.0
    _faults: int = 0

    def first(self) -> float:
        """Before the first poll: after a restart, all that were in flight come at once."""
        return random.uniform(0.0, self.usual_seconds)

    def after_answer(self, hint_seconds: float | None = None) -> float:
        """After "not yet", which may bring a hint of its own."""
        self._faults = 0
        if hint_seconds is not None:
            return min(max(hint_seconds, _HINT_SECONDS[0]), _HINT_SECONDS[1]) * random.uniform(1.0, 1.1)
        seconds = self.usual_seconds * self._factor
        self._factor = min(_LONGEST, self._factor * _GROWTH)
        return seconds * random.uniform(0.8, 1.2)

    def after_fault(self) -> float:
        """After no answer, or none that says anything."""
        self._faults += 1
        return min(_FAULT_SECONDS_MAX, self.usual_seconds * 2.0 ** min(self._faults, 10)) * random.uniform(0.5, 1.0)
