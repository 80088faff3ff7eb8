"""Who broke an agreement: those who are said to, and not those who say so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.licence import WHOSE_ACT, blamed
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import SUBJECTS, expand

if TYPE_CHECKING:
    from spacy.tokens import Token


def keep_breakers(firing: Firing, draft: Draft, noun: Token | None, report: Report) -> None:
    """Leave as breakers those alone who are said to break it: not whom the broken truce is with, nor who only says so
    ("…, the ministry said, shattering the truce with X", "the army called it a breach of the truce with X")."""
    sources = {m.token.i for m in draft.sources if m.sentence is firing.sentence} if _beside(firing) else set()
    deal = {t.i for t in noun.subtree} if noun is not None and noun.i != firing.token.i else set()
    other = sources | deal
    kept = [m for m in draft.fillers.get("parties", []) if m.token.i not in other or m.sentence is not firing.sentence]
    draft.fillers.pop("parties", None)
    accused = kept or blamed(firing, report, *WHOSE_ACT)
    if any(each_other(m.token, report) for m in accused) or _each_the_other(accused, draft, firing, report):
        accused = _accusers(draft, firing, report)  # "both sides accused each other"
    draft.add("parties", accused)


def each_other(word: Token, report: Report) -> bool:
    """Whether a word is of "each other", who are those that accuse."""
    words, pairs = report.tools.pack.words("reciprocals"), (word.i - 1, word.i)
    return any(words.at([t.lower_ for t in word.doc[max(0, at) : at + 2]], 0) > 1 for at in pairs)


def _each_the_other(accused: Sequence[Mention], draft: Draft, firing: Firing, report: Report) -> bool:
    """Whether each of several says it of the other ("each accusing the other of violating the truce")."""
    each, other = (report.tools.pack.words(key) for key in ("each_words", "other_words"))
    told_by = [m.token for m in tellers(draft, firing, report)]
    mutual = any(t.lower_ in each for teller in told_by for t in (teller, *teller.children))
    return mutual and any(report.span(m).text.lower() in other for m in accused)


def tellers(draft: Draft, firing: Firing, report: Report) -> list[Mention]:
    """Who says so in the sentence of a breach, or of the deal that was broken: its source, or who accuses."""
    named = [m for m in draft.sources if m.sentence is firing.sentence]
    above = (t for t in firing.token.ancestors if report.at(firing.sentence, t, "statement"))
    verb = next(above, None) if not named else None
    return named or [
        Mention(firing.sentence, c) for c in (verb.children if verb is not None else ()) if c.dep_ in SUBJECTS
    ]


def _accusers(draft: Draft, firing: Firing, report: Report) -> list[Mention]:
    """Who accuse each other: those named in the clause that "each accusing the other" hangs on, or who say so."""
    told_by = tellers(draft, firing, report)
    for saying in (m.token.head for m in told_by if m.token.lower_ in report.tools.pack.words("each_words")):
        if saying.dep_ in ("advcl", "parataxis", "conj"):
            named = expand(report.tools.syntax.subjects.of(saying.head))
            if len(named) > 1:
                return [Mention(firing.sentence, t) for t in named]
    return told_by


def _beside(firing: Firing) -> bool:
    """Whether the step stands beside a clause of telling, behind a comma, and is no part of what its subject owns up to
    ("admitted breaking the truce")."""
    first = firing.token.left_edge
    comma = first.text == "," or (first.i > 0 and first.nbor(-1).text == ",")
    aside = comma and firing.token.dep_.split(":")[0] in ("advcl", "acl")
    return firing.nominal or aside
