"""Who is held since a day was seized on it, by whatever word; and a number goes to the telling that dates it."""

from __future__ import annotations

import pytest

from gencatan.model import Actor, Place, Record, Span
from tests.reconcile.made import AZE, STEPANAKERT, actor, record
from tests.reconcile.test_retold import on_the_land, together, toll

ARMY = actor("ARM/MIL", "ARM", "MIL")


def _seized(act: str, document: str, published: str, day: str | tuple[str, None], who: Actor) -> Record:
    return record("event", act=act, document=document, published=published, day=day, target=[who], actor=[AZE])


def test_who_is_held_since_a_day_was_seized_on_it() -> None:
    seized = _seized("arrest", "a", "2023-07-30", "2023-07-29", ARMY)
    months_later = _seized("arrest", "b", "2023-10-27", ("2023-07-29", None), ARMY)
    assert together(seized, months_later)


def test_those_held_since_another_day_are_others() -> None:
    seized = _seized("arrest", "a", "2023-07-30", "2023-07-29", ARMY)
    assert not together(seized, _seized("abduction", "b", "2023-10-27", ("2023-06-02", None), ARMY))


@pytest.mark.parametrize("words", ["words 3", "words 12", "words 345", "words 6789"])
def test_a_number_goes_to_the_telling_that_gives_it_a_day(words: str) -> None:
    """Whatever its words: a claim's id hangs on them, and decides nothing."""
    lands = [on_the_land("2023-08-10", "b"), on_the_land("2023-08-12", "c"), on_the_land("2023-08-08", "a")]
    dated = toll(43, "2023-08-08", document="a", day=("2023-07-24", "2023-07-28"))
    again = toll(43, "2023-08-12", document="c")
    # another report has the number beside something of another day
    beside = record("casualty", harm="injured", count=5, document="b", published="2023-08-10", day="2023-07-23", at=10)
    loose = toll(43, "2023-08-10", document="b", at=20, words=words)
    assert together(dated, again, beside, loose, *lands)
    twice = toll(43, "2023-08-09", document="d", day="2023-08-02", place=STEPANAKERT)
    assert not together(dated, again, twice, *lands, on_the_land("2023-08-09", "d"))


def test_all_those_since_a_day_are_not_those_of_one_day() -> None:
    temple = Place(Span(0, 3, "X"))  # the map does not know it
    told = {"document": "a", "published": "2023-09-11", "harm": "injured"}
    since = record("casualty", day=("2023-07-28", None), at=10, victims=[ARMY], **told)
    last = record("casualty", day="2023-08-27", at=24, place=temple, **told)
    assert not together(since, last)
    assert together(record("casualty", day="2023-08-27", at=10, victims=[ARMY], **told), last)
