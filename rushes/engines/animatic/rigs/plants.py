"""Plants that stand as subjects: trees that sway, flowers that nod."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Glow, Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.thing import Thing
from rushes.engines.animatic.rigs.trees import BARK as _BARK
from rushes.engines.animatic.rigs.trees import tree_of

_GREEN = rgb("#4f9a46")
_STANDS = frozenset({"stand", "grow", "dance"})


def _sway(moment: Moment, height: float, strength: float = 0.035) -> float:
    turn = 2 * math.pi * moment.phase
    return strength * height * height * (math.sin(turn) + 0.4 * math.sin(2 * turn + 1.1))


def _plain_tree(pen: Pen, hue: Rgb, moment: Moment) -> None:
    tree_of(Subject("tree", "tree"), 0)(pen, hue, moment)


def _pine(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.9, shade=0.0):
        pen.tube([(0.0, -0.03), (0.0, -0.3)], [0.08, 0.06], _BARK)
    for k in range(6):
        low, high = -0.10 - 0.135 * k, -0.40 - 0.12 * k
        half = 0.34 - 0.052 * k
        a, b = _sway(moment, -low), _sway(moment, -high)
        with pen.part(puff=0.7, shade=0.3):
            fringe: list[Point] = []
            for j in range(9):
                share = j / 8
                fringe.append(
                    (a + half - 2 * half * share, low + (0.022 if j % 2 else -0.012) - 0.03 * (1 - abs(2 * share - 1)))
                )
            pen.blob(
                [(b, min(-0.99, high) if k == 5 else high), *fringe],
                pen.ramp((0, high), (0, low), [tint(hue, 0.10), hue, dim(hue, 0.72)]),
                tight=0.45,
            )


def _christmas_tree(pen: Pen, hue: Rgb, moment: Moment) -> None:
    still = Moment()
    _pine(pen, hue, still)
    with pen.part(puff=0.9, shade=0.2):
        for row in range(5):
            half = 0.24 - 0.042 * row
            y = -0.17 - 0.14 * row
            for k in range(4 - row // 2):
                x = -half + 2 * half * k / max(1, 3 - row // 2)
                pen.dot(
                    x,
                    y + 0.02 * math.sin(k * 2.0),
                    0.024,
                    (rgb("#d8343c"), rgb("#f0c040"), rgb("#4a90d8"), rgb("#e878b0"))[(k + row) % 4],
                )
    with pen.part(lit=False):
        for k in range(16):
            y = -0.14 - 0.05 * k
            x = (0.27 - 0.016 * k) * math.sin(k * 2.3)
            on = 0.5 + 0.5 * math.sin(2 * math.pi * moment.phase * 2 + k * 1.7)
            pen.dot(x, y, 0.011, rgb("#fff0b0"), 0.25 + 0.75 * on)
        star = [
            (
                0.065 * (1.0 if j % 2 == 0 else 0.45) * math.cos(math.pi * (j / 5 - 0.5)),
                -1.0 + 0.065 * (1.0 if j % 2 == 0 else 0.45) * math.sin(math.pi * (j / 5 - 0.5)),
            )
            for j in range(10)
        ]
        pen.poly(star, rgb("#ffd84a"))


def _palm(pen: Pen, hue: Rgb, moment: Moment) -> None:
    lean = _sway(moment, 0.85, 0.05)
    top: Point = (0.16 + lean, -0.80)
    with pen.part(puff=0.8, shade=0.0):
        for k, angle in enumerate((-2.9, -0.2, -2.3, -0.8)):
            _frond(pen, dim(hue, 0.7), top, angle, 0.36, moment, k)
    with pen.part(puff=0.9, shade=0.2):
        pen.tube(
            [(-0.06, -0.04), (-0.02, -0.3), (0.06 + lean * 0.4, -0.58), top],
            [0.09, 0.062, 0.052, 0.048],
            rgb("#8a6a48"),
        )
        for k in range(9):
            y = -0.06 - 0.08 * k
            x = -0.05 + 0.20 * (k / 9) ** 1.6
            pen.line([(x - 0.03, y), (x, y + 0.008), (x + 0.03, y)], 0.008, rgb("#5c4430"), 0.7)
        for dx in (-0.03, 0.03):
            pen.dot(top[0] + dx, top[1] + 0.04, 0.032, rgb("#6a4a2c"))
    with pen.part(puff=0.8, shade=0.25):
        for k, angle in enumerate((-3.3, 0.25, -2.6, -0.5, -1.6)):
            _frond(pen, hue, top, angle, 0.40, moment, k + 5)


def _frond(pen: Pen, hue: Rgb, root: Point, angle: float, long: float, moment: Moment, lead: int) -> None:
    nod = 0.025 * math.sin(2 * math.pi * moment.phase + lead)
    side = 1.0 if math.cos(angle) > 0 else -1.0
    middle = (root[0] + 0.55 * long * math.cos(angle), root[1] + 0.55 * long * math.sin(angle) - 0.05)
    tip = (root[0] + long * math.cos(angle) + 0.03 * side, root[1] + long * math.sin(angle) + 0.13 + nod)
    pen.tube([root, middle, tip], [0.035, 0.10, 0.01], hue)
    pen.line([root, middle, tip], 0.008, tint(hue, 0.3), 0.8)


def _flower(pen: Pen, hue: Rgb, moment: Moment) -> None:
    _opening(pen, hue, moment, 1.0)


def _opening(pen: Pen, hue: Rgb, moment: Moment, share: float) -> None:
    """A shoot comes up, the bud on it opens petal by petal."""
    tall = 0.42 + 0.58 * min(1.0, share / 0.55)
    open_ = max(0.0, (share - 0.35) / 0.65)
    sway = _sway(moment, 0.8, 0.08)
    head: Point = (sway * tall, -0.74 * tall)
    with pen.part(puff=0.8, shade=0.0):
        pen.tube([(0.0, 0.0), (0.02, -0.35 * tall), head], [0.04, 0.032, 0.026], _GREEN)
        for side in (-1, 1):
            leaf = min(1.0, share / 0.4)
            pen.blob(
                [
                    (0.01, -0.12 * tall),
                    (side * 0.10 * leaf, -0.12 * tall - 0.12 * leaf),
                    (side * 0.24 * leaf, -0.12 * tall - (0.16 - 0.01 * math.sin(2 * math.pi * moment.phase)) * leaf),
                    (side * 0.14 * leaf, -0.12 * tall - 0.02 * leaf),
                ],
                _GREEN,
            )
    fan = 0.10 + 0.90 * open_
    with pen.part(puff=0.7, shade=0.25):
        for layer, count, reach, tone in ((0, 9, 0.155, 0.84), (1, 9, 0.135, 1.0)):
            # The outer ones first: those that lie behind have opened farthest.
            for k in sorted(range(count), key=lambda k: -abs((k + 0.5 * layer) / count - 0.5)):
                angle = (((k + 0.5 * layer) / count + 0.5) % 1.0 - 0.5) * 360 * fan + 60 * sway
                with pen.turned(head[0], head[1], angle):
                    pen.oval(
                        0.0,
                        -reach * (0.55 + 0.45 * open_),
                        0.030 + 0.022 * open_,
                        0.105 * (0.8 + 0.2 * open_),
                        dim(hue, tone),
                    )
        if open_ < 0.6:
            # The sepals hold the bud until it is too large for them.
            for side in (-1, 0, 1):
                with pen.turned(head[0], head[1] + 0.02, 26 * side + 90 * open_ * side):
                    pen.oval(0.0, -0.055, 0.026, 0.075 * (1 - 0.5 * open_), dim(_GREEN, 0.9 + 0.1 * side))
    if open_ <= 0.25:
        return
    heart = min(1.0, (open_ - 0.25) / 0.6)
    with pen.part(puff=0.9, shade=0.3):
        pen.dot(head[0], head[1], 0.085 * heart, rgb("#f2b830"))
        for k in range(9):
            pen.dot(
                head[0] + 0.05 * heart * math.cos(k * 2.4) * (k / 9),
                head[1] + 0.05 * heart * math.sin(k * 2.4) * (k / 9),
                0.012 * heart,
                rgb("#b5761c"),
            )


def _sunflower(pen: Pen, hue: Rgb, moment: Moment) -> None:
    sway = _sway(moment, 0.85, 0.05)
    head: Point = (sway, -0.80)
    with pen.part(puff=0.8, shade=0.0):
        pen.tube([(0.0, 0.0), (0.01, -0.4), head], [0.045, 0.038, 0.03], _GREEN)
        for side, y in ((-1, -0.22), (1, -0.34), (-1, -0.48)):
            pen.blob([(0.0, y), (side * 0.09, y - 0.10), (side * 0.22, y - 0.08), (side * 0.12, y + 0.02)], _GREEN)
    with pen.part(puff=0.6, shade=0.25):
        for k in range(18):
            with pen.turned(head[0], head[1], k * 20 + 40 * sway):
                pen.blob(
                    [(0.0, -0.08), (0.035, -0.14), (0.0, -0.205), (-0.035, -0.14)], hue if k % 2 else dim(hue, 0.88)
                )
    with pen.part(puff=0.9, shade=0.3):
        pen.dot(head[0], head[1], 0.105, rgb("#5a3618"))
        for k in range(30):
            reach = 0.09 * math.sqrt(k / 30)
            pen.dot(head[0] + reach * math.cos(k * 2.4), head[1] + reach * math.sin(k * 2.4), 0.008, rgb("#8a5c28"))


def _cactus(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.9, shade=0.0):
        pen.tube([(0.0, -0.11), (0.0, -0.5), (0.0, -0.90)], [0.24, 0.25, 0.20], hue)
        pen.tube([(0.05, -0.38), (0.30, -0.40), (0.32, -0.68)], [0.13, 0.14, 0.12], hue)
        pen.tube([(-0.05, -0.28), (-0.28, -0.30), (-0.30, -0.54)], [0.12, 0.13, 0.11], hue)
        for x in (-0.06, 0.0, 0.06):
            pen.line([(x, -0.02), (x, -0.5), (x * 0.8, -0.92)], 0.010, dim(hue, 0.68), 0.8)
        pen.dot(0.02, -1.0, 0.055, rgb("#f06a9a"))
        pen.dot(0.32, -0.745, 0.04, rgb("#f06a9a"))


def _mushroom(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.9, shade=0.0):
        pen.blob(
            [(-0.15, 0.0), (-0.11, -0.3), (-0.13, -0.52), (0.13, -0.52), (0.11, -0.3), (0.16, 0.0)], rgb("#f2e8d6")
        )
    with pen.part(puff=0.9, shade=0.35):
        pen.blob(
            [(-0.48, -0.46), (-0.42, -0.72), (-0.16, -0.94), (0.16, -0.94), (0.42, -0.72), (0.48, -0.46), (0.0, -0.40)],
            pen.ramp((0, -0.95), (0, -0.4), [tint(hue, 0.12), hue, dim(hue, 0.8)]),
        )
        for x, y, radius in ((-0.25, -0.66, 0.065), (0.02, -0.80, 0.075), (0.27, -0.62, 0.06), (0.05, -0.55, 0.045)):
            pen.oval(x, y, radius, radius * 0.85, WHITE)


def _pumpkin(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.8, shade=0.0):
        pen.tube([(0.0, -0.7), (0.03, -0.86), (0.12, -0.94)], [0.12, 0.09, 0.07], rgb("#5a7a34"))
        for x, half in ((-0.36, 0.20), (0.36, 0.20), (-0.20, 0.24), (0.20, 0.24), (0.0, 0.24)):
            pen.oval(x, -0.38, half, 0.38, mix(hue, rgb("#a8481c"), abs(x) * 0.7))
    with pen.part(lit=False):
        glow = rgb("#ffd860")
        for x in (-0.2, 0.2):
            pen.poly([(x - 0.09, -0.40), (x, -0.56), (x + 0.09, -0.40)], glow)
        pen.poly(
            [
                (-0.28, -0.26),
                (-0.14, -0.20),
                (-0.08, -0.27),
                (0.0, -0.19),
                (0.08, -0.27),
                (0.14, -0.20),
                (0.28, -0.26),
                (0.16, -0.10),
                (-0.16, -0.10),
            ],
            glow,
        )


def _apple(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.95, shade=0.0):
        pen.tube([(0.0, -0.72), (0.03, -0.84), (0.08, -0.92)], [0.05, 0.04, 0.04], _BARK)
        pen.blob([(0.06, -0.86), (0.20, -0.98), (0.36, -0.92), (0.22, -0.82)], _GREEN)
        pen.blob(
            [
                (0.0, -0.70),
                (-0.24, -0.80),
                (-0.45, -0.52),
                (-0.36, -0.16),
                (-0.14, 0.0),
                (0.0, -0.04),
                (0.14, 0.0),
                (0.36, -0.16),
                (0.45, -0.52),
                (0.24, -0.80),
            ],
            hue,
        )
        pen.oval(-0.22, -0.56, 0.06, 0.13, WHITE, 0.55, degrees=25)


THINGS: dict[str, Thing] = {
    "tree": Thing(4.6, _plain_tree, ("tree", "oak", "maple", "cherry tree", "willow", "bonsai", "apple tree", "birch", "maple tree", "birch tree", "cherry blossom tree", "weeping willow", "willow tree", "bare tree", "dead tree", "leafless tree"), ("#4f9a46", "#5aa84e", "#3f8a4a"), reach=(-0.82, -1.15, 0.82, 0.06), poses=48, actions=_STANDS, of=tree_of),
    "pine": Thing(4.8, _pine, ("pine", "pine tree", "fir", "spruce", "cedar", "evergreen"), ("#2f6a48", "#2c5f50"), reach=(-0.5, -1.1, 0.5, 0.06), poses=48, actions=_STANDS),
    "christmas_tree": Thing(3.2, _christmas_tree, ("christmas tree", "xmas tree"), ("#2a6a44",), reach=(-0.5, -1.15, 0.5, 0.06), poses=36, glows=(Glow(0, -1.0, 0.25, (1.0, 0.85, 0.4)), Glow(0, -0.45, 0.6, (0.9, 0.65, 0.3), by_night=True)), actions=_STANDS),
    "palm": Thing(4.6, _palm, ("palm", "palm tree", "coconut tree"), ("#4a9a4a",), reach=(-0.55, -1.3, 0.85, 0.06), poses=48, actions=_STANDS),
    "flower": Thing(0.8, _flower, ("flower", "rose", "tulip", "daisy", "lily", "lotus", "orchid", "poppy", "blossom"), ("#e85a80", "#f2f0f4", "#a86ad8", "#e8483c"), reach=(-0.5, -1.2, 0.5, 0.08), poses=48, actions=_STANDS, grow=_opening),
    "sunflower": Thing(1.5, _sunflower, ("sunflower",), ("#f6c028",), reach=(-0.45, -1.2, 0.45, 0.06), poses=48, actions=_STANDS),
    "cactus": Thing(1.7, _cactus, ("cactus", "saguaro"), ("#4f8a50",), actions=_STANDS),
    "mushroom": Thing(0.6, _mushroom, ("mushroom", "toadstool"), ("#d8383c", "#c8843c"), actions=_STANDS),
    "pumpkin": Thing(0.6, _pumpkin, ("pumpkin", "jack-o-lantern", "jack o lantern"), ("#ee8628",), glows=(Glow(0, -0.3, 0.9, (1.0, 0.65, 0.2), by_night=True),)),
    "apple": Thing(0.4, _apple, ("apple", "fruit", "peach", "tomato"), ("#d8343c", "#8ab83c"), reach=(-0.6, -1.15, 0.6, 0.1)),
}  # fmt: skip
