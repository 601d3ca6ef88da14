"""Tails, by kind; drawn from their root, pointing left."""

from __future__ import annotations

import math

from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.coat import Coat
from rushes.engines.animatic.rigs.hue import dim, tint
from rushes.engines.animatic.rigs.pen import Pen, Point


def draw_tail(pen: Pen, breed: Breed, coat: Coat, root: Point, raised: float, swing: float) -> None:
    """`raised` in degrees on top of the breed's own; `swing` about -1..1, the tip lags behind the root."""
    long = breed.tail_length
    angle = math.radians(breed.tail_degrees + raised)
    wag = 0.16 * swing * long

    def out(u: float, v: float) -> Point:
        """u along the tail, v above it."""
        x = root[0] - u * math.cos(angle) - v * math.sin(angle)
        y = root[1] - u * math.sin(angle) - v * math.cos(angle)
        # A tail that would hang into the ground lies on it.
        return (x, min(y, -0.07))

    main = coat.main
    if breed.tail == "puff":
        x, y = out(0.25 * long, 0.0)
        pen.dot(x, y, max(0.06, long * 0.5), tint(coat.tip, 0.1))
    elif breed.tail == "brush":
        spine = [
            out(-0.06, 0.02),
            out(0.25 * long, 0.06 + wag * 0.3),
            out(0.62 * long, 0.02 + wag),
            out(long, 0.10 * long + wag * 1.8),
        ]
        start, end = out(0, 0), out(long, 0)
        fill = pen.ramp(start, end, [dim(main, 0.95), main, coat.tip, coat.tip], [0, 0.62, 0.76, 1])
        pen.tube(spine, [0.13, 0.23, 0.31, 0.25, 0.03], fill)
    elif breed.tail == "plume":
        lift = 0.5 if breed.hops else 0.30
        spine = [
            out(-0.05, 0.0),
            out(0.32 * long, -0.06 * long + wag * 0.6),
            out(0.64 * long, 0.5 * lift * long * 0.3 + wag),
            out(0.86 * long, lift * long + wag * 1.4),
            out(0.88 * long, 2.1 * lift * long + wag * 1.8),
        ]
        bushy = 2.3 if breed.hops else 1.0
        pen.tube(spine, [0.10 * bushy, 0.15 * bushy, 0.17 * bushy, 0.13 * bushy, 0.04], main)
        if not breed.hops:
            pen.tube(
                [
                    out(0.3 * long, -0.02 + wag),
                    out(0.7 * long, 0.15 * long + wag),
                    out(0.95 * long, 0.42 * long + wag * 2),
                ],
                [0.03, 0.07, 0.02],
                coat.belly,
            )
    elif breed.tail == "curl":
        sway = 0.22 * swing * long
        if breed.nose == "#d98580":
            points = [
                out(-0.04, 0),
                *(out(0.10 + 0.03 * k + 0.07 * math.cos(k * 1.25), 0.09 * math.sin(k * 1.25)) for k in range(6)),
            ]
            pen.tube(points, [0.06, 0.05, 0.04, 0.03], main)
            return
        spine = [
            out(-0.06, 0.0),
            out(0.28 * long, -0.05 * long),
            out(0.58 * long, 0.02 * long + sway * 0.4),
            out(0.76 * long, 0.24 * long + sway * 0.8),
            out(0.70 * long, 0.50 * long + sway),
            out(0.80 * long, 0.66 * long + sway * 1.2),
        ]
        pen.tube(
            spine,
            [0.115, 0.10, 0.095, 0.09, 0.085, 0.05],
            pen.ramp(spine[0], spine[-1], [main, main, coat.dark], [0, 0.8, 1]),
        )
    elif breed.tail == "hair":
        for k in range(5):
            v = (k - 2) * 0.035
            spine = [
                out(-0.05, v * 0.4),
                out(0.28 * long, 0.08 + v),
                out(0.65 * long, v * 1.5 + wag),
                out(long * (1 - 0.05 * k), v * 2.2 + wag * 2),
            ]
            pen.tube(spine, [0.07, 0.085, 0.075, 0.015], coat.mane if k % 2 else tint(coat.mane, 0.08))
    else:
        droop = 0.05 * long
        spine = [
            out(-0.05, 0.0),
            out(0.35 * long, -droop + wag * 0.4),
            out(0.72 * long, wag),
            out(long, 0.16 * long + wag * 2),
        ]
        pen.tube(spine, [0.085, 0.06, 0.05, 0.04], coat.nose if breed.nose == "#d98a94" else main)
        if breed.tail == "tuft":
            x, y = out(long, 0.16 * long + wag * 2)
            pen.oval(x, y, 0.05, 0.09, coat.tip if breed.tip else coat.dark, degrees=math.degrees(-angle) + 90 + 40)
