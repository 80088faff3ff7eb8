"""Who made an agreement, by the words beside it: mediators, foes whose war it ended; what a place is besides."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told, wording


@pytest.mark.parametrize(
    ("text", "mediators", "sides"),
    [
        ("Both sides signed a truce in Sochi in July under Russian mediation.", ["Russian"], ["sides"]),
        ("The two armies agreed a truce on Monday under United Nations auspices.", ["United Nations"], ["two armies"]),
        (
            "The government and the rebels signed a ceasefire in Juba on Friday after mediation by Kenya and Uganda.",
            ["Kenya", "Uganda"],
            ["government", "rebels"],
        ),
    ],
)
def test_an_agreement_made_by_mediation(text: str, mediators: list[str], sides: list[str]) -> None:
    claims = told("en", text)
    for kind in ("agreement", "mediation"):
        claim = only(claims, kind)
        assert claim.status == "asserted"
        assert (fillers(claim, "mediator"), fillers(claim, "parties")) == (mediators, sides)


def test_a_mediation_in_vain_made_no_truce() -> None:
    claims = told("en", "Despite mediation by Kenya, the truce signed in May collapsed on Friday.")
    assert all("mediator" not in c.slots for c in claims if c.kind == "agreement")


def test_talks_are_mediated_and_not_their_place() -> None:
    claim = only(told("en", "Talks between Kyiv and Moscow opened in Istanbul under Turkish mediation."), "mediation")
    assert wording(claim, "about") == "Talks"


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The ceasefire, which took effect on Wednesday, ended a year of fighting between Israel and Hezbollah.", 2),
        ("A truce that ended a year of war between the army and the rebels was signed on Friday.", 2),
        ("A truce was signed on Friday, a year after fighting between the army and the rebels.", 0),
    ],
)
def test_a_truce_is_between_those_whose_war_it_ended(text: str, sides: int) -> None:
    assert len(fillers(only(told("en", text), "agreement"), "parties")) == sides


def test_which_is_both_names_of_a_subject() -> None:
    claim = only(told("en", "Saudi Arabia and the United States, which brokered the truce, were absent."), "mediation")
    assert fillers(claim, "mediator") == ["Saudi Arabia", "United States"]


def test_which_has_is_one_of_them() -> None:
    claims = told("en", "Iran and the Hezbollah movement, which has attacked Haifa twice, condemned the raid.")
    assert fillers(only(claims, "event", act="attack"), "actor") == ["Hezbollah movement"]


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("The army left Camp Abubakar, its former headquarters, which the rebels overran last July.", "Camp Abubakar"),
        ("He was shot in Kunduz, a northern city that the Taliban seized in August.", "Kunduz"),
        ("He was shot in Kunduz, and a northern city that the Taliban seized in August fell.", "northern city"),
    ],
)
def test_what_a_place_is_besides_is_that_place(text: str, land: str) -> None:
    assert wording(only(told("en", text), "territory", relation="captures"), "territory") == land


def test_who_holds_a_town_is_no_larger_place() -> None:
    claim = only(told("en", "Two men were shot in Goma, a city that the rebels seized in August."), "event")
    assert claim.place is not None
    assert claim.place.country == "COD"
