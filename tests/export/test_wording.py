"""Counts, dates, places and claims in an analyst's words, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gencatan import Claim, Count
from gencatan.export.wording import ORDER, count, grouped, headline, name, row, said, short, when, where
from gencatan.i18n import LANGUAGES, strings
from gencatan.model import Place, Span, When
from gencatan.model.vocabulary import KINDS, VALUES
from tests.export import samples


class TestWording:
    """Counts, dates and places as the table shows them."""

    @pytest.mark.parametrize(
        ("low", "high", "hedge", "shown"),
        [
            (32, None, "at_least", "≥ 32"),
            (201, None, "more_than", "> 200"),
            (None, 50, "up_to", "≤ 50"),
            (20, 99, "vague", "20–99"),
            (40, 40, "about", "≈ 40"),
            (500, 500, "nearly", "< 500"),
            (2000, 2000, "exact", "2,000"),
        ],
    )
    def test_counts(self, low: int | None, high: int | None, hedge: str, shown: str) -> None:
        assert count(Count(low, high, "so many", hedge)) == shown

    @pytest.mark.parametrize(
        ("start", "end", "precision", "shown"),
        [
            ("2023-09-20", "2023-09-20", "day", "2023-09-20"),
            ("1994-01-01", None, "year", "since 1994"),
            (None, "2023-09-20", "day", "until 2023-09-20"),
            ("2020-11-01", "2020-11-30", "month", "2020-11"),
            ("2023-09-18", "2023-09-24", "week", "2023-09-18 – 2023-09-24"),
            ("2023-09-20T13:00", "2023-09-20T13:00", "minute", "2023-09-20 13:00"),
            (None, None, "day", "“on Wednesday”"),
        ],
    )
    def test_dates(self, start: str | None, end: str | None, precision: str, shown: str) -> None:
        assert when(When(Span(0, 12, "on Wednesday"), start, end, precision)) == shown
        assert when(None) == ""

    def test_places(self) -> None:
        assert where(Place(Span(0, 5, "Goris"), "Goris", "ARM", precision="city")) == "Goris (ARM)"
        assert where(Place(Span(0, 7, "Armenia"), "Armenia", "ARM", precision="country")) == "Armenia"
        assert where(Place(Span(0, 15, "local hospitals"))) == "local hospitals"

    def test_every_kind_has_a_title_and_words(self) -> None:
        assert set(ORDER) == set(KINDS)
        claims = [Claim("d", kind, {}, (Span(0, 4, "word"),)) for kind in KINDS]
        assert [kind for kind, _ in grouped(claims)] == list(ORDER)
        assert all(row(claim).words == ("word",) for claim in claims)

    def test_a_claim_in_both_languages(self) -> None:
        agreement, toll, denied = samples.claims()
        assert (row(agreement).who, row(agreement).what) == ("Northland, Southland", "ceasefire agreed")
        assert (row(agreement, "id").what, row(agreement, "id").says) == ("gencatan senjata disepakati", "a spokesman")
        assert (row(toll).what, row(toll, "id").what) == ("≥ 32 killed", "≥ 32 tewas")
        assert (row(denied).what, row(denied).says) == ("shelling · → the town", "the report")
        assert (row(denied, "id").status, row(denied, "id").says) == ("tidak", "berita ini")

    def test_what_an_agreement_asks_for_is_required_and_a_call_is_not(self) -> None:
        def duty(**slots: str) -> Claim:
            return Claim("d", "obligation", {"action": "withdraw", **slots}, (Span(0, 4, "word"),), status="called_for")

        assert (row(duty(basis="resolution")).status, row(duty(basis="order"), "id").status) == ("required", "wajib")
        assert (row(duty()).status, row(duty(basis="pledge"), "id").status) == ("called for", "diserukan")

    def test_a_toll_s_number_stands_before_its_people(self) -> None:
        _, toll, denied = samples.claims()
        first, parts = headline(toll)
        assert [said(words, strings("id")) for words in (first, *parts)] == ["≥ 32 tewas", "people"]
        assert said(headline(denied)[0], strings("en")) == "Southland"

    def test_other_is_said_by_the_kind_s_word(self) -> None:
        slots = {"type": "other", "stage": "agreed"}
        agreement = Claim("d", "agreement", slots, (Span(0, 4, "word"),))
        assert (row(agreement).what, row(agreement, "id").what) == ("agreement reached", "kesepakatan tercapai")
        for (kind, slot), values in VALUES.items():
            if "other" in values:
                shown = [strings(code)[f"value.{kind}.{slot}.other"] for code in LANGUAGES]
                assert not {"other", "lainnya"} & set(shown)

    def test_a_condition_is_not_led_in_by_its_own_word(self) -> None:
        condition = Span(0, 14, "jika diserang,")
        claim = Claim("d", "obligation", {"action": "withdraw", "condition": condition}, (condition,))
        assert row(claim, "id").what == "mundur · syarat: jika diserang,"

    def test_beside_a_place_or_date_stands_the_first_who_is_named(self) -> None:
        agreement, toll, denied = samples.claims()
        told = [(who, said(words, strings("en"))) for who, words in map(short, (agreement, toll, denied))]
        assert told == [("Northland", "ceasefire agreed"), ("", "≥ 32 killed"), ("Southland", "shelling")]
        nobody = replace(denied, slots={name: held for name, held in denied.slots.items() if name != "actor"})
        assert said(short(nobody)[1], strings("en")) == "shelling → the town"

    def test_a_report_without_a_title_is_known_by_its_first_line(self) -> None:
        assert name(samples.document("\n  Guns  fall silent\nMore.", title=None)) == "Guns fall silent"
        long = name(samples.document("word " * 60, title="  "))
        assert long.endswith("word…")
        assert len(long) <= 101
        assert name(samples.document("x" * 300, title=None)) == "x" * 99 + "…"


def test_denied_is_said_only_where_somebody_denies_it() -> None:
    *_, denied = samples.claims()
    assert row(denied, beside=samples.claims()).status == "not so"
    word = Claim(denied.document, "statement", {"act": "deny"}, denied.evidence)
    assert row(denied, beside=[denied, word]).status == "denied"
