"""A bouquet of roses."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    leaf, stem = rgb("#4a7a3c"), rgb("#55823f")
    sway = 0.012 * math.sin(math.tau * moment.phase)
    heads = (
        (-0.32, -0.60),
        (0.32, -0.62),
        (-0.17, -0.82),
        (0.18, -0.84),
        (0.0, -0.64),
        (0.01, -0.93),
        (-0.40, -0.80),
        (0.40, -0.82),
        (-0.15, -0.50),
        (0.17, -0.49),
    )
    with pen.part(puff=0.7):
        for x, y in heads:
            pen.line([(0.0, 0.0), (0.25 * x, 0.45 * y), (x + sway, y)], 0.022, stem)
        for k in range(9):
            turn = math.pi * (1.02 + 0.12 * k)
            with pen.turned(0.40 * math.cos(turn), -0.52 + 0.30 * math.sin(turn), math.degrees(turn) + 90):
                pen.blob(
                    [(0.0, 0.10), (0.09, -0.04), (0.0, -0.22), (-0.09, -0.04)], leaf if k % 2 else tint(leaf, 0.12)
                )
    for number, (x, y) in enumerate(heads):
        petal = hue if number % 3 else tint(hue, 0.10)
        with pen.part(puff=0.9, shade=0.35), pen.turned(x + sway, y, 37 * number):
            pen.dot(0.0, 0.0, 0.115, dim(petal, 0.92))
            for ring, (size, far) in enumerate(((0.075, 0.072), (0.062, 0.046), (0.045, 0.022))):
                for k in range(5 - ring):
                    turn = k * math.tau / (5 - ring) + ring
                    px, py = far * math.cos(turn), far * math.sin(turn)
                    pen.dot(px, py, size, dim(petal, 0.62))
                    pen.dot(
                        px + 0.006 * math.cos(turn),
                        py + 0.006 * math.sin(turn),
                        size - 0.006,
                        dim(petal, 1.0 - 0.10 * ring),
                    )
            pen.dot(0.0, 0.0, 0.016, dim(petal, 0.5))


SUBJECT = Thing(
    height=0.55,
    draw=draw,
    words=(
        "bouquet",
        "bouquet of roses",
        "bouquet of flowers",
        "bunch of roses",
        "bunch of flowers",
        "rose bouquet",
        "flower bouquet",
        "dozen roses",
    ),
    colours=("#c8283c",),
    reach=(-0.7, -1.1, 0.7, 0.06),
    homes=("room",),
    poses=48,
    rate=12.0,
)
