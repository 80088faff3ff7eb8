"""What stands in another clause of an Indonesian sentence: days, towns, doers and what is only possible there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from gencatan import Document, Reader

DAY = "2007-06-15"


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader of both languages."""
    return Reader(languages=["en", "id"])


def told(reader: Reader, text: str, kind: str, language: str = "id", **values: str) -> list[Mapping[str, Any]]:
    """The claims of a kind with these values."""
    document = Document.create(text, id="one", language=language, published=DAY)
    claims: Sequence[Mapping[str, Any]] = [c.to_dict() for c in reader.read(document)]
    return [c for c in claims if c["kind"] == kind and all(c["slots"].get(k) == v for k, v in values.items())]


def names(claim: Mapping[str, Any], slot: str) -> list[str]:
    """The wordings in a slot."""
    return [f["text"] for f in claim["slots"].get(slot, [])]


@pytest.mark.parametrize(
    ("text", "act", "dated"),
    [
        (
            "Kabila, ketika berbicara mengenai gelombang baru pertempuran, Selasa pagi menyebut keadaan itu gawat.",
            "clash",
            False,
        ),
        (
            "Presiden Ghana, yang prihatin dengan pertempuran itu, Ahad malam, mengatakan ia akan mengirim utusan.",
            "clash",
            False,
        ),
        (
            "Menteri itu, yang mengomentari serangan terhadap konvoi, Kamis malam menegaskan bahwa ia akan mundur.",
            "attack",
            False,
        ),
        ("Perjanjian itu sejalan dengan gencatan senjata 3 Mei, meskipun pertempuran sudah mereda.", "clash", False),
        (
            "Menteri itu hari Senin bertemu rekannya di Kairo membahas serangan udara, yang menewaskan dua petani.",
            "air_strike",
            False,
        ),
        ("Serangan terhadap konvoi itu, Senin, menewaskan tiga prajurit.", "attack", True),
        ("Penculikan dua insinyur itu, Jumat, memicu kemarahan, kata polisi.", "abduction", True),
        ("Mayat dua anak ditemukan di sebuah alamat di London timur, Rabu, kata polisi.", "find", True),
        ("Dewan Keamanan bertemu Rabu membahas serangan Selasa di Gaza.", "attack", True),
    ],
)
def test_day_of_another_clause(reader: Reader, text: str, act: str, dated: bool) -> None:
    """A day between a comma and the next verb, of a truce or of a meeting is not that of the act told before it."""
    found = told(reader, text, "event", act=act)
    assert found
    assert all((c["date"] is not None) is dated for c in found)


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Jepang menolak ikut membiayai proyek itu karena sengketa pulau pada tahun 1990-an.", False),
        ("Jepang menolak usul itu pada hari Senin karena sengketa pulau.", True),
    ],
)
def test_day_in_a_reason(reader: Reader, text: str, dated: bool) -> None:
    """A time in the reason for somebody's words is not that of the words."""
    (found,) = told(reader, text, "statement", act="reject")
    assert (found["date"] is not None) is dated


@pytest.mark.parametrize(
    ("text", "act", "place"),
    [
        (
            "Karzai tiba di bandara Kandahar dan serangan bom bunuh diri itu bertujuan menyebarkan ketakutan.",
            "attack",
            None,
        ),
        ("Pemberontak menguasai wilayah Utara dan membunuh 20 warga di Selatan.", "attack", None),
        ("Presiden Musharraf di Islamabad Selasa membicarakan bentrokan di Waziristan.", "clash", "Waziristan"),
        ("Tentara menyerbu Waziristan Utara pada hari Senin.", "attack", "North Waziristan"),
    ],
)
def test_place_of_another_clause(reader: Reader, text: str, act: str, place: str | None) -> None:
    """Where somebody arrived is not where the next clause's act was, and a bare direction is no village."""
    (found,) = told(reader, text, "event", act=act)
    assert (found["place"] or {}).get("name") == place


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Sedikitnya 40 tentara tewas dalam pertempuran sejak Kabila bulan lalu menyerukan gencatan senjata.",
            "Kabila",
        ),
        ("Hal itu menguntungkan para tetangga, terutama Suriah yang mendukung Hizbullah.", "Suriah"),
    ],
)
def test_whose_words(reader: Reader, text: str, speaker: str) -> None:
    """Who stands right before the verb of a clause speaks, and "terutama" is no part of a name."""
    (found,) = told(reader, text, "statement")
    assert names(found, "speaker") == [speaker]


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("Walikota Khalis, kota asal aparat-aparat yang dibunuh itu, mengundurkan diri.", "attack", ["aparat-aparat"]),
        ("Mobil polisi yang ditembak itu terbakar di Nablus.", "attack", ["Mobil polisi"]),
        ("Krisis sandera Beslan pada 2004 berakhir.", "abduction", []),
        ("Penculikan dua insinyur terjadi pada hari Sabtu.", "abduction", ["dua insinyur"]),
        ("Boikot terus dilakukan terhadap para pejabat Hamas.", "sanction", ["pejabat Hamas"]),
        ("Pihak berwenang Iran menyergap para marinir di perairan Iran dan menahan mereka.", "arrest", ["marinir"]),
        ("Nelayan Vietnam memasuki wilayah China dan polisi menangkap mereka di perairan China.", "arrest", ["mereka"]),
        ("Perjanjian itu menyebut diakhirinya pembunuhan bertarget oleh tentara.", "attack", []),
    ],
)
def test_to_whom(reader: Reader, text: str, act: str, target: list[str]) -> None:
    """A town, whose waters it was or what an act is called by is nobody to whom it was done."""
    (found,) = told(reader, text, "event", act=act)
    assert names(found, "target") == target


@pytest.mark.parametrize(
    ("text", "kind", "statuses"),
    [
        ("Tentara tanpa sengaja menembak mati seorang anak di Hebron.", "event", ["asserted"]),
        ("Pasukan pergi tanpa membunuh warga.", "casualty", ["denied"]),
        ("Ketika ditanya soal kemungkinan pasukan ditarik dari Basra, Blair diam.", "deployment", ["possible"]),
        ("Pasukan ditarik dari Basra pada hari Senin.", "deployment", ["asserted"]),
        ("Uni Eropa menyatakan penculikan lima wartawan itu tidak bisa dibenarkan.", "event", ["asserted"]),
        ("Menteri itu mengatakan serangan terhadap rumah sakit tidak bisa ditoleransi.", "event", []),
        ("Serangan terhadap Iran tidak dapat dihindari, kata jenderal itu.", "event", ["possible"]),
        ("Upaya melalui perantara suku untuk membebaskan dua insinyur Jerman itu gagal.", "event", []),
        ("Tanpa penambahan tentara, kita tidak akan menang di Helmand, kata jenderal itu.", "deployment", []),
        ("Lebanon tidak terperosok ke dalam perang saudara.", "event", []),
        ("Somalia terjerumus ke dalam perang saudara pada 1991.", "event", ["asserted"]),
        ("Jurubicara pemberontak tidak dapat dihubungi untuk diminta tanggapan.", "statement", []),
        ("Serangan hiu melukai seorang peselancar di Sydney.", "event", []),
        ("Perwira tandingan pemberontakan itu bertugas di Kabul.", "event", []),
    ],
)
def test_how_it_is_meant(reader: Reader, text: str, kind: str, statuses: list[str]) -> None:
    """What was done unawares was done; what is only possible, tried, or not slid into was not."""
    assert [c["status"] for c in told(reader, text, kind)] == statuses


@pytest.mark.parametrize(
    ("text", "language", "actor"),
    [
        ("AS menjatuhkan sanksi terhadap rezim militer itu.", "id", None),
        ("Inggris menuduh rezim itu membunuh rakyatnya.", "id", None),
        ("The US imposed sanctions on the military regime.", "en", None),
        ("Oposisi Thailand mendesak pemerintah mundur.", "id", "THA/GOV"),
        ("Parlemen Pakistan mendesak pemerintah untuk menghentikan operasi.", "id", "PAK/GOV"),
    ],
)
def test_no_state_acts_on_its_own_government(reader: Reader, text: str, language: str, actor: str | None) -> None:
    """A government without a name that a state acts on is another's; that its parliament asks is its own."""
    found = told(reader, text, "statement", language) or told(reader, text, "event", language, act="sanction")
    slot = "addressee" if found[0]["kind"] == "statement" else "target"
    (upon,) = found[0]["slots"][slot]
    assert (upon["actor"] or {}).get("id") == actor


def test_hearers_are_no_source(reader: Reader) -> None:
    """To whom a statement was handed does not tell what it says."""
    text = "Kedua negara sepakat menarik pasukan, menurut dokumen yang diberikan kepada para diplomat."
    (found,) = told(reader, text, "agreement")
    assert [f["text"] for f in found["attribution"]] == ["dokumen"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The killing of two priests cannot be justified, the bishop said.", ["asserted"]),
        ("An attack on Iran cannot be justified, he said.", []),
    ],
)
def test_not_to_be_justified(reader: Reader, text: str, status: list[str]) -> None:
    """What cannot be justified was done where it is told of somebody in particular."""
    assert [c["status"] for c in told(reader, text, "event", "en")] == status
