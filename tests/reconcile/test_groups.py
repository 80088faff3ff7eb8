"""Groups depend on the set of judgements and reviews alone: on no order, on one row for an undo."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gencatan.model import Actor, Count, Judgement, Place, Record, Review, Snapshot, Span
from gencatan.model.books import CONTRADICTS, SAME_AGREEMENT, SAME_INCIDENT, SAME_MEETING, SUPERSEDES
from gencatan.reconcile import block_keys, groups, judge
from gencatan.reconcile.comparing.acts import LASTING
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.compliance import dossier
from gencatan.reconcile.grouping.fit import incident_fits
from gencatan.reconcile.judging.figures import judge_figures
from gencatan.reconcile.judging.stretch import whole_and_part
from tests.reconcile.made import AZE, GANJA, KARABAKH, RUSSIA, SHUSHA, STEPANAKERT, actor, record

DAYS = ("2023-09-18", "2023-09-19", "2023-09-20", None)
PLACES = (STEPANAKERT, GANJA, None)


@st.composite
def claims(draw: st.DrawFn) -> list[Record]:
    made = []
    for _ in range(draw(st.integers(2, 9))):
        act = draw(st.sampled_from(("attack", "shelling", "operation")))
        published = draw(st.sampled_from(("2023-09-20", "2023-09-21", None)))
        actors = draw(st.sampled_from(([AZE], [KARABAKH], [])))
        day, place = draw(st.sampled_from(DAYS)), draw(st.sampled_from(PLACES))
        made.append(record("event", act=act, published=published, day=day, place=place, actor=actors))
    return made


def judged(records: list[Record]) -> list[Judgement]:
    return [judgement for one, other in combinations(records, 2) for judgement in judge(one, other)]


def parts(
    records: list[Record], judgements: list[Judgement], reviews: list[Review] | None = None
) -> set[frozenset[str]]:
    found = groups(Snapshot(records, judgements, reviews or []), "incident")
    assert sorted(member for group in found for member in group.members) == sorted(r.id for r in records)
    return {frozenset(group.members) for group in found}


def review(action: str, *targets: Record, at: str = "2023-10-01T00:00:00Z", who: str = "rina", **body: str) -> Review:
    return Review(action, tuple(target.id for target in targets), who, at, {"kind": "incident", **body})


@settings(max_examples=60, deadline=None)
@given(claims(), st.randoms(use_true_random=False))
def test_order_of_arrival_does_not_matter(records: list[Record], chance: Random) -> None:
    judgements = judged(records)
    expected = parts(records, judgements)
    shuffled, rows = list(records), list(judgements)
    chance.shuffle(shuffled)
    chance.shuffle(rows)
    assert parts(shuffled, rows) == expected
    first = {group.id for group in groups(Snapshot(records, judgements), "incident")}
    assert {group.id for group in groups(Snapshot(shuffled, rows), "incident")} == first


@settings(max_examples=60, deadline=None)
@given(claims())
def test_a_judgement_is_the_same_whichever_claim_comes_first(records: list[Record]) -> None:
    for one, other in combinations(records, 2):
        assert judge(one, other) == judge(other, one)


def test_as_many_on_both_sides_and_vague_numbers_are_judged_the_same_from_either_side() -> None:
    army, armenia = actor("AZE/MIL", "AZE", "MIL"), actor("ARM", "ARM", "GOV")
    sides = ([AZE, army], [AZE, armenia])
    truces = [record("agreement", type="ceasefire", stage="signed", day="2023-09-20", parties=side) for side in sides]
    talks = [record("meeting", format="talks", day="2023-09-21", participants=side) for side in sides]
    given = (Count(200, None, "hundreds", "vague"), Count(200, 200, "200"))
    tolls = [record("casualty", harm="killed", day="2023-09-19", count=count, place=SHUSHA) for count in given]
    for one, other in (truces, talks, tolls):
        assert judge(one, other), "told of one thing"
        assert judge(one, other) == judge(other, one)


@settings(max_examples=60, deadline=None)
@given(claims())
def test_what_is_judged_the_same_shares_a_block(records: list[Record]) -> None:
    for one, other in combinations(records, 2):
        if any(judgement.relation == SAME_INCIDENT for judgement in judge(one, other)):
            assert set(block_keys(one)) & set(block_keys(other))


@settings(max_examples=40, deadline=None)
@given(claims())
def test_no_group_holds_two_days_or_two_towns_apart(records: list[Record]) -> None:
    by_id = {one.id: one for one in records}
    for group in groups(Snapshot(records, judged(records)), "incident"):
        towns = {by_id[m].claim.place.name for m in group.members if by_id[m].claim.place}  # type: ignore[union-attr]
        assert len(towns) <= 1


def same() -> tuple[Record, Record, Record]:
    first = record("event", act="attack", published="2023-09-20", day="2023-09-19", place=STEPANAKERT, actor=[AZE])
    second = record("event", act="attack", published="2023-09-21", day="2023-09-19", place=STEPANAKERT, actor=[AZE])
    other = record("event", act="attack", published="2023-09-22", day="2023-09-19", place=GANJA, actor=[AZE])
    return first, second, other


def test_a_groups_id_is_its_founders_and_others_lead_there() -> None:
    first, second, other = same()
    found = groups(Snapshot([first, second, other], judged([first, second, other])), "incident")
    group = found.get(second.id)
    assert group is not None
    assert (group.id, group.founder, set(group.members)) == (first.id, first.id, {first.id, second.id})
    assert found.redirects == {second.id: first.id}
    assert found.get("nobody") is None


def test_a_merge_is_undone_by_one_row() -> None:
    records = list(same())
    rows = judged(records)
    before = parts(records, rows)
    merge = review("merge", records[0], records[2])
    assert parts(records, rows, [merge]) == {frozenset(r.id for r in records)}
    undo = Review("note", merge.targets, "budi", "2023-10-02T00:00:00Z", {"undoes": merge.id})
    assert parts(records, rows, [merge, undo]) == before


def test_a_split_keeps_the_id_with_the_founder_and_goes_before_the_machine() -> None:
    first, second, _ = same()
    records = [first, second]
    found = groups(Snapshot(records, judged(records), [review("split", second, first)]), "incident")
    assert [group.id for group in found] == [first.id, second.id]


def test_the_latest_word_counts_and_who_disagrees_is_shown() -> None:
    first, _, other = same()
    merge = review("merge", first, other, who="rina")
    split = review("split", first, other, who="budi", at="2023-10-02T00:00:00Z")
    found = groups(Snapshot([first, other], [], [merge, split]), "incident")
    assert len(found) == 2
    group = found.get(first.id)
    assert group is not None
    assert group.disputed == (merge,)


def test_a_rejected_claim_is_in_no_group() -> None:
    first, second, _ = same()
    records = [first, second]
    found = groups(Snapshot(records, judged(records), [review("reject", second)]), "incident")
    assert [group.members for group in found] == [(first.id,)]


def test_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="groups are of"):
        groups(Snapshot([]), "war")


def test_a_later_higher_toll_supersedes_and_another_of_the_day_contradicts() -> None:
    def toll(count: int, published: str, by: object = KARABAKH) -> Record:
        place, day = STEPANAKERT, "2023-09-19"
        return record("casualty", harm="killed", count=count, published=published, day=day, place=place, by=by)  # type: ignore[arg-type]

    early, late, same_day = toll(20, "2023-09-20"), toll(68, "2023-09-22"), toll(40, "2023-09-22", AZE)
    found = {(j.relation, j.one, j.other) for j in judge(early, late)}
    assert (SUPERSEDES, late.id, early.id) in found
    assert CONTRADICTS in {j.relation for j in judge(late, same_day)}


def test_agreements_meet_across_ids_of_a_hierarchy_and_not_across_years() -> None:
    def truce(day: str, published: str, language: str = "en") -> Record:
        slots = {"type": "ceasefire", "stage": "agreed", "parties": [AZE, KARABAKH], "mediator": [RUSSIA]}
        return record("agreement", day=day, published=published, language=language, **slots)

    one, other = truce("2023-09-20", "2023-09-20"), truce("2023-09-20", "2023-09-23", "id")
    assert [j.relation for j in judge(one, other)] == [SAME_AGREEMENT]
    assert judge(one, truce("2020-11-09", "2023-09-21")) == []


def together(*records: Record) -> set[frozenset[str]]:
    """The agreements that these claims make."""
    found = groups(Snapshot(records, judged(list(records))), "agreement")
    return {frozenset(group.members) for group in found}


def test_who_signed_for_a_side_and_whose_army_breaks_it_are_of_the_agreement() -> None:
    sides: dict[str, object] = {"parties": [AZE, KARABAKH]}
    signed = record("agreement", type="ceasefire", stage="signed", day="2023-09-20", document="one", at=0, **sides)
    signer = Actor("a-minister", "A. Minister")
    by_name = record("agreement", type="ceasefire", stage="signed", parties=[signer], document="one", at=200)
    army = actor("AZE/MIL", "AZE", "MIL")
    broken = record("agreement", type="ceasefire", stage="violated", parties=[army], published="2023-09-23")
    assert frozenset({signed.id, by_name.id, broken.id}) in together(signed, by_name, broken)
    government = record(
        "agreement", type="ceasefire", stage="violated", parties=[actor("AZE/GOV", "AZE", "GOV")], words="a"
    )
    for sector, one in (("MIL", 1), ("REB", 0)):
        body = actor(f"AZE/{sector}", "AZE", sector)
        other = record("agreement", type="ceasefire", stage="violated", parties=[body], words="b")
        assert len(judge(government, other)) == one


def test_a_mention_by_its_day_goes_to_the_one_agreement_of_that_day() -> None:
    signed = record("agreement", type="ceasefire", stage="signed", day="2023-09-20", parties=[AZE, KARABAKH])
    league = Actor("AFU", "African Union")
    slots = {"type": "other", "stage": "agreed", "mediator": [league], "published": "2023-12-30"}
    same_day = record("agreement", day="2023-09-20", words="a", **slots)
    next_day = record("agreement", day="2023-09-21", words="b", **slots)
    assert together(signed, same_day) == {frozenset({signed.id, same_day.id})}
    assert len(together(signed, next_day)) == 2
    armenia = actor("ARM", "ARM", "GOV")
    other = record(
        "agreement", type="ceasefire", stage="signed", day="2023-09-20", parties=[armenia, actor("GEO", "GEO")]
    )
    assert len(together(signed, other, same_day)) == 3


def test_a_late_step_goes_to_the_agreement_that_took_it() -> None:
    sides = {"type": "ceasefire", "parties": [AZE, KARABAKH]}
    older = record("agreement", stage="signed", day="2023-09-05", published="2023-09-05", words="a", **sides)
    newer = record(
        "agreement", stage="signed", day="2023-09-20", published="2023-09-20", words="seven-day truce", **sides
    )
    longer = record("agreement", stage="extended", published="2023-09-28", words="seven-day truce", **sides)
    again = {"type": "ceasefire", "by": KARABAKH, "published": "2023-09-29", "words": "c"}
    mention = record("agreement", stage="extended", day="2023-09-28", **again)
    vague = record("agreement", stage="violated", **again)
    made = together(older, newer, longer, mention, vague)
    assert frozenset({newer.id, longer.id, mention.id}) in made
    assert frozenset({vague.id}) in made


def test_a_toll_since_a_day_is_not_that_of_one_place_on_that_day() -> None:
    told = {"harm": "killed", "document": "one", "published": "2023-09-21"}
    whole = record("casualty", count=97, day=("2023-09-19", None), at=0, words="97 died since Tuesday", **told)
    there = record("casualty", count=3, day="2023-09-19", place=SHUSHA, at=30, words="Three died in Shusha", **told)
    beside = record("casualty", count=5, day="2023-09-19", at=60, words="five died", **told)
    assert not [j for j in judge(whole, there) if j.relation == SAME_INCIDENT]
    assert [j for j in judge(there, beside) if j.relation == SAME_INCIDENT]


def test_a_meeting_is_one_where_only_its_day_form_and_country_are_told_again() -> None:
    city = Place(Span(0, 4, "town"), "Ganja", "AZE", 40.68, 46.36, "city", 586523)
    land = Place(Span(0, 4, "land"), "Azerbaijan", "AZE", 40.5, 47.5, "country", 587116)
    planned = record("meeting", format="talks", participants=[AZE], day="2023-09-21", status="planned", place=city)
    held = record("meeting", format="talks", day="2023-09-21", published="2023-09-22", place=land)
    other_day = record("meeting", format="talks", day="2023-09-23", published="2023-09-24", place=land)
    assert [j.relation for j in judge(planned, held)] == [SAME_MEETING]
    assert judge(planned, other_day) == []


def test_a_handing_over_of_days_is_one() -> None:
    first = record("event", act="disarmament", actor=[KARABAKH], day="2023-09-23", place=SHUSHA)
    again = record("event", act="disarmament", day="2023-09-24", document=first.claim.document, at=900)
    assert [j.relation for j in judge(first, again)] == []  # days that differ, in one report
    undated = record("event", act="disarmament", document=first.claim.document, at=900)
    assert SAME_INCIDENT in {j.relation for j in judge(first, undated)}


def test_a_meeting_planned_and_held_is_one() -> None:
    planned = record("meeting", format="talks", participants=[AZE, KARABAKH], day="2023-09-21", status="planned")
    held = record("meeting", format="talks", participants=[AZE], day="2023-09-21", published="2023-09-22")
    assert [j.relation for j in judge(planned, held)] == [SAME_MEETING]


def test_strikes_on_two_near_towns_on_two_days_are_two() -> None:
    one = record("event", act="air_strike", actor=[AZE], day="2023-09-19", place=STEPANAKERT)
    other = record("event", act="air_strike", actor=[AZE], day="2023-09-20", place=SHUSHA, published="2023-09-22")
    same_day = record(
        "event", act="air_strike", actor=[AZE], day="2023-09-19", place=STEPANAKERT, outlet="Sample (fictional)"
    )
    assert not [j for j in judge(one, other) if j.relation == "same_incident"]
    assert [j for j in judge(one, same_day) if j.relation == "same_incident"]


def unknown(text: str) -> Place:
    return Place(Span(0, len(text), text))


def test_places_that_no_map_knows_are_one_by_their_name() -> None:
    one = record(
        "casualty", harm="injured", count=2, place=unknown("border village of Markaba"), published="2024-11-28"
    )
    other = record(
        "casualty", harm="injured", count=2, place=unknown("Desa Markaba"), published="2024-11-28", language="id"
    )
    third = record(
        "casualty", harm="injured", count=2, place=unknown("Desa Darbela"), published="2024-11-28", language="id"
    )
    assert set(block_keys(one)) & set(block_keys(other))
    assert SAME_INCIDENT in {j.relation for j in judge(one, other)}
    assert SAME_INCIDENT not in {j.relation for j in judge(one, third)}


def test_the_toll_of_a_war_is_apart_from_that_of_a_day() -> None:
    day = record(
        "casualty", document="x", at=0, harm="killed", count=10, day="2023-09-19", words="killed ten on Tuesday"
    )
    war = record("casualty", document="x", at=60, harm="killed", count=3800, day=("2022-10-01", None))
    beside = record("casualty", document="x", at=60, harm="killed", count=12, day="2023-09-19")
    assert SAME_INCIDENT not in {j.relation for j in judge(day, war)}
    assert SAME_INCIDENT in {j.relation for j in judge(day, beside)}


def deal(**more: Any) -> Record:
    held: dict[str, Any] = {"type": "ceasefire", "stage": "agreed", "parties": [AZE, KARABAKH], "mediator": [RUSSIA]}
    return record("agreement", **{**held, **more})


def agreed(*records: Record) -> set[frozenset[str]]:
    rows = [row for one, other in combinations(records, 2) for row in judge(one, other)]
    return {frozenset(group.members) for group in groups(Snapshot(records, rows), "agreement")}


def test_a_month_meets_a_day_in_it_and_a_report_may_be_ahead() -> None:
    made = deal(day="2023-09-20", published="2023-09-20")
    month = deal(day=("2023-09-01", "2023-09-30"), published="2023-10-12")
    ahead = deal(day=None, published="2023-09-19")
    since_2020 = deal(day=("2020-11-01", None), published="2023-06-19")
    assert agreed(made, month, ahead, since_2020) == {
        frozenset({made.id, month.id, ahead.id}),
        frozenset({since_2020.id}),
    }


def test_an_extension_months_later_is_of_the_agreement() -> None:
    made = deal(day="2023-09-20", published="2023-09-20")
    longer = deal(stage="extended", day=(None, "2024-02-18"), published="2024-01-26", mediator=[])
    assert set(block_keys(made)) & set(block_keys(longer))
    assert agreed(made, longer) == {frozenset({made.id, longer.id})}


def test_a_mention_without_parties_goes_where_one_agreement_alone_fits() -> None:
    made = deal(day="2023-09-20", published="2023-09-20")
    mention = deal(stage="in_effect", day=None, published="2023-12-24", parties=[], mediator=[], by=RUSSIA)
    another = deal(day="2023-12-20", published="2023-12-20")
    assert agreed(made, mention) == {frozenset({made.id, mention.id})}
    assert frozenset({mention.id}) in agreed(made, another, mention)
    other_land = deal(stage="in_effect", day=None, published="2023-12-24", parties=[], mediator=[], by=actor("COL"))
    assert frozenset({other_land.id}) in agreed(made, other_land)


def test_of_two_that_fit_it_is_the_one_whose_sides_its_report_tells_of_more() -> None:
    militia = actor("the-front", "GEO", "REB")
    made = record("agreement", type="ceasefire", stage="signed", day="2023-09-20", parties=[AZE, militia], words="a")
    other = record("agreement", type="ceasefire", stage="signed", day="2023-11-20", parties=[AZE, RUSSIA], words="b")
    said = {"type": "ceasefire", "stage": "violated", "published": "2023-12-24", "by": AZE, "document": "late"}
    mention = record("agreement", **said)
    georgia = Place(Span(0, 4, "town"), "Gori", "GEO", 41.98, 44.11, "city", 614455)
    beside = [record("event", act="shelling", place=georgia, document="late", published="2023-12-24") for _ in "ab"]
    assert frozenset({mention.id}) in together(made, other, mention)
    assert frozenset({made.id, mention.id}) in together(made, other, mention, *beside)


def test_two_states_that_kept_a_truce_may_be_those_on_whose_land_its_sides_are() -> None:
    militia = actor("the-front", "GEO", "REB")
    made = record("agreement", type="ceasefire", stage="signed", day="2023-09-20", parties=[AZE, militia], words="a")
    georgia, armenia = actor("GEO", "GEO", "GOV"), actor("ARM", "ARM", "GOV")
    late = {"type": "other", "published": "2023-12-24"}
    longer = record("agreement", stage="extended", parties=[AZE, georgia], words="b", **late)
    assert together(made, longer) == {frozenset({made.id, longer.id})}
    kept = record("agreement", stage="in_effect", parties=[georgia], words="c", **late)
    assert together(made, kept) == {frozenset({made.id, kept.id})}
    anew = record("agreement", stage="signed", parties=[AZE, georgia], words="d", **late)
    with_another = record("agreement", stage="extended", parties=[AZE, armenia], words="e", **late)
    rebels = record("agreement", stage="violated", parties=[actor("the-band", "GEO", "REB")], words="f", **late)
    for apart in (anew, with_another, rebels):
        assert len(together(made, apart)) == 2


def test_a_month_speaks_for_the_day_in_it() -> None:
    day = record("agreement", stage="signed", day="2023-09-20", words="a")
    month = [record("agreement", stage="agreed", day=("2023-09-01", "2023-09-30"), words=w) for w in "bc"]
    other = record("agreement", stage="agreed", day=("2023-08-01", "2023-08-31"), words="d")
    for one in (*month, other):
        object.__setattr__(one.claim.date, "precision", "month")
    found = dossier.declared([day, *month])
    assert found is not None
    assert (found.precision, str(found.start)) == ("day", "2023-09-20")
    found = dossier.declared([month[0], other, other])
    assert found is not None
    assert found.precision == "month"


def _made_in(first: str, last: str, precision: str, words: str) -> Record:
    found = record("agreement", stage="signed", day=(first, last), words=words)
    object.__setattr__(found.claim.date, "precision", precision)
    return found


def test_a_year_speaks_for_the_month_in_it_and_a_tie_is_the_shorters() -> None:
    year = _made_in("2023-01-01", "2023-12-31", "year", "a")
    month = _made_in("2023-09-01", "2023-09-30", "month", "b")
    found = dossier.declared([year, month])
    assert found is not None
    assert (found.precision, str(found.start), found.claims) == ("month", "2023-09-01", (year.id, month.id))
    day = _made_in("2023-09-20", "2023-09-20", "day", "c")
    found = dossier.declared([year, month, day])
    assert found is not None
    assert (found.precision, str(found.start), found.claims) == ("day", "2023-09-20", (year.id, month.id, day.id))
    other = _made_in("2021-01-01", "2021-12-31", "year", "d")
    for order in ([other, day], [day, other]):
        found = dossier.declared(order)
        assert found is not None
        assert (found.precision, found.claims) == ("day", (day.id,))
    week = _made_in("2022-05-02", "2022-05-08", "week", "e")
    found = dossier.declared([other, week])
    assert found is not None
    assert (found.precision, found.claims) == ("week", (week.id,))


def test_tolls_of_one_event_are_compared_whatever_number_stands_in_the_words() -> None:
    def toll(number: int, words: str, published: str) -> Record:
        slots: dict[str, Any] = {"harm": "killed", "count": number, "victims": [words], "perpetrator": [AZE]}
        return record("casualty", day="2023-09-25", place=STEPANAKERT, published=published, **slots)

    first, then = toll(20, "20 people", "2023-09-26"), toll(68, "68 people", "2023-09-27")
    assert (SUPERSEDES, then.id, first.id) in {(j.relation, j.one, j.other) for j in judge(first, then)}
    part = toll(9, "nine civilians", "2023-09-27")
    assert SUPERSEDES not in {j.relation for j in judge(part, then)}


@pytest.mark.parametrize(
    ("denial", "told", "contradicts"),
    [
        ({"actor": [AZE], "target": ["the school"]}, {"actor": [AZE], "target": ["a school"]}, True),
        ({"actor": [AZE]}, {"actor": [AZE], "target": ["a school"]}, True),
        ({"target": ["the military facility"]}, {"actor": [RUSSIA], "target": ["five fighter jets"]}, False),
        ({"target": ["the military facility"]}, {"target": ["military facility"]}, True),
        ({"target": ["the military facility"]}, {}, False),
        ({"actor": [RUSSIA]}, {"actor": [AZE]}, False),
    ],
)
def test_a_denial_contradicts_what_it_denies(
    denial: dict[str, Any], told: dict[str, Any], *, contradicts: bool
) -> None:
    """ "No military facility was attacked" says nothing of the jets that its owners shot down."""
    first = record("event", act="attack", day="2023-09-19", status="denied", **denial)
    second = record("event", act="attack", day="2023-09-19", **told)
    found = judge_figures(facts(first), facts(second), 0.9)
    assert (found is not None) == contradicts


def test_who_denies_that_civilians_died_does_not_deny_that_soldiers_did() -> None:
    nobody = record("casualty", harm="killed", victims=["civilians"], status="denied")
    for victims, contradicts in ((["soldiers"], False), (["civilians"], True)):
        some = record("casualty", harm="killed", victims=victims, count=3)
        assert (judge_figures(facts(nobody), facts(some), 0.9) is not None) == contradicts


FIVE_DAYS = ("2023-09-19", "2023-09-23")


@pytest.mark.parametrize(
    ("whole", "part", "apart"),
    [
        ({"day": FIVE_DAYS}, {"day": "2023-09-20"}, True),
        ({"day": FIVE_DAYS}, {"day": FIVE_DAYS}, False),
        ({"day": FIVE_DAYS}, {"place": STEPANAKERT}, True),
        ({"day": FIVE_DAYS, "place": STEPANAKERT}, {"place": STEPANAKERT}, False),
        ({"day": ("2023-09-19", "2023-09-20")}, {"day": "2023-09-20"}, False),
        ({"day": FIVE_DAYS, "count": 53}, {"day": "2023-09-20", "count": 53}, False),
        ({"day": ("2023-09-19", None)}, {"day": "2023-09-20"}, False),
    ],
)
def test_a_toll_of_days_and_one_of_a_day_or_town_in_them_are_two(
    whole: dict[str, Any], part: dict[str, Any], *, apart: bool
) -> None:
    later = {"published": "2023-09-30"}
    first = facts(record("casualty", harm="killed", **later, **{"count": 60, **whole}))
    second = facts(record("casualty", harm="killed", **later, **{"count": 26, **part}))
    assert whole_and_part(first, second, LASTING) == apart
    assert incident_fits(first, second) != apart


def test_what_lasts_is_told_of_by_any_of_its_days() -> None:
    battle = facts(record("event", act="operation", day=FIVE_DAYS, published="2023-09-30"))
    day = facts(record("event", act="operation", day="2023-09-20", published="2023-09-30"))
    assert incident_fits(battle, day)


def test_an_accord_goes_by_the_place_where_it_was_signed() -> None:
    name = Span(0, 15, "the Ganja accord")
    named = record("agreement", type="other", stage="agreed", day="2023-09-20", name=name, words="a")
    there = record("agreement", type="other", stage="signed", place=GANJA, parties=[AZE, RUSSIA], words="b")
    elsewhere = record("agreement", type="other", stage="signed", place=SHUSHA, parties=[AZE, RUSSIA], words="c")
    assert together(named, there) == {frozenset({named.id, there.id})}
    assert len(together(named, elsewhere)) == 2


def test_a_report_may_tell_the_end_of_what_it_says_was_made_years_ago() -> None:
    sides = {"type": "ceasefire", "parties": [AZE, KARABAKH], "published": "2023-09-21"}
    ended = record("agreement", stage="collapsed", day="2023-09-20", document="one", words="a", **sides)
    made = record("agreement", stage="signed", day="2017-02-22", document="one", words="b", **sides)
    elsewhere = record("agreement", stage="signed", day="2017-02-22", document="two", words="c", **sides)
    assert together(ended, made) == {frozenset({ended.id, made.id})}
    assert len(together(ended, elsewhere)) == 2
