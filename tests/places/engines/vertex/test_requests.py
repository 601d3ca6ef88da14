"""Every mode and parameter arrives at Google in its own words."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rushes.engines import catalog
from rushes.errors import ShotUnsupported
from rushes.shot import Mode, Reference, Shot
from rushes.testing.fake_google import FakeGoogle
from tests.places.engines.hands import TakeInHand, lead, load, shot


@pytest.fixture(scope="module")
def google() -> Iterator[FakeGoogle]:
    with FakeGoogle() as made:
        yield made


def request_of(google: FakeGoogle) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The instance and the parameters of the newest request."""
    request: Any = list(google.operations.values())[-1].request
    return request["instances"][0], request["parameters"]


def film(google: FakeGoogle, asked: Shot, take: TakeInHand, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = lead(load("vertex", google.environment(take.folder), monkeypatch), asked, take)
    assert isinstance(made, Path), made
    return made


def test_a_prompt_brings_every_parameter_along(
    google: FakeGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = TakeInHand(tmp_path)
    asked = shot(negative_prompt="rain", aspect_ratio="9:16", seed=4_294_967_295, sound=False, seconds=6)
    film(google, asked, take, monkeypatch)
    instance, parameters = request_of(google)
    assert instance == {"prompt": "a fox"}
    assert parameters == {
        "sampleCount": 1,
        "aspectRatio": "9:16",
        "resolution": "720p",
        "durationSeconds": 6,
        "negativePrompt": "rain",
        "seed": 4_294_967_295,
        "generateAudio": False,
    }
    assert take.notes == {}


def test_children_are_left_out_and_the_difference_is_told(
    google: FakeGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = TakeInHand(tmp_path)
    film(google, shot(person_generation="allow_all"), take, monkeypatch)
    assert request_of(google)[1]["personGeneration"] == "allow_adult"
    assert take.notes == {"changed": {"personGeneration": {"asked": "allow_all", "sent": "allow_adult"}}}


@pytest.mark.slow
def test_frames_and_references_go_along_as_bytes(
    google: FakeGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = TakeInHand(tmp_path)
    first, last = take.picture("first"), take.picture("last one")
    film(google, shot(mode=Mode.FRAMES, first_frame=first, last_frame=last), take, monkeypatch)
    instance, _ = request_of(google)
    for name, picture in (("image", first), ("lastFrame", last)):
        assert instance[name]["mimeType"] == "image/png"
        assert base64.b64decode(instance[name]["bytesBase64Encoded"]) == take.file(picture.digest).read_bytes()
    references = (Reference(first), Reference(last))
    film(google, shot(mode=Mode.REFERENCES, references=references, seconds=8), take, monkeypatch)
    instance, _ = request_of(google)
    assert [one["referenceType"].lower() for one in instance["referenceImages"]] == ["asset", "asset"]
    assert "image" not in instance


@pytest.mark.slow
def test_footage_goes_along_and_comes_back_longer(
    google: FakeGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = TakeInHand(tmp_path)
    footage = take.footage(4)
    made = film(google, shot(mode=Mode.EXTEND, footage=footage, seconds=8), take, monkeypatch)
    instance, parameters = request_of(google)
    assert base64.b64decode(instance["video"]["bytesBase64Encoded"]) == take.file(footage.digest).read_bytes()
    assert "durationSeconds" not in parameters
    assert made.stat().st_size > 0


def test_footage_that_is_too_long_is_refused_before_anything_is_paid(
    google: FakeGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, before = TakeInHand(tmp_path), google.accepted
    footage = replace(take.footage(4), seconds=37.0)
    engine = load("vertex", google.environment(tmp_path), monkeypatch)
    ended = lead(engine, shot(mode=Mode.EXTEND, footage=footage, seconds=8), take)
    assert isinstance(ended, ShotUnsupported)
    assert "37.0 s" in ended.message
    assert google.accepted == before


def test_films_can_be_kept_in_a_bucket(google: FakeGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take = TakeInHand(tmp_path)
    engine = load("vertex", google.environment(tmp_path, bucket="reels"), monkeypatch)
    made = lead(engine, shot("far:filecut=1"), take)
    assert isinstance(made, Path)
    assert made.read_bytes() == list(google.operations.values())[-1].film()
    assert request_of(google)[1]["storageUri"] == "gs://reels/films/"


def test_express_mode_needs_a_key_only(google: FakeGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = load("vertex", google.environment(tmp_path, express=True), monkeypatch)
    assert isinstance(lead(engine, shot(), TakeInHand(tmp_path)), Path)
    assert list(google.operations.values())[-1].model.startswith("publishers/")


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({}, "GOOGLE_CLOUD_PROJECT"),
        ({"GEMINI_API_KEY": "k"}, "closed Veo on the Gemini API"),
        ({"GOOGLE_API_KEY": "k"}, "closed Veo on the Gemini API"),
        ({"GOOGLE_GENAI_USE_VERTEXAI": "true", "GOOGLE_API_KEY": "k"}, ""),
        ({"GOOGLE_CLOUD_PROJECT": "p"}, ""),
    ],
)
def test_what_is_lacking_is_said_in_a_line(
    environment: dict[str, str], word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("GOOGLE_CLOUD_PROJECT", "GOOGLE_API_KEY", "GEMINI_API_KEY", "GOOGLE_GENAI_USE_VERTEXAI"):
        monkeypatch.delenv(variable, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert word in catalog.lacking("vertex")
    assert bool(catalog.lacking("vertex")) == bool(word)
    assert ("vertex" in catalog.ready()) == (not word)
