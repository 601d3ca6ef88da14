"""Fish and whales, in shares of their length, the middle at (0, 0), swimming right."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed


def draw_eye(pen: Pen, x: float, y: float, radius: float, blink: bool) -> None:
    if blink:
        pen.line([(x - radius, y), (x, y + radius * 0.4), (x + radius, y)], radius * 0.4, rgb("#1c1a22"))
        return
    pen.dot(x, y, radius, WHITE)
    pen.dot(x + radius * 0.15, y, radius * 0.74, rgb("#1c1a22"))
    pen.dot(x + radius * 0.36, y - radius * 0.32, radius * 0.28, WHITE)


def draw_fish(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    sway = math.sin(turn)
    fold = 0.62 + 0.38 * math.cos(turn)
    fin = mix(main, rgb("#ffd070"), 0.35)
    with pen.part(puff=0.5, shade=0.0):
        # The tail sways towards us and away: it gets shorter and longer.
        x = -0.30
        tip = x - 0.30 * (0.45 + 0.55 * fold)
        pen.blob([(x + 0.05, 0.0), (x - 0.06, -0.06), (tip, -0.22 + 0.02 * sway), (tip + 0.07, 0.0), (tip, 0.22 + 0.02 * sway), (x - 0.06, 0.06)], pen.ramp((x, 0), (tip, 0), [main, fin, tint(fin, 0.3)]), tight=0.8)  # fmt: skip
        pen.blob(
            [(-0.24, -0.14), (-0.14, -0.34), (0.04, -0.37), (0.16, -0.22), (0.02, -0.16)],
            pen.ramp((0, -0.15), (0, -0.37), [main, fin]),
        )
        pen.blob([(-0.18, 0.14), (-0.20, 0.30), (-0.06, 0.26), (0.02, 0.16)], fin)
    with pen.part(puff=0.95, shade=0.25):
        body = [
            (-0.34, 0.0 + 0.015 * sway),
            (-0.18, -0.15),
            (0.08, -0.225),
            (0.32, -0.16),
            (0.46, 0.0),
            (0.34, 0.14),
            (0.08, 0.215),
            (-0.18, 0.14),
        ]
        path = closed(body)
        pen.fill(path, pen.ramp((0, -0.22), (0, 0.22), [dim(main, 0.92), main, mix(main, belly, 0.8)], [0, 0.45, 1]))
        with pen.within(path):
            for x, wide in ((0.17, 0.055), (-0.10, 0.05)):
                pen.line([(x, -0.3), (x + 0.03, 0.0), (x, 0.3)], wide, tint(belly, 0.5), 0.92)
        draw_eye(pen, 0.315, -0.045, 0.052, moment.blink)
        pen.oval(0.445, 0.03 + 0.01 * moment.mouth, 0.02, 0.012 + 0.03 * moment.mouth, dim(main, 0.5))
    with pen.part(puff=0.6, shade=0.35), pen.turned(0.10, 0.05, 18 + 24 * math.sin(turn + 1)):
        pen.blob([(0.03, -0.02), (-0.10, -0.06), (-0.17, 0.01), (-0.10, 0.075), (0.0, 0.05)], tint(fin, 0.12))


def _spine(turn: float, stations: list[float], swing: float) -> list[Point]:
    """A back that beats up and down, more towards the tail (x runs from nose to tail)."""
    return [(x, swing * ((0.5 - x) ** 2) * math.sin(turn + (0.5 - x) * 2.4)) for x in stations]


def draw_whale(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    s = _spine(turn, [0.48, 0.30, 0.05, -0.20, -0.42, -0.56], 0.10)
    with pen.part(puff=0.6, shade=0.0, gain=0.86), pen.turned(0.14, s[1][1] + 0.10, 34 + 12 * math.sin(turn + 1)):
        pen.blob([(0.04, -0.02), (-0.06, 0.0), (-0.20, 0.10), (-0.10, 0.10), (0.05, 0.05)], dim(main, 0.7))
    with pen.part(puff=0.95, shade=0.3):
        end = s[5]
        lift = 0.06 * math.sin(turn + 2.2)
        for side in (-1, 1):
            pen.blob([(end[0] + 0.05, end[1] - 0.015), (end[0] - 0.06, end[1] + side * 0.02 - 0.05 - lift), (end[0] - 0.16, end[1] - 0.10 * (side > 0) - 0.02 - 1.6 * lift), (end[0] - 0.06, end[1] + 0.02 - lift)], dim(main, 0.9 if side > 0 else 0.7), tight=0.8)  # fmt: skip
        top = [
            (0.49, s[0][1] + 0.0),
            (0.42, s[0][1] - 0.10),
            (0.26, s[1][1] - 0.155),
            (0.05, s[2][1] - 0.15),
            (-0.20, s[3][1] - 0.085),
            (-0.42, s[4][1] - 0.032),
        ]
        under = [
            (-0.56, s[5][1]),
            (-0.42, s[4][1] + 0.03),
            (-0.20, s[3][1] + 0.075),
            (0.05, s[2][1] + 0.125),
            (0.28, s[1][1] + 0.145),
            (0.44, s[0][1] + 0.10),
        ]
        path = closed([*top, *under])
        pen.fill(path, pen.ramp((0, -0.15), (0, 0.15), [tint(main, 0.06), main, dim(main, 0.85)]))
        with pen.within(path):
            pen.blob([(0.52, 0.03), (0.30, 0.055), (0.08, 0.06), (-0.10, 0.10), (0.05, 0.24), (0.4, 0.24)], belly)
            for k in range(4):
                pen.line(
                    [(0.47 - 0.02 * k, 0.055 + 0.022 * k), (0.25, 0.072 + 0.02 * k), (0.02, 0.085 + 0.015 * k)],
                    0.006,
                    dim(belly, 0.72),
                )
        pen.blob([(-0.16, s[3][1] - 0.09), (-0.24, s[3][1] - 0.145), (-0.27, s[3][1] - 0.08)], main)
        with pen.turned(0, 0, 3 * moment.mouth):
            pen.line([(0.485, 0.022), (0.38, 0.045), (0.29, 0.03)], 0.008 + 0.02 * moment.mouth, dim(main, 0.45))
        draw_eye(pen, 0.31, -0.008, 0.016, moment.blink)
    with pen.part(puff=0.6, shade=0.35), pen.turned(0.10, s[2][1] + 0.10, 40 + 14 * math.sin(turn)):
        pen.blob([(0.05, -0.03), (-0.06, -0.02), (-0.24, 0.09), (-0.12, 0.11), (0.05, 0.05)], main)


def draw_dolphin(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    s = _spine(turn, [0.36, 0.20, 0.0, -0.22, -0.42], 0.16)
    with pen.part(puff=0.9, shade=0.2):
        end = s[4]
        lift = 0.07 * math.sin(turn + 2.2)
        pen.blob([(end[0] + 0.04, end[1]), (end[0] - 0.05, end[1] - 0.03 - lift), (end[0] - 0.15, end[1] - 0.05 - 2 * lift), (end[0] - 0.10, end[1] + 0.02 - lift), (end[0] - 0.13, end[1] + 0.06 - lift)], dim(main, 0.85), tight=0.8)  # fmt: skip
        top = [
            (0.50, 0.035),
            (0.40, 0.0),
            (0.34, -0.065),
            (0.20, s[1][1] - 0.115),
            (0.0, s[2][1] - 0.12),
            (-0.22, s[3][1] - 0.065),
            (-0.44, s[4][1] - 0.02),
        ]
        under = [
            (-0.44, s[4][1] + 0.02),
            (-0.22, s[3][1] + 0.055),
            (0.0, s[2][1] + 0.095),
            (0.20, s[1][1] + 0.09),
            (0.36, 0.065),
            (0.49, 0.06),
        ]
        path = closed([*top, *under])
        pen.fill(path, pen.ramp((0, -0.12), (0, 0.11), [tint(main, 0.06), main, mix(main, belly, 0.6)]))
        with pen.within(path):
            pen.blob([(0.55, 0.05), (0.30, 0.035), (0.05, 0.045), (-0.25, 0.05), (0.0, 0.2), (0.4, 0.2)], belly)
        pen.blob(
            [(0.04, s[2][1] - 0.10), (-0.06, s[2][1] - 0.215), (-0.14, s[2][1] - 0.22), (-0.11, s[3][1] - 0.085)], main
        )
        pen.line([(0.49, 0.048), (0.40, 0.045), (0.34, 0.025)], 0.008 + 0.02 * moment.mouth, dim(main, 0.5))
        draw_eye(pen, 0.315, -0.015, 0.017, moment.blink)
    with pen.part(puff=0.6, shade=0.35), pen.turned(0.15, 0.06, 46 + 14 * math.sin(turn)):
        pen.blob([(0.04, -0.03), (-0.06, -0.02), (-0.17, 0.05), (-0.08, 0.07), (0.04, 0.04)], dim(main, 0.9))


def draw_shark(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    fold = 0.65 + 0.35 * math.cos(turn)
    sway = 0.012 * math.sin(turn)
    with pen.part(puff=0.9, shade=0.2):
        x = -0.42
        tip = x - 0.16 * fold
        pen.blob(
            [(x + 0.05, 0.0), (tip, -0.20), (x - 0.05 * fold, -0.02), (tip + 0.03, 0.12), (x + 0.04, 0.03)],
            dim(main, 0.9),
            tight=0.6,
        )
        path = closed(
            [
                (0.50, -0.01),
                (0.36, -0.075),
                (0.12, -0.11),
                (-0.16, -0.075 + sway),
                (-0.42, -0.022 + sway),
                (-0.42, 0.022 + sway),
                (-0.16, 0.06 + sway),
                (0.14, 0.095),
                (0.38, 0.06),
            ]
        )
        pen.fill(
            path, pen.ramp((0, -0.11), (0, 0.10), [tint(main, 0.05), main, main, belly, belly], [0, 0.4, 0.58, 0.66, 1])
        )
        pen.blob([(0.12, -0.09), (0.0, -0.235), (-0.05, -0.23), (-0.06, -0.085)], main, tight=0.7)
        for k in range(3):
            pen.line([(0.22 - 0.03 * k, -0.03), (0.205 - 0.03 * k, 0.035)], 0.008, dim(main, 0.6))
        pen.line([(0.45, 0.035), (0.38, 0.045), (0.33, 0.03)], 0.010 + 0.03 * moment.mouth, rgb("#4a2428"))
        draw_eye(pen, 0.38, -0.022, 0.018, moment.blink)
    with pen.part(puff=0.6, shade=0.35), pen.turned(0.12, 0.05, 52 + 8 * math.sin(turn)):
        pen.blob([(0.05, -0.03), (-0.05, -0.02), (-0.20, 0.06), (-0.06, 0.07), (0.05, 0.04)], dim(main, 0.9), tight=0.7)
