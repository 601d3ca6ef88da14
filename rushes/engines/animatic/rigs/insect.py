"""Small flyers: butterfly, bee, dragonfly, firefly. Larger than life, so that they read."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Drift, Figure, Glow, Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen

#: Its own heights above the ground line.
LIFT = 0.75
ACTIONS = frozenset({"fly", "hover", "float", "stand"})
_INK = rgb("#2a2226")
WORDS: dict[str, tuple[float, tuple[str, ...]]] = {
    "butterfly": (0.4, ("butterfly", "moth", "monarch")),
    "bee": (0.32, ("bee", "bumblebee", "wasp", "honeybee", "fly")),
    "dragonfly": (0.35, ("dragonfly", "damselfly", "mosquito")),
    "firefly": (0.28, ("firefly", "fireflies", "glowworm")),
}
_COLOURS = {
    "butterfly": ("#f0882c", "#3a8ae0", "#e85a9a", "#8a5ae0"),
    "bee": ("#f4bc28",),
    "dragonfly": ("#2ca8a0", "#3a7ad8"),
    "firefly": ("#5a4a3c",),
}
_FRAMES = {"butterfly": 14, "bee": 4, "dragonfly": 4, "firefly": 24}


def make(subject: Subject, seed: int) -> Figure:
    kind = subject.rig
    size = WORDS[kind][0] * subject.scale
    colours = _COLOURS[kind]
    hue = rgb(subject.colour or colours[seed % len(colours)])
    still = subject.action in ("stand", "sit", "sleep", "look")
    draw = {"butterfly": _butterfly, "bee": _bee, "dragonfly": _dragonfly, "firefly": _firefly}[kind]
    start = seed % 9

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            draw(pen, hue, moment)

    def drift(t: float) -> Drift:
        # A wandering flight that never repeats within a shot.
        wide, tall = (0.4, 0.35) if kind in ("butterfly", "firefly") else (0.3, 0.3)
        return Drift(
            size * wide * (math.sin(1.3 * t + start) + 0.6 * math.sin(2.9 * t + start * 2)),
            size * tall * (math.sin(2.1 * t + start) + 0.5 * math.sin(4.7 * t + start)),
        )

    glows = (Glow(-0.22 * size, 0.03 * size, 1.1 * size, (0.8, 1.0, 0.35), _pulse),) if kind == "firefly" else ()
    return Figure(
        paint=paint,
        reach=(-1.0 * size, -1.0 * size, 1.0 * size, 0.9 * size),
        poses=_FRAMES[kind] * (2 if still and kind == "butterfly" else 1),
        poses_per_second=12 if still else 24,
        speed=0.0 if still or subject.action == "hover" else 1.0,
        lift=0.0 if still else LIFT * size,
        blinks=kind != "firefly",
        drift=None if still else drift,
        glows=glows,
        casts=False,
    )


def _pulse(t: float) -> float:
    return 0.25 + 0.75 * (0.5 + 0.5 * math.sin(2.2 * t)) ** 2


def _eye(pen: Pen, x: float, y: float, radius: float, blink: bool) -> None:
    if blink:
        pen.line([(x - radius, y), (x + radius, y)], radius * 0.5, _INK)
        return
    pen.dot(x, y, radius, WHITE)
    pen.dot(x + radius * 0.2, y, radius * 0.7, _INK)
    pen.dot(x + radius * 0.4, y - radius * 0.3, radius * 0.26, WHITE)


def _butterfly(pen: Pen, hue: Rgb, moment: Moment) -> None:
    open_ = 0.5 + 0.5 * math.cos(2 * math.pi * moment.phase)
    spread = 0.16 + 0.84 * open_

    def wing(shade: float, fold: float, lean: float) -> None:
        with pen.turned(0.02, 0.02, lean, wide=fold):
            edge, inner = dim(_INK, 0.9), dim(hue, shade)
            pen.blob([(0.0, 0.0), (-0.08, -0.36), (-0.40, -0.74), (-0.70, -0.66), (-0.66, -0.28), (-0.34, -0.02)], edge)
            pen.blob([(0.0, 0.02), (-0.34, 0.02), (-0.58, 0.20), (-0.52, 0.50), (-0.26, 0.50), (-0.06, 0.22)], edge)
            pen.blob(
                [(-0.03, -0.03), (-0.12, -0.32), (-0.39, -0.62), (-0.60, -0.57), (-0.57, -0.28), (-0.32, -0.06)],
                pen.ramp((0, 0), (-0.6, -0.5), [tint(inner, 0.3), inner]),
            )
            pen.blob(
                [(-0.03, 0.05), (-0.32, 0.06), (-0.49, 0.21), (-0.44, 0.42), (-0.26, 0.42), (-0.09, 0.20)],
                mix(inner, rgb("#ffd060"), 0.35),
            )
            for x, y, radius in ((-0.60, -0.62, 0.035), (-0.64, -0.48, 0.03), (-0.62, -0.36, 0.024)):
                pen.dot(x, y, radius, WHITE)
            pen.dot(-0.40, -0.42, 0.085, tint(inner, 0.55))
            pen.dot(-0.34, 0.26, 0.07, tint(inner, 0.55))

    with pen.part(puff=0.35, shade=0.0, gain=0.9):
        wing(0.7, -spread * 0.72, -10)
    with pen.part(puff=0.9, shade=0.2):
        pen.tube([(-0.06, 0.28), (0.02, 0.06), (0.10, -0.16)], [0.05, 0.085, 0.09], _INK)
        pen.dot(0.12, -0.22, 0.08, _INK)
        for dx, dy in ((0.10, -0.50), (0.26, -0.44)):
            pen.line([(0.13, -0.27), (0.13 + dx * 0.6, -0.40), (0.10 + dx, dy)], 0.014, _INK)
            pen.dot(0.10 + dx, dy, 0.022, _INK)
        _eye(pen, 0.155, -0.235, 0.034, moment.blink)
    with pen.part(puff=0.35, shade=0.3):
        wing(1.0, spread, 8)


def _wings(pen: Pen, moment: Moment, roots: tuple[tuple[float, float], ...], long: float, wide: float) -> None:
    """Wings too fast to see: a veil, and one of them caught."""
    beat = math.sin(2 * math.pi * moment.phase)
    with pen.part(lit=False):
        for x, lean in roots:
            for angle, alpha in ((lean - 20, 0.22), (lean + 20, 0.22), (lean + 24 * beat, 0.5)):
                with pen.turned(x, -0.10, angle):
                    pen.oval(0, -long / 2, wide, long / 2, rgb("#e8f4fa"), alpha)
                    pen.line([(0, 0), (0, -long * 0.9)], 0.008, rgb("#9ab0bc"), alpha)


def _bee(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.95, shade=0.0):
        pen.poly([(-0.42, 0.06), (-0.56, 0.10), (-0.42, 0.13)], _INK)
        pen.oval(-0.10, 0.06, 0.36, 0.25, hue)
        for x, half in ((-0.28, 0.19), (-0.08, 0.245), (0.10, 0.22)):
            pen.line([(x, 0.06 - half), (x - 0.035, 0.06), (x, 0.06 + half)], 0.085, _INK)
        for x in (-0.1, 0.05, 0.2):
            pen.line([(x, 0.28), (x + 0.03, 0.38)], 0.025, _INK)
    with pen.part(puff=0.95, shade=0.25):
        pen.dot(0.32, 0.0, 0.19, mix(hue, WHITE, 0.1))
        for dx in (0.06, 0.18):
            pen.line([(0.32 + dx * 0.5, -0.17), (0.36 + dx, -0.36)], 0.022, _INK)
            pen.dot(0.36 + dx, -0.37, 0.03, _INK)
        _eye(pen, 0.39, -0.03, 0.07, moment.blink)
        pen.line([(0.40, 0.09), (0.45, 0.105), (0.49, 0.08)], 0.018, _INK)
    _wings(pen, moment, ((-0.02, -22), (0.08, 8)), 0.55, 0.13)


def _dragonfly(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.95, shade=0.0):
        pen.tube([(0.15, 0.0), (-0.3, 0.0), (-0.85, 0.06)], [0.11, 0.075, 0.05], hue)
        for k in range(6):
            pen.line([(-0.15 - 0.1 * k, -0.05), (-0.15 - 0.1 * k, 0.06)], 0.014, dim(hue, 0.6))
        pen.oval(0.18, -0.01, 0.17, 0.12, hue)
        pen.dot(0.40, -0.02, 0.12, tint(hue, 0.1))
        pen.dot(0.44, -0.05, 0.085, rgb("#c03848"))
        pen.dot(0.47, -0.08, 0.026, WHITE)
    _wings(pen, moment, ((0.20, 12), (0.05, -30), (0.24, 150), (0.08, 190)), 0.72, 0.085)


def _firefly(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.95, shade=0.0):
        pen.oval(0.02, 0.0, 0.26, 0.14, hue)
        pen.dot(0.28, -0.03, 0.12, dim(hue, 0.8))
        _eye(pen, 0.32, -0.05, 0.045, False)
    with pen.part(lit=False):
        pen.oval(-0.22, 0.03, 0.20, 0.15, rgb("#d8ff70"))
    _wings(pen, moment, ((0.05, -30), (0.12, -5)), 0.45, 0.10)
