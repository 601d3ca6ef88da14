"""A lily pad on the water, with its flower."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.3):
        pen.oval(0.0, -0.36, 2.6, 0.36, dim(hue, 0.7))
        pen.oval(0.0, -0.46, 2.6, 0.36, hue)
    with pen.part(lit=False):
        for x in (-2.0, -1.1, 0.0, 1.1, 2.0):
            pen.line([(0.1, -0.5), (x, -0.46 + 0.12 * (abs(x) < 1.5))], 0.035, tint(hue, 0.3), 0.7)
    with pen.part(puff=0.8):
        for lean in (-40, -20, 20, 40, 0):
            with pen.turned(2.0, -0.5, lean):
                pen.oval(0.0, -0.34, 0.17, 0.36, rgb("#f2a9c4") if lean else rgb("#f8cbdc"))


SUBJECT = Thing(
    height=0.2, draw=draw, words=("lily pad", "lilypad"), colours=("#4f9a4c", "#5fae55"), reach=(-2.8, -1.5, 2.8, 0.2),
)  # fmt: skip
