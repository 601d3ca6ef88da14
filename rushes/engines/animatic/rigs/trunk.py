"""Trunk: the body of a four-legged animal between its joints, and the places on it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.pen import Point, closed
from rushes.engines.animatic.rigs.posture import Posture


@dataclass(slots=True)
class Trunk:
    hip: Point
    axis: float  #: radians of the spine below the horizon
    length: float
    chest: float  #: half its depth
    flank: float
    throat: Point
    poll: Point
    outline: list[Point] = field(default_factory=list)
    path: skia.Path = None

    @classmethod
    def of(cls, breed: Breed, pose: Posture) -> Trunk:
        dx, dy = pose.shoulder[0] - pose.hip[0], pose.shoulder[1] - pose.hip[1]
        trunk = cls(pose.hip, math.atan2(dy, dx), math.hypot(dx, dy), breed.chest / 2, breed.flank / 2, (0, 0), (0, 0))
        c, f, length, at = trunk.chest, trunk.flank, trunk.length, trunk.at
        hump, shoulder, rump = breed.hump, breed.shoulder, breed.rump
        neck = math.radians(pose.neck_degrees)
        trunk.throat = at(length - 0.02, 0.15 * c)
        reach = (breed.neck + 0.10) * pose.reach
        trunk.poll = (trunk.throat[0] + reach * math.cos(neck), trunk.throat[1] - reach * math.sin(neck))
        tuck = breed.tuck * f
        trunk.outline = [
            at(-0.94 * c, 0.06 * f), at(-0.62 * c, 0.78 * f - rump), at(0.04, 1.03 * f + 0.3 * hump - 0.3 * rump), at(0.42 * length, 0.86 * c + hump),
            at(0.80 * length, 1.02 * c + 0.25 * hump + shoulder), at(length + 0.50 * c, 0.74 * c), at(length + 1.0 * c, 0.0), at(length + 0.62 * c, -0.76 * c),
            at(0.90 * length, -1.02 * c), at(0.58 * length, -0.66 * c - 0.26 * f + 0.4 * tuck), at(0.20 * length, -0.80 * f + tuck), at(-0.62 * c, -0.56 * f),
        ]  # fmt: skip
        trunk.path = closed(trunk.outline)
        return trunk

    def at(self, u: float, v: float) -> Point:
        """A point of the trunk: u along the spine from the hip, v above it."""
        along, up = (math.cos(self.axis), math.sin(self.axis)), (math.sin(self.axis), -math.cos(self.axis))
        return (self.hip[0] + u * along[0] + v * up[0], self.hip[1] + u * along[1] + v * up[1])

    def high(self, point: Point) -> float:
        """How high on the trunk a point is: -1 at the belly, 1 at the back."""
        x, y = point[0] - self.hip[0], point[1] - self.hip[1]
        return (x * math.sin(self.axis) - y * math.cos(self.axis)) / max(1e-6, self.chest)


def mixed(start: Point, end: Point, share: float, right: float) -> Point:
    """A point on the way from start to end, `right` of it (the front side of a neck that rises to the right)."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    return (start[0] + dx * share - dy / length * right, start[1] + dy * share + dx / length * right)
