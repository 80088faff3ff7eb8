"""What reading two states of the rules side by side showed: each with what the rule is for."""

from __future__ import annotations

import pytest

from tests.reading.told import actors, fillers, only, sources, told


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("id", "TNI mengirim 400 prajurit ke Nduga setelah 16 pekerja dibunuh.", "Nduga"),
        ("en", "The army sent 400 soldiers to Goma after 16 workers were killed.", "Goma"),
    ],
)
def test_troops_are_sent_to_where_it_was(language: str, text: str, place: str) -> None:
    where = only(told(language, text), "casualty").place
    assert where is not None
    assert where.span.text == place


def test_people_flee_from_where_it_was() -> None:
    assert (
        only(told("en", "Hundreds fled to Chad after gunmen killed six people."), "casualty", harm="killed").place
        is None
    )


OWN = [
    ("id", "Iran mengecam serangan Israel terhadap kedutaannya di Damaskus.", "target", "IRN/GOV"),
    ("en", "China condemned the bombing of its embassy in Belgrade.", "target", "CHN/GOV"),
]


@pytest.mark.parametrize(("language", "text", "slot", "ident"), OWN)
def test_its_embassy_is_its_own(language: str, text: str, slot: str, ident: str) -> None:
    event = next(c for c in told(language, text) if c.kind == "event")
    assert [a.id if a else None for a in actors(event, slot)] == [ident]


def test_a_government_that_a_state_puts_under_sanctions_is_not_its_own() -> None:
    found = told("id", "AS menjatuhkan sanksi terhadap rezim itu pada Senin.")
    assert [a.id if a else None for a in actors(only(found, "event", act="sanction"), "target")] == [None]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Gelombang ketiga tentara Korea Utara dikirim ke Rusia.", None),
        ("Kloter kedua prajurit Kontingen Garuda berangkat ke Lebanon.", None),
        ("Ketiga tentara itu dikirim ke Goma.", 3),
    ],
)
def test_which_of_several_it_is_is_no_number(text: str, strength: int | None) -> None:
    counted = [c.slots.get("strength") for c in told("id", text) if c.kind == "deployment"]
    assert [getattr(one, "min", None) for one in counted] == [strength]


def test_all_three_are_counted_where_they_are_known() -> None:
    count = only(told("id", "Serangan itu menewaskan ketiga tentara tersebut."), "casualty").slots["count"]
    assert getattr(count, "min", None) == 3


DAYS = [
    ("id", "Roket menghantam Ashkelon pada Senin dan Selasa Israel membalas dengan serangan udara.", "2024-03-11"),
    ("en", "Rockets hit Ashkelon on Monday and Tuesday Israel struck back.", "2024-03-11"),
    ("en", "Rockets hit Ashkelon on Monday and Tuesday.", "2024-03-12"),
]


@pytest.mark.parametrize(("language", "text", "last"), DAYS)
def test_a_second_day_that_begins_a_clause_is_of_that_clause(language: str, text: str, last: str) -> None:
    when = only(told(language, text), "event", act="shelling").date
    assert when is not None
    assert (when.start, when.end) == ("2024-03-11", last)


ANSWERED = [
    (
        "US jets hit targets in Syria in retaliation for a drone attack that killed three soldiers in Jordan.",
        "Jordan",
    ),
    ("The army shelled Gaza in response to a rocket attack that killed 12 children in Majdal Shams.", "Majdal Shams"),
]


@pytest.mark.parametrize(("text", "place"), ANSWERED)
def test_what_is_answered_keeps_its_place(text: str, place: str) -> None:
    where = only(told("en", text), "casualty").place
    assert where is not None
    assert where.span.text == place


@pytest.mark.parametrize(
    "text",
    [
        "The US repeated its demand that Hamas release all hostages.",
        "Egypt repeated its demand that Israel withdraw from the corridor.",
        "Kyiv's demand that Russia withdraw was rejected.",
    ],
)
def test_what_is_demanded_was_not_done(text: str) -> None:
    found = told("en", text)
    assert only(found, "statement", act="demand")
    assert not [c for c in found if c.kind in ("event", "deployment") and c.status == "asserted"]


def test_who_replies_by_phone_says_it() -> None:
    found = told("en", "The envoy replied by phone that the rebels had left.")
    assert sources(only(found, "event")) == ["envoy"]
    assert not sources(only(told("en", "The rebels replied with rockets."), "event"))


def test_whom_officials_speak_of_is_not_the_body_they_are_of() -> None:
    found = told("en", "Officials of the UN said gunmen had robbed them.")
    assert fillers(only(found, "event"), "target") == ["them"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Jika serangan itu berlanjut, kata juru bicara Hamas, perundingan akan dihentikan."),
        ("en", "If the attacks go on, a Hamas spokesman said, the talks will be stopped."),
    ],
)
def test_what_is_done_to_a_thing_by_nobody_told_is_nobodys_pledge(language: str, text: str) -> None:
    assert not [c for c in told(language, text) if c.kind == "obligation"]
