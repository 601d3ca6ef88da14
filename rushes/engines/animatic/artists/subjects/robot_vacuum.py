"""A robot vacuum cleaner: a flat disc that hums over the floor."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.6):
        for x in (-0.9, 0.9):
            turn = math.tau * 3 * moment.phase
            for k in range(3):
                reach = 0.34 * math.cos(turn + k * math.tau / 3)
                pen.line([(x, -0.10), (x + reach, -0.03)], 0.05, rgb("#3a3d44"))
        pen.box(-1.05, -0.12, -0.65, 0.0, rgb("#17181c"), round=0.05)
        pen.box(0.65, -0.12, 1.05, 0.0, rgb("#17181c"), round=0.05)
    with pen.part(puff=0.5):
        pen.blob([(-1.55, -0.20), (-1.4, -0.66), (0.0, -0.80), (1.4, -0.66), (1.55, -0.20), (0.0, -0.08)], dim(hue, 0.85), tight=0.5)  # fmt: skip
    with pen.part(puff=0.4, shade=0.2):
        pen.oval(0.0, -0.70, 1.40, 0.24, hue)
        pen.oval(0.0, -0.72, 0.52, 0.10, dim(hue, 0.75))
        pen.box(-0.30, -1.0, 0.30, -0.76, dim(hue, 0.8), round=0.10)
    with pen.part(lit=False):
        pulse = 0.5 + 0.5 * math.sin(math.tau * moment.phase)
        pen.oval(0.9, -0.64, 0.12, 0.045, tint(rgb("#4fd0ff"), 0.4), 0.5 + 0.5 * pulse)
        pen.line([(-1.25, -0.36), (0.0, -0.24), (1.25, -0.36)], 0.035, WHITE, 0.35)


SUBJECT = Thing(
    height=0.3, draw=draw, words=("robot vacuum", "robot vacuum cleaner", "vacuum robot", "vacuum cleaner robot", "robotic vacuum", "roomba", "cleaning robot"),
    colours=("#3a3f48", "#e6e6e2"), reach=(-1.7, -1.15, 1.7, 0.1), poses=24, rate=24.0, speed=0.22, actions=frozenset({"stand", "drive", "walk"}), homes=("room",),
)  # fmt: skip
