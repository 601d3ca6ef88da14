"""The ridge of a tiled roof with a chimney; the house goes on below the frame."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.3):
        pen.box(0.86, -1.0, 1.18, -0.3, rgb("#9a6a54"))
        pen.box(0.82, -1.06, 1.22, -0.97, rgb("#84584a"), round=0.02)
        for row in range(6):
            for k in range(2):
                pen.box(
                    0.875 + 0.15 * k + 0.05 * (row % 2),
                    -0.95 + 0.10 * row,
                    1.0 + 0.15 * k + 0.03 * (row % 2),
                    -0.88 + 0.10 * row,
                    rgb("#a87860"),
                )
    with pen.part(puff=0.2, shade=0.3):
        pen.poly([(-1.15, -0.66), (1.15, -0.66), (1.65, 0.72), (-1.65, 0.72)], dim(hue, 0.9))
        for row in range(9):
            y = -0.60 + 0.15 * row
            half = 1.17 + 0.055 * row
            for k in range(17):
                x = -half + (k + 0.5 * (row % 2)) * 2 * half / 16.5
                shade = 0.92 + 0.10 * math.sin(k * 2.4 + row * 1.7)
                pen.box(x - 0.075, y, x + 0.075, y + 0.17, dim(hue, shade), round=0.05)
    with pen.part(puff=0.8, shade=0.3):
        for k in range(15):
            x = -1.18 + 0.168 * k
            pen.box(x - 0.10, -0.74, x + 0.10, -0.60, tint(hue, 0.06 + 0.05 * (k % 2)), round=0.06)


SUBJECT = Thing(
    height=2.2,
    draw=draw,
    words=("roof ridge", "housetop"),
    colours=("#a8533c", "#7a5048"),
    reach=(-1.7, -1.1, 1.7, 0.75),
    homes=("city",),
    perch=0.725,
)
