"""Fodder: what animals have before them or in their paws while they eat, dig and fish. Drawn in withers, beside the body."""

from __future__ import annotations

import math
from collections.abc import Callable

from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point

_LEAF, _BARK, _BAMBOO = rgb("#5f8a3c"), rgb("#7a5a3c"), rgb("#8fae4c")


def tree(pen: Pen, muzzle: Point, phase: float) -> None:
    """An acacia whose crown is as high as the muzzle, its trunk beyond it; one twig is pulled."""
    x, y = muzzle[0] + 0.44, muzzle[1]
    pull = 0.012 * math.sin(4 * math.pi * phase)
    with pen.part(puff=0.8, shade=0.0):
        pen.tube([(x + 0.16, 0.0), (x + 0.10, 0.5 * y), (x + 0.16, y + 0.06)], [0.16, 0.10, 0.07], _BARK)
        pen.tube([(x + 0.12, 0.55 * y), (x - 0.16, y + 0.06)], [0.07, 0.03], _BARK)
        pen.tube([(x + 0.12, 0.62 * y), (x + 0.48, y + 0.02)], [0.07, 0.03], _BARK)
    for row, (shift, high, wide) in enumerate(((0.14, -0.20, 0.62), (-0.10, -0.05, 0.44), (0.44, -0.06, 0.40))):
        with pen.part(puff=0.7, shade=0.3):
            hue = tint(_LEAF, 0.12 * (2 - row) / 2)
            for k in range(9):
                u = k / 8 * 2 - 1
                bump = 0.5 + 0.5 * math.sin(k * 2.1)
                pen.oval(
                    x + shift + 0.86 * wide * u,
                    y + high - 0.10 * (1 - u * u),
                    0.15 * wide + 0.03 * bump,
                    0.085 + 0.03 * bump,
                    hue,
                )
            for k in range(26):
                u, v = (k * 0.618) % 1 * 2 - 1, (k * 0.755) % 1
                at = (x + shift + 0.95 * wide * u, y + high - 0.16 * (1 - u * u) + 0.16 * v)
                pen.oval(*at, 0.028, 0.013, tint(hue, 0.22) if k % 2 else dim(hue, 0.78), 0.8, degrees=-30 + 50 * v)
    with pen.part(puff=0.6, shade=0.1):
        pen.line([(x - 0.30, y - 0.02), (muzzle[0] + 0.02, muzzle[1] + pull)], 0.014, _BARK)
        for k in range(6):
            share = k / 5
            pen.oval(
                x - 0.30 + (muzzle[0] + 0.03 - x + 0.30) * share,
                y - 0.02 + (pull + 0.02) * share,
                0.045,
                0.02,
                tint(_LEAF, 0.1),
                degrees=60 if k % 2 else -60,
            )


def bamboo(pen: Pen, paw: Point) -> None:
    """A stalk across the paw, its upper end at the mouth."""
    with pen.part(puff=0.7, shade=0.25), pen.turned(*paw, -24):
        pen.tube([(0.0, 0.42), (0.0, -0.34)], [0.05, 0.045], _BAMBOO)
        for y in (0.22, 0.02, -0.18):
            pen.line([(-0.027, y), (0.027, y)], 0.014, dim(_BAMBOO, 0.7))
        for at, turn in ((0.40, 150), (0.30, 40), (-0.10, 62), (0.36, 100)):
            with pen.turned(0, at, turn):
                pen.blob([(0, 0), (0.026, -0.12), (0.0, -0.26), (-0.026, -0.12)], _LEAF)


def nut(pen: Pen, paw: Point) -> None:
    with pen.part(puff=0.9, shade=0.2):
        pen.oval(paw[0] + 0.03, paw[1] - 0.03, 0.085, 0.10, rgb("#b5793a"))
        pen.oval(paw[0] + 0.03, paw[1] - 0.10, 0.095, 0.05, rgb("#6e4a26"))
        pen.line([(paw[0] + 0.03, paw[1] - 0.13), (paw[0] + 0.04, paw[1] - 0.19)], 0.02, rgb("#5a3c20"))


def carrot(pen: Pen, paw: Point) -> None:
    orange = rgb("#e8802c")
    with pen.part(puff=0.8, shade=0.2), pen.turned(*paw, -50):
        for turn in (-24, 0, 22):
            with pen.turned(-0.16, 0, turn - 90):
                pen.blob([(0, 0), (0.035, -0.12), (0.0, -0.24), (-0.035, -0.12)], _LEAF)
        pen.blob([(-0.17, 0.0), (-0.12, -0.085), (0.06, -0.06), (0.26, 0.0), (0.06, 0.06), (-0.12, 0.085)], orange)
        for k in range(3):
            pen.line([(-0.08 + 0.09 * k, -0.05), (-0.06 + 0.09 * k, 0.0)], 0.010, dim(orange, 0.75))


def cheese(pen: Pen, paw: Point) -> None:
    with pen.part(puff=0.5, shade=0.2):
        x, y = paw
        pen.poly([(x - 0.10, y + 0.04), (x + 0.17, y + 0.04), (x + 0.17, y - 0.14)], rgb("#f2c23c"))
        for dx, dy, radius in ((0.03, -0.01, 0.024), (0.11, -0.05, 0.030), (0.12, 0.01, 0.018)):
            pen.dot(x + dx, y + dy, radius, rgb("#d09a24"))


def twig(pen: Pen, paw: Point) -> None:
    with pen.part(puff=0.7, shade=0.2), pen.turned(*paw, -20):
        pen.tube([(-0.30, 0.06), (0.0, 0.0), (0.34, -0.03)], [0.05, 0.06, 0.045], _BARK)
        for at, turn in ((0.28, 40), (0.16, -50), (0.34, 0)):
            with pen.turned(at, -0.02, turn):
                pen.blob([(0, 0), (0.05, -0.07), (0.02, -0.16), (-0.04, -0.08)], _LEAF)


def clods(pen: Pen, x: float, phase: float) -> None:
    """Earth that flies back from the paws, and the heap it makes."""
    earth = rgb("#6e5138")
    with pen.part(puff=0.8, shade=0.0):
        pen.blob([(x - 0.34, 0.02), (x - 0.2, -0.06), (x, -0.03), (x + 0.16, -0.07), (x + 0.3, 0.02)], earth)
    with pen.part(puff=0.9, shade=0.0):
        for k in range(12):
            own = (6 * phase + k * 0.618) % 1
            far = 0.35 + 0.5 * ((k * 0.755) % 1)
            pen.dot(
                x - far * own,
                -0.02 - (0.5 + 0.4 * ((k * 0.37) % 1)) * own * (1 - own) * 2.4,
                0.026 * (1 - 0.5 * own),
                earth if k % 2 else dim(earth, 0.8),
            )


def fish(pen: Pen, muzzle: Point, phase: float) -> None:
    """A silver fish across the jaws, beating its tail; it comes up with the head."""
    if not 0.16 < phase < 0.97:
        return
    beat = 10 * math.sin(14 * math.pi * phase)
    back, side = rgb("#6f8794"), rgb("#d4dde0")
    with pen.part(puff=0.9, shade=0.3), pen.turned(muzzle[0] - 0.03, muzzle[1] + 0.05, 62):
        with pen.turned(0.16, 0, beat):
            pen.poly([(0.02, 0.0), (0.16, -0.10), (0.12, 0.0), (0.16, 0.10)], back)
            pen.blob([(-0.02, -0.055), (0.10, -0.02), (0.10, 0.02), (-0.02, 0.055)], side)
        pen.blob(
            [(-0.24, 0.0), (-0.12, -0.085), (0.08, -0.07), (0.18, 0.0), (0.08, 0.07), (-0.12, 0.085)],
            pen.ramp((0, -0.09), (0, 0.09), [back, side, side]),
        )
        pen.dot(-0.17, -0.015, 0.016, rgb("#1c2226"))


#: What is eaten out of a paw, by name.
IN_PAW: dict[str, Callable[[Pen, Point], None]] = {
    "bamboo": bamboo,
    "nut": nut,
    "carrot": carrot,
    "cheese": cheese,
    "twig": twig,
}
