"""Programs that ask to be let in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rushes.database.columns import Time, Word

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "devices",
        sa.Column("digest", Word(), nullable=False),
        sa.Column("user_code", Word(), nullable=False),
        sa.Column("client", Word(), nullable=False),
        sa.Column("public_key", Word(), nullable=False),
        sa.Column("address", Word(), nullable=False),
        sa.Column("created_at", Time(length=32), nullable=False),
        sa.Column("expires_at", Time(length=32), nullable=False),
        sa.Column("project", Word(), nullable=True),
        sa.Column("approved_by", Word(), nullable=True),
        sa.Column("taken_at", Time(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["project"], ["projects.id"], name=op.f("devices_project_reference"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("devices_pkey")),
        sa.UniqueConstraint("user_code", name=op.f("devices_user_code_unique")),
    )
    with op.batch_alter_table("devices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("devices_address_created_at_index"), ["address", "created_at"], unique=False)
        batch_op.create_index(batch_op.f("devices_expires_at_index"), ["expires_at"], unique=False)
    op.create_table(
        "device_nonces",
        sa.Column("device", Word(), nullable=False),
        sa.Column("nonce", Word(), nullable=False),
        sa.ForeignKeyConstraint(
            ["device"],
            ["devices.digest"],
            name=op.f("device_nonces_device_reference"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("device", "nonce", name=op.f("device_nonces_pkey")),
    )
