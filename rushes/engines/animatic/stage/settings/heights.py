"""The sky itself: over a sea of cloud, towers of cumulus near and far."""

from __future__ import annotations

import math

import cv2
import numpy as np

from rushes.engines.animatic.paint.colours import hexed, mix, smooth, solid
from rushes.engines.animatic.paint.layers import Canvas, Layer, Picture, premultiplied, softened_around
from rushes.engines.animatic.paint.noise import cloudy, skyline
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import hills, sky
from rushes.engines.animatic.stage.set import Set


def build(stage: Set) -> None:
    stage.groundless = True
    frame = stage.framing
    sky.hang(stage)
    below = frame.height - frame.horizon
    deep = solid(mix(stage.air.cloud_shade, stage.air.haze, 0.5))

    def abyss(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        canvas.drawRect(skia.Rect.MakeLTRB(0, view.skyline(), picture.shape[1], picture.shape[0]), deep)

    # What shows between the banks when the camera looks down.
    stage.add(0.045, abyss)
    hills.ridge(stage, 0.05, 46, hexed("#7c90aa"), base=30, waves=3, salt=100, snow=hexed("#f4f7ff"), snow_from=0.5)
    rows = ((0.07, 0.02, 46), (0.12, 0.12, 70), (0.20, 0.26, 104), (0.34, 0.46, 150), (0.56, 0.72, 190))
    for index, (depth, low, height) in enumerate(rows):
        bank(stage, depth, below * low, height * (0.8 + 0.2 * frame.tall), 900 + index * 4)
    bank(stage, 1.45, below * 1.0, 190, 930, order=2.0, strength=0.8)


def bank(
    stage: Set,
    depth: float,
    foot: float,
    height: float,
    salt: int,
    *,
    order: float | None = None,
    strength: float = 1.0,
) -> None:
    """A bank of cloud: heaped on top, dissolving below, lit along its crests."""
    frame, air = stage.framing, stage.air
    period = stage.period(depth)
    coarse = frame.scale / (2 if depth < 1 else 4)
    deep = height * 1.3
    columns, rows = round(period * coarse), math.ceil((height * 1.25 + deep) * coarse)
    line = skyline(columns, max(3, round(period / (height * 2.6))), stage.seed(salt), octaves=3)
    line = (line - line.min()) / max(1e-6, float(line.max() - line.min()))
    puffs = cloudy((rows, columns), (rows / coarse / 46, period / 58), stage.seed(salt + 1), octaves=5, warp=1.0)
    heaps = (
        np.abs(
            cloudy((rows, columns), (rows / coarse / 90, period / 104), stage.seed(salt + 2), octaves=3, warp=0.6) - 0.5
        )
        * 2
    )
    y = (np.arange(rows, dtype=np.float32) / coarse)[:, None]
    surface = (
        y
        - (height * 1.22 - height * line[None] * 0.95)
        + (heaps - 0.4) * 62 * (height / 150)
        + (puffs - 0.5) * 52 * (height / 150)
    )
    alpha = smooth(-4.0, 9.0, surface)
    share = np.clip((y - height * 1.0) / (deep * 1.15), 0, 1)
    alpha = alpha * (1 - smooth(0.55, 1.0, share)) * strength
    body = np.clip(surface / (height * 0.85), 0, 1)
    reach = max(1, round(5 * coarse))
    relief = (heaps - 0.5) * 1.2 + (puffs - 0.5)
    slope = relief - np.roll(relief, -air.side * reach, axis=1)
    lit = np.clip(0.92 - 0.72 * body + slope * 1.5 + 0.20 * (heaps - 0.4), 0, 1)[..., None]
    veil = air.veil(depth) * 0.8
    bright = mix(air.cloud_lit, air.haze, veil)
    dark = mix(mix(air.cloud_shade, air.sky[len(air.sky) // 2], 0.35), air.haze, veil)
    rgb = np.array(dark, np.float32) * (1 - lit) + np.array(bright, np.float32) * lit
    picture = premultiplied(rgb.astype(np.float32), np.asarray(alpha, np.float32), stage.seed(salt + 3))
    if depth > 1:
        picture = softened_around(picture, 5 * coarse)
    picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), 0.6), np.uint8)
    stage.add_layer(
        Layer(
            picture, depth, x=-period / 2, y=foot - height * 1.25, scale=columns / period, period=period,
            drift=max(-60.0, air.wind) * depth * 0.9,
        ),
        order,
    )  # fmt: skip
