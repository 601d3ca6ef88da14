"""A window in a wall, with a sill to sit or stand on."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    sky, far = rgb("#a8d0ee"), rgb("#7fa884")
    with pen.turned(0.0, -0.38, 0.0, 0.64):
        with pen.part(puff=0.12):
            pen.box(-0.62, -1.0, 0.62, -0.30, hue, round=0.01)
        with pen.part(puff=0.05, shade=0.0):
            pen.box(-0.55, -0.94, 0.55, -0.33, pen.ramp((0, -0.94), (0, -0.33), [sky, tint(sky, 0.5)]))
            pen.blob(
                [
                    (-0.55, -0.44),
                    (-0.25, -0.52),
                    (0.1, -0.45),
                    (0.4, -0.50),
                    (0.55, -0.46),
                    (0.55, -0.33),
                    (-0.55, -0.33),
                ],
                far,
                tight=0.7,
            )
            for x, y, size in (
                (-0.3, -0.76, 0.06),
                (-0.22, -0.78, 0.08),
                (-0.13, -0.75, 0.06),
                (0.26, -0.66, 0.05),
                (0.33, -0.68, 0.06),
            ):
                pen.dot(x, y, size, WHITE, 0.9)
            pen.poly([(-0.45, -0.94), (-0.20, -0.94), (-0.42, -0.33), (-0.55, -0.33)], WHITE, 0.16)
        with pen.part(puff=0.6, shade=0.2):
            pen.box(-0.025, -0.96, 0.025, -0.31, hue)
            pen.box(-0.58, -0.655, 0.58, -0.615, hue)
        with pen.part(puff=0.5, shade=0.4):
            pen.box(-0.76, -0.31, 0.76, -0.23, tint(hue, 0.1), round=0.015)
            pen.box(-0.70, -0.235, 0.70, -0.19, dim(hue, 0.86))


SUBJECT = Thing(
    height=2.2,
    draw=draw,
    words=("bay window",),
    colours=("#f2efe8", "#b5824e"),
    reach=(-0.7, -1.05, 0.7, 0.06),
    homes=("room",),
    perch=0.562,
)
