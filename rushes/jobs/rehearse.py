"""Rehearse: with a test key, words in the prompt decide how the task ends, so that callers can test their own handling.

    [test:fail]      the engine fails              [test:quota]     its account is out of quota
    [test:filtered]  the safety filter says no     [test:timeout]   the deadline passes
    [test:slow=20]   20 more seconds go by before the take

With a live key these are only words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rushes.errors import DeadlinePassed, EngineError, EngineFailed, QuotaExceeded, ShotRefused
from rushes.task import Task

_TRIGGER = re.compile(r"\[test:(fail|filtered|quota|timeout|slow)(?:=(\d{1,4}))?\]")
_FAULTS: dict[str, type[EngineError]] = {
    "fail": EngineFailed,
    "filtered": ShotRefused,
    "quota": QuotaExceeded,
    "timeout": DeadlinePassed,
}
#: What `slow` waits when it names no number, and at most.
_SLOW_SECONDS = 20
_SLOW_SECONDS_MAX = 600


@dataclass(frozen=True, slots=True)
class Rehearsal:
    slow_seconds: int  #: to let go by before anything else
    fault: EngineError | None  #: how the task ends then; None: as any other


def rehearsal(task: Task) -> Rehearsal:
    """What the prompt of a test key's task asks for; nothing for a live one."""
    slow, fault = 0, None
    if not task.live:
        for word, number in _TRIGGER.findall(task.shot.prompt):
            if word == "slow":
                slow = min(int(number or _SLOW_SECONDS), _SLOW_SECONDS_MAX)
            else:
                fault = _FAULTS[word]()
    return Rehearsal(slow, fault)
