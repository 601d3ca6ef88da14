"""Flocks: birds far off that circle or cross, small enough to be a stroke of wings."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import solid
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage.set import Set


def circling(stage: Set, depth: float, count: int, salt: int, tone: Rgb, *, size: float = 13.0) -> None:
    """Birds that glide in wide rings over the scene and beat their wings now and then."""
    frame = stage.framing
    random = stage.random(salt)
    birds = [
        (
            random.uniform(-0.36, 0.36) * frame.width,
            -frame.horizon * random.uniform(0.34, 0.82),
            random.uniform(60, 170),
            random.uniform(0, 2 * math.pi),
            random.uniform(0.16, 0.30) * random.choice((-1, 1)),
            size * random.uniform(0.7, 1.2),
        )
        for _ in range(count)
    ]
    paint = solid(tone, 0.92)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for x, y, ring, phase, pace, wide in birds:
            turn = phase + pace * t
            across, down, scale = view.place(x + math.cos(turn) * ring, y + math.sin(turn) * ring * 0.22, depth)
            half = wide * scale * (0.55 + 0.45 * abs(math.sin(turn)))
            beat = math.sin(t * 7.5 + phase * 5) * max(0.0, math.sin(t * 0.9 + phase)) * 0.55 + 0.22
            path = skia.Path()
            path.moveTo(across - half, down - half * beat)
            path.quadTo(across - half * 0.45, down - half * (0.30 + beat * 0.5), across, down)
            path.quadTo(across + half * 0.45, down - half * (0.30 + beat * 0.5), across + half, down - half * beat)
            path.quadTo(across + half * 0.42, down - half * (0.12 + beat * 0.5), across, down + half * 0.16)
            path.quadTo(across - half * 0.42, down - half * (0.12 + beat * 0.5), across - half, down - half * beat)
            canvas.drawPath(path, paint)

    stage.add(depth, draw)
