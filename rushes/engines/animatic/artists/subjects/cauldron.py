"""A cauldron over a fire, bubbling."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.6):
        for x, lean in ((-0.30, -0.05), (0.30, 0.05), (0.0, 0.0)):
            pen.line([(x, -0.22), (x + lean, -0.01)], 0.05, rgb("#1c1c20"))
        pen.blob([(-0.44, -0.66), (0.44, -0.66), (0.52, -0.42), (0.34, -0.18), (0.0, -0.12), (-0.34, -0.18), (-0.52, -0.42)], rgb("#2c2d33"))  # fmt: skip
    with pen.part(puff=0.7, shade=0.2):
        pen.oval(0.0, -0.68, 0.48, 0.10, rgb("#3a3b42"))
    with pen.part(lit=False):
        pen.oval(0.0, -0.69, 0.41, 0.075, hue)
        for k in range(8):
            rise = (moment.phase * (1 + k % 2) + k / 8) % 1.0
            x = 0.34 * math.sin(k * 2.4)
            pen.dot(x, -0.70 - 0.30 * rise, 0.05 * (1 - rise) + 0.012, tint(hue, 0.35), 0.85 * math.sin(math.pi * rise))
        for k in range(5):
            lick = 0.10 + 0.05 * math.sin(math.tau * (2 * moment.phase + k * 0.3))
            x = -0.24 + 0.12 * k
            pen.poly([(x - 0.06, -0.01), (x, -0.03 - lick), (x + 0.06, -0.01)], rgb("#f0882c"), 0.9)
            pen.poly([(x - 0.03, -0.01), (x, -0.02 - lick * 0.6), (x + 0.03, -0.01)], rgb("#ffd86a"), 0.9)


SUBJECT = Thing(
    height=0.95, draw=draw, words=("cauldron", "witch's cauldron", "bubbling cauldron"), colours=("#7ad84a", "#9a5ae0"),
    reach=(-0.62, -1.1, 0.62, 0.06), poses=48, rate=24.0, actions=frozenset({"stand", "burn"}),
)  # fmt: skip
