"""Duties that no sort of claim stands for, told of as done in their own words: "must reopen its airspace" – "reopened
its airspace"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from gencatan.model import Claim, Filler, Record, Span
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.facts import Facts, facts
from gencatan.reconcile.comparing.words import content, listed, stems, uncut
from gencatan.reconcile.compliance.lookup import Lookup

ACTIONS: Final = frozenset({"other", "grant_access", "lift_blockade", "punish"})
"""What is looked for in words. A withdrawal or a release is done by degrees, and told by claims of its own sort."""
_OBJECT: Final = 0.5
_BESIDE: Final = 2
"""Words beside its object among which an act's verb stands ("reopened its airspace", "membuka kembali …")."""
_NUMBER: Final = re.compile(r"\d+")


def told_done(
    duty: Sequence[Record], since: int | None, books: Lookup, status: str = "asserted"
) -> tuple[list[Record], bool]:
    """The claims of the day `since` or later that an obligor did what the duty says, and whether one says all of it;
    of the status `denied` those that it was not done.

    The verb and its object must be the duty's, in one language; "partly" or "began to" say that not all is done.
    """
    own = frozenset(record.id for record in duty)
    found: list[Record] = []
    whole = False
    for stated in duty:
        wanted = stated.claim.slots.get("object")
        if not isinstance(wanted, Span):
            continue
        obligors = who.Circle(facts(stated).doers, who.COMPATRIOTS)
        for record in books.in_words(" ".join(_stems(stated, wanted.text))):
            held = facts(record)
            if (
                record.claim.kind == "event"
                and record.claim.status == status
                and record.id not in own
                and record.head.language == stated.head.language
                and _not_before(held, since)
                and _is_theirs(obligors, held, wanted.text)
                and (verb := _verb(held)) & _said(stated)
                and _same_object(stated, wanted.text, _objects(record.claim))
            ):
                found.append(record)
                whole = whole or not verb & listed("partly")
    return books.together(found), whole


def _is_theirs(obligors: who.Circle, held: Facts, wanted: str) -> bool:
    """Whether an obligor did it, or nobody is named for it and the duty's object is known by several words ("the
    coastal road was reopened")."""
    if held.doers or who.fillers(held.claim, "actor"):
        return obligors.has_any(held.doers)
    return len(content(wanted)) > 1


def _not_before(held: Facts, since: int | None) -> bool:
    day = held.days.opening if held.days.dated else held.days.published
    return since is None or (day is not None and day >= since)


def _objects(claim: Claim) -> list[str]:
    return [filler.span.text for filler in who.fillers(claim, "target")]


def _same_object(stated: Record, wanted: str, objects: Sequence[str]) -> bool:
    """Whether one of these is the duty's object, and no other number of it ("32 airports", "3 airports")."""
    asked = set(_NUMBER.findall(wanted))
    return any(
        _shared(stated, wanted, one) >= _OBJECT and (not asked or asked == set(_NUMBER.findall(one))) for one in objects
    )


def _shared(stated: Record, wanted: str, one: str) -> float:
    """The share of the smaller's words that the other has too: "roads" and "the road" are one word."""
    few, many = sorted((wanted, one), key=lambda text: len(content(text)))
    words, known = uncut(few), _stems(stated, many)
    return sum(bool(_stems(stated, word) & known) for word in words) / len(words) if words else 0.0


def _said(stated: Record) -> frozenset[str]:
    """What the duty says beside who and until when."""
    claim = stated.claim
    beside = [_names(filler) for filler in who.fillers(claim, "obligor")]
    if claim.date is not None:
        beside.append(claim.date.span.text)
    wanted = claim.slots["object"]
    assert isinstance(wanted, Span)
    return _stems(stated, f"{facts(stated).words} {wanted.text}") - _stems(stated, " ".join(beside))


def _verb(held: Facts) -> frozenset[str]:
    """The words among which an act's verb stands: right before what it is done to, else (passive) right behind it."""
    text = held.words
    for one in _objects(held.claim):
        at = text.find(one)
        if at >= 0:
            before = re.findall(r"\w+", text[:at])[-_BESIDE:]
            behind = re.findall(r"\w+", text[at + len(one) :])[:_BESIDE]
            doers = " ".join(_names(filler) for filler in who.fillers(held.claim, "actor"))
            beside = _stems(held.record, " ".join([*before, *behind]))
            return beside - _stems(held.record, doers) - _stems(held.record, one)
    return frozenset()


def _stems(record: Record, text: str) -> frozenset[str]:
    """The words of a text in the record's language, of a verb also its stem: "membuka" and "dibuka" are one."""
    return stems(text, record.head.language)


def _names(filler: Filler) -> str:
    return f"{filler.span.text} {filler.actor.name if filler.actor else ''}"
