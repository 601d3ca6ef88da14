"""Posters and stills: one good frame of a clip as a small JPEG."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
from av.video.frame import VideoFrame
from PIL import Image

from rushes.clip import Poster
from rushes.errors import MediaRefused
from rushes.media.packets import opened, picture_of

#: The longer side of a poster and of a still, in pixels.
POSTER_LONG_SIDE = 1280
STILL_LONG_SIDE = 480
#: Key frames anywhere in the clip, and the first second, from which the poster is chosen.
_KEY_FRAMES_MAX = 16
_FIRST_FRAMES = 24
#: Of the frames decoded every so many is judged, and every key frame: neighbours differ little.
_JUDGED_EVERY = 4
#: Pictures are judged this small: (width, height).
_JUDGED = (64, 64)


def poster(clip: Path, out: Path) -> Poster:
    """Write the clearest of some frames of a clip as JPEG: not a black one, nor one in the middle of a fade.

    Raises MediaRefused when the clip cannot be read.
    """
    best: VideoFrame | None = None
    best_merit = -1.0
    for frame in _candidates(clip):
        merit = _merit(frame)
        # A later frame must be clearly better, else the beginning, which the caller knows, is the better poster.
        if best is None or merit > best_merit * 1.1:
            best, best_merit = frame, merit
    if best is None:
        raise MediaRefused("The video has no frame to make a poster from.")
    width, height = _within((best.width, best.height), POSTER_LONG_SIDE)
    picture = Image.fromarray(best.to_ndarray(format="rgb24", width=width, height=height))
    picture.save(out, "JPEG", quality=86, optimize=True)
    with out.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Poster(digest, picture.size)


def still(frame: npt.NDArray[np.uint8], out: Path) -> tuple[int, int]:
    """Write a small JPEG of a frame, to show while rendering; return its (width, height).

    frame: uint8 array (height, width, rgb).
    """
    picture = Image.fromarray(frame)
    picture = picture.resize(_within(picture.size, STILL_LONG_SIDE), Image.Resampling.BILINEAR, reducing_gap=2.0)
    picture.save(out, "JPEG", quality=78)
    return picture.size


def _candidates(clip: Path) -> Iterator[VideoFrame]:
    with opened(clip) as container:
        stream = picture_of(container)
        keys = decoded = 0
        for number, packet in enumerate(container.demux(stream)):
            keys += packet.is_keyframe
            if packet.size == 0 or number < _FIRST_FRAMES or (packet.is_keyframe and keys <= _KEY_FRAMES_MAX):
                for frame in packet.decode():
                    decoded += 1
                    if not frame.is_corrupt and (frame.key_frame or decoded % _JUDGED_EVERY == 0):
                        yield frame


def _merit(frame: VideoFrame) -> float:
    """How much there is to see: contrast and detail, less for what is nearly black or nearly white."""
    small = frame.to_ndarray(format="gray", width=_JUDGED[0], height=_JUDGED[1]).astype(np.float32)
    contrast = float(small.std())
    detail = float(np.abs(np.diff(small, axis=0)).mean() + np.abs(np.diff(small, axis=1)).mean())
    mean = float(small.mean())
    exposure = min(1.0, mean / 48.0) * min(1.0, (255.0 - mean) / 32.0)
    return (contrast + 2.0 * detail) * exposure


def _within(size: tuple[int, int], long_side: int) -> tuple[int, int]:
    """(width, height) shrunk so that its longer side is at most `long_side`; even numbers, as scalers like them."""
    scale = min(1.0, long_side / max(size))
    return max(2, round(size[0] * scale / 2) * 2), max(2, round(size[1] * scale / 2) * 2)
