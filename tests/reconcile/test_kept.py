"""Agreements that are kept on later days, told of by outsiders, made on neutral ground; what both of their sides do."""

from __future__ import annotations

from typing import Any

import pytest

from gencatan.model import Place, Record, Snapshot, Span
from gencatan.reconcile import groups
from gencatan.reconcile.compliance.standing import Compliance
from tests.reconcile.made import AZE, KARABAKH, RUSSIA, STEPANAKERT, actor, record
from tests.reconcile.test_compliance import RED_CROSS, duty, only, plan, stand, truce
from tests.reconcile.test_retold import judged, on_the_land

GENEVA = Place(Span(0, 6, "Geneva"), "Geneva", "CHE", 46.2, 6.1, "city", 2660646)
FRANCE = actor("FRA", "FRA", "GOV")
OSCE = actor("OSC", None, "IGO")


def agreed(document: str, published: str, stage: str, **more: Any) -> Record:
    return record("agreement", document=document, published=published, type="ceasefire", stage=stage, **more)


def agreements(*told: Record) -> set[frozenset[int]]:
    number = {one.id: n for n, one in enumerate(told)}
    found = groups(Snapshot(told, judged(told)), "agreement")
    return {frozenset(number[id_] for id_ in group.members if id_ in number) for group in found}


MADE = {"parties": [AZE, KARABAKH], "day": "2025-03-01"}


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("the truce has mostly held after the town fell on 20 March", True),
        ("gencatan senjata dipatuhi pada 20 Maret", True),
        ("a truce took effect on 20 March", False),
    ],
)
def test_the_day_on_which_a_truce_is_kept_is_not_that_on_which_it_began(words: str, one: bool) -> None:
    made = agreed("a", "2025-03-02", "signed", **MADE)
    kept = agreed("b", "2025-03-25", "in_effect", day="2025-03-20", words=words, parties=[AZE])
    assert (frozenset({0, 1}) in agreements(made, kept)) == one


def test_where_an_agreement_is_made_is_no_land_of_its_sides() -> None:
    made = agreed("a", "2025-03-02", "signed", **MADE)
    again = agreed("b", "2025-03-03", "agreed", place=GENEVA)
    assert frozenset({0, 1}) in agreements(made, again, on_the_land("2025-03-03", "b"))


def test_what_an_outsider_says_of_a_truce_is_of_the_land_that_the_report_tells_of() -> None:
    made = agreed("a", "2025-03-02", "signed", **MADE)
    broken = agreed("b", "2025-03-10", "violated", by=FRANCE)
    assert frozenset({0, 1}) in agreements(made, broken, on_the_land("2025-03-10", "b"))


def test_a_league_that_signed_with_one_side_is_no_other_side() -> None:
    made = agreed("a", "2025-03-01", "agreed", parties=[AZE, RUSSIA, KARABAKH], day="2025-03-01")
    signed = record("agreement", document="a", published="2025-03-01", type="other", stage="signed",
                    parties=[AZE, OSCE])  # fmt: skip
    assert frozenset({0, 1}) in agreements(made, signed)


def test_who_breaks_a_truce_of_two_others_in_his_land_breaks_it() -> None:
    held = {"parties": [RUSSIA, FRANCE], "day": "2025-03-01", "place": STEPANAKERT}
    made = agreed("a", "2025-03-02", "agreed", **held)
    rebels = actor("karabakh-rebels", "AZE", "REB")
    broken = agreed("b", "2025-03-10", "violated", parties=[rebels])
    assert frozenset({0, 1}) in agreements(made, broken)
    abroad = agreed("b", "2025-03-10", "violated", parties=[actor("some-rebels", "SYR", "REB")])
    assert frozenset({0, 1}) not in agreements(made, abroad)


def each(found: Compliance) -> dict[str, str]:
    return {one.obligors[0].id: one.implementation.value for one in found.obligations}


def test_what_both_sides_must_do_each_does_for_itself() -> None:
    left = record("event", act="retreat", actor=[KARABAKH], day="2023-09-25", published="2023-09-26")
    both = duty("withdraw", obligor=["both sides"])
    assert each(stand(truce(), both, left)) == {"AZE": "not_assessable", KARABAKH.id: "1"}
    stranger = record("event", act="retreat", actor=[FRANCE], day="2023-09-25", published="2023-09-26")
    assert set(each(stand(truce(), both, stranger)).values()) == {"not_assessable"}


@pytest.mark.parametrize(
    ("words", "value"), [("wilayah udaranya dibuka kembali", "3"), ("wilayah udaranya dilintasi", "overdue")]
)
def test_a_duty_in_the_active_is_done_in_the_passive(words: str, value: str) -> None:
    must = duty(
        "grant_access", obligor=[AZE], object=Span(0, 9, "wilayah udaranya"), day=(None, "2023-10-01"),
        words="AZE wajib membuka kembali wilayah udaranya", language="id",
    )  # fmt: skip
    done = record("event", act="other", target=["wilayah udaranya"], day="2023-09-25", published="2023-09-25",
                  words=words, language="id")  # fmt: skip
    assert only(stand(truce(), must, done)).implementation.value == value


def test_talks_of_officers_put_off_none_of_presidents() -> None:
    def planned(people: str, day: str, published: str) -> Record:
        made = plan(day, published)
        slots = {**made.claim.slots}
        slots["participants"] = tuple(
            type(f)(Span(0, len(people), people), f.actor)
            for f in made.claim.slots["participants"]  # type: ignore[union-attr]
        )
        return Record(type(made.claim)(**{**_fields(made), "slots": slots}), made.head)

    leaders = planned("presidents", "2023-10-05", "2023-09-26")
    for people, outcome in (("commanders", "no_news"), ("presidents", "postponed"), ("", "postponed")):
        later = planned(people or "AZE", "2023-10-15", "2023-10-04")
        found = {one.day.isoformat(): one.outcome.value for one in stand(leaders, later).engagements if one.day}
        assert found["2023-10-05"] == outcome


def _fields(made: Record) -> dict[str, Any]:
    names = ("document", "kind", "slots", "evidence", "status", "date", "place", "attribution")
    return {name: getattr(made.claim, name) for name in names}


def test_what_others_must_do_in_the_same_report_is_another_duty() -> None:
    sides = duty("withdraw", obligor=["both sides"], at=300)
    others = duty("withdraw", obligor=["foreign troops"], at=400)
    again = duty("withdraw", document="later", obligor=["kedua pihak"], language="id", published="2023-09-21")
    more = record("agreement", document="later", at=0, day="2023-09-20", published="2023-09-21", place=STEPANAKERT,
                  type="ceasefire", stage="in_effect", parties=[AZE, KARABAKH])  # fmt: skip
    found = [set(one.claims) for one in stand(truce(), sides, others, again, more).obligations]
    assert {sides.id, again.id} in found
    assert {others.id} in found


def test_what_a_report_tells_not_to_have_been_done_was_not_done() -> None:
    must = duty("withdraw", day=(None, "2023-10-01"))
    kept = record("event", act="retreat", actor=[KARABAKH], status="denied", published="2023-10-05", by=RUSSIA)
    found = only(stand(truce(), must, kept))
    assert (found.implementation.value, found.implementation.claims) == ("0", (kept.id,))
    assert found.verification.value == "substantiated"
    early = record("event", act="retreat", actor=[KARABAKH], status="denied", published="2023-09-25", by=RUSSIA)
    assert only(stand(truce(), must, early)).implementation.value == "overdue"
    left = record("event", act="retreat", actor=[KARABAKH], day="2023-10-06", published="2023-10-07")
    assert only(stand(truce(), must, kept, left)).implementation.value == "1"


@pytest.mark.parametrize(
    ("words", "status", "value"),
    [
        ("the government lifted the siege of the harbour", "asserted", "3"),
        ("the government has still not lifted the siege of the harbour", "denied", "0"),
        ("the government tightened the siege of the harbour", "asserted", "not_assessable"),
    ],
)
def test_a_short_verb_is_known_by_its_endings(words: str, status: str, value: str) -> None:
    siege = "siege of the harbour"
    must = duty(
        "lift_blockade", obligor=[AZE], object=Span(0, 20, siege), words=f"the government must lift the {siege}"
    )
    told = record("event", act="other", actor=[AZE], target=[siege], status=status, day="2023-09-25",
                  published="2023-09-26", words=words)  # fmt: skip
    assert only(stand(truce(), must, told)).implementation.value == value


def test_of_a_state_and_rebels_each_does_it_with_its_own_bodies() -> None:
    army, rebels = actor("COL/MIL", "COL", "MIL"), actor("farc", "COL", "REB")
    state = actor("COL/GOV", "COL", "GOV")
    both = duty("withdraw", obligor=["both sides"])
    made = record("agreement", document="truce", at=0, day="2023-09-20", published="2023-09-20", type="ceasefire",
                  stage="signed", parties=[state, rebels])  # fmt: skip
    for who_left, did in ((army, "COL/GOV"), (rebels, "farc"), (actor("COL/REB", "COL", "REB"), "")):
        left = record("event", act="retreat", actor=[who_left], day="2023-09-25", published="2023-09-26")
        found = each(stand(made, both, left))
        assert set(found) == {"COL/GOV", "farc"}
        assert {id_ for id_, value in found.items() if value == "1"} == ({did} if did else set())


def test_to_whom_a_pledge_was_made_is_no_third_party() -> None:
    pledge = duty("release", obligor=[AZE], basis="pledge", status="planned", at=9000)
    freed = record("event", act="release", actor=[AZE], day="2023-09-25", published="2023-09-26", by=KARABAKH)
    assert only(stand(truce(), pledge, freed)).verification.value == "alleged"
    seen = record("event", act="release", actor=[AZE], day="2023-09-25", published="2023-09-26", by=RED_CROSS)
    assert only(stand(truce(), pledge, seen)).verification.value == "substantiated"


@pytest.mark.parametrize(
    ("people", "outcome"), [("military leaders", "no_news"), ("pemimpin militer", "no_news"), ("leaders", "postponed")]
)
def test_leaders_of_soldiers_are_no_heads_of_state(people: str, outcome: str) -> None:
    def planned(words: str, day: str, published: str) -> Record:
        made = plan(day, published)
        slots = {**made.claim.slots}
        slots["participants"] = tuple(
            type(f)(Span(0, len(words), words), f.actor)
            for f in made.claim.slots["participants"]  # type: ignore[union-attr]
        )
        return Record(type(made.claim)(**{**_fields(made), "slots": slots}), made.head)

    first, later = planned("presidents", "2023-10-05", "2023-09-26"), planned(people, "2023-10-15", "2023-10-04")
    found = {one.day.isoformat(): one.outcome.value for one in stand(first, later).engagements if one.day}
    assert found["2023-10-05"] == outcome


def test_a_humanitarian_truce_is_a_truce() -> None:
    made = record("agreement", document="a", published="2025-03-02", type="humanitarian", stage="signed", **MADE)
    held = agreed("b", "2025-03-03", "in_effect", day="2025-03-03", parties=[AZE, KARABAKH])
    mention = agreed("c", "2025-03-10", "extended", parties=[AZE])
    assert agreements(made, held, mention) == {frozenset({0, 1, 2})}
    exchange = record("agreement", document="b", published="2025-03-03", type="exchange", stage="in_effect",
                      day="2025-03-03", parties=[AZE])  # fmt: skip
    assert frozenset({0, 1}) not in agreements(made, exchange)


def test_the_road_is_one_of_the_roads() -> None:
    must = duty("lift_blockade", object=Span(0, 5, "roads"), words="the rebels must reopen the roads")
    told = record("event", act="other", actor=[KARABAKH], target=["main road"], day="2023-09-25",
                  published="2023-09-26", words="the rebels reopened the main road")  # fmt: skip
    assert only(stand(truce(), must, told)).implementation.value == "3"
    other = record("event", act="other", actor=[KARABAKH], target=["school"], day="2023-09-25",
                   published="2023-09-26", words="the rebels reopened the school")  # fmt: skip
    assert only(stand(truce(), must, other)).implementation.value == "not_assessable"


@pytest.mark.parametrize(
    ("words", "town", "outcome"),
    [
        ("pertemuan di Stepanakert ditunda hingga 15 Oktober", STEPANAKERT, "postponed"),
        ("pertemuan di Stepanakert berlangsung pada 15 Oktober", STEPANAKERT, "no_news"),
        ("pertemuan di Jenewa ditunda hingga 15 Oktober", GENEVA, "no_news"),
    ],
)
def test_a_meeting_of_nobody_known_is_put_off_where_it_was_to_be(words: str, town: Place, outcome: str) -> None:
    first = record("meeting", format="talks", status="planned", day="2023-10-05", published="2023-09-26",
                   place=STEPANAKERT, participants=["leaders of both"])  # fmt: skip
    later = record("meeting", format="talks", status="planned", day=(None, "2023-10-15"), published="2023-10-04",
                   place=town, participants=[AZE, KARABAKH], words=words, language="id")  # fmt: skip
    found = {one.day.isoformat(): one.outcome.value for one in stand(first, later).engagements if one.day}
    assert found == {
        "2023-10-05": outcome,
        "2023-10-15": "scheduled" if outcome == "postponed" else found["2023-10-15"],
    }
