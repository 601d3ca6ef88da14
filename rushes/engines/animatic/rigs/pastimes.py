"""Pastimes: gestures of work, of the household and of leisure, with a tool in the hands."""

from __future__ import annotations

import math
from dataclasses import replace

from rushes.engines.animatic.rigs.gestures import TURN, Gesture, at, by_face, faced, held, mixed, swell
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.stance import Arm, Foot, Stance


def _knitting(base: Stance, outfit: Outfit, phase: float) -> Stance:
    click = 0.012 * math.sin(4 * TURN * phase)
    return replace(base, near_arm=at(0.155, 0.120 + click, 0.048), far_arm=at(0.155, 0.120 - click, -0.048), nod=13, gaze=(0.1, 0.6), mood=base.mood or "calm", glance=3)  # fmt: skip


def _stirring(base: Stance, outfit: Outfit, phase: float) -> Stance:
    angle = 2 * TURN * phase
    return replace(base, near_arm=at(0.17 + 0.025 * math.cos(angle), 0.050, 0.03 + 0.025 * math.sin(angle)), far_arm=at(0.15, 0.145, -0.07), nod=9, gaze=(0.2, 0.6), mood=base.mood or "happy")  # fmt: skip


def _cooking(base: Stance, outfit: Outfit, phase: float) -> Stance:
    toss = 0.03 * max(0.0, math.sin(2 * TURN * phase))
    return replace(base, near_arm=at(0.16, 0.11 - toss, 0.05), far_arm=Arm(14, 70, 14, grip="loose"), nod=7, gaze=(0.3, 0.5), mood=base.mood or "happy")  # fmt: skip


def _writing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    run = (phase * 3) % 1
    return replace(base, near_arm=at(0.185, 0.155 + 0.004 * math.sin(9 * TURN * phase), 0.06 - 0.05 * run), far_arm=at(0.18, 0.165, -0.06, "open"), nod=13, lean=base.lean + 5, gaze=(0.1, 0.6), mood=base.mood or "focus")  # fmt: skip


def _typing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    tap = 0.008 * math.sin(6 * TURN * phase)
    return replace(base, near_arm=at(0.20, 0.152 + tap, 0.045), far_arm=at(0.20, 0.152 - tap, -0.045), nod=6, lean=base.lean + 3, gaze=(0.2 * math.sin(TURN * phase), 0.4), mood=base.mood or "focus")  # fmt: skip


def _painting(base: Stance, outfit: Outfit, phase: float) -> Stance:
    dab = mixed((0.235, -0.02, 0.01), (0.235, 0.06, -0.02), swell(2 * phase))
    return replace(base, near_arm=Arm(0, 0, hand=dab, grip="fist"), far_arm=at(0.12, 0.13, -0.10), nod=1, gaze=(0.6, 0.1), mood=base.mood or "focus", glance=-6)  # fmt: skip


def _reading(base: Stance, outfit: Outfit, phase: float) -> Stance:
    return replace(base, near_arm=at(0.155, 0.085, 0.07), far_arm=at(0.155, 0.085, -0.07), nod=12, gaze=(0.35 * math.sin(2 * TURN * phase), 0.6), glance=2, mood=base.mood or "calm")  # fmt: skip


def _phoning(base: Stance, outfit: Outfit, phase: float) -> Stance:
    return replace(base, near_arm=by_face(outfit, 0.045, -0.115, 0.118), far_arm=Arm(18 + 8 * math.sin(TURN * phase), 52, 10, grip="loose"), cock=5)  # fmt: skip


def _texting(base: Stance, outfit: Outfit, phase: float) -> Stance:
    return replace(
        base, near_arm=at(0.15, 0.075, 0.035), far_arm=at(0.15, 0.080, -0.02), nod=13, gaze=(0.1, 0.7), glance=2
    )


def _photographing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    return replace(base, near_arm=by_face(outfit, 0.150, -0.125, 0.055), far_arm=by_face(outfit, 0.165, -0.115, -0.05), lean=base.lean + 3, glance=0.0, mood=base.mood or "focus")  # fmt: skip


def _carrying(base: Stance, outfit: Outfit, phase: float) -> Stance:
    return replace(base, near_arm=at(0.17, 0.15, 0.08), far_arm=at(0.17, 0.15, -0.08), lean=base.lean - 3)


def _digging(base: Stance, outfit: Outfit, phase: float) -> Stance:
    scoop = held(phase, 0.2)
    return replace(
        base, lean=24 - 14 * scoop, hip=(base.hip[0], base.hip[1] + 0.03), near_arm=at(0.20, 0.17 - 0.08 * scoop, 0.05), far_arm=at(0.09 + 0.03 * scoop, 0.06, -0.06),
        near_foot=Foot(-0.06, 0, 0), far_foot=Foot(0.08, 0, 0), nod=8, mood=base.mood or "focus",
    )  # fmt: skip


def _sweeping(base: Stance, outfit: Outfit, phase: float) -> Stance:
    sweep = math.sin(2 * TURN * phase)
    return replace(base, lean=base.lean + 8, near_arm=at(0.13 + 0.03 * sweep, 0.16, 0.06), far_arm=at(0.10 + 0.01 * sweep, 0.04, -0.03), nod=8, twist=6 * sweep, gaze=(0.3, 0.6))  # fmt: skip


def _hammering(base: Stance, outfit: Outfit, phase: float) -> Stance:
    blow = swell(2 * phase) ** 2
    return replace(base, lean=base.lean + 9, near_arm=Arm(0, 0, hand=mixed((0.20, 0.15, 0.04), (0.10, -0.16, 0.12), blow), grip="fist"), far_arm=at(0.19, 0.18, -0.05), nod=10, mood=base.mood or "stern")  # fmt: skip


def _chopping(base: Stance, outfit: Outfit, phase: float) -> Stance:
    cut = 0.03 * swell(4 * phase)
    return replace(base, lean=base.lean + 5, near_arm=at(0.185, 0.155 - cut, 0.035), far_arm=at(0.19, 0.165, -0.05), nod=12, gaze=(0.2, 0.6), mood=base.mood or "happy")  # fmt: skip


def _singing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    slow = math.sin(TURN * phase)
    voice = 0.35 + 0.3 * math.sin(2 * TURN * phase) * math.sin(3 * TURN * phase + 0.5)
    return replace(base, near_arm=by_face(outfit, 0.135, -0.055, 0.015), far_arm=Arm(34 + 26 * swell(phase), 40, 30, grip="open"), mood="sing", mouth=max(0.1, voice), nod=-4 + 4 * slow, cock=5 * slow, tilt=2.5 * slow)  # fmt: skip


def _drinking(base: Stance, outfit: Outfit, phase: float) -> Stance:
    sip = held(phase, 0.25)
    return replace(base, near_arm=Arm(0, 0, hand=mixed((0.15, 0.11, 0.05), faced(outfit, (0.125, -0.055, 0.025)), sip), grip="fist"), nod=base.nod - 7 * sip)  # fmt: skip


def _eating(base: Stance, outfit: Outfit, phase: float) -> Stance:
    bite = held(2 * phase, 0.1)
    return replace(base, near_arm=Arm(0, 0, hand=mixed((0.16, 0.145, 0.05), faced(outfit, (0.125, -0.06, 0.02)), bite), grip="fist"), far_arm=at(0.16, 0.15, -0.06), mouth=0.4 * bite, mood=base.mood or "happy")  # fmt: skip


def _fishing(base: Stance, outfit: Outfit, phase: float) -> Stance:
    tug = 0.012 * math.sin(TURN * phase) * swell(phase)
    return replace(
        base, near_arm=at(0.16, 0.10 - tug, 0.03), far_arm=at(0.20, 0.06 - tug, -0.03), gaze=(0.7, 0.3), glance=0.0
    )


def _watering(base: Stance, outfit: Outfit, phase: float) -> Stance:
    return replace(base, far_arm=at(0.22, 0.07 + 0.006 * math.sin(TURN * phase), -0.06), lean=base.lean + 5, nod=9, gaze=(0.5, 0.5), mood=base.mood or "happy")  # fmt: skip


def _conducting(base: Stance, outfit: Outfit, phase: float) -> Stance:
    beat, cross = math.sin(2 * TURN * phase), math.sin(TURN * phase)
    return replace(base, near_arm=at(0.17, -0.05 + 0.08 * beat, 0.12 + 0.05 * cross, "open"), far_arm=at(0.17, -0.07 - 0.08 * beat, -0.12 - 0.05 * cross, "fist"), twist=6 * cross, nod=-3 + 4 * beat, mood=base.mood or "focus")  # fmt: skip


def _blowing_bubbles(base: Stance, outfit: Outfit, phase: float) -> Stance:
    return replace(base, near_arm=by_face(outfit, 0.15, -0.075, 0.02), mood="surprised", mouth=0.1, nod=-3)


def _casting(base: Stance, outfit: Outfit, phase: float) -> Stance:
    """A spell: the wand goes in a ring."""
    angle = TURN * phase
    return replace(base, far_arm=at(0.23, -0.08 + 0.04 * math.sin(angle), -0.10 + 0.04 * math.cos(angle)), near_arm=at(0.13, 0.05, 0.14, "open"), mood=base.mood or "focus")  # fmt: skip


def _pouring(base: Stance, outfit: Outfit, phase: float) -> Stance:
    sway = 0.006 * math.sin(TURN * phase)
    return replace(base, near_arm=at(0.19, 0.10, 0.05), far_arm=at(0.16, -0.005 + sway, -0.03), nod=12, gaze=(0.3, 0.7), mood=base.mood or "happy", glance=0.0)  # fmt: skip


def _on_the_ground(base: Stance, outfit: Outfit, phase: float) -> Stance:
    """Cross-legged on the ground, at ease: one hand in the lap, the other tells something now and then."""
    breath, tells = 0.004 * math.sin(TURN * phase), held(2 * phase, 0.2) if phase < 0.5 else 0.0
    return replace(
        base, hip=(0.0, -0.075 + breath), lean=4.0, near_foot=Foot(0.13, -0.005, 8, -0.05, 70), far_foot=Foot(0.15, -0.03, 8, -0.05, 70),
        near_arm=at(0.17 + 0.04 * tells, 0.18 - 0.12 * tells, 0.10, "open"), far_arm=at(0.14, 0.185, -0.10, "open"), seated=True, mood=base.mood or "happy",
        nod=3 * math.sin(2 * TURN * phase),
    )  # fmt: skip


PASTIMES: dict[str, Gesture] = {
    "knitting": Gesture(_knitting, tool="knitting", seat="stool", yaw=56), "sewing": Gesture(_knitting, tool="sewing", seat="stool", yaw=56),
    "stirring": Gesture(_stirring, tool="bowl", yaw=52), "cooking": Gesture(_cooking, tool="pan", yaw=46), "chopping": Gesture(_chopping, tool="board", yaw=50),
    "writing": Gesture(_writing, poses=96, tool="paper", seat="stool", yaw=38), "typing": Gesture(_typing, tool="laptop", seat="stool", yaw=30),
    "painting": Gesture(_painting, poses=72, tool="easel", yaw=30), "reading": Gesture(_reading, poses=96, tool="book", yaw=52), "reading news": Gesture(_reading, poses=96, tool="newspaper", yaw=52),
    "phoning": Gesture(_phoning, poses=72, tool="telephone", yaw=48, strides=True), "texting": Gesture(_texting, poses=72, tool="smartphone", yaw=52, strides=True), "photographing": Gesture(_photographing, poses=72, tool="photo camera", yaw=40),
    "carrying": Gesture(_carrying, tool="box", yaw=30, strides=True), "digging": Gesture(_digging, tool="shovel", yaw=24), "sweeping": Gesture(_sweeping, tool="broom", yaw=34), "hammering": Gesture(_hammering, poses=36, tool="hammer", yaw=30),
    "singing": Gesture(_singing, poses=72, tool="microphone", yaw=60), "drinking": Gesture(_drinking, poses=84, tool="cup", yaw=48), "eating": Gesture(_eating, poses=72, tool="meal", yaw=48),
    "fishing": Gesture(_fishing, poses=72, tool="rod", yaw=30), "watering": Gesture(_watering, poses=60, tool="watering can", yaw=34), "conducting": Gesture(_conducting, tool="baton", yaw=56), "blowing bubbles": Gesture(_blowing_bubbles, poses=72, tool="bubbles", yaw=40),
    "pouring": Gesture(_pouring, poses=60, tool="jug", yaw=50),
    "on the ground": Gesture(_on_the_ground, poses=96, seat="ground", yaw=44),
    "casting a spell": Gesture(_casting, poses=60, tool="wand", yaw=44),
}  # fmt: skip
