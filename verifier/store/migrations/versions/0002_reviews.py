"""What people decide: reviews and how claims stand; figures for the inbox and the queue."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

FIGURES = ("supported", "unsupported", "needs_review", "met", "not_met", "open", "undecided")
SORTED = ("city", "assigned_to", "unsupported", "needs_review", "undecided", "company")
LIVE = sa.text("deleted_at is null")


def upgrade() -> None:
    """To this version."""
    for name in FIGURES:
        op.add_column("applications", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
    op.add_column("verdicts", sa.Column("risk", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("verdicts", sa.Column("why", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("verdicts", sa.Column("control", sa.Boolean(), nullable=False, server_default=sa.false()))
    _tables()
    op.drop_index("ix_applications_assigned_to", "applications")
    for name in SORTED:
        op.create_index(
            f"ix_applications_{name}",
            "applications",
            ["tenant_id", name, "id"],
            sqlite_where=LIVE,
            postgresql_where=LIVE,
        )
    op.create_index(
        "ix_applications_live",
        "applications",
        ["tenant_id", "id", "state"],
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )
    _carry_over()
    _append_only()


def _tables() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("application_id", sa.String(length=40), nullable=False),
        sa.Column("report_id", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(length=12), nullable=False),
        sa.Column("flag", sa.String(length=20), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("basis", sa.String(length=64), nullable=False),
        sa.Column("machine", sa.String(length=20), nullable=False),
        sa.Column("user_id", sa.String(length=40), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["application_id"], ["applications.id"]),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"]),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("application_id", "key", "version"),
    )
    op.create_index("ix_reviews_tenant", "reviews", ["tenant_id", "id"])
    op.create_table(
        "standings",
        sa.Column("application_id", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("tenant_id", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("stand", sa.String(length=12), nullable=False),
        sa.Column("flag", sa.String(length=20), nullable=True),
        sa.Column("machine", sa.String(length=20), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("user_id", sa.String(length=40), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["application_id"], ["applications.id"]),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"]),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"]),
        sa.PrimaryKeyConstraint("application_id", "key"),
    )
    op.create_index("ix_standings_tenant", "standings", ["tenant_id", "stand"])


def _carry_over() -> None:
    """Applications that were verified before get the figures of the report that counts."""
    for name in FIGURES[:-1]:
        op.execute(
            f"update applications set {name} = coalesce("
            f"(select r.{name} from reports r where r.id = applications.report_id), 0)"
        )
    op.execute("update applications set undecided = supported + unsupported + needs_review")


def _append_only() -> None:
    """Reviews can only grow; they go with their application when retention removes it, and not before."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "create trigger reviews_no_update before update on reviews"
            " begin select raise(abort, 'append only'); end"
        )
        op.execute(
            "create trigger reviews_no_delete before delete on reviews"
            " when exists (select 1 from applications where id = old.application_id and deleted_at is null)"
            " begin select raise(abort, 'append only'); end"
        )
        return
    op.execute(
        "create function reviews_append_only() returns trigger language plpgsql as $$ begin"
        " if TG_OP = 'DELETE' and not exists"
        " (select 1 from applications where id = old.application_id and deleted_at is null)"
        " then return old; end if;"
        " raise exception 'append only'; end $$"
    )
    op.execute(
        "create trigger reviews_append_only before update or delete on reviews"
        " for each row execute function reviews_append_only()"
    )
    op.execute(
        "create trigger reviews_no_truncate before truncate on reviews"
        " for each statement execute function append_only()"
    )


def downgrade() -> None:
    """Back to the one before."""
    if op.get_bind().dialect.name != "sqlite":
        op.execute("drop trigger reviews_append_only on reviews")
        op.execute("drop trigger reviews_no_truncate on reviews")
        op.execute("drop function reviews_append_only()")
    op.drop_table("standings")
    op.drop_table("reviews")
    op.drop_index("ix_applications_live", "applications")
    for name in SORTED:
        op.drop_index(f"ix_applications_{name}", "applications")
    op.create_index("ix_applications_assigned_to", "applications", ["assigned_to"])
    with op.batch_alter_table("verdicts", schema=None) as batch_op:
        for name in ("risk", "why", "control"):
            batch_op.drop_column(name)
    with op.batch_alter_table("applications", schema=None) as batch_op:
        for name in FIGURES:
            batch_op.drop_column(name)
