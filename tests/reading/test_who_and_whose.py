"""Who tells a thing, in which order, and whose people those are who act."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, sources, told


def test_what_somebody_will_say_nobody_has_said() -> None:
    found = told("en", "The rebels and the government will offer talks in a bid to end the unrest, the minister said.")
    meeting = only(found, "meeting")
    assert (meeting.status, sources(meeting)) == ("planned", ["minister"])
    assert fillers(meeting, "participants") == ["rebels", "government"]


def test_what_somebody_offered_they_said() -> None:
    found = told("en", "The minister said the rebels had offered talks.")
    assert sources(only(found, "meeting")) == ["minister", "rebels"]


ORDER = [
    (
        "en",
        "The attack was meant for the base, the group said in a statement, according to a police spokesman.",
        ["police spokesman", "group"],
    ),
    (
        "en",
        "The health ministry, citing the hospital, said 12 men had died.",
        ["health ministry", "hospital"],
    ),
    ("en", "The ministry, citing fears of riots, said 12 men had died.", ["ministry"]),
    ("en", "Quoting a local doctor, the governor reported that nine people had died.", ["governor", "local doctor"]),
    ("en", "The Ardanian army announced the deaths of five soldiers, the army said on Monday.", ["Ardanian army"]),
    ("en", "Eight people were killed, security and medical sources said.", ["security and medical sources"]),
    (
        "en",
        "Eight men died, local medical and security officials said.",
        ["local medical and security officials"],
    ),
    ("en", "Eight people were killed, soldiers and police officers said.", ["soldiers", "police officers"]),
]


@pytest.mark.parametrize(("language", "text", "by"), ORDER)
def test_sources_outermost_first_and_each_once(language: str, text: str, by: list[str]) -> None:
    claim = next(c for c in told(language, text) if c.kind in ("casualty", "event"))
    assert sources(claim) == by


def test_they_are_all_who_say_what_they_will_do() -> None:
    found = told("en", "Egypt, Jordan and Qatar said on Tuesday that they would seek talks with Israel.")
    claim = only(found, "statement", act="appeal")
    assert (fillers(claim, "speaker"), sources(claim)) == (["Egypt", "Jordan", "Qatar"], [])


def test_whose_troops_act_is_not_where() -> None:
    claim = only(told("en", "Troops from Uganda and Burundi patrol the town of Bor."), "deployment")
    assert fillers(claim, "force") == ["Troops from Uganda and Burundi"]
    assert claim.place is not None
    assert claim.place.span.text == "town of Bor"


def test_where_troops_are_taken_from_is_where() -> None:
    claim = only(told("en", "France pulled its soldiers from Niger in December."), "deployment")
    assert fillers(claim, "force") == ["its soldiers"]
    assert claim.place is not None
    assert claim.place.span.text == "Niger"


ROLES = [
    ("en", "The small country has sent about 50 army and police officers to Darfur.", None),
    ("en", "The ministry sent 200 police officers to the island.", "police"),
    ("en", "The police sent sixty officers to the square.", "police"),
    ("en", "Burundi will send 80 army officers to Mogadishu.", None),
    ("id", "Pemerintah mengirim 50 aparat kepolisian dan militer ke Darfur.", None),
    ("id", "Pemerintah mengirim 50 personel kepolisian ke Darfur.", "police"),
]


@pytest.mark.parametrize(("language", "text", "role"), ROLES)
def test_soldiers_are_no_police(language: str, text: str, role: str | None) -> None:
    claim = only(told(language, text), "deployment")
    assert claim.slots.get("role") == role
    assert len(fillers(claim, "force")) == 1
