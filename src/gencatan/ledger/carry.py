"""What becomes of a claim, and of a person's word on it, when a newer reader or a corrected report says something else.

Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from gencatan.model import Claim, Count, Review, SlotValue, Span

_BESIDE: Final = frozenset({"words", "carried"})
"""Keys of a review's body that name no field of a claim."""
_SAME_WORDS: Final = 0.5
"""The share of its words that evidence keeps where a report is corrected."""


def successions(before: Sequence[Claim], after: Sequence[Claim]) -> list[tuple[str, str]]:
    """Which claim takes the place of which: pairs (older id, newer id), each claim in one at most.

    The same place is overlapping evidence. Of several the one of the same kind that says most of the same comes first.
    """
    candidates = [
        (one.kind == other.kind, _agreeing(one, other), shared, one.id, other.id)
        for one in before
        for other in after
        if (shared := _shared(one.evidence, other.evidence))
    ]
    return sorted(_paired(candidates).items())


def _paired(candidates: Iterable[tuple[bool, int, float, str, str]]) -> dict[str, str]:
    """The best pairs first: of the same kind, with most that agrees, most in common; then by ids."""
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for *_, older, newer in sorted(candidates, key=lambda found: (-found[0], -found[1], -found[2], *found[3:])):
        if older not in pairs and newer not in taken:
            pairs[older] = newer
            taken.add(newer)
    return pairs


def corrections(before: Sequence[Claim], after: Sequence[Claim]) -> dict[str, str]:
    """Which claim of a corrected report says what a claim of the older version said: older id to newer id.

    Offsets differ between the two texts, so the words decide: claims whose evidence shares half of its words. Of
    several the one of the same kind that says most of the same comes first; each claim is in one pair at most.
    """
    words = {claim.id: _evidence(claim) for claim in (*before, *after)}
    candidates = [
        (one.kind == other.kind, _agreeing(one, other), shared, one.id, other.id)
        for one in before
        for other in after
        if (shared := _in_common(words[one.id], words[other.id])) >= _SAME_WORDS
    ]
    return _paired(candidates)


def carries_over(review: Review, older: Claim, newer: Claim) -> bool:
    """Whether a review of the older claim holds for the newer: what was reviewed is the same in both."""
    one, other = as_reviewed(older), as_reviewed(newer)
    return all(one.get(name) == other.get(name) for name in _reviewed(review, {*one, *other}))


def as_reviewed(claim: Claim) -> dict[str, Any]:
    """What a person judges of a claim: everything read but where in the text it stands."""
    return {
        "kind": claim.kind,
        "status": claim.status,
        "date": claim.date.span.text if claim.date else None,
        "place": claim.place.span.text if claim.place else None,
        "attribution": [filler.span.text for filler in claim.attribution],
        **{f"slots.{name}": _words(value) for name, value in claim.slots.items()},
    }


def _reviewed(review: Review, fields: set[str]) -> set[str]:
    if review.action == "note":
        return set()  # a note is about the place, whatever is read there
    if review.action in {"merge", "split"}:
        enumerated = {"slots.act", "slots.harm", "slots.type", "slots.format", "slots.action", "slots.relation"}
        return fields & ({"kind", "status", "date", "place"} | enumerated)
    if review.action == "correct":
        return _corrected(review.body) or fields
    return fields


def _corrected(body: Mapping[str, Any]) -> set[str]:
    """The fields that a correction is about, however deep its body says so."""
    found: set[str] = set()
    for name, value in body.items():
        if name in {"slots", "fields"} and isinstance(value, Mapping):
            found |= {f"slots.{slot}" for slot in value} if name == "slots" else _corrected(value)
        elif name in {"kind", "status", "date", "place", "attribution"} or name.startswith("slots."):
            found.add(name)
        elif name not in _BESIDE:
            found.add(f"slots.{name}")
    return found


def _words(value: SlotValue) -> Any:
    if isinstance(value, tuple):
        return [filler.span.text for filler in value]
    if isinstance(value, Count):
        return [value.min, value.max, value.hedge]
    return value.text if isinstance(value, Span) else value


def _agreeing(one: Claim, other: Claim) -> int:
    first, second = as_reviewed(one), as_reviewed(other)
    return sum(first[name] == second[name] for name in first.keys() & second.keys())


def _evidence(claim: Claim) -> Counter[str]:
    """The words a claim rests on, as often as they stand there."""
    return Counter(word for span in claim.evidence for word in span.text.casefold().split())


def _in_common(one: Counter[str], other: Counter[str]) -> float:
    """The share of the longer one's words that both have."""
    return (one & other).total() / max(one.total(), other.total(), 1)


def _shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Code points that both rest on."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
