"""Postures of monkeys and apes, by the phase of what they do. In lengths of the trunk."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from rushes.engines.animatic.rigs import muzzles
from rushes.engines.animatic.rigs.gait import Gait, bend, step
from rushes.engines.animatic.rigs.muzzles import Primate
from rushes.engines.animatic.rigs.pen import Point


def branch_of(m: Primate) -> float:
    """How high above the ground is what it hangs from, in trunks."""
    return 2.2 if m.face == "sloth" else 3.3


@dataclass(frozen=True, slots=True)
class Pose:
    hip: Point
    shoulder: Point
    hands: tuple[Point, Point]  #: near, far
    feet: tuple[Point, Point]
    head: float = 0.0  #: degrees that the face is turned down
    mouth: float = 0.0
    asleep: bool = False
    lifted: tuple[float, float] = (0.0, 0.0)  #: how far each foot is off the ground: 0 flat .. 1 dangling
    fists: bool = False
    grips: tuple[bool, bool] = (False, False)  #: a hand is closed around something above
    tail: float = 0.0
    prop: str = ""
    flipped: bool = False  #: its front is up
    before: bool = False  #: the near arm is before the face


def stride(primate: Primate) -> float:
    return 0.85 * min(primate.arm, primate.leg)


def _heights(m: Primate) -> tuple[float, float]:
    """Of hip and shoulder on all fours: limbs a little bent."""
    return 0.86 * m.leg, 0.93 * m.arm


def going(m: Primate, gait: Gait, phase: float) -> Pose:
    low, high = _heights(m)
    bounce = gait.bounce * math.cos(2 * math.pi * gait.bounces * phase + 0.6)
    rise = max(-0.75, min(0.75, (high - low)))
    run = math.sqrt(1 - rise * rise) / 2
    rock = math.radians(gait.rock) * math.sin(2 * math.pi * phase)
    hip = (-run, -low + bounce + run * math.sin(rock))
    shoulder = (run, -low - rise + bounce - run * math.sin(rock))
    places = []
    for index in range(4):
        own = step(gait, phase, index)
        under = -run + 0.06 if index % 2 == 0 else run + 0.10
        places.append((under + own.x * stride(m), own.y * stride(m), max(0.0, own.swing)))
    feet = ((places[0][0], places[0][1]), (places[2][0], places[2][1]))
    hands = ((places[1][0], places[1][1]), (places[3][0], places[3][1]))
    nod = 3 * math.cos(2 * math.pi * gait.bounces * phase)
    return Pose(
        hip, shoulder, hands, feet, 6 + nod, lifted=(places[0][2], places[2][2]), fists=m.knuckles, tail=math.sin(2 * math.pi * phase)
    )  # fmt: skip


def standing(m: Primate, phase: float) -> Pose:
    low, high = _heights(m)
    breath = 0.008 * math.sin(4 * math.pi * phase)
    rise = max(-0.75, min(0.75, high - low))
    run = math.sqrt(1 - rise * rise) / 2
    look = 7 * math.sin(2 * math.pi * phase)
    return Pose(
        (-run, -low + breath), (run, -low - rise - breath), ((run + 0.04, 0.0), (run + 0.34, 0.0)), ((-run - 0.02, 0.0), (-run + 0.22, 0.0)),
        4 + 0.4 * look, fists=m.knuckles, tail=0.6 * math.sin(2 * math.pi * phase),
    )  # fmt: skip


def sitting(m: Primate, phase: float, wander: float, *, asleep: bool = False) -> Pose:
    breath = 0.012 * math.sin(4 * math.pi * phase)
    slump = 0.16 if asleep else 0.06
    hip = (-0.16, -0.34 * m.hips - 0.5 * m.fur - 0.06)
    shoulder = (hip[0] + slump, hip[1] - 0.98 + 0.4 * slump + breath)
    x = hip[0] + 0.74 * m.leg
    feet = ((x, 0.0), (x + 0.16, 0.0))
    knee = bend((hip[0] + 0.05, hip[1] - 0.05), feet[0], 0.52 * m.leg, 0.52 * m.leg, -1)
    reach = 0.86 * m.arm
    hands = []
    for dx in (0.10, 0.26):
        want = (knee[0] + dx, knee[1] + 0.02)
        far = math.hypot(want[0] - shoulder[0], want[1] - shoulder[1])
        share = min(1.0, reach / max(0.01, far))
        hands.append((shoulder[0] + (want[0] - shoulder[0]) * share, shoulder[1] + (want[1] - shoulder[1]) * share))
    look = wander * math.sin(2 * math.pi * phase) + 0.4 * wander * math.sin(4 * math.pi * phase + 1)
    return Pose(
        hip, shoulder, (hands[0], hands[1]), feet, 16.0 if asleep else 0.5 * look, asleep=asleep, tail=0.7 * math.sin(2 * math.pi * phase)
    )  # fmt: skip


def eating(m: Primate, phase: float, food: str) -> Pose:
    sat = sitting(m, phase, 2.0)
    bite = 0.5 + 0.5 * math.sin(4 * math.pi * phase)
    x, y = muzzles.mouth_of(m, sat.shoulder)
    held = (x + 0.10 + 0.10 * (1 - bite), y + 0.22 + 0.10 * (1 - bite))
    return replace(
        sat, hands=(held, sat.hands[1]), mouth=0.32 * max(0.0, math.sin(16 * math.pi * phase)) + 0.1 * bite, head=4 * bite, prop=food, before=True
    )  # fmt: skip


def upright(m: Primate, phase: float, drums: bool) -> Pose:
    """On two feet: fists that drum on the chest, or arms thrown up in turn."""
    turn = 2 * math.pi * phase
    dip = 0.05 * (0.5 - 0.5 * math.cos(2 * turn))
    hip = (-0.06, -0.93 * m.leg + dip)
    shoulder = (hip[0] + (0.10 if drums else 0.04 * math.sin(turn)), hip[1] - 1.0)
    feet = ((-0.20, 0.0), (0.24, 0.0))
    hands: tuple[Point, Point]
    if drums:
        beats = [max(0.0, math.sin(3 * turn + by)) for by in (0.0, math.pi)]
        hands = (
            (shoulder[0] + 0.34 * m.chest + 0.22 * beats[0], shoulder[1] + 0.44 - 0.08 * beats[0]),
            (shoulder[0] + 0.52 * m.chest + 0.26 * beats[1], shoulder[1] + 0.38 - 0.08 * beats[1]),
        )
    else:
        sway = math.sin(turn)
        hands = (
            (shoulder[0] - 0.34 * m.arm + 0.12 * sway, shoulder[1] - 0.62 * m.arm + 0.14 * math.sin(2 * turn)),
            (shoulder[0] + 0.60 * m.arm + 0.12 * sway, shoulder[1] - 0.52 * m.arm - 0.14 * math.sin(2 * turn)),
        )
    return Pose(
        hip, shoulder, hands, feet, -6 + 3 * math.sin(turn), mouth=0.55 if drums else 0.25, fists=drums, tail=math.sin(turn), before=drums
    )  # fmt: skip


def hanging(m: Primate, phase: float, wide: float) -> Pose:
    """By one hand from a branch, the other free, swinging about the grip."""
    swing = math.radians(wide * math.sin(2 * math.pi * phase))
    grip = (0.0, -branch_of(m))

    def swung(x: float, y: float) -> Point:
        """From measures straight below the grip."""
        return (
            grip[0] + x * math.cos(swing) + y * math.sin(swing) * -1,
            grip[1] + y * math.cos(swing) + x * math.sin(swing),
        )

    reach = 0.94 * m.arm
    shoulder, hip = swung(0.05, reach), swung(-0.02, reach + 0.98)
    late = math.radians(1.5 * wide * math.sin(2 * math.pi * phase - 0.7))
    feet = tuple(
        (hip[0] + 0.80 * m.leg * math.sin(at - late), hip[1] + 0.80 * m.leg * math.cos(at - late))
        for at in (0.30, 0.85)
    )
    free = (shoulder[0] + 0.72 * m.arm * math.sin(1.15 - late), shoulder[1] + 0.72 * m.arm * math.cos(1.15 - late))
    return Pose(
        hip, shoulder, (grip, free), (feet[0], feet[1]), 4.0, lifted=(0.8, 0.8), grips=(True, False), tail=math.sin(2 * math.pi * phase - 0.9),
        prop="branch", before=True,
    )  # fmt: skip


def clinging(m: Primate, phase: float, asleep: bool) -> Pose:
    """Hugging a trunk, half way up."""
    breath = 0.012 * math.sin(4 * math.pi * phase)
    hip: Point = (-0.30, -1.00)
    shoulder: Point = (-0.16, hip[1] - 0.96 + breath)
    look = 6 * math.sin(2 * math.pi * phase)
    return Pose(
        hip, shoulder, ((0.46, shoulder[1] + 0.16), (0.62, shoulder[1] + 0.08)), ((0.36, hip[1] + 0.20), (0.54, hip[1] + 0.30)),
        18.0 if asleep else 0.6 * look, asleep=asleep, prop="trunk", before=True,
    )  # fmt: skip


def slung(m: Primate, phase: float, asleep: bool) -> Pose:
    """Under a branch by all four, the belly up, swaying a little."""
    sway = 0.05 * math.sin(2 * math.pi * phase)
    bough = branch_of(m)
    low = -bough + 0.80 * m.arm
    hip: Point = (-0.55 + sway, low - 0.06)
    shoulder: Point = (0.42 + sway, low + 0.10)
    nod = 5 * math.sin(2 * math.pi * phase)
    return Pose(
        hip, shoulder, ((0.66, -bough + 0.02), (0.30, -bough + 0.02)), ((-0.66, -bough + 0.10), (-0.36, -bough + 0.10)),
        10.0 if asleep else -8 + nod, asleep=asleep, grips=(True, True), prop="branch", flipped=True, before=True,
    )  # fmt: skip


def climbing(m: Primate, phase: float) -> Pose:
    """Up a trunk, hand over hand."""
    turn = 2 * math.pi * phase
    hip: Point = (-0.34, -1.10 - 0.06 * math.sin(2 * turn))
    shoulder: Point = (-0.18, hip[1] - 0.96)
    reach = [0.28 * math.sin(turn + by) for by in (0.0, math.pi)]
    hands = ((0.52, shoulder[1] + 0.14 - reach[0]), (0.66, shoulder[1] + 0.14 - reach[1]))
    feet = ((0.30, hip[1] + 0.42 + 0.7 * reach[0]), (0.50, hip[1] + 0.46 + 0.7 * reach[1]))
    return Pose(hip, shoulder, hands, feet, -12.0 + 3 * math.sin(turn), tail=math.sin(turn), prop="trunk")
