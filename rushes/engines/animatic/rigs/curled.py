"""Curled: a small animal asleep in a ring, the tail over its nose."""

from __future__ import annotations

import math

from rushes.engines.animatic.rigs import fur
from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.coat import Coat
from rushes.engines.animatic.rigs.ears import ear_shape
from rushes.engines.animatic.rigs.hide import on_back
from rushes.engines.animatic.rigs.hue import dim, mix, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed


def draw_curled(pen: Pen, breed: Breed, coat: Coat, phase: float) -> None:
    breath = 0.012 * math.sin(4 * math.pi * phase)
    wide, high = 0.34 + 0.28 * breed.long, 0.30 + 0.42 * breed.chest + breath
    main = coat.main
    outline: list[Point] = [
        (-wide, -0.36 * high), (-0.82 * wide, -0.78 * high), (-0.25 * wide, -1.02 * high), (0.35 * wide, -0.94 * high), (0.86 * wide, -0.58 * high),
        (1.0 * wide, -0.22 * high), (0.8 * wide, 0.0), (0.0, 0.02), (-0.8 * wide, 0.0),
    ]  # fmt: skip
    path = closed(outline)
    with pen.part(puff=0.85, shade=0.2):
        if breed.fur > 0:
            fur.edge(pen, fur.ring(outline)[:60], 0.055, breed.fur, lambda _: main, back=(-0.7, 0.3))
        pen.fill(path, pen.ramp((0, -high), (0, 0), [tint(main, 0.08), main, dim(main, 0.86)]))
        with pen.within(path):
            on_back(pen, breed, coat, wide, high)
            fur.nap(
                pen, lambda u, v: ((2 * u - 1) * wide, (v - 1) * high), 46, 0.10, (tint(main, 0.30), dim(main, 0.72)), 0.30
            )  # fmt: skip
            # The haunch, a line where the thigh lies before the belly.
            pen.line([(-0.62 * wide, -0.05 * high), (-0.60 * wide, -0.5 * high), (-0.2 * wide, -0.66 * high), (0.12 * wide, -0.34 * high)], 0.018, dim(main, 0.6), 0.4)  # fmt: skip
    head = breed.head * 1.02
    x, y = 0.52 * wide, -0.62 * head
    with pen.part(puff=0.85, shade=0.3):
        for side in (-1, 1):
            with pen.turned(x + side * 0.52 * head, y - 0.62 * head, 16.0 * side, head):
                ear_shape(pen, breed, coat, 0.92, True)
        pen.oval(
            x,
            y,
            1.05 * head,
            0.88 * head,
            pen.ramp((x, y - head), (x, y + head), [tint(main, 0.08), main, dim(main, 0.92)]),
        )
        if breed.cheeks is not None:
            pen.blob([(x - 0.62 * head, y + 0.20 * head), (x, y + 0.02 * head), (x + 0.62 * head, y + 0.20 * head), (x + 0.4 * head, y + 0.8 * head), (x - 0.4 * head, y + 0.8 * head)], coat.cheeks)  # fmt: skip
        for side in (-1, 1):
            eye = x + side * 0.44 * head
            pen.line([(eye - 0.22 * head, y - 0.10 * head), (eye, y + 0.02 * head), (eye + 0.22 * head, y - 0.10 * head)], 0.06 * head, dim(main, 0.3))  # fmt: skip
        pen.oval(x, y + 0.30 * head, 0.16 * head, 0.11 * head, coat.nose)
        pen.line([(x - 0.16 * head, y + 0.52 * head), (x, y + 0.44 * head), (x + 0.16 * head, y + 0.52 * head)], 0.04 * head, dim(main, 0.4), 0.8)  # fmt: skip
    with pen.part(puff=0.85, shade=0.3):
        thick = {"brush": 0.26, "plume": 0.15, "curl": 0.12}.get(breed.tail, 0.10)
        spine: list[Point] = [(-0.92 * wide, -0.30 * high), (-0.72 * wide, -0.06 * high), (-0.1 * wide, -0.5 * thick), (0.30 * wide, -0.5 * thick)]  # fmt: skip
        pen.tube(spine, [0.6 * thick, thick, 1.05 * thick, 0.5 * thick], pen.ramp(spine[0], spine[-1], [main, main, mix(main, coat.tip, 0.9), coat.tip], [0, 0.55, 0.75, 1]))  # fmt: skip
