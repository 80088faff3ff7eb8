"""Who did an act and to whom, by other words than its entry asks for: sides of a fight, who fell, what was struck."""

from __future__ import annotations

from typing import Final

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.lasting import lasted
from gencatan.reading.kinds.acts import HURTING
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import RELATIVE, expand, is_clause, preposition, preposition_words

OWN: Final = frozenset({"nmod", "obl", "compound", "flat", "amod", "acl", "appos"})
KILLING: Final = frozenset({"killed", "injured"})
APART: Final = ("after_markers", "cause_markers", "dealing_prepositions", "purpose_markers")
"""Lists of words behind which an act stands that is another than the one told."""
FORCES: Final = ("@armed_force",)
NO_TARGETS: Final = ("@time_noun", "@abstract")
DAMAGE: Final = ("ASSAULT", "destroy")


def add_shared(firing: Firing, draft: Draft, report: Report) -> None:
    """To whom two acts in a row were done ("penahanan dan penyerangan [Tsvangirai]", "raids and arrests [of men]").

    What is told with the second is of both where the first has nothing of its own.
    """
    token, tools = firing.token, report.tools
    if "target" in draft.fillers or any(c.i > token.i and c.dep_ in OWN for c in token.children):
        return
    for other in token.children:
        if other.dep_ != "conj" or other.pos_ != "NOUN" or not tools.mentions.is_event(other):
            continue
        roles = tools.syntax.roles_of_noun(other, firing.sentence.date_tokens)
        for role, slots in firing.trigger.frame.slots.items():
            shared = role != "poss" or all(t.i > other.i for t in roles.get(role, []))
            if "target" in slots and role in roles and shared:
                found = [t for t in expand(roles[role]) if tools.frames.receives(t)]
                draft.add("target", [Mention(firing.sentence, t) for t in found])
                return


def add_hit(firing: Firing, draft: Draft, report: Report) -> None:
    """What the verb says that an act struck ("the explosion tore through a depot")."""
    if "target" in draft.fillers or draft.values.get("act") not in HURTING:
        return
    tools = report.tools
    described = [c for c in firing.token.children if c.dep_ in RELATIVE and c.pos_ == "VERB"]
    for verb in [*firing.roles.get("governor", []), *described]:  # "a raid that flattened two houses"
        if verb.lower_ not in tools.pack.words("verbs_hitting"):
            continue
        roles = tools.syntax.roles_of_verb(verb, dates=firing.sentence.date_tokens)
        if all(t.i != firing.token.i for t in roles.get("subj", [])):
            continue
        behind = {r: ts for r, ts in roles.items() if r.startswith("prep.") and ts[0].i > verb.i}
        nearest = min(behind, key=lambda r: behind[r][0].i, default="")  # "fell on a market in the port"
        hit = roles.get("obj") or [t for t in behind.get(nearest, []) if not tools.frames.only_near(nearest, t)]
        struck = [t for t in expand(hit) if not tools.mentions.is_event(t) and not tools.mentions.fits(t, NO_TARGETS)]
        draft.add("target", [Mention(firing.sentence, t) for t in struck])
    for broke in report.at(firing.sentence, firing.token.head, "event") if firing.token.dep_ == "obl" else ():
        if broke.trigger.plover == DAMAGE and "subj" not in broke.roles:  # "two cars were damaged in an explosion"
            draft.add("target", [Mention(firing.sentence, t) for t in expand(broke.roles.get("obj", []))])


def add_killers(firing: Firing, draft: Draft, report: Report) -> None:
    """Who killed or hurt somebody in the act did it ("soldiers killed ten men in an airstrike")."""
    token = firing.token
    if "actor" in draft.fillers or draft.values.get("act") not in HURTING or not preposition(token):
        return
    verb = token.head.head if token.dep_ == "nmod" and token.head.dep_ == "obj" else token.head
    if token.i < verb.i or token.dep_ not in ("obl", "nmod"):
        return
    words, pack = preposition_words(token).split(" "), report.tools.pack
    if any(pack.words(key).at(words, 0) for key in APART):
        return  # "soldiers killed two men after the attack", "in revenge for the attack"
    for toll in report.at(firing.sentence, verb, "casualty"):
        if toll.trigger.values.get("harm") not in KILLING:
            continue
        slots = toll.trigger.frame.slots
        doers = toll.roles.get("subj", []) if "perpetrator" in slots.get("subj", ()) else []
        draft.add("actor", [Mention(firing.sentence, t) for t in expand(doers) if report.tools.mentions.can_act(t)])


def add_sides(firing: Firing, draft: Draft, report: Report) -> None:
    """Both sides of a fight are actors; who is named with "with"/"between" joins them."""
    between = report.tools.frames.others(firing, "between_markers")
    if between and not firing.nominal:
        draft.fillers.pop("actor", None)  # "forty died in fighting between X and Y": no subject of the dying
    against = {(m.sentence.index, m.token.i) for m in draft.fillers.get("target", [])}
    others = report.tools.frames.others(firing, "between_markers", "companion_markers")
    draft.add("actor", [m for m in others if (m.sentence.index, m.token.i) not in against])
    if others and not between and len(draft.fillers.get("actor", ())) == 1 and not against:
        draft.add("actor", _fallen(firing, report) or _fought_before(firing, report))


def _fought_before(firing: Firing, report: Report) -> list[Mention]:
    """Which force did something in or after a fight with somebody: it was the other side ("took the town after two days
    of fighting with the army")."""
    noun = firing.token
    if noun.dep_ == "nmod" and lasted(noun, report.tools):
        noun = noun.head
    verb, words = noun.head, report.tools.pack.words
    prep = preposition_words(noun).split(" ")
    when = any(words(key).at(prep, 0) == len(prep) for key in ("after_markers", "position_prepositions"))
    if noun.dep_.split(":")[0] != "obl" or not is_clause(verb) or not when:
        return []
    forces = [t for t in expand(report.tools.syntax.subjects.of(verb)) if report.tools.mentions.fits(t, FORCES)]
    return [Mention(firing.sentence, t) for t in forces if t.i < firing.token.i]


def _fallen(firing: Firing, report: Report) -> list[Mention]:
    """Who came to harm in a fight with somebody was the other side ("tewas dalam bentrokan dengan tentara")."""
    verb = firing.token.head
    if firing.token.dep_ != "obl" or not is_clause(verb):
        return []
    found = []
    for toll in report.at(firing.sentence, verb, "casualty"):
        roles = [role for role in ("subj", "obj") if "victims" in toll.trigger.frame.slots.get(role, ())]
        found += [t for role in roles for t in expand(toll.roles.get(role, []))]
    return [Mention(firing.sentence, t) for t in found if report.tools.mentions.can_act(t)]
