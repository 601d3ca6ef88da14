"""Puppet: a subject that can be drawn at any moment. The stage knows puppets only by this protocol."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rushes.engines.animatic.paint.layers import Picture
from rushes.engines.animatic.paint.skia_loading import skia

#: Left, top, right, bottom in metres around a ground point, as it is seen.
Window = tuple[float, float, float, float]


class Puppet(Protocol):
    """A drawn and lit subject; every method is a pure function of its arguments and safe to call from threads.

    Pixels are those of the size it was made for (`rigs.catalog.make(subject, light, pixels_per_metre, seed)`).
    """

    @property
    def extent(self) -> tuple[float, float]:
        """(width, height) in pixels of the largest pose, above and around the ground point."""
        ...

    @property
    def speed(self) -> float:
        """Metres per second over the ground at which its feet do not slide; 0 when it stays."""
        ...

    @property
    def lift(self) -> float:
        """Metres above the ground line at which it lives: 0 walks, >0 flies or swims."""
        ...

    def draw(
        self,
        canvas: skia.Canvas,
        x: float,
        y: float,
        t: float,
        facing: int = 1,
        speaking: float = 0.0,
        onto: Picture | None = None,
    ) -> None:
        """Draw it with its ground point at (x, y), at t seconds; `speaking` 0..1 opens the mouth.

        onto: the canvas's own pixels, where nothing cuts off, turns or fades what is drawn: it may be laid there at a
        third of the price.
        """
        ...

    def shadow(
        self, canvas: skia.Canvas, x: float, y: float, t: float, facing: int = 1, onto: Picture | None = None
    ) -> None:
        """Draw the shadow that it casts on flat ground, and the dark of its contact; `onto` as in `draw`."""
        ...

    def contacts(self, seconds: float) -> Sequence[float]:
        """When its feet (hooves, oars) touch down, in seconds from the start: for footsteps in sync."""
        ...

    def see(self, window: Window, facing: int) -> None:
        """Nothing outside of `window` will be asked for: told once, before it is drawn for the first time."""
        ...
