"""Groups that are counted and then named: who they are says more than how many."""

from __future__ import annotations

import pytest

from .told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "kind", "slot", "names"),
    [
        ("id", "Dua kelompok bersenjata, MNLA dan HCUA, menyerang pos tentara.", "event", "actor", ["MNLA", "HCUA"]),
        ("id", "Dua kelompok bersenjata Tuareg, GATIA dan HCUA, saling tembak.", "event", "actor", ["GATIA", "HCUA"]),
        (
            "id",
            "Tiga negara, yakni Qatar, Mesir, dan Turki, menengahi perundingan damai itu.",
            "mediation",
            "mediator",
            ["Qatar", "Mesir", "Turki"],
        ),
        ("id", "Dua partai, CPA dan MNLA, menandatangani perjanjian damai.", "agreement", "parties", ["CPA", "MNLA"]),
        ("en", "Two rebel groups, the CPA and the MNLA, signed a peace deal.", "agreement", "parties", ["CPA", "MNLA"]),
    ],
)
def test_the_names_take_the_place_of_their_number(
    language: str, text: str, kind: str, slot: str, names: list[str]
) -> None:
    assert fillers(only(told(language, text), kind), slot) == names


def test_people_stay_a_number_and_names_that_are_more_stay_beside_it() -> None:
    killed = only(told("id", "Dua warga, Ali dan Budi, tewas dalam serangan milisi."), "casualty", harm="killed")
    assert fillers(killed, "victims") == ["Dua warga"]
    released = only(
        told("en", "The government released prisoners of two groups, Hamas and Fatah."), "event", act="release"
    )
    assert "quantity" not in released.slots
    joined = only(told("id", "Dua kelompok pemberontak dan MNLA menyerang pos tentara."), "event", act="attack")
    assert fillers(joined, "actor") != ["MNLA"]


def test_an_end_of_striking_each_other_is_a_ceasefire() -> None:
    claims = told("id", "Tokoh kedua komunitas sepakat menghentikan saling serang.")
    assert only(claims, "agreement", type="ceasefire", stage="agreed")
    assert only(claims, "obligation", action="cease_hostilities")
    assert not [
        c for c in told("id", "Kedua pedagang sepakat menghentikan perang harga.") if c.slots.get("type") == "ceasefire"
    ]


def test_a_town_that_falls_into_their_hands_is_not_they() -> None:
    claims = told("id", "Aliansi pemberontak itu menyerang tentara. Kota Goma jatuh ke tangan mereka.")
    assert fillers(only(claims, "territory", relation="captures"), "by") == ["Aliansi pemberontak itu"]


@pytest.mark.parametrize(
    ("text", "kind", "slot", "actors"),
    [
        ("Save the Children and Islamic Relief urged the rebels to let aid in.", "statement", "speaker",
         ["save-the-children", "islamic-relief"]),
        ("Islamic State in West Africa Province shelled the town.", "event", "actor", ["iswap"]),
        ("Officials met the Forces for Freedom and Change in Khartoum.", "meeting", "participants",
         ["", "forces-of-freedom-and-change"]),
        ("The front urged the troops to save the children of the town.", "statement", "speaker", [""]),
    ],
)  # fmt: skip
def test_known_names_with_joining_words_are_one(text: str, kind: str, slot: str, actors: list[str]) -> None:
    found = only(told("en", text), kind).slots[slot]
    assert isinstance(found, tuple)
    assert [one.actor.id if one.actor else "" for one in found] == actors


def test_a_place_in_a_known_name_is_no_place() -> None:
    text = "Two men were held, said a spokesman of the United Nations Interim Force in Lebanon."
    (source,) = only(told("en", text), "event").attribution
    assert source.actor is not None
    assert source.actor.id == "UNO/unifil"


def test_an_envoy_sends_no_observers() -> None:
    text = "The leader received Anna Berg, the Swedish envoy. In January, observers found 45 bodies in Racak."
    found = only(told("en", text), "event").slots["actor"]
    assert isinstance(found, tuple)
    assert [one.actor for one in found] == [None]


@pytest.mark.parametrize(
    ("language", "text", "ids"),
    [
        ("en", "In Mali, the army shelled the town.", ["MLI/MIL"]),
        ("en", "In Mali, the French army shelled the town.", ["FRA/MIL"]),
        ("en", "In Mali, soldiers shelled the town.", [""]),
        ("id", "Di Mali, militer menembaki kota itu.", ["MLI/MIL"]),
    ],
)
def test_the_army_is_that_of_the_country_a_sentence_opens_with(language: str, text: str, ids: list[str]) -> None:
    found = only(told(language, text), "event").slots["actor"]
    assert isinstance(found, tuple)
    assert [one.actor.id if one.actor else "" for one in found] == ids
