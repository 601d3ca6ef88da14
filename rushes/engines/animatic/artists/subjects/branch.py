"""A branch that comes out of a tree at the side, for birds and others to sit on."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    leaf = rgb("#5f9440")
    sway = 2.0 * math.sin(math.tau * moment.phase)
    with pen.part(puff=0.9):
        pen.tube([(-1.12, 0.04), (-1.06, -0.30), (-1.10, -0.70), (-1.04, -1.2)], [0.36, 0.28, 0.26, 0.22], hue)
        pen.tube(
            [(-1.06, -0.46), (-0.60, -0.56), (-0.10, -0.52), (0.40, -0.56), (0.86, -0.66)],
            [0.17, 0.12, 0.10, 0.075, 0.03],
            hue,
        )
        pen.tube([(0.20, -0.54), (0.48, -0.44), (0.72, -0.40)], [0.06, 0.045, 0.02], hue)
        for k in range(11):
            y = -0.06 - 0.10 * k
            pen.line([(-1.18 + 0.03 * (k % 3), y), (-1.16 + 0.02 * (k % 2), y - 0.09)], 0.014, dim(hue, 0.68), 0.7)
            pen.line(
                [(-0.92 + 0.17 * k, -0.535 + 0.02 * (k % 3)), (-0.84 + 0.17 * k, -0.54 + 0.015 * (k % 2))],
                0.010,
                dim(hue, 0.7),
                0.6,
            )
    for number, (x, y) in enumerate(((0.86, -0.66), (0.72, -0.41), (0.60, -0.63), (-0.62, -0.62), (-0.98, -1.06))):
        with pen.part(puff=0.5, shade=0.15), pen.turned(x, y, sway):
            for k in range(6):
                with pen.turned(0.03 * math.cos(k), 0.03 * math.sin(2 * k), 60 * k + 24 * number):
                    pen.blob(
                        [(0.0, 0.0), (0.05, -0.07), (0.0, -0.18), (-0.05, -0.07)],
                        leaf if (k + number) % 2 else tint(leaf, 0.18),
                    )


SUBJECT = Thing(
    height=1.6,
    draw=draw,
    words=("branch", "tree branch", "bough"),
    colours=("#7a5638", "#6a4c36"),
    reach=(-1.45, -1.42, 1.25, 0.28),
    poses=48,
    rate=12.0,
    perch=0.565,
)
