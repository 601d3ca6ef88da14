"""Ruins: a broken temple, columns that stand and columns that fell, ivy, steps, old trees."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, hills, mist, seasons, sky, swells, undergrowth
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import meadow

STONE, MOSS = hexed("#cbb894"), hexed("#6f8a46")


def build(stage: Set) -> None:
    season = seasons.of(stage)
    grass, leaf, white = mix(season.grass, hexed("#a89a5c"), 0.35), season.leaf, season.white
    sky.hang(stage)
    hills.ridge(stage, 0.08, 160, hexed("#7d8a94"), waves=4, salt=100, rough=0.8, snow=white, snow_from=0.4)
    meadow.hill(stage, 0.14, 100, mix(grass, hexed("#5f8a5a"), 0.5), 1800, leaf, white)
    colonnade(stage, 0.24, 1801)
    mist.band(stage, 0.27, -100, 30, strength=0.48, salt=131)
    ground.lay(stage, mix(grass, STONE, 0.25), mix(STONE, grass, 0.25), contrast=0.75, cell=120, patches=0.55)
    temple(stage, 0.40)
    meadow.trees(stage, 0.46, 3, leaf, white, 1802, clearing=0.4)
    columns(stage, 0.62, 5, 1803, clearing=0.30)
    swells.bank(stage, 0.70, 14, grass, 1804, tufts=white is None)
    drums(stage, 0.78, 8, 1805, clearing=0.42)
    swells.tufts(
        stage,
        0.88,
        grass,
        1806,
        count=52,
        heights=(12, 32),
        flowers=meadow.FLOWERS if season.blooms else (),
    )
    if stage.plan.weather in ("clear", "cloudy") and stage.plan.time in ("golden", "dawn"):
        sky.beams(stage, 0.55, 0.36)
    foreground(stage, leaf)


def column(
    canvas: Canvas,
    x: float,
    foot: float,
    wide: float,
    high: float,
    tone: Rgb,
    stage: Set,
    random: Random,
    *,
    broken: bool,
) -> None:
    """A fluted column on its base; a broken one ends in a jagged edge."""
    air, side = stage.air, stage.air.side
    half = wide / 2
    canvas.drawOval(
        skia.Rect.MakeXYWH(x - wide, foot - wide * 0.10, wide * 2, wide * 0.3), solid(air.shadow, 0.4, wide * 0.06)
    )
    shaft = skia.Path()
    shaft.moveTo(x - half, foot)
    top = foot - high
    if broken:
        shaft.lineTo(x - half * 0.9, top + wide * random.uniform(0.0, 0.5))
        shaft.lineTo(x - half * 0.35, top + wide * random.uniform(-0.3, 0.2))
        shaft.lineTo(x + half * 0.15, top + wide * random.uniform(0.1, 0.7))
        shaft.lineTo(x + half * 0.9, top + wide * random.uniform(-0.2, 0.5))
    else:
        shaft.lineTo(x - half * 0.84, top)
        shaft.lineTo(x + half * 0.84, top)
    shaft.lineTo(x + half, foot)
    shaft.close()
    tones = [times(tone, 0.48), times(tone, 0.86), mix(tone, air.edge, 0.28), times(tone, 0.9)]
    canvas.drawPath(shaft, linear((x - side * half, 0), (x + side * half, 0), tones, [0, 0.5, 0.84, 1]))
    canvas.save()
    canvas.clipPath(shaft, True)
    for index in range(6):
        at = x + math.sin((index - 2.5) / 6 * math.pi) * half
        canvas.drawLine(at, top - wide, at, foot, stroke(times(tone, 0.45), max(0.7, wide * 0.035), 0.6))
    for _ in range(3):
        y = foot - high * random.uniform(0.1, 0.95)
        canvas.drawLine(x - half, y, x + half, y, stroke(times(tone, 0.5), max(0.7, wide * 0.02), 0.55))
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - half, foot - high * 0.14, x + half, foot),
        linear((0, foot - high * 0.14), (0, foot), [MOSS, stage.air.surface(MOSS, 0.6, 0.4)], None, [0.0, 0.5]),
    )
    canvas.restore()
    for low, reach in ((0.0, 1.34), (0.16, 1.16)):
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x - half * reach, foot - wide * (low + 0.18), x + half * reach, foot - wide * low),
            2,
            2,
            linear((x - side * half, 0), (x + side * half, 0), tones, [0, 0.5, 0.84, 1]),
        )
    if not broken:
        for low, reach in ((0.0, 1.1), (0.18, 1.42)):
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(x - half * reach, top - wide * (low + 0.2), x + half * reach, top - wide * low),
                2,
                2,
                linear((x - side * half, 0), (x + side * half, 0), tones, [0, 0.5, 0.84, 1]),
            )
    if random.random() < 0.6:
        ivy(canvas, x - side * half * 0.5, foot, high * random.uniform(0.35, 0.8), wide, stage, random)


def ivy(canvas: Canvas, x: float, foot: float, high: float, wide: float, stage: Set, random: Random) -> None:
    """Ivy that climbs: leaves along a wavering stem."""
    green = stage.air.surface(hexed("#4f7f3c"), 0.6, 0.5)
    for index in range(int(high / max(3.0, wide * 0.11))):
        y = foot - index * wide * 0.11
        at = x + math.sin(index * 0.5) * wide * 0.20 + random.uniform(-0.12, 0.12) * wide
        size = wide * random.uniform(0.06, 0.12)
        canvas.drawCircle(at, y, size, solid(times(green, random.uniform(0.6, 1.15))))


def columns(stage: Set, depth: float, count: int, salt: int, *, clearing: float) -> None:
    frame, air = stage.framing, stage.air
    foot = stage.ground_y(depth)
    tall = frame.tall * stage.near(depth) * depth
    tone = air.surface(STONE, depth, 0.6)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        number = max(2, round(count * period / 1900))
        for index in range(number):
            x = (index + random.uniform(0.2, 0.8)) / number * period
            off = (x - period / 2) / (frame.width / 2)
            if abs(off) < clearing:
                x += math.copysign(frame.width * clearing * 0.7, off)
            broken = random.random() < 0.6
            high = random.uniform(150, 330) if broken else random.uniform(330, 400)
            column(canvas, x, foot + random.uniform(-3, 6), 70 * tall, high * tall, tone, stage, random, broken=broken)

    stage.bake(depth, foot - 470 * tall, foot + 16, draw)


def colonnade(stage: Set, depth: float, salt: int) -> None:
    """A far row of columns with what is left of their beam."""
    air = stage.air
    tall = stage.framing.tall * stage.near(depth)
    tone = air.surface(STONE, depth, 0.55)
    foot = 8.0

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for group in range(max(2, round(3 * period / 1900))):
            start = (group + random.uniform(0.1, 0.5)) * 1900 / 3
            number = int(random.integers(3, 7))
            for index in range(number):
                column(
                    canvas,
                    start + index * 42,
                    foot,
                    15 * tall,
                    (random.uniform(34, 74) if random.random() < 0.4 else 88) * tall,
                    tone,
                    stage,
                    random,
                    broken=random.random() < 0.4,
                )
            canvas.drawRect(
                skia.Rect.MakeXYWH(start - 14, foot - 100 * tall, 42 * (number - 2) + 18, 12 * tall),
                solid(times(tone, 0.95)),
            )

    stage.bake(depth, foot - 130 * tall, foot + 10, draw)


def temple(stage: Set, depth: float) -> None:
    """A temple front on its steps: six columns, one of them broken, half of the gable fallen."""
    frame, air, side = stage.framing, stage.air, stage.air.side
    foot = stage.ground_y(depth)
    m = min(9.4 * stage.near(depth) * frame.tall, (frame.horizon + foot) / 34)
    tone = air.surface(STONE, depth, 0.62)
    dark = air.surface(times(STONE, 0.35), depth, 0.2)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(1810)
        x = period / 2 - side * frame.width * 0.10
        for step in range(4):
            wide = (21.5 - step * 0.9) * m
            y = foot - step * 0.9 * m
            canvas.drawRect(
                skia.Rect.MakeLTRB(x - wide, y - 0.9 * m, x + wide, y),
                linear((0, y - 0.9 * m), (0, y), [mix(tone, air.edge, 0.25), times(tone, 0.68)]),
            )
        base = foot - 3.6 * m
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - 16 * m, base - 14 * m, x + 16 * m, base),
            linear((0, base - 14 * m), (0, base), [times(dark, 0.7), dark]),
        )
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x - 3 * m, base - 10 * m, x + 3 * m, base),
            m,
            m,
            solid(mix(times(dark, 0.4), hexed("#ff9a40"), 0.35 * air.windows)),
        )
        for index in range(6):
            at = x + (index - 2.5) * 6.4 * m
            column(canvas, at, base, 2.7 * m, (8.0 if index == 4 else 14.0) * m, tone, stage, random, broken=index == 4)
        beam = skia.Path()
        beam.moveTo(x - 18.6 * m, base - 15.2 * m)
        beam.lineTo(x + 8.4 * m, base - 15.2 * m)
        beam.lineTo(x + 9.6 * m, base - 16.4 * m)
        beam.lineTo(x + 8.8 * m, base - 17.8 * m)
        beam.lineTo(x + 2.2 * m, base - 23.2 * m)
        beam.lineTo(x + 0.8 * m, base - 22.4 * m)
        beam.lineTo(x - 0.6 * m, base - 24.0 * m)
        beam.lineTo(x - 18.6 * m, base - 18.2 * m)
        beam.close()
        canvas.drawPath(
            beam, linear((0, base - 24 * m), (0, base - 15 * m), [mix(tone, air.edge, 0.22), times(tone, 0.78)])
        )
        canvas.drawLine(
            x - 18 * m, base - 17.6 * m, x + 8.6 * m, base - 17.6 * m, stroke(times(tone, 0.5), 0.4 * m, 0.8)
        )
        for index in range(6):
            ivy(canvas, x + (-15 + index * 5) * m, base - 12 * m, random.uniform(3, 6) * m, 3 * m, stage, random)
        for _ in range(9):
            undergrowth.bush(
                canvas,
                x + random.uniform(-22, 22) * m,
                foot + 3,
                random.uniform(1.2, 2.6) * m,
                air.surface(MOSS, depth, 0.5),
                random,
                light=air.edge,
                side=side,
            )

    stage.bake(depth, foot - 31 * m, foot + 14, draw, period=max(stage.period(depth), 50 * m))


def drums(stage: Set, depth: float, count: int, salt: int, *, clearing: float) -> None:
    """Drums of fallen columns and blocks in the grass."""
    frame, air = stage.framing, stage.air
    foot = stage.ground_y(depth)
    tone = air.surface(STONE, depth, 0.55)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for _ in range(round(count * period / 1900)):
            x = random.uniform(0, period)
            if abs(x - period / 2) / (frame.width / 2) < clearing:
                continue
            if random.random() < 0.5:
                undergrowth.stone(
                    canvas,
                    x,
                    foot + 4,
                    random.uniform(50, 110) * depth,
                    tone,
                    random,
                    light=mix(air.edge, tone, 0.4),
                    side=air.side,
                    cap=air.surface(MOSS, depth, 0.6),
                )
                continue
            long, wide = random.uniform(70, 130) * depth, 58 * depth
            body = skia.Rect.MakeXYWH(x, foot - wide + 6, long, wide)
            canvas.drawOval(skia.Rect.MakeXYWH(x - 12, foot - 4, long + 30, 16), solid(air.shadow, 0.45, 4))
            canvas.drawRect(
                body, linear((0, foot - wide), (0, foot), [mix(tone, air.edge, 0.3), tone, times(tone, 0.5)])
            )
            for index in range(4):
                y = foot - wide * (0.2 + index * 0.2)
                canvas.drawLine(x, y, x + long, y, stroke(times(tone, 0.5), 1.4, 0.6))
            for at, shade in ((x, 0.85), (x + long, 1.05)):
                canvas.drawOval(
                    skia.Rect.MakeXYWH(at - wide * 0.26, foot - wide + 6, wide * 0.52, wide), solid(times(tone, shade))
                )
            canvas.drawOval(
                skia.Rect.MakeXYWH(x + long - wide * 0.14, foot - wide * 0.72, wide * 0.28, wide * 0.54),
                stroke(times(tone, 0.6), 1.6),
            )

    stage.bake(depth, foot - 110 * depth, foot + 16, draw)


def foreground(stage: Set, leaf: Rgb) -> None:
    """A dark column at one edge and leaves at the other."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 80
    dark = mix(times(air.surface(STONE, 1.0, 0.1), 0.34), air.shadow, 0.35)
    green = mix(times(air.surface(leaf, 1.0, 0.1), 0.4), air.shadow, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(1830)
        side = air.side
        column(
            canvas,
            period / 2 - side * frame.width * 0.60,
            foot,
            180,
            frame.height * 1.6,
            dark,
            stage,
            random,
            broken=False,
        )
        for _ in range(8):
            x = period / 2 + side * frame.width * random.uniform(0.48, 0.66)
            undergrowth.grass(
                canvas,
                x,
                foot,
                random.uniform(120, 220),
                times(green, 0.7),
                mix(green, air.edge, 0.3),
                random,
                blades=8,
            )

    stage.bake(1.5, -frame.horizon * 1.2, foot + 5, draw, order=2.0, period=frame.width * 2.3)
