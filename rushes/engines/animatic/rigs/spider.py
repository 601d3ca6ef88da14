"""A spider, its web and its thread. In shares of its height, the ground point at (0, 0)."""

from __future__ import annotations

import math
from collections.abc import Callable

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs import fur
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.gait import bend
from rushes.engines.animatic.rigs.hue import BLACK, WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed

_SILK, _BARK = rgb("#eef4f8"), rgb("#6e5138")


def draw_spider(pen: Pen, hue: Rgb, moment: Moment, legs: Callable[[int], Point], act: str) -> None:
    turn = 2 * math.pi * moment.phase
    if act in ("web", "thread"):
        # Head down, the legs spread around it.
        with pen.turned(0.0, 0.0, 62.0 + 2 * math.sin(turn)):
            _body(pen, hue, moment, (0.0, 0.0), [_spread(k, moment) for k in range(8)], act)
        return
    bob = 0.015 * math.sin(2 * turn)
    feet = []
    for k in range(8):
        near, number = k < 4, k % 4
        x = (-0.95, -0.42, 0.62, 1.12)[number] * (1.0 if near else 0.9) + (0.0 if near else 0.10)
        dx, dy = legs(number + (0 if near else 1))
        if act in ("dance", "play") and number == 3:
            dx, dy = 0.05, -0.45 - 0.18 * math.sin(2 * turn + (0.0 if near else 2.0))
        feet.append((x + dx, (0.0 if near else -0.14) + dy))
    _body(pen, hue, moment, (0.0, -0.52 + bob), feet, act)


def _spread(k: int, moment: Moment) -> Point:
    near, number = k < 4, k % 4
    own = 0.03 * math.sin(2 * math.pi * moment.phase + 1.3 * k)
    x = (-1.05, -0.35, 0.55, 1.15)[number]
    return (x + own, (0.72 if near else -0.72) * (0.85 if number in (1, 2) else 1.0) + own)


def _body(pen: Pen, hue: Rgb, moment: Moment, at: Point, feet: list[Point], act: str) -> None:
    x, y = at
    flat = act in ("web", "thread")

    def leg(k: int, tone: float) -> None:
        root = (x + (-0.02, 0.08, 0.20, 0.30)[k % 4], y + 0.06)
        foot = feet[k]
        own = dim(hue, tone)
        if flat:
            knee = (
                (root[0] + foot[0]) / 2 + 0.16 * (foot[0] - root[0]),
                (root[1] + foot[1]) / 2 * 1.0 + 0.30 * foot[1],
            )
        else:
            side = -1 if foot[0] < root[0] else 1
            knee = bend(root, foot, 0.72, 0.86, -side if side > 0 else 1)
            if knee[1] > root[1]:
                knee = bend(root, foot, 0.72, 0.86, side if side > 0 else -1)
        pen.tube(
            [root, ((root[0] + knee[0]) / 2, (root[1] + knee[1]) / 2 - (0.0 if flat else 0.04)), knee],
            [0.11, 0.12, 0.085],
            own,
        )
        pen.tube([knee, ((knee[0] + foot[0]) / 2, (knee[1] + foot[1]) / 2), foot], [0.085, 0.065, 0.028], own)
        for share in (0.25, 0.6):
            px, py = root[0] + (knee[0] - root[0]) * share, root[1] + (knee[1] - root[1]) * share
            pen.dot(px, py, 0.050, tint(own, 0.22), 0.6)

    with pen.part(puff=0.9, shade=0.0, gain=0.86):
        for k in range(4, 8):
            leg(k, 0.66)
    with pen.part(puff=0.95, shade=0.3):
        belly = [(x - 0.06, y + 0.06), (x - 0.10, y - 0.30), (x - 0.44, y - 0.46), (x - 0.84, y - 0.30), (x - 0.96, y + 0.02), (x - 0.74, y + 0.26), (x - 0.34, y + 0.26)]  # fmt: skip
        fur.edge(pen, fur.ring(belly[::-1]), 0.035, 0.07, lambda _: dim(hue, 0.95), back=(-1.0, 0.3))
        path = closed(belly)
        pen.fill(path, pen.ramp((x - 0.5, y - 0.45), (x - 0.5, y + 0.3), [tint(hue, 0.14), hue, dim(hue, 0.8)]))
        with pen.within(path):
            mark = mix(tint(hue, 0.5), rgb("#e8b070"), 0.4)
            for k in range(4):
                cx, wide = x - 0.26 - 0.17 * k, 0.075 - 0.012 * k
                pen.poly([(cx - 0.05, y - 0.16), (cx, y - 0.16 - wide), (cx + 0.05, y - 0.16), (cx, y - 0.16 + wide)], mark, 0.85)  # fmt: skip
            fur.nap(pen, lambda u, v: (x - 0.95 + 0.9 * u, y - 0.4 + 0.65 * v), 34, 0.09, (tint(hue, 0.35), dim(hue, 0.65)), 0.4)  # fmt: skip
    with pen.part(puff=0.9, shade=0.3):
        for k in range(4):
            leg(k, 1.0)
    with pen.part(puff=0.9, shade=0.3):
        head = [(x - 0.10, y - 0.02), (x + 0.02, y - 0.22), (x + 0.30, y - 0.28), (x + 0.54, y - 0.16), (x + 0.58, y + 0.06), (x + 0.40, y + 0.20), (x + 0.08, y + 0.18)]  # fmt: skip
        pen.blob(head, pen.ramp((x, y - 0.28), (x, y + 0.2), [tint(hue, 0.18), hue]))
        # Jaws.
        for dx, tone in ((0.46, 0.8), (0.36, 0.95)):
            pen.tube([(x + dx, y + 0.10), (x + dx + 0.05, y + 0.22 + 0.04 * moment.mouth), (x + dx + 0.02, y + 0.30)], [0.11, 0.09, 0.02], dim(hue, tone))  # fmt: skip
        _eyes(pen, x, y, moment.blink or act == "sleep", hue)


def _eyes(pen: Pen, x: float, y: float, shut: bool, hue: Rgb) -> None:
    for ex, ey, radius in ((x + 0.30, y - 0.09, 0.105), (x + 0.50, y - 0.08, 0.085)):
        if shut:
            pen.line([(ex - radius, ey), (ex, ey + 0.04), (ex + radius, ey)], 0.03, dim(hue, 0.4))
            continue
        pen.dot(ex, ey, radius, BLACK)
        pen.dot(
            ex,
            ey + 0.01,
            radius * 0.8,
            pen.ramp((ex, ey - radius), (ex, ey + radius), [rgb("#241c22"), rgb("#6a4a3c")]),
        )
        pen.dot(ex, ey, radius * 0.5, BLACK)
        pen.dot(ex + 0.30 * radius, ey - 0.36 * radius, 0.30 * radius, WHITE, 0.95)
    for ex, ey in ((x + 0.15, y - 0.15), (x + 0.40, y - 0.21)):
        pen.dot(ex, ey, 0.038, BLACK)
        pen.dot(ex + 0.012, ey - 0.012, 0.013, WHITE, 0.9)


def draw_web(pen: Pen, moment: Moment) -> None:
    """A wheel of silk between two twigs, with drops of dew."""
    sway = 0.02 * math.sin(2 * math.pi * moment.phase)
    with pen.part(puff=0.8, shade=0.0):
        pen.tube([(-2.3, 1.92), (-2.16, 0.4), (-1.90, -1.2), (-1.5, -2.3)], [0.16, 0.13, 0.10, 0.04], _BARK)
        pen.tube([(2.34, 1.92), (2.12, 0.2), (2.02, -1.2), (1.5, -2.2)], [0.15, 0.13, 0.09, 0.04], _BARK)
        pen.tube([(-1.93, -1.1), (-0.6, -2.0), (0.8, -2.12), (1.96, -1.5)], [0.07, 0.06, 0.06, 0.06], _BARK)
        leaf = rgb("#5f9440")
        for k, (lx, ly) in enumerate(
            ((-2.1, -0.2), (-1.7, -1.8), (2.1, -0.4), (1.7, -1.9), (-0.2, -2.08), (0.9, -2.1))
        ):
            with pen.turned(lx, ly, 70 * k):
                pen.blob([(0.0, 0.0), (0.14, -0.10), (0.36, 0.0), (0.14, 0.10)], tint(leaf, 0.08 * (k % 3)))
    ends = [2 * math.pi * k / 14 + 0.1 for k in range(14)]
    far = [1.85 + 0.12 * math.sin(3.1 * k) for k in range(14)]
    with pen.part(lit=False):
        for angle, long in zip(ends, far, strict=True):
            pen.line([(0.0, 0.0), (long * math.cos(angle), long * math.sin(angle) * 0.95)], 0.016, _SILK, 0.75)
        for ring in range(1, 10):
            radius = 0.19 * ring
            for k in range(14):
                a, b = ends[k], ends[(k + 1) % 14]
                start = (radius * math.cos(a), 0.95 * radius * math.sin(a))
                stop = (radius * math.cos(b), 0.95 * radius * math.sin(b))
                low = ((start[0] + stop[0]) / 2 * 0.93 + sway * 0.3, (start[1] + stop[1]) / 2 * 0.93 + 0.015)
                pen.line([start, low, stop], 0.011, _SILK, 0.6)
                if (ring * 5 + k * 3) % 7 == 0:
                    pen.dot(*low, 0.026, WHITE, 0.85)


def draw_thread(pen: Pen) -> None:
    """One thread down from a twig."""
    with pen.part(puff=0.8, shade=0.0):
        pen.tube([(-1.6, -2.30), (-0.4, -2.42), (0.6, -2.40), (1.8, -2.30)], [0.10, 0.09, 0.08, 0.04], _BARK)
        for k in range(5):
            with pen.turned(-1.3 + 0.62 * k, -2.38, 40 + 50 * k):
                pen.blob([(0.0, 0.0), (0.14, -0.10), (0.36, 0.0), (0.14, 0.10)], rgb("#5f9440"))
    with pen.part(lit=False):
        pen.line([(-0.42, -0.80), (-0.30, -2.40)], 0.02, _SILK, 0.85)
