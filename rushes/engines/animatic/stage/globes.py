"""Globes: planets drawn as lit spheres with bands, land or craters, and rings with their shadows."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.kernels import kernel
from rushes.engines.animatic.paint.layers import Picture
from rushes.engines.animatic.paint.noise import fractal

Floats = NDArray[np.float32]


@kernel
def _globe(
    out: Floats, radius: float, light: Floats, tilt: float, inclination: float, turn: float, seed: int, kind: int, low: Floats,
    high: Floats, air: Floats, ring: float,
) -> None:  # fmt: skip
    """out: (row, column, rgba), premultiplied; kind 0 bands, 1 land and sea with clouds, 2 craters."""
    rows, columns = out.shape[0], out.shape[1]
    middle_x, middle_y = columns * 0.5, rows * 0.5
    cos_t, sin_t = math.cos(tilt), math.sin(tilt)
    cos_i, sin_i = math.cos(inclination), math.sin(inclination)
    for row in range(rows):
        for column in range(columns):
            x = (column + 0.5 - middle_x) / radius
            y = (row + 0.5 - middle_y) / radius
            u = x * cos_t + y * sin_t
            v = -x * sin_t + y * cos_t
            away = u * u + v * v
            red = green = blue = alpha = 0.0
            if away < 1.03:
                z = math.sqrt(max(0.0, 1.0 - away))
                edge = min(1.0, max(0.0, (1.0 - math.sqrt(away)) * radius + 0.5))
                if edge > 0.0:
                    # The point on the sphere, seen from its own pole, so that nothing pinches at the poles.
                    py = v * cos_i - z * sin_i
                    pz = v * sin_i + z * cos_i
                    spin_x = u * math.cos(turn) + pz * math.sin(turn)
                    spin_z = -u * math.sin(turn) + pz * math.cos(turn)
                    n1 = fractal(spin_x * 2.2 + 9.0, py * 2.2 + spin_z * 1.7 + 5.0, 5, seed, 0)
                    n2 = fractal(spin_x * 5.0 + 3.0, py * 5.0 - spin_z * 4.3 + 11.0, 5, seed + 9, 0)
                    if kind == 0:
                        wave = py * 9.0 + (n1 - 0.5) * 1.5 + (n2 - 0.5) * 0.4
                        share = (
                            0.5 + 0.32 * math.sin(wave * 2.2) + 0.20 * math.sin(wave * 5.3 + 1.0) + 0.30 * (n2 - 0.5)
                        )
                    elif kind == 1:
                        share = min(1.0, max(0.0, (n1 * 0.7 + n2 * 0.3 - 0.49) * 14.0))
                    else:
                        share = 0.2 + 0.9 * n1 + 0.7 * (n2 - 0.5)
                    share = min(1.0, max(0.0, share))
                    red = low[0] + (high[0] - low[0]) * share
                    green = low[1] + (high[1] - low[1]) * share
                    blue = low[2] + (high[2] - low[2]) * share
                    if kind == 1:
                        cloud = fractal(spin_x * 3.1 + 40.0 + n2, py * 4.6 + spin_z * 2.0, 5, seed + 20, 0)
                        cloud = min(1.0, max(0.0, (cloud - 0.50) * 5.0))
                        red += (1.0 - red) * cloud * 0.9
                        green += (1.0 - green) * cloud * 0.9
                        blue += (1.0 - blue) * cloud * 0.92
                    facing = x * light[0] + y * light[1] + z * light[2]
                    bright = min(1.0, max(0.0, facing * 1.15 + 0.06)) ** 0.85
                    if ring > 0.0 and sin_i != 0.0:
                        # The ring's shadow: a band on the side away from the light.
                        band = py * (1.0 if light[1] < 0 else -1.0)
                        if 0.02 < band < 0.34:
                            shade = min(1.0, (band - 0.02) / 0.06) * min(1.0, (0.34 - band) / 0.08)
                            bright *= 1.0 - 0.52 * shade
                    rim = (1.0 - z) ** 2.6
                    red = (red * (bright * 1.12 + 0.018) + air[0] * rim * max(0.0, facing + 0.25) * 0.75) * edge
                    green = (green * (bright * 1.12 + 0.018) + air[1] * rim * max(0.0, facing + 0.25) * 0.75) * edge
                    blue = (blue * (bright * 1.12 + 0.026) + air[2] * rim * max(0.0, facing + 0.25) * 0.75) * edge
                    alpha = edge
            if away >= 0.98 and kind == 1:
                # A breath of air outside the disc.
                out_far = math.sqrt(away) - 1.0
                facing = (x * light[0] + y * light[1]) / max(0.2, math.sqrt(away))
                halo = math.exp(-max(0.0, out_far) * 26.0) * max(0.0, facing + 0.35) * 0.5 * (1.0 - alpha)
                red += air[0] * halo
                green += air[1] * halo
                blue += air[2] * halo
                alpha = min(1.0, alpha + halo * 0.6)
            if ring > 0.0:
                plane = v / sin_i
                reach = math.sqrt(u * u + plane * plane)
                if 1.26 < reach < ring and (v > 0.0 or away >= 0.985):
                    place = (reach - 1.26) / (ring - 1.26)
                    dense = fractal(place * 34.0 + 3.0, 0.37, 5, seed + 30, 0) * 0.95 + 0.22
                    dense *= min(1.0, place * 10.0) * min(1.0, (1.0 - place) * 7.0)
                    gap = 1.0 - 0.9 * math.exp(-(((place - 0.62) / 0.026) ** 2))
                    dense = min(0.94, dense * gap)
                    # The globe's shadow on the ring.
                    along = u * light[0] + plane * light[1]
                    across = abs(u * light[1] * 1.15 - plane * light[0])
                    shade = 1.0 - 0.92 * min(1.0, max(0.0, (-0.05 - along) / 0.5)) * min(
                        1.0, max(0.0, (1.0 - across) / 0.14)
                    )
                    over = dense * (1.0 if v > 0.0 else 1.0 - alpha)
                    tone = (0.72 + 0.34 * dense) * shade
                    red = red * (1.0 - over) + high[0] * tone * over
                    green = green * (1.0 - over) + high[1] * tone * over
                    blue = blue * (1.0 - over) + high[2] * tone * over
                    alpha = alpha + over * (1.0 - alpha)
            out[row, column, 0] = red
            out[row, column, 1] = green
            out[row, column, 2] = blue
            out[row, column, 3] = min(1.0, alpha)


def globe(
    radius_px: float, light: tuple[float, float, float], *, seed: int, kind: str, low: Rgb, high: Rgb, air: Rgb, tilt: float = -0.3,
    inclination: float = 0.3, turn: float = 0.4, ring: float = 0.0,
) -> Picture:  # fmt: skip
    """A planet; its disc has `radius_px`, its ring reaches to `ring` radii (0: none). kind: bands, land or craters."""
    reach = max(1.18, ring)
    wide = math.ceil(radius_px * reach * 2) + 4
    tall = math.ceil(radius_px * max(1.18, ring * (abs(math.sin(tilt)) + math.sin(inclination) * 0.9))) * 2 + 4
    out = np.zeros((tall, wide, 4), np.float32)
    length = math.sqrt(sum(v * v for v in light))
    arrays = [np.array(v, np.float32) for v in ([c / length for c in light], low, high, air)]
    kinds = {"bands": 0, "land": 1, "craters": 2}
    _globe(
        out,
        radius_px,
        arrays[0],
        tilt,
        inclination,
        turn,
        seed & 0xFFFFF,
        kinds[kind],
        arrays[1],
        arrays[2],
        arrays[3],
        ring,
    )
    alpha = np.clip(out[..., 3:4], 0, 1)
    colour = np.minimum(np.clip(out[..., 2::-1], 0, 1), alpha)
    return np.dstack([np.rint(colour * 255), np.rint(alpha * 255)]).astype(np.uint8)
