"""Coaches: what carries many at a time, a school bus and a tram, with faces at their windows."""

from __future__ import annotations

from collections.abc import Sequence

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.cars import GLASS, LAMP, STEEL, behind_glass
from rushes.engines.animatic.rigs.crew import Member
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, closed
from rushes.engines.animatic.rigs.wheel import draw_wheel, turned


def _pane(pen: Pen, left: float, top: float, right: float, bottom: float) -> None:
    glass = closed([(left, bottom), (left, top), (right, top), (right, bottom)], 0.25)
    pen.fill(glass, pen.ramp((0, top), (0, bottom), [tint(GLASS, 0.42), tint(GLASS, 0.08)]))
    with pen.within(glass):
        x = left + 0.3 * (right - left)
        pen.poly([(x, top), (x + 0.16, top), (x - 0.22, bottom), (x - 0.38, bottom)], WHITE, 0.2)


def _parted(crew: Sequence[Member]) -> tuple[Sequence[Member], Sequence[Member]]:
    """Who drives, if somebody of age is there, and who sits at the windows."""
    grown = bool(crew) and (crew[0].outfit is None or crew[0].outfit.tall > 1.35)
    return (crew[:1], crew[1:]) if grown else ((), crew)


def draw_school_bus(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    dark = rgb("#26262c")
    with pen.part(puff=0.35, shade=0.0):
        pen.blob(
            [(-4.3, -0.50), (-4.36, -2.55), (-4.1, -2.82), (2.45, -2.82), (2.72, -2.6), (2.86, -1.72), (3.95, -1.58), (4.25, -1.3), (4.28, -0.50)],
            pen.ramp((0, -2.8), (0, -0.4), [tint(body, 0.16), body, dim(body, 0.78)]), tight=0.2,
        )  # fmt: skip
        for k in range(6):
            _pane(pen, -4.05 + 0.98 * k, -2.52, -3.22 + 0.98 * k, -1.70)
        for y in (-1.50, -1.12, -0.74):
            pen.line([(-4.3, y), (2.8 if y < -1.2 else 4.2, y)], 0.055, dark)
        pen.box(1.88, -1.62, 2.62, -0.52, dim(body, 0.6), round=0.05)
        pen.box(1.96, -1.55, 2.54, -0.62, tint(GLASS, 0.3), round=0.04)
        pen.box(3.98, -1.34, 4.24, -0.78, STEEL, round=0.05)
        pen.dot(4.16, -1.06, 0.13, LAMP)
        pen.oval(-4.28, -1.0, 0.07, 0.13, rgb("#d8302c"))
        pen.box(-4.5, -0.62, 4.5, -0.46, dark, round=0.06)
        for x in (-2.7, 3.1):
            pen.dot(x, -0.48, 0.64, dim(body, 0.28))
    driver, pupils = _parted(crew)
    for one, left in zip(pupils, (0.85, -1.11, -3.07, -0.13, -2.09, -4.05), strict=False):
        pane = [(left, -1.70), (left, -2.52), (left + 0.83, -2.52), (left + 0.83, -1.70)]
        behind_glass(pen, (one,), moment, pane, body, (), (left + 0.34, -1.50))
    behind_glass(
        pen, driver, moment, [(1.92, -1.70), (1.92, -2.52), (2.52, -2.52), (2.70, -1.70)], body, (), (2.1, -1.3)
    )
    with pen.part(puff=0.5, shade=0.3):
        pen.poly([(-0.10 + 0.2 * x, -1.0 + 0.2 * y) for x, y in ((-0.4, -1), (0.4, -1), (1, -0.4), (1, 0.4), (0.4, 1), (-0.4, 1), (-1, 0.4), (-1, -0.4))], rgb("#d0302c"))  # fmt: skip
        pen.box(-0.22, -1.03, 0.02, -0.97, WHITE)
        pen.box(-2.2, -2.98, -1.7, -2.80, rgb("#ffb030"), round=0.06)
    with pen.part(puff=0.6, shade=0.3):
        for x in (-2.7, 3.1):
            draw_wheel(pen, x, 0.52, turned(moment.phase), rgb("#e8c040"))


def draw_tram(pen: Pen, body: Rgb, moment: Moment, crew: Sequence[Member]) -> None:
    cream = rgb("#f2e6c8")
    with pen.part(puff=0.5, shade=0.0):
        pen.line([(-0.7, -3.3), (0.1, -3.85), (-0.7, -4.4)], 0.07, rgb("#3a3c44"))
        pen.line([(-1.2, -4.42), (-0.2, -4.42)], 0.09, rgb("#3a3c44"))
        pen.box(-2.9, -3.42, 2.9, -3.05, dim(cream, 0.8), round=0.14)
    with pen.part(puff=0.35, shade=0.2):
        pen.blob(
            [(-4.2, -0.62), (-4.42, -1.6), (-4.2, -3.0), (-3.9, -3.16), (3.9, -3.16), (4.2, -3.0), (4.42, -1.6), (4.2, -0.62)],
            pen.ramp((0, -3.1), (0, -0.6), [cream, cream, body, dim(body, 0.8)], [0, 0.52, 0.56, 1]), tight=0.3,
        )  # fmt: skip
        for k in range(5):
            _pane(pen, -2.70 + 1.10 * k, -2.78, -1.74 + 1.10 * k, -1.78)
        for x in (-3.42, 2.86):
            pen.box(x - 0.02, -2.84, x + 0.58, -0.66, dim(body, 0.7), round=0.06)
            _pane(pen, x + 0.04, -2.74, x + 0.52, -1.0)
        pen.line([(-4.3, -1.62), (4.3, -1.62)], 0.06, rgb("#d8b048"))
        pen.line([(-4.2, -0.95), (4.2, -0.95)], 0.04, rgb("#d8b048"))
        pen.box(3.1, -3.36, 4.1, -3.02, rgb("#26262c"), round=0.06)
        pen.box(3.2, -3.28, 4.0, -3.10, rgb("#ffd067"), round=0.03)
        pen.dot(4.30, -1.2, 0.15, LAMP)
        pen.dot(-4.30, -1.2, 0.09, rgb("#d8302c"))
        pen.box(-3.9, -0.70, 3.9, -0.46, rgb("#34363f"), round=0.08)
    driver, riders = _parted(crew)
    for one, left in zip(riders, (0.60, -1.60, 1.70, -0.50, -2.70), strict=False):
        pane = [(left, -1.78), (left, -2.78), (left + 0.96, -2.78), (left + 0.96, -1.78)]
        behind_glass(pen, (one,), moment, pane, cream, (), (left + 0.40, -1.36))
    behind_glass(
        pen, driver, moment, [(3.56, -1.78), (3.56, -2.74), (4.06, -2.72), (4.22, -1.78)], cream, (), (3.62, -1.34)
    )
    with pen.part(puff=0.6, shade=0.3):
        for x in (-2.9, -1.7, 1.7, 2.9):
            draw_wheel(pen, x, 0.36, turned(moment.phase), rgb("#8a8c94"), tyre=0.14)
