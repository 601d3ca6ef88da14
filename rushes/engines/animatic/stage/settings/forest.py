"""A leafy forest: tall stems in green air, a floor of fern and leaves, light that falls through."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, smooth, solid, times
from rushes.engines.animatic.paint.layers import Canvas, Layer, canvas_of, premultiplied
from rushes.engines.animatic.paint.noise import cloudy
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, groves, mist, parks, rows, seasons, sky, swells, undergrowth, woods
from rushes.engines.animatic.stage.set import Random, Set

BARK = hexed("#7a6250")
LEAVES = {"spring": "#7fb04a", "summer": "#4f8a3c", "autumn": "#c97a2c", "winter": "#8f8a80"}
#: No two trees of autumn are of one colour.
TURNED = tuple(hexed(code) for code in ("#e0a02c", "#d2682a", "#eac048", "#b8482c", "#d88a30"))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of forest."""

    bark: str
    wide: float = 1.0  #: of its stems
    named: str = ""  #: the word in a prompt that means it
    marked: bool = False  #: white stems with dark marks
    path: bool = False
    rocks: bool = False
    flowers: str = ""


KINDS = (
    Kind("#7a6250"),
    Kind("#8a8478", path=True),
    Kind("#7a6250", rocks=True),
    Kind("#8a8478", flowers="#7f74d8 #9a8ae6"),
    Kind("#e6e0d6", 0.72, named="birch", marked=True, flowers="#f4f1e6 #f2c53d"),
    Kind("#8a4f38", 1.5, named="redwood", rocks=True),
)


def build(stage: Set) -> None:
    plan, air, frame = stage.plan, stage.air, stage.framing
    leaf = hexed(LEAVES.get(plan.season, LEAVES["summer"]))
    snowy = plan.weather == "snow"
    # Where leaves are in the way, a disc would be torn by them: it is seen through an opening of its own, or not at all.
    sky.hang(stage, sun=False, clouds=False)
    crowns = seasons.crown(stage, leaf)
    backdrop(stage, crowns)
    if moonlit(stage):
        opening(stage, leaf)
    top = -frame.horizon - 40
    for index, (depth, width, count) in enumerate(((0.18, 9, 46), (0.26, 15, 30))):
        stems(stage, depth, width, count, top, 20 + index, leaf)
    mist.band(
        stage,
        0.28,
        -frame.horizon * 0.5,
        40,
        strength=0.42,
        salt=131,
        colour=mix(air.haze, air.surface(leaf, 0.5, 0.7), 0.35),
    )
    kind = kind_of(stage)
    floor = hexed("#e8eefb") if snowy else mix(hexed("#5d5a34"), leaf, 0.32)
    patch = hexed("#c2cdec") if snowy else mix(hexed("#6e4f30"), leaf, 0.12)
    trail = parks.path(stage, mix(patch, hexed("#b89a6a"), 0.45)) if kind.path or "path" in plan.features else None
    ground.lay(stage, floor, patch, contrast=0.9, cell=110, patches=0.5, marks=trail)
    stems(stage, 0.40, 25, 15, top, 24, leaf)
    ferns(stage, 0.46, leaf, 31, snowy)
    if plan.time in ("day", "dawn", "golden") and plan.weather in ("clear", "fog", "wind", "cloudy"):
        sky.beams(stage, 0.50, 0.40 if plan.time == "day" else 0.55)
    elif air.night and plan.weather in ("clear", "fog", "wind"):
        sky.beams(stage, 0.50, 0.20)
    if kind.rocks:
        mossy(stage, 0.52, 9, 36, leaf, snowy)
        mossy(stage, 0.80, 4, 37, leaf, snowy, clearing=0.4)
    stems(stage, 0.60, 44, 9, top, 25, leaf, clearing=0.42)
    ferns(stage, 0.72, leaf, 33, snowy)
    stems(stage, 0.84, 66, 5, top, 26, leaf, clearing=0.72)
    crown(stage, 0.5, crowns, 41, snowy)
    if kind.flowers and not snowy and plan.season in ("spring", "summer"):
        blooms = tuple(hexed(code) for code in kind.flowers.split())
        for row, depth in enumerate((0.50, 0.66, 0.90)):
            swells.tufts(stage, depth, mix(floor, leaf, 0.6), 38 + row, count=110 - 20 * row, heights=(12, 28), flowers=blooms)  # fmt: skip
    swells.tufts(stage, 1.28, mix(floor, leaf, 0.3), 35, count=30, heights=(18, 44))
    foreground(stage, leaf)


def kind_of(stage: Set) -> Kind:
    """What grows here: what the prompt says, else what the seed finds."""
    said = stage.plan.prompt.lower()
    named = next((kind for kind in KINDS if kind.named and kind.named in said), None)
    return named or KINDS[stage.seed(48) % len(KINDS)]


def leaves_of(stage: Set, leaf: Rgb, random: Random) -> Rgb:
    """The leaves of one tree: those of the season, each in its own colour when they turn."""
    return TURNED[int(random.integers(len(TURNED)))] if stage.plan.season == "autumn" else leaf


def mossy(stage: Set, depth: float, count: float, salt: int, leaf: Rgb, snowy: bool, *, clearing: float = 0.0) -> None:
    """Boulders with moss on them."""
    air = stage.air
    tone = air.surface(hexed("#74756f"), depth, 0.45)
    cap = air.surface(hexed("#e9eefb") if snowy else mix(leaf, hexed("#6f8a3c"), 0.5), depth, 0.6)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        undergrowth.stone(canvas, x, foot + 4, random.uniform(44, 120) * depth, times(tone, random.uniform(0.8, 1.1)), random, light=mix(tone, air.edge, 0.35), side=air.side, cap=cap)  # fmt: skip

    rows.along(stage, depth, count, salt, each, tall=100 * depth, clearing=clearing)


def moonlit(stage: Set) -> bool:
    """Is the moon seen between the trees?"""
    asked = {"moon", "crescent", "stars", "milky_way"} & set(stage.plan.features)
    return stage.air.night and bool(asked) and stage.air.sun_up > -0.5


def moon_x(stage: Set) -> float:
    """Where, in units from the middle."""
    lead = stage.plan.subjects[0].x if stage.plan.subjects else 0.5
    side = 1 if lead < 0.48 else -1 if lead > 0.52 else stage.air.side
    return side * stage.framing.width * 0.21


def opening(stage: Set, leaf: Rgb) -> None:
    """A gap in the leaves, with the night sky in it and the moon in the middle of that."""
    air, frame = stage.air, stage.framing
    x, y, wide, tall = moon_x(stage), -frame.horizon * 0.60, 210.0, 165.0
    coarse = frame.scale
    shape = (math.ceil(tall * 2 * coarse), math.ceil(wide * 2 * coarse))
    v, u = np.mgrid[-1 : 1 : shape[0] * 1j, -1 : 1 : shape[1] * 1j].astype(np.float32)
    ragged = cloudy(shape, (9, 11), stage.seed(404), octaves=4, warp=0.8, seamless=False)
    alpha = smooth(0.0, 0.10, 0.74 - np.hypot(u, v) - (ragged - 0.5) * 0.75)
    lit = np.exp(-((np.hypot(u * wide, v * tall) / 74) ** 1.2))[..., None] * 0.5
    share = ((v + 1) / 2)[..., None]
    rgb = np.array(air.sky[1], np.float32) * (1 - share) + np.array(air.sky[-2], np.float32) * share
    rgb = rgb * (1 - lit) + np.array(air.sun, np.float32) * lit
    picture = premultiplied(np.asarray(rgb, np.float32), np.asarray(alpha, np.float32), stage.seed(405))
    canvas, surface = canvas_of(picture)
    canvas.scale(coarse, coarse)
    canvas.translate(wide, tall)
    random = stage.random(406)
    for _ in range(46):
        angle, away = random.uniform(0, 6.283), random.uniform(0.2, 0.55)
        canvas.drawCircle(math.cos(angle) * away * wide, math.sin(angle) * away * tall, random.uniform(0.5, 1.3), solid((0.9, 0.94, 1.0), random.uniform(0.3, 0.9)))  # fmt: skip
    sky.moon(canvas, stage, 0.0, 0.0)
    del canvas, surface
    stage.add_layer(Layer(picture, 0.10, x=x - wide, y=y - tall, scale=coarse), 0.105)


def backdrop(stage: Set, leaf: Rgb) -> None:
    """The wall of leaves in the distance, open towards the light."""
    frame, air = stage.framing, stage.air
    tone = mix(air.surface(leaf, 0.24, 0.55), air.haze, 0.25)
    bright = mix(air.sun, tone, 0.35) if stage.plan.time != "night" else mix(air.haze, tone, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(400)
        # No hole is left between the crowns.
        wall = skia.Rect.MakeLTRB(-10, -frame.horizon * 1.2, period + 10, 60)
        canvas.drawRect(wall, linear((0, -frame.horizon), (0, 0), [times(tone, 0.7), mix(tone, bright, 0.4)]))
        for row in range(5):
            y = -frame.horizon * (1.0 - row * 0.22)
            share = row / 4
            for _ in range(16):
                own = tone
                if stage.plan.season == "autumn":
                    own = mix(air.surface(leaves_of(stage, leaf, random), 0.24, 0.80), air.haze, 0.08)
                woods.canopy(
                    canvas, random.uniform(0, period), y + random.uniform(-40, 40), 300, 190,
                    mix(times(own, 0.72), mix(own, bright, 0.55 if own is tone else 0.25), share), random, light=bright, side=air.side, clumps=16,
                )  # fmt: skip
        box = skia.Rect.MakeLTRB(-10, -60, period + 10, 60)
        canvas.drawRect(box, linear((0, -60), (0, 30), [bright, mix(bright, tone, 0.5)], None, [0, 0.9]))

    stage.bake(0.10, -frame.horizon * 1.14, 50, draw, blur=3.0)


def stems(
    stage: Set, depth: float, width: float, count: int, top: float, salt: int, leaf: Rgb, *, clearing: float = 0.0
) -> None:  # fmt: skip
    frame, air = stage.framing, stage.air
    kind = kind_of(stage)
    turned = stage.plan.season == "autumn" and not kind.marked
    bark = air.surface(hexed("#57402f") if turned else mix(hexed(kind.bark), leaf, 0.12), depth, 0.42)
    rim = mix(air.edge, air.haze, air.veil(depth))
    foot = stage.ground_y(depth) if depth > ground.ORDER else 14.0
    width *= stage.near(depth)
    seen = moon_x(stage) if moonlit(stage) else None

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(410 + salt)
        number = max(3, round(count * period / 1900))
        for index in range(number):
            x = (index + random.uniform(0.1, 0.9)) / number * period
            if clearing and abs(x - period / 2) / (frame.width / 2) < clearing:
                continue
            if seen is not None and depth < 0.7 and abs(x - period / 2 - seen) < 64 + width:
                continue
            wide = width * random.uniform(0.62, 1.25)
            woods.trunk(canvas, x, foot + random.uniform(-4, 8) * depth, top, wide, times(bark, random.uniform(0.85, 1.1)), random, rim=rim, side=air.side, haze=min(0.9, air.veil(depth)))  # fmt: skip
            if kind.marked:
                groves.marks(canvas, x, foot, top, wide, random, 1 - air.veil(depth))
            if depth > 0.3:
                for _ in range(3):
                    undergrowth.grass(canvas, x + random.uniform(-1.6, 1.6) * wide, foot + 6, wide * 1.2, times(bark, 0.5), air.surface(leaf, depth, 0.5), random)  # fmt: skip

    stage.bake(depth, top, foot + 22, draw)


def ferns(stage: Set, depth: float, leaf: Rgb, salt: int, snowy: bool) -> None:
    air = stage.air
    foot = stage.ground_y(depth)
    tone = air.surface(mix(leaf, hexed("#3f6b35"), 0.5), depth, 0.5)
    light = air.surface((1, 1, 1), depth, 0.8) if snowy else mix(air.sun, tone, 0.3)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(430 + salt)
        for _ in range(round(26 * period / 1900)):
            x = random.uniform(0, period)
            own = mix(air.surface(leaves_of(stage, leaf, random), depth, 0.6), tone, 0.25) if stage.plan.season == "autumn" and not snowy else tone  # fmt: skip
            undergrowth.bush(canvas, x, foot + random.uniform(-6, 10), random.uniform(20, 52) * depth * 1.6, times(own, random.uniform(0.8, 1.1)), random, light=light, side=air.side)  # fmt: skip
        for _ in range(round(60 * period / 1900)):
            undergrowth.grass(canvas, random.uniform(0, period), foot + random.uniform(0, 14), random.uniform(14, 40) * depth, times(tone, 0.7), mix(tone, light, 0.4), random, blades=7, lean=0.3)  # fmt: skip

    stage.bake(depth, foot - 110 * depth, foot + 20, draw)


def crown(stage: Set, depth: float, leaf: Rgb, salt: int, snowy: bool) -> None:
    """Leaves that hang into the upper edge."""
    frame, air = stage.framing, stage.air
    tone = air.surface(leaf, 0.8, 0.5)
    light = air.surface((1, 1, 1), 1.0, 0.8) if snowy else mix(air.sun, tone, 0.25)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(440 + salt)
        for _ in range(round(9 * period / 1900)):
            x = random.uniform(0, period)
            off = min(1.0, abs(x - period / 2) / (frame.width * 0.5))
            y = -frame.horizon * (1.12 - 0.16 * off)
            own = air.surface(leaves_of(stage, leaf, random), 0.8, 0.7) if stage.plan.season == "autumn" and not snowy else tone  # fmt: skip
            woods.canopy(canvas, x, y, random.uniform(260, 420), random.uniform(120, 220), times(own, random.uniform(0.6, 0.9)), random, light=light, side=air.side, clumps=34)  # fmt: skip

    stage.bake(depth, -frame.horizon * 1.35, -frame.horizon * 0.55, draw, order=0.9, blur=1.6)


def foreground(stage: Set, leaf: Rgb) -> None:
    frame, air = stage.framing, stage.air
    dark = mix(times(air.surface(BARK, 1.0, 0.1), 0.34), air.shadow, 0.55)
    green = mix(times(air.surface(leaf, 1.0, 0.15), 0.4), air.shadow, 0.45)
    foot = frame.height - frame.horizon + 90
    period = frame.width * 2.3

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(450)
        half = frame.width / 2
        side = 1 if stage.seed(3) % 2 else -1
        woods.trunk(canvas, period / 2 + side * half * 1.02, foot, -frame.horizon * 1.2, 84, dark, random, rim=times(air.edge, 0.5), side=-side)  # fmt: skip
        for way in (-1, 1):
            for _ in range(7):
                undergrowth.grass(canvas, period / 2 + way * half * random.uniform(0.62, 1.25), foot, random.uniform(120, 230), times(dark, 0.8), mix(green, air.edge, 0.12), random, blades=9)  # fmt: skip
            woods.canopy(canvas, period / 2 + way * half * 1.0, -frame.horizon * 1.02, 430, 230, green, random, light=mix(green, air.edge, 0.3), side=-way, clumps=30)  # fmt: skip

    stage.bake(1.5, -frame.horizon * 1.3, foot + 5, draw, period=period, order=2.0)
