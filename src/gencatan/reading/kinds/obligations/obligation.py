"""What somebody must do: under an agreement, by a pledge, a resolution or an order (contract, kind `obligation`).

An obligation is read where something binds: an agreement that asks, an order, a promise, a conditional offer. The
predicate it binds to is then no event of its own and is marked as consumed. What is asked for is found in `asked`,
under what in `basis`; `duties` makes the drafts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gencatan.model import Span
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.plainly import only_told
from gencatan.reading.kinds.agreement import agreed_to, plotted, said_with_it
from gencatan.reading.kinds.deal_nouns import agreement_noun
from gencatan.reading.kinds.obligations import articles, bonds, contents, documents, pledges, terms
from gencatan.reading.kinds.obligations.asked import (
    asked_again,
    asked_by,
    listed_beside,
    targets_of,
    terms_of,
    to_be_done,
)
from gencatan.reading.kinds.obligations.basis import basis_of_document, named_basis, plainly_bound, told_under
from gencatan.reading.kinds.obligations.duties import carried, duty_of, forceful, term_of
from gencatan.reading.kinds.obligations.further import further
from gencatan.reading.kinds.obligations.owed import action_of, before
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.modality import Modality
from gencatan.reading.tree.relations import conjuncts, expand, has_subject, is_clause, is_conjunct, marks, starts
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

TOLD_ELSEWHERE: Final = frozenset({"statement", "agreement", "casualty", "mediation"})


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """The obligations that a binding word lays on somebody."""
    trigger, sentence = firing.trigger, firing.sentence
    if firing.mood.inside == "prohibition":
        yield from _banned(firing, report)
        return
    if firing.mood.inside and not (trigger.kind == "agreement" and firing.nominal and firing.mood.inside == "purpose"):
        return
    if trigger.kind == "statement" and trigger.order and only_told(firing, report):
        return
    if trigger.kind == "statement" and documents.laid_down(firing.token, sentence, report) is not None:
        return  # told by the document that is its subject
    if trigger.kind == "statement" and firing.mood.status == "called_for":
        return  # "asked the court to order …": no order yet
    if trigger.pledge and trigger.part == "word" and firing.mood.status == "denied" and _only_says(firing, report):
        return  # "is not willing to confirm that …": who refuses has bound themselves to nothing
    if trigger.kind == "statement" and (trigger.order or trigger.pledge or basis_of_document(firing, report)):
        pledge = "agreement" if terms.undertaken(firing, report) else "pledge"
        basis = "order" if trigger.order else pledge if trigger.pledge else basis_of_document(firing, report)
        yield from _bound(firing, report, basis, targets_of(firing, report))
    elif trigger.kind == "agreement" and trigger.values.get("stage") in ("agreed", "signed"):
        if agreement_noun(firing, report) is None and not plotted(firing, report):
            asked = [t for t in agreed_to(firing, report) if to_be_done(sentence, t, report)]
            yield from _bound(firing, report, "agreement", asked + (listed_beside(firing, report) if asked else []))
    elif trigger.kind == "agreement" and firing.nominal:
        yield from _bound(firing, report, "agreement", terms_of(firing, report))
    elif trigger.kind in ("event", "deployment", "obligation", "meeting"):
        if (sentence.index, firing.token.i) in report.consumed or _watched(firing, report):
            return
        if firing.token.dep_ == "xcomp" and starts(firing.token.head, report.tools.pack.words("verbs_ending")):
            return  # "must stop recruiting children": to stop is the duty
        basis = named_basis(firing, report) or told_under(firing, report)
        bound = bool(basis) or plainly_bound(firing, report)
        if bound and firing.mood.status in ("planned", "called_for", "conditional"):
            draft = duty_of(firing, report, firing.token, basis, [])
            if draft is not None:
                deal = ("@agreement",) if basis == "agreement" else ()  # "menurut perjanjian itu, … harus disahkan"
                draft.sources = [m for m in firing.sources if not (deal and report.tools.mentions.fits(m.token, deal))]
            yield from _taken(draft, firing.token, report)
        else:
            yield from pledges.conditional(firing, report, sentence)


def _only_says(firing: Firing, report: Report) -> bool:
    """Whether what somebody is not willing to do is only to say something ("would not confirm that …")."""
    asked = targets_of(firing, report)
    return all(
        any(f.trigger.kind == "statement" for f in report.at(firing.sentence, t)) or not report.at(firing.sentence, t)
        for t in asked
    )


def _watched(firing: Firing, report: Report) -> bool:
    """Whether it is only what is watched that a noun names ("will monitor the implementation")."""
    noun = firing.token
    above = report.at(firing.sentence, noun.head) if firing.nominal and noun.dep_ == "obj" else ()
    return any(action_of(f.trigger) == "monitor" for f in above)


def brought_in(sentence: Sentence, report: Report) -> Iterator[Draft]:
    """What a sentence brings in as terms of an agreement, of whatever sort ("Under the deal, both sides …")."""
    tools = report.tools
    for predicate, noun in (*terms.clauses(sentence, report), *terms.under_which(sentence, report)):
        here = report.at(sentence, predicate)
        objects = (c for c in predicate.children if c.dep_ in ("obj", "obl", "xcomp"))
        told = any((sentence.index, t.i) in report.consumed for t in (predicate, *objects))
        banned = tools.moods.own.forbids(predicate)
        if told or (not banned and any(f.trigger.kind in TOLD_ELSEWHERE for f in here)):
            continue
        if banned and is_conjunct(predicate) and not tools.moods.own.forbids(predicate, own=True):
            continue  # told with the one before it, which has the "not"
        draft = term_of(sentence, predicate, noun, report)
        if draft is not None and draft.status == "called_for" and not terms.agreement_named(noun, sentence, report):
            draft.status = "conditional"  # on its being agreed to
        yield from _taken(draft, predicate, report)
    for term in documents.allotted(sentence, report):
        if (sentence.index, term.predicate.i) in report.consumed:
            continue
        draft = term_of(sentence, term.predicate, term.predicate, report, term.doers)
        if draft is not None:
            if not terms.told(sentence, report):
                if draft.values["action"] == "other" and documents.only_had(term, sentence, report):
                    continue
                del draft.values["basis"]
            draft.status = "called_for"
        yield from _taken(draft, term.predicate, report)
    yield from _bound_or_barred(sentence, report)
    yield from _laid_down(sentence, report)
    yield from _one_beside_the_other(sentence, report)
    for draft, noun in contents.listed(sentence, report):
        yield from _taken(draft, noun, report)


def _one_beside_the_other(sentence: Sentence, report: Report) -> Iterator[Draft]:
    """What a sentence lists as terms, each with who must, as far as it is not told yet."""
    listed = articles.listed(sentence, report)
    doers = {t.i for term in listed for t in term.doers}
    for term in listed:
        told = (sentence.index, term.predicate.i) in report.consumed
        if told or any(f.trigger.kind in TOLD_ELSEWHERE for f in report.at(sentence, term.predicate)):
            continue
        draft = term_of(sentence, term.predicate, term.predicate, report, term.doers)
        if draft is None:
            continue
        draft.status = "called_for" if draft.status == "planned" else draft.status
        draft.sources = [m for m in draft.sources if m.token.i not in doers]
        behind = [sentence.from_(t.left_edge) for one in listed for t in one.doers if t.i > term.predicate.i]
        if behind and "object" in draft.texts:
            draft.texts["object"] = before(draft.texts["object"], min(behind))
        yield from _taken(draft, term.predicate, report)


def _taken(draft: Draft | None, predicate: Token, report: Report) -> Iterator[Draft]:
    """The duty that was made of a predicate, if one was; the predicate is then no act of its own."""
    if draft is not None:
        report.consumed.add((draft.sentence.index, predicate.i))
        known = draft.firing
        held = (c for c in predicate.children if c.dep_ == "obj" and report.at(draft.sentence, c, "deployment"))
        report.consumed.update((draft.sentence.index, c.i) for c in held)  # "must keep its troops in barracks"
        if (noun := carried(draft.sentence, predicate, report)) is not None:
            report.consumed.add((draft.sentence.index, noun.token.i))
        if known is not None and known.trigger.kind == "obligation" and known.token.i == predicate.i:
            told = (t for start, end in known.hit.parts for t in draft.sentence.tokens_in(start, end))
            report.consumed.update((draft.sentence.index, t.i) for t in told)  # "stop shelling"
        yield draft


def _bound_or_barred(sentence: Sentence, report: Report) -> Iterator[Draft]:
    """What a side "is required to" do or "is barred from", whatever the verb."""
    for predicate, doers in bonds.required(sentence, report):
        told = any(f.trigger.kind in TOLD_ELSEWHERE for f in report.at(sentence, predicate))
        within = (predicate, *(c for c in predicate.children if c.dep_ == "obj"))  # "is obliged to grant an amnesty"
        if not told and not any((sentence.index, t.i) in report.consumed for t in within):
            yield from _taken(term_of(sentence, predicate, None, report, doers), predicate, report)
    for ban in bonds.barred(sentence, report):
        if (sentence.index, ban.predicate.i) in report.consumed:
            continue
        draft = term_of(sentence, ban.predicate, None, report, ban.doers)
        if draft is not None:
            force = forceful(sentence, ban.predicate, report)
            start, end = sentence.from_(ban.first), sentence.to(ban.last)
            draft.values["action"] = "cease_hostilities" if force else "other"
            draft.texts = {"object": Span(start, end, report.document.text[start:end])}
            draft.firing, draft.plover, draft.status = None, None, "called_for"
        yield from _taken(draft, ban.predicate, report)


def _laid_down(sentence: Sentence, report: Report) -> Iterator[Draft]:
    """What a document asks for that no entry names as an agreement ("the text obliges …", "It calls for …")."""
    assert sentence.doc is not None
    for verb in documents.laying_down(sentence.doc, report):
        noun = documents.laid_down(verb, sentence, report)
        if noun is None or report.at(sentence, noun, "agreement"):
            continue
        known = report.named_agreements(sentence, verb.i) or [
            f for one in terms.near(sentence, report) for f in report.firings_in(one) if f.trigger.kind == "agreement"
        ]
        if not known:
            continue
        told_by = report.tools.attributions.of(sentence, verb, report.statements.get(sentence.index, {}))
        sources = [Mention(sentence, t) for t in told_by if t.i != noun.i]
        asking = replace(known[-1], sentence=sentence, token=noun, roles={}, mood=Modality(), sources=sources)
        yield from _bound(asking, report, "agreement", asked_by(verb, asking, report))


def _banned(firing: Firing, report: Report) -> Iterator[Draft]:
    """What somebody must not do, in nobody's words but the outlet's ("both sides must not abduct … or lay mines").

    Verbs that share the "must not" of the first are told with it.
    """
    sentence, predicate = firing.sentence, firing.token
    basis = named_basis(firing, report)
    told_by_others = not basis and (firing.sources or firing.mood.statement >= 0)
    if firing.trigger.kind not in ("event", "deployment") or told_by_others:
        return
    if (sentence.index, predicate.i) in report.consumed or not report.tools.moods.own.forbids(predicate, own=True):
        return
    draft = term_of(sentence, predicate, None, report)
    if draft is not None and "obligor" in draft.fillers:
        told = terms.told_terms(sentence, report) or terms.just_concluded(sentence, report)
        basis = basis or ("agreement" if told else "")
        draft.values = {"action": "other"} | ({"basis": basis} if basis else {})
        yield from _taken(draft, predicate, report)


def _bound(firing: Firing, report: Report, basis: str, targets: Sequence[Token]) -> Iterator[Draft]:
    """An obligation for each predicate in the complement of the binding word."""
    sentence = firing.sentence
    filled = report.tools.frames.filled(firing, "statement")
    speakers = filled.fillers.get("speaker", []) or filled.fillers.get("parties", [])
    asked = basis == "order" or firing.trigger.values.get("act") in ("demand", "appeal")
    default = speakers
    if asked:
        objects = [t for t in expand(firing.roles.get("obj", [])) if report.tools.mentions.can_act(t)]
        told = filled.fillers.get("addressee", [])  # "ordered the deployment of troops": the deed is nobody
        default = [m for m in told if "deed" not in report.tools.mentions.classes(m.token)] or [
            Mention(sentence, t) for t in objects
        ]
    issuers = (
        []
        if basis in ("agreement", "resolution")
        else [Mention(m.sentence, report.tools.attributions.owner(m.token)) for m in speakers]
    )
    if basis == "order" and all(report.tools.mentions.fits(m.token, ("@document",)) for m in issuers):
        issuers = _signatories(firing, report) or issuers
    seen: set[int] = set()
    for target in targets:
        beside = further(target, report) if basis in ("agreement", "pledge") and is_clause(target) else []
        doers: Sequence[Mention] = default
        for predicate in asked_again([*conjuncts(target), *beside], report):
            if predicate.i in seen or (sentence.index, predicate.i) in report.consumed:
                continue
            if basis == "agreement" and (
                said_with_it(sentence, predicate, report) or terms.is_answer(predicate, report)
            ):
                continue
            if predicate.i != target.i and has(predicate, "VerbForm", "Fin") and has(target, "VerbForm", "Inf"):
                continue  # "commits the rebels to disarm and *grants* them an amnesty": so does the deal
            seen.add(predicate.i)
            known = doers if predicate in beside else _asked_anew(firing, predicate, report) or default
            known = known or _those_who_signed(firing, predicate, report)
            asking = firing.roles.get("subj", ()) if asked else ()
            draft = duty_of(firing, report, predicate, basis, known, asking)
            if draft is None:
                continue
            doers = doers or draft.fillers.get("obligor", ())
            if predicate in beside and doers and not has_subject(predicate):
                draft.fillers["obligor"] = list(doers)  # whatever noun the parser hung it on
            draft.sources = [*firing.sources, *(m for m in issuers if basis in ("order", "pledge"))]
            yield from _taken(draft, predicate, report)


def _asked_anew(firing: Firing, predicate: Token, report: Report) -> list[Mention]:
    """Whom a second word that binds asks ("called for a halt and required *the government* to deploy …")."""
    verb, words = predicate.head, report.tools.pack.words("verbs_called_for")
    if verb.i in (firing.token.i, predicate.i) or not is_conjunct(verb) or verb.lower_ not in words:
        return []
    objects = [t for c in verb.children if c.dep_ == "obj" and c.i < predicate.i for t in expand([c])]
    return [Mention(firing.sentence, t) for t in objects if report.tools.mentions.can_act(t)]


def _those_who_signed(firing: Firing, predicate: Token, report: Report) -> list[Mention]:
    """The sides of a deal "to do" something, who made it and are to do it ("the two armies signed a deal to …")."""
    if firing.trigger.kind != "agreement" or not firing.nominal or has_subject(predicate):
        return []
    if marks(conjuncts(predicate)[0]) not in report.tools.pack.words("control_marks"):
        return []
    words = report.tools.pack.words
    if any(starts(predicate, words(key)) for key in ("verbs_beginning", "verbs_lasting")):
        return []  # "a truce to take effect on Monday": the truce's, and nobody's duty
    found: list[Mention] = []
    for verb in firing.roles.get("governor", []):
        for step in report.at(firing.sentence, verb, "agreement"):
            if step.trigger.values.get("stage") in ("agreed", "signed"):
                found = found or report.tools.frames.filled(step).fillers.get("parties", [])
    return [m for m in found if report.tools.mentions.can_act(m.token)]


def _signatories(firing: Firing, report: Report) -> list[Mention]:
    """Whose order it is that a paper gives which somebody signs ("signed a decree ordering …")."""
    verb = firing.token
    signing = verb.head.head if verb.dep_.split(":")[0] == "acl" else verb.head
    papers = [c for c in signing.children if c.dep_ == "obj" and signing.i < c.i < verb.i]
    if not is_clause(signing) or not any("document" in report.tools.pack.classes_of(p.lower_) for p in papers):
        return []
    subjects = expand(report.tools.syntax.subjects.of(signing))
    return [Mention(firing.sentence, t) for t in subjects if report.tools.mentions.can_act(t)]
