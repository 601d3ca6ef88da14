"""A starship: what flies between worlds nose first, on blue fire."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen

_GLASS, _FIRE = rgb("#2f6f94"), rgb("#6fc8ff")


def draw_starship(pen: Pen, hue: Rgb, moment: Moment, aloft: bool) -> None:
    shell, dark = rgb("#dfe5ec"), rgb("#4a5262")
    turn = 2 * math.pi * moment.phase
    with pen.part(puff=0.5, shade=0.0, gain=0.85):
        pen.blob([(-0.2, -0.75), (-1.9, -1.75), (-2.5, -1.72), (-1.8, -0.70)], dim(hue, 0.7), tight=0.4)
    if aloft:
        with pen.part(lit=False):
            for y, size in ((-0.74, 1.0), (-0.26, 1.0), (-0.5, 0.7)):
                long = (1.5 + 0.22 * math.sin(3 * turn + 9 * y)) * size
                pen.blob(
                    [
                        (-2.35, y - 0.20 * size),
                        (-2.35 - 0.6 * long, y - 0.11 * size),
                        (-2.35 - long, y),
                        (-2.35 - 0.6 * long, y + 0.11 * size),
                        (-2.35, y + 0.20 * size),
                    ],
                    _FIRE,
                    0.55,
                )
                pen.blob([(-2.35, y - 0.12 * size), (-2.35 - 0.6 * long, y), (-2.35, y + 0.12 * size)], WHITE, 0.85)
    with pen.part(puff=0.8, shade=0.2):
        for y in (-0.74, -0.26):
            pen.box(-2.45, y - 0.22, -1.5, y + 0.22, dark, round=0.10)
            pen.box(-2.52, y - 0.24, -2.30, y + 0.24, dim(dark, 0.6), round=0.06)
    with pen.part(puff=0.8, shade=0.25):
        pen.blob(
            [(-2.2, -0.62), (-1.7, -0.90), (-0.3, -0.96), (1.1, -0.86), (2.2, -0.60), (2.75, -0.40), (2.1, -0.24), (0.9, -0.08), (-1.2, -0.06), (-2.1, -0.24)],
            pen.ramp((0, -0.95), (0, -0.05), [WHITE, shell, dim(shell, 0.62)]), tight=0.7,
        )  # fmt: skip
        pen.blob([(2.02, -0.62), (2.75, -0.40), (2.02, -0.22), (1.86, -0.42)], hue, tight=0.5)
        pen.line([(-1.9, -0.46), (0.0, -0.42), (1.9, -0.40)], 0.05, hue)
        pen.line([(-0.9, -0.92), (-0.95, -0.10)], 0.018, dim(shell, 0.6))
        pen.line([(0.3, -0.92), (0.3, -0.12)], 0.018, dim(shell, 0.6))
        pen.blob(
            [(0.55, -0.86), (0.85, -1.14), (1.35, -1.08), (1.72, -0.74), (1.1, -0.72)],
            pen.ramp((0, -1.1), (0, -0.7), [tint(_GLASS, 0.5), _GLASS]),
            tight=0.6,
        )
        pen.oval(1.02, -0.98, 0.16, 0.05, WHITE, 0.7, degrees=-14)
    with pen.part(puff=0.5, shade=0.35):
        pen.blob(
            [(0.5, -0.34), (-1.2, 0.62), (-2.1, 0.72), (-1.65, -0.22)],
            pen.ramp((0, -0.3), (0, 0.7), [tint(hue, 0.12), dim(hue, 0.8)]),
            tight=0.35,
        )
        pen.line([(-1.15, 0.60), (-2.05, 0.70)], 0.08, dark)
        pen.box(-2.0, 0.62, -0.75, 0.80, dark, round=0.07)
    with pen.part(lit=False):
        for k in range(5):
            pen.dot(-0.75 + 0.30 * k, -0.64, 0.055, rgb("#ffe6a0"))
        pen.dot(-2.0, 0.71, 0.07, rgb("#ff5040") if math.sin(turn) > 0 else rgb("#7a2018"))
