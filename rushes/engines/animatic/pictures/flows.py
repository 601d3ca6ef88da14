"""Flows: how one picture becomes another when they show the same things a little moved.

Dense inverse search (Kroeger et al., ECCV 2016) both ways; where the two ways agree a pixel is trusted, and where they do
not the other picture speaks.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from .picture import Bytes

Flow = NDArray[np.float32]  #: (row, column, xy), in pixels

#: Flow is found at this many pixels of the longer side; it is smooth, so more would buy nothing but time.
_WORK_PIXELS = 640
#: Pixels (at working size) by which the two ways may disagree, and the share of the movement that is forgiven.
_SLIP_PIXELS, _SLIP_SHARE = 1.5, 0.06
#: Below these a morph would tear: share of pixels on which both ways agree, and mean grey levels left after warping.
AGREE_MIN = 0.72
LEFT_OVER_MAX = 14.0
#: A movement of more than this share of the frame is a new shot, not a movement.
_FAR_SHARE = 0.22


@dataclass(frozen=True)
class Flows:
    forth: Flow  #: from the first picture to the last
    back: Flow
    trust_first: NDArray[np.float32]  #: (row, column), 0..1
    trust_last: NDArray[np.float32]
    agree: float  #: share of pixels on which both ways agree
    left_over: float  #: grey levels by which the first, warped, still differs from the last

    @property
    def sound(self) -> bool:
        """May the pictures be morphed without tearing?"""
        return self.agree >= AGREE_MIN and self.left_over <= LEFT_OVER_MAX


def between(first: Bytes, last: Bytes) -> Flows:
    """The flows between two pictures (bgra) of the same size."""
    rows, columns = first.shape[:2]
    scale = min(1.0, _WORK_PIXELS / max(rows, columns))
    small = [
        np.asarray(cv2.resize(p[..., :3], None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
        for p in (first, last)
    ]
    grey = [np.asarray(cv2.cvtColor(p, cv2.COLOR_BGR2GRAY), np.uint8) for p in small]
    search = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    forth = np.asarray(search.calc(grey[0], grey[1], np.zeros((*grey[0].shape, 2), np.float32)), np.float32)
    back = np.asarray(search.calc(grey[1], grey[0], np.zeros((*grey[0].shape, 2), np.float32)), np.float32)
    slip_first, slip_last = _slip(forth, back), _slip(back, forth)
    agree = float(((slip_first < 1).mean() + (slip_last < 1).mean()) / 2)
    far = np.percentile(np.linalg.norm(forth, axis=2), 95) > _FAR_SHARE * max(grey[0].shape)
    warped = _pulled(small[1], forth, 1.0)
    left_over = float(np.abs(warped.astype(np.int16) - small[0]).mean())
    return Flows(
        _enlarged(forth, rows, columns),
        _enlarged(back, rows, columns),
        _enlarged(np.exp(-slip_first).astype(np.float32), rows, columns),
        _enlarged(np.exp(-slip_last).astype(np.float32), rows, columns),
        0.0 if far else agree,
        left_over,
    )


def _slip(there: Flow, back_again: Flow) -> NDArray[np.float32]:
    """How far from its place a pixel lands that goes there and back, in units of what is forgiven."""
    x, y = _grid(there)
    home = np.asarray(
        cv2.remap(back_again, x + there[..., 0], y + there[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    )
    lost = np.linalg.norm(there + home, axis=2)
    return np.asarray(lost / (_SLIP_PIXELS + _SLIP_SHARE * np.linalg.norm(there, axis=2)), np.float32)


def _grid(like: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    y, x = np.mgrid[0 : like.shape[0], 0 : like.shape[1]].astype(np.float32)
    return x, y


def _enlarged(field: NDArray[np.float32], rows: int, columns: int) -> NDArray[np.float32]:
    large = cv2.resize(field, (columns, rows), interpolation=cv2.INTER_LINEAR)
    if field.ndim == 3:
        large = large * np.array([columns / field.shape[1], rows / field.shape[0]], np.float32)
    return np.asarray(large, np.float32)


def _pulled(picture: Bytes, flow: Flow, share: float) -> Bytes:
    """The picture as seen from `share` of the flow away."""
    x, y = _grid(flow)
    x += share * flow[..., 0]
    y += share * flow[..., 1]
    return np.asarray(cv2.remap(picture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.uint8)


def morphed(first: Bytes, last: Bytes, flows: Flows, share: float, out: Bytes) -> None:
    """Draw what lies at `share` of the way into `out`: exactly the first at 0, exactly the last at 1."""
    if share <= 0 or share >= 1:
        out[...] = first if share <= 0 else last
        return
    from_first = _pulled(first, flows.forth, -share)
    from_last = _pulled(last, flows.back, -(1 - share))
    trust_first = flows.trust_first * np.float32(1 - share) + np.float32(1e-4)
    trust_last = flows.trust_last * np.float32(share) + np.float32(1e-4)
    total = trust_first + trust_last
    # blendLinear wants its weights as they are: they must sum to one.
    cv2.blendLinear(from_first, from_last, trust_first / total, trust_last / total, dst=out)
    out[..., 3] = 255
