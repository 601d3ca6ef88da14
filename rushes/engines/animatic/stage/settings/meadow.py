"""A meadow: rolling hills, lone trees, flowers and deep grass."""

from __future__ import annotations

from collections.abc import Sequence

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.noise import skyline
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import (
    cottages,
    crops,
    ground,
    groves,
    hills,
    mist,
    parks,
    seasons,
    sky,
    swells,
    undergrowth,
    woods,
)
from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.settings import mountains

#: What the seed puts into the land: only hills, a path, a fence, far farms, boulders.
LANDS = ("hills", "path", "fence", "farms", "boulders")
FLOWERS = tuple(hexed(code) for code in ("#f4f1e6", "#f2c53d", "#e0607e", "#8c6fd6", "#ef8a3c"))
#: Trees that stand together.
KINDS = (("oak",), ("oak",), ("oak", "poplar"), ("birch",), ("birch", "oak"))
#: Flowers that grow together; most meadows have all of them.
DRIFTS = (
    FLOWERS,
    FLOWERS,
    tuple(hexed(code) for code in ("#e0382c", "#e8503c", "#f4f1e6")),
    tuple(hexed(code) for code in ("#f4f1e6", "#f7e08a", "#f2c53d")),
    tuple(hexed(code) for code in ("#8c6fd6", "#6f86d8", "#c8a0e0")),
)


def build(stage: Set) -> None:
    plan = stage.plan
    season = seasons.of(stage)
    grass, leaf, white = season.grass, season.leaf, season.white
    chance = stage.random(49)
    high, wavy = float(chance.uniform(60, 170)), float(chance.uniform(0.6, 1.25))
    sky.hang(stage)
    hills.ridge(stage, 0.09, high, hexed("#7c93a6"), waves=int(chance.integers(3, 6)), salt=100, rough=0.7, snow=hexed("#f2f5ff"), snow_from=0.7 if white is None else 0.3)  # fmt: skip
    for index, (depth, height) in enumerate(((0.13, 118), (0.19, 84), (0.26, 52))):
        hill(stage, depth, height * wavy, mix(grass, hexed("#5f8a5a"), 0.5 - 0.15 * index), 50 + index, leaf, white)
    land = LANDS[int(chance.integers(len(LANDS)))]
    fielded = any(field in plan.features for field in crops.FIELDS)
    sown = crops.stripes(stage, plan.features) if white is None else None
    if fielded:
        land = "hills"
    if land == "farms":
        cottages.houses(stage, 0.24, 3, (50, 76), 2, 49, white, foot=12)
    mist.band(stage, 0.28, -40, 26, strength=0.30, salt=131)
    patch = mix(grass, hexed("#c8b560"), 0.45) if white is None else hexed("#b4c0e4")
    trodden = parks.path(stage, hexed("#c2a67c") if white is None else hexed("#c4cbe4"))
    ground.lay(stage, grass, patch, contrast=0.8, cell=200, patches=0.4, marks=sown or (trodden if land in ("path", "farms") else None))  # fmt: skip
    trees(stage, 0.44, int(chance.integers(3, 7)), leaf, white, 61)
    if land not in ("path", "farms") and not fielded:
        swells.bank(stage, 0.62, 34, grass, 63, tufts=white is None)
    if land == "fence":
        cottages.fence(stage, 0.60, white)
    elif land == "boulders":
        mountains.rocks(stage, 0.58, 7, 64, white is not None)
        mountains.rocks(stage, 0.90, 3, 65, white is not None)
    trees(stage, 0.66, int(chance.integers(1, 4)), leaf, white, 62, clearing=0.45)
    blooms = DRIFTS[int(chance.integers(len(DRIFTS)))] if season.blooms and not fielded else ()
    for index, depth in enumerate((0.5, 0.78, 0.92)):
        swells.tufts(stage, depth, grass, 70 + index, count=80 - 12 * index, heights=(14, 34), flowers=blooms)
    swells.tufts(stage, 1.22, grass, 75, count=66, heights=(20, 46), flowers=blooms, order=1.22)
    foreground(stage, grass, blooms)


def hill(stage: Set, depth: float, height: float, colour: Rgb, salt: int, leaf: Rgb, white: Rgb | None) -> None:
    """A rounded hill with a lit crest, hedges and far trees on it."""
    air = stage.air
    height *= stage.framing.tall * stage.near(depth)
    crest, low = air.surface(colour, depth, 0.9), air.surface(colour, depth, 0.25)
    tree = air.surface(mix(seasons.crown(stage, leaf), hexed("#3f5a45"), 0.4), depth, 0.3)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(460 + salt)
        line = skyline(round(period / 6), 3 + salt % 2, stage.seed(465 + salt), octaves=3)
        path = skia.Path()
        path.moveTo(-6, 60)
        tops = []
        for index in range(len(line) + 2):
            y = 4 - height * float(line[(index - 1) % len(line)])
            tops.append(y)
            path.lineTo(index * 6 - 6, y)
        path.lineTo(period + 12, 60)
        path.close()
        canvas.drawPath(
            path, linear((0, -height), (0, 40), [crest, mix(low, crest, 0.3), mix(low, air.haze, 0.5)], [0, 0.55, 1])
        )
        canvas.save()
        canvas.clipPath(path, True)
        for _ in range(9):
            x, y = random.uniform(0, period), random.uniform(-height * 0.7, 10)
            field = skia.Rect.MakeXYWH(x, y, random.uniform(120, 340), random.uniform(5, 13))
            canvas.drawOval(
                field, linear((x, 0), (x + 300, 0), [mix(crest, hexed("#e8d27a"), 0.3), crest], None, [0.5, 0.1])
            )
        canvas.restore()
        for _ in range(round(64 * period / 1900)):
            index = int(random.integers(2, len(tops) - 2))
            size = random.uniform(6, 15) * depth * 5
            undergrowth.bush(canvas, index * 6 - 6, tops[index] + 4 + random.uniform(0, 12), size * 0.6, times(tree, random.uniform(0.85, 1.1)), random, light=crest if white is None else air.surface(white, depth, 0.8), side=air.side)  # fmt: skip

    stage.bake(depth, -height - 24, 56, draw)


def trees(
    stage: Set, depth: float, count: int, leaf: Rgb, white: Rgb | None, salt: int, *, clearing: float = 0.0
) -> None:
    frame, air = stage.framing, stage.air
    foot = stage.ground_y(depth)
    tall = frame.tall * stage.near(depth)
    green, bark = air.surface(seasons.crown(stage, leaf), depth, 0.62), air.surface(hexed("#6b5240"), depth, 0.5)
    rim = mix(air.edge, green, 0.35)

    bare, snow = white is not None and stage.plan.season == "winter", air.surface(white, depth, 0.8) if white else None
    kinds = KINDS[stage.seed(47) % len(KINDS)]

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(470 + salt)
        number = max(1, round(count * period / 1900))
        for index in range(number):
            x = (index + random.uniform(0.1, 0.9)) / number * period
            if clearing and abs(x - period / 2) / (frame.width / 2) < clearing:
                x += frame.width * 0.42
            size, kind = random.uniform(330, 480) * depth * tall, kinds[int(random.integers(len(kinds)))]
            if kind == "birch":
                groves.birch(canvas, x, foot + 4, size, green, air.surface(hexed("#ece6dc"), depth, 0.6), random, rim=rim, side=air.side, bare=bare)  # fmt: skip
            elif kind == "poplar":
                groves.poplar(canvas, x, foot + 4, size * 1.12, green, bark, random, rim=rim, side=air.side, bare=bare)
            else:
                woods.broadleaf(
                    canvas, x, foot + 4, size, green, bark, random, rim=rim, side=air.side, snow=snow, bare=bare
                )

    stage.bake(depth, foot - 560 * depth * tall, foot + 14, draw, sways=foot)


def foreground(stage: Set, grass: Rgb, blooms: Sequence[Rgb]) -> None:
    """Deep grass and flowers before the lens."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark = mix(times(air.surface(grass, 1.0, 0.15), 0.5), air.shadow, 0.4)
    tip = mix(air.surface(grass, 1.0, 0.9), air.edge, 0.35)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(480)
        for _ in range(44):
            x = random.uniform(0, period)
            off = min(1.0, abs(x - period / 2) / (frame.width * 0.55))
            height = (50 + 150 * off**2) * random.uniform(0.7, 1.15)
            undergrowth.grass(canvas, x, foot, height, dark, tip, random, blades=8, lean=0.2, gust=air.gust)
            if blooms and random.random() < 0.5:
                undergrowth.flower(canvas, x + random.uniform(-20, 20), foot - height * 0.95, 11, air.surface(blooms[int(random.integers(len(blooms)))], 1.0, 0.8), random)  # fmt: skip

    stage.bake(1.5, foot - 250, foot + 5, draw, order=2.0, sways=foot)
