"""Postures: where a four-legged body holds its joints, by the phase of what it does."""

from __future__ import annotations

import math
from dataclasses import replace

from rushes.engines.animatic.rigs import gait as gaits
from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.gait import Gait, Step, step
from rushes.engines.animatic.rigs.posture import Posture


def leg_of(breed: Breed) -> float:
    return 1 - breed.chest / 2


def going(breed: Breed, gait: Gait, phase: float) -> Posture:
    leg = leg_of(breed)
    bounce = gait.bounce * leg * math.cos(2 * math.pi * gait.bounces * phase + 0.6)
    rock = math.radians(gait.rock) * math.sin(2 * math.pi * phase)
    half = breed.long / 2
    hip = (-half, -leg + bounce + half * math.sin(rock))
    shoulder = (half, -leg + bounce - half * math.sin(rock))
    feet = []
    for index in range(4):
        under = -half - 0.02 if index % 2 == 0 else half + 0.02
        own = step(gait, phase, index)
        feet.append(Step(under + own.x * leg, own.y * leg, own.swing))
    nod = 2.5 * math.cos(2 * math.pi * gait.bounces * phase + 1.5)
    forward = {gaits.WALK.duty: 4.0, gaits.TROT.duty: 0.0}.get(gait.duty, 14.0)
    return Posture(
        hip, shoulder, (feet[0], feet[1], feet[2], feet[3]), breed.neck_degrees - forward - nod - gait.rock * math.sin(2 * math.pi * phase),
        breed.droop + nod * 0.6, math.sin(2 * math.pi * phase), 6.0 * (gait.duty < 0.5), math.sin(2 * math.pi * gait.bounces * phase + 2),
    )  # fmt: skip


def standing(breed: Breed, phase: float, wander: float) -> Posture:
    leg, half = leg_of(breed), breed.long / 2
    breath = 0.006 * math.sin(4 * math.pi * phase)
    feet = (
        Step(-half - 0.06, 0, -0.5),
        Step(half - 0.01, 0, -0.5),
        Step(-half + 0.10, 0, -0.5),
        Step(half + 0.09, 0, -0.5),
    )
    look = wander * math.sin(2 * math.pi * phase) + wander * 0.4 * math.sin(4 * math.pi * phase + 1)
    return Posture(
        (-half, -leg + breath), (half, -leg + breath), feet, breed.neck_degrees + 0.5 * look, breed.droop - 0.6 * look,
        0.8 * math.sin(4 * math.pi * phase), 0.0, twitch(phase),
    )  # fmt: skip


def grazing(breed: Breed, phase: float) -> Posture:
    stood = standing(breed, phase, 0.0)
    dip = 0.10
    # The muzzle comes down to the grass, as far as the neck allows; a trunk reaches it by itself.
    muzzle = breed.head * (0.9 + 0.75 * breed.snout)
    neck = 12.0 if breed.crown == "trunk" else -sinking(breed, leg_of(breed) - dip - muzzle, 58.0)
    chew = math.sin(8 * math.pi * phase)
    return replace(
        stood,
        shoulder=(stood.shoulder[0], stood.shoulder[1] + dip),
        neck_degrees=neck + 2 * chew,
        face_degrees=(48.0 if breed.crown != "trunk" else 4.0) + 3 * chew,
    )


def sinking(breed: Breed, drop: float, most: float) -> float:
    """Degrees that the neck points down to bring the poll this much below the throat; negative points up."""
    share = max(-1.0, min(1.0, drop / (breed.neck + 0.10)))
    return min(most, math.degrees(math.asin(share)))


def sitting(breed: Breed, phase: float) -> Posture:
    leg, half = leg_of(breed), breed.long / 2
    breath = 0.008 * math.sin(4 * math.pi * phase)
    hip = (-half * 0.72, -0.52 * breed.flank - 0.09)
    rise = -leg * 1.02 + breath
    run = math.sqrt(max(0.05, breed.long**2 * 0.9 - (rise - hip[1]) ** 2))
    shoulder = (hip[0] + run, rise)
    feet = (
        Step(hip[0] + 0.30, 0, 0),
        Step(shoulder[0] + 0.03, 0, -0.5),
        Step(hip[0] + 0.36, 0, 0),
        Step(shoulder[0] + 0.11, 0, -0.5),
    )
    look = 5 * math.sin(2 * math.pi * phase)
    return Posture(
        hip, shoulder, feet, max(62.0, breed.neck_degrees + 8) + look * 0.4, breed.droop - look, 0.9 * math.sin(4 * math.pi * phase), -14.0,
        twitch(phase), folded=True,
    )  # fmt: skip


def at_keys(breed: Breed, phase: float) -> Posture:
    """Sitting upright, the fore paws up and down in turn."""
    sat = sitting(breed, phase)
    x, beat = sat.shoulder[0] + 0.34, 8 * math.pi * phase
    near = Step(x, -0.50 - 0.09 * max(0.0, math.sin(beat)), -0.5)
    far = Step(x + 0.06, -0.50 - 0.09 * max(0.0, -math.sin(beat)), -0.5)
    return replace(
        sat, feet=(sat.feet[0], near, sat.feet[2], far), face_degrees=sat.face_degrees + 8 + 4 * math.sin(beat)
    )


def lying(breed: Breed, phase: float, asleep: bool) -> Posture:
    half = breed.long / 2
    breath = 0.010 * math.sin(4 * math.pi * phase)
    low = -0.5 * breed.chest - 0.02 + breath
    feet = (Step(-half + 0.32, 0, 0), Step(half + 0.36, 0, -0.5), Step(-half + 0.40, 0, 0), Step(half + 0.46, 0, -0.5))
    look = 4 * math.sin(2 * math.pi * phase)
    room = breed.head * {"lion": 2.1}.get(breed.mane, 1.25) if breed.crown != "trunk" else 3.4 * breed.head
    neck = -sinking(breed, -low - room, 30.0) if asleep else max(50.0, breed.neck_degrees) + look * 0.5
    return Posture(
        (-half, low + 0.02), (half, low), feet, neck, 6.0 if asleep else breed.droop - look, 0.25 * math.sin(2 * math.pi * phase), -22.0,
        0.0 if asleep else twitch(phase), asleep, folded=True, stretched=True,
    )  # fmt: skip


def playing(breed: Breed, phase: float) -> Posture:
    """The bow of an animal that wants to play, springing up and down."""
    leg, half = leg_of(breed), breed.long / 2
    spring = 0.5 - 0.5 * math.cos(2 * math.pi * phase)
    feet = (
        Step(-half - 0.05, 0, -0.5),
        Step(half + 0.20, 0, -0.5),
        Step(-half + 0.08, 0, -0.5),
        Step(half + 0.30, 0, -0.5),
    )
    return Posture(
        (-half, -leg), (half + 0.02, -leg * (0.98 - 0.42 * spring)), feet, breed.neck_degrees + 14 * spring,
        breed.droop - 10 * spring, 2.2 * math.sin(6 * math.pi * phase), 24.0, math.sin(4 * math.pi * phase),
    )  # fmt: skip


def leaping(breed: Breed, phase: float) -> Posture:
    """Off the hind legs, stretched in the air, down on the fore legs; the height comes from the drift."""
    leg, half = leg_of(breed), breed.long / 2
    air = 4 * phase * (1 - phase)
    pitch = 0.20 * math.cos(math.pi * phase)
    hip, shoulder = (-half, -leg * 0.95 + 0.5 * pitch), (half, -leg * 0.95 - 0.5 * pitch)
    back, fore = -half - 0.28 * air, half + 0.26 * air
    swing = 0.35 if 0.1 < phase < 0.9 else -0.5
    feet = (
        Step(back, -0.26 * air, swing), Step(fore, -0.30 * air, swing),
        Step(back + 0.10, -0.20 * air, swing), Step(fore + 0.09, -0.24 * air, swing),
    )  # fmt: skip
    turned = math.degrees(pitch)
    return Posture(
        hip,
        shoulder,
        feet,
        breed.neck_degrees + 0.6 * turned,
        breed.droop - 0.4 * turned,
        math.sin(2 * math.pi * phase),
        10 - turned,
        -air,
    )


def twitch(phase: float) -> float:
    """An ear that flicks twice in a loop."""
    return sum(math.exp(-(((phase - at) * 26) ** 2)) * 1.6 for at in (0.22, 0.30, 0.78))
