"""Extension: a film that goes on. What is there stays as it is, packet for packet, whenever that is possible.

A film of ours carries its plan, so its next seconds are the same scene at a later time (`going_on`). Of any other film
the last picture comes alive and its camera coasts on: `alive.of(last_frame(film), plan, size, momentum=going(film))`,
filmed from t = 1/24 on, because its frame 0 is there already.
"""

from __future__ import annotations

import dataclasses
import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import av
import numpy as np
from av.container import OutputContainer
from av.packet import Packet
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from rushes.engines.animatic.plan import ShotPlan
from rushes.errors import EngineFailed, MediaRefused, Refused, Stopped
from rushes.media.packets import opened
from rushes.shot import FRAMES_PER_SECOND

from . import flows, moves, reels
from .picture import Bytes, fitted

#: Under this name a film of ours carries its plan, as JSON.
PLAN_TAG = "rushes_shot_plan"
_OUR_TAGS = "rushes_"

#: The sounds of both parts overlap for so long; a `tail` begins so much before the seam.
CROSSFADE_SECONDS = 0.05
_CROSSFADE = round(CROSSFADE_SECONDS * reels.SAMPLES_PER_SECOND)
_AAC_BITS_PER_SECOND = 192_000
_AAC_FRAME = 1024

#: For films that must be encoded anew.
_ENCODER = {
    "preset": "veryfast",
    "crf": "19",
    "threads": "3",
    "x264-params": "keyint=192:scenecut=0:stitchable=1:mbtree=0",
}

_Packet: TypeAlias = "Packet[Any]"  # Any: the class is generic for type checkers only, and holds either stream
#: Tags that the writer of a file sets by itself.
_WRITERS_OWN = {"major_brand", "minor_version", "compatible_brands", "encoder", "creation_time"}

ReadPlan = Callable[[Mapping[str, object]], ShotPlan]


@dataclass(frozen=True, slots=True)
class Joined:
    frames: int  #: of the whole film
    old_frames: int
    stitched: bool  #: the old picture was not encoded again


def plan_of(path: Path, read: ReadPlan) -> ShotPlan | None:
    """The plan that a film of ours carries, or None; `read` makes a plan of JSON (`director.edited.read`).

    A plan that an older version wrote and this one cannot read is no plan: the film is then continued like any other.
    """
    try:
        with opened(path) as film:
            text = film.metadata.get(PLAN_TAG)
        return read(json.loads(text)) if text else None
    except (MediaRefused, ValueError, Refused):
        return None


def going_on(plan: ShotPlan, old_seconds: float, asked: ShotPlan | None = None) -> ShotPlan:
    """The plan of a whole film whose first `old_seconds` are there already.

    Scene, camera and beds go on by themselves: draw `frame(t)` for t = old_seconds + n / 24, and score with
    `starts=old_seconds`. Of what the new prompt asks for, its lines are spoken in the new part.
    """
    lines = [
        dataclasses.replace(line, starts_seconds=line.starts_seconds + old_seconds)
        for line in (asked.lines if asked else ())
    ]
    lines = [dataclasses.replace(line, speaker=_same(plan, asked, line.speaker)) for line in lines]
    return dataclasses.replace(plan, lines=(*plan.lines, *lines))


def _same(plan: ShotPlan, asked: ShotPlan | None, speaker: int | None) -> int | None:
    """The index in `plan` of a speaker of `asked`."""
    if speaker is None or asked is None:
        return None
    noun = asked.subjects[speaker].noun
    return next((index for index, subject in enumerate(plan.subjects) if subject.noun == noun), None)


def last_frame(path: Path) -> Bytes:
    """The last picture of a film (bgra), as a player shows it. Raises EngineFailed when there is none."""
    try:
        last: VideoFrame | None = None
        for _, frame in reels.pictures(path):
            last = frame
    except MediaRefused as fault:
        raise EngineFailed(f"The film to be continued cannot be read. {fault.message}") from fault
    if last is None:
        raise EngineFailed("The film to be continued has no picture.")
    return reels.drawn(last)


def going(path: Path) -> moves.Momentum:
    """How the camera of a film moves as it ends; at rest when it cannot be told."""
    last: deque[VideoFrame] = deque(maxlen=2)
    times: deque[Fraction] = deque(maxlen=2)
    for at, frame in reels.pictures(path):
        last.append(frame)
        times.append(at)
    if len(last) < 2 or times[1] <= times[0]:
        return moves.Momentum()
    before, after = (reels.drawn(frame) for frame in last)
    found = flows.between(before, after)
    return moves.momentum(found.forth, float(1 / (times[1] - times[0]))) if found.sound else moves.Momentum()


def join(
    old: Path,
    new: Path,
    out: Path,
    *,
    tail: NDArray[np.float32] | None = None,
    encoder: Mapping[str, str] = _ENCODER,
    stopped: Callable[[], bool] = lambda: False,
) -> Joined:
    """Write `old` and then `new` into `out`, one MP4 that starts at once, with exactly the frames of both.

    The picture of `old` is copied when its stream can go on in that of `new`; else all is encoded again, at the size
    of `new`, 24 frames a second. The film has sound when `new` has it. tail: the new sound, (sample, channel) at 48 kHz,
    beginning CROSSFADE_SECONDS before the seam, so that what goes on is not heard to begin; without it the sound of
    `new` follows. Tags are those of both, the new ones first. Raises EngineFailed, and Stopped when `stopped` says so.
    """
    before, after = reels.measured(old), reels.measured(new)
    stitched = before.goes_before(after)
    old_frames = before.frames_at_24
    frames = old_frames + after.frames_at_24
    with_sound = after.sound or tail is not None
    with ExitStack() as stack:
        film = stack.enter_context(
            av.open(str(out), "w", format="mp4", options={"movflags": "+faststart+use_metadata_tags"})
        )
        film.metadata.update(
            {name: text for name, text in {**before.tags, **after.tags}.items() if name not in _WRITERS_OWN}
        )
        if stitched:
            inputs = [stack.enter_context(opened(path)) for path in (old, new)]
            picture = film.add_stream_from_template(inputs[0].streams.video[0])
            shown: Iterator[_Packet] = (
                packet
                for number, source in enumerate(inputs)
                for packet in _moved(source, Fraction(old_frames, FRAMES_PER_SECOND) if number else Fraction(0))
            )
        else:
            picture = film.add_stream("libx264", rate=FRAMES_PER_SECOND, options=dict(encoder))
            picture.width, picture.height = after.size
            picture.pix_fmt = "yuv420p"
            context = picture.codec_context
            context.color_primaries = context.color_trc = context.colorspace = context.color_range = 1
            shown = _encoded(film, old, old_frames, new, frames, after.size)
        heard: Iterator[_Packet] = iter(())
        if with_sound:
            voice = film.add_stream("aac", rate=reels.SAMPLES_PER_SECOND, layout="stereo")
            voice.bit_rate = _AAC_BITS_PER_SECOND
            samples = frames * reels.SAMPLES_PER_SECOND // FRAMES_PER_SECOND
            seam = old_frames * reels.SAMPLES_PER_SECOND // FRAMES_PER_SECOND
            ours = any(name.startswith(_OUR_TAGS) for name in before.tags)
            heard = _sounding(film, _joined_sound(old, new, tail, seam, samples, ours))
        _interleave(film, shown, heard, stopped)
    return Joined(frames, old_frames, stitched)


def _moved(source: av.container.InputContainer, by_seconds: Fraction) -> Iterator[_Packet]:
    video = source.streams.video[0]
    ticks = int(by_seconds / (video.time_base or Fraction(1, 90_000)))
    for packet in source.demux(video):
        if packet.size and packet.pts is not None and packet.dts is not None:
            packet.pts += ticks
            packet.dts += ticks
            yield packet


def _encoded(
    film: OutputContainer, old: Path, old_frames: int, new: Path, frames: int, size: tuple[int, int]
) -> Iterator[_Packet]:
    stream = film.streams.video[0]
    number = 0
    for path, count in ((old, old_frames), (new, frames - old_frames)):
        for frame in reels.at_24(path, count):
            drawn = np.ascontiguousarray(fitted(reels.drawn(frame), size).frame)
            picture = VideoFrame.from_ndarray(drawn, format="bgra").reformat(format="yuv420p", dst_colorspace="ITU709")
            picture.pts, picture.time_base = number, Fraction(1, FRAMES_PER_SECOND)
            number += 1
            yield from stream.encode(picture)
    yield from stream.encode(None)


def _joined_sound(
    old: Path, new: Path, tail: NDArray[np.float32] | None, seam: int, samples: int, ours: bool
) -> NDArray[np.float32]:
    """The whole film's sound, (2, samples)."""
    whole = np.zeros((2, samples), np.float32)
    whole[:, :seam] = reels.sound(old, seam)
    fade = min(_CROSSFADE, seam)
    rise = np.linspace(0, 1, fade, dtype=np.float32)
    if not ours:
        # Ours ends in a fade of its own that is just the other half of this one.
        whole[:, seam - fade : seam] *= 1 - rise
    if tail is None:
        after = reels.sound(new, samples - seam)
        after[:, :fade] *= rise[: after.shape[1]]
        whole[:, seam:] = after
        return whole
    after = np.array(tail.T, np.float32)[:, _CROSSFADE - fade :]
    after[:, :fade] *= rise
    count = min(after.shape[1], samples - seam + fade)
    whole[:, seam - fade : seam - fade + count] += after[:, :count]
    return whole


def _sounding(film: OutputContainer, sound: NDArray[np.float32]) -> Iterator[_Packet]:
    stream = film.streams.audio[0]
    for at in range(0, sound.shape[1], _AAC_FRAME):
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(sound[:, at : at + _AAC_FRAME]), format="fltp", layout="stereo"
        )
        frame.sample_rate, frame.pts, frame.time_base = (
            reels.SAMPLES_PER_SECOND,
            at,
            Fraction(1, reels.SAMPLES_PER_SECOND),
        )
        yield from stream.encode(frame)
    yield from stream.encode(None)


def _interleave(
    film: OutputContainer, shown: Iterator[_Packet], heard: Iterator[_Packet], stopped: Callable[[], bool]
) -> None:
    """Write both streams in the order of time, so that players need not seek."""
    sound = next(heard, None)
    for packet in shown:
        if stopped():
            raise Stopped
        while sound is not None and _time(sound) <= _time(packet):
            film.mux(sound)
            sound = next(heard, None)
        packet.stream = film.streams.video[0]
        film.mux(packet)
    while sound is not None:
        film.mux(sound)
        sound = next(heard, None)


def _time(packet: _Packet) -> Fraction:
    return Fraction(packet.dts or 0) * (packet.time_base or Fraction(1))
