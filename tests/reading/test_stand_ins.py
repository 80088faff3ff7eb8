"""What a number, "it" or "them" was tested as, what a body is made of, and whom a participle describes."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


def test_it_and_them_are_the_things_told_of_before() -> None:
    found = told("en", "The army had captured two villages, but rebels retook them on Friday.")
    assert only(found, "territory", relation="recaptures").slots["territory"].text == "two villages"  # type: ignore[union-attr]


def test_those_described_behind_it_are_nobody_told_of_before() -> None:
    found = told("en", "The junta warned the envoys that it would expel them who back the opposition.")
    assert all("envoys" not in fillers(c, "target") for c in found if c.kind == "event")


def test_a_number_alone_is_of_those_counted_before() -> None:
    found = told("en", "Norland, which had earlier spoken of 500 soldiers, will send 350.")
    assert fillers(only(found, "deployment"), "force") == ["350"]
    assert all(
        c.kind != "deployment" for c in told("en", "Norland, which had earlier spoken of 500 days, will send 350.")
    )


def test_a_body_is_of_the_sort_that_it_is_made_of() -> None:
    found = told("en", "The mission has sent a company of marines to Karu.")
    assert fillers(only(found, "deployment"), "force") == ["company of marines"]
    assert all(c.kind != "deployment" for c in told("en", "The mission has sent a leader of marines to Karu."))


@pytest.mark.parametrize(
    ("text", "act", "slot", "words"),
    [
        (
            "Trucks with flour reached the besieged town of Madara on Monday.",
            "blockade",
            "target",
            "besieged town of Madara",
        ),
        ("A retreating garrison shelled the farm.", "retreat", "actor", "retreating garrison"),
    ],
)
def test_a_participle_before_a_noun_tells_what_goes_on(text: str, act: str, slot: str, words: str) -> None:
    claim = only(told("en", text), "event", act=act)
    assert fillers(claim, slot) == [words]
    assert claim.date is None  # the day is that of the clause around it


def test_counted_people_that_a_participle_describes_are_a_toll() -> None:
    found = told("en", "The agency registered 40 newly displaced families at the camp.")
    assert fillers(only(found, "casualty", harm="displaced"), "victims") == ["40 newly displaced families"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The envoys urged both to come to the table.", "both"),
        ("Prosecutors charged a 17-year-old with throwing petrol bombs at a mosque.", "17-year-old"),
    ],
)
def test_who_is_only_counted_may_be_spoken_to(text: str, words: str) -> None:
    found = [c for c in told("en", text) if c.kind == "statement"]
    assert any(words in fillers(c, "addressee") for c in found)


def test_whose_presence_it_is_is_the_force() -> None:
    found = told("en", "Norland has boosted its military presence in the strait.")
    assert fillers(only(found, "deployment", change="reinforced"), "force") == ["Norland"]
