"""What is left of a city: hollow towers, cracked asphalt, weeds and vines over wrecks, dust in the light."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, mist, rows, seasons, sky, swells, undergrowth, weather
from rushes.engines.animatic.stage.set import Random, Set

WALL, RUST, TAR = hexed("#8a8478"), hexed("#8a5236"), hexed("#6f6a62")


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    season = seasons.of(stage)
    dust = mix(air.haze, hexed("#c8a878"), 0.35)
    sky.hang(stage)
    hulks(stage, 0.07, (150, 300), (40, 80), 4901, 0.0)
    mist.band(stage, 0.08, -220, 20, strength=0.5, salt=131, colour=dust)
    hulks(stage, 0.14, (170, 380), (80, 140), 4902, 0.06)
    mist.band(stage, 0.15, -140, 24, strength=0.42, salt=132, colour=dust)
    hulks(stage, 0.23, (210, 420), (120, 210), 4903, 0.24)
    mist.band(stage, 0.25, -70, 26, strength=0.28, salt=133, colour=dust)
    tar = season.ground(TAR)
    ground.lay(
        stage, tar, season.hollows(mix(season.grass, hexed("#7a6a4a"), 0.5)), contrast=0.9, cell=120, patches=0.5
    )
    heaps(stage, 0.36, 9, 4904, 0.1)
    wreck(stage, 0.46, rows.free_side(stage, 4900) * frame.width * 0.27, season)
    poles(stage, 0.52)
    heaps(stage, 0.64, 5, 4905, 0.42)
    weeds = mix(season.grass, hexed("#8a8a4a"), 0.5)
    for index, depth in enumerate((0.42, 0.60, 0.80, 0.94)):
        swells.tufts(stage, depth, weeds, 4906 + index, count=60, heights=(10, 32))
    swells.tufts(stage, 1.22, weeds, 4910, count=40, heights=(20, 48), order=1.22)
    weather.scatter(stage, weather.Specks(80, (0.6, 1.8), -4, -26, 0.95, 0.5, mix(air.sun, dust, 0.5), soft=0.8), 4911)
    near(stage)


def hulks(
    stage: Set, depth: float, heights: tuple[float, float], widths: tuple[float, float], salt: int, gap: float
) -> None:
    """Towers with broken tops and empty windows, floors that hang out, green that climbs."""
    frame, air = stage.framing, stage.air
    tall = frame.tall * stage.near(depth)
    tones = air.surface(WALL, depth, 0.5)
    dark, vine = air.surface(times(WALL, 0.4), depth, 0.2), air.surface(hexed("#6f8a4a"), depth, 0.55)
    sky_seen = mix(air.haze, air.sky[-2], 0.5)
    foot = 16.0

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        x = 0.0
        while x < period - widths[0] * 0.5:
            wide, high = random.uniform(*widths), random.uniform(*heights) * tall
            if abs(x + wide / 2 - period / 2) < gap * frame.width:
                x += wide
                continue
            tone = times(tones, random.uniform(0.82, 1.12))
            shape = skia.Path()
            shape.moveTo(x, foot)
            shape.lineTo(x, foot - high * random.uniform(0.7, 1.0))
            for step in range(1, 8):
                shape.lineTo(x + wide * step / 8, foot - high * random.uniform(0.66, 1.02))
                if step % 3 == 0:
                    shape.lineTo(x + wide * step / 8 + 2, foot - high * random.uniform(0.6, 0.9))
            shape.lineTo(x + wide, foot - high * random.uniform(0.6, 0.95))
            shape.lineTo(x + wide, foot)
            shape.close()
            canvas.drawPath(shape, linear((x, 0), (x + wide, 0), [times(tone, 0.62), tone, mix(tone, air.edge, 0.12)] if air.side > 0 else [mix(tone, air.edge, 0.12), tone, times(tone, 0.62)]))  # fmt: skip
            canvas.save()
            canvas.clipPath(shape, True)
            cell = 9 + 60 * depth
            for row in range(int(high / (cell * 1.25))):
                for column in range(int(wide / cell)):
                    if random.random() < 0.2:
                        continue
                    pane = skia.Rect.MakeXYWH(
                        x + cell * (column + 0.25), foot - (row + 1) * cell * 1.25, cell * 0.56, cell * 0.8
                    )
                    through = random.random() < 0.10 and row > 3
                    canvas.drawRect(pane, solid(sky_seen if through else dark, 0.9))
            for _ in range(4):
                hole = (x + random.uniform(0, wide), foot - random.uniform(0.2, 0.9) * high)
                canvas.drawPath(
                    _ragged(hole[0], hole[1], wide * random.uniform(0.08, 0.2), random), solid(times(dark, 0.8), 0.95)
                )
            for _ in range(round(18 * depth * 5)):
                up = random.random() ** 1.8
                canvas.drawCircle(x + random.uniform(0, 1) * wide, foot - up * high * 0.7, (2 + 26 * depth) * random.uniform(0.4, 1.0), solid(times(vine, random.uniform(0.7, 1.1)), 0.75))  # fmt: skip
            canvas.restore()
            x += wide + random.uniform(0, 24 + 60 * depth)
        wash = linear((0, foot - heights[1] * tall), (0, foot), [air.haze, air.haze], None, [0.0, 0.40])
        wash.setBlendMode(skia.BlendMode.kSrcATop)
        canvas.drawPaint(wash)

    stage.bake(depth, foot - heights[1] * tall * 1.15, foot + 2, draw)


def _ragged(x: float, y: float, size: float, random: Random) -> skia.Path:
    path = skia.Path()
    for index, (ax, ay) in enumerate(((-1, -0.4), (-0.3, -1), (0.5, -0.8), (1, 0.1), (0.4, 0.9), (-0.6, 0.8))):
        spot = (x + ax * size * random.uniform(0.7, 1.2), y + ay * size * random.uniform(0.7, 1.2))
        path.moveTo(*spot) if index == 0 else path.lineTo(*spot)
    path.close()
    return path


def heaps(stage: Set, depth: float, count: float, salt: int, clearing: float) -> None:
    """Rubble: blocks, slabs and bent iron."""
    air = stage.air
    tone, rust = air.surface(WALL, depth, 0.5), air.surface(RUST, depth, 0.5)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        size = random.uniform(60, 120) * depth
        canvas.drawOval(skia.Rect.MakeXYWH(x - size * 1.2, foot - 4, size * 2.4, 13), solid(air.shadow, 0.35, 4))
        for _ in range(3):
            start = (x + random.uniform(-0.6, 0.6) * size, foot - size * 0.2)
            bar = skia.Path()
            bar.moveTo(*start)
            bar.quadTo(start[0] + random.uniform(-0.4, 0.4) * size, start[1] - size * 0.8, start[0] + random.uniform(-0.8, 0.8) * size, start[1] - size * random.uniform(0.7, 1.2))  # fmt: skip
            canvas.drawPath(bar, stroke(rust, max(1.2, 4 * depth)))
        for _ in range(9):
            u = random.uniform(-1, 1)
            block = _ragged(
                x + u * size,
                foot - random.uniform(0, 0.5) * size * (1 - abs(u)),
                size * random.uniform(0.16, 0.34),
                random,
            )
            canvas.drawPath(
                block,
                linear(
                    (x - air.side * size, 0), (x + air.side * size, 0), [times(tone, 0.55), mix(tone, air.edge, 0.15)]
                ),
            )

    rows.along(stage, depth, count, salt, each, tall=180 * depth, clearing=clearing)


def wreck(stage: Set, depth: float, x: float, season: seasons.Season) -> None:
    """The rusted shell of a car with weeds in it."""
    air = stage.air
    rust, dark = air.surface(RUST, depth, 0.6), air.surface(RUST, depth, 0.1)
    paint, green = air.surface(hexed("#6f8a8a"), depth, 0.5), air.surface(season.leaf, depth, 0.5)
    long = 300 * depth * 1.3 * stage.near(depth)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        canvas.drawOval(skia.Rect.MakeXYWH(at - long * 0.56, foot - 5, long * 1.12, 15), solid(air.shadow, 0.45, 5))
        body = skia.Path()
        body.moveTo(at - long * 0.50, foot - long * 0.06)
        body.cubicTo(
            at - long * 0.52,
            foot - long * 0.22,
            at - long * 0.40,
            foot - long * 0.24,
            at - long * 0.26,
            foot - long * 0.24,
        )
        body.lineTo(at - long * 0.16, foot - long * 0.38)
        body.lineTo(at + long * 0.14, foot - long * 0.39)
        body.lineTo(at + long * 0.27, foot - long * 0.24)
        body.cubicTo(
            at + long * 0.42,
            foot - long * 0.22,
            at + long * 0.52,
            foot - long * 0.18,
            at + long * 0.50,
            foot - long * 0.05,
        )
        body.close()
        canvas.drawPath(body, linear((0, foot - long * 0.4), (0, foot), [mix(rust, paint, 0.5), rust, dark]))
        for left, right in ((-0.135, -0.01), (0.015, 0.115)):
            pane = skia.Path()
            pane.moveTo(at + (left - 0.05) * long, foot - long * 0.25)
            pane.lineTo(at + left * long, foot - long * 0.36)
            pane.lineTo(at + right * long, foot - long * 0.36)
            pane.lineTo(at + (right + 0.06) * long, foot - long * 0.25)
            pane.close()
            canvas.drawPath(pane, solid(times(dark, 0.5)))
        for wheel in (-0.30, 0.30):
            canvas.drawCircle(at + wheel * long, foot - long * 0.06, long * 0.085, solid(times(dark, 0.45)))
            canvas.drawCircle(at + wheel * long, foot - long * 0.06, long * 0.045, solid(rust))
        for _ in range(14):
            canvas.drawOval(skia.Rect.MakeXYWH(at + random.uniform(-0.45, 0.4) * long, foot - random.uniform(0.08, 0.24) * long, long * 0.06, long * 0.03), solid(mix(rust, dark, random.random()), 0.6))  # fmt: skip
        for _ in range(12):
            undergrowth.grass(
                canvas,
                at + random.uniform(-0.5, 0.5) * long,
                foot + 5,
                long * random.uniform(0.08, 0.18),
                times(green, 0.6),
                green,
                random,
                blades=7,
            )

    rows.one(stage, depth, x, 4912, each, tall=long * 0.5)


def poles(stage: Set, depth: float) -> None:
    """Leaning poles with wires that hang down."""
    air = stage.air
    wood = air.surface(hexed("#5f5248"), depth, 0.4)
    high = 360 * stage.framing.tall * depth * 1.3

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        lean = random.uniform(-0.22, 0.22) * high
        canvas.drawLine(x, foot, x + lean, foot - high, stroke(wood, 10 * depth))
        canvas.drawLine(
            x + lean - 40 * depth,
            foot - high * 0.90,
            x + lean + 40 * depth,
            foot - high * 0.94,
            stroke(wood, 7 * depth),
        )
        for way in (-1, 1):
            wire = skia.Path()
            wire.moveTo(x + lean + way * 38 * depth, foot - high * 0.92)
            wire.quadTo(x + lean + way * 90 * depth, foot - high * 0.5, x + lean + way * random.uniform(60, 130) * depth, foot - high * random.uniform(0.1, 0.35))  # fmt: skip
            canvas.drawPath(wire, stroke(times(wood, 0.7), 1.8))

    rows.along(stage, depth, 3, 4913, each, tall=high * 1.1, clearing=0.34)


def near(stage: Set) -> None:
    """A dark slab with iron in it before the lens."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark: Rgb = mix(times(air.surface(WALL, 1.0, 0.1), 0.4), air.shadow, 0.45)
    side = -rows.free_side(stage, 4900)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(4914)
        x = period / 2 + side * frame.width * 0.54
        for part in range(4):
            canvas.drawPath(
                _ragged(x + (part - 1.5) * 110, foot - 30, random.uniform(90, 150), random),
                solid(times(dark, random.uniform(0.8, 1.15))),
            )
        for _ in range(5):
            start = x + random.uniform(-170, 170)
            canvas.drawLine(
                start,
                foot - 90,
                start + random.uniform(-50, 50),
                foot - random.uniform(190, 290),
                stroke(mix(dark, air.edge, 0.2), 6),
            )

    stage.bake(1.5, foot - 310, foot + 5, draw, order=2.0, period=frame.width * 2.3)


SETTING = Setting(
    build=build,
    words="""junkyard, scrapyard, scrap yard, landfill, wasteland, post apocalyptic city, post apocalyptic wasteland, post apocalyptic world, post apocalyptic, apocalypse, ruined city, abandoned city, destroyed city,
        post apocalyptic ruins, bombed city, zombie apocalypse, ruined street, overgrown city, deserted city, dystopian wasteland, rubble, mad max, war torn city""",
    by_day="wind",
    by_night="wind",
    scenery=frozenset({"skyline", "houses", "rocks", "smoke", "dust_motes", "vines"}),
)
