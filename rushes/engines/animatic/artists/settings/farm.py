"""A farm: a red barn and a silo, fields in rows to the hills, bales of hay, a fence along the yard."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import cottages, farmsteads, floors, ground, hills, mist, rows, seasons, sky, swells
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import meadow

EARTH, STRAW = hexed("#9a7448"), hexed("#dcb860")


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    season = seasons.of(stage)
    side = rows.free_side(stage, 3200)
    sky.hang(stage)
    hills.ridge(stage, 0.07, 70, hexed("#7f93a2"), waves=3, salt=100, rough=0.6)
    for index, (depth, height) in enumerate(((0.12, 80), (0.17, 56), (0.22, 34))):
        meadow.hill(stage, depth, height, mix(season.grass, (hexed("#d8c060"), hexed("#8fa84e"), hexed("#c8a050"))[index], 0.5 if season.white is None else 0.0), 3201 + index, season.leaf, season.white)  # fmt: skip
        strips(stage, depth + 0.005, height, 3205 + index, season)
    mist.band(stage, 0.24, -40, 22, strength=0.28, salt=131)
    field = season.ground(mix(season.grass, EARTH, 0.45))
    ground.lay(stage, field, season.hollows(mix(EARTH, season.grass, 0.2)), contrast=0.6, cell=160, patches=0.45, marks=floors.furrows)  # fmt: skip
    meadow.trees(stage, 0.36, 3, season.leaf, season.white, 3210)
    high = 330 * frame.tall * stage.near(0.46)
    x = side * frame.width * (0.27 if not frame.portrait else 0.20)
    rows.one(stage, 0.46, x, 3211, lambda c, at, f, r: farmsteads.barn(c, at, f, high, air, 0.46, snow=season.white), tall=high * 1.4)  # fmt: skip
    rows.one(stage, 0.40, -side * frame.width * 0.34, 3212, lambda c, at, f, r: farmsteads.wind_pump(c, at, f, high * 0.74, air, 0.40), tall=high)  # fmt: skip
    bales(stage, 0.60, 5, 3213, season)
    cottages.fence(stage, 0.72, season.white)
    bales(stage, 0.84, 2.6, 3214, season, clearing=0.6)
    flowers = meadow.FLOWERS if season.blooms else ()
    swells.tufts(stage, 0.78, season.grass, 3215, count=60, heights=(12, 30), flowers=flowers)
    swells.tufts(stage, 1.22, season.grass, 3216, count=50, heights=(18, 42), flowers=flowers, order=1.22)
    meadow.foreground(stage, season.grass, meadow.FLOWERS if season.blooms else ())


def strips(stage: Set, depth: float, height: float, salt: int, season: seasons.Season) -> None:
    """Far fields: leaning strips of other greens and golds on a hill."""
    if season.white is not None:
        return
    air = stage.air

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for _ in range(round(12 * period / 1900)):
            x, y = random.uniform(0, period), -height * random.uniform(0.0, 0.28)
            wide, deep, lean = random.uniform(60, 190), random.uniform(6, 15), random.uniform(-40, 40)
            tone = (hexed("#d8c060"), hexed("#7fae4e"), hexed("#b8964e"), hexed("#9ab85a"))[int(random.integers(4))]
            patch = skia.Path()
            patch.moveTo(x, y)
            patch.lineTo(x + wide, y + random.uniform(-3, 3))
            patch.lineTo(x + wide + lean, y + deep)
            patch.lineTo(x + lean, y + deep)
            patch.close()
            canvas.drawPath(patch, solid(air.surface(tone, depth, 0.7), 0.75))

    stage.bake(depth, -height, 12, draw)


def bales(stage: Set, depth: float, count: float, salt: int, season: seasons.Season, *, clearing: float = 0.0) -> None:
    """Round bales of hay, ends towards the eye or their sides."""
    air = stage.air
    lit, dark = air.surface(STRAW, depth, 0.9), air.surface(STRAW, depth, 0.12)
    cap = air.surface(season.white, depth, 0.85) if season.white else None

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        radius = random.uniform(44, 56) * depth * 1.1
        long = radius * random.uniform(0.7, 1.5)
        canvas.drawOval(
            skia.Rect.MakeXYWH(x - radius * 1.3, foot - 5, radius * 2.6 + long, 14), solid(air.shadow, 0.4, 4)
        )
        middle = foot - radius * 0.92
        side = skia.Rect.MakeLTRB(x, middle - radius, x + long, middle + radius)
        canvas.drawRect(side, linear((0, middle - radius), (0, middle + radius), [lit, mix(lit, dark, 0.5), dark]))
        canvas.drawOval(skia.Rect.MakeLTRB(x + long - radius * 0.55, middle - radius, x + long + radius * 0.55, middle + radius), solid(mix(lit, dark, 0.45)))  # fmt: skip
        for line in range(4):
            y = middle - radius * (0.7 - 0.42 * line)
            canvas.drawLine(x, y, x + long, y, stroke(mix(dark, lit, 0.25), 1.6, 0.5))
        end = skia.Rect.MakeLTRB(x - radius * 0.62, middle - radius, x + radius * 0.62, middle + radius)
        canvas.drawOval(
            end, linear((x - air.side * radius, 0), (x + air.side * radius, 0), [mix(dark, lit, 0.35), lit])
        )
        for ring in range(1, 4):
            box = skia.Rect.MakeLTRB(x - radius * 0.62 * ring / 4, middle - radius * ring / 4, x + radius * 0.62 * ring / 4, middle + radius * ring / 4)  # fmt: skip
            canvas.drawOval(box, stroke(mix(dark, lit, 0.3), 1.6, 0.6))
        if cap is not None:
            canvas.drawOval(skia.Rect.MakeLTRB(x - radius * 0.5, middle - radius * 1.08, x + long + radius * 0.4, middle - radius * 0.74), solid(cap))  # fmt: skip

    rows.along(stage, depth, count, salt, each, tall=130 * depth, clearing=clearing)


SETTING = Setting(
    build=build,
    words="""farm, farmland, barn, red barn, farmyard, barnyard, farm field, ranch, countryside farm, hayfield, hay field, stable, farmhouse,
        old barn, plantation, homestead, pasture, cattle ranch, chicken coop, pigsty, hay bales""",
    by_day="birds breeze",
    by_night="crickets",
    scenery=frozenset({"barn", "hills", "fence", "trees", "flowers", "fields", "hay"}),
)
