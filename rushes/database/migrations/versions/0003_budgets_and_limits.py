"""Prepaid balances, budgets, and limits of keys."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rushes.database.columns import DOCUMENT, Time, Word

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("projects", sa.Column("topped_up_microusd", sa.BigInteger(), nullable=True))
    for column in (
        sa.Column("root_id", Word(), nullable=True),
        sa.Column("requests_per_minute", sa.Integer(), nullable=True),
        sa.Column("concurrent_tasks", sa.Integer(), nullable=True),
        sa.Column("addresses", DOCUMENT, nullable=True),
    ):
        op.add_column("keys", column)
    op.create_table(
        "top_ups",
        sa.Column("id", Word(), nullable=False),
        sa.Column("project", Word(), nullable=False),
        sa.Column("amount_microusd", sa.BigInteger(), nullable=False),
        sa.Column("reference", Word(), nullable=True),
        sa.Column("at", Time(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name=op.f("top_ups_project_reference"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("top_ups_pkey")),
        sa.UniqueConstraint("project", "reference", name=op.f("top_ups_project_reference_unique")),
    )
    op.create_table(
        "budgets",
        sa.Column("owner", Word(), nullable=False),
        sa.Column("period", Word(), nullable=False),
        sa.Column("project", Word(), nullable=False),
        sa.Column("limit_microusd", sa.BigInteger(), nullable=False),
        sa.Column("hard", sa.Boolean(), nullable=False),
        sa.Column("created_at", Time(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name=op.f("budgets_project_reference"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("owner", "period", name=op.f("budgets_pkey")),
    )
    op.create_table(
        "budget_spans",
        sa.Column("owner", Word(), nullable=False),
        sa.Column("span", Word(), nullable=False),
        sa.Column("used_microusd", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("owner", "span", name=op.f("budget_spans_pkey")),
    )
    op.create_table(
        "tallies",
        sa.Column("root", Word(), nullable=False),
        sa.Column("open_tasks", sa.Integer(), nullable=False),
        sa.Column("minute", sa.BigInteger(), nullable=False),
        sa.Column("requests", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("root", name=op.f("tallies_pkey")),
    )
