"""Where the repository lies, and what all pages begin with."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = "*Written by `make docs` from {what}. Do not edit.*"


def head(title: str, what: str) -> list[str]:
    """A page's title and where it is from."""
    return [f"# {title}", "", WRITTEN.format(what=what), ""]


def table(*columns: str) -> list[str]:
    """The head of a table."""
    return ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]


def row(*cells: str) -> str:
    """A row of a table; a bar inside a cell is escaped."""
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def code(words: str) -> str:
    """Words as code, nothing for nothing."""
    return f"`{words}`" if words else ""
