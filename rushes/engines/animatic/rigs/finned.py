"""Fish of many kinds, a ray and a seahorse; in shares of their length, the middle at (0, 0), swimming right."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.fishes import draw_dolphin, draw_eye
from rushes.engines.animatic.rigs.hue import BLACK, WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed


@dataclass(frozen=True, slots=True)
class Build:
    """The measures that make one fish a goldfish, another a trout."""

    deep: float = 0.22  #: half of its height
    tail: float = 0.30
    tail_high: float = 0.20
    forked: float = 0.5  #: how far the tail is cut in
    dorsal: float = 0.16  #: height of the fin on its back
    long_fins: bool = False
    tail_hue: str = ""
    eye: float = 0.050
    marks: Callable[[Pen, Rgb, Rgb], None] | None = None
    scales: bool = True


def draw(build: Build) -> Callable[[Pen, Rgb, Rgb, Moment], None]:
    def drawn(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
        _draw(pen, build, main, belly, moment)

    return drawn


def _draw(pen: Pen, build: Build, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = math.tau * moment.phase
    sway, fold = math.sin(turn), 0.62 + 0.38 * math.cos(turn)
    d = build.deep
    fin = rgb(build.tail_hue) if build.tail_hue else mix(main, rgb("#ffd070"), 0.25)
    with pen.part(puff=0.5, shade=0.0):
        x, high = -0.30, build.tail_high
        tip = x - build.tail * (0.5 + 0.5 * fold)
        cut = tip + build.tail * build.forked * 0.6
        droop = 0.10 if build.long_fins else 0.0
        pen.blob(
            [(x + 0.06, 0.0), (x - 0.04, -0.05), (tip, -high + 0.02 * sway), (cut, 0.02 + droop * 0.4), (tip - droop, high + droop + 0.02 * sway), (x - 0.04, 0.05)],
            pen.ramp((x, 0), (tip, 0), [mix(main, fin, 0.5), fin, tint(fin, 0.25)]), tight=0.75,
        )  # fmt: skip
        for k in range(5):
            end = -high + 2 * high * k / 4
            pen.line([(x, 0.0), ((x + tip) / 2, 0.45 * end), (tip + 0.05, 0.86 * end)], 0.006, dim(fin, 0.75), 0.6)
        up = build.dorsal
        pen.blob(
            [(-0.22, -0.6 * d), (-0.15, -d - 0.9 * up), (0.02, -d - up), (0.17, -d * 0.95), (0.02, -0.7 * d)],
            pen.ramp((0, -d), (0, -d - up), [main, fin]),
        )
        low = 0.14 + (0.10 if build.long_fins else 0.0)
        pen.blob([(-0.16, 0.6 * d), (-0.22, d + 0.6 * low), (-0.06, d + 0.4 * low), (0.03, 0.7 * d)], fin)
        pen.blob([(0.10, 0.8 * d), (0.02, d + 0.55 * low), (0.14, d + 0.3 * low), (0.20, 0.75 * d)], fin)
    with pen.part(puff=0.95, shade=0.25):
        body: list[Point] = [(-0.34, 0.015 * sway), (-0.18, -0.66 * d), (0.08, -d), (0.32, -0.70 * d), (0.46, 0.0), (0.34, 0.64 * d), (0.08, 0.97 * d), (-0.18, 0.62 * d)]  # fmt: skip
        path = closed(body)
        pen.fill(
            path, pen.ramp((0, -d), (0, d), [dim(main, 0.9), main, mix(main, belly, 0.55), belly], [0, 0.4, 0.72, 1])
        )
        with pen.within(path):
            if build.scales:
                for row in range(6):
                    for k in range(12):
                        u = -0.26 + 0.042 * (k + 0.5 * (row % 2))
                        v = -0.72 * d + 0.28 * d * row
                        pen.line([(u, v - 0.018), (u - 0.014, v), (u, v + 0.018)], 0.005, dim(main, 0.72), 0.45)
            if build.marks is not None:
                build.marks(pen, main, belly)
            pen.line([(0.235, -0.62 * d), (0.20, 0.0), (0.235, 0.62 * d)], 0.010, dim(main, 0.68), 0.7)
        draw_eye(pen, 0.325, -0.20 * d, build.eye, moment.blink)
        pen.line([(0.455, 0.03), (0.42, 0.045 + 0.02 * moment.mouth)], 0.012 + 0.02 * moment.mouth, dim(main, 0.5))
    with pen.part(puff=0.6, shade=0.35), pen.turned(0.13, 0.25 * d, 18 + 24 * math.sin(turn + 1)):
        far = 1.5 if build.long_fins else 1.0
        pen.blob(
            [(0.03, -0.02), (-0.10 * far, -0.06), (-0.17 * far, 0.01), (-0.10 * far, 0.075), (0.0, 0.05)],
            tint(fin, 0.12),
        )


def _bands(pen: Pen, main: Rgb, belly: Rgb) -> None:
    """A clownfish's three white bands, edged with black."""
    for x, wide, bow in ((0.20, 0.075, 0.03), (-0.04, 0.085, -0.03), (-0.25, 0.05, 0.02)):
        for hue, more in ((dim(BLACK, 1.0), 0.03), (WHITE, 0.0)):
            pen.line([(x, -0.32), (x + bow, 0.0), (x, 0.32)], wide + more, hue)


def _koi(pen: Pen, main: Rgb, belly: Rgb) -> None:
    for x, y, wide, high in ((0.20, -0.10, 0.15, 0.12), (-0.06, -0.14, 0.13, 0.12), (-0.26, -0.05, 0.07, 0.09)):
        pen.blob(
            [
                (x + wide * math.cos(a) * (1 + 0.2 * math.sin(3 * a)), y + high * math.sin(a))
                for a in (k * math.pi / 4 for k in range(8))
            ],
            rgb("#e0502c"),
        )
    pen.oval(0.04, -0.12, 0.035, 0.022, rgb("#26242a"))


def _tang(pen: Pen, main: Rgb, belly: Rgb) -> None:
    pen.tube([(0.24, -0.16), (0.02, -0.17), (-0.22, -0.07), (-0.36, 0.0)], [0.05, 0.11, 0.07, 0.05], rgb("#16223c"))
    pen.blob([(-0.08, -0.12), (-0.20, 0.0), (-0.10, 0.06), (0.04, -0.02)], main)


def _spotted(pen: Pen, main: Rgb, belly: Rgb) -> None:
    for k in range(26):
        u, v = (k * 0.618) % 1, (k * 0.755) % 1
        pen.dot(-0.3 + 0.6 * u, -0.13 + 0.13 * v, 0.008 + 0.004 * v, dim(main, 0.45), 0.8)
    pen.line([(0.30, 0.02), (-0.32, 0.01)], 0.03, rgb("#d88a8a"), 0.45)


def _angel(pen: Pen, main: Rgb, belly: Rgb) -> None:
    for x in (0.27, 0.06, -0.15):
        pen.line([(x, -0.5), (x + 0.02, 0.0), (x, 0.5)], 0.045, rgb("#2a2830"), 0.9)


draw_goldfish = draw(Build(0.23, 0.36, 0.24, 0.45, 0.15, long_fins=True))
draw_clownfish = draw(Build(0.22, 0.20, 0.15, 0.1, 0.12, marks=_bands, scales=False))
draw_koi = draw(Build(0.17, 0.26, 0.16, 0.4, 0.09, marks=_koi, eye=0.034))
draw_tang = draw(Build(0.26, 0.20, 0.17, 0.4, 0.10, tail_hue="#f2cc2c", marks=_tang, scales=False))
draw_trout = draw(Build(0.135, 0.20, 0.15, 0.7, 0.07, marks=_spotted, eye=0.030))
draw_angelfish = draw(Build(0.34, 0.20, 0.18, 0.3, 0.24, long_fins=True, marks=_angel, scales=False))


def draw_orca(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    """A dolphin's body in black and white, with its tall fin."""
    turn = math.tau * moment.phase
    middle = 0.16 * 0.25 * math.sin(turn + 1.2)
    with pen.part(puff=0.7, shade=0.0):
        pen.blob(
            [
                (0.08, middle - 0.06),
                (0.0, middle - 0.22),
                (-0.06, middle - 0.34),
                (-0.075, middle - 0.20),
                (-0.10, middle - 0.06),
            ],
            main,
            tight=0.7,
        )
    draw_dolphin(pen, main, belly, moment)
    nose = 0.16 * 0.09 * math.sin(turn + 0.7)
    with pen.part(puff=0.5, shade=0.0):
        pen.oval(0.215, nose - 0.035, 0.058, 0.024, WHITE, degrees=-12)


def draw_ray(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    """A manta that flies through the water, its near wing beating before the body."""
    turn = math.tau * moment.phase
    near, far = math.sin(turn), math.sin(turn + 0.3)
    with pen.part(puff=0.8, shade=0.0):
        pen.tube(
            [(-0.22, 0.0), (-0.5, 0.02 + 0.02 * near), (-0.85, -0.02 + 0.05 * math.sin(turn - 1))],
            [0.05, 0.022, 0.008],
            dim(main, 0.85),
        )
        pen.blob(
            [
                (0.22, -0.04),
                (0.08, -0.16 - 0.16 * far),
                (-0.10, -0.30 - 0.24 * far),
                (-0.16, -0.22 - 0.15 * far),
                (-0.20, -0.03),
            ],
            dim(main, 0.75),
            tight=0.8,
        )
    with pen.part(puff=0.8, shade=0.2):
        path = closed(
            [(0.36, 0.0), (0.26, -0.075), (0.0, -0.10), (-0.24, -0.02), (-0.24, 0.03), (0.0, 0.07), (0.26, 0.06)]
        )
        pen.fill(path, pen.ramp((0, -0.1), (0, 0.08), [tint(main, 0.1), main, mix(main, belly, 0.8)]))
        for side in (-1, 1):
            pen.tube([(0.31, 0.02 * side), (0.42, 0.045 * side + 0.01 * near)], [0.05, 0.02], main)
        draw_eye(pen, 0.27, -0.015, 0.020, moment.blink)
    with pen.part(puff=0.6, shade=0.35):
        wing = closed(
            [
                (0.24, 0.0),
                (0.10, 0.12 - 0.10 * near),
                (-0.12, 0.34 - 0.30 * near),
                (-0.20, 0.28 - 0.26 * near),
                (-0.22, 0.0),
                (0.0, -0.05),
            ],
            0.8,
        )
        pen.fill(wing, pen.ramp((0, -0.05), (-0.1, 0.30), [main, main, tint(main, 0.14)]))
        with pen.within(wing):
            for k in range(8):
                pen.dot(-0.15 + 0.045 * k, 0.03 + 0.04 * ((k * 0.618) % 1), 0.012, tint(main, 0.45), 0.7)


def draw_seahorse(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    """Upright, the tail rolled up, the small fin of its back trembling."""
    turn = math.tau * moment.phase
    sway = 0.02 * math.sin(turn)
    curl: list[Point] = [
        (0.06 + 0.12 * math.cos(0.9 * k - 0.4) * (1 - 0.13 * k), 0.38 + 0.12 * math.sin(0.9 * k - 0.4) * (1 - 0.13 * k))
        for k in range(6)
    ]
    spine: list[Point] = [
        (0.04, -0.30),
        (-0.06, -0.16),
        (-0.04, 0.02),
        (0.0, 0.16),
        (-0.03, 0.30),
        (0.02, 0.46),
        *curl[1:],
    ]
    with pen.part(puff=0.6, shade=0.0):
        for k in range(4):
            pen.line(
                [(-0.10, -0.06 + 0.035 * k), (-0.22 - 0.02 * math.sin(4 * turn + k), -0.10 + 0.045 * k)],
                0.022,
                tint(main, 0.4),
                0.9,
            )
    with pen.part(puff=0.95, shade=0.25):
        pen.tube(spine, [0.13, 0.19, 0.22, 0.18, 0.12, 0.09, 0.075, 0.06, 0.05, 0.04, 0.03], main)
        for k in range(8):
            x, y = spine[1][0] + 0.02 + 0.008 * k, -0.16 + 0.055 * k
            half = 0.095 - 0.006 * abs(k - 3)
            pen.line([(x - half, y), (x + half, y + 0.012)], 0.010, dim(main, 0.7), 0.7)
        pen.blob([(0.02, -0.14), (0.09, -0.04), (0.07, 0.10), (0.0, 0.14), (-0.02, 0.0)], belly, 0.7)
    with pen.part(puff=0.9, shade=0.3), pen.turned(0.04, -0.34, 10 + 200 * sway):
        pen.tube([(0.08, 0.0), (0.20, 0.03), (0.30, 0.035)], [0.09, 0.05, 0.06], main)
        pen.blob([(-0.10, 0.02), (-0.07, -0.09), (0.04, -0.11), (0.12, -0.03), (0.08, 0.07), (-0.04, 0.09)], main)
        for k, (x, y) in enumerate(((-0.06, -0.10), (0.0, -0.13), (0.05, -0.11))):
            pen.tube([(x, y + 0.03), (x - 0.015, y - 0.04 - 0.01 * (k == 1))], [0.04, 0.012], tint(main, 0.2))
        draw_eye(pen, 0.045, -0.025, 0.030, moment.blink)


def draw_pufferfish(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    """It breathes itself round: its spines stand out the more."""
    turn = math.tau * moment.phase
    full = 0.5 - 0.5 * math.cos(turn)
    wide, high = 0.335 + 0.035 * full, 0.285 + 0.075 * full
    fin = mix(main, rgb("#ffe08a"), 0.4)
    beat = math.sin(6 * turn)
    with pen.part(puff=0.5, shade=0.0):
        x = -wide + 0.02
        pen.blob([(x + 0.04, -0.045), (x - 0.08, -0.05), (x - 0.20 - 0.02 * beat, -0.115), (x - 0.17 - 0.03 * beat, 0.0), (x - 0.20 - 0.02 * beat, 0.115), (x - 0.08, 0.05), (x + 0.04, 0.045)], pen.ramp((x, 0), (x - 0.2, 0), [main, fin]))  # fmt: skip
        for side in (-1, 1):
            pen.blob([(-0.20, side * 0.8 * high), (-0.30 - 0.015 * beat, side * (high + 0.05)), (-0.20 - 0.015 * beat, side * (high + 0.085)), (-0.09, side * high * 0.96)], fin)  # fmt: skip
        long = 0.045 + 0.055 * full
        for k in range(26):
            # Spines all around, but for the face and the root of the tail.
            angle = math.tau * (k + 0.5) / 26
            if (abs(math.sin(angle)) < 0.30 and math.cos(angle) > 0) or abs(math.sin(angle)) < 0.18:
                continue
            c, s = math.cos(angle), math.sin(angle)
            foot = (0.97 * wide * c, 0.97 * high * s)
            pen.poly([(foot[0] - 0.022 * s, foot[1] + 0.022 * c), (foot[0] + 0.022 * s, foot[1] - 0.022 * c), (foot[0] + long * c - 0.03 * full, foot[1] + long * s)], tint(belly, 0.2) if s > 0.1 else dim(main, 0.86))  # fmt: skip
    with pen.part(puff=1.0, shade=0.3):
        body = closed([(-wide, 0.0), (-0.74 * wide, -0.70 * high), (0.0, -high), (0.74 * wide, -0.70 * high), (wide * 1.02, -0.02), (0.74 * wide, 0.72 * high), (0.0, high), (-0.74 * wide, 0.72 * high)])  # fmt: skip
        pen.fill(body, pen.ramp((0, -high), (0, high), [dim(main, 0.86), main, mix(main, belly, 0.9), belly], [0, 0.42, 0.62, 1]))  # fmt: skip
        with pen.within(body):
            for k in range(30):
                u, v = (k * 0.618) % 1, (k * 0.755) % 1
                pen.dot(-wide + 1.7 * wide * u, -0.95 * high + 0.85 * high * v, 0.018 + 0.012 * ((k * 0.37) % 1), dim(main, 0.6), 0.6)  # fmt: skip
            for k in range(18):
                # Those that point at us.
                u, v = (k * 0.618 + 0.3) % 1, (k * 0.755 + 0.2) % 1
                x, y = -0.8 * wide + 1.35 * wide * u, -0.75 * high + 1.6 * high * v
                pen.poly([(x - 0.014, y), (x + 0.014, y), (x - 0.028 - 0.02 * full, y + 0.020 + 0.020 * full)], tint(belly, 0.5), 0.8)  # fmt: skip
        draw_eye(pen, 0.205, -0.115, 0.072, moment.blink)
        pen.oval(0.265, 0.03, 0.05, 0.03, rgb("#f09a86"), 0.45)
    with pen.part(puff=0.9, shade=0.3):
        pen.oval(wide + 0.005, 0.0, 0.036, 0.026 + 0.02 * moment.mouth, tint(mix(main, belly, 0.6), 0.15))
        pen.oval(wide + 0.024, 0.0, 0.013, 0.008 + 0.018 * moment.mouth, dim(main, 0.4))
    with pen.part(puff=0.6, shade=0.35), pen.turned(0.04, 0.04, 10 + 26 * beat):
        pen.blob([(0.03, -0.04), (-0.10, -0.10), (-0.17, 0.0), (-0.10, 0.10), (0.03, 0.05)], pen.ramp((0, 0), (-0.17, 0), [main, tint(fin, 0.25)]))  # fmt: skip
