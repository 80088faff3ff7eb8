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
from gencatan.model.books import standing
from gencatan.model.correction import CORRECTABLE, check_correction, misfit
from gencatan.views.values import Value

DECIDING: Final = ("accept", "reject", "correct")


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
    """The latest deciding word on each claim that no later one undoes, by claim id."""
    by_claim: dict[str, dict[str, Review]] = {}
    for review in standing(reviews):
        if review.action in DECIDING:
            words = by_claim.setdefault(review.targets[0], {})
            words.pop(review.reviewer, None)  # so that the latest stands last
            words[review.reviewer] = review
    return {claim: _verdict(claim, list(words.values())) for claim, words in by_claim.items()}


def _verdict(claim: str, words: Sequence[Review]) -> Verdict:
    last = words[-1]
    disputed = any((other.action, corrections(other)) != (last.action, corrections(last)) for other in words[:-1])
    return Verdict(claim, last.action, last.reviewer, last.at, str(last.body.get("words", "")), disputed)


def corrections(review: Review) -> dict[str, Any]:
    """The fields that a correction says otherwise, as JSON has them."""
    return {name: review.body[name] for name in CORRECTABLE if name in review.body}


def deciding(snapshot: Snapshot) -> dict[str, Review]:
    """The latest deciding word on each claim, by claim id.

    What was undone does not count; nor does a correction that fits no claim of the kind, which waits for a person.
    """
    kinds = {record.id: record.claim.kind for record in snapshot.records}
    return {
        review.targets[0]: review
        for review in standing(snapshot.reviews)
        if review.action in DECIDING and not misfit(review, kinds.get(review.targets[0]))
    }


def reviewed(snapshot: Snapshot, last: Mapping[str, Review] | None = None) -> Snapshot:
    """The snapshot without rejected claims, with corrected ones as they were corrected; `last` as `deciding` has it."""
    last = deciding(snapshot) if last is None else last
    if not last:
        return snapshot
    kept: list[Record] = []
    for record in snapshot.records:
        review = last.get(record.id)
        if review is None or review.action == "accept":
            kept.append(record)
        elif review.action == "correct":
            kept.append(replace(record, claim=corrected(record.claim, corrections(review))))
    return replace(snapshot, records=tuple(kept))


def corrected(claim: Claim, fields: Mapping[str, Any]) -> Claim:
    """The claim with other values in some fields, under the id it has. Raises UsageError for what no claim can hold.

    `fields` has `status`, `date`, `place`, `attribution` as JSON has them, and `slots` with the slots that change; a
    slot that is null is taken out.
    """
    try:
        check_correction(fields, claim.kind)
    except ValueError as error:
        raise UsageError(f"claim {claim.id[:8]}: {error}") from error
    value = claim.to_dict()
    slots = {**value["slots"], **fields.get("slots", {})}
    changed = {**value, **{k: v for k, v in fields.items() if k != "slots"}}
    changed["slots"] = {name: slot for name, slot in slots.items() if slot is not None}
    made = Claim.from_dict(changed)
    object.__setattr__(made, "id", claim.id)  # a correction renames nothing
    return made
