"""Paris: the tower of iron above its lawns, tall pale houses with grey roofs, plane trees, lamps."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import buildings, ground, mist, parks, rows, seasons, sky, swells
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import meadow

LIME, ZINC, IRON = hexed("#e2d4b8"), hexed("#7d8898"), hexed("#6f5644")
DEPTH = 0.13


def build(stage: Set) -> None:
    frame = stage.framing
    season = seasons.of(stage)
    side = -rows.free_side(stage, 4000)
    sky.hang(stage)
    terraces(stage, 0.08, 0.0, (60, 96), 4001, season.white)
    mist.band(stage, 0.09, -100, 14, strength=0.46, salt=131)
    tower(stage, -side * frame.width * (0.15 if not frame.portrait else 0.06))
    terraces(stage, 0.18, 0.26, (120, 180), 4002, season.white)
    mist.band(stage, 0.19, -70, 16, strength=0.26, salt=132)
    parks.treeline(stage, 0.24, 12, (90, 130), season, 4003, clearing=0.3)
    lawn = season.ground(mix(season.grass, hexed("#6fae4a"), 0.35))
    ground.lay(stage, lawn, season.hollows(mix(lawn, hexed("#a8b85a"), 0.5)), contrast=0.5, cell=190, patches=0.35, marks=parks.path(stage, season.ground(hexed("#dcc8a0"))))  # fmt: skip
    parks.treeline(stage, 0.40, 4, (330, 420), season, 4004, clearing=0.46)
    parks.flowerbed(stage, 0.62, side * frame.width * 0.30, season, 4005)
    parks.lamp(stage, 0.70, -side * frame.width * 0.42, side, 4006)
    parks.lamp(stage, 0.60, side * frame.width * 0.40, -side, 4007)
    bench = 230 * 0.78 * stage.near(0.78)
    air = stage.air
    rows.one(stage, 0.78, -side * frame.width * 0.30, 4008, lambda c, x, f, r: parks.bench(c, x, f, bench, air, 0.78, snow=season.white), tall=bench)  # fmt: skip
    swells.tufts(stage, 1.24, season.grass, 4009, count=40, heights=(16, 36), flowers=meadow.FLOWERS if season.blooms else (), order=1.24)  # fmt: skip
    parks.bough(stage, season, side, 4010)


def tower(stage: Set, x: float) -> None:
    """The tower: four legs that curve together, arches, platforms, lattice, its lights by night."""
    air, frame = stage.air, stage.framing
    high = frame.horizon * (0.88 if not frame.portrait else 0.66)
    lit, dark = air.surface(IRON, DEPTH, 0.85), air.surface(IRON, DEPTH, 0.15)
    glow = air.windows > 0.3
    gold = mix(lit, hexed("#ffc860"), 0.72) if glow else lit
    shade = mix(dark, hexed("#c88a3c"), 0.5) if glow else dark

    def half(up: float) -> float:
        """Half the width of the tower at a height 0..1."""
        return high * (0.205 * math.exp(-3.4 * up) + 0.012 * (1 - up))

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        if glow:
            canvas.drawOval(skia.Rect.MakeLTRB(at - high * 0.34, foot - high * 0.9, at + high * 0.34, foot), solid(hexed("#ffb84a"), 0.20, high * 0.09))  # fmt: skip
        steps = 36
        for way in (-1, 1):
            leg = skia.Path()
            inner = []
            for index in range(steps + 1):
                up = 0.86 * index / steps
                outer = at + way * half(up)
                leg.moveTo(outer, foot - high * up) if index == 0 else leg.lineTo(outer, foot - high * up)
                inner.append((at + way * half(up) * (0.46 if up < 0.40 else 0.0), foot - high * up))
            for point in reversed(inner):
                leg.lineTo(*point)
            leg.close()
            tone = gold if way == air.side else mix(shade, gold, 0.45)
            canvas.drawPath(leg, solid(tone, 0.86))
            canvas.save()
            canvas.clipPath(leg, True)
            for index in range(54):
                low, top = 0.86 * index / 54, 0.86 * (index + 1.4) / 54
                for start, end in ((1.0, 0.0), (0.0, 1.0)):
                    canvas.drawLine(at + way * half(low) * start, foot - high * low, at + way * half(top) * end, foot - high * top, stroke(times(shade, 0.7), 1.1, 0.7))  # fmt: skip
            canvas.restore()
        arch = skia.Path()
        arch.moveTo(at - half(0.0) * 0.50, foot - high * 0.02)
        arch.cubicTo(at - half(0.0) * 0.40, foot - high * 0.17, at + half(0.0) * 0.40, foot - high * 0.17, at + half(0.0) * 0.50, foot - high * 0.02)  # fmt: skip
        canvas.drawPath(arch, stroke(gold, high * 0.014))
        for up, tall in ((0.185, 0.020), (0.385, 0.016), (0.845, 0.012)):
            wide = half(up) * 1.16
            canvas.drawRect(skia.Rect.MakeLTRB(at - wide, foot - high * (up + tall), at + wide, foot - high * up), linear((at - air.side * wide, 0), (at + air.side * wide, 0), [shade, gold]))  # fmt: skip
        canvas.drawRect(
            skia.Rect.MakeLTRB(at - high * 0.010, foot - high * 0.90, at + high * 0.010, foot - high * 0.85),
            solid(gold),
        )
        canvas.drawLine(at, foot - high * 0.90, at, foot - high, stroke(gold, high * 0.006))
        for way in (-1, 1):
            canvas.drawRect(skia.Rect.MakeLTRB(at + way * half(0) - high * 0.055, foot - high * 0.02, at + way * half(0) + high * 0.03, foot + 4), solid(air.surface(hexed("#b8aa94"), DEPTH, 0.5)))  # fmt: skip
        if glow:
            for _ in range(110):
                up = random.random() * 0.86
                canvas.drawCircle(
                    at + random.uniform(-1, 1) * half(up), foot - high * up, 1.3, solid((1.0, 0.96, 0.8), 0.9)
                )
            canvas.drawCircle(at, foot - high * 0.90, 26, solid(hexed("#fff0c0"), 0.6, 10))

    rows.one(stage, DEPTH, x, 4011, each, tall=high * 1.06, foot=14)


def terraces(stage: Set, depth: float, gap: float, heights: tuple[float, float], salt: int, white: Rgb | None) -> None:
    """Houses of pale stone, five storeys under roofs of zinc with dormers; none within `gap` of the middle."""
    air, frame = stage.air, stage.framing
    grow = stage.near(depth) * frame.tall
    wall, roof = air.surface(LIME, depth, 0.65), air.surface(white or ZINC, depth, 0.55)
    glass = mix(air.surface(hexed("#5a6a78"), depth, 0.3), air.sky[1], 0.2)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        x, foot = 0.0, 14.0
        while x < period - 20:
            wide, high = random.uniform(0.7, 1.2) * heights[0] * grow, random.uniform(*heights) * grow
            centre = x + wide / 2
            if abs(centre - period / 2) < gap * frame.width:
                x += wide
                continue
            tone = times(wall, random.uniform(0.88, 1.06))
            top = foot - high
            canvas.drawRect(skia.Rect.MakeLTRB(x, top, x + wide, foot), linear((x, 0), (x + wide, 0), [times(tone, 0.84), tone] if air.side > 0 else [tone, times(tone, 0.84)]))  # fmt: skip
            mansard = skia.Path()
            mansard.moveTo(x, top)
            mansard.lineTo(x + wide * 0.07, top - high * 0.22)
            mansard.lineTo(x + wide * 0.93, top - high * 0.22)
            mansard.lineTo(x + wide, top)
            mansard.close()
            canvas.drawPath(
                mansard, linear((0, top - high * 0.22), (0, top), [mix(roof, air.edge, 0.25), times(roof, 0.8)])
            )
            columns = max(2, round(wide / (high * 0.17)))
            for column in range(columns):
                at = x + wide * (column + 0.5) / columns
                for floor in range(6):
                    y = top - high * 0.15 if floor == 0 else top + high * (0.03 + 0.165 * (floor - 1))
                    lit = random.random() < air.windows * 0.6
                    pane = skia.Rect.MakeXYWH(at - high * 0.026, y, high * 0.052, high * 0.10)
                    if floor == 0:
                        canvas.drawRect(pane.makeOutset(high * 0.012, high * 0.012), solid(tone))
                    canvas.drawRect(pane, solid(buildings.WARM[int(random.integers(3))] if lit else glass))
            for level in (0.155, 0.65):
                canvas.drawLine(
                    x,
                    top + high * level,
                    x + wide,
                    top + high * level,
                    stroke(times(tone, 0.5), max(0.8, high * 0.010), 0.8),
                )
            for chimney in range(3):
                at = x + wide * (0.2 + 0.3 * chimney)
                canvas.drawRect(
                    skia.Rect.MakeXYWH(at, top - high * 0.29, high * 0.045, high * 0.08),
                    solid(times(mix(tone, hexed("#b0664a"), 0.4), 0.9)),
                )
            x += wide + 0.5

    stage.bake(depth, 14 - heights[1] * grow * 1.35, 16, draw)


SETTING = Setting(
    build=build,
    words="paris, eiffel tower, france, champ de mars, parisian street, paris street, streets of paris, parisian cafe terrace, champs elysees, montmartre",
    by_day="city birds",
    by_night="city",
    scenery=frozenset({"eiffel_tower", "houses", "trees", "path", "flowers", "lights", "skyline", "tower"}),
)
