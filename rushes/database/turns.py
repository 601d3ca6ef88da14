"""Turns: SQLite's one writer at a time, and one commit for all who wait.

A commit waits for the disk, and that takes longer than everything else a transaction does. So a writer that has finished
while others wait does not commit: it leaves its transaction open to the next, who goes on in it behind a savepoint, and
so on until nobody waits, or it has been open for long enough. That one commits for all. Everybody returns only after
the commit that holds their work, and a body that raises takes back its own work and nobody else's.

A writer who is alone begins, works and commits as ever.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from rushes.errors import Unavailable

#: A transaction is handed on for so long at most; what waits for the first of its writers is their answer.
_OPEN_SECONDS_MAX = 0.02
_WRITERS_MAX = 200
#: A writer who left its work to the next looks after it itself when nobody has come for so long.
_LOOK_SECONDS = 0.25


class _Shared:
    """A transaction that several writers share."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._root = connection.begin()
        self._began_at = time.monotonic()
        self._ended = threading.Event()
        self._fault: BaseException | None = None
        self.writers = 0  #: whose work is in it

    @property
    def may_go_on(self) -> bool:
        return self.writers < _WRITERS_MAX and time.monotonic() - self._began_at < _OPEN_SECONDS_MAX

    @property
    def lost(self) -> bool:
        """Has SQLite itself rolled back all of it? It does so when the disk is full or fails."""
        raw = self.connection.connection.driver_connection
        return raw is not None and not raw.in_transaction

    def commit(self) -> None:
        """Raises what the database raises; then everybody whose work is in it fails, too."""
        try:
            if self.lost:
                raise Unavailable("The database took a transaction back; try again in a moment.")
            self._root.commit()
        except BaseException as fault:
            self.fail(fault)
            raise
        try:
            self.connection.close()
        finally:
            self._ended.set()

    def fail(self, fault: BaseException) -> None:
        self._fault = fault
        try:
            self._root.rollback()
            self.connection.close()
        except SQLAlchemyError:  # What is left of the connection is not to be used again.
            self.connection.detach()
        finally:
            self._ended.set()

    def wait(self, seconds: float) -> bool:
        """Wait for its end; False when it has not ended yet. Raises what made it fail, or Unavailable."""
        ended = self._ended.wait(seconds)
        if isinstance(self._fault, DBAPIError) and not isinstance(self._fault, IntegrityError):
            raise self._fault
        if self._fault is not None:
            # Another's fault, which says nothing about this work; it may simply be done again.
            raise Unavailable("The database took a transaction back; try again in a moment.") from self._fault
        return ended


@contextmanager
def _own_part(shared: _Shared) -> Iterator[None]:
    """Behind others' work, one's own can be taken back alone. The first needs no savepoint: all of it is its own."""
    if not shared.writers:
        yield
        return
    savepoint = shared.connection.begin_nested()
    try:
        yield
    except BaseException:
        if not shared.lost:
            savepoint.rollback()
        raise
    savepoint.commit()


class Turns:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        #: Held by the writer whose turn it is. SQLite's own busy handler polls and starves; a lock wakes at once.
        self._turn = threading.Lock()
        self._holder: int | None = None
        #: Left open for the next writer; only whoever has the turn may touch it.
        self._open: _Shared | None = None
        self._counting = threading.Lock()
        self._waiting = 0

    @contextmanager
    def take(self, seconds_max: float) -> Iterator[Connection]:
        """A connection in a transaction that is committed when this returns. Raises Unavailable after waiting in vain."""
        self._wait(seconds_max)
        try:
            shared, self._open = self._open, None
            if shared is None:
                shared = self._begun()
            try:
                with _own_part(shared):
                    yield shared.connection
            except BaseException as fault:
                if shared.writers and not shared.lost:
                    self._finish(shared)
                else:
                    shared.fail(fault)
                raise
            shared.writers += 1
            left_open = not self._finish(shared)
        finally:
            self._holder = None
            self._turn.release()
        while left_open and not shared.wait(_LOOK_SECONDS):
            self._look_after(shared)

    def _begun(self) -> _Shared:
        connection = self._engine.connect()
        try:
            return _Shared(connection)
        except BaseException:
            connection.close()
            raise

    def _wait(self, seconds_max: float) -> None:
        assert self._holder != threading.get_ident(), "transactions do not nest"
        with self._counting:
            self._waiting += 1
        try:
            if not self._turn.acquire(timeout=seconds_max):
                raise Unavailable("The database is busy; try again in a moment.")
        finally:
            with self._counting:
                self._waiting -= 1
        self._holder = threading.get_ident()

    def _finish(self, shared: _Shared) -> bool:
        """Commit, or leave it open to somebody who waits. True when it has been committed."""
        if self._waiting and shared.may_go_on and not shared.lost:
            self._open = shared
            return False
        shared.commit()
        return True

    def _look_after(self, shared: _Shared) -> None:
        """Commit what nobody came for: whoever waited then has given up."""
        if self._turn.acquire(blocking=False):
            try:
                if self._open is shared:
                    self._open = None
                    shared.commit()
            finally:
                self._turn.release()
