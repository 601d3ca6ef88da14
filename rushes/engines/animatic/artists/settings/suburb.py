"""A suburban street: houses with porches and garages behind lawns, picket fences, letter boxes, trees, lamps, a quiet road."""

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, hills, mist, parks, rows, seasons, sky, swells, undergrowth
from rushes.engines.animatic.stage.seasons import Season
from rushes.engines.animatic.stage.set import Random, Set

Floats = NDArray[np.float32]
#: Depths between which the pavement, and then the road lie.
PAVEMENT, FAR, NEAR = 0.60, 0.69, 1.44
WALLS = ("#e8dcc4", "#b8ccd4", "#d8b8a0", "#c4d0b0", "#ece6da", "#d4c0d0", "#a8bcc8")
ROOFS = ("#6a5048", "#5a6470", "#7a5a4a", "#4f5a5a")
DOORS = ("#a8343a", "#2f5a7a", "#3f6a4a", "#d8a23a")


def build(stage: Set) -> None:
    season = seasons.of(stage)
    frame = stage.framing
    side = 1 if stage.seed(4000) % 2 else -1
    sky.hang(stage)
    hills.ridge(stage, 0.08, 70, hexed("#8796a8"), waves=4, salt=100)
    parks.treeline(stage, 0.16, 22, (80, 140), season, 4001)
    parks.treeline(stage, 0.26, 11, (130, 210), season, 4002)
    mist.band(stage, 0.27, -44, 22, strength=0.25, salt=131)
    lawn = season.ground(mix(season.grass, hexed("#6fae4a"), 0.45))
    ground.lay(stage, lawn, season.hollows(mix(lawn, hexed("#a8b85a"), 0.4)), contrast=0.5, cell=150, patches=0.3, marks=lambda rgb, depth, x: _street(stage, season, rgb, depth, x))  # fmt: skip
    _homes(stage, 0.44, season)
    parks.treeline(stage, 0.50, 2.4, (230, 330), season, 4005)
    _fence(stage, 0.565, season)
    for index, x in enumerate((-0.40, 0.34)):
        parks.lamp(stage, 0.66, side * x * frame.width, -1 if side * x > 0 else 1, 4006 + index, height=300)
    rows.along(stage, 0.64, 3, 4008, lambda c, x, f, r: _letter_box(c, x, f, stage, 0.64, season, r), tall=110)
    rows.along(stage, 0.575, 9, 4009, lambda c, x, f, r: _hedge(c, x, f, stage, 0.575, season, r), tall=70)
    swells.tufts(stage, 1.56, season.grass, 4010, count=46, heights=(18, 40), order=1.56)
    parks.bough(stage, season, -side, 4011)


def _street(stage: Set, season: Season, rgb: Floats, depth: Floats, x: Floats) -> Floats:
    """The road with its kerbs, the pavement of slabs, and drives that lead to the garages."""
    air = stage.air
    period = float(x[-1] - x[0]) + float(x[1] - x[0])
    grain = rgb.mean(axis=2, keepdims=True) / max(1e-3, float(rgb.mean()))

    def band(low: float, high: float) -> Floats:
        return np.asarray(
            (np.clip((depth - low) * 70, 0, 1) * np.clip((high - depth) * 70, 0, 1))[:, None, None], np.float32
        )

    def tone(code: str, facing: float) -> Floats:
        return np.array(
            air.surface(
                season.ground(hexed(code)) if season.white is None else mix(hexed(code), season.white, 0.7), 1.0, facing
            ),
            np.float32,
        )

    # The drives get narrower with the distance, towards the middle of the frame.
    count = max(1, round(period / 620))
    place = np.abs(((x[None] - x[0]) * 1.0 / period * count) % 1.0 - 0.5) * period / count
    drive = (np.clip((46 - place) / 5 + 0.5, 0, 1) * (depth < FAR)[:, None] * (depth > 0.40)[:, None])[..., None]
    out = rgb * (1 - drive) + tone("#b8b2a6", 0.6) * (0.88 + 0.12 * grain) * drive
    slab = np.clip((np.abs(((x - x[0]) / period * round(period / 84)) % 1.0 - 0.5) * 2 - 0.95) * 18, 0, 1)[
        None, :, None
    ]
    walk = band(PAVEMENT, FAR)
    out = out * (1 - walk) + tone("#c8c2b4", 0.7) * (0.9 + 0.1 * grain) * (1 - 0.25 * slab) * walk
    road = band(FAR, NEAR)
    tracks = sum(np.exp(-(((depth - d) / 0.05) ** 2)) for d in (0.80, 0.92, 1.12, 1.28))
    asphalt = tone("#62626a", 0.55) * (0.86 + 0.16 * grain) * (1 - 0.08 * np.asarray(tracks, np.float32))[:, None, None]
    out = out * (1 - road) + asphalt * road
    for at, half, code in ((FAR, 0.008, "#d8d4c8"), (NEAR, 0.016, "#d8d4c8")):
        kerb = np.exp(-(((depth - at) / half) ** 4))[:, None, None]
        out = out * (1 - kerb) + tone(code, 0.85) * kerb
    dash = (((x - x[0]) / period * round(period / 260)) % 1.0 < 0.45).astype(np.float32)[None, :, None]
    line = np.exp(-(((depth - 1.0) / 0.010) ** 4))[:, None, None] * dash * 0.7 * (0.4 if season.white else 1.0)
    return np.asarray(out * (1 - line) + tone("#f0e8d0", 0.85) * line, np.float32)


def _homes(stage: Set, depth: float, season: Season) -> None:
    """Houses side by side, each of its own colours."""
    foot = rows.foot_of(stage, depth)
    grow = stage.near(depth) * stage.framing.tall

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(4003)
        number = max(2, round(period / (400 * grow)))
        for index in range(number):
            x = (index + 0.5 + random.uniform(-0.05, 0.05)) / number * period
            _home(
                canvas,
                x,
                foot + random.uniform(-3, 3),
                300 * grow * random.uniform(0.92, 1.08),
                stage,
                depth,
                season,
                random,
            )

    stage.bake(depth, foot - 300 * grow, foot + 14, draw, period=stage.period(depth))


def _home(canvas: Canvas, x: float, foot: float, wide: float, stage: Set, depth: float, season: Season, random: Random) -> None:  # fmt: skip
    air, way = stage.air, 1 if random.random() < 0.5 else -1
    wall_code, roof_code = WALLS[int(random.integers(len(WALLS)))], ROOFS[int(random.integers(len(ROOFS)))]
    if stage.plan.colours and random.random() < 0.4:
        wall_code = stage.plan.colours[0]
    lit_wall, dim_wall = air.surface(hexed(wall_code), depth, 0.85), air.surface(hexed(wall_code), depth, 0.35)
    roof_hue = season.white or hexed(roof_code)
    roof, shade = air.surface(roof_hue, depth, 0.7), air.surface(roof_hue, depth, 0.2)
    white = air.surface(hexed("#f6f2e8"), depth, 0.9)
    canvas.drawOval(
        skia.Rect.MakeLTRB(x - wide * 0.56, foot - 5, x + wide * 0.56, foot + 9), solid(air.shadow, 0.32, 5)
    )

    def block(left: float, right: float, high: float) -> None:
        box = skia.Rect.MakeLTRB(left, foot - high, right, foot + 2)
        ends = (left, right) if air.side > 0 else (right, left)
        canvas.drawRect(box, linear((ends[0], 0), (ends[1], 0), [dim_wall, mix(dim_wall, lit_wall, 0.75), lit_wall]))
        for board in range(int(high / (wide * 0.028))):
            y = foot - board * wide * 0.028
            canvas.drawLine(left, y, right, y, stroke(times(dim_wall, 0.86), 1.0, 0.35))
        canvas.drawRect(skia.Rect.MakeLTRB(left, foot - high, right, foot - high + wide * 0.05), linear((0, foot - high), (0, foot - high + wide * 0.05), [air.shadow] * 2, None, [0.55, 0.0]))  # fmt: skip

    def gable(left: float, right: float, base: float, high: float) -> None:
        middle, out = (left + right) / 2, wide * 0.035
        body = skia.Path()
        body.moveTo(left, base)
        body.lineTo(middle, base - high)
        body.lineTo(right, base)
        body.close()
        canvas.drawPath(
            body, linear((left, 0), (right, 0), [dim_wall, lit_wall] if air.side > 0 else [lit_wall, dim_wall])
        )
        for slope, tone in ((-1, roof if air.side < 0 else shade), (1, roof if air.side > 0 else shade)):
            end = left - out if slope < 0 else right + out
            canvas.drawLine(middle, base - high - wide * 0.012, end, base + wide * 0.02, stroke(tone, wide * 0.045))
            canvas.drawLine(middle, base - high + wide * 0.012, end, base + wide * 0.044, stroke(white, wide * 0.012))

    low, high = (x - wide * 0.5, x + wide * 0.14) if way > 0 else (x - wide * 0.14, x + wide * 0.5)
    inner, outer = (high, x + wide * 0.5) if way > 0 else (x - wide * 0.5, low)
    tall = wide * 0.40
    # The roof of the main house is seen from its side; the garage turns its gable to the street.
    back = skia.Path()
    back.moveTo(low - wide * 0.05, foot - tall + wide * 0.03)
    back.lineTo(low + wide * 0.06, foot - tall - wide * 0.24)
    back.lineTo(high - wide * 0.06, foot - tall - wide * 0.24)
    back.lineTo(high + wide * 0.05, foot - tall + wide * 0.03)
    back.close()
    chimney = low + (high - low) * (0.3 if way > 0 else 0.7)
    brick = air.surface(hexed("#9a5a48"), depth, 0.5)
    canvas.drawRect(skia.Rect.MakeXYWH(chimney - wide * 0.03, foot - tall - wide * 0.34, wide * 0.06, wide * 0.2), linear((chimney - wide * 0.03, 0), (chimney + wide * 0.03, 0), [times(brick, 0.7), brick]))  # fmt: skip
    block(low, high, tall)
    canvas.drawPath(back, linear((0, foot - tall - wide * 0.24), (0, foot - tall), [roof, shade]))
    for course in range(5):
        y = foot - tall - wide * (0.20 - course * 0.046)
        canvas.drawLine(low, y, high, y, stroke(times(shade, 0.8), 1.0, 0.4))
    canvas.drawLine(low - wide * 0.05, foot - tall + wide * 0.034, high + wide * 0.05, foot - tall + wide * 0.034, stroke(white, wide * 0.014))  # fmt: skip
    middle = (low + high) / 2
    gable(middle - wide * 0.13, middle + wide * 0.13, foot - tall, wide * 0.15)
    block(inner, outer, wide * 0.26)
    gable(inner, outer, foot - wide * 0.26, wide * 0.17)
    door = skia.Rect.MakeLTRB(inner + wide * 0.045, foot - wide * 0.19, outer - wide * 0.045, foot)
    canvas.drawRect(door, linear((0, door.top()), (0, foot), [white, times(white, 0.86)]))
    for panel in range(1, 4):
        y = door.top() + panel * door.height() / 4
        canvas.drawLine(door.left(), y, door.right(), y, stroke(times(white, 0.66), 1.6))
    for share in (0.18, 0.82):
        _window(canvas, low + (high - low) * share, foot - wide * 0.27, wide * 0.10, stage, depth, random)
    _window(canvas, middle, foot - tall - wide * 0.05, wide * 0.075, stage, depth, random, shutters=False)
    # The porch.
    at = middle + way * wide * 0.02
    tone = air.surface(hexed(DOORS[int(random.integers(len(DOORS)))]), depth, 0.6)
    canvas.drawRect(skia.Rect.MakeLTRB(at - wide * 0.045, foot - wide * 0.185, at + wide * 0.045, foot), linear((at - wide * 0.045, 0), (at + wide * 0.045, 0), [tone, times(tone, 0.7)]))  # fmt: skip
    canvas.drawCircle(at + wide * 0.03, foot - wide * 0.085, wide * 0.008, solid(hexed("#e8c060")))
    if air.windows > 0.25:
        canvas.drawCircle(
            at, foot - wide * 0.215, wide * 0.13, solid(hexed("#ffcf88"), 0.40 * air.windows, wide * 0.05)
        )
        canvas.drawCircle(at, foot - wide * 0.215, wide * 0.012, solid(hexed("#fff0c8")))
    for post in (-0.16, -0.075, 0.075, 0.16):
        canvas.drawLine(at + post * wide, foot - wide * 0.225, at + post * wide, foot, stroke(white, wide * 0.014))
    canvas.drawRect(skia.Rect.MakeLTRB(at - wide * 0.19, foot - wide * 0.25, at + wide * 0.19, foot - wide * 0.22), linear((0, foot - wide * 0.25), (0, foot - wide * 0.22), [roof, shade]))  # fmt: skip
    canvas.drawRect(
        skia.Rect.MakeLTRB(at - wide * 0.18, foot - wide * 0.02, at + wide * 0.18, foot + 3), solid(times(white, 0.8))
    )


def _window(canvas: Canvas, x: float, y: float, size: float, stage: Set, depth: float, random: Random, *, shutters: bool = True) -> None:  # fmt: skip
    air = stage.air
    box = skia.Rect.MakeLTRB(x - size * 0.5, y - size * 0.62, x + size * 0.5, y + size * 0.62)
    white = air.surface(hexed("#f6f2e8"), depth, 0.9)
    if shutters:
        tone = air.surface(hexed("#4a5f6a"), depth, 0.5)
        for way in (-1, 1):
            canvas.drawRect(skia.Rect.MakeXYWH(x + way * size * 0.66 - size * 0.14, box.top(), size * 0.28, box.height()), solid(tone))  # fmt: skip
    if random.random() < air.windows * 1.1:
        canvas.drawRect(box.makeOutset(size * 0.3, size * 0.3), solid(hexed("#ffc878"), 0.35, size * 0.4))
        canvas.drawRect(box, linear((0, box.top()), (0, box.bottom()), [hexed("#fff0c0"), hexed("#ffc46a")]))
    else:
        canvas.drawRect(box, linear((0, box.top()), (0, box.bottom()), [mix(air.sky[1], (1, 1, 1), 0.1), air.surface(hexed("#4a6072"), depth, 0.4)]))  # fmt: skip
    canvas.drawRect(box, stroke(white, size * 0.10))
    canvas.drawLine(x, box.top(), x, box.bottom(), stroke(white, size * 0.06))
    canvas.drawLine(box.left(), y, box.right(), y, stroke(white, size * 0.06))


def _fence(stage: Set, depth: float, season: Season) -> None:
    """White pickets before the lawns, open where the drives go through."""
    air, foot = stage.air, stage.ground_y(depth)
    white, shade = air.surface(hexed("#f6f2e8"), depth, 0.9), air.surface(hexed("#f6f2e8"), depth, 0.35)
    high = 46.0 * stage.near(depth)

    def draw(canvas: Canvas, period: float) -> None:
        count = round(period / 15)
        step = period / count
        for index in range(count):
            x = index * step
            if (x / period * round(period / 620)) % 1.0 < 0.30:
                continue
            canvas.drawLine(x, foot - high * 0.30, x + step, foot - high * 0.30, stroke(shade, 3.2))
            canvas.drawLine(x, foot - high * 0.68, x + step, foot - high * 0.68, stroke(shade, 3.2))
            picket = skia.Path()
            picket.moveTo(x, foot)
            picket.lineTo(x, foot - high * 0.86)
            picket.lineTo(x + 4, foot - high)
            picket.lineTo(x + 8, foot - high * 0.86)
            picket.lineTo(x + 8, foot)
            picket.close()
            canvas.drawPath(picket, linear((x, 0), (x + 8, 0), [white, mix(white, shade, 0.5)]))
            if season.white:
                canvas.drawCircle(x + 4, foot - high, 4.4, solid(air.surface(season.white, depth, 0.9)))

    stage.bake(depth, foot - high - 8, foot + 4, draw)


def _letter_box(
    canvas: Canvas, x: float, foot: float, stage: Set, depth: float, season: Season, random: Random
) -> None:
    air = stage.air
    tone = air.surface(hexed(("#c8403c", "#3f6fa0", "#e8e4da")[int(random.integers(3))]), depth, 0.7)
    canvas.drawLine(x, foot, x, foot - 56, stroke(air.surface(hexed("#7a5a3c"), depth, 0.5), 6))
    box = skia.Path()
    box.moveTo(x - 20, foot - 54)
    box.lineTo(x - 20, foot - 74)
    box.quadTo(x, foot - 96, x + 20, foot - 74)
    box.lineTo(x + 20, foot - 54)
    box.close()
    canvas.drawPath(box, linear((x - 20, 0), (x + 20, 0), [mix(tone, air.edge, 0.3), times(tone, 0.6)]))
    canvas.drawLine(x + 22, foot - 62, x + 22, foot - 88, stroke(air.surface(hexed("#e8503c"), depth, 0.8), 4))
    if season.white:
        canvas.drawOval(
            skia.Rect.MakeLTRB(x - 20, foot - 92, x + 20, foot - 76), solid(air.surface(season.white, depth, 0.9))
        )


def _hedge(canvas: Canvas, x: float, foot: float, stage: Set, depth: float, season: Season, random: Random) -> None:
    green: Rgb = stage.air.surface(season.leaf, depth, 0.55)
    light = stage.air.surface(season.white, depth, 0.85) if season.white else mix(stage.air.edge, green, 0.4)
    for lump in range(3):
        undergrowth.bush(
            canvas,
            x + (lump - 1) * 24,
            foot + 3,
            random.uniform(22, 34),
            green,
            random,
            light=light,
            side=stage.air.side,
        )


SETTING = Setting(
    build=build,
    words="""suburb, suburbs, suburbia, suburban street, suburban neighborhood, suburban neighbourhood, suburban house, suburban houses, suburban home, neighborhood,
        neighbourhood, residential street, cul de sac, driveway, front yard, front lawn, family house, quiet street, american suburb, street with houses, row of houses""",
    by_day="birds breeze",
    by_night="crickets",
    scenery=frozenset({"houses", "trees", "path", "fence", "lights", "hills", "flowers"}),
    who="mailman, postman, paperboy, babysitter, neighbor, neighbour",
)
