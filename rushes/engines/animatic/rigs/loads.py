"""Loads: what is pushed or pulled, with those who sit in it: carts and carriages, sleds, wheelchairs, prams.

The ground point is below the middle. A horse goes before it, a person behind; wheels turn by the way that is gone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.crew import Member, Pose, members_of
from rushes.engines.animatic.rigs.figure import Figure, Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed
from rushes.engines.animatic.rigs.stance import Arm
from rushes.engines.animatic.rigs.wardrobe import dressed
from rushes.engines.animatic.rigs.wheel import POSES, SPOKES, STEPS, draw_wheel, draw_wire_wheel, turned

ACTIONS = frozenset({"drive", "stand"})
_WOOD, _IRON, _STEEL = rgb("#8a5632"), rgb("#34363f"), rgb("#c4cad2")
_LAP = (Arm(16, 62), Arm(20, 58))


@dataclass(frozen=True, slots=True)
class Load:
    height: float
    words: tuple[str, ...]
    colours: tuple[str, ...]
    reach: tuple[float, float, float, float]
    draw: Callable[[Pen, Rgb, Moment, Sequence[Member]], None]
    hitch: Point  #: in front: where shafts or ropes begin
    handle: Point  #: behind: where hands hold it
    radius: float = 0.3  #: of its wheels; 0: it slides on runners
    seats: int = 0
    speed: float = 0.0  #: by itself, down a slope
    driven: bool = False  #: never without somebody on the box when it goes


def make(subject: Subject, seed: int) -> Figure:
    load = LOADS[subject.rig]
    size = subject.scale
    hue = rgb(subject.colour or load.colours[seed % len(load.colours)])
    goes = subject.action in ("drive", "run", "walk") and load.speed > 0
    crew = members_of(subject) or ((_coachman(seed),) if load.driven and subject.action == "drive" else ())

    def paint(pen: Pen, moment: Moment) -> None:
        if goes:
            moment = _rolled(moment, load.radius, load.speed * POSES / 24)
        with pen.turned(0, 0, 0, size):
            load.draw(pen, hue, moment, crew)

    left, top, right, bottom = load.reach
    return Figure(
        paint=paint,
        reach=(left * size, top * size, right * size, bottom * size),
        poses=POSES if goes else 1,
        speed=load.speed if goes else 0.0,
        talks=bool(crew),
        blinks=bool(crew),
    )


def _coachman(seed: int) -> Member:
    person = Subject(noun="coachman", rig="man", traits=("hat", "coat"))
    return Member(person, dressed(person, seed), None)


def rolled(moment: Moment, load: Member, metres: float) -> Moment:
    """The moment for something whose wheels roll so far in a loop: whole spokes, so that the loop closes."""
    return _rolled(moment, LOADS[load.subject.rig].radius if load.subject.rig in LOADS else 0.34, metres)


def _rolled(moment: Moment, radius: float, metres: float) -> Moment:
    spokes = round(metres / (2 * math.pi * radius / SPOKES)) if radius > 0 else 0
    return replace(moment, phase=moment.phase * spokes / STEPS)


def loads_of(subject: Subject) -> tuple[Member, ...]:
    """What this subject pushes or pulls."""
    return tuple(member for member in members_of(subject) if member.subject.rig in LOADS)


def _sitters(pen: Pen, crew: Sequence[Member], moment: Moment, seats: Sequence[Point], drop: float, hand: Point | None = None, *, lean: float = -2.0, feet: float = 0.42) -> None:  # fmt: skip
    poses = [
        Pose(seat, (seat[0] + feet, seat[1] + drop), (seat[0] + feet + 0.05, seat[1] + drop - 0.01), hand if n == 0 else None, None if hand is None or n else (hand[0], hand[1] - 0.05), _LAP, lean=lean, room=0.9)
        for n, seat in enumerate(seats)
    ]  # fmt: skip
    for member, pose in reversed(list(zip(crew, poses, strict=False))):
        member.draw(pen, pose, moment)


def _wheels(pen: Pen, moment: Moment, wheels: Sequence[tuple[float, float]], hub: Rgb, tyre: float = 0.14) -> None:
    with pen.part(puff=0.6, shade=0.3):
        for x, radius in wheels:
            draw_wheel(pen, x, radius, turned(moment.phase), hub, tyre=tyre)


def _cart(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    _sitters(pen, crew, moment, ((0.62, -1.20), (0.42, -1.24), (-0.5, -1.14), (-0.9, -1.14)), 0.40, (1.16, -1.62))
    with pen.part(puff=0.5, shade=0.3):
        pen.poly(
            [(-1.30, -0.78), (-1.42, -1.30), (0.92, -1.30), (0.98, -0.78)],
            pen.ramp((0, -1.3), (0, -0.7), [tint(hue, 0.15), dim(hue, 0.8)]),
        )
        for y in (-1.14, -0.96):
            pen.line([(-1.38, y), (0.95, y)], 0.022, dim(hue, 0.55))
        for x in (-1.2, -0.2, 0.8):
            pen.line([(x, -1.34), (x, -0.76)], 0.06, dim(hue, 0.7))
        pen.line([(0.9, -0.82), (1.5, -0.86)], 0.07, dim(hue, 0.7))
        if len(crew) < 3:
            for k, x in enumerate((-1.1, -0.82, -0.52, -0.24)):
                pen.oval(x, -1.36, 0.22, 0.16 + 0.04 * (k % 2), rgb("#d8b45c"))
    _wheels(pen, moment, ((-0.28, 0.56),), dim(hue, 0.85))


def _wagon(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    """Covered with canvas on hoops, as those that went west."""
    _sitters(pen, crew, moment, ((1.22, -1.32), (1.08, -1.36)), 0.44, (1.72, -1.72))
    with pen.part(puff=0.5, shade=0.2):
        canvas = rgb("#f0e6d0")
        pen.blob(
            [(-1.75, -1.20), (-2.0, -2.50), (-0.4, -2.62), (1.05, -2.56), (0.88, -1.20)],
            pen.ramp((0, -2.6), (0, -1.2), [tint(canvas, 0.3), canvas, dim(canvas, 0.8)]),
            tight=0.5,
        )
        for x in (-1.3, -0.5, 0.3):
            pen.line([(x, -1.22), (x - 0.06, -1.95), (x - 0.02, -2.55)], 0.025, dim(canvas, 0.75))
    with pen.part(puff=0.4, shade=0.3):
        pen.poly(
            [(-1.75, -0.78), (-1.85, -1.26), (1.42, -1.26), (1.32, -0.78)],
            pen.ramp((0, -1.3), (0, -0.7), [tint(hue, 0.15), dim(hue, 0.8)]),
        )
        pen.line([(-1.8, -1.02), (1.37, -1.02)], 0.025, dim(hue, 0.55))
        pen.line([(1.3, -0.8), (1.95, -0.86)], 0.07, dim(hue, 0.7))
    _wheels(pen, moment, ((-1.15, 0.60), (0.86, 0.48)), rgb("#a8703c"))


def _toy_wagon(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    _sitters(pen, crew, moment, ((-0.05, -0.46), (-0.42, -0.48)), 0.14, feet=0.4)
    with pen.part(puff=0.6, shade=0.3):
        pen.poly(
            [(-0.62, -0.24), (-0.66, -0.52), (0.56, -0.52), (0.52, -0.24)],
            pen.ramp((0, -0.5), (0, -0.2), [tint(hue, 0.2), dim(hue, 0.8)]),
        )
        pen.line([(-0.66, -0.52), (0.56, -0.52)], 0.05, tint(hue, 0.3))
        pen.line([(-0.3, -0.38), (0.2, -0.38)], 0.03, WHITE, 0.8)
    _wheels(pen, moment, ((-0.40, 0.15), (0.34, 0.15)), WHITE, 0.4)


def _carriage(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    """Closed and gilded, with a coachman on the box and lamps."""
    gold = rgb("#e0b84a")
    _sitters(pen, crew[:1], moment, ((1.30, -1.62),), 0.46, (1.84, -1.96))
    with pen.part(puff=0.6, shade=0.3):
        pen.tube([(1.12, -1.58), (1.62, -1.56)], [0.12, 0.10], rgb("#3a2428"))
        pen.tube([(1.05, -1.0), (1.5, -1.16), (1.80, -0.98)], [0.09, 0.09, 0.08], gold)
        pen.blob(
            [(-1.02, -0.98), (-1.22, -1.70), (-1.16, -2.22), (-0.5, -2.42), (0.5, -2.42), (1.04, -2.22), (1.10, -1.70), (0.86, -0.98), (0.0, -0.78)],
            pen.ramp((0, -2.4), (0, -0.8), [tint(hue, 0.2), hue, dim(hue, 0.72)]), tight=0.6,
        )  # fmt: skip
        pen.tube([(-1.2, -2.24), (0.0, -2.46), (1.08, -2.24)], [0.09, 0.10, 0.09], gold)
        pen.line([(-1.2, -1.5), (1.08, -1.5)], 0.045, gold)
        pen.line([(-0.42, -1.46), (-0.40, -0.90), (0.36, -0.90), (0.38, -1.46)], 0.03, gold)
        pen.dot(0.0, -2.56, 0.10, gold)
        for x in (-0.86, -0.34, 0.38):
            pen.box(x - 0.02, -2.16, x + 0.42, -1.60, rgb("#4a5a70"), round=0.08)
        pen.oval(1.18, -1.86, 0.09, 0.14, rgb("#fff0b8"))
    for member, x in zip(crew[1:], (-0.10, 0.62), strict=False):
        from_seat = Pose((x, -1.25), (x + 0.4, -0.9), (x + 0.4, -0.9), arms=_LAP, room=0.8)
        with pen.within(closed([(x - 0.26, -1.60), (x - 0.26, -2.16), (x + 0.18, -2.16), (x + 0.18, -1.60)], 0.2)):
            member.draw(pen, from_seat, moment)
    _wheels(pen, moment, ((-0.92, 0.62), (1.12, 0.48)), gold, 0.12)


def _sled(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    _sitters(
        pen, crew, moment, ((-0.05, -0.40), (-0.52, -0.42), (-0.92, -0.44)), 0.14, (0.55, -0.66), lean=-8.0, feet=0.62
    )
    with pen.part(puff=0.8, shade=0.3):
        pen.line([(-1.15, -0.04), (0.55, -0.04), (0.86, -0.14), (0.96, -0.42), (0.80, -0.54)], 0.07, dim(hue, 0.8))
        for x in (-0.9, -0.1, 0.55):
            pen.line([(x, -0.06), (x + 0.04, -0.30)], 0.055, dim(hue, 0.7))
        pen.tube([(-1.15, -0.32), (0.82, -0.32)], [0.10, 0.09], hue)


def _sleigh(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    gold = rgb("#e0b84a")
    with pen.part(puff=0.8, shade=0.0):
        pen.oval(-0.95, -1.25, 0.45, 0.42, rgb("#8a5a34"))
        pen.line([(-1.1, -1.58), (-0.85, -1.52)], 0.06, gold)
    _sitters(pen, crew, moment, ((-0.05, -0.82), (0.12, -0.86)), 0.36, (0.72, -1.22), lean=-6.0)
    with pen.part(puff=0.6, shade=0.3):
        pen.line(
            [(-1.35, -0.06), (0.9, -0.06), (1.45, -0.16), (1.72, -0.58), (1.50, -0.78), (1.36, -0.62)], 0.075, gold
        )
        for x in (-0.9, 0.0, 0.8):
            pen.line([(x, -0.08), (x + 0.08, -0.45)], 0.06, gold)
        pen.blob(
            [(-1.45, -1.72), (-1.38, -0.70), (-1.0, -0.42), (0.8, -0.42), (1.22, -0.70), (1.40, -1.28), (1.12, -1.16), (0.78, -0.86), (-0.36, -0.86), (-0.72, -1.16), (-1.10, -1.62)],
            pen.ramp((0, -1.7), (0, -0.4), [tint(hue, 0.2), hue, dim(hue, 0.72)]), tight=0.7,
        )  # fmt: skip
        pen.line(
            [(-1.36, -1.62), (-0.80, -1.14), (-0.38, -0.90), (0.76, -0.90), (1.10, -1.14), (1.36, -1.28)], 0.05, gold
        )


def _wheelchair(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    with pen.part(puff=0.8, shade=0.0):
        pen.tube([(-0.24, -0.50), (-0.30, -0.98)], [0.09, 0.09], dim(hue, 0.8))
        pen.line([(-0.28, -0.92), (-0.34, -1.02), (-0.52, -1.02)], 0.045, _IRON)
        draw_wire_wheel(pen, -0.12, 0.32, turned(moment.phase), dim(_STEEL, 0.7))
    # His hands are on the rims.
    _sitters(pen, crew, moment, ((-0.10, -0.60),), 0.44, (0.06, -0.66), feet=0.46)
    with pen.part(puff=0.8, shade=0.3):
        pen.tube([(-0.26, -0.50), (0.24, -0.50)], [0.10, 0.10], hue)
        pen.line([(0.26, -0.50), (0.34, -0.14), (0.48, -0.14)], 0.04, _STEEL)
        pen.line([(-0.28, -0.72), (0.18, -0.72), (0.22, -0.52)], 0.04, _IRON)
        draw_wheel(pen, 0.30, 0.10, turned(moment.phase), _STEEL)
        draw_wire_wheel(pen, -0.14, 0.34, turned(moment.phase), _STEEL)


def _pram(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    for member in crew[:1]:
        member.draw(
            pen, Pose((0.06, -0.62), (0.4, -0.5), (0.4, -0.5), arms=_LAP, lean=-14.0, room=0.4, tallest=0.75), moment
        )
    with pen.part(puff=0.8, shade=0.3):
        pen.line([(-0.30, -0.58), (-0.52, -0.96), (-0.60, -0.98)], 0.04, _IRON)
        pen.line([(-0.34, -0.22), (0.20, -0.52)], 0.035, _STEEL)
        pen.line([(0.34, -0.20), (-0.22, -0.52)], 0.035, _STEEL)
        pen.blob(
            [
                (-0.46, -0.86),
                (-0.40, -0.54),
                (-0.10, -0.46),
                (0.30, -0.48),
                (0.52, -0.72),
                (0.10, -0.70),
                (-0.14, -0.74),
            ],
            pen.ramp((0, -0.9), (0, -0.4), [tint(hue, 0.2), dim(hue, 0.8)]),
        )
        pen.blob(
            [(-0.14, -0.74), (-0.44, -0.82), (-0.46, -1.02), (-0.24, -1.18), (0.02, -1.14), (-0.02, -0.98)],
            dim(hue, 0.85),
        )
        for x, y in ((-0.40, -1.04), (-0.24, -1.10), (-0.08, -1.10)):
            pen.line([(-0.14, -0.76), (x, y)], 0.016, dim(hue, 0.6))
    with pen.part(puff=0.8, shade=0.3):
        for x in (-0.34, 0.36):
            draw_wire_wheel(pen, x, 0.21, turned(moment.phase), WHITE)


def _trolley(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    """A shopping cart, with what was bought, or with a child in it."""
    _sitters(pen, crew, moment, ((-0.02, -0.72),), 0.20, feet=0.3)
    with pen.part(puff=0.8, shade=0.1):
        if not crew:
            for k, tone in enumerate(("#d8503c", "#e8b84a", "#5a9a4a", "#d88a4a")):
                pen.dot(-0.24 + 0.19 * k, -0.86 - 0.05 * (k % 2), 0.14, rgb(tone))
            pen.tube([(0.2, -0.8), (0.34, -1.2)], [0.07, 0.05], rgb("#e0b878"))
    with pen.part(puff=0.9, shade=0.2):
        pen.line([(-0.46, -1.0), (-0.62, -1.02)], 0.05, hue)
        for k in range(7):
            share = k / 6
            pen.line([(-0.46 + 0.96 * share, -0.94 + 0.03 * share), (-0.36 + 0.80 * share, -0.54)], 0.016, _STEEL)
        for k in range(4):
            pen.line([(-0.46 + 0.034 * k, -0.94 + 0.13 * k), (0.52 - 0.025 * k, -0.91 + 0.12 * k)], 0.018, _STEEL)
        pen.line([(-0.36, -0.54), (-0.42, -0.24), (0.42, -0.24)], 0.035, _STEEL)
        for x in (-0.38, 0.38):
            draw_wheel(pen, x, 0.10, turned(moment.phase), _STEEL)


def _barrow(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    _sitters(pen, crew, moment, ((0.0, -0.60),), 0.12, feet=0.4)
    with pen.part(puff=0.8, shade=0.1):
        if not crew:
            pen.blob([(-0.44, -0.66), (-0.1, -0.94), (0.3, -0.86), (0.56, -0.62)], rgb("#6a4a30"))
    with pen.part(puff=0.7, shade=0.3):
        pen.line([(0.52, -0.22), (-0.30, -0.46), (-0.80, -0.78)], 0.055, _WOOD)
        pen.line([(-0.26, -0.46), (-0.34, -0.03)], 0.05, _IRON)
        pen.poly(
            [(-0.52, -0.70), (0.66, -0.66), (0.36, -0.34), (-0.28, -0.38)],
            pen.ramp((0, -0.7), (0, -0.3), [tint(hue, 0.15), dim(hue, 0.8)]),
        )
        draw_wheel(pen, 0.54, 0.20, turned(moment.phase), _STEEL)


LOADS: dict[str, Load] = {
    "cart": Load(1.4, ("cart", "horse cart", "ox cart", "hay cart", "hay wagon", "donkey cart", "farm cart"), ("#9a6a3c",), (-1.7, -2.9, 1.7, 0.1), _cart, (1.5, -0.86), (-1.4, -0.95), 0.56, 4, driven=True),
    "wagon": Load(2.6, ("covered wagon", "wagon", "prairie wagon"), ("#8a5a34", "#3f6a7a"), (-2.2, -3.1, 2.0, 0.1), _wagon, (1.95, -0.86), (-1.8, -1.0), 0.56, 2, driven=True),
    "toy_wagon": Load(0.7, ("little wagon", "toy wagon", "red wagon", "little red wagon", "handcart"), ("#c8302c",), (-0.9, -1.5, 0.9, 0.1), _toy_wagon, (0.54, -0.36), (-0.64, -0.5), 0.15, 2),
    "carriage": Load(2.6, ("carriage", "horse-drawn carriage", "stagecoach", "royal carriage", "horse carriage", "buggy"), ("#7a2c34", "#2c4a6a", "#f0ece4"), (-1.7, -3.3, 2.0, 0.1), _carriage, (1.80, -0.98), (-1.2, -1.0), 0.56, 3, driven=True),
    "sled": Load(0.6, ("sled", "toboggan", "dog sled", "dogsled"), ("#b8743c", "#c8403c"), (-1.4, -1.9, 1.2, 0.1), _sled, (0.92, -0.36), (-1.15, -0.4), 0.0, 3, 4.0),
    "sleigh": Load(1.75, ("sleigh", "santa's sleigh"), ("#b8302c",), (-1.8, -2.5, 2.0, 0.1), _sleigh, (1.62, -0.6), (-1.4, -1.0), 0.0, 2),
    "wheelchair": Load(1.05, ("wheelchair",), ("#3a5a8c", "#4a4c52"), (-0.8, -1.6, 0.8, 0.1), _wheelchair, (0.4, -0.4), (-0.50, -1.02), 0.34, 1, 1.0),
    "stroller": Load(1.15, ("stroller", "pram", "baby carriage", "pushchair", "baby stroller", "buggy stroller"), ("#3f7a8c", "#b8506a", "#4a5a78"), (-0.8, -1.4, 0.8, 0.1), _pram, (0.4, -0.4), (-0.60, -0.98), 0.21, 1),
    "shopping_cart": Load(1.05, ("shopping cart", "shopping trolley", "trolley cart"), ("#c8403c", "#2f78b0"), (-0.8, -1.6, 0.8, 0.1), _trolley, (0.5, -0.5), (-0.60, -1.02), 0.10, 1),
    "wheelbarrow": Load(0.9, ("wheelbarrow", "barrow"), ("#5a8a5a", "#8a5a34"), (-1.0, -1.6, 0.9, 0.1), _barrow, (0.6, -0.4), (-0.78, -0.78), 0.20, 1),
}  # fmt: skip
