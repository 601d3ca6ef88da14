"""Brushes: manners whose pictures are made of strokes, oil paint and pencil. Strokes are laid anew six times a second, as they
are in painted and drawn films, where every picture is made by hand."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint import washes
from rushes.engines.animatic.paint.colours import smooth
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.noise import cloudy
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage.set import Draw, Set

#: How often strokes are laid anew, and after how many they are the first ones again.
PER_SECOND, LAYINGS = 6.0, 3

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Laying:
    """One covering of the canvas with strokes."""

    across: NDArray[np.int16]  #: (row, column, 2): the pixel whose colour each pixel's stroke has
    relief: washes.Shares  #: (row, column): how the paint stands up, 256 is even


def oil(stage: Set, size: tuple[int, int]) -> Draw:
    """Thick paint: each stroke has one colour, ridges along it and a shadow beside it, on a woven canvas."""
    layings = [_laid(stage, size, 950 + 3 * index) for index in range(LAYINGS)]
    soft = 1.1 * min(size) / 720 + 0.3

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        laying = layings[int(t * PER_SECOND) % LAYINGS]
        colours = cv2.GaussianBlur(picture, (0, 0), soft)
        painted = cv2.remap(colours, laying.across, None, cv2.INTER_NEAREST)  # type: ignore[call-overload]
        # A little of the picture itself, or faces would be lost.
        cv2.addWeighted(painted, 0.72, picture, 0.28, 0, dst=picture)
        washes.press(picture, laying.relief)

    return draw


def _laid(stage: Set, size: tuple[int, int], salt: int) -> _Laying:
    width, height = size
    unit = min(size) / 720
    random = stage.random(salt)
    turns = cloudy((height // 4 + 1, width // 4 + 1), (3, 5), stage.seed(949), octaves=3) * 6.0 + 0.4
    owner = np.zeros((height, width), np.int32)
    strokes: list[tuple[int, int, float]] = [(0, 0, 0.0)]
    for long, wide, share in ((25.0, 8.0, 2.2), (13.0, 4.4, 2.2)):
        count = round(share * width * height / (long * wide * unit * unit))
        for x, y, grow in zip(random.integers(0, width, count).tolist(), random.integers(0, height, count).tolist(), random.uniform(0.7, 1.2, count).tolist(), strict=True):  # fmt: skip
            angle = float(turns[y // 4, x // 4])
            axes = (max(1, round(long * grow * unit / 2)), max(1, round(wide * grow * unit / 2)))
            cv2.ellipse(owner, (x, y), axes, math.degrees(angle), 0, 360, len(strokes), -1)
            strokes.append((x, y, angle))
    table = np.array(strokes, np.float32)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    x0, y0, angle0 = (table[owner, part] for part in range(3))
    # Where no stroke fell, the ground colour shows: the picture itself.
    bare = owner == 0
    map_x, map_y = np.where(bare, x, x0), np.where(bare, y, y0)
    beside = -(x - x0) * np.sin(angle0) + (y - y0) * np.cos(angle0)
    bristles = np.sin(beside / unit * 2.3 + owner * 1.7) * 7.0
    ridge = np.clip(beside / (3.4 * unit), -1, 1) * -9.0
    weave = 3.0 * np.sin(x / unit * 1.6) * np.sin(y / unit * 1.6)
    relief = np.where(bare, 128 + weave, 128 + bristles + ridge + weave)
    across = np.stack([map_x, map_y], axis=-1).astype(np.int16)
    return _Laying(across, (2 * np.clip(relief, 96, 160)).astype(np.uint16))


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
    # Darkness 0..255 at which the first and the second hatching begin.
    steps = np.arange(256, dtype=np.float32)
    once = (175 * smooth(70, 215, 255 - steps)).astype(np.uint8)
    twice = (190 * smooth(150, 240, 255 - steps)).astype(np.uint8)
    left = np.rint(256 * (1 - 0.86 * steps / 255)).astype(np.uint16)
    tone = (34 * smooth(40, 255, 255 - steps)).astype(np.uint8)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        first, second = hatchings[int(t * PER_SECOND) % LAYINGS]
        grey = cv2.cvtColor(picture, cv2.COLOR_BGRA2GRAY)
        fine = cv2.GaussianBlur(grey, (0, 0), 0.7 * unit + 0.3)
        wide = cv2.GaussianBlur(grey, (0, 0), 2.4 * unit + 0.5)
        outline = cv2.convertScaleAbs(cv2.subtract(wide, fine), alpha=13.0, beta=-26.0)
        outline = cv2.add(outline, cv2.convertScaleAbs(cv2.absdiff(wide, fine), alpha=3.0, beta=-6.0))
        lead = cv2.add(outline, cv2.LUT(grey, tone))
        lead = cv2.add(lead, cv2.multiply(cv2.LUT(fine, once), first, scale=1 / 255))
        lead = cv2.add(lead, cv2.multiply(cv2.LUT(fine, twice), second, scale=1 / 255))
        # Graphite sits on the grain, and is never quite black; a breath of the colours is left.
        cv2.addWeighted(sheet, 0.86, picture, 0.14, 16, dst=picture)
        washes.press(picture, np.asarray(cv2.LUT(lead, left), np.uint16))

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
