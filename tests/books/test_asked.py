"""What is asked for is answered anew once the books grew; and whatever happened to them, it is what cold books say."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import gencatan
from benchmarks.ledger.made import Report, region, reports
from gencatan.books import asked
from gencatan.books.asked import MOST, PATIENCE, Asked
from gencatan.books.books import Books, scope_of
from gencatan.ledger import EVERYTHING, before
from gencatan.views import desk as desk_module
from gencatan.views.brief import brief
from gencatan.views.conflict import Area, Conflict, Party, bundled
from gencatan.views.desk import Desk
from gencatan.views.dossier import dossier
from gencatan.views.meetings import meetings
from gencatan.views.obligations import obligations
from gencatan.views.timeline import timeline
from gencatan.views.tolls import tolls

SIDES = (
    Party({"en": "Rebels", "id": "Pemberontak"}, tuple(f"rebels-{n}" for n in range(10))),
    Party({"en": "Army", "id": "Militer"}, tuple(f"X{n:02}/MIL" for n in range(10))),
)
SOME = Conflict("some", {"en": "Some", "id": "Beberapa"}, SIDES, area=Area(regions=tuple(map(region, range(10)))))
SINCE = "2021-01-01"


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    with Books.open(tmp_path / "books.db") as opened:
        yield opened


def put(books: Books, *made: Report) -> None:
    books.add_read((report.document, report.claims) for report in made)


def cold(books: Books, conflict: Conflict | None) -> list[dict[str, Any]]:
    """The answers of books that remember nothing."""
    scope = scope_of(conflict) if conflict else EVERYTHING

    def desk(since: str | None = None) -> Desk:
        known = before(since, SOME.zone) if since else None
        return Desk(books.ledger.snapshot(scope, as_of=known), conflict)

    views = (dossier, obligations, timeline, tolls, meetings)
    return [*(view(desk()).to_dict() for view in views), brief(desk(SINCE), desk(), SINCE).to_dict()]


def warm(books: Books, conflict: Conflict | None) -> list[dict[str, Any]]:
    views = (gencatan.dossier, gencatan.obligations, gencatan.timeline, gencatan.tolls, gencatan.meetings)
    return [*(view(books, conflict).to_dict() for view in views), gencatan.diff(books, SINCE, conflict).to_dict()]


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_the_answer_is_that_of_cold_books(books: Books, seed: int) -> None:
    drawn = random.Random(seed)
    waiting = list(reports(30, 300))
    drawn.shuffle(waiting)
    said: list[str] = []
    remembered = 0
    for step in range(20):
        records = books.ledger.snapshot(relations=()).records
        what = drawn.choice(("add", "add", "add", "review", "group", "undo", "purge")) if step > 3 else "add"
        if what == "add":
            put(books, *(waiting.pop() for _ in range(drawn.randrange(1, 3)) if waiting))
        elif what == "review":
            target = drawn.choice(records)
            action = drawn.choice(("accept", "reject", "note", "correct"))
            fields = {"status": drawn.choice(("denied", "possible"))} if action == "correct" else None
            said.append(books.review(action, [target.id], reviewer=drawn.choice("ab"), fields=fields).id)
        elif what == "group":
            events = [record.id for record in records if record.claim.kind == "event"]
            action = drawn.choice(("merge", "split"))
            said.append(books.review(action, drawn.sample(events, 3), reviewer=drawn.choice("ab")).id)
        elif what == "undo" and said:
            books.review("undo", [drawn.choice(said)], reviewer="c")
        elif what == "purge":
            books.purge(drawn.choice(records).head.id, "takedown")
        if drawn.random() < 0.7:
            books.renew()
        for conflict in (SOME, None):
            remembered += books.desk(conflict).remembers
            assert warm(books, conflict) == cold(books, conflict), (step, what)
    assert remembered > 10


def test_the_first_to_ask_after_a_report_came_in_waits_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "books.db"
    made = list(reports(12, 60))
    with Books.open(path) as books:
        put(books, *made[:8])
        warm(books, SOME)
        gencatan.dossier(books, None)
    with Books.open(path) as books:
        put(books, *made[8:])
    with Books.open(path) as books:
        expected = cold(books, SOME)
        monkeypatch.setattr(desk_module, "compliance", None)  # nothing is worked out
        monkeypatch.setattr(desk_module, "groups", None)
        assert warm(books, SOME) == expected
        assert books.desk(None).remembers
        assert len(books.ledger.asked()) == 2


def test_of_morning_briefs_the_last_that_was_asked_for_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "books.db"
    made = list(reports(12, 60))
    with Books.open(path) as books:
        put(books, *made[:8])
        for since in ("2020-03-01", SINCE):
            gencatan.diff(books, since, SOME)
        gencatan.diff(books, "2020-04-01", SOME, until="2020-06-01")  # of another day than today: that is not noted
        (body,) = books.ledger.asked().values()
        note = Asked.from_json(body)
        assert note is not None
        assert note.names == (f"brief {before(SINCE, SOME.zone).isoformat()} en",)
    with Books.open(path) as books:
        put(books, *made[8:])
    with Books.open(path) as books, pytest.MonkeyPatch.context() as patch:
        expected = cold(books, SOME)[-1]
        patch.setattr(asked, "brief", None)  # nothing is worked out
        assert gencatan.diff(books, SINCE, SOME).to_dict() == expected
        same = before(SINCE, SOME.zone).isoformat()
        assert gencatan.diff(books, same, SOME).since == same


def test_what_is_made_on_the_way_to_an_answer_is_kept_with_that_answer(books: Books) -> None:
    put(books, *reports(6, 30))
    gencatan.dossier(books, SOME)
    (body,) = books.ledger.asked().values()
    note = Asked.from_json(body)
    assert note is not None
    assert note.names == ("dossier en",)


@pytest.mark.parametrize(("start", "end"), [("2020-01-01", "2020-12-31"), (None, "2020-06-30"), ("2020-06-01", None)])
def test_a_period_of_a_timeline_is_taken_from_the_whole(books: Books, start: str | None, end: str | None) -> None:
    put(books, *reports(6, 30))
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    whole = gencatan.timeline(books, SOME)
    part = gencatan.timeline(books, SOME, start=first, end=last)
    assert part == timeline(Desk(books.ledger.snapshot(scope_of(SOME)), SOME), first, last)
    assert 0 < len(part.entries) < len(whole.entries)


def test_what_nobody_asks_any_more_is_let_go(books: Books) -> None:
    made = list(reports(PATIENCE + 3, PATIENCE + 3))
    put(books, made.pop())
    gencatan.dossier(books, SOME)
    for report in made[:PATIENCE]:
        put(books, report)
        books.renew()
    assert [note.idle for body in books.ledger.asked().values() if (note := Asked.from_json(body))] == [PATIENCE]
    gencatan.dossier(books, SOME)  # somebody does after all
    assert [note.idle for body in books.ledger.asked().values() if (note := Asked.from_json(body))] == [0]
    body = Asked(SOME, ("dossier en",), PATIENCE).to_json()
    books.ledger.note(next(iter(books.ledger.asked())), body, most=MOST)
    put(books, made[PATIENCE])
    books.renew()
    assert books.ledger.asked() == {}


def test_only_the_latest_questions_are_answered_anew(books: Books) -> None:
    made = list(reports(MOST + 2, MOST + 2))
    for n, report in enumerate(made):
        put(books, report)
        gencatan.dossier(books, Conflict(f"c{n}", SOME.name, SIDES))
    notes = [note for body in books.ledger.asked().values() if (note := Asked.from_json(body)) and note.conflict]
    assert [note.conflict.id for note in notes if note.conflict] == [f"c{n}" for n in range(MOST + 1, 1, -1)]


def test_cut_off_while_answering_anew_nothing_is_wrong(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    made = list(reports(8, 40))
    put(books, *made[:6])
    warm(books, None)
    put(books, *made[6:])

    def stopped(desk: Desk) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(asked, "_VIEWS", {"dossier": dossier, "obligations": stopped})
        with pytest.raises(KeyboardInterrupt):
            books.renew()
    assert warm(books, None) == cold(books, None)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "7",
        "null",
        "[]",
        '[{"id": 1}, [], 0]',
        "[null, [7], 0]",
        '[null, [""], 0]',
        '[null, ["brief soon en"], 0]',
        "[" * 100_000,
    ],
)
def test_a_note_that_cannot_be_read_is_let_go(books: Books, body: str) -> None:
    books.ledger.note("odd", body, most=MOST)
    put(books, *reports(2, 4))
    books.renew()
    assert books.ledger.asked() == {}


def test_a_conflict_comes_back_as_it_was_noted() -> None:
    for conflict in (*bundled(), SOME):
        assert Conflict.from_dict(conflict.to_dict()).to_dict() == conflict.to_dict()
        note = Asked.from_json(Asked(conflict, ("dossier en",), 3).to_json())
        assert note is not None
        assert (note.key, note.names, note.idle) == (Asked(conflict, ()).key, ("dossier en",), 3)
