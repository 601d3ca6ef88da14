"""A peacock's train: a wheel of eyed feathers behind the bird, or a long train after it. In lengths of the body."""

from __future__ import annotations

import math

from rushes.engines.animatic.rigs.hue import dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point

_GREEN, _GOLD = rgb("#2f8a5c"), rgb("#c9a24a")
#: How far the wheel reaches from its middle.
REACH = 1.95
#: Degrees from straight up to either rim of the wheel.
_SPREAD = 104.0
#: Rows of feathers from the outermost in: how far their eyes are, how many.
_ROWS = ((1.86, 25), (1.58, 22), (1.28, 19), (0.98, 16), (0.70, 13))


def draw_fan(pen: Pen, root: Point, opened: float, phase: float, white: bool) -> None:
    """The wheel; `opened` 0 is a train on the ground behind, 1 the whole wheel."""
    turn = 2 * math.pi * phase
    leaf = rgb("#e9ebe6") if white else _GREEN
    with pen.part(puff=0.25, shade=0.0):
        # Laid down, the feathers point back; they rise and part at once.
        for row, (far, count) in enumerate(_ROWS):
            for k in range(count):
                share = k / (count - 1) * 2 - 1
                rest = -110.0 + 4.0 * share
                long = far * (1 - 0.30 * (1 - opened) * share * share)
                wave = 1.6 * math.sin(2 * turn + 2.2 * share + 0.8 * row) * opened
                degrees = rest + (share * _SPREAD - rest) * opened + wave
                angle = math.radians(degrees - 90)
                x, y = root[0] + long * math.cos(angle), root[1] + long * math.sin(angle)
                y = min(y, -0.05)
                start = (root[0] + 0.25 * long * math.cos(angle), min(-0.03, root[1] + 0.25 * long * math.sin(angle)))
                pen.tube(
                    [start, ((start[0] + x) / 2, (start[1] + y) / 2), (x, y)],
                    [0.05, 0.10, 0.17],
                    dim(leaf, 0.72 + 0.05 * row),
                )
                pen.line([start, (x, y)], 0.014, mix(leaf, _GOLD, 0.6) if not white else dim(leaf, 0.8), 0.8)
                _eye(pen, x, y, math.degrees(math.atan2(y - start[1], x - start[0])), 0.86 + 0.03 * (5 - row), white)


def _eye(pen: Pen, x: float, y: float, degrees: float, size: float, white: bool) -> None:
    """The eye of one feather, its end outwards."""
    hues = ("#3f9a5c", "#b8924a", "#2fb0b8", "#22388c") if not white else ("#f4f5f1", "#dfe2dc", "#f6f7f4", "#cfd6d8")
    with pen.turned(x, y, degrees, size):
        pen.oval(0.02, 0.0, 0.150, 0.115, rgb(hues[0]))
        pen.oval(0.03, 0.0, 0.108, 0.084, rgb(hues[1]))
        pen.oval(0.032, 0.0, 0.078, 0.062, rgb(hues[2]))
        pen.oval(0.026, 0.0, 0.044, 0.038, rgb(hues[3]))


def draw_crest(pen: Pen, hue: tuple[float, float, float]) -> None:
    """The little crown on its head, drawn in radii of the head."""
    for k in range(5):
        lean = -34 + 15 * k
        angle = math.radians(lean - 90)
        tip = (1.85 * math.cos(angle) - 0.1, 1.85 * math.sin(angle))
        pen.line([(-0.1 + 0.05 * k, -0.8), tip], 0.07, dim(hue, 0.8))
        pen.dot(*tip, 0.15, tint(hue, 0.15))
