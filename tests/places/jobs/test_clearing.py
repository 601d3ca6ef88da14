"""What has had its time is taken away, and nothing else."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from rushes.database import deliveries, events, tasks, webhooks
from rushes.database.ids import new_id
from rushes.database.webhook_tables import deliveries as rows
from rushes.database.webhook_tables import webhooks as tables
from rushes.event import Event, EventKind
from rushes.jobs.bench import Bench, Halt, Hands
from rushes.jobs.clearing import Clearing
from rushes.testing.faults import PROJECT, QUICK, Site, now
from rushes.webhook import HEARD, State, Webhook


def _clearing(site: Site, later: timedelta) -> Clearing:
    def clock() -> datetime:
        return now() + later

    folder = site.folder / "work"
    return Clearing(Bench(site.database, site.storage, None, clock, folder, "w", 0, QUICK, Halt(), Hands()))


@pytest.fixture
def delivered(site: Site) -> str:
    task_id = site.submit("a clip")
    worker = site.start_worker()
    site.wait_ended(task_id)
    worker.stop()
    _age(site)
    return task_id


def _age(site: Site) -> None:
    """Make all bytes two days old."""
    old = time.time() - 2 * 86_400
    for path in (site.folder / "storage").rglob("*"):
        os.utime(path, (old, old))


def _put(site: Site, text: str) -> str:
    path = site.folder / "put"
    path.write_text(text)
    return site.storage.put(path)


def test_a_shown_task_keeps_its_clip_and_poster(site: Site, delivered: str) -> None:
    _clearing(site, timedelta()).clear()
    task = site.task(delivered)
    assert task.clip
    assert task.poster
    assert set(site.storage.digests()) == {task.clip.digest, task.poster.digest}


def test_an_expired_task_goes_with_its_bytes_but_stays_in_the_accounts(site: Site, delivered: str) -> None:
    _clearing(site, timedelta(days=2)).clear()
    assert site.read(lambda connection: tasks.find(connection, PROJECT, delivered)) is None
    assert not list(site.storage.digests())
    assert site.task(delivered).charged_microusd > 0


def test_a_deleted_tasks_bytes_go_too(site: Site, delivered: str) -> None:
    with site.database.transaction() as connection:
        tasks.delete(connection, PROJECT, delivered, now())
    _clearing(site, timedelta()).clear()
    assert not list(site.storage.digests())


def test_what_webhooks_were_told_is_forgotten_with_the_task_or_after_thirty_days(site: Site, delivered: str) -> None:
    at = now()
    webhook = Webhook(new_id(at), PROJECT, "https://example.com/", frozenset(HEARD), "nobody", "https://here", at)
    of_task = replace(webhook, id=new_id(at), task_id=delivered)

    def told() -> list[str]:
        found = site.read(lambda connection: webhooks.deliveries(connection, webhook.id, limit=9))
        return sorted(delivery.event for delivery in found)

    with site.database.transaction() as connection:
        webhooks.insert(connection, webhook)
        webhooks.insert(connection, of_task)
        events.insert(connection, Event(delivered, PROJECT, EventKind.SUCCEEDED, at, {}))
        deliveries.ping(connection, webhook, at)
        connection.execute(sa.update(rows).values(ended_at=at, state=State.DELIVERED.value))
    _clearing(site, timedelta(hours=1)).clear()
    assert told() == ["task.succeeded", "webhook.ping"]
    _clearing(site, timedelta(days=2)).clear()
    assert told() == ["webhook.ping"], "the task has expired"
    _clearing(site, timedelta(days=31)).clear()
    assert told() == []
    assert site.read(lambda connection: connection.execute(sa.select(tables.c.id)).scalars().all()) == [webhook.id]


def test_bytes_that_no_row_names_go_once_they_are_old(site: Site) -> None:
    orphan = _put(site, "left by a crash")
    _clearing(site, timedelta()).clear()
    assert site.storage.size(orphan)
    _age(site)
    _clearing(site, timedelta()).clear()
    assert site.storage.size(orphan) is None


def test_bytes_that_are_put_again_while_they_are_cleared_stay(site: Site) -> None:
    again = _put(site, "a picture sent twice")
    _age(site)
    listed, put = threading.Event(), threading.Event()
    clearing = _clearing(site, timedelta())
    real = site.storage.digests

    def slow(before: datetime | None = None) -> list[str]:
        found = list(real(before))
        listed.set()
        assert put.wait(10)
        return found

    site.storage.digests = slow  # type: ignore[method-assign, assignment]  # to come between listing and removing
    thread = threading.Thread(target=clearing.clear)
    thread.start()
    assert listed.wait(10)
    assert _put(site, "a picture sent twice") == again
    put.set()
    thread.join()
    assert site.storage.size(again)


def test_a_worker_clears_by_itself(site: Site, tmp_path: Path) -> None:
    orphan = _put(site, "left by a crash")
    _age(site)
    site.start_worker(timing=replace(QUICK, first_clear_seconds=0.2))
    site.wait_for(lambda: site.storage.size(orphan) is None)
