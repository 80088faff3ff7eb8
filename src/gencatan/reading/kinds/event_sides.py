"""Who did an act and to whom, by other words than its entry asks for: sides of a fight, who fell, what was struck."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.lasting import lasted
from gencatan.reading.firing.licence import blamed
from gencatan.reading.kinds.acts import HURTING
from gencatan.reading.kinds.breaches import each_other
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    expand,
    is_clause,
    marks,
    preposition,
    preposition_words,
    starts,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

OWN: Final = frozenset({"nmod", "obl", "compound", "flat", "amod", "acl", "appos"})
KILLING: Final = frozenset({"killed", "injured"})
APART: Final = ("after_markers", "cause_markers", "dealing_prepositions", "purpose_markers")
"""Lists of words behind which an act stands that is another than the one told."""
FORCES: Final = ("@armed_force",)
FIGHTERS: Final = ("@armed_force", "@rebel")
LANDS: Final = ("@state", "@place", "@nationality")
OF_WHOM: Final = ("nmod", "compound", "flat", "obj", "nsubj")
OWNING_UP: Final = ("@state", "@nationality", "@rebel", "@armed_force")
SIDE_CLASSES: Final = ("@armed_force", "@rebel", "@person", "@nationality", "@state", "@group")
NO_TARGETS: Final = ("@time_noun", "@abstract")
BY_PAPER: Final = frozenset({"sanction", "closure", "blockade", "release"})
DAMAGE: Final = ("ASSAULT", "destroy")


def add_shared(firing: Firing, draft: Draft, report: Report) -> None:
    """To whom two acts in a row were done ("penahanan dan penyerangan [Tsvangirai]", "raids and arrests [of men]").

    What is told with the second is of both where the first has nothing of its own.
    """
    token, tools = firing.token, report.tools
    if "target" in draft.fillers:
        return
    for other in token.children:
        if other.dep_ != "conj" or other.pos_ != "NOUN" or not tools.mentions.is_event(other):
            continue
        if any(token.i < c.i < other.i and c.dep_ in OWN for c in token.children):
            return  # "raids in Homs and arrests of men"
        if any(c.dep_ == "det" and c.i < other.i for c in other.children):
            return  # "an attack and the sanctions on Tehran"
        roles = tools.syntax.roles_of_noun(other, firing.sentence.date_tokens)
        for role, slots in firing.trigger.frame.slots.items():
            shared = role != "poss" or all(t.i > other.i for t in roles.get(role, []))
            if "target" in slots and role in roles and shared:
                found = [t for t in expand(roles[role]) if tools.frames.receives(t)]
                draft.add("target", [Mention(firing.sentence, t) for t in found])
                return


def share_owner(firing: Firing, draft: Draft, report: Report) -> None:
    """Whose act the first of two in a row was, the second was, as who did it or as whom it was done to ("[the army's]
    raids and strikes in Homs")."""
    token, first = firing.token, firing.token.head
    if token.dep_ != "conj" or first.pos_ != "NOUN" or any(c.dep_ in ("nmod:poss", "det") for c in token.children):
        return
    for act in report.at(firing.sentence, first, "event"):
        told = report.tools.frames.filled(act).fillers
        for slot in ("actor", "target") if "actor" not in draft.fillers else ("target",):
            owners = [m for m in told.get(slot, []) if m.sentence is firing.sentence and _of_both(m.token, token)]
            if slot == "actor" or "target" not in draft.fillers:
                draft.add(slot, owners)


def _of_both(noun: Token, second: Token) -> bool:
    """Whether a noun hung on the first of two acts opens or closes both ("[X's] arrest and beating", "shelling and
    strikes [on the town]")."""
    if noun.dep_ == "nmod:poss":
        return noun.head.i == second.head.i
    between = noun.doc[second.i + 1 : noun.i]
    return noun.i > second.i and not any(t.is_punct or t.pos_ in ("VERB", "AUX", "CCONJ") for t in between)


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
        hit = roles.get("obj") or [t for t in behind.get(nearest, []) if not tools.frames.fitting.only_near(nearest, t)]
        fits, acts = tools.mentions.fits, tools.mentions.is_event
        struck = [t for t in expand(hit) if (not acts(t) or fits(t, FORCES)) and not fits(t, NO_TARGETS)]
        draft.add("target", [Mention(firing.sentence, t) for t in struck])
    verb = firing.token.head
    if firing.token.dep_ == "obl" and firing.token.i > verb.i and starts(verb, tools.pack.words("verbs_ruined")):
        draft.add(
            "target", [Mention(firing.sentence, t) for t in expand(tools.syntax.subjects.of(verb)) if t.i < verb.i]
        )
    for broke in report.at(firing.sentence, firing.token.head, "event") if firing.token.dep_ == "obl" else ():
        # "two cars were damaged in an explosion"
        draft.add("target", [Mention(firing.sentence, t) for t in expand(broken(broke))])


def broken(firing: Firing) -> list[Token]:
    """What a verb of damage tells to have come to harm, where it names nobody who did it ("gudang itu terbakar")."""
    if firing.trigger.plover != DAMAGE:
        return []
    if "subj" not in firing.roles:
        return list(firing.roles.get("obj", []))
    return list(firing.roles["subj"]) if firing.trigger.frame.slots.get("subj") == ("target",) else []


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
        harm = toll.trigger.values.get("harm")
        if harm not in KILLING and not (harm == "detained" and pack.in_class(token.lower_, "sweep")):
            continue  # "arrested four men in a raid", but not "in the bombing of a church"
        slots = toll.trigger.frame.slots
        doers = toll.roles.get("subj", []) if "perpetrator" in slots.get("subj", ()) else []
        draft.add("actor", [Mention(firing.sentence, t) for t in expand(doers) if report.tools.mentions.can_act(t)])


def add_repelled(firing: Firing, draft: Draft, report: Report) -> None:
    """Whose attack or attempt it was that somebody beat off is whom they fought ("repelled an attempt by X to …")."""
    if firing.nominal or "target" in draft.fillers:
        return
    tools = report.tools
    for noun in firing.roles.get("obj", []):
        roles = tools.syntax.roles_of_noun(noun, firing.sentence.date_tokens)
        tried = [c for c in noun.children if c.dep_ in ("acl", "advcl") and c.i > noun.i]
        behind = [t for c in tried for t in tools.syntax.subjects.of(c) if t.i != noun.i]
        doers = [t for t in expand([*roles.get("subj", []), *roles.get("poss", []), *behind]) if t.i > firing.token.i]
        draft.add("target", [Mention(firing.sentence, t) for t in doers if tools.mentions.fits(t, SIDE_CLASSES)])


def add_enactors(firing: Firing, draft: Draft, report: Report) -> None:
    """Who made the paper that bans something bans it ("the council passed a resolution *imposing* sanctions")."""
    if "actor" in draft.fillers or draft.values.get("act") not in BY_PAPER:
        return
    tools = report.tools
    for verb in firing.roles.get("governor", []) if firing.nominal else [firing.token]:
        paper, above = verb.head, verb.head.head
        if verb.dep_ not in ("acl", "acl:relcl") or paper.dep_ != "obj" or not above.i < paper.i < verb.i:
            continue
        made = starts(above, tools.pack.words("verbs_enacting")) and not tools.syntax.verbs.passive(above)
        if (
            made
            and tools.mentions.fits(paper, ("@document",))
            and all(c.dep_ != "nsubj" or has(c, "PronType", "Rel") for c in verb.children)
        ):
            makers = [t for t in expand(tools.syntax.subjects.of(above)) if tools.mentions.can_act(t)]
            draft.add("actor", [Mention(firing.sentence, t) for t in makers])


def add_dispersed(firing: Firing, draft: Draft, report: Report) -> None:
    """Whom a crowd was to be driven from is who was fired at ("fired tear gas to disperse the marchers")."""
    if firing.nominal or "target" in draft.fillers or draft.values.get("act") not in HURTING:
        return
    for clause in firing.token.children:
        if clause.dep_ in ("xcomp", "advcl") and clause.i > firing.token.i and marks(clause):
            if not starts(clause, report.tools.pack.words("verbs_dispersing")):
                continue
            driven = expand([c for c in clause.children if c.dep_ == "obj"])
            draft.add("target", [Mention(firing.sentence, t) for t in driven])


def add_authors(firing: Firing, draft: Draft, report: Report) -> None:
    """Whose work it is said to be ("the murder was the work of the militia"), who owns up to it, or, where several
    accuse each other of it, those."""
    doers, tools, sentence = draft.fillers.get("actor", []), report.tools, firing.sentence
    if any(m.sentence is sentence and each_other(m.token, report) for m in doers):
        del draft.fillers["actor"]
        draft.add("actor", [m for m in draft.sources if m.sentence is sentence])
    if "actor" in draft.fillers or draft.values.get("act") not in HURTING:
        return
    work = firing.token.head
    if firing.nominal and firing.token.dep_ in SUBJECTS and work.lower_ in tools.pack.words("nouns_of_doing"):
        whose = [c for c in work.children if c.dep_.split(":")[0] in OF_WHOM and c.i > work.i]
        draft.add("actor", [Mention(sentence, t) for t in expand(whose) if tools.mentions.can_act(t)])
        if "actor" in draft.fillers and draft.status == "possible":
            draft.status = "asserted"  # "the attack was probably the work of the militia": there was one
    elif firing.nominal and ("target" in draft.fillers or "instrument" in draft.texts):
        # who claims "the attack" describes none
        owning = [m for m in blamed(firing, report, "acknowledge") if tools.mentions.fits(m.token, OWNING_UP)]
        owns = any(starts(m.token.head, tools.pack.words("verbs_owning")) for m in owning)
        draft.add("actor", owning if owns else [])
    else:
        draft.add("actor", _accusing(firing, report))


def _accusing(firing: Firing, report: Report) -> list[Mention]:
    """Who trade accusations of what a verb tells, of whom none but them is accused ("saling menuduh menembaki …")."""
    above = {t.i for t in firing.token.ancestors}
    for saying in report.firings_in(firing.sentence):
        if saying.token.i in above and saying.trigger.values.get("act") == "accuse":
            told = report.tools.frames.filled(saying).fillers
            accusers = told.get("speaker", [])
            if "addressee" not in told and (len(accusers) > 1 or any(_several(m, report) for m in accusers)):
                return accusers
    return []


def _several(mention: Mention, report: Report) -> bool:
    return report.is_plural(mention) or has(mention.token, "Number", "Plur")


def add_sides(firing: Firing, draft: Draft, report: Report) -> None:
    """Both sides of a fight are actors; who is named with "with"/"between" joins them."""
    between = report.tools.frames.others(firing, "between_markers")
    if between and not firing.nominal:
        draft.fillers.pop("actor", None)  # "forty died in fighting between X and Y": no subject of the dying
    against = {(m.sentence.index, m.token.i) for m in draft.fillers.get("target", [])}
    if firing.nominal and "actor" not in draft.fillers and firing.token.dep_ == "advmod":
        verb = firing.token.head  # "milisi dan tentara saling serang"
        own = expand(report.tools.syntax.subjects.of(verb)) if firing.hit.start <= firing.sentence.from_(verb) else []
        draft.add("actor", [Mention(firing.sentence, t) for t in own if report.tools.mentions.can_act(t)])
    others = report.tools.frames.others(firing, "between_markers", "companion_markers")
    draft.add("actor", [m for m in others if (m.sentence.index, m.token.i) not in against])
    if others and not between and len(draft.fillers.get("actor", ())) == 1 and not against:
        draft.add("actor", _fallen(firing, report) or _fought_before(firing, report))
    elif firing.nominal and not draft.fillers:
        doers, fallen = _harmed_in(firing, report)
        if doers and fallen and all(report.tools.mentions.fits(t, FIGHTERS) for t in fallen):
            # "soldiers killed two rebels in a gun battle": it was between them
            draft.add("actor", [Mention(firing.sentence, t) for t in (*doers, *fallen)])


def without_land(firing: Firing, draft: Draft, report: Report) -> None:
    """A land alone by which a war is called is no side of it ("the Iraqi war", "konflik Darfur"), nor one whose civil
    war it is; one whose war is somewhere else is ("perang Israel di Gaza")."""
    sides, mentions = draft.fillers.get("actor", []), report.tools.mentions
    towns = {t.i for t in firing.roles.get("prep.of", []) if firing.nominal and report.places.calls(t, firing.token)}
    if towns:  # "the Battle of Kursk"
        draft.add("actor", [m for m in draft.fillers.pop("actor", []) if m.token.i not in towns])
        return
    if len(sides) != 1 or "target" in draft.fillers or not mentions.fits(firing.token, ("@war_noun",)):
        return
    land = sides[0].token
    civil = firing.hit.citation in report.tools.pack.classes.get("civil_war", ())
    beside = land.head.i == firing.token.i and land.dep_.split(":")[0] in ("nmod", "amod", "compound", "flat")
    called = beside and not preposition(land) and "-" not in land.text and mentions.fits(land, LANDS)
    elsewhere = any(role.startswith("prep.") for role in firing.roles)
    if called and (civil or (land.dep_ != "nmod:poss" and not elsewhere)):
        del draft.fillers["actor"]


def without_prize(firing: Firing, draft: Draft, report: Report) -> None:
    """A town or land that is fought for is where that is, or whom it is for, and no reason ("the battle for Goma")."""
    if draft.values.get("act") != "clash" or "cause" not in draft.texts:
        return
    cause, sentence = draft.texts["cause"], firing.sentence
    for role, slots in firing.trigger.frame.slots.items():
        for token in firing.roles.get(role, []) if "cause" in slots else []:
            prize = report.places.target(sentence, token) if token.pos_ == "PROPN" else None
            if prize is not None and prize.name and prize.span == cause:
                del draft.texts["cause"]
                return


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
    """Who did harm in a fight with somebody was the other side ("the army killed ten men in clashes with the rebels"),
    or who came to harm, where nobody did it ("tewas dalam bentrokan dengan tentara")."""
    doers, found = _harmed_in(firing, report)
    return [Mention(firing.sentence, t) for t in doers or found if report.tools.mentions.can_act(t)]


def _harmed_in(firing: Firing, report: Report) -> tuple[list[Token], list[Token]]:
    """The forces that did harm in the fight which a noun names, and those who came to harm."""
    noun, mentions = firing.token, report.tools.mentions
    if noun.dep_ == "nmod" and noun.head.dep_ == "obj" and preposition(noun):
        noun = noun.head  # "killed ten men in clashes", hung on the men
    verb = noun.head
    if noun.dep_ not in ("obl", "obj") or (noun.i == firing.token.i and noun.dep_ == "obj") or not is_clause(verb):
        return [], []
    found: list[Token] = []
    doers: list[Token] = []
    for toll in report.at(firing.sentence, verb, "casualty"):
        slots = toll.trigger.frame.slots
        doers += expand(toll.roles.get("subj", [])) if "perpetrator" in slots.get("subj", ()) else []
        roles = [role for role in ("subj", "obj") if "victims" in slots.get(role, ())]
        if toll.trigger.values.get("harm") in KILLING:
            found += [t for role in roles for t in expand(toll.roles.get(role, []))]
    return [t for t in doers if mentions.fits(t, FIGHTERS)], found
