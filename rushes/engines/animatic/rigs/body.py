"""Bodies of people: limbs, clothes and what they hold, drawn from a stance and seen from any side. Lengths are shares of the
height; the ground point is (0, 0)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from rushes.engines.animatic.rigs import props
from rushes.engines.animatic.rigs.drapery import (  # fmt: skip
    FLARED,
    draw_cape,
    draw_pack,
    draw_scarf,
    draw_skirt,
    draw_straps,
    draw_tutu,
)
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.garments import Trunk, draw_trunk, shoulder_width
from rushes.engines.animatic.rigs.heads import draw_hair_behind, draw_head, globe_of
from rushes.engines.animatic.rigs.hue import dim
from rushes.engines.animatic.rigs.limbs import draw_arm, draw_leg
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.stance import SIDE, Arm, Foot, Limb, Stance, View, arm_of, frame_of, leg_of, plus

__all__ = ["Arm", "Foot", "Stance", "View", "draw_person", "reach_of"]

#: What is drawn, by its depth: the farthest first.
_Layer = tuple[float, Callable[[], None]]
HIPS = 0.040
#: No limb is thicker to one side with what it wears, its shoe or its hand.
BULK = 0.20


def draw_person(pen: Pen, outfit: Outfit, pose: Stance, moment: Moment, view: View = SIDE) -> None:
    """The whole person, what is farthest first."""
    seen = view.turned(pose.turn)
    frame = frame_of(pose, outfit.torso)
    trunk = Trunk(outfit, frame, seen)
    globe = globe_of(pose, view)
    hips = HIPS * (0.5 + 0.5 * outfit.girth) * (0.9 if outfit.age in ("baby", "child") else 1.0)
    arms = {side: arm_of(pose, frame, side, shoulder_width(outfit)) for side in (-1, 1)}
    legs = {side: leg_of(pose, side, outfit.leg, hips) for side in (-1, 1)}
    neck = _neck(seen, trunk)
    middle = seen.depth(frame.at(0.5))
    layers: list[_Layer] = []

    def unseen(limb: Limb) -> bool:
        return pen.misses([seen.point(place) for place in (limb.root, limb.joint, limb.end)], BULK)

    def arm(side: int) -> None:
        depth = seen.depth(arms[side].root)
        with pen.part(puff=0.9, shade=0.28 if depth > middle else 0.15, gain=1.0 if depth >= middle - 0.03 else 0.88):
            if not unseen(arms[side]):
                draw_arm(pen, outfit, arms[side], pose.near_arm if side > 0 else pose.far_arm, seen, 1.0, side)

    def leg(side: int) -> None:
        with pen.part(puff=0.85, shade=0.3, gain=1.0 if seen.depth(legs[side].root) >= middle - 0.02 else 0.86):
            if not unseen(legs[side]):
                draw_leg(pen, outfit, legs[side], pose.near_foot if side > 0 else pose.far_foot, seen, 1.0, side)

    def body() -> None:
        with pen.part(puff=0.75, shade=0.35):
            _draw_neck(pen, outfit, seen, trunk, neck)
            if outfit.garment in FLARED:
                draw_skirt(pen, trunk, pose, [legs[side].joint for side in (-1, 1)])
            draw_trunk(pen, trunk, pose)
            if outfit.garment == "tutu":
                draw_tutu(pen, trunk, pose)
            if outfit.pack:
                draw_straps(pen, trunk)
        if outfit.scarf:
            with pen.part(puff=0.9, shade=0.3):
                draw_scarf(pen, trunk, pose)

    def head() -> None:
        # Faces are lit softly: whoever looks away from the light is still to be read.
        with pen.part(puff=0.55, shade=0.3):
            draw_head(pen, outfit, neck, pose, globe, moment)

    def behind() -> None:
        with pen.part(puff=0.6, shade=0.25):
            draw_hair_behind(pen, outfit, neck, pose, globe)

    for side in (-1, 1):
        step = legs[side]
        layers.append((_arm_depth(seen, arms[side], middle), partial(arm, side)))
        low = seen.depth(step.joint) if pose.seated else seen.depth(step.root)
        skirted = outfit.garment in FLARED and outfit.garment != "coat"
        layers.append((min(low, middle - 0.002) if skirted or not pose.seated else low - 0.05, partial(leg, side)))
    layers.append((middle, body))
    layers.append((middle + 0.012, head))
    back = seen.depth(frame.at(0.9, -0.10)) - seen.depth(frame.at(0.9))
    layers.append((middle + (0.02 if back > 0.045 else -0.06), behind))
    if outfit.cape:
        layers.append((middle + (0.016 if back > 0.03 else -0.07), lambda: _part(pen, 0.5, lambda: draw_cape(pen, trunk, pose))))  # fmt: skip
    if outfit.pack:
        layers.append((middle + (0.018 if back > 0.03 else -0.065), lambda: _part(pen, 0.6, lambda: draw_pack(pen, trunk))))  # fmt: skip
    layers += props.held(pen, outfit, pose, seen, frame, arms, middle, moment)
    ordered = [draw for _, draw in sorted(layers, key=lambda layer: layer[0])]
    face = ordered.index(head)

    def under() -> None:
        for draw in ordered[:face]:
            draw()

    pen.first(under)
    for draw in ordered[face:]:
        draw()


def _arm_depth(view: View, limb: Limb, middle: float) -> float:
    """Before or behind the trunk: an arm whose hand is in front of a body that looks away is behind it."""
    hand, elbow, root = view.depth(limb.end), view.depth(limb.joint), view.depth(limb.root)
    depth = 0.45 * hand + 0.35 * elbow + 0.2 * root
    return depth if abs(depth - middle) > 0.012 else middle + (0.013 if depth >= middle else -0.013)


def _neck(view: View, trunk: Trunk) -> Point:
    stoop = trunk.outfit.stoop
    at = trunk.frame.at(1.10, 0.012 + 0.0022 * stoop)
    return view.point(at)


def _draw_neck(pen: Pen, outfit: Outfit, view: View, trunk: Trunk, neck: Point) -> None:
    skin = dim(outfit.skin, 0.88)
    tone = {"robot": outfit.bottom, "astronaut": outfit.top, "knight": outfit.bottom}.get(outfit.kind, skin)
    wide = 0.058 if outfit.female else 0.068
    if outfit.age in ("baby", "child"):
        wide = 0.052
    base = view.point(plus(trunk.frame.at(0.93), (0.002, 0.0, 0.0)))
    pen.tube([base, (neck[0], neck[1] - 0.035)], [wide * 1.35, wide, wide * 0.95], tone)


def _part(pen: Pen, puff: float, draw: Callable[[], None]) -> None:
    with pen.part(puff=puff, shade=0.1):
        draw()


def reach_of(outfit: Outfit) -> tuple[float, float, float, float]:
    """What no pose reaches out of, in metres."""
    wide = 0.72 if outfit.umbrella or outfit.prop or outfit.cape or outfit.tool else 0.60
    if outfit.prop in ("sword", "katana", "staff") or outfit.tool in ("rod", "kicked ball", "thrown ball"):
        wide = 0.98
    top = 1.62 if outfit.umbrella or outfit.prop == "balloon" or outfit.hat in ("wizard", "witch") else 1.5
    return (-wide * outfit.tall, -top * outfit.tall, (wide + 0.04) * outfit.tall, 0.09 * outfit.tall)
