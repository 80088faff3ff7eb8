"""The whole of every text is searched, in PostgreSQL by as many tsvectors as that takes.

Revision ID: 0006
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from gencatan.ledger.migrations.splitting import index_words, tsvectors

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the index anew from what is in the books."""
    connection = op.get_bind()
    op.execute("DROP TABLE search")
    if connection.dialect.name == "postgresql":
        op.execute(
            "CREATE TABLE search (number INTEGER NOT NULL, part INTEGER NOT NULL, words TSVECTOR NOT NULL,"
            " PRIMARY KEY (number, part))"
        )
        op.execute("CREATE INDEX ix_search_words ON search USING gin (words)")
        insert = sa.text("INSERT INTO search (number, part, words) VALUES (:number, :part, CAST(:words AS tsvector))")
        for number, words in _indexed(connection):
            rows = [{"number": number, "part": n, "words": part} for n, part in enumerate(tsvectors(words))]
            connection.execute(insert, rows)
    else:
        op.execute("CREATE VIRTUAL TABLE search USING fts5(words, tokenize = 'unicode61 remove_diacritics 0')")
        insert = sa.text("INSERT INTO search (rowid, words) VALUES (:number, :words)")
        for number, words in _indexed(connection):
            connection.execute(insert, {"number": number, "words": " ".join(words)})


def _indexed(connection: sa.Connection) -> Iterator[tuple[int, list[str]]]:
    """Every document's number and words. One text is held at a time."""
    numbers = connection.execute(sa.text("SELECT number FROM documents WHERE text IS NOT NULL")).scalars().all()
    one = sa.text("SELECT head, text FROM documents WHERE number = :number")
    for number in numbers:
        head, text = connection.execute(one, {"number": number}).one()
        yield number, index_words(json.loads(head)["title"], json.loads(text))
