"""The trained pipeline of a language: sentences in, Universal Dependencies trees out.

Each sentence is a spaCy Doc of its own, and only sentences of one report share a batch: how many reports are read and
by how many processes cannot change how a sentence is read. Batches are of one fixed size, which bounds memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gencatan.errors import PackError
from gencatan.parse.repair import mend

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH: Final = 64


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
        if not sentences:
            return []
        docs = list(self.nlp.pipe(sentences, batch_size=BATCH))
        for doc in docs:
            mend(doc)
        return docs
