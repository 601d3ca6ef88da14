"""Furniture: what things are put on."""

from __future__ import annotations

from collections.abc import Callable

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def _table(pen: Pen, hue: Rgb, moment: Moment) -> None:
    """Its top a little from above; what stands on it stands in the middle of that depth."""
    for x in (-0.86, 0.86):
        with pen.part(puff=0.6, gain=0.72):
            pen.box(x * 0.9 - 0.035, -0.9, x * 0.9 + 0.035, -0.05, dim(hue, 0.75), round=0.02)
    with pen.part(puff=0.3, gain=0.8):
        pen.box(-0.92, -0.9, 0.92, -0.76, dim(hue, 0.8), round=0.02)
    for x in (-1.0, 1.0):
        with pen.part(puff=0.7):
            pen.box(x * 0.93 - 0.05, -0.86, x * 0.93 + 0.05, 0.0, hue, round=0.03)
    with pen.part(puff=0.12, rim=0.05):
        top = pen.ramp((0, -1.0), (0, -0.86), [tint(hue, 0.16), hue])
        pen.poly([(-0.98, -1.0), (0.98, -1.0), (1.08, -0.87), (-1.08, -0.87)], top)
        pen.box(-1.08, -0.88, 1.08, -0.82, dim(hue, 0.86), round=0.02)
        for k in range(3):
            far, near = -0.5 + 0.5 * k, -0.55 + 0.55 * k
            pen.line([(far, -0.995), (near, -0.885)], 0.006, dim(hue, 0.8), 0.6)


def _laid(pen: Pen, hue: Rgb, moment: Moment) -> None:
    """A table for a meal: a cloth over it, plates, glasses, bread and a jug."""
    cloth, wood = rgb("#f2ead8"), dim(hue, 0.8)
    for x in (-0.72, 0.72):
        with pen.part(puff=0.7):
            pen.box(x - 0.045, -0.7, x + 0.045, 0.0, wood, round=0.03)
    with pen.part(puff=0.22, rim=0.05):
        drop = [(-0.97, -0.90)] + [(-0.94 + 0.235 * k, -0.46 + 0.035 * (k % 2)) for k in range(9)] + [(0.97, -0.90)]
        pen.poly(drop, pen.ramp((0, -0.9), (0, -0.44), [cloth, dim(cloth, 0.82)]))
        for k in range(8):
            pen.line([(-0.84 + 0.24 * k, -0.86), (-0.85 + 0.243 * k, -0.49)], 0.012, dim(cloth, 0.82), 0.55)
        pen.line([(-0.955, -0.55), (0.955, -0.55)], 0.014, hue, 0.7)
    with pen.part(puff=0.1, rim=0.05):
        pen.poly([(-0.88, -1.0), (0.88, -1.0), (0.97, -0.89), (-0.97, -0.89)], pen.ramp((0, -1.0), (0, -0.88), [tint(cloth, 0.4), cloth]))  # fmt: skip
    with pen.part(puff=0.3):
        for x in (-0.66, 0.0, 0.66):
            pen.oval(x, -0.945, 0.17, 0.036, rgb("#c9d6dc"))
            pen.oval(x, -0.952, 0.16, 0.032, WHITE)
            pen.oval(x, -0.962, 0.085, 0.026, rgb("#c8743c" if x else "#7f9a48"))
            pen.dot(x + 0.03, -0.975, 0.024, rgb("#e0b04a"))
    with pen.part(puff=0.5):
        for x in (-0.40, 0.42):
            pen.box(x - 0.045, -1.10, x + 0.045, -0.95, rgb("#cfe4ea"), round=0.02)
            pen.box(x - 0.04, -1.05, x + 0.04, -0.955, rgb("#b8434a"), round=0.02)
    with pen.part(puff=0.7):
        pen.blob([(0.17, -0.95), (0.29, -0.95), (0.31, -1.03), (0.25, -1.10), (0.26, -1.16), (0.20, -1.16), (0.21, -1.10), (0.15, -1.03)], rgb("#5f8fa8"), tight=0.8)  # fmt: skip
    with pen.part(puff=0.8):
        pen.oval(-0.22, -0.985, 0.12, 0.05, rgb("#c98a48"))
        for k in range(3):
            pen.line([(-0.28 + 0.05 * k, -1.02), (-0.25 + 0.05 * k, -0.985)], 0.014, rgb("#f0d8a8"), 0.9)


def _worked_at(pen: Pen, hue: Rgb, moment: Moment) -> None:
    """A desk with papers, books, a cup and a lamp on it."""
    _table(pen, hue, moment)
    brass, shade = rgb("#c8a04a"), rgb("#2f6a54")
    with pen.part(puff=0.3):
        for k in range(4):
            pen.poly([(-0.16 + 0.01 * k, -0.93 - 0.014 * k), (0.16, -0.93 - 0.014 * k), (0.20, -0.90 - 0.014 * k), (-0.20 + 0.01 * k, -0.90 - 0.014 * k)], dim(WHITE, 0.90 + 0.03 * k))  # fmt: skip
        for k in range(2):
            pen.line([(-0.12, -0.955 + 0.02 * k), (0.10, -0.955 + 0.02 * k)], 0.006, rgb("#7a86a8"))
    with pen.part(puff=0.5):
        for k, code in enumerate(("#a8443c", "#3f6a8a", "#c89a4a")):
            pen.box(-0.62 + 0.02 * k, -0.97 - 0.05 * k, -0.32 - 0.015 * k, -0.925 - 0.05 * k, rgb(code), round=0.012)
    with pen.part(puff=0.7):
        pen.box(0.34, -1.06, 0.44, -0.92, tint(rgb("#c8743c"), 0.2), round=0.02)
    with pen.part(puff=0.6):
        pen.oval(0.66, -0.93, 0.10, 0.022, brass)
        pen.line([(0.66, -0.93), (0.70, -1.14), (0.58, -1.24)], 0.026, brass)
    with pen.part(puff=0.8):
        pen.poly([(0.60, -1.28), (0.50, -1.25), (0.42, -1.10), (0.58, -1.10)], shade)


def _dressed(subject: Subject, seed: int) -> Callable[[Pen, Rgb, Moment], None]:
    return _laid if "laid" in subject.traits else _worked_at if "worked at" in subject.traits else _table


def _bench(pen: Pen, hue: Rgb, moment: Moment) -> None:
    iron = dim(hue, 0.45)
    for x in (-0.78, 0.78):
        with pen.part(puff=0.8):
            pen.line([(x - 0.03, -1.0), (x, -0.45), (x - 0.06, 0.0)], 0.05, iron)
            pen.line([(x, -0.46), (x + 0.05, -0.44), (x + 0.09, 0.0)], 0.05, iron)
    for k in range(3):
        with pen.part(puff=0.6):
            pen.box(-0.98, -0.98 + 0.17 * k, 0.98, -0.86 + 0.17 * k, dim(hue, 1.0 - 0.06 * k), round=0.03)
    with pen.part(puff=0.4):
        pen.poly([(-0.96, -0.5), (0.96, -0.5), (1.02, -0.4), (-1.02, -0.4)], tint(hue, 0.12))
        pen.box(-1.02, -0.41, 1.02, -0.34, dim(hue, 0.85), round=0.02)


THINGS: dict[str, Thing] = {
    "table": Thing(0.78, _table, ("table", "dining table", "desk", "workbench", "counter"), ("#a8703f", "#8a5a34", "#b98552"), reach=(-1.16, -1.34, 1.16, 0.06), of=_dressed),
    "bench": Thing(0.95, _bench, ("bench", "park bench"), ("#9a6a3c", "#7f5a36"), reach=(-1.1, -1.08, 1.1, 0.08)),
}  # fmt: skip
