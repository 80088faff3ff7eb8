"""Deaths that nobody is said to have caused: of one person by name or kin, in a report that tells of no force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.model.vocabulary import VIOLENT
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


def passed_away(firing: Firing, draft: Draft, victim: Mention, report: Report) -> bool:
    """Whether somebody only died ("after the death of her husband"), and was not killed: no force is told of."""
    if firing.trigger.values.get("harm") != "killed" or "perpetrator" in draft.fillers or draft.status != "asserted":
        return False
    if firing.token.lower_ not in report.tools.pack.words("dying_words") or not _is_one(victim.token, report):
        return False
    return not any(_tells_force(other, firing) for found in report.firings.values() for other in found)


def _is_one(noun: Token, report: Report) -> bool:
    """Whether a noun is one person's name, or says whose kin or colleague somebody was."""
    pack = report.tools.pack
    if has(noun, "Number", "Plur") or any(c.dep_ == "nummod" for c in noun.children):
        return False
    if noun.pos_ == "PROPN":
        return noun.ent_type_ != "LOC" and "state" not in report.tools.mentions.classes(noun)
    if any(c.dep_ == "nmod:poss" and c.lower_ in pack.possessives for c in noun.children):
        return True
    return noun.lower_.endswith(pack.possessive_endings)


def _tells_force(other: Firing, firing: Firing) -> bool:
    """Whether a trigger tells of force or of harm that somebody did, other than the death itself."""
    if other.trigger.kind == "event":
        return other.trigger.values.get("act") in VIOLENT
    same = other.sentence is firing.sentence and other.token.i == firing.token.i
    return other.trigger.kind == "casualty" and not same
