"""People, and those built like them: how they walk, run, sit, dance, talk, look and play."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import gait as gaits
from rushes.engines.animatic.rigs.body import Arm, Foot, Stance, draw_person, reach_of
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.gait import Gait, step
from rushes.engines.animatic.rigs.hue import dim, rgb
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.wardrobe import Outfit, dressed

ACTIONS = frozenset(
    {
        "stand",
        "sit",
        "walk",
        "run",
        "dance",
        "talk",
        "look",
        "play",
        "jump",
        "sleep",
        "eat",
        "float",
        "hover",
        "fly",
        "swim",
    }
)
#: Metres per second of those who are not on their feet.
_PACES = {"fly": 3.0, "swim": 0.9}
_AT_KEYS = frozenset({"playing piano", "piano", "pianist"})
_Acting = Callable[[float], Stance]


def make(subject: Subject, seed: int) -> Figure:
    action = subject.action
    if action == "play" and not ({"guitar", "violin"} & set(subject.traits)):
        subject = replace(subject, traits=(*subject.traits, "ball")) if subject.rig in ("girl", "boy") else subject
    if _AT_KEYS & set(subject.traits) and action in ("play", "sit", "stand"):
        action = "keys"
    outfit = dressed(subject, seed)
    gait = _gait(outfit, action)
    stances, poses, rate = _acting(outfit, action, gait)

    def paint(pen: Pen, moment: Moment) -> None:
        pose = stances(moment.phase)
        with pen.turned(0, 0, 0, outfit.tall):
            if pose.seated:
                _stool(pen, outfit, pose)
            draw_person(pen, outfit, pose, moment)

    return Figure(
        paint=paint,
        reach=reach_of(outfit),
        poses=poses,
        poses_per_second=rate,
        speed=gait.speed(outfit.leg * outfit.tall) if gait is not None else _PACES.get(action, 0.0) * subject.scale,
        lift=0.9 * subject.scale if action in ("float", "hover", "fly", "swim") else 0.0,
        touches=gait.touches if gait is not None else (),
        talks=True,
        blinks=action != "sleep",
        drift=_drift(action, outfit.tall, seed),
    )


def _gait(outfit: Outfit, action: str) -> Gait | None:
    if action in ("walk", "trot"):
        slow = 1.25 if outfit.stoop or outfit.kind in ("astronaut", "robot") else (0.85 if outfit.tall < 1.35 else 1.0)
        sweep = 0.46 if outfit.stoop else 0.62
        return replace(gaits.STROLL, frames=round(gaits.STROLL.frames * slow), sweep=sweep)
    if action == "run":
        return gaits.JOG
    return None


def _drift(action: str, tall: float, seed: int) -> Callable[[float], Drift] | None:
    start = (seed % 5) / 5
    if action == "jump":

        def jumping(t: float) -> Drift:
            u = (t / 0.9) % 1
            rise = min(1.0, u / 0.7)
            return Drift(0.0, -0.30 * tall * 4 * rise * (1 - rise))

        return jumping
    if action in ("float", "hover", "fly", "swim"):
        return lambda t: Drift(0.06 * tall * math.sin(0.5 * t + start), 0.07 * tall * math.sin(0.9 * t + start * 6))
    return None


def _acting(outfit: Outfit, action: str, gait: Gait | None) -> tuple[_Acting, int, float]:
    """How the phase becomes a stance; poses in the loop, and their rate."""
    if gait is not None:
        return (lambda phase: _going(outfit, gait, phase)), gait.frames, 24.0
    if action == "dance":
        return (lambda phase: _dancing(outfit, phase)), 44, 24.0
    if action == "jump":
        return (lambda phase: _jumping(outfit, phase)), 22, 24.4444
    if action == "play":
        return (lambda phase: _playing(outfit, phase)), 36, 24.0
    if action == "keys":
        return (lambda phase: _at_keys(outfit, phase)), 48, 24.0
    if action in ("sit", "sleep", "eat"):
        return (lambda phase: _sitting(outfit, phase, action)), 48, 12.0
    if action in ("fly", "swim"):
        return (lambda phase: _soaring(outfit, phase, action == "swim")), 36, 24.0
    if action in ("float", "hover"):
        return (lambda phase: _floating(outfit, phase)), 60, 12.0
    lively = {"talk": 1.0, "look": 0.3}.get(action, 0.0)
    return (lambda phase: _standing(outfit, phase, lively, 9.0 if action == "look" else 2.0)), 48, 12.0


def _held(outfit: Outfit, stance: Stance) -> Stance:
    """Bring the arms to what they hold."""
    if outfit.umbrella:
        stance = replace(stance, near_arm=Arm(26, 96))
    if outfit.prop in ("guitar", "violin"):
        strum = 12 * stance.flow
        stance = replace(stance, near_arm=Arm(-4 + strum * 0.3, 62 + strum), far_arm=Arm(48, 62))
    elif outfit.prop in ("staff", "lantern", "flower", "camera"):
        stance = replace(stance, far_arm=Arm(34, 48))
    elif outfit.prop.startswith("art:"):
        stance = replace(stance, far_arm=Arm(30, 62))
    elif outfit.prop == "balloon":
        stance = replace(stance, far_arm=Arm(30, 100))
    elif outfit.prop in ("book", "ball"):
        stance = replace(stance, near_arm=Arm(16, 74), far_arm=Arm(18, 80))
    if outfit.cane:
        stance = replace(stance, near_arm=Arm(22 + 0.35 * stance.near_arm.shoulder, 34))
    return stance


def _going(outfit: Outfit, gait: Gait, phase: float) -> Stance:
    leg = outfit.leg
    running = gait.duty < 0.5
    bob = gait.bounce * leg * math.cos(4 * math.pi * phase + (math.pi if not running else 2.4))
    crouch = 0.02 if not running else 0.075
    hip = (-0.004, -leg * (1 - crouch) + bob)
    feet = []
    for index in range(2):
        own = step(gait, phase, index)
        feet.append(Foot(own.x * leg + 0.012, own.y * leg, _roll(own.swing, running)))
    swing = math.cos(2 * math.pi * (phase - 0.04))
    reach = 46.0 if running else 27.0
    if outfit.kind == "robot":
        reach *= 0.8
    near = Arm(-reach * swing + 4, (82 if running else 16) + 10 * (1 - swing))
    far = Arm(reach * swing + 4, (82 if running else 16) + 10 * (1 + swing))
    flow = math.sin(4 * math.pi * phase) * (1.0 if running else 0.7) - (1.0 if running else 0.3)
    lean = (13.0 if running else 3.0) + outfit.stoop * 0.6
    return _held(
        outfit, Stance(hip, lean, feet[0], feet[1], near, far, -lean * 0.4 + 1.5 * math.cos(4 * math.pi * phase), flow)
    )


def _roll(swing: float, running: bool) -> float:
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


def _standing(outfit: Outfit, phase: float, lively: float, wander: float) -> Stance:
    breath = 0.003 * math.sin(4 * math.pi * phase)
    sway = 0.006 * math.sin(2 * math.pi * phase)
    hip = (sway, -outfit.leg * 0.995 + breath)
    gesture = lively * (28 + 24 * math.sin(6 * math.pi * phase) * math.sin(2 * math.pi * phase))
    other = lively * (16 + 14 * math.sin(4 * math.pi * phase + 1))
    near = Arm(4 + 2 * math.sin(2 * math.pi * phase) + 0.5 * gesture, 14 + 1.6 * gesture)
    far = Arm(2 - 2 * math.sin(2 * math.pi * phase) + 0.5 * other, 14 + 1.4 * other)
    nod = wander * math.sin(2 * math.pi * phase) + 2.5 * lively * math.sin(8 * math.pi * phase)
    return _held(
        outfit,
        Stance(hip, outfit.stoop * 0.6 + 1.2 * math.sin(2 * math.pi * phase), Foot(-0.045, 0, 0), Foot(0.065, 0, 0), near, far, nod, math.sin(4 * math.pi * phase)),
    )  # fmt: skip


def _dancing(outfit: Outfit, phase: float) -> Stance:
    """Two steps to the side of the beat, hips and arms against each other: a bar of 44 frames is 131 beats per minute."""
    beat = 8 * math.pi * phase
    turn = 2 * math.pi * phase
    dip = 0.5 - 0.5 * math.cos(beat)
    hip = (0.05 * math.sin(turn * 2), -outfit.leg * (0.985 - 0.06 * dip))
    kick = math.sin(turn * 2)
    near = Foot(-0.08 + 0.10 * max(0.0, kick), -0.10 * max(0.0, kick), 34 * max(0.0, kick))
    far = Foot(0.09 + 0.10 * max(0.0, -kick), -0.10 * max(0.0, -kick), 34 * max(0.0, -kick))
    arms = 62 * math.sin(turn)
    return Stance(
        hip, 9 * math.sin(turn * 2 + 0.6), near, far, Arm(84 + arms, 46 + 30 * math.sin(beat / 2)), Arm(84 - arms, 46 - 30 * math.sin(beat / 2)),
        8 * math.sin(beat / 2), math.sin(beat / 2),
    )  # fmt: skip


def _jumping(outfit: Outfit, phase: float) -> Stance:
    air = min(1.0, phase / 0.7)
    up = math.sin(math.pi * air) if phase < 0.7 else 0.0
    land = math.sin(math.pi * (phase - 0.7) / 0.3) if phase >= 0.7 else 0.0
    hip = (0.0, -outfit.leg * (0.98 - 0.14 * land))
    near = Foot(-0.05 - 0.03 * up, -0.05 * up, 40 * up)
    far = Foot(0.07 + 0.05 * up, -0.12 * up, 25 * up)
    return Stance(hip, 3 + 10 * land, near, far, Arm(20 + 120 * up, 20), Arm(10 + 130 * up, 20), -6 * up, -up + land)


def _playing(outfit: Outfit, phase: float) -> Stance:
    if outfit.prop in ("guitar", "violin"):
        stood = _standing(outfit, phase, 0.0, 3.0)
        beat = math.sin(6 * math.pi * phase)
        return _held(outfit, replace(stood, hip=(0.0, -outfit.leg * (0.985 - 0.01 * beat)), flow=beat, nod=4 * beat))
    beat = math.sin(4 * math.pi * phase)
    hip = (0.0, -outfit.leg * (0.97 - 0.04 * abs(beat)))
    lift = max(0.0, math.sin(2 * math.pi * phase))
    stance = Stance(
        hip, 5 * beat, Foot(-0.06, 0, 0), Foot(0.08 + 0.06 * lift, -0.10 * lift, -12 * lift), Arm(64 + 36 * beat, 58), Arm(70 - 30 * beat, 58),
        5 * beat, beat,
    )  # fmt: skip
    return _held(outfit, stance)


def _sitting(outfit: Outfit, phase: float, action: str) -> Stance:
    breath = 0.004 * math.sin(4 * math.pi * phase)
    bone = (outfit.leg - 0.04) / 2
    hip = (-0.10, -bone - 0.075 + breath)
    asleep = action == "sleep"
    bite = max(0.0, math.sin(4 * math.pi * phase)) if action == "eat" else 0.0
    near = Arm(16 + 20 * bite, 46 + 78 * bite)
    nod = 22 + 3 * math.sin(4 * math.pi * phase) if asleep else 3 * math.sin(2 * math.pi * phase)
    return _held(
        outfit,
        Stance(hip, (7 if asleep else 1) + outfit.stoop * 0.5, Foot(bone * 0.92, 0, 0), Foot(bone * 0.92 + 0.07, 0, 0), near, Arm(18, 44), nod, 0.4 * math.sin(2 * math.pi * phase), asleep, True),
    )  # fmt: skip


def _at_keys(outfit: Outfit, phase: float) -> Stance:
    """Seated at a keyboard, the hands up and down in turn, swaying with the phrase."""
    sat = _sitting(outfit, phase, "sit")
    beat, bar = math.sin(8 * math.pi * phase), math.sin(2 * math.pi * phase)
    near, far = Arm(44 + 4 * bar, 42 + 9 * beat), Arm(48 + 4 * bar, 42 - 9 * beat)
    return replace(sat, lean=6 + 4 * bar + outfit.stoop * 0.5, near_arm=near, far_arm=far, nod=6 + 5 * bar)


def _floating(outfit: Outfit, phase: float) -> Stance:
    """Adrift: limbs slow and apart, the body a little back."""
    slow = math.sin(2 * math.pi * phase)
    late = math.sin(2 * math.pi * phase - 1.1)
    hip = (0.0, -outfit.leg * 0.86)
    near = Foot(-0.16 + 0.04 * slow, -0.10 + 0.02 * late, 38)
    far = Foot(0.09 + 0.03 * late, -0.02 + 0.03 * slow, 22)
    return Stance(
        hip, -7 + 3 * slow, near, far, Arm(58 + 10 * late, 34 + 8 * slow), Arm(-34 + 9 * slow, 30), -4 + 4 * late, slow
    )


def _soaring(outfit: Outfit, phase: float, swims: bool) -> Stance:
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


def _stool(pen: Pen, outfit: Outfit, pose: Stance) -> None:
    wood = rgb("#8a5a34")
    x, seat = pose.hip[0], pose.hip[1] + 0.058
    with pen.part(puff=0.5, shade=0.0):
        for dx, tone in ((-0.07, 1.0), (0.075, 1.0), (-0.02, 0.7), (0.03, 0.7)):
            pen.tube([(x + dx * 0.8, seat), (x + dx * 1.25, -0.004)], [0.022, 0.02], dim(wood, tone))
        pen.box(x - 0.105, seat - 0.005, x + 0.11, seat + 0.028, wood, round=0.012)
