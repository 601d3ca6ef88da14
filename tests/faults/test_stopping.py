"""Goal: a worker that is told to stop is gone soon, whatever it is just doing.
Method: stop it at moments that are hard: right after a task ended, and while a flow of its own belongs to another."""

from __future__ import annotations

import time

from rushes.task import Status
from rushes.testing.faults import Site


def test_a_worker_stops_right_after_a_task_has_ended(site: Site) -> None:
    for number in range(6):
        worker = site.start_worker()
        site.wait_ended(site.submit(f"clip {number}", seed=number))
        asked_at = time.monotonic()
        worker.stop()
        assert worker.process.returncode == 0
        assert time.monotonic() - asked_at < 10
    site.audit()


def test_a_worker_stops_while_its_task_is_another_ones(site: Site) -> None:
    sleeper = site.start_worker()
    task_id = site.submit("fake:slow=6")
    site.wait_running(task_id)
    sleeper.freeze()
    site.start_worker()
    site.wait_for(lambda: len(site.takes(task_id)) == 2)
    sleeper.thaw()
    asked_at = time.monotonic()
    sleeper.stop()
    assert time.monotonic() - asked_at < 10
    assert site.wait_ended(task_id).status is Status.SUCCEEDED
    site.audit()
