"""Reels: a film file taken apart, so that two can be joined: its packets, its pictures, its sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.reformatter import Colorspace
from av.video.stream import VideoStream
from numpy.typing import NDArray

from rushes.errors import EngineFailed, MediaRefused
from rushes.media.packets import opened
from rushes.shot import FRAMES_PER_SECOND

from .picture import Bytes

SAMPLES_PER_SECOND = 48000
#: A film without tags of its own colours has those that its height suggests: HD is BT.709 (ITU-R BT.709-6).
_HD_ROWS = 720
_BT709, _NOT_SAID = 1, 2  # ITU-T H.273, table 4


@dataclass(frozen=True)
class Reel:
    """What must be equal for packets to follow each other in one stream."""

    codec: str
    size: tuple[int, int]
    pixel_format: str
    extradata: bytes  #: the avcC box: profile, level, SPS and PPS (ISO/IEC 14496-15)
    steady: bool  #: 24 frames a second, the first at 0
    frames: int
    seconds: Fraction
    first_dts: Fraction  #: seconds
    last_dts: Fraction
    sound: bool
    tags: dict[str, str]

    @property
    def frames_at_24(self) -> int:
        """How many frames it has in a film of 24 a second."""
        return self.frames if self.steady else round(self.seconds * FRAMES_PER_SECOND)

    def goes_before(self, after: Reel) -> bool:
        """May the packets of `after` follow this reel's own, untouched?"""
        same = (self.codec, self.size, self.pixel_format, self.extradata) == (
            after.codec, after.size, after.pixel_format, after.extradata,
        )  # fmt: skip
        length = Fraction(self.frames, FRAMES_PER_SECOND)
        in_order = after.first_dts + length > self.last_dts
        return same and bool(self.extradata) and self.steady and after.steady and in_order


def measured(path: Path) -> Reel:
    """Read every packet of the picture once. Raises EngineFailed when the file is no film."""
    try:
        with opened(path) as film:
            return _measured(film)
    except MediaRefused as fault:
        raise EngineFailed(f"The film to be continued cannot be read. {fault.message}") from fault


def _measured(film: InputContainer) -> Reel:
    video = film.streams.video[0]
    base = video.time_base or Fraction(1, 90_000)
    packets = [p for p in film.demux(video) if p.pts is not None and p.dts is not None and p.size]
    if not packets:
        raise EngineFailed("The film to be continued has no picture.")
    pts = sorted(p.pts for p in packets if p.pts is not None)
    dts = [p.dts for p in packets if p.dts is not None]
    step = Fraction(1, FRAMES_PER_SECOND) / base
    context = video.codec_context
    length = (pts[-1] - pts[0]) * base
    rate = Fraction(len(pts) - 1) / length if length else Fraction(video.average_rate or FRAMES_PER_SECOND)
    return Reel(
        codec=context.codec.canonical_name,
        size=(context.width, context.height),
        pixel_format=context.pix_fmt or "",
        extradata=bytes(context.extradata or b""),
        steady=all(at == number * step for number, at in enumerate(pts)),
        frames=len(pts),
        seconds=length + 1 / rate,
        first_dts=dts[0] * base,
        last_dts=dts[-1] * base,
        sound=bool(film.streams.audio),
        tags=dict(film.metadata),
    )


def pictures(path: Path) -> Iterator[tuple[Fraction, VideoFrame]]:
    """Every picture and when it is shown, in seconds from the first."""
    with opened(path) as film:
        first: Fraction | None = None
        for frame in film.decode(film.streams.video[0]):
            at = Fraction(frame.pts or 0) * (frame.time_base or Fraction(1, 90_000))
            first = at if first is None else first
            yield at - first, frame


def at_24(path: Path, frames: int) -> Iterator[VideoFrame]:
    """`frames` pictures at 24 a second: each moment shows the latest picture there is."""
    made = 0
    shown: VideoFrame | None = None
    for at, frame in pictures(path):
        while shown is not None and made < frames and Fraction(made, FRAMES_PER_SECOND) < at:
            yield shown
            made += 1
        shown = frame
    while shown is not None and made < frames:
        yield shown
        made += 1


def drawn(frame: VideoFrame) -> Bytes:
    """The pixels of a decoded picture, bgra, as a player shows it."""
    hd = frame.colorspace == _BT709 or (frame.colorspace == _NOT_SAID and frame.height >= _HD_ROWS)
    matrix = Colorspace.ITU709 if hd else Colorspace.ITU601
    pixels = frame.reformat(format="bgra", src_colorspace=matrix).to_ndarray()
    return np.ascontiguousarray(np.rot90(pixels, round(frame.rotation / 90) % 4), np.uint8)


def sound(path: Path, samples: int) -> NDArray[np.float32]:
    """The film's sound, (2, samples) at 48 kHz: silence where it has none."""
    out = np.zeros((2, samples), np.float32)
    with opened(path) as film:
        if not film.streams.audio:
            return out
        stream: AudioStream = film.streams.audio[0]
        into = av.AudioResampler("fltp", "stereo", SAMPLES_PER_SECOND)
        origin = _origin(film.streams.video[0])
        at: int | None = None
        for frame in film.decode(stream):
            if at is None:
                begins = Fraction(frame.pts or 0) * (frame.time_base or Fraction(1, SAMPLES_PER_SECOND))
                at = round((begins - origin) * SAMPLES_PER_SECOND)
            frame.pts = None
            for piece in into.resample(frame):
                at = _put(out, at, np.asarray(piece.to_ndarray(), np.float32))
        for piece in into.resample(None):
            at = _put(out, at or 0, np.asarray(piece.to_ndarray(), np.float32))
    return out


def _origin(video: VideoStream) -> Fraction:
    """When the picture begins, in seconds."""
    return Fraction(video.start_time or 0) * (video.time_base or Fraction(1, 90_000))


def _put(out: NDArray[np.float32], at: int, piece: NDArray[np.float32]) -> int:
    first, last = max(at, 0), min(at + piece.shape[1], out.shape[1])
    if last > first:
        out[:, first:last] = piece[:, first - at : last - at]
    end: int = at + piece.shape[1]
    return end
