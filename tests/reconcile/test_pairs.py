"""How well claims are put together, on the labelled pairs: the floors of docs/reconcile.md."""

from __future__ import annotations

from itertools import combinations

import pytest

from gencatan.model import Actor, Filler, Judgement, Place, Record, Snapshot, Span
from gencatan.reconcile import Groups, block_keys, groups, judge
from gencatan.reconcile.comparing import where
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.comparing.victims import whom
from gencatan.reconcile.grouping.fit import FIT
from tests.reconcile.labelled import pairs, read_all
from tests.reconcile.made import AZE, GANJA, KARABAKH, STEPANAKERT, actor
from tests.reconcile.made import record as claimed

F1 = 0.95
ONE_GROUP = 0.90
KEPT_APART = 0.95


def judgements(records: tuple[Record, ...]) -> list[Judgement]:
    blocks: dict[str, list[Record]] = {}
    for record in records:
        for key in block_keys(record):
            blocks.setdefault(key, []).append(record)
    met = {frozenset((a.id, b.id)): (a, b) for block in blocks.values() for a, b in combinations(block, 2)}
    return [judgement for one, other in met.values() for judgement in judge(one, other)]


def kind_of(record: Record) -> str:
    return "incident" if record.claim.kind in ("event", "casualty") else record.claim.kind


def test_reports_of_one_thing_come_together_and_others_are_kept_apart() -> None:
    records, things = read_all()
    snapshot = Snapshot(records, judgements(records))
    found = {kind: groups(snapshot, kind) for kind in ("incident", "agreement", "meeting")}
    labelled = pairs()
    assert len(labelled) >= 300
    told = [(_together(found, one, other), same) for one, other, same in labelled]
    right = sum(together and same for together, same in told)
    precision, recall = right / sum(together for together, _ in told), right / sum(same for _, same in told)
    assert 2 * precision * recall / (precision + recall) >= F1
    apart = [together for together, same in told if not same]
    assert 1 - sum(apart) / len(apart) >= KEPT_APART
    assert _in_one_group(found, records, things) >= ONE_GROUP


def _together(found: dict[str, Groups], one: Record, other: Record) -> bool:
    kind = kind_of(one)
    return kind == kind_of(other) and found[kind].get(one.id) == found[kind].get(other.id)


def _in_one_group(found: dict[str, Groups], records: tuple[Record, ...], things: dict[str, str]) -> float:
    """The share of reports of a thing that are in the group with most of them."""
    best = total = 0
    for thing in sorted(set(things.values())):
        of_group: dict[str, set[str]] = {}
        for record in records:
            if things.get(record.id) == thing:
                group = found[kind_of(record)].get(record.id)
                assert group is not None
                of_group.setdefault(group.id, set()).add(record.head.id)
        best += max(map(len, of_group.values()))
        total += len(set().union(*of_group.values()))
    return best / total


def test_of_two_numbers_that_one_informant_has_in_one_report_the_higher_is_the_later() -> None:
    told = {"document": "one", "harm": "killed", "day": "2023-09-25", "published": "2023-10-02", "place": STEPANAKERT}
    new = claimed("casualty", at=0, words="170 died", count=170, by=KARABAKH, **told)
    old = claimed("casualty", at=10, words="68 dead", count=68, by=KARABAKH, **told)
    (found,) = [one for one in judge(new, old) if one.relation == "supersedes"]
    assert (found.one, found.other) == (new.id, old.id)
    others = claimed("casualty", at=10, words="68 dead", count=68, by=AZE, **told)
    assert [one.relation for one in judge(new, others) if one.relation != "same_incident"] == ["contradicts"]


def test_a_number_to_the_man_told_again_weeks_later_without_a_day_is_the_same() -> None:
    told = {"harm": "killed", "by": AZE, "victims": [actor("AZE/MIL", "AZE", "MIL")]}
    first = claimed("casualty", day="2023-09-19", published="2023-10-02", count=192, **told)
    again = claimed("casualty", published="2023-10-05", count=192, **told)
    assert [one.relation for one in judge(first, again)] == ["same_incident"]
    few = claimed("casualty", published="2023-10-05", count=2, **told)
    assert judge(claimed("casualty", day="2023-09-19", published="2023-10-02", count=2, **told), few) == []


def test_a_day_told_again_months_later_is_that_day() -> None:
    told = {"harm": "injured", "count": 3, "place": STEPANAKERT, "day": "2023-09-20"}
    first = claimed("casualty", published="2023-09-21", **told)
    assert [row.relation for row in judgements((first, claimed("casualty", published="2024-02-01", **told)))] == [
        "same_incident"
    ]
    war = claimed("casualty", published="2024-02-01", **{**told, "day": "2023-01-01", "until": "2023-12-31"})
    assert not judgements((first, war)), "the toll of a year is none of a day"


def test_a_toll_of_a_town_is_recalled_to_the_man_without_its_day() -> None:
    told = claimed("casualty", harm="killed", count=26, place=STEPANAKERT, day="2023-09-20", published="2023-09-21")
    later = claimed("casualty", harm="killed", count=26, place=STEPANAKERT, published="2024-03-01")
    assert [row.relation for row in judgements((told, later))] == ["same_incident"]
    elsewhere = claimed("casualty", harm="killed", count=26, place=GANJA, published="2024-03-01")
    assert not judgements((told, elsewhere))
    common = claimed("casualty", harm="killed", count=5, place=STEPANAKERT, published="2024-03-01")
    five = claimed("casualty", harm="killed", count=5, place=STEPANAKERT, day="2023-09-20", published="2023-09-21")
    assert not judgements((five, common))
    dated = claimed("casualty", harm="killed", count=26, place=STEPANAKERT, day="2024-02-20", published="2024-03-01")
    assert not judgements((told, dated))


def test_two_numbers_that_the_report_gives_side_by_side_are_two_tolls() -> None:
    told = {"document": "one", "harm": "killed"}
    first = claimed("casualty", at=400, words="killed 11 in the town", count=11, **told)
    other = claimed("casualty", at=460, words="the war killed 24", count=24, **told)
    assert judge(first, other) == []
    hurt = claimed("casualty", at=460, words="hurt 24", count=24, document="one", harm="injured")
    assert [one.relation for one in judge(first, hurt)] == ["same_incident"]


def test_the_dead_of_two_towns_side_by_side_are_of_two_incidents() -> None:
    told = {"document": "one", "harm": "killed", "count": 1}
    unknown, same = (Place(Span(0, len(name), name)) for name in ("Shenik", "the village of Shenik"))
    first = claimed("casualty", at=400, words="killed a man in Stepanakert", place=STEPANAKERT, **told)
    other = claimed("casualty", at=460, words="a rider died in Shenik", place=unknown, **told)
    assert judge(first, other) == []
    again = claimed("casualty", at=520, words="the rider was killed", place=same, **told)
    assert [one.relation for one in judge(other, again)] == ["same_incident"]


def test_a_toll_that_says_by_whom_is_not_that_of_the_strike_before() -> None:
    strike = claimed("event", document="one", act="air_strike", at=400, words="an air strike on the town")
    toll = {"document": "one", "harm": "killed", "count": 24, "at": 540, "words": "24 died"}
    assert judge(strike, claimed("casualty", **toll)) != []
    assert judge(strike, claimed("casualty", perpetrator=[AZE], **toll)) == []
    by_them = claimed("event", document="one", act="shelling", actor=[AZE], at=400, words="shells on the town")
    assert judge(by_them, claimed("casualty", perpetrator=[AZE], **toll)) != []


def test_a_night_without_a_place_may_have_two_days() -> None:
    night = claimed("event", act="air_strike", day="2023-09-19", published="2023-09-20", place=STEPANAKERT)
    morning = claimed("casualty", harm="killed", count=14, day="2023-09-20", published="2023-09-22")
    other = claimed("casualty", harm="killed", count=14, day="2023-09-20", published="2023-09-22", place=GANJA)
    assert FIT["incident"](facts(night), facts(morning))
    assert not FIT["incident"](facts(night), facts(other))


@pytest.mark.parametrize(
    ("words", "sector", "expected"),
    [
        ("Twelve people, most of them civilians", "CVL", "all"),
        ("dua belas orang, sebagian besar warga sipil", "CVL", "all"),
        ("12 people including three children", None, "all"),
        ("Twelve of its men, some of them officers", "MIL", "fighters"),
        ("mostly civilians", None, "civilians"),
        ("ten civilians, including two children", "CVL", "civilians"),
    ],
)
def test_most_of_them_are_not_all_of_them(words: str, sector: str | None, expected: str) -> None:
    victims = Filler(Span(0, len(words), words), Actor("AZE", "AZE", "AZE", sector) if sector else None)
    assert whom((victims,))[0] == expected


def test_a_town_far_from_the_middle_of_a_large_province_may_lie_in_it() -> None:
    province = Place(Span(0, 6, "Punjab"), "Punjab", "PAK", 31.46, 73.27, "province", 1167710)
    inside = Place(Span(0, 10, "Bahawalpur"), "Bahawalpur", "PAK", 29.40, 71.68, "city", 1183880)
    town = Place(Span(0, 6, "Quetta"), "Quetta", "PAK", 30.18, 66.99, "city", 1167528)
    assert where.compare(province, inside) == where.INSIDE
    assert where.compare(province, town) == where.APART
