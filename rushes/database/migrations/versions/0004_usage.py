"""Usage, summed by day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rushes.database.columns import Word

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_KEY = ("project", "day", "key_id", "model", "engine", "status")


def upgrade() -> None:
    op.create_table(
        "usage_days",
        *(sa.Column(name, Word(), nullable=False) for name in _KEY),
        *(
            sa.Column(name, sa.BigInteger(), nullable=False)
            for name in ("tasks", "seconds", "discount_microusd", "charged_microusd")
        ),
        sa.PrimaryKeyConstraint(*_KEY, name=op.f("usage_days_pkey")),
    )
    op.create_table(
        "usage_times",
        *(sa.Column(name, Word(), nullable=False) for name in _KEY),
        sa.Column("bucket", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("waiting", "rendering")),
        sa.PrimaryKeyConstraint(*_KEY, "bucket", name=op.f("usage_times_pkey")),
    )
