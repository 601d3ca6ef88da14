"""Tools: what is in the hands during a gesture, and what stands before who makes it."""

from __future__ import annotations

import math
from collections.abc import Callable

from rushes.engines.animatic.rigs.grips import Grip
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb
from rushes.engines.animatic.rigs.pen import Pen, Point


def layers(grip: Grip, tool: str, middle: float) -> list[tuple[float, Callable[[], None]]]:
    """The layers of a tool, by depth."""
    return []


def flame(pen: Pen, x: float, y: float, size: float, phase: float) -> None:
    """A flame with its foot at (x, y)."""
    lick = 0.16 * size * math.sin(6 * math.pi * phase)
    for share, hue in ((1.0, "#f0782c"), (0.72, "#f8b03c"), (0.42, "#fff0b4")):
        s = size * share
        pen.blob([(x - 0.50 * s, y - 0.35 * s), (x - 0.30 * s + 0.5 * lick, y - 1.0 * s), (x + lick * share, y - 1.75 * s), (x + 0.36 * s + 0.4 * lick, y - 0.9 * s), (x + 0.50 * s, y - 0.35 * s), (x, y + 0.06 * s)], rgb(hue))  # fmt: skip


def book(pen: Pen, middle: Point, grip: Grip) -> None:
    """An open book in both hands."""
    x, y = middle
    wide = 0.062 + 0.03 * abs(math.sin(math.radians(grip.view.yaw)))
    cover = grip.outfit.accent
    pen.blob([(x - wide, y - 0.055), (x, y - 0.035), (x + wide, y - 0.055), (x + wide, y + 0.030), (x, y + 0.052), (x - wide, y + 0.030)], cover, tight=0.4)  # fmt: skip
    if grip.view.yaw < 50:
        pen.blob([(x - wide * 0.9, y - 0.062), (x, y - 0.044), (x + wide * 0.9, y - 0.062), (x + wide * 0.86, y - 0.048), (x, y - 0.030), (x - wide * 0.86, y - 0.048)], WHITE, tight=0.4)  # fmt: skip
    pen.line([(x, y - 0.034), (x, y + 0.050)], 0.006, dim(cover, 0.7))
