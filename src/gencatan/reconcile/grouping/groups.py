"""Incidents, agreements and meetings: claims grouped by judgements and reviews, on read.

The surest pairs are joined first, a group never takes in what cannot be one thing with any of its members, and what
people said goes before what the machine says. The outcome depends on the set of rows alone, not on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final, Self

from gencatan.model import Record, Review, Snapshot
from gencatan.model.books import GROUPS, SAME_AGREEMENT, SAME_INCIDENT, SAME_MEETING, standing
from gencatan.reconcile.comparing.facts import Facts, facts
from gencatan.reconcile.comparing.lands import Lands
from gencatan.reconcile.comparing.sorts import group_of
from gencatan.reconcile.grouping.adopt import adopt
from gencatan.reconcile.grouping.cluster import Clusters
from gencatan.reconcile.grouping.fit import FIT
from gencatan.reconcile.grouping.nearest import nearest_acts
from gencatan.reconcile.grouping.retold import take_in
from gencatan.reconcile.grouping.reviews import Pairs, pairs_of, rejected

RELATION: Final = {"incident": SAME_INCIDENT, "agreement": SAME_AGREEMENT, "meeting": SAME_MEETING}
TAKEN_IN: Final = {"incident": take_in, "agreement": adopt}


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that tell of one thing. `id` is that of the founder: the earliest published, then the lowest id.

    `members` are in the snapshot's order. `disputed` are the reviews whose word does not count because a later one of
    another reviewer says otherwise.
    """

    id: str
    members: tuple[str, ...]
    founder: str
    disputed: tuple[Review, ...] = ()


@dataclass(frozen=True)
class Groups:
    """All groups of a kind, in the snapshot's order of their first members; a claim told nowhere else is one alone.

    `redirects` leads from every id that could have been a group's to the one that it is now.
    """

    all: tuple[Group, ...]
    redirects: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Group]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready: ids alone."""
        return {
            "groups": [[group.id, *group.members] for group in self.all],
            "disputed": {group.id: [review.id for review in group.disputed] for group in self.all if group.disputed},
        }

    @classmethod
    def from_dict(cls, value: Mapping[str, Any], reviews: Iterable[Review]) -> Self:
        """The inverse of `to_dict`; `reviews` are the snapshot's."""
        known = {review.id: review for review in reviews}
        disputed = {id_: tuple(known[word] for word in words) for id_, words in value["disputed"].items()}
        found = [Group(id_, tuple(members), id_, disputed.get(id_, ())) for id_, *members in value["groups"]]
        leading = {member: group.id for group in found for member in group.members if member != group.id}
        return cls(tuple(found), leading)

    @cached_property
    def _by_id(self) -> Mapping[str, Group]:
        return {group.id: group for group in self.all}

    def get(self, id: str) -> Group | None:
        """The group of that id, or that a claim of that id is in; None for none."""
        return self._by_id.get(self.redirects.get(id, id))


def groups(snapshot: Snapshot, kind: str) -> Groups:
    """The groups of a kind (`incident`, `agreement`, `meeting`). Raises ValueError for another kind."""
    if kind not in GROUPS:
        raise ValueError(f"{kind!r}: groups are of {', '.join(GROUPS)}")
    reviews = standing(snapshot.reviews)
    out = rejected(reviews)
    records = {r.id: r for r in snapshot.records if group_of(r.claim) == kind and r.id not in out}
    pairs = pairs_of(reviews, kind)
    clusters = Clusters(sorted(records))
    put = _as_people_say(clusters, pairs)
    _as_judged(clusters, snapshot, kind, records, put)
    return _laid_out(snapshot.records, records, clusters, pairs)


def _as_people_say(clusters: Clusters, pairs: Pairs) -> list[tuple[str, str]]:
    """The latest word first: an older one that would undo it does not count. Returns the pairs put together."""
    put = []
    for one, other, together in pairs.newest_first():
        if one not in clusters or other not in clusters:
            continue
        if not together:
            clusters.keep_apart(one, other)
        elif clusters.join(one, other):
            put.append((one, other))
    return put


def _as_judged(
    clusters: Clusters,
    snapshot: Snapshot,
    kind: str,
    records: Mapping[str, Record],
    put: Iterable[tuple[str, str]],
) -> None:
    fits = FIT[kind]
    held: dict[str, Facts] = {}

    def fact(id_: str) -> Facts:
        if id_ not in held:
            held[id_] = facts(records[id_])
        return held[id_]

    # who was put beside what it cannot be one with, by a person, keeps nobody else out
    excused = {id_ for one, other in put if not fits(fact(one), fact(other)) for id_ in (one, other)}

    def fit(some: Sequence[str], others: Sequence[str]) -> bool:
        mine = [fact(id_) for id_ in some if id_ not in excused]
        theirs = [fact(id_) for id_ in others if id_ not in excused]
        return all(fits(one, other) for one in mine for other in theirs)

    relation = RELATION[kind]
    held_of = [j for j in snapshot.judgements if j.relation == relation and j.one in records and j.other in records]
    if kind == "incident":
        its, others = nearest_acts(held_of, fact)
        held_of = [j for j in held_of if not {(j.one, j.other), (j.other, j.one)} & others]
        for one, other in its:
            clusters.join(one, other, fit)
    told = {
        # as sure: what two reports have in common goes before what stands side by side in one, not the lower id first
        (-j.score, records[j.one].head.id == records[j.other].head.id, j.one, j.other)
        for j in held_of
    }
    for _, _, one, other in sorted(told):
        clusters.join(one, other, fit)
    if kind in TAKEN_IN:
        TAKEN_IN[kind](clusters, sorted(records), fact, fit, Lands(snapshot.records).of)


def _laid_out(order: Sequence[Record], records: Mapping[str, Record], clusters: Clusters, pairs: Pairs) -> Groups:
    members: dict[str, list[str]] = {}
    for record in order:
        if record.id in records:
            members.setdefault(clusters.of(record.id), []).append(record.id)
    found: list[Group] = []
    redirects: dict[str, str] = {}
    for ids in members.values():
        founder = min(ids, key=lambda id_: (records[id_].head.published or date.max, id_))
        found.append(Group(founder, tuple(ids), founder, pairs.disputed(ids)))
        redirects.update((id_, founder) for id_ in ids if id_ != founder)
    return Groups(tuple(found), redirects)
