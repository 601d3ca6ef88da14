"""A server of /v1/videos is asked in its own words, as OpenAI's client does it, and its films come home."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Iterator
from pathlib import Path

import httpx
import openai
import pytest

from rushes.engine import Declined, Progress
from rushes.errors import EngineError, EngineFailed, Misconfigured, QuotaExceeded, ShotUnsupported, Unavailable
from rushes.shot import Mode
from rushes.testing.fake_videos_api import KEYS, MODEL, FakeVideosApi
from tests.places.engines.hands import TakeInHand, lead, load, shot


@pytest.fixture(scope="module")
def videos() -> Iterator[FakeVideosApi]:
    with FakeVideosApi() as made:
        yield made


@pytest.mark.parametrize("encoding", ["json", "multipart"])
def test_a_prompt_becomes_a_film(
    videos: FakeVideosApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    take = TakeInHand(tmp_path)
    environment = videos.environment() | {"RUSHES_VIDEOS_API_ENCODING": encoding}
    made = lead(load("videos_api", environment, monkeypatch), shot(negative_prompt="rain"), take)
    assert isinstance(made, Path), made
    operation = list(videos.operations.values())[-1]
    assert made.read_bytes() == operation.film()
    expected = {"model": MODEL, "prompt": "a fox", "seconds": "4", "size": "1280x720", "seed": "7", "files": []}
    assert operation.request == expected
    assert take.notes == {"changed": {"negativePrompt": {"asked": "rain", "sent": None}}}
    assert videos.calls[-3].headers["content-type"].startswith("multipart/" if encoding == "multipart" else "applic")


@pytest.mark.slow
def test_pictures_and_footage_go_along_as_files(
    videos: FakeVideosApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = TakeInHand(tmp_path)
    engine = load("videos_api", videos.environment(), monkeypatch)
    assert isinstance(lead(engine, shot(mode=Mode.IMAGE, first_frame=take.picture("first")), take), Path)
    assert list(videos.operations.values())[-1].request["files"] == ["input_reference"]
    engine = load("videos_api", videos.environment(), monkeypatch)
    assert isinstance(lead(engine, shot(mode=Mode.EXTEND, footage=take.footage(4), seconds=8), take), Path)
    extended = list(videos.operations.values())[-1]
    assert (extended.request["files"], extended.request["seconds"]) == (["video"], "7")
    engine = load("videos_api", videos.environment(), monkeypatch)
    frames = shot(mode=Mode.FRAMES, first_frame=take.picture("a"), last_frame=take.picture("b"))
    assert isinstance(lead(engine, frames, take), ShotUnsupported), "it is not declared that it can do that"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("far:429", QuotaExceeded),
        ("far:503", EngineFailed),
        ("far:400", ShotUnsupported),
        ("far:401", EngineFailed),
        ("far:500", Unavailable),
        ("far:502", Unavailable),
        ("far:lost", httpx.TransportError),
        ("far:expired", EngineFailed),
        ("far:gone", EngineFailed),
        ("far:mime", EngineFailed),
        ("far:filter", Declined),
        ("far:error", Declined),
        ("far:neither", Declined),
        ("far:poll500=2 far:poll429=1 far:pollcut=1 far:filecut=1", Path),
    ],
)
def test_each_fault_has_its_kind(
    videos: FakeVideosApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str, kind: type[object]
) -> None:
    ended = lead(load("videos_api", videos.environment(), monkeypatch), shot(word), TakeInHand(tmp_path))
    assert isinstance(ended, kind), repr(ended)
    if kind in (Unavailable, httpx.TransportError):
        assert not isinstance(ended, EngineError), "nobody knows whether it was accepted"
    if isinstance(ended, Declined):
        assert ended.filtered == (word == "far:filter")


def test_the_server_says_when_to_ask_again(
    videos: FakeVideosApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = load("videos_api", videos.environment(), monkeypatch)

    async def first_poll() -> object:
        return await engine.poll(await engine.submit(shot("far:slow=60"), TakeInHand(tmp_path)))

    found = asyncio.run(first_poll())
    assert isinstance(found, Progress)
    assert found.next_seconds == 0.2


def test_an_operation_is_asked_for_with_the_key_that_began_it(
    videos: FakeVideosApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = videos.environment() | {"RUSHES_VIDEOS_API_KEY": KEYS[1]}
    operation = asyncio.run(load("videos_api", old, monkeypatch).submit(shot(), TakeInHand(tmp_path)))
    asyncio.run(load("videos_api", videos.environment(), monkeypatch).poll(operation))
    assert videos.calls[-1].headers["authorization"] == f"Bearer {KEYS[1]}"


def test_a_delete_stops_it(videos: FakeVideosApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = load("videos_api", videos.environment(), monkeypatch)

    async def begin_and_cancel() -> object:
        return await engine.cancel(await engine.submit(shot("far:slow=60"), TakeInHand(tmp_path)))

    outcome = asyncio.run(begin_and_cancel())
    assert (outcome.stopped, outcome.still_costs) == (True, False)  # type: ignore[attr-defined]
    assert list(videos.operations.values())[-1].canceled


@pytest.mark.slow
def test_the_fake_serves_the_official_client(videos: FakeVideosApi, tmp_path: Path) -> None:
    client = openai.OpenAI(base_url=f"{videos.url}/v1", api_key=KEYS[0])
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        video = client.videos.create_and_poll(prompt="far:slow=0.3 a fox", model=MODEL, seconds="4", size="1280x720")
        assert (video.status, video.seconds, video.size, video.progress) == ("completed", "4", "1280x720", 100)
        assert client.videos.download_content(video.id).read()[4:8] == b"ftyp"
        assert [one.id for one in client.videos.list(limit=1).data]
        assert client.videos.delete(video.id).deleted
        with pytest.raises(openai.NotFoundError):
            client.videos.retrieve(video.id)


@pytest.mark.parametrize(
    ("variable", "value"),
    [("URL", "ftp://x"), ("MODELS", "veo"), ("MODES", "frames"), ("EXTRAS", "size"), ("ENCODING", "xml")],
)
def test_a_setting_that_cannot_be_meant_is_named(
    videos: FakeVideosApi, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    name = f"RUSHES_VIDEOS_API_{variable}"
    with pytest.raises(Misconfigured, match=name):
        load("videos_api", videos.environment() | {name: value}, monkeypatch)
