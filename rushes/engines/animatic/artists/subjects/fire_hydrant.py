"""A fire hydrant."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.8):
        pen.box(-0.27, -0.12, 0.27, 0.0, dim(hue, 0.8), round=0.03)
        pen.box(-0.19, -0.72, 0.19, -0.06, hue, round=0.05)
    for side in (-1, 1):
        with pen.part(puff=0.8):
            pen.box(
                min(side * 0.18, side * 0.31), -0.58, max(side * 0.18, side * 0.31), -0.42, dim(hue, 0.9), round=0.03
            )
            pen.box(
                min(side * 0.29, side * 0.34), -0.61, max(side * 0.29, side * 0.34), -0.39, tint(hue, 0.2), round=0.02
            )
    with pen.part(puff=0.9):
        pen.blob([(-0.22, -0.72), (-0.16, -0.9), (0.0, -0.97), (0.16, -0.9), (0.22, -0.72)], hue, tight=0.7)
        pen.box(-0.26, -0.75, 0.26, -0.68, dim(hue, 0.85), round=0.02)
        pen.box(-0.06, -1.02, 0.06, -0.93, tint(hue, 0.15), round=0.02)
    with pen.part(puff=0.9):
        pen.dot(0.0, -0.46, 0.11, tint(hue, 0.18))
        pen.dot(0.0, -0.46, 0.05, dim(hue, 0.7))


SUBJECT = Thing(
    height=0.9,
    draw=draw,
    words=("fire hydrant", "hydrant", "fireplug"),
    colours=("#c8352e", "#e0a82c"),
    reach=(-0.42, -1.08, 0.42, 0.08),
)
