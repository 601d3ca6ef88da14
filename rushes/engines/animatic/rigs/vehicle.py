"""Vehicles on wheels, in metres, seen from the side."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import cars
from rushes.engines.animatic.rigs.cars import behind_glass
from rushes.engines.animatic.rigs.coaches import draw_school_bus, draw_tram
from rushes.engines.animatic.rigs.crew import Member, Pose, members_of
from rushes.engines.animatic.rigs.encounters import TOWED
from rushes.engines.animatic.rigs.figure import Drift, Figure, Glow, Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed
from rushes.engines.animatic.rigs.wheel import POSES, RUBBER, draw_wheel, turned

ACTIONS = frozenset({"drive", "stand"})
_GLASS, _STEEL, _LAMP = cars.GLASS, cars.STEEL, cars.LAMP
_PARKED = frozenset({"stand", "sit", "sleep", "lie", "look"})


@dataclass(frozen=True, slots=True)
class Vehicle:
    colours: tuple[str, ...]
    reach: tuple[float, float, float, float]
    speed: float
    draw: Callable[[Pen, Rgb, Moment, Sequence[Member]], None]
    glows: tuple[Glow, ...]
    seats: int = 2


def make(subject: Subject, seed: int) -> Figure:
    vehicle = VEHICLES[subject.rig]
    size = subject.scale
    paint_colour = rgb(subject.colour or vehicle.colours[seed % len(vehicle.colours)])
    goes = subject.action not in _PARKED
    crew = members_of(subject)[: vehicle.seats]
    towed = float(TOWED in subject.traits)

    def paint(pen: Pen, moment: Moment) -> None:
        # What is towed hangs by its nose, on its hind wheels.
        with pen.turned(0, 0, 0, size), pen.turned(-1.3 * towed, 0.0, -7.0 * towed), pen.turned(1.3 * towed, 0.0):
            vehicle.draw(pen, paint_colour, moment, crew)

    def drift(t: float) -> Drift:
        return Drift(0.0, 0.010 * size * (math.sin(15.1 * t + seed % 6) + 0.6 * math.sin(9.3 * t)))

    left, top, right, bottom = vehicle.reach
    return Figure(
        paint=paint,
        reach=(left * size, (top - 0.4 * towed) * size, right * size, bottom * size),
        poses=POSES if goes else 1,
        speed=vehicle.speed if goes else 0.0,
        talks=bool(crew),
        blinks=bool(crew),
        drift=drift if goes else None,
        glows=tuple(Glow(g.x * size, g.y * size, g.radius * size, g.colour, g.strength, True) for g in vehicle.glows)
        if goes
        else (),
    )


def _windows(
    pen: Pen, points: list[tuple[float, float]], posts: tuple[float, ...], body: Rgb, width: float = 0.07
) -> None:
    glass = closed(points, 0.45)
    top = min(y for _, y in points)
    pen.fill(glass, pen.ramp((0, top), (0, top + 0.6), [tint(_GLASS, 0.32), _GLASS]))
    with pen.within(glass):
        left = min(x for x, _ in points)
        right = max(x for x, _ in points)
        for share in (0.25, 0.72):
            x = left + (right - left) * share
            pen.poly([(x, top - 0.1), (x + 0.16, top - 0.1), (x - 0.22, top + 0.8), (x - 0.38, top + 0.8)], WHITE, 0.20)
        for x in posts:
            pen.line([(x, top - 0.1), (x - 0.02, top + 1.0)], width, body)


def _car(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    with pen.part(puff=0.9, shade=0.0, gain=0.7):
        for x in (-1.28, 1.36):
            draw_wheel(pen, x, 0.33, turned(moment.phase), dim(_STEEL, 0.6))
    with pen.part(puff=0.55, shade=0.2):
        shape = [
            (-2.12, -0.42),
            (-2.10, -0.86),
            (-1.60, -0.96),
            (-1.10, -1.36),
            (-0.20, -1.46),
            (0.52, -1.33),
            (1.12, -0.96),
            (1.86, -0.84),
            (2.12, -0.62),
            (2.12, -0.34),
            (1.6, -0.24),
            (-1.7, -0.24),
        ]
        pen.blob(shape, pen.ramp((0, -1.4), (0, -0.2), [tint(body, 0.18), body, dim(body, 0.72)]), tight=0.7)
        panes: list[Point] = [(-1.22, -0.98), (-0.92, -1.30), (-0.10, -1.37), (0.46, -1.24), (0.86, -0.97)]
        _windows(pen, panes, (-0.08,), body)
        for x in (-1.28, 1.36):
            pen.dot(x, -0.33, 0.41, dim(body, 0.35))
        pen.line([(-1.9, -0.62), (0.0, -0.66), (1.9, -0.60)], 0.02, dim(body, 0.6))
        pen.line([(-0.10, -0.92), (-0.12, -0.34)], 0.018, dim(body, 0.55))
        pen.box(-0.38, -0.82, -0.20, -0.78, dim(body, 0.5), round=0.02)
        pen.box(-2.14, -0.42, 2.14, -0.28, dim(_STEEL, 0.55), round=0.07)
        pen.oval(1.96, -0.66, 0.14, 0.085, _LAMP, degrees=12)
        pen.oval(-2.06, -0.72, 0.07, 0.10, rgb("#d8302c"))
    if crew:
        behind_glass(pen, crew, moment, panes, body, (-0.08,), (0.10, -0.42), ((-0.72, -0.42), (-0.60, -0.43)))
    with pen.part(puff=0.6, shade=0.3):
        for x in (-1.28, 1.36):
            draw_wheel(pen, x, 0.34, turned(moment.phase), _STEEL)


def _sports(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    with pen.part(puff=0.55, shade=0.0):
        pen.blob([(-2.15, -0.40), (-2.16, -0.80), (-1.30, -0.90), (-0.55, -1.16), (0.25, -1.14), (0.95, -0.80), (1.9, -0.62), (2.2, -0.40), (2.1, -0.22), (-1.9, -0.22)], pen.ramp((0, -1.2), (0, -0.2), [tint(body, 0.2), body, dim(body, 0.7)]), tight=0.75)  # fmt: skip
        panes: list[Point] = [(-0.95, -0.90), (-0.50, -1.08), (0.20, -1.06), (0.70, -0.84)]
        _windows(pen, panes, (-0.12,), body)
        pen.poly([(-2.2, -1.04), (-1.75, -1.0), (-1.75, -0.94), (-2.2, -0.96)], dim(body, 0.8))
        pen.line([(-2.0, -0.97), (-1.95, -0.82)], 0.05, dim(body, 0.6))
        for x in (-1.32, 1.36):
            pen.dot(x, -0.32, 0.40, dim(body, 0.32))
        pen.line([(-0.8, -0.50), (0.2, -0.46), (0.8, -0.52)], 0.05, dim(body, 0.45))
        pen.oval(1.88, -0.52, 0.18, 0.06, _LAMP, degrees=18)
        pen.oval(-2.12, -0.66, 0.05, 0.08, rgb("#d8302c"))
    if crew:
        behind_glass(pen, crew, moment, panes, body, (-0.12,), (0.0, -0.20))
    with pen.part(puff=0.6, shade=0.3):
        for x in (-1.32, 1.36):
            draw_wheel(pen, x, 0.33, turned(moment.phase), _STEEL, tyre=0.24)


def _taxi_sign(pen: Pen, text_colour: Rgb) -> None:
    with pen.part(puff=0.5):
        pen.box(-0.42, -1.66, 0.10, -1.46, text_colour, round=0.05)
    with pen.part(lit=False):
        for k in range(10):
            pen.box(-1.05 + 0.22 * k, -0.72, -0.94 + 0.22 * k, -0.62, rgb("#26262c"))


def _taxi(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    _car(pen, body, moment, crew)
    _taxi_sign(pen, rgb("#fff4c8"))


def _police(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    _car(pen, body, moment, crew)
    with pen.part(puff=0.3, shade=0.0):
        pen.box(-0.85, -0.74, 0.62, -0.44, rgb("#2a5fb0"), round=0.03)
    with pen.part(lit=False):
        on = moment.phase < 0.5
        pen.box(-0.42, -1.60, -0.16, -1.46, rgb("#ff4038") if on else rgb("#7a2024"), round=0.04)
        pen.box(-0.14, -1.60, 0.12, -1.46, rgb("#4080ff") if not on else rgb("#203a7a"), round=0.04)


def _truck(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    with pen.part(puff=0.35, shade=0.0):
        pen.box(-3.9, -3.05, 0.85, -0.72, pen.ramp((0, -3.0), (0, -0.7), [rgb("#f4f1ea"), rgb("#d9d4ca")]), round=0.10)
        pen.box(-3.9, -2.05, 0.85, -1.55, body)
        pen.box(-3.9, -0.80, 3.0, -0.56, rgb("#3a3c44"), round=0.04)
    with pen.part(puff=0.6, shade=0.3):
        pen.blob([(1.0, -0.50), (1.0, -2.45), (1.30, -2.72), (2.15, -2.70), (2.62, -1.72), (3.02, -1.50), (3.08, -0.50)], pen.ramp((0, -2.7), (0, -0.5), [tint(body, 0.15), body, dim(body, 0.75)]), tight=0.35)  # fmt: skip
        _windows(pen, [(1.42, -1.62), (1.45, -2.40), (2.05, -2.42), (2.42, -1.62)], (), body)
        pen.box(1.05, -3.05, 1.17, -1.9, _STEEL, round=0.05)
        pen.oval(2.98, -1.02, 0.10, 0.13, _LAMP)
        pen.box(2.7, -0.62, 3.16, -0.42, _STEEL, round=0.05)
    if crew:
        behind_glass(
            pen, crew, moment, [(1.42, -1.62), (1.45, -2.40), (2.05, -2.42), (2.42, -1.62)], body, (), (1.72, -1.34)
        )
    with pen.part(puff=0.6, shade=0.3):
        for x in (-3.1, -2.1, 2.15):
            draw_wheel(pen, x, 0.50, turned(moment.phase), _STEEL)


def _bus(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    with pen.part(puff=0.35, shade=0.0):
        pen.blob(
            [(-4.4, -0.40), (-4.45, -2.80), (-4.2, -3.02), (4.1, -3.02), (4.40, -2.75), (4.46, -0.40)],
            pen.ramp((0, -3.0), (0, -0.4), [tint(body, 0.12), body, dim(body, 0.75)]),
            tight=0.22,
        )
        for k in range(7):
            left = -4.1 + 1.12 * k
            _windows(pen, [(left, -1.62), (left, -2.62), (left + 0.95, -2.62), (left + 0.95, -1.62)], (), body)
        _windows(pen, [(3.78, -1.35), (3.78, -2.68), (4.30, -2.66), (4.36, -1.35)], (), body)
        pen.box(-4.42, -1.36, 4.44, -1.16, tint(body, 0.6), round=0.03)
        pen.box(2.72, -2.62, 3.60, -0.50, dim(body, 0.55), round=0.05)
        pen.box(2.80, -2.54, 3.52, -0.60, tint(_GLASS, 0.2), round=0.04)
        pen.oval(4.36, -0.78, 0.09, 0.14, _LAMP)
        pen.oval(-4.38, -0.90, 0.07, 0.12, rgb("#d8302c"))
        for x in (-2.8, 2.1):
            pen.dot(x, -0.46, 0.60, dim(body, 0.3))
    if crew:
        behind_glass(
            pen, crew, moment, [(3.78, -1.35), (3.78, -2.68), (4.30, -2.66), (4.36, -1.35)], body, (), (3.8, -1.30)
        )
    with pen.part(puff=0.6, shade=0.3):
        for x in (-2.8, 2.1):
            draw_wheel(pen, x, 0.50, turned(moment.phase), _STEEL)


def _tractor(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    with pen.part(puff=0.6, shade=0.0):
        pen.box(
            -0.1, -1.55, 1.75, -0.80, pen.ramp((0, -1.5), (0, -0.8), [tint(body, 0.15), dim(body, 0.85)]), round=0.16
        )
        pen.box(-1.15, -1.2, 0.1, -0.7, body, round=0.1)
        pen.box(1.05, -2.15, 1.17, -1.5, rgb("#3a3c44"), round=0.05)
        pen.tube([(-0.95, -1.15), (-0.95, -1.60)], [0.16, 0.12], rgb("#2a2428"))
        pen.box(-1.0, -1.28, -0.45, -1.16, rgb("#2a2428"), round=0.05)
        pen.line([(0.10, -1.35), (-0.08, -1.72)], 0.05, rgb("#3a3c44"))
        pen.line([(-0.20, -1.66), (0.04, -1.80)], 0.05, rgb("#26262c"))
        pen.oval(1.72, -1.25, 0.07, 0.12, _LAMP)
    for driver in crew[:1]:
        driver.draw(
            pen,
            Pose((-0.72, -1.28), (-0.18, -0.98), (-0.16, -0.98), (-0.10, -1.74), (-0.04, -1.76), lean=4.0, room=1.0),
            moment,
        )
    with pen.part(puff=0.6, shade=0.0):
        for x in (-1.15, 0.10):
            pen.line([(x, -1.1), (x + 0.05, -2.88)], 0.07, dim(body, 0.8))
        pen.box(-1.35, -2.98, 0.36, -2.82, body, round=0.07)
    with pen.part(puff=0.6, shade=0.3):
        draw_wheel(pen, -0.75, 0.80, turned(moment.phase), rgb("#e8c040"), tyre=0.34)
        draw_wheel(pen, 1.30, 0.46, turned(moment.phase), rgb("#e8c040"), tyre=0.34)


def _train(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    turn = turned(moment.phase)
    with pen.part(lit=False):
        for k in range(7):
            share = (k + 6 * moment.phase % 1) / 7
            x, y = 3.35 - 4.6 * share, -3.45 - 1.3 * math.sqrt(share)
            pen.dot(x, y, 0.22 + 0.55 * share, tint(rgb("#b8b4bc"), 0.25), 0.50 * (1 - share))
    with pen.part(puff=0.4, shade=0.0):
        for left in (-10.4, -5.6):
            pen.box(
                left,
                -2.95,
                left + 4.4,
                -0.80,
                pen.ramp((0, -2.9), (0, -0.8), [tint(body, 0.14), dim(body, 0.8)]),
                round=0.14,
            )
            pen.box(left - 0.1, -3.12, left + 4.5, -2.85, dim(body, 0.5), round=0.12)
            for k in range(5):
                pen.box(left + 0.28 + 0.82 * k, -2.45, left + 0.86 + 0.82 * k, -1.68, rgb("#f6d48a"), round=0.07)
            pen.box(left, -1.42, left + 4.4, -1.30, rgb("#e8c860"))
            pen.box(left + 4.35, -1.05, left + 4.85, -0.92, rgb("#2a2a30"))
    with pen.part(puff=0.75, shade=0.3):
        iron = rgb("#34363f")
        pen.box(-0.80, -3.15, 1.05, -0.85, body, round=0.10)
        pen.box(-1.0, -3.35, 1.25, -3.08, dim(body, 0.5), round=0.1)
        pen.box(-0.45, -2.80, 0.65, -2.0, tint(_GLASS, 0.25), round=0.08)
        pen.box(
            1.0, -2.45, 4.0, -1.0, pen.ramp((0, -2.45), (0, -1.0), [tint(iron, 0.25), iron, dim(iron, 0.7)]), round=0.30
        )
        for x in (1.6, 2.4, 3.2):
            pen.box(x, -2.46, x + 0.08, -1.0, rgb("#c89a3c"))
        pen.poly([(3.15, -2.4), (3.02, -3.3), (3.62, -3.3), (3.50, -2.4)], iron)
        pen.box(2.92, -3.42, 3.72, -3.25, rgb("#c89a3c"), round=0.06)
        pen.dot(2.1, -2.52, 0.26, rgb("#c89a3c"))
        pen.dot(4.0, -1.72, 0.20, _LAMP)
        pen.poly([(3.85, -0.95), (4.75, -0.12), (3.55, -0.12)], rgb("#a8342c"))
        pen.box(-0.8, -1.05, 4.0, -0.80, dim(body, 0.6))
    with pen.part(puff=0.6, shade=0.3):
        for left in (-10.4, -5.6):
            for dx in (0.75, 1.55, 2.9, 3.7):
                draw_wheel(pen, left + dx, 0.36, turn, rgb("#8a4038"), tyre=0.18)
        for x in (0.1, 1.35, 2.6):
            draw_wheel(pen, x, 0.58, turn, rgb("#b8403c"), tyre=0.16)
        draw_wheel(pen, 3.65, 0.34, turn, rgb("#b8403c"), tyre=0.18)
        angle = math.radians(turn)
        dx, dy = 0.28 * math.cos(angle), 0.28 * math.sin(angle)
        pen.line([(0.1 + dx, -0.58 + dy), (2.6 + dx, -0.58 + dy)], 0.10, _STEEL)


def _lorry_cab(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    """A fire engine: a truck with a ladder and a light."""
    with pen.part(puff=0.4, shade=0.0):
        pen.blob(
            [(-3.7, -0.5), (-3.72, -2.2), (-3.5, -2.35), (1.3, -2.35), (1.35, -0.5)],
            pen.ramp((0, -2.3), (0, -0.5), [tint(body, 0.12), dim(body, 0.8)]),
            tight=0.2,
        )
        for k in range(4):
            pen.box(-3.45 + 1.15 * k, -1.95, -2.5 + 1.15 * k, -1.05, mix(_STEEL, body, 0.12), round=0.06)
        pen.box(-3.7, -0.95, 3.2, -0.78, WHITE)
        pen.blob(
            [(1.35, -0.5), (1.35, -2.55), (1.6, -2.75), (2.9, -2.72), (3.18, -1.6), (3.22, -0.5)],
            pen.ramp((0, -2.7), (0, -0.5), [tint(body, 0.14), dim(body, 0.82)]),
            tight=0.3,
        )
        _windows(pen, [(1.62, -1.62), (1.64, -2.45), (2.72, -2.45), (2.95, -1.62)], (2.2,), body)
        pen.oval(3.12, -1.15, 0.09, 0.13, _LAMP)
    if crew:
        behind_glass(
            pen, crew, moment, [(1.62, -1.62), (1.64, -2.45), (2.72, -2.45), (2.95, -1.62)], body, (2.2,), (2.3, -1.34)
        )
    with pen.part(puff=0.4, shade=0.3):
        for y in (-2.52, -2.82):
            pen.line([(-3.8, y), (1.7, y - 0.25)], 0.07, _STEEL)
        for k in range(12):
            pen.line([(-3.6 + 0.44 * k, -2.53 - 0.02 * k), (-3.6 + 0.44 * k, -2.83 - 0.02 * k)], 0.05, _STEEL)
    with pen.part(lit=False):
        pen.box(2.0, -2.98, 2.5, -2.74, rgb("#60a0ff") if moment.phase < 0.5 else rgb("#2a4a9c"), round=0.08)
    with pen.part(puff=0.6, shade=0.3):
        for x in (-2.4, 2.2):
            draw_wheel(pen, x, 0.50, turned(moment.phase), _STEEL)
            pen.dot(x, -0.5, 0.1, RUBBER)


def _flash(t: float) -> float:
    return 0.35 + 0.65 * (math.sin(2 * math.pi * t) > 0)


_BEAM, _RED = (1.0, 0.88, 0.55), (1.0, 0.15, 0.1)
VEHICLES: dict[str, Vehicle] = {
    "car": Vehicle(("#c8403c", "#3a78b8", "#e0a838", "#4a8a68", "#d8d4cc"), (-2.5, -1.9, 2.5, 0.15), 7.0, _car, (Glow(2.2, -0.62, 1.5, _BEAM, by_night=True), Glow(-2.15, -0.7, 0.6, (1.0, 0.15, 0.1), by_night=True))),
    "sports_car": Vehicle(("#e03030", "#f0b820", "#2060d0", "#30a060"), (-2.6, -1.5, 2.6, 0.15), 11.0, _sports, (Glow(2.1, -0.5, 1.5, _BEAM, by_night=True), Glow(-2.2, -0.66, 0.6, (1.0, 0.15, 0.1), by_night=True))),
    "taxi": Vehicle(("#f2b820",), (-2.5, -1.95, 2.5, 0.15), 7.0, _taxi, (Glow(2.2, -0.62, 1.5, _BEAM, by_night=True), Glow(-0.16, -1.56, 0.7, (1.0, 0.85, 0.5), by_night=True))),
    "police_car": Vehicle(("#f2f4f6",), (-2.5, -1.95, 2.5, 0.15), 9.0, _police, (Glow(2.2, -0.62, 1.5, _BEAM, by_night=True), Glow(-0.15, -1.55, 1.6, (0.4, 0.4, 1.0), _flash))),
    "truck": Vehicle(("#3a78b8", "#c8403c", "#3f8a5a"), (-4.3, -3.4, 3.5, 0.15), 7.0, _truck, (Glow(3.1, -1.02, 1.7, _BEAM, by_night=True),)),
    "fire_engine": Vehicle(("#d8302c",), (-4.2, -3.4, 3.6, 0.15), 9.0, _lorry_cab, (Glow(3.2, -1.15, 1.6, _BEAM, by_night=True), Glow(2.25, -2.9, 1.5, (0.3, 0.45, 1.0), _flash))),
    "bus": Vehicle(("#f0b428", "#c8403c", "#3a78b8"), (-5.2, -3.5, 5.2, 0.25), 6.0, _bus, (Glow(4.45, -0.78, 1.7, _BEAM, by_night=True),)),
    "tractor": Vehicle(("#3f8a3c", "#c8403c"), (-2.0, -3.2, 2.2, 0.15), 3.0, _tractor, (Glow(1.8, -1.25, 1.0, _BEAM, by_night=True),)),
    "convertible": Vehicle(("#c8302c", "#3f9aa8", "#f0ece4"), (-2.7, -2.2, 2.7, 0.15), 8.0, cars.draw_convertible, (Glow(2.2, -0.66, 1.5, _BEAM, by_night=True), Glow(-2.28, -0.74, 0.6, _RED, by_night=True)), 4),
    "jeep": Vehicle(("#6a7448", "#c2a468", "#b8503c"), (-2.7, -2.5, 2.4, 0.15), 6.0, cars.draw_jeep, (Glow(1.9, -0.92, 1.5, _BEAM, by_night=True),), 4),
    "pickup": Vehicle(("#3f7a9c", "#b8403c", "#7a9c6a", "#d8c8a0"), (-3.0, -2.2, 2.9, 0.15), 7.0, cars.draw_pickup, (Glow(2.4, -0.84, 1.5, _BEAM, by_night=True), Glow(-2.62, -0.8, 0.6, _RED, by_night=True))),
    "tow_truck": Vehicle(("#e8a030", "#c8403c"), (-3.0, -2.5, 2.9, 0.15), 5.0, cars.draw_tow_truck, (Glow(2.4, -0.84, 1.5, _BEAM, by_night=True), Glow(0.09, -1.92, 1.2, (1.0, 0.65, 0.2), _flash))),
    "vintage_car": Vehicle(("#2f4a3a", "#7a2c30", "#2c3f6a"), (-2.5, -2.4, 2.1, 0.15), 4.5, cars.draw_vintage, (Glow(1.72, -1.02, 1.4, _BEAM, by_night=True),), 3),
    "school_bus": Vehicle(("#f2b020",), (-4.9, -3.3, 4.9, 0.25), 6.0, draw_school_bus, (Glow(4.2, -1.06, 1.6, _BEAM, by_night=True),), 6),
    "tram": Vehicle(("#b8302c", "#2f6a4a"), (-4.9, -4.8, 4.9, 0.15), 5.0, draw_tram, (Glow(4.3, -1.2, 1.6, _BEAM, by_night=True),), 6),
    "train": Vehicle(("#2f6a4a", "#8a2f34", "#2f4f8a"), (-11.0, -6.2, 5.2, 0.15), 8.0, _train, (Glow(4.1, -1.72, 2.0, _BEAM, by_night=True),)),
}  # fmt: skip

WORDS: dict[str, tuple[float, tuple[str, ...]]] = {
    "car": (1.46, ("car", "automobile", "sedan", "vehicle", "suv", "hatchback", "van", "minivan", "limousine")),
    "sports_car": (
        1.16,
        (
            "sports car",
            "race car",
            "racing car",
            "supercar",
            "ferrari",
            "lamborghini",
        ),
    ),
    "taxi": (1.66, ("taxi", "cab", "yellow cab")),
    "police_car": (1.6, ("police car", "patrol car")),
    "truck": (3.05, ("truck", "lorry", "semi", "ambulance", "camper", "delivery truck")),
    "fire_engine": (2.9, ("fire engine", "fire truck")),
    "bus": (3.02, ("bus", "coach", "double decker")),
    "tractor": (2.5, ("tractor", "bulldozer", "digger", "excavator")),
    "convertible": (1.45, ("convertible", "cabriolet", "roadster", "open car")),
    "jeep": (2.1, ("jeep", "land rover", "off-roader", "safari jeep", "4x4")),
    "pickup": (1.9, ("pickup", "pickup truck", "pick-up truck", "ute")),
    "tow_truck": (2.0, ("tow truck", "breakdown truck")),
    "vintage_car": (
        2.05,
        ("vintage car", "classic car", "antique car", "oldtimer", "model t", "vintage automobile", "old car"),
    ),
    "school_bus": (2.9, ("school bus",)),
    "tram": (3.4, ("tram", "streetcar", "trolley", "tram car", "tramcar")),
    "train": (3.42, ("train", "locomotive", "steam train", "steam engine", "railway", "subway", "metro")),
}
