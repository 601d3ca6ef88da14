"""Migrate: bring a database to the schema of this version of Rushes."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from rushes.database.connect import Database, lock_schema
from rushes.errors import Misconfigured

_FOLDER = Path(__file__).parent / "migrations"
_VERSION_TABLE = "schema_version"


def migrate(database: Database) -> None:
    """Take every step that the database has not taken, all in one transaction. Several processes may start at once: one
    does the work, the others wait and find it done.

    Raises Misconfigured when the database was written by a newer Rushes."""
    with database.transaction() as connection:
        lock_schema(connection)
        version = schema_version(connection)
        script = ScriptDirectory(str(_FOLDER))
        if version == script.get_current_head():
            return
        if version is not None and version not in {step.revision for step in script.walk_revisions()}:
            raise Misconfigured(
                f"The database has schema {version}, which this version of Rushes does not know; use a newer Rushes."
            )
        command.upgrade(configuration(connection), "head")


def schema_version(connection: Connection) -> str | None:
    """The last step that was taken; None for an empty database."""
    if not inspect(connection).has_table(_VERSION_TABLE):
        return None
    found: str | None = connection.exec_driver_sql(f"SELECT version_num FROM {_VERSION_TABLE}").scalar_one_or_none()
    return found


def configuration(connection: Connection) -> Config:
    """What Alembic's commands need; also for writing the next step: `alembic.command.revision(…, autogenerate=True)`."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
