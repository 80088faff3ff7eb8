"""Brings the old GSD treebank of 2017 up to today's labels.

Its heads agree with today's on about 92% of arcs, its labels on far fewer, and it lacks features and lemmas.
A first model, trained on current data only, reads every old sentence. Heads stay the old ones. Where the
model has the same head, its label is taken (but ``compound`` stays, see below); elsewhere the label that the
model most often gives to arcs of that kind (old label, word classes, direction). Word classes, features and
lemmas are the model's where its word class is the old one, else missing, which costs nothing in training.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from training.conllu import Sentence, Word

MIN_COUNT = 5


def relabel(nlp: Language, sentences: list[Sentence]) -> list[Sentence]:
    docs = list(nlp.pipe(_blank_doc(nlp, sentence) for sentence in sentences))
    counts = _learn(sentences, docs)
    return [
        sentence.with_words(_word(counts, sentence.words, doc, i) for i in range(len(doc)))
        for sentence, doc in zip(sentences, docs, strict=True)
    ]


def _blank_doc(nlp: Language, sentence: Sentence) -> Doc:
    words = sentence.words
    return Doc(nlp.vocab, words=[w.form for w in words], spaces=[w.space_after for w in words])


def _keys(words: tuple[Word, ...], doc: Doc, i: int) -> Iterator[Hashable]:
    """What an old arc looks like, from the most to the least specific."""
    word, head = words[i], words[words[i].head]
    voice = tuple(doc[word.head].morph.get("Voice"))
    before = word.head < i
    yield word.deprel, doc[i].pos_, doc[word.head].pos_, before, voice
    yield word.deprel, word.upos, head.upos, before
    yield word.deprel, word.upos


def _learn(sentences: list[Sentence], docs: list[Doc]) -> dict[Hashable, Counter[str]]:
    counts: dict[Hashable, Counter[str]] = defaultdict(Counter)
    for sentence, doc in zip(sentences, docs, strict=True):
        for i, word in enumerate(sentence.words):
            if word.head == doc[i].head.i != i:
                for key in _keys(sentence.words, doc, i):
                    counts[key][doc[i].dep_] += 1
    return counts


def _word(counts: dict[Hashable, Counter[str]], words: tuple[Word, ...], doc: Doc, i: int) -> Word:
    word, token = words[i], doc[i]
    same_class = word.upos == token.pos_
    return replace(
        word,
        upos=word.upos if same_class else "",
        feats=str(token.morph) if same_class else "",
        lemma=token.lemma_ if same_class else "",
        deprel=_label(counts, words, doc, i),
    )


def _label(counts: dict[Hashable, Counter[str]], words: tuple[Word, ...], doc: Doc, i: int) -> str:
    word = words[i]
    if word.head == i:
        return "root"
    if word.deprel == "compound" and not any(w.head == i and w.deprel == "case" for w in words):
        # GSD, then and now, has ``compound`` for bare noun + noun where the others have ``nmod``.
        return "compound"
    if doc[i].head.i == word.head:
        return doc[i].dep_
    for key in _keys(words, doc, i):
        if counts[key].total() >= MIN_COUNT:
            return counts[key].most_common(1)[0][0]
    return ""
