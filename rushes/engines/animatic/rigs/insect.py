"""Small flyers: butterfly, bee, dragonfly, firefly, fly, mosquito. Larger than life, so that they read."""

from __future__ import annotations

import math
from dataclasses import replace

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
    "bee": (0.32, ("bee", "bumblebee", "wasp", "honeybee")),
    "dragonfly": (0.35, ("dragonfly", "damselfly")),
    "firefly": (0.28, ("firefly", "fireflies", "glowworm")),
    "fly": (0.30, ("fly", "housefly", "fruit fly", "horsefly", "bluebottle")),
    "mosquito": (0.40, ("mosquito", "gnat", "midge")),
}
_COLOURS = {
    "butterfly": ("#f0882c", "#3a8ae0", "#e85a9a", "#8a5ae0"),
    "bee": ("#f4bc28",),
    "dragonfly": ("#2ca8a0", "#3a7ad8"),
    "firefly": ("#5a4a3c",),
    "fly": ("#3c4656", "#46505a"),
    "mosquito": ("#6a5a50",),
}
_FRAMES = {"butterfly": 14, "bee": 4, "dragonfly": 4, "firefly": 24, "fly": 24, "mosquito": 4}


def make(subject: Subject, seed: int) -> Figure:
    kind = subject.rig
    size = WORDS[kind][0] * subject.scale
    colours = _COLOURS[kind]
    hue = rgb(subject.colour or colours[seed % len(colours)])
    still = subject.action in ("stand", "sit", "sleep", "look")
    draw = {
        "butterfly": _butterfly,
        "bee": _bee,
        "dragonfly": _dragonfly,
        "firefly": _firefly,
        "fly": _settled_fly if still else _fly,
        "mosquito": _mosquito,
    }[kind]
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


def _fly(pen: Pen, hue: Rgb, moment: Moment) -> None:
    _fly_body(pen, hue, moment, rub=0.0)
    _wings(pen, replace(moment, phase=6 * moment.phase), ((-0.02, -58), (0.06, -34)), 0.62, 0.16)


def _settled_fly(pen: Pen, hue: Rgb, moment: Moment) -> None:
    """It stands, its wings folded back, and rubs its hands."""
    with pen.turned(0, -0.44):
        _fly_body(pen, hue, moment, rub=1.0)
        with pen.part(lit=False):
            for lean, alpha in ((-112, 0.34), (-102, 0.6)):
                with pen.turned(0.04, -0.12, lean):
                    pen.oval(0, -0.34, 0.15, 0.36, rgb("#dfeaf0"), alpha)
                    for side in (-0.5, 0.0, 0.5):
                        pen.line([(0, 0), (0.12 * side, -0.3), (0.2 * side, -0.62)], 0.010, rgb("#8fa2ae"), alpha)


def _fly_body(pen: Pen, hue: Rgb, moment: Moment, rub: float) -> None:
    turn = 2 * math.pi * moment.phase
    legs = ((0.16, 0.34), (0.0, 0.02), (-0.16, -0.34))
    with pen.part(puff=0.9, shade=0.0):
        for x, foot in legs:
            for far in (1, 0):
                wave = 0.05 * rub * math.sin(3 * turn + math.pi * far) if foot > 0.2 else 0.0
                end = (foot + 0.06 * far + (0.10 * rub if foot > 0.2 else 0.0), 0.43 - 0.05 * far - (0.12 * rub if foot > 0.2 else 0.0) + wave)  # fmt: skip
                knee = ((x + end[0]) / 2 + (0.10 if foot >= 0 else -0.10), 0.20)
                pen.tube([(x, 0.08), knee, end], [0.045, 0.04, 0.022], dim(_INK, 0.9) if not far else _INK)
    with pen.part(puff=0.95, shade=0.2):
        sheen = mix(hue, rgb("#4f8a94"), 0.5)
        pen.oval(-0.26, 0.04, 0.30, 0.21, pen.ramp((0, -0.16), (0, 0.24), [tint(sheen, 0.2), sheen, dim(hue, 0.7)]), degrees=-6)  # fmt: skip
        for x, half in ((-0.40, 0.15), (-0.26, 0.20), (-0.12, 0.19)):
            pen.line([(x, 0.05 - half), (x - 0.03, 0.05), (x, 0.05 + half)], 0.03, _INK, 0.7)
        pen.oval(0.08, -0.02, 0.22, 0.21, pen.ramp((0, -0.22), (0, 0.2), [tint(hue, 0.2), hue, dim(hue, 0.75)]))
        for k in range(6):
            lean = -2.5 + 0.32 * k
            pen.line([(0.08 + 0.19 * math.cos(lean), -0.02 + 0.19 * math.sin(lean)), (0.08 + 0.28 * math.cos(lean), -0.02 + 0.28 * math.sin(lean))], 0.012, _INK)  # fmt: skip
    with pen.part(puff=0.95, shade=0.3):
        nod = 0.012 * math.sin(2 * turn)
        pen.dot(0.36, -0.01 + nod, 0.15, dim(hue, 0.8))
        pen.tube([(0.42, 0.12 + nod), (0.46, 0.22 + nod + 0.03 * moment.mouth)], [0.05, 0.075], dim(hue, 0.6))
        for x, shade in ((0.29, 0.7), (0.40, 1.0)):
            pen.oval(x, -0.07 + nod, 0.125, 0.155, pen.ramp((0, -0.22), (0, 0.1), [tint(rgb("#c23a34"), 0.25), dim(rgb("#b0302c"), shade)]))  # fmt: skip
        if moment.blink:
            pen.line([(0.30, -0.06 + nod), (0.40, -0.02 + nod), (0.51, -0.06 + nod)], 0.03, _INK)
        else:
            pen.dot(0.44, -0.12 + nod, 0.035, WHITE, 0.9)
        pen.line([(0.46, 0.0 + nod), (0.55, -0.05 + nod)], 0.016, _INK)


def _mosquito(pen: Pen, hue: Rgb, moment: Moment) -> None:
    beat = math.sin(2 * math.pi * moment.phase)
    with pen.part(puff=0.9, shade=0.0):
        # Six long legs, two of them bent up behind it.
        for k, (knee, foot) in enumerate((((0.34, 0.10), (0.30, 0.62)), ((0.12, 0.16), (0.04, 0.74)), ((-0.34, -0.22), (-0.62, 0.30)), ((0.42, 0.06), (0.44, 0.58)), ((0.0, 0.18), (-0.16, 0.70)), ((-0.42, -0.28), (-0.80, 0.14)))):  # fmt: skip
            tone = dim(hue, 0.62 if k > 2 else 0.85)
            pen.tube([(0.14, 0.0), knee, (foot[0], foot[1] + 0.01 * beat)], [0.035, 0.03, 0.016], tone)
            for share in (0.35, 0.7):
                pen.dot(knee[0] + (foot[0] - knee[0]) * share, knee[1] + (foot[1] - knee[1]) * share, 0.02, rgb("#efe8da"))  # fmt: skip
    with pen.part(puff=0.95, shade=0.2):
        pen.tube([(0.10, -0.02), (-0.22, 0.10), (-0.56, 0.22)], [0.13, 0.13, 0.06], hue)
        for k in range(4):
            pen.line([(-0.08 - 0.12 * k, -0.03 + 0.045 * k), (-0.12 - 0.12 * k, 0.12 + 0.045 * k)], 0.035, rgb("#efe8da"), 0.8)  # fmt: skip
        pen.oval(0.16, -0.07, 0.17, 0.14, tint(hue, 0.08))
    with pen.part(puff=0.95, shade=0.3):
        pen.tube([(0.44, 0.0), (0.62, 0.12), (0.82, 0.28)], [0.04, 0.026, 0.010], dim(hue, 0.6))
        for k in range(2):
            lean = (0.66 + 0.14 * k, -0.12 - 0.16 * k)
            pen.line([(0.42, -0.06), lean], 0.014, _INK)
            for share in (0.4, 0.65, 0.9):
                x, y = 0.42 + (lean[0] - 0.42) * share, -0.06 + (lean[1] + 0.06) * share
                pen.line([(x - 0.03, y - 0.06), (x, y), (x + 0.05, y + 0.05)], 0.009, _INK, 0.8)
        pen.dot(0.37, -0.04, 0.115, dim(hue, 0.85))
        _eye(pen, 0.40, -0.06, 0.075, moment.blink)
    _wings(pen, moment, ((0.12, -46), (0.18, -22)), 0.66, 0.095)
