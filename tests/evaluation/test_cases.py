"""Errors of whole reports: each annotation and each claim in one place, grouped, bounded, and shown."""

from __future__ import annotations

import copy
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from gencatan import Reader
from gencatan.evaluation.cases import Case, find_cases
from gencatan.evaluation.causes import CAUSES
from gencatan.evaluation.listing import errors_json, errors_lines, make_listing
from gencatan.evaluation.scorer import score
from gencatan.reading.explaining.explanation import Explanation
from tests.conftest import to_document
from tests.evaluation.shared import GOLDEN, Json

NO_FIGURES: Json = {"languages": {}, "claims_of_unknown_documents": 0}


@pytest.fixture(scope="module")
def explained(reader: Reader) -> list[Explanation]:
    return [reader.explain(to_document(entry)) for entry in GOLDEN]


def as_gold(explained: Explanation) -> Json:
    """An annotation with which the reader agrees in all."""
    claims = []
    for claim in explained.claims:
        read = claim.to_dict()
        slots = {name: _accepted(value) for name, value in read["slots"].items()}
        gold = {"kind": claim.kind, "status": claim.status, "slots": slots, "date": read["date"]}
        gold["place"] = read["place"]["text"] if read["place"] else None
        gold["attribution"] = [filler["text"] for filler in read["attribution"]]
        claims.append(gold | {"anchor": read["evidence"][0]["text"]})
    return {"document": explained.document.to_dict(), "claims": claims}


def _accepted(value: Any) -> Any:
    if isinstance(value, list):
        return [[filler["text"]] for filler in value]
    return value.get("text") if isinstance(value, dict) and "start" in value else value


def only(cases: list[Case]) -> Case:
    assert [(case.sort, case.cause) for case in cases][1:] == []
    return cases[0]


def test_no_error_where_all_agrees(explained: list[Explanation]) -> None:
    for one in explained:
        assert find_cases(as_gold(one), one) == []


def test_each_annotation_and_each_claim_is_counted_once(explained: list[Explanation]) -> None:
    for entry, one in zip(GOLDEN, explained, strict=True):
        cases = find_cases(entry, one)
        sorts = Counter(case.sort for case in cases)
        right = score([entry], {one.document.id: [c.to_dict() for c in one.claims]}).right_claims
        found = len(entry["claims"]) - sorts["miss"] - sorts["wrong"]
        assert found == len(one.claims) - sorts["alarm"] - sorts["wrong"]
        assert right <= found <= right + 1
        assert {case.cause for case in cases} <= set(CAUSES)
        assert all(case.sentences for case in cases)
        assert all(case.note is not None for case in cases if case.claim is not None)


def test_a_lost_claim_is_a_miss_with_its_entry(explained: list[Explanation]) -> None:
    one = explained[0]
    gold = as_gold(one)
    lost = replace(one, claims=one.claims[1:])
    case = only(find_cases(gold, lost))
    assert (case.sort, case.kind) == ("miss", one.claims[0].kind)
    assert case.gold == gold["claims"][0]
    assert case.sentences


def test_a_claim_more_is_spurious_and_a_second_telling_a_duplicate(explained: list[Explanation]) -> None:
    one, lone = next(
        (one, c) for one in explained for c in one.claims if [o.kind for o in one.claims].count(c.kind) == 1
    )
    gold = as_gold(one)
    without = gold | {"claims": [c for c in gold["claims"] if c["kind"] != lone.kind]}
    case = only(find_cases(without, one))
    assert (case.sort, case.cause, case.kind) == ("alarm", "spurious", lone.kind)
    twice = replace(one, claims=(*one.claims, one.claims[0]))
    case = only(find_cases(gold, twice))
    assert (case.sort, case.cause) == ("alarm", "duplicate")


def test_another_kind_at_the_same_words_is_confusion(explained: list[Explanation]) -> None:
    one = explained[0]
    gold = as_gold(one)
    claim = next(claim for claim in gold["claims"] if claim["kind"] == "event")
    claim.update(kind="meeting", slots={})
    cases = find_cases(gold, one)
    assert {(case.sort, case.cause, case.kind) for case in cases} == {
        ("miss", "kind_confusion", "meeting"),
        ("alarm", "kind_confusion", "event"),
    }


def test_a_changed_item_names_its_cause(explained: list[Explanation]) -> None:
    one = explained[0]
    gold = copy.deepcopy(as_gold(one))
    claim = next(c for c in gold["claims"] if c["kind"] == "casualty" and "count" in c["slots"])
    claim["slots"]["count"] = {"min": 7, "max": 7}
    case = only(find_cases(gold, one))
    assert (case.sort, case.cause) == ("wrong", "counts")
    assert ("7",) in [row.wanted for row in case.rows if row.core]


def test_groups_are_bounded_and_every_cause_keeps_its_share(explained: list[Explanation]) -> None:
    cases = [case for entry, one in zip(GOLDEN, explained, strict=True) for case in find_cases(entry, one)]
    whole = make_listing(cases, 5_000, NO_FIGURES, kept_back=0)
    assert (whole.total, whole.left_out) == (len(cases), 0)
    few = make_listing(cases, 60, NO_FIGURES, kept_back=0)
    assert sum(len(group.shown) for group in few.groups) == 60
    assert few.left_out == len(cases) - 60
    assert all(group.shown for group in few.groups)
    assert [group.total for group in few.groups] == sorted((g.total for g in few.groups), reverse=True)
    assert errors_json(few)["left_out"] == few.left_out
    assert f"{few.left_out} errors are left out" in "\n".join(errors_lines(few))
    assert make_listing([], 60, NO_FIGURES, kept_back=2).groups == ()


def test_lines_are_safe_for_a_terminal(explained: list[Explanation]) -> None:
    cases = find_cases(GOLDEN[0], explained[0])
    gold = next(case for case in cases if case.gold is not None)
    hostile = replace(gold, gold=dict(gold.gold or {}) | {"anchor": "\x1b[31mred\u202e"})
    lines = list(errors_lines(make_listing([hostile], 5, NO_FIGURES, kept_back=1)))
    assert any("[31mred" in line for line in lines)
    assert not any("\x1b" in line or "\u202e" in line for line in lines)
    assert "1 report is kept back: counted in the figures, and shown nowhere" in lines
