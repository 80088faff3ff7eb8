"""What is stated at all and how it is meant, and who does it: nouns that only name, time or frame, and idioms."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told

SILENT = [
    ("Kedua menteri itu membahas perang dingin antara dua negara adidaya.", "event", "clash"),
    ("Presiden memuji sekutunya dalam perang melawan terorisme.", "event", "clash"),
    ("Ribuan orang mendukung gerakan anti perang di ibu kota.", "event", "clash"),
    ("Kepala penyelidikan kota itu, Kolonel Rahman, menemui wartawan.", "event", "investigation"),
    ("Para utusan melanjutkan pembicaraan perlucutan senjata di Beijing.", "event", "disarmament"),
    ("Pemimpin Dewan Penyelamatan Anbar bertemu presiden.", "event", "evacuation"),
    ("Polisi menolak menegaskan sebab ledakan itu.", "statement", "reject"),
    ("Menteri itu tidak khawatir atas laporan tersebut.", "statement", "warn"),
    ("Tiga orang yang dicurigai sebagai anggota milisi itu melarikan diri.", "statement", "accuse"),
    ("Pasukan pemerintah yang didukung Ethiopia merebut kota itu.", "statement", "support"),
    ("Negara itu melarang penjualan senjata ke negara tetangga.", "event", "delivery"),
    ("Presiden itu menjadi sasaran kecaman para demonstran.", "event", "attack"),
    ("Kontingen itu diharapkan memperoleh medali emas.", "statement", "appeal"),
]


@pytest.mark.parametrize(("text", "kind", "act"), SILENT)
def test_no_claim(text: str, kind: str, act: str) -> None:
    assert not [c for c in told("id", text) if c.kind == kind and c.slots.get("act") == act]


STATED = [
    ("Perang antara kedua negara itu pecah pada tahun 1998.", "event", "clash"),
    ("Kejaksaan membuka penyelidikan terhadap komandan milisi itu.", "event", "investigation"),
    ("PBB mengawasi perlucutan senjata kelompok itu.", "event", "disarmament"),
    ("Pemerintah menolak memberikan visa kepada utusan itu.", "statement", "reject"),
    ("Rusia mendukung usul gencatan senjata itu.", "statement", "support"),
    ("Pemerintah mencurigai pemberontak melakukan serangan itu.", "statement", "accuse"),
]


@pytest.mark.parametrize(("text", "kind", "act"), STATED)
def test_beside_them_a_claim(text: str, kind: str, act: str) -> None:
    assert [c for c in told("id", text) if c.kind == kind and c.slots.get("act") == act]


STATUS = [
    ("Pasukan itu tidak pernah berlatih sejak pembunuhan mantan perdana menteri.", "attack", "asserted"),
    ("Kelompok itu memutuskan untuk menghentikan pemogokan di pelabuhan.", "protest", "asserted"),
    ("Semua bentrokan di kota itu harus berhenti, katanya.", "clash", "asserted"),
    ("Parlemen mengecam keputusan untuk menyerang negara itu.", "attack", "planned"),
    ("Negara itu takkan membiarkan milisi menyerang kota tersebut.", "attack", "denied"),
    ("Sekelompok orang tidak dikenal melepaskan tembakan ke arah warga.", "attack", "asserted"),
    ("Militer tidak melancarkan serangan di kota itu.", "attack", "denied"),
    ("Militer akan melancarkan serangan di kota itu.", "attack", "planned"),
]


@pytest.mark.parametrize(("text", "act", "status"), STATUS)
def test_status(text: str, act: str, status: str) -> None:
    found = [c for c in told("id", text) if c.kind == "event" and c.slots["act"] == act]
    assert [c.status for c in found] == [status]


def test_who_is_named_behind_the_outcome_did_it() -> None:
    found = told("id", "Dua pengunjuk rasa ditembak hingga tewas oleh pasukan keamanan di ibu kota.")
    attack = only(found, "event", act="attack")
    assert fillers(attack, "actor") == ["pasukan keamanan"]
    assert fillers(attack, "target") == ["Dua pengunjuk rasa"]
    assert all(fillers(c, "victims") != ["pasukan keamanan"] for c in found if c.kind == "casualty")


def test_both_sides_though_hung_on_the_verb() -> None:
    (clash,) = [c for c in told("id", "Pertempuran meningkat antara tentara dan pemberontak.") if c.kind == "event"]
    assert fillers(clash, "actor") == ["tentara", "pemberontak"]


def test_not_the_ministry_is_abducted() -> None:
    found = told("id", "Milisi membebaskan delapan petugas kementerian dalam negeri yang diculik di kota itu.")
    abduction = only(found, "event", act="abduction")
    (target,) = fillers(abduction, "target")
    assert target.startswith("delapan petugas kementerian")


def test_a_measure_is_no_target() -> None:
    (blockade,) = [c for c in told("id", "Oposisi melancarkan blokade 48 jam di kota itu.") if c.kind == "event"]
    assert fillers(blockade, "target") == []


def test_talks_of_so_many_sides_are_a_forum() -> None:
    assert not [c for c in told("id", "Perundingan enam pihak melibatkan tiga negara tetangga.") if c.kind == "meeting"]
    assert [c for c in told("id", "Perundingan enam pihak dimulai di Beijing hari Senin.") if c.kind == "meeting"]


def test_an_inquiry_is_ordered_and_not_spoken_to() -> None:
    order = only(told("id", "Presiden memerintahkan penyelidikan mengenai kematian itu."), "statement", act="demand")
    assert fillers(order, "addressee") == []


def test_a_train_that_blows_up_is_hit() -> None:
    (blast,) = [c for c in told("id", "Gerbong kereta itu meledak di dekat stasiun.") if c.kind == "event"]
    assert fillers(blast, "target") == ["Gerbong kereta itu"]
    assert "instrument" not in blast.slots


def test_who_is_named_beside_others_is_abducted() -> None:
    found = told("id", "Selain pekerja asing itu, dua warganegara China yang diculik di kota itu belum ditemukan.")
    assert fillers(only(found, "event", act="abduction"), "target") == ["dua warganegara China"]


def test_a_partner_in_talks_is_no_meeting() -> None:
    assert not [c for c in told("id", "Ia mengecam mitra perundingan Palestina.") if c.kind == "meeting"]
    assert [c for c in told("id", "Perundingan Israel dan Palestina dimulai hari Senin.") if c.kind == "meeting"]


@pytest.mark.parametrize(
    ("text", "told_"),
    [
        ("en|I can assure you that the army will leave the town.", 0),
        ("en|They insulted me before the attack on the town.", 0),
        ('en|"We demand a truce," the rebel commander said.', 1),
        ("en|The army assured residents that it would leave the town.", 1),
    ],
)
def test_who_writes_and_who_reads_state_nothing(text: str, told_: int) -> None:
    language, _, words = text.partition("|")
    assert len([c for c in told(language, words) if c.kind == "statement"]) == told_
