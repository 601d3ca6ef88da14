"""A film that goes on: its old packets untouched, every frame there, no jump in picture or sound at the seam."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic.pictures import alive, extend, reels, scenes
from rushes.engines.animatic.plan import Line, ShotPlan, Subject
from rushes.engines.animatic.sound import score
from rushes.engines.animatic.stage.scene import Scene
from rushes.errors import EngineFailed, Stopped
from rushes.media.probe import probe
from rushes.shot import Footage, Mode, Shot

SIZE = (128, 72)
ENCODER = {"preset": "veryfast", "crf": "20", "x264-params": "keyint=48:scenecut=0:stitchable=1"}
PLAN = ShotPlan(prompt="", seed=5, seconds=2, sounds=("wind", "birds"))


def pictures(first: int, count: int, size: tuple[int, int] = SIZE) -> Iterator[NDArray[np.uint8]]:
    """A ball that rolls over a gradient; frame numbers count from the film's beginning."""
    width, height = size
    for number in range(first, first + count):
        ramp = np.linspace(40, 200, width, dtype=np.float32)[None, :].repeat(height, 0)
        frame = np.ascontiguousarray(np.dstack([ramp, ramp[:, ::-1], ramp * 0.5]).astype(np.uint8))
        cv2.circle(frame, (10 + number, height // 2), 9, (30, 60, 240), -1, cv2.LINE_AA)
        yield frame


def film(
    path: Path,
    first: int,
    count: int,
    *,
    size: tuple[int, int] = SIZE,
    rate: int = 24,
    sound: NDArray[np.float32] | None = None,
    encoder: dict[str, str] = ENCODER,
    plan: ShotPlan | None = PLAN,
) -> Path:
    with av.open(str(path), "w", options={"movflags": "+faststart+use_metadata_tags"}) as out:
        if plan is not None:
            out.metadata[extend.PLAN_TAG] = json.dumps(plan.to_json())
        stream = out.add_stream("libx264", rate=rate, options=dict(encoder))
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        voice = out.add_stream("aac", rate=48000, layout="stereo") if sound is not None else None
        for number, pixels in enumerate(pictures(first, count, size)):
            frame = av.VideoFrame.from_ndarray(pixels, format="bgr24")
            frame.pts, frame.time_base = number, Fraction(1, rate)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
        if voice is not None and sound is not None:
            samples = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound.T), format="fltp", layout="stereo")
            samples.sample_rate, samples.pts, samples.time_base = 48000, 0, Fraction(1, 48000)
            out.mux(voice.encode(samples))
            out.mux(voice.encode(None))
    return path


def decoded(path: Path) -> list[NDArray[np.uint8]]:
    with av.open(str(path)) as source:
        return [np.asarray(f.to_ndarray(format="gray"), np.uint8) for f in source.decode(video=0)]


def test_what_is_there_is_copied_and_every_frame_is_in_the_joined_film(tmp_path: Path) -> None:
    old = film(tmp_path / "old.mp4", 0, 48, sound=score(PLAN, 2))
    new = film(tmp_path / "new.mp4", 48, 36, sound=score(PLAN, 1.5, starts=2))
    joined = extend.join(old, new, tmp_path / "out.mp4")
    assert joined == extend.Joined(frames=84, old_frames=48, stitched=True)
    found = probe(tmp_path / "out.mp4", whole=True)
    assert (found.frames, found.rate, found.steady, found.faststart) == (84, Fraction(24), True, True)
    assert found.sound is not None
    assert abs(found.sound.seconds - 3.5) < 0.05
    frames = decoded(tmp_path / "out.mp4")
    assert all(np.array_equal(a, b) for a, b in zip(frames, decoded(old) + decoded(new), strict=True))


def test_nothing_jumps_at_the_seam(tmp_path: Path) -> None:
    old = film(tmp_path / "old.mp4", 0, 24)
    new = film(tmp_path / "new.mp4", 24, 24)
    extend.join(old, new, tmp_path / "out.mp4")
    frames = np.array(decoded(tmp_path / "out.mp4"), np.int16)
    changes = np.abs(np.diff(frames, axis=0)).mean(axis=(1, 2))
    # A key frame alone changes a still picture by some tenths of a grey level.
    assert changes[23] < 1.0


def test_sound_goes_on_through_the_seam(tmp_path: Path) -> None:
    old = film(tmp_path / "old.mp4", 0, 48, sound=score(PLAN, 2))
    new = film(tmp_path / "new.mp4", 48, 24)
    tail = score(PLAN, 1 + extend.CROSSFADE_SECONDS, starts=2 - extend.CROSSFADE_SECONDS)
    extend.join(old, new, tmp_path / "out.mp4", tail=tail)
    heard = reels.sound(tmp_path / "out.mp4", 3 * 48000)
    whole = score(PLAN, 3).T
    seam = slice(2 * 48000 - 4800, 2 * 48000 + 4800)
    # AAC is not exact, but a gap, a click or a jump in phase would tear this apart.
    assert np.corrcoef(heard[:, seam].ravel(), whole[:, seam].ravel())[0, 1] > 0.85
    energy = (heard**2).sum(axis=0).reshape(-1, 2400).mean(axis=1)
    assert energy[38:42].min() > 0.25 * np.median(energy)


def test_a_film_may_be_extended_again(tmp_path: Path) -> None:
    parts = [film(tmp_path / f"{n}.mp4", n * 24, 24) for n in range(3)]
    extend.join(parts[0], parts[1], tmp_path / "01.mp4")
    joined = extend.join(tmp_path / "01.mp4", parts[2], tmp_path / "012.mp4")
    assert joined == extend.Joined(frames=72, old_frames=48, stitched=True)
    assert probe(tmp_path / "012.mp4", whole=True).frames == 72


@pytest.mark.parametrize(
    ("rate", "size", "frames"), [(30, SIZE, 24 + 24), (24, (96, 96), 30 + 24), (12, (64, 128), 60 + 24)]
)
def test_a_film_of_others_is_encoded_anew(tmp_path: Path, rate: int, size: tuple[int, int], frames: int) -> None:
    old = film(tmp_path / "old.mp4", 0, 30, size=size, rate=rate, encoder={"preset": "ultrafast"}, plan=None)
    new = film(tmp_path / "new.mp4", 30, 24, sound=score(PLAN, 1))
    joined = extend.join(old, new, tmp_path / "out.mp4")
    assert joined == extend.Joined(frames=frames, old_frames=frames - 24, stitched=False)
    found = probe(tmp_path / "out.mp4", whole=True)
    assert (found.frames, found.rate, found.size) == (frames, Fraction(24), SIZE)
    assert found.sound is not None
    assert abs(found.sound.seconds - frames / 24) < 0.05


def test_a_film_without_sound_stays_without(tmp_path: Path) -> None:
    old = film(tmp_path / "old.mp4", 0, 24, sound=score(PLAN, 1))
    new = film(tmp_path / "new.mp4", 24, 24)
    extend.join(old, new, tmp_path / "out.mp4")
    assert probe(tmp_path / "out.mp4").sound is None


def test_joining_stops_when_asked(tmp_path: Path) -> None:
    old, new = film(tmp_path / "old.mp4", 0, 24), film(tmp_path / "new.mp4", 24, 24)
    with pytest.raises(Stopped):
        extend.join(old, new, tmp_path / "out.mp4", stopped=lambda: True)


def test_the_last_frame_is_the_last(tmp_path: Path) -> None:
    path = film(tmp_path / "old.mp4", 0, 24)
    wanted = next(iter(pictures(23, 1))).astype(np.int16)
    assert np.abs(extend.last_frame(path)[..., :3].astype(np.int16) - wanted).mean() < 4


def test_what_is_no_film_cannot_be_continued(tmp_path: Path) -> None:
    (tmp_path / "old.mp4").write_bytes(b"not a film")
    with pytest.raises(EngineFailed):
        extend.last_frame(tmp_path / "old.mp4")


def test_a_plan_survives_in_the_film_and_in_what_is_joined(tmp_path: Path) -> None:
    def read(plan: object) -> ShotPlan:
        assert plan == json.loads(json.dumps(PLAN.to_json()))
        return PLAN

    old, new = film(tmp_path / "old.mp4", 0, 24), film(tmp_path / "new.mp4", 24, 24, plan=None)
    extend.join(old, new, tmp_path / "out.mp4")
    assert extend.plan_of(old, read) is PLAN
    assert extend.plan_of(tmp_path / "out.mp4", read) is PLAN
    assert extend.plan_of(new, read) is None


def test_new_lines_are_spoken_in_the_new_part_by_the_same_subject() -> None:
    fox, hare = Subject("fox", "quadruped"), Subject("hare", "quadruped")
    plan = ShotPlan(prompt="", seed=1, seconds=8, subjects=(hare, fox))
    asked = ShotPlan(prompt="", seed=1, seconds=7, subjects=(fox,), lines=(Line(0, "Hello.", starts_seconds=1.0),))
    (line,) = extend.going_on(plan, 8.0, asked).lines
    assert (line.speaker, line.starts_seconds) == (1, 9.0)


@pytest.mark.parametrize(("across", "down"), [(2.0, 0.0), (-1.5, 0.0), (0.0, 1.0), (0.0, 0.0)])
def test_the_camera_of_a_foreign_film_coasts_on(tmp_path: Path, across: float, down: float) -> None:
    chance = np.random.default_rng(3)
    world = cv2.GaussianBlur(chance.random((180, 320, 3), np.float32), (0, 0), 3)
    world = (world - world.min()) / (world.max() - world.min()) * 255
    path = tmp_path / "pan.mp4"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=24, options={"crf": "12"})
        stream.width, stream.height, stream.pix_fmt = 160, 90, "yuv420p"
        for number in range(12):
            matrix = np.array([[1.0, 0.0, 80 + across * number], [0.0, 1.0, 45 + down * number]])
            seen = cv2.warpAffine(world, matrix, (160, 90), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
            out.mux(stream.encode(av.VideoFrame.from_ndarray(seen.astype(np.uint8), format="bgr24")))
        out.mux(stream.encode(None))
    momentum = extend.going(path)
    # Right way, right size until the bound.
    for found, moved in zip(momentum.shift, (across / 160, down / 90), strict=True):
        wanted = np.clip(moved * 24, -0.0375, 0.0375)
        assert abs(found - wanted) < 0.004
    scene = alive.of(extend.last_frame(path), PLAN, (160, 90), momentum=momentum)
    frames = []
    for t in (0.0, 1 / 24):
        frame = np.empty((90, 160, 4), np.uint8)
        scene.frame(t, frame)
        frames.append(frame.astype(int))
    change = np.abs(frames[1] - frames[0])[..., :3].mean()
    assert (change > 0.4) == bool(across or down)


@pytest.mark.parametrize("ours", [True, False])
def test_a_film_of_ours_goes_on_as_its_own_scene_and_another_from_its_last_picture(tmp_path: Path, ours: bool) -> None:
    film(tmp_path / "old.mp4", 0, 48, plan=PLAN if ours else None)
    shot = Shot("animatic", Mode.EXTEND, "", footage=Footage("old.mp4", "video/mp4", SIZE, 2.0))
    built: list[ShotPlan] = []

    def build(plan: ShotPlan, size: tuple[int, int]) -> Scene:
        built.append(plan)
        return alive.of(np.zeros((72, 128, 4), np.uint8), plan, size)

    found = scenes.continuation(shot, PLAN, tmp_path.joinpath, lambda _: PLAN, build)
    assert found.ours is ours
    assert built == ([PLAN] if ours else [])
    assert found.starts == (2.0 if ours else pytest.approx(1 / 24))
    assert found.heard_seconds == pytest.approx(7.05)
    assert found.heard_from == (pytest.approx(1.95) if ours else 0.0)
