"""Indonesian words for what the English of the same sentence tells: who falls from power, what falls on a town, whom a
president phones, what may be asked for; and when two leaders make a sentence one of states."""

from __future__ import annotations

import pytest

from gencatan import Document, Reader
from gencatan.language.pack import ROOT
from gencatan.model import Claim, Count
from gencatan.reading.actors.resolver import ActorResolver


def read(reader: Reader, text: str) -> list[Claim]:
    return reader.read(Document.create(text, language="id", published="2007-06-15"))


def told(claims: list[Claim], kind: str, slot: str = "act") -> list[str]:
    return [str(claim.slots.get(slot)) for claim in claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Somalia kacau sejak tergulingnya presiden Mohamed Siad Barre pada 1991.", "other"),
        ("Mereka lari setelah tergulingnya rezim Taliban.", "other"),
        ("Beberapa mortir dijatuhkan ke istana presiden.", "shelling"),
        ("Para gerilyawan menyeberang dari Pakistan ke Afghanistan pada hari Rabu.", "movement"),
        ("Puluhan orang melakukan protes di luar pengadilan di kota itu.", "protest"),
        ("Para prajurit melakukan pemeriksaan terhadap satuan polisi daerah.", "investigation"),
    ],
)
def test_an_event(reader: Reader, text: str, act: str) -> None:
    assert act in told(read(reader, text), "event")


@pytest.mark.parametrize(
    "text",
    [
        "Penumpang cedera setelah tergulingnya truk tentara di jalan raya.",
        "Petugas polisi menyeberang jalan di kota itu.",
        "Dua pengacara melakukan protes di pengadilan militer itu.",
        "Dokter tentara melakukan pemeriksaan terhadap pasien itu.",
    ],
)
def test_no_event(reader: Reader, text: str) -> None:
    assert not told(read(reader, text), "event")


def test_what_is_brought_down_shells_nobody(reader: Reader) -> None:
    claims = read(reader, "Tentara menjatuhkan dua roket dengan sistem pertahanannya.")
    assert "shelling" not in told(claims, "event")


@pytest.mark.parametrize(
    "text",
    [
        "Serangan itu menewaskan dua polisi dan melukai seorang lagi.",
        "Sebuah bom menewaskan dua polisi dan mencederai seorang lainnya di dekat perbatasan.",
        "Tentara menewaskan dua gerilyawan dan mencederai seorang lain.",
    ],
)
def test_one_besides_is_harmed_too(reader: Reader, text: str) -> None:
    claims = read(reader, text)
    counts = [claim.slots["count"] for claim in claims if claim.slots.get("harm") == "injured"]
    assert [(c.min, c.max) for c in counts if isinstance(c, Count)] == [(1, 1)]


def test_one_whose_noun_is_told_is_who_that_is(reader: Reader) -> None:
    claims = read(reader, "Serangan itu menewaskan dua polisi dan melukai seorang guru lagi.")
    (hurt,) = (claim for claim in claims if claim.slots.get("harm") == "injured")
    assert "guru" in str(hurt.slots["victims"])


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Bentrok antara polisi dan demonstran terjadi di ibu kota.", ["clash"]),
        ("Bentrok di Kirkuk itu menewaskan dua orang.", ["clash"]),
        ("Jadwal sidang itu bentrok dengan jadwal rapat kabinet.", []),
    ],
)
def test_a_subject_is_a_noun_whatever_its_tag(reader: Reader, text: str, acts: list[str]) -> None:
    assert told(read(reader, text), "event") == acts


@pytest.mark.parametrize("phone", ["telepon", "telefon"])
def test_phones_in_both_spellings(reader: Reader, phone: str) -> None:
    text = f"Dalam percakapan {phone} dengan presiden Mesir, perdana menteri menolak usul itu."
    assert told(read(reader, text), "meeting", "format") == ["phone"]


def test_help_is_asked_for(reader: Reader) -> None:
    claims = read(reader, "Pemerintah Jepang meminta kerja sama Amerika Serikat.")
    assert told(claims, "statement") == ["appeal"]


def test_who_is_resolved_says_nothing(reader: Reader) -> None:
    assert not told(read(reader, "Pemerintah Iran bertekad melanjutkan pekerjaan nuklirnya."), "statement")
    assert told(read(reader, "Pemerintah Iran berjanji melanjutkan pekerjaan nuklirnya."), "statement") == ["promise"]


def test_leaders_of_two_powers_are_powers() -> None:
    actors = ActorResolver.load("id", ROOT / "id")
    assert actors.names_powers("Olmert akan bertemu dengan Haniya.")
    assert not actors.names_powers("Olmert akan bertemu dengan tetangganya.")
    assert not actors.names_powers("Olmert akan bertemu dengan putra Ehud Olmert.")


def statuses(claims: list[Claim], kind: str) -> list[str]:
    return [claim.status for claim in claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Pada perundingan di Beijing pekan lalu, Korea Utara berjanji untuk menutup reaktornya.", "asserted"),
        ("Dalam pertemuan di Jenewa pada Senin, pemerintah bersedia membebaskan para tahanan.", "asserted"),
        ("Menlu itu berjanji akan mengangkat masalah itu dalam perundingan dengan Iran.", "planned"),
        ("Informasi itu akan dibagi ketika kedua pihak bertemu di Islamabad.", "planned"),
        ("Pemerintah akan bersidang ketika kedua presiden sudah bertemu di Islamabad.", "asserted"),
        ("Menteri berkunjung ke Kairo ketika kedua pihak bertemu di Islamabad.", "asserted"),
    ],
)
def test_whether_a_meeting_is_yet_to_come(reader: Reader, text: str, status: str) -> None:
    found = [c for c in read(reader, text) if c.kind == "meeting" and c.slots.get("format") == "talks"]
    assert [claim.status for claim in found] == [status]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Pasukan Israel meninggalkan Nablus pada hari Kamis.", ["deployment"]),
        ("Tentara Israel meninggalkan kota itu pada Senin.", ["deployment"]),
        ("Para pemberontak meninggalkan kota itu pada Senin.", ["event"]),
    ],
)
def test_forces_leave_once(reader: Reader, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(reader, text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Kedua pihak membahas masalah penculikan warga Jepang oleh Korea Utara.",
        "Jepang tidak akan mengalah dalam persoalan penculikan warga Jepang oleh Korea Utara.",
    ],
)
def test_what_an_issue_is_about_took_place(reader: Reader, text: str) -> None:
    claims = read(reader, text)
    assert told(claims, "event") == ["abduction"]
    assert statuses(claims, "event") == statuses(claims, "casualty") == ["asserted"]


@pytest.mark.parametrize(
    "text",
    [
        "Menteri akan membahas masalah penculikan dengan Korea Utara.",
        "Kedua presiden akan membahas masalah pembebasan tahanan perang.",
    ],
)
def test_what_is_to_be_talked_about_did_not(reader: Reader, text: str) -> None:
    assert not told(read(reader, text), "event")


def test_whose_fate_is_unknown_is_missing(reader: Reader) -> None:
    claims = read(reader, "Nasib enam pelaut lainnya hingga kini belum diketahui.")
    assert told(claims, "casualty", "harm") == ["missing"]
    assert not read(reader, "Nasib rancangan perdamaian itu belum diketahui.")


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Beijing menganggap Taiwan sebagai bagian dari wilayahnya.", ["claims"]),
        ("Pemerintah Israel menganggap Iran sebagai bagian dari masalah.", []),
    ],
)
def test_whose_a_land_is_held_to_be(reader: Reader, text: str, relations: list[str]) -> None:
    assert told(read(reader, text), "territory", "relation") == relations


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Jaksa menuntut dua perwira atas pembunuhan itu.", ["other"]),
        ("Jaksa militer menuntut hukuman yang berat.", []),
        ("Pilot itu keluar dari pesawat tempur dengan selamat.", []),
        ("Korea Utara akan menutup reaktornya di Yongbyon.", ["closure"]),
    ],
)
def test_courts_crews_and_reactors(reader: Reader, text: str, acts: list[str]) -> None:
    assert told(read(reader, text), "event") == acts


def test_who_will_not_support_it_denies_support(reader: Reader) -> None:
    (claim,) = (c for c in read(reader, "Partai oposisi tidak akan mendukung resolusi itu.") if c.kind == "statement")
    assert (claim.slots["act"], claim.status) == ("support", "denied")


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Panitia berharap sejuta orang akan berunjuk rasa pada Sabtu.", "event", "possible"),
        ("Menteri itu berharap bertemu dengan presiden Iran pada hari Senin.", "meeting", "possible"),
        ("Pasukan PBB diharapkan tiba di Darfur pada bulan Juli.", "deployment", "called_for"),
    ],
)
def test_what_is_hoped_for_may_be(reader: Reader, text: str, kind: str, status: str) -> None:
    assert statuses(read(reader, text), kind) == [status]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Sekitar 30 orang berhasil diselamatkan dari reruntuhan itu, kata polisi.", ["evacuation"]),
        ("Dua gol diselamatkan pada menit terakhir, kata polisi.", []),
    ],
)
def test_who_is_rescued_whoever_does_it(reader: Reader, text: str, acts: list[str]) -> None:
    assert told(read(reader, text), "event") == acts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Kami berharap tentara tidak menyerang kota itu, kata wali kota."),
        ("en", "We hope that the army does not attack the town, said the mayor."),
        ("en", "The bishop hopes they will not kill the two hostages."),
    ],
)
def test_what_is_hoped_not_to_be_is_not_denied(reader: Reader, language: str, text: str) -> None:
    claims = reader.read(Document.create(text, language=language, published="2007-06-15"))
    assert not {claim.kind for claim in claims} & {"event", "casualty"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Wali kota mengatakan tentara tidak menyerang kota itu."),
        ("en", "The mayor said he hoped that the army, which had not attacked the town, would leave."),
    ],
)
def test_what_is_said_not_to_be_is_denied(reader: Reader, language: str, text: str) -> None:
    claims = reader.read(Document.create(text, language=language, published="2007-06-15"))
    assert "denied" in statuses(claims, "event")


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        ("Satu polisi tewas dan beberapa lainnya cedera dalam pertempuran itu.", ["killed", "injured"]),
        ("Seorang warga tewas dan sejumlah lainnya cedera dalam serangan itu.", ["killed", "injured"]),
        ("Satu rumah hancur dan beberapa lainnya rusak dalam serangan itu.", []),
    ],
)
def test_others_are_harmed_whatever_their_number(reader: Reader, text: str, harms: list[str]) -> None:
    assert told(read(reader, text), "casualty", "harm") == harms


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Presiden Bush mengatakan hal itu setelah bertemu dengan Perdana Menteri Maliki.", True),
        ("Menteri luar negeri itu menyampaikan hal tersebut seusai bertemu dengan Presiden Abbas.", True),
        ("Presiden Bush mengatakan warga sipil itu bertemu dengan keluarganya.", False),
    ],
)
def test_who_says_so_after_a_meeting_met(reader: Reader, text: str, met: bool) -> None:
    found = [claim for claim in read(reader, text) if claim.kind == "meeting"]
    assert len(found) == met
    assert all("Presiden" in str(c.slots["participants"]) for c in found)


@pytest.mark.parametrize(
    ("text", "formats"),
    [
        ("Menteri itu berangkat ke Wina untuk mengikuti perundingan damai.", ["visit", "talks"]),
        ("Menteri itu berangkat ke Wina untuk mengikuti lomba lari.", ["visit"]),
    ],
)
def test_what_somebody_goes_to_attend(reader: Reader, text: str, formats: list[str]) -> None:
    assert told(read(reader, text), "meeting", "format") == formats


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Keputusan pemerintah itu mengakibatkan protes besar di ibu kota.", ["protest"]),
        ("Keputusan presiden liga itu memicu protes besar penggemar.", []),
    ],
)
def test_large_protests(reader: Reader, text: str, acts: list[str]) -> None:
    assert told(read(reader, text), "event") == acts


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hal itu dikatakan Presiden Yudhoyono seusai bertemu Perdana Menteri Malaysia.", "Presiden Yudhoyono"),
        ("Hal itu diungkapkan oleh juru bicara itu setelah bertemu dengan utusan Hamas.", "juru bicara itu"),
    ],
)
def test_by_whom_it_is_said_after_a_meeting(reader: Reader, text: str, who: str) -> None:
    (claim,) = (c for c in read(reader, text) if c.kind == "meeting")
    assert who in str(claim.slots["participants"])


def test_who_was_attacked_is_who_is_said_to_be_dead(reader: Reader) -> None:
    claims = read(reader, "Dua tentara dilaporkan tewas setelah diserang pemberontak.")
    (attack,) = (c for c in claims if c.kind == "event")
    assert "tentara" in str(attack.slots["target"])


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Patut disayangkan bahwa tentara disambut dengan tembakan, kata Presiden Kufuor.", []),
        ("Pemerintah harus menarik pasukannya, kata Presiden Kufuor.", ["demand"]),
    ],
)
def test_what_is_to_be_regretted_is_asked_of_nobody(reader: Reader, text: str, acts: list[str]) -> None:
    assert told(read(reader, text), "statement") == acts


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Pasukan keamanan Pakistan melakukan siaga tinggi pada hari Rabu.", []),
        ("Pasukan keamanan Pakistan bersiaga di perbatasan.", ["present"]),
    ],
)
def test_an_alert_puts_nobody_anywhere(reader: Reader, text: str, changes: list[str]) -> None:
    assert told(read(reader, text), "deployment", "change") == changes
