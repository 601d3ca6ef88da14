"""Turtle, jellyfish, octopus and squid, in shares of their length, the middle at (0, 0)."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.fishes import draw_eye
from rushes.engines.animatic.rigs.hue import dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, closed


def draw_turtle(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    row = math.sin(turn)
    late = math.sin(turn - 0.8)
    skin = rgb("#7fae6a")

    def flipper(x: float, y: float, length: float, wide: float, degrees: float, shade: float) -> None:
        with pen.turned(x, y, degrees):
            pen.blob(
                [
                    (0.05, -wide * 0.4),
                    (-length * 0.4, -wide * 0.7),
                    (-length, 0.0),
                    (-length * 0.6, wide * 0.45),
                    (0.03, wide * 0.5),
                ],
                dim(skin, shade),
            )
            for k in range(3):
                pen.oval(
                    -length * (0.25 + 0.2 * k), -wide * 0.1, wide * 0.16, wide * 0.12, dim(skin, shade * 0.72), 0.8
                )

    with pen.part(puff=0.7, shade=0.0, gain=0.86):
        flipper(0.22, 0.04, 0.34, 0.15, 44 + 46 * row, 0.72)
        flipper(-0.30, 0.05, 0.20, 0.11, 14 - 20 * late, 0.72)
    with pen.part(puff=0.9, shade=0.2):
        nod = 0.015 * late
        pen.tube([(0.24, 0.02), (0.36, -0.02 + nod), (0.43, -0.04 + nod)], [0.13, 0.12, 0.10], skin)
        pen.blob(
            [
                (0.36, -0.06 + nod),
                (0.44, -0.125 + nod),
                (0.54, -0.09 + nod),
                (0.575, -0.02 + nod),
                (0.50, 0.03 + nod),
                (0.39, 0.03 + nod),
            ],
            skin,
        )
        draw_eye(pen, 0.49, -0.052 + nod, 0.022, moment.blink)
        pen.line(
            [(0.565, 0.0 + nod), (0.52, 0.012 + nod), (0.48, 0.004 + nod)], 0.009 + 0.02 * moment.mouth, dim(skin, 0.5)
        )
        pen.tube([(-0.38, 0.03), (-0.48, 0.05 + 0.02 * late)], [0.07, 0.02], skin)
    with pen.part(puff=1.0, shade=0.35):
        pen.blob([(-0.40, 0.05), (-0.1, 0.10), (0.22, 0.09), (0.32, 0.03), (0.1, 0.0), (-0.2, 0.0)], belly)
        shell = closed(
            [
                (-0.44, 0.035),
                (-0.34, -0.13),
                (-0.10, -0.225),
                (0.14, -0.185),
                (0.30, -0.06),
                (0.33, 0.04),
                (0.1, 0.065),
                (-0.25, 0.065),
            ]
        )
        pen.fill(shell, pen.ramp((0, -0.22), (0, 0.07), [tint(main, 0.12), main, dim(main, 0.75)]))
        with pen.within(shell):
            for x in (-0.26, -0.05, 0.15):
                pen.blob(
                    [
                        (x - 0.085, -0.055),
                        (x - 0.05, -0.135),
                        (x + 0.05, -0.14),
                        (x + 0.09, -0.06),
                        (x + 0.05, 0.005),
                        (x - 0.05, 0.005),
                    ],
                    tint(main, 0.16),
                    tight=0.35,
                )
            pen.line([(-0.45, 0.03), (-0.1, 0.035), (0.34, 0.03)], 0.035, mix(main, belly, 0.5))
    with pen.part(puff=0.7, shade=0.35):
        flipper(0.18, 0.06, 0.40, 0.17, 30 + 52 * row, 1.0)
        flipper(-0.34, 0.06, 0.21, 0.11, 4 - 22 * late, 1.0)


def draw_jellyfish(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    squeeze = 0.5 + 0.5 * math.sin(turn)
    wide, high = 0.36 - 0.07 * squeeze, 0.34 + 0.05 * squeeze
    pale = tint(main, 0.45)
    with pen.part(lit=False):
        for k in range(7):
            x = (k - 3) / 3 * wide * 0.82
            long = 0.55 + 0.22 * ((k * 5) % 3) / 2 - 0.06 * squeeze
            points = [(x + 0.045 * math.sin(turn - 1.1 * j + k) * j / 3, 0.02 + long * j / 5) for j in range(6)]
            pen.tube(points, [0.022, 0.018, 0.004], mix(main, pale, (k % 2) * 0.6), 0.55)
        for k in range(3):
            x = (k - 1) * 0.10
            points = [(x + 0.05 * math.sin(turn - 0.9 * j + k * 2) * j / 3, 0.0 + 0.10 * j) for j in range(5)]
            pen.tube(points, [0.09, 0.07, 0.03], pale, 0.5)
    with pen.part(puff=1.0, rim=0.22, shade=0.0, gain=1.1):
        bell = closed(
            [
                (-wide, 0.02),
                (-wide * 0.92, -high * 0.55),
                (-wide * 0.4, -high),
                (wide * 0.4, -high),
                (wide * 0.92, -high * 0.55),
                (wide, 0.02),
                (wide * 0.6, 0.055),
                (wide * 0.2, 0.02),
                (-wide * 0.2, 0.055),
                (-wide * 0.6, 0.02),
            ]
        )
        pen.fill(bell, pen.ramp((0, -high), (0, 0.05), [tint(main, 0.35), main, pale]), 0.82)
        with pen.within(bell):
            for k in range(5):
                x = (k - 2) / 2 * wide * 0.75
                pen.line([(x * 0.3, -high * 0.9), (x * 0.9, -high * 0.45), (x, 0.03)], 0.014, pale, 0.6)
        for x in (0.02, 0.15):
            draw_eye(pen, x, -0.10, 0.034, moment.blink)


def draw_octopus(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase

    def arm(k: int, shade: float) -> None:
        x = (k - 2.5) * 0.085
        side = 1 if k > 2 else -1
        points = [
            (
                x + side * (0.05 * j + 0.035 * math.sin(turn - 0.9 * j + k)),
                -0.05 + 0.085 * j + 0.02 * math.sin(turn * 1 + k),
            )
            for j in range(6)
        ]
        pen.tube(points, [0.12, 0.10, 0.07, 0.03], dim(main, shade))

    with pen.part(puff=0.8, shade=0.0, gain=0.86):
        for k in (1, 4, 2):
            arm(k, 0.75)
    with pen.part(puff=0.9, shade=0.3):
        for k in (0, 5, 3):
            arm(k, 1.0)
        swell = 0.02 * math.sin(turn)
        pen.blob(
            [
                (-0.20, -0.06),
                (-0.27 - swell, -0.30),
                (-0.15, -0.52 - swell),
                (0.12, -0.53 - swell),
                (0.27 + swell, -0.30),
                (0.21, -0.06),
                (0.0, 0.0),
            ],
            pen.ramp((0, -0.5), (0, 0), [tint(main, 0.12), main]),
        )
        for k, (x, y) in enumerate(((-0.14, -0.40), (-0.05, -0.45), (-0.18, -0.30))):
            pen.dot(x, y, 0.022 + 0.005 * k, dim(main, 0.8), 0.7)
        for x in (0.0, 0.15):
            draw_eye(pen, x, -0.20, 0.055, moment.blink)
        pen.oval(0.08, -0.10, 0.03, 0.012 + 0.03 * moment.mouth, rgb("#5c1c28"))


def draw_squid(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    """The point of its mantle goes first, up and to the right; eight arms and two long tentacles trail."""
    turn = 2 * math.pi * moment.phase
    squeeze = 0.5 + 0.5 * math.sin(turn)
    wide = 0.165 - 0.025 * squeeze
    pale = mix(main, belly, 0.55)

    def trailing(x: float, long: float, k: int, thick: float, shade: float) -> None:
        spread = (1.0 + 0.5 * (1 - squeeze)) * x
        points = [
            (spread * (0.6 + 0.5 * j / 5) + 0.03 * j / 5 * math.sin(turn - 0.9 * j + k), 0.10 + long * j / 5)
            for j in range(6)
        ]
        pen.tube(points, [thick, 0.85 * thick, 0.55 * thick, 0.014], dim(main, shade))

    with pen.turned(0.02, 0.04, 52):
        with pen.part(puff=0.8, shade=0.0, gain=0.86):
            for k, x in enumerate((-0.07, 0.0, 0.07)):
                trailing(x, 0.34, k + 3, 0.07, 0.72)
        with pen.part(puff=0.8, shade=0.2):
            for k, x in enumerate((-0.05, 0.06)):
                # The two long ones end in a club.
                bow = 0.05 * math.sin(turn + 2 * k)
                points = [(x, 0.10), (x * 2.2 + bow, 0.34), (x * 1.6 - bow, 0.56), (x * 3.0 + bow, 0.74)]
                pen.tube(points, [0.045, 0.032, 0.026, 0.026], dim(main, 0.9))
                with pen.turned(points[3][0], points[3][1], math.degrees(-2.0 * bow)):
                    pen.blob([(-0.022, -0.05), (0.022, -0.05), (0.05, 0.05), (0.0, 0.14), (-0.05, 0.05)], main)
                    for row in range(4):
                        pen.dot(0.012 * (-1) ** row, -0.01 + 0.032 * row, 0.012, pale)
        with pen.part(puff=0.9, shade=0.3):
            for k, x in enumerate((-0.13, -0.055, 0.05, 0.125)):
                trailing(x, 0.38 + 0.03 * (k % 2), k, 0.075, 1.0)
        with pen.part(puff=0.6, shade=0.25):
            # The fins at the point beat like a ray's.
            flap = 0.035 * math.sin(turn + 0.6)
            for side in (-1, 1):
                pen.blob([(0.0, -0.66), (side * 0.13, -0.60 + flap), (side * (0.29 - 0.02 * squeeze), -0.44 + 2 * flap), (side * 0.16, -0.34 + flap), (side * 0.06, -0.30)], pen.ramp((0, -0.6), (side * 0.28, -0.42), [main, tint(main, 0.22)]), tight=0.8)  # fmt: skip
        with pen.part(puff=1.0, shade=0.35):
            mantle = closed([(0.0, -0.70), (-0.07, -0.56), (-0.95 * wide, -0.28), (-wide, -0.02), (-0.10, 0.045), (0.10, 0.045), (wide, -0.02), (0.95 * wide, -0.28), (0.07, -0.56)])  # fmt: skip
            pen.fill(mantle, pen.ramp((-wide, 0), (wide, 0), [dim(main, 0.85), main, tint(main, 0.18)]))
            with pen.within(mantle):
                for k in range(22):
                    u = (k * 0.618) % 1
                    pen.dot(
                        -0.14 + 0.28 * u,
                        -0.58 + 0.58 * ((k * 0.414 + 0.05 * math.sin(7.0 * k)) % 1),
                        0.010 + 0.008 * ((k * 0.37) % 1),
                        dim(main, 0.72),
                        0.6,
                    )
            pen.blob([(-0.115, 0.0), (0.115, 0.0), (0.13, 0.10), (0.06, 0.17), (-0.06, 0.17), (-0.13, 0.10)], tint(main, 0.06))  # fmt: skip
        with pen.part(puff=0.9, shade=0.3):
            for x in (-0.075, 0.095):
                draw_eye(pen, x, 0.085, 0.056, moment.blink)
