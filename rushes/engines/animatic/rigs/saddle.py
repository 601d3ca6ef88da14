"""Saddles: how one rides an animal, in step with its back, and the tack that goes with it."""

from __future__ import annotations

import math

from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.crew import TALLEST, Member, Pose
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import rgb
from rushes.engines.animatic.rigs.loads import LOADS, rolled
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.posture import Posture, trunk
from rushes.engines.animatic.rigs.trunk import mixed

#: Where those who ride sit: shares of the way from hip to shoulder; on an elephant behind its ears.
BACK, NECK = (0.30, 0.62), (0.42, 0.86)


def astride(breed: Breed, pose: Posture, place: float, size: float) -> Pose:
    """How one sits there (a share of the way from hip to shoulder), in metres."""
    length = math.hypot(pose.shoulder[1] - pose.hip[1], pose.shoulder[0] - pose.hip[0])
    top = 0.84 * breed.chest / 2 + breed.hump
    seat = trunk(pose, place * length, top + 0.02)
    foot = trunk(pose, place * length + 0.10, -0.55 * breed.chest / 2)
    hand = trunk(pose, place * length + 0.30, top + 0.16)

    def metres(point: Point) -> Point:
        return (point[0] * size, point[1] * size)

    tilt = math.degrees(math.atan2(pose.shoulder[1] - pose.hip[1], pose.shoulder[0] - pose.hip[0]))
    x, y = metres(hand)
    return Pose(
        metres(seat), metres(foot), metres((foot[0] + 0.02, foot[1] + 0.01)), (x, y), (x + 0.05, y + 0.01),
        lean=2.0 + 0.5 * tilt, flow=0.4 * pose.tail_swing, heel=-12.0, room=0.8 * size, tallest=TALLEST * size,
    )  # fmt: skip


def draw_load(
    pen: Pen,
    breed: Breed,
    pose: Posture,
    load: Member,
    behind: float,
    before: float,
    size: float,
    moment: Moment,
    metres: float,
) -> None:
    """What is pulled, its hitch so far behind the middle, and the shafts or ropes to the collar of the first, so far before it."""
    hitch = LOADS[load.subject.rig].hitch
    scale = load.subject.scale
    with pen.turned(-behind - hitch[0] * scale, 0.0):
        if load.figure is not None:
            load.figure.paint(pen, rolled(moment, load, metres))
    collar = trunk(pose, math.hypot(pose.shoulder[1] - pose.hip[1], pose.shoulder[0] - pose.hip[0]) + 0.02, 0.0)
    with pen.part(puff=0.9, shade=0.2):
        ends = [(collar[0] * size + before, collar[1] * size), (-behind, hitch[1] * scale)]
        pen.line(ends, 0.03 if LOADS[load.subject.rig].radius == 0 else 0.06, rgb("#5a3a24"))


def draw_collar(pen: Pen, breed: Breed, pose: Posture) -> None:
    length, half = math.hypot(pose.shoulder[1] - pose.hip[1], pose.shoulder[0] - pose.hip[0]), breed.chest / 2
    with pen.part(puff=0.9, shade=0.3):
        pen.tube([trunk(pose, 0.92 * length, 1.0 * half), trunk(pose, length + 0.3 * half, 0.0), trunk(pose, 0.90 * length, -0.9 * half)], [0.05, 0.065, 0.05], rgb("#6a3a24"))  # fmt: skip
        pen.line(
            [trunk(pose, 0.45 * length, 0.95 * half), trunk(pose, 0.45 * length, -0.9 * half)], 0.024, rgb("#6a3a24")
        )


def draw_tack(pen: Pen, breed: Breed, pose: Posture) -> None:
    """Saddle cloth, girth and reins."""
    length = math.hypot(pose.shoulder[1] - pose.hip[1], pose.shoulder[0] - pose.hip[0])
    top, half = 0.84 * breed.chest / 2 + breed.hump, breed.chest / 2
    neck = math.radians(pose.neck_degrees)
    throat = trunk(pose, length - 0.02, 0.15 * half)
    muzzle = (
        throat[0] + (breed.neck + 0.10) * math.cos(neck) + breed.head * 0.9,
        throat[1] - (breed.neck + 0.10) * math.sin(neck) + breed.head * 0.35,
    )
    with pen.part(puff=0.3, shade=0.3):
        pen.blob(
            [trunk(pose, 0.24 * length, top - 0.01), trunk(pose, 0.50 * length, top + 0.005), trunk(pose, 0.76 * length, top + 0.01),
             trunk(pose, 0.74 * length, 0.1 * half), trunk(pose, 0.26 * length, 0.1 * half)],
            rgb("#9c3a34"), tight=0.6,
        )  # fmt: skip
        pen.line(
            [trunk(pose, 0.52 * length, 0.1 * half), trunk(pose, 0.52 * length, -0.95 * half)], 0.022, rgb("#4a2f20")
        )
    if breed.crown == "trunk":
        return  # Nobody has reins on an elephant.
    with pen.part(puff=0.9, shade=0.2):
        pen.line([muzzle, mixed(muzzle, trunk(pose, 0.80 * length, top + 0.16), 0.5, 0.05), trunk(pose, 0.80 * length, top + 0.16)], 0.014, rgb("#3a2418"))  # fmt: skip
