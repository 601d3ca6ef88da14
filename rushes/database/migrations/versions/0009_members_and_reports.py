"""Members of projects and invitations; identities elsewhere; what engines report; margins, bursts, days of files."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rushes.database.columns import Time, Word

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def _of_project(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"{table}_project_reference")
    return sa.ForeignKeyConstraint(["project"], ["projects.id"], name=name, initially="DEFERRED", deferrable=True)


def upgrade() -> None:
    op.create_table(
        "members",
        sa.Column("person", Word(), nullable=False),
        sa.Column("project", Word(), nullable=False),
        sa.Column("role", Word(), nullable=False),
        sa.Column("created_at", Time(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("members_person_reference"), initially="DEFERRED", deferrable=True
        ),
        _of_project("members"),
        sa.PrimaryKeyConstraint("person", "project", name=op.f("members_pkey")),
    )
    op.create_index(op.f("members_project_index"), "members", ["project"])
    # Until now, everybody who could sign in could do everything.
    op.execute(
        "INSERT INTO members (person, project, role, created_at) SELECT id, project, 'owner', created_at FROM people"
    )
    op.create_table(
        "invitations",
        sa.Column("digest", Word(), nullable=False),
        sa.Column("project", Word(), nullable=False),
        sa.Column("name", Word(), nullable=False),
        sa.Column("role", Word(), nullable=False),
        sa.Column("by", Word(), nullable=False),
        sa.Column("created_at", Time(length=32), nullable=False),
        sa.Column("expires_at", Time(length=32), nullable=False),
        _of_project("invitations"),
        sa.PrimaryKeyConstraint("digest", name=op.f("invitations_pkey")),
    )
    op.create_index(op.f("invitations_project_index"), "invitations", ["project"])
    for table, column in (
        ("people", sa.Column("issuer", Word(), nullable=True)),
        ("people", sa.Column("subject", Word(), nullable=True)),
        ("sessions", sa.Column("project", Word(), nullable=True)),
        ("takes", sa.Column("reported_seconds", sa.Float(53), nullable=True)),
        ("takes", sa.Column("reported_microusd", sa.BigInteger(), nullable=True)),
        ("terms", sa.Column("unit_cost_microusd", sa.BigInteger(), nullable=True)),
        ("terms", sa.Column("margin", sa.Integer(), nullable=True)),
        ("projects", sa.Column("file_days", sa.Integer(), nullable=True)),
        ("keys", sa.Column("requests_burst", sa.Integer(), nullable=True)),
        ("tallies", sa.Column("due_at", sa.BigInteger(), nullable=True)),
    ):
        op.add_column(table, column)
    op.create_index("people_identity_unique", "people", ["issuer", "subject"], unique=True)
