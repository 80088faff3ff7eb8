"""Short ways to ask what was read from a sentence of our own."""

from __future__ import annotations

import gencatan
from gencatan import Claim
from gencatan.model import Actor, Count, Span

PUBLISHED = "2024-03-14"  # a Thursday


def told(language: str, text: str, published: str | None = PUBLISHED) -> list[Claim]:
    """The claims of a report that is only `text`."""
    return gencatan.read(text, published=published, language=language)


def only(claims: list[Claim], kind: str, **values: str) -> Claim:
    """The one claim of that kind with those enumerated slots."""
    found = [c for c in claims if c.kind == kind and all(c.slots.get(k) == v for k, v in values.items())]
    assert len(found) == 1, [(c.kind, c.status, c.evidence[0].text) for c in claims]
    return found[0]


def fillers(claim: Claim, slot: str) -> list[str]:
    """The words of the fillers of a slot."""
    value = claim.slots.get(slot, ())
    assert isinstance(value, tuple)
    return [filler.span.text for filler in value]


def actors(claim: Claim, slot: str) -> list[Actor | None]:
    """Who the fillers of a slot are."""
    value = claim.slots.get(slot, ())
    assert isinstance(value, tuple)
    return [filler.actor for filler in value]


def sources(claim: Claim) -> list[str]:
    """Who the claim is from, outermost first."""
    return [filler.span.text for filler in claim.attribution]


def wording(claim: Claim, slot: str) -> str:
    """The words of a free-text slot; "" if it is empty."""
    value = claim.slots.get(slot)
    assert value is None or isinstance(value, Span)
    return "" if value is None else value.text


def outline(claim: Claim) -> str:
    """Kind, status, counts and enumerated slots, as one line."""
    words = []
    for value in claim.slots.values():
        if isinstance(value, Count):
            words.append(f"{value.min}-{value.max}")
        elif isinstance(value, str):
            words.append(value)
    return " ".join([claim.kind, claim.status, *sorted(words)])


def harmed(text: str, harm: str) -> dict[int | None, str]:
    """The victims of each toll of that harm, by the least number."""
    found: dict[int | None, str] = {}
    for claim in told("en", text):
        if claim.kind == "casualty" and claim.slots.get("harm") == harm:
            count = claim.slots.get("count")
            found[count.min if isinstance(count, Count) else None] = "; ".join(fillers(claim, "victims"))
    return found
