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
    tokens = list(doc)  # made once: spaCy makes a token anew whenever one is asked for
    words.determined(tokens)
    nouns.fronted(tokens)
    nouns.hedges(tokens)
    nouns.counts(tokens)
    nouns.described(tokens)
    nouns.numbers(tokens)
    nouns.enumerated(tokens)
    nouns.two_subjects(tokens)
    nouns.after_subjects(tokens)
    nouns.named_parts(tokens)
    nouns.parted_names(tokens)
    nouns.joined_names(tokens)
    nouns.whole_names(tokens)
    clauses.behind_relatives(tokens)
    clauses.names(tokens)
    clauses.free_participles(tokens)
    clauses.reduced_relatives(tokens)
    clauses.finite_conjuncts(tokens)
    clauses.bare_conjuncts(tokens)
    clauses.second_clauses(tokens)
    clauses.relative_roots(tokens)
    predicates.of_auxiliaries(tokens)
    predicates.of_objects(tokens)
    predicates.of_relatives(tokens)
    predicates.of_described(tokens)
    predicates.of_supposed(tokens)
    predicates.of_adjectives(tokens)
    predicates.of_parted(tokens)
    predicates.of_lost_subjects(tokens)
    verbs.infinitives(tokens)
    verbs.owners(tokens)
    verbs.hidden_verbs(tokens)
    verbs.described_speakers(tokens)
    verbs.described_subjects(tokens)
    verbs.auxiliaries(tokens)
    verbs.participles(tokens)
    verbs.subjects_of_modifiers(tokens)
    verbs.second_participles(tokens)
    verbs.bare_obliques(tokens)
    verbs.bare_subjects(tokens)
    verbs.titles(tokens)
    verbs.verbless(tokens)
    predicates.of_charged(tokens)
    verbs.finite(tokens)
    nouns.counted_gerunds(tokens)
    nouns.prepositions(tokens)
    nouns.results(tokens)
    nouns.cased(tokens)
    objects.second_acts(tokens)
    clauses.contents(tokens)
    clauses.taken_for_phrases(tokens)
    clauses.parallel(tokens)
    clauses.second_contents(tokens)
    clauses.subordinators(tokens)
    words.hidden_verbs(tokens)
    verbs.bare_subjects(tokens)
    words.clause_heads(tokens)
