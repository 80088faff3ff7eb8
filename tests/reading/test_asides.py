"""What stands beside a clause, and what goes no further than its own: sources, dates, places and texts."""

from __future__ import annotations

import pytest

from gencatan.model import Claim
from tests.reading.told import only, sources, told


def content(claim: Claim) -> str:
    """The words of what is said."""
    value = claim.slots["content"]
    assert not isinstance(value, str)
    return getattr(value, "text", "")


def day(claim: Claim) -> str | None:
    return claim.date.span.text if claim.date else None


def place(claim: Claim) -> str | None:
    return claim.place.span.text if claim.place else None


TURNED = [
    (
        "id",
        "Pilot itu mengatakan bahwa bahan bakar hampir habis, sementara dua orang membekuk pembajak itu.",
        "arrest",
    ),
    (
        "id",
        "Pejabat khawatir kekerasan meluas, sedangkan tentara melancarkan operasi terhadap militan.",
        "operation",
    ),
    ("en", "The minister said the town was calm, while in the north soldiers arrested three men.", "arrest"),
]


@pytest.mark.parametrize(("language", "text", "act"), TURNED)
def test_what_was_said_ends_before_a_clause_that_turns_to_others(language: str, text: str, act: str) -> None:
    assert sources(only(told(language, text), "event", act=act)) == []


def test_a_clause_that_turns_to_others_within_speech_is_said_too() -> None:
    text = "Polisi mengatakan dua orang tewas sementara tiga lainnya ditahan di Goma."
    assert sources(only(told("id", text), "casualty", harm="detained")) == ["Polisi"]


SUMMED_UP = [
    ("id", "Sudan menuduh Chad melatih pemberontak, tuduhan yang dibantah oleh Ndjamena.", "melatih pemberontak"),
    ("en", "Washington accused Iran of arming the militia, a charge that Tehran denied.", "of arming the militia"),
]


@pytest.mark.parametrize(("language", "text", "said"), SUMMED_UP)
def test_a_noun_that_sums_up_what_was_said_is_no_part_of_it(language: str, text: str, said: str) -> None:
    claims = told(language, text)
    assert content(only(claims, "statement", act="accuse")) == said
    assert sources(only(claims, "statement", act="deny")) == []


def test_a_noun_in_a_list_sums_up_nothing() -> None:
    text = "Menteri itu mengecam penculikan, ancaman dan pemerasan oleh milisi."
    assert content(only(told("id", text), "statement", act="condemn")).startswith("penculikan, ancaman")


ASIDES = [
    ("id", "Uganda, yang mengusir milisi dari Kismayo pada Desember, melancarkan serangan udara terhadap pejuang."),
    ("en", "Uganda, which drove the militia from Kismayo in December, launched air strikes against fighters."),
]


@pytest.mark.parametrize(("language", "text"), ASIDES)
def test_dates_and_places_of_an_aside_are_not_those_of_the_clause_around(language: str, text: str) -> None:
    claim = only(told(language, text), "event", act="air_strike")
    assert (day(claim), place(claim)) == (None, None)


def test_the_clause_around_keeps_its_own() -> None:
    text = "Uganda, yang membantu Somalia, melancarkan serangan udara di Kismayo pada Desember."
    claim = only(told("id", text), "event", act="air_strike")
    assert (day(claim), place(claim)) == ("Desember", "Kismayo")


def test_a_day_between_the_teller_and_the_verb_of_telling_is_theirs() -> None:
    text = "Beberapa sumber di Kairo, Rabu, mengatakan Sudan dan Chad sedang merundingkan kesepakatan damai."
    claim = only(told("id", text), "meeting")
    assert (day(claim), sources(claim)) == (None, ["sumber"])


def test_who_is_quoted_may_go_on_with_a_verb_of_their_own() -> None:
    text = '"Tidak ada pembicaraan dengan kelompok itu," tegas Menteri Farouk Ismaili menanggapi laporan surat kabar.'
    assert sources(only(told("id", text), "meeting")) == ["Menteri Farouk Ismaili"]


def test_the_date_of_a_paper_is_not_that_of_what_it_tells() -> None:
    text = "Lembaga itu mengutip artikel dari tahun 2008 yang menggambarkan pembunuhan lima puluh orang."
    assert day(only(told("id", text), "casualty")) is None


def test_where_somebody_is_from_is_not_where_it_was_done() -> None:
    claims = told("id", "Menurut tentara, 117 pria yang ditangkap pada 2006 berasal dari kota Nablus.")
    assert place(only(claims, "event", act="arrest")) is None
    claims = told("id", "Tentara menangkap 117 pria di kota Nablus pada 2006.")
    assert place(only(claims, "event", act="arrest")) == "kota Nablus"


WHOLE = [
    (
        "Organisasi itu menyerukan Presiden untuk memberikan 'perintah tegas bagi tiga wartawan di Kolombo Senin, "
        "untuk ditemukan dan dibebaskan tanpa syarat.'",
        "appeal",
        "dibebaskan tanpa syarat",
    ),
    (
        "Kementerian Sosial mengajak mahasiswa untuk bersama-sama dengan pemerintah menghentikan pertikaian.",
        "appeal",
        "menghentikan pertikaian",
    ),
    ("Presiden itu mengutuk apa yang dia sebut sebagai 'serangan yang mengerikan'.", "condemn", "yang mengerikan"),
]


@pytest.mark.parametrize(("text", "act", "end"), WHOLE)
def test_what_is_said_is_not_broken_off(text: str, act: str, end: str) -> None:
    assert content(only(told("id", text), "statement", act=act)).endswith(end)


def test_what_a_speaker_goes_on_to_say_is_not_what_was_said_before() -> None:
    text = "Menteri itu menuduh Kolombo berada di balik pembunuhan tersebut dan mengatakan perundingan gagal."
    assert content(only(told("id", text), "statement", act="accuse")) == "berada di balik pembunuhan tersebut"


def test_the_second_of_two_objects_is_what_the_first_is_accused_of_being() -> None:
    claim = only(told("id", "Polisi menuduh mereka anggota kelompok bersenjata dari Tripoli."), "statement")
    assert content(claim) == "anggota kelompok bersenjata dari Tripoli"
    assert "addressee" not in claim.slots  # whom "mereka" means is not told


@pytest.mark.parametrize("formula", ["demikian bunyi pernyataan itu", "demikian antara lain isi pernyataan itu"])
def test_a_formula_of_reporting_names_the_paper_alone(formula: str) -> None:
    claim = only(told("id", f"Kelompok itu berjanji akan membebaskan tiga sandera, {formula}."), "statement")
    assert (content(claim), sources(claim)) == ("akan membebaskan tiga sandera", ["pernyataan itu"])


def test_nobody_tells_what_is_only_said_to_be_so() -> None:
    text = "Tentara menangkap sejumlah warga, termasuk empat pria yang ditahan dan yang dikatakan memiliki senjata."
    assert [sources(c) for c in told("id", text) if c.kind == "event"] == [[], []]
