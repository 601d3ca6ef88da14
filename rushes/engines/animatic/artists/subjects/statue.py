"""A statue on its pedestal: a standing figure with a raised arm."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.3):
        pen.box(-0.24, -0.06, 0.24, 0.0, dim(hue, 0.8), round=0.01)
        pen.box(-0.19, -0.34, 0.19, -0.05, dim(hue, 0.92), round=0.01)
        pen.box(-0.22, -0.38, 0.22, -0.33, hue, round=0.01)
    with pen.part(puff=0.8):
        pen.tube([(0.05, -0.68), (0.07, -0.52), (0.08, -0.38)], [0.10, 0.075, 0.06], dim(hue, 0.9))
        pen.tube([(-0.04, -0.68), (-0.06, -0.52), (-0.06, -0.38)], [0.10, 0.08, 0.06], hue)
    with pen.part(puff=0.8):
        pen.blob(
            [(-0.11, -0.86), (0.11, -0.86), (0.13, -0.7), (0.16, -0.5), (-0.02, -0.46), (-0.13, -0.5)], tint(hue, 0.05)
        )
    with pen.part(puff=0.9):
        pen.tube([(-0.09, -0.83), (-0.17, -0.74), (-0.11, -0.65)], [0.06, 0.05, 0.045], hue)
        pen.tube([(0.09, -0.84), (0.19, -0.93), (0.22, -1.06)], [0.06, 0.05, 0.04], hue)
    with pen.part(puff=0.9):
        pen.tube([(0.0, -0.86), (0.0, -0.91)], [0.06, 0.055], hue)
        pen.oval(0.0, -0.95, 0.055, 0.068, tint(hue, 0.08))
        pen.blob([(-0.06, -0.95), (-0.04, -1.02), (0.04, -1.02), (0.06, -0.95), (0.0, -0.985)], dim(hue, 0.86))


SUBJECT = Thing(
    height=3.0,
    draw=draw,
    words=("statue", "sculpture", "marble statue", "stone statue", "monument"),
    colours=("#cfd0cc", "#8fa596", "#b9a98c"),
    reach=(-0.34, -1.14, 0.34, 0.05),
)
