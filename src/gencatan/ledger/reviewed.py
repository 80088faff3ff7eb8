"""People's words as of a time: on which of today's claims each stands, and which need a person to look again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, func, select

from gencatan.ledger import codec
from gencatan.ledger.carry import carries_over
from gencatan.ledger.records import RecordCache
from gencatan.ledger.schema import claims, members, resolutions, reviews, successors, targets
from gencatan.ledger.visible import Clock, latest
from gencatan.model import Claim, Review

CHANGED: Final = "changed"
GONE: Final = "gone"


@dataclass(frozen=True, slots=True)
class Queued:
    """A review that a newer reader left without its claim: `why` is `changed` (something else is read there) or `gone`.

    `older` is what was reviewed (None once purged), `newer` what is read in its place, None where nothing is.
    """

    review: Review
    target: str
    why: str
    older: Claim | None = None
    newer: Claim | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The reviews on current claims, oldest first, and those that wait for a person."""

    standing: tuple[Review, ...]
    queue: tuple[Queued, ...]


def reviews_at(connection: Connection, time: Clock, cache: RecordCache) -> Reviewed:
    """The reviews of documents that are current, each on the claims that are read there now."""
    found = select(reviews.c.id, reviews.c.body).order_by(reviews.c.at, reviews.c.id)
    if time.revision is not None:
        found = found.where(reviews.c.revision <= time.revision)
    rows = connection.execute(found).all()
    if not rows:
        return Reviewed((), ())
    homes = {
        row.claim: row.document
        for row in connection.execute(
            select(targets.c.claim, claims.c.document).join(claims, claims.c.id == targets.c.claim).distinct()
        )
    }
    seen = latest(connection, time)
    follower = _Follower(connection, seen, cache)
    standing: list[Review] = []
    waiting: list[Queued] = []
    for id_, body in rows:
        review = codec.review_from(id_, codec.decode(body))
        kept: dict[str, str] = {}
        for target in review.targets:
            if homes[target] not in seen:
                continue
            outcome = follower.follow(review, target, homes[target])
            if isinstance(outcome, Queued):
                waiting.append(outcome)
            else:
                kept[target] = outcome
        if (trimmed := _trimmed(review, kept)) is not None:
            standing.append(trimmed)
    return Reviewed(tuple(standing), tuple(waiting))


def among_claims(review: Review, visible: Mapping[str, object] | set[str]) -> Review | None:
    """The review on those of its targets that are visible, None where too few are."""
    return _trimmed(review, {target: target for target in review.targets if target in visible})


def _trimmed(review: Review, kept: Mapping[str, str]) -> Review | None:
    """The review on the claims that `kept` maps its targets to; None where too little of it is left."""
    left = tuple(dict.fromkeys(kept[target] for target in review.targets if target in kept))
    if left == review.targets:
        return review
    if len(left) < (2 if review.action in {"merge", "split"} else 1):
        return None
    if review.action == "split" and review.targets[0] not in kept:
        return None
    changed = replace(review, targets=left)
    object.__setattr__(changed, "id", review.id)
    return changed


class _Follower:
    """Follows reviewed claims through the readings of their document."""

    def __init__(self, connection: Connection, latest: Mapping[str, int], cache: RecordCache) -> None:
        self._connection = connection
        self._latest = latest
        self._cache = cache

    def follow(self, review: Review, target: str, document: str) -> str | Queued:
        """The claim that the review stands on now, or why it stands on none."""
        at = target
        while True:
            last = self._last_reading(document, at)
            if last == self._latest[document]:
                return at
            following = self._successor(document, last + 1, at)
            older = self._claim(target)
            if following is None:
                return Queued(review, target, GONE, older)
            newer = self._claim(following)
            if older is None or newer is None or not carries_over(review, older, newer):
                return Queued(review, target, CHANGED, older, newer)
            at = following

    def _last_reading(self, document: str, claim: str) -> int:
        """The last reading seen that has the claim."""
        found = select(func.max(members.c.number)).where(
            members.c.document == document, members.c.claim == claim, members.c.number <= self._latest[document]
        )
        return self._connection.execute(found).scalar() or 0

    def _successor(self, document: str, number: int, older: str) -> str | None:
        table = successors.c
        found = select(table.newer).where(table.document == document, table.number == number, table.older == older)
        return self._connection.execute(found).scalar()

    def _claim(self, id_: str) -> Claim | None:
        last = select(func.max(resolutions.c.id)).where(resolutions.c.claim == id_)
        records = self._cache.records(self._connection, [self._connection.execute(last).scalar_one()])
        return records[0].claim if records else None
