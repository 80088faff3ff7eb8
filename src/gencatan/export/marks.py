"""Claims' words as flat pieces of the text: spans nest and overlap, elements of a page cannot.

Claims are named by their place in the list given (from 0). Offsets count code points, end exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from gencatan.model import Claim, Count, Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which nothing changes. Joined, the segments of a text are the text.

    `claims` whose evidence it is, the shortest first; `begins` those whose evidence begins here; `slots` the claims'
    slots whose own words it is, `named` those of them that begin here.
    """

    number: int
    text: str
    claims: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    slots: tuple[tuple[int, str], ...] = ()
    named: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class _Edges:
    """What begins and ends at each offset. A layer is a claim and the slot whose words it is ("": the evidence)."""

    opens: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)
    closes: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)

    def add(self, span: Span, claim: int, slot: str, limit: int) -> None:
        """A layer over a span; outside the text there is nothing to lay it over."""
        start, end = max(0, span.start), min(span.end, limit)
        if start < end:
            layer = (end - start, claim, slot)
            self.opens.setdefault(start, []).append(layer)
            self.closes.setdefault(end, []).append(layer)


def segments(text: str, claims: Sequence[Claim]) -> list[Segment]:
    """The text in pieces, cut wherever evidence or a slot's words begin or end and around each line end."""
    edges = _Edges()
    for number, claim in enumerate(claims):
        for span in claim.evidence:
            edges.add(span, number, "", len(text))
        for slot, span in slot_spans(claim):
            edges.add(span, number, slot, len(text))
    lines = [at for i, char in enumerate(text) if char == "\n" for at in (i, i + 1)]
    cuts = sorted({0, len(text), *lines, *edges.opens, *edges.closes})
    active: list[tuple[int, int, str]] = []
    found = []
    for number, (start, end) in enumerate(pairwise(cuts)):
        for layer in edges.closes.get(start, ()):
            active.remove(layer)
        opened = edges.opens.get(start, ())
        active.extend(opened)
        found.append(_segment(number, text[start:end], sorted(active), sorted(opened)))
    return found


def _segment(
    number: int, text: str, active: Sequence[tuple[int, int, str]], opened: Sequence[tuple[int, int, str]]
) -> Segment:
    return Segment(
        number,
        text,
        claims=tuple(dict.fromkeys(claim for _, claim, slot in active if not slot)),
        begins=tuple(dict.fromkeys(claim for _, claim, slot in opened if not slot)),
        slots=tuple(dict.fromkeys((claim, slot) for _, claim, slot in active if slot)),
        named=tuple(dict.fromkeys((claim, slot) for _, claim, slot in opened if slot)),
    )


def slot_spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    """The slots that have words of their own, date, place and source among them."""
    for name, value in claim.slots.items():
        if isinstance(value, Span):
            yield name, value
        elif isinstance(value, Count):
            yield from ((name, span) for span in _counted(claim, value))
        elif not isinstance(value, str):
            yield from ((name, filler.span) for filler in value)
    if claim.date:
        yield "date", claim.date.span
    if claim.place:
        yield "place", claim.place.span
    yield from (("attribution", filler.span) for filler in claim.attribution)


def _counted(claim: Claim, count: Count) -> Iterator[Span]:
    """A count has words and no offsets: the first place in the evidence where they stand."""
    for span in claim.evidence:
        at = span.text.find(count.text) if count.text else -1
        if at >= 0:
            yield Span(span.start + at, span.start + at + len(count.text), count.text)
            return


def paragraphs(pieces: Sequence[Segment]) -> list[list[Segment]]:
    """Segments by line; the line ends stand alone between them."""
    found: list[list[Segment]] = []
    for piece in pieces:
        if piece.text == "\n" or not found or found[-1][0].text == "\n":
            found.append([piece])
        else:
            found[-1].append(piece)
    return found
