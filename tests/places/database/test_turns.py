"""Writers of one process share SQLite's commits; no one's work is lost by it, and no one's fault is another's."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import events, projects
from rushes.database.connect import Database, open_database
from rushes.database.migrate import migrate
from rushes.errors import Unavailable
from rushes.event import Event, EventKind

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def rows(tmp_path: Path) -> Iterator[Database]:
    database = open_database(f"sqlite:///{tmp_path / 'rows.db'}")
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def commits(rows: Database) -> list[float]:
    made: list[float] = []

    def count(connection: Connection) -> None:
        if not connection.get_execution_options().get("rushes_reads"):
            made.append(time.monotonic())

    sa.event.listen(rows.engine, "commit", count)
    return made


def write(connection: Connection, name: str) -> None:
    projects.insert(connection, name, name, None, NOW)


def is_there(database: Database, name: str) -> bool:
    with database.reading() as connection:
        return projects.get(connection, name) is not None


def together(*writers: threading.Thread, behind: Database) -> None:
    """Start them all while a first writer holds the turn, so that every one of them waits."""
    try:
        with behind.transaction() as connection:
            write(connection, "first")
            for writer in writers:
                writer.start()
            ends_at = time.monotonic() + 10
            while behind._turns._waiting < len(writers):
                assert time.monotonic() < ends_at
                time.sleep(0.001)
    finally:
        # The first shares the commit of the others, so it may fail with them while they are still telling it.
        for writer in writers:
            writer.join(10)


def test_those_who_wait_share_commits_and_return_when_theirs_is_done(rows: Database, commits: list[float]) -> None:
    seen: list[bool] = []

    def work(number: int) -> None:
        with rows.transaction() as connection:
            write(connection, f"p{number}")
        seen.append(is_there(rows, f"p{number}"))

    together(*(threading.Thread(target=work, args=(number,)) for number in range(20)), behind=rows)
    assert seen == [True] * 20
    assert is_there(rows, "first")
    assert len(commits) <= 5


def test_a_body_that_raises_takes_back_its_own_work_alone(rows: Database) -> None:
    faults: list[Exception] = []

    def work(number: int) -> None:
        try:
            with rows.transaction() as connection:
                write(connection, f"p{number}")
                if number % 2:
                    write(connection, f"p{number}")  # the same id again
        except sa.exc.IntegrityError as fault:
            faults.append(fault)

    together(*(threading.Thread(target=work, args=(number,)) for number in range(10)), behind=rows)
    assert len(faults) == 5
    assert [is_there(rows, f"p{number}") for number in range(10)] == [True, False] * 5


def test_a_first_writer_that_raises_leaves_the_next_a_clean_start(rows: Database) -> None:
    def fail() -> None:
        with rows.transaction() as connection:
            write(connection, "gone")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with rows.transaction() as connection:
        write(connection, "kept")
    assert not is_there(rows, "gone")
    assert is_there(rows, "kept")


def test_a_commit_that_is_refused_is_refused_to_all_and_may_be_tried_again(rows: Database) -> None:
    outcomes: list[str] = []

    def good(number: int) -> None:
        try:
            with rows.transaction() as connection:
                write(connection, f"p{number}")
            outcomes.append("written")
        except (Unavailable, sa.exc.IntegrityError):
            outcomes.append("refused")
        assert (outcomes[-1] == "written") == is_there(rows, f"p{number}")

    def bad() -> None:
        with pytest.raises((Unavailable, sa.exc.IntegrityError)), rows.transaction() as connection:
            # A reference to a task that is not there, which is only checked at the commit.
            events.insert(connection, Event("0" * 26, "default", EventKind.QUEUED, NOW, {}))

    threads = [threading.Thread(target=bad), *(threading.Thread(target=good, args=(number,)) for number in range(5))]
    try:
        together(*threads, behind=rows)
    except (Unavailable, sa.exc.IntegrityError):
        assert not is_there(rows, "first")
    assert len(outcomes) == 5
    with rows.transaction() as connection:
        write(connection, "after")
    assert is_there(rows, "after")


def test_what_nobody_comes_for_is_committed_by_whoever_left_it(rows: Database) -> None:
    rows._turns._waiting = 1  # somebody who will give up
    begun = time.monotonic()
    with rows.transaction() as connection:
        write(connection, "left")
    assert time.monotonic() - begun < 8.0
    assert is_there(rows, "left")
    rows._turns._waiting = 0


def test_nobody_waits_for_long_however_many_write(rows: Database) -> None:
    stop = threading.Event()
    longest: list[float] = []

    def work(name: str) -> None:
        number, worst = 0, 0.0
        while not stop.is_set():
            begun = time.monotonic()
            with rows.transaction() as connection:
                write(connection, f"{name}-{number}")
            number, worst = number + 1, max(worst, time.monotonic() - begun)
        longest.append(worst)
        assert all(is_there(rows, f"{name}-{one}") for one in range(number))

    threads = [threading.Thread(target=work, args=(f"w{number}",)) for number in range(16)]
    for thread in threads:
        thread.start()
    time.sleep(1.0)
    stop.set()
    for thread in threads:
        thread.join(20)
    assert len(longest) == 16
    assert max(longest) < 3.0
