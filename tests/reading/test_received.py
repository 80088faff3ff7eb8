"""What is received, changes hands or closes by itself: the subject of the verb is not who does it."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


def test_an_order_received_binds_who_receives_it() -> None:
    claims = told("en", "The last army units received orders on Friday to leave the ruined city.")
    demand = only(claims, "statement", act="demand")
    assert fillers(demand, "addressee") == ["last army units"]
    assert "speaker" not in demand.slots
    assert fillers(only(claims, "obligation", action="withdraw"), "obligor") == ["last army units"]


def test_what_an_order_says_may_hang_on_the_verb_above_it() -> None:
    claims = told(
        "en", "The fighters crossed the border in line with the jailed leader's order that they leave the country."
    )
    assert fillers(only(claims, "statement", act="demand"), "speaker") == ["jailed leader"]


def test_goods_ordered_bind_nobody() -> None:
    claims = told("en", "The army's supplier received orders for 300 lorries before the attack.")
    assert not [c for c in claims if c.kind in ("obligation", "statement")]


FALLEN = [
    ("The town fell in a single night after the rebels attacked the army.", "captures"),
    ("The ridge above the highway was recaptured on Tuesday, the army command said.", "recaptures"),
    ("The port city changed hands four times in a year of war between rebels and the army.", "captures"),
]


@pytest.mark.parametrize(("text", "relation"), FALLEN)
def test_a_place_falls_though_nobody_is_named(text: str, relation: str) -> None:
    assert "by" not in only(told("en", text), "territory", relation=relation).slots


NOT_FALLEN = [
    "Rebels attacked the army for a week while snow fell on the town.",
    "The town fell into debt while rebels fought the army.",
    "Money changed hands in the town before the army attacked the rebels.",
]


@pytest.mark.parametrize("text", NOT_FALLEN)
def test_other_falls_are_no_capture(text: str) -> None:
    assert not [c for c in told("en", text) if c.kind == "territory"]


def test_schools_close_by_themselves() -> None:
    claims = told("en", "Rebels shelled the army, and schools closed on Tuesday as fighting spread.")
    assert fillers(only(claims, "event", act="closure"), "target") == ["schools"]


def test_a_market_that_closes_lower_is_none() -> None:
    claims = told("en", "Rebels shelled the town on Monday. In London the market closed lower on fears of war.")
    assert not [c for c in claims if c.slots.get("act") == "closure"]


def test_the_day_does_not_speak_for_the_agency() -> None:
    claims = told("en", "The agency on Friday called on Myanmar to open the border.")
    assert fillers(only(claims, "statement", act="appeal"), "speaker") == ["agency"]


def test_who_is_met_with_stones_is_attacked() -> None:
    claims = told("en", "Rebels killed two soldiers, and the patrol was met with stones.")
    assert any(fillers(c, "target") == ["patrol"] for c in claims if c.slots.get("act") == "attack")


PLEDGED = [
    ("The alliance's chief pledged to defend every inch of allied soil.", "protect"),
    ("The government promised to let through a further 40 lorries by Sunday.", "grant_access"),
    ("The four leaders undertook to hold regular consultations.", "hold_talks"),
]


@pytest.mark.parametrize(("text", "action"), PLEDGED)
def test_what_is_pledged_has_its_own_action(text: str, action: str) -> None:
    only(told("en", text), "obligation", action=action)


def test_those_kept_out_of_a_country_are_sanctioned() -> None:
    claims = told("en", "Moscow answered the sanctions by barring nine American senators from its territory.")
    assert any(fillers(c, "target") == ["nine American senators"] for c in claims if c.slots.get("act") == "sanction")


def test_diplomacy_by_a_third_party_is_mediation() -> None:
    claims = told("en", "The truce was announced after telephone diplomacy by France and Qatar.")
    assert fillers(only(claims, "mediation"), "mediator") == ["France", "Qatar"]


def test_missing_are_those_whose_whereabouts_nobody_knows() -> None:
    claims = told("en", "Troops raided the town, and the whereabouts of six villagers are still unknown.")
    only(claims, "casualty", harm="missing")


def test_an_army_melts_away_and_snow_does_not() -> None:
    only(told("en", "Rebels attacked the town and four army divisions melted away."), "event", act="retreat")
    claims = told("en", "Rebels attacked the town as the snow melted away.")
    assert not [c for c in claims if c.slots.get("act") == "retreat"]


def test_what_a_call_says_in_indonesian() -> None:
    claims = told("id", "Tentara mengabaikan seruan PBB agar perbatasan tetap dibuka untuk para pengungsi.")
    assert fillers(only(claims, "statement", act="appeal"), "speaker") == ["PBB"]
    assert "content" in only(claims, "statement", act="appeal").slots


def test_what_is_asked_for_is_that_somebody_do_it() -> None:
    claims = told("en", "The envoy begged for them to be set free.")
    assert fillers(only(claims, "statement", act="appeal"), "speaker") == ["envoy"]


def test_towns_taken_that_no_list_knows() -> None:
    claims = told("en", "After weeks of fighting with the army the rebels took Dessarka and then Kombola.")
    assert [c for c in claims if c.kind == "territory" and c.slots["relation"] == "captures"]
    claims = told("en", "After weeks of fighting with the army the rebels took an oath.")
    assert not [c for c in claims if c.kind == "territory"]


def test_a_charity_that_leaves_a_war() -> None:
    claims = told("en", "The two charities pulled out because of the fighting between rebels and the army.")
    assert only(claims, "deployment", change="withdrawn").slots["role"] == "aid"
