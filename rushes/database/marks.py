"""Marks: what can still change about a task, read in a few microseconds without SQLAlchemy in between.

A poll is the most frequent request of all, and most polls find nothing new. So an answer is made once and kept beside
the mark that it was made from; while the mark is the same, so is the answer. Columns that are frozen at admission need
no place in the mark, and the notes of a task that succeeded or was canceled are frozen, too; one that failed may still be
told of a film that came late.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Mapping, Sequence
from typing import Any

from rushes.database import connect
from rushes.database.connect import Database

#: (project, status, deleted_at, progress, stage, still, takes, started_at, cancel_asked_at, circled_at, notes while they may change),
#: as the driver gives them: to be compared with one another, and to read the first three.
Mark = tuple[Any, ...]  # Any: as the driver gives them
PROJECT, STATUS, DELETED_AT = 0, 1, 2

_COLUMNS = (
    "project, status, deleted_at, progress, stage, still, takes, started_at, cancel_asked_at, circled_at, "
    "CASE WHEN status IN ('queued', 'running', 'failed') THEN notes END"
)
_ONE = f"SELECT {_COLUMNS} FROM tasks WHERE id = ?"
#: SQLite took at most 999 parameters before 3.32.
_MANY_MAX = 500


class Marks:
    """Reads marks; safe between threads, but one read at a time on SQLite: make one for each who reads often."""

    def __init__(self, database: Database) -> None:
        self._database = database
        #: Is a read so quick that an event loop may do it itself? On SQLite it is a file's page, already in memory.
        self.quick = database.is_sqlite
        self._lock = threading.Lock()
        self._sqlite: sqlite3.Connection | None = None

    def read(self, task_id: str) -> Mark | None:
        """The mark of a task, deleted or not; None when there never was one."""
        if self._database.is_sqlite:
            with self._lock:
                row: Mark | None = self._opened().execute(_ONE, (task_id,)).fetchone()
                return row
        rows = self._rows(_ONE, (task_id,))
        return rows[0] if rows else None

    def read_many(self, task_ids: Sequence[str]) -> Mapping[str, Mark]:
        found: dict[str, Mark] = {}
        for start in range(0, len(task_ids), _MANY_MAX):
            some = task_ids[start : start + _MANY_MAX]
            asked = f"SELECT id, {_COLUMNS} FROM tasks WHERE id IN ({', '.join('?' * len(some))})"
            found.update((row[0], row[1:]) for row in self._rows(asked, some))
        return found

    def _rows(self, sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
        if self._database.is_sqlite:
            with self._lock:
                return self._opened().execute(sql, parameters).fetchall()
        with self._database.reading() as connection:
            return connect.read(connection, sql, parameters)

    def _opened(self) -> sqlite3.Connection:
        if self._sqlite is None:
            path = self._database.engine.url.database
            self._sqlite = sqlite3.connect(path or "", timeout=1.0, isolation_level=None, check_same_thread=False)
            self._sqlite.execute("PRAGMA query_only = ON")
        return self._sqlite

    def close(self) -> None:
        with self._lock:
            if self._sqlite is not None:
                self._sqlite.close()
                self._sqlite = None
