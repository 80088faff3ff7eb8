"""The trained pipeline of a language: sentences in, Universal Dependencies trees out.

Each sentence is a spaCy Doc of its own, and only sentences of one report share a batch: how many reports are read and
by how many processes cannot change how a sentence is read. Batches are of one fixed size, which bounds memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gencatan.collecting import without_collecting
from gencatan.errors import PackError
from gencatan.parse.repair import mend

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

BATCH: Final = 64
LEMMATIZER: Final = "trainable_lemmatizer"


@dataclass(frozen=True, slots=True)
class Split:
    """The words of one sentence as a pipeline has split them, whether a blank follows each, and their lemmas.

    `norms`: those that the splitting itself gave to some ("n't" is "not"), by number of the word.
    """

    words: list[str]
    spaces: list[bool]
    lemmas: list[str]
    norms: dict[int, str]

    @classmethod
    def of(cls, doc: Doc) -> Split:
        """How a sentence was split, before anything of its tree is mended."""
        norms = {t.i: t.norm_ for t in doc if t.norm != t.lex.norm}
        return cls([t.text for t in doc], [bool(t.whitespace_) for t in doc], [t.lemma_ for t in doc], norms)

    def doc(self, vocab: Vocab) -> Doc:
        """The sentence split so, without a tree."""
        from spacy.tokens import Doc

        made = Doc(vocab, words=self.words, spaces=self.spaces, lemmas=self.lemmas)
        for at, norm in self.norms.items():
            made[at].norm_ = norm
        return made


class Pipeline:
    """A spaCy pipeline, loaded when first used."""

    def __init__(self, path: Path, beside: Pipeline | None = None) -> None:
        """`path` is the folder of the trained pipeline, `beside` one of the same language that is read with too."""
        self._path = path
        self._beside = beside
        self._nlp: Language | None = None

    @property
    def nlp(self) -> Language:
        """The loaded pipeline. Raises PackError if the folder holds none."""
        if self._nlp is None:
            from gencatan.language.spacy_core import import_spacy

            with without_collecting():
                import_spacy()
                from gencatan.language.tokenization import load_pipeline

                try:
                    self._nlp = load_pipeline(self._path, self._tokenizing())
                except (OSError, ValueError) as error:
                    raise PackError(f"{self._path}: no usable pipeline: {error}") from error
        return self._nlp

    def _tokenizing(self) -> Language | None:
        """The pipeline beside it, if that splits words by the same rules."""
        rules = [one._path / "tokenizer" for one in (self, self._beside) if one is not None]
        same = len(rules) > 1 and len({path.read_bytes() for path in rules}) == 1
        return self._beside.nlp if self._beside is not None and same else None

    @property
    def loaded(self) -> bool:
        """Whether the pipeline is loaded already."""
        return self._nlp is not None

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Frees at its end what spaCy would keep for ever of each new word, and with it the trees parsed within.

        Nothing may be loaded within it. One of two pipelines that share their words does it for both.
        """
        if self.nlp.vocab.in_memory_zone:  # type: ignore[attr-defined]  # the stubs lack it
            yield
            return
        with self.nlp.memory_zone():
            yield

    def parse(self, sentences: Sequence[str]) -> list[Doc]:
        """One tree for each sentence, in order."""
        return _mended(self._trees(sentences)) if sentences else []

    def splits_like(self, other: Pipeline) -> bool:
        """Whether another pipeline splits words by the same rules and shares this one's words."""
        return self.nlp.tokenizer is other.nlp.tokenizer

    def _trees(self, sentences: Sequence[str] | Sequence[Doc], without: Sequence[str] = ()) -> list[Doc]:
        return list(self.nlp.pipe(sentences, batch_size=BATCH, disable=list(without)))

    def _trees_of(self, splits: Sequence[Split]) -> list[Doc]:
        return self._trees([split.doc(self.nlp.vocab) for split in splits], [LEMMATIZER])


def parses(pipelines: Sequence[Pipeline], sentences: Sequence[str]) -> Iterator[list[Doc]]:
    """The trees that each pipeline makes of the sentences, in turn.

    A sentence is split, and its words get their lemmas, once for all pipelines that split by the same rules: their
    lemmas hardly differ and the two steps take a tenth of their time.
    """
    if not sentences:  # and no pipeline is loaded for nothing
        yield from ([] for _ in pipelines)
        return
    first, *others = pipelines
    docs = first._trees(sentences)
    alike = [one.splits_like(first) for one in others]
    splits = [Split.of(doc) for doc in docs] if any(alike) else []
    yield _mended(docs)
    for one, same in zip(others, alike, strict=True):
        yield _mended(one._trees_of(splits) if same else one._trees(sentences))


def _mended(docs: list[Doc]) -> list[Doc]:
    for doc in docs:
        mend(doc)
    return docs
