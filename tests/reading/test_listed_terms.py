"""Terms that a report lists as nouns, in phases, or of fighting itself; and the days told beside them."""

from __future__ import annotations

import pytest

from gencatan import Document, Reader

MADE = {
    "en": "Indonesia and the rebels signed a peace accord on Monday.",
    "id": "Rusia dan Ukraina mencapai kesepakatan gencatan senjata pada Kamis.",
}


def duties(reader: Reader, language: str, text: str) -> set[str]:
    document = Document.create(f"{MADE[language]} {text}", language=language, published="2015-02-13")
    return {str(c.slots["action"]) for c in reader.read(document) if c.kind == "obligation"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Its terms include the withdrawal of troops, the disarming of fighters and an exchange of prisoners.",
            {"withdraw", "disarm", "exchange"},
        ),
        ("en", "The museum's rooms include a collection of arms, an exchange of letters and a map.", set()),
        (
            "id",
            "Isinya antara lain gencatan senjata mulai 15 Februari, penarikan senjata berat, pertukaran seluruh "
            "tawanan, dan pemantauan oleh OSCE.",
            {"cease_hostilities", "withdraw", "exchange", "monitor"},
        ),
        ("en", "In a first phase the rebels will free 33 hostages.", {"release"}),
        ("en", "Under the accord, all military actions are to stop.", {"cease_hostilities"}),
        ("id", "Berdasarkan kesepakatan tersebut, semua serangan dihentikan.", {"cease_hostilities"}),
        ("en", "A truce with Russia took hold two weeks ago.", set()),
    ],
)
def test_what_a_report_lists_as_terms_are_duties(reader: Reader, language: str, text: str, expected: set[str]) -> None:
    assert duties(reader, language, text) == expected


def test_the_day_by_which_a_duty_is_due_is_no_day_that_others_count_from(reader: Reader) -> None:
    text = (
        "Rusia dan Ukraina mencapai kesepakatan di Minsk, Kamis. Isinya antara lain gencatan senjata mulai 15 "
        "Februari dan pertukaran tawanan. Dua hari sebelumnya serangan roket di Kramatorsk menewaskan 16 orang."
    )
    claims = reader.read(Document.create(text, language="id", published="2015-02-12"))
    days = {c.date.start for c in claims if c.kind == "casualty" and c.date is not None}
    assert days == {"2015-02-10"}
