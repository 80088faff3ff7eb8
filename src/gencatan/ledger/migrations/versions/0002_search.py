"""Full-text search: FTS5 in SQLite, a tsvector in PostgreSQL, over words that we split ourselves.

Revision ID: 0002
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the index. It is filled by 0006, which fills it otherwise."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE search (number INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)")
        op.execute("CREATE INDEX ix_search_words ON search USING gin (words)")
    else:
        op.execute("CREATE VIRTUAL TABLE search USING fts5(words, tokenize = 'unicode61 remove_diacritics 0')")
