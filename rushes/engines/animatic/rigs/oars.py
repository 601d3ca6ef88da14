"""Boats that are moved by hand: who rows sits with his back to where he goes, who paddles looks ahead, who poles stands."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.crew import Member, Pose, spread
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.stance import Arm

WOOD = rgb("#8a5632")
#: Share of a stroke that the blade is in the water.
_DRIVE = 0.42
#: Phases at which blades go into the water, for the sound.
TOUCHES = (0.0,)


def stroke(phase: float) -> tuple[float, float]:
    """(-1 at the catch .. 1 at the finish, how far the blade is out of the water 0..1)."""
    if phase < _DRIVE:
        return -math.cos(math.pi * phase / _DRIVE), 0.0
    back = (phase - _DRIVE) / (1 - _DRIVE)
    return math.cos(math.pi * back), math.sin(math.pi * back) ** 0.7


def foam(pen: Pen, left: float, right: float, moment: Moment, *, goes: bool = True) -> None:
    """Foam along the water line, and the wake that is left behind."""
    turn = 2 * math.pi * moment.phase
    long = right - left
    with pen.part(lit=False):
        for k in range(9):
            x = left + long * k / 8
            high = 0.022 * long * (0.5 + 0.3 * math.sin(turn * 3 + k * 1.9))
            pen.oval(x, 0.05, 0.085 * long, min(0.05, high), WHITE, 0.30)
        for k in range(8 if goes else 0):
            share = (k + 4 * moment.phase) % 8 / 8
            x = left - min(2.2, 0.75 * long) * share
            pen.oval(
                x,
                0.05 + 0.07 * share,
                min(0.24, 0.05 * long) * (1 + share),
                0.012 + 0.02 * share,
                WHITE,
                0.4 * (1 - share),
            )


def _splash(pen: Pen, x: float, moment: Moment) -> None:
    """Where a blade goes in: drops that fly up, and a ring that widens."""
    age = moment.phase / 0.30
    if age >= 1:
        return
    for k in range(6):
        out = (k - 2.5) * 0.13 * age
        pen.dot(x + out, 0.10 - (0.34 - 0.05 * abs(k - 2.5)) * 4 * age * (1 - age) * 0.8, 0.026, WHITE, 0.8 * (1 - age))
    pen.oval(x, 0.14, 0.10 + 0.34 * age, 0.02 + 0.03 * age, WHITE, 0.5 * (1 - age))


def draw_rowboat(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    rows = bool(crew) and goes
    pull, out = stroke(moment.phase) if rows else (0.2, 1.0)
    bench = 0.25 if len(crew) > 1 else 0.0
    lock = (bench - 0.42, -0.56)
    hand = (bench - 0.50 + 0.20 * pull, -0.88 - 0.05 * (1 - out))
    blade = (lock[0] - 2.6 * (hand[0] - lock[0]), 0.16 - (0.36 if rows else 0.12) * out)
    with pen.part(puff=0.5, shade=0.0, gain=0.8):
        pen.blob([(-1.72, -0.72), (0.0, -0.56), (1.80, -0.80), (1.3, -0.2), (-1.3, -0.2)], dim(hue, 0.55), tight=0.5)
        pen.line([(hand[0] + 0.05, hand[1] - 0.02), (lock[0] + 0.06, lock[1] - 0.08)], 0.05, dim(WOOD, 0.7))
    poses = [
        Pose(
            (bench, -0.50), (bench - 0.62, -0.20), (bench - 0.60, -0.22), hand, (hand[0] + 0.06, hand[1] - 0.02),
            lean=4.0 - 13.0 * pull if rows else 3.0, nod=-4.0, flow=-0.5 * pull if rows else 0.0, backwards=True, tallest=1.9,
        ),
        *(
            Pose((x, -0.40), (x + 0.45, -0.12), (x + 0.48, -0.14), arms=(Arm(22, 50), Arm(24, 46)), lean=-2.0, room=0.8)
            for x in (-1.02, 1.0, -0.55)
        ),
    ]  # fmt: skip
    for member, pose in reversed(list(zip(crew, poses, strict=False))):
        member.draw(pen, pose, moment)
    with pen.part(puff=0.8, shade=0.35):
        pen.blob(
            [(-1.75, -0.70), (-0.9, -0.55), (0.0, -0.50), (0.9, -0.57), (1.85, -0.80), (1.45, -0.10), (1.05, 0.14), (-1.15, 0.14), (-1.55, -0.06)],
            pen.ramp((0, -0.7), (0, 0.12), [tint(hue, 0.15), hue, dim(hue, 0.62)]), tight=0.6,
        )  # fmt: skip
        for y in (-0.32, -0.12):
            pen.line([(-1.6, y - 0.10), (0.0, y), (1.62, y - 0.14)], 0.022, dim(hue, 0.6))
        pen.tube([(-1.73, -0.68), (0.0, -0.48), (1.83, -0.78)], [0.08, 0.08, 0.07], tint(WOOD, 0.2))
    with pen.part(puff=0.8, shade=0.3):
        pen.dot(*lock, 0.05, rgb("#4a4a50"))
        pen.line([hand, lock, (lock[0] + 0.8 * (blade[0] - lock[0]), lock[1] + 0.8 * (blade[1] - lock[1]))], 0.055, tint(WOOD, 0.35))  # fmt: skip
        lean = math.degrees(math.atan2(blade[0] - lock[0], blade[1] - lock[1]))
        pen.oval(*blade, 0.085, 0.24, tint(WOOD, 0.35), degrees=-lean)
    with pen.part(lit=False):
        # The water closes over the blade.
        if rows and out < 0.25:
            pen.oval(blade[0], 0.18, 0.22, 0.05, WHITE, 0.5)
        if rows:
            _splash(pen, lock[0] - 2.6 * (-0.70 + 0.5 - 0.08), moment)
    foam(pen, -1.4, 1.4, moment, goes=goes)


def _paddled(
    pen: Pen, crew: Sequence[Member], moment: Moment, seats: Sequence[float], seat: float, both: bool
) -> list[tuple[Point, Point]]:
    """Draw paddlers; return the ends of their paddles, the lower first."""
    paddles = []
    for number, (member, x) in enumerate(zip(crew, seats, strict=True)):
        pull, out = stroke((moment.phase + 0.04 * number) % 1.0)
        low = (x + 0.42 - 0.22 * pull, seat - 0.10 - 0.20 * out)
        top = (x + 0.36 - 0.06 * pull, seat - 0.66)
        paddles.append(((low[0] + (low[0] - top[0]) * 1.0, low[1] + (low[1] - top[1]) * 1.0), top))
        if both:
            paddles[-1] = (paddles[-1][0], (2 * top[0] - low[0], 2 * top[1] - low[1] + 0.1))
        lean = 8.0 - 7.0 * pull
        pose = Pose((x, seat), (x + 0.55, seat + 0.20), (x + 0.57, seat + 0.18), low, top, lean=lean, flow=-0.4 * pull, room=0.8)  # fmt: skip
        member.draw(pen, pose, moment)
    return paddles


def _blades(pen: Pen, paddles: Sequence[tuple[Point, Point]], moment: Moment, both: bool) -> None:
    with pen.part(puff=0.8, shade=0.3):
        for low, top in paddles:
            pen.line([top, low], 0.042, tint(WOOD, 0.3))
            lean = math.degrees(math.atan2(low[0] - top[0], low[1] - top[1]))
            for x, y in (low, top) if both else (low,):
                pen.oval(x, y, 0.09, 0.21, tint(WOOD, 0.3), degrees=-lean)
            if not both:
                pen.oval(*top, 0.05, 0.03, tint(WOOD, 0.3))
    with pen.part(lit=False):
        for low, _ in paddles:
            if low[1] > 0.0:
                pen.oval(low[0], 0.16, 0.20, 0.04, WHITE, 0.5)
        for low, _ in paddles[:1]:
            _splash(pen, low[0], moment)


def draw_canoe(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    with pen.part(puff=0.5, shade=0.0, gain=0.8):
        pen.blob([(-2.2, -0.80), (0.0, -0.42), (2.2, -0.80), (1.5, -0.2), (-1.5, -0.2)], dim(hue, 0.5), tight=0.7)
    places = (-0.15,) if len(crew) == 1 else spread(len(crew), -1.15, 0.85)
    paddles = _paddled(pen, crew, moment, places, -0.34, False) if goes else []
    for member, x in zip(crew, places, strict=True) if not goes else ():
        member.draw(
            pen, Pose((x, -0.34), (x + 0.5, -0.1), (x + 0.5, -0.1), arms=(Arm(24, 50), Arm(26, 46)), room=0.8), moment
        )
    with pen.part(puff=0.8, shade=0.35):
        pen.blob(
            [(-2.25, -0.82), (-1.3, -0.46), (0.0, -0.38), (1.3, -0.46), (2.25, -0.82), (1.9, -0.06), (1.2, 0.13), (-1.2, 0.13), (-1.9, -0.06)],
            pen.ramp((0, -0.6), (0, 0.1), [tint(hue, 0.15), hue, dim(hue, 0.66)]), tight=0.7,
        )  # fmt: skip
        pen.line([(-1.75, -0.30), (0.0, -0.16), (1.75, -0.30)], 0.06, mix(hue, WHITE, 0.6))
        pen.tube([(-2.23, -0.80), (-1.3, -0.45), (0.0, -0.37), (1.3, -0.45), (2.23, -0.80)], [0.06, 0.06, 0.06, 0.06, 0.06], tint(WOOD, 0.25))  # fmt: skip
    _blades(pen, paddles, moment, False)
    foam(pen, -1.7, 1.7, moment, goes=goes)


def draw_kayak(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    places = (-0.25,) if len(crew) == 1 else spread(len(crew), -0.95, 0.75)
    paddles = _paddled(pen, crew, moment, places, -0.20, True) if goes else []
    for member, x in zip(crew, places, strict=True) if not goes else ():
        member.draw(pen, Pose((x, -0.20), (x + 0.6, 0.0), (x + 0.6, 0.0), room=0.8), moment)
    with pen.part(puff=0.8, shade=0.35):
        pen.blob(
            [(-2.3, -0.42), (-0.8, -0.30), (0.3, -0.30), (2.35, -0.46), (1.8, -0.06), (1.1, 0.10), (-1.2, 0.10), (-1.9, -0.08)],
            pen.ramp((0, -0.45), (0, 0.1), [tint(hue, 0.25), hue, dim(hue, 0.7)]), tight=0.8,
        )  # fmt: skip
        pen.tube([(-2.0, -0.22), (0.0, -0.14), (2.05, -0.26)], [0.03, 0.06, 0.03], mix(hue, WHITE, 0.7))
        for x in places:
            pen.tube([(x - 0.30, -0.33), (x, -0.36), (x + 0.34, -0.33)], [0.05, 0.06, 0.05], rgb("#26262c"))
    _blades(pen, paddles, moment, True)
    foam(pen, -1.8, 1.8, moment, goes=goes)


def draw_gondola(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    """The first of the crew stands behind and rows; the rest sit before him."""
    pull, out = stroke(moment.phase) if goes else (0.3, 1.0)
    stern = (-2.35, -0.86)
    hand = (stern[0] + 0.50 - 0.16 * pull, stern[1] - 0.98)
    blade = (stern[0] + 0.35 - 0.75 * -pull, 0.16 - 0.22 * out)
    with pen.part(puff=0.5, shade=0.0, gain=0.8):
        pen.blob([(-3.5, -1.3), (0.0, -0.55), (3.6, -1.6), (2.0, -0.2), (-2.0, -0.2)], dim(hue, 0.6), tight=0.6)
    for member, x in zip(crew[1:], (0.15, 0.85, -0.5, 1.4), strict=False):
        member.draw(
            pen,
            Pose((x, -0.52), (x + 0.45, -0.2), (x + 0.47, -0.2), arms=(Arm(20, 54), Arm(24, 48)), lean=-4.0, room=0.8),
            moment,
        )
    if crew:
        pose = Pose(
            stern, (stern[0] - 0.14, stern[1]), (stern[0] + 0.16, stern[1]), hand, (hand[0] - 0.04, hand[1] + 0.16),
            lean=10.0 - 7.0 * pull if goes else 3.0, stands=0.97, flow=-0.3 * pull,
        )  # fmt: skip
        crew[0].draw(pen, pose, moment)
    with pen.part(puff=0.8, shade=0.35):
        pen.blob(
            [(-3.75, -1.75), (-3.3, -1.05), (-2.0, -0.72), (0.0, -0.52), (2.0, -0.62), (3.2, -1.10), (3.7, -1.95), (3.85, -1.9), (3.5, -0.75), (2.4, 0.0), (1.4, 0.14), (-1.6, 0.14), (-2.7, -0.05), (-3.5, -0.8)],
            pen.ramp((0, -1.2), (0, 0.1), [tint(hue, 0.14), hue, dim(hue, 0.7)]), tight=0.6,
        )  # fmt: skip
        pen.line([(-3.4, -1.0), (-2.0, -0.66), (0.0, -0.46), (2.0, -0.56), (3.3, -1.05)], 0.05, rgb("#d8b048"))
        for k in range(5):
            pen.box(3.62, -1.92 + 0.17 * k, 3.98 - 0.03 * k, -1.83 + 0.17 * k, rgb("#c8ccd4"), round=0.02)
        pen.box(-0.75, -0.86, -0.55, -0.48, rgb("#a8283c"), round=0.05)
    with pen.part(puff=0.8, shade=0.3):
        pen.line([(hand[0] - 0.10, hand[1] - 0.10), blade], 0.055, tint(WOOD, 0.3))
        pen.oval(*blade, 0.08, 0.26, tint(WOOD, 0.3), degrees=-14 - 12 * pull)
    with pen.part(lit=False):
        if goes and out < 0.3:
            pen.oval(blade[0], 0.18, 0.24, 0.05, WHITE, 0.5)
    foam(pen, -2.4, 2.5, moment, goes=goes)
