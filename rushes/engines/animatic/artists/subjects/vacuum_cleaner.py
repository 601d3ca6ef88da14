"""A vacuum cleaner: a body on wheels, a hose and a long pipe with its head on the floor."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    push = 0.03 * math.sin(math.tau * moment.phase)
    with pen.part(puff=0.7):
        pen.tube(
            [(-0.34, -0.30), (-0.24, -0.72), (0.10, -0.92), (0.24, -0.86)], [0.07, 0.06, 0.06, 0.06], rgb("#4a4e57")
        )
    with pen.part(puff=0.8):
        pen.blob([(-0.72, -0.10), (-0.70, -0.34), (-0.46, -0.44), (-0.20, -0.32), (-0.14, -0.10), (-0.42, -0.05)], hue)
        pen.dot(-0.60, -0.09, 0.09, rgb("#26282e"))
        pen.dot(-0.26, -0.08, 0.07, rgb("#26282e"))
    with pen.part(puff=0.5, shade=0.2):
        pen.blob([(-0.64, -0.30), (-0.46, -0.38), (-0.30, -0.30), (-0.46, -0.25)], tint(hue, 0.35))
        pen.dot(-0.46, -0.33, 0.03, WHITE)
    with pen.part(puff=0.7):
        pen.line([(0.24, -0.88), (0.52 + push, -0.10)], 0.045, rgb("#c4cad2"))
        pen.blob([(0.42 + push, -0.02), (0.76 + push, -0.02), (0.72 + push, -0.10), (0.52 + push, -0.13)], dim(hue, 0.7), tight=0.5)  # fmt: skip


SUBJECT = Thing(
    height=1.0, draw=draw, words=("vacuum cleaner", "hoover", "vacuum", "canister vacuum"), colours=("#c8433a", "#3f7fb8"),
    reach=(-0.85, -1.1, 0.92, 0.08), poses=48, rate=24.0, homes=("room",),
)  # fmt: skip
