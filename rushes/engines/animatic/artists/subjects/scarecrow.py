"""A scarecrow on its pole, straw at the cuffs."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing

STRAW = rgb("#e0b85a")


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    sway = 1.6 * math.sin(math.tau * moment.phase)
    with pen.part(puff=0.6):
        pen.tube([(0.0, 0.0), (0.0, -0.86)], [0.045, 0.04], rgb("#7a5434"))
    with pen.part(puff=0.5), pen.turned(0.0, -0.10, sway):
        for side in (-1, 1):
            for k in range(6):
                pen.line([(0.40 * side, -0.56), (0.50 * side, -0.62 + 0.022 * k)], 0.012, STRAW)
                pen.line(
                    [(0.04 * side + 0.012 * k * side, -0.24), (0.05 * side + 0.018 * k * side, -0.13)], 0.013, STRAW
                )
    with pen.part(puff=0.8), pen.turned(0.0, -0.10, sway):
        pen.tube([(-0.42, -0.56), (-0.10, -0.60), (0.10, -0.60), (0.42, -0.56)], [0.09, 0.12, 0.12, 0.09], hue)
        pen.blob([(-0.14, -0.64), (0.14, -0.64), (0.15, -0.40), (0.13, -0.22), (-0.13, -0.22), (-0.15, -0.40)], hue)
    with pen.part(puff=0.4, shade=0.2), pen.turned(0.0, -0.10, sway):
        pen.box(-0.10, -0.42, -0.01, -0.32, rgb("#c8a04a"), round=0.008)
        pen.box(0.03, -0.56, 0.10, -0.49, rgb("#4a6a8a"), round=0.008)
        pen.line([(-0.14, -0.30), (0.0, -0.285), (0.14, -0.30)], 0.022, rgb("#a8824a"))
    with pen.part(puff=0.9), pen.turned(0.0, -0.10, sway * 1.6):
        pen.oval(0.0, -0.74, 0.105, 0.115, rgb("#d8c090"))
    with pen.part(lit=False), pen.turned(0.0, -0.10, sway * 1.6):
        for x in (-0.035, 0.05):
            pen.line([(x - 0.014, -0.785), (x + 0.014, -0.757)], 0.010, rgb("#2a221c"))
            pen.line([(x + 0.014, -0.785), (x - 0.014, -0.757)], 0.010, rgb("#2a221c"))
        pen.line([(-0.05, -0.700), (0.0, -0.685), (0.065, -0.702)], 0.009, rgb("#2a221c"))
        for k in range(4):
            pen.line([(-0.04 + 0.03 * k, -0.708), (-0.04 + 0.03 * k, -0.680)], 0.006, rgb("#2a221c"))
    with pen.part(puff=0.8), pen.turned(0.0, -0.10, sway * 1.6):
        pen.oval(0.0, -0.825, 0.185, 0.035, rgb("#7a5a32"))
        pen.blob([(-0.10, -0.83), (-0.05, -0.95), (0.06, -0.99), (0.10, -0.83)], rgb("#8a683c"))
        pen.line([(-0.10, -0.845), (0.0, -0.838), (0.10, -0.845)], 0.02, tint(rgb("#5a3a24"), 0.1))
        pen.dot(0.12, -0.83, 0.016, dim(WHITE, 0.9))


SUBJECT = Thing(
    height=2.0, draw=draw, words=("scarecrow",), colours=("#a8433a", "#4a7a4a"), reach=(-0.62, -1.16, 0.62, 0.04),
    poses=72, rate=24.0, homes=("meadow",),
)  # fmt: skip
