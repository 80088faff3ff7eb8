"""Acts, numbers and phrases that only one of the two languages told, or told as another act."""

from __future__ import annotations

import pytest

from gencatan.model import Count
from tests.reading.told import told


def values(language: str, text: str, kind: str, slot: str) -> list[str]:
    return sorted(str(c.slots.get(slot)) for c in told(language, text) if c.kind == kind)


@pytest.mark.parametrize(
    ("one", "other", "acts"),
    [
        ("Polisi membubarkan demonstran di ibu kota.", "Police dispersed demonstrators in the capital.", ["other"]),
        (
            "Aksi kekerasan berlanjut di provinsi utara.",
            "Acts of violence continued in the northern province.",
            ["other"],
        ),
        ("Junta melarang semua kegiatan politik.", "The junta banned all political activities.", ["sanction"]),
        ("Junta melarang unjuk rasa di ibu kota.", "The junta banned rallies in the capital.", ["sanction"]),
        ("Uang itu dibekukan di sebuah bank.", "The money was frozen in a bank.", ["sanction"]),
        ("Aliran listrik terputus di kota itu.", "Electricity was cut off in the town.", ["closure"]),
        (
            "Polisi menyelidiki apakah pelakunya dua orang.",
            "Police are investigating whether it was two men.",
            ["investigation"],
        ),
        (
            "Jenazah dua tentara dikembalikan pada Senin.",
            "The bodies of two soldiers were returned on Monday.",
            ["release"],
        ),
        ("Menteri itu selamat dalam usaha pembunuhan.", "The minister survived an assassination attempt.", ["attack"]),
        ("Helikopter menyerang sasaran di selatan.", "A gunship raided rebel targets in the south.", ["air_strike"]),
    ],
)
def test_both_tell_the_act(one: str, other: str, acts: list[str]) -> None:
    assert values("id", one, "event", "act") == acts
    assert values("en", other, "event", "act") == acts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Pemberontak siap memasuki babak baru perdamaian."),
        ("id", "Menteri itu tidak menjadi sasaran penyelidikan."),
        ("id", "Pemberontak kini berada di bawah komando Karim Salo."),
        ("id", "Seorang tahanan melakukan aksi bunuh diri di selnya."),
        ("id", "Rakyat Gaza berjuang untuk bertahan hidup di bawah boikot."),
        ("id", "Pasukan asing memasuki hari kedua di lembah itu."),
        ("en", "Storms cut power to thousands of homes."),
        ("en", "The general had died of typhoid in late August."),
        ("en", "Tourists converge on the square to welcome the new year."),
        ("en", "Japan is banned by its constitution from developing nuclear weapons."),
        ("en", "One amendment is seen as revoking the president's war authority."),
    ],
)
def test_neither_tells_what_is_no_act(language: str, text: str) -> None:
    harmful = [c for c in told(language, text) if c.kind in ("event", "casualty", "deployment", "territory")]
    assert not harmful


@pytest.mark.parametrize(
    ("language", "text", "kind", "slot", "found"),
    [
        ("id", "Tentara memasuki kota itu pada Rabu pagi.", "event", "act", ["movement"]),
        ("id", "Pemimpin itu menjadi sasaran serangan bom.", "event", "act", ["explosion"]),
        ("id", "Sekitar 300 gerilyawan berada di lembah itu.", "deployment", "change", ["present"]),
        ("id", "Sebuah aksi bunuh diri menewaskan tiga polisi.", "event", "act", ["attack"]),
        ("id", "Pemberontak berjuang untuk kemerdekaan wilayah utara.", "event", "act", ["other"]),
        ("en", "The general died of wounds from the bombing.", "casualty", "harm", ["killed"]),
        ("en", "Protesters converged on the square to demand his resignation.", "event", "act", ["protest"]),
        ("en", "Police confiscated 20 rifles in the house.", "event", "act", ["find"]),
        ("en", "The ministry banned the party in May.", "event", "act", ["sanction"]),
        ("en", "The Western governments revoked the party's licence.", "event", "act", ["sanction"]),
    ],
)
def test_the_word_still_tells_an_act(language: str, text: str, kind: str, slot: str, found: list[str]) -> None:
    assert values(language, text, kind, slot) == found


@pytest.mark.parametrize(
    "text",
    [
        "Sekitar 40 sampai 50 orang tewas dalam serangan itu.",
        "Polisi menemukan 40 sampai 50 jenazah di sungai itu.",
    ],
)
def test_a_range_before_its_noun_is_counted_whole(text: str) -> None:
    (toll,) = (c for c in told("id", text) if c.kind == "casualty")
    count = toll.slots["count"]
    assert isinstance(count, Count)
    assert (count.min, count.max) == (40, 50)


def test_two_counts_beside_each_other_stay_two() -> None:
    found = [
        c.slots["count"] for c in told("id", "Sebanyak 12 orang tewas dan 15 orang terluka.") if c.kind == "casualty"
    ]
    assert sorted(c.min or 0 for c in found if isinstance(c, Count)) == [12, 15]


def test_a_toll_that_is_taken_to_a_number_is_told() -> None:
    found = [
        c.slots["count"]
        for c in told("en", "The blast killed 19 people, taking the toll to 99.")
        if c.kind == "casualty"
    ]
    assert sorted(c.min or 0 for c in found if isinstance(c, Count)) == [19, 99]
    assert not [c for c in told("en", "The war takes a heavy toll on the city.") if c.kind == "casualty"]


@pytest.mark.parametrize(
    ("language", "text", "change"),
    [
        ("id", "Menteri mengumumkan pengiriman 500 prajurit tambahan ke perbatasan.", "reinforced"),
        ("id", "Penempatan pasukan tambahan di ibu kota dimulai.", "reinforced"),
        ("en", "The minister announced the dispatch of 500 more troops to the border.", "reinforced"),
        ("id", "Menteri mengumumkan pengiriman 500 prajurit ke perbatasan.", "deployed"),
        ("en", "The minister announced the dispatch of 500 troops to the border.", "deployed"),
        ("id", "Pasukan asing mendarat di ibu kota pekan lalu.", "deployed"),
    ],
)
def test_forces_that_join_others_reinforce_them(language: str, text: str, change: str) -> None:
    assert values(language, text, "deployment", "change") == [change]
    assert not values(language, text, "event", "act")
