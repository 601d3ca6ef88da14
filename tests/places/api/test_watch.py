"""Who follows is told what changes, also after the database was away."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from rushes.api import watch as watch_module
from rushes.api.watch import Watch
from rushes.database import tasks
from rushes.database.connect import Database
from rushes.database.marks import Mark, Marks
from rushes.database.tail import running
from rushes.errors import Unavailable
from rushes.testing.faults import PROJECT, Site, now

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def site(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(watch_module, "_AWAY_SECONDS", 0.01)
    monkeypatch.setattr(watch_module, "_LOOK_EVERY_SECONDS", 0.01)
    with Site(database_url, tmp_path) as made:
        yield made


def _begin(site: Site) -> str:
    task_id = site.submit("a fox")
    with site.database.transaction() as connection:
        tasks.start(connection, task_id, now())
    return task_id


def _progress(site: Site, task_id: str) -> None:
    with site.database.transaction() as connection:
        tasks.report(connection, task_id, progress=0.5, stage="starting", now=now())


def test_a_database_that_was_away_at_first_hides_no_progress(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    task_id = _begin(site)
    away = iter([Unavailable()])

    def running_when_it_is_there(database: Database, project: str) -> list[str]:
        if (fault := next(away, None)) is not None:
            raise fault
        return running(database, project)

    monkeypatch.setattr(watch_module, "running", running_when_it_is_there)

    async def follow() -> None:
        watch = Watch(Marks(site.database), site.database)
        follower = watch.follow_project(PROJECT, "")
        told, _ = await watch.place(PROJECT)
        await asyncio.sleep(0.2)
        await asyncio.to_thread(_progress, site, task_id)
        async with asyncio.timeout(5.0):
            await follower.moved()
        assert [change.task_id for change in watch.since(PROJECT, told) or []] == [task_id]
        watch.leave_project(PROJECT, follower)
        watch.close()

    asyncio.run(follow())


def test_a_fault_that_nobody_foresaw_does_not_end_the_looking(site: Site) -> None:
    task_id = _begin(site)
    faults = iter([sqlite3.OperationalError("disk I/O error")])

    class Broken(Marks):
        def read_many(self, task_ids: Sequence[str]) -> Mapping[str, Mark]:
            if (fault := next(faults, None)) is not None:
                raise fault
            return super().read_many(task_ids)

    async def follow() -> None:
        watch = Watch(Broken(site.database), site.database)
        with watch.following(task_id) as follower:
            async with asyncio.timeout(5.0):
                assert await follower.moved()
        watch.close()

    asyncio.run(follow())
