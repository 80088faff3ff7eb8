"""A time that something is only set beside, or is the first or worst since, is not when it was."""

from __future__ import annotations

import pytest

from tests.reading.told import only, told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The number of dead in Goma rose to 33, more than in the whole war of 2012."),
        ("en", "The raid killed 33 soldiers in Mali, the highest toll since 2014."),
        ("en", "At least 33 herders died in Mali, compared with 12 in 2019."),
        ("id", "Korban tewas mencapai 33 orang di Goma, lebih banyak daripada pada 2019."),
        ("id", "Sedikitnya 33 orang tewas di Wamena, lebih banyak dibandingkan tahun 2019."),
    ],
)
def test_what_a_toll_is_compared_with_does_not_date_it(language: str, text: str) -> None:
    claim = only([c for c in told(language, text) if "33" in c.evidence[0].text], "casualty", harm="killed")
    assert claim.date is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The raid killed more than a dozen soldiers in Mali in May 2021."),
        ("en", "More than 33 herders died in Mali in May 2021."),
        ("id", "Lebih dari 33 orang tewas di Wamena pada Mei 2021."),
    ],
)
def test_a_number_that_is_more_than_another_is_dated(language: str, text: str) -> None:
    claim = only(told(language, text), "casualty", harm="killed")
    assert claim.date is not None
    assert claim.date.start == "2021-05-01"


def test_how_many_lives_were_lost_since_when() -> None:
    claim = only(
        told("en", "That brings the number of lives lost in Goma since Monday to 33."), "casualty", harm="killed"
    )
    assert claim.date is not None
    assert claim.date.start == "2024-03-11"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fighting broke out in Goma on 4 March. Two days before that, gunmen burned a market."),
        ("en", "Fighting broke out in Goma on 4 March. Two days earlier, gunmen burned a market."),
        ("id", "Pertempuran pecah di Goma pada 4 Maret. Dua hari sebelum itu milisi membakar pasar."),
    ],
)
def test_days_are_counted_from_what_was_told(language: str, text: str) -> None:
    claim = only(told(language, text), "event", act="attack")
    assert claim.date is not None
    assert claim.date.start == "2024-03-02"


def test_how_long_a_war_was_names_no_day() -> None:
    found = told("id", "Menteri luar negeri Uganda tiba di Goma pada Senin. Perang lima hari itu menewaskan 43 orang.")
    assert only(found, "casualty", harm="killed").date is None
    same = told("id", "Bentrokan pecah di Goma pada Senin. Hari itu 43 orang tewas.")
    when = only(same, "casualty", harm="killed").date
    assert when is not None
    assert when.start == "2024-03-11"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On Monday troops threw grenades at a post in Goma. The five-day war has killed 43 people."),
        ("id", "Pada Senin tentara melempar granat di Goma. Perang lima hari itu menewaskan 43 orang."),
    ],
)
def test_a_war_of_days_is_not_the_strike_told_before(language: str, text: str) -> None:
    toll = only(told(language, text), "casualty", harm="killed")
    assert (toll.date, toll.place) == (None, None)
    named = text.replace("The five-day war", "The attack").replace("Perang lima hari itu", "Serangan itu")
    toll = only(told(language, named), "casualty", harm="killed")
    assert toll.date is not None
    assert toll.place is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army still holds 18 guards; in Goma, on Monday, it released two men."),
        ("id", "Tentara Mali masih menahan 18 prajurit; dua orang dipulangkan pada Senin."),
    ],
)
def test_what_is_told_behind_a_semicolon_has_its_own_day(language: str, text: str) -> None:
    held = [c for c in told(language, text) if c.kind == "event" and "18" in c.evidence[0].text]
    assert [c.date for c in held] == [None]
    assert ";" not in held[0].evidence[0].text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Since the coup of February 2021 the army in Myanmar has arrested 20,000 people."),
        ("id", "Sejak kudeta Februari 2021 militer Myanmar menangkap 20.000 orang."),
    ],
)
def test_what_goes_on_since_an_act_goes_on_since_its_day(language: str, text: str) -> None:
    when = only(told(language, text), "event", act="arrest").date
    assert when is not None
    assert (when.start, when.end) == ("2021-02-01", None)
    after = text.replace("Since", "After").replace("Sejak", "Setelah")
    assert only(told(language, after), "event", act="arrest").date is None
