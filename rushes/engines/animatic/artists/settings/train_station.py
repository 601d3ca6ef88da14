"""A railway station: a platform under an iron roof, rails, the hall with its clock across the tracks."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import buildings, floors, ground, hills, mist, parks, rows, seasons, sky
from rushes.engines.animatic.stage.set import Random, Set

BRICK, IRON, GRAVEL, STONE = hexed("#a8604a"), hexed("#3a4a48"), hexed("#7d746c"), hexed("#b4aea6")
EDGE = 0.70


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    season = seasons.of(stage)
    side = -rows.free_side(stage, 3800)
    sky.hang(stage)
    hills.ridge(stage, 0.06, 60, hexed("#7d8a9a"), waves=4, salt=100, rough=0.6)
    buildings.skyline_of(stage, 0.09, 8, (50, 150), (36, 80), hexed("#8b8f9f"), 1, cell=8)
    mist.band(stage, 0.10, -90, 14, strength=0.42, salt=131)
    parks.treeline(stage, 0.14, 24, (40, 70), season, 3801)
    hall(stage, 0.22, -side * frame.width * 0.12)
    ground.lay(stage, season.ground(STONE), season.hollows(times(STONE, 0.84)), contrast=0.35, cell=150, patches=0.35, marks=floors.tiles)  # fmt: skip
    tracks(stage, season)
    posts(stage, 0.36, 3804, far=True)
    platform_edge(stage)
    posts(stage, 0.80, 3805, far=False)
    bench = 240 * 0.84 * stage.near(0.84)
    rows.one(stage, 0.84, side * frame.width * 0.34, 3806, lambda c, x, f, r: parks.bench(c, x, f, bench, air, 0.84, snow=None), tall=bench)  # fmt: skip
    clock(stage, 0.88, -side * frame.width * 0.34)
    roof(stage)


def hall(stage: Set, depth: float, x: float) -> None:
    """The station's hall: brick, tall arched windows, a tower with a clock."""
    air = stage.air
    high = 210 * stage.framing.tall * stage.near(depth)
    lit, dark = air.surface(BRICK, depth, 0.85), air.surface(BRICK, depth, 0.2)
    trim, slate = air.surface(hexed("#e6dccb"), depth, 0.7), air.surface(hexed("#5a5f6a"), depth, 0.5)
    glass = buildings.WARM[0] if air.windows > 0.3 else mix(air.surface(hexed("#5a7488"), depth, 0.4), air.sky[-2], 0.3)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        half = high * 1.7
        ramp = linear((at - air.side * half, 0), (at + air.side * half, 0), [dark, lit])
        canvas.drawRect(skia.Rect.MakeLTRB(at - half, foot - high * 0.62, at + half, foot + 4), ramp)
        canvas.drawRect(
            skia.Rect.MakeLTRB(at - half * 1.02, foot - high * 0.66, at + half * 1.02, foot - high * 0.60), solid(trim)
        )
        top = skia.Path()
        top.moveTo(at - half, foot - high * 0.66)
        top.lineTo(at - half * 0.86, foot - high * 0.88)
        top.lineTo(at + half * 0.86, foot - high * 0.88)
        top.lineTo(at + half, foot - high * 0.66)
        top.close()
        canvas.drawPath(top, solid(slate))
        for window in range(12):
            cx = at - half * 0.92 + window * half * 1.84 / 11
            pane = skia.Path()
            pane.addRoundRect(skia.Rect.MakeLTRB(cx - half * 0.045, foot - high * 0.52, cx + half * 0.045, foot - high * 0.08), half * 0.045, half * 0.045)  # fmt: skip
            canvas.drawPath(pane, solid(glass))
            canvas.drawPath(pane, stroke(trim, 2.0))
        canvas.drawRect(skia.Rect.MakeLTRB(at - high * 0.24, foot - high * 1.34, at + high * 0.24, foot + 4), linear((at - air.side * high * 0.24, 0), (at + air.side * high * 0.24, 0), [dark, lit]))  # fmt: skip
        for band in (0.66, 1.0, 1.34):
            canvas.drawRect(
                skia.Rect.MakeLTRB(at - high * 0.27, foot - high * band - 4, at + high * 0.27, foot - high * band + 2),
                solid(trim),
            )
        spire = skia.Path()
        spire.moveTo(at - high * 0.28, foot - high * 1.36)
        spire.lineTo(at, foot - high * 1.78)
        spire.lineTo(at + high * 0.28, foot - high * 1.36)
        spire.close()
        canvas.drawPath(spire, solid(slate))
        face = (at, foot - high * 1.17)
        canvas.drawCircle(*face, high * 0.13, solid(mix(trim, buildings.WARM[0], 0.6 * min(1.0, air.windows))))
        canvas.drawCircle(*face, high * 0.13, stroke(times(dark, 0.6), 2.4))
        canvas.drawLine(*face, face[0], face[1] - high * 0.10, stroke((0.1, 0.1, 0.12), 2.2))
        canvas.drawLine(*face, face[0] + high * 0.06, face[1] + high * 0.03, stroke((0.1, 0.1, 0.12), 2.6))

    rows.one(stage, depth, x, 3802, each, tall=high * 1.85, foot=16)


def tracks(stage: Set, season: seasons.Season) -> None:
    """The bed of stones between the platforms with its sleepers and rails, two lines of them."""
    air = stage.air
    top, foot = stage.ground_y(0.40), stage.ground_y(EDGE)
    far, near = air.surface(season.ground(GRAVEL), 0.4, 0.4), air.surface(season.ground(times(GRAVEL, 0.8)), 0.66, 0.4)
    wood, steel = air.surface(hexed("#4f4038"), 0.55, 0.4), air.surface(hexed("#9aa0a8"), 0.55, 0.8)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(3803)
        canvas.drawRect(skia.Rect.MakeLTRB(-10, top, period + 10, foot), linear((0, top), (0, foot), [far, near]))
        canvas.drawRect(skia.Rect.MakeLTRB(-10, top - 9, period + 10, top), solid(times(far, 0.55)))
        canvas.drawRect(skia.Rect.MakeLTRB(-10, top - 11, period + 10, top - 8), solid(mix(far, air.edge, 0.6)))
        for _ in range(round(period / 3)):
            y = top + (foot - top) * random.random()
            canvas.drawCircle(random.uniform(0, period), y, 0.8 + 2.2 * (y - top) / (foot - top), solid(times(near, random.uniform(0.6, 1.4)), 0.5))  # fmt: skip
        for low, high in ((0.14, 0.36), (0.54, 0.88)):
            y0, y1 = top + (foot - top) * low, top + (foot - top) * high
            count = round(period / (26 + 26 * low))
            for index in range(count):
                x = index * period / count
                tie = skia.Path()
                wide = 9 + 9 * low
                tie.moveTo(x, y0 - 4)
                tie.lineTo(x + wide, y0 - 4)
                tie.lineTo(x + wide * 1.15, y1 + 5)
                tie.lineTo(x - wide * 0.15, y1 + 5)
                tie.close()
                canvas.drawPath(tie, solid(wood, 0.9))
            for y, thick in ((y0, 3.4 + 2 * low), (y1, 4.4 + 3 * high)):
                canvas.drawLine(-10, y + 2, period + 10, y + 2, stroke(times(wood, 0.5), thick))
                canvas.drawLine(-10, y, period + 10, y, stroke(steel, thick * 0.7))
                canvas.drawLine(
                    -10, y - thick * 0.25, period + 10, y - thick * 0.25, stroke(mix(steel, air.edge, 0.6), 1.0)
                )

    stage.bake(0.55, top - 12, foot, draw, order=0.32)


def platform_edge(stage: Set) -> None:
    """The near edge of the platform: a white stone and the yellow line behind which one waits."""
    air = stage.air
    foot = stage.ground_y(EDGE)
    stone, paint = air.surface(hexed("#d8d2c6"), EDGE, 0.75), air.surface(hexed("#e8b830"), EDGE, 0.8)

    def draw(canvas: Canvas, period: float) -> None:
        canvas.drawRect(
            skia.Rect.MakeLTRB(-10, foot - 12, period + 10, foot),
            linear((0, foot - 12), (0, foot), [times(stone, 0.4), times(stone, 0.55)]),
        )
        canvas.drawRect(skia.Rect.MakeLTRB(-10, foot, period + 10, foot + 9), solid(stone))
        canvas.drawRect(skia.Rect.MakeLTRB(-10, foot + 17, period + 10, foot + 25), solid(paint, 0.92))
        for index in range(round(period / 90)):
            canvas.drawLine(index * 90.0, foot, index * 90.0, foot + 9, stroke(times(stone, 0.7), 1.4))

    stage.bake(EDGE, foot - 14, foot + 28, draw, period=90.0 * math.ceil(stage.period(EDGE) / 90), order=0.34)


def posts(stage: Set, depth: float, salt: int, *, far: bool) -> None:
    """Iron columns with brackets; the far ones carry the roof of the other platform."""
    frame, air = stage.framing, stage.air
    iron = air.surface(IRON, depth, 0.45)
    bright = mix(iron, air.edge, 0.4)
    high = (230 * frame.tall if far else frame.horizon * 1.2 + 200) * (stage.near(depth) if far else 1.0)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        wide = 15 * depth
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - wide * 1.5, foot - 26 * depth, x + wide * 1.5, foot + 3), solid(times(iron, 0.8))
        )
        canvas.drawRect(skia.Rect.MakeLTRB(x - wide / 2, foot - high, x + wide / 2, foot), linear((x - air.side * wide, 0), (x + air.side * wide, 0), [times(iron, 0.6), iron, bright]))  # fmt: skip
        for way in (-1, 1):
            arc = skia.Path()
            arc.moveTo(x, foot - high * 0.72)
            arc.quadTo(x + way * 12 * depth, foot - high * 0.95, x + way * 120 * depth, foot - high * 0.98)
            canvas.drawPath(arc, stroke(iron, 7 * depth))
            canvas.drawCircle(x + way * 34 * depth, foot - high * 0.90, 15 * depth, stroke(iron, 4 * depth))

    rows.along(stage, depth, 9 if far else 3.4, salt, each, tall=high, clearing=0.0 if far else 0.62, scatter=0.0)
    if not far:
        return
    foot = stage.ground_y(depth)
    slate, trim = air.surface(hexed("#6a7078"), depth, 0.6), air.surface(hexed("#e6dccb"), depth, 0.7)

    def canopy(canvas: Canvas, period: float) -> None:
        y = foot - high
        canvas.drawRect(
            skia.Rect.MakeLTRB(-10, y - 26, period + 10, y),
            linear((0, y - 26), (0, y), [mix(slate, air.edge, 0.3), times(slate, 0.7)]),
        )
        for index in range(round(period / 16)):
            tooth = skia.Path()
            tooth.moveTo(index * 16.0, y)
            tooth.lineTo(index * 16.0 + 16, y)
            tooth.lineTo(index * 16.0 + 8, y + 12)
            tooth.close()
            canvas.drawPath(tooth, solid(trim))

    stage.bake(
        depth,
        foot - high - 30,
        foot - high + 14,
        canopy,
        order=depth + 0.001,
        period=16.0 * math.ceil(stage.period(depth) / 16),
    )


def clock(stage: Set, depth: float, x: float) -> None:
    """A clock on a post, lit from within when it is dark."""
    air = stage.air
    iron, face = air.surface(IRON, depth, 0.4), air.surface(hexed("#f6f2e6"), depth, 0.85)
    high = 330 * depth * stage.near(depth) * stage.framing.tall

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        canvas.drawOval(skia.Rect.MakeXYWH(at - 24, foot - 4, 48, 12), solid(air.shadow, 0.4, 4))
        canvas.drawLine(at, foot, at, foot - high * 0.84, stroke(iron, 11))
        canvas.drawRect(skia.Rect.MakeLTRB(at - 15, foot - 34, at + 15, foot + 2), solid(iron))
        centre, radius = (at, foot - high * 0.93), high * 0.11
        if air.windows > 0.3:
            canvas.drawCircle(*centre, radius * 1.7, solid(buildings.WARM[0], 0.34, radius * 0.5))
        canvas.drawCircle(*centre, radius * 1.16, solid(iron))
        canvas.drawCircle(*centre, radius, solid(mix(face, buildings.WARM[1], 0.6 * min(1.0, air.windows))))
        for hour in range(12):
            angle = hour * math.pi / 6
            canvas.drawLine(centre[0] + math.sin(angle) * radius * 0.78, centre[1] - math.cos(angle) * radius * 0.78, centre[0] + math.sin(angle) * radius * 0.92, centre[1] - math.cos(angle) * radius * 0.92, stroke(iron, 2.4))  # fmt: skip
        canvas.drawLine(*centre, centre[0] + radius * 0.42, centre[1] - radius * 0.24, stroke(iron, 4.4))
        canvas.drawLine(*centre, centre[0] - radius * 0.2, centre[1] - radius * 0.74, stroke(iron, 3.2))

    rows.one(stage, depth, x, 3807, each, tall=high * 1.2)


def roof(stage: Set) -> None:
    """The underside of the near platform's roof along the upper edge: girders, rivets, hanging lamps."""
    frame, air = stage.framing, stage.air
    dark = mix(times(air.surface(IRON, 0.9, 0.2), 0.6), air.shadow, 0.3)
    top = -frame.horizon

    def draw(canvas: Canvas, period: float) -> None:
        canvas.drawRect(
            skia.Rect.MakeLTRB(-10, top * 1.3, period + 10, top * 0.90),
            linear((0, top), (0, top * 0.9), [times(dark, 0.6), dark]),
        )
        canvas.drawRect(
            skia.Rect.MakeLTRB(-10, top * 0.90 - 3, period + 10, top * 0.90 + 5), solid(mix(dark, air.edge, 0.25))
        )
        step = 64.0
        for index in range(round(period / step)):
            x = index * step
            canvas.drawLine(x, top * 0.90, x + step / 2, top * 0.82, stroke(dark, 5))
            canvas.drawLine(x + step / 2, top * 0.82, x + step, top * 0.90, stroke(dark, 5))
        canvas.drawLine(-10, top * 0.82, period + 10, top * 0.82, stroke(dark, 8))
        for index in range(round(period / 384)):
            x = index * 384.0 + 160
            canvas.drawLine(x, top * 0.82, x, top * 0.74, stroke(dark, 3))
            if air.windows > 0.2:
                canvas.drawCircle(x, top * 0.71, 60, solid(buildings.WARM[0], 0.30 * air.windows, 24))
            canvas.drawCircle(x, top * 0.72, 13, solid(mix(dark, buildings.WARM[1], min(1.0, 0.35 + air.windows))))
            canvas.drawRect(skia.Rect.MakeLTRB(x - 16, top * 0.745, x + 16, top * 0.73), solid(dark))

    stage.bake(0.9, top * 1.3, top * 0.66, draw, period=384.0 * math.ceil(stage.period(0.9) / 384))


SETTING = Setting(
    build=build,
    words="""train station, railway station, train platform, railway platform, platform, station platform, train depot, rail station,
        old train station, train stop""",
    by_day="crowd train",
    by_night="train",
    scenery=frozenset({"houses", "lights", "skyline", "tracks", "clock", "path"}),
)
