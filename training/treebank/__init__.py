"""Trees of news sentences that readers corrected by hand; README.md here says how, and how far two of them agree.

`en.conllu` and `id.conllu` hold sentences of our own. `id-idner.conllu` holds the trees alone of sentences of
IDNER-news-2k, whose words come from the corpus: `sent_id` names the file's text and the sentence in it, from 0.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from spacy.language import Language
from spacy.morphology import Morphology
from spacy.tokens import Doc, Token

from gencatan.language.tokenization import make_nlp
from training import corpora
from training.conllu import Sentence, Word, read_conllu
from training.ner import Tagged, read_iob

HERE: Final = Path(__file__).parent
TENTH: Final = 10  # every so many-th sentence, by its id or text, is never learned from
IDNER: Final = {"idner": "idner-news-2k.train.iob", "idner-dev": "idner-news-2k.dev.iob"}


def own(code: str) -> list[Sentence]:
    """The sentences of a language, as merged words.

    Raises ValueError where the words of a corpus are no longer those that a tree was drawn of.
    """
    sentences = read_conllu(HERE / f"{code}.conllu", split_spelled=False)
    wordless = HERE / f"{code}-idner.conllu"
    if wordless.is_file():
        sentences += _filled(code, read_conllu(wordless, split_spelled=False))
    return [
        s.with_words(replace(w, upos=w.upos.strip("_"), feats=w.feats.strip("_")) for w in s.words) for s in sentences
    ]


def _word(word: Word) -> Word:
    return replace(word, upos=word.upos.strip("_"), feats=word.feats.strip("_"))


def parts(code: str) -> tuple[list[Sentence], list[Sentence]]:
    """What is learned from, and what is only scored on."""
    sentences = own(code)
    return [s for s in sentences if not _kept(s.id)], [s for s in sentences if _kept(s.id)]


def held_out(code: str) -> list[Sentence]:
    """Sentences of whole reports, written and drawn after the pipelines were trained: never learned from."""
    sentences = read_conllu(HERE / "held_out" / f"{code}.conllu", split_spelled=False)
    return [sentence.with_words(map(_word, sentence.words)) for sentence in sentences]


def names(code: str) -> list[Tagged]:
    """Sentences of our own with the names in them, where a language has such: those that are learned from."""
    path = HERE / f"{code}-names.iob"
    marked = read_iob(path) if path.is_file() else []
    return [tagged for tagged in marked if not _kept(tagged.text)]


def files(code: str) -> list[Path]:
    """The files of a language, for the digests in a model's `meta.json`."""
    return sorted(HERE.glob(f"{code}[.-]*"))  # not those held out


def _kept(key: str) -> bool:
    return zlib.crc32(key.encode()) % TENTH == 0


def _filled(code: str, trees: list[Sentence]) -> Iterator[Sentence]:
    blank = make_nlp(code)
    texts = {name: [t.text for t in read_iob(corpora.ner_path(code, file))] for name, file in IDNER.items()}
    for tree in trees:
        name, _, at = tree.id.partition("/")
        text, _, number = at.partition(".")
        whole = texts[name][int(text)]
        start, end = corpora.split_spans(code, whole)[int(number)]
        tokens = blank.make_doc(" ".join(whole[start:end].split()))
        if len(tokens) != len(tree.words):
            raise ValueError(f"{tree.id}: {len(tokens)} words, but the tree has {len(tree.words)}")
        yield tree.with_words(
            replace(word, form=token.text, space_after=bool(token.whitespace_))
            for word, token in zip(tree.words, tokens, strict=True)
        )


def teachable(sentences: list[Sentence], nlp: Language) -> list[Sentence]:
    """The sentences with lemmas of a trained pipeline, and without features that it has no name for.

    Nobody wrote lemmas; those of a word whose class the pipeline gets right are as good as any.
    """
    named = frozenset(nlp.get_pipe("morphologizer").labels)  # type: ignore[attr-defined]
    docs = nlp.pipe(
        Doc(nlp.vocab, words=[w.form for w in s.words], spaces=[w.space_after for w in s.words]) for s in sentences
    )
    return [
        sentence.with_words(_taught(word, token, named) for word, token in zip(sentence.words, doc, strict=True))
        for sentence, doc in zip(sentences, docs, strict=True)
    ]


def _taught(word: Word, token: Token, named: frozenset[str]) -> Word:
    label = Morphology.dict_to_feats(Morphology.feats_to_dict(word.feats) | {"POS": word.upos})
    lemma = token.lemma_ if token.pos_ == word.upos else ""
    return replace(word, lemma=lemma) if label in named else replace(word, lemma=lemma, upos="", feats="")
