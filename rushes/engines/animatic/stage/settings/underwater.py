"""Under water: shafts of light, a reef in many colours, kelp, a shoal that turns, bubbles that rise."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, smooth, solid, stroke, times
from rushes.engines.animatic.paint.glows import Glow
from rushes.engines.animatic.paint.layers import Canvas, Layer, Picture, premultiplied
from rushes.engines.animatic.paint.noise import cloudy, skyline
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import floors, ground, reef, rows, weather, wrecks
from rushes.engines.animatic.stage.set import Set

WATER = {
    "day": ("#b4f0ee", "#52c4d8", "#1f8fc0", "#0f5f98", "#0a3a6c"),
    "golden": ("#ffe9b0", "#8fd0b4", "#2f93a8", "#125f88", "#0a3558"),
    "dawn": ("#ffd9cc", "#a9b8d8", "#4a86b4", "#1c5588", "#0e3058"),
    "dusk": ("#e0a0b8", "#8f7ab8", "#3f5a9c", "#1c3a74", "#0c1f4c"),
    "night": ("#3f6f9c", "#1f4a7c", "#10305c", "#081c40", "#040e26"),
}


def build(stage: Set) -> None:
    stage.groundless = False
    tones = tuple(hexed(code) for code in WATER[stage.plan.time])
    if stage.plan.weather in ("storm", "rain", "fog", "cloudy"):
        tones = tuple(mix(times(c, 0.8), hexed("#5f8078"), 0.25) for c in tones)
    backdrop(stage, tones)
    level = {"night": 0.55, "dusk": 0.8}.get(stage.plan.time, 1.0)
    stage.light = replace(
        stage.air.light(), direction=(0.3 * stage.air.side, -0.85, 0.42), key=times((0.72, 0.92, 0.90), level),
        ambient=times(mix((0.46, 0.56, 0.62), tones[2], 0.35), level), rim=times(mix((0.5, 0.9, 0.9), tones[0], 0.5), level),
        shadow=times(tones[4], 0.6), shadow_strength=0.34, shadow_length=0.2,
    )  # fmt: skip
    dim = {"night": 0.42, "dusk": 0.66}.get(stage.plan.time, 1.0)
    haze = mix(tones[2], tones[3], 0.3)
    if in_pool(stage):
        lay_sand(stage, mix(times(hexed("#cfeff2"), dim), tones[1], 0.4), haze, floors.tiles)
        basin(stage, tones, dim)
        rays(stage, tones[0])
    else:
        reefs(stage, tones, haze, dim)
    pale = mix(tones[0], (1, 1, 1), 0.4)
    weather.scatter(stage, weather.Specks(170, (0.5, 1.5), 7, 9, 0.7, 0.42, pale, soft=0.9), 595)
    weather.scatter(stage, weather.Specks(34, (1.4, 4.6), -58, 5, 1.05, 0.42, pale, soft=0.35), 596)
    weather.scatter(stage, weather.Specks(14, (6, 15), 9, 20, 1.6, 0.15, pale, soft=0.95), 597, order=3.0)


def backdrop(stage: Set, tones: tuple[Rgb, ...]) -> None:
    frame = stage.framing
    top, bottom = -frame.horizon - 0.3 * frame.height, 0.3 * frame.height
    width = frame.width * 1.42
    coarse = frame.scale / 2
    rows, columns = math.ceil((bottom - top) * coarse), math.ceil(width * coarse)
    y = np.linspace(top, bottom, rows, dtype=np.float32)[:, None]
    x = np.linspace(-width / 2, width / 2, columns, dtype=np.float32)[None]
    share = np.clip((y + frame.horizon) / (frame.horizon + 0.15 * frame.height), 0, 1)
    stops = (0.0, 0.18, 0.46, 0.78, 1.0)
    rgb = np.stack([np.interp(share[:, 0], stops, [c[i] for c in tones]) for i in range(3)], axis=-1)[:, None]
    away = np.hypot((x - stage.air.sun_x * frame.width * 0.6) * 0.8, y + frame.horizon * 1.1)
    glow = (0.75 * np.exp(-away / 300))[..., None]
    rgb = 1 - (1 - rgb) * (1 - glow * np.array(mix(tones[0], (1, 1, 1), 0.5)))
    rgb = np.asarray(cv2.resize(rgb.astype(np.float32), (columns * 2, rows * 2)), np.float32)
    picture = premultiplied(rgb, np.ones(rgb.shape[:2], np.float32), stage.seed(590))
    stage.add_layer(Layer(picture, 0.0, x=-width / 2, y=top, scale=coarse * 2, still=True), 0.0)


def in_pool(stage: Set) -> bool:
    """Is this water in a pool, which has tiles where the sea has sand and coral?"""
    said = stage.plan.prompt.lower()
    return "pool" in re.findall(r"[a-z]+", said) and "tide" not in said


def reefs(stage: Set, tones: tuple[Rgb, ...], haze: Rgb, dim: float) -> None:
    """What grows and swims in the sea."""
    shoal(stage, 0.16, 30, mix(tones[3], tones[2], 0.3), 591)
    reef.bank(stage, 0.18, 96, haze, 0.80, dim, 1)
    reef.bank(stage, 0.28, 70, haze, 0.58, dim, 2)
    if any(word in stage.plan.prompt.lower() for word in ("shipwreck", "sunken ship", "sunken galleon")):
        wrecks.ship(stage, 0.40, rows.free_side(stage, 589) * stage.framing.width * 0.14, haze, dim, 588)
    shoal(stage, 0.34, 18, mix(hexed("#ffc24a"), haze, 0.35), 592)
    sand = mix(times(hexed("#d8c79a"), dim), tones[2], 0.38)
    lay_sand(stage, sand, haze)
    reef.bank(stage, 0.50, 60, haze, 0.32, dim, 3, foot=stage.ground_y(0.5))
    rays(stage, tones[0])
    reef.bank(stage, 0.78, 44, haze, 0.12, dim, 4, foot=stage.ground_y(0.8), clearing=0.5)
    shoal(stage, 1.06, 7, times(hexed("#ff9a3c"), 0.4 + 0.6 * dim), 593)
    reef.foreground(stage, mix(tones[4], hexed("#04121f"), 0.4))


def basin(stage: Set, tones: tuple[Rgb, ...], dim: float) -> None:
    """The far wall of a pool: courses of small tiles, a dark band, a ladder, lines on the floor that lead to it."""
    depth, frame = 0.22, stage.framing
    top, foot = -frame.horizon * 0.74, 16.0
    tile = mix(times(hexed("#8fdcea"), dim), tones[2], 0.45)
    band, joint = mix(times(hexed("#1f5fa8"), dim), tones[2], 0.35), mix(tile, tones[1], 0.5)

    def draw(canvas: Canvas, period: float) -> None:
        canvas.drawRect(skia.Rect.MakeLTRB(-10, top, period + 10, foot), linear((0, top), (0, foot), [mix(tile, tones[0], 0.5), tile, mix(tile, tones[3], 0.35)]))  # fmt: skip
        for index in range(round(period / 24)):
            canvas.drawLine(index * 24.0, top, index * 24.0, foot, stroke(joint, 1.0, 0.5))
        for row in range(int((foot - top) / 24) + 1):
            canvas.drawLine(-10, foot - row * 24, period + 10, foot - row * 24, stroke(joint, 1.0, 0.5))
        canvas.drawRect(skia.Rect.MakeLTRB(-10, top, period + 10, top + 30), solid(band, 0.8))
        for index in range(round(period / 480)):
            x = index * 480.0 + 228
            canvas.drawRect(skia.Rect.MakeLTRB(x, foot - 150, x + 24, foot), solid(band, 0.7))
            canvas.drawRect(skia.Rect.MakeLTRB(x - 36, foot - 150, x + 60, foot - 126), solid(band, 0.7))

    stage.bake(depth, top, foot, draw, period=480.0 * math.ceil(stage.period(depth) / 480), melt=0.0)
    lane = mix(times(hexed("#2f6fb0"), dim), tones[2], 0.3)
    floor = stage.ground_y(0.96)

    def line(canvas: Canvas, period: float) -> None:
        canvas.drawRect(skia.Rect.MakeLTRB(-10, floor - 7, period + 10, floor + 7), solid(lane, 0.55, 2))

    stage.bake(0.96, floor - 14, floor + 14, line, order=0.31)


def lay_sand(stage: Set, sand: Rgb, haze: Rgb, laid: ground.Marks | None = None) -> None:
    caustic = cloudy((256, 1024), (22, 60), stage.seed(598), octaves=3, warp=1.6)

    def marks(rgb: NDArray[np.float32], depth: NDArray[np.float32], x: NDArray[np.float32]) -> NDArray[np.float32]:
        distance = (ground.DISTANCE / depth / 3).astype(int) % 256
        if laid is not None:
            rgb = laid(rgb, depth, x)
        columns = (np.arange(len(x)) * 4 // max(1, len(x) // 256)) % 1024
        lines = 1 - smooth(0.0, 0.10, np.abs(caustic[distance][:, columns] - 0.5))
        keep = np.clip((depth - 0.25) * 1.4, 0, 1)[:, None]
        base = np.array(sand, np.float32) * (
            0.80 + 0.34 * (rgb.mean(axis=2, keepdims=True) / max(0.05, float(rgb.mean())) - 0.5)
        )
        veil = np.exp(-depth * 2.1)[:, None, None] * 1.15
        base = base * (1 - veil) + np.array(haze, np.float32) * veil
        return np.asarray(base + (lines * keep * 0.16)[..., None], np.float32)

    ground.lay(stage, (0.6, 0.6, 0.6), (0.5, 0.5, 0.5), contrast=0.7, cell=120, marks=marks)


def rays(stage: Set, tone: Rgb) -> None:
    """Shafts that wander slowly: two baked fans, faded against each other."""
    frame = stage.framing
    coarse = frame.scale / 4
    width, height = frame.width * 1.2, frame.height * 1.05
    y, x = np.mgrid[0 : math.ceil(height * coarse), 0 : math.ceil(width * coarse)].astype(np.float32) / coarse
    for fan in range(2):
        angle = np.arctan2(x - width * (0.5 + 0.4 * stage.air.sun_x), y + frame.height * 0.5)
        line = skyline(4096, 60, stage.seed(599 + fan), octaves=4)
        light = np.interp(((angle + 2) / 4) % 1 * 4096, np.arange(4096), line)
        away = y / frame.height
        alpha = np.clip((light - 0.52) * 4.2, 0, 1) * (1 - smooth(0.35, 0.98, away)) * 0.40
        alpha = cv2.GaussianBlur(alpha.astype(np.float32), (0, 0), 2.0)
        rgb = np.broadcast_to(np.array(tone, np.float32), (*alpha.shape, 3))
        glow = Glow(
            premultiplied(rgb, np.asarray(alpha, np.float32), stage.seed(602)), 0.02, x=-width / 2, y=-frame.horizon, scale=coarse,
            drift=7.0 - 14.0 * fan,
        )  # fmt: skip

        def draw(canvas: Canvas, picture: Picture, view: View, t: float, glow: Glow = glow, fan: int = fan) -> None:
            glow.draw(picture, view, t, 0.55 + 0.35 * math.sin(t * 0.8 + fan * 2.6))

        stage.add(0.60 + fan * 0.001, draw)


def shoal(stage: Set, depth: float, count: int, colour: Rgb, salt: int) -> None:
    """Small fish that swim together."""
    frame = stage.framing
    random = stage.random(salt)
    way = 1 if salt % 2 else -1
    fish = [
        (
            random.normal(0, 0.17) * frame.width,
            random.normal(0, 0.055) * frame.height,
            random.uniform(0.7, 1.2),
            random.uniform(0, 6.3),
        )
        for _ in range(count)
    ]
    base = -frame.horizon * random.uniform(0.30, 0.62) if depth < 1 else stage.ground_y(1.0) - 150
    start = random.uniform(-0.35, 0.15) * frame.width * way
    size = 15.0 * (0.55 + depth * 0.6)
    body, tail = solid(colour), solid(times(colour, 0.8))

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for x, y, scale, phase in fish:
            along = start + x + way * (26 + 30 * depth) * t + 9 * math.sin(t * 0.9 + phase)
            across, down, unit = view.place(along, base + y + 7 * math.sin(t * 1.2 + phase), depth)
            length = size * scale * unit
            beat = math.sin(t * 9 + phase) * length * 0.22
            canvas.save()
            canvas.translate(across, down)
            canvas.scale(way, 1)
            fins = skia.Path()
            fins.moveTo(-length * 0.7, 0)
            fins.lineTo(-length * 1.5, -length * 0.42 + beat)
            fins.lineTo(-length * 1.28, beat * 0.6)
            fins.lineTo(-length * 1.5, length * 0.42 + beat)
            fins.close()
            canvas.drawPath(fins, tail)
            shape = skia.Path()
            shape.moveTo(length, 0)
            shape.quadTo(length * 0.25, -length * 0.58, -length * 0.8, 0)
            shape.quadTo(length * 0.25, length * 0.58, length, 0)
            canvas.drawPath(shape, body)
            if depth > 0.9:
                canvas.drawCircle(length * 0.55, -length * 0.06, length * 0.08, solid((0.05, 0.05, 0.08)))
            canvas.restore()

    stage.add(depth, draw)
