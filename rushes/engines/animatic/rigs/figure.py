"""Figure: a rig made for one subject: how it is drawn, how long its loop is, how fast it goes.

Loops are whole frames of 24 per second, so that each frame of a film at 24 fps meets a pose that was drawn exactly for it:
lookup without interpolation is then without any error, and a planted foot stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.pen import Pen


@dataclass(frozen=True, slots=True)
class Moment:
    """What changes from pose to pose."""

    phase: float = 0.0  #: 0..1 through the loop
    mouth: float = 0.0  #: 0 closed .. 1 wide open
    blink: bool = False


@dataclass(frozen=True, slots=True)
class Drift:
    """Where a figure is off its ground point, without being redrawn: metres, y down."""

    x: float = 0.0
    y: float = 0.0


def steady(t: float) -> float:
    return 1.0


@dataclass(frozen=True, slots=True)
class Glow:
    """Light that a figure gives off, added over it: a lamp, a flame."""

    x: float  #: metres from the ground point
    y: float
    radius: float  #: metres
    colour: Rgb
    strength: Callable[[float], float] = steady  #: 0..1 by seconds
    by_night: bool = False  #: only when it is dark


@dataclass(frozen=True, slots=True)
class Figure:
    paint: Callable[[Pen, Moment], None]
    #: left, top, right, bottom in metres around the ground point: no pose reaches out of it.
    reach: tuple[float, float, float, float]
    poses: int = 1  #: in the loop
    poses_per_second: float = 24.0  #: 24, or 12 for slow loops
    speed: float = 0.0  #: metres per second
    lift: float = 0.0  #: metres above the ground line
    touches: tuple[float, ...] = ()  #: phases of the loop at which a foot touches down
    talks: bool = False
    blinks: bool = False
    faced: bool = False  #: mouth and lids change nothing but what `Pen.features` tells of
    drift: Callable[[float], Drift] | None = None
    glows: tuple[Glow, ...] = ()
    casts: bool = True  #: has a shadow on the ground
    once: bool = False  #: goes through its poses one time, from the first moment on, and stays in the last

    @property
    def loop_seconds(self) -> float:
        return self.poses / self.poses_per_second
