"""What is said otherwise of a document than when it was added: its date, outlet, language, title.

Revision ID: 0004
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the table; nothing was amended before it was there."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    words, keyed = ('TEXT COLLATE "C"', "") if postgresql else ("TEXT", "WITHOUT ROWID")
    op.execute(
        f"""
        CREATE TABLE amendments (
            document {words} NOT NULL,
            number INTEGER NOT NULL,
            published {words},
            known {words} NOT NULL,
            head {words} NOT NULL,
            revision INTEGER NOT NULL,
            PRIMARY KEY (document, number),
            FOREIGN KEY(document) REFERENCES documents (id),
            FOREIGN KEY(revision) REFERENCES commits (revision)
        )
         {keyed}
        """
    )
