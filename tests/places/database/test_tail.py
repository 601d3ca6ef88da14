"""The tail of all events, on both databases: in order, none lost to a transaction that commits late."""

from __future__ import annotations

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
