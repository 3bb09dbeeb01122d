"""Where Alembic is told which database to bring up to date: the caller's connection."""

from alembic import context

from verifier.store.tables import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    version_table="hezheng_version",
)
context.run_migrations()
