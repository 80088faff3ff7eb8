"""Fits the weights by which two claims are judged to be of one incident, on books made by hand and labelled pairs.

    python -m training.incident_weights     prints each change that helps, and the figures before and after

A coordinate search over the tables `incident` and `report` of `reconcile/judging/weights.toml`: one weight at a time
goes up or down by a step, and stays where the sets together gain. It starts from the weights that ship and writes
nothing; what is taken over is put into `weights.toml` by hand, once the cases of `tests/reconcile` hold with it. Sets:
those of `benchmarks/accuracy/books` and the pairs of `tests/reconcile/labelled.py`. Reports are read once; then a round
over all weights takes a minute.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from benchmarks.accuracy import books as by_hand
from gencatan.model import Judgement, Record, Snapshot
from gencatan.model.books import SAME_INCIDENT
from gencatan.reconcile import block_keys, groups, judge
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.judging import in_report, incident, verdict
from gencatan.reconcile.judging.verdict import Evidence
from tests.reconcile import labelled

TABLES: Final = ("incident", "report")
STEPS: Final = (0.4, -0.4)
ROUNDS: Final = 2
ENOUGH: Final = 0.0015
"""What the score must gain for a weight to move: less is noise of single tellings."""
WORTH: Final[Mapping[str, float]] = {
    "together": 0.35,
    "told": 0.35,
    "reports": 0.5,
    "apart": 2.0,
    "pure": 0.7,
    "f1": 2.0,
}
"""What a figure of a set counts in the score."""
Weights = dict[str, dict[str, float]]
Found = tuple[str, str, str, dict[str, float]]
"""A pair of claims, and what was found for and against, with its table."""


@dataclass
class Claims:
    """The claims of one set, with what speaks for each pair; `measure` tells how well a grouping is."""

    name: str
    records: tuple[Record, ...]
    pairs: Sequence[Found]
    others: Sequence[Judgement]
    measure: Callable[[Mapping[str, str]], Mapping[str, float]]

    def figures(self, weights: Weights) -> Mapping[str, float]:
        """The figures of the groups that these weights make."""
        judged = list(self.others)
        for one, other, table, found in self.pairs:
            held = weights[table]
            total = held["prior"] + sum(held[name] * strength for name, strength in found.items())
            score = round(1 / (1 + math.exp(-total)), 2)
            if score >= verdict.ENOUGH:
                judged.append(Judgement(SAME_INCIDENT, *sorted((one, other)), score, (), "search"))
        made = groups(Snapshot(self.records, tuple(judged)), "incident")
        return self.measure({member: group.id for group in made for member in group.members})


def _pairs(records: Sequence[Record]) -> tuple[list[Found], list[Judgement]]:
    """What is found for and against each pair that meets, and the judgements of other sorts."""
    blocks: dict[str, list[Record]] = {}
    for record in records:
        for key in block_keys(record):
            blocks.setdefault(key, []).append(record)
    met = {frozenset((a.id, b.id)): (a, b) for block in blocks.values() for a, b in combinations(block, 2)}
    found: list[Found] = []

    def noted(relation: str, evidence: Evidence, one: Facts, other: Facts) -> Judgement | None:
        if relation == SAME_INCIDENT and evidence.table in TABLES:
            found.append((one.record.id, other.record.id, evidence.table, dict(evidence.found)))
            return None
        return verdict.judged(relation, evidence, one, other)

    modules: tuple[Any, ...] = (incident, in_report)
    for module in modules:
        module.judged = noted
    others = [judgement for one, other in met.values() for judgement in judge(one, other)]
    for module in modules:
        module.judged = verdict.judged
    return found, [judgement for judgement in others if judgement.relation != SAME_INCIDENT]


def _books() -> Iterator[Claims]:
    for path in sorted(p for p in by_hand.SETS.glob("*.jsonl") if p.stem not in by_hand.HELD_OUT):
        events = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))["event"]
        with by_hand.opened(path) as desk:
            records = tuple(desk.snapshot.records)
            told = [[(report, by_hand.rests(desk, (report, words))) for report, words in e["marks"]] for e in events]
        yield Claims(path.stem, records, *_pairs(records), _of_events(told))


def _of_events(told: Sequence[Sequence[tuple[str, set[str]]]]) -> Callable[[Mapping[str, str]], Mapping[str, float]]:
    def measure(of: Mapping[str, str]) -> Mapping[str, float]:
        held = [[(report, {of[claim] for claim in claims if claim in of}) for report, claims in e] for e in told]
        figures = by_hand.measured(held)
        where = [(number, ident) for number, event in enumerate(held) for _, found in event for ident in found]
        same = [a == b for (a, x), (b, y) in combinations(where, 2) if x == y]
        return figures | {"pure": sum(same) / len(same) if same else 1.0}

    return measure


def _labelled() -> Claims:
    records, _ = labelled.read_all()
    pairs = [(a.id, b.id, same) for a, b, same in labelled.pairs() if a.claim.kind in ("event", "casualty")]

    def measure(of: Mapping[str, str]) -> Mapping[str, float]:
        told = Counter((of.get(a, a) == of.get(b, b), same) for a, b, same in pairs)
        right = told[True, True]
        return {"f1": 2 * right / (2 * right + told[True, False] + told[False, True])}

    return Claims("pairs", records, *_pairs(records), measure)


def _score(sets: Sequence[Claims], weights: Weights) -> float:
    found = [held.figures(weights) for held in sets]
    return sum(WORTH.get(name, 0.0) * value for figures in found for name, value in figures.items())


def _show(sets: Sequence[Claims], weights: Weights) -> None:
    for held in sets:
        figures = " ".join(f"{name} {value:.3f}" for name, value in held.figures(weights).items())
        print(f"{held.name:20} {figures}")


def main() -> None:
    """Search, and print what helps."""
    sets = [*_books(), _labelled()]
    weights: Weights = {table: dict(verdict.weights(table)) for table in TABLES}
    best = _score(sets, weights)
    _show(sets, weights)
    for _ in range(ROUNDS):
        moved = False
        for table, name in [(where, name) for where in TABLES for name in weights[where]]:
            for step in STEPS:
                value = round(weights[table][name] + step, 2)
                trial = {**weights, table: {**weights[table], name: value}}
                if (score := _score(sets, trial)) > best + ENOUGH:
                    print(f"{table}.{name} {weights[table][name]} -> {value}: {best:.4f} -> {score:.4f}", flush=True)
                    weights, best, moved = trial, score, True
                    break
        if not moved:
            break
    _show(sets, weights)


if __name__ == "__main__":
    main()
