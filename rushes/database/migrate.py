"""Migrate: bring a database to the schema of this version of Rushes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect

from rushes.database.connect import Database, lock_schema
from rushes.errors import Misconfigured

if TYPE_CHECKING:
    from alembic.config import Config

_FOLDER = Path(__file__).parent / "migrations"
_VERSION_TABLE = "schema_version"


def migrate(database: Database) -> None:
    """Take every step that the database has not taken, all in one transaction. Several processes may start at once: one
    does the work, the others wait and find it done.

    Raises Misconfigured when the database was written by a newer Rushes."""
    with database.transaction() as connection:
        lock_schema(connection)
        version, known = schema_version(connection), revisions()
        if version == known[-1]:
            return
        if version is not None and version not in known:
            raise Misconfigured(
                f"The database has schema {version}, which this version of Rushes does not know; use a newer Rushes."
            )
        from alembic import command  # Alembic is only loaded where there is something to do.

        command.upgrade(configuration(connection), "head")


def revisions() -> list[str]:
    """All steps that this version knows, in order: a step is named for its number, and so is its file."""
    return sorted(file.name.partition("_")[0] for file in (_FOLDER / "versions").glob("[0-9]*.py"))


def schema_version(connection: Connection) -> str | None:
    """The last step that was taken; None for an empty database."""
    if not inspect(connection).has_table(_VERSION_TABLE):
        return None
    found: str | None = connection.exec_driver_sql(f"SELECT version_num FROM {_VERSION_TABLE}").scalar_one_or_none()
    return found


def configuration(connection: Connection) -> Config:
    """What Alembic's commands need; also for writing the next step: `alembic.command.revision(…, autogenerate=True)`."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
