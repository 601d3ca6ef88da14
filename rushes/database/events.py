"""Events: rows of `event.Event`, in the order of their numbers."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import deliveries, tables
from rushes.database.columns import load, time_of
from rushes.database.connect import read
from rushes.event import Event, EventKind

_table = tables.events
_INSERT = sa.insert(_table).returning(_table.c.number)


def insert(connection: Connection, event: Event) -> int:
    """Write a fact, and to whom it is to be told, in the transaction that makes it true; returns its number."""
    values = {
        "task_id": event.task_id,
        "project": event.project,
        "kind": event.kind.value,
        "at": event.at,
        "body": dict(event.body),
    }
    number = int(connection.execute(_INSERT, values).scalar_one())
    deliveries.tell(connection, event)
    return number


def after(connection: Connection, task_id: str, number: int) -> list[Event]:
    """A task's events with a higher number, in order; from the first with 0."""
    sql = "SELECT project, kind, at, body, number FROM events WHERE task_id = ? AND number > ? ORDER BY number"
    return [
        Event(task_id, row[0], EventKind(row[1]), time_of(row[2]), load(row[3]), row[4])
        for row in read(connection, sql, (task_id, number))
    ]
