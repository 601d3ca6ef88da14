"""Lists: newest first, a page at a time, and both hot reads by an index."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection

from rushes.database import assets, tasks
from rushes.database.assets import Asset, AssetKind
from rushes.database.connect import Database
from rushes.database.ids import new_id
from rushes.task import Status
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


def plan(connection: Connection, sql: str, parameters: tuple[object, ...]) -> str:
    """How the database will run a query, as text."""
    text = sql
    for value in parameters:
        text = text.replace("?", f"'{value}'" if isinstance(value, str) else str(value), 1)
    how = "EXPLAIN QUERY PLAN " if connection.dialect.name == "sqlite" else "EXPLAIN "
    return "\n".join(str(row) for row in connection.exec_driver_sql(how + text))


def test_polls_and_lists_use_an_index_and_never_sort(database: Database) -> None:
    project = a_project(database)
    with database.transaction() as connection:
        ids = fill(connection, project, 600)
    with database.transaction() as connection:
        connection.exec_driver_sql("ANALYZE")
    shown, listed = "deleted_at IS NULL", "ORDER BY id DESC LIMIT 20"
    with database.reading() as connection:
        point = f"SELECT * FROM tasks WHERE id = ? AND project = ? AND {shown}"
        found = plan(connection, point, (ids[0], project))
        assert "sqlite_autoindex_tasks_1" in found or "Index Scan using tasks_" in found, found
        lists = {
            f"SELECT * FROM tasks WHERE project = ? AND {shown} {listed}": (project,),
            f"SELECT * FROM tasks WHERE project = ? AND id < ? AND {shown} {listed}": (project, ids[300]),
            f"SELECT * FROM tasks WHERE project = ? AND status = ? AND {shown} {listed}": (project, "canceled"),
        }
        for sql, parameters in lists.items():
            found = plan(connection, sql, parameters)
            assert "tasks_project_" in found or "tasks_pkey" in found, found
            assert "SCAN tasks\n" not in found
            assert "Seq Scan" not in found
            assert "TEMP B-TREE" not in found, found
            assert "Sort" not in found, found
        still_open = "SELECT id FROM tasks WHERE status IN ('queued', 'running') ORDER BY id"
        assert "tasks_open_index" in plan(connection, still_open, ())


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
