"""Cottages: houses of a village with smoke from their chimneys, and the fences around their gardens."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.puffs import Puff
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import buildings, undergrowth
from rushes.engines.animatic.stage.set import Set

WALLS = tuple(hexed(code) for code in ("#efe3cb", "#e6d2b0", "#d9c2a2", "#f1ece0", "#d8b08c"))
ROOFS = tuple(hexed(code) for code in ("#a0523c", "#8a4636", "#6f4a40", "#7a5a48"))


def houses(stage: Set, depth: float, count: int, widths: tuple[float, float], smoke: int, salt: int, white: Rgb | None, *, foot: float | None = None, clearing: float = 0.0) -> None:  # fmt: skip
    frame, air = stage.framing, stage.air
    base = stage.ground_y(depth) if foot is None else foot
    grow = stage.near(depth)
    chimneys: list[tuple[float, float]] = []
    period = stage.period(depth)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(770 + salt)
        number = max(2, round(count * period / 1900))
        for index in range(number):
            x = (index + random.uniform(0.2, 0.8)) / number * period
            if clearing and abs(x - period / 2) / (frame.width / 2) < clearing:
                x += frame.width * 0.3 * (1 if x > period / 2 else -1)
            width = random.uniform(*widths) * grow
            wall = air.surface(WALLS[int(random.integers(len(WALLS)))], depth, 0.6)
            roof = air.surface(ROOFS[int(random.integers(len(ROOFS)))], depth, 0.5)
            y = base + random.uniform(-3, 5) * depth
            canvas.drawOval(
                skia.Rect.MakeXYWH(x - width * 0.66, y - width * 0.03, width * 1.32, width * 0.11),
                solid(air.shadow, 0.35, width * 0.02),
            )
            buildings.house(canvas, x, y, width, random, wall=wall, roof=roof, edge=air.edge, side=air.side, lights=air.windows, snow=air.surface(white, depth, 0.8) if white else None, timber=random.random() < 0.4)  # fmt: skip
            chimneys.append((x - period / 2, y - width * 1.02))
            for _ in range(3):
                undergrowth.bush(canvas, x + random.choice((-1, 1)) * width * random.uniform(0.45, 0.65), y + 3, width * random.uniform(0.10, 0.18), air.surface(hexed("#5a7f48"), depth, 0.4), random, light=air.surface(white, depth, 0.8) if white else air.edge, side=air.side)  # fmt: skip

    stage.bake(depth, base - widths[1] * grow * 1.25, base + 16, draw, period=period)
    rising(stage, depth, chimneys[: max(1, smoke // 2)], period)


def rising(stage: Set, depth: float, places: list[tuple[float, float]], period: float) -> None:
    """Smoke that leaves chimneys and leans with the wind."""
    tone = mix(stage.air.haze, stage.air.surface((0.9, 0.9, 0.95), depth, 0.6), 0.5)
    wind = max(-60.0, min(60.0, stage.air.wind)) * 0.35
    size = 30 * depth + 4
    smoke = Puff(tone, 0.55)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for index, (x, y) in enumerate(places):
            if abs(x) > view.width * 0.75:
                continue
            for puff in range(7):
                life = (t * 0.16 + puff / 7 + index * 0.37) % 1.0
                across, down, scale = view.place(
                    x + wind * life * 3 + math.sin(t + puff) * 3 * depth, y - life * 150 * depth, depth
                )
                radius = size * (0.25 + life) * scale
                smoke.lay(picture, across, down, radius, 0.30 * math.sin(math.pi * min(1.0, life * 1.1)) ** 1.2)

    stage.add(depth + 0.001, draw)


def fence(stage: Set, depth: float, white: Rgb | None) -> None:
    air = stage.air
    foot = stage.ground_y(depth)
    wood = air.surface(hexed("#a08466"), depth, 0.55)
    cap = air.surface(white, depth, 0.8) if white is not None else mix(wood, air.edge, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(780)
        count = round(period / 74)
        for index in range(count):
            if index % 11 in (5, 6):
                continue
            x = index * period / count
            height = random.uniform(40, 48)
            lean = random.uniform(-2, 2)
            for y in (0.78, 0.42):
                canvas.drawLine(
                    x,
                    foot - height * y,
                    x + period / count,
                    foot - height * y + random.uniform(-3, 3),
                    stroke(times(wood, 0.82), 5),
                )
                canvas.drawLine(
                    x, foot - height * y - 2, x + period / count, foot - height * y - 2, stroke(cap, 1.4, 0.8)
                )
            canvas.drawLine(x, foot + 3, x + lean, foot - height, stroke(wood, 7.5))
            canvas.drawLine(
                x + lean + air.side * 2.4,
                foot - height + 2,
                x + air.side * 2.4,
                foot,
                stroke(mix(wood, air.edge, 0.4), 1.6),
            )

    stage.bake(depth, foot - 60, foot + 6, draw, period=74.0 * round(stage.period(depth) / 74))
