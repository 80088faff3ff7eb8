"""From any figure back to the words: what an id is, which claims are behind it, where they stand, who judged them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from gencatan.errors import UsageError
from gencatan.ledger.history import History
from gencatan.model import Head, Judgement, Record, Review
from gencatan.model.books import GROUPS, standing
from gencatan.model.ids import claim_and_side
from gencatan.reconcile.grouping.groups import RELATION
from gencatan.reconcile.grouping.reviews import pairs_of
from gencatan.views.desk import Desk
from gencatan.views.values import Cite, Value, cites

MIN_PREFIX: Final = 4
NEAR_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Reason(Value):
    """Why a claim is in its group: the surest judgement that puts it with another member, or what stands for one.

    `by` is `judged`; `person`, who put the two together; or `fits`: nothing proves it, but it leaves out its day, town
    or land, and fits this group alone. `other` is the other member, None for `fits`.
    """

    claim: str
    by: str
    other: str | None = None
    score: float | None = None
    reason: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership(Value):
    """A group the claim is in: its kind, its id, all its claims, and why each is in it, in their order."""

    kind: str
    id: str
    cites: tuple[Cite, ...]
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Trail(Value):
    """A claim with everything that stands beside it. `claim` is as in the contract, with offsets into its document.

    `readings` tell by which readers it was read and since when; `older` are claims that it took the place of, `newer`
    those that took its place.
    """

    claim: dict[str, Any]
    cite: Cite
    document: Head
    groups: tuple[Membership, ...]
    judgements: tuple[Judgement, ...]
    reviews: tuple[Review, ...]
    readings: tuple[str, ...] = ()
    older: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()

    def rows(self) -> list[dict[str, Any]]:
        """A claim of its groups a row; the claim itself first."""
        beside = [item for group in self.groups for item in group.cites if item.claim != self.cite.claim]
        return [
            {
                "claim": item.claim,
                "kind": item.kind,
                "status": item.status,
                "document": item.document,
                "outlet": item.outlet,
                "published": item.published,
                "source": item.source.name,
                "words": " … ".join(item.words),
            }
            for item in {item.claim: item for item in (self.cite, *beside)}.values()
        ]


def prefix_of(wanted: str) -> str:
    """The first characters of an id as they were given, without a duty's side ("…/AZE"). Raises UsageError for too
    few."""
    prefix = claim_and_side(wanted.strip().lower())[0]
    if len(prefix) < MIN_PREFIX:
        raise UsageError(f"ID {wanted!r}: at least {MIN_PREFIX} characters are needed")
    return prefix


def full_id(wanted: str, known: Iterable[str]) -> str:
    """The one id that begins so. Raises UsageError, which lists near ones."""
    prefix = prefix_of(wanted)
    found = sorted({id_ for id_ in known if id_.startswith(prefix)})
    if len(found) == 1 or prefix in found:
        return prefix if prefix in found else found[0]
    if found:
        raise UsageError(f"ID {wanted!r} is not unique: {', '.join(id_[:12] for id_ in found[:NEAR_SHOWN])} …")
    raise UsageError(f"no claim or group {wanted!r} in the ledger")


def trail(desk: Desk, wanted: str) -> Trail:
    """What an id (or its first characters, 4 or more) leads to; a group's id is that of its founding claim.

    Rejected claims can be asked for too: nothing that was read is hidden.
    """
    everything = {record.id: record for record in desk.whole.records}
    ids = [*everything, *(j.id for j in desk.whole.judgements)]
    id_ = full_id(wanted, ids)
    if id_ not in everything:  # a judgement: its first claim has it among its own
        judged = next(j for j in desk.whole.judgements if j.id == id_)
        id_ = judged.one if judged.one in everything else judged.other
    record = everything.get(id_)
    if record is None:
        raise UsageError(f"{wanted!r} is a judgement on documents: {judged.one}, {judged.other}")
    return Trail(
        record.claim.to_dict(),
        cites([record])[0],
        record.head,
        tuple(_memberships(desk, id_)),
        tuple(j for j in desk.whole.judgements if id_ in (j.one, j.other)),
        tuple(review for review in desk.whole.reviews if id_ in review.targets),
    )


def _memberships(desk: Desk, id_: str) -> list[Membership]:
    found = []
    for kind in GROUPS:
        for group in desk.groups(kind):
            if len(group.records) > 1 and _has(group.records, id_):
                found.append(Membership(kind, group.id, cites(group.records), _why(desk, kind, group.records)))
    return found


def _why(desk: Desk, kind: str, records: Sequence[Record]) -> tuple[Reason, ...]:
    ids = {record.id for record in records}
    told: dict[str, Reason] = {}
    judged = [j for j in desk.judgements(RELATION[kind]) if j.one in ids and j.other in ids]
    for one in sorted(judged, key=lambda j: (j.score, j.id)):  # the surest last
        for claim, other in ((one.one, one.other), (one.other, one.one)):
            told[claim] = Reason(claim, "judged", other, one.score, tuple(one.reason))
    for first, second, together in pairs_of(standing(desk.whole.reviews), kind).newest_first():
        if together and {first, second} <= ids:
            told.update((a, Reason(a, "person", b)) for a, b in ((first, second), (second, first)))
    return tuple(told.get(record.id, Reason(record.id, "fits")) for record in records)


def _has(records: Sequence[Record], id_: str) -> bool:
    return any(record.id == id_ for record in records)


def with_history(found: Trail, history: History | None) -> Trail:
    """The trail with what the ledger knows of the claim's past."""
    if history is None:
        return found
    readings = tuple(f"{one.run.reader} {one.recorded_at[:19]}Z" for one in history.readings)
    return replace(found, readings=readings, older=history.older, newer=history.newer)
