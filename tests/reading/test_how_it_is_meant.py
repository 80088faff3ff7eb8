"""What is only hoped, imagined, made possible or depends on something; whose denial it is; what no act is told by."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, sources, told

MEANT = [
    # talks at which something was agreed or promised were held
    ("en", "The two sides agreed on a ceasefire at talks in Sweden on Thursday.", "meeting", "asserted"),
    ("en", "The two sides agreed on a ceasefire on Thursday at talks in Sweden.", "meeting", "asserted"),
    ("en", "The two sides agreed on Thursday to a ceasefire during talks hosted by Oman.", "mediation", "asserted"),
    ("en", "Ministers pledged two billion dollars at a conference in Geneva on Tuesday.", "meeting", "asserted"),
    ("en", "The two sides agreed on talks in Sweden next week.", "meeting", "planned"),
    ("en", "The two sides will agree on a ceasefire at talks in Sweden next week.", "meeting", "planned"),
    ("en", "The bishop's hope is that Chad and Niger will hold talks.", "meeting", "possible"),
    ("en", "The plan is that foreign troops will leave the town.", "deployment", "planned"),
    (
        "id",
        "Uskup itu mengutarakan harapannya bahwa kedua pihak akan menandatangani gencatan.",
        "agreement",
        "possible",
    ),
    ("id", "Ada kekhawatiran bahwa pemberontak akan menyerang kota itu.", "event", "possible"),
    ("en", "Chad has objected to proposals to arm the militia.", "event", "possible"),
    ("en", "A calm week is a precondition for the deployment of observers.", "deployment", "conditional"),
    ("en", "An attack on Norway would be foolish, a general said.", "event", "possible"),
    ("en", "The army will attack the town, killing hundreds of civilians.", "casualty", "planned"),
    ("en", "The army attacked the town, killing hundreds of civilians.", "casualty", "asserted"),
    ("en", "The bishop preferred talks with the rebels.", "meeting", "possible"),
    ("id", "Uskup itu lebih memilih perundingan dengan pemberontak.", "meeting", "possible"),
    ("en", "The rebels had taken no part in drafting the agreement.", "agreement", "denied"),
    ("en", "The rebels had taken part in drafting the agreement.", "agreement", "asserted"),
    (
        "id",
        "Perundingan Chad dan Niger, yang dijadwalkan Mei, diperkirakan akan alot.",
        "meeting",
        "planned",
    ),
    ("id", "Menteri itu menyambut pertemuan Dewan Afrika mendatang di Accra.", "meeting", "planned"),
    ("id", "Mereka akan membantu upaya menyelesaikan konflik antara Chad dan Niger.", "event", "asserted"),
    ("id", "Menteri itu menginginkan pasukan Chad tetap berada di Niger.", "deployment", "called_for"),
    ("id", "Presiden ingin agar tentara Chad ditarik dari Niger.", "deployment", "called_for"),
    ("id", "Chad ingin menarik tentaranya dari Niger.", "deployment", "planned"),
    ("id", "Chad belum menyatakan menerima usul gencatan senjata itu.", "agreement", "denied"),
    ("id", "Chad menyatakan menerima usul gencatan senjata itu.", "agreement", "asserted"),
    ("id", "Kesepakatan gencatan senjata Chad dan Niger hampir tercapai.", "agreement", "possible"),
    ("id", "Jumlah korban tewas hampir mencapai 500 orang.", "casualty", "asserted"),
    ("id", "Chad mendukung rencana Niger membebaskan dua perwira.", "event", "planned"),
    ("id", "Milisi mengumumkan kesiapannya melepaskan dua sandera.", "event", "planned"),
    ("id", "Milisi melepaskan dua sandera.", "event", "asserted"),
]


@pytest.mark.parametrize(("language", "text", "kind", "status"), MEANT)
def test_how_a_claim_is_meant(language: str, text: str, kind: str, status: str) -> None:
    found = [c.status for c in told(language, text) if c.kind == kind]
    assert set(found) == {status}


DENIERS = [
    ("en", "The spokesman denied that troops shelled the town and accused the rebels of firing first.", "spokesman"),
    ("id", "Juru bicara itu membantah bahwa tentara menembaki kota dan menuduh pemberontak.", "Juru bicara itu"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), DENIERS)
def test_who_denies_and_accuses_does_both(language: str, text: str, speaker: str) -> None:
    found = told(language, text)
    charge = only(found, "statement", act="accuse")
    assert (charge.status, fillers(charge, "speaker")) == ("asserted", [speaker])
    denial = str(only(found, "statement", act="deny").slots["content"])
    assert "accused" not in denial
    assert "menuduh" not in denial
    assert [c.status for c in found if c.kind == "event" and sources(c) == [speaker]][:1] == ["denied"]


def test_a_promise_ends_before_what_is_said_next() -> None:
    found = told("id", "Bupati itu berjanji menarik pasukan dan mengatakan, ia akan memperbaiki jalan.")
    assert "mengatakan" not in str(only(found, "statement", act="promise").slots["content"])
    assert len([c for c in found if c.kind == "obligation"]) == 1


def test_a_wish_that_nobody_be_killed_denies_no_toll() -> None:
    found = told("id", "Kami berharap mereka takkan membunuh para sandera, kata uskup itu.")
    assert not [c for c in found if c.kind in ("casualty", "event")]
    found = told("id", "Menteri itu mengatakan tentara tidak membunuh warga sipil.")
    assert {c.status for c in found if c.kind == "casualty"} == {"denied"}


NO_ACT = [
    ("en", "The mayor expressed condolences for the drowned sailors.", "statement"),
    ("en", "The two clans recognise that the bishop has no army.", "statement"),
    ("en", "Kenya resumed the operations of the port on Monday.", "event"),
    ("en", "Donors will assist Mali write a constitution.", "event"),
    ("en", "The party lost the seat and hopes to snatch it back with a younger face.", "event"),
    ("en", "Such militias are banned under Kenyan law.", "event"),
    ("en", "The bishop said an intervention was necessary.", "event"),
    ("en", "He caught a cold during a state visit to Norway.", "meeting"),
    ("id", "Penahanan Kenya terhadap pajak impor dipersoalkan para pedagang.", "event"),
    ("id", "Norwegia gagal dan kini mencari seseorang untuk dijadikan penengah.", "event"),
    ("id", "Sengketa itu menghalangi Nairobi memperluas pasar.", "event"),
    ("id", "Sudan mundur dari perundingan di Jenewa pada Mei.", "event"),
    ("id", "Ancaman itu tidak akan melukai Norwegia.", "casualty"),
    ("id", "Toko itu tutup sesudah kematian Hassan.", "casualty"),
    ("id", "Pasukan diterjunkan dari pesawat itu pada malam hari.", "deployment"),
    ("id", "Dua prajurit terluka ketika berpatroli di tepi sungai.", "deployment"),
    ("id", "Bantuan itu bagian dari kesepakatan untuk perlucutan senjata yang ditandatangani pada 3 Mei.", "event"),
    ("id", "Seorang hakim menyesalkan keputusan itu, kata jaksa, seraya merujuk pada pertemuan di hotel.", "held"),
    ("en", "The senate is debating a bill that calls on the king to pardon the rebels.", "statement"),
]


@pytest.mark.parametrize(("language", "text", "kind"), NO_ACT)
def test_what_tells_no_act(language: str, text: str, kind: str) -> None:
    found = told(language, text)
    if kind == "held":
        assert not [c for c in found if c.kind == "meeting" and c.status == "asserted"]
    else:
        assert not [c for c in found if c.kind == kind]


ACTS = [
    ("en", "Several governments recognised the council in the south.", "statement"),
    ("en", "The president made a state visit to Norway on Monday.", "meeting"),
    ("en", "Foreign backers assist the rebels in the valley.", "event"),
    ("id", "Tentara menghalangi jalan menuju kota itu sejak Rabu.", "event"),
    ("id", "Pasukan pemberontak mundur dari kota itu pada Minggu.", "event"),
    ("id", "Pasukan penjaga perdamaian berpatroli di zona penyangga itu.", "deployment"),
    ("id", "Presiden mengecam kematian dua prajurit dalam penyergapan itu.", "casualty"),
]


@pytest.mark.parametrize(("language", "text", "kind"), ACTS)
def test_what_tells_one(language: str, text: str, kind: str) -> None:
    assert [c for c in told(language, text) if c.kind == kind]


def test_an_overthrow_is_no_campaign_and_an_annexation_takes_land() -> None:
    assert only(told("en", "The officers ousted the president in 1991."), "event").slots["act"] == "other"
    claim = only(told("en", "Russia annexed Crimea in 2014."), "territory")
    assert claim.slots["relation"] == "captures"


CLAIMED = [
    ("en", "Sudan denied the rebels' claim that its troops had killed ten villagers.", {"denied"}),
    ("en", "Sudan denied reports that its troops had killed ten villagers.", {"denied"}),
    ("en", "Sudan has seen reports that its troops had killed ten villagers.", {"asserted"}),
    ("id", "Sudan membantah laporan bahwa pasukannya membunuh sepuluh warga desa.", {"denied"}),
]


@pytest.mark.parametrize(("language", "text", "status"), CLAIMED)
def test_what_is_claimed_is_denied_with_the_claim(language: str, text: str, status: set[str]) -> None:
    assert {c.status for c in told(language, text) if c.kind in ("casualty", "event")} == status


def test_who_denies_an_act_did_not_harm_those_who_died_in_it() -> None:
    found = told("en", "The rebels denied carrying out the attack in which nine people died.")
    assert "perpetrator" not in only(found, "casualty", harm="killed").slots
    assert only(found, "event", act="attack").status == "denied"


SEEN = [
    ("en", "Shopkeepers did not see Monday's attack on the bank.", "attack"),
    ("en", "Shopkeepers saw the attack on the bank.", "attack"),
    ("en", "Villagers did not hear the explosion that killed two guards.", "explosion"),
    ("id", "Warga tidak mendengar ledakan yang menewaskan dua penjaga itu.", "explosion"),
]


@pytest.mark.parametrize(("language", "text", "act"), SEEN)
def test_what_somebody_sees_or_misses_others_did(language: str, text: str, act: str) -> None:
    claim = only(told(language, text), "event", act=act)
    assert (claim.status, "actor" in claim.slots) == ("asserted", False)


def test_no_attack_that_was_seen_is_none() -> None:
    found = told("en", "Observers saw no attacks on the convoy on Monday.")
    assert {c.status for c in found if c.kind == "event"} <= {"denied"}


@pytest.mark.parametrize(
    ("text", "act", "status", "doers"),
    [
        ("en|Israel halted its air strikes on Gaza on Monday.", "air_strike", "denied", ["Israel"]),
        ("en|The rebels suspended the release of captives.", "release", "denied", ["rebels"]),
        ("en|The withdrawal was halted on Monday.", "retreat", "denied", []),
        ("en|Ukrainian troops halted the Russian advance on Kharkiv.", "movement", "asserted", ["Russian"]),
        ("en|Police halted the march in Nairobi.", "protest", "asserted", []),
        ("id|Pemberontak menghentikan pembebasan tawanan.", "release", "denied", ["Pemberontak"]),
    ],
)
def test_what_those_who_do_it_halt_is_not_done(text: str, act: str, status: str, doers: list[str]) -> None:
    language, words = text.split("|")
    claim = only(told(language, words), "event", act=act)
    assert (claim.status, fillers(claim, "actor")) == (status, doers)


def test_once_between_two_clauses_of_the_past_is_no_condition() -> None:
    text = "The army left the town once the rebels had signed the truce."
    claims = told("en", text)
    signed, left = only(claims, "agreement"), only(claims, "event", act="retreat")
    assert (signed.slots["stage"], signed.status, fillers(signed, "parties")) == ("signed", "asserted", ["rebels"])
    assert (left.status, fillers(left, "actor")) == ("asserted", ["army"])
    assert all(claim.status == "asserted" for claim in claims)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Pesawat itu jatuh akibat tembakan pemberontak, kata militer.", ["attack"]),
        ("Belum ada bukti bahwa pesawat itu jatuh akibat tembakan pemberontak.", []),
        ("Tidak ada bukti bahwa warga mengungsi karena serangan itu.", ["attack"]),
    ],
)
def test_what_nothing_shows_to_have_caused_a_thing_is_not_told(text: str, acts: list[str]) -> None:
    found = [c for c in told("id", text) if c.kind == "event" and c.status == "asserted"]
    assert [c.slots["act"] for c in found] == acts
    assert all("instrument" not in c.slots for c in found)  # what came down shot at nobody


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Juru bicara itu tidak mengatakan berapa orang yang tewas dalam serangan udara itu."),
        ("en", "The spokesman did not say how many people died in the air strike."),
    ],
)
def test_a_number_that_is_only_asked_for_is_no_toll(language: str, text: str) -> None:
    claims = told(language, text)
    assert [c.kind for c in claims] == ["event"]
    assert fillers(claims[0], "target") == []


@pytest.mark.parametrize(
    ("language", "text", "acts"),
    [
        ("en", "Chad freed 20 prisoners, the most since the war began.", ["release"]),
        ("id", "Chad dan Niger bertukar tawanan terbesar sejak perang dimulai.", ["release"]),
        ("en", "Two million people fled after war broke out in Chad in April 2023.", ["clash", "movement"]),
        ("id", "Sejak perang pecah pada April 2023, jutaan orang mengungsi.", ["clash", "movement"]),
    ],
)
def test_a_war_that_only_dates_is_not_told(language: str, text: str, acts: list[str]) -> None:
    assert sorted(str(c.slots["act"]) for c in told(language, text) if c.kind == "event") == acts


def test_what_is_planned_is_done_by_whose_plan_it_is() -> None:
    found = told("id", "Sejumlah negara mengecam rencana Israel menduduki Kota Gaza.")
    assert fillers(only(found, "territory"), "by") == ["Israel"]
    said = only(found, "statement", act="condemn").slots["content"]
    assert getattr(said, "text", "") == "rencana Israel menduduki Kota Gaza"


@pytest.mark.parametrize(
    "text",
    [
        "Kesepakatan belum tercapai, kata seorang pejabat yang mengetahui perundingan itu.",
        "Seorang pejabat yang memahami pembicaraan itu mengatakan Chad menolak usul tersebut.",
    ],
)
def test_who_knows_of_talks_need_not_be_there(text: str) -> None:
    assert not [c for c in told("id", text) if c.kind == "meeting"]
    attended = only(told("id", "Seorang pejabat menghadiri perundingan itu di Kora."), "meeting")
    assert fillers(attended, "participants") == ["pejabat"]
