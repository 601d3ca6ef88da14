"""Ant, beetle and ladybird, on six legs. In shares of their height, the ground point at (0, 0)."""

from __future__ import annotations

import math
from collections.abc import Callable

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.gait import bend
from rushes.engines.animatic.rigs.hue import BLACK, WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed

_INK = rgb("#29232a")


def _six(pen: Pen, roots: tuple[Point, Point, Point], homes: tuple[float, float, float], hue: Rgb, legs: Callable[[int], Point], near: bool, thick: float) -> None:  # fmt: skip
    """The three legs of one side."""
    for k, (root, home) in enumerate(zip(roots, homes, strict=True)):
        dx, dy = legs(k + (0 if near else 1))
        foot = (home + (0.0 if near else 0.08) + dx, (0.0 if near else -0.09) + dy)
        side = -1 if foot[0] >= root[0] else 1
        knee = bend(root, foot, 0.36, 0.44, side)
        pen.tube([root, knee], [thick, 0.9 * thick], hue)
        pen.tube([knee, foot], [0.8 * thick, 0.35 * thick], hue)
        pen.tube([foot, (foot[0] + 0.07, foot[1])], [0.4 * thick, 0.25 * thick], hue)


def _feelers(pen: Pen, x: float, y: float, long: float, hue: Rgb, turn: float) -> None:
    for k, lean in enumerate((0.55, 0.85)):
        sway = 0.05 * math.sin(2 * turn + 1.5 * k)
        pen.tube([(x, y), (x + 0.35 * long * lean, y - 0.55 * long), (x + long * lean + sway, y - 0.62 * long + sway)], [0.05, 0.04, 0.025], hue)  # fmt: skip
        pen.dot(x + long * lean + sway, y - 0.62 * long + sway, 0.034, hue)


def _eye(pen: Pen, x: float, y: float, radius: float, shut: bool, skin: Rgb) -> None:
    if shut:
        pen.line([(x - radius, y), (x, y + 0.35 * radius), (x + radius, y)], 0.3 * radius, tint(skin, 0.5))
        return
    pen.dot(x, y, radius, WHITE)
    pen.dot(x + 0.22 * radius, y, 0.66 * radius, BLACK)
    pen.dot(x + 0.42 * radius, y - 0.30 * radius, 0.24 * radius, WHITE)


def draw_ant(pen: Pen, hue: Rgb, moment: Moment, legs: Callable[[int], Point], act: str) -> None:
    turn = 2 * math.pi * moment.phase
    y = -0.48 + 0.012 * math.sin(2 * turn)
    nod = 0.02 * math.sin(turn)
    with pen.part(puff=0.9, shade=0.0, gain=0.86):
        _six(pen, ((0.16, y), (0.02, y), (-0.12, y)), (0.62, 0.06, -0.56), dim(hue, 0.62), legs, False, 0.075)
    with pen.part(puff=0.95, shade=0.3):
        abdomen = closed([(-0.22, y - 0.02), (-0.42, y - 0.28), (-0.86, y - 0.30), (-1.12, y - 0.02), (-0.92, y + 0.18), (-0.46, y + 0.16)])  # fmt: skip
        pen.fill(abdomen, pen.ramp((0, y - 0.3), (0, y + 0.2), [tint(hue, 0.22), hue, dim(hue, 0.8)]))
        with pen.within(abdomen):
            for k in range(3):
                x = -0.50 - 0.19 * k
                pen.line([(x, y - 0.32), (x - 0.06, y - 0.05), (x, y + 0.2)], 0.028, dim(hue, 0.6), 0.7)
        pen.tube([(-0.26, y - 0.01), (-0.14, y - 0.05)], [0.10, 0.10], hue)
        pen.dot(-0.22, y - 0.08, 0.07, hue)
        pen.oval(0.04, y - 0.06, 0.22, 0.15, hue, degrees=-12)
        pen.tube([(0.20, y - 0.10), (0.34, y - 0.16 + nod)], [0.12, 0.12], hue)
    with pen.part(puff=0.95, shade=0.3):
        _feelers(pen, 0.58, y - 0.40 + nod, 0.55, dim(hue, 0.85), turn)
        for side, tone in ((0.05, 0.7), (0.0, 0.95)):
            pen.tube([(0.72, y - 0.06 + nod), (0.86 + side, y + 0.02 + nod), (0.84 + side, y + 0.10 + nod - 0.05 * moment.mouth)], [0.08, 0.06, 0.02], dim(hue, tone))  # fmt: skip
        pen.blob([(0.30, y - 0.18 + nod), (0.38, y - 0.40 + nod), (0.62, y - 0.46 + nod), (0.84, y - 0.28 + nod), (0.84, y - 0.06 + nod), (0.62, y + 0.06 + nod), (0.38, y + 0.0 + nod)], pen.ramp((0, y - 0.45), (0, y + 0.05), [tint(hue, 0.22), hue]))  # fmt: skip
        _eye(pen, 0.64, y - 0.24 + nod, 0.12, moment.blink or act == "sleep", hue)
        pen.line([(0.80, y - 0.08 + nod), (0.72, y - 0.04 + nod), (0.64, y - 0.06 + nod)], 0.025, dim(hue, 0.4))
    with pen.part(puff=0.9, shade=0.3):
        _six(pen, ((0.16, y + 0.03), (0.02, y + 0.05), (-0.10, y + 0.03)), (0.56, -0.02, -0.66), hue, legs, True, 0.085)


def draw_beetle(pen: Pen, hue: Rgb, moment: Moment, legs: Callable[[int], Point], act: str) -> None:
    _shelled(pen, hue, moment, legs, act, spots=False)


def draw_ladybird(pen: Pen, hue: Rgb, moment: Moment, legs: Callable[[int], Point], act: str) -> None:
    _shelled(pen, hue, moment, legs, act, spots=True)


def _shelled(pen: Pen, hue: Rgb, moment: Moment, legs: Callable[[int], Point], act: str, *, spots: bool) -> None:
    turn = 2 * math.pi * moment.phase
    y = -0.26 + 0.012 * math.sin(2 * turn)
    dark = _INK if spots else dim(hue, 0.45)
    tall = 0.72 if spots else 0.56
    back = -0.72 if spots else -0.92
    roots = ((0.34, y), (-0.04, y + 0.02), (-0.42, y))
    with pen.part(puff=0.9, shade=0.0, gain=0.86):
        _six(pen, roots, (0.70, 0.04, -0.66), dim(dark, 0.8), legs, False, 0.085)
    with pen.part(puff=0.95, shade=0.3):
        _feelers(pen, 0.78, y - 0.24, 0.40, dark, turn)
        if not spots:
            for side, tone in ((0.06, 0.8), (0.0, 1.1)):
                pen.tube([(0.84, y - 0.04), (1.06 + side, y - 0.04), (1.12 + side, y - 0.16)], [0.09, 0.07, 0.02], dim(dark, tone))  # fmt: skip
        pen.blob([(0.40, y + 0.06), (0.44, y - 0.28), (0.70, y - 0.34), (0.92, y - 0.16), (0.92, y + 0.04), (0.72, y + 0.14)], pen.ramp((0, y - 0.34), (0, y + 0.14), [tint(dark, 0.16), dark]))  # fmt: skip
        if spots:
            pen.oval(0.62, y - 0.26, 0.10, 0.07, WHITE, 0.95)
        _eye(pen, 0.74, y - 0.10, 0.12, moment.blink or act == "sleep", dark)
        pen.line([(0.88, y + 0.04), (0.80, y + 0.07), (0.72, y + 0.05)], 0.025 + 0.05 * moment.mouth, tint(dark, 0.4))
    with pen.part(puff=1.0, shade=0.35):
        shell = closed([(0.54, y + 0.08), (0.50, y - 0.36), (0.16, y - tall), (-0.30, y - tall * 0.98), (back + 0.10, y - 0.40), (back, y + 0.02), (-0.40, y + 0.12), (0.1, y + 0.12)])  # fmt: skip
        pen.fill(shell, pen.ramp((0, y - tall), (0, y + 0.12), [tint(hue, 0.16), hue, dim(hue, 0.78)]))
        with pen.within(shell):
            pen.line([(0.30, y - tall), (-0.10, y - 0.80 * tall), (back, y - 0.20)], 0.035, dim(hue, 0.5), 0.9)
            if spots:
                for x, h, radius in ((0.24, 0.34, 0.115), (-0.10, 0.20, 0.12), (-0.16, 0.52, 0.085), (-0.48, 0.32, 0.10), (0.26, 0.02, 0.08), (-0.42, 0.02, 0.08)):  # fmt: skip
                    pen.oval(x, y - h, radius, radius * 0.92, _INK)
            else:
                for k in range(5):
                    pen.line([(0.46 - 0.04 * k, y - 0.40 + 0.11 * k), (-0.2, y - 0.52 + 0.13 * k), (back + 0.06, y - 0.22 + 0.06 * k)], 0.016, mix(hue, WHITE, 0.3), 0.5)  # fmt: skip
    with pen.part(puff=0.9, shade=0.3):
        _six(
            pen, ((0.36, y + 0.06), (-0.02, y + 0.08), (-0.40, y + 0.06)), (0.62, -0.04, -0.76), dark, legs, True, 0.095
        )
