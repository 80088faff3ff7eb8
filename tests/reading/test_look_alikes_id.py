"""Indonesian words of force, talk and protest, and the sentences in which the same words tell of something else."""

from __future__ import annotations

import pytest

from gencatan import Document, Reader
from gencatan.model import Claim
from gencatan.reading.selection import Selection


def read(reader: Reader, text: str) -> list[Claim]:
    """The claims of a sentence as in a report on a conflict: alone it may name no power."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Selection, "is_grave", lambda *_: True)
        return reader.read(Document.create(text, language="id", published="2024-06-13"))


def acts(claims: list[Claim]) -> list[str]:
    """The acts of the events among the claims."""
    return sorted(str(claim.slots["act"]) for claim in claims if claim.kind == "event")


def filled(claims: list[Claim], slot: str) -> list[str]:
    """The words in a slot of the events."""
    found = [claim.slots.get(slot, ()) for claim in claims if claim.kind == "event"]
    return [filler.span.text for fillers in found if isinstance(fillers, tuple) for filler in fillers]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Basarnas memperluas penyisiran.", "search"),
        ("Bea Cukai melakukan penyisiran rokok ilegal.", "search"),
        ("Polisi melakukan penyisiran di sekitar stadion.", "search"),
        ("Petugas imigrasi melakukan penyisiran warga asing ilegal.", "search"),
        ("Relawan menggelar penyisiran untuk mencari pendaki yang hilang.", "search"),
        ("Prajurit TNI melanjutkan penyisiran korban longsor.", "search"),
        ("Tentara Israel melakukan penyisiran di Jenin.", "operation"),
        ("Militer Nigeria melancarkan penyisiran terhadap pemberontak di hutan Sambisa.", "operation"),
        ("Penyisiran pasukan Israel di Tulkarm memasuki hari ketiga.", "operation"),
    ],
)
def test_troops_sweep_and_others_search(reader: Reader, text: str, act: str) -> None:
    assert acts(read(reader, text)) == [act]


def test_rescuers_search(reader: Reader) -> None:
    assert "operation" not in acts(read(reader, "Tim SAR melakukan penyisiran untuk mencari korban."))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Penyisiran dari rumah ke rumah dilakukan tentara di Nablus.", []),
        ("Pasukan Israel menggelar penyisiran dari rumah ke rumah di Jenin.", []),
        ("Penyisiran ranjau di Laut Hitam dimulai pekan lalu.", ["ranjau"]),
        ("TNI Angkatan Laut melakukan penyisiran ranjau di perairan itu.", ["ranjau"]),
    ],
)
def test_what_is_swept_for(reader: Reader, text: str, target: list[str]) -> None:
    claims = read(reader, text)
    assert acts(claims)
    assert filled(claims, "target") == target
    assert not any("instrument" in claim.slots for claim in claims)


@pytest.mark.parametrize(
    ("text", "disarmed"),
    [
        ("Belanda mengumumkan penyerahan 24 jet tempur F-16 kepada Ukraina.", False),
        ("Angkatan Udara menerima penyerahan enam jet Rafale dari Prancis.", False),
        ("Taiwan menerima penyerahan 38 tank Abrams dari Amerika Serikat.", False),
        ("Jerman mengumumkan penyerahan rudal Patriot.", False),
        ("Galangan itu melakukan penyerahan dua kapal perang kepada Angkatan Laut.", False),
        ("Penyerahan senjata oleh milisi itu berlangsung di Mosul.", True),
        ("Pemberontak memulai penyerahan senjata mereka kepada PBB.", True),
        ("FARC menuntaskan penyerahan 7.000 senjata kepada PBB.", True),
        ("Milisi itu menuntaskan penyerahan tank kepada pemantau.", True),
    ],
)
def test_arms_handed_in_and_arms_delivered(reader: Reader, text: str, disarmed: bool) -> None:
    assert ("disarmament" in acts(read(reader, text))) is disarmed


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Presiden Zelensky berbicara dengan Perdana Menteri Modi.", True),
        ("Presiden Zelensky berbicara dengan Erdogan di Istanbul.", True),
        ("Menteri Luar Negeri Turki berbicara dengan Menteri Luar Negeri Rusia soal Suriah.", True),
        ("Delegasi Hamas berbicara dengan mediator Mesir di Kairo.", True),
        ("Utusan PBB itu berbicara dengan pemimpin Houthi di Sanaa.", True),
        ("Presiden Zelensky berbincang dengan para tentara di garis depan.", False),
        ("Menteri Pertahanan berbincang dengan prajurit yang terluka.", False),
        ("Jaksa berbicara dengan polisi tentang kasus itu.", False),
        ("Presiden Biden berbicara dengan jaksa agung.", False),
        ("Presiden Prabowo berbicara dengan menteri pertahanannya.", False),
        ("Presiden Prabowo berbicara dengan Kapolri.", False),
        ("Camat itu berbincang dengan warga.", False),
        ("Netanyahu berbicara dengan Al Jazeera.", False),
        ("Menteri itu berbincang dengan BBC.", False),
        ("Pelatih itu berbicara dengan para pemain.", False),
        ("Pilot itu berbicara dengan menara kontrol.", False),
        ("Gubernur berbicara dengan pedagang tentang harga beras.", False),
    ],
)
def test_who_meets_when_somebody_talks(reader: Reader, text: str, met: bool) -> None:
    assert any(claim.kind == "meeting" for claim in read(reader, text)) is met


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Konfederasi serikat buruh melakukan mogok umum di Paris.", "Konfederasi serikat buruh"),
        ("Konfederasi buruh menggelar mogok nasional.", "Konfederasi buruh"),
        ("Konfederasi itu berunjuk rasa di depan parlemen.", "Konfederasi itu"),
        ("Konfederasi buruh menggelar unjuk rasa di Roma.", "Konfederasi buruh"),
    ],
)
def test_confederations_protest(reader: Reader, text: str, actor: str) -> None:
    claims = read(reader, text)
    assert acts(claims) == ["protest"]
    assert filled(claims, "actor") == [actor]


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Pengunjuk rasa memasang barikade di jalan utama Beirut.", ["Pengunjuk rasa"], []),
        ("Pengunjuk rasa membuat barikade di jalan menuju bandara.", ["Pengunjuk rasa"], []),
        ("Massa membangun barikade di jalan-jalan Caracas.", ["Massa"], []),
        ("Warga Serbia mendirikan barikade di Kosovo utara.", ["Warga Serbia"], []),
        ("Barikade memutus jalan menuju Mitrovica.", [], ["jalan"]),
        ("Barikade memblokir jalan utama di Port-au-Prince.", [], ["jalan utama"]),
        ("Tentara memutus jalan menuju Goma.", ["Tentara"], ["jalan"]),
    ],
)
def test_barricades_are_means(reader: Reader, text: str, actor: list[str], target: list[str]) -> None:
    claims = read(reader, text)
    assert acts(claims) == ["blockade"]
    assert (filled(claims, "actor"), filled(claims, "target")) == (actor, target)


def test_barriers_of_a_concert_block_nothing(reader: Reader) -> None:
    assert acts(read(reader, "Panitia membuat barikade untuk penonton konser.")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polisi menemukan surat bom di kantor partai itu.", ["find"]),
        ("Polisi menjinakkan surat bom di kantor Presiden.", ["find"]),
        ("Surat bom dikirim ke kedutaan Ukraina di Madrid.", []),
        ("Surat bom dikirim kepada Perdana Menteri Spanyol.", []),
        ("Sebuah surat bom meledak di kedutaan Ukraina di Madrid.", ["explosion"]),
        ("Ledakan surat bom melukai dua orang.", ["explosion"]),
    ],
)
def test_letters_with_bombs(reader: Reader, text: str, expected: list[str]) -> None:
    assert acts(read(reader, text)) == expected


@pytest.mark.parametrize("text", ["Bom surat itu tidak meledak.", "Surat bom itu tidak meledak, kata polisi."])
def test_a_letter_that_did_not_go_off(reader: Reader, text: str) -> None:
    assert not any(c.slots.get("act") == "explosion" and c.status == "asserted" for c in read(reader, text))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Warga menutup jalan di Baghdad.", "closure"),
        ("Nelayan menutup jalan menuju pelabuhan.", "closure"),
        ("Petani menutup jalan di Lyon.", "closure"),
        ("Orang tua murid menutup jalan.", "closure"),
        ("Polisi menutup jalan dan warga menuntut penjelasan.", "closure"),
        ("Warga menutup jalan, dan pemerintah menuntut penjelasan.", "closure"),
        ("Pemberontak menutup jalan menuju Goma.", "blockade"),
        ("Massa menutup jalan menuju bandara.", "protest"),
        ("Ribuan petani menutup jalan di Lyon.", "protest"),
        ("Puluhan polisi menutup jalan di Lyon.", "closure"),
        ("Puluhan orang menutup jalan raya menuntut pembebasan sandera.", "protest"),
        ("Buruh menutup jalan di depan pabrik menuntut kenaikan upah.", "protest"),
        ("Petani menutup jalan menuju ibu kota untuk memprotes pemerintah.", "protest"),
        ("Mahasiswa menutup jalan di depan parlemen untuk menolak undang-undang itu.", "protest"),
        ("Orang tua siswa menutup jalan menuju sekolah untuk memprotes penembakan itu.", "protest"),
    ],
)
def test_roads_closed_in_protest_and_otherwise(reader: Reader, text: str, act: str) -> None:
    assert acts(read(reader, text)) == [act]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Protes kepada wasit dilancarkan pelatih.", []),
        ("Protes dilancarkan klub itu kepada FIFA.", []),
        ("Protes resmi dilancarkan pemerintah kepada kedutaan Tiongkok.", []),
        ("Protes warganet meluas di media sosial.", []),
        ("Protes konsumen meluas di media sosial.", []),
        ("Sidang itu diwarnai protes keluarga terdakwa.", []),
        ("Rapat itu diwarnai protes anggota dewan.", []),
        ("Gelombang protes meluas ke 12 kota.", ["protest"]),
        ("Protes antipemerintah meluas ke seluruh Iran.", ["protest"]),
        ("Protes keluarga terdakwa mewarnai sidang itu.", []),
        ("Protes warga mewarnai kunjungan presiden itu.", ["protest"]),
        ("Protes mahasiswa meluas ke kota lain.", ["protest"]),
    ],
)
def test_protests_in_the_street_and_on_paper(reader: Reader, text: str, expected: list[str]) -> None:
    assert acts(read(reader, text)) == expected


@pytest.mark.parametrize(
    ("text", "harmed_by"),
    [
        ("Sisa reruntuhan rudal melukai dua warga.", False),
        ("Serpihan drone melukai tiga orang di Kyiv.", False),
        ("Puing pesawat nirawak menewaskan seorang perempuan di Odesa.", False),
        ("Milisi itu melukai dua warga di Kyiv.", True),
    ],
)
def test_debris_attacks_nobody(reader: Reader, text: str, harmed_by: bool) -> None:
    claims = read(reader, text)
    (toll,) = [claim for claim in claims if claim.kind == "casualty"]
    assert bool(toll.slots.get("perpetrator")) is harmed_by
    assert bool(acts(claims)) is harmed_by


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Presiden itu mengakui China sebagai mitra dagang.", []),
        ("Menteri itu mengakui Vietnam sebagai pesaing utama.", []),
        ("Presiden itu mengakui India sebagai sahabat lama.", []),
        ("Spanyol mengakui Palestina sebagai negara merdeka.", ["support"]),
    ],
)
def test_who_is_recognised_as_what(reader: Reader, text: str, expected: list[str]) -> None:
    assert [claim.slots["act"] for claim in read(reader, text) if claim.kind == "statement"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menteri itu melarikan diri dari wartawan.", []),
        ("Pejabat itu kabur dari pertanyaan wartawan.", []),
        ("Pengusaha itu kabur dari kejaran utang.", []),
        ("Bupati itu melarikan diri dari tanggung jawab.", []),
        ("Presiden itu melarikan diri ke Moskow.", ["movement"]),
        ("Ribuan warga melarikan diri dari Khartoum.", ["movement"]),
    ],
)
def test_flight_and_mere_evasion(reader: Reader, text: str, expected: list[str]) -> None:
    assert acts(read(reader, text)) == expected
