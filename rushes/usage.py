"""Usage: what tasks came to, summed by day, model, key, engine and status. A task counts once, on the UTC day it ended, in
the transaction that ends it: so usage, receipts and the movement of the balance are always the same sum.

How long tasks waited and were rendered is kept as counts by bucket, each √2 times as wide as the one before: a million
tasks take a few hundred rows, and a percentile is right to within its bucket.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Mapping
from dataclasses import dataclass, field

#: The upper end of bucket 0, in seconds.
_FIRST_SECONDS = 0.1
_PER_OCTAVE = 2
BUCKET_MAX = 48  # up to 19 days


class Dimension(enum.StrEnum):
    DAY = "day"
    MODEL = "model"
    KEY = "key"
    ENGINE = "engine"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Ended:
    """A task that has just ended, as usage counts it."""

    project: str
    day: str  #: 2026-11-22, in UTC
    key_id: str
    model: str
    engine: str
    status: str
    seconds: int  #: of new picture that were delivered
    discount_microusd: int
    charged_microusd: int
    waiting_seconds: float
    rendering_seconds: float | None  #: None: it never began


@dataclass(frozen=True, slots=True)
class Line:
    """The sum of some tasks."""

    of: Mapping[Dimension, str]  #: what they have in common
    tasks: int
    seconds: int
    discount_microusd: int
    charged_microusd: int
    waiting: Mapping[int, int] = field(default_factory=dict)  #: tasks by bucket
    rendering: Mapping[int, int] = field(default_factory=dict)  #: tasks that began, by bucket


def bucket(seconds: float) -> int:
    """The bucket that a duration falls in."""
    if seconds <= _FIRST_SECONDS:
        return 0
    return min(BUCKET_MAX, math.ceil(_PER_OCTAVE * math.log2(seconds / _FIRST_SECONDS)))


def bounds(bucket: int) -> tuple[float, float]:
    """A bucket's ends in seconds: above the first, up to the second."""
    upper = _FIRST_SECONDS * 2 ** (bucket / _PER_OCTAVE)
    return (0.0 if bucket == 0 else upper / 2 ** (1 / _PER_OCTAVE)), upper


def percentile(counts: Mapping[int, int], share: float) -> float | None:
    """The duration in seconds within which `share` (0 to 1) of the tasks lie, read off evenly within its bucket; None of
    none."""
    wanted = share * sum(counts.values())
    if not wanted:
        return None
    below = 0
    for number in sorted(counts):
        if below + counts[number] >= wanted:
            low, high = bounds(number)
            return low + (high - low) * (wanted - below) / counts[number]
        below += counts[number]
    raise AssertionError("the share is at most 1")
