"""What a report and its translation must tell alike: the same acts, words and counts in both languages."""

from __future__ import annotations

import pytest

from gencatan.model import Count
from tests.reading.told import told


def kinds_of(language: str, text: str, slot: str) -> list[str]:
    return sorted(str(c.slots[slot]) for c in told(language, text) if slot in c.slots)


@pytest.mark.parametrize(
    ("one", "other", "acts"),
    [
        ("Militer menggulingkan presiden itu pada 1998.", "The army toppled the president in 1998.", ["other"]),
        ("Para jenderal merebut kekuasaan pada Selasa.", "The generals seized power on Tuesday.", ["other"]),
        (
            "Ratusan warga menutup jalan di ibu kota pada Senin.",
            "Hundreds of villagers blocked a road in the capital on Monday.",
            ["protest"],
        ),
        (
            "Pemberontak menutup jalan menuju ibu kota pada Senin.",
            "Rebels blocked the road to the capital on Monday.",
            ["blockade"],
        ),
        (
            "Tentara melancarkan penyisiran di lembah itu pada Kamis.",
            "The army launched a sweep of the valley on Thursday.",
            ["operation"],
        ),
        (
            "Angkatan laut melakukan operasi pencarian di selat itu.",
            "The navy is carrying out a search operation in the strait.",
            ["search"],
        ),
        (
            "Polisi melakukan penindasan terhadap pengunjuk rasa pada Senin.",
            "Police launched a crackdown on protesters on Monday.",
            ["operation"],
        ),
        (
            "Pemerintah pemberontak itu menyelamatkan diri ke Angola pada 1992.",
            "The rebel government fled to Angola in 1992.",
            ["movement"],
        ),
    ],
)
def test_an_act_is_the_same_in_both(one: str, other: str, acts: list[str]) -> None:
    assert kinds_of("id", one, "act") == acts
    assert kinds_of("en", other, "act") == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Polisi menutup jalan itu pada Senin.", ["closure"]),
        ("Kelompok hak asasi mengecam penindasan terhadap warga minoritas oleh rezim itu.", ["condemn", "other"]),
        ("Serbuan milisi ke pos tentara itu menewaskan dua polisi.", ["attack"]),
        ("Serbuan Amerika Serikat ke Irak pada 2003 menewaskan ribuan tentara.", ["operation"]),
        ("Serangan bom pinggir jalan menewaskan enam warga Irak pada Kamis.", ["explosion"]),
    ],
)
def test_look_alikes_in_indonesian(text: str, acts: list[str]) -> None:
    assert kinds_of("id", text, "act") == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("A bomber attacked a checkpoint manned by police commandos.", ["attack"]),
        ("Insurgents will man checkpoints on the highway.", ["blockade"]),
        ("Security forces crushed the uprising in the north.", ["operation"]),
        ("Commandos rescued twelve hostages on Friday.", ["release"]),
        ("Commandos rescued two nurses from their kidnappers on Friday.", ["release"]),
        ("Soldiers rescued forty villagers from the valley.", ["evacuation"]),
        ("The soldier was released from hospital on Friday.", []),
        ("The rebels released the soldier on Friday.", ["release"]),
        ("The army rejected the accusation that its men burned the village.", ["deny"]),
        ("The army rejected the proposal for a truce.", ["reject"]),
        ("The foreign ministry protested the raid on the border post.", ["attack", "condemn"]),
        ("Thousands of students protested in the capital on Friday.", ["protest"]),
        ("Asked about the truce, the minister said it was too early to say.", []),
        ("The general, asked who would lead the talks with the rebels, said it was too early to say.", []),
        ("The minister asked the rebels to leave the town.", ["appeal"]),
        ("The bishop called upon the rebels to lay down their arms.", ["appeal"]),
    ],
)
def test_look_alikes_in_english(text: str, acts: list[str]) -> None:
    assert kinds_of("en", text, "act") == acts


@pytest.mark.parametrize(
    ("language", "text", "changes"),
    [
        ("en", "The children arrived with their mother after the fighting.", []),
        ("en", "The soldiers arrived in the capital after the fighting.", ["deployed"]),
        ("en", "The blast sent a column of dust over the barracks.", []),
        ("en", "The government sent a column of tanks to the border.", ["deployed"]),
        ("en", "Soldiers pulled some survivors out of the barracks.", []),
        ("en", "The American troop surge in the capital has not ended the war.", ["reinforced"]),
    ],
)
def test_who_is_no_force_is_not_deployed(language: str, text: str, changes: list[str]) -> None:
    assert kinds_of(language, text, "change") == changes


@pytest.mark.parametrize(
    ("language", "text", "visits"),
    [
        ("en", "The minister, who is on a visit to Egypt, condemned the attack.", ["visit"]),
        ("en", "The prime minister, making a two-day visit to Egypt, condemned the attack.", ["visit"]),
        ("en", "The militants are on a visit to nowhere, the army said of the attack.", []),
        ("id", "Presiden Oman berbicara dengan Presiden Mesir mengenai gencatan senjata itu.", ["talks"]),
        ("id", "Presiden Oman berbicara dengan wartawan mengenai gencatan senjata itu.", []),
    ],
)
def test_who_is_on_a_visit_visits(language: str, text: str, visits: list[str]) -> None:
    assert kinds_of(language, text, "format") == visits


@pytest.mark.parametrize(
    ("language", "text", "harms"),
    [
        ("id", "Dua mahasiswa tewas tertembak, sementara lima polisi cedera.", [("injured", 5), ("killed", 2)]),
        ("id", "Tiga warga tewas dan lima luka-luka dalam serangan itu.", [("injured", 5), ("killed", 3)]),
        ("id", "Enam prajurit tewas di rumah sakit akibat luka-luka yang mereka derita.", [("killed", 6)]),
        ("en", "Six soldiers died on Monday as a result of injuries from the blast.", [("killed", 6)]),
        ("en", "Six soldiers were killed in the blast, with ten wounded.", [("injured", 10), ("killed", 6)]),
        ("id", "Keempat pria itu dibunuh oleh pemberontak pada Senin.", [("killed", 4)]),
        ("id", "Ketiga, pemberontak membunuh dua polisi.", [("killed", 2)]),
        ("id", "Ketiga kalinya tahun ini pemberontak membunuh dua polisi.", [("killed", 2)]),
    ],
)
def test_the_same_people_are_counted(language: str, text: str, harms: list[tuple[str, int]]) -> None:
    found = []
    for claim in told(language, text):
        count = claim.slots.get("count")
        if claim.kind == "casualty" and isinstance(count, Count):
            found.append((claim.slots["harm"], count.min))
    assert sorted(found) == harms


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Troops entered the Serb-dominated district.", ["populated_by"]),
        ("Kagame, an English-speaking rebel, met the minister.", []),
        ("The Serb-dominated front attacked the town.", []),
    ],
)
def test_a_party_is_no_land_with_people(text: str, relations: list[str]) -> None:
    assert kinds_of("en", text, "relation") == relations


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Tembakan terdengar di daerah yang berpenduduk mayoritas Sunni.", [("populated_by", "most")]),
        ("Tentara tewas di kota yang berpenduduk etnis Kurdi.", [("populated_by", "")]),
        ("Tentara tewas di kota yang dipimpin seorang bupati Kurdi.", []),
        ("Burundi akan mengirim 1.700 prajurit ke Somalia sebagai bagian dari misi Uni Afrika.", []),
        ("Stasiun televisi milik pemerintah menayangkan gambar pemberontak itu.", []),
        ("Menteri itu mengatakan bahwa pulau itu milik Jepang.", [("part_of", "")]),
    ],
)
def test_what_a_place_is(text: str, told_of: list[tuple[str, str]]) -> None:
    claims = [c for c in told("id", text) if c.kind == "territory"]
    assert [(c.slots["relation"], c.slots.get("extent", "")) for c in claims] == told_of


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Mesir mengakui Israel pada 1979.", ["support"]),
        ("Israel mengakui kegagalan itu di depan parlemen.", ["acknowledge"]),
        ("Gangguan stres juga dapat menyerang tentara yang pulang dari Irak.", []),
        ("Pemberontak menyerang tentara yang pulang dari Irak.", ["attack"]),
    ],
)
def test_who_is_recognised_or_ill(text: str, acts: list[str]) -> None:
    assert kinds_of("id", text, "act") == acts
