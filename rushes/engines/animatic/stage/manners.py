"""Manners: styles that change how a frame is drawn, not only how it is developed: paint, paper, blueprint, pixels,
cel paint, clay; those of strokes are in `brushes`."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint import washes
from rushes.engines.animatic.paint.colours import smooth
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.noise import cloudy
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import brushes
from rushes.engines.animatic.stage.set import Draw, Set

#: After all that the lens sees, before captions.
ORDER = 8.0
PIXEL_ROWS = 150


def apply(stage: Set, size: tuple[int, int]) -> None:
    """Add the manner of this plan's style, if it has one; `size` in pixels."""
    makers: dict[str, Callable[[Set, tuple[int, int]], Draw]] = {
        "watercolour": _watercolour,
        "paper": _paper,
        "blueprint": _blueprint,
        "pixel": _pixel,
        "anime": _anime,
        "claymation": _clay,
        "oil": brushes.oil,
        "sketch": brushes.sketch,
    }
    maker = makers.get(stage.plan.style)
    if maker is not None:
        stage.add(ORDER, maker(stage, size))


def _fibre(stage: Set, size: tuple[int, int], fine: float, strength: float) -> NDArray[np.float32]:
    """Paper: (row, column), about 1."""
    width, height = size
    unit = min(size) / 720
    grain = cloudy(
        (height, width), (height / (fine * unit), width / (fine * unit)), stage.seed(940), octaves=4, warp=0.4
    )
    broad = cloudy((height // 4, width // 4), (5, 7), stage.seed(941), octaves=3)
    broad = np.asarray(cv2.resize(broad, size), np.float32)
    return np.asarray(1 + strength * ((grain - 0.5) * 0.7 + (broad - 0.5) * 0.6), np.float32)


def _blurred(picture: Picture, pixels: float) -> Picture:
    """A Gaussian of so many pixels; a wide one is worked out in half the size, which nobody sees."""
    if pixels < 2.5:
        return np.asarray(cv2.GaussianBlur(picture, (0, 0), pixels), np.uint8)
    small = (max(2, picture.shape[1] // 2), max(2, picture.shape[0] // 2))
    half = cv2.GaussianBlur(cv2.resize(picture, small, interpolation=cv2.INTER_AREA), (0, 0), pixels / 2)
    return np.asarray(cv2.resize(half, picture.shape[1::-1], interpolation=cv2.INTER_LINEAR), np.uint8)


def _multiplied(picture: Picture, by: Picture) -> None:
    picture[..., :3] = cv2.multiply(picture[..., :3], by, scale=1 / 255)


def _watercolour(stage: Set, size: tuple[int, int]) -> Draw:
    """Washes that run together, darker at their edges, on rough white paper that shows at the margin."""
    width, height = size
    paper = np.clip(_fibre(stage, size, 5.0, 0.26) * 246, 0, 255)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    ragged = cloudy((height, width), (9, 9 * width / height), stage.seed(942), octaves=5, warp=1.2)
    inside = (
        np.minimum(np.minimum(x, width - x), np.minimum(y, height - y)) / (min(size) * 0.075) + (ragged - 0.5) * 2.2
    )
    margin = smooth(0.1, 1.1, inside).astype(np.float32)
    shares = (256 * margin * paper / 255).astype(np.uint16)
    # What the paper's own white adds at the margin; never more than the wash leaves.
    white = np.array([233, 243, 247, 0], np.float32)
    left = np.ascontiguousarray((white * (1 - margin[..., None])).astype(np.uint8))
    half = (max(2, width // 2), max(2, height // 2))
    brush = 3 if min(size) < 600 else 5 if min(size) < 1000 else 9
    run = 3.5 * min(size) / 720 + 0.4

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        small = cv2.resize(picture, half, interpolation=cv2.INTER_AREA)
        wash = np.asarray(cv2.medianBlur(small, brush), np.uint8)
        soft = _blurred(wash, run)
        # The pigment gathers where a wash ends: sharpening a flattened picture leaves just that line.
        cv2.addWeighted(wash, 1.55, soft, -0.55, 10, dst=wash)
        cv2.resize(wash, size, dst=picture, interpolation=cv2.INTER_LINEAR)
        washes.onto(picture, shares, left)

    return draw


def _paper(stage: Set, size: tuple[int, int]) -> Draw:
    """Cut paper: few tones, each sheet with a bright cut edge and its shade on the sheet below, and fibres."""
    unit = min(size) / 720
    fibre = np.repeat(np.clip(_fibre(stage, size, 3.4, 0.30) * 246, 0, 255)[..., None], 3, axis=2).astype(np.uint8)
    levels = 7
    steps = np.arange(256, dtype=np.float32) / 255 * levels
    table = np.clip((np.floor(steps) + smooth(0.42, 0.58, steps % 1.0)) / levels * 255, 0, 255).astype(np.uint8)
    shift = max(1, round(2.5 * unit))
    brush = 3 if min(size) < 300 else 5
    half = (max(2, size[0] // 2), max(2, size[1] // 2))

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        small = cv2.medianBlur(np.ascontiguousarray(picture[..., :3]), brush)
        flat = cv2.LUT(cv2.blur(small, (3, 3)), table)
        grey = cv2.cvtColor(cv2.resize(flat, half, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2GRAY)
        away = np.roll(grey, (shift, shift), (0, 1))
        # Light falls from the left above: what is brighter there lies higher, and throws its shade here.
        shade = 255 - cv2.GaussianBlur(np.minimum(cv2.subtract(away, grey), 70), (0, 0), shift * 0.7)
        edge = cv2.convertScaleAbs(cv2.subtract(grey, np.roll(grey, (1, 1), (0, 1))), alpha=0.8)
        shade, edge = cv2.resize(shade, size), cv2.resize(edge, size)
        picture[..., :3] = cv2.add(flat, np.asarray(cv2.merge([edge, edge, edge]), np.uint8))
        _multiplied(picture, np.asarray(cv2.merge([shade, shade, shade]), np.uint8))
        _multiplied(picture, fibre)

    return draw


def _blueprint(stage: Set, size: tuple[int, int]) -> Draw:
    """White lines on blue, over a grid."""
    width, height = size
    unit = min(size) / 720
    ground = np.empty((height, width, 3), np.float32)
    ground[:] = (128, 66, 22)
    ground *= _fibre(stage, size, 3.0, 0.14)[..., None]
    for step, bright in ((24, 12.0), (120, 26.0)):
        cell = max(4, round(step * unit))
        ground[::cell] += bright
        ground[:, ::cell] += bright
    base = np.clip(ground, 0, 255).astype(np.uint8)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        grey = cv2.cvtColor(picture, cv2.COLOR_BGRA2GRAY)
        near = cv2.GaussianBlur(grey, (0, 0), 0.9 * unit + 0.25)
        wide = cv2.GaussianBlur(grey, (0, 0), 2.6 * unit + 0.5)
        line = cv2.absdiff(near, wide)
        line = cv2.convertScaleAbs(line, alpha=11.0, beta=-33.0)
        body = cv2.convertScaleAbs(wide, alpha=0.16)
        ink = cv2.add(line, body)
        picture[..., :3] = cv2.add(base, np.repeat(ink[..., None], 3, axis=2))

    return draw


def _pixel(stage: Set, size: tuple[int, int]) -> Draw:
    """Large pixels in few colours, with an ordered dither."""
    width, height = size
    rows = PIXEL_ROWS if height <= width else PIXEL_ROWS * height // width
    small = (max(2, round(rows * width / height)), rows)
    bayer = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - 0.5
    tiled = np.tile(bayer, (rows // 4 + 1, small[0] // 4 + 1))[:rows, : small[0], None]
    step = 255 / 9

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        tiny = cv2.resize(picture[..., :3], small, interpolation=cv2.INTER_AREA).astype(np.float32)
        tiny = np.clip(np.rint(tiny / step + tiled * 0.55) * step, 0, 255).astype(np.uint8)
        picture[..., :3] = cv2.resize(tiny, size, interpolation=cv2.INTER_NEAREST)

    return draw


def _anime(stage: Set, size: tuple[int, int]) -> Draw:
    """Cel paint: a thin dark line where things meet, and light in two steps."""
    unit = min(size) / 720
    levels = np.arange(256, dtype=np.float32) / 255
    stepped = np.clip(levels - 0.030 * np.sin(levels * 2 * np.pi * 5), 0, 1)
    table = np.clip(stepped * 255, 0, 255).astype(np.uint8)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        flat = cv2.LUT(np.ascontiguousarray(picture[..., :3]), table)
        grey = cv2.cvtColor(picture, cv2.COLOR_BGRA2GRAY)
        near = cv2.GaussianBlur(grey, (0, 0), 0.55 * unit + 0.3)
        wide = cv2.GaussianBlur(grey, (0, 0), 1.9 * unit + 0.4)
        line = 255 - cv2.convertScaleAbs(cv2.subtract(wide, near), alpha=7.0, beta=-28.0)
        picture[..., :3] = cv2.multiply(flat, cv2.merge([line, line, line]), scale=1 / 255)

    return draw


def _clay(stage: Set, size: tuple[int, int]) -> Draw:
    """A table-top set: dents of thumbs in everything, and so small that the lens has only its middle in focus."""
    width, height = size
    unit = min(size) / 720
    dents = cloudy((height, width), (height / (15 * unit), width / (22 * unit)), stage.seed(944), octaves=3, warp=1.2)
    prints = np.sin(
        cloudy((height, width), (height / (90 * unit), width / (90 * unit)), stage.seed(945), octaves=2) * 190
    )
    shade = (dents - np.roll(dents, (max(1, round(2 * unit)), max(1, round(2 * unit))), (0, 1))) * 74 + prints * 1.8
    relief = (2 * np.clip(128 + shade, 104, 152)).astype(np.uint16)
    top, bottom = round(height * 0.30), round(height * 0.16)
    blurred = np.zeros((height, width), np.float32)
    blurred[:top] = smooth(0.0, 1.0, 1 - np.arange(top, dtype=np.float32) / top)[:, None]
    blurred[height - bottom :] = smooth(0.0, 1.0, np.arange(bottom, dtype=np.float32) / bottom)[:, None]
    sharp = 1 - blurred
    half = (max(2, width // 2), max(2, height // 2))

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        washes.press(picture, relief)
        small = cv2.GaussianBlur(cv2.resize(picture, half, interpolation=cv2.INTER_AREA), (0, 0), 3.4 * unit / 2 + 0.2)
        soft = cv2.resize(small, size, interpolation=cv2.INTER_LINEAR)
        for rows in (slice(0, top), slice(height - bottom, height)):
            cv2.blendLinear(picture[rows], soft[rows], sharp[rows], blurred[rows], dst=picture[rows])

    return draw
