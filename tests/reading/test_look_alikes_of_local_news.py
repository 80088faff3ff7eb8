"""Indonesian sentences of police, fires, floods and home politics that only look like war and what is told of it."""

from __future__ import annotations

import pytest

from .told import actors, fillers, only, told, wording

WAR = "Pertempuran dengan milisi itu masih berlangsung. "


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Polisi menangkap seorang terduga teroris di Garut. ", "Api membakar tiga rumah di Cimahi."),
        ("KKB menembak sopir truk; OPM mengaku bertanggung jawab. ", "Longsor menimpa dua rumah di Wamena."),
        ("KKB menembak sopir truk; OPM mengaku bertanggung jawab. ", "Sekolah diliburkan karena ujian nasional."),
        ("Densus 88 menangkap dua terduga teroris di Solo. ", "Pesawat kepresidenan mendarat di Tokyo."),
        ("Polisi memeriksa terduga teroris. ", "Seorang pasien kanker meninggal dunia saat dibawa ke rumah sakit."),
        (WAR, "Api membakar tiga rumah di Cimahi."),
        (WAR, "Banjir bandang menerjang dua gudang."),
        (WAR, "Truk menimpa mobil di jalan tol."),
    ],
)
def test_a_report_of_the_police_is_none_of_war_and_nature_attacks_nobody(before: str, text: str) -> None:
    assert not [c for c in told("id", before + text) if c.evidence[0].start >= len(before)]


def test_a_side_and_the_army_make_a_war() -> None:
    claims = told("id", "KKB menembaki pos dan tentara membalas.")
    assert ["tentara"] in [fillers(c, "actor") for c in claims if c.slots.get("act") == "attack"]
    claims = told("id", WAR + "Milisi menghancurkan dua gudang.")
    assert ["dua gudang"] in [fillers(c, "target") for c in claims if c.slots.get("act") == "attack"]


@pytest.mark.parametrize(
    "text",
    [
        "Wartawan itu dipenjara karena kritik pemerintah.",
        "Kritik Israel disamakan dengan antisemitisme.",
        "Kritik gubernur soal sampah ditanggapi wali kota.",
        "Kritikan DPR kepada perusahaan air itu ditanggapi direksi.",
        "Kritik Uni Eropa terhadap hukuman mati ditolak Iran.",
    ],
)
def test_whom_criticism_is_of_or_who_refuses_it_voices_none(text: str) -> None:
    assert not [c for c in told("id", text) if c.slots.get("act") == "condemn"]


@pytest.mark.parametrize("behind", ["terhadap uji coba rudal itu", "atas serangan itu"])
def test_who_criticises_a_thing_condemns_it(behind: str) -> None:
    claim = only(told("id", f"Wartawan membahas kritik pemerintah Norwegia {behind}."), "statement", act="condemn")
    assert fillers(claim, "speaker") == ["pemerintah Norwegia"]


def test_who_accepts_a_resolution_agrees_to_it_and_who_votes_it_does_not() -> None:
    for text, parties in (
        ("Iran menerima Resolusi 598 dan mengakhiri perang dengan Irak pada 1988.", ["Iran"]),
        ("Hamas menerima resolusi gencatan senjata Dewan Keamanan.", ["Hamas"]),
        ("Israel dan Hizbullah menerima Resolusi 1701.", ["Israel", "Hizbullah"]),
    ):
        assert fillers(only(told("id", text), "agreement", stage="agreed"), "parties") == parties
    for text in ("Dewan Keamanan menyetujui resolusi itu.", "Majelis Umum PBB menerima resolusi tentang Gaza."):
        assert not [c for c in told("id", text) if c.kind == "agreement"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("TNI mengakui insiden penyiksaan warga sipil di Puncak.", ["acknowledge"]),
        ("Presiden mengakui dua belas peristiwa pelanggaran HAM berat.", ["acknowledge"]),
        ("Pemberontak mengakui insiden itu dan meminta maaf.", ["acknowledge"]),
        ("Polisi membenarkan insiden penyiksaan warga sipil itu.", []),
    ],
)
def test_who_owns_up_to_an_incident_acknowledges_it_and_who_confirms_it_does_not(text: str, acts: list[str]) -> None:
    assert [c.slots["act"] for c in told("id", text) if c.kind == "statement"] == acts


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Setelah penembakan itu sekolah ditutup sampai Rabu, lalu dibuka kembali.", "2024-03-13"),
        ("Bandara itu sempat ditutup hingga Minggu.", "2024-03-10"),
        ("Bandara itu ditutup hingga Minggu.", "2024-03-17"),
    ],
)
def test_what_was_shut_and_is_open_again_was_shut_until_the_last_weekday(text: str, end: str) -> None:
    claim = only(told("id", text), "event", act="closure")
    assert claim.date is not None
    assert claim.date.end == end


@pytest.mark.parametrize(
    "text",
    [
        "Anggota DPR membalas di media sosial.",
        "Junta membalas dalam pernyataan tertulis.",
        "Tentara membalas melalui surat.",
        "Pasukan itu siap membalas.",
        "Milisi mampu membalas.",
    ],
)
def test_who_answers_in_words_attacks_nobody(text: str) -> None:
    assert not [c for c in told("id", WAR + text) if c.slots.get("act") == "attack"]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Pemberontak menyeret tentara ke dalam konflik.", []),
        ("Pemberontak menyeret warga ke pengadilan.", []),
        ("Milisi menggiring warga ke tempat pemungutan suara.", []),
        ("Gerilyawan menyeret tiga perawat ke hutan.", ["abduction"]),
        ("Milisi membawa delapan warga sebagai tawanan.", ["abduction"]),
        ("Penculik membawa lari dua siswa.", ["abduction"]),
        ("Perompak membawa lari kapal tanker.", []),
        ("Tentara mengambil 30 pemberontak sebagai tawanan.", ["arrest"]),
    ],
)
def test_who_is_dragged_into_a_war_or_taken_prisoner_is_not_abducted(text: str, acts: list[str]) -> None:
    assert [c.slots["act"] for c in told("id", text) if c.slots.get("act") in ("abduction", "arrest")] == acts


@pytest.mark.parametrize(
    "text", ["Mayat bayi dievakuasi warga dari selokan.", "Basarnas mengevakuasi jenazah nelayan yang tenggelam."]
)
def test_the_dead_of_an_accident_are_not_evacuated(text: str) -> None:
    assert not [c for c in told("id", text) if c.slots.get("act") == "evacuation"]
    assert only(told("id", WAR + "Tentara mengevakuasi jenazah kedua guru."), "event", act="evacuation")


@pytest.mark.parametrize(
    "text",
    [
        "Pengendara motor itu meninggal dengan luka di kepala setelah menabrak truk.",
        "Yesus mati dengan luka di lambung.",
    ],
)
def test_who_dies_of_a_wound_that_nobody_shot_is_not_killed(text: str) -> None:
    assert not [c for c in told("id", text) if c.slots.get("harm") == "killed"]
    assert only(told("id", "Seorang mahasiswa meninggal dengan luka tusukan."), "casualty", harm="killed")


def test_what_a_march_is_against_keeps_its_verb() -> None:
    claims = told("id", "Ribuan orang turun ke jalan menentang perang di Gaza.")
    assert wording(only(claims, "event", act="protest"), "cause") == "menentang perang di Gaza"
    assert not wording(only(told("id", "Massa berunjuk rasa sambil membakar ban."), "event", act="protest"), "cause")


def test_who_moves_people_by_force_has_driven_them_out() -> None:
    claim = only(told("id", "Junta mengungsikan paksa 2.000 warga Rohingya."), "casualty", harm="displaced")
    assert fillers(claim, "perpetrator") == ["Junta"]
    saved = only(told("id", "Junta mengungsikan 2.000 warga Rohingya."), "casualty", harm="displaced")
    assert not fillers(saved, "perpetrator")


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Penembakan OPM oleh aparat terjadi di Yahukimo.", "aparat", "OPM"),
        ("Penembakan KKB itu dilakukan Satgas Damai Cartenz.", "Satgas Damai Cartenz", "KKB"),
        ("Dua guru tewas dalam penembakan KKB.", "KKB", "Dua guru"),
    ],
)
def test_a_shooting_of_rebels_that_others_did_befell_them(text: str, actor: str, target: str) -> None:
    claim = only(told("id", text), "event", act="attack")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == ([actor], [target])


def test_a_party_is_no_rank_and_one_by_a_rank_and_a_single_name_is_told_apart() -> None:
    for text, slot, who in (
        ("Partai AKP mengecam serangan bom di Ankara.", "speaker", "partai-akp"),
        ("Serda Yusuf tewas ditembak KKB di Nduga.", "target", "serda-yusuf"),
    ):
        told_of = [actors(c, slot)[0] for c in told("id", text) if fillers(c, slot)]
        assert [actor.id for actor in told_of if actor] == [who]
    killed = only(told("id", "Kompol Cosmas menabrak demonstran hingga tewas."), "casualty", harm="killed")
    assert fillers(killed, "victims") == ["demonstran"]
