"""Mends systematic errors of small parsers by the shape of the sentence, in any language.

One module for each family: `words` (what is one word, and its part of speech), `nouns` (what belongs to a noun),
`verbs` and `predicates` (a sentence has one), `objects` (what is no clause), `clauses` (what is hung on which clause),
`voiced` (verbs by their form), `undergone` (bare verbs behind who does it),
`inverted` (passive verbs before what they are done to).
Each repair is for a shape that trees of the treebanks hardly ever have and trees of the parsers often do. It changes
heads, relations or parts of speech in place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.parse.repair import clauses, nouns, predicates, verbs, words
from gencatan.parse.repair.clauses import free_dates, inside, next_acts, take_in
from gencatan.parse.repair.inverted import inverted
from gencatan.parse.repair.objects import described
from gencatan.parse.repair.plans import plans
from gencatan.parse.repair.protests import protests
from gencatan.parse.repair.undergone import undergone
from gencatan.parse.repair.voiced import voiced

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = [
    "described",
    "free_dates",
    "inside",
    "inverted",
    "mend",
    "next_acts",
    "plans",
    "protests",
    "take_in",
    "undergone",
    "voiced",
]


def mend(doc: Doc) -> None:
    """Reattach what small parsers get wrong by habit; changes heads and relations in place."""
    words.join(doc)
    tokens = list(doc)  # made once: spaCy makes a token anew whenever one is asked for
    words.short_names(tokens)
    nouns.described(tokens)
    nouns.whole_names(tokens)
    nouns.strayed_names(tokens)
    clauses.free_participles(tokens)
    clauses.finite_conjuncts(tokens)
    clauses.next_sides(tokens)
    clauses.new_subjects(tokens)
    clauses.asked_together(tokens)
    predicates.of_described(tokens)
    verbs.auxiliaries(tokens)
    verbs.verbless(tokens)
    nouns.prepositions(tokens)
    clauses.subordinators(tokens)
    clauses.addressed(tokens)
    words.hidden_verbs(tokens)
    clauses.bare_conjuncts(tokens)
