"""Headphones, as they hang in the air of an advert."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.8):
        pen.line([(-0.36, -0.40), (-0.40, -0.72), (-0.20, -0.97), (0.0, -1.02), (0.20, -0.97), (0.40, -0.72), (0.36, -0.40)], 0.085, dim(hue, 0.85))  # fmt: skip
        pen.line([(-0.30, -0.84), (-0.16, -0.94), (0.0, -0.97), (0.16, -0.94), (0.30, -0.84)], 0.05, tint(hue, 0.25))
    for side in (-1, 1):
        with pen.part(puff=0.9):
            pen.oval(0.30 * side, -0.27, 0.085, 0.235, rgb("#26242a"))
        with pen.part(puff=0.9, shade=0.25):
            pen.oval(0.385 * side, -0.27, 0.095, 0.250, hue)
            pen.oval(0.415 * side, -0.27, 0.050, 0.150, tint(hue, 0.2))


SUBJECT = Thing(
    height=0.5, draw=draw, words=("headphones", "wireless headphones", "headset", "earphones"), colours=("#3a3d46", "#e8e2d8", "#c8433a"),
    reach=(-0.56, -1.12, 0.56, 0.06), bobs=0.05, homes=("backdrop",),
)  # fmt: skip
