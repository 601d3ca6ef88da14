"""A dragon: a long neck, wings that beat like sails, a tail that follows; it breathes fire when it speaks."""

from __future__ import annotations

import math
from itertools import pairwise

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import gait as gaits
from rushes.engines.animatic.rigs.crew import Pose, members_of, silent
from rushes.engines.animatic.rigs.figure import Drift, Figure, Glow, Moment
from rushes.engines.animatic.rigs.flame import draw_flame, flicker
from rushes.engines.animatic.rigs.gait import bend, step
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point

ACTIONS = frozenset({"fly", "hover", "stand", "walk", "talk", "burn"})
WORDS: dict[str, tuple[float, tuple[str, ...]]] = {"dragon": (2.9, ("dragon", "wyvern"))}
_COLOURS = ("#3f9a5a", "#b8403c", "#4a6ab8", "#7a4a9c")
LIFT = 2.6
_BEAT = 32
_WALK = gaits.Gait(36, 0.64, (0.0, 0.75, 0.5, 0.25), 0.62, 0.16, 0.02)
_LEG = 0.55


def make(subject: Subject, seed: int) -> Figure:
    size = 1.55 * subject.scale
    hue = rgb(subject.colour or _COLOURS[seed % len(_COLOURS)])
    aloft = subject.action in ("fly", "hover", "float", "fall")
    walking = subject.action in ("walk", "run", "trot")
    fire = subject.action in ("burn", "talk")
    crew = members_of(subject)

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            _draw(pen, hue, silent(moment, subject), aloft, walking, fire)
            turn = 2 * math.pi * moment.phase
            y = -0.04 * math.sin(turn) if aloft else 0.012 * math.sin(2 * turn) - 0.58
            for rider, x in zip(crew, (0.30, -0.06), strict=False):
                seat = (x, y - 0.36)
                rider.draw(pen, Pose(seat, (x + 0.16, y - 0.02), (x + 0.17, y - 0.02), (x + 0.30, y - 0.50), (x + 0.33, y - 0.50), lean=9.0, flow=-0.8, room=0.6, tallest=1.05), moment)  # fmt: skip

    def drift(t: float) -> Drift:
        return Drift(
            0.0, size * (0.10 * math.sin(2 * math.pi * 24 / _BEAT * t + 0.6) + 0.08 * math.sin(0.7 * t + seed % 6))
        )

    return Figure(
        paint=paint,
        reach=(-2.5 * size, -2.75 * size, 2.9 * size, (1.6 if aloft else 0.15) * size),
        poses=_BEAT if aloft else _WALK.frames if walking else 48,
        poses_per_second=24.0 if aloft or walking else 12.0,
        speed=4.0 if subject.action == "fly" else _WALK.speed(_LEG * size) if walking else 0.0,
        lift=LIFT * subject.scale if aloft else 0.0,
        touches=_WALK.touches if walking else (),
        talks=True,
        blinks=True,
        drift=drift if aloft else None,
        glows=(Glow(1.95 * size, -1.25 * size, 1.1 * size, (1.0, 0.55, 0.18), flicker),) if fire else (),
    )


def _draw(pen: Pen, hue: Rgb, moment: Moment, aloft: bool, walking: bool, fire: bool) -> None:
    turn = 2 * math.pi * moment.phase
    beat = math.cos(turn) if aloft else 0.72 + 0.05 * math.sin(turn)
    late = math.cos(turn - 1.0) if aloft else 0.1 + 0.05 * math.sin(turn - 1)
    base = 0.0 if aloft else -0.58
    bob = -0.04 * math.sin(turn) if aloft else 0.012 * math.sin(2 * turn)
    y = base + bob
    belly = mix(hue, rgb("#f6e2a8"), 0.72)
    sway = math.sin(turn)
    with pen.part(puff=0.35, shade=0.0, gain=0.85):
        _wing(pen, dim(hue, 0.66), (0.26, y - 0.26), beat * 0.9, late, 0.12)
    with pen.part(puff=0.9, shade=0.1, gain=0.86):
        for index in (2, 3):
            _limb(pen, dim(hue, 0.68), index, y, moment, aloft, walking)
    with pen.part(puff=0.9, shade=0.25):
        tail: list[Point] = [
            (-0.45, y - 0.05),
            (-0.95, y + 0.10 + 0.05 * sway),
            (-1.45, y + 0.10 + 0.14 * math.sin(turn - 0.8)),
            (-1.95, y - 0.06 + 0.24 * math.sin(turn - 1.6)),
        ]
        if not aloft:
            tail = [(x, min(-0.06, v)) for x, v in tail]
        pen.tube(tail, [0.44, 0.27, 0.16, 0.05], hue)
        tip = tail[3]
        pen.blob(
            [tip, (tip[0] - 0.08, tip[1] - 0.13), (tip[0] - 0.30, tip[1] - 0.02), (tip[0] - 0.08, tip[1] + 0.11)],
            rgb("#e8923c"),
            tight=0.6,
        )
        for k in range(6):
            share = 0.1 + 0.14 * k
            x = tail[0][0] + (tail[3][0] - tail[0][0]) * share
            v = y - 0.20 + 0.19 * share + 0.06 * math.sin(turn - share * 2)
            pen.poly([(x - 0.06, v + 0.06), (x - 0.05, v - 0.10), (x + 0.07, v + 0.03)], rgb("#e8923c"))
    head: Point = (1.22, y - 0.78 + 0.05 * math.sin(turn + 0.7))
    with pen.part(puff=0.9, shade=0.35):
        for index in (0, 1):
            _limb(pen, hue, index, y, moment, aloft, walking)
        neck: list[Point] = [(0.34, y - 0.10), (0.74, y - 0.24), (0.92, y - 0.62), head]
        pen.tube(neck, [0.56, 0.36, 0.26, 0.24], hue)
        pen.blob(
            [
                (-0.62, y),
                (-0.40, y - 0.30),
                (0.10, y - 0.34),
                (0.52, y - 0.24),
                (0.62, y + 0.02),
                (0.36, y + 0.30),
                (-0.10, y + 0.30),
                (-0.48, y + 0.18),
            ],
            pen.ramp((0, y - 0.35), (0, y + 0.3), [tint(hue, 0.08), hue, mix(hue, belly, 0.6)]),
        )
        pen.tube(
            [(-0.30, y + 0.20), (0.25, y + 0.22), (0.62, y - 0.02), (0.86, y - 0.34), (head[0] - 0.12, head[1] + 0.12)],
            [0.10, 0.20, 0.22, 0.14, 0.08],
            belly,
        )
        for k in range(7):
            x = -0.42 + 0.15 * k
            v = y - 0.30 - 0.03 * math.sin(k * 0.5)
            pen.poly([(x - 0.07, v + 0.04), (x - 0.04, v - 0.13), (x + 0.08, v + 0.04)], rgb("#e8923c"))
    with pen.part(puff=0.35, shade=0.35):
        _wing(pen, hue, (0.10, y - 0.22), beat, late, 0.0)
    with pen.part(puff=0.85, shade=0.3):
        _head(pen, hue, belly, head, moment)
    if fire:
        with pen.part(lit=False), pen.turned(head[0] + 0.40, head[1] + 0.07, 96):
            draw_flame(pen, 0.0, 0.0, 0.13, 1.05, moment.phase)


def _wing(pen: Pen, hue: Rgb, root: Point, beat: float, late: float, ahead: float) -> None:
    inner, outer = math.radians(80 * beat), math.radians(48 * beat + 44 * late)
    elbow = (root[0] - 0.18 + ahead, root[1] - 0.72 * math.sin(inner))
    tip = (elbow[0] - 0.62, elbow[1] - 0.92 * math.sin(outer) - 0.06)
    skin = mix(hue, rgb("#f0b860"), 0.42)
    ends: list[Point] = [
        tip,
        (elbow[0] - 0.98, elbow[1] - 0.30 * math.sin(outer) + 0.24),
        (elbow[0] - 0.86, elbow[1] + 0.5 + 0.1 * math.sin(inner)),
        (root[0] - 0.62, root[1] + 0.14),
    ]
    points: list[Point] = [root, elbow, ends[0]]
    for a, b in pairwise(ends):
        points += [((a[0] + b[0]) / 2 + 0.16, (a[1] + b[1]) / 2 + 0.02 * math.copysign(1, elbow[1] - root[1])), b]
    pen.blob(points, pen.ramp(elbow, ends[2], [tint(skin, 0.12), skin, dim(skin, 0.8)]), tight=0.35)
    pen.tube([root, elbow, tip], [0.13, 0.085, 0.02], hue)
    for end in ends[1:3]:
        pen.tube([elbow, end], [0.055, 0.015], hue)
    pen.poly(
        [(elbow[0] - 0.03, elbow[1]), (elbow[0] + 0.10, elbow[1] - 0.12), (elbow[0] + 0.05, elbow[1] + 0.03)],
        rgb("#f2e8d0"),
    )


def _limb(pen: Pen, hue: Rgb, index: int, y: float, moment: Moment, aloft: bool, walking: bool) -> None:
    fore = index % 2 == 1
    near = index < 2
    joint = ((0.34 if fore else -0.34) + (0.0 if near else 0.10), y + 0.06)
    if aloft:
        dangle = 0.04 * math.sin(2 * math.pi * moment.phase + index)
        foot = (joint[0] - 0.20, joint[1] + 0.36 + dangle)
    elif walking:
        own = step(_WALK, moment.phase, index)
        foot = (joint[0] + own.x * _LEG, own.y * _LEG - 0.03)
    else:
        foot = (joint[0] + 0.04, -0.03)
    knee = bend(joint, foot, 0.32, 0.32, 1 if fore else -1)
    pen.tube([joint, knee, foot], [0.30 if not fore else 0.22, 0.19, 0.14], hue)
    pen.blob(
        [
            (foot[0] - 0.10, foot[1] + 0.03),
            (foot[0] - 0.07, foot[1] - 0.08),
            (foot[0] + 0.12, foot[1] - 0.05),
            (foot[0] + 0.19, foot[1] + 0.03),
        ],
        hue,
    )
    for k in range(3):
        pen.poly(
            [
                (foot[0] + 0.07 + 0.05 * k, foot[1] + 0.03),
                (foot[0] + 0.10 + 0.05 * k, foot[1] - 0.03),
                (foot[0] + 0.16 + 0.05 * k, foot[1] + 0.03),
            ],
            rgb("#f2e8d0"),
        )


def _head(pen: Pen, hue: Rgb, belly: Rgb, head: Point, moment: Moment) -> None:
    with pen.turned(head[0], head[1], 6 - 8 * moment.mouth):
        for shade, dx in ((0.7, 0.06), (1.0, 0.0)):
            pen.tube(
                [(-0.06 + dx, -0.12), (-0.22 + dx, -0.27), (-0.44 + dx, -0.33)],
                [0.10, 0.075, 0.015],
                dim(rgb("#f2e2b8"), shade),
            )
        with pen.turned(0.02, 0.10, 6 + 20 * moment.mouth):
            pen.blob(
                [(-0.10, -0.03), (0.20, -0.02), (0.42, 0.0), (0.38, 0.08), (0.10, 0.12), (-0.08, 0.08)],
                mix(hue, belly, 0.5),
            )
            if moment.mouth > 0:
                pen.blob([(0.0, -0.05), (0.34, -0.04), (0.34, 0.02), (0.05, 0.03)], rgb("#a83038"))
        pen.blob(
            [
                (-0.20, 0.02),
                (-0.14, -0.16),
                (0.04, -0.19),
                (0.20, -0.10),
                (0.40, -0.08),
                (0.50, -0.01),
                (0.46, 0.08),
                (0.20, 0.11),
                (-0.06, 0.14),
            ],
            pen.ramp((0, -0.2), (0, 0.14), [tint(hue, 0.1), hue]),
        )
        pen.oval(0.43, -0.04, 0.028, 0.018, dim(hue, 0.4))
        pen.line([(0.46, 0.065), (0.25, 0.085), (0.06, 0.06)], 0.018, dim(hue, 0.45))
        for x in (0.30, 0.40):
            pen.poly([(x - 0.02, 0.075), (x, 0.125), (x + 0.02, 0.075)], WHITE)
        pen.blob([(-0.16, 0.02), (-0.34, 0.0), (-0.27, 0.09), (-0.36, 0.15), (-0.12, 0.12)], rgb("#e8923c"), tight=0.5)
        if moment.blink:
            pen.line([(0.02, -0.06), (0.08, -0.035), (0.14, -0.06)], 0.022, rgb("#1c1a18"))
        else:
            pen.oval(0.08, -0.065, 0.072, 0.066, rgb("#f8dc50"))
            pen.oval(0.095, -0.06, 0.028, 0.056, rgb("#1c1a18"))
            pen.dot(0.115, -0.085, 0.016, WHITE)
        pen.line([(0.0, -0.14), (0.16, -0.105)], 0.035, dim(hue, 0.75))
