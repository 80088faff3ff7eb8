"""What a person's word may hold: each field is checked before it is a row."""

from __future__ import annotations

from typing import Any

import pytest

from gencatan.model import Review
from gencatan.model.correction import check_correction, misfit

WORDS = {"text": "Stepanakert", "start": 10, "end": 21}
DATE = {"text": "Tuesday", "start": "2023-09-19", "end": "2023-09-19", "precision": "day", "offsets": [3, 10]}
COUNT = {"min": 12, "max": None, "text": "at least 12", "hedge": "at_least"}
ACTOR = {"id": "AZE/GOV", "name": "Azerbaijan", "country": "AZE", "sector": "GOV", "role": None}
GOOD: dict[str, Any] = {
    "status": "denied",
    "date": DATE,
    "place": {**WORDS, "name": "Stepanakert", "country": "AZE", "lat": 39.8, "lon": 46.7, "precision": "city"},
    "attribution": [{**WORDS, "actor": ACTOR}],
    "slots": {"harm": "injured", "count": COUNT, "victims": [WORDS], "perpetrator": None},
}


def test_what_a_claim_can_hold_is_taken() -> None:
    check_correction(GOOD, "casualty")
    check_correction(GOOD)
    check_correction({"date": None, "place": None, "attribution": [], "slots": {"count": None}}, "casualty")
    check_correction({"date": {**DATE, "end": None}}, "event")


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"nonsense": 1}, "nonsense"),
        ({"id": "x"}, "id"),
        ({"status": None}, "status"),
        ({"status": ["denied"]}, "status"),
        ({"slots": 3}, "slots 3"),
        ({"slots": None}, "slots None"),
        ({"slots": {"harm": None}}, "slots.harm"),
        ({"slots": {"harm": {}}}, "slots.harm"),
        ({"slots": {"act": "attack"}}, "act"),
        ({"slots": {"count": {**COUNT, "min": "twelve"}}}, "slots.count.min 'twelve'"),
        ({"slots": {"count": {**COUNT, "min": True}}}, "slots.count.min"),
        ({"slots": {"count": {**COUNT, "min": -1}}}, "slots.count.min"),
        ({"slots": {"count": {**COUNT, "max": 10**30}}}, "slots.count.max"),
        ({"slots": {"count": {**COUNT, "max": 3}}}, "slots.count: min 12"),
        ({"slots": {"count": {**COUNT, "hedge": "some"}}}, "slots.count.hedge"),
        ({"slots": {"count": {"min": 3}}}, "slots.count.max is missing"),
        ({"slots": {"count": {**COUNT, "most": 3}}}, "most"),
        ({"slots": {"victims": "people"}}, "slots.victims"),
        ({"slots": {"victims": []}}, "slots.victims"),
        ({"slots": {"victims": [{**WORDS, "start": 30}]}}, r"slots.victims\[0\]"),
        ({"slots": {"victims": [{**WORDS, "end": 10**12}]}}, r"slots.victims\[0\], end"),
        ({"slots": {"victims": [{**WORDS, "actor": "AZE"}]}}, r"slots.victims\[0\].actor"),
        ({"slots": {"victims": [{**WORDS, "actor": {**ACTOR, "sector": "X"}}]}}, "actor.sector"),
        ({"slots": {"victims": [WORDS] * 101}}, "slots.victims"),
        ({"date": 7}, "date 7"),
        ({"date": {**DATE, "start": 20230919}}, "date.start 20230919"),
        ({"date": {**DATE, "start": "20230919"}}, "date.start"),
        ({"date": {**DATE, "start": "2023-02-30"}}, "date.start"),
        ({"date": {**DATE, "start": "2023-09-20"}}, "is after end"),
        ({"date": {**DATE, "offsets": [3]}}, "date.offsets"),
        ({"date": {**DATE, "precision": "century"}}, "date.precision"),
        ({"place": {"name": "Baku"}}, "place.text is missing"),
        ({"place": {**WORDS, "lat": float("nan")}}, "place.lat"),
        ({"place": {**WORDS, "lon": "46"}}, "place.lon"),
        ({"place": {**WORDS, "country": "Azerbaijan"}}, "place.country"),
        ({"attribution": None}, "attribution"),
        ({"attribution": [{**WORDS, "text": "x" * 10_001}]}, "text"),
    ],
)
def test_what_no_claim_can_hold_is_named(fields: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match=named) as caught:
        check_correction(fields, "casualty")
    assert len(str(caught.value)) < 400
    assert misfit(Review("correct", ("a",), "sari", "2024-01-01", fields), "casualty")


def test_the_body_holds_what_its_action_takes() -> None:
    def said(action: str, **body: Any) -> str:
        return misfit(Review(action, ("a", "b"), "sari", "2024-01-01", body))

    assert said("correct", words="typing error", **GOOD) == ""
    assert said("correct") == "", "a purge leaves it so"
    assert said("merge", kind="incident") == said("note", undoes="abc") == ""
    assert "kind" in said("merge", kind="party")
    assert "words" in said("accept", words=3)
    assert "undoes" in said("accept", undoes="abc")
    assert "undoes" in said("note", undoes=3)
    assert "harm" in said("correct", slots={"harm": 3})
    assert said("correct", slots={"act": "attack"}) == said("correct", slots={"act": "deny"}) == "", "of some kind"
