"""What claims of one report owe each other: victims as targets, acts told only by their toll."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.model.vocabulary import VIOLENT
from gencatan.reading.assembly.apart import tell_apart
from gencatan.reading.assembly.elided import name_the_counted
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.kinds.acts import HURTING
from gencatan.reading.kinds.event import add_instrument
from gencatan.reading.kinds.event_means import add_crew, by_means
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    expand,
    has_subject,
    is_participle,
    marks,
    preposition,
    preposition_words,
    role_words,
    set_off,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

HARMS: Final = frozenset({"killed", "injured"})
FROM_AFAR: Final = frozenset({"air_strike", "shelling", "explosion"})
WITHIN: Final = ("obl", "nmod")
RUINING: Final = frozenset({("ASSAULT", "destroy"), ("ASSAULT", "heavy-weapons")})
"""Codes of a verb of ruin ("destroying", "sinking")."""
HELD: Final = frozenset({"detained", "abducted"})


def link(report: Report) -> None:
    """Tie tolls to their acts, and add the act where only its toll was told."""
    name_the_counted(report)
    tell_apart(report)
    _only_outcomes(report)
    events = report.acts()
    added: dict[tuple[int, int], Draft] = {}
    wholes: set[int] = set()  # acts whose targets are those of a toll: its parts add none
    for draft in [d for d in report.drafts if d.kind == "casualty"]:
        firing = _firing_of(draft, report)
        if firing is None:
            continue
        act = _act_of(firing, events, report)
        if act is None and draft.values.get("harm") in HARMS and (act := _act_before(firing, events)) is not None:
            draft.fillers.pop("perpetrator", None)  # whoever the parser hung the clause on
            draft.sources = draft.sources or list(act.sources)
        if act is None and draft.values.get("harm") in HARMS and draft.status == "asserted":
            key = (draft.sentence.index, draft.token.i)
            act = added.get(key)
            if act is None:
                act = _act_from_toll(firing, draft, report)
                if act is not None:
                    added[key] = act
        if act is None:
            continue
        draft.link = act
        if _is_since(act, report):
            continue  # "131 soldiers have died since the invasion": in all that came after it
        told_so = (draft.sentence.index, draft.token.i) in added and act.values.get("act") == "operation"
        spared = draft.status == "denied" and act.status != "denied"  # "no civilian was hurt in the strike"
        hurt = (act.values.get("act") in HURTING or told_so or _unsided(act, report)) and draft.values.get(
            "harm"
        ) in HARMS
        if hurt and not spared:
            if "target" not in act.fillers:
                act.victims_are_target = True
            if act.victims_are_target and not (draft.part and id(act) in wholes):
                act.add("target", [m for m in draft.fillers.get("victims", []) if _somebody(m.token, report)])
                wholes.update([id(act)] if "target" in act.fillers and _is_whole(draft) else [])
        theirs = act.status != "denied" or draft.status == "denied"  # "denied the attack in which nine people died"
        if theirs and "perpetrator" not in draft.fillers and act.values.get("act") in HURTING:
            harmed = {(m.sentence.index, m.token.i) for m in draft.fillers.get("victims", [])}
            actors = act.fillers.get("actor", [])  # "stabbed a guard before being shot dead": not by themselves
            draft.add("perpetrator", [m for m in actors if (m.sentence.index, m.token.i) not in harmed])
    report.drafts.extend(added.values())


def _is_whole(toll: Draft) -> bool:
    """Whether others may be of those whom a toll counts: of several (but "killed the commander, with two guards")."""
    count = toll.counts.get("count")
    return not toll.part and count is not None and count.max != 1


def _somebody(token: Token, report: Report) -> bool:
    """Whether words say who was hurt, and not only how many ("six of his men", but not "six", "six of them", "six in
    Kabul")."""
    if token.pos_ != "NUM":
        return True
    named = (preposition(c) for c in token.children if c.dep_ == "nmod" and c.pos_ in ("NOUN", "PROPN"))
    return any(not prep or prep in report.tools.pack.words("genitive_markers") for prep in named)


def _is_since(act: Draft, report: Report) -> bool:
    """Whether an act only tells since when others came to harm."""
    return act.nominal and bool(
        report.tools.pack.words("lasting_markers").at(preposition_words(act.token).split(" "), 0)
    )


def _unsided(act: Draft, report: Report) -> bool:
    """Whether a noun tells of violence and nothing of who was in it ("six were killed in violence in X")."""
    told = act.values.get("act") == "other" and act.plover is not None and act.plover[0] == "ASSAULT"
    prep, words = preposition_words(act.token).split(" "), report.tools.pack.words
    if any(words(key).at(prep, 0) for key in ("after_markers", "lasting_markers")):
        return False  # "since the coup"
    return act.nominal and told and (act.victims_are_target or not act.fillers)


def _only_outcomes(report: Report) -> None:
    """Take away acts that only tell what another act came to: of "gunmen ambushed a convoy, killing three" the killing
    is a toll, and its act is the ambush."""
    forces = {
        (d.sentence.index, d.token.i): d for d in report.drafts if d.kind == "event" and d.values.get("act") in VIOLENT
    }
    if len(forces) <= 1:
        return
    outcomes = [
        d
        for d in forces.values()
        if not d.nominal
        and d.status == "asserted"
        and ((_harms(d, report) and _comes_of(d, forces)) or (_ruins(d, report) and _comes_of(d, forces, FROM_AFAR)))
    ]
    outcomes += [d for d in (_told_twice(d, forces, report) for d in forces.values()) if d is not None]
    if outcomes:
        report.drafts = [d for d in report.drafts if all(d is not o for o in outcomes)]


def _harms(draft: Draft, report: Report) -> bool:
    """Whether the very word of an act is one of harm too ("killing")."""
    return any(f.trigger.values.get("harm") in HARMS for f in report.at(draft.sentence, draft.token, "casualty"))


def _ruins(draft: Draft, report: Report) -> bool:
    """Whether a clause goes on with what an act laid waste ("bombed the camp, destroying four trucks")."""
    verb = draft.token
    if verb.dep_ not in ("advcl", "conj") or not (is_participle(verb) or set_off(verb)):
        return False
    if any(c.dep_ == "cc" for c in verb.children):
        return False
    return any(f.trigger.plover in RUINING for f in report.at(draft.sentence, verb, "event"))


def _told_twice(draft: Draft, forces: dict[tuple[int, int], Draft], report: Report) -> Draft | None:
    """Of a killing in an attack the one that tells less: the killing where the attack was on somebody or a building,
    else the attack ("killed 13 men in an attack on a farm", "in an attack on the outskirts of Kora")."""
    verb = draft.token
    if draft.nominal or draft.status != "asserted" or not _harms(draft, report):
        return None
    for noun in (c for node in (verb, *(o for o in verb.children if o.dep_ == "obj")) for c in node.children):
        act = forces.get((draft.sentence.index, noun.i))
        if act is None or not act.nominal or act.status != "asserted" or noun.i < verb.i:
            continue
        within = preposition(noun) in report.tools.pack.words("position_prepositions")
        if within and act.values.get("act") == "clash" and "actor" not in draft.fillers:
            return draft  # "were shot dead in a clash with marines"
        if within and noun.dep_ in WITHIN and "target" in act.fillers:
            spots = all(report.tools.mentions.spot(m.token) for m in act.fillers["target"])
            return act if spots and "target" in draft.fillers else draft
    return None


def _comes_of(draft: Draft, forces: dict[tuple[int, int], Draft], acts: frozenset[str] = VIOLENT) -> bool:
    """Whether its clause, without a subject of its own, goes on from that of another act of force."""
    node, index = draft.token, draft.sentence.index
    for _ in range(2):
        if node.dep_ not in ("advcl", "conj") or marks(node) or has_subject(node):
            return False
        node = node.head
        told = (node, *(c for c in node.children if c.dep_ in ("obj", "nsubj") and c.i < draft.token.i))
        above = [act for t in told if (act := forces.get((index, t.i))) is not None and act.status == "asserted"]
        if any(act.values.get("act") in acts for act in above):
            return True
    return False


def _firing_of(draft: Draft, report: Report) -> Firing | None:
    found = report.at(draft.sentence, draft.token, "casualty")
    return found[0] if found else None


def _act_of(firing: Firing, events: dict[tuple[int, int], Draft], report: Report) -> Draft | None:
    """The act that a toll's verb names as its subject or circumstance, or whose consequence it tells."""
    index = firing.sentence.index
    same = events.get((index, firing.token.i))
    if same is not None and same.values.get("act") == "execution":
        return same
    if firing.trigger.values.get("harm") in HELD and same is not None:
        return same  # "detained after the bombing of 2004": in the arrest, and not in the bombing
    after = report.tools.pack.words("after_markers") if _is_done_by(firing, report) else ()
    for role in ("subj", "perpetrator", *sorted(r for r in firing.roles if r.startswith("prep."))):
        fronted = role_words(role) in after
        for token in expand(firing.roles.get(role, [])):
            if fronted and token.i < firing.token.i:
                continue  # "after the ambush, officers killed two of the attackers": a deed of theirs
            counted = report.tools.mentions.semantic_head(token)  # "killed in a wave of attacks"
            found = events.get((index, token.i)) or events.get((index, counted.i))
            if found:
                return found
    for thing in firing.roles.get("obj", []):
        for token in thing.children:  # "killed ten men in an airstrike", hung on the men
            found = events.get((index, token.i)) if token.dep_ == "nmod" and token.i > thing.i else None
            if found and found.values.get("act") in HURTING:
                return found
    node: Token = firing.token
    if (
        node.dep_ == "conj"
        and node.head.dep_ == "acl:relcl"
        and (there := _done_there(node.head, index, events, report))
    ):
        return there
    for _ in range(4):
        if node.dep_ not in ("advcl", "conj", "xcomp", "acl", "acl:relcl", "parataxis") or node.head.i == node.i:
            return _circumstance(firing, events, report)
        if node.dep_ == "acl:relcl" and (found := _done_there(node, index, events, report)) is not None:
            return found
        if node.dep_ == "conj" and _elsewhere(node, report):
            return _circumstance(firing, events, report)
        if node.dep_ == "advcl" and marks(node) and node.i > node.head.i and has_subject(node):
            return _circumstance(firing, events, report)  # "the raid came days after two men were killed"
        node = node.head
        found = events.get((index, node.i))
        if found:
            return found
        for role_tokens in (c for c in node.children if c.dep_ in ("obj", "nsubj", "nsubj:pass")):
            found = events.get((index, role_tokens.i))
            if found:
                return found
    return None


def _is_done_by(firing: Firing, report: Report) -> bool:
    """Whether a verb of harm has somebody for its subject who does it."""
    if firing.nominal or "subj" not in firing.roles or report.tools.syntax.verbs.passive(firing.token):
        return False
    if "perpetrator" not in firing.trigger.frame.slots.get("subj", ()):
        return False  # "since the invasion of 2015 thousands *died*"
    mentions = report.tools.mentions
    doers = (t for t in firing.roles["subj"] if firing.token.i > t.i)
    return any(mentions.can_act(t) and not mentions.is_event(t) for t in doers)


def _elsewhere(verb: Token, report: Report) -> bool:
    """Whether a clause behind "and" tells of others in another town ("a blast killed three in X, and 20 died in Y")."""
    if not has_subject(verb):
        return False
    towns = [{t.lower_ for t in node.children if _town(t, report)} for node in (verb.head, verb)]
    hung = {t.lower_ for c in verb.head.children if c.dep_ == "obj" for t in c.children if _town(t, report)}
    return bool(towns[1]) and bool(towns[0] | hung) and towns[1].isdisjoint(towns[0] | hung)


def _town(noun: Token, report: Report) -> bool:
    where = preposition(noun) in report.tools.pack.words("position_prepositions")
    named = noun.pos_ == "PROPN" or noun.text[:1].isupper()
    return where and named and noun.dep_ in WITHIN


def _done_there(clause: Token, index: int, events: dict[tuple[int, int], Draft], report: Report) -> Draft | None:
    """The act whose target or place a clause goes on from ("bombed the airbase, where two people were killed")."""
    relatives = report.tools.pack.words("relative_pronouns")
    where = any(c.dep_ == "advmod" and c.i < clause.i and c.lower_ in relatives for c in clause.children)
    place = clause.head
    if not where or place.dep_.split(":")[0] not in ("obj", "obl", "nmod"):
        return None
    act = events.get((index, place.head.i))
    return act if act is not None and act.values.get("act") in HURTING else None


def _act_before(firing: Firing, events: dict[tuple[int, int], Draft]) -> Draft | None:
    """The last act of force told before a participle behind a comma that the parser hung on something else.

    "They opened fire on a truck that failed to stop, killing four": nobody is killed by failing to stop.
    """
    verb = firing.token
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.head.i < verb.i:
        verb = verb.head
    first = verb.left_edge.i
    if firing.nominal or verb.dep_ != "advcl" or marks(verb) or has_subject(verb) or not first:
        return None
    if not is_participle(verb) or not set_off(verb):
        return None
    told = [d for (sentence, _), d in events.items() if sentence == firing.sentence.index and d.token.i < first]
    told = [d for d in told if d.values.get("act") in HURTING and d.status == "asserted"]
    return max(told, key=lambda d: d.token.i, default=None)


def _circumstance(firing: Firing, events: dict[tuple[int, int], Draft], report: Report) -> Draft | None:
    """The act that a clause with its own doer tells ("four were killed when gunmen opened fire")."""
    if firing.nominal:
        return None
    token, index = firing.token, firing.sentence.index
    more = [c for c in token.children if c.dep_ == "conj" and report.at(firing.sentence, c, "casualty")]
    for other in (f for c in more for f in report.at(firing.sentence, c, "casualty")):
        for noun in (t for role, ts in other.roles.items() if role.startswith("prep.") for t in ts):
            found = events.get((index, noun.i))  # "18 were killed and 35 wounded in twin bombings"
            if found is not None and found.values.get("act") in HURTING and not _of_its_own(token, other.token):
                return found
    after = [token.head] if token.dep_ == "conj" and report.at(firing.sentence, token.head, "casualty") else []
    for clause in (
        c for verb in (token, *more, *after) for c in verb.children
    ):  # "one was killed and two were hurt when …"
        if clause.dep_ == "advcl" and clause.i > token.i and has_subject(clause):
            if report.at(firing.sentence, clause, "casualty"):
                continue  # "was shot dead before a blast killed two others": that has a toll of its own
            told = [clause, *(c for c in clause.children if c.dep_ in SUBJECTS)]
            found = next((e for t in told if (e := events.get((firing.sentence.index, t.i))) is not None), None)
            if found is not None and found.values.get("act") in HURTING:
                return found
    return None


def _of_its_own(first: Token, second: Token) -> bool:
    """Whether the first of two tolls has a phrase or clause of its own before the second."""
    return any(c.dep_ in ("obl", "obl:agent", "advcl") and first.i < c.i < second.i for c in first.children)


def _act_from_toll(firing: Firing, toll: Draft, report: Report) -> Draft | None:
    """ "Two were killed by a bomb", "gunmen killed four": the act beside the toll, where a doer or means is named."""
    harmed = firing.trigger.frame.slots.get("obj", ()) + firing.trigger.frame.slots.get("subj", ())
    if firing.nominal or "perpetrator" not in harmed or not _explicit(firing, report):
        return None
    draft = report.draft(firing, "event")
    draft.rule = f"event:{firing.trigger.name}+toll"
    add_instrument(firing, draft, report)
    draft.add("actor", toll.fillers.get("perpetrator", []))
    add_crew(firing, draft, report)
    if not draft.fillers and "instrument" not in draft.texts:
        return None
    instrument = draft.texts.get("instrument")
    draft.values["act"], draft.plover = ("operation" if _in_operation(firing, report) else "attack"), None
    by_means(firing, draft, report)
    if instrument is not None and draft.values["act"] == "attack":
        last = instrument.text.lower().split()
        explosive = report.tools.pack.classes.get("explosive", frozenset())
        if any(word in explosive for word in last):
            draft.values["act"] = "explosion"
    draft.sources = list(toll.sources)
    return draft


def _in_operation(firing: Firing, report: Report) -> bool:
    """Whether somebody did the harm in what is named an operation ("killed eleven militants in an operation")."""
    things = firing.roles.get("obj", [])
    behind = [c for t in (firing.token, *things) for c in t.children if c.i > firing.token.i and c.dep_ in WITHIN]
    inside = [c for c in behind if preposition(c) in report.tools.pack.words("position_prepositions")]
    named = {firing.sentence.from_(c) for c in inside}
    hits = (h for h in firing.sentence.hits if h.head_start in named and h.part == "noun")
    return any(t.values.get("act") == "operation" for h in hits for t in h.triggers)


def _explicit(firing: Firing, report: Report) -> bool:
    """Whether the verb has a subject or agent of its own, so that it tells an act and not only a consequence."""
    token = firing.token
    if token.dep_ in RELATIVE:
        return True
    agents = report.tools.pack.words("passive_agent")
    if token.dep_ == "amod":
        return False  # "two wounded men were carried away"
    return any(c.dep_ in SUBJECTS or c.dep_ == "obl:agent" or preposition(c) in agents for c in token.children) or (
        firing.hit.voice == "pass" and bool(firing.roles.get("subj"))
    )
