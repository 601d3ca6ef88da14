"""Monkeys and apes: on their knuckles, sitting upright, drumming on the chest, hanging by one hand. In lengths of the trunk."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import fur, muzzles
from rushes.engines.animatic.rigs import gait as gaits
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.gait import Gait, bend
from rushes.engines.animatic.rigs.hue import dim, lightness, mix, rgb, tint
from rushes.engines.animatic.rigs.muzzles import Primate
from rushes.engines.animatic.rigs.pen import Pen, Point, closed, spline
from rushes.engines.animatic.rigs.primate_postures import (
    Pose,
    branch_of,
    climbing,
    clinging,
    eating,
    going,
    hanging,
    sitting,
    slung,
    standing,
    stride,
    upright,
)

ACTIONS = frozenset(
    {"stand", "sit", "lie", "walk", "trot", "run", "eat", "sleep", "jump", "play", "look", "talk", "dance"}
)
#: Gaits on all fours; hands and feet go equally far.
GAITS = {
    "walk": replace(gaits.WALK, frames=28),
    "trot": replace(gaits.TROT, frames=18),
    "run": replace(gaits.RUN, frames=15, bounce=0.07),
}
_HANGS = frozenset({"hanging", "swinging", "climbing"})
#: What a sloth does under its branch.
_SLOTHFUL = frozenset({"stand", "look", "sleep", "eat", "talk", "lie", "play"})
_YOUNG = frozenset({"baby", "young", "cub"})


@dataclass(frozen=True, slots=True)
class _Act:
    pose: Callable[[Primate, float], Pose]
    poses: int = 48
    rate: float = 12.0
    gait: Gait | None = None


PRIMATES: dict[str, Primate] = {
    "monkey": Primate(
        0.40, "#86613f", "#d3b48c", "#e6c4a0", chest=0.50, hips=0.52, arm=1.16, leg=1.20, arm_thick=0.17, leg_thick=0.22, head=0.43,
        tail=1.9, ear=0.40, fur=0.05, face="heart",
    ),
    "chimpanzee": Primate(
        0.56, "#2f2a2b", "#3a3334", "#b98f72", chest=0.66, hips=0.58, arm=1.28, leg=1.02, arm_thick=0.23, leg_thick=0.27, head=0.38,
        ear=0.46, fur=0.06, face="ape", knuckles=True,
    ),
    "gorilla": Primate(
        0.86, "#33323a", "#3d3b42", "#4a464c", chest=1.04, hips=0.80, arm=1.22, leg=0.88, arm_thick=0.38, leg_thick=0.34, head=0.36,
        ear=0.17, fur=0.06, face="gorilla", knuckles=True, saddle="#8f9299",
    ),
    "orangutan": Primate(
        0.66, "#b4572a", "#a34a22", "#7a5a4e", chest=0.74, hips=0.74, arm=1.42, leg=0.88, arm_thick=0.26, leg_thick=0.28, head=0.37,
        ear=0.16, fur=0.15, face="orang", knuckles=True,
    ),
    "baboon": Primate(
        0.52, "#8d8168", "#a59a80", "#4c4244", chest=0.62, hips=0.48, arm=1.10, leg=1.08, arm_thick=0.19, leg_thick=0.22, head=0.36,
        tail=1.0, ear=0.22, fur=0.08, face="dog",
    ),
    "lemur": Primate(
        0.34, "#a39c94", "#e9e4da", "#f4f1ea", chest=0.48, hips=0.54, arm=1.02, leg=1.22, arm_thick=0.16, leg_thick=0.22, head=0.40,
        tail=2.2, ear=0.36, fur=0.06, face="lemur", rings="#26242a",
    ),
    "koala": Primate(
        0.42, "#9b9da4", "#eceae8", "#3a363a", chest=0.72, hips=0.80, arm=0.86, leg=0.66, arm_thick=0.26, leg_thick=0.30, head=0.46,
        ear=0.44, fur=0.08, face="koala",
    ),
    "sloth": Primate(
        0.56, "#9a8468", "#b8a284", "#e6d3b2", chest=0.60, hips=0.62, arm=1.30, leg=1.00, arm_thick=0.24, leg_thick=0.26, head=0.36,
        ear=0.0, fur=0.13, face="sloth",
    ),
}  # fmt: skip
WORDS: dict[str, tuple[float, tuple[str, ...]]] = {
    "monkey": (0.80, ("monkey", "macaque", "capuchin", "marmoset", "tamarin", "spider monkey", "snow monkey", "gibbon", "japanese macaque", "rhesus monkey", "squirrel monkey")),
    "chimpanzee": (1.05, ("chimpanzee", "chimp", "bonobo")),
    "gorilla": (1.50, ("gorilla", "ape", "silverback", "king kong")),
    "orangutan": (1.25, ("orangutan", "orang utan")),
    "baboon": (0.85, ("baboon", "mandrill")),
    "lemur": (0.70, ("lemur",)),
    "koala": (0.75, ("koala", "koala bear")),
    "sloth": (1.10, ("sloth", "three toed sloth", "two toed sloth")),
}  # fmt: skip
#: What a noun changes of the measures of its rig.
_VARIANTS: dict[str, dict[str, object]] = {
    "capuchin": {"coat": "#4a342a", "belly": "#e0cba8", "skin": "#efd3b6", "cap": "#2f211c"},
    "snow monkey": {"coat": "#b8a68c", "belly": "#d8cbb4", "skin": "#d98778", "tail": 0.2, "fur": 0.12},
    "japanese macaque": {"coat": "#b8a68c", "belly": "#d8cbb4", "skin": "#d98778", "tail": 0.2, "fur": 0.12},
    "macaque": {"coat": "#a08660", "belly": "#d8c8a8", "skin": "#e0a894", "tail": 1.0},
    "gibbon": {"coat": "#3a2e2a", "belly": "#4a3c36", "skin": "#4a3c3a", "arm": 1.7, "tail": 0.0, "fur": 0.08},
    "tamarin": {"coat": "#d9822c", "belly": "#e09a48", "fur": 0.12, "trunk": 0.3},
    "marmoset": {"coat": "#8a857c", "belly": "#cfc8ba", "trunk": 0.3, "fur": 0.09},
    "mandrill": {"skin": "#3f66b0", "blaze": "#d63a34", "coat": "#6a6440"},
    "king kong": {"saddle": "", "coat": "#2c2826"},
}


def make(subject: Subject, seed: int) -> Figure:
    primate = PRIMATES[subject.rig]
    for noun in (subject.noun, *subject.traits):
        primate = replace(primate, **_VARIANTS.get(noun, {}))  # type: ignore[arg-type]  # rows of fields, as data
    size = primate.trunk * subject.scale
    if _YOUNG & set(subject.traits):
        primate, size = (
            replace(primate, head=primate.head * 1.25, saddle="", arm_thick=primate.arm_thick * 1.1),
            size * 0.6,
        )
    if subject.colour is not None:
        primate = _dyed(primate, subject.colour)
    hangs = bool(_HANGS & set(subject.traits)) or (subject.rig == "sloth" and subject.action in _SLOTHFUL)
    act = _acting(primate, subject, hangs)

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            _draw(pen, primate, act.pose(primate, moment.phase), moment)

    drift: Callable[[float], Drift] | None = None
    if subject.action == "jump" and not hangs:

        def drift(t: float) -> Drift:
            u = (t / 0.75) % 1
            return Drift(0.0, -1.3 * size * 4 * u * (1 - u))

    speed = act.gait.speed(stride(primate) * size) if act.gait is not None else 0.0
    high = branch_of(primate) + 0.6 if hangs else 1.1 * primate.leg + 1.5 + max(2.4 * primate.head, 0.9 * primate.arm)
    back = max(1.3, 0.9 + 0.85 * primate.tail)
    return Figure(
        paint=paint,
        reach=(-size * max(back, 2.2 if hangs else 0.0), -size * high, size * (2.8 if hangs else 2.3), 0.24 * size),
        poses=act.poses,
        poses_per_second=act.rate,
        speed=speed,
        touches=act.gait.touches if act.gait is not None else (),
        talks=True,
        blinks=subject.action != "sleep",
        drift=drift,
    )


def _dyed(primate: Primate, colour: str) -> Primate:
    main = rgb(colour)
    if lightness(main) < 0.12:
        main = mix(main, (0.30, 0.28, 0.30), 0.55)
    hexed = "#" + "".join(f"{round(255 * part):02x}" for part in main)
    pale = "#" + "".join(f"{round(255 * part):02x}" for part in tint(main, 0.35))
    return replace(primate, coat=hexed, belly=pale, saddle="", cap="")


def _acting(primate: Primate, subject: Subject, hangs: bool) -> _Act:
    action = subject.action
    if hangs and "climbing" in subject.traits:
        return _Act(climbing, 40, 24.0)
    if hangs and primate.face == "koala":
        return _Act(lambda m, phase: clinging(m, phase, action == "sleep"))
    if hangs and primate.face == "sloth":
        return _Act(lambda m, phase: slung(m, phase, action == "sleep"), 60)
    if hangs:
        wide = 17.0 if "swinging" in subject.traits or action in ("play", "run", "jump") else 6.0
        return _Act(lambda m, phase: hanging(m, phase, wide), 60, 24.0)
    gait = GAITS.get(action)
    if gait is not None:
        gait = replace(gait, frames=round(gait.frames * (1.0 + 0.35 * max(0.0, primate.trunk - 0.5))))
        return _Act(lambda m, phase: going(m, gait, phase), gait.frames, 24.0, gait)
    if action == "eat":
        own = "leaf" if primate.face in ("koala", "sloth") else "banana"
        food = next((trait.removeprefix("eating ") for trait in subject.traits if trait.startswith("eating ")), own)
        return _Act(lambda m, phase: eating(m, phase, food))
    if action in ("play", "dance", "jump") or ("roaring" in subject.traits and action == "talk"):
        drums = primate.knuckles and action != "jump"
        return _Act(lambda m, phase: upright(m, phase, drums), 36, 24.0)
    if action in ("sleep", "lie"):
        return _Act(lambda m, phase: sitting(m, phase, 3.0, asleep=action == "sleep"))
    if action == "stand" and primate.knuckles and "sitting" not in subject.traits:
        return _Act(standing)
    return _Act(lambda m, phase: sitting(m, phase, 12.0 if action == "look" else 5.0))


def _draw(pen: Pen, m: Primate, pose: Pose, moment: Moment) -> None:
    main, skin = rgb(m.coat), rgb(m.skin)
    axis = math.atan2(pose.shoulder[1] - pose.hip[1], pose.shoulder[0] - pose.hip[0])
    along, front = (math.cos(axis), math.sin(axis)), (-math.sin(axis), math.cos(axis))
    if pose.flipped:
        front = (-front[0], -front[1])

    def at(u: float, v: float) -> Point:
        """A point of the trunk: u along it from the hip, v to its front."""
        return (pose.hip[0] + u * along[0] + v * front[0], pose.hip[1] + u * along[1] + v * front[1])

    if pose.prop == "branch":
        muzzles.branch(pen, (0.0, -branch_of(m)))
    elif pose.prop == "trunk":
        muzzles.trunk(pen, 0.34)
    with pen.part(puff=0.9, shade=0.0, gain=0.86):
        _leg(pen, m, at(0.04, 0.16), pose.feet[1], pose.lifted[1], dim(main, 0.72), dim(skin, 0.78))
        if not pose.grips[1] or pose.grips[0]:
            _arm(pen, m, at(0.94, 0.18), pose.hands[1], pose, 1, dim(main, 0.72), dim(skin, 0.78))
    if m.tail > 0:
        with pen.part(puff=0.9, shade=0.1):
            _tail(pen, m, at(-0.10, -0.30 * m.hips), axis, pose, main)
    with pen.part(puff=0.85, shade=0.35), pen.within(_above_ground(pose)):
        _trunk(pen, m, at, main, along, flipped=pose.flipped)
        _leg(pen, m, at(0.02, 0.02), pose.feet[0], pose.lifted[0], main, skin)
    neck = at(1.02, 0.10)
    if not pose.before:
        with pen.part(puff=0.9, shade=0.3):
            _arm(pen, m, at(0.90, -0.02), pose.hands[0], pose, 0, main, skin)
    with pen.part(puff=0.85, shade=0.25):
        muzzles.draw_face(
            pen, m, muzzles.skull_of(m, neck), pose.head, max(pose.mouth, moment.mouth), moment.blink or pose.asleep
        )
    if pose.prop not in ("", "branch", "trunk"):
        muzzles.food(pen, pose.hands[0], pose.prop)
    if pose.before:
        with pen.part(puff=0.9, shade=0.3):
            _arm(pen, m, at(0.90, -0.02), pose.hands[0], pose, 0, main, skin)


def _above_ground(pose: Pose) -> skia.Path:
    """Where hair may be: it does not hang into the ground."""
    path = skia.Path()
    path.addRect(skia.Rect.MakeLTRB(-9.0, -9.0, 9.0, 0.0 if pose.prop not in ("branch", "trunk") else 9.0))
    return path


def _trunk(
    pen: Pen, m: Primate, at: Callable[[float, float], Point], main: Rgb, along: Point, *, flipped: bool
) -> None:
    c, h = m.chest / 2, m.hips / 2
    outline = [
        at(-0.26, -0.45 * h), at(0.00, -1.0 * h), at(0.45, -0.5 * (c + h)), at(0.86, -1.0 * c), at(1.10, -0.62 * c), at(1.18, 0.10 * c),
        at(1.02, 0.80 * c), at(0.70, 1.0 * c), at(0.30, 0.55 * (c + h)), at(-0.02, 1.04 * h), at(-0.24, 0.55 * h),
    ]  # fmt: skip
    belly = rgb(m.belly)

    def hue(point: Point) -> Rgb:
        return tint(main, 0.05)

    fur.edge(
        pen,
        fur.ring(outline[::-1] if flipped else outline),
        max(0.035, 0.5 * m.fur),
        m.fur,
        hue,
        back=(-along[0], -along[1] + 0.2),
    )
    path = closed(outline)
    pen.fill(path, pen.ramp(at(0.4, -c), at(0.4, c), [tint(main, 0.05), main, dim(main, 0.94)]))
    with pen.within(path):
        if m.saddle:
            pen.blob([at(-0.4, -1.3 * h), at(0.50, -1.4 * c), at(0.62, -0.55 * c), at(0.2, -0.1 * c), at(-0.3, 0.0)], rgb(m.saddle), 0.75)  # fmt: skip
        pen.blob([at(-0.1, 1.3 * h), at(0.10, 0.30 * h), at(0.55, 0.32 * c), at(0.88, 0.50 * c), at(0.90, 1.3 * c)], belly, 0.85)  # fmt: skip
        fur.nap(
            pen, lambda u, v: at(1.15 - 1.35 * u, (2 * v - 1) * c), 44, 0.07, (tint(main, 0.28), dim(main, 0.72)), 0.25
        )  # fmt: skip


def _tail(pen: Pen, m: Primate, root: Point, axis: float, pose: Pose, main: Rgb) -> None:
    """Up behind the back in a long curve, its end curled."""
    t = m.tail
    level = max(0.0, math.cos(axis))  # 1 on all fours
    lift = min(0.62, -root[1] - 0.08)
    points = [
        root, (root[0] - 0.24 * t, root[1] + (1 - level) * 0.6 * lift - 0.06 * t * level), (root[0] - 0.46 * t, root[1] - 0.20 * t + 0.02 * pose.tail),
        (root[0] - 0.50 * t + 0.03 * pose.tail, root[1] - 0.54 * t), (root[0] - 0.36 * t + 0.05 * pose.tail, root[1] - 0.74 * t),
        (root[0] - 0.24 * t + 0.05 * pose.tail, root[1] - 0.62 * t),
    ]  # fmt: skip
    if t < 0.5:
        points = points[:3]
    wide = 0.17 if m.rings else 0.12
    widths = [wide, wide * 1.05, wide, wide * 0.95, wide * 0.8, wide * 0.55]
    pen.tube(points, widths[: len(points)], dim(main, 0.94) if not m.rings else rgb(m.belly))
    if m.rings:
        line = spline(points, 12)
        for k in range(2, len(line) - 1, 8):
            (x, y), (x2, y2) = line[k], line[min(len(line) - 1, k + 3)]
            pen.tube([(float(x), float(y)), (float(x2), float(y2))], [wide * 1.08, wide * 1.02], rgb(m.rings))


def _leg(pen: Pen, m: Primate, hip: Point, foot: Point, lifted: float, hue: Rgb, skin: Rgb) -> None:
    ankle = (foot[0] - 0.03, foot[1] - 0.11)
    knee = bend(hip, ankle, 0.52 * m.leg, 0.50 * m.leg, -1)
    w = m.leg_thick
    pen.tube([hip, knee, ankle], [1.7 * w, 1.05 * w, 0.70 * w], hue)
    if m.fur > 0.03:
        _fringe(pen, [hip, knee, ankle], 0.48 * w, m.fur, hue)
    k = 0.55 * w / 0.24
    with pen.turned(foot[0], foot[1], 42 * lifted):
        pen.blob([(-0.16 * k, -0.01), (-0.15 * k, -0.12 * k), (0.06 * k, -0.17 * k), (0.36 * k, -0.10 * k), (0.42 * k, -0.03 * k), (0.38 * k, 0.0)], skin)  # fmt: skip
        for toe in range(3):
            x = (0.16 + 0.10 * toe) * k
            pen.line([(x, -0.10 * k), (x + 0.03 * k, -0.015)], 0.022 * k, dim(skin, 0.62), 0.7)


def _arm(pen: Pen, m: Primate, shoulder: Point, hand: Point, pose: Pose, side: int, hue: Rgb, skin: Rgb) -> None:
    w = m.arm_thick
    grips = pose.grips[side]
    raised = hand[1] < shoulder[1] - 0.2
    planted = pose.fists and hand[1] > -0.75 * m.arm
    wrist = (hand[0], hand[1] + 0.10) if grips else (hand[0] - 0.02, hand[1] - (0.13 if planted else 0.0))
    elbow = bend(shoulder, wrist, 0.50 * m.arm, 0.49 * m.arm, -1 if raised else 1)
    pen.tube([shoulder, elbow, wrist], [1.35 * w, 1.0 * w, 0.78 * w], hue)
    if m.fur > 0.03:
        _fringe(pen, [shoulder, elbow, wrist], 0.45 * w, m.fur * 1.1, hue)
    k = w / 0.22
    x, y = hand
    if grips:
        pen.oval(x, y, 0.12 * k, 0.10 * k, skin)
        for finger in range(3):
            pen.tube([(x - 0.08 + 0.07 * finger, y - 0.08), (x - 0.07 + 0.07 * finger, y + 0.05)], [0.06 * k, 0.055 * k], tint(skin, 0.05))  # fmt: skip
        return
    if pose.fists:
        dark = dim(skin, 0.92)
        pen.blob([(x - 0.12 * k, y), (x - 0.13 * k, y - 0.17 * k), (x + 0.02 * k, y - 0.22 * k), (x + 0.15 * k, y - 0.14 * k), (x + 0.15 * k, y)], dark)  # fmt: skip
        for finger in range(3):
            pen.line([(x - 0.03 * k + 0.06 * k * finger, y - 0.11 * k), (x - 0.03 * k + 0.06 * k * finger, y - 0.015)], 0.02 * k, dim(skin, 0.6), 0.7)  # fmt: skip
        return
    way = math.degrees(math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]))
    low = hand[1] > -0.35 * m.arm and hand[1] > shoulder[1] + 0.5 * m.arm
    if low:
        with pen.turned(x, y):
            pen.blob([(-0.10 * k, 0.0), (-0.09 * k, -0.12 * k), (0.05 * k, -0.15 * k), (0.24 * k, -0.08 * k), (0.27 * k, 0.0)], skin)  # fmt: skip
        return
    with pen.turned(x, y, way):
        pen.oval(0.02 * k, 0.0, 0.12 * k, 0.10 * k, skin)
        for finger in range(4):
            spread = -26 + 17 * finger if raised else 10 + 13 * finger
            with pen.turned(0.06 * k, 0.0, spread):
                pen.tube([(0.03 * k, 0.0), (0.20 * k, 0.015 * k)], [0.062 * k, 0.05 * k], skin)
        with pen.turned(0.0, 0.0, -74):
            pen.tube([(0.04 * k, 0.0), (0.13 * k, 0.0)], [0.06 * k, 0.05 * k], skin)


def _fringe(pen: Pen, points: list[Point], half: float, length: float, hue: Rgb) -> None:
    """Hair along the back of a limb."""
    line = np.asarray(spline(points, 9))
    ways = np.gradient(line, axis=0)
    ways /= np.maximum(1e-9, np.linalg.norm(ways, axis=1, keepdims=True))
    for number in range(2, len(line) - 2):
        (x, y), (dx, dy) = line[number], ways[number]
        thin = half * (1.25 - 0.45 * number / len(line))
        long = length * (0.7 + 0.3 * ((number * 0.618) % 1))
        for side in (-1.0, 1.0):
            ex, ey = x - dy * side * thin * 0.8, y + dx * side * thin * 0.8
            tip = (ex - dy * side * 0.55 * long + dx * long, ey + dx * side * 0.55 * long + dy * long)
            pen.poly(
                [(ex - 0.5 * half * dx, ey - 0.5 * half * dy), (ex + 0.5 * half * dx, ey + 0.5 * half * dy), tip], tint(hue, 0.04) if number % 2 else dim(hue, 0.94)
            )  # fmt: skip
