"""What every store keeps: the same questions, the same answers."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from gencatan.errors import FormatError, InputError, LedgerError, NotALedgerError, UsageError
from gencatan.ledger import EVERYTHING, Ledger, Scope, end_of_day
from gencatan.ledger.damage import damage
from gencatan.model import Claim, Document, Head, Judgement, Record, Review, Run
from gencatan.model.books import standing
from tests.ledger.made import (
    ARM,
    AZE,
    NEWER,
    RUN,
    add,
    claims,
    dead,
    fill,
    report,
    resolved_better,
    shelling,
    truce,
    words_of,
)

AT = "2023-10-01T00:00:00+00:00"


def ids(ledger: Ledger, scope: Scope = EVERYTHING, **when: datetime) -> set[str]:
    return {record.id for record in ledger.snapshot(scope, **when).records}


def documents(ledger: Ledger, scope: Scope = EVERYTHING, **when: datetime) -> list[str]:
    return sorted({record.head.id for record in ledger.snapshot(scope, **when).records})


# --- what is added


def test_what_is_added_comes_back_as_it_was(ledger: Ledger) -> None:
    document = report(
        "a", title="Truce “holds”", source_uri="https://news.example/1", retrieved_at="2023-09-20T01:00:00Z"
    )
    fill(ledger, document)
    assert ledger.document("a") == document
    snapshot = ledger.snapshot()
    assert [record.claim for record in snapshot.records] == claims(document)
    assert {record.head for record in snapshot.records} == {Head.of(document)}
    assert (snapshot.judgements, snapshot.reviews, snapshot.as_of) == ((), (), None)


def test_records_are_in_order(ledger: Ledger) -> None:
    fill(ledger, report("b", "2023-09-20"), report("c", None), report("a", "2023-09-20"), report("d", "2023-09-19"))
    records = ledger.snapshot().records
    assert [record.head.id for record in records] == [id_ for id_ in "dabc" for _ in range(3)]
    assert [record.claim.kind for record in records[:3]] == ["event", "casualty", "agreement"]


def test_what_no_text_column_holds_is_kept(ledger: Ledger) -> None:
    text = "NUL \0 and \U0001f54a. The army shelled Mardakert."
    document = report("a", text=text, title="\ud800 half", source_uri="x\0y")
    claim = shelling(document, start=None)
    with ledger.writing() as writer:
        writer.add_document(document)
        writer.add_reading("a", RUN, [claim], {claim.id: ["key \0", "key \ud800"]})
        assert [record.id for record in writer.partners(["key \0"], not_in="")] == [claim.id]
    assert ledger.document("a") == document
    assert [record.claim for record in ledger.snapshot().records] == [claim]


@pytest.mark.parametrize("id_", ["", "a\0b", "\udc00", "x" * 1001])
def test_an_id_that_is_no_key_is_refused(ledger: Ledger, id_: str) -> None:
    with pytest.raises(LedgerError, match="cannot be a document's id"), ledger.writing() as writer:
        writer.add_document(replace(report("a"), id=id_))


def test_adding_twice_changes_nothing(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    before, revision = ledger.snapshot(), ledger.revision
    with ledger.writing() as writer:
        writer.add_run(RUN)
        assert not writer.add_document(report("a"))
        assert not add(writer, report("a"))
    assert ledger.revision == revision == 1
    assert ledger.snapshot() == before


def test_every_committed_write_is_a_revision(ledger: Ledger) -> None:
    assert ledger.revision == 0
    fill(ledger, report("a"), report("b"))
    assert ledger.revision == 1
    fill(ledger, report("c"))
    assert ledger.revision == 2


def test_an_error_undoes_the_whole_transaction(ledger: Ledger) -> None:
    fill(ledger, report("a"))

    def fail() -> None:
        with ledger.writing() as writer:
            add(writer, report("b"))
            writer.partners(["kind:event"], not_in="")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert ledger.revision == 1
    assert ledger.document("b") is None
    fill(ledger, report("c"))  # takes the numbers that b had
    with ledger.writing() as writer:
        found = writer.partners(["kind:event"], not_in="")
    assert sorted(record.head.id for record in found) == ["a", "c"]
    assert documents(ledger) == ["a", "c"]


def test_a_reading_needs_its_document(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="not in the books"), ledger.writing() as writer:
        writer.add_reading("a", RUN, [])
    with ledger.writing() as writer:
        writer.add_document(report("a"))
    with pytest.raises(ValueError, match="another document"), ledger.writing() as writer:
        writer.add_reading("a", RUN, claims(report("b")))


# --- versions


def test_the_same_id_with_another_text_is_a_new_version(ledger: Ledger) -> None:
    corrected = report("a", text=report("a").text.replace("12", "15"), retrieved_at="2023-09-20T08:00:00Z")
    fill(ledger, report("a"))
    with pytest.raises(LedgerError, match="another text"), ledger.writing() as writer:
        writer.add_document(corrected)
    for _ in range(2):
        with ledger.writing() as writer:
            new = writer.as_added(corrected)
            assert (new.version_of, new.text) == ("a", corrected.text)
            add(writer, new, [dead(new, 15)])
    assert ledger.revision == 2
    assert documents(ledger) == [new.id]
    assert ledger.document("a") == report("a")
    with ledger.writing() as writer:
        assert writer.as_added(report("a")) == report("a")


def test_two_texts_under_one_id_are_refused_where_nothing_says_which_is_the_later(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    with ledger.writing() as writer:
        later = writer.as_added(report("a", "2023-09-20", text="Later."))
        add(writer, later, [])
        for text, published in (("Other.", "2023-09-19"), ("Other.", "2023-09-20")):
            with pytest.raises(InputError, match="'a' is in the books with another text, and nothing says which"):
                writer.as_added(report("a", published, text=text))
        assert writer.as_added(report("a", "2023-09-20", text="Later.")) == later, "known, and no news"
        for _ in range(2):
            undated = writer.as_added(report("u", None, text="Undated."))
            add(writer, undated, [])
        with pytest.raises(InputError, match="nothing says"):
            writer.as_added(report("u", None, text="Undated too."))


def test_a_page_seen_again_is_a_new_version(ledger: Ledger) -> None:
    uri = "https://news.example/1"
    fill(ledger, report("a", source_uri=uri))
    with ledger.writing() as writer:
        assert writer.as_added(report("b", source_uri=uri)).version_of is None
        second = writer.as_added(
            report("b", source_uri=uri + "#top", retrieved_at="2023-09-21T00:00:00Z"), same_page=True
        )
        assert second.version_of == "a"
        add(writer, second)
        third = writer.as_added(report("c", source_uri=uri, retrieved_at="2023-09-20T00:00:00Z"), same_page=True)
        assert third.version_of == "a"
        add(writer, third)
    assert documents(ledger) == ["b"]  # retrieved last, though added before


@pytest.mark.parametrize("order", ["abc", "acb", "bac", "bca", "cab", "cba"])
def test_the_latest_version_does_not_depend_on_the_order(ledger: Ledger, order: str) -> None:
    versions = {"a": report("a"), "b": report("b", version_of="a"), "c": report("c", version_of="b")}
    # Names that sort the other way, so that only the chain can say which is the latest.
    names = {"a": "z", "b": "y", "c": "x"}
    renamed = {
        key: replace(value, id=names[key], version_of=value.version_of and names[value.version_of])
        for key, value in versions.items()
    }
    for key in order:
        fill(ledger, renamed[key])
    assert documents(ledger) == ["x"]


def test_versions_that_point_at_each_other_leave_one(ledger: Ledger) -> None:
    fill(ledger, report("a", version_of="c"), report("b", version_of="a"), report("c", version_of="b"))
    fill(ledger, report("self", version_of="self"))
    assert len(documents(ledger)) == 2


def test_a_version_hides_the_older_only_once_it_is_published(ledger: Ledger) -> None:
    fill(ledger, report("a", "2023-09-19"), report("b", "2023-09-22", version_of="a"))
    assert documents(ledger) == ["b"]
    assert documents(ledger, as_of=end_of_day(date(2023, 9, 21), UTC)) == ["a"]


# --- amendments


def amended(ledger: Ledger, id: str, changes: dict[str, object], *, day: str = "2023-09-18") -> None:
    """Amend a document, and read it anew: its attack is on another day then."""
    with ledger.writing() as writer:
        document = writer.amend(id, changes)
        assert document is not None
        add(writer, document, [shelling(document, start=day), *claims(document)[1:]])


def test_a_document_is_amended_beside_what_was_said_before(ledger: Ledger) -> None:
    fill(ledger, report("a", None, retrieved_at="2023-09-25T00:00:00Z"), report("b"))
    before = ledger.snapshot()
    recorded = datetime.now(UTC)
    amended(ledger, "a", {"published": date(2023, 9, 19), "outlet": "Harian Contoh", "title": "Gencatan"})
    found = ledger.document("a")
    assert found is not None
    assert (found.published, found.outlet, found.title) == (date(2023, 9, 19), "Harian Contoh", "Gencatan")
    now = ledger.snapshot(Scope(documents=("a",)))
    assert {record.id for record in now.records} == {record.id for record in before.records if record.head.id == "a"}
    assert {record.head for record in now.records} == {Head.of(found)}
    assert [record.claim.date.start for record in now.records if record.claim.date] == ["2023-09-18"]
    assert documents(ledger, as_of=end_of_day(date(2023, 9, 19), UTC)) == ["a", "b"]
    assert ledger.snapshot(as_recorded=recorded).records == before.records
    assert ledger.snapshot(Scope(documents=("a",))).records == now.records
    assert documents(ledger, as_of=end_of_day(date(2023, 9, 24), UTC), as_recorded=recorded) == ["b"]
    assert [hit.head.id for hit in ledger.search("gencatan")] == ["a"]
    assert [hit.head.title for hit in ledger.search("mardakert", as_recorded=recorded)] == [None, None]
    assert [head.published for head in ledger.states("a")] == [None, date(2023, 9, 19)]
    assert len(ledger.states("b")) == 1
    assert ledger.states("c") == []


def test_amending_to_the_same_changes_nothing(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    with ledger.writing() as writer:
        assert writer.amend("a", {"published": date(2023, 9, 19)}) is None
    assert ledger.revision == 1
    for changes, words in (({"text": "other"}, "text stays"), ({"source_uri": "x"}, "source_uri stays")):
        with pytest.raises(UsageError, match=words), ledger.writing() as writer:
            writer.amend("a", changes)
    with pytest.raises(UsageError, match="is not in"), ledger.writing() as writer:
        writer.amend("b", {"title": "x"})
    assert ledger.revision == 1


def test_an_amendment_is_undone_by_another(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    before = ledger.snapshot()
    amended(ledger, "a", {"published": None})
    assert documents(ledger, as_of=end_of_day(date(2023, 9, 19), UTC)) == []
    amended(ledger, "a", {"published": date(2023, 9, 19)}, day="2023-09-19")
    assert ledger.snapshot() == before


def test_judgements_on_an_amended_document_are_to_be_made_anew(ledger: Ledger) -> None:
    fill(ledger, report("a"), report("b"))
    made = Judgement("same_incident", *_pair(), 0.6)
    with ledger.writing() as writer:
        writer.add_judgements([made])
    amended(ledger, "a", {"published": date(2023, 9, 20)}, day="2023-09-19")
    assert ledger.snapshot().judgements == ()
    with ledger.writing() as writer:
        assert writer.add_judgements([made]) == 1
    assert ledger.snapshot().judgements == (made,)


@pytest.mark.parametrize("day", ["2023-09-18", "2023-09-20"])
def test_an_amended_day_orders_versions_anew(ledger: Ledger, day: str) -> None:
    fill(ledger, report("z"), report("a", version_of="z"), report("b", version_of="z"))
    assert documents(ledger) == ["b"]
    amended(ledger, "z", {"published": date.fromisoformat(day)})
    assert documents(ledger) == (["b"] if day < "2023-09-19" else ["z"])
    amended(ledger, "z", {"published": date(2023, 9, 19)})
    assert documents(ledger) == ["b"]


def test_a_purge_erases_amendments_too(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    amended(ledger, "a", {"title": "Rahasia", "outlet": "Koran Rahasia"})
    with ledger.writing() as writer:
        writer.purge("a", "takedown")
    stream = io.StringIO()
    ledger.dump(stream)
    assert "Rahasia" not in stream.getvalue()
    assert "Kabar Contoh" not in stream.getvalue()
    with pytest.raises(UsageError, match="was purged"), ledger.writing() as writer:
        writer.amend("a", {"title": "x"})


def test_only_the_rules_that_judge_are_seen(ledger: Ledger, addresses: Callable[[], str]) -> None:
    fill(ledger, report("a"), report("b"))
    older, newer = (Run("0.1.0", {}, {"reconcile": digest}) for digest in ("aaaa", "bbbb"))
    by_older = Judgement("same_incident", *_pair(), 0.6, maker="incident/aaaa")
    by_newer = Judgement("same_meeting", *_pair(), 0.9, maker="meeting/bbbb")
    with ledger.writing() as writer:
        assert writer.is_judged_by("aaaa"), "nothing is judged yet"
        writer.add_judgements([by_older])
        assert not writer.is_judged_by("aaaa"), "nobody knows by which rules"
        writer.rule_first(older)
        writer.rule_first(newer)
        assert writer.is_judged_by("aaaa")
    assert ledger.snapshot().judgements == (by_older,)
    recorded = datetime.now(UTC)
    with ledger.writing() as writer:
        writer.add_judgements([by_newer])
        writer.rule(newer)
    assert ledger.is_judged_by("bbbb")
    assert not ledger.is_judged_by("aaaa")
    assert ledger.snapshot().judgements == (by_newer,)
    assert ledger.snapshot(as_recorded=recorded).judgements == (by_older,)
    assert ledger.beginning(by_older.id[:8]) == ()
    assert ledger.beginning(by_newer.id[:8]) == (by_newer.id,)
    stream = io.StringIO()
    ledger.dump(stream)
    with Ledger.load(addresses(), io.StringIO(stream.getvalue())) as copy:
        assert copy.snapshot().judgements == (by_newer,)
        assert copy.snapshot(as_recorded=recorded).judgements == (by_older,)
    with ledger.writing() as writer:
        writer.rule(older)
    assert ledger.snapshot().judgements == (by_older,), "the older rules again"


def test_what_is_to_be_judged(ledger: Ledger) -> None:
    fill(ledger, report("b"), report("a"), report("c"))
    with ledger.writing() as writer:
        writer.add_document(report("unread"))
        writer.purge("c", "takedown")
    with ledger.writing() as writer:
        found = list(writer.to_judge())
        assert [document.id for document, _ in found] == ["b", "a"]
        assert sorted(claim.id for claim in found[0][1]) == sorted(claim.id for claim in claims(report("b")))
        assert writer.partners(["kind:event"], not_in="") == []
        writer.replace_keys("a", {claims(report("a"))[0].id: ["new"]})
        assert [record.head.id for record in writer.partners(["new"], not_in="")] == ["a"]


def test_amendments_are_dumped_and_loaded(ledger: Ledger, addresses: Callable[[], str]) -> None:
    fill(ledger, report("a", None), report("b"))
    recorded = datetime.now(UTC)
    amended(ledger, "a", {"published": date(2023, 9, 19)})
    stream = io.StringIO()
    ledger.dump(stream)
    with Ledger.load(addresses(), io.StringIO(stream.getvalue())) as copy:
        again = io.StringIO()
        copy.dump(again)
        assert again.getvalue() == stream.getvalue()
        assert copy.snapshot() == ledger.snapshot()
        assert copy.snapshot(as_recorded=recorded) == ledger.snapshot(as_recorded=recorded)
        assert copy.states("a") == ledger.states("a")
    spoilt = stream.getvalue().replace(
        '"is":"amendments","known":"2023-09-19"', '"is":"amendments","known":"2023-09-20"'
    )
    assert spoilt != stream.getvalue()
    with pytest.raises(FormatError, match="not as its last amendment says"):
        Ledger.load(addresses(), io.StringIO(spoilt))


# --- two clocks


def test_as_of_a_day_is_its_end_in_the_zone_asked_for(ledger: Ledger) -> None:
    fill(ledger, report("a", "2023-09-19"), report("b", "2023-09-20"))
    baku = timezone(timedelta(hours=4))
    assert documents(ledger, as_of=end_of_day(date(2023, 9, 20), baku)) == ["a", "b"]
    assert documents(ledger, as_of=datetime(2023, 9, 20, 23, 59, 58, tzinfo=baku)) == ["a"]
    assert documents(ledger, as_of=datetime(2023, 9, 21, 0, 0, tzinfo=baku)) == ["a", "b"]
    assert documents(ledger, as_of=datetime.min.replace(tzinfo=UTC)) == []
    assert ledger.snapshot(as_of=end_of_day(date(2023, 9, 20), baku)).as_of == end_of_day(date(2023, 9, 20), baku)


@pytest.mark.parametrize(
    ("precision", "known"),
    [("month", "2023-09-30"), ("year", "2023-12-31"), ("week", "2023-09-03"), ("decade", "2029-12-31")],
)
def test_a_vague_date_is_known_when_it_is_over(ledger: Ledger, precision: str, known: str) -> None:
    fill(ledger, report("a", "2023-09-01", published_precision=precision))
    day = date.fromisoformat(known)
    assert documents(ledger, as_of=end_of_day(day - timedelta(days=1), UTC)) == []
    assert documents(ledger, as_of=end_of_day(day, UTC)) == ["a"]


def test_without_a_date_a_document_is_known_when_it_was_retrieved(ledger: Ledger) -> None:
    fill(ledger, report("a", None, retrieved_at="2023-09-20T23:30:00-04:00"), report("b", None))
    assert documents(ledger, as_of=end_of_day(date(2023, 9, 20), UTC)) == []
    assert documents(ledger, as_of=end_of_day(date(2023, 9, 21), UTC)) == ["a"]
    assert documents(ledger) == ["a", "b"]


def test_as_recorded_shows_the_books_as_they_stood(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    first = datetime.now(UTC)
    with ledger.writing() as writer:
        add(writer, report("b"))
        one, other = sorted((shelling(report("a")).id, shelling(report("b")).id))
        writer.add_judgements([Judgement("same_incident", one, other, 0.9)])
        writer.add_review(Review("accept", (one,), "sari", AT))
    second = datetime.now(UTC)
    found = [resolved_better(shelling(report("a")))]
    with ledger.writing() as writer:
        add(writer, report("a"), found, NEWER)
        writer.withdraw(Judgement("same_incident", one, other, 0.9).id, "not so")
    before = ledger.snapshot(as_recorded=first)
    assert [record.claim for record in before.records] == claims(report("a"))
    assert (before.judgements, before.reviews) == ((), ())
    between = ledger.snapshot(as_recorded=second)
    assert len(between.records) == 6
    assert (len(between.judgements), len(between.reviews)) == (1, 1)
    now = ledger.snapshot()
    assert [record.claim for record in now.records if record.head.id == "a"] == found
    assert len(now.records) == 4
    assert now.judgements == ()
    assert ledger.snapshot(as_recorded=datetime(2020, 1, 1, tzinfo=UTC)).records == ()
    assert ledger.search("Mardakert", as_recorded=datetime(2020, 1, 1, tzinfo=UTC)) == []


# --- readings


def test_a_newer_reading_takes_the_place_of_the_older(ledger: Ledger) -> None:
    document = report("a")
    fill(ledger, document)
    with ledger.writing() as writer:
        add(writer, document, [resolved_better(shelling(document)), truce(document)], NEWER)
    assert [record.claim for record in ledger.snapshot().records] == [
        resolved_better(shelling(document)),
        truce(document),
    ]
    history = ledger.history(shelling(document).id)
    assert history is not None
    assert [resolution.claim for resolution in history.resolutions] == [
        shelling(document),
        resolved_better(shelling(document)),
    ]
    assert [(reading.number, reading.run) for reading in history.readings] == [(1, RUN), (2, NEWER)]


def test_going_back_to_an_older_reader_is_a_reading_too(ledger: Ledger) -> None:
    document = report("a")
    fill(ledger, document)
    with ledger.writing() as writer:
        add(writer, document, [truce(document)], NEWER)
        assert add(writer, document, claims(document), RUN)
    assert len(ledger.snapshot().records) == 3


def test_documents_that_a_run_has_not_read(ledger: Ledger) -> None:
    fill(ledger, report("a"), report("b"))
    with ledger.writing() as writer:
        writer.add_document(report("c"))
        add(writer, report("b"), run=NEWER)
    assert [document.id for document in ledger.documents()] == ["a", "b", "c"]
    assert [document.id for document in ledger.documents(unread_by=RUN)] == ["b", "c"]
    assert [document.id for document in ledger.documents(unread_by=NEWER)] == ["a", "c"]


def test_another_claim_in_the_same_place_is_linked(ledger: Ledger) -> None:
    document = report("a")
    fill(ledger, document)
    with ledger.writing() as writer:
        add(writer, document, [shelling(document), dead(document, 13)], NEWER)
    older, newer = dead(document).id, dead(document, 13).id
    first, second = ledger.history(older), ledger.history(newer)
    assert first is not None
    assert second is not None
    assert (first.older, first.newer) == ((), (newer,))
    assert (second.older, second.newer) == ((older,), ())
    gone = ledger.history(truce(document).id)
    assert gone is not None
    assert gone.newer == ()
    assert ledger.history("nobody") is None


# --- reviews through readings


def _reviewed(ledger: Ledger, *reviews: Review, then: list[object]) -> None:
    fill(ledger, report("a"))
    with ledger.writing() as writer:
        for review in reviews:
            assert writer.add_review(review)
            assert not writer.add_review(review)
    with ledger.writing() as writer:
        add(writer, report("a"), then, NEWER)  # type: ignore[arg-type]


def test_a_review_stands_while_its_claim_does(ledger: Ledger) -> None:
    review = Review("accept", (dead(report("a")).id,), "sari", AT)
    _reviewed(ledger, review, then=claims(report("a")))
    assert ledger.snapshot().reviews == (review,)
    assert ledger.queue() == ()


def _shorter(document: Document) -> Claim:
    toll = dead(document)
    evidence = toll.evidence[0]
    text = evidence.text.removesuffix(" killed")
    return replace(toll, evidence=(replace(evidence, end=evidence.start + len(text), text=text),))


def test_a_review_carries_over_where_the_reviewed_fields_are_equal(ledger: Ledger) -> None:
    document = report("a")
    review = Review("accept", (dead(document).id,), "sari", AT)
    newer = _shorter(document)
    _reviewed(ledger, review, then=[newer])
    (standing,) = ledger.snapshot().reviews
    assert standing.targets == (newer.id,)
    assert (standing.id, standing.action, standing.reviewer, standing.at) == (review.id, "accept", "sari", AT)
    assert ledger.queue() == ()


def test_else_it_waits_for_a_person(ledger: Ledger) -> None:
    document = report("a")
    toll, agreed = (Review("accept", (claim.id,), "sari", AT) for claim in (dead(document), truce(document)))
    _reviewed(ledger, toll, agreed, then=[dead(document, 13)])
    assert ledger.snapshot().reviews == ()
    waiting = {queued.target: queued for queued in ledger.queue()}
    changed, gone = waiting[dead(document).id], waiting[truce(document).id]
    assert (changed.why, changed.older, changed.newer) == ("changed", dead(document), dead(document, 13))
    assert (gone.why, gone.older, gone.newer) == ("gone", truce(document), None)


def test_a_correction_carries_over_by_the_corrected_fields_alone(ledger: Ledger) -> None:
    document = report("a")
    corrected = Review("correct", (dead(document).id,), "sari", AT, {"status": "possible", "words": "so it says"})
    counted = Review("correct", (dead(document).id,), "sari", AT, {"slots": {"count": None}})
    _reviewed(ledger, corrected, counted, then=[dead(document, 13)])
    assert [review.action for review in ledger.snapshot().reviews] == ["correct"]
    assert [queued.review for queued in ledger.queue()] == [counted]


def test_a_review_follows_its_claim_back_when_an_older_reading_returns(ledger: Ledger) -> None:
    document = report("a")
    review = Review("accept", (dead(document).id,), "sari", AT)
    _reviewed(ledger, review, then=[dead(document, 13)])
    assert len(ledger.queue()) == 1
    with ledger.writing() as writer:
        add(writer, document, claims(document), RUN)
    assert ledger.snapshot().reviews == (review,)
    assert ledger.queue() == ()


# --- reviews from a report to the version that corrects it


def _correction(words: str, published: str = "2023-09-20", id: str = "a2", of: str = "a") -> Document:
    return report(id, published, f"Report a, corrected and longer. {words}", version_of=of)


SAME = "The army shelled Mardakert. At least 12 people were killed. A truce was agreed."


def _on_both(ledger: Ledger, corrected: Document, toll: int = 12) -> tuple[Review, Review]:
    """Reviews of the dead and the truce of a report that is then corrected."""
    found = [claim for claim in claims(corrected) if claim.kind != "casualty"] if "truce" in corrected.text else []
    fill(ledger, report("a"))
    reviews = (
        Review("accept", (dead(report("a")).id,), "sari", AT),
        Review("reject", (truce(report("a")).id,), "ed", AT),
    )
    with ledger.writing() as writer:
        for review in reviews:
            writer.add_review(review)
    with ledger.writing() as writer:
        add(writer, corrected, [*found, dead(corrected, toll)])
    return reviews


def test_a_review_carries_over_to_the_corrected_report(ledger: Ledger) -> None:
    corrected = _correction(SAME)
    reviews = _on_both(ledger, corrected)
    standing = ledger.snapshot().reviews
    assert {one.id: one.targets for one in standing} == {
        reviews[0].id: (dead(corrected).id,),
        reviews[1].id: (truce(corrected).id,),
    }
    assert ledger.queue() == ()
    before = ledger.snapshot(as_of=end_of_day(date(2023, 9, 19), UTC))
    assert {one.targets for one in before.reviews} == {one.targets for one in reviews}


def test_a_review_of_what_was_corrected_waits_for_a_person(ledger: Ledger) -> None:
    corrected = _correction("The army shelled Mardakert. At least 15 people were killed.")
    reviews = _on_both(ledger, corrected, toll=15)
    assert ledger.snapshot().reviews == ()
    waiting = {queued.review.id: queued for queued in ledger.queue()}
    changed, gone = waiting[reviews[0].id], waiting[reviews[1].id]
    assert (changed.why, changed.older, changed.newer) == ("changed", dead(report("a")), dead(corrected, 15))
    assert (gone.why, gone.older, gone.newer) == ("gone", truce(report("a")), None)


def test_a_review_goes_through_several_corrections_and_readings(ledger: Ledger) -> None:
    first = _correction("At least 15 people were killed.")
    second = _correction(SAME, "2023-09-21", "a3", of="a2")
    reviews = _on_both(ledger, first, toll=15)
    with ledger.writing() as writer:
        add(writer, report("a"), [_shorter(report("a")), truce(report("a"))], NEWER)
        add(writer, second)
    targets = {one.id: one.targets for one in ledger.snapshot().reviews}
    assert targets == {reviews[0].id: (dead(second).id,), reviews[1].id: (truce(second).id,)}
    assert ledger.queue() == ()


def test_a_review_of_the_corrected_report_says_nothing_of_the_older(ledger: Ledger) -> None:
    corrected = _correction(SAME)
    fill(ledger, report("a"), corrected)
    review = Review("accept", (dead(corrected).id,), "sari", AT)
    with ledger.writing() as writer:
        writer.add_review(review)
    assert ledger.snapshot().reviews == (review,)
    assert ledger.snapshot(as_of=end_of_day(date(2023, 9, 19), UTC)).reviews == ()
    with ledger.writing() as writer:
        writer.purge("a2", "takedown")
    assert ledger.snapshot().reviews == ()
    assert ledger.queue() == ()


def test_a_merge_is_seen_by_the_claims_that_are_visible(ledger: Ledger) -> None:
    reports = [report("a", "2023-09-19"), report("b", "2023-09-20"), report("c", "2023-09-21")]
    fill(ledger, *reports)
    merged = tuple(shelling(document).id for document in reports)
    review = Review("merge", merged, "sari", AT, {"kind": "incident"})
    with ledger.writing() as writer:
        writer.add_review(review)
    assert ledger.snapshot().reviews == (review,)
    (seen,) = ledger.snapshot(as_of=end_of_day(date(2023, 9, 20), UTC)).reviews
    assert (seen.targets, seen.id, seen.body) == (merged[:2], review.id, {"kind": "incident"})
    assert ledger.snapshot(as_of=end_of_day(date(2023, 9, 19), UTC)).reviews == ()
    assert ledger.snapshot(Scope(documents=("c",))).reviews == ()


def test_a_correction_that_no_claim_can_hold_is_refused_and_nothing_is_stored(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    toll = dead(report("a")).id
    for fields, words in (
        ({"nonsense": 1}, "nonsense"),
        ({"slots": 3}, "slots 3"),
        ({"slots": {"harm": None}}, "slots.harm"),
        ({"slots": {"act": "attack"}}, "act"),
        ({"date": {"start": 20230919}}, "date"),
    ):
        with pytest.raises(UsageError, match=words), ledger.writing() as writer:
            writer.add_review(Review("correct", (toll,), "sari", AT, fields))
    assert (ledger.revision, ledger.reviews()) == (1, ())


def test_an_old_row_that_fits_no_claim_waits_and_counts_for_nothing(
    ledger: Ledger, addresses: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(ledger, report("a"))
    toll = dead(report("a"))
    old = Review("correct", (toll.id,), "sari", AT, {"slots": {"harm": None}})
    with monkeypatch.context() as before, ledger.writing() as writer:
        before.setattr("gencatan.ledger.writer.misfit", lambda review, kind: "")
        assert writer.add_review(old)
    assert (ledger.reviews(), ledger.snapshot().reviews) == ((), ())
    (waiting,) = ledger.queue()
    assert (waiting.review, waiting.why, waiting.older) == (old, "unfit", toll)
    with Ledger.load(addresses(), io.StringIO(dumped(ledger))) as copy:
        assert dumped(copy) == dumped(ledger)
        assert (copy.queue(), copy.reviews(), copy.snapshot()) == (ledger.queue(), (), ledger.snapshot())
    with ledger.writing() as writer:
        writer.add_review(Review("note", (toll.id,), "sari", AT, {"undoes": old.id}))
    assert ledger.queue() == (), "undone, it waits no more"


def test_only_a_known_review_of_the_same_claims_is_undone(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    toll, agreed = dead(report("a")).id, truce(report("a")).id
    merge = Review("merge", (toll, agreed), "sari", AT, {"kind": "incident"})
    with ledger.writing() as writer:
        writer.add_review(merge)
    for targets, undone, words in (((toll,), "nobody", "no review nobody"), ((toll,), merge.id, "is about")):
        with pytest.raises(UsageError, match=words), ledger.writing() as writer:
            writer.add_review(Review("note", targets, "sari", AT, {"undoes": undone}))
    with ledger.writing() as writer:
        assert writer.add_review(Review("note", merge.targets, "sari", AT, {"undoes": merge.id}))
    assert ledger.reviews_beginning(merge.id[:8]) == (merge,)
    assert ledger.reviews_beginning("%") == ()


def test_a_purge_keeps_what_was_undone_undone(ledger: Ledger) -> None:
    fill(ledger, report("a"), report("b"), report("c"))
    merge = Review("merge", tuple(shelling(report(id_)).id for id_ in "abc"), "sari", AT, {"kind": "incident"})
    undo = Review("note", merge.targets, "sari", AT, {"undoes": merge.id, "words": "Report a is another"})
    with ledger.writing() as writer:
        writer.add_review(merge)
        writer.add_review(undo)
    with ledger.writing() as writer:
        writer.purge("a", "takedown")
    bodies = {review.id: review.body for review in ledger.snapshot().reviews}
    assert bodies == {merge.id: {"kind": "incident"}, undo.id: {"undoes": merge.id}}
    assert standing(ledger.snapshot().reviews) == [one for one in ledger.snapshot().reviews if one.id == undo.id]


def test_a_review_of_nothing_is_refused(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    known = dead(report("a")).id
    for review, words in (
        (Review("accept", ("nobody",), "sari", AT), "no claim nobody"),
        (Review("praise", (known,), "sari", AT), "praise"),
        (Review("merge", (known,), "sari", AT), "two claims"),
        (Review("merge", (known, known), "sari", AT), "two claims"),
        (Review("accept", (known, "other"), "sari", AT), "one claim"),
    ):
        with pytest.raises(UsageError, match=words), ledger.writing() as writer:
            writer.add_review(review)
    assert ledger.revision == 1


# --- reconciliation


def test_partners_share_a_block_in_another_document(ledger: Ledger) -> None:
    fill(ledger, report("a"), report("b"), report("c"))
    with ledger.writing() as writer:
        found = writer.partners(["kind:event", "kind:event", "no such"], not_in="b")
        assert writer.partners([], not_in="b") == []
    assert found == sorted(
        (Record(shelling(report(id_)), Head.of(report(id_))) for id_ in "ac"), key=lambda record: record.id
    )


def test_partners_are_by_the_latest_reading_of_every_version(ledger: Ledger) -> None:
    fill(ledger, report("a"), report("b", "2023-09-21", version_of="a"))
    with ledger.writing() as writer:
        add(writer, report("a"), [resolved_better(shelling(report("a")))], NEWER)
        found = writer.partners(["kind:event", "kind:casualty"], not_in="c")
    # A version that is hidden today was current once, and as of then it has to have been judged.
    assert {record.head.id: record.claim.confidence for record in found if record.claim.kind == "event"} == {
        "a": 0.2,
        "b": 0.8,
    }
    assert [record.head.id for record in found if record.claim.kind == "casualty"] == ["b"]


def test_new_block_keys_are_taken_over_without_a_new_reading(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    with ledger.writing() as writer:
        found = claims(report("a"))
        assert not writer.add_reading("a", RUN, found, {found[0].id: ["other"]})
        assert writer.partners(["kind:event"], not_in="") == []
        assert len(writer.partners(["other"], not_in="")) == 1


def _pair() -> tuple[str, str]:
    one, other = sorted((shelling(report("a")).id, shelling(report("b")).id))
    return one, other


def test_judgements_are_seen_with_both_their_claims(ledger: Ledger) -> None:
    fill(ledger, report("a", "2023-09-19"), report("b", "2023-09-20"))
    judgement = Judgement("same_incident", *_pair(), 0.81, ("place", "day"), "incident/1")
    copy = Judgement("near_copy", "a", "b", 0.99)
    with ledger.writing() as writer:
        assert writer.add_judgements([judgement, copy, judgement]) == 2
        assert writer.add_judgements([judgement]) == 0
        assert writer.add_judgements([]) == 0
    found = ledger.snapshot().judgements
    assert set(found) == {judgement, copy}
    assert {made.id for made in found} == {judgement.id, copy.id}
    assert ledger.snapshot(as_of=end_of_day(date(2023, 9, 19), UTC)).judgements == ()
    assert ledger.snapshot(Scope(kinds=("casualty",))).judgements == (copy,)


def test_a_judgement_ends_with_the_resolution_it_was_made_on(ledger: Ledger) -> None:
    fill(ledger, report("a"), report("b"))
    judgement = Judgement("same_incident", *_pair(), 0.81)
    with ledger.writing() as writer:
        writer.add_judgements([judgement])
    with ledger.writing() as writer:
        add(writer, report("a"), [resolved_better(shelling(report("a")))], NEWER)
    assert ledger.snapshot().judgements == ()
    with ledger.writing() as writer:
        assert writer.add_judgements([judgement]) == 1
    assert ledger.snapshot().judgements == (judgement,)


def test_the_last_judgement_of_a_pair_counts_and_one_row_undoes_it(ledger: Ledger) -> None:
    fill(ledger, report("a"), report("b"))
    first = Judgement("same_incident", *_pair(), 0.6, maker="1")
    second = Judgement("same_incident", *_pair(), 0.9, maker="2")
    for judgement in (first, second):
        with ledger.writing() as writer:
            writer.add_judgements([judgement])
    assert ledger.snapshot().judgements == (second,)
    with ledger.writing() as writer:
        assert writer.withdraw(second.id, "by hand")
        assert not writer.withdraw(second.id, "by hand")
    assert ledger.snapshot().judgements == (first,)


def test_a_judgement_of_what_is_not_there_is_refused(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    with pytest.raises(LedgerError, match="not in a latest reading: nobody"), ledger.writing() as writer:
        writer.add_judgements([Judgement("same_incident", shelling(report("a")).id, "nobody", 1.0)])


def test_lookalikes_share_a_signature(ledger: Ledger) -> None:
    fill(ledger, report("a"), report("b"), report("c"))
    with ledger.writing() as writer:
        for id_, bands in (("a", ["1", "2"]), ("b", ["2"]), ("c", ["3"])):
            writer.add_signature(id_, bands)
        writer.add_signature("c", ["4", "4"])
        assert [document.id for document in writer.lookalikes(["2", "3"], not_in="a")] == ["b"]
        assert writer.lookalikes(["4"], not_in="a") == [report("c")]


# --- scope


def test_a_scope_narrows(ledger: Ledger) -> None:
    fill(ledger, report("a", "2023-09-19"), report("b", "2023-10-19"))
    event = shelling(report("a")).id
    assert ids(ledger, Scope(kinds=("event", "agreement"), documents=("a",))) == {event, truce(report("a")).id}
    for about in (
        Scope(actors=("AZE",)),
        Scope(actors=("AZE/MIL",)),
        Scope(actor_countries=("AZE",)),
        Scope(place_countries=("AZE",)),
        Scope(regions=("nagorno-karabakh",)),
        Scope(geonames=(616490,)),
        Scope(claims=(event, truce(report("b")).id)),
        Scope(actors=(ARM.id,), regions=("nagorno-karabakh",)),  # any of it is enough
    ):
        assert ids(ledger, replace(about, documents=("a",))) == {event}
    assert ids(ledger, Scope(actors=(ARM.id, "AZE/MIL/other", AZE.name))) == set()


def test_a_scope_can_take_whole_documents(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    with ledger.writing() as writer:
        add(writer, report("b"), [dead(report("b"))])
    assert documents(ledger, Scope(regions=("nagorno-karabakh",), whole_documents=True)) == ["a"]
    assert len(ids(ledger, Scope(regions=("nagorno-karabakh",), whole_documents=True))) == 3
    assert ids(ledger, Scope(("casualty",), regions=("nagorno-karabakh",), whole_documents=True)) == {
        dead(report("a")).id
    }


def test_a_period_takes_dates_and_else_the_reports_day(ledger: Ledger) -> None:
    with ledger.writing() as writer:
        add(writer, report("a", "2023-10-05"))  # tells of 19 September
        add(writer, report("b", None), [dead(report("b", None))])
    event, toll, unknown = shelling(report("a")).id, dead(report("a")).id, dead(report("b", None)).id
    september = (date(2023, 9, 1), date(2023, 9, 30))
    assert ids(ledger, Scope(period=september)) == {event, unknown}
    assert ids(ledger, Scope(period=(date(2023, 10, 1), None))) == {toll, truce(report("a")).id, unknown}
    assert ids(ledger, Scope(period=(None, date(2023, 9, 19)))) == {event, unknown}
    assert ids(ledger, Scope(period=(None, date(2023, 9, 18)))) == {unknown}


def test_the_same_question_at_the_same_revision_is_answered_once(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    first = ledger.snapshot()
    assert ledger.snapshot() is first
    fill(ledger, report("b"))
    assert len(ledger.snapshot().records) == 6


# --- ids and what is around them


def test_ids_are_found_by_their_first_characters(ledger: Ledger) -> None:
    fill(ledger, report("a"), report("b"))
    toll, other = dead(report("a")).id, dead(report("b")).id
    judgement = Judgement("same_incident", *sorted((toll, other)), 0.9)
    with ledger.writing() as writer:
        writer.add_judgements([judgement])
    assert toll in ledger.beginning(toll[:4])
    assert ledger.beginning(toll) == (toll,)
    assert ledger.beginning(judgement.id) == (judgement.id,)
    assert [ledger.beginning(prefix) for prefix in ("zzzz", "", "%", "' OR 1", "\0", "\ud800")] == [()] * 6
    with ledger.writing() as writer:
        add(writer, report("a"), [dead(report("a"), 13)], NEWER)
    assert ledger.beginning(toll) == ()  # no longer current, and so no longer judged
    assert ledger.beginning(judgement.id) == ()


def test_around_a_claim_is_what_may_be_of_one_thing_with_it(ledger: Ledger) -> None:
    reports = [report(id_) for id_ in "abcde"]
    with ledger.writing() as writer:
        for one in reports:
            add(writer, one, [dead(one), truce(one)])
    a, b, c, d, e = (dead(one).id for one in reports)
    chain = [Judgement("same_incident", *sorted(pair), 0.9) for pair in ((a, b), (b, c))]
    beside = Judgement("contradicts", *sorted((a, truce(reports[0]).id)), 0.9)
    with ledger.writing() as writer:
        writer.add_judgements([*chain, beside])
        writer.add_review(Review("merge", (c, d), "sari", AT, {"kind": "incident"}))
    for id_ in (a, chain[0].id):
        around = ledger.around(id_)
        assert {record.id for record in around.records} == {a, b, c, d, truce(reports[0]).id}
        assert set(around.judgements) == {*chain, beside}
        assert len(around.reviews) == 1
    assert {record.id for record in ledger.around(e).records} == {e}
    agreed = truce(reports[4]).id  # of agreements all, for a mention goes to the one that it fits
    assert {record.id for record in ledger.around(agreed).records} == {truce(one).id for one in reports}
    with ledger.writing() as writer:
        writer.withdraw(chain[1].id, "by hand")
    assert {record.id for record in ledger.around(b).records} == {a, b}


def test_around_an_incident_is_all_that_reports_on_its_land_tell(ledger: Ledger) -> None:
    fill(ledger, report("a"), report("b"))  # both tell of shelling in one land
    with ledger.writing() as writer:
        add(writer, report("c"), [dead(report("c"))])
    on_the_land = {claim.id for id_ in "ab" for claim in (shelling(report(id_)), dead(report(id_)), truce(report(id_)))}
    assert {record.id for record in ledger.around(dead(report("a")).id).records} == on_the_land
    assert {record.id for record in ledger.around(dead(report("c")).id).records} == {dead(report("c")).id}


# --- search


def test_search_finds_words_phrases_and_beginnings(ledger: Ledger) -> None:
    text = "Gencatan senjata di Şuşa.\nPasukan meninggalkan Stepanakert pada hari Rabu."
    fill(ledger, report("a", "2023-09-19"), report("b", "2023-09-21"))
    with ledger.writing() as writer:
        writer.add_document(report("c", "2023-09-20", text=text, title="Perjanjian Moskwa"))

    def found(words: str, **more: object) -> list[str]:
        return [hit.head.id for hit in ledger.search(words, **more)]  # type: ignore[arg-type]

    assert found("MARDAKERT") == ["b", "a"]
    assert found("Mardakert", limit=1) == ["b"]
    assert found("mardakert army") == ["b", "a"]
    assert found("mardakert stepanakert") == []
    assert found("susa") == ["c"]
    assert found('"gencatan senjata"') == ["c"]
    assert found('"senjata gencatan"') == []
    assert found("stepan") == []
    assert found("stepan*") == ["c"]
    assert found("perjanjian") == ["c"]
    assert found("12") == ["b", "a"]
    assert found("mardakert", as_of=end_of_day(date(2023, 9, 19), UTC)) == ["a"]
    (hit,) = ledger.search("hari rabu")
    assert hit.snippet is not None
    assert hit.snippet.text == "Pasukan meninggalkan Stepanakert pada hari Rabu."
    assert [span.text for span in hit.found] == ["hari", "Rabu"]
    assert all(text[span.start : span.end] == span.text for span in (hit.snippet, *hit.found))
    (only_title,) = ledger.search("moskwa")
    assert (only_title.snippet, only_title.found, only_title.records) == (None, (), ())
    (first, _) = ledger.search("killed")
    assert [record.claim for record in first.records] == [dead(report("b"))]


def test_the_whole_of_a_long_text_is_searched(ledger: Ledger) -> None:
    often = "kata " * 1000 + "kata terakhir."
    first, last = words_of(range(70_000)), words_of(range(70_000, 90_000))
    text = f"Awal. {often} {first}. Perintah gencatan senjata. {last} akhir"
    with ledger.writing() as writer:
        writer.add_document(report("long", text=text, title="Panjang"))
        writer.add_document(report("short", text="Kata pertama. Senjata."))

    def found(words: str) -> list[str]:
        return [hit.head.id for hit in ledger.search(words)]

    for words in ("awal akhir", "terakhir senjata panjang", "gencat* akhir", '"kata terakhir"', '"gencatan senjata"'):
        assert found(words) == ["long"], words
    assert found("kata senjata") == ["long", "short"]
    assert found('"senjata gencatan"') == found('"akhir kata"') == found("awal pertama") == []
    for begin in (*range(16_245, 16_281, 12), 89_960):  # also where one part ends and the next begins
        assert found(f'"{words_of(range(begin, begin + 32))}"') == ["long"], begin
    with ledger.writing() as writer:
        writer.purge("long", "takedown")
    assert found("akhir") == found("w80000") == []


HOSTILE = (
    "'; DROP TABLE documents; --",
    *('"', '"unclosed', "NEAR(a b)", "a OR b", "col:a", "^a", "& | !", "\0", "*", "(" * 9, "a" * 500, "\ud800 x"),
)


@pytest.mark.parametrize("words", HOSTILE)
def test_search_takes_any_words(ledger: Ledger, words: str) -> None:
    fill(ledger, report("a"))
    with suppress(UsageError):
        ledger.search(words)


def test_search_needs_something_to_look_for(ledger: Ledger) -> None:
    for words, limit, said in ((" ?! ", 1, "nothing to search for"), ("a " * 40, 1, "more than"), ("a", 0, "or more")):
        with pytest.raises(UsageError, match=said):
            ledger.search(words, limit=limit)


# --- purge


def test_a_purge_erases_text_and_quotes_and_leaves_a_tombstone(ledger: Ledger) -> None:
    document = report("a", title="Secret title", source_uri="https://news.example/secret")
    fill(ledger, document, report("b"))
    one, other = _pair()
    toll = dead(document).id
    with ledger.writing() as writer:
        writer.add_judgements([Judgement("same_incident", one, other, 0.9)])
        writer.add_review(Review("correct", (toll,), "sari", AT, {"words": "Report a says 12"}))
        writer.add_review(Review("merge", (one, other), "sari", AT, {"kind": "incident", "words": "Report a"}))
        writer.add_signature("a", ["1"])
    with ledger.writing() as writer:
        assert writer.purge("a", "takedown by the outlet")
        assert not writer.purge("a", "again")
        assert writer.is_purged("a")
        assert not writer.add_document(document)
        assert writer.lookalikes(["1"], not_in="") == []
        assert [record.head.id for record in writer.partners(["kind:event"], not_in="")] == ["b"]
    assert ledger.document("a") is None
    assert documents(ledger) == ["b"]
    assert ledger.snapshot().judgements == ()
    assert ledger.search("12")[0].head.id == "b"
    assert len(ledger.search("12")) == 1
    assert [found.id for found in ledger.documents()] == ["b"]
    stone = ledger.tombstone("a")
    assert stone is not None
    assert stone.reason == "takedown by the outlet"
    assert ledger.tombstone("b") is None
    history = ledger.history(toll)
    assert history is not None
    assert history.purged == stone
    assert [resolution.claim for resolution in history.resolutions] == [None]
    assert (history.head.title, history.head.source_uri, history.head.id) == (None, "", "a")
    assert [review.body for review in history.reviews] == [{}]
    assert ledger.queue() == ()
    held = io.StringIO()
    ledger.dump(held)
    for words in ("Secret", "secret", "Report a", "news.example"):
        assert words not in held.getvalue()
    assert document.raw_digest in held.getvalue()
    with pytest.raises(LedgerError, match="was purged"), ledger.writing() as writer:
        writer.add_reading("a", RUN, claims(document))


def test_a_purge_needs_a_document_and_a_reason(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    for id_, reason, words in (("b", "x", "no document 'b'"), ("a", " ", "needs a reason")):
        with pytest.raises(UsageError, match=words), ledger.writing() as writer:
            writer.purge(id_, reason)


# --- dump and load


def test_what_is_written_is_no_damage(ledger: Ledger) -> None:
    fill_everything(ledger)
    assert damage(ledger._store) == ""


def test_an_error_of_another_sort_stays_itself_and_one_from_damage_says_so(ledger: Ledger) -> None:
    fill(ledger, report("a"))
    with pytest.raises(ZeroDivisionError), ledger:
        1 / 0  # noqa: B018
    with ledger._store.writing() as connection:
        connection.exec_driver_sql("UPDATE runs SET body = '{}'")
    with pytest.raises(NotALedgerError, match=r"damaged \(a row of runs: .*a backup or a dump is what helps"), ledger:
        1 / 0  # noqa: B018


def test_a_dump_is_the_same_from_every_store(ledger: Ledger, tmp_path: object, addresses: Callable[[], str]) -> None:
    fill_everything(ledger)
    first = dumped(ledger)
    with Ledger.load(addresses(), io.StringIO(first)) as copy:
        assert dumped(copy) == first
        assert copy.snapshot() == ledger.snapshot()
        assert copy.revision == ledger.revision
        assert copy.queue() == ledger.queue()
        assert copy.search("army") == ledger.search("army")
        early = ledger.snapshot(as_of=end_of_day(date(2023, 9, 20), UTC))
        assert copy.snapshot(as_of=end_of_day(date(2023, 9, 20), UTC)) == early
        for books in (copy, ledger):
            fill(books, report("later"))
            with books.writing() as writer:
                writer.add_judgements([Judgement("same_incident", *_pair(), 0.5, maker="later")])
        assert copy.snapshot() == ledger.snapshot()


def dumped(ledger: Ledger) -> str:
    stream = io.StringIO()
    ledger.dump(stream)
    return stream.getvalue()


def fill_everything(ledger: Ledger) -> None:
    """Something in every table."""
    odd = report("odd \U0001f54a", "2023-09-21", text="NUL \0. The army shelled Mardakert.", title="\ud800")
    fill(ledger, report("a", "2023-09-19"), report("b", "2023-09-20"), report("gone"), report("v2", version_of="b"))
    with ledger.writing() as writer:
        add(writer, odd, [shelling(odd, start=None)])
        first = Judgement("same_incident", *_pair(), 0.81, ("place",), "incident/1")
        writer.add_judgements([first, Judgement("near_copy", "a", "b", 1.0)])
        writer.withdraw(first.id, "undone")
        writer.add_signature("a", ["1", "2"])
        writer.add_review(Review("merge", _pair(), "sari", AT, {"kind": "incident"}))
        writer.add_review(Review("accept", (dead(report("a")).id,), "sari", AT))
        writer.add_review(Review("note", (dead(report("gone")).id,), "sari", AT, {"words": "gone"}))
    with ledger.writing() as writer:
        add(writer, report("a"), [resolved_better(shelling(report("a"))), dead(report("a"), 13)], NEWER)
        writer.purge("gone", "privacy")
