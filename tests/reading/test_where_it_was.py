"""Where an act was: roadsides and gorges, towns that talks are called by, and those who were there already."""

from __future__ import annotations

import pytest

from gencatan.model import Span
from tests.reading.told import fillers, only, told


def place(language: str, text: str, kind: str, **values: str) -> str | None:
    """The words of the place of the one claim of that kind."""
    found = only(told(language, text), kind, **values).place
    return found.span.text if found is not None else None


@pytest.mark.parametrize(
    ("language", "text", "where"),
    [
        ("en", "Two patrols were ambushed in the gorge on Monday.", "gorge"),
        ("en", "Rebels ambushed a lorry on the road between Tirel and Oma on Monday.", "road between Tirel and Oma"),
        ("en", "Gunmen attacked a family in an orchard on Monday.", "orchard"),
        ("en", "The army attacked the rebels north of Timbuktu last week.", "Timbuktu"),
        ("en", "Gunmen attacked two guards at the stadium on Friday.", "stadium"),
        ("en", "Rebels attacked a patrol at Masiri, 40 km east of Freetown, on Tuesday.", "Masiri"),
        ("id", "Orang bersenjata menyerang dua penjaga di stadion pada Jumat.", "stadion"),
        ("id", "Pemberontak menyerang patroli di jalan antara Tirel dan Oma.", "jalan antara Tirel dan Oma"),
        ("id", "Orang bersenjata menyerang petani di perkebunan pada Senin.", "perkebunan"),
    ],
)
def test_an_act_is_where_its_own_clause_tells(language: str, text: str, where: str) -> None:
    assert place(language, text, "event", act="attack") == where


def test_the_line_that_words_mark_out_is_a_place() -> None:
    assert (
        place("en", "Clashes erupted overnight along the line of contact.", "event", act="clash") == "line of contact"
    )


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Soldiers fired at a bus near Kidal on Monday.", "Kidal"),  # the bus was fired at
        ("Rebels attacked the guards from three cars in Kidal.", "Kidal"),
        ("Soldiers opened fire on positions around Sake.", "Sake"),
    ],
)
def test_what_is_hit_or_ridden_in_is_no_place(text: str, where: str) -> None:
    assert place("en", text, "event", act="attack") == where


@pytest.mark.parametrize(
    ("language", "text", "where"),
    [
        ("en", "The Doha talks between the government and the Taliban ended on Sunday.", "Doha"),
        ("en", "The prime minister will travel to Jakarta next week for talks with the president.", "Jakarta"),
        ("id", "Perundingan Jenewa antara pemerintah dan pemberontak berakhir pada Minggu.", "Jenewa"),
    ],
)
def test_talks_are_in_the_town_they_are_called_by_or_travelled_to(language: str, text: str, where: str) -> None:
    assert place(language, text, "meeting", format="talks") == where


def test_a_land_beside_talks_is_what_they_are_about() -> None:
    assert place("en", "Syria talks resumed in Vienna on Friday.", "meeting") == "Vienna"


def test_who_flies_somewhere_to_meet_is_who_meets() -> None:
    meeting = only(told("en", "The envoy flew to Rabat on Monday to meet the king."), "meeting", format="talks")
    assert fillers(meeting, "participants") == ["envoy", "king"]
    assert meeting.place is not None
    assert meeting.place.span.text == "Rabat"
    assert meeting.date is not None
    assert meeting.date.start == "2024-03-11"


@pytest.mark.parametrize(
    ("language", "text", "where"),
    [
        ("en", "Soldiers opened fire on demonstrators who had gathered at a toll gate in Lagos.", "Lagos"),
        ("en", "Gunmen attacked men queuing for bread in Sanga.", "Sanga"),
        ("id", "Tentara menembaki demonstran yang berkumpul di gerbang tol di Lagos.", "Lagos"),
    ],
)
def test_who_was_somewhere_was_attacked_there(language: str, text: str, where: str) -> None:
    claims = [c for c in told(language, text) if c.kind == "event" and c.slots.get("act") == "attack"]
    assert [c.place.span.text for c in claims if c.place is not None] == [where]


def test_a_town_on_no_map_is_one_that_forces_leave() -> None:
    claim = only(told("en", "French troops have withdrawn from Mai Tsebri, two officials said."), "deployment")
    assert claim.place is not None
    assert claim.place.span.text == "Mai Tsebri"


@pytest.mark.parametrize(
    "text", ["Police arrested him on the border with Chad on Sunday.", "Police arrested him at the airport on Sunday."]
)
def test_where_somebody_was_seized_is_no_reason(text: str) -> None:
    claim = only(told("en", text), "event", act="arrest")
    assert "cause" not in claim.slots
    assert claim.place is not None


def test_what_is_fought_over_is_a_reason() -> None:
    claim = only(told("en", "Villagers of Oma and Tirel clashed over a well on Sunday."), "event", act="clash")
    assert getattr(claim.slots["cause"], "text", None) == "a well"


def test_a_front_may_hold_land_and_blue_helmets_watch_it() -> None:
    held = only(told("en", "The rest of the province is in the hands of the Front."), "territory")
    assert fillers(held, "by") == ["Front"]
    watched = only(told("en", "Blue helmets have patrolled the buffer zone since 1964."), "deployment")
    assert watched.slots.get("role") == "peacekeeping"
    assert watched.place is not None
    assert watched.place.span.text == "buffer zone"


def test_states_fly_their_people_out() -> None:
    claim = only(
        told("en", "India and Germany flew their citizens out of Juba on Thursday."), "event", act="evacuation"
    )
    assert fillers(claim, "actor") == ["India", "Germany"]
    assert fillers(claim, "target") == ["their citizens"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Six people were killed in Goma, and four soldiers were hurt in Kavumu."),
        ("id", "Enam orang tewas di Goma, dan empat tentara terluka di Kavumu."),
    ],
)
def test_each_of_two_clauses_keeps_its_town(language: str, text: str) -> None:
    claims = told(language, text)
    where = {h: only(claims, "casualty", harm=h).place for h in ("killed", "injured")}
    assert {h: p.span.text for h, p in where.items() if p is not None} == {"killed": "Goma", "injured": "Kavumu"}


def test_no_alliance_is_a_place_that_forces_leave() -> None:
    claim = only(told("en", "Niger withdrew its troops from ECOWAS."), "deployment", change="withdrawn")
    assert fillers(claim, "force") == ["its troops"]
    assert claim.place is None


@pytest.mark.parametrize(
    ("language", "text", "kind", "place"),
    [
        ("en", "Fighting raged in the east on Monday.", "event", "east"),
        ("en", "The army deployed 5,000 soldiers in the south.", "deployment", "south"),
        ("id", "Tentara mengerahkan 5.000 prajurit di selatan.", "deployment", "selatan"),
    ],
)
def test_a_side_of_the_land_is_a_place(language: str, text: str, kind: str, place: str) -> None:
    claim = only(told(language, text), kind)
    assert claim.place is not None
    assert (claim.place.span.text, claim.place.name) == (place, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The truce took effect on Monday, ending a 14-month war that killed 3,800 people in Lebanon."),
        ("en", "The truce took effect on Monday, ending 14 months of fighting that killed 3,800 people in Lebanon."),
        (
            "id",
            "Gencatan senjata berlaku pada Senin, mengakhiri perang 14 bulan yang menewaskan 3.800 orang di Lebanon.",
        ),
    ],
)
def test_the_day_a_war_ended_is_not_that_of_its_dead(language: str, text: str) -> None:
    claims = told(language, text)
    assert only(claims, "agreement").date is not None
    dead = only(claims, "casualty")
    assert (dead.date, dead.place and dead.place.span.text) == (None, "Lebanon")


@pytest.mark.parametrize("words", ["Arabic and English", "French", "Farsi", "Urdu"])
def test_a_language_is_no_place(words: str) -> None:
    assert only(told("en", f"The suspects were questioned in {words} by the police."), "event").place is None


def test_so_many_towns_are_not_the_town_named_before() -> None:
    text = "Envoys are due in Lusaka. The army says that the rebels must first leave the 70 towns they have overrun."
    land = only(told("en", text), "territory").slots["territory"]
    assert isinstance(land, Span)
    assert land.text == "70 towns"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("At least 24 people were killed in Goma, North Kivu, on Saturday.", "Goma"),
        ("At least 24 people were killed near Goma, the capital of North Kivu, on Saturday.", "Goma"),
        ("Two men were killed in Goma, east of the capital, and in Homs, central Syria.", "Goma"),
    ],
)
def test_a_town_lies_in_all_of_a_province_name(text: str, name: str) -> None:
    place = only(told("en", text), "casualty").place
    assert place is not None
    assert (place.name, place.country) == (name, "COD")


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Leaders agreed on a ceasefire in Minsk on Thursday, but fighting has continued.", "2024-03-14"),
        (
            "id",
            "Kedua pihak menyepakati gencatan senjata di Minsk pada Kamis, tetapi pertempuran berlanjut.",
            "2024-03-14",
        ),
    ],
)
def test_a_deal_keeps_its_day_and_town_from_the_fighting_behind_but(language: str, text: str, day: str) -> None:
    claims = told(language, text)
    deal, fight = only(claims, "agreement"), only(claims, "event")
    assert deal.date is not None
    assert str(deal.date.start) == day
    assert deal.place is not None
    assert (fight.date, fight.place) == (None, None)
