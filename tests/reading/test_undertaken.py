"""What a side takes upon itself: by a deal or by its own promise, on a condition or without, and of what sort it is."""

from __future__ import annotations

import pytest

from gencatan.model import Span
from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Both sides signed an accord in May. The junta has bound itself to release all hostages."),
        ("en", "By signing the peace accord, the king has undertaken to release all hostages."),
        ("en", "The two governments also undertook to release all hostages."),
        ("id", "Kedua pemerintah menyanggupi membebaskan semua sandera."),
        ("id", "Dalam perjanjian itu pemberontak berkomitmen membebaskan semua sandera."),
    ],
)
def test_what_is_undertaken_under_a_deal_is_a_duty_of_the_deal(language: str, text: str) -> None:
    duty = only(told(language, text), "obligation", action="release")
    assert (duty.slots["basis"], duty.status, duty.attribution) == ("agreement", "called_for", ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The rebels undertook on Monday to release all hostages."),
        ("en", "The two governments also promised to release all hostages."),
        ("id", "Pemberontak menyanggupi membebaskan semua sandera."),
    ],
)
def test_what_a_side_promises_by_itself_is_its_pledge(language: str, text: str) -> None:
    duty = only(told(language, text), "obligation", action="release")
    assert (duty.slots["basis"], duty.status) == ("pledge", "planned")


def test_a_condition_with_a_day_in_it_is_a_condition() -> None:
    text = "The rebels offered to stop attacks on pipelines on condition that the army leaves the delta by Friday."
    duty = only(told("en", text), "obligation")
    condition = duty.slots["condition"]
    assert isinstance(condition, Span)
    assert (duty.status, condition.text) == ("conditional", "on condition that the army leaves the delta by Friday")


def test_what_opens_a_condition_asks_for_nothing() -> None:
    claims = told("en", "The front is prepared to declare another truce if the government opens talks.")
    assert [(claim.kind, claim.status) for claim in claims] == [("agreement", "conditional")]


@pytest.mark.parametrize(
    ("language", "text", "action"),
    [
        ("en", "The accord commits both presidents to seek a ceasefire within a month.", "cease_hostilities"),
        ("en", "The two armies agreed to halt troop movements near the border.", "cease_hostilities"),
        ("en", "The treaty obliges both armies to retire behind the river.", "withdraw"),
        ("en", "The two factions agreed to take their fighters off the streets.", "withdraw"),
        ("en", "The rebels agreed to begin a withdrawal from the towns.", "withdraw"),
        ("en", "The rebels agreed to carry out a withdrawal from the towns.", "withdraw"),
        ("en", "The pact allows the union to send soldiers to monitor the line.", "monitor"),
        ("en", "The accord obliges the militia to surrender every weapon.", "hand_over_weapons"),
        ("en", "The accord obliges the army to clear mines.", "other"),
        ("en", "The rebels promised on Monday to hold a conference of all parties.", "hold_talks"),
        ("id", "Kedua pihak sepakat memulai penarikan pasukan.", "withdraw"),
        ("id", "Perjanjian itu mewajibkan tentara melakukan pembebasan tahanan.", "release"),
    ],
)
def test_what_sort_of_duty_it_is(language: str, text: str, action: str) -> None:
    claims = told(language, text)
    assert only(claims, "obligation").slots["action"] == action
    assert not [claim for claim in claims if claim.kind in ("event", "deployment")]


def test_who_must_begin_it_is_told() -> None:
    duty = only(told("en", "The rebels agreed to begin a withdrawal from the towns."), "obligation")
    assert fillers(duty, "obligor") == ["rebels"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister vowed that those behind the bombing would pay."),
        ("en", "Each side swore that the other had fired first."),
        ("en", "The president vowed that no bandit would leave the village."),
        ("en", "Power cuts should end by Friday, the utility promised."),
    ],
)
def test_what_is_not_in_their_hands_is_no_duty(language: str, text: str) -> None:
    claims = told(language, text)
    assert only(claims, "statement", act="promise").status == "asserted"
    assert not [claim for claim in claims if claim.kind == "obligation"]


@pytest.mark.parametrize(
    ("language", "text", "obligor"),
    [
        ("en", "The general promised that his troops would leave the town.", "his troops"),
        ("en", "The president promised that the army would leave the town.", "army"),
        ("en", "None of the wounded would be turned away, the director promised.", "director"),
        ("id", "Pemerintah berjanji bahwa pasukannya akan meninggalkan kota itu.", "pasukannya"),
    ],
)
def test_what_is_in_their_hands_or_those_of_their_men_is_a_duty(language: str, text: str, obligor: str) -> None:
    assert fillers(only(told(language, text), "obligation", basis="pledge"), "obligor") == [obligor]


def test_where_troops_are_under_an_accord_is_no_duty_and_what_they_must_do_is_one() -> None:
    news = told("en", "The rebels who are quartered at the parliament under a peace accord attacked the guard.")
    assert {claim.kind for claim in news} == {"deployment", "event"}
    duty = only(told("en", "The troops who must leave the town under the peace accord are still there."), "obligation")
    assert (duty.slots["action"], fillers(duty, "obligor")) == ("withdraw", ["troops"])


def test_a_resolution_may_demand_a_truce_by_its_noun() -> None:
    text = "The Council adopted a resolution that demands an immediate ceasefire and the withdrawal of all forces."
    duties = [claim for claim in told("en", text) if claim.kind == "obligation"]
    assert {(duty.slots["action"], duty.slots["basis"]) for duty in duties} == {
        ("cease_hostilities", "resolution"),
        ("withdraw", "resolution"),
    }


def test_what_is_listed_behind_a_comma_is_asked_for_too() -> None:
    text = "The president accepted a road map that provides for an end to the fighting and the delivery of food."
    duties = [claim for claim in told("en", text) if claim.kind == "obligation"]
    assert {duty.slots["action"] for duty in duties} == {"cease_hostilities", "deliver_aid"}


def test_terms_go_on_within_one_sentence() -> None:
    text = "The rebels are to assemble in five camps; the government will free 200 prisoners on Friday."
    duties = [
        claim
        for claim in told("en", "The army and the rebels signed an accord on Monday. " + text)
        if claim.kind == "obligation"
    ]
    assert [(duty.slots["action"], fillers(duty, "obligor")) for duty in duties] == [
        ("other", ["rebels"]),
        ("release", ["government"]),
    ]
    alone = told("en", "The government will free 200 prisoners on Friday.")
    assert {claim.kind for claim in alone} == {"event"}


@pytest.mark.parametrize(
    ("language", "text", "type_"),
    [
        ("en", "The king and four commanders signed the last of six agreements, ending 20 years of fighting.", "peace"),
        ("en", "The king and the rebel leader signed a document that gives the north six years of self-rule.", "peace"),
        ("en", "Both sides signed an agreement that obliges the army to stop all attacks.", "ceasefire"),
        (
            "en",
            "The town stayed shut after a deal brokered by Washington to let in twenty trucks of aid.",
            "humanitarian",
        ),
        ("en", "The two governments signed an agreement on fishing rights on Friday.", "other"),
        (
            "en",
            "The truce in Mali was in tatters, two days after the king and his rival shook hands on it.",
            "ceasefire",
        ),
        (
            "id",
            "Presiden dan pemimpin pemberontak menandatangani dokumen yang memberi wilayah itu otonomi khusus.",
            "peace",
        ),
        ("id", "Kedua pihak menandatangani perjanjian yang mengakhiri perang selama 20 tahun.", "peace"),
        ("id", "Kedua pihak menandatangani kesepakatan yang mewajibkan tentara menghentikan serangan.", "ceasefire"),
        ("id", "Kedua pemerintah menandatangani perjanjian perbatasan pada hari Senin.", "other"),
    ],
)
def test_what_is_in_a_deal_tells_its_type(language: str, text: str, type_: str) -> None:
    made = [
        claim
        for claim in told(language, text)
        if claim.kind == "agreement" and claim.slots["stage"] in ("agreed", "signed")
    ]
    assert [claim.slots["type"] for claim in made] == [type_]


@pytest.mark.parametrize(
    ("text", "obligor"),
    [
        ("The accord gives Serbia 60 days to bring its soldiers home.", "Serbia"),
        ("The accord obliges Serbia to deploy its forces along the line.", "Serbia"),
    ],
)
def test_whose_forces_are_moved_must_move_them(text: str, obligor: str) -> None:
    assert fillers(only(told("en", text), "obligation"), "obligor") == [obligor]


@pytest.mark.parametrize(
    ("language", "text", "freed"),
    [
        ("en", "Under the accord, 30 hostages will go free on Friday.", "30 hostages"),
        ("id", "Menurut perjanjian itu, 30 sandera akan bebas pada Jumat.", "30 sandera"),
    ],
)
def test_who_is_to_go_free_is_whom_the_duty_is_about(language: str, text: str, freed: str) -> None:
    duty = only(told(language, text), "obligation", action="release")
    freed_one = duty.slots["object"]
    assert isinstance(freed_one, Span)
    assert ("obligor" in duty.slots, freed_one.text) == (False, freed)


def test_what_would_be_done_goes_on_with_terms_and_is_else_only_to_come() -> None:
    made = "Serbia and Norway signed an accord on Monday that obliges Serbia to free 50 sailors. "
    duty = only(told("en", made + "Norway would withdraw its fleet."), "obligation", action="withdraw")
    assert (fillers(duty, "obligor"), duty.status) == (["Norway"], "called_for")
    alone = told("en", "Norway would withdraw its fleet.")
    assert "deployment" in {claim.kind for claim in alone}
    assert not [claim for claim in alone if claim.kind == "obligation"]


@pytest.mark.parametrize(
    ("language", "text", "freed", "fleet"),
    [
        (
            "en",
            "Under the accord, Serbia will free 50 hostages and Norway will withdraw its fleet.",
            ("Serbia", "50 hostages"),
            ("Norway", "its fleet"),
        ),
        (
            "id",
            "Menurut kesepakatan itu, Serbia akan membebaskan 50 sandera dan Norwegia akan menarik armadanya.",
            ("Serbia", "50 sandera"),
            ("Norwegia", "armadanya"),
        ),
    ],
)
def test_a_second_side_with_a_clause_of_its_own_is_no_hostage(
    language: str, text: str, freed: tuple[str, str], fleet: tuple[str, str]
) -> None:
    claims = told(language, text)
    for action, wanted in (("release", freed), ("withdraw", fleet)):
        duty = only(claims, "obligation", action=action)
        thing = duty.slots["object"]
        assert isinstance(thing, Span)
        assert (" ".join(fillers(duty, "obligor")), thing.text) == wanted


def test_two_who_do_one_thing_still_do_it_together() -> None:
    claims = told("en", "The president said Serbia and Norway will release their prisoners.")
    assert fillers(only(claims, "event", act="release"), "actor") == ["Serbia", "Norway"]


@pytest.mark.parametrize(
    ("text", "stage", "parties"),
    [
        ("Talks between Serbia and Norway, held in Rome, ended without agreement.", "agreed", "Serbia Norway"),
        ("Under a deal brokered by Qatar, Serbia will free 50 hostages and Norway will withdraw its fleet.", "agreed",
         "Serbia Norway"),
        ("The two armies have until Tuesday to leave the port under a deal brokered by Qatar.", "agreed", "two armies"),
        ("Monitors will watch the port under a deal brokered by Qatar.", "agreed", ""),
    ],
)  # fmt: skip
def test_whose_deal_it_is_is_told_by_who_talked_or_must_do_something(text: str, stage: str, parties: str) -> None:
    assert " ".join(fillers(only(told("en", text), "agreement", stage=stage), "parties")) == parties


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The guerrillas promised to stop abducting people."),
        ("id", "Gerilyawan berjanji berhenti menculik warga."),
    ],
)
def test_what_somebody_promises_to_stop_is_not_planned(language: str, text: str) -> None:
    assert {c.kind for c in told(language, text)} == {"obligation", "statement"}
