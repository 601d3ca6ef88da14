"""The page for artists is true: its templates draw, and a file in its folder is a setting or a subject everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
import skia

from rushes.engines.animatic import artists, film, scenery, stage
from rushes.engines.animatic.director import noises, places
from rushes.engines.animatic.director.casting import words
from rushes.engines.animatic.light import Light
from rushes.engines.animatic.plan import SETTINGS, Camera, ShotPlan, Subject
from rushes.engines.animatic.rigs import catalog, thing
from rushes.engines.animatic.rigs.actor import Actor
from rushes.engines.animatic.stage.settings.catalog import SETTINGS as BUILT
from rushes.engines.animatic.stage.settings.catalog import Setting as BuiltSetting

PAGE = Path(__file__).parents[4] / "docs/how-to/artists.md"
NOON = Light((0.5, -0.7, 0.5), (1.0, 0.95, 0.9), (0.5, 0.5, 0.55), (0.9, 0.8, 0.7), (0.8, 0.85, 0.9), (0.1, 0.1, 0.2))


def template(name: str, folder: Path) -> Path:
    """The page's own code for a file of that name, written into a folder."""
    found = re.search(rf"`{name}\.py`.*?```python\n(.*?)```", PAGE.read_text(), re.S)
    assert found is not None, f"the page has a template {name}.py"
    path = folder / f"{name}.py"
    path.write_text(found.group(1))
    return path


def test_the_template_of_a_subject_draws_within_its_reach_and_moves(tmp_path: Path) -> None:
    declared = artists.read(template("snow_globe", tmp_path))
    assert not set(declared.words) & set(words())
    actor = Actor(thing.make(declared, Subject("snow globe", "snow_globe"), 3), NOON, 200.0, 3)
    pictures = []
    for t in (0.0, 0.5):
        pixels = np.zeros((240, 240, 4), np.uint8)
        actor.draw(skia.Canvas(pixels, colorType=skia.kBGRA_8888_ColorType), 120, 200, t)
        pictures.append(pixels)
    rows, columns = np.nonzero(pictures[0][..., 3])
    assert 90 < np.ptp(rows) < 120, "it is as tall as it says"
    assert rows.max() < 240 - 1
    assert columns.min() > 0
    assert (pictures[0] != pictures[1]).any()


@pytest.mark.parametrize(("time", "weather"), [("day", "clear"), ("night", "rain")])
def test_the_template_of_a_setting_builds_and_is_filmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, time: str, weather: str
) -> None:
    declared = artists.read(template("salt_flat", tmp_path))
    assert isinstance(declared, artists.Setting)
    monkeypatch.setitem(BUILT, "salt_flat", BuiltSetting(declared.build, declared.outdoors))
    plan = ShotPlan("", 3, 1.0, setting="salt_flat", time=time, weather=weather, camera=Camera("static"))
    frame = next(iter(film.rolled(stage.build(plan, (320, 180)), 1)))
    assert np.ptp(frame) > 40


def test_a_file_in_its_folder_is_known_everywhere() -> None:
    assert "graveyard" in artists.names("settings")
    for name, declared in artists.settings().items():
        assert name in SETTINGS
        assert BUILT[name].build is declared.build
        assert name in places.SETTING_WORDS
        assert name in noises.SETTING_SOUNDS
        assert scenery.of_setting(name) == declared.scenery
    for name, subject in artists.subjects().items():
        assert catalog.RIGS[name].words == subject.words
        assert words()[subject.words[0]] == name


def test_a_file_that_declares_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "nothing.py").write_text("WORDS = 'none'\n")
    with pytest.raises(ValueError, match="neither SETTING nor SUBJECT"):
        artists.read(tmp_path / "nothing.py")
