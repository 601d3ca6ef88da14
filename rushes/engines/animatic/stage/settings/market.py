"""A market: rows of stalls under striped awnings, heaps of fruit and spice, sacks, lanterns, old houses behind."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.puffs import Puff
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import cottages, ground, mist, sky
from rushes.engines.animatic.stage.set import Random, Set

CLOTHS = ("#c8453c", "#e0a038", "#3f7f8c", "#5f8a4a", "#8a4a8c", "#d8743c")
WARES = ("#e0502c", "#f0b030", "#8ab03c", "#c8303c", "#e88a2c", "#7a3f8a", "#f2d24a", "#b5672c")
STONE = hexed("#b59a7c")


def build(stage: Set) -> None:
    sky.hang(stage)
    cottages.houses(stage, 0.20, 20, (60, 96), 6, 11, None, foot=12)
    cottages.houses(stage, 0.29, 14, (120, 180), 5, 12, None, foot=16)
    mist.band(stage, 0.28, -60, 30, strength=0.30, salt=131)
    ground.lay(stage, STONE, times(STONE, 0.86), contrast=0.6, cell=90, patches=0.5, marks=None)
    stalls(stage, 0.40, 7, 1601)
    stalls(stage, 0.60, 5, 1602)
    sacks(stage, 0.72, 9, 1603, clearing=0.34)
    bunting(stage)
    foreground(stage)


def stalls(stage: Set, depth: float, count: int, salt: int) -> None:
    """A row of stalls at one depth, each with wares of its own; their lamps are on in the dark."""
    frame, air = stage.framing, stage.air
    foot = stage.ground_y(depth)
    size = depth * 1.75 * stage.near(depth)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        number = max(3, round(count * period / 1900))
        for index in range(number):
            x = (index + random.uniform(0.35, 0.65)) / number * period
            _stall(canvas, x, foot + random.uniform(-3, 4), size * random.uniform(0.92, 1.08), stage, depth, random)

    stage.bake(depth, foot - 330 * size, foot + 16, draw)
    del frame, air


def _stall(canvas: Canvas, x: float, foot: float, size: float, stage: Set, depth: float, random: Random) -> None:
    air = stage.air
    cloth = air.surface(hexed(CLOTHS[int(random.integers(len(CLOTHS)))]), depth, 0.7)
    pale = air.surface(hexed("#f4ead4"), depth, 0.75)
    wood = air.surface(hexed("#8a6240"), depth, 0.5)
    wide, table, roof = 118 * size, foot - 74 * size, foot - 200 * size
    canvas.drawOval(skia.Rect.MakeXYWH(x - wide * 1.1, foot - 6, wide * 2.2, 18 * size), solid(air.shadow, 0.4, 5))
    back = skia.Rect.MakeLTRB(x - wide, roof + 10 * size, x + wide, foot)
    canvas.drawRect(back, linear((0, roof), (0, foot), [times(wood, 0.30), times(wood, 0.5)]))
    if air.windows > 0.2:
        canvas.drawRect(
            back, linear((0, roof), (0, table), [hexed("#ffb860"), hexed("#ffb860")], None, [0.75 * air.windows, 0.10])
        )
    for row in range(2):
        for step in range(7):
            tone = air.surface(hexed(WARES[int(random.integers(len(WARES)))]), depth, 0.45)
            at = x - wide * 0.86 + step * wide * 0.29
            canvas.drawCircle(at, roof + (50 + 26 * row) * size, 10 * size, solid(tone))
            canvas.drawLine(
                at, roof + 14 * size, at, roof + (42 + 26 * row) * size, stroke(times(wood, 0.6), 1.4 * size)
            )
    for way in (-1, 1):
        canvas.drawLine(x + way * wide, roof, x + way * wide, foot, stroke(wood, 7 * size))
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - wide * 1.04, table, x + wide * 1.04, foot),
        linear((0, table), (0, foot), [mix(cloth, pale, 0.12), times(cloth, 0.6)]),
    )
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - wide * 1.08, table - 7 * size, x + wide * 1.08, table + 6 * size),
        solid(mix(wood, air.edge, 0.25)),
    )
    for step in range(4):
        _heap(
            canvas,
            x - wide * 0.76 + step * wide * 0.51,
            table - 6 * size,
            27 * size,
            air.surface(hexed(WARES[int(random.integers(len(WARES)))]), depth, 0.7),
            air.edge,
            random,
        )
    _awning(canvas, x, roof, wide * 1.22, 52 * size, cloth, pale)


def _heap(canvas: Canvas, x: float, foot: float, size: float, tone: Rgb, light: Rgb, random: Random) -> None:
    """Fruit in a pyramid, or a cone of spice in a bowl."""
    if random.random() < 0.35:
        cone = skia.Path()
        cone.moveTo(x - size * 0.8, foot - size * 0.3)
        cone.quadTo(x - size * 0.2, foot - size * 0.8, x, foot - size * 1.5)
        cone.quadTo(x + size * 0.2, foot - size * 0.8, x + size * 0.8, foot - size * 0.3)
        cone.close()
        canvas.drawPath(cone, linear((x - size, 0), (x + size, 0), [times(tone, 0.7), tone, mix(tone, light, 0.3)]))
        canvas.drawRoundRect(
            skia.Rect.MakeXYWH(x - size * 0.86, foot - size * 0.4, size * 1.72, size * 0.42),
            3,
            3,
            solid(times(tone, 0.45)),
        )
        return
    for row in range(3):
        for step in range(4 - row):
            at = x + (step - (3 - row) / 2) * size * 0.5
            canvas.drawCircle(
                at,
                foot - size * (0.24 + 0.40 * row),
                size * 0.29,
                linear((at - size * 0.3, 0), (at + size * 0.3, 0), [times(tone, 0.72), mix(tone, light, 0.25)]),
            )


def _awning(canvas: Canvas, x: float, top: float, half: float, drop: float, cloth: Rgb, pale: Rgb) -> None:
    """Striped cloth with a scalloped edge."""
    stripes = 8
    for index in range(stripes):
        u0, u1 = -1 + 2 * index / stripes, -1 + 2 * (index + 1) / stripes
        tone = cloth if index % 2 else pale
        stripe = skia.Path()
        stripe.moveTo(x + u0 * half * 0.84, top - drop * 0.7)
        stripe.lineTo(x + u1 * half * 0.84, top - drop * 0.7)
        stripe.lineTo(x + u1 * half, top + drop * 0.3)
        stripe.quadTo(x + (u0 + u1) / 2 * half, top + drop * 0.72, x + u0 * half, top + drop * 0.3)
        stripe.close()
        canvas.drawPath(
            stripe,
            linear((0, top - drop * 0.7), (0, top + drop * 0.6), [mix(tone, (1, 1, 1), 0.12), times(tone, 0.72)]),
        )


def sacks(stage: Set, depth: float, count: int, salt: int, *, clearing: float) -> None:
    """Open sacks, baskets and jars on the ground."""
    frame, air = stage.framing, stage.air
    foot = stage.ground_y(depth)
    jute = air.surface(hexed("#c2a172"), depth, 0.6)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for _ in range(round(count * 2 * period / 1900)):
            x = random.uniform(0, period)
            if abs(x - period / 2) / (frame.width / 2) < clearing:
                continue
            size = random.uniform(30, 46) * depth * stage.near(depth)
            tone = air.surface(hexed(WARES[int(random.integers(len(WARES)))]), depth, 0.75)
            y = foot + random.uniform(-4, 8)
            canvas.drawOval(
                skia.Rect.MakeXYWH(x - size * 1.1, y - size * 0.2, size * 2.4, size * 0.5), solid(air.shadow, 0.4, 4)
            )
            body = skia.Path()
            body.moveTo(x - size * 0.72, y - size * 1.15)
            body.cubicTo(x - size * 1.15, y - size * 0.5, x - size * 0.9, y, x - size * 0.6, y)
            body.lineTo(x + size * 0.6, y)
            body.cubicTo(x + size * 0.9, y, x + size * 1.15, y - size * 0.5, x + size * 0.72, y - size * 1.15)
            body.close()
            canvas.drawPath(
                body,
                linear(
                    (x - air.side * size, 0),
                    (x + air.side * size, 0),
                    [times(jute, 0.6), jute, mix(jute, air.edge, 0.3)],
                ),
            )
            dome = skia.Rect.MakeXYWH(x - size * 0.70, y - size * 1.55, size * 1.40, size * 0.75)
            canvas.drawOval(dome, linear((x - size, 0), (x + size, 0), [times(tone, 0.75), mix(tone, air.edge, 0.2)]))
            canvas.drawOval(
                skia.Rect.MakeXYWH(x - size * 0.76, y - size * 1.24, size * 1.52, size * 0.26),
                stroke(times(jute, 0.8), size * 0.14),
            )

    stage.bake(depth, foot - 110 * depth, foot + 18, draw)


def bunting(stage: Set) -> None:
    """Strings of small flags across the street, moving in the air; lanterns among them in the dark."""
    frame, air = stage.framing, stage.air
    strings = ((0.50, -frame.horizon * 0.62, 46.0, 0.0), (0.74, -frame.horizon * 0.80, 70.0, 1.3))
    light = Puff((1.0, 0.72, 0.36), 0.46)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for depth, y, sag, phase in strings:
            span = frame.width * 1.7
            points = [
                view.place((u / 30 - 0.5) * span, y + sag * math.sin(math.pi * ((u / 10) % 1.0)), depth)
                for u in range(31)
            ]
            line = skia.Path()
            line.moveTo(points[0][0], points[0][1])
            for px, py, _ in points[1:]:
                line.lineTo(px, py)
            canvas.drawPath(line, stroke(mix((0.25, 0.2, 0.18), air.haze, air.veil(depth) * 0.5), 1.3 * view.scale))
            for index, (px, py, scale) in enumerate(points):
                tone = air.surface(hexed(CLOTHS[index % len(CLOTHS)]), depth, 0.75)
                size = 15 * depth * scale
                flag = skia.Path()
                swing = size * 0.4 * math.sin(t * 2.1 + index * 0.9 + phase)
                flag.moveTo(px - size * 0.8, py)
                flag.lineTo(px + size * 0.8, py)
                flag.lineTo(px + swing, py + size * 2.0)
                flag.close()
                canvas.drawPath(flag, solid(tone))
                if air.windows > 0.3 and index % 5 == 2:
                    light.lay(picture, px, py + size * 1.6, size * 2.6, 0.26 * air.windows)
                    canvas.drawCircle(px, py + size * 1.6, size * 0.8, solid((1.0, 0.86, 0.58)))

    stage.add(0.66, draw)


def foreground(stage: Set) -> None:
    """The corner of a near stall, out of focus."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    cloth = mix(times(air.surface(hexed(CLOTHS[stage.seed(1) % len(CLOTHS)]), 1.0, 0.2), 0.6), air.shadow, 0.2)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(1620)
        x = period / 2 - air.side * frame.width * 0.58
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - 230, foot - 150, x + 230, foot + 5),
            linear((0, foot - 150), (0, foot), [mix(cloth, air.edge, 0.3), times(cloth, 0.6)]),
        )
        for index in range(5):
            tone = times(air.surface(hexed(WARES[int(random.integers(len(WARES)))]), 1.0, 0.5), 0.8)
            _heap(canvas, x - 190 + index * 95, foot - 148, 66, tone, air.edge, random)

    stage.bake(1.5, foot - 270, foot + 5, draw, order=2.0, period=frame.width * 2.3)
