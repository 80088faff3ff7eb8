"""gencatan reads news reports about ceasefires, in Indonesian and English, into claims with their words.

>>> import gencatan
>>> claims = gencatan.read("Azerbaijan launched an operation on Tuesday.", published="2023-09-20")

Everything is imported when first used, so that `import gencatan` costs next to nothing.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from gencatan.books.books import Books
    from gencatan.books.questions import (
        actors,
        agreements,
        calendar,
        contradictions,
        diff,
        dossier,
        meetings,
        obligations,
        search,
        territory,
        timeline,
        tolls,
        trail,
    )
    from gencatan.ledger import Ledger
    from gencatan.model import Actor, Claim, Count, Document, Filler, Place, Plover, Span, When
    from gencatan.reading.explaining.explanation import Explanation
    from gencatan.reading.reader import Reader
    from gencatan.views.conflict import Conflict

__version__ = "0.1.0"
__all__ = [
    "Actor",
    "Books",
    "Claim",
    "Conflict",
    "Count",
    "Document",
    "Explanation",
    "Filler",
    "Ledger",
    "Place",
    "Plover",
    "Reader",
    "Span",
    "When",
    "__version__",
    "actors",
    "agreements",
    "calendar",
    "contradictions",
    "diff",
    "dossier",
    "meetings",
    "obligations",
    "read",
    "search",
    "territory",
    "timeline",
    "tolls",
    "trail",
]


_ELSEWHERE = {
    "Reader": "gencatan.reading.reader",
    "Explanation": "gencatan.reading.explaining.explanation",
    "Ledger": "gencatan.ledger",
    "Books": "gencatan.books.books",
    "Conflict": "gencatan.views.conflict",
}


@cache
def _reader() -> Reader:
    from gencatan.reading.reader import Reader

    return Reader()


def read(report: str | Document, *, published: date | str | None = None, language: str = "auto") -> list[Claim]:
    """The claims of one report, given as text or Document.

    `published` is the outlet's local date (ISO); without it relative dates stay unresolved. `language` is an ISO
    639-1 code, "auto" detects it. Raises ValueError for a date that is not ISO, LanguageError for a language
    without a pack.
    """
    from gencatan.model import Document

    if isinstance(report, str):
        report = Document.create(report, published=published, language="" if language == "auto" else language)
    return _reader().read(report)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'gencatan' has no attribute {name!r}")
    from importlib import import_module

    home = _ELSEWHERE.get(name) or ("gencatan.model" if name[0].isupper() else "gencatan.books.questions")
    return getattr(import_module(home), name)
