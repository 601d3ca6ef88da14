"""Steps: the job engine's transactions. Our SQL and the note that it is done commit together, and only while the flow
that asks is still owned by this worker."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from dbos import DBOSPortableJSONSerializer, SQLAlchemyDatasource
from sqlalchemy import Connection

from rushes.database.connect import Database

T = TypeVar("T")


class Steps(Protocol):
    """Steps of the job engine: done once, and only by the worker that owns the flow."""

    def transact(self, name: str, work: Callable[[Connection], T]) -> T:
        """Do work in one transaction with the note that it is done; if it was, give its result again (JSON)."""
        ...


class DatasourceSteps:
    def __init__(self, database: Database) -> None:
        """`database` is for these steps alone: the job engine sets isolation levels on its connections."""
        self._database = database
        self._source = SQLAlchemyDatasource.create(
            database.url, engine=database.engine, serializer=DBOSPortableJSONSerializer(), run_migrations=False
        )
        # One row changes by compare-and-set; on PostgreSQL a stricter level would only fail and repeat when many
        # tasks of a project end at once. SQLite knows no other.
        self._isolation: Any = "SERIALIZABLE" if database.is_sqlite else "READ COMMITTED"  # Any: a private Literal

    def transact(self, name: str, work: Callable[[Connection], T]) -> T:
        return self._source.run_tx_step(
            {"name": name, "isolation_level": self._isolation},
            lambda: work(self._source.sql_session().connection()),
        )

    def close(self) -> None:
        self._database.close()
