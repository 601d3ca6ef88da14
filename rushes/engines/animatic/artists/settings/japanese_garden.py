"""A Japanese garden: cherry trees over a pond, a red bridge, a torii, a pagoda, Fuji far away; petals fall."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import (
    floors,
    ground,
    groves,
    hills,
    mist,
    rows,
    seasons,
    shrines,
    sky,
    swells,
    undergrowth,
    waves,
    weather,
    woods,
)
from rushes.engines.animatic.stage.set import Random, Set

BLOSSOM = {"spring": "#f6b3c8", "summer": "#f3a9c2", "autumn": "#cf4a2c", "winter": "#b8a8ac"}
BARK, MOSS = hexed("#4a3530"), hexed("#7f9a4e")
SHORE = 0.66


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    season = seasons.of(stage)
    petals = hexed(BLOSSOM[season.name])
    side = rows.free_side(stage, 2300)
    sky.hang(stage)
    fuji(stage, -side * frame.width * 0.20)
    hills.ridge(stage, 0.10, 64, hexed("#6f8a86"), waves=4, salt=110, rough=0.6, ridged=False)
    mist.band(stage, 0.12, -60, 16, strength=0.46, salt=131)
    trees(stage, 0.20, 18, (52, 84), 2301, season, petals)
    tower = 330 * frame.tall * stage.near(0.24)
    rows.one(stage, 0.24, side * frame.width * 0.34, 2302, lambda c, x, f, r: shrines.pagoda(c, x, f, tower, air, 0.24, snow=season.white), tall=tower * 1.25)  # fmt: skip
    trees(stage, 0.26, 12, (70, 110), 2303, season, petals)
    mist.band(stage, 0.28, -50, 22, strength=0.34, salt=133)
    moss = season.ground(MOSS)
    ground.lay(stage, moss, season.hollows(mix(MOSS, hexed("#c8b88a"), 0.6)), contrast=0.6, cell=170, patches=0.4, marks=floors.raked)  # fmt: skip
    waves.lake(stage, shore=SHORE)
    banks(stage, 0.38, side, moss)
    wide = min(430.0, frame.width * 0.5) * stage.near(0.5)
    bridge_x = -side * frame.width * 0.22
    seen = stage.ground_y(SHORE - 0.01) - stage.ground_y(0.5)
    rows.one(stage, 0.5, bridge_x, 2304, lambda c, x, f, r: shrines.bridge(c, x, f, wide, air, 0.5, snow=season.white, mirrored=seen), tall=wide, below=wide * 0.4)  # fmt: skip
    gate = 300 * 0.62 * frame.tall * stage.near(0.62)
    rows.one(stage, 0.62, side * frame.width * 0.12, 2305, lambda c, x, f, r: shrines.torii(c, x, f, gate, air, 0.62), tall=gate * 1.3)  # fmt: skip
    stones(stage, SHORE + 0.02, season.white)
    trees(stage, 0.78, 2.4, (420, 520), 2306, season, petals, clearing=1.0 if frame.portrait else 0.60)
    lamp = 150 * 0.84 * stage.near(0.84)
    rows.one(stage, 0.84, -side * frame.width * 0.37, 2307, lambda c, x, f, r: shrines.stone_lantern(c, x, f, lamp, air, 0.84, snow=season.white), tall=lamp * 1.2)  # fmt: skip
    swells.tufts(stage, 0.90, season.grass, 2308, count=40, heights=(10, 26))
    if season.name != "winter" and stage.plan.weather not in ("rain", "storm"):
        fall = air.surface(petals, 1.0, 0.9)
        weather.scatter(stage, weather.Specks(54, (1.6, 3.6), 36, -46, 1.05, 0.92, fall, soft=0.3, sway=34), 2309)
        weather.scatter(stage, weather.Specks(40, (0.9, 1.8), 22, -30, 0.6, 0.8, fall, soft=0.4, sway=26), 2310, order=0.7)  # fmt: skip
    foreground(stage, petals, side, season)


def fuji(stage: Set, x: float) -> None:
    """The mountain with its white cap."""
    air, depth = stage.air, 0.05
    high = 250 * stage.framing.tall
    low, lit = air.surface(hexed("#6f82a8"), depth, 0.1), air.surface(hexed("#8f9cbc"), depth, 0.9)
    cap, shade = air.surface(hexed("#f6f7ff"), depth, 0.95), air.surface(hexed("#dfe4fb"), depth, 0.2)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        def flank(way: float, up: float) -> tuple[float, float]:
            """A point of the concave slope, `up` 0..1."""
            return at + way * high * (0.17 + 1.9 * (1 - up) ** 1.55), foot - high * up

        body = skia.Path()
        body.moveTo(*flank(-1, 0.0))
        for step in range(1, 21):
            body.lineTo(*flank(-1, step / 20))
        body.lineTo(at, foot - high * 0.975)
        for step in range(20, -1, -1):
            body.lineTo(*flank(1, step / 20))
        body.close()
        ramp = linear((at - air.side * high, 0), (at + air.side * high, 0), [low, mix(low, lit, 0.6), lit])
        canvas.drawPath(body, ramp)
        snow = skia.Path()
        snow.moveTo(*flank(-1, 0.66))
        for step in range(1, 9):
            snow.lineTo(*flank(-1, 0.66 + 0.34 * step / 8))
        snow.lineTo(at, foot - high * 0.975)
        for step in range(8, -1, -1):
            snow.lineTo(*flank(1, 0.66 + 0.34 * step / 8))
        right, left = flank(1, 0.66)[0], flank(-1, 0.66)[0]
        for step in range(1, 14):
            tooth = 0.08 if step % 2 else -0.10 * random.uniform(0.5, 1.3)
            snow.lineTo(right + (left - right) * step / 14, foot - high * (0.66 + tooth))
        snow.close()
        canvas.save()
        canvas.clipPath(body, True)
        canvas.drawPath(snow, linear((at - air.side * high * 0.4, 0), (at + air.side * high * 0.4, 0), [shade, cap]))
        wash = linear((0, foot - high * 0.45), (0, foot), [air.haze, air.haze], None, [0.0, 0.75])
        canvas.drawRect(skia.Rect.MakeLTRB(at - high * 3, foot - high * 0.45, at + high * 3, foot + 4), wash)
        canvas.restore()

    rows.one(stage, depth, x, 2311, each, tall=high * 1.02, foot=6)


def trees(stage: Set, depth: float, count: float, heights: tuple[float, float], salt: int, season: seasons.Season, petals: Rgb, *, clearing: float = 0.0) -> None:  # fmt: skip
    air = stage.air
    grow = stage.near(depth) * (depth if depth > ground.ORDER else 1.0) * stage.framing.tall
    bloom, pine = air.surface(petals, depth, 0.72), air.surface(hexed("#4f7a4a"), depth, 0.5)
    bark = air.surface(BARK, depth, 0.4)
    snow = air.surface(season.white, depth, 0.8) if season.white else None

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        tone = pine if depth < 0.3 and random.random() < 0.3 else times(bloom, random.uniform(0.92, 1.05))
        groves.blossoming(canvas, x, foot + 3, random.uniform(*heights) * grow, tone, bark, random, rim=mix(air.edge, tone, 0.4), side=air.side, bare=snow is not None and depth > 0.3, snow=snow)  # fmt: skip

    rows.along(stage, depth, count, salt, each, tall=heights[1] * grow * 1.15, clearing=clearing, sways=True)


def banks(stage: Set, depth: float, side: int, moss: Rgb) -> None:
    """The far bank: a low green edge with clipped bushes and stones, before the water."""
    air = stage.air
    foot = stage.ground_y(depth)
    high, low = air.surface(moss, depth, 0.8), air.surface(mix(moss, hexed("#5a4a36"), 0.6), depth, 0.2)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(2312)
        path = skia.Path()
        path.moveTo(-10, -2)
        path.lineTo(period + 10, -2)
        for index in range(61):
            turn = 2 * math.pi * (1 - index / 60)
            path.lineTo(period * (1 - index / 60), foot - 8 + 7 * math.sin(4 * turn) + 3 * math.sin(11 * turn))
        path.close()
        canvas.drawPath(path, linear((0, 0), (0, foot), [mix(high, air.haze, 0.3), high, low], [0, 0.75, 1]))
        for _ in range(round(44 * period / 1900)):
            green = air.surface(hexed("#5f8a48"), depth, 0.5)
            undergrowth.bush(canvas, random.uniform(0, period), foot * random.uniform(0.3, 0.86), random.uniform(9, 24), times(green, random.uniform(0.8, 1.1)), random, light=air.edge, side=air.side)  # fmt: skip

    stage.bake(depth, -30, foot + 8, draw)


def stones(stage: Set, depth: float, white: Rgb | None) -> None:
    """Rocks along the near shore."""
    air = stage.air
    tone = air.surface(hexed("#7d7c7a"), depth, 0.5)
    cap = air.surface(white, depth, 0.8) if white else None

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        undergrowth.stone(canvas, x, foot + 4, random.uniform(26, 74) * depth, times(tone, random.uniform(0.8, 1.1)), random, light=mix(tone, air.edge, 0.4), side=air.side, cap=cap)  # fmt: skip

    rows.along(stage, depth, 17, 2313, each, tall=60)


def foreground(stage: Set, petals: Rgb, side: int, season: seasons.Season) -> None:
    """A bough of blossom that hangs into one upper corner."""
    frame, air = stage.framing, stage.air
    bark = mix(times(air.surface(BARK, 1.0, 0.1), 0.6), air.shadow, 0.4)
    bloom = air.surface(petals, 1.0, 0.55)
    top = -frame.horizon

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(2314)
        corner = period / 2 - side * frame.width * 0.62
        for drop, reach in ((0.10, 0.46), (0.24, 0.34), (0.02, 0.30)):
            bough = skia.Path()
            start, end = (corner, top + drop * 300 - 30), (corner + side * frame.width * reach, top + 40 + drop * 520)
            bough.moveTo(*start)
            bough.quadTo((start[0] + end[0]) / 2, start[1] - 20, *end)
            canvas.drawPath(bough, stroke(bark, 9))
            for _ in range(34 if season.name != "winter" else 6):
                share = random.random() ** 0.7
                x = start[0] + (end[0] - start[0]) * share + random.uniform(-24, 24)
                y = (1 - share) ** 2 * start[1] + 2 * (1 - share) * share * (start[1] - 20) + share**2 * end[1]
                radius = random.uniform(13, 26)
                tone = times(bloom, random.uniform(0.72, 1.06))
                canvas.drawPath(woods.clump(x, y + random.uniform(-16, 26), radius, random), solid(tone))

    stage.bake(1.4, top * 1.3, top * 0.28, draw, order=2.0, period=frame.width * 2.3, blur=2.6)


SETTING = Setting(
    build=build,
    words="""japanese garden, zen garden, cherry blossom garden, cherry blossom park, cherry orchard, pagoda, japanese temple,
        japanese shrine, shinto shrine, torii gate, torii, feudal japan, ancient japan, mount fuji, mt fuji, japan, japanese village,
        cherry blossom trees?, cherry blossom grove, cherry tree avenue, chinese garden, oriental garden, temple garden""",
    by_day="water birds",
    by_night="water crickets",
    scenery=frozenset({"pagoda", "torii", "torii_gate", "trees", "bridge", "lake", "arch", "blossoms", "mountains", "reflections", "rocks", "flowers", "petals"}),
)  # fmt: skip
