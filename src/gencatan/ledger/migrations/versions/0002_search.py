"""Full-text search: FTS5 in SQLite, a tsvector in PostgreSQL, over words that we split ourselves.

Revision ID: 0002
"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from gencatan.ledger.words import index_words, tsvector

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the index and fill it from what is in the books."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        op.execute("CREATE TABLE search (number INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)")
        op.execute("CREATE INDEX ix_search_words ON search USING gin (words)")
        insert = sa.text("INSERT INTO search (number, words) VALUES (:number, CAST(:words AS tsvector))")
    else:
        op.execute("CREATE VIRTUAL TABLE search USING fts5(words, tokenize = 'unicode61 remove_diacritics 0')")
        insert = sa.text("INSERT INTO search (rowid, words) VALUES (:number, :words)")
    rows = connection.execute(sa.text("SELECT number, head, text FROM documents WHERE text IS NOT NULL")).fetchall()
    for number, head, text in rows:
        words = index_words(json.loads(head)["title"], json.loads(text))
        row = tsvector(words) if connection.dialect.name == "postgresql" else " ".join(words)
        connection.execute(insert, {"number": number, "words": row})
