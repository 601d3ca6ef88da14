"""A leaf large enough to be on, for those who are small. In shares of who is on it, the ground point at (0, 0)."""

from __future__ import annotations

from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, closed

#: The trait of who is on one.
ON_LEAF = "on leaf"
#: How far it reaches: left, top, right, bottom.
REACH = (-2.3, -0.3, 2.2, 0.75)


def draw_leaf(pen: Pen) -> None:
    green = rgb("#5f9a3f")
    with pen.part(puff=0.45, shade=0.0), pen.turned(0.0, -0.02, 0.0, 0.86):
        pen.tube([(-1.55, 0.22), (-1.9, 0.36), (-2.15, 0.62)], [0.10, 0.08, 0.06], dim(green, 0.8))
        leaf = closed([(-1.70, 0.20), (-1.15, -0.10), (-0.30, -0.20), (0.70, -0.18), (1.50, -0.02), (2.05, 0.24), (1.40, 0.46), (0.50, 0.58), (-0.50, 0.56), (-1.25, 0.42)])  # fmt: skip
        pen.fill(leaf, pen.ramp((0, -0.2), (0, 0.6), [tint(green, 0.16), green, dim(green, 0.74)]))
        with pen.within(leaf):
            pen.line([(-1.70, 0.21), (-0.2, 0.20), (2.0, 0.23)], 0.05, tint(green, 0.34))
            for k in range(7):
                x = -1.25 + 0.42 * k
                pen.line([(x, 0.20), (x + 0.30, 0.02), (x + 0.62, -0.16)], 0.02, tint(green, 0.26), 0.8)
                pen.line([(x, 0.22), (x + 0.24, 0.38), (x + 0.48, 0.56)], 0.02, tint(green, 0.22), 0.8)
