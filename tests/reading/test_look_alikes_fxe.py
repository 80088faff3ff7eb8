"""Indonesian sentences of daily life, and of war told by others, that only look like offers, duties or force."""

from __future__ import annotations

import pytest

from gencatan import Document, Reader
from gencatan.model import Claim, Span


def read(reader: Reader, text: str) -> list[Claim]:
    return reader.read(Document.create(text, language="id", published="2025-07-29"))


def told(claims: list[Claim], kind: str, slot: str = "act") -> list[str]:
    return [str(claim.slots.get(slot)) for claim in claims if claim.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Pemerintah menawarkan untuk membeli saham maskapai.",
        "Jaksa menawarkan untuk mencabut dakwaan.",
        "Wali kota menawarkan untuk merenovasi rumah.",
        "Belanda menawarkan untuk mengembalikan artefak.",
        "Menteri mengeluh bahwa birokrasi terlalu lambat.",
        "Warga Gaza mengeluh bahwa harga makanan melonjak.",
    ],
)
def test_nothing_is_promised_or_charged(reader: Reader, text: str) -> None:
    assert not {claim.kind for claim in read(reader, text)} & {"statement", "obligation"}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Turki menawarkan untuk menengahi perundingan antara Rusia dan Ukraina.", "promise"),
        ("Hamas menawarkan untuk membebaskan semua sandera.", "promise"),
        ("Pemimpin pemberontak mengeluh bahwa tentara mengambil ternak mereka.", "accuse"),
    ],
)
def test_it_is_promised_or_charged(reader: Reader, text: str, act: str) -> None:
    assert act in told(read(reader, text), "statement")


def test_nobody_promises_what_others_do(reader: Reader) -> None:
    claims = read(
        reader,
        "Malaysia menawarkan untuk menengahi dan kedua pihak menyepakati gencatan senjata di Putrajaya pada 28 Juli.",
    )
    (promise,) = (claim for claim in claims if claim.kind == "statement")
    content = promise.slots["content"]
    assert isinstance(content, Span)
    assert content.text == "untuk menengahi"
    (deal,) = (claim for claim in claims if claim.kind == "agreement")
    assert not deal.attribution


@pytest.mark.parametrize(
    "text",
    [
        "Kedua negara sepakat menggelar konser bersama.",
        "Kedua negara sepakat meningkatkan ekspor kopi.",
        "Kedua negara menyepakati penghapusan visa bagi wisatawan.",
        "Berdasarkan perjanjian Oslo, Tepi Barat dibagi menjadi tiga wilayah.",
        "Berdasarkan kesepakatan koalisi, partai itu mendapat empat menteri.",
        "Berdasarkan persetujuan DPR, anggaran pertahanan dinaikkan.",
        "Pemadam menggunakan meriam air untuk memadamkan kebakaran.",
        "Polisi menggunakan gas air mata dalam latihan.",
        "Petani menggunakan peluru karet untuk mengusir monyet.",
        "Bea Cukai melakukan penindakan terhadap kelompok penjual miras ilegal.",
        "OJK melakukan penindakan terhadap kelompok pinjaman daring.",
        "Virus Zika memasuki Brasil.",
        "Pemerintah memasuki wilayah pasar bebas.",
        "Uni Eropa memasuki wilayah hukum.",
        "Dua anak melarikan diri dari panti asuhan.",
        "Sepuluh penumpang menyelamatkan diri dengan melompat ke laut.",
    ],
)
def test_daily_life_is_silent(reader: Reader, text: str) -> None:
    assert not read(reader, text)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Berdasarkan kesepakatan itu, Rusia membebaskan 10 tawanan Ukraina.", "release"),
        ("Berdasarkan kesepakatan dengan Kurdi, ribuan pejuang meninggalkan Aleppo.", "retreat"),
        ("Polisi menggunakan gas air mata terhadap pengunjuk rasa.", "attack"),
        ("Polisi menggunakan gas air mata untuk membubarkan massa di Jakarta.", "attack"),
        ("Polisi melancarkan penindakan terhadap pengunjuk rasa.", "operation"),
        ("Hizbullah memasuki Beirut pada Rabu pagi.", "movement"),
        ("Taliban memasuki Kabul.", "movement"),
    ],
)
def test_what_was_done_is_an_event(reader: Reader, text: str, act: str) -> None:
    claims = read(reader, text)
    assert told(claims, "event") == [act]
    assert not told(claims, "obligation")


def test_a_deal_that_something_was_done_under_has_no_day_of_it(reader: Reader) -> None:
    claims = read(
        reader,
        "MNDAA menyerahkan kembali Lashio kepada junta pada April 2025 sesuai kesepakatan yang ditengahi China.",
    )
    assert all(claim.date is None and "parties" not in claim.slots for claim in claims if claim.kind != "territory")
    assert {claim.kind for claim in claims} == {"territory", "mediation"}


@pytest.mark.parametrize(
    "text",
    [
        "Satpol PP menangkap 12 pengemis dalam operasi di Bandung.",
        "Polisi menangkap 15 pemain judi daring dalam operasi.",
        "Polisi menangkap 15 preman dalam Operasi Pekat.",
    ],
)
def test_policing_is_no_operation(reader: Reader, text: str) -> None:
    assert "operation" not in told(read(reader, text), "event")


def test_the_name_of_an_operation_is_no_actor(reader: Reader) -> None:
    claims = read(reader, "Tentara membunuh tujuh pemberontak dalam Operasi Tinombala.")
    (operation,) = (c for c in claims if c.slots.get("act") == "operation")
    assert [filler.span.text for filler in operation.slots["actor"]] == ["Tentara"]


def test_who_runs_from_a_detention_house_is_not_displaced(reader: Reader) -> None:
    claims = read(reader, "Lima warga negara asing melarikan diri dari rumah detensi imigrasi.")
    assert not told(claims, "casualty", "harm")


def test_who_runs_from_fighting_is_displaced(reader: Reader) -> None:
    claims = read(reader, "Ribuan warga melarikan diri dari Aleppo akibat pertempuran.")
    assert told(claims, "casualty", "harm") == ["displaced"]
