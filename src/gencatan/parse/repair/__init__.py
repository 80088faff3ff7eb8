"""Mends systematic errors of small parsers by the shape of the sentence, in any language.

One module for each family: `words` (what is one word, and its part of speech), `nouns` (what belongs to a noun),
`verbs` and `predicates` (a sentence has one), `objects` (what is no clause), `clauses` (what is hung on which clause).
Each repair is for a shape that trees of the treebanks hardly ever have and trees of the parsers often do. It changes
heads, relations or parts of speech in place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.parse.repair import clauses, nouns, objects, predicates, verbs, words
from gencatan.parse.repair.clauses import free_dates, inside, take_in
from gencatan.parse.repair.objects import described
from gencatan.parse.repair.voiced import voiced

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["described", "free_dates", "inside", "mend", "take_in", "voiced"]


def mend(doc: Doc) -> None:
    """Reattach what small parsers get wrong by habit; changes heads and relations in place."""
    words.join(doc)
    words.determined(doc)
    nouns.fronted(doc)
    nouns.hedges(doc)
    nouns.counts(doc)
    nouns.described(doc)
    nouns.numbers(doc)
    nouns.enumerated(doc)
    nouns.two_subjects(doc)
    nouns.after_subjects(doc)
    nouns.named_parts(doc)
    nouns.parted_names(doc)
    clauses.behind_relatives(doc)
    clauses.names(doc)
    clauses.free_participles(doc)
    clauses.reduced_relatives(doc)
    clauses.finite_conjuncts(doc)
    clauses.second_clauses(doc)
    clauses.relative_roots(doc)
    predicates.of_auxiliaries(doc)
    predicates.of_objects(doc)
    predicates.of_described(doc)
    predicates.of_supposed(doc)
    predicates.of_adjectives(doc)
    predicates.of_parted(doc)
    predicates.of_lost_subjects(doc)
    verbs.infinitives(doc)
    verbs.owners(doc)
    verbs.hidden_verbs(doc)
    verbs.described_speakers(doc)
    verbs.described_subjects(doc)
    verbs.auxiliaries(doc)
    verbs.participles(doc)
    verbs.subjects_of_modifiers(doc)
    verbs.second_participles(doc)
    verbs.bare_obliques(doc)
    verbs.bare_subjects(doc)
    verbs.titles(doc)
    verbs.verbless(doc)
    predicates.of_charged(doc)
    verbs.finite(doc)
    nouns.prepositions(doc)
    nouns.results(doc)
    nouns.cased(doc)
    objects.second_acts(doc)
    clauses.contents(doc)
    clauses.taken_for_phrases(doc)
    clauses.parallel(doc)
    clauses.subordinators(doc)
    words.hidden_verbs(doc)
    verbs.bare_subjects(doc)
    words.clause_heads(doc)
