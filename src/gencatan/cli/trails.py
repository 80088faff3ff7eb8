"""`gencatan explain ID --ledger FILE`: from any figure back to the words."""

from __future__ import annotations

from gencatan.cli.answers import trail as draw
from gencatan.cli.asking import AnswerFormat, opened, write
from gencatan.views.trail import trail, with_history


def explain_id(ledger: str, wanted: str, written: str, lang: str) -> None:
    """Tell what an id leads to."""
    with opened(ledger) as books:
        found = trail(books.desk(), wanted)
        history = books.ledger.history(found.cite.claim)
        write(with_history(found, history), AnswerFormat(written), lang, draw)
