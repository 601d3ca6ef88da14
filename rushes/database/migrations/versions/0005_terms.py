"""Discounts and price overrides."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rushes.database.columns import Time, Word

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "terms",
        sa.Column("id", Word(), nullable=False),
        sa.Column("created_at", Time(length=32), nullable=False),
        sa.Column("begins_at", Time(length=32), nullable=False),
        sa.Column("ends_at", Time(length=32), nullable=True),
        sa.Column("project", Word(), nullable=True),
        sa.Column("root", Word(), nullable=True),
        sa.Column("model", Word(), nullable=True),
        sa.Column("resolution", Word(), nullable=True),
        sa.Column("sound", sa.Boolean(), nullable=True),
        sa.Column("unit_price_microusd", sa.BigInteger(), nullable=True),
        sa.Column("discount", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name=op.f("terms_project_reference"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("terms_pkey")),
    )
