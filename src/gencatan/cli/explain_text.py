"""A claim's explanation as text: a plain sentence first, the codes for those who write packs after it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gencatan.export.plain import because
from gencatan.export.wording import Words, headline, one_line, row, said, status
from gencatan.i18n import Message, Strings
from gencatan.model import Claim, Document
from gencatan.model.vocabulary import STATUSES
from gencatan.reading.explaining.explanation import (
    ClaimNote,
    EntryNote,
    Explanation,
    Node,
    Resolution,
    SentenceNote,
    SlotNote,
)

ID_SHOWN = 12
WORDS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Page:
    """How an explanation is written: in which words, how many letters a line."""

    strings: Strings
    width: int

    def say(self, key: str, *args: str | int | float | Message) -> str:
        """A string of the interface."""
        return self.strings.say(Message(key, args))

    def label(self, prefix: str, name: str) -> str:
        """The string `prefix.name`; where there is none, the name itself, as words."""
        key = f"{prefix}.{name}"
        return self.strings[key] if key in self.strings else name.replace("_", " ")

    def wrapped(self, text: str, first: str, rest: str = "") -> list[str]:
        """Lines that begin with `first`, then `rest`."""
        return textwrap.wrap(
            text, self.width, initial_indent=first, subsequent_indent=rest or first, break_long_words=False
        ) or [first.rstrip()]


def listed(read: Sequence[tuple[Document, Sequence[Claim]]], page: Page) -> list[str]:
    """The claims of reports, each with the start of its id, to choose from."""
    lines = []
    for document, claims in read:
        lines += [one_line(document.title or document.source_uri or document.id), ""]
        lines += [claim_line(claim, page) for claim in claims] or [f"  {page.say('explain.no_claim')}"]
        lines.append("")
    return [*lines, page.say("explain.list")]


def claim_line(claim: Claim, page: Page) -> str:
    """A claim in one line: the start of its id, its kind, and who did what, when and where."""
    shown = row(claim, page.strings.language)
    first, parts = headline(claim)
    told = [said(words, page.strings) for words in (first, *parts) if words]
    facts = " · ".join(part for part in (*told, shown.when, shown.where) if part)
    badge = "" if claim.status == "asserted" else f" {page.strings.say(status(claim)).upper()}"
    return f"  {claim.id[:ID_SHOWN]}  {claim.kind}{badge}: {facts}"


def explained(explanation: Explanation, note: ClaimNote, page: Page) -> list[str]:
    """One claim and what it rests on."""
    claim = note.claim
    shown = row(claim, page.strings.language)
    lines = [claim_line(claim, page).strip(), f"  {page.say('page.says')}: {shown.says}", f"  id {claim.id}", ""]
    lines += [*page.wrapped(_because(note, page), "", "  "), "", page.say("explain.words")]
    lines += [f"  “{words}”" for words in shown.words]
    if note.also:
        lines.append(f"  {page.say('explain.told', len(note.also) + 1)}")
    lines += ["", page.say("explain.resolved"), *_resolved(note.resolutions, page)]
    lines += ["", f"{page.say('page.confidence')} {page.strings.number(float(claim.confidence))}"]
    lines += [f"  {line}" for line in _confidence(note, page)]
    return [*lines, "", *_codes(explanation, note, page)]


def _because(note: ClaimNote, page: Page) -> str:
    def clause(words: Iterable[Words]) -> str:
        return " ".join(f"“{word}”" if isinstance(word, str) else page.strings.say(word) for word in words)

    return "; ".join(map(clause, because(note))) + "."


def _codes(explanation: Explanation, note: ClaimNote, page: Page) -> list[str]:
    """What the author of a pack needs: entry, signals, slots with their arcs, the tree."""
    entry, sentence = note.trigger.entry, explanation.sentences[note.sentence]
    lines = [f"{page.say('explain.codes')}", "", page.say("explain.trigger")]
    part = page.say(f"part_of_speech.{entry.part}")
    lines.append(f"  “{one_line(note.trigger.found.text)}” ({part}), {entry_place(entry, page)}")
    lines.append(f"  {page.say('explain.rule').lower()} {note.claim.reader.rule}")
    lines += [f"  {line}" for line in _entry(entry, page)]
    lines += ["", page.say("explain.status"), f"  {_status(note, page)}"]
    lines += ["", page.say("explain.slot"), *_slots(explanation, note, page)]
    lines += ["", page.say("explain.sentence", sentence.index + 1, len(explanation.sentences))]
    return [*lines, *page.wrapped(one_line(sentence.span.text), "  "), "", *_tree(sentence, note)]


def entry_place(entry: EntryNote, page: Page) -> str:
    """An entry's name, file and line."""
    return page.say("explain.entry_at", entry.name, f"{entry.file}:{entry.line}")


def _entry(entry: EntryNote, page: Page) -> Iterator[str]:
    values = " ".join(f"{key}={value}" for key, value in entry.values.items())
    frame = f"{page.say('explain.frame')} {entry.frame}" if entry.frame else ""
    yield " · ".join(part for part in (entry.kind, values, frame) if part)
    for role, wanted in entry.require.items():
        more = f" … ({len(wanted)})" if len(wanted) > WORDS_SHOWN else ""
        yield f"{page.say('explain.require')} {role}: {', '.join(wanted[:WORDS_SHOWN])}{more}"


def _status(note: ClaimNote, page: Page) -> str:
    told = [_signal(signal, one_line(word), page) for signal, word in note.signals]
    return f"{page.say(f'status.{note.status}')}: {'; '.join(told) or page.say('explain.refuse')}"


def _signal(signal: str, word: str, page: Page) -> str:
    if signal == "entry":
        return f"{page.say('signal.entry')} {page.label('status', word)}"
    if signal in STATUSES:
        return f"{page.say(f'status.{signal}')} {page.say('explain.by')} “{word}”"
    return f"{page.label('signal', signal)} {page.label('value.obligation.basis', word)}"


def _slots(explanation: Explanation, note: ClaimNote, page: Page) -> list[str]:
    names = [page.label("slot", slot.slot) for slot in note.slots]
    size = max(map(len, names), default=0)
    lines = []
    for name, slot in zip(names, note.slots, strict=True):
        head = f"  {name:{size}}  "
        text = f"{_value(note.claim.kind, slot, page)}: {_source(explanation, note, slot, page)}"
        lines += page.wrapped(text, head, " " * len(head))
    for found in note.resolutions:
        if found.path:
            name = page.say(f"what.{found.what}")
            lines.append(f"  {name:{size}}  “{one_line(found.span.text)}” [{_arcs(found.path)}]")
    return lines


def _value(kind: str, slot: SlotNote, page: Page) -> str:
    if slot.span is None or (slot.source in ("entry", "rule") and slot.span.text != slot.value and not slot.path):
        by = f" {page.say('explain.by')} “{one_line(slot.span.text)}”" if slot.span is not None else ""
        return f"{page.label(f'value.{kind}.{slot.slot}', slot.value)}{by}"
    refers = f" = “{one_line(slot.refers_to.text)}”" if slot.refers_to is not None else ""
    return f"“{one_line(slot.span.text)}”{refers}"


def _source(explanation: Explanation, note: ClaimNote, slot: SlotNote, page: Page) -> str:
    text = page.say(f"source.{slot.source}")
    other = [s for s in explanation.at(slot.span.start, slot.span.end) if s.index != note.sentence] if slot.span else []
    if slot.source == "reference" and other:
        key = "explain.speech_runs" if slot.slot == "attribution" else "explain.words_of"
        text = page.say(key, other[0].index + 1)
    elif slot.slot == "attribution" and slot.source == "rule":
        text = page.say("explain.says_who")
    if slot.role:
        text += f", {page.say('explain.role', slot.role)}"
    return f"{text} [{_arcs(slot.path)}]" if slot.path else text


def _arcs(path: Iterable[str]) -> str:
    return " ".join(f"↑{step[1:]}" if step.startswith("^") else f"↓{step}" for step in path)


def _resolved(resolutions: Sequence[Resolution], page: Page) -> list[str]:
    lines: list[str] = []
    for found in resolutions:
        via = page.say(f"via.{found.via}") if found.via in ("refers_back", "same_act") else ""
        facts = ", ".join(fact for fact in (_how(found, page), _against(found, page), via) if fact)
        value = f" → {found.value}" if found.value else ""
        text = f"“{one_line(found.span.text)}”{value}: {facts}"
        head = f"  {page.say(f'what.{found.what}'):7}  "
        lines += page.wrapped(text, head, " " * len(head))
        named = found.what != "date" and any(c.name != found.span.text for c in found.candidates)
        if named or len(found.candidates) > 1:
            for candidate in found.candidates:
                score = "" if candidate.score is None else f"{page.strings.number(float(candidate.score)):>6}  "
                mark = "✓" if candidate.chosen else "·"
                detail = candidate.detail or page.say("page.unresolved")
                lines.append(f"{' ' * len(head)}{mark} {score}{one_line(candidate.name)} ({detail})")
    return lines or [f"  {page.say('explain.nothing_resolved')}"]


def _how(found: Resolution, page: Page) -> str:
    return " ".join(page.label("how", name) for name in found.how.split())


def _against(found: Resolution, page: Page) -> str:
    if not found.against:
        return ""
    term = {"of_effect", "of_making"} & set(found.how.split())
    key = "against.term" if term else "against.date"
    return page.say(key, found.against) if found.what == "date" else f"“{one_line(found.against)}”"


def _confidence(note: ClaimNote, page: Page) -> Iterator[str]:
    """What the figure means, then what it is made of."""
    yield page.say("explain.scale", round(100 * note.claim.confidence))
    for part in note.confidence:
        if round(part.value, 2):
            yield f"{page.strings.signed(part.value)} {page.label('part', part.name)}"


def _tree(sentence: SentenceNote, note: ClaimNote) -> list[str]:
    """The tree, a line for each word: its arc, itself, its part of speech, and what it gave."""
    gave: dict[int, list[str]] = {}
    for slot in note.slots:
        head = _head(sentence.nodes, slot)
        if head is not None and slot.path:
            gave.setdefault(head.index, []).append(slot.slot)
    if note.trigger.node >= 0:
        gave.setdefault(note.trigger.node, []).insert(0, "trigger")
    below: dict[int, list[Node]] = {}
    for node in sentence.nodes:
        if node.pos not in ("PUNCT", "SPACE") and node.head != node.index:
            below.setdefault(node.head, []).append(node)
    lines: list[str] = []
    stack = [(node, "", "") for node in reversed(sentence.nodes) if node.head == node.index]
    while stack:
        node, lead, indent = stack.pop()
        marks = ", ".join(dict.fromkeys(gave.get(node.index, ())))
        lines.append(f"  {lead}{node.dep} {node.span.text}  {node.pos}{f'   ← {marks}' if marks else ''}")
        children = below.get(node.index, [])
        for n, child in reversed(list(enumerate(children))):
            last = n == len(children) - 1
            stack.append((child, indent + ("└─ " if last else "├─ "), indent + ("   " if last else "│  ")))
    return lines


def _head(nodes: Sequence[Node], slot: SlotNote) -> Node | None:
    """The highest word of a slot's words: the one whose head is not among them."""
    span = slot.span
    if span is None:
        return None
    inside = [n for n in nodes if n.span.start < span.end and span.start < n.span.end and n.pos != "PUNCT"]
    indexes = {n.index for n in inside}
    return next((n for n in inside if n.head == n.index or n.head not in indexes), None)
