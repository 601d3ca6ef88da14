"""Pictures that came with a request: read, fitted to the frame, and the room that they leave for a camera."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.errors import EngineFailed

Bytes = NDArray[np.uint8]

#: A canvas may be this many times as wide or as high as the frame; what lies further out is never seen.
_CANVAS_SHARE_MAX = 1.4


def read(path: Path) -> Bytes:
    """The picture as uint8 array (row, column, bgra), not premultiplied. Raises EngineFailed when it is no picture."""
    pixels = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None:
        raise EngineFailed(f"The picture {path.name} could not be read.")
    if pixels.dtype == np.uint16:
        pixels = np.asarray(pixels // 256, np.uint8)
    if pixels.ndim == 2:
        pixels = cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGRA)
    elif pixels.shape[2] == 3:
        pixels = cv2.cvtColor(pixels, cv2.COLOR_BGR2BGRA)
    return np.ascontiguousarray(pixels, np.uint8)


def opaque(picture: Bytes, ground: int = 255) -> Bytes:
    """The picture on a plain ground, bgra with full alpha."""
    alpha = picture[..., 3:].astype(np.uint16)
    if (alpha == 255).all():
        return picture
    flat = (picture[..., :3] * alpha + ground * (255 - alpha) + 127) // 255
    return np.dstack([flat.astype(np.uint8), np.full(picture.shape[:2], 255, np.uint8)])


@dataclass(frozen=True)
class Fitted:
    """A picture that covers the frame, with whatever of it lies outside."""

    canvas: Bytes  #: bgra, full alpha, at the frame's scale
    left: int  #: of the frame, in pixels of the canvas
    top: int
    size: tuple[int, int]  #: (width, height) of the frame

    @property
    def frame(self) -> Bytes:
        """What is seen when the camera is at home."""
        width, height = self.size
        return self.canvas[self.top : self.top + height, self.left : self.left + width]

    @property
    def room(self) -> tuple[int, int, int, int]:
        """Pixels of picture beyond the frame: left, top, right, bottom."""
        width, height = self.size
        rows, columns = self.canvas.shape[:2]
        return self.left, self.top, columns - self.left - width, rows - self.top - height


def fitted(picture: Bytes, size: tuple[int, int]) -> Fitted:
    """Scale the picture so that it covers the frame, middle on middle."""
    width, height = size
    picture = opaque(picture)
    rows, columns = picture.shape[:2]
    scale = max(width / columns, height / rows)
    # Cut before scaling: a panorama would be huge.
    seen_x = min(columns, max(1, round(width * _CANVAS_SHARE_MAX / scale)))
    seen_y = min(rows, max(1, round(height * _CANVAS_SHARE_MAX / scale)))
    left, top = (columns - seen_x) // 2, (rows - seen_y) // 2
    seen = picture[top : top + seen_y, left : left + seen_x]
    target = (max(width, round(seen_x * scale)), max(height, round(seen_y * scale)))
    if target != (seen_x, seen_y):
        kind = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        seen = np.asarray(cv2.resize(np.ascontiguousarray(seen), target, interpolation=kind), np.uint8)
    canvas = np.ascontiguousarray(seen)
    canvas[..., 3] = 255
    return Fitted(canvas, (target[0] - width) // 2, (target[1] - height) // 2, size)
