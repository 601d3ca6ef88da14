"""A rover: six wheels, a deck of solar cells, a camera on a mast that looks about."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing

TYRE, METAL, GLASS = rgb("#3a3a40"), rgb("#a8adb5"), rgb("#2c4f86")


def wheels(pen: Pen, lift: float, phase: float, shade: float) -> None:
    for x in (-0.52, 0.0, 0.52):
        pen.dot(x, -0.15 - lift, 0.15, dim(TYRE, shade))
        pen.dot(x, -0.15 - lift, 0.07, dim(METAL, shade))
        for spoke in range(4):
            angle = math.tau * (phase / 4 + spoke / 4)
            pen.line(
                [(x, -0.15 - lift), (x + 0.13 * math.cos(angle), -0.15 - lift + 0.13 * math.sin(angle))],
                0.02,
                dim(METAL, shade),
            )


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.8):
        wheels(pen, 0.05, moment.phase, 0.6)
    with pen.part(puff=0.7):
        pen.line([(-0.52, -0.2), (-0.26, -0.38), (0.0, -0.2)], 0.05, dim(METAL, 0.8))
        pen.line([(-0.26, -0.38), (0.3, -0.42), (0.52, -0.2)], 0.05, dim(METAL, 0.8))
        pen.box(-0.5, -0.6, 0.48, -0.38, hue, round=0.05)
    with pen.part(puff=0.2):
        pen.poly([(-0.62, -0.66), (0.52, -0.66), (0.60, -0.60), (-0.56, -0.60)], GLASS)
        for x in (-0.4, -0.18, 0.04, 0.26):
            pen.line([(x, -0.66), (x + 0.05, -0.60)], 0.012, tint(GLASS, 0.4))
    with pen.part(puff=0.8):
        pen.tube([(0.36, -0.62), (0.36, -0.88)], [0.045, 0.035], METAL)
        with pen.turned(0.36, -0.9, 10 * math.sin(math.tau * moment.phase)):
            pen.box(-0.11, -0.1, 0.13, 0.03, tint(hue, 0.2), round=0.03)
            pen.dot(0.09, -0.035, 0.04, rgb("#1c2230"))
    with pen.part(puff=0.8):
        wheels(pen, 0.0, moment.phase, 1.0)


SUBJECT = Thing(
    height=1.3, draw=draw, words=("rover", "mars rover", "moon rover", "lunar rover"), colours=("#d8d4c8", "#c9a06a"),
    reach=(-0.72, -1.12, 0.76, 0.06), poses=24, rate=24.0, speed=0.63, actions=frozenset({"stand", "drive"}),
)  # fmt: skip
