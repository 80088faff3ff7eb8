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

    def __init__(self, path: Path) -> None:
        """`path` is the folder of the trained pipeline."""
        self._path = path
        self._nlp: Language | None = None

    @property
    def nlp(self) -> Language:
        """The loaded pipeline. Raises PackError if the folder holds none."""
        if self._nlp is None:
            from gencatan.language.tokenization import load_pipeline

            try:
                self._nlp = load_pipeline(self._path)
            except (OSError, ValueError) as error:
                raise PackError(f"{self._path}: no usable pipeline: {error}") from error
        return self._nlp

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Frees at its end what spaCy would keep for ever of each new word, and with it the trees parsed within.

        What loads the pipeline is not within it: it has no words yet.
        """
        if self._nlp is None:
            yield
            return
        with self._nlp.memory_zone():
            yield

    def parse(self, sentences: Sequence[str]) -> list[Doc]:
        """One tree for each sentence, in order."""
        if not sentences:
            return []
        docs = list(self.nlp.pipe(sentences, batch_size=BATCH))
        for doc in docs:
            mend(doc)
        return docs
