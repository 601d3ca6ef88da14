"""Two wheels and somebody on them: a bicycle that is pedalled, a motorcycle."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.body import Arm, Foot, Stance, draw_person
from rushes.engines.animatic.rigs.figure import Drift, Figure, Glow, Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.vehicle import ACTIONS
from rushes.engines.animatic.rigs.wardrobe import dressed
from rushes.engines.animatic.rigs.wheel import POSES, draw_wheel, draw_wire_wheel, turned

__all__ = ["ACTIONS", "WORDS", "make"]

_CHROME = rgb("#d0d6de")
WORDS: dict[str, tuple[float, tuple[str, ...]]] = {
    "bicycle": (1.75, ("bicycle", "bike", "cyclist", "biker", "rider")),
    "motorcycle": (1.55, ("motorcycle", "motorbike", "scooter", "moped", "vespa", "motorcyclist")),
}


def make(subject: Subject, seed: int) -> Figure:
    size = subject.scale
    bicycle = subject.rig == "bicycle"
    frame = rgb(subject.colour) if subject.colour else rgb(("#c8403c", "#2f78b0", "#e0a030", "#3f8a5a")[seed % 4])
    female = bool({"woman", "girl", "female"} & set(subject.traits))
    person = Subject(noun=subject.noun, rig="woman" if female else "man", traits=tuple(subject.traits))
    outfit = dressed(person, seed)
    goes = subject.action not in ("stand", "sleep", "lie", "look")

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            if bicycle:
                crank = 2 * math.pi * moment.phase if goes else 0.6
                pedals = [
                    (-0.03 + 0.165 * math.cos(crank + side), -0.30 + 0.165 * math.sin(crank + side))
                    for side in (0.0, math.pi)
                ]
                _bicycle_behind(pen, frame, moment, pedals[1])
                tall = outfit.tall
                feet = [
                    Foot((x - 0.04) / tall, (y + 0.02) / tall, 12 + 14 * math.sin(crank + side))
                    for (x, y), side in zip(pedals, (0.0, math.pi), strict=True)
                ]
                pose = Stance(
                    (-0.24 / tall, -0.96 / tall),
                    32,
                    feet[0],
                    feet[1],
                    Arm(48, 18),
                    Arm(50, 16),
                    -18,
                    -0.8 if goes else 0.0,
                )
                with pen.turned(0, 0, 0, tall):
                    draw_person(pen, outfit, pose, moment)
            else:
                _motorcycle(pen, frame, moment)
                tall = outfit.tall
                pose = Stance(
                    (-0.22 / tall, -0.84 / tall),
                    16,
                    Foot(0.10 / tall, -0.24 / tall, 0),
                    Foot(0.12 / tall, -0.24 / tall, 0),
                    Arm(52, 24),
                    Arm(54, 22),
                    -8,
                    -1.0 if goes else 0.0,
                )
                with pen.turned(0, 0, 0, tall):
                    draw_person(pen, outfit, pose, moment)

    def drift(t: float) -> Drift:
        return Drift(0.0, 0.008 * size * math.sin(11.0 * t + seed % 5))

    lamp = Glow(0.80 * size, -0.80 * size, 0.9 * size, (1.0, 0.88, 0.55), by_night=True)
    return Figure(
        paint=paint,
        reach=(-1.35 * size, -2.25 * size, 1.35 * size, 0.1 * size),
        poses=POSES if goes else 1,
        speed=(3.6 if bicycle else 8.0) if goes else 0.0,
        talks=True,
        blinks=True,
        drift=drift if goes else None,
        glows=(lamp,) if goes else (),
    )


def _bicycle_behind(pen: Pen, frame: Rgb, moment: Moment, far_pedal: tuple[float, float]) -> None:
    turn = turned(moment.phase)
    with pen.part(puff=0.9, shade=0.0):
        draw_wire_wheel(pen, -0.52, 0.345, turn, _CHROME)
        draw_wire_wheel(pen, 0.56, 0.345, turn, _CHROME)
    with pen.part(puff=0.9, shade=0.0):
        pen.line([(-0.03, -0.30), far_pedal], 0.03, dim(_CHROME, 0.7))
        for a, b in (
            ((-0.52, -0.345), (-0.03, -0.30)),
            ((-0.52, -0.345), (-0.20, -0.72)),
            ((-0.03, -0.30), (-0.22, -0.80)),
            ((-0.03, -0.30), (0.40, -0.68)),
            ((-0.20, -0.72), (0.38, -0.76)),
            ((0.56, -0.345), (0.36, -0.90)),
        ):
            pen.line([a, b], 0.042, frame)
        pen.tube([(-0.36, -0.84), (-0.20, -0.845), (-0.09, -0.83)], [0.085, 0.06, 0.035], rgb("#2a2428"))
        pen.line([(0.36, -0.90), (0.34, -1.00), (0.44, -1.02)], 0.035, _CHROME)
        pen.dot(0.46, -0.90, 0.05, rgb("#fff2c0"))
        pen.dot(-0.03, -0.30, 0.085, dim(_CHROME, 0.8))


def _motorcycle(pen: Pen, frame: Rgb, moment: Moment) -> None:
    turn = turned(moment.phase)
    with pen.part(puff=0.7, shade=0.0):
        draw_wheel(pen, -0.70, 0.34, turn, _CHROME, tyre=0.36)
        draw_wheel(pen, 0.78, 0.34, turn, _CHROME, tyre=0.36)
    with pen.part(puff=0.8, shade=0.3):
        pen.line([(0.78, -0.34), (0.50, -0.98)], 0.07, _CHROME)
        pen.blob([(-0.30, -0.28), (-0.28, -0.56), (0.28, -0.56), (0.34, -0.28), (0.0, -0.20)], rgb("#4a4e58"))
        pen.tube([(0.1, -0.25), (-0.5, -0.22), (-1.0, -0.28)], [0.07, 0.08, 0.09], _CHROME)
        pen.blob([(-0.98, -0.66), (-0.60, -0.74), (-0.05, -0.68), (0.10, -0.52), (-0.4, -0.48), (-0.8, -0.52)], frame)
        pen.blob(
            [(-0.05, -0.66), (0.12, -0.92), (0.48, -0.90), (0.46, -0.60), (0.1, -0.52)],
            pen.ramp((0, -0.9), (0, -0.5), [tint(frame, 0.25), dim(frame, 0.85)]),
        )
        pen.tube([(-0.66, -0.76), (-0.30, -0.80), (0.02, -0.76)], [0.08, 0.12, 0.08], rgb("#2a2428"))
        pen.blob([(0.44, -0.34), (0.56, -0.62), (0.80, -0.74), (1.08, -0.60), (0.8, -0.66), (0.60, -0.54)], frame)
        pen.line([(0.48, -0.98), (0.36, -1.05), (0.30, -1.02)], 0.04, rgb("#2a2428"))
        pen.oval(0.64, -0.86, 0.09, 0.11, rgb("#fff2c0"))
