"""Claims that one slot alone made wrong, mostly in Indonesian: who, whom, when, where, and whether it is a claim."""

from __future__ import annotations

import pytest

from gencatan.model import Count, Span
from tests.reading.told import fillers, only, told


def _text(value: object) -> str:
    assert isinstance(value, Span)
    return value.text


def _count(value: object) -> int | None:
    assert isinstance(value, Count)
    return value.min


@pytest.mark.parametrize(
    ("language", "text", "act", "speaker", "content"),
    [
        (
            "id",
            "Para duta besar ASEAN sepakat mengecam penembakan di Bago.",
            "condemn",
            "duta besar ASEAN",
            "penembakan",
        ),
        (
            "id",
            "Kedua presiden sepakat menolak campur tangan asing.",
            "reject",
            "Kedua presiden",
            "campur tangan asing",
        ),
        (
            "en",
            "The two presidents agreed to condemn the killing of monks.",
            "condemn",
            "two presidents",
            "the killing",
        ),
    ],
)
def test_who_agrees_to_say_a_thing_says_it_and_owes_nothing(
    language: str, text: str, act: str, speaker: str, content: str
) -> None:
    claims = told(language, text)
    claim = only(claims, "statement", act=act)
    assert (claim.status, fillers(claim, "speaker")) == ("asserted", [speaker])
    assert _text(claim.slots["content"]).startswith(content)
    assert not {"agreement", "obligation"} & {c.kind for c in claims}


def test_who_agrees_to_do_a_thing_owes_it() -> None:
    claim = only(told("id", "Kedua pihak sepakat menarik pasukan dari lembah itu."), "obligation", action="withdraw")
    assert fillers(claim, "obligor") == ["Kedua pihak"]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("id", "Togo akan mengirim 300 prajurit ke Mali setelah parlemen menyetujuinya pada 9 Maret.", None),
        ("en", "Togo will send 300 soldiers to Mali after the two presidents met on Monday.", None),
        ("id", "Togo akan mengirim 300 prajurit ke Mali pada 20 Maret, setelah parlemen bersidang.", "2024-03-20"),
        ("id", "Togo mengirim 300 prajurit ke Mali pada 9 Maret setelah parlemen bersidang.", "2024-03-09"),
    ],
)
def test_what_is_planned_is_of_no_day_that_is_over(language: str, text: str, day: str | None) -> None:
    claim = only(told(language, text), "deployment")
    assert (claim.date.start if claim.date else None) == day
    assert claim.place is not None
    assert claim.place.span.text == "Mali"


def test_talks_before_a_plan_are_neither_where_nor_when_it_is() -> None:
    claims = told("id", "Pemberontak akan membebaskan 20 prajurit di Goma pada Jumat setelah berunding di Doha.")
    talks, release = only(claims, "meeting"), only(claims, "event", act="release")
    assert talks.date is None
    assert release.date is not None
    assert [c.place.span.text for c in (talks, release) if c.place] == ["Doha", "Goma"]


SIGNED = "Kedua pihak meneken perjanjian damai pada Senin. "


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (SIGNED + "Isinya: gencatan senjata sebulan, pembebasan tahanan, dan penarikan pasukan.", 3),
        (SIGNED + "Ada tiga butir dalam perjanjian itu: pelucutan senjata, penarikan pasukan, dan otonomi.", 2),
        ("Perjanjian yang diteken kedua negara mencakup gencatan senjata, pertukaran tahanan, dan amnesti.", 3),
        (SIGNED + "Perjanjian itu dilanggar dua kali: penembakan di Bago dan penculikan dua prajurit.", 0),
    ],
)
def test_terms_behind_a_colon_are_duties(text: str, actions: int) -> None:
    owed = [c for c in told("id", text) if c.kind == "obligation"]
    assert (len(owed), {c.status for c in owed}) == (actions, {"called_for"} if actions else set())
    assert not [c for c in told("id", text) if c.kind == "deployment"]


WAR = "Pertempuran antara pemberontak dan tentara berlanjut. "


@pytest.mark.parametrize(
    ("text", "act", "actor", "target", "place"),
    [
        (
            WAR + "Pesawat PBB terbang ke Bukavu membawa 30 ton beras.",
            "delivery",
            "Pesawat PBB",
            "30 ton beras",
            "Bukavu",
        ),
        (WAR + "Kapal itu berlayar ke Hodeidah membawa gandum.", "delivery", "Kapal itu", "gandum", "Hodeidah"),
        (WAR + "Ribuan warga meninggalkan Bukavu.", "movement", "Ribuan warga", None, "Bukavu"),
        (WAR + "Sebuah depo bahan bakar meledak di Goma.", "explosion", None, "depo bahan bakar", "Goma"),
        (WAR + "Peluru artileri jatuh di pasar Goma.", "shelling", None, None, "pasar Goma"),
    ],
)
def test_acts_of_a_war_by_what_moves_or_bursts(
    text: str, act: str, actor: str | None, target: str | None, place: str
) -> None:
    claim = only(told("id", text), "event", act=act)
    assert fillers(claim, "actor") == ([actor] if actor else [])
    assert fillers(claim, "target") == ([target] if target else [])
    assert claim.place is not None
    assert claim.place.span.text == place


def test_who_brings_words_delivers_nothing() -> None:
    claims = told("id", WAR + "Presiden terbang ke Kairo membawa usul perdamaian.")
    assert {c.slots["act"] for c in claims if c.kind == "event"} == {"clash"}


@pytest.mark.parametrize(
    ("text", "territory"),
    [
        ("Dari lima kota, hanya El Fasher yang masih dipegang tentara.", "El Fasher"),
        ("Tentara masih memegang Goma.", "Goma"),
        ("Tentara masih memegang kunci perundingan.", None),
    ],
)
def test_who_holds_a_town(text: str, territory: str | None) -> None:
    held = [_text(c.slots["territory"]) for c in told("id", WAR + text) if c.kind == "territory"]
    assert held == ([territory] if territory else [])


def test_parts_of_a_toll_that_a_noun_tells() -> None:
    claims = told("id", "Rumah sakit mencatat 45 korban jiwa, termasuk 12 anak, akibat serangan itu.")
    tolls = {_count(c.slots["count"]): fillers(c, "victims") for c in claims if c.kind == "casualty"}
    assert tolls == {45: [], 12: ["12 anak"]}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("id", "Sepuluh orang tewas, dan ratusan warga mengungsi ke Chad.", None),
        ("id", "Sepuluh orang tewas, dan ratusan warga mengungsi ke Goma.", None),
        ("en", "Ten people were killed and hundreds fled to Goma.", None),
        ("id", "Sepuluh orang tewas di Bukavu, dan ratusan warga mengungsi ke Goma.", "Bukavu"),
        ("id", "Sepuluh orang tewas dan lima terluka di Goma.", "Goma"),
    ],
)
def test_nobody_died_where_others_fled_to(language: str, text: str, place: str | None) -> None:
    claim = only(told(language, text), "casualty", harm="killed")
    assert (claim.place.span.text if claim.place else None) == place


def test_what_a_verb_has_by_its_ending_is_not_what_the_next_one_has() -> None:
    claims = told("id", "Organisasi Papua Merdeka menolaknya dan menuntut PBB menjadi penengah.")
    assert "content" not in only(claims, "statement", act="reject").slots
    assert fillers(only(claims, "statement", act="demand"), "addressee") == ["PBB"]
    both = told("id", "Pemerintah menolak dan mengecam serangan pemberontak itu.")
    assert {c.slots["act"] for c in both if c.kind == "statement" and "content" in c.slots} == {"reject", "condemn"}


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Perundingan itu menghasilkan beberapa gencatan senjata yang tak satu pun bertahan.", "agreement", "denied"),
        ("Sampai kini tidak satu pun kelompok pemberontak mengaku bertanggung jawab.", "statement", "denied"),
        ("Satu kelompok pemberontak mengaku bertanggung jawab.", "statement", "asserted"),
    ],
)
def test_not_a_single_one_did(text: str, kind: str, status: str) -> None:
    assert [c.status for c in told("id", text) if c.kind == kind][-1] == status


def test_a_body_by_its_name_of_several_words_promises() -> None:
    claims = told("id", WAR + "Program Pangan Dunia berjanji mengirim 50 truk gandum ke Goma.")
    assert fillers(only(claims, "statement", act="promise"), "speaker") == ["Program Pangan Dunia"]
    assert fillers(only(claims, "obligation", action="deliver_aid"), "obligor") == ["Program Pangan Dunia"]


def test_talks_that_are_offered_are_not_held() -> None:
    claims = told("id", "Pemerintah menawarkan dialog kepada pemberontak.")
    assert only(claims, "meeting").status == "planned"
    assert fillers(only(claims, "statement", act="promise"), "speaker") == ["Pemerintah"]
    assert only(told("id", "Pemerintah menggelar dialog dengan pemberontak."), "meeting").status == "asserted"


def test_what_is_carried_off_does_not_move() -> None:
    claims = told("id", WAR + "Dua prajurit gugur; tiga pucuk senapan dibawa kabur.")
    assert fillers(only(claims, "event", act="other"), "target") == ["tiga pucuk senapan"]


def test_what_is_asked_beside_what_was_agreed_is_said_and_not_owed() -> None:
    claims = told("id", "Kedua menteri sepakat membentuk komisi dan meminta Myanmar melindungi pengungsi.")
    assert fillers(only(claims, "statement", act="appeal"), "addressee") == ["Myanmar"]
    owed = only(claims, "obligation")
    assert _text(owed.slots["object"]) == "membentuk komisi"


def test_what_a_deed_is_ordered_for_is_nobodys_duty() -> None:
    claims = told("id", "Uni itu memerintahkan pengerahan pasukan siaga untuk memulihkan ketertiban di Niger.")
    assert only(claims, "deployment").status == "called_for"
    assert not [c for c in claims if c.kind == "obligation" and "obligor" in c.slots]
    claims = told("id", "Uni itu memerintahkan tentara untuk meninggalkan pangkalan itu.")
    assert fillers(only(claims, "obligation"), "obligor") == ["tentara"]


def test_a_deadline_is_a_demand() -> None:
    claim = only(told("id", "Pemberontak memberi junta tenggat 48 jam untuk membebaskan komandan mereka."), "statement")
    assert (claim.slots["act"], fillers(claim, "speaker"), fillers(claim, "addressee")) == (
        "demand",
        ["Pemberontak"],
        ["junta"],
    )


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("id", "Milisi menyerang pos polisi di Kidal, serangan ketiga dalam dua pekan.", [["pos polisi"]]),
        ("en", "Rebels attacked a police post in Kidal, the third such attack in two weeks.", [["police post"]]),
        ("id", "Serangan terhadap pos polisi itu adalah serangan paling maut sejak 2004.", [["pos polisi itu"]]),
        ("en", "The attack on the police post was the deadliest attack since 2004.", [["police post"]]),
        ("id", "Milisi menyerang Kidal pada Senin, lalu melancarkan serangan kedua pada Rabu.", [["Kidal"], []]),
    ],
)
def test_which_attack_it_was_is_no_other_attack(language: str, text: str, targets: list[list[str]]) -> None:
    assert [fillers(c, "target") for c in told(language, text) if c.kind == "event"] == targets


def test_a_wave_of_strikes_is_no_perpetrator() -> None:
    claims = told("id", "Gelombang serangan udara koalisi menewaskan 21 petempur.")
    assert fillers(only(claims, "casualty"), "perpetrator") == ["koalisi"]
    assert fillers(only(claims, "event"), "actor") == ["koalisi"]


def test_who_runs_onto_a_mine_is_hit_and_what_is_blocked_is_no_cause() -> None:
    mine = only(told("id", WAR + "Sebuah truk melindas ranjau di dekat Goma."), "event", act="explosion")
    assert (fillers(mine, "actor"), fillers(mine, "target")) == ([], ["truk"])
    protest = only(told("id", "Buruh memblokade jalan tol karena upah belum dibayar."), "event", act="protest")
    assert fillers(protest, "target") == ["jalan tol"]


def test_parts_of_those_executed() -> None:
    claims = told("id", "Junta mengeksekusi 12 tawanan, dan lima di antaranya warga asing.")
    assert {_count(c.slots["count"]) for c in claims if c.kind == "casualty"} == {12, 5}


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("id", "Komnas HAM menemukan dugaan pembunuhan dua petani oleh tentara di Paniai.", ["tentara"]),
        ("id", "PBB menerima laporan penyerangan sebuah desa oleh milisi.", ["milisi"]),
        ("en", "The UN received reports of an attack on a village by militiamen.", ["militiamen"]),
    ],
)
def test_who_did_what_a_noun_above_holds(language: str, text: str, actor: list[str]) -> None:
    assert fillers(only(told(language, text), "event"), "actor") == actor


def test_what_is_suspected_is_possible() -> None:
    claims = told("id", "Jaksa menyelidiki dugaan penyiksaan terhadap lima pemuda oleh tentara.")
    assert only(claims, "event", act="attack").status == "possible"
    assert only(claims, "event", act="investigation").status == "asserted"


def test_who_was_killed_with_another_is_counted_apart() -> None:
    claims = told("id", "Bom itu menewaskan seorang kolonel bersama tiga prajurit.")
    assert {_count(c.slots["count"]): fillers(c, "victims") for c in claims if c.kind == "casualty"} == {
        1: ["kolonel"],
        3: ["tiga prajurit"],
    }
    meeting = only(told("id", "Menteri itu bertemu Presiden Joko bersama dua jenderal di Jakarta."), "meeting")
    assert fillers(meeting, "participants") == ["Menteri itu", "Presiden Joko", "dua jenderal"]


def test_who_dies_when_a_vehicle_runs_onto_a_mine() -> None:
    claims = told("id", "Seorang petani meninggal dunia setelah sepeda motornya melindas ranjau di dekat Pailin.")
    assert fillers(only(claims, "casualty", harm="killed"), "victims") == ["petani"]
    assert not told("id", "Seorang petani meninggal dunia setelah sakit di dekat Pailin.")


def test_a_third_of_a_town_is_held_in_part() -> None:
    claim = only(told("id", "Pasukan Irak telah merebut sekitar sepertiga kota Mosul."), "territory")
    assert (_text(claim.slots["territory"]), claim.slots["extent"]) == ("kota Mosul", "part")


def test_peacekeepers_who_pull_out_are_withdrawn() -> None:
    text = "Misi perdamaian PBB di Mali menarik diri dari pangkalan Kidal."
    claim = only(told("id", text), "deployment")
    assert claim.slots["change"] == "withdrawn"
    assert claim.place is not None
    assert claim.place.span.text == "pangkalan Kidal"
