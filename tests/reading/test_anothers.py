"""Dates, places and sources that are another act's: what language does not license is left open."""

from __future__ import annotations

import pytest

from gencatan import Claim
from tests.reading.told import actors, fillers, only, sources, told


def _day(claim: Claim) -> str | None:
    return claim.date.start if claim.date else None


def _place(claim: Claim) -> str | None:
    return claim.place.span.text if claim.place else None


@pytest.mark.parametrize(
    ("language", "text", "kind", "value", "day"),
    [
        ("en", "Two engineers seized by rebels near Zamora were freed on Monday.", "event", "abduction", None),
        ("en", "Two engineers seized by rebels near Zamora were freed on Monday.", "event", "release", "2024-03-11"),
        ("id", "Dua insinyur yang disandera pemberontak dibebaskan hari Senin.", "event", "abduction", None),
        ("en", "Police on Monday found the bodies of nine men who had been shot by raiders.", "event", "attack", None),
        ("id", "Warga pada Senin menemukan mayat sembilan gembala yang ditembak perampok.", "event", "attack", None),
        ("en", "The priest was abducted by militants and released two days later.", "event", "abduction", None),
        ("id", "Pastor itu diculik kelompok militan dan dibebaskan dua hari kemudian.", "event", "abduction", None),
        ("en", "The detention of the editor led to a protest the same day.", "event", "arrest", None),
        ("id", "Penangkapan redaktur itu memicu unjuk rasa pada hari yang sama.", "event", "arrest", None),
        ("en", "The suspect was detained in Madrid after the March 11, 2004 bombings.", "event", "arrest", None),
        ("en", "Police held three men in connection with a bombing in Tunis in March.", "event", "arrest", None),
        ("id", "Polisi menangkap tiga orang sehubungan dengan pemboman di Tunis pada Mei.", "event", "arrest", None),
        ("en", "It was the army's first raid on the island since 2006.", "event", "attack", None),
        (
            "en",
            "The army staged its first raid there since 2006 with tanks on Monday.",
            "event",
            "attack",
            "2024-03-11",
        ),
        ("id", "Itu serangan pertama di pulau itu sejak 2006.", "event", "attack", None),
        ("en", "The mayor opened a clinic on Monday, keeping a vow made after a riot.", "event", "protest", None),
        ("en", "A bus was attacked on Monday, hours after a bomb killed two guards.", "event", "attack", "2024-03-11"),
        ("en", "A week after the coup, soldiers shot at a crowd on Monday.", "event", "attack", "2024-03-11"),
        ("id", "Seminggu setelah kudeta, tentara menembaki massa pada Senin.", "event", "attack", "2024-03-11"),
        ("en", "Talks on Monday took place before a summit of kings in Riyadh.", "meeting", "summit", None),
        ("id", "Pembicaraan hari Senin berlangsung sebelum pertemuan puncak di Riyadh.", "meeting", "summit", None),
    ],
)
def test_a_day_is_that_of_the_act_it_is_told_with(language: str, text: str, kind: str, value: str, day: str) -> None:
    key = {"event": "act", "meeting": "format"}[kind]
    assert _day(only(told(language, text), kind, **{key: value})) == day


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Police on Monday found the bodies of nine herders.", [None]),
        ("id", "Polisi hari Senin menemukan mayat sembilan gembala.", [None]),
        ("en", "The bodies of nine herders killed on Monday were found.", ["2024-03-11"]),
        ("en", "Hours after a car bomb killed nine people, gunmen attacked a post on Monday.", [None]),
        ("id", "Beberapa jam setelah bom menewaskan sembilan orang, gerilyawan menyerang pos pada Senin.", [None]),
        ("en", "A day after a bomb killed nine people, gunmen attacked a post on Monday.", ["2024-03-10"]),
        ("id", "Selama dua tahun sejak perang meletus pada 4 April 2022, ribuan orang tewas.", ["2022-04-04"]),
        ("id", "Sebagian disekap selama berbulan-bulan dan seorang tewas.", [None]),
    ],
)
def test_the_day_of_the_dead(language: str, text: str, days: list[str | None]) -> None:
    assert [_day(c) for c in told(language, text) if c.slots.get("harm") == "killed"] == days


@pytest.mark.parametrize(
    ("language", "text", "kind", "value", "place"),
    [
        ("en", "In Brussels, the union condemned the bombing.", "event", "explosion", None),
        ("en", "The union condemned the bombing in Homs.", "event", "explosion", "Homs"),
        ("id", "Di Jenewa, kepala Palang Merah mengutuk serangan terhadap rumah sakit.", "event", "attack", None),
        ("en", "Thousands rallied in Lagos against the shelling of a camp.", "event", "shelling", None),
        ("en", "Thousands rallied in Lagos against the shelling of a camp.", "event", "protest", "Lagos"),
        ("en", "Students marched in Colombo in protest at the killing of a teacher.", "event", "attack", None),
        ("id", "Mahasiswa berpawai di Kolombo memprotes pembunuhan seorang guru.", "event", "attack", None),
        ("en", "Talks took place before a summit of kings in Riyadh.", "meeting", "talks", None),
        ("id", "Pembicaraan berlangsung sebelum pertemuan puncak para raja di Riyadh.", "meeting", "talks", None),
        ("en", "Rebels attacked posts in Kidal and Gao on Sunday.", "event", "attack", "Kidal and Gao"),
        ("id", "Pemberontak menyerang pos di Kidal dan Gao pada Minggu.", "event", "attack", "Kidal dan Gao"),
        ("en", "A mine went off in the village of Kalbera near Jalalabad.", "event", "explosion", "village of Kalbera"),
        ("en", "The bombing came a day after gunmen killed six people in Quetta.", "event", "explosion", None),
        (
            "id",
            "Pemboman terjadi sehari setelah tentara menewaskan enam orang di Quetta.",
            "event",
            "explosion",
            None,
        ),
        ("en", "A day before talks in Geneva, jets bombed Aleppo.", "event", "air_strike", "Aleppo"),
        ("en", "Three soldiers wounded in a raid on Monday died in hospital on Tuesday.", "event", "attack", None),
        ("id", "Pasukan di lapangan menembaki dua desa.", "event", "attack", None),
        ("en", "Two engineers seized by rebels near Zamora were freed on Monday.", "event", "release", None),
        ("en", "Two engineers seized by rebels near Zamora were freed on Monday.", "event", "abduction", "Zamora"),
        ("en", "A man who attacked a church in Nice was arrested in Lyon on Monday.", "event", "arrest", "Lyon"),
        ("en", "Nine protesters gathered in Amman were arrested on Friday.", "event", "arrest", "Amman"),
        ("id", "Dua insinyur yang disandera pemberontak di Zamora dibebaskan hari Senin.", "event", "release", None),
        ("en", "He was detained in Kenya after the May 5, 2003 attacks.", "event", "attack", None),
        ("en", "He was detained in Kenya after the May 5, 2003 attacks.", "event", "arrest", "Kenya"),
        ("en", "They have lived abroad in Oman since the coup in which troops raided Homs.", "event", "attack", "Homs"),
        ("en", "They have lived in Oman since an invasion toppled the regime.", "event", "operation", None),
        ("id", "Mereka tinggal di Oman sejak tentara menembaki demonstran.", "event", "attack", None),
    ],
)
def test_a_place_is_that_of_the_act_it_is_told_with(
    language: str, text: str, kind: str, value: str, place: str | None
) -> None:
    key = {"event": "act", "meeting": "format"}[kind]
    assert _place(only(told(language, text), kind, **{key: value})) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bomb went off in Kano, killing 12 people, including three in the village of Dawakin.", "Kano"),
        ("The clash in Homs came after six farmers were killed.", None),
        ("Six farmers were killed in Homs after a clash.", "Homs"),
        ("Twelve people were killed in several towns, including Kano.", "several towns"),
    ],
)
def test_the_place_of_a_toll_is_that_of_all_and_not_of_some(text: str, place: str | None) -> None:
    assert [_place(c) for c in told("en", text) if c.slots.get("harm") == "killed"] == [place]


def test_a_person_owns_no_place_of_that_name() -> None:
    talks = only(told("en", "Rice will meet opposition leader Kevin Dudd at Dudd's request."), "meeting")
    assert (talks.place, fillers(talks, "participants")[-1]) == (None, "opposition leader Kevin Dudd")


@pytest.mark.parametrize(
    ("text", "country"), [("Ten died in clashes in Homs and Aleppo", "SYR"), ("Bombs went off in Chad and Niger", None)]
)
def test_what_was_in_two_places_has_only_the_country_of_both(text: str, country: str | None) -> None:
    for claim in told("en", text):
        assert claim.place is not None
        assert (claim.place.country, claim.place.name, claim.place.geoname_id) == (country, None, None)


def test_the_coast_of_a_land_is_in_that_land() -> None:
    claim = told("en", "A bomb killed six people on Ecuador's Pacific coast.")[0]
    assert claim.place is not None
    assert (claim.place.name, claim.place.country) == ("Ecuador", "ECU")


@pytest.mark.parametrize(
    ("language", "text", "kind", "by"),
    [
        ("en", "Rebels shot down a plane, killing four, reports from Sudan said.", "casualty", ["reports"]),
        ("en", "Rebels shot down a plane, killing four, a statement from Sudan said.", "casualty", ["Sudan"]),
        ("id", "Pemberontak menewaskan empat orang, menurut laporan dari Sudan.", "casualty", ["laporan dari Sudan"]),
        ("en", "We are ready, said the mayor, replying to criticism from the opposition.", "statement", []),
        ("id", "Kami siap, kata wali kota itu menjawab kecaman oposisi.", "statement", []),
        ("en", "The envoy survived when, according to police, bandits attacked his car.", "event", ["police"]),
        ("en", "Protesters urged the officials who took part in the talks to resign.", "meeting", []),
        ("id", "Pengunjuk rasa mendesak pejabat yang mengikuti perundingan agar mundur.", "meeting", []),
        ("en", "Officials were trying to verify reports of the kidnapping of a nurse.", "event", []),
        ("en", "Officials verified reports of the kidnapping of a nurse.", "event", ["Officials"]),
        ("id", "Pejabat masih berusaha memastikan laporan mengenai penculikan perawat.", "event", []),
    ],
)
def test_who_answers_or_only_checks_is_no_source(language: str, text: str, kind: str, by: list[str]) -> None:
    found = [c for c in told(language, text) if c.kind == kind and c.slots.get("act") not in ("appeal", "promise")]
    assert found
    assert all(sources(c) == by for c in found)


@pytest.mark.parametrize(
    ("language", "text", "act", "slot", "who"),
    [
        ("id", "Pasukan koalisi menahan tujuh orang di Anbar, Irak.", "arrest", "actor", None),
        ("en", "Border guards caught thirty migrants who had come from Albania.", "arrest", "actor", None),
        ("id", "Polisi perbatasan menangkap tiga puluh migran yang datang dari Albania.", "arrest", "actor", None),
        ("id", "Pendukung rezim lama menyerang suku yang didukung Iran.", "attack", "actor", None),
        ("en", "Anna Petrova's father was arrested in 1951.", "arrest", "target", None),
        ("en", "Anna Petrova was arrested in 1951.", "arrest", "target", "anna-petrova"),
    ],
)
def test_whose_they_are_nothing_tells(language: str, text: str, act: str, slot: str, who: str | None) -> None:
    assert [a and a.id for a in actors(only(told(language, text), "event", act=act), slot)] == [who]


def test_officials_of_two_states_are_not_the_first_ones() -> None:
    talks = only(told("en", "Israeli and Lebanese officials met on Tuesday."), "meeting")
    assert actors(talks, "participants") == [None]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Guards stationed near the border shot dead a boy on Monday.", "deployment"),
        ("en", "The minister sent 200 soldiers to Bunia under a plan announced on Monday.", "deployment"),
        ("en", "The envoy last visited Cairo in April 2004 and is holding talks with the general.", "meeting"),
        ("en", "The envoy held his first talks with the general since a truce was signed in May.", "meeting"),
        ("id", "Tentara ditarik dari Dili setelah kekerasan pada April dan Mei tahun lalu.", "deployment"),
        ("en", "The fighters, some of whom had served in the 1992 war, stormed the post.", "event"),
        ("id", "Warga menyerang pos pada November karena polisi menewaskan seorang anak.", "casualty"),
    ],
)
def test_a_day_of_another_clause_is_not_taken(language: str, text: str, kind: str) -> None:
    found = [c for c in told(language, text) if c.kind == kind and c.slots.get("act") != "clash"]
    assert found
    assert _day(found[-1]) is None


def test_a_republic_in_a_region_is_the_republic() -> None:
    claim = only(told("en", "A policeman was shot in the Caucasus republic of Dagestan."), "event", act="attack")
    assert claim.place is not None
    assert claim.place.name == "Dagestan"


def test_a_day_behind_the_time_that_an_act_is_the_first_since_is_one_day() -> None:
    text = "The army staged its first raid there since 2006 with tanks on Monday."
    when = only(told("en", text), "event", act="attack").date
    assert when is not None
    assert (when.start, when.end) == ("2024-03-11", "2024-03-11")


def test_what_goes_on_in_a_town_has_no_day_of_what_else_was_there() -> None:
    claims = told("en", "A soldier was killed on Monday in Mali, where forces have launched an offensive.")
    assert _day(only(claims, "event", act="operation")) is None
    assert _day(only(claims, "casualty")) == "2024-03-11"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Pyongyang kidnapped sailors in the 1970s and 1980s."),
        ("id", "Pyongyang menculik pelaut pada 1970-an dan 1980-an."),
    ],
)
def test_two_decades_are_one_time(language: str, text: str) -> None:
    seized = only(told(language, text), "event").date
    assert seized is not None
    assert (seized.start, seized.end) == ("1970-01-01", "1989-12-31")
