"""What is left empty, or read otherwise, where the words do not settle it: pronouns, sources, guests, forces."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, sources, told


def test_who_is_told_of_was_beaten_and_not_who_tells_it() -> None:
    text = "Polisi mengatakan, para pelajar itu sedang berada di luar toko ketika mereka dipukuli dua pria."
    assert fillers(only(told("id", text), "event", act="attack"), "target") == ["pelajar itu"]


def test_who_tells_it_does_what_he_says_he_does() -> None:
    text = "Polisi mengatakan, mereka menangkap dua pria di Surabaya pada Senin."
    assert fillers(only(told("id", text), "event", act="arrest"), "actor") == ["Polisi"]


def test_he_who_says_it_is_not_whom_he_says_it_to() -> None:
    text = "Dia mengatakan kepada para wartawan, bahwa ia mendukung sepenuhnya perjanjian damai itu."
    assert not fillers(only(told("id", text), "statement", act="support"), "speaker")


def test_a_city_where_they_are_is_not_they() -> None:
    text = "Para pengacaranya di Roma mengeluh dan mereka mendesak PBB mengirim tim medis."
    assert "Roma" not in fillers(only(told("id", text), "statement", act="appeal"), "speaker")


def test_a_source_in_a_city_is_not_the_city() -> None:
    found = told("id", "Seorang warga Prancis diculik di Nigeria, kata beberapa sumber diplomatik di Paris.")
    assert found
    assert all("Paris" not in sources(c) for c in found)


def test_a_visit_within_what_is_planned_is_planned() -> None:
    planned = "Menteri itu akan membahas sengketa perbatasan dalam kunjungannya ke Jakarta."
    assert only(told("id", planned), "meeting", format="visit").status == "planned"
    over = "Menteri itu membahas sengketa perbatasan dalam kunjungannya ke Jakarta."
    assert only(told("id", over), "meeting", format="visit").status == "asserted"


def test_who_says_nothing_of_a_meeting_was_not_there() -> None:
    text = "Hamid menolak memberikan rincian mengenai hasil pertemuan di Oslo itu."
    assert not [c for c in told("id", text) if c.kind == "meeting" and "Hamid" in fillers(c, "participants")]


def test_a_date_for_a_withdrawal_is_no_withdrawal() -> None:
    text = "Partai itu memaksa presiden menerima tanggal bagi penarikan tentara."
    assert not [c for c in told("id", text) if c.kind == "deployment"]
    text = "Pemerintah mengumumkan penarikan tentara AS dari Irak pada hari Senin."
    claim = only(told("id", text), "deployment", change="withdrawn")
    assert fillers(claim, "force") == ["tentara AS"]


# language, text: what is denied of somebody without a word for "that", and what goes on with it
DENIALS = [
    ("id", "Pemberontak membantah pasukannya menyerang desa itu dan menewaskan tujuh warga."),
    ("id", "Tentara membantah helikopternya menembaki kamp dan melukai tiga anak."),
    ("en", "The rebels denied attacking the village and killing seven farmers."),
]


@pytest.mark.parametrize(("language", "text"), DENIALS)
def test_all_that_a_denial_tells_is_denied(language: str, text: str) -> None:
    found = [c for c in told(language, text) if c.kind in ("event", "casualty")]
    assert {c.kind for c in found} == {"event", "casualty"}
    assert {c.status for c in found} == {"denied"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Tentara membantah tuduhan itu, lalu menyerang desa tersebut."),
        ("id", "Tentara membantah tuduhan itu dan menyerang desa tersebut."),
        ("en", "The army denied the charge and attacked the village."),
    ],
)
def test_what_is_done_beside_a_denial_was_done(language: str, text: str) -> None:
    assert only(told(language, text), "event", act="attack").status == "asserted"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The militia must not abduct farmers."),
        ("en", "The militia must not abduct farmers or kill villagers."),
        ("id", "Milisi tidak boleh menculik petani atau menanam ranjau."),
    ],
)
def test_what_is_forbidden_is_no_event_and_no_harm(language: str, text: str) -> None:
    found = told(language, text)
    assert not [c for c in found if c.kind == "casualty" or c.slots.get("act") in ("abduction", "other")]


def test_or_hands_a_negation_on_to_the_next_verb() -> None:
    claims = told("id", "Milisi tidak menculik petani atau menembaki desa.")
    assert {c.status for c in claims if c.kind == "event"} == {"denied"}
    claims = told("id", "Milisi tidak menculik petani, tetapi menembaki desa.")
    assert {c.status for c in claims if c.kind == "event"} == {"denied", "asserted"}


def test_who_confirms_no_death_denies_none() -> None:
    assert not [c for c in told("en", "Neither army has confirmed the deaths of nine men.") if c.kind == "casualty"]
    denied = only(told("en", "The army did not cause the deaths of nine men."), "casualty")
    assert denied.status == "denied"


def test_who_is_no_party_to_a_deal_leaves_it_in_force_between_others() -> None:
    text = "Ruritania and Sylvania signed a peace accord in Oslo. The T19 was not a party to the accord."
    assert {c.slots["stage"] for c in told("en", text) if c.kind == "agreement"} == {"signed"}
    denied = only(told("en", "The militia was not a party to the ceasefire."), "agreement")
    assert (denied.status, fillers(denied, "parties")) == ("denied", ["militia"])


def test_who_would_not_say_who_did_it_is_no_source() -> None:
    assert sources(only(told("en", "The officers would not say who broke the truce."), "agreement")) == []
    assert sources(only(told("en", "The officers said the rebels broke the truce."), "agreement")) == ["officers"]


def test_a_date_in_a_clause_about_whom_they_meet_is_not_the_meetings() -> None:
    text = "Hamid tidak akan bertemu dengan Menteri Fumio Kyuma, yang pada bulan lalu mengecam keputusan itu."
    assert only(told("id", text), "meeting").date is None


def test_whose_troops_they_are_stays_with_the_troops() -> None:
    text = "Menteri itu mengumumkan penggelaran tentara AS di Irak."
    assert fillers(only(told("id", text), "deployment"), "force") == ["tentara AS"]


def test_since_an_act_told_by_a_noun_opens_a_time() -> None:
    text = "Sekitar 131 tentara Inggris tewas di Irak sejak serbuan pimpinan Amerika Serikat pada Maret 2003."
    date = only(told("id", text), "casualty").date
    assert date is not None
    assert (date.start, date.end) == ("2003-03-01", None)


def test_a_first_visit_since_a_year_is_not_of_that_year() -> None:
    text = "Kunjungan pertama perdana menteri itu ke Jepang sejak tahun 2000 berlangsung pada hari Senin."
    date = only(told("id", text), "meeting", format="visit").date
    assert date is None or date.end is not None


def test_what_is_spoken_of_does_not_date_the_statement() -> None:
    text = "Kami mengutuk keras serbuan hari ini di kota itu, kata ketua perunding Hamid."
    assert only(told("id", text), "statement", act="condemn").date is None


def test_a_report_that_is_not_confirmed_is_no_claim() -> None:
    text = "Kementerian itu tidak mengkonfirmasi laporan media bahwa seorang awak tewas dalam bentrokan itu."
    assert not [c for c in told("id", text) if c.kind == "casualty"]


def test_soldiers_on_duty_are_no_deployment() -> None:
    text = "Polisi menangkap mantan prajurit dan dua prajurit yang masih bertugas."
    assert not [c for c in told("id", text) if c.kind == "deployment"]
    assert only(told("id", "Dua ribu prajurit bertugas di perbatasan itu."), "deployment").slots["change"] == "present"


def test_a_war_to_be_discussed_is_not_to_come() -> None:
    text = "Kedua presiden akan membahas konflik Darfur di Riyadh pada hari Selasa."
    assert not [c for c in told("id", text) if c.kind == "event"]


def test_a_newspaper_is_a_source_with_its_whole_name() -> None:
    found = told("id", "Dua orang ditangkap pada hari Senin, kata surat kabar tersebut.")
    assert {s for c in found for s in sources(c)} == {"surat kabar tersebut"}


def test_who_brings_the_fallen_home_did_not_fall() -> None:
    claims = told("id", "Kedua komandan sepakat menahan diri serta memulangkan jenazah serdadu yang gugur.")
    # that the soldiers fell is told, as in "jenazah tiga prajurit yang gugur"; the commanders did not
    assert all(fillers(c, "victims") == ["serdadu"] for c in claims if c.kind == "casualty")
    fallen = only(told("id", "Dua serdadu yang gugur dimakamkan di kampungnya."), "casualty")
    assert fillers(fallen, "victims") == ["Dua serdadu"]


def test_what_we_will_do_if_others_do_theirs_is_a_pledge_under_a_condition() -> None:
    text = "Jika tentara mundur dari pelabuhan, kami akan membebaskan para dokter, kata juru bicara milisi."
    duty = only(told("id", text), "obligation", action="release")
    assert (duty.status, duty.slots["basis"]) == ("conditional", "pledge")
    text = "Milisi membebaskan para dokter, kata juru bicara milisi."
    assert only(told("id", text), "event", act="release").status == "asserted"


def test_what_must_be_refrained_from_is_not_denied() -> None:
    assert not [c for c in told("en", "The army must refrain from moving troops to the coast.") if c.status == "denied"]
    denied = only(told("en", "The army refrained from moving troops to the coast."), "deployment")
    assert denied.status == "denied"
