"""Days and towns of the clause beside, of what a thing is called besides, and of where the hurt were brought."""

from __future__ import annotations

import pytest

from gencatan import Claim
from tests.reading.told import fillers, only, told

Seen = tuple[str | None, str | None]


def _seen(claim: Claim) -> Seen:
    """Since when and where it was."""
    return (claim.date.start if claim.date else None, claim.place.span.text if claim.place else None)


@pytest.mark.parametrize(
    ("language", "text", "victims", "first", "second"),
    [
        (
            "en",
            "Five herders died when a market was shelled in May, and on 3 June a drone killed two teachers in Goma.",
            ("Five herders", "two teachers"),
            ("2023-05-01", None),
            ("2023-06-03", "Goma"),
        ),
        (
            "id",
            "Lima gembala tewas ketika pasar digempur pada Mei, dan pada 3 Juni drone menewaskan dua guru di Goma.",
            ("Lima gembala", "dua guru"),
            ("2023-05-01", None),
            ("2023-06-03", "Goma"),
        ),
        (
            "en",
            "Shells killed two teachers in Goma on 3 June and on Monday wounded five herders.",
            ("two teachers", "five herders"),
            ("2023-06-03", "Goma"),
            ("2024-03-11", "Goma"),
        ),
    ],
)
def test_a_clause_that_opens_with_its_day_keeps_day_and_town(
    language: str, text: str, victims: tuple[str, str], first: Seen, second: Seen
) -> None:
    tolls = {fillers(c, "victims")[0]: _seen(c) for c in told(language, text) if c.kind == "casualty"}
    assert tolls == {victims[0]: first, victims[1]: second}


def test_what_another_act_is_the_first_since_was_elsewhere() -> None:
    claims = told(
        "en", "A convoy brought food to Goma on Monday, the first delivery since the fighting resumed in May."
    )
    assert _seen(only(claims, "event", act="delivery")) == ("2024-03-11", "Goma")
    assert _seen(only(claims, "event", act="clash")) == ("2023-05-01", None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels shelled Goma, the capital of North Kivu, on Monday. Two nurses were killed there on Tuesday."),
        ("en", "Goma, one of the largest towns of Congo, was shelled. Two nurses were killed there."),
        ("id", "Pemberontak menembaki Goma, ibu kota Kivu Utara. Dua perawat tewas di sana."),
    ],
)
def test_there_is_the_town_and_not_what_it_lies_in(language: str, text: str) -> None:
    assert _seen(only(told(language, text), "casualty"))[1] == "Goma"


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "About 40 villagers were hurt and taken to a hospital in Goma.", None),
        ("id", "Sekitar 40 warga luka-luka akibat granat dan dibawa ke rumah sakit di Goma.", None),
        ("en", "About 40 villagers were hurt in Sake and taken to a hospital in Goma.", "Sake"),
        ("en", "About 40 villagers died after bombs struck a school in Goma.", "Goma"),
    ],
)
def test_where_the_hurt_were_brought_they_did_not_come_to_harm(language: str, text: str, place: str | None) -> None:
    assert _seen(only(told(language, text), "casualty"))[1] == place


def test_a_name_that_is_a_place_elsewhere_in_the_report_is_one_where_it_is_shelled() -> None:
    claims = told("id", "Seorang guru tewas di Shire pada Senin. Shire digempur artileri pada Selasa.")
    assert _seen(only(claims, "event", act="shelling")) == ("2024-03-12", "Shire")


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "en",
            "The army attacked Kobo on Friday. Two weeks earlier, on 20 February, rebels had shelled Axum.",
            "02-20",
        ),
        (
            "id",
            "Tentara menyerang Kobo pada Jumat. Dua pekan sebelumnya, pada 20 Februari, Axum ditembaki roket.",
            "02-20",
        ),
        ("en", "The army attacked Kobo on Friday. Rebels had shelled Axum two days earlier in the night.", "03-06"),
        ("id", "Tentara menyerang Kobo pada Jumat. Axum ditembaki roket dua hari sebelumnya di tengah malam.", "03-06"),
    ],
)
def test_the_day_of_the_calendar_beside_words_that_count_is_the_day(language: str, text: str, day: str) -> None:
    assert _seen(only(told(language, text), "event", act="shelling"))[0] == f"2024-{day}"


def test_earlier_than_planned_is_no_day() -> None:
    claims = told("en", "Jets bombed Kobo on Friday. The truce began two days earlier than planned.")
    assert only(claims, "agreement").date is None
    assert _seen(only(claims, "event"))[0] == "2024-03-08"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Police entered Kobo on Monday. It was the first time since the army left it in June 2021. "
            "Rebels attacked a camp on the same day.",
        ),
        (
            "id",
            "Polisi memasuki Kobo pada Senin. Itu kali pertama sejak tentara pergi pada Juni 2021. "
            "Pemberontak menyerang kamp pada hari yang sama.",
        ),
    ],
)
def test_the_same_day_is_no_month(language: str, text: str) -> None:
    assert _seen(only(told(language, text), "event", act="attack"))[0] == "2024-03-11"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On its second day a shell hit a house in Goma.", None),
        ("The fighting in Goma is in its second day.", "2024-03-13"),
    ],
)
def test_on_its_second_day_counts_from_what_is_not_told(text: str, day: str | None) -> None:
    assert _seen(only(told("en", text), "event"))[0] == day


@pytest.mark.parametrize(
    ("language", "text", "end"),
    [
        ("en", "The war, which began in 2015, has killed 377,000 people.", None),
        ("id", "Perang yang pecah pada 2015 telah menewaskan 377.000 orang.", None),
        ("en", "The raid, which took place on Monday, killed six soldiers.", "2024-03-11"),
    ],
)
def test_a_war_goes_on_killing_from_its_beginning(language: str, text: str, end: str | None) -> None:
    date = only(told(language, text), "casualty").date
    assert date is not None
    assert date.start in ("2015-01-01", "2024-03-11")
    assert date.end == end


def test_who_is_accused_did_it_wherever_the_parser_hung_the_deed() -> None:
    for side in ("Hamas", "the rebels"):
        claims = told("en", f"The army accused {side} of shooting at a convoy.")
        assert fillers(only(claims, "event", act="attack"), "actor") == [side.removeprefix("the ")]
