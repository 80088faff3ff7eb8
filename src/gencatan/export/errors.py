"""The page of reading errors: by cause, each with its sentence, items side by side, tree, rule and pack entry.

One file that needs no network. Its policy names the digests of its one style and one script, so that no markup of a
report can run or load.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from gencatan import __version__
from gencatan.evaluation.cases import SORTS, Case
from gencatan.evaluation.causes import CAUSES, ItemRow
from gencatan.evaluation.items import Json
from gencatan.evaluation.listing import Group, Listing, title
from gencatan.export.translate import shown
from gencatan.export.tree import tree
from gencatan.model import Span
from gencatan.reading.explanation import EntryNote, OutcomeNote, SentenceNote, SlotNote

SORT_MEANS: Final = {
    "miss": "annotated, not read",
    "wrong": "read, but not right",
    "alarm": "read, not annotated",
    "flawed": "right, but for an item",
}
OUTCOME_MEANS: Final = {
    "claim": "made a claim",
    "no_node": "the tree has no node for it",
    "part_of_speech": "another part of speech in the tree",
    "longer_trigger": "a longer trigger stands on it",
    "other_entry": "another entry of its kind fired",
    "frame": "the roles it requires are not filled as it asks",
    "not_told": "its kind's rule found nothing to tell",
    "refers_back": "only names an act told before",
    "slot_missing": "a slot the kind needs stayed empty",
    "merged": "its claim told nothing that another does not",
}
GATE_MEANS: Final = {
    "context": "parsed only for what a later pronoun means",
    "no_trigger": "not parsed: no trigger word",
    "words_missing": "not parsed: the words its entries require are not beside them",
    "too_long": "not parsed: longer than any sentence of news",
}
_LONGEST_TREE: Final = 120  # words; a wider drawing explains nothing
_SIZE: Final = re.compile(r'width="\d+" height="\d+" viewBox="[\d ]+"')


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence: its words with marks, what became of its triggers, and its tree, if it was parsed."""

    words: list[tuple[str, str]]
    gate: str
    outcomes: Sequence[OutcomeNote]
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
    other: str
    rule: str
    entry: EntryNote | None
    slots: Sequence[SlotNote]
    signals: Sequence[tuple[str, str]]
    resolved: list[tuple[str, str, str, str]]


@dataclass(frozen=True, slots=True)
class GroupView:
    """The errors of one cause."""

    group: Group
    title: str
    means: str
    share: int
    cases: list[CaseView]


def errors_page(listing: Listing) -> str:
    """The page as HTML."""
    trees = _Trees()
    groups, number = [], 0
    for group in listing.groups:
        views = [_case(case, number + n, trees) for n, case in enumerate(group.shown, start=1)]
        number += len(views)
        share = round(100 * group.total / max(1, listing.groups[0].total))
        groups.append(GroupView(group, title(group.cause), CAUSES[group.cause], share, views))
    cases = [case for view in groups for case in view.cases]
    style, script = _file("static", "errors.css").strip(), _file("static", "errors.js").strip()
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'"
    template = _environment().get_template("errors.html.jinja")
    return template.render(
        listing=listing,
        groups=groups,
        trees=trees.drawn,
        sorts=SORT_MEANS,
        totals={sort: sum(group.counts[sort] for group in listing.groups) for sort in SORTS},
        kinds=Counter(case.kind for case in cases),
        documents=Counter(case.document for case in cases),
        outcome_means=OUTCOME_MEANS,
        policy=policy,
        style=Markup(style),
        script=Markup(script),
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


def _other(case: Case) -> str:
    """What the error was taken for, or repeats."""
    if case.other is None:
        return ""
    words = case.other.get("anchor") or case.other["evidence"][0]["text"]
    if case.cause == "duplicate":
        return f"Another claim was right about this: “{words}”"
    return f"{'Annotated' if case.sort == 'alarm' else 'Read'} as {case.other['kind']}: “{words}”"


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
        gate=GATE_MEANS.get(sentence.gate, ""),
        outcomes=[outcome for outcome in sentence.outcomes if outcome is case.outcome or _tells(outcome, case, marks)],
        tree=trees.draw(case.explained.document.id, sentence),
    )


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


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: _file("templates", name)),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters.update(shown=shown, words=title)
    return environment


def _file(folder: str, name: str) -> str:
    return files(__package__).joinpath(folder, name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
