"""What documents lay down, terms that somebody is given, and whose day and step it is that a deal's words tell."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.reading.told import fillers, only, told

PUBLISHED = dt.date(2024, 6, 12)  # a Wednesday
SIGNED = "The two armies signed an accord. "

# text, action, who must
LAID_DOWN = [
    (SIGNED + "It requires the occupying troops to return to their barracks.", "withdraw", ["occupying troops"]),
    ("The two armies signed an accord which binds the government to withdraw its troops.", "withdraw", ["government"]),
    (SIGNED + "The document provides for the release of all captives.", "release", []),
    ("The two armies signed an accord that provides for the rebels to free all captives.", "release", ["rebels"]),
    (SIGNED + "It calls for an end to the fighting.", "cease_hostilities", []),
    (SIGNED + "The fighters have 30 days to hand their rifles to the monitors.", "hand_over_weapons", ["fighters"]),
    ("The deal gives the rebels 60 days to withdraw.", "withdraw", ["rebels"]),
    ("The rebels were given three days to free the hostages.", "release", ["rebels"]),
    ("The rebels must put their rifles beyond use under the accord.", "hand_over_weapons", ["rebels"]),
]


@pytest.mark.parametrize(("text", "action", "obligor"), LAID_DOWN)
def test_a_document_or_a_term_binds(text: str, action: str, obligor: list[str]) -> None:
    claims = told("en", text)
    duty = only(claims, "obligation", action=action)
    assert fillers(duty, "obligor") == obligor
    assert duty.status == "called_for"
    assert all(claim.kind != "statement" for claim in claims)


def test_who_speaks_of_a_deal_is_not_the_deal() -> None:
    claims = told("en", "The African Union welcomed the truce. It called for both sides to withdraw.")
    assert fillers(only(claims, "statement", act="appeal"), "speaker") == ["African Union"]
    assert not [claim for claim in claims if claim.kind == "obligation"]


def test_an_ultimatum_is_its_givers() -> None:
    claims = told("en", "The army gave the rebels until Friday to leave the town.")
    assert only(claims, "obligation").slots["basis"] == "order"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army and the rebels agreed on Monday to free all prisoners."),
        ("en", "The army and the rebels on Monday agreed to free all prisoners."),
        ("id", "Tentara dan pemberontak sepakat pada Senin untuk membebaskan tahanan."),
    ],
)
def test_the_day_of_agreeing_is_no_deadline(language: str, text: str) -> None:
    claims = told(language, text, PUBLISHED)
    assert only(claims, "obligation").date is None
    step = only(claims, "agreement").date
    assert step is not None
    assert step.start == "2024-06-10"


def test_a_deadline_is_of_the_duty_before_it() -> None:
    text = "The army and the rebels agreed on Monday to halt the fighting and to free the hostages by Sunday."
    claims = told("en", text, PUBLISHED)
    halt, free = (only(claims, "obligation", action=action) for action in ("cease_hostilities", "release"))
    assert halt.date is None
    assert free.date is not None
    assert free.date.end == "2024-06-16"


def test_a_truce_through_a_mediator_has_one_step() -> None:
    claims = told("en", "The truce between the army and the rebels, mediated by Egypt, held on Monday.", PUBLISHED)
    step = only(claims, "agreement")
    assert step.slots["stage"] == "in_effect"
    assert fillers(step, "mediator") == ["Egypt"]
    assert only(claims, "mediation").date is None


def test_what_takes_effect_in_the_present_is_to_come() -> None:
    assert only(told("en", "The truce takes effect at midnight."), "agreement").status == "planned"
    assert only(told("en", "The truce took effect at midnight."), "agreement").status == "asserted"
    claims = told("en", "The two sides agreed to a truce that will start on Monday.", PUBLISHED)
    assert only(claims, "agreement", stage="in_effect").status == "planned"
    assert only(claims, "agreement", stage="agreed").status == "asserted"


def test_a_truce_that_is_watched_over_is_not_over() -> None:
    assert told("en", "The truce will be watched over by unarmed foreign monitors.") == []
    assert only(told("en", "The truce is over."), "agreement").slots["stage"] == "collapsed"


def test_it_is_the_agreement_told_of_last() -> None:
    claims = told("en", "The mediators proposed a truce on Sunday. The rebels turned it down on Monday.", PUBLISHED)
    step = only(claims, "agreement", stage="rejected")
    assert (step.slots["type"], fillers(step, "parties")) == ("ceasefire", ["rebels"])
    attack = told("en", "The army launched a new raid on the town. The rebels rejected it.")
    assert all(claim.kind != "agreement" for claim in attack)


def test_a_host_takes_no_part() -> None:
    talks = only(told("en", "Talks between the army and the rebels, hosted by Kenya, resumed."), "meeting")
    assert fillers(talks, "participants") == ["army", "rebels"]


def test_sides_that_agree_to_share_or_hand_over_make_an_agreement() -> None:
    claims = told("en", "The generals and the opposition agreed to share power for three years.")
    assert fillers(only(claims, "agreement", stage="agreed"), "parties") == ["generals", "opposition"]
    again = told("en", "The two leaders agreed to meet again in March.")
    assert all(claim.kind != "agreement" for claim in again)
