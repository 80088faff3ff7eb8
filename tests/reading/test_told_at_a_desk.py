"""Tolls and pledges as agency desks word them: sums behind a colon, them that a clause before counts, spokesmen."""

from __future__ import annotations

import pytest

from gencatan import Claim
from gencatan.model import Count
from tests.reading.told import fillers, only, sources, told


def of_kind(claims: list[Claim], kind: str) -> list[Claim]:
    return [c for c in claims if c.kind == kind]


def sizes_of(claims: list[Claim]) -> list[int | None]:
    """How many each toll tells of at the least; None where it gives no number."""
    told_counts = [c.slots.get("count") for c in of_kind(claims, "casualty")]
    return [c.min if isinstance(c, Count) else None for c in told_counts]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("The raid killed 14 people: nine gendarmes and five civilians.", [14, 9, 5]),
        ("The ministry put the death toll at 14: nine police officers and five civilians.", [14, 9, 5]),
        ("The blast wounded 11: a nurse, two guards and eight patients.", [11, 1, 2, 8]),
        ("There were 31 dead: 19 on the bus and 12 on the bridge.", [31, 19, 12]),
        ("The raid killed 14 people: the rebels had come at dawn with 200 men.", [14]),
        ("The raid killed 14 people: nine shops were looted as well.", [14]),
    ],
)
def test_a_toll_is_added_up_behind_a_colon(text: str, sizes: list[int]) -> None:
    assert sizes_of(told("en", text)) == sizes


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Gunmen rounded up about forty villagers in Kora and shot them dead.", 40),
        ("Witnesses described how gunmen led twenty officials out of the building and shot them dead.", 20),
        ("The rebels seized three aid workers on Monday and killed them a day later.", 3),
        ("Attackers stopped two lorries, dragged the drivers out and killed them.", None),
    ],
)
def test_them_are_as_many_as_those_told_of(text: str, size: int | None) -> None:
    assert sizes_of([only(told("en", text), "casualty", harm="killed")]) == [size]


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("Twenty of his men were killed in an ambush.", ["Twenty of his men"]),
        ("Three of the guards were wounded in an attack on Monday.", ["Three of the guards"]),
        ("At least four people, among them two truckers, were killed in an attack.", ["At least four people"]),
        ("Six were killed in an attack on a bus.", ["bus"]),
    ],
)
def test_those_hurt_are_who_was_attacked(text: str, hurt: list[str]) -> None:
    assert fillers(only(told("en", text), "event", act="attack"), "target") == hurt


def test_the_number_a_toll_is_put_at_is_no_target() -> None:
    claims = told("en", "The interior ministry put the toll of the attack at 21.")
    assert "target" not in only(claims, "event", act="attack").slots
    assert fillers(only(told("en", "Rebels attacked 14 in the market."), "event", act="attack"), "target") == ["14"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Six of the guards were shot dead in a clash with rebels near Kora.", ["clash"]),
        ("Two farmers were shot dead in clashes between herders and villagers.", ["clash"]),
        ("Police shot dead two men in a clash with protesters.", ["attack", "clash"]),
    ],
)
def test_who_is_shot_in_a_clash_is_not_attacked_besides(text: str, acts: list[str]) -> None:
    assert [c.slots["act"] for c in of_kind(told("en", text), "event")] == acts


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The regional governor's office put the toll of the raid at 14.", ["regional governor's office"]),
        ("The army's press office puts the number of dead at 30.", ["army's press office"]),
        ("The raid put the number of dead at 30.", []),
    ],
)
def test_an_office_counts(text: str, who: list[str]) -> None:
    assert sources(only(told("en", text), "casualty")) == who


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("A spokesman said the militia would halt its attacks if troops pulled back from the hills.", ["militia"]),
        ("A rebel spokesman said the MILF would stop its raids on roads if soldiers pulled back.", ["MILF"]),
        ("A senior commander said the militia would end its siege if the prisoners were freed.", ["militia"]),
        ("An American official said the militia would end its attacks if the prisoners were freed.", []),
        ("A doctor said the army would stop its shelling if the hospital was cleared.", []),
    ],
)
def test_an_unnamed_spokesman_pledges_for_those_he_speaks_of(text: str, bound: list[str]) -> None:
    assert [w for c in of_kind(told("en", text), "obligation") for w in fillers(c, "obligor")] == bound


@pytest.mark.parametrize(
    ("text", "fled"),
    [
        ("About 9,000 Iraqis have fled Mosul since Monday.", [9000]),
        ("Tens of thousands of Georgians are fleeing from Abkhazia.", [20000]),
        ("Hundreds of Iraqi soldiers fled across the border.", []),
        ("Hundreds of Taliban fled to the hills.", []),
    ],
)
def test_people_of_a_land_who_flee_are_displaced(text: str, fled: list[int]) -> None:
    assert sizes_of(told("en", text)) == fled


def test_who_fell_with_one_is_no_part_of_him() -> None:
    text = "Serangan udara itu menewaskan komandan senior kelompok tersebut, Abu Salim, beserta dua pengawalnya."
    targets = fillers(only(told("id", text), "event", act="air_strike"), "target")
    assert targets == ["komandan senior kelompok tersebut", "dua pengawalnya"]
