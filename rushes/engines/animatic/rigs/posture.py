"""Postures of four-legged animals: where trunk, feet, neck and tail are at one moment."""

from __future__ import annotations

import math
from dataclasses import dataclass

from rushes.engines.animatic.rigs.gait import Step
from rushes.engines.animatic.rigs.pen import Point


@dataclass(frozen=True, slots=True)
class Posture:
    """One pose, in shares of the withers; feet in the order near hind, near fore, far hind, far fore."""

    hip: Point
    shoulder: Point
    feet: tuple[Step, Step, Step, Step]  #: places on the ground, not relative
    neck_degrees: float
    face_degrees: float  #: below the horizon
    tail_swing: float = 0.0
    tail_degrees: float = 0.0
    ear_swing: float = 0.0
    asleep: bool = False
    folded: bool = False  #: hind legs under the body
    stretched: bool = False  #: fore legs flat before it
    mouth: float = 0.0  #: how far it opens its mouth by itself
    reach: float = 1.0  #: of the neck, in its lengths


def trunk(pose: Posture, u: float, v: float) -> Point:
    """A point of the trunk: u along the spine from the hip, v above it."""
    axis = math.atan2(pose.shoulder[1] - pose.hip[1], pose.shoulder[0] - pose.hip[0])
    return (
        pose.hip[0] + u * math.cos(axis) + v * math.sin(axis),
        pose.hip[1] + u * math.sin(axis) - v * math.cos(axis),
    )
