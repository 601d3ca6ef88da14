"""Seals, sea lions and walruses: at rest on the shore, humping along, swimming. In shares of their length."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.gait import Gait, step
from rushes.engines.animatic.rigs.hue import BLACK, WHITE, dim, lightness, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, spline

ACTIONS = frozenset(
    {"stand", "sit", "lie", "walk", "run", "eat", "sleep", "play", "look", "talk", "dance", "swim", "float"}
)


@dataclass(frozen=True, slots=True)
class Seal:
    long: float  #: metres
    height: float
    coat: str
    belly: str
    words: tuple[str, ...]
    girth: float = 0.34
    head: float = 0.105  #: radius
    high: float = 0.46  #: how high the head is held
    ears: bool = False
    tusks: bool = False
    spots: bool = False
    flipper: float = 0.26


SEALS: dict[str, Seal] = {
    "seal": Seal(1.5, 0.80, "#98a1ab", "#dfe4e8", ("seal", "harbor seal", "harbour seal", "seal pup", "elephant seal", "monk seal"), girth=0.37, head=0.125, high=0.40, spots=True, flipper=0.19),
    "sea_lion": Seal(1.8, 1.10, "#7a5a42", "#a8876a", ("sea lion", "fur seal"), girth=0.32, head=0.10, high=0.56, ears=True, flipper=0.32),
    "walrus": Seal(2.4, 1.35, "#9a6a52", "#b98a70", ("walrus",), girth=0.46, head=0.155, high=0.47, tusks=True, flipper=0.25),
}  # fmt: skip
#: The chest and the hind part rest on the ground in turn.
_HUMP = Gait(26, 0.56, (0.0, 0.5), 0.20, 0.10)
_YOUNG = frozenset({"young", "baby", "seal pup"})


def make(subject: Subject, seed: int) -> Figure:
    seal = SEALS[subject.rig]
    young = bool(_YOUNG & {subject.noun, *subject.traits})
    size = seal.long * subject.scale * (0.62 if young else 1.0)
    main, belly = rgb(subject.colour or ("#eef0f2" if young and seal.spots else seal.coat)), rgb(seal.belly)
    if lightness(main) < 0.12:
        main = mix(main, (0.30, 0.28, 0.30), 0.55)
    if subject.colour is not None:
        belly = tint(main, 0.45)
    swims = subject.action in ("swim", "float")
    goes = subject.action in ("walk", "run")
    grown = 1.25 if young else 1.0

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            if swims:
                _swimming(pen, seal, grown, main, belly, moment)
            else:
                _ashore(pen, seal, grown, main, belly, moment, "walk" if goes else subject.action)

    start = seed % 7
    drift: Callable[[float], Drift] | None = None
    if swims:

        def drift(t: float) -> Drift:
            return Drift(0.0, 0.05 * size * math.sin(0.9 * t + start))

    frames = _HUMP.frames if subject.action != "run" else 20
    return Figure(
        paint=paint,
        reach=(-0.95 * size, -(0.60 if swims else 1.0) * size, 1.0 * size, (0.5 if swims else 0.10) * size),
        poses=frames if goes else 36 if swims else 60,
        poses_per_second=24.0 if goes or swims else 12.0,
        speed=0.55 * size if subject.action == "swim" else _HUMP.speed(size) * _HUMP.frames / frames if goes else 0.0,
        lift=1.0 * seal.height * subject.scale if swims else 0.0,
        talks=True,
        blinks=subject.action != "sleep",
        drift=drift,
        casts=not swims,
    )


def _ashore(pen: Pen, seal: Seal, grown: float, main: Rgb, belly: Rgb, moment: Moment, act: str) -> None:
    turn = 2 * math.pi * moment.phase
    breath = 0.006 * math.sin(2 * turn)
    g = seal.girth
    chest_on, rump_on = 0.0, 0.0
    high, arch = seal.high, 0.0
    chest_up = rump_up = 0.0
    if act == "walk":
        chest, rump = step(_HUMP, moment.phase, 0), step(_HUMP, moment.phase, 1)
        chest_on, rump_on = chest.x, rump.x
        chest_up, rump_up = -chest.y, -0.5 * rump.y
        arch = 0.10 * max(0.0, (rump.x - chest.x) / 0.20)
    elif act == "sleep":
        high = 0.13
    elif act in ("lie",):
        high *= 0.80
    elif act in ("play", "dance", "talk"):
        high *= 1.0 + 0.06 * math.sin(turn)
    look = 5 * math.sin(turn) + 2 * math.sin(2 * turn + 1)
    hind: Point = (-0.50 + rump_on, -0.05 - rump_up)
    loin: Point = (-0.34 + rump_on, -0.26 * g - 0.02 - rump_up - 0.5 * arch)
    back: Point = (-0.06 + 0.5 * (rump_on + chest_on), -0.44 * g - breath - arch - 0.4 * (chest_up + rump_up))
    chest_at: Point = (0.20 + chest_on, -0.50 * g - 0.16 * high - chest_up - breath)
    neck: Point = (0.30 + chest_on, -0.62 * high - 0.06 - chest_up)
    head: Point = (0.36 + chest_on, -high - 0.02 - chest_up)
    if act == "sleep":
        chest_at, neck, head = (0.20, -0.44 * g), (0.36, -0.13), (0.47, -0.105)
    clap = 14 * math.sin(2 * turn) if act in ("play", "dance") else 0.0
    with pen.part(puff=0.85, shade=0.0, gain=0.86):
        _flipper(
            pen, (chest_at[0] + 0.08, chest_at[1] + 0.22 * g), seal.flipper, 62 - clap, dim(main, 0.66), -chest_at[1]
        )
        _tail(pen, hind, 26, dim(main, 0.7), turn)
    with pen.part(puff=0.95, shade=0.3):
        _tail(pen, hind, 4, dim(main, 0.9), turn + 0.6)
        points = [hind, loin, back, chest_at, neck, head]
        widths = [0.10, 0.52 * g, 0.92 * g, 0.90 * g, 0.62 * g, 1.85 * seal.head * grown]
        _body(pen, seal, main, belly, points, widths)
    with pen.part(puff=0.9, shade=0.1, melt=_melting(neck, head, seal.head * grown)):
        _head(
            pen, seal, main, belly, head, seal.head * grown, look if act != "sleep" else 8, moment, act == "sleep", act
        )
    with pen.part(puff=0.85, shade=0.35):
        _flipper(
            pen, (chest_at[0] - 0.02, chest_at[1] + 0.26 * g), seal.flipper, 74 + clap, dim(main, 0.92), -chest_at[1]
        )


def _swimming(pen: Pen, seal: Seal, grown: float, main: Rgb, belly: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    g = seal.girth * 0.86

    def wave(late: float, far: float) -> float:
        return far * math.sin(turn - late)

    points: list[Point] = [(-0.58, wave(2.2, 0.07)), (-0.36, wave(1.6, 0.045)), (-0.06, wave(0.9, 0.02)), (0.20, wave(0.3, 0.012)), (0.36, -0.02 + wave(0.0, 0.012)), (0.47, -0.04 + wave(0.0, 0.014))]  # fmt: skip
    row = 30 * math.sin(turn)
    with pen.part(puff=0.85, shade=0.0, gain=0.86):
        _flipper(pen, (0.20, 0.20 * g), seal.flipper, 118 + row, dim(main, 0.66), 9.0)
        _tail(pen, points[0], 16 + 14 * math.sin(turn - 2.6), dim(main, 0.7), turn)
    with pen.part(puff=0.95, shade=0.3):
        _tail(pen, points[0], -6 + 14 * math.sin(turn - 2.6), dim(main, 0.9), turn + 0.6)
        _body(pen, seal, main, belly, points, [0.10, 0.50 * g, 0.92 * g, 0.88 * g, 0.66 * g, 1.85 * seal.head * grown])
    with pen.part(puff=0.9, shade=0.1, melt=_melting(points[-2], points[-1], seal.head * grown)):
        _head(pen, seal, main, belly, points[-1], seal.head * grown, -4 + 3 * math.sin(turn), moment, False, "swim")
    with pen.part(puff=0.85, shade=0.35):
        _flipper(pen, (0.12, 0.24 * g), seal.flipper * 1.05, 132 + row, dim(main, 0.92), 9.0)


def _melting(neck: Point, head: Point, radius: float) -> tuple[Point, Point]:
    """The head runs into the neck without a seam."""
    far = math.hypot(head[0] - neck[0], head[1] - neck[1]) or 1.0
    way = ((neck[0] - head[0]) / far, (neck[1] - head[1]) / far)
    return (head[0] + 0.9 * radius * way[0], head[1] + 0.9 * radius * way[1]), (
        head[0] + 0.1 * radius * way[0],
        head[1] + 0.1 * radius * way[1],
    )


def _body(pen: Pen, seal: Seal, main: Rgb, belly: Rgb, points: list[Point], widths: list[float]) -> None:
    pen.tube(points, widths, main)
    line = spline(points, 8)
    halves = [0.5 * widths[min(len(widths) - 1, k // 8)] for k in range(len(line))]
    # The pale underside, along the side of the belly.
    low: list[Point] = []
    for k in range(4, len(line) - 6, 3):
        dx, dy = float(line[k + 1][0] - line[k - 1][0]), float(line[k + 1][1] - line[k - 1][1])
        far = math.hypot(dx, dy) or 1.0
        low.append((float(line[k][0]) - dy / far * 0.42 * halves[k], float(line[k][1]) + dx / far * 0.42 * halves[k]))
    pen.tube(low, [0.04, 0.40 * max(widths), 0.46 * max(widths), 0.16], belly, 0.34)
    for k in range(40 if seal.spots else 0):
        share = 0.12 + 0.72 * ((k * 0.618) % 1)
        at = min(len(line) - 2, int(share * len(line)))
        side = -0.85 + 1.3 * ((k * 0.755) % 1)
        dx, dy = float(line[at + 1][0] - line[at - 1][0]), float(line[at + 1][1] - line[at - 1][1])
        far = math.hypot(dx, dy) or 1.0
        x, y = float(line[at][0]) - dy / far * side * halves[at], float(line[at][1]) + dx / far * side * halves[at]
        pen.oval(x, y, 0.014 + 0.006 * (k % 3), 0.010, dim(main, 0.66), 0.6, degrees=30 * k)
    if seal.tusks:
        for k in range(3):
            at = len(line) - 14 + 4 * k
            dx, dy = float(line[at + 1][0] - line[at - 1][0]), float(line[at + 1][1] - line[at - 1][1])
            far, half = math.hypot(dx, dy) or 1.0, halves[at] * 0.9
            x, y = float(line[at][0]), float(line[at][1])
            pen.line([(x - dy / far * half, y + dx / far * half), (x + 0.02, y), (x - dy / far * -0.4 * half, y - dx / far * 0.4 * half)], 0.012, dim(main, 0.68), 0.6)  # fmt: skip


def _flipper(pen: Pen, root: Point, long: float, degrees: float, hue: Rgb, ground: float) -> None:
    """A fore flipper; ashore its end lies flat on the ground."""
    down = math.radians(degrees)
    tip: Point = (root[0] + long * math.cos(down), root[1] + long * math.sin(down))
    if ground < 5:
        tip = (root[0] + 0.62 * long, min(-0.012, tip[1]))
        bent: Point = (root[0] + 0.06, -0.05)
        if tip[1] < -0.02:
            bent = ((root[0] + tip[0]) / 2 + 0.03, (root[1] + tip[1]) / 2 + 0.05)
        pen.tube([root, bent, tip], [0.15, 0.13, 0.05], hue)
        for k in range(3):
            pen.line([(bent[0] + 0.04, bent[1] + 0.012 * k), (tip[0] - 0.02, min(-0.006, tip[1] - 0.004 + 0.006 * k))], 0.007, dim(hue, 0.7), 0.7)  # fmt: skip
        return
    with pen.turned(root[0], root[1], degrees):
        pen.blob([(-0.05, -0.06), (0.5 * long, -0.075), (long, -0.02), (1.04 * long, 0.03), (0.5 * long, 0.065), (-0.05, 0.06)], hue)  # fmt: skip


def _tail(pen: Pen, root: Point, degrees: float, hue: Rgb, turn: float) -> None:
    with pen.turned(root[0], root[1], degrees + 3 * math.sin(turn)):
        pen.blob([(0.06, -0.045), (-0.08, -0.05), (-0.24, -0.085), (-0.27, -0.03), (-0.22, 0.0), (-0.25, 0.045), (-0.08, 0.035), (0.06, 0.04)], hue)  # fmt: skip
        for k in (-1, 0, 1):
            pen.line([(-0.07, 0.015 * k - 0.01), (-0.21, 0.035 * k - 0.02)], 0.008, dim(hue, 0.7), 0.7)


def _head(pen: Pen, seal: Seal, main: Rgb, belly: Rgb, at: Point, r: float, degrees: float, moment: Moment, asleep: bool, act: str) -> None:  # fmt: skip
    shut = moment.blink or asleep
    mouth = max(moment.mouth, 0.5 * max(0.0, math.sin(4 * math.pi * moment.phase)) if act == "talk" else 0.0)
    with pen.turned(at[0], at[1], degrees, r):
        if mouth > 0.05:
            pen.blob(
                [(0.45, 0.42), (1.15, 0.44), (1.05, 0.56 + 0.34 * mouth), (0.55, 0.62 + 0.20 * mouth)], rgb("#7a3038")
            )
        pen.blob([(-1.0, 0.18), (-0.86, -0.60), (-0.25, -1.0), (0.42, -0.86), (0.80, -0.34), (1.22, -0.05), (1.32, 0.28), (1.05, 0.56), (0.40, 0.72), (-0.4, 0.90), (-0.9, 0.66)], pen.ramp((0, -1), (0, 0.9), [tint(main, 0.10), main, dim(main, 0.93)]))  # fmt: skip
        if seal.ears:
            pen.blob([(-0.52, -0.28), (-0.42, -0.10), (-0.62, 0.22), (-0.74, -0.05)], dim(main, 0.78))
        if seal.tusks:
            for x, tone in ((1.16, 0.85), (0.78, 1.0)):
                pen.tube(
                    [
                        (x, 0.44),
                        *(((x - 0.4, 0.66), (x - 0.9, 0.70)) if asleep else ((x + 0.03, 1.0), (x - 0.10, 1.75))),
                    ],
                    [0.24, 0.20, 0.06],
                    dim(rgb("#fbf6e8"), tone),
                )
        pad = mix(main, belly, 0.75)
        wide = 1.35 if seal.tusks else 1.0
        pen.oval(1.12, 0.22, 0.26 * wide, 0.27 * wide, dim(pad, 0.92))
        pen.oval(0.80, 0.30, 0.36 * wide, 0.30 * wide, pad)
        for k in range(6):
            pen.dot(0.66 + 0.12 * (k % 3), 0.26 + 0.12 * (k // 3), 0.028, dim(pad, 0.6), 0.8)
        for k in range(4):
            y = 0.22 + 0.09 * k
            pen.line([(0.80, y), (0.55, y + 0.16), (0.16, y + 0.30 + 0.06 * k)], 0.022, tint(pad, 0.6), 0.85)
            pen.line([(1.20, y), (1.42, y + 0.14), (1.62, y + 0.34)], 0.020, tint(pad, 0.6), 0.8)
        pen.blob([(0.92, -0.05), (1.10, -0.14), (1.30, -0.05), (1.20, 0.12), (1.02, 0.12)], rgb("#262226"))
        pen.dot(1.06, -0.05, 0.05, WHITE, 0.5)
        if mouth <= 0.05:
            pen.line([(1.06, 0.46), (0.84, 0.58), (0.56, 0.50)], 0.05, dim(main, 0.42), 0.85)
        for x, y, radius in ((0.20, -0.18, 0.235), (0.86, -0.26, 0.16)):
            if seal.tusks:
                radius *= 0.7
            if shut:
                pen.line([(x - radius, y), (x, y + 0.10), (x + radius, y)], 0.065, dim(main, 0.4))
                continue
            pen.oval(x, y, radius * (1.0 if x < 0.5 else 0.78), radius * 1.05, BLACK)
            pen.oval(x, y + 0.03, 0.8 * radius * (1.0 if x < 0.5 else 0.78), 0.8 * radius, pen.ramp((x, y - radius), (x, y + radius), [BLACK, rgb("#5a3c2c")]))  # fmt: skip
            pen.dot(x + 0.30 * radius, y - 0.36 * radius, 0.28 * radius, WHITE, 0.95)
            pen.dot(x - 0.28 * radius, y + 0.40 * radius, 0.13 * radius, WHITE, 0.5)
