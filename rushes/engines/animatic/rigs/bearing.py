"""Bearing: how people stand, walk, run, sit, dance, jump, float and swim, as stances by the phase of a loop."""

from __future__ import annotations

import math
from dataclasses import replace

from rushes.engines.animatic.rigs.gait import Gait, step
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.stance import Arm, Foot, Stance

_TURN = 2 * math.pi
#: What a raised hand holds before the one who has it, and in which hand it is: the near one.
_CARRIED = frozenset({"staff", "lantern", "flower", "camera", "torch", "sword", "katana"})


def held(outfit: Outfit, stance: Stance) -> Stance:
    """Bring the arms to what they hold."""
    if outfit.umbrella:
        return replace(stance, far_arm=Arm(0, 0, hand=(0.13, 0.09, -0.12), grip="fist"))
    if outfit.prop == "guitar":
        strum = stance.flow
        near = Arm(0, 0, hand=(0.13, 0.165 + 0.016 * strum, 0.03), grip="fist")
        return replace(stance, near_arm=near, far_arm=Arm(0, 0, hand=(0.16, 0.075, -0.20), grip="fist"))
    if outfit.prop == "violin":
        bow = stance.flow
        near = Arm(0, 0, hand=(0.17, 0.0 + 0.02 * bow, 0.07 + 0.05 * bow), grip="fist")
        return replace(stance, near_arm=near, far_arm=Arm(0, 0, hand=(0.16, -0.01, -0.15), grip="fist"))
    if outfit.prop in ("torch", "lantern"):
        return replace(stance, far_arm=Arm(0, 0, hand=(0.17, -0.02, -0.17), grip="fist"))
    if outfit.prop in ("sword", "katana"):
        return replace(stance, far_arm=Arm(16 + 0.3 * stance.far_arm.shoulder, 52, 18, grip="fist"))
    if outfit.prop == "staff":
        return replace(stance, far_arm=Arm(34, 56, 20, grip="fist"))
    if outfit.prop == "balloon":
        return replace(stance, far_arm=Arm(30, 96, 18, grip="fist"))
    if outfit.prop == "flower":
        return replace(stance, near_arm=Arm(0, 0, hand=(0.11, 0.13, 0.02), grip="fist"), far_arm=Arm(0, 0, hand=(0.11, 0.14, -0.01), grip="fist"))  # fmt: skip
    if outfit.prop in _CARRIED or outfit.prop.startswith("art:"):
        return replace(stance, far_arm=Arm(26, 66, 14, grip="fist"))
    if outfit.prop in ("book", "ball"):
        wide = 0.075
        return replace(stance, near_arm=Arm(0, 0, hand=(0.15, 0.12, wide), grip="fist"), far_arm=Arm(0, 0, hand=(0.15, 0.12, -wide), grip="fist"), nod=stance.nod + (9 if outfit.prop == "book" else 0))  # fmt: skip
    if outfit.cane:
        return replace(stance, near_arm=Arm(20 + 0.35 * stance.near_arm.shoulder, 32, 12, grip="fist"))
    return stance


def blown(stance: Stance, wind: float, phase: float, loop_seconds: float) -> Stance:
    """The stance in a wind: cloth and hair stream and flutter with it, the body leans against it."""
    flutter = max(1, round(1.7 * loop_seconds))
    quick, gust = math.sin(_TURN * flutter * phase), math.sin(_TURN * max(1, round(0.3 * loop_seconds)) * phase + 1.0)
    flow = 0.5 * stance.flow + abs(wind) * (1.1 * quick + 0.5 * math.sin(_TURN * (2 * flutter + 1) * phase + 2.0))
    lean = stance.lean - (0.0 if stance.seated else 4.5 * wind)
    return replace(stance, flow=flow, wind=wind * (0.88 + 0.12 * gust), lean=lean)


def going(outfit: Outfit, gait: Gait, phase: float) -> Stance:
    """Walking and running: hips and shoulders turn against each other, arms swing against the legs."""
    leg = outfit.leg
    running = gait.duty < 0.5
    # Lowest when both feet are down, highest over a straight leg.
    bob = gait.bounce * leg * math.cos(2 * _TURN * phase + (-0.63 if not running else 2.4))
    crouch = 0.008 if not running else 0.062
    hip = (-0.004, -leg * (1 - crouch) + bob)
    feet = []
    for index in range(2):
        own = step(gait, phase, index)
        feet.append(Foot(own.x * leg + 0.012, own.y * leg, roll(own.swing, running), z=0.030, out=5.0))
    swing = math.cos(_TURN * (phase - 0.04))
    reach = 42.0 if running else 25.0
    if outfit.kind == "robot":
        reach *= 0.8
    bent = 80.0 if running else 16.0
    near = Arm(-reach * swing + 4, bent + 9 * (1 - swing), 9, 14 if running else 4, grip="fist" if running else "loose")
    far = Arm(reach * swing + 4, bent + 9 * (1 + swing), 9, 14 if running else 4, grip="fist" if running else "loose")
    flow = math.sin(2 * _TURN * phase) * (1.0 if running else 0.7) - (1.0 if running else 0.3)
    lean = (12.0 if running else 2.5) + outfit.stoop * 0.6
    twist = (9.0 if running else 6.0) * swing
    stance = Stance(
        hip, lean, feet[0], feet[1], near, far, -lean * 0.4 + 1.5 * math.cos(2 * _TURN * phase), flow,
        twist=twist, glance=-twist, tilt=1.4 * math.sin(_TURN * phase), sway=0.008 * math.sin(_TURN * phase),
    )  # fmt: skip
    return held(outfit, stance)


def roll(swing: float, running: bool) -> float:
    """How far the heel is up: toes up at touch-down, rolling over the ball at take-off."""
    if swing <= 0:
        share = swing + 1
        if share < 0.18:
            return -(8.0 if running else 17.0) * (1 - share / 0.18)
        late = max(0.0, (share - 0.58) / 0.42)
        return 46.0 * late * math.sqrt(late)
    if swing < 0.35:
        return 46 + (30 if running else 14) * math.sin(math.pi * swing / 0.7)
    top = 76 if running else 60
    end = -8.0 if running else -17.0
    share = (swing - 0.35) / 0.65
    return top + (end - top) * share * share * (3 - 2 * share)


def standing(outfit: Outfit, phase: float, lively: float = 0.0, wander: float = 2.0) -> Stance:
    """At ease: one leg carries, the chest breathes, the head follows what goes on; `lively` hands talk along."""
    slow, double = math.sin(_TURN * phase), math.sin(2 * _TURN * phase)
    breath = 0.003 * double
    gesture = lively * (26 + 22 * math.sin(3 * _TURN * phase) * slow)
    other = lively * (12 + 12 * math.sin(2 * _TURN * phase + 1))
    near = Arm(
        5 + 2 * slow + 0.55 * gesture,
        16 + 1.7 * gesture,
        9 + 4 * lively,
        10 * lively,
        grip="open" if lively > 0.5 else "loose",
    )
    far = Arm(
        3 - 2 * slow + 0.55 * other,
        15 + 1.5 * other,
        9 + 4 * lively,
        10 * lively,
        grip="open" if lively > 0.5 else "loose",
    )
    stance = Stance(
        (0.004 * slow, -outfit.leg * 1.012 + breath), outfit.stoop * 0.6 + 0.8 * slow, Foot(0.016, 0, 0), Foot(-0.014, 0, 0), near, far,
        0.5 * wander * slow + 2.0 * lively * math.sin(4 * _TURN * phase), double,
        tilt=0.8 * slow, twist=2.5 * slow, glance=9.0 + wander * math.sin(_TURN * phase + 0.9), cock=1.6 * math.sin(_TURN * phase + 0.4),
        gaze=(0.5 * math.tanh(3 * math.sin(_TURN * phase + 1.3)) * min(1.0, wander / 6), 0.0), sway=0.010 * slow,
    )  # fmt: skip
    return held(outfit, stance)


def dancing(outfit: Outfit, phase: float) -> Stance:
    """Two steps to the side of the beat, hips and arms against each other: a bar of 44 frames is 131 beats per minute."""
    beat, turn = 4 * _TURN * phase, _TURN * phase
    dip = 0.5 - 0.5 * math.cos(beat)
    kick = math.sin(turn * 2)
    near = Foot(-0.02 + 0.08 * max(0.0, kick), -0.07 * max(0.0, kick), 30 * max(0.0, kick), z=0.06)
    far = Foot(0.02 + 0.08 * max(0.0, -kick), -0.07 * max(0.0, -kick), 30 * max(0.0, -kick), z=0.06)
    swing = math.sin(turn)
    near_arm = Arm(0, 0, hand=(0.02 + 0.03 * math.sin(beat / 2), -0.03 - 0.15 * swing, 0.235), grip="open")
    far_arm = Arm(0, 0, hand=(0.05 - 0.03 * math.sin(beat / 2), -0.03 + 0.15 * swing, -0.225), grip="open")
    return Stance(
        (0.012 * kick, -outfit.leg * (0.985 - 0.05 * dip)), 3.0, near, far, near_arm, far_arm, 3 * math.sin(beat / 2), math.sin(beat / 2),
        tilt=7 * math.sin(turn * 2 + 0.6), twist=12 * swing, glance=-8 * swing, cock=5 * math.sin(turn * 2), sway=0.03 * kick, mood="happy",
    )  # fmt: skip


def jumping(outfit: Outfit, phase: float) -> Stance:
    air = min(1.0, phase / 0.7)
    up = math.sin(math.pi * air) if phase < 0.7 else 0.0
    land = math.sin(math.pi * (phase - 0.7) / 0.3) if phase >= 0.7 else 0.0
    hip = (0.0, -outfit.leg * (0.98 - 0.14 * land))
    near = Foot(-0.04 - 0.03 * up, -0.05 * up, 40 * up)
    far = Foot(0.05 + 0.05 * up, -0.12 * up, 25 * up)
    return Stance(hip, 3 + 10 * land, near, far, Arm(20 + 120 * up, 20, 20, grip="open"), Arm(10 + 130 * up, 20, 20, grip="open"), -6 * up, -up + land, mood="happy")  # fmt: skip


def playing(outfit: Outfit, phase: float) -> Stance:
    if outfit.prop in ("guitar", "violin"):
        beat = math.sin(3 * _TURN * phase)
        stood = replace(standing(outfit, phase, 0.0, 3.0), hip=(0.0, -outfit.leg * (0.985 - 0.01 * beat)), flow=beat)
        return held(outfit, replace(stood, nod=7 + 3 * beat, cock=5))
    beat = math.sin(2 * _TURN * phase)
    lift = max(0.0, math.sin(_TURN * phase))
    stance = Stance(
        (0.0, -outfit.leg * (0.97 - 0.03 * abs(beat))), 4 + 3 * beat, Foot(-0.04, 0, 0), Foot(0.05 + 0.05 * lift, -0.08 * lift, -10 * lift),
        Arm(46 + 30 * beat, 62, 12, grip="open"), Arm(52 - 26 * beat, 62, 12, grip="open"), 4 * beat, beat, mood="happy",
    )  # fmt: skip
    return held(outfit, stance)


def sitting(outfit: Outfit, phase: float, action: str = "sit") -> Stance:
    breath = 0.004 * math.sin(2 * _TURN * phase)
    bone = (outfit.leg - 0.044) / 2
    hip = (-0.10, -bone - 0.072 + breath)
    bite = max(0.0, math.sin(2 * _TURN * phase)) if action == "eat" else 0.0
    near = Arm(
        0, 0, hand=(0.15 - 0.02 * bite, 0.20 - 0.25 * bite, 0.05 - 0.03 * bite), grip="fist" if bite else "loose"
    )
    far = Arm(0, 0, hand=(0.16, 0.205, -0.05))
    nod = 2.5 * math.sin(_TURN * phase)
    stance = Stance(
        hip, 1 + outfit.stoop * 0.5, Foot(bone * 0.86, 0, 0), Foot(bone * 0.86 + 0.05, 0, 0), near, far, nod,
        0.4 * math.sin(_TURN * phase), seated=True, glance=4 * math.sin(_TURN * phase + 1),
    )  # fmt: skip
    return held(outfit, stance)


def lying(outfit: Outfit, phase: float, asleep: bool) -> Stance:
    """Stretched out, as it would be drawn upright: one hand on the belly, the breath slow."""
    breath = 0.006 * math.sin(_TURN * phase)
    near, far = Arm(0, 0, hand=(0.095 + breath, 0.16, 0.01)), Arm(4, 8, 10)
    return Stance(
        (0.0, -outfit.leg * 1.012), 0.0, Foot(0.02, 0, 0, 0.05, 30), Foot(0.0, 0, 0, 0.05, 30), near, far, -4.0, 0.2, asleep=asleep, twist=1.5 * breath,
        glance=14.0, mood="calm" if asleep else "", gaze=(0.0, -0.4),
    )  # fmt: skip


def at_keys(outfit: Outfit, phase: float) -> Stance:
    """Seated at a keyboard, the hands up and down in turn, swaying with the phrase."""
    sat = sitting(outfit, phase, "sit")
    beat, bar = math.sin(4 * _TURN * phase), math.sin(_TURN * phase)
    near = Arm(0, 0, hand=(0.215, 0.150 + 0.014 * beat, 0.07 + 0.02 * bar))
    far = Arm(0, 0, hand=(0.215, 0.150 - 0.014 * beat, -0.05 + 0.02 * bar))
    return replace(sat, lean=6 + 4 * bar + outfit.stoop * 0.5, near_arm=near, far_arm=far, nod=8 + 5 * bar, mood="calm")


def floating(outfit: Outfit, phase: float) -> Stance:
    """Adrift: limbs slow and apart, the body a little back."""
    slow = math.sin(2 * math.pi * phase)
    late = math.sin(2 * math.pi * phase - 1.1)
    hip = (0.0, -outfit.leg * 0.86)
    near = Foot(-0.16 + 0.04 * slow, -0.10 + 0.02 * late, 38)
    far = Foot(0.09 + 0.03 * late, -0.02 + 0.03 * slow, 22)
    return Stance(
        hip, -7 + 3 * slow, near, far, Arm(58 + 10 * late, 34 + 8 * slow), Arm(-34 + 9 * slow, 30), -4 + 4 * late, slow
    )


def soaring(outfit: Outfit, phase: float, swims: bool) -> Stance:
    """Flat in the air with one arm ahead; in the water both arms crawl and the legs kick."""
    turn = 2 * math.pi * phase
    hip = (-0.06, -0.42 + 0.012 * math.sin(turn))
    kick = 0.05 * math.sin(3 * turn) if swims else 0.012 * math.sin(turn)
    near = Foot(hip[0] - 0.44, hip[1] + 0.10 + kick, 70)
    far = Foot(hip[0] - 0.42, hip[1] + 0.13 - kick, 70)
    if swims:
        arms = Arm(90 - 360 * phase, 12), Arm(270 - 360 * phase, 12)
    else:
        arms = Arm(12, 14), Arm(100 + 3 * math.sin(turn), 6)
    return Stance(hip, 68 + 2 * math.sin(turn), near, far, arms[0], arms[1], -44, -1.0 + 0.3 * math.sin(2 * turn))
