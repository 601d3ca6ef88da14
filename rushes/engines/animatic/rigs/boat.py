"""Boats: they ride the swell, heel a little and rise with it. The ground point is the water line."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.crew import Member, Pose, members_of
from rushes.engines.animatic.rigs.figure import Drift, Figure, Glow, Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.oars import TOUCHES, draw_canoe, draw_gondola, draw_kayak, draw_rowboat, foam
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.ships import draw_ghost_ship, draw_longship, draw_motorboat, draw_raft

ACTIONS = frozenset({"sail", "float", "stand"})
_WOOD, _SAIL = rgb("#8a5632"), rgb("#f6efe0")


@dataclass(frozen=True, slots=True)
class Boat:
    colours: tuple[str, ...]
    reach: tuple[float, float, float, float]
    speed: float
    heel: float  #: degrees
    swell: float  #: metres
    draw: Callable[[Pen, Rgb, Moment, Sequence[Member], bool], None]
    glows: tuple[Glow, ...] = ()
    #: By hand: one loop is a stroke, seen at every frame.
    rowed: bool = False
    seats: int = 0


def make(subject: Subject, seed: int) -> Figure:
    boat = BOATS[subject.rig]
    size = subject.scale
    hue = rgb(subject.colour or boat.colours[seed % len(boat.colours)])

    goes = subject.action not in ("float", "stand", "sleep")
    crew = members_of(subject)[: boat.seats]
    rows = boat.rowed and goes and bool(crew)

    def paint(pen: Pen, moment: Moment) -> None:
        turn = 2 * math.pi * moment.phase
        with pen.turned(0, 0, boat.heel * (math.sin(turn) + 0.25 * math.sin(2 * turn + 1)), size):
            boat.draw(pen, hue, moment, crew, goes)

    def drift(t: float) -> Drift:
        return Drift(0.0, boat.swell * size * math.sin(1.35 * t + seed % 6))

    left, top, right, bottom = boat.reach
    return Figure(
        paint=paint,
        reach=(left * size, top * size, right * size, bottom * size),
        poses=52 if rows else 60,
        poses_per_second=24 if rows else 12,
        speed=boat.speed if goes else 0.0,
        touches=TOUCHES if rows else (),
        talks=bool(crew),
        blinks=bool(crew),
        drift=drift,
        glows=tuple(
            Glow(g.x * size, g.y * size, g.radius * size, g.colour, g.strength, subject.rig != "ghost_ship")
            for g in boat.glows
        ),
        casts=False,
    )


def _sailboat(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    belly = 0.12 + 0.05 * math.sin(4 * math.pi * moment.phase)
    for member, x in zip(crew, (-1.45, 0.95, -0.6), strict=False):
        hand = (-1.95, -0.98) if x == -1.45 else None
        member.draw(pen, Pose((x, -0.72), (x + 0.45, -0.4), (x + 0.47, -0.4), hand=hand, lean=-3.0, room=0.9), moment)
    with pen.part(puff=0.25, shade=0.0):
        pen.blob(
            [(0.12, -6.1), (0.9 + belly, -4.2), (2.15, -1.2), (1.2, -1.02), (0.12, -1.05)],
            pen.ramp((0.1, 0), (2.2, 0), [_SAIL, tint(_SAIL, 0.3), dim(_SAIL, 0.9)]),
            tight=0.45,
        )
    with pen.part(puff=0.25, shade=0.2):
        pen.blob(
            [(-0.08, -6.4), (-0.9 - belly * 2, -4.0), (-2.0 - belly, -1.4), (-1.9, -1.12), (-0.08, -1.15)],
            pen.ramp((-2, 0), (0, 0), [dim(_SAIL, 0.92), _SAIL, tint(_SAIL, 0.3)]),
            tight=0.45,
        )
        pen.poly([(-0.5 - belly, -4.95), (-0.09, -5.05), (-0.09, -4.3), (-0.85 - belly * 2, -4.2)], hue)
    with pen.part(puff=0.8, shade=0.2):
        pen.tube([(0, -6.7), (0, -0.6)], [0.06, 0.11], _WOOD)
        pen.tube([(0.0, -1.02), (-2.1, -1.0)], [0.09, 0.06], _WOOD)
        flap = 0.08 * math.sin(8 * math.pi * moment.phase)
        pen.poly([(0, -6.95), (-0.62, -6.8 + flap), (0, -6.6)], rgb("#e0483c"))
        pen.blob(
            [(-2.25, -0.72), (0.0, -0.62), (2.75, -0.92), (2.1, -0.15), (1.5, 0.16), (-1.7, 0.16), (-2.1, -0.1)],
            pen.ramp((0, -0.8), (0, 0.2), [tint(hue, 0.15), hue, dim(hue, 0.7)]),
            tight=0.6,
        )
        pen.tube([(-2.2, -0.66), (0.0, -0.58), (2.7, -0.86)], [0.09, 0.09, 0.07], tint(_WOOD, 0.25))
    foam(pen, -2.2, 2.4, moment, goes=goes)


def _ship(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    with pen.part(lit=False):
        for k in range(6):
            share = (k + 4 * moment.phase % 1) / 6
            pen.dot(
                -1.4 - 4.2 * share,
                -5.6 - 1.0 * math.sqrt(share),
                0.25 + 0.6 * share,
                rgb("#a8a4ac"),
                0.45 * (1 - share),
            )
    with pen.part(puff=0.5, shade=0.0):
        pen.box(-4.2, -2.9, 3.0, -1.6, rgb("#f4f2ec"), round=0.15)
        pen.box(-3.4, -3.9, 2.1, -2.8, rgb("#f8f6f0"), round=0.15)
        pen.box(0.6, -4.6, 1.9, -3.8, rgb("#f4f2ec"), round=0.12)
        for x in (-2.6, -0.9):
            pen.poly([(x, -3.8), (x - 0.14, -5.3), (x + 0.80, -5.3), (x + 0.9, -3.8)], hue)
            pen.poly([(x - 0.12, -5.1), (x - 0.14, -5.4), (x + 0.80, -5.4), (x + 0.81, -5.1)], rgb("#2a2a32"))
        pen.line([(2.4, -2.8), (2.4, -5.2)], 0.07, _WOOD)
    with pen.part(lit=False):
        for row, (count, left) in enumerate(((10, -3.9), (8, -3.1))):
            for k in range(count):
                pen.dot(
                    left + 0.68 * k, -2.25 - 1.1 * row, 0.13, rgb("#ffe2a0") if (k * 3 + row) % 4 else rgb("#7a90a4")
                )
    with pen.part(puff=0.4, shade=0.25):
        pen.blob(
            [
                (-5.2, -1.75),
                (0.0, -1.55),
                (5.0, -2.15),
                (5.9, -2.3),
                (5.0, -0.4),
                (4.4, 0.2),
                (-4.5, 0.2),
                (-5.0, -0.5),
            ],
            pen.ramp((0, -2), (0, 0.2), [tint(hue, 0.06), dim(hue, 0.7), dim(hue, 0.55)]),
            tight=0.5,
        )
        pen.poly([(-4.95, -0.32), (4.85, -0.32), (4.5, 0.14), (-4.6, 0.14)], rgb("#a83830"))
        pen.tube([(-5.1, -1.68), (0.0, -1.48), (5.7, -2.2)], [0.12, 0.12, 0.1], WHITE)
    foam(pen, -5.0, 5.2, moment, goes=goes)


def _galleon(pen: Pen, hue: Rgb, moment: Moment, crew: Sequence[Member], goes: bool) -> None:
    swell = 0.10 * math.sin(4 * math.pi * moment.phase)
    with pen.part(puff=0.8, shade=0.0):
        for x, top in ((-2.2, -6.2), (0.2, -7.4), (2.5, -6.0)):
            pen.tube([(x, top), (x, -1.2)], [0.09, 0.16], _WOOD)
        pen.tube([(3.4, -1.9), (5.2, -2.8)], [0.15, 0.07], _WOOD)
        flap = 0.12 * math.sin(8 * math.pi * moment.phase)
        pen.poly([(0.2, -7.9), (-0.9, -7.7 + flap), (0.2, -7.35)], rgb("#26242c"))
    with pen.part(puff=0.3, shade=0.25):
        for x, wide, top, bottom in (
            (-2.2, 1.0, -5.8, -3.9),
            (-2.2, 1.15, -3.8, -1.9),
            (0.2, 1.1, -6.9, -4.7),
            (0.2, 1.3, -4.6, -2.1),
            (2.5, 0.95, -5.6, -3.8),
            (2.5, 1.1, -3.7, -1.9),
        ):
            pen.blob([(x - wide * 0.75, top), (x + wide * 0.75, top), (x + wide + 0.25 + swell, (top + bottom) / 2), (x + wide * 0.9, bottom), (x - wide * 0.9, bottom + 0.05), (x - wide * 0.45 + swell, (top + bottom) / 2)], pen.ramp((x - wide, 0), (x + wide, 0), [dim(_SAIL, 0.85), _SAIL, tint(_SAIL, 0.2)]), tight=0.6)  # fmt: skip
    with pen.part(puff=0.5, shade=0.25):
        pen.blob(
            [
                (-4.0, -2.9),
                (-2.6, -2.6),
                (-2.3, -1.6),
                (1.6, -1.45),
                (2.6, -1.95),
                (4.0, -2.3),
                (3.5, -0.6),
                (2.6, 0.2),
                (-2.9, 0.2),
                (-3.7, -0.8),
            ],
            pen.ramp((0, -2.8), (0, 0.2), [tint(hue, 0.12), hue, dim(hue, 0.65)]),
            tight=0.45,
        )
        for y in (-1.25, -0.85):
            pen.line([(-3.7, y - 0.15), (0.0, y + 0.1), (3.5, y - 0.2)], 0.05, dim(hue, 0.6))
        for k in range(6):
            pen.box(-2.5 + 0.85 * k, -1.05, -2.2 + 0.85 * k, -0.78, rgb("#2a1c18"), round=0.03)
        pen.box(-3.75, -2.5, -3.0, -1.9, rgb("#ffd67a"), round=0.06)
    foam(pen, -3.5, 3.6, moment, goes=goes)


_AMBER, _EERIE = (1.0, 0.75, 0.35), (0.35, 0.95, 0.75)
BOATS: dict[str, Boat] = {
    "sailboat": Boat(("#c8403c", "#2f6fa8", "#f0ece4"), (-5.2, -7.6, 4.0, 1.0), 1.6, 4.0, 0.10, _sailboat, (Glow(0.0, -6.7, 0.9, _AMBER, by_night=True),), seats=3),
    "rowboat": Boat(("#8a5632", "#3f7a68", "#9c4a3c"), (-3.6, -2.2, 2.3, 0.7), 0.8, 1.4, 0.06, draw_rowboat, rowed=True, seats=4),
    "canoe": Boat(("#b5543c", "#3f7a68"), (-4.6, -2.1, 2.7, 0.6), 1.1, 1.2, 0.05, draw_canoe, rowed=True, seats=4),
    "kayak": Boat(("#e0a030", "#c8403c", "#2f7fa8"), (-4.8, -2.1, 2.7, 0.6), 1.3, 1.2, 0.05, draw_kayak, rowed=True, seats=2),
    "gondola": Boat(("#26262e",), (-6.3, -3.4, 4.3, 0.6), 0.9, 0.9, 0.05, draw_gondola, rowed=True, seats=5),
    "ship": Boat(("#26324a", "#8a2f34"), (-8.0, -7.6, 6.8, 1.1), 1.8, 1.2, 0.12, _ship, (Glow(-0.5, -2.6, 3.2, _AMBER, by_night=True),)),
    "galleon": Boat(("#7a4a2a",), (-6.6, -8.6, 6.0, 1.1), 1.6, 2.6, 0.14, _galleon, (Glow(-3.4, -2.2, 1.4, _AMBER, by_night=True),)),
    "ghost_ship": Boat(("#2f3a3c", "#363040"), (-6.8, -9.0, 6.2, 1.1), 1.2, 2.2, 0.14, draw_ghost_ship, (Glow(-3.6, -2.3, 2.6, _EERIE), Glow(0.0, -1.0, 4.2, _EERIE), Glow(0.24, -7.95, 1.3, _EERIE))),
    "longship": Boat(("#7a4a2a", "#5c3a26"), (-6.6, -6.5, 6.0, 1.0), 1.8, 1.6, 0.12, draw_longship, rowed=True, seats=4),
    "raft": Boat(("#8a5f38",), (-4.3, -3.0, 2.3, 0.7), 0.6, 1.8, 0.07, draw_raft, seats=3),
    "motorboat": Boat(("#c8302c", "#2f6fb0", "#e0a030"), (-4.6, -2.3, 3.0, 0.7), 5.0, 1.2, 0.06, draw_motorboat, seats=2),
}  # fmt: skip

#: Those that are moved by hand.
ROWED = frozenset(name for name, boat in BOATS.items() if boat.rowed)

WORDS: dict[str, tuple[float, tuple[str, ...]]] = {
    "sailboat": (6.8, ("sailboat", "sailing boat", "yacht", "sailing ship", "catamaran", "dinghy")),
    "rowboat": (
        0.7,
        ("rowboat", "rowing boat", "row boat", "fishing boat", "wooden boat"),
    ),
    "canoe": (0.75, ("canoe", "dugout")),
    "kayak": (0.7, ("kayak",)),
    "gondola": (1.9, ("gondola",)),
    "ship": (
        5.4,
        ("ship", "ferry", "cruise ship", "steamer", "ocean liner", "steamship", "cargo ship", "freighter"),
    ),
    "ghost_ship": (7.9, ("ghost ship", "haunted ship", "phantom ship", "ghostly ship", "flying dutchman")),
    "longship": (5.9, ("viking ship", "longship", "viking longship", "longboat", "drakkar")),
    "raft": (2.5, ("raft", "wooden raft")),
    "motorboat": (1.5, ("motorboat", "speedboat", "powerboat", "motor boat", "speed boat")),
    "galleon": (7.8, ("galleon", "pirate ship", "tall ship", "frigate", "schooner")),
}
