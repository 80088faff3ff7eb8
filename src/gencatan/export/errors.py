"""The page of reading errors: by cause, each with its sentence, items side by side, tree, rule and pack entry.

One file that needs no network, in the frame of all our pages (`gencatan.export.render`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from gencatan import __version__
from gencatan.evaluation.cases import SORTS, Case
from gencatan.evaluation.causes import ItemRow
from gencatan.evaluation.items import Json
from gencatan.evaluation.listing import Group, Listing, title
from gencatan.export.render import Page, render
from gencatan.export.translate import Translator
from gencatan.export.tree import tree
from gencatan.i18n import Message
from gencatan.model import Span
from gencatan.reading.explaining.explanation import EntryNote, OutcomeNote, SentenceNote, SlotNote

_LONGEST_TREE: Final = 120  # words; a wider drawing explains nothing
_SIZE: Final = re.compile(r'width="\d+" height="\d+" viewBox="[\d ]+"')


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence: its words with marks, what became of its triggers, and its tree, if it was parsed."""

    words: list[tuple[str, str]]
    gate: str
    outcomes: list[tuple[OutcomeNote, Message]]
    tree: Markup


@dataclass(frozen=True, slots=True)
class CaseView:
    """An error ready to be shown; `entry` is the pack entry to look at, where there is one."""

    number: int
    sort: str
    kind: str
    document: str
    sentences: list[SentenceView]
    rows: Sequence[ItemRow]
    other: tuple[Message, str] | None
    rule: str
    entry: EntryNote | None
    slots: Sequence[SlotNote]
    signals: Sequence[tuple[str, str]]
    resolved: list[tuple[str, str, str, str]]


@dataclass(frozen=True, slots=True)
class GroupView:
    """The errors of one cause."""

    group: Group
    share: int
    cases: list[CaseView]


def errors_page(listing: Listing, language: str = "en") -> str:
    """The page as HTML, opened in `language`."""
    trees = _Trees()
    groups, number = [], 0
    for group in listing.groups:
        views = [_case(case, number + n, trees) for n, case in enumerate(group.shown, start=1)]
        number += len(views)
        groups.append(GroupView(group, round(100 * group.total / max(1, listing.groups[0].total)), views))
    cases = [case for view in groups for case in view.cases]
    words = Translator(language)
    words.keep("page.shown", "number.group")
    return render(
        "errors.html.jinja",
        Page(language, words.say("errors.title"), words, "gencatan eval"),
        "errors",
        listing=listing,
        groups=groups,
        trees=trees.drawn,
        sorts=SORTS,
        totals={sort: sum(group.counts[sort] for group in listing.groups) for sort in SORTS},
        kinds=Counter(case.kind for case in cases),
        documents=Counter(case.document for case in cases),
        version=__version__,
    )


class _Trees:
    """Each sentence's tree once, however many errors it has: `drawn` are SVGs with ids, which errors refer to."""

    def __init__(self) -> None:
        self.drawn: list[Markup] = []
        self._used: dict[tuple[str, int], Markup] = {}

    def draw(self, document: str, sentence: SentenceNote) -> Markup:
        """An SVG that shows the sentence's tree; empty where it was not parsed or is too long to be seen."""
        if not sentence.nodes or len(sentence.nodes) > _LONGEST_TREE:
            return Markup()
        key = document, sentence.index
        if key not in self._used:
            drawn = str(tree(sentence.nodes, {outcome.trigger.node for outcome in sentence.outcomes}))
            size, ident = _SIZE.search(drawn), f"tree-{len(self._used) + 1}"
            assert size
            self.drawn.append(Markup(drawn.replace("<svg ", f'<svg id="{ident}" ', 1)))
            self._used[key] = Markup(f'<svg {size[0]} role="img" aria-label="tree"><use href="#{ident}"/></svg>')
        return self._used[key]


def _case(case: Case, number: int, trees: _Trees) -> CaseView:
    document = case.explained.document
    trigger = case.note.trigger if case.note else case.outcome.trigger if case.outcome else None
    return CaseView(
        number=number,
        sort=case.sort,
        kind=case.kind,
        document=document.id,
        sentences=[_sentence(case, sentence, trees) for sentence in case.sentences],
        rows=case.rows,
        other=_other(case),
        rule=case.claim["reader"]["rule"] if case.claim else "",
        entry=trigger.entry if trigger else None,
        slots=case.note.slots if case.note and case.claim else (),
        signals=case.note.signals if case.note and case.claim else (),
        resolved=[
            (found.what, found.span.text, found.value, title(found.how))
            for found in (case.note.resolutions if case.note and case.claim else ())
        ],
    )


def _other(case: Case) -> tuple[Message, str] | None:
    """What the error was taken for, or repeats, and its words."""
    if case.other is None:
        return None
    words = case.other.get("anchor") or case.other["evidence"][0]["text"]
    if case.cause == "duplicate":
        return Message("errors.repeats"), words
    key = "errors.annotated_as" if case.sort == "alarm" else "errors.read_as"
    return Message(key, (str(case.other["kind"]),)), words


def _sentence(case: Case, sentence: SentenceNote, trees: _Trees) -> SentenceView:
    marks: list[tuple[int, int, str]] = []
    if case.anchor is not None:
        marks.append((*case.anchor, "gold"))
    marks += [(*span, "read") for span in _evidence(case.claim)]
    trigger = case.note.trigger if case.note else case.outcome.trigger if case.outcome else None
    if trigger is not None:
        marks.append((trigger.found.start, trigger.found.end, "trigger"))
    return SentenceView(
        words=_marked(sentence.span, marks),
        gate="" if sentence.gate == "parsed" else sentence.gate,
        outcomes=[
            (outcome, _outcome(outcome))
            for outcome in sentence.outcomes
            if outcome is case.outcome or _tells(outcome, case, marks)
        ],
        tree=trees.draw(case.explained.document.id, sentence),
    )


def _outcome(outcome: OutcomeNote) -> Message:
    """What became of a trigger; the report's words in it keep their own direction (U+2068, U+2069)."""
    part = Message(f"part_of_speech.{outcome.trigger.entry.part}")
    detail = f"\u2068{outcome.detail}\u2069" if outcome.detail else Message("outcome.nothing")
    return Message(f"outcome.{outcome.outcome}", (part, detail))


def _tells(outcome: OutcomeNote, case: Case, marks: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a trigger has to do with an error: of its kind or on marked words, and no part of a longer one."""
    found = outcome.trigger.found
    if outcome.outcome == "longer_trigger":
        return False
    return outcome.trigger.entry.kind == case.kind or any(
        low < found.end and found.start < high for low, high, _ in marks
    )


def _evidence(claim: Json | None) -> Iterable[tuple[int, int]]:
    return [(span["start"], span["end"]) for span in claim["evidence"]] if claim else []


def _marked(span: Span, marks: Sequence[tuple[int, int, str]]) -> list[tuple[str, str]]:
    """The words of a span cut where a mark begins or ends, each piece with the names of the marks on it."""
    edges = {span.start, span.end, *(min(max(at, span.start), span.end) for mark in marks for at in mark[:2])}
    cuts = sorted(edges)
    return [
        (
            span.text[low - span.start : high - span.start],
            " ".join(sorted({name for start, end, name in marks if start <= low and high <= end})),
        )
        for low, high in pairwise(cuts)
    ]
