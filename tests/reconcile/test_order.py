"""Of tolls, agreements and meetings as of acts: a judgement is the same from either side, a group in any order."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from gencatan.model import Count, Record, Snapshot, Span
from gencatan.model.books import SAME_AGREEMENT, SAME_INCIDENT, SAME_MEETING
from gencatan.reconcile import block_keys, groups, judge
from gencatan.reconcile.compliance.dossier import Agreement
from gencatan.reconcile.compliance.standing import compliance
from tests.reconcile.made import AZE, GANJA, KARABAKH, RUSSIA, SHUSHA, STEPANAKERT, actor, record
from tests.reconcile.test_groups import judged

ARMY, ARMENIA, NORWAY = actor("AZE/MIL", "AZE", "MIL"), actor("ARM", "ARM", "GOV"), actor("NOR", "NOR", "GOV")
ENVOY = actor("somebody")
DAYS = ("2023-09-18", "2023-09-19", "2023-09-20", ("2023-09-01", "2023-09-30"), (None, "2023-09-20"), None)
TOLD = ("2023-09-20", "2023-09-21", "2023-09-24", "2023-10-30", None)
SIDES = ([AZE], [AZE, KARABAKH], [ARMY, ARMENIA], [AZE, ARMENIA], [ENVOY], [RUSSIA, AZE, KARABAKH], [])
COUNTS = (
    Count(11, 11, "11"),
    Count(43, 43, "43"),
    Count(40, 40, "about 40", "about"),
    Count(200, None, "at least 200", "at_least"),
    Count(200, 999, "hundreds", "vague"),
    Count(200, 200, "200"),
    Count(None, 50, "up to 50", "up_to"),
    None,
)
RELATIONS = {SAME_INCIDENT: "incident", SAME_AGREEMENT: "agreement", SAME_MEETING: "meeting"}


@st.composite
def told(draw: st.DrawFn) -> Record:
    """One claim of any kind that is grouped, of one of a few reports."""
    at = draw(st.sampled_from((0, 60, 300, 5000)))
    common = {
        "document": draw(st.sampled_from(("", "a", "b"))),
        "day": draw(st.sampled_from(DAYS)),
        "place": draw(st.sampled_from((None, STEPANAKERT, SHUSHA, GANJA))),
        "language": draw(st.sampled_from(("en", "id"))),
        "by": draw(st.sampled_from((None, None, AZE, KARABAKH))),
        "words": draw(st.sampled_from(("the truce that held was extended", "the shelling of the town killed", ""))),
        "status": draw(st.sampled_from(("asserted", "asserted", "asserted", "denied", "planned", "called_for"))),
        "at": at,
    }
    common["published"] = {"a": "2023-09-20", "b": "2023-09-22"}.get(common["document"]) or draw(st.sampled_from(TOLD))
    sides = draw(st.sampled_from(SIDES))
    kind = draw(st.sampled_from(("casualty", "agreement", "meeting", "event", "deployment")))
    slots = {
        "casualty": lambda: {
            "harm": draw(st.sampled_from(("killed", "injured", "displaced"))),
            "count": draw(st.sampled_from(COUNTS)),
            "victims": draw(st.sampled_from(([], ["soldiers"], ["civilians"], [ARMY]))),
        },
        "agreement": lambda: {
            "type": draw(st.sampled_from(("ceasefire", "peace", "other"))),
            "stage": draw(st.sampled_from(("proposed", "agreed", "signed", "in_effect", "extended", "violated"))),
            "parties": sides,
            "mediator": draw(st.sampled_from(([], [RUSSIA], [NORWAY]))),
            "name": draw(st.sampled_from((None, None, Span(0, 12, "Simla Accord"), Span(0, 12, "Lahore Accord")))),
        },
        "meeting": lambda: {
            "format": draw(st.sampled_from(("talks", "phone", "summit", "other"))),
            "participants": sides,
        },
        "event": lambda: {
            "act": draw(st.sampled_from(("attack", "shelling", "operation", "release", "retreat"))),
            "actor": sides,
            "target": draw(st.sampled_from(([], ["the hospital"], [KARABAKH]))),
        },
        "deployment": lambda: {"force": sides, "change": draw(st.sampled_from(("deployed", "withdrawn")))},
    }[kind]()
    return record(kind, **common, **{name: held for name, held in slots.items() if held})


@settings(max_examples=400, deadline=None)
@given(told(), told())
def test_a_judgement_is_the_same_from_either_side(one: Record, other: Record) -> None:
    assert judge(one, other) == judge(other, one)


@settings(max_examples=400, deadline=None)
@given(told(), told())
def test_what_is_judged_one_incident_shares_a_block(one: Record, other: Record) -> None:
    if any(judgement.relation == SAME_INCIDENT for judgement in judge(one, other)):
        assert set(block_keys(one)) & set(block_keys(other))


def in_two_orders(records: list[Record], chance: random.Random) -> tuple[Snapshot, Snapshot]:
    """The records and what is judged of them, as given and shuffled."""
    judgements = judged(records)
    mixed, rows = list(records), list(judgements)
    chance.shuffle(mixed)
    chance.shuffle(rows)
    return Snapshot(records, judgements), Snapshot(mixed, rows)


@settings(max_examples=120, deadline=None)
@given(st.lists(told(), min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_groups_depend_on_no_order(records: list[Record], chance: random.Random) -> None:
    laid = in_two_orders(records, chance)
    for kind in RELATIONS.values():
        first, second = (groups(snapshot, kind) for snapshot in laid)
        assert {(g.id, frozenset(g.members)) for g in first} == {(g.id, frozenset(g.members)) for g in second}


@settings(max_examples=80, deadline=None)
@given(st.lists(told(), min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_where_everything_stands_depends_on_no_order(records: list[Record], chance: random.Random) -> None:
    found, again = map(compliance, in_two_orders(records, chance))
    assert list(map(_state, found.agreements)) == list(map(_state, again.agreements))
    assert [(one.id, one.day, one.outcome.value) for one in found.engagements] == [
        (one.id, one.day, one.outcome.value) for one in again.engagements
    ]


def _state(one: Agreement) -> tuple[Any, ...]:
    """Where an agreement stands; its claims are cited in the order of the books."""
    days = [(day.start, day.end, day.precision) for day in (one.declared, one.effective, one.ended) if day]
    parties = {frozenset(party.claims) for party in one.parties}
    steps = [(step.stage, step.status, step.day, frozenset(step.claims)) for step in one.history]
    return one.id, one.type, one.lifecycle.value, one.form.value, days, parties, steps, frozenset(one.claims)


def test_pairs_of_every_kind_are_drawn() -> None:
    """That the properties are no empty words: such claims are judged to be one."""
    given = [
        record("agreement", type="ceasefire", stage="signed", day="2023-09-20", parties=[AZE, KARABAKH]),
        record("agreement", type="ceasefire", stage="in_effect", day="2023-09-20", parties=[KARABAKH, AZE]),
        record("meeting", format="talks", day="2023-09-20", participants=[AZE, KARABAKH]),
        record("meeting", format="talks", day="2023-09-20", participants=[AZE, KARABAKH]),
        record("casualty", harm="killed", day="2023-09-20", count=COUNTS[1], place=SHUSHA),
        record("casualty", harm="killed", day="2023-09-20", count=COUNTS[1], place=SHUSHA),
    ]
    assert {j.relation for one, other in combinations(given, 2) for j in judge(one, other)} == set(RELATIONS)
