"""A fork, upright."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.8):
        pen.tube([(0.0, 0.0), (0.0, -0.30), (0.0, -0.58)], [0.09, 0.05, 0.055], hue)
        pen.blob([(-0.11, -0.68), (0.0, -0.56), (0.11, -0.68), (0.11, -0.76), (-0.11, -0.76)], hue, tight=0.8)
        for k in range(4):
            x = -0.09 + 0.06 * k
            pen.tube([(x, -0.72), (x * 1.04, -0.98)], [0.036, 0.022], hue)
    with pen.part(lit=False):
        pen.line([(-0.012, -0.08), (-0.010, -0.30)], 0.010, WHITE, 0.6)


SUBJECT = Thing(
    height=0.4,
    draw=draw,
    words=("fork", "table fork", "dinner fork"),
    colours=("#c3c9d0",),
    reach=(-0.3, -1.06, 0.3, 0.06),
    homes=("kitchen",),
)
