"""A kitchen: tiles, cupboards, a stove with a steaming pot, pans on hooks, a window over the sink."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import furniture, interiors
from rushes.engines.animatic.stage.interiors import Walls, box, door
from rushes.engines.animatic.stage.set import Random, Set

FRONTS = ("#6f9a8c", "#e6dcc6", "#7a93b0", "#c98a5e", "#9aa86a")
STEEL, COPPER = hexed("#aeb6bf"), hexed("#c77a4a")
#: Units: the width of one cupboard.
UNIT = 120.0
COUNTER, UPPER_LOW, UPPER_HIGH = 158.0, 322.0, 452.0


def build(stage: Set) -> None:
    frame, side = stage.framing, stage.air.side
    random = stage.random(1000)
    front = hexed(FRONTS[int(random.integers(len(FRONTS)))])
    if stage.plan.colours:
        front = mix(front, hexed(stage.plan.colours[0]), 0.6)
    width, top, foot = interiors.extent(stage, UNIT)
    window = (side * frame.width * 0.24, foot - 404.0, 214.0, 196.0)
    stove = -side * UNIT * 2.0

    def draw(canvas: Canvas) -> None:
        _wall(canvas, width, top, foot, front)
        furniture.window(canvas, stage, window, random)
        for index in range(round(width / UNIT)):
            left = -width / 2 + index * UNIT
            middle = left + UNIT / 2
            if abs(middle - window[0]) > 190 and abs(middle - stove) > 70:
                box(canvas, left + 2, foot - UPPER_HIGH, left + UNIT - 2, foot - UPPER_LOW, front)
                door(canvas, left + 4, foot - UPPER_HIGH + 4, left + UNIT - 4, foot - UPPER_LOW - 4, front, knob=COPPER)
            canvas.drawRect(skia.Rect.MakeLTRB(left, foot - COUNTER, left + UNIT, foot + 6), solid(times(front, 0.5)))
            door(canvas, left + 3, foot - COUNTER + 16, left + UNIT - 3, foot - COUNTER + 50, front, knob=COPPER, drawer=True)  # fmt: skip
            door(canvas, left + 3, foot - COUNTER + 54, left + UNIT - 3, foot - 12, front, knob=COPPER)
        _counter(canvas, width, foot)
        _things(canvas, window[0], foot, side, random)
        _stove(canvas, stove, foot)
        _pans(canvas, stove + side * 175, foot - 430, random)
        _fridge(canvas, -side * frame.width * 0.43, foot, front)

    lamps = [(stove, foot - 250, 150.0), (0.0, foot - 420, 300.0), (window[0], foot - 300, 200.0)]
    glass = [(window[0] - window[2] / 2 + 8, window[1] + 8, window[2] - 16, window[3] - 16)]
    interiors.raise_walls(stage, Walls(width, top, foot, draw, lamps, glass, (1.06, 0.86, 0.62)))
    interiors.tiles(stage, hexed("#e2d6c0"), hexed("#b08468"), 74)
    _steam(stage, stove - 24, foot - COUNTER - 50)
    for x in (-0.16, 0.16):
        interiors.hanging_lamp(stage, x * frame.width, -frame.horizon * 0.80, mix(front, COPPER, 0.6))
    _table_edge(stage)


def _wall(canvas: Canvas, width: float, top: float, foot: float, front: Rgb) -> None:
    """Plaster above, a shield of small tiles behind the counter."""
    plaster = mix(hexed("#f0e4cc"), front, 0.16)
    canvas.drawRect(
        skia.Rect.MakeLTRB(-width / 2, top, width / 2, foot + 8),
        linear((0, top), (0, foot), [times(plaster, 0.86), plaster]),
    )
    tile, high = 30.0, 20.0
    body = mix(hexed("#f7f4ea"), front, 0.10)
    for row in range(9):
        y = foot - COUNTER - (row + 1) * high
        shift = tile / 2 * (row % 2)
        for column in range(int(width / tile) + 2):
            left = -width / 2 + column * tile - shift
            tone = times(body, 0.94 + 0.06 * ((column * 7 + row * 3) % 5) / 4)
            canvas.drawRect(skia.Rect.MakeXYWH(left + 0.8, y + 0.8, tile - 1.6, high - 1.6), solid(tone))


def _counter(canvas: Canvas, width: float, foot: float) -> None:
    wood = hexed("#b5804f")
    canvas.drawRect(
        skia.Rect.MakeLTRB(-width / 2, foot - COUNTER + 8, width / 2, foot - COUNTER + 22), solid((0, 0, 0), 0.28, 5)
    )
    slab = skia.Rect.MakeLTRB(-width / 2, foot - COUNTER - 8, width / 2, foot - COUNTER + 10)
    canvas.drawRect(
        slab, linear((0, slab.top()), (0, slab.bottom()), [mix(wood, (1, 0.92, 0.8), 0.5), wood, times(wood, 0.7)])
    )
    canvas.drawRect(skia.Rect.MakeLTRB(-width / 2, foot - 12, width / 2, foot + 8), solid(hexed("#3a3230")))


def _stove(canvas: Canvas, x: float, foot: float) -> None:
    """An oven with a window, a hob with two pots, a hood above."""
    top = foot - COUNTER
    box(canvas, x - 82, top - 10, x + 82, foot + 4, STEEL)
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(x - 62, top + 48, x + 62, foot - 28),
        8,
        8,
        linear((0, top + 40), (0, foot), [hexed("#2a2426"), hexed("#5a3420")]),
    )
    canvas.drawLine(x - 58, top + 36, x + 58, top + 36, stroke(times(STEEL, 0.6), 6))
    for index in range(5):
        canvas.drawCircle(x - 56 + index * 28, top + 14, 7.5, solid(hexed("#3a3a40")))
    for at, wide, high, tone in ((-34, 64, 44, hexed("#b8433a")), (44, 52, 26, STEEL)):
        left, right, low = x + at - wide / 2, x + at + wide / 2, top - 12
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(left, low - high, right, low), 7, 7,
            linear((left, 0), (right, 0), [times(tone, 0.7), mix(tone, (1, 1, 1), 0.35), tone, times(tone, 0.6)]),
        )  # fmt: skip
        canvas.drawLine(left - 9, low - high * 0.72, right + 9, low - high * 0.72, stroke(times(tone, 0.5), 5))
    hood = skia.Path()
    flue = foot - UPPER_HIGH - 230.0
    hood.moveTo(x - 96, foot - UPPER_LOW + 10)
    hood.lineTo(x + 96, foot - UPPER_LOW + 10)
    hood.lineTo(x + 44, foot - UPPER_LOW - 66)
    hood.lineTo(x + 40, flue)
    hood.lineTo(x - 40, flue)
    hood.lineTo(x - 44, foot - UPPER_LOW - 66)
    hood.close()
    canvas.drawPath(
        hood,
        linear((x - 96, 0), (x + 96, 0), [times(STEEL, 0.7), mix(STEEL, (1, 1, 1), 0.4), STEEL, times(STEEL, 0.62)]),
    )
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - 96, foot - UPPER_LOW + 2, x + 96, foot - UPPER_LOW + 16), solid(times(STEEL, 0.62))
    )


def _pans(canvas: Canvas, x: float, y: float, random: Random) -> None:
    """Copper pans on a rail."""
    canvas.drawLine(x - 84, y + 70, x + 84, y + 70, stroke(hexed("#4a4038"), 5))
    for index in range(4):
        at, size = x - 63 + index * 42, random.uniform(13, 20)
        canvas.drawLine(at, y + 72, at, y + 106, stroke(hexed("#4a4038"), 4))
        canvas.drawCircle(at + 3, y + 110 + size, size, solid((0, 0, 0), 0.3, 4))
        canvas.drawCircle(
            at,
            y + 106 + size,
            size,
            linear((at - size, 0), (at + size, 0), [mix(COPPER, (1, 0.9, 0.8), 0.5), COPPER, times(COPPER, 0.6)]),
        )


def _things(canvas: Canvas, sink: float, foot: float, side: int, random: Random) -> None:
    """Jars, a bowl of fruit, a tap, bread."""
    top = foot - COUNTER - 8
    tap = skia.Path()
    tap.moveTo(sink, top)
    tap.lineTo(sink, top - 44)
    tap.quadTo(sink, top - 64, sink + 22, top - 62)
    tap.lineTo(sink + 26, top - 46)
    canvas.drawPath(tap, stroke(mix(STEEL, (1, 1, 1), 0.2), 7))
    for index in range(5):
        at = side * -18.0 + index * 27 - 40
        tone = hexed(("#d8a24a", "#b5543c", "#8a9a5a", "#e0cfa8", "#6f4a34")[index])
        high = random.uniform(30, 46)
        canvas.drawRoundRect(
            skia.Rect.MakeXYWH(at, top - high, 22, high),
            5,
            5,
            linear((at, 0), (at + 22, 0), [mix(tone, (1, 1, 1), 0.4), tone, times(tone, 0.6)]),
        )
        canvas.drawRoundRect(skia.Rect.MakeXYWH(at + 2, top - high - 7, 18, 9), 3, 3, solid(hexed("#8a6a48")))
    x = sink + side * 145
    for dx, dy, code in ((-18, -22, "#d9482f"), (2, -27, "#e8b23a"), (20, -22, "#7fae3f"), (8, -38, "#d9482f")):
        canvas.drawCircle(
            x + dx,
            top + dy,
            13,
            linear((x + dx - 12, 0), (x + dx + 12, 0), [mix(hexed(code), (1, 1, 1), 0.3), times(hexed(code), 0.7)]),
        )
    bowl = skia.Path()
    bowl.moveTo(x - 42, top - 22)
    bowl.quadTo(x - 30, top, x - 14, top)
    bowl.lineTo(x + 14, top)
    bowl.quadTo(x + 30, top, x + 42, top - 22)
    bowl.close()
    canvas.drawPath(bowl, linear((x - 42, 0), (x + 42, 0), [hexed("#e9eef0"), hexed("#9fb4c0")]))


def _fridge(canvas: Canvas, x: float, foot: float, front: Rgb) -> None:
    tone = mix(hexed("#dfe8e6"), front, 0.22)
    box(canvas, x - 78, foot - 372, x + 78, foot + 4, tone, round_by=20)
    canvas.drawLine(x - 76, foot - 250, x + 76, foot - 250, stroke(times(tone, 0.55), 3))
    for low, high in ((-240, -150), (-340, -266)):
        canvas.drawLine(x - 58, foot + low, x - 58, foot + high, stroke(times(STEEL, 0.75), 8))


def _steam(stage: Set, x: float, y: float) -> None:
    """Steam over the pot."""

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(x, y, interiors.DEPTH)
        for puff in range(7):
            life = (t * 0.22 + puff / 7) % 1.0
            sway = 14 * math.sin(t * 0.9 + puff * 2.1) * life
            canvas.drawCircle(
                px + sway * scale,
                py - 130 * life * scale,
                (7 + 24 * life) * scale,
                solid((1, 1, 1), 0.20 * math.sin(math.pi * life), 8 * scale),
            )

    stage.add(0.36, draw)


def _table_edge(stage: Set) -> None:
    """The near end of a wooden table, out of focus, with a jug on it."""
    frame = stage.framing
    foot = frame.height - frame.horizon + 60
    side = stage.air.side
    wood = times(hexed("#7a5234"), 0.5 + 0.2 * interiors.OUTSIDE[stage.plan.time])

    def draw(canvas: Canvas, period: float) -> None:
        x = period / 2 + side * frame.width * 0.56
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x - 250, foot - 160, x + 320, foot + 20),
            18,
            18,
            linear((0, foot - 160), (0, foot), [mix(wood, (1, 0.9, 0.8), 0.35), times(wood, 0.6)]),
        )
        canvas.drawRoundRect(
            skia.Rect.MakeXYWH(x - 90, foot - 270, 84, 120),
            26,
            26,
            linear((x - 90, 0), (x, 0), [hexed("#5a7a8a"), hexed("#27404c")]),
        )

    stage.bake(1.5, foot - 320, foot + 25, draw, order=2.0, period=frame.width * 2.3)
