"""Agreements, the duties they tell, who meets whom, who mediates, and who holds what."""

from __future__ import annotations

import pytest

from gencatan.model import Span
from tests.reading.told import fillers, only, told


def duties(text: str, language: str = "en") -> set[str]:
    """The actions of all obligations."""
    return {str(c.slots["action"]) for c in told(language, text) if c.kind == "obligation"}


def test_each_thing_that_sides_agree_to_is_a_duty() -> None:
    text = "Both sides agreed to stop the shelling and to release all prisoners."
    assert duties(text) == {"cease_hostilities", "release"}
    claim = only(told("en", text), "agreement")
    assert (claim.slots["type"], claim.slots["stage"]) == ("ceasefire", "agreed")


def test_one_side_that_agrees_to_do_something_makes_no_agreement() -> None:
    claims = told("en", "The kingdom agreed to close its reactor within a year.")
    assert not [c for c in claims if c.kind == "agreement"]
    assert only(claims, "obligation").slots["basis"] == "agreement"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The accord provides for the release of 200 detainees.", {"release"}),
        ("The pact allows foreign inspectors to visit the camps.", {"grant_access"}),
        ("The agreement provides for a joint commission.", {"other"}),
    ],
)
def test_what_an_agreement_tells(text: str, wanted: set[str]) -> None:
    assert duties(text) == wanted


def test_duties_go_on_after_the_terms() -> None:
    text = "Under the accord, the rebels must leave the town. Observers are to monitor the truce."
    assert duties(text) == {"withdraw", "monitor"}
    assert duties("Observers are to monitor the river.") == set()


def test_an_offer_of_an_agreement_taken_or_refused() -> None:
    claim = only(told("en", "The rebels turned down an offer of a truce."), "agreement")
    assert (claim.slots["type"], claim.slots["stage"], claim.status) == ("ceasefire", "rejected", "asserted")
    claim = only(told("en", "Both sides accepted a call for a two-month truce."), "agreement")
    assert claim.slots["stage"] == "agreed"
    assert not [c for c in told("en", "Both sides accepted an offer of tents.") if c.kind == "agreement"]


def test_a_plan_of_something_else_is_no_agreement() -> None:
    claims = told("en", "The president unveiled a plan to send more troops to the valley.")
    assert not [c for c in claims if c.kind == "agreement"]


def test_who_meets_whom() -> None:
    claim = only(told("en", "President Amara Keita met Prime Minister Jonas Brandt in Oslo."), "meeting")
    assert fillers(claim, "participants") == ["President Amara Keita", "Prime Minister Jonas Brandt"]


def test_talks_that_one_comes_for_are_planned() -> None:
    claim = only(told("en", "The foreign minister arrived in Oslo for talks with the rebels."), "meeting")
    assert (claim.slots["format"], claim.status) == ("talks", "planned")


def test_what_a_meeting_is_for() -> None:
    claim = only(told("en", "Foreign ministers met in Oslo to discuss the border."), "meeting")
    assert claim.slots["topic"].text == "the border"  # type: ignore[union-attr]


def test_talks_that_nobody_is_named_for() -> None:
    claim = only(told("en", "Talks on the border will resume in Oslo on Monday."), "meeting")
    assert "participants" not in claim.slots
    assert claim.status == "planned"


def test_the_first_part_of_a_word_is_the_mediator() -> None:
    claim = only(told("en", "A Norwegian-brokered truce ended the war."), "mediation")
    assert fillers(claim, "mediator") == ["Norwegian"]


@pytest.mark.parametrize(
    ("text", "relation", "holder"),
    [
        ("Civilians fled into the clan-held valley.", "controls", "clan"),
        ("The region is recognised as part of Georgia.", "part_of", "Georgia"),
        ("Troops entered the mainly Kurdish valley.", "populated_by", "Kurdish"),
        ("The enclave, which is part of Georgia, was sealed off.", "part_of", "Georgia"),
    ],
)
def test_what_land_is(text: str, relation: str, holder: str) -> None:
    claim = only(told("en", text), "territory")
    assert claim.slots["relation"] == relation
    assert fillers(claim, "by") == [holder]


def test_forces_counted_without_where_they_go() -> None:
    claim = only(told("en", "The kingdom has sent thousands of extra soldiers to Baghdad."), "deployment")
    assert fillers(claim, "force") == ["thousands of extra soldiers"]


def test_who_makes_a_deal_known_is_no_party() -> None:
    claims = told(
        "en", "The deal between Israel and Lebanon, announced by the French president on Tuesday, is fragile."
    )
    parties = {name for c in claims if c.kind == "agreement" for name in fillers(c, "parties")}
    assert parties == {"Israel", "Lebanon"}


@pytest.mark.parametrize(
    "text",
    [
        "Kedua pihak membahas pertukaran tahanan pada Selasa: 40 tentara ditukar dengan 12 warga Sudan. Kedua pihak "
        "menyepakati pertukaran itu di Jenewa pada Rabu.",
        "Kedua pihak menyepakati pertukaran tahanan dengan 12 warga Sudan pada Selasa.",
    ],
)
def test_who_is_exchanged_is_no_party(text: str) -> None:
    parties = [words for c in told("id", text) if c.kind == "agreement" for words in fillers(c, "parties")]
    assert not [words for words in parties if words.startswith(("12", "40"))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Pemberontak menyerahkan 78 pucuk senjata kepada pemantau di Banda Aceh."),
        ("id", "Gerakan itu membubarkan sayap militernya pada hari Selasa."),
        ("en", "The rebels formally disbanded their armed wing on Tuesday."),
        ("en", "The rebels gave up 840 weapons in Banda Aceh."),
    ],
)
def test_weapons_are_counted_in_pieces_and_wings_disbanded(language: str, text: str) -> None:
    assert only(told(language, text), "event").slots["act"] == "disarmament"


def test_a_date_of_another_noun_is_not_the_acts() -> None:
    text = "The government freed 300 rebels on Sunday under last month's accord."
    claim = only(told("en", text), "event", act="release")
    assert claim.date is not None
    assert claim.date.start == "2024-03-10"


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Israel bombed Gaza on Tuesday, shattering a two-month-old ceasefire with Hamas.", ["Israel"]),
        ("en", "Strikes killed 400 people, the health ministry in Gaza said, shattering the truce with Hamas.", []),
        ("en", "A mine hurt two men, the Thai army said, calling it a violation of the truce with Cambodia.", []),
        ("en", "Thailand admitted violating the ceasefire with Cambodia.", ["Thailand"]),
        ("id", "Israel pada Selasa menyerang Gaza, melanggar gencatan senjata dengan Hamas.", ["Israel"]),
        ("id", "Hamas mengatakan Israel melanggar gencatan senjata.", ["Israel"]),
    ],
)
def test_who_broke_a_truce_is_who_is_said_to_and_not_whom_it_is_with(
    language: str, text: str, wanted: list[str]
) -> None:
    assert fillers(only(told(language, text), "agreement", stage="violated"), "parties") == wanted


def test_how_old_a_truce_is_does_not_date_its_breach() -> None:
    text = "Israel launched air strikes on Gaza on Tuesday, shattering a two-month-old ceasefire with Hamas."
    when = only(told("en", text), "agreement", stage="violated").date
    assert when is not None
    assert (when.start, when.end) == ("2024-03-12", "2024-03-12")
    bare = only(told("en", "The army broke the two-month-old ceasefire."), "agreement", stage="violated")
    assert bare.date is None


def test_what_a_truce_requires_is_asked_for_and_the_truce_itself_is_there() -> None:
    text = (
        "Pelucutan senjata kelompok tersebut disyaratkan oleh gencatan senjata antara Azerbaijan dan otoritas Armenia "
        "Karabakh, yang ditengahi Rusia dan mulai berlaku Rabu (13/3)."
    )
    assert only(told("id", text), "agreement").status == "asserted"


def test_what_somebody_is_urged_to_do_is_not_done() -> None:
    text = "Samantha Power, yang mengunjungi Armenia pada Selasa, mendesak Azerbaijan mempertahankan gencatan senjata."
    assert not [c for c in told("id", text) if c.kind == "agreement"]


def test_a_truce_that_ended_the_fighting_has_not_ended() -> None:
    text = "The truce, brokered by Malaysia on Monday, ended five days of fighting that killed at least 38 people."
    assert [c.slots["stage"] for c in told("en", text) if c.kind == "agreement"] == ["agreed"]
    assert only(told("en", "The truce ended at midnight."), "agreement").slots["stage"] == "expired"


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "en",
            "According to the Kremlin, President Ilham Aliyev telephoned President Vladimir Putin on Thursday.",
            ["President Ilham Aliyev", "President Vladimir Putin"],
        ),
        (
            "en",
            "Cambodian Prime Minister Hun Manet and Thailand's acting Prime Minister Phumtham Wechayachai met in "
            "Putrajaya.",
            ["Cambodian Prime Minister Hun Manet", "Thailand's acting Prime Minister Phumtham Wechayachai"],
        ),
        (
            "id",
            "Perdana Menteri Kamboja Hun Manet dan penjabat Perdana Menteri Thailand Phumtham Wechayachai bertemu.",
            ["Perdana Menteri Kamboja Hun Manet", "penjabat Perdana Menteri Thailand Phumtham Wechayachai"],
        ),
    ],
)
def test_both_who_meet_are_there(language: str, text: str, wanted: list[str]) -> None:
    assert fillers(only(told(language, text), "meeting"), "participants") == wanted


@pytest.mark.parametrize(
    ("language", "text", "status", "end"),
    [
        ("en", "A meeting of the ministers was postponed to Friday.", "planned", "2024-03-15"),
        ("en", "Talks between the army and the rebels were postponed.", "denied", None),
        ("id", "Pertemuan kedua menteri pada Rabu ditunda.", "denied", "2024-03-13"),
        ("id", "Perundingan antara tentara dan pemberontak ditunda hingga Jumat.", "planned", "2024-03-15"),
    ],
)
def test_a_meeting_that_is_put_off_is_not_held(language: str, text: str, status: str, end: str | None) -> None:
    claim = only(told(language, text), "meeting")
    assert (claim.status, claim.date.end if claim.date else None) == (status, end)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "The army and the rebels agreed on 11 March to extend the truce by a week.", "2024-03-11"),
        ("en", "The army and the rebels reached a deal on Monday on keeping the truce.", "2024-03-11"),
        ("id", "Tentara dan pemberontak sepakat pada 11 Maret untuk memperpanjang gencatan senjata.", "2024-03-11"),
        (
            "id",
            "Tentara dan pemberontak mencapai kesepakatan pada 11 Maret untuk menjaga gencatan senjata.",
            "2024-03-11",
        ),
        ("id", "Tentara dan pemberontak menyepakati perpanjangan gencatan senjata, Senin (11/3).", "2024-03-11"),
    ],
)
def test_to_agree_on_more_of_a_truce_prolongs_it(language: str, text: str, day: str) -> None:
    (claim,) = [c for c in told(language, text) if c.kind in ("agreement", "obligation")]
    assert (claim.slots["type"], claim.slots["stage"], claim.status) == ("ceasefire", "extended", "asserted")
    assert len(fillers(claim, "parties")) == 2
    assert claim.date is not None
    assert claim.date.start == day


def test_to_agree_to_honour_a_truce_may_be_a_new_one() -> None:
    claims = told("en", "The army and the rebels agreed on Monday to respect a ceasefire.")
    assert not [c for c in claims if c.slots.get("stage") == "extended"]


def test_a_truce_kept_until_a_day_depends_on_nothing() -> None:
    claims = told("en", "The army and the rebels agreed to keep the truce in place until the end of the month.")
    assert {c.status for c in claims if c.kind == "agreement"} == {"asserted"}


@pytest.mark.parametrize(
    ("language", "text", "told_of"),
    [
        ("en", "An earlier truce between the army and the rebels fell apart within days.", 0),
        ("en", "The army and the rebels signed a truce after an earlier war, too.", 0),
        ("en", "A previous truce between the army and the rebels collapsed in December 2022.", 1),
        ("id", "Gencatan senjata sebelumnya gagal.", 0),
        ("id", "Perjanjian damai terdahulu dilanggar kedua pihak.", 0),
        ("id", "Perjanjian damai sebelumnya runtuh pada 2014.", 1),
        ("id", "Gencatan senjata itu runtuh.", 1),
    ],
)
def test_an_agreement_of_before_counts_with_its_own_date(language: str, text: str, told_of: int) -> None:
    assert len([c for c in told(language, text) if c.kind == "agreement"]) == told_of


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Both sides must soon renew a truce that ends on Dec. 20.", "2024-12-20"),
        ("id", "Pasukan bersiaga karena gencatan senjata berakhir pada 20 Desember.", "2024-12-20"),
        ("id", "Gencatan senjata berakhir pada 20 September.", "2024-09-20"),
    ],
)
def test_a_day_of_the_coming_months_is_ahead_where_the_words_allow(language: str, text: str, day: str) -> None:
    claims = told(language, text, published="2024-10-25")
    ended = next(c for c in claims if c.kind == "agreement" and c.slots["stage"] == "expired")
    assert ended.date is not None
    assert ended.date.start == day


@pytest.mark.parametrize(
    ("language", "text", "name", "parties"),
    [
        ("en", "The army and the rebels signed the Arusha Peace Agreement on Monday.", "Arusha Peace Agreement", 2),
        ("en", "The army and the rebels signed the Stockholm agreement on Monday.", "Stockholm agreement", 2),
        ("en", "The rebels violated the Hamas deal on Monday.", "", 1),
        ("id", "Tentara dan pemberontak menandatangani Perjanjian Danau Tawar, Senin.", "Perjanjian Danau Tawar", 2),
        ("id", "Gencatan senjata 10 Mei diumumkan oleh tentara.", "", 1),
    ],
)
def test_a_deal_goes_by_its_own_name_and_no_party_is_read_from_it(
    language: str, text: str, name: str, parties: int
) -> None:
    claim = only(told(language, text), "agreement")
    given = claim.slots.get("name")
    assert (given.text if isinstance(given, Span) else "") == name
    assert len(fillers(claim, "parties")) == parties


COMING = [
    ("id", "Kedua pihak meneken gencatan senjata yang mulai berlaku 20 Maret.", "planned"),
    ("en", "Both sides signed a ceasefire that takes effect on 20 March.", "planned"),
    ("id", "Kedua pihak meneken gencatan senjata yang telah berlaku sejak 10 Maret.", "asserted"),
    ("en", "Both sides signed a ceasefire that took effect on 10 March.", "asserted"),
]


@pytest.mark.parametrize(("language", "text", "status"), COMING)
def test_a_deal_only_made_now_is_to_take_effect(language: str, text: str, status: str) -> None:
    assert only(told(language, text), "agreement", stage="in_effect").status == status


TRUCES = [
    ("en", "The two sides agreed to implement a ceasefire."),
    ("en", "The two sides agreed to comply with a truce."),
    ("id", "Kedua pihak sepakat melakukan gencatan senjata."),
    ("id", "Pemerintah dan pemberontak sepakat untuk menerapkan gencatan senjata."),
    ("id", "Kedua negara sepakat menghentikan permusuhan."),
]


@pytest.mark.parametrize(("language", "text"), TRUCES)
def test_who_agrees_to_hold_a_truce_agrees_on_one(language: str, text: str) -> None:
    claims = [c for c in told(language, text) if c.kind == "agreement" and c.slots["stage"] == "agreed"]
    assert [c.slots["type"] for c in claims] == ["ceasefire"]
    assert duties(text, language) == {"cease_hostilities"}


VIOLATED = [
    ("Pemantau mencatat 15 pelanggaran gencatan senjata di Donetsk.", "ceasefire"),
    ("Pemantau mencatat 15 pelanggaran kesepakatan damai di Donetsk.", "peace"),
    ("Pemerintah dan pemberontak sepakat gencatan senjata selama tiga hari.", "ceasefire"),
]


@pytest.mark.parametrize(("text", "sort"), VIOLATED)
def test_what_sort_of_agreement_it_is(text: str, sort: str) -> None:
    assert only(told("id", text), "agreement").slots["type"] == sort


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Pakistan and India exchanged fire on Thursday, each accusing the other of violating a 2021 ceasefire."),
        (
            "id",
            "Pakistan dan India saling tembak, masing-masing menuduh pihak lain melanggar gencatan senjata.",
        ),
    ],
)
def test_each_who_accuses_the_other_of_a_breach_is_accused(language: str, text: str) -> None:
    assert fillers(only(told(language, text), "agreement", stage="violated"), "parties") == ["Pakistan", "India"]


def test_whom_one_side_alone_accuses_broke_the_truce() -> None:
    claim = only(told("en", "The rebels accused the other side of violating the truce."), "agreement")
    assert fillers(claim, "parties") == ["other side"]


@pytest.mark.parametrize(
    "text",
    [
        "en|The two sides signed a peace accord in Doha on Tuesday. Norway brokered the accord.",
        "en|The two sides signed a peace accord in Doha on Tuesday. The deal, mediated by Norway, frees all prisoners.",
        "en|The two sides signed a peace accord in Doha on Tuesday. It was brokered by Norway.",
        "id|Mereka menyepakati gencatan senjata. Kesepakatan yang ditengahi Norwegia mewajibkan tentara mundur.",
    ],
)
def test_through_whom_a_deal_came_about_is_told_of_the_deal_told_before(text: str) -> None:
    language, words = text.split("|")
    found = told(language, words)
    made = [claim for claim in found if claim.kind == "agreement" and claim.slots["stage"] in ("agreed", "signed")]
    assert [fillers(claim, "mediator") for claim in made] in ([["Norway"]], [["Norwegia"]])
    assert only(found, "mediation")


def test_a_deal_brokered_on_a_day_of_its_own_or_another_one_is_told_for_itself() -> None:
    text = "The two sides signed a peace accord on Tuesday. Norway brokered a truce in Sudan last year."
    found = [claim.slots["stage"] for claim in told("en", text) if claim.kind == "agreement"]
    assert found == ["signed", "agreed"]


def test_a_war_that_sides_agree_to_end_is_one_agreement() -> None:
    text = "The government and the rebels agreed on Wednesday to end two years of war."
    step = only(told("en", text), "agreement")
    assert (step.slots["stage"], step.status) == ("agreed", "asserted")
    assert step.date is not None
    other = only(told("en", "The two countries agreed on Monday to resolve their dispute over the river."), "agreement")
    assert (other.slots["type"], other.status) == ("peace", "asserted")


def test_mediation_offered_is_yet_to_come_and_stands_between_no_each_other() -> None:
    offer = only(told("en", "Brazil offered to mediate between the two governments."), "mediation")
    assert offer.status == "planned"
    text = "Armenia and Azerbaijan accused each other on Tuesday of breaking a Russian-brokered truce."
    assert fillers(only(told("en", text), "mediation"), "parties") == ["Armenia", "Azerbaijan"]


def test_an_offer_of_a_truce_turned_down_in_indonesian() -> None:
    step = only(told("id", "Israel menolak usulan Hamas untuk gencatan senjata empat bulan."), "agreement")
    assert (step.slots["type"], step.slots["stage"]) == ("ceasefire", "rejected")
    assert all(c.kind != "agreement" for c in told("id", "Pemberontak menolak usulan PBB untuk bantuan pangan."))


def test_a_truce_takes_effect_after_it_is_made() -> None:
    def begins(text: str) -> str | None:
        claim = only(told("id", text, published="2024-03-05"), "agreement", stage="in_effect")  # a Tuesday
        return claim.date.start if claim.date else None

    made = (
        "Pemerintah Kolombia dan ELN menyepakati gencatan senjata pada {}. Gencatan senjata mulai berlaku pada Kamis."
    )
    assert begins(made.format("Minggu")) == "2024-03-07"
    assert begins(made.format("Rabu")) == "2024-02-29", "where it was made before that Thursday"


def test_the_truce_is_that_of_those_told_of_nearest_behind_it() -> None:
    text = (
        "The two sides extended their truce on Friday. Colombia and the ELN signed it in May. "
        "Sudan and the RSF signed a truce in June."
    )
    parties = fillers(only(told("en", text), "agreement", stage="extended"), "parties")
    assert parties == ["Colombia", "ELN"]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "Colombia and the ELN began a ten-day ceasefire on Saturday.", ["Colombia", "ELN"]),
        ("id", "Kolombia dan ELN memulai gencatan senjata pada Sabtu.", ["Kolombia", "ELN"]),
    ],
)
def test_who_begins_a_truce_is_party_to_it(language: str, text: str, parties: list[str]) -> None:
    claim = only(told(language, text), "agreement", stage="in_effect")
    assert fillers(claim, "parties") == parties
    assert claim.date is not None


def test_guarantors_are_no_parties() -> None:
    text = "The accord was concluded in Havana after talks between the two sides, with Cuba and Norway as guarantors."
    assert "parties" not in only(told("en", text), "agreement", stage="agreed").slots


@pytest.mark.parametrize(
    ("language", "text", "status", "day"),
    [
        ("id", "Gencatan senjata berlaku mulai Minggu.", "planned", "2025-01-19"),
        ("id", "Perjanjian damai antara Kolombia dan FARC berlaku mulai Senin.", "planned", "2025-01-20"),
        ("en", "The truce takes effect starting Sunday.", "planned", "2025-01-19"),
        ("id", "Gencatan senjata telah berlaku mulai Minggu.", "asserted", "2025-01-12"),
        ("id", "Gencatan senjata berlaku mulai Minggu (12/1).", "asserted", "2025-01-12"),
        ("id", "Kedua pihak mematuhi gencatan senjata mulai Senin.", "asserted", "2025-01-13"),
        ("id", "Gencatan senjata berlaku sejak Minggu.", "asserted", "2025-01-12"),
        ("en", "The ceasefire took effect starting Sunday.", "asserted", "2025-01-12"),
    ],
)
def test_a_truce_that_holds_from_a_weekday_on_is_to_hold_from_the_coming_one(
    language: str, text: str, status: str, day: str
) -> None:
    claim = only(told(language, text, published="2025-01-15"), "agreement", stage="in_effect")  # a Wednesday
    assert claim.date is not None
    assert (claim.status, claim.date.start) == (status, day)


SIGNED = "Israel and Hamas signed a ceasefire on Wednesday. The truce takes effect on Monday. "
DITANDATANGANI = (
    "Pemerintah dan pemberontak menandatangani gencatan senjata pada Rabu (12/6). "
    "Gencatan senjata mulai berlaku Senin (17/6). "
)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        (
            "en",
            SIGNED + "Under the deal, Israel must withdraw within 48 hours of the start of the truce.",
            "2024-06-19",
        ),
        (
            "en",
            SIGNED + "Under the deal, Israel must withdraw within 30 days of the truce taking effect.",
            "2024-07-17",
        ),
        ("en", SIGNED + "Under the deal, Israel must withdraw within 30 days of the signing.", "2024-07-12"),
        ("en", SIGNED + "Under the deal, Israel must withdraw within 48 hours.", "2024-06-14"),
        ("en", SIGNED + "Under the deal, Israel must withdraw within 30 days, before aid starts.", "2024-07-12"),
        (
            "id",
            DITANDATANGANI + "Menurut kesepakatan itu, pemberontak harus membebaskan tahanan dalam waktu 30 hari sejak "
            "berlakunya gencatan senjata.",
            "2024-07-17",
        ),
        (
            "id",
            DITANDATANGANI + "Menurut kesepakatan itu, pemberontak harus membebaskan tahanan dalam waktu 30 hari.",
            "2024-07-12",
        ),
    ],
)
def test_a_term_counts_from_the_start_of_the_truce_where_the_words_say_so(language: str, text: str, day: str) -> None:
    duty = next(c for c in told(language, text, published="2024-06-13") if c.kind == "obligation")  # a Thursday
    assert duty.date is not None
    assert (duty.date.start, duty.date.end) == (None, day)


def test_a_term_from_a_start_that_no_report_dates_has_no_day() -> None:
    text = "Israel and Hamas signed a ceasefire on Wednesday. Israel must withdraw within 30 days of its taking effect."
    duty = next(c for c in told("en", text, published="2024-06-13") if c.kind == "obligation")
    assert duty.date is not None
    assert duty.date.end is None
