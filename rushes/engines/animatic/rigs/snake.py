"""Snakes: on their way along the ground, or coiled with the head up. In units of a third of their length."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import BLACK, WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed, spline

#: How far it comes while one wave runs down its body: the length of that wave, so that the body follows its own track.
LAPS = 0.80
_THICK = 0.165
_HOODED = frozenset({"cobra", "king cobra"})


def draw_snake(pen: Pen, hue: Rgb, moment: Moment, act: str, noun: str) -> None:
    turn = 2 * math.pi * moment.phase
    belly = mix(tint(hue, 0.5), rgb("#f2e6c0"), 0.5)
    if act == "walk":
        head, neck = _slithering(pen, hue, belly, turn)
    elif act in ("sleep", "lie"):
        head, neck = _coiled(pen, hue, belly, turn, 0.10)
    else:
        rise = 0.62 + (0.06 * math.sin(turn) if act in ("look", "talk") else 0.03 * math.sin(turn))
        head, neck = _coiled(pen, hue, belly, turn, rise)
    hooded = bool(_HOODED & {noun}) and act not in ("sleep", "lie")
    if hooded:
        _hood(pen, hue, belly, head, neck)
    if "rattle" in noun:
        _rattle(pen, turn)
    flick = max(0.0, math.sin(3 * turn)) if act != "sleep" else 0.0
    _head(pen, hue, belly, head, moment, flick, 4 * math.sin(turn), act == "sleep")


def track(s: float, turn: float) -> Point:
    """A point of the body so far behind the neck, on the ground; the wave stays on its place while the body moves on."""
    spread = min(1.0, 0.25 + s)
    return (0.42 - s, -0.115 - 0.115 * spread * math.sin(turn - 2 * math.pi * s / LAPS) - 0.05)


def _slithering(pen: Pen, hue: Rgb, belly: Rgb, turn: float) -> tuple[Point, Point]:
    points = [track(0.06 * k, turn) for k in range(41)]
    widths = [
        _THICK * (0.82 + 0.18 * min(1.0, k / 8)) * (1.0 - max(0.0, (k - 24) / 17) ** 1.2 * 0.92) for k in range(41)
    ]
    start = points[0]
    head = (start[0] + 0.30, -0.33 + 0.02 * math.sin(turn))
    neck: list[Point] = [(head[0] - 0.06, head[1] + 0.02), (start[0] + 0.16, (head[1] + start[1]) / 2 - 0.03)]
    _body(pen, hue, belly, [*neck, *points], [0.13, 0.145, *widths])
    return head, neck[1]


def _coiled(pen: Pen, hue: Rgb, belly: Rgb, turn: float, rise: float) -> tuple[Point, Point]:
    breath = 1 + 0.012 * math.sin(2 * turn)
    with pen.part(puff=0.6, shade=0.0):
        pen.blob(
            [(-0.44, -0.10), (-0.38, -0.26), (-0.06, -0.42), (0.26, -0.26), (0.34, -0.10), (-0.06, -0.02)],
            dim(hue, 0.45),
        )
    for ring, (wide, y) in enumerate(((0.46, -0.12), (0.36, -0.25), (0.25, -0.37))):
        start = 0.7 + 0.9 * ring
        arc: list[Point] = [
            (-0.06 + wide * breath * math.cos(start + 2 * math.pi * k / 20), y + 0.30 * wide * math.sin(start + 2 * math.pi * k / 20) - 0.004 * k) for k in range(21)
        ]  # fmt: skip
        # The back half first, that the front half lies before it.
        for front in (False, True):
            part = [point for point in arc if (point[1] > y - 0.05 if front else point[1] < y)]
            order = sorted(part, key=lambda point: point[0])
            if len(order) > 2:
                _body(pen, hue, belly, order, [_THICK * 1.05] * 3, tone=1.0 if front else 0.74, seed=ring)
    if rise < 0.2:
        tail: list[Point] = [(-0.48, -0.10), (-0.66, -0.05), (-0.86, -0.06)]
        _body(pen, hue, belly, tail, [_THICK * 0.8, 0.09, 0.015], seed=5)
        return (0.22, -0.46), (0.0, -0.42)
    tail = [(-0.46, -0.08), (-0.66, -0.045), (-0.84, -0.05), (-0.98, -0.09)]
    _body(pen, hue, belly, tail, [_THICK * 0.8, 0.10, 0.06, 0.012], seed=5)
    sway = 0.05 * math.sin(turn)
    head = (0.24 + sway, -0.36 - rise)
    bend: Point = (-0.10 + 0.5 * sway, -0.36 - 0.62 * rise)
    _body(pen, hue, belly, [(0.08, -0.34), (-0.10, -0.42), bend, (0.04 + sway, -0.40 - rise), (head[0] - 0.02, head[1] + 0.01)], [_THICK, _THICK, 0.155, 0.14, 0.13], seed=9, bib=True)  # fmt: skip
    return head, bend


def _body(
    pen: Pen, hue: Rgb, belly: Rgb, points: list[Point], widths: list[float], *, tone: float = 1.0, seed: int = 0, bib: bool = False
) -> None:  # fmt: skip
    skin = dim(hue, tone)
    with pen.part(puff=0.95, shade=0.3):
        pen.tube(points, widths, skin)
        if bib:
            pen.tube([(x + 0.045, y + 0.015) for x, y in points[1:]], [width * 0.5 for width in widths[1:]], dim(belly, tone), 0.9)  # fmt: skip
        line = spline(points, 6)
        steps = len(line)
        mark, light = dim(mix(hue, rgb("#3a2a1c"), 0.62), tone), dim(tint(hue, 0.3), tone)
        for k in range(2, steps - 2, 5):
            share = k / (steps - 1) * (len(widths) - 1)
            low = min(len(widths) - 1, int(share))
            high = min(len(widths) - 1, low + 1)
            width = widths[low] + (widths[high] - widths[low]) * (share - low)
            x, y = float(line[k][0]), float(line[k][1])
            dx, dy = float(line[k + 1][0] - line[k - 1][0]), float(line[k + 1][1] - line[k - 1][1])
            angle = math.degrees(math.atan2(dy, dx))
            with pen.turned(x, y - 0.16 * width, angle, width):
                pen.poly([(-0.30, 0.0), (0.0, -0.26), (0.30, 0.0), (0.0, 0.26)], mark, 0.85)
                pen.poly([(-0.14, 0.0), (0.0, -0.12), (0.14, 0.0), (0.0, 0.12)], light, 0.7)


def _hood(pen: Pen, hue: Rgb, belly: Rgb, head: Point, neck: Point) -> None:
    x, y = (head[0] * 0.55 + neck[0] * 0.45 - 0.02, head[1] * 0.6 + neck[1] * 0.4 + 0.03)
    with pen.part(puff=0.5, shade=0.25):
        hood = closed([(x + 0.08, y - 0.15), (x + 0.24, y - 0.04), (x + 0.20, y + 0.18), (x + 0.02, y + 0.34), (-0.16 + x, y + 0.18), (x - 0.22, y - 0.06), (x - 0.08, y - 0.16)])  # fmt: skip
        pen.fill(hood, pen.ramp((x - 0.2, y), (x + 0.24, y), [dim(hue, 0.85), tint(hue, 0.06)]))
        with pen.within(hood):
            pen.blob([(x + 0.12, y - 0.12), (x + 0.20, y + 0.02), (x + 0.14, y + 0.20), (x + 0.04, y + 0.30), (x - 0.03, y + 0.12), (x + 0.0, y - 0.08)], belly)  # fmt: skip
            for k in range(5):
                pen.line(
                    [(x - 0.02, y - 0.04 + 0.065 * k), (x + 0.17, y - 0.05 + 0.065 * k)], 0.012, dim(belly, 0.75), 0.7
                )


def _rattle(pen: Pen, turn: float) -> None:
    shake = 0.02 * math.sin(9 * turn)
    with pen.part(puff=0.9, shade=0.2):
        for k in range(4):
            pen.oval(-0.98 - 0.03 * k, -0.12 - 0.06 * k + shake * k * 0.4, 0.05 - 0.005 * k, 0.042, rgb("#d8b878") if k % 2 else rgb("#b8925c"))  # fmt: skip


def _head(
    pen: Pen, hue: Rgb, belly: Rgb, at: Point, moment: Moment, flick: float, degrees: float, asleep: bool
) -> None:
    mouth = moment.mouth
    if flick > 0.15:
        with pen.part(lit=False), pen.turned(at[0], at[1], degrees):
            red, out = rgb("#c8303c"), 0.10 + 0.16 * flick
            pen.line([(0.20, 0.045), (0.24 + 0.7 * out, 0.06)], 0.018, red)
            for end in (-0.03, 0.05):
                pen.line([(0.24 + 0.7 * out, 0.06), (0.26 + out, 0.055 + end)], 0.014, red)
    with pen.part(puff=0.95, shade=0.3), pen.turned(at[0], at[1], degrees):
        if mouth > 0.05:
            with pen.turned(-0.02, 0.05, 24 * mouth):
                pen.blob([(-0.10, 0.0), (0.10, 0.01), (0.26, 0.0), (0.22, 0.06), (0.0, 0.10)], belly)
                pen.blob([(-0.06, -0.01), (0.10, 0.0), (0.22, 0.0), (0.10, 0.04)], rgb("#c8606a"))
        pen.blob([(-0.17, 0.02), (-0.14, -0.09), (-0.02, -0.145), (0.13, -0.12), (0.27, -0.045), (0.30, 0.02), (0.22, 0.08), (0.04, 0.11), (-0.12, 0.09)], pen.ramp((0, -0.14), (0, 0.11), [tint(hue, 0.14), hue, mix(hue, belly, 0.8)], [0, 0.55, 1]))  # fmt: skip
        pen.line([(0.29, 0.035), (0.18, 0.055), (0.04, 0.045), (-0.06, 0.02)], 0.012, dim(hue, 0.42), 0.9)
        pen.dot(0.26, -0.02, 0.012, dim(hue, 0.35))
        x, y = 0.085, -0.055
        if moment.blink or asleep:
            pen.line([(x - 0.05, y), (x, y + 0.02), (x + 0.05, y)], 0.016, dim(hue, 0.4))
            return
        pen.oval(x, y, 0.062, 0.058, rgb("#f4d84c"))
        pen.oval(x + 0.010, y, 0.020, 0.050, BLACK)
        pen.dot(x + 0.022, y - 0.022, 0.015, WHITE)
        pen.line([(x - 0.075, y - 0.035), (x, y - 0.066), (x + 0.075, y - 0.040)], 0.022, dim(hue, 0.6))
