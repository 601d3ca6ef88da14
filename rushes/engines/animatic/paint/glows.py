"""Glows: light that is added to what is behind it, baked small and drawn large."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.blit import Words, mix, pick, sample, stack, weigh
from rushes.engines.animatic.paint.kernels import inlined, kernel
from rushes.engines.animatic.paint.layers import Picture
from rushes.engines.animatic.paint.view import View

_U, _F = np.uint32, np.float32
_PAIR, _OVER = _U(0x00FF00FF), _U(0x01000100)


@inlined
def _sum(a: np.uint32, b: np.uint32) -> np.uint32:
    """Channel by channel, 255 at most."""
    low, high = _U((a & _PAIR) + (b & _PAIR)), _U(((a >> _U(8)) & _PAIR) + ((b >> _U(8)) & _PAIR))
    too_low, too_high = _U(low & _OVER), _U(high & _OVER)
    low = _U(low | _U(too_low - _U(too_low >> _U(8)))) & _PAIR
    high = _U(high | _U(too_high - _U(too_high >> _U(8)))) & _PAIR
    return _U(low | _U(high << _U(8)))


@inlined
def _add_line(out: Words, before: Words, after: Words, shares: Words, strength: np.uint32) -> None:
    if strength == _U(256):
        for n in range(len(out)):
            out[n] = _sum(out[n], mix(before[n], after[n], shares[n]))
    else:
        for n in range(len(out)):
            out[n] = _sum(out[n], weigh(mix(before[n], after[n], shares[n]), strength))


@kernel
def _add(out: Words, light: Words, left: float, top: float, grow: float, strength: np.uint32) -> None:
    """`light` has a border of one pixel; `left` and `top` are those of what is inside it. A pixel's middle lies at half."""
    height, width = light.shape[0] - 2, light.shape[1] - 2
    first, last = max(0, math.floor(left)), min(out.shape[1], math.ceil(left + width * grow))
    high, low = max(0, math.floor(top)), min(out.shape[0], math.ceil(top + height * grow))
    if first >= last:
        return
    count = last - first
    places, shares = np.empty(count, np.uint32), np.empty(count, np.uint32)
    sample(places, shares, first, left, grow, width)
    line, before, after = np.empty(width + 2, np.uint32), np.empty(count, np.uint32), np.empty(count, np.uint32)
    for y in range(high, low):
        down = min(max((y + 0.5 - top) / grow + 0.5, 0.0), height + 0.999)
        row = int(down)
        stack(line, light[row], light[row + 1], _U((down - row) * 256.0))
        pick(line, places, before, after)
        _add_line(out[y, first:last], before, after, shares, strength)


@inlined
def _along(places: Words, shares: Words, step: np.float32, start: np.float32, most: np.float32) -> None:
    for n in range(len(places)):
        at = min(max(_F(n) * step + start, _F(0.0)), most)
        place = _U(at)
        places[n] = place
        shares[n] = _U((at - _F(place)) * _F(256.0))


@kernel
def _add_slanted(
    out: Words, light: Words, ends: NDArray[np.int64], left: float, top: float, across: float, down: float, slant: float,
    strength: np.uint32,
) -> None:  # fmt: skip
    """`light`, which is dark along its border and before and after the `ends` of each row, made `across` times as wide and
    `down` times as high, each row `slant` pixels further to the right than the one above it."""
    height, width = light.shape[0] - 2, light.shape[1] - 2
    places, shares = np.empty(out.shape[1], np.uint32), np.empty(out.shape[1], np.uint32)
    line, by = np.empty(width + 2, np.uint32), 1.0 / across
    before, after = np.empty(out.shape[1], np.uint32), np.empty(out.shape[1], np.uint32)
    for y in range(max(0, math.floor(top)), min(out.shape[0], math.ceil(top + height * down))):
        start = left + slant * (y + 0.5 - top)
        lower = min(max((y + 0.5 - top) / down + 0.5, 0.0), height + 0.999)
        row = int(lower)
        begins, stops = min(ends[row, 0], ends[row + 1, 0]), max(ends[row, 1], ends[row + 1, 1])
        # The border and a pixel for smooth sampling.
        first = max(0, math.floor(start + max(0, begins - 2) * across))
        last = min(out.shape[1], math.ceil(start + min(width, stops + 1) * across))
        if first >= last:
            continue
        count = last - first
        _along(places[:count], shares[:count], _F(by), _F((first + 0.5 - start) * by + 0.5), _F(width + 0.999))
        stack(line, light[row], light[row + 1], _U((lower - row) * 256.0))
        pick(line, places[:count], before, after)
        _add_line(out[y, first:last], before[:count], after[:count], shares[:count], strength)


class Beam:
    """A cone of light, baked small and soft; drawn as wide, as long and as slanting as it falls at a moment."""

    def __init__(self, picture: Picture) -> None:
        """`picture`: (row, column, bgr and any alpha), dark along its edges; its axis goes from the top to the bottom."""
        light = picture.copy()
        light[..., 3] = 0
        light[[0, -1]] = light[:, [0, -1]] = 0
        self._light = light.view(np.uint32)[..., 0]
        lit = self._light != 0
        width = lit.shape[1]
        begins, stops = lit.argmax(axis=1), width - lit[:, ::-1].argmax(axis=1)
        dark = ~lit.any(axis=1)
        self._ends = np.stack([np.where(dark, width, begins), np.where(dark, 0, stops)], axis=1).astype(np.int64)

    def draw(
        self, picture: Picture, x: float, y: float, to_x: float, to_y: float, wide: float, strength: float
    ) -> None:
        """Add it to `picture`: its axis from one point down to another (pixels), `wide` pixels in all."""
        height, width = self._light.shape[0] - 2, self._light.shape[1] - 2
        down, across = (to_y - y) / height, wide / width
        if down > 0 and across > 0:
            share = np.uint32(round(256 * min(1.0, max(0.0, strength))))
            slant = (to_x - x) / (to_y - y)
            _add_slanted(
                picture.view(np.uint32)[..., 0], self._light, self._ends, x - wide / 2, y, across, down, slant, share
            )


class Glow:
    """A baked light at one depth. Skia needs 28 ms for a scaled Plus blend of 1280x720; this needs 1.2."""

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
    ) -> None:
        """As `Layer`: `x`, `y` in units from the middle of the frame and the horizon, `scale` in pixels per unit of the
        picture, `period` in units after which it repeats along x, `drift` in units a second."""
        self.depth, self.x, self.y, self.scale = depth, x, y, scale
        self.period, self.drift, self.alpha = period, drift, alpha
        left, top, width, height = cv2.boundingRect(np.ascontiguousarray(picture[..., :3].max(axis=2)))
        light = picture[top : top + max(1, height), left : left + max(1, width)].copy()
        light[..., 3] = 0
        # With a dark pixel around it, into which it fades out.
        bordered = np.asarray(cv2.copyMakeBorder(light, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0), np.uint8)
        self._light, self._left, self._top = bordered.view(np.uint32)[..., 0], left, top

    def draw(self, picture: Picture, view: View, t: float, alpha: float = 1.0) -> None:
        """Add it to `picture` as seen by `view`, as often as it repeats across the frame."""
        strength = min(1.0, alpha * self.alpha)
        if strength < 0.004:
            return
        x, y, seen = view.place(self.x + self.drift * t, self.y, self.depth)
        grow = seen / self.scale
        columns = self._light.shape[1] - 2
        width = picture.shape[1]
        step = self.period * seen if self.period else 0.0
        place = x + self._left * grow
        if step:
            place = (place % step) - step * math.ceil(((place % step) + columns * grow) / step)
        while place < width:
            _add(
                picture.view(np.uint32)[..., 0],
                self._light,
                place,
                y + self._top * grow,
                grow,
                np.uint32(round(strength * 256)),
            )
            if not step:
                break
            place += step
