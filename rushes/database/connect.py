"""Connect: the engine, transactions, and the few statements in which SQLite and PostgreSQL differ, side by side."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
import sqlalchemy as sa
from sqlalchemy import Connection, Engine
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from rushes.database.columns import dump, time_of
from rushes.database.turns import Turns
from rushes.errors import Misconfigured, RushesError, Unavailable

#: How long a writer waits for another one before it gives up.
BUSY_SECONDS = 10.0
#: When nothing is said in a transaction for so long, its process sleeps or its machine is gone: PostgreSQL ends it, or its
#: locks would keep everybody out of the rows that it has changed, those who take its tasks over first of all.
IDLE_SECONDS = 10.0
#: Marks a connection that only reads; read where SQLite's BEGIN is chosen.
_READS = "rushes_reads"


class Database:
    """Rows in SQLite or PostgreSQL. Safe to share between threads; not across a fork."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.is_sqlite = engine.dialect.name == "sqlite"
        # On PostgreSQL a transaction would give a reader nothing but two more round trips: each query sees its own moment.
        self._reader = engine.execution_options(
            **({_READS: True} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"})
        )
        self._turns = Turns(engine)

    @property
    def url(self) -> str:
        """With its password: for those who open connections of their own, never for a log."""
        return self.engine.url.render_as_string(hide_password=False)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A transaction that writes: committed at the end, rolled back when the body raises. Keep it short.

        Raises Unavailable when the database is busy or gone, Misconfigured when its disk is full or read-only."""
        if not self.is_sqlite:
            with _translated(), self.engine.begin() as connection:
                yield connection
            return
        with _translated(), self._turns.take(BUSY_SECONDS) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for reading, which never waits for a writer. On SQLite all its reads see the same moment.

        Raises Unavailable when the database is gone."""
        with _translated(), self._reader.connect() as connection, connection.begin():
            yield connection

    def close(self) -> None:
        self.engine.dispose()


def open_database(url: str) -> Database:
    """The database at `sqlite:///path` or `postgresql://user:password@host/name`; an SQLite file is made when missing.

    Raises Misconfigured when the URL is neither, or the file cannot be opened."""
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError as exc:
        raise Misconfigured("The database URL cannot be read; use sqlite:///path or postgresql://…") from exc
    match parsed.get_backend_name():
        case "sqlite":
            return Database(_sqlite_engine(parsed))
        case "postgresql" | "postgres":
            return Database(_postgresql_engine(parsed))
        case other:
            raise Misconfigured(f"The database URL begins with {other}; use sqlite:///path or postgresql://…")


def _sqlite_engine(url: sa.URL) -> Engine:
    if not url.database or url.database == ":memory:":
        raise Misconfigured("SQLite needs a file: sqlite:///path; one in memory would be another for every thread.")
    try:
        # Made by us so that only its owner may read it; SQLite gives its -wal and -shm the same mode. Only ever a new
        # file: to close one that this process has open elsewhere would drop SQLite's locks on it (POSIX drops all of a
        # process's locks with any of its descriptors), and the next process to close would take the log away.
        os.close(os.open(Path(url.database), os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        pass
    except OSError as exc:
        raise Misconfigured(f"The database file {url.database} cannot be opened: {exc.strerror}.") from exc
    engine = sa.create_engine(
        url.set(drivername="sqlite+pysqlite"),
        json_serializer=dump,
        connect_args={"timeout": BUSY_SECONDS, "cached_statements": 256},
        pool_size=40,
        max_overflow=24,
        pool_timeout=BUSY_SECONDS,
        pool_use_lifo=True,  # the connection used last has the warmest page cache
        pool_reset_on_return="rollback",  # a COMMIT that is refused leaves SQLite's transaction open
    )
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(raw: sqlite3.Connection, _record: object) -> None:
    raw.isolation_level = None  # We write BEGIN ourselves; the driver would begin late, and not before DDL.
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")  # A commit that was answered survives a power cut.
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA cache_size = -8000")


def _begin_sqlite(connection: Connection) -> None:
    if connection.get_execution_options().get(_READS):
        # Never waits and never fails, so it may go the short way.
        raw: Any = connection.connection.driver_connection  # Any: sqlite3.Connection, which SQLAlchemy does not know
        raw.execute("BEGIN")
    else:
        # A deferred transaction that turns to writing fails at once if another has written since: so say so first.
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgresql_engine(url: sa.URL) -> Engine:
    options = f"-c timezone=UTC -c idle_in_transaction_session_timeout={IDLE_SECONDS * 1000:.0f}"
    return sa.create_engine(
        url.set(drivername="postgresql+psycopg"),
        json_serializer=dump,
        connect_args={"connect_timeout": 10, "application_name": "rushes", "options": options},
        pool_size=10,
        max_overflow=30,
        pool_timeout=BUSY_SECONDS,
        pool_use_lifo=True,
        pool_pre_ping=True,  # A restarted server must not cost a request.
    )


def lock_schema(connection: Connection) -> None:
    """Let one process at a time change the schema, until this transaction ends. SQLite's writer is alone anyway."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('rushes schema'))")


def clock(connection: Connection) -> datetime:
    """The database's own time: the one clock that workers on several machines share."""
    texts = {
        "sqlite": "SELECT strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')",
        "postgresql": "SELECT clock_timestamp()",
    }
    return time_of(connection.exec_driver_sql(texts[connection.dialect.name]).scalar_one())


class Writers(NamedTuple):
    oldest: int  #: the number of the oldest transaction that still writes, or the next one's
    next: int  #: the number that the next will have


def writers(connection: Connection) -> Writers:
    """Who is writing just now. SQLite's writers come one after the other, and nobody sees them at work."""
    if connection.dialect.name == "sqlite":
        return Writers(0, 0)
    sql = "SELECT pg_snapshot_xmin(now)::text, pg_snapshot_xmax(now)::text FROM pg_current_snapshot() AS now"
    oldest, following = connection.exec_driver_sql(sql).one()
    return Writers(int(oldest), int(following))


def insert_if_new(connection: Connection, table: sa.Table, values: Mapping[str, object]) -> bool:
    """Insert unless a row with the same unique key is there; waits for one that is just being inserted."""
    insert: sqlite.Insert | postgresql.Insert = sqlite.insert(table)
    if connection.dialect.name == "postgresql":
        insert = postgresql.insert(table)
    # Not by rowcount, which psycopg's dialect leaves unknown for an INSERT.
    made = insert.values(values).on_conflict_do_nothing().returning(sa.literal(1))
    return connection.execute(made).first() is not None


def read(connection: Connection, sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
    """The rows of a query on the raw driver, for reads that are hot: `?` marks a parameter, no other may occur.

    Values are as the driver gives them; see `columns.load` and `columns.time_of`. Both drivers prepare the statement."""
    driver: Any = connection.connection.driver_connection  # Any: sqlite3.Connection or psycopg.Connection
    if connection.dialect.name == "postgresql":
        sql = _percent(sql)
    rows: list[tuple[Any, ...]] = driver.execute(sql, parameters).fetchall()
    return rows


@lru_cache(maxsize=256)
def _percent(sql: str) -> str:
    return sql.replace("?", "%s")


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except PoolTimeout as exc:
        raise Unavailable("The database is busy; try again in a moment.") from exc
    except (
        DBAPIError,
        sqlite3.Error,
        psycopg.Error,
    ) as exc:  # the driver's own from `read`, which goes past SQLAlchemy
        error = _meaning(exc.orig if isinstance(exc, DBAPIError) else exc)
        if error is None:
            raise
        raise error from exc


#: By SQLite's primary result code (sqlite.org/rescode.html).
_SQLITE_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_SQLITE_DISK = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}
#: By the first characters of SQLSTATE (PostgreSQL 15 manual, appendix A).
_POSTGRESQL_BUSY = ("08", "25P03", "40", "53", "55P03", "57P")
_POSTGRESQL_DISK = ("53100", "58030", "25006")


def _meaning(error: BaseException | None) -> RushesError | None:
    """Who must act on a driver's error; None when it is a bug of ours."""
    disk = Misconfigured("The database cannot write: its disk is full, failing or read-only.")
    busy = Unavailable("The database is busy or out of reach; try again in a moment.")
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        return disk if code in _SQLITE_DISK else busy if code in _SQLITE_BUSY else None
    if not isinstance(error, psycopg.OperationalError | psycopg.errors.IdleInTransactionSessionTimeout):
        return None
    state = error.sqlstate or "08000"  # None: there was no connection to get one from
    return disk if state.startswith(_POSTGRESQL_DISK) else busy if state.startswith(_POSTGRESQL_BUSY) else None
