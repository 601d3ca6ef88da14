"""Musical instruments that stand by themselves."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.music import draw_guitar
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing

_WOOD, _INK, _GOLD = rgb("#8a5632"), rgb("#26222a"), rgb("#f0c040")
_PLAY = frozenset({"stand", "play"})


def _piano(pen: Pen, hue: Rgb, moment: Moment) -> None:
    # The keys are on the side that it faces: towards who plays.
    with pen.turned(0.0, 0.0, wide=-1.0):
        _grand(pen, hue, moment)


def _grand(pen: Pen, hue: Rgb, moment: Moment) -> None:
    lacquer = hue
    with pen.part(puff=0.3, shade=0.0):
        for x in (-0.92, 0.30, 0.86):
            pen.tube([(x, -0.52), (x, 0.0)], [0.09, 0.05], dim(lacquer, 0.8))
        pen.line([(-0.52, -0.5), (-0.5, -0.06)], 0.035, rgb("#c89a3c"))
        pen.blob(
            [(-0.75, -0.78), (-0.55, -1.30), (0.2, -1.52), (0.85, -1.40), (1.02, -0.80)], dim(lacquer, 0.85), tight=0.5
        )
        pen.line([(0.05, -0.78), (0.30, -1.36)], 0.035, dim(lacquer, 0.6))
        pen.poly([(-0.6, -0.80), (0.95, -0.80), (0.75, -0.98), (-0.4, -0.98)], rgb("#b5823c"))
    with pen.part(puff=0.4, shade=0.3):
        pen.box(
            -1.02,
            -0.80,
            1.06,
            -0.52,
            pen.ramp((0, -0.8), (0, -0.5), [tint(lacquer, 0.16), lacquer, dim(lacquer, 0.8)]),
            round=0.06,
        )
    with pen.part(puff=0.2, shade=0.3):
        pen.box(-1.12, -0.66, -0.42, -0.58, rgb("#f6f3ea"), round=0.01)
        pen.box(-1.14, -0.58, -0.40, -0.52, lacquer, round=0.02)
        played = int(moment.phase * 10)
        for k in range(10):
            if k % 7 not in (2, 6):
                pen.box(-1.085 + 0.067 * k, -0.672 + (0.018 if k == played else 0), -1.05 + 0.067 * k, -0.63, _INK)
    with pen.part(lit=False):
        for k in range(3):
            rise = (moment.phase + k / 3) % 1
            x, y = -0.62 + 0.12 * k + 0.07 * math.sin(rise * 7 + k), -0.85 - 0.75 * rise
            pen.oval(x, y, 0.045, 0.034, _GOLD, 0.9 * math.sin(math.pi * rise), degrees=-20)
            pen.line(
                [(x + 0.04, y), (x + 0.04, y - 0.15), (x + 0.09, y - 0.11)],
                0.016,
                _GOLD,
                0.9 * math.sin(math.pi * rise),
            )


def _guitar(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.5, shade=0.0), pen.turned(-0.10, -0.26, -52):
        draw_guitar(pen, 0.0, 0.0, 0.86, -24.0)


def _drum(pen: Pen, hue: Rgb, moment: Moment) -> None:
    beat = abs(math.sin(4 * math.pi * moment.phase))
    with pen.part(puff=0.7, shade=0.0):
        pen.blob(
            [(-0.52, -0.62), (-0.50, -0.08), (0.0, 0.02), (0.50, -0.08), (0.52, -0.62)],
            pen.ramp((-0.5, 0), (0.5, 0), [tint(hue, 0.12), hue, dim(hue, 0.75)]),
            tight=0.3,
        )
        for k in range(4):
            x = -0.44 + 0.23 * k
            pen.line([(x, -0.58), (x + 0.11, -0.06), (x + 0.20, -0.58)], 0.02, _GOLD)
        pen.tube([(-0.52, -0.09), (0.0, 0.0), (0.52, -0.09)], [0.06, 0.06, 0.06], _GOLD)
    with pen.part(puff=0.6, shade=0.3):
        pen.oval(0, -0.62, 0.54, 0.13, _GOLD)
        pen.oval(0, -0.635, 0.48, 0.105, rgb("#f8f2e4"))
    for side in (-1, 1):
        lift = beat if side > 0 else 1 - beat
        with pen.part(puff=0.9, shade=0.2), pen.turned(side * 0.12, -0.64, side * (34 - 22 * lift)):
            pen.line([(0, -0.02), (0, -0.52)], 0.035, _WOOD)
            pen.dot(0, -0.02, 0.04, tint(_WOOD, 0.3))


THINGS: dict[str, Thing] = {
    "piano": Thing(1.0, _piano, ("piano", "grand piano", "organ", "harpsichord"), ("#22222a",), reach=(-1.2, -1.9, 1.35, 0.1), poses=30, actions=_PLAY),
    "guitar": Thing(1.1, _guitar, ("guitar", "violin", "cello", "banjo", "ukulele", "bass guitar"), reach=(-0.6, -1.15, 0.75, 0.1), actions=_PLAY),
    "drum": Thing(0.8, _drum, ("drum", "drums", "drum kit", "bongo"), ("#c8343c", "#2f6fa8"), reach=(-0.8, -1.4, 0.8, 0.1), poses=24, rate=24, actions=_PLAY),
}  # fmt: skip
