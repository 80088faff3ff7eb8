"""What is explained is what is read, and every outcome can be met."""

from __future__ import annotations

import pytest

from gencatan import Document, Explanation, Reader
from gencatan.reading.assembly.confidence import HIGHEST, LOWEST
from gencatan.reading.explaining.explanation import (
    GATES,
    OUTCOMES,
    SLOT_SOURCES,
    ClaimNote,
    OutcomeNote,
    Resolution,
    SlotNote,
)
from gencatan.reading.selection import SHORTEST, LeftOut
from tests.reading.told import PUBLISHED

TOO_LONG = "The army shelled Goma " + "and then the market " * 120


@pytest.fixture(scope="module")
def explained(reader: Reader, reports: list[Document]) -> list[Explanation]:
    return [reader.explain(report) for report in reports]


def explain(reader: Reader, text: str, language: str = "en") -> Explanation:
    return reader.explain(Document.create(text, published=PUBLISHED, language=language))


def only_note(explanation: Explanation, kind: str) -> ClaimNote:
    (found,) = [note for note in explanation.notes.values() if note.claim.kind == kind]
    return found


def outcomes(explanation: Explanation) -> list[OutcomeNote]:
    return [outcome for sentence in explanation.sentences for outcome in sentence.outcomes]


def slots(note: ClaimNote, name: str) -> list[SlotNote]:
    return [slot for slot in note.slots if slot.slot == name]


def resolution(note: ClaimNote, what: str) -> Resolution:
    return next(found for found in note.resolutions if found.what == what)


def test_the_claims_are_those_of_read(reader: Reader, reports: list[Document], explained: list[Explanation]) -> None:
    for report, explanation in zip(reports, explained, strict=True):
        read = reader.read(report)
        assert explanation.claims == tuple(read)
        assert [c.to_dict() for c in explanation.claims] == [c.to_dict() for c in read]
        assert list(explanation.notes) == [claim.id for claim in read]


def test_every_value_has_a_source_and_every_span_is_the_text(explained: list[Explanation]) -> None:
    for explanation in explained:
        text = explanation.document.text
        for note in explanation.notes.values():
            claim = note.claim
            assert {slot.slot for slot in note.slots} == {*claim.slots, *(["attribution"] if claim.attribution else [])}
            for slot in note.slots:
                assert slot.source in SLOT_SOURCES
                if slot.span is not None:
                    assert text[slot.span.start : slot.span.end] == slot.span.text
            named = {(f.span.start, f.span.end) for v in claim.slots.values() if isinstance(v, tuple) for f in v}
            given = [slot.refers_to or slot.span for slot in note.slots]
            assert named <= {(span.start, span.end) for span in given if span is not None}


def test_resolutions_say_what_the_claim_says(explained: list[Explanation]) -> None:
    for explanation in explained:
        for note in explanation.notes.values():
            claim = note.claim
            dated = [found for found in note.resolutions if found.what == "date"]
            assert [found.span for found in dated] == ([claim.date.span] if claim.date else [])
            for found in note.resolutions:
                chosen = [candidate for candidate in found.candidates if candidate.chosen]
                assert len(chosen) <= 1
                if found.what == "place" and claim.place is not None and claim.place.name:
                    assert chosen[0].name == claim.place.name
                if found.what == "date" and claim.date is not None and claim.date.start:
                    assert claim.date.start in found.value
            fillers = {f.span: f.actor for v in claim.slots.values() if isinstance(v, tuple) for f in v}
            actors = {found.span: found.value for found in note.resolutions if found.what == "actor"}
            assert all(actors[span] == (actor.id if actor else "") for span, actor in fillers.items())


def test_the_parts_make_the_confidence(explained: list[Explanation]) -> None:
    for explanation in explained:
        for note in explanation.notes.values():
            assert sum(part.value for part in note.confidence) == pytest.approx(note.claim.confidence)


def test_the_parts_of_a_merged_claim_are_of_the_one_that_told_it(reader: Reader) -> None:
    text = (
        "The army shelled Sake on Monday. On Monday the army shelled the small town of Sake in the east for ten hours "
        "with heavy guns from the hills to the north of it."
    )
    note = only_note(explain(reader, text), "event")
    assert note.also
    parts = {part.name: part.value for part in note.confidence}
    assert LOWEST < note.claim.confidence < HIGHEST
    assert "limit" not in parts
    assert sum(parts.values()) == pytest.approx(note.claim.confidence)


def test_entries_stand_in_the_line_that_is_told(explained: list[Explanation]) -> None:
    from gencatan.language.pack import ROOT

    for explanation in explained:
        for outcome in outcomes(explanation):
            entry = outcome.trigger.entry
            lines = (ROOT / entry.file).read_text(encoding="utf-8").splitlines()[entry.line - 1 :]
            assert lines[0] == "[[trigger]]"
            table = "\n".join(lines[1:]).split("[[trigger]]")[0]
            assert f'"{outcome.trigger.citation}"' in table
            assert f'kind = "{entry.kind}"' in table


def test_a_rule_of_grammar_words_has_their_line(reader: Reader) -> None:
    from gencatan.language.pack import ROOT

    note = only_note(explain(reader, "Biden told Israel that its troops must leave Gaza."), "statement")
    assert note.claim.reader.rule == "statement:required"
    line = (ROOT / note.trigger.entry.file).read_text(encoding="utf-8").splitlines()[note.trigger.entry.line - 1]
    assert line.startswith("modal_required")


@pytest.mark.parametrize(
    ("outcome", "text", "word", "detail"),
    [
        ("claim", "The army shelled Goma on Monday.", "shelled", ""),
        ("no_node", TOO_LONG, "shelled", ""),
        ("part_of_speech", "The attack killed five people.", "attack", "NOUN, nsubj"),
        ("longer_trigger", "Azerbaijan ended the fighting in Karabakh.", "fighting", "ended the fighting"),
        ("other_entry", "The attack killed five people.", "killed", "casualty[0]"),
        ("frame", "The storm hit the town hall.", "hit", "subj must be @artillery; it is 'storm'"),
        ("frame", "they laid down rules.", "laid", "no such word is in the sentence"),
        ("not_told", "If Israel attacks Gaza, Hamas will respond.", "attacks", "inside a condition"),
        ("refers_back", "Rebels attacked Goma on Monday. The attack killed five people.", "attack", "attacked"),
        ("slot_missing", "They brokered a truce between Israel and Hezbollah.", "brokered", "mediator"),
        ("merged", "The army shelled Sake on Monday. On Monday the army shelled Sake.", "shelled", ""),
    ],
)
def test_every_outcome_can_be_met(reader: Reader, outcome: str, text: str, word: str, detail: str) -> None:
    found = [o for o in outcomes(explain(reader, text)) if o.trigger.found.text == word and o.outcome == outcome]
    assert any(detail in o.detail for o in found), [(o.outcome, o.detail) for o in outcomes(explain(reader, text))]
    assert outcome in OUTCOMES
    if outcome in ("claim", "merged"):
        assert all(len(o.claims) >= 1 for o in found)


@pytest.mark.parametrize(
    ("gate", "text"),
    [
        ("parsed", "The army shelled Goma."),
        ("context", "The commander slept. He attacked Goma."),
        ("no_trigger", "The garden is quiet."),
        ("words_missing", "they laid down rules."),
        ("elsewhere", "The striker fired a shot at Milan's goalkeeper."),
        ("too_long", TOO_LONG),
        ("too_many", "The army shelled Goma.\n" * 3),
    ],
)
def test_every_gate_can_be_met(reader: Reader, monkeypatch: pytest.MonkeyPatch, gate: str, text: str) -> None:
    monkeypatch.setattr("gencatan.reading.selection.LARGEST", 2 * SHORTEST)
    sentences = explain(reader, text).sentences
    sentence = sentences[-1 if gate == "too_many" else 0]
    assert sentence.gate == gate
    assert gate in GATES
    assert bool(sentence.nodes) == (gate in ("parsed", "context"))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The army shelled Goma.", LeftOut(0, 0)),
        (TOO_LONG, LeftOut(1, 0)),
        ("The army shelled Goma.\n" * 7, LeftOut(0, 0, 2)),
        ("The garden is quiet.\n" * 6 + "The army shelled Goma.", LeftOut(0, 0)),
        ("word " * 500, LeftOut(0, 0)),
        ("The striker fired a shot at Milan's goalkeeper. The garden is quiet.", LeftOut(0, 1)),
    ],
)
def test_sentences_that_are_left_out_are_counted(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, text: str, left: LeftOut
) -> None:
    monkeypatch.setattr("gencatan.reading.selection.LARGEST", 5 * SHORTEST)
    assert reader.left_out(Document.create(text, language="en")) == left


def test_no_more_of_a_report_is_read_than_is_parsed_of_one(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document.create("Rebels attacked Goma.\nRebels attacked Sake.\nRebels attacked Beni.", language="en")
    everything = reader.read(document)
    monkeypatch.setattr("gencatan.reading.selection.LARGEST", 2 * SHORTEST)
    assert reader.read(document) == everything[:2] != everything


def test_terms_that_go_on_with_a_deal_open_their_sentence(reader: Reader) -> None:
    text = "The rebels signed a ceasefire agreement in Oslo on Monday. Trucks shall be let through at once."
    assert [sentence.gate for sentence in explain(reader, text).sentences] == ["parsed", "parsed"]


def test_saying_it_ten_times_is_saying_it_once(reader: Reader) -> None:
    sentence = "Representatives of both sides will meet in Geneva on Thursday to talk about the release of detainees."
    once = reader.read(Document.create(sentence, language="en", published="2023-09-20"))
    for between in (" ", "\n", "\n\n"):
        often = reader.read(Document.create(between.join([sentence] * 10), language="en", published="2023-09-20"))
        assert [claim.kind for claim in often] == [claim.kind for claim in once] != []


def test_merged_tellings_are_named(reader: Reader) -> None:
    explanation = explain(reader, "The army shelled Sake on Monday. On Monday the army shelled Sake.")
    note = only_note(explanation, "event")
    assert len(note.also) == 1
    assert {note.also[0]} < set(note.claim.evidence)


def test_roles_and_arcs_lead_from_the_trigger_to_the_words(reader: Reader) -> None:
    note = only_note(explain(reader, "Goma was shelled by the army on Monday."), "event")
    (actor,), (target,), (act,) = slots(note, "actor"), slots(note, "target"), slots(note, "act")
    assert (actor.source, actor.role, actor.path) == ("role", "subj", ("obl:agent",))
    assert (target.source, target.role, target.path) == ("role", "obj", ("nsubj:pass",))
    assert (act.source, act.value) == ("entry", "shelling")


def test_a_pronoun_is_shown_with_whom_it_means(reader: Reader) -> None:
    explanation = explain(reader, "Israel closed the border. It shelled Gaza on Monday.")
    note = next(n for n in explanation.notes.values() if n.claim.slots.get("act") == "shelling")
    (actor,) = slots(note, "actor")
    assert actor.source == "reference"
    assert actor.span is not None
    assert actor.refers_to is not None
    assert (actor.span.text, actor.refers_to.text, actor.role) == ("It", "Israel", "subj")


def test_signals_have_the_words_that_settled_the_status(reader: Reader) -> None:
    note = only_note(explain(reader, "The army did not shell Goma."), "event")
    assert (note.status, note.signals) == ("denied", (("denied", "not"),))


def test_a_told_date_is_counted_from_publication_and_others_lose(reader: Reader) -> None:
    text = "The army shelled Goma on Monday, and rebels attacked Sake on 5 March 2024."
    note = next(n for n in explain(reader, text).notes.values() if n.claim.slots["act"] == "shelling")
    date = resolution(note, "date")
    assert (date.value, date.against, date.how, date.via) == ("2024-03-11", PUBLISHED, "calendar", "tree")
    assert [(c.name, c.chosen) for c in date.candidates] == [("Monday", True), ("5 March 2024", False)]
    other = next(n for n in explain(reader, text).notes.values() if n.claim.slots["act"] == "attack")
    assert resolution(other, "date").against == ""


def test_places_have_their_senses_with_scores(reader: Reader) -> None:
    near = only_note(explain(reader, "The army shelled a camp in Tripoli, Lebanon, on Monday."), "event")
    (far, _) = explain(reader, "The army shelled a camp in Tripoli on Monday. Libya closed its border.").notes.values()
    assert (resolution(near, "place").how, resolution(near, "place").against) == ("container", "Lebanon")
    assert resolution(near, "place").value.endswith("LBN")
    assert resolution(far, "place").value.endswith("LBY")
    scores = [c.score for c in resolution(far, "place").candidates]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("text", "words", "how", "against"),
    [
        ("Israel attacked Gaza on Monday.", "Israel", "name", ""),
        ("Israeli troops attacked Gaza on Monday.", "Israeli troops", "nationality", "troops"),
        ("Moscow brokered a truce.", "Moscow", "seat", ""),
        ("Gunmen attacked Goma on Monday.", "Gunmen", "nobody", ""),
        ("General Tomas Belmarsh condemned the attack.", "General Tomas Belmarsh", "form", ""),
        ("Nikol Pashinyan condemned the attack. Pashinyan urged a truce.", "Pashinyan", "person", ""),
        ("General Tomas Belmarsh condemned it. Belmarsh urged a truce.", "Belmarsh", "remembered", "General Tomas"),
        ("Israel closed the border. Its troops shelled Gaza.", "Its troops", "owner", "Israel"),
    ],
)
def test_how_an_actor_is_known(reader: Reader, text: str, words: str, how: str, against: str) -> None:
    found = [r for n in explain(reader, text).notes.values() for r in n.resolutions if r.span.text == words]
    assert found, [r.span.text for n in explain(reader, text).notes.values() for r in n.resolutions]
    assert found[0].how == how
    assert against in found[0].against


@pytest.mark.parametrize("text", ["", "\n", "He", "“", "🙂 ‏مرحبا", "killed killed killed"])
def test_odd_texts_are_explained_too(reader: Reader, text: str) -> None:
    try:
        document = Document.create(text or " ", language="en")
    except ValueError:
        return
    assert reader.explain(document).claims == tuple(reader.read(document))
