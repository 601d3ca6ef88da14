"""Floors: what marks the ground where people made it: boards, cobbles, gravel that is raked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.stage import ground

Floats = NDArray[np.float32]


def _period(x: Floats) -> float:
    return float(x[-1] - x[0]) + float(x[1] - x[0])


def _laid(rgb: Floats, depth: Floats, x: Floats, deep: float, wide: float, stagger: float, joint: float) -> Floats:
    """Courses `deep` units of distance apart, each of pieces `wide` units long, every piece a little different."""
    distance = ground.DISTANCE / depth
    course = np.floor(distance / deep).astype(np.int64)[:, None]
    pieces = max(1, round(_period(x) / wide))
    place = (x - x[0])[None] / _period(x) * pieces + course * stagger
    column = np.floor(place).astype(np.int64) % pieces
    tone = ((column * 7919 + course * 104729) % 97) / 97.0
    along = np.abs((place % 1.0) - 0.5) * 2
    across = np.abs(((distance / deep) % 1.0) - 0.5)[:, None] * 2
    step = np.abs(np.gradient(distance))[:, None] / deep
    # Where a row of pixels covers more than a part of a course, courses would shimmer: they fade into their mean.
    keep = (1 / (1 + (step / 0.12) ** 2)).astype(np.float32)
    narrow = np.clip(3.0 / np.maximum(0.5, wide * depth), 0.02, 0.5)[:, None]
    seam = np.maximum(np.clip((along - 1 + narrow) / narrow, 0, 1), np.clip((across - 0.86) * 9, 0, 1)) * keep
    return np.asarray(rgb * (1 + (0.26 * (tone - 0.5) * keep - joint * seam)[..., None]), np.float32)


def planks(rgb: Floats, depth: Floats, x: Floats) -> Floats:
    """Boards that lie across, worn and unlike each other."""
    return _laid(rgb, depth, x, 26.0, 420.0, 0.37, 0.42)


def cobbles(rgb: Floats, depth: Floats, x: Floats) -> Floats:
    """Setts in courses."""
    return _laid(rgb, depth, x, 20.0, 26.0, 0.5, 0.34)


def tiles(rgb: Floats, depth: Floats, x: Floats) -> Floats:
    """Square slabs."""
    return _laid(rgb, depth, x, 60.0, 74.0, 0.0, 0.22)


def raked(rgb: Floats, depth: Floats, x: Floats) -> Floats:
    """Gravel in long waves of the rake."""
    distance = (ground.DISTANCE / depth)[:, None]
    swing = 9 * np.sin((x - x[0]) / _period(x) * 2 * np.pi * 5)[None]
    keep = np.clip((depth - 0.45) * 1.8, 0, 1)[:, None]
    return np.asarray(rgb * (1 + 0.09 * keep * np.sin((distance + swing) * 0.42))[..., None], np.float32)


def furrows(rgb: Floats, depth: Floats, x: Floats) -> Floats:
    """Ploughed rows that run away from the eye."""
    rows = round(_period(x) / 58)
    keep = np.clip((depth - 0.28) * 2.4, 0, 1)[:, None]
    wave = np.sin((x - x[0]) / _period(x) * 2 * np.pi * rows)[None]
    return np.asarray(rgb * (1 + 0.20 * keep * wave)[..., None], np.float32)
