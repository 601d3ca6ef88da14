"""Cut-outs: small sums over pictures with much emptiness, for the parts of a figure: where it is, what it shades."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.blit import Words, mix
from rushes.engines.animatic.paint.kernels import kernel
from rushes.engines.animatic.paint.layers import Picture

_U = np.uint32


@kernel
def _box(picture: Words, found: NDArray[np.int64]) -> None:
    left, right, top, bottom = picture.shape[1], 0, picture.shape[0], 0
    for y in range(picture.shape[0]):
        line = picture[y]
        any_ = _U(0)
        for x in range(len(line)):
            any_ |= line[x]
        if any_ == 0:
            continue
        top, bottom = min(top, y), y + 1
        x = 0
        while x < left and line[x] == 0:
            x += 1
        left = min(left, x)
        x = len(line)
        while x > right and line[x - 1] == 0:
            x -= 1
        right = max(right, x)
    if bottom > 0:
        found[0], found[1], found[2], found[3] = left, top, right - left, bottom - top


def box_of(picture: Picture) -> tuple[int, int, int, int]:
    """Left, top, width and height of what is not empty in `picture`, (row, column, bgra); all 0 when nothing is."""
    found = np.zeros(4, np.int64)
    _box(picture.view(np.uint32)[..., 0], found)
    left, top, width, height = (int(number) for number in found)
    return left, top, width, height


@kernel
def _darken(picture: Words, shade: NDArray[np.uint8], strength: np.uint32) -> None:
    for y in range(picture.shape[0]):
        for x in range(picture.shape[1]):
            below = picture[y, x]
            share = _U(_U(_U(shade[y, x]) * strength) >> _U(8))
            cover = _U(below >> _U(24))
            # Nearly black, a little red: as much of it as there is of what it falls on.
            dark = _U(
                (cover << _U(24))
                | (_U(_U(cover * _U(18)) >> _U(8)) << _U(16))
                | (_U(_U(cover * _U(13)) >> _U(8)) << _U(8))
                | _U(_U(cover * _U(36)) >> _U(8))
            )
            picture[y, x] = mix(below, dark, _U(share + _U(share >> _U(7))))


def darken(picture: Picture, shade: NDArray[np.uint8], left: int, top: int, strength: float) -> None:
    """Lay `shade`, (row, column) 0..255, on what is in `picture`, its corner at (left, top), which may lie outside."""
    first, high = max(0, left), max(0, top)
    last, low = min(picture.shape[1], left + shade.shape[1]), min(picture.shape[0], top + shade.shape[0])
    if first < last and high < low:
        part = np.ascontiguousarray(shade[high - top : low - top, first - left : last - left])
        _darken(picture.view(np.uint32)[high:low, first:last, 0], part, np.uint32(round(strength * 256)))
