"""Why a claim was read, in one plain sentence for those who know no grammar; the codes stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gencatan.export.wording import Words, one_line, shorten
from gencatan.i18n import Message
from gencatan.model.vocabulary import STATUSES
from gencatan.reading.explaining.explanation import ClaimNote, SlotNote

LONGEST: Final = 60  # letters of a quotation
_PASSIVE: Final = {"subj": "done_by", "obj": "done_to"}
_ROLES: Final = ("subj", "obj", "iobj", "clause", "poss")


def because(note: ClaimNote) -> list[list[Words]]:
    """The clauses of the sentence, semicolons between them; strings in it are the report's words, to be quoted."""
    trigger = note.trigger
    clauses: list[list[Words]] = [[Message(f"because.{trigger.entry.part}"), one_line(trigger.found.text)]]
    clauses += _slots(note)
    for what in ("date", "place"):
        for found in note.resolutions:
            if found.what == what:
                clauses.append([_quoted(found.span.text), Message(f"because.{what}")])
    for signal, word in note.signals:
        if signal in STATUSES and word:
            clauses.append([_quoted(word), Message("because.status", (Message(f"status.{signal}"),))])
        elif signal == "basis":
            clauses.append([Message(f"value.obligation.basis.{word}"), Message("because.basis")])
    return clauses


def _slots(note: ClaimNote) -> Iterator[list[Words]]:
    """A clause for each of the words that fill a slot, once, in the order noted."""
    told = {note.trigger.found.text}
    for slot in note.slots:
        if slot.span is None or slot.source == "entry" or slot.span.text in told:
            continue
        told.add(slot.span.text)
        yield [_quoted(slot.span.text), *_part(slot, note.trigger.voice)]


def _part(slot: SlotNote, voice: str) -> list[Words]:
    if slot.slot == "attribution":
        return [Message("because.attribution")]
    if slot.source == "count":
        return [Message("because.count")]
    role, _, word = slot.role.partition(".")
    if role == "prep" and word:
        return [Message("because.prep"), word.replace("_", " ")]
    if role in _ROLES:
        return [Message(f"because.{_PASSIVE.get(role, role) if voice == 'pass' else role}")]
    return [Message("because.reference" if slot.source == "reference" else "because.rule")]


def _quoted(text: str) -> str:
    return shorten(one_line(text), LONGEST)
