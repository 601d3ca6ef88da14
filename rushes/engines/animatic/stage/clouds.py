"""Clouds: heaps, feathers, scales, sheets and thunderheads, each as the weather and the hour bring them; all drift with the wind."""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.colours import mix, smooth, times
from rushes.engines.animatic.paint.layers import Layer, Picture, premultiplied
from rushes.engines.animatic.paint.noise import cloudy
from rushes.engines.animatic.stage.lapses import cloud_pace
from rushes.engines.animatic.stage.set import Set

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A layer of cloud that is one field of noise."""

    depth: float
    reach: float  #: how far down it hangs, share of the horizon's height
    cell: float  #: units of its largest pattern, downwards
    stretch: float  #: how much longer it is across
    pace: float  #: times the wind
    strength: float  #: of what is densest, 0..1
    soft: float = 0.17  #: from its edge to where it is dense, in the noise's own measure
    slant: float = 0.0  #: units that it falls off per unit across
    warp: float = 1.1
    thin: float = 0.0  #: added to the threshold: more of it, less cloud


#: Kinds of clouds that are sheets; "cumulus", "towers", "overcast" and "none" are the others.
_SHEETS: dict[str, tuple[_Sheet, ...]] = {
    "cirrus": (
        _Sheet(0.014, 0.86, 90, 9.0, 0.5, 0.50, soft=0.34, slant=0.10, warp=1.8, thin=-0.02),
        _Sheet(0.022, 0.74, 34, 12.0, 0.7, 0.34, soft=0.30, slant=0.16, warp=2.2, thin=0.04),
    ),
    "mackerel": (_Sheet(0.018, 0.80, 30, 1.9, 0.6, 0.80, soft=0.22, warp=0.7, thin=-0.02),),
    "streaks": (
        _Sheet(0.020, 0.90, 74, 5.2, 0.6, 0.74, soft=0.20, warp=1.2, thin=0.01),
        _Sheet(0.036, 0.96, 40, 7.5, 0.9, 0.62, soft=0.16, warp=0.9, thin=0.05),
    ),
    "wisps": (_Sheet(0.026, 0.86, 110, 4.2, 1.0, 0.55, soft=0.30, warp=1.4),),
    "scud": (
        _Sheet(0.016, 0.80, 60, 8.0, 0.7, 0.55, soft=0.30, slant=0.08, warp=1.8),
        _Sheet(0.045, 0.92, 105, 3.0, 1.25, 0.92, soft=0.15, warp=1.3, thin=0.03),
    ),
}  # fmt: skip
CLOUDS = ("none", "cumulus", "towers", "overcast", *_SHEETS)


def _seed(stage: Set, salt: int) -> int:
    """A number that is another for each prompt: clouds are what films of one seed would most plainly share."""
    return (stage.seed(salt) + zlib.crc32(stage.plan.prompt.encode())) % 2_147_483_647


def hang_clouds(stage: Set, order: float) -> None:
    """Hang the clouds of this air."""
    air = stage.air
    kind, cover = air.clouds, air.cover
    if "clouds" in stage.plan.features and cover < 0.6:
        kind, cover = "cumulus" if kind in ("none", "cirrus") and not air.night else kind, max(0.5, cover)
    if kind == "none" or cover < 0.1:
        return
    wind = max(-90.0, min(-4.0, air.wind * 0.35)) * cloud_pace(stage.plan)
    if kind == "cumulus":
        _cumulus(stage, order, cover, wind)
    elif kind == "towers":
        _towers(stage, order, wind)
    elif kind == "overcast":
        _overcast(stage, order, wind)
    else:
        for index, sheet in enumerate(_SHEETS[kind]):
            _hang(stage, order + index * 0.001, sheet, cover, wind, 40 + index)


def _extent(stage: Set, reach: float) -> tuple[float, float, float, tuple[int, int]]:
    """Height and width of a layer of cloud in units, pixels per unit, and its shape."""
    frame = stage.framing
    height = frame.horizon * reach + 0.22 * frame.height
    width = max(frame.width, 1000) * 1.6
    coarse = frame.scale / 2
    return height, width, coarse, (math.ceil(height * coarse), math.ceil(width * coarse))


def _put(
    stage: Set, order: float, depth: float, rgb: Floats, alpha: Floats, width: float, drift: float, salt: int
) -> None:
    frame = stage.framing
    picture = premultiplied(np.asarray(rgb, np.float32), np.asarray(alpha, np.float32), _seed(stage, salt))
    layer = Layer(
        picture, depth, x=-width / 2, y=-frame.horizon - 0.22 * frame.height, scale=picture.shape[1] / width, period=width,
        drift=drift,
    )  # fmt: skip
    stage.add_layer(layer, order)


def _hang(stage: Set, order: float, sheet: _Sheet, cover: float, wind: float, salt: int) -> None:
    air = stage.air
    height, width, coarse, shape = _extent(stage, sheet.reach)
    cells = (height / sheet.cell, width / (sheet.cell * sheet.stretch))
    field = cloudy(shape, cells, _seed(stage, salt), octaves=6, warp=sheet.warp)
    # Here are many and there are none: no sky is covered evenly.
    field = field + 0.34 * (cloudy(shape, (height / 260, width / 420), _seed(stage, salt + 20), octaves=3) - 0.5)
    threshold = 0.60 - 0.27 * cover + sheet.thin
    low_light = stage.plan.time in ("dusk", "dawn", "golden")
    shift = (max(1, round(11 * coarse)), air.side * max(1, round(9 * coarse)))
    towards = np.roll(field, (-shift[0] if low_light else shift[0], -shift[1]), (0, 1))
    light = np.clip(0.5 + (field - towards) * 4.6, 0, 1)[..., None].astype(np.float32)
    dense = smooth(threshold, threshold + 0.35, field)[..., None]
    rgb = np.array(air.cloud_shade, np.float32) * (1 - light) + np.array(air.cloud_lit, np.float32) * light
    rgb = rgb * (1 - 0.28 * dense) + np.array(air.cloud_shade, np.float32) * 0.28 * dense
    share = np.linspace(0, 1, shape[0], dtype=np.float32)[:, None]
    alpha = smooth(threshold, threshold + sheet.soft, field) * sheet.strength * (1 - smooth(0.72, 1.0, share))
    # Low cloud takes the colour of the horizon.
    low = smooth(0.3, 1.0, share)[..., None] * 0.55
    rgb = rgb * (1 - low) + np.array(mix(air.cloud_lit, air.sky[-2], 0.5), np.float32) * low
    if sheet.slant:
        # Feathers rise towards where they drift; a whole turn over the width keeps the ends together.
        x = np.arange(shape[1], dtype=np.float32) / shape[1] * 2 * math.pi
        rise = np.rint(sheet.slant * width / (2 * math.pi) * np.sin(x) * coarse).astype(np.int64)
        rows = np.clip(np.arange(shape[0])[:, None] + rise[None], 0, shape[0] - 1)
        columns = np.arange(shape[1])[None]
        rgb, alpha = rgb[rows, columns], alpha[rows, columns]
    _put(stage, order, sheet.depth, rgb, alpha, width, wind * sheet.pace, salt + 1)


def _overcast(stage: Set, order: float, wind: float) -> None:
    """A lid of grey: soft folds from end to end, paler where it is thin and towards the horizon."""
    air = stage.air
    for index, (depth, cell, stretch, strength, pace) in enumerate(
        ((0.016, 170.0, 2.0, 0.92, 0.5), (0.036, 110.0, 2.8, 0.60, 1.0))
    ):
        height, width, coarse, shape = _extent(stage, 0.98)
        field = cloudy(shape, (height / cell, width / (cell * stretch)), _seed(stage, 50 + index), octaves=5, warp=0.75)
        towards = np.roll(field, (-max(1, round(14 * coarse)), 0), (0, 1))
        folds = np.clip(0.5 + (field - 0.5) * 1.7 + (towards - field) * 2.6, 0, 1)[..., None]
        rgb = np.array(air.cloud_shade, np.float32) * (1 - folds) + np.array(air.cloud_lit, np.float32) * folds
        share = np.linspace(0, 1, shape[0], dtype=np.float32)[:, None]
        near = smooth(0.35, 1.0, share)[..., None] * 0.7
        rgb = rgb * (1 - near) + np.array(air.sky[-1], np.float32) * near
        alpha = strength * air.cover * np.ones(shape, np.float32)
        if index:
            alpha = alpha * smooth(0.46, 0.64, field)
        alpha = alpha * (1 - smooth(0.80, 1.0, share))
        _put(stage, order + index * 0.001, depth, rgb, alpha, width, wind * pace, 54 + index)


def _towers(stage: Set, order: float, wind: float) -> None:
    """Thunderheads: dark bellies that roll over the land, under them a torn edge and the pale of where the rain comes from."""
    air = stage.air
    dark, mid, bright = times(air.cloud_shade, 0.50), air.cloud_shade, mix(air.cloud_lit, air.sky[-1], 0.3)
    for index, (depth, cell, hem, pace) in enumerate(((0.018, 190.0, 0.86, 0.45), (0.040, 130.0, 0.60, 0.9))):
        height, width, coarse, shape = _extent(stage, 0.98)
        cells = (height / cell, width / (cell * 2.0))
        heaps = np.abs(cloudy(shape, cells, _seed(stage, 60 + index), octaves=5, warp=0.9) - 0.5) * 2
        broad = cloudy(shape, (height / 300, width / 520), _seed(stage, 62 + index), octaves=3, warp=0.6)
        fine = cloudy(shape, (cells[0] * 3.2, cells[1] * 3.2), _seed(stage, 64 + index), octaves=4, warp=1.0)
        relief = (1 - heaps) * 0.75 + (fine - 0.5) * 0.30 + broad * 0.6
        towards = np.roll(relief, (max(1, round(10 * coarse)), -air.side * max(1, round(8 * coarse))), (0, 1))
        light = np.clip(0.30 + (relief - towards) * 2.2 + (broad - 0.5) * 0.9, 0, 1)[..., None]
        rgb = np.array(dark, np.float32) * (1 - light) + np.array(mid, np.float32) * light
        share = np.linspace(0, 1, shape[0], dtype=np.float32)[:, None]
        edge = share - hem + (relief - 0.85) * 0.42
        # The hem is thin, so the light from behind comes through.
        glow = np.exp(-((edge / 0.13) ** 2))[..., None] * (0.55 - 0.2 * index)
        rgb = rgb * (1 - glow) + np.array(bright, np.float32) * glow
        alpha = (1 - smooth(-0.07, 0.13, edge)) * (0.96 - 0.04 * index)
        if index:
            alpha = alpha * smooth(0.36, 0.60, broad)
        _put(stage, order + index * 0.001, depth, rgb, alpha, width, wind * pace, 66 + index)


def _cumulus(stage: Set, order: float, cover: float, wind: float) -> None:
    """Heaped clouds with flat feet, lit from the sun's side."""
    air, frame = stage.air, stage.framing
    period = max(frame.width, 1000) * 1.7
    height = frame.horizon * 1.15
    coarse = frame.scale / 2
    for sheet, (depth, low, high, size, count) in enumerate(((0.018, 0.62, 0.86, 0.5, 9), (0.036, 0.20, 0.62, 1.0, 5))):
        columns, rows = round(period * coarse), math.ceil(height * coarse)
        random = np.random.default_rng(_seed(stage, 44 + sheet))
        mask = np.zeros((rows, columns), np.uint8)
        light = np.zeros((rows, columns), np.float32)
        puffs = []
        for index in range(round(count * (0.6 + cover))):
            x = (index + random.uniform(0.1, 0.9)) / count * period
            base = height * random.uniform(low, high)
            wide = random.uniform(110, 250) * size
            for _ in range(26):
                u = random.normal(0, 0.42)
                radius = wide * 0.30 * random.uniform(0.45, 1.0) * max(0.25, 1 - abs(u) * 0.85)
                up = random.random() ** 1.4 * wide * 0.42 * max(0.0, 1 - u * u * 1.3)
                puffs.append((x + u * wide, base - up - radius * 0.55, radius, base))
        puffs.sort(key=lambda puff: puff[1])
        for x, y, radius, base in puffs:
            for shift in (-period, 0.0, period):
                _puff(mask, light, (x + shift) * coarse, y * coarse, radius * coarse, base * coarse, air.side)
        ragged = cloudy((rows, columns), (height / 34, period / 40), _seed(stage, 46 + sheet), octaves=5, warp=0.9)
        alpha = cv2.GaussianBlur(mask.astype(np.float32) / 255, (0, 0), 3.2 * size * coarse + 0.4)
        alpha = smooth(0.30, 0.86, alpha + (ragged - 0.5) * 0.75) * (0.94 - 0.16 * (1 - size))
        shade = np.clip(cv2.GaussianBlur(light, (0, 0), 3.0 * size * coarse + 0.4) + (ragged - 0.5) * 0.7, 0, 1)[
            ..., None
        ]
        rgb = np.array(air.cloud_shade, np.float32) * (1 - shade) + np.array(air.cloud_lit, np.float32) * shade
        far = 0.42 * (1 - sheet)
        rgb = rgb * (1 - far) + np.array(mix(air.haze, air.sky[-2], 0.5), np.float32) * far
        picture = premultiplied(np.asarray(rgb, np.float32), np.asarray(alpha, np.float32), _seed(stage, 48 + sheet))
        layer = Layer(
            picture, depth, x=-period / 2, y=-frame.horizon * 1.1, scale=columns / period, period=period,
            drift=wind * (0.35 + 0.4 * sheet),
        )  # fmt: skip
        stage.add_layer(layer, order + sheet * 0.001)


def _puff(mask: Picture, light: NDArray[np.float32], x: float, y: float, radius: float, base: float, side: int) -> None:
    """One ball of cloud: into the mask, and its light, brightest above and towards the sun."""
    rows, columns = mask.shape
    left, right = max(0, int(x - radius)), min(columns, int(x + radius) + 2)
    top, bottom = max(0, int(y - radius)), min(rows, int(y + radius) + 2, int(base) + 1)
    if left >= right or top >= bottom:
        return
    v, u = np.mgrid[top:bottom, left:right].astype(np.float32)
    u, v = (u - x) / radius, (v - y) / radius
    inside = u * u + v * v <= 1
    shade = 0.60 + 0.30 * side * u - 0.46 * v
    mask[top:bottom, left:right][inside] = 255
    light[top:bottom, left:right][inside] = shade[inside]
