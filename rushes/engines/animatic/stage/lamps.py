"""Lamps of rooms: on wires, on walls, on stands, candles: what of them shines, and the light in the air around them."""

from __future__ import annotations

import math
from collections.abc import Callable

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.glows import Glow
from rushes.engines.animatic.paint.layers import SMOOTH, Canvas, Picture, drawn, image_of
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fires
from rushes.engines.animatic.stage.rooms import Lamp, Room

BULB: Rgb = (1.0, 0.93, 0.76)


def halo(room: Room, x: float, y: float, depth: float, reach: float, strength: float, tint: Rgb, order: float) -> None:
    """Light in the air around a lamp, room units; it repeats with the wall."""
    if strength < 0.02:
        return
    reach *= room.size
    coarse = room.stage.framing.scale / 4

    def paint(canvas: Canvas) -> None:
        canvas.drawCircle(reach, reach, reach * 0.5, solid(tint, 0.20 * strength, reach * 0.21))
        canvas.drawCircle(reach, reach, reach * 0.16, solid(mix(tint, (1, 1, 1), 0.4), 0.30 * strength, reach * 0.08))

    picture = drawn(reach * 2, reach * 2, coarse, paint)
    at_x, at_y = room.at(x, y)
    room.stage.add_glow(
        Glow(picture, depth, x=at_x - reach, y=at_y - reach, scale=coarse, period=room.period * depth / room.depth),
        order,
    )


def pendant(
    room: Room, x: float, y: float, shade: Rgb, *, depth: float = 0.78, kind: str = "bell", reach: float = 150.0
) -> None:
    """A lamp on a wire that sways a little, its bulb at (x, y) in room units."""
    stage, level = room.stage, room.level
    at_x, at_y = room.at(x, y)
    top = -stage.framing.horizon - 80
    unit = room.size
    wide, high = 130.0, 120.0

    def paint(canvas: Canvas) -> None:
        canvas.translate(wide / 2, 84)
        _shade(canvas, kind, room.shade(shade, 0.9), room.tint, level)

    picture = image_of(drawn(wide, high, stage.framing.scale * unit, paint))
    pixels = stage.framing.scale * unit

    def draw(canvas: Canvas, seen: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(at_x, at_y, depth)
        _, ceiling, _ = view.place(at_x, top, depth)
        canvas.save()
        canvas.translate(px, ceiling)
        canvas.rotate(0.7 * math.sin(t * 0.8 + x))
        canvas.translate(0, py - ceiling)
        canvas.drawLine(0, ceiling - py, 0, -40 * scale * unit, stroke((0.08, 0.07, 0.08), 2.0 * scale * unit))
        grow = scale * unit / pixels
        canvas.scale(grow, grow)
        canvas.drawImage(picture, -wide / 2 * pixels, -84 * pixels, SMOOTH)
        canvas.restore()

    stage.add(depth, draw)
    halo(room, x, y, depth, reach, 0.25 + 0.75 * level, mix(room.tint, (1, 0.9, 0.7), 0.3), depth + 0.001)


def _shade(canvas: Canvas, kind: str, shade: Rgb, tint: Rgb, level: float) -> None:
    lit = mix(BULB, (1, 1, 1), 0.2)
    if kind == "globe":
        canvas.drawCircle(0, -8, 30, solid(mix(times(lit, 0.7), lit, level)))
        canvas.drawCircle(-8, -18, 12, solid((1, 1, 1), 0.6, 6))
        canvas.drawRect(skia.Rect.MakeLTRB(-8, -46, 8, -36), solid(shade))
        return
    if kind == "tube":
        canvas.drawRoundRect(skia.Rect.MakeLTRB(-60, -42, 60, -24), 6, 6, solid(shade))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(-56, -28, 56, -20), 4, 4, solid(mix(times(lit, 0.7), lit, level)))
        return
    if kind == "bulb":
        canvas.drawRect(skia.Rect.MakeLTRB(-6, -44, 6, -26), solid(times(shade, 0.6)))
        canvas.drawOval(skia.Rect.MakeLTRB(-14, -28, 14, 10), solid(mix(times(tint, 0.7), lit, level), 0.9))
        canvas.drawLine(-4, -20, 0, 0, stroke((1.0, 0.72, 0.34), 2.2))
        canvas.drawLine(4, -20, 0, 0, stroke((1.0, 0.72, 0.34), 2.2))
        return
    path = skia.Path()
    if kind == "drum":
        path.addRect(skia.Rect.MakeLTRB(-46, -44, 46, 4))
        inner = mix(shade, BULB, 0.25 + 0.45 * level)
        canvas.drawPath(path, linear((-46, 0), (46, 0), [times(inner, 0.86), inner, times(inner, 0.8)]))
    elif kind == "factory":
        path.moveTo(-10, -44)
        path.lineTo(10, -44)
        path.lineTo(14, -26)
        path.lineTo(58, -2)
        path.lineTo(-58, -2)
        path.lineTo(-14, -26)
        path.close()
        canvas.drawPath(path, linear((-58, 0), (58, 0), [times(shade, 1.15), shade, times(shade, 0.6)]))
    else:
        path.moveTo(-12, -42)
        path.lineTo(12, -42)
        path.quadTo(42, -28, 50, 2)
        path.lineTo(-50, 2)
        path.quadTo(-42, -28, -12, -42)
        path.close()
        canvas.drawPath(path, linear((-50, 0), (50, 0), [times(shade, 1.15), shade, times(shade, 0.6)]))
    canvas.drawOval(skia.Rect.MakeLTRB(-38, -5, 38, 9), solid(mix(times(lit, 0.55), lit, 0.4 + 0.6 * level)))


def standing(
    canvas: Canvas, x: float, y: float, high: float, shade: Rgb, level: float, *, stand: Rgb = (0.55, 0.42, 0.24)
) -> None:
    """A lamp with a cloth shade that stands on y: draw it over the lit wall."""
    canvas.drawRect(skia.Rect.MakeLTRB(x - 3.5, y - high, x + 3.5, y), solid(times(stand, 0.45 + 0.4 * level)))
    canvas.drawOval(skia.Rect.MakeLTRB(x - 22, y - 9, x + 22, y + 4), solid(times(stand, 0.4 + 0.35 * level)))
    path = skia.Path()
    path.moveTo(x - 24, y - high - 66)
    path.lineTo(x + 24, y - high - 66)
    path.lineTo(x + 48, y - high + 4)
    path.lineTo(x - 48, y - high + 4)
    path.close()
    glow = mix(times(shade, 0.55), mix(shade, BULB, 0.5), level)
    canvas.drawPath(
        path, linear((0, y - high - 66), (0, y - high + 4), [times(glow, 0.86), mix(glow, (1, 1, 1), 0.25 * level)])
    )


def sconce(room: Room, x: float, y: float, salt: int, *, candles: int = 1, strength: float = 1.0) -> None:
    """Candles on an arm at the wall, with flames that live."""
    stage, seed = room.stage, stage_seed(room, salt)
    at_x, at_y = room.at(x, y)
    spots = [(index - (candles - 1) / 2) * 26.0 for index in range(candles)]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        turn = round((view.x * room.depth + view.pan - at_x) / room.period)
        px, py, scale = view.place(at_x + turn * room.period, at_y, room.depth)
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale * room.size, scale * room.size)
        for spot in spots:
            candle(canvas, spot, 0.0, 30.0, t, seed + int(spot))
        if candles > 1:
            canvas.drawLine(spots[0], 4, spots[-1], 4, stroke(hexed("#5a4222"), 5))
        canvas.drawLine(0, 4, 0, 24, stroke(hexed("#5a4222"), 6))
        canvas.restore()

    stage.add(room.depth - 0.266, draw)
    fires.glow(
        stage,
        at_x,
        at_y - 36 * room.size,
        room.depth,
        190 * room.size,
        room.depth - 0.265,
        seed,
        strength * 0.8,
        room.period,
    )


def candle(canvas: Canvas, x: float, foot: float, high: float, t: float, seed: int) -> None:
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - 5, foot - high, x + 5, foot),
        linear((x - 5, 0), (x + 5, 0), [hexed("#c9a06a"), hexed("#f6e2b8"), hexed("#b98a54")]),
    )
    fires.flame(canvas, x, foot - high, 24, t, seed)


def stage_seed(room: Room, salt: int) -> int:
    return room.stage.seed(salt) % 1000


def chandelier(
    room: Room,
    x: float,
    y: float,
    *,
    depth: float = 0.74,
    salt: int = 880,
    arms: int = 5,
    metal: Rgb = (0.62, 0.46, 0.2),
) -> None:
    """A ring of candles on chains."""
    stage, seed = room.stage, stage_seed(room, salt)
    at_x, at_y = room.at(x, y)
    top = -stage.framing.horizon - 80
    tone = room.shade(metal, 1.2)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(at_x, at_y, depth)
        _, ceiling, _ = view.place(at_x, top, depth)
        unit = scale * room.size
        canvas.save()
        canvas.translate(px, py)
        canvas.drawLine(0, ceiling - py, 0, -70 * unit, stroke((0.10, 0.08, 0.07), 3 * unit))
        canvas.scale(unit, unit)
        for way in (-1, 1):
            canvas.drawLine(0, -72, way * 104, 0, stroke(times(tone, 0.7), 2.4))
        canvas.drawOval(skia.Rect.MakeLTRB(-108, -12, 108, 14), stroke(times(tone, 0.6), 6))
        for index in range(arms):
            angle = math.pi * (index + 0.5) / arms
            spot, down = -104 * math.cos(angle), 12 * math.sin(angle)
            candle(canvas, spot, down - 4, 26, t, seed + index * 7)
        canvas.drawArc(skia.Rect.MakeLTRB(-108, -12, 108, 14), 0, 180, False, stroke(tone, 6))
        canvas.restore()

    stage.add(depth, draw)
    fires.glow(
        stage, at_x, at_y - 24 * room.size, depth, 300 * room.size, depth + 0.001, seed, 0.35 + 0.45 * room.level
    )


def neon(canvas: Canvas, draw: Callable[[Canvas, object], None], tint: Rgb, *, width: float = 5.0) -> None:
    """A sign of glass tubes: `draw` is called with the canvas and a paint, for its glow and for itself."""
    for wide, alpha, blur, tone in (
        (width * 5, 0.30, 14, tint),
        (width * 2.2, 0.6, 5, tint),
        (width, 1.0, 0, mix(tint, (1, 1, 1), 0.6)),
    ):
        draw(canvas, stroke(tone, wide, alpha, blur))


def fixture(
    room: Room, x: float, y: float, reach: float = 190.0, strength: float = 1.0, tint: Rgb | None = None
) -> None:
    """Let there be light at this place of the wall."""
    room.lamps.append(Lamp(x, y, reach, strength, tint))
