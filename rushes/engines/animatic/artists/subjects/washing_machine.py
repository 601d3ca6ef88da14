"""A washing machine: what is behind its window goes round."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.25):
        pen.box(-0.40, -1.0, 0.40, -0.01, hue, round=0.04)
        pen.box(-0.40, -1.0, 0.40, -0.84, tint(hue, 0.25), round=0.04)
        pen.box(-0.33, -0.965, -0.08, -0.875, dim(hue, 0.88), round=0.02)
    with pen.part(puff=0.7, shade=0.2):
        pen.dot(0.26, -0.92, 0.045, dim(hue, 0.75))
        pen.dot(0.0, -0.44, 0.315, rgb("#aeb6c0"))
        pen.dot(0.0, -0.44, 0.255, rgb("#2a3440"))
    with pen.part(puff=0.4, shade=0.0):
        for k, colour in enumerate(("#e0503c", "#f0c040", "#4aa0d8", "#f4f1ea", "#7a5ac8", "#58b07a")):
            turn = math.tau * (moment.phase + k / 6)
            far = 0.10 + 0.05 * (k % 3)
            x, y = far * math.cos(turn), -0.42 + far * math.sin(turn)
            pen.oval(x, y, 0.070, 0.045, rgb(colour), degrees=math.degrees(turn) + 60)
    with pen.part(lit=False):
        for k in range(9):
            turn = math.tau * (2 * moment.phase + k / 9)
            pen.dot(0.20 * math.cos(turn), -0.44 + 0.20 * math.sin(turn), 0.022, WHITE, 0.45)
        pen.blob([(-0.19, -0.54), (-0.06, -0.66), (0.04, -0.66), (-0.14, -0.46)], WHITE, 0.22)
        pen.box(0.02, -0.94, 0.16, -0.90, rgb("#7ae0a0"), round=0.01)


SUBJECT = Thing(
    height=0.95, draw=draw, words=("washing machine", "washer", "laundry machine", "tumble dryer", "clothes dryer"), colours=("#e6e9ec", "#d4dade"),
    reach=(-0.5, -1.1, 0.5, 0.08), poses=36, rate=24.0, actions=frozenset({"stand", "spin"}), homes=("bathroom",),
)  # fmt: skip
