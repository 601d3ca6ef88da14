"""A toaster with two slices on their way up."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    bread = rgb("#d9a45c")
    up = 0.10 * (0.5 - 0.5 * math.cos(math.tau * moment.phase))
    for x in (-0.22, 0.16):
        with pen.part(puff=0.4, shade=0.1):
            pen.box(x - 0.20, -1.02 - up, x + 0.24, -0.6, rgb("#a8743a"), round=0.08)
            pen.box(x - 0.16, -0.98 - up, x + 0.20, -0.6, bread, round=0.06)
    with pen.part(puff=0.7):
        pen.box(-0.62, -0.82, 0.62, -0.06, hue, round=0.20)
        pen.box(-0.52, -0.80, 0.52, -0.74, dim(hue, 0.45), round=0.03)
    with pen.part(puff=0.4, shade=0.15):
        pen.box(-0.66, -0.10, 0.66, 0.0, rgb("#34363a"), round=0.04)
        pen.box(0.58, -0.56, 0.74, -0.48, rgb("#34363a"), round=0.03)
        pen.dot(0.34, -0.26, 0.07, rgb("#34363a"))
        pen.line([(0.34, -0.26), (0.34, -0.32)], 0.02, tint(hue, 0.7))
        pen.line([(-0.46, -0.68), (-0.50, -0.30)], 0.03, tint(hue, 0.6), 0.7)


SUBJECT = Thing(
    height=0.45,
    draw=draw,
    words=("toaster",),
    colours=("#c9ced4", "#c8483c", "#8fb8a8"),
    reach=(-0.9, -1.25, 0.9, 0.08),
    homes=("kitchen",),
    poses=48,
    rate=12.0,
)
