"""View: how one frame looks at the world.

World units: the short side of the frame is 720 units at home, whatever the resolution. x runs right from the middle of the frame, y runs
down from the horizon, depth is 1 on the stage's main line, 0.5 twice as far, 0 at infinity. A thing at
depth d that stands at (x, y) when the camera is at home is seen at `View.place(x, y, d)`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    width: float  #: of the frame, in units
    height: float
    scale: float  #: pixels per unit
    horizon: float  #: units from the top of the frame, at home
    drop: float  #: units from the horizon down to the ground on the main line, at home
    x: float = 0.0  #: the camera has moved right by this, in units of the main line
    rise: float = 0.0  #: the camera has risen by this, in units of the main line
    dolly: float = 0.0  #: the camera has moved towards the main line by this share of its distance
    pan: float = 0.0  #: the camera has turned right by this many units
    tilt: float = 0.0  #: the camera has turned down by this many units
    zoom: float = 1.0  #: of the lens
    pivot: tuple[float, float] = (0.0, 0.0)  #: the point of the frame that a zoom leaves in place, units

    def nearness(self, depth: float) -> float:
        """How many times larger a thing at this depth is seen than from home; without the zoom."""
        return 1.0 / max(0.12, 1.0 - self.dolly * depth)

    def place(self, x: float, y: float, depth: float) -> tuple[float, float, float]:
        """(x, y) in pixels and the scale in pixels per unit at which a thing is seen."""
        near = self.nearness(depth)
        across = self.width / 2 + (x - self.x * depth) * near - self.pan
        down = self.horizon + (y + self.rise * depth) * near - self.tilt
        across = self.pivot[0] + (across - self.pivot[0]) * self.zoom
        down = self.pivot[1] + (down - self.pivot[1]) * self.zoom
        return across * self.scale, down * self.scale, near * self.zoom * self.scale

    def skyline(self) -> float:
        """The horizon in this frame, pixels from the top."""
        return self.place(0.0, 0.0, 0.0)[1]
