"""What is left empty, or read otherwise, where the words do not settle it: pronouns, sources, guests, forces."""

from __future__ import annotations

from tests.reading.told import fillers, only, sources, told


def test_who_is_told_of_was_beaten_and_not_who_tells_it() -> None:
    text = "Polisi mengatakan, para pelajar itu sedang berada di luar toko ketika mereka dipukuli dua pria."
    assert fillers(only(told("id", text), "event", act="attack"), "target") == ["pelajar itu"]


def test_who_tells_it_does_what_he_says_he_does() -> None:
    text = "Polisi mengatakan, mereka menangkap dua pria di Surabaya pada Senin."
    assert fillers(only(told("id", text), "event", act="arrest"), "actor") == ["Polisi"]


def test_he_who_says_it_is_not_whom_he_says_it_to() -> None:
    text = "Dia mengatakan kepada para wartawan, bahwa ia mendukung sepenuhnya perjanjian itu."
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
