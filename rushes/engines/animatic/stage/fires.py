"""Fires: flames that lick and flicker, the glow around them, sparks and smoke."""

from __future__ import annotations

import math

from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.glows import Glow
from rushes.engines.animatic.paint.layers import Canvas, Picture, drawn
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import weather
from rushes.engines.animatic.stage.set import Set

FLAMES = (("#ff5a14", 1.0, 0.50), ("#ff9a2e", 0.74, 0.75), ("#ffd873", 0.48, 0.95), ("#fffbe0", 0.25, 1.0))


def flicker(t: float, seed: int) -> float:
    """0..1: the unrest of a flame."""
    phase = (seed % 997) / 50
    return (
        0.5
        + 0.22 * math.sin(t * 9.1 + phase)
        + 0.16 * math.sin(t * 14.7 + phase * 2.3)
        + 0.12 * math.sin(t * 23.3 + phase * 3.1)
    )


def flame(canvas: Canvas, x: float, y: float, size: float, t: float, seed: int) -> None:
    """A flame whose foot is at (x, y), `size` high."""
    for index, (code, share, alpha) in enumerate(FLAMES):
        height = size * share * (0.82 + 0.36 * flicker(t + index * 0.7, seed + index))
        lean = size * (0.10 * math.sin(t * 8.3 + index + seed) + 0.06 * math.sin(t * 13.9 + index * 2))
        half = size * 0.28 * share
        path = skia.Path()
        path.moveTo(x - half, y)
        path.cubicTo(
            x - half * 1.35, y - height * 0.45, x - half * 0.1 + lean * 0.4, y - height * 0.55, x + lean, y - height
        )
        path.cubicTo(x + half * 0.5 + lean * 0.3, y - height * 0.6, x + half * 1.35, y - height * 0.4, x + half, y)
        path.quadTo(x, y + half * 0.5, x - half, y)
        canvas.drawPath(path, solid(hexed(code), alpha, size * 0.035 * share + 0.6))


def glow(
    stage: Set,
    x: float,
    y: float,
    depth: float,
    reach: float,
    order: float,
    seed: int,
    strength: float = 1.0,
    period: float | None = None,
) -> None:
    """Warm light around a fire, breathing with it."""
    coarse = stage.framing.scale / 4
    tint = hexed("#ff9a40")

    def paint(canvas: Canvas) -> None:
        canvas.drawCircle(reach, reach, reach * 0.5, solid(tint, 0.22 * strength, reach * 0.2))
        canvas.drawCircle(reach, reach, reach * 0.18, solid(mix(tint, (1, 1, 0.8), 0.5), 0.30 * strength, reach * 0.08))

    light = Glow(
        drawn(reach * 2, reach * 2, coarse, paint),
        depth,
        x=x - reach,
        y=y - reach,
        scale=coarse,
        period=period,
    )

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        light.draw(picture, view, t, 0.72 + 0.28 * flicker(t, seed))

    stage.add(order, draw)


def torch(stage: Set, x: float, y: float, depth: float, salt: int, *, period: float) -> None:
    """A torch in its bracket, its flame at (x, y), and again after each period."""
    seed = stage.seed(salt) % 1000
    glow(stage, x, y - 30, depth, 330, depth + 0.001, seed, period=period)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        turn = round((view.x * depth + view.pan - x) / period)
        across, down, scale = view.place(x + turn * period, y, depth)
        canvas.save()
        canvas.translate(across, down)
        canvas.scale(scale, scale)
        shaft = skia.Path()
        shaft.moveTo(-8, 0)
        shaft.lineTo(8, 0)
        shaft.lineTo(5, 112)
        shaft.lineTo(-5, 112)
        shaft.close()
        canvas.drawPath(shaft, linear((-8, 0), (8, 0), [hexed("#1f130b"), hexed("#7a4e2a"), hexed("#20130c")]))
        canvas.drawRect(skia.Rect.MakeXYWH(-11, -4, 22, 16), solid(hexed("#2a2320")))
        canvas.drawLine(0, 70, 0, 96, stroke(hexed("#1a1614"), 15))
        flame(canvas, 0, -2, 92, t, seed)
        canvas.restore()

    stage.add(depth + 0.002, draw)


def campfire(stage: Set, x: float, depth: float, salt: int = 970) -> None:
    """Logs, flames, the light they throw on the ground, sparks and smoke."""
    seed = stage.seed(salt) % 1000
    y = stage.ground_y(depth)
    dark = stage.plan.time in ("night", "dusk")
    glow(stage, x, y - 40, depth, 430, depth - 0.02, seed, 1.0 if dark else 0.45)
    bark = hexed("#4a2f20")

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        across, down, scale = view.place(x, y, depth)
        size = scale * depth
        canvas.save()
        canvas.translate(across, down)
        canvas.scale(size, size)
        canvas.drawOval(
            skia.Rect.MakeXYWH(-210, -16, 420, 60), solid(hexed("#ff8a30"), 0.20 * (0.8 + 0.2 * flicker(t, seed)), 26)
        )
        for index in range(8):
            angle = index / 8 * 6.283
            stone = skia.Rect.MakeXYWH(58 * math.cos(angle) - 15, 15 * math.sin(angle) - 9, 30, 20)
            if math.sin(angle) < 0.1:
                canvas.drawOval(stone, solid(mix(hexed("#4a4442"), hexed("#ff9a50"), 0.2)))
        for way in (-1, 1):
            canvas.drawLine(way * 44, 4, -way * 26, -22, stroke(bark, 15))
            canvas.drawLine(way * 42, 1, -way * 26, -25, stroke(mix(bark, hexed("#ff8a30"), 0.5), 4))
        for shift, share in ((-17, 0.72), (19, 0.66), (0, 1.0)):
            flame(canvas, shift, -4, 118 * share, t + shift, seed + int(shift))
        for index in range(8):
            angle = index / 8 * 6.283
            if math.sin(angle) >= 0.1:
                stone = skia.Rect.MakeXYWH(58 * math.cos(angle) - 15, 15 * math.sin(angle) - 9, 30, 20)
                canvas.drawOval(
                    stone,
                    linear((0, stone.top()), (0, stone.bottom()), [times(hexed("#ff9a50"), 0.7), hexed("#2a2626")]),
                )
        for spark in range(14):
            life = (t * (0.42 + 0.03 * (spark % 5)) + spark * 0.377) % 1.0
            canvas.drawCircle(
                30 * math.sin(spark * 2.4 + t * 1.3) * (0.3 + life),
                -40 - 240 * life,
                2.4 * (1 - life),
                solid(hexed("#ffb050"), 1 - life),
            )
        canvas.restore()

    stage.add(depth, draw)


def fireflies(stage: Set) -> None:
    """Points of light that blink and wander low over the ground."""
    tint = hexed("#d8ff7a")
    weather.scatter(
        stage, weather.Specks(22, (2.0, 3.4), -4, 9, 0.7, 0.9, tint, soft=1.0, sway=38, glow=True, blink=0.22), 976
    )
    weather.scatter(
        stage,
        weather.Specks(12, (4.0, 7.0), -6, 13, 1.2, 0.8, tint, soft=1.0, sway=52, glow=True, blink=0.28),
        977,
        order=1.6,
    )
