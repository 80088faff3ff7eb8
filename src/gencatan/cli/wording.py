"""A claim in an analyst's words: who, what, when, where, says who. Pure functions, no terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gencatan.model import Claim, Count, Filler, Place, Span, When
from gencatan.model.claim import SlotValue
from gencatan.model.vocabulary import KINDS

TITLES = {
    "event": "Events",
    "casualty": "Casualties",
    "agreement": "Agreements",
    "obligation": "Obligations",
    "meeting": "Meetings",
    "statement": "Statements",
    "territory": "Territory",
    "deployment": "Deployments",
    "mediation": "Mediation",
}
ORDER = (
    "agreement",
    "obligation",
    "event",
    "casualty",
    "statement",
    "meeting",
    "mediation",
    "deployment",
    "territory",
)
"""Kinds in the order an analyst of a truce asks for them."""

OWN_VOICE = "the report"
_WHO = {
    "event": "actor",
    "casualty": "victims",
    "agreement": "parties",
    "obligation": "obligor",
    "meeting": "participants",
    "statement": "speaker",
    "territory": "by",
    "deployment": "force",
    "mediation": "mediator",
}
# After the first words of a claim: slot and the word that leads it in, in reading order.
_DETAILS: dict[str, tuple[tuple[str, str], ...]] = {
    "event": (("target", "→ "), ("quantity", ""), ("instrument", "with "), ("cause", "because: ")),
    "casualty": (("perpetrator", "by "),),
    "agreement": (("name", ""), ("mediator", "through "), ("duration", "for ")),
    "obligation": (("object", ""), ("beneficiary", "to "), ("condition", "if: ")),
    "meeting": (("topic", "about: "),),
    "statement": (("addressee", "→ "), ("content", "")),
    "territory": (("territory", ""), ("extent", "extent: ")),
    "deployment": (("role", ""), ("strength", "")),
    "mediation": (("parties", "between "), ("about", "about: ")),
}
_HEAD = {
    "event": ("act",),
    "casualty": ("count", "harm"),
    "agreement": ("type", "stage"),
    "obligation": ("action",),
    "meeting": ("format",),
    "statement": ("act",),
    "territory": ("relation",),
    "deployment": ("change",),
    "mediation": (),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One claim, ready to be shown."""

    who: str
    what: str
    status: str
    when: str
    where: str
    says: str
    words: tuple[str, ...]


def row(claim: Claim) -> Row:
    """What an analyst wants to see of a claim."""
    who = claim.slots.get(_WHO[claim.kind])
    return Row(
        who=_value(who) if who else "",
        what=_what(claim),
        status=claim.status.replace("_", " "),
        when=when(claim.date),
        where=where(claim.place),
        says=" › ".join(_filler(source) for source in claim.attribution) or OWN_VOICE,
        words=_words(claim.evidence),
    )


def count(number: Count) -> str:
    """`≥ 32`, `> 200`, `≤ 50`, `20–99`, `~ 40`, `32`: the hedge as a sign, an open bound as an inequality."""
    low, high = number.min, number.max
    if low is None and high is None:
        return one_line(number.text)
    if high is None:
        # "more than 200" is 201 and up in the contract's form; a reader must see the number that the report has
        return f"> {low - 1:,}" if low and number.hedge == "more_than" else f"≥ {low:,}"
    if low is None:
        return f"≤ {high:,}"
    if low != high:
        return f"{low:,}–{high:,}"
    return f"~ {low:,}" if number.hedge in ("about", "nearly", "vague") else f"{low:,}"


def when(date: When | None) -> str:
    """An ISO date at its precision, a range, an open range; the words in quotation marks where unresolved."""
    if date is None:
        return ""
    start, end = _cut(date.start, date.precision), _cut(date.end, date.precision)
    if not start and not end:
        return f"“{one_line(date.span.text)}”"
    if not end:
        return f"since {start}"
    if not start:
        return f"until {end}"
    return start if start == end else f"{start} – {end}"


def _cut(iso: str | None, precision: str) -> str:
    if not iso:
        return ""
    if precision == "minute":
        return iso[:16].replace("T", " ")
    return iso[: {"year": 4, "month": 7}.get(precision, 10)]


def where(place: Place | None) -> str:
    """The resolved name with its country, else the words."""
    if place is None:
        return ""
    name = one_line(place.name or place.span.text)
    return f"{name} ({place.country})" if place.country and place.precision != "country" else name


def one_line(text: str) -> str:
    """`text` with any blank space as one blank."""
    return " ".join(text.split())


def _what(claim: Claim) -> str:
    slots = claim.slots
    head = " ".join(_value(slots[name]) for name in _HEAD[claim.kind] if name in slots)
    parts = [head] if head else []
    parts += [lead + _value(slots[name]) for name, lead in _DETAILS[claim.kind] if name in slots]
    return " · ".join(parts) if claim.kind not in ("territory", "deployment") else " ".join(parts)


def _value(value: SlotValue) -> str:
    if isinstance(value, str):
        return value.replace("_", " ")
    if isinstance(value, Count):
        return count(value)
    if isinstance(value, Span):
        return one_line(value.text)
    return ", ".join(_filler(filler) for filler in value)


def _filler(filler: Filler) -> str:
    return one_line(filler.span.text)


def _words(evidence: Sequence[Span]) -> tuple[str, ...]:
    """The words of each span that no longer one holds."""
    texts = list(dict.fromkeys(one_line(span.text) for span in evidence))
    return tuple(text for text in texts if not any(text != other and text in other for other in texts))


def grouped(claims: Sequence[Claim]) -> list[tuple[str, list[Claim]]]:
    """Claims by kind, in the order of `ORDER`; within a kind in the order of the text."""
    assert set(ORDER) == set(KINDS)
    found = ((kind, [claim for claim in claims if claim.kind == kind]) for kind in ORDER)
    return [(kind, of_kind) for kind, of_kind in found if of_kind]
