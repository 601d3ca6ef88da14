"""What a film file really contains: measured from its packets and frames, never taken from its header alone.

Every packet is read and, for H.264, its NAL units are walked, so frames are counted exactly and a hole or a cut inside
the data is seen. Decoded are the first frames, every key frame (up to a bound) and all sound; `whole=True` decodes
every frame, at about ten times the cost.
"""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from av.audio.stream import AudioStream
from av.video.stream import VideoStream

from rushes.clip import Clip
from rushes.errors import EngineFailed, MediaRefused
from rushes.media.packets import PIXELS_MAX, Walk, opened, picture_of, sound_of
from rushes.shot import FRAMES_PER_SECOND, Shot

#: How far sound and picture may differ in length: an AAC frame at either end, and an encoder's priming.
_SOUND_SLACK_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class Sound:
    codec: str
    rate: int  #: samples a second
    channels: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Colours:
    """As tagged, in the numbers of ITU-T H.273; 2 is "not said"."""

    primaries: int
    transfer: int
    matrix: int
    full_range: bool


@dataclass(frozen=True, slots=True)
class Probe:
    mime: str  #: video/mp4, video/quicktime or video/webm, by what is inside
    codec: str
    size: tuple[int, int]  #: (width, height) as stored
    rotation: int  #: degrees by which a player turns it: 0, 90, 180 or 270
    rate: Fraction  #: frames per second: exact when `steady`, else the mean
    steady: bool  #: every frame is shown for the same time
    frames: int
    seconds: Fraction  #: of the picture
    pixel_format: str
    colours: Colours
    sound: Sound | None
    faststart: bool  #: the index comes before the data, so playing can begin while loading
    size_bytes: int

    @property
    def shown_size(self) -> tuple[int, int]:
        """(width, height) as a player shows it."""
        return self.size if self.rotation in (0, 180) else (self.size[1], self.size[0])


def probe(path: Path, *, whole: bool = False) -> Probe:
    """Measure a film file. Raises MediaRefused, in plain words, when it is damaged, cut short or not a film at all.

    The work is bounded: by packets, by pixels per frame and by the number of frames decoded (not when `whole`).
    """
    with opened(path) as container:
        video, audio = picture_of(container), sound_of(container)
        context = video.codec_context
        size = (context.width, context.height)
        if min(size) < 1 or size[0] * size[1] > PIXELS_MAX:
            raise MediaRefused(f"The video is {size[0]}x{size[1]}; at most {PIXELS_MAX:,} pixels a frame are read.")
        walk = Walk(video, audio, whole)
        rotation = walk.run(container)
        rate, steady, seconds = _timing(video, walk.times)
        if context.width != size[0] or context.height != size[1]:
            raise MediaRefused("The video changes its size in the middle.")
        return Probe(
            mime=_mime(container.format.name, path),
            codec=context.codec.canonical_name,
            size=size,
            rotation=rotation % 360,
            rate=rate,
            steady=steady,
            frames=len(walk.times),
            seconds=seconds,
            pixel_format=context.pix_fmt or "",
            colours=Colours(
                int(context.color_primaries), int(context.color_trc), int(context.colorspace), context.color_range == 2
            ),
            sound=_sound(audio, walk.samples),
            faststart=_is_faststart(path),
            size_bytes=path.stat().st_size,
        )


def verify(path: Path, shot: Shot) -> Clip:
    """The clip that an engine made for a shot, measured.

    Raises EngineFailed, naming what is wrong, unless it is an MP4 that starts at once, H.264 in 4:2:0, of exactly the
    shot's size, 24 frames a second, every frame there, and with AAC sound (48 kHz, stereo) exactly when asked for.
    """
    try:
        found = probe(path)
    except MediaRefused as fault:
        raise EngineFailed(f"The engine made a file that is not a clip. {fault.message}") from fault
    faults = list(_faults(found, shot))
    if faults:
        raise EngineFailed(f"The engine made another clip than was asked for: {'; '.join(faults)}.")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Clip(
        digest=digest,
        size_bytes=found.size_bytes,
        size=found.size,
        rate=found.rate,
        frames=found.frames,
        sound=found.sound is not None,
    )


def expected_frames(shot: Shot) -> int:
    """How many frames the clip of a shot has; an extension's clip begins with all of its footage."""
    old = round(shot.footage.seconds * FRAMES_PER_SECOND) if shot.footage else 0
    return old + shot.new_seconds * FRAMES_PER_SECOND


def _faults(found: Probe, shot: Shot) -> Iterator[str]:
    if found.mime != "video/mp4":
        yield f"it is {found.mime}, not video/mp4"
    if not found.faststart:
        yield "its index (moov) does not come before its data (mdat)"
    if (found.codec, found.pixel_format.replace("yuvj", "yuv")) != ("h264", "yuv420p"):
        yield f"its picture is {found.codec} {found.pixel_format}, not h264 yuv420p"
    if found.shown_size != shot.size or found.rotation:
        yield f"it is {found.size[0]}x{found.size[1]}, not {shot.size[0]}x{shot.size[1]}"
    if found.rate != FRAMES_PER_SECOND or not found.steady:
        yield f"it runs at {found.rate} frames a second{'' if found.steady else ' unsteadily'}, not 24"
    if found.frames != expected_frames(shot):
        yield f"it has {found.frames} frames, not {expected_frames(shot)}"
    if shot.sound and found.sound is None:
        yield "it has no sound"
    if not shot.sound and found.sound is not None:
        yield "it has sound although none was asked for"
    if shot.sound and found.sound is not None:
        if (found.sound.codec, found.sound.rate, found.sound.channels) != ("aac", 48_000, 2):
            yield f"its sound is {found.sound.codec}, {found.sound.rate} Hz, {found.sound.channels} channels, not aac, 48000 Hz, 2"
        if abs(found.sound.seconds - float(found.seconds)) > _SOUND_SLACK_SECONDS:
            yield f"its sound lasts {found.sound.seconds:.2f} s, its picture {float(found.seconds):.2f} s"


def _sound(audio: AudioStream | None, samples: int) -> Sound | None:
    if audio is None:
        return None
    context = audio.codec_context
    if not samples:
        raise MediaRefused("The sound of the video cannot be decoded.")
    return Sound(context.codec.canonical_name, context.sample_rate, context.channels, samples / context.sample_rate)


def _timing(video: VideoStream, times: list[int]) -> tuple[Fraction, bool, Fraction]:
    """(rate, steady, seconds) from the times at which the frames are shown."""
    base = video.time_base or Fraction(1, 90_000)
    times = sorted(times)
    steps = {later - earlier for earlier, later in itertools.pairwise(times)}
    if len(steps) == 1 and (step := steps.pop()) > 0:
        rate = 1 / (step * base)
        return rate, True, Fraction(len(times)) / rate
    rate = Fraction(video.average_rate or 0)
    if len(times) > 1:
        length = (times[-1] - times[0]) * base
        if length <= 0:
            raise MediaRefused("The video's frames are all at the same time.")
        # Milliseconds of WebM make 24 frames a second unsteady by rounding; the mean is what was meant.
        rate = rate or Fraction(len(times) - 1) / length
        return rate, False, length + 1 / rate
    if not rate:
        raise MediaRefused("The video is a single frame without a rate.")
    return rate, True, 1 / rate


def _is_faststart(path: Path) -> bool:
    """Does `moov` come before `mdat`? Reads the top level of boxes only (ISO/IEC 14496-12, 4.2)."""
    end = path.stat().st_size
    with path.open("rb") as file:
        at = 0
        for _ in range(64):
            head = file.read(16)
            if len(head) < 8 or head[4:8] == b"mdat":
                return False
            if head[4:8] == b"moov":
                return True
            length = int.from_bytes(head[:4], "big")
            if length == 1:
                length = int.from_bytes(head[8:16], "big")
            at += length
            if length < 8 or at >= end:
                return False
            file.seek(at, os.SEEK_SET)
    return False


def _mime(format_name: str, path: Path) -> str:
    if "matroska" in format_name or "webm" in format_name:
        return "video/webm"
    with path.open("rb") as file:
        head = file.read(12)
    return "video/quicktime" if head[4:8] != b"ftyp" or head[8:12] == b"qt  " else "video/mp4"
