"""Noise: seeded value noise, seamless along x where a period is given, so that baked layers can repeat unseen."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.kernels import in_bands, inlined, kernel

Field = NDArray[np.float32]


@inlined
def hashed(x: int, y: int, seed: int) -> float:
    """0..1 for a lattice point; the integer mix of xxHash's avalanche, shortened."""
    n = (
        np.uint32(x) * np.uint32(374761393)
        + np.uint32(y) * np.uint32(668265263)
        + np.uint32(seed) * np.uint32(2246822519)
    ) & np.uint32(0xFFFFFFFF)
    n = ((n ^ (n >> np.uint32(13))) * np.uint32(1274126177)) & np.uint32(0xFFFFFFFF)
    return float((n ^ (n >> np.uint32(16))) & np.uint32(0xFFFFFF)) / 16777216.0


@inlined
def value_noise(x: float, y: float, seed: int, period: int) -> float:
    """0..1, smooth; repeats along x every `period` cells, never when it is 0."""
    cell_x = math.floor(x)
    cell_y = math.floor(y)
    u = x - cell_x
    v = y - cell_y
    u = u * u * u * (u * (u * 6.0 - 15.0) + 10.0)
    v = v * v * v * (v * (v * 6.0 - 15.0) + 10.0)
    left = int(cell_x)
    right = left + 1
    if period > 0:
        left %= period
        right %= period
    row = int(cell_y) & 0xFFFF
    below = (row + 1) & 0xFFFF
    left &= 0xFFFF
    right &= 0xFFFF
    a = hashed(left, row, seed)
    b = hashed(right, row, seed)
    c = hashed(left, below, seed)
    d = hashed(right, below, seed)
    return a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v


@inlined
def fractal(x: float, y: float, octaves: int, seed: int, period: int) -> float:
    """0..1: octaves of value noise, each half as large and half as strong."""
    total = 0.0
    weight = 0.5
    weights = 0.0
    for octave in range(octaves):
        total += weight * value_noise(x, y, seed + octave, period)
        weights += weight
        x *= 2.0
        y *= 2.0
        period *= 2
        weight *= 0.5
    return total / weights


@kernel
def _fill(
    out: Field,
    first: int,
    x0: float,
    y0: float,
    dx: float,
    dy: float,
    octaves: int,
    seed: int,
    period: int,
    warp: float,
) -> None:
    for row in range(out.shape[0]):
        for column in range(out.shape[1]):
            x = x0 + column * dx
            y = y0 + (first + row) * dy
            if warp > 0.0:
                east = fractal(x, y, 3, seed + 50, period)
                south = fractal(x, y + 31.7, 3, seed + 60, period)
                x += warp * (east - 0.5)
                y += warp * (south - 0.5)
            out[row, column] = fractal(x, y, octaves, seed, period)


def cloudy(
    shape: tuple[int, int],
    cells: tuple[float, float],
    seed: int,
    *,
    octaves: int = 5,
    warp: float = 0.0,
    seamless: bool = True,
) -> Field:
    """Fractal noise 0..1, (height, width), `cells` = (down, across) lattice cells over the whole; seamless along x
    (`cells` across is then rounded to a whole number)."""
    height, width = shape
    across = max(1, round(cells[1])) if seamless else cells[1]
    out = np.empty((max(1, height), max(1, width)), np.float32)
    step = cells[0] / max(1, height)

    def fill(first: int, last: int) -> None:
        _fill(
            out[first:last], first, 0.0, seed % 97 * 7.0, across / max(1, width), step, octaves, seed & 0x7FFFFF,
            round(across) if seamless else 0, warp,
        )  # fmt: skip

    in_bands(out.shape[0], fill)
    return out


@kernel
def scatter_rows(out: Field, x_cells: float, zs: Field, octaves: int, seed: int, period: int, warp: float) -> None:
    """Noise on a ground plane: columns run over `x_cells` cells (seamless with `period`), row r lies at zs[r] cells."""
    for row in range(out.shape[0]):
        for column in range(out.shape[1]):
            x = column * x_cells / out.shape[1]
            y = zs[row] * 1.0
            if warp > 0.0:
                x += warp * (fractal(x, y, 2, seed + 50, period) - 0.5)
                y += warp * (fractal(x, y + 31.7, 2, seed + 60, period) - 0.5)
            out[row, column] = fractal(x, y, octaves, seed, period)


def skyline(count: int, waves: int, seed: int, *, octaves: int = 5, ridged: bool = False) -> NDArray[np.float64]:
    """A seamless line of `count` heights, 0..1 about 0.5: `waves` swells over its length and finer ones on top;
    `ridged` gives crests as of mountains."""
    x = np.linspace(0.0, waves, count, endpoint=False)
    total = np.zeros(count)
    weight = 0.5
    weights = 0.0
    period = max(1, waves)
    random = np.random.default_rng(seed)
    for _ in range(octaves):
        knots = random.random(period)
        cell = np.floor(x).astype(int)
        share = x - cell
        share = share * share * (3 - 2 * share)
        value = knots[cell % period] * (1 - share) + knots[(cell + 1) % period] * share
        if ridged:
            value = 1 - np.abs(2 * value - 1)
        total += weight * value
        weights += weight
        weight *= 0.5
        x = x * 2
        period *= 2
    return total / weights
