"""Dinosaurs on two legs: the trunk level over the hips, the tail held out against a heavy head. In heights of the hip."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import gait as gaits
from rushes.engines.animatic.rigs.figure import Figure, Moment
from rushes.engines.animatic.rigs.gait import Gait, Step, bend, step
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed

ACTIONS = frozenset({"stand", "walk", "run", "trot", "look", "talk", "eat", "play", "jump"})


@dataclass(frozen=True, slots=True)
class Hunter:
    hip: float  #: metres from the ground to the hip
    coat: str
    belly: str
    mark: str
    head: float  #: length of the head
    arm: float
    girth: float  #: depth of the trunk
    tail: float
    crest: bool = False  #: feathers on head and arms


HUNTERS: dict[str, Hunter] = {
    "t_rex": Hunter(1.9, "#7d8a4a", "#cfc794", "#57622f", 0.80, 0.22, 0.62, 1.40),
    "raptor": Hunter(0.95, "#a8703c", "#e2cfa4", "#5c3a22", 0.46, 0.40, 0.36, 1.55, crest=True),
}
WORDS: dict[str, tuple[float, tuple[str, ...]]] = {
    "t_rex": (2.8, ("t rex", "tyrannosaurus", "tyrannosaurus rex", "dinosaur", "allosaurus", "spinosaurus", "carnotaurus", "godzilla", "kaiju")),
    "raptor": (1.3, ("velociraptor", "raptor dinosaur", "deinonychus", "utahraptor")),
}  # fmt: skip


def make(subject: Subject, seed: int) -> Figure:
    hunter = HUNTERS[subject.rig]
    size = hunter.hip * subject.scale
    if "young" in subject.traits or "baby" in subject.traits:
        hunter, size = replace(hunter, head=hunter.head * 1.25, tail=hunter.tail * 0.8), size * 0.5
    main = rgb(subject.colour or hunter.coat)
    belly = mix(rgb(hunter.belly), tint(main, 0.5), 0.4 if subject.colour else 0.0)
    mark = dim(main, 0.62) if subject.colour else rgb(hunter.mark)
    gait = {"walk": replace(gaits.STROLL, frames=34), "trot": replace(gaits.JOG, frames=22), "run": replace(gaits.JOG, frames=18)}.get(subject.action)  # fmt: skip
    roars = subject.action == "talk" or "roaring" in subject.traits

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            _draw(pen, hunter, (main, belly, mark), moment, gait, roars, subject.action == "eat")

    return Figure(
        paint=paint,
        reach=(-size * (1.2 * hunter.tail + 0.9), -size * 2.7, size * (1.6 + 1.9 * hunter.head), size * 0.45),
        poses=gait.frames if gait is not None else 60,
        poses_per_second=24.0 if gait is not None else 12.0,
        speed=gait.speed(0.9 * size) if gait is not None else 0.0,
        touches=gait.touches if gait is not None else (),
        talks=True,
        blinks=True,
    )


def _draw(
    pen: Pen, hunter: Hunter, hues: tuple[Rgb, Rgb, Rgb], moment: Moment, gait: Gait | None, roars: bool, eats: bool
) -> None:
    main, belly, mark = hues
    turn = math.tau * moment.phase
    bob = 0.03 * math.cos(2 * turn) if gait is not None else 0.012 * math.sin(2 * turn)
    roar = 0.0
    if roars:
        share = max(0.0, math.sin(turn)) ** 0.6
        roar = share * (0.9 + 0.1 * math.sin(12 * turn))
    dip = (0.5 + 0.5 * math.sin(turn)) if eats else 0.0
    hip, g = (0.0, -1.0 + bob), hunter.girth
    chest: Point = (0.62, hip[1] - 0.10 - 0.06 * roar + 0.35 * dip)
    poll: Point = (chest[0] + 0.30, chest[1] - 0.42 - 0.06 * roar + 0.62 * dip)
    sway = math.sin(turn)
    tail: list[Point] = [(0.1, hip[1]), (-0.45, hip[1] - 0.02), (-0.45 - 0.5 * hunter.tail, hip[1] + 0.04 + 0.05 * sway), (-0.45 - 0.95 * hunter.tail, hip[1] - 0.10 + 0.14 * sway)]  # fmt: skip
    feet = [_foot(gait, moment.phase, index) for index in range(2)]
    with pen.part(puff=0.9, shade=0.0, gain=0.86):
        _leg(pen, (hip[0] + 0.08, hip[1] + 0.04), feet[1], g, dim(main, 0.68))
        _arm(pen, hunter, (chest[0] + 0.05, chest[1] + 0.22 * g), dim(main, 0.68), turn + 0.6)
    with pen.part(puff=0.85, shade=0.3):
        pen.tube(tail, [0.86 * g, 0.62 * g, 0.26 * g, 0.03], pen.ramp((0, hip[1] - g / 2), (0, hip[1] + g / 2), [main, main, mix(main, belly, 0.6)]))  # fmt: skip
        pen.tube([(chest[0] - 0.02, chest[1]), (chest[0] + 0.26, chest[1] - 0.16 + 0.4 * dip), poll], [0.86 * g, 0.62 * g, 0.46 * g], main)  # fmt: skip
        outline: list[Point] = [(-0.42, hip[1] - 0.30 * g), (0.0, hip[1] - 0.56 * g), (0.42, chest[1] - 0.44 * g), (0.80, chest[1] - 0.26 * g), (0.86, chest[1] + 0.18 * g), (0.56, chest[1] + 0.56 * g), (0.10, hip[1] + 0.52 * g), (-0.36, hip[1] + 0.26 * g)]  # fmt: skip
        path = closed(outline)
        pen.fill(path, pen.ramp((0.3, hip[1] - 0.6 * g), (0.3, hip[1] + 0.6 * g), [tint(main, 0.06), main, mix(main, belly, 0.7), belly], [0, 0.45, 0.75, 1]))  # fmt: skip
        with pen.within(path):
            for k in range(40):
                u, v = (k * 0.618) % 1, (k * 0.755) % 1
                pen.oval(-0.4 + 1.25 * u, hip[1] - 0.55 * g + 0.8 * g * v, 0.026, 0.018, mark, 0.35)
        with pen.within(path):
            for k in range(9):
                x = -0.55 + 0.16 * k
                y = hip[1] - (0.40 if k in (0, 8) else 0.50) * g
                pen.poly([(x - 0.06, y - 0.10 * g), (x + 0.06, y - 0.10 * g), (x + 0.025, y + 0.34 * g), (x - 0.02, y + 0.30 * g)], mark, 0.8)  # fmt: skip
        for k in range(5):
            share = 0.16 + 0.16 * k
            x, y = -0.45 - hunter.tail * share, hip[1] + 0.02 + 0.07 * sway * share
            half = 0.30 * g * (1 - share)
            pen.line([(x, y - half), (x + 0.02, y + 0.5 * half)], 0.055 * (1 - 0.6 * share), mark, 0.8)
        _leg(pen, (hip[0] - 0.02, hip[1] + 0.04), feet[0], g, main)
        _arm(pen, hunter, (chest[0] + 0.02, chest[1] + 0.26 * g), main, turn)
    head_turn = -18 * roar + 34 * dip + (3 * math.sin(turn) if not roars else 0.0)
    back = (chest[0] - poll[0], chest[1] - poll[1])
    melt = ((poll[0] + 0.42 * back[0], poll[1] + 0.42 * back[1]), (poll[0] + 0.06 * back[0], poll[1] + 0.06 * back[1]))
    with pen.part(puff=0.8, shade=0.16, melt=melt), pen.turned(poll[0], poll[1], head_turn, hunter.head):
        _head(pen, hunter, main, belly, mark, max(roar, moment.mouth, 0.4 * dip), moment.blink)


def _foot(gait: Gait | None, phase: float, index: int) -> Step:
    if gait is None:
        return Step(0.16 - 0.24 * index, 0.0, -0.5)
    own = step(gait, phase, index)
    return Step(0.04 + 0.9 * own.x, 0.9 * own.y, own.swing)


def _leg(pen: Pen, hip: Point, foot: Step, girth: float, hue: Rgb) -> None:
    lean = math.radians(30.0 if foot.swing <= 0 else 30.0 + 40.0 * math.sin(math.pi * foot.swing))
    hock: Point = (foot.x - 0.30 * math.sin(lean), foot.y - 0.32 * math.cos(lean))
    knee = bend(hip, hock, 0.46, 0.46, -1)
    pen.tube([hip, knee, hock, (foot.x, foot.y - 0.05)], [0.62 * girth, 0.46 * girth, 0.20 * girth, 0.17 * girth], hue)
    curl = 30.0 * max(0.0, math.sin(math.pi * foot.swing)) if foot.swing > 0 else 0.0
    with pen.turned(foot.x, foot.y, curl):
        pen.blob([(-0.10, -0.01), (-0.06, -0.11), (0.10, -0.11), (0.24, -0.05), (0.22, 0.0)], hue)
        for k in range(3):
            pen.poly([(0.08 + 0.075 * k, -0.05), (0.13 + 0.075 * k, -0.045), (0.15 + 0.075 * k, 0.0)], rgb("#ece2c8"))


def _arm(pen: Pen, hunter: Hunter, root: Point, hue: Rgb, turn: float) -> None:
    a = hunter.arm
    x, y = root
    swing = 0.05 * math.sin(2 * turn)
    if hunter.crest:
        for k in range(5):
            pen.tube([(x + 0.02 * k, y + 0.3 * a), (x - 0.14 - 0.02 * k, y + (0.75 + 0.12 * k) * a)], [0.07, 0.01], dim(hue, 0.7))  # fmt: skip
    pen.tube([(x, y), (x + 0.02 + swing, y + 0.62 * a), (x + 0.55 * a + swing, y + 0.72 * a)], [0.15, 0.10, 0.06], hue)
    for k in range(2):
        pen.poly([(x + 0.5 * a + swing, y + (0.68 + 0.08 * k) * a), (x + 0.56 * a + swing, y + (0.70 + 0.10 * k) * a), (x + 0.62 * a + swing, y + (0.92 + 0.06 * k) * a)], rgb("#ece2c8"))  # fmt: skip


def _head(pen: Pen, hunter: Hunter, main: Rgb, belly: Rgb, mark: Rgb, mouth: float, blink: bool) -> None:
    """In lengths of the head, the poll at (0, 0)."""
    bone = rgb("#f6eedc")
    if hunter.crest:
        for k in range(6):
            pen.tube([(-0.10 + 0.07 * k, -0.16), (-0.36 + 0.05 * k, -0.36 - 0.03 * k)], [0.09, 0.015], mark)
    with pen.turned(0.05, 0.12, 30 * mouth):
        pen.blob(
            [(-0.12, 0.02), (0.45, 0.06), (0.98, 0.04), (1.0, 0.14), (0.6, 0.26), (0.0, 0.26)], mix(main, belly, 0.55)
        )
        if mouth > 0.08:
            pen.blob([(0.1, 0.0), (0.5, 0.02), (0.90, 0.05), (0.5, 0.12), (0.1, 0.10)], rgb("#c85a5c"))
            for k in range(7):
                pen.poly([(0.36 + 0.09 * k, 0.06), (0.42 + 0.09 * k, 0.06), (0.39 + 0.09 * k, -0.03)], bone)
    if mouth > 0.08:
        pen.blob([(0.0, 0.08), (0.5, 0.08), (0.9, 0.10), (0.6, 0.10 + 0.22 * mouth), (0.05, 0.20)], rgb("#5a2028"))
    skull = closed([(-0.26, 0.06), (-0.20, -0.20), (0.10, -0.30), (0.36, -0.24), (0.62, -0.20), (0.96, -0.14), (1.06, -0.02), (1.0, 0.09), (0.5, 0.11), (0.0, 0.20)])  # fmt: skip
    if mouth > 0.08:
        for k in range(8):
            pen.poly([(0.34 + 0.085 * k, 0.07), (0.40 + 0.085 * k, 0.07), (0.37 + 0.085 * k, 0.19)], bone)
    pen.fill(skull, pen.ramp((0, -0.3), (0, 0.2), [tint(main, 0.08), main, mix(main, belly, 0.35)]))
    with pen.within(skull):
        for k in range(16):
            pen.oval(-0.2 + 1.1 * ((k * 0.618) % 1), -0.28 + 0.2 * ((k * 0.755) % 1), 0.035, 0.022, mark, 0.4)
    pen.oval(0.97, -0.06, 0.030, 0.020, dim(main, 0.35))
    pen.line([(1.0, 0.07), (0.55, 0.085), (0.16, 0.13)], 0.02, dim(main, 0.4), 0.8)
    pen.tube([(0.14, -0.25), (0.30, -0.255), (0.44, -0.19)], [0.06, 0.10, 0.04], dim(main, 0.85))
    if blink:
        pen.line([(0.20, -0.12), (0.28, -0.09), (0.36, -0.12)], 0.025, dim(main, 0.35))
        return
    pen.oval(0.28, -0.13, 0.075, 0.070, rgb("#f0c23c"))
    pen.oval(0.295, -0.13, 0.024, 0.058, rgb("#1c1a18"))
    pen.dot(0.315, -0.15, 0.016, WHITE)
