"""A bar chart that grows and moves."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    pen.canvas.scale(-1.0 if pen.mirrored else 1.0, 1.0)
    with pen.part(lit=False):
        for k in range(5):
            pen.line([(-0.78, -0.06 - 0.2 * k), (0.82, -0.06 - 0.2 * k)], 0.006, WHITE, 0.25)
    with pen.part(puff=0.35):
        for k in range(6):
            wave = 0.5 + 0.5 * math.sin(math.tau * (moment.phase - k * 0.09))
            tall = 0.20 + 0.11 * k + 0.14 * wave
            x = -0.66 + 0.255 * k
            colour = tint(hue, 0.10 * k) if k % 2 else dim(hue, 0.85)
            pen.box(x, -0.06 - min(0.9, tall), x + 0.17, -0.05, colour, round=0.02)
    with pen.part(puff=0.6, shade=0.2):
        pen.line([(-0.78, -1.0), (-0.78, -0.04), (-0.78, -0.04)], 0.022, rgb("#e8ecf2"))
        pen.line([(-0.78, -0.04), (0.84, -0.04)], 0.022, rgb("#e8ecf2"))


SUBJECT = Thing(
    height=1.5, draw=draw, words=("bar chart", "chart", "bar graph", "graph", "diagram", "histogram"), colours=("#4f9af0", "#58c8a0"),
    reach=(-0.95, -1.1, 1.0, 0.06), poses=72, rate=24.0, actions=frozenset({"stand", "grow"}), homes=("backdrop",),
)  # fmt: skip
