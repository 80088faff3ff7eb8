"""Event coding: how the data's rows are read, how our claims are put beside them, and the figures."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.accuracy.coded import Event, events, triples
from benchmarks.accuracy.events import accuracy, choose, end_to_end, given_actors, macro_f1, row, rows
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
    assert triples(events([REFUSAL])) == [("Ardania", "Borland", "REJECT")]
    assert triples(events([RETREAT])) == []


def event(root: str, source: str, target: str, text: str) -> Event:
    return Event(root, True, (span(source, text),), (span(target, text),), (), span(text, text))


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
        span(text, text),
        span("Corvia", text),
    )
    assert triples([found]) == [("Ardania Borland", "depots Corvia", "ASSAULT")]
    together = Event("COOPERATE", True, (span("Ardania", text), span("Borland", text)), (), (), span(text, text))
    assert triples([together]) == [("Ardania", "Borland", "COOPERATE")]


def claim(kind: str, text: str, plover: Plover, **slots: object) -> Claim:
    return Claim(document="d", kind=kind, slots=slots, evidence=(span(text, text),), plover=plover)  # type: ignore[arg-type]


def of(text: str, words: str) -> tuple[Filler, ...]:
    return (Filler(span(words, text)),)


def test_the_codebook_of_the_data_is_older_than_ours() -> None:
    text = "Ardania convicted Borland."
    for plover, act, root in (
        (Plover("SANCTION", "convict"), "other", "ACCUSE"),
        (Plover("COERCE", "cyber"), "other", "ASSAULT"),
        (Plover("COERCE", "restrict"), "blockade", "ASSAULT"),
        (Plover("COERCE", "restrict"), "closure", "COERCE"),
        (Plover("SANCTION", "expel"), "sanction", "SANCTION"),
    ):
        (found,) = events([claim("event", text, plover, act=act, target=of(text, "Borland"))])
        assert found.root == root


def test_where_a_thing_is_acted_on_the_target_is_whoever_is_named_with_it() -> None:
    text = "Ardania lifted the ban on Borland ships."
    lifted = claim("event", text, Plover("RETREAT"), actor=of(text, "Ardania"), target=of(text, "ban"))
    assert triples(events([lifted])) == [("Ardania", "Borland", "YIELD")]
    text = "Ardania burned the harbour of Borland."
    burned = claim("event", text, Plover("ASSAULT"), actor=of(text, "Ardania"), target=of(text, "harbour"))
    assert triples(events([burned])) == [("Ardania", "harbour", "ASSAULT")]
    text = "Ardania freed prisoners before Borland asked."
    freed = claim("event", text, Plover("RETREAT"), actor=of(text, "Ardania"), target=of(text, "prisoners"))
    assert triples(events([freed])) == [("Ardania", "prisoners", "YIELD")]


def test_a_text_stands_for_whose_deed_it_is_or_whom_it_names() -> None:
    text = "Ardania praised Borland's decision to free Corvia."
    praise = claim(
        "statement",
        text,
        Plover("SUPPORT"),
        speaker=of(text, "Ardania"),
        content=span("Borland's decision to free Corvia", text),
    )
    assert triples(events([praise])) == [("Ardania", "Borland", "SUPPORT")]
    text = "Ardania promised to send ships to Borland in May."
    promise = claim(
        "statement",
        text,
        Plover("AGREE"),
        speaker=of(text, "Ardania"),
        content=span("to send ships to Borland in May", text),
    )
    assert triples(events([promise])) == [("Ardania", "Borland", "AGREE")]
    text = "Ardania condemned the shelling of a market."
    blame = claim(
        "statement", text, Plover("ACCUSE"), speaker=of(text, "Ardania"), content=span("shelling of a market", text)
    )
    assert triples(events([blame])) == [("Ardania", "shelling of a market", "ACCUSE")]


def test_what_another_claim_quotes_is_no_event_of_its_own_and_an_act_is_coded_once() -> None:
    text = "Ardania condemned the shelling of Corvia by Borland."
    blame = claim(
        "statement",
        text,
        Plover("ACCUSE"),
        speaker=of(text, "Ardania"),
        content=span("shelling of Corvia by Borland", text),
    )
    shelling = claim("event", text, Plover("ASSAULT"), actor=of(text, "Borland"), target=of(text, "Corvia"))
    assert [triple[2] for triple in triples(events([blame, shelling]))] == ["ACCUSE"]
    assert triples(events([shelling])) == [("Borland", "Corvia", "ASSAULT")]
    text = "Ardania attacked Borland, killing Corvia."
    attack = claim("event", text, Plover("ASSAULT"), actor=of(text, "Ardania"), target=of(text, "Borland"))
    toll = claim("casualty", text, Plover("ASSAULT"), perpetrator=of(text, "Ardania"), victims=of(text, "Corvia"))
    assert triples(events([attack, toll])) == [("Ardania", "Borland", "ASSAULT")]
