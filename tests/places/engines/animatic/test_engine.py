"""The engine: a shot becomes a film with exactly its frames, shape, length and sound, the same bytes every time."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from rushes.engines.animatic import film, stage
from rushes.engines.animatic.engine import AnimaticEngine
from rushes.engines.animatic.pictures import extend
from rushes.engines.animatic.plan import Camera, ShotPlan, Subject
from rushes.errors import Stopped
from rushes.shot import Footage, Mode, Shot

TINY = (320, 180)
PROMPT = "A red fox trots through a snowy pine forest at dusk"


@dataclass
class Taken:
    """A take that remembers what it was told and can be stopped after some reports."""

    folder: Path
    number: int = 1
    stop_after: int = 10**9
    files: dict[str, Path] = field(default_factory=dict)
    told: list[tuple[float, str, bytes | None, dict[str, object] | None]] = field(default_factory=list)

    @property
    def stopped(self) -> bool:
        return len(self.told) >= self.stop_after

    def file(self, digest: str) -> Path:
        return self.files[digest]

    def report(
        self, fraction: float, stage: str, still: Path | None = None, note: dict[str, object] | None = None
    ) -> None:
        self.told.append((fraction, stage, still.read_bytes() if still else None, note))


@dataclass(frozen=True)
class SmallShot(Shot):
    """A shot at a size that tests can afford."""

    @property
    def size(self) -> tuple[int, int]:
        return TINY if self.aspect_ratio == "16:9" else (TINY[1], TINY[0])


def small(**changes: object) -> Shot:
    values: dict[str, object] = {"model": "animatic", "mode": Mode.TEXT, "prompt": PROMPT, "seconds": 4, "seed": 5}
    return SmallShot(**{**values, **changes})  # type: ignore[arg-type]


@dataclass(frozen=True)
class Measured:
    size: tuple[int, int]
    frames: int
    rate: Fraction | None
    seconds_of_sound: float | None
    colours: tuple[int, int]
    tags: dict[str, str]


def measured(path: Path) -> Measured:
    with av.open(str(path)) as opened:
        video = opened.streams.video[0]
        frames = sum(1 for _ in opened.decode(video))
        context = video.codec_context
        sound = opened.streams.audio[0] if opened.streams.audio else None
        seconds = float(sound.duration * sound.time_base) if sound and sound.duration and sound.time_base else None
        return Measured(
            (context.width, context.height), frames, video.average_rate, seconds, (int(context.colorspace), int(context.color_range)), dict(opened.metadata)
        )  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Taken]:
    take = Taken(tmp_path_factory.mktemp("take"))
    return AnimaticEngine().render(small(), take), take


def test_a_film_has_exactly_its_frames_shape_and_sound(made: tuple[Path, Taken]) -> None:
    path, take = made
    assert path.parent == take.folder
    found = measured(path)
    assert (found.size, found.frames, found.rate) == (TINY, 96, Fraction(24))
    assert found.seconds_of_sound == pytest.approx(4.0, abs=1024 / 48000)
    assert found.colours == (1, 1)


def test_a_film_starts_before_all_of_it_is_there(made: tuple[Path, Taken]) -> None:
    head = made[0].read_bytes()[:4096]
    assert b"moov" in head


def test_a_film_carries_its_plan_and_says_what_it_is(made: tuple[Path, Taken]) -> None:
    tags = measured(made[0]).tags
    assert "animatic" in tags["comment"]
    assert '"setting":"pine_forest"' in tags[extend.PLAN_TAG]


def test_progress_is_told_with_the_plan_first_and_stills_after(made: tuple[Path, Taken]) -> None:
    told = made[1].told
    assert told[0][3] is not None
    assert "shot_plan" in told[0][3]
    fractions = [entry[0] for entry in told]
    assert fractions == sorted(fractions)
    assert fractions[-1] > 0.95
    stills = [entry[2] for entry in told if entry[2]]
    assert len(stills) >= 2
    assert all(still[:2] == b"\xff\xd8" for still in stills)


def test_a_silent_shot_has_no_sound_track(tmp_path: Path) -> None:
    path = AnimaticEngine().render(small(sound=False), Taken(tmp_path))
    assert measured(path).seconds_of_sound is None


def test_a_tall_shot_is_tall(tmp_path: Path) -> None:
    path = AnimaticEngine().render(small(aspect_ratio="9:16", sound=False), Taken(tmp_path))
    assert measured(path).size == (180, 320)


def test_a_stopped_take_ends_at_once(tmp_path: Path) -> None:
    take = Taken(tmp_path, stop_after=3)
    with pytest.raises(Stopped):
        AnimaticEngine().render(small(seconds=8), take)
    assert len(take.told) == 3


def test_one_and_two_threads_give_the_same_bytes(tmp_path: Path) -> None:
    plan = ShotPlan(
        "", 3, 1.0, setting="street", time="night", weather="rain", camera=Camera("track"),
        subjects=(Subject("fox", "fox", "trot", travels=True),),
    )  # fmt: skip
    films: list[bytes] = []
    for threads in (1, 2, 2):
        path = tmp_path / f"{len(films)}.mp4"
        film.shoot(stage.build(plan, TINY), 24, path, threads=threads, seed=3)
        films.append(path.read_bytes())
    assert films[0] == films[1] == films[2]


def test_another_seed_gives_another_film(tmp_path: Path) -> None:
    still = []
    for seed in (1, 2):
        take = Taken(tmp_path / str(seed))
        take.folder.mkdir()
        AnimaticEngine().render(small(seed=seed, sound=False), take)
        with av.open(str(take.folder / "clip.mp4")) as opened:
            still.append(next(iter(opened.decode(video=0))).to_ndarray(format="gray").astype(int))
    assert np.abs(still[0] - still[1]).mean() > 2.0


def test_an_extension_keeps_the_old_film_and_adds_seven_seconds(made: tuple[Path, Taken], tmp_path: Path) -> None:
    old = made[0]
    take = Taken(tmp_path, files={"old": old})
    footage = Footage("old", "video/mp4", TINY, 4.0)
    path = AnimaticEngine().render(small(mode=Mode.EXTEND, footage=footage, prompt="It looks back"), take)
    found = measured(path)
    assert found.frames == 96 + 168
    assert found.seconds_of_sound == pytest.approx(11.0, abs=2048 / 48000)
    with av.open(str(old)) as before, av.open(str(path)) as after:
        for ours, theirs, _ in zip(before.decode(video=0), after.decode(video=0), range(90), strict=False):
            assert np.array_equal(ours.to_ndarray(), theirs.to_ndarray())


def test_the_doctor_finds_it_well() -> None:
    health = AnimaticEngine().doctor()
    assert health.well
    assert health.line


@pytest.mark.parametrize("name", ["draft", "fine"])
def test_quality_changes_the_pixels_and_not_the_frames(name: str, tmp_path: Path, made: tuple[Path, Taken]) -> None:
    path = AnimaticEngine().render(small(quality=name, sound=False), Taken(tmp_path))
    found = measured(path)
    assert (found.size, found.frames) == (TINY, 96)
    with av.open(str(path)) as ours, av.open(str(made[0])) as standard:
        one, other = (
            next(iter(film.decode(video=0))).to_ndarray(format="gray").astype(float) for film in (ours, standard)
        )
    assert 0.5 < np.abs(one - other).mean() < 12, "the same picture, drawn otherwise"


def test_a_stop_is_heard_between_the_layers_of_a_scene() -> None:
    plan = ShotPlan("", 3, 1.0, setting="city")
    made: list[int] = []

    def check() -> None:
        made.append(1)
        if len(made) == 3:
            raise Stopped

    with pytest.raises(Stopped):
        stage.build(plan, TINY, check=check)
    assert len(made) == 3
