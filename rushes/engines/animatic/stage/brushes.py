"""Brushes: manners whose pictures are made of strokes, oil paint and pencil. Strokes are laid anew six times a second, as they
are in painted and drawn films, where every picture is made by hand."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint import strokes
from rushes.engines.animatic.paint.colours import smooth
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.noise import cloudy
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage.set import Draw, Set

#: How often strokes are laid anew, and after how many they are the first ones again.
PER_SECOND, LAYINGS = 6.0, 3

Floats = NDArray[np.float32]


def oil(stage: Set, size: tuple[int, int]) -> Draw:
    """Thick paint: each stroke has one colour, ridges along it and a shadow beside it, on a woven canvas."""
    coats = [strokes.coat(size, _laid(stage, size, 950 + 3 * index), min(size) / 720) for index in range(LAYINGS)]
    reach = max(1, round(1.1 * min(size) / 720 + 0.3))

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        coats[int(t * PER_SECOND) % LAYINGS].lay(picture, reach)

    return draw


def _laid(stage: Set, size: tuple[int, int], salt: int) -> Floats:
    """Strokes for a whole canvas, large ones first: (stroke, (x, y, radians, half length, half width))."""
    width, height = size
    unit = min(size) / 720
    random = stage.random(salt)
    turns = cloudy((height // 4 + 1, width // 4 + 1), (3, 5), stage.seed(949), octaves=3) * 6.0 + 0.4
    laid = []
    for long, wide, share in ((25.0, 8.0, 2.2), (13.0, 4.4, 2.2)):
        count = round(share * width * height / (long * wide * unit * unit))
        x, y = random.integers(0, width, count), random.integers(0, height, count)
        grow = random.uniform(0.7, 1.2, count) * unit / 2
        halves = [np.maximum(1.0, np.rint(side * grow)) + 0.3 for side in (long, wide)]
        laid.append(np.stack([x, y, turns[y // 4, x // 4], *halves], axis=1))
    return np.concatenate(laid).astype(np.float32)


def sketch(stage: Set, size: tuple[int, int]) -> Draw:
    """Pencil on paper: outlines, hatching where it is dark, crossed where it is darker."""
    width, height = size
    unit = min(size) / 720
    grain = cloudy((height, width), (height / (2.4 * unit), width / (2.4 * unit)), stage.seed(960), octaves=3)
    paper = np.clip(247 - 16 * (grain - 0.5), 0, 255)
    sheet = (paper[..., None] * np.array([0.93, 0.975, 1.0, 1.0], np.float32)).astype(np.uint8)
    hatchings = [
        (_hatched(stage, size, -0.9, 962 + index), _hatched(stage, size, 0.5, 970 + index)) for index in range(LAYINGS)
    ]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGRA2GRAY), np.uint8)
        blurs = (0.7 * unit + 0.3, 2.4 * unit + 0.5)
        fine, wide = (np.asarray(cv2.GaussianBlur(grey, (0, 0), blur), np.uint8) for blur in blurs)
        strokes.pencil(picture, sheet, grey, (fine, wide), hatchings[int(t * PER_SECOND) % LAYINGS])

    return draw


def _hatched(stage: Set, size: tuple[int, int], angle: float, salt: int) -> Picture:
    """Strokes of a pencil in one direction: (row, column), 255 where its lead lies."""
    width, height = size
    unit = min(size) / 720
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    bend = cloudy((height, width), (5, 8), stage.seed(salt), octaves=3)
    across = (x * math.cos(angle) + y * math.sin(angle)) / unit + 34 * bend
    along = (-x * math.sin(angle) + y * math.cos(angle)) / unit
    gaps = cloudy((height, width), (height / (38 * unit), width / (38 * unit)), stage.seed(salt + 40), octaves=3)
    lines = 0.5 + 0.5 * np.cos(across * (2 * math.pi / 6.2))
    broken = smooth(0.30, 0.46, gaps + 0.08 * np.sin(along * 0.21 + across * 0.8))
    return np.asarray(255 * smooth(0.45, 0.9, lines) * broken, np.float32).astype(np.uint8)
