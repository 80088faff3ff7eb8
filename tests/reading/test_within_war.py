"""What belongs to the events of a war only in a report of one: entries marked `amid`."""

from __future__ import annotations

import pytest

from gencatan import Document, Reader
from gencatan.language.pack import load_pack
from gencatan.language.triggers import words_of
from gencatan.parse.field import Field

WAR = {
    "en": "The truce between the rebels and the army is a year old.",
    "id": "Gencatan senjata antara pemberontak dan tentara itu berumur setahun.",
}


def acts(reader: Reader, text: str, language: str) -> set[str]:
    document = Document.create(text, language=language, published="2024-03-14")
    return {str(c.slots["act"]) for c in reader.read(document) if c.kind == "event"}


TOLD = [
    ("en", "A chartered plane with 70 patients took off from Kora on Monday.", "movement"),
    ("en", "Two tankers docked at the port of Kora on Tuesday.", "movement"),
    ("en", "Some 300 detainees went home on Friday.", "release"),
    ("en", "Ardania grounded all aircraft on Sunday.", "closure"),
    ("en", "The crossing at Kora opened again on Monday.", "other"),
    ("en", "Drones were seen over the harbour of Kora at night.", "movement"),
    ("en", "The ministry paid the salaries of teachers in Kora on Friday.", "delivery"),
    ("id", "Pesawat itu mendarat di Kora pada hari Senin.", "movement"),
    ("id", "Kapal itu membongkar 2.000 ton solar di Kora.", "delivery"),
    ("id", "Sebanyak 300 tahanan pulang pada hari Jumat.", "release"),
    ("id", "Sambungan telepon di kota itu pulih pada hari Senin.", "other"),
    ("id", "Pesawat nirawak terlihat di atas kota itu.", "movement"),
]


@pytest.mark.parametrize(("language", "text", "act"), TOLD)
def test_a_report_of_war_tells_it_and_no_other_does(reader: Reader, language: str, text: str, act: str) -> None:
    assert act in acts(reader, f"{WAR[language]} {text}", language)
    assert act not in acts(reader, text, language)


@pytest.mark.parametrize(
    ("language", "text", "war"),
    [
        ("en", WAR["en"], True),
        ("en", "The rebels shook hands. The rebel shook hands.", False),  # one word, however it inflects
        ("en", "Shares fell in a price war.", False),
        ("id", WAR["id"], True),
        ("id", "Perang harga memukul laba perseroan.", False),
    ],
)
def test_two_different_words_of_war_make_a_report_of_it(language: str, text: str, war: bool) -> None:
    assert Field(load_pack(language)).of_war([words_of(text, 0, len(text))]) is war


def test_a_noun_is_of_the_class_of_its_compound(reader: Reader) -> None:
    text = "Tentara mengirim ratusan pesawat nirawak ke belasan kota."
    assert "air_strike" in acts(reader, f"{WAR['id']} {text}", "id")
    plain = "Tentara mengirim ratusan pesawat ke belasan kota."
    assert "air_strike" not in acts(reader, f"{WAR['id']} {plain}", "id")


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("id", "Korban tewas serangan Jumat ke gedung teater itu bertambah menjadi 133 orang.", 133),
        ("id", "Korban tewas akibat tembakan meriam ke kamp itu naik menjadi 71 orang pada Senin.", 71),
        ("id", "Korban tewas serangan itu belum diketahui; 133 orang terluka.", None),
        ("en", "Deaths from the shelling of the camp rose to 71 on Monday.", 71),
    ],
)
def test_what_a_toll_rose_to_is_its_number(reader: Reader, language: str, text: str, count: int | None) -> None:
    document = Document.create(text, language=language, published="2024-03-14")
    killed = [c for c in reader.read(document) if c.kind == "casualty" and c.slots["harm"] == "killed"]
    counts = [c.slots["count"] for c in killed if "count" in c.slots]
    assert [getattr(found, "min", None) for found in counts] == ([] if count is None else [count])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Spy drones fly over their territory every day."),
        ("id", "Sebanyak 60 truk masuk ke Kora pada hari Senin untuk pertama kali."),
    ],
)
def test_where_and_when_are_no_cause(reader: Reader, language: str, text: str) -> None:
    document = Document.create(f"{WAR[language]} {text}", language=language, published="2024-03-14")
    (event,) = [c for c in reader.read(document) if c.kind == "event"]
    assert "cause" not in event.slots
