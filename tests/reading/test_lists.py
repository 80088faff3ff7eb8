"""Things and persons told in a row, of which parsers hang the middle ones elsewhere."""

from __future__ import annotations

import pytest

from gencatan.model import Count
from tests.reading.told import fillers, only, told


def test_all_those_hurt_are_told_of() -> None:
    claims = told("en", "Gunmen shot at a bus, killing a nurse, two guards and a driver.")
    counts = {}
    for claim in claims:
        count = claim.slots.get("count")
        if isinstance(count, Count):
            counts[fillers(claim, "victims")[0]] = count.min
            assert fillers(claim, "perpetrator") == ["Gunmen"]
    assert counts == {"nurse": 1, "two guards": 2, "driver": 1}


@pytest.mark.parametrize(
    ("text", "kind", "slot", "names"),
    [
        (
            "Norwegian Foreign Minister Lars Dahl, Trade Minister Ola Berg and Defence Minister Kari Holm will host"
            " the meeting.",
            "meeting",
            "participants",
            ["Norwegian Foreign Minister Lars Dahl", "Trade Minister Ola Berg", "Defence Minister Kari Holm"],
        ),
        (
            "Police arrested Mayor Juan Lopez, Governor Ana Ruiz and Senator Paco Gil.",
            "event",
            "target",
            ["Mayor Juan Lopez", "Governor Ana Ruiz", "Senator Paco Gil"],
        ),
        (
            "Police arrested Mayor Juan Lopez on Monday, Governor Ana Ruiz said.",
            "event",
            "target",
            ["Mayor Juan Lopez"],
        ),
        (
            "The mayor, Juan Lopez, met the rebels.",
            "meeting",
            "participants",
            ["mayor", "rebels"],
        ),
    ],
)
def test_persons_with_their_offices_are_each_themselves(text: str, kind: str, slot: str, names: list[str]) -> None:
    assert fillers(only(told("en", text), kind), slot) == names


def test_what_was_burnt_in_a_raid_is_one_list() -> None:
    claims = told("en", "Rebels attacked the town, burning a school, a clinic and several houses.")
    assert [fillers(c, "target") for c in claims if c.kind == "event"] == [
        ["town"],
        ["school", "clinic", "several houses"],
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The South Korean and Japanese foreign ministers will hold talks.",
            ["South Korean and Japanese foreign ministers"],
        ),
        ("Bush and the Japanese foreign minister held talks.", ["Bush", "Japanese foreign minister"]),
        ("The premier toured Chad, where he met with the president and his sons.", ["president", "his sons"]),
    ],
)
def test_who_met(text: str, names: list[str]) -> None:
    assert [
        n for n in fillers(only(told("en", text), "meeting", format="talks"), "participants") if n in names
    ] == names


def test_where_somebody_rules_is_what_he_holds() -> None:
    held = only(told("en", "Aid has not reached the districts where the rebels rule."), "territory")
    assert (getattr(held.slots["territory"], "text", None), fillers(held, "by")) == ("districts", ["rebels"])


def test_a_second_name_between_a_comma_and_an_and_acts_too() -> None:
    deal = only(told("id", "Armenia, Azerbaijan dan Rusia menandatangani perjanjian damai."), "agreement")
    assert fillers(deal, "parties") == ["Armenia", "Azerbaijan", "Rusia"]
    said = only(
        told("id", "Presiden Prancis, Emmanuel Macron dan Kanselir Jerman menolak perundingan itu."), "statement"
    )
    assert "Emmanuel Macron" not in fillers(said, "speaker")


def test_whose_a_thing_is_does_not_count_it() -> None:
    (son,) = [c for c in told("en", "The couple's son was killed in Goma.") if c.kind == "casualty"]
    count = son.slots["count"]
    assert isinstance(count, Count)
    assert (count.min, count.max) == (1, 1)


def test_a_counted_subject_before_a_comma_is_harmed_too() -> None:
    claims = told("en", "More than 900 militants, 165 soldiers and police and 47 civilians were killed in Goma.")
    found = {fillers(c, "victims")[0]: c.slots["count"] for c in claims if c.kind == "casualty"}
    assert list(found) == ["More than 900 militants", "165 soldiers", "47 civilians"]
    first = found["More than 900 militants"]
    assert isinstance(first, Count)
    assert (first.min, first.max) == (901, None)
