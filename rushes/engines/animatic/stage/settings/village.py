"""A village: cottages around a green, a church on the hill, smoke from the chimneys."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import buildings, ground, hills, mist, sky, swells, undergrowth
from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.settings import meadow, pine_forest

WALLS = tuple(hexed(code) for code in ("#efe3cb", "#e6d2b0", "#d9c2a2", "#f1ece0", "#d8b08c"))
ROOFS = tuple(hexed(code) for code in ("#a0523c", "#8a4636", "#6f4a40", "#7a5a48"))


def build(stage: Set) -> None:
    season = "winter" if pine_forest.wintry(stage) else stage.plan.season
    grass = hexed(meadow.GRASS.get(season, meadow.GRASS["summer"]))
    leaf = hexed(meadow.LEAVES.get(season, meadow.LEAVES["summer"]))
    white = hexed("#e9eefb") if season == "winter" else None
    sky.hang(stage)
    hills.ridge(
        stage,
        0.08,
        150,
        hexed("#7d8aa2"),
        waves=4,
        salt=100,
        snow=hexed("#eef2ff"),
        snow_from=0.6 if white is None else 0.3,
    )
    for index, (depth, height) in enumerate(((0.13, 110), (0.20, 70))):
        meadow.hill(stage, depth, height, mix(grass, hexed("#5f8a5a"), 0.4), 90 + index, leaf, white)
    church(stage, 0.21, white)
    houses(stage, 0.26, 16, (40, 62), 14, 1, white, foot=14)
    mist.band(stage, 0.28, -44, 26, strength=0.30, salt=131)
    path = hexed("#c2a67c") if white is None else hexed("#c4cbe4")
    ground.lay(stage, grass, mix(grass, path, 0.85), contrast=0.75, cell=150, patches=0.45)
    houses(stage, 0.38, 7, (110, 160), 6, 2, white)
    meadow.trees(stage, 0.44, 3, leaf, white, 92)
    houses(stage, 0.56, 3, (230, 300), 3, 3, white, clearing=0.40)
    swells.bank(stage, 0.70, 20, grass, 94, tufts=white is None)
    fence(stage, 0.76, white)
    flowers = () if season in ("winter", "autumn") else meadow.FLOWERS
    swells.tufts(stage, 0.86, grass, 95, count=54, heights=(12, 30), flowers=flowers)
    swells.tufts(stage, 1.24, grass, 96, count=46, heights=(18, 42), flowers=flowers, order=1.24)
    meadow.foreground(stage, grass, not flowers)


def houses(stage: Set, depth: float, count: int, widths: tuple[float, float], smoke: int, salt: int, white: Rgb | None, *, foot: float | None = None, clearing: float = 0.0) -> None:  # fmt: skip
    frame, air = stage.framing, stage.air
    base = stage.ground_y(depth) if foot is None else foot
    grow = stage.near(depth)
    chimneys: list[tuple[float, float]] = []
    period = stage.period(depth)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(770 + salt)
        number = max(2, round(count * period / 1900))
        for index in range(number):
            x = (index + random.uniform(0.2, 0.8)) / number * period
            if clearing and abs(x - period / 2) / (frame.width / 2) < clearing:
                x += frame.width * 0.3 * (1 if x > period / 2 else -1)
            width = random.uniform(*widths) * grow
            wall = air.surface(WALLS[int(random.integers(len(WALLS)))], depth, 0.6)
            roof = air.surface(ROOFS[int(random.integers(len(ROOFS)))], depth, 0.5)
            y = base + random.uniform(-3, 5) * depth
            canvas.drawOval(
                skia.Rect.MakeXYWH(x - width * 0.66, y - width * 0.03, width * 1.32, width * 0.11),
                solid(air.shadow, 0.35, width * 0.02),
            )
            buildings.house(canvas, x, y, width, random, wall=wall, roof=roof, edge=air.edge, side=air.side, lights=air.windows, snow=air.surface(white, depth, 0.8) if white else None, timber=random.random() < 0.4)  # fmt: skip
            chimneys.append((x - period / 2, y - width * 1.02))
            for _ in range(3):
                undergrowth.bush(canvas, x + random.choice((-1, 1)) * width * random.uniform(0.45, 0.65), y + 3, width * random.uniform(0.10, 0.18), air.surface(hexed("#5a7f48"), depth, 0.4), random, light=air.surface(white, depth, 0.8) if white else air.edge, side=air.side)  # fmt: skip

    stage.bake(depth, base - widths[1] * grow * 1.25, base + 16, draw, period=period)
    rising(stage, depth, chimneys[: max(1, smoke // 2)], period)


def rising(stage: Set, depth: float, places: list[tuple[float, float]], period: float) -> None:
    """Smoke that leaves chimneys and leans with the wind."""
    tone = mix(stage.air.haze, stage.air.surface((0.9, 0.9, 0.95), depth, 0.6), 0.5)
    wind = max(-60.0, min(60.0, stage.air.wind)) * 0.35
    size = 30 * depth + 4

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for index, (x, y) in enumerate(places):
            if abs(x) > view.width * 0.75:
                continue
            for puff in range(7):
                life = (t * 0.16 + puff / 7 + index * 0.37) % 1.0
                across, down, scale = view.place(
                    x + wind * life * 3 + math.sin(t + puff) * 3 * depth, y - life * 150 * depth, depth
                )
                radius = size * (0.25 + life) * scale
                canvas.drawCircle(
                    across,
                    down,
                    radius,
                    solid(tone, 0.30 * math.sin(math.pi * min(1.0, life * 1.1)) ** 1.2, radius * 0.55),
                )

    stage.add(depth + 0.001, draw)


def church(stage: Set, depth: float, white: Rgb | None) -> None:
    air, frame = stage.air, stage.framing
    grow = 1.5 * stage.near(depth)
    x0 = -air.side * frame.width * 0.20
    wall, roof = air.surface(hexed("#e2d9c8"), depth, 0.6), air.surface(hexed("#5f5a66"), depth, 0.5)
    if white is not None:
        roof = air.surface(white, depth, 0.6)

    def draw(canvas: Canvas, period: float) -> None:
        canvas.translate(period / 2 + x0, -14)
        canvas.scale(grow, grow)
        tower = skia.Path()
        tower.moveTo(-9, 6)
        tower.lineTo(-9, -44)
        tower.lineTo(9, -44)
        tower.lineTo(9, 6)
        tower.close()
        spire = skia.Path()
        spire.moveTo(-11, -43)
        spire.lineTo(0, -86)
        spire.lineTo(11, -43)
        spire.close()
        nave = skia.Path()
        nave.moveTo(9, 6)
        nave.lineTo(9, -22)
        nave.lineTo(46, -22)
        nave.lineTo(46, 6)
        nave.close()
        top = skia.Path()
        top.moveTo(6, -20)
        top.lineTo(14, -38)
        top.lineTo(44, -38)
        top.lineTo(50, -20)
        top.close()
        canvas.drawPath(nave, solid(times(wall, 0.88)))
        canvas.drawPath(top, solid(roof))
        canvas.drawPath(tower, solid(wall))
        canvas.drawRect(skia.Rect.MakeXYWH(-9 if air.side > 0 else 3, -44, 6, 50), solid(times(wall, 0.7)))
        canvas.drawPath(spire, solid(times(roof, 0.92)))
        glow = buildings.WARM[0] if air.windows > 0.2 else times(wall, 0.4)
        for x in (16, 26, 36):
            canvas.drawRoundRect(skia.Rect.MakeXYWH(x, -16, 4, 12), 2, 2, solid(glow))
        canvas.drawRoundRect(skia.Rect.MakeXYWH(-3, -36, 6, 10), 3, 3, solid(times(wall, 0.35)))
        canvas.drawLine(0, -86, 0, -94, stroke(roof, 1.2))
        canvas.drawLine(-3, -91, 3, -91, stroke(roof, 1.2))

    stage.bake(depth, -14 - 100 * grow, 6, draw, period=max(frame.width, 900) * 2.2)


def fence(stage: Set, depth: float, white: Rgb | None) -> None:
    air = stage.air
    foot = stage.ground_y(depth)
    wood = air.surface(hexed("#a08466"), depth, 0.55)
    cap = air.surface(white, depth, 0.8) if white is not None else mix(wood, air.edge, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(780)
        count = round(period / 74)
        for index in range(count):
            if index % 11 in (5, 6):
                continue
            x = index * period / count
            height = random.uniform(40, 48)
            lean = random.uniform(-2, 2)
            for y in (0.78, 0.42):
                canvas.drawLine(
                    x,
                    foot - height * y,
                    x + period / count,
                    foot - height * y + random.uniform(-3, 3),
                    stroke(times(wood, 0.82), 5),
                )
                canvas.drawLine(
                    x, foot - height * y - 2, x + period / count, foot - height * y - 2, stroke(cap, 1.4, 0.8)
                )
            canvas.drawLine(x, foot + 3, x + lean, foot - height, stroke(wood, 7.5))
            canvas.drawLine(
                x + lean + air.side * 2.4,
                foot - height + 2,
                x + air.side * 2.4,
                foot,
                stroke(mix(wood, air.edge, 0.4), 1.6),
            )

    stage.bake(depth, foot - 60, foot + 6, draw, period=74.0 * round(stage.period(depth) / 74))
