"""Grasshopper and cricket: a long hind leg that kicks. In shares of their height, the ground point at (0, 0)."""

from __future__ import annotations

import math
from collections.abc import Callable

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.gait import bend
from rushes.engines.animatic.rigs.hue import BLACK, WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed

#: How high a leap goes, in heights, and the share of the loop that is spent in the air.
LEAP, _ALOFT = 0.8, 0.5
#: Frames of a loop with one leap in it.
LEAP_FRAMES = 30
Legs = Callable[[int], Point]


def draw_grasshopper(pen: Pen, hue: Rgb, moment: Moment, legs: Legs, act: str) -> None:
    _hopper(pen, hue, moment, legs, act, feeler=0.50, blunt=0.0, wing=mix(hue, rgb("#b8a468"), 0.45))


def draw_cricket(pen: Pen, hue: Rgb, moment: Moment, legs: Legs, act: str) -> None:
    _hopper(pen, hue, moment, legs, act, feeler=1.15, blunt=0.10, wing=dim(hue, 0.66))


def _hopper(
    pen: Pen, hue: Rgb, moment: Moment, legs: Legs, act: str, *, feeler: float, blunt: float, wing: Rgb
) -> None:
    """`blunt` makes the face rounder and the body shorter, as a cricket's are."""
    turn = 2 * math.pi * moment.phase
    rise, kick, crouch = _leap(moment.phase) if act == "jump" else (0.0, 0.0, 0.0)
    y = -0.46 + 0.012 * math.sin(2 * turn) + 0.14 * crouch
    buzz = 5.0 * math.sin(8 * turn) if act in ("talk", "play") else 0.0
    with pen.turned(0.0, -LEAP * rise, -16 * kick * math.cos(math.pi * moment.phase)):
        with pen.part(puff=0.9, shade=0.0, gain=0.86):
            _hind(pen, (-0.10, y), (0.06, -0.05), dim(hue, 0.62), kick, crouch)
            _fore(pen, (0.26, y + 0.06), (0.44, -0.07), legs(1), dim(hue, 0.62), kick)
            _fore(pen, (0.06, y + 0.08), (0.04, -0.07), legs(2), dim(hue, 0.62), kick)
        with pen.part(puff=0.95, shade=0.25):
            for k, lean in enumerate((0.75, 1.0)):
                sway = 0.05 * math.sin(turn + 1.4 * k)
                top = (0.66 + feeler * lean * 0.55, y - 0.30 - feeler * (0.62 - 0.12 * k) + sway)
                pen.tube([(0.64, y - 0.20), (0.70 + 0.12 * feeler, y - 0.24 - 0.34 * feeler), top], [0.045, 0.03, 0.016], dim(hue, 0.7))  # fmt: skip
        with pen.part(puff=0.95, shade=0.3):
            end = -1.05 + 1.4 * blunt
            belly = closed([(0.24, y - 0.16), (-0.30, y - 0.16), (end, y - 0.02), (end - 0.04, y + 0.06), (-0.40, y + 0.17), (0.20, y + 0.17)])  # fmt: skip
            pale = mix(hue, rgb("#f0e2a8"), 0.5)
            pen.fill(belly, pen.ramp((0, y - 0.16), (0, y + 0.18), [tint(hue, 0.1), hue, pale]))
            with pen.within(belly):
                for k in range(6):
                    x = 0.02 - 0.16 * k
                    pen.line([(x, y - 0.2), (x - 0.04, y), (x, y + 0.2)], 0.022, dim(hue, 0.66), 0.7)
        with pen.part(puff=0.6, shade=0.3), pen.turned(0.14, y - 0.14, buzz):
            # The wings lie folded along the back.
            long = 1.28 - 2.4 * blunt
            pen.blob([(0.08, 0.08), (0.04, -0.09), (-0.5 * long, -0.10), (-long, 0.04), (-0.7 * long, 0.13)], pen.ramp((0, 0), (-long, 0), [wing, tint(wing, 0.16), wing]), tight=0.8)  # fmt: skip
            for k in range(3):
                pen.line([(0.0, -0.02 + 0.04 * k), (-0.5 * long, -0.05 + 0.05 * k), (-0.92 * long, 0.03 + 0.02 * k)], 0.014, dim(wing, 0.72), 0.7)  # fmt: skip
        with pen.part(puff=0.95, shade=0.3):
            pen.blob([(-0.02, y + 0.14), (-0.06, y - 0.20), (0.20, y - 0.27), (0.46, y - 0.22), (0.48, y + 0.12), (0.24, y + 0.19)], pen.ramp((0, y - 0.28), (0, y + 0.2), [tint(hue, 0.18), hue, dim(hue, 0.86)]))  # fmt: skip
            pen.line([(0.02, y - 0.18), (0.06, y + 0.0), (0.04, y + 0.14)], 0.022, dim(hue, 0.64), 0.7)
            front = 0.86 - 0.4 * blunt
            pen.blob([(0.42, y - 0.02), (0.46, y - 0.28), (0.64, y - 0.36), (front, y - 0.24), (front + 0.02, y + 0.06), (front - 0.10, y + 0.24), (0.60, y + 0.22), (0.46, y + 0.12)], pen.ramp((0, y - 0.36), (0, y + 0.24), [tint(hue, 0.24), hue, pale]))  # fmt: skip
            _eye(pen, 0.66, y - 0.16, 0.115, moment.blink or act == "sleep", hue)
            pen.line([(front - 0.02, y + 0.10), (front - 0.10, y + 0.14), (front - 0.18, y + 0.11)], 0.022 + 0.05 * moment.mouth, dim(hue, 0.45))  # fmt: skip
            for k in range(2):
                pen.tube([(front - 0.06 - 0.10 * k, y + 0.18), (front + 0.02 - 0.10 * k, y + 0.28 + 0.02 * math.sin(3 * turn + k))], [0.04, 0.02], dim(hue, 0.85))  # fmt: skip
        with pen.part(puff=0.9, shade=0.3):
            _fore(pen, (0.34, y + 0.12), (0.56, 0.0), legs(0), hue, kick)
            _fore(pen, (0.14, y + 0.14), (0.12, 0.0), legs(3), hue, kick)
        with pen.part(puff=0.95, shade=0.35):
            _hind(pen, (-0.12, y + 0.06), (0.0, 0.0), hue, kick, crouch)


def _leap(phase: float) -> tuple[float, float, float]:
    """How high (0 .. 1), how far the hind legs are stretched, how deep it crouches, in a loop with one leap in it."""
    begins = (1 - _ALOFT) / 2 + 0.1
    u = (phase - begins) / _ALOFT
    if 0 < u < 1:
        return 4 * u * (1 - u), math.sin(math.pi * u) ** 0.5, 0.0
    away = begins - phase if u <= 0 else u * _ALOFT - _ALOFT
    return 0.0, 0.0, max(0.0, 1 - away / 0.16) * 0.9 if away < 0.16 else 0.0


def _hind(pen: Pen, hip: Point, aside: Point, hue: Rgb, kick: float, crouch: float) -> None:
    """The long leg: a thick thigh up to the knee, a thin shin with spines down to the foot."""
    x, y = hip[0] + aside[0], hip[1] + aside[1]
    rest_knee, rest_foot = (x - 0.56, y - 0.50 - 0.10 * crouch), (-0.98 + aside[0], aside[1])
    far_knee, far_foot = (x - 0.62, y + 0.06), (x - 1.30, y + 0.34)
    knee = (rest_knee[0] + (far_knee[0] - rest_knee[0]) * kick, rest_knee[1] + (far_knee[1] - rest_knee[1]) * kick)
    foot = (rest_foot[0] + (far_foot[0] - rest_foot[0]) * kick, rest_foot[1] + (far_foot[1] - rest_foot[1]) * kick)
    pen.tube(
        [knee, ((knee[0] + foot[0]) / 2 + 0.02, (knee[1] + foot[1]) / 2), foot], [0.075, 0.06, 0.04], dim(hue, 0.88)
    )
    for k in range(4):
        share = 0.3 + 0.17 * k
        at = (knee[0] + (foot[0] - knee[0]) * share, knee[1] + (foot[1] - knee[1]) * share)
        pen.line([at, (at[0] - 0.07, at[1] - 0.01)], 0.018, dim(hue, 0.7))
    pen.tube([foot, (foot[0] + 0.14, foot[1] - 0.005)], [0.045, 0.025], dim(hue, 0.8))
    middle = ((x + knee[0]) / 2 + 0.04, (y + knee[1]) / 2 - 0.03)
    pen.tube([(x, y), middle, knee], [0.17, 0.20, 0.075], hue)
    pen.line([(x - 0.04, y - 0.05), middle, knee], 0.02, tint(hue, 0.3), 0.7)


def _fore(pen: Pen, root: Point, home: Point, off: Point, hue: Rgb, kick: float) -> None:
    foot = (home[0] + off[0] - 0.12 * kick, home[1] + off[1] - 0.14 * kick)
    knee = bend(root, foot, 0.24, 0.32, -1 if foot[0] >= root[0] else 1)
    pen.tube([root, knee], [0.08, 0.065], hue)
    pen.tube([knee, foot], [0.06, 0.03], hue)
    pen.tube([foot, (foot[0] + 0.07, foot[1])], [0.035, 0.02], hue)


def _eye(pen: Pen, x: float, y: float, radius: float, shut: bool, skin: Rgb) -> None:
    if shut:
        pen.line([(x - radius, y), (x, y + 0.35 * radius), (x + radius, y)], 0.3 * radius, dim(skin, 0.5))
        return
    pen.oval(x, y, radius * 0.9, radius * 1.15, WHITE)
    pen.oval(x + 0.20 * radius, y, 0.58 * radius, 0.80 * radius, BLACK)
    pen.dot(x + 0.38 * radius, y - 0.34 * radius, 0.24 * radius, WHITE)
