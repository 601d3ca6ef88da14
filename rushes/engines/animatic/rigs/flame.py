"""Fire: tongues of four colours that lick and flicker in a loop."""

from __future__ import annotations

import math

from rushes.engines.animatic.rigs.hue import rgb
from rushes.engines.animatic.rigs.pen import Pen

_TONGUES = (("#ff5a14", 1.0, 0.70), ("#ff9a2e", 0.76, 0.85), ("#ffd873", 0.50, 0.95), ("#fffbe0", 0.26, 1.0))


def flicker(t: float) -> float:
    """Strength of firelight at t seconds, 0.6..1."""
    return 0.80 + 0.10 * math.sin(11.3 * t) + 0.06 * math.sin(23.7 * t + 1.3) + 0.04 * math.sin(41.1 * t + 0.5)


def draw_flame(pen: Pen, x: float, y: float, wide: float, high: float, phase: float, lead: float = 0.0) -> None:
    """A flame that stands on (x, y), `wide` to each side; a negative height points down. Loops with the phase."""
    turn = 2 * math.pi * phase
    for number, (code, share, alpha) in enumerate(_TONGUES):
        beat = 0.90 + 0.10 * math.sin(2 * turn + number * 1.7 + lead) + 0.06 * math.sin(5 * turn + number + lead * 2)
        tall, half = high * share * beat, wide * (0.55 + 0.45 * share)
        bow = 0.30 * wide * math.sin(3 * turn + number * 0.9 + lead) + 0.18 * wide * math.sin(
            4 * turn + number * 2 + lead
        )
        pen.blob(
            [(x - half, y - 0.08 * tall), (x - half * 0.92 + bow * 0.2, y - 0.34 * tall), (x - half * 0.30 + bow * 0.5, y - 0.68 * tall),
             (x + bow, y - tall), (x + half * 0.36 + bow * 0.5, y - 0.62 * tall), (x + half * 0.95 + bow * 0.2, y - 0.32 * tall),
             (x + half, y - 0.08 * tall), (x, y + 0.05 * abs(tall))],
            rgb(code), alpha, tight=0.85,
        )  # fmt: skip
