"""What flies without wings of its own: aeroplanes, rockets, balloons, helicopters, drones, saucers."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Drift, Figure, Glow, Moment
from rushes.engines.animatic.rigs.flame import draw_flame, flicker
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, closed
from rushes.engines.animatic.rigs.spacecraft import draw_starship

ACTIONS = frozenset({"fly", "hover", "float", "launch", "stand", "fall"})
_GLASS = rgb("#34506c")
_GROUNDED = frozenset({"stand", "sit", "look"})


@dataclass(frozen=True, slots=True)
class Aircraft:
    colours: tuple[str, ...]
    reach: tuple[float, float, float, float]
    lift: float
    speed: float
    poses: int
    rate: float
    draw: Callable[[Pen, Rgb, Moment, bool], None]
    sway: float = 0.12  #: metres
    glows: tuple[Glow, ...] = ()


def make(subject: Subject, seed: int) -> Figure:
    craft = AIRCRAFT[subject.rig]
    size = subject.scale
    hue = rgb(subject.colour or craft.colours[seed % len(craft.colours)])
    grounded = subject.action in _GROUNDED
    launching = subject.action == "launch" and subject.rig == "rocket"

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            craft.draw(pen, hue, moment, not grounded)

    def drift(t: float) -> Drift:
        if launching:
            rise = max(0.0, t - 1.2)
            shake = 0.015 * size * math.sin(61 * t) * (t < 6)
            return Drift(shake, -0.55 * rise * rise * size)
        start = seed % 6
        return Drift(0.3 * craft.sway * math.sin(0.5 * t + start), craft.sway * size * math.sin(0.8 * t + start))

    left, top, right, bottom = craft.reach
    return Figure(
        paint=paint,
        reach=(left * size, top * size, right * size, bottom * size),
        poses=craft.poses,
        poses_per_second=craft.rate,
        speed=craft.speed if subject.action == "fly" else 0.0,
        lift=0.0 if grounded or launching else craft.lift * size,
        drift=None if grounded else drift,
        glows=()
        if grounded
        else tuple(
            Glow(g.x * size, g.y * size, g.radius * size, g.colour, g.strength, g.by_night) for g in craft.glows
        ),
        casts=not launching,
    )


def _airplane(pen: Pen, hue: Rgb, moment: Moment, aloft: bool) -> None:
    shell = rgb("#f2f4f6")
    with pen.part(puff=0.6, shade=0.0, gain=0.85):
        pen.blob([(0.4, -1.55), (-1.5, -2.75), (-2.1, -2.72), (-0.8, -1.5)], dim(shell, 0.72), tight=0.5)
    with pen.part(puff=0.95, shade=0.0):
        pen.blob([(-3.6, -1.75), (-4.6, -3.35), (-3.9, -3.35), (-2.7, -1.95)], hue, tight=0.4)
        body = closed(
            [
                (4.4, -1.22),
                (3.7, -1.66),
                (2.4, -1.92),
                (-2.4, -1.95),
                (-4.5, -1.82),
                (-3.4, -1.36),
                (-2.0, -0.98),
                (2.4, -0.88),
                (3.8, -0.98),
            ],
            0.9,
        )
        pen.fill(body, pen.ramp((0, -1.9), (0, -0.9), [WHITE, shell, dim(shell, 0.8)]))
        with pen.within(body):
            pen.poly([(-5, -1.35), (5, -1.05), (5, -0.90), (-5, -1.20)], hue)
            pen.poly([(-5, -2.2), (-3.1, -2.2), (-3.9, -1.2), (-5, -1.2)], hue)
        for k in range(9):
            pen.box(-2.3 + 0.56 * k, -1.68, -2.06 + 0.56 * k, -1.42, _GLASS, round=0.1)
        pen.blob([(3.15, -1.62), (3.55, -1.64), (3.95, -1.40), (3.2, -1.38)], _GLASS, tight=0.5)
    with pen.part(puff=0.7, shade=0.4):
        pen.blob(
            [(0.9, -1.25), (-0.4, -0.2), (-1.5, 0.35), (-2.0, 0.35), (-1.2, -0.5), (-0.9, -1.25)],
            pen.ramp((0, -1.2), (0, 0.3), [shell, dim(shell, 0.86)]),
            tight=0.45,
        )
        pen.blob([(-3.2, -1.55), (-4.2, -1.1), (-4.55, -1.1), (-4.1, -1.6)], dim(shell, 0.92), tight=0.5)
        pen.tube([(-0.7, -0.45), (0.45, -0.45)], [0.34, 0.42], tint(hue, 0.1))
        pen.oval(0.50, -0.45, 0.08, 0.18, rgb("#26262c"))


def _biplane(pen: Pen, hue: Rgb, moment: Moment, aloft: bool) -> None:
    with pen.part(puff=0.9, shade=0.0):
        pen.blob(
            [
                (1.35, -1.05),
                (1.1, -1.42),
                (0.1, -1.52),
                (-1.9, -1.22),
                (-2.35, -1.10),
                (-1.8, -0.92),
                (0.2, -0.62),
                (1.1, -0.70),
            ],
            pen.ramp((0, -1.5), (0, -0.6), [tint(hue, 0.15), hue, dim(hue, 0.75)]),
        )
        pen.blob([(-1.8, -1.2), (-2.45, -1.95), (-2.0, -2.0), (-1.3, -1.3)], tint(hue, 0.5))
        pen.tube([(-1.75, -1.08), (-2.3, -1.05)], [0.14, 0.08], tint(hue, 0.4))
        pen.oval(-0.15, -1.56, 0.24, 0.10, rgb("#3a2c24"))
        pen.dot(-0.15, -1.72, 0.19, rgb("#8a5a36"))
        pen.line(
            [(-0.32, -1.62), (-0.62, -1.60), (-0.95, -1.66 + 0.06 * math.sin(4 * math.pi * moment.phase))],
            0.09,
            rgb("#f2efe6"),
        )
    with pen.part(puff=0.6, shade=0.4):
        for y in (-2.05, -0.62):
            pen.tube([(-0.55, y), (0.85, y - 0.04)], [0.13, 0.17], tint(hue, 0.5))
        for x in (-0.3, 0.62):
            pen.line([(x, -2.0), (x + 0.05, -0.66)], 0.045, rgb("#6a4426"))
        for x in (0.15, 0.75):
            pen.line([(0.45, -0.7), (x, -0.28)], 0.05, rgb("#4a4a52"))
        pen.dot(0.45, -0.22, 0.22, rgb("#26262c"))
        pen.dot(0.45, -0.22, 0.10, rgb("#c4cad2"))
    with pen.part(lit=False):
        pen.oval(1.42, -1.06, 0.06, 0.82, WHITE, 0.22)
        turn = moment.phase * 6 * math.pi + 0.4
        pen.line([(1.42, -1.06 - 0.8 * math.sin(turn)), (1.42, -1.06 + 0.8 * math.sin(turn))], 0.07, rgb("#4a3626"))
        pen.dot(1.45, -1.06, 0.10, rgb("#c4cad2"))


def _rocket(pen: Pen, hue: Rgb, moment: Moment, aloft: bool) -> None:
    shell = rgb("#f1f2f4")
    if aloft:
        with pen.part(lit=False):
            draw_flame(pen, 0.0, -0.55, 0.46, -2.5, moment.phase)
    with pen.part(puff=0.8, shade=0.0):
        for side, tone in ((-1, 0.85), (1, 1.0)):
            pen.blob(
                [
                    (side * 0.40, -2.0),
                    (side * 1.05, -0.95),
                    (side * 1.10, -0.12),
                    (side * 0.82, -0.42),
                    (side * 0.38, -0.72),
                ],
                dim(hue, tone),
                tight=0.6,
            )
        pen.poly([(-0.36, -0.75), (0.36, -0.75), (0.46, -0.42), (-0.46, -0.42)], rgb("#4a4e58"))
        body = closed(
            [
                (0, -5.2),
                (0.42, -4.45),
                (0.68, -3.2),
                (0.66, -1.8),
                (0.42, -0.66),
                (-0.42, -0.66),
                (-0.66, -1.8),
                (-0.68, -3.2),
                (-0.42, -4.45),
            ]
        )
        pen.fill(body, pen.ramp((-0.7, 0), (0.7, 0), [dim(shell, 0.88), shell, WHITE]))
        with pen.within(body):
            pen.poly([(-1, -5.4), (1, -5.4), (1, -4.15), (-1, -4.15)], hue)
            pen.box(-1, -1.35, 1, -1.12, hue)
        pen.dot(0.06, -3.2, 0.36, rgb("#8a94a4"))
        pen.dot(0.06, -3.2, 0.27, _GLASS)
        pen.dot(0.14, -3.30, 0.09, WHITE, 0.8)
        pen.dot(0.06, -2.25, 0.20, rgb("#8a94a4"))
        pen.dot(0.06, -2.25, 0.14, _GLASS)
        pen.blob([(-0.06, -1.7), (0.10, -1.7), (0.12, -0.4), (0.02, -0.05), (-0.08, -0.4)], dim(hue, 0.92))


def _balloon(pen: Pen, hue: Rgb, moment: Moment, aloft: bool) -> None:
    sway = 2.0 * math.sin(2 * math.pi * moment.phase)
    with pen.turned(0, -0.6, sway):
        with pen.part(puff=0.8, shade=0.0):
            for x in (-0.42, -0.14, 0.14, 0.42):
                pen.line([(x, -0.3), (x * 2.0, -1.45)], 0.025, rgb("#5a4230"))
            pen.box(-0.5, -0.35, 0.5, 0.42, pen.ramp((0, -0.3), (0, 0.4), [rgb("#b5803c"), rgb("#8a5a2c")]), round=0.09)
            for y in (-0.12, 0.12):
                pen.line([(-0.48, y), (0.48, y)], 0.03, rgb("#6a4422"))
            pen.tube([(-0.5, -0.32), (0.5, -0.32)], [0.1, 0.1], rgb("#6a4422"))
        if aloft:
            with pen.part(lit=False):
                draw_flame(pen, 0.0, -0.85, 0.13, 0.62, moment.phase)
        with pen.part(puff=0.95, shade=0.2):
            skin = closed(
                [
                    (0.0, -5.9),
                    (1.35, -5.45),
                    (2.02, -4.2),
                    (1.72, -2.9),
                    (0.95, -1.9),
                    (0.55, -1.35),
                    (-0.55, -1.35),
                    (-0.95, -1.9),
                    (-1.72, -2.9),
                    (-2.02, -4.2),
                    (-1.35, -5.45),
                ]
            )
            pen.fill(skin, hue)
            with pen.within(skin):
                light = mix(hue, rgb("#fff3d6"), 0.78)
                for x in (-1.36, 0.0, 1.36):
                    pen.oval(x * 0.98, -3.9, 0.36 if x else 0.46, 2.9, light, 1.0, degrees=-x * 5)
                pen.box(-2.2, -4.0, 2.2, -3.55, dim(hue, 0.72), 0.9)
                for k in range(9):
                    pen.dot(-1.9 + 0.475 * k, -3.78, 0.10, rgb("#f8d860"))
            pen.tube([(-0.56, -1.38), (0.56, -1.38)], [0.14, 0.14], dim(hue, 0.6))


def _helicopter(pen: Pen, hue: Rgb, moment: Moment, aloft: bool) -> None:
    turn = 2 * math.pi * moment.phase
    with pen.part(puff=0.9, shade=0.0):
        pen.tube([(-0.8, -1.75), (-2.2, -1.85), (-3.5, -2.0)], [0.62, 0.34, 0.18], hue)
        pen.blob([(-3.3, -1.95), (-3.85, -2.75), (-3.5, -2.75), (-3.05, -2.0)], dim(hue, 0.85))
        pen.blob(
            [
                (1.75, -1.35),
                (1.45, -1.95),
                (0.6, -2.32),
                (-0.6, -2.25),
                (-1.3, -1.8),
                (-1.0, -1.1),
                (0.3, -0.78),
                (1.4, -0.88),
            ],
            pen.ramp((0, -2.3), (0, -0.8), [tint(hue, 0.15), hue, dim(hue, 0.72)]),
        )
        pen.blob(
            [(1.68, -1.38), (1.40, -1.88), (0.75, -2.15), (0.60, -1.30), (1.2, -1.15)],
            pen.ramp((0, -2.1), (0, -1.2), [tint(_GLASS, 0.4), _GLASS]),
        )
        pen.box(-0.5, -1.92, 0.35, -1.30, tint(_GLASS, 0.25), round=0.1)
        pen.line([(0.0, -2.2), (0.0, -2.68)], 0.12, rgb("#4a4e58"))
        for x in (-0.55, 0.75):
            pen.line([(x, -0.95), (x - 0.05, -0.35)], 0.07, rgb("#4a4e58"))
        pen.tube([(-1.1, -0.30), (1.1, -0.30), (1.4, -0.46)], [0.09, 0.09, 0.07], rgb("#4a4e58"))
    with pen.part(lit=False):
        if aloft:
            pen.oval(0.0, -2.72, 3.0, 0.12, WHITE, 0.20)
            pen.dot(-3.62, -2.35, 0.55, WHITE, 0.16)
        reach = 2.9 * abs(math.cos(turn)) + 0.3
        pen.line([(-reach, -2.74), (reach, -2.70)], 0.08, rgb("#3a3e48"), 0.85)
        with pen.turned(-3.62, -2.35, 360 * moment.phase * 2):
            pen.line([(0, -0.5), (0, 0.5)], 0.06, rgb("#3a3e48"))


def _drone(pen: Pen, hue: Rgb, moment: Moment, aloft: bool) -> None:
    with pen.part(puff=0.9, shade=0.0):
        for x, y, tone in ((-0.52, -0.33, 0.75), (0.52, -0.33, 0.75), (-0.68, -0.26, 1.0), (0.68, -0.26, 1.0)):
            pen.line([(0, -0.24), (x, y)], 0.045, dim(hue, 0.7 * tone))
            pen.tube([(x, y + 0.02), (x, y - 0.09)], [0.07, 0.05], dim(rgb("#3a3e48"), tone))
        pen.blob(
            [(-0.30, -0.24), (-0.16, -0.36), (0.18, -0.36), (0.34, -0.24), (0.18, -0.13), (-0.18, -0.13)],
            pen.ramp((0, -0.36), (0, -0.1), [tint(hue, 0.25), dim(hue, 0.8)]),
        )
        pen.dot(0.18, -0.10, 0.085, rgb("#2a2c34"))
        pen.dot(0.21, -0.10, 0.045, rgb("#5a90c0"))
        for x in (-0.22, 0.22):
            pen.line([(x, -0.16), (x * 1.35, 0.0)], 0.03, dim(hue, 0.7))
    with pen.part(lit=False):
        turn = 2 * math.pi * moment.phase
        for k, (x, y) in enumerate(((-0.52, -0.43), (0.52, -0.43), (-0.68, -0.37), (0.68, -0.37))):
            if aloft:
                pen.oval(x, y, 0.27, 0.035, WHITE, 0.30)
            reach = 0.24 * abs(math.cos(turn * 3 + k)) + 0.03
            pen.line([(x - reach, y), (x + reach, y)], 0.022, rgb("#2a2c34"), 0.8)
        pen.dot(-0.28, -0.23, 0.022, rgb("#ff4038"))
        pen.dot(0.31, -0.24, 0.022, rgb("#40ff70"))


def _saucer(pen: Pen, hue: Rgb, moment: Moment, aloft: bool) -> None:
    with pen.part(lit=False):
        if aloft:
            pen.poly(
                [(-0.7, -0.35), (0.7, -0.35), (1.5, 1.9), (-1.5, 1.9)],
                pen.ramp((0, -0.4), (0, 1.9), [rgb("#b8ffd0"), rgb("#b8ffd0")]),
                0.14,
            )
    with pen.part(puff=0.9, shade=0.0):
        dome = closed([(-0.85, -0.95), (-0.62, -1.5), (0.0, -1.72), (0.62, -1.5), (0.85, -0.95)])
        pen.fill(dome, rgb("#7ac8d8"), 0.85)
        pen.oval(0, -1.18, 0.26, 0.30, rgb("#78c060"))
        for x in (-0.09, 0.12):
            pen.oval(x, -1.24, 0.065, 0.10, rgb("#1a2420"))
        pen.oval(-0.38, -1.45, 0.10, 0.18, WHITE, 0.6, degrees=35)
    with pen.part(puff=0.9, shade=0.3):
        pen.blob(
            [(-2.0, -0.68), (-1.0, -1.02), (1.0, -1.02), (2.0, -0.68), (1.1, -0.36), (-1.1, -0.36)],
            pen.ramp((0, -1.05), (0, -0.3), [tint(hue, 0.3), hue, dim(hue, 0.6)]),
        )
        pen.oval(0, -0.38, 0.75, 0.15, dim(hue, 0.55))
    with pen.part(lit=False):
        for k in range(7):
            on = (k + int(moment.phase * 7)) % 7 < 2
            pen.dot(-1.5 + 0.5 * k, -0.68 + 0.03 * abs(k - 3) - 0.04, 0.10, rgb("#ffe860") if on else rgb("#c07830"))


_WARM, _WHITE = (1.0, 0.62, 0.2), (0.9, 0.95, 1.0)


def _blinker(t: float) -> float:
    return float(t % 1.0 < 0.15)


AIRCRAFT: dict[str, Aircraft] = {
    "airplane": Aircraft(("#2f6fb8", "#c8403c", "#e0a030"), (-5.2, -3.8, 5.0, 0.8), 3.0, 9.0, 1, 24, _airplane, 0.2, (Glow(-1.9, 0.3, 0.8, (1.0, 0.2, 0.2), _blinker, True), Glow(4.0, -1.0, 1.2, _WHITE, by_night=True))),
    "biplane": Aircraft(("#c8403c", "#2f6fb8", "#e0a030"), (-2.9, -2.6, 2.0, 0.3), 2.2, 6.0, 12, 24, _biplane, 0.18),
    "rocket": Aircraft(("#d8403c", "#2f6fb8", "#e87a30"), (-1.5, -5.7, 1.5, 2.6), 3.2, 0.0, 24, 24, _rocket, 0.1, (Glow(0.0, 0.5, 2.6, _WARM, flicker),)),
    "balloon": Aircraft(("#d8483c", "#2f7fb8", "#e8a030", "#8a4a9c"), (-2.7, -6.8, 2.7, 0.8), 3.2, 0.7, 48, 12, _balloon, 0.25, (Glow(0.0, -1.6, 1.4, _WARM, flicker),)),
    "helicopter": Aircraft(("#d8a030", "#3a6fa8", "#c8403c"), (-4.6, -3.3, 3.6, 0.15), 2.2, 5.0, 12, 24, _helicopter, 0.15, (Glow(1.6, -1.0, 1.4, _WHITE, by_night=True),)),
    "drone": Aircraft(("#e4e8ec", "#3a3e48"), (-1.1, -0.65, 1.1, 0.12), 0.6, 3.0, 12, 24, _drone, 0.08, (Glow(-0.28, -0.23, 0.25, (1.0, 0.2, 0.2), _blinker), Glow(0.3, -0.24, 0.22, (0.2, 1.0, 0.4)))),
    "starship": Aircraft(("#d8583c", "#3f78c0", "#e0a030"), (-4.4, -2.1, 3.2, 1.1), 2.2, 6.0, 24, 24, draw_starship, 0.16, (Glow(-2.9, -0.5, 1.6, (0.4, 0.75, 1.0), flicker), Glow(2.6, -0.42, 0.7, _WHITE, by_night=True))),
    "saucer": Aircraft(("#b8c0cc",), (-2.4, -2.0, 2.4, 2.2), 2.2, 3.0, 28, 12, _saucer, 0.2, (Glow(0.0, -0.2, 1.9, (0.5, 1.0, 0.7)),)),
}  # fmt: skip

WORDS: dict[str, tuple[float, tuple[str, ...]]] = {
    "airplane": (3.3, ("airplane", "plane", "aeroplane", "jet", "airliner", "aircraft", "fighter jet")),
    "biplane": (2.2, ("biplane", "propeller plane", "glider", "seaplane")),
    "rocket": (5.2, ("rocket", "missile", "shuttle", "space shuttle", "rocket ship")),
    "balloon": (6.3, ("balloon", "hot air balloon", "hot-air balloon", "airship", "zeppelin", "blimp")),
    "helicopter": (2.8, ("helicopter", "chopper")),
    "drone": (0.45, ("drone", "quadcopter")),
    "starship": (1.9, ("spaceship", "spacecraft", "starship", "space ship", "starfighter", "star cruiser")),
    "saucer": (
        1.75,
        ("ufo", "mothership", "alien mothership", "flying saucer", "alien ship", "alien spaceship", "saucer"),
    ),
}
