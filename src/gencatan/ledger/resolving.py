"""The rows of a reading: its claims, how each is resolved, which of them took whose place, their block keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, delete, func, select

from gencatan.ledger import codec, schema
from gencatan.ledger.carry import successions
from gencatan.ledger.compact import pack
from gencatan.ledger.dialect import among, insert_rows
from gencatan.ledger.records import RecordCache
from gencatan.ledger.scope import facets
from gencatan.model import Claim
from gencatan.model.ids import content_hash


def following(connection: Connection, column: Column[int]) -> int:
    """The next number of a column that is counted up; no other writer is there to take it."""
    return int(connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()) + 1


def members_of(connection: Connection, document_id: str, number: int) -> dict[str, int]:
    """Claim id to resolution, of one reading."""
    table = schema.members.c
    found = select(table.claim, table.resolution).where(table.document == document_id, table.number == number)
    return {row.claim: row.resolution for row in connection.execute(found)}


class Resolved:
    """What one reading says: claims by id, each packed and with the digest of how it is resolved."""

    def __init__(self, claims: Sequence[Claim], amendment: int = 0) -> None:
        """A claim that is there twice counts once.

        Dates are resolved by what the document's `amendment` says of it, and judgements made by it: so claims are
        resolved anew with each.
        """
        self.claims = {claim.id: claim for claim in claims}
        self.bodies = {id_: pack(claim) for id_, claim in self.claims.items()}
        self.digests = {
            id_: content_hash([amendment, body] if amendment else body) for id_, body in self.bodies.items()
        }
        self.digest = content_hash([amendment, self.digests] if amendment else self.digests)

    def add(self, connection: Connection, revision: int) -> dict[str, int]:
        """Add the claims and resolutions that are new; claim id to resolution, of all."""
        held = self._held(connection)
        rows = [
            {"id": id_, "document": claim.document, "kind": claim.kind, "revision": revision}
            for id_, claim in self.claims.items()
            if id_ not in held
        ]
        insert_rows(connection, schema.claims, rows)
        next_id = following(connection, schema.resolutions.c.id)
        chosen: dict[str, int] = {}
        fresh: list[dict[str, Any]] = []
        for id_, digest in self.digests.items():
            known = held.get(id_, {})
            if digest not in known:
                fresh.append({**self._row(id_), "id": next_id, "number": len(known) + 1, "revision": revision})
                next_id += 1
            chosen[id_] = known.get(digest, next_id - 1)
        insert_rows(connection, schema.resolutions, fresh)
        about = [
            {"facet": facet, "resolution": row["id"]}
            for row in fresh
            for facet in sorted(facets(self.claims[row["claim"]]))
        ]
        insert_rows(connection, schema.facets, about)
        return chosen

    def _held(self, connection: Connection) -> dict[str, dict[str, int]]:
        """Claim id to digest to resolution, of those that are in the books."""
        table = schema.resolutions.c
        found = select(table.id, table.claim, table.digest).where(among(connection, table.claim, self.claims.keys()))
        held: dict[str, dict[str, int]] = {}
        for row in connection.execute(found):
            held.setdefault(row.claim, {})[row.digest] = row.id
        return held

    def _row(self, id_: str) -> dict[str, Any]:
        claim = self.claims[id_]
        return {
            "claim": id_,
            "document": claim.document,
            "kind": claim.kind,
            "first": claim.evidence[0].start if claim.evidence else 0,
            "digest": self.digests[id_],
            "starts": _day(claim.date.start) if claim.date else None,
            "ends": _day(claim.date.end) if claim.date else None,
            "body": self.bodies[id_],
        }


def link_successors(
    connection: Connection,
    cache: RecordCache,
    document_id: str,
    number: int,
    old: Mapping[str, int],
    new: Mapping[str, Claim],
) -> None:
    """Say which claim of reading `number` took the place of which that the reading before had."""
    gone = [resolution for id_, resolution in old.items() if id_ not in new]
    if not gone:
        return
    before = [record.claim for record in cache.records(connection, gone)]
    after = [claim for id_, claim in new.items() if id_ not in old]
    rows = [
        {"document": document_id, "number": number, "older": older, "newer": newer}
        for older, newer in successions(before, after)
    ]
    insert_rows(connection, schema.successors, rows)


def replace_blocks(
    connection: Connection, document_id: str, keys: Mapping[str, Sequence[str]], at: Mapping[str, int]
) -> None:
    """Let a document's claims (id to resolution in `at`) be found by these keys, and by no others."""
    table = schema.blocks
    found = select(table.c.key, table.c.resolution).where(table.c.document == document_id)
    held = {(row.key, row.resolution) for row in connection.execute(found)}
    wanted = {(codec.plain(key), at[id_]) for id_, of_claim in keys.items() for key in of_claim if id_ in at}
    if held == wanted:
        return
    if held:
        connection.execute(delete(table).where(table.c.document == document_id))
    rows = [{"key": key, "resolution": number, "document": document_id} for key, number in sorted(wanted)]
    insert_rows(connection, table, rows)


def _day(iso: str | None) -> str | None:
    return iso[:10] if iso else None
