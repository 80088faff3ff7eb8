"""What plain Indonesian news tells, and what it only names: who did it, whom it hit, and what was never said."""

from __future__ import annotations

import pytest

from gencatan import Claim
from gencatan.model import Count
from tests.reading.told import actors, fillers, only, sources, told


def acts(found: list[Claim]) -> set[object]:
    """The acts of the events among the claims."""
    return {c.slots["act"] for c in found if c.kind == "event"}


READY = [
    ("id", "Duta besar itu mengatakan Jepang siap berunding dengan pemberontak."),
    ("en", "The envoy said that Japan was ready to withdraw from the zone."),
]


@pytest.mark.parametrize(("language", "text"), READY)
def test_who_is_said_by_another_to_be_ready_promised_nothing(language: str, text: str) -> None:
    found = told(language, text)
    assert only(found, "obligation").status == "planned"
    assert not [c for c in found if c.kind == "statement"]


def test_who_says_so_themselves_promised_it() -> None:
    found = told("id", "Presiden Ilham mengatakan ia siap berunding dengan pemberontak.")
    assert fillers(only(found, "statement", act="promise"), "speaker") == ["Presiden Ilham"]


UNREST = [
    ("Pawai itu digelar tentara di tengah meningkatnya kekerasan di ibu kota.", False),
    ("Amerika Serikat mengirim 20.000 tentara untuk memadamkan kerusuhan di negara itu.", False),
    ("Kerusuhan pecah di ibu kota setelah tentara menembak seorang pelajar.", True),
    ("Sedikitnya 30 orang tewas dalam kerusuhan di kota itu.", True),
    ("Milisi itu dituduh melakukan kekerasan terhadap wartawan.", True),
]


@pytest.mark.parametrize(("text", "is_told"), UNREST)
def test_unrest_at_large_is_no_act(text: str, is_told: bool) -> None:
    assert ("other" in acts(told("id", text))) == is_told


def test_a_war_that_is_protested_against_is_only_named() -> None:
    assert acts(told("id", "Puluhan demonstran yang pernah memprotes Perang Vietnam berkumpul di trotoar.")) == {
        "protest"
    }
    assert "clash" in acts(told("id", "Presiden itu mengutuk Perang Irak yang dimulai pada 2003."))


def test_one_who_protests_in_words_is_no_march() -> None:
    assert not acts(told("id", "Ia juga memprotes soal komposisi kursi di parlemen."))
    assert acts(told("id", "Ribuan warga memprotes kenaikan harga di ibu kota.")) == {"protest"}


def test_what_is_given_is_the_target_where_no_receiver_is_told() -> None:
    found = told("id", "Palang Merah mengirimkan 70 ton bantuan ke kota itu.")
    assert fillers(only(found, "event", act="delivery"), "target") == ["70 ton bantuan"]
    found = told("id", "Palang Merah mengirimkan makanan kepada para pengungsi di kota itu.")
    assert fillers(only(found, "event", act="delivery"), "target") == ["pengungsi"]


def test_smuggling_is_no_delivery() -> None:
    claim = only(told("id", "Kelompok itu menyelundupkan senjata melewati perbatasan."), "event")
    assert (claim.slots["act"], fillers(claim, "target")) == ("other", ["senjata"])


LEFT_OPEN = [
    ("id", "Polisi tidak mengatakan apakah ada korban tewas dalam ledakan bom itu.", "explosion"),
    ("en", "The police did not say whether anybody had been killed in the bomb blast.", "explosion"),
]


@pytest.mark.parametrize(("language", "text", "act"), LEFT_OPEN)
def test_a_toll_that_is_left_open_is_none(language: str, text: str, act: str) -> None:
    found = told(language, text)
    assert acts(found) == {act}
    assert not [c for c in found if c.kind == "casualty"]


def test_the_unnamed_dead_do_nothing_more() -> None:
    found = told(
        "id", "Empat orang tewas dalam serangan militer Israel ke kota itu, serta menahan sejumlah anggota milisi."
    )
    arrest = only(found, "event", act="arrest")
    assert fillers(arrest, "target") == ["sejumlah anggota milisi"]
    assert "actor" not in arrest.slots
    found = told("id", "Seorang pembom bunuh diri tewas dan melukai tiga tentara di pos itu.")
    assert fillers(only(found, "casualty", harm="injured"), "perpetrator") == ["pembom bunuh diri"]


def test_who_condemns_a_thing_killed_nobody_by_it() -> None:
    text = "Ketua serikat itu mengutuk penindasan terhadap demonstrasi sehingga mengakibatkan sepuluh orang tewas."
    assert "perpetrator" not in only(told("id", text), "casualty", harm="killed").slots
    found = told("id", "Tiga prajurit didakwa membunuh seorang pendeta di desa itu.")
    assert fillers(only(found, "casualty", harm="killed"), "perpetrator") == ["Tiga prajurit"]


def test_a_land_behind_seorang_is_somebody_of_it() -> None:
    claim = only(told("id", "Warga itu dipenjara karena pembunuhan seorang Armenia."), "event", act="attack")
    assert fillers(claim, "target") == ["seorang Armenia"]
    assert [actor and actor.id for actor in actors(claim, "target")] == ["ARM/CVL"]
    assert claim.place is None


COUNTED = [
    ("Ke-22 orang tersebut ditahan di sebuah rumah di ibu kota.", 22),
    ("Polisi menahan ke-22 orang itu pada Senin.", 22),
    ("Seperempat juta orang ditahan di negara itu.", 250_000),
]


@pytest.mark.parametrize(("text", "number"), COUNTED)
def test_all_of_them_are_counted(text: str, number: int) -> None:
    count = only(told("id", text), "casualty", harm="detained").slots["count"]
    assert isinstance(count, Count)
    assert (count.min, count.max) == (number, number)


def test_one_among_several_keeps_the_whole() -> None:
    found = told("id", "Seorang di antara penyerang itu terbunuh dalam baku tembak dengan pasukan keamanan.")
    assert fillers(only(found, "casualty"), "victims") == ["Seorang di antara penyerang itu"]


AIMS = [
    "Kesepakatan itu dicapai dalam perundingan yang bertujuan melucuti senjata milisi itu.",
    "Petugas kedutaan tengah mengupayakan pembebasan lima pekerja yang disandera.",
    "Pemerintah mengupayakan penarikan pasukan asing dari negara itu.",
]


@pytest.mark.parametrize("text", AIMS)
def test_what_is_only_aimed_at_is_not_done(text: str) -> None:
    found = told("id", text)
    assert not acts(found) & {"disarmament", "release"}
    assert not [c for c in found if c.kind == "deployment"]


def test_what_was_done_is_told_as_done() -> None:
    assert "release" in acts(told("id", "Petugas kedutaan berhasil membebaskan lima pekerja yang disandera."))
    assert "disarmament" in acts(told("id", "Tentara melucuti senjata milisi itu pada Senin."))


STATIONED = [
    ("Pasukan PBB ditempatkan di Burundi pada Juni 2004.", "deployed"),
    ("Pasukan PBB ditempatkan di Burundi sejak Juni 2004.", "present"),
    ("Sekitar 5.000 tentara ditempatkan di sepanjang perbatasan.", "present"),
]


@pytest.mark.parametrize(("text", "change"), STATIONED)
def test_forces_put_somewhere_at_a_time_are_deployed(text: str, change: str) -> None:
    assert only(told("id", text), "deployment").slots["change"] == change


def test_who_is_held_on_a_charge_is_said_to_have_done_it() -> None:
    found = told("id", "Polisi menahan dua pria atas tuduhan membunuh seorang hakim.")
    assert fillers(only(found, "casualty", harm="killed"), "perpetrator") == ["dua pria"]
    assert fillers(only(found, "event", act="arrest"), "actor") == ["Polisi"]


def test_what_lies_ruined_was_hit() -> None:
    claim = only(told("id", "Dua masjid di Beit Hanun hancur akibat serangan Israel."), "event")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (["Israel"], ["Dua masjid"])


def test_a_visit_is_to_somebody() -> None:
    found = told("id", "Lima juru runding Korea Selatan melakukan kunjungan kehormatan kepada Presiden Kim pada Kamis.")
    who = fillers(only(found, "meeting", format="visit"), "participants")
    assert who == ["Lima juru runding Korea Selatan", "Presiden Kim"]


TALKS = [
    ("Perundingan Oslo berlanjut pada Senin.", []),
    ("Perundingan Moskow dan Washington berlanjut pada Senin.", ["Moskow", "Washington"]),
    ("Perundingan Korea Utara berlanjut pada Senin.", ["Korea Utara"]),
]


@pytest.mark.parametrize(("text", "who"), TALKS)
def test_a_town_behind_talks_is_where_they_are(text: str, who: list[str]) -> None:
    assert fillers(only(told("id", text), "meeting"), "participants") == who


def test_what_is_under_investigation_is_its_target() -> None:
    claim = only(told("id", "Kasus penembakan itu sedang dalam penyelidikan polisi."), "event", act="investigation")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (["polisi"], ["Kasus penembakan itu"])


def test_to_say_what_was_done_to_oneself_owns_up_to_nothing() -> None:
    found = told("id", "Para pelaut itu mengaku mereka ditahan dengan mata tertutup.")
    assert sources(only(found, "event", act="arrest")) == ["pelaut itu"]
    assert not [c for c in found if c.kind == "statement"]
    assert only(told("id", "Tersangka mengaku membunuh hakim itu."), "statement").slots["act"] == "acknowledge"


def test_one_side_that_agrees_to_its_own_act_makes_no_agreement() -> None:
    found = told("id", "Israel setuju membebaskan 250 tahanan Palestina.")
    assert only(found, "obligation").slots["action"] == "release"
    assert not [c for c in found if c.kind == "agreement"]
    found = told("id", "Pemerintah dan pemberontak setuju menghentikan pertempuran.")
    assert fillers(only(found, "agreement"), "parties") == ["Pemerintah", "pemberontak"]


def test_what_a_thing_is_called_is_no_act() -> None:
    assert not acts(told("id", "Pemerintah India mencap peristiwa itu sebagai serangan teror."))
    found = told("id", "Pemerintah itu menyebut serangan di pasar itu sebagai aksi biadab.")
    assert only(found, "event", act="attack").place is not None


def test_what_a_find_was_meant_for_is_no_act() -> None:
    found = told("id", "Polisi menahan dua tersangka dan menyita bahan peledak untuk serangan itu.")
    assert acts(found) == {"arrest", "find"}


def test_an_act_under_somebodys_lead_is_theirs() -> None:
    claim = only(told("id", "Serangan pimpinan NATO terhadap kamp itu menewaskan sepuluh orang."), "event")
    assert fillers(claim, "actor") == ["NATO"]


def test_since_when_a_toll_is_counted_dates_no_single_act() -> None:
    text = "Gerilyawan membunuh tiga prajurit, sehingga jumlah tentara yang tewas menjadi 47 sejak Januari."
    found = told("id", text)
    assert only(found, "event", act="attack").date is None
    total = next(c for c in found if c.kind == "casualty" and c.date is not None)
    count = total.slots["count"]
    assert isinstance(count, Count)
    assert (count.min, sources(total)) == (47, [])


DECADES = [
    ("id", "Korea Utara menculik warga Jepang pada 1970-an dan 1980-an."),
    ("en", "North Korea abducted villagers in the 1970s and 1980s."),
]


@pytest.mark.parametrize(("language", "text"), DECADES)
def test_decades_in_a_row_are_one_stretch(language: str, text: str) -> None:
    date = only(told(language, text), "event", act="abduction").date
    assert date is not None
    assert (str(date.start), str(date.end)) == ("1970-01-01", "1989-12-31")


def test_who_is_taken_to_hospital_is_evacuated_in_a_report_of_war() -> None:
    war = "Seusai pertempuran dengan tentara, petugas melarikan tiga korban luka ke rumah sakit."
    assert "evacuation" in acts(told("id", war))
    assert not acts(told("id", "Setelah bus itu terguling, petugas melarikan tiga korban luka ke rumah sakit."))
