"""Scores claims against annotated reports, as the claim contract says (docs/architecture.md, *Accuracy*).

Claims of one kind are paired within a report so that the most items agree. Every item of an unpaired claim counts
against the system, or against its recall. With `hit`, `system` and `gold` items or claims: precision P = hit/system,
recall R = hit/gold, F1 = 2·P·R / (P + R).

A claim is right when the pair's item F1, `2·hit / (its items + the annotation's)`, is at least 0.6 and its core agrees
(`items.core_faults`). `located` is the share of right claims with evidence in the paragraph of the annotation's
anchor. `macro` is the mean item F1 over the kinds with at least eight annotated claims.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from gencatan.evaluation.assign import assign
from gencatan.evaluation.items import Item, Json, agreeing, core_faults, gold_items, named, system_items

RIGHT: Final = 0.6
ENOUGH: Final = 8
LOST_ITEMS: Final = 3  # what a claim without sound evidence costs
NO_KIND: Final = "?"


@dataclass(slots=True)
class Rate:
    """Hits among what was annotated (`gold`) and what was read (`system`)."""

    hit: int = 0
    system: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Hits of what was read; 0 where nothing was."""
        return self.hit / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Hits of what was annotated; 0 where nothing was."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: Rate) -> None:
        """Count another's hits in."""
        self.hit += other.hit
        self.system += other.system
        self.gold += other.gold


@dataclass(slots=True)
class Pair:
    """An annotated claim, the claim read for it, and whether that one is right; with the items of both."""

    gold: Json
    system: Json
    right: bool
    wanted: Sequence[Item] = ()
    got: Sequence[Item] = ()


@dataclass(slots=True)
class Alignment:
    """One report's claims beside its annotations.

    `missed` annotations and `spurious` claims have no partner, each with its items. `unsound` claims have no evidence,
    evidence that is not the text at its offsets, or not the contract's form; of the last, `broken` says what is wrong.
    """

    pairs: list[Pair] = field(default_factory=list)
    missed: list[tuple[Json, list[Item]]] = field(default_factory=list)
    spurious: list[tuple[Json, list[Item]]] = field(default_factory=list)
    unsound: list[Json] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Scores:
    """All figures of one set of reports: `items` and `claims` by kind, `slots` by name of item."""

    items: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    claims: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    slots: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    pairs: list[Pair] = field(default_factory=list)
    alarms: list[Json] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    located_claims: int = 0
    right_claims: int = 0

    @property
    def located(self) -> float:
        """The share of right claims with evidence in the annotated paragraph."""
        return self.located_claims / self.right_claims if self.right_claims else 0.0

    @property
    def macro(self) -> float:
        """The mean item F1 over kinds with enough annotated claims."""
        big = [self.items[kind].f1 for kind, rate in sorted(self.claims.items()) if rate.gold >= ENOUGH]
        return sum(big) / len(big) if big else 0.0

    def total(self, rates: Mapping[str, Rate]) -> Rate:
        """All kinds or slots together."""
        found = Rate()
        for rate in rates.values():
            found.add(rate)
        return found


def score(annotated: Iterable[Json], read: Mapping[str, Sequence[Json]]) -> Scores:
    """Score `read` (claims as JSON by document id) against documents in gold form."""
    scores = Scores()
    for entry in annotated:
        document = entry["document"]
        found = align(entry, read.get(document["id"], ()))
        _count(scores, found, document["text"])
        scores.documents += 1
    return scores


def align(entry: Json, read: Sequence[Json]) -> Alignment:
    """The claims read in one report, paired with its annotations kind by kind."""
    found = Alignment()
    document = entry["document"]
    sound: dict[Any, list[tuple[Json, list[Item]]]] = defaultdict(list)
    for claim in read:
        try:
            items = system_items(claim, found.ignored) if grounded(claim, document["text"]) else None
        except (AttributeError, KeyError, TypeError) as error:
            items = None
            found.broken.append(f"{document['id']}: {type(error).__name__}: {error}")
        if items is None:
            found.unsound.append(claim)
        else:
            sound[claim["kind"]].append((claim, items))
    wanted: dict[Any, list[tuple[Json, list[Item]]]] = defaultdict(list)
    for claim in entry["claims"]:
        wanted[claim["kind"]].append((claim, gold_items(claim, found.ignored)))
    for kind in sorted(wanted.keys() | sound.keys()):
        _align_kind(found, kind, wanted[kind], sound[kind])
    return found


def _align_kind(
    found: Alignment, kind: str, wanted: Sequence[tuple[Json, list[Item]]], got: Sequence[tuple[Json, list[Item]]]
) -> None:
    pairs = assign([[agreeing(want, have) for _, have in got] for _, want in wanted])
    for row, column in pairs:
        (annotation, want), (claim, have) = wanted[row], got[column]
        share = 2 * agreeing(want, have) / (len(want) + len(have))
        right = share >= RIGHT and not core_faults(kind, want, have)
        found.pairs.append(Pair(annotation, claim, right, want, have))
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    found.missed += [side for n, side in enumerate(wanted) if n not in rows]
    found.spurious += [side for n, side in enumerate(got) if n not in columns]


def _count(scores: Scores, found: Alignment, text: str) -> None:
    for claim in found.unsound:
        kind = claim.get("kind", NO_KIND)
        scores.claims[kind].system += 1
        scores.items[kind].system += LOST_ITEMS
    for pair in found.pairs:
        _count_pair(scores, pair, text)
    for claim, items in found.missed:
        _count_items(scores, claim["kind"], items, Rate(gold=1))
    for claim, items in found.spurious:
        _count_items(scores, claim["kind"], items, Rate(system=1))
    scores.pairs += found.pairs
    scores.alarms += found.unsound
    scores.alarms += [pair.system for pair in found.pairs if not pair.right]
    scores.alarms += [claim for claim, _ in found.spurious]
    scores.broken += found.broken
    scores.ignored += found.ignored


def _count_pair(scores: Scores, pair: Pair, text: str) -> None:
    kind = pair.gold["kind"]
    _count_items(scores, kind, pair.wanted, Rate(gold=1))
    _count_items(scores, kind, pair.got, Rate(system=1))
    scores.items[kind].hit += agreeing(pair.wanted, pair.got)
    for name in {name for name, _ in pair.wanted}:
        scores.slots[name].hit += agreeing(named(pair.wanted, name), named(pair.got, name))
    if pair.right:
        scores.claims[kind].hit += 1
        scores.right_claims += 1
        scores.located_claims += in_paragraph(pair.system, text, pair.gold["anchor"])


def _count_items(scores: Scores, kind: str, items: Sequence[Item], side: Rate) -> None:
    """Count one claim of a side (`side` has a 1 there) and its items."""
    scores.claims[kind].add(side)
    scores.items[kind].add(Rate(0, side.system * len(items), side.gold * len(items)))
    for name, _ in items:
        scores.slots[name].add(side)


def grounded(claim: Json, text: str) -> bool:
    """Whether there is evidence and each span of it is the text at its offsets."""
    spans = claim.get("evidence") or []
    try:
        return bool(spans) and all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    except (KeyError, TypeError):
        return False


def in_paragraph(claim: Json, text: str, anchor: str) -> bool:
    """Whether some evidence begins in the paragraph where the annotation's anchor first stands."""
    at = text.find(anchor)
    low, stop = text.rfind("\n", 0, max(at, 0)) + 1, text.find("\n", at)
    high = len(text) if stop < 0 else stop
    return any(low <= (span["start"] or 0) < high for span in claim["evidence"])
