"""What makes no claim, and who is no party: background nouns, fragments, passives and other people's clauses."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told

SILENT = [
    ("en", "The army kept the depot for years after the war.", "event", "clash"),
    ("en", "An explosive device was found near the track.", "event", "explosion"),
    ("en", "He was beaten but he asked for it.", "statement", "appeal"),
    ("id", "Mereka menonton film dari perang Irak di rumah.", "event", "clash"),
]


@pytest.mark.parametrize(("language", "text", "kind", "act"), SILENT)
def test_no_claim(language: str, text: str, kind: str, act: str) -> None:
    found = told(language, text)
    assert not [c for c in found if c.kind == kind and c.slots.get("act") == act]


def test_a_condition_inside_reported_speech_states_nothing() -> None:
    text = "The sailors said they were told that if they refused to leave they would face prison."
    assert not [c for c in told("en", text) if c.kind == "statement" and c.slots.get("act") == "reject"]


def test_who_is_held_acts_in_nothing() -> None:
    (claim,) = [c for c in told("en", "He had two men arrested on Monday.") if c.kind == "event"]
    assert fillers(claim, "target") == ["two men"]
    assert "two men" not in fillers(claim, "actor")


def test_own_responsibility_is_acknowledged() -> None:
    found = told("en", "The Liberation Front said it was responsible for the attack on the barracks.")
    acts = [c.slots["act"] for c in found if c.kind == "statement"]
    assert acts == ["acknowledge"]


def test_a_time_hung_on_a_denied_noun_is_no_denial() -> None:
    found = told("id", "Draskovic tidak melakukan perlawanan ketika ditangkap, kata polisi.")
    assert [c.status for c in found if c.kind == "event" and c.slots["act"] == "arrest"] == ["asserted"]


DUTIES = [
    ("en", "The government and the rebels signed a truce on Monday. Both sides must free all captives within a week."),
    (
        "id",
        "Pemerintah dan pemberontak meneken gencatan senjata pada Senin. Kedua pihak harus membebaskan semua tawanan.",
    ),
]


@pytest.mark.parametrize(("language", "text"), DUTIES)
def test_what_must_be_done_is_a_duty_and_no_event(language: str, text: str) -> None:
    found = told(language, text)
    assert not [c for c in found if c.kind == "event"]
    assert only(found, "obligation", action="release").status == "called_for"


def test_what_stands_before_the_act_dealt_with_dates_the_dealing() -> None:
    found = told("en", "Two rebels were jailed last month for an attack that killed a mayor in May 2019.")
    when = {c.slots["act"]: c.date and c.date.start for c in found if c.kind == "event"}
    assert when["attack"] == "2019-05-01"
    dated = told("en", "The army launched an attack on the town last month.")
    assert [c.date.start for c in dated if c.kind == "event" and c.date] == ["2024-02-01"]


def test_a_state_behind_an_article_is_no_place() -> None:
    found = told("en", "Six men died in a US airstrike on Monday.")
    assert found
    assert all(c.place is None for c in found)
    inside = told("en", "Six men died in an airstrike in Yemen on Monday.")
    assert {c.place.country for c in inside if c.place} == {"YEM"}


def test_where_it_did_not_happen_is_no_place() -> None:
    found = told("en", "The movement was banned in Chad but not in Niger.")
    assert {c.place.name for c in found if c.place} <= {"Chad"}


def test_who_is_spoken_of_does_not_speak() -> None:
    found = told("en", "Three hunters died when the militia shelled the camp, they said.")
    assert found
    assert all(not c.attribution for c in found)
    own = told("en", "The rangers said the militia shelled the camp and they added that three hunters died.")
    assert any([f.span.text for f in c.attribution] == ["rangers"] for c in own)


def test_months_in_a_row_share_the_year_told_behind_them() -> None:
    for language, text in (
        ("en", "Rebels shot two men in April and May last year."),
        ("id", "Pemberontak menembak dua orang pada April dan Mei tahun lalu."),
    ):
        (date,) = {(c.date.start, c.date.end) for c in told(language, text) if c.kind == "event" and c.date}
        assert date == ("2023-04-01", "2023-05-31")


DAILY = [
    "Elina memperingatkan Mariam untuk menjaga sikapnya.",
    "Ratih meminta Bagas agar menjaga toko selama ia pergi.",
    "Rani dan Bagas bertemu di Bandung untuk membahas rencana pernikahan.",
]


@pytest.mark.parametrize("text", DAILY)
def test_a_report_without_powers_or_force_tells_no_soft_acts(text: str) -> None:
    assert not told("id", text)


def test_harm_counts_in_whatever_report_and_soft_acts_beside_a_power() -> None:
    assert only(told("id", "Dua penumpang tewas ditikam di dalam bus."), "casualty", harm="killed")
    assert only(told("id", "Presiden memperingatkan para penyelundup."), "statement", act="warn")
    assert only(told("id", "Irena menemui Ratu Yordania di Amman."), "meeting")
    text = "Elina memperingatkan Mariam. Tentara menembaki rumahnya."
    assert only(told("id", text), "statement", act="warn")


def test_a_disease_kills_nobody_by_force() -> None:
    claims = told("id", "Virus itu merebak di kamp dan menewaskan hampir 900 orang.")
    assert [(c.kind, "perpetrator" in c.slots) for c in claims] == [("casualty", False)]
