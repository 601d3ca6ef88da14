"""Boards and the like: what one stands or sits on that goes by itself: skateboard, surfboard, skis, broom, flying carpet."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.crew import Member, Pose, members_of
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.stance import Arm
from rushes.engines.animatic.rigs.wheel import draw_wheel, turned

_WOOD, _SEA = rgb("#8a5632"), rgb("#2f93a0")


@dataclass(frozen=True, slots=True)
class Board:
    height: float
    words: tuple[str, ...]
    colours: tuple[str, ...]
    reach: tuple[float, float, float, float]
    draw: Callable[[Pen, Rgb, Moment, Sequence[Member], bool], None]
    speed: float
    actions: frozenset[str] = frozenset({"drive", "stand"})
    lift: float = 0.0  #: metres above the ground
    sway: float = 0.0  #: metres up and down
    seats: int = 1


def make(subject: Subject, seed: int) -> Figure:
    board = BOARDS[subject.rig]
    size = subject.scale
    hue = rgb(subject.colour or board.colours[seed % len(board.colours)])
    goes = subject.action not in ("stand", "sit", "sleep", "lie", "look")
    crew, slow = members_of(subject), subject.rig == "surfboard"
    tall = 2.0 if crew else 0.0

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            board.draw(pen, hue, moment, crew, goes)

    def drift(t: float) -> Drift:
        return Drift(0.0, board.sway * size * math.sin(1.4 * t + seed % 6))

    left, top, right, bottom = board.reach if crew or goes else (-0.9, -board.height - 0.3, 0.9, 0.1)
    return Figure(
        paint=paint,
        reach=(left * size, min(top, -tall) * size, right * size, bottom * size),
        # A wave is large and slow: on twos, as the swell is.
        poses=(24 if slow else 48) if crew or goes else 1,
        poses_per_second=12.0 if slow else 24.0,
        speed=board.speed if goes else 0.0,
        lift=board.lift * size if goes or crew else 0.0,
        talks=bool(crew),
        blinks=bool(crew),
        drift=drift if board.sway and (goes or crew) else None,
        casts=subject.rig != "surfboard" or not crew,
    )


def _balanced(moment: Moment, seat: Point, apart: float, deep: float, forward: float = 0.0) -> Pose:
    """Knees bent, arms out, swaying with the board."""
    sway = math.sin(2 * math.pi * moment.phase)
    arms = (Arm(62 + 12 * sway, 24), Arm(-52 + 10 * sway, 16))
    x, y = seat
    return Pose(
        seat, (x - apart, y), (x + apart, y), arms=arms, lean=forward + 5.0 * sway, nod=-0.5 * forward - 2 * sway, flow=-0.9,
        stands=deep - 0.02 * sway, room=0.9,
    )  # fmt: skip


def _skateboard(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    with pen.part(puff=0.8, shade=0.0):
        pen.tube([(-0.48, -0.20), (-0.36, -0.13), (0.36, -0.13), (0.50, -0.21)], [0.05, 0.055, 0.055, 0.05], hue)
        for x in (-0.28, 0.28):
            draw_wheel(pen, x, 0.06, turned(moment.phase) * 2 if goes else 0.0, rgb("#f0e6c8"), tyre=0.5)
    for member in crew[:1]:
        member.draw(pen, _balanced(moment, (0.0, -0.155), 0.20, 0.86 if goes else 0.95, 8.0), moment)


def _snowboard(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    if not crew and not goes:
        with pen.part(puff=0.5, shade=0.0):
            pen.blob(
                [
                    (0.0, 0.02),
                    (-0.15, -0.15),
                    (-0.12, -0.75),
                    (-0.15, -1.35),
                    (0.0, -1.52),
                    (0.15, -1.35),
                    (0.12, -0.75),
                    (0.15, -0.15),
                ],
                pen.ramp((-0.2, 0), (0.2, 0), [dim(hue, 0.85), tint(hue, 0.15)]),
            )
        return
    with pen.part(puff=0.8, shade=0.0):
        pen.tube([(-0.80, -0.14), (-0.62, -0.05), (0.62, -0.05), (0.82, -0.15)], [0.08, 0.09, 0.09, 0.08], hue)
    for member in crew[:1]:
        member.draw(pen, _balanced(moment, (0.0, -0.075), 0.26, 0.80 if goes else 0.93, 10.0), moment)
    if goes:
        _spray(pen, moment, -0.75, WHITE)


def _skis(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    if not crew and not goes:
        # Planted in the snow.
        with pen.part(puff=0.7, shade=0.0):
            for x in (-0.16, 0.06):
                pen.tube([(x, 0.02), (x + 0.02, -1.45), (x + 0.12, -1.72)], [0.10, 0.10, 0.08], hue)
            for x in (-0.34, 0.30):
                pen.line([(x, 0.02), (x, -1.15)], 0.035, rgb("#3a3c44"))
        return
    with pen.part(puff=0.8, shade=0.0):
        for dx, tone in ((0.10, 0.7), (0.0, 1.0)):
            pen.tube([(-0.85 + dx, -0.05), (0.70 + dx, -0.05), (0.98 + dx, -0.16)], [0.085, 0.09, 0.06], dim(hue, tone))
    for member in crew[:1]:
        sway = math.sin(2 * math.pi * moment.phase)
        hand = (0.30, -0.86 - 0.03 * sway)
        with pen.part(puff=0.9, shade=0.1):
            for dx, tone in ((0.08, 0.7), (0.0, 1.0)):
                pen.line([(hand[0] + dx, hand[1]), (-0.42 + dx, -0.18)], 0.026, dim(rgb("#3a3c44"), tone))
                pen.oval(-0.36 + dx, -0.22, 0.07, 0.03, rgb("#3a3c44"), degrees=-50)
        pose = Pose((-0.02, -0.07), (-0.05, -0.07), (0.07, -0.07), hand, (hand[0] + 0.07, hand[1]), lean=22.0 + 3 * sway, nod=-18.0, flow=-0.9, stands=0.80 - 0.02 * sway, room=0.9)  # fmt: skip
        member.draw(pen, pose, moment)
    if goes:
        _spray(pen, moment, -0.8, WHITE)


def _spray(pen: Pen, moment: Moment, x: float, hue: Rgb) -> None:
    with pen.part(lit=False):
        for k in range(14):
            age = (k / 14 + 3 * moment.phase) % 1.0
            pen.dot(
                x - 0.9 * age,
                -0.04 - 0.42 * age * (1 - 0.6 * age) * (0.5 + 0.5 * (k % 3) / 2),
                0.03 + 0.09 * age,
                hue,
                0.75 * (1 - age),
            )


def _surfboard(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    if not crew and not goes:
        # It stands in the sand.
        with pen.part(puff=0.5, shade=0.0):
            pen.blob(
                [(0.0, 0.02), (-0.26, -0.5), (-0.27, -1.3), (0.0, -2.05), (0.27, -1.3), (0.26, -0.5)],
                pen.ramp((-0.3, 0), (0.3, 0), [dim(hue, 0.85), tint(hue, 0.15)]),
            )
            pen.line([(0.0, -0.1), (0.0, -1.95)], 0.04, tint(hue, 0.6))
        return
    _wave(pen, moment)
    sway = math.sin(2 * math.pi * moment.phase)
    tilt = 17.0 + 3.0 * sway
    with pen.turned(-0.10, -0.66 + 0.06 * sway, tilt):
        with pen.part(puff=0.7, shade=0.3):
            pen.blob([(-1.0, -0.02), (-0.6, -0.09), (0.6, -0.10), (1.12, -0.16), (0.7, 0.0), (-0.6, 0.02)], hue)
            pen.line([(-0.9, -0.04), (0.9, -0.07)], 0.025, tint(hue, 0.6))
        for member in crew[:1]:
            member.draw(pen, _balanced(moment, (0.0, -0.09), 0.27, 0.76, 12.0), moment)
    with pen.part(lit=False):
        for k in range(16):
            age = (k / 16 + 2 * moment.phase) % 1.0
            pen.dot(
                -0.55 - 1.3 * age,
                -0.78 - 0.9 * age * (1 - age) * (0.6 + 0.4 * (k % 3)) - 0.35 * age,
                0.035 + 0.07 * age,
                WHITE,
                0.7 * (1 - age),
            )


def _wave(pen: Pen, moment: Moment) -> None:
    """A wave that breaks behind the surfer: a hollow face, a lip that curls over, foam along its foot."""
    turn = 2 * math.pi * moment.phase
    deep, pale = dim(_SEA, 0.62), mix(_SEA, rgb("#bff0e4"), 0.55)
    curl = 0.06 * math.sin(turn)
    with pen.part(puff=0.35, shade=0.0):
        pen.blob(
            [(-3.9, 0.12), (-3.6, -1.3), (-2.9, -2.35), (-1.9, -2.72), (-0.9, -2.42 + curl), (-0.55, -1.90 + curl), (-0.95, -2.02), (-1.5, -1.85), (-1.55, -1.20), (-0.9, -0.72), (0.4, -0.42), (1.9, -0.22), (3.4, -0.02), (3.6, 0.14)],
            pen.ramp((0, -2.7), (0, 0.1), [pale, _SEA, deep, _SEA], [0, 0.35, 0.75, 1]), tight=0.8,
        )  # fmt: skip
        for k in range(7):
            drop = (k / 7 + moment.phase) % 1.0
            x = -3.3 + 0.42 * k
            pen.line(
                [(x, -1.9 + 0.5 * abs(k - 3.2) * 0.35 + 0.3 * drop), (x + 0.18, -1.0 + 0.3 * drop), (x + 0.5, -0.35)],
                0.035,
                tint(_SEA, 0.5),
                0.5,
            )
    with pen.part(puff=0.6, shade=0.1):
        for k in range(9):
            share = k / 8
            x = -3.0 + 2.5 * share
            y = -2.36 - 0.40 * math.sin(math.pi * min(1.0, share * 1.1)) + 0.62 * max(0.0, share - 0.7)
            pen.dot(x, y + 0.03 * math.sin(turn * 2 + k), 0.17 + 0.05 * math.sin(turn + 2 * k), WHITE, 0.9)
        for k in range(24):
            x = -3.8 + 0.3 * k
            high = 0.15 * (1 - k / 28) * (0.7 + 0.4 * math.sin(2.6 * k))
            pen.oval(
                x,
                0.04 + 0.02 * math.sin(turn * 2 + 1.7 * k),
                0.26,
                high * (0.8 + 0.25 * math.sin(turn + 2.1 * k)),
                WHITE,
                0.7,
            )


def _broom(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    swing = 0.02 * math.sin(4 * math.pi * moment.phase)
    with pen.part(puff=0.8, shade=0.0):
        pen.tube([(-0.75, 0.02), (0.2, -0.02), (1.10, -0.14)], [0.055, 0.05, 0.045], _WOOD)
        pen.blob(
            [
                (-0.70, -0.07),
                (-1.15, -0.17 + swing),
                (-1.62, -0.16 - swing),
                (-1.70, 0.04),
                (-1.58, 0.20 + swing),
                (-1.15, 0.17),
                (-0.70, 0.09),
            ],
            hue,
        )
        for k in range(5):
            pen.line([(-0.75, -0.04 + 0.025 * k), (-1.6, -0.12 + 0.07 * k + swing)], 0.014, dim(hue, 0.65))
        pen.line([(-0.82, -0.08), (-0.82, 0.10)], 0.05, rgb("#7a3430"))
    for n, member in enumerate(crew[:2]):
        x = (0.10, -0.46)[n] if len(crew) > 1 else -0.10
        # Astride behind bent knees, the feet drawn back.
        member.draw(
            pen,
            Pose(
                (x, -0.10),
                (x - 0.10, 0.44),
                (x - 0.02, 0.42),
                (x + 0.52, -0.10),
                (x + 0.58, -0.12),
                lean=20.0,
                nod=-14.0,
                flow=-1.0,
                heel=40.0,
                room=0.8,
            ),
            moment,
        )


def _carpet(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    turn = 2 * math.pi * moment.phase
    top = [(-1.3 + 0.26 * k, 0.07 * math.sin(turn - 0.9 * k) - 0.10 * (k > 8) * (k - 8)) for k in range(11)]
    with pen.part(puff=0.4, shade=0.0):
        gold = rgb("#e0b84a")
        pen.poly([*((x + 0.22, y - 0.16) for x, y in top), *reversed(top)], dim(hue, 0.82))
        pen.line([(x + 0.11, y - 0.08) for x, y in top], 0.03, gold)
    for n, member in enumerate(crew[:2]):
        x = (0.20, -0.55)[n] if len(crew) > 1 else 0.0
        y = 0.07 * math.sin(turn - 0.9 * 5) - 0.10
        member.draw(
            pen,
            Pose(
                (x, y - 0.10),
                (x + 0.34, y - 0.02),
                (x + 0.22, y - 0.02),
                arms=(Arm(30, 62), Arm(34, 56)),
                lean=2.0,
                flow=-0.7,
                room=0.8,
            ),
            moment,
        )
    with pen.part(puff=0.5, shade=0.25):
        pen.tube(top, [0.07] * 5, hue)
        pen.line([(x, y - 0.02) for x, y in top], 0.02, gold)
        for x, y in (top[0], top[-1]):
            for k in range(3):
                pen.line([(x, y), (x + (-0.10 if x < 0 else 0.10), y + 0.05 + 0.05 * k)], 0.018, gold)


_FLIES = frozenset({"fly", "hover", "float"})
BOARDS: dict[str, Board] = {
    "skateboard": Board(0.25, ("skateboard", "longboard"), ("#c8503c", "#3f8a8c", "#e0a030"), (-0.9, -0.4, 0.9, 0.1), _skateboard, 3.4),
    "snowboard": Board(1.5, ("snowboard",), ("#c8403c", "#3f6fc0", "#e0a030"), (-2.0, -0.6, 1.1, 0.1), _snowboard, 6.0),
    "skis": Board(1.7, ("ski", "skis"), ("#c8403c", "#3f6fc0"), (-2.0, -0.6, 1.2, 0.1), _skis, 6.0),
    "surfboard": Board(2.0, ("surfboard", "surf board", "paddleboard"), ("#f0c040", "#e8583c", "#3fa0b0"), (-4.3, -3.3, 4.0, 0.4), _surfboard, 3.0, frozenset({"sail", "stand"}), sway=0.08),
    "broomstick": Board(0.4, ("flying broom", "flying broomstick"), ("#c89a4a",), (-1.9, -1.4, 1.4, 0.7), _broom, 4.0, _FLIES, 2.2, 0.14, 2),
    "carpet": Board(0.4, ("magic carpet", "flying carpet"), ("#8a2c4a", "#2f4f9c"), (-1.7, -0.9, 1.9, 0.5), _carpet, 3.0, _FLIES, 2.0, 0.16, 2),
}  # fmt: skip
