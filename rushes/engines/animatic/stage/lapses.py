"""Lapses: the sun that goes down or comes up while we look, and the light that goes or comes with it."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.colours import mix, solid
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.stage.set import Set

#: After all that the scene shows, before its manner.
ORDER = 7.0
#: By how much faster clouds drift when time does.
CLOUD_PACE = 14.0
#: How much of blue, green and red is there at the day's end of the way, half-way, and at the night's end.
_LIGHT = ((1.0, 1.0, 1.0), (0.90, 0.90, 0.96), (0.62, 0.44, 0.40))
_STEPS = 96


def moves(plan: ShotPlan) -> bool:
    """Does the sun move?"""
    return bool({"sun_sets", "sun_rises"} & set(plan.features)) and plan.time != "night"


def cloud_pace(plan: ShotPlan) -> float:
    return CLOUD_PACE if "time_lapse" in plan.features else 1.0


def _share(plan: ShotPlan, t: float) -> float:
    """0 at the day's end, 1 at the night's."""
    share = min(1.0, max(0.0, t / plan.seconds))
    return 1 - share if "sun_rises" in plan.features else share


def hang_sun(stage: Set, x: float, order: float) -> None:
    """A sun on its way to the horizon, or from there."""
    frame, air = stage.framing, stage.air
    body = mix(air.sun, (1, 1, 1), 0.35)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        share = _share(stage.plan, t)
        y = -frame.horizon * (0.46 - 0.60 * share)
        across, down, scale = view.place(x, y, 0.0)
        radius = (26.0 + 12.0 * share) * scale
        for wide, alpha in ((2.0, 0.12), (1.4, 0.26)):
            canvas.drawCircle(across, down, radius * wide, solid(air.sun, alpha, radius * 0.4 * wide))
        canvas.drawCircle(across, down, radius, solid(body))

    stage.add(order, draw)


def add(stage: Set) -> None:
    """Let the light go with the sun."""
    if not moves(stage.plan) or not stage.outdoors:
        return
    tables = [_table(step / (_STEPS - 1)) for step in range(_STEPS)]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        table = tables[round(_share(stage.plan, t) * (_STEPS - 1))]
        cv2.LUT(picture, table, dst=picture)

    stage.add(ORDER, draw)


def _table(share: float) -> NDArray[np.uint8]:
    """What becomes of each brightness of blue, green, red and alpha: (1, brightness, channel)."""
    level = np.arange(256, dtype=np.float32)
    gains = [np.interp(share, (0.0, 0.5, 1.0), [row[channel] for row in _LIGHT]) for channel in range(3)]
    # What is left of the light in the dusk is in the sky: what was dull goes dark.
    deep = 255 * (level / 255) ** (1 + 0.5 * share)
    table = np.stack([*(deep * gain for gain in gains), level], axis=-1)
    return np.asarray(np.clip(table, 0, 255).astype(np.uint8)[None], np.uint8)
