"""The ground: a texture in true perspective, patched and lit by the air."""

from __future__ import annotations

import math
from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import grey_of, hexed, mix, smooth
from rushes.engines.animatic.paint.kernels import in_bands
from rushes.engines.animatic.paint.layers import premultiplied
from rushes.engines.animatic.paint.noise import scatter_rows
from rushes.engines.animatic.paint.planes import Plane
from rushes.engines.animatic.stage.set import Set

Floats = NDArray[np.float32]
#: Changes the colours of the ground, (row, column, rgb) 0..1, given each row's depth and each column's x in units.
Marks = Callable[[Floats, Floats, Floats], Floats]

#: Snow that lies on any ground, in its light and in its shade.
SNOW, SNOW_SHADE = hexed("#e9eefb"), hexed("#b7c2e2")
#: How far down puddles begin, as a depth: farther ones would be lines.
PUDDLES_FROM = 0.42

#: Units from the camera to the main line, as the ground's patterns see it.
DISTANCE = 620.0
#: Where the ground is drawn among the layers: after all that is farther than this depth.
ORDER = 0.30


def lay(
    stage: Set,
    colour: Rgb,
    patch: Rgb,
    *,
    cell: float = 170.0,
    contrast: float = 0.8,
    patches: float = 0.5,
    streak: float = 1.0,
    marks: Marks | None = None,
    order: float = ORDER,
    fade: float = 0.26,
    salt: int = 70,
    hollow: float = 0.30,
    crest: float = 0.78,
) -> None:
    """Lay endless ground of `colour` with patches of `patch`.

    `cell`: units of its largest pattern; `contrast`: of its light and shade; `patches` 0..1: how much is patched;
    `streak` > 1 stretches the pattern along x; `hollow`, `crest`: how much of the key light its low and high places get.
    """
    frame = stage.framing
    if stage.outdoors and stage.plan.weather == "snow" and grey_of(colour) < 0.78:
        colour, patch = mix(colour, SNOW, 0.88), mix(patch, SNOW_SHADE, 0.72)
    units = (frame.height - frame.horizon) * 1.25 + 40
    period = math.ceil(max(frame.width, 900) * 3.0)
    # At 4k a texture of half the pixels takes a quarter of the time and memory, and nobody sees it in motion.
    coarse = frame.scale if frame.scale <= 1.5 else frame.scale / 2
    rows, columns = math.ceil(units * coarse), math.ceil(period * coarse)
    depth = ((np.arange(rows, dtype=np.float32) + 0.5) / coarse / frame.drop).astype(np.float32)
    relief = _noise(depth, columns, period, cell, stage.seed(salt), 5, 0.6, streak)
    spots = _noise(depth, columns, period, cell * 2.3, stage.seed(salt + 1), 4, 0.9, streak)
    shade = smooth(0.5 - 0.42 * contrast, 0.5 + 0.42 * contrast, 0.5 + (relief - 0.5) * 1.5)[..., None]
    share = smooth(0.62 - 0.4 * patches, 0.78 - 0.4 * patches, spots * 0.8 + relief * 0.2)[..., None]
    rgb = np.zeros((rows, columns, 3), np.float32)
    for weight, base in ((1 - share, colour), (share, patch)):
        # What is nearer than a fifth of the way is hardly hazed: far ground must not shine as a white line.
        low = np.array([stage.air.surface(base, max(0.2, float(d)), hollow) for d in depth], np.float32)[:, None]
        high = np.array([stage.air.surface(base, max(0.2, float(d)), crest) for d in depth], np.float32)[:, None]
        rgb += weight * (low + (high - low) * shade)
    # Near ground falls away into shade, which holds the eye in the middle of the frame.
    rgb *= (1 - 0.22 * smooth(1.15, 2.2, depth))[:, None, None]
    if marks is not None:
        x = (np.arange(columns, dtype=np.float32) / coarse - period / 2).astype(np.float32)
        rgb = marks(rgb, depth, x)
    if stage.outdoors and stage.air.wet > 0.3 and not stage.groundless:
        hollows = _noise(
            depth, columns, period, min(130.0, cell * 0.5 + 60), stage.seed(salt + 3), 4, 0.7, max(2.6, streak)
        )
        rgb = _wet(stage, rgb, depth, hollows)
        stage.mirror = max(stage.mirror, 0.35)
    texture = premultiplied(rgb, np.ones((rows, columns), np.float32), stage.seed(salt + 2))
    stage.add_plane(Plane(texture, period=period, units=units, fade=fade), order)


def _noise(
    depth: Floats, columns: int, period: float, cell: float, seed: int, octaves: int, warp: float, streak: float
) -> Floats:
    """Noise on the plane, (row, column) 0..1, fading to its mean where a row of pixels covers more than a cell."""
    coarse = max(1, columns // 2)
    across = max(2, round(period / cell / streak))
    out = np.empty((len(depth), coarse), np.float32)
    distance = (DISTANCE / depth / cell).astype(np.float32)

    def fill(first: int, last: int) -> None:
        band = out[first:last], float(across), distance[first:last]
        scatter_rows(*band, octaves, seed & 0xFFFFFF, across, warp)

    in_bands(len(depth), fill)
    step = np.abs(np.gradient(distance))
    keep = 1 / (1 + (step / 0.16) ** 2)
    mean = out.mean(axis=1, keepdims=True)
    out = mean + (out - mean) * keep[:, None].astype(np.float32)
    wide = np.concatenate([out[:, -2:], out, out[:, :2]], axis=1)
    wide = cv2.resize(
        wide, (columns + 8 if columns == coarse * 2 else round(columns * (coarse + 4) / coarse), len(depth))
    )
    start = (wide.shape[1] - columns) // 2
    return np.ascontiguousarray(wide[:, start : start + columns])


def _wet(stage: Set, rgb: Floats, depth: Floats, hollows: Floats) -> Floats:
    """The ground after rain: darker, and in its hollows puddles that show the sky, the higher the nearer they lie."""
    air = stage.air
    up = np.interp(1 - np.clip((depth - 0.3) * 0.62, 0, 0.85), air.stops, np.arange(len(air.sky)))
    sky = np.stack([np.interp(up, np.arange(len(air.sky)), [c[i] for c in air.sky]) for i in range(3)], axis=-1)
    level = 0.62 - 0.03 * air.wet
    here = smooth(PUDDLES_FROM, PUDDLES_FROM + 0.2, depth)[:, None]
    water = smooth(level, level + 0.018, hollows) * here
    # A shore that is soaked, and a line of light where the water ends.
    soaked = smooth(level - 0.10, level, hollows) * here
    rgb = rgb * (0.80 - 0.26 * soaked)[..., None]
    shine = np.exp(-(((hollows - level - 0.012) / 0.010) ** 2))[..., None] * here[..., None] * 0.20
    shown = sky[:, None] * 0.86 + rgb * 0.16
    return np.asarray(rgb * (1 - water[..., None]) + (shown + shine) * water[..., None], np.float32)


def haze_band(stage: Set) -> Rgb:
    """The colour of the air where the ground meets the sky."""
    return mix(stage.air.haze, stage.air.sky[-1], 0.4)
