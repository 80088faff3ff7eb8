"""By whom a deal that others made is only announced: a mediator, an envoy, a ministry; and who announces their own."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, told


def _sides(language: str, text: str) -> list[str]:
    claims = [c for c in told(language, text) if c.kind == "agreement"]
    return fillers(claims[-1], "parties")


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("en", "The UN envoy announced the accord between Israel and Hamas on Monday.", ["Israel", "Hamas"]),
        ("en", "The Egyptian foreign ministry announced an agreement between Fatah and Hamas.", ["Fatah", "Hamas"]),
        ("en", "Israel and Hamas reached a deal. Qatar announced the agreement in Doha.", ["Israel", "Hamas"]),
        ("en", "The mediator announced the deal between the army and the rebels in Accra.", ["army", "rebels"]),
        ("en", "Mediators announced a ceasefire in Gaza on Monday.", []),
        (
            "id",
            "Israel dan Hamas menyepakati gencatan senjata. Utusan khusus PBB mengumumkan kesepakatan itu di Kairo.",
            ["Israel", "Hamas"],
        ),
        ("id", "Mediator Uni Afrika mengumumkan perjanjian damai di Pretoria.", []),
    ],
)
def test_who_announces_the_deal_of_others_is_no_party(language: str, text: str, sides: list[str]) -> None:
    assert _sides(language, text) == sides


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("en", "The rebels announced a ceasefire on Monday.", ["rebels"]),
        ("en", "The government announced a peace deal with the rebels.", ["government", "rebels"]),
        ("en", "Israel and Hamas agreed on a truce. Chad announced an accord with its rebels.", ["Chad", "its rebels"]),
        ("id", "Presiden Kolombia mengumumkan kesepakatan dengan FARC.", ["Presiden Kolombia", "FARC"]),
        ("id", "Kelompok pemberontak mengumumkan gencatan senjata sepihak.", ["Kelompok pemberontak"]),
    ],
)
def test_who_announces_a_deal_of_their_own_is_a_party(language: str, text: str, sides: list[str]) -> None:
    assert _sides(language, text) == sides
