"""What is done by turns, the verb said once: a claim for each thing, with its day or with who does it.

"They must hand over the port by 1 May, the airfield by 15 May and the barracks by 1 June."
"Israel must free 600 prisoners, and Hamas 33 hostages."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from gencatan.model import Span
from gencatan.reading.dates.found import DateExpression
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import AGENT_CLASSES, expand
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

KINDS: Final = frozenset({"obligation", "territory", "event"})
TO_COME: Final = frozenset({"planned", "called_for", "conditional"})
NAMING: Final = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "ADP", "SYM"})
NOUNS: Final = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class _Turn:
    """A further thing, its words, its day and, where it is another, who is to do it."""

    noun: Token
    words: Sequence[Token]
    day: DateExpression | None
    doer: Token | None


def listed(drafts: Sequence[Draft], sentence: Sentence, report: Report) -> Iterator[Draft]:
    """The further things that a sentence lists behind that of a draft; the first keeps its own day."""
    for draft in list(drafts):
        if draft.kind not in KINDS or draft.sentence is not sentence or draft.day is not None:
            continue
        thing = _thing(draft)
        if thing is None:
            continue
        first = next((d for d in sentence.dates if d.start > sentence.from_(thing)), None)
        if first is None or not _names(sentence.tokens_in(sentence.to(thing), first.start)):
            first = None
        behind = _behind(first, thing, sentence, report) if first is not None else _opposite(thing, sentence, report)
        turns = list(behind)
        captured = draft.kind == "territory" and all(t.doer is None and _named(t.words) for t in turns)
        if not turns or not (draft.status in TO_COME or captured):
            continue
        draft.day = first
        _cut(draft, first.start if first is not None else sentence.to(thing), report)
        for turn in turns:
            report.consumed.add((sentence.index, turn.noun.i))
            yield _of(draft, thing, turn, report)


def _thing(draft: Draft) -> Token | None:
    """What the verb of a draft has as its object."""
    verb = draft.token
    objects = (c for c in verb.children if c.dep_ == "obj" and c.i > verb.i and c.pos_ in NOUNS)
    return next(objects, None) if verb.pos_ == "VERB" else None


def _behind(first: DateExpression, thing: Token, sentence: Sentence, report: Report) -> Iterator[_Turn]:
    """What is named between a day and the next, behind a comma or "and"; and so on."""
    last = first
    for day in sentence.dates:
        if day.start <= last.start:
            continue
        between = sentence.tokens_in(last.end, day.start)
        turn = _turn(between, thing, report, day)
        if turn is None or day.relation != first.relation:
            return
        yield turn
        last = day


def _opposite(thing: Token, sentence: Sentence, report: Report) -> Iterator[_Turn]:
    """What another is to do with another number, behind "and", up to the end of the clause."""
    if not any(c.dep_ == "nummod" and c.i < thing.i for c in thing.children):
        return
    behind = sentence.tokens[thing.i + 1 :]
    comma = 1 if behind and behind[0].text == "," else 0
    if len(behind) < comma + 3 or behind[comma].pos_ != "CCONJ":
        return
    ends = next((n for n in range(comma + 1, len(behind)) if behind[n].is_punct), len(behind))
    turn = _turn(behind[:ends], thing, report, None)
    if turn is not None and turn.doer is not None:
        yield turn


def _turn(tokens: Sequence[Token], thing: Token, report: Report, day: DateExpression | None) -> _Turn | None:
    """One more thing, or somebody and their thing, if nothing else stands in these words."""
    at = next((n for n, t in enumerate(tokens) if not _joins(t)), len(tokens))
    words = list(tokens[at:])
    while words and words[-1].pos_ == "ADP":
        words.pop()
    if at == 0 or not words or words[0].pos_ == "ADP" or not _names(words):
        return None
    classes, doer = report.tools.mentions.classes, None
    number = next((n for n, t in enumerate(words) if t.pos_ == "NUM" and n and words[n - 1].pos_ in NOUNS), None)
    if number is not None:
        doer, words = words[number - 1], words[number:]
        if not report.tools.mentions.can_act(doer):
            return None
    noun = _head(words)
    if noun is None or (doer is None and classes(noun) & AGENT_CLASSES and not classes(thing) & AGENT_CLASSES):
        return None  # "must leave the port by 1 May, the rebels by 3 May"
    if doer is not None and doer.is_ancestor(noun) and noun.dep_ != "orphan":
        return None  # its words would be theirs, for the parser
    return _Turn(noun, words, day, doer)


def _joins(token: Token) -> bool:
    return token.text == "," or token.pos_ == "CCONJ"


def _names(words: Sequence[Token]) -> bool:
    """Whether words may name one thing, no clause and no second thing."""
    return all(t.pos_ in NAMING for t in words)


def _named(words: Sequence[Token]) -> bool:
    """Whether a town or district is named: "fell on Monday, the third town on Friday to fall" is no list."""
    return any(t.pos_ == "PROPN" for t in words)


def _head(words: Sequence[Token]) -> Token | None:
    """The noun that the others hang on, whatever the parser hung it on."""
    inside = {t.i for t in words}
    return next((t for t in words if t.pos_ in NOUNS and t.head.i not in inside), None)


def _cut(draft: Draft, end: int, report: Report) -> None:
    """Leave the first thing nothing of the list."""
    told = draft.texts.get("object")
    if told is not None and told.start < end < told.end:
        text = report.document.text[told.start : end].rstrip(" ,")
        draft.texts["object"] = Span(told.start, told.start + len(text), text)


def _of(draft: Draft, thing: Token, turn: _Turn, report: Report) -> Draft:
    """The same of another thing, by another day or by somebody else."""
    sentence, words = draft.sentence, turn.words
    named = words[1:] if words[0].pos_ == "DET" and len(words) > 1 else words
    start, end, at = sentence.from_(named[0]), sentence.to(named[-1]), sentence.from_(thing)
    own = Span(start, end, report.document.text[start:end])
    told = {slot for slot, text in draft.texts.items() if text.start <= at < text.end}
    new = {t.i: turn.noun for t in (*thing.subtree, thing) if thing.left_edge.i <= t.i <= thing.i}
    if turn.doer is not None:
        new |= {t.i: turn.doer for t in expand(report.tools.syntax.subjects.of(draft.token))}
    return replace(
        draft,
        values=dict(draft.values),
        fillers={slot: _renamed(mentions, new, sentence) for slot, mentions in draft.fillers.items()},
        texts={slot: own if slot in told else text for slot, text in draft.texts.items()},
        counts={},
        day=turn.day,
        sources=[*draft.sources],
    )


def _renamed(mentions: Sequence[Mention], new: dict[int, Token], sentence: Sentence) -> list[Mention]:
    """The mentions, those of certain words those of others, each once."""
    tokens = {
        (m.sentence.index, t.i): Mention(m.sentence, t)
        for m in mentions
        for t in [new.get(m.token.i, m.token) if m.sentence is sentence else m.token]
    }
    return list(tokens.values())
