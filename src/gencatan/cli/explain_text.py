"""Explanations as text for the one who reads reports and the one who writes packs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from gencatan.cli.explain_words import DATES, GATES, HOW, OUTCOMES, PARTS, SIGNALS, SOURCES, VIA
from gencatan.export.wording import one_line, row
from gencatan.model import Claim, Document
from gencatan.reading.explanation import (
    ClaimNote,
    EntryNote,
    Explanation,
    Node,
    OutcomeNote,
    Resolution,
    SentenceNote,
    SlotNote,
)

ID_SHOWN = 12


def listed(read: Sequence[tuple[Document, Sequence[Claim]]]) -> list[str]:
    """The claims of reports, each with the start of its id, to choose from."""
    lines = []
    for document, claims in read:
        lines += [one_line(document.title or document.source_uri or document.id), ""]
        lines += [_claim_line(claim) for claim in claims] or ["  no claim was read"]
        lines.append("")
    return [*lines, "Explain one: gencatan explain SOURCE CLAIM-ID (its first characters do)"]


def _claim_line(claim: Claim) -> str:
    shown = row(claim)
    facts = " · ".join(part for part in (shown.who, shown.what, shown.when, shown.where) if part)
    status = "" if claim.status == "asserted" else f" {shown.status.upper()}"
    return f"  {claim.id[:ID_SHOWN]}  {claim.kind}{status}: {facts}"


def explained(explanation: Explanation, note: ClaimNote, sentence: SentenceNote, width: int) -> list[str]:
    """One claim and what it rests on."""
    claim, entry = note.claim, note.trigger.entry
    lines = [_claim_line(claim).strip(), f"  says who: {row(claim).says}", f"  id {claim.id}", "", "Words"]
    lines += [f"  “{words}”" for words in row(claim).words]
    if note.also:
        lines.append(f"  told {len(note.also) + 1} times; explained as it was told most fully")
    lines += ["", "Trigger"]
    lines.append(f"  “{one_line(note.trigger.found.text)}” ({entry.part}), {_where(entry)}")
    lines.append(f"  rule {claim.reader.rule}")
    lines += [f"  {line}" for line in _entry(entry)]
    lines += ["", "Status", *(f"  {line}" for line in _status(note))]
    lines += ["", "Slots", *_slots(explanation, note, width)]
    lines += ["", "Resolved", *_resolved(note.resolutions, width)]
    lines += ["", "Confidence", f"  {_sum(note)}"]
    lines += ["", f"Sentence {sentence.index + 1} of {len(explanation.sentences)}"]
    lines += [*_wrapped(one_line(sentence.span.text), width, "  "), "", *_tree(sentence, note)]
    return lines


def _where(entry: EntryNote) -> str:
    return f"entry {entry.name} at {entry.file}:{entry.line}"


def _entry(entry: EntryNote) -> Iterator[str]:
    values = " ".join(f"{key}={value}" for key, value in entry.values.items())
    yield " · ".join(part for part in (entry.kind, values, f"frame {entry.frame}" if entry.frame else "") if part)
    for role, wanted in entry.require.items():
        more = f" … ({len(wanted)} in all)" if len(wanted) > 8 else ""
        yield f"requires {role}: {', '.join(wanted[:8])}{more}"


def _status(note: ClaimNote) -> list[str]:
    if not note.signals:
        return [f"{note.status.replace('_', ' ')}: no word says otherwise"]
    shown = []
    for signal, word in note.signals:
        words = one_line(word).replace("_", " ")
        text = SIGNALS[signal].format(word=words) if signal in SIGNALS else f"{signal.replace('_', ' ')} by “{words}”"
        shown.append(text)
    return [f"{note.status.replace('_', ' ')}: {'; '.join(shown)}"]


def _slots(explanation: Explanation, note: ClaimNote, width: int) -> list[str]:
    names = ["says who" if slot.slot == "attribution" else slot.slot for slot in note.slots]
    size = max(map(len, names), default=0)
    lines = []
    for name, slot in zip(names, note.slots, strict=True):
        head = f"  {name:{size}}  "
        lines += _wrapped(f"{_value(slot)}: {_source(explanation, note, slot)}", width, head, " " * len(head))
    return lines


def _value(slot: SlotNote) -> str:
    if slot.span is None or (slot.source in ("entry", "rule") and slot.span.text != slot.value and not slot.path):
        by = f" by “{one_line(slot.span.text)}”" if slot.span is not None else ""
        return f"{slot.value.replace('_', ' ')}{by}"
    refers = f" = “{one_line(slot.refers_to.text)}”" if slot.refers_to is not None else ""
    return f"“{one_line(slot.span.text)}”{refers}"


def _source(explanation: Explanation, note: ClaimNote, slot: SlotNote) -> str:
    text = SOURCES[slot.source].format(role=slot.role)
    other = [s for s in explanation.at(slot.span.start, slot.span.end) if s.index != note.sentence] if slot.span else []
    if slot.source == "reference" and other:
        speech = "speech that runs on from" if slot.slot == "attribution" else "words of"
        text = f"{speech} sentence {other[0].index + 1}"
    elif slot.slot == "attribution" and slot.source == "rule":
        text = "who says it"
    if slot.source in ("rule", "reference") and slot.role:
        text += f" (role {slot.role})"
    return f"{text} [{_arcs(slot.path)}]" if slot.path else text


def _arcs(path: Iterable[str]) -> str:
    return " ".join(f"↑{step[1:]}" if step.startswith("^") else f"↓{step}" for step in path)


def _resolved(resolutions: Sequence[Resolution], width: int) -> list[str]:
    lines: list[str] = []
    for found in resolutions:
        facts = ", ".join(fact for fact in (_how(found), _against(found), VIA.get(found.via, "")) if fact)
        arcs = f" [{_arcs(found.path)}]" if found.path else ""
        text = f"“{one_line(found.span.text)}” → {found.value or '?'}: {facts}{arcs}"
        lines += _wrapped(text, width, f"  {found.what:5}  ", " " * 9)
        named = found.what != "date" and any(c.name != found.span.text for c in found.candidates)
        if named or len(found.candidates) > 1:
            for candidate in found.candidates:
                score = "" if candidate.score is None else f"{candidate.score:6.2f}  "
                mark = "✓" if candidate.chosen else "·"
                lines.append(f"         {mark} {score}{one_line(candidate.name)} ({candidate.detail or 'unresolved'})")
    return lines or ["  nothing to resolve"]


def _how(found: Resolution) -> str:
    if found.what != "date":
        return HOW[found.how]
    return " ".join(words for name in found.how.split() if (words := DATES.get(name, name)))


def _against(found: Resolution) -> str:
    if not found.against:
        return ""
    if found.what == "date":
        return f"counted from publication on {found.against}"
    words = f"“{one_line(found.against)}”"
    return f"with {words}" if found.what == "actor" and found.candidates else words


def _sum(note: ClaimNote) -> str:
    parts = [f"{part.value:+.2f} {PARTS[part.name]}" for part in note.confidence if part.value]
    return f"{note.claim.confidence:.2f} = {' '.join(parts).removeprefix('+')}"


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


def why_not(
    explanation: Explanation, sentences: Sequence[SentenceNote], phrase: tuple[int, int], width: int
) -> list[str]:
    """What became of the words `text[phrase]`."""
    start, end = phrase
    lines = [f"“{one_line(explanation.document.text[start:end])}”"]
    claims = explanation.claims_at(start, end)
    if claims:
        lines += ["  These claims were read there:", *(f"  {_claim_line(claim)}" for claim in claims)]
    else:
        lines.append("  No claim was read there.")
    if not sentences:
        lines.append("  It stands outside all sentences (a dateline, or blank space).")
    for sentence in sentences:
        lines += _sentence(sentence, phrase, width)
    return [*lines, ""]


def _sentence(sentence: SentenceNote, phrase: tuple[int, int], width: int) -> list[str]:
    start, end = phrase
    text = textwrap.shorten(one_line(sentence.span.text), 240, placeholder=" …")
    lines = ["", *_wrapped(text, width, f"  Sentence {sentence.index + 1}: ", "    ")]
    lines.append(f"    The gate: {GATES[sentence.gate]}.")
    here = [o for o in sentence.outcomes if o.trigger.found.start < end and start < o.trigger.found.end]
    if here:
        lines += _outcomes(here, width)
    else:
        lines.append("    No trigger word is known in these words.")
        others = dict.fromkeys(one_line(o.trigger.found.text) for o in sentence.outcomes)
        if others:
            lines.append(f"    Trigger words elsewhere in the sentence: {', '.join(f'“{word}”' for word in others)}.")
    return lines


def _outcomes(outcomes: Sequence[OutcomeNote], width: int) -> list[str]:
    lines = []
    word = ""
    for outcome in outcomes:
        found = one_line(outcome.trigger.found.text)
        if found != word:
            word = found
            lines.append(f"    “{word}”")
        entry = outcome.trigger.entry
        values = " ".join(value.replace("_", " ") for value in entry.values.values())
        head = f"{entry.kind} {values}".strip()
        lines.append(f"      {head}, {_where(entry)}")
        lines += _wrapped(said(outcome), width, "        ")
    return lines


def said(outcome: OutcomeNote) -> str:
    """An outcome in words, with the claims it made."""
    detail = outcome.detail or "its rule found nothing to say"
    text = OUTCOMES[outcome.outcome].format(detail=one_line(detail), part=outcome.trigger.entry.part)
    return f"{text}: claim {', '.join(claim[:ID_SHOWN] for claim in outcome.claims)}" if outcome.claims else text


def _wrapped(text: str, width: int, first: str, rest: str = "") -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest or first, break_long_words=False
    ) or [first.rstrip()]
