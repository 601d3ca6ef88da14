"""Webhooks, what they sign with, the outbox of deliveries and their attempts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rushes.database.columns import DOCUMENT, Time, Word

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_WAITING = sa.text("state = 'waiting'")


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"{table}_{column}_reference")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)


def upgrade() -> None:
    op.create_table(
        "webhooks",
        sa.Column("id", Word(), nullable=False),
        sa.Column("project", Word(), nullable=False),
        sa.Column("task_id", Word(), nullable=True),
        sa.Column("url", Word(), nullable=False),
        sa.Column("name", Word(), nullable=False),
        sa.Column("form", Word(), nullable=False),
        sa.Column("events", DOCUMENT, nullable=False),
        sa.Column("echoed", DOCUMENT, nullable=True),
        sa.Column("signer", Word(), nullable=False),
        sa.Column("origin", Word(), nullable=False),
        sa.Column("created_at", Time(length=32), nullable=False),
        sa.Column("disabled_at", Time(length=32), nullable=True),
        sa.Column("disabled_why", Word(), nullable=True),
        _reference("webhooks", "project", "projects"),
        _reference("webhooks", "task_id", "tasks"),
        sa.PrimaryKeyConstraint("id", name=op.f("webhooks_pkey")),
    )
    op.create_index(op.f("webhooks_project_task_id_index"), "webhooks", ["project", "task_id"])
    op.create_table(
        "webhook_secrets",
        sa.Column("signer", Word(), nullable=False),
        sa.Column("project", Word(), nullable=False),
        sa.Column("sealed", Word(), nullable=False),
        sa.Column("previous", Word(), nullable=True),
        sa.Column("previous_until", Time(length=32), nullable=True),
        _reference("webhook_secrets", "project", "projects"),
        sa.PrimaryKeyConstraint("signer", name=op.f("webhook_secrets_pkey")),
    )
    op.create_index(op.f("webhook_secrets_project_index"), "webhook_secrets", ["project"])
    op.create_table(
        "deliveries",
        sa.Column("id", Word(), nullable=False),
        sa.Column("webhook", Word(), nullable=False),
        sa.Column("project", Word(), nullable=False),
        sa.Column("task_id", Word(), nullable=True),
        sa.Column("event", Word(), nullable=False),
        sa.Column("at", Time(length=32), nullable=False),
        sa.Column("state", Word(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", Time(length=32), nullable=False),
        sa.Column("claimed_until", Time(length=32), nullable=True),
        sa.Column("gives_up_at", Time(length=32), nullable=False),
        sa.Column("ended_at", Time(length=32), nullable=True),
        _reference("deliveries", "webhook", "webhooks"),
        _reference("deliveries", "project", "projects"),
        _reference("deliveries", "task_id", "tasks"),
        sa.PrimaryKeyConstraint("id", name=op.f("deliveries_pkey")),
    )
    op.create_index(op.f("deliveries_webhook_id_index"), "deliveries", ["webhook", "id"])
    op.create_index(op.f("deliveries_task_id_index"), "deliveries", ["task_id"])
    op.create_index(
        "deliveries_due_at_index", "deliveries", ["due_at"], sqlite_where=_WAITING, postgresql_where=_WAITING
    )
    op.create_table(
        "delivery_attempts",
        sa.Column("delivery", Word(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Time(length=32), nullable=False),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("fault", Word(), nullable=True),
        sa.Column("answer", Word(), nullable=False),
        _reference("delivery_attempts", "delivery", "deliveries"),
        sa.PrimaryKeyConstraint("delivery", "number", name=op.f("delivery_attempts_pkey")),
    )
