"""A grandfather clock, its pendulum swinging."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    gold = rgb("#d8b04c")
    swing = 9 * math.sin(math.tau * moment.phase)
    with pen.part(puff=0.4):
        pen.box(-0.17, -0.10, 0.17, 0.0, dim(hue, 0.9), round=0.01)
        pen.box(-0.12, -0.70, 0.12, -0.08, hue, round=0.01)
        pen.box(-0.16, -0.94, 0.16, -0.68, hue, round=0.01)
        pen.blob([(-0.17, -0.93), (-0.12, -0.97), (0.0, -1.01), (0.12, -0.97), (0.17, -0.93)], dim(hue, 0.9), tight=0.7)
    with pen.part(puff=0.2, shade=0.2):
        pen.box(-0.085, -0.64, 0.085, -0.16, rgb("#2a1a12"), round=0.02)
    with pen.part(puff=0.9, shade=0.1), pen.turned(0.0, -0.66, swing):
        pen.line([(0.0, 0.0), (0.0, 0.36)], 0.008, gold)
        pen.dot(0.0, 0.37, 0.048, gold)
    with pen.part(puff=0.3, shade=0.2):
        pen.dot(0.0, -0.815, 0.115, gold)
        pen.dot(0.0, -0.815, 0.102, rgb("#f6efdc"))
        for k in range(12):
            turn = k * math.pi / 6
            pen.dot(0.085 * math.cos(turn), -0.815 + 0.085 * math.sin(turn), 0.006 if k % 3 else 0.010, rgb("#3a2a20"))
        pen.line([(0.0, -0.815), (0.045, -0.855)], 0.010, rgb("#26201c"))
        pen.line([(0.0, -0.815), (-0.02, -0.89)], 0.008, rgb("#26201c"))
        pen.dot(0.0, -0.815, 0.010, gold)


SUBJECT = Thing(
    height=2.1,
    draw=draw,
    words=("grandfather clock", "longcase clock", "pendulum clock", "tall clock"),
    colours=("#7a4626", "#5c3820"),
    reach=(-0.3, -1.06, 0.3, 0.05),
    homes=("room",),
    poses=24,
    rate=12.0,
)
