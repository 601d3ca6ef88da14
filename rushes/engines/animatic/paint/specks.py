"""Specks: snow, dust, sparks and rain, drawn straight into the frame; thousands cost less than one layer."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.kernels import kernel

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]


@kernel
def discs(
    out: Bytes, xs: Floats, ys: Floats, radii: Floats, alphas: Floats, blue: float, green: float, red: float, soft: float, glow: bool
) -> None:  # fmt: skip
    """Draw soft discs of one colour (0..255) at pixels (xs, ys); `soft` 0..1 is how much of each is a fading edge;
    `glow` adds light and leaves dark nothing."""
    height, width = out.shape[0], out.shape[1]
    for index in range(len(xs)):
        x, y, radius = xs[index], ys[index], radii[index]
        strength = alphas[index]
        if radius < 0.7:
            strength *= (radius / 0.7) ** 2
            radius = 0.7
        reach = radius + 1.0
        if strength <= 0.003 or x + reach < 0 or y + reach < 0 or x - reach >= width or y - reach >= height:
            continue
        edge = max(1.0, radius * soft)
        for row in range(max(0, int(y - reach)), min(height, int(y + reach) + 1)):
            for column in range(max(0, int(x - reach)), min(width, int(x + reach) + 1)):
                away = math.sqrt((column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2)
                share = (radius + 0.5 - away) / edge
                if share <= 0.0:
                    continue
                share = min(1.0, share)
                if edge > 1.5:
                    share = share * share * (3.0 - 2.0 * share)
                share *= strength
                for channel in range(3):
                    colour = blue if channel == 0 else green if channel == 1 else red
                    was = float(out[row, column, channel])
                    value = was + colour * share if glow else was + (colour - was) * share
                    out[row, column, channel] = int(min(255.0, value + 0.5))


@kernel
def streaks(
    out: Bytes, xs: Floats, ys: Floats, dx: Floats, dy: Floats, width_px: float, alpha: float, blue: float, green: float, red: float
) -> None:  # fmt: skip
    """Draw lines that end at (xs, ys) and came from (dx, dy) pixels before, fading towards where they came from."""
    height, width = out.shape[0], out.shape[1]
    half = width_px / 2
    for index in range(len(xs)):
        if abs(dx[index]) > abs(dy[index]):
            # A flat one, column by column.
            steps = int(abs(dx[index])) + 1
            way = 1 if dx[index] > 0 else -1
            for step in range(steps):
                column = int(xs[index]) - way * step
                if column < 0 or column >= width:
                    continue
                share = step / steps
                y = ys[index] - dy[index] * share
                strength = alpha * (1.0 - share) ** 0.7
                for row in range(math.floor(y - half), math.floor(y + half) + 1):
                    if row < 0 or row >= height:
                        continue
                    cover = min(row + 1.0, y + half) - max(float(row), y - half)
                    if cover <= 0.0:
                        continue
                    weight = strength * min(1.0, cover)
                    for channel in range(3):
                        colour = blue if channel == 0 else green if channel == 1 else red
                        was = float(out[row, column, channel])
                        out[row, column, channel] = int(was + (colour - was) * weight + 0.5)
            continue
        steps = int(abs(dy[index])) + 1
        for step in range(steps):
            row = int(ys[index] - step)
            if row < 0 or row >= height:
                continue
            share = step / steps
            x = xs[index] - dx[index] * share
            strength = alpha * (1.0 - share) ** 0.7
            for column in range(math.floor(x - half), math.floor(x + half) + 1):
                if column < 0 or column >= width:
                    continue
                cover = min(column + 1.0, x + half) - max(float(column), x - half)
                if cover <= 0.0:
                    continue
                weight = strength * min(1.0, cover)
                for channel in range(3):
                    colour = blue if channel == 0 else green if channel == 1 else red
                    was = float(out[row, column, channel])
                    out[row, column, channel] = int(was + (colour - was) * weight + 0.5)
