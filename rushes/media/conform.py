"""Conform: bring a film that others made into the one shape that our clips have, where that loses nothing that was
asked for: another container, no index in front, another size or frame rate, sound too much, or none.

What cannot be brought into shape (a film that is too short, or damaged) is left alone: `probe.verify` will say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.fifo import AudioFifo
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from rushes.errors import MediaRefused
from rushes.media.probe import Probe, expected_frames, probe
from rushes.shot import FRAMES_PER_SECOND, Shot

_SAMPLE_RATE = 48_000
_AAC_SAMPLES = 1024
#: So many frames may be missing at the end; the last one is then shown longer. (Video models make 4n + 1 frames.)
_MISSING_MAX = 3
_QUALITY = {"crf": "16", "preset": "veryfast", "threads": "1"}


def conform(source: Path, target: Path, shot: Shot) -> list[str]:
    """Write a film in the shape of the shot's clip; returns what was changed, in words. Empty: nothing was, and there is
    no `target`."""
    try:
        found = probe(source)
    except MediaRefused:
        return []
    picture, sound = _picture_changes(found, shot), _sound_changes(found, shot)
    changes = [*picture, *sound]
    if found.mime != "video/mp4" or not found.faststart:
        changes.append("put into an MP4 whose index comes first")
    if not changes or found.seconds * FRAMES_PER_SECOND < expected_frames(shot) - _MISSING_MAX:
        return []
    with (
        av.open(str(source)) as old,
        av.open(str(target), "w", format="mp4", options={"movflags": "+faststart"}) as new,
    ):
        _write(old, new, shot, bool(picture), bool(sound))
    return changes


def _picture_changes(found: Probe, shot: Shot) -> list[str]:
    changes = []
    if found.shown_size != shot.size or found.rotation:
        changes.append(f"scaled from {found.shown_size[0]}x{found.shown_size[1]}")
    if found.rate != FRAMES_PER_SECOND or not found.steady:
        changes.append(f"shown at 24 instead of {float(found.rate):g} frames a second")
    elif found.frames != expected_frames(shot):
        changes.append(f"{found.frames} frames made {expected_frames(shot)}")
    if (found.codec, found.pixel_format.replace("yuvj", "yuv")) != ("h264", "yuv420p"):
        changes.append(f"encoded anew from {found.codec} {found.pixel_format}")
    return changes


def _sound_changes(found: Probe, shot: Shot) -> list[str]:
    if found.sound is None:
        return ["given a silent sound track"] if shot.sound else []
    if not shot.sound:
        return ["its sound taken away"]
    if (found.sound.codec, found.sound.rate, found.sound.channels) != ("aac", _SAMPLE_RATE, 2):
        return [f"its sound encoded anew from {found.sound.codec}"]
    longer = found.seconds - Fraction(expected_frames(shot), FRAMES_PER_SECOND)
    return ["its sound cut to length"] if longer > Fraction(1, 4) else []


def _write(old: InputContainer, new: OutputContainer, shot: Shot, picture: bool, sound: bool) -> None:
    """Copy the streams that need no change, and make the others anew."""
    video = old.streams.video[0]
    audio = old.streams.audio[0] if old.streams.audio else None
    frames = expected_frames(shot)
    if picture:
        made = new.add_stream("libx264", rate=Fraction(FRAMES_PER_SECOND), options=_QUALITY)
        made.width, made.height = shot.size
        made.pix_fmt = "yuv420p"
    else:
        made = new.add_stream_from_template(video)
    heard: AudioStream | None = None
    if shot.sound:
        fresh = sound or audio is None
        heard = (
            new.add_stream("aac", rate=_SAMPLE_RATE, layout="stereo")
            if fresh or audio is None
            else new.add_stream_from_template(audio)
        )
    if picture:
        for frame in _steady(old, video, frames, shot.size):
            new.mux(made.encode(frame))
        new.mux(made.encode())
    else:
        _copy(old, new, video, made)
    if heard is None:
        return
    old.seek(0)
    if audio is not None and not sound:
        _copy(old, new, audio, heard)
        return
    samples = frames * _SAMPLE_RATE // FRAMES_PER_SECOND
    for piece in _pieces(old, audio, samples):
        new.mux(heard.encode(piece))
    new.mux(heard.encode())


def _copy(
    old: InputContainer, new: OutputContainer, stream: VideoStream | AudioStream, target: VideoStream | AudioStream
) -> None:
    for packet in old.demux(stream):
        if packet.dts is not None:
            packet.stream = target
            new.mux(packet)


def _steady(old: InputContainer, video: VideoStream, frames: int, size: tuple[int, int]) -> Iterator[VideoFrame]:
    """So many frames at 24 a second: at each moment the frame that was to be seen then; the last as long as needed."""
    number, shown, first = 0, None, None
    for frame in old.decode(video):
        if frame.pts is None:
            continue
        first = frame.pts if first is None else first
        begins = (frame.pts - first) * (frame.time_base or Fraction(1, 90_000))
        while shown is not None and number < frames and Fraction(number, FRAMES_PER_SECOND) < begins:
            yield _numbered(shown, number)
            number += 1
        if number >= frames:
            return
        shown = _fitted(frame, size)
    while shown is not None and number < frames:
        yield _numbered(shown, number)
        number += 1


def _numbered(frame: VideoFrame, number: int) -> VideoFrame:
    frame.pts, frame.time_base = number, Fraction(1, FRAMES_PER_SECOND)
    return frame


def _fitted(frame: VideoFrame, size: tuple[int, int]) -> VideoFrame:
    """The frame, scaled to cover the size; what sticks out is cut off evenly on both sides."""
    width, height = size
    scale = max(Fraction(width, frame.width), Fraction(height, frame.height))
    wide, high = max(width, round(frame.width * scale)), max(height, round(frame.height * scale))
    if (wide, high) == size:
        return frame.reformat(width, height, "yuv420p", interpolation="LANCZOS")
    pixels = frame.reformat(wide, high, "rgb24", interpolation="LANCZOS").to_ndarray()
    left, top = (wide - width) // 2, (high - height) // 2
    cut = np.ascontiguousarray(pixels[top : top + height, left : left + width], dtype=np.uint8)
    return VideoFrame.from_ndarray(cut, format="rgb24").reformat(format="yuv420p")


def _pieces(old: InputContainer, audio: AudioStream | None, samples: int) -> Iterator[AudioFrame]:
    """So many samples of sound in frames of AAC's length; silence where there is none (any more)."""
    fifo, given = AudioFifo(), 0
    if audio is not None:
        resampler = AudioResampler(format="fltp", layout="stereo", rate=_SAMPLE_RATE)
        for frame in old.decode(audio):
            for piece in resampler.resample(frame):
                piece.pts = None
                fifo.write(piece)
            while given + _AAC_SAMPLES <= samples and (ready := fifo.read(_AAC_SAMPLES)) is not None:
                ready.pts, ready.time_base = given, Fraction(1, _SAMPLE_RATE)
                given += _AAC_SAMPLES
                yield ready
    while given < samples:
        count = min(_AAC_SAMPLES, samples - given)
        silence = AudioFrame.from_ndarray(np.zeros((2, count), np.float32), format="fltp", layout="stereo")
        silence.sample_rate, silence.pts = _SAMPLE_RATE, given
        given += count
        yield silence
