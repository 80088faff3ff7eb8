"""Terms listed as nouns: "Its terms include the withdrawal of troops, an exchange of prisoners and …".

The parser often loses such a list among what stands in it, so a term is known by where it stands: behind a comma, an
"and", or what opens the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.kinds.obligations import articles, terms
from gencatan.reading.kinds.obligations.duties import BOUND_KINDS, duty_of
from gencatan.reading.kinds.obligations.owed import action_of, before
from gencatan.reading.report import Report
from gencatan.reading.tree.modality import Modality
from gencatan.reading.tree.relations import lowered
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEDS: Final = frozenset({"agreement", "terms", "deal_text", "document"})
_LEAD: Final = 10
"""Words before a list."""
_APART: Final = (",", ";", ":")
_LIST: Final = 2
"""Terms that make a list of what stands behind a colon alone."""
_BEFORE: Final = frozenset({"DET", "ADJ", "NUM", "ADV", "X"})
"""What may stand between a comma and the noun of a term."""


def listed(sentence: Sentence, report: Report) -> Iterator[tuple[Draft, Token]]:
    """The duties that a sentence lists as what is in an agreement, each with its noun."""
    start = _opening(sentence, report)
    if start is None:
        return
    known = [f for one in terms.near(sentence, report) for f in report.firings_in(one) if f.trigger.kind == "agreement"]
    known = [f for f in known if f.sentence is not sentence or f.token.i < start]
    if not known:
        return
    assert sentence.doc is not None
    asking = replace(known[-1], sentence=sentence, token=sentence.doc[start - 1], roles={}, mood=Modality(), sources=[])
    found = [f for f in report.firings_in(sentence) if f.nominal and f.token.i >= start and _is_term(f, start)]
    heads = sorted({f.token.i for f in found})
    if sentence.doc[start - 1].text == ":" and len(heads) < _LIST:
        return
    for firing in found:
        noun = firing.token
        if (sentence.index, noun.i) in report.consumed:
            continue
        draft = _duty(firing, asking, report)
        if draft is not None:
            ends = next((_first(noun.doc[at], start) for at in heads if at > noun.i), None)
            _keep_within(draft, firing, _first(noun, start), ends, report)
            yield draft, noun


def _keep_within(draft: Draft, firing: Firing, first: int, end: int | None, report: Report) -> None:
    """Leave a duty nothing of the other terms, nor of the words before the list."""
    sentence, doc = firing.sentence, firing.token.doc
    begins = sentence.from_(doc[first])
    ends = sentence.from_(doc[end]) if end is not None else sentence.end
    draft.status, draft.clause = "called_for", (begins, ends)
    held = [m for m in draft.fillers.get("obligor", []) if first <= m.token.i and (end is None or m.token.i < end)]
    draft.fillers.pop("obligor", None)
    draft.add("obligor", [m for m in held if not report.tools.mentions.fits(m.token, ("@prisoner",))])
    told = draft.texts.get("object")
    if told is None or told.start < begins:
        told = report.tools.mentions.wording.span(sentence, firing.token)
    draft.texts["object"] = before(told, ends) if told.end > ends else told


def _first(noun: Token, start: int) -> int:
    """The first word of a term: what is right before its noun, back to the comma."""
    at, doc = noun.i, noun.doc
    while at > start and (doc[at - 1].pos_ in _BEFORE or (noun.is_ancestor(doc[at - 1]) and not _apart(doc[at - 1]))):
        at -= 1  # "a one-month truce"
    return at


def _apart(token: Token) -> bool:
    return token.text in _APART or token.pos_ == "CCONJ"


def _duty(firing: Firing, asking: Firing, report: Report) -> Draft | None:
    """The duty that a listed noun names: its action's, or for a truce to hold fire."""
    trigger = firing.trigger
    if trigger.kind in BOUND_KINDS and action_of(trigger):
        return duty_of(asking, report, firing.token, "agreement", [])
    if trigger.kind != "agreement" or trigger.values.get("type") != "ceasefire":
        return None
    draft = report.draft(firing, "obligation")
    draft.values = {"action": "cease_hostilities", "basis": "agreement"}
    draft.plover = ("RETREAT", "ceasefire")
    draft.firing = None
    draft.texts["object"] = report.tools.mentions.wording.span(firing.sentence, firing.token)
    return draft


def _opening(sentence: Sentence, report: Report) -> int | None:
    """Where a list of what is in an agreement begins; None where the sentence opens none."""
    assert sentence.doc is not None
    doc, words, pack = sentence.doc, lowered(sentence.doc), report.tools.pack
    openers, verbs = pack.words("list_openers"), pack.words("verbs_terms")
    opens = not (openers.firsts.isdisjoint(words) and verbs.firsts.isdisjoint(words))
    for at in range(1, min(_LEAD, len(doc))) if opens else ():
        behind = max(openers.at(words, at), verbs.at(words, at))
        if not behind:
            continue
        subject = [t for t in doc[:at] if articles.sorts_of(t, report) & _DEEDS]
        told_of_it = {t.i for t in subject[0].subtree} if subject else set()  # "the deal that both signed includes …"
        if not subject or any(t.pos_ == "VERB" and t.i not in told_of_it for t in doc[subject[0].i + 1 : at]):
            break
        return at + behind if terms.told(sentence, report) else None
    colon = next((t.i for t in doc[1:_LEAD] if t.text == ":"), None)  # "Ada tiga butir dalam kesepakatan itu: …"
    if colon is None or not terms.told(sentence, report):
        return None
    named = any(articles.sorts_of(t, report) & _DEEDS for t in doc[:colon])
    said = any(report.tools.attributions.reports(t) for t in doc[:colon])
    return colon + 1 if named and not said else None


def _is_term(firing: Firing, start: int) -> bool:
    """Whether a noun heads one of the things listed, by what stands right before it."""
    if not (action_of(firing.trigger) or firing.trigger.kind == "agreement"):
        return False
    at = _first(firing.token, start) - 1
    return at < start or _apart(firing.token.doc[at])
