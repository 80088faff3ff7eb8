"""Agreeing, refusing, confirming and calling for something: what a report and its translation must tell alike."""

from __future__ import annotations

import pytest

from tests.reading.told import told


def read_as(language: str, text: str, kind: str, slot: str) -> list[str]:
    return sorted(str(c.slots[slot]) for c in told(language, text) if c.kind == kind and slot in c.slots)


@pytest.mark.parametrize(
    ("one", "other", "stages"),
    [
        (
            "Kedua pemimpin sepakat mempercepat pemulangan pengungsi.",
            "The two leaders agreed to speed up the return of refugees.",
            ["agreed"],
        ),
        (
            "Kenya dan Uganda sepakat mengadakan pertemuan dua mingguan tentang perbatasan.",
            "Kenya and Uganda agreed to hold biweekly meetings on the border.",
            ["agreed"],
        ),
    ],
)
def test_sides_that_agree_to_a_deed_have_an_agreement(one: str, other: str, stages: list[str]) -> None:
    assert read_as("id", one, "agreement", "stage") == stages
    assert read_as("en", other, "agreement", "stage") == stages


@pytest.mark.parametrize(
    "text",
    [
        "Two suspects agreed to testify against the gang.",
        "The two generals agreed to attack at dawn.",
        "The two unions agreed to walk out on Monday.",
        "Both sides agreed to continue the fight.",
        "The two armies agreed to resume hostilities.",
        "Two rebel groups agreed to merge.",
        "The two sides agreed to consider the plan.",
        "Two banks agreed to share data.",
    ],
)
def test_a_deed_that_settles_nothing_between_sides_makes_no_agreement(text: str) -> None:
    assert read_as("en", text, "agreement", "stage") == []


def test_a_day_on_which_sides_are_to_do_what_they_agree_to_is_not_that_of_the_agreement() -> None:
    for text in (
        "Iran and Iraq agreed to cooperate on security next week.",
        "Lebanon and Israel agreed to establish a joint committee by May.",
    ):
        assert [c.date for c in told("en", text) if c.kind == "agreement"] == [None]
    claims = told("en", "On 4 March 2024 Iran and Iraq agreed to cooperate on security.")
    assert [c.date is None for c in claims if c.kind == "agreement"] == [False]


def test_one_who_consents_and_those_of_one_mind_have_no_agreement() -> None:
    for text in ("The president agreed to give up his role.", "Both parties agreed that an inquiry was needed."):
        assert read_as("en", text, "agreement", "stage") == []


@pytest.mark.parametrize(
    ("language", "text", "acts"),
    [
        ("en", "Donors cut aid over the party's refusal to recognise Israel.", ["reject"]),
        ("en", "Sanctions followed the junta's failure to recognise the elected government.", ["reject"]),
        ("en", "He regretted his failure to recognise the singer.", []),
        ("en", "The committee met amid reports of Kenyan objections to the dam.", ["reject"]),
        ("en", "The lawyer's objection to the question was noted.", []),
        ("id", "Militer membenarkan bahwa tentara mereka menyerang barak itu.", ["acknowledge"]),
        ("id", "Kementerian Pertahanan membenarkan insiden tersebut.", []),
        ("id", "Pemerintah Chad membahas kritikan Norwegia terhadap uji coba rudal itu.", ["condemn"]),
        ("id", "Menteri itu membaca kritik film di majalah seni.", []),
        ("id", "Presiden Kenya menyebut kerusuhan itu sebagai pemusnahan suku bangsa.", ["condemn"]),
        ("id", "Presiden Kenya menyebut perundingan itu sebagai kemajuan.", []),
        ("id", "Presiden Kenya mengulang seruannya mengenai penarikan pasukan asing.", ["appeal"]),
        ("id", "Ratusan warga Kenya berunjuk rasa menentang pajak baru di ibu kota pada Senin.", []),
        ("id", "Pemerintah Kenya menentang rencana itu.", ["reject"]),
    ],
)
def test_what_is_said_by_a_deed(language: str, text: str, acts: list[str]) -> None:
    assert read_as(language, text, "statement", "act") == acts


def test_a_council_that_adopts_a_resolution_makes_no_agreement() -> None:
    text = "Dewan Keamanan menyetujui resolusi yang memperpanjang embargo."
    assert read_as("id", text, "agreement", "stage") == []
    assert read_as("id", text, "statement", "act") == ["support"]
    assert read_as("id", "Kedua pihak menyetujui gencatan senjata.", "agreement", "stage") == ["agreed"]


def test_whose_accusation_it_is() -> None:
    text = "Pembukaan pos itu dilakukan di tengah tuduhan para pejabat Chad bahwa tentara Sudan melatih pemberontak."
    assert read_as("id", text, "statement", "act") == ["accuse"]
    assert read_as("id", "Pengusaha itu diadili atas tuduhan penipuan.", "statement", "act") == []


@pytest.mark.parametrize(
    ("language", "text", "formats"),
    [
        ("id", "Iran akan mengirim wakilnya ke konferensi tentang keamanan Irak.", ["other"]),
        ("id", "Pelatih itu berbicara dalam konferensi pers tentang cedera pemainnya.", []),
        ("en", "Foreign ministers held a conference in Tokyo on Friday.", ["other"]),
        ("en", "The general told a conference in Tokyo that the army was weak.", []),
    ],
)
def test_conferences_are_meetings_and_not_those_of_the_press(language: str, text: str, formats: list[str]) -> None:
    assert read_as(language, text, "meeting", "format") == formats


def test_what_an_agreement_lays_down_behind_berdasarkan_mana() -> None:
    text = "Kedua pihak mencapai kesepakatan, berdasarkan mana pemberontak akan menutup dua kamp dalam sebulan."
    assert read_as("id", text, "obligation", "basis") == ["agreement"]
    bare = "Kedua pihak mencapai kesepakatan. Pemberontak akan menutup dua kamp untuk alasan mana pun."
    assert read_as("id", bare, "obligation", "basis") == []
