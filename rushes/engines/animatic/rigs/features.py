"""Features: what mouth and lids change of a figure that is drawn already, so that only that is drawn again.

A close-up of one who speaks shows the same pose with four mouths, with open eyes and shut ones. How a part takes the light is
told by its outline, which mouth and lids leave alone: so it is kept, and what is baked for another mouth is a patch.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.relight import Box, Plane

Pixels = NDArray[np.uint8]


@dataclass(slots=True)
class Beginning:
    """What pictures of one pose have in common: all but the head, and what lies over it."""

    picture: Pixels | None = None  #: (row, column, bgra), once it is known
    box: Box = (0, 0, 0, 0)  #: where it is in the whole


@dataclass(frozen=True, slots=True)
class Shade:
    """The contact shade of a part on what is behind it."""

    soft: Pixels  #: (row, column), stretched over the box
    box: Box


@dataclass(frozen=True, slots=True)
class Surface:
    """How a part takes the light: planes (row, column) that are stretched over its box."""

    box: Box
    diffuse: Plane
    rim: Plane
    shade: Shade | None


@dataclass(slots=True)
class Face:
    """What is known of a pose once a picture of it has been drawn; boxes are pixels of the whole, then of the patch."""

    #: What mouth and lids change: the patch; empty for one who looks away.
    patch: Box = (0, 0, 0, 0)
    #: What lies behind all that is drawn again, (row, column, bgra); None when everything is.
    under: Pixels | None = None
    #: By the number of the part among those that are drawn again; None for one that leaves the patch alone, or shines.
    surfaces: list[Surface | None] = field(default_factory=list)

    def begin(self, picture: Pixels, box: Box) -> None:
        """Keep what has been drawn in a box of the picture, and begin to count the parts."""
        left, top, width, height = box
        self.under = np.zeros_like(picture)
        self.under[top : top + height, left : left + width] = picture[top : top + height, left : left + width]
        self.surfaces = []

    def close_on(self, patch: Box) -> None:
        """Keep no more than the patch needs."""
        self.patch = patch
        left, top, width, height = patch
        if self.under is not None:
            self.under = self.under[top : top + height, left : left + width].copy()
        self.surfaces = [surface and _within(surface, patch) for surface in self.surfaces]

    @property
    def size_bytes(self) -> int:
        planes = sum(surface.diffuse.nbytes + surface.rim.nbytes for surface in self.surfaces if surface)
        return planes + (0 if self.under is None else self.under.nbytes)


def _within(surface: Surface, patch: Box) -> Surface | None:
    shade = surface.shade
    if not _meet(surface.box, patch) and (shade is None or not _meet(shade.box, patch)):
        return None
    if shade is not None:
        left, top, width, height = shade.box
        shade = replace(shade, box=(left - patch[0], top - patch[1], width, height))
    diffuse, rim = (_stretched(plane, surface.box, patch) for plane in (surface.diffuse, surface.rim))
    return Surface((0, 0, patch[2], patch[3]), diffuse, rim, shade)


def _meet(a: Box, b: Box) -> bool:
    return all(a[n] < b[n] + b[n + 2] and b[n] < a[n] + a[n + 2] for n in range(2))


def _stretched(plane: Plane, box: Box, patch: Box) -> Plane:
    """A plane that is stretched over a box, as it is seen in the patch: one number for each of its pixels."""
    for axis in range(2):
        # The axes of an array are those of a box in turn: rows are its y.
        small, length = plane.shape[axis], box[3 - axis]
        pixels = np.arange(patch[3 - axis]) + (patch[1 - axis] - box[1 - axis] + 0.5)
        place = np.clip(pixels * (small / length) - 0.5, 0, small - 1)
        low = place.astype(np.intp)
        share = (place - low).astype(np.float32).reshape((-1, 1) if axis == 0 else (1, -1))
        before, after = plane.take(low, axis), plane.take(np.minimum(low + 1, small - 1), axis)
        plane = before + (after - before) * share
    return np.ascontiguousarray(plane)
