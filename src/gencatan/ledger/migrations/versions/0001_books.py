"""The books: documents, claims and what stands beside them.

Revision ID: 0001
"""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0001"
down_revision = None

# Frozen as first written; what changes later is a revision of its own.
STATEMENTS: Final = (
    """
    CREATE TABLE commits (
        revision INTEGER NOT NULL,
        recorded_at {text} NOT NULL,
        PRIMARY KEY (revision)
    )
    """,
    """
    CREATE TABLE documents (
        id {text} NOT NULL,
        number INTEGER NOT NULL,
        uri_key {text} NOT NULL,
        version_of {text},
        published {text},
        known {text} NOT NULL,
        stamp {text} NOT NULL,
        depth INTEGER NOT NULL,
        reading INTEGER NOT NULL,
        head {text} NOT NULL,
        text {text},
        revision INTEGER NOT NULL,
        PRIMARY KEY (id),
        UNIQUE (number),
        FOREIGN KEY(revision) REFERENCES commits (revision)
    )
     {keyed}
    """,
    "CREATE INDEX ix_documents_known ON documents (known)",
    "CREATE INDEX ix_documents_uri_key ON documents (uri_key)",
    "CREATE INDEX ix_documents_version_of ON documents (version_of)",
    """
    CREATE TABLE judgements (
        id {text} NOT NULL,
        one_at INTEGER NOT NULL,
        other_at INTEGER NOT NULL,
        relation {text} NOT NULL,
        one {text} NOT NULL,
        other {text} NOT NULL,
        score {number} NOT NULL,
        reason {text} NOT NULL,
        maker {text} NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY (id, one_at, other_at),
        FOREIGN KEY(revision) REFERENCES commits (revision)
    )
     {keyed}
    """,
    "CREATE INDEX ix_judgements_one ON judgements (one)",
    "CREATE INDEX ix_judgements_other ON judgements (other)",
    """
    CREATE TABLE reviews (
        id {text} NOT NULL,
        at {text} NOT NULL,
        body {text} NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(revision) REFERENCES commits (revision)
    )
    """,
    """
    CREATE TABLE runs (
        id {text} NOT NULL,
        body {text} NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(revision) REFERENCES commits (revision)
    )
    """,
    """
    CREATE TABLE withdrawals (
        judgement {text} NOT NULL,
        reason {text} NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY (judgement),
        FOREIGN KEY(revision) REFERENCES commits (revision)
    )
    """,
    """
    CREATE TABLE claims (
        id {text} NOT NULL,
        document {text} NOT NULL,
        kind {text} NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(document) REFERENCES documents (id),
        FOREIGN KEY(revision) REFERENCES commits (revision)
    )
     {keyed}
    """,
    "CREATE INDEX ix_claims_document ON claims (document)",
    """
    CREATE TABLE readings (
        document {text} NOT NULL,
        number INTEGER NOT NULL,
        run {text} NOT NULL,
        digest {text} NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY (document, number),
        FOREIGN KEY(document) REFERENCES documents (id),
        FOREIGN KEY(run) REFERENCES runs (id),
        FOREIGN KEY(revision) REFERENCES commits (revision)
    )
     {keyed}
    """,
    """
    CREATE TABLE signatures (
        "key" {text} NOT NULL,
        document {text} NOT NULL,
        PRIMARY KEY ("key", document),
        FOREIGN KEY(document) REFERENCES documents (id)
    )
     {keyed}
    """,
    "CREATE INDEX ix_signatures_document ON signatures (document)",
    """
    CREATE TABLE tombstones (
        document {text} NOT NULL,
        reason {text} NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY (document),
        FOREIGN KEY(document) REFERENCES documents (id),
        FOREIGN KEY(revision) REFERENCES commits (revision)
    )
    """,
    """
    CREATE TABLE resolutions (
        id INTEGER NOT NULL,
        claim {text} NOT NULL,
        number INTEGER NOT NULL,
        document {text} NOT NULL,
        kind {text} NOT NULL,
        first INTEGER NOT NULL,
        digest {text} NOT NULL,
        starts {text},
        ends {text},
        body {text},
        revision INTEGER NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(claim) REFERENCES claims (id),
        FOREIGN KEY(document) REFERENCES documents (id),
        FOREIGN KEY(revision) REFERENCES commits (revision)
    )
    """,
    "CREATE UNIQUE INDEX ix_resolutions_claim_number ON resolutions (claim, number)",
    "CREATE INDEX ix_resolutions_document ON resolutions (document)",
    """
    CREATE TABLE successors (
        document {text} NOT NULL,
        number INTEGER NOT NULL,
        older {text} NOT NULL,
        newer {text} NOT NULL,
        PRIMARY KEY (document, number, older),
        FOREIGN KEY(document) REFERENCES documents (id),
        FOREIGN KEY(older) REFERENCES claims (id),
        FOREIGN KEY(newer) REFERENCES claims (id)
    )
     {keyed}
    """,
    "CREATE INDEX ix_successors_newer ON successors (newer)",
    """
    CREATE TABLE targets (
        review {text} NOT NULL,
        position INTEGER NOT NULL,
        claim {text} NOT NULL,
        PRIMARY KEY (review, position),
        FOREIGN KEY(review) REFERENCES reviews (id),
        FOREIGN KEY(claim) REFERENCES claims (id)
    )
     {keyed}
    """,
    "CREATE INDEX ix_targets_claim ON targets (claim)",
    """
    CREATE TABLE blocks (
        "key" {text} NOT NULL,
        resolution INTEGER NOT NULL,
        document {text} NOT NULL,
        PRIMARY KEY ("key", resolution),
        FOREIGN KEY(resolution) REFERENCES resolutions (id),
        FOREIGN KEY(document) REFERENCES documents (id)
    )
     {keyed}
    """,
    "CREATE INDEX ix_blocks_document ON blocks (document)",
    """
    CREATE TABLE facets (
        facet {text} NOT NULL,
        resolution INTEGER NOT NULL,
        PRIMARY KEY (facet, resolution),
        FOREIGN KEY(resolution) REFERENCES resolutions (id)
    )
     {keyed}
    """,
    """
    CREATE TABLE members (
        document {text} NOT NULL,
        number INTEGER NOT NULL,
        claim {text} NOT NULL,
        resolution INTEGER NOT NULL,
        PRIMARY KEY (document, number, claim),
        FOREIGN KEY(document) REFERENCES documents (id),
        FOREIGN KEY(claim) REFERENCES claims (id),
        FOREIGN KEY(resolution) REFERENCES resolutions (id)
    )
     {keyed}
    """,
)


def upgrade() -> None:
    """Create the tables."""
    postgresql = op.get_bind().dialect.name == "postgresql"
    words = {"text": "TEXT", "number": "FLOAT", "keyed": "WITHOUT ROWID"}
    if postgresql:
        words = {"text": 'TEXT COLLATE "C"', "number": "DOUBLE PRECISION", "keyed": ""}
    for statement in STATEMENTS:
        op.execute(statement.format(**words))
