"""Open tasks are counted where they are: a count of its own went wrong when a limit was set on a key in use."""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("tallies", "open_tasks")
