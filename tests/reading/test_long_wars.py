"""What reports of a war tell that goes on for years: sieges, truces of some months, people let go, ships seized."""

from __future__ import annotations

from datetime import date

import pytest

from gencatan import Claim
from tests.reading.told import fillers, only, sources, told


def start_of(claim: Claim) -> str | None:
    """The first day that a claim gives."""
    return None if claim.date is None else claim.date.start


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A rebel spokesman in turn charged pro-government forces with firing artillery at the port.", "forces"),
        ("Karu on Monday charged the army with shelling two villages near the border.", "army"),
        ("The ministry charges the rebels with killing nine villagers in May.", "rebels"),
    ],
)
def test_who_is_charged_with_an_act_did_it(text: str, who: str) -> None:
    claims = told("en", text)
    event = next(c for c in claims if c.kind == "event")
    assert any(who in words for words in fillers(event, "actor"))
    assert only(claims, "statement").slots["act"] == "accuse"


def test_a_hill_charged_with_guns_is_nobody_who_acts() -> None:
    event = only(told("en", "The rebels charged the hill with guns blazing, killing two soldiers."), "event")
    assert fillers(event, "actor") == ["rebels"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels shelled homes in the south on Monday, which set off sporadic fighting."),
        ("id", "Permukiman di selatan ditembaki dan baku tembak pecah secara sporadis."),
        ("id", "Tentara menembaki desa itu pada Senin, lalu pertempuran meletus di pinggirannya."),
    ],
)
def test_fighting_that_breaks_out_is_told_beside_the_shots(language: str, text: str) -> None:
    acts = [c.slots["act"] for c in told(language, text) if c.kind == "event"]
    assert "clash" in acts
    assert len(acts) > 1


def test_a_raid_on_another_town_is_another() -> None:
    text = "Officials reported rebel shelling of residential areas. They recalled the raid on Kora that left ten dead."
    events = [c for c in told("en", text) if c.kind == "event"]
    assert [fillers(c, "target") for c in events] == [["residential areas"], ["Kora"]]


@pytest.mark.parametrize(
    "text",
    [
        "Its last weeks were marked by the raid on Kora that left ten soldiers dead and by protests in the capital.",
        "The talks were delayed by an attack that killed three soldiers and by protests in the capital.",
    ],
)
def test_what_stands_beside_an_act_behind_its_clause_is_told_too(text: str) -> None:
    acts = [c.slots["act"] for c in told("en", text) if c.kind == "event"]
    assert sorted(map(str, acts)) == ["attack", "protest"]


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("Gudang itu hancur akibat ledakan bom di Karu pada Senin.", "explosion", "Gudang"),
        ("Dua truk terbakar setelah serangan drone di Karu.", "air_strike", "Dua truk"),
        ("Depot minyak di Karu terbakar akibat serangan pemberontak pada Jumat.", "attack", "Depot minyak"),
    ],
)
def test_what_burns_by_an_act_is_its_target(text: str, act: str, target: str) -> None:
    event = only(told("id", f"{text} Gencatan senjata dengan pemberontak bertahan."), "event")
    assert event.slots["act"] == act
    assert fillers(event, "target")[0].startswith(target)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Tentara menembak sebuah drone milik pemberontak di atas Karu pada Senin."),
        ("id", "Drone yang ditembak pemberontak di Karu terbakar."),
        ("en", "The army fired at a drone over Karu on Monday."),
    ],
)
def test_a_drone_that_is_shot_at_is_the_target(language: str, text: str) -> None:
    event = next(c for c in told(language, text) if c.kind == "event" and c.slots["act"] == "attack")
    assert "drone" in fillers(event, "target")[0].lower()


def test_a_drone_that_is_fired_is_the_means() -> None:
    event = only(told("id", "Pemberontak menembakkan drone ke arah Karu pada Senin."), "event")
    assert fillers(event, "target") == ["Karu"]
    assert getattr(event.slots["instrument"], "text", "") == "drone"


def test_who_closed_it_stands_behind_for_whom() -> None:
    event = only(told("id", "Bandara itu ditutup bagi penerbangan umum oleh koalisi pimpinan Nadira."), "event")
    assert fillers(event, "actor") == ["koalisi pimpinan Nadira"]


def test_ships_bring_what_they_supply() -> None:
    event = only(told("id", "Sebanyak 33 kapal memasok 900 ton bahan bakar ke Karu."), "event")
    assert fillers(event, "actor") == ["Sebanyak 33 kapal"]


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("en", "Residents reported heavy shelling on Monday.", "2024-03-11"),
        ("en", "Residents reported renewed fighting in Karu on Monday night.", "2024-03-11"),
        (
            "en",
            "The envoy met them on Monday in the city, which has been cut off since the first months of the war.",
            None,
        ),
        ("en", "It was quieter than at any time since 2015, although a drone killed three people in Karu.", None),
        ("id", "Situasi lebih tenang daripada kapan pun sejak 2015, meski sebuah drone menewaskan tiga orang.", None),
    ],
)
def test_whose_day_it_is(language: str, text: str, start: str | None) -> None:
    event = next(c for c in told(language, text) if c.kind == "event")
    assert start_of(event) == start


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("id", "Pemerintah dan pemberontak menyepakati gencatan senjata selama dua bulan yang berlaku mulai Sabtu.", 3),
        ("en", "The two governments signed a ceasefire for two months that took effect on Saturday.", 3),
        ("en", "The sides agreed on a truce for two weeks which began on Monday.", 3),
    ],
)
def test_a_truce_of_some_months_takes_effect_on_its_day(language: str, text: str, start: int) -> None:
    truce = only(told(language, text), "agreement", stage="in_effect")
    begun = start_of(truce)
    assert begun is not None
    assert date.fromisoformat(begun).month == start


def test_what_has_held_since_a_day_is_no_plan() -> None:
    truce = only(
        told("id", "Mereka menyepakati gencatan senjata yang berlaku sejak 2 Februari."), "agreement", stage="in_effect"
    )
    assert (truce.status, start_of(truce)) == ("asserted", "2024-02-02")


@pytest.mark.parametrize(
    ("language", "text", "type_"),
    [
        ("id", "Pemerintah dan pemberontak menyepakati pertukaran 40 tahanan pada Senin.", "exchange"),
        ("id", "Kedua pemerintah menyepakati pertukaran pelajar pada Senin.", "other"),
    ],
)
def test_an_exchange_of_prisoners_is_agreed_as_one(language: str, text: str, type_: str) -> None:
    assert only(told(language, text), "agreement").slots["type"] == type_


def test_a_deal_of_another_month_is_not_the_truce_told_before() -> None:
    text = "The government and the rebels agreed on a truce on 2 February. The January deal exists on paper only."
    deal = only(told("en", text), "agreement", stage="collapsed")
    assert deal.slots["type"] == "other"
    same = told("en", "The government and the rebels agreed on a truce on 2 February. The deal collapsed on Monday.")
    assert only(same, "agreement", stage="collapsed").slots["type"] == "ceasefire"


def test_who_makes_a_deal_public_is_no_party() -> None:
    text = "The deal, struck in Karu, was made public on Sunday by the Norwegian envoy Abdul Karim."
    assert "parties" not in only(told("en", text), "agreement").slots


def test_talks_to_be_sped_up_are_a_duty_to_talk() -> None:
    text = "Pemerintah dan pemberontak memperpanjang gencatan senjata. Keduanya berkomitmen mempercepat perundingan."
    assert only(told("id", text), "obligation").slots["action"] == "hold_talks"
    text = "The army and the rebels extended the truce. Both sides committed to speeding up negotiations on the border."
    assert only(told("en", text), "obligation").slots["action"] == "hold_talks"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Tim itu meninggalkan perundingan untuk memprotes serangan pemberontak ke Karu."),
        ("en", "Thousands gathered on Friday to condemn the bombing of a market in Karu."),
    ],
)
def test_what_is_protested_against_was_done_before(language: str, text: str) -> None:
    event = next(c for c in told(language, text) if c.kind == "event" and c.slots["act"] in ("attack", "explosion"))
    assert event.status == "asserted"
    assert event.date is None


def test_what_is_planned_was_not() -> None:
    claims = told("en", "The ministers met to plan an attack on Karu.")
    assert [c.status for c in claims if c.kind == "event"] == ["planned"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fourteen foreigners were let go on Sunday and taken to Muscat."),
        ("en", "Nine hostages were freed on Sunday and flown to Doha."),
        ("id", "Sembilan sandera dibebaskan pada Minggu dan diterbangkan ke Doha."),
    ],
)
def test_who_is_freed_and_taken_home_is_not_seized_there(language: str, text: str) -> None:
    claims = told(language, text)
    assert not [c for c in claims if "abduct" in str(c.slots.get("act", c.slots.get("harm")))]
    assert only(claims, "event", act="release").place is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Pemberontak menyita sebuah kapal kargo di lepas pantai pada Senin."),
        ("en", "Houthi fighters captured a cargo vessel off Hodeidah in January."),
    ],
)
def test_rebels_who_seize_a_ship_attack_it(language: str, text: str) -> None:
    assert next(c for c in told(language, text) if c.kind == "event").slots["act"] == "attack"


def test_how_many_died_is_estimated_and_not_that_they_did() -> None:
    toll = only(told("id", "PBB memperkirakan perang itu telah menewaskan 40.000 orang."), "casualty")
    assert (toll.status, sources(toll)) == ("asserted", ["PBB"])
    toll = only(told("id", "Tentara memperkirakan pemberontak akan menewaskan 20 orang."), "casualty")
    assert toll.status != "asserted"


def test_lives_stand_in_the_words_of_their_toll() -> None:
    toll = only(told("en", "The war has cost some 40,000 lives."), "casualty")
    assert toll.evidence[0].text.endswith("40,000 lives")
