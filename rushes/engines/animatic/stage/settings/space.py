"""Space: a nebula in two colours, stars in three depths, a ringed planet, a sun that flares."""

from __future__ import annotations

import math
from dataclasses import replace

import cv2
import numpy as np

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, mix, smooth, solid
from rushes.engines.animatic.paint.glows import Glow
from rushes.engines.animatic.paint.layers import Canvas, Layer, Picture, drawn, premultiplied
from rushes.engines.animatic.paint.noise import cloudy
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import globes, weather
from rushes.engines.animatic.stage.set import Set

PAIRS = (
    ("#1f4a9c", "#a03f7a"),
    ("#0f6a7a", "#6a3fb0"),
    ("#8a4a1f", "#2f4fa0"),
    ("#1f7a5a", "#3f4fb8"),
    ("#7a2f5a", "#b0703f"),
)
WORLDS = (
    ("bands", "#9a5f3a", "#f0d2a0", "#ffc890", 2.3),
    ("land", "#123f7a", "#5f8a4a", "#7fc0ff", 0.0),
    ("bands", "#3f5f9a", "#a8d0ea", "#a0d0ff", 2.1),
    ("craters", "#5a4a44", "#b8a290", "#c0a890", 0.0),
    ("bands", "#7a3f6a", "#f0b8a0", "#ffb0c0", 2.4),
)


def build(stage: Set) -> None:
    stage.groundless = True
    stage.light = replace(
        stage.air.light(), direction=(0.78 * stage.air.side, -0.5, 0.5), key=(1.02, 0.98, 0.92), ambient=(0.22, 0.24, 0.33),
        rim=(0.9, 0.95, 1.15),
    )  # fmt: skip
    frame = stage.framing
    random = stage.random(850)
    nebula(stage, PAIRS[int(random.integers(len(PAIRS)))])
    stars(stage, 0.03, 620, 1.0, 851)
    stars(stage, 0.09, 150, 1.5, 852)
    stars(stage, 0.22, 40, 1.9, 853)
    sun(stage)
    world = WORLDS[int(random.integers(len(WORLDS)))]
    if "moon" in stage.plan.features:
        world = WORLDS[3]
    if "rings" in stage.plan.features:
        ringed = [each for each in WORLDS if each[4]]
        world = ringed[int(random.integers(len(ringed)))]
    way = -stage.air.side
    radius = min(frame.width, frame.height) * random.uniform(0.20, 0.27)
    planet(
        stage,
        world,
        way * frame.width * random.uniform(0.20, 0.27),
        -frame.horizon + frame.height * random.uniform(0.40, 0.52),
        radius,
        0.30,
    )
    small = WORLDS[(WORLDS.index(world) + 2) % len(WORLDS)]
    planet(
        stage, (*small[:4], 0.0), -way * frame.width * 0.33, -frame.horizon + frame.height * 0.24, radius * 0.16, 0.16
    )
    weather.scatter(
        stage, weather.Specks(26, (0.8, 2.4), -4, -16, 1.3, 0.45, (0.9, 0.93, 1.0), soft=0.9), 855, order=2.4
    )


def nebula(stage: Set, pair: tuple[str, str], *, strength: float = 1.0, base: Rgb = (0.012, 0.016, 0.045)) -> None:
    frame = stage.framing
    cool, warm = (hexed(code) for code in pair)
    if stage.plan.colours:
        warm = mix(warm, hexed(stage.plan.colours[0]), 0.6)
    width, height = frame.width * 1.42, frame.height * 1.5
    coarse = frame.scale / 3
    shape = (math.ceil(height * coarse), math.ceil(width * coarse))
    fields = [
        cloudy(shape, (height / cell, width / cell * wide), stage.seed(856 + i), octaves=6, warp=warp, seamless=False)
        for i, (cell, wide, warp) in enumerate(((330, 0.9, 1.7), (240, 1.1, 1.3), (150, 1.0, 2.0)))
    ]
    first, second = smooth(0.42, 0.80, fields[0])[..., None], smooth(0.46, 0.80, fields[1])[..., None]
    dust = 1 - 0.78 * smooth(0.48, 0.62, fields[2])[..., None]
    glow = (
        first * np.array(cool) * 1.0
        + second * np.array(warm) * 0.85
        + first * second * np.array(mix(warm, (1.0, 0.8, 0.6), 0.5)) * 1.1
    )
    rgb = 1 - np.exp(-(np.array(base) + glow * dust * strength) * 1.6)
    extent = (round(width * frame.scale), round(height * frame.scale))
    full = np.asarray(cv2.resize(rgb.astype(np.float32), extent, interpolation=cv2.INTER_CUBIC), np.float32)
    picture = premultiplied(full, np.ones(full.shape[:2], np.float32), stage.seed(859))
    stage.add_layer(
        Layer(picture, 0.0, x=-width / 2, y=-frame.horizon - height * 0.16, scale=frame.scale, still=True), 0.0
    )


def stars(stage: Set, depth: float, count: int, size: float, salt: int) -> None:
    frame = stage.framing

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for _ in range(round(count * period / 1900)):
            x, y = random.uniform(0, period), random.uniform(-1.15, 0.75) * frame.height * 0.8
            bright = random.random() ** 5
            tint = mix(hexed("#b8d4ff"), hexed("#ffe2b8"), random.random())
            if bright > 0.4:
                canvas.drawCircle(x, y, 6 * bright * size, solid(tint, 0.34 * bright, 3 * size))
            canvas.drawCircle(x, y, (0.45 + 1.2 * bright) * size, solid(tint, 0.35 + 0.65 * random.random()))

    stage.bake(depth, -frame.height * 0.95, frame.height * 0.62, draw, order=0.001 + depth * 0.01, blur=0)


def sun(stage: Set) -> None:
    """A distant sun with long soft rays."""
    frame = stage.framing
    x, y = stage.air.side * frame.width * 0.36, -frame.horizon + frame.height * 0.15
    tint = hexed("#dfe9ff")

    def paint(canvas: Canvas) -> None:
        canvas.translate(520, 520)
        canvas.drawCircle(0, 0, 240, solid(tint, 0.16, 110))
        canvas.drawCircle(0, 0, 70, solid(tint, 0.45, 34))
        for turn, length in ((0, 480), (90, 300), (45, 170), (135, 170)):
            canvas.save()
            canvas.rotate(turn + 12)
            canvas.drawOval(skia.Rect.MakeXYWH(-length, -2.2, length * 2, 4.4), solid(tint, 0.34, 2.2))
            canvas.restore()
        canvas.drawCircle(0, 0, 17, solid((1, 1, 1), 1.0, 3))

    picture = drawn(1040, 1040, frame.scale / 2, paint)
    glow = Glow(picture, 0.02, x=x - 520, y=y - 520, scale=frame.scale / 2)

    def draw(canvas: Canvas, under: Picture, view: View, t: float) -> None:
        glow.draw(under, view, t, 0.92 + 0.08 * math.sin(t * 0.9))

    stage.add(0.02, draw)


def planet(
    stage: Set, world: tuple[str, str, str, str, float], x: float, y: float, radius: float, depth: float
) -> None:
    """A planet with its middle at (x, y), units."""
    kind, low, high, air, ring = world
    scale = stage.framing.scale
    light = (0.62 * stage.air.side, -0.48, 0.52)
    picture = globes.globe(
        radius * scale, light, seed=stage.seed(860), kind=kind, low=hexed(low), high=hexed(high), air=hexed(air), ring=ring,
        tilt=-0.32 * stage.air.side,
    )  # fmt: skip
    height, width = picture.shape[:2]
    stage.add_layer(Layer(picture, depth, x=x - width / scale / 2, y=y - height / scale / 2, scale=scale))
