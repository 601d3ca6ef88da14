"""Fittings: what rooms are furnished with: walls and their coverings, tables, chairs, counters.

All are drawn unlit, in the units of `rooms`, their feet at y = 0 unless it is said.
"""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage.rooms import Room
from rushes.engines.animatic.stage.set import Random

WHITE: Rgb = (1.0, 1.0, 1.0)


def rect(canvas: Canvas, left: float, top: float, right: float, bottom: float, paint: object) -> None:
    canvas.drawRect(skia.Rect.MakeLTRB(left, top, right, bottom), paint)


def plaster(canvas: Canvas, room: Room, colour: Rgb) -> None:
    """The whole wall in one colour."""
    tones = [times(colour, 0.90), colour, times(colour, 0.95)]
    rect(canvas, -room.width / 2, -room.high, room.width / 2, 8, linear((0, -room.high), (0, 0), tones))


def stains(canvas: Canvas, room: Room, colour: Rgb, count: int, salt: int, alpha: float = 0.16) -> None:
    """Old patches and streaks on a wall."""
    random = room.stage.random(salt)
    for _ in range(count):
        x, y = random.uniform(-room.width / 2, room.width / 2), -random.random() * min(room.high, 640)
        wide, high = random.uniform(30, 110), random.uniform(24, 90)
        canvas.drawOval(
            skia.Rect.MakeXYWH(x - wide, y - high, wide * 2, high * 2),
            solid(colour, alpha * random.uniform(0.4, 1.0), 20),
        )


def boards(canvas: Canvas, left: float, top: float, right: float, bottom: float, wood: Rgb, step: float, random: Random, *, level: bool = False) -> None:  # fmt: skip
    """Boards side by side, upright or `level`."""
    span = bottom - top if level else right - left
    count = max(1, round(span / step))
    for index in range(count):
        tone = times(wood, random.uniform(0.84, 1.08))
        low, high = index * span / count, (index + 1) * span / count
        if level:
            rect(
                canvas,
                left,
                top + low,
                right,
                top + high,
                linear((0, top + low), (0, top + high), [mix(tone, WHITE, 0.10), tone, times(tone, 0.72)]),
            )
            for _ in range(int((right - left) / 190)):
                x = random.uniform(left, right)
                canvas.drawLine(x, top + low + 1, x, top + high - 1, stroke(times(tone, 0.55), 1.6))
        else:
            rect(
                canvas,
                left + low,
                top,
                left + high,
                bottom,
                linear((left + low, 0), (left + high, 0), [mix(tone, WHITE, 0.08), tone, times(tone, 0.78)]),
            )
            canvas.drawLine(left + low, top, left + low, bottom, stroke(times(tone, 0.5), 1.8))


def bricks(canvas: Canvas, left: float, top: float, right: float, bottom: float, colour: Rgb, random: Random, *, long: float = 46.0, tall: float = 19.0) -> None:  # fmt: skip
    """A wall of bricks, or of blocks when they are large."""
    rect(canvas, left, top, right, bottom, solid(times(colour, 0.62)))
    columns = max(1, round((right - left) / long))
    long = (right - left) / columns
    for row in range(math.ceil((bottom - top) / tall)):
        y = bottom - (row + 1) * tall
        for column in range(columns):
            x = left + (column + 0.5 * (row % 2)) * long
            tone = times(colour, random.uniform(0.82, 1.12))
            stone = skia.Rect.MakeLTRB(x + 1.4, y + 1.4, x + long - 1.4, y + tall - 1.4)
            canvas.drawRoundRect(stone, 2, 2, solid(tone))
            if x + long > right:
                canvas.drawRoundRect(stone.makeOffset(left - right, 0), 2, 2, solid(tone))
            canvas.drawLine(x + 3, y + 2.4, x + long - 3, y + 2.4, stroke(mix(tone, WHITE, 0.25), 1.2, 0.6))


def tiled(canvas: Canvas, left: float, top: float, right: float, bottom: float, colour: Rgb, side: float, *, joint: float = 0.82) -> None:  # fmt: skip
    rect(canvas, left, top, right, bottom, solid(times(colour, joint)))
    columns = max(1, round((right - left) / side))
    wide = (right - left) / columns
    for row in range(math.ceil((bottom - top) / side)):
        y = bottom - (row + 1) * side
        for column in range(columns):
            tone = times(colour, 0.955 + 0.045 * ((column * 7 + row * 3) % 5) / 4)
            x = left + column * wide
            rect(
                canvas,
                x + 1,
                max(top, y + 1),
                x + wide - 1,
                y + side - 1,
                linear((x, y), (x + wide, y + side), [mix(tone, WHITE, 0.14), tone]),
            )


def panelling(canvas: Canvas, room: Room, high: float, colour: Rgb, *, step: float = 75.0) -> None:
    """A wainscot of panels with its rail and skirting."""
    left, right = -room.width / 2, room.width / 2
    rect(canvas, left, -high, right, 8, linear((0, -high), (0, 0), [colour, times(colour, 0.84)]))
    count = round(room.width / step)
    for index in range(count):
        x = left + index * room.width / count
        panel = skia.Rect.MakeLTRB(x + 9, -high + 18, x + room.width / count - 9, -26)
        canvas.drawRect(panel, solid(times(colour, 0.92)))
        canvas.drawRect(panel, stroke(times(colour, 0.62), 2.2))
        canvas.drawLine(
            panel.left() + 2,
            panel.bottom() - 1,
            panel.right() - 1,
            panel.bottom() - 1,
            stroke(mix(colour, WHITE, 0.4), 1.4, 0.8),
        )
    rect(
        canvas,
        left,
        -high - 6,
        right,
        -high + 6,
        linear((0, -high - 6), (0, -high + 6), [mix(colour, WHITE, 0.4), times(colour, 0.62)]),
    )
    skirting(canvas, room, colour)


def skirting(canvas: Canvas, room: Room, colour: Rgb, high: float = 16.0) -> None:
    rect(
        canvas,
        -room.width / 2,
        -high,
        room.width / 2,
        8,
        linear((0, -high), (0, 8), [mix(colour, WHITE, 0.3), times(colour, 0.6)]),
    )


def patterned(canvas: Canvas, room: Room, colour: Rgb, foot: float, *, step: float = 58.0, kind: int = 0) -> None:
    """The figures of a wallpaper above `foot`: leaves, stripes or flowers."""
    ink, count = mix(colour, (1.0, 0.92, 0.78), 0.34), round(room.width / step)
    step = room.width / count
    if kind == 1:
        for column in range(count):
            x = -room.width / 2 + column * step
            rect(canvas, x, -room.high, x + step * 0.42, foot, solid(ink, 0.22))
        return
    for row in range(int((room.high + foot) / step) + 1):
        for column in range(count + 1):
            x, y = -room.width / 2 + (column + 0.5 * (row % 2)) * step, foot - 20 - row * step
            if kind == 2:
                for petal in range(5):
                    canvas.drawCircle(
                        x + 5 * math.cos(petal * 1.257), y + 5 * math.sin(petal * 1.257), 3.6, solid(ink, 0.34)
                    )
                canvas.drawCircle(x, y, 2.4, solid(times(colour, 0.8), 0.6))
                continue
            leaf = skia.Path()
            leaf.moveTo(x, y - 14)
            leaf.quadTo(x + 11, y, x, y + 14)
            leaf.quadTo(x - 11, y, x, y - 14)
            canvas.drawPath(leaf, solid(ink, 0.30))


def shadow(canvas: Canvas, x: float, half: float, y: float = 4.0, alpha: float = 0.42) -> None:
    """What furniture throws on the floor under it."""
    canvas.drawOval(
        skia.Rect.MakeLTRB(x - half, y - half * 0.10 - 3, x + half, y + half * 0.10 + 5), solid((0, 0, 0), alpha, 7)
    )


def table(canvas: Canvas, x: float, wide: float, high: float, wood: Rgb, *, round_top: bool = False) -> None:
    """A table seen from the side; a round one stands on a single leg."""
    shadow(canvas, x, wide * 0.55)
    if round_top:
        rect(
            canvas,
            x - 6,
            -high + 6,
            x + 6,
            -6,
            linear((x - 6, 0), (x + 6, 0), [times(wood, 0.5), times(wood, 0.8), times(wood, 0.4)]),
        )
        canvas.drawOval(skia.Rect.MakeLTRB(x - wide * 0.26, -12, x + wide * 0.26, 6), solid(times(wood, 0.5)))
        canvas.drawOval(skia.Rect.MakeLTRB(x - wide / 2, -high - 4, x + wide / 2, -high + 18), solid(times(wood, 0.55)))
        canvas.drawOval(
            skia.Rect.MakeLTRB(x - wide / 2, -high - 10, x + wide / 2, -high + 12), linear((x - wide / 2, 0), (x + wide / 2, 0), [mix(wood, WHITE, 0.34), wood, times(wood, 0.86)])
        )  # fmt: skip
        return
    for way in (-1, 1):
        rect(canvas, x + way * wide * 0.44 - 6, -high, x + way * wide * 0.44 + 6, 4, solid(times(wood, 0.62)))
    rect(canvas, x - wide * 0.46, -high + 8, x + wide * 0.46, -high + 26, solid(times(wood, 0.74)))
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(x - wide / 2, -high - 9, x + wide / 2, -high + 9), 4, 4, linear((0, -high - 9), (0, -high + 9), [mix(wood, WHITE, 0.32), times(wood, 0.86)])
    )  # fmt: skip


def chair(canvas: Canvas, x: float, way: int, wood: Rgb, *, high: float = 152.0, seat: Rgb | None = None) -> None:
    """A chair from the side; `way` is where who sits on it looks."""
    shadow(canvas, x, 40)
    back = x - way * 30
    for at in (back, x + way * 28):
        canvas.drawLine(at, -74, at + (-way if at == back else way) * 5, 2, stroke(times(wood, 0.66), 6))
    canvas.drawLine(back, -72, back - way * 12, -high, stroke(wood, 7))
    for rung in (0.42, 0.62, 0.84):
        y = -72 - (high - 72) * rung
        canvas.drawLine(
            back - way * 12 * rung - 1, y, back - way * 12 * rung + way * 3, y - 8, stroke(times(wood, 0.86), 8)
        )
    cushion = skia.Rect.MakeLTRB(min(back, x + way * 32) - 4, -82, max(back, x + way * 32) + 4, -68)
    canvas.drawRoundRect(
        cushion, 6, 6, linear((0, -82), (0, -68), [mix(seat or wood, WHITE, 0.22), times(seat or wood, 0.8)])
    )


def stool(canvas: Canvas, x: float, high: float, seat: Rgb, leg: Rgb = (0.30, 0.27, 0.26)) -> None:
    shadow(canvas, x, 34)
    for way in (-1, 1):
        canvas.drawLine(x + way * 14, -high + 8, x + way * 25, 2, stroke(leg, 5.5))
    canvas.drawLine(x - 21, -high * 0.32, x + 21, -high * 0.32, stroke(leg, 4.5))
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(x - 29, -high - 8, x + 29, -high + 9),
        8,
        8,
        linear((0, -high - 8), (0, -high + 9), [mix(seat, WHITE, 0.3), times(seat, 0.74)]),
    )


def counter(
    canvas: Canvas, left: float, right: float, high: float, front: Rgb, top: Rgb, *, step: float = 84.0
) -> None:
    """A counter with panels in its front."""
    rect(canvas, left - 6, -high + 6, right + 10, 6, solid((0, 0, 0), 0.36, 9))
    rect(canvas, left, -high, right, 4, linear((0, -high), (0, 0), [front, times(front, 0.72)]))
    count = max(1, round((right - left) / step))
    for index in range(count):
        x = left + index * (right - left) / count
        panel = skia.Rect.MakeLTRB(x + 8, -high + 22, x + (right - left) / count - 8, -16)
        canvas.drawRect(panel, solid(times(front, 0.88)))
        canvas.drawRect(panel, stroke(times(front, 0.58), 2.4))
        canvas.drawLine(
            panel.left() + 2, panel.bottom(), panel.right(), panel.bottom(), stroke(mix(front, WHITE, 0.4), 1.4, 0.7)
        )
    rect(
        canvas,
        left,
        -high + 10,
        right,
        -high + 20,
        linear((0, -high + 10), (0, -high + 20), [(0, 0, 0)] * 2, None, [0.4, 0.0]),
    )
    slab = skia.Rect.MakeLTRB(left - 10, -high - 10, right + 10, -high + 8)
    canvas.drawRoundRect(
        slab, 4, 4, linear((0, slab.top()), (0, slab.bottom()), [mix(top, WHITE, 0.42), top, times(top, 0.7)])
    )
