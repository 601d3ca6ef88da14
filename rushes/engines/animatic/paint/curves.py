"""Curves: smooth lines through points, the outlines of limbs along them, and numbers between numbers; compiled, as figures
are made of hundreds of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.kernels import inlined, kernel

#: float64 array (point, xy).
Line = NDArray[np.float64]


@inlined
def _smooth(knots: Line, steps: int, line: Line) -> None:
    """A Catmull-Rom spline; beyond its ends the knots go on as they came."""
    last = len(knots) - 1
    for segment in range(last):
        for axis in range(2):
            p1, p2 = knots[segment, axis], knots[segment + 1, axis]
            p0 = knots[segment - 1, axis] if segment > 0 else 2 * p1 - p2
            p3 = knots[segment + 2, axis] if segment + 1 < last else 2 * p2 - p1
            b, c, d = p2 - p0, 2 * p0 - 5 * p1 + 4 * p2 - p3, 3 * p1 - p0 - 3 * p2 + p3
            for step in range(steps):
                u = step / steps
                line[segment * steps + step, axis] = 0.5 * (2 * p1 + b * u + c * u * u + d * u * u * u)
    line[last * steps] = knots[last]


@kernel
def smoothed(knots: Line, steps: int) -> Line:
    """Points along a smooth open curve, `steps` for each segment and the last."""
    line = np.empty(((len(knots) - 1) * steps + 1, 2))
    _smooth(knots, steps, line)
    return line


@kernel
def outline(knots: Line, steps: int, widths: NDArray[np.float64]) -> tuple[Line, float, float]:
    """Around a limb: along one side of the smooth line and back along the other, which is as thick as `widths`; and half its
    thickness at both ends."""
    spine = np.empty(((len(knots) - 1) * steps + 1, 2))
    _smooth(knots, steps, spine)
    count = len(spine)
    around = np.empty((2 * count, 2))
    first = last = 0.0
    for n in range(count):
        # The widths stand at even distances along it.
        at = n * (len(widths) - 1) / (count - 1)
        low = min(int(at), max(0, len(widths) - 2))
        half = widths[low] / 2
        if len(widths) > 1:
            half += (widths[low + 1] - widths[low]) / 2 * (at - low)
        before, after = max(0, n - 1), min(count - 1, n + 1)
        x, y = spine[after, 0] - spine[before, 0], spine[after, 1] - spine[before, 1]
        by = half / max(1e-9, np.sqrt(x * x + y * y))
        around[n, 0], around[n, 1] = spine[n, 0] - y * by, spine[n, 1] + x * by
        around[2 * count - 1 - n, 0], around[2 * count - 1 - n, 1] = spine[n, 0] + y * by, spine[n, 1] - x * by
        if n == 0:
            first = half
        last = half
    return around, first, last


def level(at: float, stations: Sequence[float], levels: Sequence[float]) -> float:
    """The number at a place between stations that ascend, straight from each to the next; what is outside has the end's."""
    if at <= stations[0]:
        return levels[0]
    if at >= stations[-1]:
        return levels[-1]
    n = bisect_right(stations, at) - 1
    return levels[n] + (levels[n + 1] - levels[n]) / (stations[n + 1] - stations[n]) * (at - stations[n])
