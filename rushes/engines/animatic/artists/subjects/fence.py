"""A wooden fence with posts and rails."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.5):
        for y in (-0.86, -0.48):
            pen.box(-1.8, y - 0.065, 1.8, y + 0.065, hue, round=0.02)
            for k in range(8):
                pen.line([(-1.7 + 0.45 * k, y - 0.02), (-1.4 + 0.45 * k, y - 0.015)], 0.012, dim(hue, 0.76), 0.7)
    for x in (-1.5, -0.5, 0.5, 1.5):
        with pen.part(puff=0.6, shade=0.3):
            pen.poly(
                [(x - 0.075, 0.0), (x - 0.075, -0.94), (x, -1.02), (x + 0.075, -0.94), (x + 0.075, 0.0)],
                tint(hue, 0.06),
            )
            pen.line([(x - 0.02, -0.86), (x - 0.03, -0.12)], 0.014, dim(hue, 0.74), 0.7)


SUBJECT = Thing(
    height=1.1,
    draw=draw,
    words=("fence panel",),
    colours=("#a8825a", "#e6e2da"),
    reach=(-1.9, -1.1, 1.9, 0.06),
    perch=0.925,
)
