"""One inventory of relations for both languages, so that rules over trees are written once.

Subtypes that rules need are kept; those that only one treebank draws are folded into their relation.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from training.conllu import Sentence, Word

RENAMED = {
    "compound:plur": "compound",
    "compound:a": "compound",
    "case:adv": "case",
    "det:predet": "det",
    "cc:preconj": "cc",
    "flat:foreign": "flat",
    "flat:name": "flat",
    "nmod:lmod": "nmod",
    "nmod:desc": "nmod",
    "nmod:unmarked": "nmod",
    "obl:unmarked": "obl",
    "nsubj:outer": "nsubj",
    "csubj:outer": "csubj",
    "advcl:relcl": "acl:relcl",
    "goeswith": "flat",
    "reparandum": "dep",
    "clf": "nmod",
    "dislocated": "dep",
    "list": "list",
}
FEATURES = frozenset(
    ("Voice", "VerbForm", "Tense", "Mood", "Number", "Person", "PronType", "Polarity", "NumType", "Poss", "Degree",
     "Definite")
)  # fmt: skip


def harmonise(sentences: Iterable[Sentence]) -> list[Sentence]:
    return [sentence.with_words(map(_word, sentence.words)) for sentence in sentences]


def _word(word: Word) -> Word:
    feats = "|".join(pair for pair in word.feats.split("|") if pair.partition("=")[0] in FEATURES)
    deprel = RENAMED.get(word.deprel, word.deprel)
    return replace(word, feats=feats, deprel=deprel)
