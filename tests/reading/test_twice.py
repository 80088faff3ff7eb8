"""A report read over the trees of two parsers: what either tells counts, and what both tell is one claim."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from gencatan import Document, Reader
from gencatan.model import Claim, Filler, Place, Span
from gencatan.reading.twice import Account, account

TEXT = "On Monday rebels shelled the camp near Karu, and the army shelled Madara."
DOCUMENT = Document.create(TEXT, id="one", language="en", published="2024-03-05")


def words(text: str, after: int = 0) -> Span:
    at = TEXT.index(text, after)
    return Span(at, at + len(text), text)


def shelling(evidence: str, status: str = "asserted", kind: str = "event", **slots: Any) -> Claim:
    values: dict[str, Any] = {"act": "shelling"} if kind == "event" else {"action": "cease_hostilities"}
    place = Place(words(slots.pop("place"))) if "place" in slots else None
    values |= {name: (Filler(words(value)),) for name, value in slots.items()}
    return Claim("one", kind, values, (words(evidence),), status=status, place=place, confidence=0.5)


def told(parsers: list[list[tuple[str, list[Claim]]]]) -> Account:
    traces: list[Any] = []
    for made in parsers:
        found = []
        for word, claims in made:
            span = words(word)
            item = SimpleNamespace(draft=SimpleNamespace(trigger_span=(span.start, span.end)))
            found += [(claim, item) for claim in claims]
        traces.append(SimpleNamespace(made=found))
    return account(DOCUMENT, traces)


def slots(claim: Claim) -> dict[str, Any]:
    return {
        name: [filler.span.text for filler in value] if isinstance(value, tuple) else value
        for name, value in claim.slots.items()
    }


def test_what_both_tell_is_one_claim_with_what_each_lacks() -> None:
    first = shelling("rebels shelled", actor="rebels")
    second = shelling("shelled the camp near Karu", target="the camp", place="Karu")
    (claim,) = told([[("shelled", [first])], [("shelled", [second])]]).claims
    assert slots(claim) == {"act": "shelling", "actor": ["rebels"], "target": ["the camp"]}
    assert claim.place == Place(words("Karu"))
    assert [span.text for span in claim.evidence] == ["rebels shelled the camp near Karu"]


def test_words_fill_one_slot_of_a_claim_alone() -> None:
    first = shelling("rebels shelled", actor="rebels")
    second = shelling("rebels shelled", target="rebels")
    (claim,) = told([[("shelled", [first])], [("shelled", [second])]]).claims
    assert slots(claim) == {"act": "shelling", "actor": ["rebels"]}


def test_what_one_alone_tells_counts_and_is_less_sure() -> None:
    first, second = shelling("rebels shelled", actor="rebels"), shelling("army shelled", actor="army")
    at = [("shelled", [first])]
    alone = told([at, [("army", [second])]])
    assert [slots(c)["actor"] for c in alone.claims] == [["rebels"], ["army"]]
    (both,) = told([at, at]).claims
    assert both.confidence > alone.claims[0].confidence
    assert [len(alone.told[id(telling.own)]) for telling in alone.tellings] == [1, 1]


@pytest.mark.parametrize("status", ["denied", "planned", "possible"])
def test_where_they_differ_in_the_status_the_surer_stands_and_counts_as_alone(status: str) -> None:
    happened, other = shelling("rebels shelled", actor="rebels"), shelling("rebels shelled", status, actor="rebels")
    for surer, less in ((happened, other), (other, happened)):
        sure = replace(surer, confidence=0.6)
        for order in (1, -1):
            found = told([[("shelled", [sure])], [("shelled", [less])]][::order])
            (alone,) = told([[("shelled", [sure])], []]).claims
            (claim,) = found.claims
            assert (claim.status, claim.confidence) == (surer.status, alone.confidence)
            assert found.signs(found.tellings[0])["parsers"] == "one"


def test_where_they_differ_in_what_was_done_they_count_as_alone() -> None:
    ours = shelling("rebels shelled", actor="rebels")
    theirs = replace(ours, slots={**ours.slots, "act": "attack"})
    (claim,) = told([[("shelled", [ours])], [("shelled", [theirs])]]).claims
    (alone,) = told([[("shelled", [ours])], []]).claims
    assert (claim.slots, claim.confidence) == (ours.slots, alone.confidence)


def test_claims_of_one_word_pair_by_their_slots() -> None:
    rebels, army = shelling("rebels shelled", actor="rebels"), shelling("army shelled", actor="army")
    found = told([[("shelled", [rebels, army])], [("shelled", [army, rebels])]])
    assert [slots(c)["actor"] for c in found.claims] == [["rebels"], ["army"]]


def test_what_must_be_done_is_no_event_for_the_other() -> None:
    duty = shelling("rebels shelled", kind="obligation", obligor="rebels")
    event = shelling("rebels shelled", actor="rebels")
    for order in (1, -1):
        found = told([[("shelled", [duty])], [("shelled", [event])]][::order])
        assert [claim.kind for claim in found.claims] == ["obligation"]


def test_evidence_does_not_grow_beyond_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gencatan.reading.twice.MAX_EVIDENCE", 20)
    first, second = shelling("rebels shelled", actor="rebels"), shelling("shelled the camp near", target="the camp")
    (claim,) = told([[("shelled", [first])], [("shelled", [second])]]).claims
    assert claim.evidence == first.evidence
    monkeypatch.setattr("gencatan.reading.twice.MAX_EVIDENCE", 40)
    (claim,) = told([[("shelled", [first])], [("shelled", [second])]]).claims
    assert claim.evidence == (words("rebels shelled the camp near"),)


def test_one_parser_alone_is_read_as_it_is() -> None:
    first = shelling("rebels shelled", actor="rebels")
    assert told([[("shelled", [first])]]).claims == [first]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels shelled the camp on Monday, killing four soldiers, and the army closed the road to Madara."),
        ("id", "Pemberontak menembaki kamp itu pada Senin, menewaskan empat tentara, dan militer menutup jalan."),
    ],
)
def test_notes_say_over_how_many_trees_a_claim_was_read(language: str, text: str) -> None:
    document = Document.create(text, id="two", language=language, published="2024-03-05")
    reader = Reader([language])
    found = reader.explain(document)
    assert list(found.claims) == reader.read(document)
    assert {found.notes[claim.id].parsers for claim in found.claims} == {2}
    assert {found.notes[claim.id].signs["parsers"] for claim in found.claims} == {"both"}
    for claim in found.claims:
        filled = {note.slot for note in found.notes[claim.id].slots}
        assert set(claim.slots) <= filled
