"""An office: a wall of glass with the city behind it, desks with screens, a plant, a clock, lamps in the ceiling."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import furniture, interiors
from rushes.engines.animatic.stage.interiors import Walls, box
from rushes.engines.animatic.stage.set import Random, Set

#: Units: the width of one window.
PANE = 190.0
SILL = 118.0
ACCENTS = ("#3f7f8c", "#c8743c", "#5f7a4a", "#5a5f9a")


def build(stage: Set) -> None:
    frame, side = stage.framing, stage.air.side
    random = stage.random(1100)
    accent = hexed(ACCENTS[int(random.integers(len(ACCENTS)))])
    if stage.plan.colours:
        accent = hexed(stage.plan.colours[0])
    width, top, foot = interiors.extent(stage, PANE)
    high = foot - 470.0 * frame.tall
    solid_from = side * frame.width * 0.30

    def draw(canvas: Canvas) -> None:
        wall = mix(hexed("#e4e2dc"), accent, 0.06)
        canvas.drawRect(
            skia.Rect.MakeLTRB(-width / 2, top, width / 2, foot + 8),
            linear((0, top), (0, foot), [times(wall, 0.88), wall]),
        )
        _city(canvas, stage, width, high, foot, random)
        for index in range(round(width / PANE) + 1):
            x = -width / 2 + index * PANE
            canvas.drawLine(x, high, x, foot - SILL, stroke(hexed("#4a4f57"), 11))
            canvas.drawLine(x + PANE / 2, high, x + PANE / 2, foot - SILL, stroke(hexed("#5f656e"), 4))
        canvas.drawLine(-width / 2, high, width / 2, high, stroke(hexed("#4a4f57"), 12))
        canvas.drawRect(
            skia.Rect.MakeLTRB(-width / 2, foot - SILL - 6, width / 2, foot + 8),
            linear((0, foot - SILL), (0, foot), [mix(wall, (1, 1, 1), 0.5), times(wall, 0.84)]),
        )
        _panel(canvas, solid_from, high - 60, foot, accent, side)
        _desk(canvas, -side * frame.width * 0.30, foot, accent, random)
        _desk(canvas, side * frame.width * 0.06, foot, mix(accent, hexed("#c8743c"), 0.6), random)
        _shelves(canvas, solid_from + side * 128, foot, random)
        furniture.plant(canvas, -side * frame.width * 0.47, foot, random)

    lamps = [
        (-0.3 * frame.width, high - 40, 240.0),
        (0.06 * frame.width, high - 40, 240.0),
        (solid_from, high + 40, 200.0),
    ]
    glass = [(-width / 2, high + 6, width, foot - SILL - high - 12)]
    interiors.raise_walls(stage, Walls(width, top, foot, draw, lamps, glass, (1.0, 0.95, 0.86)))
    carpet = mix(hexed("#7f8894"), accent, 0.30)
    interiors.tiles(stage, carpet, times(carpet, 0.90), 118, joint=0.16, tint=(1.0, 0.97, 0.92))
    for x in (-0.27, 0.02, 0.30):
        interiors.hanging_lamp(stage, x * frame.width, -frame.horizon * 0.84, hexed("#2f343c"))
    _screens(stage, [(-side * frame.width * 0.30, foot), (side * frame.width * 0.06, foot)])


def _city(canvas: Canvas, stage: Set, width: float, high: float, foot: float, random: Random) -> None:
    """What is seen through the glass: the sky of the hour and towers in its haze."""
    air = stage.air
    pane = skia.Rect.MakeLTRB(-width / 2, high, width / 2, foot - SILL)
    canvas.drawRect(pane, linear((0, high), (0, foot - SILL), list(air.sky), list(air.stops)))
    canvas.save()
    canvas.clipRect(pane)
    canvas.drawCircle(air.side * width * 0.16, high + 90, 120, solid(air.sun, 0.30 * max(0.0, air.glow), 50))
    for row, (share, tallest) in enumerate(((0.72, 250.0), (0.45, 190.0), (0.22, 120.0))):
        tone = mix(air.surface(hexed("#5f7186"), 0.5, 0.4), air.haze, share)
        at = -width / 2 - 40
        while at < width / 2:
            wide, tall = random.uniform(44, 96), tallest * random.uniform(0.45, 1.0)
            box_ = skia.Rect.MakeLTRB(at, foot - SILL - tall, at + wide, foot - SILL)
            canvas.drawRect(box_, linear((at, 0), (at + wide, 0), [times(tone, 0.90), mix(tone, air.sun, 0.12)]))
            for _ in range(int(tall / 9 * (0.3 + air.windows))):
                x, y = at + random.uniform(5, wide - 8), foot - SILL - random.uniform(4, tall - 8)
                lit = random.random() < air.windows
                canvas.drawRect(
                    skia.Rect.MakeXYWH(x, y, 4, 5),
                    solid(hexed("#ffd28a") if lit else times(tone, 0.78), 0.85 - 0.2 * row),
                )
            at += wide + random.uniform(2, 18)
    canvas.drawRect(pane, linear((0, high), (0, foot), [(1, 1, 1), (1, 1, 1)], None, [0.10, 0.0]))
    canvas.restore()


def _panel(canvas: Canvas, x: float, top: float, foot: float, accent: Rgb, side: int) -> None:
    """A painted stretch of wall with a board of notes and a clock."""
    left, right = (x, x + 270.0) if side > 0 else (x - 270.0, x)
    canvas.drawRect(
        skia.Rect.MakeLTRB(left, top - 400, right, foot + 6),
        linear((left, 0), (right, 0), [mix(accent, (1, 1, 1), 0.15), times(accent, 0.80)]),
    )
    middle = (left + right) / 2
    board = skia.Rect.MakeLTRB(middle - 92, foot - 440, middle + 92, foot - 322)
    canvas.drawRect(board, solid(hexed("#f6f5f0")))
    canvas.drawRect(board, stroke(hexed("#8a9098"), 5))
    for index, tone in enumerate(("#f2c84a", "#e87f6a", "#7fc0a8", "#8ab0e0", "#f2c84a", "#c79ae0", "#7fc0a8")):
        canvas.drawRect(
            skia.Rect.MakeXYWH(middle - 80 + (index % 4) * 43, foot - 430 + (index // 4) * 52, 31, 31),
            solid(hexed(tone)),
        )
    canvas.drawCircle(middle, foot - 500, 33, solid(hexed("#f8f7f3")))
    canvas.drawCircle(middle, foot - 500, 33, stroke(hexed("#3a3f47"), 5))
    canvas.drawLine(middle, foot - 500, middle, foot - 522, stroke(hexed("#3a3f47"), 4))
    canvas.drawLine(middle, foot - 500, middle + 15, foot - 492, stroke(hexed("#3a3f47"), 4))


def _desk(canvas: Canvas, x: float, foot: float, accent: Rgb, random: Random) -> None:
    """A desk with a screen, a keyboard, a cup, papers, and a chair in front of it."""
    wood, top = hexed("#c79a68"), foot - 138.0
    for way in (-1, 1):
        canvas.drawLine(x + way * 118, top + 6, x + way * 126, foot + 3, stroke(hexed("#3f444c"), 9))
    box(canvas, x + 52, top + 12, x + 118, foot - 6, hexed("#e8e6e0"))
    for index in range(3):
        y = top + 20 + index * 36
        canvas.drawRect(skia.Rect.MakeLTRB(x + 58, y, x + 112, y + 31), stroke(hexed("#a8a69e"), 2))
    box(canvas, x - 140, top - 9, x + 140, top + 9, wood)
    canvas.drawRect(skia.Rect.MakeXYWH(x - 8, top - 46, 14, 38), solid(hexed("#6a7078")))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(x - 34, top - 14, 66, 6), 3, 3, solid(hexed("#5a6068")))
    canvas.drawRoundRect(skia.Rect.MakeXYWH(x - 82, top - 134, 162, 94), 6, 6, solid(hexed("#23272e")))
    canvas.drawRoundRect(
        skia.Rect.MakeXYWH(x - 118, top - 36, 24, 27),
        4,
        4,
        linear((x - 118, 0), (x - 94, 0), [mix(accent, (1, 1, 1), 0.3), times(accent, 0.7)]),
    )
    for index in range(4):
        canvas.drawRect(
            skia.Rect.MakeXYWH(x + 88 + random.uniform(-3, 3), top - 14 - index * 5, 44, 4), solid(hexed("#f4f2ea"))
        )
    back = skia.Rect.MakeXYWH(x - 96, foot - 176, 62, 84)
    canvas.drawRoundRect(
        back, 18, 18, linear((x - 96, 0), (x - 34, 0), [mix(accent, (1, 1, 1), 0.12), times(accent, 0.6)])
    )
    canvas.drawRoundRect(skia.Rect.MakeXYWH(x - 104, foot - 92, 78, 16), 8, 8, solid(times(accent, 0.7)))
    canvas.drawLine(x - 65, foot - 80, x - 65, foot - 16, stroke(hexed("#4a4f57"), 8))
    canvas.drawLine(x - 98, foot - 6, x - 32, foot - 6, stroke(hexed("#4a4f57"), 8))


def _shelves(canvas: Canvas, x: float, foot: float, random: Random) -> None:
    """A low cupboard with binders in rows."""
    box(canvas, x - 96, foot - 196, x + 96, foot + 4, hexed("#efece4"))
    for row in range(2):
        base = foot - 108 + row * 92
        canvas.drawRect(skia.Rect.MakeLTRB(x - 88, base - 78, x + 88, base), solid(hexed("#8f8a80")))
        at = x - 84.0
        while at < x + 70:
            tone = hexed(("#4f7f9a", "#c8603c", "#e0b04a", "#5f8a5a", "#f4f2ea")[int(random.integers(5))])
            canvas.drawRect(
                skia.Rect.MakeXYWH(at, base - 68, 19, 68),
                linear((at, 0), (at + 19, 0), [times(tone, 0.7), tone, times(tone, 0.8)]),
            )
            canvas.drawCircle(at + 9.5, base - 18, 4, solid((0.95, 0.95, 0.93)))
            at += 21


def _screens(stage: Set, places: list[tuple[float, float]]) -> None:
    """Screens on which lines come and go."""

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for number, (x, foot) in enumerate(places):
            px, py, scale = view.place(x, foot - 138, interiors.DEPTH)
            canvas.save()
            canvas.translate(px, py)
            canvas.scale(scale, scale)
            canvas.drawRoundRect(
                skia.Rect.MakeXYWH(-77, -129, 152, 84),
                4,
                4,
                linear((0, -129), (0, -45), [hexed("#2f6f9a"), hexed("#7fc4dc")]),
            )
            for row in range(6):
                phase = (t * 0.35 + row * 0.17 + number * 0.4) % 1.0
                wide = 30 + 84 * abs(math.sin(row * 2.3 + number)) * min(1.0, phase * 3)
                canvas.drawLine(
                    -66, -118 + row * 12.5, -66 + wide, -118 + row * 12.5, stroke((0.95, 0.98, 1.0), 3.2, 0.75)
                )
            canvas.restore()

    stage.add(0.352, draw)
