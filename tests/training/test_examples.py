from __future__ import annotations

import copy
from typing import Any

import pytest

from training.examples.check import PARTS, Example, load, problems, summary

ALL = [example for part in PARTS for example in load(part)]


def test_all_examples_keep_the_contract() -> None:
    assert problems(ALL) == []


@pytest.mark.parametrize("part", PARTS)
def test_each_part_has_passages_with_claims_and_without(part: str) -> None:
    examples = load(part, "en")
    assert len(examples) >= 50
    silent = sum(not example.claims for example in examples)
    assert 0.1 <= silent / len(examples) <= 0.4


def test_the_summary_counts_what_was_loaded() -> None:
    count = len(load("develop", "en"))
    assert f"develop en: {count} passages" in summary(ALL)


def _broken(change: dict[str, Any]) -> Example:
    example = copy.deepcopy(next(e for e in ALL if e.claims))
    example.claims[0].update(change)
    return example


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "rumour"}, "kind 'rumour'"),
        ({"status": "true"}, "status 'true'"),
        ({"anchor": "words of another report"}, "is not in the text"),
        ({"place": ["Atlantis"]}, "has words that the text has not: ['atlantis']"),
        ({"date": {"start": "2024-02-30", "end": None}}, "date"),
        ({"date": {"start": "2024-03-02", "end": "2024-03-01"}}, "ends before it starts"),
        ({"kind": "event", "slots": {"act": "quarrel"}}, "value 'quarrel'"),
        ({"kind": "event", "slots": {"actor": [["x"]]}}, "without act"),
        ({"kind": "casualty", "slots": {"harm": "killed", "count": {"min": 5, "max": 2}}}, "count"),
        ({"kind": "casualty", "slots": {"harm": "killed", "victims": []}}, "an empty slot is absent"),
        ({"kind": "meeting", "slots": {"format": "talks", "harm": "killed"}}, "no slot of meeting"),
    ],
)
def test_what_breaks_a_rule_is_named(change: dict[str, Any], message: str) -> None:
    found = problems([_broken(change)])
    assert any(message in line for line in found), found


def test_an_id_used_twice_is_named() -> None:
    assert any("id is used twice" in line for line in problems([ALL[0], ALL[0]]))
