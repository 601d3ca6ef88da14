"""Cut-outs: small sums over pictures with much emptiness, for the parts of a figure: where it is, what it shades."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.blit import Words, mix
from rushes.engines.animatic.paint.kernels import inlined, kernel
from rushes.engines.animatic.paint.layers import Picture
from rushes.engines.animatic.paint.relight import Box, Plane, stretch_line, stretched, words

_U = np.uint32


@kernel
def _box(picture: Words, left: int, top: int, width: int, height: int, found: NDArray[np.int64]) -> None:
    first, last, high, low = width, 0, height, 0
    for y in range(height):
        line = picture[top + y, left : left + width]
        any_ = _U(0)
        for x in range(len(line)):
            any_ |= line[x]
        if any_ == 0:
            continue
        high, low = min(high, y), y + 1
        x = 0
        while x < first and line[x] == 0:
            x += 1
        first = min(first, x)
        x = len(line)
        while x > last and line[x - 1] == 0:
            x -= 1
        last = max(last, x)
    if low > 0:
        found[0], found[1], found[2], found[3] = left + first, top + high, last - first, low - high


def box_of(picture: Picture, within: Box | None = None) -> Box:
    """Left, top, width and height of what is not empty in `picture`, (row, column, bgra); all 0 when nothing is.

    within: a box that holds it all, when one is known.
    """
    found = np.zeros(4, np.int64)
    left, top, width, height = within or (0, 0, picture.shape[1], picture.shape[0])
    _box(words(picture), left, top, width, height, found)
    left, top, width, height = (int(number) for number in found)
    return left, top, width, height


@inlined
def _darken_line(picture: Words, shades: Plane, strength: np.uint32) -> None:
    for x in range(len(picture)):
        below = picture[x]
        share = _U(_U(_U(shades[x] + np.float32(0.5)) * strength) >> _U(8))
        cover = _U(below >> _U(24))
        # Nearly black, a little red: as much of it as there is of what it falls on.
        dark = _U(
            (cover << _U(24))
            | (_U(_U(cover * _U(18)) >> _U(8)) << _U(16))
            | (_U(_U(cover * _U(13)) >> _U(8)) << _U(8))
            | _U(_U(cover * _U(36)) >> _U(8))
        )
        picture[x] = mix(below, dark, _U(share + _U(share >> _U(7))))


@kernel
def _darken(
    picture: Words, soft: NDArray[np.uint8], left: int, top: int, width: int, height: int, strength: np.uint32
) -> None:
    """`soft` is stretched over the box, which may reach out of the picture."""
    places, shares = stretched(width, soft.shape[1])
    rows, downs = stretched(height, soft.shape[0])
    line, shades = np.zeros(soft.shape[1] + 1, np.float32), np.empty(width, np.float32)
    first, last = max(0, -left), min(width, picture.shape[1] - left)
    if first >= last:
        return
    for y in range(max(0, -top), min(height, picture.shape[0] - top)):
        row, down = int(rows[y]), downs[y]
        under = min(row + 1, soft.shape[0] - 1)
        for n in range(soft.shape[1]):
            line[n] = np.float32(soft[row, n]) + (np.float32(soft[under, n]) - np.float32(soft[row, n])) * down
        stretch_line(line, places[first:last], shares[first:last], shades[first:last])
        _darken_line(picture[top + y, left + first : left + last], shades[first:last], strength)


def darken(picture: Picture, soft: NDArray[np.uint8], box: Box, strength: float) -> None:
    """Lay a shade on what is in `picture`: `soft`, (row, column) 0..255, stretched over the box, which may lie outside."""
    _darken(words(picture), soft, *box, np.uint32(round(strength * 256)))
