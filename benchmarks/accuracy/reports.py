"""Annotated reports: how many of their claims are read, by set, language and kind; and what confidence is worth.

Sets are *golden* (ours, in `tests/golden`), *examples* and *examples_kept_back* (our passages in `training/examples`),
*founding*, *develop* and *kept_back* (`GENCATAN_CORPORA`). What is kept back gives figures only.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks import corpora
from benchmarks.accuracy import resolved
from benchmarks.accuracy.suite import WORKERS, Figures, Measured, missing
from gencatan.evaluation.items import Json
from gencatan.evaluation.scorer import Scores, score

if TYPE_CHECKING:
    from gencatan import Reader

NAME: Final = "reports"
BINS: Final = 10
BY_KIND: Final = ("golden", "develop", "examples")
HELD_BACK: Final = ("kept_back", "examples_kept_back")
"""What nothing was fitted on; confidence is judged on both together."""
BATCH: Final = 2
Read = dict[str, list[Json]]
Bin = tuple[float, float, int]
"""Mean confidence, share of right claims, number of claims."""


def sets() -> dict[str, list[Path]]:
    """The sets of annotated reports, empty where they are not here."""
    develop = corpora.develop()
    return {
        "golden": corpora.golden(),
        "examples": corpora.examples("develop"),
        "examples_kept_back": corpora.examples("kept_back"),
        "founding": [path for path in develop if path.stem == corpora.FOUNDING],
        "develop": develop,
        "kept_back": corpora.kept_back(),
    }


def measure(reader: Reader) -> Measured:
    """The figures of all sets; each report is read once, whatever number of sets it is in."""
    here = {name: paths for name, paths in sets().items() if paths}
    absent = [missing(name, corpora.GOLD) for name in sets() if name not in here]
    read = read_reports(reader, list(dict.fromkeys(path for paths in here.values() for path in paths)))
    figures: Figures = {}
    ceilings: Figures = {}
    notes = []
    judged: dict[str, list[Scores]] = defaultdict(list)
    for name, paths in here.items():
        scores = score_set(corpora.load(paths), read)
        figures |= set_figures(name, scores)
        judged["held_back" if name in HELD_BACK else name] += scores.values()
    for name in ("golden", "develop", "examples", "held_back"):
        if name in judged:
            error, bins = calibration(judged[name])
            ceilings[f"{name}.calibration"] = {"mean_gap": error}
            shown = "  ".join(f"{said:.2f}→{right:.2f} ({n})" for said, right, n in bins)
            notes.append(f"{name}: confidence → share right (claims): {shown}")
    digests = {name: corpora.digest(paths) for name, paths in here.items()}
    return Measured(figures, ceilings, digests, notes, absent)


def read_reports(reader: Reader, paths: Sequence[Path]) -> Read:
    """What the reader reads in annotated reports, as JSON by document id."""
    entries = corpora.load(paths)
    found = reader.read_many(map(corpora.document, entries), workers=WORKERS, batch_size=BATCH)
    return {
        entry["document"]["id"]: [claim.to_dict() for claim in claims]
        for entry, claims in zip(entries, found, strict=True)
    }


def score_set(entries: Sequence[Json], read: Read) -> dict[str, Scores]:
    """Scores by language."""
    by_language: dict[str, list[Json]] = defaultdict(list)
    for entry in entries:
        by_language[entry["document"]["language"]].append(entry)
    return {language: score(found, read) for language, found in sorted(by_language.items())}


def set_figures(name: str, scores: dict[str, Scores]) -> Figures:
    """Figures by `set.language`, by kind for the large sets, and `golden` for what was resolved."""
    figures: Figures = {}
    for language, found in scores.items():
        group = figures[f"{name}.{language}"] = {
            "items": found.total(found.items).f1,
            "claims": found.total(found.claims).f1,
            "located": found.located,
        }
        if found.documents > 1:  # one report has too few claims of most kinds for a mean over kinds
            group["macro"] = found.macro
        if name in BY_KIND:
            figures[f"{name}.{language}.kinds"] = {
                kind: rate.f1 for kind, rate in sorted(found.items.items()) if rate.gold
            }
    if name == "golden":
        pairs = [pair for found in scores.values() for pair in found.pairs]
        figures[name] = {
            "actor_ids": resolved.actor_ids(pairs).precision,
            "place_ids": resolved.place_ids(pairs).precision,
        }
    return figures


def calibration(scores: Sequence[Scores]) -> tuple[float, list[Bin]]:
    """The mean gap between confidence and the share of right claims, and the bins it comes from."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for found in scores:
        right = {pair.system["id"] for pair in found.pairs if pair.right}
        claims = {pair.system["id"]: pair.system for pair in found.pairs} | {c["id"]: c for c in found.alarms}
        for ident, claim in claims.items():
            bins[min(BINS - 1, int(claim["confidence"] * BINS))].append((claim["confidence"], ident in right))
    rows = [
        (sum(said for said, _ in found) / len(found), sum(right for _, right in found) / len(found), len(found))
        for _, found in sorted(bins.items())
    ]
    total = sum(n for *_, n in rows)
    return (sum(abs(said - right) * n for said, right, n in rows) / total if total else 0.0), rows


def misses(reader: Reader, name: str) -> Iterator[str]:
    """Annotated claims of golden or develop that were not read right, and claims read that are not right."""
    entries = corpora.load(sets()[name])
    scores = score_set(entries, read_reports(reader, sets()[name])).values()
    right = {(p.gold["anchor"], p.gold["kind"]) for found in scores for p in found.pairs if p.right}
    for entry in entries:
        for claim in entry["claims"]:
            if (claim["anchor"], claim["kind"]) not in right:
                slots = json.dumps(claim["slots"], ensure_ascii=False)
                yield f"miss {entry['document']['id']} {claim['kind']} {claim['status']} {slots} | {claim['anchor']}"
    for found in scores:
        for claim in found.alarms:
            slots = json.dumps({name: _words(value) for name, value in claim["slots"].items()}, ensure_ascii=False)
            words = claim["evidence"][0]["text"]
            yield f"alarm {claim['document']} {claim['kind']} {claim['status']} {slots} | {words}"


def _words(value: Any) -> Any:
    """A slot's value as words."""
    if isinstance(value, list):
        return [filler["text"] for filler in value]
    return value["text"] if isinstance(value, dict) else value
