"""Obligations: one for all claims that state it, in whatever report and language, and the agreement it belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

from gencatan.language.comparing import word_list
from gencatan.model import Actor, Record, Span
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.comparing.when import day_number
from gencatan.reconcile.comparing.words import overlap
from gencatan.reconcile.compliance.parties import Party
from gencatan.reconcile.grouping.links import Links

ALIKE: Final[Mapping[str, str]] = {"hand_over_weapons": "disarm"}
"""Actions that reports use for one duty."""
_NEAREST: Final = 2500
_BREATH: Final = 20
"""Characters between an agreement's duty and a promise that goes on with it."""
_BEHIND: Final = 150
"""Characters by which the agreement's own words may stand behind a duty of one sentence with it."""
_NEAR: Final = 1000
"""Characters behind an agreement or its duties within which what both sides promise goes on with it."""
_LATER: Final = 4
_MADE: Final = ("agreed", "signed")
_LIFE: Final = 400
_PLEDGE_DAYS: Final = 7
_SPARE_DAYS: Final = 3
"""Days between deadlines that are one: "within 60 days" counts from each report's own day."""


@dataclass(frozen=True, slots=True)
class Stated:
    """An obligation's claims, in the books' order, and the id of its agreement; None for one outside any.

    `side` is who is bound where it is what one of both sides must do.
    """

    id: str
    agreement: str | None
    action: str
    records: tuple[Record, ...]
    side: Party | None = None


def action_of(record: Record) -> str:
    """What must be done; the same for actions that mean one duty."""
    action = str(record.claim.slots.get("action", "other"))
    return ALIKE.get(action, action)


def stated(
    duties: Sequence[Record],
    of_claim: Mapping[str, str],
    told: Mapping[str, Sequence[Record]],
    agreed: Sequence[tuple[int, str, tuple[Party, ...]]],
) -> tuple[Stated, ...]:
    """The obligations in the books. `of_claim` gives an agreement claim's group, `told` a report's agreement claims,
    `agreed` the agreements with a day: that day, id and parties, the earliest first."""
    under = {record.id: _agreement(record, of_claim, told, agreed) for record in duties}
    _take_in_pledges(duties, under, {id_: parties for _, id_, parties in agreed}, told, of_claim)
    links = Links()
    blocks: dict[tuple[str | None, str], list[Record]] = {}
    for record in duties:
        links.join(record.id, record.id)
        blocks.setdefault((under[record.id], action_of(record)), []).append(record)
    for (agreement, _), block in blocks.items():
        _join(links, block, bound=agreement is not None)
    together: dict[str, list[Record]] = {}
    for record in duties:
        together.setdefault(links.top(record.id), []).append(record)
    return tuple(_made(some, under) for some in together.values())


def _join(links: Links, block: Sequence[Record], *, bound: bool) -> None:
    """Join claims of one action that state one duty: first those that say alike who must, so that what says it in words
    alone stays apart from what its own report tells of others."""
    pairs = combinations(block, 2) if bound else _near_in_time(block)
    found = [pair for pair in pairs if _one_duty(*pair, bound=bound)]
    members = {record.id: [record] for record in block}
    for one, other in sorted(found, key=lambda pair: not _says_alike(*pair)):
        first, second = links.top(one.id), links.top(other.id)
        if first == second or any(_of_two(a, b) for a in members[first] for b in members[second]):
            continue
        links.join(one.id, other.id)
        members[links.top(one.id)] = members[first] + members[second]


def _says_alike(one: Record, other: Record) -> bool:
    if of_both(one) or of_both(other):
        return of_both(one) and of_both(other)
    return bool(facts(one).doers and facts(other).doers)


def _of_two(one: Record, other: Record) -> bool:
    """Whether one report says in other words who must do each ("both sides must pull back … foreign troops must
    leave")."""
    mine, theirs = (" ".join(f.span.text for f in who.fillers(some.claim, "obligor")) for some in (one, other))
    if one.head.id != other.head.id or not mine or not theirs or facts(one).doers or facts(other).doers:
        return False
    return of_both(one) != of_both(other) or (not of_both(one) and overlap(mine, theirs) == 0)


def _near_in_time(block: Sequence[Record]) -> Iterator[tuple[Record, Record]]:
    """Pairs of pledges that were told within days of each other, or of which one has no day."""
    days = [(facts(record).days.published, record) for record in block]
    told = sorted(((day, record) for day, record in days if day is not None), key=lambda item: item[0])
    begin = 0
    for n, (day, record) in enumerate(told):
        while told[begin][0] < day - _PLEDGE_DAYS:
            begin += 1
        yield from ((other, record) for _, other in told[begin:n])
    undated = [record for day, record in days if day is None]
    yield from combinations(undated, 2)
    yield from product(undated, (record for _, record in told))


def _made(records: Sequence[Record], under: Mapping[str, str | None]) -> Stated:
    founder = min(records, key=lambda r: (str(r.head.published or "9999"), r.id))
    return Stated(founder.id, under[founder.id], action_of(founder), tuple(records))


def _agreement(
    record: Record,
    of_claim: Mapping[str, str],
    told: Mapping[str, Sequence[Record]],
    agreed: Sequence[tuple[int, str, tuple[Party, ...]]],
) -> str | None:
    """The agreement that its report tells of nearest to it; else the latest one that its obligor is party to."""
    if record.claim.slots.get("basis") not in ("agreement", None):
        return None
    if (id_ := told_under(record, of_claim, told)) is not None:
        return id_
    published = facts(record).days.published
    if published is None:
        return None
    first = bisect_left(agreed, published - _LIFE, key=lambda item: item[0])
    last = bisect_right(agreed, published, key=lambda item: item[0])
    for _, id_, parties in reversed(agreed[first:last]):
        if any(party.is_of(facts(record).doers) for party in parties):
            return id_
    return None


def told_under(record: Record, of_claim: Mapping[str, str], told: Mapping[str, Sequence[Record]]) -> str | None:
    """The agreement that a duty's own report tells of nearest to it; None where it tells of none nearby."""
    near = [
        (_distance(other, record), of_claim[other.id])
        for other in told.get(record.head.id, ())
        if other.id in of_claim and other.claim.status != "denied"
    ]
    return min(near)[1] if near and min(near)[0] <= _NEAREST else None


def _distance(agreement: Record, duty: Record) -> int:
    """How far a duty is from the nearest words of an agreement: one told before it is meant sooner than one that comes
    well behind ("under the accord, X must …" goes on with what was told), or that is still to be made."""
    at = duty.claim.evidence[0].start
    near = _BEHIND if agreement.claim.status == "asserted" else 0
    behind = (span.start - at for span in agreement.claim.evidence)
    return min(abs(far) if far <= near else _LATER * far for far in behind)


def _take_in_pledges(
    duties: Sequence[Record],
    under: dict[str, str | None],
    parties: Mapping[str, tuple[Party, ...]],
    told: Mapping[str, Sequence[Record]],
    of_claim: Mapping[str, str],
) -> None:
    """Put what a party promises right behind an agreement or its duty under it: that goes on with what was agreed.

    ("X and Y signed a pact in which they committed to …"; "The rebels must disarm. The government promised seats".)
    What both sides promise together ("The two also committed themselves to …") is of the agreement told last before.
    """
    bound: dict[str, list[tuple[Span, str]]] = {}
    for report in dict.fromkeys(record.head.id for record in duties):
        for other in told.get(report, ()):
            id_ = of_claim.get(other.id)
            if (
                id_ is not None
                and id_ in parties
                and other.claim.slots.get("stage") in _MADE
                and other.claim.status == "asserted"
            ):
                bound.setdefault(report, []).append((other.claim.evidence[-1], id_))
    for record in duties:
        if (id_ := under[record.id]) is not None and id_ in parties:
            bound.setdefault(record.head.id, []).append((record.claim.evidence[0], id_))
    for record in duties:
        if record.claim.slots.get("basis") != "pledge" or record.claim.status == "conditional":
            continue
        start = record.claim.evidence[0].start
        told_before = [(span.end, id_) for span, id_ in bound.get(record.head.id, ()) if 0 <= start - span.end <= _NEAR]
        if by_all := [(end, id_) for end, id_ in told_before if _of_all(record, parties[id_])]:
            under[record.id] = max(by_all)[1]
            continue
        if of_both(record):
            under[record.id] = max(told_before)[1] if told_before else None
            continue
        for duty, id_ in bound.get(record.head.id, ()):
            behind = 0 <= start - duty.end <= _BREATH
            if behind and any(party.is_of(facts(record).doers) for party in parties[id_]):
                under[record.id] = id_
                break


def _sides(record: Record) -> str:
    """Whether it is told of one known side alone, with all its bodies (`one`), or of two (`both`), of whom one
    may be known by words alone; "" for neither."""
    doers = facts(record).doers
    if not doers:
        return "both" if of_both(record) else ""
    if any(f.actor is None for f in who.fillers(record.claim, "obligor")):
        return "both"  # "Ukraine and *the separatists* must free all captives"
    return "one" if all(who.likeness(doers[0], other) > who.STRANGERS for other in doers) else "both"


def _of_all(record: Record, parties: Sequence[Party]) -> bool:
    """Whether it is told of two parties or more by name, and of nobody else ("Russia and Turkey also undertook …")."""
    doers = facts(record).doers
    meant = {party.id for party in parties if party.is_of(doers, who.SAME)}
    return len(meant) > 1 and all(any(party.is_of([one], who.SAME) for party in parties) for one in doers)


def of_both(record: Record, slot: str = "obligor") -> bool:
    """Whether it is told of both sides at once, and of nobody by name."""
    given = who.fillers(record.claim, slot)
    return bool(given) and all(
        filler.actor is None and set(filler.span.text.lower().split()) <= word_list("both_sides") for filler in given
    )


def _one_duty(one: Record, other: Record, *, bound: bool) -> bool:
    """Whether two claims of one action state one duty. Under one agreement an action by one obligor is one duty; a
    pledge is one where it is made within days, and to do the same."""
    if (one.claim.status == "conditional") != (other.claim.status == "conditional"):
        return False
    mine, theirs = facts(one), facts(other)
    if {_sides(one), _sides(other)} == {"one", "both"}:
        return False  # what both sides must do is not what one of them must
    if not _same_obligor(mine.doers, theirs.doers, bound=bound):
        return False
    mine_by, theirs_by = _deadline(one), _deadline(other)
    if action_of(one) == "other" and not _same_object(one, other):
        return False
    if mine_by is not None and theirs_by is not None and abs(mine_by - theirs_by) > _SPARE_DAYS:
        return False
    if bound:
        return True
    first, second = mine.days.published, theirs.days.published
    return first is None or second is None or abs(first - second) <= _PLEDGE_DAYS


def _same_obligor(mine: Sequence[Actor], theirs: Sequence[Actor], *, bound: bool) -> bool:
    if not mine or not theirs:
        return bound
    close = who.best(mine, theirs) or 0.0
    if close >= (who.KIN if bound else who.COMPATRIOTS):
        return True
    return bound and any((_nameless(a) and _rebel(b)) or (_nameless(b) and _rebel(a)) for a in mine for b in theirs)


def _nameless(actor: Actor) -> bool:
    """Fighters known by a country alone ("Armenian fighters")."""
    return actor.sector == "REB" and actor.id.endswith("/REB")


def _rebel(actor: Actor) -> bool:
    return actor.sector in ("REB", "PRE")


def _same_object(one: Record, other: Record) -> bool:
    """Whether duties of no known action are to do the same, as far as their words tell."""
    mine, theirs = one.claim.slots.get("object"), other.claim.slots.get("object")
    if not isinstance(mine, Span) or not isinstance(theirs, Span):
        return False
    if one.head.language != other.head.language:
        # words of two languages tell nothing: one day by which both are due does
        return _deadline(one) is not None and _deadline(one) == _deadline(other)
    return overlap(mine.text, theirs.text) >= 0.5


def _deadline(record: Record) -> int | None:
    when = record.claim.date
    return day_number(when.end) if when else None
