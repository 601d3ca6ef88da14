"""Connections: what is opened, how writers wait, and what a driver's errors become."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from rushes.database import connect, projects, tasks
from rushes.database.connect import Database, clock, open_database
from rushes.errors import Misconfigured, Unavailable
from tests.databases import Postgres
from tests.places.database.examples import a_project


@pytest.mark.parametrize(
    "url",
    ["", "rushes.db", "mysql://localhost/rushes", "sqlite://", "sqlite:///:memory:", "sqlite:////nowhere/at/all.db"],
)
def test_a_url_that_cannot_work_is_refused_at_once(url: str) -> None:
    with pytest.raises(Misconfigured):
        open_database(url)


def test_a_url_keeps_its_password_for_those_who_connect(tmp_path: Path) -> None:
    assert (
        open_database("postgresql://me:secret@localhost/rushes").url
        == "postgresql+psycopg://me:secret@localhost/rushes"
    )
    assert (
        open_database("postgres://me:secret@localhost/rushes").url == "postgresql+psycopg://me:secret@localhost/rushes"
    )


def test_an_sqlite_file_is_made_for_its_owner_alone_and_is_durable(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    database = open_database(f"sqlite:///{path}")
    with database.transaction() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
        connection.exec_driver_sql("CREATE TABLE one (x)")
        files = [path, path.with_name("new.db-wal"), path.with_name("new.db-shm")]
        assert [stat.S_IMODE(os.stat(file).st_mode) for file in files] == [0o600] * 3
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
    database.close()


def test_a_body_that_raises_leaves_nothing_and_the_next_can_write(database: Database) -> None:
    before = tables_named_late(database)

    def fail_late() -> None:
        with database.transaction() as connection:
            connection.exec_driver_sql("CREATE TABLE late (x INTEGER)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_late()
    assert tables_named_late(database) == before == 0
    a_project(database)


def tables_named_late(database: Database) -> int:
    catalog = "sqlite_master WHERE name" if database.is_sqlite else "pg_tables WHERE tablename"
    with database.reading() as connection:
        count: int = connection.exec_driver_sql(f"SELECT count(*) FROM {catalog} = 'late'").scalar_one()
    return count


def test_a_reader_does_not_wait_for_a_writer_and_sees_what_was_committed(database: Database) -> None:
    before = a_project(database)
    with database.transaction() as writing:
        writing.exec_driver_sql("UPDATE projects SET name = 'changed'")
        with database.reading() as reading:
            seen = reading.exec_driver_sql(f"SELECT name FROM projects WHERE id = '{before}'").scalar_one()
    assert seen == "Test"


def test_an_sqlite_writer_that_waits_in_vain_is_told_to_come_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.2)
    database = open_database(f"sqlite:///{tmp_path}/busy.db")
    other = sqlite3.connect(tmp_path / "busy.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable), database.transaction():
        pass
    other.execute("ROLLBACK")
    other.close()
    refused: list[BaseException] = []

    def write() -> None:
        try:
            with database.transaction():
                pass
        except Unavailable as error:
            refused.append(error)

    with database.transaction():
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    assert len(refused) == 1
    database.close()


def test_transactions_do_not_nest_on_sqlite(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/nest.db")
    with pytest.raises(AssertionError, match="nest"), database.transaction(), database.transaction():
        pass
    with database.transaction():
        pass
    database.close()


def test_a_full_disk_is_the_owners_business(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/full.db")
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 2")
    with pytest.raises(Misconfigured, match="disk"), database.transaction() as connection:
        connection.exec_driver_sql("CREATE TABLE big AS SELECT zeroblob(100000)")
    database.close()


def test_a_server_that_is_not_there_is_unavailable() -> None:
    database = open_database("postgresql://rushes@127.0.0.1:1/rushes")
    with pytest.raises(Unavailable), database.reading():
        pass


def test_a_connection_that_was_cut_is_unavailable_once_and_then_works(postgres: Postgres) -> None:
    database = open_database(postgres.create("test_cut"))

    def cut() -> None:
        with psycopg.connect(postgres.url("postgres"), autocommit=True) as admin:
            admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'test_cut'")

    def write_while_cut() -> None:
        with database.transaction() as connection:
            cut()
            connection.exec_driver_sql("SELECT 1")

    def read_while_cut() -> None:
        with database.reading() as connection:
            cut()
            tasks.open_ids(connection)

    for broken in (write_while_cut, read_while_cut):
        with pytest.raises(Unavailable):
            broken()
        a_project(database)
    cut()
    a_project(database)
    database.close()
    postgres.drop("test_cut")


def test_who_falls_asleep_in_a_transaction_does_not_keep_the_others_out(
    postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "IDLE_SECONDS", 0.1)
    sleeper = open_database(postgres.create("test_asleep"))
    other = open_database(sleeper.url)
    project, spend = a_project(other), "UPDATE projects SET spent_microusd = spent_microusd + 1"

    def sleep_and_go_on() -> None:
        with sleeper.transaction() as connection:
            connection.exec_driver_sql(spend)
            with other.transaction() as waiting:
                waiting.exec_driver_sql("SET LOCAL lock_timeout = '10s'")
                waiting.exec_driver_sql(spend)
            connection.exec_driver_sql(spend)

    with pytest.raises(Unavailable):
        sleep_and_go_on()
    with sleeper.transaction() as connection:
        connection.exec_driver_sql(spend)
    with other.reading() as connection:
        found = projects.get(connection, project)
    assert found is not None
    assert found.spent_microusd == 2, "what had not been committed is undone"
    for database in (sleeper, other):
        database.close()
    postgres.drop("test_asleep")


def test_the_clock_is_aware_and_near_ours(database: Database) -> None:
    with database.reading() as connection:
        now = clock(connection)
    assert now.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - now) < timedelta(seconds=5)


def test_what_was_committed_survives_kill_9(tmp_path: Path) -> None:
    script = """
import os, signal, sys
from rushes.database.connect import open_database
database = open_database(sys.argv[1])
with database.transaction() as connection:
    connection.exec_driver_sql("CREATE TABLE kept (x)")
with database.transaction() as connection:
    connection.exec_driver_sql("CREATE TABLE lost (x)")
    os.kill(os.getpid(), signal.SIGKILL)
"""
    url = f"sqlite:///{tmp_path}/killed.db"
    assert subprocess.run([sys.executable, "-c", script, url], check=False).returncode == -9
    database = open_database(url)
    with database.transaction() as connection:
        assert connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all() == ["kept"]
    database.close()


def test_a_caller_that_sets_an_isolation_level_still_begins_as_a_writer_and_leaves_no_trace(database: Database) -> None:
    """The job engine runs its steps on our engine in this way."""
    project = a_project(database)
    for _ in range(3):
        with database.engine.connect() as connection:
            connection = connection.execution_options(isolation_level="SERIALIZABLE")
            with connection.begin():
                connection.exec_driver_sql(f"SELECT * FROM projects WHERE id = '{project}'")
                if database.is_sqlite:
                    with pytest.raises(Unavailable), open_impatiently(database.url).transaction():
                        pass
                connection.exec_driver_sql("UPDATE projects SET spent_microusd = spent_microusd + 1")
        with database.transaction() as connection:
            connection.exec_driver_sql("UPDATE projects SET spent_microusd = spent_microusd + 1")
    with database.reading() as connection:
        found = projects.get(connection, project)
    assert found is not None
    assert found.spent_microusd == 6


def open_impatiently(url: str) -> Database:
    """Another database on the same file, whose writers wait a tenth of a second."""
    database = open_database(url)

    def hurry(raw: sqlite3.Connection, _record: object) -> None:
        raw.execute("PRAGMA busy_timeout = 100")

    sa.event.listen(database.engine, "connect", hurry)
    return database


def test_writers_in_several_processes_all_get_their_turn(tmp_path: Path) -> None:
    script = """
import sys
from concurrent.futures import ThreadPoolExecutor
from rushes.database.connect import open_database
database = open_database(sys.argv[1])
def write(_):
    with database.transaction() as connection:
        connection.exec_driver_sql("UPDATE turns SET count = count + 1")
with ThreadPoolExecutor(8) as threads:
    list(threads.map(write, range(100)))
"""
    database = open_database(f"sqlite:///{tmp_path}/turns.db")
    with database.transaction() as connection:
        connection.exec_driver_sql("CREATE TABLE turns (count INTEGER)")
        connection.exec_driver_sql("INSERT INTO turns VALUES (0)")
    started = [subprocess.Popen([sys.executable, "-c", script, database.url]) for _ in range(3)]
    assert [process.wait(60) for process in started] == [0, 0, 0]
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count FROM turns").scalar_one() == 300
    database.close()
