"""Trees with leaves, as subjects: of their kind, as the season has them, bent by the wind."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.surroundings import season_of, wind_of

Draw = Callable[[Pen, Rgb, Moment], None]
BARK = rgb("#6a4a30")
BLOSSOMS = ("cherry", "blossom", "sakura", "almond", "magnolia", "plum", "peach", "apple", "orchard", "dogwood")
_FIERY = ("maple", "acer", "sumac")
_TURNED = {
    "maple": ("#c8402c", "#dc6a2c", "#b02e2a"),
    "birch": ("#e0b23c", "#d09a2c", "#ecca62"),
    "": ("#cf7a2c", "#dca23a", "#b5552a"),
}
_SPRING, _SNOW = rgb("#8cbc52"), rgb("#eef2fb")
_PINKS = ("#f4b4ca", "#fbdce6", "#ec94b4")
#: Clouds of leaves: x, y, radius, in heights.
_CROWNS: tuple[tuple[float, float, float], ...] = (
    (-0.30, -0.54, 0.15), (0.31, -0.55, 0.15), (-0.13, -0.52, 0.14), (0.15, -0.52, 0.14),
    (-0.22, -0.72, 0.18), (0.21, -0.72, 0.18), (0.0, -0.66, 0.22), (0.0, -0.86, 0.16),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Tree:
    leaves: tuple[Rgb, ...]  #: empty: bare
    bark: Rgb = BARK
    blooms: bool = False
    weeps: bool = False
    birch: bool = False
    snow: bool = False
    wind: float = 0.0
    seed: int = 0

    def bent(self, at: Point, moment: Moment, own: float = 0.0) -> Point:
        """Where the wind has a point of it."""
        turn = 2 * math.pi * moment.phase
        up = max(0.0, -at[1])
        blown = abs(self.wind)
        swing = (0.03 + 0.045 * blown) * (math.sin(turn) + 0.4 * math.sin(2 * turn + 1.1))
        if blown > 0.1:
            swing += 0.028 * blown * math.sin(5 * turn + own)
        lean = 0.40 * self.wind
        return (at[0] + (lean + swing) * up * up + 0.006 * math.sin(2 * turn + own), at[1] + abs(lean) * 0.22 * up * up)


def tree_of(subject: Subject, seed: int) -> Draw:
    """What draws a subject's tree in its season and its wind."""
    words = " ".join((subject.noun, *(trait for trait in subject.traits if not trait.startswith("season")))).lower()
    season = season_of(subject.traits)
    bare = any(word in words for word in ("bare", "dead", "leafless", "withered")) or (
        season == "winter" and "evergreen" not in words
    )
    kind = next(
        (name for name in ("maple", "birch") if name in words), "maple" if any(w in words for w in _FIERY) else ""
    )
    blooms = not bare and season not in ("autumn", "winter") and (
        any(word in words for word in ("blossom", "sakura", "cherry", "bloom", "magnolia"))
        or (season == "spring" and any(word in words for word in BLOSSOMS))
    )  # fmt: skip

    def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
        if bare:
            leaves: tuple[Rgb, ...] = ()
        elif blooms:
            leaves = tuple(rgb(code) for code in (_PINKS if subject.colour is None else (subject.colour,)))
        elif season == "autumn" and subject.colour is None:
            leaves = tuple(rgb(code) for code in _TURNED[kind])
        elif season == "spring" and subject.colour is None:
            leaves = (mix(hue, _SPRING, 0.7),)
        else:
            leaves = (hue,)
        bark = rgb("#e9e6e0") if kind == "birch" else rgb("#54382c") if blooms else BARK
        tree = _Tree(leaves, bark, blooms, "willow" in words or "weeping" in words, kind == "birch", season == "winter", wind_of(subject.traits), seed)  # fmt: skip
        _draw(pen, tree, moment)

    return draw


def _draw(pen: Pen, tree: _Tree, moment: Moment) -> None:
    _wood(pen, tree, moment)
    if not tree.leaves:
        return
    if tree.weeps:
        _strands(pen, tree, moment, range(0, 27, 2), 0.74)
    chance = random.Random(tree.seed)
    for layer, tone in ((0, 0.72), (1, 1.0)):
        with pen.part(puff=0.8, shade=0.25):
            for k, (x, y, radius) in enumerate(_CROWNS):
                if (k < 4) != (layer == 0):
                    continue
                hue = dim(tree.leaves[(k + tree.seed) % len(tree.leaves)], tone)
                x, y = tree.bent((x * (0.8 if tree.birch else 1.0), y), moment, k)
                radius *= 1.0 + 0.08 * math.sin(k * 2.3 + tree.seed)
                _cloud(pen, x, y, radius, hue, k)
            _foliage(pen, tree, moment, layer, tone, chance)
    if tree.weeps:
        _strands(pen, tree, moment, range(1, 27, 2), 1.0)


def _cloud(pen: Pen, x: float, y: float, radius: float, hue: Rgb, k: int) -> None:
    points: list[Point] = []
    for j in range(13):
        angle = j / 13 * 2 * math.pi
        reach = radius * (1.0 + 0.09 * math.sin(3 * angle + k * 2) + 0.05 * math.sin(7 * angle + k))
        points.append((x + reach * math.cos(angle), y + reach * 0.92 * math.sin(angle)))
    pen.blob(points, pen.ramp((0, y - radius), (0, y + radius), [tint(hue, 0.12), hue, dim(hue, 0.78)]))


def _foliage(pen: Pen, tree: _Tree, moment: Moment, layer: int, tone: float, chance: random.Random) -> None:
    """Tufts along the outline and flecks within, so that it is leaves and not clay."""
    for k, (x, y, radius) in enumerate(_CROWNS):
        if (k < 4) != (layer == 0):
            continue
        for n in range(22):
            angle, reach = chance.uniform(0, 2 * math.pi), chance.uniform(0.25, 1.08)
            spot = (
                x * (0.8 if tree.birch else 1.0) + radius * reach * math.cos(angle),
                y + radius * 0.92 * reach * math.sin(angle),
            )
            hue = dim(tree.leaves[chance.randrange(len(tree.leaves))], tone)
            light = chance.uniform(-0.10, 0.16) - 0.14 * math.sin(angle)
            hue = tint(hue, min(0.5, light)) if light > 0 else dim(hue, 1 + light)
            at = tree.bent(spot, moment, k + 0.3 * n)
            size = radius * chance.uniform(0.07, 0.13)
            if tree.blooms and n % 3 == 0:
                pen.dot(*at, size * 0.9, tint(hue, 0.35))
                pen.dot(*at, size * 0.3, rgb("#d8688c"))
            else:
                pen.oval(*at, size * 1.25, size * 0.8, hue, degrees=57.3 * angle + 30)


def _wood(pen: Pen, tree: _Tree, moment: Moment) -> None:
    bare = not tree.leaves
    with pen.part(puff=0.9, shade=0.0):
        trunk = [tree.bent(point, moment) for point in ((0.0, -0.055), (0.01, -0.25), (0.0, -0.45), (0.0, -0.66))]
        slim = 0.62 if tree.birch else 1.0
        for side, long in ((-1, 0.12), (1, 0.13)):
            # Roots, that go into the ground instead of standing on it.
            pen.tube([(0.012 * side, -0.22), (0.035 * side * slim, -0.06), (side * long * slim, 0.004)], [0.04 * slim, 0.075 * slim, 0.012], tree.bark)  # fmt: skip
        pen.tube(trunk, [0.13 * slim, 0.085 * slim, 0.066 * slim, 0.03], tree.bark)
        for root, middle, tip in (
            ((0.0, -0.32), (0.12, -0.45), (0.21, -0.62)), ((0.0, -0.30), (-0.12, -0.42), (-0.21, -0.60)),
            ((0.005, -0.46), (0.10, -0.62), (0.12, -0.80)), ((0.0, -0.44), (-0.09, -0.60), (-0.10, -0.82)),
        ):  # fmt: skip
            limb = [tree.bent(point, moment) for point in (root, middle, tip)]
            pen.tube(limb, [0.052, 0.038, 0.018], tree.bark)
            if bare:
                _twigs(pen, tree, moment, root, tip, 3)
        if bare:
            _twigs(pen, tree, moment, (0.0, -0.45), (0.0, -0.66), 4)
        if tree.birch:
            for k in range(9):
                x, y = tree.bent((0.018 * math.sin(k * 2.2), -0.06 - 0.055 * k), moment)
                pen.line([(x - 0.018, y), (x + 0.014, y + 0.004)], 0.009, rgb("#3a3634"), 0.85)
        else:
            for k in range(3):
                x = -0.03 + 0.03 * k
                pen.line([tree.bent((x, -0.06), moment), tree.bent((x * 0.7, -0.22), moment), tree.bent((x * 0.5, -0.4), moment)], 0.007, dim(tree.bark, 0.68), 0.6)  # fmt: skip


def _twigs(pen: Pen, tree: _Tree, moment: Moment, root: Point, tip: Point, depth: int) -> None:
    """Branches of branches, ever finer; snow lies along the thick ones."""
    if depth == 0:
        return
    way = math.atan2(tip[1] - root[1], tip[0] - root[0])
    long = math.hypot(tip[0] - root[0], tip[1] - root[1]) * 0.66
    for k, turn in enumerate((-0.62, -0.10, 0.55)):
        if depth < 3 and k == 1:
            continue
        angle = way + turn * (1.0 + 0.25 * math.sin(tree.seed + 3 * k + 7 * depth + 9 * tip[0]))
        angle += 0.12 * math.copysign(1.0, math.cos(angle)) * -1 if math.sin(angle) > -0.3 else 0.0
        end = (tip[0] + long * math.cos(angle), tip[1] + long * math.sin(angle))
        # Nothing ends in a flat top: what would go too high grows to the side, and is shorter.
        high = -1.02 + 0.10 * abs(math.sin(tree.seed + 11 * tip[0] + 5 * k))
        if end[1] < high:
            end = (tip[0] + 0.8 * (end[0] - tip[0]), 0.35 * end[1] + 0.65 * max(end[1], min(tip[1] - 0.01, high)))
        a, b = tree.bent(tip, moment), tree.bent(end, moment, k)
        pen.tube([a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 0.006), b], [0.017 * depth / 3, 0.011 * depth / 3, 0.004], dim(tree.bark, 0.92))  # fmt: skip
        if tree.snow and depth > 1:
            pen.line([(a[0], a[1] - 0.008), ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 0.012), (b[0], b[1] - 0.004)], 0.008, _SNOW, 0.95)  # fmt: skip
        _twigs(pen, tree, moment, tip, end, depth - 1)


def _strands(pen: Pen, tree: _Tree, moment: Moment, numbers: range, tone: float) -> None:
    """What hangs from a willow, nearly to the ground."""
    hue = dim(tree.leaves[0], tone)
    turn = 2 * math.pi * moment.phase
    with pen.part(puff=0.6, shade=0.2):
        for k in numbers:
            share = (k + 0.5) / 27 * 2 - 1
            root = (share * 0.42, -0.52 - 0.26 * math.cos(share * 1.5))
            low = -0.10 - 0.10 * math.sin(k * 2.7) ** 2
            swing = 0.03 * math.sin(turn + k * 0.7) + 0.22 * tree.wind + 0.04 * tree.wind * math.sin(4 * turn + k)
            start = tree.bent(root, moment, k)
            pen.tube([start, (start[0] + 0.03 * share + 0.3 * swing, (start[1] + low) / 2), (start[0] + 0.05 * share + swing, low)], [0.050, 0.034, 0.008], tint(hue, 0.08 if k % 3 else 0.0))  # fmt: skip
            for n in range(4):
                at = n / 4 + 0.15
                x, y = start[0] + 0.04 * share * at + swing * at * at, start[1] + (low - start[1]) * at
                pen.oval(x + 0.018 * (-1) ** n, y, 0.012, 0.035, tint(hue, 0.22), degrees=20 * (-1) ** n)


def sheds(subject: Subject, season: str) -> str:
    """What falls from a subject's tree: petals, leaves or nothing."""
    words = f"{subject.noun} {' '.join(subject.traits)}".lower()
    if subject.rig != "tree" or season == "winter":
        return ""
    if season == "autumn":
        return "leaves"
    return "petals" if any(word in words for word in ("blossom", "sakura", "cherry", "magnolia")) or (season == "spring" and any(word in words for word in BLOSSOMS)) else ""  # fmt: skip
