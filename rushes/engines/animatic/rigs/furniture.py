"""Furniture: what things are put on."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, tint
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
    "table": Thing(0.78, _table, ("table", "dining table", "desk", "workbench", "counter"), ("#a8703f", "#8a5a34", "#b98552"), reach=(-1.16, -1.06, 1.16, 0.06)),
    "bench": Thing(0.95, _bench, ("bench", "park bench"), ("#9a6a3c", "#7f5a36"), reach=(-1.1, -1.08, 1.1, 0.08)),
}  # fmt: skip
