"""Sentences of the Indonesian pack that look like what a new entry tells and tell something else, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gencatan import Document

if TYPE_CHECKING:
    from gencatan import Reader

# the text, and each claim's kind, what it is of its kind, and its status
TOLD = [
    ("M23 mengambil kendali atas bandara Goma.", ["territory captures asserted"]),
    ("AS akan mengambil kendali atas Jalur Gaza, kata Trump.", ["territory captures planned"]),
    ("Tentara merebut kendali atas Bukavu.", ["territory captures asserted"]),
    ("Penyerahan senjata Hizbullah kepada negara Lebanon akan dimulai tahun ini.", ["event disarmament planned"]),
    (
        "Penyerahan 170 senjata kepada Republik Filipina oleh MILF berlangsung pada Sabtu.",
        ["event disarmament asserted"],
    ),
    ("Menteri itu membahas penyerahan senjata AS kepada Taiwan.", ["meeting talks asserted"]),
    ("Penyerahan 170 senjata kepada Ukraina oleh pemerintah Jerman berlangsung pada Sabtu.", []),
    ("Menteri menjawab protes warga mengenai pajak.", []),
    ("DPRD menerima protes warga.", []),
    ("Film itu menuai protes besar dari penonton.", []),
    ("Protes besar berlangsung di ibu kota.", ["event protest asserted"]),
    ("Kartu merah memicu protes.", []),
    ("Pembatalan konser itu memicu protes.", []),
    ("Kebijakan itu memicu protes di media sosial.", []),
    ("Putusan itu memicu protes keluarga terdakwa di ruang sidang.", []),
    ("Kenaikan harga itu memicu protes di ibu kota.", ["event protest asserted"]),
    ("Pemerintah Indonesia mengevakuasi 91 warga negara dari Sudan.", ["event evacuation asserted"]),
    ("Palang Merah mengevakuasi warga sipil dari Azovstal.", ["event evacuation asserted"]),
    ("Polisi menyebut kasus itu sebagai pembunuhan berencana.", []),
    ("Jaksa menyebut terdakwa sebagai pembunuh.", []),
    ("Polisi menyebut pembunuhan itu sebagai kejahatan.", []),
    ("Presiden menyebut judi daring sebagai kejahatan lintas negara.", []),
    ("Hakim menilai tindakan terdakwa sebagai pelanggaran berat.", []),
    ("Presiden menganggap kekalahan itu sebagai kegagalan.", []),
    ("Presiden menggambarkan pendudukan itu sebagai kejahatan.", ["statement condemn asserted"]),
    ("Taliban menahan dua jurnalis.", ["casualty detained asserted", "event arrest asserted"]),
    ("Dua jurnalis ditahan Taliban.", ["casualty detained asserted", "event arrest asserted"]),
    (
        "Pejuang Kurdi menahan ribuan anggota ISIS di penjara.",
        ["casualty detained asserted", "event arrest asserted"],
    ),
    ("Pemberontak menahan tiga prajurit.", ["casualty abducted asserted", "event abduction asserted"]),
]
LEADING = ("relation", "act", "harm", "format", "type")


@pytest.mark.parametrize(("text", "wanted"), TOLD, ids=[text for text, _ in TOLD])
def test_what_looks_alike_is_told_as_what_it_is(reader: Reader, text: str, wanted: list[str]) -> None:
    claims = reader.read(Document.create(text, language="id", published="2024-06-13"))
    told = [f"{c.kind} {next(c.slots[slot] for slot in LEADING if slot in c.slots)} {c.status}" for c in claims]
    assert sorted(told) == wanted


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("PBB menyerukan jeda kemanusiaan di Sudan.", "jeda kemanusiaan di Sudan"),
        ("Netanyahu menolak jeda kemanusiaan.", "jeda kemanusiaan"),
        ("Hamas menuntut jeda pertempuran.", "jeda pertempuran"),
        ("Kanada mendukung jeda kemanusiaan.", "jeda kemanusiaan"),
    ],
)
def test_a_pause_is_asked_for(reader: Reader, text: str, content: str) -> None:
    claims = reader.read(Document.create(text, language="id", published="2024-06-13"))
    said = [c.to_dict() for c in claims if c.kind == "statement"]
    assert [c["slots"]["content"]["text"] for c in said] == [content]
