"""What the other side lets go for it, goods that are carried off, guns that are drawn back, people who land."""

from __future__ import annotations

import pytest

from gencatan.model import Count
from tests.reading.told import fillers, told

WAR = {
    "en": "The truce of the rebels and the army holds. ",
    "id": "Gencatan senjata pemberontak dan tentara bertahan. ",
}


def _acts(language: str, text: str, act: str) -> list[tuple[list[str], list[str]]]:
    """Doers and those acted on, of each act of that sort."""
    claims = (c for c in told(language, WAR[language] + text) if c.kind == "event" and c.slots.get("act") == act)
    return [(fillers(c, "actor"), fillers(c, "target")) for c in claims]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The Houthis freed 40 soldiers on Monday in return for 63 detainees.", {"40 soldiers", "63 detainees"}),
        ("id", "Houthi melepas 40 tentara pada Senin dengan imbalan 63 tahanan.", {"40 tentara", "63 tahanan"}),
        ("en", "The Houthis freed 40 soldiers on Monday in return for a ransom.", {"40 soldiers"}),
        ("id", "Houthi melepas 40 tentara pada Senin dengan imbalan uang.", {"40 tentara"}),
        (
            "en",
            "Three hostages came home and 63 Syrians left Israeli jails on Monday.",
            {"Three hostages", "63 Syrians"},
        ),
        ("id", "Sebanyak 63 tahanan keluar dari penjara pada Senin.", {"Sebanyak 63 tahanan"}),
    ],
)
def test_those_let_go_in_return_are_told_of_themselves(language: str, text: str, found: set[str]) -> None:
    assert {target for _, targets in _acts(language, text, "release") for target in targets} == found


def test_whoever_lets_go_in_return_is_not_told() -> None:
    told_of = _acts("en", "The Houthis freed 40 soldiers on Monday in return for 63 detainees.", "release")
    assert (["Houthis"], ["40 soldiers"]) in told_of
    assert ([], ["63 detainees"]) in told_of


def test_names_behind_a_number_are_those_counted() -> None:
    claims = told("en", WAR["en"] + "Hamas freed three men, Eli Cohen, Or Levi and Ben Ami, on Monday.")
    assert [c.slots["quantity"].min for c in claims if isinstance(c.slots.get("quantity"), Count)] == [3]


@pytest.mark.parametrize(
    ("language", "text", "act", "doers", "targets"),
    [
        (
            "en",
            "Looters emptied a warehouse of the agency in Goma.",
            "attack",
            ["Looters"],
            ["warehouse of the agency"],
        ),
        ("id", "Pasar dan gudang bantuan dijarah pada Senin.", "attack", [], ["Pasar", "gudang bantuan"]),
        ("id", "Badan itu mengecam perampasan 9.000 liter bahan bakar.", "attack", [], ["9.000 liter bahan bakar"]),
        ("id", "Tentara menarik meriam dari garis depan pada Kamis.", "retreat", ["Tentara"], ["meriam"]),
        ("id", "Kota itu dihujani roket pada Selasa.", "shelling", [], ["Kota itu"]),
        ("id", "Bus itu terkena roket di pos pemeriksaan.", "shelling", [], ["Bus itu"]),
        ("id", "Sebuah peluru meriam menghantam permukiman di Taiz.", "shelling", [], ["permukiman"]),
        ("en", "Oil exports were shut down by tribesmen in January.", "blockade", ["tribesmen"], ["Oil exports"]),
        ("en", "In Amman, 85 Jordanians evacuated from Gaza landed on Friday.", "movement", ["85 Jordanians"], []),
        ("id", "Sebanyak 85 WNI mendarat di Jakarta pada Jumat.", "movement", ["Sebanyak 85 WNI"], []),
        ("en", "Hamas left Gaza City on Monday.", "retreat", ["Hamas"], []),
        ("en", "A Yemenia jet lifted off from Sanaa on Monday.", "movement", ["Yemenia jet"], []),
    ],
)
def test_it_is_told_in_both_languages(language: str, text: str, act: str, doers: list[str], targets: list[str]) -> None:
    assert (doers, targets) in _acts(language, text, act)


@pytest.mark.parametrize(
    ("language", "text", "fell"),
    [
        ("en", "The town fell silent on Monday.", False),
        ("en", "The town fell on Monday.", True),
    ],
)
def test_a_town_that_falls_silent_is_not_taken(language: str, text: str, fell: bool) -> None:
    claims = told(language, "The fighting with the rebels goes on. " + text)
    assert any(c.kind == "territory" for c in claims) is fell
    assert any(c.kind == "event" for c in claims)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The committee noted shelling and air raids."),
        ("id", "Komite itu mencatat serangan udara dan baku tembak."),
    ],
)
def test_what_monitors_note_took_place(language: str, text: str) -> None:
    assert _acts(language, text, "air_strike")
