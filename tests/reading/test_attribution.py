"""Who a report says a thing from."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, sources, told

# language, text, kind of the claim, its sources, outermost first
SOURCES = [
    ("en", "The army shelled the hospital.", "event", []),
    ("en", "The president said the army had shelled the hospital.", "event", ["president"]),
    ("en", "The army shelled the hospital, the United Nations said.", "event", ["United Nations"]),
    ("en", "The army shelled the hospital, according to local officials.", "event", ["local officials"]),
    ("en", "According to the United Nations, 32 people were killed.", "casualty", ["United Nations"]),
    (
        "en",
        "The minister said the United Nations had reported that 32 people were killed.",
        "casualty",
        ["minister", "United Nations"],
    ),
    ("en", "The army denied shelling the hospital.", "event", ["army"]),
    ("id", "Presiden mengatakan bahwa tentara menembaki rumah sakit.", "event", ["Presiden"]),
    ("id", "Tentara menembaki rumah sakit, kata PBB.", "event", ["PBB"]),
    ("id", "Tentara menembaki rumah sakit, menurut pejabat setempat.", "event", ["pejabat setempat"]),
    ("id", "Menurut Perserikatan Bangsa-Bangsa, 32 orang tewas.", "casualty", ["Perserikatan Bangsa-Bangsa"]),
    ("id", "Presiden mengatakan PBB melaporkan bahwa 32 orang tewas.", "casualty", ["Presiden", "PBB"]),
    # whose office it is says who speaks; a house that says nothing is no source
    ("en", "The president's office said shells had hit the hospital.", "event", ["president's office"]),
    (
        "en",
        "The attorney general's bureau announced that the army had shelled the hospital.",
        "event",
        ["attorney general's bureau"],
    ),
    ("en", "The governor's office was shelled, the army said.", "event", ["army"]),
    ("id", "Kantor perdana menteri mengatakan tentara menembaki rumah sakit.", "event", ["Kantor perdana menteri"]),
    # who counts, speaks of or, being there, saw a thing tells it
    ("en", "Villagers speak of 20 or 30 dead.", "casualty", ["Villagers"]),
    ("en", "The monitors counted 200 deaths in March.", "casualty", ["monitors"]),
    ("en", "A reporter saw some 80 bodies in a courtyard.", "casualty", ["reporter"]),
    ("en", "Witnesses saw soldiers firing at the crowd.", "event", ["Witnesses"]),
    ("en", "Troops shelled the town, a Defence Ministry source said.", "event", ["Defence Ministry source"]),
    ("en", "Residents spoke of heavy shelling overnight.", "event", ["Residents"]),
    ("en", "The president spoke of peace after rebels shelled the hospital.", "event", []),
    ("en", "The rebels count on Iran, which shelled the hospital.", "event", []),
    ("id", "Warga melihat tentara menembaki massa di pasar.", "event", ["Warga"]),
    ("id", "PBB memverifikasi 26 serangan terhadap rumah sakit.", "event", ["PBB"]),
    # a tag behind "and" tells of what follows alone
    ("en", "Troops killed two boys and, residents said, left the town.", "casualty", []),
    ("en", "Troops left the town and, residents said, killed two boys.", "casualty", ["residents"]),
    # a tag goes on over a clause joined to what it tells, unless somebody else speaks there
    ("en", "The town fell, the army said, and rebels killed 12 soldiers.", "casualty", ["army"]),
    ("en", "Schools are closed, the Red Cross said, because shells killed two pupils.", "casualty", ["Red Cross"]),
    ("en", "The town fell, the army said, while the air force bombed the bridge.", "event", []),
    (
        "en",
        "Aid is short, the mayor said, and the army confirmed that rebels had shelled the bridge.",
        "event",
        ["army"],
    ),
    ("id", "Sekolah libur, kata wali kota, sebab peluru menewaskan dua murid.", "casualty", ["wali kota"]),
    # what raises a toll, or is told with a thing set on fire, is nobody's count
    (
        "en",
        "Gangs overran the town, setting it ablaze and driving 700 people from their homes.",
        "casualty",
        [],
    ),
    ("en", "Officials corrected their figures, putting the death toll at 61.", "casualty", ["Officials"]),
    # a quotation that runs on
    (
        "en",
        "“The army shelled the hospital,” Minister Anna Berg said. “Five people were killed in the attack.”",
        "casualty",
        ["Minister Anna Berg"],
    ),
    (
        "id",
        "“Tentara menembaki rumah sakit,” kata Menteri Siti Rahma. “Lima orang tewas dalam serangan itu.”",
        "casualty",
        ["Menteri Siti Rahma"],
    ),
    # who speaks ends with the sentence
    ("en", "The president said the army had shelled the hospital. Five people were killed.", "casualty", []),
    ("id", "Presiden mengatakan bahwa tentara menembaki rumah sakit. Lima orang tewas.", "casualty", []),
    # tags between commas, whatever stands around them
    (
        "en",
        "Three men were killed at dawn on Sunday in the bombing of a bus station, state radio reported.",
        "casualty",
        ["state radio"],
    ),
    (
        "en",
        "The rebels shelled the camp and hundreds were forced to flee, aid workers said on Sunday.",
        "casualty",
        ["aid workers"],
    ),
    ("en", "At least 19 of the victims, the monitors said, were shot by the army.", "event", ["monitors"]),
    (
        "en",
        "More than 180 people have been wounded in the camp, a Red Cross spokeswoman, Claire Hadorn, said.",
        "casualty",
        ["Red Cross spokeswoman"],
    ),
    (
        "en",
        "The army shelled the town, the rebels' field commander, who goes by the name of Abu Layth, told a local radio "
        "station.",
        "event",
        ["rebels' field commander"],
    ),
    (
        "en",
        "The army shelled the town, police spokeswoman Lena Odumo told reporters.",
        "event",
        ["police spokeswoman Lena Odumo"],
    ),
    (
        "en",
        "The army shelled the town, an African Union official, quoted by the state news agency, said on Monday.",
        "event",
        ["African Union official"],
    ),
    ("en", "The minister told reporters on Monday the army had shelled the town.", "event", ["minister"]),
    ("en", "Rescuers fear that 20 people drowned in the attack.", "casualty", ["Rescuers"]),
    (
        "id",
        "Jumlah korban bertambah, sementara sekitar 1.600 orang terluka, kata otoritas penanggulangan bencana, Kamis "
        "(14/3).",
        "casualty",
        ["otoritas penanggulangan bencana"],
    ),
    (
        "id",
        "Tentara menembaki desa itu, demikian keterangan tertulis kementerian pertahanan.",
        "event",
        ["kementerian pertahanan"],
    ),
    (
        "id",
        "Tentara menembaki desa itu, kata seorang pejabat yang tidak berwenang berbicara kepada media.",
        "event",
        ["pejabat"],
    ),
    (
        "id",
        "Tentara menembaki desa itu, ungkap PBB, seperti dikutip kantor berita setempat.",
        "event",
        ["PBB"],
    ),
    (
        "id",
        "Tentara menembaki desa itu, kata Menteri Siti Rahma. Hampir 300 orang terluka dalam serangan itu, tambahnya.",
        "casualty",
        ["Menteri Siti Rahma"],
    ),
    (
        "id",
        "Serangan itu gagal, ujar Panglima, sambil menambahkan bahwa dua penyerang ditembak mati.",
        "casualty",
        ["Panglima"],
    ),
    # who speaks in a tag speaks of the clause before it
    (
        "id",
        "Gencatan senjata diperpanjang dua pekan, kata gubernur, dan tentara menembaki desa itu pada Jumat.",
        "event",
        [],
    ),
    # who is quoted is the source, not who quotes them
    (
        "en",
        "The agency quoted a police officer as saying that a bomb had exploded in the market.",
        "event",
        ["police officer"],
    ),
    ("en", "A bomb exploded in the market, the Varland News Agency quoted police as saying.", "event", ["police"]),
    ("en", "A bomb exploded in the market, the Varland News Agency reported.", "event", ["Varland News Agency"]),
    ("id", "Bom meledak di pasar, kata radio negara mengutip polisi.", "event", ["polisi"]),
    # a tag with a relative clause in it, and what goes on behind a tag
    (
        "en",
        "Troops shelled the town, a resident who asked not to be named said by telephone.",
        "event",
        ["resident"],
    ),
    ("en", "The army attacked the village, witnesses said, killing five people.", "casualty", ["witnesses"]),
    # who condemns an act is no source for it, and a reason cited is none at all
    ("en", "The minister condemned the shelling of the hospital.", "event", []),
    ("en", "Citing the virus, the army released ten prisoners.", "event", []),
]


@pytest.mark.parametrize(("language", "text", "kind", "expected"), SOURCES)
def test_sources(language: str, text: str, kind: str, expected: list[str]) -> None:
    assert sources(only(told(language, text), kind)) == expected


def test_a_named_source_is_known() -> None:
    claim = only(told("en", "The army shelled the hospital, the United Nations said."), "event")
    actor = claim.attribution[0].actor
    assert actor is not None
    assert actor.name == "United Nations"


def test_who_promises_is_told_once() -> None:
    claims = told("en", "Minister Anna Berg said she promised to release the hostages.")
    assert sources(only(claims, "statement", act="promise")) == []


def test_of_two_subjects_the_one_that_can_speak_is_the_source() -> None:
    text = "The human rights ombudsman of Nagorno-Karabakh said at least 200 people had been killed since Tuesday."
    assert sources(only(told("en", text), "casualty")) == ["human rights ombudsman of Nagorno-Karabakh"]


@pytest.mark.parametrize(
    ("language", "text", "accuser"),
    [
        (
            "id",
            "Kementerian itu menuduh Suriah melanggar gencatan senjata dengan melepaskan tembakan.",
            "Kementerian itu",
        ),
        ("id", "Pemberontak menuduh tentara menyerang desa itu dan menewaskan empat orang.", "Pemberontak"),
        ("en", "The rebels accused the army of firing on the village and killing four people.", "rebels"),
    ],
)
def test_all_that_somebody_is_accused_of_is_from_the_accuser(language: str, text: str, accuser: str) -> None:
    claims = [c for c in told(language, text) if c.kind in ("event", "casualty", "agreement")]
    assert len(claims) == 2
    assert [sources(c) for c in claims] == [[accuser]] * 2
    assert not any(accuser in fillers(c, slot) for c in claims for slot in ("actor", "perpetrator"))


def test_what_an_accuser_does_besides_is_told_by_the_report() -> None:
    claims = told("en", "The rebels accused the army of firing on the village and killed four soldiers.")
    toll = only(claims, "casualty")
    assert (fillers(toll, "perpetrator"), sources(toll)) == (["rebels"], [])


def test_a_mediator_speaks_and_says_from_where() -> None:
    found = told("id", "Gencatan senjata itu dilanggar dua kali, kata penengah dari Qatar.")
    assert sources(only(found, "agreement", stage="violated")) == ["penengah dari Qatar"]


BODIES = [
    ("en", "The International Organization for Migration said 40 people were killed.", "UNO/iom"),
    (
        "en",
        "Three people died in the clashes, the Syrian Observatory for Human Rights said.",
        "syrian-observatory-for-",
    ),
    ("en", "The Office for the Coordination of Humanitarian Affairs said 14 people were killed.", "UNO/ocha"),
    ("id", "Tiga orang tewas dalam bentrokan itu, menurut Komisaris Tinggi PBB untuk Pengungsi.", "UNO/unhcr"),
]


@pytest.mark.parametrize(("language", "text", "actor"), BODIES)
def test_the_name_of_a_body_goes_on_behind_a_preposition(language: str, text: str, actor: str) -> None:
    (said,) = only(told(language, text), "casualty").attribution
    assert said.actor is not None
    assert said.actor.id.startswith(actor)


def test_a_day_is_no_part_of_a_body() -> None:
    claim = only(told("en", "The Council on Friday urged both sides to stop."), "statement")
    assert fillers(claim, "speaker") == ["Council"]


def test_who_died_is_no_source_of_the_toll_that_grows_by_it() -> None:
    claims = told("en", "Two of the wounded died overnight, raising the death toll to 61.")
    assert [sources(c) for c in claims if c.kind == "casualty"] == [[], []]


def test_what_told_goes_on_telling_by_its_count() -> None:
    text = "NATO bombers struck a column of tractors near Korisha, state television reported. It put the dead at 79."
    assert sources(only(told("en", text), "casualty")) == ["state television"]
