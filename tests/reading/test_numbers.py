"""Numbers: what counts, with which bounds and hedge, in sentences of our own."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gencatan.language
from gencatan.errors import PackError
from gencatan.reading.numbers.found import NumberLexicon, NumberMention, article_count, find_numbers

PACKS = Path(gencatan.language.__file__).parent
LEXICONS = {language: NumberLexicon.load(PACKS / language / "numbers.toml") for language in ("en", "id")}


def found(language: str, text: str) -> list[NumberMention]:
    return find_numbers(text, 0, len(text), LEXICONS[language])


# language, sentence, (text, min, max, hedge) of each number that counts
COUNTS: list[tuple[str, str, list[tuple[str, int | None, int | None, str]]]] = [
    ("en", "The blast hurt 32 shoppers.", [("32", 32, 32, "exact")]),
    ("en", "At least 32 villagers fled.", [("At least 32", 32, None, "at_least")]),
    ("en", "No fewer than 32 villagers fled.", [("No fewer than 32", 32, None, "at_least")]),
    ("en", "Not less than twelve men fled.", [("Not less than twelve", 12, None, "at_least")]),
    ("en", "More than 200 huts burned.", [("More than 200", 201, None, "more_than")]),
    ("en", "Over 500 came home.", [("Over 500", 501, None, "more_than")]),
    ("en", "Upwards of 90 came home.", [("Upwards of 90", 91, None, "more_than")]),
    ("en", "They fought over two valleys.", [("two", 2, 2, "exact")]),
    ("en", "They handed over 139 rifles.", [("139", 139, 139, "exact")]),
    ("en", "Up to 50 fighters left.", [("Up to 50", None, 50, "up_to")]),
    ("en", "As many as 50 fighters left.", [("As many as 50", None, 50, "up_to")]),
    ("en", "No more than 50 fighters left.", [("No more than 50", None, 50, "up_to")]),
    ("en", "Fewer than 20 fighters left.", [("Fewer than 20", None, 19, "up_to")]),
    ("en", "About 40 shells fell.", [("About 40", 40, 40, "about")]),
    ("en", "Some 40 shells fell.", [("Some 40", 40, 40, "about")]),
    ("en", "An estimated 4,000 shells fell.", [("An estimated 4,000", 4000, 4000, "about")]),
    ("en", "Nearly 500 were treated.", [("Nearly 500", 500, 500, "nearly")]),
    ("en", "Close to a hundred were treated.", [("Close to a hundred", 100, 100, "nearly")]),
    ("en", "Exactly 11 were treated.", [("Exactly 11", 11, 11, "exact")]),
    ("en", "Between 20 and 30 rebels hid.", [("Between 20 and 30", 20, 30, "exact")]),
    ("en", "A band of 20–30 rebels hid.", [("20–30", 20, 30, "exact")]),
    ("en", "A band of 20-30 rebels hid.", [("20-30", 20, 30, "exact")]),
    ("en", "About 20 to 30 rebels hid.", [("About 20 to 30", 20, 30, "about")]),
    ("en", "Two or three rebels hid.", [("Two or three", 2, 3, "exact")]),
    ("en", "At least two or three rebels hid.", [("At least two or three", 2, None, "at_least")]),
    ("en", "The toll rose from 20 to 30.", [("20", 20, 20, "exact"), ("30", 30, 30, "exact")]),
    ("en", "They lost 2 to 3 million sheep.", [("2 to 3 million", 2_000_000, 3_000_000, "exact")]),
    ("en", "A dozen rebels hid.", [("A dozen", 12, 12, "exact")]),
    ("en", "Half a dozen rebels hid.", [("Half a dozen", 6, 6, "exact")]),
    ("en", "Two dozen rebels hid.", [("Two dozen", 24, 24, "exact")]),
    ("en", "More than a dozen rebels hid.", [("More than a dozen", 13, None, "more_than")]),
    ("en", "Dozens of rebels hid.", [("Dozens", 20, 99, "vague")]),
    ("en", "Scores of rebels hid.", [("Scores", 20, 99, "vague")]),
    ("en", "Several dozen rebels hid.", [("Several dozen", 20, 99, "vague")]),
    ("en", "Hundreds of rebels hid.", [("Hundreds", 200, 999, "vague")]),
    ("en", "Several hundred rebels hid.", [("Several hundred", 200, 999, "vague")]),
    ("en", "Thousands of rebels hid.", [("Thousands", 2000, 9999, "vague")]),
    ("en", "Tens of thousands cheered.", [("Tens of thousands", 20_000, 99_999, "vague")]),
    ("en", "Hundreds of thousands cheered.", [("Hundreds of thousands", 200_000, 999_999, "vague")]),
    ("en", "At least dozens of rebels hid.", [("At least dozens", 20, None, "at_least")]),
    ("en", "Several rebels hid.", []),
    ("en", "It sheltered 19,000 refugees.", [("19,000", 19_000, 19_000, "exact")]),
    ("en", "It sheltered 2.3 million refugees.", [("2.3 million", 2_300_000, 2_300_000, "exact")]),
    ("en", "It sheltered half a million refugees.", [("half a million", 500_000, 500_000, "exact")]),
    ("en", "It sheltered twenty-five refugees.", [("twenty-five", 25, 25, "exact")]),
    ("en", "It sheltered one hundred and five refugees.", [("one hundred and five", 105, 105, "exact")]),
    ("en", "It sheltered two thousand three hundred.", [("two thousand three hundred", 2300, 2300, "exact")]),
    ("en", "Twenty and five more came.", [("Twenty", 20, 20, "exact"), ("five", 5, 5, "exact")]),
    ("en", "At least another 12 came.", [("At least another 12", 12, None, "at_least")]),
    ("en", "Police held 40 or more.", [("40 or more", 40, None, "at_least")]),
    ("en", "Police held 40 or so.", [("40 or so", 40, 40, "about")]),
    ("en", "Police held 50-plus of them.", [("50-plus", 50, None, "at_least")]),
    ("en", "Four drivers and two cooks.", [("Four", 4, 4, "exact"), ("two", 2, 2, "exact")]),
    ("en", "No one came.", []),
    ("id", "Ledakan melukai 32 pedagang.", [("32", 32, 32, "exact")]),
    ("id", "Sedikitnya 32 pedagang terluka.", [("Sedikitnya 32", 32, None, "at_least")]),
    ("id", "Tak kurang dari 32 pedagang terluka.", [("Tak kurang dari 32", 32, None, "at_least")]),
    ("id", "Setidak-tidaknya tujuh orang hilang.", [("Setidak-tidaknya tujuh", 7, None, "at_least")]),
    ("id", "Paling sedikit 7 orang hilang.", [("Paling sedikit 7", 7, None, "at_least")]),
    ("id", "Lebih dari 200 gubuk terbakar.", [("Lebih dari 200", 201, None, "more_than")]),
    ("id", "Lebih 200 gubuk terbakar.", [("Lebih 200", 201, None, "more_than")]),
    ("id", "Ada 32 orang lebih di sana.", [("32 orang lebih", 33, None, "more_than")]),
    ("id", "Ada 32 orang lebih tua di sana.", [("32", 32, 32, "exact")]),
    ("id", "Dihuni 100 ribu lebih.", [("100 ribu lebih", 100_001, None, "more_than")]),
    ("id", "Hingga 50 peluru ditembakkan.", [("Hingga 50", None, 50, "up_to")]),
    ("id", "Paling banyak 50 peluru ditembakkan.", [("Paling banyak 50", None, 50, "up_to")]),
    ("id", "Kurang dari 20 peluru tersisa.", [("Kurang dari 20", None, 19, "up_to")]),
    ("id", "Sekitar 40 peluru tersisa.", [("Sekitar 40", 40, 40, "about")]),
    ("id", "Kira-kira 40 peluru tersisa.", [("Kira-kira 40", 40, 40, "about")]),
    ("id", "Ada 200-an peluru tersisa.", [("200-an", 200, 200, "about")]),
    ("id", "Hampir 4.000 domba mati.", [("Hampir 4.000", 4000, 4000, "nearly")]),
    ("id", "Sebanyak 17 domba mati.", [("17", 17, 17, "exact")]),
    ("id", "Sedikitnya sebanyak 17 domba mati.", [("Sedikitnya sebanyak 17", 17, None, "at_least")]),
    ("id", "Ada 20–30 gubuk.", [("20–30", 20, 30, "exact")]),
    ("id", "Ada 20 hingga 30 gubuk.", [("20 hingga 30", 20, 30, "exact")]),
    ("id", "Ada antara 20 dan 30 gubuk.", [("antara 20 dan 30", 20, 30, "exact")]),
    ("id", "Ada dua atau tiga gubuk.", [("dua atau tiga", 2, 3, "exact")]),
    ("id", "Ada dua-tiga gubuk.", [("dua-tiga", 2, 3, "exact")]),
    ("id", "Naik dari 20 menjadi 30.", [("20", 20, 20, "exact"), ("30", 30, 30, "exact")]),
    ("id", "Belasan gubuk roboh.", [("Belasan", 11, 19, "vague")]),
    ("id", "Puluhan gubuk roboh.", [("Puluhan", 20, 99, "vague")]),
    ("id", "Ratusan gubuk roboh.", [("Ratusan", 200, 999, "vague")]),
    ("id", "Beberapa ratus gubuk roboh.", [("Beberapa ratus", 200, 999, "vague")]),
    ("id", "Ribuan gubuk roboh.", [("Ribuan", 2000, 9999, "vague")]),
    ("id", "Puluhan ribu gubuk roboh.", [("Puluhan ribu", 20_000, 99_999, "vague")]),
    ("id", "Ratusan ribu gubuk roboh.", [("Ratusan ribu", 200_000, 999_999, "vague")]),
    ("id", "Beberapa gubuk roboh.", []),
    ("id", "Dihuni 19.000 orang.", [("19.000", 19_000, 19_000, "exact")]),
    ("id", "Dihuni 3,000 orang.", [("3,000", 3000, 3000, "exact")]),
    ("id", "Dihuni 120.000 jiwa.", [("120.000", 120_000, 120_000, "exact")]),
    ("id", "Dihuni 1,5 juta jiwa.", [("1,5 juta", 1_500_000, 1_500_000, "exact")]),
    ("id", "Dihuni 1.5 juta jiwa.", [("1.5 juta", 1_500_000, 1_500_000, "exact")]),
    ("id", "Dihuni 1.500 jiwa.", [("1.500", 1500, 1500, "exact")]),
    ("en", "Some 1,5 million people live there.", [("Some 1,5 million", 1_500_000, 1_500_000, "about")]),
    ("id", "Dihuni sebelas orang.", [("sebelas", 11, 11, "exact")]),
    ("id", "Dihuni dua belas orang.", [("dua belas", 12, 12, "exact")]),
    ("id", "Dihuni dua puluh lima orang.", [("dua puluh lima", 25, 25, "exact")]),
    ("id", "Dihuni seratus dua puluh orang.", [("seratus dua puluh", 120, 120, "exact")]),
    ("id", "Dihuni seribu tiga ratus orang.", [("seribu tiga ratus", 1300, 1300, "exact")]),
    ("id", "Dihuni selusin orang.", [("selusin", 12, 12, "exact")]),
    ("id", "Lebih dari dua lusin orang.", [("Lebih dari dua lusin", 25, None, "more_than")]),
    ("id", "Ketiga orang itu pulang.", [("Ketiga orang", 3, 3, "exact")]),
    ("id", "Itu satu-satunya jalan.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), COUNTS, ids=[text for _, text, _ in COUNTS])
def test_counts(language: str, text: str, expected: list[tuple[str, int | None, int | None, str]]) -> None:
    counts = [m.count for m in found(language, text) if m.kind == "count"]
    assert [(c.text, c.min, c.max, c.hedge) for c in counts] == expected


# language, sentence, the kinds of its numbers
KINDS = [
    ("en", "a 32-year-old nurse", ["age"]),
    ("en", "a nurse aged 32", ["age"]),
    ("en", "the nurse, Ana, 32, said", ["age"]),
    ("en", "Ana (32) said", ["aside"]),
    ("en", "it cost $3 million", ["money"]),
    ("en", "it cost US$3", ["money"]),
    ("en", "it cost 3 million dollars", ["money"]),
    ("en", "some 12 percent agreed", ["percent"]),
    ("en", "12% agreed", ["percent"]),
    ("en", "under Resolution 1721", ["label"]),
    ("en", "an F-16 and a T-72", ["label", "label"]),
    ("en", "the 4th brigade", ["ordinal"]),
    ("en", "a 12-member panel", ["compound"]),
    ("en", "a 72-hour curfew", ["duration"]),
    ("en", "for thirty years", ["duration"]),
    ("en", "30 kilometres away", ["measure"]),
    ("en", "5km away", ["measure"]),
    ("en", "at 10:30", ["time"]),
    ("en", "at 1300 GMT", ["time"]),
    ("en", "call 021-555-1234", ["label", "label"]),
    ("en", "a rate of 1.5", ["decimal"]),
    ("id", "perawat berusia 32 tahun", ["age"]),
    ("id", "perawat, Ana (32), berkata", ["aside"]),
    ("id", "seharga Rp 3 miliar", ["money"]),
    ("id", "seharga 3 juta dolar AS", ["money"]),
    ("id", "12 persen setuju", ["percent"]),
    ("id", "dalam Resolusi DK PBB 1721", ["label"]),
    ("id", "brigade ke-4", ["ordinal"]),
    ("id", "selama tiga puluh tahun", ["duration"]),
    ("id", "sejauh 30 kilometer", ["measure"]),
    ("id", "pukul 13.00 WIB", ["time"]),
    ("id", "pesawat Su-25", ["label"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), KINDS, ids=[text for _, text, _ in KINDS])
def test_numbers_that_count_nothing_are_marked(language: str, text: str, expected: list[str]) -> None:
    assert [m.kind for m in found(language, text)] == expected


def test_the_unit_is_named() -> None:
    assert [m.unit for m in found("en", "30 kilometres, 12 percent, 7 goats")] == ["kilometres", "percent", None]


@pytest.mark.parametrize(
    ("language", "phrase", "article"),
    [
        ("en", "a soldier", "a"),
        ("en", "An engineer", "An"),
        ("en", "the other guard", "the other"),
        ("en", "a number of guards", None),
        ("en", "a dozen guards", None),
        ("en", "the guard", None),
        ("en", "32 guards", None),
        ("en", "", None),
        ("id", "seorang tentara", "seorang"),
        ("id", "salah satu penjaga", "salah satu"),
        ("id", "seekor kuda", "seekor"),
        ("id", "seorang pun", None),
        ("id", "para tentara", None),
    ],
)
def test_an_article_counts_one(language: str, phrase: str, article: str | None) -> None:
    mention = article_count(phrase, 0, len(phrase), LEXICONS[language])
    assert (mention.count.text if mention else None) == article
    assert mention is None or (mention.count.min, mention.count.max, mention.kind) == (1, 1, "article")


def test_offsets_are_of_the_whole_text() -> None:
    text = "Kemarin.\nDi sana sedikitnya 32 orang hilang."
    (mention,) = find_numbers(text, 9, len(text), LEXICONS["id"])
    assert text[mention.start : mention.end] == mention.count.text == "sedikitnya 32"
    assert text[mention.number_start : mention.number_end] == "32"


def test_numbers_in_dates_are_left_out() -> None:
    text = "On 5 May 2020 about 40 came."
    (mention,) = find_numbers(text, 0, len(text), LEXICONS["en"], [(3, 13)])
    assert mention.count.text == "about 40"


_ALPHABET = st.sampled_from(
    [
        *"0123456789-–.,/:()$% '\n%xİ²٣é𝟙",
        *("at least ", "a ", "hundred ", "dua ", "puluh ", "ribu ", "million ", "ke-", "one ", "th"),
        *("atau ", "lebih ", "dari ", "some ", "Resolusi "),
    ]
)


@settings(max_examples=300, deadline=None)
@given(parts=st.lists(_ALPHABET, max_size=40), low=st.integers(0, 30), language=st.sampled_from(["en", "id"]))
def test_any_text_is_read_with_right_offsets(parts: list[str], low: int, language: str) -> None:
    text = "".join(parts)
    floor = low
    for m in find_numbers(text, low, len(text), LEXICONS[language]):
        assert floor <= m.start <= m.number_start < m.number_end <= m.end <= len(text)
        assert text[m.start : m.end] == m.count.text
        assert m.count.min is None or m.count.max is None or 0 <= m.count.min <= m.count.max
        floor = m.end


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=80), language=st.sampled_from(["en", "id"]))
def test_no_text_raises(text: str, language: str) -> None:
    find_numbers(text, 0, len(text), LEXICONS[language])
    article_count(text, 0, len(text), LEXICONS[language])


@settings(max_examples=200, deadline=None)
@given(number=st.integers(1, 999_999_999))
def test_grouped_digits_are_read_back(number: int) -> None:
    for language, text in (("en", f"{number:,} men"), ("id", f"{number:,} orang".replace(",", "."))):
        (mention,) = found(language, text)
        assert (mention.count.min, mention.count.max) == (number, number)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("cardinals", {"two": ["dua"]}, "cardinals.two"),
        ("vague", {"99-20": ["puluhan"]}, "vague.99-20"),
        ("hedges", {"perhaps": ["mungkin"]}, "hedges.perhaps"),
        ("units", {"age": "tahun"}, "units.age"),
        ("articles", "a", "articles"),
        ("articles", [""], "articles"),
        ("colours", {}, "colours"),
    ],
)
def test_a_broken_pack_is_named(key: str, value: object, said: str) -> None:
    data = tomllib.loads((PACKS / "id" / "numbers.toml").read_text(encoding="utf-8"))
    with pytest.raises(PackError, match=rf"^somewhere\.toml: {said}"):
        NumberLexicon(data | {key: value}, "somewhere.toml")


def test_a_missing_pack_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"numbers\.toml"):
        NumberLexicon.load(tmp_path / "numbers.toml")
    (tmp_path / "bad.toml").write_text("a = [", encoding="utf-8")
    with pytest.raises(PackError, match=r"bad\.toml"):
        NumberLexicon.load(tmp_path / "bad.toml")
