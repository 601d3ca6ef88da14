"""A desert: dunes with sharp crests, table mountains, cacti, air that trembles with heat."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.noise import skyline
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, hills, mist, sky, swells, undergrowth, woods
from rushes.engines.animatic.stage.set import Random, Set

SAND = hexed("#dca35f")
ROCK = hexed("#b0603c")


def build(stage: Set) -> None:
    sky.hang(stage)
    hills.ridge(stage, 0.08, 84, hexed("#a8785f"), waves=4, salt=100, rough=0.7)
    mesas(stage, 0.12, 150)
    mist.band(stage, 0.14, -60, 20, strength=0.42, salt=131)
    dune(stage, 0.18, 52, 101)
    dune(stage, 0.25, 66, 102)
    ground.lay(
        stage,
        SAND,
        mix(SAND, hexed("#c98348"), 0.6),
        contrast=0.75,
        cell=260,
        patches=0.4,
        marks=_ripples(stage),
        hollow=0.22,
        crest=0.92,
    )
    dune(stage, 0.42, 78, 103, foot=stage.ground_y(0.44))
    cacti(stage, 0.56, 7, 104)
    dune(stage, 0.66, 62, 105, foot=stage.ground_y(0.70))
    cacti(stage, 0.86, 3, 106, clearing=0.55)
    swells.tufts(stage, 0.9, hexed("#a58a4c"), 107, count=24, heights=(10, 26), blades=6)
    swells.tufts(stage, 1.25, hexed("#a58a4c"), 108, count=14, heights=(18, 42), blades=7)
    foreground(stage)


def _ripples(stage: Set) -> ground.Marks:
    def marks(rgb: NDArray[np.float32], depth: NDArray[np.float32], x: NDArray[np.float32]) -> NDArray[np.float32]:
        distance = ground.DISTANCE / depth
        keep = np.clip((depth - 0.35) * 1.6, 0, 1)
        period = float(x[-1] - x[0]) + (x[1] - x[0])
        swing = 7 * np.sin(x * 2 * math.pi / period * 9) + 4 * np.sin(x * 2 * math.pi / period * 23 + 1.1)
        wave = np.sin(distance[:, None] * 0.36 + swing[None] * 0.55)
        return np.asarray(rgb * (1 + 0.055 * keep[:, None] * wave)[..., None], np.float32)

    return marks


def dune(stage: Set, depth: float, height: float, salt: int, foot: float = 10.0) -> None:
    """A chain of dunes: a long lit back, a crest that is a line, a steep dark lee."""
    air = stage.air
    height *= stage.near(depth) * stage.framing.tall
    day, lee = air.surface(SAND, depth, 0.95), air.surface(times(SAND, 0.82), depth, 0.12)
    mid = air.surface(SAND, depth, 0.6)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(520 + salt)
        line = skyline(round(period / 5), 3, stage.seed(525 + salt), octaves=3)
        top = [foot - height * (0.15 + 0.95 * float(v)) for v in line]
        path = skia.Path()
        path.moveTo(-5, foot + 60)
        for index in range(len(line) + 2):
            path.lineTo(index * 5 - 5, top[(index - 1) % len(line)])
        path.lineTo(period + 10, foot + 60)
        path.close()
        canvas.drawPath(
            path,
            linear(
                (0, foot - height),
                (0, foot + 44),
                [mid, mid, mix(day, mid, 0.5)],
                [0, 0.5, 1],
                [1, 1, 0] if depth > 0.3 else None,
            ),
        )
        canvas.save()
        canvas.clipPath(path, True)
        peaks = [i for i in range(len(top)) if top[i] <= min(top[(i + k) % len(top)] for k in range(-14, 15))]
        for peak in peaks:
            _lee(canvas, peak * 5.0, top[peak], foot, height, period, (day, lee), random, air.side)
        canvas.restore()

    stage.bake(depth, foot - height * 1.15, foot + 50, draw, melt=74 if depth > ground.ORDER else 0.0)


def _lee(canvas: Canvas, x: float, y: float, foot: float, height: float, period: float, tones: tuple[Rgb, Rgb], random: Random, side: int) -> None:  # fmt: skip
    day, lee = tones
    reach = height * random.uniform(2.2, 3.4)
    bend = random.uniform(0.2, 0.5) * height
    for shift in (-period, 0.0, period):
        at = x + shift
        dark = skia.Path()
        dark.moveTo(at, y - 2)
        dark.cubicTo(
            at - side * bend * 0.4,
            y + height * 0.3,
            at + side * bend,
            y + height * 0.6,
            at - side * bend * 0.6,
            foot + 30,
        )
        dark.lineTo(at - side * reach, foot + 30)
        dark.quadTo(at - side * reach * 0.5, y + height * 0.10, at, y - 2)
        dark.close()
        canvas.drawPath(
            dark,
            linear((at, y), (at - side * reach * 0.35, foot + 18), [lee, lee, lee], [0, 0.35, 1], [0.95, 0.7, 0.0]),
        )
        bright = skia.Path()
        bright.moveTo(at, y - 2)
        bright.cubicTo(
            at - side * bend * 0.4,
            y + height * 0.3,
            at + side * bend,
            y + height * 0.6,
            at - side * bend * 0.6,
            foot + 30,
        )
        bright.lineTo(at + side * reach, foot + 30)
        bright.quadTo(at + side * reach * 0.5, y + height * 0.10, at, y - 2)
        bright.close()
        canvas.drawPath(bright, linear((at, 0), (at + side * reach, 0), [day, day], [0, 1], [0.95, 0.0]))


def mesas(stage: Set, depth: float, height: float) -> None:
    """Table mountains and needles in layers of red stone."""
    air, frame = stage.air, stage.framing
    height *= frame.tall * stage.near(depth)
    tones = [air.surface(ROCK, depth, f) for f in (0.15, 0.5, 0.95)]

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(530)
        for _ in range(max(3, round(5 * period / 1900))):
            x, wide, tall = random.uniform(0, period), random.uniform(50, 230), height * random.uniform(0.45, 1.0)
            path = skia.Path()
            path.moveTo(x - wide * 0.75, 16)
            path.lineTo(x - wide * 0.56, -tall * 0.36)
            path.lineTo(x - wide * 0.48, -tall * 0.40)
            path.lineTo(x - wide * 0.44, -tall * 0.97)
            for step in range(6):
                path.lineTo(x + wide * (-0.44 + 0.88 * step / 5), -tall * random.uniform(0.95, 1.02))
            path.lineTo(x + wide * 0.48, -tall * 0.42)
            path.lineTo(x + wide * 0.58, -tall * 0.36)
            path.lineTo(x + wide * 0.80, 16)
            path.close()
            canvas.drawPath(path, linear((x - air.side * wide * 0.6, 0), (x + air.side * wide * 0.6, 0), tones))
            canvas.save()
            canvas.clipPath(path, True)
            for _ in range(9):
                y = -tall * random.uniform(0.05, 1.0)
                band = skia.Rect.MakeXYWH(x - wide, y, wide * 2, random.uniform(2, 7))
                canvas.drawRect(
                    band, linear((x - wide, 0), (x + wide, 0), [times(tones[0], 0.8), tones[1]], None, [0.34, 0.1])
                )
            for _ in range(12):
                cx = x + random.uniform(-0.5, 0.5) * wide
                canvas.drawRect(skia.Rect.MakeXYWH(cx, -tall, random.uniform(2, 8), tall * random.uniform(0.4, 0.64)), linear((0, -tall), (0, -tall * 0.4), [tones[0], tones[0]], None, [0.4, 0]))  # fmt: skip
            canvas.restore()

    stage.bake(depth, -height * 1.05, 16, draw, veil=False)


def cacti(stage: Set, depth: float, count: int, salt: int, *, clearing: float = 0.0) -> None:
    air, frame = stage.air, stage.framing
    foot = stage.ground_y(depth)
    green = air.surface(hexed("#5f8050"), depth, 0.5)
    rim = mix(air.edge, green, 0.3)
    tall = stage.near(depth)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(540 + salt)
        number = max(2, round(count * period / 1900))
        for index in range(number):
            x = (index + random.uniform(0.1, 0.9)) / number * period
            if clearing and abs(x - period / 2) / (frame.width / 2) < clearing:
                continue
            size = random.uniform(150, 260) * depth * tall
            shade = skia.Rect.MakeXYWH(x - size * 0.4 - air.side * size * 0.3, foot - 3, size * 0.8, 10 * depth)
            canvas.drawOval(shade, linear((0, foot - 3), (0, foot + 8), [air.shadow, air.shadow], None, [0.35 * air.shadow_strength, 0.35 * air.shadow_strength]))  # fmt: skip
            woods.cactus(canvas, x, foot + 3, size, green, random, rim=rim, side=air.side)
            undergrowth.stone(
                canvas,
                x + size * 0.4,
                foot + 6,
                size * 0.3,
                air.surface(ROCK, depth, 0.4),
                random,
                light=rim,
                side=air.side,
            )

    stage.bake(depth, foot - 280 * depth * tall, foot + 16, draw)


def foreground(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark = mix(times(air.surface(ROCK, 1.0, 0.1), 0.5), air.shadow, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(550)
        for way in (-1, 1):
            x = period / 2 + way * frame.width * random.uniform(0.46, 0.56)
            undergrowth.stone(
                canvas, x, foot, random.uniform(240, 380), dark, random, light=mix(dark, air.edge, 0.5), side=-way
            )
            for _ in range(6):
                undergrowth.grass(canvas, x + random.uniform(-160, 160), foot, random.uniform(90, 190), dark, mix(dark, air.edge, 0.4), random, blades=7)  # fmt: skip

    stage.bake(1.5, foot - 230, foot + 5, draw, order=2.0)
