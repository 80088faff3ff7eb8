"""Plain words of agency copy: who bars whom, digs, marches others off, protests in words, was hit from the air."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, outline, told, wording


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The government bars journalists from the war zone.", ["event asserted closure"]),
        ("Authorities have banned foreign reporters from entering the region.", ["event asserted closure"]),
        ("The rebels barred the press from the camp.", ["event asserted closure"]),
        ("A court barred the candidate from the race.", ["statement asserted reject"]),
        ("The two clinics were hit from the air.", ["event asserted air_strike"]),
        ("The two clinics were hit on Sunday.", ["event asserted attack"]),
        ("Rescuers were still digging at dawn.", ["event asserted search"]),
        ("Villagers dug for survivors with bare hands.", ["event asserted search"]),
        ("Villagers dug a well for the clinic.", []),
        ("The Swedish ambassador protested.", ["statement asserted condemn"]),
        ("Thousands of people protested.", ["event asserted protest"]),
        ("The rebels marched the hostages into the forest.", []),
        ("Students marched on Friday against the war.", ["event asserted protest"]),
        ("The African Union declined to recognise the council.", ["statement asserted reject"]),
        ("It was the worst breach so far of the ceasefire.", ["agreement asserted ceasefire violated"]),
    ],
)
def test_what_is_told(text: str, what: list[str]) -> None:
    assert [outline(c) for c in told("en", text)] == what


def test_a_breach_is_nobody_who_broke_it() -> None:
    claims = told("en", "Shells hit the edge of Mariupol overnight. It was the worst breach so far of the ceasefire.")
    assert "parties" not in only(claims, "agreement").slots


def test_what_lies_north_of_a_town_is_no_part_of_a_noun() -> None:
    claims = told("en", "About 50,000 people living in camps north of Goma fled on 29 October.")
    place = only(claims, "casualty").place
    assert place is not None
    assert place.span.text == "Goma"


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The council has told tribal elders to surrender the town by Tuesday.", ["tribal elders"]),
        ("The rebels told farmers to leave the valley.", ["farmers"]),
    ],
)
def test_whom_one_tells_to_go_is_ordered(text: str, whom: list[str]) -> None:
    assert fillers(only(told("en", text), "statement", act="demand"), "addressee") == whom


def test_what_an_elder_is_told_of_is_no_demand() -> None:
    assert not [
        c for c in told("en", "The council told the elders how the town would be lit.") if c.kind == "statement"
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The agreement requires heavy weapons to be withdrawn.", ["heavy weapons"]),
        ("The deal requires both sides to free their prisoners.", ["their prisoners"]),
    ],
)
def test_what_is_to_be_withdrawn_is_one_duty(text: str, what: list[str]) -> None:
    duties = [c for c in told("en", text) if c.kind == "obligation"]
    assert [wording(c, "object") for c in duties] == what
