"""People's words as of a time: on which of today's claims each stands, and which need a person to look again.

A review follows its claim through the readings of its report, and from a report to the version that corrects it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, func, select

from gencatan.ledger import codec
from gencatan.ledger.carry import carries_over, corrections
from gencatan.ledger.records import RecordCache
from gencatan.ledger.resolving import members_of
from gencatan.ledger.schema import claims, members, resolutions, reviews, successors, targets
from gencatan.ledger.visible import Clock, corrected, latest
from gencatan.model import Claim, Review
from gencatan.model.books import standing as not_undone
from gencatan.model.correction import misfit

CHANGED: Final = "changed"
GONE: Final = "gone"
UNFIT: Final = "unfit"


@dataclass(frozen=True, slots=True)
class Queued:
    """A review that a newer reader or a corrected report left without its claim: `why` is `changed` (something else is
    read there), `gone`, or `unfit` (it says what no claim of the kind can hold, in a row from before that was refused).

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
    aimed = select(targets.c.claim, claims.c.document, claims.c.kind)
    aims = connection.execute(aimed.join(claims, claims.c.id == targets.c.claim).distinct()).all()
    homes = {row.claim: row.document for row in aims}
    kinds = {row.claim: row.kind for row in aims}
    seen = latest(connection, time)
    hidden = corrected(connection, time, set(homes.values()) - seen.keys())
    follower = _Follower(connection, seen, {id_: by for id_, by in hidden.items() if by[1] in seen}, cache)
    standing: list[Review] = []
    waiting: list[Queued] = []
    said = [codec.review_from(id_, codec.decode(body)) for id_, body in rows]
    counts = {review.id for review in not_undone(said)}
    for review in said:
        kept: dict[str, str] = {}
        for target in review.targets:
            outcome = follower.follow(review, target, homes[target])
            if isinstance(outcome, str) and misfit(review, kinds[review.targets[0]]):
                outcome = Queued(review, target, UNFIT, follower.claim(target))
            if isinstance(outcome, Queued):
                if review.id in counts and "undoes" not in review.body:  # else there is nothing to look at again
                    waiting.append(outcome)
            elif outcome is not None:
                kept[target] = outcome
        if (trimmed := _trimmed(review, kept)) is not None:
            standing.append(trimmed)
    return Reviewed(tuple(standing), tuple(waiting))


def reviews_beginning(connection: Connection, prefix: str) -> list[Review]:
    """Every review ever recorded whose id begins so, as it was recorded, oldest first."""
    found = select(reviews.c.id, reviews.c.body).where(reviews.c.id.startswith(prefix, autoescape=True))
    rows = connection.execute(found.order_by(reviews.c.at, reviews.c.id))
    return [codec.review_from(id_, codec.decode(body)) for id_, body in rows]


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
    """Follows reviewed claims through the readings of their document, and to the version that corrects it."""

    def __init__(
        self,
        connection: Connection,
        latest: Mapping[str, int],
        hidden: Mapping[str, tuple[int, str]],
        cache: RecordCache,
    ) -> None:
        self._connection = connection
        self._latest = {**latest, **{id_: number for id_, (number, _) in hidden.items()}}
        self._versions = {id_: by for id_, (_, by) in hidden.items()}
        self._cache = cache
        self._corrections: dict[str, dict[str, str]] = {}

    def follow(self, review: Review, target: str, document: str) -> str | Queued | None:
        """The claim that the review stands on now, or why it waits; None where its report is not seen at that time."""
        if document not in self._latest:
            return None
        at = self._in_readings(review, target, document)
        if isinstance(at, Queued) or document not in self._versions:
            return at
        following = self._corrected(document).get(at)
        older = self.claim(target)
        newer = self.claim(following) if following is not None else None
        if following is None or newer is None:
            return Queued(review, target, GONE, older)
        if older is None or not carries_over(review, older, newer):
            return Queued(review, target, CHANGED, older, newer)
        return following

    def _corrected(self, document: str) -> dict[str, str]:
        """The claims of a document that is hidden to those of the version in its place."""
        if document not in self._corrections:
            before, after = (self._read(id_) for id_ in (document, self._versions[document]))
            self._corrections[document] = corrections(before, after)
        return self._corrections[document]

    def _read(self, document: str) -> list[Claim]:
        """The claims of the reading seen of a document."""
        members_ = members_of(self._connection, document, self._latest[document])
        return [record.claim for record in self._cache.records(self._connection, members_.values())]

    def _in_readings(self, review: Review, target: str, document: str) -> str | Queued:
        at = target
        while True:
            last = self._last_reading(document, at)
            if last == self._latest[document]:
                return at
            following = self._successor(document, last + 1, at)
            older = self.claim(target)
            if following is None:
                return Queued(review, target, GONE, older)
            newer = self.claim(following)
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

    def claim(self, id_: str) -> Claim | None:
        """What a claim said when it was last resolved, None once purged."""
        last = select(func.max(resolutions.c.id)).where(resolutions.c.claim == id_)
        records = self._cache.records(self._connection, [self._connection.execute(last).scalar_one()])
        return records[0].claim if records else None
