"""A city seen over its river: towers in three rows, their lights in the water, a promenade in front."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.colours import hexed, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.planes import Water
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import buildings, ground, hills, mist, sky, undergrowth, waves
from rushes.engines.animatic.stage.set import Set

SHORE = 0.66


def build(stage: Set) -> None:
    air = stage.air
    sky.hang(stage)
    hills.ridge(stage, 0.06, 60, hexed("#6d7a90"), waves=3, salt=100, rough=0.6)
    buildings.skyline_of(stage, 0.09, 8, (90, 250), (34, 76), hexed("#8b93ad"), 1, cell=8)
    mist.band(stage, 0.10, -120, 14, strength=0.36, salt=131)
    buildings.skyline_of(stage, 0.15, 10, (70, 240), (48, 110), hexed("#7d7f98"), 2, cell=10)
    buildings.skyline_of(stage, 0.22, 14, (40, 150), (70, 150), hexed("#6e6a7c"), 3, cell=12)
    bank_trees(stage)
    ground.lay(stage, hexed("#8f8a86"), hexed("#7d7a7c"), contrast=0.4, cell=200, patches=0.4, marks=paving)
    waves.lake(stage, SHORE)
    railing(stage)
    lamps(stage)
    planters(stage)
    if stage.air.wet > 0.3:
        puddles(stage, 0.9)
        stage.mirror = 0.8
    elif air.windows > 0.5:
        stage.mirror = 0.15


def paving(rgb: NDArray[np.float32], depth: NDArray[np.float32], x: NDArray[np.float32]) -> NDArray[np.float32]:
    """Slabs: courses across, joints along, each slab a little different."""
    distance = ground.DISTANCE / depth
    course = np.floor(distance / 34).astype(np.int64)[:, None]
    period = float(x[-1] - x[0]) + float(x[1] - x[0])
    slabs = max(1, round(period / 92))
    place = (x - x[0]) / period * slabs
    column = np.floor(place[None] + (course % 2) * 0.5).astype(np.int64) % slabs
    tone = ((column * 7919 + course * 104729) % 97) / 97.0
    along = np.abs(((place[None] + (course % 2) * 0.5) % 1.0) - 0.5) * 2
    across = np.abs(((distance / 34) % 1.0) - 0.5)[:, None] * 2
    keep = np.clip((depth - 0.4) * 1.8, 0, 1)[:, None]
    joint = np.maximum(np.clip((along - 0.965) * 30, 0, 1), np.clip((across - 0.90) * 10, 0, 1)) * keep
    return np.asarray(rgb * (1 + (0.09 * (tone - 0.5) * keep - 0.26 * joint)[..., None]), np.float32)


def puddles(stage: Set, strength: float, stands: float = SHORE) -> None:
    """A wet ground: its hollows mirror what stands behind."""
    stage.add_water(
        Water(
            waves.slopes(stage.seed(141)), roughness=15.0, cell=0.03, clear=0.10, mirror=(0.85 * strength, 0.66 * strength),
            puddles=0.42, stands=stands,
        ),
        stands + 0.06,
    )  # fmt: skip


def bank_trees(stage: Set) -> None:
    air = stage.air
    depth = 0.25
    tone = air.surface(hexed("#4d6a4a"), depth, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(710)
        canvas.drawRect(skia.Rect.MakeLTRB(-10, 8, period + 10, 20), solid(air.surface(hexed("#6f6a70"), depth, 0.4)))
        for _ in range(round(90 * period / 1900)):
            undergrowth.bush(canvas, random.uniform(0, period), 11, random.uniform(9, 24), times(tone, random.uniform(0.75, 1.1)), random, light=air.edge, side=air.side)  # fmt: skip
        for index in range(round(period / 60)):
            if air.windows > 0.2:
                canvas.drawCircle(index * 60.0, 9, 7, solid(buildings.WARM[0], 0.45 * air.windows, 4))
                canvas.drawCircle(index * 60.0, 9, 1.6, solid(buildings.WARM[1], air.windows))

    stage.bake(depth, -30, 20, draw)


def railing(stage: Set) -> None:
    air = stage.air
    depth = SHORE + 0.01
    foot = stage.ground_y(depth)
    iron = air.surface(hexed("#3d4250"), depth, 0.4)
    bright = mix(iron, air.edge, 0.5)
    stone = air.surface(hexed("#9a948e"), depth, 0.5)

    def draw(canvas: Canvas, period: float) -> None:
        canvas.drawRect(skia.Rect.MakeLTRB(-10, foot - 5, period + 10, foot + 7), solid(stone))
        canvas.drawRect(skia.Rect.MakeLTRB(-10, foot - 5, period + 10, foot - 3), solid(mix(stone, air.edge, 0.5)))
        posts = round(period / 92)
        for index in range(posts):
            x = index * period / posts
            canvas.drawRect(skia.Rect.MakeXYWH(x - 2.4, foot - 60, 4.8, 56), solid(iron))
            canvas.drawCircle(x, foot - 62, 4, solid(bright))
            for bar in range(1, 9):
                at = x + bar * period / posts / 9
                canvas.drawLine(at, foot - 50, at, foot - 6, stroke(iron, 1.3))
        for y, width in ((54, 3.0), (50, 1.4), (14, 1.6)):
            canvas.drawLine(-10, foot - y, period + 10, foot - y, stroke(iron, width))
        canvas.drawLine(-10, foot - 55.2, period + 10, foot - 55.2, stroke(bright, 0.9, 0.8))

    stage.bake(depth, foot - 70, foot + 8, draw, period=math.ceil(stage.period(depth) / 92) * 92)


def lamps(stage: Set) -> None:
    air = stage.air
    depth = 0.72
    foot = stage.ground_y(depth)
    iron = air.surface(hexed("#343946"), depth, 0.35)

    def draw(canvas: Canvas, period: float) -> None:
        count = max(2, round(period / 560))
        for index in range(count):
            buildings.lamp(canvas, (index + 0.32) * period / count, foot + 3, 270 * stage.framing.tall, iron, min(1.0, air.windows * 1.3), way=1 if index % 2 else -1)  # fmt: skip

    stage.bake(depth, foot - 420 * stage.framing.tall, foot + 5, draw)


def planters(stage: Set) -> None:
    """Out-of-focus plants and lights before the lens."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 60
    dark = mix(times(air.surface(hexed("#4d6a4a"), 1.0, 0.1), 0.5), air.shadow, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(720)
        for way in (-1, 1):
            centre = period / 2 + way * frame.width * 0.53
            for _ in range(5):
                undergrowth.bush(canvas, centre + random.uniform(-90, 90), foot, random.uniform(90, 170), dark, random, light=mix(dark, air.edge, 0.6), side=-way)  # fmt: skip
        if air.windows > 0.3:
            for _ in range(9):
                x, y = period / 2 + random.uniform(-0.6, 0.6) * frame.width, random.uniform(-0.5, 0.1) * frame.horizon
                canvas.drawCircle(
                    x, y, random.uniform(12, 26), solid(buildings.NEON[int(random.integers(6))], 0.10 * air.windows)
                )

    stage.bake(1.5, -frame.horizon * 0.6, foot + 4, draw, period=frame.width * 2.3, order=2.0, blur=3.1)
