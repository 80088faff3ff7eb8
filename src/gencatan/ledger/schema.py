"""The tables, as queries see them. What creates them is `migrations`; a test holds the two equal.

What a reader or a person said is written once and never changed, but for `purge`, which erases text. Derived from it,
and written anew at will, are `documents.reading`, `documents.depth`, `facets`, `blocks`, `signatures` and `kept`;
`published`, `known` and `head` of a document are those of its last amendment, and all there were stay in `amendments`.

Text is compared byte by byte in both stores (PostgreSQL's collation "C" is SQLite's BINARY), so that order is the same.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text
from sqlalchemy.dialects import postgresql

metadata: Final = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s"})
WORDS: Final = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def _key(name: str, *references: str) -> Column[str]:
    return Column(name, WORDS, *(ForeignKey(reference) for reference in references), primary_key=True)


def _text(name: str, *, empty: bool = False) -> Column[str]:
    return Column(name, WORDS, nullable=empty)


def _number(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, nullable=False, autoincrement=False)


def _revision() -> Column[int]:
    return Column("revision", Integer, ForeignKey("commits.revision"), nullable=False)


commits: Final = Table("commits", metadata, _number("revision", key=True), _text("recorded_at"))

runs: Final = Table("runs", metadata, _key("id"), _text("body"), _revision())

documents: Final = Table(
    "documents",
    metadata,
    _key("id"),
    Column("number", Integer, nullable=False, unique=True),
    _text("uri_key"),  # a hash: it outlives a purge and says nothing
    _text("version_of", empty=True),
    _text("published", empty=True),
    _text("known"),
    _text("stamp"),
    _number("depth"),
    _number("reading"),  # the latest reading's number, 0 before the first
    _text("head"),
    _text("text", empty=True),  # a JSON string, so that no code point is beyond a store; null once purged
    _revision(),
    Index(None, "uri_key"),
    Index(None, "version_of"),
    Index(None, "known"),
    sqlite_with_rowid=False,
)

amendments: Final = Table(
    "amendments",
    metadata,
    _key("document", "documents.id"),
    _number("number", key=True),  # 0 is the document as it was added
    _text("published", empty=True),
    _text("known"),
    _text("head"),
    _revision(),
    sqlite_with_rowid=False,
)

claims: Final = Table(
    "claims",
    metadata,
    _key("id"),
    Column("document", WORDS, ForeignKey("documents.id"), nullable=False),
    _text("kind"),
    _revision(),
    Index(None, "document"),
    sqlite_with_rowid=False,
)

resolutions: Final = Table(
    "resolutions",
    metadata,
    _number("id", key=True),
    Column("claim", WORDS, ForeignKey("claims.id"), nullable=False),
    _number("number"),  # 1 for the claim's first resolution
    Column("document", WORDS, ForeignKey("documents.id"), nullable=False),
    _text("kind"),
    _number("first"),  # offset of the first evidence
    _text("digest"),
    _text("starts", empty=True),
    _text("ends", empty=True),
    _text("body", empty=True),  # the claim as JSON; null once purged
    _revision(),
    Index(None, "claim", "number", unique=True),
    Index(None, "document"),
)

readings: Final = Table(
    "readings",
    metadata,
    _key("document", "documents.id"),
    _number("number", key=True),
    Column("run", WORDS, ForeignKey("runs.id"), nullable=False),
    _text("digest"),
    _revision(),
    sqlite_with_rowid=False,
)

members: Final = Table(
    "members",
    metadata,
    _key("document", "documents.id"),
    _number("number", key=True),
    _key("claim", "claims.id"),
    Column("resolution", Integer, ForeignKey("resolutions.id"), nullable=False),
    sqlite_with_rowid=False,
)

successors: Final = Table(
    "successors",
    metadata,
    _key("document", "documents.id"),
    _number("number", key=True),  # the reading that has `newer`; the one before has `older`
    _key("older", "claims.id"),
    Column("newer", WORDS, ForeignKey("claims.id"), nullable=False),
    Index(None, "newer"),
    sqlite_with_rowid=False,
)

facets: Final = Table(
    "facets",
    metadata,
    _key("facet"),
    Column("resolution", Integer, ForeignKey("resolutions.id"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

blocks: Final = Table(
    "blocks",
    metadata,
    _key("key"),
    Column("resolution", Integer, ForeignKey("resolutions.id"), primary_key=True, autoincrement=False),
    Column("document", WORDS, ForeignKey("documents.id"), nullable=False),
    Index(None, "document"),
    sqlite_with_rowid=False,
)

signatures: Final = Table(
    "signatures",
    metadata,
    _key("key"),
    _key("document", "documents.id"),
    Index(None, "document"),
    sqlite_with_rowid=False,
)

judgements: Final = Table(
    "judgements",
    metadata,
    _key("id"),
    _number("one_at", key=True),  # the number of the resolution judged; 0 for documents
    _number("other_at", key=True),
    _text("relation"),
    _text("one"),
    _text("other"),
    Column("score", Float(53), nullable=False),
    _text("reason"),
    _text("maker"),
    _revision(),
    Index(None, "one", "relation"),
    Index(None, "other"),
    sqlite_with_rowid=False,
)

rulings: Final = Table(
    "rulings",
    metadata,
    Column("revision", Integer, ForeignKey("commits.revision"), primary_key=True, nullable=False, autoincrement=False),
    Column("run", WORDS, ForeignKey("runs.id"), nullable=False),
)

withdrawals: Final = Table("withdrawals", metadata, _key("judgement"), _text("reason"), _revision())

reviews: Final = Table("reviews", metadata, _key("id"), _text("at"), _text("body"), _revision())

targets: Final = Table(
    "targets",
    metadata,
    _key("review", "reviews.id"),
    _number("position", key=True),
    Column("claim", WORDS, ForeignKey("claims.id"), nullable=False),
    Index(None, "claim"),
    sqlite_with_rowid=False,
)

kept: Final = Table("kept", metadata, _key("question"), _number("revision"), _text("body"))

tombstones: Final = Table("tombstones", metadata, _key("document", "documents.id"), _text("reason"), _revision())
