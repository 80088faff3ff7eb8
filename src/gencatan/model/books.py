"""What stands beside claims in a ledger: runs, judgements, reviews; and what a question is asked of.

Claims are never changed. A *judgement* is the machine's word on two claims (or two documents), a *review* a person's
word; incidents, agreements and meetings are computed from both on read. All are append-only rows with content ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final, Self

from gencatan.model.claim import Claim
from gencatan.model.document import Document
from gencatan.model.ids import content_hash

SAME_INCIDENT: Final = "same_incident"
SAME_AGREEMENT: Final = "same_agreement"
SAME_MEETING: Final = "same_meeting"
SAME_ACTOR: Final = "same_actor"
SUPERSEDES: Final = "supersedes"
CONTRADICTS: Final = "contradicts"
NEAR_COPY: Final = "near_copy"
TOGETHER: Final = (SAME_INCIDENT, SAME_AGREEMENT, SAME_MEETING)
"""Relations that groups are made of."""
RELATIONS: Final = (SAME_INCIDENT, SAME_AGREEMENT, SAME_MEETING, SAME_ACTOR, SUPERSEDES, CONTRADICTS, NEAR_COPY)

GROUPS: Final = ("incident", "agreement", "meeting")
"""What claims are grouped into on read."""

LAST_SECOND: Final = time(23, 59, 59)
"""What a bare day means as an instant of knowledge: a report is known from the end of its day."""

ACTIONS: Final = ("accept", "reject", "correct", "merge", "split", "note")


@dataclass(frozen=True, slots=True)
class Head:
    """A document without its text: what a question about its claims needs to know of it."""

    id: str
    published: date | None = None
    language: str = ""
    outlet: str | None = None
    title: str | None = None
    source_uri: str = ""
    retrieved_at: str | None = None
    version_of: str | None = None

    @classmethod
    def of(cls, document: Document) -> Self:
        """The head of a document."""
        return cls(
            document.id,
            document.published,
            document.language,
            document.outlet,
            document.title,
            document.source_uri,
            document.retrieved_at,
            document.version_of,
        )


@dataclass(frozen=True, slots=True)
class Record:
    """A claim in the books: the claim with its latest resolution, and the head of its document."""

    claim: Claim
    head: Head

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id


@dataclass(frozen=True, slots=True)
class Run:
    """What read: the reader's version, a digest of each pack and the settings that change what is read."""

    reader: str
    packs: Mapping[str, str]
    settings: Mapping[str, Any] = field(default_factory=dict)
    id: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Derive the id from what reads."""
        content = {"reader": self.reader, "packs": dict(self.packs), "settings": dict(self.settings)}
        object.__setattr__(self, "id", content_hash(content))


@dataclass(frozen=True, slots=True)
class Judgement:
    """The machine's word on two claims, or for `near_copy` two documents; depends on those two and fixed rules alone.

    `one` < `other` unless the relation is directed. `score` is 0..1, two decimals; `reason` says in a few codes what
    spoke for it (`place`, `day`, `count` …), the strongest first. `maker` names the rule and its version.
    """

    relation: str
    one: str
    other: str
    score: float
    reason: tuple[str, ...] = ()
    maker: str = ""
    id: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Derive the id from the whole judgement."""
        object.__setattr__(self, "id", content_hash(self.to_dict()))

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready, without the id."""
        return {
            "relation": self.relation,
            "one": self.one,
            "other": self.other,
            "score": self.score,
            "reason": list(self.reason),
            "maker": self.maker,
        }

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`."""
        return cls(
            value["relation"], value["one"], value["other"], value["score"], tuple(value["reason"]), value["maker"]
        )


@dataclass(frozen=True, slots=True)
class Review:
    """A person's word on claims; the latest word counts, all are kept.

    `action` is one of ACTIONS. `targets` are claim ids: one to accept, reject, correct or note; two or more that belong
    together (`merge`) or of which the first does not belong with the rest (`split`). `body` holds the corrected fields
    (`correct`), the group's kind (`merge`, `split`) and `words`, the reviewer's note. `at` is UTC ISO.
    """

    action: str
    targets: tuple[str, ...]
    reviewer: str
    at: str
    body: Mapping[str, Any] = field(default_factory=dict)
    id: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Derive the id from the whole review."""
        object.__setattr__(self, "id", content_hash(self.to_dict()))

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready, without the id."""
        return {
            "action": self.action,
            "targets": list(self.targets),
            "reviewer": self.reviewer,
            "at": self.at,
            "body": dict(self.body),
        }

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`."""
        return cls(value["action"], tuple(value["targets"]), value["reviewer"], value["at"], value["body"])


def standing(reviews: Iterable[Review]) -> list[Review]:
    """The reviews that no later one undoes, oldest first. A review undoes the one whose id its body's `undoes` has."""
    ordered = sorted({review.id: review for review in reviews}.values(), key=lambda review: (review.at, review.id))
    undone: set[str] = set()
    for review in reversed(ordered):
        named = review.body.get("undoes")
        if isinstance(named, str) and review.id not in undone:
            undone.add(named)
    return [review for review in ordered if review.id not in undone]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a question is asked of: everything visible at one time, already filtered; a pure value.

    `records` are in the order (published, document, first evidence offset, id). `judgements` concern visible claims or
    documents only. `reviews` are oldest first. `as_of` is the instant whose knowledge this is; None is now. `revision`
    is the ledger's when it was taken, None where it comes from none.
    """

    records: Sequence[Record]
    judgements: Sequence[Judgement] = ()
    reviews: Sequence[Review] = ()
    as_of: datetime | None = None
    revision: int | None = field(default=None, compare=False)
