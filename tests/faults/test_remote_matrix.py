"""Goal: whatever a far side does, and whenever a worker dies, nobody pays twice, nobody pays for nothing, and no film that
was paid for is lost.
Method: every remote engine x every fault of its far side x every moment of death, then an audit of rows, money and bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rushes.database import assets
from rushes.take import TakeState
from rushes.task import Status
from rushes.testing.fake_google import FakeGoogle
from rushes.testing.fake_upstream import FakeUpstream
from rushes.testing.fake_videos_api import FakeVideosApi
from rushes.testing.far_side import FarSide
from rushes.testing.faults import Site
from tests.faults import remote_matrix
from tests.faults.remote_matrix import EVERY, FAULTS, SILENCE_SECONDS, Fault, judge, run, run_both

ENGINES = ("vertex", "videos_api", "upstream")
_CELLS = [(fault, moment) for fault in FAULTS for moment in fault.moments]
#: The quick suite sees one way through for each engine, and the two worst moments.
_QUICK = [(FAULTS[0], "submitted"), (FAULTS[0], "operation_written"), (Fault("far:poll500=1 far:filecut=1"), "fetched")]


@pytest.fixture(scope="module")
def far_sides() -> Iterator[dict[str, FarSide]]:
    with FakeGoogle() as google, FakeVideosApi(30) as videos, FakeUpstream() as upstream:
        yield {"vertex": google, "videos_api": videos, "upstream": upstream}


@pytest.fixture
def far(far_sides: dict[str, FarSide], engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FarSide:
    _point_at(far_sides[engine], tmp_path, monkeypatch)
    return far_sides[engine]


def _point_at(far: FarSide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Configure the engine of that name for that far side, which is never too busy."""
    match far:
        case FakeGoogle():
            environment = far.environment(tmp_path, bucket="reels") | {"RUSHES_VERTEX_PER_MINUTE": "10000"}
        case FakeVideosApi():
            environment = far.environment()
        case FakeUpstream():
            environment = far.environment("reference")
        case _:
            raise AssertionError("three far sides")
    for name, value in {**environment, "RUSHES_SILENCE_SECONDS": str(SILENCE_SECONDS)}.items():
        monkeypatch.setenv(name, value)


def _walk(
    site: Site, far: FarSide, engine: str, cells: list[tuple[Fault, str]], tmp_path: Path, patch: pytest.MonkeyPatch
) -> None:
    for fault, moment in cells:
        with patch.context() as context:
            cell = run(site, far, engine, fault, moment, context, tmp_path / "work")
        judge(site, fault, moment, cell)
    site.audit()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_worst_moments(
    site: Site, far: FarSide, engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _walk(site, far, engine, _QUICK, tmp_path, monkeypatch)


@pytest.mark.parametrize("engine", ["videos_api"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_film_that_is_ready_after_the_deadline_is_kept(
    site: Site, far: FarSide, engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = timedelta(hours=1)
    cell = run(site, far, engine, Fault(""), "operation_written", monkeypatch, tmp_path / "work", late)
    assert cell.task.status is Status.SUCCEEDED
    slow = run(site, far, engine, Fault("far:slow=600"), "operation_written", monkeypatch, tmp_path / "work", late)
    assert slow.task.failure is not None
    assert slow.task.failure.code == "deadline_passed"
    words = "The engine's side has stopped and charges nothing; you were not charged."
    assert slow.task.notes["upstream_cancel"] == {"stopped": True, "still_costs": False, "message": words}
    assert list(far.operations.values())[-1].canceled
    site.audit()


@pytest.mark.parametrize("engine", ["vertex"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_film_that_cannot_be_stopped_at_the_deadline_is_kept_when_it_comes(
    site: Site, far: FarSide, engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "work"
    cell = run(site, far, engine, Fault("far:slow=1.5"), "", monkeypatch, folder, deadline_seconds=0.8)
    task = cell.task
    assert (task.status, cell.accepted, task.charged_microusd) == (Status.FAILED, 1, 0)
    assert task.failure is not None
    assert task.failure.code == "deadline_passed"
    cancel = task.notes["upstream_cancel"]
    assert isinstance(cancel, dict)
    assert (cancel["stopped"], cancel["still_costs"]) == (False, True)
    assert "charges this server" in cancel["message"]
    late = task.notes["late_clip"]
    assert isinstance(late, dict)
    file = site.read(lambda connection: assets.find(connection, task.project, late["file"]))
    assert file is not None
    assert (file.seconds, file.width, file.height) == (4.0, 1280, 720)
    assert site.storage.size(file.digest) == file.size_bytes
    assert site.takes(task.id)[0].state is TakeState.LATE


@pytest.mark.parametrize("engine", ["videos_api"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_deadline_does_not_overwrite_why_the_last_take_failed(
    site: Site, far: FarSide, engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    timing = replace(remote_matrix.TIMING, quota_seconds=(0.01, 60.0))
    monkeypatch.setattr(remote_matrix, "TIMING", timing)
    cell = run(site, far, engine, Fault("far:429"), "", monkeypatch, tmp_path / "work", deadline_seconds=1.5)
    assert cell.task.failure is not None
    assert cell.task.failure.code == "deadline_passed"
    assert {(take.fault or "").partition(":")[0] for take in site.takes(cell.task.id)} == {"quota_exceeded"}


_PAIRS = [("vertex", "videos_api"), ("videos_api", "upstream"), ("upstream", "vertex")]
#: What each engine's far side says at submit, and whether the next engine may go on then.
_AT_SUBMIT = (("far:429", True), ("far:503", True), ("far:403", True), ("far:lost", False), ("far:500", False))
_MOMENTS = ("", "submitting", "handing_over", "handed_over", "operation_written", "clip_stored", "settling")


def _hand_over_in_every_cell(
    site: Site, fars: tuple[FarSide, FarSide], moments: tuple[str, ...], work: Path, patch: pytest.MonkeyPatch
) -> None:
    for words, goes_on in _AT_SUBMIT:
        for moment in moments:
            with patch.context() as context:
                task, accepted = run_both(site, fars, words, moment, context, work)
            assert sum(accepted) <= 1, f"{words} at {moment}: never two paid submits"
            doubt = moment == "submitting" or not goes_on
            assert task.status is (Status.FAILED if doubt else Status.SUCCEEDED), f"{words} at {moment}: {task.failure}"
            assert task.failure is None or task.failure.code == "outcome_unknown"
            assert accepted[1] == (0 if doubt else 1)
    site.audit()


@pytest.mark.parametrize("pair", _PAIRS)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_next_engine_goes_on_when_the_first_surely_cannot(
    site: Site,
    far_sides: dict[str, FarSide],
    pair: tuple[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fars = (far_sides[pair[0]], far_sides[pair[1]])
    for far in fars:
        _point_at(far, tmp_path, monkeypatch)
    _hand_over_in_every_cell(site, fars, ("",), tmp_path / "work", monkeypatch)


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("pair", _PAIRS)
def test_the_next_engine_goes_on_whenever_a_worker_dies(
    site: Site,
    far_sides: dict[str, FarSide],
    pair: tuple[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fars = (far_sides[pair[0]], far_sides[pair[1]])
    for far in fars:
        _point_at(far, tmp_path, monkeypatch)
    _hand_over_in_every_cell(site, fars, _MOMENTS, tmp_path / "work", monkeypatch)


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["submitted", "fetched"])
@pytest.mark.parametrize("engine", ENGINES)
def test_a_worker_that_is_really_killed_leaves_as_much(site: Site, far: FarSide, engine: str, moment: str) -> None:
    before = far.accepted
    task_id = site.submit(f"killed at {moment}", engine=engine)
    site.start_worker(engines=(engine,), die_at=moment).wait_dead()
    site.start_worker(engines=(engine,))
    task = site.wait_ended(task_id)
    assert far.accepted == before + 1
    assert (task.status is Status.SUCCEEDED) == (moment == "fetched"), task.failure
    site.audit()


#: Every fault without a death is seen by CI; the rest takes ten minutes.
_DEATHS = [pytest.param(moment, marks=pytest.mark.long if moment else pytest.mark.slow) for moment in EVERY]


@pytest.mark.timeout(900)
@pytest.mark.parametrize("moment", _DEATHS)
@pytest.mark.parametrize("engine", ENGINES)
def test_every_fault_at_every_moment(
    site: Site, far: FarSide, engine: str, moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _walk(site, far, engine, [cell for cell in _CELLS if cell[1] == moment], tmp_path, monkeypatch)
