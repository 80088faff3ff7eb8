"""What the explain panel shows of a claim, and the sentences whose trees it points to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from gencatan.export.tree import tree
from gencatan.export.wording import Words, one_line, value
from gencatan.model import Claim
from gencatan.model.vocabulary import VALUES
from gencatan.reading.explaining.explanation import ClaimNote, Explanation, SlotNote


@dataclass(frozen=True, slots=True)
class SlotView:
    """How a slot got a value. `path` is the arcs from the trigger, a caret climbs to a head; `source` "" of a date."""

    slot: str
    value: Words
    source: str
    role: str
    path: str
    refers_to: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence with its tree, for all claims of it; `number` counts from 1."""

    number: int
    text: str
    tree: Markup


def sentence_views(explanation: Explanation, claims: Sequence[Claim]) -> list[SentenceView]:
    """The sentences that the claims shown rest on, each once, with the words that triggered them marked."""
    triggers: dict[int, set[int]] = {}
    for claim in claims:
        note = explanation.notes.get(claim.id)
        if note:
            triggers.setdefault(note.sentence, set()).add(note.trigger.node)
    by_index = {sentence.index: sentence for sentence in explanation.sentences}
    found = []
    for index in sorted(triggers):
        sentence = by_index.get(index)
        if sentence and sentence.nodes:
            drawn = tree(sentence.nodes, triggers[index])
            found.append(SentenceView(index + 1, one_line(sentence.span.text), drawn))
    return found


def slot_views(note: ClaimNote) -> list[SlotView]:
    """The slots of a claim in the order noted, then the arcs that lead to its date and place."""
    slots = [
        SlotView(
            slot=slot.slot,
            value=_value(note.claim.kind, slot),
            source=slot.source,
            role=slot.role,
            path=" ".join(slot.path),
            refers_to=one_line(slot.refers_to.text) if slot.refers_to else "",
        )
        for slot in note.slots
    ]
    paths = [found for found in note.resolutions if found.path]
    return slots + [
        SlotView(found.what, one_line(found.span.text), "", "", " ".join(found.path), "") for found in paths
    ]


def _value(kind: str, slot: SlotNote) -> Words:
    if slot.value in VALUES.get((kind, slot.slot), ()):
        return value(kind, slot.slot, slot.value)
    return one_line(slot.span.text if slot.span else slot.value)
