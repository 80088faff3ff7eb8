"""What reports on one war tell of one another's acts: on which day, where, who was among the dead, whose word it is."""

from __future__ import annotations

import pytest

from gencatan import Claim
from gencatan.model import Count
from tests.reading.told import actors, fillers, only, outline, sources, told


def days(claim: Claim) -> tuple[str | None, str | None]:
    """From which day to which a claim is dated."""
    return (claim.date.start, claim.date.end) if claim.date is not None else (None, None)


def where(claim: Claim) -> str | None:
    """The words for where it was."""
    return claim.place.span.text if claim.place is not None else None


def tolls(claims: list[Claim]) -> list[tuple[str, int | None]]:
    """The harm and the least number of each toll."""
    found = []
    for claim in claims:
        count = claim.slots.get("count")
        if claim.kind == "casualty":
            found.append((str(claim.slots["harm"]), count.min if isinstance(count, Count) else None))
    return sorted(found)


@pytest.mark.parametrize(
    ("language", "text", "act", "day"),
    [
        ("en", "On March 9 four vehicles of the mission were burned in Kidal.", "attack", "2024-03-09"),
        ("en", "On March 3 rebels shelled Kidal.", "shelling", "2024-03-03"),
        ("en", "Overnight to March 7, shells hit the port of Mariupol.", "shelling", "2024-03-07"),
        ("en", "Drones struck Odesa overnight into Sunday.", "air_strike", "2024-03-10"),
        (
            "en",
            "On Monday rebels shelled Gao, and a day earlier gunmen had attacked a bus in Kidal.",
            "attack",
            "2024-03-10",
        ),
        ("en", "The truce took effect on Tuesday. Minutes later shells fell on Hodeidah.", "shelling", "2024-03-12"),
        (
            "en",
            "Two sides signed a truce in Juba on Monday. Hours after the signing, shells hit Bor.",
            "shelling",
            "2024-03-11",
        ),
        (
            "en",
            "An air strike hit a bus on Monday. The raid came a week after mortar fire killed six in Aden.",
            "shelling",
            "2024-03-04",
        ),
        (
            "en",
            "Two bombs exploded in Jolo on Sunday. Jets bombed a camp in Patikul a day after the explosions.",
            "air_strike",
            "2024-03-11",
        ),
        (
            "id",
            "Rudal menghantam masjid di Marib pada Senin. Serangan terjadi sehari setelah roket menghantam pasar.",
            "shelling",
            "2024-03-10",
        ),
        (
            "id",
            "Protokol itu diteken di Minsk pada Senin. Sehari setelah protokol diteken, artileri menembaki Mariupol.",
            "shelling",
            "2024-03-12",
        ),
        (
            "id",
            "Kedua pemimpin berunding pada Senin. Beberapa jam sebelum pertemuan, roket menghantam pasar di Idlib.",
            "shelling",
            "2024-03-11",
        ),
        (
            "id",
            "Desa diserang pada 12 Februari. Dua hari sebelumnya, tiga tewas akibat tembakan artileri semalam suntuk.",
            "shelling",
            "2024-02-10",
        ),
    ],
)
def test_on_which_day(language: str, text: str, act: str, day: str) -> None:
    assert days(only(told(language, text), "event", act=act)) == (day, day)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The toll from the blast in Kabul rose to 12 on Wednesday."),
        ("en", "The number of people killed in the raid climbed to 30 on Sunday."),
        ("id", "Korban tewas akibat ledakan di Kabul bertambah menjadi 12 orang pada Rabu."),
    ],
)
def test_a_toll_that_rose_has_no_day_of_it(language: str, text: str) -> None:
    assert days(only(told(language, text), "casualty")) == (None, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In March 20 soldiers were killed in Gao.", ("2024-03-01", "2024-03-31")),
        ("The toll from Sunday's bombing in Kabul rose to 12.", ("2024-03-10", "2024-03-10")),
        (
            "Turkish jets shot down two warplanes on Monday. The last major raid before the ceasefire hit displaced "
            "families in Maarat Misrin, killing at least 16 people.",
            (None, None),
        ),
    ],
)
def test_no_other_day(text: str, day: tuple[str | None, str | None]) -> None:
    assert days(only(told("en", text), "casualty")) == day


def test_an_act_is_called_by_its_town() -> None:
    claims = told(
        "en",
        "Five soldiers died on March 4 when shells hit their base in Taftanaz, and eight men had been killed a week "
        "before in shelling near Saraqeb. A day after the Taftanaz attack, a helicopter was brought down.",
    )
    downed = next(c for c in claims if c.kind == "event" and "helicopter" in fillers(c, "target"))
    assert days(downed) == ("2024-03-05", "2024-03-05")


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Shells hit a school in Dhamar, south of Sanaa, killing two.", "Dhamar"),
        ("en", "Troops advanced on Monday, south of Aleppo.", "Aleppo"),
        ("en", "Artillery fire killed two boys as they played football in Donetsk on Monday.", "Donetsk"),
        ("id", "Empat warga tewas ketika tembakan artileri mengenai pos pemeriksaan di Olenivka.", "Olenivka"),
    ],
)
def test_where_it_was(language: str, text: str, place: str) -> None:
    assert where(only(told(language, text), "event")) == place


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rockets hit a school in Aden on Monday. Two teachers died in the incident."),
        ("en", "Rockets hit a school in Aden on Monday. The incident left six people dead."),
        ("id", "Roket menghantam sebuah sekolah di Aden pada Senin. Insiden tersebut merenggut sedikitnya 10 jiwa."),
    ],
)
def test_an_incident_is_the_act_before(language: str, text: str) -> None:
    claims = told(language, text)
    toll = only(claims, "casualty", harm="killed")
    assert (days(toll), where(toll)) == (("2024-03-11", "2024-03-11"), "Aden")
    assert "perpetrator" not in toll.slots
    only(claims, "event")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("id", "Ledakan itu menewaskan 12 orang, terdiri atas delapan polisi dan empat warga.", [4, 8, 12]),
        ("id", "Serangan itu menewaskan lima orang, yakni dua tentara dan tiga polisi.", [2, 3, 5]),
        ("id", "Menurut militer, 290 militan, 70 anggota pasukan keamanan, dan 27 warga sipil tewas.", [27, 70, 290]),
        ("id", "Komandannya, Abu Omar, tewas di Idlib.", [1]),
        ("en", "The deaths brought the number of soldiers and police killed to 58.", [58]),
    ],
)
def test_how_many(language: str, text: str, expected: list[int | None]) -> None:
    assert [count for _, count in tolls(told(language, text))] == expected


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Officials said five soldiers died in the clash and accused the rebels of starting it.", "Officials"),
        ("en", "The ministry said two crewmen died and blamed the rebels.", "ministry"),
        ("id", "Polisi melaporkan tiga warga terluka dan menuding milisi menembaki pasar.", "Polisi"),
    ],
)
def test_the_dead_accuse_nobody(language: str, text: str, speaker: str) -> None:
    assert fillers(only(told(language, text), "statement", act="accuse"), "speaker") == [speaker]


def test_the_dead_deny_nothing() -> None:
    claims = told("en", "Kyiv said two men had died and denied that its troops had shelled the town.")
    denied = only(claims, "event", act="shelling")
    assert (denied.status, sources(denied)) == ("denied", ["Kyiv"])


@pytest.mark.parametrize(
    ("language", "text", "what"),
    [
        ("id", "Sebuah rudal mengenai gedung apartemen di Kharkiv pada Rabu.", ["event asserted air_strike"]),
        ("id", "Observatorium menyatakan roket pasukan Turki mengenai pesawat itu.", ["event asserted shelling"]),
        ("id", "Laporan mengenai rudal di Kharkiv beredar.", []),
        ("id", "Bom mobil meledak di dekat bus pengungsi asal Foua di Rashidin.", ["event asserted explosion"]),
        ("id", "Mortir menghantam sebuah halte bus di Donetsk.", ["event asserted shelling"]),
        ("id", "Penarikan senjata berat oleh Ukraina dimulai pada Senin.", ["event asserted retreat"]),
        ("id", "Penarikan uang tunai oleh nasabah dimulai pada Senin.", []),
        ("id", "Aksi itu diwarnai lemparan granat di depan parlemen.", ["event asserted explosion"]),
        ("id", "Presiden menyebut pembunuhan itu sebagai provokasi.", ["statement asserted condemn"]),
        ("id", "Presiden menyebut rencana itu sebagai langkah maju.", []),
        ("id", "Presiden dihujani pertanyaan wartawan.", []),
        ("en", "The truce in Syria went into force at midnight.", ["agreement asserted ceasefire in_effect"]),
        ("en", "The law went into force at midnight.", []),
        ("en", "Rebels downed a Su-25 over Idlib.", ["event asserted attack"]),
        ("en", "Mortar bombs hit a cultural centre in Donetsk.", ["event asserted shelling"]),
        ("en", "The army ended its offensive on Tuesday.", ["event asserted retreat"]),
        ("en", "The accord ended a long offensive.", ["event asserted operation"]),
    ],
)
def test_what_is_told(language: str, text: str, what: list[str]) -> None:
    assert [outline(c) for c in told(language, text)] == what


def test_police_seize_what_a_case_is_about() -> None:
    assert fillers(only(told("id", "Polisi menyita senjata mengenai kasus itu."), "event"), "target") == ["senjata"]


def test_who_stands_between_is_no_party() -> None:
    deal = only(told("id", "Perjanjian itu diteken dengan penengah Jerman dan Prancis."), "agreement")
    assert "parties" not in deal.slots
    assert fillers(deal, "mediator") == ["Jerman", "Prancis"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("A tank round struck a flat in Gaza, killing three.", []),
        ("An Israeli tank round struck a flat in Gaza, killing three.", ["ISR"]),
    ],
)
def test_a_round_is_fired_by_no_round(text: str, doers: list[str]) -> None:
    claims = told("en", text)
    assert [a.id for a in actors(only(claims, "event"), "actor") if a is not None] == doers
    assert "tank" not in fillers(only(claims, "casualty"), "perpetrator")


def test_whose_wounded_they_are() -> None:
    claims = told("id", "Rusia menolak usul itu. Kiev melaporkan lima tentaranya gugur dan 38 terluka.")
    hurt = only(claims, "casualty", harm="injured")
    assert [a.id for a in actors(hurt, "victims") if a is not None] == ["UKR/MIL"]
