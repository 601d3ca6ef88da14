"""A skeleton that rattles its arms."""

import math
from itertools import pairwise

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.thing import Thing

DARK = rgb("#2a2630")


def limb(pen: Pen, points: list[Point], hue: Rgb) -> None:
    """Two bones and their knobs."""
    for a, b in pairwise(points):
        pen.tube([a, b], [0.03, 0.024, 0.03], hue)
    for x, y in points:
        pen.dot(x, y, 0.024, hue)


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    swing = math.sin(math.tau * moment.phase)
    far = dim(hue, 0.82)
    with pen.part(puff=0.9):
        limb(pen, [(0.07, -0.48), (0.10, -0.25), (0.08, -0.02)], far)
        limb(pen, [(0.10, -0.75), (0.20 + 0.02 * swing, -0.62), (0.17, -0.78 - 0.10 * swing)], far)
    with pen.part(puff=0.9):
        pen.tube([(0.0, -0.82), (0.0, -0.5)], [0.03, 0.035], hue)
        pen.blob([(-0.09, -0.51), (0.0, -0.48), (0.09, -0.51), (0.05, -0.44), (0.0, -0.46), (-0.05, -0.44)], hue)
        for rib in range(4):
            wide, y = 0.115 - 0.018 * rib, -0.77 + 0.06 * rib
            pen.tube([(-wide, y + 0.02), (0.0, y - 0.012), (wide, y + 0.02)], [0.018, 0.024, 0.018], hue)
    with pen.part(puff=0.9):
        limb(pen, [(-0.07, -0.48), (-0.09, -0.25), (-0.10, -0.02)], hue)
        limb(pen, [(-0.10, -0.75), (-0.21, -0.64 + 0.03 * swing), (-0.22, -0.82 + 0.10 * swing)], hue)
    with pen.part(puff=0.8), pen.turned(0.0, -0.84, 6 * swing):
        pen.blob([(-0.095, -0.09), (-0.06, -0.18), (0.06, -0.18), (0.095, -0.09), (0.055, 0.0), (-0.055, 0.0)], hue)
        for x in (-0.036, 0.042):
            pen.oval(x, -0.092, 0.026, 0.030, DARK)
        pen.poly([(0.003, -0.06), (0.016, -0.035), (-0.010, -0.035)], DARK)
        for tooth in range(3):
            pen.line([(-0.02 + 0.02 * tooth, -0.024), (-0.02 + 0.02 * tooth, -0.004)], 0.006, DARK, 0.8)


SUBJECT = Thing(
    height=1.75, draw=draw, words=("skeleton",), colours=("#efe9da",), reach=(-0.34, -1.12, 0.34, 0.06), poses=24, rate=24.0,
    actions=frozenset({"stand", "dance", "jump", "walk"}),
)  # fmt: skip
