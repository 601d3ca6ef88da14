"""Things that burn or shine: campfire, candle, torch, lamps, lighthouse, a cake with candles."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Glow, Moment
from rushes.engines.animatic.rigs.flame import draw_flame, flicker
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing

_WOOD, _IRON, _LIT = rgb("#6a4426"), rgb("#34363f"), rgb("#ffe0a0")
_FIRE: Rgb = (1.0, 0.55, 0.18)
_LAMP: Rgb = (1.0, 0.80, 0.45)
_BURNS = frozenset({"burn", "stand"})


def _campfire(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.9, shade=0.0):
        for k in range(9):
            angle = math.pi * (1 + k / 8)
            pen.oval(
                0.44 * math.cos(angle),
                -0.05 + 0.05 * math.sin(angle),
                0.085,
                0.06,
                rgb("#8a8790") if k % 2 else rgb("#73707a"),
            )
        pen.tube([(-0.36, -0.03), (0.28, -0.20)], [0.11, 0.09], dim(_WOOD, 0.8))
        pen.tube([(0.36, -0.03), (-0.28, -0.20)], [0.11, 0.09], _WOOD)
    with pen.part(lit=False):
        draw_flame(pen, -0.14, -0.09, 0.14, 0.62, moment.phase, 1.0)
        draw_flame(pen, 0.15, -0.09, 0.13, 0.55, moment.phase, 2.4)
        draw_flame(pen, 0.0, -0.07, 0.22, 0.92, moment.phase)
        for k in range(8):
            rise = (moment.phase + k / 8) % 1
            x = 0.25 * math.sin(k * 2.4) + 0.08 * math.sin(rise * 9 + k)
            pen.dot(x, -0.35 - 0.85 * rise, 0.014, rgb("#ffc860"), 1 - rise)
    with pen.part(puff=0.9, shade=0.0):
        pen.tube([(-0.26, -0.02), (0.32, -0.07)], [0.12, 0.10], tint(_WOOD, 0.06))
        for k in range(6):
            x = -0.40 + 0.16 * k
            pen.oval(x, -0.03, 0.08, 0.055, rgb("#9a97a0") if k % 2 else rgb("#807d88"))


def _candle(pen: Pen, hue: Rgb, moment: Moment) -> None:
    wax = hue
    with pen.part(puff=0.9, shade=0.0):
        pen.oval(0, -0.03, 0.30, 0.06, rgb("#b08a4a"))
        pen.box(
            -0.13, -0.62, 0.13, -0.03, pen.ramp((0, -0.6), (0, 0), [tint(wax, 0.3), wax, dim(wax, 0.85)]), round=0.03
        )
        pen.tube([(-0.09, -0.60), (-0.10, -0.45)], [0.07, 0.05], tint(wax, 0.3))
        pen.line([(0, -0.62), (0.01, -0.69)], 0.02, rgb("#2a2420"))
    with pen.part(lit=False):
        draw_flame(pen, 0.01, -0.65, 0.065, 0.32, moment.phase)


def _torch(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.9, shade=0.0):
        pen.tube([(0, 0), (0, -0.62)], [0.06, 0.09], _WOOD)
        pen.box(-0.085, -0.70, 0.085, -0.52, _IRON, round=0.03)
    with pen.part(lit=False):
        draw_flame(pen, 0, -0.66, 0.13, 0.46, moment.phase)


def _street_lamp(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.9, shade=0.0):
        pen.tube([(0, 0), (0, -0.80)], [0.036, 0.026], _IRON)
        pen.blob([(-0.055, 0.0), (-0.035, -0.11), (0.035, -0.11), (0.055, 0.0)], _IRON)
        pen.tube([(-0.075, -0.76), (0, -0.75), (0.075, -0.76)], [0.012, 0.016, 0.012], _IRON)
    with pen.part(lit=False):
        pen.poly([(-0.045, -0.81), (0.045, -0.81), (0.065, -0.94), (-0.065, -0.94)], _LIT)
    with pen.part(puff=0.9, shade=0.0):
        pen.poly([(-0.085, -0.935), (0.085, -0.935), (0.02, -0.99), (-0.02, -0.99)], _IRON)
        pen.line([(-0.045, -0.81), (-0.065, -0.94)], 0.008, _IRON)
        pen.line([(0.045, -0.81), (0.065, -0.94)], 0.008, _IRON)
        pen.box(-0.05, -0.82, 0.05, -0.80, _IRON)
        pen.dot(0, -0.995, 0.012, _IRON)


def _lantern(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.9, shade=0.0):
        ring = [(0.16 * math.cos(a), -0.82 + 0.16 * math.sin(a)) for a in (k * math.pi / 8 for k in range(8, 17))]
        pen.line(ring, 0.03, _IRON)
        pen.box(-0.26, -0.08, 0.26, 0.0, hue, round=0.03)
    with pen.part(lit=False):
        pen.box(-0.20, -0.68, 0.20, -0.08, rgb("#ffcf7a"), 0.75, round=0.05)
        draw_flame(pen, 0, -0.16, 0.07, 0.34, moment.phase)
    with pen.part(puff=0.9, shade=0.0):
        for x in (-0.20, 0.0, 0.20):
            pen.line([(x, -0.68), (x, -0.06)], 0.028 if x else 0.014, hue)
        pen.blob([(-0.27, -0.66), (-0.12, -0.80), (0.12, -0.80), (0.27, -0.66)], hue, tight=0.5)


def _lighthouse(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.9, shade=0.0):
        pen.blob(
            [(-0.34, 0.02), (-0.28, -0.08), (-0.1, -0.12), (0.15, -0.11), (0.30, -0.05), (0.36, 0.02)], rgb("#6f6c74")
        )
        pen.poly([(-0.135, -0.06), (-0.085, -0.74), (0.085, -0.74), (0.135, -0.06)], rgb("#f2efe8"))
        for k in (0, 2, 4):
            low, high = -0.06 - 0.136 * k, -0.06 - 0.136 * (k + 1)
            half = [0.135 - 0.05 * (-y - 0.06) / 0.68 for y in (low, high)]
            pen.poly([(-half[0], low), (-half[1], high), (half[1], high), (half[0], low)], hue)
        for y in (-0.27, -0.53):
            pen.box(-0.022, y, 0.022, y + 0.06, rgb("#31465c"), round=0.02)
        pen.box(-0.035, -0.16, 0.035, -0.06, rgb("#5a3a26"), round=0.03)
        pen.box(-0.125, -0.765, 0.125, -0.735, _IRON, round=0.01)
    with pen.part(lit=False):
        pen.box(-0.062, -0.87, 0.062, -0.765, _LIT, round=0.01)
    with pen.part(puff=0.9, shade=0.0):
        for x in (-0.062, 0.0, 0.062):
            pen.line([(x, -0.765), (x, -0.87)], 0.010, _IRON)
        pen.blob([(-0.085, -0.865), (-0.05, -0.94), (0.0, -0.965), (0.05, -0.94), (0.085, -0.865)], hue, tight=0.7)
        pen.dot(0, -0.975, 0.014, _IRON)
        for k in range(7):
            pen.line([(-0.12 + 0.04 * k, -0.765), (-0.12 + 0.04 * k, -0.805)], 0.006, _IRON)
        pen.line([(-0.12, -0.805), (0.12, -0.805)], 0.008, _IRON)
    with pen.part(lit=False):
        # The beam goes round: its two arms lengthen and shorten as they turn.
        angle = 2 * math.pi * moment.phase
        for side in (1, -1):
            reach = side * math.cos(angle) * 0.95
            spread = 0.05 + 0.05 * abs(math.cos(angle))
            far = (reach, -0.815 + spread), (reach, -0.815 - spread)
            pen.poly([(0, -0.83), (0, -0.80), *far], pen.glow((0, -0.815), max(0.05, abs(reach)), _LIT, 0.55))


def _cake(pen: Pen, hue: Rgb, moment: Moment) -> None:
    sponge, cream = rgb("#e8b878"), rgb("#fff3ea")
    with pen.part(puff=0.7, shade=0.0):
        pen.oval(0, -0.02, 0.74, 0.07, rgb("#d8dce4"))
        pen.box(-0.56, -0.36, 0.56, -0.03, pen.ramp((0, -0.36), (0, 0), [hue, dim(hue, 0.85)]), round=0.07)
        pen.box(-0.40, -0.62, 0.40, -0.33, pen.ramp((0, -0.62), (0, -0.33), [sponge, dim(sponge, 0.88)]), round=0.06)
        for top, half, count in ((-0.36, 0.56, 9), (-0.62, 0.40, 7)):
            pen.box(-half, top - 0.03, half, top + 0.05, cream, round=0.04)
            for k in range(count):
                x = -half + 0.06 + (2 * half - 0.12) * k / (count - 1)
                pen.oval(x, top + 0.05, 0.05, 0.05 + 0.035 * (k % 2), cream)
        for k in range(5):
            pen.dot(-0.30 + 0.15 * k, -0.67, 0.04, rgb("#d8304c"))
        for k in range(3):
            x = -0.2 + 0.2 * k
            pen.box(x - 0.022, -0.86, x + 0.022, -0.66, (rgb("#f0c040"), rgb("#58b0e0"), rgb("#e86aa0"))[k], round=0.01)
    with pen.part(lit=False):
        for k in range(3):
            draw_flame(pen, -0.2 + 0.2 * k, -0.86, 0.035, 0.16, moment.phase, k * 2.0)


def _turning(t: float) -> float:
    """The lamp is brightest when the beam points at us; one turn in five seconds, as the poses."""
    return 0.45 + 0.55 * abs(math.sin(2 * math.pi * t / 5)) ** 3


def _star(pen: Pen, hue: Rgb, moment: Moment) -> None:
    points = []
    for k in range(10):
        reach = 0.46 if k % 2 == 0 else 0.21
        angle = math.pi * (k / 5 - 0.5)
        points.append((reach * math.cos(angle), -0.5 + reach * math.sin(angle)))
    with pen.part(puff=0.6, shade=0.0, gain=1.25):
        pen.blob(points, pen.ramp((0, -1), (0, 0), [tint(hue, 0.4), hue]), tight=0.25)
        for x in (-0.09, 0.11):
            pen.oval(x, -0.52, 0.035, 0.055, rgb("#3a2a18"))
            pen.dot(x + 0.012, -0.54, 0.014, WHITE)
        pen.line([(-0.05, -0.42), (0.01, -0.395), (0.07, -0.42)], 0.022, rgb("#8a5a1c"))


THINGS: dict[str, Thing] = {
    "campfire": Thing(0.95, _campfire, ("campfire", "fire", "bonfire", "fireplace", "flame", "hearth"), reach=(-0.75, -1.4, 0.75, 0.12), poses=24, glows=(Glow(0, -0.45, 1.7, _FIRE, flicker),), actions=_BURNS),
    "candle": Thing(0.5, _candle, ("candle", "candlelight", "incense"), ("#f4e8cf",), reach=(-0.5, -1.15, 0.5, 0.1), poses=24, glows=(Glow(0, -0.78, 1.3, _FIRE, flicker),), actions=_BURNS),
    "torch": Thing(1.0, _torch, ("torch", "beacon", "brazier"), reach=(-0.4, -1.3, 0.4, 0.1), poses=24, glows=(Glow(0, -0.85, 1.2, _FIRE, flicker),), actions=_BURNS),
    "street_lamp": Thing(3.6, _street_lamp, ("street lamp", "lamp", "streetlight", "lamppost", "lamp post"), reach=(-0.2, -1.1, 0.2, 0.05), glows=(Glow(0, -0.87, 0.62, _LAMP, by_night=True), Glow(0, -0.87, 0.16, _LAMP))),
    "lantern": Thing(0.6, _lantern, ("lantern", "paper lantern", "oil lamp"), ("#b5403c", "#3f5a4a", "#8a6a3a"), poses=24, glows=(Glow(0, -0.36, 1.5, _LAMP, flicker),), actions=_BURNS | {"float", "fly"}),
    "lighthouse": Thing(9.0, _lighthouse, ("lighthouse",), ("#c8403c",), reach=(-1.05, -1.05, 1.05, 0.06), poses=60, glows=(Glow(0, -0.815, 0.55, _LAMP, _turning, True),)),
    "cake": Thing(0.7, _cake, ("cake", "birthday cake", "cupcake", "wedding cake"), ("#f08aa8", "#8a5a3c", "#a8d0e8"), reach=(-0.85, -1.15, 0.85, 0.1), poses=24, glows=(Glow(0, -0.95, 0.8, _FIRE, flicker),)),
    "star": Thing(0.8, _star, ("star",), ("#f8c838",), reach=(-0.6, -1.1, 0.6, 0.1), glows=(Glow(0, -0.5, 0.9, (1.0, 0.85, 0.4)),), lift=0.8, bobs=0.08, actions=frozenset({"float", "fly", "stand"})),
}  # fmt: skip
