"""A refrigerator."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.35):
        for x in (-0.22, 0.22):
            pen.box(x - 0.03, -0.04, x + 0.03, 0.0, rgb("#3a3c40"))
        pen.box(-0.28, -1.0, 0.28, -0.025, hue, round=0.05)
    with pen.part(puff=0.25, shade=0.2):
        pen.box(-0.265, -0.985, 0.265, -0.66, tint(hue, 0.1), round=0.04)
    with pen.part(puff=0.25, shade=0.2):
        pen.box(-0.265, -0.64, 0.265, -0.05, tint(hue, 0.06), round=0.04)
    with pen.part(puff=0.9):
        pen.box(-0.225, -0.82, -0.20, -0.69, rgb("#c8ccd2"), round=0.01)
        pen.box(-0.225, -0.60, -0.20, -0.40, rgb("#c8ccd2"), round=0.01)
    with pen.part(puff=0.3):
        pen.box(0.04, -0.52, 0.13, -0.42, rgb("#f4d65a"), round=0.008)
        pen.dot(0.085, -0.53, 0.016, dim(rgb("#d8443c"), 0.95))


SUBJECT = Thing(
    height=1.8,
    draw=draw,
    words=("refrigerator", "fridge", "icebox", "freezer"),
    colours=("#dfe6e4", "#9fc7c0", "#d8d2c4"),
    reach=(-0.36, -1.05, 0.36, 0.06),
)
