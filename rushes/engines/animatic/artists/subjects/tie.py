"""A tie."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, tint
from rushes.engines.animatic.rigs.pen import Pen, closed
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.5):
        pen.poly([(-0.07, -0.84), (0.07, -0.84), (0.155, -0.18), (0.0, 0.0), (-0.155, -0.18)], hue)
        blade = closed([(-0.07, -0.84), (0.07, -0.84), (0.155, -0.18), (0.0, 0.0), (-0.155, -0.18)], 0.0)
        with pen.within(blade):
            for k in range(7):
                y = -0.90 + 0.16 * k
                pen.poly([(-0.2, y), (0.2, y + 0.16), (0.2, y + 0.20), (-0.2, y + 0.04)], tint(hue, 0.55))
    with pen.part(puff=0.7, shade=0.3):
        pen.poly([(-0.115, -1.0), (0.115, -1.0), (0.07, -0.82), (-0.07, -0.82)], dim(hue, 0.92))


SUBJECT = Thing(
    height=0.6,
    draw=draw,
    words=("necktie",),
    colours=("#2f4f9c", "#a8343c", "#3c6a4a"),
    reach=(-0.4, -1.08, 0.4, 0.06),
    homes=("room",),
)
