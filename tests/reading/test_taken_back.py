"""Numbers that the one right behind them replaces count nobody: a toll is what it came to, not what it was."""

from __future__ import annotations

import pytest

from gencatan import Document, Reader
from gencatan.model import Count


def tolls(reader: Reader, text: str, language: str) -> list[int | None]:
    read = reader.read(Document.create(text, published="2024-03-14", language=language))
    counts = (claim.slots.get("count") for claim in read if claim.kind == "casualty")
    return [count.min for count in counts if isinstance(count, Count)]


@pytest.mark.parametrize(
    ("text", "language", "toll"),
    [
        ("The death toll from the blast rose from 20 to 31, police said.", "en", 31),
        ("The ministry lowered the death toll from Monday's shelling from 40 to 28.", "en", 28),
        ("The number of dead climbed from 12 to 19 overnight, officials said.", "en", 19),
        ("Not 40 but 28 soldiers were killed in the attack, the army said.", "en", 28),
        ("Jumlah korban luka turun dari 55 menjadi 41 orang, kata rumah sakit.", "id", 41),
        ("Kementerian mengoreksi jumlah korban: bukan 12 melainkan 9 tentara yang tewas.", "id", 9),
        ("Bukan 40 melainkan 28 tentara tewas dalam serangan itu, kata militer.", "id", 28),
    ],
)
def test_a_toll_is_what_it_came_to(reader: Reader, text: str, language: str, toll: int) -> None:
    assert tolls(reader, text, language) == [toll]


@pytest.mark.parametrize(
    ("text", "language", "toll"),
    [
        ("From 20 to 30 people were killed, residents said.", "en", 20),
        ("Twelve soldiers were killed on the road from kilometre 4 to kilometre 9.", "en", 12),
        ("Police did not name the 12 but said 9 soldiers were among the dead.", "en", 9),
    ],
)
def test_what_nothing_replaces_counts(reader: Reader, text: str, language: str, toll: int) -> None:
    assert toll in tolls(reader, text, language)


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed many; the dead, aged from 12 to 40, were buried on Monday.",
        "Injuries ranged from 2 to 5 per attack.",
    ],
)
def test_bounds_count_nobody(reader: Reader, text: str) -> None:
    assert tolls(reader, text, "en") == []


@pytest.mark.parametrize(
    ("text", "language", "year"),
    [
        ("Deaths among peacekeepers rose from 4 in 2019 to 12 in 2020.", "en", "2020-01-01"),
        ("Deaths among peacekeepers fell from 40 in 2019 to 12 in 2020.", "en", "2020-01-01"),
        ("The raids killed 12 peacekeepers in 2020.", "en", "2020-01-01"),
    ],
)
def test_a_toll_is_of_the_time_of_what_it_came_to(reader: Reader, text: str, language: str, year: str) -> None:
    read = reader.read(Document.create(text, published="2024-03-14", language=language))
    told = [claim for claim in read if claim.kind == "casualty"]
    assert [(c.slots["count"].min, c.date and c.date.start) for c in told if isinstance(c.slots["count"], Count)] == [
        (12, year)
    ]
