"""A term told without a day counts from the day on which its agreement was made, as other reports know it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gencatan import Document
from gencatan.books import Books
from gencatan.views.agreements import agreements
from gencatan.views.obligations import obligations

SIGNED = "The Colombian government and the FARC rebels signed a peace deal in Bogota on 24 November 2016."


def _books(folder: Path, later: str, language: str) -> Books:
    books = Books.open(folder / "books.db")
    first = Document.create(SIGNED, id="a", language="en", published="2016-11-25", outlet="x")
    second = Document.create(later, id="b", language=language, published="2017-06-28", outlet="y")
    list(books.add_many([first, second]))
    return books


@pytest.mark.parametrize(
    ("language", "later", "due"),
    [
        (
            "id",
            "FARC meneken perjanjian damai dengan pemerintah Kolombia pada November 2016. Berdasarkan perjanjian itu, "
            "FARC harus menyerahkan senjata dalam 180 hari.",
            date(2017, 5, 23),
        ),
        (
            "en",
            "The FARC signed a peace deal with the Colombian government in November 2016. Under the deal, it must "
            "hand over its weapons within 180 days.",
            date(2017, 5, 23),
        ),
        (
            "en",
            "The FARC signed a peace deal with the Colombian government in November 2016. Under the deal, it must "
            "cease fire for 180 days.",
            None,
        ),
    ],
)
def test_a_term_counts_from_the_day_of_the_deal(tmp_path: Path, language: str, later: str, due: date | None) -> None:
    desk = _books(tmp_path, later, language).desk()
    made = agreements(desk).agreements
    assert [(a.declared and a.declared.start, a.reports) for a in made] == [(date(2016, 11, 24), 2)]
    assert [(d.agreement, d.deadline) for d in obligations(desk).obligations] == [(made[0].id, due)]
