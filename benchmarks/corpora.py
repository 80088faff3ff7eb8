"""Where the annotated reports and the treebanks lie: `tests/golden`, and `GENCATAN_CORPORA` where there is one."""

from __future__ import annotations

import hashlib
import json
import lzma
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from gencatan import Document

ROOT: Final = Path(__file__).resolve().parents[1]
GOLDEN: Final = ROOT / "tests" / "golden"
EXAMPLES: Final = ROOT / "training" / "examples"
REPORTS: Final = ROOT / "src" / "gencatan" / "reports"
SHARED: Final = Path(os.environ.get("GENCATAN_CORPORA", ROOT.parent / "shared"))
GOLD: Final = SHARED / "gold"
TREEBANKS: Final = SHARED / "corpora" / "treebanks"
NER: Final = SHARED / "corpora" / "ner"
EVENTS: Final = SHARED / "corpora" / "events" / "plover" / "PLV_train.tsv"

FOUNDING: Final = "seed-nagorno-karabakh-2023-09-20"
KEPT_BACK: Final = frozenset({"id_panl_09", "id_panl_21", "id_panl_28", "en_muc4_01", "en_panl_16", "en_wikinews_03"})
"""Never opened while rules are written, and only ever reported as figures."""

PROSE: Final = {
    "id": ("id_csui-ud-test", "id_gsd-ud-test", "id_pud-ud-test"),
    "en": ("en_pud-ud-test", "en_ewt-ud-test"),
}


def load(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """Annotated reports in gold form, one a `.json` file or one a line of `.jsonl`."""
    return [json.loads(text) for path in paths for text in _texts(path)]


def _texts(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()] if path.suffix == ".jsonl" else [text]


def golden() -> list[Path]:
    """Our own annotated reports."""
    return sorted(GOLDEN.glob("*.json"))


def examples(part: str) -> list[Path]:
    """Our own example passages: "develop", or "kept_back", which is only ever reported as figures."""
    return sorted((EXAMPLES / part).glob("*.jsonl"))


def develop() -> list[Path]:
    """The annotated reports that rules may be written on; none where there are no corpora."""
    return [path for path in sorted(GOLD.glob("*.json")) if path.stem not in KEPT_BACK]


def kept_back() -> list[Path]:
    """The annotated reports kept back."""
    return [path for path in sorted(GOLD.glob("*.json")) if path.stem in KEPT_BACK]


def document(entry: dict[str, Any]) -> Document:
    """The report of an annotated one."""
    known = ("id", "published", "language", "title", "outlet")
    fields = {name: entry["document"][name] for name in known if entry["document"].get(name)}
    return Document.create(entry["document"]["text"], **fields)


def digest(paths: Sequence[Path]) -> str:
    """A hash over names and contents, so that a figure is never compared across different corpora."""
    found = hashlib.sha256()
    for path in sorted(paths):
        found.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:16]


def digest_text(text: str) -> str:
    """The same over a text, where only part of a file is measured."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def treebank(path: Path) -> Iterator[tuple[str, str]]:
    """Each sentence of a treebank file with its id, as raw text."""
    ident = ""
    with lzma.open(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            if row.startswith("# sent_id = "):
                ident = row[12:].strip()
            elif row.startswith("# text = "):
                yield ident, row[9:].strip()


def prose(language: str) -> list[str]:
    """The sentences of the treebanks' test files, as raw text; none where there are no corpora."""
    sentences = []
    for name in PROSE[language]:
        path = TREEBANKS / language / f"{name}.conllu.xz"
        if path.exists():
            sentences += [text for _, text in treebank(path)]
    return sentences
