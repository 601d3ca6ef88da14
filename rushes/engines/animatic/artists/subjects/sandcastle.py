"""A sandcastle with towers and a flag, a bucket beside it."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.7):
        pen.blob([(-0.92, 0.0), (-0.70, -0.16), (0.0, -0.24), (0.70, -0.16), (0.92, 0.0)], dim(hue, 0.92), tight=0.7)
    for x, foot, top, half in ((-0.46, -0.10, -0.52, 0.15), (0.46, -0.10, -0.52, 0.15), (0.0, -0.16, -0.82, 0.20)):
        with pen.part(puff=0.6):
            pen.poly(
                [(x - half * 1.12, foot), (x + half * 1.12, foot), (x + half * 0.94, top), (x - half * 0.94, top)], hue
            )
            for k in (-1, 0, 1):
                pen.box(
                    x + 0.62 * half * k - 0.04,
                    top - 0.07,
                    x + 0.62 * half * k + 0.04,
                    top + 0.02,
                    tint(hue, 0.1),
                    round=0.01,
                )
    with pen.part(puff=0.5):
        pen.box(-0.46, -0.36, 0.46, -0.12, dim(hue, 0.96), round=0.02)
        for k in range(5):
            pen.box(-0.40 + 0.19 * k, -0.42, -0.30 + 0.19 * k, -0.34, tint(hue, 0.05), round=0.01)
    with pen.part(puff=0.3, shade=0.0):
        pen.blob([(-0.08, -0.13), (-0.08, -0.26), (0.0, -0.33), (0.08, -0.26), (0.08, -0.13)], dim(hue, 0.5), tight=0.7)
        for x, y in ((-0.46, -0.34), (0.46, -0.34), (0.0, -0.60)):
            pen.oval(x, y, 0.032, 0.05, dim(hue, 0.55))
    wave = 0.03 * math.sin(math.tau * moment.phase)
    with pen.part(puff=0.5):
        pen.line([(0.0, -0.86), (0.0, -1.08)], 0.018, rgb("#7a5434"))
        pen.poly([(0.005, -1.08), (0.20, -1.02 + wave), (0.005, -0.95)], rgb("#d8403c"))
    with pen.part(puff=0.8):
        pen.poly([(0.70, -0.20), (1.00, -0.20), (0.95, 0.0), (0.75, 0.0)], rgb("#3f7fd8"))
        pen.oval(0.85, -0.20, 0.15, 0.035, dim(rgb("#3f7fd8"), 0.7))


SUBJECT = Thing(
    height=0.75, draw=draw, words=("sandcastle", "sand castle"), colours=("#dcb878",), reach=(-1.02, -1.16, 1.1, 0.06),
    poses=24, rate=12.0, homes=("beach",),
)  # fmt: skip
