"""Fireworks: when shells burst, for who draws them, and how that is heard a moment later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .filters import band, high, in_room, low, swell
from .span import SAMPLES_PER_SECOND, Mono, Span, Stereo, add, placed

#: A shell climbs for so long, and its light dies so long after the burst.
CLIMB_SECONDS, GLOW_SECONDS = 0.5, 2.1
#: They burst a hundred metres away.
_LATE_SECONDS = 0.3


@dataclass(frozen=True, slots=True)
class Burst:
    seconds: float  #: when it is seen, from the beginning of the film
    x: float  #: 0 left .. 1 right
    size: float  #: 0 small .. 1 large


def bursts(seed: int, seconds: float) -> tuple[Burst, ...]:
    """The shells of a film with this seed until `seconds`; `fireworks` lets them be heard."""
    span = Span(0, round(seconds * SAMPLES_PER_SECOND), seed).named("fireworks")
    return tuple(burst for burst, _, _ in _shells(span))


def _shells(span: Span) -> Iterator[tuple[Burst, int, np.random.Generator]]:
    """(burst, the sample of the span at which it bursts, chance of its sound)"""
    for at, chance in span.events("shells", 2.0, 3.0, steady=True):
        yield Burst((at + span.start) / SAMPLES_PER_SECOND, chance.random(), chance.random()), at, chance


def fireworks(span: Span) -> Stereo:
    """A thud as a shell leaves, its burst, and of some the crackle that rains down."""
    out = span.silence()
    for burst, at, chance in _shells(span):
        pan = 0.15 + 0.7 * burst.x
        late = at + int(_LATE_SECONDS * SAMPLES_PER_SECOND)
        leaves = low(chance.standard_normal(9600, np.float32), 320) * swell(9600, 0.004, 0.03)
        add(out, late - int(CLIMB_SECONDS * SAMPLES_PER_SECOND), placed(leaves * np.float32(1.5), pan))
        add(out, late, placed(_report(0.5 + burst.size, chance), pan))
        if chance.random() < 0.5:
            add(out, late + int(0.35 * SAMPLES_PER_SECOND), placed(_crackle(chance), pan))
    return in_room(high(out, 50), 2.0, 0.3, 3500)


def _report(size: float, chance: np.random.Generator) -> Mono:
    samples = int(0.9 * SAMPLES_PER_SECOND)
    noise = chance.standard_normal(samples, np.float32)
    boom = low(noise, 260) * swell(samples, 0.004, 0.14) * np.float32(2.6)
    return (boom + band(noise, 300, 1800) * swell(samples, 0.002, 0.05)) * np.float32(size)


def _crackle(chance: np.random.Generator) -> Mono:
    samples = int(1.4 * SAMPLES_PER_SECOND)
    out = np.zeros(samples, np.float32)
    for at, loud in zip(chance.integers(0, samples - 500, 40), chance.random(40), strict=True):
        snap = chance.standard_normal(480, np.float32) * swell(480, 0.0006, 0.002)
        add(out, int(at), snap * np.float32(0.5 * loud * (1 - at / samples)))
    return band(out, 900, 5000)
