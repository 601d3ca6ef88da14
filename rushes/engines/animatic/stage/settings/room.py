"""A room: papered wall, a window on the hour outside, lamp light, planks, the furniture of somebody who reads."""

from __future__ import annotations

import math
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Light, Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.glows import Glow
from rushes.engines.animatic.paint.layers import Canvas, Layer, Picture, drawn, softened
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import furniture, ground
from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.settings.wall import around

PAPERS = ("#8f5a52", "#5f7a74", "#8a7a4c", "#6a6488", "#9a6a4c", "#4f6f86")
#: How bright the room's own lamps are, by hour.
LAMPS = {"day": 0.25, "dawn": 0.45, "golden": 0.55, "dusk": 0.95, "night": 1.0}
DEPTH = 0.62
#: Units: the length of a panel of the wainscot.
PANEL = 150.0


def build(stage: Set) -> None:
    frame = stage.framing
    random = stage.random(800)
    paper = hexed(PAPERS[int(random.integers(len(PAPERS)))])
    if stage.plan.colours:
        paper = mix(paper, hexed(stage.plan.colours[0]), 0.55)
    lamps = LAMPS[stage.plan.time]
    foot = stage.ground_y(DEPTH)
    # A whole number of panels, so that the wall can go on when somebody walks along it.
    width, top = PANEL * math.ceil(frame.width * 1.75 / PANEL), -frame.horizon - 0.35 * frame.height
    side = stage.air.side
    window = (side * frame.width * 0.25, foot - 410 * frame.tall, 250.0, 280.0 * frame.tall)
    lamp = (-side * frame.width * 0.33, foot - 262.0)
    scale = frame.scale

    def draw(canvas: Canvas) -> None:
        canvas.translate(width / 2, -top)
        _wall(canvas, stage, paper, width, top, foot)
        furniture.window(canvas, stage, window, random)
        furniture.pictures(canvas, window, foot, side, random, frame.width)
        furniture.shelf(canvas, -side * frame.width * 0.10, foot, random)
        furniture.sideboard(canvas, -side * frame.width * 0.34, foot, random)
        furniture.plant(canvas, side * frame.width * 0.455, foot, random)

    picture = drawn(width, foot - top + 8, scale, draw)
    stage.check()
    light = _light(picture.shape[:2], scale, width, top, window, lamp, lamps, stage)
    stage.check()
    picture = _lit(picture, light)
    stage.check()
    picture = softened(picture, stage.blur(DEPTH) * 1.3 * scale)
    columns = picture.shape[1]
    stage.add_layer(Layer(picture, DEPTH, x=-width / 2, y=top, scale=columns / width, period=width), 0.35)
    planks = mix(hexed("#8a5a38"), paper, 0.12)
    ground.lay(
        stage, planks, times(planks, 0.9), contrast=0.3, cell=260, fade=0.0, order=0.30,
        marks=lambda rgb, depth, x: _planks(rgb, depth, x, stage, planks, lamps, lamp[0], window[0]),
    )  # fmt: skip
    furniture.rug(stage, random, lamps)
    _lamp_glow(stage, lamp, lamps, width)
    if stage.plan.time in ("day", "dawn", "golden"):
        _sunbeam(stage, window, foot)
    stage.mirror = 0.12
    stage.light = _lamplight(stage, side, lamps)
    furniture.armchair(stage, side, lamps, random)


def _lamplight(stage: Set, side: int, lamps: float) -> Light:
    """By day the window lights the cast, in the evening the lamp across from it does."""
    warm, day = (1.05, 0.74, 0.46), stage.air.key
    by_lamp = lamps > 0.6
    key = mix(day, warm, 1.0 if by_lamp else 0.25)
    return replace(
        stage.air.light(),
        direction=((-side if by_lamp else side) * 0.8, -0.45, 0.5),
        key=times(key, 0.9),
        ambient=mix(stage.air.ambient, (0.44, 0.37, 0.36), 0.75),
        rim=mix(stage.air.rim, (1.1, 0.75, 0.42), 0.6 if by_lamp else 0.2),
        shadow=(0.10, 0.06, 0.05),
        shadow_strength=0.42,
        shadow_length=0.45,
    )


def _wall(canvas: Canvas, stage: Set, paper: Rgb, width: float, top: float, foot: float) -> None:
    canvas.drawRect(
        skia.Rect.MakeLTRB(-width / 2, top, width / 2, foot + 8),
        linear((0, top), (0, foot), [times(paper, 0.82), paper, mix(paper, (1, 1, 1), 0.06)]),
    )
    pattern = solid(mix(paper, (1.0, 0.9, 0.75), 0.32), 0.30)
    step = width / round(width / 58)
    for row in range(int((foot - top) / step) + 1):
        for column in range(int(width / step) + 2):
            x = -width / 2 + (column + 0.5 * (row % 2)) * step
            y = top + row * step
            motif = skia.Path()
            motif.moveTo(x, y - 15)
            motif.quadTo(x + 11, y, x, y + 15)
            motif.quadTo(x - 11, y, x, y - 15)
            canvas.drawPath(motif, pattern)
            canvas.drawCircle(x + step / 2, y, 2.4, pattern)
    rail = foot - 128
    panel = mix(paper, hexed("#efe2cc"), 0.72)
    canvas.drawRect(
        skia.Rect.MakeLTRB(-width / 2, rail, width / 2, foot + 8),
        linear((0, rail), (0, foot), [panel, times(panel, 0.86)]),
    )
    canvas.drawRect(
        skia.Rect.MakeLTRB(-width / 2, rail - 7, width / 2, rail + 5),
        linear((0, rail - 7), (0, rail + 5), [mix(panel, (1, 1, 1), 0.4), times(panel, 0.7)]),
    )
    for index in range(round(width / PANEL)):
        x = -width / 2 + index * PANEL
        box = skia.Rect.MakeXYWH(x + 18, rail + 22, 114, 70)
        canvas.drawRect(box, stroke(times(panel, 0.74), 2.4))
        canvas.drawRect(skia.Rect.MakeXYWH(x + 20, rail + 24, 114, 70), stroke(mix(panel, (1, 1, 1), 0.5), 1.2, 0.7))
    canvas.drawRect(
        skia.Rect.MakeLTRB(-width / 2, foot - 18, width / 2, foot + 8),
        linear((0, foot - 18), (0, foot + 8), [mix(panel, (1, 1, 1), 0.25), times(panel, 0.7)]),
    )


def _light(shape: tuple[int, int], scale: float, width: float, top: float, window: tuple[float, float, float, float], lamp: tuple[float, float], lamps: float, stage: Set) -> NDArray[np.float32]:  # fmt: skip
    """How much light falls on each point of the wall: (row, column, rgb)."""
    air = stage.air
    step = 4
    y, x = np.mgrid[0 : shape[0] : step, 0 : shape[1] : step].astype(np.float32) / scale
    x, y = x - width / 2, y + top
    away = np.hypot(around(x - lamp[0], width), (y - lamp[1]) * 1.05)
    warm = (1.75 / (1 + (away / 210) ** 2) * lamps)[..., None] * np.array((1.0, 0.70, 0.40))
    outside = np.hypot(around(x - window[0], width), y - (window[1] + window[3] / 2))
    level = {"day": 0.95, "dawn": 0.75, "golden": 0.8, "dusk": 0.45, "night": 0.30}[stage.plan.time]
    cool = (level / (1 + (outside / 420) ** 2))[..., None] * np.array(mix(air.sky[len(air.sky) // 2], air.key, 0.6))
    base = np.array(mix(air.ambient, (0.42, 0.34, 0.34), 0.6)) * (0.56 + 0.62 * level)
    light = (base + warm + cool).astype(np.float32)
    inside = (np.abs(x - window[0]) < window[2] / 2 - 7) & (np.abs(y - window[1] - window[3] / 2) < window[3] / 2 - 7)
    light[inside] = 1.0
    shade = (np.abs(x - lamp[0]) < 34 + (y - lamp[1] - 32 + 88) * 0.36) & (np.abs(y - lamp[1] + 10 - 0) < 46)
    light[shade] = np.maximum(light[shade], 0.7 + 1.1 * lamps)
    return np.asarray(cv2.resize(light, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR), np.float32)


def _lit(picture: Picture, light: NDArray[np.float32]) -> Picture:
    # A gentle shoulder keeps the lamp's surroundings from burning out.
    colour = picture[..., :3].astype(np.float32) / 255 * light[..., ::-1]
    colour = 1 - np.exp(-colour * 1.35)
    noise = np.random.default_rng(5).random(colour.shape[:2], np.float32)[..., None] - 0.5
    return np.dstack([np.clip(np.rint(colour * 255 + noise), 0, 255), np.full(colour.shape[:2], 255)]).astype(np.uint8)


def _planks(rgb: NDArray[np.float32], depth: NDArray[np.float32], x: NDArray[np.float32], stage: Set, wood: Rgb, lamps: float, lamp_x: float, window_x: float) -> NDArray[np.float32]:  # fmt: skip
    """Planks that run towards the viewer, with the room's light on them instead of the sun's."""
    period = float(x[-1] - x[0]) + float(x[1] - x[0])
    count = round(period / 70)
    place = (x - x[0]) / period * count
    board = np.floor(place)
    tone = ((board * 7919) % 13) / 13.0
    joint = np.clip((np.abs((place % 1.0) - 0.5) * 2 - 0.94) * 22, 0, 1)
    distance = ground.DISTANCE / depth
    ends = np.abs(((distance[:, None] / 330 + tone[None] * 3) % 1.0) - 0.5) * 2
    seam = np.clip((ends - 0.985) * 60, 0, 1)
    grain = rgb.mean(axis=2, keepdims=True) / max(0.02, float(rgb.mean()))
    level = {"day": 0.9, "dawn": 0.75, "golden": 0.8, "dusk": 0.5, "night": 0.36}[stage.plan.time]
    near_lamp = np.exp(-((((x - lamp_x) / 420) ** 2)[None] + ((depth[:, None] - 0.7) / 0.55) ** 2)) * lamps * 0.9
    near_window = np.exp(-((((x - window_x) / 360) ** 2)[None] + ((depth[:, None] - 0.8) / 0.5) ** 2)) * level * 0.55
    light = (
        (0.34 + 0.42 * level)
        + near_lamp[..., None] * np.array((1.1, 0.74, 0.42))
        + near_window[..., None] * np.array(stage.air.key)
    )
    base = np.array(wood, np.float32) * (0.78 + 0.30 * tone)[None, :, None] * (0.8 + 0.2 * grain)
    out = base * light * (1 - 0.45 * joint[None, :, None]) * (1 - 0.4 * seam[..., None])
    return np.asarray(np.clip(out * (1 - 0.25 * np.clip(depth - 1.1, 0, 1))[:, None, None], 0, 1), np.float32)


def _lamp_glow(stage: Set, lamp: tuple[float, float], lamps: float, period: float) -> None:
    tint = hexed("#ffc070")
    size = 300.0

    def paint(canvas: Canvas) -> None:
        canvas.drawCircle(size, size, size * 0.55, solid(tint, 0.20 * lamps, size * 0.22))
        canvas.drawCircle(size, size, size * 0.2, solid(tint, 0.25 * lamps, size * 0.09))

    coarse = stage.framing.scale / 4
    picture = drawn(size * 2, size * 2, coarse, paint)
    stage.add_glow(Glow(picture, DEPTH, x=lamp[0] - size, y=lamp[1] - size, scale=coarse, period=period), 0.37)


def _sunbeam(stage: Set, window: tuple[float, float, float, float], foot: float) -> None:
    """Light that falls from the window across the floor."""
    x, y, width, height = window
    way = -stage.air.side

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        ax, ay, scale = view.place(x, y, DEPTH)
        bx, by, _ = view.place(x + way * 330, stage.ground_y(1.25), 1.1)
        for u in (-0.25, 0.25):
            beam = skia.Path()
            beam.moveTo(ax + (u - 0.21) * width * scale, ay + height * 0.1 * scale)
            beam.lineTo(ax + (u + 0.21) * width * scale, ay + height * 0.1 * scale)
            beam.lineTo(bx + (u + 0.32) * width * 1.5 * scale, by)
            beam.lineTo(bx + (u - 0.32) * width * 1.5 * scale, by)
            beam.close()
            paint = linear(
                (ax, ay), (bx, by), [stage.air.sun, stage.air.sun], None, [0.17 + 0.02 * math.sin(t * 0.8), 0.02]
            )
            paint.setBlendMode(skia.BlendMode.kPlus)
            canvas.drawPath(beam, paint)

    stage.add(1.06, draw)
