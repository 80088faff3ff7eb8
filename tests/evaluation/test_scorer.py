"""The scorer: figures known by hand, and all figures the same as the shared scorer's where that is here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import corpora
from gencatan.evaluation.assign import assign
from gencatan.evaluation.figures import figures_json, figures_lines, score_languages, unknown_documents
from gencatan.evaluation.gold import GoldReport, load_gold
from gencatan.evaluation.items import aligned, core_faults, same_words
from gencatan.evaluation.scorer import LOST_ITEMS, score
from gencatan.evaluation.system import load_system
from tests.conftest import ROOT, examples
from tests.evaluation.shared import GOLDEN, Json, corrupted, here, perfect, run_shared, shared_scorer

GOLDEN_FOLDER = ROOT / "tests" / "golden"


def figures(gold: list[GoldReport], system: dict[str, list[Json]]) -> Json:
    return figures_json(score_languages(gold, system), unknown_documents(gold, system))


def settled(found: Json) -> Json:
    """Figures without what the shared scorer leaves to chance: the order of a sum of floats."""
    for language in found["languages"].values():
        language["macro"] = round(language["macro"], 12)
    return found


def write_claims(path: Path, system: dict[str, list[Json]]) -> Path:
    claims = [claim for found in system.values() for claim in found]
    path.write_text("".join(json.dumps(claim) + "\n" for claim in claims), encoding="utf-8")
    return path


def test_a_perfect_reader_scores_one() -> None:
    scores = score(GOLDEN, perfect())
    assert scores.total(scores.items).f1 == 1
    assert scores.total(scores.claims).f1 == 1
    assert {name for name, rate in scores.slots.items() if rate.f1 < 1} == set()
    assert (scores.located, scores.macro) == (1, 1)


def test_no_reader_scores_nothing() -> None:
    scores = score(GOLDEN, {})
    assert scores.total(scores.items).f1 == 0
    assert scores.total(scores.claims).gold == sum(len(e["claims"]) for e in GOLDEN)
    assert scores.located == 0


def test_a_claim_without_sound_evidence_costs_three_items() -> None:
    entry = GOLDEN[0]
    (claim, *_) = perfect([entry])[entry["document"]["id"]]
    claim["evidence"][0]["start"] += 1
    scores = score([entry], {entry["document"]["id"]: [claim]})
    assert scores.items[claim["kind"]].system == LOST_ITEMS
    assert scores.total(scores.claims).hit == 0
    assert scores.alarms == [claim]


def test_a_broken_claim_is_told_and_costs_the_same() -> None:
    entry = GOLDEN[0]
    ident = entry["document"]["id"]
    (claim, *_) = perfect([entry])[ident]
    scores = score([entry], {ident: [claim | {"slots": {"colour": "red", "actor": 5}}]})
    assert scores.broken == [f"{ident}: TypeError: 'int' object is not iterable"]
    assert scores.ignored == {"colour": 1}
    assert scores.items[claim["kind"]].system == LOST_ITEMS


@here
@pytest.mark.parametrize("seed", range(3))
def test_same_output_as_the_shared_scorer(tmp_path: Path, seed: int) -> None:
    paths = [GOLDEN_FOLDER, *corpora.develop()]
    gold = load_gold(paths)
    strangers = [claim | {"document": "nowhere"} for claim in perfect(GOLDEN[:1])[GOLDEN[0]["document"]["id"]]]
    system = corrupted(seed, [report.entry for report in gold]) | {"nowhere": strangers}
    claims = write_claims(tmp_path / "claims.jsonl", system)
    ours = figures(gold, load_system([claims]))
    theirs = json.loads(run_shared(paths, claims, "--json"))
    assert settled(ours) == settled(theirs)
    assert ours["claims_of_unknown_documents"] == len(strangers)
    assert any(language["broken"] for language in ours["languages"].values())
    assert any(language["ignored_slots"] for language in ours["languages"].values())
    lines = [line for line in run_shared(paths, claims).splitlines() if "ignored_slots" not in line]
    assert [line for line in figures_lines(ours) if "ignored_slots" not in line] == lines


@here
@settings(max_examples=examples(40))
@given(seed=st.integers(0, 2**32), reports=st.integers(1, 4))
def test_any_corruption_gives_the_shared_scorers_figures(seed: int, reports: int) -> None:
    gold = GOLDEN[seed % 11 :][:reports]
    system = corrupted(seed, gold)
    theirs, ours = shared_scorer().score(gold, system), score(gold, system)
    for table, rates in (("items", ours.items), ("claims", ours.claims), ("slots", ours.slots)):
        assert set(theirs[table]) == {*rates, "all"}
        for name, row in theirs[table].items():
            rate = ours.total(rates) if name == "all" else rates[name]
            assert (row["hit"], row["system"], row["gold"]) == (rate.hit, rate.system, rate.gold), (table, name)
            assert (row["p"], row["r"], row["f1"]) == (rate.precision, rate.recall, rate.f1)
    assert theirs["located"] == ours.located
    assert theirs["macro"] == pytest.approx(ours.macro, abs=1e-12)
    assert (theirs["ignored_slots"], theirs["broken"]) == (ours.ignored, ours.broken)


def test_the_corruptions_corrupt() -> None:
    scores = score(GOLDEN, corrupted(1))
    assert 0.3 < scores.total(scores.items).f1 < 0.95
    assert scores.broken


def test_wordings() -> None:
    assert same_words("actor", "the Azerbaijani forces", ["Azerbaijani forces"])
    assert not same_words("actor", "Azerbaijan", ["Armenia"])
    assert same_words("topic", "fuel aid", ["fuel depot"]), "half is enough for free text"
    assert not same_words("actor", "fuel aid", ["fuel depot"])


def test_items_are_used_once() -> None:
    want = [("actor", ["the army"]), ("actor", ["the army"]), ("act", frozenset({"attack", "clash"}))]
    assert aligned(want, [("act", "clash"), ("actor", "army")]) == [(0, 1), (2, 0)]
    assert aligned(want, [("act", ["clash"])]) == [], "a list is no value"


def test_core() -> None:
    want = [("kind", "event"), ("act", frozenset({"attack"})), ("actor", ["army"]), ("actor", ["police"])]
    assert core_faults("event", want, [("kind", "event"), ("act", "attack"), ("actor", "police")]) == []
    assert core_faults("event", want, [("act", "clash"), ("actor", "rebels"), ("status", "denied")]) == [
        "act",
        "actor",
        "status",
    ]
    assert core_faults("casualty", [("harm", frozenset({"killed"}))], [("harm", "killed"), ("count.min", 3)]) == [
        "count.min"
    ], "a number that is not annotated"


def test_assignment_takes_the_best_total() -> None:
    assert sorted(assign([[5, 4], [4, 0]])) == [(0, 1), (1, 0)]
    assert assign([[0, 0]]) == []
    assert sorted(assign([[1], [3]])) == [(1, 0)]
