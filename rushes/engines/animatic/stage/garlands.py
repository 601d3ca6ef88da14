"""Garlands: strings of bulbs that hang between posts and glow when it is dark, and flags on strings."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage.set import Set

WARM = (hexed("#ffd28a"),)
GAY = tuple(hexed(code) for code in ("#ff6a5a", "#ffd05a", "#6ad0ff", "#8aff9a", "#ff8ad8"))


def bulbs(
    stage: Set, depth: float, y: float, sag: float, step: float, salt: int, *, tints: tuple[Rgb, ...] = WARM, posts: float = 420.0
) -> None:  # fmt: skip
    """A string of bulbs across the frame at height `y` (units from the horizon) that sags between posts."""
    lit = 0.35 + 0.65 * min(1.0, stage.air.windows * 1.4)
    spans = max(2, round(stage.period(depth) / posts))
    period = spans * posts
    dark = times(stage.air.surface(hexed("#2a2a30"), depth, 0.3), 0.8)
    shift = float(stage.random(salt).uniform(0, posts))

    def at(x: float) -> float:
        share = (x + shift) / posts % 1.0
        return y + sag * 4 * share * (1 - share)

    def wire(canvas: Canvas, wide: float) -> None:
        line = skia.Path()
        line.moveTo(0, at(0))
        for index in range(1, round(wide / 12) + 1):
            line.lineTo(index * 12, at(index * 12))
        canvas.drawPath(line, stroke(dark, 2.2 * depth + 0.4))
        for index in range(round(wide / step)):
            x = index * step
            tint = tints[index % len(tints)]
            canvas.drawCircle(
                x, at(x) + 6 * depth, 5.2 * depth, solid(mix(times(tint, 0.7), mix(tint, (1, 1, 1), 0.45), lit))
            )

    def shine(canvas: Canvas, wide: float) -> None:
        for index in range(round(wide / step)):
            x = index * step
            canvas.drawCircle(
                x, at(x) + 6 * depth, 24 * depth, solid(tints[index % len(tints)], 0.34 * lit, 12 * depth)
            )

    stage.bake(depth, y - 30, y + sag + 30, wire, period=period)
    if stage.air.windows > 0.2:
        stage.bake(depth, y - 60, y + sag + 60, shine, period=period, glow=True, order=depth + 0.001, blur=1.0)


def pennants(stage: Set, depth: float, y: float, sag: float, salt: int, *, posts: float = 520.0) -> None:
    """Small flags on a string."""
    spans = max(2, round(stage.period(depth) / posts))
    period = spans * posts
    tints = [stage.air.surface(tint, depth, 0.8) for tint in GAY]
    shift = float(stage.random(salt).uniform(0, posts))

    def draw(canvas: Canvas, wide: float) -> None:
        for index in range(round(wide / (38 * depth + 4))):
            x = index * (38 * depth + 4)
            share = (x + shift) / posts % 1.0
            top, size = y + sag * 4 * share * (1 - share), 15 * depth
            flag = skia.Path()
            flag.moveTo(x - size, top)
            flag.lineTo(x + size, top)
            flag.lineTo(x + size * 0.3 * math.sin(index * 1.7), top + size * 2.3)
            flag.close()
            canvas.drawPath(flag, solid(tints[index % len(tints)]))

    stage.bake(depth, y - 10, y + sag + 60 * depth, draw, period=period)
