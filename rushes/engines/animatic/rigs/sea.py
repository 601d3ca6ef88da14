"""Those who live in the water: fish that sway, whales that beat up and down, a turtle that rows, a jellyfish that pulses."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed

ACTIONS = frozenset({"swim", "float", "hover", "jump", "play"})


@dataclass(frozen=True, slots=True)
class Swimmer:
    long: float  #: metres
    colour: str
    belly: str
    reach: tuple[float, float, float, float]  #: in lengths
    frames: int
    speed: float  #: lengths per second
    draw: Callable[[Pen, Rgb, Rgb, Moment], None]


def make(subject: Subject, seed: int) -> Figure:
    swimmer = SWIMMERS[subject.rig]
    size = swimmer.long * subject.scale
    main, belly = rgb(subject.colour or swimmer.colour), rgb(swimmer.belly)
    if subject.colour is not None:
        belly = mix(belly, tint(main, 0.5), 0.5)

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            swimmer.draw(pen, main, belly, moment)

    start = seed % 7

    def drift(t: float) -> Drift:
        if subject.action in ("jump", "play") and subject.rig in ("dolphin", "whale", "fish"):
            u = (t / 2.6 + start / 7) % 1
            return Drift(0.0, -1.1 * size * max(0.0, 4 * u * (1 - u) - 0.25))
        return Drift(0.0, 0.05 * size * math.sin(0.9 * t + start))

    left, top, right, bottom = swimmer.reach
    return Figure(
        paint=paint,
        reach=(left * size, top * size, right * size, bottom * size),
        poses=swimmer.frames,
        speed=0.0 if subject.action in ("hover", "float", "stand") else swimmer.speed * size,
        lift=1.6,
        talks=True,
        blinks=True,
        drift=drift,
        casts=False,
    )


def _eye(pen: Pen, x: float, y: float, radius: float, blink: bool) -> None:
    if blink:
        pen.line([(x - radius, y), (x, y + radius * 0.4), (x + radius, y)], radius * 0.4, rgb("#1c1a22"))
        return
    pen.dot(x, y, radius, WHITE)
    pen.dot(x + radius * 0.15, y, radius * 0.74, rgb("#1c1a22"))
    pen.dot(x + radius * 0.36, y - radius * 0.32, radius * 0.28, WHITE)


def _fish(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    sway = math.sin(turn)
    fold = 0.62 + 0.38 * math.cos(turn)
    fin = mix(main, rgb("#ffd070"), 0.35)
    with pen.part(puff=0.5, shade=0.0):
        # The tail sways towards us and away: it gets shorter and longer.
        x = -0.30
        tip = x - 0.30 * (0.45 + 0.55 * fold)
        pen.blob([(x + 0.05, 0.0), (x - 0.06, -0.06), (tip, -0.22 + 0.02 * sway), (tip + 0.07, 0.0), (tip, 0.22 + 0.02 * sway), (x - 0.06, 0.06)], pen.ramp((x, 0), (tip, 0), [main, fin, tint(fin, 0.3)]), tight=0.8)  # fmt: skip
        pen.blob(
            [(-0.24, -0.14), (-0.14, -0.34), (0.04, -0.37), (0.16, -0.22), (0.02, -0.16)],
            pen.ramp((0, -0.15), (0, -0.37), [main, fin]),
        )
        pen.blob([(-0.18, 0.14), (-0.20, 0.30), (-0.06, 0.26), (0.02, 0.16)], fin)
    with pen.part(puff=0.95, shade=0.25):
        body = [
            (-0.34, 0.0 + 0.015 * sway),
            (-0.18, -0.15),
            (0.08, -0.225),
            (0.32, -0.16),
            (0.46, 0.0),
            (0.34, 0.14),
            (0.08, 0.215),
            (-0.18, 0.14),
        ]
        path = closed(body)
        pen.fill(path, pen.ramp((0, -0.22), (0, 0.22), [dim(main, 0.92), main, mix(main, belly, 0.8)], [0, 0.45, 1]))
        with pen.within(path):
            for x, wide in ((0.17, 0.055), (-0.10, 0.05)):
                pen.line([(x, -0.3), (x + 0.03, 0.0), (x, 0.3)], wide, tint(belly, 0.5), 0.92)
        _eye(pen, 0.315, -0.045, 0.052, moment.blink)
        pen.oval(0.445, 0.03 + 0.01 * moment.mouth, 0.02, 0.012 + 0.03 * moment.mouth, dim(main, 0.5))
    with pen.part(puff=0.6, shade=0.35), pen.turned(0.10, 0.05, 18 + 24 * math.sin(turn + 1)):
        pen.blob([(0.03, -0.02), (-0.10, -0.06), (-0.17, 0.01), (-0.10, 0.075), (0.0, 0.05)], tint(fin, 0.12))


def _spine(turn: float, stations: list[float], swing: float) -> list[Point]:
    """A back that beats up and down, more towards the tail (x runs from nose to tail)."""
    return [(x, swing * ((0.5 - x) ** 2) * math.sin(turn + (0.5 - x) * 2.4)) for x in stations]


def _whale(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    s = _spine(turn, [0.48, 0.30, 0.05, -0.20, -0.42, -0.56], 0.10)
    with pen.part(puff=0.6, shade=0.0, gain=0.86), pen.turned(0.14, s[1][1] + 0.10, 34 + 12 * math.sin(turn + 1)):
        pen.blob([(0.04, -0.02), (-0.06, 0.0), (-0.20, 0.10), (-0.10, 0.10), (0.05, 0.05)], dim(main, 0.7))
    with pen.part(puff=0.95, shade=0.3):
        end = s[5]
        lift = 0.06 * math.sin(turn + 2.2)
        for side in (-1, 1):
            pen.blob([(end[0] + 0.05, end[1] - 0.015), (end[0] - 0.06, end[1] + side * 0.02 - 0.05 - lift), (end[0] - 0.16, end[1] - 0.10 * (side > 0) - 0.02 - 1.6 * lift), (end[0] - 0.06, end[1] + 0.02 - lift)], dim(main, 0.9 if side > 0 else 0.7), tight=0.8)  # fmt: skip
        top = [
            (0.49, s[0][1] + 0.0),
            (0.42, s[0][1] - 0.10),
            (0.26, s[1][1] - 0.155),
            (0.05, s[2][1] - 0.15),
            (-0.20, s[3][1] - 0.085),
            (-0.42, s[4][1] - 0.032),
        ]
        under = [
            (-0.56, s[5][1]),
            (-0.42, s[4][1] + 0.03),
            (-0.20, s[3][1] + 0.075),
            (0.05, s[2][1] + 0.125),
            (0.28, s[1][1] + 0.145),
            (0.44, s[0][1] + 0.10),
        ]
        path = closed([*top, *under])
        pen.fill(path, pen.ramp((0, -0.15), (0, 0.15), [tint(main, 0.06), main, dim(main, 0.85)]))
        with pen.within(path):
            pen.blob([(0.52, 0.03), (0.30, 0.055), (0.08, 0.06), (-0.10, 0.10), (0.05, 0.24), (0.4, 0.24)], belly)
            for k in range(4):
                pen.line(
                    [(0.47 - 0.02 * k, 0.055 + 0.022 * k), (0.25, 0.072 + 0.02 * k), (0.02, 0.085 + 0.015 * k)],
                    0.006,
                    dim(belly, 0.72),
                )
        pen.blob([(-0.16, s[3][1] - 0.09), (-0.24, s[3][1] - 0.145), (-0.27, s[3][1] - 0.08)], main)
        with pen.turned(0, 0, 3 * moment.mouth):
            pen.line([(0.485, 0.022), (0.38, 0.045), (0.29, 0.03)], 0.008 + 0.02 * moment.mouth, dim(main, 0.45))
        _eye(pen, 0.31, -0.008, 0.016, moment.blink)
    with pen.part(puff=0.6, shade=0.35), pen.turned(0.10, s[2][1] + 0.10, 40 + 14 * math.sin(turn)):
        pen.blob([(0.05, -0.03), (-0.06, -0.02), (-0.24, 0.09), (-0.12, 0.11), (0.05, 0.05)], main)


def _dolphin(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    s = _spine(turn, [0.36, 0.20, 0.0, -0.22, -0.42], 0.16)
    with pen.part(puff=0.9, shade=0.2):
        end = s[4]
        lift = 0.07 * math.sin(turn + 2.2)
        pen.blob([(end[0] + 0.04, end[1]), (end[0] - 0.05, end[1] - 0.03 - lift), (end[0] - 0.15, end[1] - 0.05 - 2 * lift), (end[0] - 0.10, end[1] + 0.02 - lift), (end[0] - 0.13, end[1] + 0.06 - lift)], dim(main, 0.85), tight=0.8)  # fmt: skip
        top = [
            (0.50, 0.035),
            (0.40, 0.0),
            (0.34, -0.065),
            (0.20, s[1][1] - 0.115),
            (0.0, s[2][1] - 0.12),
            (-0.22, s[3][1] - 0.065),
            (-0.44, s[4][1] - 0.02),
        ]
        under = [
            (-0.44, s[4][1] + 0.02),
            (-0.22, s[3][1] + 0.055),
            (0.0, s[2][1] + 0.095),
            (0.20, s[1][1] + 0.09),
            (0.36, 0.065),
            (0.49, 0.06),
        ]
        path = closed([*top, *under])
        pen.fill(path, pen.ramp((0, -0.12), (0, 0.11), [tint(main, 0.06), main, mix(main, belly, 0.6)]))
        with pen.within(path):
            pen.blob([(0.55, 0.05), (0.30, 0.035), (0.05, 0.045), (-0.25, 0.05), (0.0, 0.2), (0.4, 0.2)], belly)
        pen.blob(
            [(0.04, s[2][1] - 0.10), (-0.06, s[2][1] - 0.215), (-0.14, s[2][1] - 0.22), (-0.11, s[3][1] - 0.085)], main
        )
        pen.line([(0.49, 0.048), (0.40, 0.045), (0.34, 0.025)], 0.008 + 0.02 * moment.mouth, dim(main, 0.5))
        _eye(pen, 0.315, -0.015, 0.017, moment.blink)
    with pen.part(puff=0.6, shade=0.35), pen.turned(0.15, 0.06, 46 + 14 * math.sin(turn)):
        pen.blob([(0.04, -0.03), (-0.06, -0.02), (-0.17, 0.05), (-0.08, 0.07), (0.04, 0.04)], dim(main, 0.9))


def _shark(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    fold = 0.65 + 0.35 * math.cos(turn)
    sway = 0.012 * math.sin(turn)
    with pen.part(puff=0.9, shade=0.2):
        x = -0.42
        tip = x - 0.16 * fold
        pen.blob(
            [(x + 0.05, 0.0), (tip, -0.20), (x - 0.05 * fold, -0.02), (tip + 0.03, 0.12), (x + 0.04, 0.03)],
            dim(main, 0.9),
            tight=0.6,
        )
        path = closed(
            [
                (0.50, -0.01),
                (0.36, -0.075),
                (0.12, -0.11),
                (-0.16, -0.075 + sway),
                (-0.42, -0.022 + sway),
                (-0.42, 0.022 + sway),
                (-0.16, 0.06 + sway),
                (0.14, 0.095),
                (0.38, 0.06),
            ]
        )
        pen.fill(
            path, pen.ramp((0, -0.11), (0, 0.10), [tint(main, 0.05), main, main, belly, belly], [0, 0.4, 0.58, 0.66, 1])
        )
        pen.blob([(0.12, -0.09), (0.0, -0.235), (-0.05, -0.23), (-0.06, -0.085)], main, tight=0.7)
        for k in range(3):
            pen.line([(0.22 - 0.03 * k, -0.03), (0.205 - 0.03 * k, 0.035)], 0.008, dim(main, 0.6))
        pen.line([(0.45, 0.035), (0.38, 0.045), (0.33, 0.03)], 0.010 + 0.03 * moment.mouth, rgb("#4a2428"))
        _eye(pen, 0.38, -0.022, 0.018, moment.blink)
    with pen.part(puff=0.6, shade=0.35), pen.turned(0.12, 0.05, 52 + 8 * math.sin(turn)):
        pen.blob([(0.05, -0.03), (-0.05, -0.02), (-0.20, 0.06), (-0.06, 0.07), (0.05, 0.04)], dim(main, 0.9), tight=0.7)


def _turtle(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    row = math.sin(turn)
    late = math.sin(turn - 0.8)
    skin = rgb("#7fae6a")

    def flipper(x: float, y: float, length: float, wide: float, degrees: float, shade: float) -> None:
        with pen.turned(x, y, degrees):
            pen.blob(
                [
                    (0.05, -wide * 0.4),
                    (-length * 0.4, -wide * 0.7),
                    (-length, 0.0),
                    (-length * 0.6, wide * 0.45),
                    (0.03, wide * 0.5),
                ],
                dim(skin, shade),
            )
            for k in range(3):
                pen.oval(
                    -length * (0.25 + 0.2 * k), -wide * 0.1, wide * 0.16, wide * 0.12, dim(skin, shade * 0.72), 0.8
                )

    with pen.part(puff=0.7, shade=0.0, gain=0.86):
        flipper(0.22, 0.04, 0.34, 0.15, 44 + 46 * row, 0.72)
        flipper(-0.30, 0.05, 0.20, 0.11, 14 - 20 * late, 0.72)
    with pen.part(puff=0.9, shade=0.2):
        nod = 0.015 * late
        pen.tube([(0.24, 0.02), (0.36, -0.02 + nod), (0.43, -0.04 + nod)], [0.13, 0.12, 0.10], skin)
        pen.blob(
            [
                (0.36, -0.06 + nod),
                (0.44, -0.125 + nod),
                (0.54, -0.09 + nod),
                (0.575, -0.02 + nod),
                (0.50, 0.03 + nod),
                (0.39, 0.03 + nod),
            ],
            skin,
        )
        _eye(pen, 0.49, -0.052 + nod, 0.022, moment.blink)
        pen.line(
            [(0.565, 0.0 + nod), (0.52, 0.012 + nod), (0.48, 0.004 + nod)], 0.009 + 0.02 * moment.mouth, dim(skin, 0.5)
        )
        pen.tube([(-0.38, 0.03), (-0.48, 0.05 + 0.02 * late)], [0.07, 0.02], skin)
    with pen.part(puff=1.0, shade=0.35):
        pen.blob([(-0.40, 0.05), (-0.1, 0.10), (0.22, 0.09), (0.32, 0.03), (0.1, 0.0), (-0.2, 0.0)], belly)
        shell = closed(
            [
                (-0.44, 0.035),
                (-0.34, -0.13),
                (-0.10, -0.225),
                (0.14, -0.185),
                (0.30, -0.06),
                (0.33, 0.04),
                (0.1, 0.065),
                (-0.25, 0.065),
            ]
        )
        pen.fill(shell, pen.ramp((0, -0.22), (0, 0.07), [tint(main, 0.12), main, dim(main, 0.75)]))
        with pen.within(shell):
            for x in (-0.26, -0.05, 0.15):
                pen.blob(
                    [
                        (x - 0.085, -0.055),
                        (x - 0.05, -0.135),
                        (x + 0.05, -0.14),
                        (x + 0.09, -0.06),
                        (x + 0.05, 0.005),
                        (x - 0.05, 0.005),
                    ],
                    tint(main, 0.16),
                    tight=0.35,
                )
            pen.line([(-0.45, 0.03), (-0.1, 0.035), (0.34, 0.03)], 0.035, mix(main, belly, 0.5))
    with pen.part(puff=0.7, shade=0.35):
        flipper(0.18, 0.06, 0.40, 0.17, 30 + 52 * row, 1.0)
        flipper(-0.34, 0.06, 0.21, 0.11, 4 - 22 * late, 1.0)


def _jellyfish(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    squeeze = 0.5 + 0.5 * math.sin(turn)
    wide, high = 0.36 - 0.07 * squeeze, 0.34 + 0.05 * squeeze
    pale = tint(main, 0.45)
    with pen.part(lit=False):
        for k in range(7):
            x = (k - 3) / 3 * wide * 0.82
            long = 0.55 + 0.22 * ((k * 5) % 3) / 2 - 0.06 * squeeze
            points = [(x + 0.045 * math.sin(turn - 1.1 * j + k) * j / 3, 0.02 + long * j / 5) for j in range(6)]
            pen.tube(points, [0.022, 0.018, 0.004], mix(main, pale, (k % 2) * 0.6), 0.55)
        for k in range(3):
            x = (k - 1) * 0.10
            points = [(x + 0.05 * math.sin(turn - 0.9 * j + k * 2) * j / 3, 0.0 + 0.10 * j) for j in range(5)]
            pen.tube(points, [0.09, 0.07, 0.03], pale, 0.5)
    with pen.part(puff=1.0, rim=0.22, shade=0.0, gain=1.1):
        bell = closed(
            [
                (-wide, 0.02),
                (-wide * 0.92, -high * 0.55),
                (-wide * 0.4, -high),
                (wide * 0.4, -high),
                (wide * 0.92, -high * 0.55),
                (wide, 0.02),
                (wide * 0.6, 0.055),
                (wide * 0.2, 0.02),
                (-wide * 0.2, 0.055),
                (-wide * 0.6, 0.02),
            ]
        )
        pen.fill(bell, pen.ramp((0, -high), (0, 0.05), [tint(main, 0.35), main, pale]), 0.82)
        with pen.within(bell):
            for k in range(5):
                x = (k - 2) / 2 * wide * 0.75
                pen.line([(x * 0.3, -high * 0.9), (x * 0.9, -high * 0.45), (x, 0.03)], 0.014, pale, 0.6)
        for x in (0.02, 0.15):
            _eye(pen, x, -0.10, 0.034, moment.blink)


def _octopus(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase

    def arm(k: int, shade: float) -> None:
        x = (k - 2.5) * 0.085
        side = 1 if k > 2 else -1
        points = [
            (
                x + side * (0.05 * j + 0.035 * math.sin(turn - 0.9 * j + k)),
                -0.05 + 0.085 * j + 0.02 * math.sin(turn * 1 + k),
            )
            for j in range(6)
        ]
        pen.tube(points, [0.12, 0.10, 0.07, 0.03], dim(main, shade))

    with pen.part(puff=0.8, shade=0.0, gain=0.86):
        for k in (1, 4, 2):
            arm(k, 0.75)
    with pen.part(puff=0.9, shade=0.3):
        for k in (0, 5, 3):
            arm(k, 1.0)
        swell = 0.02 * math.sin(turn)
        pen.blob(
            [
                (-0.20, -0.06),
                (-0.27 - swell, -0.30),
                (-0.15, -0.52 - swell),
                (0.12, -0.53 - swell),
                (0.27 + swell, -0.30),
                (0.21, -0.06),
                (0.0, 0.0),
            ],
            pen.ramp((0, -0.5), (0, 0), [tint(main, 0.12), main]),
        )
        for k, (x, y) in enumerate(((-0.14, -0.40), (-0.05, -0.45), (-0.18, -0.30))):
            pen.dot(x, y, 0.022 + 0.005 * k, dim(main, 0.8), 0.7)
        for x in (0.0, 0.15):
            _eye(pen, x, -0.20, 0.055, moment.blink)
        pen.oval(0.08, -0.10, 0.03, 0.012 + 0.03 * moment.mouth, rgb("#5c1c28"))


SWIMMERS: dict[str, Swimmer] = {
    "fish": Swimmer(0.75, "#f2802c", "#fbe6c8", (-0.75, -0.45, 0.62, 0.40), 14, 1.0, _fish),
    "shark": Swimmer(2.6, "#7a8a9c", "#eef2f5", (-0.72, -0.32, 0.60, 0.26), 24, 0.6, _shark),
    "whale": Swimmer(5.5, "#4a6a90", "#d9e4ec", (-0.95, -0.36, 0.60, 0.45), 60, 0.22, _whale),
    "dolphin": Swimmer(2.0, "#7d98b0", "#eaf1f5", (-0.78, -0.42, 0.60, 0.36), 26, 0.8, _dolphin),
    "turtle": Swimmer(1.2, "#5a7a3c", "#e6dcae", (-0.62, -0.50, 0.66, 0.52), 44, 0.35, _turtle),
    "jellyfish": Swimmer(0.9, "#c88ae0", "#f4dcf8", (-0.55, -0.50, 0.55, 0.95), 48, 0.0, _jellyfish),
    "octopus": Swimmer(1.0, "#d8604c", "#f6c8b0", (-0.75, -0.66, 0.75, 0.55), 48, 0.15, _octopus),
}

WORDS: dict[str, tuple[float, tuple[str, ...]]] = {
    "fish": (0.5, ("fish", "goldfish", "clownfish", "koi", "salmon", "trout", "tuna", "carp", "angelfish", "piranha")),
    "shark": (1.2, ("shark", "great white", "hammerhead")),
    "whale": (2.0, ("whale", "humpback", "blue whale", "orca", "sperm whale")),
    "dolphin": (0.8, ("dolphin", "porpoise", "seal", "mermaid", "manatee")),
    "turtle": (0.8, ("turtle", "sea turtle", "tortoise")),
    "jellyfish": (1.1, ("jellyfish", "medusa")),
    "octopus": (1.0, ("octopus", "squid", "kraken", "cuttlefish")),
}
