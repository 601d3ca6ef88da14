"""Washes: a whole frame laid on paper or pressed into a relief, one pass over its pixels in whole numbers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.blit import OPAQUE, Words, weigh
from rushes.engines.animatic.paint.kernels import inlined, kernel
from rushes.engines.animatic.paint.layers import Picture

_U = np.uint32
#: (row, column)
Shares = NDArray[np.uint16]


@inlined
def _onto_line(out: Words, shares: Shares, added: Words) -> None:
    for x in range(len(out)):
        out[x] = _U(weigh(out[x], _U(shares[x])) + added[x]) | OPAQUE


@kernel
def _onto(out: Words, shares: Shares, added: Words) -> None:
    for row in range(out.shape[0]):
        _onto_line(out[row], shares[row], added[row])


def onto(picture: Picture, shares: Shares, added: Picture) -> None:
    """So many of 256 parts of `picture`, (row, column, bgra), and what is added; together at most 255 in each channel."""
    _onto(picture.view(np.uint32)[..., 0], shares, added.view(np.uint32)[..., 0])


@inlined
def _press_line(out: Words, shares: Shares) -> None:
    for x in range(len(out)):
        colour, share = out[x], _U(shares[x])
        blue = min(_U(_U(_U(colour & _U(255)) * share) >> _U(8)), _U(255))
        green = min(_U(_U(_U((colour >> _U(8)) & _U(255)) * share) >> _U(8)), _U(255))
        red = min(_U(_U(_U((colour >> _U(16)) & _U(255)) * share) >> _U(8)), _U(255))
        out[x] = blue | _U(green << _U(8)) | _U(red << _U(16)) | OPAQUE


@kernel
def _press(out: Words, shares: Shares) -> None:
    for row in range(out.shape[0]):
        _press_line(out[row], shares[row])


def press(picture: Picture, shares: Shares) -> None:
    """So many 256ths of `picture`, (row, column, bgra), and 255 where that is too bright."""
    _press(picture.view(np.uint32)[..., 0], shares)
