"""Lists: newest first, a page at a time, and both hot reads by an index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection

from rushes.database import assets, connect, tasks
from rushes.database.assets import Asset, AssetKind
from rushes.database.connect import Database
from rushes.database.ids import new_id
from rushes.task import Status, Task
from tests.places.database.examples import NOW, a_project, a_task


def fill(connection: Connection, project: str, count: int) -> list[str]:
    """Tasks a second apart, every third canceled; their ids, newest first."""
    ids = []
    for number in range(count):
        task = a_task(project, now=NOW + timedelta(seconds=number))
        tasks.insert(connection, task)
        if number % 3 == 0:
            tasks.end(connection, task.id, Status.CANCELED, NOW)
        ids.append(task.id)
    return ids[::-1]


def test_pages_together_are_all_tasks_newest_first(database: Database) -> None:
    project, other = a_project(database), a_project(database)
    with database.transaction() as connection:
        ids = fill(connection, project, 25)
        fill(connection, other, 3)
    seen: list[str] = []
    with database.reading() as connection:
        while found := tasks.page(connection, project, limit=10, after=seen[-1] if seen else None):
            assert len(found) <= 10
            seen += [task.id for task in found]
    assert seen == ids


def test_a_page_can_be_of_one_status_and_model(database: Database) -> None:
    project = a_project(database)
    with database.transaction() as connection:
        ids = fill(connection, project, 9)
        canceled = tasks.page(connection, project, limit=2, status=Status.CANCELED)
        more = tasks.page(connection, project, limit=2, status=Status.CANCELED, after=canceled[-1].id)
        assert [task.id for task in (*canceled, *more)] == ids[2::3]
        assert len(tasks.page(connection, project, limit=50, model="veo_31_fast")) == 9
        assert tasks.page(connection, project, limit=50, model="veo_31") == []


class Plans:
    """Asks the database how it runs each query that `tasks` reads with."""

    def __init__(self) -> None:
        self.text = ""

    def read(
        self, connection: Connection, sql: str, parameters: Sequence[object]
    ) -> list[tuple[Any, ...]]:  # Any: as connect.read
        how = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
        self.text = "\n".join(str(row) for row in connect.read(connection, f"{how} {sql}", parameters))
        return connect.read(connection, sql, parameters)


def test_polls_and_lists_use_an_index_and_never_sort(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    project = a_project(database)
    with database.transaction() as connection:
        ids = fill(connection, project, 600)
    with database.transaction() as connection:
        connection.exec_driver_sql("ANALYZE")
    plans = Plans()
    monkeypatch.setattr(tasks, "read", plans.read)
    with database.reading() as connection:
        assert tasks.poll(connection, project, ids[0]) is not None
        assert "sqlite_autoindex_tasks_1" in plans.text or "Index Scan using tasks_" in plans.text
        lists: list[Callable[[], list[Task]]] = [
            lambda: tasks.page(connection, project, limit=20),
            lambda: tasks.page(connection, project, limit=20, after=ids[300]),
            lambda: tasks.page(connection, project, limit=20, status=Status.CANCELED),
        ]
        for ask in lists:
            assert len(ask()) == 20
            assert "tasks_project_" in plans.text or "tasks_pkey" in plans.text, plans.text
            assert not any(slow in plans.text for slow in ("Seq Scan", "Sort", "TEMP B-TREE")), plans.text
        assert len(tasks.open_ids(connection)) == 400
        assert "tasks_open_index" in plans.text
        tasks.cancel_asked(connection, ids[0])
        assert "sqlite_autoindex_tasks_1" in plans.text or "Index Scan using tasks_pkey" in plans.text


def test_assets_are_listed_found_and_expire_by_project(database: Database) -> None:
    project, other = a_project(database), a_project(database)
    made = [
        Asset(
            id=new_id(NOW + timedelta(seconds=number)),
            project=project,
            key_id="key",
            kind=AssetKind.FOOTAGE if number else AssetKind.PICTURE,
            digest=str(number) * 64,
            mime="video/mp4",
            size_bytes=3_000_000_000,
            width=1280,
            height=720,
            seconds=8.1 if number else None,
            created_at=NOW,
            expires_at=NOW + timedelta(days=number),
            name="fox\0.mp4",
        )
        for number in range(4)
    ]
    with database.transaction() as connection:
        for asset in made:
            assets.insert(connection, asset)
        found = assets.find(connection, project, made[1].id)
        assert found is not None
        assert found.name == "fox\ufffd.mp4"
        assert (found.kind, found.seconds, found.size_bytes) == (AssetKind.FOOTAGE, 8.1, 3_000_000_000)
        assert assets.find(connection, other, made[1].id) is None
        page = assets.page(connection, project, limit=3)
        assert [asset.id for asset in page] == [asset.id for asset in made[:0:-1]]
        assert [asset.id for asset in assets.page(connection, project, after=page[-1].id)] == [made[0].id]
        assert [asset.id for asset in assets.expired(connection, NOW + timedelta(days=1))] == [made[0].id, made[1].id]
        assert assets.is_digest_used(connection, "2" * 64)
        assert not assets.delete(connection, other, made[2].id)
        assert assets.delete(connection, project, made[2].id)
        assert not assets.is_digest_used(connection, "2" * 64)
