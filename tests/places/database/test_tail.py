"""The tail of all events, on both databases: in order, none lost to a transaction that commits late."""

from __future__ import annotations

import threading

import pytest
import sqlalchemy as sa

from rushes.database import events, tables, tail
from rushes.database.connect import Database
from rushes.database.tail import Tail
from rushes.event import Event, EventKind
from tests.places.database.examples import NOW, admitted


def write(database: Database, task_id: str, kind: EventKind, number: int) -> None:
    """As a transaction that has drawn this number."""
    values = {"number": number, "task_id": task_id, "project": "default", "kind": kind.value, "at": NOW, "body": {}}
    with database.transaction() as connection:
        connection.execute(sa.insert(tables.events).values(values))


def test_a_tail_reads_each_event_once(database: Database) -> None:
    task = admitted(database)
    reader = Tail.at_end(database)
    with database.transaction() as connection:
        for kind in (EventKind.STARTED, EventKind.TAKE):
            events.insert(connection, Event(task.id, task.project, kind, NOW, {"n": 1}))
    assert [event.kind for event in reader.read()] == [EventKind.STARTED, EventKind.TAKE]
    assert [event.kind for event in reader.settle()] == [EventKind.STARTED, EventKind.TAKE]
    assert reader.read() == reader.settle() == []


def test_a_number_that_is_missing_is_waited_for(database: Database) -> None:
    task = admitted(database)
    seconds = 0.0
    end = Tail.at_end(database).settled
    reader = Tail(database, end, lambda: seconds)
    write(database, task.id, EventKind.TAKE, end + 2)
    assert [event.number for event in reader.read()] == [end + 2], "read at once"
    assert reader.settle() == [], "but the order is not known yet"
    write(database, task.id, EventKind.STARTED, end + 1)
    assert [event.number for event in reader.read()] == [end + 1]
    assert [event.number for event in reader.settle()] == [end + 1, end + 2]
    write(database, task.id, EventKind.SUCCEEDED, end + 5)
    reader.read()
    assert reader.settle() == []
    seconds += 10.0
    assert [event.number for event in reader.settle()] == [end + 5], "a transaction that was undone fills no gap"


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_an_event_that_commits_while_a_tail_begins_is_told(database: Database) -> None:
    task = admitted(database)
    told: list[Event] = []

    def begin() -> None:
        """As a follower of a project does it: what was until here, and then the tail."""
        tails.append(Tail.at_end(database))
        told.extend(tail.of_project(database, task.project, first - 1, tails[0].settled, 10))

    tails: list[Tail] = []
    beginning = threading.Thread(target=begin)
    with database.transaction() as connection:
        first = events.insert(connection, Event(task.id, task.project, EventKind.STARTED, NOW, {}))
        with database.transaction() as quicker:
            second = events.insert(quicker, Event(task.id, task.project, EventKind.TAKE, NOW, {}))
        beginning.start()
        beginning.join(0.3)  # Whoever does not wait has begun by then.
    beginning.join()
    told.extend(tails[0].read())
    assert [event.number for event in told] == [first, second]


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_a_gap_is_waited_for_while_its_writer_writes(database: Database) -> None:
    task, seconds = admitted(database), 0.0
    reader = Tail(database, Tail.at_end(database).settled, lambda: seconds)
    with database.transaction() as connection:
        first = events.insert(connection, Event(task.id, task.project, EventKind.STARTED, NOW, {}))
        with database.transaction() as quicker:
            second = events.insert(quicker, Event(task.id, task.project, EventKind.TAKE, NOW, {}))
        reader.read()
        assert reader.settle() == []
        seconds = 5.0
        assert reader.settle() == []
    reader.read()
    assert [event.number for event in reader.settle()] == [first, second]


def test_the_past_of_a_project_comes_in_pieces(database: Database) -> None:
    task = admitted(database)
    with database.transaction() as connection:
        numbers = [events.insert(connection, Event(task.id, task.project, EventKind.TAKE, NOW, {})) for _ in range(5)]
    first = tail.of_project(database, task.project, numbers[0], numbers[-1], 3)
    assert [event.number for event in first] == numbers[1:4]
    assert [event.number for event in tail.of_project(database, task.project, numbers[3], numbers[-1], 3)] == numbers[
        4:
    ]
    assert tail.of_project(database, "another", 0, numbers[-1], 3) == []


@pytest.mark.parametrize("started", [False, True])
def test_only_what_is_running_is_running(database: Database, started: bool) -> None:
    task = admitted(database, running=started)
    assert tail.running(database, task.project) == ([task.id] if started else [])
