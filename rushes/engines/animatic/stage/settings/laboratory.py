"""A laboratory: benches, bubbling flasks that shine, coils of glass, a board full of formulas, machines with small lights."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import interiors
from rushes.engines.animatic.stage.interiors import Walls, box, door
from rushes.engines.animatic.stage.set import Random, Set

#: Units: the width of one cupboard; the height of the bench.
UNIT, BENCH = 128.0, 152.0
LIQUIDS = ("#4fe08a", "#4fb8f0", "#e85fb0", "#f2c23a", "#9a6ff0")


def build(stage: Set) -> None:
    frame, side = stage.framing, stage.air.side
    random = stage.random(1200)
    width, top, foot = interiors.extent(stage, UNIT)
    shift = int(random.integers(len(LIQUIDS)))
    flasks = [
        (u * frame.width, foot - BENCH - 9, size, hexed(LIQUIDS[(index + shift) % len(LIQUIDS)]))
        for index, (u, size) in enumerate(
            ((-0.43, 1.0), (-0.31, 1.35), (-0.20, 0.9), (0.16, 1.2), (0.27, 0.85), (0.42, 1.3))
        )
    ]

    def draw(canvas: Canvas) -> None:
        wall = hexed("#a9bcc0")
        canvas.drawRect(
            skia.Rect.MakeLTRB(-width / 2, top, width / 2, foot + 8),
            linear((0, top), (0, foot), [times(wall, 0.72), wall]),
        )
        for index in range(round(width / 64)):
            x = -width / 2 + index * 64
            canvas.drawLine(x, top, x, foot - BENCH, stroke(times(wall, 0.86), 1.6))
        for row in range(10):
            canvas.drawLine(
                -width / 2, foot - BENCH - row * 64, width / 2, foot - BENCH - row * 64, stroke(times(wall, 0.86), 1.6)
            )
        _board(canvas, 0.0, foot - 432, random)
        _machine(canvas, -side * frame.width * 0.36, foot - 420, random)
        _shelf(canvas, side * frame.width * 0.35, foot - 300, random)
        front = hexed("#dfe6e6")
        for index in range(round(width / UNIT)):
            left = -width / 2 + index * UNIT
            canvas.drawRect(skia.Rect.MakeLTRB(left, foot - BENCH, left + UNIT, foot + 6), solid(times(front, 0.5)))
            door(canvas, left + 3, foot - BENCH + 14, left + UNIT - 3, foot - BENCH + 48, front, drawer=True)
            door(canvas, left + 3, foot - BENCH + 52, left + UNIT - 3, foot - 12, front)
        canvas.drawRect(
            skia.Rect.MakeLTRB(-width / 2, foot - BENCH - 9, width / 2, foot - BENCH + 8),
            linear((0, foot - BENCH - 9), (0, foot - BENCH + 8), [hexed("#6a7880"), hexed("#2c343a")]),
        )
        canvas.drawRect(skia.Rect.MakeLTRB(-width / 2, foot - 12, width / 2, foot + 8), solid(hexed("#2c343a")))
        for x, y, size, _ in flasks:
            _stand(canvas, x, y, size)

    lamps = [(u * frame.width, foot - 500, 260.0) for u in (-0.3, 0.0, 0.3)]
    interiors.raise_walls(stage, Walls(width, top, foot, draw, lamps, (), (0.86, 0.97, 1.0)))
    interiors.tiles(stage, hexed("#c8d2d2"), hexed("#93a6aa"), 92, tint=(0.9, 0.98, 1.0))
    for x in (-0.22, 0.22):
        interiors.hanging_lamp(stage, x * frame.width, -frame.horizon * 0.86, hexed("#3f5058"))
    _glassware(stage, flasks)
    _near_bench(stage, hexed(LIQUIDS[shift]))


def _board(canvas: Canvas, x: float, y: float, random: Random) -> None:
    """A blackboard with formulas nobody can read."""
    board = skia.Rect.MakeLTRB(x - 165, y, x + 165, y + 176)
    canvas.drawRect(skia.Rect.MakeLTRB(x - 172, y - 6, x + 178, y + 190), solid((0, 0, 0), 0.3, 7))
    canvas.drawRect(board, linear((0, y), (0, y + 176), [hexed("#2f4f46"), hexed("#243f38")]))
    canvas.drawRect(board, stroke(hexed("#a87a4a"), 9))
    chalk = stroke((0.92, 0.95, 0.92), 2.2, 0.8)
    for row in range(5):
        at = x - 148.0
        while at < x + 120 - row * 14:
            wide = random.uniform(10, 32)
            line = skia.Path()
            line.moveTo(at, y + 30 + row * 30)
            line.cubicTo(
                at + wide * 0.3, y + 10 + row * 30, at + wide * 0.6, y + 46 + row * 30, at + wide, y + 24 + row * 30
            )
            canvas.drawPath(line, chalk)
            at += wide + 9
    canvas.drawCircle(x + 108, y + 116, 34, chalk)
    for turn in range(3):
        canvas.save()
        canvas.rotate(60 * turn, x + 108, y + 116)
        canvas.drawOval(skia.Rect.MakeXYWH(x + 66, y + 104, 84, 24), chalk)
        canvas.restore()


def _machine(canvas: Canvas, x: float, y: float, random: Random) -> None:
    """A cabinet of dials and small lights."""
    box(canvas, x - 92, y, x + 92, y + 196, hexed("#7f8f98"), round_by=10)
    for index in range(3):
        at = x - 56 + index * 56
        canvas.drawCircle(at, y + 48, 23, solid(hexed("#f0efe4")))
        canvas.drawCircle(at, y + 48, 23, stroke(hexed("#39424a"), 4))
        turn = random.uniform(-2.4, -0.7)
        canvas.drawLine(at, y + 48, at + 17 * math.cos(turn), y + 48 + 17 * math.sin(turn), stroke(hexed("#c8372c"), 3))
    screen = skia.Rect.MakeXYWH(x - 76, y + 88, 100, 62)
    canvas.drawRoundRect(screen, 6, 6, solid(hexed("#10302a")))
    wave = skia.Path()
    wave.moveTo(x - 74, y + 120)
    for step in range(1, 25):
        wave.lineTo(x - 74 + step * 4, y + 120 + 20 * math.sin(step * 0.9) * math.exp(-((step - 12) ** 2) / 60))
    canvas.drawPath(wave, stroke(hexed("#5ff0a8"), 3))
    for index in range(8):
        tone = hexed(("#f25f4a", "#f2c84a", "#5ff08a", "#5fb8f2")[int(random.integers(4))])
        canvas.drawCircle(x + 42 + (index % 2) * 26, y + 98 + (index // 2) * 22, 6, solid(tone))


def _shelf(canvas: Canvas, x: float, y: float, random: Random) -> None:
    """Two boards with bottles."""
    for row in range(2):
        base = y - row * 88
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - 128, base, x + 128, base + 9),
            linear((0, base), (0, base + 9), [hexed("#c8d2d6"), hexed("#6a767c")]),
        )
        at = x - 118.0
        while at < x + 100:
            wide, high = random.uniform(17, 28), random.uniform(34, 62)
            tone = mix(hexed(LIQUIDS[int(random.integers(5))]), hexed("#5a4a3a"), 0.35)
            canvas.drawRoundRect(
                skia.Rect.MakeXYWH(at, base - high, wide, high),
                4,
                4,
                linear((at, 0), (at + wide, 0), [times(tone, 0.6), mix(tone, (1, 1, 1), 0.25), times(tone, 0.7)]),
            )
            canvas.drawRect(
                skia.Rect.MakeXYWH(at + wide * 0.3, base - high - 9, wide * 0.4, 10), solid(hexed("#3a332e"))
            )
            canvas.drawRect(
                skia.Rect.MakeXYWH(at + 2, base - high * 0.6, wide - 4, high * 0.28), solid(hexed("#f2efe2"))
            )
            at += wide + random.uniform(4, 16)


def _stand(canvas: Canvas, x: float, foot: float, size: float) -> None:
    """The iron stand of a flask."""
    metal = hexed("#4a535a")
    canvas.drawLine(x - 34 * size, foot, x + 34 * size, foot, stroke(metal, 6))
    canvas.drawLine(x - 28 * size, foot, x - 28 * size, foot - 118 * size, stroke(metal, 4.5))
    canvas.drawLine(x - 28 * size, foot - 92 * size, x, foot - 92 * size, stroke(metal, 4))


def _glassware(stage: Set, flasks: list[tuple[float, float, float, Rgb]]) -> None:
    """Flasks with shining liquids that bubble."""

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for number, (x, y, size, tone) in enumerate(flasks):
            px, py, scale = view.place(x, y, interiors.DEPTH)
            canvas.save()
            canvas.translate(px, py)
            canvas.scale(scale * size, scale * size)
            pulse = 0.5 + 0.5 * math.sin(t * 1.3 + number * 1.9)
            canvas.drawCircle(0, -34, 72, solid(tone, 0.16 + 0.08 * pulse, 26))
            bulb = skia.Path()
            bulb.moveTo(-9, -112)
            bulb.lineTo(-9, -68)
            bulb.cubicTo(-44, -52, -44, -4, -14, -2)
            bulb.lineTo(14, -2)
            bulb.cubicTo(44, -4, 44, -52, 9, -68)
            bulb.lineTo(9, -112)
            bulb.close()
            canvas.drawPath(bulb, solid((0.88, 0.96, 1.0), 0.30))
            canvas.save()
            canvas.clipPath(bulb, True)
            level = -42 + 2 * math.sin(t * 2 + number)
            canvas.drawRect(
                skia.Rect.MakeLTRB(-50, level, 50, 0), linear((0, level), (0, 0), [mix(tone, (1, 1, 1), 0.45), tone])
            )
            for bubble in range(6):
                life = (t * 0.7 + bubble / 6 + number * 0.13) % 1.0
                canvas.drawCircle(
                    16 * math.sin(bubble * 2.4 + number), level * life, 2.2 + 2.4 * life, solid((1, 1, 1), 0.65)
                )
            canvas.restore()
            canvas.drawPath(bulb, stroke((0.95, 1.0, 1.0), 2.2, 0.75))
            canvas.drawLine(-20, -50, -27, -28, stroke((1, 1, 1), 4, 0.7))
            for puff in range(3):
                life = (t * 0.3 + puff / 3 + number * 0.21) % 1.0
                canvas.drawCircle(
                    8 * math.sin(t + puff * 2 + number) * life,
                    -116 - 58 * life,
                    5 + 11 * life,
                    solid(mix(tone, (1, 1, 1), 0.6), 0.26 * math.sin(math.pi * life), 5),
                )
            canvas.restore()

    stage.add(0.36, draw)


def _near_bench(stage: Set, tone: Rgb) -> None:
    """Glass before the lens, out of focus."""
    frame, side = stage.framing, stage.air.side
    foot = frame.height - frame.horizon + 60

    def draw(canvas: Canvas, period: float) -> None:
        x = period / 2 + side * frame.width * 0.55
        canvas.drawRect(skia.Rect.MakeLTRB(x - 230, foot - 120, x + 330, foot + 20), solid(hexed("#1d2429")))
        for at, high in ((-150, 150), (-84, 210), (-20, 170)):
            glass = skia.Rect.MakeXYWH(x + at, foot - 118 - high, 46, high)
            canvas.drawRoundRect(glass, 18, 18, solid((0.7, 0.85, 0.9), 0.35))
            canvas.drawRoundRect(
                skia.Rect.MakeXYWH(x + at + 3, foot - 118 - high * 0.5, 40, high * 0.48), 16, 16, solid(tone, 0.8)
            )

    stage.bake(1.5, foot - 350, foot + 25, draw, order=2.0, period=frame.width * 2.3)
