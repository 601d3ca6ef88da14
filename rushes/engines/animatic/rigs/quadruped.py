"""Four-legged animals: one drawing whose measures come from a Breed, its joints from a Posture, its feet from a Gait."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import fodder, hide
from rushes.engines.animatic.rigs import gait as gaits
from rushes.engines.animatic.rigs.antics import antic_of
from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.coat import Coat
from rushes.engines.animatic.rigs.crew import TALLEST, Manned, members_of, silent, spread
from rushes.engines.animatic.rigs.curled import draw_curled
from rushes.engines.animatic.rigs.ears import draw_ear
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.gait import Gait, Step, bend
from rushes.engines.animatic.rigs.head import centre, draw_head, draw_mane
from rushes.engines.animatic.rigs.hue import dim, mix, rgb, tint
from rushes.engines.animatic.rigs.loads import LOADS, loads_of
from rushes.engines.animatic.rigs.pen import Fill, Pen, Point
from rushes.engines.animatic.rigs.posture import Posture
from rushes.engines.animatic.rigs.postures import (
    at_keys,
    going,
    grazing,
    leaping,
    leg_of,
    lying,
    playing,
    sitting,
    standing,
)
from rushes.engines.animatic.rigs.saddle import BACK, NECK, astride, draw_collar, draw_load, draw_tack
from rushes.engines.animatic.rigs.tail import draw_tail
from rushes.engines.animatic.rigs.trunk import Trunk
from rushes.engines.animatic.rigs.variants import breed_of, grown_down

ACTIONS = frozenset(
    {"stand", "sit", "lie", "walk", "trot", "run", "eat", "sleep", "jump", "play", "look", "talk", "dance"}
)
_AT_KEYS = frozenset({"playing piano", "piano", "pianist"})
_YOUNG = frozenset({"baby", "puppy", "kitten", "cub", "calf", "foal", "young"})
_GAITS: dict[str, Gait] = {"walk": gaits.WALK, "trot": gaits.TROT, "run": gaits.RUN}


@dataclass(frozen=True, slots=True)
class _Act:
    """How the phase of a loop becomes a posture."""

    posture: Callable[[float], Posture]
    poses: int = 48
    rate: float = 12.0
    gait: Gait | None = None
    prop: str = ""
    curled: bool = False


def make(subject: Subject, seed: int) -> Figure:
    breed = breed_of(subject.rig, (subject.noun, *subject.traits))
    size = breed.withers * subject.scale
    if _YOUNG & set(subject.traits):
        breed = grown_down(breed)
        size *= 0.62
    coat = Coat.of(breed, subject)
    act = _acting(breed, subject)
    plays = bool(_AT_KEYS & set(subject.traits))
    if plays:
        act = _Act(lambda phase: at_keys(breed, phase), 48, 24.0)
    loads = loads_of(subject)
    riders = tuple(member for member in members_of(subject) if member not in loads)
    # A team goes in a line before what it pulls.
    team = subject.team if isinstance(subject, Manned) and loads else 1
    apart = size * (breed.long + 0.9 * breed.neck + 1.2)
    behind = size * (0.5 * breed.long + 0.62) + apart * (team - 1) / 2
    # Who plays sits on a stool, with the paws where a piano has its keys.
    seat = max(0.0, 0.62 - 0.55 * size) if plays else 0.0

    def paint(pen: Pen, moment: Moment) -> None:
        if seat > 0:
            _stool(pen, -0.36 * breed.long * size, seat, 0.34 * size)
        for load in loads:
            front = act.posture((moment.phase + 0.37 * (team - 1)) % 1.0)
            draw_load(pen, breed, front, load, behind, apart * (team - 1) / 2, size, moment, metres)
        for number in range(team):
            posture = act.posture((moment.phase + 0.37 * number) % 1.0)
            with pen.turned(apart * (number - (team - 1) / 2), -seat, 0, size):
                if act.curled:
                    draw_curled(pen, breed, coat, moment.phase)
                else:
                    _draw(pen, breed, coat, posture, silent(moment, subject), act.prop)
                if riders:
                    draw_tack(pen, breed, posture)
                if loads:
                    draw_collar(pen, breed, posture)
        posture = act.posture(moment.phase)
        for rider, place in zip(riders, spread(len(riders), *(NECK if breed.crown == "trunk" else BACK)), strict=True):
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

    tall = 1.0 + breed.neck + 2.2 * breed.head + {"antlers": 0.55, "palms": 0.55, "trunk": 0.7}.get(breed.crown, 0.35)
    wide = 0.5 * breed.long + breed.neck + 0.35 + (0.9 if act.prop == "tree" else 0.0)
    speed = act.gait.speed(leg_of(breed) * size) if act.gait is not None else 0.0
    metres = speed * act.poses / act.rate
    longest = max(
        (-load.figure.reach[0] + LOADS[load.subject.rig].hitch[0] for load in loads if load.figure), default=0.0
    )
    high = max((-load.figure.reach[1] for load in loads if load.figure), default=0.0)
    return Figure(
        paint=paint,
        reach=(
            -max(
                size * (0.5 * breed.long + 0.65 + breed.tail_length * 1.55) + apart * (team - 1) / 2,
                behind + longest if loads else 0.0,
            ),
            -max(
                high, seat + size * max(tall, 0.85 + breed.tail_length * 1.9, *(1.1 + 0.75 * TALLEST for _ in riders))
            ),
            apart * (team - 1) / 2
            + size * (wide + breed.head * (2.4 + breed.snout + (0.8 if breed.crown == "trunk" else 0.0))),
            size * 0.18,
        ),
        poses=act.poses,
        poses_per_second=act.rate,
        speed=speed,
        touches=act.gait.touches if act.gait is not None else (),
        talks=True,
        blinks=subject.action != "sleep",
        drift=drift,
    )


def _acting(breed: Breed, subject: Subject) -> _Act:
    action = subject.action
    antic = antic_of(breed, action, subject.traits)
    if antic is not None:
        return _Act(lambda phase: antic.posture(breed, phase), antic.poses, prop=antic.prop)
    if action in _GAITS:
        gait = gaits.HOP if breed.hops and action != "walk" else _GAITS[action]
        gait = replace(gait, frames=round(gait.frames * breed.pace))
        return _Act(lambda phase: going(breed, gait, phase), gait.frames, 24.0, gait)
    if action == "jump":
        return _Act(lambda phase: leaping(breed, phase), 18, 24.0)
    if action in ("play", "dance"):
        return _Act(lambda phase: playing(breed, phase), 36, 24.0)
    if action == "sit":
        return _Act(lambda phase: sitting(breed, phase))
    if action in ("lie", "sleep"):
        rolled = breed.curls and (action == "sleep" or "curled up" in subject.traits)
        return _Act(lambda phase: lying(breed, phase, action == "sleep"), curled=rolled)
    if action == "eat":
        return _Act(lambda phase: grazing(breed, phase))
    return _Act(lambda phase: standing(breed, phase, 16.0 if action == "look" else 4.0))


def _stool(pen: Pen, x: float, high: float, half: float) -> None:
    wood = rgb("#8a5a34")
    with pen.part(puff=0.5, shade=0.0):
        for side in (-0.7, 0.7):
            pen.tube([(x + side * half, -high), (x + side * half * 1.15, -0.02)], [0.05, 0.04], dim(wood, 0.85))
        pen.box(x - half, -high, x + half, -high + 0.06, wood, round=0.02)


def _draw(pen: Pen, breed: Breed, coat: Coat, pose: Posture, moment: Moment, prop: str) -> None:
    trunk = Trunk.of(breed, pose)
    face, mouth = pose.face_degrees, max(pose.mouth, moment.mouth)
    blink = moment.blink or pose.asleep
    skull = centre(breed, trunk.poll)
    turned = math.radians(face)
    reach = breed.head * (0.75 + breed.snout)
    muzzle = (skull[0] + reach * math.cos(turned), skull[1] + reach * math.sin(turned))
    paw = pose.feet[1]

    if prop == "tree":
        fodder.tree(pen, muzzle, moment.phase)
    with pen.part(puff=0.9, shade=0.0, gain=0.86):
        _leg_hind(pen, breed, coat, trunk.at(0.05, -0.15 * trunk.flank), pose.feet[2], pose.folded, 0.66)
        _leg_fore(pen, breed, coat, trunk.at(trunk.length - 0.02, -0.25 * trunk.chest), pose.feet[3], pose, 0.66)
        draw_ear(pen, breed, coat, trunk.poll, face, pose.ear_swing, far=True)
    with pen.part(puff=0.85, shade=0.25):
        root = trunk.at(-0.9 * trunk.chest + 0.4 * breed.rump, 0.55 * trunk.flank - breed.rump)
        draw_tail(pen, breed, coat, root, pose.tail_degrees, pose.tail_swing)
    with pen.part(puff=0.8, shade=0.4):
        hide.base(pen, breed, coat, trunk)
        _leg_hind(pen, breed, coat, trunk.at(-0.02, -0.1 * trunk.flank), pose.feet[0], pose.folded, 1.0)
        _leg_fore(pen, breed, coat, trunk.at(trunk.length, -0.25 * trunk.chest), pose.feet[1], pose, 1.0)
        hide.markings(pen, breed, coat, trunk)
    draw_mane(pen, breed, coat, trunk.throat, trunk.poll, face)
    # The head runs into the neck, so that no seam shows; what wears another face or a mane keeps its edge.
    melt = None
    if breed.mane != "lion" and breed.pattern != "wool":
        # Between the way down the neck and the way back from the muzzle, so that a long jaw stays whole.
        down = (trunk.throat[0] - skull[0], trunk.throat[1] - skull[1])
        far = math.hypot(*down) or 1.0
        back = (1.2 * down[0] / far - 0.8 * math.cos(turned), 1.2 * down[1] / far - 0.8 * math.sin(turned))
        far = math.hypot(*back) or 1.0
        back = (back[0] / far, back[1] / far)
        melt = (
            (skull[0] + 1.02 * breed.head * back[0], skull[1] + 1.02 * breed.head * back[1]),
            (skull[0] + 0.30 * breed.head * back[0], skull[1] + 0.30 * breed.head * back[1]),
        )
    with pen.part(puff=0.8, shade=0.16, melt=melt):
        draw_head(pen, breed, coat, trunk.poll, face, pose.ear_swing, mouth, blink)
    with pen.part(puff=0.8, shade=0.15):
        draw_ear(pen, breed, coat, trunk.poll, face, pose.ear_swing, far=False)
    if prop in fodder.IN_PAW:
        fodder.IN_PAW[prop](pen, (paw.x, paw.y))
    elif prop == "clods":
        fodder.clods(pen, paw.x, moment.phase)
    elif prop == "fish":
        fodder.fish(pen, muzzle, moment.phase)


def _leg_hind(pen: Pen, breed: Breed, coat: Coat, hip: Point, foot: Step, folded: bool, shade: float) -> None:
    leg = leg_of(breed)
    lean = -78.0 if folded and foot.y == 0 else _lean(foot.swing, 18.0, 52.0)
    hock = _above(foot, 0.27 * leg, lean)
    knee = bend(hip, hock, 0.41 * leg, 0.42 * leg, -1)
    if folded and foot.y == 0:
        knee = (max(knee[0], hip[0] + 0.17), max(hip[1] + 0.01, min(knee[1], hock[1] - 0.10)))
    _limb(pen, breed, coat, [hip, knee, hock, (foot.x, foot.y - 0.3 * breed.paw)], 1.35, foot, lean, shade)


def _leg_fore(pen: Pen, breed: Breed, coat: Coat, shoulder: Point, foot: Step, pose: Posture, shade: float) -> None:
    leg = leg_of(breed)
    stretched = pose.stretched
    lean = -82.0 if stretched else _lean(foot.swing, 12.0, 70.0)
    wrist = _above(foot, 0.20 * leg, lean)
    # The elbow is high, against the chest, so that a standing fore leg is straight.
    elbow = bend(shoulder, wrist, 0.22 * leg, 0.53 * leg, 1)
    if stretched:
        elbow = (min(elbow[0], shoulder[0] + 0.02), -0.5 * breed.thigh)
    elif foot.y < -0.3:
        # A paw that is held up hangs from its wrist.
        elbow = bend(shoulder, (foot.x, foot.y), 0.30 * leg, 0.34 * leg, 1)
        wrist = ((elbow[0] + foot.x) / 2, (elbow[1] + foot.y) / 2)
        lean = 10.0
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
    hue: Rgb = dim(coat.leg if breed.pattern != "panda" or heft == 1.0 else coat.main, shade)
    dark: Rgb = dim(coat.dark, shade)
    start, end = points[0], points[-1]
    near = shade == 1.0 and not (breed.pattern == "panda" and heft == 1.0)
    # A near leg rises out of the body without an edge; socks are along the leg, so that they stay socks when it folds.
    covers = [0.0 if near else 1.0, 0.55 if near else 1.0, 1.0, 1.0, 1.0]
    low = max(0.34, 0.96 - breed.sock * 0.9)
    socked = breed.sock > 0
    fill: Fill = pen.ramp(
        start, end, [hue, hue, hue, mix(hue, dark, 0.95) if socked else hue, dark if socked else hue],
        [0, 0.14, 0.33, max(0.36, min(0.98, 0.30 + low * 0.66 if breed.pattern != "panda" else 0.40)), 1], covers,
    )  # fmt: skip
    if breed.pattern == "panda" and heft > 1:
        fill = hue
    pen.tube(points, [breed.thigh * 1.5 * heft, breed.thigh * heft, breed.shin * 1.08, breed.shin * 0.92], fill)
    if breed.pattern == "panda" and heft > 1:
        knee, hock, foot_at = points[1:]
        pen.tube([((knee[0] + start[0]) / 2, (knee[1] + start[1]) / 2), knee, hock, foot_at], [breed.thigh * 0.9, breed.thigh * 1.25, breed.shin * 1.2, breed.shin], dark)  # fmt: skip
    hide.on_leg(pen, breed, coat, points, shade)
    turned = max(0.0, lean) if foot.swing > 0 else 0.0
    sole = dark if socked or breed.hoof else hue
    paw = breed.paw
    with pen.turned(foot.x, foot.y, turned):
        if breed.hoof:
            pen.poly([(-0.55 * paw, -0.95 * paw), (0.55 * paw, -0.95 * paw), (0.95 * paw, 0), (-0.7 * paw, 0)], sole)
            pen.line([(-0.5 * paw, -0.92 * paw), (0.55 * paw, -0.92 * paw)], 0.16 * paw, dim(sole, 0.7), 0.6)
            return
        pen.blob([(-0.75 * paw, -0.05 * paw), (-0.6 * paw, -0.8 * paw), (0.45 * paw, -0.95 * paw), (1.2 * paw, -0.4 * paw), (1.05 * paw, 0)], sole)  # fmt: skip
        if breed.nails:
            for k in range(3):
                pen.oval((-0.05 + 0.42 * k) * paw, -0.13 * paw, 0.17 * paw, 0.14 * paw, tint(sole, 0.45))
        else:
            for k in range(2):
                x = (0.35 + 0.38 * k) * paw
                pen.line([(x, -0.42 * paw), (x + 0.06 * paw, -0.06 * paw)], 0.09 * paw, dim(sole, 0.55), 0.7)
