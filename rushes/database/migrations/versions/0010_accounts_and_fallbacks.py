"""Far sides' accounts with their limits, when an operation is polled next, and who takes a task over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rushes.database.columns import DOCUMENT, Time, Word

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_SUBMITTED = sa.text("state = 'submitted'")
_OUT = sa.text("state IN ('submitting', 'submitted')")


def upgrade() -> None:
    op.add_column("tasks", sa.Column("fallbacks", DOCUMENT, nullable=True))
    op.add_column("takes", sa.Column("account", Word(), nullable=True))
    op.add_column("takes", sa.Column("claimed_at", Time(length=32), nullable=True))
    op.add_column("takes", sa.Column("next_poll_at", Time(length=32), nullable=True))
    op.create_index(op.f("takes_account_claimed_at_index"), "takes", ["account", "claimed_at"])
    for name, column, condition in (("next_poll_at", "next_poll_at", _SUBMITTED), ("out", "account", _OUT)):
        op.create_index(f"takes_{name}_index", "takes", [column], sqlite_where=condition, postgresql_where=condition)
    op.create_table(
        "accounts",
        sa.Column("name", Word(), nullable=False),
        sa.Column("closed_until", Time(length=32), nullable=True),
        sa.Column("storms", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("accounts_pkey")),
    )
