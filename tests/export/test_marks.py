"""Nested and overlapping claims become flat pieces that are the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gencatan import Claim, Filler, Span
from gencatan.export.marks import paragraphs, segments, slot_spans
from tests.conftest import examples
from tests.export.samples import TEXT, claims

from hypothesis import settings  # isort: skip


def claim(text: str, start: int, end: int, *fillers: tuple[int, int]) -> Claim:
    actors = tuple(Filler(Span(a, b, text[a:b])) for a, b in fillers)
    return Claim("d", "event", {"actor": actors} if actors else {}, (Span(start, end, text[start:end]),))


def test_nested_and_overlapping_claims() -> None:
    text = "abcdefghij"
    pieces = segments(text, [claim(text, 0, 8), claim(text, 2, 5), claim(text, 4, 10)])
    assert [(p.text, p.claims, p.begins) for p in pieces] == [
        ("ab", (0,), (0,)),
        ("cd", (1, 0), (1,)),
        ("e", (1, 2, 0), (2,)),
        ("fgh", (2, 0), ()),
        ("ij", (2,), ()),
    ]


def test_slots_are_named_where_they_begin() -> None:
    text = "Rebels shelled it"
    pieces = segments(text, [claim(text, 0, 17, (0, 6))])
    assert [(p.text, p.slots, p.named) for p in pieces] == [
        ("Rebels", ((0, "actor"),), ((0, "actor"),)),
        (" shelled it", (), ()),
    ]


def test_all_slots_with_words_are_found() -> None:
    agreement, toll, _ = claims()
    assert [name for name, _ in slot_spans(agreement)] == ["parties", "parties", "date", "place", "attribution"]
    assert all(TEXT[found.start : found.end] == found.text for found in dict(slot_spans(toll)).values())
    assert dict(slot_spans(toll))["count"].text == "At least 32"


def test_line_ends_stand_alone() -> None:
    text = "one\n\ntwo\n"
    lines = paragraphs(segments(text, [claim(text, 0, 9)]))
    assert ["".join(piece.text for piece in line) for line in lines] == ["one", "\n", "\n", "two", "\n"]


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted)


@settings(max_examples=examples(200))
@given(st.text(max_size=30), st.lists(st.tuples(SPANS, st.lists(SPANS, max_size=3)), max_size=8))
def test_pieces_are_the_text_and_know_their_claims(text: str, spans: list) -> None:  # type: ignore[type-arg]
    read = [claim(text, start, end, *map(tuple, fillers)) for (start, end), fillers in spans]
    pieces = segments(text, read)
    assert "".join(piece.text for piece in pieces) == text
    at = 0
    for piece in pieces:
        for number, one in enumerate(read):
            inside = one.evidence[0].start <= at < one.evidence[0].end
            assert (number in piece.claims) == inside
        at += len(piece.text)
