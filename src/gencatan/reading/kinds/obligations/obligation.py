"""What somebody must do: under an agreement, by a pledge, a resolution or an order (contract, kind `obligation`).

An obligation is read where something binds: an agreement that asks, an order, a promise, a conditional offer. The
predicate it binds to is then no event of its own and is marked as consumed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gencatan.model import Span
from gencatan.parse.morph import has
from gencatan.reading.drafts.drafts import FORCE, Draft, Firing
from gencatan.reading.firing.plainly import only_told
from gencatan.reading.kinds import plover
from gencatan.reading.kinds.agreement import agreed_to, agreement_noun
from gencatan.reading.kinds.obligations import articles, bonds, documents, pledges, terms
from gencatan.reading.kinds.obligations.further import further
from gencatan.reading.kinds.obligations.owed import action_of, before, told_object
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import BODIES, Mention
from gencatan.reading.tree.mentions import DATES
from gencatan.reading.tree.modality import Modality
from gencatan.reading.tree.syntax import (
    RELATIVE,
    SUBJECTS,
    Sentence,
    conjuncts,
    expand,
    is_clause,
    is_conjunct,
    marks,
    preposition,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

FIGHTING: Final = frozenset({"attack", "clash", "shelling", "air_strike", "operation"})
TOLD_ELSEWHERE: Final = frozenset({"statement", "agreement", "casualty", "mediation"})
ITSELF: Final = frozenset({"in_effect", "extended", "expired", "collapsed"})  # steps of an agreement
BOUND_KINDS: Final = ("obligation", "event", "deployment", "meeting", "territory", "agreement")


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
    if trigger.kind == "statement" and (trigger.order or trigger.pledge or _document(firing, report)):
        pledge = "agreement" if terms.undertaken(firing, report) else "pledge"
        basis = "order" if trigger.order else pledge if trigger.pledge else _document(firing, report)
        yield from _bound(firing, report, basis, _targets(firing, report))
    elif trigger.kind == "agreement" and trigger.values.get("stage") in ("agreed", "signed"):
        if agreement_noun(firing, report) is None:
            asked = [t for t in agreed_to(firing, report) if _to_be_done(sentence, t, report)]
            yield from _bound(firing, report, "agreement", asked + (_listed(firing, report) if asked else []))
    elif trigger.kind == "agreement" and firing.nominal:
        yield from _bound(firing, report, "agreement", _terms(firing, report))
    elif trigger.kind in ("event", "deployment", "obligation", "meeting"):
        if (sentence.index, firing.token.i) in report.consumed or _watched(firing, report):
            return
        basis = _under(firing, report) or _told_under(firing, report)
        bound = bool(basis) or _plainly_bound(firing, report)
        if bound and firing.mood.status in ("planned", "called_for", "conditional"):
            draft = _draft(firing, report, firing.token, basis, [])
            if draft is not None:
                draft.sources = list(firing.sources)
            yield from _taken(draft, firing.token, report)
        else:
            yield from pledges.conditional(firing, report, sentence)


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
        banned = tools.moods.forbids(predicate)
        if told or (not banned and any(f.trigger.kind in TOLD_ELSEWHERE for f in here)):
            continue
        if banned and is_conjunct(predicate) and not tools.moods.forbids(predicate, own=True):
            continue  # told with the one before it, which has the "not"
        yield from _taken(_term(sentence, predicate, noun, report), predicate, report)
    for term in documents.allotted(sentence, report):
        if (sentence.index, term.predicate.i) in report.consumed:
            continue
        draft = _term(sentence, term.predicate, term.predicate, report, term.doers)
        if draft is not None:
            if not terms.told(sentence, report):
                del draft.values["basis"]
            draft.status = "called_for"
        yield from _taken(draft, term.predicate, report)
    yield from _bound_or_barred(sentence, report)
    yield from _laid_down(sentence, report)
    yield from _one_beside_the_other(sentence, report)


def _one_beside_the_other(sentence: Sentence, report: Report) -> Iterator[Draft]:
    """What a sentence lists as terms, each with who must, as far as it is not told yet."""
    listed = articles.listed(sentence, report)
    doers = {t.i for term in listed for t in term.doers}
    for term in listed:
        told = (sentence.index, term.predicate.i) in report.consumed
        if told or any(f.trigger.kind in TOLD_ELSEWHERE for f in report.at(sentence, term.predicate)):
            continue
        draft = _term(sentence, term.predicate, term.predicate, report, term.doers)
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
        if known is not None and known.trigger.kind == "obligation" and known.token.i == predicate.i:
            told = (t for start, end in known.hit.parts for t in draft.sentence.tokens_in(start, end))
            report.consumed.update((draft.sentence.index, t.i) for t in told)  # "stop shelling"
        yield draft


def _bound_or_barred(sentence: Sentence, report: Report) -> Iterator[Draft]:
    """What a side "is required to" do or "is barred from", whatever the verb."""
    for predicate, doers in bonds.required(sentence, report):
        told = any(f.trigger.kind in TOLD_ELSEWHERE for f in report.at(sentence, predicate))
        if not told and (sentence.index, predicate.i) not in report.consumed:
            yield from _taken(_term(sentence, predicate, None, report, doers), predicate, report)
    for ban in bonds.barred(sentence, report):
        if (sentence.index, ban.predicate.i) in report.consumed:
            continue
        draft = _term(sentence, ban.predicate, None, report, ban.doers)
        if draft is not None:
            force = _forceful(sentence, ban.predicate, report)
            start, end = sentence.from_(ban.first), sentence.to(ban.last)
            draft.values["action"] = "cease_hostilities" if force else "other"
            draft.texts = {"object": Span(start, end, report.document.text[start:end])}
            draft.firing, draft.plover, draft.status = None, None, "called_for"
        yield from _taken(draft, ban.predicate, report)


def _laid_down(sentence: Sentence, report: Report) -> Iterator[Draft]:
    """What a document asks for that no entry names as an agreement ("the text obliges …", "It calls for …")."""
    assert sentence.doc is not None
    for verb in sentence.doc:
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
        yield from _bound(asking, report, "agreement", _asked_by(verb, asking, report))


def _banned(firing: Firing, report: Report) -> Iterator[Draft]:
    """What somebody must not do, in nobody's words but the outlet's ("both sides must not abduct … or lay mines").

    Verbs that share the "must not" of the first are told with it.
    """
    sentence, predicate = firing.sentence, firing.token
    basis = _under(firing, report)
    told_by_others = not basis and (firing.sources or firing.mood.statement >= 0)
    if firing.trigger.kind not in ("event", "deployment") or told_by_others:
        return
    if (sentence.index, predicate.i) in report.consumed or not report.tools.moods.forbids(predicate, own=True):
        return
    draft = _term(sentence, predicate, None, report)
    if draft is not None and "obligor" in draft.fillers:
        told = terms.told_terms(sentence, report) or terms.just_concluded(sentence, report)
        basis = basis or ("agreement" if told else "")
        draft.values = {"action": "other"} | ({"basis": basis} if basis else {})
        yield from _taken(draft, predicate, report)


def _term(
    sentence: Sentence, predicate: Token, noun: Token | None, report: Report, doers: Sequence[Token] = ()
) -> Draft | None:
    """The obligation that a predicate brought in by the agreement `noun` tells; None where nothing is named.

    `doers` are who must, where the predicate has no subject of its own.
    """
    tools = report.tools
    here = [f for f in report.at(sentence, predicate) if f.trigger.kind in BOUND_KINDS and action_of(f.trigger)]
    known = next((f for f in here if action_of(f.trigger) != "other"), here[0] if here else None)
    if tools.moods.forbids(predicate):
        known = None  # the duty is not to do it
    roles = known.roles if known else tools.syntax.roles_of_verb(predicate, dates=sentence.date_tokens)
    draft = Draft("obligation", sentence, predicate, f"obligation:{known.trigger.name if known else 'terms'}")
    draft.firing = known
    draft.clause = articles.clause_of(sentence, predicate, report)
    if (side := tools.syntax.gapped_side(predicate)) is not None:
        draft.clause = sentence.from_(side), sentence.end
    draft.trigger_span = (sentence.from_(predicate), sentence.to(predicate))
    draft.values = {"action": action_of(known.trigger) if known else "other", "basis": "agreement"}
    draft.plover = known.trigger.plover if known else None
    passive = tools.syntax.passive(predicate)
    subjects = [t for t in expand(roles.get("subj", [])) if tools.mentions.can_act(t)]
    if passive:  # "the hostages are to be freed": by whom is not told; "the militia is to be disbanded"
        doers = [t for t in doers if tools.mentions.classes(t) & BODIES]
    subjects = [t for t in doers or subjects if noun is None or t.i != noun.i]
    draft.add("obligor", [Mention(sentence, t) for t in subjects])
    told_object(draft, sentence, predicate, roles, known, report)
    if "obligor" not in draft.fillers and not (passive and "object" in draft.texts):
        return None
    mood = tools.moods.read(sentence, predicate, {})
    draft.status = "called_for"
    if mood.condition is not None and not mood.condition.is_ancestor(predicate) and mood.condition.i != predicate.i:
        draft.texts["condition"] = tools.frames.text_of(sentence, mood.condition, "clause")
        draft.status = "conditional"
    elif mood.status == "denied" and tools.moods.requires(predicate, "modal_possible"):
        draft.values["action"] = "cease_hostilities" if _forceful(sentence, predicate, report) else "other"
    elif mood.status == "denied" and known is not None:
        draft.status = "denied"  # else the object has the "not" in it; "may not enter" is what is asked for
    told_by = tools.attributions.of(sentence, predicate, report.statements.get(sentence.index, {}))
    told_by = [t for t in told_by if (noun is None or t.i != noun.i) and not tools.mentions.fits(t, ("@deal_text",))]
    draft.sources = [Mention(sentence, t) for t in told_by]
    return draft


def _forceful(sentence: Sentence, predicate: Token, report: Report) -> bool:
    """Whether a verb or its object tells an act of force ("may not carry out offensive operations")."""
    objects = (c for c in predicate.children if c.dep_ == "obj")
    here = (f for t in (predicate, *objects) for f in report.at(sentence, t))
    return any(f.trigger.values.get("act") in FIGHTING for f in here)


def _to_be_done(sentence: Sentence, target: Token, report: Report) -> bool:
    """Whether what was agreed is to be done: no clause of its own that tells how things are ("agreed that …")."""
    if not any(c.dep_ in SUBJECTS for c in target.children):
        return True
    return bool(report.tools.moods.read(sentence, target, {}).signals.keys() & terms.DEMANDED)


def _targets(firing: Firing, report: Report) -> list[Token]:
    """What a binding word asks for: its clause, object, or the phrases that its frame calls content."""
    targets = [t for role in ("clause", "obj") for t in firing.roles.get(role, [])]
    for token in firing.roles.get("obj", []):
        targets += [c for c in token.children if c.dep_ == "acl" and c.pos_ == "VERB" and c.i > token.i]
    for role, tokens in firing.roles.items():
        if role.startswith("prep.") and "content" in firing.trigger.frame.slots.get(role, ()):
            targets += tokens
    if firing.roles.get("clause"):
        targets += _listed(firing, report)
    return targets


def _listed(firing: Firing, report: Report) -> list[Token]:
    """Further things asked for that the parser coordinated with the asking verb itself ("to stop A, open B, …")."""
    found = []
    for verb in conjuncts(firing.token)[1:]:
        here = report.at(firing.sentence, verb)
        plain = not has(verb, "VerbForm", "Fin") and not any(c.dep_ in SUBJECTS for c in verb.children)
        if plain and any(action_of(f.trigger) for f in here) and all(f.trigger.kind != "statement" for f in here):
            found.append(verb)
    return found


def _terms(firing: Firing, report: Report) -> list[Token]:
    """What an agreement's noun asks for: "the deal requires X to …", "under the deal X must …", "to …"."""
    clauses = [t for t in firing.roles.get("clause", []) if is_clause(t)]
    found = [t for t in clauses if _to_be_done(firing.sentence, t, report)]
    found += _demanded_under(firing, report)
    verbs = [*firing.roles.get("governor", []), *(c for c in firing.token.children if c.dep_ in RELATIVE)]
    for verb in (v for first in verbs for v in conjuncts(first)):
        if verb.dep_ in RELATIVE and report.tools.frames.marked(verb, "basis_markers") is not None:
            found.append(verb)
        else:
            found += _asked_by(verb, firing, report)
    return found


def _asked_by(verb: Token, firing: Firing, report: Report) -> list[Token]:
    """What a verb that tells what a document asks for has as clause, object or phrase ("provides for a release")."""
    asking, telling = (report.tools.pack.words(key) for key in ("verbs_called_for", "verbs_terms"))
    roles = report.tools.syntax.roles_of_verb(verb, dates=firing.sentence.date_tokens)
    phrases = _phrases(verb)
    if any(t.i == firing.token.i for t in (*roles.get("obj", []), *(noun for _, noun in phrases))):
        return []
    found: list[Token] = []
    if verb.lower_ in report.tools.pack.words("verbs_barring"):
        return []  # to leave it undone is what is asked for
    if verb.lower_ in telling and any(action_of(f.trigger) for f in report.at(firing.sentence, verb)):
        return [verb]  # "allows inspectors to enter": that is asked for
    if verb.lower_ in asking or verb.lower_ in telling:
        objects = roles.get("obj", [])
        found += roles.get("clause", [])
        found += [c for t in objects for c in t.children if c.dep_ == "acl" and c.pos_ == "VERB"]
        found += [c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i and c.pos_ == "VERB"]
        bound = bool(found)  # "requires the army to leave": the object is who must
        found += [] if bound else [t for o in objects for t in _right_behind(o, report)]
        bound = bool(found)
        found += [t for t in objects if not (bound and "agent" in report.tools.mentions.classes(t))]
    for word, noun in phrases:
        if any(words.at([verb.lower_, word], 0) > 1 for words in (asking, telling)):
            behind = [c for c in verb.children if c.i > noun.i and c.dep_ == "advcl" and c.pos_ == "VERB"]
            behind = behind or _to_do(noun, report)
            found += behind or [noun]  # "calls for both armies to leave", "calls for a withdrawal"
            found += [t for one in conjuncts(noun)[1:] for t in _to_do(one, report)] if behind else _more(noun)
    return found


def _to_do(noun: Token, report: Report) -> list[Token]:
    """What somebody named behind "for" is to do, where the parser hung it on them ("for both armies to leave")."""
    if "agent" not in report.tools.mentions.classes(noun):
        return []
    controlling = report.tools.pack.words("control_marks")
    return [c for c in noun.children if c.dep_ == "acl" and c.i > noun.i and marks(c) in controlling]


def _right_behind(noun: Token, report: Report) -> list[Token]:
    """What somebody is bound to do, by where it stands ("binds the government to withdraw"): the parser may err."""
    after = noun.right_edge.i + 1
    if "agent" not in report.tools.mentions.classes(noun) or after >= len(noun.doc):
        return []
    mark = noun.doc[after]
    found = mark.dep_ == "mark" and mark.lower_ in report.tools.pack.words("control_marks") and is_clause(mark.head)
    return [mark.head] if found else []


def _more(noun: Token) -> list[Token]:
    """Further things listed behind a noun, that the parser put beside it ("calls for a halt, the release of …")."""
    beside = [c for c in noun.head.children if c.dep_ in ("parataxis", "list", "appos") and c.i > noun.i]
    return [c for c in beside if c.pos_ == "NOUN" and not any(g.dep_ in SUBJECTS for g in c.children)]


def _named_for(predicate: Token, report: Report) -> list[Token]:
    """Who is to do it, where they are named with "for" right before it ("provides for the rebels to free …")."""
    controlling = report.tools.pack.words("control_marks")
    mark = next((c for c in predicate.children if c.dep_ == "mark" and c.lower_ in controlling), None)
    if mark is None or mark.i == 0 or marks(predicate) not in controlling:
        return []
    node, dates = mark.nbor(-1), predicate.doc.user_data.get(DATES, frozenset())
    if node.i in dates:
        return []
    while preposition(node) not in controlling:
        if node.dep_ == "obj" and documents.lays_down(node.head, report) and node.head.i < node.i:
            return [node] if "agent" in report.tools.mentions.classes(node) else []
        if node.head.i == node.i or node.head.i > mark.i or is_clause(node.head):
            return []
        node = node.head
    behind_for = preposition(node) != mark.lower_ and "agent" in report.tools.mentions.classes(node)
    return [node] if behind_for else []


def _phrases(verb: Token) -> list[tuple[str, Token]]:
    """The nouns behind a verb with the preposition that stands right behind it, whatever relation they were given."""
    nouns = [c for c in verb.children if c.i > verb.i and c.dep_.split(":")[0] in ("obl", "obj", "nmod", "advcl")]
    found = []
    for noun in nouns:
        first = next((c for c in noun.children if c.dep_ in ("case", "mark")), None)
        if first is not None and first.i == verb.i + 1:
            found.append((first.lower_, noun))
    return found


def _demanded_under(firing: Firing, report: Report) -> list[Token]:
    """The clauses of a sentence that begins "under the deal", as far as they say what must or is to be done."""
    verb = firing.token.head
    if verb.i == firing.token.i or not is_clause(verb):
        return []
    beside = report.tools.frames.marked(verb, "basis_markers")
    if beside is None or beside.i != firing.token.i:
        return []
    clauses = [verb, *(c for c in verb.children if c.dep_ == "parataxis" and c.i > verb.i and is_clause(c))]
    asked = [t for clause in clauses for t in conjuncts(clause)]
    return [t for t in asked if report.tools.moods.read(firing.sentence, t, {}).signals.keys() & terms.DEMANDED]


def _under(firing: Firing, report: Report) -> str:
    """The basis named beside a predicate ("under the agreement", "sesuai resolusi itu"); "" if none is."""
    node = firing.token
    for _ in range(4):
        found = report.tools.frames.marked(node, "basis_markers")
        if found is not None and report.tools.mentions.fits(found, ("@resolution",)):
            return "resolution"
        if found is not None and report.tools.mentions.fits(found, ("@agreement", "@terms")):
            return "agreement"
        if found is not None and report.tools.mentions.deal_text(found):
            return "agreement"
        if node.dep_ not in ("xcomp", "conj", "obj", "nsubj", "nsubj:pass") or node.head.i == node.i:
            return ""
        node = node.head
    return ""


def _document(firing: Firing, report: Report) -> str:
    """The basis where a document asks: as the subject, or named beside it ("the Council in a resolution"); else ""."""
    if firing.trigger.values.get("act") not in ("demand", "appeal"):
        return ""
    fits = report.tools.mentions.fits
    subjects = firing.roles.get("subj", [])
    slots = firing.trigger.frame.slots
    beside = [c for t in subjects for c in t.children if c.dep_ == "nmod" and preposition(c)]
    beside += [t for r, ts in firing.roles.items() if r.startswith("prep.") and r not in slots for t in ts]
    if firing.token.dep_ == "conj":
        beside += [c for c in firing.token.head.children if c.dep_ == "obl" and c.i < firing.token.head.i]
    if any(fits(t, ("@resolution",)) for t in (*subjects, *beside)):
        return "resolution"
    speaks = any(fits(t, ("@agreement",)) for t in subjects)
    named = any(fits(t, ("@document",)) for t in subjects) and terms.told(firing.sentence, report)
    return "agreement" if speaks or named else ""


def _told_under(firing: Firing, report: Report) -> str:
    """ "The troops must leave", in the outlet's own voice after it told of an agreement: under that agreement."""
    if firing.sources or firing.mood.statement >= 0:
        return ""
    duty = report.tools.pack.words("verbs_called_for")
    above = firing.token.head
    if firing.token.dep_ == "acl" and above.dep_ == "obj" and not marks(firing.token):
        above = above.head  # "requires all militias disbanded"
    governed = firing.token.dep_ in ("xcomp", "ccomp", "advcl", "acl") and above.lower_ in duty
    if firing.trigger.kind != "meeting" and report.tools.moods.requires(firing.token, "modal_duty"):
        told = terms.told_terms(firing.sentence, report)
        return "agreement" if told or (_duty(firing) and terms.just_concluded(firing.sentence, report)) else ""
    future = action_of(firing.trigger) and report.tools.moods.requires(firing.token, "modal_terms")
    if future and _goes_on(firing, report):
        return "agreement"  # else "shall", which is more than "will", goes on with terms as "must" does
    if "called_for" not in firing.mood.signals:
        return ""
    if not governed and not report.tools.moods.requires(firing.token):
        return ""
    told = terms.told(firing.sentence, report) or terms.told_terms(firing.sentence, report)
    return "agreement" if told else ""


def _duty(firing: Firing) -> bool:
    """Whether it is what agreements ask of those who fought ("the militias were to surrender their arms")."""
    return action_of(firing.trigger) not in ("", "other", "hold_talks")


def _goes_on(firing: Firing, report: Report) -> bool:
    """Whether what is to be done goes on with an agreement: with its terms, or, where it is nothing but a duty, with
    the telling that it was made ("A joint committee will monitor the truce")."""
    if firing.trigger.kind == "meeting" or "planned" not in firing.mood.signals:
        return False
    in_return = terms.told(firing.sentence, report) and terms.in_return(firing.token, report)
    if in_return and firing.mood.signals.keys() <= {"planned", "conditional"}:
        return True
    if set(firing.mood.signals) != {"planned"}:
        return False
    if terms.told_terms(firing.sentence, report):
        return True
    duty = all(f.trigger.kind == "obligation" for f in report.at(firing.sentence, firing.token))
    return duty and terms.just_concluded(firing.sentence, report)


def _plainly_bound(firing: Firing, report: Report) -> bool:
    """ "The rebels must leave the city", in nobody's words but the outlet's: a duty, of whatever basis."""
    if firing.trigger.kind not in ("event", "deployment") or firing.sources or firing.mood.statement >= 0:
        return False
    return firing.mood.status == "called_for" and report.tools.moods.requires(firing.token, "modal_strong")


def _bound(firing: Firing, report: Report, basis: str, targets: Sequence[Token]) -> Iterator[Draft]:
    """An obligation for each predicate in the complement of the binding word."""
    sentence = firing.sentence
    filled = report.tools.frames.filled(firing, "statement")
    speakers = filled.fillers.get("speaker", []) or filled.fillers.get("parties", [])
    asked = basis == "order" or firing.trigger.values.get("act") in ("demand", "appeal")
    default = speakers
    if asked:
        objects = [t for t in expand(firing.roles.get("obj", [])) if report.tools.mentions.can_act(t)]
        default = filled.fillers.get("addressee", []) or [Mention(sentence, t) for t in objects]
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
        for predicate in _asked_again([*conjuncts(target), *beside], report):
            if predicate.i in seen or (sentence.index, predicate.i) in report.consumed:
                continue
            seen.add(predicate.i)
            known = doers if predicate in beside else default
            asking = firing.roles.get("subj", ()) if asked else ()
            draft = _draft(firing, report, predicate, basis, known, asking)
            if draft is None:
                continue
            doers = doers or draft.fillers.get("obligor", ())
            if predicate in beside and doers and not any(c.dep_ in SUBJECTS for c in predicate.children):
                draft.fillers["obligor"] = list(doers)  # whatever noun the parser hung it on
            draft.sources = [*firing.sources, *(m for m in issuers if basis in ("order", "pledge"))]
            yield from _taken(draft, predicate, report)


def _signatories(firing: Firing, report: Report) -> list[Mention]:
    """Whose order it is that a paper gives which somebody signs ("signed a decree ordering …")."""
    verb = firing.token
    signing = verb.head.head if verb.dep_.split(":")[0] == "acl" else verb.head
    papers = [c for c in signing.children if c.dep_ == "obj" and signing.i < c.i < verb.i]
    if not is_clause(signing) or not any("document" in report.tools.pack.classes_of(p.lower_) for p in papers):
        return []
    subjects = expand(report.tools.syntax.surface_subjects(signing))
    return [Mention(firing.sentence, t) for t in subjects if report.tools.mentions.can_act(t)]


def _asked_again(predicates: Sequence[Token], report: Report) -> Iterator[Token]:
    """The predicates; of a later one that asks anew what it asks for ("requires A to leave and obliges B to stay")."""
    duty = report.tools.pack.words("verbs_called_for")
    for predicate in predicates:
        asked = [c for c in predicate.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > predicate.i]
        asked = asked or [t for c in predicate.children if c.dep_ == "obj" for t in _to_do(c, report)]
        anew = predicate.i != predicates[0].i and predicate.lower_ in duty and bool(asked)
        yield asked[0] if anew and any(c.dep_ == "obj" for c in predicate.children) else predicate


def _draft(
    firing: Firing,
    report: Report,
    predicate: Token,
    basis: str,
    default: Sequence[Mention],
    asking: Sequence[Token] = (),
) -> Draft | None:
    """The obligation that a predicate tells; of `default` where it names nobody else than who asks for it."""
    sentence = firing.sentence
    tools = report.tools
    bound = [f for f in report.at(sentence, predicate) if f.trigger.kind in BOUND_KINDS]
    phrase = predicate.dep_.split(":")[0] in ("obl", "nmod", "obj") and predicate.pos_ in ("NOUN", "PROPN")
    clausal = is_clause(predicate) or (bool(marks(predicate)) and not phrase)
    fitting = [f for f in bound if action_of(f.trigger)]
    known = next((f for f in fitting if action_of(f.trigger) != "other"), fitting[0] if fitting else None)
    if basis == "pledge" and tools.moods.negated(predicate):
        known = None  # "promised that no rebel would be punished": to leave it undone is another thing
    if _what_for(sentence, predicate, report):
        return None
    if known is None and any(f.trigger.values.get("stage") in ITSELF for f in bound):
        return None  # "the truce is due to take effect on Friday": nobody's duty
    negation = tools.pack.words("negation")
    says_not = known is not None and any(word in negation for word in known.hit.citation.split(" "))
    peaceful = False
    if clausal and not says_not and tools.moods.negated(predicate):
        peaceful = any(f.trigger.values.get("act") in FORCE for f in bound)  # "agreed not to attack each other"
        known = None  # "the army will not leave": the duty is not to do it
    if known is None and not clausal and not _foreseen(firing, predicate, basis, report):
        return None
    roles = known.roles if known else tools.syntax.roles_of_verb(predicate, dates=sentence.date_tokens)
    draft = report.draft(firing, "obligation")
    draft.clause = articles.clause_of(sentence, predicate, report)
    draft.token, draft.trigger_span = predicate, (sentence.from_(predicate), sentence.to(predicate))
    draft.values = {"action": action_of(known.trigger) if known else "other"} | ({"basis": basis} if basis else {})
    if peaceful:
        draft.values["action"] = "cease_hostilities"
    draft.plover = next(
        (
            (code.type, code.mode)
            for f in bound
            if (code := plover.harm(f.trigger.kind, f.trigger.values, f.trigger.plover))
        ),
        known.trigger.plover if known else None,
    )
    others = {t.i for t in expand(asking)} | {firing.token.i}
    listed = articles.doers_of(sentence, predicate, report)
    others |= {t.i for start, end in firing.hit.parts for t in sentence.tokens_in(start, end)}
    if any(c.dep_ in SUBJECTS and c.i < predicate.i for c in predicate.children):
        listed = []  # "and the rebels are to respect it": who must is told anew
    subjects = [
        Mention(sentence, t)
        for t in expand(_named_for(predicate, report) or listed or roles.get("subj", []) or roles.get("poss", []))
        if tools.mentions.can_act(t) and t.i not in others
    ]
    made = known is not None and action_of(known.trigger) == "other"  # "a joint commission is to be set up"
    if not subjects and not made and tools.syntax.passive(predicate):
        # "the force must be disbanded": nobody else is named
        bound_to = [t for t in expand(roles.get("obj", [])) if tools.mentions.classes(t) & BODIES]
        subjects = [Mention(sentence, t) for t in bound_to]
    if not clausal:
        subjects += [Mention(sentence, t) for t in _doers(predicate, report)]
    draft.add("obligor", subjects or [m for m in default if m.token.i != predicate.i])
    if "obligor" not in draft.fillers and known:
        inner = tools.frames.filled(known)
        doing = inner.fillers.get("actor", []) or inner.fillers.get("force", [])
        draft.add("obligor", [m for m in doing if m.token.i not in others])  # "a judge ordered the release of …"
    told_object(draft, sentence, predicate, roles, known, report)
    if "object" not in draft.texts and known is not None:
        inner = tools.frames.filled(known)
        draft.texts |= {k: v for k, v in inner.texts.items() if k == "object"}
        targets = inner.fillers.get("target", []) if "object" not in draft.texts and not clausal else []
        if targets:
            draft.texts["object"] = report.span(targets[0])
    if "object" not in draft.texts and not clausal and basis in ("agreement", "resolution"):
        draft.texts["object"] = tools.frames.text_of(sentence, predicate)  # "calls for an end to the fighting"
    # of a passive or a noun no one may be named who is to do it ("all hostages are to be freed")
    nobody = not clausal or tools.syntax.passive(predicate) or (known is not None and not roles.get("subj"))
    nobody = nobody or any(t.i == firing.token.i for t in roles.get("subj", []))
    if "obligor" not in draft.fillers and not (nobody and "object" in draft.texts):
        return None
    mood = tools.moods.read(sentence, predicate, {})
    if mood.condition is None and basis == "pledge" and not firing.nominal:
        mood = tools.moods.read(sentence, firing.token, {})  # "as soon as they stop, we are ready to help"
    if mood.condition is not None and not mood.condition.is_ancestor(predicate) and mood.condition.i != predicate.i:
        draft.texts["condition"] = tools.frames.text_of(sentence, mood.condition, "clause")
        draft.status = "conditional"
    elif firing.mood.status == "denied":
        draft.status = "denied"
    else:
        draft.status = "planned" if basis == "pledge" else "called_for"
    return draft


def _what_for(sentence: Sentence, predicate: Token, report: Report) -> bool:
    """Whether a predicate only tells what another duty is for ("roads will be opened for civilians to leave")."""
    if predicate.dep_ not in ("xcomp", "advcl") or marks(predicate) not in report.tools.pack.words("control_marks"):
        return False
    above = report.at(sentence, predicate.head)
    return any(f.trigger.kind in BOUND_KINDS and action_of(f.trigger) not in ("", "other") for f in above)


def _foreseen(firing: Firing, noun: Token, basis: str, report: Report) -> bool:
    """Whether an agreement asks for what a noun names, of whatever sort ("the pact foresees mixed patrols")."""
    mentions = report.tools.mentions
    if basis != "agreement" or firing.trigger.kind != "agreement" or not firing.nominal:
        return False
    if noun.pos_ != "NOUN" or mentions.pronoun(noun):
        return False
    while noun.dep_ == "conj" and noun.head.pos_ != "VERB":
        noun = noun.head
    verb = noun.head
    words = report.tools.pack.words("verbs_called_for")
    return verb.lower_ in words or any(words.at([verb.lower_, w], 0) > 1 for w, _ in _phrases(verb))


def _doers(noun: Token, report: Report) -> list[Token]:
    """Who is to do what a noun asked for tells, where the parser hung "by X" on the asking verb instead."""
    verb = noun.head
    if noun.dep_ != "obj" or report.tools.syntax.passive(verb):
        return []
    agents = report.tools.pack.words("passive_agent")
    behind = [c for c in verb.children if c.i > noun.i and c.dep_.split(":")[0] == "obl" and preposition(c) in agents]
    return [t for t in expand(behind) if report.tools.mentions.can_act(t)]
