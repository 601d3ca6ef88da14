"""What Alembic runs for every command: the steps, on the connection and in the transaction that `migrate` opened."""

from __future__ import annotations

from alembic import context

from rushes.database.webhook_tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table="schema_version",
    render_as_batch=True,  # SQLite cannot alter most things in place.
    user_module_prefix="",  # `Word()`, as the template imports it
)
context.run_migrations()
