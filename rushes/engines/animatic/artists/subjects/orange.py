"""An orange, with a leaf."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=1.0):
        pen.oval(0.0, -0.48, 0.50, 0.48, pen.ramp((0, -1), (0, 0), [tint(hue, 0.10), hue, dim(hue, 0.88)]))
        for k in range(46):
            turn, far = k * 2.399963, 0.46 * math.sqrt((k + 0.5) / 46)
            pen.dot(far * math.cos(turn), -0.48 + far * math.sin(turn), 0.011, dim(hue, 0.86), 0.55)
        pen.oval(0.02, -0.90, 0.05, 0.028, rgb("#6a7a34"))
    with pen.part(puff=0.5, shade=0.3), pen.turned(0.02, -0.92, -22):
        pen.blob([(0.0, 0.0), (0.12, -0.13), (0.34, -0.12), (0.42, -0.02), (0.22, 0.05)], rgb("#4f8a3c"))
        pen.line([(0.02, -0.01), (0.38, -0.04)], 0.012, rgb("#3c6a2c"))


SUBJECT = Thing(
    height=0.3,
    draw=draw,
    words=("orange fruit", "navel orange"),
    colours=("#f08c1e", "#ee8420"),
    reach=(-0.6, -1.2, 0.6, 0.06),
    homes=("kitchen",),
)
