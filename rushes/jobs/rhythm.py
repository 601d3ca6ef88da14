"""Rhythm: when to ask a far side next how an operation is doing. Pure, but for chance."""

from __future__ import annotations

import random
from dataclasses import dataclass

#: After so many times the usual interval, an operation is asked three times more seldom than at first.
_OLD = 24.0
_LONGEST = 3.0
_FAULT_SECONDS_MAX = 60.0
_HINT_SECONDS = (0.1, 60.0)


@dataclass(slots=True)
class Rhythm:
    """Young operations are asked often, old ones up to three times more seldom, and a far side that does not answer
    twice more seldom each time. Chance keeps thousands of them from asking in step. It goes by the operation's age, so
    a worker that takes one over keeps its rhythm."""

    usual_seconds: float
    _faults: int = 0

    def first(self, planned_seconds: float | None = None) -> float:
        """Before this worker's first poll, which another may have planned for so many seconds from now. What is overdue
        is spread: after a long stop, all that were in flight come at once."""
        if planned_seconds is not None and 0.0 < planned_seconds <= _FAULT_SECONDS_MAX * 1.1:
            return planned_seconds
        return random.uniform(0.0, self.usual_seconds)

    def after_answer(self, age_seconds: float, hint_seconds: float | None = None) -> float:
        """After "not yet" of an operation of that age, which may bring a hint of its own."""
        self._faults = 0
        if hint_seconds is not None:
            return min(max(hint_seconds, _HINT_SECONDS[0]), _HINT_SECONDS[1]) * random.uniform(1.0, 1.1)
        grown = 1.0 + (_LONGEST - 1.0) * age_seconds / (_OLD * self.usual_seconds)
        return self.usual_seconds * min(_LONGEST, max(1.0, grown)) * random.uniform(0.8, 1.2)

    def after_fault(self) -> float:
        """After no answer, or none that says anything."""
        self._faults += 1
        return min(_FAULT_SECONDS_MAX, self.usual_seconds * 2.0 ** min(self._faults, 10)) * random.uniform(0.5, 1.0)
