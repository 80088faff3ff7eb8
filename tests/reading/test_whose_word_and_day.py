"""Whose pledge, charge, silence, day and place a sentence tells, and whom nature harms."""

from __future__ import annotations

import pytest

from gencatan.model import Claim, Count
from tests.reading.told import fillers, only, told, wording


def _of(language: str, text: str, kind: str) -> list[Claim]:
    return [c for c in told(language, text) if c.kind == kind]


@pytest.mark.parametrize(
    ("language", "text", "harm", "count"),
    [
        (
            "id",
            "Banjir menewaskan sedikitnya 30 orang di Sudan.",
            "killed",
            Count(30, None, "sedikitnya 30", "at_least"),
        ),
        ("id", "Delapan orang tewas dalam kecelakaan pesawat di Nepal.", "killed", None),
        ("id", "Enam orang meninggal akibat kolera di kamp itu.", "killed", None),
        ("id", "Gempa itu melukai 12 warga di Lombok.", "injured", None),
        ("id", "Sekitar 300 warga mengungsi akibat banjir di Aceh.", "displaced", None),
        ("en", "Cholera has killed 200 people in Zimbabwe.", "killed", None),
        ("en", "The crash killed 12 people near Kathmandu.", "killed", None),
    ],
)
def test_whom_nature_or_an_accident_harms_is_counted(language: str, text: str, harm: str, count: Count | None) -> None:
    claim = only(told(language, text), "casualty", harm=harm)
    assert fillers(claim, "perpetrator") == []
    found = claim.slots["count"]
    assert isinstance(found, Count)
    if count is not None:
        assert (found.min, found.max) == (count.min, count.max)
    assert [c for c in _of(language, text, "event") if c.slots.get("act") == "attack"] == []


def test_animals_and_things_are_no_toll() -> None:
    for text in ("Banjir menewaskan ribuan ternak di Sudan.", "Banjir merenggut rumah warga di Sudan."):
        assert _of("id", text, "casualty") == []


@pytest.mark.parametrize(
    ("text", "obligor"),
    [
        ("Korea Utara berjanji kepada Jepang akan menutup reaktornya.", "Korea Utara"),
        ("Kepada Israel, Hamas berjanji menghentikan serangan roket.", "Hamas"),
        ("Pada putaran terakhir, Korea Utara berjanji menutup reaktornya.", "Korea Utara"),
    ],
)
def test_a_pledge_binds_who_makes_it(text: str, obligor: str) -> None:
    assert fillers(only(told("id", text), "obligation"), "obligor") == [obligor]


def test_an_order_binds_whom_it_is_given_to() -> None:
    claim = only(told("id", "Menteri itu memerintahkan kepada pasukannya untuk mundur dari Gori."), "obligation")
    assert fillers(claim, "obligor") == ["pasukannya"]


def test_a_round_of_talks_is_not_spoken_to() -> None:
    claim = only(told("id", "Pada putaran terakhir, Korea Utara berjanji menutup reaktornya."), "statement")
    assert fillers(claim, "addressee") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Tidak ada kelompok yang mengaku bertanggung jawab atas ledakan di Kabul."),
        ("en", "No group has claimed responsibility for the blast in Kabul."),
    ],
)
def test_who_says_nothing_is_no_source(language: str, text: str) -> None:
    claim = only(told(language, text), "statement", act="acknowledge")
    assert (claim.status, fillers(claim, "speaker")) == ("denied", [])
    assert only(told(language, text), "event", act="explosion").attribution == ()


def test_who_owns_up_is_the_speaker() -> None:
    text = "Kelompok itu mengaku bertanggung jawab atas ledakan di Kabul."
    assert fillers(only(told("id", text), "statement", act="acknowledge"), "speaker") == ["Kelompok itu"]


@pytest.mark.parametrize("words", ["dengan tuduhan makar", "dengan dakwaan makar", "atas tuduhan makar"])
def test_a_charge_is_why_and_not_with_what(words: str) -> None:
    claim = only(told("id", f"Pria itu ditangkap {words}."), "event", act="arrest")
    assert "instrument" not in claim.slots
    assert "makar" in wording(claim, "cause")


def test_a_weapon_is_still_with_what() -> None:
    claim = only(told("id", "Milisi membunuh warga dengan parang."), "event", act="attack")
    assert wording(claim, "instrument") == "parang"


def test_what_a_campaign_is_for_is_no_act() -> None:
    text = "Invasi untuk menumbangkan Saddam Hussein dimulai pada Maret 2003."
    assert [c.slots["act"] for c in _of("id", text, "event")] == ["operation"]
    done = _of("id", "Pemberontak menggulingkan Presiden Traore pada 2020.", "event")
    assert [c.slots["act"] for c in done] == ["other"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Pesawat tempur Israel menembakkan roket ke gedung itu.", "air_strike"),
        ("Kapal perang menembakkan roket ke gedung itu.", "shelling"),
    ],
)
def test_what_flies_strikes_from_the_air(text: str, act: str) -> None:
    assert [c.slots["act"] for c in _of("id", text, "event")] == [act]


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("id", "Tentara membunuh dua milisi dalam baku tembak di Poso.", ["Tentara", "dua milisi"]),
        ("en", "Troops killed two militiamen in a gun battle in Poso.", ["Troops", "two militiamen"]),
        ("id", "Tentara membunuh lima warga dalam bentrokan di Poso.", []),
    ],
)
def test_both_sides_of_a_gun_battle_are_told_by_who_fell(language: str, text: str, actors: list[str]) -> None:
    assert fillers(only(told(language, text), "event", act="clash"), "actor") == actors


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("id", "Polisi menangkap empat gerilyawan dalam penyerbuan di Basra.", ["Polisi"]),
        ("id", "Polisi menangkap empat gerilyawan setelah penyerbuan di Basra.", []),
        ("en", "Police arrested four guerrillas in a raid in Basra.", ["Police"]),
    ],
)
def test_who_arrests_in_a_raid_carried_it_out(language: str, text: str, actors: list[str]) -> None:
    assert fillers(only(told(language, text), "event", act="attack"), "actor") == actors


def test_where_a_speaker_works_is_not_where_it_was() -> None:
    said = "Dua orang ditangkap, kata Fatima Zara, pegawai di bandara Ndjamena."
    assert only(told("id", said), "event", act="arrest").place is None
    told_of = only(told("id", "Dua orang ditangkap di bandara Ndjamena, kata Fatima Zara."), "event", act="arrest")
    assert told_of.place is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Irak, Selasa, menandai peringatan keempat serbuan pimpinan AS."),
        ("en", "Iraq on Tuesday marked the fourth anniversary of the US-led invasion."),
    ],
)
def test_what_is_remembered_was_on_another_day(language: str, text: str) -> None:
    assert [c.date for c in _of(language, text, "event")] == [None]


def test_an_age_is_no_year() -> None:
    claim = only(told("id", "Remaja belasan tahun itu ditembak di Gaza."), "event", act="attack")
    assert claim.date is None
    assert only(told("id", "Pada tahun itu tentara menembaki desa."), "event", act="attack").date is not None


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Jurubicara militer, Mayor Upali Rajapaksa membenarkan serangan itu.", ["Jurubicara militer"]),
        (
            "Presiden Bush, Perdana Menteri Blair dan Kanselir Merkel mengecam serangan itu.",
            ["Presiden Bush", "Perdana Menteri Blair", "Kanselir Merkel"],
        ),
    ],
)
def test_a_name_behind_an_office_is_who_holds_it(text: str, speakers: list[str]) -> None:
    assert fillers(only(told("id", text), "statement"), "speaker") == speakers


def test_who_the_dead_were_may_be_denied_and_not_that_they_died() -> None:
    assert _of("id", "Warga membantah bahwa korban tewas adalah anggota milisi.", "casualty") == []
    assert only(told("id", "Polisi membantah bahwa ada korban tewas."), "casualty").status == "denied"


def test_nobody_is_said_to_have_done_what_nobody_owns_up_to() -> None:
    text = "Tak ada kelompok segera mengaku bertanggungjawab atas serangan terhadap mobil di Gaza, tempat Ali tewas."
    claims = told("id", text)
    assert fillers(only(claims, "event", act="attack"), "actor") == []
    assert fillers(only(claims, "casualty", harm="killed"), "perpetrator") == []


def test_a_pause_is_no_means() -> None:
    claim = only(told("id", "Konvoi itu diserang dua kali dengan jeda 30 menit."), "event", act="attack")
    assert "instrument" not in claim.slots
