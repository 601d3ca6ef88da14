"""Goal: a far side that answers without end fills no memory, and neither loses an operation nor buys a second film.
Method: Google's real SDK against a fake Google whose answers are swollen on their way out."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rushes.engine import Finished, RemoteEngine
from rushes.errors import EngineError, EngineFailed, ShotRefused, Unavailable
from rushes.testing.fake_google import FakeGoogle
from rushes.testing.far_side import Answer, Call
from tests.places.engines.hands import TakeInHand, lead, load, shot

Twist = Callable[[Call, Answer], Answer]
_MOST = 1 << 18


class TwistedGoogle(FakeGoogle):
    """Twists are made in the threads of its server."""

    def __init__(self) -> None:
        super().__init__()
        self.twist: Twist = lambda _call, answer: answer

    def answer(self, call: Call) -> Answer:
        return self.twist(call, super().answer(call))


@pytest.fixture
def google(monkeypatch: pytest.MonkeyPatch) -> Iterator[TwistedGoogle]:
    monkeypatch.setattr("rushes.engines.vertex.client.ANSWER_BYTES_MAX", _MOST)
    monkeypatch.setattr("rushes.engines.vertex.client.LARGE_BYTES", 1 << 10)
    with TwistedGoogle() as made:
        yield made


def engine_of(google: FakeGoogle, folder: Path, monkeypatch: pytest.MonkeyPatch, bucket: str | None) -> RemoteEngine:
    return load("vertex", google.environment(folder, express=True, bucket=bucket), monkeypatch)


def swollen(answer: Answer) -> Answer:
    return replace(answer, body=answer.body + b" " * (4 * _MOST))


def packed(answer: Answer) -> Answer:
    return replace(answer, body=gzip.compress(swollen(answer).body), headers={"Content-Encoding": "gzip"})


def packed_oddly(answer: Answer) -> Answer:
    return replace(answer, headers={"Content-Encoding": "gzip, gzip"})


@pytest.mark.parametrize("twist", [swollen, packed, packed_oddly])
def test_an_operation_outlives_answers_without_end(
    google: TwistedGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, twist: Callable[[Answer], Answer]
) -> None:
    engine = engine_of(google, tmp_path, monkeypatch, "reels")

    async def pursue() -> Path:
        operation = await engine.submit(shot(), TakeInHand(tmp_path))
        google.twist = lambda _call, answer: twist(answer)
        with pytest.raises(Unavailable):
            await engine.poll(operation)
        google.twist = lambda _call, answer: answer
        found = await engine.poll(operation)
        assert isinstance(found, Finished)
        return await engine.fetch(found, tmp_path)

    assert asyncio.run(pursue()).read_bytes() == next(iter(google.operations.values())).film()
    assert google.accepted == 1


def test_a_submit_that_is_answered_without_end_has_an_unknown_outcome(
    google: TwistedGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    google.twist = lambda _call, answer: swollen(answer)
    came = lead(engine_of(google, tmp_path, monkeypatch, None), shot(), TakeInHand(tmp_path))
    assert isinstance(came, Exception)
    assert not isinstance(came, EngineError), "that would say that nothing was accepted"
    assert google.accepted == 1


@pytest.mark.parametrize("twist", [swollen, packed, packed_oddly])
def test_a_refusal_without_end_is_still_a_refusal(
    google: TwistedGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, twist: Callable[[Answer], Answer]
) -> None:
    refusal = Answer.of({"error": {"code": 400, "message": "no", "status": "INVALID_ARGUMENT"}}, 400)
    google.twist = lambda _call, _answer: twist(refusal)
    came = lead(engine_of(google, tmp_path, monkeypatch, None), shot(), TakeInHand(tmp_path))
    assert isinstance(came, ShotRefused)


def test_a_film_without_end_is_none(google: TwistedGoogle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rushes.engines.vertex.engine.FILM_BYTES_MAX", _MOST)
    google.twist = lambda call, answer: swollen(answer) if "/o/" in call.path else answer
    came = lead(engine_of(google, tmp_path, monkeypatch, "reels"), shot(), TakeInHand(tmp_path))
    assert isinstance(came, EngineFailed)
    assert (tmp_path / "film.mp4").stat().st_size < 3 * _MOST, "not read to its end"
