"""Claims in the shape of event data: a root, one source and one target.

Event data has one actor on each side, our claims have slots. What stands between is decided here, by what such data
codes and never by a sentence of it:

* *Source*: who did, said or agreed it; a means ("the missiles struck …") or who the report has it from where nobody
  is named; the land in which somebody "was arrested". Of sides on a par the first is the source, whatever they have in
  common: exercises, an agreement they fail to reach.
* *Target*: whom or what it was done to. Where that is a thing ("lift the ban on Cypriot ships", "send troops to the
  north") it is whoever is named with it: in the claim's free text, at its place, in its evidence behind the thing.
* *One event, one triple*: what stands wholly inside the words of another claim is no event of the sentence's own, and
  the same source with the same root is coded once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from gencatan.language.pack import load_pack
from gencatan.model import Claim, Span

OLDER: Final = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
OLDER_MODES: Final = {("SANCTION", "convict"): "ACCUSE", ("COERCE", "cyber"): "ASSAULT"}
OLDER_ACTS: Final = {("COERCE", "blockade"): "ASSAULT", ("REJECT", "violated"): "ASSAULT"}
"""Where the codebook of the data (the CAMEO tree under sixteen names) differs from the manual of today: it has one root
YIELD, finding guilty stands among accusations; attacks on computers, blockades and breaches of a truce among uses of
force."""

SOURCES: Final = ("actor", "speaker", "obligor", "mediator", "force", "by", "perpetrator")
TARGETS: Final = ("target", "addressee", "beneficiary", "victims")
BOTH: Final = ("participants", "parties")
"""Slots of sides on a par: the first named is the source, the others are targets, as the data has it."""
TEXTS: Final = ("content", "object", "topic", "about", "condition", "cause")
HAPPENING: Final = frozenset({"event", "casualty"})
"""Kinds whose source is never who told of it."""
SENT: Final = frozenset({"MOBILIZE", "SANCTION", "YIELD"})
"""Roots whose forces are sent or called home: the target is where, or against whom."""
TOGETHER: Final = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
BODILY: Final = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""Roots whose target may be a thing: what was shelled, seized or burned."""
BEHIND: Final = 6
"""Characters between a target and the place behind it: a preposition."""

_NAME: Final = re.compile(r"[A-Z][\w.\-]*(?:(?: of(?: the)?| al| bin)? [A-Z][\w.\-]*)*")
_DATE: Final = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[a-z]*\.?"
)
_CLAUSE: Final = re.compile(r"(?:to|that|if|for|whether|not|until|should|before)\b")
_ADDED: Final = re.compile(r",? (?:that|which|who|whom|whose|where|as|to [a-z]+|presented|put forward|filed) ")
_JOINT: Final = re.compile(r"to (?:reach|strike|find|agree|come to)\b")
_OWNER: Final = re.compile(r"(?:the |its )?([A-Z][\w.\-]*(?: [\w.\-]+){0,5}?)(?:'s|’s|´s|s') ")

Triple = tuple[str, str, str]


@dataclass(frozen=True)
class Event:
    """A claim with a PLOVER type in the data's shape.

    `around` is the free text in its slots and its place, where the data often finds a target that our slots do not
    hold; `evidence` is the clause it rests on. `named` are the fillers that are known to be somebody.
    """

    root: str
    asserted: bool
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    around: tuple[Span, ...]
    evidence: Span
    place: Span | None = None
    named: frozenset[Span] = frozenset()

    @property
    def start(self) -> int:
        """Where its evidence starts."""
        return self.evidence.start

    @property
    def texts(self) -> tuple[Span, ...]:
        """Its free texts, without the place."""
        return tuple(span for span in self.around if span != self.place)


def events(claims: Iterable[Claim]) -> list[Event]:
    """The claims that have a PLOVER type, in the data's shape."""
    return [_event(claim) for claim in claims if claim.plover is not None]


def _event(claim: Claim) -> Event:
    source = [span for slot in SOURCES for span in _spans(claim, slot)]
    target = [span for slot in TARGETS for span in _spans(claim, slot)]
    sides = [span for slot in BOTH for span in _spans(claim, slot)]
    if not source:
        source, sides = sides[:1], sides[1:]
    means = claim.slots.get("instrument")
    if not source and claim.kind in HAPPENING:  # "the missiles struck a depot", where nobody is named
        source = [means] if isinstance(means, Span) else []
        if not source and _root(claim) == "COERCE" and claim.place is not None:
            source = [claim.place.span]
    elif not source:
        source = [filler.span for filler in claim.attribution]
    around = [value for slot in TEXTS if isinstance(value := claim.slots.get(slot), Span)]
    around += [value for slot, value in claim.slots.items() if isinstance(value, Span) and slot not in TEXTS]
    around += [claim.place.span] if claim.place else []
    held = (filler for value in claim.slots.values() if isinstance(value, tuple) for filler in value)
    return Event(
        root=_root(claim),
        asserted=claim.status == "asserted",
        source=tuple(source),
        target=tuple(target + sides),
        around=tuple(around),
        evidence=claim.evidence[0],
        place=claim.place.span if claim.place else None,
        named=frozenset(filler.span for filler in held if filler.actor is not None),
    )


def _root(claim: Claim) -> str:
    assert claim.plover is not None
    type_, mode = claim.plover.type, claim.plover.mode
    step = claim.slots.get("act") or (claim.slots.get("stage") if claim.slots.get("type") == "ceasefire" else None)
    older = OLDER_MODES.get((type_, mode)) or OLDER_ACTS.get((type_, str(step)))
    return older or OLDER.get(type_, type_)


def _spans(claim: Claim, slot: str) -> list[Span]:
    value = claim.slots.get(slot)
    return [filler.span for filler in value] if isinstance(value, tuple) else []


def triples(found: Sequence[Event]) -> list[Triple]:
    """(source, target, root) of all events that have a source and a target, as words.

    An event that is not asserted counts only where its source does nothing that is.
    """
    acting = {span for event in found if event.asserted for span in event.source}
    told = [event for event in found if event.asserted or not acting & set(event.source)]
    coded: dict[tuple[str, str], Triple] = {}
    for event in told:
        if not _quoted(event, told) and (triple := _triple(event, found)) is not None:
            coded.setdefault((triple[0], triple[2]), triple)
    return list(coded.values())


def _quoted(event: Event, told: Sequence[Event]) -> bool:
    """Whether all that an event names stands in another's free text ("condemned the shelling of X by Y")."""
    names = (*event.source, *event.target)
    return bool(names) and any(
        all(_inside(span, text) for span in names) for other in told if other is not event for text in other.texts
    )


def _inside(span: Span, text: Span) -> bool:
    return text.start <= span.start and span.end <= text.end


def _triple(event: Event, found: Sequence[Event]) -> Triple | None:
    source, target = event.source, event.target
    nobody = not any(_somebody(span, event) for span in target)
    if len(source) > 1 and nobody and _on_a_par(event):
        source, target = source[:1], source[1:]
    elif target and event.root not in BODILY and nobody:
        target = next(_named_with(event, target[-1].end), None) or target
    target = target or _spoken_of(event, found)
    if not source or not target:
        return None
    end, place = target[-1].end, event.place
    if place is not None and 0 < place.start - end <= BEHIND:
        target = (*target, place)
    return _words(source), _words(target), event.root


def _on_a_par(event: Event) -> bool:
    """Whether several who do it do it with one another."""
    return event.root in TOGETHER or any(_JOINT.match(text.text) for text in event.texts)


def _somebody(span: Span, event: Event) -> bool:
    """Whether a target names somebody or is of people, and is no mere thing or force that is sent about."""
    pack, head = load_pack("en"), span.text.split()[-1].lower()
    forms = (head, head.removesuffix("s"))
    force = any(pack.in_class(w, name) for w in forms for name in ("state_force", "troops"))
    if force and event.root in SENT:
        return False
    if span in event.named or next(_names(span), None) is not None:
        return True
    return any(pack.in_class(w, "victim") for w in forms) and not force


def _named_with(event: Event, end: int) -> Iterator[tuple[Span, ...]]:
    """Who or where is named with a thing: in the texts, as the place, behind the thing."""
    if event.place is not None and event.root == "AGREE":
        yield (event.place,)
    yield from ((name,) for text in event.texts if (name := _first(text, event)) is not None)
    if event.place is not None:
        yield (event.place,)
    rest = _rest(event.evidence, end)
    if rest is not None and (name := _first(rest, event)) is not None:
        yield (name,)


def _spoken_of(event: Event, found: Sequence[Event]) -> tuple[Span, ...]:
    """The target where no slot holds one: whose deed a text is about, else whom it names, else the text."""
    for text in event.texts:
        owner = _OWNER.match(text.text)
        if owner:
            return (_part(text, *owner.span(1)),)
        if not _CLAUSE.match(text.text):
            return (_whole(text),)
        name = _first(text, event)
        if name is not None:
            return (name,)
    if event.place is not None:
        return (event.place,)
    rest = _rest(event.evidence, max([event.start, *(span.end for span in event.source)]))
    name = _first(rest, event) if rest is not None else None
    return (name,) if name is not None else event.texts[:1] or _borrowed(event, found)


def _whole(text: Span) -> Span:
    """A text without the clause that ends it ("a resolution that would have …")."""
    added = _ADDED.search(text.text)
    return _part(text, 0, added.start()) if added else text


def _first(text: Span, event: Event) -> Span | None:
    """The first name in a text that is not the source's."""
    own = {word for span in event.source for word in span.text.split()}
    return next((name for name in _names(text) if not set(name.text.split()) <= own), None)


def _names(text: Span) -> Iterator[Span]:
    for match in _NAME.finditer(text.text):
        if not all(_DATE.fullmatch(word) for word in match[0].split()):
            yield _part(text, *match.span())


def _rest(text: Span, start: int) -> Span | None:
    return _part(text, start - text.start, len(text.text)) if text.start <= start < text.end else None


def _part(text: Span, start: int, end: int) -> Span:
    return Span(text.start + start, text.start + end, text.text[start:end])


def _words(spans: Sequence[Span]) -> str:
    return " ".join(span.text for span in sorted(spans, key=lambda span: span.start))


def _borrowed(event: Event, found: Sequence[Event]) -> tuple[Span, ...]:
    inside = (
        span
        for other in found
        if other is not event
        for span in (*other.target, *other.source, *((other.place,) if other.place else ()))
        if any(_inside(span, text) for text in event.around)
    )
    return tuple(inside)[:1] or event.around[:1]
