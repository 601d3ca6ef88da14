"""Every mode through the engine: the frames that were promised, the pictures that were given, joins that nobody notices."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from fractions import Fraction
from itertools import pairwise, product
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic.engine import AnimaticEngine
from rushes.engines.animatic.pictures.picture import fitted, read
from rushes.engines.animatic.sound.master import loudness_lufs, true_peak_dbtp
from rushes.shot import Footage, Mode, Picture, Reference, Shot

from .test_engine import TINY, Taken, measured, small

Grey = NDArray[np.float64]
FILMED = "A red fox trots through a snowy pine forest at dusk"


def ssim(one: Grey, other: Grey) -> float:
    """Structural similarity (Wang et al. 2004) of two grey pictures, with its Gaussian window of 1.5 pixels."""

    def soft(picture: Grey) -> Grey:
        return np.asarray(cv2.GaussianBlur(picture, (11, 11), 1.5), np.float64)

    a, b = soft(one), soft(other)
    spread_a, spread_b, together = soft(one * one) - a * a, soft(other * other) - b * b, soft(one * other) - a * b
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    similar = ((2 * a * b + c1) * (2 * together + c2)) / ((a * a + b * b + c1) * (spread_a + spread_b + c2))
    return float(similar.mean())


def greys(path: Path) -> list[Grey]:
    with av.open(str(path)) as film:
        pictures = [frame.to_ndarray(format="bgr24") for frame in film.decode(video=0)]
    return [cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY).astype(np.float64) for picture in pictures]


def heard(path: Path) -> NDArray[np.float32]:
    """(channel, sample)"""
    with av.open(str(path)) as film:
        return np.concatenate([frame.to_ndarray() for frame in film.decode(audio=0)], axis=1)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Stills of another shape than the film: two moments of one of our films, and a sheet with a thing on it."""
    folder = tmp_path_factory.mktemp("pictures")
    made: dict[str, Path] = {}
    for seed in (3, 4):
        take = Taken(folder / str(seed))
        take.folder.mkdir()
        path = AnimaticEngine().render(small(seed=seed, sound=False), take)
        with av.open(str(path)) as film:
            frame = next(iter(film.decode(video=0))).to_ndarray(format="bgr24")
        made[f"still{seed}"] = folder / f"still{seed}.png"
        cv2.imwrite(str(made[f"still{seed}"]), cv2.resize(frame, (480, 400), interpolation=cv2.INTER_CUBIC))
    sheet = np.full((200, 200, 3), 236, np.uint8)
    cv2.circle(sheet, (100, 110), 62, (40, 60, 220), -1, cv2.LINE_AA)
    made["thing"] = folder / "thing.png"
    cv2.imwrite(str(made["thing"]), sheet)
    return made


def picture(digest: str) -> Picture:
    return Picture(digest, "image/png", (480, 400))


def given(path: Path, size: tuple[int, int]) -> Grey:
    frame = np.ascontiguousarray(fitted(read(path), size).frame[..., :3])
    return np.asarray(cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY), np.float64)


@pytest.mark.parametrize("aspect", ["16:9", pytest.param("9:16", marks=pytest.mark.slow)])
def test_a_film_begins_as_its_image_and_ends_as_its_last_frame(
    aspect: str, pictures: dict[str, Path], tmp_path: Path
) -> None:
    shot = small(mode=Mode.FRAMES, first_frame=picture("still3"), last_frame=picture("still4"), aspect_ratio=aspect)
    seen = greys(AnimaticEngine().render(shot, Taken(tmp_path, files=pictures)))
    assert len(seen) == 96
    assert ssim(seen[0], given(pictures["still3"], shot.size)) >= 0.97
    assert ssim(seen[-1], given(pictures["still4"], shot.size)) >= 0.97


def test_a_picture_that_comes_alive_begins_as_itself(pictures: dict[str, Path], tmp_path: Path) -> None:
    shot = small(mode=Mode.IMAGE, first_frame=picture("still3"), prompt="It snows, push in")
    seen = greys(AnimaticEngine().render(shot, Taken(tmp_path, files=pictures)))
    assert ssim(seen[0], given(pictures["still3"], shot.size)) >= 0.97
    assert np.abs(seen[0] - seen[-1]).mean() > 2, "and it moves"


def test_a_reference_is_seen_in_the_scene(pictures: dict[str, Path], tmp_path: Path) -> None:
    references = (Reference(picture("thing")),)
    shot = small(
        mode=Mode.REFERENCES, references=references, prompt="It lies on a green meadow", seconds=8, sound=False
    )
    path = AnimaticEngine().render(shot, Taken(tmp_path, files=pictures))
    with av.open(str(path)) as film:
        middle = [frame.to_ndarray(format="bgr24") for frame in film.decode(video=0)][96].astype(int)
    red = (middle[..., 2] > 120) & (middle[..., 2] - middle[..., 1] > 60) & (middle[..., 2] - middle[..., 0] > 50)
    assert red.sum() > 60, "the red thing of the reference stands on the green meadow"


@pytest.mark.slow
def test_nobody_notices_where_an_extension_begins(tmp_path: Path) -> None:
    engine = AnimaticEngine()
    (tmp_path / "old").mkdir()
    old = engine.render(small(), Taken(tmp_path / "old"))
    take = Taken(tmp_path, files={"old": old})
    path = engine.render(small(mode=Mode.EXTEND, footage=Footage("old", "video/mp4", TINY, 4.0)), take)
    changes = [float(np.abs(b - a).mean()) for a, b in pairwise(greys(path))]
    join = changes[95]
    assert join <= 1.25 * max(changes[80:95] + changes[96:111]), "the picture"
    sound = heard(path).mean(axis=0)
    steps = np.abs(np.diff(sound, 2))
    seam = 4 * 48_000 + 1024  # the encoder's first frame comes before the film
    around = steps[seam - 4_800 : seam + 4_800]
    assert around.max() <= 1.5 * np.quantile(steps, 0.9999), "no click"
    assert abs(loudness_lufs(heard(path)) + 16) <= 1.5
    assert true_peak_dbtp(heard(path)) <= -1.0


@pytest.mark.slow
def test_another_process_makes_the_same_bytes(tmp_path: Path) -> None:
    code = """if True:
        import sys
        from pathlib import Path
        from rushes.engines.animatic.engine import AnimaticEngine
        from tests.places.engines.animatic.test_engine import Taken, small
        AnimaticEngine().render(small(seed=9, seconds=4), Taken(Path(sys.argv[1])))
    """
    digests = set()
    for number in range(2):
        folder = tmp_path / str(number)
        folder.mkdir()
        subprocess.run([sys.executable, "-c", code, str(folder)], check=True, timeout=110)
        digests.add(hashlib.sha256((folder / "clip.mp4").read_bytes()).hexdigest())
    assert len(digests) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("seconds", "aspect", "sound", "quality"),
    [
        (4, "9:16", True, "draft"),
        (6, "16:9", False, "fine"),
        (8, "9:16", False, "standard"),
        (6, "9:16", True, "standard"),
    ],
)
def test_frames_and_lengths_are_exact(seconds: int, aspect: str, sound: bool, quality: str, tmp_path: Path) -> None:
    _exact(small(seconds=seconds, aspect_ratio=aspect, sound=sound, quality=quality), tmp_path)


@pytest.mark.long
@pytest.mark.timeout(5400)
@pytest.mark.parametrize("resolution", ["720p", "1080p", "4k"])
def test_frames_and_lengths_are_exact_in_all_combinations(resolution: str, tmp_path: Path) -> None:
    lengths = (4, 6, 8) if resolution == "720p" else (8,)
    for number, (seconds, aspect, sound) in enumerate(product(lengths, ("16:9", "9:16"), (True, False))):
        folder = tmp_path / str(number)
        folder.mkdir()
        shot = Shot(
            model="animatic", mode=Mode.TEXT, prompt=FILMED, resolution=resolution, seconds=seconds, aspect_ratio=aspect, sound=sound,
        )  # fmt: skip
        _exact(shot, folder)


def _exact(shot: Shot, folder: Path) -> None:
    found = measured(AnimaticEngine().render(shot, Taken(folder)))
    assert (found.size, found.frames, found.rate) == (shot.size, shot.seconds * 24, Fraction(24))
    if shot.sound:
        assert found.seconds_of_sound == pytest.approx(shot.seconds, abs=1024 / 48_000)
    else:
        assert found.seconds_of_sound is None
