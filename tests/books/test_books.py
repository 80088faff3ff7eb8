"""One place through which everything is added: idempotent, transactional, the same whatever the order and the face."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import gencatan
from gencatan.books.books import Books
from gencatan.errors import InputError, LanguageError, LedgerError, UsageError
from gencatan.language.pack import ROOT
from gencatan.ledger import Ledger, Scope
from gencatan.model import Count, Document, Filler
from gencatan.model.books import GROUPS
from gencatan.reconcile.judging import rules
from gencatan.views.assign import Assigner
from gencatan.views.conflict import Area, Conflict, Party
from gencatan.views.gold import gold
from tests.conftest import entries, to_document

FIRST = "At least 32 people were killed in Stepanakert on Tuesday, the Armenian government said."
CORRECTED = "At least 35 people were killed in Stepanakert on Tuesday, the Armenian government said."
PLACE = "https://example.org/report"


def report(text: str = FIRST, id: str = "", published: str = "2023-09-20", source_uri: str = PLACE) -> Document:
    return Document.create(
        text, id=id, published=published, source_uri=source_uri, language="en", outlet="Example Wire"
    )


def karabakh() -> list[Document]:
    return [to_document(entry) for entry in entries() if "karabakh" in entry["document"]["id"]]


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    with Books.open(tmp_path / "books.db") as opened:
        yield opened


def lines(books: Books) -> list[str]:
    stream = io.StringIO()
    books.ledger.dump(stream)
    return stream.getvalue().splitlines()


def visible(books: Books) -> tuple[list[dict[str, object]], set[str]]:
    whole = books.ledger.snapshot()
    return [one.claim.to_dict() for one in whole.records], {one.id for one in whole.judgements}


def test_adding_twice_changes_nothing(books: Books) -> None:
    assert books.add(report()).what == "added"
    before, revision = lines(books), books.ledger.revision
    assert books.add(report()).what == "known"
    assert [one.what for one in books.add_many([report(), report()])] == ["known", "known"]
    assert (lines(books), books.ledger.revision) == (before, revision)


def test_the_same_report_twice_in_one_go(books: Books) -> None:
    assert [one.what for one in books.add_many([report(), report()])] == ["added", "known"]


def test_a_corrected_report_is_a_new_version_linked_to_the_old(books: Books) -> None:
    old = books.add(report())
    new = books.add(report(CORRECTED))
    assert new.what == "version"
    found = books.ledger.document(new.document)
    assert found is not None
    assert (found.version_of, found.id) == (old.document, new.document)
    assert {one.head.id for one in books.ledger.snapshot().records} == {new.document}, "the latest version is current"
    assert books.ledger.document(old.document) is not None, "the older stays"


def test_a_report_with_a_known_id_and_another_text_is_a_version_too(books: Books) -> None:
    books.add(report(id="r1", source_uri=""))
    corrected = report(CORRECTED, id="r1", source_uri="")
    with pytest.raises(InputError, match="nothing says which is the later"):
        books.add(corrected)
    new = books.add(replace(corrected, retrieved_at="2023-09-25T08:00:00Z"))
    assert new.what == "version"
    assert all(one.claim.document == new.document for one in books.ledger.snapshot().records)


def test_what_cannot_be_added_costs_the_rest_nothing(books: Books) -> None:
    bad = (
        report(id="x" * 2000, source_uri="long.json"),
        replace(report(id="fr", source_uri="french.json"), language="fr"),
        report(CORRECTED, id="r1", source_uri="other.json"),
    )
    reports = [report(id="r1", source_uri=""), *bad, report(FIRST + " More.", id="r2", source_uri="")]
    told: list[tuple[str, str]] = []
    done = list(books.add_many(reports, on_bad=lambda document, error: told.append((document.id, str(error)))))
    assert [(one.what, one.document) for one in done] == [("added", "r1"), ("added", "r2")]
    assert {id_ for id_, _ in told} == {document.id for document in bad}
    assert all(words.startswith(document.source_uri) for document in bad for id_, words in told if id_ == document.id)


@pytest.mark.parametrize("at", [0, 1, 2])
def test_what_came_before_an_error_is_in_the_books(books: Books, at: int) -> None:
    bad = report(id="x" * 2000, source_uri="long.json"), replace(report(id="fr"), language="fr")
    reports = [report(FIRST + f" More {number}.", id=f"r{number}", source_uri="") for number in range(3)]
    done: list[str] = []
    adding = (added.document for added in books.add_many([*reports[:at], bad[at % 2], *reports[at:]]))
    with pytest.raises(InputError):
        done.extend(adding)
    assert done == [f"r{number}" for number in range(at)]
    assert all(books.ledger.document(id_) for id_ in done)


def test_order_and_bulk_change_no_answer(tmp_path: Path) -> None:
    reports = karabakh()[:4]
    seen = []
    for n, (documents, batch) in enumerate(((reports, 16), (reports[::-1], 1), (reports[2:] + reports[:2], 3))):
        with Books.open(tmp_path / f"{n}.db") as books:
            assert len(list(books.add_many(documents, batch=batch))) == 4
            seen.append((visible(books), gencatan.dossier(books, "nagorno-karabakh").to_dict()))
    assert seen[0] == seen[1] == seen[2]


def test_as_of_is_the_books_of_just_those_reports(tmp_path: Path) -> None:
    reports = karabakh()
    days = sorted({one.published for one in reports if one.published})
    with Books.open(tmp_path / "all.db") as whole:
        list(whole.add_many(reports))
        for day in days[1:6:2]:
            with Books.open(tmp_path / f"{day}.db") as part:
                list(part.add_many(one for one in reports if one.published and one.published <= day))
                asked = gencatan.dossier(whole, "nagorno-karabakh", as_of=day.isoformat())
                assert asked.to_dict() == gencatan.dossier(part, "nagorno-karabakh", as_of=day.isoformat()).to_dict()


def test_a_language_nobody_reads_adds_nothing(books: Books) -> None:
    with pytest.raises(LanguageError):
        books.add(Document.create("Le président a annoncé hier que les troupes vont quitter la ville. " * 3))
    assert books.ledger.revision == 0


def test_killed_between_batches_a_rerun_completes_it(books: Books) -> None:
    reports = karabakh()[:4]

    def stopped() -> Iterator[Document]:
        yield from reports[:3]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(books.add_many(stopped(), batch=2))
    assert [one.what for one in books.add_many(reports, batch=2)] == ["known", "known", "added", "added"]


def test_purge_erases_the_words_and_the_report_stays_away(books: Books) -> None:
    added = books.add(report())
    assert books.purge(added.document, "takedown")
    assert books.ledger.document(added.document) is None
    assert "killed" not in "\n".join(lines(books))
    assert books.add(report()).what == "purged"
    assert books.ledger.snapshot().records == ()


def undated(outlet: str | None = "Example Wire") -> Document:
    return Document.create(FIRST, source_uri=PLACE, language="en", outlet=outlet)


def starts(books: Books, **when: str) -> set[str | None]:
    return {one.claim.date.start for one in books.desk(**when).records if one.claim.date}


def test_a_forgotten_date_is_given_by_adding_again(books: Books) -> None:
    first = books.add(undated())
    assert (first.what, first.published) == ("added", None)
    assert starts(books) == {None}
    ids = set(books.desk().by_id)
    assert not books.desk(as_of="2023-09-20").records
    again = books.add(report())
    assert (again.what, again.document, again.changed) == ("amended", first.document, ("published",))
    assert starts(books, as_of="2023-09-20") == {"2023-09-19"}
    assert set(books.desk().by_id) == ids, "what was read is the same, so are the ids"
    assert books.add(undated()).what == "known", "who says nothing changes nothing"
    assert books.add(report()).what == "known"
    assert [one.what for one in books.add_many([report(published="2023-09-27"), undated()])] == ["amended", "known"]
    assert starts(books) == {"2023-09-26"}


def test_a_source_that_repeats_itself_undoes_no_amendment(books: Books) -> None:
    added = books.add(report(published="2023-10-20"))
    assert books.amend(added.document[:6], {"published": report().published}).what == "amended"
    assert books.add(report(published="2023-10-20")).what == "known", "the source said so before"
    assert not books.keep(report(published="2023-10-01"))
    assert starts(books) == {"2023-09-19"}
    (said,) = books.add_many([report(published="2023-10-20")], stated=("published",))
    assert said.what == "amended", "but the caller says so himself"
    assert books.amend(added.document, {"published": None}).published is None
    assert starts(books) == {None}
    assert books.amend(added.document, {"published": None}).what == "known"


def test_the_same_report_with_two_dates_in_one_go(books: Books) -> None:
    assert [one.what for one in books.add_many([undated(), report()])] == ["added", "amended"]
    assert starts(books) == {"2023-09-19"}


def test_an_amendment_is_judged_anew(books: Books) -> None:
    """Two reports of one toll are one incident once the second one's day is known."""

    def together() -> list[int]:
        return sorted(len(one.records) for one in books.desk().groups("incident"))

    books.add(report())
    other = "The Armenian government said at least 32 people had been killed in Stepanakert on Tuesday."
    second = books.add(Document.create(other, language="en", published="2023-11-01", outlet="Other Wire"))
    apart = together()
    books.amend(second.document, {"published": report().published})
    assert max(together()) > max(apart)
    with Books.open(Path(books.ledger.address).with_name("fresh.db")) as fresh:
        list(
            fresh.add_many(
                [report(), Document.create(other, language="en", published="2023-09-20", outlet="Other Wire")]
            )
        )
        assert visible(fresh) == visible(books)


def test_judgements_are_bound_to_the_rules_that_made_them(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Document.create(
        "The Armenian government said at least 32 people had been killed in Stepanakert on Tuesday.",
        language="en", published="2023-09-20", outlet="Other Wire",
    )  # fmt: skip
    list(books.add_many([report(), other]))
    before = books.ledger.snapshot().judgements
    assert before
    assert all(one.maker.endswith(f"/{rules.rules_digest()}") for one in before)
    assert not books.outdated
    assert books.rejudge() is None
    monkeypatch.setattr("gencatan.reconcile.judging.rules.rules_digest", lambda: "other")
    monkeypatch.setattr("gencatan.books.adding.rules_digest", lambda: "other")
    monkeypatch.setattr("gencatan.books.joining.rules_digest", lambda: "other")
    monkeypatch.setattr("gencatan.reconcile.judging.verdict.ENOUGH", 2.0)  # nothing is enough for these rules
    recorded = datetime.now(UTC)
    assert books.outdated
    assert books.ledger.snapshot().judgements == before, "a question writes nothing"
    assert books.rejudge() is not None
    after = books.ledger.snapshot().judgements
    assert not [one for one in after if one.relation == "same_incident"]
    assert all(one.maker.endswith("/other") for one in after)
    assert books.ledger.snapshot(as_recorded=recorded).judgements == before
    assert books.rejudge() is None
    monkeypatch.undo()
    third = books.add(report("Nine rebels were killed in Mindanao on Monday, the army said.", source_uri=""))
    assert third.what == "added"
    assert set(before) <= set(books.ledger.snapshot().judgements), "what is added is never judged beside other rules"


def test_what_cannot_be_amended(books: Books) -> None:
    added = books.add(report())
    with pytest.raises(UsageError, match="no document 'zz'"):
        books.amend("zz", {"title": "x"})
    with pytest.raises(LanguageError):
        books.amend(added.document, {"language": "fr"})
    with pytest.raises(UsageError, match="text stays"):
        books.amend(added.document, {"text": "x"})
    books.purge(added.document, "takedown")
    with pytest.raises(UsageError, match="purged"):
        books.amend(added.document, {"title": "x"})
    assert books.add(report(published="2023-09-27")).what == "purged"


def test_reviews_go_by_the_first_characters_of_an_id(books: Books) -> None:
    books.add(report())
    claim = next(one for one in books.ledger.snapshot().records if one.claim.kind == "casualty")
    made = books.review("correct", [claim.id[:8]], reviewer="ana", fields={"slots": {"harm": "injured"}}, words="wrong")
    assert (made.targets, made.reviewer, made.body["words"]) == ((claim.id,), "ana", "wrong")
    (seen,) = [one for one in books.desk().records if one.id == claim.id]
    assert seen.claim.slots["harm"] == "injured"
    with pytest.raises(UsageError, match="takes at least one field"):
        books.review("correct", [claim.id])
    with pytest.raises(UsageError, match="harm 'tired'"):
        books.review("correct", [claim.id], fields={"slots": {"harm": "tired"}})
    with pytest.raises(UsageError, match="no claim"):
        books.review("accept", ["ffffffff"])


def casualty(books: Books) -> str:
    return next(one.id for one in books.ledger.snapshot().records if one.claim.kind == "casualty")


def test_a_correction_gives_what_is_not_there(books: Books) -> None:
    text = "At least 32 people were killed. It is cold in Stepanakert, the ombudsman said. Azerbaijan had no comment."
    added = books.add(Document.create(text, language="en", published="2023-09-20", outlet="Example Wire"))
    id_ = casualty(books)
    read = books.claim(id_).claim
    assert (read.date, read.place, read.attribution, read.slots.get("perpetrator")) == (None, None, (), None)
    assert id_ not in books.desk("nagorno-karabakh").by_id
    books.review("correct", [id_], fields={"place": "Stepanakert"})
    books.review(
        "correct", [id_], fields={"date": "2023-09-19", "attribution": ["the ombudsman", "Red Cross officials"]}
    )
    last = books.review("correct", [id_], fields={"slots": {"count": {"max": 40}, "perpetrator": "Azerbaijan"}})
    claim = books.desk("nagorno-karabakh").by_id[id_].claim
    assert claim.place is not None
    assert (claim.place.name, claim.place.country, claim.place.region) == ("Stepanakert", "AZE", None)
    assert text[claim.place.span.start : claim.place.span.end] == claim.place.span.text == "Stepanakert"
    assert claim.date is not None
    assert (claim.date.start, claim.date.end, claim.date.precision) == ("2023-09-19", "2023-09-19", "day")
    assert claim.date.span.start == claim.date.span.end, "nobody reads a date in the report"
    ombudsman, other = claim.attribution
    assert text[ombudsman.span.start : ombudsman.span.end] == "the ombudsman"
    assert (other.span.text, other.span.end - other.span.start) == ("Red Cross officials", 0)
    count = claim.slots["count"]
    assert isinstance(count, Count)
    assert (count.min, count.max) == (32, 40)
    (perpetrator,) = claim.slots["perpetrator"]
    assert isinstance(perpetrator, Filler)
    assert (perpetrator.actor and perpetrator.actor.id, perpetrator.span.text) == ("AZE", "Azerbaijan")
    assert set(last.body["slots"]) == {"count", "perpetrator"}, "of slots only what was said"
    (toll,) = gencatan.tolls(books, "nagorno-karabakh").incidents
    assert (toll.place, toll.start and toll.start.isoformat(), toll.high) == ("Stepanakert", "2023-09-19", 40)
    assert toll.figures[0].cite.source.name != "Example Wire"
    entries = gencatan.timeline(books, "nagorno-karabakh").entries
    assert [one.start and one.start.isoformat() for one in entries if one.place == "Stepanakert"]
    desk = books.desk()
    (entry,) = gold(desk, {added.document: books.ledger.document(added.document)})
    annotated = entry["claims"][0]
    assert annotated["date"] == {"start": "2023-09-19", "end": "2023-09-19"}
    assert annotated["place"] == ["Stepanakert"]
    assert annotated["attribution"] == [["the ombudsman"], ["Red Cross officials"]]
    assert gencatan.trail(books, id_).cite.claim == id_
    for fields, words in (
        ({"date": "soon"}, "no date as in"),
        ({"slots": {"count": {"min": 50, "max": 40}}}, "more than max"),
        ({"slots": {"weather": "fine"}}, "weather"),
        ({"attribution": [3]}, "attribution"),
    ):
        with pytest.raises(UsageError, match=words):
            books.review("correct", [id_], fields=fields)
    books.review("correct", [id_], fields={"place": None, "date": None, "attribution": []})
    claim = books.desk().by_id[id_].claim
    assert (claim.date, claim.place, claim.attribution) == (None, None, ())
    assert "perpetrator" in claim.slots


def test_a_place_needs_a_name(books: Books) -> None:
    books.add(Document.create("At least 32 people were killed, the ombudsman said.", language="en"))
    with pytest.raises(UsageError, match=r"place.name or place.text is needed"):
        books.review("correct", [casualty(books)], fields={"place": {"country": "AZE"}})


def test_groups_follow_a_correction(books: Books) -> None:
    """Two tolls of one day and place are apart once a person says that one was on another day, and back again."""
    other = "The Armenian government said at least 32 people had been killed in Stepanakert on Tuesday."
    books.add(report())
    second = books.add(Document.create(other, language="en", published="2023-09-20", outlet="Other Wire"))
    mine = next(one.id for one in books.ledger.snapshot(Scope(documents=(second.document,))).records)

    def beside() -> int:
        return next(len(one.records) for one in books.desk().groups("incident") if mine in {r.id for r in one.records})

    assert beside() > 1
    moved = books.review("correct", [mine], fields={"date": {"start": "2023-07-04"}})
    assert moved.body["date"]["end"] == "2023-07-04", "one day stays one day"
    assert beside() == 1
    books.review("correct", [mine], fields={"date": "2023-09-19"})
    assert beside() > 1


def test_a_review_is_undone_by_its_id(books: Books) -> None:
    books.add(report())
    claim = next(one for one in books.ledger.snapshot().records if one.claim.kind == "casualty")
    said = books.review("reject", [claim.id], reviewer="ana")
    assert claim.id not in books.desk().by_id
    undo = books.review("undo", [said.id[:8]], reviewer="budi", words="a slip")
    assert (undo.action, undo.targets, undo.body) == ("note", (claim.id,), {"undoes": said.id, "words": "a slip"})
    assert claim.id in books.desk().by_id
    assert books.desk().verdicts == {}
    books.review("undo", [undo.id])
    assert claim.id not in books.desk().by_id
    revision = books.ledger.revision
    for wanted, words in (("ffffffff", "no review"), ("ff", "at least 4"), (claim.id, "no review")):
        with pytest.raises(UsageError, match=words):
            books.review("undo", [wanted])
    for fields in (
        {"words": 3},
        {"slots": {"count": "twelve"}},
        {"slots": {"harm": None}},
        {"nonsense": 1},
        {"slots": 3},
    ):
        with pytest.raises(UsageError, match=next(iter(fields))):
            books.review("correct", [claim.id], fields=fields)
    assert books.ledger.revision == revision


def test_merge_and_split_are_undone_by_one_row_each(books: Books) -> None:
    books.add(report(id="a", source_uri=""))
    books.add(report("Nine rebels were killed in Mindanao on Monday, the army said.", id="b", source_uri=""))
    casualties = [one.id for one in books.ledger.snapshot().records if one.claim.kind == "casualty"]
    assert len(casualties) == 2

    def together() -> bool:
        return any(set(casualties) <= {one.id for one in group.records} for group in books.desk().groups("incident"))

    assert not together()
    books.review("merge", casualties, reviewer="ana")
    assert together()
    books.review("split", casualties, reviewer="ana")
    assert not together()
    merged = books.review("merge", casualties, reviewer="ana")
    assert together()
    books.review("undo", [merged.id], reviewer="ana")
    assert not together()


def test_reread_reads_what_another_reader_read(books: Books, tmp_path: Path) -> None:
    import shutil

    books.add(report("Helicopters blitzed two villages near Stepanakert on Monday."))
    assert list(books.reread()) == [], "the same reader has nothing to read again"
    pack = tmp_path / "english"
    shutil.copytree(ROOT / "en", pack)
    with (pack / "triggers" / "event.toml").open("a") as file:
        file.write(
            '\n[[trigger]]\nverbs = ["blitz"]\nkind = "event"\nact = "air_strike"\nplover = "ASSAULT/aerial"\n'
            'example = "Helicopters {} two villages near the border."\n'
        )
    newer = Books(books.ledger, packs=[pack])
    assert [one.what for one in newer.reread()] == ["reread"]
    assert any(one.claim.slots.get("act") == "air_strike" for one in books.ledger.snapshot().records)
    assert list(newer.reread()) == []


def test_unassigned_claims_are_those_of_no_known_conflict(books: Books) -> None:
    books.add(report())
    books.add(report("Nine rebels were killed in Mindanao on Monday, the army said.", id="b", source_uri=""))
    assert {one.head.id for one in books.desk("none").records} == {"b"}
    assert "b" not in {one.head.id for one in books.desk("nagorno-karabakh").records}
    assert {one.document.id for one in gencatan.search(books, "Mindanao").hits} == {"b"}


def test_the_questions_take_books_a_ledger_or_an_address(tmp_path: Path) -> None:
    path = tmp_path / "books.db"
    with Books.open(path) as books:
        books.add(report())
        by_books = gencatan.tolls(books, "nagorno-karabakh").to_dict()
    with Ledger.open(path) as ledger:
        assert gencatan.tolls(ledger, "nagorno-karabakh").to_dict() == by_books
    assert gencatan.tolls(path, "nagorno-karabakh").to_dict() == by_books
    with pytest.raises(LedgerError):
        gencatan.tolls(tmp_path / "nowhere.db")
    assert not (tmp_path / "nowhere.db").exists(), "asking makes no ledger"


def test_dates_mean_the_end_of_the_day_in_the_conflicts_zone(books: Books) -> None:
    desk = books.desk("nagorno-karabakh", as_of="2023-09-20")
    assert desk.whole.as_of is not None
    assert desk.whole.as_of.isoformat() == "2023-09-20T23:59:59+04:00"
    with pytest.raises(UsageError):
        books.desk("nagorno-karabakh", as_of="yesterday")


def test_explain_looks_at_what_is_around_an_id_and_tells_the_same(books: Books) -> None:
    from gencatan.views.trail import trail, with_history

    list(books.add_many(karabakh()))
    casualties = [one.id for one in books.ledger.snapshot().records if one.claim.kind == "casualty"]
    books.review("merge", casualties[:2], reviewer="ana")
    books.review("split", casualties[2:4], reviewer="ana")
    whole = books.desk()
    for id_ in [record.id for record in whole.whole.records][::3] + [one.id for one in whole.whole.judgements][::9]:
        expected = trail(whole, id_)
        assert books.trail(id_) == with_history(expected, books.ledger.history(expected.cite.claim))
    with pytest.raises(UsageError, match="no claim or group 'ffffffff'"):
        books.trail("ffffffff")
    with pytest.raises(UsageError, match="at least 4 characters"):
        books.trail("f")


# --- what is kept


def _worked_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is worked out from now on: `groups` for each kind, and `compliance`."""
    from gencatan.views import desk

    made: list[str] = []

    def counted(name: str, real: Any) -> Any:
        def working(*asked: Any) -> Any:
            made.append(name)
            return real(*asked)

        return working

    for name in ("groups", "compliance"):
        monkeypatch.setattr(desk, name, counted(name, getattr(desk, name)))
    return made


def test_groups_are_worked_out_once_for_each_state_of_the_books(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    list(books.add_many(karabakh()[:4]))
    made = _worked_out(monkeypatch)

    def asked(**when: str) -> object:
        return gencatan.dossier(books, "nagorno-karabakh", **when).to_dict()

    first = asked()
    assert made == [*["groups"] * 3, "compliance"]
    assert asked() == first
    assert gencatan.obligations(books, "nagorno-karabakh") == gencatan.obligations(books, "nagorno-karabakh")
    assert len(made) == 4
    early = asked(as_of="2023-09-20")  # another question
    assert (len(made), early == first) == (8, False)
    assert asked(as_of="2023-09-20") == early
    books.add(karabakh()[4])  # the books grow
    grown = asked()
    assert (len(made), grown == first) == (12, False)


def test_what_is_kept_is_never_the_truth(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    list(books.add_many(karabakh()))
    kept = {kind: list(books.desk("nagorno-karabakh").grouping(kind)) for kind in ("incident", "agreement", "meeting")}
    again = {kind: list(books.desk("nagorno-karabakh").grouping(kind)) for kind in kept}
    assert again == kept
    members = next(group.members for group in kept["incident"] if len(group.members) > 1)
    books.review("split", members[:2], reviewer="ana")
    books.review("merge", members[:2], reviewer="sari")
    disputed = [group for group in books.desk("nagorno-karabakh").grouping("incident") if group.disputed]
    assert disputed
    assert [group for group in books.desk("nagorno-karabakh").grouping("incident") if group.disputed] == disputed
    judged = next(j for j in books.desk().whole.judgements if j.relation == "same_agreement")
    before = len(books.desk("nagorno-karabakh").grouping("agreement"))
    with books.ledger.writing() as writer:  # undo is one row
        for judgement in books.desk().whole.judgements:
            if judgement.relation == judged.relation:
                writer.withdraw(judgement.id, "by hand")
    assert len(books.desk("nagorno-karabakh").grouping("agreement")) > before


def test_where_nothing_can_be_kept_it_is_worked_out_again(tmp_path: Path) -> None:
    path = tmp_path / "books.db"
    with Books.open(path) as books:
        list(books.add_many(karabakh()[:3]))
        with Ledger.open(path) as other, other.writing():  # somebody is writing
            first = gencatan.dossier(books, "nagorno-karabakh")
            assert books.ledger.recall("anything") is None
        assert gencatan.dossier(books, "nagorno-karabakh") == first
        assert not books.ledger.keep("late", books.ledger.revision - 1, "{}")
        assert books.ledger.keep("now", books.ledger.revision, "{}")
        assert books.ledger.recall("now") == (books.ledger.revision, "{}")
        text = lines(books)
    with Books.open(path) as books:
        assert books.ledger.recall("now") is not None
        assert lines(books) == text  # and no dump has it
    assert not books.ledger.keep("closed", 1, "{}")


def test_a_purge_leaves_nothing_of_what_was_kept(books: Books) -> None:
    list(books.add_many(karabakh()[:3]))
    assert gencatan.dossier(books, "nagorno-karabakh").holdings.reports == 3
    books.purge(karabakh()[0].id, "takedown")
    with books.ledger._store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM kept").scalar() == 0


def test_what_is_kept_comes_back_as_it_was(books: Books) -> None:
    from gencatan.books.packing import Names, pack, unpack
    from gencatan.reconcile.compliance.standing import Compliance

    list(books.add_many(karabakh()))
    desk = books.desk("nagorno-karabakh")
    ids = list(desk.by_id)
    packed = json.dumps(pack(desk.compliance, {id_: n for n, id_ in enumerate(ids)}))
    assert unpack(Compliance, json.loads(packed), Names(ids)) == desk.compliance
    assert not any(id_ in packed for id_ in ids)


def test_answers_are_remembered_until_the_books_grow_and_are_the_same(books: Books) -> None:
    list(books.add_many(karabakh()[:4]))
    made, owed = (ask(books, "nagorno-karabakh") for ask in (gencatan.dossier, gencatan.obligations))
    assert books.desk("nagorno-karabakh").remembers
    assert gencatan.dossier(books, "nagorno-karabakh") == made
    assert gencatan.obligations(books, "nagorno-karabakh") == owed
    list(books.add_many(karabakh()[4:]))
    assert gencatan.dossier(books, "nagorno-karabakh") != made


UNREADABLE = {
    "no JSON": lambda body: body[: len(body) // 2],
    "nothing": lambda body: "",
    "nested": lambda body: "[" * 100_000,
    "a number": lambda body: "7",
    "null": lambda body: "null",
    "a list": lambda body: "[]",
    "an object": lambda body: "{}",
    "words": lambda body: '"groups"',
    "a part more": lambda body: json.dumps([*json.loads(body), 1] if body[0] == "[" else {**json.loads(body), "x": 1}),
    "numbers": lambda body: re.sub(r'"[^"]*"', "999999", body),
    "from the end": lambda body: re.sub(r"\b\d+\b", "-1", body),
    "other keys": lambda body: re.sub(r'"([a-z_]+)":', r'"\1s":', body),
}


@pytest.mark.parametrize("spoil", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_cannot_be_read_back_is_worked_out_again(books: Books, spoil: Callable[[str], str]) -> None:
    list(books.add_many(karabakh()[:4]))
    asked = (gencatan.dossier, gencatan.obligations, gencatan.agreements)
    made = [ask(books, "nagorno-karabakh") for ask in asked]
    grouped = {kind: books.desk("nagorno-karabakh").grouping(kind) for kind in GROUPS}
    _spoil(books, spoil, "%")
    assert {kind: books.desk("nagorno-karabakh").grouping(kind) for kind in GROUPS} == grouped
    for which in ("%", "% compliance", "% dossier %", "% obligations %"):
        _spoil(books, spoil, which)
        assert [ask(books, "nagorno-karabakh") for ask in asked] == made
    assert [ask(books, "nagorno-karabakh") for ask in asked] == made  # and it was kept anew


def test_groups_of_claims_that_are_not_there_are_made_again(books: Books) -> None:
    list(books.add_many(karabakh()[:4]))
    grouped = {kind: books.desk("nagorno-karabakh").grouping(kind) for kind in GROUPS}
    _spoil(books, lambda body: re.sub(r"[0-9a-f]{20}", "f" * 20, body), "%")
    assert {kind: books.desk("nagorno-karabakh").grouping(kind) for kind in GROUPS} == grouped


def _spoil(books: Books, spoil: Callable[[str], str], which: str) -> None:
    from sqlalchemy import text

    with books.ledger._store.writing() as connection:
        found = text("SELECT question, body FROM kept WHERE question LIKE :which")
        rows = connection.execute(found, {"which": which}).all()
        assert rows
        for question, body in rows:
            put = text("UPDATE kept SET body = :body WHERE question = :question")
            connection.execute(put, {"body": spoil(body), "question": question})


def test_other_code_does_not_read_what_was_kept(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    from gencatan.books import remembering

    assert {"gencatan.books", "gencatan.model", "gencatan.ledger", "gencatan.i18n"} < set(remembering._RULES)
    list(books.add_many(karabakh()[:3]))
    gencatan.dossier(books, "nagorno-karabakh")
    assert books.desk("nagorno-karabakh").remembers
    for package in remembering._RULES:
        with monkeypatch.context() as patch:
            patch.setattr(remembering, "_RULES", tuple(one for one in remembering._RULES if one != package))
            remembering._rules.cache_clear()
            assert not books.desk("nagorno-karabakh").remembers
    remembering._rules.cache_clear()
    assert books.desk("nagorno-karabakh").remembers


def test_what_is_purged_is_in_no_remembered_answer(books: Books) -> None:
    documents = karabakh()[:2]
    list(books.add_many(documents))
    gencatan.dossier(books, "nagorno-karabakh")
    books.purge(documents[0].id, "asked for by the publisher")
    again = str(gencatan.dossier(books, "nagorno-karabakh").to_dict())
    assert documents[0].id not in again


def _boxed(**more: Any) -> Conflict:
    party = Party({"en": "Karabakh fighters", "id": "Petempur"}, **{"actors": (), **more})
    return Conflict("boxed", {"en": "Boxed", "id": "Kotak"}, (party,), area=Area(box=(46.05, 39.1, 47.4, 40.6)))


@pytest.mark.parametrize(
    "more",
    [
        {"aliases": ("Karabakh fighters",)},
        {"actors": ("AZE",)},
        {"actors": ("nobody-known",)},
        {"actors": ("UNO/security-council",)},
    ],
)
def test_a_box_and_aliases_reach_all_claims_that_are_assigned(books: Books, more: dict[str, object]) -> None:
    list(books.add_many(karabakh()[:4]))
    conflict = _boxed(**more)
    wanted = {record.id for record in Assigner(conflict).assigned(books.ledger.snapshot().records)}
    assert wanted
    assert {record.id for record in books.desk(conflict).records} == wanted


def test_one_instant_is_one_answer_in_whatever_zone_it_is_given(books: Books) -> None:
    list(books.add_many(karabakh()[:4]))
    given = ("2023-09-20T20:30:00+00:00", "2023-09-21T00:30:00+04:00")
    found = [len(books.desk("nagorno-karabakh", as_of=time).records) for time in (*given, *reversed(given))]
    assert len(set(found)) == 1
    assert found[0] == len(books.desk("nagorno-karabakh", as_of="2023-09-20").records)


def test_a_purged_page_does_not_come_back_with_another_advert(books: Books) -> None:
    page = replace(karabakh()[0], id="page-1", source_uri="https://example.org/news/1")
    books.add(page)
    books.purge(page.id, "asked for by the publisher")
    again = replace(page, id="page-2", text=f"{page.text}\n")
    assert books.add(again).what == "purged"
    assert not books.search("Azerbaijan")
