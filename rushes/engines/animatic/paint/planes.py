"""Planes: the ground and the water, seen in true perspective so that they slide right under a moving camera."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.kernels import kernel
from rushes.engines.animatic.paint.layers import Picture
from rushes.engines.animatic.paint.view import View

Bytes = NDArray[np.uint8]


@kernel
def _draw_plane(
    out: Bytes, texture: Bytes, first: int, scale: float, width: float, horizon: float, drop: float, camera_x: float,
    rise: float, dolly: float, pan: float, tilt: float, zoom: float, pivot_x: float, pivot_y: float,
    rows_per_unit: float, columns_per_unit: float, opaque_from: float,
) -> None:  # fmt: skip
    rows, columns = texture.shape[0], texture.shape[1]
    for y in range(max(0, first), out.shape[0]):
        below = ((y + 0.5) / scale - pivot_y) / zoom + pivot_y + tilt - horizon
        seen = below / (drop + rise)
        if seen <= 0.0:
            continue
        depth = 1.0 / (1.0 / seen + dolly)
        line = depth * drop * rows_per_unit - 0.5
        line = min(max(line, 0.0), rows - 1.001)
        row = int(line)
        down = int((line - row) * 256)
        # 16 bits of fraction, wrapped by hand: the texture repeats along x.
        left = ((0.5 / scale - pivot_x) / zoom + pivot_x + pan - width / 2) / seen + camera_x
        step = columns_per_unit / (scale * zoom * seen)
        place = (left * columns_per_unit) % columns
        advance = int(step * 65536)
        at = int(place * 65536)
        around = columns * 65536
        fade = 256
        if opaque_from > 0.0:
            fade = int(256 * min(1.0, max(0.0, seen / opaque_from)))
        for x in range(out.shape[1]):
            column = at >> 16
            across = (at >> 8) & 255
            following = column + 1
            if following == columns:
                following = 0
            for channel in range(3):
                a = int(texture[row, column, channel])
                b = int(texture[row, following, channel])
                c = int(texture[row + 1, column, channel])
                d = int(texture[row + 1, following, channel])
                high = (a << 8) + (b - a) * across
                low = (c << 8) + (d - c) * across
                value = ((high << 8) + (low - high) * down + 32768) >> 16
                if fade < 256:
                    value = (int(out[y, x, channel]) * (256 - fade) + value * fade) >> 8
                out[y, x, channel] = value
            out[y, x, 3] = 255
            at += advance
            while at >= around:
                at -= around


class Plane:
    """A picture that lies on the ground, endless along x.

    The texture's rows go from the horizon down to the nearest ground, evenly in units of the home frame; its columns
    run over `period` units along the main line, the middle one lying in the middle of the frame.
    """

    def __init__(self, texture: Picture, *, period: float, units: float, fade: float = 0.0) -> None:
        """`units`: how far down from the horizon the last row lies; `fade`: the depth below which what is behind
        shows through."""
        self.texture = np.ascontiguousarray(texture)
        self.period, self.units, self.fade = period, units, fade

    def draw(self, out: Picture, view: View) -> None:
        """Draw it into every row below the horizon."""
        _draw_plane(
            out, self.texture, math.ceil(view.skyline()), view.scale, view.width, view.horizon, view.drop,
            view.x + self.period / 2, view.rise, view.dolly, view.pan, view.tilt, view.zoom, view.pivot[0], view.pivot[1],
            self.texture.shape[0] / self.units, self.texture.shape[1] / self.period, self.fade,
        )  # fmt: skip


@kernel
def _reflect(
    out: Bytes, waves: NDArray[np.float32], last: int, scale: float, width: float, horizon: float, drop: float,
    camera_x: float, rise: float, dolly: float, pan: float, tilt: float, zoom: float, pivot_x: float, pivot_y: float,
    t: float, roughness: float, cell: float, clear: float, mirror_from: float, mirror_to: float, shore: float,
    glint_x: float, glint: NDArray[np.float32], puddles: float, line: float,
) -> None:  # fmt: skip
    size = waves.shape[0]
    mask = size - 1
    sky = pivot_y + (horizon - tilt - pivot_y) * zoom
    top = math.ceil(sky * scale)
    for y in range(max(0, top, int(line)), min(last, out.shape[0])):
        below = ((y + 0.5) / scale - pivot_y) / zoom + pivot_y + tilt - horizon
        seen = below / (drop + rise)
        if seen <= 0.004:
            seen = 0.004
        depth = 1.0 / (1.0 / seen + dolly)
        distance = 1.0 / depth
        row_a = distance * cell * drop * 0.9 + t * 9.0
        row_b = distance * cell * drop * 1.7 - t * 14.0
        left = ((0.5 / scale - pivot_x) / zoom + pivot_x + pan - width / 2) / seen + camera_x
        step = 1.0 / (scale * zoom * seen)
        mirror = mirror_from + (mirror_to - mirror_from) * min(1.0, seen)
        if shore > 0.0:
            mirror *= min(1.0, max(0.0, (shore - seen) / (shore * 0.06)))
        ya = math.floor(row_a)
        fa = row_a - ya
        ya0, ya1 = ya & mask, (ya + 1) & mask
        yb = math.floor(row_b) & mask
        # Far waves are smaller than a pixel: their slopes average out, so the mirror grows calm.
        calm = min(1.0, 0.15 + seen * 1.1)
        reach = roughness * scale * zoom
        flat = 2.0 * line - y
        spread = width * scale * (0.05 + 0.22 * min(1.0, seen))
        for x in range(out.shape[1]):
            place = left + step * x
            column = place * cell + t * 5.0
            xa = math.floor(column)
            share = column - xa
            xa0, xa1 = xa & mask, (xa + 1) & mask
            upper = waves[ya0, xa0] * (1.0 - share) + waves[ya0, xa1] * share
            lower = waves[ya1, xa0] * (1.0 - share) + waves[ya1, xa1] * share
            slope = upper * (1.0 - fa) + lower * fa
            xb = math.floor(place * cell * 2.1 - t * 11.0) & mask
            fine = waves[yb, xb]
            wave = (slope + 0.45 * fine) * calm
            ys = int(flat + wave * reach * 1.6 - reach * 0.4)
            xs = x + int(slope * reach * 0.7)
            bottom = int(line) - 1
            if ys > bottom:
                ys = bottom - (ys - bottom)
            ys = min(max(ys, 0), bottom) if bottom > 0 else 0
            xs = min(max(xs, 0), out.shape[1] - 1)
            share_mirrored = mirror + wave * clear
            if puddles > 0.0:
                share_mirrored *= min(1.0, max(0.0, (slope * 0.6 + fine * 0.15 + puddles) * 3.0))
            share_mirrored = min(0.96, max(0.0, share_mirrored))
            sparkle = 0.0
            if glint[3] > 0.0:
                away = (x - glint_x) / spread
                column_of_light = math.exp(-away * away)
                sparkle = max(0.0, slope * 0.8 + fine - 0.30 + 0.25 * column_of_light) * column_of_light * glint[3]
                if shore > 0.0 and seen > shore:
                    sparkle = 0.0
            for channel in range(3):
                value = (
                    float(out[y, x, channel]) * (1.0 - share_mirrored)
                    + float(out[ys, xs, channel]) * share_mirrored
                    + 255.0 * glint[channel] * sparkle
                )
                out[y, x, channel] = int(min(255.0, max(0.0, value)))


class Water:
    """A surface that mirrors what has been drawn above the horizon, broken by waves that move."""

    def __init__(
        self,
        waves: NDArray[np.float32],
        *,
        roughness: float,
        cell: float = 0.05,
        clear: float = 0.5,
        mirror: tuple[float, float] = (0.85, 0.4),
        shore: float = 0.0,
        glint: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 0.0),
        glint_x: float = 0.0,
        puddles: float = 0.0,
        stands: float = 0.0,
    ) -> None:
        """`waves`: a seamless square of slopes -1..1, its side a power of two; `roughness`: units by which a wave
        displaces the mirror; `cell`: texels per unit; `mirror`: how much is mirrored at the horizon and on the main line;
        `shore`: the depth at which the water ends (0: never); `glint`: rgb and strength of the light's path at `glint_x`
        units; `puddles`: above 0 only the hollows mirror, as on a wet road; `stands`: the depth at which what is mirrored
        stands (0: at the horizon)."""
        self.waves, self.roughness, self.cell, self.clear = waves, roughness, cell, clear
        self.mirror, self.shore, self.glint_x, self.puddles, self.stands = mirror, shore, glint_x, puddles, stands
        self.glint = np.array([glint[2], glint[1], glint[0], glint[3]], np.float32)

    def draw(self, out: Picture, view: View, t: float) -> None:
        """Mirror what `out` shows above the horizon into what lies below it."""
        last = out.shape[0]
        if self.shore > 0:
            last = math.ceil(view.place(0.0, view.drop * self.shore, self.shore)[1]) + 1
        _reflect(
            out, self.waves, last, view.scale, view.width, view.horizon, view.drop, view.x, view.rise, view.dolly,
            view.pan, view.tilt, view.zoom, view.pivot[0], view.pivot[1], t, self.roughness, self.cell, self.clear,
            self.mirror[0], self.mirror[1], self.shore, view.place(self.glint_x, 0.0, 0.0)[0], self.glint, self.puddles,
            view.place(0.0, view.drop * self.stands, self.stands)[1],
        )  # fmt: skip
