"""`gencatan explain ID --ledger FILE`: from any figure back to the words."""

from __future__ import annotations

from gencatan.cli.answers_trail import trail as draw
from gencatan.cli.asking import AnswerFormat, opened, write


def explain_id(ledger: str, wanted: str, written: str, lang: str) -> None:
    """Tell what an id leads to."""
    with opened(ledger) as books:
        write(books.trail(wanted), AnswerFormat(written), lang, draw)
