"""Grips: a person's hands and what is in them, as the drawings of tools need it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.gestures import faced
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.stance import Frame, Limb, Stance, Vec, View, plus


@dataclass(frozen=True, slots=True)
class Grip:
    pen: Pen
    outfit: Outfit
    pose: Stance
    view: View
    frame: Frame
    arms: Mapping[int, Limb]
    moment: Moment

    def hand(self, side: int) -> Point:
        """The middle of the palm; side 1 is the near hand."""
        limb = self.arms[side]
        dx, dy, dz = plus(limb.end, limb.joint, -1)
        long = max(1e-6, math.sqrt(dx * dx + dy * dy + dz * dz))
        return self.view.point(plus(limb.end, (dx / long, dy / long, dz / long), 0.018))

    def at(self, forward: float, down: float, near: float) -> Point:
        """A point by its way from between the shoulders, as hands are placed."""
        return self.view.point(self.place(forward, down, near))

    def place(self, forward: float, down: float, near: float) -> Vec:
        return plus(self.frame.at(0.90), (forward, down, near))

    def face(self, forward: float, down: float, near: float) -> Point:
        """The same by the head, of whatever size it is."""
        return self.at(*faced(self.outfit, (forward, down, near)))

    @property
    def ahead(self) -> float:
        """How far forwards is to the right on the picture, never quite 0: 1 from the side, little from the front."""
        ahead = math.cos(math.radians(self.view.yaw))
        return ahead if abs(ahead) > 0.35 else 0.35


@contextmanager
def along(pen: Pen, view: View, start: Vec, end: Vec) -> Iterator[float]:
    """Draw with `start` as zero and x towards `end`; gives by how much things of that direction are shortened."""
    a, b = view.point(start), view.point(end)
    long = max(1e-6, math.dist(start, end))
    with pen.turned(a[0], a[1], math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))):
        yield max(0.55, min(1.0, math.dist(a, b) / long))
