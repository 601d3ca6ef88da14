"""A basin on a cabinet, water running from its tap."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    steel, water = rgb("#b9c0c8"), rgb("#9fd0ea")
    run = 0.006 * math.sin(math.tau * moment.phase)
    with pen.part(puff=0.25):
        pen.box(-0.40, -0.62, 0.40, 0.0, rgb("#b58a5c"), round=0.02)
        for x in (-0.205, 0.205):
            pen.box(x - 0.175, -0.52, x + 0.175, -0.06, rgb("#c49a6a"), round=0.02)
            pen.dot(x + (0.13 if x < 0 else -0.13), -0.30, 0.018, steel)
    with pen.part(puff=0.9, shade=0.2):
        pen.tube(
            [(0.0, -0.68), (0.0, -0.94), (0.08, -1.02), (0.20, -0.97), (0.21, -0.90)],
            [0.07, 0.05, 0.05, 0.05, 0.055],
            steel,
        )
        for x in (-0.16, 0.36):
            pen.box(x - 0.05, -0.76, x + 0.05, -0.71, steel, round=0.02)
    with pen.part(lit=False):
        pen.tube([(0.21, -0.89), (0.21 + run, -0.66)], [0.035, 0.045], water, 0.85)
    with pen.part(puff=0.6, shade=0.2):
        pen.box(-0.46, -0.70, 0.46, -0.60, hue, round=0.04)
        pen.blob([(-0.44, -0.66), (0.44, -0.66), (0.34, -0.48), (0.0, -0.42), (-0.34, -0.48)], hue, tight=0.7)
        pen.line([(-0.40, -0.675), (0.40, -0.675)], 0.012, dim(hue, 0.8))


SUBJECT = Thing(
    height=1.15,
    draw=draw,
    words=("sink", "kitchen sink", "washbasin", "bathroom sink"),
    colours=("#f1f2f2", "#dfe8ea"),
    reach=(-0.6, -1.1, 0.6, 0.06),
    homes=("kitchen",),
    poses=6,
    rate=12.0,
)
