"""A lake: a jetty of boards that runs out into still water, a rowing boat, mist, wooded hills that mirror."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import (
    ground,
    hills,
    mist,
    moorings,
    parks,
    rows,
    seasons,
    sky,
    swells,
    undergrowth,
    waves,
)
from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.settings import mountains, pine_forest, river

WOOD = hexed("#8a7256")
SHORE = 0.72
#: The shore when one of the cast is on the water.
AFLOAT = 1.34


def build(stage: Set) -> None:
    frame = stage.framing
    season = seasons.of(stage)
    side = rows.free_side(stage, 4500)
    sky.hang(stage)
    hills.ridge(stage, 0.06, 230, hexed("#76859f"), waves=3, salt=100, snow=hexed("#f1f5ff"), snow_from=0.62 if season.white is None else 0.25)  # fmt: skip
    hills.ridge(stage, 0.11, 110, hexed("#58705f"), waves=4, salt=110, rough=0.6, snow=season.white, snow_from=0.5)
    mist.band(stage, 0.13, -90, 10, strength=0.5, salt=131)
    parks.treeline(stage, 0.17, 30, (40, 66), season, 4501)
    pine_forest.stand(stage, 0.20, (50, 110), 80, season.white, 4502, base=3)
    mist.band(stage, 0.27, -46, 26, strength=0.5 if stage.plan.time in ("dawn", "dusk") or stage.plan.weather == "fog" else 0.3, salt=132)  # fmt: skip
    grass = season.ground(season.grass)
    ground.lay(stage, grass, season.hollows(mix(grass, hexed("#9a8a5a"), 0.5)), contrast=0.8, cell=150, patches=0.45)
    afloat = moorings.cast_floats(stage)
    waves.lake(stage, shore=AFLOAT if afloat else SHORE)
    mist.band(stage, 0.36, stage.ground_y(0.36) - 46, stage.ground_y(0.36) + 26, strength=0.26, salt=133, drift=-9)
    if not afloat:
        moorings.boat(stage, 0.50, -side * frame.width * 0.24, 4503, length=330, shore=SHORE, kind="row")
        jetty(stage, side * frame.width * (0.22 if not frame.portrait else 0.16), season)
        mountains.rocks(stage, SHORE + 0.02, 9, 4505, season.white is not None)
        river.reeds(stage, SHORE + 0.03, season.leaf, season.white, 4506)
        swells.tufts(stage, 0.88, season.grass, 4507, count=50, heights=(12, 30))
    parks.bough(stage, season, -side, 4508)
    near(stage, season, side)


def jetty(stage: Set, x: float, season: seasons.Season) -> None:
    """Boards on piles, from the near shore out to the middle of the lake, drawn in true perspective."""
    air = stage.air
    far, close = 0.44, 0.80
    wide, lift = 96.0, 20.0
    wood = air.surface(WOOD, 0.65, 0.6)
    snow = air.surface(season.white, 0.65, 0.85) if season.white else None
    top, bottom = stage.ground_y(far) - lift * far, stage.ground_y(close) - lift * close * 0.2

    def edge(way: float, depth: float) -> tuple[float, float]:
        # It leans towards the middle of the frame as it goes away.
        return x * (0.30 + 0.70 * (depth - far) / (close - far)) + way * wide * depth, stage.ground_y(
            depth
        ) - lift * depth

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(4504)
        canvas.translate(period / 2, 0)
        for step in range(5):
            depth = far + 0.03 + (close - far - 0.06) * step / 4
            for way in (-0.92, 0.92):
                px, py = edge(way, depth)
                for alpha, low, up in ((0.30, 34, 0), (1.0, 16, 10)):
                    canvas.drawLine(
                        px,
                        py - up * depth,
                        px,
                        stage.ground_y(depth) + low * depth,
                        stroke(times(wood, 0.42), 13 * depth, alpha),
                    )
        deck = skia.Path()
        deck.moveTo(*edge(-1, far))
        deck.lineTo(*edge(1, far))
        deck.lineTo(*edge(1, close))
        deck.lineTo(*edge(-1, close))
        deck.close()
        canvas.drawPath(deck, linear((0, top), (0, bottom), [mix(wood, air.haze, 0.25), wood]))
        canvas.save()
        canvas.clipPath(deck, True)
        depth = far
        while depth < close:
            thick = 0.0052 + 0.009 * (depth - far)
            left, right = edge(-1, depth), edge(1, depth)
            tone = times(mix(wood, air.haze, 0.22 * (close - depth) / (close - far)), random.uniform(0.82, 1.14))
            band = skia.Rect.MakeLTRB(left[0] - 4, left[1], right[0] + 4, edge(1, depth + thick)[1])
            canvas.drawRect(band, solid(tone))
            canvas.drawLine(left[0], left[1], right[0], right[1], stroke(times(wood, 0.4), 1.3, 0.8))
            depth += thick
        if snow is not None:
            canvas.drawPath(deck, solid(snow, 0.75))
        canvas.restore()
        for way in (-1, 1):
            start, end = edge(way, far), edge(way, close)
            canvas.drawLine(start[0], start[1] + 3, end[0], end[1] + 5, stroke(times(wood, 0.5), 6))
            canvas.drawLine(*start, *end, stroke(mix(wood, air.edge, 0.4), 1.6))
        for step in range(3):
            depth = far + 0.02 + (close - far - 0.08) * step / 2
            px, py = edge(0.94, depth)
            canvas.drawLine(px, py, px, py - 70 * depth, stroke(times(wood, 0.7), 12 * depth))
            canvas.drawOval(
                skia.Rect.MakeXYWH(px - 6 * depth, py - 73 * depth, 12 * depth, 6 * depth),
                solid(snow or mix(wood, air.edge, 0.4)),
            )

    stage.bake(0.62, top - 60, bottom + 30, draw, period=math.ceil(max(stage.framing.width, 900.0) * 2.3), order=0.62)


def near(stage: Set, season: seasons.Season, side: int) -> None:
    """Reeds in the dark before the lens."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark = mix(times(air.surface(season.leaf, 1.0, 0.1), 0.45), air.shadow, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(4509)
        for _ in range(16):
            x = period / 2 - side * frame.width * random.uniform(0.42, 0.62)
            undergrowth.grass(canvas, x, foot, random.uniform(150, 290), times(dark, 0.7), mix(dark, air.edge, 0.4), random, blades=8, lean=0.2 * side)  # fmt: skip

    stage.bake(1.5, foot - 340, foot + 5, draw, order=2.0, period=frame.width * 2.3)


SETTING = Setting(
    build=build,
    words="""lakeside, lake shore, lakeshore, lake dock, lake pier, lake jetty, dock on a lake, jetty on a lake, pier on a lake, misty lake, foggy lake, calm lake, lake house,
        lake at dawn, quiet lake, still lake, by the lake, by a lake, beside a lake, beside the lake, boathouse""",
    by_day="water birds",
    by_night="crickets frogs",
    scenery=frozenset({"lake", "pier", "mountains", "hills", "trees", "reflections", "mist", "rocks"}),
)
