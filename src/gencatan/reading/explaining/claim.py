"""What one claim rests on: its trigger, what settled its status, and where each slot's value is from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gencatan.model import Claim, Count, Span
from gencatan.reading.assembly import confidence
from gencatan.reading.assembly.assemble import Assembler
from gencatan.reading.assembly.confidence import Signs
from gencatan.reading.assembly.settling import Settled
from gencatan.reading.assembly.tellings import Telling
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.explaining.explanation import ClaimNote, Part, SlotNote
from gencatan.reading.explaining.resolved import Resolutions
from gencatan.reading.explaining.tree import Entries, arcs
from gencatan.reading.kinds.obligations.owed import action_of
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.modality import ORDER
from gencatan.reading.tree.relations import Roles, expand

if TYPE_CHECKING:
    from spacy.tokens import Token


class ClaimNotes:
    """Notes on the claims that were made of one report over one parser's trees."""

    def __init__(self, report: Report, assembler: Assembler, entries: Entries, resolutions: Resolutions) -> None:
        """`assembler` has made the report's claims."""
        self._report = report
        self._assembler = assembler
        self._entries = entries
        self._resolutions = resolutions

    def of(self, claim: Claim, item: Settled) -> ClaimNote:
        """What a claim rests on by itself; `joined` adds the rest."""
        draft = item.draft
        return ClaimNote(
            claim=claim,
            sentence=draft.sentence.index,
            trigger=self._entries.of(draft, self._report.document.text),
            status=draft.status,
            signals=_signals(draft),
            slots=tuple(_Slots(self._report, self._assembler, item).of(claim)),
            resolutions=self._resolutions.of(claim, item),
            confidence=(),
        )


def joined(telling: Telling, notes: Sequence[ClaimNote], signs: Signs) -> ClaimNote:
    """What a claim rests on that some parsers' trees tell, by the note of each, the surer first; `signs` as made.

    The tellings merged into it are named by their evidence.
    """
    first, *further = notes
    slots, resolutions = list(first.slots), list(first.resolutions)
    for note in further:
        filled = {slot.slot for slot in slots}
        slots += [slot for slot in note.slots if slot.slot not in filled and _holds(telling.own, slot.slot)]
        known = {(one.what, one.span) for one in resolutions}
        settled = {one.what for one in resolutions} - {"actor"}
        words = _words_of(telling.own)
        resolutions += [
            one
            for one in note.resolutions
            if (one.what, one.span) not in known and one.what not in settled and one.span in words
        ]
    return replace(
        first,
        claim=telling.claim,
        slots=tuple(slots),
        resolutions=tuple(resolutions),
        confidence=_parts(telling.claim, signs),
        also=tuple(span for other in telling.others for span in other.evidence),
        parsers=len(notes),
        signs=signs,
    )


def _holds(claim: Claim, slot: str) -> bool:
    return bool(claim.attribution) if slot == "attribution" else slot in claim.slots


def _words_of(claim: Claim) -> set[Span]:
    fillers = (f for value in claim.slots.values() if isinstance(value, tuple) for f in value)
    found = {f.span for f in (*fillers, *claim.attribution)}
    found.update(one.span for one in (claim.date, claim.place) if one is not None)
    return found


def _signals(draft: Draft) -> tuple[tuple[str, str], ...]:
    firing = draft.firing
    if firing is None:
        return ()
    found: list[tuple[str, str]] = [
        (status, firing.mood.signals[status]) for status in ORDER if status in firing.mood.signals
    ]
    if not found and firing.trigger.status:
        found.append(("entry", firing.trigger.status))
    if "basis" in draft.values:
        found.append(("basis", draft.values["basis"]))
    return tuple(found)


def _parts(claim: Claim, signs: Signs) -> tuple[Part, ...]:
    parts = confidence.parts(signs)
    over = round(claim.confidence - sum(parts.values()), 2)
    found = [Part(name, value) for name, value in parts.items()]
    return (*found, Part("limit", over)) if over else tuple(found)


class _Slots:
    """Where the values of one claim's slots are from."""

    def __init__(self, report: Report, assembler: Assembler, item: Settled) -> None:
        self._report = report
        self._assembler = assembler
        self._draft = draft = item.draft
        self._sentence = draft.sentence
        firing = draft.firing
        self._start = firing.token if firing is not None else draft.token
        self._own = firing is not None and firing.token.i == draft.token.i and firing.trigger.kind == draft.kind
        self._roles = self._roles_of(draft)

    def _roles_of(self, draft: Draft) -> Roles:
        """The roles around the predicate that the claim is about, which an obligation's binding word is not."""
        if draft.firing is not None and draft.firing.token.i == draft.token.i:
            return draft.firing.roles
        known = self._report.at(draft.sentence, draft.token)
        if known:
            return known[0].roles
        return self._report.tools.syntax.roles_of_verb(draft.token, dates=draft.sentence.date_tokens)

    def of(self, claim: Claim) -> Iterator[SlotNote]:
        """In the order of the kind's slots, then who says it."""
        draft = self._draft
        for name, value in claim.slots.items():
            if isinstance(value, str):
                yield self._enumerated(name, value)
            elif isinstance(value, Count):
                yield self._count(name, value)
            elif isinstance(value, Span):
                yield self._text(name, value)
            else:
                yield from self._fillers(name, draft.fillers[name])
        yield from self._fillers("attribution", draft.sources)

    def _enumerated(self, name: str, value: str) -> SlotNote:
        draft, firing = self._draft, self._draft.firing
        if firing is not None and self._own and firing.trigger.values.get(name) == value:
            return SlotNote(name, value, self._trigger_words(firing), "entry")
        span = None
        if name == "type":
            span = draft.about
        elif name == "action":
            known = [f for f in self._report.at(self._sentence, draft.token) if action_of(f.trigger) == value]
            span = self._trigger_words(known[0]) if known else None
        elif name == "basis" and firing is not None and firing.token.i != draft.token.i:
            span = self._trigger_words(firing)
        return SlotNote(name, value, span, "rule")

    def _trigger_words(self, firing: Firing) -> Span:
        start, end = firing.hit.start, firing.hit.end
        return Span(start, end, self._report.document.text[start:end])

    def _count(self, name: str, count: Count) -> SlotNote:
        number = next((n for n in self._sentence.numbers if n.count is count), None)
        if number is not None:
            start, end = number.start, number.end
        else:  # an article or a name that counts one
            start = self._report.document.text.find(count.text, self._sentence.start, self._sentence.end)
            end = start + len(count.text)
        token = self._sentence.head_of(start, end) if start >= 0 else None
        span = Span(start, end, self._report.document.text[start:end]) if start >= 0 else None
        return SlotNote(name, count.text, span, "count", path=self._path(token))

    def _text(self, name: str, span: Span) -> SlotNote:
        draft, sentence = self._draft, self._sentence
        if not (sentence.start <= span.start and span.end <= sentence.end):
            return SlotNote(name, span.text, span, "reference")
        firing = draft.firing
        if name == "instrument" and firing is not None and (span.start, span.end) == (firing.hit.start, firing.hit.end):
            return SlotNote(name, span.text, span, "instrument")
        inside = [t for ts in self._roles.values() for t in ts if span.start <= sentence.from_(t) < span.end]
        role, framed = self._role(name, inside)
        token = sentence.head_of(span.start, span.end)
        return SlotNote(name, span.text, span, "role" if framed else "rule", role, self._path(token))

    def _fillers(self, name: str, mentions: Sequence[Mention]) -> Iterator[SlotNote]:
        told: set[Span] = set()
        for mention, meant in self._assembler.meant(name, mentions, self._draft):
            span = self._report.span(mention)
            if meant in told:
                continue
            told.add(meant)
            if mention.sentence is not self._sentence:
                yield SlotNote(name, meant.text, span, "reference", refers_to=meant if meant != span else None)
                continue
            role, framed = self._role(name, [mention.token])
            path = self._path(mention.token)
            if meant != span:
                yield SlotNote(name, meant.text, span, "reference", role, path, meant)
            else:
                yield SlotNote(name, meant.text, span, "role" if framed else "rule", role, path)

    def _role(self, name: str, tokens: Sequence[Token]) -> tuple[str, bool]:
        """The role that one of the tokens has, and whether the entry's frame gives that role to the slot."""
        wanted = {t.i for t in tokens}
        held = [role for role, filled in self._roles.items() if any(t.i in wanted for t in expand(filled))]
        slots = self._draft.firing.trigger.frame.slots if self._own and self._draft.firing is not None else {}
        framed = next((role for role in held if name in slots.get(role, ())), None)
        return (framed, True) if framed is not None else (held[0] if held else "", False)

    def _path(self, token: Token | None) -> tuple[str, ...]:
        return () if token is None else arcs(self._start, token)
