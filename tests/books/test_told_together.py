"""Reports of one thing in two languages, read and put together: meetings and agreements of the books."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gencatan import Document
from gencatan.books import Books
from gencatan.reconcile import groups

# language, day of publication, text
Told = tuple[str, str, str]


def grouped(folder: Path, kind: str, *told: Told) -> set[frozenset[int]]:
    """The numbers of the reports whose claims of a kind are in one group, for each group."""
    with Books.open(folder / "books.db") as books:
        documents = [
            Document.create(text, id=str(n), language=language, published=date.fromisoformat(day), outlet=f"Outlet {n}")
            for n, (language, day, text) in enumerate(told)
        ]
        list(books.add_many(documents))
        snapshot = books.desk().snapshot
        head = {record.id: int(record.head.id) for record in snapshot.records}
        return {frozenset(head[id_] for id_ in group.members) for group in groups(snapshot, kind)}


BORDER: tuple[Told, ...] = (
    ("en", "2025-08-08", "Thailand and Cambodia's General Border Committee met in Kuala Lumpur on Thursday."),
    ("id", "2025-08-08", "Komite Perbatasan Umum bertemu di Kuala Lumpur pada 7 Agustus."),
    ("id", "2025-08-08", "Menteri pertahanan Thailand dan Kamboja berunding di Kuala Lumpur, Kamis (7/8)."),
    ("en", "2025-08-06", "A meeting of the General Border Committee is scheduled for Thursday in Kuala Lumpur."),
    ("id", "2025-08-06", "Pertemuan Komite Perbatasan Umum dijadwalkan berlangsung Kamis (7/8) di Kuala Lumpur."),
)
JOINT: tuple[Told, ...] = (
    ("en", "2021-03-10", "The Joint Commission met in Vienna on Tuesday."),
    ("id", "2021-03-10", "Komisi Bersama bersidang di Wina, Selasa (9/3)."),
)
UNKNOWN: tuple[Told, ...] = (
    ("en", "2021-03-10", "The Border Liaison Board met in Geneva on Tuesday."),
    ("id", "2021-03-10", "Dewan Penghubung Perbatasan bertemu di Jenewa, Selasa (9/3)."),
)


@pytest.mark.parametrize("told", [BORDER, JOINT, UNKNOWN])
def test_a_talk_named_by_a_body_alone_is_one_in_both_languages(tmp_path: Path, told: tuple[Told, ...]) -> None:
    assert grouped(tmp_path, "meeting", *told) == {frozenset(range(len(told)))}


def test_talks_of_one_day_in_two_towns_or_of_strangers_in_one_are_two(tmp_path: Path) -> None:
    other = ("id", "2021-03-10", "Komisi Bersama bersidang di Jenewa, Selasa (9/3).")
    third = ("id", "2021-03-10", "Mesir dan Yordania berunding di Wina, Selasa (9/3).")
    fourth = ("en", "2021-03-10", "Serbia and Kosovo held talks in Vienna on Tuesday.")
    found = grouped(tmp_path, "meeting", JOINT[0], other, third, fourth)
    assert frozenset({1}) in found
    assert not any({2, 3} <= group for group in found)


TRUCE: tuple[Told, ...] = (
    ("en", "2024-11-27", "Israel and Hezbollah agreed to a ceasefire on Tuesday."),
    ("id", "2024-11-28", "Gencatan senjata antara Israel dan Hizbullah mulai berlaku Rabu (27/11)."),
)


def test_a_truce_of_before_or_with_somebody_else_is_not_the_one_of_the_day(tmp_path: Path) -> None:
    before = ("en", "2024-11-28", "An earlier truce between Israel and Hezbollah collapsed within days.")
    another = ("id", "2024-11-28", "Gencatan senjata antara Israel dan Hamas runtuh setelah sepekan.")
    found = grouped(tmp_path, "agreement", *TRUCE, before, another)
    assert found == {frozenset({0, 1}), frozenset({3})}


def test_a_mention_of_no_party_is_of_the_lands_that_its_report_tells_of(tmp_path: Path) -> None:
    first = ("en", "2016-09-27", "Colombia's government and the FARC signed a peace accord in Cartagena on Monday.")
    vote = (
        "en",
        "2016-10-03",
        "Voters rejected the peace accord between Colombia's government and the FARC on Sunday.",
    )
    second = (
        "id",
        "2016-11-25",
        "Pemerintah Kolombia dan FARC menandatangani perjanjian damai di Bogota, Kamis (24/11). Perjanjian damai "
        "pertama ditolak dalam referendum pada Oktober.",
    )
    assert grouped(tmp_path, "agreement", first, vote, second) == {frozenset({0, 1, 2}), frozenset({2})}


def test_a_truce_of_nobody_is_that_of_the_land_its_report_is_about(tmp_path: Path) -> None:
    made = ("en", "2023-05-21", "Sudan's army and the Rapid Support Forces signed a ceasefire in Jeddah on Saturday.")
    held = (
        "id",
        "2023-05-25",
        "Tentara Sudan menembaki kota Omdurman pada Rabu. Gencatan senjata berlaku sejak Senin (22/5), kata warga.",
    )
    elsewhere = (
        "en",
        "2023-05-25",
        "Azerbaijani troops shelled villages in Armenia on Wednesday. The truce has collapsed, officials said.",
    )
    found = grouped(tmp_path, "agreement", made, held, elsewhere)
    assert frozenset({0, 1}) in found
    assert frozenset({2}) in found


def test_a_treaty_is_known_by_its_name_in_both_languages(tmp_path: Path) -> None:
    told: tuple[Told, ...] = (
        ("en", "2011-03-02", "Burundi signed the Entebbe Agreement on Monday."),
        ("id", "2011-03-03", "Burundi menandatangani Perjanjian Entebbe pada Senin (28/2)."),
        ("id", "2024-10-14", "Burundi menangguhkan Perjanjian Entebbe pada Minggu (13/10)."),
        ("id", "2011-03-03", "Burundi menandatangani Perjanjian Arusha pada Senin (28/2)."),
    )
    assert grouped(tmp_path, "agreement", *told) == {frozenset({0, 1, 2}), frozenset({3})}


def test_a_truce_of_long_ago_is_recalled_by_its_month(tmp_path: Path) -> None:
    told: tuple[Told, ...] = (
        ("en", "2023-09-20", "Azerbaijan shelled Stepanakert on Tuesday. A truce was agreed in November 2020."),
        ("id", "2023-09-21", "Azerbaijan menembaki Stepanakert. Gencatan senjata disepakati pada November 2020."),
        ("id", "2023-09-22", "Azerbaijan menembaki Stepanakert. Gencatan senjata disepakati pada tahun 2020."),
        ("en", "2023-09-22", "Azerbaijan shelled Stepanakert again. A truce was agreed in May 1994."),
    )
    assert grouped(tmp_path, "agreement", *told) == {frozenset({0, 1, 2}), frozenset({3})}


def test_what_fell_apart_years_ago_is_not_what_is_agreed_now(tmp_path: Path) -> None:
    text = "The warring parties in Yemen have agreed to a truce, the U.N. said. Truces fell apart within days in 2015."
    with Books.open(tmp_path / "books.db") as books:
        books.add(Document.create(text, language="en", published=date(2022, 4, 1), id="0"))
        assert len(groups(books.desk().snapshot, "agreement")) == 2
