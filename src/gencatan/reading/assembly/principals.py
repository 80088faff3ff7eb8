"""Whom "we" means when somebody speaks for others: their side ("We hold the town, said a spokesman for the army")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

WE: Final = "speaker.pl"
DOING: Final = frozenset({"actor", "perpetrator", "force", "by"})
"""Slots in which who speaks for a side is not who did it."""
SPEAKING: Final = ("@representative",)
BODY_CLASSES: Final = frozenset({"armed_force", "armed_group", "police_force", "organisation", "group", "state"})
BESIDE: Final = frozenset({"compound", "nmod", "flat", "amod"})
NEAR: Final = 4  # words from a name to the office told behind it


def side_of(slot: str, pronoun: Mention, speaker: Mention, report: Report) -> Mention:
    """The body whom a speaker's "we" means as doers, if their office names it; else the speaker."""
    if slot not in DOING or report.tools.mentions.pronoun(pronoun.token) != WE:
        return speaker
    for office in _offices(speaker.token, report):
        for body in office.children:
            if _is_side(body, office, report):
                return Mention(speaker.sentence, body)
    return speaker


def _offices(speaker: Token, report: Report) -> Iterator[Token]:
    """The speaker's word, titles before it and what is told of them behind a comma, where they name an office."""
    found = [speaker, *(c for c in speaker.children if c.dep_.split(":")[0] in (*BESIDE, "appos"))]
    after = report.tools.mentions.wording.bounds(speaker)[1] + 1
    if after < len(speaker.doc) and speaker.doc[after].text == ",":
        found += [t for t in speaker.doc[after + 1 : after + NEAR] if t.dep_ == "appos"]
    return (t for t in found if report.tools.mentions.fits(t, SPEAKING))


def _is_side(body: Token, office: Token, report: Report) -> bool:
    """Whether a word beside an office tells for whom it is held."""
    tools, prep = report.tools, preposition(body)
    if body.dep_.split(":")[0] not in BESIDE or tools.mentions.fits(body, SPEAKING):
        return False
    if prep and not any(prep in tools.pack.words(key) for key in ("genitive_markers", "standing_for")):
        return False
    person = office.pos_ == "PROPN" and not prep and body.dep_ == "flat"
    return not person and bool(tools.mentions.classes(body) & BODY_CLASSES) and tools.mentions.can_act(body)
