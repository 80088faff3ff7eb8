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
from gencatan.reading.kinds.obligations.asked import BEFORE, first_of, is_term
from gencatan.reading.kinds.obligations.duties import BOUND_KINDS, duty_of
from gencatan.reading.kinds.obligations.owed import action_of, before
from gencatan.reading.report import Report
from gencatan.reading.tree.modality import Modality
from gencatan.reading.tree.relations import lowered
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DEEDS: Final = frozenset({"agreement", "terms", "deal_text", "document"})
_LEAD: Final = 10
"""Words before a list."""
_LIST: Final = 2
"""Terms that make a list of what stands behind a colon alone."""


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
    found = [f for f in report.firings_in(sentence) if f.nominal and f.token.i >= start and is_term(f, start)]
    heads = sorted({f.token.i for f in found})
    if sentence.doc[start - 1].text == ":" and len(heads) < _LIST:
        return
    for firing in found:
        noun = firing.token
        if (sentence.index, noun.i) in report.consumed:
            continue
        draft = _duty(firing, asking, report)
        if draft is not None:
            ends = next((first_of(noun.doc[at], start) for at in heads if at > noun.i), None)
            _keep_within(draft, firing, first_of(noun, start), ends, report)
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
    word = articles.binder(sentence, report) if terms.told(sentence, report) else None
    if word is not None and word.lower_ not in pack.words("verbs_barring"):
        size = pack.words("verbs_laying_down").at(words, word.i)
        return word.i + size if _noun_behind(doc, word.i + size) else None
    colon = next((t.i for t in doc[1:_LEAD] if t.text == ":"), None)  # "Ada tiga butir dalam kesepakatan itu: …"
    if colon is None or not terms.told(sentence, report):
        return None
    named = any(articles.sorts_of(t, report) & _DEEDS for t in doc[:colon])
    said = any(report.tools.attributions.reports(t) for t in doc[:colon])
    return colon + 1 if named and not said else None


def _noun_behind(doc: Doc, at: int) -> bool:
    """Whether what a document binds to is told by a noun right behind its verb ("provides for *the withdrawal* of")."""
    while at < len(doc) and doc[at].pos_ in BEFORE:
        at += 1
    return at < len(doc) and doc[at].pos_ == "NOUN"
