"""Causes: from the items of a pair, and from what became of the triggers beside a miss."""

from __future__ import annotations

import pytest

from gencatan.evaluation.causes import CAUSES, item_rows, miss_cause, pair_cause
from gencatan.evaluation.items import Item
from gencatan.model import Span
from gencatan.reading.explaining.explanation import GATES, OUTCOMES, EntryNote, OutcomeNote, SentenceNote, TriggerNote

TEXT = "Rebels shelled the town on Monday, and police detained a man."
WANT: list[Item] = [
    ("kind", "event"),
    ("act", frozenset({"shelling", "attack"})),
    ("actor", ["the rebels"]),
    ("target", ["the town", "town"]),
    ("date", "2024-03-11"),
]


def outcome(word: str, kind: str, became: str) -> OutcomeNote:
    start = TEXT.index(word)
    entry = EntryNote(f"{kind}[0]", f"en/triggers/{kind}.toml", 4, kind, "verb", {}, "strike", {})
    return OutcomeNote(TriggerNote(entry, word, Span(start, start + len(word), word), 0, ""), became)


def sentence(*outcomes: OutcomeNote, gate: str = "parsed") -> SentenceNote:
    return SentenceNote(0, Span(0, len(TEXT), TEXT), gate, (), outcomes)


def cause_at(anchor: str, *notes: OutcomeNote, kind: str = "event", gate: str = "parsed") -> str:
    start = TEXT.index(anchor)
    return miss_cause(kind, [sentence(*notes, gate=gate)], (start, start + len(anchor)))[0]


@pytest.mark.parametrize(
    ("name", "read", "cause"),
    [
        ("act", "arrest", "value"),
        ("actor", "rebels in the hills above the river", "actor_span"),
        ("actor", "police", "attachment"),
        ("target", None, "attachment"),
        ("date", "2024-03-18", "date"),
        ("status", "denied", "modality"),
        ("place", "Goma", "place"),
        ("attribution", "the army", "attribution"),
        ("cause", "on Monday", "free_text"),
        ("count.min", 3, "counts"),
    ],
)
def test_the_cause_of_one_fault(name: str, read: object, cause: str) -> None:
    got = [(n, v) for n, v in _perfect() if n != name] + ([(name, read)] if read is not None else [])
    rows = item_rows("event", WANT, got, TEXT)
    assert {row.name for row in rows if not row.agrees} == {name}
    assert pair_cause("event", rows) == cause


def _perfect() -> list[Item]:
    return [("kind", "event"), ("act", "attack"), ("actor", "rebels"), ("target", "town"), ("date", "2024-03-11")]


def test_items_stand_side_by_side() -> None:
    got: list[Item] = [("kind", "event"), ("act", "clash"), ("target", "town"), ("place", "Goma")]
    rows = {row.name: row for row in item_rows("event", WANT, got, TEXT)}
    assert (rows["act"].wanted, rows["act"].read, rows["act"].core) == (("attack", "shelling"), "clash", True)
    assert (rows["actor"].read, rows["actor"].cause, rows["actor"].core) == ("", "attachment", True)
    assert (rows["target"].agrees, rows["target"].cause) == (True, "")
    assert (rows["place"].wanted, rows["place"].read) == ((), "Goma")
    assert not rows["date"].agrees
    assert len(rows) == 6


def test_a_filler_named_elsewhere_is_referred_to() -> None:
    rows = item_rows("event", [("actor", ["Hamas", "the movement"])], [], "It fired rockets.")
    assert rows[0].cause == "reference"
    assert item_rows("event", [("actor", ["Hamas"])], [], "HAMAS fired rockets.")[0].cause == "attachment"


def test_core_comes_before_what_is_wrong_more_often() -> None:
    got: list[Item] = [
        ("kind", "event"),
        ("act", "clash"),
        ("actor", "rebels"),
        ("place", "Goma"),
        ("target", "police"),
    ]
    assert pair_cause("event", item_rows("event", WANT, got, TEXT)) == "value"


def test_why_nothing_was_read() -> None:
    assert cause_at("Rebels shelled") == "trigger_unknown"
    assert cause_at("Rebels shelled", outcome("shelled", "statement", "frame")) == "trigger_unknown"
    assert cause_at("Rebels shelled", outcome("shelled", "event", "frame")) == "no_frame"
    assert cause_at("Rebels shelled", outcome("shelled", "event", "part_of_speech")) == "tagging"
    assert cause_at("Rebels shelled", outcome("shelled", "event", "not_told")) == "rule"
    assert cause_at("Rebels shelled", outcome("shelled", "event", "frame"), gate="words_missing") == "gate"
    assert (
        cause_at("Rebels shelled", outcome("shelled", "statement", "frame"), gate="words_missing") == "trigger_unknown"
    )
    assert cause_at("Rebels shelled", gate="too_long") == "gate"


def test_the_entry_at_the_anchor_that_came_furthest_is_named() -> None:
    notes = [outcome("detained", "event", "not_told"), outcome("shelled", "event", "no_node")]
    notes.append(outcome("shelled", "event", "frame"))
    assert miss_cause("event", [sentence(*notes)], (0, 14)) == ("no_frame", notes[2])


def test_a_trigger_that_told_its_own_claim_is_no_cause() -> None:
    other = outcome("detained", "event", "claim")
    assert cause_at("Rebels shelled", other) == "trigger_unknown"
    assert cause_at("police detained", other) == "rule"
    toll = outcome("detained", "casualty", "claim")
    assert cause_at("Rebels shelled", toll, kind="casualty") == "rule", "one word tells of all parts of a toll"


def test_an_obligation_is_read_off_other_kinds() -> None:
    assert cause_at("police detained", outcome("detained", "statement", "claim"), kind="obligation") == "rule"
    assert cause_at("police detained", outcome("shelled", "statement", "claim"), kind="obligation") == "trigger_unknown"


@pytest.mark.parametrize("became", OUTCOMES)
@pytest.mark.parametrize("gate", GATES)
def test_every_outcome_has_a_cause(became: str, gate: str) -> None:
    assert cause_at("Rebels shelled", outcome("shelled", "event", became), gate=gate) in CAUSES
