"""Tail: the events of all projects as they come, in the order of their numbers.

PostgreSQL numbers an event when it is written and shows it when its transaction commits, so a higher number may be seen
first. A gap is therefore waited for: the events behind it are read at once, but settle only when it is filled, or when it has
been there for a while and nobody writes any more who wrote when it was seen: then its transaction was undone. Likewise a tail
begins behind the newest event only when all have ended who may still show a lower one.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from rushes.database.columns import load, time_of
from rushes.database.connect import IDLE_SECONDS, Database, read, writers
from rushes.errors import Unavailable
from rushes.event import Event, EventKind
from rushes.task import Status

_BATCH = 1000
_GAP_SECONDS = 2.0
_PAUSE_SECONDS = 0.01
_SQL = "SELECT task_id, project, kind, at, body, number FROM events WHERE number > ? ORDER BY number LIMIT ?"


class Tail:
    def __init__(self, database: Database, settled: int, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._monotonic = monotonic
        self._ahead: dict[int, Event] = {}  #: read, but not settled
        self._gap_since: float | None = None
        self._gap_writers = 0  #: no lower number will be drawn by a transaction of this number or a higher one
        self.settled = settled  #: no event of this number or a lower one will come any more

    @classmethod
    def at_end(cls, database: Database) -> Tail:
        """A tail that begins behind the newest event. Waits for those who are just writing, a moment as a rule."""
        with database.reading() as connection:
            rows = read(connection, "SELECT COALESCE(MAX(number), 0) FROM events", ())
            next_writer, until = writers(connection).next, time.monotonic() + _GAP_SECONDS
            while writers(connection).oldest < next_writer and time.monotonic() < until:
                time.sleep(_PAUSE_SECONDS)
        return cls(database, rows[0][0])

    def read(self) -> list[Event]:
        """Events that are read for the first time."""
        with self._database.reading() as connection:
            rows = read(connection, _SQL, (self.settled, _BATCH))
        new = [
            Event(row[0], row[1], EventKind(row[2]), time_of(row[3]), load(row[4]), row[5])
            for row in rows
            if row[5] not in self._ahead
        ]
        self._ahead.update((event.number, event) for event in new)
        return new

    def settle(self) -> list[Event]:
        """Events that are in their final order now."""
        done: list[Event] = []
        while self._ahead:
            following = min(self._ahead)
            if following != self.settled + 1 and not self._is_void():
                break
            self._gap_since = None
            done.append(self._ahead.pop(following))
            self.settled = following
        return done

    def _is_void(self) -> bool:
        """Will nothing fill the gap any more? Who writes for longer than anybody of ours is not waited for: transactions of
        others count, too."""
        now = self._monotonic()
        seconds = 0.0 if self._gap_since is None else now - self._gap_since
        if self._gap_since is not None and not _GAP_SECONDS < seconds < IDLE_SECONDS:
            return seconds >= IDLE_SECONDS
        try:
            with self._database.reading() as connection:
                at_work = writers(connection)
        except Unavailable:
            return False
        if self._gap_since is None:
            self._gap_since, self._gap_writers = now, at_work.next
            return False
        return at_work.oldest >= self._gap_writers


def running(database: Database, project: str) -> list[str]:
    """The ids of a project's running tasks."""
    sql = "SELECT id FROM tasks WHERE project = ? AND status = ? AND deleted_at IS NULL"
    with database.reading() as connection:
        return [row[0] for row in read(connection, sql, (project, Status.RUNNING.value))]


def of_project(database: Database, project: str, after: int, upto: int, limit: int) -> list[Event]:
    """Some of a project's events between two numbers, the first excluded, oldest first."""
    sql = f"{_SQL.partition('WHERE')[0]}WHERE project = ? AND number > ? AND number <= ? ORDER BY number LIMIT ?"
    with database.reading() as connection:
        rows = read(connection, sql, (project, after, upto, limit))
    return [Event(row[0], row[1], EventKind(row[2]), time_of(row[3]), load(row[4]), row[5]) for row in rows]
