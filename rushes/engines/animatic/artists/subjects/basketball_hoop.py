"""A basketball hoop: a post, a board, and a net that swings."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, rgb
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    sway = 0.008 * math.sin(math.tau * moment.phase)
    with pen.part(puff=0.6):
        pen.box(-0.26, -0.05, 0.02, 0.0, rgb("#2c3038"), round=0.015)
        pen.tube([(-0.14, -0.03), (-0.14, -0.72), (-0.02, -0.86)], [0.045, 0.04, 0.035], rgb("#4a5866"))
    with pen.part(puff=0.15):
        pen.box(-0.06, -1.06, 0.30, -0.78, rgb("#f2f1ec"), round=0.01)
    with pen.part(lit=False):
        for box, width in (((-0.05, -1.05, 0.29, -0.79), 0.010), ((0.05, -0.95, 0.19, -0.84), 0.009)):
            left, top, right, bottom = box
            pen.line([(left, top), (right, top)], width, rgb("#c8433a"))
            pen.line([(right, top), (right, bottom)], width, rgb("#c8433a"))
            pen.line([(right, bottom), (left, bottom)], width, rgb("#c8433a"))
            pen.line([(left, bottom), (left, top)], width, rgb("#c8433a"))
        for k in range(7):
            a, b = 0.04 + 0.16 * k / 6, 0.07 + 0.10 * ((k + 1.5) % 7) / 6 + sway
            pen.line([(a, -0.80), (b, -0.67)], 0.006, WHITE, 0.95)
            pen.line([(0.24 - a, -0.80), (0.24 - b + 2 * sway, -0.67)], 0.006, WHITE, 0.95)
    with pen.part(puff=0.8, shade=0.1):
        pen.line([(0.03, -0.80), (0.21, -0.80)], 0.020, hue)


SUBJECT = Thing(
    height=3.2, draw=draw, words=("basketball hoop", "hoop", "basketball net", "basketball basket", "basketball ring"), colours=("#e8602c",),
    reach=(-0.32, -1.12, 0.36, 0.04), poses=48, rate=24.0, homes=("street", "park"),
)  # fmt: skip
