"""Tails, by kind; drawn from their root, pointing left."""

from __future__ import annotations

import math

from rushes.engines.animatic.rigs import fur
from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.coat import Coat
from rushes.engines.animatic.rigs.hue import dim, mix, rgb, tint
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
        widths = [0.13, 0.23, 0.31, 0.25, 0.03]
        fur.feathered(pen, spine[:-1], widths[:-1], (main, dim(main, 0.9)), 0.05, (1, -1))
        pen.tube(spine, widths, fill)
    elif breed.tail == "plume" and breed.hops:
        # A squirrel's: up along the back and over at the tip, as wide as the body.
        spine = [
            out(-0.05, 0.0),
            out(0.28 * long, -0.08 * long + wag * 0.4),
            out(0.62 * long, -0.08 * long + wag),
            out(0.92 * long, 0.02 * long + wag * 1.4),
            out(0.94 * long, 0.26 * long + wag * 1.6),
            out(0.76 * long, 0.34 * long + wag * 1.6),
        ]
        widths = [0.14, 0.30, 0.40, 0.38, 0.26, 0.08]
        fur.feathered(pen, spine, widths, (main, tint(main, 0.1), dim(main, 0.88)), 0.07, (1, -1))
        pen.tube(spine, widths, main)
        pen.tube(spine[1:-1], [0.04, 0.12, 0.12, 0.05], dim(main, 0.84), 0.6)
    elif breed.tail == "plume":
        spine = [
            out(-0.06, 0.0),
            out(0.30 * long, 0.02 * long + wag * 0.5),
            out(0.64 * long, 0.16 * long + wag * 1.1),
            out(0.90 * long, 0.42 * long + wag * 1.8),
        ]
        widths = [0.12, 0.11, 0.10, 0.05]
        fur.feathered(pen, spine, widths, (mix(main, coat.belly, 0.5), mix(main, coat.belly, 0.25)), 2.2 * breed.fur, (-1,))  # fmt: skip
        pen.tube(spine, widths, main)
    elif breed.tail == "pom":
        pen.tube([out(-0.05, 0.0), out(0.9 * long, wag)], [0.07, 0.05], main)
        for k in range(6):
            x, y = out(long + 0.05 * math.cos(k * 1.05), wag + 0.05 * math.sin(k * 1.05))
            pen.dot(x, y, 0.085, main if k % 2 else tint(main, 0.3))
    elif breed.tail == "ringlet":
        # Curled over the back.
        turn = 0.12 * swing
        spine = [
            (
                root[0] + 0.10 * long - 0.42 * long * math.cos(k * 1.05 + turn + 0.2),
                root[1] - 0.34 * long - 0.46 * long * math.sin(k * 1.05 + turn - 0.6),
            )
            for k in range(6)
        ]
        if breed.fur > 0.02:
            fur.feathered(pen, spine, [0.16, 0.16], (main, mix(main, coat.tip, 0.6)), 0.05, (1, -1))
        pen.tube(spine, [0.12, 0.15, 0.15, 0.12, 0.05], pen.ramp(spine[0], spine[-1], [main, main, coat.tip]))
    elif breed.tail in ("scaled", "spiked"):
        spine = [
            out(-0.2, 0.0),
            out(0.3 * long, -0.06 + wag * 0.4),
            out(0.7 * long, -0.05 + wag),
            out(long, 0.03 * long + wag * 2),
        ]
        widths = [0.92 * breed.flank, 0.62 * breed.flank, 0.34 * breed.flank, 0.05]
        if breed.tail == "scaled":
            for k in range(14):
                x, y = out((0.02 + 0.068 * k) * long, (0.42 - 0.031 * k) * breed.flank - 0.05 + wag * 0.06 * k)
                pen.poly([(x - 0.07, y + 0.03), (x - 0.015, y - 0.09 + 0.002 * k), (x + 0.05, y + 0.03)], coat.mark)
        else:
            for k, turn in enumerate((1, -1, 1, -1)):
                root, tip = out((0.84 + 0.04 * k) * long, wag), out((0.90 + 0.05 * k) * long, 0.26 * turn + wag)
                pen.tube([root, tip], [0.06, 0.01], rgb("#e8dcc0"))
        pen.tube(spine, widths, main)
    elif breed.tail == "thick":
        # Thick at the root and drawn out.
        spine = [
            out(-0.14, 0.0),
            out(0.3 * long, -0.02 + wag * 0.4),
            out(0.7 * long, wag),
            out(long, 0.06 * long + wag * 2),
        ]
        pen.tube(spine, [0.34 * breed.flank / 0.4, 0.24, 0.14, 0.04], main)
    elif breed.tail == "curl":
        sway = 0.22 * swing * long
        if breed.hoof:
            # A pig's corkscrew.
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
