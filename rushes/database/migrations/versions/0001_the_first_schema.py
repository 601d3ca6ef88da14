"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rushes.database.columns import Time, Word

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "idempotency",
        sa.Column("project", Word(), nullable=False),
        sa.Column("key", Word(), nullable=False),
        sa.Column("fingerprint", Word(), nullable=False),
        sa.Column("task_id", Word(), nullable=False),
        sa.Column("created_at", Time(length=32), nullable=False),
        sa.PrimaryKeyConstraint("project", "key", name=op.f("idempotency_pkey")),
    )
    with op.batch_alter_table("idempotency", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("idempotency_created_at_index"), ["created_at"], unique=False)

    op.create_table(
        "projects",
        sa.Column("id", Word(), nullable=False),
        sa.Column("name", Word(), nullable=False),
        sa.Column("limit_microusd", sa.BigInteger(), nullable=True),
        sa.Column("held_microusd", sa.BigInteger(), nullable=False),
        sa.Column("spent_microusd", sa.BigInteger(), nullable=False),
        sa.Column("created_at", Time(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("projects_pkey")),
    )
    op.create_table(
        "workers",
        sa.Column("id", Word(), nullable=False),
        sa.Column("host", Word(), nullable=False),
        sa.Column("pid", sa.Integer(), nullable=False),
        sa.Column("started_at", Time(length=32), nullable=False),
        sa.Column("beat_at", Time(length=32), nullable=False),
        sa.Column("queues", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("workers_pkey")),
    )
    op.create_table(
        "assets",
        sa.Column("id", Word(), nullable=False),
        sa.Column("project", Word(), nullable=False),
        sa.Column("key_id", Word(), nullable=False),
        sa.Column("name", Word(), nullable=False),
        sa.Column("kind", Word(), nullable=False),
        sa.Column("digest", Word(), nullable=False),
        sa.Column("mime", Word(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Float(precision=53), nullable=True),
        sa.Column("created_at", Time(length=32), nullable=False),
        sa.Column("expires_at", Time(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name=op.f("assets_project_reference"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("assets_pkey")),
    )
    with op.batch_alter_table("assets", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("assets_digest_index"), ["digest"], unique=False)
        batch_op.create_index(batch_op.f("assets_expires_at_index"), ["expires_at"], unique=False)
        batch_op.create_index(batch_op.f("assets_project_id_index"), ["project", "id"], unique=False)

    op.create_table(
        "keys",
        sa.Column("id", Word(), nullable=False),
        sa.Column("project", Word(), nullable=False),
        sa.Column("name", Word(), nullable=False),
        sa.Column("prefix", Word(), nullable=False),
        sa.Column("digest", Word(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("scopes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("models", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("created_at", Time(length=32), nullable=False),
        sa.Column("expires_at", Time(length=32), nullable=True),
        sa.Column("revoked_at", Time(length=32), nullable=True),
        sa.Column("last_used_at", Time(length=32), nullable=True),
        sa.Column("replaced_by", Word(), nullable=True),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name=op.f("keys_project_reference"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("keys_pkey")),
        sa.UniqueConstraint("digest", name=op.f("keys_digest_unique")),
    )
    with op.batch_alter_table("keys", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("keys_project_id_index"), ["project", "id"], unique=False)

    op.create_table(
        "tasks",
        sa.Column("id", Word(), nullable=False),
        sa.Column("project", Word(), nullable=False),
        sa.Column("key_id", Word(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("model", Word(), nullable=False),
        sa.Column("engine", Word(), nullable=False),
        sa.Column("mode", Word(), nullable=False),
        sa.Column("shot", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("parameters", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("status", Word(), nullable=False),
        sa.Column("created_at", Time(length=32), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price_microusd", sa.BigInteger(), nullable=False),
        sa.Column("discount_microusd", sa.BigInteger(), nullable=False),
        sa.Column("price_version", Word(), nullable=False),
        sa.Column("expires_at", Time(length=32), nullable=False),
        sa.Column("deadline_at", Time(length=32), nullable=False),
        sa.Column("hold_microusd", sa.BigInteger(), nullable=False),
        sa.Column("stage", Word(), nullable=False),
        sa.Column("progress", sa.Float(precision=53), nullable=False),
        sa.Column("takes", sa.Integer(), nullable=False),
        sa.Column("started_at", Time(length=32), nullable=True),
        sa.Column("ended_at", Time(length=32), nullable=True),
        sa.Column("cancel_asked_at", Time(length=32), nullable=True),
        sa.Column("clip", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("poster", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("still", Word(), nullable=True),
        sa.Column("failure", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("charged_microusd", sa.BigInteger(), nullable=False),
        sa.Column("notes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("caller_metadata", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("deleted_at", Time(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name=op.f("tasks_project_reference"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("tasks_pkey")),
    )
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.create_index(
            "tasks_open_index",
            ["id"],
            unique=False,
            sqlite_where=sa.text("status IN ('queued', 'running')"),
            postgresql_where=sa.text("status IN ('queued', 'running')"),
        )
        batch_op.create_index(batch_op.f("tasks_project_id_index"), ["project", "id"], unique=False)
        batch_op.create_index(batch_op.f("tasks_project_status_id_index"), ["project", "status", "id"], unique=False)

    op.create_table(
        "events",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("task_id", Word(), nullable=False),
        sa.Column("project", Word(), nullable=False),
        sa.Column("kind", Word(), nullable=False),
        sa.Column("at", Time(length=32), nullable=False),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("events_task_id_reference"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("events_pkey")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("events_task_id_number_index"), ["task_id", "number"], unique=False)

    op.create_table(
        "ledger",
        sa.Column("task_id", Word(), nullable=False),
        sa.Column("take", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", Word(), nullable=False),
        sa.Column("project", Word(), nullable=False),
        sa.Column("amount_microusd", sa.BigInteger(), nullable=False),
        sa.Column("at", Time(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name=op.f("ledger_project_reference"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("ledger_task_id_reference"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("task_id", "take", "kind", name=op.f("ledger_pkey")),
        sa.UniqueConstraint("task_id", "kind", name=op.f("ledger_task_id_kind_unique")),
    )
    with op.batch_alter_table("ledger", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ledger_project_at_index"), ["project", "at"], unique=False)

    op.create_table(
        "takes",
        sa.Column("task_id", Word(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("engine", Word(), nullable=False),
        sa.Column("state", Word(), nullable=False),
        sa.Column("operation", Word(), nullable=True),
        sa.Column("worker", Word(), nullable=False),
        sa.Column("digest", Word(), nullable=True),
        sa.Column("started_at", Time(length=32), nullable=False),
        sa.Column("ended_at", Time(length=32), nullable=True),
        sa.Column("fault", Word(), nullable=True),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name=op.f("takes_task_id_reference"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("task_id", "number", name=op.f("takes_pkey")),
    )
