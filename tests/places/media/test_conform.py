"""A film that others made is brought into the shape of our clips, where that loses nothing that was asked for."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.stream import VideoStream

from rushes.errors import EngineFailed
from rushes.media.conform import conform
from rushes.media.probe import probe, verify
from rushes.shot import Mode, Shot


def film(
    path: Path,
    size: tuple[int, int] = (1280, 720),
    rate: int = 24,
    frames: int = 96,
    *,
    sound_rate: int | None = None,
    faststart: bool = True,
    codec: str = "libx264",
) -> Path:
    """A film that grows brighter, so that its frames can be told apart; with a tone when it is to have sound."""
    options = {"movflags": "+faststart"} if faststart else {}
    with av.open(str(path), "w", options=options) as container:
        video = container.add_stream(codec, rate=Fraction(rate))
        assert isinstance(video, VideoStream)
        audio = None if sound_rate is None else container.add_stream("aac", rate=sound_rate, layout="mono")
        video.width, video.height, video.pix_fmt = *size, "yuv420p"
        if codec == "libx264":
            video.options = {"preset": "ultrafast"}
        for number in range(frames):
            grey = np.full((size[1], size[0], 3), 40 + number, np.uint8)
            container.mux(video.encode(av.VideoFrame.from_ndarray(grey, format="rgb24")))
        container.mux(video.encode())
        if audio is not None and sound_rate is not None:
            tone = np.sin(np.arange(sound_rate * frames // rate, dtype=np.float32) * 0.05)[None, :] * 0.1
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(tone), format="fltp", layout="mono")
            frame.sample_rate, frame.pts = sound_rate, 0
            container.mux(audio.encode(frame))
            container.mux(audio.encode())
    return path


def shot(sound: bool = False) -> Shot:
    return Shot("veo_31_fast", Mode.TEXT, "", seconds=4, sound=sound)


def test_a_film_in_shape_is_left_alone(tmp_path: Path) -> None:
    assert conform(film(tmp_path / "a.mp4"), tmp_path / "b.mp4", shot()) == []
    assert not (tmp_path / "b.mp4").exists()


def test_an_index_at_the_end_is_put_in_front_without_encoding(tmp_path: Path) -> None:
    source = film(tmp_path / "a.mp4", faststart=False)
    with pytest.raises(EngineFailed):
        verify(source, shot())
    assert conform(source, tmp_path / "b.mp4", shot()) == ["put into an MP4 whose index comes first"]
    verify(tmp_path / "b.mp4", shot())
    assert packets(source) == packets(tmp_path / "b.mp4")


@pytest.mark.slow
def test_a_video_models_film_gets_size_rate_length_and_a_silent_track(tmp_path: Path) -> None:
    source = film(tmp_path / "a.mp4", (832, 480), 16, 65)
    changes = conform(source, tmp_path / "b.mp4", shot(sound=True))
    assert changes == [
        "scaled from 832x480",
        "shown at 24 instead of 16 frames a second",
        "given a silent sound track",
    ]
    clip = verify(tmp_path / "b.mp4", shot(sound=True))
    assert (clip.frames, clip.size, clip.sound) == (96, (1280, 720), True)
    # Each moment shows what it showed before: frame 60 is at 2.5 s, which was frame 40.
    assert abs(brightness(tmp_path / "b.mp4", 60) - brightness(source, 40)) < 2


@pytest.mark.slow
@pytest.mark.parametrize(("frames", "whole"), [(97, True), (121, True), (94, True), (90, False)])
def test_frames_too_many_are_cut_and_few_too_few_made_up(tmp_path: Path, frames: int, whole: bool) -> None:
    source = film(tmp_path / "a.mp4", (320, 180), 24, frames)
    changes = conform(source, tmp_path / "b.mp4", shot())
    assert bool(changes) == whole
    if whole:
        assert verify(tmp_path / "b.mp4", shot()).frames == 96


def test_sound_is_taken_away_or_made_right(tmp_path: Path) -> None:
    source = film(tmp_path / "a.mp4", sound_rate=32_000)
    assert conform(source, tmp_path / "b.mp4", shot()) == ["its sound taken away"]
    verify(tmp_path / "b.mp4", shot())
    assert conform(source, tmp_path / "c.mp4", shot(sound=True)) == ["its sound encoded anew from aac"]
    verify(tmp_path / "c.mp4", shot(sound=True))
    found = probe(tmp_path / "c.mp4").sound
    assert found is not None
    assert (found.rate, found.channels) == (48_000, 2)


@pytest.mark.slow
def test_another_container_and_codec_are_made_ours(tmp_path: Path) -> None:
    source = film(tmp_path / "a.webm", (640, 360), codec="libvpx", faststart=False)
    assert conform(source, tmp_path / "b.mp4", shot())
    verify(tmp_path / "b.mp4", shot())


def test_what_is_no_film_is_left_for_the_judge(tmp_path: Path) -> None:
    page = tmp_path / "a.mp4"
    page.write_text("<html>Please sign in.</html>")
    assert conform(page, tmp_path / "b.mp4", shot()) == []


def packets(path: Path) -> list[int]:
    with av.open(str(path)) as container:
        return [hash(bytes(packet)) for packet in container.demux(video=0) if packet.size]


def brightness(path: Path, number: int) -> float:
    with av.open(str(path)) as container:
        for index, frame in enumerate(container.decode(video=0)):
            if index == number:
                return float(frame.to_ndarray(format="gray").mean())
    raise AssertionError("no such frame")
