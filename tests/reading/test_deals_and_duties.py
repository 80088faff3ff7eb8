"""Who made a deal, of which day it is, and what it lays on whom: parties by list, by talks and by office; duties kept
apart from what came of them."""

from __future__ import annotations

import pytest

from gencatan import Claim
from tests.reading.told import actors, fillers, only, told, wording


def ids(claim: Claim, slot: str) -> list[str | None]:
    return [actor.id if actor else None for actor in actors(claim, slot)]


def duties(claims: list[Claim]) -> list[Claim]:
    return [c for c in claims if c.kind == "obligation"]


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        (
            "en",
            "Representatives of Chad, Niger and the rebels signed the accord on Monday.",
            ["Representatives of Chad", "Niger", "rebels"],
        ),
        ("en", "Negotiators of Sudan and the rebels agreed a truce.", ["Negotiators of Sudan", "rebels"]),
        (
            "id",
            "Wakil Ukraina, Rusia, separatis, dan OSCE meneken perjanjian itu pada Senin.",
            ["Wakil Ukraina", "Rusia", "separatis", "OSCE"],
        ),
        ("en", "A truce was reached on Friday in talks between Israel and Hezbollah.", ["Israel", "Hezbollah"]),
        (
            "id",
            "Kesepakatan gencatan senjata dicapai pada Rabu dalam perundingan antara Israel dan Hizbullah.",
            ["Israel", "Hizbullah"],
        ),
        ("en", "The deal was signed on Friday before talks between Russia and Turkey in Sochi.", []),
        ("id", "Israel dan Hamas meneken gencatan senjata dengan penengah Qatar dan Mesir.", ["Israel", "Hamas"]),
    ],
)
def test_who_made_it(language: str, text: str, sides: list[str]) -> None:
    assert fillers(only(told(language, text), "agreement"), "parties") == sides


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "The 1992 accord between Mozambique and Renamo requires the rebels to disarm.", "1992-01-01"),
        ("en", "The deal of February 6 between the army and the rebels calls for a withdrawal.", "2024-02-06"),
        ("id", "Perjanjian antara Sudan dan Chad pada 6 Agustus 2019 mewajibkan kedua tentara mundur.", "2019-08-06"),
    ],
)
def test_an_agreement_told_with_its_sides_and_day_was_made_then(language: str, text: str, day: str) -> None:
    deal = only(told(language, text), "agreement", stage="agreed")
    assert deal.status == "asserted"
    assert deal.date is not None
    assert deal.date.start == day
    assert len(fillers(deal, "parties")) == 2
    assert "duration" not in deal.slots


@pytest.mark.parametrize(
    "text",
    [
        "A deal between Chad and Niger could come in May.",
        "Talks on a deal between Chad and Niger opened in May.",
    ],
)
def test_an_agreement_only_talked_of_was_not_made(text: str) -> None:
    assert [c for c in told("en", text) if c.kind == "agreement" and c.status == "asserted"] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chad and Niger agreed on Monday to create a buffer zone."),
        ("en", "Chad and Niger agreed on Monday to set up a corridor along the border."),
    ],
)
def test_who_agrees_on_a_zone_has_agreed(language: str, text: str) -> None:
    claims = told(language, text)
    assert fillers(only(claims, "agreement", stage="agreed"), "parties") == ["Chad", "Niger"]
    assert fillers(only(claims, "obligation"), "obligor") == ["Chad", "Niger"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Chad and Niger agreed to free all prisoners on April 15."),
        ("id", "Chad dan Niger sepakat membebaskan semua tahanan pada 15 April."),
    ],
)
def test_the_day_of_what_is_to_be_done_is_not_that_of_the_agreement(language: str, text: str) -> None:
    claims = told(language, text)
    made, owed = only(claims, "agreement").date, only(claims, "obligation").date
    assert made is None or made.start is None
    assert owed is not None
    assert owed.start == "2024-04-15"


def test_a_day_on_which_it_was_agreed_stays() -> None:
    deal = only(told("en", "Chad and Niger agreed on March 10 to free all prisoners on April 15."), "agreement")
    assert deal.date is not None
    assert deal.date.start == "2024-03-10"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Under the accord, the army must leave the schools, but the troops have not left the valley."),
        ("en", "Under the accord, Hamas must free the hostages but it has not done so."),
        ("id", "Menurut perjanjian itu, tentara harus mengosongkan sekolah, tetapi militer belum meninggalkan lembah."),
    ],
)
def test_what_came_of_a_duty_is_no_duty(language: str, text: str) -> None:
    assert len(duties(told(language, text))) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Under the accord, the army must leave the town, but the rebels must give up their guns."),
        ("en", "Under the accord, the army must free 300 men, but the rebels will keep their guns."),
        ("en", "Under the pact, the army must leave the city and the rebels lift the siege."),
    ],
)
def test_a_second_duty_beside_the_first_stays(language: str, text: str) -> None:
    assert len(duties(told(language, text))) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Under the deal the rebels must withdraw to the line of May 5."),
        ("en", "Under the deal the rebels must withdraw to the borders of 1967."),
        ("id", "Tentara wajib mundur ke garis 22 Oktober menurut perjanjian itu."),
    ],
)
def test_the_day_of_a_line_is_no_deadline(language: str, text: str) -> None:
    assert only(told(language, text), "obligation").date is None


def test_a_day_behind_a_line_is_a_deadline() -> None:
    owed = only(told("en", "Under the deal the rebels must withdraw from the line on May 5."), "obligation")
    assert owed.date is not None


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("en", "The accord requires Ukraine and the separatists to free all detainees.", ["Ukraine", "separatists"]),
        ("id", "Chad dan Niger sepakat pada Senin untuk membebaskan semua tahanan.", ["Chad", "Niger"]),
    ],
)
def test_both_are_bound(language: str, text: str, bound: list[str]) -> None:
    assert fillers(only(told(language, text), "obligation"), "obligor") == bound


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "id",
            "Republik Rakyat Donetsk (DPR) membantah tuduhan itu. DPR menyerang bandara pada Rabu.",
            "donetsk-peoples-republic",
        ),
        (
            "id",
            "Pasukan Republik Rakyat Donetsk (RRD) mundur. RRD menyerang bandara pada Rabu.",
            "donetsk-peoples-republic",
        ),
        ("id", "Ketua Dewan Perwakilan Rakyat (DPR) marah. DPR menyerang bandara pada Rabu.", "IDN/LEG"),
    ],
)
def test_letters_are_whose_name_the_report_gives_them(language: str, text: str, who: str) -> None:
    assert ids(only(told(language, text), "event", act="attack"), "actor") == [who]


def test_a_whole_duty_keeps_its_object() -> None:
    owed = only(told("en", "Under the deal both armies must create a demilitarised strip."), "obligation")
    assert wording(owed, "object").endswith("strip")


@pytest.mark.parametrize(
    "text",
    [
        "A deal was announced on Tuesday. Militias want the hostages to be freed.",
        "A deal was announced on Tuesday. The militias want the wounded to leave the two villages.",
    ],
)
def test_what_somebody_wants_is_no_term_of_the_deal_told_before(text: str) -> None:
    assert duties(told("en", text)) == []


def test_what_is_to_be_done_goes_on_with_the_deal_told_before() -> None:
    assert len(duties(told("en", "A deal was announced on Tuesday. The army is to leave the town by Friday."))) == 1


def test_a_joint_patrol_is_a_movement_and_a_plan_for_one_is_none() -> None:
    claims = told("en", "Turkey and Russia must patrol the road. Their first joint patrol was cut short on Sunday.")
    assert fillers(only(claims, "event", act="movement"), "actor") == ["Turkey", "Russia"]
    assert not [c for c in told("en", "A joint patrol remains a dream.") if c.kind == "event"]


def test_sides_sign_a_code_of_conduct() -> None:
    claims = told("en", "The government and the rebels signed a 25-point code of conduct on Friday.")
    assert fillers(only(claims, "agreement", stage="signed"), "parties") == ["government", "rebels"]
    assert not [c for c in told("en", "The club will sign the code of conduct.") if c.kind == "agreement"]


def test_what_is_theirs_is_withdrawn_too() -> None:
    text = "Under the deal, the army must withdraw its guns and the rebels must withdraw theirs."
    assert [c.slots["action"] for c in duties(told("en", text))] == ["withdraw", "withdraw"]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Under the truce, Israel must withdraw and may not carry out offensive operations.", "cease_hostilities"),
        ("Under the truce, the rebels must free 40 men and may not carry out raids.", "cease_hostilities"),
        ("Under the truce, the rebels must free 40 men and may not enter the town.", "other"),
        ("Under the truce, the rebels must free 40 men and may not investigate the killings.", "other"),
    ],
)
def test_force_that_is_barred_beside_a_duty_is_to_cease(text: str, action: str) -> None:
    assert duties(told("en", text))[-1].slots["action"] == action


@pytest.mark.parametrize(
    ("text", "obligor", "thing"),
    [
        ("Under the deal, Houthi forces must be withdrawn from the city.", ["Houthi forces"], "Houthi forces"),
        ("Under the deal, all foreign troops are to be withdrawn from Libya.", ["foreign troops"], "foreign troops"),
        ("Under the deal, heavy weapons must be withdrawn from the line.", [], "heavy weapons"),
        ("Under the deal, Houthi forces must withdraw from the city.", ["Houthi forces"], "city"),
    ],
)
def test_forces_that_must_be_withdrawn_are_bound(text: str, obligor: list[str], thing: str) -> None:
    (duty,) = duties(told("en", text))
    assert (fillers(duty, "obligor") if "obligor" in duty.slots else []) == obligor
    assert wording(duty, "object") == thing
