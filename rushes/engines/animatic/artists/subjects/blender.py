"""A blender with something red in its jug."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    glass, juice = rgb("#cfe2ea"), rgb("#d8506a")
    swirl = 0.02 * math.sin(math.tau * moment.phase)
    with pen.part(puff=0.7):
        pen.poly([(-0.20, -0.34), (0.20, -0.34), (0.27, 0.0), (-0.27, 0.0)], hue)
        pen.box(-0.29, -0.05, 0.29, 0.0, dim(hue, 0.6), round=0.02)
        pen.dot(0.0, -0.16, 0.06, dim(hue, 0.4))
        pen.dot(0.0, -0.16, 0.04, tint(hue, 0.5))
    with pen.part(puff=0.7, shade=0.2):
        pen.poly([(-0.25, -0.92), (0.25, -0.92), (0.18, -0.34), (-0.18, -0.34)], glass, 0.9)
        pen.poly([(-0.23, -0.74 + swirl), (0.23, -0.74 - swirl), (0.175, -0.36), (-0.175, -0.36)], juice)
        pen.line([(-0.23, -0.74 + swirl), (0.0, -0.72), (0.23, -0.74 - swirl)], 0.02, tint(juice, 0.5))
        pen.line([(0.25, -0.86), (0.40, -0.80), (0.36, -0.52), (0.21, -0.46)], 0.05, tint(glass, 0.2))
        pen.line([(-0.17, -0.86), (-0.13, -0.44)], 0.025, WHITE, 0.7)
    with pen.part(puff=0.8, shade=0.2):
        pen.box(-0.27, -0.98, 0.27, -0.90, rgb("#34363a"), round=0.03)
        pen.box(-0.08, -1.04, 0.08, -0.96, rgb("#34363a"), round=0.03)


SUBJECT = Thing(
    height=0.6,
    draw=draw,
    words=("blender", "food processor", "smoothie maker"),
    colours=("#c8ccd2", "#3c3f46", "#b8483c"),
    reach=(-0.5, -1.1, 0.5, 0.08),
    homes=("kitchen",),
    poses=12,
    rate=12.0,
)
