"""Dates: what is found, and what it resolves to, in sentences of our own (published Wednesday 20 September 2023)."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gencatan.language
from gencatan.errors import PackError
from gencatan.reading.dates.found import DateExpression, DateLexicon, find_dates
from gencatan.reading.dates.resolve import anchored_date, resolve
from gencatan.reading.numbers.found import NumberLexicon
from tests.reading.told import only, told

PACKS = Path(gencatan.language.__file__).parent
NUMBERS = {language: NumberLexicon.load(PACKS / language / "numbers.toml") for language in ("en", "id")}
LEXICONS = {language: DateLexicon.load(PACKS / language / "dates.toml", NUMBERS[language]) for language in ("en", "id")}
PUBLISHED = dt.date(2023, 9, 20)


def found(language: str, text: str) -> list[DateExpression]:
    return find_dates(text, 0, len(text), LEXICONS[language])


def bounds(expression: DateExpression, published: dt.date | None = PUBLISHED, **how: object) -> str:
    """`start..end precision`, an open or unknown end left out."""
    when = resolve(expression, published, **how)  # type: ignore[arg-type]
    return f"{when.start or ''}..{when.end or ''} {when.precision}"


# language, sentence, text, relation, bounds: told of something past
PAST = [
    ("en", "They met on Wednesday.", "Wednesday", "at", "2023-09-20..2023-09-20 day"),
    ("en", "They met Friday night.", "Friday night", "at", "2023-09-15..2023-09-15 day"),
    ("en", "They met late Thursday.", "late Thursday", "at", "2023-09-14..2023-09-14 day"),
    ("en", "They met earlier on Monday.", "earlier on Monday", "at", "2023-09-18..2023-09-18 day"),
    ("en", "They met last Wednesday.", "last Wednesday", "at", "2023-09-13..2023-09-13 day"),
    ("en", "They met Monday last week.", "Monday last week", "at", "2023-09-11..2023-09-11 day"),
    ("en", "They met on Wednesday (20/9).", "Wednesday (20/9)", "at", "2023-09-20..2023-09-20 day"),
    ("en", "They met on Wed., Sept. 13.", "Wed., Sept. 13", "at", "2023-09-13..2023-09-13 day"),
    ("en", "They met on Monday, 4 July 2022.", "Monday, 4 July 2022", "at", "2022-07-04..2022-07-04 day"),
    ("en", "They met on July 4, 2022.", "July 4, 2022", "at", "2022-07-04..2022-07-04 day"),
    ("en", "They met on the 4th of July 2022.", "4th of July 2022", "at", "2022-07-04..2022-07-04 day"),
    ("en", "They met on 4 July.", "4 July", "at", "2023-07-04..2023-07-04 day"),
    ("en", "They met on Dec. 4.", "Dec. 4", "at", "2022-12-04..2022-12-04 day"),
    ("en", "They met on 2022-07-04.", "2022-07-04", "at", "2022-07-04..2022-07-04 day"),
    ("en", "They met on 24/7/2022.", "24/7/2022", "at", "2022-07-24..2022-07-24 day"),
    ("en", "They met on 7/24/2022.", "7/24/2022", "at", "2022-07-24..2022-07-24 day"),
    ("en", "They met on 3/4/2023.", "3/4/2023", "at", ".. day"),
    ("en", "They met on Monday (3/4/2023).", "Monday (3/4/2023)", "at", "2023-04-03..2023-04-03 day"),
    ("en", "Lima, 24 Oct 88 (Radio) --", "24 Oct 88", "at", "1988-10-24..1988-10-24 day"),
    ("en", "They met on May 5.", "May 5", "at", "2023-05-05..2023-05-05 day"),
    ("en", "They met on September 11 last year.", "September 11 last year", "at", "2022-09-11..2022-09-11 day"),
    ("en", "They met on April 3-5.", "April 3-5", "range", "2023-04-03..2023-04-05 day"),
    ("en", "They met 19–20 August.", "19–20 August", "range", "2023-08-19..2023-08-20 day"),
    ("en", "They met 3 to 5 April 2020.", "3 to 5 April 2020", "range", "2020-04-03..2020-04-05 day"),
    ("en", "They met in May.", "May", "at", "2023-05-01..2023-05-31 month"),
    ("en", "They met in November.", "November", "at", "2022-11-01..2022-11-30 month"),
    ("en", "They met in March 2020.", "March 2020", "at", "2020-03-01..2020-03-31 month"),
    ("en", "They met in Feb. 2020.", "Feb. 2020", "at", "2020-02-01..2020-02-29 month"),
    ("en", "They met in mid-August.", "mid-August", "at", "2023-08-01..2023-08-31 month"),
    ("en", "They met in August of this year.", "August of this year", "at", "2023-08-01..2023-08-31 month"),
    ("en", "They met until May 8.", "until May 8", "until", "..2023-05-08 day"),
    ("en", "It was extended until November 18.", "until November 18", "until", "..2023-11-18 day"),
    ("id", "Itu diperpanjang hingga 18 November.", "hingga 18 November", "until", "..2023-11-18 day"),
    ("en", "They met since 2020-05-01.", "since 2020-05-01", "since", "2020-05-01.. day"),
    ("en", "They met in May last year.", "May last year", "at", "2022-05-01..2022-05-31 month"),
    ("en", "They met last September.", "last September", "at", "2022-09-01..2022-09-30 month"),
    ("en", "The polls are due next January.", "next January", "at", "2024-01-01..2024-01-31 month"),
    ("en", "They met in 2020.", "2020", "at", "2020-01-01..2020-12-31 year"),
    ("en", "They met during the 2006 border war.", "2006", "at", "2006-01-01..2006-12-31 year"),
    ("en", "They met after the truce of 1994.", "1994", "at", "1994-01-01..1994-12-31 year"),
    ("en", "The 2002/2003 war.", "2002/2003", "range", "2002-01-01..2003-12-31 year"),
    ("en", "They met in the 1991 talks.", "1991", "at", "1991-01-01..1991-12-31 year"),
    ("en", "They met over the coming year.", "the coming year", "at", "2023-09-20..2024-09-20 year"),
    ("en", "They met in the past weeks.", "the past weeks", "at", ".. day"),
    ("en", "They met in the 1990s.", "1990s", "at", "1990-01-01..1999-12-31 decade"),
    ("en", "They met today.", "today", "at", "2023-09-20..2023-09-20 day"),
    ("en", "They met yesterday morning.", "yesterday morning", "at", "2023-09-19..2023-09-19 day"),
    ("en", "They met last night.", "last night", "at", "2023-09-19..2023-09-19 day"),
    ("en", "Shells fell overnight.", "overnight", "at", "2023-09-19..2023-09-20 day"),
    ("en", "They will meet tomorrow.", "tomorrow", "at", "2023-09-21..2023-09-21 day"),
    ("en", "They met this week.", "this week", "at", "2023-09-18..2023-09-24 week"),
    ("en", "They met last week.", "last week", "at", "2023-09-11..2023-09-17 week"),
    ("en", "They met over the weekend.", "the weekend", "at", "2023-09-16..2023-09-17 day"),
    ("en", "They met this month.", "this month", "at", "2023-09-01..2023-09-30 month"),
    ("en", "They met earlier this month.", "earlier this month", "at", "2023-09-01..2023-09-20 month"),
    ("en", "They met late last month.", "late last month", "at", "2023-08-01..2023-08-31 month"),
    ("en", "They met last year.", "last year", "at", "2022-01-01..2022-12-31 year"),
    ("en", "They met three days ago.", "three days ago", "at", "2023-09-17..2023-09-17 day"),
    ("en", "They met two weeks ago.", "two weeks ago", "at", "2023-09-04..2023-09-10 week"),
    ("en", "They met more than a year ago.", "more than a year ago", "at", "..2022-09-20 year"),
    ("en", "They met less than a month ago.", "less than a month ago", "at", "2023-08-20..2023-09-20 month"),
    ("en", "They met in the past four years.", "the past four years", "at", "2019-09-20..2023-09-20 year"),
    ("en", "They met over the last ten days.", "the last ten days", "at", "2023-09-10..2023-09-20 day"),
    ("en", "They met in recent weeks.", "recent weeks", "at", ".. week"),
    ("en", "They have met since 1994.", "since 1994", "since", "1994-01-01.. year"),
    ("en", "They have met since last week.", "since last week", "since", "2023-09-11.. week"),
    ("en", "They have met since early May.", "since early May", "since", "2023-05-01.. month"),
    ("en", "They met until Wednesday.", "until Wednesday", "until", "..2023-09-20 day"),
    ("en", "They go by the end of the year.", "by the end of the year", "until", "..2023-12-31 year"),
    ("en", "They met before 1 May 2022.", "before 1 May 2022", "before", "..2022-04-30 day"),
    ("en", "They met after 2020.", "after 2020", "after", "2021-01-01.. year"),
    ("en", "It came after the 1991 talks.", "1991", "at", "1991-01-01..1991-12-31 year"),
    ("en", "It came after the end of May.", "after the end of May", "after", "2023-06-01.. month"),
    ("en", "It came after Tuesday's raid.", "Tuesday", "at", "2023-09-19..2023-09-19 day"),
    ("en", "They met from Monday to Wednesday.", "from Monday to Wednesday", "range", "2023-09-18..2023-09-20 day"),
    ("en", "They met Monday through Friday.", "Monday through Friday", "range", "2023-09-11..2023-09-15 day"),
    ("en", "War raged between 1994 and 2020.", "between 1994 and 2020", "range", "1994-01-01..2020-12-31 year"),
    ("en", "From 30 December 2022 to 2 May.", "From 30 December 2022 to 2 May", "range", "2022-12-30..2023-05-02 day"),
    ("en", "The push reached its fifth day.", "fifth day", "at", "2023-09-16.. day"),
    ("en", "A two-month-old siege.", "two-month-old", "at", "2023-07-20.. month"),
    ("en", "They met on 9/11.", "9/11", "at", "2001-09-11..2001-09-11 day"),
    ("en", "They fought for three days.", "three days", "duration", ".. day"),
    ("en", "They go within three months.", "three months", "within", ".. month"),
    ("id", "Mereka bertemu Rabu.", "Rabu", "at", "2023-09-20..2023-09-20 day"),
    ("id", "Mereka bertemu hari Kamis.", "hari Kamis", "at", "2023-09-14..2023-09-14 day"),
    ("id", "Mereka bertemu Jum'at malam.", "Jum'at malam", "at", "2023-09-15..2023-09-15 day"),
    ("id", "Mereka bertemu Jumat dini hari.", "Jumat dini hari", "at", "2023-09-15..2023-09-15 day"),
    ("id", "Mereka bertemu, Selasa (19/9).", "Selasa (19/9)", "at", "2023-09-19..2023-09-19 day"),
    ("id", "Mereka bertemu hari Kamis (21/9).", "hari Kamis (21/9)", "at", "2023-09-21..2023-09-21 day"),
    ("id", "Mereka bertemu Kamis malam (14/9/2023).", "Kamis malam (14/9/2023)", "at", "2023-09-14..2023-09-14 day"),
    ("id", "Mereka bertemu Senin, 4 Juli 2022.", "Senin, 4 Juli 2022", "at", "2022-07-04..2022-07-04 day"),
    ("id", "Mereka bertemu Senin (18).", "Senin (18)", "at", "2023-09-18..2023-09-18 day"),
    ("id", "Mereka bertemu pada 4 Juli 2022.", "4 Juli 2022", "at", "2022-07-04..2022-07-04 day"),
    ("id", "Mereka bertemu pada tanggal 4 Juli.", "tanggal 4 Juli", "at", "2023-07-04..2023-07-04 day"),
    ("id", "Mereka bertemu pada 19 Desember.", "19 Desember", "at", "2022-12-19..2022-12-19 day"),
    ("id", "Mereka bertemu pada 4/7/2022.", "4/7/2022", "at", "2022-07-04..2022-07-04 day"),
    ("id", "Mereka bertemu tanggal 5 bulan ini.", "tanggal 5 bulan ini", "at", "2023-09-05..2023-09-05 day"),
    ("id", "Mereka bertemu 19–20 Agustus.", "19–20 Agustus", "range", "2023-08-19..2023-08-20 day"),
    ("id", "Mereka bertemu Senin lalu.", "Senin lalu", "at", "2023-09-18..2023-09-18 day"),
    ("id", "Mereka bertemu Rabu lalu.", "Rabu lalu", "at", "2023-09-13..2023-09-13 day"),
    ("id", "Mereka bertemu Senin pekan lalu.", "Senin pekan lalu", "at", "2023-09-11..2023-09-11 day"),
    ("id", "Mereka bertemu Minggu malam.", "Minggu malam", "at", "2023-09-17..2023-09-17 day"),
    ("id", "Mereka bertemu minggu lalu.", "minggu lalu", "at", "2023-09-11..2023-09-17 week"),
    ("id", "Minggu lalu mereka bertemu.", "Minggu lalu", "at", "2023-09-11..2023-09-17 week"),
    ("id", "Mereka bertemu hari Minggu lalu.", "hari Minggu lalu", "at", "2023-09-17..2023-09-17 day"),
    ("id", "Mereka bertemu dua minggu lalu.", "dua minggu lalu", "at", "2023-09-04..2023-09-10 week"),
    ("id", "Rapat digelar pekan depan.", "pekan depan", "at", "2023-09-25..2023-10-01 week"),
    ("id", "Mereka bertemu akhir pekan lalu.", "akhir pekan lalu", "at", "2023-09-16..2023-09-17 day"),
    ("id", "Mereka bertemu bulan lalu.", "bulan lalu", "at", "2023-08-01..2023-08-31 month"),
    ("id", "Mereka bertemu awal bulan ini.", "awal bulan ini", "at", "2023-09-01..2023-09-20 month"),
    ("id", "Mereka bertemu tahun lalu.", "tahun lalu", "at", "2022-01-01..2022-12-31 year"),
    ("id", "Aturan itu disahkan November.", "November", "at", "2022-11-01..2022-11-30 month"),
    ("id", "Mereka bertemu pada bulan Mei.", "bulan Mei", "at", "2023-05-01..2023-05-31 month"),
    ("id", "Mereka bertemu Mei tahun lalu.", "Mei tahun lalu", "at", "2022-05-01..2022-05-31 month"),
    ("id", "Mereka bertemu pada Oktober 2006.", "Oktober 2006", "at", "2006-10-01..2006-10-31 month"),
    ("id", "Mereka bertemu pada awal 2006.", "awal 2006", "at", "2006-01-01..2006-12-31 year"),
    ("id", "Mereka bertemu pada tahun 2020.", "tahun 2020", "at", "2020-01-01..2020-12-31 year"),
    ("id", "Mereka bertemu pada 2020.", "2020", "at", "2020-01-01..2020-12-31 year"),
    ("id", "Mereka ikut perang 2020.", "2020", "at", "2020-01-01..2020-12-31 year"),
    ("id", "Mereka ikut pemilihan presiden 2014.", "2014", "at", "2014-01-01..2014-12-31 year"),
    ("id", "Perang saudara 2002/2003.", "2002/2003", "range", "2002-01-01..2003-12-31 year"),
    ("id", "Mereka bertemu pada tahun 1990-an.", "tahun 1990-an", "at", "1990-01-01..1999-12-31 decade"),
    ("id", "Mereka bertemu hari ini.", "hari ini", "at", "2023-09-20..2023-09-20 day"),
    ("id", "Mereka bertemu kemarin.", "kemarin", "at", "2023-09-19..2023-09-19 day"),
    ("id", "Mereka bertemu tadi malam.", "tadi malam", "at", "2023-09-19..2023-09-19 day"),
    ("id", "Rapat digelar besok pagi.", "besok pagi", "at", "2023-09-21..2023-09-21 day"),
    ("id", "Rapat digelar lusa.", "lusa", "at", "2023-09-22..2023-09-22 day"),
    ("id", "Mereka bertemu tiga hari lalu.", "tiga hari lalu", "at", "2023-09-17..2023-09-17 day"),
    ("id", "Mereka bertemu sepekan silam.", "sepekan silam", "at", "2023-09-11..2023-09-17 week"),
    ("id", "Mereka bertemu lebih dari setahun lalu.", "lebih dari setahun lalu", "at", "..2022-09-20 year"),
    ("id", "Mereka perang dalam empat tahun terakhir.", "empat tahun terakhir", "at", "2019-09-20..2023-09-20 year"),
    ("id", "Rapat digelar dalam beberapa pekan ke depan.", "beberapa pekan ke depan", "at", ".. week"),
    ("id", "Mereka perang sejak 1994.", "sejak 1994", "since", "1994-01-01.. year"),
    ("id", "Mereka perang sejak Desember 2005.", "sejak Desember 2005", "since", "2005-12-01.. month"),
    ("id", "Mereka perang sejak empat tahun lalu.", "sejak empat tahun lalu", "since", "2019-09-20.. year"),
    ("id", "Mereka perang sejak awal tahun.", "sejak awal tahun", "since", "2023-01-01.. year"),
    ("id", "Mereka perang hingga Rabu.", "hingga Rabu", "until", "..2023-09-20 day"),
    ("id", "Mereka pergi sebelum 1 Januari 2024.", "sebelum 1 Januari 2024", "before", "..2023-12-31 day"),
    ("id", "Mereka perang dari Senin hingga Rabu.", "dari Senin hingga Rabu", "range", "2023-09-18..2023-09-20 day"),
    ("id", "Perang antara 1994 dan 2020.", "antara 1994 dan 2020", "range", "1994-01-01..2020-12-31 year"),
    ("id", "Operasi memasuki hari kelima.", "hari kelima", "at", "2023-09-16.. day"),
    ("id", "Operasi memasuki hari ke-3.", "hari ke-3", "at", "2023-09-18.. day"),
    ("id", "Mereka perang selama tiga hari.", "tiga hari", "duration", ".. day"),
    ("id", "Mereka pergi dalam waktu 30 hari.", "30 hari", "within", ".. day"),
]


@pytest.mark.parametrize(("language", "text", "said", "relation", "when"), PAST, ids=[row[1] for row in PAST])
def test_dates_of_the_past(language: str, text: str, said: str, relation: str, when: str) -> None:
    expressions = found(language, text)
    assert [(e.text, e.relation, bounds(e)) for e in expressions] == [(said, relation, when)]


# the same, told of something planned
PLANNED = [
    ("en", "They will meet on Wednesday.", "2023-09-20..2023-09-20 day"),
    ("en", "They will meet on Thursday.", "2023-09-21..2023-09-21 day"),
    ("en", "They will meet on Tuesday.", "2023-09-26..2023-09-26 day"),
    ("en", "They will meet next Wednesday.", "2023-09-27..2023-09-27 day"),
    ("en", "They have until April 8.", "..2024-04-08 day"),
    ("en", "They will meet in May.", "2024-05-01..2024-05-31 month"),
    ("en", "They will meet in September.", "2023-09-01..2023-09-30 month"),
    ("en", "They will meet this weekend.", "2023-09-23..2023-09-24 day"),
    ("en", "They will meet from Monday to Wednesday.", "2023-09-25..2023-09-27 day"),
    ("en", "They will go in the next two weeks.", "2023-09-20..2023-10-04 week"),
    ("en", "They will go before the end of the month.", "..2023-09-30 month"),
    ("en", "They will go later this week.", "2023-09-20..2023-09-24 week"),
    ("id", "Mereka akan bertemu hari Kamis.", "2023-09-21..2023-09-21 day"),
    ("id", "Mereka akan bertemu Rabu.", "2023-09-20..2023-09-20 day"),
    ("id", "Mereka akan bertemu Rabu depan.", "2023-09-27..2023-09-27 day"),
    ("id", "Mereka akan bertemu Kamis (21/9).", "2023-09-21..2023-09-21 day"),
    ("id", "Mereka akan bertemu 1 April.", "2024-04-01..2024-04-01 day"),
    ("id", "Mereka akan bertemu Januari mendatang.", "2024-01-01..2024-01-31 month"),
    ("id", "Mereka akan pergi paling lambat Jumat.", "..2023-09-22 day"),
    ("id", "Mereka akan pergi tiga hari lagi.", "2023-09-20..2023-09-23 day"),
    ("id", "Mereka akan pergi hingga akhir tahun.", "..2023-12-31 year"),
]


@pytest.mark.parametrize(("language", "text", "when"), PLANNED, ids=[row[1] for row in PLANNED])
def test_dates_of_what_is_planned(language: str, text: str, when: str) -> None:
    assert [bounds(e, future=True) for e in found(language, text)] == [when]


NO_DATES = [
    ("en", "They may march in line."),
    ("en", "In 2020 soldiers were counted."),
    ("en", "A 14-year-old boy left."),
    ("en", "The Good Friday Agreement holds."),
    ("en", "The post fell at 1300 GMT."),
    ("en", "They hold Resolution 1721."),
    ("en", "They walked 12 kilometres."),
    ("en", "Some 2,020 fighters left."),
    ("en", "They hold Resolution 1973."),
    ("en", "It drew about 1950 villagers."),
    ("en", "They paid $1995."),
    ("en", "One day it will end."),
    ("id", "Pada 2020 orang terjadi hal yang sama."),
    ("id", "Seorang anak berusia 14 tahun pergi."),
    ("id", "Pos itu jatuh pukul 13.00 WIB."),
    ("id", "Mereka memegang Resolusi 1721."),
    ("id", "Mereka berjalan 12 kilometer."),
    ("id", "Mereka merayakan Tahun Baru."),
]


@pytest.mark.parametrize(("language", "text"), NO_DATES, ids=[text for _, text in NO_DATES])
def test_what_is_no_date_is_left_alone(language: str, text: str) -> None:
    assert [e.text for e in found(language, text)] == []


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "They met on Friday.", ".. day"),
        ("en", "They met yesterday.", ".. day"),
        ("en", "They met on 20 September.", ".. day"),
        ("en", "They met in May.", ".. month"),
        ("en", "They met in the past four years.", ".. year"),
        ("en", "They met on 20 May 2021.", "2021-05-20..2021-05-20 day"),
        ("en", "They met since 1994.", "1994-01-01.. year"),
        ("id", "Mereka bertemu Rabu (20/9).", ".. day"),
        ("id", "Mereka bertemu pada 2020.", "2020-01-01..2020-12-31 year"),
        ("id", "Mereka perang hingga bulan lalu.", ".. month"),
    ],
)
def test_without_a_publication_date_only_full_dates_resolve(language: str, text: str, when: str) -> None:
    assert [bounds(e, None) for e in found(language, text)] == [when]


@pytest.mark.parametrize(
    ("language", "text", "said", "days"),
    [
        ("id", "Rapat, Rabu (20/9), sehari setelah operasi dimulai.", "sehari setelah", 1),
        ("id", "Rapat itu digelar dua hari sebelumnya.", "dua hari sebelumnya", -2),
        ("id", "Keesokan harinya mereka pergi.", "Keesokan harinya", 1),
        ("en", "The pact came a day after the raid.", "a day after", 1),
        ("en", "The pact came two weeks before the raid.", "two weeks before", -14),
        ("en", "The day before, they had left.", "The day before", -1),
        ("en", "They left three months later.", "three months later", None),
        ("en", "They left more than a week after the raid.", "more than a week after", None),
    ],
)
def test_a_date_that_hangs_on_another_event(language: str, text: str, said: str, days: int | None) -> None:
    expression = found(language, text)[-1]
    assert (expression.text, expression.relation, expression.offset_days) == (said, "anchored", days)
    assert bounds(expression).startswith("..")
    main = dt.date(2023, 9, 20)
    other = anchored_date(expression, main)
    assert other == (None if days is None else main - dt.timedelta(days))
    if other is not None:
        assert bounds(expression, anchor=other).startswith(f"{main}..{main}")


def test_what_needs_more_than_the_publication_date() -> None:
    (within,) = found("en", "They go within three months.")
    assert bounds(within, anchor=dt.date(2023, 11, 30)) == "..2024-02-29 month"
    (lasted,) = found("id", "Mereka perang selama 35 tahun.")
    assert bounds(lasted, ongoing=True) == "1988-09-20..2023-09-20 year"
    (fifth,) = found("en", "It reached its fifth day.")
    assert bounds(fifth, anchor=dt.date(2023, 9, 16)) == "2023-09-12.. day"


def test_a_day_near_the_turn_of_the_year() -> None:
    (expression,) = found("id", "Mereka bertemu Sabtu (30/12).")
    assert bounds(expression, dt.date(2024, 1, 2)) == "2023-12-30..2023-12-30 day"
    (expression,) = found("en", "They met on 29 February.")
    assert bounds(expression) == "2020-02-29..2020-02-29 day"


def test_needs_tense() -> None:
    texts = ["Friday", "4 May", "in May", "this weekend"], ["last Friday", "4 May 2020", "yesterday", "in 2020"]
    assert [[e.needs_tense for t in row for e in found("en", t)] for row in texts] == [[True] * 4, [False] * 4]


def test_several_dates_in_one_sentence() -> None:
    text = "Awal.\nSelasa (19/9) mereka pergi; hari Kamis mereka kembali sejak 2020."
    expressions = find_dates(text, 6, len(text), LEXICONS["id"])
    assert [e.text for e in expressions] == ["Selasa (19/9)", "hari Kamis", "sejak 2020"]
    assert all(text[e.start : e.end] == e.text for e in expressions)


_PIECES = st.sampled_from(
    [
        *"0123456789-–/.,:()' \nşİ٣",
        *("May ", "Monday ", "since ", "last ", "the ", "past ", "years ", "ago ", "9999 ", "31 February ", "decades "),
        *(
            "Rabu ",
            "(20/9) ",
            "Minggu ",
            "lalu ",
            "tahun ",
            "sejak ",
            "dua ",
            "juta ",
            "setelah ",
            "1990-an ",
            "hingga ",
        ),
        *("29 Februari ", "dekade ", "fifth ", "day ", "its ", "years-old "),
    ]
)


@settings(max_examples=300, deadline=None)
@given(parts=st.lists(_PIECES, max_size=30), low=st.integers(0, 20), language=st.sampled_from(["en", "id"]))
def test_any_text_is_read_with_right_offsets(parts: list[str], low: int, language: str) -> None:
    text = "".join(parts)
    floor = low
    for e in find_dates(text, low, len(text), LEXICONS[language]):
        assert floor <= e.start < e.end <= len(text)
        assert text[e.start : e.end] == e.text
        floor = e.end


@settings(max_examples=200, deadline=None)
@given(
    parts=st.lists(_PIECES, max_size=20),
    published=st.none() | st.dates(),
    anchor=st.none() | st.dates(),
    future=st.booleans(),
    ongoing=st.booleans(),
    language=st.sampled_from(["en", "id"]),
)
def test_any_date_resolves_without_error(
    parts: list[str],
    published: dt.date | None,
    anchor: dt.date | None,
    future: bool,
    ongoing: bool,
    language: str,
) -> None:
    for e in found(language, "".join(parts)):
        when = resolve(e, published, future=future, anchor=anchor, ongoing=ongoing)
        assert when.span.text == e.text
        assert when.precision in {"day", "week", "month", "year", "decade"}
        assert when.start is None or when.end is None or when.start <= when.end
        if anchor is not None:
            anchored_date(e, anchor)


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=80), language=st.sampled_from(["en", "id"]))
def test_no_text_raises(text: str, language: str) -> None:
    found(language, text)


@settings(max_examples=200, deadline=None)
@given(published=st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)), number=st.integers(0, 6))
def test_weekdays_by_the_contract(published: dt.date, number: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][number]
    (expression,) = found("en", f"on {name}")
    past, next_ = (dt.date.fromisoformat(resolve(expression, published, future=f).start or "") for f in (False, True))
    assert past.weekday() == next_.weekday() == number
    assert dt.timedelta(0) <= published - past < dt.timedelta(7)
    assert dt.timedelta(0) <= next_ - published < dt.timedelta(7)


@pytest.mark.parametrize("piece", ["May ", "two ", "20 ", "since ", "hundred ", "(20/9) ", "the past ", "9.", "a "])
def test_long_hostile_text_costs_linear_time(piece: str) -> None:
    text = piece * 20_000
    assert all(text[e.start : e.end] == e.text for e in found("en", text))


_FORM = {"shape": "calendar"}


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("pattern", [{"shape": "square", "forms": ["{day}"]}], r"pattern\[0\]\.shape"),
        ("pattern", [_FORM | {"forms": ["{nothing} {day}"]}], r"pattern\[0\]\.forms"),
        ("pattern", [_FORM | {"forms": ["[ {day}"]}], r"pattern\[0\]\.forms"),
        ("pattern", [_FORM | {"forms": ["{day} ]"]}], r"pattern\[0\]\.forms"),
        ("pattern", [_FORM | {"forms": ["@nothing"]}], r"pattern\[0\]\.forms"),
        ("pattern", [_FORM | {"forms": ["{word} {day}"]}], r"pattern\[0\]\.forms"),
        ("pattern", [_FORM | {"forms": ["< {day}"]}], r"pattern\[0\]\.forms"),
        ("pattern", [_FORM | {"forms": ["{day}?"]}], r"pattern\[0\]\.forms"),
        (
            "pattern",
            [_FORM | {"forms": [" ".join(f"{chr(97 + n)}?" for n in range(20)) + " {day}"]}],
            r"pattern\[0\]\.forms",
        ),
        ("pattern", [_FORM | {"form": ["{day}"]}], r"pattern\[0\]\.form"),
        ("macros", {"loop": "@loop"}, "pattern"),
        ("classes", {"weekday": {"8": ["eighthday"]}}, r"classes\.weekday\.8"),
        ("classes", {"offset": {"tomorrow": ["tomorrow"]}}, r"classes\.offset\.tomorrow"),
        ("classes", {"named": {"2001-13-01": ["then"]}}, r"classes\.named\.2001-13-01"),
        ("classes", {"year": ["year"]}, r"classes\.year"),
        ("relations", {"during": ["during"]}, r"relations\.during"),
        ("month_first_too", 1, "month_first_too"),
        ("colours", {}, "colours"),
    ],
)
def test_a_broken_pack_is_named(key: str, value: object, said: str) -> None:
    data = tomllib.loads((PACKS / "en" / "dates.toml").read_text(encoding="utf-8"))
    if key == "macros":
        data["pattern"] = [_FORM | {"forms": ["@loop"]}]
    with pytest.raises(PackError, match=rf"^somewhere\.toml: {said}"):
        DateLexicon(data | {key: value}, NUMBERS["en"], "somewhere.toml")


def _dated(language: str, text: str, kind: str) -> tuple[str | None, str | None] | None:
    date = only(told(language, text), kind).date
    return (date.start, date.end) if date else None


@pytest.mark.parametrize(
    ("language", "text", "kind", "dated"),
    [
        # the day of the telling is not that of the act
        ("en", "Officials said on Sunday that the army had shelled two villages.", "event", None),
        (
            "en",
            "The rebels have freed 12 soldiers, a spokesman for the group said on Wednesday, a step under the peace"
            " deal signed in Norway.",
            "agreement",
            None,
        ),
        # "from" before a possessive belongs to the noun behind
        (
            "en",
            "Hospital officials put the toll from Saturday's shootings at 16.",
            "casualty",
            ("2024-03-09", "2024-03-09"),
        ),
        ("en", "France sent 350 soldiers to the town at the weekend.", "deployment", ("2024-03-09", "2024-03-10")),
        # a clause after "since" opens a time that lasts
        (
            "en",
            "At least 200 people have been killed since the war broke out in April 2019.",
            "casualty",
            ("2019-04-01", None),
        ),
        (
            "id",
            "Puluhan ribu orang tewas sejak perang pecah pada November 2020.",
            "casualty",
            ("2020-11-01", None),
        ),
        # from the beginning to the end of what is told so
        (
            "id",
            "Senjata harus diserahkan oleh GAM mulai 15 September sampai 31 Desember.",
            "obligation",
            ("2024-09-15", "2024-12-31"),
        ),
        # a term counts from the agreement
        (
            "en",
            "The two sides signed a ceasefire on Monday. Israel must withdraw its troops within 60 days.",
            "obligation",
            (None, "2024-05-10"),
        ),
        (
            "id",
            "Kedua pihak menandatangani gencatan senjata pada Senin. Pasukan harus mundur dalam waktu 30 hari.",
            "obligation",
            (None, "2024-04-10"),
        ),
        ("en", "Those behind last week's attack are at large.", "event", ("2024-03-04", "2024-03-10")),
        ("en", "A bomb exploded in Goma on Monday. Five people died in the blast.", "casualty", ("2024-03-11",) * 2),
    ],
)
def test_which_date_a_claim_gets(
    language: str, text: str, kind: str, dated: tuple[str | None, str | None] | None
) -> None:
    assert _dated(language, text, kind) == dated


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        (
            "en",
            "The army bombed the port on 2 March. On the same day, rebels fired rockets at the barracks.",
            ("2024-03-02", "2024-03-02"),
        ),
        (
            "en",
            "The two sides signed a truce in May 2021. The army shelled the village later that same month.",
            ("2021-05-01", "2021-05-31"),
        ),
        (
            "id",
            "Tentara membom pelabuhan pada 2 Maret. Pada hari yang sama, pemberontak menembakkan roket ke barak.",
            ("2024-03-02", "2024-03-02"),
        ),
        (
            "id",
            "Kedua pihak meneken gencatan senjata pada Mei 2021. Tentara menyerang desa itu pada bulan yang sama.",
            ("2021-05-01", "2021-05-31"),
        ),
        (
            "en",
            "The army bombed the port on 2 March. Peacekeepers have been there since November 2020. A truce was "
            "signed in the same month.",
            ("2020-11-01", "2020-11-30"),
        ),
        (
            "id",
            "Penjaga perdamaian bertugas di sana sejak November 2020. Gencatan senjata diteken pada bulan yang sama.",
            ("2020-11-01", "2020-11-30"),
        ),
        (
            "en",
            "Peacekeepers have been deployed since November 2020. The army shelled the village the same day.",
            (None, None),
        ),
        ("en", "Rebels fired rockets at the barracks that day.", (None, None)),
        (
            "en",
            "The two sides signed a truce in May 2021. The army shelled the village the same day.",
            (None, None),
        ),
    ],
)
def test_the_same_day_or_month_is_the_one_told_before(
    language: str, text: str, when: tuple[str | None, str | None]
) -> None:
    date = told(language, text)[-1].date
    assert date is not None
    assert (date.start, date.end) == when


def test_the_same_day_told_of_again_and_again_is_soon_found() -> None:
    """Each asks for the one before, which once took twice as long for each more of them."""
    on = [f"On the same day, rebels fired rockets at the barracks and {n} shells at the port." for n in range(2, 62)]
    found = told("en", " ".join(["The army bombed the port on 2 March.", *on]))
    assert sum(len(claim.evidence) for claim in found) > 60
    assert {claim.date.start for claim in found if claim.date is not None} == {"2024-03-02"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The signing of the peace accord was to take place on March 20 in Oslo."),
        ("en", "The signing of the truce set for 20 March was postponed."),
        ("id", "Penandatanganan perjanjian damai itu dijadwalkan berlangsung 20 Maret."),
        ("id", "Kedua pihak rencananya bertemu pada 20 Maret."),
    ],
)
def test_what_was_still_to_come_lies_ahead(language: str, text: str) -> None:
    (claim,) = told(language, text)
    assert claim.status == "planned"
    assert claim.date is not None
    assert claim.date.start == "2024-03-20"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The two sides were due to meet on 10 March.", "2024-03-10"),  # told four days after it
        ("The two sides were due to meet on 10 June.", "2024-06-10"),
        ("The two sides met on 20 June.", "2023-06-20"),
    ],
)
def test_a_day_without_a_year_lies_no_year_away_where_the_same_day_is_near(text: str, day: str) -> None:
    (claim,) = told("en", text)
    assert claim.date is not None
    assert claim.date.start == day


def test_nobody_must_make_a_truce_take_effect() -> None:
    claims = told("id", "Gencatan senjata itu dijadwalkan berlaku pada 20 Maret.")
    assert [(c.kind, c.status) for c in claims] == [("agreement", "planned")]


@pytest.mark.parametrize(
    ("language", "text", "kind", "day"),
    [
        ("en", "The council on Tuesday condemned the attack on the market in Goma.", "event", None),
        ("en", "The council condemned the attack on the market in Goma on Tuesday.", "event", "2024-03-12"),
        ("en", "The mission on Tuesday praised the release of 40 prisoners.", "event", None),
        ("id", "Menteri pada Selasa mengutuk pembunuhan dua guru di Goma.", "casualty", None),
        ("en", "In October 2020 more than 300 men were killed in Goma.", "casualty", "2020-10-01"),
        ("en", "In October 2020 at least 300 men were killed in Goma.", "casualty", "2020-10-01"),
    ],
)
def test_the_day_of_the_words_is_not_that_of_the_act(language: str, text: str, kind: str, day: str | None) -> None:
    claim = next(c for c in told(language, text) if c.kind == kind)
    assert (claim.date.start if claim.date else None) == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Internet was cut off since Tuesday after rebels attacked a telephone exchange in Goma."),
        ("id", "Sambungan telepon terputus sejak Selasa setelah serangan menghantam menara di Goma."),
    ],
)
def test_what_a_state_follows_upon_does_not_last_itself(language: str, text: str) -> None:
    days = {c.slots["act"]: (c.date.start, c.date.end) for c in told(language, text) if c.kind == "event" and c.date}
    assert days["closure"] == ("2024-03-12", None)
    assert days["attack"] == ("2024-03-12", "2024-03-12")


@pytest.mark.parametrize(
    ("language", "text", "kind", "start", "end"),
    [
        ("en", "Hotels were full before 22 April, the day when gunmen killed 26 people.", "casualty", "04-22", "04-22"),
        ("en", "The fighting is the worst since 10 May, when jets bombed a hillside.", "event", "05-10", "05-10"),
        (
            "id",
            "Penginapan penuh sebelum 22 April, hari ketika 26 orang dibunuh di Medan.",
            "casualty",
            "04-22",
            "04-22",
        ),
        ("id", "Jumlahnya naik sejak 12 Mei, saat tentara menembak tiga warga.", "event", "05-12", "05-12"),
    ],
)
def test_what_a_clause_behind_a_date_tells_was_at_that_time(
    language: str, text: str, kind: str, start: str, end: str
) -> None:
    claims = told(language, text, "2023-06-01")
    dates = {(c.date.start, c.date.end) for c in claims if c.kind == kind and c.date and c.slots.get("act") != "clash"}
    assert dates == {(f"2023-{start}", f"2023-{end}")}


def test_what_lasts_since_a_date_still_does() -> None:
    text = "The army has shelled the town since Friday."
    (claim,) = told("en", text, "2023-06-01")
    assert claim.date is not None
    assert (claim.date.start, claim.date.end) == ("2023-05-26", None)


@pytest.mark.parametrize(
    "text", ["Perang 36-tahun di Guatemala menewaskan ribuan orang.", "Empat orang tewas selama dua hari pertempuran."]
)
def test_a_length_of_time_is_no_date(text: str) -> None:
    assert all(c.date is None for c in told("id", text))


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Forty-three people were killed in the five-day clash.", None),
        ("id", "Perang selama lima hari itu menewaskan 43 orang.", None),
        ("en", "At least 43 people died in five days of fighting in March.", ("2024-03-01", "2024-03-31")),
        ("en", "Fighting has raged in the city for five days.", ("2024-03-09", "2024-03-14")),
        ("id", "Pertempuran berlangsung selama lima hari di kota itu.", ("2024-03-09", "2024-03-14")),
    ],
)
def test_a_stretch_known_by_its_length_does_not_run_up_to_the_report(
    language: str, text: str, days: tuple[str, str] | None
) -> None:
    found = {
        (c.date.start, c.date.end) if c.date else None for c in told(language, text) if c.kind in ("event", "casualty")
    }
    assert found == {days}


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        (
            "en",
            "On Monday two people died in Goma, and on Friday six more were killed in Bukavu.",
            ["2024-03-11", "2024-03-08"],
        ),
        (
            "id",
            "Dua orang tewas di Goma pada Senin, dan pada Jumat enam orang lagi tewas di Bukavu.",
            ["2024-03-11", "2024-03-08"],
        ),
        (
            "id",
            "Pada Senin dua orang tewas di Goma, dan pada Jumat enam orang lagi tewas di Bukavu.",
            ["2024-03-11", "2024-03-08"],
        ),
        ("en", "Six people were killed on Monday and on Friday in Bukavu.", ["2024-03-11"]),
    ],
)
def test_a_day_behind_and_is_of_the_clause_that_it_opens(language: str, text: str, days: list[str]) -> None:
    found = [claim.date.start for claim in told(language, text) if claim.kind == "casualty" and claim.date is not None]
    assert found == days


COUNTED_BACK = [
    (
        "en",
        "Soldiers bombed a camp in Goma on Feb. 14, 2019. Rebels answered twelve days later, killing nine.",
        "2019-02-26",
    ),
    ("id", "Tentara menembaki kamp di Goma pada Kamis (14/3). Dua hari sebelumnya, tiga warga tewas.", "2024-03-12"),
    ("id", "Tentara menembaki kamp di Goma pada Senin (11/3). Sehari kemudian tiga warga tewas.", "2024-03-12"),
    ("id", "Tentara menembaki kamp di Goma pada Senin (11/3). Esok paginya tiga warga tewas.", "2024-03-12"),
    (  # the sentence's own day goes before the act told last
        "en",
        "Jets bombed a camp in Goma on 8 March. On 4 March the president announced a truce, but nobody kept it; "
        "two days later a rocket killed a villager.",
        "2024-03-06",
    ),
    (  # of two days in one sentence the later one is where the story stands
        "en",
        "On 10 March the army seized the town whose mayor had signed an accord on 2 March. A villager was shot dead "
        "two days later.",
        "2024-03-12",
    ),
    (
        "id",
        "Jet tempur membom kamp di Goma pada Senin (11/3). Serangan dilancarkan setelah pemberontak menembakkan "
        "mortir, serangan pertama mereka sejak 2 Maret. Pada hari yang sama tiga warga tewas.",
        "2024-03-11",
    ),
]


@pytest.mark.parametrize(("language", "text", "day"), COUNTED_BACK)
def test_days_later_count_from_the_act_told_before(language: str, text: str, day: str) -> None:
    claim = only(told(language, text), "casualty")
    assert claim.date is not None
    assert (claim.date.start, claim.date.end) == (day, day)


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("en", "Attacks in the past 24 hours have killed ten villagers.", "2024-03-13"),
        ("id", "Serangan dalam 48 jam terakhir menewaskan sepuluh warga.", "2024-03-12"),
        ("id", "Serangan dalam dua hari terakhir menewaskan sepuluh warga.", "2024-03-12"),
    ],
)
def test_the_past_hours_reach_back_so_many_days(language: str, text: str, start: str) -> None:
    found = only(told(language, text), "casualty")
    assert found.date is not None
    assert (str(found.date.start), str(found.date.end)) == (start, "2024-03-14")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ceasefire runs until Friday."),
        ("en", "The ceasefire runs until midnight on Friday."),
        ("id", "Gencatan senjata itu berlaku hingga tengah malam Jumat."),
    ],
)
def test_a_truce_that_holds_until_a_weekday_holds_until_the_next(language: str, text: str) -> None:
    claim = only(told(language, text), "agreement", stage="in_effect")
    assert claim.date is not None
    assert (claim.date.start, claim.date.end) == (None, "2024-03-15")


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "The two sides extended their ceasefire for six months on Monday.", "2024-03-11"),
        ("en", "The ceasefire was extended for another 48 hours on Wednesday.", "2024-03-13"),
        ("id", "Kedua pihak memperpanjang gencatan senjata selama 48 jam pada Senin.", "2024-03-11"),
    ],
)
def test_a_day_behind_a_length_is_that_of_the_step(language: str, text: str, day: str) -> None:
    claim = only(told(language, text), "agreement", stage="extended")
    assert claim.date is not None
    assert claim.date.start == day


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Under the pact the rebels will disband their forces, and the government must set up a council by 2026.",
        ),
        (
            "id",
            "Berdasarkan pakta itu pemberontak akan membubarkan pasukannya, sedangkan pemerintah harus membentuk dewan "
            "paling lambat 2026.",
        ),
    ],
)
def test_a_term_is_of_the_clause_it_stands_in(language: str, text: str) -> None:
    duties = {str(c.slots["action"]): c.date and c.date.end for c in told(language, text) if c.kind == "obligation"}
    assert duties == {"demobilise": None, "other": "2026-12-31"}
