"""Transitions: how a film goes from one picture to another that shows something else."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.plan import ShotPlan

from .picture import Bytes

#: Draws (leaving, arriving, share 0..1) into the last argument, which may be one of the pictures.
Transition = Callable[[Bytes, Bytes, float, Bytes], None]

LASTS_SECONDS = 2.2


def chosen(plan: ShotPlan) -> Transition:
    """The transition that suits the camera: a wipe of light across a sideways move, a dissolve into depth else."""
    if plan.camera.move in ("pan_left", "track"):
        return wipe_of_light if plan.camera.move == "track" else _mirrored(wipe_of_light)
    return wipe_of_light if plan.camera.move == "pan_right" else dissolve_by_light


def _smooth(low: float, high: float, value: NDArray[np.float32]) -> NDArray[np.float32]:
    share = np.clip((value - low) / (high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)


def wipe_of_light(leaving: Bytes, arriving: Bytes, share: float, out: Bytes) -> None:
    """A soft slanting edge crosses the frame from right to left, with a band of light on it."""
    rows, columns = out.shape[:2]
    small = (max(2, columns // 8), max(2, rows // 8))
    x = np.linspace(1, 0, small[0], dtype=np.float32)[None, :]
    y = np.linspace(0, 1, small[1], dtype=np.float32)[:, None]
    along = x * 0.8 + y * 0.2
    edge = share * 1.5 - 0.25
    covered = _smooth(-0.12, 0.12, np.asarray(edge - along, np.float32))
    glow = np.exp(-(((edge - along) / 0.10) ** 2)) * np.sin(np.pi * share)
    weight = np.asarray(cv2.resize(covered, (columns, rows), interpolation=cv2.INTER_CUBIC), np.float32)
    light = np.asarray(cv2.resize(glow, (columns, rows), interpolation=cv2.INTER_CUBIC), np.float32)
    weight = np.clip(weight, 0, 1)
    cv2.blendLinear(leaving, arriving, 1 - weight, weight, dst=out)
    warm = np.clip(light, 0, 1)[..., None] * np.array([64, 92, 118, 0], np.float32)
    cv2.add(out, warm.astype(np.uint8), dst=out)


def dissolve_by_light(leaving: Bytes, arriving: Bytes, share: float, out: Bytes) -> None:
    """The bright parts of what arrives come through first, as in a double exposure."""
    rows, columns = out.shape[:2]
    small = cv2.resize(arriving, (max(2, columns // 8), max(2, rows // 8)), interpolation=cv2.INTER_AREA)
    grey = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGRA2GRAY).astype(np.float32) / 255, (0, 0), 3)
    low, high = float(grey.min()), float(grey.max())
    order = 1 - (grey - low) / max(1e-3, high - low)
    weight = _smooth(-0.25, 0.25, np.asarray(share * 1.5 - 0.25 - order, np.float32))
    weight = np.asarray(cv2.resize(weight, (columns, rows), interpolation=cv2.INTER_CUBIC), np.float32)
    weight = np.clip(weight, 0, 1)
    cv2.blendLinear(leaving, arriving, 1 - weight, weight, dst=out)
    out[..., 3] = 255


def _mirrored(transition: Transition) -> Transition:
    def draw(leaving: Bytes, arriving: Bytes, share: float, out: Bytes) -> None:
        flipped = np.ascontiguousarray(leaving[:, ::-1])
        transition(flipped, np.ascontiguousarray(arriving[:, ::-1]), share, flipped)
        out[...] = flipped[:, ::-1]

    return draw
