"""A round bowl."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.8):
        pen.box(-0.36, -0.10, 0.36, 0.0, dim(hue, 0.8), round=0.04)
        pen.blob(
            [(-0.95, -0.88), (-0.86, -0.50), (-0.46, -0.10), (0.46, -0.10), (0.86, -0.50), (0.95, -0.88)],
            pen.ramp((0, -0.9), (0, 0), [tint(hue, 0.12), hue, dim(hue, 0.8)]),
            tight=0.75,
        )
        pen.box(-0.99, -0.98, 0.99, -0.86, tint(hue, 0.25), round=0.06)
        pen.line([(-0.80, -0.62), (0.0, -0.56), (0.80, -0.62)], 0.045, tint(hue, 0.55), 0.8)


SUBJECT = Thing(
    height=0.3,
    draw=draw,
    words=("bowl", "fruit bowl", "salad bowl", "ceramic bowl", "wooden bowl", "mixing bowl"),
    colours=("#5f9cc8", "#e8e2d6", "#b5793a"),
    reach=(-1.1, -1.1, 1.1, 0.06),
    homes=("kitchen",),
    perch=0.74,
)
