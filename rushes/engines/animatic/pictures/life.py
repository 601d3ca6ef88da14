"""Life: what moves in a picture by itself. Clouds drift, leaves sway, water ripples; all by small shifts of where each
point of the frame is taken from, so that nothing can tear."""

from __future__ import annotations

import re

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.plan import ShotPlan

from .picture import Bytes

Field = NDArray[np.float32]  #: (row, column)

#: Regions and shifts are kept at this many columns: they are smooth.
_COLUMNS = 96

#: Shares of the frame's height: how far leaves sway and water ripples, and how far clouds go in a second.
_SWAY, _RIPPLE, _DRIFT = 0.0026, 0.0042, 0.0026
#: Grey levels per pixel at four times the columns: sharper than that is not a cloud.
_EDGE = 46.0
_INDOORS = ("room", "stage_hall", "wall", "space", "underwater")
_WATER = re.compile(r"\b(water|waves?|sea|ocean|lake|rivers?|stream|pond|waterfalls?|surf|shore|beach|harbou?r|reflections?|underwater)\b", re.I)  # fmt: skip
_WINDS = {"storm": 2.2, "wind": 1.9, "rain": 1.2, "snow": 1.0, "dust": 1.5, "fog": 0.5, "clear": 0.9, "cloudy": 1.1}


class Life:
    """The small movements of one picture; a pure function of time."""

    def __init__(self, frame: Bytes, plan: ShotPlan) -> None:
        """`frame`: (row, column, bgra), what is seen at home."""
        self._size = (frame.shape[1], frame.shape[0])
        small = (_COLUMNS, max(8, round(_COLUMNS * frame.shape[0] / frame.shape[1])))
        pixels = np.asarray(cv2.resize(frame, small, interpolation=cv2.INTER_AREA)[..., :3], np.uint8)
        wind = _WINDS.get(plan.weather, 1.0)
        outdoors = plan.setting not in _INDOORS
        wet = plan.setting in ("beach", "sea", "underwater") or bool(_WATER.search(plan.prompt))
        nothing = np.zeros(small[::-1], np.float32)
        self._leaves = _leaves(pixels) * np.float32(_SWAY * wind) if outdoors else nothing
        sky = _sky(pixels, _calm(frame, small)) if outdoors else nothing
        self._clouds = sky * np.float32(_DRIFT * min(wind, 1.6))
        self._water = _water(pixels, sky) * np.float32(_RIPPLE) if wet else nothing
        y, x = np.mgrid[0 : small[1], 0 : small[0]].astype(np.float32)
        self._x, self._y = x / small[0], y / small[1]
        phases = np.random.default_rng((plan.seed, 78)).random(6).astype(np.float32) * np.float32(2 * np.pi)
        self._phases = phases

    @property
    def any(self) -> bool:
        return bool(max(field.max() for field in (self._leaves, self._clouds, self._water)) > 1e-5)

    def shifts(self, t: float) -> tuple[Field, Field]:
        """By how many pixels each point of the frame is taken from further right, and further down."""
        begun = np.float32(min(1.0, t / 1.5) ** 2)
        p, x, y, turn = self._phases, self._x, self._y, np.float32(2 * np.pi * t)
        # A gust is a slow wave that runs over the leaves; each tuft trembles within it.
        gust = np.sin(turn * np.float32(0.31) - 9 * x + 4 * y + p[0]) + 0.5 * np.sin(
            turn * np.float32(0.83) - 23 * x + 17 * y + p[1]
        )
        tremble = 0.35 * np.sin(turn * np.float32(1.7) + 61 * x + 47 * y + p[2])
        # Far ripples are finer and slower than near ones.
        depth = 1 / (0.25 + np.clip(y - 0.3, 0, 1))
        ripple = np.sin(turn * np.float32(0.55) + 26 * y * depth + 7 * x + p[3])
        ripple += 0.6 * np.sin(turn * np.float32(0.87) - 41 * y * depth + 12 * x + p[4])
        height = np.float32(self._size[1])
        across = self._leaves * (gust + tremble) + self._water * ripple * 0.8
        down = self._leaves * 0.35 * tremble + self._water * ripple * 0.45
        across = across * begun + self._clouds * np.float32(-max(0.0, t - 0.5 * (1 - np.exp(-2 * t))))
        return self._large(across * height), self._large(down * begun * height)

    def _large(self, field: Field) -> Field:
        return np.asarray(cv2.resize(field.astype(np.float32), self._size, interpolation=cv2.INTER_LINEAR), np.float32)


def _soft(mask: NDArray[np.bool_], sigma: float = 2.2) -> Field:
    """A region with soft edges, shrunk a little so that it does not pull at what is beside it."""
    shrunk = cv2.erode(mask.astype(np.float32), np.ones((3, 3), np.uint8))
    return np.asarray(cv2.GaussianBlur(shrunk, (0, 0), sigma), np.float32)


def _hues(pixels: Bytes) -> tuple[Field, Field, Field]:
    """Hue in degrees, saturation 0..1, brightness 0..1."""
    hsv = cv2.cvtColor(pixels.astype(np.float32) / 255, cv2.COLOR_BGR2HSV)
    return np.asarray(hsv[..., 0]), np.asarray(hsv[..., 1]), np.asarray(hsv[..., 2])


def _leaves(pixels: Bytes) -> Field:
    hue, saturation, light = _hues(pixels)
    return _soft((hue > 55) & (hue < 165) & (saturation > 0.16) & (light > 0.06) & (light < 0.85))


def _sky(pixels: Bytes, calm: NDArray[np.bool_]) -> Field:
    """What reaches in from the upper border in the colours of a sky; `calm` is where there are no sharp edges."""
    hue, saturation, light = _hues(pixels)
    blue = (hue > 170) & (hue < 310) & (light > 0.08)
    pale = (saturation < 0.22) & (light > 0.5)
    glowing = ((hue < 50) | (hue > 300)) & (light > 0.5)
    rows = np.arange(pixels.shape[0])[:, None] / pixels.shape[0]
    airy = ((blue | pale | glowing) & calm & (rows < 0.7)).astype(np.uint8)
    airy = np.asarray(cv2.morphologyEx(airy, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8)
    _, pieces = cv2.connectedComponents(airy, connectivity=4)
    above = np.unique(pieces[0])
    sky = np.isin(pieces, above[above > 0])
    if sky[0].mean() < 0.4 or sky.mean() < 0.1:
        return np.zeros(sky.shape, np.float32)
    return _soft(sky, 3.0)


def _calm(frame: Bytes, small: tuple[int, int]) -> NDArray[np.bool_]:
    """Where there is no sharp edge nearby: clouds are soft, towers and branches before them are not."""
    fine = (small[0] * 4, small[1] * 4)
    grey = cv2.cvtColor(
        np.asarray(cv2.resize(frame, fine, interpolation=cv2.INTER_AREA), np.uint8), cv2.COLOR_BGRA2GRAY
    )
    grey = cv2.GaussianBlur(grey.astype(np.float32), (0, 0), 0.8)
    edges = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    worst = cv2.dilate(edges, np.ones((5, 5), np.uint8)).reshape(small[1], 4, small[0], 4).max(axis=(1, 3))
    return np.asarray(worst < _EDGE, np.bool_)


def _water(pixels: Bytes, sky: Field) -> Field:
    hue, saturation, light = _hues(pixels)
    rows = np.arange(pixels.shape[0])[:, None] / pixels.shape[0]
    watery = ((hue > 150) & (hue < 265) & (saturation > 0.08)) | ((saturation < 0.3) & (light > 0.3))
    region = watery & (rows > 0.38) & ~(sky > 0.5)
    near = np.clip((rows - 0.38) / 0.4, 0.25, 1.0)
    return np.asarray(_soft(region) * near, np.float32)
