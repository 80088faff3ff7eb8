"""Whose day and place it is, where a sentence or the one before tells of two acts."""

from __future__ import annotations

import pytest

from gencatan import Document, Reader
from gencatan.model import Claim


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(languages=["en", "id"])


def read(reader: Reader, language: str, text: str) -> list[Claim]:
    return list(reader.read(Document.create(text, id="d", language=language, published="2024-05-10")))


def days(claims: list[Claim], what: str) -> set[str | None]:
    """The first days of the acts or harms of one sort."""
    found = (c for c in claims if what in (c.slots.get("act"), c.slots.get("harm")))
    return {c.date.start if c.date else None for c in found}


@pytest.mark.parametrize(
    ("language", "text", "what", "day"),
    [
        (
            "en",
            "The truce was due to expire on 5 May. That day gunmen killed four people in Kidal.",
            "killed",
            "2024-05-05",
        ),
        (
            "id",
            "Gencatan senjata semestinya berakhir pada 5 Mei. Dua hari kemudian sebuah ranjau menewaskan tiga tentara.",
            "killed",
            "2024-05-07",
        ),
        (
            "id",
            "Tentara melancarkan operasi darat di Gao sejak 1 Mei. Sehari kemudian, delapan tentara tewas.",
            "killed",
            "2024-05-02",
        ),
        # a term ahead, and the first raid since a day, are no day that a report goes on from
        (
            "id",
            "Tentara menyerang Gao pada Senin. Pemilu dijadwalkan pada 20 Juni. Sehari kemudian pemberontak menewaskan "
            "lima warga di Beni.",
            "killed",
            "2024-05-07",
        ),
        (
            "en",
            "Rebels attacked a village near Bunia on Monday. It was the first raid since 2 April. A day later soldiers "
            "killed five men in Beni.",
            "killed",
            "2024-05-07",
        ),
        # the day of a clause that "when" opens, whoever tells it
        (
            "en",
            "The heaviest losses came on Monday, when shelling of the south killed 58 people, the ministry says.",
            "killed",
            "2024-05-06",
        ),
        ("en", "The minister said on Monday, soldiers killed 12 rebels.", "killed", None),
        # what is counted from another act's day
        (
            "en",
            "Clashes broke out in Bunia a week after rebels killed 12 villagers near Beni on 29 April.",
            "clash",
            "2024-05-06",
        ),
        (
            "en",
            "Clashes broke out in Bunia a week after rebels killed 12 villagers near Beni on 29 April.",
            "killed",
            "2024-04-29",
        ),
        # what an act answers was before it
        (
            "en",
            "In retaliation for the killing of a general, drones attacked a depot in Goma on Monday.",
            "killed",
            None,
        ),
        (
            "en",
            "In retaliation for the killing of a general, drones attacked a depot in Goma on Monday.",
            "air_strike",
            "2024-05-06",
        ),
        (
            "en",
            "Rebels shelled Goma on Monday in retaliation for the killing of a general last week.",
            "killed",
            "2024-04-29",
        ),
        # a strike that is told again is rather a strike than an attack
        (
            "en",
            "An air strike destroyed a bridge in Sake on Tuesday. Rebels had attacked a convoy in Goma on Sunday. The "
            "air strike killed two guards.",
            "killed",
            "2024-05-07",
        ),
        (
            "en",
            "An air strike destroyed a bridge in Sake on Tuesday. Rebels had attacked a convoy in Goma on Sunday. The "
            "attack killed two guards.",
            "killed",
            "2024-05-05",
        ),
    ],
)
def test_whose_day_it_is(reader: Reader, language: str, text: str, what: str, day: str | None) -> None:
    assert days(read(reader, language, text), what) == {day}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        (
            "en",
            "On 2 May rebels fired shells at positions in Goma, and strikes on the town of Sake killed nine.",
            "Sake",
        ),
        ("en", "In Goma, strikes on a market killed nine.", "Goma"),
        (
            "en",
            "Shelling in North Kivu killed eight soldiers. On Monday a bomb exploded in Goma. At the site nine "
            "people died.",
            "Goma",
        ),
        (
            "id",
            "Tembakan di Kivu Utara menewaskan delapan orang. Pada Senin bom meledak di Goma. Jumlah korban jiwa di "
            "lokasi itu mencapai sembilan orang.",
            "Goma",
        ),
    ],
)
def test_where_nine_died(reader: Reader, language: str, text: str, place: str) -> None:
    (toll,) = [c for c in read(reader, language, text) if getattr(c.slots.get("count"), "min", None) == 9]
    assert toll.place is not None
    assert place in (toll.place.name or toll.place.span.text)


def test_an_answer_was_not_where_that_was_which_it_answers(reader: Reader) -> None:
    text = (
        "Pemberontak menembakkan 20 roket ke Goma, Senin (6/5), sebagai balasan atas pembunuhan komandannya di Bunia."
    )
    (answer,) = [c for c in read(reader, "id", text) if c.slots.get("act") == "shelling"]
    assert answer.place is not None
    assert answer.place.name == "Goma"
