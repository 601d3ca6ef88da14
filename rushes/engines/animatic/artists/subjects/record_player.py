"""A record player: the record turns under its arm."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.3):
        for x in (-0.95, 0.95):
            pen.box(x - 0.12, -0.08, x + 0.12, 0.0, rgb("#1c1a1e"), round=0.02)
        pen.box(-1.25, -0.42, 1.25, -0.06, dim(hue, 0.85), round=0.05)
        pen.blob([(-1.25, -0.40), (-0.95, -0.78), (0.95, -0.78), (1.25, -0.40)], hue, tight=0.1)
    with pen.part(puff=0.2, shade=0.25):
        pen.oval(-0.18, -0.60, 0.72, 0.155, rgb("#15141a"))
    with pen.part(lit=False):
        for k in range(4):
            pen.oval(-0.18, -0.60, 0.66 - 0.11 * k, 0.142 - 0.024 * k, rgb("#2c2a33"), 0.5)
            pen.oval(-0.18, -0.60, 0.645 - 0.11 * k, 0.138 - 0.024 * k, rgb("#15141a"))
        for k in range(2):
            turn = math.tau * (moment.phase + k / 2)
            ends = [(-0.18 + far * math.cos(turn), -0.60 + 0.21 * far * math.sin(turn)) for far in (0.26, 0.66)]
            pen.line(ends, 0.03, WHITE, 0.25)
        pen.oval(-0.18, -0.60, 0.21, 0.045, rgb("#d8503c"))
        turn = math.tau * moment.phase
        pen.dot(-0.18 + 0.13 * math.cos(turn), -0.60 + 0.028 * math.sin(turn), 0.022, rgb("#f4e8c8"))
        pen.dot(-0.18, -0.60, 0.022, WHITE)
    with pen.part(puff=0.7, shade=0.3):
        pen.oval(0.85, -0.66, 0.13, 0.05, rgb("#8a929c"))
        pen.line([(0.85, -0.70), (0.80, -0.60), (0.34, -0.52)], 0.045, rgb("#d0d6dc"))
        pen.box(0.24, -0.55, 0.38, -0.49, rgb("#26282e"), round=0.02)
        pen.dot(0.92, -0.24, 0.06, rgb("#d8dde2"))


SUBJECT = Thing(
    height=0.34, draw=draw, words=("record player", "turntable", "vinyl player", "vinyl record", "phonograph", "vinyl"), colours=("#8a5a36", "#3a3238"),
    reach=(-1.4, -0.95, 1.4, 0.08), poses=40, rate=24.0, actions=frozenset({"stand", "spin", "play"}), homes=("room",),
)  # fmt: skip
