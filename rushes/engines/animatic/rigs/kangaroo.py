"""Kangaroos: upright on long feet and tail, in bounds over the plain, boxing. In shares of their standing height."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import fur
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.gait import Gait, bend, step
from rushes.engines.animatic.rigs.hue import BLACK, WHITE, dim, lightness, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed

ACTIONS = frozenset(
    {"stand", "sit", "lie", "walk", "trot", "run", "eat", "sleep", "jump", "play", "look", "talk", "dance"}
)
WORDS: dict[str, tuple[float, tuple[str, ...]]] = {
    "kangaroo": (1.55, ("kangaroo", "red kangaroo", "wallaby", "wallaroo", "joey")),
}
#: Both feet together; the rest of the loop is in the air.
_BOUND = {"walk": Gait(22, 0.46, (0.0,), 0.40, 0.10), "trot": Gait(18, 0.38, (0.0,), 0.46, 0.16), "run": Gait(15, 0.32, (0.0,), 0.52, 0.20)}  # fmt: skip
_YOUNG = frozenset({"young", "baby", "joey"})


@dataclass(frozen=True, slots=True)
class Pose:
    hip: Point
    lean: float  #: degrees that the trunk leans forward of upright
    foot: Point
    hands: tuple[Point, Point]  #: from the shoulder
    tail: tuple[Point, Point, Point]  #: from the hip
    head: float = 0.0  #: degrees that the face is turned down
    heel: float = 0.0  #: degrees that the foot stands on its toes
    asleep: bool = False
    apart: float = 0.05  #: how far the far foot is before the near one


def make(subject: Subject, seed: int) -> Figure:
    young = bool(_YOUNG & {subject.noun, *subject.traits}) and "kangaroo" not in subject.noun.split()[1:]
    joey = "joey" in subject.traits and subject.noun != "joey"
    size = (
        WORDS["kangaroo"][0]
        * subject.scale
        * (0.72 if "wallaby" in subject.noun else 0.55 if young and not joey else 1.0)
    )
    main = rgb(subject.colour or "#b5764a")
    if lightness(main) < 0.12:
        main = mix(main, (0.30, 0.28, 0.30), 0.55)
    pale = mix(tint(main, 0.5), rgb("#f2e2c8"), 0.5)
    gait = _BOUND.get(subject.action)

    def paint(pen: Pen, moment: Moment) -> None:
        pose = _bounding(gait, moment.phase) if gait is not None else _posed(subject.action, moment.phase)
        with pen.turned(0, 0, 0, size):
            _draw(pen, main, pale, pose, moment, joey)

    drift: Callable[[float], Drift] | None = None
    if subject.action == "jump":

        def drift(t: float) -> Drift:
            u = (t / 0.9) % 1
            return Drift(0.0, -0.45 * size * 4 * u * (1 - u))

    return Figure(
        paint=paint,
        reach=(-1.05 * size, -1.45 * size, 0.95 * size, 0.10 * size),
        poses=gait.frames if gait is not None else 48,
        poses_per_second=24.0 if gait is not None else 12.0,
        speed=gait.speed(size) if gait is not None else 0.0,
        touches=gait.touches if gait is not None else (),
        talks=True,
        blinks=subject.action != "sleep",
        drift=drift,
    )


_TAIL: tuple[Point, Point, Point] = ((-0.16, 0.20), (-0.38, 0.35), (-0.66, 0.375))


def _posed(action: str, phase: float) -> Pose:
    turn = 2 * math.pi * phase
    breath = 0.005 * math.sin(2 * turn)
    look = 5 * math.sin(turn) + 2 * math.sin(2 * turn + 1)
    down = 0.002 + breath
    if action == "eat":
        chew = math.sin(4 * turn)
        return Pose((-0.10, -0.42), 96.0, (0.02, 0.0), ((0.04, 0.34), (0.10, 0.34)), _TAIL, 34 + 4 * chew)
    if action in ("play", "dance", "jump"):
        jab = [max(0.0, math.sin(2 * turn + by)) for by in (0.0, math.pi)]
        hands = ((0.22 + 0.16 * jab[0], 0.06 - 0.06 * jab[0]), (0.24 + 0.16 * jab[1], 0.02 - 0.06 * jab[1]))
        return Pose((-0.06, -0.47 + 0.02 * math.sin(2 * turn)), 8 + 6 * jab[0], (0.02, 0.0), hands, ((-0.16, 0.24), (-0.36, 0.41), (-0.64, 0.43)), -4)  # fmt: skip
    if action in ("lie", "sleep"):
        return Pose((-0.10, -0.26), 66.0, (0.10, 0.0), ((0.20, 0.24), (0.26, 0.24)), ((-0.18, 0.12), (-0.40, 0.20), (-0.66, 0.215)), 22.0 if action == "sleep" else 4 + 0.5 * look, asleep=action == "sleep")  # fmt: skip
    return Pose((-0.08, -0.42 - down), 20 + 0.6 * breath * 100, (0.02, 0.0), ((0.12, 0.20), (0.16, 0.19)), _TAIL, (1.6 if action == "look" else 1.0) * look)  # fmt: skip


def _bounding(gait: Gait | None, phase: float) -> Pose:
    assert gait is not None, "only a gait bounds"
    own = step(gait, phase, 0)
    planted = own.swing <= 0
    share = 1 + own.swing if planted else own.swing
    # Down into the landing, up through the air: low when the feet are under it, high between.
    rise = -0.05 * math.sin(math.pi * share) if planted else 0.17 * math.sin(math.pi * share)
    rise *= 1.0 if gait.lift > 0.12 else 0.6
    hip: Point = (-0.10, -0.45 - rise)
    reach = 0.16 * (1 - 2 * share if not planted else 2 * share - 1)
    heel = (55 * max(0.0, share - 0.55) / 0.45) if planted else 55 * (1 - share) + 10 * math.sin(math.pi * share)
    wave = 0.10 * (math.sin(math.pi * share) if not planted else -math.sin(math.pi * share))
    tail: tuple[Point, Point, Point] = ((-0.20, 0.10), (-0.46, 0.10 + 0.8 * wave), (-0.74, 0.02 + 1.8 * wave))
    return Pose(
        hip, 46 + 6 * reach / 0.16, (own.x + 0.02, own.y * 0.9), ((0.13, 0.17 + 0.04 * reach), (0.17, 0.16 - 0.04 * reach)), tail, -2 + 20 * reach,
        heel, apart=0.03,
    )  # fmt: skip


def _draw(pen: Pen, main: Rgb, pale: Rgb, pose: Pose, moment: Moment, joey: bool) -> None:
    lean = math.radians(pose.lean)
    up, front = (math.sin(lean), -math.cos(lean)), (math.cos(lean), math.sin(lean))

    def at(u: float, v: float) -> Point:
        """A point of the trunk: u up along it from the hip, v to its front."""
        return (pose.hip[0] + u * up[0] + v * front[0], pose.hip[1] + u * up[1] + v * front[1])

    shoulder = at(0.37, 0.01)
    with pen.part(puff=0.9, shade=0.0, gain=0.86):
        _leg(
            pen,
            (pose.hip[0] + 0.05, pose.hip[1] + 0.02),
            (pose.foot[0] + pose.apart, pose.foot[1]),
            pose.heel,
            dim(main, 0.7),
        )
        _arm(pen, (shoulder[0] + 0.03, shoulder[1]), pose.hands[1], dim(main, 0.7))
    with pen.part(puff=0.9, shade=0.2):
        tail: list[Point] = [at(0.0, -0.06), *((pose.hip[0] + x, min(-0.035, pose.hip[1] + y)) for x, y in pose.tail)]
        pen.tube(tail, [0.21, 0.145, 0.095, 0.035], pen.ramp((0, tail[0][1] - 0.1), (0, tail[0][1] + 0.25), [main, dim(main, 0.88)]))  # fmt: skip
    with pen.part(puff=0.85, shade=0.3):
        outline = [at(-0.13, -0.06), at(0.02, -0.165), at(0.20, -0.13), at(0.36, -0.095), at(0.47, -0.06), at(0.50, 0.01), at(0.43, 0.085), at(0.30, 0.105), at(0.12, 0.15), at(-0.05, 0.145), at(-0.15, 0.06)]  # fmt: skip
        fur.edge(pen, fur.ring(outline), 0.024, 0.026, lambda _: main, back=(-up[0], -up[1] + 0.2))
        neck_to = at(0.56, 0.07 + 0.03 * math.sin(lean))
        pen.tube([at(0.38, 0.0), at(0.48, 0.03), neck_to], [0.16, 0.125, 0.105], main)
        path = closed(outline)
        pen.fill(path, pen.ramp(at(0.2, -0.15), at(0.2, 0.15), [tint(main, 0.05), main, dim(main, 0.95)]))
        with pen.within(path):
            pen.blob([at(-0.2, 0.25), at(-0.10, 0.05), at(0.12, 0.045), at(0.34, 0.03), at(0.52, 0.03), at(0.50, 0.2), at(0.2, 0.26)], pale, 0.9)  # fmt: skip
            fur.nap(pen, lambda u, v: at(0.5 - 0.62 * u, -0.15 + 0.28 * v), 40, 0.07, (tint(main, 0.28), dim(main, 0.72)), 0.25)  # fmt: skip
            if joey:
                pen.line([at(0.09, 0.03), at(0.06, 0.09), at(0.08, 0.16)], 0.018, dim(pale, 0.7))
        _leg(pen, pose.hip, pose.foot, pose.heel, main)
    if joey:
        with pen.part(puff=0.85, shade=0.3), pen.turned(*at(0.10, 0.13), 6, 0.62):
            _head(pen, tint(main, 0.1), pale, 0.0, _silent(moment), 1.0)
    with pen.part(puff=0.85, shade=0.25), pen.turned(neck_to[0], neck_to[1]):
        _head(pen, main, pale, pose.head, moment, 1.0, asleep=pose.asleep)
    with pen.part(puff=0.9, shade=0.3):
        _arm(pen, shoulder, pose.hands[0], main)


def _silent(moment: Moment) -> Moment:
    """The moment as one has it who is not the one that speaks."""
    return replace(moment, mouth=0.0)


def _leg(pen: Pen, hip: Point, foot: Point, heel: float, hue: Rgb) -> None:
    turned = math.radians(heel)
    toe: Point = (foot[0] + 0.14, foot[1])
    hock: Point = (toe[0] - 0.26 * math.cos(turned), toe[1] - 0.05 - 0.26 * math.sin(turned))
    knee = bend(hip, hock, 0.26, 0.27, -1)
    pen.tube([hip, ((hip[0] + knee[0]) / 2 - 0.01, (hip[1] + knee[1]) / 2), knee], [0.26, 0.24, 0.13], hue)
    pen.tube([knee, ((knee[0] + hock[0]) / 2, (knee[1] + hock[1]) / 2), hock], [0.13, 0.085, 0.06], hue)
    pen.tube([hock, ((hock[0] + toe[0]) / 2, (hock[1] + toe[1] - 0.03) / 2), (toe[0], toe[1] - 0.022)], [0.062, 0.056, 0.044], hue)  # fmt: skip
    pen.tube([(toe[0] - 0.05, toe[1] - 0.03), (toe[0] + 0.03, toe[1] - 0.014)], [0.048, 0.024], dim(hue, 0.62))


def _arm(pen: Pen, shoulder: Point, hand: Point, hue: Rgb) -> None:
    x, y = shoulder[0] + hand[0], shoulder[1] + hand[1]
    elbow = bend(shoulder, (x, y), 0.13, 0.15, 1)
    pen.tube([shoulder, elbow, (x, y)], [0.085, 0.062, 0.048], hue)
    for k in range(3):
        pen.tube([(x, y), (x + 0.035, y + 0.012 + 0.014 * (k - 1))], [0.028, 0.010], dim(hue, 0.5))


def _head(pen: Pen, main: Rgb, pale: Rgb, degrees: float, moment: Moment, size: float, *, asleep: bool = False) -> None:
    """Drawn from where the neck ends."""
    turn = 2 * math.pi * moment.phase
    shut = moment.blink or asleep
    with pen.turned(0.02, -0.06, degrees + 10, size):
        for x, lean, tone, flick in ((0.035, 13, 0.72, 0.0), (-0.02, -9, 1.0, 5 * max(0.0, math.sin(3 * turn)))):
            with pen.turned(x, -0.06, lean - 10 + flick):
                pen.blob(
                    [(-0.035, 0.02), (-0.046, -0.10), (-0.008, -0.21), (0.038, -0.11), (0.034, 0.02)], dim(main, tone)
                )
                if tone == 1.0:
                    pen.blob([(-0.014, 0.0), (-0.022, -0.09), (-0.002, -0.165), (0.022, -0.09), (0.018, 0.0)], mix(main, rgb("#e0a494"), 0.6))  # fmt: skip
        if moment.mouth > 0.05:
            with pen.turned(0.06, 0.045, 22 * moment.mouth):
                pen.blob([(-0.02, 0.0), (0.10, -0.005), (0.145, 0.005), (0.11, 0.035), (0.02, 0.04)], dim(pale, 0.85))
        skull = closed([(-0.10, 0.02), (-0.085, -0.065), (-0.02, -0.10), (0.06, -0.085), (0.13, -0.035), (0.195, 0.0), (0.205, 0.035), (0.16, 0.062), (0.07, 0.066), (-0.02, 0.078), (-0.08, 0.068)])  # fmt: skip
        pen.fill(skull, pen.ramp((0, -0.10), (0, 0.08), [tint(main, 0.08), main, dim(main, 0.94)]))
        with pen.within(skull):
            pen.blob([(0.24, 0.02), (0.12, 0.012), (0.06, 0.032), (-0.03, 0.045), (-0.06, 0.12), (0.2, 0.12)], pale)
            pen.line([(0.02, 0.0), (0.09, 0.012), (0.15, 0.010)], 0.018, tint(main, 0.45), 0.6)
        pen.blob([(0.165, -0.022), (0.195, -0.016), (0.216, 0.012), (0.200, 0.032), (0.172, 0.016)], rgb("#2a2022"))
        if moment.mouth <= 0.05:
            pen.line([(0.19, 0.044), (0.145, 0.052), (0.10, 0.044)], 0.009, dim(main, 0.4), 0.9)
        x, y = 0.055, -0.028
        if shut:
            pen.line([(x - 0.028, y), (x, y + 0.012), (x + 0.028, y)], 0.011, dim(main, 0.4))
            return
        pen.oval(x, y, 0.030, 0.033, BLACK)
        pen.oval(
            x + 0.003, y + 0.003, 0.023, 0.026, pen.ramp((x, y - 0.03), (x, y + 0.03), [rgb("#2a1a14"), rgb("#7a4c2c")])
        )
        pen.oval(x + 0.003, y, 0.013, 0.016, BLACK)
        pen.dot(x + 0.011, y - 0.012, 0.010, WHITE)
        pen.line([(x - 0.032, y - 0.018), (x, y - 0.037), (x + 0.03, y - 0.022)], 0.010, dim(main, 0.5), 0.8)
