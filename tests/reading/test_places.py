"""Where: named places, "the city" that was named before, datelines that are no place."""

from __future__ import annotations

import pytest

from gencatan import Document
from gencatan.language.pack import load_pack
from gencatan.reading.language_reader import LanguageReader
from gencatan.reading.places import Places
from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "words", "name", "country"),
    [
        ("en", "At least 32 people were killed in Goma on Monday.", "casualty", "Goma", "Goma", "COD"),
        ("en", "The two sides held talks in Geneva on Monday.", "meeting", "Geneva", "Geneva", "CHE"),
        ("id", "Sedikitnya 32 orang tewas di Goma pada Senin.", "casualty", "Goma", "Goma", "COD"),
        ("id", "Kedua pihak menggelar perundingan di Jenewa pada Senin.", "meeting", "Jenewa", "Geneva", "CHE"),
    ],
)
def test_a_named_place(language: str, sentence: str, kind: str, words: str, name: str, country: str) -> None:
    place = only(told(language, sentence), kind).place
    assert place is not None
    assert (place.span.text, place.name, place.country) == (words, name, country)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fighting broke out in Goma on Monday. In the city, five soldiers were killed."),
        ("id", "Pertempuran pecah di Goma pada Senin. Di kota itu, lima tentara tewas."),
    ],
)
def test_the_city_is_the_one_named_before(language: str, text: str) -> None:
    place = only(told(language, text), "casualty").place
    assert place is not None
    assert (place.name, place.country) == ("Goma", "COD")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Five soldiers were killed in the city."),
        ("id", "Lima tentara tewas di kota itu."),
    ],
)
def test_the_city_of_nowhere_is_not_guessed(language: str, sentence: str) -> None:
    place = only(told(language, sentence), "casualty").place
    assert place is not None
    assert (place.name, place.country, place.geoname_id) == (None, None, None)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "NAIROBI, March 13 (Agency) — At least 32 people were killed on Monday."),
        ("en", "BEIRUT — At least 32 people were killed on Monday."),
        ("id", "JAKARTA, 13 Maret (Kantor Berita) — Sedikitnya 32 orang tewas pada Senin."),
    ],
)
def test_a_dateline_is_neither_place_nor_date(language: str, sentence: str) -> None:
    claim = only(told(language, sentence), "casualty")
    assert claim.place is None
    assert claim.date is not None
    assert claim.date.start == "2024-03-11"


def _words(language: str, text: str, kind: str, **values: str) -> str | None:
    place = only(told(language, text), kind, **values).place
    return place.span.text if place else None


@pytest.mark.parametrize(
    ("language", "text", "kind", "words"),
    [
        # what an act of force is done to
        ("en", "Drones struck Al-Bab and Manbij.", "event", "Al-Bab and Manbij"),
        ("id", "Pemberontak menyerbu Kota Zamboanga.", "event", "Kota Zamboanga"),
        # names that are on no map, and a preposition that the parser hangs elsewhere
        ("id", "Junta membakar ratusan rumah di Desa Kyauktan.", "event", "Desa Kyauktan"),
        ("id", "Sebuah bom meledak di dekat Stepanakert pada Senin.", "event", "dekat Stepanakert"),
        # a town that the parser hangs on the day
        ("en", "Two Americans were killed by a roadside bomb in east Baghdad Saturday.", "casualty", "east Baghdad"),
        # where somebody's homes are tells nothing
        ("en", "A million people were driven from their homes by the fighting.", "casualty", None),
    ],
)
def test_the_place_of_an_act(language: str, text: str, kind: str, words: str | None) -> None:
    assert _words(language, text, kind) == words


@pytest.mark.parametrize(
    ("language", "sentence", "name", "precision"),
    [
        ("en", "A shell killed two children in the Black Sea port of Odesa on Tuesday.", "Odesa", "city"),
        ("en", "Gunmen killed four people in Yemen's Marib province.", "Ma’rib", "province"),
        ("en", "Bombs killed ten people in Yemen's capital, Sanaa, on Friday.", "Sanaa", "city"),
        ("en", "Shells killed two men in an industrial zone in the Jizan region.", "Jazan Region", "province"),
        ("id", "Sepuluh orang tewas di ibu kota Yaman, Sanaa, pada Senin.", "Sanaa", "city"),
    ],
)
def test_a_place_is_not_what_it_lies_in(language: str, sentence: str, name: str, precision: str) -> None:
    place = only(told(language, sentence), "casualty").place
    assert place is not None
    assert (place.name, place.precision) == (name, precision)


def test_the_place_of_another_act_gives_way_to_what_is_struck() -> None:
    text = "Coalition aircraft bombed Goma and the port of Bukavu in retaliation for an attack on oil tanks in Uvira."
    names = {c.slots["act"]: c.place.name for c in told("en", text) if c.kind == "event" and c.place}
    assert names == {"air_strike": "Goma", "attack": "Uvira"}


def test_a_toll_is_where_what_was_hit_stood() -> None:
    text = "At least eight people were killed when a house of guards in the south of Goma was hit on Tuesday."
    place = only(told("en", text), "casualty").place
    assert place is not None
    assert place.name == "Goma"


def test_each_of_two_acts_keeps_its_own_place() -> None:
    text = (
        "Israeli aircraft bombed the centre of Beirut and the city's southern suburbs, "
        "and Hezbollah fired rockets into northern Israel."
    )
    assert _words("en", text, "event", act="air_strike") == "centre of Beirut"
    assert _words("en", text, "event", act="shelling") == "northern Israel"


@pytest.mark.parametrize(
    ("language", "text", "harm"),
    [
        ("en", "Fighting broke out in Goma on Monday. Five soldiers were killed there.", "killed"),
        ("id", "Pertempuran pecah di Goma pada Senin. Lima tentara tewas di sana.", "killed"),
        ("en", "A bomb exploded in Goma on Monday. Five people died in the blast.", "killed"),
        ("id", "Sebuah bom meledak di Goma pada Senin. Lima orang tewas dalam ledakan itu.", "killed"),
        ("en", "Five people were killed and 20 were wounded when a bomb exploded in Goma.", "killed"),
    ],
)
def test_a_toll_is_where_its_act_was(language: str, text: str, harm: str) -> None:
    place = only(told(language, text), "casualty", harm=harm).place
    assert place is not None
    assert place.name == "Goma"


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Tuareg rebels took Kidal, then Gao and Timbuktu.", ["Kidal", "Gao", "Timbuktu"]),
        ("en", "Turkish-backed rebels took Al-Bab, then shelled Manbij.", ["Al-Bab", "Manbij"]),
        ("id", "Pemberontak M23 menguasai Goma dan bergerak ke Bukavu.", ["Goma", "Bukavu"]),
        # a surname that is a town elsewhere, and a body that stands in a place's stead
        ("en", "President Juan Manuel Santos spoke. Rebels fear Santos.", []),
        ("en", "The army attacked U.N. bases.", []),
    ],
)
def test_names_on_the_map_are_places_where_something_is_done_to_them(
    language: str, text: str, names: list[str]
) -> None:
    reader = LanguageReader(load_pack(language))
    sentences = reader.sentences(Document.create(text, id="places", language=language))
    for sentence, doc in zip(sentences, reader.pipelines[0].parse([s.text for s in sentences]), strict=True):
        sentence.doc = doc
    places = Places(reader.pack, reader.tools.mentions, reader.gazetteer, reader.actors.capital)
    places.collect(sentences)
    assert [mention.name for mention in places.all()] == names


def test_a_country_beside_a_building_says_whose_it_is() -> None:
    claims = told("id", "Milisi menembaki pos militer Israel pada Senin.")
    assert claims
    assert not [c for c in claims if c.place is not None and c.place.country == "ISR"]
    named = told("id", "Milisi menembaki pos militer di Haifa pada Senin.")
    assert [c for c in named if c.place is not None and c.place.country == "ISR"]


LANES = [
    ("Tiga orang tewas ditembak di lokasi kejadian di Bekasi.", "Bekasi"),
    ("Lima orang ditembak mati di sebuah gang di daerah sebelah utara Kirkuk.", "Kirkuk"),
    ("Tiga orang tewas ditembak di dekat perbatasan dengan Ghana.", "dekat perbatasan"),
]


@pytest.mark.parametrize(("sentence", "words"), LANES)
def test_the_name_behind_a_place_without_one_tells_where_it_is(sentence: str, words: str) -> None:
    claim = only(told("id", sentence), "casualty", harm="killed")
    assert claim.place is not None
    assert claim.place.span.text == words


NAMED_TOWNS = [
    (
        "en",
        "Officials spoke in Khuzdar. Shells killed ten civilians in the town of Qirvan and nearby villages.",
        "Qirvan",
    ),
    (
        "en",
        "Shells hit Kidal. Rebels shelled the town of Qirvan, too. Shells killed three people in the town.",
        "Qirvan",
    ),
    (
        "id",
        "Bom meledak di Marawi. Pemberontak menembaki kota Qirvan. Ledakan di kota itu menewaskan dua orang.",
        "Qirvan",
    ),
]


@pytest.mark.parametrize(("language", "text", "name"), NAMED_TOWNS)
def test_a_town_by_its_name_is_itself_and_meant_by_the_town(language: str, text: str, name: str) -> None:
    claim = only(told(language, text), "casualty")
    assert claim.place is not None
    assert name in claim.place.span.text


def test_hills_and_roads_go_back_to_no_region() -> None:
    text = "The war in eastern Congo has no single front. The M23 holds the hills above Sake. It took the area in May."
    land = [c.slots["territory"] for c in told("en", text) if c.kind == "territory"]
    assert [getattr(words, "text", "") for words in land] == ["hills", "eastern Congo"]


def test_whose_capital_it_is_is_told_and_is_no_town_named_before() -> None:
    text = (
        "Talks were held in Yevlakh on Thursday. In the Armenian capital, thousands of protesters gathered on Friday."
    )
    claim = only(told("en", text), "event", act="protest")
    assert claim.place is not None
    assert (claim.place.span.text, claim.place.name) == ("Armenian capital", "Yerevan")


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        (
            "id",
            "Tentara menggempur Kota Gaza, Khan Younis, dan Rafah pada Rabu.",
            ["Kota Gaza", "Khan Younis", "Rafah"],
        ),
        ("en", "Troops pounded Gaza City, Khan Younis and Rafah on Wednesday.", ["Gaza City", "Khan Younis", "Rafah"]),
        ("id", "Pos tentara di Distrik Kora, Rutwe, dan Belo diserang milisi.", ["Pos tentara"]),
        ("id", "Menlu Rusia, Sergei Lavrov, dan Menlu Chad diserang milisi.", ["Menlu Rusia", "Menlu Chad"]),
    ],
)
def test_places_listed_in_a_row_are_told_alike(language: str, text: str, targets: list[str]) -> None:
    acts = [c for c in told(language, text) if c.kind == "event"]
    assert [fillers(c, "target") for c in acts] == [targets]


@pytest.mark.parametrize(
    ("language", "text", "capital"),
    [
        ("en", "Protesters clashed with police in the Armenian capital on Monday.", "Yerevan"),
        ("en", "Gunmen attacked a hotel in the South Sudanese capital on Monday.", "Juba"),
        ("en", "Three people were killed in a blast in the capital of Somalia.", "Mogadishu"),
        ("en", "Rebels shelled the Libyan capital on Monday.", "Tripoli"),
        ("en", "Gunmen attacked a hotel in the Egyptian capital, Cairo.", "Cairo"),
        ("en", "Gunmen attacked a hotel in Kuwait's capital.", "Kuwait City"),
        ("id", "Demonstran bentrok dengan polisi di ibu kota Armenia pada Senin.", "Yerevan"),
        ("id", "Tentara menggerebek sebuah rumah di ibukota Sudan Selatan pada Senin.", "Juba"),
        # of no state
        ("en", "Gunmen attacked a hotel in the provincial capital of Herat on Monday.", "Herāt"),
        ("id", "Tentara menggerebek sebuah rumah di kota Suriah pada Senin.", "Syria"),
    ],
)
def test_the_capital_of_a_state_is_a_town(language: str, text: str, capital: str) -> None:
    assert {c.place.name for c in told(language, text) if c.place is not None} == {capital}
