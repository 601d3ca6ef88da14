"""A remote control, leaning a little."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.turned(0.0, 0.0, 12):
        with pen.part(puff=0.5):
            pen.box(-0.20, -1.0, 0.20, 0.0, hue, round=0.10)
        with pen.part(puff=0.7, shade=0.1):
            pen.dot(-0.09, -0.90, 0.04, rgb("#d8403c"))
            pen.dot(0.0, -0.64, 0.125, tint(hue, 0.18))
            pen.dot(0.0, -0.64, 0.06, tint(hue, 0.40))
            for row in range(4):
                for column in range(3):
                    pen.oval(-0.11 + 0.11 * column, -0.42 + 0.10 * row, 0.036, 0.028, tint(hue, 0.55))
            for k, colour in enumerate(("#d8403c", "#4aa04f", "#e8c03c", "#3f74c8")):
                pen.oval(-0.12 + 0.08 * k, -0.80, 0.026, 0.018, rgb(colour))


SUBJECT = Thing(
    height=0.32,
    draw=draw,
    words=("remote control", "tv remote"),
    colours=("#2b2d33", "#d8dade"),
    reach=(-0.5, -1.1, 0.5, 0.06),
    homes=("room",),
)
