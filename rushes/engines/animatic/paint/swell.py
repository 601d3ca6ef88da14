"""Swell: waves that rise across the whole frame, filled below their crests, one column after the other in whole numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.blit import Words, over, weigh
from rushes.engines.animatic.paint.kernels import inlined, kernel
from rushes.engines.animatic.paint.layers import Picture

_U, _F = np.uint32, np.float32
Line = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Swell:
    """How a wave is drawn; colours are premultiplied words of bgra."""

    body: Words  #: from the crest (first) to where it is gone (last)
    crest: np.uint32
    foam: np.uint32


@inlined
def _cover(away: np.float32, half: np.float32, soft: np.float32) -> np.uint32:
    """How much of a pixel a line covers that is `half` wide to each side, so far from its middle: 0..256."""
    share = min(max((half - away) / soft + _F(0.5), _F(0.0)), _F(1.0))
    return _U(share * _F(256.0))


@inlined
def _row(
    out: Words, crests: Line, foams: Line, y: np.float32, above: np.float32, colour: np.uint32, crest: np.uint32,
    foam: np.uint32, thin: np.float32, thick: np.float32,
) -> None:  # fmt: skip
    for x in range(len(out)):
        depth = y - crests[x]
        inside = min(max(depth + _F(0.5), _F(0.0)), _F(1.0))
        below = over(out[x], weigh(colour, _U(inside * _F(256.0))))
        away = abs(depth)
        below = over(below, weigh(crest, _cover(away, thin, _F(1.0))))
        out[x] = over(below, weigh(foam, _U(_F(_cover(away, thick, above)) * foams[x])))


@kernel
def _lay(
    out: Words, crests: Line, foams: Line, bottom: float, body: Words, crest: np.uint32, foam: np.uint32, thin: float,
    thick: float, soft: float,
) -> None:  # fmt: skip
    top, low = crests.min(), crests.max()
    margin = max(thin, thick + soft) + 1.0
    for y in range(max(0, int(top - margin)), min(out.shape[0], int(bottom) + 1)):
        middle = _F(y + 0.5)
        share = min(max((middle - top) / max(1.0, bottom - top), 0.0), 1.0)
        colour = body[min(int(share * len(body)), len(body) - 1)]
        if middle > low + margin:
            # Below all crests nothing but the body is seen.
            for x in range(out.shape[1]):
                out[y, x] = over(out[y, x], colour)
            continue
        _row(out[y], crests, foams, middle, _F(soft), colour, crest, foam, _F(thin), _F(thick))


def lay(picture: Picture, swell: Swell, crests: Line, foams: Line, bottom: float, lines: tuple[float, float], soft: float) -> None:  # fmt: skip
    """Lay a wave over `picture`: `crests` (column) are pixels from the top, `foams` (column) 0..1, `bottom` is where the
    body is gone; `lines`: widths of the crest's line and of the foam, `soft`: over how many pixels foam fades."""
    _lay(
        picture.view(np.uint32)[..., 0], crests, foams, bottom, swell.body, swell.crest, swell.foam, lines[0] / 2,
        lines[1] / 2, max(1.0, soft),
    )  # fmt: skip
