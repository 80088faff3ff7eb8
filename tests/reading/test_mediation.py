"""Who stands between whom, in which truce."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "mediator", "parties"),
    [
        ("en", "Israel and Hamas agreed on Monday to a truce brokered by Qatar.", ["Qatar"], ["Israel", "Hamas"]),
        ("en", "The Karen and the army consented to an accord brokered by China.", ["China"], ["Karen", "army"]),
        ("id", "Kedua pihak setuju atas gencatan senjata yang ditengahi Qatar.", ["Qatar"], ["Kedua pihak"]),
    ],
)
def test_a_truce_that_is_agreed_to_has_been_brokered(
    language: str, text: str, mediator: list[str], parties: list[str]
) -> None:
    claim = only(told(language, text), "mediation")
    assert claim.status == "asserted"
    assert (fillers(claim, "mediator"), fillers(claim, "parties")) == (mediator, parties)


def test_one_that_is_only_wanted_has_not_and_who_wants_it_is_no_side() -> None:
    claim = only(told("en", "Guterres called for a truce brokered by the African Union."), "mediation")
    assert claim.status == "called_for"
    assert (fillers(claim, "mediator"), fillers(claim, "parties")) == (["African Union"], [])


@pytest.mark.parametrize(
    ("language", "text", "mediator"),
    [
        (
            "en",
            "Israel and Hamas agreed on Monday to halt the fighting. In 2014, a truce mediated by Egypt ended seven "
            "weeks of war.",
            "Egypt",
        ),
        (
            "id",
            "Israel dan Hamas sepakat menghentikan pertempuran. Pada 2014, sebuah gencatan senjata yang ditengahi "
            "Mesir mengakhiri perang tujuh pekan.",
            "Mesir",
        ),
    ],
)
def test_another_truce_is_not_between_those_of_the_one_told_before(language: str, text: str, mediator: str) -> None:
    claim = only(told(language, text), "mediation")
    assert (fillers(claim, "mediator"), fillers(claim, "parties")) == ([mediator], [])


@pytest.mark.parametrize(
    "text",
    ["Kedua pihak setuju atas gencatan senjata itu.", "Kedua pihak setuju dengan gencatan senjata itu."],
)
def test_a_truce_is_agreed_to_by_word_and_preposition(text: str) -> None:
    claim = only(told("id", text), "agreement")
    assert (claim.slots["stage"], claim.slots["type"], claim.status) == ("agreed", "ceasefire", "asserted")
    assert fillers(claim, "parties") == ["Kedua pihak"]
