"""Goal: the owner's next engine makes the film when the first surely cannot, and nobody pays twice or for nothing.
Method: two far sides, faults before and after acceptance, a worker that dies at each moment between the engines."""

from __future__ import annotations

import pytest

from rushes.jobs import kill_points
from rushes.take import TakeState
from rushes.task import Fallback, Status
from rushes.testing.faults import HOLD_MICROUSD, Site

BOTH = ("second", "remote")
TO_REMOTE = (Fallback("remote", False),)


@pytest.mark.parametrize(
    ("word", "code", "takes"),
    [("unfit", "shot_unsupported", 1), ("away", "engine_failed", 3), ("quota", "quota_exceeded", 3)],
)
def test_what_was_surely_not_accepted_is_made_by_the_next(site: Site, word: str, code: str, takes: int) -> None:
    site.start_worker(engines=BOTH)
    task = site.wait_ended(site.submit(f"second:{word}", engine="second", fallbacks=TO_REMOTE))
    assert task.status is Status.SUCCEEDED
    assert [take.engine for take in site.takes(task.id)] == ["second"] * takes + ["remote"]
    told = {"engine": "second", "code": code, "message": f"second: {word}, as told."}
    assert task.notes["fallback"] == [told]
    assert (task.engine, task.notes["engine"], task.fallbacks) == ("remote", "remote", ())
    assert task.charged_microusd == HOLD_MICROUSD, "as it was promised"
    assert len(site.paid()) == 1
    site.audit()


@pytest.mark.parametrize(
    ("word", "code", "paid"),
    [
        ("lost", "outcome_unknown", 1),
        ("blocked", "shot_refused", 0),
        ("refuse", "shot_refused", 1),
        ("fail", "engine_failed", 1),
    ],
)
def test_a_doubt_a_refusal_and_what_was_accepted_are_nobody_elses(site: Site, word: str, code: str, paid: int) -> None:
    site.start_worker(engines=BOTH)
    task = site.wait_ended(site.submit(f"second:{word}", engine="second", fallbacks=TO_REMOTE))
    assert task.failure is not None
    assert task.failure.code == code
    assert [take.engine for take in site.takes(task.id)] == ["second"]
    assert len(site.paid()) == paid
    assert "fallback" not in task.notes
    site.audit()


def test_a_free_stand_in_is_free_and_passes_over_whom_nobody_serves(site: Site) -> None:
    site.start_worker(engines=("second", "fake"))
    fallbacks = (Fallback("remote", False), Fallback("fake", True))
    task = site.wait_ended(site.submit("second:unfit", engine="second", fallbacks=fallbacks))
    assert task.status is Status.SUCCEEDED
    assert (task.engine, task.charged_microusd, task.hold_microusd) == ("fake", 0, HOLD_MICROUSD)
    assert task.cost.discount_microusd == task.cost.list_microusd
    site.audit()


def test_a_local_engine_hands_over_too(site: Site) -> None:
    site.start_worker(engines=("fake", "second"))
    task = site.wait_ended(site.submit("fake:fail", engine="fake", fallbacks=(Fallback("second", False),)))
    assert task.status is Status.SUCCEEDED
    assert [take.engine for take in site.takes(task.id)] == ["fake"] * 3 + ["second"]
    site.audit()


def test_without_anybody_to_go_on_the_first_fault_is_the_end(site: Site) -> None:
    site.start_worker(engines=("second",))
    task = site.wait_ended(site.submit("second:unfit", engine="second", fallbacks=TO_REMOTE))
    assert task.failure is not None
    assert task.failure.code == "shot_unsupported"
    site.audit()


@pytest.mark.slow
@pytest.mark.parametrize("point", [*kill_points.BETWEEN, "operation_written", "settling"])
def test_a_worker_that_dies_between_two_engines_pays_once(site: Site, point: str) -> None:
    task_id = site.submit("second:unfit", engine="second", fallbacks=TO_REMOTE)
    site.start_worker(engines=BOTH, die_at=point).wait_dead()
    site.start_worker(engines=BOTH)
    task = site.wait_ended(task_id)
    assert task.status is Status.SUCCEEDED
    assert len(site.paid()) == 1
    assert site.takes(task_id)[-1].state is TakeState.DELIVERED
    site.audit()
