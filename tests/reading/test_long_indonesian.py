"""Sentences as Indonesian agencies write them: with clauses of place and of who speaks, and sources behind data."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, sources, told

COMPILED = [
    ("Sebanyak 30 orang hilang dalam bentrokan di Goma, menurut data yang dihimpun Palang Merah.", ["Palang Merah"]),
    ("Sebanyak 30 orang hilang di Goma, menurut laporan yang dirilis oleh Komnas HAM pada Rabu.", ["Komnas HAM"]),
    ("Sebanyak 30 orang hilang di Goma, menurut data yang dihimpun Asosiasi Tahanan.", ["Asosiasi Tahanan"]),
    ("Sebanyak 30 orang hilang di Goma, menurut laporan yang diterima polisi pada Rabu.", ["laporan"]),
]


@pytest.mark.parametrize(("text", "source"), COMPILED)
def test_who_made_a_report_speaks_and_not_who_got_it(text: str, source: list[str]) -> None:
    assert sources(only(told("id", text), "casualty")) == source


def test_who_saw_a_letter_did_not_write_it() -> None:
    text = "The army offered to suspend air raids on the town, according to a letter seen by the Gazette."
    assert sources(only(told("en", text), "statement")) == ["letter"]


CLAIMED = [
    ("Koridor itu ditutup pemberontak sejak Desember, begitu tudingan penduduk Karabakh.", ["penduduk Karabakh"]),
    ("Pasukan Israel menyerang rumah sakit itu, klaim Hamas.", ["Hamas"]),
    ("Tentara Sudan menyerang desa itu, tuding milisi RSF.", ["milisi RSF"]),
    ("Begitu pasukan tiba, para pemberontak menyerang konvoi di dekat kota itu.", []),
    ("Klaim Israel itu dibantah Hamas, yang menyerang pos tentara di kota itu.", []),
]


@pytest.mark.parametrize(("text", "source"), CLAIMED)
def test_a_noun_of_charging_names_who_says_it(text: str, source: list[str]) -> None:
    acts = [c for c in told("id", text) if c.kind == "event" and c.slots["act"] in ("attack", "closure")]
    assert [sources(c) for c in acts] == [source]


def test_who_charges_behind_the_act_is_not_the_one_who_did_it() -> None:
    found = told("id", "Tentara Sudan menyerang desa itu, tuding milisi RSF.")
    assert fillers(only(found, "statement", act="accuse"), "speaker") == ["milisi RSF"]


def test_a_law_is_nobodys_word() -> None:
    found = told("id", "Wilayah yang direbut milisi Amhara itu akan dikembalikan menurut konstitusi.")
    assert not sources(only(found, "territory", relation="captures"))


SPEAKERS = [
    ("Sedikitnya 20 orang tewas, kata juru bicara militer, yang menuding pemberontak menembaki pasar.", "accuse"),
    ("Tiga prajurit gugur, ujar Kolonel Ahmad Fauzi, yang menuntut pemerintah mengirim bala bantuan.", "demand"),
    ("Ribuan orang melarikan diri, kata pemerintah di Yerevan, yang menuduh Baku menembaki desa itu.", "accuse"),
]


@pytest.mark.parametrize(("text", "act"), SPEAKERS)
def test_a_clause_behind_who_speaks_is_about_him(text: str, act: str) -> None:
    found = told("id", text)
    tolled = next(c for c in found if c.kind in ("casualty", "event"))
    assert fillers(only(found, "statement", act=act), "speaker") == sources(tolled)


def test_who_speaks_may_undergo_something_in_his_clause() -> None:
    found = told("id", "Kota itu direbut pada Senin, kata komandan pemberontak, yang ditangkap tentara pada Rabu.")
    assert fillers(only(found, "event", act="arrest"), "target") == ["komandan pemberontak"]


WHERE = [
    "Dewan itu dijadwalkan menggelar sidang pada Jumat untuk membahas situasi di {}, di mana bentrokan antara pasukan "
    "pemerintah dan pemberontak telah menewaskan 20 orang.",
    "Utusan itu akan bertolak pada Jumat ke {}, di mana 20 orang tewas dalam pertempuran.",
]


@pytest.mark.parametrize("text", WHERE)
def test_where_opens_a_clause_about_the_place(text: str) -> None:
    toll = only(told("id", text.format("Sudan Selatan")), "casualty", harm="killed")
    assert toll.place is not None
    assert toll.place.span.text == "Sudan Selatan"
    assert toll.date is None


BESIEGED = [
    ("id", "Pasukan Israel mengepung Khan Younis, di mana 20 orang tewas dalam serangan udara."),
    ("id", "Pemberontak merebut kota Goma, di mana 20 orang tewas."),
    ("en", "The rebels captured Rutshuru, where 20 people were killed."),
    ("en", "Israeli forces besieged Khan Younis, where 20 civilians died in air strikes."),
]


@pytest.mark.parametrize(("language", "text"), BESIEGED)
def test_a_place_that_is_taken_is_where_the_clause_about_it_happens(language: str, text: str) -> None:
    toll = only(told(language, text), "casualty", harm="killed")
    assert toll.place is not None
    assert toll.place.span.text in text.split(",")[0]


def test_a_place_of_its_own_stays_the_place_of_the_clause() -> None:
    found = told("en", "The rebels captured Goma, where officials said 20 people were killed in Sake.")
    toll = only(found, "casualty", harm="killed")
    assert toll.place is not None
    assert toll.place.span.text == "Sake"


def test_two_with_offices_are_two() -> None:
    text = "Presiden Prancis Emmanuel Macron dan Kanselir Jerman Olaf Scholz berunding dengan Presiden Rusia Putin."
    assert fillers(only(told("id", text), "meeting"), "participants") == [
        "Presiden Prancis Emmanuel Macron",
        "Kanselir Jerman Olaf Scholz",
        "Presiden Rusia Putin",
    ]


def test_what_is_left_of_a_force_is_a_force() -> None:
    found = told("id", "Amerika Serikat akan menarik sisa 2.500 tentaranya dari Irak sebelum akhir tahun depan.")
    assert fillers(only(found, "deployment", change="withdrawn"), "force") == ["sisa 2.500 tentaranya"]
    assert not told("id", "Petani itu membuang sisa makanan di pasar kota.")


CALLED = [
    ("id", "Kobani merupakan kota perbatasan yang dikuasai milisi Kurdi sejak 2012.", "Kobani"),
    ("id", "Gaza, wilayah yang dikuasai Hamas sejak 2007, kembali digempur.", "Gaza"),
    ("id", "Karabakh adalah wilayah pegunungan yang diakui dunia sebagai bagian dari Azerbaijan.", "Karabakh"),
    ("id", "Shusha, kota bersejarah yang direbut Azerbaijan pada 2020, kini dibangun kembali.", "Shusha"),
]


@pytest.mark.parametrize(("language", "text", "land"), CALLED)
def test_a_land_is_told_of_by_its_name(language: str, text: str, land: str) -> None:
    territory = only(told(language, text), "territory").slots["territory"]
    assert getattr(territory, "text", "") == land


def test_who_holds_a_land_is_called_by_the_name_beside() -> None:
    for language, text in (
        ("id", "Hamas, kelompok yang menguasai Gaza sejak 2007, menolak usulan itu."),
        ("en", "Hamas, the group that has controlled Gaza since 2007, rejected the offer."),
    ):
        assert fillers(only(told(language, text), "territory"), "by") == ["Hamas"]


OWNED = [
    ("Menteri itu mengatakan bahwa pulau itu milik Jepang.", True),
    ("Amerika Serikat menjatuhkan sanksi terhadap bank milik militer Myanmar.", False),
    ("Rusia membekukan aset perusahaan milik Ukraina.", False),
]


@pytest.mark.parametrize(("text", "is_land"), OWNED)
def test_whose_a_bank_is_tells_of_no_land(text: str, is_land: bool) -> None:
    assert any(c.kind == "territory" for c in told("id", text)) == is_land


NAMED_SIDES = [
    ("ASEAN berencana mempertemukan pihak-pihak yang bertikai bulan depan.", False),
    ("Dua pihak yang bertikai di Sudan menandatangani deklarasi di Jeddah.", False),
    ("Kedua suku yang bertikai di Wamena sejak Senin berdamai pada Kamis.", True),
    ("Militer Israel menembak mati tiga warga di dekat Jenin, Tepi Barat yang diduduki.", False),
]


@pytest.mark.parametrize(("text", "fought"), NAMED_SIDES)
def test_warring_sides_and_occupied_land_are_only_named(text: str, fought: bool) -> None:
    acts = {c.slots["act"] for c in told("id", text) if c.kind == "event"}
    assert ("clash" in acts) == fought
    assert "operation" not in acts


THAT_YEAR = [
    ("id", "Perang pecah pada Maret 1992. Sarajevo dikepung pada 5 April tahun itu juga.", "1992-04-05"),
    ("id", "Pada 2005 kedua pihak berdamai. Pada Desember tahun tersebut GAM menyerang pos itu.", "2005-12-01"),
    ("en", "The army took Goma in March 1992. It shelled Sake on 5 April of that year.", "1992-04-05"),
    ("en", "The war broke out in 1998. The rebels attacked Goma on August 4 the same year.", "1998-08-04"),
    ("id", "Pemberontak menyerang Goma pada 20 September tahun itu.", None),
    ("en", "Rebels attacked Goma on 5 January of this year.", "2024-01-05"),
]


@pytest.mark.parametrize(("language", "text", "start"), THAT_YEAR)
def test_that_year_is_the_one_told_before(language: str, text: str, start: str | None) -> None:
    dates = [c.date.start for c in told(language, text) if c.kind == "event" and c.date is not None]
    assert dates[-1] == start


FRONTED = [
    ("id", "Jika sanksi dicabut, ujar menteri itu, Iran akan membebaskan lima tahanan.", ["menteri itu"]),
    ("id", "Setelah perang pecah, kata PBB, lebih dari 20.000 orang melarikan diri ke Chad.", ["PBB"]),
    ("en", "After the war broke out, the UN said, more than 20,000 people fled to Chad.", ["UN"]),
    ("en", "If the sanctions are lifted, the minister said, Iran will free five prisoners.", ["minister"]),
    ("en", "Rebels seized the post, the minister said, and the army fled to Chad.", ["minister"]),
]


@pytest.mark.parametrize(("language", "text", "source"), FRONTED)
def test_a_tag_behind_a_clause_of_time_or_condition_tells_what_follows(
    language: str, text: str, source: list[str]
) -> None:
    last = [c for c in told(language, text) if c.kind == "event"][-1]
    assert sources(last) == source


RAGED = [
    ("id", "Empat faksi berdamai guna mengakhiri perang saudara yang berkecamuk sejak 1978.", True),
    ("en", "Four factions signed an accord to prevent a war that may break out.", False),
    ("en", "Four factions signed an accord to end the civil war.", False),
]


@pytest.mark.parametrize(("language", "text", "fought"), RAGED)
def test_a_war_to_be_ended_that_has_raged_was_fought(language: str, text: str, fought: bool) -> None:
    assert any(c.slots.get("act") == "clash" for c in told(language, text)) == fought


def test_where_a_force_lands_is_no_force() -> None:
    found = told("id", "Pasukan internasional mendarat di Dili pada 20 September 1999.")
    assert fillers(only(found, "deployment"), "force") == ["Pasukan internasional"]


TO_BE_HELD = [
    ("Kedua negara sepakat menggelar perundingan di Jenewa.", "planned"),
    ("Kedua negara sepakat menghentikan tembakan dan menggelar perundingan di Jenewa.", "planned"),
    ("Kedua negara menggelar perundingan di Jenewa pada Senin.", "asserted"),
]


@pytest.mark.parametrize(("text", "status"), TO_BE_HELD)
def test_talks_that_are_agreed_on_are_still_to_come(text: str, status: str) -> None:
    assert only(told("id", text), "meeting").status == status


CHARGES = [
    ("Moskow menyebut tuduhan itu isapan jempol.", True),
    ("Teheran menyebut tudingan itu omong kosong.", True),
    ("Menteri itu menyebut laporan itu penting bagi perundingan damai.", False),
]


@pytest.mark.parametrize(("text", "denied"), CHARGES)
def test_who_calls_a_charge_made_up_denies_it(text: str, denied: bool) -> None:
    assert any(c.slots.get("act") == "deny" for c in told("id", text)) == denied
