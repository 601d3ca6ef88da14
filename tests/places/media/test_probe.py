from __future__ import annotations

import contextlib
import random
import re
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rushes.errors import EngineFailed, MediaRefused
from rushes.media.posters import poster
from rushes.media.probe import expected_frames, probe, verify
from rushes.shot import Footage, Mode, Shot
from tests.places.media.films import film, texture

#: As small as a shot can be: 4 s of 720p, quickly encoded.
SHOT = Shot("veo_31_fast", Mode.TEXT, "a lighthouse", seconds=4)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return film(tmp_path_factory.mktemp("films") / "good.mp4", size=(1280, 720), frames=96)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return film(tmp_path_factory.mktemp("films") / "small.mp4", keys_every=12, frames=36)


@pytest.mark.parametrize("whole", [False, True])
def test_a_film_is_measured_exactly(small: Path, whole: bool) -> None:
    found = probe(small, whole=whole)
    assert (found.mime, found.codec, found.size, found.pixel_format) == ("video/mp4", "h264", (320, 180), "yuv420p")
    assert (found.rate, found.steady, found.frames, found.seconds) == (Fraction(24), True, 36, Fraction(3, 2))
    assert found.sound is not None
    assert (found.sound.codec, found.sound.rate, found.sound.channels) == ("aac", 48_000, 2)
    assert found.sound.seconds == pytest.approx(1.5, abs=0.05)
    assert found.faststart
    assert found.size_bytes == small.stat().st_size


def test_webm_and_quicktime_are_known_by_what_is_inside(tmp_path: Path) -> None:
    webm = film(tmp_path / "a.mp4", codec="libvpx", container="webm", frames=12)
    assert probe(webm, whole=True).mime == "video/webm"
    movie = film(tmp_path / "b.mp4", container="mov", frames=12)
    assert probe(movie).mime == "video/quicktime"


def test_a_playlist_named_mp4_is_not_followed(tmp_path: Path, small: Path) -> None:
    for text in (
        f"ffconcat version 1.0\nfile '{small}'\n",
        f"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1.5,\n{small}\n#EXT-X-ENDLIST\n",
    ):
        trap = tmp_path / "trap.mp4"
        trap.write_text(text)
        with pytest.raises(MediaRefused):
            probe(trap)


def test_a_verified_clip_is_described_by_its_bytes(good: Path) -> None:
    clip = verify(good, SHOT)
    assert (clip.size, clip.rate, clip.frames, clip.seconds) == ((1280, 720), Fraction(24), 96, Fraction(4))
    assert clip.sound
    assert re.fullmatch("[0-9a-f]{64}", clip.digest)
    assert clip.size_bytes == good.stat().st_size


@pytest.mark.parametrize(
    ("made", "wrong"),
    [
        ({"size": (640, 360)}, "640x360, not 1280x720"),
        ({"size": (720, 1280)}, "720x1280, not 1280x720"),
        ({"frames": 95}, "95 frames, not 96"),
        ({"rate": 25, "frames": 96}, "25 frames a second, not 24"),
        ({"step": lambda n: n + n // 30}, "unsteadily"),
        ({"sound": False}, "no sound"),
        ({"sound_frames": 48}, "its sound lasts 2.0"),
        ({"sound_rate": 44_100}, "44100 Hz"),
        ({"layout": "mono"}, "1 channels"),
        ({"faststart": False}, "moov"),
        ({"container": "mov"}, "video/quicktime"),
        ({"codec": "mpeg4"}, "not h264"),
    ],
)
def test_verify_names_what_is_wrong(tmp_path: Path, made: dict[str, object], wrong: str) -> None:
    path = film(tmp_path / "clip.mp4", **({"size": (1280, 720), "frames": 96} | made))  # type: ignore[arg-type]
    with pytest.raises(EngineFailed, match=re.escape(wrong)) as caught:
        verify(path, SHOT)
    assert caught.value.again


def test_sound_that_was_not_asked_for_is_refused(good: Path) -> None:
    silent = Shot("veo_31_fast", Mode.TEXT, "a lighthouse", seconds=4, sound=False)
    with pytest.raises(EngineFailed, match="although none was asked for"):
        verify(good, silent)


def test_an_extension_has_the_frames_of_its_footage_and_seven_seconds() -> None:
    footage = Footage("0" * 64, "video/mp4", (1280, 720), 4.0)
    assert expected_frames(Shot("veo_31_fast", Mode.EXTEND, "", footage=footage)) == (4 + 7) * 24


@pytest.mark.parametrize("kept", [0.0, 0.1, 0.5, 0.95, 0.999])
def test_a_clip_cut_short_is_never_a_clip(tmp_path: Path, good: Path, kept: float) -> None:
    data = good.read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(data[: int(len(data) * kept)])
    with pytest.raises(EngineFailed):
        verify(cut, SHOT)


def test_zeros_in_the_middle_of_the_data_are_seen(tmp_path: Path, good: Path) -> None:
    data = bytearray(good.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 20_000] = bytes(20_000)
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(data)
    with pytest.raises(EngineFailed):
        verify(broken, SHOT)


def test_a_poster_is_not_the_black_beginning(tmp_path: Path) -> None:
    path = film(
        tmp_path / "fade.mp4", frames=48, picture=lambda size, n: (texture(size, n) * min(1.0, n / 16)).astype("uint8")
    )
    made = poster(path, tmp_path / "poster.jpg")
    assert made.size == (320, 180)
    with Image.open(tmp_path / "poster.jpg") as picture:
        assert picture.format == "JPEG"
        assert np.asarray(picture).max() > 190


def test_a_coding_that_nobody_knows_is_refused(tmp_path: Path, small: Path) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(small.read_bytes().replace(b"avc1", b"zzzz"))
    with pytest.raises(MediaRefused, match="picture is coded as"):
        probe(path)


def test_a_coding_that_is_seldom_seen_is_not_decoded(tmp_path: Path) -> None:
    with pytest.raises(MediaRefused, match="coded as mpeg2video"):
        probe(film(tmp_path / "a.mov", codec="mpeg2video", container="mov", frames=6, sound=False))


def test_a_damaged_film_is_measured_or_refused_whatever_the_damage(tmp_path: Path, small: Path) -> None:
    luck, data, path = random.Random(7), small.read_bytes(), tmp_path / "a.mp4"
    for _ in range(150):
        changed = bytearray(data)
        for _ in range(luck.choice([1, 3, 20])):
            place = luck.randrange(3000 if luck.random() < 0.7 else len(data))
            match luck.randrange(3):
                case 0:
                    changed[place] = luck.randrange(256)
                case 1:
                    changed[place : place + 4] = luck.choice([b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff"])
                case _:
                    del changed[place : place + luck.randrange(1, 50)]
        path.write_bytes(changed)
        with contextlib.suppress(MediaRefused):
            probe(path)
