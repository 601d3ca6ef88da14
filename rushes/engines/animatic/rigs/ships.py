"""Ships of legend and war: a ghost ship in rags, a longship with shields and oars, a raft, a motorboat, a submarine."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.crew import Member, Pose
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.oars import foam, stroke
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.stance import Arm

_WOOD, _STEEL = rgb("#8a5632"), rgb("#c4cad2")
_PALE = rgb("#a8e8d0")
_REST = (Arm(22, 50), Arm(26, 46))


def draw_ghost_ship(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    """Black timbers, sails in ribbons that stir by themselves, and a light in her that is not fire."""
    turn = 2 * math.pi * moment.phase
    old = mix(hue, _PALE, 0.12)
    with pen.part(puff=0.8, shade=0.0):
        for x, top, lean in ((-2.4, -6.4, -0.12), (0.2, -7.8, 0.05), (2.6, -5.0, 0.35)):
            pen.tube([(x + lean, top), (x, -1.2)], [0.08, 0.17], dim(old, 0.8))
        for x, y, wide in (
            (-2.45, -5.9, 1.3),
            (-2.42, -3.9, 1.5),
            (0.2, -7.2, 1.4),
            (0.2, -4.9, 1.7),
            (2.75, -4.6, 1.0),
        ):
            pen.tube([(x - wide, y + 0.10), (x + wide, y - 0.06)], [0.07, 0.07], dim(old, 0.7))
        pen.tube([(3.6, -1.9), (5.6, -3.0)], [0.15, 0.06], dim(old, 0.8))
        for x, y, to in ((-2.4, -6.2, -4.1), (0.2, -7.6, 4.6), (0.2, -7.6, -3.7), (2.7, -4.9, 5.4)):
            pen.line([(x, y), (to, -2.4)], 0.022, dim(old, 0.6), 0.8)
    sail = mix(rgb("#8fa8a0"), _PALE, 0.4)
    with pen.part(puff=0.3, shade=0.2):
        for x, y, wide, long in (
            (-2.45, -5.86, 1.15, 1.75),
            (-2.42, -3.86, 1.35, 1.9),
            (0.2, -7.16, 1.25, 1.95),
            (0.2, -4.86, 1.55, 2.5),
            (2.75, -4.56, 0.85, 1.8),
        ):
            _rags(pen, x, y, wide, long, turn, sail)
    with pen.part(puff=0.5, shade=0.3):
        pen.blob(
            [(-4.3, -3.1), (-2.9, -2.7), (-2.5, -1.65), (1.7, -1.5), (2.8, -2.0), (4.2, -2.45), (3.6, -0.6), (2.7, 0.2), (-3.0, 0.2), (-3.9, -0.9)],
            pen.ramp((0, -2.9), (0, 0.2), [tint(old, 0.10), old, dim(old, 0.55)]), tight=0.45,
        )  # fmt: skip
        for y in (-1.32, -0.95, -0.55):
            pen.line([(-3.8, y - 0.15), (0.0, y + 0.1), (3.5, y - 0.22)], 0.045, dim(old, 0.5))
        for x, y, wide in ((-1.3, -0.72, 0.42), (1.9, -1.0, 0.36)):
            # Holes in her side.
            pen.blob(
                [
                    (x - wide, y),
                    (x - 0.4 * wide, y - 0.30),
                    (x + 0.5 * wide, y - 0.22),
                    (x + wide, y + 0.06),
                    (x, y + 0.26),
                ],
                dim(old, 0.16),
                tight=0.3,
            )
        pen.dot(4.05, -2.35, 0.22, tint(old, 0.2))
    glow = 0.75 + 0.25 * math.sin(turn)
    with pen.part(lit=False):
        for k in range(6):
            pen.box(
                -2.55 + 0.85 * k, -1.10, -2.25 + 0.85 * k, -0.84, _PALE, glow * (0.95 if k % 3 else 0.6), round=0.03
            )
        pen.box(-4.0, -2.62, -3.2, -2.02, _PALE, glow, round=0.06)
        pen.dot(-4.45, -3.35, 0.16, WHITE, glow)
        pen.dot(0.24, -7.95, 0.11, WHITE, 0.8 * glow)
        for k in range(11):
            # Wisps that rise from the water along her side.
            rise = (k * 0.37 + moment.phase) % 1.0
            pen.oval(
                -4.0 + 0.8 * k + 0.2 * math.sin(turn + k),
                -0.1 - 1.3 * rise,
                0.42 + 0.3 * rise,
                0.10 + 0.12 * rise,
                _PALE,
                0.20 * math.sin(math.pi * rise),
            )
    foam(pen, -3.6, 3.8, moment, goes=goes)


def _rags(pen: Pen, x: float, y: float, wide: float, long: float, turn: float, sail: Rgb) -> None:
    """A square sail torn into strips of uneven length."""
    strips = 6
    for k in range(strips):
        left = x - wide + 2 * wide * k / strips
        right = left + 2 * wide / strips * (0.98 if k % 3 else 0.74)
        drop = long * (0.62 + 0.38 * math.sin(2.7 * k + 3.1 * x + y) ** 2)
        blow = 0.16 * math.sin(turn + 0.8 * k + x) + 0.22
        middle = (left + right) / 2
        pen.blob(
            [(left, y), (right, y - 0.03), (right + 0.6 * blow, y + 0.55 * drop), (right + blow - 0.06, y + 0.94 * drop), (middle + blow, y + 0.82 * drop), (left + blow + 0.04, y + drop), (left + 0.5 * blow, y + 0.5 * drop)],
            pen.ramp((0, y), (0, y + drop), [sail, dim(sail, 0.72)]), 0.86, tight=0.5,
        )  # fmt: skip


def draw_longship(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    """A dragon at the stem, a striped sail, shields along the rail, and a row of oars in time."""
    turn = 2 * math.pi * moment.phase
    belly = 0.14 * math.sin(turn)
    pull, out = stroke(moment.phase) if goes else (0.0, 1.0)
    with pen.part(puff=0.8, shade=0.0):
        pen.tube([(0.0, -5.6), (0.0, -0.8)], [0.12, 0.18], _WOOD)
        pen.tube([(-1.9, -5.1), (2.0, -5.1)], [0.10, 0.10], _WOOD)
        pen.poly([(0.0, -6.0), (-0.8, -5.85 + 0.1 * math.sin(2 * turn)), (0.0, -5.62)], rgb("#e0b84a"))
    with pen.part(puff=0.35, shade=0.25):
        for k in range(6):
            left, right = -1.8 + 0.6 * k, -1.2 + 0.6 * k
            tone = rgb("#b8342c") if k % 2 == 0 else rgb("#f2e8d0")
            pen.blob(
                [
                    (left, -5.05),
                    (right, -5.05),
                    (right + 0.34 + belly, -3.5),
                    (right + 0.10, -1.9),
                    (left + 0.10, -1.9),
                    (left + 0.34 + belly, -3.5),
                ],
                pen.ramp((-1.8, 0), (2.2, 0), [dim(tone, 0.85), tone]),
                tight=0.5,
            )
    for member, x in zip(crew, (-2.6, 1.8, -1.0, 0.9), strict=False):
        member.draw(pen, Pose((x, -0.95), (x + 0.4, -0.5), (x + 0.42, -0.5), arms=_REST, room=1.0), moment)
    with pen.part(puff=0.7, shade=0.3):
        pen.blob(
            [(-4.6, -2.4), (-4.2, -1.5), (-3.2, -0.95), (0.0, -0.72), (3.2, -0.98), (4.2, -1.7), (4.5, -2.7), (4.8, -2.6), (4.6, -1.3), (3.6, -0.1), (2.4, 0.2), (-2.6, 0.2), (-3.8, -0.2), (-4.6, -1.3)],
            pen.ramp((0, -2.0), (0, 0.2), [tint(hue, 0.15), hue, dim(hue, 0.65)]), tight=0.6,
        )  # fmt: skip
        for y in (-0.5, -0.2):
            pen.line([(-3.9, y - 0.45), (0.0, y), (3.9, y - 0.5)], 0.04, dim(hue, 0.6))
        head: Point = (4.62, -2.75)
        pen.blob(
            [(4.42, -2.5), (4.36, -2.95), (4.70, -3.18), (5.25, -3.02), (5.32, -2.84), (4.95, -2.78), (4.82, -2.45)],
            tint(hue, 0.12),
            tight=0.7,
        )
        pen.dot(head[0] + 0.16, head[1] - 0.22, 0.05, rgb("#f0c850"))
        pen.tube(
            [(-4.6, -2.3), (-4.75, -2.8), (-4.45, -3.0), (-4.32, -2.75)], [0.14, 0.12, 0.09, 0.05], tint(hue, 0.12)
        )
    with pen.part(puff=0.8, shade=0.35):
        for k in range(7):
            x = -2.9 + 0.95 * k
            y = -0.86 - 0.012 * (x * x)
            tone = (rgb("#b8342c"), rgb("#2f5f8a"), rgb("#d8a83c"))[k % 3]
            pen.dot(x, y, 0.36, tone)
            pen.dot(x, y, 0.10, _STEEL)
            pen.line([(x, y - 0.32), (x, y + 0.32)], 0.04, dim(tone, 0.7))
    with pen.part(puff=0.8, shade=0.2):
        for k in range(6):
            x = -2.4 + 0.95 * k
            blade = (x - 0.55 * pull, 0.22 - 0.42 * out)
            pen.line([(x, -0.55), blade], 0.05, tint(_WOOD, 0.3))
            pen.oval(*blade, 0.07, 0.18, tint(_WOOD, 0.3), degrees=math.degrees(math.atan2(x - blade[0], 0.7)))
    foam(pen, -3.4, 3.6, moment, goes=goes)


def draw_raft(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    """Logs tied together, a mast with a patched sail."""
    belly = 0.08 * math.sin(2 * math.pi * moment.phase)
    cloth = rgb("#efe4cc")
    with pen.part(puff=0.8, shade=0.0):
        pen.tube([(-0.25, -2.6), (-0.25, -0.2)], [0.08, 0.11], _WOOD)
    with pen.part(puff=0.3, shade=0.2):
        pen.blob(
            [(-1.15, -2.5), (0.65, -2.52), (0.98 + belly, -1.7), (0.66, -0.95), (-1.05, -0.92), (-0.82 + belly, -1.7)],
            pen.ramp((-1, 0), (1, 0), [dim(cloth, 0.85), cloth]),
            tight=0.5,
        )
        pen.box(-0.5, -1.9, -0.05, -1.45, rgb("#c8885a"), round=0.03)
    for member, x in zip(crew, (0.75, -0.95, 1.2), strict=False):
        member.draw(pen, Pose((x, -0.26), (x + 0.5, -0.16), (x + 0.52, -0.16), arms=_REST, lean=-3.0, room=0.9), moment)
    with pen.part(puff=0.9, shade=0.3):
        pen.tube([(-1.6, -0.14), (1.65, -0.14)], [0.22, 0.22], dim(hue, 0.8))
        pen.tube([(-1.7, 0.02), (1.75, 0.02)], [0.26, 0.26], hue)
        for x in (-1.7, 1.75):
            pen.dot(x, 0.02, 0.12, tint(hue, 0.45))
            pen.dot(x, 0.02, 0.06, hue)
        for x in (-1.1, 0.0, 1.1):
            pen.line([(x, -0.24), (x + 0.04, 0.14)], 0.06, rgb("#d8c08a"))
    foam(pen, -1.5, 1.5, moment, goes=goes)


def draw_motorboat(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    """Bow up on its own wave, a fan of spray behind."""
    with pen.turned(0, 0, -6.0 if goes else 0.0):
        with pen.part(puff=0.5, shade=0.0):
            pen.blob([(-1.5, -0.95), (1.2, -0.95), (1.0, -0.4), (-1.4, -0.4)], dim(hue, 0.4), tight=0.4)
            pen.tube([(-0.62, -0.6), (-0.72, -1.12)], [0.2, 0.16], rgb("#e8dcc8"))
        poses = [
            Pose((-0.35, -0.72), (0.25, -0.5), (0.28, -0.5), (0.22, -1.14), (0.27, -1.16), lean=-2.0, flow=-1.0 if goes else 0.0, room=0.9),
            Pose((-1.12, -0.74), (-0.6, -0.5), (-0.58, -0.5), arms=_REST, lean=-4.0, flow=-1.0 if goes else 0.0, room=0.9),
        ]  # fmt: skip
        for member, pose in reversed(list(zip(crew, poses, strict=False))):
            member.draw(pen, pose, moment)
        with pen.part(puff=0.2, shade=0.0):
            pen.poly([(0.95, -0.92), (0.30, -1.36), (0.42, -1.38), (1.12, -0.92)], rgb("#9cc4d8"), 0.6)
        with pen.part(puff=0.6, shade=0.3):
            pen.blob(
                [(-1.95, -0.92), (-0.8, -0.90), (0.6, -0.92), (1.5, -0.98), (2.5, -0.92), (2.0, -0.40), (1.3, 0.04), (-1.7, 0.08), (-1.95, -0.3)],
                pen.ramp((0, -1.0), (0, 0.1), [tint(hue, 0.2), hue, WHITE, tint(hue, 0.75)], [0, 0.42, 0.46, 1]), tight=0.5,
            )  # fmt: skip
            pen.tube([(-1.95, -0.90), (0.0, -0.88), (1.5, -0.98), (2.48, -0.92)], [0.05, 0.05, 0.05, 0.04], _STEEL)
            pen.box(-2.16, -1.10, -1.86, -0.30, rgb("#34363f"), round=0.06)
    if goes:
        with pen.part(lit=False):
            for k in range(20):
                age = (k / 20 + 4 * moment.phase) % 1.0
                pen.dot(
                    -1.9 - 2.0 * age,
                    -0.05 - 1.0 * age * (1 - age) * (0.5 + 0.5 * (k % 4) / 3),
                    0.06 + 0.12 * age,
                    WHITE,
                    0.8 * (1 - age),
                )
                if k % 2:
                    pen.dot(
                        1.2 + 0.3 * (k % 3) - 0.9 * age,
                        0.05 - 0.5 * age * (1 - age),
                        0.05 + 0.07 * age,
                        WHITE,
                        0.7 * (1 - age),
                    )
    foam(pen, -1.8, 1.7, moment, goes=goes)


def draw_submarine(pen: Pen, hue: Rgb, moment: Moment) -> None:
    """Round and riveted, lights in its portholes, a screw that turns, bubbles behind. In shares of its length."""
    turn = 2 * math.pi * moment.phase
    with pen.part(lit=False):
        for k in range(9):
            age = (k / 9 + moment.phase) % 1.0
            pen.dot(
                -0.62 - 0.22 * age,
                -0.16 - 0.26 * age + 0.02 * math.sin(5 * k),
                0.010 + 0.012 * age,
                rgb("#d8f4ff"),
                0.7 * (1 - age),
            )
    with pen.part(puff=0.8, shade=0.0):
        for side in (0.0, math.pi):
            swing = math.sin(3 * turn + side)
            pen.oval(-0.545, -0.17 + 0.065 * swing, 0.018, 0.066 * abs(swing) + 0.012, rgb("#c89a3c"))
        pen.poly([(-0.44, -0.20), (-0.56, -0.34), (-0.48, -0.35), (-0.34, -0.22)], dim(hue, 0.75))
        pen.poly([(-0.44, -0.14), (-0.56, 0.0), (-0.48, 0.01), (-0.34, -0.12)], dim(hue, 0.75))
        pen.tube([(0.06, -0.62), (0.06, -0.40)], [0.022, 0.022], dim(hue, 0.7))
        pen.line([(0.055, -0.62), (0.125, -0.62)], 0.030, dim(hue, 0.7))
    with pen.part(puff=0.85, shade=0.25):
        pen.blob(
            [(-0.10, -0.30), (-0.07, -0.46), (0.16, -0.46), (0.20, -0.30)],
            pen.ramp((0, -0.46), (0, -0.3), [tint(hue, 0.2), hue]),
            tight=0.4,
        )
        pen.blob(
            [(-0.52, -0.17), (-0.40, -0.29), (-0.10, -0.345), (0.25, -0.33), (0.47, -0.24), (0.52, -0.16), (0.46, -0.07), (0.22, 0.015), (-0.12, 0.02), (-0.40, -0.06)],
            pen.ramp((0, -0.34), (0, 0.02), [tint(hue, 0.25), hue, dim(hue, 0.62)]), tight=0.9,
        )  # fmt: skip
        pen.line([(-0.46, -0.16), (0.0, -0.155), (0.49, -0.15)], 0.010, dim(hue, 0.7))
        for k in range(15):
            pen.dot(-0.42 + 0.06 * k, -0.035 + 0.0016 * (k - 7) ** 2 * -1, 0.005, dim(hue, 0.6))
        for x in (-0.24, -0.03, 0.18):
            pen.dot(x, -0.19, 0.062, rgb("#b8863c"))
    with pen.part(lit=False):
        for x in (-0.24, -0.03, 0.18):
            pen.dot(x, -0.19, 0.044, rgb("#ffe6a0"))
            pen.oval(x - 0.014, -0.206, 0.014, 0.009, WHITE, 0.8, degrees=-30)
        pen.oval(0.49, -0.17, 0.022, 0.034, rgb("#fff6d0"))
