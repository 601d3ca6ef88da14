"""Wires between two poles, for birds."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.9):
        for x in (-1.1, 1.1):
            pen.tube([(x, 0.0), (x, -1.0)], [0.055, 0.045], hue)
            pen.box(x - 0.17, -0.93, x + 0.17, -0.90, dim(hue, 0.9))
            for side in (-0.14, 0.14):
                pen.box(x + side - 0.014, -0.965, x + side + 0.014, -0.925, rgb("#b8c4c8"), round=0.01)
    with pen.part(puff=0.4, shade=0.0):
        for shift, drop in ((-0.14, 0.055), (0.14, 0.075)):
            pen.line(
                [
                    (-1.3 + shift, -0.94),
                    (-1.1 + shift, -0.96),
                    (-0.5 + shift, -0.96 + 0.8 * drop),
                    (shift, -0.96 + drop),
                    (0.5 + shift, -0.96 + 0.8 * drop),
                    (1.1 + shift, -0.96),
                    (1.3, -0.94),
                ],
                0.009,
                rgb("#26282c"),
            )


SUBJECT = Thing(
    height=4.0,
    draw=draw,
    words=("power line", "telephone wire", "telephone line", "utility pole"),
    colours=("#6a5240",),
    reach=(-1.5, -1.08, 1.4, 0.06),
    homes=("village",),
    perch=0.89,
)
