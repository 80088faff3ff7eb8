"""The shared scorer, and annotated reports and claims to try both scorers on."""

from __future__ import annotations

import importlib.util
import json
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from benchmarks import corpora
from gencatan.model.vocabulary import FILLERS, KINDS, TEXT
from tests.conftest import ROOT, entries

Json = dict[str, Any]

SCORER = corpora.SHARED / "score.py"
GOLDEN = entries(ROOT / "tests" / "golden")
here = pytest.mark.skipif(not SCORER.exists(), reason=f"no shared scorer in {corpora.SHARED}")


def shared_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_shared(gold: Sequence[Path], system: Path, *options: str) -> str:
    command = [sys.executable, str(SCORER), *map(str, gold), "--system", str(system), *options]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()


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


def perfect(gold: Sequence[Json] = GOLDEN) -> dict[str, list[Json]]:
    """What a perfect system reads, by document id."""
    documents = ((entry["document"], entry["claims"]) for entry in gold)
    return {doc["id"]: [as_read(claim, doc["text"], doc["id"]) for claim in claims] for doc, claims in documents}


def spoiled(claim: Json, draw: random.Random) -> Json:
    """A copy of a claim with slots lost, numbers and values changed, evidence moved, or its form broken."""
    claim = json.loads(json.dumps(claim))
    slots = claim["slots"]
    for name in list(slots):
        if draw.random() < 0.2:
            del slots[name]
        elif name == "count" and draw.random() < 0.3:
            slots[name][draw.choice(["min", "max"])] = draw.choice([None, 1, 2, 99])
        elif isinstance(slots[name], list) and draw.random() < 0.2:
            slots[name].append({"name": draw.choice(["the army", "rebels", "Goris", ""])})
    for key, values in _CHANGES:
        if draw.random() < 0.12:
            claim[key] = draw.choice(values)
    if draw.random() < 0.05:
        draw.choice(_BREAKS)(claim)
    return claim


_CHANGES: list[tuple[str, list[Any]]] = [
    ("status", ["planned", "asserted", None]),
    ("date", [None, {"start": "2023-09-19", "end": "2023-09-19T10:00"}, {"start": None, "end": "2023-01-01"}]),
    ("place", [None, {"name": "Goris"}, "Baku"]),
    ("attribution", [[], None, [{"text": "the army"}, {"text": "the army"}]]),
    ("kind", list(KINDS)),
]


def _lose(name: str) -> Any:
    return lambda claim: claim.pop(name, None)


def _set(name: str, value: Any) -> Any:
    return lambda claim: claim.__setitem__(name, value)


_BREAKS: list[Any] = [
    _lose("evidence"),
    _lose("kind"),
    _lose("slots"),
    _lose("status"),
    _set("evidence", [{"start": 0, "end": 4}]),
    _set("evidence", [{"start": 0, "end": 4, "text": "\x00"}]),
    _set("evidence", "words"),
    _set("slots", {"colour": "red", "actor": 5}),
    _set("slots", {"colour": "red", "count": {"min": 4}, "weather": [1]}),
    _set("slots", ["actor"]),
    _set("date", "2023"),
    _set("date", {"start": 2023}),
    _set("attribution", 7),
]


def corrupted(seed: int, gold: Sequence[Json] = GOLDEN) -> dict[str, list[Json]]:
    """Claims dropped, doubled, spoiled and shuffled."""
    draw = random.Random(seed)
    found = {}
    for ident, claims in perfect(gold).items():
        kept = [spoiled(c, draw) for c in claims for _ in range(draw.choice([0, 1, 1, 1, 1, 2]))]
        draw.shuffle(kept)
        found[ident] = kept
    return found
