"""Turns treebank sentences and tagged text into spaCy Docs to learn from."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans
from spacy.vocab import Vocab

from training.conllu import Sentence
from training.ner import Tagged


def tree_doc(vocab: Vocab, sentence: Sentence) -> Doc:
    """One Doc per sentence; an empty upos, lemma or deprel is a missing value that costs nothing in training."""
    words = sentence.words
    doc = Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space_after for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head for word in words],
        deps=["ROOT" if word.deprel == "root" else word.deprel for word in words],
    )
    for token, word in zip(doc, words, strict=True):
        if not word.upos:
            token.set_morph(None)  # unset, which is not the same as "no features"
    return doc


def ner_doc(nlp: Language, tagged: Tagged) -> Doc:
    """A Doc with entities only; a span that the tokens do not line up with is widened to them."""
    doc = nlp.make_doc(tagged.text)
    spans = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in tagged.entities]
    doc.set_ents(filter_spans([span for span in spans if span is not None]), default="outside")
    return doc


def tree_docs(vocab: Vocab, sentences: Iterable[Sentence]) -> list[Doc]:
    return [tree_doc(vocab, sentence) for sentence in sentences]
