"""Migrations: they lead to exactly the tables that the code knows, also when several processes start at once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect
from sqlalchemy.engine.interfaces import ReflectedIndex

from rushes.database.connect import Database, open_database
from rushes.database.migrate import migrate, schema_version
from rushes.database.migrations import versions
from rushes.database.webhook_tables import metadata
from rushes.errors import Misconfigured

#: Steps are numbered in their order.
NEWEST = max(path.name[:4] for path in Path(versions.__path__[0]).glob("[0-9]*.py"))
_START = """
import sys
from rushes.database.connect import open_database
from rushes.database.migrate import migrate
database = open_database(sys.argv[1])
sys.stdin.readline()
migrate(database)
"""


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/100%/ümläut.db"
        return
    server = request.getfixturevalue("postgres")
    yield server.create("test_empty", template="template0")
    server.drop("test_empty")


@pytest.fixture
def empty(empty_url: str, tmp_path: Path) -> Iterator[Database]:
    (tmp_path / "100%").mkdir()
    database = open_database(empty_url)
    yield database
    database.close()


def where(index: ReflectedIndex) -> list[str]:
    """The condition of a partial index."""
    return [str(value) for name, value in index.get("dialect_options", {}).items() if name.endswith("_where")]


def shape(database: Database) -> dict[str, object]:
    """Every table's columns, keys, indexes and references, as the database itself reports them."""
    found = inspect(database.engine)
    return {
        table: {
            "columns": {c["name"]: (str(c["type"]), c["nullable"]) for c in found.get_columns(table)},
            "primary": found.get_pk_constraint(table)["constrained_columns"],
            "unique": sorted(str(u["column_names"]) for u in found.get_unique_constraints(table)),
            "indexes": {str(i["name"]): [str(i["column_names"]), where(i)] for i in found.get_indexes(table)},
            "references": sorted((f["referred_table"], str(f["options"])) for f in found.get_foreign_keys(table)),
        }
        for table in sorted(metadata.tables)
    }


def test_the_steps_lead_to_the_tables(database: Database) -> None:
    with database.transaction() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "version_table": "schema_version", "target_metadata": metadata}
        )
        assert compare_metadata(context, metadata) == []


def test_a_database_made_in_steps_is_the_same_as_one_made_at_once(database: Database) -> None:
    in_steps = shape(database)
    with database.transaction() as connection:
        metadata.drop_all(connection)
        metadata.create_all(connection)
    assert shape(database) == in_steps


def test_migrating_twice_changes_nothing(empty: Database) -> None:
    migrate(empty)
    migrate(empty)
    with empty.reading() as connection:
        assert schema_version(connection) == NEWEST


def test_a_step_that_fails_leaves_nothing_behind(empty: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with empty.transaction() as connection:
        connection.exec_driver_sql("CREATE TABLE takes (mine INTEGER)")
    with pytest.raises(Exception, match="takes"):
        migrate(empty)
    assert inspect(empty.engine).get_table_names() == ["takes"]


def test_a_database_of_a_newer_version_is_refused(empty: Database) -> None:
    migrate(empty)
    with empty.transaction() as connection:
        connection.exec_driver_sql("UPDATE schema_version SET version_num = '9999'")
    with pytest.raises(Misconfigured, match="9999"):
        migrate(empty)


def test_several_processes_may_start_at_once(empty: Database) -> None:
    command = [sys.executable, "-c", _START, empty.url]
    started = [subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    ended = []
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in started:
        _, errors = process.communicate(timeout=60)
        ended.append((process.returncode, errors))
    assert ended == [(0, "")] * 4
    with empty.reading() as connection:
        assert schema_version(connection) == NEWEST
