"""Extensions through the engine: of films of ours until the limit, and of films that others made."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from rushes.engines.animatic.director import edited
from rushes.engines.animatic.engine import AnimaticEngine
from rushes.engines.animatic.pictures import extend
from rushes.engines.animatic.sound import score
from rushes.shot import EXTENDED_SECONDS_MAX, EXTENSION_SECONDS, Footage, Mode

from .test_engine import TINY, Taken, measured, small
from .test_modes import greys, heard
from .test_pictures_extend import film

MUSICAL = "A red fox trots through a snowy pine forest at dusk, the wind howls, epic orchestral music"


def _packets(path: Path, count: int) -> str:
    """The digest of the first `count` packets of the picture, with their times."""
    digest = hashlib.sha256()
    with av.open(str(path)) as opened:
        stream = opened.streams.video[0]
        packets = sorted((p for p in opened.demux(stream) if p.size), key=lambda p: p.dts or 0)
        assert stream.time_base is not None
        first = packets[0].dts or 0
        for packet in packets[:count]:
            digest.update(str(Fraction((packet.dts or 0) - first) * stream.time_base).encode() + bytes(packet))
    return digest.hexdigest()


def _extended(old: Path, seconds: int, folder: Path, **wishes: object) -> Path:
    folder.mkdir()
    footage = Footage("old", "video/mp4", TINY, float(seconds))
    shot = small(mode=Mode.EXTEND, footage=footage, **wishes)
    return AnimaticEngine().render(shot, Taken(folder, files={"old": old}))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_music_and_wind_go_on_in_phase_and_nothing_clicks(tmp_path: Path) -> None:
    (tmp_path / "0").mkdir()
    old = AnimaticEngine().render(small(prompt=MUSICAL, quality="draft"), Taken(tmp_path / "0"))
    sound = heard(_extended(old, 4, tmp_path / "1", prompt="", quality="draft"))
    seam = 4 * 48_000
    # What a film of eleven seconds in one piece would have sounded like, around the seam.
    plan = extend.plan_of(old, edited.read)
    assert plan is not None
    assert plan.music == "epic"
    whole = score(plan, 11.0).T
    best = max(
        float(np.corrcoef(sound[:, seam + lag - 24_000 : seam + lag + 24_000].ravel(), whole[:, seam - 24_000 : seam + 24_000].ravel())[0, 1])
        for lag in (0, 1024, 2048)
    )  # fmt: skip
    assert best > 0.8
    steps = np.abs(np.diff(sound.mean(axis=0), 2))
    assert steps[seam - 4_800 : seam + 7_000].max() <= 1.5 * np.quantile(steps, 0.9999)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    ("encoder", "rate", "with_sound"),
    [({"preset": "ultrafast", "bf": "3"}, 30, True), ({"preset": "slow", "crf": "28"}, 25, False), ({"preset": "fast"}, 12, True)],
    ids=["30 a second", "silent", "12 a second"],
)  # fmt: skip
def test_a_film_of_another_maker_goes_on(encoder: dict[str, str], rate: int, with_sound: bool, tmp_path: Path) -> None:
    chance = np.random.default_rng(1)
    noise = (chance.standard_normal((4 * 48_000, 2)) * 0.1).astype(np.float32) if with_sound else None
    old = film(tmp_path / "old.mp4", 0, 4 * rate, size=(256, 144), rate=rate, sound=noise, encoder=encoder, plan=None)
    path = _extended(old, 4, tmp_path / "1", prompt="It snows", quality="draft")
    found = measured(path)
    assert (found.size, found.frames, found.rate) == (TINY, (4 + EXTENSION_SECONDS) * 24, Fraction(24))
    assert found.seconds_of_sound == pytest.approx(4 + EXTENSION_SECONDS, abs=0.05)
    changes = [float(np.abs(b - a).mean()) for a, b in pairwise(greys(path))]
    # The key frame there redraws the bands of a smooth gradient: a grey level or so.
    assert changes[95] <= 1.25 * max(*changes[80:95], *changes[96:111]) + 1.0


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_film_may_be_extended_until_it_lasts_148_seconds(tmp_path: Path) -> None:
    """Goal: an hour of patience is not lost. Method: twenty extensions of an eight second film, the old pictures compared
    packet by packet after each, the seams looked at and listened to in the end."""
    (tmp_path / "8").mkdir()
    path, seconds = AnimaticEngine().render(small(seconds=8, quality="draft"), Taken(tmp_path / "8")), 8
    while seconds + EXTENSION_SECONDS <= EXTENDED_SECONDS_MAX:
        longer = _extended(path, seconds, tmp_path / str(seconds + EXTENSION_SECONDS), quality="draft")
        assert _packets(longer, seconds * 24) == _packets(path, seconds * 24), seconds
        path, seconds = longer, seconds + EXTENSION_SECONDS
    assert seconds == EXTENDED_SECONDS_MAX
    found = measured(path)
    assert found.frames == EXTENDED_SECONDS_MAX * 24
    assert found.seconds_of_sound == pytest.approx(EXTENDED_SECONDS_MAX, abs=0.05)
    changes = np.array([float(np.abs(b - a).mean()) for a, b in pairwise(greys(path))])
    seams = [(8 + EXTENSION_SECONDS * number) * 24 - 1 for number in range(20)]
    assert changes[seams].max() <= 1.5 * np.quantile(changes, 0.99)
    loud = (heard(path) ** 2).sum(axis=0)
    level = loud[: loud.size // 2400 * 2400].reshape(-1, 2400).mean(axis=1)
    assert level[2:-2].min() > 0.02 * np.median(level), "no gap in the sound"
