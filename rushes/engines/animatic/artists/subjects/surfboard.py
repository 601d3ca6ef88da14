"""A surfboard that stands in the sand."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, closed
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    outline = [
        (0.0, -1.0),
        (0.10, -0.82),
        (0.145, -0.52),
        (0.135, -0.24),
        (0.07, 0.02),
        (-0.07, 0.02),
        (-0.135, -0.24),
        (-0.145, -0.52),
        (-0.10, -0.82),
    ]
    with pen.turned(0.0, 0.0, 6):
        with pen.part(puff=0.5):
            board = closed(outline)
            pen.fill(board, tint(hue, 0.82))
            with pen.within(board):
                pen.box(-0.2, -1.05, 0.2, -0.72, hue)
                pen.box(-0.2, -0.68, 0.2, -0.64, dim(hue, 0.7))
                pen.box(-0.2, -0.22, 0.2, 0.05, hue)
                pen.line([(0.0, -1.0), (0.0, 0.02)], 0.010, dim(hue, 0.6))
        with pen.part(puff=0.6, shade=0.2):
            for k in range(5):
                x, y = 0.055 * math.cos(1.257 * k - 1.57), -0.48 + 0.055 * math.sin(1.257 * k - 1.57)
                pen.oval(x, y, 0.036, 0.024, rgb("#e8486a"), degrees=72 * k - 90)
            pen.dot(0.0, -0.48, 0.022, rgb("#f6d24c"))


SUBJECT = Thing(
    height=2.0,
    draw=draw,
    words=("surfboard", "surf board"),
    colours=("#f2a03c", "#3fa0c8", "#e0584c"),
    reach=(-0.32, -1.05, 0.34, 0.06),
    homes=("beach",),
)
