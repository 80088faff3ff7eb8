"""A place for what was worked out of the books, to be found again until they grow.

Revision ID: 0003
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the table; there is nothing to fill it with. And let the judgements of a few relations be found alone."""
    words = 'TEXT COLLATE "C"' if op.get_bind().dialect.name == "postgresql" else "TEXT"
    op.execute(
        f"CREATE TABLE kept (question {words} NOT NULL, revision INTEGER NOT NULL, body {words} NOT NULL,"
        " PRIMARY KEY (question))"
    )
    op.execute("CREATE INDEX ix_judgements_one_relation ON judgements (one, relation)")
    op.execute("DROP INDEX ix_judgements_one")
