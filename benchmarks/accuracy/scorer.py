"""Scores claims against annotated reports, as the claim contract says (docs/architecture.md, *Accuracy*).

An item is the kind itself, an enumerated slot, a filler, a free text, a bound of a count, a date (its two
bounds are one item where they are equal), the place, a source, or a status other than `asserted`. Claims of
one kind are paired within a report so that the most items agree. Every item of an unpaired claim counts
against the system, or against its recall.

A claim is right when the pair's item F1 is at least 0.6 and its core agrees. `located` is the share of right
claims with evidence in the paragraph of the annotation's anchor. `macro` is the mean item F1 over the kinds
with at least eight annotated claims.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from gencatan.model.vocabulary import COUNT, ENUM, FILLERS, KINDS, TEXT

Json = dict[str, Any]
Item = tuple[str, Any]

UNSCORED: Final = frozenset({"quantity", "name", "duration", "beneficiary", "strength"})
# `extent` is an enumerated slot; `role` is one only of a deployment.
CORE: Final[Mapping[str, frozenset[str]]] = {
    "event": frozenset({"act", "actor", "target"}),
    "casualty": frozenset({"harm", "count.min", "count.max"}),
    "agreement": frozenset({"type", "stage", "parties"}),
    "obligation": frozenset({"action", "obligor"}),
    "meeting": frozenset({"participants"}),
    "statement": frozenset({"act", "speaker"}),
    "territory": frozenset({"territory", "relation", "by"}),
    "deployment": frozenset({"force", "change"}),
    "mediation": frozenset({"mediator"}),
}
RIGHT: Final = 0.6
ENOUGH: Final = 8
LOST_ITEMS: Final = 3  # what a claim without sound evidence costs
STOP_WORDS: Final = frozenset(
    ["the", "a", "an", "of", "di", "para", "yang", "itu", "tersebut", "and", "dan", "in", "to", "for"]
)
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Rate:
    """Hits among what was annotated (`gold`) and what was read (`system`)."""

    hit: int = 0
    system: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        return self.hit / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: Rate) -> None:
        self.hit += other.hit
        self.system += other.system
        self.gold += other.gold


@dataclass(slots=True)
class Pair:
    """An annotated claim, the claim read for it, and whether that one is right."""

    gold: Json
    system: Json
    right: bool


@dataclass(slots=True)
class Scores:
    """All figures of one set of reports."""

    items: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    claims: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    pairs: list[Pair] = field(default_factory=list)
    alarms: list[Json] = field(default_factory=list)
    located_claims: int = 0
    right_claims: int = 0

    @property
    def located(self) -> float:
        return self.located_claims / self.right_claims if self.right_claims else 0.0

    @property
    def macro(self) -> float:
        big = [self.items[kind].f1 for kind, rate in self.claims.items() if rate.gold >= ENOUGH]
        return sum(big) / len(big) if big else 0.0

    def total(self, rates: Mapping[str, Rate]) -> Rate:
        found = Rate()
        for rate in rates.values():
            found.add(rate)
        return found


def score(annotated: Iterable[Json], read: Mapping[str, Sequence[Json]]) -> Scores:
    """Score `read` (claims as JSON by document id) against documents in gold form."""
    scores = Scores()
    for entry in annotated:
        document = entry["document"]
        _score_document(scores, document["text"], entry["claims"], read.get(document["id"], ()))
    return scores


def _score_document(scores: Scores, text: str, gold: Sequence[Json], read: Sequence[Json]) -> None:
    sound = [claim for claim in read if grounded(claim, text)]
    for claim in read:
        if not grounded(claim, text):
            scores.claims[claim["kind"]].system += 1
            scores.items[claim["kind"]].system += LOST_ITEMS
            scores.alarms.append(claim)
    for kind in KINDS:
        wanted = [(claim, gold_items(claim)) for claim in gold if claim["kind"] == kind]
        got = [(claim, system_items(claim)) for claim in sound if claim["kind"] == kind]
        if wanted or got:
            _score_kind(scores, text, kind, wanted, got)


def _score_kind(
    scores: Scores,
    text: str,
    kind: str,
    wanted: Sequence[tuple[Json, list[Item]]],
    got: Sequence[tuple[Json, list[Item]]],
) -> None:
    items, claims = scores.items[kind], scores.claims[kind]
    items.add(Rate(0, sum(len(i) for _, i in got), sum(len(i) for _, i in wanted)))
    claims.add(Rate(0, len(got), len(wanted)))
    good = set()
    for row, column in assign([[agreeing(w, g) for _, g in got] for _, w in wanted]):
        (annotation, want), (claim, have) = wanted[row], got[column]
        hit = agreeing(want, have)
        items.hit += hit
        right = 2 * hit / (len(want) + len(have)) >= RIGHT and _core_agrees(kind, want, have)
        scores.pairs.append(Pair(annotation, claim, right))
        if right:
            good.add(column)
            claims.hit += 1
            scores.right_claims += 1
            scores.located_claims += _in_paragraph(claim, text, annotation["anchor"])
    scores.alarms += [claim for n, (claim, _) in enumerate(got) if n not in good]


def _listed(value: Any) -> list[Any]:
    return [value] if isinstance(value, str) else list(value)


def _wording(value: Any) -> str:
    return str(value.get("text") or value.get("name") or "") if isinstance(value, dict) else str(value or "")


def gold_items(claim: Json) -> list[Item]:
    """Items of an annotated claim: sets of accepted values, lists of accepted wordings."""
    return _items(claim, _listed, lambda value: frozenset(_listed(value)))


def system_items(claim: Json) -> list[Item]:
    """Items of a claim that was read."""
    return _items(claim, _wording, lambda value: value)


def _items(claim: Json, wording: Any, enumerated: Any) -> list[Item]:
    kind = claim["kind"]
    found: list[Item] = [("kind", kind)]
    if claim.get("status", "asserted") != "asserted":
        found.append(("status", claim["status"]))
    for name, value in (claim.get("slots") or {}).items():
        if name in UNSCORED or value in (None, "", [], {}):
            continue
        match KINDS[kind].get(name):
            case type_ if type_ == ENUM:
                found.append((name, enumerated(value)))
            case type_ if type_ == FILLERS:
                found += [(name, wording(filler)) for filler in value]
            case type_ if type_ == COUNT:
                found += [(f"{name}.{b}", value[b]) for b in ("min", "max") if value.get(b) is not None]
            case type_ if type_ == TEXT:
                found.append((name, wording(value)))
    found += _date_items(claim.get("date") or {})
    if claim.get("place"):
        found.append(("place", wording(claim["place"])))
    return found + [("attribution", wording(source)) for source in claim.get("attribution") or ()]


def _date_items(date: Json) -> list[Item]:
    start, end = ((date.get(bound) or "")[:10] for bound in ("start", "end"))
    if start and start == end:
        return [("date", start)]
    return [(f"date.{name}", value) for name, value in (("start", start), ("end", end)) if value]


def _bag(text: str) -> Counter[str]:
    words = _WORD.findall(text.lower())
    return Counter([word for word in words if word not in STOP_WORDS] or words)


_FREE_TEXT: Final = frozenset(name for slots in KINDS.values() for name, type_ in slots.items() if type_ == TEXT)


def same_words(name: str, wording: str, accepted: Sequence[str]) -> bool:
    """Whether a wording is one of those accepted: bag-of-words F1 above 0.5, for free text at least 0.5."""
    got = _bag(wording)
    for other in accepted:
        want = _bag(other)
        shared = sum((got & want).values())
        size = sum(got.values()) + sum(want.values())
        if shared and (4 * shared > size or (4 * shared == size and name in _FREE_TEXT)):
            return True
    return False


def _agree(name: str, want: Any, got: Any) -> bool:
    if isinstance(want, frozenset):
        return got in want
    return same_words(name, got, want) if isinstance(want, list) else bool(want == got)


def agreeing(want: Sequence[Item], got: Sequence[Item]) -> int:
    """How many items agree, each used once."""
    left, hits = list(got), 0
    for name, value in want:
        for n, (other, have) in enumerate(left):
            if name == other and _agree(name, value, have):
                del left[n]
                hits += 1
                break
    return hits


def _core_agrees(kind: str, want: Sequence[Item], got: Sequence[Item]) -> bool:
    for name in (*CORE[kind], "status"):
        wanted, had = [i for i in want if i[0] == name], [i for i in got if i[0] == name]
        if wanted and not agreeing(wanted, had):
            return False
        if had and not wanted and (name == "status" or name.startswith("count.")):
            return False
    return True


def grounded(claim: Json, text: str) -> bool:
    """Whether there is evidence and each span of it is the text at its offsets."""
    spans = claim.get("evidence") or ()
    return bool(spans) and all(text[span["start"] : span["end"]] == span["text"] for span in spans)


def _in_paragraph(claim: Json, text: str, anchor: str) -> bool:
    at = text.find(anchor)
    low, stop = text.rfind("\n", 0, max(at, 0)) + 1, text.find("\n", at)
    high = len(text) if stop < 0 else stop
    return any(low <= span["start"] < high for span in claim["evidence"])


def assign(weight: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Pairs of row and column with the largest total weight (Hungarian method); pairs of weight 0 are left out."""
    if not weight or not weight[0]:
        return []
    if len(weight) > len(weight[0]):
        return [(i, j) for j, i in assign([list(column) for column in zip(*weight, strict=True)])]
    columns = len(weight[0])
    row_price, column_price = [0.0] * (len(weight) + 1), [0.0] * (columns + 1)
    match = [0] * (columns + 1)
    for row in range(1, len(weight) + 1):
        _augment(weight, row, row_price, column_price, match)
    return [(match[j] - 1, j - 1) for j in range(1, columns + 1) if match[j] and weight[match[j] - 1][j - 1] > 0]


def _augment(
    weight: Sequence[Sequence[int]],
    row: int,
    row_price: list[float],
    column_price: list[float],
    match: list[int],
) -> None:
    """Match one more row by the cheapest alternating path."""
    columns = len(match) - 1
    match[0], at = row, 0
    lowest, way, used = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
    while True:
        used[at] = True
        here, step, following = match[at], float("inf"), 0
        for j in range(1, columns + 1):
            if used[j]:
                continue
            cost = -weight[here - 1][j - 1] - row_price[here] - column_price[j]
            if cost < lowest[j]:
                lowest[j], way[j] = cost, at
            if lowest[j] < step:
                step, following = lowest[j], j
        for j in range(columns + 1):
            if used[j]:
                row_price[match[j]] += step
                column_price[j] -= step
            else:
                lowest[j] -= step
        at = following
        if not match[at]:
            break
    while at:
        match[at] = match[way[at]]
        at = way[at]
