"""What a sentence and its translation tell: the same kind, status, enumerated slots and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.accuracy.parallel import as_told
from gencatan import Document

if TYPE_CHECKING:
    from gencatan import Reader

PAIRS = [
    ("The soldier was killed in the attack.", "Prajurit itu tewas dalam serangan tersebut."),
    ("Police detained the driver.", "Polisi menahan sopir itu."),
    ("The ambassador was kidnapped on Monday.", "Duta besar itu diculik pada Senin."),
    (
        "Israeli tanks destroyed a bridge. The blast killed two soldiers.",
        "Tank Israel menghancurkan sebuah jembatan. Ledakan itu menewaskan dua prajurit.",
    ),
    ("Rebels are holding three soldiers.", "Pemberontak menahan tiga prajurit."),
    ("Three rebels were hanged on Monday.", "Tiga pemberontak digantung pada Senin."),
    ("Hundreds of protesters gathered outside the parliament.", "Ratusan pengunjuk rasa berkumpul di luar parlemen."),
    (
        "The decision of the government sparked protests in the capital.",
        "Keputusan pemerintah itu memicu protes di ibu kota.",
    ),
    (
        "Police used tear gas to disperse the protesters.",
        "Polisi menggunakan gas air mata untuk membubarkan pengunjuk rasa.",
    ),
    ("Rebels hijacked a plane.", "Pemberontak membajak sebuah pesawat."),
    ("Police launched a crackdown on protesters.", "Polisi melancarkan penindakan terhadap pengunjuk rasa."),
    (
        "The president is expected to meet rebel leaders on Monday.",
        "Presiden diperkirakan bertemu para pemimpin pemberontak pada Senin.",
    ),
    ("Police questioned two suspects.", "Polisi memeriksa dua tersangka."),
    ("Russia objected to the resolution.", "Rusia berkeberatan terhadap resolusi itu."),
    (
        "The opposition leader described the killings as a crime.",
        "Pemimpin oposisi menggambarkan pembunuhan itu sebagai kejahatan.",
    ),
    (
        "More than 3,000 soldiers have died since the US-led invasion in 2003.",
        "Lebih dari 3.000 prajurit tewas sejak serbuan pimpinan AS pada 2003.",
    ),
]


def _told(reader: Reader, text: str, language: str) -> list[str]:
    return sorted(as_told(c) for c in reader.read(Document.create(text, language=language, published="2007-06-15")))


@pytest.mark.parametrize(("english", "indonesian"), PAIRS)
def test_a_translation_tells_the_same(reader: Reader, english: str, indonesian: str) -> None:
    told = _told(reader, english, "en")
    assert told
    assert told == _told(reader, indonesian, "id")


@pytest.mark.parametrize(
    "text",
    [
        "Sejumlah polisi tiba di sana. Polisi itu terluka dalam ledakan bom.",
        "Dua prajurit disergap di jalan itu. Prajurit itu tewas dalam serangan tersebut.",
        "Para prajurit itu tewas dalam serangan tersebut.",
    ],
)
def test_several_told_before_are_not_counted_as_one(reader: Reader, text: str) -> None:
    harmed = [c for c in reader.read(Document.create(text, language="id")) if c.kind == "casualty"]
    assert harmed
    assert all("count" not in c.slots for c in harmed)


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("Sekitar 30 napi melarikan diri dari penjara di Yaman.", "harm", "displaced"),
        ("Serangan itu memicu protes dari Iran.", "act", "protest"),
        ("Polisi menahan tiga pemberontak di Poso.", "act", "abduction"),
        ("Sekitar 7.000 tentara Inggris ditempatkan di Irak.", "change", "deployed"),
        ("Kritikus menilai film perang itu sebagai kegagalan.", "act", "condemn"),
        ("Serbuan milisi ke pos itu menewaskan dua polisi.", "act", "operation"),
        ("Tiga pengemudi ditangkap dalam operasi lalu lintas oleh polisi.", "act", "operation"),
    ],
)
def test_what_only_looks_alike_tells_it_not(reader: Reader, text: str, slot: str, value: str) -> None:
    assert all(c.slots.get(slot) != value for c in reader.read(Document.create(text, language="id")))
