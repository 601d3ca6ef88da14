"""Buildings that stand as subjects: house, castle, windmill, tent, tower."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Glow, Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing

_WOOD, _WINDOW = rgb("#6a4426"), rgb("#ffd98a")


def _house(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.3, shade=0.0):
        pen.box(0.22, -1.0, 0.34, -0.6, rgb("#9a5a48"))
        pen.box(-0.52, -0.56, 0.52, 0.0, pen.ramp((-0.5, 0), (0.5, 0), [tint(hue, 0.1), hue, dim(hue, 0.85)]))
    with pen.part(puff=0.3, shade=0.4):
        roof = rgb("#a8483c")
        pen.poly(
            [(-0.64, -0.52), (-0.36, -0.95), (0.36, -0.95), (0.64, -0.52)],
            pen.ramp((0, -0.95), (0, -0.5), [tint(roof, 0.12), roof, dim(roof, 0.78)]),
        )
        for k in range(4):
            y = -0.88 + 0.09 * k
            pen.line([(-0.40 - 0.06 * k, y), (0.40 + 0.06 * k, y)], 0.008, dim(roof, 0.7))
    with pen.part(puff=0.3, shade=0.2):
        pen.box(-0.09, -0.32, 0.09, 0.0, _WOOD, round=0.02)
        pen.dot(0.055, -0.15, 0.012, rgb("#f0c040"))
        for x in (-0.34, 0.34):
            pen.box(x - 0.105, -0.43, x + 0.105, -0.19, WHITE, round=0.01)
    with pen.part(lit=False):
        for x in (-0.34, 0.34):
            pen.box(x - 0.085, -0.41, x + 0.085, -0.21, _WINDOW)
            pen.line([(x, -0.41), (x, -0.21)], 0.014, WHITE)
            pen.line([(x - 0.085, -0.31), (x + 0.085, -0.31)], 0.014, WHITE)
        for k in range(5):
            rise = (k / 5 + moment.phase) % 1
            pen.dot(
                0.28 + 0.10 * rise + 0.03 * math.sin(rise * 8),
                -1.02 - 0.22 * rise,
                0.03 + 0.045 * rise,
                rgb("#d8d4dc"),
                0.45 * (1 - rise),
            )


def _castle(pen: Pen, hue: Rgb, moment: Moment) -> None:
    wave = 0.02 * math.sin(4 * math.pi * moment.phase)
    stone = hue
    for x, half, top, tone in (
        (-0.30, 0.085, -0.72, 0.82),
        (0.30, 0.085, -0.72, 0.82),
        (0.0, 0.115, -0.82, 0.92),
        (-0.50, 0.10, -0.56, 1.0),
        (0.50, 0.10, -0.56, 1.0),
    ):
        with pen.part(puff=0.5, shade=0.25):
            face = dim(stone, tone)
            pen.box(
                x - half,
                top,
                x + half,
                0.0,
                pen.ramp((x - half, 0), (x + half, 0), [tint(face, 0.1), face, dim(face, 0.8)]),
            )
            for k in range(3):
                pen.box(
                    x - half + 0.77 * half * k, top - 0.035, x - half + 0.77 * half * k + 0.46 * half, top + 0.01, face
                )
            roof = rgb("#4a6aa8")
            pen.poly(
                [(x - half * 1.2, top - 0.02), (x, top - 0.20), (x + half * 1.2, top - 0.02)],
                pen.ramp((x - half, 0), (x + half, 0), [tint(roof, 0.15), dim(roof, 0.8)]),
            )
            pen.line([(x, top - 0.19), (x, top - 0.27)], 0.008, _WOOD)
            pen.poly([(x, top - 0.27), (x + 0.09, top - 0.245 + wave), (x, top - 0.215)], rgb("#d8403c"))
    with pen.part(puff=0.3, shade=0.3):
        pen.box(-0.46, -0.34, 0.46, 0.0, pen.ramp((0, -0.34), (0, 0), [tint(stone, 0.06), dim(stone, 0.86)]))
        for k in range(8):
            pen.box(-0.44 + 0.115 * k, -0.39, -0.375 + 0.115 * k, -0.33, stone)
        pen.blob([(-0.10, 0.0), (-0.10, -0.17), (0.0, -0.25), (0.10, -0.17), (0.10, 0.0)], rgb("#3a2a20"), tight=0.6)
        for k in range(4):
            pen.line([(-0.075 + 0.05 * k, 0.0), (-0.075 + 0.05 * k, -0.2)], 0.008, rgb("#6a5a48"))
    with pen.part(lit=False):
        for x, y in ((-0.50, -0.40), (0.50, -0.40), (0.0, -0.62), (-0.30, -0.55), (0.30, -0.55), (0.0, -0.48)):
            pen.box(x - 0.018, y, x + 0.018, y + 0.07, _WINDOW, round=0.018)


def _windmill(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.7, shade=0.0):
        pen.poly(
            [(-0.22, 0.0), (-0.13, -0.66), (0.13, -0.66), (0.22, 0.0)],
            pen.ramp((-0.2, 0), (0.2, 0), [tint(hue, 0.1), hue, dim(hue, 0.8)]),
        )
        pen.blob(
            [(-0.16, -0.64), (-0.11, -0.78), (0.0, -0.83), (0.11, -0.78), (0.16, -0.64)], rgb("#a8483c"), tight=0.7
        )
        pen.box(-0.05, -0.16, 0.05, 0.0, _WOOD, round=0.04)
        pen.box(-0.035, -0.42, 0.035, -0.33, _WINDOW, round=0.02)
    with pen.part(puff=0.3, shade=0.4):
        for k in range(4):
            with pen.turned(0.03, -0.68, 90 * k + 90 * moment.phase):
                pen.line([(0, 0), (0, -0.44)], 0.02, _WOOD)
                pen.box(0.0, -0.44, 0.105, -0.10, rgb("#f6efe0"), 0.96)
                for j in range(4):
                    pen.line([(0.0, -0.44 + 0.11 * j), (0.105, -0.44 + 0.11 * j)], 0.008, _WOOD)
        pen.dot(0.03, -0.68, 0.03, _WOOD)


def _tent(pen: Pen, hue: Rgb, moment: Moment) -> None:
    flap = 0.02 * math.sin(4 * math.pi * moment.phase)
    with pen.part(puff=0.4, shade=0.0):
        pen.poly([(-0.05, -0.98), (0.55, -0.90), (1.05, 0.0), (0.45, 0.0)], dim(hue, 0.78))
        pen.poly([(-0.05, -0.98), (-0.78, 0.0), (0.62, 0.0)], pen.ramp((0, -1), (0, 0), [tint(hue, 0.12), hue]))
    with pen.part(lit=False):
        pen.poly(
            [(-0.05, -0.72), (-0.26, 0.0), (0.20, 0.0)], pen.ramp((0, -0.7), (0, 0), [rgb("#8a4a1c"), rgb("#ffc45c")])
        )
    with pen.part(puff=0.3, shade=0.3):
        pen.blob(
            [(-0.05, -0.72), (-0.24, -0.28), (-0.42, 0.0), (-0.24 + flap, 0.0), (-0.14 + flap, -0.3)],
            tint(hue, 0.16),
            tight=0.5,
        )
        pen.line([(-0.05, -0.98), (-1.0, 0.0)], 0.012, rgb("#f2e8d0"))


def _tower(pen: Pen, hue: Rgb, moment: Moment) -> None:
    steel = hue
    with pen.part(puff=0.5, shade=0.0):
        for side in (-1, 1):
            pen.tube(
                [(side * 0.24, 0.0), (side * 0.10, -0.34), (side * 0.035, -0.70), (0.0, -0.95)],
                [0.05, 0.035, 0.026, 0.018],
                steel,
            )
        for k in range(7):
            low, high = -0.02 - 0.11 * k, -0.13 - 0.11 * k
            a, b = 0.24 * math.exp(2.6 * low), 0.24 * math.exp(2.6 * high)
            pen.line([(-a, low), (b, high)], 0.010, dim(steel, 0.85))
            pen.line([(a, low), (-b, high)], 0.010, dim(steel, 0.85))
        for y, half in ((-0.30, 0.135), (-0.56, 0.075), (-0.82, 0.035)):
            pen.box(-half, y - 0.022, half, y, tint(steel, 0.1), round=0.006)
        pen.line([(0, -0.92), (0, -1.0)], 0.010, steel)


THINGS: dict[str, Thing] = {
    "house": Thing(4.2, _house, ("house", "cottage", "home", "hut", "farmhouse", "barn", "mansion", "shop"), ("#e8d8b8", "#d8c0a8", "#c8d4d8"), reach=(-0.8, -1.45, 0.8, 0.06), poses=48, glows=(Glow(-0.34, -0.31, 0.35, (1.0, 0.75, 0.35), by_night=True), Glow(0.34, -0.31, 0.35, (1.0, 0.75, 0.35), by_night=True))),
    "castle": Thing(8.0, _castle, ("castle", "palace", "fortress", "temple", "church", "cathedral"), ("#c4bcc0", "#d8cfc0"), reach=(-0.75, -1.25, 0.75, 0.06), poses=24, glows=(Glow(0, -0.5, 0.7, (1.0, 0.7, 0.35), by_night=True),)),
    "windmill": Thing(6.0, _windmill, ("windmill", "mill"), ("#e8dcc4",), reach=(-0.62, -1.25, 0.62, 0.06), poses=30, actions=frozenset({"stand", "spin"})),
    "tent": Thing(1.9, _tent, ("tent", "camp", "teepee", "yurt"), ("#d8803c", "#4a8a68", "#c8503c"), reach=(-1.2, -1.15, 1.2, 0.06), poses=36, glows=(Glow(-0.05, -0.25, 0.8, (1.0, 0.7, 0.3), by_night=True),)),
    "tower": Thing(11.0, _tower, ("tower", "radio tower"), ("#8a7a6a",), reach=(-0.4, -1.1, 0.4, 0.05), glows=(Glow(0, -0.98, 0.10, (1.0, 0.3, 0.25)),)),
}  # fmt: skip
