"""Bodies of people: limbs, clothes and what they hold, drawn from a posture. Lengths are shares of the height; the ground
point at (0, 0), facing right, seen from a little before the side."""

from __future__ import annotations

import math
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.face import draw_face
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.gait import bend
from rushes.engines.animatic.rigs.hue import dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, turn
from rushes.engines.animatic.rigs.props import draw_held, draw_umbrella
from rushes.engines.animatic.rigs.wardrobe import Outfit

UPPER_ARM, FORE_ARM = 0.148, 0.132


@dataclass(frozen=True, slots=True)
class Foot:
    x: float
    y: float  #: of the sole, 0 on the ground
    degrees: float  #: heel up is positive


@dataclass(frozen=True, slots=True)
class Arm:
    """Angles in degrees from hanging down, forwards positive."""

    shoulder: float
    elbow: float


@dataclass(frozen=True, slots=True)
class Stance:
    """A pose of a person. Near is the side towards the viewer."""

    hip: Point
    lean: float  #: degrees forwards
    near_foot: Foot
    far_foot: Foot
    near_arm: Arm
    far_arm: Arm
    nod: float = 0.0  #: degrees, down positive
    flow: float = 0.0  #: -1..1: what hangs (hair, skirts, scarf) swings back and forth
    asleep: bool = False
    seated: bool = False


def draw_person(pen: Pen, outfit: Outfit, pose: Stance, moment: Moment) -> None:
    """The whole person, far side first."""
    hip = pose.hip
    chest = turn((hip[0], hip[1] - outfit.torso), pose.lean, hip)
    shoulder = turn((hip[0] + 0.008, hip[1] - outfit.torso * 0.93), pose.lean, hip)
    neck = turn((hip[0] + 0.012, hip[1] - outfit.torso - 0.02), pose.lean + outfit.stoop, hip)
    knees = []
    far_hand = _hand(shoulder, pose.far_arm)
    near_hand = _hand(shoulder, pose.near_arm)
    if outfit.cape:
        with pen.part(puff=0.5, shade=0.0):
            _cape(pen, outfit, shoulder, pose)
    if outfit.pack:
        with pen.part(puff=0.6, shade=0.0):
            _pack(pen, outfit, hip, chest, pose.lean)
    with pen.part(puff=0.9, shade=0.2, gain=0.86):
        _arm(pen, outfit, (shoulder[0] + 0.03, shoulder[1]), pose.far_arm, 0.72)
        knees.append(_leg(pen, outfit, (hip[0] + 0.012, hip[1]), pose.far_foot, 0.70))
    if outfit.prop and outfit.prop not in ("guitar", "violin", "book"):
        with pen.part(puff=0.5, shade=0.2):
            draw_held(pen, outfit, far_hand, pose.far_arm.shoulder + pose.far_arm.elbow)
    with pen.part(puff=0.85, shade=0.35):
        knees.append(_leg(pen, outfit, hip, pose.near_foot, 1.0))
    with pen.part(puff=0.75, shade=0.35):
        _neck(pen, outfit, chest, neck)
        _torso(pen, outfit, hip, pose, knees)
    # Faces are lit softly: whoever looks away from the light is still to be read.
    with pen.part(puff=0.55, shade=0.3):
        draw_face(pen, outfit, neck, 0.5 * pose.lean + pose.nod, moment, pose.asleep, pose.flow)
    if outfit.scarf:
        with pen.part(puff=0.9, shade=0.3):
            _scarf(pen, outfit, chest, pose.flow)
    if outfit.umbrella:
        with pen.part(puff=0.9, shade=0.2):
            draw_umbrella(pen, outfit, near_hand, neck)
    if outfit.prop in ("guitar", "violin", "book"):
        with pen.part(puff=0.4, shade=0.4):
            draw_held(pen, outfit, (shoulder[0] + 0.06, shoulder[1] + 0.15), 0.0)
    if outfit.cane:
        with pen.part(puff=0.9, shade=0.2):
            pen.line([(near_hand[0] - 0.02, near_hand[1] - 0.02), (near_hand[0] + 0.02, near_hand[1] - 0.025), (near_hand[0] + 0.03, 0.0)], 0.016, rgb("#6a4426"))  # fmt: skip
    with pen.part(puff=0.9, shade=0.45):
        _arm(pen, outfit, shoulder, pose.near_arm, 1.0)


def reach_of(outfit: Outfit) -> tuple[float, float, float, float]:
    """What no pose reaches out of, in metres."""
    wide = 0.68 if outfit.umbrella or outfit.prop or outfit.cape else 0.58
    top = 1.58 if outfit.umbrella or outfit.prop == "balloon" else 1.5
    return (-wide * outfit.tall, -top * outfit.tall, (wide + 0.04) * outfit.tall, 0.09 * outfit.tall)


def _elbow(shoulder: Point, arm: Arm) -> Point:
    angle = math.radians(arm.shoulder)
    return (shoulder[0] + UPPER_ARM * math.sin(angle), shoulder[1] + UPPER_ARM * math.cos(angle))


def _hand(shoulder: Point, arm: Arm) -> Point:
    x, y = _elbow(shoulder, arm)
    angle = math.radians(arm.shoulder + arm.elbow)
    return (x + FORE_ARM * math.sin(angle), y + FORE_ARM * math.cos(angle))


def _sleeve(outfit: Outfit) -> Rgb:
    return outfit.bottom if outfit.kind == "robot" else outfit.top


def _arm(pen: Pen, outfit: Outfit, shoulder: Point, arm: Arm, shade: float) -> None:
    elbow, hand = _elbow(shoulder, arm), _hand(shoulder, arm)
    sleeve = dim(_sleeve(outfit), 0.94 * shade)
    bare = outfit.kind == "human" and (
        outfit.garment in ("tutu",) or (outfit.garment in ("dress", "shirt") and outfit.tall < 1.35)
    )
    skin = dim(outfit.skin, shade)
    g = 0.5 + 0.5 * outfit.girth
    if outfit.kind == "robot":
        pen.tube([shoulder, elbow, hand], [0.034, 0.034, 0.034], sleeve)
        pen.dot(*elbow, 0.030, dim(outfit.top, shade))
        pen.dot(*shoulder, 0.038, dim(outfit.top, shade))
        pen.dot(*hand, 0.033, dim(outfit.shoes, shade))
        return
    if bare:
        pen.tube([shoulder, elbow, hand], [0.058 * g, 0.046 * g, 0.034], skin)
        pen.tube([shoulder, turn(elbow, 0, shoulder)], [0.070 * g, 0.060 * g], sleeve, 1.0)
        cut = (shoulder[0] + 0.55 * (elbow[0] - shoulder[0]), shoulder[1] + 0.55 * (elbow[1] - shoulder[1]))
        pen.tube([elbow, cut], [0.047 * g, 0.05 * g], skin)
    else:
        pen.tube([shoulder, elbow, hand], [0.074 * g, 0.060 * g, 0.048 * g], sleeve)
    glove = {"astronaut": dim(outfit.shoes, shade), "knight": dim(outfit.shoes, shade)}.get(outfit.kind, skin)
    beyond = math.radians(arm.shoulder + arm.elbow)
    pen.oval(hand[0] + 0.016 * math.sin(beyond), hand[1] + 0.016 * math.cos(beyond), 0.027 * g, 0.032 * g, glove)
    if outfit.kind == "astronaut":
        for share in (0.35, 0.7):
            x, y = (elbow[0] + (hand[0] - elbow[0]) * share, elbow[1] + (hand[1] - elbow[1]) * share)
            pen.dot(x, y, 0.034 * g, dim(outfit.top, 0.84 * shade))
    if outfit.kind == "knight":
        pen.dot(*elbow, 0.038, dim(tint(outfit.top, 0.2), shade))
        pen.dot(*shoulder, 0.056, dim(tint(outfit.top, 0.2), shade))


def _leg(pen: Pen, outfit: Outfit, hip: Point, foot: Foot, shade: float) -> Point:
    """Draw a leg; return its knee."""
    ball = (foot.x + 0.035, foot.y)
    heel = (foot.x - 0.035, foot.y)
    pivot = ball if foot.degrees >= 0 else heel
    ankle = turn((foot.x - 0.012, foot.y - 0.048), foot.degrees, pivot)
    bone = (outfit.leg - 0.044) / 2 * 1.012
    knee = bend(hip, ankle, bone, bone, -1)
    cloth, shoe = dim(outfit.bottom, shade), dim(outfit.shoes, shade)
    g = 0.45 + 0.55 * outfit.girth
    if outfit.kind == "robot":
        pen.tube([hip, knee, ankle], [0.05, 0.044, 0.044], dim(cloth, 0.9))
        pen.dot(*knee, 0.036, dim(outfit.top, shade))
    elif outfit.garment == "shirt" and outfit.tall < 1.35 and outfit.kind == "human":
        skin = dim(outfit.skin, shade)
        pen.tube([hip, knee, ankle], [0.11, 0.066, 0.046], skin)
        near = (knee[0] + 0.1 * (hip[0] - knee[0]), knee[1] + 0.1 * (hip[1] - knee[1]))
        pen.tube([hip, near], [0.125, 0.095], cloth)
    else:
        pen.tube(
            [hip, knee, ankle],
            [0.118 * g, 0.084 * g, 0.058 * g],
            pen.ramp((0, hip[1]), (0, 0), [cloth, dim(cloth, 0.85)]),
        )
    if outfit.kind == "knight":
        pen.dot(*knee, 0.046, dim(tint(outfit.bottom, 0.2), shade))
    if outfit.kind == "astronaut":
        pen.dot(*knee, 0.050, dim(outfit.bottom, 0.86 * shade))
    big = 1.25 if outfit.kind in ("robot", "astronaut") else 1.0
    with pen.turned(*pivot, foot.degrees, 1.0):
        dx = foot.x - pivot[0]
        pen.blob(
            [(dx - 0.045, -0.002), (dx - 0.050, -0.045 * big), (dx - 0.012, -0.064 * big), (dx + 0.030, -0.050), (dx + 0.082 * big, -0.026), (dx + 0.086 * big, -0.001)],
            shoe, tight=0.8,
        )  # fmt: skip
    return knee


def _neck(pen: Pen, outfit: Outfit, chest: Point, neck: Point) -> None:
    tone = {"robot": outfit.bottom, "astronaut": outfit.top, "knight": outfit.bottom}.get(
        outfit.kind, dim(outfit.skin, 0.9)
    )
    pen.tube([(chest[0] + 0.004, chest[1] + 0.03), (neck[0], neck[1] - 0.02)], [0.062, 0.054], tone)


def _torso(pen: Pen, outfit: Outfit, hip: Point, pose: Stance, knees: list[Point]) -> None:
    g, long = outfit.girth, outfit.torso
    top = outfit.top

    def at(up: float, forward: float) -> Point:
        """A point of the trunk: `up` 0 at the hip, 1 at the shoulders."""
        return turn((hip[0] + forward * g, hip[1] - up * long), pose.lean, hip)

    shade = [dim(top, 0.84), top, tint(top, 0.10)]
    fill = pen.ramp(at(0.5, -0.09), at(0.5, 0.10), shade)
    if outfit.kind == "robot":
        corners = [at(1.02, -0.085), at(1.02, 0.085), at(0.05, 0.075), at(0.05, -0.075)]
        pen.blob(corners, fill, tight=0.35)
        pen.blob([at(0.85, -0.02), at(0.85, 0.06), at(0.5, 0.06), at(0.5, -0.02)], dim(outfit.shoes, 0.8), tight=0.3)
        for k, hue in enumerate((outfit.accent, rgb("#f0b040"), rgb("#e8584c"))):
            pen.dot(*at(0.68, -0.002 + 0.022 * k), 0.0085, hue)
        return
    bust = 0.012 if outfit.garment in ("dress", "tutu") or outfit.hair_style in ("long", "bob", "tail", "bun") else 0.0
    front = [at(0.98, 0.045), at(0.78, 0.083 + bust), at(0.45, 0.066), at(0.0, 0.074), at(-0.12, 0.055)]
    back = [at(-0.12, -0.068), at(0.0, -0.078), at(0.45, -0.060), at(0.80, -0.082), at(1.0, -0.045)]
    if outfit.garment in ("dress", "robe", "coat", "tutu"):
        _skirt(pen, outfit, hip, pose, knees, at)
    pen.blob([*front, *back, at(1.06, 0.0)], fill)
    if outfit.kind == "astronaut":
        pen.blob([at(0.78, 0.0), at(0.78, 0.075), at(0.48, 0.07), at(0.48, 0.0)], dim(top, 0.8), tight=0.4)
        for k, hue in enumerate((outfit.accent, rgb("#3d78c9"), rgb("#e0b040"))):
            pen.dot(*at(0.64, 0.014 + 0.02 * k), 0.007, hue)
        pen.tube([at(0.06, -0.075), at(0.03, 0.0), at(0.06, 0.075)], [0.028, 0.028, 0.028], dim(top, 0.78))
        return
    if outfit.kind == "knight":
        pen.blob(
            [at(0.95, -0.03), at(0.95, 0.05), at(0.2, 0.075), at(-0.35, 0.07), at(-0.32, -0.06), at(0.2, -0.05)],
            outfit.accent,
            tight=0.4,
        )
        pen.tube([at(0.06, -0.072), at(0.03, 0.0), at(0.06, 0.072)], [0.022, 0.022, 0.022], rgb("#6a4426"))
        return
    if outfit.garment in ("jacket", "coat"):
        pen.line([at(1.0, 0.052), at(0.6, 0.070), at(-0.05, 0.058)], 0.008, dim(top, 0.62), 0.8)
        pen.poly([at(1.05, 0.012), at(0.98, 0.058), at(0.72, 0.076)], mix(outfit.accent, tint(top, 0.5), 0.3))
        for k in range(3):
            pen.dot(*at(0.56 - 0.22 * k, 0.052), 0.0065, dim(top, 0.55))
    if outfit.garment in ("robe", "dress", "coat") or outfit.hat == "santa":
        pen.tube([at(0.22, -0.064), at(0.18, 0.0), at(0.22, 0.068)], [0.022, 0.022, 0.022], dim(outfit.accent, 0.8) if outfit.hat != "santa" else rgb("#26222a"))  # fmt: skip


def _skirt(pen: Pen, outfit: Outfit, hip: Point, pose: Stance, knees: list[Point], at) -> None:  # type: ignore[no-untyped-def]  # a local function of the caller
    if outfit.garment == "tutu":
        x, y = at(0.08, 0.0)
        for k in range(3):
            pen.oval(
                x,
                y + 0.008 * k,
                0.17 - 0.016 * k,
                0.032,
                tint(outfit.top, 0.25 + 0.15 * k),
                0.9,
                degrees=pose.lean + 4 * pose.flow,
            )
        return
    long = {"dress": 0.55, "coat": 0.42, "robe": 0.92}[outfit.garment] * outfit.leg * (0.4 if pose.lean > 40 else 1.0)
    share = long / outfit.leg
    hem = hip[1] + long if not pose.seated else max(knee[1] for knee in knees) + 0.06
    front = max(knee[0] for knee in knees) * min(1.0, share * 1.6) + 0.058 + 0.03 * share
    behind = min(knee[0] for knee in knees) * min(1.0, share * 1.6) - 0.066 - 0.05 * share + 0.02 * pose.flow
    hue = dim(outfit.top, 0.96)
    fill = pen.ramp((behind, 0), (front, 0), [dim(hue, 0.78), hue, tint(hue, 0.08)])
    middle = (front + behind) / 2
    pen.blob([at(0.30, 0.055), at(0.02, 0.076), (front, hem - 0.012), (middle, hem + 0.012), (behind, hem), at(0.02, -0.080), at(0.30, -0.055)], fill, tight=0.75)  # fmt: skip
    if outfit.hat == "santa":
        pen.tube([(front, hem - 0.012), (middle, hem + 0.010), (behind, hem)], [0.045, 0.045, 0.045], rgb("#f6f4f2"))


def _cape(pen: Pen, outfit: Outfit, shoulder: Point, pose: Stance) -> None:
    x, y = shoulder
    out = 0.18 + 0.05 * pose.flow + 0.004 * pose.lean
    flat = pose.lean > 40
    hem = y + outfit.torso + outfit.leg * 0.72
    if not flat:
        hem = min(hem, -0.03)
    hue = outfit.accent if outfit.hat != "crown" else rgb("#a8283c")
    # In flight it streams behind.
    with pen.turned(x, y, 62 + 4 * pose.flow if flat else 0.0):
        pen.canvas.translate(-x, -y)
        pen.blob([(x + 0.02, y - 0.03), (x - 0.05, y - 0.02), (x - 0.10, y + 0.2), (x - out, hem - 0.02 * pose.flow), (x - 0.03, hem + 0.01), (x + 0.01, y + 0.3)], pen.ramp((x - out, 0), (x, 0), [hue, dim(hue, 0.7)]), tight=0.8)  # fmt: skip


def _pack(pen: Pen, outfit: Outfit, hip: Point, chest: Point, lean: float) -> None:
    hue = dim(outfit.top, 0.78) if outfit.kind == "astronaut" else rgb("#7a5a34")
    with pen.turned(hip[0] - 0.055 * outfit.girth, hip[1] - 0.12, lean):
        pen.box(-0.10, -0.20, 0.05, 0.10, hue, round=0.03)
        pen.box(-0.092, -0.06, -0.03, 0.06, dim(hue, 0.75), round=0.015)


def _scarf(pen: Pen, outfit: Outfit, chest: Point, flow: float) -> None:
    x, y = chest
    hue = outfit.accent
    pen.tube(
        [(x - 0.02, y), (x - 0.12, y + 0.03 + 0.012 * flow), (x - 0.23, y + 0.05 - 0.03 * flow)],
        [0.045, 0.045, 0.055],
        dim(hue, 0.9),
    )
    pen.tube([(x - 0.055, y - 0.012), (x + 0.005, y + 0.006), (x + 0.062, y - 0.012)], [0.042, 0.046, 0.042], hue)
