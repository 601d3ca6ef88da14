"""Blit: a baked picture laid over a frame, moved and scaled by fractions of a pixel.

All in whole numbers, two channels to a multiplication, so that the compiler takes eight or sixteen pixels at a time: a
full layer of 1280x720 costs a third of what Skia's canvas asks for it. What is transparent costs nothing.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.kernels import inlined, kernel

Words = NDArray[np.uint32]  #: a pixel in each: alpha, red, green, blue from the highest byte on

#: Columns of a picture that are judged together.
TILE = 32
_EMPTY, _MIXED, _FULL = 0, 1, 2

_U = np.uint32
_PAIR, _ROUND, _BYTE, OPAQUE = _U(0x00FF00FF), _U(0x00800080), _U(8), _U(0xFF000000)


@inlined
def mix(a: np.uint32, b: np.uint32, share: np.uint32) -> np.uint32:
    """`share` of 256 parts of b, the rest of a."""
    rest = _U(_U(256) - share)
    low = _U(_U(_U(a & _PAIR) * rest) + _U(_U(b & _PAIR) * share) + _ROUND)
    high = _U(_U(_U(_U(a >> _BYTE) & _PAIR) * rest) + _U(_U(_U(b >> _BYTE) & _PAIR) * share) + _ROUND)
    return _U(_U(_U(low >> _BYTE) & _PAIR) | _U(high & ~_PAIR))


@inlined
def weigh(a: np.uint32, share: np.uint32) -> np.uint32:
    low = _U(_U(_U(a & _PAIR) * share) + _ROUND)
    high = _U(_U(_U(_U(a >> _BYTE) & _PAIR) * share) + _ROUND)
    return _U(_U(_U(low >> _BYTE) & _PAIR) | _U(high & ~_PAIR))


@inlined
def over(below: np.uint32, above: np.uint32) -> np.uint32:
    """Premultiplied `above` over `below`; never more than 255, for no channel of `above` is more than its alpha."""
    alpha = _U(above >> _U(24))
    return _U(above + weigh(below, _U(_U(256) - alpha - _U(alpha >> _U(7)))))


@inlined
def pick(line: Words, places: Words, left: Words, right: Words) -> None:
    """The two pixels of `line` that each place lies between; apart from the sums, which are then done many at a time."""
    for n in range(len(places)):
        at = np.uint64(places[n])
        left[n] = line[at]
        right[n] = line[at + np.uint64(1)]


@inlined
def _blend(out: Words, left: Words, right: Words, shares: Words, opaque: bool, strength: np.uint32) -> None:
    """One run of a row; `shares` of 256 parts are the right pixels'."""
    if opaque:
        for n in range(len(out)):
            out[n] = _U(mix(left[n], right[n], shares[n]) | OPAQUE)
    elif strength == _U(256):
        for n in range(len(out)):
            out[n] = over(out[n], mix(left[n], right[n], shares[n]))
    else:
        for n in range(len(out)):
            out[n] = over(out[n], weigh(mix(left[n], right[n], shares[n]), strength))


@inlined
def stack(line: Words, upper: Words, lower: Words, share: np.uint32) -> None:
    for n in range(len(line)):
        line[n] = mix(upper[n], lower[n], share)


@inlined
def sample(places: Words, shares: Words, first: int, left: float, grow: float, width: int) -> None:
    """For each pixel from `first` on, the left one of the two that it lies between, and the right one's 256th parts."""
    for n in range(len(places)):
        # Pixels are sampled at their middles; the border moves everything by one.
        across = min(max((first + n + 0.5 - left) / grow + 0.5, 0.0), width + 0.999)
        places[n] = _U(across)
        shares[n] = _U((across - int(across)) * 256.0)


@kernel
def _lay(
    out: Words, picture: Words, tiles: NDArray[np.uint8], left: float, top: float, grow: float, strength: np.uint32
) -> None:
    """`picture` has a border of one pixel, which repeats its edge; `left` and `top` are those of what is inside it."""
    height, width = picture.shape[0] - 2, picture.shape[1] - 2
    first, last = max(0, math.ceil(left - 0.5)), min(out.shape[1], math.ceil(left + width * grow - 0.5))
    high, low = max(0, math.ceil(top - 0.5)), min(out.shape[0], math.ceil(top + height * grow - 0.5))
    if first >= last:
        return
    count = last - first
    places, shares = np.empty(count, np.uint32), np.empty(count, np.uint32)
    sample(places, shares, first, left, grow, width)
    line, before, after = np.empty(width + 2, np.uint32), np.empty(count, np.uint32), np.empty(count, np.uint32)
    for y in range(high, low):
        down = min(max((y + 0.5 - top) / grow + 0.5, 0.0), height + 0.999)
        row = int(down)
        share = _U((down - row) * 256.0)
        x = 0
        while x < count:
            start = int(places[x])
            tile = start // TILE
            kind = tiles[row, tile]
            following = tile + 1
            while following < tiles.shape[1] and tiles[row, following] == kind:
                following += 1
            until = count
            if following < tiles.shape[1]:
                until = min(count, max(x + 1, math.ceil((following * TILE - 0.5) * grow + left - 0.5) - first))
                while until < count and places[until] < following * TILE:
                    until += 1
                while until > x + 1 and places[until - 1] >= following * TILE:
                    until -= 1
            if kind != _EMPTY:
                end = int(places[until - 1]) + 2
                stack(line[start:end], picture[row, start:end], picture[row + 1, start:end], share)
                opaque = kind == _FULL and strength == _U(256)
                if grow == 1.0:
                    n = until - x
                    _blend(
                        out[y, first + x : first + until],
                        line[start : start + n],
                        line[start + 1 : start + 1 + n],
                        shares[x:until],
                        opaque,
                        strength,
                    )
                else:
                    pick(line, places[x:until], before, after)
                    _blend(out[y, first + x : first + until], before, after, shares[x:until], opaque, strength)
            x = until


@kernel
def _judge(picture: Words, tiles: NDArray[np.uint8]) -> None:
    """What each tile shows of two rows, and of the column that follows it: nothing, something, or nothing but itself."""
    for row in range(tiles.shape[0]):
        for tile in range(tiles.shape[1]):
            some, all_ = _U(0), OPAQUE
            for y in range(row, row + 2):
                line = picture[y, tile * TILE : min((tile + 1) * TILE + 1, picture.shape[1])]
                for x in range(len(line)):
                    some |= line[x]
                    all_ &= line[x]
            tiles[row, tile] = _EMPTY if some >> _U(24) == 0 else _FULL if all_ == OPAQUE else _MIXED


@kernel
def _lean(
    out: Words, picture: Words, left: float, top: float, grow: float, strength: np.uint32, bend: float, foot: float
) -> None:
    """As `_lay`, each row pushed aside by `bend` pixels for each that it lies above `foot`."""
    height, width = picture.shape[0] - 2, picture.shape[1] - 2
    high, low = max(0, math.ceil(top - 0.5)), min(out.shape[0], math.ceil(top + height * grow - 0.5))
    for y in range(high, low):
        start = left + bend * (foot - (y + 0.5))
        first, last = max(0, math.ceil(start - 0.5)), min(out.shape[1], math.ceil(start + width * grow - 0.5))
        down = min(max((y + 0.5 - top) / grow + 0.5, 0.0), height + 0.999)
        row = int(down)
        share = _U((down - row) * 256.0)
        for x in range(first, last):
            across = min(max((x + 0.5 - start) / grow + 0.5, 0.0), width + 0.999)
            column = int(across)
            a, b = picture[row, column], picture[row, column + 1]
            c, d = picture[row + 1, column], picture[row + 1, column + 1]
            if _U(_U(a | b) | _U(c | d)) == _U(0):
                continue
            beside = _U((across - column) * 256.0)
            colour = mix(mix(a, b, beside), mix(c, d, beside), share)
            if strength != _U(256):
                colour = weigh(colour, strength)
            out[y, x] = over(out[y, x], colour)


@kernel
def _turn(
    out: Words, picture: Words, tiles: NDArray[np.uint8], x: float, y: float, at_x: float, at_y: float, cosine: float,
    sine: float, grow: float,
) -> None:  # fmt: skip
    """`picture` turned about its point (at_x, at_y), which comes to lie at (x, y)."""
    height, width = picture.shape[0] - 2, picture.shape[1] - 2
    corners_x, corners_y = np.empty(4), np.empty(4)
    for n in range(4):
        right, below = (width if n % 2 else 0) - at_x, (height if n > 1 else 0) - at_y
        corners_x[n] = x + grow * (right * cosine - below * sine)
        corners_y[n] = y + grow * (right * sine + below * cosine)
    first, last = max(0, math.floor(corners_x.min())), min(out.shape[1], math.ceil(corners_x.max()))
    across, down = cosine / grow, -sine / grow
    for row in range(max(0, math.floor(corners_y.min())), min(out.shape[0], math.ceil(corners_y.max()))):
        off_x, off_y = first + 0.5 - x, row + 0.5 - y
        # Where the row begins in the picture; the border moves everything by one, and pixels are sampled at their middles.
        u = at_x + (off_x * cosine + off_y * sine) / grow + 0.5
        v = at_y + (off_y * cosine - off_x * sine) / grow + 0.5
        for n in range(last - first):
            left, top = u + across * n, v + down * n
            if left < 0.0 or top < 0.0 or left >= width + 1.0 or top >= height + 1.0:
                continue
            i, j = int(left), int(top)
            if tiles[j, i // TILE] == _EMPTY:
                continue
            beside, under = _U((left - i) * 256.0), _U((top - j) * 256.0)
            above = mix(picture[j, i], picture[j, i + 1], beside)
            colour = mix(above, mix(picture[j + 1, i], picture[j + 1, i + 1], beside), under)
            out[row, first + n] = over(out[row, first + n], colour)


class Stamp:
    """A picture that is laid over frames again and again."""

    __slots__ = ("_picture", "_tiles", "height", "width")

    def __init__(self, picture: NDArray[np.uint8], *, rimmed: bool = False, flipped: bool = False) -> None:
        """`picture`: (row, column, bgra) premultiplied; `rimmed`: a clear pixel is put around it, so that smooth sampling
        fades out instead of cutting; `flipped`: left to right."""
        rim = int(rimmed)
        self.height: int = picture.shape[0] + 2 * rim
        self.width: int = picture.shape[1] + 2 * rim
        if rimmed:
            self._picture = np.zeros((self.height + 2, self.width + 2), np.uint32)
            self._picture[2:-2, 2:-2] = picture.view(np.uint32)[:, :: -1 if flipped else 1, 0]
        else:
            turned = np.ascontiguousarray(picture[:, ::-1]) if flipped else picture
            bordered = np.asarray(cv2.copyMakeBorder(turned, 1, 1, 1, 1, cv2.BORDER_REPLICATE), np.uint8)
            self._picture = bordered.view(np.uint32)[..., 0]
        self._tiles = np.empty((self.height + 1, self.width // TILE + 1), np.uint8)
        _judge(self._picture, self._tiles)

    @property
    def bordered(self) -> NDArray[np.uint8]:
        """(row, column, bgra): the picture with a pixel around it that repeats its edge."""
        return self._picture.view(np.uint8).reshape(*self._picture.shape, 4)

    def lay(self, out: NDArray[np.uint8], left: float, top: float, grow: float = 1.0, alpha: float = 1.0) -> None:
        """Lay it over `out`, (row, column, bgra), its left top corner at (left, top) pixels, `grow` times as large."""
        strength = round(256 * min(1.0, alpha))
        if strength > 0:
            _lay(out.view(np.uint32)[..., 0], self._picture, self._tiles, left, top, grow, np.uint32(strength))

    def lean(
        self, out: NDArray[np.uint8], left: float, top: float, grow: float, alpha: float, bend: float, foot: float
    ) -> None:
        """Lay it over `out` as `lay` does, bent sideways by `bend` pixels for each pixel above the row `foot`."""
        strength = round(256 * min(1.0, alpha))
        if strength > 0:
            _lean(out.view(np.uint32)[..., 0], self._picture, left, top, grow, np.uint32(strength), bend, foot)

    def turn(
        self, out: NDArray[np.uint8], x: float, y: float, at: tuple[float, float], degrees: float, grow: float
    ) -> None:
        """Lay it over `out` turned clockwise about its point `at`, which comes to lie at (x, y), `grow` times as large. Its
        edge should be clear."""
        angle = math.radians(degrees)
        _turn(
            out.view(np.uint32)[..., 0],
            self._picture,
            self._tiles,
            x,
            y,
            at[0],
            at[1],
            math.cos(angle),
            math.sin(angle),
            grow,
        )
