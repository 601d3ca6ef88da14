"""Two wheels and somebody on them: a bicycle that is pedalled, a motorcycle."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.crew import Member, Pose, members_of
from rushes.engines.animatic.rigs.figure import Drift, Figure, Glow, Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.vehicle import ACTIONS
from rushes.engines.animatic.rigs.wardrobe import dressed
from rushes.engines.animatic.rigs.wheel import POSES, draw_wheel, draw_wire_wheel, turned

__all__ = ["ACTIONS", "WORDS", "make"]

_CHROME = rgb("#d0d6de")
WORDS: dict[str, tuple[float, tuple[str, ...]]] = {
    "bicycle": (1.75, ("bicycle", "bike", "cyclist")),
    "motorcycle": (1.55, ("motorcycle", "motorbike", "motorcyclist", "biker")),
    "scooter": (1.55, ("scooter", "moped", "vespa", "motor scooter")),
}


_RIDERS = frozenset({"cyclist", "biker", "motorcyclist"})


def make(subject: Subject, seed: int) -> Figure:
    size = subject.scale
    bicycle = subject.rig == "bicycle"
    frame = rgb(subject.colour) if subject.colour else rgb(("#c8403c", "#2f78b0", "#e0a030", "#3f8a5a")[seed % 4])
    goes = subject.action not in ("stand", "sleep", "lie", "look", "sit")
    crew = members_of(subject) or ((_rider(subject, seed),) if goes or subject.noun in _RIDERS else ())
    drawn = {"bicycle": _bicycle, "motorcycle": _motorcycle, "scooter": _scooter}[subject.rig]

    def paint(pen: Pen, moment: Moment) -> None:
        crank = 2 * math.pi * moment.phase if goes else 0.6
        near, far = (
            (-0.03 + 0.165 * math.cos(crank + side), -0.30 + 0.165 * math.sin(crank + side)) for side in (0.0, math.pi)
        )
        with pen.turned(0, 0, 0, size):
            flow = -0.8 if goes else 0.0
            if bicycle:
                _bicycle_behind(pen, frame, moment, far, crew != ())
                bar = (0.40, -1.04)
                poses = [
                    Pose(
                        (-0.24, -0.94),
                        near,
                        far,
                        bar,
                        (bar[0] + 0.03, bar[1]),
                        lean=26.0,
                        nod=-14.0,
                        flow=flow,
                        heel=8.0,
                        room=1.0,
                    ),
                    Pose(
                        (-0.56, -0.82),
                        (-0.45, -0.36),
                        (-0.43, -0.36),
                        (-0.30, -1.12),
                        (-0.28, -1.12),
                        flow=flow,
                        room=0.9,
                    ),
                ]
            else:
                drawn(pen, frame, moment)
                low = subject.rig == "scooter"
                bar = (0.34, -1.10) if low else (0.36, -1.04)
                foot = (0.20, -0.30) if low else (0.16, -0.26)
                poses = [
                    Pose(
                        (-0.30, -0.86),
                        foot,
                        (foot[0] + 0.05, foot[1]),
                        bar,
                        (bar[0] + 0.04, bar[1]),
                        lean=6.0 if low else 12.0,
                        nod=-6.0,
                        flow=flow * 1.2,
                        room=1.0,
                    ),
                    Pose(
                        (-0.72, -0.90),
                        (-0.42, -0.36),
                        (-0.40, -0.36),
                        (-0.34, -1.12),
                        (-0.30, -1.12),
                        lean=4.0,
                        flow=flow * 1.2,
                        room=0.9,
                    ),
                ]
            for rider, pose in reversed(list(zip(crew, poses, strict=False))):
                rider.draw(pen, pose, moment)
            if bicycle:
                _bicycle_before(pen, near)

    def drift(t: float) -> Drift:
        return Drift(0.0, 0.008 * size * math.sin(11.0 * t + seed % 5))

    lamp = Glow(0.80 * size, -0.80 * size, 0.9 * size, (1.0, 0.88, 0.55), by_night=True)
    return Figure(
        paint=paint,
        reach=(-1.35 * size, -2.45 * size, 1.35 * size, 0.1 * size),
        poses=POSES if goes else 1,
        speed={"bicycle": 3.6, "scooter": 6.0}.get(subject.rig, 8.0) if goes else 0.0,
        talks=True,
        blinks=True,
        drift=drift if goes else None,
        glows=(lamp,) if goes else (),
    )


def _rider(subject: Subject, seed: int) -> Member:
    """Whoever it is that rides when the prompt names nobody: nothing on two wheels goes by itself."""
    female = bool({"woman", "girl", "female"} & set(subject.traits))
    person = Subject(noun=subject.noun, rig="woman" if female else "man", traits=tuple(subject.traits))
    return Member(person, dressed(person, seed), None, speaks=True)


def _bicycle(pen: Pen, frame: Rgb, moment: Moment) -> None:
    _bicycle_behind(pen, frame, moment, (-0.03, -0.14), False)


def _bicycle_before(pen: Pen, pedal: tuple[float, float]) -> None:
    with pen.part(puff=0.9, shade=0.2):
        pen.line([(-0.03, -0.30), pedal], 0.03, dim(_CHROME, 0.9))
        pen.line([(pedal[0] - 0.06, pedal[1]), (pedal[0] + 0.06, pedal[1])], 0.03, rgb("#2a2428"))


def _bicycle_behind(pen: Pen, frame: Rgb, moment: Moment, far_pedal: tuple[float, float], ridden: bool) -> None:
    turn = turned(moment.phase)
    if not ridden:
        with pen.part(puff=0.9, shade=0.0):
            pen.line([(-0.10, -0.32), (-0.24, -0.01)], 0.03, dim(_CHROME, 0.6))
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


def _scooter(pen: Pen, frame: Rgb, moment: Moment) -> None:
    """With a step through, a shield and small wheels."""
    turn = turned(moment.phase)
    with pen.part(puff=0.7, shade=0.0):
        draw_wheel(pen, -0.60, 0.25, turn, _CHROME, tyre=0.36)
        draw_wheel(pen, 0.64, 0.25, turn, _CHROME, tyre=0.36)
    with pen.part(puff=0.7, shade=0.3):
        pen.line([(0.64, -0.25), (0.44, -0.95), (0.40, -1.08)], 0.07, _CHROME)
        pen.blob([(-0.98, -0.44), (-0.86, -0.68), (-0.30, -0.72), (-0.14, -0.56), (-0.10, -0.24), (-0.42, -0.22), (-0.84, -0.30)],
                 pen.ramp((0, -0.75), (0, -0.2), [tint(frame, 0.25), frame, dim(frame, 0.8)]))  # fmt: skip
        pen.tube([(-0.20, -0.25), (0.20, -0.25), (0.36, -0.34)], [0.10, 0.09, 0.09], dim(frame, 0.9))
        pen.blob([(0.28, -0.30), (0.30, -0.92), (0.44, -0.98), (0.56, -0.60), (0.52, -0.34)], frame, tight=0.7)
        pen.blob([(0.42, -0.40), (0.62, -0.56), (0.90, -0.34), (0.80, -0.30), (0.62, -0.44)], frame)
        pen.tube([(-0.74, -0.77), (-0.40, -0.80), (-0.14, -0.74)], [0.10, 0.13, 0.09], rgb("#5a3626"))
        pen.line([(0.46, -1.02), (0.36, -1.12), (0.28, -1.10)], 0.04, rgb("#2a2428"))
        pen.oval(0.50, -0.94, 0.085, 0.10, rgb("#fff2c0"))


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
