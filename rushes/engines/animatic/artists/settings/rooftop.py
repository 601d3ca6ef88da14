"""A roof above the city: towers near and far, a parapet, a water tank, pipes, chairs under strings of bulbs."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import buildings, floors, garlands, ground, hills, mist, rows, sky, undergrowth
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import city

BRICK, TAR, WOOD = hexed("#8a5a4a"), hexed("#77727a"), hexed("#8a6848")
EDGE = 0.50


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    side = 1 if stage.seed(4200) % 2 else -1
    sky.hang(stage)
    hills.ridge(stage, 0.05, 50, hexed("#6d7a90"), waves=3, salt=100, rough=0.6)
    buildings.skyline_of(stage, 0.08, 60, (150, 330), (34, 76), hexed("#8b93ad"), 1, cell=8)
    mist.band(stage, 0.09, -130, 60, strength=0.42, salt=131)
    buildings.skyline_of(stage, 0.14, 90, (150, 330), (50, 110), hexed("#7d7f98"), 2, cell=10)
    mist.band(stage, 0.15, -60, 80, strength=0.30, salt=132)
    buildings.skyline_of(stage, 0.22, 110, (110, 250), (80, 160), hexed("#6e6a7c"), 3, cell=13)
    ground.lay(stage, TAR, times(TAR, 0.82), contrast=0.4, cell=160, patches=0.4, marks=floors.tiles)
    neighbour(stage, 0.40, side)
    if air.wet > 0.3:
        city.puddles(stage, 0.8, stands=EDGE)
        stage.mirror = 0.5
    parapet(stage, EDGE)
    tank(stage, 0.58, side * frame.width * 0.33)
    hut(stage, 0.62, -side * frame.width * 0.40)
    vents(stage, 0.72, 4204)
    top = -frame.horizon
    garlands.bulbs(stage, 0.66, top * 0.40, 56, 24, 4205)
    garlands.bulbs(stage, 0.86, top * 0.60, 80, 32, 4206)
    near(stage, side)


def neighbour(stage: Set, depth: float, side: int) -> None:
    """What lies beyond the edge: roofs and lit streets below, so that the ground ends at the parapet."""
    air = stage.air
    foot = stage.ground_y(EDGE)
    deep = mix(air.surface(hexed("#5a5868"), 0.3, 0.35), air.haze, 0.35)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(4201)
        canvas.drawRect(skia.Rect.MakeLTRB(-10, -4, period + 10, foot), linear((0, -4), (0, foot), [mix(deep, air.haze, 0.4), times(deep, 0.8)]))  # fmt: skip
        x = 0.0
        while x < period:
            wide, low = random.uniform(90, 220), random.uniform(0.0, foot * 0.8)
            tone = times(mix(deep, air.surface(BRICK, 0.3, 0.5), 0.4), random.uniform(0.8, 1.15))
            canvas.drawRect(
                skia.Rect.MakeLTRB(x, low, x + wide, foot),
                linear((0, low), (0, foot), [mix(tone, air.edge, 0.1), times(tone, 0.7)]),
            )
            for _ in range(10):
                pane = skia.Rect.MakeXYWH(x + random.uniform(6, wide - 14), random.uniform(low + 8, foot), 7, 10)
                lit = random.random() < air.windows
                canvas.drawRect(pane, solid(buildings.WARM[int(random.integers(4))] if lit else times(tone, 0.6)))
            x += wide + random.uniform(-10, 14)

    stage.bake(depth, -8, foot, draw, order=0.31)


def parapet(stage: Set, depth: float) -> None:
    """The low wall around the roof."""
    air = stage.air
    foot = stage.ground_y(depth)
    high = 84 * depth * 1.5 * stage.near(depth)
    brick, cap = air.surface(BRICK, depth, 0.5), air.surface(hexed("#b8b0a6"), depth, 0.7)

    def draw(canvas: Canvas, period: float) -> None:
        canvas.drawRect(skia.Rect.MakeLTRB(-10, foot - high, period + 10, foot + 3), linear((0, foot - high), (0, foot), [mix(brick, air.edge, 0.12), times(brick, 0.62)]))  # fmt: skip
        course = 9.0
        for row in range(int(high / course)):
            y = foot - high + (row + 1) * course
            canvas.drawLine(-10, y, period + 10, y, stroke(times(brick, 0.6), 1.0, 0.6))
            for index in range(round(period / 24)):
                x = index * 24.0 + 12 * (row % 2)
                canvas.drawLine(x, y - course, x, y, stroke(times(brick, 0.6), 1.0, 0.5))
        canvas.drawRect(skia.Rect.MakeLTRB(-10, foot - high - 8, period + 10, foot - high + 3), linear((0, foot - high - 8), (0, foot - high + 3), [mix(cap, air.edge, 0.4), times(cap, 0.7)]))  # fmt: skip

    stage.bake(depth, foot - high - 10, foot + 4, draw, period=24.0 * round(stage.period(depth) / 24), order=0.45)


def tank(stage: Set, depth: float, x: float) -> None:
    """A water tank of staves on a stand of iron."""
    air = stage.air
    high = 400 * stage.framing.tall * depth * 1.25 * stage.near(depth)
    lit, dark, iron = (
        air.surface(WOOD, depth, 0.85),
        air.surface(WOOD, depth, 0.12),
        air.surface(hexed("#4a4a52"), depth, 0.4),
    )

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        half = high * 0.24
        canvas.drawOval(skia.Rect.MakeXYWH(at - half * 1.2, foot - 5, half * 2.4, 14), solid(air.shadow, 0.35, 5))
        for leg in (-0.8, -0.3, 0.3, 0.8):
            canvas.drawLine(at + leg * half, foot + 2, at + leg * half, foot - high * 0.42, stroke(iron, high * 0.022))
        for a, b in ((-0.8, -0.3), (0.3, 0.8), (-0.3, 0.3)):
            canvas.drawLine(at + a * half, foot, at + b * half, foot - high * 0.38, stroke(iron, high * 0.010))
            canvas.drawLine(at + b * half, foot, at + a * half, foot - high * 0.38, stroke(iron, high * 0.010))
        body = skia.Rect.MakeLTRB(at - half, foot - high * 0.84, at + half, foot - high * 0.40)
        canvas.drawRect(
            body, linear((at - air.side * half, 0), (at + air.side * half, 0), [dark, mix(dark, lit, 0.7), lit])
        )
        for stave in range(1, 14):
            px = body.left() + 2 * half * stave / 14
            canvas.drawLine(px, body.top(), px, body.bottom(), stroke(dark, 1.4, 0.7))
        for hoop in range(4):
            y = body.top() + body.height() * (hoop + 0.5) / 4
            canvas.drawLine(body.left(), y, body.right(), y, stroke(iron, high * 0.009))
        cone = skia.Path()
        cone.moveTo(at - half * 1.14, foot - high * 0.83)
        cone.lineTo(at, foot - high * 1.04)
        cone.lineTo(at + half * 1.14, foot - high * 0.83)
        cone.close()
        roof = air.surface(hexed("#6a6068"), depth, 0.5)
        canvas.drawPath(
            cone,
            linear((at - air.side * half, 0), (at + air.side * half, 0), [times(roof, 0.6), mix(roof, air.edge, 0.25)]),
        )

    rows.one(stage, depth, x, 4202, each, tall=high * 1.1)


def hut(stage: Set, depth: float, x: float) -> None:
    """The head of the stairs with its door and a lamp above it, aerials on its roof."""
    air = stage.air
    high = 250 * depth * 1.35 * stage.near(depth)
    wall, door = air.surface(hexed("#a09488"), depth, 0.5), air.surface(hexed("#4f6a70"), depth, 0.5)
    iron = air.surface(hexed("#4a4a52"), depth, 0.4)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        half = high * 0.5
        canvas.drawOval(skia.Rect.MakeXYWH(at - half * 1.1, foot - 5, half * 2.2, 14), solid(air.shadow, 0.4, 5))
        canvas.drawRect(skia.Rect.MakeLTRB(at - half, foot - high, at + half, foot + 3), linear((at - air.side * half, 0), (at + air.side * half, 0), [times(wall, 0.6), mix(wall, air.edge, 0.1)]))  # fmt: skip
        canvas.drawRect(
            skia.Rect.MakeLTRB(at - half * 1.08, foot - high * 1.05, at + half * 1.08, foot - high * 0.97),
            solid(mix(wall, air.edge, 0.3)),
        )
        canvas.drawRect(
            skia.Rect.MakeLTRB(at - half * 0.34, foot - high * 0.76, at + half * 0.34, foot + 3), solid(door)
        )
        canvas.drawCircle(at + half * 0.22, foot - high * 0.36, high * 0.02, solid(hexed("#d8c060")))
        lit = min(1.0, 0.2 + air.windows)
        canvas.drawCircle(
            at, foot - high * 0.84, high * 0.22, solid(garlands.WARM[0], 0.34 * lit * (air.windows > 0.2), high * 0.08)
        )
        canvas.drawCircle(at, foot - high * 0.84, high * 0.035, solid(mix(wall, (1.0, 0.94, 0.76), lit)))
        for mast, tall in ((-0.5, 0.62), (0.3, 0.84)):
            px = at + mast * half
            canvas.drawLine(px, foot - high, px, foot - high * (1 + tall), stroke(iron, 3))
            for bar in range(4):
                y = foot - high * (1 + tall * (0.55 + 0.13 * bar))
                canvas.drawLine(px - high * (0.14 - 0.02 * bar), y, px + high * (0.14 - 0.02 * bar), y, stroke(iron, 2))

    rows.one(stage, depth, x, 4203, each, tall=high * 2)


def vents(stage: Set, depth: float, salt: int) -> None:
    """Boxes of machines and bent pipes."""
    air = stage.air
    zinc = air.surface(hexed("#a8b0b8"), depth, 0.6)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        size = random.uniform(60, 90) * depth
        canvas.drawOval(skia.Rect.MakeXYWH(x - size * 0.7, foot - 4, size * 1.4, 12), solid(air.shadow, 0.4, 4))
        if random.random() < 0.5:
            box = skia.Rect.MakeLTRB(x - size * 0.6, foot - size * 0.8, x + size * 0.6, foot + 2)
            canvas.drawRect(
                box, linear((x - air.side * size * 0.6, 0), (x + air.side * size * 0.6, 0), [times(zinc, 0.55), zinc])
            )
            for slat in range(1, 7):
                y = box.top() + box.height() * slat / 7
                canvas.drawLine(box.left() + 4, y, box.right() - 4, y, stroke(times(zinc, 0.45), 1.8))
            return
        pipe = skia.Path()
        pipe.moveTo(x, foot)
        pipe.lineTo(x, foot - size * 0.9)
        pipe.quadTo(x, foot - size * 1.25, x + size * 0.4, foot - size * 1.2)
        canvas.drawPath(pipe, stroke(times(zinc, 0.6), size * 0.30))
        canvas.drawPath(pipe, stroke(zinc, size * 0.18))

    rows.along(stage, depth, 5, salt, each, tall=130, clearing=0.5)


def near(stage: Set, side: int) -> None:
    """Plants in a tub, dark before the lens."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark = mix(times(air.surface(hexed("#4f6a4a"), 1.0, 0.1), 0.5), air.shadow, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(4207)
        for _ in range(7):
            undergrowth.bush(canvas, period / 2 - side * frame.width * random.uniform(0.48, 0.60), foot, random.uniform(110, 190), dark, random, light=mix(dark, air.edge, 0.5), side=air.side)  # fmt: skip

    stage.bake(1.5, foot - 260, foot + 5, draw, order=2.0, period=frame.width * 2.3, blur=3.0)


SETTING = Setting(
    build=build,
    words="balcony, roof to roof, rooftop to rooftop, rooftops, rooftop, rooftops, roof of a building, rooftop terrace, rooftop bar, rooftop party, on the roof, rooftop garden, city rooftop, rooftop at night, roof terrace, helipad",
    by_day="city wind",
    by_night="city",
    scenery=frozenset({"skyline", "lights", "houses", "plants"}),
    hours=("dusk", "dusk", "night", "golden"),
)
