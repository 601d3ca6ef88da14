"""A snowboard that stands in the snow, with its bindings."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.turned(0.0, 0.0, 7):
        with pen.part(puff=0.4):
            pen.box(-0.115, -1.0, 0.115, 0.02, hue, round=0.115)
            pen.poly([(-0.115, -0.86), (0.115, -0.70), (0.115, -0.62), (-0.115, -0.78)], tint(hue, 0.75))
            pen.poly([(-0.115, -0.30), (0.115, -0.14), (0.115, -0.08), (-0.115, -0.24)], rgb("#f2c84c"))
        for y in (-0.66, -0.34):
            with pen.part(puff=0.7, shade=0.3):
                pen.box(-0.145, y - 0.05, 0.145, y + 0.05, rgb("#26282c"), round=0.03)
                pen.line([(-0.15, y - 0.02), (0.0, y - 0.06), (0.15, y - 0.02)], 0.028, rgb("#6a6e76"))
                pen.line([(-0.15, y + 0.03), (0.0, y - 0.005), (0.15, y + 0.03)], 0.024, rgb("#6a6e76"))


SUBJECT = Thing(
    height=1.55,
    draw=draw,
    words=("snowboard", "snow board"),
    colours=("#3f74c8", "#e0503c", "#4aa06a"),
    reach=(-0.32, -1.05, 0.34, 0.06),
    homes=("mountains",),
)
