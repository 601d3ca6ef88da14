"""An open cardboard box."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.15, shade=0.1):
        pen.poly([(-0.80, -0.88), (-1.06, -0.66), (-1.02, -0.62), (-0.74, -0.82)], dim(hue, 0.72))
        pen.poly([(0.80, -0.88), (1.06, -0.66), (1.02, -0.62), (0.74, -0.82)], dim(hue, 0.72))
    with pen.part(puff=0.12, shade=0.3):
        pen.box(-0.80, -0.88, 0.80, 0.0, hue)
        pen.box(-0.09, -0.88, 0.09, -0.50, dim(tint(hue, 0.25), 0.95))
        pen.line([(-0.80, -0.87), (0.80, -0.87)], 0.03, tint(hue, 0.35))
        for k in range(9):
            pen.line([(-0.78 + 0.195 * k, -0.84), (-0.78 + 0.195 * k, -0.02)], 0.006, dim(hue, 0.86), 0.6)
        pen.line([(0.50, -0.34), (0.50, -0.16)], 0.03, dim(hue, 0.6))
        pen.poly([(0.44, -0.30), (0.50, -0.38), (0.56, -0.30)], dim(hue, 0.6))
        pen.line([(0.64, -0.34), (0.64, -0.16)], 0.03, dim(hue, 0.6))
        pen.poly([(0.58, -0.30), (0.64, -0.38), (0.70, -0.30)], dim(hue, 0.6))
    with pen.part(puff=0.12, shade=0.3):
        pen.poly([(-0.80, -0.88), (0.80, -0.88), (0.90, -0.62), (-0.90, -0.62)], tint(hue, 0.10))


SUBJECT = Thing(
    height=0.5,
    draw=draw,
    words=("cardboard box", "box", "carton", "open box", "carton box", "paper box"),
    colours=("#c2915a",),
    reach=(-1.15, -1.2, 1.15, 0.06),
    homes=("room",),
    perch=0.22,
)
