"""Tails that are a show: a peacock's wheel or train, a turkey's fan, a phoenix's fire. In lengths of the body."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.hue import dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed

_FLAME = rgb("#ffe27a")
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


def draw_turkey_fan(pen: Pen, root: Point, coat: Rgb, phase: float) -> None:
    """Broad feathers around its back, banded, with pale ends; a second, shorter row before them."""
    turn = 2 * math.pi * phase
    pale, bronze = rgb("#ecdcb8"), rgb("#8a4a22")
    for row, (far, count, spread) in enumerate(((0.86, 15, 112.0), (0.56, 11, 104.0))):
        with pen.part(puff=0.35, shade=0.25 if row else 0.0):
            for k in range(count):
                share = k / (count - 1) * 2 - 1
                degrees = share * spread - 12 + 1.2 * math.sin(2 * turn + 2.4 * share + row)
                with pen.turned(root[0], root[1], degrees):
                    feather = closed([(-0.03, 0.0), (-0.10, -0.66 * far), (-0.095, -0.95 * far), (0.0, -1.03 * far), (0.095, -0.95 * far), (0.10, -0.66 * far), (0.03, 0.0)])  # fmt: skip
                    own = mix(coat, bronze, 0.25 + 0.25 * (k % 2) + 0.2 * row)
                    pen.fill(feather, pen.ramp((0, 0), (0, -1.03 * far), [dim(own, 0.7), own, mix(own, bronze, 0.5), dim(coat, 0.6), pale, pale], [0, 0.5, 0.74, 0.80, 0.90, 1]))  # fmt: skip
                    pen.line([(0.0, -0.1), (0.0, -0.96 * far)], 0.012, dim(own, 0.6), 0.7)


def draw_streamers(pen: Pen, root: Point, degrees: float, phase: float) -> None:
    """A tail of long burning feathers that wave behind it; it shines by itself."""
    turn = 2 * math.pi * phase
    with pen.part(lit=False), pen.turned(root[0], root[1], degrees):
        for k in range(9):
            share = (k - 4) / 4
            long = 1.25 - 0.40 * abs(share) + 0.08 * (k % 2)
            points = [
                (0.10 - long * j / 5, 0.30 * share * (j / 5) ** 0.8 + 0.05 * j / 5 * math.sin(turn - 1.0 * j + 1.7 * k))
                for j in range(6)
            ]
            hue = mix(rgb("#e23a14"), rgb("#f8a028"), (k % 3) / 2)
            pen.tube(points, [0.15, 0.17, 0.13, 0.02], hue, 0.92)
            pen.tube(points[:5], [0.06, 0.07, 0.01], mix(hue, _FLAME, 0.7), 0.9)


def draw_flaming_crest(pen: Pen, phase: float) -> None:
    """Three tongues of fire on its head, in radii of the head."""
    turn = 2 * math.pi * phase
    for k, (x, tall) in enumerate(((0.25, 1.0), (-0.15, 1.4), (-0.55, 1.1))):
        sway = 0.16 * math.sin(turn * 2 + 1.9 * k)
        pen.tube([(x, -0.5), (x - 0.30, -0.5 - 0.6 * tall), (x - 0.75 + sway, -0.6 - tall)], [0.5, 0.42, 0.04], mix(rgb("#e8481c"), _FLAME, 0.3 * k))  # fmt: skip


def draw_tuft(pen: Pen, root: Point, hue: Rgb) -> None:
    """A dodo's: a bunch of curled feathers."""
    for k in range(5):
        lean = math.radians(205 + 21 * k)
        x, y = root[0] + 0.05 + 0.20 * math.cos(lean), root[1] - 0.08 + 0.22 * math.sin(lean)
        pen.tube([(root[0] + 0.14, root[1] - 0.02), (x, y), (x - 0.10, y + 0.06), (x - 0.04, y + 0.12)], [0.12, 0.12, 0.09, 0.04], dim(hue, 0.9 + 0.025 * k))  # fmt: skip
