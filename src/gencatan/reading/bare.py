"""Bare acts: events of which a report names the act and nothing else, no one, no means, no day and no place.

"Scholars who study civil wars", "the siege, the famine and the peace", "jailed crewmen": the word is there, nobody says
that it happened. Where such a word carries its clause ("the fighting went on", "there were no arrests"), somebody does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.model import Claim
from gencatan.reading.syntax import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.mentions import Mentions

TOLD: Final = frozenset({"asserted", "denied"})
BARE: Final = "actor, target or instrument"
"""What an act that is only named lacks, as `lacks` names it."""
MODIFIERS: Final = ("amod", "acl", "compound", "nmod")


def is_bare(claim: Claim) -> bool:
    """Whether the claim is an event that has its act alone (a source may tell it)."""
    return claim.kind == "event" and set(claim.slots) == {"act"} and claim.date is None and claim.place is None


def is_stated(token: Token, status: str, mentions: Mentions) -> bool:
    """Whether the word of a bare act carries its clause: its verb, or the noun that the clause is about."""
    if token.dep_ == "nmod" and mentions.counts(token.head):
        token = token.head  # "a spate of killings shook the town"
    if status not in TOLD or token.dep_.split(":")[0] in MODIFIERS:
        return False
    return token.pos_ == "VERB" or token.dep_ in SUBJECTS
