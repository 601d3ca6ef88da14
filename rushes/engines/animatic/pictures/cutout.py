"""A reference picture's subject as a puppet: cut out, lit by the scene, with a gentle life of its own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from rushes.engines.animatic.light import Light
from rushes.engines.animatic.paint.layers import SMOOTH, image_of
from rushes.engines.animatic.paint.relight import relight
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.puppet import Puppet, Window

from . import masks
from .picture import Bytes, read

Canvas = Any  # Any: skia has no types

#: How much of the scene's light is laid on a photograph, which brings light of its own.
_RELIT_SHARE = 0.55


@dataclass(frozen=True, slots=True)
class _Gait:
    """How a stiff cut-out does what an action says."""

    per_second: float = 0.28  #: hops, bobs or breaths
    hop: float = 0.0  #: height of a hop, in shares of its height
    bob: float = 0.0  #: floats up and down by this share
    breath: float = 0.012  #: grows and shrinks by this share
    lean_degrees: float = 0.8
    speed: float = 0.0  #: metres a second
    lift: float = 0.0  #: metres
    turns: float = 0.0  #: full turns a second


_STILL = _Gait()
_GAITS = {
    "walk": _Gait(2.0, hop=0.05, lean_degrees=4.0, speed=0.9),
    "trot": _Gait(2.6, hop=0.06, lean_degrees=4.0, speed=1.6),
    "run": _Gait(3.0, hop=0.09, lean_degrees=6.0, speed=2.6),
    "jump": _Gait(0.9, hop=0.45, lean_degrees=3.0),
    "dance": _Gait(1.9, hop=0.07, lean_degrees=9.0),
    "play": _Gait(1.4, hop=0.06, lean_degrees=6.0),
    "talk": _Gait(0.5, breath=0.016, lean_degrees=2.0),
    "fly": _Gait(0.5, bob=0.10, lean_degrees=5.0, speed=3.0, lift=2.2),
    "launch": _Gait(0.5, bob=0.10, lean_degrees=2.0, lift=2.2),
    "hover": _Gait(0.4, bob=0.08, lean_degrees=3.0, lift=1.4),
    "float": _Gait(0.25, bob=0.08, lean_degrees=4.0, lift=0.8),
    "swim": _Gait(0.5, bob=0.08, lean_degrees=5.0, speed=0.9, lift=1.0),
    "sail": _Gait(0.3, bob=0.03, lean_degrees=3.0, speed=1.2),
    "drive": _Gait(5.0, hop=0.006, lean_degrees=0.4, speed=6.0),
    "spin": _Gait(0.3, turns=0.25),
    "sleep": _Gait(0.2, breath=0.022, lean_degrees=0.0),
}


def subject(
    picture: Path, subject: Subject, light: Light, pixels_per_metre: float, seed: int, height_metres: float = 1.2
) -> Puppet | None:
    """The picture's subject as a puppet of `height_metres` times subject.scale, or None when it cannot be cut out
    cleanly: its colours may then still lead the film's (`palette.of`). Raises EngineFailed when it cannot be read."""
    pixels = read(picture)
    alpha = masks.subject(pixels)
    if alpha is None:
        return None
    rows, columns = np.flatnonzero((alpha > 0.02).any(axis=1)), np.flatnonzero((alpha > 0.02).any(axis=0))
    box = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    height = max(8, round(height_metres * subject.scale * pixels_per_metre))
    return Cutout(_scaled(pixels[box], alpha[box], height), light, subject.action, pixels_per_metre, seed)


def _scaled(pixels: Bytes, alpha: masks.Alpha, height: int) -> Bytes:
    """The cut-out at its height, premultiplied, its outline free of the old ground's colour."""
    # The outermost pixels hold some of the ground: they take the colour of the nearest pixels within.
    sure = (alpha > 0.9).astype(np.float32)
    reach = max(3, pixels.shape[1] // 60) | 1
    weight = cv2.GaussianBlur(sure, (reach, reach), 0)[..., None]
    within = cv2.GaussianBlur(pixels[..., :3] * sure[..., None], (reach, reach), 0) / (weight + 1e-4)
    colour = np.where((sure[..., None] > 0) | (weight < 1e-3), pixels[..., :3], within)
    cutout = np.dstack([colour * alpha[..., None], alpha * 255]).astype(np.float32)
    width = max(4, round(cutout.shape[1] * height / cutout.shape[0]))
    kind = cv2.INTER_AREA if height < cutout.shape[0] else cv2.INTER_CUBIC
    scaled = cv2.resize(cutout, (width, height), interpolation=kind)
    cover = np.clip(scaled[..., 3:], 0, 255)
    return np.ascontiguousarray(np.rint(np.dstack([np.clip(scaled[..., :3], 0, cover), cover])).astype(np.uint8))


class Cutout:
    """See `rigs.puppet.Puppet`; made by `subject`."""

    def __init__(self, pixels: Bytes, light: Light, action: str, pixels_per_metre: float, seed: int) -> None:
        self._gait = _GAITS.get(action, _STILL)
        self._height, self._width = pixels.shape[:2]
        self._phase = float(np.random.default_rng(seed).random())
        self._images = {}
        for facing in (1, -1):
            lit = relight(pixels, light, mirrored=facing < 0)
            shown = cv2.addWeighted(pixels, 1 - _RELIT_SHARE, lit, _RELIT_SHARE, 0)
            self._images[facing] = image_of(np.asarray(shown, np.uint8))
        shade, self._shade_at = _shade(pixels[..., 3], light, touches=not self._gait.lift)
        self._shade = image_of(shade)
        self._speed = self._gait.speed
        self._lift = self._gait.lift

    @property
    def extent(self) -> tuple[float, float]:
        lean = math.sin(math.radians(self._gait.lean_degrees)) * self._height
        reach = max(self._width, self._height) if self._gait.turns else self._width
        return reach + 2 * lean, self._height * (1.05 + self._gait.hop + 2 * self._gait.bob)

    @property
    def speed(self) -> float:
        return self._speed

    @property
    def lift(self) -> float:
        return self._lift

    def draw(
        self,
        canvas: Canvas,
        x: float,
        y: float,
        t: float,
        facing: int = 1,
        speaking: float = 0.0,
        onto: Bytes | None = None,
    ) -> None:
        gait, turn = self._gait, self._turn(t)
        up = gait.hop * abs(math.sin(math.pi * turn)) + gait.bob * math.sin(2 * math.pi * turn)
        # Squashed as it lands, stretched as it rises; speaking nods it.
        tall = 1 + gait.breath * math.sin(2 * math.pi * turn)
        if gait.hop:
            tall += 0.05 * (abs(math.sin(math.pi * turn)) - 0.5)
        tall += 0.012 * speaking * math.sin(2 * math.pi * 4.3 * t)
        lean = gait.lean_degrees * math.sin(math.pi * turn + 0.6) + 360 * gait.turns * t
        canvas.save()
        canvas.translate(x, y - up * self._height)
        pivot = -self._height / 2 if gait.turns else 0.0
        canvas.translate(0, pivot)
        canvas.rotate(lean * facing)
        canvas.translate(0, -pivot)
        canvas.scale((1 if facing >= 0 else -1) / math.sqrt(tall), tall)
        canvas.drawImage(self._images[1 if facing >= 0 else -1], -self._width / 2, -self._height, SMOOTH)
        canvas.restore()

    def shadow(self, canvas: Canvas, x: float, y: float, t: float, facing: int = 1, onto: Bytes | None = None) -> None:
        left, top = self._shade_at
        canvas.drawImage(self._shade, x + left, y + top, SMOOTH)

    def see(self, window: Window, facing: int) -> None:
        """It is cut out once, whatever is seen of it."""

    def contacts(self, seconds: float) -> Sequence[float]:
        """When it lands, from 0 to `seconds`."""
        if not self._gait.hop or self._gait.per_second > 4:
            return ()
        first = math.ceil(self._phase)
        last = math.floor(self._phase + seconds * self._gait.per_second)
        return tuple((landing - self._phase) / self._gait.per_second for landing in range(first, last + 1))

    def _turn(self, t: float) -> float:
        return self._phase + t * self._gait.per_second


def _shade(alpha: Bytes, light: Light, touches: bool) -> tuple[Bytes, tuple[float, float]]:
    """The shadow on flat ground (bgra, premultiplied) and its left top from the ground point."""
    height, width = alpha.shape
    length = max(2.0, min(light.shadow_length, 1.2) * height * 0.6)
    # Light from the left and above throws the shadow to the right, and away from the viewer.
    slant = -light.direction[0] * length * 1.2
    soft = max(1.5, height * 0.02)
    pad = math.ceil(soft * 3)
    columns, rows = math.ceil(width + abs(slant)) + 2 * pad, math.ceil(length * 1.15) + 2 * pad
    left = -width / 2 - pad + min(0.0, slant)
    top = -length - pad
    # A point `up` above the ground falls `slant * up / height` aside and `length * up / height` away.
    matrix = np.array(
        [
            [1.0, -slant / height, -width / 2 - left + slant],
            [0.0, length / height, -length - top],
        ]
    )
    cast = cv2.GaussianBlur(np.asarray(cv2.warpAffine(alpha, matrix, (columns, rows)), np.float32), (0, 0), soft)
    cast = np.asarray(cast * (light.shadow_strength * 0.75 / 255), np.float32)
    middle = (round(-left), round(-top))
    cover = cast
    if touches:
        contact = np.zeros((rows, columns), np.float32)
        foot = np.flatnonzero((alpha[-max(2, height // 16) :] > 127).any(axis=0))
        reach = (foot[-1] - foot[0]) / 2 if len(foot) else width * 0.2
        cv2.ellipse(contact, middle, (max(2, round(reach)), max(1, round(height * 0.022))), 0, 0, 360, 1.0, -1)
        contact = cv2.GaussianBlur(contact, (0, 0), soft) * min(1.0, light.shadow_strength + 0.1)
        cover = np.maximum(cast, contact)
    colour = np.array(light.shadow[::-1], np.float32) * cover[..., None]
    shade = np.rint(np.clip(np.dstack([colour, cover]), 0, 1) * 255).astype(np.uint8)
    return np.ascontiguousarray(shade), (left, top)
