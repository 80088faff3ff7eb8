"""Who tells a thing, in which order, and whose people those are who act."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, sources, told


def test_what_somebody_will_say_nobody_has_said() -> None:
    found = told("en", "The rebels and the government will offer talks in a bid to end the unrest, the minister said.")
    meeting = only(found, "meeting")
    assert (meeting.status, sources(meeting)) == ("planned", ["minister"])
    assert fillers(meeting, "participants") == ["rebels", "government"]


def test_what_somebody_offered_they_said() -> None:
    found = told("en", "The minister said the rebels had offered talks.")
    assert sources(only(found, "meeting")) == ["minister", "rebels"]


ORDER = [
    (
        "en",
        "The attack was meant for the base, the group said in a statement, according to a police spokesman.",
        ["police spokesman", "group"],
    ),
    (
        "en",
        "The health ministry, citing the hospital, said 12 men had died.",
        ["health ministry", "hospital"],
    ),
    ("en", "The ministry, citing fears of riots, said 12 men had died.", ["ministry"]),
    ("en", "Quoting a local doctor, the governor reported that nine people had died.", ["governor", "local doctor"]),
    ("en", "The Ardanian army announced the deaths of five soldiers, the army said on Monday.", ["Ardanian army"]),
    ("en", "Eight people were killed, security and medical sources said.", ["security and medical sources"]),
    (
        "en",
        "Eight men died, local medical and security officials said.",
        ["local medical and security officials"],
    ),
    ("en", "Eight people were killed, soldiers and police officers said.", ["soldiers", "police officers"]),
]


@pytest.mark.parametrize(("language", "text", "by"), ORDER)
def test_sources_outermost_first_and_each_once(language: str, text: str, by: list[str]) -> None:
    claim = next(c for c in told(language, text) if c.kind in ("casualty", "event"))
    assert sources(claim) == by


def test_they_are_all_who_say_what_they_will_do() -> None:
    found = told("en", "Egypt, Jordan and Qatar said on Tuesday that they would seek talks with Israel.")
    claim = only(found, "statement", act="appeal")
    assert (fillers(claim, "speaker"), sources(claim)) == (["Egypt", "Jordan", "Qatar"], [])


def test_whose_troops_act_is_not_where() -> None:
    claim = only(told("en", "Troops from Uganda and Burundi patrol the town of Bor."), "deployment")
    assert fillers(claim, "force") == ["Troops from Uganda and Burundi"]
    assert claim.place is not None
    assert claim.place.span.text == "town of Bor"


def test_where_troops_are_taken_from_is_where() -> None:
    claim = only(told("en", "France pulled its soldiers from Niger in December."), "deployment")
    assert fillers(claim, "force") == ["its soldiers"]
    assert claim.place is not None
    assert claim.place.span.text == "Niger"


ROLES = [
    ("en", "The small country has sent about 50 army and police officers to Darfur.", None),
    ("en", "The ministry sent 200 police officers to the island.", "police"),
    ("en", "The police sent sixty officers to the square.", "police"),
    ("en", "Burundi will send 80 army officers to Mogadishu.", None),
    ("id", "Pemerintah mengirim 50 aparat kepolisian dan militer ke Darfur.", None),
    ("id", "Pemerintah mengirim 50 personel kepolisian ke Darfur.", "police"),
]


@pytest.mark.parametrize(("language", "text", "role"), ROLES)
def test_soldiers_are_no_police(language: str, text: str, role: str | None) -> None:
    claim = only(told(language, text), "deployment")
    assert claim.slots.get("role") == role
    assert len(fillers(claim, "force")) == 1


WHERE = [
    ("en", "Ukraine has moved two brigades from Kharkiv to Pokrovsk.", "two brigades", "Pokrovsk"),
    ("id", "TNI menggeser dua batalyon dari Jayapura ke Wamena pada Senin.", "dua batalyon", "Wamena"),
    ("en", "The last troops left the Bagram base on Tuesday.", "last troops", "Bagram base"),
    ("en", "Kenyan police officers arrived in Port-au-Prince on Tuesday.", "Kenyan police officers", "Port-au-Prince"),
    ("id", "Rwanda memiliki sekitar 4.000 tentara di Kongo.", "sekitar 4.000 tentara", "Kongo"),
    ("en", "He called the plan to send 900 fresh troops to Mali a mistake.", "900 fresh troops", "Mali"),
]


@pytest.mark.parametrize(("language", "text", "force", "place"), WHERE)
def test_a_force_goes_where_it_is_sent_to(language: str, text: str, force: str, place: str) -> None:
    claim = only(told(language, text), "deployment")
    (words,) = fillers(claim, "force")
    assert words.startswith(force)
    assert claim.place is not None
    assert claim.place.span.text == place


def test_wounded_soldiers_who_are_taken_away_are_no_withdrawal() -> None:
    found = told("en", "The wounded soldiers have been evacuated. The army withdrew its tanks on Monday.")
    assert fillers(only(found, "deployment"), "force") == ["its tanks"]


STANDS = [
    ("en", "The mission, which has 900 peacekeepers in Congo, is due to leave by December.", "present", None),
    ("en", "The army has 900 soldiers in Mali, and another 80 are preparing to deploy in March.", "present", None),
    ("en", "The army has had 900 soldiers in Mali since May.", "present", "since May"),
]


@pytest.mark.parametrize(("language", "text", "change", "date"), STANDS)
def test_those_who_are_there_have_no_day_of_those_who_come(
    language: str, text: str, change: str, date: str | None
) -> None:
    claim = only(told(language, text), "deployment", change=change)
    assert (claim.date.span.text if claim.date else None) == date


MEANT = [
    ("id", "Ia menginginkan tentara Inggris tetap berada di Irak.", "called_for"),
    ("id", "Mereka membicarakan keinginan presiden untuk menambah pasukan di Irak.", "planned"),
    ("id", "Panglima itu menyatakan rencana Washington menempatkan kapal induk di Teluk mengancam Iran.", "planned"),
    ("id", "Afrika Selatan setuju menempatkan 1.100 tentara di Burundi.", "planned"),
    ("id", "Washington menempatkan kapal induk di Teluk.", "asserted"),
    ("en", "Rebels took the enclave, whose 900 peacekeepers had been deployed under a 2020 truce.", "asserted"),
]


@pytest.mark.parametrize(("language", "text", "status"), MEANT)
def test_forces_that_are_wished_for_are_not_there(language: str, text: str, status: str) -> None:
    found = told(language, text)
    assert only(found, "deployment").status == status
    assert not [c for c in found if c.kind == "obligation"]


SIDES = [
    ("en", "The army killed 12 fighters in clashes with the rebels on Monday.", {"army", "rebels"}),
    ("id", "TNI menewaskan 12 pejuang dalam bentrokan dengan pemberontak pada Senin.", {"TNI", "pemberontak"}),
    ("id", "Dua belas pejuang tewas dalam bentrokan dengan TNI pada Senin.", {"Dua belas pejuang", "TNI"}),
    (
        "id",
        "Warga mengungsi akibat pertempuran antara pasukan pemerintah dan pemberontak M23.",
        {
            "pasukan pemerintah",
            "pemberontak M23",
        },
    ),
    ("id", "Bentrokan antara organisasi Hamas dan Fatah terjadi di Gaza.", {"organisasi Hamas", "Fatah"}),
    ("en", "The Syrian conflict began in 2011.", set()),
    ("en", "Sudan's civil war has displaced millions of people.", set()),
    ("en", "The Israeli war on Gaza began in October.", {"Israeli"}),
]


@pytest.mark.parametrize(("language", "text", "sides"), SIDES)
def test_sides_of_a_fight_are_those_who_fought(language: str, text: str, sides: set[str]) -> None:
    assert set(fillers(only(told(language, text), "event", act="clash"), "actor")) == sides


PRIZES = [
    ("en", "The battle for Goma began on Sunday.", "Goma", None),
    ("en", "Fighting over Aleppo has killed 20 people.", "Aleppo", None),
    ("en", "Rebels are fighting in Goma for control of the airport.", "Goma", "control of the airport"),
    ("en", "The two sides agreed to a truce after weeks of fighting in Goma.", "Goma", None),
]


@pytest.mark.parametrize(("language", "text", "place", "cause"), PRIZES)
def test_a_town_that_is_fought_for_is_where(language: str, text: str, place: str, cause: str | None) -> None:
    claim = only(told(language, text), "event", act="clash")
    assert claim.place is not None
    assert claim.place.span.text == place
    assert getattr(claim.slots.get("cause"), "text", None) == cause


def test_a_war_and_an_operation_are_no_places() -> None:
    (claim,) = [c for c in told("en", "Four soldiers were killed in the Korean War.") if c.kind == "casualty"]
    assert claim.place is None
    (claim,) = [c for c in told("id", "Tiga polisi tewas dalam Operasi Madago Raya di Poso.") if c.kind == "casualty"]
    assert claim.place is not None
    assert claim.place.span.text == "Poso"


BLAMED = [
    ("en", "The prime minister called the storming of the building treasonous.", "the storming of the building"),
    ("en", "The strike drew condemnation from Jordan and Egypt.", "The strike"),
    ("id", "Serangan itu menuai kecaman dari Yordania dan Mesir.", "Serangan itu"),
    ("en", "The Arab League condemned the attack in Doha.", "the attack in Doha"),
    ("id", "Liga Arab mengecam serangan di Doha.", "serangan di Doha"),
    ("en", "The French government regretted the move.", "the move"),
    ("en", "Parliament voted to condemn the invasion.", "the invasion"),
    ("id", "Parlemen memutuskan untuk mengutuk serangan itu.", "serangan itu"),
]


@pytest.mark.parametrize(("language", "text", "content"), BLAMED)
def test_what_is_condemned(language: str, text: str, content: str) -> None:
    claim = only(told(language, text), "statement", act="condemn")
    assert (claim.status, getattr(claim.slots["content"], "text", "")) == ("asserted", content)
    assert fillers(claim, "speaker")


def test_who_will_vote_has_not_condemned() -> None:
    assert only(told("en", "Lawmakers will vote on Friday to condemn the raid."), "statement").status == "planned"


BLAMELESS = [
    ("en", "We deeply regret the loss of life, said General Leto, whose men attacked the town.", "attack"),
    ("en", "Several mortar shells slammed into a district of Baghdad.", "shelling"),
    ("en", "A car bomb blasted the western district of Karrada.", "explosion"),
    ("en", "About 400 people gathered in Fayoum to protest against the changes.", "protest"),
]


@pytest.mark.parametrize(("language", "text", "act"), BLAMELESS)
def test_shells_mourners_and_marchers_condemn_nothing(language: str, text: str, act: str) -> None:
    found = told(language, text)
    assert only(found, "event", act=act)
    assert not [c for c in found if c.kind == "statement"]


MEETINGS = [
    ("en", "Egypt and Jordan urged the Arab summit in Riyadh to adopt a practical plan.", "asserted", []),
    ("id", "Yordania mendesak KTT Liga Arab di Riyadh untuk menyetujui rencana damai.", "asserted", ["Liga Arab"]),
    ("en", "The king called for a summit of three leaders.", "called_for", ["king", "three leaders"]),
    ("en", "The six-nation talks resumed in Beijing on Monday.", "asserted", []),
    ("en", "The two leaders are expected to meet on the sidelines of the summit.", "planned", ["two leaders"]),
    ("id", "Kedua menteri bertemu di sela-sela KTT ASEAN di Jakarta.", "asserted", ["Kedua menteri"]),
]


@pytest.mark.parametrize(("language", "text", "status", "participants"), MEETINGS)
def test_who_meets(language: str, text: str, status: str, participants: list[str]) -> None:
    claim = only(told(language, text), "meeting")
    assert (claim.status, fillers(claim, "participants"), sources(claim)) == (status, participants, [])


def test_who_is_seen_meets_nobody() -> None:
    found = told("en", "The king, who is rarely seen in public, met the envoy.")
    assert sorted(fillers(only(found, "meeting"), "participants")) == ["envoy", "king"]


PUT_OFF = [
    ("en", "The pause in fighting has been delayed until Friday.", "planned", "until Friday"),
    ("id", "Gencatan senjata itu ditunda hingga Jumat.", "planned", "hingga Jumat"),
    ("en", "A promised ceasefire has yet to materialise.", "denied", None),
]


@pytest.mark.parametrize(("language", "text", "status", "date"), PUT_OFF)
def test_a_truce_that_is_put_off_or_has_not_come(language: str, text: str, status: str, date: str | None) -> None:
    found = told(language, text)
    claim = only(found, "agreement", stage="in_effect")
    assert (claim.status, claim.date.span.text if claim.date else None) == (status, date)
    assert len(found) == 1


def test_those_who_are_left_out_are_not_freed() -> None:
    assert fillers(only(told("en", "All but two were freed on Monday."), "event", act="release"), "target") == ["All"]


def test_targets_in_a_land_are_in_it() -> None:
    claim = only(told("en", "Jets struck at Islamic State targets in Syria on Sunday."), "event")
    assert fillers(claim, "target") == ["Islamic State targets"]
    assert claim.place is not None
    assert claim.place.span.text == "Syria"


def test_who_sends_to_prison_is_not_in_it() -> None:
    claim = only(told("en", "The judge remanded the two suspects in custody."), "casualty")
    assert (fillers(claim, "victims"), fillers(claim, "perpetrator")) == (["two suspects"], ["judge"])


def test_a_people_that_leaves_does_not_retreat() -> None:
    acts = [c.slots["act"] for c in told("en", "Almost all of the region's Armenians left.") if c.kind == "event"]
    assert acts == ["movement"]
    acts = [c.slots["act"] for c in told("en", "The rebels left after two days of talks.") if c.kind == "event"]
    assert acts == ["retreat"]


def test_troops_that_have_yet_to_come_are_not_there() -> None:
    claim = only(told("en", "The troops have yet to arrive in the town of Bor."), "deployment")
    assert (claim.status, claim.slots["change"]) == ("denied", "deployed")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The union condemned the law as an attack on free speech."),
        ("id", "Serikat itu mengecam penutupan koran itu sebagai serangan terhadap demokrasi."),
    ],
)
def test_an_attack_on_an_idea_is_none(language: str, text: str) -> None:
    found = told(language, text)
    assert only(found, "statement", act="condemn")
    assert not [c for c in found if c.slots.get("act") == "attack"]
