"""Before a castle: walls with battlements, round towers with pointed roofs, a gate with its bridge, banners in the wind."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import ground, hills, mist, seasons, sky, swells, undergrowth
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import meadow, pine_forest

STONE = hexed("#b3a793")
ROOFS = ("#3f5f8f", "#8f3f44", "#3f6f5a", "#6a4a80")
BANNERS = ("#c8343c", "#e0b030", "#2f5fa8", "#6a3f8a")
DEPTH = 0.40


def build(stage: Set) -> None:
    season = seasons.of(stage)
    grass, leaf, white = season.grass, season.leaf, season.white
    sky.hang(stage)
    hills.ridge(
        stage,
        0.07,
        210,
        hexed("#76849c"),
        waves=4,
        salt=100,
        snow=hexed("#f1f5ff"),
        snow_from=0.5 if white is None else 0.25,
    )
    meadow.hill(stage, 0.13, 110, mix(grass, hexed("#5f8a5a"), 0.5), 1700, leaf, white)
    pine_forest.stand(stage, 0.20, (50, 96), 80, white, 1701, base=4)
    mist.band(stage, 0.26, -80, 26, strength=0.50, salt=131)
    path = hexed("#c2aa80") if white is None else hexed("#c4cbe4")
    ground.lay(stage, grass, mix(grass, path, 0.8), contrast=0.75, cell=160, patches=0.4)
    side = -stage.air.side
    middle = side * stage.framing.width * 0.06
    tint = int(stage.random(1702).integers(len(ROOFS)))
    keep(stage, middle, hexed(ROOFS[tint]), white)
    banners(stage, middle, hexed(BANNERS[tint]))
    meadow.trees(stage, 0.52, 2, leaf, white, 1703, clearing=0.62)
    swells.bank(stage, 0.64, 18, grass, 1704, tufts=white is None)
    wall_stones(stage, 0.74)
    flowers = meadow.FLOWERS if season.blooms else ()
    swells.tufts(stage, 0.86, grass, 1705, count=50, heights=(12, 30), flowers=flowers)
    meadow.foreground(stage, grass, flowers)


def size_of(stage: Set) -> float:
    """Units that stand for a metre of the castle: it fits under the frame's upper edge."""
    frame = stage.framing
    return min(11.5 * stage.near(DEPTH) * frame.tall, (frame.horizon + stage.ground_y(DEPTH)) / 38)


def keep(stage: Set, middle: float, roof: Rgb, white: Rgb | None) -> None:
    """The castle itself."""
    air = stage.air
    foot, m = stage.ground_y(DEPTH), size_of(stage)
    stone = air.surface(STONE, DEPTH, 0.55)
    top = air.surface(roof, DEPTH, 0.6)
    snow = air.surface(white, DEPTH, 0.85) if white is not None else None

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(1710)
        x = period / 2 + middle
        canvas.drawOval(skia.Rect.MakeXYWH(x - 27 * m, foot - m, 54 * m, 4 * m), solid(air.shadow, 0.4, 6))
        for at, wide, high in ((-9.5, 5.4, 25.0), (8.0, 6.4, 29.5), (0.0, 8.6, 22.0)):
            tower(canvas, x + at * m, foot, wide * m, high * m, stone, top, stage, random, snow)
        wall(canvas, x - 22 * m, x + 22 * m, foot, 11.0 * m, m, stone, stage, random, snow)
        for at, wide, high in ((-22.0, 6.6, 17.0), (22.0, 6.6, 18.0)):
            tower(canvas, x + at * m, foot, wide * m, high * m, stone, top, stage, random, snow)
        for way in (-1, 1):
            tower(canvas, x + way * 5.6 * m, foot, 4.4 * m, 15.0 * m, stone, top, stage, random, snow)
        _gate(canvas, x, foot, m, stone, stage)

    stage.bake(DEPTH, foot - 42 * m, foot + 3 * m, draw, period=max(stage.period(DEPTH), 56 * m))


def _blocks(canvas: Canvas, box: skia.Rect, m: float, tone: Rgb, random: Random) -> None:
    """A few stones that stand out of the wall."""
    for _ in range(int(box.width() * box.height() / (m * m) / 9)):
        x, y = random.uniform(box.left() + m * 0.4, box.right() - m), random.uniform(box.top() + m, box.bottom() - m)
        canvas.drawRoundRect(
            skia.Rect.MakeXYWH(x, y, m * random.uniform(0.6, 1.2), m * 0.5),
            1,
            1,
            solid(times(tone, random.uniform(0.78, 1.1)), 0.55),
        )


def wall(canvas: Canvas, left: float, right: float, foot: float, high: float, m: float, stone: Rgb, stage: Set, random: Random, snow: Rgb | None) -> None:  # fmt: skip
    body = skia.Rect.MakeLTRB(left, foot - high, right, foot + m)
    canvas.drawRect(body, linear((0, foot - high), (0, foot), [mix(stone, stage.air.edge, 0.12), times(stone, 0.70)]))
    _blocks(canvas, body, m, stone, random)
    count = round((right - left) / (2.2 * m))
    for index in range(count):
        x = left + (index + 0.15) * (right - left) / count
        tooth = skia.Rect.MakeXYWH(x, foot - high - 1.3 * m, 1.4 * m, 1.5 * m)
        canvas.drawRect(tooth, solid(mix(stone, stage.air.edge, 0.12)))
        if snow is not None:
            canvas.drawRect(skia.Rect.MakeXYWH(x - 0.1 * m, foot - high - 1.55 * m, 1.6 * m, 0.5 * m), solid(snow))
    for index in range(6):
        x = left + (index + 0.5) * (right - left) / 6
        canvas.drawRoundRect(
            skia.Rect.MakeXYWH(x - 0.22 * m, foot - high * 0.62, 0.45 * m, 1.9 * m), 2, 2, solid(times(stone, 0.28))
        )


def tower(canvas: Canvas, x: float, foot: float, wide: float, high: float, stone: Rgb, roof: Rgb, stage: Set, random: Random, snow: Rgb | None) -> None:  # fmt: skip
    """A round tower: shaded across, a parapet, a pointed roof, windows that are lit in the dark."""
    air = stage.air
    side, half = air.side, wide / 2
    m = wide / 6
    tones = [times(stone, 0.55), times(stone, 0.92), mix(stone, air.edge, 0.30), times(stone, 0.88)]
    across = linear((x - side * half, 0), (x + side * half, 0), tones, [0.0, 0.5, 0.82, 1.0])
    body = skia.Rect.MakeLTRB(x - half, foot - high, x + half, foot + m)
    canvas.drawRect(body, across)
    _blocks(canvas, body, m, stone, random)
    crown = skia.Rect.MakeLTRB(x - half * 1.18, foot - high - 1.4 * m, x + half * 1.18, foot - high + 0.7 * m)
    canvas.drawRect(crown, across)
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - half * 1.18, foot - high + 0.5 * m, x + half * 1.18, foot - high + 1.0 * m),
        solid(times(stone, 0.4), 0.6),
    )
    point = foot - high - 1.2 * m - wide * 1.05
    cone = skia.Path()
    cone.moveTo(x - half * 1.38, foot - high - 1.2 * m)
    cone.quadTo(x - half * 0.5, foot - high - 1.2 * m - wide * 0.36, x, point)
    cone.quadTo(x + half * 0.5, foot - high - 1.2 * m - wide * 0.36, x + half * 1.38, foot - high - 1.2 * m)
    cone.quadTo(x, foot - high - 0.6 * m, x - half * 1.38, foot - high - 1.2 * m)
    cone.close()
    cover = snow if snow is not None else roof
    canvas.drawPath(
        cone,
        linear(
            (x - side * half, 0),
            (x + side * half, 0),
            [times(cover, 0.55), cover, mix(cover, air.edge, 0.4)],
            [0, 0.6, 1],
        ),
    )
    canvas.drawCircle(x, point, 0.26 * m, solid(hexed("#e8c860")))
    for index in range(max(1, int(high / wide))):
        y = foot - high + (1.9 + index * 5.2) * m
        if y > foot - 3 * m:
            break
        lit = random.random() < 0.15 + air.windows
        pane = skia.Rect.MakeXYWH(x - 0.55 * m, y, 1.1 * m, 2.1 * m)
        canvas.drawRoundRect(
            pane, 0.55 * m, 0.55 * m, solid(hexed("#ffd07a") if lit and air.windows > 0.1 else times(stone, 0.25))
        )


def _gate(canvas: Canvas, x: float, foot: float, m: float, stone: Rgb, stage: Set) -> None:
    """An arch with a raised portcullis, and planks before it."""
    arch = skia.Path()
    arch.moveTo(x - 3.0 * m, foot + m)
    arch.lineTo(x - 3.0 * m, foot - 4.4 * m)
    arch.cubicTo(x - 3.0 * m, foot - 8.6 * m, x + 3.0 * m, foot - 8.6 * m, x + 3.0 * m, foot - 4.4 * m)
    arch.lineTo(x + 3.0 * m, foot + m)
    arch.close()
    canvas.drawPath(arch, stroke(times(stone, 0.8), 1.1 * m))
    warm = mix(times(stone, 0.12), hexed("#ff9a40"), 0.30 * stage.air.windows)
    canvas.drawPath(arch, linear((0, foot - 7 * m), (0, foot), [times(warm, 0.5), warm]))
    canvas.save()
    canvas.clipPath(arch, True)
    bar = stroke(hexed("#3a332e"), 0.28 * m)
    for index in range(7):
        at = x - 3 * m + index * m
        canvas.drawLine(at, foot - 9 * m, at, foot - 4.7 * m, bar)
    for index in range(3):
        canvas.drawLine(x - 3 * m, foot - (5.2 + index) * m, x + 3 * m, foot - (5.2 + index) * m, bar)
    canvas.restore()


def banners(stage: Set, middle: float, cloth: Rgb) -> None:
    """Long banners beside the gate and pennants on the towers, in the wind."""
    air = stage.air
    foot, m = stage.ground_y(DEPTH), size_of(stage)
    tone = air.surface(cloth, DEPTH, 0.75)
    gold = air.surface(hexed("#f0cf6a"), DEPTH, 0.8)
    gust = 1.7 if stage.plan.weather in ("wind", "storm") else 1.0
    way = 1 if air.wind > 0 else -1
    masts = [(-9.5, 25.0, 5.4), (8.0, 29.5, 6.4), (-22.0, 17.0, 6.6), (22.0, 18.0, 6.6)]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for at, high, wide in masts:
            tip = foot - (high + 0.2 * wide + wide * 1.05) * m
            px, py, scale = view.place(middle + at * m, tip, DEPTH)
            canvas.drawLine(px, py, px, py - 3.4 * m * scale, stroke((0.2, 0.17, 0.16), 0.22 * m * scale))
            flag = skia.Path()
            flag.moveTo(px, py - 3.4 * m * scale)
            for step in range(1, 7):
                u = step / 6
                wave = 0.34 * m * u * math.sin(t * 4 * gust - u * 5 + at) * scale
                flag.lineTo(px + way * u * 3.6 * m * scale, py + (-3.4 + 0.62 * u) * m * scale + wave)
            for step in range(6, -1, -1):
                u = step / 6
                wave = 0.34 * m * u * math.sin(t * 4 * gust - u * 5 + at) * scale
                flag.lineTo(px + way * u * 3.6 * m * scale, py + (-1.7 - 0.62 * u) * m * scale + wave)
            flag.close()
            canvas.drawPath(flag, solid(tone))
        for at in (-13.6, 13.6):
            px, py, scale = view.place(middle + at * m, foot - 10.2 * m, DEPTH)
            unit = m * scale
            sway = 0.25 * unit * math.sin(t * 1.4 * gust + at)
            cloth_path = skia.Path()
            cloth_path.moveTo(px - 1.3 * unit, py)
            cloth_path.lineTo(px + 1.3 * unit, py)
            cloth_path.quadTo(px + 1.3 * unit + sway * 0.4, py + 3 * unit, px + 1.3 * unit + sway, py + 6 * unit)
            cloth_path.lineTo(px + sway, py + 7.2 * unit)
            cloth_path.lineTo(px - 1.3 * unit + sway, py + 6 * unit)
            cloth_path.quadTo(px - 1.3 * unit + sway * 0.4, py + 3 * unit, px - 1.3 * unit, py)
            cloth_path.close()
            canvas.drawPath(
                cloth_path, linear((0, py), (0, py + 7 * unit), [mix(tone, air.edge, 0.2), times(tone, 0.75)])
            )
            canvas.drawCircle(px + sway * 0.4, py + 2.8 * unit, 0.72 * unit, solid(gold))

    stage.add(DEPTH + 0.002, draw)


def wall_stones(stage: Set, depth: float) -> None:
    """Mossy stones that lie about."""
    air = stage.air
    foot = stage.ground_y(depth)
    tone = air.surface(STONE, depth, 0.45)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(1720)
        for _ in range(round(9 * period / 1900)):
            x = random.uniform(0, period)
            if abs(x - period / 2) / (stage.framing.width / 2) < 0.4:
                continue
            undergrowth.stone(
                canvas,
                x,
                foot + 4,
                random.uniform(34, 80) * depth,
                tone,
                random,
                light=mix(air.edge, tone, 0.4),
                side=air.side,
                cap=air.surface(hexed("#6f8a4a"), depth, 0.6),
            )

    stage.bake(depth, foot - 80 * depth, foot + 14, draw)
