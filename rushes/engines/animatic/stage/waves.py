"""Waves: lakes, seas and wet ground, as mirrors of what stands behind them."""

from __future__ import annotations

import math
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.noise import cloudy
from rushes.engines.animatic.paint.planes import Water
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import ground, sky
from rushes.engines.animatic.stage.set import Set

SIDE = 256


@lru_cache(maxsize=4)
def slopes(seed: int) -> NDArray[np.float32]:
    """A seamless square of wave slopes, about -1..1; longer across than along."""
    field = cloudy((SIDE, SIDE), (20, 9), seed, octaves=4, warp=0.7)
    # Seamless downwards too: the two ends are blended into each other.
    share = np.linspace(0, 1, SIDE, dtype=np.float32)[:, None]
    share = share * share * (3 - 2 * share)
    field = field * share + np.roll(field, SIDE // 2, axis=0) * (1 - share)
    field = np.asarray(cv2.GaussianBlur(field, (0, 0), 0.8, borderType=cv2.BORDER_REFLECT), np.float32)
    field = (field - field.mean()) / max(1e-6, float(field.std()))
    return np.asarray(np.clip(field * 0.5, -1.4, 1.4), np.float32)


def path_of_light(stage: Set, strength: float = 1.0) -> tuple[float, float, float, float]:
    """Colour and strength of the light that the sun or the moon lays on water."""
    air = stage.air
    low = 1.0 if air.sun_up < 0.35 else 0.5
    shown = 0.0 if air.sun_up < -0.5 else low * min(0.95, 0.35 + 0.7 * air.glow) * strength
    return (*mix(air.sun, air.edge, 0.25), shown)


def lake(stage: Set, shore: float) -> None:
    """Still water from the horizon to `shore` (a depth), with a bright edge where it laps."""
    air = stage.air
    deep = mix(air.surface(hexed("#2f5f74"), 0.7, 0.3), air.sky[len(air.sky) // 2], 0.3)
    _tint(stage, deep, shore)
    calm = 0.5 if stage.plan.weather in ("clear", "fog", "snow") else 1.3
    stage.add_water(
        Water(
            slopes(stage.seed(140)), roughness=9.0 * calm, cell=0.055, clear=0.16, mirror=(0.86, 0.60), shore=shore,
            glint=path_of_light(stage, 0.7), glint_x=sky.sun_place(stage)[0],
        ),
        ground.ORDER + 0.01,
    )  # fmt: skip
    edge(stage, shore, 5.0)


def _tint(stage: Set, colour: Rgb, shore: float) -> None:
    """The water's own colour over the ground, before the mirror."""
    foot = stage.ground_y(shore)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        top, bottom = view.skyline(), view.place(0, foot, shore)[1]
        paint = skia.Paint(Color=skia.Color(*(round(max(0.0, min(1.0, c)) * 255) for c in colour)))
        canvas.drawRect(skia.Rect.MakeLTRB(0, math.floor(top), view.width * view.scale, bottom), paint)

    stage.add(ground.ORDER + 0.005, draw)


def edge(stage: Set, depth: float, swing: float, *, foam: float = 0.5, order: float | None = None) -> None:
    """The line where water meets land: it comes and goes."""
    air = stage.air
    foot = stage.ground_y(depth)
    bright = mix(air.surface((1, 1, 1), depth, 0.9), air.haze, 0.15)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        path = skia.Path()
        step = 14.0
        count = math.ceil(view.width / step / max(0.8, view.zoom)) + 8
        left = -view.width / 2 + view.x * depth + view.pan - 40
        start = math.floor(left / step) * step
        for index in range(count):
            x = start + index * step
            y = (
                foot
                + swing * 0.4 * math.sin(t * 0.9)
                + swing * (0.5 * math.sin(x / 61 + t * 0.6) + 0.32 * math.sin(x / 23 - t * 0.9))
            )
            across, down, _ = view.place(x, y, depth)
            if index == 0:
                path.moveTo(across, down)
            else:
                path.lineTo(across, down)
        canvas.drawPath(path, stroke(bright, 3.2 * view.scale * depth, foam * 0.55, 1.2 * view.scale))
        canvas.drawPath(path, stroke(bright, 1.1 * view.scale, foam))

    stage.add(ground.ORDER + 0.02 if order is None else order, draw)


def sea(stage: Set, *, shore: float = 0.0, roughness: float = 16.0, near: Rgb | None = None) -> None:
    """Open water down to `shore` (a depth; 0: as far as the frame reaches), from pale at the horizon to deep."""
    air = stage.air
    wild = {"storm": 2.3, "rain": 1.4, "wind": 1.6}.get(stage.plan.weather, 1.0)
    deep = air.surface(hexed("#125a86"), 0.9, 0.34)
    shallow = air.surface(near or hexed("#2f93a0"), 0.9, 0.55)
    far = mix(air.sky[-1], air.surface(hexed("#3f7f98"), 0.4, 0.4), 0.5)
    foot = stage.ground_y(shore) if shore else stage.framing.height

    def tint(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        top, bottom = math.floor(view.skyline()), view.place(0, foot, shore or 1.0)[1]
        last = min(picture.shape[0], math.ceil(bottom)) if shore else picture.shape[0]
        if last <= top:
            return
        share = (np.arange(max(0, top), last, dtype=np.float32) - top) / max(1.0, bottom - top)
        stops = (0.0, 0.25, 0.75, 1.0) if shore else (0.0, 0.12, 0.4, 1.0)
        colours = np.array(
            [far, mix(far, deep, 0.6), mix(deep, shallow, 0.45 if shore else 0.0), shallow if shore else deep]
        )
        for channel in range(3):
            values = np.interp(share, stops, colours[:, 2 - channel]) * 255
            picture[max(0, top) : last, :, channel] = np.clip(values, 0, 255).astype(np.uint8)[:, None]
        picture[max(0, top) : last, :, 3] = 255

    stage.add(ground.ORDER + 0.005, tint)
    stage.add_water(
        Water(
            slopes(stage.seed(140)), roughness=roughness * wild, cell=0.05, clear=0.30, mirror=(0.68, 0.28), shore=shore,
            glint=path_of_light(stage), glint_x=sky.sun_place(stage)[0],
        ),
        ground.ORDER + 0.01,
    )  # fmt: skip


def wet_sand(stage: Set, shore: float, sand: Rgb) -> None:
    """The strip that the last wave left: darker than dry sand, and shining a little."""
    air = stage.air
    foot = stage.ground_y(shore)
    wet = mix(air.surface(mix(sand, (0.30, 0.22, 0.18), 0.5), shore, 0.4), air.sky[-2], 0.25)

    def draw(canvas: Canvas, period: float) -> None:
        box = skia.Rect.MakeLTRB(-10, foot - 12, period + 10, foot + 46)
        canvas.drawRect(box, linear((0, foot - 12), (0, foot + 44), [wet, wet, wet], [0, 0.5, 1], [0.85, 0.6, 0.0]))

    stage.bake(shore, foot - 12, foot + 46, draw, order=ground.ORDER + 0.004, blur=0.5)


def breakers(stage: Set, shore: float) -> None:
    """Small waves that run up to the shore, one after the other."""
    air = stage.air
    crest = mix(air.surface((1, 1, 1), shore, 0.95), air.haze, 0.1)
    body = mix(air.surface(hexed("#2f93a0"), 0.9, 0.5), crest, 0.25)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for index in range(3):
            life = (t * 0.11 + index / 3 + 0.1) % 1.0
            depth = shore * (0.50 + 0.46 * life)
            fade = math.sin(math.pi * min(1.0, life * 1.05)) ** 0.8
            foot = stage.ground_y(depth)
            upper, lower = skia.Path(), []
            count = 40
            for step in range(count + 1):
                x = (step / count - 0.5) * view.width * 1.15 / max(0.5, depth) * depth + view.x * depth + view.pan
                lift = max(0.0, math.sin(x / 210 + index * 2.4 + t * 0.12) + 0.35 * math.sin(x / 83 + index))
                across, down, scale = view.place(x, foot, depth)
                up = lift * 9 * scale * (0.5 + life)
                if step == 0:
                    upper.moveTo(across, down - up)
                else:
                    upper.lineTo(across, down - up)
                lower.append((across, down + 3 * scale * lift))
            shape = skia.Path(upper)
            for point in reversed(lower):
                shape.lineTo(*point)
            shape.close()
            canvas.drawPath(shape, solid(body, 0.50 * fade))
            canvas.drawPath(upper, stroke(crest, 2.2 * view.scale * (0.5 + life), 0.60 * fade, 0.8 * view.scale))

    stage.add(ground.ORDER + 0.015, draw)
