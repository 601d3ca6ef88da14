"""Swells: low rises of the ground that hide where a plane would look flat, and what grows along their tops."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import linear, mix
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.noise import skyline
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, undergrowth
from rushes.engines.animatic.stage.set import Set


def strip(stage: Set, depth: float, foot: float, colour: Rgb, salt: int) -> None:
    """The ground that far trees stand on: a soft rise, not a flat band."""

    def draw(canvas: Canvas, period: float) -> None:
        line = skyline(round(period / 8), 5, stage.seed(300 + salt), octaves=4)
        path = skia.Path()
        path.moveTo(-8, foot + 60)
        for index in range(len(line) + 2):
            path.lineTo(index * 8 - 8, foot - 4 - 16 * float(line[(index - 1) % len(line)]))
        path.lineTo(period + 16, foot + 60)
        path.close()
        canvas.drawPath(path, linear((0, foot - 18), (0, foot + 44), [colour, ground.haze_band(stage)]))

    stage.bake(depth, foot - 26, foot + 56, draw, order=depth - 0.001)


def bank(stage: Set, depth: float, height: float, colour: Rgb, salt: int, *, tufts: bool = False) -> None:
    """A low swell of the ground, which hides where the plane would look flat."""
    air = stage.air
    foot = stage.ground_y(depth)
    near, low = air.surface(colour, depth, 0.86), air.surface(colour, depth, 0.28)

    def draw(canvas: Canvas, period: float) -> None:
        line = skyline(round(period / 6), 4, stage.seed(320 + salt), octaves=4)
        path = skia.Path()
        path.moveTo(-6, foot + height)
        for index in range(len(line) + 2):
            level = max(0.0, float(line[(index - 1) % len(line)]) - 0.42) * 2.2
            path.lineTo(index * 6 - 6, foot + 6 - height * level)
        path.lineTo(period + 12, foot + height)
        path.close()
        canvas.drawPath(
            path, linear((0, foot - height * 0.9), (0, foot + height), [near, low, low], [0, 0.7, 1], [1, 1, 0])
        )
        if tufts:
            random = stage.random(330 + salt)
            for _ in range(round(period / 34)):
                index = int(random.integers(0, len(line)))
                level = max(0.0, float(line[index]) - 0.42) * 2.2
                undergrowth.grass(
                    canvas, index * 6, foot + 8 - height * level, random.uniform(9, 24), low, near, random, blades=6
                )

    stage.bake(depth, foot - height - 30, foot + height, draw, melt=height * 0.9)


def tufts(
    stage: Set,
    depth: float,
    colour: Rgb,
    salt: int,
    *,
    count: int = 60,
    heights: tuple[float, float] = (14, 40),
    flowers: tuple[Rgb, ...] = (),
    order: float | None = None,
    blades: int = 8,
    spread: float = 10.0,
) -> None:
    """Grass and flowers that stand along a line of the ground at this depth."""
    air = stage.air
    foot = stage.ground_y(depth)
    grow = stage.near(depth) * depth
    root, tip = air.surface(colour, depth, 0.25), air.surface(mix(colour, (1.0, 0.95, 0.5), 0.3), depth, 0.95)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(360 + salt)
        for _ in range(round(count * period / 2000)):
            x, height = random.uniform(0, period), random.uniform(*heights) * grow
            y = foot + random.uniform(-spread, spread) * depth
            undergrowth.grass(canvas, x, y, height, root, tip, random, blades=blades, gust=air.gust)
            if flowers and random.random() < 0.62:
                bloom = air.surface(flowers[int(random.integers(len(flowers)))], depth, 0.9)
                for _ in range(3):
                    undergrowth.flower(
                        canvas,
                        x + random.uniform(-0.5, 0.5) * height,
                        y - height * random.uniform(0.5, 1.0),
                        height * 0.14,
                        bloom,
                        random,
                    )

    stage.bake(depth, foot - heights[1] * grow * 1.3 - spread, foot + spread + 4, draw, order=order, sways=foot)
