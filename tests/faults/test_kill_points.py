"""Goal: a worker that dies at any named step loses nothing and charges nothing twice.
Method: kill -9 at the step, by the worker itself; then another worker; then every row and every byte is audited."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from rushes.jobs import kill_points
from rushes.take import TakeState
from rushes.task import Status
from rushes.testing.faults import Site

#: At these the task has ended already when the worker dies.
_ENDED = {"settled"}
#: And at these its clip is in storage, so that no second take may begin.
_STORED = {"clip_stored", "poster_stored", "settling", "settled"}


@pytest.mark.parametrize("point", kill_points.LOCAL)
def test_a_task_survives_its_worker(site: Site, point: str) -> None:
    task_id = site.submit("fake:slow=0.2")
    site.start_worker(die_at=point).wait_dead()
    assert site.task(task_id).status.ended == (point in _ENDED)
    site.start_worker()
    task = site.wait_ended(task_id)
    assert task.status is Status.SUCCEEDED
    last = site.takes(task_id)[-1]
    assert last.state is TakeState.DELIVERED
    assert (last.number == 1) == (point in _STORED or point == "task_started")
    site.wait_for(lambda: len(site.worker_ids()) == 1)
    site.audit()


def test_a_task_survives_many_workers(site: Site) -> None:
    task_id = site.submit("fake:slow=0.2")
    for point in ("task_started", "render_begun", "rendered", "poster_stored", "settling", "settling"):
        site.start_worker(die_at=point).wait_dead()
    site.start_worker()
    assert site.wait_ended(task_id).status is Status.SUCCEEDED
    site.audit()


def test_a_rendering_child_that_is_killed_costs_one_take(site: Site) -> None:
    worker = site.start_worker()
    task_id = site.submit("fake:slow=1")
    site.wait_running(task_id)
    for pid in worker.children():
        os.kill(pid, signal.SIGKILL)
    task = site.wait_ended(task_id)
    assert task.status is Status.SUCCEEDED
    first, second = site.takes(task_id)
    assert first.state is TakeState.FAILED
    assert "SIGKILL" in (first.fault or "")
    assert second.state is TakeState.DELIVERED
    site.audit()


def test_no_child_outlives_a_killed_worker(site: Site) -> None:
    worker = site.start_worker()
    task_id = site.submit("fake:hang")
    site.wait_running(task_id)
    children = worker.children()
    assert children
    worker.kill()
    site.wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in children), 5)
    site.cancel(task_id)
    site.start_worker()
    assert site.wait_ended(task_id).status is Status.CANCELED
    site.audit()


def test_a_cancel_that_was_asked_of_a_dead_worker_is_not_forgotten(site: Site) -> None:
    task_id = site.submit("a clip")
    site.start_worker(die_at="clip_stored").wait_dead()
    site.cancel(task_id)
    site.start_worker()
    assert site.wait_ended(task_id).status is Status.CANCELED
    site.wait_for(lambda: not list(site.storage.digests()))
    site.audit()
