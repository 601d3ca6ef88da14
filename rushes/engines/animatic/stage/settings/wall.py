"""An old wall by torchlight: courses of stone, a carved sun, cracks, embers."""

from __future__ import annotations

import math
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, mix, smooth, stroke
from rushes.engines.animatic.paint.layers import Canvas, Layer, Picture, drawn, softened
from rushes.engines.animatic.paint.noise import cloudy
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fires, ground, weather
from rushes.engines.animatic.stage.set import Draw, Set

Floats = NDArray[np.float32]
DEPTH = 0.60
#: Units: the length and the height of a stone.
BLOCK, COURSE = 196.0, 104.0


def build(stage: Set) -> None:
    frame = stage.framing
    foot = stage.ground_y(DEPTH)
    top = -frame.horizon - 0.30 * frame.height
    # A whole number of stones, so that the wall can go on for ever.
    width = BLOCK * math.ceil(frame.width * 1.6 / BLOCK)
    coarse = frame.scale / (1 if frame.scale <= 1.5 else 2)
    rows, columns = math.ceil((foot - top + 6) * coarse), math.ceil(width * coarse)
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32) / coarse
    height, tone = _stones(stage, (rows, columns), x, y, width, foot - top)
    carving = _carving(stage, width, foot - top, coarse)[:rows, :columns]
    soft = cv2.GaussianBlur(carving, (0, 0), 1.3 * coarse)
    height -= soft * 12
    gx = np.asarray(cv2.Sobel(height, cv2.CV_32F, 1, 0, ksize=3) / 8 * coarse, np.float32)
    gy = np.asarray(cv2.Sobel(height, cv2.CV_32F, 0, 1, ksize=3) / 8 * coarse, np.float32)
    albedo = np.array(hexed("#9a8064"), np.float32) * (0.74 + 0.36 * tone[..., None])
    albedo = albedo * (1 - 0.66 * soft[..., None]) + np.array((0.30, 0.09, 0.04), np.float32) * soft[..., None] * 0.5
    torches = [(u * frame.width, foot - 300 * frame.tall) for u in (-0.36, 0.36)]
    outdoors = {"day": 0.55, "dawn": 0.34, "golden": 0.42, "dusk": 0.16, "night": 0.07}[stage.plan.time]
    for index, sway in enumerate((-16.0, 20.0)):
        light = np.array(mix(stage.air.ambient, (0.3, 0.35, 0.6), 0.4), np.float32) * (0.10 + outdoors)
        total = np.broadcast_to(light, (rows, columns, 3)).copy()
        for place in torches:
            stage.check()
            shine = _shine(around(x - width / 2 - place[0] - sway, width), y + top - place[1] + sway * 0.6, gx, gy)
            total += shine[..., None] * np.array((3.0, 1.55, 0.58), np.float32)
        if outdoors > 0.1:
            sun = np.clip(0.5 - gx * 1.2 * -stage.air.side - gy * 0.9, 0, 1.4)[..., None] * np.array(
                stage.air.key, np.float32
            )
            total += sun * outdoors
        stage.check()
        colour = 1 - np.exp(-albedo * total * 1.25)
        bgr = np.clip(
            colour[..., ::-1] * 255 + np.random.default_rng(index).random((rows, columns, 1), np.float32) - 0.5, 0, 255
        )
        picture = np.dstack([np.rint(bgr), np.full((rows, columns), 255)]).astype(np.uint8)
        picture = softened(picture, stage.blur(DEPTH) * coarse)
        layer = Layer(picture, DEPTH, x=-width / 2, y=top, scale=columns / width, period=width)
        if index == 0:
            stage.add_layer(layer, 0.30)
        else:
            stage.add(0.301, _flickering(layer, stage))
    _floor(stage, torches)
    warm = 1.0 - 0.6 * outdoors
    stage.light = replace(
        stage.air.light(), direction=(0.72 * stage.air.side, -0.42, 0.55), key=mix(stage.air.key, (1.05, 0.60, 0.28), warm),
        ambient=mix(stage.air.ambient, (0.22, 0.17, 0.18), warm), rim=(1.25, 0.66, 0.26), shadow=(0.05, 0.02, 0.02),
        shadow_strength=0.55, shadow_length=0.5,
    )  # fmt: skip
    for index, place in enumerate(torches):
        fires.torch(stage, place[0], place[1], DEPTH, 960 + index, period=width)
    weather.scatter(
        stage, weather.Specks(40, (0.8, 2.2), -64, 16, 0.9, 0.9, (1.0, 0.62, 0.22), soft=0.8, glow=True), 965
    )


def _flickering(layer: Layer, stage: Set) -> Draw:
    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        layer.lay(picture, view, t, max(0.02, min(0.98, fires.flicker(t, stage.plan.seed) * 1.3 - 0.15)))

    return draw


def _stones(
    stage: Set, shape: tuple[int, int], x: Floats, y: Floats, width: float, tall: float
) -> tuple[Floats, Floats]:
    """(height in units, tone 0..1) of masonry."""
    broad = cloudy(shape, (tall / 150, width / 150), stage.seed(950), octaves=6, warp=1.2)
    fine = cloudy(shape, (tall / 24, width / 28), stage.seed(951), octaves=5, warp=0.5)
    cracks = np.abs(cloudy(shape, (tall / 125, width / 125), stage.seed(952), octaves=5, warp=1.6) - 0.5)
    crack = 1 - smooth(0.0, 0.013, cracks)
    course, block = COURSE, BLOCK
    line = y + 14 * (broad - 0.5)
    row = np.floor(line / course)
    along = x + (row * 97) % 173 + 10 * (fine - 0.5)
    u, v = (along % block) / block, (line % course) / course
    joint = np.minimum(np.minimum(u, 1 - u) * block, np.minimum(v, 1 - v) * course)
    tone = ((row * 7.13 + np.floor(along / block) * 3.77) % 1.0) * 0.7 + broad * 0.5
    height = smooth(0.0, 9.0, joint) * 9 + broad * 18 + fine * 5 - crack * 6
    return height.astype(np.float32), tone.astype(np.float32)


def around(x: Floats, period: float) -> Floats:
    """The shorter way along x to a thing that stands once in every period."""
    return np.asarray((x + period / 2) % period - period / 2, np.float32)


def _shine(dx: Floats, dy: Floats, gx: Floats, gy: Floats) -> Floats:
    """Light of a flame that hangs a little before the wall."""
    away = np.sqrt(dx * dx + dy * dy + 120.0**2)
    normal = 1 / np.sqrt(1 + (gx * 1.5) ** 2 + (gy * 1.5) ** 2)
    facing = np.clip((gx * 1.5 * dx + gy * 1.5 * dy + 120.0) / away * normal, 0, 1.2)
    return np.asarray(facing / (1 + (away / 270) ** 2.2), np.float32)


def _carving(stage: Set, width: float, tall: float, scale: float) -> Floats:
    """A sun of rings and rays with signs around it, as a mask of grooves."""
    random = stage.random(955)
    rays = int(random.integers(6, 12))

    def draw(canvas: Canvas) -> None:
        white: Rgb = (1.0, 1.0, 1.0)
        x, y = width / 2, tall * 0.56
        for radius, line in ((150, 7), (132, 3), (62, 5)):
            canvas.drawCircle(x, y, radius, stroke(white, line))
        for index in range(rays * 3):
            angle = index / (rays * 3) * 2 * math.pi
            canvas.drawLine(
                x + 132 * math.cos(angle),
                y + 132 * math.sin(angle),
                x + 150 * math.cos(angle),
                y + 150 * math.sin(angle),
                stroke(white, 3),
            )
        for index in range(rays):
            angle, half = index / rays * 2 * math.pi, 1.7 / rays
            ray = skia.Path()
            ray.moveTo(x + 66 * math.cos(angle - half), y + 66 * math.sin(angle - half))
            ray.lineTo(x + 118 * math.cos(angle), y + 118 * math.sin(angle))
            ray.lineTo(x + 66 * math.cos(angle + half), y + 66 * math.sin(angle + half))
            canvas.drawPath(ray, stroke(white, 5))
            canvas.drawCircle(
                x + 100 * math.cos(angle + math.pi / rays),
                y + 100 * math.sin(angle + math.pi / rays),
                7,
                stroke(white, 4),
            )
        eye = skia.Path()
        eye.moveTo(x - 46, y)
        eye.quadTo(x, y - 40, x + 46, y)
        eye.quadTo(x, y + 40, x - 46, y)
        canvas.drawPath(eye, stroke(white, 5))
        canvas.drawCircle(x, y, 13, stroke(white, 6))
        for way in (-1, 1):
            for row in range(5):
                _glyph(canvas, x + way * (208 + (row % 2) * 46), y - 120 + row * 58, int(random.integers(0, 5)))

    return np.array(drawn(width, tall + 8, scale, draw)[..., 3], np.float32) * np.float32(1 / 255)


def _glyph(canvas: Canvas, x: float, y: float, kind: int) -> None:
    pen = stroke((1, 1, 1), 5)
    if kind == 0:
        canvas.drawLine(x - 16, y - 18, x + 16, y + 18, pen)
        canvas.drawLine(x + 16, y - 18, x - 16, y + 18, pen)
        canvas.drawCircle(x, y, 22, stroke((1, 1, 1), 4))
    elif kind == 1:
        path = skia.Path()
        path.moveTo(x - 18, y + 18)
        path.lineTo(x, y - 20)
        path.lineTo(x + 18, y + 18)
        path.close()
        canvas.drawPath(path, pen)
    elif kind == 2:
        path = skia.Path()
        path.moveTo(x - 22, y)
        for step in range(5):
            path.lineTo(x - 22 + 11 * (step + 0.5), y + (-12 if step % 2 else 12))
        canvas.drawPath(path, pen)
        canvas.drawLine(x - 22, y + 22, x + 22, y + 22, pen)
    elif kind == 3:
        path = skia.Path()
        path.moveTo(x + 1, y)
        for step in range(1, 40):
            reach = 1 + step * 0.55
            path.lineTo(x + reach * math.cos(step * 0.35), y + reach * math.sin(step * 0.35))
        canvas.drawPath(path, stroke((1, 1, 1), 4))
    else:
        canvas.drawLine(x, y - 22, x, y + 22, pen)
        canvas.drawLine(x - 15, y - 8, x + 15, y - 8, pen)
        canvas.drawCircle(x, y - 22, 7, stroke((1, 1, 1), 4))


def _floor(stage: Set, torches: list[tuple[float, float]]) -> None:
    outdoors = {"day": 0.6, "dawn": 0.4, "golden": 0.45, "dusk": 0.22, "night": 0.12}[stage.plan.time]

    def marks(rgb: Floats, depth: Floats, x: Floats) -> Floats:
        grain = rgb.mean(axis=2, keepdims=True) / max(0.02, float(rgb.mean()))
        light = np.full((len(depth), len(x), 3), outdoors, np.float32)
        for place in torches:
            glow = np.exp(-((((x - place[0]) / 330) ** 2)[None] + ((depth[:, None] - 0.62) / 0.34) ** 2))
            light += glow[..., None] * np.array((1.5, 0.80, 0.32), np.float32)
        return np.asarray(np.clip(np.array(hexed("#6f5c4a"), np.float32) * grain**1.5 * light, 0, 1), np.float32)

    ground.lay(
        stage,
        (0.6, 0.6, 0.6),
        (0.42, 0.42, 0.42),
        contrast=1.0,
        cell=90,
        patches=0.5,
        fade=0.0,
        order=0.29,
        marks=marks,
    )
