"""The obligation that one predicate tells: who must, what, on which condition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gencatan.model import Span
from gencatan.model.vocabulary import FORCE
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.kinds import plover
from gencatan.reading.kinds.obligations import articles, documents
from gencatan.reading.kinds.obligations.asked import next_term, phrases_behind
from gencatan.reading.kinds.obligations.owed import action_of, before, told_object
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import BODIES, Mention
from gencatan.reading.tree.relations import (
    SUBJECTS,
    date_tokens,
    expand,
    is_clause,
    marks,
    preposition,
    preposition_words,
    starts,
)
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

FIGHTING: Final = FORCE - {"explosion"}
ITSELF: Final = frozenset({"in_effect", "extended", "expired", "collapsed"})  # steps of an agreement
ONES_OWN: Final = frozenset({"disarm", "demobilise", "withdraw", "hand_over_weapons", "cease_hostilities"})
"""What a body does itself where no one else is named ("the force must be disbanded")."""
UPON: Final = frozenset({"other", "release", "exchange", "monitor", "investigate", "punish", "protect"})
"""What the noun of a deed has behind it is what it is done to, and nobody who does it."""
HANDING_OVER: Final = frozenset({"return_territory", "hand_over_weapons", "exchange"})  # a state takes it
BOUND_KINDS: Final = ("obligation", "event", "deployment", "meeting", "territory", "agreement")


def term_of(
    sentence: Sentence, predicate: Token, noun: Token | None, report: Report, doers: Sequence[Token] = ()
) -> Draft | None:
    """The obligation that a predicate brought in by the agreement `noun` tells; None where nothing is named.

    `doers` are who must, where the predicate has no subject of its own.
    """
    tools = report.tools
    here = [f for f in report.at(sentence, predicate) if f.trigger.kind in BOUND_KINDS and action_of(f.trigger)]
    known = _telling(here, sentence, predicate, report)
    forbidden = tools.moods.own.forbids(predicate)
    if forbidden:
        known = None  # the duty is not to do it
    roles = _roles(known, sentence, predicate, report)
    draft = Draft("obligation", sentence, predicate, f"obligation:{known.trigger.name if known else 'terms'}")
    draft.firing = known
    draft.clause = articles.clause_of(sentence, predicate, report)
    if (side := tools.syntax.subjects.gapped_side(predicate)) is not None:
        draft.clause = sentence.from_(side), sentence.end
    draft.trigger_span = (sentence.from_(predicate), sentence.to(predicate))
    draft.values = {"action": action_of(known.trigger) if known else "other", "basis": "agreement"}
    if forbidden and forceful(sentence, predicate, report):
        draft.values["action"] = "cease_hostilities"  # "tidak boleh menyerang desa"
    draft.plover = known.trigger.plover if known else None
    passive = tools.syntax.verbs.passive(predicate)
    subjects = [t for t in expand(roles.get("subj", [])) if tools.mentions.can_act(t) and not _done_to(t, predicate)]
    if passive:  # "the hostages are to be freed": by whom is not told; "the militia is to be disbanded"
        doers = [t for t in doers if tools.mentions.classes(t) & BODIES]
    subjects = [t for t in doers or subjects if noun is None or t.i != noun.i]
    draft.add("obligor", [Mention(sentence, t) for t in subjects])
    told_object(draft, sentence, predicate, roles, known, report)
    ends = _ends_by_itself(draft, roles, report) or _walk_free(draft, report) or _gets_there(draft, roles, report)
    if "obligor" not in draft.fillers and not ((passive or ends) and "object" in draft.texts):
        return None
    mood = tools.moods.read(sentence, predicate, {})
    draft.status = "called_for"
    if mood.condition is not None and not mood.condition.is_ancestor(predicate) and mood.condition.i != predicate.i:
        draft.texts["condition"] = tools.frames.text_of(sentence, mood.condition, "clause")
        draft.status = "conditional"
    elif mood.status == "denied" and tools.moods.own.requires(predicate, "modal_possible"):
        draft.values["action"] = "cease_hostilities" if forceful(sentence, predicate, report) else "other"
    elif mood.status == "denied" and known is not None:
        draft.status = "denied"  # else the object has the "not" in it; "may not enter" is what is asked for
    told_by = tools.attributions.of(sentence, predicate, report.statements.get(sentence.index, {}))
    told_by = [t for t in told_by if (noun is None or t.i != noun.i) and not tools.mentions.fits(t, ("@deal_text",))]
    told_by = [t for t in told_by if tools.mentions.pronoun(t) != "thing.sg"]  # "It gives the army 60 days": the deal
    draft.sources = [Mention(sentence, t) for t in told_by]
    return draft


def carried(sentence: Sentence, predicate: Token, report: Report) -> Firing | None:
    """What is to be done by the noun of it, where its verb only begins or carries it out ("to begin a withdrawal",
    "melakukan penarikan pasukan")."""
    begins = starts(predicate, report.tools.pack.words("verbs_beginning"))
    if not is_clause(predicate) or not (begins or report.tools.syntax.verbs.light(predicate)):
        return None
    objects = (f for c in predicate.children if c.dep_ == "obj" for f in report.at(sentence, c))
    named = (f for f in objects if f.nominal and f.trigger.kind in BOUND_KINDS and f.trigger.kind != "meeting")
    return next((f for f in named if action_of(f.trigger) not in ("", "other")), None)


def _goes_from(firing: Firing, report: Report) -> bool:
    """Whether a duty is told by a verb and the preposition before what it leaves ("withdraw *from*")."""
    if firing.trigger.kind != "obligation" or len(firing.hit.parts) < 2:
        return False
    last = firing.sentence.token_at(firing.hit.parts[-1][0])
    return last is not None and report.tools.pack.words("origin_prepositions").at([last.lower_], 0) > 0


def _telling(here: Sequence[Firing], sentence: Sentence, predicate: Token, report: Report) -> Firing | None:
    """What tells the sort of a duty: a word for its predicate, or for what that carries out."""
    inside = carried(sentence, predicate, report)
    noun = sentence.from_(inside.token) if inside is not None else -1
    # "pay compensation" is no delivery, while what is "carried out" tells the duty
    if report.tools.syntax.verbs.passive(predicate):
        here = [
            f for f in here if not _goes_from(f, report)
        ]  # "the forces must be *withdrawn from* the city": they are moved
    named = (f for f in here if f.trigger.kind == "obligation" and len(f.hit.parts) > 1)
    whole = next((f for f in named if inside is None or f.hit.start <= noun < f.hit.end), None)
    known = whole or next((f for f in here if action_of(f.trigger) != "other"), None)
    return known or inside or (here[0] if here else None)


def _roles(known: Firing | None, sentence: Sentence, predicate: Token, report: Report) -> dict[str, list[Token]]:
    """The roles around what tells a duty; where that is only its object's noun, around its predicate."""
    if known is not None and not (known.nominal and known.token.dep_ == "obj" and known.token.head.i == predicate.i):
        return known.roles
    return report.tools.syntax.roles_of_verb(predicate, dates=sentence.date_tokens)


def _ends_by_itself(draft: Draft, roles: dict[str, list[Token]], report: Report) -> bool:
    """Whether the fighting itself is to stop ("all attacks are to cease"), which is then the duty's object."""
    subjects = roles.get("subj", [])
    if draft.values.get("action") != "cease_hostilities" or "obligor" in draft.fillers or not subjects:
        return False
    if any(report.tools.mentions.can_act(t) for t in subjects):
        return False
    draft.texts.setdefault("object", report.tools.mentions.wording.span(draft.sentence, subjects[0]))
    return True


def _walk_free(draft: Draft, report: Report) -> bool:
    """Whether those who are to be freed are told to go free: they are the duty's object, and it is not theirs."""
    named = draft.fillers.get("obligor", []) if draft.values.get("action") == "release" else []
    freed = [m for m in named if report.tools.mentions.fits(m.token, ("@prisoner",))]
    if not freed or len(freed) < len(named):
        return False
    del draft.fillers["obligor"]
    draft.texts.setdefault("object", report.span(freed[0]))
    return True


def _gets_there(draft: Draft, roles: dict[str, list[Token]], report: Report) -> bool:
    """Whether aid is told to reach those it is for ("food is to reach the town"): it is the duty's object."""
    subjects = roles.get("subj", [])
    if "obligor" in draft.fillers or not subjects or not report.tools.mentions.fits(subjects[0], ("@aid",)):
        return False
    if not starts(draft.token, report.tools.pack.words("verbs_reaching")):
        return False
    draft.values["action"] = "deliver_aid"
    draft.texts["object"] = report.tools.mentions.wording.span(draft.sentence, subjects[0])
    return True


def forceful(sentence: Sentence, predicate: Token, report: Report) -> bool:
    """Whether a verb or its object tells an act of force ("may not carry out offensive operations")."""
    done = report.tools.syntax.verbs.light(predicate) or starts(predicate, report.tools.pack.words("verbs_beginning"))
    # not "may not investigate the killings"
    objects = (c for c in predicate.children if c.dep_ == "obj" and (done or not report.at(sentence, predicate)))
    here = (f for t in (predicate, *objects) for f in report.at(sentence, t))
    return any(f.trigger.values.get("act") in FIGHTING for f in here)


def _named_for(predicate: Token, report: Report) -> list[Token]:
    """Who is to do it, where they are named with "for" right before it ("provides for the rebels to free …")."""
    controlling = report.tools.pack.words("control_marks")
    mark = next((c for c in predicate.children if c.dep_ == "mark" and c.lower_ in controlling), None)
    if mark is None or mark.i == 0 or marks(predicate) not in controlling:
        return []
    if report.tools.syntax.verbs.passive(predicate):
        return []  # "for agencies to be given access": it is done to them
    node, dates = mark.nbor(-1), date_tokens(predicate.doc)
    if node.lower_ in report.tools.pack.words("reflexives"):
        return []  # "Rwanda committed itself to withdraw"
    if node.i in dates:
        given = [c for c in predicate.head.children if c.dep_ == "iobj" and documents.lays_down(predicate.head, report)]
        return [t for t in given if "agent" in report.tools.mentions.classes(t)]  # "gives *Serbia* 60 days to leave"
    while preposition(node) not in controlling:
        if node.dep_ == "obj" and documents.lays_down(node.head, report) and node.head.i < node.i:
            return [node] if "agent" in report.tools.mentions.classes(node) else []
        if node.head.i == node.i or node.head.i > mark.i or is_clause(node.head):
            return []
        node = node.head
    classes = report.tools.mentions.classes
    if preposition(node) in report.tools.pack.words("genitive_markers") and classes(node.head) & {"agent", "people"}:
        return []  # "told the residents of the town to leave": the residents are to
    behind_for = preposition(node) != mark.lower_ and "agent" in classes(node)
    return [node] if behind_for else []


def duty_of(
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
    known = _telling(fitting, sentence, predicate, report)
    if basis == "pledge" and tools.moods.own.negated(predicate):
        known = None  # "promised that no rebel would be punished": to leave it undone is another thing
    if _what_for(sentence, predicate, report) or _let_through(known, predicate, report):
        return None
    if basis == "pledge" and _out_of_hand(sentence, predicate, report):
        return None
    if known is None and any(f.trigger.values.get("stage") in ITSELF for f in bound):
        return None  # "the truce is due to take effect on Friday": nobody's duty
    negation = tools.pack.words("negation")
    says_not = known is not None and any(word in negation for word in known.hit.citation.split(" "))
    peaceful = False
    if clausal and not says_not and tools.moods.own.negated(predicate):
        # "agreed not to attack each other", "may not carry out raids"
        peaceful = any(f.trigger.values.get("act") in FORCE for f in bound) or forceful(sentence, predicate, report)
        known = None  # "the army will not leave": the duty is not to do it
    if not clausal and basis in ("agreement", "resolution") and predicate.i != firing.token.i:
        named = report.at(sentence, predicate, "agreement")  # "a resolution that demands an immediate ceasefire"
        peaceful = known is None and any(f.trigger.values.get("type") == "ceasefire" and f.nominal for f in named)
    if known is None and not clausal and not peaceful and not _foreseen(firing, predicate, basis, report):
        return None
    roles = _roles(known, sentence, predicate, report)
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
        if tools.mentions.can_act(t) and t.i not in others and not _done_to(t, predicate)
    ]
    # "a joint commission is to be set up", "agencies are to be given access"
    made = known is not None and action_of(known.trigger) not in ONES_OWN
    if not subjects and not made and tools.syntax.verbs.passive(predicate):
        # "the force must be disbanded": nobody else is named
        bound_to = [t for t in expand(roles.get("obj", [])) if tools.mentions.classes(t) & BODIES]
        subjects = [Mention(sentence, t) for t in bound_to]
    if not clausal:
        subjects += [Mention(sentence, t) for t in _doers(predicate, report)]
    if not clausal and basis == "agreement" and known is not None and action_of(known.trigger) in UPON:
        by = tools.pack.words("passive_agent")  # "the creation of a court": it is what is done
        subjects = [m for m in subjects if m.token.i < predicate.i or preposition(m.token) in by]
    draft.add("obligor", subjects or [m for m in default if m.token.i != predicate.i])
    if "obligor" not in draft.fillers and known:
        inner = tools.frames.filled(known)
        doing = inner.fillers.get("actor", []) or inner.fillers.get("force", [])
        moved = {t.i for t in roles.get("obj", [])} if clausal else set()  # "to deploy its forces": they are not asked
        doing = [m for m in doing if m.token.i not in others | moved]
        draft.add("obligor", doing)  # "a judge ordered the release of …"
    told_object(draft, sentence, predicate, roles, known, report)
    if "object" not in draft.texts and known is not None:
        inner = tools.frames.filled(known)
        draft.texts |= {k: v for k, v in inner.texts.items() if k == "object"}
        targets = inner.fillers.get("target", []) if "object" not in draft.texts and not clausal else []
        if targets:
            # "an inquiry into the killings in two villages"
            deed = targets[0].token if tools.mentions.is_event(targets[0].token) else None
            draft.texts["object"] = report.span(targets[0]) if deed is None else tools.frames.text_of(sentence, deed)
    if "object" not in draft.texts and not clausal and basis in ("agreement", "resolution"):
        draft.texts["object"] = _without_next(tools.frames.text_of(sentence, predicate), sentence, predicate)
    if not clausal and basis == "agreement":
        _end_before_next(draft, sentence, predicate, report)
    # of a passive or a noun no one may be named who is to do it ("all hostages are to be freed")
    nobody = not clausal or tools.syntax.verbs.passive(predicate) or (known is not None and not roles.get("subj"))
    nobody = nobody or any(t.i == firing.token.i for t in roles.get("subj", []))
    nobody = _ends_by_itself(draft, roles, report) or _walk_free(draft, report) or nobody
    if "obligor" not in draft.fillers and not (nobody and "object" in draft.texts):
        return None
    draft.add("beneficiary", _for_whom(sentence, predicate, draft, report))
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


def _done_to(noun: Token, predicate: Token) -> bool:
    """Whether a noun is what a passive is done to, also where what they are given is its object."""
    if noun.i > predicate.i:
        return False
    return (noun.dep_ == "nsubj:pass" and noun.head.i == predicate.i) or any(
        c.dep_ == "aux:pass" for c in predicate.children
    )


def _without_next(told: Span, sentence: Sentence, noun: Token) -> Span:
    """The words of a noun that names a duty ("calls for an end to the fighting"), less what is listed behind it."""
    listed = [c.left_edge for c in noun.children if c.dep_ == "conj" and c.i > noun.i]
    ends = [at for t in listed if told.start < (at := sentence.from_(t)) < told.end]
    return before(told, min(ends)) if ends else told


def _end_before_next(draft: Draft, sentence: Sentence, noun: Token, report: Report) -> None:
    """Leave a duty that a noun names nothing of what is listed behind it, nor its date."""
    at = next_term(sentence, noun, report)
    if at is None:
        return
    end, told = sentence.from_(noun.doc[at]), draft.texts.get("object")
    draft.clause = draft.clause or (sentence.start, end)
    if told is not None and told.start < end < told.end:
        kept = before(told, end)
        last = kept.text.rpartition(" ")
        joining = last[0] and last[2].lower() in report.tools.pack.words("companion_markers")
        draft.texts["object"] = before(kept, kept.start + len(last[0])) if joining else kept


def _for_whom(sentence: Sentence, predicate: Token, draft: Draft, report: Report) -> list[Mention]:
    """Those to whom something is to be given, or for whom it is to be done ("hand over the town *to the UN*")."""
    tools, bound = report.tools, {m.token.i for m in draft.fillers.get("obligor", [])}
    own = [*predicate.children, *(c for o in predicate.children if o.dep_ == "obj" for c in o.children)]
    given = [
        c
        for c in own
        if c.i > predicate.i
        and c.dep_.split(":")[0] in ("obl", "nmod", "iobj")
        and not is_clause(c)
        and (c.dep_ == "iobj" or preposition_words(c) in tools.pack.words("beneficiary_markers"))
    ]
    able = [t for t in expand(given) if tools.mentions.can_act(t) and t.i not in bound]
    if draft.values["action"] not in HANDING_OVER:  # "let convoys through to Aleppo"
        able = [t for t in able if t.ent_type_ != "LOC" and "place" not in tools.mentions.classes(t)]
    return [Mention(sentence, t) for t in able]


def _out_of_hand(sentence: Sentence, predicate: Token, report: Report) -> bool:
    """Whether what somebody swears or promises is not for them or theirs to do ("swore that the other had fired first",
    "promised that those who did it would pay", "that power cuts would end by Friday")."""
    tools = report.tools
    subjects = expand([c for c in predicate.children if c.dep_ in SUBJECTS])
    if not is_clause(predicate) or not subjects or tools.syntax.verbs.passive(predicate):
        return False
    if not tools.moods.read(sentence, predicate, {}).signals.keys() - {"denied"}:
        return True
    doing = [t for t in subjects if tools.mentions.can_act(t) and not tools.moods.own.no_such(t)]
    return not any(t.pos_ != "PRON" or (tools.mentions.pronoun(t) and not has(t, "PronType", "Dem")) for t in doing)


def _let_through(known: Firing | None, predicate: Token, report: Report) -> bool:
    """Whether a noun only names the aid that is let through, which is the duty ("must let aid convoys through")."""
    noun = predicate
    while noun.dep_ == "nmod" and noun.head.pos_ == "NOUN":
        noun = noun.head  # "allow deliveries of aid"
    if known is None or not known.nominal or noun.dep_ != "obj" or action_of(known.trigger) != "deliver_aid":
        return False
    return any(action_of(f.trigger) == "grant_access" for f in report.at(known.sentence, noun.head))


def _what_for(sentence: Sentence, predicate: Token, report: Report) -> bool:
    """Whether a predicate only tells what another duty is for ("roads will be opened for civilians to leave")."""
    controlling = report.tools.pack.words("control_marks")
    if predicate.dep_ not in ("xcomp", "advcl") or marks(predicate).rpartition(" ")[2] not in controlling:
        return False  # "for civilians to leave" has two marks
    above = report.at(sentence, predicate.head)
    return any(f.trigger.kind in BOUND_KINDS and action_of(f.trigger) not in ("", "other") for f in above)


def _foreseen(firing: Firing, noun: Token, basis: str, report: Report) -> bool:
    """Whether an agreement asks for what a noun names, of whatever sort ("the pact foresees mixed patrols")."""
    mentions = report.tools.mentions
    if basis != "agreement" or firing.trigger.kind != "agreement" or not firing.nominal:
        return False
    if noun.pos_ != "NOUN" or mentions.pronoun(noun):
        return False
    if "agent" in mentions.classes(noun) and report.is_definite(firing.sentence, noun):
        return False  # "required the government, upon that halt, to …": who must, and no new body
    while noun.dep_ == "conj" and noun.head.pos_ != "VERB":
        noun = noun.head
    verb = noun.head
    words = report.tools.pack.words("verbs_called_for")
    return verb.lower_ in words or any(words.at([verb.lower_, w], 0) > 1 for w, _ in phrases_behind(verb))


def _doers(noun: Token, report: Report) -> list[Token]:
    """Who is to do what a noun asked for tells, where the parser hung "by X" on the asking verb instead."""
    verb = noun.head
    if noun.dep_ != "obj" or report.tools.syntax.verbs.passive(verb):
        return []
    agents = report.tools.pack.words("passive_agent")
    behind = [c for c in verb.children if c.i > noun.i and c.dep_.split(":")[0] == "obl" and preposition(c) in agents]
    return [t for t in expand(behind) if report.tools.mentions.can_act(t)]
