"""The finishing of a frame: grade, glow of what is bright, vignette, grain, and the turn into video's own colours, in one pass."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.blit import Words
from rushes.engines.animatic.paint.colours import smooth
from rushes.engines.animatic.paint.kernels import inlined, kernel
from rushes.engines.animatic.paint.layers import Picture

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]

GRAIN_SIDE = 512
#: The short side of the picture of what is bright.
BLOOM_SIDE = 90

# Typed once: a plain literal is a double in a kernel and would halve the lanes of every instruction.
_F = np.float32
_NONE, _HALF, _ONE, _FULL = _F(0), _F(0.5), _F(1), _F(255)
_OF_255 = _F(1 / 255)
# ITU-R BT.709-6 item 3, for 8 bits of limited range; chroma weights are for the sum of four pixels.
_GREY_R, _GREY_G, _GREY_B = _F(0.2126), _F(0.7152), _F(0.0722)
_LUMA_R, _LUMA_G, _LUMA_B = _F(0.2126 * 219 / 255), _F(0.7152 * 219 / 255), _F(0.0722 * 219 / 255)
_BLUE_R, _BLUE_G, _BLUE_B = _F(-0.2126 / 1.8556 * 56 / 255), _F(-0.7152 / 1.8556 * 56 / 255), _F(0.5 * 56 / 255)
_RED_R, _RED_G, _RED_B = _F(0.5 * 56 / 255), _F(-0.7152 / 1.5748 * 56 / 255), _F(-0.0722 / 1.5748 * 56 / 255)
_BYTE, _EIGHT, _SIXTEEN = np.uint32(255), np.uint32(8), np.uint32(16)
_LUMA_BASE, _CHROMA_BASE = _F(16.5), _F(128.5)  # the half rounds


@dataclass(frozen=True, slots=True)
class Grade:
    """How a finished picture is developed. The default changes nothing."""

    contrast: float = 1.0  #: 0.5..1.5
    saturation: float = 1.0
    lift: tuple[float, float, float] = (0.0, 0.0, 0.0)  #: rgb of black
    gain: tuple[float, float, float] = (1.0, 1.0, 1.0)  #: rgb of white
    vignette: float = 0.0  #: how much darker the corners are
    grain: float = 0.0  #: standard deviation in grey levels
    bloom: float = 0.0  #: how much of what is bright spills over
    bloom_from: float = 0.72  #: brightness (0..1) from which it spills


@inlined
def _between(above: Bytes, below: Bytes, share: np.float32, out: Floats) -> None:
    for x in range(out.shape[0]):
        out[x] = _F(above[x]) * (_ONE - share) + _F(below[x]) * share


@inlined
def _develop(
    line: Words, spill: Floats, grain: Floats, shade_x: Floats, shade: np.float32, curve: Floats, contrast: np.float32,
    saturation: np.float32, luma: Bytes, blues: Floats, greens: Floats, reds: Floats, keep: np.float32,
) -> None:  # fmt: skip
    """One row; without a branch, a table or an index that jumps, so that it is done eight pixels at a time."""
    for x in range(luma.shape[0]):
        colour = line[x]
        b = _F(np.int32(colour & _BYTE)) * _OF_255
        g = _F(np.int32((colour >> _EIGHT) & _BYTE)) * _OF_255
        r = _F(np.int32((colour >> _SIXTEEN) & _BYTE)) * _OF_255
        # Stays within 0..1 by itself for any contrast between a half and one and a half.
        b += contrast * (b - _HALF) * b * (_ONE - b)
        g += contrast * (g - _HALF) * g * (_ONE - g)
        r += contrast * (r - _HALF) * r * (_ONE - r)
        light = shade - shade_x[x]
        b = (curve[0, 0] + curve[0, 1] * b + spill[0, x]) * light
        g = (curve[1, 0] + curve[1, 1] * g + spill[1, x]) * light
        r = (curve[2, 0] + curve[2, 1] * r + spill[2, x]) * light
        grey = r * _GREY_R + g * _GREY_G + b * _GREY_B
        base = grey + grain[x]
        b = (b - grey) * saturation + base
        g = (g - grey) * saturation + base
        r = (r - grey) * saturation + base
        b = b if b > _NONE else _NONE
        b = b if b < _FULL else _FULL
        g = g if g > _NONE else _NONE
        g = g if g < _FULL else _FULL
        r = r if r > _NONE else _NONE
        r = r if r < _FULL else _FULL
        luma[x] = np.uint8(np.int32(r * _LUMA_R + g * _LUMA_G + b * _LUMA_B + _LUMA_BASE))
        blues[x] = blues[x] * keep + b
        greens[x] = greens[x] * keep + g
        reds[x] = reds[x] * keep + r


@kernel
def _finish(
    picture: Words, bloom: Bytes, grain: Floats, grain_x: int, grain_y: int, shade_x: Floats, shade_y: Floats, curve: Floats,
    contrast: np.float32, saturation: np.float32, luma: Bytes, blue: Bytes, red: Bytes,
) -> None:  # fmt: skip
    """picture: (row, column); bloom: (bgr, some rows from top to bottom, column)."""
    rows, columns = luma.shape
    blues = np.zeros(columns, np.float32)
    greens = np.zeros(columns, np.float32)
    reds = np.zeros(columns, np.float32)
    spill = np.zeros((3, columns), np.float32)
    last = bloom.shape[1] - 1
    per_pair = _F(bloom.shape[1] * 2 / rows)
    mask = GRAIN_SIDE - 1
    for pair in range(rows // 2):
        place = min(max((_F(pair) + _HALF) * per_pair - _HALF, _NONE), _F(last))
        above = int(place)
        for c in range(3):
            _between(bloom[c, above], bloom[c, min(above + 1, last)], place - _F(above), spill[c])
        for half in range(2):
            row = pair * 2 + half
            _develop(
                picture[row], spill, grain[(row + grain_y) & mask, grain_x : grain_x + columns],
                shade_x, _ONE - shade_y[row], curve, contrast, saturation, luma[row], blues, greens, reds, _F(half),
            )  # fmt: skip
        for x in range(columns // 2):
            b = blues[2 * x] + blues[2 * x + 1]
            g = greens[2 * x] + greens[2 * x + 1]
            r = reds[2 * x] + reds[2 * x + 1]
            blue[pair, x] = np.uint8(np.int32(r * _BLUE_R + g * _BLUE_G + b * _BLUE_B + _CHROMA_BASE))
            red[pair, x] = np.uint8(np.int32(r * _RED_R + g * _RED_G + b * _RED_B + _CHROMA_BASE))


class Finisher:
    """Turns drawn pictures into planar BT.709 limited-range frames; may be used from several threads at once."""

    def __init__(self, size: tuple[int, int], grade: Grade, seed: int = 0) -> None:
        """`size`: (width, height) in pixels, both even."""
        self.size, self.grade = size, grade
        width, height = size
        black, white = np.array(grade.lift[::-1]), np.array(grade.gain[::-1])
        self._curve = (np.stack([black, white - black], axis=1) * 255).astype(np.float32)
        x = np.abs(np.arange(width) - (width - 1) / 2) / (width * 0.62)
        y = np.abs(np.arange(height) - (height - 1) / 2) / (height * 0.62)
        # A sum of two curves is close enough to a round vignette, and costs no full-frame table.
        self._shade_x = (grade.vignette * 0.62 * smooth(0.28, 1.0, x) ** 1.5).astype(np.float32)
        self._shade_y = (grade.vignette * 0.62 * smooth(0.28, 1.0, y) ** 1.5).astype(np.float32)
        noise = np.random.default_rng(seed).standard_normal((GRAIN_SIDE, GRAIN_SIDE)).astype(np.float32)
        soft = max(0.3, 0.45 * min(size) / 720)
        noise = np.asarray(cv2.GaussianBlur(noise, (0, 0), soft, borderType=cv2.BORDER_REFLECT), np.float32)
        noise = np.clip(noise * (grade.grain / max(1e-6, float(noise.std()))), -12, 12)
        # Repeated along x, so that a row of it can begin anywhere.
        repeats = 2 + width // GRAIN_SIDE
        self._grain = np.ascontiguousarray(np.tile(noise, (1, repeats)))
        self._no_bloom = np.zeros((3, 1, width), np.uint8)

    def finish(self, picture: Picture, index: int, out: Bytes) -> None:
        """Develop `picture` (height, width, bgra) into `out`, planar I420 of shape (height * 3 // 2, width); `index` is
        the frame's number and moves the grain."""
        width, height = self.size
        flat = out.reshape(-1)
        count = width * height
        luma = flat[:count].reshape(height, width)
        blue = flat[count : count + count // 4].reshape(height // 2, width // 2)
        red = flat[count + count // 4 : count + count // 2].reshape(height // 2, width // 2)
        bloom = self._bloom(picture) if self.grade.bloom > 0 else self._no_bloom
        _finish(
            picture.view(np.uint32)[..., 0], bloom, self._grain, (index * 397) % GRAIN_SIDE, (index * 241) % GRAIN_SIDE,
            self._shade_x, self._shade_y, self._curve, _F(4 * (self.grade.contrast - 1)), _F(self.grade.saturation), luma, blue, red,
        )  # fmt: skip

    def _bloom(self, picture: Picture) -> Bytes:
        """The light that spills: (bgr, a few rows, width). It is all blur, so it is made small at any size."""
        width, height = self.size
        shrink = BLOOM_SIDE / min(self.size)
        # Every row of a large frame would be read only to be averaged away.
        coarse = picture[:: max(1, min(self.size) // 360)]
        small = cv2.resize(coarse, (round(width * shrink), round(height * shrink)), interpolation=cv2.INTER_AREA)
        threshold = self.grade.bloom_from * 255
        bright = np.clip((small[..., :3].astype(np.float32) - threshold) * (255 / (255 - threshold)), 0, 255)
        sigma = BLOOM_SIDE * 0.035
        # What is blurred most is blurred in half the size.
        half = cv2.resize(bright, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
        half = cv2.resize(cv2.GaussianBlur(half, (0, 0), sigma * 1.1), bright.shape[1::-1])
        wide = half * 0.6 + cv2.GaussianBlur(bright, (0, 0), sigma * 0.7) * 0.4
        spill = np.clip(wide * self.grade.bloom, 0, 255).astype(np.uint8)
        return np.stack([cv2.resize(channel, (width, spill.shape[0])) for channel in cv2.split(spill)])
