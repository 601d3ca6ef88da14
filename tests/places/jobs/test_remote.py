"""Tasks of a remote engine: submitted once at most, whatever happens."""

from __future__ import annotations

import pytest

from rushes.jobs import kill_points
from rushes.take import TakeState
from rushes.task import Status
from rushes.testing.faults import Site

ENGINE = ("remote",)


def test_an_operation_is_submitted_polled_fetched_and_delivered(site: Site) -> None:
    site.start_worker(engines=ENGINE)
    task_id = site.submit("fake:slow=0.6", engine="remote")
    site.wait_for(lambda: site.task(task_id).progress > 0)
    task = site.wait_ended(task_id)
    assert task.status is Status.SUCCEEDED
    (take,) = site.takes(task_id)
    assert take.state is TakeState.DELIVERED
    assert (take.operation or "").rpartition("/")[2] == task.notes["operation"], (
        "whose account it is, is nobody's business"
    )
    assert len(site.paid()) == 1
    site.audit()


def test_many_operations_are_in_flight_at_once(site: Site) -> None:
    site.start_worker(engines=ENGINE)
    task_ids = [site.submit(f"fake:slow=3 {number}", engine="remote", seed=number) for number in range(8)]
    site.wait_for(lambda: len(site.paid()) == 8 and not any(site.task(one).status.ended for one in task_ids))
    assert {site.wait_ended(task_id).status for task_id in task_ids} == {Status.SUCCEEDED}
    site.audit()


@pytest.mark.parametrize(
    ("word", "code", "paid"),
    [
        ("fake:quota", "quota_exceeded", 0),
        ("fake:refuse", "shot_refused", 1),
        ("fake:fail", "engine_failed", 1),
        ("fake:lie", "engine_failed", 1),
        ("fake:lost", "outcome_unknown", 1),
    ],
)
def test_an_operation_that_was_accepted_is_never_submitted_again(site: Site, word: str, code: str, paid: int) -> None:
    site.start_worker(engines=ENGINE)
    task = site.wait_ended(site.submit(word, engine="remote"))
    assert task.failure is not None
    assert task.failure.code == code
    assert len(site.paid()) == paid
    assert task.takes == (3 if word == "fake:quota" else 1)
    site.audit()


def test_an_outage_while_polling_does_not_lose_what_is_paid_for(site: Site) -> None:
    site.start_worker(engines=ENGINE)
    assert site.wait_ended(site.submit("fake:shaky=2", engine="remote")).status is Status.SUCCEEDED
    assert len(site.paid()) == 1
    site.audit()


def test_a_cancel_ends_the_task_also_when_the_remote_side_is_deaf(site: Site) -> None:
    site.start_worker(engines=ENGINE)
    task_id = site.submit("fake:slow=60 fake:deaf", engine="remote")
    site.wait_for(site.paid)
    site.cancel(task_id)
    assert site.wait_ended(task_id, 20).status is Status.CANCELED
    site.audit()


def test_an_operation_that_is_not_ready_at_the_deadline_is_canceled(site: Site) -> None:
    site.start_worker(engines=ENGINE)
    site.wait_for(site.worker_ids)  # a machine that is busy takes as long to start one as the task has
    task = site.wait_ended(site.submit("fake:slow=60", engine="remote", deadline_seconds=3))
    assert task.failure is not None
    assert task.failure.code == "deadline_passed"
    assert site.paid()[0]["canceled"]
    site.audit()


def test_a_cancel_reaches_the_remote_side(site: Site) -> None:
    site.start_worker(engines=ENGINE)
    task_id = site.submit("fake:slow=60", engine="remote")
    site.wait_for(site.paid)
    site.cancel(task_id)
    assert site.wait_ended(task_id, 20).status is Status.CANCELED
    assert site.paid()[0]["canceled"]
    site.audit()


@pytest.mark.parametrize("point", ["task_started", *kill_points.REMOTE, "signed", "clip_stored", "settling", "settled"])
def test_a_worker_that_dies_at_any_step_pays_once_at_most(site: Site, point: str) -> None:
    task_id = site.submit("fake:slow=0.3", engine="remote")
    site.start_worker(engines=ENGINE, die_at=point).wait_dead()
    site.start_worker(engines=ENGINE)
    task = site.wait_ended(task_id)
    if point in ("submitting", "submitted"):
        assert task.failure is not None
        assert task.failure.code == "outcome_unknown"
        assert site.takes(task_id)[0].state is TakeState.UNKNOWN
        assert len(site.paid()) == (point == "submitted")
    else:
        assert task.status is Status.SUCCEEDED
        assert len(site.paid()) == 1
    assert len(site.takes(task_id)) == 1
    site.audit()


def test_a_worker_that_stops_leaves_its_operations_to_the_next(site: Site) -> None:
    worker = site.start_worker(engines=ENGINE)
    task_id = site.submit("fake:slow=2", engine="remote")
    site.wait_for(lambda: site.takes(task_id) and site.takes(task_id)[0].state is TakeState.SUBMITTED)
    worker.stop()
    assert not site.task(task_id).status.ended
    site.start_worker(engines=ENGINE)
    assert site.wait_ended(task_id).status is Status.SUCCEEDED
    assert len(site.paid()) == 1
    site.audit()


def test_a_worker_that_stops_in_the_middle_of_a_submit_still_writes_down_what_it_paid_for(site: Site) -> None:
    worker = site.start_worker(engines=ENGINE)
    task_id = site.submit("fake:dawdle=2", engine="remote")
    site.wait_for(site.paid)
    worker.stop()
    (take,) = site.takes(task_id)
    assert (take.state, bool(take.operation)) == (TakeState.SUBMITTED, True)
    site.start_worker(engines=ENGINE)
    assert site.wait_ended(task_id).status is Status.SUCCEEDED
    assert len(site.paid()) == 1
    site.audit()
