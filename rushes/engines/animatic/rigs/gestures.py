"""Gestures: what people do with their hands, by the trait that a plan names it with.

A gesture changes a stance at rest (standing, seated, or walking when it goes on the way). Hands are placed by their way from
the middle between the shoulders: forwards, down, to the near side, in shares of the height. The mouth is at about
(0.10, -0.085, 0), an ear at (0.02, -0.14, 0.10), the lap of one who sits 0.21 down.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from rushes.engines.animatic.rigs.encounters import LEASH
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.stance import Arm, Foot, Stance, Vec

Act = Callable[[Stance, Outfit, float], Stance]
TURN = 2 * math.pi
#: Metres between two who do it together.
TOGETHER: dict[str, float] = {
    "hugging": 0.34,
    "kissing": 0.44,
    "holding hands": 0.60,
    "shaking hands": 0.86,
    "waltzing": 0.50,
    "boxing": 0.85,
    "duelling": 1.75,
    "petting": 0.80,
}


@dataclass(frozen=True, slots=True)
class Gesture:
    act: Act
    poses: int = 48  #: in the loop, at 24 a second
    tool: str = ""  #: see tools.py and music.py
    seat: str = ""  #: stool or ground: where one who does it sits
    yaw: float | None = None  #: from where it is seen best
    strides: bool = False  #: is done on the way as well
    both: bool = True  #: needs both hands: nothing else is held


def at(forward: float, down: float, near: float, grip: str = "fist") -> Arm:
    """An arm whose hand is there."""
    return Arm(0.0, 0.0, hand=(forward, down, near), grip=grip)


def faced(outfit: Outfit, place: Vec) -> Vec:
    """A place by the head of a grown-up, as it is for heads of another size."""
    size = outfit.head / 0.102
    middle = 0.20 * outfit.torso + 0.88 * outfit.head
    return (place[0] * size, (place[1] + 0.145) * size - middle, place[2] * size)


def by_face(outfit: Outfit, forward: float, down: float, near: float, grip: str = "fist") -> Arm:
    """An arm whose hand is by the face."""
    return at(*faced(outfit, (forward, down, near)), grip)


def swell(share: float) -> float:
    """Smoothly from 0 to 1 and back in a loop."""
    return 0.5 - 0.5 * math.cos(TURN * share)


def held(share: float, still: float = 0.5) -> float:
    """0, up to 1, there for a while, and back: for a cup that is drunk from."""
    share %= 1.0
    rise = (1 - still) / 2
    if share < rise:
        return 0.5 - 0.5 * math.cos(math.pi * share / rise)
    if share > 1 - rise:
        return 0.5 - 0.5 * math.cos(math.pi * (1 - share) / rise)
    return 1.0


def mixed(a: Vec, b: Vec, share: float) -> Vec:
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


# --- greetings and signs --------------------------------------------------------------------------------------------


def _waving(base: Stance, outfit: Outfit, phase: float) -> Stance:
    wag = 0.035 * math.sin(3 * TURN * phase)
    return replace(
        base,
        far_arm=at(0.09, -0.185, -0.20 - 0.4 * (outfit.head - 0.102) + wag, "open"),
        mood=base.mood or "happy",
        cock=base.cock - 3,
    )


def _pointing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    return replace(base, far_arm=at(0.27, -0.04 + 0.008 * math.sin(TURN * phase), -0.10, "point"), glance=0.0, gaze=(0.8, -0.1))  # fmt: skip


def _clapping(base: Stance, outfit: Outfit, phase: float) -> Stance:
    apart = 0.012 + 0.07 * swell(4 * phase)
    return replace(base, near_arm=at(0.17, 0.045, apart, "open"), far_arm=at(0.17, 0.045, -apart, "open"), mood=base.mood or "happy")  # fmt: skip


def _cheering(base: Stance, outfit: Outfit, phase: float) -> Stance:
    up = 0.03 * math.sin(2 * TURN * phase)
    hop = 0.02 * abs(math.sin(2 * TURN * phase))
    return replace(base, hip=(base.hip[0], base.hip[1] - hop * 0.5), near_arm=at(0.03, -0.235 - up, 0.17), far_arm=at(0.03, -0.235 + up, -0.17), mood="laugh", nod=-6)  # fmt: skip


def _saluting(base: Stance, outfit: Outfit, phase: float) -> Stance:
    return replace(
        base, far_arm=by_face(outfit, 0.085, -0.175, -0.115, "open"), mood=base.mood or "stern", nod=-2, glance=6
    )


def _bowing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    down = held(phase, 0.35)
    return replace(base, lean=base.lean + 42 * down, nod=14 * down, near_arm=at(0.10, 0.20, 0.03, "open"), far_arm=at(0.10, 0.20, -0.03, "open"))  # fmt: skip


def _thinking(base: Stance, outfit: Outfit, phase: float) -> Stance:
    return replace(base, far_arm=by_face(outfit, 0.115, -0.045, -0.03, "fist"), near_arm=at(0.10, 0.115, -0.05, "loose"), nod=-3 + base.nod, cock=6, gaze=(0.3, -0.7), mood=base.mood or "focus")  # fmt: skip


def _shrugging(base: Stance, outfit: Outfit, phase: float) -> Stance:
    up = held(phase, 0.3)
    return replace(base, near_arm=at(0.10, 0.13 - 0.03 * up, 0.19, "open"), far_arm=at(0.10, 0.13 - 0.03 * up, -0.19, "open"), cock=8 * up)  # fmt: skip


def _posing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    """Fists on the hips, as heroes stand."""
    return replace(base, near_arm=at(0.03, 0.215, 0.115), far_arm=at(0.03, 0.215, -0.115), near_foot=Foot(0.0, 0, 0, 0.075, 16), far_foot=Foot(0.0, 0, 0, 0.075, 16), hip=(base.hip[0], base.hip[1] + 0.006), nod=-4, glance=4)  # fmt: skip


def _pushing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    return replace(
        base, lean=base.lean + 14, near_arm=at(0.24, 0.05, 0.07, "open"), far_arm=at(0.24, 0.05, -0.07, "open")
    )


# --- two together ---------------------------------------------------------------------------------------------------


def _hugging(base: Stance, outfit: Outfit, phase: float) -> Stance:
    squeeze = 0.008 * math.sin(TURN * phase)
    return replace(base, lean=base.lean + 5, near_arm=at(0.175 - squeeze, 0.055, 0.045, "open"), far_arm=at(0.16, 0.00, -0.06, "open"), glance=12, cock=9, nod=6, mood="calm")  # fmt: skip


def _kissing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    near = 1.5 * math.sin(TURN * phase)
    return replace(base, lean=base.lean + 7 + near, near_arm=at(0.17, 0.03, 0.07, "open"), far_arm=at(0.16, 0.10, -0.06, "open"), glance=-8, mood="kiss", nod=2)  # fmt: skip


def _holding_hands(base: Stance, outfit: Outfit, phase: float) -> Stance:
    return replace(base, near_arm=at(0.175, 0.185, 0.02), mood=base.mood or "happy")


def clasping(base: Stance, outfit: Outfit, phase: float, place: str, aside: float, up: float) -> Stance:
    """A hand in another's: `aside` and `up` say where, in metres from the ground point, `place` on which side."""
    shoulders = (outfit.leg * 1.012 + 0.90 * outfit.torso) * outfit.tall
    # A child's arm goes up to a grown-up's hand, a grown-up's hangs down.
    down = (shoulders - up) / outfit.tall + 0.008 * math.sin(2 * TURN * phase)
    across = aside / outfit.tall
    if place == "out":
        return replace(base, far_arm=at(0.02, down, -across * 1.04), mood=base.mood or "happy", glance=base.glance - 10)
    if place == "around":
        # Down to somebody small, or up to somebody tall.
        low = max(0.0, down - 0.06)
        if low > 0.24:
            knelt = _kneeling(base, outfit, phase)
            return replace(knelt, seated=False, lean=base.lean + 12, near_arm=at(across * 1.1, 0.10, 0.05, "open"), far_arm=at(across, 0.15, -0.06, "open"), nod=10, mood="calm")  # fmt: skip
        return replace(base, lean=base.lean + 70 * min(0.32, low), near_arm=at(across, down - 0.9 * low, 0.05, "open"), far_arm=at(across * 0.92, down + 0.03 - 0.9 * low, -0.06, "open"), glance=12, nod=6 + 60 * min(0.3, low) if low > 0 else -14, mood="calm")  # fmt: skip
    if place == "forward":
        return replace(base, far_arm=at(across * 1.06, down, -0.07), mood=base.mood or "happy")
    return replace(base, near_arm=at(-across * 1.06, down, 0.07), mood=base.mood or "happy")


def _leading(base: Stance, outfit: Outfit, phase: float) -> Stance:
    """One hand holds a leash before the body."""
    return replace(base, near_arm=at(0.155, 0.215 + 0.006 * math.sin(2 * TURN * phase), 0.07))


def _shaking_hands(base: Stance, outfit: Outfit, phase: float) -> Stance:
    shake = 0.014 * math.sin(3 * TURN * phase)
    return replace(base, lean=base.lean + 3, near_arm=at(0.225, 0.12 + shake, 0.0, "loose"), mood=base.mood or "happy", glance=0.0)  # fmt: skip


def _waltzing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    step = math.sin(TURN * phase)
    return replace(
        base, near_arm=at(0.18, -0.02, 0.12, "loose"), far_arm=at(0.17, 0.06, -0.05, "open"), sway=0.02 * step, tilt=4 * step, mood="calm",
        near_foot=replace(base.near_foot, x=0.03 * step), far_foot=replace(base.far_foot, x=-0.03 * step), flow=step,
    )  # fmt: skip


def _petting(base: Stance, outfit: Outfit, phase: float) -> Stance:
    """On one knee, both arms around an animal's neck."""
    stroke = 0.016 * math.sin(2 * TURN * phase)
    down = _kneeling(base, outfit, phase)
    return replace(down, lean=base.lean + 14, near_arm=at(0.20, 0.075 + stroke, 0.05, "open"), far_arm=at(0.21, 0.12 - stroke, -0.06, "open"), mood="happy", nod=8)  # fmt: skip


# --- feelings -------------------------------------------------------------------------------------------------------


def _laughing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    shake = abs(math.sin(4 * TURN * phase))
    wave = swell(phase)
    return replace(
        base, lean=base.lean - 3 + 5 * wave, near_arm=at(0.11, 0.15 + 0.006 * shake, 0.02, "open"), nod=base.nod - 7 + 10 * wave,
        cock=5 * math.sin(TURN * phase), mood="laugh", mouth=0.35 + 0.4 * shake, hip=(base.hip[0], base.hip[1] + 0.003 * shake),
    )  # fmt: skip


def _crying(base: Stance, outfit: Outfit, phase: float) -> Stance:
    sob = 0.006 * abs(math.sin(3 * TURN * phase))
    return replace(base, near_arm=by_face(outfit, 0.118, -0.128 + sob, 0.062, "fist"), far_arm=by_face(outfit, 0.118, -0.128 - sob, -0.062, "fist"), nod=13, lean=base.lean + 4, mood="cry", glance=6)  # fmt: skip


def _praying(base: Stance, outfit: Outfit, phase: float) -> Stance:
    return replace(base, near_arm=at(0.135, 0.03, 0.010, "open"), far_arm=at(0.135, 0.03, -0.010, "open"), nod=12 + 1.5 * math.sin(TURN * phase), mood="calm", asleep=True, glance=0.0)  # fmt: skip


def _kneeling(base: Stance, outfit: Outfit, phase: float) -> Stance:
    """On one knee."""
    low = (outfit.leg - 0.044) / 2 + 0.05
    return replace(base, hip=(0.0, -low), near_foot=Foot(-0.20, -0.03, 70), far_foot=Foot(0.16, 0.0, 0.0), seated=True)


# --- rest and exercise ----------------------------------------------------------------------------------------------


def _meditating(base: Stance, outfit: Outfit, phase: float) -> Stance:
    """Cross-legged on the ground."""
    breath = 0.004 * math.sin(TURN * phase)
    return replace(
        base, hip=(0.0, -0.075 + breath), lean=0.0, near_foot=Foot(0.13, -0.005, 8, -0.05, 70), far_foot=Foot(0.15, -0.03, 8, -0.05, 70),
        near_arm=at(0.15, 0.185, 0.15, "open"), far_arm=at(0.15, 0.185, -0.15, "open"), seated=True, asleep=True, mood="calm", nod=2, glance=0.0,
    )  # fmt: skip


def _tree(base: Stance, outfit: Outfit, phase: float) -> Stance:
    """The tree of yoga: one leg, palms over the head."""
    sway = math.sin(TURN * phase)
    return replace(
        base, near_foot=Foot(0.03, -0.20, 62, 0.012, 60), far_foot=Foot(0.0, 0, 0, 0.0), near_arm=at(0.01, -0.262, 0.012, "open"), far_arm=at(0.01, -0.262, -0.012, "open"),
        sway=-0.012 + 0.004 * sway, mood="calm", tilt=0.8 * sway, glance=0.0,
    )  # fmt: skip


def _boxing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    jab, cross = (
        held(2 * phase, 0.05) ** 3 if phase < 0.5 else 0.0,
        held(2 * phase - 1, 0.05) ** 3 if phase >= 0.5 else 0.0,
    )
    guard: Vec = (0.13, -0.03, 0.06)
    near, far = mixed(guard, (0.285, -0.02, 0.02), jab), mixed((0.14, -0.02, -0.06), (0.285, -0.02, -0.02), cross)
    bounce = 0.010 * abs(math.sin(4 * TURN * phase))
    return replace(
        base, hip=(0.02 * jab, base.hip[1] + 0.035 - bounce), lean=7, near_arm=Arm(0, 0, hand=near, grip="fist"), far_arm=Arm(0, 0, hand=far, grip="fist"),
        near_foot=Foot(-0.08, 0, 12), far_foot=Foot(0.11, 0, 0), twist=-16 * jab + 16 * cross, mood="angry", glance=4,
    )  # fmt: skip


def _duelling(base: Stance, outfit: Outfit, phase: float) -> Stance:
    """Blades cross: a lunge, a parry, and back."""
    lunge, parry = held(2 * phase, 0.1) if phase < 0.5 else 0.0, math.sin(2 * TURN * phase)
    return replace(
        base, hip=(0.03 * lunge, base.hip[1] + 0.03 + 0.02 * lunge), lean=6 + 8 * lunge, far_arm=at(0.16 + 0.09 * lunge, 0.03 - 0.05 * parry, -0.09), near_arm=at(-0.06, -0.06, 0.17, "open"),
        near_foot=Foot(-0.12, 0, 10 * lunge), far_foot=Foot(0.14, 0, 0), twist=10 - 14 * lunge, mood="angry", glance=4,
    )  # fmt: skip


def _lifting(base: Stance, outfit: Outfit, phase: float) -> Stance:
    up = held(phase, 0.4)
    reach = mixed((0.12, 0.02, 0.13), (0.03, -0.265, 0.13), up)
    dip = 0.03 * (1 - up)
    return replace(
        base, hip=(base.hip[0], base.hip[1] + dip), near_arm=Arm(0, 0, hand=reach, grip="fist"), far_arm=Arm(0, 0, hand=(reach[0], reach[1], -reach[2]), grip="fist"),
        near_foot=Foot(0, 0, 0, 0.075), far_foot=Foot(0, 0, 0, 0.075), mood="stern", glance=0.0,
    )  # fmt: skip


def _climbing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    pull = math.sin(TURN * phase)
    leg = outfit.leg
    return replace(
        base, hip=(0.0, -leg * 1.0 - 0.03 * abs(pull)), near_foot=Foot(0.10, -0.10 - 0.09 * pull, 20, 0.08), far_foot=Foot(0.10, -0.10 + 0.09 * pull, 20, 0.08),
        near_arm=at(0.14, -0.18 + 0.06 * pull, 0.12), far_arm=at(0.14, -0.18 - 0.06 * pull, -0.12), lean=4, nod=-14, sway=0.012 * pull, mood="focus",
    )  # fmt: skip


def _kicking(base: Stance, outfit: Outfit, phase: float) -> Stance:
    back = held(min(1.0, phase / 0.4), 0.0) if phase < 0.4 else 0.0
    hit = held((phase - 0.3) / 0.5, 0.1) if 0.3 <= phase < 0.8 else 0.0
    foot = Foot(0.02 - 0.20 * back + 0.30 * hit, -0.10 * back - 0.13 * hit, 40 * back - 22 * hit)
    return replace(
        base, near_foot=foot, far_foot=Foot(-0.02, 0, 0), lean=3 - 7 * hit, near_arm=Arm(-20 + 40 * back - 30 * hit, 24, 26, grip="open"),
        far_arm=Arm(20 - 30 * back + 40 * hit, 24, 30, grip="open"), mood=base.mood or "happy", gaze=(0.3, 0.5),
    )  # fmt: skip


def _throwing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    wind = held(phase / 0.5, 0.2) if phase < 0.5 else 0.0
    go = held((phase - 0.4) / 0.6, 0.05) if phase >= 0.4 else 0.0
    hand = mixed(mixed((0.06, 0.16, 0.12), (-0.14, -0.10, 0.17), wind), (0.26, -0.03, 0.06), go)
    return replace(
        base, near_arm=Arm(0, 0, hand=hand, grip="fist"), far_arm=Arm(40 - 30 * go, 20, 20, grip="open"), twist=18 * wind - 18 * go, lean=base.lean - 5 * wind + 8 * go,
        near_foot=Foot(-0.08, 0, 14 * go), far_foot=Foot(0.09, 0, 0), hip=(0.0, base.hip[1] + 0.012), mood=base.mood or "happy",
    )  # fmt: skip


def _juggling(base: Stance, outfit: Outfit, phase: float) -> Stance:
    lift = 0.025 * math.sin(3 * TURN * phase)
    return replace(base, near_arm=at(0.15, 0.10 + lift, 0.10, "open"), far_arm=at(0.15, 0.10 - lift, -0.10, "open"), nod=-8, gaze=(0.2, -0.7), mood=base.mood or "happy")  # fmt: skip


def _ballet(base: Stance, outfit: Outfit, phase: float) -> Stance:
    """On the toes of one foot, arms in a ring, once around."""
    rise = 0.5 - 0.5 * math.cos(TURN * phase)
    over = mixed((0.11, 0.06, 0.055), (0.02, -0.262, 0.055), rise)
    return replace(
        base, hip=(0.0, -outfit.leg * 1.012 - 0.022), near_foot=Foot(0.03 + 0.02 * rise, -0.03 - 0.19 * rise, 74, 0.03, 55), far_foot=Foot(-0.036, -0.004, 56, 0.0),
        near_arm=Arm(0, 0, hand=over, grip="loose"), far_arm=Arm(0, 0, hand=(over[0], over[1], -over[2]), grip="loose"), turn=360.0 * (phase - math.sin(TURN * phase) / TURN),
        mood=base.mood or "calm", flow=0.6, nod=-2, glance=0.0,
    )  # fmt: skip


def _flamenco(base: Stance, outfit: Outfit, phase: float) -> Stance:
    beat, slow = abs(math.sin(3 * TURN * phase)), math.sin(TURN * phase)
    return replace(
        base, near_arm=at(0.03, -0.20 - 0.05 * slow, 0.12, "open"), far_arm=at(0.08, 0.10 - 0.28 * swell(phase), -0.17, "open"), twist=16 * slow, tilt=5 * slow, sway=0.02 * slow,
        near_foot=Foot(0.0, -0.03 * beat, 20 * beat), mood="stern", nod=-6, flow=slow, cock=6 * slow,
    )  # fmt: skip


GESTURES: dict[str, Gesture] = {
    "waving": Gesture(_waving, strides=True, both=False), "pointing": Gesture(_pointing, strides=True, both=False), "clapping": Gesture(_clapping, yaw=58),
    "cheering": Gesture(_cheering, yaw=66), "saluting": Gesture(_saluting, yaw=56), "bowing": Gesture(_bowing, poses=72, yaw=30), "thinking": Gesture(_thinking, yaw=52),
    "shrugging": Gesture(_shrugging, yaw=70), "posing": Gesture(_posing, yaw=58), "pushing": Gesture(_pushing, strides=True, yaw=14),
    LEASH: Gesture(_leading, strides=True, both=False),
    "petting": Gesture(_petting, seat="ground", yaw=22),
    "hugging": Gesture(_hugging, yaw=20, both=True), "kissing": Gesture(_kissing, yaw=10), "holding hands": Gesture(_holding_hands, yaw=62, strides=True, both=False),
    "shaking hands": Gesture(_shaking_hands, yaw=22, both=False), "waltzing": Gesture(_waltzing, yaw=20),
    "laughing": Gesture(_laughing, yaw=52), "crying": Gesture(_crying, yaw=50), "praying": Gesture(_praying, yaw=40), "kneeling": Gesture(_kneeling, seat="ground", yaw=24, both=False),
    "meditating": Gesture(_meditating, poses=96, seat="ground", yaw=84), "yoga": Gesture(_tree, poses=96, yaw=78), "boxing": Gesture(_boxing, yaw=32), "duelling": Gesture(_duelling, poses=40, yaw=20, both=False), "lifting weights": Gesture(_lifting, poses=72, tool="barbell", yaw=80),
    "climbing": Gesture(_climbing, poses=36, yaw=-50), "kicking": Gesture(_kicking, poses=36, tool="kicked ball", yaw=22), "throwing": Gesture(_throwing, poses=40, tool="thrown ball", yaw=26),
    "juggling": Gesture(_juggling, tool="juggled balls", yaw=72), "ballet": Gesture(_ballet, poses=84, yaw=70), "flamenco": Gesture(_flamenco, poses=60, yaw=62),
}  # fmt: skip
