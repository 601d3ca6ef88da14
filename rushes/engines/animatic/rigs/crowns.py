"""Crowns: what grows on the head of an animal: antlers, horns, a trunk with tusks. Drawn in skulls."""

from __future__ import annotations

from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.coat import Coat
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point

_HORN, _BONE = rgb("#d9c9a8"), rgb("#b08a5c")


def draw_crown(pen: Pen, breed: Breed, coat: Coat) -> None:
    drawn = _CROWNS.get(breed.crown)
    if drawn is not None:
        drawn(pen, coat)


def _antlers(pen: Pen, coat: Coat) -> None:
    for shade, shift in ((0.66, 0.30), (1.0, -0.05)):
        bone = dim(_BONE, shade)
        with pen.turned(shift, -0.85):
            pen.tube([(0, 0), (-0.45, -1.1), (-0.35, -2.2), (0.25, -3.1)], [0.26, 0.21, 0.17, 0.05], bone)
            pen.tube([(-0.36, -0.75), (0.15, -1.15), (0.45, -1.6)], [0.18, 0.14, 0.04], bone)
            pen.tube([(-0.44, -1.5), (0.15, -1.9), (0.55, -2.4)], [0.17, 0.13, 0.04], bone)
            pen.tube([(-0.40, -1.9), (-0.85, -2.4), (-0.9, -2.9)], [0.16, 0.12, 0.04], bone)


def _palms(pen: Pen, coat: Coat) -> None:
    """A moose's broad antlers."""
    for shade, shift in ((0.66, 0.34), (1.0, -0.05)):
        bone = dim(_BONE, shade)
        with pen.turned(shift, -0.80):
            pen.tube([(0, 0), (-0.30, -0.50), (-0.75, -0.80)], [0.26, 0.24, 0.30], bone)
            pen.blob(
                [
                    (-0.35, -0.50),
                    (-0.10, -1.25),
                    (-0.35, -2.05),
                    (-1.15, -2.25),
                    (-1.95, -1.75),
                    (-1.75, -0.95),
                    (-1.00, -0.55),
                ],
                bone,
            )
            for x, y, tx, ty in ((-0.18, -1.3, 0.28, -1.75), (-0.4, -1.9, -0.10, -2.65), (-0.95, -2.15, -0.90, -2.90), (-1.5, -2.0, -1.75, -2.70), (-1.85, -1.6, -2.40, -2.05)):  # fmt: skip
                pen.tube([(x, y), (tx, ty)], [0.26, 0.05], bone)


def _horns(pen: Pen, coat: Coat) -> None:
    for shade, shift in ((0.7, 0.22), (1.0, -0.08)):
        with pen.turned(shift, -0.78):
            pen.tube([(0, 0), (0.28, -0.45), (0.30, -0.95)], [0.30, 0.22, 0.05], dim(_HORN, shade))


def _sweep(pen: Pen, coat: Coat) -> None:
    """Long horns that sweep back: a goat's, an antelope's."""
    for shade, shift in ((0.7, 0.24), (1.0, -0.08)):
        with pen.turned(shift, -0.78):
            line: list[Point] = [(0, 0), (-0.22, -0.85), (-0.80, -1.55), (-1.30, -1.75)]
            pen.tube(line, [0.30, 0.25, 0.15, 0.04], dim(_HORN, 0.82 * shade))
            for k in range(1, 6):
                x, y = -0.05 - 0.10 * k * (0.6 + 0.14 * k), -0.27 * k
                pen.line([(x - 0.11, y), (x + 0.11, y - 0.07)], 0.045, dim(_HORN, 0.58 * shade), 0.8)


def _curls(pen: Pen, coat: Coat) -> None:
    """A ram's horns, round beside the ear."""
    pen.tube([(0.0, -0.75), (-0.60, -0.95), (-1.05, -0.35), (-0.80, 0.35), (-0.25, 0.42), (-0.05, 0.05)], [0.42, 0.40, 0.36, 0.28, 0.20, 0.06], dim(_HORN, 0.85))  # fmt: skip
    for x, y, tx, ty in ((-0.35, -0.72, -0.42, -1.08), (-0.72, -0.62, -0.98, -0.86), (-0.86, -0.25, -1.20, -0.25), (-0.74, 0.12, -1.00, 0.32), (-0.5, 0.3, -0.55, 0.55)):  # fmt: skip
        pen.line([(x, y), (tx, ty)], 0.045, dim(_HORN, 0.6), 0.8)


def _bumps(pen: Pen, coat: Coat) -> None:
    for shift in (0.2, -0.12):
        pen.tube([(shift, -0.7), (shift - 0.1, -1.35)], [0.18, 0.16], coat.main)
        pen.dot(shift - 0.1, -1.42, 0.16, coat.dark)


def _spire(pen: Pen, coat: Coat) -> None:
    gold = rgb("#f3d27a")
    pen.tube([(0.42, -0.75), (0.86, -1.55), (1.3, -2.5)], [0.34, 0.22, 0.03], gold)
    for k in range(4):
        x, y = 0.52 + 0.17 * k, -0.95 - 0.33 * k
        pen.line([(x - 0.14 + 0.02 * k, y - 0.02), (x + 0.10 - 0.02 * k, y + 0.06)], 0.05, tint(dim(gold, 0.75), 0.1))


def draw_trunk(pen: Pen, coat: Coat, swing: float, mouth: float) -> None:
    """An elephant's, with a tusk before it; raised when it calls."""
    sway = 0.35 * swing
    hide = coat.main
    up = mouth
    low: list[Point] = [(0.75, -0.15), (1.35, 0.35), (1.42 + 0.2 * sway, 1.5), (1.30 + 0.5 * sway, 2.5), (1.62 + 0.9 * sway, 3.15), (2.0 + 1.0 * sway, 3.1)]  # fmt: skip
    high: list[Point] = [(0.75, -0.15), (1.55, 0.25), (2.35, 0.05), (2.75, -0.85), (2.55, -1.75), (2.95, -2.15)]
    points = [(a[0] + (b[0] - a[0]) * up, a[1] + (b[1] - a[1]) * up) for a, b in zip(low, high, strict=True)]
    pen.tube(points, [1.15, 0.88, 0.62, 0.46, 0.36, 0.30], hide)
    if up < 0.1:
        for k in range(1, 9):
            y = 0.4 + 0.24 * k
            width = 0.36 - 0.022 * k
            pen.line([(1.40 + 0.02 * k * sway - width, y), (1.42 + 0.02 * k * sway, y + 0.05), (1.40 + 0.02 * k * sway + width * 0.7, y)], 0.035, dim(hide, 0.72), 0.6)  # fmt: skip
    pen.tube([(0.72, 0.55), (1.25, 1.15), (1.95, 1.25)], [0.30, 0.25, 0.05], rgb("#f5eedd"))


def draw_nose_horns(pen: Pen, tip: float) -> None:
    pen.tube([(tip - 0.40, -0.30), (tip - 0.18, -0.85), (tip + 0.10, -1.65)], [0.52, 0.34, 0.04], _HORN)
    pen.tube([(tip - 1.00, -0.45), (tip - 0.95, -0.80), (tip - 0.90, -1.10)], [0.36, 0.24, 0.05], dim(_HORN, 0.92))


def _frill(pen: Pen, coat: Coat) -> None:
    """A triceratops' collar and three horns."""
    rim = [(0.35, -1.0), (-0.35, -1.85), (-1.25, -1.95), (-1.85, -1.15), (-1.80, 0.05), (-1.15, 0.75), (-0.25, 0.80)]
    pen.blob(rim, coat.main)
    pen.blob([(0.9 * x - 0.02, 0.84 * y - 0.06) for x, y in rim], dim(coat.main, 0.82))
    for x, y in rim[1:6]:
        pen.dot(x, y, 0.17, tint(_HORN, 0.2))
    for shade, shift in ((0.75, 0.26), (1.0, 0.0)):
        pen.tube([(0.25 + shift, -0.70), (0.75 + shift, -1.25), (1.60 + shift, -1.65)], [0.36, 0.27, 0.04], dim(_HORN, shade))  # fmt: skip
    pen.tube([(1.55, -0.30), (1.75, -0.62), (1.85, -0.95)], [0.34, 0.22, 0.04], _HORN)


_CROWNS = {
    "antlers": _antlers,
    "palms": _palms,
    "horns": _horns,
    "sweep": _sweep,
    "curls": _curls,
    "bumps": _bumps,
    "spire": _spire,
    "frill": _frill,
}
