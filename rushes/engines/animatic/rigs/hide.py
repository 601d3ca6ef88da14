"""Hide: how the coat of a four-legged animal lies on its trunk, neck and legs."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs import fur, patterns
from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.coat import Coat
from rushes.engines.animatic.rigs.hue import dim, mix, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, spline
from rushes.engines.animatic.rigs.trunk import Trunk, mixed


def base(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    """The trunk and neck in their main colour, ragged at the edge, light below."""
    c, f, length, at = trunk.chest, trunk.flank, trunk.length, trunk.at
    main = coat.main
    back = (-math.cos(trunk.axis), -math.sin(trunk.axis))
    low = mix(dim(main, 0.9), coat.belly, 0.6)

    def hue(point: Point) -> Rgb:
        share = trunk.high(point)
        return mix(low, tint(main, 0.06), min(1.0, max(0.0, share + 0.35)))

    if breed.fur > 0:
        fur.edge(pen, fur.ring(trunk.outline), max(0.026, 0.62 * breed.fur), breed.fur, hue, back=back)
        front = np.array([mixed(trunk.throat, trunk.poll, k / 5, 0.50 * breed.neck_thick) for k in range(5, -2, -1)])
        fur.edge(pen, front, max(0.026, 0.62 * breed.fur), 1.1 * breed.fur, lambda _: mix(main, coat.cheeks, 0.5), back=(-0.3, 0.9))  # fmt: skip
        nape = np.array([mixed(trunk.throat, trunk.poll, k / 5, -0.5 * breed.neck_thick) for k in range(-2, 6)])
        fur.edge(pen, nape, max(0.026, 0.62 * breed.fur), 0.8 * breed.fur, lambda _: tint(main, 0.05), back=(-0.8, 0.5))
    fill = pen.ramp(
        at(0.45 * length, 1.1 * c), at(0.45 * length, -1.05 * c), [tint(main, 0.08), main, dim(main, 0.9), mix(dim(main, 0.94), coat.belly, 0.75)],
        [0, 0.35, 0.72, 1],
    )  # fmt: skip
    neck = [at(0.60 * length, 0.05 * c), trunk.throat, trunk.poll]
    pen.tube(neck, [1.7 * c, max(1.35 * c, breed.neck_thick * 1.3), breed.neck_thick], main)
    pen.fill(trunk.path, fill)
    with pen.within(trunk.path):
        # A soft light belly, as most coats have.
        pen.blob(
            [at(-0.2, -0.62 * f), at(0.3 * length, -0.46 * f), at(0.7 * length, -0.52 * c), at(length + 0.3 * c, -0.50 * c),
             at(length, -1.2 * c), at(0.3 * length, -1.2 * c)],
            coat.belly, 0.5 if breed.pattern not in ("patches", "panda") else 0.0,
        )  # fmt: skip


def markings(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    """What lies over trunk and thighs: pattern, nap, bib and mane."""
    main = coat.main
    if breed.fur > 0 and breed.pattern != "wool":
        c, length = trunk.chest, trunk.length
        hairs = (tint(main, 0.30), dim(main, 0.74))
        with pen.within(trunk.path):
            fur.nap(
                pen, lambda u, v: trunk.at(-0.9 * c + u * (length + 1.8 * c), (2 * v - 1) * c), 44, 0.06 + 0.5 * breed.fur, hairs, 0.20
            )  # fmt: skip
        fur.nap(
            pen, lambda u, v: mixed(trunk.throat, trunk.poll, u - 0.15, (v - 0.5) * 0.8 * breed.neck_thick), 12, 0.2, hairs, 0.20
        )  # fmt: skip
    marks = patterns.PATTERNS.get(breed.pattern)
    if marks is not None:
        marks(pen, breed, coat, trunk)
    if breed.tip is not None and breed.cheeks is not None and breed.mane == "":
        _bib(pen, breed, coat, trunk)
    if breed.mane == "crest":
        patterns.crest(pen, breed, coat, trunk)
    elif breed.mane == "ruff":
        patterns.ruff(pen, breed, coat, trunk)


def _bib(pen: Pen, breed: Breed, coat: Coat, trunk: Trunk) -> None:
    """A light bib from the throat down the breast, its lower edge in tufts."""
    c, length, at = trunk.chest, trunk.length, trunk.at
    front, low = mixed(trunk.throat, trunk.poll, 0.8, 0.46 * breed.neck_thick), at(length + 0.72 * c, -0.62 * c)
    pen.blob(
        [front, mixed(trunk.throat, trunk.poll, 0.25, 0.64 * breed.neck_thick), at(length + 0.98 * c, -0.02 * c), low,
         at(length + 0.46 * c, -0.30 * c), mixed(trunk.throat, trunk.poll, 0.3, 0.20 * breed.neck_thick)],
        coat.cheeks,
    )  # fmt: skip
    for k in range(5):
        share = k / 4
        x, y = at(length + (0.52 + 0.42 * share) * c, (-0.34 + 0.22 * share) * c)
        pen.poly([(x - 0.035, y - 0.02), (x + 0.03, y - 0.03), (x - 0.03, y + 0.085)], coat.cheeks)


def on_leg(pen: Pen, breed: Breed, coat: Coat, points: Sequence[Point], shade: float) -> None:
    """Rings, spots and cuffs of a leg below the trunk."""
    if breed.pattern == "wool" and not breed.hoof:
        x, y = points[-1]
        for k in range(5):
            pen.dot(x - 0.02 + 0.035 * math.cos(2 * k), y - 0.13 + 0.05 * math.sin(2 * k), 0.075, dim(coat.main, shade))
        return
    if breed.pattern in ("stripes", "tabby"):
        line = spline(points, 5)
        for k in (6, 8, 10, 12):
            x, y = line[k]
            dx, dy = line[k + 1] - line[k - 1]
            far = math.hypot(dx, dy) or 1.0
            half = (0.62 if k < 8 else 0.54) * (breed.thigh if k < 9 else breed.shin)
            pen.line([(x - dy / far * half, y + dx / far * half), (x + dy / far * half * 0.6, y - dx / far * half * 0.6)], 0.024, dim(coat.mark, shade), 0.8)  # fmt: skip
    elif breed.pattern in ("rosettes", "net", "dots"):
        line = spline(points, 5)
        for k in range(5, 13):
            x, y = line[k]
            wide = (breed.thigh if k < 9 else breed.shin) * 0.28
            size = 0.019 if breed.pattern != "net" else 0.026
            pen.oval(x + wide * (1 if k % 2 else -1), y, size, size * 0.8, dim(coat.mark, shade), 0.85, degrees=40 * k)


def on_back(pen: Pen, breed: Breed, coat: Coat, wide: float, high: float) -> None:
    """The pattern of one that lies curled."""
    if breed.pattern in ("stripes", "tabby"):
        for k in range(7):
            x = (-0.7 + 0.24 * k) * wide
            pen.line([(x, -1.05 * high), (x + 0.05, -0.8 * high), (x + 0.02, -0.52 * high)], 0.035, coat.mark, 0.7)
    elif breed.pattern == "patches":
        for x, y in ((-0.5, -0.6), (0.2, -0.8)):
            pen.oval(x * wide, y * high, 0.3 * wide, 0.26 * high, coat.mark)
    elif breed.pattern in ("rosettes", "dots"):
        for k in range(24):
            pen.oval(((k * 0.618) % 1 * 2 - 1) * wide, -((k * 0.755) % 1) * high, 0.022, 0.018, coat.mark, 0.9)
