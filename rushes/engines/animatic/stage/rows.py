"""Rows: things that stand along a line of the ground, one that stands alone, and one that rides on water."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from rushes.engines.animatic.paint.blit import Stamp
from rushes.engines.animatic.paint.cutouts import box_of
from rushes.engines.animatic.paint.layers import Canvas, Picture, drawn
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import ground
from rushes.engines.animatic.stage.set import Random, Set

#: Draws one thing whose foot is at (x, foot).
Each = Callable[[Canvas, float, float, Random], None]

#: Units below the horizon at which what is far stands: the ground covers its foot.
FAR_FOOT = 12.0


def foot_of(stage: Set, depth: float) -> float:
    """Units below the horizon at which a thing of this depth stands."""
    return stage.ground_y(depth) if depth > ground.ORDER else FAR_FOOT


def free_side(stage: Set, salt: int) -> int:
    """The side on which a landmark is not hidden by the first subject: 1 right, -1 left; the seed's when it stands in the middle."""
    lead = stage.plan.subjects[0].x if stage.plan.subjects else 0.5
    chosen = 1 if stage.seed(salt) % 2 else -1
    return chosen if abs(lead - 0.5) < 0.03 else 1 if lead < 0.5 else -1


def along(
    stage: Set,
    depth: float,
    count: float,
    salt: int,
    each: Each,
    *,
    tall: float,
    foot: float | None = None,
    below: float = 16.0,
    clearing: float = 0.0,
    scatter: float = 4.0,
    order: float | None = None,
    blur: float | None = None,
    veil: bool = False,
    sways: bool = False,
) -> None:
    """Put `count` things in 1900 units along a line of the ground; none is more than `tall` units high.

    `clearing`: share of the frame's half width in its middle that stays free; `scatter`: units by which feet differ;
    `sways`: they bend in the wind."""
    base = foot_of(stage, depth) if foot is None else foot

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        number = max(1, round(count * period / 1900))
        for index in range(number):
            x = (index + random.uniform(0.12, 0.88)) / number * period
            if clearing and abs(x - period / 2) / (stage.framing.width / 2) < clearing:
                continue
            each(canvas, x, base + random.uniform(-scatter, scatter) * depth, random)

    foot = base if sways else None
    stage.bake(depth, base - tall, base + below, draw, order=order, blur=blur, veil=veil, sways=foot)


def one(
    stage: Set,
    depth: float,
    x: float,
    salt: int,
    each: Each,
    *,
    tall: float,
    foot: float | None = None,
    below: float = 12.0,
    order: float | None = None,
    blur: float | None = None,
    veil: bool = False,
    melt: float = 0.0,
) -> None:
    """Put one thing `x` units to the right of the frame's middle; it is not seen twice."""
    base = foot_of(stage, depth) if foot is None else foot

    def draw(canvas: Canvas, period: float) -> None:
        each(canvas, period / 2 + x, base, stage.random(salt))

    period = math.ceil(max(stage.framing.width, 900.0) * 2.3)
    stage.bake(
        depth, base - tall, base + below, draw, period=period, order=order, blur=blur, veil=veil, melt=melt
    )  # fmt: skip


def afloat(
    stage: Set, depth: float, x: float, salt: int, each: Each, *, wide: float, tall: float, below: float, swing: float = 1.0
) -> None:  # fmt: skip
    """Put one thing on the water that rises, falls and rocks with it; `wide` units to either side, `below` under the line."""
    foot = stage.ground_y(depth)
    scale = stage.framing.scale
    picture = drawn(
        wide * 2, tall + below, scale, lambda canvas: each(canvas, wide, tall, stage.random(salt))
    )  # fmt: skip
    left, top, width, height = box_of(picture)
    # With a clear edge, so that it fades out instead of being cut.
    stamp = Stamp(np.pad(picture[top : top + max(1, height), left : left + max(1, width)], ((1, 1), (1, 1), (0, 0))))
    middle = (wide * scale - left + 1, tall * scale - top + 1)
    phase = (stage.seed(salt) % 628) / 100

    def draw(canvas: Canvas, under: Picture, view: View, t: float) -> None:
        at_x, at_y, seen = view.place(x, foot, depth)
        rise = swing * 2.6 * depth * seen * math.sin(t * 1.1 + phase)
        stamp.turn(under, at_x, at_y + rise, middle, swing * 1.1 * math.sin(t * 0.83 + phase * 1.7), seen / scale)

    stage.add(depth, draw)
