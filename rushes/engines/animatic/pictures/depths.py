"""Depths: how near each part of a picture is, guessed from what photographs have in common."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from .masks import Alpha, saliency
from .picture import Bytes

Nearness = NDArray[np.float32]  #: (row, column), 0 far .. 1 near

#: Above this share of the height nothing is taken to be ground.
_SKYLINE = 0.35


def ramp(rows: int) -> NDArray[np.float32]:
    """The nearness of the ground by row: photographs show far things high and near ones low."""
    y = np.linspace(0, 1, rows, dtype=np.float32)
    return np.asarray(0.08 + 0.72 * np.clip((y - _SKYLINE) / (1 - _SKYLINE), 0, 1) ** 1.2, np.float32)


def smooth(picture: Bytes) -> Nearness:
    """A ramp with a soft swelling where the picture draws the eye: nothing in it can tear."""
    rows, columns = picture.shape[:2]
    scale = 160 / max(rows, columns)
    small = np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    swelling = cv2.GaussianBlur(saliency(small), (0, 0), 14)
    swelling = swelling / (swelling.max() + 1e-6) * 0.22
    nearness = np.clip(ramp(small.shape[0])[:, None] + swelling, 0, 1).astype(np.float32)
    return np.asarray(cv2.resize(nearness, (columns, rows), interpolation=cv2.INTER_CUBIC), np.float32)


def of_ground(picture: Bytes) -> Nearness:
    """The plain ramp, for a picture whose subject has a layer of its own."""
    rows, columns = picture.shape[:2]
    return np.ascontiguousarray(np.broadcast_to(ramp(rows)[:, None], (rows, columns)))


def of_subject(alpha: Alpha) -> float:
    """The nearness of a subject: that of the ground where it stands, so that its feet stay put."""
    rows = np.flatnonzero((alpha > 0.5).any(axis=1))
    return float(ramp(alpha.shape[0])[rows[-1]]) if len(rows) else 0.5


def without_subject(picture: Bytes, alpha: Alpha) -> Bytes:
    """The picture with its subject painted out (Telea, J. Graphics Tools 2004), at a coarse scale: it is mostly hidden."""
    rows, columns = picture.shape[:2]
    scale = min(1.0, 480 / max(rows, columns))
    small = cv2.resize(picture[..., :3], None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    mask = (cv2.resize(alpha, small.shape[1::-1], interpolation=cv2.INTER_AREA) > 0.05).astype(np.uint8)
    mask = np.asarray(cv2.dilate(mask, np.ones((9, 9), np.uint8)), np.uint8)
    filled = cv2.inpaint(small, mask, 5, cv2.INPAINT_TELEA)
    filled = np.where(mask[..., None] > 0, cv2.GaussianBlur(filled, (0, 0), 3), filled)
    large = cv2.resize(filled, (columns, rows), interpolation=cv2.INTER_CUBIC)
    reach = max(3, columns // 200) | 1
    gone = cv2.GaussianBlur(cv2.dilate((alpha > 0.02).astype(np.float32), np.ones((reach, reach), np.uint8)), (0, 0), 2)
    mixed = picture[..., :3] * (1 - gone[..., None]) + large * gone[..., None]
    return np.dstack([np.clip(np.rint(mixed), 0, 255).astype(np.uint8), picture[..., 3]])


def widened(picture: Bytes, pixels: int) -> Bytes:
    """The picture with a border made of its mirror image, softer the further out: for cameras that step back."""
    wide = cv2.copyMakeBorder(picture, pixels, pixels, pixels, pixels, cv2.BORDER_REFLECT_101)
    soft = cv2.GaussianBlur(wide, (0, 0), max(1.0, pixels * 0.16))
    rows, columns = wide.shape[:2]
    out_y = np.maximum(0, pixels - np.minimum(np.arange(rows), np.arange(rows)[::-1])) / pixels
    out_x = np.maximum(0, pixels - np.minimum(np.arange(columns), np.arange(columns)[::-1])) / pixels
    share = np.minimum(1, 2.2 * np.maximum(out_y[:, None], out_x[None, :]))[..., None].astype(np.float32)
    return np.asarray(wide * (1 - share) + soft * share + 0.5, np.uint8)
