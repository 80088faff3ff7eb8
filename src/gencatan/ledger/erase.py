"""What a purge takes out of the books: everything that repeats a report's words."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, select, update

from gencatan.ledger import codec
from gencatan.ledger.schema import (
    amendments,
    blocks,
    claims,
    documents,
    facets,
    kept,
    resolutions,
    reviews,
    signatures,
    targets,
)
from gencatan.ledger.search import unindex


def erase(connection: Connection, document_id: str) -> None:
    """Erase the text, the claims' bodies, what is derived from them, and what people wrote of them."""
    table = documents.c
    number, head = connection.execute(select(table.number, table.head).where(table.id == document_id)).one()
    own = select(claims.c.id).where(claims.c.document == document_id)
    resolved = select(resolutions.c.id).where(resolutions.c.claim.in_(own))
    connection.execute(delete(facets).where(facets.c.resolution.in_(resolved)))
    connection.execute(delete(blocks).where(blocks.c.document == document_id))
    connection.execute(delete(signatures).where(signatures.c.document == document_id))
    connection.execute(
        update(resolutions).where(resolutions.c.claim.in_(own)).values(body=None, starts=None, ends=None)
    )
    connection.execute(update(documents).where(table.id == document_id).values(text=None, head=codec.purged_head(head)))
    own_states = select(amendments.c.number, amendments.c.head).where(amendments.c.document == document_id)
    for state, words in connection.execute(own_states).all():
        at = (amendments.c.document == document_id) & (amendments.c.number == state)
        connection.execute(update(amendments).where(at).values(head=codec.purged_head(words)))
    unindex(connection, number)
    connection.execute(delete(kept))
    reviewed = select(targets.c.review).where(targets.c.claim.in_(own))
    for id_, body in connection.execute(select(reviews.c.id, reviews.c.body).where(reviews.c.id.in_(reviewed))).all():
        silent = codec.encode(_silenced(codec.decode(body)))
        connection.execute(update(reviews).where(reviews.c.id == id_).values(body=silent))


def _silenced(review: dict[str, Any]) -> dict[str, Any]:
    """A review without what it may quote; who, when, what was done to which claims stays."""
    said = review["body"]
    kept = {"undoes": said["undoes"]} if "undoes" in said else {}  # else what was undone would come back
    if review["action"] in {"merge", "split"} and "kind" in said:
        kept["kind"] = said["kind"]
    return {**review, "body": kept}
