"""Adding to a ledger and asking it: the one place that joins reading, ledger and reconciliation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gencatan.books.adding import Added
    from gencatan.books.books import Books

__all__ = ["Added", "Books"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from gencatan.books import books

        return getattr(books, name)
    raise AttributeError(f"module 'gencatan.books' has no attribute {name!r}")
