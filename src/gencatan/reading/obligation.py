"""What somebody must do: under an agreement, by a pledge, a resolution or an order (contract, kind `obligation`).

An obligation is read where something binds: an agreement that asks, an order, a promise, a conditional offer. The
predicate it binds to is then no event of its own and is marked as consumed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from gencatan.language.triggers import Trigger
from gencatan.reading.agreement import agreement_noun
from gencatan.reading.discourse import Mention
from gencatan.reading.drafts import Draft, Firing
from gencatan.reading.report import Report
from gencatan.reading.syntax import RELATIVE, Sentence, conjuncts, expand, is_clause, marks

if TYPE_CHECKING:
    from spacy.tokens import Token

ACT_ACTIONS: Final = {
    "retreat": "withdraw",
    "disarmament": "hand_over_weapons",
    "release": "release",
    "delivery": "deliver_aid",
    "investigation": "investigate",
}
REACH: Final = 5
BOUND_KINDS: Final = ("obligation", "event", "deployment", "meeting", "territory", "agreement")


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """The obligations that a binding word lays on somebody."""
    trigger, sentence = firing.trigger, firing.sentence
    if firing.mood.inside:
        return
    if trigger.kind == "statement" and (trigger.order or trigger.pledge or _agreement_speaks(firing, report)):
        basis = "order" if trigger.order else "pledge" if trigger.pledge else _document_basis(firing, report)
        yield from _bound(firing, report, basis, _targets(firing))
    elif trigger.kind == "agreement" and trigger.values.get("stage") in ("agreed", "signed"):
        if firing.roles.get("clause") and agreement_noun(firing, report) is None:
            yield from _bound(firing, report, "agreement", firing.roles["clause"])
    elif trigger.kind == "agreement" and firing.nominal:
        yield from _bound(firing, report, "agreement", _terms(firing, report))
    elif trigger.kind in ("event", "deployment", "obligation", "meeting"):
        basis = _under(firing, report) or _told_under(firing, report)
        if basis and firing.mood.status in ("planned", "called_for", "conditional"):
            draft = _draft(firing, report, firing.token, basis, [])
            if draft is not None:
                draft.sources = list(firing.sources)
                report.consumed.add((sentence.index, firing.token.i))
                yield draft
        else:
            yield from _conditional(firing, report, sentence)


def _targets(firing: Firing) -> list[Token]:
    """What a binding word asks for: its clause, object, or the phrases that its frame calls content."""
    targets = [t for role in ("clause", "obj") for t in firing.roles.get(role, [])]
    for token in firing.roles.get("obj", []):
        targets += [c for c in token.children if c.dep_ == "acl" and c.pos_ == "VERB" and c.i > token.i]
    for role, tokens in firing.roles.items():
        if role.startswith("prep.") and "content" in firing.trigger.frame.slots.get(role, ()):
            targets += tokens
    return targets


def _terms(firing: Firing, report: Report) -> list[Token]:
    """What an agreement's noun asks for: "the deal requires X to …", "an agreement under which …", "to …"."""
    words = report.tools.pack.words("verbs_called_for")
    found = [t for t in firing.roles.get("clause", []) if is_clause(t)]
    verbs = [*firing.roles.get("governor", []), *(c for c in firing.token.children if c.dep_ in RELATIVE)]
    for verb in verbs:
        if verb.lower_ in words:
            roles = report.tools.syntax.roles_of_verb(verb, dates=firing.sentence.date_tokens)
            if all(t.i != firing.token.i for t in roles.get("obj", [])):
                found += [*roles.get("clause", []), *roles.get("obj", [])]
                found += [c for t in roles.get("obj", []) for c in t.children if c.dep_ == "acl" and c.pos_ == "VERB"]
                found += [c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i and c.pos_ == "VERB"]
        elif verb.dep_ in RELATIVE and report.tools.frames.marked(verb, "basis_markers") is not None:
            found.append(verb)
    return found


def _under(firing: Firing, report: Report) -> str:
    """The basis named beside a predicate ("under the agreement", "sesuai resolusi itu"); "" if none is."""
    node = firing.token
    for _ in range(4):
        found = report.tools.frames.marked(node, "basis_markers")
        if found is not None and report.tools.mentions.fits(found, ("@resolution",)):
            return "resolution"
        if found is not None and report.tools.mentions.fits(found, ("@agreement", "@terms")):
            return "agreement"
        if node.dep_ not in ("xcomp", "conj", "obj", "nsubj", "nsubj:pass") or node.head.i == node.i:
            return ""
        node = node.head
    return ""


def _agreement_speaks(firing: Firing, report: Report) -> bool:
    return firing.trigger.values.get("act") in ("demand", "appeal") and any(
        report.tools.mentions.fits(t, ("@agreement", "@resolution")) for t in firing.roles.get("subj", [])
    )


def _document_basis(firing: Firing, report: Report) -> str:
    resolution = any(report.tools.mentions.fits(t, ("@resolution",)) for t in firing.roles.get("subj", []))
    return "resolution" if resolution else "agreement"


def _told_under(firing: Firing, report: Report) -> str:
    """ "The troops must leave", in the outlet's own voice after it told of an agreement: under that agreement."""
    if firing.sources or firing.mood.statement >= 0 or "called_for" not in firing.mood.signals:
        return ""
    duty = report.tools.pack.words("verbs_called_for")
    governed = firing.token.dep_ in ("xcomp", "ccomp", "advcl") and firing.token.head.lower_ in duty
    if not governed and not report.tools.moods.requires(firing.token):
        return ""
    here = firing.sentence.index
    near = (report.sentences[n] for n in range(max(0, here - REACH), here + 1))
    told = any(f.trigger.kind == "agreement" for sentence in near for f in report.firings_in(sentence))
    return "agreement" if told else ""


def _bound(firing: Firing, report: Report, basis: str, targets: Sequence[Token]) -> Iterator[Draft]:
    """An obligation for each predicate in the complement of the binding word."""
    sentence = firing.sentence
    filled = report.tools.frames.filled(firing, "statement")
    speakers = filled.fillers.get("speaker", []) or filled.fillers.get("parties", [])
    default = filled.fillers.get("addressee", []) if basis == "order" else speakers
    issuers = (
        []
        if basis in ("agreement", "resolution")
        else [Mention(m.sentence, report.tools.attributions.owner(m.token)) for m in speakers]
    )
    seen: set[int] = set()
    for target in targets:
        for predicate in conjuncts(target):
            if predicate.i in seen:
                continue
            seen.add(predicate.i)
            draft = _draft(firing, report, predicate, basis, default)
            if draft is None:
                continue
            draft.sources = [*firing.sources, *(m for m in issuers if basis in ("order", "pledge"))]
            report.consumed.add((sentence.index, predicate.i))
            yield draft


def _draft(firing: Firing, report: Report, predicate: Token, basis: str, default: Sequence[Mention]) -> Draft | None:
    sentence = firing.sentence
    tools = report.tools
    bound = [f for f in report.at(sentence, predicate) if f.trigger.kind in BOUND_KINDS]
    clausal = is_clause(predicate) or bool(marks(predicate))
    known = next((f for f in bound if action_of(f.trigger)), None)
    if known is None and not clausal:
        return None
    roles = known.roles if known else tools.syntax.roles_of_verb(predicate, dates=sentence.date_tokens)
    draft = report.draft(firing, "obligation")
    draft.token, draft.trigger_span = predicate, (sentence.from_(predicate), sentence.to(predicate))
    draft.values = {"action": action_of(known.trigger) if known else "other", "basis": basis}
    draft.plover = known.trigger.plover if known else None
    subjects = [
        Mention(sentence, t)
        for t in expand(roles.get("subj", []) or roles.get("poss", []))
        if tools.mentions.can_act(t)
    ]
    if not subjects and tools.syntax.passive(predicate):
        # "the force must be disbanded": nobody else is named
        subjects = [Mention(sentence, t) for t in expand(roles.get("obj", [])) if tools.mentions.can_act(t)]
    draft.add("obligor", subjects or [m for m in default if m.token.i != predicate.i])
    if "obligor" not in draft.fillers and known:
        inner = tools.frames.filled(known)
        draft.add("obligor", inner.fillers.get("actor", []) or inner.fillers.get("force", []))
    if "obligor" not in draft.fillers:
        return None
    _object(draft, sentence, predicate, roles, known is None, report)
    mood = tools.moods.read(sentence, predicate, {})
    if mood.condition is not None:
        draft.texts["condition"] = tools.frames.text_of(sentence, mood.condition, "clause")
        draft.status = "conditional"
    elif firing.mood.status == "denied":
        draft.status = "denied"
    else:
        draft.status = "planned" if basis == "pledge" else "called_for"
    return draft


def action_of(trigger: Trigger) -> str:
    """What the trigger is as something to be done; "" if it is nothing of the kind."""
    if trigger.kind == "obligation":
        return trigger.values.get("action", "")
    if trigger.action:
        return trigger.action
    if trigger.kind == "meeting":
        return "hold_talks"
    if trigger.kind == "deployment" and trigger.values.get("change") == "withdrawn":
        return "withdraw"
    return ACT_ACTIONS.get(trigger.values.get("act", ""), "")


def _object(
    draft: Draft,
    sentence: Sentence,
    predicate: Token,
    roles: dict[str, list[Token]],
    whole: bool,
    report: Report,
) -> None:
    frames = report.tools.frames
    if whole:
        draft.texts["object"] = frames.text_of(sentence, predicate, "clause")
        return
    for token in roles.get("obj", []):
        draft.texts["object"] = report.tools.mentions.span(sentence, token)
        return


def _conditional(firing: Firing, report: Report, sentence: Sentence) -> Iterator[Draft]:
    """ "We will stop if …", said by a side: a conditional pledge of the speaker."""
    if firing.nominal or firing.mood.condition is None or "planned" not in firing.mood.signals or not firing.sources:
        return
    action = action_of(firing.trigger)
    if (sentence.index, firing.token.i) in report.consumed:
        return
    if not action and any(action_of(f.trigger) for f in report.at(sentence, firing.token)):
        return
    tools = report.tools
    subjects = list(expand(firing.roles.get("subj", [])))
    speaker = firing.sources[-1]
    own = [
        t
        for t in subjects
        if tools.mentions.pronoun(t).startswith("speaker") or tools.mentions.pronoun(t) == "thing.sg"
    ]
    if subjects and not own and not any(t.lower_ == speaker.token.lower_ for t in subjects):
        return
    draft = report.draft(firing, "obligation")
    draft.values = {"action": action or "other", "basis": "pledge"}
    draft.add("obligor", [speaker])
    draft.status = "conditional"
    draft.texts["condition"] = tools.frames.text_of(sentence, firing.mood.condition, "clause")
    _object(draft, sentence, firing.token, firing.roles, not action, report)
    report.consumed.add((sentence.index, firing.token.i))
    yield draft
