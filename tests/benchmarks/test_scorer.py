"""The scorer: figures known by hand, and the same figures as the shared scorer where that is here."""

from __future__ import annotations

import copy
import importlib.util
import random
from types import ModuleType
from typing import Any

import pytest

from benchmarks import corpora
from benchmarks.accuracy import gate
from benchmarks.accuracy.resolved import actor_ids, is_state, place_ids
from benchmarks.accuracy.scorer import Pair, assign, same_words, score
from gencatan.model.vocabulary import FILLERS, KINDS, TEXT
from tests.conftest import ROOT, entries

SHARED = corpora.SHARED / "score.py"
GOLDEN = entries(ROOT / "tests" / "golden")

Json = dict[str, Any]


def as_read(claim: Json, text: str, ident: str) -> Json:
    """An annotated claim as a perfect system would read it."""

    at = text.find(claim["anchor"])
    return {
        "document": ident,
        "kind": claim["kind"],
        "status": claim["status"],
        "slots": {name: _as_read(KINDS[claim["kind"]][name], value) for name, value in claim["slots"].items()},
        "date": claim["date"],
        "place": {"text": _first(claim["place"])} if claim["place"] else None,
        "attribution": [{"text": _first(source)} for source in claim["attribution"]],
        "evidence": [{"start": at, "end": at + len(claim["anchor"]), "text": claim["anchor"]}],
    }


def _as_read(type_: str, value: Any) -> Any:
    if type_ == FILLERS:
        return [{"text": _first(filler)} for filler in value]
    return {"text": _first(value)} if type_ == TEXT else value if isinstance(value, dict) else _first(value)


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


def spoiled(claims: list[Json], seed: int) -> list[Json]:
    """Claims with slots lost, values changed, claims dropped and doubled, evidence broken."""
    draw = random.Random(seed)
    found = []
    for original in claims:
        claim = copy.deepcopy(original)
        for name in list(claim["slots"]):
            if draw.random() < 0.2:
                del claim["slots"][name]
        for key, value in (("status", "planned"), ("date", None), ("place", None), ("attribution", [])):
            if draw.random() < 0.15:
                claim[key] = value
        if draw.random() < 0.05:
            claim["evidence"][0]["start"] += 1
        found += [claim] * draw.choice([0, 1, 1, 1, 1, 2])
    return found


def _systems(seed: int) -> dict[str, list[Json]]:
    return {
        entry["document"]["id"]: spoiled(
            [as_read(c, entry["document"]["text"], entry["document"]["id"]) for c in entry["claims"]], seed
        )
        for entry in GOLDEN
    }


def test_a_perfect_reader_scores_one() -> None:
    system = {
        e["document"]["id"]: [as_read(c, e["document"]["text"], e["document"]["id"]) for c in e["claims"]]
        for e in GOLDEN
    }
    scores = score(GOLDEN, system)
    assert scores.total(scores.items).f1 == 1
    assert scores.total(scores.claims).f1 == 1
    assert scores.located == 1
    assert scores.macro == 1


def test_no_reader_scores_nothing() -> None:
    scores = score(GOLDEN, {})
    assert scores.total(scores.items).f1 == 0
    assert scores.total(scores.claims).gold == sum(len(e["claims"]) for e in GOLDEN)
    assert scores.located == 0


@pytest.fixture(scope="module")
def shared_scorer() -> ModuleType:
    if not SHARED.exists():
        pytest.skip("the shared scorer is not here")
    spec = importlib.util.spec_from_file_location("shared_score", SHARED)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(6))
def test_same_figures_as_the_shared_scorer(shared_scorer: ModuleType, seed: int) -> None:
    system = _systems(seed)
    theirs, ours = shared_scorer.score(GOLDEN, system), score(GOLDEN, system)
    for table, rates in (("items", ours.items), ("claims", ours.claims)):
        for kind, row in theirs[table].items():
            rate = ours.total(rates) if kind == "all" else rates[kind]
            assert (row["hit"], row["system"], row["gold"]) == (rate.hit, rate.system, rate.gold), (table, kind)
            assert row["f1"] == pytest.approx(rate.f1)
    assert theirs["located"] == pytest.approx(ours.located)
    assert theirs["macro"] == pytest.approx(ours.macro)
    assert 0.4 < ours.total(ours.items).f1 < 0.99


def test_wordings() -> None:
    assert same_words("actor", "the Azerbaijani forces", ["Azerbaijani forces"])
    assert not same_words("actor", "Azerbaijan", ["Armenia"])
    assert same_words("topic", "fuel aid", ["fuel depot"]), "half is enough for free text"
    assert not same_words("actor", "fuel aid", ["fuel depot"])


def test_assignment_takes_the_best_total() -> None:
    assert sorted(assign([[5, 4], [4, 0]])) == [(0, 1), (1, 0)]
    assert assign([[0, 0]]) == []
    assert sorted(assign([[1], [3]])) == [(1, 0)]


def test_resolved_figures() -> None:
    assert is_state("AZE/MIL")
    assert is_state("AZE")
    assert not is_state("UNO/security-council")
    assert not is_state("farc")
    gold = {
        "slots": {"actor": [["Azerbaijani forces", "Azerbaijan"]], "act": ["attack", "clash"]},
        "place": ["the region", "Goris"],
        "attribution": [],
        "resolved": {
            "actors": {"Azerbaijani forces": "AZE/MIL"},
            "places": {"Goris": {"geoname_id": 174972, "region": None}},
        },
    }
    read = {
        "slots": {"actor": [{"text": "Azerbaijani forces", "actor": {"id": "AZE/MIL"}}], "act": "attack"},
        "place": {"text": "Goris", "geoname_id": 1, "region": None},
        "attribution": [],
    }
    pairs = [Pair(gold, read, True)]
    assert actor_ids(pairs).precision == 1
    assert (place_ids(pairs).hit, place_ids(pairs).system) == (0, 1)


def test_floors_only_fall_with_a_reason() -> None:
    digests = {"golden": "d1"}
    floors = gate.pin({"golden.en": {"items": 0.80}}, {}, digests, None)
    assert floors["floors"]["golden.en"]["items"] == 0.79
    assert gate.check({"golden.en": {"items": 0.785}}, floors, digests) != []
    assert gate.check({"golden.en": {"items": 0.80}}, floors, digests) == []
    assert gate.check({"golden.en": {"items": 0.80}}, floors, {"golden": "d2"}) != []
    assert gate.pin({"golden.en": {"items": 0.5}}, floors, digests, None)["floors"] == floors["floors"]
    lowered = gate.pin({"golden.en": {"items": 0.5}}, floors, digests, "the annotation was wrong")
    assert lowered["floors"]["golden.en"]["items"] == 0.49
    assert lowered["lowered"][0]["reason"] == "the annotation was wrong"


def test_a_figure_that_vanishes_is_below_its_floor() -> None:
    floors = gate.pin({"golden.en.kinds": {"event": 0.8}}, {}, {}, None)
    assert gate.check({"golden.en.kinds": {}}, floors, {}) == ["golden.en.kinds: event is 0.000, its floor 0.77"]
