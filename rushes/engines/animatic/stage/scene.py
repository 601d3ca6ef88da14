"""Scene: anything that can be filmed. The render loop knows scenes only by this protocol."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Light
from rushes.engines.animatic.paint.finish import Grade


class Scene(Protocol):
    """A pure function from a moment to a picture; called from several threads, in any order."""

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""
        ...

    @property
    def light(self) -> Light: ...

    @property
    def grade(self) -> Grade:
        """How its pictures are developed; `Grade()` leaves them as they are drawn."""
        ...

    def frame(self, t: float, out: NDArray[np.uint8]) -> None:
        """Draw the picture at t seconds into `out`, (height, width, bgra), every pixel opaque."""
        ...
