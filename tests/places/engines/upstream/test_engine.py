"""A shot that is handed on to another server of this wire comes home, whichever envelope that server writes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from rushes.engine import CancelOutcome, Declined, Finished, Reported
from rushes.engines.upstream import answers
from rushes.engines.upstream.answers import Standing
from rushes.errors import EngineError, EngineFailed, QuotaExceeded, ShotRefused, Unavailable
from rushes.shot import Mode
from rushes.testing.fake_upstream import KEYS, FakeUpstream
from rushes.testing.far_side import Answer, Call
from tests.places.engines.hands import TakeInHand, lead, load, shot


@pytest.fixture(scope="module")
def upstream() -> Iterator[FakeUpstream]:
    with FakeUpstream() as made:
        yield made


@pytest.mark.parametrize("envelope", ["", "far:wrapped ", "far:inside "])
def test_every_envelope_is_understood(
    upstream: FakeUpstream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, envelope: str
) -> None:
    engine = load("upstream", upstream.environment(), monkeypatch)
    asked = shot(f"{envelope}far:slow=0.1 a fox", negative_prompt="rain", aspect_ratio="9:16")
    made = lead(engine, asked, TakeInHand(tmp_path))
    assert isinstance(made, Path), made
    operation = list(upstream.operations.values())[-1]
    assert made.read_bytes() == operation.film()
    assert operation.request["negativePrompt"] == "rain"
    assert operation.request["seed"] == 7
    assert upstream.calls[-1].headers.get("authorization") is None, "the key is not for whoever keeps the films"
    for word, filtered in (("far:filter", True), ("far:error", False), ("far:neither", False)):
        ended = lead(load("upstream", upstream.environment(), monkeypatch), shot(envelope + word), TakeInHand(tmp_path))
        assert isinstance(ended, Declined)
        assert ended.filtered == filtered


def test_what_it_says_of_its_price_is_reported_and_not_told_to_callers(
    upstream: FakeUpstream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = load("upstream", upstream.environment(), monkeypatch)

    async def finish() -> object:
        return await engine.poll(await engine.submit(shot(), TakeInHand(tmp_path)))

    found = asyncio.run(finish())
    assert isinstance(found, Finished)
    operation = list(upstream.operations.values())[-1]
    assert found.notes == {"upstream": {"job_id": f"job-{operation.id}"}}
    assert found.reported == Reported(seconds=4.0, cost_microusd=400_000)


@pytest.mark.parametrize(
    ("usage", "seconds", "cost"),
    [
        ({"cost": "1.25"}, None, 1_250_000),
        ({"quantity": 8, "cost": 0}, 8.0, 0),
        ({"cost": "free", "quantity": True}, None, None),
        ({"cost": "NaN", "quantity": "1e99"}, None, None),
        ({"cost": -1, "quantity": None}, None, None),
        ({}, None, None),
    ],
)
def test_only_what_can_be_an_amount_is_reported(
    usage: dict[str, object], seconds: float | None, cost: int | None
) -> None:
    expected = None if seconds is None and cost is None else Reported(seconds, cost)
    assert answers.reported(usage) == expected


def test_pictures_go_along(upstream: FakeUpstream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take = TakeInHand(tmp_path)
    frames = shot(mode=Mode.FRAMES, first_frame=take.picture("a"), last_frame=take.picture("b"))
    assert isinstance(lead(load("upstream", upstream.environment(), monkeypatch), frames, take), Path)
    request = list(upstream.operations.values())[-1].request
    assert {"image", "lastFrame"} <= set(request)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("far:429", QuotaExceeded),
        ("far:503", EngineFailed),
        ("far:400", ShotRefused),
        ("far:402", EngineFailed),
        ("far:500", Unavailable),
        ("far:lost", httpx.TransportError),
        ("far:expired", EngineFailed),
        ("far:gone", EngineFailed),
        ("far:poll500=2 far:pollcut=1 far:filecut=1", Path),
    ],
)
def test_each_fault_of_the_reference_wire_has_its_kind(
    upstream: FakeUpstream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str, kind: type[object]
) -> None:
    ended = lead(load("upstream", upstream.environment("reference"), monkeypatch), shot(word), TakeInHand(tmp_path))
    assert isinstance(ended, kind), repr(ended)
    if kind in (Unavailable, httpx.TransportError):
        assert not isinstance(ended, EngineError), "nobody knows whether it was accepted"


@pytest.mark.parametrize(
    ("code", "kind"), [(400, ShotRefused), (402, EngineFailed), (429, QuotaExceeded), (500, Unavailable)]
)
def test_a_refusal_inside_of_an_answer_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, kind: type[Exception]
) -> None:
    class Wrapping(FakeUpstream):
        def answer(self, call: Call) -> Answer:
            return Answer.of({"status": {"code": code, "message": "Told inside", "error_code": 1}, "data": None})

    with Wrapping() as upstream:
        ended = lead(load("upstream", upstream.environment("reference"), monkeypatch), shot(), TakeInHand(tmp_path))
    assert isinstance(ended, kind)
    assert code == 402 or "Told inside." in str(ended)


def test_a_lost_reply_of_another_rushes_is_asked_for_again(
    upstream: FakeUpstream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = upstream.accepted
    ended = lead(load("upstream", upstream.environment(), monkeypatch), shot("far:lost"), TakeInHand(tmp_path))
    assert isinstance(ended, Path), "the same Idempotency-Key gives the same task"
    assert upstream.accepted == before + 1


@pytest.mark.parametrize(("status", "times"), [(429, 2), (503, 2), (403, 99)])
def test_a_refusal_after_a_lost_reply_is_no_word_that_nothing_was_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, times: int
) -> None:
    """The server has the task, is restarted, and is busy with whoever comes then."""
    monkeypatch.setattr("rushes.engines.upstream.engine._AGAIN_SECONDS", (0.01, 0.01, 0.01))
    busy = iter(range(times))

    class Restarted(FakeUpstream):
        def answer(self, call: Call) -> Answer:
            if call.method == "POST" and self.accepted and next(busy, None) is not None:
                return Answer.of({"message": "Not just now."}, status, {"retry-after": "1"})
            return super().answer(call)

    with Restarted() as upstream:
        ended = lead(load("upstream", upstream.environment(), monkeypatch), shot("far:lost"), TakeInHand(tmp_path))
        assert upstream.accepted == 1
    if times < 3:
        assert isinstance(ended, Path), "the same Idempotency-Key gives the same task"
    else:
        assert not isinstance(ended, EngineError), "nobody knows whether it was accepted"


def test_an_operation_is_asked_for_with_the_key_that_began_it(
    upstream: FakeUpstream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = upstream.environment() | {"RUSHES_UPSTREAM_KEY": KEYS[1]}
    operation = asyncio.run(load("upstream", old, monkeypatch).submit(shot(), TakeInHand(tmp_path)))
    asyncio.run(load("upstream", upstream.environment(), monkeypatch).poll(operation))
    assert upstream.calls[-1].headers["authorization"] == f"Bearer {KEYS[1]}"


@pytest.mark.parametrize(("kind", "stopped"), [("rushes", True), ("reference", False)])
def test_a_cancel_says_what_it_will_still_cost(
    upstream: FakeUpstream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, stopped: bool
) -> None:
    engine = load("upstream", upstream.environment(kind), monkeypatch)

    async def begin_and_cancel() -> CancelOutcome:
        return await engine.cancel(await engine.submit(shot("far:slow=60"), TakeInHand(tmp_path)))

    assert asyncio.run(begin_and_cancel()) == CancelOutcome(stopped=stopped, still_costs=not stopped)


def test_words_that_nobody_knows_are_nothing_to_rely_on() -> None:
    odd: list[dict[str, object]] = [
        {},
        {"status": 7},
        {"data": None, "status": "asleep"},
        {"output": "x"},
        {"output": [[]]},
    ]
    for words in odd:
        assert answers.read(words).standing is Standing.UNKNOWN
