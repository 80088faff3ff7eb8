"""Makes of sentence that real Indonesian news was read wrongly for, in sentences of our own, with look-alikes."""

from __future__ import annotations

import pytest

from tests.reading.told import actors, fillers, only, outline, sources, told, wording


@pytest.mark.parametrize(
    ("text", "victims", "by"),
    [
        ("Tentara memukuli seorang tahanan hingga tewas di Bagram.", ["tahanan"], ["Tentara"]),
        ("Sekelompok pria menembak dua polisi sampai tewas.", ["dua polisi"], ["pria"]),
        ("Seorang tahanan dipukuli tentara hingga tewas di Bagram.", ["tahanan"], ["tentara"]),
        ("Mayor Hasan menabrak dua warga sipil hingga tewas di Medan.", ["dua warga sipil"], []),
        ("Pemberontak menyerbu kota itu hingga menewaskan lima orang.", ["lima orang"], ["Pemberontak"]),
        ("Tentara menembaki demonstran sehingga tiga orang tewas.", ["tiga orang"], []),
        ("Dua polisi bertempur hingga tewas di Jolo.", ["Dua polisi"], []),
    ],
)
def test_what_an_act_ends_in_befalls_whom_it_was_done_to(text: str, victims: list[str], by: list[str]) -> None:
    tolls = [c for c in told("id", text) if c.kind == "casualty"]
    toll = only(tolls, "casualty", harm="killed")
    assert (fillers(toll, "victims"), fillers(toll, "perpetrator")) == (victims, by)


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("id", "Kedua kelompok sepakat menyerang pos tentara di Kidal.", ["event planned attack"]),
        ("id", "Pemberontak dan milisi suku setuju untuk menyerbu ibu kota.", ["event planned attack"]),
        ("id", "Amerika Serikat dan Inggris sepakat membom pangkalan Taliban.", ["event planned air_strike"]),
        ("en", "The two rebel groups agreed to attack the army post in Kidal.", ["event planned attack"]),
    ],
)
def test_who_agrees_to_hit_a_third_makes_no_deal(language: str, text: str, read: list[str]) -> None:
    assert [outline(c) for c in told(language, text)] == read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Kedua pihak sepakat tidak menyerang warga sipil."),
        ("id", "Kedua pihak sepakat menghentikan serangan terhadap warga sipil."),
        ("id", "Kedua pihak sepakat untuk tidak saling menyerang di Jolo."),
        ("en", "The two sides agreed not to attack civilians."),
    ],
)
def test_who_agrees_to_spare_others_does(language: str, text: str) -> None:
    kinds = {(c.kind, c.slots.get("type"), c.slots.get("action")) for c in told(language, text)}
    assert kinds == {("agreement", "ceasefire", None), ("obligation", None, "cease_hostilities")}


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("id", "Presiden Ahmed setuju pekan lalu untuk mengadakan sebuah konferensi rekonsiliasi.", None),
        ("id", "Presiden Abbas memutuskan pekan lalu untuk bertemu dengan Perdana Menteri Olmert.", None),
        ("en", "President Abbas decided on Monday to meet Prime Minister Olmert.", None),
        ("id", "Presiden Abbas memutuskan pekan depan untuk bertemu dengan Perdana Menteri Olmert.", "2024-03-18"),
        ("id", "Menlu Li dijadwalkan Senin untuk bertemu dengan Menlu Lavrov.", "2024-03-18"),
        ("en", "The ministers are scheduled on Monday to meet in Cairo.", "2024-03-18"),
    ],
)
def test_the_day_of_a_decision_is_not_that_of_what_was_decided(language: str, text: str, day: str | None) -> None:
    date = only(told(language, text), "meeting").date
    assert (date and str(date.start)) == day


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("Israel dan Palestina sepakat bertemu di Kairo pada Senin depan.", "asserted", None),
        ("Israel dan Palestina sepakat bertemu di Kairo besok.", "asserted", None),
        ("Kedua pihak menyepakati gencatan senjata pada Senin.", "asserted", "2024-03-11"),
    ],
)
def test_a_deal_is_made_before_what_it_sets_for_later(text: str, status: str, day: str | None) -> None:
    deal = only(told("id", text), "agreement")
    assert (deal.status, deal.date and str(deal.date.start)) == (status, day)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Satu orang Filipina diculik pukul 09.00 di jalan raya.", []),
        ("Tiga tentara ditembak jam 10 malam di Poso.", []),
        ("Tiga tentara ditembak polisi di Poso.", ["polisi"]),
        ("Dua warga diculik pemberontak Minggu malam.", ["pemberontak"]),
    ],
)
def test_an_hour_does_nothing(text: str, actors: list[str]) -> None:
    assert fillers(only(told("id", text), "event"), "actor") == actors


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Bannu berbatasan dengan distrik Waziristan yang bergolak dimana 250 orang terbunuh.", "distrik Waziristan"),
        ("Senegal mengirim prajurit ke wilayah Darfur tempat 200.000 orang tewas sejak 2003.", "wilayah Darfur"),
        ("Ia lahir di Grozny, tempat ratusan warga sipil tewas pada 1995.", "Grozny"),
        ("Konvoi itu menuju Kirkuk, di mana tiga polisi ditembak mati pada Ahad.", "Kirkuk"),
    ],
)
def test_what_happened_where_is_told_of_a_place_was_there(text: str, place: str) -> None:
    toll = only(told("id", text), "casualty")
    assert toll.place is not None
    assert toll.place.span.text == place


@pytest.mark.parametrize(
    ("text", "act", "targets"),
    [
        (
            "Laporan menyoroti pemenjaraan wartawan, penulis dan pengacara.",
            "arrest",
            ["wartawan", "penulis", "pengacara"],
        ),
        (
            "Penangkapan wartawan, penulis dan pengacara oleh polisi dikecam.",
            "arrest",
            ["wartawan", "penulis", "pengacara"],
        ),
        ("Pembunuhan dokter, perawat dan guru di Basra meningkat.", "attack", ["dokter", "perawat", "guru"]),
        ("Penangkapan mahasiswa, penyiksaan tahanan dan sensor dikecam.", "arrest", ["mahasiswa"]),
        ("Gerilyawan menyerang patroli tentara Inggris di Basra.", "attack", ["patroli tentara Inggris"]),
        ("Serangan terhadap sebuah patroli polisi di Mosul menewaskan tiga orang.", "attack", ["patroli polisi"]),
        ("Kelompok itu melancarkan serangan pada Senin malam terhadap patroli Inggris.", "attack", ["patroli Inggris"]),
    ],
)
def test_whom_an_act_was_done_to(text: str, act: str, targets: list[str]) -> None:
    assert fillers(only(told("id", text), "event", act=act), "target") == targets


def test_a_patrol_that_goes_on_is_still_a_movement() -> None:
    assert only(told("id", "Tentara menggelar patroli di Jolo pada Senin."), "event").slots["act"] == "movement"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Korea Utara membantah keterlibatan tentaranya dalam penculikan warga Jepang.",
            "keterlibatan tentaranya dalam penculikan warga Jepang",
        ),
        (
            "Kelompok itu membantah keterlibatan dalam serangan di pasar itu.",
            "keterlibatan dalam serangan di pasar itu",
        ),
        ("Kelompok itu membantah bertanggung jawab atas serangan di pasar itu.", "serangan di pasar itu"),
    ],
)
def test_what_is_denied_is_the_part_in_it(text: str, content: str) -> None:
    assert wording(only(told("id", text), "statement", act="deny"), "content") == content


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Sebuah bom menewaskan satu orang, kata nara sumber itu.", ["nara sumber itu"]),
        ("Menurut seorang nara sumber keamanan, tiga polisi tewas di Mosul.", ["nara sumber keamanan"]),
        ("Sebuah bom menewaskan satu orang, kata narasumber itu.", ["narasumber itu"]),
    ],
)
def test_an_informant_in_two_words(text: str, source: list[str]) -> None:
    assert sources(only(told("id", text), "casualty")) == source


@pytest.mark.parametrize(
    ("text", "act", "actors"),
    [
        ("Pengadilan menghukum lima pria karena menculik wartawan di Gaza.", "abduction", ["lima pria"]),
        ("Polisi menahan tiga pria karena menyerang petugas di Karachi.", "attack", ["tiga pria"]),
        ("Polisi menahan tiga pria karena dicurigai menyerang petugas.", "attack", ["tiga pria"]),
        ("Amerika Serikat mengecam Suriah karena membunuh demonstran.", "attack", ["Suriah"]),
        ("Uni Eropa mengecam Israel karena membom sekolah di Gaza.", "air_strike", ["Israel"]),
        ("Tiga pria dihukum karena menculik wartawan di Gaza.", "abduction", ["Tiga pria"]),
        ("Pemberontak membakar desa itu karena menyerang tentara.", "attack", ["Pemberontak"]),
    ],
)
def test_who_is_held_or_blamed_for_an_act_did_it(text: str, act: str, actors: list[str]) -> None:
    acts = [c for c in told("id", text) if c.kind == "event" and c.slots["act"] == act]
    assert acts
    assert fillers(acts[-1], "actor") == actors


@pytest.mark.parametrize(
    ("language", "text", "died"),
    [
        (
            "id",
            "Presiden berjanji menarik pasukan setelah bentrokan di Dili menewaskan 20 orang pada Februari.",
            "asserted",
        ),
        ("id", "Presiden berjanji akan menarik pasukan setelah pemberontak membunuh dua tentara di Dili.", "asserted"),
        ("id", "Tentara memutuskan mundur dari Basra setelah tiga prajurit tewas.", "asserted"),
        ("en", "The army decided to leave Basra after three soldiers were killed.", "asserted"),
        ("id", "Kelompok itu berjanji akan membunuh dua sandera.", "planned"),
    ],
)
def test_what_a_promise_follows_on_did_happen(language: str, text: str, died: str) -> None:
    claims = told(language, text)
    toll = [c for c in claims if c.kind == "casualty"] or [c for c in claims if c.kind == "event"]
    assert [c.status for c in toll] == [died]
    assert died == "planned" or not sources(toll[0])


def test_a_ministry_of_the_interior_is_one_name() -> None:
    toll = only(told("id", "Tiga polisi tewas di Mosul, demikian diumumkan Kementerian Dalam Negeri Irak."), "casualty")
    assert sources(toll) == ["Kementerian Dalam Negeri Irak"]
    shots = "Pria bersenjata menembaki patroli pasukan Kementerian Dalam Negeri Palestina."
    attack = only(told("id", shots), "event", act="attack")
    assert (fillers(attack, "target"), attack.place) == (["patroli pasukan Kementerian Dalam Negeri Palestina"], None)
    blast = only(told("id", "Bom itu meledak di dalam negeri Irak."), "event")
    assert blast.place is not None
    assert blast.place.country == "IRQ"


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Oposisi menyerang kebijakan pemerintah mengenai Irak.", []),
        ("Mesir menyerang pernyataan Amnesty International mengenai undang-undang itu.", []),
        ("Oposisi bersenjata menyerang pos pemerintah di Irak.", ["attack"]),
    ],
)
def test_what_somebody_says_is_attacked_with_words(text: str, acts: list[str]) -> None:
    assert [c.slots["act"] for c in told("id", text) if c.kind == "event"] == acts


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "id",
            "Kehadiran Suriah berakhir pada 26 April 2005 menyusul pembunuhan mantan perdana menteri Rafik Hariri.",
            None,
        ),
        ("en", "The Syrian presence ended on 26 April 2005 following the murder of Rafik Hariri.", None),
        (
            "id",
            "Kehadiran militer Suriah berakhir menyusul pembunuhan Rafik Hariri pada 14 Februari 2005.",
            "2005-02-14",
        ),
        ("id", "Lima orang tewas pada Senin setelah serangan di Gaza.", "2024-03-11"),
        ("en", "Five people died on Monday after an attack in Gaza.", "2024-03-11"),
    ],
)
def test_what_ends_after_an_act_does_not_date_it(language: str, text: str, day: str | None) -> None:
    date = only(told(language, text), "event", act="attack").date
    assert (date and str(date.start)) == day


def test_what_befell_the_men_of_a_ministry_befell_them() -> None:
    text = "Pemberontak memasang gambar yang menunjukkan 18 aparat kementerian dalam negeri yang diculik di Diyala."
    taken = only(told("id", text), "event", act="abduction")
    assert fillers(taken, "target") == ["18 aparat kementerian dalam negeri"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Presiden Putin bertemu Presiden Ahmadinejad, yang pasukannya menahan 15 pelaut Inggris.", "IRN/MIL"),
        ("Para pejabat Yaman yakin bahwa Syarif, yang pasukannya menyerang Mogadishu, tetap berpengaruh.", None),
        ("Polisi Israel mengatakan pasukannya menembak dua warga Palestina.", "ISR/MIL"),
    ],
)
def test_whose_forces_a_clause_about_somebody_opens_with(text: str, who: str | None) -> None:
    acts = [c for c in told("id", text, "2007-04-02") if c.kind == "event"]
    assert [actor and actor.id for actor in actors(acts[-1], "actor")] == [who]
