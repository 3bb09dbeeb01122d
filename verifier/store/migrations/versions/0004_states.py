"""How many applications are in each state is counted in an index alone."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

LIVE = sa.text("deleted_at is null")


def upgrade() -> None:
    """To this version."""
    op.create_index(
        "ix_applications_states",
        "applications",
        ["tenant_id", "state"],
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )


def downgrade() -> None:
    """Back to the one before."""
    op.drop_index("ix_applications_states", "applications")
