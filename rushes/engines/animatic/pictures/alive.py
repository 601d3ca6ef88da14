"""A picture that comes alive: depth, the plan's camera, and a subject that breathes. It begins as the very picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Light
from rushes.engines.animatic.paint.finish import Grade
from rushes.engines.animatic.paint.kernels import kernel
from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.stage.scene import Scene

from . import depths, masks, moves
from .life import Life
from .picture import Bytes, Fitted, fitted, read

#: Draws over the finished picture at t seconds: the stage's weather. It must begin from nothing.
Over = Callable[[Bytes, float], None]

#: A picture has its own light; this is for whoever must stand in it.
DAYLIGHT = Light(
    (-0.4, -0.7, 0.6), (0.75, 0.73, 0.7), (0.42, 0.43, 0.46), (0.4, 0.4, 0.42), (0.7, 0.75, 0.8), (0.1, 0.1, 0.14)
)

#: The subject's layer is let in during the first moments, while nothing has moved a pixel yet.
_LET_IN_SECONDS = 0.4
_BREATH_SECONDS = 3.6
_BREATH_SHARE = 0.004
#: Cubic sampling keeps a moving picture as sharp as it was at rest; at 4k nobody sees the difference.
_CUBIC_PIXELS_MAX = 1920 * 1080


def build(picture: Path, plan: ShotPlan, size: tuple[int, int], over: Over | None = None) -> Scene:
    """The picture alive for plan.seconds: at t = 0 exactly the picture, cut to cover the frame.

    size: (width, height) in pixels. Raises EngineFailed when the picture cannot be read.
    """
    return Alive(fitted(read(picture), size), plan, over)


def of(
    picture: Bytes,
    plan: ShotPlan,
    size: tuple[int, int],
    over: Over | None = None,
    momentum: moves.Momentum | None = None,
) -> Scene:
    """`build` for a picture that is there already (bgra): the last frame of a film that is to go on as it moved."""
    return Alive(fitted(picture, size), plan, over, momentum or moves.Momentum())


@kernel
def _lay_over(out: Bytes, layer: Bytes, left: int, top: int) -> None:
    for y in range(layer.shape[0]):
        for x in range(layer.shape[1]):
            alpha = int(layer[y, x, 3])
            if alpha == 0:
                continue
            for c in range(3):
                below = int(out[top + y, left + x, c]) * (255 - alpha) + 127
                out[top + y, left + x, c] = min(255, int(layer[y, x, c]) + below // 255)


@dataclass(frozen=True)
class _Cutout:
    pixels: Bytes  #: bgra, premultiplied
    left: int  #: in pixels of the canvas
    top: int
    nearness: float
    base: float  #: row of the canvas on which it stands


_AT_REST = moves.Momentum()


class Alive:
    """See `build`. Also the two ends of a transition between pictures."""

    light = DAYLIGHT
    grade = Grade()

    def __init__(
        self, picture: Fitted, plan: ShotPlan, over: Over | None = None, momentum: moves.Momentum = _AT_REST
    ) -> None:
        self._momentum = momentum
        self.size = picture.size
        self._home = np.ascontiguousarray(picture.frame)
        self._plan = plan
        self._over = over
        move = moves.move_of(plan.camera)
        if move.outward:
            border = int(max(self.size) * (abs(move.shrink) + abs(move.shrink_near)) / 2) + 8
            picture = Fitted(
                depths.widened(picture.canvas, border), picture.left + border, picture.top + border, self.size
            )
        width, height = self.size
        left, top, right, bottom = picture.room
        self._move = move.within((left / width, top / height, right / width, bottom / height))
        self._middle = (picture.left + (width - 1) / 2, picture.top + (height - 1) / 2)
        alpha = masks.subject(self._home)
        self._cutout = None if alpha is None else _cut(self._home, alpha, picture.left, picture.top)
        self._ground = picture.canvas
        if alpha is None:
            self._nearness = depths.smooth(self._home)
        else:
            self._nearness = depths.of_ground(self._home)
            self._ground = picture.canvas.copy()
            self._ground[picture.top : picture.top + height, picture.left : picture.left + width] = (
                depths.without_subject(self._home, alpha)
            )
        life = Life(self._home, plan)
        self._life = life if life.any else None
        self._x = np.arange(width, dtype=np.float32) - np.float32((width - 1) / 2)
        self._y = np.arange(height, dtype=np.float32) - np.float32((height - 1) / 2)
        self._sampling = cv2.INTER_CUBIC if width * height <= _CUBIC_PIXELS_MAX else cv2.INTER_LINEAR

    def frame(self, t: float, out: NDArray[np.uint8]) -> None:
        if t <= 0:
            out[...] = self._home
            return
        done = moves.progress(t, self._plan.seconds)
        self._draw_ground(done, t, out)
        if self._cutout is not None:
            self._draw_subject(self._cutout, done, t, out)
            if t < _LET_IN_SECONDS:
                share = t / _LET_IN_SECONDS
                share = share * share * (3 - 2 * share)
                cv2.addWeighted(self._home, 1 - share, out, share, 0, dst=out)
        if self._over is not None:
            self._over(out, t)

    def _seen(self, done: float, t: float, axis: int) -> tuple[float, float, float, float]:
        """(scale, its change with nearness, offset, its change with nearness) from frame to canvas along an axis."""
        move, size = self._move, self.size[axis]
        shake = move.shake * self.size[1] * moves.shaken(self._plan, t)[axis] if move.shake else 0.0
        coasted = self._momentum.coasted(t)
        return (
            1 - done * move.shrink - coasted.shrink,
            -done * move.shrink_near,
            self._middle[axis] + (done * move.shift[axis] + coasted.shift[axis]) * size + shake,
            done * move.shift_near[axis] * size,
        )

    def _draw_ground(self, done: float, t: float, out: Bytes) -> None:
        scale, scale_near, offset, offset_near = self._seen(done, t, 0)
        x = self._nearness * (self._x * np.float32(scale_near) + np.float32(offset_near))
        x += self._x * np.float32(scale) + np.float32(offset)
        scale, scale_near, offset, offset_near = self._seen(done, t, 1)
        y = self._nearness * (self._y * np.float32(scale_near) + np.float32(offset_near))[:, None]
        y += (self._y * np.float32(scale) + np.float32(offset))[:, None]
        if self._life is not None:
            across, down = self._life.shifts(t)
            x += across
            y += down
        cv2.remap(self._ground, x, y, self._sampling, dst=out, borderMode=cv2.BORDER_REFLECT_101)
        out[..., 3] = 255

    def _draw_subject(self, cutout: _Cutout, done: float, t: float, out: Bytes) -> None:
        width, height = self.size
        places = []
        for axis in (0, 1):
            scale, scale_near, offset, offset_near = self._seen(done, t, axis)
            scale += scale_near * cutout.nearness
            offset += offset_near * cutout.nearness - scale * (self.size[axis] - 1) / 2
            places.append((scale, offset))
        (scale_x, offset_x), (scale_y, offset_y) = places
        # A breath stretches the subject upwards from where it stands; canvas row y is then taken from nearer the base.
        breath = 1 - _BREATH_SHARE * np.sin(2 * np.pi * t / _BREATH_SECONDS) * min(1.0, t / 1.5)
        offset_y = cutout.base + (offset_y - cutout.base) * breath
        scale_y *= breath
        rows, columns = cutout.pixels.shape[:2]
        left = max(0, int((cutout.left - offset_x) / scale_x) - 2)
        right = min(width, int((cutout.left + columns - offset_x) / scale_x) + 3)
        top = max(0, int((cutout.top - offset_y) / scale_y) - 2)
        bottom = min(height, int((cutout.top + rows - offset_y) / scale_y) + 3)
        if right <= left or bottom <= top:
            return
        matrix = np.array(
            [
                [scale_x, 0, offset_x + left * scale_x - cutout.left],
                [0, scale_y, offset_y + top * scale_y - cutout.top],
            ]
        )
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        layer = cv2.warpAffine(cutout.pixels, matrix, (right - left, bottom - top), flags=flags)
        _lay_over(out, np.asarray(layer, np.uint8), left, top)


def _cut(home: Bytes, alpha: masks.Alpha, left: int, top: int) -> _Cutout:
    rows, columns = np.flatnonzero((alpha > 0.004).any(axis=1)), np.flatnonzero((alpha > 0.004).any(axis=0))
    box = (slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1))
    opacity = alpha[box][..., None]
    colour = np.rint(home[box][..., :3] * opacity)
    pixels = np.ascontiguousarray(np.dstack([colour, np.rint(opacity * 255)]).astype(np.uint8))
    return _Cutout(pixels, left + int(columns[0]), top + int(rows[0]), depths.of_subject(alpha), float(top + rows[-1]))
