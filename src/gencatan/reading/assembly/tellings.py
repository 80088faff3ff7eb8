"""One claim for one fact told twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from gencatan.model import Claim, Count, SlotValue, Span

WORD: Final = re.compile(r"\w+(?:[-'’.]\w+)*")
NEAR: Final = 40


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with all its evidence, as it was first made (`own`), and the claims that told no more (`others`)."""

    claim: Claim
    own: Claim
    others: tuple[Claim, ...] = ()


def merge(claims: Sequence[Claim]) -> list[Telling]:
    """One claim for a fact repeated with the same or fewer slots, with all evidence spans (contract, rule 8).

    Only what was read is compared, never actor ids or ISO dates: an id must not change when those improve.
    """
    kept: dict[tuple[str, ...], list[tuple[Claim, list[Claim]]]] = {}
    for claim in sorted(claims, key=_order):
        settled = tuple(v for v in claim.slots.values() if isinstance(v, str))
        group = kept.setdefault((claim.kind, claim.status, *settled), [])
        for n, (other, told) in enumerate(group[-NEAR:], max(0, len(group) - NEAR)):
            if _same_fact(other, claim):
                told.append(claim)
                break
            if _same_fact(claim, other):
                group[n] = (claim, [*told, other])
                break
        else:
            group.append((claim, []))
    joined = [_joined(claim, told) for group in kept.values() for claim, told in group]
    return sorted(joined, key=lambda telling: _order(telling.claim))


def _joined(claim: Claim, told: Sequence[Claim]) -> Telling:
    if not told:
        return Telling(claim, claim)
    spans = {span for one in (claim, *told) for span in one.evidence}
    return Telling(replace(claim, evidence=tuple(sorted(spans))), claim, tuple(told))


def _order(claim: Claim) -> tuple[int, int, str, str]:
    return (claim.evidence[0].start, claim.evidence[0].end, claim.kind, claim.id)


def _same_fact(full: Claim, part: Claim) -> bool:
    """Whether `part` tells nothing that `full` does not, of two claims of one kind, status and enumerated values."""
    if part.date and (not full.date or not _names(full.date.span, part.date.span)):
        return False
    if part.place and (not full.place or not _names(full.place.span, part.place.span)):
        return False
    if not all(any(_names(f.span, p.span) for f in full.attribution) for p in part.attribution):
        return False
    if full.attribution and not part.attribution and full.kind != "event":
        return False
    if set(part.slots) == {"act"} and not part.date and full.evidence[0].start > part.evidence[0].end:
        return False
    return all(name in full.slots and _covers(full.slots[name], value) for name, value in part.slots.items())


def _covers(full: SlotValue, part: SlotValue) -> bool:
    if isinstance(full, tuple) and isinstance(part, tuple):
        return all(any(_names(f.span, p.span) for f in full) for p in part)
    if isinstance(full, Count) and isinstance(part, Count):
        return (full.min, full.max) == (part.min, part.max)
    if isinstance(full, Span) and isinstance(part, Span):
        return _words(part) <= _words(full)
    return full == part


def _names(one: Span, other: Span) -> bool:
    """Whether two mentions can be one: the same words, or those of one among the other's ("Blinken")."""
    ours, theirs = _words(one), _words(other)
    return ours <= theirs or theirs <= ours


def _words(span: Span) -> frozenset[str]:
    return frozenset(WORD.findall(span.text.lower()))
