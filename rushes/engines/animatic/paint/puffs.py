"""Puffs: soft round spots, of smoke or of light around a lamp, baked once for each colour and laid in any size.

A circle with a blur takes Skia 0.3 ms each time; a stamp of it a tenth of that.
"""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.blit import Stamp
from rushes.engines.animatic.paint.colours import solid
from rushes.engines.animatic.paint.layers import Canvas, Picture, drawn

#: Pixels of a baked spot's radius: larger ones are as soft.
_RADIUS = 40.0


class Puff:
    """A soft spot of one colour."""

    def __init__(self, colour: Rgb, blur: float) -> None:
        """`blur`: of its outline, a standard deviation by its radius."""
        half = math.ceil(_RADIUS * (1 + 3 * blur))

        def draw(canvas: Canvas) -> None:
            canvas.drawCircle(half, half, _RADIUS, solid(colour, 1.0, _RADIUS * blur))

        self._half, self._stamp = half, Stamp(drawn(2 * half, 2 * half, 1.0, draw))

    def lay(self, picture: Picture, x: float, y: float, radius: float, alpha: float) -> None:
        """Lay it over `picture`, its middle at (x, y) pixels."""
        grow = radius / _RADIUS
        if grow > 0:
            self._stamp.lay(picture, x - self._half * grow, y - self._half * grow, grow, alpha)
