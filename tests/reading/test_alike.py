"""What both languages say alike is told alike: kind, status, enumerated slots and counts."""

from __future__ import annotations

import pytest

from gencatan import Count
from tests.reading.told import actors, fillers, only, outline, told

ALIKE = [
    # status
    (
        "Menteri itu diperkirakan akan mengunjungi Mesir.",
        "The minister is expected to visit Egypt.",
        ["meeting planned visit"],
    ),
    (
        "Pemerintah menghadapi pemogokan yang mungkin dilancarkan oleh pegawai negeri pekan depan.",
        "The government faces a strike that may be launched by civil servants next week.",
        ["event possible protest"],
    ),
    (
        "Tidak satu kasus pun diselidiki oleh militer.",
        "None of the cases was investigated by the military.",
        ["event denied investigation"],
    ),
    (
        "Kegagalan pemerintah untuk membebaskan seorang prajurit memicu kemarahan.",
        "The failure of the government to free a soldier caused anger.",
        ["event denied 1-1 release"],
    ),
    (
        "Operasi itu tidak membendung serangan Taliban di Afghanistan.",
        "The operation did not stem the Taliban attacks in Afghanistan.",
        ["event asserted attack"],
    ),
    # tolls
    (
        "Korban tewas berjumlah 31, seorang cedera.",
        "The death toll stands at 31, and one was injured.",
        ["casualty asserted 1-1 injured", "casualty asserted 31-31 killed"],
    ),
    (
        "Ledakan itu menewaskan sembilan orang dan 21 lagi cedera.",
        "Nine people were killed in the blast and 21 more were injured.",
        ["casualty asserted 21-21 injured", "casualty asserted 9-9 killed", "event asserted explosion"],
    ),
    (
        "Ledakan itu melukai sekitar selusin tentara.",
        "The blast wounded about a dozen soldiers.",
        ["casualty asserted 12-12 injured", "event asserted explosion"],
    ),
    (
        "Duapuluh lima tentara tewas di Irak.",
        "Twenty-five soldiers were killed in Iraq.",
        ["casualty asserted 25-25 killed"],
    ),
    (
        "Tak ada laporan mengenai korban yang luka parah di Irak.",
        "There were no reports of people seriously hurt in Iraq.",
        [],
    ),
    # entries
    (
        "Orang-orang bersenjata menangkap tiga pekerja asing di jalan raya.",
        "Gunmen seized three foreign workers on the highway.",
        ["casualty asserted 3-3 abducted", "event asserted abduction"],
    ),
    (
        "Kekerasan sektarian di lembah itu menewaskan sepuluh orang.",
        "Sectarian violence in the valley killed ten people.",
        ["casualty asserted 10-10 killed", "event asserted clash"],
    ),
    (
        "Perwira militer melancarkan kudeta pada bulan Mei.",
        "Army officers staged a coup in May.",
        ["event asserted other"],
    ),
    ("Tentara menembak ke udara.", "Soldiers fired into the air.", []),
    # words that one pack had and the other lacked
    (
        "Bentrokan itu mengakibatkan sedikitnya 12 orang tewas dan 30 lainnya terluka.",
        "The clash left at least 12 people dead and 30 others wounded.",
        ["casualty asserted 12-None killed", "casualty asserted 30-30 injured", "event asserted clash"],
    ),
    (
        "Iran tidak mengakui Israel.",
        "Iran does not recognise Israel.",
        ["statement asserted reject"],
    ),
    (
        "Kelompok itu menolak mengakui pemerintah baru, kata seorang jurubicara.",
        "The group refused to recognise the new government, a spokesman said.",
        ["statement asserted reject"],
    ),
    (
        "Para pemberontak meninggalkan kubu terakhir mereka di Idlib tadi malam.",
        "The rebels abandoned their last stronghold in Idlib last night.",
        ["event asserted retreat", "territory asserted loses"],
    ),
    (
        "Para milisi telah meninggalkan kota itu, kata tentara.",
        "The militants have left the city, the army said.",
        ["event asserted retreat"],
    ),
    (
        "Seorang prajurit tewas akibat luka-luka yang dideritanya dalam ledakan pada Kamis.",
        "A soldier died of injuries sustained in the explosion on Thursday.",
        ["casualty asserted 1-1 killed", "event asserted explosion"],
    ),
    (
        "Serangan itu dituduhkan pada kelompok Islam garis keras.",
        "The attack was blamed on an Islamist group.",
        ["event asserted attack", "statement asserted accuse"],
    ),
    (
        "Kelompok separatis itu meninggalkan kekerasan pada 2005.",
        "The separatist group renounced violence in 2005.",
        ["event asserted disarmament"],
    ),
    (
        "Dua mobil rusak dalam ledakan di Kabul.",
        "Two cars were damaged in an explosion in Kabul.",
        ["event asserted explosion"],
    ),
    (
        "Roket-roket merusak tiga rumah di Sderot.",
        "Rockets damaged three houses in Sderot.",
        ["event asserted shelling"],
    ),
    (
        "Kamera para wartawan disita aparat keamanan.",
        "The journalists' cameras were confiscated by security forces.",
        ["event asserted find"],
    ),
    (
        "Pemerintah Iran melarang lebih dari 100 penerbitan sejak 2000.",
        "The Iranian government has banned more than 100 publications since 2000.",
        ["event asserted sanction"],
    ),
    (
        "Dua tersangka akan diajukan ke pengadilan, kata jaksa militer.",
        "Two suspects will be put on trial, military prosecutors said.",
        ["event planned other"],
    ),
    (
        "Kedutaan Inggris menyarankan warganya untuk meninggalkan Gaza.",
        "The British embassy advised its nationals to leave Gaza.",
        ["statement asserted appeal"],
    ),
    (
        "Malaysia siap menambah jumlah pasukannya di Lebanon.",
        "Malaysia is ready to increase the number of its troops in Lebanon.",
        ["obligation planned other pledge", "statement asserted promise"],
    ),
    (
        "Lebih dari 500 tentara dikirim ke perbatasan.",
        "More than 500 troops were sent to the border.",
        ["deployment asserted 501-None deployed"],
    ),
    (
        "Iran akan ikut dalam konferensi hari Sabtu itu.",
        "Iran will take part in Saturday's conference.",
        ["meeting planned other"],
    ),
    (
        "Iran tidak akan ikut dalam perundingan itu.",
        "Iran will not take part in the talks.",
        ["meeting denied talks", "statement asserted reject"],
    ),
    (
        "Korea Utara menolak kembali ke meja perundingan.",
        "North Korea refused to return to the negotiating table.",
        ["meeting denied talks", "statement asserted reject"],
    ),
    (
        "Pemberontak mengambil bagian dalam perundingan di Jenewa.",
        "The rebels took part in the negotiations in Geneva.",
        ["meeting asserted talks"],
    ),
    (
        "Presiden menghadiri pertemuan puncak Uni Afrika di Addis Ababa.",
        "The president attended the African Union summit in Addis Ababa.",
        ["meeting asserted summit"],
    ),
    (
        "Israel tidak akan berunding dengan Hamas, kata Olmert.",
        "Israel will not negotiate with Hamas, Olmert said.",
        ["meeting denied talks", "statement asserted reject"],
    ),
    (
        "Sudan menerima penempatan pasukan PBB di Darfur.",
        "Sudan accepted the deployment of UN troops in Darfur.",
        ["deployment planned deployed", "statement asserted support"],
    ),
    (
        "Kedua pihak menerima gencatan senjata pada Minggu.",
        "Both sides accepted a ceasefire on Sunday.",
        ["agreement asserted agreed ceasefire"],
    ),
    (
        "Serikat buruh mengorganisir unjuk rasa di Conakry pada Senin.",
        "Unions organised a demonstration in Conakry on Monday.",
        ["event asserted protest"],
    ),
    (
        "Delegasi Amerika tiba di Pyongyang pada Minggu.",
        "An American delegation arrived in Pyongyang on Sunday.",
        ["meeting asserted visit"],
    ),
    (
        "Beberapa penduduk desa bersenjatakan senapan menyerang pos perbatasan itu.",
        "Some villagers armed with rifles attacked the border post.",
        ["event asserted attack"],
    ),
    (
        "Komandan itu membantah bertanggung jawab atas serangan tersebut.",
        "The commander denied responsibility for the attack.",
        ["statement asserted deny"],
    ),
    (
        "Menteri Pertahanan Hamid Karim tewas dalam ledakan di Juba.",
        "Defence Minister Hamid Karim was killed in an explosion in Juba.",
        ["casualty asserted 1-1 killed", "event asserted explosion"],
    ),
    (
        "Korban tewas akibat serangan di Quetta sekitar sembilan orang, kata seorang pejabat.",
        "The death toll from the attack in Quetta was about nine, an official said.",
        ["casualty asserted 9-9 killed", "event asserted attack"],
    ),
    (
        "Sebab ledakan di pabrik itu belum diketahui, kata polisi.",
        "The cause of the blast at the factory is not known, police said.",
        ["event asserted explosion"],
    ),
    (
        "Menteri Luar Negeri Iran akan tiba di Damaskus pada Rabu.",
        "Iran's foreign minister will arrive in Damascus on Wednesday.",
        ["meeting planned visit"],
    ),
    (
        "Uganda menarik pasukannya dari Kongo timur tahun lalu.",
        "Uganda withdrew its troops from eastern Congo last year.",
        ["deployment asserted withdrawn"],
    ),
    (
        "Negara-negara Barat memboikot pemerintah Hamas.",
        "Western countries boycotted the Hamas government.",
        ["event asserted sanction", "statement asserted reject"],
    ),
    (
        "Kami tidak akan membiarkan pasukan asing memasuki Somalia, kata jurubicara gerilyawan.",
        "We will not allow foreign troops to enter Somalia, a rebel spokesman said.",
        ["event denied movement", "statement asserted reject"],
    ),
]


@pytest.mark.parametrize(("indonesian", "english", "expected"), ALIKE)
def test_both_languages_tell_it_alike(indonesian: str, english: str, expected: list[str]) -> None:
    assert sorted(map(outline, told("id", indonesian))) == expected
    assert sorted(map(outline, told("en", english))) == expected


def test_a_possessive_is_whose_act_it_is() -> None:
    text = "The rebels kept a truce with the army until May. Their attack on the port killed nine people."
    attack = only(told("en", text), "event", act="attack")
    assert fillers(attack, "actor") == ["rebels"]
    text = "The president arrived on Friday. His arrest was ordered by the court."
    assert fillers(only(told("en", text), "event", act="arrest"), "target") == ["president"]


def test_a_member_of_a_force_is_one() -> None:
    killed = only(told("en", "A member of the guard was shot dead in Gaza."), "casualty", harm="killed")
    assert killed.slots["count"] == Count(1, 1, "A", "exact")
    assert fillers(killed, "victims") == ["member of the guard"]


def test_those_told_by_their_number_above_are_so_many() -> None:
    seized = only(
        told("en", "The raid brings to 58 the number of foreigners who have been seized by rebels."), "casualty"
    )
    assert seized.slots["count"] == Count(58, 58, "58", "exact")


def test_whom_a_number_says_to_be_hurt_among_others_are_so_many() -> None:
    hurt = told("id", "Bus itu membawa 40 pelajar, dan 25 di antara mereka luka-luka dalam serangan itu.")
    assert [outline(claim) for claim in hurt if claim.kind == "casualty"] == ["casualty asserted 25-25 injured"]


def test_somebody_with_an_age_in_brackets_is_one() -> None:
    held = only(told("id", "Alishtar (53) ditangkap polisi pada Kamis."), "casualty")
    assert isinstance(held.slots["count"], Count)
    assert (held.slots["count"].min, held.slots["count"].max) == (1, 1)


def test_who_causes_casualties_is_none_of_them() -> None:
    text = "Seorang penyerang meledakkan diri di pangkalan itu namun tidak mengakibatkan korban."
    tolls = [claim for claim in told("id", text) if claim.kind == "casualty"]
    assert all("count" not in claim.slots and "victims" not in claim.slots for claim in tolls)


def test_what_must_have_happened_is_not_asked_for() -> None:
    killed = only(told("en", "Many soldiers must have been killed in the camp."), "casualty")
    assert killed.status == "possible"


def test_whether_somebody_would_is_asked_and_left_open() -> None:
    found = told("en", "The minister was asked whether Sudan would accept the deployment of foreign troops.")
    assert not [claim for claim in found if claim.slots.get("act") == "appeal"]
    assert only(found, "deployment").status == "possible"


def test_what_was_not_looked_into_took_place() -> None:
    found = told("en", "None of the killings in Gaza has been investigated by the army.")
    assert only(found, "event", act="investigation").status == "denied"
    assert only(found, "event", act="attack").status == "asserted"


def test_a_known_act_that_is_not_dealt_with_is_not_denied() -> None:
    found = told("en", "Rebels attacked the town of Kora. The attack was not investigated.")
    assert [claim.status for claim in found if claim.slots.get("act") == "attack"] == ["asserted"]


def test_who_gives_no_reasons_rejects_nothing() -> None:
    found = told("en", "The minister refused to give reasons for sacking the general.")
    assert not [claim for claim in found if claim.kind == "statement"]


def test_who_is_hurt_after_those_killed_was_not_killed() -> None:
    found = told("id", "Serangan itu menewaskan sembilan orang dan 21 lagi cedera di Irak.")
    assert sorted(map(outline, (claim for claim in found if claim.kind == "casualty"))) == [
        "casualty asserted 21-21 injured",
        "casualty asserted 9-9 killed",
    ]


def test_what_is_not_confirmed_is_not_told() -> None:
    for language, text in (
        ("en", "The ministry could not confirm reports that a soldier had been killed in Juba."),
        ("id", "Kementerian itu tidak dapat mengkonfirmasi laporan bahwa seorang tentara tewas di Juba."),
    ):
        assert not [claim for claim in told(language, text) if claim.kind == "casualty"]
    found = told("en", "The ministry confirmed reports that a soldier had been killed in Juba.")
    assert only(found, "casualty").status == "asserted"


def test_a_known_act_that_is_only_described_is_not_denied() -> None:
    found = told("en", "There is no evidence that the killing of 14 journalists by US forces was deliberate.")
    assert only(found, "casualty", harm="killed").status == "asserted"
    found = told("en", "The attack on the UN convoy was not possible, an army spokesman said.")
    assert only(found, "event", act="attack").status == "possible"


def test_an_embassy_has_its_own_people() -> None:
    text = "Rebels attacked a US embassy convoy in Kabul on Monday. Several Afghan embassy officials were wounded."
    assert [a and a.id for a in actors(only(told("en", text), "casualty"), "victims")] == ["AFG/GOV"]
    found = told("en", text.replace("Afghan ", ""))
    assert [a and a.id for a in actors(only(found, "casualty"), "victims")] == ["USA/GOV"]


def test_ministers_are_of_no_one_state() -> None:
    found = told("en", "Foreign ministers will attend an international conference on Iraq in Baghdad.")
    meeting = only(found, "meeting", format="other")
    assert fillers(meeting, "participants") == ["Foreign ministers"]
    assert actors(meeting, "participants") == [None]


def test_what_was_damaged_in_a_blast_is_its_target() -> None:
    found = told("en", "Two cars were damaged in an explosion in Kabul.")
    assert [claim.kind for claim in found] == ["event"]
    assert fillers(only(found, "event", act="explosion"), "target") == ["Two cars"]
