"""What became of one claim: how it was resolved, what it took the place of, who said what of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from gencatan.ledger import codec
from gencatan.ledger.compact import unpack
from gencatan.ledger.schema import (
    claims,
    commits,
    documents,
    members,
    readings,
    resolutions,
    reviews,
    runs,
    successors,
    targets,
    tombstones,
)
from gencatan.model import Claim, Head, Review, Run


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a claim was resolved, from `recorded_at` (UTC ISO) on; `claim` is None once purged."""

    number: int
    recorded_at: str
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading that has the claim: its number among those of the document, by what, recorded when (UTC ISO)."""

    number: int
    run: Run
    recorded_at: str


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Why and when (UTC ISO) a document was purged."""

    reason: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class History:
    """Everything in the books about one claim.

    `older` are the claims that it took the place of, the latest first; `newer` those that took its place, the next
    first. `reviews` are those of this very claim, oldest first.
    """

    claim_id: str
    kind: str
    head: Head
    resolutions: tuple[Resolution, ...]
    readings: tuple[Reading, ...]
    older: tuple[str, ...]
    newer: tuple[str, ...]
    reviews: tuple[Review, ...]
    purged: Tombstone | None


def history(connection: Connection, claim_id: str) -> History | None:
    """The history of a claim, None where there is no such claim."""
    row = connection.execute(
        select(claims.c.kind, documents.c.id, documents.c.head)
        .join(documents, documents.c.id == claims.c.document)
        .where(claims.c.id == claim_id)
    ).first()
    if row is None:
        return None
    kind, document, head = row
    return History(
        claim_id,
        kind,
        codec.head_from(head),
        _resolutions(connection, claim_id),
        _readings(connection, document, claim_id),
        _chain(connection, claim_id, back=True),
        _chain(connection, claim_id, back=False),
        _reviews(connection, claim_id),
        tombstone(connection, document),
    )


def tombstone(connection: Connection, document: str) -> Tombstone | None:
    """The tombstone of a document that was purged."""
    found = (
        select(tombstones.c.reason, commits.c.recorded_at)
        .join(commits, commits.c.revision == tombstones.c.revision)
        .where(tombstones.c.document == document)
    )
    row = connection.execute(found).first()
    return Tombstone(row.reason, row.recorded_at) if row else None


def _resolutions(connection: Connection, claim_id: str) -> tuple[Resolution, ...]:
    found = (
        select(resolutions.c.number, commits.c.recorded_at, resolutions.c.body)
        .join(commits, commits.c.revision == resolutions.c.revision)
        .where(resolutions.c.claim == claim_id)
        .order_by(resolutions.c.number)
    )
    return tuple(
        Resolution(number, at, unpack(body) if body else None) for number, at, body in connection.execute(found)
    )


def _readings(connection: Connection, document: str, claim_id: str) -> tuple[Reading, ...]:
    found = (
        select(readings.c.number, runs.c.body, commits.c.recorded_at)
        .join(members, (members.c.document == readings.c.document) & (members.c.number == readings.c.number))
        .join(runs, runs.c.id == readings.c.run)
        .join(commits, commits.c.revision == readings.c.revision)
        .where(readings.c.document == document, members.c.claim == claim_id)
        .order_by(readings.c.number)
    )
    return tuple(Reading(number, codec.run_from(body), at) for number, body, at in connection.execute(found))


def _chain(connection: Connection, claim_id: str, *, back: bool) -> tuple[str, ...]:
    """Claim after claim, each in the place of the one before; a claim that comes back ends it."""
    known, wanted = (successors.c.newer, successors.c.older) if back else (successors.c.older, successors.c.newer)
    chain: list[str] = []
    at = claim_id
    while True:
        found = select(wanted).where(known == at).order_by(successors.c.number.desc()).limit(1)
        following = connection.execute(found).scalar()
        if following is None or following in {claim_id, *chain}:
            return tuple(chain)
        chain.append(at := following)


def _reviews(connection: Connection, claim_id: str) -> tuple[Review, ...]:
    found = (
        select(reviews.c.id, reviews.c.body)
        .join(targets, targets.c.review == reviews.c.id)
        .where(targets.c.claim == claim_id)
        .order_by(reviews.c.at, reviews.c.id)
    )
    return tuple(codec.review_from(id_, codec.decode(body)) for id_, body in connection.execute(found))
