"""Tasks of a local engine, by a real worker in a process of its own."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from rushes.database import events
from rushes.event import EventKind
from rushes.take import TakeState
from rushes.task import Status
from rushes.testing.faults import HOLD_MICROUSD, Site, WorkerProcess


@pytest.fixture
def worker(site: Site) -> WorkerProcess:
    return site.start_worker()


def test_a_task_is_delivered_with_clip_poster_notes_and_money(site: Site, worker: WorkerProcess) -> None:
    task_id = site.submit("a red ball fake:slow=0.8")
    still = site.wait_for(lambda: site.task(task_id).still)
    site.wait_for(lambda: site.storage.size(still))
    assert 0 <= site.task(task_id).progress < 1
    task = site.wait_ended(task_id)
    assert task.status is Status.SUCCEEDED
    assert task.clip is not None
    assert (task.clip.frames, task.clip.size, task.clip.sound) == (96, (1280, 720), True)
    assert task.charged_microusd == HOLD_MICROUSD
    assert task.notes["engine"] == "fake"
    assert task.notes["engine_version"] == "1"
    assert (task.notes["seed"], task.notes["frames"]) == (7, 96)
    assert task.notes["fake_words"] == ["slow"]
    kinds = [event.kind for event in site.read(lambda connection: events.after(connection, task_id, 0))]
    assert kinds == [
        EventKind.QUEUED,
        EventKind.STARTED,
        EventKind.TAKE,
        *[EventKind.STAGE] * kinds.count(EventKind.STAGE),
        EventKind.SUCCEEDED,
    ]
    assert EventKind.STAGE in kinds
    assert [take.state for take in site.takes(task_id)] == [TakeState.DELIVERED]
    site.audit()


def test_nothing_is_queued_when_the_callers_transaction_is_rolled_back(site: Site, worker: WorkerProcess) -> None:
    lost = site.submit("never", commit=False)
    kept = site.submit("after it")
    site.wait_ended(kept)
    assert site.read(lambda connection: events.after(connection, lost, 0)) == []
    assert lost not in worker.log.read_text()


def test_equal_shots_of_two_tasks_are_kept_apart_from_each_other(site: Site, worker: WorkerProcess) -> None:
    both = [site.submit("the same"), site.submit("the same")]
    assert {site.wait_ended(task_id).status for task_id in both} == {Status.SUCCEEDED}
    posters = {poster.digest for task_id in both if (poster := site.task(task_id).poster)}
    assert len(posters) == 2
    site.audit()


@pytest.mark.parametrize(
    ("word", "code", "takes"),
    [
        ("fake:fail", "engine_failed", 3),
        ("fake:refuse", "shot_refused", 1),
        ("fake:quota", "quota_exceeded", 3),
        ("fake:bug", "engine_failed", 3),
        ("fake:crash", "engine_failed", 3),
        ("fake:lie", "engine_failed", 3),
        ("fake:memory", "engine_failed", 3),
    ],
)
def test_a_take_that_fails_is_tried_again_when_that_may_help_and_costs_nothing(
    site: Site, worker: WorkerProcess, word: str, code: str, takes: int
) -> None:
    task = site.wait_ended(site.submit(word))
    assert task.status is Status.FAILED
    assert task.failure is not None
    assert task.failure.code == code
    assert task.takes == takes
    assert all(take.state is TakeState.FAILED and take.fault for take in site.takes(task.id))
    assert site.wait_ended(site.submit("the worker is well")).status is Status.SUCCEEDED
    site.audit()


def test_a_take_that_fails_at_first_is_delivered_in_the_end(site: Site, worker: WorkerProcess) -> None:
    task = site.wait_ended(site.submit("fake:flaky=2"))
    assert task.status is Status.SUCCEEDED
    assert [take.state for take in site.takes(task.id)] == [TakeState.FAILED, TakeState.FAILED, TakeState.DELIVERED]
    site.audit()


@pytest.mark.parametrize("word", ["fake:slow=60", "fake:hang"])
def test_a_cancel_stops_the_engine_at_once(site: Site, worker: WorkerProcess, word: str) -> None:
    task_id = site.submit(word)
    site.wait_running(task_id)
    asked_at = time.monotonic()
    site.cancel(task_id)
    task = site.wait_ended(task_id)
    assert task.status is Status.CANCELED
    assert time.monotonic() - asked_at < 10.0 + site.timing.kill_seconds
    assert task.charged_microusd == 0
    assert site.wait_ended(site.submit("the worker is well")).status is Status.SUCCEEDED
    site.audit()


def test_a_cancel_between_two_takes_is_a_cancel(site: Site) -> None:
    site.start_worker(timing=replace(site.timing, retry_seconds=(30.0,)))
    task_id = site.submit("fake:fail")
    site.wait_for(lambda: site.takes(task_id) and site.takes(task_id)[0].state is TakeState.FAILED)
    site.cancel(task_id)
    assert site.wait_ended(task_id, 15).status is Status.CANCELED
    assert len(site.takes(task_id)) == 1
    site.audit()


def test_a_task_canceled_while_queued_is_never_rendered(site: Site) -> None:
    task_id = site.submit("not this one")
    site.cancel(task_id)
    site.start_worker()
    site.wait_ended(site.submit("but this one"))
    assert site.task(task_id).status is Status.CANCELED
    assert site.takes(task_id) == []
    site.audit()


def test_a_task_ends_at_its_deadline_whether_running_or_queued(site: Site, worker: WorkerProcess) -> None:
    site.wait_for(site.worker_ids)
    running = site.submit("fake:hang", deadline_seconds=3)
    queued = site.submit("nobody has this engine", engine="elsewhere", deadline_seconds=1)
    for task_id in (running, queued):
        task = site.wait_ended(task_id)
        assert task.failure is not None
        assert task.failure.code == "deadline_passed"
        assert task.ended_at is not None
        assert task.ended_at - task.deadline_at < timedelta(seconds=15)
    site.audit()


def test_an_engine_that_cannot_be_loaded_leaves_the_others_alone(site: Site) -> None:
    worker = site.start_worker(engines=("missing", "fake"))
    assert site.wait_ended(site.submit("well")).status is Status.SUCCEEDED
    assert "engine missing" in worker.log.read_text()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("[test:fail]", "engine_failed"),
        ("[test:filtered]", "shot_refused"),
        ("[test:quota]", "quota_exceeded"),
        ("[test:slow=1] [test:timeout]", "deadline_passed"),
    ],
)
def test_a_test_keys_words_decide_how_its_task_ends(site: Site, worker: WorkerProcess, words: str, code: str) -> None:
    rehearsed, real = site.submit(words, live=False), site.submit(words)
    task = site.wait_ended(rehearsed)
    assert task.failure is not None
    assert (task.failure.code, task.takes) == (code, 1)
    assert site.wait_ended(real).status is Status.SUCCEEDED


def test_a_worker_that_stops_hands_its_task_back_and_leaves_no_process_behind(
    site: Site, worker: WorkerProcess
) -> None:
    task_id = site.submit("fake:slow=2")
    site.wait_running(task_id)
    children = worker.children()
    worker.stop()
    assert worker.process.returncode == 0
    assert children
    assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]
    assert site.worker_ids() == []
    site.start_worker()
    task = site.wait_ended(task_id)
    assert task.status is Status.SUCCEEDED
    site.audit()
