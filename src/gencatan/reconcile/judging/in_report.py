"""Whether two claims of one report tell of one incident: those that share words or stand side by side, and what lasts
and is named again."""

from __future__ import annotations

from typing import Final

from gencatan.model.books import SAME_INCIDENT, Judgement
from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.acts import HARMS, LASTING, STRIKES, kindred, tense
from gencatan.reconcile.comparing.counts import compatible, size
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.one_of_them import is_one_of_them
from gencatan.reconcile.comparing.when import gap, long_ago
from gencatan.reconcile.comparing.words import any_of
from gencatan.reconcile.judging.stretch import let_go_for, opposed, seized_and_freed, whole_and_part
from gencatan.reconcile.judging.verdict import Evidence, judged

_NAMED_AGAIN: Final = frozenset({"operation", "blockade", "closure", "displaced", "disarmament"})
"""Acts of which a report mostly tells one, wherever it names it."""
_STRUCK: Final = STRIKES | {"operation"}
"""Acts whose toll may be told right behind them; fighting goes on, and its tolls are of other days, but where it is
told of one day in one town."""
_CROWD: Final = 1000
_TIMES: Final = 10
_PREPOSITION: Final = 12
"""Characters of the words before a date or an act that belong to it ("on", "the")."""
_NEIGHBOURS: Final = 160
"""Characters between the words of two claims of one report that can still be one sentence's or the next's."""


def judge_in_report(one: Facts, other: Facts) -> Judgement | None:
    """SAME_INCIDENT for two claims of one report, or None where the evidence does not reach."""
    a, b = one.what, other.what
    if not kindred(a, b) or tense(one) != tense(other) or _dates_differ(one, other):
        return None
    if where.compare(one.place, other.place) in (where.APART, where.ABROAD) or whole_and_part(one, other, LASTING):
        return None
    if let_go_for(one, other):
        return None
    if seized_and_freed(one, other) or opposed(one, other) or _answers(one, other) or _answers(other, one):
        return None
    away, again = _apart(one, other), (a == b and a in _NAMED_AGAIN) or _one_victim(one, other)
    if away > _NEIGHBOURS and not again:
        return None
    if away >= 0 and long_ago(one.days) != long_ago(other.days):
        return None  # the toll of a war stands beside that of a day
    if _answered(one, other) or _answered(other, one) or (away >= 0 and not again and _goes_on(one, other)):
        return None
    if away >= 0 and (_is_of_those_before(one, other) or _is_of_those_before(other, one)):
        return None
    if away >= 0 and (_of_other_scale(one, other) or (not again and _since_and_a_day(one, other))):
        return None
    evidence = Evidence("report")
    denial = a == b and (one.claim.status == "denied") != (other.claim.status == "denied")
    evidence.add(_nearness(one, other, away))
    if again:
        evidence.add("lasting_act")
    elif _is_part_of_exchange(one, other) or _is_part_of_exchange(other, one):
        evidence.add("of_exchange")
    elif a not in HARMS and b not in HARMS and away >= 0 and not denial:
        evidence.add("two_acts")
    if _is_toll_of(one, other) or _is_toll_of(other, one):
        evidence.add("bare_toll")
    elif away >= 0 and (_has_own_act(one, other) or _has_own_act(other, one)):
        evidence.add("own_act")
    if a == b and (_counts_part(one, other) or _counts_part(other, one)):
        evidence.add("part_of_toll")
    if a in HARMS or b in HARMS:
        evidence.add("act_and_harm" if (a in HARMS) != (b in HARMS) else "two_harms")
    if "part_of_toll" not in evidence.found and _two_tolls(one, other):
        evidence.add("two_tolls")
    if one.days.dated and other.days.dated:
        evidence.add("day")
    how = where.compare(one.place, other.place)
    if away >= 0 and how in (where.UNKNOWN, where.NEAR) and _two_towns(one, other):
        evidence.add("other_town")
    elif how in (where.SAME, where.NEAR):
        evidence.add("place")
    if denial:
        evidence.add("denial")
    elif one.source != other.source:
        evidence.add("other_source" if one.source and other.source else "no_source")
    close = who.best(one.doers, other.doers)
    if close is not None:
        evidence.add("same_doer" if close >= who.KIN else "other_doer")
    return judged(SAME_INCIDENT, evidence, one, other)


def _of_other_scale(one: Facts, other: Facts) -> bool:
    """Whether one counts the dead of a war, and the other those of a day in it ("46,000 … at least 32")."""
    if one.what != other.what or one.what not in HARMS or one.count is None or other.count is None:
        return False
    few, many = sorted((size(one.count), size(other.count)))
    return many >= _CROWD and many >= few * _TIMES


def _two_tolls(one: Facts, other: Facts) -> bool:
    """Whether the report itself gives two numbers of one harm to one sort of people: what it counts is not the same. A
    source may have had a lower one before."""
    if one.what != other.what or one.count is None or other.count is None:
        return False
    few, many = sorted((size(one.count), size(other.count)))
    if compatible(one.count, other.count) and many < few * _TIMES:
        return False  # "at least 11" are not 400
    if one.whom != other.whom or one.source or other.source:
        return _apart(one, other) >= 0 and _goes_on_to_a_day(one, other)
    return True


def _goes_on_to_a_day(one: Facts, other: Facts) -> bool:
    """Whether the one told first gives no day and the other its own: a report goes on to another matter by its day
    ("seven soldiers had been killed. On Friday a shell killed two people in …")."""
    first, second = sorted((one, other), key=_starts)
    return not first.days.dated and second.days.exact and not _is_named(first)


def _goes_on(one: Facts, other: Facts) -> bool:
    """Whether what is told first gives no day, and what is told behind it begins with its own, or has one long
    past: a report goes on to another matter by its day ("Five died in X. *Four days earlier* a shell hit Y")."""
    first, second = sorted((one, other), key=_starts)
    when = second.claim.date
    if first.days.dated or when is None or not second.days.exact:
        return False
    if gap(first.days, second.days) > 0:
        return True
    opening = second.words[: _PREPOSITION + len(when.span.text)]
    return when.span.text in opening and not any_of("pointing_back").match(when.span.text)


def _answered(act: Facts, answer: Facts) -> bool:
    """Whether one is what the other is told to answer, right behind the words for that ("in retaliation for *the
    killing of X*"): it came before."""
    span = answer.claim.evidence[0]
    start = _starts(act)
    if not span.start <= start < span.end + _NEIGHBOURS or answer.what in HARMS:
        return False
    before = span.text[: start - span.start]
    return any(start - span.start - found.end() <= _PREPOSITION for found in any_of("answers_to").finditer(before))


def _is_toll_of(toll: Facts, act: Facts) -> bool:
    """Whether a toll that says neither when nor where stands right behind an act of force ("Jets bombed a town. Three
    died, medics said")."""
    told = toll.claim.date is not None or _is_named(toll)
    if toll.doers and not toll.source and (who.best(toll.doers, act.doers) or who.STRANGERS) < who.KIN:
        return False  # the report itself says by whom it was, and not so of the act
    in_a_day = act.what == "clash" and act.days.exact and where.is_fine(act.place)
    if told or toll.what not in ("killed", "injured") or not (act.what in _STRUCK or in_a_day):
        return False
    return toll.claim.status == act.claim.status == "asserted" and _starts(act) < _starts(toll)


def _has_own_act(harm: Facts, act: Facts) -> bool:
    """Whether a toll says itself by whom it was, or whom by name, so that an act told in another sentence is mostly
    another ("Troops entered X. A strike by Y had killed Z")."""
    named_again = not act.doers and not act.others  # "that strike came hours after …"
    return harm.what in HARMS and act.what not in HARMS and bool(harm.doers or harm.persons) and not named_again


def _counts_part(part: Facts, toll: Facts) -> bool:
    """Whether a number is said to be of those whom the report counted right before ("*Seven of them* died in …")."""
    if (
        part.count is None
        or toll.count is None
        or size(part.count) >= size(toll.count)
        or _starts(part) < _starts(toll)
    ):
        return False
    return any_of("of_them").search(part.words) is not None


def _is_named(facts: Facts) -> bool:
    """Whether it names where it was, by more than a word that points back ("at the scene", "di lokasi")."""
    place = facts.claim.place
    return place is not None and (bool(place.name) or any(letter.isupper() for letter in place.span.text))


def _one_victim(one: Facts, other: Facts) -> bool:
    """Whether a report tells again, with neither day nor place, of the one of whom it told before ("a *boy* … has died.
    … *the boy* who died")."""
    first, later = sorted((one, other), key=_starts)
    if first.what != later.what or first.what not in HARMS or later.claim.date is not None or _is_named(later):
        return False
    if any(f.count is None or f.count.min != 1 or f.count.max != 1 for f in (first, later)):
        return False
    mine, theirs = (" ".join(v.span.text for v in who.fillers(f.claim, "victims")).casefold() for f in (first, later))
    return bool(mine) and mine == theirs and mine.count(" ") == 0


def _is_of_those_before(one: Facts, other: Facts) -> bool:
    """Whether one was among dead who were counted before, so that the other, told behind it, is not of them."""
    return one.what in HARMS and is_one_of_them(one) and _starts(one) < _starts(other)


def _is_part_of_exchange(exchange: Facts, part: Facts) -> bool:
    """Whether two sides let people go, and behind it is told how many one of them did ("the two swapped prisoners. The
    rebels released 139")."""
    if exchange.what != "release" or part.what != "release" or part.days.dated or _starts(exchange) > _starts(part):
        return False
    return bool(any_of("exchange").search(exchange.words)) and not any_of("exchange").search(part.words)


def _answers(answer: Facts, other: Facts) -> bool:
    """Whether one is told as the answer of somebody else to an act ("the army retaliated by attacking …"), and the
    other is not: a strike and what is done for it are two."""
    doers = [
        " ".join(f.span.text for f in who.fillers(some.claim, who.PARTS[some.claim.kind][0]))
        for some in (answer, other)
    ]
    if other.what in HARMS and not doers[1] and _starts(answer) < _starts(other):
        return False  # whom the answer killed, told behind it
    if not doers[0] or doers[0] == doers[1] or (who.best(answer.doers, other.doers) or who.STRANGERS) > who.STRANGERS:
        return False
    answering = any_of("answering")
    return bool(answering.search(answer.words)) and not answering.search(other.words)


def _two_towns(one: Facts, other: Facts) -> bool:
    """Whether both name where it was, and none says only in what part of a town ("the southern suburbs of X"), of which
    a name that no map knows may be told behind it."""
    places = (one.claim.place, other.claim.place)
    if not all(map(where.is_fine, places)):
        return False
    return not any(place and where.is_on_map(place) and any_of("quarters").search(place.span.text) for place in places)


def _starts(facts: Facts) -> int:
    return min(span.start for span in facts.claim.evidence)


def _since_and_a_day(one: Facts, other: Facts) -> bool:
    """Whether one tells of all "since Saturday", the other of a day in one place, which the map need not know, or of a
    month in one town."""
    for whole, part in ((one, other), (other, one)):
        if not whole.days.since or where.is_fine(whole.place) or part.claim.place is None:
            continue
        if part.days.exact or (part.days.dated and not part.days.since and where.is_fine(part.place)):
            return True
    return False


def _nearness(one: Facts, other: Facts, away: int) -> str:
    if away < 0:
        return "shared_words"
    later = max(one.claim.evidence[0], other.claim.evidence[0])
    if later.text[:1].isupper() or away > 100:  # mostly the next sentence
        return "near"
    return "adjacent" if away <= 12 else "same_breath"


def _dates_differ(one: Facts, other: Facts) -> bool:
    return one.days.dated and other.days.dated and gap(one.days, other.days) > 0


def _apart(one: Facts, other: Facts) -> int:
    """Characters between the nearest evidence of two claims of one report; negative where they share some."""
    return min(max(a.start, b.start) - min(a.end, b.end) for a in one.claim.evidence for b in other.claim.evidence)
