"""Google's refusals become ours: by code, in plain words, and never a second submit after a doubtful one."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from google.genai import _api_client
from google.genai import errors as google_errors

from rushes.engine import Declined, Finished
from rushes.engines.vertex import faults
from rushes.errors import EngineError, EngineFailed, QuotaExceeded, Unavailable
from rushes.shot import Reference
from rushes.testing.fake_google import EXPRESS_KEY, FakeGoogle
from rushes.testing.far_side import Answer, Call
from tests.places.engines.hands import TakeInHand, lead, load, shot


@pytest.fixture(scope="module")
def google() -> Iterator[FakeGoogle]:
    with FakeGoogle() as made:
        yield made


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("far:429", QuotaExceeded),
        ("far:503", EngineFailed),
        ("far:401", EngineFailed),
        ("far:403", EngineFailed),
        ("far:500", google_errors.ServerError),
        ("far:lost", httpx2.TransportError),
        ("far:expired", EngineFailed),
        ("far:filter", Declined),
        ("far:error=3", Declined),
        ("far:error=8", Declined),
        ("far:neither", Declined),
        ("far:poll500=2 far:poll429=2 far:pollcut=1", Path),
    ],
)
def test_each_fault_has_its_kind(
    google: FakeGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str, kind: type[object]
) -> None:
    ended = lead(load("vertex", google.environment(tmp_path), monkeypatch), shot(word), TakeInHand(tmp_path))
    assert isinstance(ended, kind), repr(ended)
    if kind in (google_errors.ServerError, httpx2.TransportError):
        assert not isinstance(ended, EngineError), "nobody knows whether it was accepted"
    if isinstance(ended, Declined):
        assert ended.filtered == (word == "far:filter")
        assert "Nothing was charged." in ended.reason


def test_a_token_that_lapses_is_renewed(google: FakeGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = load("vertex", google.environment(tmp_path), monkeypatch)
    assert isinstance(lead(engine, shot(), TakeInHand(tmp_path)), Path)
    google.rotate()
    ended = lead(load("vertex", google.environment(tmp_path), monkeypatch), shot(), TakeInHand(tmp_path))
    assert isinstance(ended, Path)


def test_what_a_replaced_express_key_cannot_see_may_still_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class TwoProjects(FakeGoogle):
        def answer(self, call: Call) -> Answer:
            hidden = call.headers.get("x-goog-api-key") == "key-of-another-project"
            return Answer.of({"error": {"code": 404, "status": "NOT_FOUND"}}, 404) if hidden else super().answer(call)

    with TwoProjects() as google:
        environment = google.environment(tmp_path, express=True)

        async def begin() -> str:
            return await load("vertex", environment, monkeypatch).submit(shot(), TakeInHand(tmp_path))

        async def poll(key: str) -> object:
            engine = load("vertex", environment | {"GOOGLE_API_KEY": key}, monkeypatch)
            for _ in range(4):
                with contextlib.suppress(Unavailable):
                    return await engine.poll(operation)
            return None

        operation = asyncio.run(begin())
        assert asyncio.run(poll("key-of-another-project")) is None
        assert isinstance(asyncio.run(poll(EXPRESS_KEY)), Finished)


@pytest.mark.parametrize("credentials", ["missing", "unreadable", "no object", "not JSON"])
def test_without_credentials_nothing_is_sent(
    google: FakeGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, credentials: str
) -> None:
    path = tmp_path / f"{credentials}.json"
    if credentials == "unreadable":
        path.mkdir()  # which root cannot read either
    elif credentials != "missing":
        path.write_text("[]" if credentials == "no object" else "{")
    environment = google.environment(tmp_path) | {"GOOGLE_APPLICATION_CREDENTIALS": str(path)}
    before = google.accepted
    ended = lead(load("vertex", environment, monkeypatch), shot(), TakeInHand(tmp_path))
    assert isinstance(ended, EngineFailed)
    assert "owner" in ended.message
    assert google.accepted == before


def test_a_submit_whose_connection_breaks_is_not_repeated_by_the_sdk(
    google: FakeGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # With aiohttp at hand the SDK would send the POST again, by itself: a second film, paid for.
    monkeypatch.setattr(_api_client, "has_aiohttp", True)
    before = google.accepted
    ended = lead(load("vertex", google.environment(tmp_path), monkeypatch), shot("far:lost once"), TakeInHand(tmp_path))
    assert isinstance(ended, httpx2.TransportError)
    assert google.accepted == before + 1


@pytest.mark.filterwarnings("ignore:NO SUCH KIND")
@pytest.mark.parametrize("odd", [{"model": "animatic"}, {"references": "nonsense"}])
def test_what_cannot_be_said_to_google_is_surely_not_accepted(
    google: FakeGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, odd: dict[str, str]
) -> None:
    take = TakeInHand(tmp_path)
    more: dict[str, object] = {"references": (Reference(take.picture("a"), "no such kind"),)}
    asked = shot(**(more if "references" in odd else odd))
    ended = lead(load("vertex", google.environment(tmp_path), monkeypatch), asked, take)
    assert isinstance(ended, EngineError), repr(ended)


@pytest.mark.parametrize(
    ("reason", "topic"),
    [
        ("… Support codes: 58061214", "children"),
        ("… Support codes: 61493863, 90789179", "violence and sexual content"),
        ("… Support codes: 12345678", "It says: …"),
        ("Not today", "It says: Not today."),
    ],
)
def test_support_codes_are_put_in_plain_words(reason: str, topic: str) -> None:
    declined = faults.filtered([reason])
    assert topic in declined.reason
    assert declined.filtered


def test_google_may_say_how_long_to_wait() -> None:
    info = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "12.5s"}
    assert faults.retry_after_seconds({"error": {"details": [info]}}) == 12.5
    assert faults.retry_after_seconds({"error": {}}) is None
    assert faults.retry_after_seconds("nothing") is None


def test_the_doctor_says_what_is_wrong_in_a_line(
    google: FakeGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    well = load("vertex", google.environment(tmp_path), monkeypatch).doctor()  # type: ignore[attr-defined]
    assert well.well, well.line
    missing = google.environment(tmp_path) | {"GOOGLE_APPLICATION_CREDENTIALS": str(tmp_path / "missing.json")}
    ill = load("vertex", missing, monkeypatch).doctor()  # type: ignore[attr-defined]
    assert not ill.well
    assert "gcloud auth application-default login" in ill.line
