"""Events: rows of `event.Event`, in the order of their numbers."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from rushes.database import deliveries, tables
from rushes.database.columns import DOCUMENT, Time, load, time_of
from rushes.database.connect import read
from rushes.event import Event, EventKind
from rushes.task import Status

_table = tables.events
_tasks = tables.tasks
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


def insert_stage(connection: Connection, task_id: str, stage: str, now: datetime) -> None:
    """Write that a running task has come to a stage; nothing when it is there already. Streams and logs tell it, and no
    webhook."""
    facts = (sa.literal(EventKind.STAGE.value), sa.literal(now, Time), sa.literal({"stage": stage}, DOCUMENT))
    elsewhere = sa.select(_tasks.c.id, _tasks.c.project, *facts).where(
        _tasks.c.id == task_id, _tasks.c.status == Status.RUNNING.value, _tasks.c.stage != stage
    )
    connection.execute(sa.insert(_table).from_select(["task_id", "project", "kind", "at", "body"], elsewhere))


def after(connection: Connection, task_id: str, number: int) -> list[Event]:
    """A task's events with a higher number, in order; from the first with 0."""
    sql = "SELECT project, kind, at, body, number FROM events WHERE task_id = ? AND number > ? ORDER BY number"
    return [
        Event(task_id, row[0], EventKind(row[1]), time_of(row[2]), load(row[3]), row[4])
        for row in read(connection, sql, (task_id, number))
    ]
