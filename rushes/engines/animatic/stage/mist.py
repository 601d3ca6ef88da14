"""Mist: soft bands of haze that drift between the layers."""

from __future__ import annotations

import math

import numpy as np

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import smooth
from rushes.engines.animatic.paint.layers import Layer, premultiplied
from rushes.engines.animatic.paint.noise import cloudy
from rushes.engines.animatic.stage.set import Set


def band(
    stage: Set,
    depth: float,
    top: float,
    bottom: float,
    *,
    strength: float = 0.5,
    colour: Rgb | None = None,
    drift: float = -6.0,
    order: float | None = None,
    salt: int = 130,
) -> None:
    """A band of mist between `top` and `bottom` (units from the horizon), thickest in its middle."""
    frame = stage.framing
    period = stage.period(depth)
    # A low band of five rows would end in a line.
    coarse = max(frame.scale / 8, min(frame.scale, 22 / (bottom - top)))
    shape = (max(4, math.ceil((bottom - top) * coarse)), round(period * coarse))
    field = cloudy(shape, ((bottom - top) / 90, period / 420), stage.seed(salt), octaves=4, warp=0.8)
    share = np.linspace(0, 1, shape[0], dtype=np.float32)[:, None]
    shape_down = smooth(0.0, 0.55, share) * (1 - smooth(0.62, 1.0, share))
    alpha = (np.clip(0.25 + 1.1 * field, 0, 1) * shape_down * strength).astype(np.float32)
    rgb = np.broadcast_to(np.array(colour or stage.air.haze, np.float32), (*shape, 3))
    layer = Layer(
        premultiplied(np.clip(rgb, 0, 1), alpha, stage.seed(salt + 1)), depth, x=-period / 2, y=top,
        scale=shape[1] / period, period=period, drift=drift,
    )  # fmt: skip
    stage.add_layer(layer, order)
