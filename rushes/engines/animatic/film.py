"""Film: a scene shot frame by frame on all cores, and put into an MP4 together with its sound."""

from __future__ import annotations

import json
import math
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.finish import Finisher
from rushes.engines.animatic.pictures.extend import PLAN_TAG
from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.quality import Quality, Size, of
from rushes.engines.animatic.stage.scene import Scene
from rushes.shot import FRAMES_PER_SECOND

SAMPLES_PER_SECOND = 48_000
AAC_SAMPLES = 1024  #: in a frame of AAC
#: The inverse of BT.709's limited-range matrix: from luma, blue, red and one to blue, green and red.
_SEEN = np.array([[1, 2.1124, 0], [1, -0.2132, -0.5329], [1, 0, 1.7927]], np.float32) @ np.array(
    [[255 / 219, 0, 0, -16 * 255 / 219], [0, 1, 0, -128], [0, 0, 1, -128]], np.float32
)
#: Longer stills would delay the first one; this is enough for a preview.
STILL_HEIGHT = 270

Bytes = NDArray[np.uint8]
#: float32 (sample, channel) in -1..1 at 48 kHz, stereo.
Samples = NDArray[np.float32]
#: Gives the sound of a film when its first picture is written: until then it may be made beside the pictures.
Score = Callable[[], Samples]
#: Called after each frame is in the film: its number and the picture (planar I420, height * 3 // 2, width).
OnFrame = Callable[[int, Bytes], None]


def shoot(
    scene: Scene,
    frames: int,
    path: Path,
    *,
    size: Size | None = None,
    quality: Quality | None = None,
    sound: Score | None = None,
    starts: float = 0.0,
    metadata: Mapping[str, str] | None = None,
    on_frame: OnFrame | None = None,
    threads: int | None = None,
    seed: int = 0,
) -> None:
    """Film `frames` frames of a scene from `starts` seconds on into an MP4 at `path`.

    `size`: of the film, when it is another than the scene's. `sound`: None leaves the film without a sound track. What
    `on_frame` raises ends the filming.
    """
    size = size or scene.size
    quality = quality or of("standard", size)
    frames_drawn = rolled(scene, frames, size=size, starts=starts, threads=threads, seed=seed, grain=quality.grain)
    with Reel(path, size, quality, sound=sound, metadata=metadata or {}) as reel:
        for index, frame in enumerate(frames_drawn):
            reel.expose(frame)
            if on_frame is not None:
                on_frame(index, frame)


def rolled(
    scene: Scene,
    frames: int,
    *,
    size: Size | None = None,
    starts: float = 0.0,
    threads: int | None = None,
    seed: int = 0,
    grain: float = 1.0,
) -> Iterator[Bytes]:
    """The finished frames of a scene in order, drawn by several threads; each is valid until the next is asked for.

    `size`: of the frames, when it is another than the scene's; `grain`: times that of the scene's grade.
    """
    width, height = size or scene.size
    threads = threads or max(1, min(4, len(os.sched_getaffinity(0))))
    finisher = Finisher((width, height), replace(scene.grade, grain=scene.grade.grain * grain), seed)
    local = threading.local()
    first = round(starts * FRAMES_PER_SECOND)
    # Two frames more than there are threads are under way, which bounds the memory: 4k takes 12 MB for each.
    free: deque[Bytes] = deque(np.empty((height * 3 // 2, width), np.uint8) for _ in range(threads + 2))
    sampling = cv2.INTER_AREA if scene.size[0] > width else cv2.INTER_LINEAR

    def draw(index: int, out: Bytes) -> Bytes:
        picture = getattr(local, "picture", None)
        if picture is None:
            picture = local.picture = np.zeros((scene.size[1], scene.size[0], 4), np.uint8)
            local.sized = picture if scene.size == (width, height) else np.empty((height, width, 4), np.uint8)
        scene.frame((first + index) / FRAMES_PER_SECOND, picture)
        if local.sized is not picture:
            cv2.resize(picture, (width, height), dst=local.sized, interpolation=sampling)
        finisher.finish(local.sized, first + index, out)
        return out

    under_way: deque[Future[Bytes]] = deque()
    following = 0
    with ThreadPoolExecutor(threads, thread_name_prefix="animatic") as pool:
        try:
            for _ in range(frames):
                while following < frames and free:
                    under_way.append(pool.submit(draw, following, free.popleft()))
                    following += 1
                done = under_way.popleft().result()
                yield done
                free.append(done)
        finally:
            for future in under_way:
                future.cancel()


class Reel:
    """An MP4 being written: H.264 and, if asked for, AAC; a context manager."""

    def __init__(
        self, path: Path, size: Size, quality: Quality, *, sound: Score | None, metadata: Mapping[str, str]
    ) -> None:
        self._container = av.open(str(path), "w", options={"movflags": "+faststart+use_metadata_tags"})
        for key, value in metadata.items():
            self._container.metadata[key] = value
        video = self._container.add_stream("libx264", rate=FRAMES_PER_SECOND, options=quality.options())
        video.width, video.height = size
        video.pix_fmt = "yuv420p"
        video.codec_context.time_base = Fraction(1, FRAMES_PER_SECOND)
        # 1 is BT.709 for primaries, transfer and matrix (ITU-T H.273 tables 2 to 4); range 1 is limited.
        video.codec_context.color_primaries = 1
        video.codec_context.color_trc = 1
        video.codec_context.colorspace = 1
        video.codec_context.color_range = 1
        self._video = video
        self._sound = sound
        self._audio: Any = None  # Any: PyAV's stream types differ by codec
        if sound is not None:
            self._audio = self._container.add_stream("aac", rate=SAMPLES_PER_SECOND, layout="stereo")
            self._audio.bit_rate = 192_000
        self._channels: Samples | None = None  # (channel, sample)
        self._heard = 0  # samples written
        self._count = 0
        self._finished = False

    def __enter__(self) -> Reel:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self.finish()
        self._container.close()

    def finish(self) -> None:
        """Write what the encoders still hold; no frame can follow."""
        if self._finished:
            return
        self._finished = True
        self._write(self._video.encode(None))
        if self._audio is not None:
            self._hear_until(math.inf)
            for packet in self._audio.encode(None):
                self._container.mux(packet)

    def expose(self, frame: Bytes) -> None:
        """Append one frame, planar I420 of shape (height * 3 // 2, width), already in BT.709."""
        picture = av.VideoFrame.from_ndarray(frame, format="yuv420p")
        picture.pts = self._count
        picture.time_base = Fraction(1, FRAMES_PER_SECOND)
        picture.color_range = 1
        picture.colorspace = 1
        self._count += 1
        self._write(self._video.encode(picture))

    def _write(self, packets: Iterable[Any]) -> None:  # Any: PyAV's packets are generic for type checkers only
        """Write packets of the picture, before each the sound until then: a player need not seek."""
        for packet in packets:
            if self._audio is not None:
                self._hear_until(float((packet.dts or 0) * packet.time_base))
            self._container.mux(packet)

    def _hear_until(self, seconds: float) -> None:
        assert self._sound is not None, "a film without sound is asked for none"
        if self._channels is None:
            self._channels = np.ascontiguousarray(self._sound().T.astype(np.float32))
        while self._heard < min(self._channels.shape[1], seconds * SAMPLES_PER_SECOND):
            piece = np.ascontiguousarray(self._channels[:, self._heard : self._heard + AAC_SAMPLES])
            frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout="stereo")
            frame.sample_rate = SAMPLES_PER_SECOND
            frame.pts = self._heard
            frame.time_base = Fraction(1, SAMPLES_PER_SECOND)
            self._heard += AAC_SAMPLES
            for packet in self._audio.encode(frame):
                self._container.mux(packet)


def still(frame: Bytes, path: Path) -> Path:
    """A small JPEG of a finished frame."""
    height, width = frame.shape[0] * 2 // 3, frame.shape[1]
    step = max(1, height // STILL_HEIGHT)
    luma = np.ascontiguousarray(frame[:height:step, ::step])
    flat = frame[height:].reshape(-1)
    quarter = height * width // 4
    shape = (height // 2, width // 2)
    small = (luma.shape[1], luma.shape[0])
    blue, red = (
        cv2.resize(plane.reshape(shape), small, interpolation=cv2.INTER_AREA)
        for plane in (flat[:quarter], flat[quarter:])
    )
    bgr = cv2.transform(cv2.merge([luma, blue, red]), _SEEN)
    cv2.imwrite(str(path), bgr, [cv2.IMWRITE_JPEG_QUALITY, 84])
    return path


def tags(model: str, plan: ShotPlan | None) -> dict[str, str]:
    """What a film says about itself. An extension goes on with its plan; a film whose pictures a plan alone cannot draw
    again (it began with a photograph) carries none."""
    said = {"comment": "Rushes animatic: a drawn previsualization, not generated footage", "rushes_model": model}
    if plan is not None:
        said[PLAN_TAG] = json.dumps(plan.to_json(), separators=(",", ":"), sort_keys=True)
    return said
