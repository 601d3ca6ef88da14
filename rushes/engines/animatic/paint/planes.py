"""Planes: the ground and the water, seen in true perspective so that they slide right under a moving camera."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.blit import OPAQUE, Words, mix, pick, stack
from rushes.engines.animatic.paint.kernels import inlined, kernel
from rushes.engines.animatic.paint.layers import Picture
from rushes.engines.animatic.paint.view import View

Bytes = NDArray[np.uint8]

Floats = NDArray[np.float32]

_U, _F = np.uint32, np.float32
#: Columns of the texture to a pixel, from which a coarser one of its levels is taken.
CLOSE = 1.42
Levels = tuple[Words, ...]


@kernel
def _draw_plane(
    out: Words, levels: Levels, first: int, scale: float, width: float, horizon: float, drop: float, camera_x: float,
    rise: float, dolly: float, pan: float, tilt: float, zoom: float, pivot_x: float, pivot_y: float,
    rows_per_unit: float, columns_per_unit: float, opaque_from: float,
) -> None:  # fmt: skip
    count = out.shape[1]
    rows, most = levels[0].shape
    line = np.empty(max(2 * count, most) + 4, np.uint32)
    places, shares = np.empty(count, np.uint32), np.empty(count, np.uint32)
    left, right = np.empty(count, np.uint32), np.empty(count, np.uint32)
    for y in range(max(0, first), out.shape[0]):
        below = ((y + 0.5) / scale - pivot_y) / zoom + pivot_y + tilt - horizon
        seen = below / (drop + rise)
        if seen <= 0.0:
            continue
        depth = 1.0 / (1.0 / seen + dolly)
        at = depth * drop * rows_per_unit - 0.5
        at = min(max(at, 0.0), rows - 1.001)
        row = int(at)
        down = _U((at - row) * 256)
        step = columns_per_unit / (scale * zoom * seen)
        level, columns = 0, most
        while level + 1 < len(levels) and step * columns / most > CLOSE:
            level += 1
            columns = levels[level].shape[1]
        step *= columns / most
        step = min(step, 2.0)
        place = (((0.5 / scale - pivot_x) / zoom + pivot_x + pan - width / 2) / seen + camera_x) * columns_per_unit
        place = (place * columns / most) % columns
        start = int(place)
        begin = place - start
        for x in range(count):
            along = begin + step * x
            places[x] = _U(along)
            shares[x] = _U((along - int(along)) * 256.0)
        # What lies under this row of the frame, the rows of the texture mixed; it repeats along x.
        wanted = int(begin + step * (count - 1)) + 2
        had = 0
        while had < wanted:
            part = min(wanted - had, columns - start)
            end = start + part
            stack(line[had : had + part], levels[level][row, start:end], levels[level][row + 1, start:end], down)
            had += part
            start = 0
        pick(line, places, left, right)
        fade = _U(256)
        if opaque_from > 0.0:
            fade = _U(256 * min(1.0, max(0.0, seen / opaque_from)))
        _fade_in(out[y], left, right, shares, fade)


@inlined
def _fade_in(out: Words, left: Words, right: Words, shares: Words, fade: np.uint32) -> None:
    for x in range(len(out)):
        out[x] = _U(mix(out[x], mix(left[x], right[x], shares[x]), fade) | OPAQUE)


class Plane:
    """A picture that lies on the ground, endless along x.

    The texture's rows go from the horizon down to the nearest ground, evenly in units of the home frame; its columns
    run over `period` units along the main line, the middle one lying in the middle of the frame.
    """

    def __init__(self, texture: Picture, *, period: float, units: float, fade: float = 0.0) -> None:
        """`units`: how far down from the horizon the last row lies; `fade`: the depth below which what is behind
        shows through."""
        self.period, self.units, self.fade = period, units, fade
        self._levels = _levels(texture)

    def draw(self, out: Picture, view: View) -> None:
        """Draw it into every row below the horizon."""
        _draw_plane(
            out.view(np.uint32)[..., 0], self._levels, math.ceil(view.skyline()), view.scale, view.width, view.horizon, view.drop,
            view.x + self.period / 2, view.rise, view.dolly, view.pan, view.tilt, view.zoom, view.pivot[0], view.pivot[1],
            self._levels[0].shape[0] / self.units, self._levels[0].shape[1] / self.period, self.fade,
        )  # fmt: skip


def _levels(texture: Picture) -> Levels:
    """The texture, and again with half as many columns each time, for what is far: read whole it would shimmer."""
    found = [texture]
    for _ in range(5):
        rows, columns = found[-1].shape[:2]
        half = cv2.resize(found[-1], (max(1, columns // 2), rows), interpolation=cv2.INTER_AREA)
        found.append(np.asarray(half, np.uint8))
    return tuple(np.ascontiguousarray(level).view(np.uint32)[..., 0] for level in found)


@inlined
def _sample(
    profile: Floats, fine: Floats, slope: Floats, detail: Floats, column: float, step: float, ripple: float, pace: float
) -> None:
    """The waves along one row, broad ones and fine ones, each between two texels: at the nearest they would jump. Both
    repeat; each has its first texel again after its last."""
    mask = np.int64(len(fine) - 2)
    for x in range(len(slope)):
        at = column + step * x
        cell = math.floor(at)
        share = _F(at - cell)
        texel = np.uint64(np.int64(cell) & mask)
        slope[x] = profile[texel] * (_F(1) - share) + profile[texel + np.uint64(1)] * share
        at = ripple + pace * x
        cell = math.floor(at)
        share = _F(at - cell)
        texel = np.uint64(np.int64(cell) & mask)
        detail[x] = fine[texel] * (_F(1) - share) + fine[texel + np.uint64(1)] * share


@inlined
def _bend(
    slope: Floats, detail: Floats, mirror: np.float32, calm: np.float32, clear: np.float32, puddles: np.float32, flat: np.float32,
    reach: np.float32, bottom: int, columns: int, rows: NDArray[np.int32], across: NDArray[np.int32], shares: Words,
) -> None:  # fmt: skip
    """Which pixel each one mirrors, and how much of it: apart from the picking, so that it is done many at a time."""
    for x in range(len(slope)):
        wave = (slope[x] + _F(0.45) * detail[x]) * calm
        row = np.int32(flat + wave * reach * _F(1.6) - reach * _F(0.4))
        row = np.int32(2 * bottom) - row if row > bottom else row
        rows[x] = min(max(row, np.int32(0)), np.int32(max(0, bottom)))
        across[x] = min(max(np.int32(x) + np.int32(slope[x] * reach * _F(0.7)), np.int32(0)), np.int32(columns - 1))
        share = mirror + wave * clear
        if puddles > _F(0):
            share *= min(_F(1), max(_F(0), (slope[x] * _F(0.6) + detail[x] * _F(0.15) + puddles) * _F(3)))
        shares[x] = _U(np.int32(min(_F(0.96), max(_F(0), share)) * _F(256)))


@inlined
def _mingle(out: Words, mirrored: Words, shares: Words) -> None:
    for x in range(len(out)):
        out[x] = _U(mix(out[x], mirrored[x], shares[x]) | OPAQUE)


@inlined
def _glitter(out: Bytes, slope: Floats, detail: Floats, glint: Floats, middle: np.float32, spread: np.float32, most: np.float32) -> None:  # fmt: skip
    """The light's path: sparks where the waves are steep, fewer away from its middle."""
    for x in range(len(slope)):
        away = (_F(x) - middle) / spread
        square = away * away
        # Close to a bell, and many times as fast.
        light = _F(1) / (_F(1) + square * (_F(1) + square * (_F(0.5) + square * _F(1 / 6))))
        spark = max(_F(0), slope[x] * _F(0.8) + detail[x] - _F(0.30) + _F(0.25) * light) * light * glint[3] * most
        for channel in range(3):
            out[x, channel] = np.uint8(min(_F(255), _F(out[x, channel]) + glint[channel] * spark))


@kernel
def _reflect(
    out: Words, bytes_: Bytes, waves: Floats, last: int, scale: float, width: float, horizon: float, drop: float,
    camera_x: float, rise: float, dolly: float, pan: float, tilt: float, zoom: float, pivot_x: float, pivot_y: float,
    t: float, roughness: float, cell: float, clear: float, mirror_from: float, mirror_to: float, shore: float,
    glint_x: float, glint: Floats, puddles: float, line: float,
) -> None:  # fmt: skip
    """`bytes_` is `out` by channels."""
    size, count = waves.shape[0], out.shape[1]
    mask = size - 1
    sky = pivot_y + (horizon - tilt - pivot_y) * zoom
    top = math.ceil(sky * scale)
    profile, fine = np.empty(size + 1, np.float32), np.empty(size + 1, np.float32)
    slope, detail = np.empty(count, np.float32), np.empty(count, np.float32)
    rows, across = np.empty(count, np.int32), np.empty(count, np.int32)
    shares, mirrored = np.empty(count, np.uint32), np.empty(count, np.uint32)
    for y in range(max(0, top, int(line)), min(last, out.shape[0])):
        below = ((y + 0.5) / scale - pivot_y) / zoom + pivot_y + tilt - horizon
        seen = max(0.004, below / (drop + rise))
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
        share = _F(row_a - ya)
        for n in range(size):
            profile[n] = waves[ya & mask, n] * (_F(1) - share) + waves[(ya + 1) & mask, n] * share
        profile[size] = profile[0]
        yb = math.floor(row_b)
        share = _F(row_b - yb)
        for n in range(size):
            fine[n] = waves[yb & mask, n] * (_F(1) - share) + waves[(yb + 1) & mask, n] * share
        fine[size] = fine[0]
        _sample(
            profile, fine, slope, detail, left * cell + t * 5.0, step * cell, left * cell * 2.1 - t * 11.0, step * cell * 2.1
        )  # fmt: skip
        # Far waves are smaller than a pixel: their slopes average out, so the mirror grows calm.
        calm = min(1.0, 0.15 + seen * 1.1)
        _bend(
            slope, detail, _F(mirror), _F(calm), _F(clear), _F(puddles), _F(2.0 * line - y), _F(roughness * scale * zoom),
            int(line) - 1, count, rows, across, shares,
        )  # fmt: skip
        for x in range(count):
            mirrored[x] = out[np.uint64(rows[x]), np.uint64(across[x])]
        _mingle(out[y], mirrored, shares)
        if glint[3] > _F(0) and not (shore > 0.0 and seen > shore):
            spread = width * scale * (0.05 + 0.22 * min(1.0, seen))
            # A near wave is wide: as bright as the far ones it would blink.
            most = 255.0 * (1.0 - 0.74 * min(1.0, seen))
            _glitter(bytes_[y], slope, detail, glint, _F(glint_x), _F(spread), _F(most))


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
        self.waves = np.ascontiguousarray(waves, np.float32)
        self.roughness, self.cell, self.clear = roughness, cell, clear
        self.mirror, self.shore, self.glint_x, self.puddles, self.stands = mirror, shore, glint_x, puddles, stands
        self.glint = np.array([glint[2], glint[1], glint[0], glint[3]], np.float32)

    def draw(self, out: Picture, view: View, t: float) -> None:
        """Mirror what `out` shows above the horizon into what lies below it."""
        last = out.shape[0]
        if self.shore > 0:
            last = math.ceil(view.place(0.0, view.drop * self.shore, self.shore)[1]) + 1
        _reflect(
            out.view(np.uint32)[..., 0], out, self.waves, last, view.scale, view.width, view.horizon, view.drop, view.x, view.rise, view.dolly,
            view.pan, view.tilt, view.zoom, view.pivot[0], view.pivot[1], t, self.roughness, self.cell, self.clear,
            self.mirror[0], self.mirror[1], self.shore, view.place(self.glint_x, 0.0, 0.0)[0], self.glint, self.puddles,
            view.place(0.0, view.drop * self.stands, self.stands)[1],
        )  # fmt: skip
