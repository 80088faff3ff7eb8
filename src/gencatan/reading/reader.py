"""Reads one report, or a stream of them, into claims: a pure function of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gencatan.collecting import collect_seldom, without_collecting
from gencatan.errors import LanguageError
from gencatan.language.detect import detect_language, normalise_language
from gencatan.language.pack import available, load_pack, read_pack
from gencatan.model import Claim, Document
from gencatan.reading.language_reader import LanguageReader
from gencatan.reading.processes import spread
from gencatan.reading.selection import LeftOut

if TYPE_CHECKING:
    from gencatan.reading.explaining.explanation import Explanation

CHUNK: Final = 8


class Reader:
    """Reads many reports; packs and pipelines load once, when first needed."""

    def __init__(self, languages: Sequence[str] | None = None, packs: Sequence[str | Path] = ()) -> None:
        """`languages` limits what is read (default: all shipped packs); `packs` are folders of further packs.

        Raises LanguageError for a code without a pack, PackError for a broken pack.
        """
        self._folders = tuple(Path(p) for p in packs)
        extra = {pack.code: pack for pack in map(read_pack, self._folders)}
        self.languages = tuple(sorted({*(available() if languages is None else languages), *extra}))
        for code in languages or ():
            if code not in available() and code not in extra:
                raise LanguageError(f"language {code!r} is not supported; supported: {', '.join(available())}")
        self._extra = extra
        self._readers: dict[str, LanguageReader] = {}

    def _for(self, code: str) -> LanguageReader:
        if code not in self.languages:
            raise LanguageError(f"language {code!r} is not supported; supported: {', '.join(self.languages)}")
        if code not in self._readers:
            with without_collecting():
                self._readers[code] = LanguageReader(self._extra.get(code) or load_pack(code))
        return self._readers[code]

    def read(self, document: Document) -> list[Claim]:
        """The claims of one report, in text order. Raises LanguageError if its language has no pack."""
        reader, known = self._with_reader(document)
        return reader.read(known)

    def _with_reader(self, document: Document) -> tuple[LanguageReader, Document]:
        language = normalise_language(document.language) or detect_language(document.text, self.languages)
        return self._for(language), document.with_language(language)

    def left_out(self, document: Document) -> LeftOut:
        """How many sentences with trigger words were left out, unparsed. Raises LanguageError as `read` does."""
        reader, known = self._with_reader(document)
        return reader.selection.left_out(known, reader.sentences(known))

    def explain(self, document: Document) -> Explanation:
        """The claims that `read` gives, with what each rests on. Raises LanguageError as `read` does."""
        from gencatan.reading.explaining.explain import explain

        return explain(*self._with_reader(document))

    def read_many(
        self, documents: Iterable[Document], *, workers: int = 1, batch_size: int = CHUNK
    ) -> Iterator[list[Claim]]:
        """The claims of each document, in the order given; a stream, whatever the number of processes.

        `workers` processes read `batch_size` documents at a time; the output does not depend on either.
        """
        if workers <= 1:
            for document in documents:
                yield self.read(document)
            return
        settings = (self.languages, self._folders)
        with closing(spread(_batches(documents, batch_size), _read_batch, workers, _start_worker, settings)) as read:
            for batch in read:
                yield from batch


_worker: Reader | None = None


def _start_worker(languages: tuple[str, ...], folders: tuple[Path, ...]) -> None:
    global _worker
    collect_seldom()
    _worker = Reader(languages, folders)


def _read_batch(batch: list[Document]) -> list[list[Claim]]:
    assert _worker is not None
    return list(_worker.read_many(batch))


def _batches(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) >= size:
            yield batch
            batch = []
    if batch:
        yield batch
