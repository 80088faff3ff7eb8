"""One account of a report that was read over the trees of two parsers.

Small parsers of equal quality err in different places: each reads a tenth of what it reads over a tree that the other
gets wrong. What either tells counts; what both tell at the same trigger word is one claim, the surer of the two, which
takes from the other what it lacks. Where the two differ in the status, or in the value that the claim turns on, the
surer one's stands, and both count as one alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from gencatan.model import Claim, Document, SlotValue, Span
from gencatan.model.vocabulary import KINDS
from gencatan.reading.assembly import confidence
from gencatan.reading.assembly.assemble import MAX_EVIDENCE, Trace
from gencatan.reading.assembly.settling import Settled
from gencatan.reading.assembly.tellings import Telling, merge
from gencatan.reading.kinds.plover import DECIDING
from gencatan.reading.selection import NONE_CHOSEN, Chosen

TURNS_ON: Final[Mapping[str, str]] = {**DECIDING, "casualty": "harm", "obligation": "action"}
"""The enumerated slot that says what a claim of each kind is about."""

SIDES: Final = frozenset({"parties"})
PAIR: Final = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as it was made over one parser's trees, and what lies behind it."""

    trace: Trace
    claim: Claim
    item: Settled


@dataclass(frozen=True, slots=True)
class Account:
    """What a report tells, and how it was read over the trees of each parser.

    `told` has who told each claim that a telling has as its own or among its others, by `id()`, the surer first;
    `chosen` which sentences were parsed.
    """

    document: Document
    traces: tuple[Trace, ...]
    tellings: Sequence[Telling] = ()
    told: Mapping[int, tuple[Told, ...]] = field(default_factory=dict)
    chosen: Chosen = NONE_CHOSEN

    @property
    def claims(self) -> list[Claim]:
        """In text order."""
        return [telling.claim for telling in self.tellings]

    def signs(self, telling: Telling) -> confidence.Signs:
        """By what its confidence was looked up: as it was first made, whatever was merged into it since."""
        told = self.told[id(telling.own)]
        return confidence.signs_of(telling.own, _agreeing(told) if len(self.traces) > 1 else 0)


def account(document: Document, traces: Sequence[Trace], chosen: Chosen = NONE_CHOSEN) -> Account:
    """The claims of a report by the traces of one or two parsers, without repetition."""
    made = [[Told(trace, claim, item) for claim, item in trace.made] for trace in traces]
    joined: list[tuple[Claim, tuple[Told, ...]]]
    if len(made) == 1:
        joined = [(one.claim, (one,)) for one in made[0]]
    else:
        bound = [{one.item.draft.trigger_span for one in every if one.claim.kind == "obligation"} for every in made]
        joined = [(_joined(told), told) for told in _pairs(*made) if not _must_be_done(told, traces, bound)]
    tellings = merge([claim for claim, _ in joined])
    return Account(document, tuple(traces), tellings, {id(claim): told for claim, told in joined}, chosen)


def _must_be_done(told: tuple[Told, ...], traces: Sequence[Trace], bound: Sequence[set[tuple[int, int]]]) -> bool:
    """Whether one parser alone tells as an event what the other's tree shows that somebody must do.

    `bound` has the trigger words of what must be done by the trees of each.
    """
    one = told[0]
    if len(told) > 1 or one.claim.kind != "event":
        return False
    span = one.item.draft.trigger_span
    return any(span in spans for trace, spans in zip(traces, bound, strict=True) if trace is not one.trace)


def _pairs(first: Sequence[Told], second: Sequence[Told]) -> Iterator[tuple[Told, ...]]:
    """What both tell, the surer first, then what one tells, in the order in which it was read."""
    groups: dict[tuple[str, int], tuple[list[Told], list[Told]]] = defaultdict(lambda: ([], []))
    for n, every in enumerate((first, second)):
        for one in every:
            groups[one.claim.kind, one.item.draft.trigger_span[0]][n].append(one)
    for ours, theirs in groups.values():
        likeness = sorted(
            (-_likeness(one.claim, other.claim), n, k) for n, one in enumerate(ours) for k, other in enumerate(theirs)
        )
        partner: dict[int, int] = {}
        for _, n, k in likeness:
            if n not in partner and k not in partner.values():
                partner[n] = k
        for n, one in enumerate(ours):
            if n not in partner:
                yield (one,)
                continue
            other = theirs[partner[n]]
            yield (one, other) if one.claim.confidence >= other.claim.confidence else (other, one)
        yield from ((other,) for k, other in enumerate(theirs) if k not in partner.values())


def _likeness(one: Claim, other: Claim) -> float:
    """In how many slots two claims agree, less those in which they differ; the same status counts as one more."""
    found = float(one.status == other.status)
    for name in one.slots.keys() & other.slots.keys():
        found += 1 if _as_words(one.slots[name]) == _as_words(other.slots[name]) else -1
    return found


def _as_words(value: SlotValue) -> object:
    return frozenset(filler.span for filler in value) if isinstance(value, tuple) else value


def _joined(told: tuple[Told, ...]) -> Claim:
    """The surer claim with what it lacks from the other; words that it has in one slot fill no second one."""
    one = told[0].claim
    slots, date, place, attribution, evidence = dict(one.slots), one.date, one.place, one.attribution, one.evidence
    status = one.status
    for other in (each.claim for each in told[1:]):
        held = [span for value in slots.values() for span in _spans(value)]
        for name, value in other.slots.items():
            lacking = name not in slots and not any(_touch(span, own) for span in _spans(value) for own in held)
            if lacking or (name in SIDES and name in slots and _told_who(slots[name], value)):
                slots[name] = value
        date, place, attribution = date or other.date, place or other.place, attribution or other.attribution
        evidence = _hull(evidence, other.evidence)
    if len(told) > 1:
        slots = {name: slots[name] for name in KINDS[one.kind] if name in slots}
    if one.kind == "obligation" and "condition" in slots and status in ("called_for", "planned"):
        status = "conditional"  # one parser alone saw the condition, and it stands in the claim
    signs = confidence.signs(
        one.kind,
        status,
        slots,
        len(evidence[0].text),
        dated=date is not None,
        placed=place is not None,
        sourced=bool(attribution),
        parsers=_agreeing(told),
    )
    return replace(
        one,
        status=status,
        slots=slots,
        date=date,
        place=place,
        attribution=attribution,
        evidence=evidence,
        confidence=confidence.of(signs),
    )


def _told_who(ours: SlotValue, theirs: SlotValue) -> bool:
    """Whether one parser's tree shows which two sides are meant by words that name nobody ("kedua pihak")."""
    unknown = isinstance(ours, tuple) and len(ours) == 1 and ours[0].actor is None
    known = isinstance(theirs, tuple) and len(theirs) == PAIR and all(filler.actor for filler in theirs)
    return unknown and known


def _agreeing(told: Sequence[Told]) -> int:
    """Over how many parsers' trees a claim is told alike: with one status and one value of the slot it turns on."""
    said = {(one.claim.status, one.claim.slots.get(TURNS_ON.get(one.claim.kind, ""))) for one in told}
    return len(told) if len(said) == 1 else 1


def _spans(value: SlotValue) -> tuple[Span, ...]:
    """The words that fill a slot: none of an enumerated value, and of a count only its text is known."""
    if isinstance(value, tuple):
        return tuple(filler.span for filler in value)
    return (value,) if isinstance(value, Span) else ()


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _hull(one: tuple[Span, ...], other: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words from the first to the last of two stretches around one trigger, where they are not too many."""
    (ours,), (theirs,) = one, other
    start, end = min(ours.start, theirs.start), max(ours.end, theirs.end)
    first, last = sorted((ours, theirs), key=lambda span: span.start)
    if end - start > MAX_EVIDENCE:
        return one
    lacking = max(0, end - first.end)
    return (Span(start, end, first.text + last.text[len(last.text) - lacking :] if lacking else first.text),)
