"""The other questions: agreements and obligations, meetings, territory, contradictions, the brief, the way back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from rich.console import Console

from gencatan.cli import answers as sheets
from gencatan.cli.answers_trail import trail as sheets_trail
from gencatan.cli.sheets import Line, Sheet, show
from gencatan.errors import UsageError
from gencatan.export import wording
from gencatan.export.dossier import dossier_page
from gencatan.export.ics import to_ics
from gencatan.i18n import LANGUAGES, strings
from gencatan.ledger.clock import end_of_day
from gencatan.ledger.search import Hit
from gencatan.model import Actor, Claim, Filler, Head, Record, Snapshot, Span
from gencatan.views.actors import actors
from gencatan.views.agreements import agreements
from gencatan.views.brief import brief
from gencatan.views.calendar import calendar
from gencatan.views.contradictions import contradictions
from gencatan.views.desk import Desk
from gencatan.views.dossier import dossier
from gencatan.views.found import found as found_by_search
from gencatan.views.meetings import meetings
from gencatan.views.obligations import Obligation, obligations
from gencatan.views.register import COLUMNS, register
from gencatan.views.reviewed import corrected
from gencatan.views.territory import territory
from gencatan.views.timeline import statements, timeline
from gencatan.views.tolls import tolls
from gencatan.views.trail import trail
from gencatan.views.values import cite, source_of
from tests.views.made import desk, judged, record, review

TRUCE = record(
    "agreement",
    type="ceasefire",
    stage="agreed",
    parties=["Azerbaijan", "Stepanakert"],
    mediator=["Moscow"],
    day="2023-09-20",
    document="truce",
    said="2023-09-20",
)


def duty(**more: object) -> Record:
    given = {"action": "disarm", "obligor": ["Stepanakert"], "basis": "agreement", "status": "called_for"}
    return record("obligation", **{**given, "document": "truce", "said": "2023-09-20", "offset": 100, **more})  # type: ignore[arg-type]


def stands(*records: Record, as_of: datetime | None = None) -> Obligation:
    (found,) = obligations(desk([TRUCE, *records], as_of=as_of)).obligations
    return found


# --- obligations


def test_no_report_is_not_compliance() -> None:
    found = stands(duty())
    assert found.implementation.value == "not_assessable"
    assert strings("en").say(found.implementation.reason) == (
        "No report tells of it, and no day is set. That is not compliance."
    )
    assert (found.verification.value, found.observability.value) == ("undetermined", "not_reported")
    assert found.agreement == TRUCE.id


def test_what_is_done_later_is_told_with_its_claims() -> None:
    done = record(
        "event",
        act="disarmament",
        actor=["Stepanakert"],
        day="2023-09-23",
        at="Karabakh",
        says="Moscow",
        said="2023-09-24",
    )
    found = stands(duty(), done)
    assert found.implementation.value == "1", "begun: nobody says that all of it is done"
    assert (found.verification.value, found.observability.value) == ("substantiated", "observed"), "Moscow is no party"
    assert [item.claim for item in found.implementation.cites] == [done.id]
    assert "Russia" in strings("en").say(found.verification.reason)


@pytest.mark.parametrize("more", [{"day": "2023-09-01"}, {"status": "planned"}, {"status": "denied"}])
def test_what_came_before_or_is_only_planned_fulfils_nothing(more: dict[str, str]) -> None:
    event = {"act": "disarmament", "day": "2023-09-23", "at": "Karabakh", "said": "2023-09-24", **more}
    assert stands(duty(), record("event", **event)).implementation.value == "not_assessable"  # type: ignore[arg-type]


def test_deadlines() -> None:
    held = duty(until="2023-12-31")
    assert stands(held, as_of=datetime(2023, 10, 1, tzinfo=UTC)).implementation.value == "not_due"
    assert stands(held, as_of=datetime(2024, 2, 1, tzinfo=UTC)).implementation.value == "overdue"


def test_a_duty_told_twice_is_one_with_both_claims() -> None:
    again = duty(action="hand_over_weapons", document="later", said="2023-09-24")
    truce = record(
        "agreement", type="ceasefire", stage="in_effect", document="later", said="2023-09-24", day="2023-09-20"
    )
    answer = obligations(desk([TRUCE, truce, duty(), again], [judged("same_agreement", TRUCE, truce)]))
    assert [len(found.cites) for found in answer.obligations] == [2]


def test_force_after_the_truce_is_told_of_a_duty_to_cease_it() -> None:
    shots = record("event", act="shelling", actor=["Azerbaijan"], at="Stepanakert", day="2023-09-21", said="2023-09-22")
    found = stands(duty(action="cease_hostilities", obligor=[]), shots)
    assert found.obligor == ("Azerbaijan", "Karabakh Armenians"), "without one the parties are bound"
    assert [item.claim for item in found.implementation.cites] == [shots.id]
    assert found.verification.value == "alleged"


def test_conditions_stand_beside_the_duty() -> None:
    found = stands(duty(basis="pledge", status="conditional", condition="if guarantees are given"))
    assert (found.condition, found.agreement) == ("if guarantees are given", None)
    assert found.condition_met is not None
    assert (found.condition_met.value, found.implementation.value) == ("unknown", "not_due")


# --- agreements


def test_one_agreement_with_parties_mediator_stages_and_violations_as_alleged() -> None:
    sides = ["Azerbaijan", "Stepanakert"]
    effect = record("agreement", type="ceasefire", stage="in_effect", parties=sides, day="2023-09-20", document="b")
    broken = record(
        "agreement",
        type="ceasefire",
        stage="violated",
        parties=["Azerbaijan"],
        says="Stepanakert",
        document="c",
        day="2023-09-21",
        at="Stepanakert",
    )
    denial = record("statement", act="deny", speaker=["Baku"], document="c", offset=50)
    same = [judged("same_agreement", TRUCE, one) for one in (effect, broken)]
    (deal,) = agreements(desk([TRUCE, effect, broken, denial], same)).agreements
    assert (deal.parties, deal.mediators) == (("Azerbaijan", "Karabakh Armenians"), ("Russia",))
    assert deal.stage.value == "in_effect", "an accusation ends no truce"
    assert deal.effective is not None
    assert deal.effective.start == date(2023, 9, 20)
    (violation,) = deal.violations
    assert (violation.verification.value, violation.accused) == ("alleged", ("Azerbaijan",))
    assert violation.by == ("Nagorno-Karabakh authorities",)
    assert [item.claim for item in violation.denied] == [denial.id]


def test_what_is_only_denied_is_no_agreement() -> None:
    none = record("agreement", type="peace", stage="agreed", status="denied", parties=["Azerbaijan", "Stepanakert"])
    assert agreements(desk([none])).agreements == ()


# --- meetings, calendar


def test_meetings_held_scheduled_called_off_and_without_news() -> None:
    planned = record(
        "meeting",
        format="talks",
        participants=["Baku", "Stepanakert"],
        day="2023-09-21",
        status="planned",
        said="2023-09-20",
        document="a",
    )
    held = record(
        "meeting",
        format="talks",
        participants=["Baku", "Stepanakert"],
        day="2023-09-21",
        said="2023-09-22",
        document="b",
    )
    coming = record(
        "meeting", format="summit", participants=["Baku", "Yerevan"], day="2023-10-05", status="planned", document="c"
    )
    off = record(
        "meeting", format="visit", participants=["Baku", "Yerevan"], day="2023-09-30", status="denied", document="d"
    )
    on = desk(
        [planned, held, coming, off], [judged("same_meeting", planned, held)], as_of=datetime(2023, 10, 1, tzinfo=UTC)
    )
    assert {one.format: one.outcome for one in meetings(on).meetings} == {
        "talks": "held",
        "summit": "scheduled",
        "visit": "cancelled",
    }
    later = desk([coming], as_of=datetime(2023, 11, 1, tzinfo=UTC))
    assert [one.outcome for one in meetings(later).meetings] == ["no_news"], "no report is not a meeting held"


def test_the_calendar_holds_meetings_and_deadlines_and_is_icalendar() -> None:
    from icalendar import Calendar

    from gencatan.export.ics import to_ics

    coming = record(
        "meeting",
        format="talks",
        participants=["Baku", "Yerevan"],
        day="2023-10-05",
        status="planned",
        document="c",
        topic="borders, peace; all\nof it",
    )
    answer = calendar(desk([TRUCE, duty(until="2023-12-31"), coming]))
    assert [(one.sort, one.start) for one in answer.appointments] == [
        ("meeting", date(2023, 10, 5)),
        ("deadline", date(2023, 12, 31)),
    ]
    for language, word in (("en", "Deadline"), ("id", "Tenggat")):
        data = to_ics(answer, strings(language))
        assert data == to_ics(answer, strings(language)), "the same books, the same file"
        events = Calendar.from_ical(data).walk("VEVENT")
        assert [event["DTSTART"].dt for event in events] == [date(2023, 10, 5), date(2023, 12, 31)]
        assert [event["DTEND"].dt for event in events] == [date(2023, 10, 6), date(2024, 1, 1)]
        assert word.casefold() in str(events[1]["SUMMARY"]).casefold()
        assert "words of claim" in str(events[0]["DESCRIPTION"])


def test_talks_of_a_week_stand_on_all_its_days_and_those_called_off_are_said_to_be() -> None:
    from icalendar import Calendar

    sides = {"format": "talks", "participants": ["Baku", "Yerevan"]}
    week = record("meeting", day="2023-10-02", until="2023-10-08", status="planned", **sides)  # type: ignore[arg-type]
    off = record("meeting", day="2023-10-20", status="denied", **sides)  # type: ignore[arg-type]
    year = record("meeting", day="2024-01-01", until="2024-12-31", status="planned", **sides)  # type: ignore[arg-type]
    answer = calendar(desk([week, off, year]))
    assert [(one.start, one.end, one.state) for one in answer.appointments] == [
        (date(2023, 10, 2), date(2023, 10, 8), "scheduled"),
        (date(2023, 10, 20), date(2023, 10, 20), "cancelled"),
    ]
    assert answer.left_out == 1
    assert "Left out: meetings 1" in sheets.calendar(answer, strings("en"))[0].notes[0]
    first, second = Calendar.from_ical(to_ics(answer, strings("en"))).walk("VEVENT")
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (date(2023, 10, 2), date(2023, 10, 9))
    assert (first["STATUS"], second["STATUS"]) == ("TENTATIVE", "CANCELLED")
    assert str(second["SUMMARY"]).startswith("called off: talks")


# --- territory, contradictions, timeline


def test_who_holds_a_place_is_never_merged_with_whose_it_is_in_law() -> None:
    law = record("territory", territory="Nagorno-Karabakh", relation="part_of", by=["Azerbaijan"])
    held = record("territory", territory="Nagorno-Karabakh", relation="controls", by=["Stepanakert"], day="1994-01-01")
    now = record(
        "territory",
        territory="the whole of Nagorno-Karabakh",
        relation="controls",
        by=["Azerbaijan"],
        said="2023-10-02",
    )
    (land,) = territory(desk([law, held, now])).lands
    assert [one.by for one in land.de_jure] == [("Azerbaijan",)]
    assert [one.by for one in land.holders] == [("Karabakh Armenians",), ("Azerbaijan",)]


def test_a_table_of_holders_says_what_it_is_and_that_what_failed_is_not_so() -> None:
    failed = record("territory", territory="Martuni", relation="captures", by=["Baku"], status="denied", at="Karabakh")
    (sheet,) = sheets.territory(territory(desk([failed])), strings("en"))
    assert sheet.title.startswith("Who holds what: ")
    assert sheet.lines[0].cells[1].startswith("NOT SO captures"), "as the timeline has it: nobody denies it"


def test_an_agreement_of_no_day_is_named_without_one() -> None:
    undated = record("agreement", type="ceasefire", stage="agreed", parties=["Baku", "Stepanakert"])
    dated = record("agreement", type="ceasefire", stage="agreed", parties=["Baku", "Stepanakert"], day="2023-09-20")
    titles = [sheets.agreements(agreements(desk([one])), strings("en"))[0].title for one in (undated, dated)]
    assert titles[0].startswith("ceasefire: Azerbaijan, ")
    assert titles[1].startswith("ceasefire, 2023-09-20: Azerbaijan, ")


def test_contradictions_show_both_sides_and_reviewers_who_disagree() -> None:
    shots = record("event", act="attack", actor=["Azerbaijan"], at="Stepanakert", says="Stepanakert", document="a")
    denied = record(
        "event", act="attack", actor=["Azerbaijan"], at="Stepanakert", status="denied", says="Baku", document="b"
    )
    said = [review("accept", shots, by="ana"), review("reject", shots, by="budi", at="2024-01-02T00:00:00Z")]
    answer = contradictions(desk([shots, denied], [judged("contradicts", shots, denied)], said[:1]))
    (pair,) = answer.pairs
    assert pair.why == "denial"
    assert {pair.one.source.name, pair.other.source.name} == {"Stepanakert", "Baku"}
    (sheet,) = sheets.contradictions(answer, strings("en"))
    assert sum("NOT SO" in cell for cell in sheet.lines[0].cells) == 1, "which of them is the denial"
    back = [*said, review("accept", shots, by="cici", at="2024-01-03T00:00:00Z")]
    (verdict,) = contradictions(desk([shots], reviews=back)).disputed
    assert (verdict.action, verdict.reviewer, verdict.disputed) == ("accept", "cici", True)


def test_what_one_speaker_says_in_one_report_is_no_denial_of_it() -> None:
    struck = record("event", act="attack", at="Stepanakert", says="Baku", document="a")
    spared = record("event", act="attack", at="Stepanakert", status="denied", says="Baku", document="a")
    later = record("event", act="attack", at="Stepanakert", status="denied", says="Baku", document="b")
    judgements = [judged("contradicts", struck, other) for other in (spared, later)]
    (pair,) = contradictions(desk([struck, spared, later], judgements)).pairs
    assert "b" in (pair.one.document, pair.other.document)


def test_a_duty_that_is_kept_is_no_accusation() -> None:
    kept = record(
        "event", act="disarmament", actor=["Stepanakert"], day="2023-09-23", says="Stepanakert", said="2023-09-24"
    )
    for language, words, never in (
        ("en", "as reported by one side", "alleged"),
        ("id", "dilaporkan satu pihak", "tudu"),
    ):
        one = stands(duty(), kept)
        assert (one.implementation.value, one.verification.value) == ("1", "alleged")
        remarks = " ".join(sheets.scorecard([one], strings(language), "").lines[0].remarks[1:])
        assert words in remarks
        assert never not in remarks


def test_the_brief_says_whether_the_day_itself_is_in() -> None:
    at = {
        since: sheets.brief(brief(desk([]), desk([]), since), strings("en"))[0].notes[0]
        for since in ("2025-07-28", "2025-07-28T06:00")
    }
    assert at == {
        "2025-07-28": "Since 2025-07-28, that day included: reports 0, claims 0.",
        "2025-07-28T06:00": "Since 2025-07-28T06:00: reports 0, claims 0.",
    }


def test_the_timeline_has_each_incident_once_in_order_of_days() -> None:
    one = record("event", act="operation", actor=["Azerbaijan"], at="Karabakh", day="2023-09-19", document="a")
    again = record("event", act="operation", at="Karabakh", day="2023-09-19", document="b")
    blast = record("event", act="explosion", at="Stepanakert", day="2023-09-25", document="c")
    undated = record("event", act="protest", at="Karabakh", document="d")
    found = timeline(desk([undated, blast, again, one], [judged("same_incident", one, again)])).entries
    assert [(entry.what, entry.reports) for entry in found] == [
        ("event.act.operation", 2),
        ("event.act.explosion", 1),
        ("event.act.protest", 1),
    ]
    assert found[0].who == ("Azerbaijan",)
    assert all(entry.codes and entry.codes.acled_event for entry in found), "every incident carries its codes"
    bounded = timeline(desk([undated, blast, one]), date(2023, 9, 20), date(2023, 9, 30)).entries
    assert [entry.what for entry in bounded] == ["event.act.explosion"]


def test_what_was_said_stands_in_the_dossier_once_for_all_who_tell_it() -> None:
    blamed = {"act": "condemn", "speaker": ["Paris"], "addressee": ["Azerbaijan"], "at": "Karabakh"}
    one = record("statement", document="a", said="2023-09-21", content="the shelling of the town of Martuni", **blamed)
    again = record("statement", document="b", said="2023-09-20", content="shelling of Martuni", **blamed)
    other = record("statement", document="c", said="2023-09-22", content="the closure of the Lachin road", **blamed)
    demand = record("statement", document="d", said="2023-09-19", act="demand", speaker=["Baku"], at="Karabakh")
    answer = dossier(desk([one, again, other, demand]))
    told = [(entry.what, entry.reports, entry.lead.words) for entry in answer.statements.entries]
    assert [(what, reports) for what, reports, _ in told] == [
        ("statement.act.demand", 1),
        ("statement.act.condemn", 2),
        ("statement.act.condemn", 1),
    ], "by the day of the first report, other things said apart"
    assert [str(entry.first_told) for entry in answer.statements.entries] == ["2023-09-19", "2023-09-20", "2023-09-22"]
    assert [row["part"] for row in answer.rows()].count("statement") == 3
    assert [row["start"] for row in register(answer) if row["part"] == "statement"] == [None] * 3
    page = dossier_page(answer)
    assert page.index('href="#statements"') < page.index('<section id="statements"')
    assert all(" ".join(words) in page for _, _, words in told)
    assert any(sheet.title == "What was said" for sheet in sheets.dossier(answer, strings("en")))


# --- reviews


def test_a_rejected_claim_leaves_the_figures_and_stays_explainable() -> None:
    wrong = record("event", act="attack", at="Karabakh", document="a")
    on = desk([wrong], reviews=[review("reject", wrong, words="a misreading")])
    assert timeline(on).entries == ()
    found = trail(on, wrong.id[:8])
    assert (found.cite.claim, found.reviews[0].action) == (wrong.id, "reject")
    undone = desk([wrong], reviews=[review("reject", wrong), review("accept", wrong, at="2024-01-02T00:00:00Z")])
    assert len(timeline(undone).entries) == 1, "undo is one row"


def test_a_correction_keeps_the_id_and_the_words() -> None:
    read = record("casualty", harm="killed", count=(1, 1), at="Karabakh")
    fields = {"slots": {"count": {"min": 200, "max": None, "text": "at least 200", "hedge": "at_least"}}}
    (seen,) = desk([read], reviews=[review("correct", read, **fields)]).records
    assert seen.id == read.id
    assert seen.claim.evidence == read.claim.evidence
    assert seen.claim.slots["count"].min == 200  # type: ignore[union-attr]
    for bad in (
        {"status": "perhaps"},
        {"slots": {"act": "attack"}},
        {"slots": {"harm": "tired"}},
        {"date": {"start": 1}},
    ):
        with pytest.raises(UsageError):
            corrected(read.claim, bad)


def test_to_accept_says_that_it_is_right_as_it_was_read() -> None:
    toll = record("casualty", harm="killed", count=(15000, 15000), at="Stepanakert", day="2023-09-20")
    fields = {"slots": {"count": {"min": 12, "max": 12, "text": "12", "hedge": "exact"}}}
    fixed = review("correct", toll, **fields)
    later = review("accept", toll, at="2024-01-02T00:00:00Z")
    assert [one.best for one in tolls(desk([toll], reviews=[fixed])).incidents] == [12]
    assert [one.best for one in tolls(desk([toll], reviews=[fixed, later])).incidents] == [15000]
    last = review("correct", toll, at="2024-01-03T00:00:00Z", **fields)
    assert [one.best for one in tolls(desk([toll], reviews=[fixed, later, last])).incidents] == [12]


def test_what_is_undone_does_not_count() -> None:
    read = record("casualty", harm="killed", count=(1, 1), at="Karabakh")
    for said in (review("accept", read), review("reject", read), review("correct", read, status="denied")):
        undo = review("note", read, at="2024-01-02T00:00:00Z", undoes=said.id)
        on = desk([read], reviews=[said, undo])
        assert (list(on.records), on.verdicts) == ([read], {}), said.action
        again = desk([read], reviews=[said, undo, review("note", read, at="2024-01-03T00:00:00Z", undoes=undo.id)])
        assert again.verdicts[read.id].action == said.action, "an undoing can be undone"
    first = review("correct", read, status="possible")
    last = review("reject", read, at="2024-01-02T00:00:00Z")
    undo = review("note", read, at="2024-01-03T00:00:00Z", undoes=last.id)
    (seen,) = desk([read], reviews=[first, last, undo]).records
    assert seen.claim.status == "possible", "what was said before counts again"


def test_a_correction_that_fits_no_claim_is_left_alone() -> None:
    read = record("casualty", harm="killed", count=(1, 1), at="Karabakh")
    good = review("correct", read, status="possible")
    for fields in ({"slots": {"harm": None}}, {"slots": 3}, {"nonsense": 1}, {"date": {"start": 20230919}}):
        bad = review("correct", read, at="2024-01-02T00:00:00Z", **fields)
        on = desk([read], reviews=[good, bad])
        assert [one.claim.status for one in on.records] == ["possible"]
        assert tolls(on) is not None


# --- from a figure back to the words


def test_ids_lead_back_and_near_ones_are_refused() -> None:
    one = record("event", act="operation", at="Karabakh", document="a")
    again = record("event", act="operation", at="Karabakh", document="b")
    same = judged("same_incident", one, again)
    on = desk([one, again], [same])
    found = trail(on, again.id)
    assert [group.id for group in found.groups] == [min((one, again), key=lambda r: r.id).id]
    assert {item.claim for item in found.groups[0].cites} == {one.id, again.id}
    assert found.claim["evidence"][0]["text"] == again.claim.evidence[0].text
    assert trail(on, same.id[:10]).judgements == (same,)
    for wanted, said in (("abc", "at least 4"), ("zzzzzz", "no claim")):
        with pytest.raises(UsageError, match=said):
            trail(on, wanted)


def test_explain_says_why_each_member_is_in_its_group() -> None:
    first, second, third = (
        record("event", act="shelling", actor=["Baku"], day="2023-09-19", at="Stepanakert", document=name)
        for name in ("a", "b", "c")
    )
    rows = [judged("same_incident", first, second, 0.8)]
    put = [review("merge", first, third)]
    (group,) = trail(desk([first, second, third], rows, put, everything=True), first.id).groups
    why = {one.claim: (one.by, one.other, one.reason) for one in group.why}
    assert why[second.id] == ("judged", first.id, ("day",))
    assert why[third.id] == ("person", first.id, ())
    shown = sheets_trail(trail(desk([first, second, third], rows, put, everything=True), second.id), strings("en"))
    assert shown[0].title == f"Baku · shelling · 2023-09-19 · Stepanakert (AZE) [{second.id}]"
    remarks = [line.remarks for line in shown[1].lines]
    assert (f"in it with {first.id[:8]} (0.80): the same day",) in remarks
    assert (f"put with {first.id[:8]} by a person",) in remarks
    of_group = sheets_trail(trail(desk([first, second, third], rows, put, everything=True), group.id), strings("en"))
    assert "Incident of the same id: all of its 3 claims are told below." in of_group[0].notes


def test_every_figure_of_a_dossier_leads_to_a_claim_and_its_words() -> None:
    on = desk([TRUCE, duty(), record("casualty", harm="killed", count=(32, None), at="Karabakh", document="z")])
    claims = {one.id: [span.text for span in one.claim.evidence] for one in on.records}
    seen = 0

    def walk(value: object) -> None:
        nonlocal seen
        if isinstance(value, dict):
            if "claim" in value and "words" in value:
                assert value["words"] == claims[value["claim"]]
                seen += 1
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    found = dossier(on)
    walk(found.to_dict())
    assert seen > 5
    assert {row["part"] for row in found.rows()} >= {"agreement", "obligation", "toll", "event"}


def test_the_brief_tells_what_is_new_and_what_changed_and_nothing_else() -> None:
    planned = record(
        "meeting",
        format="talks",
        participants=["Baku", "Stepanakert"],
        day="2023-09-21",
        status="planned",
        said="2023-09-20",
        document="a",
    )
    held = record(
        "meeting",
        format="talks",
        participants=["Baku", "Stepanakert"],
        day="2023-09-21",
        said="2023-09-22",
        document="b",
    )
    blast = record("event", act="explosion", at="Stepanakert", day="2023-09-22", said="2023-09-22", document="b")
    before = desk([planned], as_of=datetime(2023, 9, 20, 12, tzinfo=UTC))
    after = desk([planned, held, blast], [judged("same_meeting", planned, held)])
    found = brief(before, after, "2023-09-20")
    assert [(change.sort, change.was, change.now) for change in found.changes] == [("meeting", "scheduled", "held")]
    assert [entry.what for entry in found.entries] == ["event.act.explosion"]
    assert (found.reports, found.claims) == (("b",), 2)
    assert brief(after, after, "now").rows() == []


def test_the_brief_tells_new_and_risen_tolls() -> None:
    def toll(people: int, at: str, said: str, **more: object) -> Record:
        given = {"victims": ["people"], "count": (people, people), "harm": "killed", "day": said, **more}
        return record("casualty", at=at, said=said, document=f"{said} {at}", **given)  # type: ignore[arg-type]

    first = toll(3, "Stepanakert", "2023-09-20")
    risen = toll(5, "Stepanakert", "2023-09-21", day="2023-09-20")
    new = toll(3, "Karabakh", "2023-09-21")
    fled = toll(4000, "Karabakh", "2023-09-21", harm="displaced")
    before = desk([first], everything=True)
    after = desk([first, risen, new, fled], [judged("same_incident", first, risen)], everything=True)
    found = brief(before, after, "2023-09-21")
    assert {(one.sort, one.what, one.was, one.now, one.place) for one in found.changes} == {
        ("toll", "casualty.harm.killed", "3", "5", "Stepanakert"),
        ("toll", "casualty.harm.killed", "", "3", "Nagorno-Karabakh"),
        ("toll", "casualty.harm.displaced", "", "4000", None),
    }
    (_, changes, *_) = sheets.brief(found, strings("en"))
    told = {(line.cells[1], line.cells[3], line.cells[4]) for line in changes.lines}
    assert ("people · Nagorno-Karabakh · 2023-09-21", "", "3") in told, "a number, and no state of a duty"
    assert {(row["whom"], row["start"]) for row in found.rows() if row["now"] == "3"} == {("all", date(2023, 9, 21))}


def test_since_a_day_after_the_last_report_nothing_changed() -> None:
    """The books as of 2030 say overdue, those of today not due yet; that is no news of today's."""
    sides = ["Baku", "Stepanakert"]
    coming = record("meeting", participants=sides, day="2023-10-05", status="planned", said="2023-09-23")
    held = [TRUCE, duty(day="2023-10-22"), coming]
    later = desk(held, as_of=datetime(2029, 12, 31, tzinfo=UTC))
    assert {one.outcome for one in meetings(later).meetings} == {"no_news"}
    found = brief(later, desk(held), "2030-01-01")
    assert found.changes == ()
    assert found.rows() == []


def test_every_output_has_one_word_for_how_a_claim_is_meant() -> None:
    bound, off = duty(), record("meeting", format="talks", participants=["Baku", "Yerevan"], status="denied")
    called = record("obligation", action="disarm", obligor=["Stepanakert"], basis="pledge", status="called_for")
    said = record("statement", act="deny", speaker=["Baku"], document="d", words="denied meeting")
    denying = record("meeting", format="talks", participants=["Baku"], status="denied", document="d", words="meeting")
    held = desk([bound, off, called, said, denying], everything=True)
    words = {one.id: held.cite(one).meant for one in (bound, off, called, denying)}
    assert words == {bound.id: "required", off.id: "called_off", called.id: "called_for", denying.id: "denied"}
    for one in (bound, off, called):
        assert wording.status(one.claim).key == f"status.{words[one.id]}", "what `read` says"
        (sheet, *_) = sheets_trail(trail(held, one.id), strings("en"))
        assert sheet.title.startswith(strings("en")[f"status.{words[one.id]}"].upper()), "what `explain` says"


def test_an_axis_and_its_value_are_two_words() -> None:
    for language in LANGUAGES:
        table = strings(language)
        for axis in ("verification", "attribution", "observability"):
            values = [table[f"books.state.{value}"] for value in ("observed", "alleged", "party", "undetermined")]
            assert table[f"books.{axis}"] not in values


def test_what_is_refused_or_called_off_is_no_denial() -> None:
    from gencatan.views.timeline import timeline

    beside = {"words": "refused to leave the town", "offset": 40, "document": "r"}
    refused = record("event", act="retreat", actor=["Baku"], status="denied", **beside)
    saying = record("statement", act="reject", speaker=["Baku"], **beside)
    told = {"words": "denied shelling the town", "offset": 90, "document": "r"}
    denied = record("event", act="shelling", actor=["Baku"], status="denied", **told)
    denial = record("statement", act="deny", speaker=["Baku"], **told)
    cancelled = {"words": "were cancelled", "offset": 10, "document": "m"}
    off = record("meeting", format="talks", participants=["Baku", "Yerevan"], status="denied", **cancelled)
    by_nobody = record("statement", act="reject", **cancelled)
    unwilling = {"words": "will not come", "offset": 10, "document": "n"}
    absent = record("meeting", format="summit", participants=["Baku", "Yerevan"], status="denied", **unwilling)
    word = record("statement", act="reject", speaker=["Baku"], **unwilling)
    on = desk([refused, saying, denied, denial, off, by_nobody, absent, word], everything=True)
    meant = {entry.what: entry.meant for entry in timeline(on).entries if entry.kind != "statement"}
    assert meant == {
        "event.act.retreat": "refused",
        "event.act.shelling": "denied",
        "meeting.format.talks": "called_off",
        "meeting.format.summit": "refused",
    }
    assert {one.format: one.outcome for one in meetings(on).meetings} == {"talks": "cancelled", "summit": "refused"}
    assert {entry.status for entry in timeline(on, kinds=("event", "meeting")).entries} == {"denied"}


def test_what_was_planned_dates_nothing_that_came_about() -> None:
    from gencatan.views.timeline import timeline

    deal = {"type": "ceasefire", "parties": ["Baku", "Stepanakert"]}
    made = record("agreement", stage="agreed", day="2023-09-20", document="a", **deal)
    planned = record("agreement", stage="in_effect", day="2023-09-24", status="planned", document="a", **deal)
    on = desk([made, planned], [judged("same_agreement", made, planned)])
    (found,) = agreements(on).agreements
    assert found.effective is None
    assert found.stage.value == "agreed"
    steps = {entry.what: (entry.status, entry.start) for entry in timeline(on, kinds=("agreement",)).entries}
    assert steps["agreement.stage.in_effect"] == ("planned", date(2023, 9, 24))
    later = record("agreement", stage="in_effect", document="b", **deal)
    on = desk([made, planned, later], [judged("same_agreement", made, planned), judged("same_agreement", made, later)])
    told = [(e.status, e.start) for e in timeline(on, kinds=("agreement",)).entries if e.what.endswith("in_effect")]
    assert sorted(told, key=str) == [("asserted", None), ("planned", date(2023, 9, 24))]


def test_a_truce_told_to_hold_from_a_day_that_its_report_could_not_know_is_planned() -> None:
    """A language without tenses says no more than the day ("mulai berlaku Minggu (24/9)")."""
    deal: dict[str, Any] = {"type": "ceasefire", "parties": ["Azerbaijan", "Stepanakert"], "said": "2023-09-20"}
    made = record("agreement", stage="agreed", day="2023-09-20", document="a", **deal)
    ahead = record("agreement", stage="in_effect", day="2023-09-24", document="a", **deal)
    on = desk([made, ahead], [judged("same_agreement", made, ahead)])
    (found,) = agreements(on).agreements
    assert [(step.stage, step.status) for step in found.history] == [("agreed", "asserted"), ("in_effect", "planned")]
    assert (found.stage.value, found.effective) == ("agreed", None)
    now = record("agreement", stage="in_effect", day="2023-09-21", document="a", **deal)  # where it was night
    (found,) = agreements(desk([made, now], [judged("same_agreement", made, now)])).agreements
    assert found.stage.value == "in_effect"


def test_a_timeline_tells_who_does_it_and_to_whom() -> None:
    struck = record("event", act="shelling", actor=["Baku"], target=["Stepanakert"], document="a")
    blast = record("event", act="explosion", target=["Yerevan"], at="Stepanakert", document="b")
    dead = record("casualty", harm="killed", victims=["192 servicemen"], at="Karabakh", document="c")
    told = {entry.what: (entry.who, entry.whom) for entry in timeline(desk([struck, blast, dead])).entries}
    assert told["event.act.shelling"] == (("Azerbaijan",), ("Karabakh Armenians",))
    assert told["event.act.explosion"] == ((), ("Armenia",))
    assert told["casualty.harm.killed"] == ((), ("192 servicemen (Azerbaijan)",)), "soldiers are not their country"
    shown = [line.cells[1:3] for line in sheets.timeline(timeline(desk([blast])), strings("en"))[0].lines]
    assert shown == [("", "explosion: Armenia")]
    rows = timeline(desk([struck])).rows()
    assert (rows[0]["what"], rows[0]["whom"]) == ("shelling", "Karabakh Armenians")


def test_a_stage_without_its_day_is_that_of_the_one_day_it_is_given() -> None:
    deal = {"type": "ceasefire", "stage": "agreed", "parties": ["Baku", "Stepanakert"]}
    made = record("agreement", day="2023-09-20", document="a", **deal)
    again = record("agreement", document="b", **deal)
    (found,) = agreements(desk([made, again], [judged("same_agreement", made, again)])).agreements
    assert [(step.day, len(step.cites)) for step in found.history] == [(date(2023, 9, 20), 2)]
    title = sheets.agreements(agreements(desk([record("agreement", type="ceasefire", stage="agreed", at="Karabakh")])),
                              strings("en"))[0].title  # fmt: skip
    assert "parties not named" in title


def test_states_and_countries_are_called_so_in_the_language_of_the_answer() -> None:
    talks = record("meeting", format="talks", participants=["Cambodia", "Moscow", "Azerbaijan"], at="Russia")
    told = {language: meetings(Desk(Snapshot([talks]), language=language)).meetings[0] for language in ("en", "id")}
    assert (told["en"].participants, told["en"].place) == (("Cambodia", "Russia's government", "Azerbaijan"), "Russia")
    assert (told["id"].participants[0], told["id"].place) == ("Kamboja", "Rusia")


def test_of_nested_words_the_longer_are_shown() -> None:
    spans = (Span(0, 7, "convene"), Span(0, 25, "convene an urgent meeting"))
    claim = Claim("d", "event", {"act": "clash"}, spans)
    assert cite(Record(claim, Head("d"))).words == ("convene an urgent meeting",)


def test_a_breach_and_its_denial_contradict_each_other() -> None:
    breach = record(
        "agreement", type="ceasefire", stage="violated", parties=["Baku"], says="Stepanakert", document="b",
        said="2023-09-22", day="2023-09-21",
    )  # fmt: skip
    accusing = record(
        "statement", act="accuse", speaker=["Stepanakert"], addressee=["Baku"], document="b", said="2023-09-22",
        content="Azerbaijan violated the truce",
    )  # fmt: skip
    denial = record("statement", act="deny", speaker=["Baku"], document="c", said="2023-09-23", words="denied it")
    on = desk([TRUCE, breach, accusing, denial], [judged("same_agreement", TRUCE, breach)], everything=True)
    pairs = [(pair.why, pair.one.claim, pair.other.claim) for pair in contradictions(on).pairs]
    assert pairs == [("denial", breach.id, denial.id)]


def _accused(**more: object) -> list[Record]:
    """Stepanakert accuses Baku of shelling a school; the act as it tells it."""
    shared = {"document": "a", "said": "2023-09-22", **more}
    words = "accused Azerbaijan of shelling a school in Martakert"
    return [
        record("statement", act="accuse", speaker=["Stepanakert"], addressee=["Baku"], words=words, **shared),  # type: ignore[arg-type]
        record("event", act="shelling", actor=["Baku"], says="Stepanakert", words="shelling a school", **shared),  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(
    ("denial", "shown"),
    [
        ({"document": "a", "said": "2023-09-22", "offset": 200, "content": "the accusation"}, True),
        ({"document": "a", "said": "2023-09-22", "offset": 200, "content": "that talks were planned"}, False),
        ({"said": "2023-09-23", "content": "involvement in the shelling of a school"}, True),
        ({"said": "2023-09-23", "content": "the accusation"}, True),
        ({"said": "2023-09-23", "content": "the accusation", "act": "reject"}, True),
        ({"said": "2023-09-23", "content": "the proposal", "act": "reject"}, False),
        ({"said": "2023-09-23", "content": "the accusation", "speaker": ["Yerevan"]}, False),
        ({"said": "2023-10-23", "content": "the accusation"}, False),
        ({"said": "2023-09-20", "content": "the accusation"}, False),
    ],
)
def test_what_the_accused_denies_is_a_contradiction(denial: dict[str, Any], shown: bool) -> None:
    said = record("statement", **{"act": "deny", "speaker": ["Baku"], **denial})
    accusation, act = _accused()
    found = contradictions(desk([accusation, act, said], everything=True)).pairs
    assert [(pair.why, pair.one.claim, pair.other.claim) for pair in found] == (
        [("denial", act.id, said.id)] if shown else []
    )


def test_a_bare_denial_days_later_answers_no_accusation_where_two_were_made() -> None:
    second = record(
        "statement", act="accuse", speaker=["Yerevan"], addressee=["Baku"], words="of torture", said="2023-09-22"
    )
    said = record("statement", act="deny", speaker=["Baku"], said="2023-09-23")
    assert contradictions(desk([*_accused(), second, said], everything=True)).pairs == ()


def test_a_dossier_is_one_table_of_few_columns() -> None:
    shelled = record("event", act="shelling", actor=["Baku"], day="2023-09-19", at="Stepanakert")
    talk = record("meeting", format="talks", participants=["Baku", "Yerevan"], day="2023-09-21")
    toll = record("casualty", harm="killed", count=(32, None), day="2023-09-19", at="Stepanakert")
    land = record("territory", relation="holds", by=["Baku"], territory="Karabakh", at="Karabakh")
    rows = register(dossier(desk([TRUCE, duty(), shelled, talk, toll, land], everything=True)))
    assert {row["part"] for row in rows} == {"agreement", "obligation", "meeting", "toll", "event", "territory"}
    assert all(tuple(row) == COLUMNS for row in rows), "the same columns for all"
    assert all(row["id"] and row["what"] and row["claims"] for row in rows)
    (sum_,) = [row for row in rows if row["part"] == "toll"]
    assert (sum_["what"], sum_["low"], sum_["state"]) == ("killed", 32, "open")


def test_what_is_left_out_of_reports_that_name_a_party_is_said() -> None:
    deal = record("agreement", document="d", type="ceasefire", stage="agreed", parties=["Azerbaijan", "Yerevan"])
    far = [record("casualty", document="e", harm="killed", count=(n, n), words=f"{n} died") for n in range(1, 5)]
    named = record("statement", document="e", act="warn", speaker=["Baku"])
    on = desk([deal, *far, named])
    found = dossier(on)
    assert (found.holdings.left_out, found.holdings.left_out_of) == (5, ("e",))
    assert tolls(on).left_out == 4
    notes = [note for sheet in sheets.dossier(found, strings("en")) for note in sheet.notes]
    assert any("claims 5 of reports 1" in note for note in notes)
    assert any("figures 4" in note for note in notes)


def test_a_report_without_an_outlet_is_named_by_its_file_or_host() -> None:
    claim = Claim("d", "event", {"act": "clash"}, (Span(0, 5, "clash"),))

    def name(uri: str, title: str | None = None) -> str:
        return source_of(Record(claim, Head("d", source_uri=uri, title=title))).name

    assert name("/home/ana/reports/truce.txt") == "truce.txt"
    assert name("C:\\reports\\truce.txt") == "truce.txt"
    assert name("https://news.example/2023/truce?id=1") == "news.example"
    assert (name("", "Truce holds"), name("")) == ("Truce holds", "d")


def test_an_actor_is_called_by_each_name_once() -> None:
    words = ("Pasukan Rusia", "pasukan Rusia")
    peacekeepers = Actor("RUS/MIL", "Russian army", "RUS", "MIL")
    records = [
        Record(Claim(str(n), "event", {"act": "clash", "actor": (Filler(Span(0, 13, one), peacekeepers),)},
                     (Span(0, 13, one),)), Head(str(n)))
        for n, one in enumerate(words)
    ]  # fmt: skip
    (part,) = actors(Desk(Snapshot(records))).actors
    assert part.names == ("Pasukan Rusia",)


def test_the_day_as_of_which_states_are_judged_is_said() -> None:
    """Nobody asks for a day: it is the last report's, which is not the clock's, so every answer names it."""
    talks = record(
        "meeting", participants=["Baku", "Stepanakert"], day="2023-10-05", status="planned", said="2023-09-23"
    )
    held = desk([TRUCE, duty(day="2023-09-22"), talks])
    for answer in (agreements(held), obligations(held), meetings(held), calendar(held)):
        assert answer.to_dict()["known"] == {"day": "2023-09-23", "asked": False, "minute": None}
        assert all(row["as_of"] == date(2023, 9, 23) for row in answer.rows())
    told = dossier(held).holdings.known.told
    assert told is not None
    assert strings("en").say(told) == "as of 23 Sep 2023, the last report's day"
    assert strings("id").say(told) == "per 23 Sep 2023, hari berita terakhir"
    asked = obligations(desk([TRUCE, duty()], as_of=datetime(2023, 9, 21, 12, tzinfo=UTC))).known
    assert asked.asked
    assert asked.told is not None
    assert strings("en").say(asked.told) == "as of 21 Sep 2023, 16:00"
    assert strings("id").say(asked.told) == "per 21 Sep 2023, pukul 16:00"
    whole = obligations(desk([TRUCE, duty()], as_of=end_of_day(date(2023, 9, 21), ZoneInfo("Asia/Baku")))).known.told
    assert whole is not None
    assert strings("en").say(whole) == "as of 21 Sep 2023"
    assert obligations(desk([])).known.told is None


def test_the_day_stands_on_top_of_tables_pages_and_calendars() -> None:
    held = desk([TRUCE, duty(day="2023-10-22")])
    words = "as of 20 Sep 2023, the last report's day"
    (first, *_) = sheets.dossier(dossier(held), strings("en"))
    assert first.notes[0] == words
    assert re.search(r"as of (<[^>]*>)*20 Sep 2023(<[^>]*>)*, the last report", dossier_page(dossier(held)))
    assert words in to_ics(calendar(held), strings("en")).decode().replace("\\,", ",")


def test_what_is_told_as_held_on_a_day_to_come_is_a_plan() -> None:
    """ "The session, first set for 4 October, was moved": read as a session that is, it was not held yet."""
    sides = ["Baku", "Stepanakert"]
    moved = record("meeting", format="session", participants=sides, day="2023-10-04", said="2023-09-30", document="a")
    planned = record("meeting", participants=sides, day="2023-10-04", said="2023-09-28", document="b", status="planned")
    left = record("event", act="evacuation", target=["Stepanakert"], day="2023-10-05", said="2023-09-30", document="a")
    same = [judged("same_meeting", planned, moved)]
    now = desk([planned, moved, left], same)
    assert [one.outcome for one in meetings(now).meetings] == ["scheduled"]
    (line,) = sheets.meetings(meetings(now), strings("en"))[0].lines
    assert line.remarks == ("It is planned for 2023-10-04, which has not passed.",)
    assert {entry.kind: entry.meant for entry in timeline(now).entries} == {"meeting": "planned", "event": "planned"}
    later = desk([planned, moved], same, as_of=datetime(2023, 10, 20, tzinfo=UTC))
    assert [one.outcome for one in meetings(later).meetings] == ["no_news"]
    held = record("meeting", format="session", participants=sides, day="2023-10-04", said="2023-10-05", document="c")
    after = desk([planned, moved, held], [*same, judged("same_meeting", moved, held)])
    assert [one.outcome for one in meetings(after).meetings] == ["held"]
    put_off = record("meeting", format="talks", participants=sides, until="2023-10-05", said="2023-09-30", document="e")
    assert [one.outcome for one in meetings(desk([put_off])).meetings] == ["scheduled"], "“until” it is not over"
    next_day = record("meeting", format="talks", participants=sides, day="2023-10-01", said="2023-09-30", document="d")
    assert [one.outcome for one in meetings(desk([next_day])).meetings] == ["held"], "it was tomorrow where they met"


def test_the_brief_tells_a_new_agreement_and_what_was_said() -> None:
    old = record("event", act="clash", actor=["Baku"], target=["Stepanakert"], said="2023-09-19", document="a")
    truce = record(
        "agreement", type="ceasefire", stage="agreed", parties=["Baku", "Stepanakert"], day="2023-09-20", document="b"
    )
    refused = record("statement", act="reject", speaker=["Baku"], content="the proposal", document="b", offset=90)
    wanted = record("statement", act="demand", speaker=["Baku"], content="their arms", document="b", offset=20)
    held = record("territory", territory="the whole region", relation="controls", by=["Baku"], document="b")
    hurt = record("casualty", harm="injured", victims=["192 servicemen"], count=(2, 2), day="2023-09-20", document="b")
    found = brief(desk([old]), desk([old, truce, refused, wanted, hurt, held]), "2023-09-20")
    assert ("agreement", "", "agreed") in {(one.sort, one.was, one.now) for one in found.changes}
    assert [entry.what for entry in found.said] == ["statement.act.demand", "statement.act.reject"], "as they were told"
    assert {row["kind"] for row in found.rows() if row["sort"] == "new"} == {
        "agreement",
        "casualty",
        "statement",
        "territory",
    }
    assert {entry.place for entry in found.entries if entry.kind == "territory"} == {"the whole region"}
    told = [line.cells[2] for sheet in sheets.brief(found, strings("en")) for line in sheet.lines]
    assert "ceasefire agreed" in told
    assert any(cell.startswith("2 injured: ") for cell in told), told
    assert brief(desk([old, refused]), desk([old, refused]), "2023-09-20").said == ()


def test_the_brief_tells_tolls_apart_and_writes_numbers_as_people_do() -> None:
    def dead(who: str, document: str) -> Record:
        return record("casualty", harm="killed", victims=[who], count=(192, 192), day="2023-09-19", document=document)

    fled = record("casualty", harm="displaced", victims=["people"], count=(28001, None), document="c")
    many = replace(fled.claim.slots["count"], hedge="more_than")  # type: ignore[type-var]
    fled = replace(fled, claim=replace(fled.claim, slots={**fled.claim.slots, "count": many}))
    found = brief(desk([], everything=True), desk([dead("192 servicemen", "a"), fled], everything=True), "2023-09-19")
    rows = [line.cells for sheet in sheets.brief(found, strings("en")) for line in sheet.lines]
    assert any("(AZE)" in cells[1] for cells in rows if cells[0] == "toll")
    assert any(cells[4] == "> 28,000" for cells in rows if len(cells) == 6), rows


def test_a_search_says_what_each_claim_tells() -> None:
    told = record("event", act="shelling", actor=["Baku"], document="a")
    hit = Hit(told.head, Span(0, 5, "words"), (), (told,))
    (match,) = found_by_search([hit]).hits
    assert match.what == ("event.act.shelling",)
    (sheet,) = sheets.found(found_by_search([hit]), strings("en"))
    assert sheet.lines[0].cells[1] == "shelling"


def test_in_a_narrow_window_no_id_is_broken() -> None:
    coming = record("meeting", participants=["Baku", "Stepanakert"], format="talks", day="2023-09-21", status="planned")
    answer = sheets.meetings(meetings(desk([coming])), strings("en"))
    for width, whole in ((40, False), (100, True)):
        out = StringIO()
        show(Console(file=out, width=width), answer, strings("en"))
        assert coming.id[:8] in out.getvalue()
        assert ("outcome" in out.getvalue()) is whole, "columns only where they fit"


def test_columns_are_drawn_where_they_break_no_id_date_or_name_and_numbers_are_named_elsewhere() -> None:
    cells = ("nagorno-karabakh-authorities", "2023-09-19 – 2024-10-02", "Karabakh Armenians", "53", "0a2836b3")
    sheet = Sheet("", ("actor", "when", "party", "claims", "id"), (0, 0, 4, 0, 0), (Line(cells),))

    def drawn(width: int) -> str:
        out = StringIO()
        show(Console(file=out, width=width), [sheet], strings("en"))
        return out.getvalue()

    assert all(part in drawn(width) for width in (60, 78, 79, 120) for part in ("0a2836b3", cells[0]))
    assert ["actor" in drawn(width) for width in (60, 78, 79, 120)] == [False, False, True, True]
    assert "· claims 53 ·" in drawn(60), "without columns a bare number says of what it is"
    assert "claims 53" not in drawn(120)
    assert all(word in drawn(79).split() for word in ("Karabakh", "Armenians"))


def test_statements_in_two_languages_are_one_where_what_is_said_may_be() -> None:
    def told(language: str, content: str, act: str | None = None) -> list[Record]:
        document, words = f"{language} {content}", f"Paris said: {content}"
        said = record("statement", document=document, act="condemn", speaker=["Paris"], day="2023-09-20",
                      words=words, content=content)  # fmt: skip
        # its content lies in its own words
        span = Span(words.index(content), len(words), content)
        slots = {**said.claim.slots, "content": span}
        made = [Record(replace(said.claim, slots=slots, id=""), replace(said.head, language=language))]
        if act:
            inner = record("event", document=document, act=act, words=content, offset=span.start)
            made.append(Record(inner.claim, made[0].head))
        return made

    def entries(*claims: Record) -> int:
        return len(statements(desk(claims, everything=True)).entries)

    shelled = told("en", "the shelling of Martuni", "shelling")
    assert entries(*shelled, *told("id", "penembakan Martuni", "shelling")) == 1
    assert entries(*shelled, *told("id", "penutupan koridor Lachin", "closure")) == 2
    assert entries(*told("en", "the death of 12"), *told("id", "tewasnya 40 orang")) == 2


def test_who_must_do_it_is_named_as_told_where_nobody_knows_him() -> None:
    def bound(*obligor: str) -> tuple[str, ...]:
        must = record("obligation", document="truce", action="withdraw", basis="agreement", status="called_for",
                      obligor=list(obligor), offset=200, said="2023-09-20")  # fmt: skip
        found = obligations(desk([TRUCE, must], everything=True)).obligations
        return tuple(name for one in found for name in one.obligor)

    assert bound("the mayor") == ("the mayor",)
    assert set(bound("both sides")) == set(bound())
    assert len(bound("both sides")) == 2


def test_the_deadlines_of_a_truce_that_is_over_are_in_no_calendar() -> None:
    due = duty(until="2023-12-31")
    over = record("agreement", type="ceasefire", stage="collapsed", parties=["Baku", "Stepanakert"],
                  day="2023-09-25", said="2023-09-26", document="late")  # fmt: skip
    assert len(calendar(desk([TRUCE, due], everything=True)).appointments) == 1
    same = [judged("same_agreement", TRUCE, over)]
    assert calendar(desk([TRUCE, due, over], same, everything=True)).appointments == ()
    kept = duty(until="2023-09-24")
    assert len(calendar(desk([TRUCE, kept, over], same, everything=True)).appointments) == 1, "due before it ended"


def test_a_duty_of_both_sides_is_a_row_of_each_and_its_id_leads_to_the_claim() -> None:
    must = record("obligation", document="truce", action="withdraw", basis="agreement", status="called_for",
                  obligor=["both sides"], offset=200, said="2023-09-20")  # fmt: skip
    books = desk([TRUCE, must], everything=True)
    found = obligations(books).obligations
    assert len({one.id for one in found}) == len(found) == 2
    assert all(len(one.obligor) == 1 and trail(books, one.id).cite.claim == must.id for one in found)
    joint = replace(must, claim=replace(must.claim, slots={**must.claim.slots, "action": "hold_talks"}))
    assert len(obligations(desk([TRUCE, joint], everything=True)).obligations) == 1, "talks are held together"


def test_a_table_without_rows_still_has_its_columns() -> None:
    met = record("meeting", format="talks", participants=["Baku", "Yerevan"], day="2023-09-21")
    held = record("territory", territory="Karabakh", relation="controls", by=["Azerbaijan"])
    on = desk([met, held], everything=True)
    for answer in (meetings(on), territory(on)):
        (row,) = answer.rows()
        assert tuple(row) == answer.columns


def test_a_stage_without_a_day_says_nothing_of_one() -> None:
    told = record("agreement", type="ceasefire", stage="in_effect", parties=["Azerbaijan", "Stepanakert"])
    (found,) = agreements(desk([told])).agreements
    assert strings("en").say(found.stage.reason) == "Last told of as in effect; reports: 1."
