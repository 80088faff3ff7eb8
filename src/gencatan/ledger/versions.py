"""Documents and their corrections: under which id a report goes into the books, and which version is the latest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, or_, select, update

from gencatan.errors import InputError, LedgerError
from gencatan.ledger import codec
from gencatan.ledger.clock import known_from, stamp
from gencatan.ledger.schema import documents
from gencatan.model import Document
from gencatan.model.ids import content_hash

LONGEST_ID: Final = 1000


def document_row(connection: Connection, id_: str) -> Any:
    """The latest reading's number and the text (as JSON, None once purged) of a document, None where it is unknown."""
    found = select(documents.c.reading, documents.c.text).where(documents.c.id == id_)
    return connection.execute(found).first()


def as_added(connection: Connection, document: Document, *, same_page: bool) -> Document:
    """See `Writer.as_added`."""
    known = document_row(connection, document.id)
    if known is not None:
        if known.text is None or codec.decode(known.text) == document.text:
            return document
        own = replace(
            document, id=content_hash({"version_of": document.id, "text": document.text}), version_of=document.id
        )
        if document_row(connection, own.id) is None:
            _refuse_unordered(connection, document)
        return own
    if same_page and document.version_of is None and document.source_uri:
        found = connection.execute(
            select(documents.c.id, documents.c.version_of)
            .where(documents.c.uri_key == uri_key(document.source_uri))
            .order_by(documents.c.number)
            .limit(1)
        ).first()
        if found:
            return replace(document, version_of=found.version_of or found.id)
    return document


def _refuse_unordered(connection: Connection, document: Document) -> None:
    """Raise InputError where nothing in the reports says which of two texts under one id is the later.

    The one that came last would hide the other, and come first it would be hidden: the books must not depend on that.
    """
    same_id = or_(documents.c.id == document.id, documents.c.version_of == document.id)
    found = select(documents.c.head, documents.c.text).where(same_id, documents.c.text.is_not(None))
    for row in connection.execute(found):
        other = codec.document_from(row.head, row.text)
        if _told(other) == _told(document) and other.text != document.text:
            raise InputError(
                f"report {document.id[:40]!r} is in the books with another text, and nothing says which is the later: "
                "give the corrected one a later `published` or `retrieved_at`, or an id of its own and `version_of`",
                source=document.source_uri,
            )


def _told(document: Document) -> tuple[str, str]:
    """When a report came out and was retrieved, by its own word."""
    return known_from(document, ""), stamp(document.retrieved_at)


def order_versions(connection: Connection, row: Mapping[str, Any], *, anew: bool = False) -> None:
    """Set how far along its chain of corrections a document stands, and those that correct it.

    Only versions of the same day and instant are counted: time orders the others. So the number depends on documents
    alone that are seen whenever this one is. `anew`: the document was at another time before, so that what corrected it
    then may stand at a chain's beginning now.
    """
    todo: list[Mapping[str, Any]] = [row]
    seen: set[str] = set()
    table = documents.c
    while todo:
        at = todo.pop()
        if at["id"] in seen:
            continue
        seen.add(at["id"])
        same_time = (table.known == at["known"], table.stamp == at["stamp"])
        older = connection.execute(select(table.depth).where(table.id == at["version_of"], *same_time)).scalar()
        if older is not None or anew:
            depth = 0 if older is None else older + 1
            connection.execute(update(documents).where(table.id == at["id"]).values(depth=depth))
        newer = select(table.id, table.version_of, table.known, table.stamp).where(table.version_of == at["id"])
        corrections = connection.execute(newer if anew else newer.where(*same_time))
        todo.extend(correction._asdict() for correction in corrections)


def check_id(id_: str, address: str) -> None:
    """Raise LedgerError for an id that cannot be a key."""
    if why := id_problem(id_):
        raise LedgerError(why, address=address)


def id_problem(id_: str) -> str:
    """Why an id cannot be a key; "" where it can."""
    good = id_ and len(id_) <= LONGEST_ID and codec.storable(id_)
    return "" if good else f"{id_[:40]!r} cannot be a document's id"


def uri_key(source_uri: str) -> str:
    """What documents from the same address share; it says nothing about the address."""
    return content_hash(source_uri.partition("#")[0]) if source_uri else ""
