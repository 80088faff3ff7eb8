"""What a wordnet knows of a word, as a sign that the pipelines learn from beside its letters.

A pack's `words.toml` (`training/words.py`) names, for each class, the words of it: "n.person+v.contact" are those that
are mostly nouns of persons, and some verbs of contact; "N.location" are names. A treebank has seen few of the words of
the news; of the others the class tells what sort of word they are. A word of no class is told by its first character,
or by more of them in a language whose affixes stand in front.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import tomli
from spacy.attrs import NORM, ORTH, SHAPE, SUFFIX  # type: ignore[import-not-found]
from spacy.ml.models.tok2vec import MultiHashEmbed
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.util import registry
from thinc.api import Model

from gencatan.errors import PackError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc
    from thinc.types import Floats2d, Ints2d

HERE: Final = Path(__file__).parent
COLUMNS: Final = (NORM, ORTH, SUFFIX, SHAPE)
CLASS: Final = 1
"""The column that has the class of the word, in place of spaCy's prefix."""
MOST: Final = 100_000  # spellings kept; the news has new ones without end
_folder: ContextVar[Path | None] = ContextVar("_folder", default=None)


class KnownWords:
    """The class of each word of a language; a name's is that of its spelling with a capital."""

    def __init__(self, table: Mapping[str, str], beginning: int = 1) -> None:
        """`table` is the file: classes to words with spaces between them; so many first characters tell the others."""
        self._beginning = beginning
        self._classes: dict[str, int] = {
            word: hash_string(name) for name, words in table.items() for word in words.split()
        }
        self._spelt: dict[int, int] = {}

    @classmethod
    @cache
    def of(cls, folder: Path, beginning: int = 1) -> KnownWords:
        """Those of the pack in a folder. Raises PackError where it has none that can be read."""
        path = folder / "words.toml"
        try:
            return cls(tomli.loads(path.read_text(encoding="utf-8")), beginning)
        except OSError as error:
            raise PackError(f"{path}: {error.strerror}; a pipeline of the pack asks for it") from error
        except ValueError as error:
            raise PackError(f"{path}: {error}") from error

    def __call__(self, text: str) -> int:
        """The class of a word as it is written, as spaCy hashes strings."""
        spellings = (text, text.lower(), text.capitalize())
        known = next((found for one in spellings if (found := self._classes.get(one)) is not None), None)
        return int(hash_string(f"?{text[: self._beginning]}")) if known is None else known

    def column(self, doc: Doc, spellings: Sequence[int]) -> list[int]:
        """The classes of the words of `doc`, whose spellings spaCy knows by these numbers."""
        spelt = self._spelt
        if len(spelt) > MOST:
            spelt.clear()
        strings = doc.vocab.strings
        for number in spellings:
            if number not in spelt:
                spelt[number] = self(strings[number])
        return [spelt[number] for number in spellings]


@registry.misc("gencatan.known_words.v1")  # type: ignore[untyped-decorator]
def known_words(lang: str, beginning: int = 1) -> KnownWords:
    """The words that a config asks for: those of the pack that is loaded from, else of the shipped one."""
    return KnownWords.of(_folder.get() or HERE / lang, beginning)


@contextmanager
def words_of_pack(folder: Path) -> Iterator[None]:
    """Within it pipelines are loaded with the words of the pack in a folder: a config names no folder."""
    before = _folder.set(folder)
    try:
        yield
    finally:
        _folder.reset(before)


@registry.architectures("gencatan.KnownWordsEmbed.v1")  # type: ignore[untyped-decorator]
def known_words_embed(width: int, rows: list[int], words: KnownWords) -> Model[list[Doc], list[Floats2d]]:
    """spaCy's MultiHashEmbed of norm, class, suffix and shape, with so many rows each."""
    attrs: list[str | int] = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
    model: Model[list[Doc], list[Floats2d]] = MultiHashEmbed(
        width=width, attrs=attrs, rows=rows, include_static_vectors=False
    )
    model.layers[0] = Model("known_words", partial(_extract, words))
    return model


def _extract(
    words: KnownWords, model: Model[list[Doc], list[Ints2d]], docs: list[Doc], is_train: bool
) -> tuple[list[Ints2d], Callable[[list[Ints2d]], list[Any]]]:
    found = []
    for doc in docs:
        signs = doc.to_array(list(COLUMNS))
        signs[:, CLASS] = np.asarray(words.column(doc, signs[:, CLASS].tolist()), dtype=signs.dtype)
        found.append(model.ops.asarray2i(signs, dtype="uint64"))  # type: ignore[arg-type]
    return found, lambda _: []
