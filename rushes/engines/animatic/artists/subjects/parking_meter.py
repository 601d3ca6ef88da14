"""A parking meter on its post."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.8):
        pen.tube([(0.0, -0.62), (0.0, 0.0)], [0.05, 0.06], rgb("#8a8f96"))
        pen.oval(0.0, -0.01, 0.10, 0.025, rgb("#70757c"))
    with pen.part(puff=0.6, shade=0.2):
        pen.box(-0.115, -0.80, 0.115, -0.58, hue, round=0.04)
        pen.blob([(-0.13, -0.76), (-0.14, -0.90), (0.0, -1.0), (0.14, -0.90), (0.13, -0.76)], hue, tight=0.8)
    with pen.part(puff=0.3, shade=0.1):
        pen.blob(
            [(-0.10, -0.80), (-0.105, -0.89), (0.0, -0.96), (0.105, -0.89), (0.10, -0.80)], rgb("#e8eef0"), tight=0.8
        )
        pen.line([(0.0, -0.81), (0.045, -0.90)], 0.014, rgb("#c83c3c"))
        for k in range(5):
            turn = math.pi * (1.15 + 0.175 * k)
            pen.line(
                [
                    (0.075 * math.cos(turn), -0.815 + 0.10 * math.sin(turn)),
                    (0.09 * math.cos(turn), -0.815 + 0.12 * math.sin(turn)),
                ],
                0.010,
                rgb("#34363a"),
            )
        pen.box(-0.07, -0.73, 0.07, -0.69, tint(hue, 0.5), round=0.01)
        pen.line([(0.0, -0.725), (0.0, -0.695)], 0.014, rgb("#26282c"))
        pen.dot(0.0, -0.635, 0.022, rgb("#c8ccd2"))


SUBJECT = Thing(
    height=1.35,
    draw=draw,
    words=("parking meter",),
    colours=("#5a6672", "#3f6a8a"),
    reach=(-0.3, -1.06, 0.3, 0.05),
    homes=("street",),
)
