"""What one clause tells of force and of what it did to people: one incident, whatever families its acts are of.

"Gunmen attacked outposts across X in August and forced thousands from their homes", "broke into the jail and freed 31
inmates", "drove the militia from the town": claims of other families than an attack is of, and no judgement is made
across them. That one's words hold the other's, and that nothing is of another day, place or doer, says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.acts import FOUGHT, HARMS, STRIKES
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.sorts import TAKEOVER
from gencatan.reconcile.comparing.when import gap
from gencatan.reconcile.judging.incident import may_be_one_of

_SUFFERED: Final = frozenset({"displaced", "abducted", "abduction", "release"})
"""What people suffer, or gain, by an attack that is told in the same clause."""
_DONE_BESIDE: Final = frozenset({"detained", "arrest", "blockade"})
"""What the same attackers do beside it, where the clause says so."""
_STRUCK: Final = STRIKES | {"operation"}
_VAGUE: Final = "other"


def in_one_breath(facts: Mapping[str, Facts]) -> Iterator[tuple[str, str]]:
    """Pairs of claims of one report that are of one incident; `facts` are all that is asserted."""
    for claims in _by_report(facts).values():
        for n, (id_, act) in enumerate(claims):
            if act.what in _STRUCK or act.what == TAKEOVER:
                yield from ((id_, other) for m, (other, f) in enumerate(claims) if m != n and _are_one(act, f))


def _by_report(facts: Mapping[str, Facts]) -> Mapping[str, Sequence[tuple[str, Facts]]]:
    reports: dict[str, list[tuple[str, Facts]]] = {}
    for id_, f in facts.items():
        reports.setdefault(f.head.id, []).append((id_, f))
    return reports


def _are_one(act: Facts, other: Facts) -> bool:
    if not (_goes_with(act, other) and _hold_one_another(act, other)):
        return False
    if act.days.dated and other.days.dated and gap(act.days, other.days) > 0:
        return False
    if where.compare(act.place, other.place) in (where.APART, where.ABROAD):
        return False
    return who.best(act.doers, other.doers) != who.STRANGERS or may_be_one_of(act.doers, other.doers)


def _goes_with(act: Facts, other: Facts) -> bool:
    by_the_same = (who.best(act.doers, other.doers) or who.STRANGERS) >= who.KIN
    if act.what == TAKEOVER:  # behind it the clause may tell what was done in the town thereafter
        in_same_words = act.claim.evidence == other.claim.evidence
        fought = other.what in FOUGHT and other.what not in HARMS and in_same_words
        return fought or (other.what == "movement" and by_the_same)
    if act.what not in _STRUCK:
        return False
    if other.what == _VAGUE:  # "a court sentenced ten soldiers for the storming" is no storming
        return act.claim.evidence[0].start == other.claim.evidence[0].start
    return other.what in _SUFFERED or (other.what in _DONE_BESIDE and by_the_same)


def _hold_one_another(one: Facts, other: Facts) -> bool:
    """Whether the words of one stand within those of the other: they share a subject, or what one says is said by the
    other's clause."""
    if len(one.claim.evidence) != 1 or len(other.claim.evidence) != 1:
        return False
    a, b = one.claim.evidence[0], other.claim.evidence[0]
    return (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end)
