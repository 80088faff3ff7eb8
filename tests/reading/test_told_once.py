"""Forces that leave are told once, as a deployment or as an event; a pronoun stands where nobody else is named."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, sources, told


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "French troops withdrew from the base at Gao on Friday.", "deployment"),
        ("en", "The UN mission has left Mali.", "deployment"),
        ("en", "The army withdrew from the town of Gao after two days.", "event"),
        ("en", "Soldiers pulled out of the village on Friday.", "event"),
        ("id", "Pasukan Prancis mundur dari pangkalan di Gao pada Jumat.", "deployment"),
        ("id", "Tentara mundur dari kota Gao pada Jumat.", "event"),
    ],
)
def test_forces_leave_once(language: str, text: str, kind: str) -> None:
    claims = [c for c in told(language, text) if c.kind in ("deployment", "event")]
    assert [c.kind for c in claims] == [kind]
    assert {*claims[0].slots} & {"change", "act"}


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "They attacked the camp on Friday.", "They"),
        ("id", "Mereka menyerang pos itu pada Jumat.", "Mereka"),
    ],
)
def test_a_pronoun_for_nobody_named_stands_for_itself(language: str, text: str, who: str) -> None:
    assert fillers(only(told(language, text), "event", act="attack"), "actor") == [who]


def test_a_pronoun_for_somebody_named_is_them() -> None:
    claims = told("en", "Two men came to the village of Oma. They shot the headman.")
    assert fillers(only(claims, "event", act="attack"), "actor") == ["Two men"]


@pytest.mark.parametrize(
    ("language", "text", "harms"),
    [
        ("en", "Residents were waiting for bread when a shell killed 12 people.", ["killed"]),
        (
            "en",
            "Rebels tried to storm the base, killing five soldiers and abducting three others.",
            ["abducted", "killed"],
        ),
        (
            "id",
            "Tentara berusaha merebut kota itu, menewaskan lima warga dan menangkap 30 orang.",
            ["detained", "killed"],
        ),
    ],
)
def test_what_comes_of_a_try_is_told(language: str, text: str, harms: list[str]) -> None:
    assert sorted(str(c.slots["harm"]) for c in told(language, text) if c.kind == "casualty") == harms


def test_an_arrest_that_is_only_tried_is_none() -> None:
    claims = told("en", "Police tried to arrest two men in Jos. They killed one of them.")
    assert [c.slots["harm"] for c in claims if c.kind == "casualty"] == ["killed"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The US army announced that it had killed two fighters in Syria, the army said.", ["US army"]),
        ("Officials said health officials reported 12 dead in Goma.", ["Officials", "health officials"]),
    ],
)
def test_who_is_told_of_again_counts_once(text: str, by: list[str]) -> None:
    assert sources(only(told("en", text), "casualty", harm="killed")) == by


def test_a_war_goes_on_from_the_month_it_began() -> None:
    claim = only(told("en", "The war, which began in April 2023, has killed 15,000 people."), "casualty")
    assert claim.date is not None
    assert (claim.date.start, claim.date.end) == ("2023-04-01", None)


def test_minutes_are_no_days() -> None:
    claims = told("en", "In the past 60 minutes shells killed three people in Gaza.")
    date = only(claims, "casualty").date
    assert date is None or date.start is None


def test_what_fighting_damages_is_told() -> None:
    text = "A hospital in Goma was damaged in fighting between rebels and the army."
    assert fillers(only(told("en", text), "event", act="attack"), "target") == ["hospital"]


def test_a_march_ends_before_what_police_did() -> None:
    text = "Polisi membubarkan unjuk rasa menolak tambang di Wadas dan menangkap 60 warga pada Selasa."
    claims = told("id", text)
    assert getattr(only(claims, "event", act="protest").slots["cause"], "text", "") == "menolak tambang di Wadas"
    assert fillers(only(claims, "event", act="arrest"), "target") == ["60 warga"]


def test_how_strong_a_force_is_tells_nothing_beside_where_it_goes() -> None:
    moved = told("en", "A 5,600-strong U.N. force was deployed in Burundi in June.")
    assert [(c.kind, c.slots["change"]) for c in moved] == [("deployment", "deployed")]
    there = told("en", "The 4,300-strong force was caught between the armies.")
    assert [(c.kind, c.slots["change"]) for c in there] == [("deployment", "present")]
