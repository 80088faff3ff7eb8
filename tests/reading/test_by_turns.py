"""What is done by turns, the verb said once: each thing with its day, or with who must do it."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, told, wording


def _duties(language: str, text: str) -> list[tuple[str, str, str | None]]:
    """Who must, what, and by when."""
    claims = [c for c in told(language, text) if c.kind == "obligation"]
    found = [(", ".join(fillers(c, "obligor")), wording(c, "object"), c.date.end if c.date else None) for c in claims]
    assert len({(c.slots["action"], c.status) for c in claims}) == 1
    return found


@pytest.mark.parametrize(
    ("language", "text", "duties"),
    [
        (
            "en",
            "Under the deal, Armenia will return the Kalbajar district by 15 May and the Lachin district by 1 June.",
            [("Armenia", "Kalbajar district", "2024-05-15"), ("Armenia", "Lachin district", "2024-06-01")],
        ),
        (
            "en",
            "Under the accord, the rebels will surrender 200 weapons by 15 April and the rest by 15 June.",
            [("rebels", "200 weapons", "2024-04-15"), ("rebels", "rest", "2024-06-15")],
        ),
        (
            "en",
            "The accord requires the army to free 200 prisoners by 1 April, and the rebels 50 soldiers by 2 April.",
            [("army", "200 prisoners", "2024-04-01"), ("rebels", "50 soldiers", "2024-04-02")],
        ),
        (
            "en",
            "Israel must free 600 prisoners, and Hamas 33 hostages.",
            [("Israel", "600 prisoners", None), ("Hamas", "33 hostages", None)],
        ),
        (
            "id",
            "Menurut kesepakatan itu, GAM akan menyerahkan 200 senjata sebelum 15 April dan sisanya sebelum 15 Juni.",
            [("GAM", "200 senjata", "2024-04-14"), ("GAM", "sisanya", "2024-06-14")],
        ),
        (
            "id",
            "Berdasarkan kesepakatan itu, Rusia akan membebaskan 100 tentara dan Ukraina 120 tentara.",
            [("Rusia", "100 tentara", None), ("Ukraina", "120 tentara", None)],
        ),
    ],
)
def test_each_thing_is_a_duty(language: str, text: str, duties: list[tuple[str, str, str | None]]) -> None:
    assert _duties(language, text) == duties


@pytest.mark.parametrize(
    ("text", "duties"),
    [
        ("Israel must free 600 prisoners and 33 hostages.", [("Israel", "600 prisoners and 33 hostages", None)]),
        ("The army must leave the port by 1 May, and 3 June is a holiday.", [("army", "port", "2024-05-01")]),
        ("The army must leave the port by 1 May, the minister by 3 May.", [("army", "port", "2024-05-01")]),
        (
            "The army must leave the port by 1 May and the rebels must leave the town by 15 May.",
            [("army", "port", "2024-05-01"), ("rebels", "town", "2024-05-15")],
        ),
    ],
)
def test_what_is_no_list_of_turns(text: str, duties: list[tuple[str, str, str | None]]) -> None:
    assert _duties("en", text) == duties


@pytest.mark.parametrize(
    ("language", "text", "towns"),
    [
        ("en", "The rebels captured Goma on Monday, Bukavu on Tuesday and Uvira on Wednesday.", 3),
        ("id", "Armenia akan menyerahkan Kalbajar pada 15 Mei, Agdam pada 20 Mei, dan Lachin pada 1 Juni.", 3),
        ("en", "The rebels captured Goma on Monday and the army on Tuesday retook it.", 2),
        ("en", "The rebels captured Goma on Monday, the army said on Tuesday.", 1),
    ],
)
def test_towns_change_hands_by_turns(language: str, text: str, towns: int) -> None:
    claims = [c for c in told(language, text) if c.kind == "territory"]
    days = {c.date.start for c in claims if c.date is not None}
    assert len(claims) == len(days) == towns
