"""Goal: whatever a far side answers, and however slowly, no task ends wrongly or never, and no film that was paid for is lost.
Method: one real flow, or one engine, in this process; a far side whose answers are twisted on their way out."""

from __future__ import annotations

import asyncio
import gzip
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from rushes.database import accounts, takes, tasks
from rushes.engine import Allowance, CancelOutcome
from rushes.engines.videos_api.engine import VideosApiEngine
from rushes.errors import EngineError, EngineFailed, Misconfigured, Unavailable
from rushes.jobs.bench import Bench
from rushes.jobs.lookout import Lookout
from rushes.jobs.operations import RemoteFlow
from rushes.shot import Shot
from rushes.storage.bytes import Storage
from rushes.take import TakeState
from rushes.task import Fallback, Status
from rushes.testing.fake_videos_api import KEYS, FakeVideosApi
from rushes.testing.far_side import Answer, Call
from rushes.testing.faults import PROJECT, Site, now
from tests.faults import remote_matrix
from tests.faults.remote_matrix import Cell, Fault, PlainSteps, run
from tests.places.engines.hands import TakeInHand, load, shot

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
Twist = Callable[[Call, Answer], Answer]


class TwistedVideos(FakeVideosApi):
    """Twists are made in the threads of its server, one at a time."""

    def __init__(self) -> None:
        super().__init__(30)
        self.twist: Twist = lambda _call, answer: answer

    def answer(self, call: Call) -> Answer:
        return self.twist(call, super().answer(call))


@pytest.fixture
def videos(monkeypatch: pytest.MonkeyPatch) -> Iterator[TwistedVideos]:
    with TwistedVideos() as made:
        for name, value in {**made.environment(), "RUSHES_SILENCE_SECONDS": "10"}.items():
            monkeypatch.setenv(name, value)
        yield made


@pytest.fixture
def bring(
    site: Site, videos: TwistedVideos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, float], Cell]:
    """Bring a task to its end."""

    def bring(words: str = "", deadline_seconds: float = 30.0) -> Cell:
        fault = Fault(words)
        return run(
            site, videos, "videos_api", fault, "", monkeypatch, tmp_path / "work", deadline_seconds=deadline_seconds
        )

    return bring


def _is_submit(call: Call) -> bool:
    return call.method == "POST"


def _is_film(call: Call) -> bool:
    return call.path.endswith("/content")


def _is_poll(call: Call) -> bool:
    return call.method == "GET" and not _is_film(call)


def _code(cell: Cell) -> str:
    assert cell.task.failure is not None
    return cell.task.failure.code


@on_sqlite
@pytest.mark.parametrize("word", ["half a surrogate: \ud800", "on and on " * 30_000])
def test_what_went_wrong_is_told_in_a_sentence(bring: Callable[..., Cell], videos: TwistedVideos, word: str) -> None:
    failed = Answer.of({"id": "x", "status": "failed", "error": {"message": word}})
    videos.twist = lambda call, answer: failed if _is_poll(call) else answer
    cell = bring()
    assert _code(cell) == "engine_failed"
    assert cell.task.failure is not None
    assert cell.task.failure.message.startswith(f"The video server failed: {word[:2]}")
    assert len(cell.task.failure.message) < 600


@on_sqlite
@pytest.mark.parametrize("odd", ["a\0b", "x" * 3000, "..", {"a": 1}])
def test_an_id_that_nobody_could_ask_for_is_an_unknown_outcome(
    bring: Callable[..., Cell], videos: TwistedVideos, odd: object
) -> None:
    videos.twist = lambda call, answer: Answer.of({"id": odd}) if _is_submit(call) else answer
    assert _code(bring()) == "outcome_unknown"


def test_an_id_stays_within_its_place(videos: TwistedVideos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    videos.twist = lambda call, answer: Answer.of({"id": "../models?a=b"}) if _is_submit(call) else answer
    engine = load("videos_api", videos.environment(), monkeypatch)

    async def submit_and_poll() -> None:
        await engine.poll(await engine.submit(shot(), TakeInHand(tmp_path)))

    with pytest.raises(Unavailable):
        asyncio.run(submit_and_poll())
    assert (videos.calls[-1].path, videos.calls[-1].query) == ("/v1/videos/../models?a=b", {})


@on_sqlite
@pytest.mark.slow
def test_an_account_that_says_aeons_is_asked_again(
    site: Site, bring: Callable[..., Cell], videos: TwistedVideos
) -> None:
    aeons = {"retry-after": "9" * 30}
    videos.twist = lambda call, answer: replace(answer, status=429, headers=aeons) if _is_submit(call) else answer
    assert _code(bring(deadline_seconds=1.0)) == "deadline_passed"
    with site.database.transaction() as connection:
        wait = accounts.wait(connection, _allowance())
    assert wait is not None
    assert wait.seconds <= 3600 * 1.5


def _allowance() -> Allowance:
    return VideosApiEngine().allowance  # as this test's environment says


@on_sqlite
@pytest.mark.slow
def test_a_poll_that_comes_drop_by_drop_does_not_outlast_the_deadline(
    bring: Callable[..., Cell], videos: TwistedVideos, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote_matrix, "TIMING", replace(remote_matrix.TIMING, poll_seconds_max=0.3))
    monkeypatch.setattr("rushes.engines.videos_api.engine._LOOK_SECONDS", 0.2)
    videos.twist = lambda call, answer: replace(answer, drip_seconds=10.0) if _is_poll(call) else answer
    assert _code(bring("far:slow=600", 1.0)) == "deadline_passed"


@on_sqlite
@pytest.mark.slow
def test_a_film_that_never_ends_to_come_is_given_up_and_fetched_again(
    bring: Callable[..., Cell], videos: TwistedVideos, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote_matrix, "TIMING", replace(remote_matrix.TIMING, fetch_seconds_max=0.5))
    drips = iter([10.0])
    videos.twist = lambda call, answer: replace(answer, drip_seconds=next(drips, 0.0)) if _is_film(call) else answer
    assert bring().task.status is Status.SUCCEEDED


@pytest.mark.parametrize("packed", ["large", "bomb", "twice"])
def test_an_answer_without_measure_is_not_read_to_its_end(
    videos: TwistedVideos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packed: str
) -> None:
    body = b'{"status": "queued", "more": "' + b"a" * (9 << 20) + b'"}'
    body, coding = {
        "large": (body, "identity"),
        "bomb": (gzip.compress(body, 1), "gzip"),
        "twice": (gzip.compress(gzip.compress(body, 1), 1), "gzip, gzip"),
    }[packed]
    headers = {"Content-Type": "application/json", "Content-Encoding": coding}
    videos.twist = lambda call, answer: Answer(200, body, headers) if _is_poll(call) else answer
    engine = load("videos_api", videos.environment(), monkeypatch)

    async def submit_and_poll() -> None:
        await engine.poll(await engine.submit(shot(), TakeInHand(tmp_path)))

    with pytest.raises(Unavailable, match=r"MiB|packed more than once"):
        asyncio.run(submit_and_poll())


def test_a_film_without_measure_does_not_fill_the_disk(
    videos: TwistedVideos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rushes.engines.calls.FILM_BYTES_MAX", 1 << 20)
    bomb = Answer(200, gzip.compress(b"\0" * (16 << 20), 1), {"Content-Type": "video/mp4", "Content-Encoding": "gzip"})
    videos.twist = lambda call, answer: bomb if _is_film(call) else answer
    engine = load("videos_api", videos.environment(), monkeypatch)

    async def submit_and_fetch() -> None:
        finished = await engine.poll(await engine.submit(shot(), TakeInHand(tmp_path)))
        await engine.fetch(finished, tmp_path)  # type: ignore[arg-type]  # it is ready at once

    with pytest.raises(EngineFailed, match="more than any film"):
        asyncio.run(submit_and_fetch())
    assert (tmp_path / "film.mp4").stat().st_size < 4 << 20


@on_sqlite
def test_a_cancel_after_the_film_was_made_says_that_it_is_charged(
    site: Site, bring: Callable[..., Cell], videos: TwistedVideos
) -> None:
    def cancel(call: Call, answer: Answer) -> Answer:
        if not _is_film(call):
            return answer
        for task_id in site.read(tasks.open_ids):
            site.cancel(task_id)
        return replace(answer, status=500)

    videos.twist = cancel
    cell = bring()
    assert cell.task.status is Status.CANCELED
    told = cell.task.notes["upstream_cancel"]
    words = "The engine's side had made the film and charges this server for it; you were not charged."
    assert told == {"stopped": False, "still_costs": True, "message": words}
    assert not any(call.method == "DELETE" for call in videos.calls)
    site.audit()


def test_a_film_that_was_made_since_the_last_poll_is_not_deleted(
    videos: TwistedVideos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = load("videos_api", videos.environment(), monkeypatch)

    async def submit_and_cancel() -> CancelOutcome:
        return await engine.cancel(await engine.submit(shot(), TakeInHand(tmp_path)))

    assert asyncio.run(submit_and_cancel()) == CancelOutcome(stopped=False, still_costs=True)
    assert videos.calls[-1].method == "GET"


@on_sqlite
@pytest.mark.slow
def test_a_film_that_could_not_be_fetched_in_time_is_fetched_later(
    site: Site, bring: Callable[..., Cell], videos: TwistedVideos, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rushes.jobs.late.PATIENCE", timedelta(seconds=20))
    videos.twist = lambda call, answer: (
        replace(answer, status=503) if _is_film(call) and site.read(tasks.open_ids) else answer
    )
    cell = bring(deadline_seconds=1.5)
    assert _code(cell) == "deadline_passed"
    assert site.takes(cell.task.id)[0].state is TakeState.LATE
    assert "late_clip" in cell.task.notes


@on_sqlite
def test_a_take_may_be_prepared_twice(
    site: Site, bring: Callable[..., Cell], videos: TwistedVideos, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another engine was there to go on when the account was found out of quota, and is gone a moment later."""
    others = iter([Fallback("away", False)])
    monkeypatch.setattr("rushes.jobs.operations.next_engine", lambda *_: next(others, None))
    with site.database.transaction() as connection:
        accounts.wait(connection, _allowance())
        accounts.refused(connection, _allowance().account, 0.3)
    assert bring().task.status is Status.SUCCEEDED


def test_what_a_replaced_key_cannot_see_may_still_be_there(
    videos: TwistedVideos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = videos.environment() | {"RUSHES_VIDEOS_API_KEY": KEYS[1]}
    operation = asyncio.run(load("videos_api", old, monkeypatch).submit(shot(), TakeInHand(tmp_path)))
    hidden = Answer.of({"error": {"message": "There is no such video."}}, 404)
    videos.twist = lambda call, answer: hidden if KEYS[0] in call.headers["authorization"] else answer
    engine = load("videos_api", videos.environment() | {"RUSHES_VIDEOS_API_KEY": KEYS[0]}, monkeypatch)

    async def poll() -> None:
        for _ in range(5):
            with pytest.raises(Unavailable):
                await engine.poll(operation)

    asyncio.run(poll())


def test_a_server_that_has_moved_has_accepted_nothing(
    videos: TwistedVideos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = Answer(308, b"", {"Location": "https://elsewhere.example/v1/videos"})
    videos.twist = lambda call, answer: moved if _is_submit(call) else answer
    with pytest.raises(EngineFailed, match="owner"):
        asyncio.run(load("videos_api", videos.environment(), monkeypatch).submit(shot(), TakeInHand(tmp_path)))


@on_sqlite
def test_a_full_disk_of_ours_does_not_throw_away_a_film(
    site: Site, bring: Callable[..., Cell], videos: TwistedVideos, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, full = Storage.put, iter([Misconfigured("The disk is full."), Misconfigured("The disk is full.")])

    def put_when_there_is_room(storage: Storage, path: Path, digest: str | None = None) -> str:
        if (fault := next(full, None)) is not None:
            raise fault
        return put(storage, path, digest)

    monkeypatch.setattr(Storage, "put", put_when_there_is_room)
    assert bring().task.status is Status.SUCCEEDED


@on_sqlite
def test_a_full_disk_of_ours_does_not_lose_the_operations_name(
    bring: Callable[..., Cell], videos: TwistedVideos, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_state, full = takes.set_state, iter([Misconfigured("The disk is full."), Misconfigured("The disk is full.")])

    def set_state_when_there_is_room(*given: Any, operation: str | None = None, **more: Any) -> None:  # Any: passed on
        if operation is not None and (fault := next(full, None)) is not None:
            raise fault
        set_state(*given, operation=operation, **more)

    monkeypatch.setattr(takes, "set_state", set_state_when_there_is_room)
    assert bring().task.status is Status.SUCCEEDED


@on_sqlite
def test_a_store_that_is_away_for_a_moment_ends_no_task(
    bring: Callable[..., Cell], videos: TwistedVideos, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out, away = Bench.lay_out, iter([Unavailable(), None, Unavailable()])

    def lay_out_when_it_is_there(bench: Bench, shot: Shot, place: Path) -> dict[str, str]:
        if (fault := next(away, None)) is not None:
            raise fault
        return lay_out(bench, shot, place)

    monkeypatch.setattr(Bench, "lay_out", lay_out_when_it_is_there)
    assert bring().task.status is Status.SUCCEEDED


@pytest.mark.parametrize("status", [400, 429])
def test_a_key_that_a_refusal_repeats_is_told_to_nobody(
    videos: TwistedVideos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    refusal = Answer.of({"error": {"message": f"Incorrect API key provided: {KEYS[0]}."}}, status)
    videos.twist = lambda call, answer: refusal if _is_submit(call) else answer
    with pytest.raises(EngineError) as caught:
        asyncio.run(load("videos_api", videos.environment(), monkeypatch).submit(shot(), TakeInHand(tmp_path)))
    assert KEYS[0] not in caught.value.message
    assert "Incorrect API key provided: ***." in caught.value.message


@on_sqlite
@pytest.mark.slow
def test_a_late_film_of_a_task_that_was_taken_away_is_not_kept(
    site: Site, bring: Callable[..., Cell], videos: TwistedVideos, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rushes.jobs.late.PATIENCE", timedelta(seconds=20))

    def refuse_then_delete(call: Call, answer: Answer) -> Answer:
        if _is_film(call) and site.read(tasks.open_ids):
            return replace(answer, status=503)
        if _is_film(call):
            with site.database.transaction() as connection:
                (gone,) = tasks.page(connection, PROJECT, limit=1)
                tasks.delete(connection, PROJECT, gone.id, now())
        return answer

    videos.twist = refuse_then_delete
    cell = bring(deadline_seconds=1.5)
    assert site.takes(cell.task.id)[0].state is TakeState.FAILED
    assert "late_clip" not in cell.task.notes


@on_sqlite
def test_an_operations_name_does_not_wait_for_another_film(
    site: Site, videos: TwistedVideos, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shaping, named, in_time = threading.Event(), threading.Event(), list[bool]()

    def conform_slowly(*_: object) -> list[str]:
        shaping.set()
        in_time.append(named.wait(5.0))
        return []

    monkeypatch.setattr("rushes.media.shaping.shape", conform_slowly)
    ready, waiting = site.submit("a fox", engine="videos_api"), site.submit("far:slow=1", engine="videos_api")
    bench, engine = remote_matrix.bench_of(site, tmp_path / "work", "worker"), VideosApiEngine()

    async def both(flow: RemoteFlow) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(flow.run(ready))
            await asyncio.to_thread(shaping.wait, 20.0)
            group.create_task(flow.run(waiting))
            while not any(take.state is TakeState.SUBMITTED for take in site.takes(waiting)):
                await asyncio.sleep(0.02)
            named.set()

    with ThreadPoolExecutor(1) as threads, ThreadPoolExecutor(1) as film_threads:
        steps, lookout = PlainSteps(site.database), Lookout(bench)
        flow = RemoteFlow(bench, engine, steps, threads, film_threads, lookout)
        asyncio.run(asyncio.wait_for(both(flow), 30.0))
    assert all(in_time)
