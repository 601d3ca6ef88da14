"""Strokes: a frame painted over, each stroke of a brush in one colour; and drawn over with a pencil."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.blit import OPAQUE, Words, mix
from rushes.engines.animatic.paint.kernels import inlined, kernel
from rushes.engines.animatic.paint.layers import Picture

_U, _F = np.uint32, np.float32
Floats = NDArray[np.float32]
Owners = NDArray[np.int32]
Shares = NDArray[np.uint16]
Greys = NDArray[np.uint8]

#: Parts of 256 that a stroke has of its own colour; the rest is the picture's, or faces would be lost.
_OWN = _U(184)


@dataclass(frozen=True, slots=True)
class Coat:
    """One covering of a canvas with strokes."""

    owners: Owners  #: (row, column): the number of the stroke that is seen there; 0 where none fell
    middles: NDArray[np.int32]  #: (stroke, xy), of all that are seen; the first is nobody's
    relief: Shares  #: (row, column): how the paint stands up, 256 is even

    def lay(self, picture: Picture, reach: int) -> None:
        """Paint `picture`, (row, column, bgra), over with itself; `reach`: pixels between those that a stroke's colour is of."""
        tones = np.empty(len(self.middles), np.uint32)
        words = picture.view(np.uint32)[..., 0]
        _pick_tones(words, self.middles, reach, tones)
        _paint(words, self.owners, tones, self.relief)


def coat(size: tuple[int, int], strokes: Floats, unit: float) -> Coat:
    """Lay strokes on a canvas of `size` (width, height): float32 array (stroke, (x, y, radians, half length, half width)),
    the later over the earlier; `unit`: pixels of a 720th of the short side."""
    width, height = size
    owners, relief = np.zeros((height, width), np.int32), np.empty((height, width), np.uint16)
    _cover(owners, strokes)
    _raise(owners, strokes, _F(unit), relief)
    # Only those that others left something of are asked for their colour in each frame.
    count = np.bincount(owners.ravel(), minlength=len(strokes) + 1)
    count[0] = 1
    seen = np.flatnonzero(count)
    numbers = np.zeros(len(count), np.int32)
    numbers[seen] = np.arange(len(seen))
    middles = np.zeros((len(seen), 2), np.int32)
    middles[1:] = strokes[seen[1:] - 1, :2]
    return Coat(numbers[owners], middles, relief)


@kernel
def _cover(owners: Owners, strokes: Floats) -> None:
    height, width = owners.shape
    for number in range(strokes.shape[0]):
        x, y, angle, long, wide = strokes[number]
        cosine, sine = _F(np.cos(angle)), _F(np.sin(angle))
        # As far as a turned ellipse goes down and across.
        down = np.sqrt((long * sine) ** 2 + (wide * cosine) ** 2)
        across = np.sqrt((long * cosine) ** 2 + (wide * sine) ** 2)
        by_long, by_wide = _F(1.0) / (long * long), _F(1.0) / (wide * wide)
        for row in range(max(0, int(y - down)), min(height, int(y + down) + 2)):
            for column in range(max(0, int(x - across)), min(width, int(x + across) + 2)):
                dx, dy = column - x, row - y
                along, aside = dx * cosine + dy * sine, dy * cosine - dx * sine
                if along * along * by_long + aside * aside * by_wide <= _F(1.0):
                    owners[row, column] = number + 1


@kernel
def _raise(owners: Owners, strokes: Floats, unit: np.float32, relief: Shares) -> None:
    """Bristles and a ridge along each stroke, on a woven canvas."""
    height, width = owners.shape
    by = _F(1.0) / unit
    weave_x = np.sin(np.arange(width) * (1.6 * by)).astype(np.float32) * _F(3.0)
    sines, cosines = np.sin(strokes[:, 2]), np.cos(strokes[:, 2])
    for row in range(height):
        weave_y = _F(np.sin(row * by * _F(1.6)))
        for column in range(width):
            height_here = _F(128.0) + weave_x[column] * weave_y
            number = owners[row, column]
            if number:
                x, y = strokes[number - 1, 0], strokes[number - 1, 1]
                beside = (row - y) * cosines[number - 1] - (column - x) * sines[number - 1]
                bristles = np.sin(_F(beside * by * _F(2.3)) + _F(number % 4096) * _F(1.7)) * _F(7.0)
                height_here += bristles - min(max(beside * by / _F(3.4), _F(-1.0)), _F(1.0)) * _F(9.0)
            relief[row, column] = np.uint16(_F(2.0) * min(max(height_here, _F(96.0)), _F(160.0)))


@kernel
def _pick_tones(picture: Words, middles: NDArray[np.int32], reach: int, tones: Words) -> None:
    """The mean of nine pixels around the middle of each stroke, the middle one four times, those beside it twice."""
    height, width = picture.shape
    for number in range(len(tones)):
        x, y = middles[number, 0], middles[number, 1]
        red, green, blue = _U(8), _U(8), _U(8)
        for down in range(-1, 2):
            line = picture[min(max(y + down * reach, 0), height - 1)]
            for across in range(-1, 2):
                colour = line[min(max(x + across * reach, 0), width - 1)]
                weight = _U((2 - abs(down)) * (2 - abs(across)))
                blue += _U((colour & _U(255)) * weight)
                green += _U(((colour >> _U(8)) & _U(255)) * weight)
                red += _U(((colour >> _U(16)) & _U(255)) * weight)
        tones[number] = OPAQUE | _U((red >> _U(4)) << _U(16)) | _U((green >> _U(4)) << _U(8)) | _U(blue >> _U(4))


@inlined
def _paint_line(out: Words, owners: NDArray[np.int32], tones: Words, relief: Shares) -> None:
    for x in range(len(out)):
        number, here = owners[x], out[x]
        tone = tones[number]
        colour = mix(here, tone if number != 0 else here, _OWN)
        share = _U(relief[x])
        blue = min(_U(_U((colour & _U(255)) * share) >> _U(8)), _U(255))
        green = min(_U(_U(((colour >> _U(8)) & _U(255)) * share) >> _U(8)), _U(255))
        red = min(_U(_U(((colour >> _U(16)) & _U(255)) * share) >> _U(8)), _U(255))
        out[x] = blue | _U(green << _U(8)) | _U(red << _U(16)) | OPAQUE


@kernel
def _paint(out: Words, owners: Owners, tones: Words, relief: Shares) -> None:
    for row in range(out.shape[0]):
        _paint_line(out[row], owners[row], tones, relief[row])


@inlined
def _rise(value: np.float32, low: np.float32, by: np.float32) -> np.float32:
    """0 up to `low`, from there smoothly to 1."""
    share = min(max((value - low) * by, _F(0.0)), _F(1.0))
    return share * share * (_F(3.0) - _F(2.0) * share)


@inlined
def _pencil_line(out: Words, sheet: Words, grey: Greys, fine: Greys, wide: Greys, first: Greys, second: Greys) -> None:
    for x in range(len(out)):
        dark, slope = _F(255.0) - _F(fine[x]), _F(wide[x]) - _F(fine[x])
        # An outline on the dark side of an edge, fainter on the other.
        lead = min(abs(_F(13.0) * max(slope, _F(0.0)) - _F(26.0)), _F(255.0)) + abs(_F(3.0) * abs(slope) - _F(6.0))
        lead += _F(34.0) * _rise(_F(255.0) - _F(grey[x]), _F(40.0), _F(1 / 215))
        # Hatched where it is dark, crossed where it is darker.
        lead += _F(175 / 255) * _rise(dark, _F(70.0), _F(1 / 145)) * _F(first[x])
        lead += _F(190 / 255) * _rise(dark, _F(150.0), _F(1 / 90)) * _F(second[x])
        # Graphite is never quite black; a breath of the colours is left.
        left = _F(1.0) - _F(0.86 / 255) * min(lead, _F(255.0))
        paper, colour = sheet[x], out[x]
        blue = _F(paper & _U(255)) * _F(0.86) + _F(colour & _U(255)) * _F(0.14) + _F(16.0)
        green = _F((paper >> _U(8)) & _U(255)) * _F(0.86) + _F((colour >> _U(8)) & _U(255)) * _F(0.14) + _F(16.0)
        red = _F((paper >> _U(16)) & _U(255)) * _F(0.86) + _F((colour >> _U(16)) & _U(255)) * _F(0.14) + _F(16.0)
        out[x] = (
            OPAQUE
            | _U(_U(np.int32(min(red, _F(255.0)) * left)) << _U(16))
            | _U(_U(np.int32(min(green, _F(255.0)) * left)) << _U(8))
            | _U(np.int32(min(blue, _F(255.0)) * left))
        )


@kernel
def _pencil(out: Words, sheet: Words, grey: Greys, fine: Greys, wide: Greys, first: Greys, second: Greys) -> None:
    for row in range(out.shape[0]):
        _pencil_line(out[row], sheet[row], grey[row], fine[row], wide[row], first[row], second[row])


def pencil(picture: Picture, sheet: Picture, grey: Greys, blurred: tuple[Greys, Greys], hatched: tuple[Greys, Greys]) -> None:  # fmt: skip
    """Draw `picture`, (row, column, bgra), on a `sheet` of paper. `grey`: the picture's, (row, column); `blurred`: the same,
    a little and much; `hatched`: 255 where the strokes of a first and of a second hatching lie."""
    out, paper = picture.view(np.uint32)[..., 0], sheet.view(np.uint32)[..., 0]
    _pencil(out, paper, grey, blurred[0], blurred[1], hatched[0], hatched[1])
