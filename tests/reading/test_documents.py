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


def test_a_clause_under_which_lays_down_what_is_to_be_done() -> None:
    text = (
        "The army and the rebels signed a peace accord on Monday under which an interim administration is to take "
        "office by October and all sides must let relief workers move freely."
    )
    duties = [claim for claim in told("en", text, PUBLISHED) if claim.kind == "obligation"]
    dated = {fillers(duty, "obligor")[0]: duty.date is not None for duty in duties}
    assert dated == {"interim administration": True, "sides": False}


def test_a_paper_that_sets_out_how() -> None:
    text = "Commanders signed a document on Saturday setting out how the northern fighters will surrender their rifles."
    assert fillers(only(told("en", text), "obligation"), "obligor") == ["northern fighters"]


def test_what_they_were_to_do_after_they_signed() -> None:
    text = "Unionists and republicans signed the accord. The paramilitaries were to surrender their arms."
    assert only(told("en", text), "obligation").slots["action"] == "hand_over_weapons"


def test_not_to_attack_is_to_cease() -> None:
    claims = told("en", "The two armies agreed not to attack each other.")
    assert only(claims, "obligation").slots["action"] == "cease_hostilities"
    assert only(claims, "agreement").slots["type"] == "ceasefire"


def test_who_undertakes_with_an_aside_between() -> None:
    text = "The parties undertook, in the text adopted on 5 October, not to recruit children."
    assert fillers(only(told("en", text), "obligation", basis="pledge"), "obligor") == ["parties"]


def test_each_is_nobody_else() -> None:
    accusing = only(told("en", "Each accused the other of launching attacks around the town."), "statement")
    assert (fillers(accusing, "speaker"), fillers(accusing, "addressee")) == (["Each"], ["other"])
    traded = only(told("en", "The two armies traded accusations of violating the ceasefire."), "statement")
    assert fillers(traded, "speaker") == ["two armies"]


def test_a_truce_effective_from_a_day_to_come() -> None:
    claims = told("en", "The two armies agreed to a truce effective from midday on Thursday.", PUBLISHED)
    start = only(claims, "agreement", stage="in_effect")
    assert start.status == "planned"
    assert start.date is not None
    assert start.date.start == "2024-06-13"


def test_they_met_for_the_summit_that_they_met_for() -> None:
    claims = told("en", "The leaders of the two Koreas met on Friday for the first summit in a decade.", PUBLISHED)
    meeting = only(claims, "meeting")
    assert meeting.slots["format"] == "summit"
    assert "topic" not in meeting.slots


def test_talks_on_a_day_are_a_meeting_whoever_takes_part() -> None:
    claims = told("en", "The talks broke up on Friday without a word.", PUBLISHED)
    assert "participants" not in only(claims, "meeting").slots


def test_what_goes_on_after_a_comma_is_the_main_verbs() -> None:
    text = "The president ordered his troops to hold their fire for ten days, extending a holiday truce."
    assert only(told("en", text), "agreement", stage="extended").status == "asserted"


def test_a_verb_in_the_past_goes_on_with_the_main_one() -> None:
    text = "Five presidents asked the king to help arrange a truce and called on the guerrillas to renounce violence."
    appeals = [claim for claim in told("en", text) if claim.kind == "statement"]
    assert [(fillers(a, "speaker"), a.status) for a in appeals] == [(["Five presidents"], "asserted")] * 2


def test_what_is_pledged_is_not_said_besides() -> None:
    claims = told("en", "Eleven countries pledged on Sunday not to support armed groups.")
    assert only(claims, "statement").slots["act"] == "promise"


def test_a_name_that_is_given_a_term() -> None:
    text = "The ministers signed an accord on Friday; it gives Kigali 90 days to bring its soldiers home."
    assert fillers(only(told("en", text), "obligation"), "obligor") == ["Kigali"]


def test_an_accord_that_was_concluded() -> None:
    claims = told("en", "Iran accepted limits on its nuclear work in an accord concluded with six world powers.")
    assert only(claims, "agreement").slots["stage"] == "agreed"


def test_names_that_are_put_to_an_accord_on_a_day() -> None:
    claims = told("en", "The foreign ministers put their names on Friday to an accord.", PUBLISHED)
    assert fillers(only(claims, "agreement", stage="signed"), "parties") == ["foreign ministers"]


def test_what_is_told_of_a_truce_in_the_past_is_no_duty_under_it() -> None:
    text = "The two states agreed to a ceasefire following what the president described as a long night of talks."
    assert all(claim.kind != "obligation" for claim in told("en", text))


def test_what_fighters_are_due_to_do_after_a_peace_was_signed() -> None:
    text = (
        "The president and the rebel leader signed a peace accord. Some 500 fighters are due to surrender their guns."
    )
    assert fillers(only(told("en", text), "obligation"), "obligor") == ["Some 500 fighters"]


def test_terms_go_on_behind_while() -> None:
    text = "Under the pact the army will return to the north, while the militia is to hand over its guns."
    duties = [claim for claim in told("en", "The two sides signed a pact. " + text) if claim.kind == "obligation"]
    assert [fillers(duty, "obligor") for duty in duties] == [["army"], ["militia"]]


def test_a_pact_brokered_by_somebody_is_told_once() -> None:
    text = "Under a pact brokered by Norway, the army will return to the north."
    assert only(told("en", text), "agreement").status == "asserted"
