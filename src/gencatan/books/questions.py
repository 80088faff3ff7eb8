"""The questions as Python asks them: of books, of a ledger, or of the address of one.

>>> import gencatan
>>> found = gencatan.dossier("conflict.db", "nagorno-karabakh", as_of="2023-09-20")

`conflict` is an id of `gencatan conflicts`, a TOML file, a Conflict, `none` (claims of no known conflict) or None (all
claims). `as_of` asks what was known then, `as_recorded` what the ledger held; a date means the end of that day in the
conflict's time zone. Errors are those of `Books.desk`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from gencatan.books.books import Books
from gencatan.collecting import without_collecting
from gencatan.ledger import Ledger
from gencatan.views import actors as _actors
from gencatan.views import agreements as _agreements
from gencatan.views import brief as _brief
from gencatan.views import calendar as _calendar
from gencatan.views import contradictions as _contradictions
from gencatan.views import dossier as _dossier
from gencatan.views import found as _found
from gencatan.views import meetings as _meetings
from gencatan.views import obligations as _obligations
from gencatan.views import territory as _territory
from gencatan.views import timeline as _timeline
from gencatan.views import tolls as _tolls
from gencatan.views import trail as _trail
from gencatan.views.conflict import Conflict
from gencatan.views.desk import Desk

Where = Books | Ledger | str | Path
Which = str | Conflict | None
Time = str | datetime | None


@contextmanager
def _books(where: Where) -> Iterator[Books]:
    if isinstance(where, Books):
        yield where
    elif isinstance(where, Ledger):
        yield Books(where)
    else:
        with Books.open(where, create=False) as books:
            yield books


@contextmanager
def _desk(where: Where, conflict: Which, as_of: Time, as_recorded: Time) -> Iterator[Desk]:
    with without_collecting(), _books(where) as books:
        yield books.desk(conflict, as_of=as_of, as_recorded=as_recorded)


def dossier(where: Where, conflict: Which = None, *, as_of: Time = None, as_recorded: Time = None) -> _dossier.Dossier:
    """Everything about a conflict."""
    with _desk(where, conflict, as_of, as_recorded) as desk:
        return _dossier.dossier(desk)


def timeline(
    where: Where,
    conflict: Which = None,
    *,
    start: date | None = None,
    end: date | None = None,
    kinds: Sequence[str] = _timeline.DEFAULT,
    as_of: Time = None,
    as_recorded: Time = None,
) -> _timeline.Timeline:
    """What happened, day by day; `start` and `end` are days, both included."""
    with _desk(where, conflict, as_of, as_recorded) as desk:
        return _timeline.timeline(desk, start, end, kinds)


def agreements(
    where: Where, conflict: Which = None, *, as_of: Time = None, as_recorded: Time = None
) -> _agreements.Agreements:
    """Agreements with their stages, violations as alleged and obligations."""
    with _desk(where, conflict, as_of, as_recorded) as desk:
        return _agreements.agreements(desk)


def obligations(
    where: Where, conflict: Which = None, *, as_of: Time = None, as_recorded: Time = None
) -> _obligations.Obligations:
    """The scorecard: who must do what by when, and where each duty stands."""
    with _desk(where, conflict, as_of, as_recorded) as desk:
        return _obligations.obligations(desk)


def tolls(
    where: Where,
    conflict: Which = None,
    *,
    start: date | None = None,
    end: date | None = None,
    as_of: Time = None,
    as_recorded: Time = None,
) -> _tolls.Tolls:
    """How many were harmed, by incident and in all, with every source."""
    with _desk(where, conflict, as_of, as_recorded) as desk:
        return _tolls.tolls(desk, start, end)


def territory(
    where: Where, conflict: Which = None, *, as_of: Time = None, as_recorded: Time = None
) -> _territory.Territory:
    """Who holds what, as reported, next to whose it is in law."""
    with _desk(where, conflict, as_of, as_recorded) as desk:
        return _territory.territory(desk)


def actors(where: Where, conflict: Which = None, *, as_of: Time = None, as_recorded: Time = None) -> _actors.Actors:
    """Who appears, as what, by which names."""
    with _desk(where, conflict, as_of, as_recorded) as desk:
        return _actors.actors(desk)


def meetings(
    where: Where, conflict: Which = None, *, as_of: Time = None, as_recorded: Time = None
) -> _meetings.Meetings:
    """Who met or was to meet, and what became of it."""
    with _desk(where, conflict, as_of, as_recorded) as desk:
        return _meetings.meetings(desk)


def contradictions(
    where: Where, conflict: Which = None, *, as_of: Time = None, as_recorded: Time = None
) -> _contradictions.Contradictions:
    """Claims that cannot both hold, and reviews that do not agree."""
    with _desk(where, conflict, as_of, as_recorded) as desk:
        return _contradictions.contradictions(desk)


def calendar(
    where: Where, conflict: Which = None, *, as_of: Time = None, as_recorded: Time = None
) -> _calendar.Calendar:
    """Days of meetings and deadlines."""
    with _desk(where, conflict, as_of, as_recorded) as desk:
        return _calendar.calendar(desk)


def search(
    where: Where, words: str, conflict: Which = None, *, limit: int = 20, as_of: Time = None, as_recorded: Time = None
) -> _found.Found:
    """Reports with all of the words, the newest first, and the claims that rest on them."""
    with _books(where) as books:
        desk = books.desk(conflict, as_of=as_of, as_recorded=as_recorded) if conflict is not None else None
        return _found.found(books.search(words, conflict, limit=limit, as_of=as_of, as_recorded=as_recorded), desk)


def diff(where: Where, since: str, conflict: Which = None, *, until: Time = None) -> _brief.Brief:
    """What is new since a time, by publication."""
    with _books(where) as books:
        return books.brief(since, conflict, as_of=until)


def trail(where: Where, id: str) -> _trail.Trail:
    """From the id of a claim, group or judgement (or its first characters) back to the words."""
    with _books(where) as books:
        return books.trail(id)
