"""A garden behind a house: borders full of flowers, an apple tree, a picket fence, a shed, stepping stones."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import cottages, ground, groves, mist, parks, rows, seasons, sky, swells, undergrowth
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import meadow


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    season = seasons.of(stage)
    side = 1 if stage.seed(3600) % 2 else -1
    sky.hang(stage)
    parks.treeline(stage, 0.10, 34, (50, 90), season, 3601)
    cottages.houses(stage, 0.22, 8, (110, 150), 4, 36, season.white, foot=14)
    mist.band(stage, 0.24, -50, 20, strength=0.22, salt=131)
    parks.treeline(stage, 0.26, 9, (110, 170), season, 3602)
    lawn = season.ground(mix(season.grass, hexed("#6fae4a"), 0.45))
    ground.lay(stage, lawn, season.hollows(mix(lawn, hexed("#9ac05a"), 0.6)), contrast=0.5, cell=200, patches=0.35, marks=parks.path(stage, season.ground(hexed("#c8b898"))))  # fmt: skip
    pickets(stage, 0.38, 3603, season)
    border(stage, 0.41, season, 3604)
    shed = 250 * 0.46 * stage.near(0.46) * frame.tall
    rows.one(stage, 0.46, side * frame.width * 0.33, 3605, lambda c, x, f, r: parks.shed(c, x, f, shed, air, 0.46, snow=season.white), tall=shed * 1.5)  # fmt: skip
    apple(stage, 0.58, -side * frame.width * 0.34, season)
    parks.flowerbed(stage, 0.62, side * frame.width * 0.36, season, 3607)
    parks.flowerbed(stage, 0.80, -side * frame.width * 0.40, season, 3608)
    if season.blooms:
        tall_flowers(stage, 0.70, 3609)
    swells.tufts(stage, 0.90, season.grass, 3610, count=40, heights=(8, 20), flowers=meadow.FLOWERS if season.blooms else ())  # fmt: skip
    swells.tufts(stage, 1.22, season.grass, 3611, count=50, heights=(18, 42), flowers=meadow.FLOWERS if season.blooms else (), order=1.22)  # fmt: skip
    meadow.foreground(stage, season.grass, meadow.FLOWERS if season.blooms else ())


def pickets(stage: Set, depth: float, salt: int, season: seasons.Season) -> None:
    """A white fence of boards with pointed heads."""
    air = stage.air
    foot = stage.ground_y(depth)
    white, shade = air.surface(hexed("#f4f0e6"), depth, 0.8), air.surface(hexed("#f4f0e6"), depth, 0.25)
    high = 112 * depth * stage.near(depth)

    def draw(canvas: Canvas, period: float) -> None:
        for y in (0.30, 0.72):
            canvas.drawRect(
                skia.Rect.MakeLTRB(-10, foot - high * y - 4, period + 10, foot - high * y + 2), solid(shade)
            )
        step = high * 0.26
        for index in range(round(period / step)):
            x = index * period / round(period / step)
            board = skia.Path()
            board.moveTo(x, foot + 3)
            board.lineTo(x, foot - high * 0.88)
            board.lineTo(x + step * 0.32, foot - high)
            board.lineTo(x + step * 0.64, foot - high * 0.88)
            board.lineTo(x + step * 0.64, foot + 3)
            board.close()
            canvas.drawPath(
                board, linear((x, 0), (x + step * 0.64, 0), [shade, white] if air.side > 0 else [white, shade])
            )
            if season.white is not None:
                canvas.drawCircle(
                    x + step * 0.32, foot - high * 0.95, step * 0.26, solid(air.surface(season.white, depth, 0.9))
                )

    stage.bake(depth, foot - high * 1.1, foot + 5, draw)


def border(stage: Set, depth: float, season: seasons.Season, salt: int) -> None:
    """Shrubs and tall flowers along the fence."""
    air = stage.air
    green = air.surface(season.leaf, depth, 0.55)
    light = air.surface(season.white, depth, 0.85) if season.white else mix(air.edge, green, 0.4)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        size = random.uniform(40, 84) * depth * 1.2
        undergrowth.bush(canvas, x, foot + 4, size, times(green, random.uniform(0.75, 1.1)), random, light=light, side=air.side)  # fmt: skip
        if season.blooms:
            bloom = air.surface(meadow.FLOWERS[int(random.integers(len(meadow.FLOWERS)))], depth, 0.9)
            for _ in range(9):
                undergrowth.flower(canvas, x + random.uniform(-0.9, 0.9) * size, foot - random.uniform(0.1, 0.95) * size, size * 0.11, bloom, random)  # fmt: skip

    rows.along(stage, depth, 30, salt, each, tall=120)


def apple(stage: Set, depth: float, x: float, season: seasons.Season) -> None:
    """An old apple tree with its fruit, in blossom in spring."""
    air = stage.air
    leaf = air.surface(hexed("#f6d8e2") if season.name == "spring" else season.leaf, depth, 0.65)
    bark, red = air.surface(hexed("#6b5240"), depth, 0.45), air.surface(hexed("#d8402f"), depth, 0.8)
    high = 430 * depth * stage.near(depth) * stage.framing.tall
    snow = air.surface(season.white, depth, 0.85) if season.white else None

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        canvas.drawOval(skia.Rect.MakeXYWH(at - high * 0.4, foot - 5, high * 0.8, 16), solid(air.shadow, 0.35, 5))
        groves.blossoming(canvas, at, foot + 3, high, leaf, bark, random, rim=mix(air.edge, leaf, 0.4), side=air.side, bare=snow is not None, snow=snow)  # fmt: skip
        for _ in range(26 if season.name in ("summer", "autumn") else 0):
            canvas.drawCircle(at + random.uniform(-0.55, 0.55) * high, foot - random.uniform(0.5, 0.95) * high, high * 0.016, solid(red))  # fmt: skip

    rows.one(stage, depth, x, 3606, each, tall=high * 1.2)


def tall_flowers(stage: Set, depth: float, salt: int) -> None:
    """Foxgloves, hollyhocks and their like, at the sides."""
    air = stage.air
    stem = air.surface(hexed("#5f8a46"), depth, 0.5)
    tones = [air.surface(hexed(code), depth, 0.85) for code in ("#d878b0", "#8c6fd6", "#f2c53d", "#f4f1e6", "#e0607e")]

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        high, tone = random.uniform(90, 170) * depth, tones[int(random.integers(len(tones)))]
        canvas.drawLine(x, foot + 3, x, foot - high, stroke(stem, 2.6))
        undergrowth.grass(canvas, x, foot + 4, high * 0.45, times(stem, 0.7), stem, random, blades=6)
        for bell in range(8):
            y = foot - high * (0.42 + 0.075 * bell)
            undergrowth.flower(canvas, x + (1 if bell % 2 else -1) * high * 0.035, y, high * (0.058 - 0.004 * bell), tone, random)  # fmt: skip

    rows.along(stage, depth, 34, salt, each, tall=200, clearing=0.5)


SETTING = Setting(
    build=build,
    words="""garden, backyard, back yard, front yard, yard, flower garden, rose garden, cottage garden, english garden, vegetable garden, lawn, orchard,
        house garden, kitchen garden, secret garden, courtyard garden, back garden, garden party, flower bed, apple orchard""",
    by_day="birds bees",
    by_night="crickets",
    scenery=frozenset({"flowers", "trees", "fence", "houses", "path", "hills"}),
)
