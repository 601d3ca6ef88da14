"""Furniture: a window with its curtains, pictures, a bookcase, a cupboard, a plant, a rug, an armchair."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Layer, drawn
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage.set import Random, Set


def window(canvas: Canvas, stage: Set, window: tuple[float, float, float, float], random: Random) -> None:
    """The window: the sky of the hour, roofs or trees below, curtains at its sides."""
    air = stage.air
    x, y, width, height = window
    left = x - width / 2
    box = skia.Rect.MakeXYWH(left, y, width, height)
    canvas.save()
    canvas.clipRect(box)
    stops = list(air.stops)
    canvas.drawRect(box, linear((0, y), (0, y + height), list(air.sky), stops))
    if air.sun_up > -0.5:
        sun = (x + air.side * width * 0.18, y + height * (0.82 - 0.6 * min(1.0, air.sun_up)))
        canvas.drawCircle(*sun, 70, solid(air.sun, 0.4, 34))
        canvas.drawCircle(*sun, 15, solid(air.sun))
    if air.stars > 0.3:
        for _ in range(46):
            canvas.drawCircle(
                left + random.random() * width,
                y + random.random() ** 1.4 * height,
                random.uniform(0.5, 1.3),
                solid((1, 1, 1), random.uniform(0.3, 1.0)),
            )
    far = mix(air.haze, air.surface(hexed("#4f6f62"), 0.3, 0.3), 0.6)
    for row in range(3):
        path = skia.Path()
        base = y + height * (0.74 + row * 0.09)
        path.moveTo(left, y + height)
        for step in range(25):
            path.lineTo(
                left + step * width / 24,
                base - 20 * math.sin(step * 0.7 + row * 2.2 + stage.plan.seed % 7) - random.uniform(0, 10),
            )
        path.lineTo(left + width, y + height)
        canvas.drawPath(path, solid(mix(far, air.surface(hexed("#2f4a44"), 0.6, 0.2), row * 0.4)))
        for _ in range(int(14 * air.windows)):
            canvas.drawCircle(
                left + random.random() * width, base + random.uniform(6, 24), 1.5, solid(hexed("#ffd28a"), 0.9)
            )
    canvas.restore()
    wood = hexed("#e6d3b4")
    frame = stroke(wood, 13)
    canvas.drawRect(box, frame)
    for u in (0.5,):
        canvas.drawLine(left + width * u, y, left + width * u, y + height, stroke(wood, 7))
    for v in (0.36, 0.68):
        canvas.drawLine(left, y + height * v, left + width, y + height * v, stroke(wood, 6))
    canvas.drawRect(
        skia.Rect.MakeXYWH(left - 22, y + height + 5, width + 44, 15),
        linear((0, y + height), (0, y + height + 20), [mix(wood, (1, 1, 1), 0.4), times(wood, 0.6)]),
    )
    cloth = hexed(("#a8454a", "#3f6f74", "#b98a3f", "#5a5a8f")[int(random.integers(4))])
    for way in (-1, 1):
        curtain = skia.Path()
        edge = x + way * (width / 2 + 46)
        inner = x + way * (width / 2 - 24)
        curtain.moveTo(edge, y - 36)
        curtain.lineTo(inner, y - 36)
        curtain.quadTo(inner + way * 6, y + height * 0.5, x + way * (width / 2 + 16), y + height * 0.66)
        curtain.quadTo(inner + way * 18, y + height * 0.9, inner + way * 12, y + height + 84)
        curtain.lineTo(edge + way * 8, y + height + 84)
        curtain.close()
        folds = [times(cloth, f) for f in (0.55, 1.0, 0.62, 1.05, 0.6, 0.95, 0.5)]
        canvas.drawPath(curtain, linear((edge, 0), (inner, 0), folds))
    rod = y - 40
    canvas.drawLine(x - width / 2 - 64, rod, x + width / 2 + 64, rod, stroke(hexed("#6f4a30"), 7))
    for way in (-1, 1):
        canvas.drawCircle(x + way * (width / 2 + 66), rod, 8, solid(hexed("#8a5f3a")))


#: Where pictures hang: share of the width from the window's side, width, height, how far up.
HUNG = ((-0.02, 110, 84, 372), (-0.22, 86, 112, 390), (-0.44, 132, 96, 380))


def pictures(
    canvas: Canvas,
    foot: float,
    side: int,
    random: Random,
    width: float,
    hung: Sequence[tuple[float, int, int, int]] = HUNG,
) -> None:
    """Framed pictures: small landscapes in colours of their own."""
    for u, wide, tall, up in hung:
        index = int(random.integers(3))
        x, y = side * u * width, foot - up
        box = skia.Rect.MakeXYWH(x - wide / 2, y, wide, tall)
        canvas.drawRect(skia.Rect.MakeXYWH(x - wide / 2 - 4, y + 2, wide + 16, tall + 16), solid((0, 0, 0), 0.32, 7))
        canvas.drawRect(
            skia.Rect.MakeXYWH(x - wide / 2 - 9, y - 9, wide + 18, tall + 18),
            linear((0, y - 9), (0, y + tall + 9), [hexed("#d8b070"), hexed("#8f6436")]),
        )
        hue = random.random()
        low, high = hexed(("#2f4f6a", "#6a8a5a", "#8a4a5a")[index]), hexed(("#e8b070", "#f0dca0", "#f0c0a0")[index])
        canvas.drawRect(box, linear((0, y), (0, y + tall), [low, high]))
        canvas.save()
        canvas.clipRect(box)
        for row in range(2):
            land = skia.Path()
            land.moveTo(x - wide / 2, y + tall)
            land.cubicTo(
                x - wide / 4,
                y + tall * (0.4 + 0.2 * row + 0.1 * hue),
                x + wide / 5,
                y + tall * (0.9 - 0.1 * hue),
                x + wide / 2,
                y + tall * (0.5 + 0.16 * row),
            )
            land.lineTo(x + wide / 2, y + tall)
            land.close()
            canvas.drawPath(land, solid(times(low, 0.8 - 0.3 * row)))
        canvas.drawCircle(x + wide * 0.2, y + tall * 0.3, 8, solid((1.0, 0.95, 0.8)))
        canvas.restore()


def shelf(canvas: Canvas, x: float, foot: float, random: Random) -> None:
    """A bookcase."""
    width, height = 168.0, 262.0
    wood = hexed("#6b4128")
    left, top = x - width / 2, foot - height
    canvas.drawRect(skia.Rect.MakeXYWH(left - 8, top + 6, width + 24, height), solid((0, 0, 0), 0.38, 12))
    canvas.drawRect(skia.Rect.MakeXYWH(left, top, width, height + 2), solid(times(wood, 0.5)))
    shelves = 4
    for shelf in range(shelves):
        base = top + (shelf + 1) * height / shelves - 8
        at = left + 9
        while at < left + width - 20:
            thick, tall = random.uniform(8, 17), random.uniform(32, 49)
            colour = hexed(
                ("#a84a3c", "#3f6f7a", "#c79a4a", "#5a6a3f", "#7a4a6a", "#d8c8a8", "#2f4a6a")[int(random.integers(7))]
            )
            if random.random() < 0.12:
                at += random.uniform(8, 20)
                continue
            spine = skia.Rect.MakeXYWH(at, base - tall, thick, tall)
            canvas.drawRect(spine, linear((at, 0), (at + thick, 0), [times(colour, 0.65), colour, times(colour, 0.75)]))
            canvas.drawRect(
                skia.Rect.MakeXYWH(at + 1, base - tall * 0.82, thick - 2, 2.4),
                solid(mix(colour, (1, 0.9, 0.6), 0.6), 0.8),
            )
            at += thick + 0.8
        canvas.drawRect(
            skia.Rect.MakeXYWH(left, base, width, 8),
            linear((0, base), (0, base + 8), [mix(wood, (1, 0.8, 0.6), 0.22), times(wood, 0.7)]),
        )
    for u in (0.0, width - 9):
        canvas.drawRect(
            skia.Rect.MakeXYWH(left + u, top, 9, height + 2),
            linear((left + u, 0), (left + u + 9, 0), [times(wood, 0.8), wood]),
        )
    canvas.drawRect(
        skia.Rect.MakeXYWH(left - 7, top - 9, width + 14, 12),
        linear((0, top - 9), (0, top + 3), [mix(wood, (1, 0.8, 0.6), 0.3), times(wood, 0.8)]),
    )


def sideboard(canvas: Canvas, x: float, foot: float, wood: Rgb) -> None:
    """A low cupboard with room for a lamp, and a vase."""
    width, height = 250.0, 118.0
    left, top = x - width / 2, foot - height
    canvas.drawRect(skia.Rect.MakeXYWH(left - 8, top + 10, width + 22, height), solid((0, 0, 0), 0.38, 12))
    canvas.drawRoundRect(
        skia.Rect.MakeXYWH(left, top, width, height - 10), 6, 6, linear((0, top), (0, foot), [wood, times(wood, 0.72)])
    )
    canvas.drawRoundRect(
        skia.Rect.MakeXYWH(left - 8, top - 8, width + 16, 14),
        5,
        5,
        linear((0, top - 8), (0, top + 6), [mix(wood, (1, 0.85, 0.6), 0.34), times(wood, 0.8)]),
    )
    for index in range(3):
        door = skia.Rect.MakeXYWH(left + 10 + index * 78, top + 16, 72, height - 40)
        canvas.drawRoundRect(door, 4, 4, stroke(times(wood, 0.55), 2.2))
        canvas.drawCircle(left + 46 + index * 78, top + 36, 3.4, solid(hexed("#e0b45a")))
    for u in (14, width - 22):
        canvas.drawRect(skia.Rect.MakeXYWH(left + u, foot - 14, 8, 16), solid(times(wood, 0.5)))
    vase = skia.Path()
    vase.moveTo(x + 80, top - 6)
    vase.quadTo(x + 62, top - 36, x + 82, top - 52)
    vase.lineTo(x + 98, top - 52)
    vase.quadTo(x + 118, top - 36, x + 100, top - 6)
    vase.close()
    canvas.drawPath(vase, linear((x + 62, 0), (x + 118, 0), [hexed("#3f6f86"), hexed("#9fc4d0"), hexed("#34586a")]))


def plant(canvas: Canvas, x: float, foot: float, random: Random) -> None:
    pot = skia.Path()
    pot.moveTo(x - 40, foot - 76)
    pot.lineTo(x + 40, foot - 76)
    pot.lineTo(x + 29, foot + 3)
    pot.lineTo(x - 29, foot + 3)
    pot.close()
    canvas.drawPath(pot, linear((x - 40, 0), (x + 40, 0), [hexed("#7a3f2c"), hexed("#d08460"), hexed("#8a4a34")]))
    for index in range(17):
        angle = -math.pi / 2 + (index - 8) * 0.17 + random.uniform(-0.06, 0.06)
        length = random.uniform(110, 190)
        tip = (x + math.cos(angle) * length, foot - 72 + math.sin(angle) * length)
        nx, ny = -math.sin(angle) * 17, math.cos(angle) * 17
        middle = (x + math.cos(angle) * length * 0.5, foot - 72 + math.sin(angle) * length * 0.56)
        leaf = skia.Path()
        leaf.moveTo(x, foot - 72)
        leaf.quadTo(middle[0] + nx, middle[1] + ny, *tip)
        leaf.quadTo(middle[0] - nx, middle[1] - ny, x, foot - 72)
        canvas.drawPath(
            leaf, linear((x, foot - 72), tip, [hexed("#1f4530"), hexed("#5f9a58") if index % 2 else hexed("#4a8450")])
        )
        canvas.drawLine(x, foot - 72, *tip, stroke(hexed("#8fc07a"), 1.2, 0.5))


def rug(stage: Set, random: Random, lamps: float) -> None:
    """A round rug under the action."""
    colour = hexed(("#8f3f3f", "#3f5f7a", "#6f5a8a", "#a87a3c")[int(random.integers(4))])
    level = 0.55 + 0.35 * lamps if stage.plan.time in ("dusk", "night") else 0.9
    border = times(hexed("#e2bd7c"), level)
    colour = times(colour, level)
    frame = stage.framing
    wide, tall, pad = frame.width * 0.40, frame.drop * 0.22, 20.0

    def draw(canvas: Canvas) -> None:
        canvas.translate(wide + pad, tall + pad)
        canvas.drawOval(skia.Rect.MakeXYWH(-wide, 4 - tall, wide * 2, tall * 2), solid((0, 0, 0), 0.3, 5))
        canvas.drawOval(
            skia.Rect.MakeXYWH(-wide, -tall, wide * 2, tall * 2),
            linear((-wide, 0), (wide, 0), [times(colour, 1.15), colour, times(colour, 0.8)]),
        )
        for share, width in ((0.90, 3.4), (0.84, 1.6), (0.45, 2.2)):
            ring = skia.Rect.MakeXYWH(-wide * share, -tall * share, wide * 2 * share, tall * 2 * share)
            canvas.drawOval(ring, stroke(border, width, 0.85))

    picture = drawn(2 * (wide + pad), 2 * (tall + pad), frame.scale, draw)
    left, top = -wide - pad, stage.ground_y(1.0) - tall - pad
    stage.add_layer(Layer(picture, 1.0, x=left, y=top, scale=frame.scale), 0.36)


def armchair(stage: Set, side: int, lamps: float, random: Random) -> None:
    """The back of an armchair before the lens, out of focus."""
    frame = stage.framing
    foot = frame.height - frame.horizon + 60
    cloth = times(hexed(("#6f3a34", "#34535a", "#5a4a6a")[int(random.integers(3))]), 0.34 + 0.1 * lamps)

    def draw(canvas: Canvas, period: float) -> None:
        x = period / 2 + side * frame.width * 0.52
        top = foot - 300
        body = skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(x - 170, top, 340, 420), 90, 90)
        canvas.drawRRect(
            body,
            linear(
                (x - side * 170, 0),
                (x + side * 100, 0),
                [mix(cloth, hexed("#ffb060"), 0.30 * lamps + 0.08), cloth, times(cloth, 0.5)],
            ),
        )
        for row in range(3):
            for column in range(3):
                canvas.drawCircle(x - 80 + column * 80, top + 70 + row * 80, 7, solid(times(cloth, 0.4)))

    stage.bake(1.5, foot - 310, foot + 4, draw, period=frame.width * 2.6, order=2.0)
