"""A project's events in order, for those who follow all its tasks."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("events_project_number_index"), "events", ["project", "number"])
