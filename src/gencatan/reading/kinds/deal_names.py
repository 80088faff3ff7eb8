"""Agreements known by a name of their own: "the Simla Agreement", "Perjanjian Perairan Indus"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from gencatan.model import SlotValue, Span
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import preposition
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMING: Final = ("compound", "flat", "nmod", "amod", "appos")
_WORD: Final = re.compile(r"\S+")


def name_of(sentence: Sentence, noun: Token, report: Report) -> Span | None:
    """The words of an agreement's own name, its noun among them; None where the noun stands without one.

    Whether the name is a party's ("the Hamas deal") is for those to say who know the actors.
    """
    named = list(naming(sentence, noun, report))
    if not named:
        return None
    first, last = min(noun.i, named[0].i), max(noun.i, named[-1].i)
    start, end = sentence.from_(noun.doc[first]), sentence.to(noun.doc[last])
    return Span(start, end, report.document.text[start:end])


def naming(sentence: Sentence, noun: Token, report: Report) -> Iterator[Token]:
    """The proper names beside an agreement's noun, with no word between: before it, or behind it where heads lead."""
    leads = report.tools.pack.noun_head == "first"
    near = [t for t in noun.subtree if t.i != noun.i and (t.i > noun.i) == leads]
    kept = []
    for token in near if leads else reversed(near):
        node = token
        while node.i != noun.i and node.dep_.split(":")[0] in _NAMING and not preposition(node):
            node = node.head
        proper = token.text[:1].isupper() and token.i > 0 and "-" not in token.text  # the tagger is not sure of names
        if node.i != noun.i or token.is_punct or token.i in sentence.date_tokens:
            break
        if proper:
            kept.append(token)
        elif kept:
            break
    yield from sorted(kept, key=lambda token: token.i)


def own_name(slots: Mapping[str, SlotValue], is_side: Callable[[Span], bool]) -> dict[str, SlotValue]:
    """An agreement's slots without what its name only seems to say: "the Hamas deal" has no name but a party, "the
    Stockholm agreement" a name and no party, for it was made there."""
    name, parties = slots["name"], slots.get("parties", ())
    if not isinstance(name, Span) or not isinstance(parties, tuple):
        return dict(slots)
    inside = [f for f in parties if name.start <= f.span.start and f.span.end <= name.end]
    words = [Span(name.start + m.start(), name.start + m.end(), m[0]) for m in _WORD.finditer(name.text)]
    words = [word for word in words if word.text[:1].isupper()]
    if any(map(is_side, (*(filler.span for filler in inside), *words))):
        return {slot: value for slot, value in slots.items() if slot != "name"}
    kept = tuple(filler for filler in parties if filler not in inside)
    return {slot: value for slot, value in slots.items() if slot != "parties"} | ({"parties": kept} if kept else {})
