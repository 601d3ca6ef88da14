"""Pictures of any make: whatever a caller sends is what the film begins with, and ends with."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from rushes.engines.animatic.engine import AnimaticEngine
from rushes.media.decoding import read_picture
from rushes.shot import Mode, Picture

from .test_engine import Taken, small
from .test_modes import given, greys, ssim

SIZES = {"square": (300, 300), "panorama": (900, 120), "pillar": (90, 700), "tiny": (7, 5), "large": (1600, 1200)}


def _painting(size: tuple[int, int], seed: int) -> NDArray[np.uint8]:
    """Soft blots and a hard edge: (row, column, bgr)."""
    width, height = size
    chance = np.random.default_rng(seed)
    blots = cv2.resize(chance.random((6, 6, 3), np.float32), size, interpolation=cv2.INTER_CUBIC)
    pixels = np.clip(blots * 220 + 20, 0, 255).astype(np.uint8)
    cv2.rectangle(pixels, (width // 3, height // 3), (2 * width // 3, 2 * height // 3), (30, 40, 200), -1)
    return pixels


def _saved(kind: str, seed: int, folder: Path) -> tuple[Path, Picture]:
    """A picture as the intake stores what a caller sent."""
    sent, stored = folder / f"{kind}{seed}.sent", folder / f"{kind}{seed}"
    if kind == "alpha":
        pixels = np.dstack([_painting((320, 260), seed), np.full((260, 320), 255, np.uint8)])
        cv2.circle(pixels, (160, 130), 60, (0, 0, 0, 0), -1)
        sent.write_bytes(cv2.imencode(".png", pixels)[1].tobytes())
    elif kind == "rotated":
        exif = Image.Exif()
        exif[0x0112] = 6  # the camera was held upright
        Image.fromarray(_painting((400, 240), seed)[..., ::-1]).save(sent, "JPEG", quality=95, exif=exif)
    elif kind == "grey":
        sent.write_bytes(cv2.imencode(".png", _painting((333, 222), seed)[..., 0])[1].tobytes())
    else:
        sent.write_bytes(cv2.imencode(".png", _painting(SIZES[kind], seed))[1].tobytes())
    mime, size = read_picture(sent, stored)
    return stored, Picture(stored.name, mime, size)


KINDS = (*SIZES, "alpha", "rotated", "grey")


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("aspect", ["16:9", "9:16"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_film_begins_as_any_picture_and_ends_as_any_other(kind: str, aspect: str, tmp_path: Path) -> None:
    first, last = _saved(kind, 1, tmp_path), _saved(KINDS[KINDS.index(kind) - 1], 2, tmp_path)
    files = {picture.digest: path for path, picture in (first, last)}
    for shot in (
        small(mode=Mode.IMAGE, first_frame=first[1], aspect_ratio=aspect, sound=False),
        small(mode=Mode.FRAMES, first_frame=first[1], last_frame=last[1], aspect_ratio=aspect, sound=False),
    ):
        folder = tmp_path / shot.mode
        folder.mkdir()
        seen = greys(AnimaticEngine().render(shot, Taken(folder, files=files)))
        assert len(seen) == 96
        assert ssim(seen[0], given(first[0], shot.size)) >= 0.97, shot.mode
        if shot.mode is Mode.FRAMES:
            assert ssim(seen[-1], given(last[0], shot.size)) >= 0.97
