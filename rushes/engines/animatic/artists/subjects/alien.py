"""A small alien with large eyes."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing

EYE = rgb("#16131c")


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    wave = math.sin(math.tau * moment.phase)
    far = dim(hue, 0.8)
    with pen.part(puff=0.9):
        pen.tube([(0.05, -0.34), (0.07, -0.16), (0.07, -0.01)], [0.09, 0.06, 0.07], far)
        pen.tube([(0.08, -0.5), (0.18, -0.42), (0.24, -0.52 - 0.05 * wave)], [0.05, 0.04, 0.05], far)
    with pen.part(puff=0.9):
        pen.tube([(-0.05, -0.34), (-0.07, -0.16), (-0.08, -0.01)], [0.09, 0.06, 0.07], hue)
        pen.blob([(-0.09, -0.54), (0.09, -0.54), (0.13, -0.38), (0.08, -0.27), (-0.08, -0.27), (-0.13, -0.38)], hue)
        pen.oval(0.0, -0.38, 0.075, 0.09, tint(hue, 0.3))
    with pen.part(puff=0.9):
        pen.tube([(-0.08, -0.5), (-0.19, -0.42), (-0.21, -0.28)], [0.05, 0.04, 0.05], hue)
    with pen.part(puff=0.85), pen.turned(0.0, -0.52, 3 * wave):
        for x in (-0.1, 0.1):
            pen.line([(x * 0.5, -0.38), (x, -0.49)], 0.018, dim(hue, 0.85))
            pen.dot(x, -0.49, 0.026, tint(hue, 0.35))
        pen.blob([(-0.24, -0.27), (-0.15, -0.43), (0.15, -0.43), (0.24, -0.27), (0.10, -0.03), (-0.10, -0.03)], hue)
        for x, lean in ((-0.095, 24), (0.115, -24)):
            pen.oval(x, -0.21, 0.058, 0.092, EYE, degrees=-lean)
            pen.dot(x - 0.016, -0.25, 0.018, WHITE, 0.9)
        pen.line([(-0.04, -0.075), (0.01, -0.062), (0.06, -0.078)], 0.012, dim(hue, 0.5))


SUBJECT = Thing(
    height=1.3, draw=draw, words=("alien", "extraterrestrial", "martian"), colours=("#7fc06a", "#6ab0a4", "#9a8fd0"),
    reach=(-0.36, -1.1, 0.36, 0.06), poses=32, rate=12.0, actions=frozenset({"stand", "dance", "jump", "walk", "look", "talk"}),
)  # fmt: skip
