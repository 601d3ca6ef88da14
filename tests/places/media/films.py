"""Small real films and pictures for tests, made here and now."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

Frame = npt.NDArray[np.uint8]
SOUND_RATE = 48_000


def texture(size: tuple[int, int], number: int) -> Frame:
    """A picture with something in it that moves; uint8 array (height, width, rgb)."""
    return np.roll(_still_texture(size), 4 * number, axis=1)


@cache
def _still_texture(size: tuple[int, int]) -> Frame:
    x, y = np.meshgrid(np.arange(size[0]), np.arange(size[1]))
    wave = 90 * np.sin(x / 23.0) * np.cos(y / 17.0)
    return np.stack([110 + wave, 120 - wave, 90 + wave / 2], axis=-1).clip(0, 255).astype(np.uint8)


def film(
    path: Path,
    *,
    size: tuple[int, int] = (320, 180),
    frames: int = 24,
    rate: int = 24,
    sound: bool = True,
    codec: str = "libx264",
    container: str = "mp4",
    faststart: bool = True,
    keys_every: int = 250,
    sound_rate: int = SOUND_RATE,
    sound_frames: int | None = None,
    layout: str = "stereo",
    picture: Callable[[tuple[int, int], int], Frame] = texture,
    step: Callable[[int], int] = lambda number: number,
) -> Path:
    """A film of `frames` frames; `step` moves frame numbers, to make it unsteady."""
    options = {"movflags": "+faststart"} if faststart and container in ("mp4", "mov") else {}
    with av.open(str(path), "w", format=container, options=options) as out:
        video = out.add_stream(codec, rate=rate, options={"preset": "ultrafast", "g": str(keys_every)})
        assert isinstance(video, av.VideoStream)
        video.width, video.height = size
        video.pix_fmt = "yuv420p"
        video.thread_count = 1
        audio = None
        if sound:
            audio = out.add_stream("libopus" if container == "webm" else "aac", rate=sound_rate, layout=layout)
            assert isinstance(audio, av.AudioStream)
        for number in range(frames):
            frame = av.VideoFrame.from_ndarray(picture(size, number), format="rgb24")
            frame.pts, frame.time_base = step(number), Fraction(1, rate)
            out.mux(video.encode(frame))
        out.mux(video.encode(None))
        if audio is not None:
            total = (frames if sound_frames is None else sound_frames) * sound_rate // rate
            channels = 2 if layout == "stereo" else 1
            wave = (0.2 * np.sin(np.arange(total) / 17.0)).astype(np.float32)
            samples = np.stack([wave] * channels)
            for at in range(0, total, 1024):
                piece = np.ascontiguousarray(samples[:, at : at + 1024])
                block = av.AudioFrame.from_ndarray(piece, format="fltp", layout=layout)
                block.sample_rate, block.pts, block.time_base = sound_rate, at, Fraction(1, sound_rate)
                out.mux(audio.encode(block))
            out.mux(audio.encode(None))
    return path
