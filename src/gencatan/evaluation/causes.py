"""Why a claim was missed, is wrong, or is a false alarm: one cause each, so that a rule writer knows where to look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from gencatan.evaluation.items import CORE, ENUMERATED, FREE_TEXT, Item, Json, aligned, bag, core_faults
from gencatan.reading.explaining.explanation import OutcomeNote, SentenceNote

CAUSES: Final = MappingProxyType(
    {
        "trigger_unknown": "No entry of this kind has a word of the sentence: add a trigger to the pack.",
        "gate": "The sentence was not parsed: the words its entries require are not beside them, or it is too long.",
        "tagging": "The trigger's word has another part of speech in the tree, or no node of its own.",
        "no_frame": "An entry has the word, but what it requires around it is not there, or another entry took it.",
        "rule": "The trigger fired; its kind's rule told no further claim, or merged it into another.",
        "kind_confusion": "The same words were read as another kind.",
        "value": "The right trigger, but its entry gives another value.",
        "attachment": "The right trigger, but a filler is missing or is another: look at the roles in the tree.",
        "reference": "The filler stands in another sentence: what a pronoun, a short form or an empty subject means.",
        "actor_span": "The right filler, but not the right words of it.",
        "free_text": "A free text is missing, or has other words.",
        "counts": "A bound of the number is missing or is another.",
        "modality": "The status is another: negation, modals, conditions, plans, demands.",
        "date": "A bound of the date is missing or is another.",
        "place": "The place is missing or is another.",
        "attribution": "Who says it is missing or is another.",
        "duplicate": "Tells again what another claim was right about.",
        "spurious": "Nothing annotated says this: the entry fires where it should not, or the annotation lacks it.",
        "unsound": "Evidence is missing or is not the text at its offsets.",
    }
)
"""What each cause means and where to look, in the order in which errors are listed."""

_REACHED: Final = (
    "no_node", "part_of_speech", "longer_trigger", "other_entry", "frame", "refers_back", "slot_missing", "not_told",
    "merged", "claim",
)  # fmt: skip
"""Outcomes from the first hurdle to the last: the entry that came furthest is the one to mend."""
_CAUSE_OF: Final = {
    "no_node": "tagging", "part_of_speech": "tagging", "longer_trigger": "no_frame", "other_entry": "no_frame",
    "frame": "no_frame", "refers_back": "rule", "slot_missing": "rule", "not_told": "rule", "merged": "rule",
    "claim": "rule",
}  # fmt: skip
_MANY: Final = frozenset({"casualty"})
_UNPARSED: Final = ("words_missing", "elsewhere", "too_long", "too_many")
_ITEM_CAUSES: Final = {"status": "modality", "place": "place", "attribution": "attribution"}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item of a pair: what is annotated (wordings or values accepted; () if nothing), what was read, agreement.

    `cause` is "" where they agree; `core` says whether the claim cannot be right without it.
    """

    name: str
    wanted: tuple[str, ...]
    read: str
    agrees: bool
    cause: str = ""
    core: bool = False


def item_rows(kind: str, wanted: Sequence[Item], got: Sequence[Item], near: str = "") -> tuple[ItemRow, ...]:
    """The items of an annotation (may be ()) and a claim (may be ()) side by side, in the annotation's order.

    An item that does not agree stands beside one of the same name that does not agree either, if there is one. `near`
    is the text of their sentences: a filler that is not in it is referred to, not named.
    """
    pairs = dict(aligned(wanted, got))
    left = [m for m in range(len(got)) if m not in pairs.values()]
    core = {*core_faults(kind, wanted, got)} if wanted and got else set[str]()
    rows = []
    for n, (name, value) in enumerate(wanted):
        if n in pairs:
            rows.append(ItemRow(name, _accepted(value), str(got[pairs[n]][1]), True))
            continue
        other = next((m for m in left if got[m][0] == name), None)
        if other is not None:
            left.remove(other)
        accepted, read = _accepted(value), "" if other is None else str(got[other][1])
        rows.append(ItemRow(name, accepted, read, False, _item_cause(name, accepted, read, near), name in core))
    for m in left:
        name, value = got[m]
        rows.append(ItemRow(name, (), str(value), False, _item_cause(name, (), str(value), near), name in core))
    return tuple(rows)


def _accepted(value: Any) -> tuple[str, ...]:
    if isinstance(value, frozenset):
        return tuple(sorted(map(str, value)))
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _item_cause(name: str, wanted: tuple[str, ...], read: str, near: str) -> str:
    if name.startswith("date"):
        return "date"
    if name.startswith("count"):
        return "counts"
    if name in ENUMERATED:
        return "value"
    if name in FREE_TEXT:
        return "free_text"
    if name in _ITEM_CAUSES:
        return _ITEM_CAUSES[name]
    if _overlap(wanted, read):
        return "actor_span"
    words = bag(near)
    return "attachment" if any(bag(other) <= words for other in wanted or (read,)) else "reference"


def _overlap(wanted: tuple[str, ...], read: str) -> bool:
    """Whether what was read shares a word with some accepted wording: the right filler, cut wrongly."""
    words = bag(read)
    return any(words & bag(other) for other in wanted)


def pair_cause(kind: str, rows: Sequence[ItemRow]) -> str:
    """The cause of a pair's faults: that of its first core item at fault, else of what is at fault most often."""
    faults = [row for row in rows if row.cause]
    core = [row for row in faults if row.core] or [row for row in faults if row.name in CORE[kind]]
    if core:
        return core[0].cause
    order = list(CAUSES)
    causes = [row.cause for row in faults]
    return max(causes, key=lambda cause: (causes.count(cause), -order.index(cause)), default="rule")


def miss_cause(kind: str, sentences: Sequence[SentenceNote], anchor: tuple[int, int]) -> tuple[str, OutcomeNote | None]:
    """Why nothing was read for an annotation of `kind` at `text[anchor]`, and the entry that came nearest to it.

    A trigger outside the anchor that made claims of its own says nothing about this annotation, but for a toll: one
    word tells of all its parts.
    """
    outcomes = [outcome for sentence in sentences for outcome in sentence.outcomes]
    own = [
        outcome
        for outcome in outcomes
        if outcome.trigger.entry.kind == kind
        and (kind in _MANY or _inside(outcome, anchor) or outcome.outcome not in ("claim", "merged", "other_entry"))
    ]
    if not own and kind == "obligation":  # an obligation is read off triggers of any kind that bind somebody
        own = [outcome for outcome in outcomes if _inside(outcome, anchor) and outcome.outcome in ("claim", "not_told")]
    best = max(own, key=lambda o: (_inside(o, anchor), _REACHED.index(o.outcome)), default=None)
    if any(sentence.gate == "too_long" for sentence in sentences):
        return "gate", best
    if best is not None and any(sentence.gate in _UNPARSED for sentence in sentences):
        return "gate", best
    if best is None:
        return "trigger_unknown", None
    return _CAUSE_OF[best.outcome], best


def _inside(outcome: OutcomeNote, anchor: tuple[int, int]) -> bool:
    return outcome.trigger.found.start < anchor[1] and anchor[0] < outcome.trigger.found.end


def evidence_spans(claim: Json) -> list[tuple[int, int]]:
    """Where a claim's evidence stands."""
    return [(span["start"], span["end"]) for span in claim["evidence"]]
