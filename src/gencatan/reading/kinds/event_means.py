"""What decides which act of force it was: who struck, or with what ("bombers struck", "killed by mortars")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.lasting import lasted
from gencatan.reading.firing.licence import WHOSE_ACT, blamed, convicted
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import RELATIVE, SUBJECTS, expand, preposition, role_words

if TYPE_CHECKING:
    from spacy.tokens import Token

BY_MEANS: Final = frozenset({"attack", "shelling", "explosion"})
"""Acts of which the doer or the weapon decides which it was."""
AIR: Final = ("@air_arm",)
CREWS: Final = ("@air_crew",)
GUNS: Final = ("@gun_arm",)
FLYING: Final = ("@nationality", "@state", "@air_power")
FLOWN: Final = (*FLYING, "@air_sort")
STATELY: Final = ("@state", "@air_power", "@arms_owner")
"""Those without a name who have aircraft ("the government", "the coalition")."""
STATE_ARMS: Final = frozenset({"GOV", "MIL"})
"""Sectors of those who have the aircraft of a state: it, its government, its forces."""
CREWED: Final = ("@crewed_arm",)
OWNERS: Final = (*FLYING, "@armed_force", "@rebel", "@arms_owner")
AERIAL: Final = ("ASSAULT", "aerial")
HEAVY: Final = ("ASSAULT", "heavy-weapons")
TOLD: Final = frozenset({"crowd-control", "suicide-attack"})
"""Modes of an entry that say with what it was done."""


def by_means(firing: Firing, draft: Draft, report: Report) -> None:
    """Make an attack an air strike or a shelling by who did it or with what.

    What is shot down or at in the air is attacked all the same, and rifles beside mortars are no artillery.
    """
    act, mode = draft.values.get("act", ""), (draft.plover or ("", ""))[1]
    if act not in BY_MEANS or mode in TOLD:
        return
    if any(report.tools.mentions.fits(m.token, AIR) for m in draft.fillers.get("target", [])):
        return
    doers, means = _doers(firing, draft), _means(firing, report)
    kills = act == "explosion" and bool(report.at(firing.sentence, firing.token, "casualty"))  # "a shell killed 12"
    flown = act != "explosion" and bool(means) and all(_is(t, AIR, report) for t in means)
    if flown or any(_flies(t, report) for t in doers):
        _becomes(draft, "air_strike", AERIAL)
    elif (act == "attack" or kills) and means and all(_is(t, GUNS, report) for t in means):
        _becomes(draft, "shelling", HEAVY)
    elif act == "explosion" and _bombed(firing, draft, report):
        _becomes(draft, "air_strike", AERIAL)


def own_vehicle(firing: Firing, draft: Draft, report: Report) -> None:
    """Make the car that an attacker blows up under himself what it was done with ("blew up *his car*")."""
    targets, mentions = draft.fillers.get("target", []), report.tools.mentions
    if draft.values.get("act") != "explosion" or len(targets) != 1 or targets[0].sentence is not firing.sentence:
        return
    car = targets[0].token
    own = any(c.dep_ == "nmod:poss" and c.pos_ in ("PRON", "DET") for c in car.children)
    if not own or not mentions.fits(car, ("@vehicle",)):
        return
    if any(mentions.fits(m.token, ("@attacker", "@rebel")) for m in draft.fillers.get("actor", [])):
        del draft.fillers["target"]
        draft.texts.setdefault("instrument", mentions.wording.span(firing.sentence, car))


def _becomes(draft: Draft, act: str, code: tuple[str, str]) -> None:
    draft.values["act"], draft.plover = act, code


def _doers(firing: Firing, draft: Draft) -> list[Token]:
    return [m.token for m in draft.fillers.get("actor", []) if m.sentence is firing.sentence]


def _means(firing: Firing, report: Report) -> list[Token]:
    """The weapons with which it was done: what struck, or stands behind "with" or, of a passive, "by"."""
    words = report.tools.pack.words
    found = []
    for role, tokens in firing.roles.items():
        word = role_words(role)
        marked = word and (word in words("instrument_markers") or word in words("passive_agent"))
        if role == "subj" or marked:
            found += [t for t in expand(tokens) if report.tools.mentions.fits(t, ("@weapon", *AIR))]
    return found


def _flies(noun: Token, report: Report) -> bool:
    """Whether it is an aircraft, an air force, or those who fly for somebody ("NATO bombers", none of "suicide")."""
    if _is(noun, AIR, report):
        return True
    fits = report.tools.mentions.fits
    return fits(noun, CREWS) and any(
        fits(c, FLOWN) for c in noun.subtree if c.i < noun.i and c.dep_ in ("compound", "amod", "nmod", "nmod:poss")
    )


def _is(noun: Token, wanted: tuple[str, ...], report: Report) -> bool:
    """Whether a noun, or it and the word beside it as one name ("Air Force"), is of these."""
    if report.tools.mentions.fits(noun, wanted):
        return True
    first = report.tools.pack.noun_head == "first"
    beside = noun.i + 1 if first else noun.i - 1
    if not 0 <= beside < len(noun.doc):
        return False
    pair = (noun.lower_, noun.doc[beside].lower_) if first else (noun.doc[beside].lower_, noun.lower_)
    return any(want[1:] in report.tools.pack.classes_of(" ".join(pair)) for want in wanted)


def _bombed(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a noun of bombing tells what a state does, or what went on for days and nobody is said to have done:
    bombs that were dropped. Those to whom a bombing is laid ("blamed Iran for it") may have planted them."""
    if not firing.nominal or not report.tools.pack.in_class(firing.token.lower_, "bombing_noun"):
        return False
    if firing.hit.end - firing.hit.start > len(firing.token.text):
        return False  # "suicide bombing"
    doers = draft.fillers.get("actor", [])
    if not doers:
        return lasted(firing.token, report.tools)
    laid_to = _laid_to(firing, report)
    own = [m for m in doers if (m.sentence.index, m.token.i) not in laid_to]
    return any(_has_aircraft(report.settle(m) or m, report) for m in own)


def _laid_to(firing: Firing, report: Report) -> set[tuple[int, int]]:
    """Who is accused of what a noun names, convicted of it, owns up to it, is behind it, or whose work it is called."""
    noun, verb = firing.token, firing.token.head
    told = [*convicted(firing, report), *blamed(firing, report, *WHOSE_ACT)]
    found = {(m.sentence.index, m.token.i) for m in told}
    if noun.dep_ not in SUBJECTS and any(
        f.trigger.values.get("act") in BY_MEANS for f in report.at(firing.sentence, verb)
    ):
        beside = expand(report.tools.syntax.subjects.of(verb))  # "X mendalangi pengeboman"
    elif noun.dep_ in SUBJECTS and verb.lower_ in report.tools.pack.words("nouns_of_doing"):
        beside = [t for t in verb.subtree if t.i > verb.i]  # "the bombing was the work of X"
    else:
        beside = []
    return found | {(firing.sentence.index, t.i) for t in beside if not noun.is_ancestor(t)}


def _has_aircraft(doer: Mention, report: Report) -> bool:
    """Whether it is a state, its government or its forces, or an alliance: no people and no armed group."""
    tools = report.tools
    published = report.document.published
    actor = tools.who(report.span(doer).text, published.year if published else None)
    if actor is not None and actor.country is not None:
        return actor.sector in STATE_ARMS
    if actor is not None or doer.token.pos_ == "PROPN":
        return tools.mentions.fits(doer.token, ("@air_power",))
    return tools.mentions.fits(doer.token, STATELY)


def add_crew(firing: Firing, draft: Draft, report: Report) -> None:
    """Who did what a weapon that is the subject did: those who man it, else its owner ("its missiles had hit")."""
    struck = {m.token.i for m in draft.fillers.get("target", [])}
    for weapon in expand(firing.roles.get("subj", [])):
        if weapon.i in struck:
            continue  # "a column of tanks that had driven in was ambushed"
        if [m for m in draft.fillers.get("actor", []) if m.token.i != weapon.i]:
            return
        manned = _is(weapon, CREWED, report)
        if not manned and not report.tools.mentions.fits(weapon, ("@weapon",)):
            continue
        owners = _firers(firing, weapon, report) or _owners(weapon, report)
        doers = owners or ([weapon] if manned else [])
        if doers:
            draft.fillers.pop("actor", None)
            draft.add("actor", [Mention(firing.sentence, t) for t in doers])


def fires(firing: Firing) -> bool:
    """Whether a verb tells what was fired, and by whom or what."""
    return not firing.nominal and firing.trigger.frame.slots.get("obj") == ("instrument",)


def _firers(firing: Firing, weapon: Token, report: Report) -> list[Token]:
    """Who fired what struck ("rockets *fired by rebels* hit …"), or the ships and planes it came from."""
    mentions = report.tools.mentions
    for clause in weapon.children:
        for fired in report.at(firing.sentence, clause, "event") if clause.dep_ in RELATIVE else []:
            if fires(fired):
                doers = [t for t in expand(fired.roles.get("subj", [])) if t.i != weapon.i]
                found = [t for t in doers if mentions.can_act(t) and not mentions.only_where(t)]
                return found or [t for t in expand(fired.roles.get("prep.from", [])) if mentions.fits(t, CREWED)]
    return []


def _owners(weapon: Token, report: Report) -> list[Token]:
    """Whose aircraft, ships or guns struck ("jet-jet koalisi", "helikopter AS", "Israeli jets", "its missiles")."""
    mentions = report.tools.mentions
    beside = [c for c in weapon.children if c.dep_.split(":")[0] in ("amod", "compound", "nmod", "flat")]
    beside += [c for part in beside for c in part.children if part.i == weapon.i + 1]  # "jet tempur koalisi"
    own = report.tools.pack.words("owner_markers")
    behind = [c for word in weapon.subtree if word.lower_ in own for c in word.children if c.i > word.i]
    if any(mentions.can_act(c) for c in behind):
        return [c for c in behind if mentions.can_act(c)][:1]  # "drone milik RSF"
    beside = [c for c in beside if c.dep_ != "compound" or not mentions.fits(c, ("@weapon",))]  # "a tank round"
    found = [c for c in beside if not preposition(c) and (mentions.fits(c, OWNERS) or mentions.pronoun(c))]
    return sorted(found, key=lambda owner: owner.pos_ != "PROPN")[:1]  # "kapal patroli Tiongkok": China's
