"""A meadow: rolling hills, lone trees, flowers and deep grass."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.noise import skyline
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, hills, mist, sky, swells, undergrowth, woods
from rushes.engines.animatic.stage.set import Set

GRASS = {"spring": "#86b44c", "summer": "#7aa83f", "autumn": "#b39a4a", "winter": "#e6ecf8"}
LEAVES = {"spring": "#82b556", "summer": "#4c8740", "autumn": "#cc7a2e", "winter": "#7d7468"}
FLOWERS = tuple(hexed(code) for code in ("#f4f1e6", "#f2c53d", "#e0607e", "#8c6fd6", "#ef8a3c"))


def build(stage: Set) -> None:
    plan = stage.plan
    season = "winter" if plan.weather == "snow" else plan.season
    grass = hexed(GRASS.get(season, GRASS["summer"]))
    leaf = hexed(LEAVES.get(season, LEAVES["summer"]))
    white = hexed("#e9eefb") if season == "winter" else None
    sky.hang(stage)
    hills.ridge(
        stage,
        0.09,
        96,
        hexed("#7c93a6"),
        waves=4,
        salt=100,
        rough=0.7,
        snow=hexed("#f2f5ff"),
        snow_from=0.7 if white is None else 0.3,
    )
    for index, (depth, height) in enumerate(((0.13, 118), (0.19, 84), (0.26, 52))):
        hill(stage, depth, height, mix(grass, hexed("#5f8a5a"), 0.5 - 0.15 * index), 50 + index, leaf, white)
    mist.band(stage, 0.28, -40, 26, strength=0.30, salt=131)
    ground.lay(
        stage,
        grass,
        mix(grass, hexed("#c8b560"), 0.45) if white is None else hexed("#b4c0e4"),
        contrast=0.8,
        cell=200,
        patches=0.4,
    )
    trees(stage, 0.44, 5, leaf, white, 61)
    swells.bank(stage, 0.62, 34, grass, 63, tufts=white is None)
    trees(stage, 0.66, 2, leaf, white, 62, clearing=0.45)
    bare = season in ("winter", "autumn")
    for index, depth in enumerate((0.5, 0.78, 0.92)):
        swells.tufts(
            stage, depth, grass, 70 + index, count=80 - 12 * index, heights=(14, 34), flowers=() if bare else FLOWERS
        )
    swells.tufts(stage, 1.22, grass, 75, count=66, heights=(20, 46), flowers=() if bare else FLOWERS, order=1.22)
    foreground(stage, grass, bare)


def hill(stage: Set, depth: float, height: float, colour: Rgb, salt: int, leaf: Rgb, white: Rgb | None) -> None:
    """A rounded hill with a lit crest, hedges and far trees on it."""
    air = stage.air
    height *= stage.framing.tall * stage.near(depth)
    crest, low = air.surface(colour, depth, 0.9), air.surface(colour, depth, 0.25)
    tree = air.surface(mix(leaf, hexed("#3f5a45"), 0.4), depth, 0.3)

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
    green, bark = air.surface(leaf, depth, 0.62), air.surface(hexed("#6b5240"), depth, 0.5)
    rim = mix(air.edge, green, 0.35)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(470 + salt)
        number = max(1, round(count * period / 1900))
        for index in range(number):
            x = (index + random.uniform(0.1, 0.9)) / number * period
            if clearing and abs(x - period / 2) / (frame.width / 2) < clearing:
                x += frame.width * 0.42
            woods.broadleaf(canvas, x, foot + 4, random.uniform(330, 480) * depth * tall, green, bark, random, rim=rim, side=air.side, snow=air.surface(white, depth, 0.8) if white else None, bare=stage.plan.season == "winter" and white is not None, gust=air.gust)  # fmt: skip

    stage.bake(depth, foot - 520 * depth * tall, foot + 14, draw, sways=foot)


def foreground(stage: Set, grass: Rgb, bare: bool) -> None:
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
            if not bare and random.random() < 0.5:
                undergrowth.flower(canvas, x + random.uniform(-20, 20), foot - height * 0.95, 11, air.surface(FLOWERS[int(random.integers(len(FLOWERS)))], 1.0, 0.8), random)  # fmt: skip

    stage.bake(1.5, foot - 250, foot + 5, draw, order=2.0, sways=foot)
