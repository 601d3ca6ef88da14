"""Heads of people, and of those built like them: drawn on the neck, turned as the body and the glance are."""

from __future__ import annotations

import math
from dataclasses import replace

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs import hair as hairs
from rushes.engines.animatic.rigs.face import Globe, draw_beard, draw_features, draw_glasses, face_of
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hats import draw_hat
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.pen import Pen, Point, closed
from rushes.engines.animatic.rigs.stance import Stance, View


def globe_of(stance: Stance, view: View) -> Globe:
    turned = view.yaw + stance.turn + stance.twist + stance.glance
    pitch = (stance.nod + 0.5 * stance.lean) * max(-0.3, math.sin(math.radians(turned))) * 0.011
    return Globe(turned, max(-0.35, min(0.4, pitch)))


def draw_head(pen: Pen, outfit: Outfit, neck: Point, stance: Stance, globe: Globe, moment: Moment) -> None:
    """The head with its face, hair in front and hat."""
    with pen.turned(*_place(outfit, neck, globe), _degrees(stance, globe), outfit.head):
        _KINDS[outfit.kind](pen, outfit, globe, stance, moment)


def draw_hair_behind(pen: Pen, outfit: Outfit, neck: Point, stance: Stance, globe: Globe) -> None:
    """What hangs from the back of the head; drawn before the trunk of one who faces us, and after that of one who looks away."""
    if outfit.kind != "human" or outfit.hat in ("hood", "headscarf"):
        return
    with pen.turned(*_place(outfit, neck, globe), 0.5 * _degrees(stance, globe), outfit.head):
        hairs.draw_behind(pen, outfit, globe, stance.flow, stance.wind)
        if outfit.hat == "veil" and globe.front >= 0:
            back, half = -0.5 * globe.side, math.hypot(1.15 * globe.front, 0.75 * globe.side)
            pen.blob([(back - half * 0.8, -0.95), (back - half * 1.05, 0.4), (back - half * 1.35, 3.4), (back + half * 1.35, 3.4), (back + half * 1.05, 0.4), (back + half * 0.8, -0.95)], WHITE, 0.7)  # fmt: skip


def _place(outfit: Outfit, neck: Point, globe: Globe) -> Point:
    return (neck[0] + 0.10 * outfit.head * globe.side, neck[1] - 0.88 * outfit.head)


def _degrees(stance: Stance, globe: Globe) -> float:
    return (stance.nod + 0.5 * stance.lean) * globe.side - stance.cock * globe.front - 0.5 * stance.tilt * globe.front


def _human(pen: Pen, outfit: Outfit, globe: Globe, stance: Stance, moment: Moment) -> None:
    skin = outfit.skin
    hairs.draw_cap(pen, outfit, globe)
    if outfit.hair_style in hairs.EARS:
        for side in (-1, 1):
            seen = globe.seen(side * 96)
            if seen > -0.35:
                x, y = globe.at(side * 93.0, 0.10, 1.0)
                wide = 0.11 + 0.10 * max(0.0, seen)
                pen.oval(x, y, wide, 0.24, dim(skin, 0.96))
                pen.oval(x + 0.02, y + 0.01, wide * 0.5, 0.13, dim(skin, 0.78), 0.8)
    if globe.front > -0.78:
        face = face_of(globe, hairs.hairline(outfit))
        pen.fill(face, pen.ramp((0, -0.8), (0, 1.05), [tint(skin, 0.05), skin, dim(skin, 0.92)]))
        mood = stance.mood or outfit.mood
        if outfit.mask == "domino":
            with pen.within(face):
                pen.blob(globe.line([(70, -0.25), (30, -0.32), (0, -0.2), (-30, -0.32), (-70, -0.25), (-62, 0.2), (-30, 0.26), (0, 0.08), (30, 0.26), (62, 0.2)]), outfit.accent)  # fmt: skip
        if outfit.beard and outfit.mask != "cloth":
            draw_beard(pen, outfit, globe, outfit.beard, moment.mouth)
        draw_features(pen, outfit, globe, moment, mood, stance.asleep, stance.gaze, stance.mouth)
        if outfit.paint == "freckles":
            for longitude, y in ((-40, 0.30), (-32, 0.24), (-26, 0.33), (-46, 0.22), (40, 0.30), (32, 0.24), (26, 0.33), (46, 0.22), (0, 0.12), (9, 0.16), (-9, 0.16)):  # fmt: skip
                if globe.seen(longitude) > 0.15:
                    pen.dot(*globe.at(longitude, y), 0.026, dim(skin, 0.74), 0.8)
        if outfit.paint == "clown":
            _clown(pen, globe)
        if mood == "cry":
            _tears(pen, globe, moment)
        if outfit.mask == "surgeon":
            pen.blob(
                globe.line([(66, 0.20), (0, 0.16), (-66, 0.20), (-52, 0.86), (0, 1.06), (52, 0.86)]), rgb("#a9dce0")
            )
        if outfit.mask == "patch" and globe.seen(24) > 0.2:
            x, y = globe.at(24, -0.02)
            pen.oval(x, y, 0.20 * max(0.5, globe.seen(24)), 0.22, rgb("#1c1a1e"))
            pen.line(globe.line([(70, -0.42), (24, -0.2), (-60, -0.55)]), 0.04, rgb("#1c1a1e"))
    hairs.draw_over(pen, outfit, globe, stance.flow, stance.wind)
    if outfit.glasses and globe.front > -0.3:
        draw_glasses(pen, globe, outfit.glasses == "dark")
    if outfit.earrings and outfit.hair_style in hairs.EARS:
        for side in (-1, 1):
            if globe.seen(side * 96) > -0.2:
                x, y = globe.at(side * 93.0, 0.38)
                pen.dot(x, y, 0.07, rgb("#f2c650"))
    if outfit.hat:
        draw_hat(pen, outfit, globe)


def _clown(pen: Pen, globe: Globe) -> None:
    pen.dot(*globe.at(0.0, 0.20, 1.1, clamp=False), 0.20, rgb("#e0343c"))
    for side in (-1, 1):
        if globe.seen(side * 46) > 0.1:
            pen.dot(*globe.at(side * 44, 0.40), 0.16, rgb("#f0707c"), 0.8)
            x, y = globe.at(side * 24, -0.02)
            pen.line([(x, y - 0.36), (x, y - 0.24)], 0.05, rgb("#3f7fd0"))
            pen.line([(x, y + 0.24), (x, y + 0.36)], 0.05, rgb("#3f7fd0"))


def _tears(pen: Pen, globe: Globe, moment: Moment) -> None:
    for side in (-1, 1):
        if globe.seen(side * 26) > 0.2:
            fall = (moment.phase * 2 + (0.5 if side > 0 else 0.0)) % 1.0
            x, y = globe.at(side * 27.0, 0.16 + 0.55 * fall)
            pen.oval(x, y, 0.055, 0.085, rgb("#9fdcf6"), 0.95 * min(1.0, 4 * (1 - fall)))


def _astronaut(pen: Pen, outfit: Outfit, globe: Globe, stance: Stance, moment: Moment) -> None:
    shell = outfit.top
    pen.dot(-0.05 * globe.side, -0.02, 1.20, pen.ramp((-1, -1), (0.8, 1), [tint(shell, 0.3), dim(shell, 0.9)]))
    rim = [(76, 0.0), (64, -0.50), (0, -0.78), (-64, -0.50), (-76, 0.0), (-64, 0.50), (0, 0.70), (64, 0.50)]
    if globe.front > -0.7:
        edge = globe.line(rim, 1.10)
        visor = closed(edge)
        pen.fill(visor, rgb("#1a2036"))
        with pen.within(visor):
            inside = replace(outfit, hat="", glasses="", hair_style="short" if not outfit.female else "bun")
            face = face_of(globe, hairs.hairline(inside))
            with pen.turned(0.0, 0.0, 0.0, 0.80):
                pen.oval(0, 0, 1.05, 1.05, mix(outfit.hair, rgb("#1a2036"), 0.25))
                pen.fill(face, mix(outfit.skin, rgb("#1a2036"), 0.10))
                draw_features(pen, inside, globe, moment, stance.mood or outfit.mood, stance.asleep, stance.gaze, stance.mouth)  # fmt: skip
            x = 0.25 * globe.side
            pen.blob([(x - 0.9, -0.9), (x + 0.1, -0.9), (x - 0.2, -0.35), (x - 0.55, 0.5), (x - 0.95, 0.5)], rgb("#f7d79a"), 0.34)  # fmt: skip
            pen.oval(x + 0.45, -0.44, 0.20, 0.09, WHITE, 0.75, degrees=28)
        pen.line([*edge, edge[0]], 0.10, dim(shell, 0.72))
    pen.tube([(-0.75, 0.95), (0.0, 1.12), (0.75, 0.95)], [0.28, 0.30, 0.28], dim(shell, 0.8))
    for side in (-1, 1):
        if globe.seen(side * 95) > -0.3:
            pen.oval(globe.at(side * 95, 0.0, 1.16)[0], 0.0, 0.10 + 0.12 * max(0.0, globe.seen(side * 95)), 0.34, outfit.accent)  # fmt: skip


def _robot(pen: Pen, outfit: Outfit, globe: Globe, stance: Stance, moment: Moment) -> None:
    steel, glow = outfit.top, outfit.accent
    pen.line([(0.0, -0.9), (-0.05 - 0.08 * stance.flow, -1.45)], 0.09, dim(steel, 0.7))
    pen.dot(-0.05 - 0.08 * stance.flow, -1.55, 0.17, rgb("#f0604c"))
    pen.box(-1.04, -0.92, 1.04, 0.86, pen.ramp((0, -1), (0, 1), [tint(steel, 0.25), dim(steel, 0.88)]), round=0.42)
    for side in (-1, 1):
        if globe.seen(side * 90) > -0.2:
            pen.dot(globe.at(side * 92, 0.0, 1.06)[0], -0.02, 0.14 + 0.12 * max(0.0, globe.seen(side * 90)), dim(steel, 0.7))  # fmt: skip
    if globe.front < -0.3:
        return
    left, right = globe.at(-62, -0.1, 0.98)[0], globe.at(62, -0.1, 0.98)[0]
    left, right = min(left, right), max(left, right)
    pen.box(left, -0.58, right, 0.38, rgb("#1c2836"), round=0.34)
    shut = moment.blink or stance.asleep
    for side in (-1, 1):
        seen = globe.seen(side * 28)
        if seen > 0.15:
            x = globe.at(side * 28.0, -0.1, 0.9)[0]
            if shut:
                pen.line([(x - 0.17, -0.08), (x + 0.17, -0.08)], 0.09, glow)
            else:
                pen.oval(x, -0.10, 0.22 * max(0.6, seen), 0.22, glow)
                pen.dot(x + 0.02, -0.12, 0.12, tint(glow, 0.75))
    width = 0.26 - 0.06 * moment.mouth
    x = globe.at(0.0, 0.5, 0.8)[0]
    pen.box(x - width, 0.52, x + width, 0.58 + 0.16 * moment.mouth, mix(glow, rgb("#1c2836"), 0.0 if moment.mouth else 0.5), round=0.04)  # fmt: skip


def _knight(pen: Pen, outfit: Outfit, globe: Globe, stance: Stance, moment: Moment) -> None:
    steel: Rgb = outfit.top
    back = -globe.side
    blown = 0.6 * stance.wind
    plume = [(0.1 * back, -1.0), (0.65 * back + 0.4 * blown, -1.55), (1.25 * back + blown, -1.2 + 0.1 * stance.flow), (1.45 * back + 1.7 * blown, -0.5 - 0.4 * abs(blown) + 0.2 * stance.flow)]  # fmt: skip
    pen.tube(plume, [0.22, 0.42, 0.36, 0.08], outfit.accent)
    pen.blob([(-0.98, 0.75), (-1.02, -0.2), (-0.68, -0.9), (0.0, -1.14), (0.68, -0.9), (1.02, -0.2), (0.98, 0.72), (0.45, 1.02), (-0.45, 1.02)], pen.ramp((-1, -1), (1, 1), [tint(steel, 0.35), dim(steel, 0.85)]))  # fmt: skip
    if globe.front > -0.6:
        slot = globe.line([(68, -0.28), (0, -0.34), (-68, -0.28), (-68, -0.02), (0, -0.06), (68, -0.02)], 1.01)
        pen.fill(closed(slot, 0.6), rgb("#15161c"))
        if not (moment.blink or stance.asleep):
            for side in (-1, 1):
                if globe.seen(side * 24) > 0.2:
                    pen.dot(*globe.at(side * 24, -0.17), 0.085, rgb("#f2efe6"))
        pen.line(globe.line([(0, -0.9), (0, 0.2), (0, 1.0)], 1.02), 0.07, dim(steel, 0.66))
        for side in (-1, 1):
            for k in range(3):
                if globe.seen(side * 26) > 0.1:
                    pen.dot(*globe.at(side * (16 + 10 * (k % 2)), 0.28 + 0.18 * k + 0.03 * moment.mouth), 0.05, rgb("#2a2c36"))  # fmt: skip
    pen.tube([(-0.9, 0.92), (0.0, 1.08), (0.9, 0.92)], [0.16, 0.18, 0.16], dim(steel, 0.75))


_KINDS = {"human": _human, "astronaut": _astronaut, "robot": _robot, "knight": _knight}
