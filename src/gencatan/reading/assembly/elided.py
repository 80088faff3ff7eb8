"""Whom a bare number counts: those whom the toll right before it names ("killing four police and wounding three more").

A number with no noun beside another toll of its sentence counts people of the same sort. Where that toll only tells of
"people", or names somebody, nothing is known of the others.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from gencatan.reading.assembly.proximity import HARMS
from gencatan.reading.tree.relations import is_clause

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.drafts.draft import Draft
    from gencatan.reading.report import Report
    from gencatan.reading.telling.discourse import Mention

JOINS: Final = frozenset({"conj", "advcl", "acl", "xcomp", "parataxis"})
WITHIN: Final = 8  # words from one toll to the next, where the parser joined them in no such way


def name_the_counted(report: Report) -> None:
    """Give each toll that is a bare number the victims of the toll before it."""
    tolls = [d for d in report.drafts if d.kind == "casualty" and d.values.get("harm") in HARMS]
    tolls.sort(key=lambda d: (d.sentence.index, d.token.i))
    whole = tolls[0] if tolls else None
    for before, after in pairwise(tolls):
        if before.sentence is not after.sentence or before.token.i != after.token.i:
            whole, before = after, whole or before  # of one word the first: those behind it are parts of it
        if before.sentence is not after.sentence or not _bare(after, report):
            continue
        named = before.fillers.get("victims", [])
        if (
            len(named) == 1
            and _told_before(named[0], after)
            and _of_a_sort(named[0], before, report)
            and _joined(before.token, after.token)
        ):
            after.fillers["victims"] = [replace(named[0], uncounted=True)]


def _told_before(mention: Mention, draft: Draft) -> bool:
    """Whether somebody is named before the number of a toll, which "32 dead, including seven civilians" does not."""
    sentence, count = draft.sentence, draft.counts.get("count")
    return any(n.count is count and sentence.from_(mention.token) < n.start for n in sentence.numbers)


def _bare(draft: Draft, report: Report) -> bool:
    """Whether it has a number, and nobody with it but "more"."""
    count = draft.counts.get("count")
    if count is None or count.max == 1 or draft.status == "denied" or draft.firing is None:
        return False  # "and another was wounded": somebody else
    more = report.tools.pack.words("nouns_more")
    return all(m.token.lower_ in more for m in draft.fillers.get("victims", []))


def _of_a_sort(mention: Mention, draft: Draft, report: Report) -> bool:
    """Whether the victims are counted people of some sort, and not just people or somebody by name."""
    noun, mentions = mention.token, report.tools.mentions
    if noun.pos_ != "NOUN" or draft.counts.get("count") is None:
        return False
    return mentions.fits(noun, ("@person",)) and noun.lower_ not in report.tools.pack.words("nouns_anybody")


def _joined(first: Token, second: Token) -> bool:
    """Whether the second toll goes on with the first, by the tree or right behind it with no clause between."""
    node = second
    while node.dep_ in JOINS and node.head.i != node.i:
        node = node.head
        if node.i == first.i:
            return True
    between = first.doc[first.i + 1 : second.i]
    return len(between) <= WITHIN and not any(t.text in ";:." or (is_clause(t) and t.pos_ == "VERB") for t in between)
