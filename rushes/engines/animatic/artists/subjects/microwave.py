"""A microwave oven."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.3):
        for x in (-0.7, 0.7):
            pen.box(x - 0.08, -0.06, x + 0.08, 0.0, rgb("#1e2024"))
        pen.box(-0.9, -1.0, 0.9, -0.04, hue, round=0.06)
    with pen.part(puff=0.2, shade=0.2):
        pen.box(-0.84, -0.93, 0.46, -0.11, tint(hue, 0.10), round=0.05)
        pen.box(-0.72, -0.82, 0.30, -0.22, rgb("#15171b"), round=0.06)
        pen.poly([(-0.66, -0.76), (-0.36, -0.76), (-0.56, -0.28), (-0.66, -0.28)], WHITE, 0.10)
    with pen.part(puff=0.8, shade=0.2):
        pen.box(0.37, -0.82, 0.43, -0.22, rgb("#c8ccd2"), round=0.03)
    with pen.part(lit=False):
        pen.box(0.54, -0.88, 0.84, -0.72, rgb("#0e1a14"), round=0.02)
        pen.line([(0.60, -0.84), (0.60, -0.76)], 0.022, rgb("#5fe08a"))
        pen.line([(0.68, -0.82), (0.68, -0.82)], 0.022, rgb("#5fe08a"))
        pen.line([(0.68, -0.78), (0.68, -0.78)], 0.022, rgb("#5fe08a"))
        pen.line([(0.74, -0.84), (0.79, -0.84), (0.79, -0.76)], 0.022, rgb("#5fe08a"))
    with pen.part(puff=0.5, shade=0.1):
        for row in range(4):
            for column in range(3):
                pen.box(
                    0.54 + 0.105 * column,
                    -0.66 + 0.12 * row,
                    0.62 + 0.105 * column,
                    -0.58 + 0.12 * row,
                    tint(hue, 0.35),
                    round=0.02,
                )


SUBJECT = Thing(
    height=0.45,
    draw=draw,
    words=("microwave", "microwave oven"),
    colours=("#3a3d44", "#c9cdd2"),
    reach=(-1.0, -1.1, 1.0, 0.08),
    homes=("kitchen",),
)
