"""Those told of by their number alone, and what else a plain report leaves to be understood."""

from __future__ import annotations

import pytest

from tests.reading.told import actors, fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "act", "who"),
    [
        (
            "id",
            "Pemberontak menculik dua insinyur dan empat perawat di Borno. Keempatnya dibebaskan pada Senin.",
            "release",
            ["empat perawat"],
        ),
        (
            "en",
            "Rebels abducted two engineers and four nurses in Borno. The four were freed on Monday.",
            "release",
            ["four nurses"],
        ),
        (
            "id",
            "Serangan itu menewaskan dua polisi dan melukai tiga warga di Cotabato. Ketiganya dievakuasi ke Davao.",
            "evacuation",
            ["tiga warga"],
        ),
        (
            "en",
            "Soldiers detained three Syrian reporters in Homs. The army said the three had been released on Sunday.",
            "release",
            ["three Syrian reporters"],
        ),
    ],
)
def test_a_number_alone_means_those_who_were_as_many(language: str, text: str, act: str, who: list[str]) -> None:
    assert fillers(only(told(language, text), "event", act=act), "target") == who


def test_two_who_were_named_are_both() -> None:
    for language, text in (
        ("id", "Armenia dan Azerbaijan meneken perjanjian damai. Keduanya sepakat menarik pasukan dari perbatasan."),
        ("en", "Armenia and Azerbaijan signed a peace deal. The two agreed to withdraw troops from the border."),
    ):
        duty = only(told(language, text), "obligation")
        assert fillers(duty, "obligor") == ["Armenia", "Azerbaijan"]


@pytest.mark.parametrize("officer", ["Kapolda Lampung", "Kapolres Pringsewu", "Gubernur Lampung"])
def test_they_go_on_from_they_and_are_no_single_officer(officer: str) -> None:
    text = (
        f"Polisi menangkap tiga anggota kelompok Mujahidin di Lampung. {officer} menyebut ketiganya menyimpan senjata. "
        "Mereka ditembak saat mencoba kabur."
    )
    assert fillers(only(told("id", text), "event", act="attack"), "target") == ["tiga anggota kelompok Mujahidin"]


def test_an_officer_of_a_region_is_no_rebel_who_names_himself_after_it() -> None:
    text = (
        "Aparat menangkap dua anggota Organisasi Papua Merdeka di Nabire. Kapolda Papua mengecam pembunuhan guru itu."
    )
    (speaker,) = actors(only(told("id", text), "statement", act="condemn"), "speaker")
    assert speaker is not None
    assert speaker.id == "IDN/COP"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Seorang polisi mengalami dua luka tembak di kaki dalam serangan di Mindanao itu.", 1),
        ("Tiga prajurit menderita sejumlah luka tusuk setelah diserang milisi di Kivu.", 3),
    ],
)
def test_wounds_are_no_people(text: str, count: int) -> None:
    assert only(told("id", text), "casualty", harm="injured").to_dict()["slots"]["count"]["min"] == count


def test_of_whose_wounds_is_told_is_no_toll() -> None:
    text = "Milisi menembak seorang pedagang di Goma. Korban mengalami dua luka tembak di dada."
    claims = told("id", text)
    assert fillers(only(claims, "event", act="attack"), "target") == ["pedagang"]
    hurt = only(claims, "casualty")
    assert (hurt.slots["harm"], fillers(hurt, "victims"), "count" in hurt.slots) == ("injured", ["Korban"], False)


@pytest.mark.parametrize(
    ("language", "text", "doer"),
    [
        (
            "id",
            "Kementerian Pertahanan Armenia membantah pihaknya yang lebih dulu melepaskan tembakan.",
            "Kementerian Pertahanan Armenia",
        ),
        ("id", "Thailand menyangkal tentaranya yang menembaki desa di Kamboja.", "tentaranya"),
        ("en", "It was not the army that attacked the convoy, the Sudanese minister said.", "army"),
    ],
)
def test_who_is_stressed_in_a_denial_is_denied(language: str, text: str, doer: str) -> None:
    denied = only(told(language, text), "event", act="attack")
    assert (denied.status, fillers(denied, "actor")) == ("denied", [doer])


def test_a_denial_of_who_was_first_is_one() -> None:
    claims = told("en", "Armenia's defence ministry denied that it was its troops who opened fire first.")
    assert fillers(only(claims, "statement", act="deny"), "speaker") == ["Armenia's defence ministry"]
    assert all(c.status == "denied" for c in claims if c.kind == "event")


def test_what_killed_somebody_did_though_it_is_denied() -> None:
    text = "Rusia membantah serangan yang menewaskan lima warga di Sumy."
    assert only(told("id", text), "casualty").status == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "Dua turis Jerman yang diculik di Libya telah dibebaskan pada Rabu.",
        "Jurnalis lepas itu dibebaskan setelah enam bulan disekap milisi di Mali.",
    ],
)
def test_whoever_is_set_free_was_held(text: str) -> None:
    assert only(told("id", text), "event", act="release").status == "asserted"


def test_a_verdict_hits_whom_it_is_given_to() -> None:
    text = "Pengadilan Istanbul menjatuhkan hukuman 10 tahun penjara kepada wartawan itu."
    assert fillers(only(told("id", text), "event", act="other"), "target") == ["wartawan itu"]
    text = "Pengadilan itu memvonis pemimpin oposisi Nguyen Van Binh 15 tahun penjara."
    assert fillers(only(told("id", text), "event", act="other"), "target") == ["pemimpin oposisi Nguyen Van Binh"]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("id", "Tentara Israel menembaki warga di Koridor Netzarim.", "Koridor Netzarim"),
        ("en", "Israeli troops shot two men in the Netzarim Corridor.", "Netzarim Corridor"),
    ],
)
def test_a_corridor_with_a_name_is_a_place(language: str, text: str, place: str) -> None:
    where = only(told(language, text), "event", act="attack").place
    assert where is not None
    assert where.span.text == place


def test_a_convoy_that_is_fired_on_has_delivered_nothing() -> None:
    for language, text in (
        ("id", "Tentara Israel menembaki konvoi bantuan di Gaza."),
        ("en", "Israeli troops fired on an aid convoy in Gaza."),
    ):
        assert [c.slots["act"] for c in told(language, text) if c.kind == "event"] == ["attack"]


def test_the_town_that_is_left_is_no_force() -> None:
    assert fillers(only(told("id", "Pasukan Rusia mundur dari Kupiansk."), "deployment"), "force") == ["Pasukan Rusia"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Korea Utara menembakkan dua rudal balistik ke arah Laut Jepang pada Kamis.", "other"),
        ("Rusia menembakkan 18 rudal jelajah ke Odesa.", "air_strike"),
        ("Rusia menembakkan sejumlah roket ke Kharkiv.", "shelling"),
    ],
)
def test_what_is_fired_and_where(text: str, act: str) -> None:
    assert only(told("id", text), "event").slots["act"] == act


def test_a_patrol_ship_is_its_states() -> None:
    claim = only(told("id", "Kapal patroli Tiongkok menembakkan meriam air ke kapal pasokan Filipina."), "event")
    assert fillers(claim, "actor") == ["Tiongkok"]


def test_for_whom_captives_are_exchanged_is_no_weapon() -> None:
    text = "Hamas membebaskan tiga sandera Israel dengan imbalan 183 tahanan Palestina."
    assert "instrument" not in only(told("id", text), "event", act="release").slots


def test_who_is_promised_to_be_tried_promises_nothing() -> None:
    claim = only(told("id", "Gubernur Plateau berjanji para pelaku akan diburu dan diadili."), "statement")
    assert claim.to_dict()["slots"]["content"]["text"] == "para pelaku akan diburu dan diadili"


@pytest.mark.parametrize("words", ["mengeklaim bertanggung jawab atas", "mengaku sebagai dalang"])
def test_who_says_he_was_behind_it(words: str) -> None:
    claim = only(told("id", f"Kelompok Ansaru {words} serangan di Kaduna itu."), "statement")
    assert (claim.slots["act"], fillers(claim, "speaker")) == ("acknowledge", ["Kelompok Ansaru"])


def test_monitors_who_are_sent_are_no_aid() -> None:
    text = "Berdasarkan kesepakatan itu, Malaysia akan mengirim tim pemantau ke perbatasan Thailand."
    assert all(c.slots.get("action") != "deliver_aid" for c in told("id", text))


@pytest.mark.parametrize(
    ("language", "text", "extent"),
    [
        ("id", "Moskow kini menguasai hampir 20 persen wilayah Ukraina.", "part"),
        ("id", "Tentara Sudan menguasai sekitar 90 persen ibu kota Khartoum.", "most"),
        ("en", "Russia controls about 20 percent of Ukraine.", "part"),
    ],
)
def test_a_share_of_a_land_is_not_all_of_it(language: str, text: str, extent: str) -> None:
    assert only(told(language, text), "territory").slots["extent"] == extent


@pytest.mark.parametrize(
    ("language", "text", "force"),
    [
        ("id", "Amerika Serikat mengirim kapal induk ke Laut Merah.", "kapal induk"),
        ("en", "The United States sent an aircraft carrier to the Red Sea.", "aircraft carrier"),
    ],
)
def test_warships_are_a_force(language: str, text: str, force: str) -> None:
    assert fillers(only(told(language, text), "deployment"), "force") == [force]


def test_a_ship_with_aid_is_no_force() -> None:
    assert all(c.kind != "deployment" for c in told("id", "Indonesia mengirim kapal bantuan ke Gaza."))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Sekitar 900 tentara Rusia berada di Suriah."),
        ("en", "Around 900 Russian soldiers are stationed in Syria."),
    ],
)
def test_about_so_many_are_around_nothing(language: str, text: str) -> None:
    (force,) = actors(only(told(language, text), "deployment"), "force")
    assert force is not None
    assert force.id == "RUS/MIL"


def test_whom_papers_of_the_faithful_call_fallen() -> None:
    text = "Sebanyak 15 warga Palestina syahid akibat tembakan pasukan Israel di Rafah."
    assert only(told("id", text), "casualty").slots["harm"] == "killed"


@pytest.mark.parametrize(
    ("text", "slot", "whose"),
    [
        ("Thailand menuduh Kamboja menembaki tentaranya di Preah Vihear.", "target", "THA/MIL"),
        ("Kyiv mengatakan Rusia menyerang pasukannya di Pokrovsk.", "target", "UKR/MIL"),
        ("Rusia menyerang Kharkiv. Ukraina mengatakan tentaranya menyerang Belgorod.", "actor", "UKR/MIL"),
    ],
)
def test_whose_an_ending_says_a_force_is(text: str, slot: str, whose: str) -> None:
    found = [who.id for c in told("id", text) if c.kind == "event" for who in actors(c, slot) if who is not None]
    assert whose in found


def test_whose_fighters_leave_is_no_land() -> None:
    (force,) = actors(
        only(told("id", "PKK menarik seluruh petempurnya dari Turki ke Irak utara."), "deployment"), "force"
    )
    assert force is not None
    assert force.id == "pkk"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Tentara Israel dan Hizbullah terlibat baku tembak di Khiam.", ["Tentara Israel", "Hizbullah"]),
        ("Tentara India terlibat bentrokan dengan pasukan Pakistan.", ["Tentara India", "pasukan Pakistan"]),
    ],
)
def test_who_is_in_a_clash_fights(text: str, who: list[str]) -> None:
    assert fillers(only(told("id", text), "event", act="clash"), "actor") == who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Iran membantah terlibat dalam serangan terhadap kapal tanker."),
        ("en", "Iran denied taking part in the attack on the tanker."),
    ],
)
def test_who_denies_a_part_in_an_attack_did_not_attack(language: str, text: str) -> None:
    assert "actor" not in only(told(language, text), "event", act="attack").slots


def test_a_suspect_is_somebody() -> None:
    text = "Densus 88 menangkap seorang terduga teroris berinisial MR (31) di Cirebon."
    assert only(told("id", text), "casualty").to_dict()["slots"]["count"]["min"] == 1
    assert len(fillers(only(told("id", text), "event"), "target")) == 1


def test_a_second_clause_has_its_own_doer() -> None:
    text = "Perdana Menteri Nepal mengundurkan diri dan militer memberlakukan jam malam di Kathmandu."
    closed = only(told("id", text), "event", act="closure")
    assert (closed.status, fillers(closed, "actor")) == ("asserted", ["militer"])


def test_a_gunbattle_is_no_talks() -> None:
    text = "The police engaged in a gunbattle with rebel commanders in Yalova."
    assert all(c.kind != "meeting" for c in told("en", text))


@pytest.mark.parametrize(
    "text",
    [
        "Lima prajurit TNI terluka setelah pos mereka di Distrik Gome, Kabupaten Puncak, diserang milisi bersenjata.",
        "Empat warga tewas setelah pos mereka di Distrik Gome diserang milisi bersenjata.",
    ],
)
def test_what_is_attacked_stands_behind_the_word_that_opens_its_clause(text: str) -> None:
    assert fillers(only(told("id", text), "event", act="attack"), "target") == ["pos mereka"]


def test_who_extends_sanctions_imposes_them() -> None:
    claim = only(told("id", "Uni Eropa memperpanjang sanksi terhadap Rusia selama enam bulan."), "event")
    assert fillers(claim, "actor") == ["Uni Eropa"]


def test_a_people_flees_by_its_name() -> None:
    claim = only(told("id", "Lebih dari 700.000 Rohingya melarikan diri dari Myanmar sejak 2017."), "event")
    assert fillers(claim, "actor") == ["Lebih dari 700.000 Rohingya"]


@pytest.mark.parametrize(
    ("language", "text", "slot", "who"),
    [
        ("id", "Hamas menolak usul itu. Kelompok tersebut membebaskan tiga sandera Israel.", "actor", "hamas"),
        ("en", "Hamas rejected the plan. The group released three Israeli hostages.", "actor", "hamas"),
        ("id", "PKK menyerang Van. Tentara Turki menangkap dua anggota kelompok itu.", "target", "pkk"),
    ],
)
def test_the_group_is_the_one_named_last(language: str, text: str, slot: str, who: str) -> None:
    last = [c for c in told(language, text) if c.kind == "event"][-1]
    (found,) = actors(last, slot)
    assert found is not None
    assert found.id == who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Hamas menolak usul itu. Sebuah kelompok menculik tiga turis di Nablus."),
        ("en", "Hamas rejected the plan. A group abducted three tourists in Nablus."),
        ("id", "Hamas menolak usul itu. Kelompok kriminal itu menculik tiga turis di Nablus."),
    ],
)
def test_a_group_of_a_sort_is_nobody_named(language: str, text: str) -> None:
    assert actors(only(told(language, text), "event", act="abduction"), "actor") == [None]
