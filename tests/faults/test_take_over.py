"""Goal: among many workers on one database each task is done once, and those of a dead worker are done by the others.
Method: real worker processes, killed, frozen and thawed; then the audit."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from rushes.jobs.timing import Timing
from rushes.take import TakeState
from rushes.task import Status
from rushes.testing.faults import QUICK, Site


def test_two_workers_never_run_the_same_task(site: Site) -> None:
    task_ids = [site.submit(f"clip {number}", seed=number) for number in range(12)]
    for _ in range(2):
        site.start_worker()
    for task_id in task_ids:
        assert site.wait_ended(task_id).status is Status.SUCCEEDED
        assert len(site.takes(task_id)) == 1
    assert len({site.takes(task_id)[0].worker for task_id in task_ids}) == 2
    site.audit()


def test_a_live_worker_takes_over_from_one_that_was_killed(site: Site) -> None:
    # It is a process of the same machine: nobody has to wait until its beat is stale.
    fleet = [site.start_worker(timing=replace(QUICK, stale_seconds=600.0)) for _ in range(2)]
    site.wait_for(lambda: len(site.worker_ids()) == 2)
    task_id = site.submit("fake:slow=2")
    site.wait_running(task_id)
    (victim,) = (worker for worker in fleet if f"-{worker.process.pid}-" in site.takes(task_id)[0].worker)
    victim.kill()
    assert site.wait_ended(task_id).status is Status.SUCCEEDED
    first, second = site.takes(task_id)
    assert (first.state, second.state) == (TakeState.FAILED, TakeState.DELIVERED)
    assert first.worker != second.worker
    site.audit()


def test_a_worker_that_sleeps_and_wakes_up_does_not_spoil_what_others_did_meanwhile(site: Site) -> None:
    sleeper = site.start_worker()
    task_id = site.submit("fake:slow=2")
    site.wait_running(task_id)
    sleeper.freeze()
    site.start_worker()
    site.wait_for(lambda: len(site.takes(task_id)) == 2)
    sleeper.thaw()
    assert site.wait_ended(task_id).status is Status.SUCCEEDED
    site.wait_for(lambda: "dropping all takes" in sleeper.log.read_text())
    site.wait_for(lambda: "working again" in sleeper.log.read_text())
    more = [site.submit(f"fake:slow=0.3 {number}") for number in range(6)]
    assert {site.wait_ended(one).status for one in more} == {Status.SUCCEEDED}
    assert len({site.takes(one)[-1].worker for one in more}) == 2
    assert len(site.takes(task_id)) == 2
    site.audit()


def test_random_kills_lose_nothing(site: Site) -> None:
    _kill_at_random(site, kills=12, tasks=16, seed=0)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_random_kills_lose_nothing_in_the_long_run(site: Site) -> None:
    for number in range(1, 21):
        _kill_at_random(site, kills=25, tasks=30, seed=number)


def _kill_at_random(site: Site, *, kills: int, tasks: int, seed: int) -> None:
    draw = random.Random(seed)
    task_ids = [site.submit(f"fake:slow={draw.uniform(0, 0.6)} {number}", seed=number) for number in range(tasks)]
    fleet = [site.start_worker() for _ in range(2)]
    for _ in range(kills):
        time.sleep(draw.uniform(0.2, 1.6))  # When it strikes is the point of this test.
        victim = draw.randrange(2)
        fleet[victim].kill()
        fleet[victim] = site.start_worker()
    for task_id in task_ids:
        assert site.wait_ended(task_id, 90).status is Status.SUCCEEDED
    for worker in fleet:
        worker.stop()
    site.audit()


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_in_earnest_a_machine_that_vanishes_is_replaced_within_half_a_minute(site: Site) -> None:
    timing = replace(Timing(), retry_seconds=(0.1, 0.2))
    sleeper = site.start_worker(timing=timing)
    task_id = site.submit("fake:slow=3")
    site.wait_running(task_id)
    site.start_worker(timing=timing)
    site.wait_for(lambda: len(site.worker_ids()) == 2)
    sleeper.freeze()  # Its process is there, so only its silence tells.
    assert timing.stale_seconds + timing.beat_seconds <= 30
    site.wait_for(lambda: len(site.takes(task_id)) == 2, 120)
    assert site.wait_ended(task_id).status is Status.SUCCEEDED
    site.audit()
