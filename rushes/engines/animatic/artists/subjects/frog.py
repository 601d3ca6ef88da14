"""A frog that sits and breathes with its throat."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing

INK, GOLD, PALE = rgb("#18201a"), rgb("#f0c84a"), rgb("#f1efc4")


def leg(pen: Pen, hue: Rgb) -> None:
    """The folded hind leg and its long foot."""
    pen.blob([(-0.62, -0.10), (-0.60, -0.42), (-0.36, -0.52), (-0.14, -0.34), (-0.22, -0.08)], hue)
    pen.tube([(-0.5, -0.06), (-0.2, -0.03), (0.06, -0.025)], [0.10, 0.07, 0.03], hue)


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    breath = 0.02 * math.sin(math.tau * moment.phase)
    belly = mix(PALE, hue, 0.15)
    with pen.part(puff=0.9):
        leg(pen, dim(hue, 0.7))
        pen.tube([(0.28, -0.34), (0.36, -0.14), (0.46, -0.03)], [0.12, 0.08, 0.05], dim(hue, 0.75))
    with pen.part(puff=0.85):
        pen.blob(
            [
                (-0.56, -0.12),
                (-0.46, -0.46),
                (-0.12, -0.74),
                (0.24, -0.78),
                (0.40, -0.52),
                (0.26, -0.14),
                (-0.2, -0.05),
            ],
            hue,
        )
        pen.blob([(0.06, -0.14), (0.30, -0.18), (0.41, -0.46 - breath), (0.30, -0.50), (0.12, -0.30)], belly)
    with pen.part(puff=0.85):
        pen.blob(
            [(-0.06, -0.62), (0.08, -0.86), (0.34, -0.90), (0.58, -0.74), (0.60, -0.60), (0.40, -0.50), (0.10, -0.50)],
            hue,
        )
        pen.blob([(0.18, -0.53), (0.42, -0.49 + breath), (0.59, -0.61), (0.40, -0.60)], belly)
        pen.line([(0.14, -0.60), (0.36, -0.60), (0.61, -0.655)], 0.018, dim(hue, 0.5))
        pen.dot(0.56, -0.72, 0.012, dim(hue, 0.4))
    with pen.part(puff=0.9):
        pen.dot(0.36, -0.90, 0.10, dim(hue, 0.85))
        pen.dot(0.16, -0.92, 0.12, hue)
        pen.dot(0.18, -0.93, 0.085, GOLD)
        pen.oval(0.20, -0.93, 0.055, 0.038, INK)
        pen.dot(0.185, -0.96, 0.02, rgb("#ffffff"))
    with pen.part(puff=0.9):
        leg(pen, hue)
        pen.tube([(0.10, -0.34), (0.16, -0.15), (0.26, -0.03)], [0.13, 0.09, 0.05], hue)
        for toe in (-0.05, 0.02, 0.09):
            pen.tube([(0.22, -0.035), (0.30 + toe, -0.012)], [0.04, 0.025], tint(hue, 0.1))


SUBJECT = Thing(
    height=0.4, draw=draw, words=("frog", "toad", "tree frog", "bullfrog"), colours=("#5fa045", "#7fb04a", "#4f9468"),
    reach=(-0.75, -1.12, 0.75, 0.08), poses=24, rate=12.0, actions=frozenset({"stand", "sit", "jump", "look", "eat", "talk"}),
)  # fmt: skip
