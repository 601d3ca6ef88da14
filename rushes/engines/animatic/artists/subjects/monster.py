"""A friendly monster: a round, tufted body, two horns, large eyes and a tooth or two."""

import math
from collections.abc import Callable

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing

DARK, HORN = rgb("#1b1620"), rgb("#e8d9b4")
_GOING = frozenset({"walk", "run", "dance"})


def draw(pen: Pen, hue: Rgb, moment: Moment, *, goes: bool = False) -> None:
    step = math.sin(math.tau * moment.phase)
    lift = 0.03 * abs(step) if goes else 0.0
    breath = 1 + 0.012 * math.sin(math.tau * moment.phase)
    with pen.part(puff=0.9):
        for side in (-1, 1):
            up = 0.05 * max(0.0, side * step) if goes else 0.0
            pen.blob([(0.17 * side - 0.10, -0.02 - up), (0.17 * side + 0.15, -0.02 - up), (0.17 * side + 0.10, -0.13 - up), (0.17 * side - 0.08, -0.14 - up)], dim(hue, 0.8))  # fmt: skip
    with pen.part(puff=0.9), pen.turned(0.0, -lift, 2 * step if goes else 0.0):
        for side in (-1, 1):
            pen.tube([(0.15 * side, -0.80), (0.21 * side, -0.92), (0.17 * side, -1.00)], [0.11, 0.08, 0.02], HORN)
    with pen.part(puff=0.95), pen.turned(0.0, -lift, 2 * step if goes else 0.0):
        pen.blob([(0.0, -0.90 * breath), (0.27, -0.78), (0.37, -0.46), (0.33, -0.16), (0.0, -0.07), (-0.33, -0.16), (-0.37, -0.46), (-0.27, -0.78)], hue)  # fmt: skip
        for k in range(30):
            # Tufts around the outline, and some across the body.
            turn = math.tau * (k + 0.5) / 30
            x, y = 0.35 * math.cos(turn), -0.48 + 0.41 * math.sin(turn)
            out = (0.075 * math.cos(turn + 0.3), 0.075 * math.sin(turn + 0.3) + 0.02)
            pen.poly([(x - out[1] * 0.45, y + out[0] * 0.45), (x + out[0], y + out[1]), (x + out[1] * 0.45, y - out[0] * 0.45)], hue)  # fmt: skip
    with pen.part(puff=0.6, shade=0.15), pen.turned(0.0, -lift, 2 * step if goes else 0.0):
        pen.blob([(-0.17, -0.40), (0.17, -0.40), (0.21, -0.24), (0.0, -0.13), (-0.21, -0.24)], tint(hue, 0.35))
    with pen.part(puff=0.9), pen.turned(0.0, -lift, 2 * step if goes else 0.0):
        for side in (-1, 1):
            pen.tube([(0.31 * side, -0.52), (0.43 * side, -0.40), (0.42 * side, -0.27 + 0.03 * side * step)], [0.12, 0.10, 0.12], dim(hue, 0.92))  # fmt: skip
    with pen.part(puff=0.8, shade=0.2), pen.turned(0.0, -lift, 2 * step if goes else 0.0):
        for side in (-1, 1):
            pen.dot(0.125 * side + 0.02, -0.66, 0.105, WHITE)
    with pen.part(lit=False), pen.turned(0.0, -lift, 2 * step if goes else 0.0):
        for side in (-1, 1):
            x = 0.125 * side + 0.045
            if moment.blink:
                pen.line([(x - 0.09, -0.66), (x, -0.635), (x + 0.06, -0.66)], 0.02, dim(hue, 0.5))
                continue
            pen.dot(x, -0.655, 0.060, rgb("#4a8a3c"))
            pen.dot(x, -0.655, 0.036, DARK)
            pen.dot(x - 0.018, -0.680, 0.016, WHITE)
        wide = 0.02 + 0.09 * moment.mouth
        pen.blob([(-0.10, -0.505), (0.02, -0.49), (0.14, -0.505), (0.09, -0.475 + wide), (0.02, -0.465 + wide), (-0.05, -0.475 + wide)], DARK)  # fmt: skip
        for x in (-0.035, 0.075):
            pen.poly([(x - 0.018, -0.50), (x + 0.018, -0.50), (x, -0.458)], WHITE)


def _of(subject: Subject, seed: int) -> Callable[[Pen, Rgb, Moment], None]:
    def paint(pen: Pen, hue: Rgb, moment: Moment) -> None:
        draw(pen, hue, moment, goes=subject.action in _GOING)

    return paint


SUBJECT = Thing(
    height=1.1, draw=draw, of=_of, words=("monster", "little monster", "furry monster", "fluffy monster", "cute monster", "gremlin", "fuzzy creature", "creature", "critter", "yeti", "abominable snowman", "bigfoot", "sasquatch", "ogre", "troll"),
    colours=("#6a7fd8", "#58b08a", "#c86a9a", "#d88a4a"), reach=(-0.56, -1.12, 0.56, 0.06), poses=24, rate=24.0, speed=0.45,
    actions=frozenset({"stand", "dance", "jump", "walk", "look", "talk", "run"}), homes=("enchanted_forest", "bedroom"),
)  # fmt: skip
