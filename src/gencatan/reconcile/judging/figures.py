"""Two numbers of one toll: the newer supersedes the older where it rises or corrects it, else they contradict."""

from __future__ import annotations

from typing import Final

from gencatan.model.books import CONTRADICTS, SUPERSEDES, Judgement
from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.counts import compatible, same_figure, size
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.one_of_them import is_named, is_one_of_them
from gencatan.reconcile.comparing.victims import EVERYBODY
from gencatan.reconcile.comparing.words import content, overlap
from gencatan.reconcile.judging.corrected import takes_back
from gencatan.reconcile.judging.rules import maker

_SIDES: Final = frozenset({"GOV", "MIL", "PRE", "REB", "SPY", "UAF"})
"""Sectors of those who fight, and of those whom these serve."""


def judge_figures(one: Facts, other: Facts, score: float) -> Judgement | None:
    """SUPERSEDES or CONTRADICTS between two claims of one incident, held with that incident's `score`; or None."""
    if (one.claim.status == "denied") != (other.claim.status == "denied"):
        return _denial(one, other, score)
    if one.count is None or other.count is None or not comparable(one, other):
        return None
    if same_figure(one.count, other.count):
        return None
    older, newer = in_order(one, other)
    if newer is not None and older is not None and not _of_two_sides(older, newer):
        why = "more" if rises(older, newer) else "corrected" if takes_back(newer, older) else ""
        if why:
            return Judgement(SUPERSEDES, newer.record.id, older.record.id, score, ("later", why), maker("figures"))
    if not compatible(one.count, other.count):
        first, second = sorted((one.record.id, other.record.id))
        return Judgement(CONTRADICTS, first, second, score, ("count",), maker("figures"))
    return None


def _of_two_sides(one: Facts, other: Facts) -> bool:
    """Whether the numbers are those of two sides: what the one says later takes nothing back that the other said."""
    told = [claim.attribution[0].actor for claim in (one.claim, other.claim) if claim.attribution]
    sides = [actor for actor in told if actor is not None and actor.sector in _SIDES]
    return len(sides) == len(told) == 2 and who.best(sides[:1], sides[1:]) == who.STRANGERS


def comparable(one: Facts, other: Facts) -> bool:
    """Whether two numbers count one sort of harm to one sort of people: a whole and its part are not."""
    if one.what != other.what or one.claim.kind != "casualty" or one_of_more(one, other) or one_of_more(other, one):
        return False
    if _side_by_side(one, other):
        return False
    mine, theirs = who.actors(one.claim, "victims"), who.actors(other.claim, "victims")
    if bool(mine) != bool(theirs):
        return False
    close = who.best(mine, theirs)
    if close is not None and close < who.COMPATRIOTS:
        return False
    return one.whom == other.whom or _without_whom(one, other) or _without_whom(other, one)


def one_of_more(single: Facts, other: Facts) -> bool:
    """Whether one counts a single person, by name or as one of more, and the other more: no toll of the whole."""
    if single.count is None or other.count is None or size(single.count) != 1 or size(other.count) <= 1:
        return False
    return is_one_of_them(single) or is_named(single)


def _side_by_side(one: Facts, other: Facts) -> bool:
    """Whether one report gives both and says in other words of whom each is ("six soldiers and nine fighters")."""
    if one.claim.document != other.claim.document:
        return False
    mine, theirs = (" ".join(f.span.text for f in who.fillers(some.claim, "victims")) for some in (one, other))
    return bool(content(mine) and content(theirs)) and overlap(mine, theirs) == 0


def _without_whom(bare: Facts, other: Facts) -> bool:
    """Whether one report's informant gave the one as a number alone ("had first spoken of nine dead")."""
    by_one = one_report(bare, other) and bare.whom[0] == EVERYBODY
    return by_one and not who.fillers(bare.claim, "victims")


def one_report(one: Facts, other: Facts) -> bool:
    """Whether one report has both from one informant."""
    return one.claim.document == other.claim.document and bool(one.source) and one.source == other.source


def in_order(one: Facts, other: Facts) -> tuple[Facts | None, Facts | None]:
    """The one published earlier and the one published later; both None where that is not known.

    Of two numbers that one report has from one informant, the lower one is what was said before ("at least 170, said
    the authorities, who had earlier reported 68"): nobody says both at once.
    """
    if one_report(one, other):
        elsewhere = where.compare(one.place, other.place) in (where.APART, where.ABROAD)
        if one.count is None or other.count is None or elsewhere or _days_apart(one, other):
            return None, None
        return (one, other) if size(one.count) < size(other.count) else (other, one)
    first, second = one.days.published, other.days.published
    if first is None or second is None or first == second:
        return None, None
    return (one, other) if first < second else (other, one)


def _days_apart(one: Facts, other: Facts) -> bool:
    """Whether both give days, and other ones: two tolls of two days."""
    return one.days.dated and other.days.dated and one.days.first != other.days.first


def rises(older: Facts, newer: Facts) -> bool:
    """Whether the newer number is more."""
    return older.count is not None and newer.count is not None and size(newer.count) > size(older.count)


def _denial(one: Facts, other: Facts, score: float) -> Judgement | None:
    denial, told = (one, other) if one.claim.status == "denied" else (other, one)
    if one.what != other.what or not _is_of_same(denial, told):
        return None
    first, second = sorted((one.record.id, other.record.id))
    return Judgement(CONTRADICTS, first, second, score, ("denied",), maker("figures"))


def _is_of_same(denial: Facts, told: Facts) -> bool:
    """Whether what is denied is what is told: by whom and to whom must be the same, as far as both say.

    "No facility of theirs was attacked" says nothing of the jets that *they* shot down, nor whether anything was
    attacked at all. "No civilians died" does not deny that soldiers did.
    """
    by = who.best(denial.doers, told.doers)
    if by is not None and by < who.COMPATRIOTS:
        return False
    if denial.claim.kind == "casualty":
        return denial.whom == told.whom or denial.whom[0] == EVERYBODY
    aims, hit = who.fillers(denial.claim, "target"), who.fillers(told.claim, "target")
    if not aims:
        return True
    if not hit:
        return by is not None
    if denial.head.language == told.head.language:
        return overlap(" ".join(f.span.text for f in aims), " ".join(f.span.text for f in hit)) > 0
    close = who.best(denial.others, told.others)
    return close is None or close >= who.COMPATRIOTS
