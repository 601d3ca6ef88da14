"""Four-legged animals: one drawing whose measures come from a Breed, its feet from a Gait."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import gait as gaits
from rushes.engines.animatic.rigs.breeds import Breed, breed_of
from rushes.engines.animatic.rigs.coat import Coat
from rushes.engines.animatic.rigs.crew import TALLEST, members_of, silent, spread
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.gait import Gait, Step, bend, step
from rushes.engines.animatic.rigs.head import draw_ear, draw_head
from rushes.engines.animatic.rigs.hue import dim, mix, rgb
from rushes.engines.animatic.rigs.pen import Fill, Pen, Point
from rushes.engines.animatic.rigs.posture import Posture, trunk
from rushes.engines.animatic.rigs.saddle import BACK, astride, draw_tack
from rushes.engines.animatic.rigs.tail import draw_tail

ACTIONS = frozenset(
    {"stand", "sit", "lie", "walk", "trot", "run", "eat", "sleep", "jump", "play", "look", "talk", "dance"}
)
_AT_KEYS = frozenset({"playing piano", "piano", "pianist"})
_GAITS: dict[str, Gait] = {"walk": gaits.WALK, "trot": gaits.TROT, "run": gaits.RUN}


def make(subject: Subject, seed: int) -> Figure:
    breed = breed_of(subject.rig, (subject.noun, *subject.traits))
    size = breed.withers * subject.scale
    if {"baby", "puppy", "kitten", "cub", "calf", "foal", "young"} & set(subject.traits):
        breed = replace(
            breed, head=breed.head * 1.28, snout=breed.snout * 0.85, neck=breed.neck * 0.85, crown="", mane=""
        )
        size *= 0.62
    coat = Coat.of(breed, subject)
    postures, poses, rate, gait = _acting(breed, subject.action)
    plays = bool(_AT_KEYS & set(subject.traits))
    if plays:
        postures, poses, rate, gait = (lambda phase: _at_keys(breed, phase)), 48, 24.0, None
    riders = members_of(subject)
    # Who plays sits on a stool, with the paws where a piano has its keys.
    seat = max(0.0, 0.62 - 0.55 * size) if plays else 0.0

    def paint(pen: Pen, moment: Moment) -> None:
        if seat > 0:
            _stool(pen, -0.36 * breed.long * size, seat, 0.34 * size)
        posture = postures(moment.phase)
        with pen.turned(0, -seat, 0, size):
            _draw(pen, breed, coat, posture, silent(moment, subject))
            if riders:
                draw_tack(pen, breed, posture)
        for rider, place in zip(riders, spread(len(riders), *BACK), strict=True):
            rider.draw(pen, astride(breed, posture, place, size), moment)

    drift: Callable[[float], Drift] | None = None
    if subject.action in ("jump", "dance"):
        hop_seconds, height = 0.75, 0.35 * size

        def drift(t: float) -> Drift:
            u = (t / hop_seconds) % 1
            return Drift(
                0.0,
                -height * 4 * u * (1 - u)
                if subject.action == "jump"
                else -0.12 * size * abs(math.sin(2 * math.pi * u)),
            )

    leg = _leg(breed)
    tall = 1.0 + breed.neck + 2.2 * breed.head + (0.55 if breed.crown == "antlers" else 0.35)
    wide = 0.5 * breed.long + breed.neck + 0.35
    return Figure(
        paint=paint,
        reach=(
            -size * (0.5 * breed.long + 0.55 + breed.tail_length * 1.5),
            -seat - size * max(tall, 0.85 + breed.tail_length * 1.9, *(1.1 + 0.75 * TALLEST for _ in riders)),
            size * (wide + breed.head * (2.2 + breed.snout)),
            size * 0.18,
        ),
        poses=poses,
        poses_per_second=rate,
        speed=gait.speed(leg * size) if gait is not None else 0.0,
        touches=gait.touches if gait is not None else (),
        talks=True,
        blinks=subject.action != "sleep",
        drift=drift,
    )


def _leg(breed: Breed) -> float:
    return 1 - breed.chest / 2


def _acting(breed: Breed, action: str) -> tuple[Callable[[float], Posture], int, float, Gait | None]:
    """How the phase of the loop becomes a posture; poses in the loop, their rate, the gait if it moves."""
    if action in _GAITS:
        gait = gaits.HOP if breed.hops and action != "walk" else _GAITS[action]
        gait = replace(gait, frames=round(gait.frames * breed.pace))
        return (lambda phase: _going(breed, gait, phase)), gait.frames, 24.0, gait
    poses, rate = (48, 12.0)
    if action == "jump":
        return (lambda phase: _leaping(breed, phase)), 18, 24.0, None
    if action in ("play", "dance"):
        return (lambda phase: _playing(breed, phase)), 36, 24.0, None
    if action == "sit":
        return (lambda phase: _sitting(breed, phase)), poses, rate, None
    if action in ("lie", "sleep"):
        return (lambda phase: _lying(breed, phase, action == "sleep")), poses, rate, None
    if action == "eat":
        return (lambda phase: _grazing(breed, phase)), poses, rate, None
    return (lambda phase: _standing(breed, phase, 16.0 if action == "look" else 4.0)), poses, rate, None


def _going(breed: Breed, gait: Gait, phase: float) -> Posture:
    leg = _leg(breed)
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


def _standing(breed: Breed, phase: float, wander: float) -> Posture:
    leg, half = _leg(breed), breed.long / 2
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
        0.8 * math.sin(4 * math.pi * phase), 0.0, _twitch(phase),
    )  # fmt: skip


def _grazing(breed: Breed, phase: float) -> Posture:
    stood = _standing(breed, phase, 0.0)
    dip = 0.10
    # The muzzle comes down to the grass, as far as the neck allows; a trunk reaches it by itself.
    muzzle = breed.head * (0.9 + 0.75 * breed.snout)
    neck = 12.0 if breed.crown == "trunk" else -_sinking(breed, _leg(breed) - dip - muzzle, 58.0)
    chew = math.sin(8 * math.pi * phase)
    return replace(
        stood,
        shoulder=(stood.shoulder[0], stood.shoulder[1] + dip),
        neck_degrees=neck + 2 * chew,
        face_degrees=(48.0 if breed.crown != "trunk" else 4.0) + 3 * chew,
    )


def _sinking(breed: Breed, drop: float, most: float) -> float:
    """Degrees that the neck points down to bring the poll this much below the throat; negative points up."""
    share = max(-1.0, min(1.0, drop / (breed.neck + 0.10)))
    return min(most, math.degrees(math.asin(share)))


def _sitting(breed: Breed, phase: float) -> Posture:
    leg, half = _leg(breed), breed.long / 2
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
        _twitch(phase), folded=True,
    )  # fmt: skip


def _at_keys(breed: Breed, phase: float) -> Posture:
    """Sitting upright, the fore paws up and down in turn."""
    sat = _sitting(breed, phase)
    x, beat = sat.shoulder[0] + 0.34, 8 * math.pi * phase
    near = Step(x, -0.50 - 0.09 * max(0.0, math.sin(beat)), -0.5)
    far = Step(x + 0.06, -0.50 - 0.09 * max(0.0, -math.sin(beat)), -0.5)
    return replace(
        sat, feet=(sat.feet[0], near, sat.feet[2], far), face_degrees=sat.face_degrees + 8 + 4 * math.sin(beat)
    )


def _stool(pen: Pen, x: float, high: float, half: float) -> None:
    wood = rgb("#8a5a34")
    with pen.part(puff=0.5, shade=0.0):
        for side in (-0.7, 0.7):
            pen.tube([(x + side * half, -high), (x + side * half * 1.15, -0.02)], [0.05, 0.04], dim(wood, 0.85))
        pen.box(x - half, -high, x + half, -high + 0.06, wood, round=0.02)


def _lying(breed: Breed, phase: float, asleep: bool) -> Posture:
    half = breed.long / 2
    breath = 0.010 * math.sin(4 * math.pi * phase)
    low = -0.5 * breed.chest - 0.02 + breath
    feet = (Step(-half + 0.32, 0, 0), Step(half + 0.36, 0, -0.5), Step(-half + 0.40, 0, 0), Step(half + 0.46, 0, -0.5))
    look = 4 * math.sin(2 * math.pi * phase)
    room = breed.head * {"lion": 2.1}.get(breed.mane, 1.25) if breed.crown != "trunk" else 3.4 * breed.head
    neck = -_sinking(breed, -low - room, 30.0) if asleep else max(50.0, breed.neck_degrees) + look * 0.5
    return Posture(
        (-half, low + 0.02), (half, low), feet, neck, 6.0 if asleep else breed.droop - look, 0.25 * math.sin(2 * math.pi * phase), -22.0,
        0.0 if asleep else _twitch(phase), asleep, folded=True, stretched=True,
    )  # fmt: skip


def _playing(breed: Breed, phase: float) -> Posture:
    """The bow of an animal that wants to play, springing up and down."""
    leg, half = _leg(breed), breed.long / 2
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


def _leaping(breed: Breed, phase: float) -> Posture:
    """Off the hind legs, stretched in the air, down on the fore legs; the height comes from the drift."""
    leg, half = _leg(breed), breed.long / 2
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


def _twitch(phase: float) -> float:
    """An ear that flicks twice in a loop."""
    return sum(math.exp(-(((phase - at) * 26) ** 2)) * 1.6 for at in (0.22, 0.30, 0.78))


def _draw(pen: Pen, breed: Breed, coat: Coat, pose: Posture, moment: Moment) -> None:
    length = math.hypot(pose.shoulder[1] - pose.hip[1], pose.shoulder[0] - pose.hip[0])

    def body(u: float, v: float) -> Point:
        return trunk(pose, u, v)

    chest, flank = breed.chest / 2, breed.flank / 2
    neck = math.radians(pose.neck_degrees)
    throat = body(length - 0.02, 0.15 * chest)
    poll = (throat[0] + (breed.neck + 0.10) * math.cos(neck), throat[1] - (breed.neck + 0.10) * math.sin(neck))
    face = pose.face_degrees

    with pen.part(puff=0.9, shade=0.0, gain=0.86):
        _leg_hind(pen, breed, coat, body(0.05, -0.15 * flank), pose.feet[2], pose.folded, 0.66)
        _leg_fore(pen, breed, coat, body(length - 0.02, -0.25 * chest), pose.feet[3], pose.stretched, 0.66)
        draw_ear(pen, breed, coat, poll, face, pose.ear_swing, far=True)
    with pen.part(puff=0.85, shade=0.25):
        draw_tail(pen, breed, coat, body(-0.9 * chest, 0.55 * flank), pose.tail_degrees, pose.tail_swing)
    with pen.part(puff=0.8, shade=0.4):
        if breed.pattern == "":
            # The haunch is part of the body; where there is a pattern, the body lies over the legs.
            coat.trunk(pen, breed, body, length, throat, poll)
        _leg_hind(pen, breed, coat, body(-0.02, -0.1 * flank), pose.feet[0], pose.folded, 1.0)
        _leg_fore(pen, breed, coat, body(length, -0.25 * chest), pose.feet[1], pose.stretched, 1.0)
        if breed.pattern != "":
            coat.trunk(pen, breed, body, length, throat, poll)
    with pen.part(puff=0.8, shade=0.22):
        draw_head(pen, breed, coat, poll, face, pose.ear_swing, moment.mouth, moment.blink or pose.asleep)


def _leg_hind(pen: Pen, breed: Breed, coat: Coat, hip: Point, foot: Step, folded: bool, shade: float) -> None:
    leg = _leg(breed)
    lean = -78.0 if folded else _lean(foot.swing, 18.0, 52.0)
    hock = _above(foot, 0.27 * leg, lean)
    knee = bend(hip, hock, 0.41 * leg, 0.42 * leg, -1)
    if folded:
        knee = (max(knee[0], hip[0] + 0.17), max(hip[1] + 0.01, min(knee[1], hock[1] - 0.10)))
    _limb(pen, breed, coat, [hip, knee, hock, (foot.x, foot.y - 0.3 * breed.paw)], 1.35, foot, lean, shade)


def _leg_fore(pen: Pen, breed: Breed, coat: Coat, shoulder: Point, foot: Step, stretched: bool, shade: float) -> None:
    leg = _leg(breed)
    lean = -82.0 if stretched else _lean(foot.swing, 12.0, 70.0)
    wrist = _above(foot, 0.20 * leg, lean)
    # The elbow is high, against the chest, so that a standing fore leg is straight.
    elbow = bend(shoulder, wrist, 0.22 * leg, 0.53 * leg, 1)
    if stretched:
        elbow = (min(elbow[0], shoulder[0] + 0.02), -0.5 * breed.thigh)
    _limb(pen, breed, coat, [shoulder, elbow, wrist, (foot.x, foot.y - 0.3 * breed.paw)], 1.0, foot, lean, shade)


def _lean(swing: float, planted: float, carried: float) -> float:
    """Degrees that the lowest bone leans forward: heel down at touch-down, over the toe at take-off, folded in the air."""
    if swing <= 0:
        return -planted + 2 * planted * (swing + 1)
    return (
        planted
        + (carried - planted) * math.sin(math.pi * min(1.0, swing * 1.25))
        - 2 * planted * max(0.0, swing * 5 - 4)
    )


def _above(foot: Step, length: float, lean: float) -> Point:
    return (foot.x + length * math.sin(math.radians(lean)), foot.y - length * math.cos(math.radians(lean)))


def _limb(
    pen: Pen, breed: Breed, coat: Coat, points: list[Point], heft: float, foot: Step, lean: float, shade: float
) -> None:
    hue: Rgb = dim(coat.leg, shade)
    dark: Rgb = dim(coat.dark, shade)
    fill: Fill = hue
    if breed.sock > 0:
        # Along the leg, so that socks stay socks when it is folded.
        start, end = points[0], points[-1]
        fill = pen.ramp(
            start, end, [hue, hue, mix(hue, dark, 0.95), dark], [0, 0.92 - breed.sock * 0.9, 1.06 - breed.sock * 0.8, 1]
        )
    pen.tube(points, [breed.thigh * 1.5 * heft, breed.thigh * heft, breed.shin * 1.08, breed.shin * 0.92], fill)
    turned = max(0.0, lean) if foot.swing > 0 else 0.0
    sole = dark if breed.sock > 0 or breed.hoof else hue
    paw = breed.paw
    with pen.turned(foot.x, foot.y, turned):
        if breed.hoof:
            pen.poly([(-0.55 * paw, -0.95 * paw), (0.55 * paw, -0.95 * paw), (0.95 * paw, 0), (-0.7 * paw, 0)], sole)
        else:
            pen.blob([(-0.75 * paw, -0.05 * paw), (-0.6 * paw, -0.8 * paw), (0.45 * paw, -0.95 * paw), (1.2 * paw, -0.4 * paw), (1.05 * paw, 0)], sole)  # fmt: skip
