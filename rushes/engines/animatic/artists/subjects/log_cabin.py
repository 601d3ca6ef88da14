"""A cabin of round logs under a deep roof, with a porch, light in its windows and smoke from a chimney of stones."""

import math
from collections.abc import Callable
from functools import partial

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Glow, Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.surroundings import season_of
from rushes.engines.animatic.rigs.thing import Thing

_WINDOW, _DOOR = rgb("#ffd58a"), rgb("#5a3a22")
#: Half width of the walls, their height, and the ridge, in heights.
_HALF, _WALL, _RIDGE = 0.62, 0.50, 0.92


def shaped(subject: Subject, seed: int) -> Callable[[Pen, Rgb, Moment], None]:
    return partial(_cabin, snowy=season_of(subject.traits) == "winter")


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    _cabin(pen, hue, moment, snowy=False)


def _cabin(pen: Pen, hue: Rgb, moment: Moment, *, snowy: bool) -> None:
    with pen.part(lit=False):
        for k in range(6):
            rise = (k / 6 + moment.phase) % 1
            pen.dot(0.40 + 0.14 * rise + 0.03 * math.sin(rise * 8), -1.04 - 0.24 * rise, 0.03 + 0.05 * rise, rgb("#dcdae0"), 0.42 * (1 - rise))  # fmt: skip
    stone = rgb("#8d8780")
    with pen.part(puff=0.5, shade=0.0):
        pen.box(0.32, -1.02, 0.48, -0.50, stone)
        for k in range(12):
            pen.oval(0.36 + 0.08 * (k % 2), -0.98 + 0.04 * k, 0.034, 0.017, tint(stone, 0.10 + 0.06 * (k % 3)))
        pen.box(0.30, -1.05, 0.50, -1.01, dim(stone, 0.75))
    with pen.part(puff=0.6, shade=0.2):
        logs = 9
        for k in range(logs):
            y = -_WALL * (k + 0.5) / logs
            own = dim(hue, 0.86 + 0.14 * ((k * 0.618) % 1))
            pen.tube([(-_HALF, y), (_HALF, y)], [0.058, 0.058], own)
            pen.line([(-_HALF, y + 0.024), (_HALF, y + 0.024)], 0.008, dim(own, 0.6))
            for x in (-_HALF - 0.02, _HALF + 0.02):
                pen.dot(x, y, 0.030, tint(hue, 0.28))
                pen.dot(x, y, 0.014, dim(hue, 0.9))
    with pen.part(puff=0.3, shade=0.25):
        pen.box(-0.10, -0.38, 0.10, 0.0, _DOOR, round=0.01)
        for x in (-0.05, 0.0, 0.05):
            pen.line([(x, -0.37), (x, -0.01)], 0.006, dim(_DOOR, 0.7))
        pen.dot(0.065, -0.18, 0.012, rgb("#d8a850"))
        for x in (-0.37, 0.37):
            pen.box(x - 0.125, -0.385, x + 0.125, -0.155, tint(hue, 0.3), round=0.01)
    with pen.part(lit=False):
        for x in (-0.37, 0.37):
            pen.box(x - 0.10, -0.365, x + 0.10, -0.175, _WINDOW)
            pen.line([(x, -0.365), (x, -0.175)], 0.014, dim(hue, 0.8))
            pen.line([(x - 0.10, -0.27), (x + 0.10, -0.27)], 0.014, dim(hue, 0.8))
    roof = rgb("#5f4a3e")
    top = rgb("#f4f7fb") if snowy else roof
    with pen.part(puff=0.35, shade=0.45):
        pen.poly([(-0.80, -_WALL + 0.06), (-0.50, -_RIDGE), (0.50, -_RIDGE), (0.80, -_WALL + 0.06)], pen.ramp((0, -_RIDGE), (0, -0.44), [tint(top, 0.14), top, dim(top, 0.78)]))  # fmt: skip
        if not snowy:
            for row in range(6):
                y = -_RIDGE + 0.068 * (row + 1)
                half = 0.50 + 0.30 * (row + 1) / 7
                pen.line([(-half, y), (half, y)], 0.008, dim(roof, 0.66))
                for k in range(15):
                    x = -half + 2 * half * (k + 0.5 * (row % 2)) / 15
                    pen.line([(x, y - 0.06), (x - 0.004, y)], 0.006, mix(roof, dim(roof, 0.6), 0.8))
    with pen.part(puff=0.4, shade=0.3):
        # The porch: a roof of its own on two posts, and a step.
        pen.box(-0.30, -0.03, 0.30, 0.0, dim(hue, 0.75))
        for x in (-0.27, 0.27):
            pen.box(x - 0.016, -0.46, x + 0.016, -0.02, tint(hue, 0.08))
        pen.poly([(-0.36, -0.44), (0.0, -0.62), (0.36, -0.44)], WHITE if snowy else dim(roof, 1.12))
        pen.line([(-0.36, -0.44), (0.0, -0.62), (0.36, -0.44)], 0.022, tint(hue, 0.12))


SUBJECT = Thing(
    height=4.4,
    draw=draw,
    words=("cabin", "log cabin", "wooden cabin", "log house", "wooden hut", "lodge"),
    colours=("#8a5a34", "#7a4f30", "#9a6a40"),
    reach=(-0.9, -1.45, 0.9, 0.06),
    poses=48,
    glows=(
        Glow(-0.37, -0.27, 0.34, (1.0, 0.75, 0.35), by_night=True),
        Glow(0.37, -0.27, 0.34, (1.0, 0.75, 0.35), by_night=True),
    ),
    of=shaped,
)
