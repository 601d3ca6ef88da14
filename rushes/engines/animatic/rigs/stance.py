"""Stances: how a person holds the body, in three dimensions, so that one pose can be seen from any side.

Lengths are shares of the height; x runs forwards, y down (0 is the ground), z to the near side: the one that is towards the
viewer when the person is seen from the side, facing right.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from rushes.engines.animatic.rigs.pen import Point

Vec = tuple[float, float, float]

UPPER_ARM, FORE_ARM = 0.150, 0.134
#: Half the way between the feet of one who stands.
FEET_APART = 0.044


@dataclass(frozen=True, slots=True)
class Foot:
    x: float
    y: float  #: of the sole, 0 on the ground
    degrees: float  #: heel up is positive
    z: float = FEET_APART  #: outwards from the middle
    out: float = 9.0  #: degrees by which the toes point outwards


@dataclass(frozen=True, slots=True)
class Arm:
    """Angles in degrees from hanging down, forwards positive; or the place of the hand."""

    shoulder: float
    elbow: float
    spread: float = 7.0  #: degrees away from the side
    inward: float = 0.0  #: degrees by which the forearm points to the middle
    hand: Vec | None = None  #: where the hand is, from between the shoulders; the angles then do not count
    grip: str = "loose"  #: loose, open, fist, point


@dataclass(frozen=True, slots=True)
class Stance:
    """A pose of a person. Near is the side towards the viewer when seen from the side."""

    hip: Point
    lean: float  #: degrees forwards
    near_foot: Foot
    far_foot: Foot
    near_arm: Arm
    far_arm: Arm
    nod: float = 0.0  #: degrees, down positive
    flow: float = 0.0  #: -1..1: what hangs (hair, skirts, scarf) swings back and forth
    wind: float = 0.0  #: -1..1: how hard what hangs is blown to the left or the right as one sees it
    asleep: bool = False
    seated: bool = False
    tilt: float = 0.0  #: degrees by which the trunk leans to the near side
    twist: float = 0.0  #: degrees by which the shoulders are turned to the near side
    turn: float = 0.0  #: degrees by which the whole body is turned to the viewer
    glance: float = 0.0  #: degrees by which the head is turned to the near side
    cock: float = 0.0  #: degrees by which the head is laid to the near side
    gaze: Point = (0.0, 0.0)  #: where the eyes look, -1..1 forwards and down
    sway: float = 0.0  #: of the hip to the near side
    mood: str = ""  #: of the face, when the pose brings one
    mouth: float = 0.0  #: at least so far open


@dataclass(frozen=True, slots=True)
class View:
    """From where a person is seen: 0 is from the side, 90 from the front, -90 from behind."""

    yaw: float

    def point(self, at: Vec) -> Point:
        turn = math.radians(self.yaw)
        # Seen a little from above: what is nearer stands lower.
        return (at[0] * math.cos(turn) - at[2] * math.sin(turn), at[1] + 0.06 * self.depth(at))

    def depth(self, at: Vec) -> float:
        """Towards the viewer."""
        turn = math.radians(self.yaw)
        return at[0] * math.sin(turn) + at[2] * math.cos(turn)

    def turned(self, degrees: float) -> View:
        return View(self.yaw + degrees) if degrees else self


SIDE, FRONT, BACK = View(26.0), View(90.0), View(-90.0)


def plus(a: Vec, b: Vec, share: float = 1.0) -> Vec:
    return (a[0] + share * b[0], a[1] + share * b[1], a[2] + share * b[2])


def between(a: Vec, b: Vec, share: float) -> Vec:
    return (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2]))


def rolled(at: Vec, lean: float, tilt: float, twist: float) -> Vec:
    """A point of the trunk, relative to the hip, as it is when the trunk twists, leans and tilts."""
    angle = math.radians(twist)
    x, z = at[0] * math.cos(angle) - at[2] * math.sin(angle), at[0] * math.sin(angle) + at[2] * math.cos(angle)
    angle = math.radians(lean)
    x, y = x * math.cos(angle) - at[1] * math.sin(angle), x * math.sin(angle) + at[1] * math.cos(angle)
    angle = math.radians(tilt)
    z, y = z * math.cos(angle) - y * math.sin(angle), z * math.sin(angle) + y * math.cos(angle)
    return (x, y, z)


def jointed(start: Vec, end: Vec, upper: float, lower: float, pole: Vec) -> tuple[Vec, Vec]:
    """The elbow or knee between two joints, bent towards `pole`, and the end as far as the limb reaches."""
    way = plus(end, start, -1)
    long = max(1e-6, math.sqrt(way[0] ** 2 + way[1] ** 2 + way[2] ** 2))
    along = (way[0] / long, way[1] / long, way[2] / long)
    reach = min(max(long, abs(upper - lower) + 1e-4), upper + lower - 1e-4)
    inner = (upper * upper + reach * reach - lower * lower) / (2 * reach)
    off = math.sqrt(max(0.0, upper * upper - inner * inner))
    share = pole[0] * along[0] + pole[1] * along[1] + pole[2] * along[2]
    side = plus(pole, along, -share)
    size = max(1e-6, math.sqrt(side[0] ** 2 + side[1] ** 2 + side[2] ** 2))
    return plus(plus(start, along, inner), side, off / size), plus(start, along, reach)


@dataclass(frozen=True, slots=True)
class Limb:
    root: Vec
    joint: Vec
    end: Vec


@dataclass(frozen=True, slots=True)
class Frame:
    """The trunk of a stance: where its points are."""

    hip: Vec
    torso: float
    lean: float
    tilt: float
    twist: float

    def at(self, up: float, forward: float = 0.0, near: float = 0.0) -> Vec:
        """A point of the trunk: `up` is 0 at the hip and 1 at the shoulders."""
        own = (forward, -up * self.torso, near)
        return plus(self.hip, rolled(own, self.lean, self.tilt, self.twist * max(0.0, min(1.0, up))))


def frame_of(stance: Stance, torso: float) -> Frame:
    return Frame((stance.hip[0], stance.hip[1], stance.sway), torso, stance.lean, stance.tilt, stance.twist)


def arm_of(stance: Stance, frame: Frame, side: int, shoulder: float) -> Limb:
    """One arm; `side` 1 is the near one, `shoulder` half the width of the shoulders."""
    arm = stance.near_arm if side > 0 else stance.far_arm
    root = frame.at(0.875, 0.004, side * shoulder)
    if arm.hand is not None:
        target = plus(frame.at(0.90), arm.hand)
        elbow, hand = jointed(root, target, UPPER_ARM, FORE_ARM, (-0.45, 0.75, 0.55 * side))
        return Limb(root, elbow, hand)
    upper = _direction(arm.shoulder, arm.spread, side, stance.twist)
    fore = _direction(arm.shoulder + arm.elbow, arm.spread - arm.inward, side, stance.twist)
    elbow = plus(root, upper, UPPER_ARM)
    return Limb(root, elbow, plus(elbow, fore, FORE_ARM))


def leg_of(stance: Stance, side: int, long: float, hips: float) -> Limb:
    """One leg, from the hip to the ankle."""
    foot = stance.near_foot if side > 0 else stance.far_foot
    pivot = 0.035 if foot.degrees >= 0 else -0.035
    lift = math.radians(foot.degrees)
    dx, dy = -0.012 - pivot, -0.048
    x = foot.x + pivot + dx * math.cos(lift) - dy * math.sin(lift)
    y = foot.y + dx * math.sin(lift) + dy * math.cos(lift)
    ankle = (x, y, stance.sway * (0.0 if foot.y == 0 else 0.6) + side * foot.z)
    root = (stance.hip[0], stance.hip[1], stance.sway + side * hips)
    bone = (long - 0.044) / 2 * 1.012
    outwards = side * (0.10 + max(0.0, 1.4 * (foot.z - FEET_APART)))
    knee, ankle = jointed(root, ankle, bone, bone, (1.0, 0.0, outwards))
    return Limb(root, knee, ankle)


def _direction(swing: float, spread: float, side: int, twist: float) -> Vec:
    swung, spreads, turned = math.radians(swing), math.radians(spread), math.radians(twist)
    x, y, z = math.sin(swung) * math.cos(spreads), math.cos(swung) * math.cos(spreads), side * math.sin(spreads)
    return (x * math.cos(turned) - z * math.sin(turned), y, x * math.sin(turned) + z * math.cos(turned))
