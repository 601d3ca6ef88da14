"""An alley of an old town: crooked houses on both sides, cobbles, lanterns, washing and flowers above; steam at night."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import (
    buildings,
    cottages,
    fires,
    floors,
    ground,
    mist,
    rows,
    seasons,
    sky,
    undergrowth,
)
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import city

WALLS = tuple(hexed(code) for code in ("#d8b48a", "#c88a62", "#e0cba4", "#b8745a", "#cfa878", "#a89a88"))
SHUTTERS = tuple(hexed(code) for code in ("#4f7a6a", "#3f6a8a", "#7a4a3a", "#6a8a4f", "#8a5a3c"))
STONE = hexed("#8f887e")


def build(stage: Set) -> None:
    air = stage.air
    season = seasons.of(stage)
    sky.hang(stage)
    cottages.houses(stage, 0.12, 16, (40, 70), 0, 41, season.white, foot=10)
    mist.band(stage, 0.13, -110, 16, strength=0.40, salt=131)
    sides(stage, 0.16, (0.05, 330), 120, 3901, season.white)
    mist.band(stage, 0.17, -140, 20, strength=0.26, salt=132)
    sides(stage, 0.23, (0.12, 470), 170, 3902, season.white)
    ground.lay(stage, season.ground(STONE), season.hollows(times(STONE, 0.75)), contrast=0.5, cell=110, patches=0.45, marks=floors.cobbles)  # fmt: skip
    if air.wet > 0.3 or air.stars > 0.6 or stage.plan.style == "noir":
        city.puddles(stage, 0.7 if air.wet > 0.3 else 0.45, stands=0.36)
        stage.mirror = 0.6 if air.wet > 0.3 else 0.25
    sides(stage, 0.36, (0.22, 640), 240, 3903, season.white)
    washing(stage, 0.37)
    sides(stage, 0.54, (0.36, 900), 330, 3904, season.white)
    pots(stage, 0.60, season)
    near(stage)


def sides(stage: Set, depth: float, gap: tuple[float, float], wide: float, salt: int, white: Rgb | None) -> None:
    """House fronts left and right of a gap (share of the width, units high), each `wide` units or so."""
    frame, air = stage.framing, stage.air
    open_share, high = gap
    tall = high * frame.tall
    foot = rows.foot_of(stage, depth) + (6 if depth < ground.ORDER else 2)
    lamps: list[tuple[float, float]] = []
    period = max(frame.width, 900.0) * 2.3

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for way in (-1, 1):
            x, first = frame.width * open_share * random.uniform(0.9, 1.1), True
            while x < period / 2:
                span = wide * random.uniform(0.8, 1.25)
                left = period / 2 + x if way > 0 else period / 2 - x - span
                wall = air.surface(WALLS[int(random.integers(len(WALLS)))], depth, 0.62 if way != air.side else 0.22)
                _front(canvas, left, foot, span, tall * random.uniform(0.8, 1.05), wall, stage, depth, random, white)
                if first:
                    at = left if way > 0 else left + span
                    y = foot - min(tall * 0.5, 300 * (0.3 + depth))
                    _lantern(canvas, at, y, way, 26 * (0.3 + depth), stage, depth)
                    lamps.append((at - way * 30 * (0.3 + depth) - period / 2, y))
                first = False
                x += span + 1
        wash = linear((0, foot - tall), (0, foot), [air.haze, air.haze], None, [0.05, 0.30 * (1 - depth)])
        wash.setBlendMode(skia.BlendMode.kSrcATop)
        canvas.drawPaint(wash)

    stage.bake(depth, foot - tall * 1.2, foot + 4, draw, period=period)
    if air.windows > 0.3:
        for index, (x, y) in enumerate(dict.fromkeys(lamps)):
            if abs(x) < frame.width:
                fires.glow(stage, x, y, depth, 90 + 260 * depth, depth + 0.001, index, 1.1 * air.windows)


def _front(canvas: Canvas, x: float, foot: float, wide: float, high: float, wall: Rgb, stage: Set, depth: float, random: Random, white: Rgb | None) -> None:  # fmt: skip
    air = stage.air
    top = foot - high
    tones = (
        [times(wall, 0.80), wall, mix(wall, air.edge, 0.10)]
        if air.side > 0
        else [mix(wall, air.edge, 0.10), wall, times(wall, 0.80)]
    )
    canvas.drawRect(skia.Rect.MakeLTRB(x, top, x + wide, foot + 3), linear((x, 0), (x + wide, 0), tones))
    for _ in range(9):
        spot = skia.Rect.MakeXYWH(x + random.uniform(0, wide * 0.8), top + random.uniform(0, high * 0.9), wide * random.uniform(0.05, 0.2), wide * random.uniform(0.03, 0.1))  # fmt: skip
        canvas.drawOval(spot, solid(times(wall, random.uniform(0.78, 1.1)), 0.4))
    canvas.drawRect(skia.Rect.MakeLTRB(x, foot - wide * 0.12, x + wide, foot + 3), solid(times(wall, 0.62), 0.8))
    tiles = air.surface(white or hexed("#9a5a40"), depth, 0.6)
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - wide * 0.05, top - wide * 0.05, x + wide * 1.05, top + wide * 0.04), solid(tiles)
    )
    canvas.drawRect(skia.Rect.MakeLTRB(x, top + wide * 0.04, x + wide, top + wide * 0.12), solid(times(wall, 0.5), 0.5))
    shutter = air.surface(SHUTTERS[int(random.integers(len(SHUTTERS)))], depth, 0.55)
    glass = mix(air.surface(hexed("#4a5a68"), depth, 0.3), air.sky[1], 0.2)
    storey = wide * 0.62
    columns = 2 if wide / storey > 1 else 1
    level = foot - storey * 1.25
    while level - storey * 0.5 > top + wide * 0.1:
        for column in range(columns):
            at = x + wide * (column + 0.5) / columns
            lit = random.random() < air.windows * 0.62
            box = skia.Rect.MakeXYWH(at - wide * 0.075, level - storey * 0.30, wide * 0.15, storey * 0.48)
            glow = buildings.WARM[int(random.integers(3))]
            if lit:
                canvas.drawRect(box, solid(glow, 0.35, wide * 0.05))
            canvas.drawRect(box, solid(mix(glow, (1, 1, 1), 0.15) if lit else glass))
            canvas.drawRect(box, stroke(mix(wall, (1, 1, 1), 0.4), wide * 0.014))
            canvas.drawLine(at, box.top(), at, box.bottom(), stroke(mix(wall, (1, 1, 1), 0.4), wide * 0.009))
            for way in (-1, 1):
                leaf = skia.Rect.MakeXYWH(at + way * wide * 0.118 - wide * 0.04, box.top(), wide * 0.08, box.height())
                canvas.drawRect(leaf, solid(times(shutter, 0.85 if way < 0 else 1.0)))
                for slat in range(1, 6):
                    y = leaf.top() + leaf.height() * slat / 6
                    canvas.drawLine(leaf.left(), y, leaf.right(), y, stroke(times(shutter, 0.6), 1.0))
            if random.random() < 0.5:
                sill = box.bottom() + storey * 0.03
                canvas.drawRect(
                    skia.Rect.MakeXYWH(at - wide * 0.10, sill, wide * 0.20, storey * 0.06), solid(times(tiles, 0.8))
                )
                for _ in range(8):
                    bloom = air.surface(hexed(("#e0405a", "#f2c53d", "#f08aa8", "#5f8a46", "#5f8a46")[int(random.integers(5))]), depth, 0.8)  # fmt: skip
                    canvas.drawCircle(
                        at + random.uniform(-0.10, 0.10) * wide,
                        sill - random.uniform(0, 0.05) * storey,
                        wide * 0.018,
                        solid(bloom),
                    )
        level -= storey
    if random.random() < 0.7:
        at = x + wide * random.uniform(0.3, 0.7)
        door = skia.Path()
        door.addRoundRect(
            skia.Rect.MakeLTRB(at - wide * 0.11, foot - wide * 0.46, at + wide * 0.11, foot + wide * 0.2),
            wide * 0.10,
            wide * 0.10,
        )
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(x, top, x + wide, foot + 3))
        canvas.drawPath(door, solid(times(shutter, 0.62)))
        canvas.drawPath(door, stroke(mix(air.surface(STONE, depth, 0.6), wall, 0.2), wide * 0.03))
        canvas.restore()


def _lantern(canvas: Canvas, x: float, y: float, way: int, size: float, stage: Set, depth: float) -> None:
    """A lantern on a bracket at the corner of a wall."""
    air = stage.air
    iron = air.surface(hexed("#2a2a30"), depth, 0.35)
    head = x - way * size * 1.2
    arm = skia.Path()
    arm.moveTo(x, y + size * 0.6)
    arm.quadTo(head, y + size * 0.4, head, y - size * 0.6)
    arm.lineTo(x, y - size * 0.6)
    canvas.drawPath(arm, stroke(iron, max(1.2, size * 0.10)))
    body = skia.Path()
    body.moveTo(head - size * 0.34, y - size * 0.4)
    body.lineTo(head + size * 0.34, y - size * 0.4)
    body.lineTo(head + size * 0.22, y + size * 0.42)
    body.lineTo(head - size * 0.22, y + size * 0.42)
    body.close()
    lit = min(1.0, air.windows * 1.4)
    canvas.drawPath(
        body, solid(mix(air.surface(hexed("#b8b0a0"), depth, 0.5), mix(buildings.WARM[0], (1, 1, 1), 0.4), lit))
    )
    canvas.drawPath(body, stroke(iron, max(1.0, size * 0.08)))
    cap = skia.Path()
    cap.moveTo(head - size * 0.44, y - size * 0.38)
    cap.lineTo(head, y - size * 0.8)
    cap.lineTo(head + size * 0.44, y - size * 0.38)
    cap.close()
    canvas.drawPath(cap, solid(iron))


def washing(stage: Set, depth: float) -> None:
    """A line of washing across the lane."""
    frame, air = stage.framing, stage.air
    y = -frame.horizon * 0.56
    half = frame.width * 0.24

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        line = skia.Path()
        line.moveTo(x - half, y - 14)
        line.quadTo(x, y + 44, x + half, y - 26)
        canvas.drawPath(line, stroke(air.surface(hexed("#5a5048"), depth, 0.3), 2))
        for index in range(7):
            u = (index + 0.7) / 8
            at = x - half + 2 * half * u
            top = (1 - u) ** 2 * (y - 14) + 2 * u * (1 - u) * (y + 44) + u * u * (y - 26)
            cloth = air.surface(
                hexed(("#f2efe8", "#d8694a", "#7f9ab8", "#e8d8a4", "#f2efe8", "#a8b88a", "#e0a2a8")[index]), depth, 0.7
            )
            wide, long = random.uniform(20, 34), random.uniform(30, 62)
            piece = skia.Path()
            piece.moveTo(at - wide / 2, top)
            piece.lineTo(at + wide / 2, top)
            piece.quadTo(at + wide * 0.6, top + long * 0.6, at + wide * 0.46, top + long)
            piece.lineTo(at - wide * 0.46, top + long * 0.96)
            piece.quadTo(at - wide * 0.4, top + long * 0.5, at - wide / 2, top)
            canvas.drawPath(piece, linear((at - wide / 2, 0), (at + wide / 2, 0), [cloth, times(cloth, 0.82), cloth]))

    if stage.plan.weather not in ("rain", "storm", "snow") and stage.plan.style != "noir":
        rows.one(stage, depth, 0.0, 3905, each, tall=frame.horizon * 1.2 + 40)


def pots(stage: Set, depth: float, season: seasons.Season) -> None:
    """Tubs of green beside the doors, a barrel, some crates."""
    air = stage.air
    clay, green = air.surface(hexed("#b0664a"), depth, 0.6), air.surface(season.leaf, depth, 0.5)
    light = air.surface(season.white, depth, 0.85) if season.white else mix(air.edge, green, 0.4)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        size = random.uniform(40, 62) * depth * 1.4
        canvas.drawOval(skia.Rect.MakeXYWH(x - size * 0.6, foot - 4, size * 1.2, 11), solid(air.shadow, 0.4, 4))
        undergrowth.bush(canvas, x, foot - size * 0.5, size * 0.95, green, random, light=light, side=air.side)
        pot = skia.Path()
        pot.moveTo(x - size * 0.44, foot - size * 0.66)
        pot.lineTo(x + size * 0.44, foot - size * 0.66)
        pot.lineTo(x + size * 0.32, foot + 3)
        pot.lineTo(x - size * 0.32, foot + 3)
        pot.close()
        canvas.drawPath(
            pot,
            linear(
                (x - air.side * size * 0.4, 0),
                (x + air.side * size * 0.4, 0),
                [times(clay, 0.55), clay, mix(clay, air.edge, 0.3)],
            ),
        )
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - size * 0.48, foot - size * 0.72, x + size * 0.48, foot - size * 0.58),
            solid(mix(clay, air.edge, 0.15)),
        )

    rows.along(stage, depth, 12, 3906, each, tall=190, clearing=0.62)


def near(stage: Set) -> None:
    """A dark corner of a wall before the lens."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 60
    dark = mix(times(air.surface(hexed("#8a7a6a"), 1.0, 0.1), 0.4), air.shadow, 0.5)
    side = 1 if stage.seed(3907) % 2 else -1

    def draw(canvas: Canvas, period: float) -> None:
        edge = period / 2 + side * frame.width * 0.52
        left, right = (edge, edge + frame.width * 0.4) if side > 0 else (edge - frame.width * 0.4, edge)
        canvas.drawRect(skia.Rect.MakeLTRB(left, -frame.horizon * 1.3, right, foot), linear((edge, 0), (edge + side * 160, 0), [mix(dark, air.edge, 0.16), dark]))  # fmt: skip

    stage.bake(1.5, -frame.horizon * 1.3, foot, draw, order=2.0, period=frame.width * 2.6)


SETTING = Setting(
    build=build,
    words="""old town alley, alley, alleyway, back alley, narrow street, narrow alley, cobblestone street, cobbled street, cobblestone alley, cobbled alley, old town,
        cobblestones, cobbled lane, narrow lane, old city, italian village, mediterranean village, dark alley, old street, old quarter, tuscan village,
        medieval street, cobblestone lane, tuscany street, victorian street, side street, victorian london""",
    by_day="birds crowd",
    by_night="crickets",
    scenery=frozenset({"houses", "lights", "lanterns", "puddles", "reflections", "flowers", "path"}),
)
