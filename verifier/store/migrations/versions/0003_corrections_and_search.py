"""What people read on pages, the text of all pages for search, the order of the queue."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """To this version."""
    op.create_table(
        "corrections",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("application_id", sa.String(length=40), nullable=False),
        sa.Column("file", sa.String(length=500), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(length=120), nullable=False),
        sa.Column("field", sa.String(length=80), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("box", sa.JSON(), nullable=True),
        sa.Column("user_id", sa.String(length=40), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["application_id"], ["applications.id"]),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"]),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_corrections_application", "corrections", ["application_id", "id"])
    op.create_table(
        "page_texts",
        sa.Column("id", BIG, nullable=False),
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("application_id", sa.String(length=40), nullable=False),
        sa.Column("file", sa.String(length=500), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["application_id"], ["applications.id"]),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_page_texts_application", "page_texts", ["application_id"])
    op.create_index("ix_verdicts_risk", "verdicts", ["risk", "report_id"])
    op.create_index("ix_applications_report", "applications", ["report_id"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute("create virtual table page_pairs using fts5(pairs, detail=full)")
    else:
        op.execute(
            "create table page_pairs (id bigint primary key references page_texts on delete cascade,"
            " pairs tsvector not null)"
        )
        op.execute("create index ix_page_pairs on page_pairs using gin (pairs)")


def downgrade() -> None:
    """Back to the one before."""
    op.drop_table("page_pairs")
    op.drop_index("ix_applications_report", "applications")
    op.drop_index("ix_verdicts_risk", "verdicts")
    op.drop_table("page_texts")
    op.drop_table("corrections")
