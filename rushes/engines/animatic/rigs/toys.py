"""Toys and household things: ball, balloon, kite, gift, snowman, teddy, cup, book, clock, chest."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Glow, Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, closed
from rushes.engines.animatic.rigs.thing import Thing

_WOOD, _INK, _GOLD = rgb("#8a5632"), rgb("#26222a"), rgb("#f0c040")


def _ball(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=1.0, shade=0.0):
        skin = closed([(0.5 * math.cos(a), -0.5 + 0.5 * math.sin(a)) for a in (k * math.pi / 6 for k in range(12))])
        pen.fill(skin, hue)
        with pen.within(skin), pen.turned(0.0, -0.5, 360 * moment.phase):
            for k in range(3):
                with pen.turned(0, 0, 120 * k):
                    pen.poly([(0, 0), (0.35, -0.6), (-0.35, -0.6)], tint(hue, 0.85) if k else _GOLD)
            pen.dot(0, 0, 0.1, WHITE)


def _party_balloon(pen: Pen, hue: Rgb, moment: Moment) -> None:
    sway = 0.03 * math.sin(2 * math.pi * moment.phase)
    with pen.part(puff=0.9, shade=0.0):
        pen.line([(sway * 0.5, -0.52), (-0.03 - sway, -0.3), (0.02 + sway, 0.0)], 0.012, rgb("#e8e4de"))
        pen.poly([(-0.035, -0.49), (0.035, -0.49), (0.0, -0.545)], dim(hue, 0.8))
        pen.blob(
            [(0.0, -0.53), (-0.20, -0.68), (-0.22, -0.86), (0.0, -1.0), (0.22, -0.86), (0.20, -0.68)],
            pen.ramp((0, -1), (0, -0.5), [tint(hue, 0.2), hue, dim(hue, 0.85)]),
        )
        pen.oval(-0.09, -0.86, 0.035, 0.06, WHITE, 0.65, degrees=25)


def _kite(pen: Pen, hue: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    with pen.turned(0, -0.55, 6 * math.sin(turn)):
        with pen.part(puff=0.9, shade=0.0):
            tail = [(0.05 * math.sin(turn * 2 - j * 0.9) * j * 0.5 - 0.04 * j, 0.30 + 0.10 * j) for j in range(7)]
            pen.line(tail, 0.012, rgb("#f2efe8"))
            for j in range(1, 7, 2):
                x, y = tail[j]
                for side in (-1, 1):
                    pen.poly(
                        [(x, y), (x + side * 0.06, y - 0.03), (x + side * 0.06, y + 0.03)], _GOLD if j % 4 == 1 else hue
                    )
        with pen.part(puff=0.25, shade=0.2):
            pen.poly([(0, -0.42), (0.30, -0.08), (0, 0.32), (-0.30, -0.08)], hue)
            pen.poly([(0, -0.42), (0.30, -0.08), (0, -0.08)], mix(hue, _GOLD, 0.7))
            pen.poly([(0, 0.32), (-0.30, -0.08), (0, -0.08)], mix(hue, WHITE, 0.6))
            pen.line([(0, -0.42), (0, 0.32)], 0.012, _WOOD)
            pen.line([(-0.30, -0.08), (0.30, -0.08)], 0.012, _WOOD)


def _gift(pen: Pen, hue: Rgb, moment: Moment) -> None:
    ribbon = _GOLD if hue[0] > 0.5 or hue[1] < 0.5 else rgb("#d8343c")
    with pen.part(puff=0.4, shade=0.0):
        pen.box(-0.42, -0.62, 0.42, 0.0, pen.ramp((0, -0.6), (0, 0), [hue, dim(hue, 0.8)]), round=0.03)
        pen.box(-0.09, -0.62, 0.09, 0.0, ribbon)
    with pen.part(puff=0.5, shade=0.35):
        pen.box(-0.48, -0.76, 0.48, -0.56, tint(hue, 0.08), round=0.03)
        pen.box(-0.09, -0.76, 0.09, -0.56, ribbon)
        for side in (-1, 1):
            pen.blob([(0.0, -0.76), (side * 0.10, -0.96), (side * 0.28, -0.98), (side * 0.26, -0.82)], ribbon)
        pen.dot(0, -0.80, 0.06, dim(ribbon, 0.9))


def _snowman(pen: Pen, hue: Rgb, moment: Moment) -> None:
    snow = rgb("#f6f8fc")
    wave = math.sin(2 * math.pi * moment.phase)
    with pen.part(puff=0.9, shade=0.0):
        for side in (-1, 1):
            lift = 0.06 * wave if side > 0 else 0.0
            end = (side * 0.42, -0.66 - lift)
            pen.line([(side * 0.12, -0.52), end], 0.022, _WOOD)
            pen.line([(side * 0.34, -0.615 - lift * 0.7), (side * 0.40, -0.58 - lift)], 0.016, _WOOD)
    with pen.part(puff=0.95, shade=0.0):
        pen.oval(0, -0.20, 0.27, 0.21, snow)
    with pen.part(puff=0.95, shade=0.3):
        pen.oval(0, -0.50, 0.20, 0.175, snow)
        for y in (-0.58, -0.50, -0.42):
            pen.dot(0.05, y, 0.020, _INK)
    with pen.part(puff=0.95, shade=0.3):
        pen.dot(0, -0.75, 0.145, snow)
        for x in (-0.02, 0.085):
            pen.dot(x, -0.79, 0.020, _INK)
        for k in range(5):
            pen.dot(-0.035 + 0.035 * k, -0.695 + 0.010 * (2 - abs(k - 2)), 0.010, _INK)
    with pen.part(puff=0.9, shade=0.25):
        pen.tube([(0.03, -0.755), (0.20, -0.735)], [0.05, 0.008], rgb("#f08030"))
        pen.tube([(-0.13, -0.635), (0.0, -0.61), (0.13, -0.635)], [0.06, 0.065, 0.06], hue)
        pen.tube([(-0.06, -0.62), (-0.09, -0.48 + 0.01 * wave)], [0.06, 0.065], dim(hue, 0.9))
        pen.oval(0, -0.865, 0.19, 0.028, _INK)
        pen.poly([(-0.115, -0.865), (-0.12, -1.04), (0.12, -1.04), (0.115, -0.865)], _INK)
        pen.box(-0.118, -0.915, 0.118, -0.875, hue)


def _teddy(pen: Pen, hue: Rgb, moment: Moment) -> None:
    pale = mix(hue, rgb("#fff0d8"), 0.55)
    with pen.part(puff=0.95, shade=0.0):
        for side in (-1, 1):
            pen.tube([(side * 0.16, -0.45), (side * 0.34, -0.28)], [0.15, 0.14], hue)
            pen.oval(side * 0.26, -0.09, 0.15, 0.11, hue)
        pen.oval(0, -0.28, 0.25, 0.26, hue)
        pen.oval(0.0, -0.25, 0.15, 0.17, pale)
        for side in (-1, 1):
            pen.oval(side * 0.29, -0.08, 0.075, 0.06, pale)
    with pen.part(puff=0.95, shade=0.3):
        for side in (-1, 1):
            pen.dot(side * 0.19, -0.90, 0.09, hue)
            pen.dot(side * 0.19, -0.90, 0.05, pale)
        pen.oval(0, -0.72, 0.26, 0.23, hue)
        pen.oval(0.02, -0.65, 0.12, 0.095, pale)
        pen.oval(0.02, -0.69, 0.045, 0.032, _INK)
        for x in (-0.08, 0.12):
            pen.dot(x, -0.78, 0.028, _INK)
            pen.dot(x + 0.01, -0.79, 0.009, WHITE)
        pen.poly([(-0.13, -0.50), (0, -0.47), (-0.13, -0.43)], rgb("#d8343c"))
        pen.poly([(0.13, -0.50), (0, -0.47), (0.13, -0.43)], rgb("#d8343c"))


def _cup(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.7, shade=0.0):
        pen.oval(0, -0.03, 0.50, 0.05, mix(hue, WHITE, 0.5))
        ring = [
            (0.36 + 0.13 * math.cos(a), -0.33 + 0.14 * math.sin(a)) for a in (k * math.pi / 8 for k in range(-5, 6))
        ]
        pen.line(ring, 0.06, hue)
        pen.blob(
            [(-0.36, -0.60), (-0.33, -0.22), (-0.20, -0.04), (0.20, -0.04), (0.33, -0.22), (0.36, -0.60)],
            pen.ramp((-0.4, 0), (0.4, 0), [tint(hue, 0.15), hue, dim(hue, 0.85)]),
            tight=0.6,
        )
        pen.oval(0, -0.60, 0.365, 0.06, tint(hue, 0.3))
        pen.oval(0, -0.595, 0.32, 0.045, rgb("#5a3420"))
    with pen.part(lit=False):
        # Wisps that rise, wind and fade.
        for k in range(3):
            for j in range(9):
                rise = (j + moment.phase * 9) / 9 % 1
                x = -0.15 + 0.15 * k + (0.03 + 0.07 * rise) * math.sin(rise * 6 + 2 * math.pi * moment.phase + k * 2.1)
                y, radius = -0.62 - 0.62 * rise, 0.07 + 0.09 * rise
                pen.dot(x, y, radius, pen.glow((x, y), radius, WHITE, 0.62 * math.sin(math.pi * rise) ** 0.8))


def _book(pen: Pen, hue: Rgb, moment: Moment) -> None:
    flutter = 0.5 + 0.5 * math.sin(2 * math.pi * moment.phase)
    with pen.part(puff=0.3, shade=0.0):
        pen.blob(
            [
                (0, -0.14),
                (-0.45, -0.30),
                (-0.95, -0.22),
                (-0.92, -0.02),
                (-0.45, -0.08),
                (0, 0.0),
                (0.45, -0.08),
                (0.92, -0.02),
                (0.95, -0.22),
                (0.45, -0.30),
            ],
            hue,
            tight=0.5,
        )
    with pen.part(puff=0.4, shade=0.3):
        for side in (-1, 1):
            pen.blob(
                [
                    (0, -0.20),
                    (side * 0.42, -0.42),
                    (side * 0.88, -0.32),
                    (side * 0.86, -0.10),
                    (side * 0.42, -0.17),
                    (0, -0.06),
                ],
                rgb("#f8f1e0"),
                tight=0.6,
            )
            for k in range(4):
                pen.line(
                    [
                        (side * 0.12, -0.22 + 0.03 * k),
                        (side * 0.42, -0.35 + 0.045 * k),
                        (side * 0.76, -0.28 + 0.045 * k),
                    ],
                    0.010,
                    rgb("#8a8478"),
                    0.7,
                )
    with pen.part(puff=0.4, shade=0.2):
        lean = 0.55 - 0.9 * flutter
        pen.blob(
            [
                (0, -0.18),
                (lean * 0.4, -0.55),
                (lean * 0.9, -0.80),
                (lean * 0.95 + 0.02, -0.70),
                (lean * 0.5 + 0.03, -0.42),
            ],
            WHITE,
            tight=0.6,
        )


def _clock(pen: Pen, hue: Rgb, moment: Moment) -> None:
    turn = 360 * moment.phase
    with pen.part(puff=0.6, shade=0.0):
        for side in (-1, 1):
            pen.line([(side * 0.26, -0.14), (side * 0.34, 0.0)], 0.07, dim(hue, 0.7))
            pen.oval(side * 0.24, -0.90, 0.16, 0.11, tint(hue, 0.1), degrees=side * 35)
        pen.dot(0, -0.46, 0.43, hue)
        pen.dot(0, -0.46, 0.35, rgb("#faf5e8"))
    with pen.part(lit=False):
        for k in range(12):
            with pen.turned(0, -0.46, 30 * k):
                pen.line([(0, -0.31), (0, -0.28)], 0.018, _INK)
        for angle, long, wide in ((300 + turn / 12, 0.17, 0.035), (turn, 0.26, 0.024)):
            with pen.turned(0, -0.46, angle):
                pen.line([(0, 0.03), (0, -long)], wide, _INK)
        pen.dot(0, -0.46, 0.03, rgb("#d8343c"))


def _chest(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.5, shade=0.0):
        pen.blob(
            [(-0.62, -0.55), (-0.66, -0.86), (-0.40, -1.0), (0.40, -1.0), (0.66, -0.86), (0.62, -0.55)],
            dim(hue, 0.72),
            tight=0.5,
        )
        pen.box(-0.56, -0.80, 0.56, -0.5, rgb("#2c1a12"), round=0.05)
    with pen.part(puff=0.9, shade=0.0):
        for k in range(15):
            pen.oval(
                -0.5 + 0.072 * k,
                -0.54 - 0.10 * math.sin(k * math.pi / 14) - 0.03 * (k % 3),
                0.075,
                0.05,
                _GOLD if k % 2 else dim(_GOLD, 0.88),
            )
        pen.poly([(0.18, -0.66), (0.26, -0.76), (0.34, -0.66), (0.26, -0.56)], rgb("#e0385c"))
        pen.poly([(-0.30, -0.64), (-0.22, -0.74), (-0.14, -0.64), (-0.22, -0.54)], rgb("#40b0e0"))
    with pen.part(puff=0.4, shade=0.35):
        pen.box(-0.64, -0.50, 0.64, 0.0, pen.ramp((0, -0.5), (0, 0), [tint(hue, 0.08), dim(hue, 0.8)]), round=0.04)
        for x in (-0.52, 0.52):
            pen.box(x - 0.06, -0.50, x + 0.06, 0.0, rgb("#c89a3c"))
        pen.box(-0.64, -0.50, 0.64, -0.42, rgb("#c89a3c"))
        pen.box(-0.09, -0.46, 0.09, -0.24, rgb("#e8c050"), round=0.03)
        pen.dot(0, -0.35, 0.03, _INK)


def _umbrella(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.9, shade=0.0):
        pen.line([(0.0, -0.9), (0.0, -0.10), (0.05, -0.02), (0.12, -0.06)], 0.03, _WOOD)
    with pen.part(puff=0.8, shade=0.3):
        pen.blob(
            [
                (0, -1.0),
                (0.35, -0.92),
                (0.60, -0.62),
                (0.42, -0.66),
                (0.28, -0.60),
                (0.14, -0.67),
                (0.0, -0.60),
                (-0.14, -0.67),
                (-0.28, -0.60),
                (-0.42, -0.66),
                (-0.60, -0.62),
                (-0.35, -0.92),
            ],
            pen.ramp((-0.6, 0), (0.6, 0), [dim(hue, 0.78), hue, tint(hue, 0.15)]),
            tight=0.75,
        )
        for side in (-1, 0, 1):
            pen.line([(0, -1.0), (side * 0.18, -0.85), (side * 0.28, -0.61)], 0.012, dim(hue, 0.65))


def _chair(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.6, shade=0.0):
        for x, tone in ((-0.20, 0.7), (0.26, 0.7), (-0.27, 1.0), (0.20, 1.0)):
            pen.tube([(x, -0.44), (x * 1.08, 0.0)], [0.055, 0.045], dim(hue, tone))
        pen.tube([(-0.26, -0.42), (-0.32, -1.0)], [0.06, 0.05], hue)
        for y in (-0.94, -0.78, -0.62):
            pen.tube([(-0.31, y), (-0.21, y - 0.01)], [0.06, 0.06], dim(hue, 0.85))
        pen.box(-0.31, -0.49, 0.29, -0.40, tint(hue, 0.08), round=0.04)


def _heart(pen: Pen, hue: Rgb, moment: Moment) -> None:
    beat = (
        1
        + 0.06 * max(0.0, math.sin(2 * math.pi * moment.phase)) ** 2
        + 0.04 * max(0.0, math.sin(2 * math.pi * moment.phase - 1.2)) ** 4
    )
    with pen.turned(0, -0.48, 0, beat), pen.part(puff=0.95, shade=0.0):
        pen.blob(
            [
                (0, 0.44),
                (-0.28, 0.18),
                (-0.46, -0.12),
                (-0.36, -0.38),
                (-0.16, -0.42),
                (0, -0.24),
                (0.16, -0.42),
                (0.36, -0.38),
                (0.46, -0.12),
                (0.28, 0.18),
            ],
            pen.ramp((0, -0.4), (0, 0.4), [tint(hue, 0.12), hue, dim(hue, 0.85)]),
            tight=0.9,
        )
        pen.oval(-0.24, -0.22, 0.06, 0.10, WHITE, 0.6, degrees=30)


def _crystal(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.3, shade=0.0, gain=1.15):
        for x, lean, tall, wide in (
            (-0.26, -16, 0.62, 0.14),
            (0.28, 18, 0.55, 0.13),
            (0.12, 7, 0.72, 0.13),
            (-0.05, -3, 0.98, 0.18),
        ):
            with pen.turned(x, 0, lean):
                pen.poly([(-wide, 0), (-wide, -tall * 0.78), (0, -tall), (0, 0)], tint(hue, 0.30))
                pen.poly([(wide, 0), (wide, -tall * 0.74), (0, -tall), (0, 0)], dim(hue, 0.85))
                pen.poly([(-wide, -tall * 0.78), (0, -tall), (wide * 0.1, -tall * 0.68)], tint(hue, 0.6))


_STAND = frozenset({"stand"})
_FLOAT = frozenset({"float", "fly", "stand", "hover"})
_PULSE = Glow(0, -0.45, 0.9, (0.5, 0.7, 1.0))
THINGS: dict[str, Thing] = {
    "ball": Thing(0.5, _ball, ("ball", "football", "basketball", "beach ball", "soccer ball", "tennis ball"), ("#d8483c", "#3a7ac8", "#e89030"), reach=(-0.7, -1.15, 0.7, 0.1), poses=24, rate=24, speed=1.6, actions=frozenset({"jump", "stand", "play", "spin", "fall"})),
    "party_balloon": Thing(1.4, _party_balloon, ("party balloon", "red balloon", "balloons", "helium balloon"), ("#e0383c", "#3a8ad8", "#f0b830", "#d868b0"), reach=(-0.35, -1.1, 0.35, 0.08), poses=48, lift=0.7, bobs=0.08, actions=_FLOAT),
    "kite": Thing(1.4, _kite, ("kite",), ("#e0483c", "#3a8ad8"), reach=(-0.7, -1.15, 0.7, 0.55), poses=48, lift=1.8, bobs=0.16, actions=_FLOAT),
    "gift": Thing(0.6, _gift, ("gift", "present", "parcel", "package"), ("#c8343c", "#3a78b8", "#3f8a5a"), actions=_STAND),
    "snowman": Thing(1.7, _snowman, ("snowman",), ("#d8343c", "#3a78b8", "#3f8a5a"), reach=(-0.55, -1.15, 0.55, 0.08), poses=36, actions=frozenset({"stand", "dance", "jump"})),
    "teddy": Thing(0.75, _teddy, ("teddy", "teddy bear", "toy", "doll", "plush", "stuffed animal"), ("#b57a42", "#c89464"), actions=frozenset({"stand", "sit", "dance", "jump"})),
    "cup": Thing(0.42, _cup, ("cup", "coffee", "tea", "mug", "coffee cup", "teacup", "hot chocolate", "cup of coffee", "cup of tea", "cup of hot coffee", "cup of hot tea", "mug of hot chocolate", "cup of hot chocolate", "mug of coffee", "mug of cocoa", "cup of cocoa", "hot coffee", "hot tea", "hot cocoa", "hot drink", "espresso", "cappuccino", "latte", "cocoa"), ("#e8e4dc", "#c8503c", "#4a8aa8"), reach=(-0.75, -1.5, 0.75, 0.1), poses=36),
    "book": Thing(0.45, _book, ("book", "diary", "novel", "magazine", "scroll"), ("#8a3038", "#2f4f7a"), reach=(-1.1, -1.1, 1.1, 0.12), poses=36),
    "clock": Thing(0.7, _clock, ("clock", "alarm clock", "watch", "hourglass"), ("#d8503c", "#3a7aa8"), poses=60, actions=_STAND),
    "chest": Thing(0.8, _chest, ("treasure chest", "chest", "treasure"), ("#7a4a2a",), reach=(-0.85, -1.15, 0.85, 0.1), glows=(Glow(0, -0.6, 0.8, (1.0, 0.8, 0.3), by_night=True),)),
    "umbrella": Thing(1.0, _umbrella, ("umbrella", "parasol"), ("#d8343c", "#f0b830", "#3a78b8"), reach=(-0.75, -1.15, 0.75, 0.1)),
    "chair": Thing(1.0, _chair, ("chair", "armchair", "stool", "throne", "rocking chair"), ("#8a5632", "#b5743c")),
    "heart": Thing(0.8, _heart, ("heart",), ("#e0345a",), reach=(-0.65, -1.15, 0.65, 0.12), poses=24, rate=24, lift=0.6, bobs=0.06, actions=_FLOAT),
    "crystal": Thing(0.9, _crystal, ("crystal", "gem", "diamond", "jewel", "gemstone", "ruby", "emerald"), ("#7a8af0", "#b06ae8", "#58c8c8"), reach=(-0.7, -1.15, 0.8, 0.1), glows=(_PULSE,)),
}  # fmt: skip
