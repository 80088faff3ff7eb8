"""What a report tells by what it told before: days counted from an act, whose government, which capital."""

from __future__ import annotations

import pytest

from tests.reading.told import actors, fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "en",
            "Fighting broke out in Goma on 8 March. A day before the fighting, five soldiers were killed.",
            "2024-03-07",
        ),
        ("en", "Rebels attacked Goma on 8 March. Two days after the attack, five soldiers were killed.", "2024-03-10"),
        ("id", "Bentrokan pecah di Goma pada 8 Maret. Sehari sebelum bentrokan itu, lima tentara tewas.", "2024-03-07"),
        (
            "id",
            "Kedua pihak meneken gencatan senjata pada 8 Maret. Sehari sebelum penandatanganan, lima tentara tewas.",
            "2024-03-07",
        ),
        ("en", "Rebels attacked Goma on 8 March. A day before the vote, five soldiers were killed.", None),
        ("en", "Talks were held on 8 March. A day before the fighting, five soldiers were killed.", None),
    ],
)
def test_a_day_is_counted_from_the_act_told_before(language: str, text: str, day: str | None) -> None:
    toll = only(told(language, text), "casualty")
    assert toll.date is not None
    assert toll.date.start == toll.date.end == day


@pytest.mark.parametrize(
    ("language", "text", "day", "place"),
    [
        ("en", "Clashes broke out in Goma on Sunday. Nine people were killed in the clashes.", "2024-03-10", "Goma"),
        (
            "en",
            "Troops and rebels fought in Kidal on Monday. Nine soldiers died in the fighting.",
            "2024-03-11",
            "Kidal",
        ),
        (
            "id",
            "Baku tembak terjadi di Poso pada Minggu. Sembilan polisi terluka dalam baku tembak itu.",
            "2024-03-10",
            "Poso",
        ),
        ("en", "War broke out in Goma on Sunday. Nine people have been killed in the war.", None, None),
        ("en", "Troops and rebels fought in Goma on Sunday. Nine people died after the fighting.", None, None),
        ("en", "Nobody was at the talks in Goma on Sunday. Nine people died in the clashes.", None, None),
    ],
)
def test_who_died_in_the_clashes_died_there(language: str, text: str, day: str | None, place: str | None) -> None:
    toll = next(c for c in told(language, text) if c.kind == "casualty")
    assert (toll.date.start if toll.date else None) == day
    assert (toll.place.name if toll.place else None) == place


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        (
            "en",
            "Rebels shelled Goma on Monday. Envoys met in Kinshasa. Gunmen killed six people in the capital.",
            "Kinshasa",
        ),
        (
            "id",
            "Tentara menembaki Goma. Utusan bertemu di Kinshasa. Enam orang tewas di ibu kota tersebut.",
            "Kinshasa",
        ),
        ("en", "Envoys met in Kinshasa. Gunmen shelled Goma on Monday. Six people were killed in the town.", "Goma"),
        ("en", "Rebels attacked the South Sudanese town of Malakal, killing six people.", "Malakal"),
        ("en", "Six people were killed in an attack on a U.N. camp in Malakal.", "Malakal"),
        ("en", "In Akobo, also in Jonglei state, gunmen killed six people.", "Akobo"),
        ("id", "Di Akobo, juga di Jonglei, sekelompok pemuda menewaskan enam orang.", "Akobo"),
        ("en", "Rebels attacked a convoy in North Kivu, killing six people.", "North Kivu"),
    ],
)
def test_it_was_in_the_town_that_is_meant(language: str, text: str, place: str) -> None:
    toll = only(told(language, text), "casualty")
    assert toll.place is not None
    assert (toll.place.name or toll.place.span.text) == place


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("id", "Pemberontak menyerang kota Malakal di Upper Nile pada Senin.", "Malakal"),
        ("en", "An attack on the town of Shire in northern Ethiopia on Friday failed.", "Shire"),
        ("en", "Rebels attacked troops in North Kivu on Friday.", "North Kivu"),
        ("en", "Rebels attacked an army camp in Goma on Friday.", "Goma"),
    ],
)
def test_a_town_is_attacked_in_itself(language: str, text: str, place: str) -> None:
    attacked = only(told(language, text), "event", act="attack")
    assert attacked.place is not None
    assert (attacked.place.name or attacked.place.span.text).endswith(place)


def test_who_is_handed_over_to_a_state_is_not_freed_there() -> None:
    freed = only(told("en", "Seven prisoners were freed in January and handed over to Uganda."), "event", act="release")
    assert freed.place is None
    freed = only(told("en", "Seven prisoners were freed in Uganda in January."), "event", act="release")
    assert freed.place is not None


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Under the deal, the government must release prisoners.", "SSD/GOV"),
        ("Under the deal, the Sudanese government must release prisoners.", "SDN/GOV"),
    ],
)
def test_the_government_of_a_deal_is_that_which_made_it(text: str, whose: str) -> None:
    deal = (
        "President Salva Kiir and rebel leader Riek Machar signed a truce on Wednesday after talks mediated by Sudan's"
    )
    claims = told("en", f"{deal} President Omar al-Bashir. {text}")
    owed = only(claims, "obligation", action="release")
    assert [actor.id for actor in actors(owed, "obligor") if actor] == [whose]


def test_the_rebels_who_signed_may_be_named_behind() -> None:
    signed = "The Colombian government signed a truce with the rebels on Wednesday."
    named = told("en", f"{signed} Rebel leader Rodrigo Londono welcomed it.")
    assert len([a for a in actors(only(named, "agreement", stage="signed"), "parties") if a]) == 2
    two = told("en", f"{signed} Fighting went on between the FARC and the ELN.")
    assert len([a for a in actors(only(two, "agreement", stage="signed"), "parties") if a]) == 1


def test_each_of_two_offices_has_its_holder() -> None:
    text = (
        "Presiden Sudan Selatan Salva Kiir dan pemimpin pemberontak Riek Machar menandatangani perjanjian damai yang "
        "direvitalisasi di Addis Ababa, Rabu (12/9)."
    )
    parties = fillers(only(told("id", text), "agreement"), "parties")
    assert parties == ["Presiden Sudan Selatan Salva Kiir", "pemimpin pemberontak Riek Machar"]
