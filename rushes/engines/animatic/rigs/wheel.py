"""Wheels: they turn by the way that the vehicle goes, in steps small enough for the eye to follow."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen

SPOKES = 5
#: The wheels of anything fast would seem to stand or turn back at 24 frames per second, so they are shown at 21 degrees
#: a frame: seven spoke distances in the 24 poses of the loop.
POSES = 24
STEPS = 7
RUBBER: Rgb = rgb("#26262c")


def turned(phase: float) -> float:
    """Degrees that a wheel has turned at a phase of the loop."""
    return phase * STEPS * 360 / SPOKES


def draw_wheel(
    pen: Pen, x: float, radius: float, degrees: float, hub: Rgb, *, tyre: float = 0.30, y: float | None = None
) -> None:
    middle = -radius if y is None else y
    with pen.turned(x, middle, degrees):
        pen.dot(0, 0, radius, RUBBER)
        inner = radius * (1 - tyre)
        pen.dot(0, 0, inner, dim(hub, 0.42))
        for k in range(SPOKES):
            angle = 2 * math.pi * k / SPOKES
            pen.tube(
                [(0, 0), (inner * 0.92 * math.cos(angle), inner * 0.92 * math.sin(angle))],
                [inner * 0.34, inner * 0.26],
                hub,
            )
        pen.dot(0, 0, inner * 0.26, tint(hub, 0.2))


def draw_wire_wheel(pen: Pen, x: float, radius: float, degrees: float, rim: Rgb) -> None:
    """A bicycle's."""
    with pen.turned(x, -radius, degrees):
        ring = [
            (radius * 0.94 * math.cos(a), radius * 0.94 * math.sin(a)) for a in (k * math.pi / 12 for k in range(25))
        ]
        pen.line(ring, radius * 0.13, RUBBER)
        pen.line([(px * 0.89, py * 0.89) for px, py in ring], radius * 0.04, rim)
        for k in range(SPOKES * 2):
            angle = math.pi * k / SPOKES
            pen.line(
                [(0, 0), (radius * 0.84 * math.cos(angle), radius * 0.84 * math.sin(angle))], radius * 0.022, rim, 0.75
            )
        pen.dot(0, 0, radius * 0.10, rim)
