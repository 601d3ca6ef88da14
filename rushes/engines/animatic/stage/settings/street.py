"""A street of shops: fronts, signs, lamps, a road that shines when it rains."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import buildings, ground, mist, sky
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import city

KERB = 0.58


def build(stage: Set) -> None:
    air = stage.air
    neon = 1.0 if "neon" in stage.plan.features or "lights" in stage.plan.features else air.windows
    sky.hang(stage)
    buildings.skyline_of(stage, 0.08, 20, (180, 400), (60, 120), hexed("#7f84a0"), 1, cell=9)
    mist.band(stage, 0.10, -180, 30, strength=0.34, salt=131)
    buildings.skyline_of(stage, 0.16, 30, (140, 330), (90, 170), hexed("#74708a"), 2, cell=11)
    fronts(stage, 0.40, (270, 470), 3, neon, hexed("#7a6a6c"))
    ground.lay(
        stage,
        hexed("#5d5b60"),
        hexed("#4c4a52"),
        contrast=0.22,
        cell=130,
        patches=0.35,
        marks=road,
        fade=0.0,
        order=0.39,
    )
    pavement(stage)
    lamps(stage, neon)
    if air.wet > 0.3:
        city.puddles(stage, 1.0, stands=0.485)
        stage.mirror = 0.9
    bokeh(stage, neon)


def road(rgb: NDArray[np.float32], depth: NDArray[np.float32], x: NDArray[np.float32]) -> NDArray[np.float32]:
    """A worn centre line and the sheen of wheels."""
    line = np.exp(-(((depth - 1.32) / 0.018) ** 2))[:, None]
    period = float(x[-1] - x[0]) + float(x[1] - x[0])
    dash = (((x - x[0]) / period * round(period / 240)) % 1.0 < 0.55).astype(np.float32)[None]
    worn = 0.75 + 0.25 * np.sin(x / 37)[None]
    tracks = 0.06 * (np.exp(-(((depth - 0.86) / 0.05) ** 2)) + np.exp(-(((depth - 1.14) / 0.06) ** 2)))[:, None]
    bright = rgb * (1 + tracks)[..., None]
    paint = (line * dash * worn * 0.6)[..., None]
    return np.asarray(bright * (1 - paint) + np.clip(bright * 2.3, 0, 0.95) * paint, np.float32)


def fronts(stage: Set, depth: float, heights: tuple[float, float], salt: int, neon: float, wall: Rgb) -> None:
    """Houses with shops at their feet, wall to wall."""
    frame, air = stage.framing, stage.air
    foot = stage.ground_y(0.48)
    tall = frame.tall * stage.near(depth)
    glass = mix(air.surface(hexed("#52687c"), depth, 0.3), air.sky[len(air.sky) // 2], 0.3)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(730 + salt)
        x = 0.0
        while x < period - 90:
            width = min(random.uniform(170, 300), period - x)
            height = random.uniform(*heights) * tall
            tint = mix(
                wall,
                (hexed("#a06a52"), hexed("#8a8478"), hexed("#6f7488"), hexed("#9a8060"))[int(random.integers(4))],
                0.6,
            )
            tone = times(air.surface(tint, depth, 0.5), random.uniform(0.85, 1.08))
            _front(canvas, x, foot, width, height, tone, stage, random, glass, neon)
            x += width
        shade = linear((0, foot - 470 * tall), (0, foot), [air.haze, air.haze], None, [0.10, 0.0])
        shade.setBlendMode(skia.BlendMode.kSrcATop)
        canvas.drawPaint(shade)

    stage.bake(depth, foot - heights[1] * tall * 1.12, foot + 3, draw)


def _front(canvas: Canvas, x: float, foot: float, width: float, height: float, tone: Rgb, stage: Set, random: Random, glass: Rgb, neon: float) -> None:  # fmt: skip
    air = stage.air
    top = foot - height
    canvas.drawRect(
        skia.Rect.MakeXYWH(x, top, width, height + 4),
        linear((x, top), (x + width, foot), [mix(tone, air.edge, 0.12), tone, times(tone, 0.78)]),
    )
    canvas.drawRect(
        skia.Rect.MakeXYWH(x - 3, top - 6, width + 6, 12),
        linear((0, top - 6), (0, top + 6), [mix(tone, air.edge, 0.35), times(tone, 0.6)]),
    )
    canvas.drawRect(skia.Rect.MakeXYWH(x + width - 4, top, 4, height), solid(times(tone, 0.5), 0.7))
    columns = max(2, int(width / 58))
    rows = max(1, int((height - 150) / 74))
    for row in range(rows):
        y = top + 28 + row * 74
        canvas.drawRect(skia.Rect.MakeXYWH(x, y + 56, width, 3), solid(times(tone, 0.7), 0.6))
        for column in range(columns):
            at = x + (column + 0.5) * width / columns
            lit = random.random() < air.windows * 0.62
            box = skia.Rect.MakeXYWH(at - 14, y, 28, 44)
            if lit:
                glow = buildings.WARM[int(random.integers(4))]
                canvas.drawRect(skia.Rect.MakeXYWH(at - 20, y - 6, 40, 56), solid(glow, 0.22, 7))
                canvas.drawRect(box, linear((0, y), (0, y + 44), [mix(glow, (1, 1, 1), 0.2), times(glow, 0.8)]))
                if random.random() < 0.5:
                    canvas.drawRect(
                        skia.Rect.MakeXYWH(at - 14, y, random.uniform(6, 12), 44), solid(times(glow, 0.5), 0.6)
                    )
            else:
                canvas.drawRect(box, linear((0, y), (0, y + 44), [mix(glass, air.sky[1], 0.35), times(glass, 0.6)]))
            canvas.drawRect(box, stroke(mix(tone, (1, 1, 1), 0.25), 2.2))
            canvas.drawLine(at, y, at, y + 44, stroke(mix(tone, (1, 1, 1), 0.2), 1.4))
            canvas.drawRect(skia.Rect.MakeXYWH(at - 17, y + 44, 34, 4), solid(mix(tone, (1, 1, 1), 0.22)))
    inset = random.uniform(8, 16)
    buildings.shop(canvas, x + inset, foot, width - inset * 2, random, lights=max(0.15, neon), base=tone)
    if random.random() < 0.75:
        buildings.sign(canvas, x + random.uniform(6, width - 60), foot - random.uniform(250, 330), random, neon)


def pavement(stage: Set) -> None:
    """The raised walk before the shops, with its kerb."""
    air = stage.air
    top, foot = stage.ground_y(0.475), stage.ground_y(KERB)
    tone = air.surface(hexed("#8c8a8c"), 0.6, 0.55)

    def draw(canvas: Canvas, period: float) -> None:
        canvas.drawRect(
            skia.Rect.MakeLTRB(-10, top, period + 10, foot - 5), linear((0, top), (0, foot), [times(tone, 0.72), tone])
        )
        for index in range(round(period / 46)):
            canvas.drawLine(index * 46.0, top, index * 46.0 + 5, foot - 5, stroke(times(tone, 0.72), 1.0, 0.6))
        canvas.drawRect(skia.Rect.MakeLTRB(-10, foot - 6, period + 10, foot - 4), solid(mix(tone, air.edge, 0.45)))
        canvas.drawRect(
            skia.Rect.MakeLTRB(-10, foot - 4, period + 10, foot + 4),
            linear((0, foot - 4), (0, foot + 4), [times(tone, 0.6), times(tone, 0.34)]),
        )

    stage.bake(0.5, top, foot + 4, draw, order=0.42, period=46.0 * round(stage.period(0.5) / 46))


def lamps(stage: Set, neon: float) -> None:
    air = stage.air
    depth = 0.60
    foot = stage.ground_y(depth) - 3
    iron = air.surface(hexed("#2f3440"), depth, 0.35)

    def draw(canvas: Canvas, period: float) -> None:
        count = max(2, round(period / 620))
        for index in range(count):
            buildings.lamp(canvas, (index + 0.2) * period / count, foot, 300 * stage.framing.tall, iron, min(1.0, neon * 1.2), way=1 if index % 2 else -1)  # fmt: skip

    stage.bake(depth, foot - 440 * stage.framing.tall, foot + 4, draw)


def bokeh(stage: Set, neon: float) -> None:
    """Lights out of focus, nearer than the action."""
    if neon < 0.3:
        return
    frame = stage.framing

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(740)
        for _ in range(18):
            x, y, radius = (
                random.uniform(0, period),
                random.uniform(-0.75, 0.35) * frame.horizon,
                random.uniform(13, 34),
            )
            tint = buildings.NEON[int(random.integers(6))]
            canvas.drawCircle(x, y, radius, solid(tint, 0.13 * neon))
            canvas.drawCircle(x, y, radius, stroke(mix(tint, (1, 1, 1), 0.3), 1.6, 0.16 * neon))

    stage.bake(1.5, -frame.horizon * 0.95, frame.horizon * 0.5, draw, order=2.0, blur=1.4, glow=True)
