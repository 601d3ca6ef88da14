"""A fishing harbour: painted houses along the quay, moored boats, a mole with its light, gulls, boards underfoot."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import (
    buildings,
    flocks,
    floors,
    ground,
    hills,
    mist,
    moorings,
    rows,
    seasons,
    sky,
    waves,
)
from rushes.engines.animatic.stage.set import Random, Set

WALLS = tuple(hexed(code) for code in ("#d8694a", "#e8c46a", "#5f93a8", "#e9e2d2", "#a8483c", "#7fa88a", "#e0a27a"))
ROOFS = tuple(hexed(code) for code in ("#7a4438", "#5a5560", "#8a5a44"))
WOOD = hexed("#8f7658")
SHORE = 0.70


def build(stage: Set) -> None:
    air = stage.air
    season = seasons.of(stage)
    side = 1 if stage.seed(2400) % 2 else -1
    sky.hang(stage)
    hills.ridge(stage, 0.07, 120, hexed("#6f7f8f"), waves=3, salt=100, rough=0.7, snow=hexed("#f1f5ff"), snow_from=0.85 if season.white is None else 0.3)  # fmt: skip
    hills.ridge(stage, 0.11, 66, mix(season.grass, hexed("#4f6a58"), 0.6), waves=4, salt=110, rough=0.6, ridged=False)
    mist.band(stage, 0.13, -60, 12, strength=0.34, salt=131)
    town(stage, 0.18, 2401, season.white)
    mole(stage, side)
    ground.lay(stage, season.ground(WOOD), season.hollows(times(WOOD, 0.78)), contrast=0.45, cell=120, patches=0.4, marks=floors.planks)  # fmt: skip
    open_water = moorings.cast_floats(stage)
    waves.sea(stage, shore=0.0 if open_water else SHORE, roughness=9.0, near=hexed("#2f7f86"))
    flocks.circling(stage, 0.16, 6, 2402, air.surface(hexed("#f4f4f0"), 0.5, 0.9))
    flocks.circling(stage, 0.45, 3, 2403, air.surface(hexed("#f4f4f0"), 0.8, 0.9), size=26)
    fleet(stage, side)
    if not open_water:
        quay(stage, SHORE, season.white)
        gear(stage, side)
    foreground(stage, side)


def town(stage: Set, depth: float, salt: int, white: Rgb | None) -> None:
    """Narrow houses wall to wall above the far quay."""
    air = stage.air
    grow = stage.near(depth) * (1.15 if stage.framing.portrait else 1.0)
    glass, stone = air.surface(hexed("#40566a"), depth, 0.3), air.surface(hexed("#8a8480"), depth, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for row, (lift, scale) in enumerate(((58, 0.62), (30, 0.76), (4, 0.95))):
            x, hill = -20.0 * row, stage.seed(salt + 1) % 628 / 100
            while x < period - 12:
                wide = random.uniform(30, 54) * grow * scale
                high = random.uniform(30, 62) * grow * scale
                slope = (0.5 + 0.5 * math.sin(2 * math.pi * x / period * 2 + hill)) * (2 - row) * 20 * grow
                if random.random() < (0.42, 0.3, 0.1)[row]:
                    x += wide * 0.6
                    continue
                wall = air.surface(WALLS[int(random.integers(len(WALLS)))], depth, 0.6)
                roof = air.surface(white or ROOFS[int(random.integers(len(ROOFS)))], depth, 0.5)
                _narrow(canvas, x, -lift * grow * 0.6 + 8 - slope, wide, high, mix(wall, air.haze, 0.12 * (2 - row)), roof, glass, random, air.side, air.windows)  # fmt: skip
                x += wide + 1
        canvas.drawRect(skia.Rect.MakeLTRB(-20, 4, period + 20, 14), solid(stone))

    stage.bake(depth, -220 * grow, 14, draw)


def _narrow(canvas: Canvas, x: float, foot: float, wide: float, high: float, wall: Rgb, roof: Rgb, glass: Rgb, random: Random, side: int, lights: float) -> None:  # fmt: skip
    top = foot - high
    tones = [times(wall, 0.74), wall] if side > 0 else [wall, times(wall, 0.74)]
    canvas.drawRect(skia.Rect.MakeLTRB(x, top, x + wide, foot + 6), linear((x, 0), (x + wide, 0), tones))
    gable = skia.Path()
    peak = top - wide * random.uniform(0.34, 0.6)
    gable.moveTo(x - 2, top + 1)
    gable.lineTo(x + wide / 2, peak)
    gable.lineTo(x + wide + 2, top + 1)
    gable.close()
    canvas.drawPath(gable, solid(roof))
    storeys = max(2, int(high / 22))
    for storey in range(storeys):
        for column in range(3):
            at, y = x + wide * (0.22 + 0.28 * column), top + (storey + 0.35) * high / storeys
            pane = skia.Rect.MakeXYWH(at - wide * 0.055, y, wide * 0.11, high / storeys * 0.46)
            lit = random.random() < lights * 0.6
            canvas.drawRect(
                pane, solid(buildings.WARM[int(random.integers(3))] if lit else glass, 1.0 if lit else 0.85)
            )


def mole(stage: Set, side: int) -> None:
    """The breakwater with a small light at its end."""
    air, depth = stage.air, 0.24
    stone = air.surface(hexed("#77736e"), depth, 0.4)
    white, red = air.surface(hexed("#f2efe8"), depth, 0.8), air.surface(hexed("#c23a34"), depth, 0.7)
    reach = stage.framing.width * 0.36

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        bank = skia.Path()
        bank.moveTo(x - side * 20, foot)
        bank.lineTo(x - side * 8, foot - 14)
        bank.lineTo(x + side * reach, foot - 17)
        bank.lineTo(x + side * reach, foot)
        bank.close()
        canvas.drawPath(bank, linear((0, foot - 17), (0, foot), [mix(stone, air.edge, 0.3), times(stone, 0.6)]))
        for band in range(5):
            half, y = 8.0 - 0.6 * band, foot - 14 - 13 * band
            canvas.drawRect(skia.Rect.MakeLTRB(x - half, y - 13, x + half, y), solid(white if band % 2 else red))
            canvas.drawRect(skia.Rect.MakeLTRB(x - half if air.side > 0 else x + half * 0.2, y - 13, x - half * 0.2 if air.side > 0 else x + half, y), solid(air.shadow, 0.28))  # fmt: skip
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - 4, foot - 88, x + 4, foot - 79), solid(mix(buildings.WARM[0], white, 0.5))
        )
        canvas.drawRect(skia.Rect.MakeLTRB(x - 6, foot - 92, x + 6, foot - 88), solid(red))
        if air.windows > 0.2:
            canvas.drawCircle(x, foot - 83, 26, solid(buildings.WARM[0], 0.4 * air.windows, 12))

    rows.one(stage, depth, side * stage.framing.width * 0.16, 2404, each, tall=110, foot=14)


def fleet(stage: Set, side: int) -> None:
    """Boats at their moorings, from small and far to one that lies close by the quay."""
    width = stage.framing.width
    far = [(-0.46, 0.32), (-0.24, 0.34), (-0.02, 0.31), (0.22, 0.33), (0.42, 0.32)]
    for index, (share, depth) in enumerate(far):
        moorings.boat(stage, depth, share * width, 2410 + index, length=330, shore=SHORE)
    near = [(-0.26, 0.44, 460.0), (0.30, 0.47, 430.0)]
    for index, (share, depth, length) in enumerate(near):
        moorings.boat(
            stage,
            depth,
            side * share * width,
            2416 + index,
            length=length,
            shore=SHORE,
            kind="sail" if index else "fishing",
        )
    moorings.boat(stage, 0.60, -side * 0.02 * width, 2419, length=440, shore=SHORE, kind="fishing")


def quay(stage: Set, depth: float, white: Rgb | None) -> None:
    """The edge of the boards: a beam, piles that stand out of it, ropes."""
    air = stage.air
    foot = stage.ground_y(depth)
    wood = air.surface(mix(WOOD, hexed("#5a4634"), 0.4), depth, 0.5)
    edge = air.surface(white, depth, 0.8) if white else mix(wood, air.edge, 0.4)
    rope = air.surface(hexed("#cdb98a"), depth, 0.7)

    def draw(canvas: Canvas, period: float) -> None:
        canvas.drawRect(skia.Rect.MakeLTRB(-10, foot - 7, period + 10, foot + 5), linear((0, foot - 7), (0, foot + 5), [edge, times(wood, 0.6)]))  # fmt: skip
        count = round(period / 210)
        for index in range(count):
            x, high = (index + 0.5) * period / count, 58 * depth * 1.4
            canvas.drawOval(skia.Rect.MakeXYWH(x - 16, foot - 3, 34, 9), solid(air.shadow, 0.35, 3))
            pile = skia.Rect.MakeLTRB(x - 11, foot - high, x + 11, foot + 3)
            canvas.drawRoundRect(pile, 5, 5, linear((x - air.side * 12, 0), (x + air.side * 12, 0), [times(wood, 0.5), wood, mix(wood, air.edge, 0.4)]))  # fmt: skip
            canvas.drawOval(skia.Rect.MakeXYWH(x - 11, foot - high - 4, 22, 9), solid(edge))
            sag = skia.Path()
            sag.moveTo(x, foot - high * 0.7)
            sag.quadTo(x + period / count / 2, foot - high * 0.1, x + period / count, foot - high * 0.7)
            canvas.drawPath(sag, stroke(times(rope, 0.6), 5.4))
            canvas.drawPath(sag, stroke(rope, 3.2))

    stage.bake(depth, foot - 90, foot + 10, draw)


def gear(stage: Set, side: int) -> None:
    """Crates, pots and a coil of rope at one side of the boards; a lamp at the other."""
    frame, air, depth = stage.framing, stage.air, 0.82
    grow = stage.near(depth)

    def heap(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        moorings.crates(canvas, x, foot, 84 * grow, air, depth, random)

    def lamp(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        iron = air.surface(hexed("#2f3440"), 0.76, 0.35)
        buildings.lamp(canvas, x, foot, 330 * frame.tall, iron, min(1.0, air.windows * 1.3), way=side)

    rows.one(stage, depth, side * frame.width * 0.40, 2420, heap, tall=240 * grow)
    rows.one(stage, 0.76, -side * frame.width * 0.44, 2421, lamp, tall=460 * frame.tall)


def foreground(stage: Set, side: int) -> None:
    """A dark pile with a net before the lens."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 60
    dark = mix(times(air.surface(WOOD, 1.0, 0.1), 0.45), air.shadow, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        for way, share, high in ((-side, 0.53, 300.0), (side, 0.60, 230.0)):
            x = period / 2 + way * frame.width * share
            post = skia.Rect.MakeLTRB(x - 46, foot - high, x + 46, foot + 10)
            canvas.drawRoundRect(post, 16, 16, linear((x - way * 46, 0), (x + way * 46, 0), [mix(dark, air.edge, 0.4), dark, times(dark, 0.6)]))  # fmt: skip
            for turn in range(4):
                y = foot - high * (0.62 + 0.06 * turn)
                canvas.drawLine(x - 48, y, x + 48, y + 6, stroke(mix(dark, hexed("#cdb98a"), 0.30), 13))

    stage.bake(1.5, foot - 320, foot + 5, draw, order=2.0, period=frame.width * 2.3)


SETTING = Setting(
    build=build,
    words="""harbour, harbor, port, marina, pier, dock, docks, jetty, wharf, quay, fishing harbour, fishing harbor, fishing port,
        fishing village, wooden pier, wooden dock, boat dock, seaport, waterfront, boardwalk, fisherman's wharf, yacht club, shipyard""",
    by_day="waves seagulls",
    by_night="waves bell",
    scenery=frozenset({"sea", "waves", "pier", "houses", "boats", "hills", "reflections", "lights"}),
)
