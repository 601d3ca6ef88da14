"""Crops: fields of sunflowers, lavender or wheat, row behind row."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage.set import Random, Set

FIELDS = ("sunflowers", "lavender", "wheat")
#: (depth, plants in 1900 units, height in units at depth 1); the last rows stand before the cast.
ROWS = (
    (0.34, 150, 120),
    (0.42, 120, 120),
    (0.52, 90, 116),
    (0.64, 66, 110),
    (0.80, 44, 96),
    (1.22, 26, 120),
    (1.45, 18, 150),
)


def sow(stage: Set, kind: str) -> None:
    """Fill the ground with one crop; the middle stays open where the cast stands."""
    for index, (depth, count, height) in enumerate(ROWS):
        _row(stage, kind, depth, count, height, 1900 + index)


def _row(stage: Set, kind: str, depth: float, count: int, height: float, salt: int) -> None:
    frame, air = stage.framing, stage.air
    foot = stage.ground_y(depth) if depth < 1.4 else frame.height - frame.horizon + 50
    grow = (
        depth * (stage.near(depth) if depth < 1 else 1.0) * {"sunflowers": 1.0, "lavender": 0.55, "wheat": 0.75}[kind]
    )
    leaf = air.surface(hexed("#4f7f38"), depth, 0.45)
    shade = times(leaf, 0.55)
    open_share = 0.0 if depth < 0.6 else 0.26 if depth < 1 else 0.5

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for index in range(round(count * period / 1900)):
            x = (index + random.uniform(0.0, 1.0)) * 1900 / count
            if abs(x - period / 2) / (frame.width / 2) < open_share:
                continue
            y, high = foot + random.uniform(-5, 7) * depth, height * grow * random.uniform(0.78, 1.12)
            if kind == "sunflowers":
                _sunflower(
                    canvas,
                    x,
                    y,
                    high,
                    leaf,
                    shade,
                    air.surface(hexed("#f6bd2c"), depth, 0.8),
                    air.surface(hexed("#5f3d22"), depth, 0.5),
                    random,
                )
            elif kind == "lavender":
                _lavender(canvas, x, y, high, leaf, air.surface(hexed("#8f6fd0"), depth, 0.7), random)
            else:
                _wheat(canvas, x, y, high, air.surface(hexed("#d9ae55"), depth, 0.75), random)

    stage.bake(depth, foot - height * grow * 1.5 - 8, foot + 12, draw, order=2.0 if depth > 1.4 else None)


def _sunflower(canvas: Canvas, x: float, foot: float, high: float, leaf: Rgb, shade: Rgb, petal: Rgb, heart: Rgb, random: Random) -> None:  # fmt: skip
    lean = random.uniform(-0.08, 0.08) * high
    head = (x + lean, foot - high)
    canvas.drawLine(x, foot, *head, stroke(leaf, max(1.2, high * 0.035)))
    for way, at in ((-1, 0.35), (1, 0.5), (-1, 0.66)):
        path = skia.Path()
        base = (x + lean * at, foot - high * at)
        path.moveTo(*base)
        path.quadTo(
            base[0] + way * high * 0.12, base[1] - high * 0.12, base[0] + way * high * 0.25, base[1] + high * 0.02
        )
        path.quadTo(base[0] + way * high * 0.10, base[1] + high * 0.06, *base)
        canvas.drawPath(path, solid(leaf if way > 0 else shade))
    size = high * random.uniform(0.15, 0.19)
    turn = random.uniform(0, 30)
    for index in range(14):
        canvas.save()
        canvas.translate(*head)
        canvas.rotate(turn + index * 360 / 14)
        canvas.drawOval(
            skia.Rect.MakeXYWH(-size * 0.24, -size * 1.05, size * 0.48, size * 0.86),
            solid(times(petal, 0.84 + 0.16 * (index % 2))),
        )
        canvas.restore()
    canvas.drawCircle(
        *head,
        size * 0.52,
        linear((head[0] - size, head[1]), (head[0] + size, head[1]), [times(heart, 0.8), mix(heart, petal, 0.25)]),
    )


def _lavender(canvas: Canvas, x: float, foot: float, high: float, leaf: Rgb, bloom: Rgb, random: Random) -> None:
    for index in range(9):
        turn = (index - 4) / 4 * 0.5 + random.uniform(-0.08, 0.08)
        reach = high * random.uniform(0.8, 1.1)
        tip = (x + math.sin(turn) * reach, foot - math.cos(turn) * reach)
        canvas.drawLine(x, foot, *tip, stroke(times(leaf, 0.9), max(0.8, high * 0.02)))
        for bead in range(5):
            s = 1 - bead * 0.09
            canvas.drawCircle(
                x + math.sin(turn) * reach * s,
                foot - math.cos(turn) * reach * s,
                max(0.9, high * 0.042),
                solid(times(bloom, 0.8 + 0.08 * bead)),
            )


def _wheat(canvas: Canvas, x: float, foot: float, high: float, tone: Rgb, random: Random) -> None:
    for index in range(7):
        bend = (0.16 + random.uniform(-0.12, 0.14)) * high
        root = x + (index - 3) * high * 0.07
        tip = (root + bend, foot - high * random.uniform(0.85, 1.08))
        stem = skia.Path()
        stem.moveTo(root, foot)
        stem.quadTo(root, foot - high * 0.6, *tip)
        canvas.drawPath(stem, stroke(times(tone, 0.75), max(0.8, high * 0.014)))
        for grain in range(5):
            at = (tip[0] - bend * 0.10 * grain, tip[1] + high * 0.045 * grain)
            canvas.drawOval(
                skia.Rect.MakeXYWH(at[0] - high * 0.022, at[1] - high * 0.035, high * 0.044, high * 0.07),
                solid(mix(tone, (1, 0.95, 0.7), 0.06 * grain)),
            )
