"""Cars of character: open ones, old ones, those for rough ground, and what carries or tows."""

from __future__ import annotations

from collections.abc import Sequence

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.crew import Member, Pose
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed
from rushes.engines.animatic.rigs.stance import Arm
from rushes.engines.animatic.rigs.wheel import draw_wheel, turned

GLASS, STEEL, LAMP = rgb("#31465c"), rgb("#c4cad2"), rgb("#fff2c0")
_LEATHER, _REAR = rgb("#7a4a34"), rgb("#d8302c")
_REST = (Arm(20, 52), Arm(24, 48))


def sit(
    pen: Pen,
    crew: Sequence[Member],
    moment: Moment,
    driver: Point,
    wheel: Point,
    others: Sequence[Point],
    *,
    wind: float = 0.0,
) -> None:
    """Seat a crew: the first drives; farther ones first."""
    flow = wind * (0.8 + 0.2 * abs(2 * moment.phase - 1))

    def pose(seat: Point, hand: Point | None) -> Pose:
        x, y = seat
        far = None if hand is None else (hand[0] + 0.05, hand[1] - 0.06)
        return Pose(
            seat,
            (x + 0.55, y + 0.20),
            (x + 0.58, y + 0.18),
            hand,
            far,
            _REST,
            lean=-6.0,
            flow=-flow,
            room=0.95,
            tallest=1.75,
        )

    seats = [pose(driver, wheel), *(pose(seat, None) for seat in others)]
    for member, one in reversed(list(zip(crew, seats, strict=False))):
        member.draw(pen, one, moment)


def behind_glass(
    pen: Pen, crew: Sequence[Member], moment: Moment, points: list[Point], body: Rgb, posts: tuple[float, ...], driver: Point,
    others: Sequence[Point] = (), width: float = 0.07,
) -> None:  # fmt: skip
    """Those who sit inside, seen through a window."""
    glass = closed(points, 0.45)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    with pen.within(glass):
        with pen.part(lit=False):
            pen.fill(glass, pen.ramp((0, top), (0, bottom), [tint(GLASS, 0.5), tint(GLASS, 0.18)]))
        sit(pen, crew, moment, driver, (driver[0] + 0.52, driver[1] - 0.50), others)
        with pen.part(lit=False):
            pen.fill(glass, tint(GLASS, 0.3), 0.18)
            for share in (0.25, 0.72):
                x = left + (right - left) * share
                pen.poly(
                    [(x, top - 0.1), (x + 0.16, top - 0.1), (x - 0.22, top + 0.8), (x - 0.38, top + 0.8)], WHITE, 0.16
                )
        with pen.part(puff=0.4, shade=0.0):
            for x in posts:
                pen.line([(x, top - 0.1), (x - 0.02, top + 1.0)], width, body)


def _rolling(
    pen: Pen,
    moment: Moment,
    axles: Sequence[float],
    radius: float,
    hub: Rgb,
    body: Rgb,
    *,
    tyre: float = 0.30,
    spare: Point | None = None,
) -> None:
    with pen.part(puff=0.6, shade=0.3):
        for x in axles:
            draw_wheel(pen, x, radius, turned(moment.phase), hub, tyre=tyre)


def draw_convertible(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    with pen.part(puff=0.4, shade=0.0, gain=0.85):
        pen.blob([(-1.5, -1.02), (0.9, -1.02), (0.8, -0.4), (-1.4, -0.4)], dim(_LEATHER, 0.5), tight=0.4)
        for x in (-1.16, -0.38):
            pen.tube([(x + 0.06, -0.50), (x - 0.04, -1.14)], [0.24, 0.20], _LEATHER)
        pen.line([(0.60, -0.84), (0.42, -1.02)], 0.03, rgb("#26262c"))
        pen.line([(0.36, -0.90), (0.50, -1.13)], 0.035, rgb("#26262c"))
    sit(pen, crew, moment, (-0.10, -0.64), (0.42, -1.04), ((0.06, -0.68), (-0.92, -0.64), (-0.78, -0.68)), wind=1.0)
    with pen.part(puff=0.2, shade=0.0):
        pen.poly([(0.86, -0.94), (0.50, -1.40), (0.58, -1.42), (0.98, -0.96)], tint(GLASS, 0.55), 0.55)
        pen.line([(0.90, -0.94), (0.52, -1.42)], 0.045, STEEL)
    with pen.part(puff=0.55, shade=0.25):
        pen.blob(
            [(-2.28, -0.40), (-2.36, -0.80), (-2.05, -0.99), (-1.35, -1.03), (-0.75, -0.92), (0.45, -0.91), (0.95, -0.99), (1.90, -0.90), (2.30, -0.66), (2.32, -0.36), (1.7, -0.24), (-1.8, -0.24)],
            pen.ramp((0, -1.0), (0, -0.2), [tint(body, 0.22), body, dim(body, 0.7)]), tight=0.7,
        )  # fmt: skip
        pen.tube([(-1.50, -1.05), (-1.05, -1.06), (-0.80, -0.95)], [0.10, 0.13, 0.08], dim(_LEATHER, 0.9))
        for x in (-1.36, 1.40):
            pen.dot(x, -0.34, 0.42, dim(body, 0.32))
        pen.line([(-2.1, -0.66), (0.0, -0.64), (2.15, -0.62)], 0.03, STEEL)
        pen.line([(-0.62, -0.88), (-0.66, -0.34)], 0.018, dim(body, 0.55))
        pen.line([(0.62, -0.88), (0.58, -0.34)], 0.018, dim(body, 0.55))
        pen.box(-0.52, -0.80, -0.32, -0.76, STEEL, round=0.02)
        pen.box(-2.38, -0.44, 2.36, -0.32, STEEL, round=0.06)
        pen.oval(2.16, -0.68, 0.12, 0.12, LAMP)
        pen.oval(-2.28, -0.74, 0.06, 0.10, _REAR)
    _rolling(pen, moment, (-1.36, 1.40), 0.34, STEEL, body)


def draw_jeep(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    dark = rgb("#2b2d31")
    with pen.part(puff=0.5, shade=0.0, gain=0.8):
        draw_wheel(pen, -2.02, 0.36, 0.0, STEEL, y=-0.98)
        for x in (-1.0, -0.25):
            pen.tube([(x, -0.70), (x - 0.08, -1.32)], [0.24, 0.20], dark)
        pen.line([(0.42, -1.0), (0.30, -1.24)], 0.035, dark)
        for x, to in ((-1.12, -1.02), (0.62, 0.46)):
            pen.line([(x + 0.10, -1.05), (to + 0.12, -1.98)], 0.07, dim(body, 0.6))
    sit(pen, crew, moment, (-0.14, -0.76), (0.30, -1.22), ((0.02, -0.80), (-0.90, -0.76), (-0.76, -0.80)), wind=0.7)
    with pen.part(puff=0.2, shade=0.0):
        pen.poly([(0.66, -1.16), (0.48, -1.86), (0.60, -1.86), (0.78, -1.16)], tint(GLASS, 0.55), 0.5)
    with pen.part(puff=0.7, shade=0.2):
        pen.line([(-1.12, -1.05), (-1.02, -1.98), (0.46, -1.98)], 0.085, dark)
        pen.line([(0.66, -1.10), (0.46, -1.98)], 0.085, body)
        pen.tube([(-1.12, -2.02), (0.50, -2.02)], [0.12, 0.12], rgb("#cbb68a"))
    with pen.part(puff=0.4, shade=0.25):
        pen.blob(
            [(-1.78, -0.50), (-1.80, -1.18), (-1.0, -1.20), (-0.86, -0.96), (0.36, -0.96), (0.50, -1.20), (1.78, -1.16), (1.92, -1.02), (1.92, -0.52), (1.6, -0.40), (-1.5, -0.40)],
            pen.ramp((0, -1.2), (0, -0.4), [tint(body, 0.18), body, dim(body, 0.74)]), tight=0.25,
        )  # fmt: skip
        pen.line([(0.54, -1.14), (0.56, -0.46)], 0.02, dim(body, 0.55))
        pen.line([(0.70, -1.00), (1.7, -0.98)], 0.02, dim(body, 0.6))
        for k in range(4):
            pen.box(1.70 + 0.055 * k, -1.02, 1.73 + 0.055 * k, -0.66, dim(body, 0.45))
        pen.dot(1.84, -0.92, 0.12, LAMP)
        for x in (-1.16, 1.22):
            pen.tube(
                [(x - 0.58, -0.56), (x - 0.36, -0.92), (x + 0.36, -0.92), (x + 0.58, -0.56)],
                [0.10, 0.10, 0.10, 0.10],
                dim(body, 0.6),
            )
        pen.box(1.72, -0.60, 2.08, -0.46, rgb("#4a4c52"), round=0.04)
        pen.box(-1.88, -0.80, -1.78, -0.66, _REAR, round=0.02)
    _rolling(pen, moment, (-1.16, 1.22), 0.42, rgb("#8a8c90"), body, tyre=0.40)


def draw_pickup(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    with pen.part(puff=0.5, shade=0.0):
        pen.blob(
            [(-2.62, -0.46), (-2.64, -1.06), (-0.62, -1.08), (-0.52, -1.70), (-0.30, -1.84), (0.48, -1.84), (0.92, -1.16), (2.05, -1.06), (2.42, -0.86), (2.44, -0.46), (1.9, -0.34), (-2.1, -0.34)],
            pen.ramp((0, -1.8), (0, -0.3), [tint(body, 0.2), body, dim(body, 0.72)]), tight=0.35,
        )  # fmt: skip
        pen.tube([(-2.62, -1.08), (-0.64, -1.10)], [0.09, 0.09], tint(body, 0.25))
        pen.line([(-0.58, -1.02), (-0.60, -0.44)], 0.025, dim(body, 0.5))
        pen.line([(0.62, -1.05), (0.58, -0.44)], 0.02, dim(body, 0.5))
        pen.box(-0.42, -0.94, -0.22, -0.89, dim(body, 0.5), round=0.02)
        pen.line([(-2.4, -0.70), (2.2, -0.70)], 0.05, tint(body, 0.6))
        for x in (-1.62, 1.52):
            pen.dot(x, -0.42, 0.50, dim(body, 0.3))
        pen.oval(2.34, -0.84, 0.10, 0.12, LAMP)
        pen.box(-2.68, -0.92, -2.58, -0.70, _REAR, round=0.03)
        pen.box(2.20, -0.56, 2.56, -0.42, STEEL, round=0.05)
        pen.box(-2.74, -0.54, -2.4, -0.42, STEEL, round=0.05)
    points: list[Point] = [(-0.40, -1.12), (-0.34, -1.68), (0.40, -1.70), (0.72, -1.14)]
    behind_glass(pen, crew, moment, points, body, (), (0.02, -0.68), ((0.14, -0.70),))
    _rolling(pen, moment, (-1.62, 1.52), 0.42, STEEL, body, tyre=0.34)


def draw_tow_truck(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    with pen.part(puff=0.7, shade=0.0):
        pen.line([(-0.9, -1.1), (-2.55, -2.05)], 0.14, rgb("#e8b830"))
        pen.line([(-1.4, -1.0), (-1.9, -1.66)], 0.09, rgb("#3a3c44"))
        pen.line([(-2.55, -2.05), (-2.62, -1.2)], 0.035, rgb("#3a3c44"))
        pen.line([(-2.62, -1.2), (-2.54, -1.08), (-2.64, -1.0)], 0.05, STEEL)
    draw_pickup(pen, body, moment, crew)
    with pen.part(lit=False):
        pen.box(-0.12, -2.00, 0.30, -1.84, rgb("#ffb030") if moment.phase % 0.5 < 0.25 else rgb("#a86820"), round=0.06)


def draw_vintage(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    """Upright, with wire wheels, running boards and brass lamps."""
    brass, dark = rgb("#d8b048"), rgb("#26242a")
    with pen.part(puff=0.6, shade=0.0):
        draw_wheel(pen, -1.86, 0.38, 0.0, brass, y=-0.78, tyre=0.2)
        pen.blob(
            [(-1.55, -0.52), (-1.58, -1.30), (-1.48, -1.86), (-1.30, -1.98), (0.20, -1.98), (0.34, -1.88), (0.42, -1.20), (1.42, -1.12), (1.52, -0.52)],
            pen.ramp((0, -2.0), (0, -0.5), [tint(body, 0.2), body, dim(body, 0.75)]), tight=0.25,
        )  # fmt: skip
        pen.tube([(-1.56, -2.00), (0.42, -2.00)], [0.13, 0.11], dark)
        pen.box(1.42, -1.18, 1.58, -0.50, brass, round=0.05)
        pen.line([(-0.62, -1.2), (-0.62, -0.56)], 0.02, dim(body, 0.55))
        pen.line([(0.36, -1.2), (0.38, -0.56)], 0.02, dim(body, 0.55))
        for k in range(5):
            pen.line([(0.62 + 0.14 * k, -0.98), (0.62 + 0.14 * k, -0.72)], 0.018, dim(body, 0.5))
        pen.line([(-1.5, -1.18), (1.4, -1.08)], 0.03, tint(body, 0.4))
    behind_glass(pen, crew, moment, [(-1.36, -1.28), (-1.34, -1.80), (0.14, -1.80), (0.22, -1.28)], body, (-0.60,), (-0.30, -0.82), ((-0.18, -0.84), (-1.06, -0.82)), 0.10)  # fmt: skip
    with pen.part(puff=0.8, shade=0.3):
        for x, far in ((-1.12, 1), (1.22, 1)):
            pen.tube(
                [(x - 0.66 * far, -0.42), (x - 0.42, -0.92), (x + 0.10, -1.00), (x + 0.52, -0.70)],
                [0.07, 0.12, 0.13, 0.09],
                dark,
            )
        pen.tube([(-0.72, -0.42), (0.82, -0.42)], [0.09, 0.09], dark)
        pen.dot(1.66, -1.02, 0.15, brass)
        pen.dot(1.71, -1.02, 0.10, LAMP)
        pen.dot(-1.70, -0.96, 0.06, _REAR)
    with pen.part(puff=0.6, shade=0.3):
        for x in (-1.12, 1.22):
            draw_wheel(pen, x, 0.40, turned(moment.phase), rgb("#e8dcc0"), tyre=0.2)
            pen.dot(x, -0.40, 0.07, brass)
