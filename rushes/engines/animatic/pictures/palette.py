"""The palette of a picture: the few colours that make its look."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from .picture import Bytes, read

_SIDE = 96
_ROUNDS = 12
#: A small patch of strong colour is more of a look than its area says.
_CHROMA_WEIGHT = 0.035
#: Two colours nearer than this in Lab are one.
_ALIKE_LAB = 14.0


def of(picture: Path, count: int = 5) -> tuple[str, ...]:
    """Up to `count` leading colours as "#rrggbb", the most telling first. Raises EngineFailed when it cannot be read."""
    return of_pixels(read(picture), count)


def of_pixels(picture: Bytes, count: int = 5) -> tuple[str, ...]:
    """The palette of a picture (bgra); what is transparent does not count."""
    small = cv2.resize(picture, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
    seen = small[..., 3].reshape(-1) > 127
    lab = cv2.cvtColor(small[..., :3].astype(np.float32) / 255, cv2.COLOR_BGR2LAB).reshape(-1, 3)[seen]
    if not len(lab):
        return ()
    # Start along the spread of lightness: no chance is needed, and the same picture always gives the same colours.
    order = np.argsort(lab[:, 0], kind="stable")
    clusters = min(count + 3, len(lab))
    middles = lab[order[((np.arange(clusters) + 0.5) / clusters * len(lab)).astype(int)]].astype(np.float64)
    owner = np.zeros(len(lab), np.int64)
    for _ in range(_ROUNDS):
        owner = np.argmin(((lab[:, None] - middles[None]) ** 2).sum(axis=2), axis=1)
        for cluster in range(clusters):
            if (owner == cluster).any():
                middles[cluster] = lab[owner == cluster].mean(axis=0)
    share = np.bincount(owner, minlength=clusters) / len(lab)
    telling = share * (1 + _CHROMA_WEIGHT * np.hypot(middles[:, 1], middles[:, 2]))
    kept: list[np.ndarray[tuple[int], np.dtype[np.float64]]] = []
    for cluster in np.argsort(-telling, kind="stable"):
        middle = middles[cluster]
        if share[cluster] > 0.01 and all(np.linalg.norm(middle - other) > _ALIKE_LAB for other in kept):
            kept.append(middle)
    bgr = cv2.cvtColor(np.array(kept[:count], np.float32)[None], cv2.COLOR_LAB2BGR)[0]
    levels = np.clip(np.rint(bgr * 255), 0, 255).astype(int)
    return tuple(f"#{r:02x}{g:02x}{b:02x}" for b, g, r in levels)
