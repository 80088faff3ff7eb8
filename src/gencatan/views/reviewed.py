"""What people said of claims, applied on read: a rejected claim leaves the figures, a corrected one is read corrected.

Nothing is changed: the claim keeps its id, its words and its history. The latest word counts; where reviewers do not
agree, that is part of the answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from gencatan.errors import UsageError
from gencatan.model import Claim, Record, Review, Snapshot
from gencatan.model.vocabulary import KINDS, STATUSES, VALUES
from gencatan.views.values import Value

DECIDING: Final = ("accept", "reject", "correct")
CORRECTABLE: Final = ("status", "date", "place", "attribution", "slots")


@dataclass(frozen=True, slots=True)
class Verdict(Value):
    """The latest word on a claim. `disputed`: another reviewer's latest word is another."""

    claim: str
    action: str
    reviewer: str
    at: str
    words: str
    disputed: bool


def verdicts(reviews: Sequence[Review]) -> dict[str, Verdict]:
    """The latest deciding word on each claim, by claim id; `reviews` are oldest first."""
    by_claim: dict[str, dict[str, Review]] = {}
    for review in reviews:
        if review.action in DECIDING:
            words = by_claim.setdefault(review.targets[0], {})
            words.pop(review.reviewer, None)  # so that the latest stands last
            words[review.reviewer] = review
    return {claim: _verdict(claim, list(words.values())) for claim, words in by_claim.items()}


def _verdict(claim: str, words: Sequence[Review]) -> Verdict:
    last = words[-1]
    disputed = any((other.action, _fields(other)) != (last.action, _fields(last)) for other in words[:-1])
    return Verdict(claim, last.action, last.reviewer, last.at, str(last.body.get("words", "")), disputed)


def _fields(review: Review) -> Mapping[str, Any]:
    return {name: review.body[name] for name in CORRECTABLE if name in review.body}


def reviewed(snapshot: Snapshot) -> Snapshot:
    """The snapshot without rejected claims, with corrected ones as they were corrected."""
    last: dict[str, Review] = {r.targets[0]: r for r in snapshot.reviews if r.action in DECIDING}
    if not last:
        return snapshot
    kept: list[Record] = []
    for record in snapshot.records:
        review = last.get(record.id)
        if review is None or review.action == "accept":
            kept.append(record)
        elif review.action == "correct":
            kept.append(replace(record, claim=corrected(record.claim, _fields(review))))
    return replace(snapshot, records=tuple(kept))


def corrected(claim: Claim, fields: Mapping[str, Any]) -> Claim:
    """The claim with other values in some fields, under the id it has. Raises UsageError for what no claim can hold.

    `fields` has `status`, `date`, `place`, `attribution` as JSON has them, and `slots` with the slots that change; a
    slot that is null is taken out.
    """
    value = claim.to_dict()
    slots = {**value["slots"], **fields.get("slots", {})}
    changed = {**value, **{k: v for k, v in fields.items() if k != "slots"}}
    changed["slots"] = {name: slot for name, slot in slots.items() if slot is not None}
    _check(claim.kind, changed)
    try:
        made = Claim.from_dict(changed)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise UsageError(f"claim {claim.id[:8]}: the correction is no {claim.kind} ({error!r})") from error
    object.__setattr__(made, "id", claim.id)  # a correction renames nothing
    return made


def _check(kind: str, value: Mapping[str, Any]) -> None:
    if value["status"] not in STATUSES:
        raise UsageError(f"status {value['status']!r}: known: {', '.join(STATUSES)}")
    for name, slot in value["slots"].items():
        if name not in KINDS[kind]:
            raise UsageError(f"{kind} has no slot {name!r}: known: {', '.join(KINDS[kind])}")
        allowed = VALUES.get((kind, name))
        if allowed and slot not in allowed:
            raise UsageError(f"{kind}.{name} {slot!r}: known: {', '.join(allowed)}")
