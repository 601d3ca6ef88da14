"""The audit log, which is only ever added to; retention and legal hold of projects."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rushes.database.columns import DOCUMENT, Time, Word

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_REFUSAL = "the audit log is only ever added to"


def upgrade() -> None:
    op.add_column("projects", sa.Column("task_days", sa.Integer(), nullable=True))
    op.add_column("projects", sa.Column("kept_since", Time(length=32), nullable=True))
    op.create_table(
        "audit",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("by", Word(), nullable=False),
        sa.Column("action", Word(), nullable=False),
        sa.Column("project", Word(), nullable=True),
        sa.Column("subject", Word(), nullable=False),
        sa.Column("at", Time(length=32), nullable=False),
        sa.Column("body", DOCUMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("audit_pkey")),
    )
    op.create_index(op.f("audit_project_number_index"), "audit", ["project", "number"])
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_refuses_{change.lower()} BEFORE {change} ON audit"
                f" BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
            )
        return
    op.execute(
        "CREATE OR REPLACE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_refuses BEFORE UPDATE OR DELETE OR TRUNCATE ON audit"
        " FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses()"
    )
