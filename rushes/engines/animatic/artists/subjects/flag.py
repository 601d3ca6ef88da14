"""A flag on a pole, waving: harder in a wind."""

import math
from collections.abc import Callable

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.surroundings import wind_of
from rushes.engines.animatic.rigs.thing import Thing

STEPS = 20


def flown(subject: Subject, seed: int) -> Callable[[Pen, Rgb, Moment], None]:
    """What draws a subject's flag in its wind: towards where it faces, which the director turns away from the wind."""
    wind = wind_of(subject.traits)
    strength = 0.45 + 0.55 * min(1.0, abs(wind) * 1.4)
    pirate = "pirate" in subject.noun or "jolly" in subject.noun
    white = "white" in subject.noun or subject.colour == "#f4f1ea"

    def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
        cloth = rgb("#26252b") if pirate else rgb("#f2efe8") if white else hue
        _pole(pen)
        turn = 2 * math.pi * moment.phase
        beats = 3 if abs(wind) > 0.3 else 2
        # Along the cloth: how far out, and how high its upper edge is; it sinks where there is little wind.
        top = []
        for step in range(STEPS + 1):
            share = step / STEPS
            wave = math.sin(7.2 * share - beats * turn) * 0.050 * strength * share**0.7
            top.append(
                (
                    0.018 + 0.60 * share * (0.72 + 0.28 * strength),
                    -0.97 + wave + 0.30 * (1 - strength) * share**1.5,
                )
            )
        low = [
            (x, y + 0.36 - 0.012 * math.sin(7.2 * step / STEPS - beats * turn + 1.2)) for step, (x, y) in enumerate(top)
        ]
        bands: tuple[Rgb, ...] = (cloth,)
        if not (pirate or white or subject.colour is not None):
            bands = (cloth, WHITE, rgb("#2f4f9a") if seed % 2 else dim(cloth, 0.6))
        stops = [step / STEPS for step in range(STEPS + 1)]
        # Each fold turns a little to the light and away again.
        light = [math.cos(7.2 * share - beats * turn) for share in stops]
        with pen.part(puff=0.35, shade=0.25):
            for number, band in enumerate(bands):
                begin, end = number / len(bands), (number + 1) / len(bands)
                upper = [(x, y + (v - y) * begin) for (x, y), (_, v) in zip(top, low, strict=True)]
                lower = [(x, y + (v - y) * end) for (x, y), (_, v) in zip(top, low, strict=True)]
                tones = [tint(band, 0.16 * lit) if lit > 0 else dim(band, 1 + 0.24 * lit) for lit in light]
                pen.poly([*upper, *reversed(lower)], pen.ramp((top[0][0], 0.0), (top[-1][0], 0.0), tones, stops))
            if pirate:
                x, y = top[STEPS // 2][0], top[STEPS // 2][1] + 0.16
                pen.line([(x - 0.10, y + 0.12), (x + 0.10, y + 0.02)], 0.026, WHITE)
                pen.line([(x - 0.10, y + 0.02), (x + 0.10, y + 0.12)], 0.026, WHITE)
                pen.oval(x, y, 0.075, 0.07, WHITE)
                pen.box(x - 0.04, y + 0.04, x + 0.04, y + 0.09, WHITE, round=0.01)
                for side in (-1, 1):
                    pen.dot(x + 0.03 * side, y + 0.005, 0.019, rgb("#26252b"))

    return draw


def _pole(pen: Pen) -> None:
    with pen.part(puff=0.9, shade=0.2):
        pen.tube([(0.0, 0.0), (0.0, -0.5), (0.0, -1.0)], [0.034, 0.030, 0.026], rgb("#c9cbd0"))
        pen.dot(0.0, -1.015, 0.028, rgb("#e0b040"))
        pen.box(-0.07, -0.025, 0.07, 0.0, rgb("#8a8d94"), round=0.01)


SUBJECT = Thing(
    height=4.2,
    draw=flown(Subject("flag", "flag"), 0),
    words=("flag", "flagpole", "flag pole", "pirate flag", "white flag", "banner"),
    colours=("#c8302c", "#2f5aa8", "#3f8a4a"),
    reach=(-0.78, -1.18, 0.78, 0.05),
    poses=48,
    rate=24.0,
    homes=("meadow", "castle", "beach"),
    of=flown,
)
