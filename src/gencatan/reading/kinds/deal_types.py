"""What is told of an agreement by what stands beside it: its type where its noun does not tell it ("a deal", "a
document"), its parties where only those are named who must do something under it, or who talked in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Draft
from gencatan.reading.kinds.both import SIDES
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import RELATIVE, lowered, preposition_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

CONCLUDED: Final = frozenset({"agreed", "signed", "in_effect"})
MADE: Final = frozenset({"agreed", "signed"})
LAID_DOWN: Final = frozenset({"disarm", "demobilise", "hand_over_weapons"})
LET_IN: Final = frozenset({"grant_access", "deliver_aid"})
FREED: Final = frozenset({"release", "exchange"})
REBELS: Final = frozenset({"REB", "UAF", "PRM"})
REBEL: Final = ("@rebel", "!@police_force", "!@people")
SETTLED: Final = ("@agreement", "!contract")
SEVERAL: Final = 2
THIRD: Final = frozenset({"monitor", "investigate"})
UNDERGOING: Final = ("obj", "nsubj:pass")
YEARS: Final = ("@time_noun",)
HOSTILITIES: Final = ("@hostilities",)


def tell(report: Report) -> None:
    """Give agreements without a type of their own that of their content, and those without parties theirs."""
    for draft in report.drafts:
        if draft.kind != "agreement":
            continue
        beside = [d for d in report.drafts if d.sentence is draft.sentence and d is not draft]
        if draft.status == "denied" and draft.values["stage"] == "agreed" and "parties" not in draft.fillers:
            talks = next((d for d in beside if d.kind == "meeting" and d.status != "planned"), None)
            draft.add("parties", talks.fillers.get("participants", []) if talks else [])  # "ended without agreement"
        if draft.status != "asserted" or draft.values["stage"] not in CONCLUDED:
            continue
        duties = [d for d in beside if d.kind == "obligation" and d.values.get("basis") == "agreement"]
        if draft.values.get("type") == "other":
            told = _by_duties({d.values["action"] for d in duties})
            # "the November agreement ended the war": which one that was is told elsewhere
            noun = draft.token.head if draft.token.dep_ in RELATIVE else draft.token
            new = "parties" in draft.fillers or not report.is_definite(draft.sentence, noun)
            peace = not told and ((new and _settles_war(draft, report)) or _with_rebels(draft, report))
            draft.values["type"] = told or ("peace" if peace else "other")
        if "parties" not in draft.fillers and draft.values["stage"] in MADE:
            draft.add("parties", _talked(draft, beside, report))
        if "parties" not in draft.fillers and draft.values["stage"] in MADE and _lays_down(draft, report):
            draft.add("parties", _bound(beside, duties, report))
        if "parties" not in draft.fillers and "mediator" in draft.fillers:
            bound = [m for d in duties for m in d.fillers.get("obligor", [])]
            counts = [report.count_of(m.sentence, m.token) for m in bound]
            several = len(bound) > 1 or any(c is not None and (c.min or 0) > 1 for c in counts)
            if several and all(report.tools.mentions.fits(m.token, SIDES) for m in bound):
                draft.add("parties", bound)  # "both armies must leave under a deal brokered by Norway"


def _lays_down(draft: Draft, report: Report) -> bool:
    """Whether it only tells when or where that was made under which others must do something ("*under* an accord
    *signed* in Oslo in 2002, …")."""
    made, noun = draft.token, draft.token.head
    if made.dep_ not in RELATIVE or not preposition_words(noun):
        return False
    return preposition_words(noun) in report.tools.pack.words("terms_markers")


def _bound(beside: Sequence[Draft], duties: Sequence[Draft], report: Report) -> list[Mention]:
    """Who agree to something, or must do it, in the same sentence: two sides or more, else nobody; who only watches
    over it may be a third."""
    duties = [d for d in duties if d.values["action"] not in THIRD]
    agreed = [d for d in beside if d.kind == "agreement" and d.values["stage"] == "agreed" and d.status == "asserted"]
    for told in (d.fillers.get(slot, []) for some, slot in ((agreed, "parties"), (duties, "obligor")) for d in some):
        if len(told) >= SEVERAL and all(_is_side(m, report) for m in told):
            return list(told)
    return []


def _is_side(mention: Mention, report: Report) -> bool:
    known = report.tools.who(report.span(mention).text, None)
    return report.tools.mentions.fits(mention.token, SIDES) or (known is not None and bool(known.country))


def _talked(draft: Draft, beside: Sequence[Draft], report: Report) -> list[Mention]:
    """Between whom the talks were in which a deal came about ("was reached in talks *between Chad and Niger*")."""
    for talks in beside:
        if talks.kind != "meeting" or not talks.nominal or talks.token.dep_ != "obl" or talks.status == "planned":
            continue
        sitting = talks.fillers.get("participants", [])
        to_come = preposition_words(talks.token) in report.tools.pack.words("before_markers")
        if talks.token.head.i == draft.token.i and len(sitting) > 1 and not to_come:
            return list(sitting)
    return []


def _by_duties(actions: AbstractSet[str]) -> str:
    if "cease_hostilities" in actions:
        return "ceasefire"
    if actions & LAID_DOWN and len(actions) > 1:
        return "peace"
    if actions & FREED and actions & LET_IN and actions <= FREED | LET_IN:
        return "exchange"  # "is to free three prisoners for each of them and to let in aid"
    return "humanitarian" if actions and actions <= LET_IN else ""


def _with_rebels(draft: Draft, report: Report) -> bool:
    """Whether those who rise against a state come to terms with it over nothing less than that ("the accord that Manila
    and the Moro Islamic Liberation Front signed", not "a deal on prisoners")."""
    parties = draft.fillers.get("parties", [])
    if len(parties) < SEVERAL or draft.values["stage"] not in ("agreed", "signed"):
        return False
    told = draft.token
    noun = told.head if told.dep_ in RELATIVE else next((c for c in told.children if c.dep_ in UNDERGOING), told)
    if not report.tools.mentions.fits(noun, SETTLED):
        return False  # nor "agreed to resume talks"
    about, against = (report.tools.pack.words(key) for key in ("topic_markers", "against_markers"))
    if any(preposition_words(c) in against for c in (*noun.children, *told.children)):
        return False
    if any(c.dep_ in ("nmod", "acl") and preposition_words(c) in about for c in (*noun.children, *told.children)):
        return False
    risen = [_rises(m, report) for m in parties]
    return any(risen) and not all(risen)


def _rises(party: Mention, report: Report) -> bool:
    """Whether somebody is known to rise against a state, or is called a rebel."""
    published = report.document.published
    actor = report.tools.who(report.span(party).text, published.year if published else None)
    if actor is not None and actor.sector:
        return actor.sector in REBELS
    return party.token.pos_ == "NOUN" and report.tools.mentions.fits(party.token, REBEL)


def _settles_war(draft: Draft, report: Report) -> bool:
    """Whether a sentence tells that a deal ends a war, or gives a people its own rule ("ending 20 years of war")."""
    doc, words = draft.sentence.doc, report.tools.pack.words
    assert doc is not None
    low = lowered(doc)
    if any(words("peace_contents").at(low, at) for at in range(len(low))):
        return True
    ending = words("verbs_ending")
    for verb in draft.sentence.tokens:
        if verb.i < draft.token.i or not ending.at(low, verb.i):
            continue
        things = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i]
        if any(t.lower_ in words("nouns_of_wars") for t in things):
            return True
        long = [t for t in things if report.tools.mentions.fits(t, YEARS)]
        of = [c for t in (verb, *long) for c in t.children if c.dep_ in ("nmod", "obl") and long and c.i > long[0].i]
        if any(report.tools.mentions.fits(c, HOSTILITIES) for c in of):
            return True
    return False
