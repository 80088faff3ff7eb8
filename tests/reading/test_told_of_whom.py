"""Who fills a slot: those told of by a pronoun's own words, the side of who speaks, both sides of a clash, who was with
the arrested; and what is nobody's: a day, a direction, damage, the beginning of something."""

from __future__ import annotations

import pytest

from gencatan.model import Count
from tests.reading.told import fillers, only, told

OF_THEMSELVES = [
    ("en", "A police officer said those arrested in the raid were planning a bombing.", "those arrested in the raid"),
    ("id", "Jaksa mengatakan mereka yang ditangkap menyimpan senapan di gudang.", "mereka yang ditangkap"),
]


@pytest.mark.parametrize(("language", "text", "words"), OF_THEMSELVES)
def test_a_pronoun_that_says_itself_who_is_meant_stands_for_nobody_else(language: str, text: str, words: str) -> None:
    assert fillers(only(told(language, text), "event", act="arrest"), "target") == [words]


def test_they_without_a_clause_of_their_own_are_who_was_told_of() -> None:
    found = told("en", "The rebels fled to the hills. They were arrested on Monday.")
    assert fillers(only(found, "event", act="arrest"), "target") == ["rebels"]


SPOKEN_FOR = [
    ("en", "We have arrested nine gunmen, said John Miller, a spokesman for the Kenyan army.", "Kenyan army"),
    ("en", "We have arrested nine gunmen, army spokesman John Miller said.", "army"),
    ("id", "Kami telah menangkap tujuh orang, kata Mayor Hasan, juru bicara militer Yaman.", "militer Yaman"),
    ("en", "We have arrested nine gunmen, said John Miller.", "John Miller"),
]


@pytest.mark.parametrize(("language", "text", "side"), SPOKEN_FOR)
def test_we_of_who_speaks_for_others_are_these(language: str, text: str, side: str) -> None:
    claim = only(told(language, text), "event", act="arrest")
    assert fillers(claim, "actor") == [side]
    assert len(claim.attribution) == 1


COUNTED_SIDES = [
    (
        "en",
        "Clashes on Monday between hundreds of farmers and the police left 21 people injured.",
        ["hundreds of farmers", "police"],
    ),
    ("id", "Bentrokan antara ratusan petani dan polisi melukai 21 orang.", ["ratusan petani", "polisi"]),
]


@pytest.mark.parametrize(("language", "text", "sides"), COUNTED_SIDES)
def test_both_sides_fight_and_neither_alone_hurt_anybody(language: str, text: str, sides: list[str]) -> None:
    found = told(language, text)
    assert fillers(only(found, "event", act="clash"), "actor") == sides
    assert "perpetrator" not in only(found, "casualty", harm="injured").slots


def test_between_may_open_a_number() -> None:
    toll = only(told("en", "Between 40 and 50 people were killed in clashes on Monday."), "casualty", harm="killed")
    assert fillers(toll, "victims") == ["Between 40 and 50 people"]


def test_who_describes_a_fight_is_no_side_of_it() -> None:
    found = told(
        "en", "Shots were heard all night in what shopkeepers described as the longest exchange of fire between "
        "the army and the rebels this year.",
    )  # fmt: skip
    assert fillers(only(found, "event", act="clash"), "actor") == ["army", "rebels"]
    found = told("en", "The patrol came under fire from the hills on Monday.")
    assert fillers(only(found, "event", act="attack"), "target") == ["patrol"]


def test_who_is_arrested_with_others_is_no_reason() -> None:
    found = told("en", "His aide was arrested along with six members of the militia.")
    claim = only(found, "event", act="arrest")
    assert "cause" not in claim.slots
    assert fillers(claim, "target") == ["His aide", "six members of the militia"]
    found = told("en", "His aide was arrested with two militants on Monday.")
    assert "cause" not in only(found, "event", act="arrest").slots


def test_a_group_that_people_are_arrested_from_arrests_nobody() -> None:
    found = told("id", "Polisi menyebut belasan pemuda ditangkap dari kelompok Laskar Timur pada Mei.")
    assert "actor" not in only(found, "event", act="arrest").slots


def test_a_land_that_rockets_come_from_fires_none() -> None:
    found = told("id", "Dua roket yang ditembakkan dari Lebanon jatuh di sebuah kebun.")
    assert all("actor" not in c.slots for c in found if c.kind == "event")
    found = told("id", "Dua roket ditembakkan oleh Hizbullah ke desa itu.")
    assert [fillers(c, "actor") for c in found if c.kind == "event"] == [["Hizbullah"]]


def test_a_direction_does_nothing() -> None:
    found = told("en", "Nine drivers were killed on Sunday in a southern Mogadishu ambush.")
    assert all("actor" not in c.slots and "perpetrator" not in c.slots for c in found)
    found = told("en", "Farmers have left the valley since a series of militant attacks in May.")
    assert "actor" in only(found, "event", act="attack").slots


def test_a_day_is_no_victim() -> None:
    found = told("en", "The death toll climbed to 31 on Friday and nine sailors were killed off Karu.")
    assert [fillers(c, "victims") for c in found if "victims" in c.slots] == [["nine sailors"]]


def test_the_beginning_of_an_act_is_not_struck() -> None:
    found = told("id", "Foto itu dicetak Pentagon pada awal ofensif tersebut.")
    assert all("target" not in c.slots for c in found if c.kind == "event")


def test_a_statement_is_nobody_who_died() -> None:
    found = told(
        "id", "Tiga penyelam terluka pada Mei. Sebuah pernyataan perusahaan mengatakan mereka terluka dalam serangan.",
    )  # fmt: skip
    assert all("pernyataan" not in " ".join(fillers(c, "victims")) for c in found if "victims" in c.slots)


def test_a_body_that_counts_casualties_has_none() -> None:
    found = told(
        "en", "The group Yemen Coalition Casualty Count reports 945 deaths have been recorded by the ministry, and 12 "
        "further deaths have not.",
    )  # fmt: skip
    assert [c.slots.get("harm") for c in found if c.kind == "casualty"] == ["killed", "killed"]


def test_a_number_of_other_harm_is_not_that_of_the_casualties() -> None:
    found = told(
        "en", "Two pilots died on Friday, the latest casualties in a month of raids in which some 40 villagers were "
        "wounded.",
    )  # fmt: skip
    assert sorted(str(c.slots.get("harm")) for c in found if c.kind == "casualty") == ["injured", "killed"]


def test_two_named_with_their_offices_are_two() -> None:
    found = told(
        "en", "The pact will be signed at talks next month between Norwegian President Ola Lie-Nes and Danish "
        "Premier Nils Holm, a spokesman said.",
    )  # fmt: skip
    assert len(fillers(only(found, "meeting"), "participants")) == 2


def test_what_is_thrown_hits_what_it_is_thrown_at() -> None:
    found = told("id", "Dua pemuda melemparkan granat ke sebuah sekolah di Karu, melukai sembilan murid.")
    assert fillers(only(found, "event", act="attack"), "target") == ["sekolah"]
    found = told("id", "Para buruh melemparkan batu ke arah petugas keamanan.")
    assert fillers(only(found, "event", act="attack"), "target") == ["petugas keamanan"]


def test_whom_an_attack_left_hurt_it_was_aimed_at() -> None:
    found = told("id", "Serangan yang menyebabkan tiga pelaut cedera itu terjadi pada Jumat di Karu.")
    assert fillers(only(found, "event", act="attack"), "target") == ["tiga pelaut"]
    found = told("id", "Empat nelayan tewas dalam rentetan serangan di Karu.")
    assert fillers(only(found, "event", act="attack"), "target") == ["Empat nelayan"]


def test_who_was_shot_before_a_blast_was_not_hit_by_it() -> None:
    found = told(
        "id", "Penjaga gudang itu ditembak mati di Karu sebelum ledakan besar menewaskan empat petugas pemadam."
    )
    assert fillers(only(found, "event", act="explosion"), "target") == ["empat petugas pemadam"]


def test_who_makes_peace_efforts_of_their_own_stands_between_nobody() -> None:
    assert not [c for c in told("id", "Pemilu itu memperlambat upaya perdamaian kedua pihak.") if c.kind == "mediation"]
    found = told("id", "Pemilu itu memperlambat upaya perdamaian Norwegia.")
    assert fillers(only(found, "mediation"), "mediator") == ["Norwegia"]


def test_what_somebody_asks_to_be_done_to_others_is_not_asked_of_them() -> None:
    claim = only(told("id", "Gubernur itu menyeru para sandera dibebaskan sebelum Ramadan."), "statement")
    assert "addressee" not in claim.slots
    assert "para sandera dibebaskan" in str(claim.slots["content"])
    claim = only(told("id", "Gubernur itu menyeru para pemberontak menghentikan serangan."), "statement")
    assert fillers(claim, "addressee") == ["pemberontak"]


def test_whom_somebody_forces_is_another() -> None:
    found = told("en", "Marines beat the smugglers, forcing them to flee into the hills.")
    assert fillers(only(found, "event", act="movement"), "actor") == ["smugglers"]


def test_whoever_did_it_is_not_told_by_a_question() -> None:
    found = told("id", "Gubernur itu tidak mengetahui siapa yang telah menculik kedua insinyur.")
    assert "actor" not in only(found, "event", act="abduction").slots


def test_who_shoots_somebody_dead_does_not_die() -> None:
    found = told("id", "Polisi menembak tewas dua perampok.")
    toll = only(found, "casualty", harm="killed")
    assert (fillers(toll, "victims"), fillers(toll, "perpetrator")) == (["dua perampok"], ["Polisi"])
    assert fillers(only(found, "event", act="attack"), "target") == ["dua perampok"]


def test_numbers_of_ten_and_more_may_be_one_word() -> None:
    toll = only(told("id", "Delapanbelas orang tewas dalam serangan di Karu."), "casualty", harm="killed")
    assert toll.slots["count"] == Count(18, 18, "Delapanbelas", "exact")


DEATHS = [
    ("en", "She became queen in 1974 after the death of her husband.", False),
    ("en", "The year Mario Gray died was a cold one.", False),
    ("id", "Ia naik takhta pada 1974 setelah kematian suaminya.", False),
    ("en", "Mario Gray died on Sunday. Rebels had shelled his camp.", True),
    ("en", "Mario Gray was killed on Sunday.", True),
    ("id", "Militer membenarkan tewasnya dua prajurit.", True),
]


@pytest.mark.parametrize(("language", "text", "told_of"), DEATHS)
def test_who_only_died_is_no_casualty(language: str, text: str, told_of: bool) -> None:
    assert bool([c for c in told(language, text) if c.kind == "casualty"]) is told_of


PROVOKED = [
    ("en", "Miners threw stones at police officers, triggering a clash in Nairobi.", ["Miners", "police officers"]),
    ("id", "Para buruh melempari polisi dengan batu, memicu bentrokan di Karu.", ["buruh", "polisi"]),
]


@pytest.mark.parametrize(("language", "text", "sides"), PROVOKED)
def test_who_set_off_a_clash_and_against_whom_fought_it(language: str, text: str, sides: list[str]) -> None:
    assert fillers(only(told(language, text), "event", act="clash"), "actor") == sides


def test_a_duty_without_a_name_is_told_with_its_verb() -> None:
    claim = only(told("en", "Ghana last month agreed to send 600 troops to Burundi."), "obligation")
    assert getattr(claim.slots["object"], "text", "") == "send 600 troops"
    claim = only(told("en", "Ghana last month agreed to withdraw 600 troops from Burundi."), "obligation")
    assert getattr(claim.slots["object"], "text", "") == "600 troops"


@pytest.mark.parametrize("body", ["Dewan Keamanan", "Komisi Bersama", "Parlemen Eropa"])
def test_a_body_that_sits_is_there_alone(body: str) -> None:
    text = f"{body} bersidang di Wina pada Selasa."
    assert fillers(only(told("id", text), "meeting"), "participants") == [body]


def test_holders_of_two_offices_sign_each() -> None:
    text = "Panglima militer Chad dan komandan pasukan Zagawa menandatangani perjanjian damai di Nairobi pada Sabtu."
    assert fillers(only(told("id", text), "agreement"), "parties") == [
        "Panglima militer Chad",
        "komandan pasukan Zagawa",
    ]
