"""A bottle with a label."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.8):
        outline = [
            (-0.15, 0.0),
            (-0.16, -0.50),
            (-0.13, -0.64),
            (-0.055, -0.74),
            (-0.05, -0.96),
            (0.05, -0.96),
            (0.055, -0.74),
            (0.13, -0.64),
            (0.16, -0.50),
            (0.15, 0.0),
        ]
        pen.blob(outline, pen.ramp((-0.16, 0), (0.16, 0), [tint(hue, 0.12), hue, dim(hue, 0.7)]), tight=0.45)
        pen.box(-0.062, -1.0, 0.062, -0.90, rgb("#b8443c"), round=0.012)
    with pen.part(puff=0.6, shade=0.1):
        pen.box(-0.158, -0.46, 0.158, -0.16, rgb("#f2e8d2"), round=0.01)
        pen.box(-0.158, -0.42, 0.158, -0.39, dim(rgb("#b8443c"), 0.9))
        for k in range(3):
            pen.line([(-0.08, -0.34 + 0.05 * k), (0.08, -0.34 + 0.05 * k)], 0.014, rgb("#7a6a54"))
    with pen.part(lit=False):
        pen.line([(-0.11, -0.58), (-0.115, -0.49)], 0.02, WHITE, 0.6)
        pen.line([(-0.03, -0.86), (-0.03, -0.76)], 0.014, WHITE, 0.5)


SUBJECT = Thing(
    height=0.5,
    draw=draw,
    words=("bottle", "wine bottle", "glass bottle", "bottle of wine", "green bottle"),
    colours=("#2f6a45", "#6a4428", "#3c6a9c"),
    reach=(-0.3, -1.06, 0.3, 0.06),
    homes=("kitchen",),
)
