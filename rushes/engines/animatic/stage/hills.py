"""Hills and mountains: seamless ridges with light on their flanks, snow on their heads and haze at their feet."""

from __future__ import annotations

import math

import cv2
import numpy as np

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import mix, smooth
from rushes.engines.animatic.paint.layers import Layer, premultiplied, softened_around
from rushes.engines.animatic.paint.noise import cloudy, skyline
from rushes.engines.animatic.stage.set import Set


def ridge(
    stage: Set,
    depth: float,
    height: float,
    colour: Rgb,
    *,
    base: float = 6.0,
    waves: int = 5,
    ridged: bool = True,
    snow: Rgb | None = None,
    snow_from: float = 0.45,
    salt: int = 100,
    order: float | None = None,
    rough: float = 1.0,
    foot: Rgb | None = None,
) -> None:
    """A chain of mountains `height` units high whose foot lies `base` units below the horizon.

    Its flanks are shaded by a height field behind the silhouette; `snow` covers what is higher than `snow_from` of it.
    """
    frame = stage.framing
    near = stage.near(depth)
    height *= near * frame.tall
    period = stage.period(depth)
    coarse = frame.scale if frame.scale <= 1.5 else frame.scale / 2
    columns = round(period * coarse)
    rows = math.ceil((height * 1.25 + base + 2) * coarse)
    line = skyline(columns, waves, stage.seed(salt), octaves=8 if rough >= 1 else 5, ridged=ridged)
    line = (line - line.min()) / max(1e-6, float(line.max() - line.min()))
    top = (height * 1.22 - height * (0.16 + 0.84 * line**1.15)) * coarse
    y = np.arange(rows, dtype=np.float32)[:, None]
    alpha = np.clip(y - top[None] + 0.5, 0, 1).astype(np.float32)
    below = np.maximum(0, y - top[None]) / coarse
    field = cloudy((rows, columns), (rows / coarse / 34, period / 46), stage.seed(salt + 1), octaves=6, warp=1.3)
    spur = cloudy((rows, columns), (rows / coarse / 120, period / 58), stage.seed(salt + 2), octaves=4, warp=0.8)
    # Light falls along the slope: the difference towards the sun of height, which is the silhouette and its spurs.
    relief = -top[None] * 0.55 + (spur - 0.5) * 130 * coarse + (field - 0.5) * 42 * coarse * rough
    relief = cv2.GaussianBlur(relief.astype(np.float32), (0, 0), 0.8 * coarse + 0.3, borderType=cv2.BORDER_REPLICATE)
    reach = max(1, round(3 * coarse))
    slope = (relief - np.roll(relief, -stage.air.side * reach, axis=1)) / (reach * 2.2)
    facing = np.clip(0.46 + 0.46 * np.tanh(slope), 0, 1)[..., None]
    share = smooth(0.0, 1.0, below / (height * 0.9))[..., None]
    low, high = stage.air.surface(colour, depth, 0.06), stage.air.surface(colour, depth, 0.92)
    rgb = np.array(low, np.float32) * (1 - facing) + np.array(high, np.float32) * facing
    if snow is not None:
        level = 1 - (y / coarse) / (height * 1.22)
        cap = smooth(snow_from - 0.05, snow_from + 0.05, level + (field - 0.5) * 0.34 + 0.10 * (facing[..., 0] - 0.5))[
            ..., None
        ]
        shaded, shining = stage.air.surface(snow, depth, 0.10), stage.air.surface(snow, depth, 0.95)
        white = np.array(shaded, np.float32) * (1 - facing) + np.array(shining, np.float32) * facing
        rgb = rgb * (1 - cap) + white * cap
    mist = np.array(foot or mix(stage.air.haze, stage.air.surface(colour, depth, 0.5), 0.25), np.float32)
    rgb = rgb * (1 - 0.62 * share) + mist * 0.62 * share
    rgb = np.broadcast_to(rgb, (rows, columns, 3)).astype(np.float32)
    picture = premultiplied(rgb, alpha, stage.seed(salt + 3))
    picture = softened_around(picture, stage.blur(depth) * coarse)
    stage.add_layer(
        Layer(picture, depth, x=-period / 2, y=base - rows / coarse + 2, scale=columns / period, period=period), order
    )
