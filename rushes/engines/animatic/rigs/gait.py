"""Gaits: where each foot is at each moment, so that a planted foot moves backwards exactly as fast as the body moves on."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gait:
    frames: int  #: per cycle, at 24 frames per second
    duty: float  #: share of the cycle that a foot is on the ground
    offsets: tuple[float, ...]  #: when each leg's cycle begins (touch-down), as a share of the loop
    sweep: float  #: how far a planted foot travels under the body, in leg lengths
    lift: float  #: how high a swinging foot rises, in leg lengths
    bounce: float = 0.02  #: of the body, in leg lengths
    bounces: int = 2  #: per cycle
    rock: float = 0.0  #: degrees of pitch, once per cycle

    def speed(self, leg: float) -> float:
        """Metres per second for legs of this length in metres."""
        return self.sweep * leg / (self.duty * self.frames / 24)

    @property
    def touches(self) -> tuple[float, ...]:
        return tuple(sorted({-offset % 1 for offset in self.offsets}))


@dataclass(frozen=True, slots=True)
class Step:
    """A foot relative to the point below its joint: metres or leg lengths, y down."""

    x: float
    y: float
    swing: float  #: -1..0 planted (from touch-down to take-off), 0..1 in the air


def step(gait: Gait, phase: float, leg: int) -> Step:
    """The step of one leg, in leg lengths."""
    own = (phase + gait.offsets[leg]) % 1
    half = gait.sweep / 2
    if own < gait.duty:
        share = own / gait.duty
        return Step(half - gait.sweep * share, 0.0, share - 1)
    share = (own - gait.duty) / (1 - gait.duty)
    # A cubic that leaves and meets the ground at the ground's own speed: no jerk at take-off or touch-down.
    slope = -gait.sweep * (1 - gait.duty) / gait.duty
    x = _hermite(-half, half, slope, slope, share)
    return Step(x, -gait.lift * math.sin(math.pi * share) ** 1.3, share)


def bend(
    joint: tuple[float, float], foot: tuple[float, float], upper: float, lower: float, side: int
) -> tuple[float, float]:
    """The knee between a joint and a foot; `side` 1 bends one way, -1 the other."""
    dx, dy = foot[0] - joint[0], foot[1] - joint[1]
    reach = min(max(math.hypot(dx, dy), abs(upper - lower) + 1e-6), upper + lower - 1e-6)
    inner = (upper * upper + reach * reach - lower * lower) / (2 * upper * reach)
    angle = math.atan2(dy, dx) + side * math.acos(min(1.0, max(-1.0, inner)))
    return (joint[0] + upper * math.cos(angle), joint[1] + upper * math.sin(angle))


def _hermite(start: float, end: float, slope_start: float, slope_end: float, u: float) -> float:
    return (
        (2 * u**3 - 3 * u**2 + 1) * start
        + (u**3 - 2 * u**2 + u) * slope_start
        + (-2 * u**3 + 3 * u**2) * end
        + (u**3 - u**2) * slope_end
    )


# Legs in the order near hind, near fore, far hind, far fore.
WALK = Gait(26, 0.64, (0.0, 0.75, 0.5, 0.25), 0.62, 0.13, 0.015, 2, 0.0)
TROT = Gait(15, 0.46, (0.0, 0.5, 0.5, 0.0), 0.72, 0.22, 0.045, 2, 0.0)
RUN = Gait(12, 0.30, (0.0, 0.52, 0.90, 0.40), 0.95, 0.32, 0.09, 1, 5.0)
HOP = Gait(12, 0.34, (0.0, 0.45, 0.97, 0.40), 0.80, 0.36, 0.16, 1, 9.0)
# Two legs: near, far.
STROLL = Gait(26, 0.60, (0.0, 0.5), 0.62, 0.13, 0.022, 2, 0.0)
JOG = Gait(16, 0.36, (0.0, 0.5), 0.74, 0.36, 0.06, 2, 0.0)
