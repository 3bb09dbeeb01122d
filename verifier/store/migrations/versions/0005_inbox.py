"""The inbox at 100,000 applications: every order within one state by an index, search in one text.

SQLite keeps the text in an index, where it is searched without touching the rows; PostgreSQL beside the row.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

LIVE = sa.text("deleted_at is null")
WORDS = "lower(company || ' ' || title || ' ' || uscc || ' ' || coalesce(external_id, ''))"
COLUMNS = ("unsupported", "needs_review", "undecided", "company")


def upgrade() -> None:
    """To this version."""
    for column in COLUMNS:
        op.create_index(
            f"ix_applications_state_{column}",
            "applications",
            ["tenant_id", "state", column, "id"],
            sqlite_where=LIVE,
            postgresql_where=LIVE,
        )
    embedded = op.get_bind().dialect.name == "sqlite"
    op.add_column("applications", sa.Column("words", sa.Text(), sa.Computed(WORDS, persisted=not embedded)))
    if embedded:
        op.create_index(
            "ix_applications_words", "applications", ["tenant_id", "id", "words"], sqlite_where=LIVE
        )


def downgrade() -> None:
    """Back to the one before."""
    if op.get_bind().dialect.name == "sqlite":
        op.drop_index("ix_applications_words", "applications")
    op.drop_column("applications", "words")
    for column in COLUMNS:
        op.drop_index(f"ix_applications_state_{column}", "applications")
