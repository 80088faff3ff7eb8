"""Books of three conflicts against dossiers made by hand; the rules have been mended by them since.

`sets/*.jsonl` are reports of ours about public events, in both languages; `sets/*.toml` say what an analyst would put
down from them: the one agreement, what it obliges to, and which reports tell of one event.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from gencatan import Document
from gencatan.books import Books
from gencatan.model import Record
from gencatan.reconcile import groups
from gencatan.views.agreements import Agreement, agreements
from gencatan.views.desk import Desk
from gencatan.views.obligations import obligations

SETS = Path(__file__).parent / "sets"
TOGETHER = 0.9  # of an event's reports, how many must be in one incident
APART = 0.95  # of pairs of different events, how many must be two incidents


@pytest.fixture(scope="module", params=("lebanon-2024", "aceh-2005", "tigray-2022"))
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, dict[str, Any]]:
    lines = (SETS / f"{request.param}.jsonl").read_text(encoding="utf-8").splitlines()
    by_hand = tomllib.loads((SETS / f"{request.param}.toml").read_text(encoding="utf-8"))
    books = Books.open(tmp_path_factory.mktemp("sets") / "books.db")
    list(books.add_many([_document(json.loads(line)) for line in lines]))
    return books.desk(), by_hand


def _document(given: dict[str, Any]) -> Document:
    return Document(**{**given, "published": date.fromisoformat(given["published"])})


def deal(desk: Desk) -> Agreement:
    """The agreement that most reports tell of."""
    return max(agreements(desk).agreements, key=lambda made: made.reports)


def test_there_is_one_agreement_with_its_parties_and_days(told: tuple[Desk, dict[str, Any]]) -> None:
    desk, by_hand = told
    wanted = by_hand["agreement"]
    made = agreements(desk).agreements
    known = {one.declared.start: one for one in made if len(one.parties) > 1 and one.declared}
    assert set(known) == {wanted["declared"], *wanted.get("others", [])}
    assert sum(len(one.parties) > 1 for one in made) == len(known)
    found = known[wanted["declared"]]
    records = {record.id: record for record in desk.snapshot.records}
    ids = {
        (slot, filler.actor.id.split("/")[0])
        for cite in found.cites
        for slot in ("parties", "mediator")
        for filler in records[cite.claim].claim.slots.get(slot, ())
        if filler.actor
    }
    assert {("parties", id_) for id_ in wanted["parties"]} <= ids
    assert {("mediator", id_) for id_ in wanted["mediators"]} <= ids
    if "effective" in wanted:
        assert found.effective is not None
        assert found.effective.start == wanted["effective"]
    assert set(wanted["stages"]) <= {step.stage for step in found.history}


def test_obligations_stand_where_the_analyst_puts_them(told: tuple[Desk, dict[str, Any]]) -> None:
    desk, by_hand = told
    records = {record.id: record for record in desk.snapshot.records}
    found = {
        (filler.actor.id.split("/")[0], duty.action): duty.implementation.value
        for duty in obligations(desk).obligations
        if duty.agreement == deal(desk).id
        for cite in duty.cites
        for filler in records[cite.claim].claim.slots.get("obligor", ())
        if filler.actor
    }
    for duty in by_hand["obligation"]:
        assert found[duty["obligor"], duty["action"]] in duty["implementation"]


def test_reports_of_one_event_are_in_one_incident_and_events_apart(told: tuple[Desk, dict[str, Any]]) -> None:
    desk, by_hand = told
    incidents = groups(desk.snapshot, "incident")
    of = {member: group.id for group in incidents for member in group.members}
    events = {event["name"]: [_incidents(desk, mark, of) for mark in event["marks"]] for event in by_hand["event"]}
    main = {}
    kept = reports = 0
    for name, tellings in events.items():
        votes = Counter(id_ for telling in tellings for id_ in telling)
        main[name], most = votes.most_common(1)[0] if votes else (name, 0)
        kept, reports = kept + most, reports + len(tellings)
    pairs = list(combinations(main, 2))
    apart = sum(main[one] != main[other] for one, other in pairs)
    assert kept / reports >= TOGETHER, events
    assert apart / len(pairs) >= APART, main


def _incidents(desk: Desk, mark: list[str], of: dict[str, str]) -> set[str]:
    """The incidents of the claims of a report that rest on the marked words."""
    report, words = mark
    return {of[r.id] for r in desk.snapshot.records if r.id in of and r.head.id == report and _rests_on(r, words)}


def _rests_on(record: Record, words: str) -> bool:
    return any(words in " ".join(span.text.split()) for span in record.claim.evidence)
