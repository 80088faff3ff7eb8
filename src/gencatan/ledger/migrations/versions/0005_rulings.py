"""By which rules judgements are made, and since when.

Revision ID: 0005
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the table; which rules made the judgements that are there was not written down."""
    words = 'TEXT COLLATE "C"' if op.get_bind().dialect.name == "postgresql" else "TEXT"
    op.execute(
        f"""
        CREATE TABLE rulings (
            revision INTEGER NOT NULL,
            run {words} NOT NULL,
            PRIMARY KEY (revision),
            FOREIGN KEY(revision) REFERENCES commits (revision),
            FOREIGN KEY(run) REFERENCES runs (id)
        )
        """
    )
