"""The rows of judgements: each holds for the two resolutions it was made on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, select

from gencatan.ledger import codec, schema
from gencatan.ledger.dialect import among
from gencatan.model import Judgement
from gencatan.model.books import NEAR_COPY, RELATIONS


def judged_numbers(connection: Connection, judgements: Iterable[Judgement]) -> dict[str, int]:
    """The number of the resolution that each judged claim has now, 0 for a document; what is not there is left out."""
    of_claims: set[str] = set()
    of_documents: set[str] = set()
    for judgement in judgements:
        if judgement.relation not in RELATIONS:
            raise ValueError(f"no relation {judgement.relation!r}")
        (of_documents if judgement.relation == NEAR_COPY else of_claims).update((judgement.one, judgement.other))
    return _documents(connection, of_documents) | _claims(connection, of_claims)


def _documents(connection: Connection, ids: Collection[str]) -> dict[str, int]:
    if not ids:
        return {}
    found = select(schema.documents.c.id).where(among(connection, schema.documents.c.id, ids))
    return dict.fromkeys(connection.execute(found).scalars(), 0)


def _claims(connection: Connection, ids: Collection[str]) -> dict[str, int]:
    if not ids:
        return {}
    claims, members = schema.claims.c, schema.members.c
    latest = (
        select(claims.id, schema.resolutions.c.number)
        .join(schema.documents, schema.documents.c.id == claims.document)
        .join(
            schema.members,
            (members.document == claims.document)
            & (members.number == schema.documents.c.reading)
            & (members.claim == claims.id),
        )
        .join(schema.resolutions, schema.resolutions.c.id == members.resolution)
        .where(among(connection, claims.id, ids))
    )
    return {row.id: row.number for row in connection.execute(latest)}


def judgement_rows(
    connection: Connection, judgements: Iterable[Judgement], numbers: dict[str, int]
) -> list[dict[str, Any]]:
    """The rows, but for the revision, of judgements that are not in the books for these resolutions."""
    wanted = {judgement.id: judgement for judgement in judgements}
    table = schema.judgements.c
    found = select(table.id, table.one_at, table.other_at).where(among(connection, table.id, wanted.keys()))
    known = {tuple(row) for row in connection.execute(found)}
    return [
        {
            "id": id_,
            "one_at": numbers[judgement.one],
            "other_at": numbers[judgement.other],
            "relation": judgement.relation,
            "one": judgement.one,
            "other": judgement.other,
            "score": judgement.score,
            "reason": codec.encode(judgement.reason),
            "maker": codec.plain(judgement.maker),
        }
        for id_, judgement in wanted.items()
        if (id_, numbers[judgement.one], numbers[judgement.other]) not in known
    ]
