"""Inflated-normal relighting: a flat cut-out becomes a clay figure that stands in the scene's light.

The distance to the outline is read as the height of a puffed-up relief; its normals take the key light, and the rim light
runs along the edges that face it. Works on any cut-out: our rigs, a photograph's subject, library art.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Light
from rushes.engines.animatic.paint.blit import Words, over
from rushes.engines.animatic.paint.kernels import inlined, kernel
from rushes.engines.animatic.paint.layers import Picture

#: The relief is smooth, so it is worked out at most this large (pixels of the longer side) and scaled up.
RELIEF_PIXELS_MAX = 208
_U, _F = np.uint32, np.float32
Plane = NDArray[np.float32]
#: Left, top, width, height in pixels of a picture.
Box = tuple[int, int, int, int]
#: Left, top, right, bottom: does a cut-out go on beyond that side of its picture?
Sides = tuple[bool, bool, bool, bool]
NO_SIDES: Sides = (False, False, False, False)


def relight(
    pixels: NDArray[np.uint8],
    light: Light,
    *,
    puff: float = 0.9,
    rim_width: float = 0.15,
    gain: float = 1.0,
    mirrored: bool = False,
    goes_on: Sides = NO_SIDES,
) -> NDArray[np.uint8]:
    """Light a cut-out; alpha is kept.

    pixels: uint8 array (row, column, bgra) premultiplied; the result has the same shape and meaning.
    puff: how round, as a share of the thickest part; rim_width: of the rim, as a share of that roundness; gain: of all light.
    mirrored: the cut-out will be flipped left to right afterwards, so the light must come from the other side now.
    goes_on: where a cut-out is only part of what it shows, it has no edge that would be round.
    """
    part, lit = pixels.copy(), np.zeros_like(pixels)
    box = (0, 0, pixels.shape[1], pixels.shape[0])
    planes = relief_of(cover_of(part, box), light.direction, puff, rim_width, mirrored, goes_on)
    lay_relief(part, box, planes, lit, light, gain)
    return lit


def lay_relief(
    part: Picture,
    box: Box,
    planes: tuple[Plane, Plane],
    onto: Picture,
    light: Light,
    gain: float,
    share: Plane | None = None,
) -> None:
    """Light what is in a box of `part`, lay it over `onto` at the same place, and leave the box empty.

    planes: see `relief_of`; they are stretched over the box. share: 0..1 of the box that is laid, (row, column).
    """
    left, top, width, height = box
    colours = np.array([light.key[::-1], light.ambient[::-1], light.rim[::-1]], np.float32) * _F(gain)
    _lay(words(part), left, top, width, height, words(onto), *planes, colours, _WHOLE if share is None else share)


def cover_of(part: Picture, box: Box) -> NDArray[np.uint8]:
    """The alpha of a box, as large as its relief will be."""
    left, top, width, height = box
    shrink = min(1.0, RELIEF_PIXELS_MAX / max(height, width))
    cover = np.empty((max(1, round(height * shrink)), max(1, round(width * shrink))), np.uint8)
    _shrink(words(part), left, top, width, height, cover)
    return cover


def lay_plain(part: Picture, box: Box, onto: Picture, share: Plane | None = None) -> None:
    """Lay what is in a box of `part` over `onto` at the same place as it is, and leave the box empty."""
    _lay_plain(words(part), *box, words(onto), _WHOLE if share is None else share)


def melted(
    gone: tuple[float, float], whole: tuple[float, float], left: int, top: int, width: int, height: int
) -> NDArray[np.float32]:
    """How much of a part is there: 0 at one point to 1 at the other, float32 array (row, column)."""
    run = np.array(whole) - np.array(gone)
    run /= max(1e-6, float(run @ run))
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    along = (columns + left - gone[0]) * run[0] + (rows + top - gone[1]) * run[1]
    share = np.clip(along, 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)


def words(picture: Picture) -> Words:
    return picture.view(np.uint32)[..., 0]


#: Stands for a share of 1 everywhere.
_WHOLE: Plane = np.zeros((0, 0), np.float32)


def relief_of(
    alpha: NDArray[np.uint8],
    direction: tuple[float, float, float],
    puff: float,
    rim_width: float,
    mirrored: bool,
    goes_on: Sides,
) -> tuple[Plane, Plane]:
    """How much key light (0..1) and rim light (0..1) each pixel of a mask takes."""
    # A frame of nothing around the mask, so that a cut-out that touches its border is round there as well.
    mask = cv2.copyMakeBorder(
        cv2.threshold(alpha, 100, 1, cv2.THRESH_BINARY)[1], 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0
    )
    left, top, right, bottom = goes_on
    for is_open, edge, beside in (
        (left, np.s_[:, 0], np.s_[:, 1]),
        (right, np.s_[:, -1], np.s_[:, -2]),
        (top, np.s_[0], np.s_[1]),
        (bottom, np.s_[-1], np.s_[-2]),
    ):
        if is_open:
            mask[edge] = mask[beside]
    inside = np.asarray(cv2.distanceTransform(mask, cv2.DIST_L2, 5), np.float32)[1:-1, 1:-1]
    radius = max(2.0, puff * float(inside.max()))
    relief = np.empty(inside.shape, np.float32)
    _puff(inside, radius, relief)
    relief = _smooth(relief, max(0.8, radius * 0.13))
    towards = np.array(direction, np.float32)
    if mirrored:
        towards[0] = -towards[0]
    towards /= max(1e-6, float(np.linalg.norm(towards)))
    flat = towards[:2] / max(1e-6, float(np.linalg.norm(towards[:2])))
    diffuse, rim = np.empty_like(relief), np.empty_like(relief)
    _shine(relief, inside, towards, flat, 1 / (rim_width * radius * 1.6 + 1e-6), diffuse, rim)
    return diffuse, rim


def _smooth(relief: Plane, pixels: float) -> Plane:
    """A Gaussian of so many pixels; a wide one is three boxes, which cost the same however wide they are."""
    if pixels < 5:
        return np.asarray(cv2.GaussianBlur(relief, (0, 0), pixels), np.float32)
    # Odd widths of which so many are the smaller one that the variances add up (Kovesi, Fast almost-Gaussian filtering, 2010).
    wide = 12 * pixels * pixels
    small = (int(math.sqrt(wide / 3 + 1)) - 1) // 2 * 2 + 1
    smaller = round((wide - 3 * small * small - 12 * small - 9) / (-4 * small - 4))
    for number in range(3):
        width = small if number < smaller else small + 2
        relief = np.asarray(cv2.blur(relief, (width, width), borderType=cv2.BORDER_REFLECT_101), np.float32)
    return relief


@inlined
def _add_cover(sums: Plane, line: Words, weight: np.float32) -> None:
    for x in range(len(sums)):
        sums[x] += _F(line[x] >> _U(24)) * weight


@kernel
def _shrink(part: Words, left: int, top: int, width: int, height: int, cover: NDArray[np.uint8]) -> None:
    """Each pixel of `cover` is the mean alpha of what of the box lies under it."""
    across, down = width / cover.shape[1], height / cover.shape[0]
    sums, by = np.empty(width, np.float32), _F(1.0 / (across * down))
    for row in range(cover.shape[0]):
        begins, ends = row * down, min((row + 1) * down, float(height))
        sums[:] = 0.0
        for y in range(int(begins), math.ceil(ends)):
            weight = _F(min(y + 1.0, ends) - max(float(y), begins))
            _add_cover(sums, part[top + y, left : left + width], weight)
        for column in range(cover.shape[1]):
            first, last = column * across, min((column + 1) * across, float(width))
            low, high = int(first), math.ceil(last) - 1
            whole = sums[low] * _F(min(low + 1.0, last) - first)
            for x in range(low + 1, high):
                whole += sums[x]
            if high > low:
                whole += sums[high] * _F(last - high)
            cover[row, column] = np.uint8(whole * by + _F(0.5))


@kernel
def _puff(inside: Plane, radius: float, relief: Plane) -> None:
    """The height of a round edge of that radius, by the distance to the outline."""
    by, full = _F(1.0 / radius), _F(radius)
    for row in range(relief.shape[0]):
        for column in range(relief.shape[1]):
            rest = _F(1.0) - min(inside[row, column] * by, _F(1.0))
            relief[row, column] = np.sqrt(_F(1.0) - rest * rest) * full


@kernel
def _shine(
    relief: Plane, inside: Plane, towards: Plane, flat: Plane, narrow: float, diffuse: Plane, rim: Plane
) -> None:
    """What the slopes of a relief (Sobel's, mirrored at the border) take of the light that comes from `towards`."""
    height, width = relief.shape
    eighth, edge_by = _F(0.125), _F(narrow)
    for row in range(height):
        above, below = (
            relief[abs(row - 1) if height > 1 else 0],
            relief[row + 1 if row + 1 < height else max(0, height - 2)],
        )
        here = relief[row]
        for column in range(width):
            if inside[row, column] == 0.0 and here[column] == 0.0:
                # Far outside nothing is drawn but the faintest edge, which is seen as if from above.
                diffuse[row, column], rim[row, column] = max(towards[2], _F(0.0)), _F(0.0)
                continue
            before = abs(column - 1) if width > 1 else 0
            after = column + 1 if column + 1 < width else max(0, width - 2)
            slope_x = eighth * (
                (above[after] - above[before]) + _F(2.0) * (here[after] - here[before]) + (below[after] - below[before])
            )
            slope_y = eighth * (
                (below[before] - above[before])
                + _F(2.0) * (below[column] - above[column])
                + (below[after] - above[after])
            )
            normal_z = _F(1.0) / np.sqrt(_F(1.0) + slope_x * slope_x + slope_y * slope_y)
            normal_x, normal_y = -slope_x * normal_z, -slope_y * normal_z
            facing = normal_x * towards[0] + normal_y * towards[1] + normal_z * towards[2]
            diffuse[row, column] = min(max(facing, _F(0.0)), _F(1.0))
            away = inside[row, column] * edge_by
            aside = min(max(normal_x * flat[0] + normal_y * flat[1], _F(0.0)), _F(1.0))
            rim[row, column] = np.exp(-away * away) * aside if aside > 0 and away < _F(6.0) else _F(0.0)


@inlined
def _lit(surface: np.float32, cover: np.float32, light: np.float32, rim: np.float32) -> np.uint32:
    # Light above 0.78 of white is rolled off towards white, so that bright coats keep their hue and never burn.
    knee, room = _F(0.78), _F(1.0) - _F(0.78)
    shine = surface * light + rim
    excess = max(shine - knee, _F(0.0)) / room
    shine = min(shine, knee) + room * (excess / (_F(1.0) + excess))
    return _U(min(cover, shine * cover + _F(0.5)))


@inlined
def _light_line(part: Words, keys: Plane, rims: Plane, colours: Plane) -> None:
    """One row, without a branch, so that the compiler takes many pixels at a time. Nothing laid over something is that."""
    key_b, key_g, key_r = colours[0, 0], colours[0, 1], colours[0, 2]
    dim_b, dim_g, dim_r = colours[1, 0], colours[1, 1], colours[1, 2]
    rim_b, rim_g, rim_r = colours[2, 0], colours[2, 1], colours[2, 2]
    for x in range(len(part)):
        colour, key, rim = part[x], keys[x], rims[x]
        alpha = colour >> _U(24)
        cover = _F(alpha)
        by = _F(1.0) / max(cover, _F(1.0))
        blue = _lit(_F(colour & _U(255)) * by, cover, dim_b + key_b * key, rim_b * rim)
        green = _lit(_F((colour >> _U(8)) & _U(255)) * by, cover, dim_g + key_g * key, rim_g * rim)
        red = _lit(_F((colour >> _U(16)) & _U(255)) * by, cover, dim_r + key_r * key, rim_r * rim)
        part[x] = _U(alpha << _U(24)) | _U(red << _U(16)) | _U(green << _U(8)) | blue


@inlined
def _over_line(part: Words, onto: Words) -> None:
    for x in range(len(part)):
        onto[x] = over(onto[x], part[x])
        part[x] = _U(0)


@inlined
def stretch_line(line: Plane, places: Words, shares: Plane, out: Plane) -> None:
    """Read a line, which has one pixel more than is ever shown, at the places that `stretched` told."""
    for x in range(len(out)):
        at = np.uint64(places[x])
        here = line[at]
        out[x] = here + (line[at + np.uint64(1)] - here) * shares[x]


@inlined
def _weighed(colour: np.uint32, share: np.float32) -> np.uint32:
    """Each byte times `share`, cut off."""
    return _U(
        _U(_F(colour & _U(255)) * share)
        | _U(_U(_F((colour >> _U(8)) & _U(255)) * share) << _U(8))
        | _U(_U(_F((colour >> _U(16)) & _U(255)) * share) << _U(16))
        | _U(_U(_F(colour >> _U(24)) * share) << _U(24))
    )


@kernel
def _lay(
    part: Words,
    left: int,
    top: int,
    width: int,
    height: int,
    onto: Words,
    diffuse: Plane,
    rim: Plane,
    colours: Plane,
    share: Plane,
) -> None:
    """`diffuse` and `rim` are stretched over the box; the rows of `colours` are key, ambient and rim light, bgr."""
    places, shares = stretched(width, diffuse.shape[1])
    rows, downs = stretched(height, diffuse.shape[0])
    # One more, which is never shown: the last has a neighbour then.
    key_line, rim_line = np.zeros(diffuse.shape[1] + 1, np.float32), np.zeros(diffuse.shape[1] + 1, np.float32)
    keys, rims = np.empty(width, np.float32), np.empty(width, np.float32)
    for y in range(height):
        line = part[top + y, left : left + width]
        first, last = 0, width
        while first < last and line[first] == 0:
            first += 1
        while last > first and line[last - 1] == 0:
            last -= 1
        if first == last:
            continue
        row, down = int(rows[y]), downs[y]
        below = min(row + 1, diffuse.shape[0] - 1)
        for n in range(diffuse.shape[1]):
            key_line[n] = diffuse[row, n] + (diffuse[below, n] - diffuse[row, n]) * down
            rim_line[n] = rim[row, n] + (rim[below, n] - rim[row, n]) * down
        stretch_line(key_line, places[first:last], shares[first:last], keys[first:last])
        stretch_line(rim_line, places[first:last], shares[first:last], rims[first:last])
        _light_line(line[first:last], keys[first:last], rims[first:last], colours)
        if share.size > 0:
            for x in range(first, last):
                line[x] = _weighed(line[x], share[y, x])
        _over_line(line[first:last], onto[top + y, left + first : left + last])


@kernel
def _lay_plain(part: Words, left: int, top: int, width: int, height: int, onto: Words, share: Plane) -> None:
    for y in range(height):
        line = part[top + y, left : left + width]
        if share.size > 0:
            for x in range(width):
                line[x] = _weighed(line[x], share[y, x])
        _over_line(line, onto[top + y, left : left + width])


@inlined
def stretched(length: int, small: int) -> tuple[Words, Plane]:
    """Between which two of `small` pixels each of `length` lies when they are stretched to it: the first, and the share
    of the second."""
    places, shares = np.empty(length, np.uint32), np.empty(length, np.float32)
    ratio = small / length
    for n in range(length):
        at = min(max((n + 0.5) * ratio - 0.5, 0.0), small - 1.0)
        places[n] = _U(int(at))
        shares[n] = _F(at - int(at))
    return places, shares
