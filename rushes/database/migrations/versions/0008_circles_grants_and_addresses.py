"""Circled takes; what a person grants a device, or that they turned it away; from where acts and sessions came."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rushes.database.columns import DOCUMENT, Time, Word

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_CIRCLED = sa.text("circled_at IS NOT NULL")


def upgrade() -> None:
    op.add_column("tasks", sa.Column("circled_at", Time(length=32), nullable=True))
    op.create_index("tasks_circled_index", "tasks", ["project", "id"], sqlite_where=_CIRCLED, postgresql_where=_CIRCLED)
    op.add_column("devices", sa.Column("granted", DOCUMENT, nullable=True))
    op.add_column("devices", sa.Column("denied_at", Time(length=32), nullable=True))
    op.add_column("audit", sa.Column("address", Word(), nullable=True))
    op.add_column("sessions", sa.Column("address", Word(), nullable=True))
    op.add_column("sessions", sa.Column("agent", Word(), nullable=True))
