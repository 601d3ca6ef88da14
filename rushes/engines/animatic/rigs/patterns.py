"""Patterns: stripes, patches, spots, a saddle, wool, and manes along the neck, by name."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.coat import Coat
from rushes.engines.animatic.rigs.hue import dim, mix, tint
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.trunk import Trunk, mixed


def _stripe(pen: Pen, coat: Coat, trunk: Trunk, u: float, wide: float, top: float, end: float, lean: float, alpha: float) -> None:  # fmt: skip
    """One stripe from the back down, pointed at its end, bent as a flank is round."""
    c, at = trunk.chest, trunk.at
    middle = (top + end) / 2
    pen.blob(
        [at(u - wide, top * c), at(u + wide, top * c), at(u + 0.75 * wide + 0.4 * lean, middle * c), at(u + lean, end * c),
         at(u - 0.75 * wide + 0.4 * lean, middle * c)],
        coat.mark, alpha, tight=0.8,
    )  # fmt: skip


def _stripes(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    c, length = trunk.chest, trunk.length
    zebra = breed.hoof
    count = 13 if zebra else 11
    with pen.within(trunk.path):
        for i in range(count):
            share = (i + 0.5) / count
            u = -0.75 * c + (length + 1.5 * c) * share
            lean = (0.10 if zebra else 0.05) * (0.5 - share) * 2 + 0.03 * sin(i * 2.4)
            deep = -0.85 if zebra else (-0.55, 0.05, -0.35, 0.25)[i % 4]
            _stripe(pen, coat, trunk, u, 0.030 if zebra else 0.024 + 0.008 * (i % 3), 1.35, deep, lean, 0.92)
            if not zebra and i % 2:
                _stripe(pen, coat, trunk, u + 0.03, 0.016, -1.2, -0.30, -0.03, 0.85)
    count = 6 if zebra else 3
    for k in range(count):
        share = (0.22 if zebra else 0.35) + k * (0.13 if zebra else 0.22)
        half = 0.52 * breed.neck_thick * (1.15 - 0.15 * share)
        pen.tube(
            [mixed(trunk.throat, trunk.poll, share, -half), mixed(trunk.throat, trunk.poll, share - 0.04, 0.0),
             mixed(trunk.throat, trunk.poll, share - 0.02, half * (0.9 if zebra else 0.3))],
            [0.05, 0.042, 0.012], coat.mark, 0.9,
        )  # fmt: skip


def _tabby(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    c, length = trunk.chest, trunk.length
    with pen.within(trunk.path):
        pen.tube([trunk.at(-0.8 * c, 0.95 * c), trunk.at(0.5 * length, 0.98 * c), trunk.at(length + 0.4 * c, 0.9 * c)], [0.05, 0.09, 0.05], coat.mark, 0.55)  # fmt: skip
        for i in range(8):
            u = -0.6 * c + (length + 1.1 * c) * (i + 0.5) / 8
            _stripe(
                pen, coat, trunk, u, 0.020 + 0.006 * (i % 2), 1.1, -0.25 if i % 2 else 0.05, 0.04 * sin(i * 1.9), 0.55
            )


def _patches(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    c, length = trunk.chest, trunk.length
    with pen.within(trunk.path):
        for u, v, size in ((0.00, 0.35, 0.20), (0.40, 0.80, 0.17), (0.52, -0.35, 0.11), (0.90, 0.15, 0.20)):
            pen.blob(
                [trunk.at(u * length + size * cos(a) * (1 + 0.28 * sin(3 * a + u * 9)), v * c + size * 0.85 * sin(a) * (1 + 0.2 * cos(2 * a + v))) for a in (k * pi / 5 for k in range(10))],
                coat.mark,
            )  # fmt: skip


def _rosettes(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    """Broken rings with a darker middle, small near the belly."""
    c, length = trunk.chest, trunk.length
    warm = mix(coat.main, coat.mark, 0.28)
    with pen.within(trunk.path):
        for i in range(12):
            for j in range(5):
                u = (i + 0.5 * (j % 2)) / 11 * (length + 1.6 * c) - 0.8 * c + 0.015 * sin(7.0 * i + j)
                x, y = trunk.at(u, (0.86 - 0.38 * j) * c)
                size = 0.036 - 0.003 * j
                pen.dot(x, y, size * 0.7, warm, 0.8)
                for k in range(4):
                    a = k * pi / 2 + i + 0.7 * j
                    pen.oval(
                        x + size * cos(a),
                        y + 0.85 * size * sin(a),
                        0.40 * size,
                        0.30 * size,
                        coat.mark,
                        0.92,
                        degrees=a * 57 + 90,
                    )
    for k in range(10):
        x, y = mixed(trunk.throat, trunk.poll, 0.15 + 0.09 * k, (-0.3 + 0.5 * ((k * 0.618) % 1)) * breed.neck_thick)
        pen.oval(x, y, 0.017, 0.014, coat.mark, 0.9)


def _dots(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    """Plain spots all over, of uneven size: a cheetah's, a dalmatian's."""
    c, length = trunk.chest, trunk.length
    with pen.within(trunk.path):
        for k in range(54):
            u, v = (k * 0.618034) % 1, (k * 0.754878) % 1
            x, y = trunk.at((length + 1.8 * c) * u - 0.9 * c, (1 - 2 * v) * c)
            size = 0.013 + 0.012 * ((k * 0.37) % 1)
            pen.oval(x, y, size, size * 0.85, coat.mark, 0.92, degrees=50.0 * k)
    for k in range(7):
        x, y = mixed(trunk.throat, trunk.poll, 0.15 + 0.12 * k, (-0.3 + 0.6 * ((k * 0.618) % 1)) * breed.neck_thick)
        pen.oval(x, y, 0.017, 0.014, coat.mark, 0.9)


def _spots(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    """Light spots in rows along the back, as a deer's."""
    c, length = trunk.chest, trunk.length
    with pen.within(trunk.path):
        for i in range(10):
            for j in range(3):
                u = (i + 0.5 * (j % 2)) / 9 * (length + c) - 0.5 * c
                x, y = trunk.at(u, (0.66 - 0.30 * j) * c)
                pen.oval(x, y, 0.016, 0.012, coat.mark, 0.8 - 0.15 * j, degrees=40.0 * i)


def _net(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    """A giraffe's: large angular patches with light lines between, down the body and up the neck."""
    c, length = trunk.chest, trunk.length

    def patch(x: float, y: float, size: float, number: float) -> None:
        pen.blob(
            [(x + size * (0.95 + 0.2 * sin(number * 3 + k * 2.1)) * cos(k * pi / 3 + number), y + size * (0.85 + 0.2 * cos(number * 2 + k)) * sin(k * pi / 3 + number)) for k in range(6)],
            coat.mark, 0.95, tight=0.45,
        )  # fmt: skip

    with pen.within(trunk.path):
        for i in range(10):
            for j in range(5):
                u = (i + 0.5 * (j % 2)) / 9 * (length + 1.6 * c) - 0.8 * c
                x, y = trunk.at(u, (0.86 - 0.42 * j) * c)
                patch(x, y, 0.046 - 0.003 * j, i * 1.7 + j)
    rows = 13
    for k in range(rows):
        share = 0.10 + 0.86 * k / rows
        half = 0.5 * breed.neck_thick * (1.35 - 0.45 * share)
        for side in (-0.66, 0.02, 0.70) if k % 2 else (-0.34, 0.36):
            patch(*mixed(trunk.throat, trunk.poll, share, side * half), 0.030 - 0.006 * share, k * 2.3 + side)


def _saddle(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    """A dark back that runs out into the flank in tufts."""
    c, length, at = trunk.chest, trunk.length, trunk.at
    low = [at(-0.95 * c + (length + 1.7 * c) * k / 16, (0.34 + 0.10 * sin(k * 1.3) + (0.16 if k % 2 else -0.04)) * c) for k in range(17)]  # fmt: skip
    with pen.within(trunk.path):
        pen.blob([*low, at(length + c, 1.5 * c), at(0.4 * length, 1.8 * c), at(-1.2 * c, 1.4 * c)], coat.mark, 0.85, tight=0.8)  # fmt: skip
    pen.tube(
        [at(0.82 * length, 0.62 * c), mixed(trunk.throat, trunk.poll, 0.35, -0.40 * breed.neck_thick), mixed(trunk.throat, trunk.poll, 1.0, -0.34 * breed.neck_thick)],
        [0.14, 0.10, 0.07], coat.mark, 0.8,
    )  # fmt: skip


def _panda(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    """The black of the fore legs goes up over the shoulders as a band."""
    c, length, at = trunk.chest, trunk.length, trunk.at
    with pen.within(trunk.path):
        pen.blob(
            [at(0.76 * length, 1.2 * c), at(0.70 * length, 0.3 * c), at(0.72 * length, -0.5 * c), at(0.66 * length, -1.3 * c), at(length + 0.9 * c, -1.3 * c),
             at(length + 0.62 * c, -0.4 * c), at(length + 0.05 * c, 0.35 * c), at(length - 0.05 * c, 1.2 * c)],
            coat.dark,
        )  # fmt: skip
        for k in range(12):
            x, y = at((0.71 if k % 2 else 0.70) * length, (1.0 - 0.17 * k) * c)
            pen.poly([(x + 0.04, y - 0.03), (x + 0.04, y + 0.03), (x - 0.035, y + 0.02)], coat.dark)


def _wool(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    c, length, at = trunk.chest, trunk.length, trunk.at
    if not breed.hoof:
        # A poodle's clip: mane and hips are left, the loins shorn.
        for k in range(22):
            u, v = (k * 0.618) % 1, (k * 0.755) % 1
            x, y = at(0.52 * length + u * (0.48 * length + 0.9 * c), (1.15 - 2.3 * v) * c)
            pen.dot(x, y, 0.085, coat.main if k % 3 else tint(coat.main, 0.3))
        for k in range(7):
            x, y = at(-0.35 * c + 0.09 * cos(k), 0.35 * c + 0.10 * sin(k))
            pen.dot(x, y, 0.075, coat.main if k % 2 else tint(coat.main, 0.3))
        for share in (0.2, 0.45, 0.7):
            pen.dot(*mixed(trunk.throat, trunk.poll, share, 0), 0.15, coat.main)
        return
    for k in range(20):
        a = k / 20 * 2 * pi
        x, y = at(length / 2 + (length / 2 + 0.75 * c) * cos(a), 0.98 * c * sin(a))
        pen.dot(x, y, 0.095 + 0.02 * sin(k * 2.4), mix(coat.main, coat.belly, 0.5 + 0.5 * sin(a)))
    for row, v in enumerate((0.52, 0.18, -0.16, -0.5)):
        for i in range(9):
            x, y = at((i + 0.5 * (row % 2) + 0.2 * sin(i * 3.1 + row)) / 8.5 * (length + 0.6 * c) - 0.3 * c, v * c)
            pen.dot(x, y, 0.082, tint(coat.main, 0.25))
            pen.dot(x + 0.010, y + 0.018, 0.074, coat.main)
            pen.line([(x - 0.02, y + 0.03), (x + 0.02, y + 0.045), (x + 0.045, y + 0.01)], 0.010, dim(coat.main, 0.72), 0.6)  # fmt: skip
    for share in (0.2, 0.45, 0.7, 0.9):
        x, y = mixed(trunk.throat, trunk.poll, share, 0)
        pen.dot(x, y, 0.14, coat.main)


def _stripe_along(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    """One band along the back: a chipmunk's."""
    c, length, at = trunk.chest, trunk.length, trunk.at
    with pen.within(trunk.path):
        pen.tube(
            [at(-c, 0.7 * c), at(0.45 * length, 0.62 * c), at(length + 0.3 * c, 0.55 * c)],
            [0.07, 0.11, 0.06],
            coat.mark,
        )
    pen.tube(
        [at(0.9 * length, 0.5 * c), mixed(trunk.throat, trunk.poll, 1.0, -0.3 * breed.neck_thick)],
        [0.07, 0.06],
        coat.mark,
    )


def _scales(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    """Rows of scales on the back, a comb of them along the spine."""
    c, length, at = trunk.chest, trunk.length, trunk.at
    with pen.within(trunk.path):
        for row in range(5):
            for i in range(16):
                x, y = at((i + 0.5 * (row % 2)) / 15 * (length + 1.8 * c) - 0.9 * c, (0.86 - 0.26 * row) * c)
                pen.oval(x, y, 0.055, 0.038, coat.mark if (i + row) % 3 else dim(coat.mark, 0.85), 0.75 - 0.1 * row)
                pen.line([(x - 0.05, y - 0.01), (x, y - 0.035), (x + 0.05, y - 0.01)], 0.009, tint(coat.main, 0.3), 0.4)
    if breed.tail == "scaled":
        for i in range(13):
            x, y = at(i / 12 * (length + 0.6 * c) - 0.3 * c, 0.92 * c)
            pen.poly([(x - 0.06, y + 0.03), (x - 0.02, y - 0.07), (x + 0.06, y + 0.03)], coat.mark)


def _plates(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    """The two rows of plates along a stegosaurus' back."""
    c, length, at = trunk.chest, trunk.length, trunk.at
    _scales(pen, breed, coat, trunk)
    for row in (1, 0):
        for i in range(6):
            share = (i + 0.5 * row) / 5.5
            size = 0.16 + 0.20 * sin(pi * min(1.0, share * 0.85 + 0.12))
            u = share * (length + 1.1 * c) - 0.55 * c
            x, y = at(u, 0.72 * c + breed.hump * sin(pi * min(1.0, max(0.0, u / length))))
            hue = dim(coat.mark, 0.70) if row else coat.mark
            wide = 0.34 * size
            pen.poly([(x - wide, y + 0.02), (x - 1.25 * wide, y - 0.55 * size), (x, y - 1.35 * size), (x + 1.25 * wide, y - 0.55 * size), (x + wide, y + 0.02)], hue)  # fmt: skip


PATTERNS: dict[str, Callable[[Pen, Breed, Coat, Trunk], None]] = {
    "stripes": _stripes,
    "tabby": _tabby,
    "patches": _patches,
    "spots": _spots,
    "dots": _dots,
    "rosettes": _rosettes,
    "net": _net,
    "saddle": _saddle,
    "panda": _panda,
    "wool": _wool,
    "band": _stripe_along,
    "scales": _scales,
    "plates": _plates,
}


def crest(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    """A mane of many strands that falls along the back of the neck."""
    half = 0.5 * breed.neck_thick
    for k in range(16):
        share = 1.06 - k * 0.066
        fall = 0.22 + 0.05 * sin(k * 2.4)
        root = mixed(trunk.throat, trunk.poll, share, -0.98 * half)
        middle = mixed(trunk.throat, trunk.poll, share - 0.06, -0.55 * half + 0.05)
        end = mixed(trunk.throat, trunk.poll, share - fall, -0.15 * half + 0.06 * sin(k * 1.7))
        hue = coat.mane if k % 3 else tint(coat.mane, 0.10)
        pen.tube([root, middle, end], [0.05, 0.062, 0.008], hue)


def ruff(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    """Longer hair around the neck, in rows of tufts that lie down the breast."""
    for row in range(4):
        share = 0.86 - 0.26 * row
        for k in range(7):
            side = (k / 6 * 2 - 1) * breed.neck_thick * (0.52 + 0.07 * row)
            root = mixed(trunk.throat, trunk.poll, share + 0.10, side * 0.9)
            end = mixed(trunk.throat, trunk.poll, share - 0.24 - 0.05 * ((k * 0.618) % 1), side * 1.08)
            hue = mix(coat.mane, coat.cheeks, 0.75 * max(0.0, side / breed.neck_thick + 0.1))
            pen.blob(
                [_beside(root, end, 0.055), _beside(root, end, -0.055), end],
                hue if (k + row) % 2 else tint(hue, 0.08),
                0.85,
                tight=0.7,
            )


def _beside(root: Point, end: Point, by: float) -> Point:
    dx, dy = end[0] - root[0], end[1] - root[1]
    far = (dx * dx + dy * dy) ** 0.5 or 1.0
    return (root[0] - dy / far * by, root[1] + dx / far * by)
