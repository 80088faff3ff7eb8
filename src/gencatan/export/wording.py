"""A claim in an analyst's words: who, what, when, where, says who. Pure functions, no terminal, no markup.

`Words` are a report's own (a string) or the interface's (a `Message`), which each reader sees in their language.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gencatan.i18n import Message, Strings, strings
from gencatan.model import Claim, Count, Document, Filler, Place, Span, When
from gencatan.model.claim import SlotValue
from gencatan.model.vocabulary import KINDS
from gencatan.views.meant import meant_beside

Words = str | Message

ORDER: Final = (
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

WHO: Final = {
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
"""The slot that says who, by kind."""
# After the first words of a claim: slot and the key of the word that leads it in, in reading order.
_DETAILS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "event": (("target", "to"), ("quantity", ""), ("instrument", "with"), ("cause", "because")),
    "casualty": (("perpetrator", "by"),),
    "agreement": (("name", ""), ("mediator", "through"), ("duration", "for")),
    "obligation": (("object", ""), ("beneficiary", "beneficiary"), ("condition", "if")),
    "meeting": (("topic", "about"),),
    "statement": (("addressee", "to"), ("content", "")),
    "territory": (("territory", ""), ("extent", "extent")),
    "deployment": (("role", ""), ("strength", "")),
    "mediation": (("parties", "between"), ("about", "about")),
}
_HEAD: Final = {
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
_UNBROKEN: Final = ("territory", "deployment")
LONGEST_SHORT: Final = 40  # letters of a name beside a place or date
LONGEST_NAME: Final = 100  # letters of a first line that stands for a title


@dataclass(frozen=True, slots=True)
class Row:
    """One claim, ready to be shown in one language."""

    who: str
    what: str
    status: str
    when: str
    where: str
    says: str
    words: tuple[str, ...]


def row(claim: Claim, language: str = "en", beside: Iterable[Claim] = ()) -> Row:
    """What an analyst wants to see of a claim; `beside` are those of its report."""
    table = strings(language)
    between = " " if claim.kind in _UNBROKEN else " · "
    return Row(
        who=said(who(claim), table),
        what=between.join(said(part, table) for part in what(claim)),
        status=table.say(status(claim, beside)),
        when=when(claim.date, language),
        where=where(claim.place),
        says=says(claim) or table["page.own_voice"],
        words=words(claim.evidence),
    )


def said(pieces: Sequence[Words], table: Strings) -> str:
    """Words of both sorts in one language."""
    return " ".join(piece if isinstance(piece, str) else table.say(piece) for piece in pieces)


def status(claim: Claim, beside: Iterable[Claim] = ()) -> Message:
    """How the claim is meant among those of its report."""
    return Message(f"status.{meant_beside(claim, beside)}")


def headline(claim: Claim) -> tuple[list[Words], list[list[Words]]]:
    """What stands first, and the parts that follow: who did what; of a toll how many were harmed, then who."""
    first, parts = who(claim), what(claim)
    if claim.kind == "casualty" and parts:
        return parts[0], [*([first] if first else []), *parts[1:]]
    return first, parts


def short(claim: Claim) -> tuple[str, list[Words]]:
    """A claim beside a place or date: the first who is named ("" for a toll, which its number tells), and what.

    Where nobody did an act, to whom it was done follows it.
    """
    held = claim.slots.get(WHO[claim.kind])
    named = filler(held[0]) if isinstance(held, tuple) and held and claim.kind != "casualty" else ""
    parts = what(claim)
    told = parts[0] if parts else who(claim)
    target = claim.slots.get("target")
    if not named and parts and isinstance(target, tuple) and target:
        told = [*told, Message("lead.to"), shorten(filler(target[0]), LONGEST_SHORT)]
    return shorten(named, LONGEST_SHORT) if parts else "", told


def name(document: Document) -> str:
    """The report's title; without one its first line, cut between words."""
    if document.title and document.title.strip():
        return one_line(document.title)
    line = next((line for line in map(one_line, document.text.split("\n")) if line), document.id)
    return shorten(line, LONGEST_NAME)


def shorten(text: str, longest: int) -> str:
    """`text`, or as many of its words as `longest` letters hold, and an ellipsis."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    return (cut[: cut.rfind(" ")] if " " in cut[longest // 2 :] else cut[: longest - 1]).rstrip(" ,;:—-") + "…"


def who(claim: Claim) -> list[Words]:
    """The words of the slot that says who; [] where it is not filled."""
    slot = WHO[claim.kind]
    return [value(claim.kind, slot, claim.slots[slot])] if slot in claim.slots else []


def what(claim: Claim) -> list[list[Words]]:
    """The parts of what is said, each led in by a word where it needs one."""
    kind, slots = claim.kind, claim.slots
    head = [value(kind, name, slots[name]) for name in _HEAD[kind] if name in slots]
    if slots.get("type") == "other" and slots.get("stage") == "agreed":
        head[1] = Message("value.agreement.stage.reached")  # an agreement is not "agreed"
    parts = [head] if head else []
    for name, lead in _DETAILS[kind]:
        if name in slots:
            shown = value(kind, name, slots[name])
            parts.append([Message(f"lead.{lead}"), shown] if lead else [shown])
    return parts


def says(claim: Claim) -> str:
    """Whom the report says it from, outermost first; "" is the outlet's own voice."""
    return " › ".join(filler(source) for source in claim.attribution)


def value(kind: str, slot: str, held: SlotValue) -> Words:
    """The words of a slot's value."""
    if isinstance(held, str):
        return Message(f"value.{kind}.{slot}.{held}")
    if isinstance(held, Count):
        return count_words(held)
    if isinstance(held, Span):
        return one_line(held.text)
    return ", ".join(filler(named) for named in held)


def count(number: Count, language: str = "en") -> str:
    """`≥ 32`, `> 200`, `≤ 50`, `20–99`, `≈ 40`, `< 500`, `32`: the hedge as a sign, an open bound as an inequality."""
    return said([count_words(number)], strings(language))


def count_words(number: Count) -> Words:
    """The count as a message, or its own words where it has no number."""
    low, high = number.min, number.max
    if low is not None and high is None:
        # "more than 200" is 201 and up in the contract's form; a reader must see the number that the report has
        more = low and number.hedge == "more_than"
        return Message("count.more_than", (low - 1,)) if more else Message("count.at_least", (low,))
    if low is None:
        return one_line(number.text) if high is None else Message("count.up_to", (high,))
    if high is not None and low != high:
        return Message("count.range", (low, high))
    if number.hedge == "nearly":
        return Message("count.nearly", (low,))
    return Message("count.about" if number.hedge in ("about", "vague") else "count.exact", (low,))


def when(date: When | None, language: str = "en") -> str:
    """An ISO date at its precision, a range, an open range; the words in quotation marks where unresolved."""
    if date is None:
        return ""
    start, end = _cut(date.start, date.precision), _cut(date.end, date.precision)
    if not start and not end:
        return f"“{one_line(date.span.text)}”"
    table = strings(language)
    if not end:
        return f"{table['when.since']} {start}"
    if not start:
        return f"{table['when.until']} {end}"
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


def filler(named: Filler) -> str:
    """A filler's own words."""
    return one_line(named.span.text)


def words(evidence: Sequence[Span]) -> tuple[str, ...]:
    """The words of each span that no longer one holds."""
    texts = list(dict.fromkeys(one_line(span.text) for span in evidence))
    return tuple(text for text in texts if not any(text != other and text in other for other in texts))


def grouped(claims: Sequence[Claim]) -> list[tuple[str, list[Claim]]]:
    """Claims by kind, in the order of `ORDER`; within a kind in the order of the text."""
    assert set(ORDER) == set(KINDS)
    found = ((kind, [claim for claim in claims if claim.kind == kind]) for kind in ORDER)
    return [(kind, of_kind) for kind, of_kind in found if of_kind]
