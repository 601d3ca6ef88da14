"""People who sign in to the console, and their sessions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rushes.database.columns import Time, Word

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "people",
        sa.Column("id", Word(), nullable=False),
        sa.Column("project", Word(), nullable=False),
        sa.Column("name", Word(), nullable=False),
        sa.Column("password", Word(), nullable=True),
        sa.Column("link_digest", Word(), nullable=True),
        sa.Column("created_at", Time(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name=op.f("people_project_reference"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("people_pkey")),
        sa.UniqueConstraint("link_digest", name=op.f("people_link_digest_unique")),
        sa.UniqueConstraint("name", name=op.f("people_name_unique")),
    )
    op.create_table(
        "sessions",
        sa.Column("digest", Word(), nullable=False),
        sa.Column("person", Word(), nullable=False),
        sa.Column("created_at", Time(length=32), nullable=False),
        sa.Column("expires_at", Time(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("sessions_person_reference"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("sessions_pkey")),
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("sessions_expires_at_index"), ["expires_at"], unique=False)
        batch_op.create_index(batch_op.f("sessions_person_index"), ["person"], unique=False)
