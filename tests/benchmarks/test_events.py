"""Event coding: how the data's rows are read, how our claims are put beside them, and the figures."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.accuracy.events import (
    Event,
    accuracy,
    choose,
    end_to_end,
    events,
    given_actors,
    macro_f1,
    row,
    rows,
    triples,
)
from gencatan.model import Claim, Filler, Plover, Span

TEXT = "Ardania refused to meet Borland after Ardania shelled Corvia."


def span(words: str, text: str = TEXT) -> Span:
    at = text.index(words)
    return Span(at, at + len(words), words)


def filler(words: str) -> tuple[Filler, ...]:
    return (Filler(span(words)),)


REFUSAL = Claim(
    document="d",
    kind="statement",
    slots={"act": "reject", "speaker": filler("Ardania"), "content": span("to meet Borland")},
    evidence=(span("Ardania refused to meet Borland"),),
    plover=Plover("REJECT", "meet"),
)
MEETING = Claim(
    document="d",
    kind="meeting",
    slots={"participants": filler("Ardania") + filler("Borland")},
    evidence=(span("Ardania refused to meet Borland"),),
    status="denied",
    plover=Plover("CONSULT"),
)
RETREAT = Claim(
    document="d",
    kind="event",
    slots={"act": "retreat", "target": filler("Corvia")},
    evidence=(span("shelled Corvia"),),
    plover=Plover("RETREAT", "withdraw"),
)
TOLL = Claim(document="d", kind="casualty", slots={"harm": "killed"}, evidence=(span("shelled Corvia"),))


def test_marks_become_offsets() -> None:
    found = row("<s>Ardania</s> and <t>Borland</t>'s <t>king</t> met", True, "CONSULT")
    assert found.sentence == "Ardania and Borland's king met"
    assert (found.words(found.source), found.words(found.target)) == ("Ardania", "Borland king")
    assert row("<s>Ardania</s> agreed", False, "AGREE").target == ()


def test_rows_know_whether_their_id_is_odd(tmp_path: Path) -> None:
    path = tmp_path / "data.tsv"
    path.write_text(
        "sentence_id\tmarked_sentence\tgold_root\n7\t<s>A</s> hit <t>B</t>\tASSAULT\n8\t<s>A</s> aided <t>B</t>\tAID\n",
        encoding="utf-8",
    )
    assert [(found.odd, found.root) for found in rows(path)] == [(True, "ASSAULT"), (False, "AID")]


def test_claims_take_the_shape_of_the_data() -> None:
    refusal, meeting, retreat = events([REFUSAL, MEETING, RETREAT, TOLL])
    assert [s.text for s in refusal.source] == ["Ardania"]
    assert [s.text for s in refusal.around] == ["to meet Borland"]
    assert ([s.text for s in meeting.source], [s.text for s in meeting.target]) == (["Ardania"], ["Borland"])
    assert not meeting.asserted
    assert (retreat.root, retreat.source) == ("YIELD", ())


def test_the_root_is_chosen_by_actors_then_by_what_was_done() -> None:
    found = events([MEETING, REFUSAL, RETREAT])
    given = row(
        TEXT.replace("Ardania refused", "<s>Ardania</s> refused").replace("Borland", "<t>Borland</t>"), True, "X"
    )
    assert given.sentence == TEXT
    chosen = choose(found, given.source, given.target)
    assert chosen is not None
    assert chosen.root == "REJECT"
    assert choose([], given.source, given.target) is None
    only_planned = choose(events([MEETING, RETREAT]), given.source, given.target)
    assert only_planned is not None
    assert only_planned.root == "CONSULT"


def test_triples_have_a_source_and_a_target() -> None:
    assert triples(events([REFUSAL, MEETING, RETREAT])) == [("Ardania", "Borland", "REJECT")]
    assert triples(events([MEETING])) == [("Ardania", "Borland", "CONSULT")]
    assert triples(events([REFUSAL])) == [("Ardania", "to meet Borland", "REJECT")]
    assert triples(events([RETREAT])) == []


def event(root: str, source: str, target: str, text: str) -> Event:
    return Event(root, True, (span(source, text),), (span(target, text),), (), 0)


def test_figures_known_by_hand() -> None:
    first = row("<s>Ardania</s> attacked <t>Borland</t>.", False, "ASSAULT")
    second = row("<s>Corvia</s> aided <t>Dalland</t>.", False, "AID")
    third = row("<s>Corvia</s> slept near <t>Dalland</t>.", False, "YIELD")
    read = {
        first.sentence: [event("ASSAULT", "Ardania", "Borland", first.sentence)],
        second.sentence: [event("ASSAULT", "Corvia", "Dalland", second.sentence)],
        third.sentence: [],
    }
    pairs = given_actors([first, second, third], read)
    assert pairs == Counter({("ASSAULT", "ASSAULT"): 1, ("AID", "ASSAULT"): 1, ("YIELD", ""): 1})
    assert accuracy(pairs) == pytest.approx(1 / 3)
    assert macro_f1(pairs) == pytest.approx((2 / 3 + 0 + 0) / 3)
    figures = end_to_end([first, second, third], read)
    assert figures["triple_f1"] == pytest.approx(2 / 5)
    assert figures["actors_f1"] == pytest.approx(4 / 5)
    assert figures["root_f1"] == pytest.approx(2 / 5)


def test_what_is_coordinated_is_one_source_or_target() -> None:
    text = "Ardania and Borland shelled depots in Corvia and Dalland."
    found = Event(
        "ASSAULT",
        True,
        (span("Ardania", text), span("Borland", text)),
        (span("depots", text),),
        (),
        0,
        span("Corvia", text),
    )
    assert triples([found]) == [("Ardania Borland", "depots Corvia", "ASSAULT")]
    together = Event("COOPERATE", True, (span("Ardania", text), span("Borland", text)), (), (), 0)
    assert triples([together]) == [("Ardania", "Borland", "COOPERATE")]
