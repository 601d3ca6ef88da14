"""Height fields: land that is flown over, seen in true perspective.

Each column of the frame is marched from the eye outwards (the "voxel space" of NovaLogic's Comanche, 1992). What a step
shows above all nearer ones is summed up by area in each pixel, so that roofs and ridges have smooth edges and what is far
does not shimmer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.kernels import inlined, kernel
from rushes.engines.animatic.paint.layers import Picture
from rushes.engines.animatic.paint.noise import hashed

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

#: What a cell of the land is.
GROUND, BUILDING, WATER = 0, 1, 2
#: The side of a map in cells, a power of two: the land repeats beyond it.
SIDE = 1024


@dataclass(frozen=True)
class Land:
    heights: Floats  #: (row, column) metres
    tops: Bytes  #: (row, column, bgr) as lit from above
    walls: Bytes  #: (row, column, bgr) of what stands; unlit
    kinds: Bytes  #: (row, column): GROUND, BUILDING or WATER
    cell: float  #: metres

    @cached_property
    def peaks(self) -> Floats:
        """(row, column) metres that the land between this cell and the three that follow it nowhere exceeds."""
        return np.asarray(_over_four(self.heights, np.maximum), np.float32)

    @cached_property
    def open(self) -> Bytes:
        """(row, column) 1 where this cell and the three that follow it are ground, which is smooth between them."""
        return np.ascontiguousarray(_over_four(self.kinds == GROUND, np.logical_and), np.uint8)


@dataclass(frozen=True, slots=True)
class Weathered:
    """How the air shows the land."""

    haze: Rgb
    far: float  #: metres at which little but haze is seen
    sides: tuple[Rgb, Rgb, Rgb, Rgb]  #: the light on walls that face east, west, south, north
    lamps: float  #: share of windows that are lit
    sun: tuple[float, float]  #: towards the sun on the ground, of length 1
    glint: Rgb  #: of the sun on water; black for none


@dataclass(frozen=True, slots=True)
class Eye:
    x: float  #: metres, east
    y: float  #: metres, south
    z: float  #: metres up
    yaw: float  #: radians; 0 looks north, clockwise


def _over_four(field: NDArray[Any], join: np.ufunc) -> NDArray[Any]:
    """Each cell joined with those to the east, to the south and between; the land repeats."""
    across = join(field, np.roll(field, -1, axis=1))
    return np.asarray(join(across, np.roll(across, -1, axis=0)))


@inlined
def _window(across: float, up: float, salt: int) -> float:
    """0 the wall, 1 dark glass, above 1 a number of this window."""
    column, row = math.floor(across), math.floor(up)
    u, v = across - column, up - row
    if u < 0.16 or u > 0.86 or v < 0.22 or v > 0.84:
        return 0.0
    return 1.0 + hashed(int(column) + salt, int(row), 80)


@kernel
def _fly(
    out: Bytes, heights: Floats, peaks: Floats, open_: Bytes, tops: Bytes, walls: Bytes, kinds: Bytes, waves: Floats, cell: float, eye: Floats, horizon: float,
    focal: float, far: float, t: float, haze: Floats, sides: Floats, lamps: float, sun: Floats, glint: Floats,
) -> None:  # fmt: skip
    height, width = out.shape[0], out.shape[1]
    mask, swell = heights.shape[0] - 1, waves.shape[0] - 1
    sine, cosine = math.sin(eye[3]), math.cos(eye[3])
    shown = np.zeros(3, np.float64)
    wall = np.zeros(3, np.float64)
    summed = np.zeros(3, np.float64)
    for column in range(width):
        aside = (column + 0.5 - width / 2) / focal
        east, south = sine + cosine * aside, -cosine + sine * aside
        length = math.sqrt(1.0 + aside * aside)
        towards_sun = max(0.0, (east * sun[0] + south * sun[1]) / length)
        path, beside = towards_sun**24, 0.22 * towards_sun**6
        hazed = 2.6 * length * length / (far * far)
        low = float(height)  # nothing nearer is seen above this
        pixel = height - 1
        covered = 0.0
        summed[:] = 0.0
        z = 2.0 * cell
        before_x, before_y = -1, -1
        by_x = by_y = 0
        u = v = 0.0
        while z < far * 1.25 and low > 0.0:
            x, y = (eye[0] + east * z) / cell, (eye[1] + south * z) / cell
            cell_x, cell_y = math.floor(x), math.floor(y)
            at_x, at_y = int(cell_x) & mask, int(cell_y) & mask
            # Most steps are hidden behind nearer ones, which this tells without a division.
            if (eye[2] - peaks[at_y, at_x]) * focal >= (low - horizon) * z:
                before_x, before_y = cell_x, cell_y
                z += 0.42 * cell + z * 0.0022
                continue
            tall = float(heights[at_y, at_x])
            kind = kinds[at_y, at_x]
            smooth = open_[at_y, at_x] == 1
            if smooth:
                u, v = x - cell_x, y - cell_y
                by_x, by_y = (at_x + 1) & mask, (at_y + 1) & mask
                upper = tall + (heights[at_y, by_x] - tall) * u
                lower = heights[by_y, at_x] + (heights[by_y, by_x] - heights[by_y, at_x]) * u
                tall = upper + (lower - upper) * v
            near = 1.0 / z
            top = horizon + (eye[2] - tall) * focal * near
            if top < low:
                veil = 1.0 - 1.0 / (1.0 + hazed * z * z)
                for c in range(3):
                    shown[c] = tops[at_y, at_x, c]
                    if smooth:
                        above = shown[c] + (tops[at_y, by_x, c] - shown[c]) * u
                        beneath = tops[by_y, at_x, c] * (1.0 - u) + tops[by_y, by_x, c] * u
                        shown[c] = above + (beneath - above) * v
                if kind == WATER:
                    wave = waves[int(y * cell * 1.6 - t * 2.4) & swell, int(x * cell * 1.2 + t * 1.7) & swell]
                    fine = waves[int(y * cell * 4.3 + t * 3.6) & swell, int(x * cell * 3.4 - t * 2.2) & swell]
                    ripple = (wave + 0.6 * fine) * min(1.0, 60.0 * near + 0.25)
                    flat = 0.62 * (1.0 - 1.0 / (1.0 + 0.14 * z / eye[2]))
                    sparkle = path * max(0.0, ripple + 0.25) * 1.5 + beside
                    for c in range(3):
                        shown[c] = shown[c] * (1.0 - flat) + haze[c] * flat + 12.0 * ripple
                        shown[c] += 255.0 * glint[c] * sparkle
                standing = along_y = False
                if kind == BUILDING:
                    # Which face is seen: the one through which the step came in; of both, as much as each is turned to us.
                    face_x, face_y = 1 if east > 0 else 0, 3 if south > 0 else 2
                    turned = abs(east) / (abs(east) + abs(south))
                    if before_x == cell_x:
                        turned = 0.0
                    elif before_y == cell_y:
                        turned = 1.0
                    along_y = turned > 0.5
                    standing = before_x != -1
                    for c in range(3):
                        light = sides[face_x, c] * turned + sides[face_y, c] * (1.0 - turned)
                        wall[c] = walls[at_y, at_x, c] * light
                first = max(0.0, top)
                y_pixel = pixel
                while y_pixel >= 0 and low > first:
                    upper_edge = max(first, float(y_pixel))
                    share = low - upper_edge
                    glow = 0.0
                    storey = tall - (y_pixel + 0.5 - top) * z / focal
                    on_wall = standing and storey < tall - 0.5
                    glass = 0.0
                    if on_wall:
                        along = (y if along_y else x) * cell
                        detail = min(1.0, focal / z * 0.8)
                        found = _window(along * 0.42, storey * 0.33, int(cell_x if along_y else cell_y))
                        if found > 0.0:
                            glass = 0.62 * detail
                            if found - 1.0 < lamps:
                                glow = detail
                    for c in range(3):
                        value = shown[c]
                        if on_wall:
                            value = wall[c] * (1.0 - glass)
                            if glow > 0.0:
                                value = value * (1.0 - glow) + (110.0, 200.0, 255.0)[c] * glow
                        summed[c] += (value * (1.0 - veil) + haze[c] * veil) * share
                    covered += share
                    low = upper_edge
                    if covered > 0.9995:
                        for c in range(3):
                            out[y_pixel, column, c] = int(min(255.0, max(0.0, summed[c])))
                        out[y_pixel, column, 3] = 255
                        summed[:] = 0.0
                        covered = 0.0
                        y_pixel -= 1
                pixel = y_pixel
            before_x, before_y = cell_x, cell_y
            z += 0.42 * cell + z * 0.0022
        if covered > 0.0 and pixel >= 0:
            for c in range(3):
                value = summed[c] + float(out[pixel, column, c]) * (1.0 - covered)
                out[pixel, column, c] = int(min(255.0, max(0.0, value)))
            low = float(pixel)
            pixel -= 1
        # Beyond the last step all is haze, up to the horizon.
        for y_pixel in range(max(0, int(horizon)), pixel + 1):
            for c in range(3):
                out[y_pixel, column, c] = int(haze[c])
            out[y_pixel, column, 3] = 255


def fly(
    out: Picture, land: Land, waves: Floats, air: Weathered, eye: Eye, *, horizon: float, focal: float, t: float
) -> None:
    """Draw the land over `out` as seen by `eye`; `horizon` in pixels from the top (may lie above the frame), `focal` in
    pixels; `waves`: a seamless square of slopes, its side a power of two."""
    _fly(
        out, land.heights, land.peaks, land.open, land.tops, land.walls, land.kinds, waves, land.cell, np.array([eye.x, eye.y, eye.z, eye.yaw], np.float32),
        horizon, focal, air.far, t, _bgr(air.haze) * 255, np.stack([_bgr(side) for side in air.sides]), air.lamps,
        np.array(air.sun, np.float32), _bgr(air.glint),
    )  # fmt: skip


def _bgr(colour: Rgb) -> Floats:
    return np.array(colour[::-1], np.float32)
