"""The errors in one report: what was missed, what is wrong, and false alarms, each with its cause and its sentences.

The scorer pairs claims so that the most items agree, wherever in the report they stand. For whoever mends rules a pair
that is not right and stands in different sentences is two errors, a miss and a false alarm; what is left over in one
sentence is paired again, and may then be right. The figures are the scorer's and know nothing of this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gencatan.evaluation.assign import assign
from gencatan.evaluation.causes import ItemRow, evidence_spans, item_rows, miss_cause, pair_cause
from gencatan.evaluation.items import Item, Json, agreeing, core_faults, system_items
from gencatan.evaluation.partial import counted
from gencatan.evaluation.scorer import RIGHT, Pair, align
from gencatan.reading.explaining.explanation import ClaimNote, Explanation, OutcomeNote, SentenceNote

SORTS: Final = ("miss", "wrong", "alarm", "flawed")
"""Annotated and not read; read, but not right; read and not annotated; right, but for an item."""

Side = tuple[Json, Sequence[Item]]


@dataclass(frozen=True, slots=True)
class Case:
    """One error. `sort` is of SORTS, `cause` of CAUSES; `rows` are the items side by side.

    `gold` is the annotation (None for an alarm), `claim` what was read (None for a miss) and `note` what that rests
    on; `outcome` is what became of the entry that came nearest to a miss; `sentences` are those of both.
    """

    sort: str
    cause: str
    kind: str
    explained: Explanation
    rows: tuple[ItemRow, ...]
    sentences: tuple[SentenceNote, ...]
    gold: Json | None = None
    claim: Json | None = None
    note: ClaimNote | None = None
    outcome: OutcomeNote | None = None
    other: Json | None = None

    @property
    def anchor(self) -> tuple[int, int] | None:
        """Where the annotation's anchor first stands."""
        return None if self.gold is None else _anchor(self.explained, self.gold)

    @property
    def start(self) -> int:
        """The offset to order errors by."""
        return self.sentences[0].span.start if self.sentences else 0


def find_cases(entry: Json, explained: Explanation) -> list[Case]:
    """The errors in one annotated report, in text order; `explained` is the same report as it was read."""
    found = align(entry, counted(entry, [claim.to_dict() for claim in explained.claims]))
    near, missed, spurious = _near_pairs(explained, found.pairs, list(found.missed), list(found.spurious))
    cases = [_paired(explained, pair) for pair in near]
    right = [pair for pair in near if pair.right]
    cases += [_miss(explained, side, spurious) for side in missed]
    cases += [_alarm(explained, side, missed, right) for side in spurious]
    cases += [_unsound(explained, claim) for claim in found.unsound]
    return sorted((case for case in cases if case is not None), key=lambda case: (case.start, case.kind, case.sort))


def _near_pairs(
    explained: Explanation, pairs: Sequence[Pair], missed: list[Side], spurious: list[Side]
) -> tuple[list[Pair], list[Side], list[Side]]:
    """Pairs that are right or share a sentence; what is left of annotations and of claims."""
    near = []
    for pair in pairs:
        if pair.right or _share_sentence(explained, pair.gold, pair.system):
            near.append(pair)
        else:
            missed.append((pair.gold, pair.wanted))
            spurious.append((pair.system, pair.got))
    weight = [[_weight(explained, want, have) for have in spurious] for want in missed]
    again = assign(weight)
    near += [_pair(missed[row], spurious[column]) for row, column in again]
    rows, columns = {row for row, _ in again}, {column for _, column in again}
    return (
        near,
        [side for n, side in enumerate(missed) if n not in rows],
        [side for n, side in enumerate(spurious) if n not in columns],
    )


def _weight(explained: Explanation, want: Side, have: Side) -> int:
    same = want[0]["kind"] == have[0]["kind"] and _share_sentence(explained, want[0], have[0])
    return agreeing(want[1], have[1]) if same else 0


def _pair(want: Side, have: Side) -> Pair:
    return Pair(want[0], have[0], _is_right(want[0]["kind"], want[1], have[1]), want[1], have[1])


def _is_right(kind: str, want: Sequence[Item], have: Sequence[Item]) -> bool:
    return 2 * agreeing(want, have) / (len(want) + len(have)) >= RIGHT and not core_faults(kind, want, have)


def _share_sentence(explained: Explanation, gold: Json, claim: Json) -> bool:
    mine = {sentence.index for sentence in explained.at(*_anchor(explained, gold))}
    return any(s.index in mine for span in evidence_spans(claim) for s in explained.at(*span))


def _anchor(explained: Explanation, gold: Json) -> tuple[int, int]:
    at = explained.document.text.find(gold["anchor"])
    return at, at + len(gold["anchor"])


def _sentences(explained: Explanation, spans: Sequence[tuple[int, int]]) -> tuple[SentenceNote, ...]:
    found = {sentence.index: sentence for span in spans for sentence in explained.at(*span)}
    return tuple(found[index] for index in sorted(found))


def _paired(explained: Explanation, pair: Pair) -> Case | None:
    kind = pair.gold["kind"]
    sentences = _sentences(explained, [_anchor(explained, pair.gold), *evidence_spans(pair.system)])
    rows = item_rows(kind, pair.wanted, pair.got, " ".join(sentence.span.text for sentence in sentences))
    if all(row.agrees for row in rows):
        return None
    return Case(
        sort="flawed" if pair.right else "wrong",
        cause=pair_cause(kind, rows),
        kind=kind,
        explained=explained,
        rows=rows,
        sentences=sentences,
        gold=pair.gold,
        claim=pair.system,
        note=explained.notes.get(pair.system["id"]),
    )


def _miss(explained: Explanation, side: Side, alarms: Sequence[Side]) -> Case:
    gold, items = side
    anchor = _anchor(explained, gold)
    sentences = explained.at(*anchor)
    cause, outcome = miss_cause(gold["kind"], sentences, anchor)
    other = next((claim for claim, _ in alarms if _taken_for(explained, gold, claim)), None)
    if other is not None:
        cause = "kind_confusion"
    return Case(
        sort="miss",
        cause=cause,
        kind=gold["kind"],
        explained=explained,
        rows=item_rows(gold["kind"], items, ()),
        sentences=sentences,
        gold=gold,
        outcome=outcome,
        other=other,
        note=explained.notes.get(other["id"]) if other else None,
    )


def _alarm(explained: Explanation, side: Side, missed: Sequence[Side], right: Sequence[Pair]) -> Case:
    claim, items = side
    kind = claim["kind"]
    mistaken = (gold for gold, _ in missed if _taken_for(explained, gold, claim))
    told = (p.gold for p in right if p.gold["kind"] == kind and _is_right(kind, p.wanted, items))
    other, cause = next(mistaken, None), "kind_confusion"
    if other is None:
        other, cause = next(told, None), "duplicate"
    return Case(
        sort="alarm",
        cause=cause if other is not None else "spurious",
        kind=kind,
        explained=explained,
        rows=item_rows(kind, (), items),
        sentences=_sentences(explained, evidence_spans(claim)),
        claim=claim,
        note=explained.notes.get(claim["id"]),
        other=other,
    )


def _unsound(explained: Explanation, claim: Json) -> Case:
    rows = item_rows(claim["kind"], (), system_items(claim, Counter()))
    note = explained.notes.get(claim["id"])
    return Case("alarm", "unsound", claim["kind"], explained, rows, (), claim=claim, note=note)


def _taken_for(explained: Explanation, gold: Json, claim: Json) -> bool:
    """Whether a claim of another kind was read off the very words of an annotation."""
    note = explained.notes.get(claim["id"])
    if note is None or gold["kind"] == claim["kind"]:
        return False
    (start, end), found = _anchor(explained, gold), note.trigger.found
    return found.start < end and start < found.end
