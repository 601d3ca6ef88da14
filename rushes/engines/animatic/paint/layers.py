"""Layers: pictures baked once and moved and scaled per frame; the five rules that make that fast are in `Layer`."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.blit import Stamp
from rushes.engines.animatic.paint.kernels import kernel
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View

Canvas = Any  # Any: skia has no types
Picture = NDArray[np.uint8]  #: (height, width, bgra), premultiplied
SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)


def blank(width: float, height: float) -> Picture:
    """A transparent picture."""
    return np.zeros((max(1, math.ceil(height)), max(1, math.ceil(width)), 4), np.uint8)


def canvas_of(picture: Picture) -> tuple[Canvas, Any]:  # Any: skia has no types
    """A canvas that draws straight into `picture`, and its surface; keep both as long as the canvas is used."""
    info = skia.ImageInfo.MakeN32Premul(picture.shape[1], picture.shape[0])
    surface = skia.Surface.MakeRasterDirect(info, picture)
    return surface.getCanvas(), surface


def drawn(width: float, height: float, scale: float, draw: Callable[[Canvas], None]) -> Picture:
    """The picture of width x height units that `draw` makes in unit coordinates, at `scale` pixels a unit."""
    picture = blank(width * scale, height * scale)
    canvas, surface = canvas_of(picture)
    canvas.scale(scale, scale)
    draw(canvas)
    del canvas, surface
    return picture


def image_of(picture: Picture) -> Any:  # Any: skia has no types
    """A skia image with its own copy of the pixels."""
    return skia.Image.fromarray(
        np.ascontiguousarray(picture),
        colorType=skia.kBGRA_8888_ColorType,
        alphaType=skia.kPremul_AlphaType,
        copy=True,
    )


def softened(picture: Picture, pixels: float) -> Picture:
    """The picture out of focus."""
    if pixels < 0.35:
        return picture
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), pixels, borderType=cv2.BORDER_REPLICATE), np.uint8)


def softened_around(picture: Picture, pixels: float) -> Picture:
    """Out of focus, and still seamless along x."""
    if pixels < 0.35:
        return picture
    pad = min(picture.shape[1] - 1, math.ceil(pixels * 4))
    wide = np.concatenate([picture[:, -pad:], picture, picture[:, :pad]], axis=1)
    return np.ascontiguousarray(softened(wide, pixels)[:, pad:-pad])


def premultiplied(rgb: NDArray[np.float32], alpha: NDArray[np.float32], seed: int = 0) -> Picture:
    """A picture of float rgb (0..1) and alpha (0..1), dithered so that slow gradients do not band."""
    picture = np.empty((*alpha.shape, 4), np.uint8)
    _premultiply(np.asarray(rgb, np.float32), np.asarray(alpha, np.float32), np.uint32(seed & 0xFFFFFFFF), picture)
    return picture


@kernel
def _premultiply(rgb: NDArray[np.float32], alpha: NDArray[np.float32], seed: np.uint32, out: Picture) -> None:
    for y in range(out.shape[0]):
        for x in range(out.shape[1]):
            # An integer hash (Wang's) is noise enough for a dither and needs no table.
            mixed = np.uint32(seed + np.uint32(x) * np.uint32(73856093) + np.uint32(y) * np.uint32(19349663))
            mixed = np.uint32((mixed ^ np.uint32(61)) ^ (mixed >> np.uint32(16))) * np.uint32(9)
            mixed = np.uint32(np.uint32(mixed ^ (mixed >> np.uint32(4))) * np.uint32(0x27D4EB2D))
            mixed = np.uint32(mixed ^ (mixed >> np.uint32(15)))
            noise = np.float32(mixed >> np.uint32(8)) * np.float32(1 / 16777216)
            most = min(max(alpha[y, x], np.float32(0)), np.float32(1)) * np.float32(255)
            for c in range(3):
                value = min(max(rgb[y, x, 2 - c], np.float32(0)), np.float32(1)) * most + noise
                out[y, x, c] = np.uint8(min(value, most))
            out[y, x, 3] = np.uint8(most + np.float32(0.5))


@dataclass(frozen=True, slots=True)
class _Part:
    stamp: Stamp
    x: int
    y: int

    @property
    def width(self) -> int:
        return self.stamp.width


class Layer:
    """A baked picture at one depth.

    Fast because: baked once; cropped to what is not transparent; laid by a kernel of its own; nothing full-frame is
    rotated. What shines is a `paint.glows.Glow`.
    """

    def __init__(
        self,
        picture: Picture,
        depth: float,
        *,
        x: float,
        y: float,
        scale: float,
        period: float | None = None,
        drift: float = 0.0,
        alpha: float = 1.0,
        still: bool = False,
        sway: float = 0.0,
        foot: float = 0.0,
    ) -> None:
        """`x`, `y`: units of the picture's left top from the middle of the frame and the horizon; `scale`: pixels per unit of
        the picture (coarser than the frame's when it is out of focus); `period`: units after which it repeats along
        x; `drift`: units a second; `still`: drawn at whole pixels and never scaled; `sway`: units by which it bends to and fro in the
        wind per unit above its `foot` (units from the horizon)."""
        self.depth, self.x, self.y, self.scale = depth, x, y, scale
        self.period, self.drift, self.alpha, self.still = period, drift, alpha, still
        self.sway, self.foot = sway, foot
        self._width = picture.shape[1]
        self._parts = _parts(picture)
        self._left = min((p.x for p in self._parts), default=0)
        self._right = max((p.x + p.width for p in self._parts), default=0)

    def lay(self, picture: Picture, view: View, t: float, alpha: float = 1.0) -> None:
        """Draw it into `picture` as seen by `view`, as often as it repeats across the frame."""
        x, y, seen = view.place(self.x + self.drift * t, self.y, self.depth)
        grow = seen / self.scale
        if abs(grow - 1) < (0.002 if self.still else 1e-7):
            grow = 1.0
        width = view.width * view.scale
        step = self.period * seen if self.period else 0.0
        place = x if not step else (x % step) - step * math.ceil(((x % step) + self._right * grow) / step)
        bend = self.sway * unrest(t, self.depth * 11) if self.sway else 0.0
        foot = y + (self.foot - self.y) * self.scale * grow
        while place < width:
            if place + self._right * grow > 0 and place + self._left * grow < width:
                left = round(place) if grow == 1.0 and self.still else place
                top = round(y) if self.still else y
                for part in self._parts:
                    if place + (part.x + part.width) * grow > 0 and place + part.x * grow < width:
                        corner = (left + part.x * grow, top + part.y * grow)
                        if bend:
                            part.stamp.lean(picture, *corner, grow, alpha * self.alpha, bend, foot)
                        else:
                            part.stamp.lay(picture, *corner, grow, alpha * self.alpha)
            if not step:
                break
            place += step


def unrest(t: float, phase: float) -> float:
    """-1..1: how what grows gives way to gusts and comes back."""
    return 0.55 * math.sin(1.9 * t + phase) + 0.30 * math.sin(3.3 * t + 2.1 * phase) + 0.15 * math.sin(7.1 * t + phase)


#: Empty columns in a row from which a layer is cut there: what is not drawn costs nothing.
GAP_PIXELS = 24


def _parts(picture: Picture) -> list[_Part]:
    columns = picture[..., 3].max(axis=0) > 0
    if not columns.any():
        return []
    edges = np.flatnonzero(np.diff(np.concatenate(([False], columns, [False]))))
    runs = [(int(left), int(right)) for left, right in zip(edges[::2], edges[1::2], strict=True)]
    merged = [runs[0]]
    for left, right in runs[1:]:
        if left - merged[-1][1] < GAP_PIXELS:
            merged[-1] = (merged[-1][0], right)
        else:
            merged.append((left, right))
    return [_part(picture[:, left:right], left) for left, right in merged]


def _part(picture: Picture, left: int) -> _Part:
    """One stretch of a layer without gaps."""
    rows = np.flatnonzero(picture[..., 3].max(axis=1))
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    return _Part(Stamp(picture[top:bottom]), left, top)
