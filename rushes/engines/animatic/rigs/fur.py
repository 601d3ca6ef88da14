"""Fur: what keeps an animal from looking cast in one piece: a ragged edge, the nap of the coat, a soft light belly.

Every hair is placed by its number in the body's own measures, so that it moves with the body and nothing boils.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.rigs.pen import Pen, Point, spline

#: Numbers that fill an interval evenly from any count on.
_GOLDEN, _SILVER = 0.6180339887, 0.7548776662


def ring(points: Sequence[Point], steps: int = 10) -> NDArray[np.float64]:
    """Points along the smooth closed line that `pen.closed` draws: float64 array (point, xy)."""
    knots = np.asarray(points, np.float64)
    u = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = []
    for number in range(len(knots)):
        p0, p1, p2, p3 = (knots[(number + k) % len(knots)] for k in (-1, 0, 1, 2))
        pieces.append(
            0.5 * (2 * p1 + (p2 - p0) * u + (2 * p0 - 5 * p1 + 4 * p2 - p3) * u**2 + (3 * p1 - p0 - 3 * p2 + p3) * u**3)
        )
    return np.concatenate(pieces)


def edge(
    pen: Pen, line: NDArray[np.float64], spacing: float, length: float, hue: Callable[[Point], Rgb], *, back: Point
) -> None:
    """Tufts along a line that turns clockwise on the screen, each leaning towards `back` (a direction)."""
    runs = np.linalg.norm(np.diff(line, axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(runs)])
    count = max(3, int(along[-1] / spacing))
    numbers = np.arange(count)
    at = (numbers + 0.5 + 0.35 * np.sin(numbers * 2.4)) / count * along[-1]
    there, ahead, behind = (
        np.stack([np.interp(np.clip(at + by, 0, along[-1]), along, line[:, axis]) for axis in (0, 1)], 1)
        for by in (0.0, spacing, -spacing)
    )
    ways = ahead - behind
    ways /= np.maximum(1e-9, np.linalg.norm(ways, axis=1, keepdims=True))
    wide, inner = 0.9 * spacing, 0.5 * spacing
    for number, ((x, y), (tx, ty)) in enumerate(zip(there.tolist(), ways.tolist(), strict=True)):
        # Long where it hangs, at the belly and breast; short on the back, where the wind has combed it.
        hangs = 0.34 + 0.46 * max(0.0, -tx)
        high = length * hangs * (0.5 + 0.5 * ((number * _GOLDEN) % 1))
        lean = 1.5 * high
        _tuft(
            pen,
            (x - tx * wide - ty * inner, y - ty * wide + tx * inner),
            (x + back[0] * 0.4 * lean + ty * high * 0.55, y + back[1] * 0.4 * lean - tx * high * 0.55),
            (x + ty * high * 0.8 + back[0] * lean, y - tx * high * 0.8 + back[1] * lean),
            (x + tx * wide - ty * inner, y + ty * wide + tx * inner),
            hue((x, y)),
        )


def _tuft(pen: Pen, start: Point, bent: Point, tip: Point, end: Point, hue: Rgb) -> None:
    path = skia.Path()
    path.moveTo(*start)
    path.quadTo(*bent, *tip)
    path.lineTo(*end)
    path.close()
    pen.fill(path, hue)


def lock(pen: Pen, root: Point, bent: Point, tip: Point, width: float, hue: Rgb) -> None:
    """One lock of a mane: round at its root, drawn out to its tip."""
    dx, dy = bent[0] - root[0], bent[1] - root[1]
    far = math.hypot(dx, dy) or 1.0
    sx, sy = -dy / far * width / 2, dx / far * width / 2
    path = skia.Path()
    path.moveTo(root[0] - sx, root[1] - sy)
    path.quadTo(bent[0] - sx, bent[1] - sy, *tip)
    path.quadTo(bent[0] + sx, bent[1] + sy, root[0] + sx, root[1] + sy)
    path.close()
    pen.fill(path, hue)
    pen.dot(*root, width / 2, hue)


def nap(
    pen: Pen, place: Callable[[float, float], Point], count: int, length: float, hues: Sequence[Rgb], alpha: float
) -> None:
    """Short hairs all over a surface; `place` turns two shares (0..1) into a point, the first grows towards the front."""
    for number, hue in enumerate(hues):
        path = skia.Path()
        for hair in range(count):
            k = hair * len(hues) + number + 1
            u, v = (k * _GOLDEN) % 1, (k * _SILVER) % 1
            start, end = place(u, v), place(u - length * (0.6 + 0.7 * ((k * 0.37) % 1)), v + 0.05 + 0.05 * math.sin(k))
            path.moveTo(*start)
            path.quadTo((start[0] + end[0]) / 2, start[1], *end)
        # Hairs thinner than a pixel would only grey the coat.
        pen.stroke(path, max(0.007, 0.9 / max(1e-6, pen.scale)), hue, alpha)


def feathered(
    pen: Pen, spine: Sequence[Point], widths: Sequence[float], hues: Sequence[Rgb], length: float, sides: Sequence[int]
) -> None:
    """Long hair along a tail, towards its tip, on the named sides (1 is to the right of its way, -1 to the left)."""
    line = spline(spine, 8)
    count = len(line) - 5
    halves = 0.5 * np.interp(np.arange(len(line)) / len(line), np.linspace(0, 1, len(widths)), widths)
    for number in range(2, count):
        x, y = line[number]
        dx, dy = line[number + 1] - line[number - 1]
        far = math.hypot(dx, dy) or 1.0
        share = number / len(line)
        half = float(halves[number])
        high = length * (0.6 + 0.4 * ((number * _GOLDEN) % 1)) * math.sin(math.pi * min(1.0, 0.12 + 0.9 * share))
        for side in sides:
            sx, sy = -dy / far * side, dx / far * side
            root = (x + 0.55 * half * sx, y + 0.55 * half * sy)
            tip = (x + (half + high) * sx + 1.6 * high * dx / far, y + (half + high) * sy + 1.6 * high * dy / far)
            ends = [(root[0] + by * half * dx / far, root[1] + by * half * dy / far) for by in (-0.5, 0.5)]
            bent = (0.4 * root[0] + 0.6 * tip[0] + 0.2 * half * sx, 0.4 * root[1] + 0.6 * tip[1] + 0.2 * half * sy)
            _tuft(pen, ends[0], bent, tip, ends[1], hues[number % len(hues)])
