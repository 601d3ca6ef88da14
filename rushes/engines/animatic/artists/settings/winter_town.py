"""A small town at Christmas: snow on every roof, a great lit tree, garlands between the houses, a market in the square."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import (
    cottages,
    fires,
    garlands,
    ground,
    hills,
    mist,
    parks,
    rows,
    sky,
    weather,
    woods,
)
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import pine_forest

SNOW, SHADE = hexed("#eef2ff"), hexed("#b8c4e6")
DEPTH = 0.46


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    side = rows.free_side(stage, 3700)
    sky.hang(stage)
    hills.ridge(stage, 0.06, 210, hexed("#8a94b0"), waves=4, salt=100, snow=SNOW, snow_from=0.25)
    pine_forest.stand(stage, 0.13, (40, 90), 110, SNOW, 3701, base=3)
    mist.band(stage, 0.15, -80, 14, strength=0.36, salt=131)
    cottages.houses(stage, 0.20, 15, (64, 96), 10, 37, SNOW, foot=12)
    cottages.houses(stage, 0.28, 9, (120, 170), 6, 38, SNOW, foot=16)
    ground.lay(stage, SNOW, SHADE, contrast=0.6, cell=190, patches=0.45)
    cottages.houses(stage, 0.42, 4, (250, 320), 4, 39, SNOW, clearing=0.30)
    tree(stage, side * frame.width * (0.13 if not frame.portrait else 0.08))
    stalls(stage, 0.54, 3703)
    lamp = 300.0
    parks.lamp(stage, 0.66, -side * frame.width * 0.40, side, 3704, height=lamp)
    parks.lamp(stage, 0.66, side * frame.width * 0.44, -side, 3705, height=lamp)
    top = -frame.horizon
    garlands.bulbs(stage, 0.36, top * 0.46, 44, 20, 3706)
    garlands.bulbs(stage, 0.72, top * 0.74, 84, 34, 3707)
    drifts(stage, 0.80)
    if stage.plan.weather != "snow":
        white = air.surface((1, 1, 1), 1.0, 0.9)
        weather.scatter(stage, weather.Specks(130, (0.9, 2.6), 42, -16, 0.9, 0.85, white, soft=0.6), 3708)
    pine_forest.foreground(stage, SNOW)


def tree(stage: Set, x: float) -> None:
    """The tree of the square with its lights, its baubles and its star."""
    air = stage.air
    high = 430 * stage.framing.tall * stage.near(DEPTH)
    green = air.surface(hexed("#2f6a45"), DEPTH, 0.55)
    snow = air.surface(SNOW, DEPTH, 0.85)
    lit = 0.5 + 0.5 * min(1.0, air.windows * 1.5)

    def spots(random: Random, at: float, foot: float, count: int) -> list[tuple[float, float, int]]:
        found = []
        for index in range(count):
            up = random.random() ** 1.25
            half = high * 0.20 * (1 - up) ** 0.9
            found.append((at + random.uniform(-1, 1) * half, foot - high * (0.10 + 0.84 * up), index))
        return found

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        canvas.drawOval(skia.Rect.MakeXYWH(at - high * 0.26, foot - 6, high * 0.52, 18), solid(air.shadow, 0.4, 6))
        woods.pine(canvas, at, foot + 4, high, green, random, snow=snow, rim=air.edge, side=air.side)
        for px, py, index in spots(stage.random(3709), at, foot, 90):
            tint = garlands.GAY[index % 5] if index % 3 == 0 else garlands.WARM[0]
            canvas.drawCircle(
                px, py, high * (0.011 if index % 3 == 0 else 0.006), solid(mix(tint, (1, 1, 1), 0.35 * lit))
            )
        star = skia.Path()
        for point in range(10):
            reach = high * (0.052 if point % 2 == 0 else 0.021)
            angle = -math.pi / 2 + point * math.pi / 5
            spot = (at + math.cos(angle) * reach, foot - high * 1.01 + math.sin(angle) * reach)
            star.moveTo(*spot) if point == 0 else star.lineTo(*spot)
        star.close()
        canvas.drawPath(star, solid(mix(hexed("#ffd85a"), (1, 1, 1), 0.3 * lit)))

    rows.one(stage, DEPTH, x, 3702, each, tall=high * 1.12)
    foot = stage.ground_y(DEPTH)

    def shine(canvas: Canvas, period: float) -> None:
        for px, py, index in spots(stage.random(3709), period / 2 + x, foot, 90):
            tint = garlands.GAY[index % 5] if index % 3 == 0 else garlands.WARM[0]
            canvas.drawCircle(px, py, high * 0.035, solid(tint, 0.17 * lit, high * 0.018))
        canvas.drawCircle(period / 2 + x, foot - high, high * 0.16, solid(hexed("#ffd85a"), 0.5 * lit, high * 0.07))

    if air.windows > 0.1:
        stage.bake(DEPTH, foot - high * 1.3, foot, shine, period=math.ceil(max(stage.framing.width, 900.0) * 2.3), glow=True, order=DEPTH + 0.001, blur=1.0)  # fmt: skip
        fires.glow(stage, x, foot - high * 0.4, DEPTH, high * 0.8, DEPTH + 0.002, 7, 0.32 * air.windows)


def stalls(stage: Set, depth: float, salt: int) -> None:
    """Huts of the market, each under a striped roof with snow on it, light and goods inside."""
    air = stage.air
    wood, glow = air.surface(hexed("#8a5f3c"), depth, 0.5), garlands.WARM[0]
    snow = air.surface(SNOW, depth, 0.85)
    warm = mix(times(wood, 0.6), glow, min(1.0, 0.25 + air.windows))

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        wide, high = 190 * depth * 1.7, 170 * depth * 1.7
        canvas.drawOval(skia.Rect.MakeXYWH(x - wide * 0.6, foot - 5, wide * 1.2, 14), solid(air.shadow, 0.4, 5))
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - wide / 2, foot - high * 0.86, x + wide / 2, foot), solid(times(wood, 0.5))
        )
        canvas.drawRect(skia.Rect.MakeLTRB(x - wide * 0.44, foot - high * 0.80, x + wide * 0.44, foot - high * 0.40), linear((0, foot - high * 0.8), (0, foot - high * 0.4), [mix(warm, (1, 1, 1), 0.2), warm]))  # fmt: skip
        for index in range(9):
            tint = garlands.GAY[int(random.integers(5))]
            canvas.drawCircle(x + (index - 4) * wide * 0.095, foot - high * random.uniform(0.44, 0.56), wide * 0.036, solid(mix(air.surface(tint, depth, 0.6), glow, 0.2)))  # fmt: skip
        counter = skia.Rect.MakeLTRB(x - wide / 2, foot - high * 0.42, x + wide / 2, foot + 2)
        canvas.drawRect(
            counter, linear((0, counter.top()), (0, counter.bottom()), [mix(wood, air.edge, 0.2), times(wood, 0.6)])
        )
        for board in range(1, 8):
            at = counter.left() + board * wide / 8
            canvas.drawLine(at, counter.top(), at, counter.bottom(), stroke(times(wood, 0.5), 1.4))
        red, white = air.surface(hexed("#c8403a"), depth, 0.7), air.surface(hexed("#f2ece0"), depth, 0.7)
        for strip in range(8):
            left = x - wide * 0.58 + strip * wide * 1.16 / 8
            cloth = skia.Path()
            cloth.moveTo(x + (left - x) * 0.86, foot - high * 1.06)
            cloth.lineTo(x + (left + wide * 0.145 - x) * 0.86, foot - high * 1.06)
            cloth.lineTo(left + wide * 0.145, foot - high * 0.76)
            cloth.lineTo(left, foot - high * 0.76)
            cloth.close()
            canvas.drawPath(cloth, solid(red if strip % 2 else white))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - wide * 0.53, foot - high * 1.12, x + wide * 0.53, foot - high * 0.98), 8, 8, solid(snow))  # fmt: skip

    rows.along(stage, depth, 4, salt, each, tall=230 * depth * 1.7, clearing=0.40)


def drifts(stage: Set, depth: float) -> None:
    """Soft heaps of snow along the near edge of the square."""
    air = stage.air
    lit, dark = air.surface(SNOW, depth, 0.9), air.surface(SHADE, depth, 0.4)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        wide, high = random.uniform(120, 280) * depth, random.uniform(16, 40) * depth
        heap = skia.Path()
        heap.moveTo(x - wide, foot + 8)
        heap.cubicTo(x - wide * 0.4, foot - high, x + wide * 0.3, foot - high * 1.2, x + wide, foot + 8)
        heap.close()
        canvas.drawPath(heap, linear((0, foot - high), (0, foot + 8), [lit, mix(lit, dark, 0.7)]))

    rows.along(stage, depth, 7, 3710, each, tall=60, clearing=0.3)


SETTING = Setting(
    build=build,
    words="""winter town, christmas town, christmas village, christmas market, snowy town, winter village, snowy village, snow covered village, north pole village,
        christmas square, santa's village, christmas street, christmas eve, winter wonderland, snowy street, christmas night, christmas""",
    by_day="bell snow",
    by_night="bell snow",
    scenery=frozenset({"houses", "lights", "trees", "snowdrift", "stalls", "smoke", "mountains", "christmas_tree"}),
    hours=("dusk", "dusk", "night", "golden", "day"),
)
