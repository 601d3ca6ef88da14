"""Goal: a film from afar can do no more harm than to itself.
Method: real processes, good films, and one whose reading never ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from rushes.errors import EngineFailed
from rushes.media import shaper, shaping
from rushes.media.conform import conform
from rushes.testing.fake_engine import write_clip
from tests.places.engines.hands import shot


def test_a_film_is_shaped_apart_as_it_would_be_here(tmp_path: Path) -> None:
    film, silent = tmp_path / "film.mp4", shot(sound=False)
    write_clip(film, shot())
    assert shaping.shape(film, tmp_path / "same.mp4", shot()) == []
    assert shaping.shape(film, tmp_path / "apart.mp4", silent) == conform(film, tmp_path / "here.mp4", silent) != []
    assert (tmp_path / "apart.mp4").read_bytes() == (tmp_path / "here.mp4").read_bytes()
    (tmp_path / "page.mp4").write_text("<html>")
    assert shaping.shape(tmp_path / "page.mp4", tmp_path / "none.mp4", shot()) == []


def test_a_film_that_cannot_be_read_to_its_end_is_given_up_and_the_next_is_shaped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film, endless = tmp_path / "film.mp4", tmp_path / "endless.mp4"
    write_clip(film, shot())
    os.mkfifo(endless)
    with monkeypatch.context() as patched:
        patched.setattr(shaping, "WALL_SECONDS", 0.2)
        with pytest.raises(EngineFailed):
            shaping.shape(endless, tmp_path / "none.mp4", shot())
    assert shaping.shape(film, tmp_path / "same.mp4", shot()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells another process's limits")
def test_the_process_is_limited_and_knows_no_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOOGLE_API_KEY", "secret")
    monkeypatch.setattr(shaping, "_idle", [])
    write_clip(tmp_path / "film.mp4", shot())
    shaping.shape(tmp_path / "film.mp4", tmp_path / "same.mp4", shot())
    (idle,) = shaping._idle
    about = Path(f"/proc/{idle._process.pid}")
    assert f"Max address space         {shaper.MEMORY_BYTES} " in (about / "limits").read_text()
    assert b"secret" not in (about / "environ").read_bytes()
    idle.close()
