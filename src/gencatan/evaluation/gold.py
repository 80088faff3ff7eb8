"""Annotated reports: `{"document": {…}, "claims": […]}`, checked field by field before anything is counted.

A report may be kept back: it counts in the figures, and none of its words is ever shown. Three things keep one back:
`"kept_back": true` beside `document`; a file `KEPT_BACK` in its folder, or in a folder above it that was given, with
a file's stem or a document's id a line (`#` begins a comment); or its stem or id among the names given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from gencatan.errors import FormatError, InputError, UsageError
from gencatan.evaluation.check import check_gold
from gencatan.evaluation.files import JSONL, Value, find_files, read_values
from gencatan.evaluation.items import Json
from gencatan.model import Document

KEPT_BACK: Final = "KEPT_BACK"
SUFFIX: Final = ".json"


@dataclass(frozen=True, slots=True)
class GoldReport:
    """An annotated report in gold form, where it stands, and whether it is kept back."""

    entry: Json
    path: Path
    where: str
    kept_back: bool = False

    @property
    def id(self) -> str:
        """The document's id."""
        return str(self.entry["document"]["id"])

    @property
    def language(self) -> str:
        """The document's language, as annotated."""
        return str(self.entry["document"]["language"])

    def document(self) -> Document:
        """The report to read."""
        given = self.entry["document"]
        known = {name: given[name] for name in ("title", "outlet", "published_precision") if given.get(name)}
        when = given.get("published")
        return Document.create(
            given["text"],
            id=given["id"],
            language=given["language"],
            published=date.fromisoformat(when[:10]) if when else None,
            **known,
        )


def load_gold(paths: Sequence[Path], kept_back: Collection[str] = ()) -> list[GoldReport]:
    """The annotated reports of .json and .jsonl files, and of the .json files in folders, in order of the files.

    `kept_back` are stems of files or ids of documents. Raises InputError for a file that is no good, naming file, line
    and field, and for one id with two texts; UsageError for a name in `kept_back` that no report has.
    """
    found: list[GoldReport] = []
    used: set[str] = set()
    texts: dict[str, tuple[str, str]] = {}
    for path in find_files(paths, SUFFIX):
        listed = _listed(path, paths)
        for value in read_values(path):
            entry = check_gold(value)
            names = {path.stem, path.name, entry["document"]["id"]}
            used |= names
            back = entry.get("kept_back", False) or bool(names & (listed | set(kept_back)))
            _refuse_second_text(texts, entry["document"], value)
            found.append(GoldReport(entry, path, value.where, back))
    unknown = sorted(set(kept_back) - used)
    if unknown:
        raise UsageError(f"--kept-back {unknown[0]}: no annotated report has this file name or id")
    if not found:
        raise InputError("holds no annotated report", source=str(paths[0]))
    return found


def _refuse_second_text(texts: dict[str, tuple[str, str]], document: Json, value: Value) -> None:
    text, where = texts.setdefault(document["id"], (document["text"], value.where))
    if text != document["text"]:
        raise value.error(f"field 'document.id': {document['id']!r} is another text in {where}")


def _listed(path: Path, given: Sequence[Path]) -> set[str]:
    """The names in the KEPT_BACK files that cover `path`: its own folder's and those above, up to a folder given."""
    folders = [path.parent]
    for root in given:
        if root.is_dir() and root in path.parents:
            folders += [folder for folder in path.parents if folder == root or root in folder.parents]
    return {name for folder in set(folders) for name in _names(folder / KEPT_BACK)}


def _names(path: Path) -> Iterator[str]:
    if not path.exists():
        return
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError("is no list of names in UTF-8", source=str(path)) from error
    for line in lines:
        name = line.partition("#")[0].strip()
        if name:
            yield name.removesuffix(SUFFIX).removesuffix(JSONL)
