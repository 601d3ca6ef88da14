"""Undergrowth: bushes, grass, flowers and stones."""

from __future__ import annotations

import itertools
import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage.set import Random
from rushes.engines.animatic.stage.woods import clump


def bush(
    canvas: Canvas, x: float, foot: float, height: float, colour: Rgb, random: Random, *, light: Rgb, side: int = 1
) -> None:
    """A low round bush."""
    for index in range(9):
        u = random.uniform(-1, 1)
        v = random.random() * (1 - u * u) ** 0.5
        radius = height * random.uniform(0.26, 0.40)
        tone = mix(
            times(colour, 0.55), mix(colour, light, 0.22), min(1.0, 0.2 + 0.6 * v + 0.25 * side * u + index * 0.02)
        )
        canvas.drawPath(
            clump(x + u * height * 0.8, foot - height * 0.18 - v * height * 0.55, radius, random), solid(tone)
        )


def grass(
    canvas: Canvas, x: float, foot: float, height: float, colour: Rgb, tip: Rgb, random: Random, *, blades: int = 9, lean: float = 0.15, gust: float = 0.0
) -> None:  # fmt: skip
    """A tuft of grass; a `gust` (-1 to the left .. 1) lays it over."""
    for _ in range(blades):
        reach = height * random.uniform(0.55, 1.0)
        bend = ((lean + random.uniform(-0.45, 0.45)) * (1 - 0.5 * abs(gust)) + 0.75 * gust) * reach
        reach *= 1 - 0.22 * abs(gust)
        root = x + random.uniform(-0.28, 0.28) * height
        width = max(0.9, height * 0.045)
        path = skia.Path()
        path.moveTo(root - width, foot)
        path.quadTo(root + bend * 0.15, foot - reach * 0.6, root + bend, foot - reach)
        path.quadTo(root + bend * 0.15 + width, foot - reach * 0.5, root + width, foot)
        path.close()
        canvas.drawPath(path, linear((0, foot), (0, foot - reach), [times(colour, 0.7), tip]))


def stone(canvas: Canvas, x: float, foot: float, width: float, colour: Rgb, random: Random, *, light: Rgb, side: int = 1, cap: Rgb | None = None) -> None:  # fmt: skip
    """A rounded boulder with facets, perhaps with a cap of snow or moss."""
    height = width * random.uniform(0.45, 0.7)
    points = []
    for i in range(9):
        angle = math.pi + i / 8 * math.pi
        reach = random.uniform(0.88, 1.08)
        points.append((x + math.cos(angle) * width / 2 * reach, foot + math.sin(angle) * height * reach))
    path = skia.Path()
    path.moveTo(x - width / 2, foot)
    for a, b in itertools.pairwise(points):
        path.quadTo(a[0], a[1], (a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    path.lineTo(x + width / 2, foot)
    path.close()
    tones = [times(colour, 0.5), colour, mix(colour, light, 0.32)]
    canvas.drawPath(
        path, linear((x - side * width / 2, foot), (x + side * width / 2, foot - height), tones, [0, 0.6, 1])
    )
    canvas.save()
    canvas.clipPath(path, True)
    if cap is not None:
        canvas.drawOval(
            skia.Rect.MakeXYWH(x - width * 0.6, foot - height * 1.5, width * 1.2, height * 0.95), solid(cap, 0.92)
        )
    for _ in range(3):
        y = foot - height * random.uniform(0.1, 0.8)
        canvas.drawLine(x - width * 0.5, y, x + random.uniform(-0.1, 0.5) * width, y - height * random.uniform(-0.2, 0.3), stroke(times(colour, 0.55), max(0.7, width * 0.012), 0.5))  # fmt: skip
    canvas.restore()


def flower(canvas: Canvas, x: float, y: float, radius: float, colour: Rgb, random: Random) -> None:
    """A small flower of five petals, seen from the side."""
    turn = random.uniform(0, 1.2)
    for index in range(5):
        angle = turn + index * 1.2566
        canvas.drawCircle(
            x + math.cos(angle) * radius * 0.62,
            y + math.sin(angle) * radius * 0.42,
            radius * 0.52,
            solid(times(colour, 0.84 + 0.04 * index)),
        )
    canvas.drawCircle(x, y, radius * 0.34, solid(mix(colour, (1.0, 0.86, 0.3), 0.8)))
