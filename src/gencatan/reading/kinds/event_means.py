"""What decides which act of force it was: who struck, or with what ("bombers struck", "killed by mortars")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.lasting import lasted
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import expand, preposition, role_words

if TYPE_CHECKING:
    from spacy.tokens import Token

FORCE: Final = frozenset({"attack", "shelling", "explosion"})
AIR: Final = ("@air_arm",)
CREWS: Final = ("@air_crew",)
GUNS: Final = ("@gun_arm",)
FLYING: Final = ("@nationality", "@state", "@air_power")
CREWED: Final = ("@crewed_arm",)
OWNERS: Final = (*FLYING, "@armed_force", "@rebel", "government", "pemerintah")
FLOWN: Final = ("@air_arm",)
AERIAL: Final = ("ASSAULT", "aerial")
HEAVY: Final = ("ASSAULT", "heavy-weapons")
TOLD: Final = frozenset({"crowd-control", "suicide-attack"})
"""Modes of an entry that say with what it was done."""


def by_means(firing: Firing, draft: Draft, report: Report) -> None:
    """Make an attack an air strike or a shelling by who did it or with what.

    What is shot down or at in the air is attacked all the same, and rifles beside mortars are no artillery.
    """
    act, mode = draft.values.get("act", ""), (draft.plover or ("", ""))[1]
    if act not in FORCE or mode in TOLD:
        return
    if any(report.tools.mentions.fits(m.token, FLOWN) for m in draft.fillers.get("target", [])):
        return
    doers, means = _doers(firing, draft), _means(firing, report)
    if any(_flies(t, report) for t in doers) or (act == "attack" and means and all(_is(t, AIR, report) for t in means)):
        _becomes(draft, "air_strike", AERIAL)
    elif act == "attack" and means and all(_is(t, GUNS, report) for t in means):
        _becomes(draft, "shelling", HEAVY)
    elif act == "explosion" and _bombed(firing, draft, report):
        _becomes(draft, "air_strike", AERIAL)


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
        fits(c, FLYING) for c in noun.subtree if c.i < noun.i and c.dep_ in ("compound", "amod", "nmod", "nmod:poss")
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
    """Whether a noun of bombing tells what a state does, or what went on for days: bombs that were dropped."""
    if not firing.nominal or not report.tools.pack.in_class(firing.token.lower_, "bombing_noun"):
        return False
    if firing.hit.end - firing.hit.start > len(firing.token.text):
        return False  # "suicide bombing"
    doers = [report.settle(m) or m for m in draft.fillers.get("actor", [])]
    return lasted(firing.token, report.tools) or any(report.tools.mentions.fits(m.token, FLYING) for m in doers)


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
        doers = [weapon] if manned else _owners(weapon, report)
        if doers:
            draft.fillers.pop("actor", None)
            draft.add("actor", [Mention(firing.sentence, t) for t in doers])


def _owners(weapon: Token, report: Report) -> list[Token]:
    """Whose aircraft, ships or guns struck ("jet-jet koalisi", "helikopter AS", "Israeli jets", "its missiles")."""
    mentions = report.tools.mentions
    beside = [c for c in weapon.children if c.dep_.split(":")[0] in ("amod", "compound", "nmod", "flat")]
    beside += [c for part in beside for c in part.children if part.i == weapon.i + 1]  # "jet tempur koalisi"
    own = report.tools.pack.words("owner_markers")
    behind = [c for word in weapon.subtree if word.lower_ in own for c in word.children if c.i > word.i]
    if any(mentions.can_act(c) for c in behind):
        return [c for c in behind if mentions.can_act(c)][:1]  # "drone milik RSF"
    found = [c for c in beside if not preposition(c) and (mentions.fits(c, OWNERS) or mentions.pronoun(c))]
    return sorted(found, key=lambda owner: owner.pos_ != "PROPN")[:1]  # "kapal patroli Tiongkok": China's
