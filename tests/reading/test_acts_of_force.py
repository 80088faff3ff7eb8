"""Which act of force it is, whom it struck and who did it, by the words around the verb."""

from __future__ import annotations

import pytest

from gencatan.model import Count
from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "act"),
    [
        ("en", "Coalition bombers mistakenly struck a wedding party near Darbo.", "air_strike"),
        ("en", "The air force strafed the northern districts of Velna on Sunday.", "air_strike"),
        ("en", "Helicopters fired rockets into the compound at dawn.", "air_strike"),
        ("en", "A barrel bomb demolished the clinic in Kafra.", "air_strike"),
        ("en", "Warplanes flattened a residential block in Tarvan on Monday.", "air_strike"),
        ("en", "Suicide bombers attacked a mosque in Kora on Sunday.", "attack"),
        ("en", "Rebels shot down a helicopter near Kora on Friday.", "attack"),
        ("en", "Artillery destroyed two schools in Kora.", "shelling"),
        ("en", "Rockets hit a market in Velna on Friday.", "shelling"),
        ("en", "Rockets wounded four children in Kora on Friday.", "shelling"),
        ("en", "Gunmen attacked the camp with mortars on Friday.", "shelling"),
        ("en", "Gunmen attacked the camp with rifles and mortars on Friday.", "attack"),
        ("en", "Israel's bombing of the camp has killed nine people since Friday.", "air_strike"),
        ("en", "The bombing of a bus station in Velna killed nine people in 2013.", "explosion"),
        ("en", "The bombing of Idlib by Russian forces killed nine people on Friday.", "air_strike"),
        ("en", "The government's bombing of Idlib killed nine people on Friday.", "air_strike"),
        ("en", "NATO bombing of Belgrade killed nine people on Friday.", "air_strike"),
        ("en", "The coalition's bombing of Raqqa killed nine people on Friday.", "air_strike"),
        ("en", "Two days of bombing killed 30 people in Aleppo.", "air_strike"),
        ("en", "Two days of bombings by Boko Haram killed 30 people in Maiduguri.", "explosion"),
        ("en", "Islamic State claimed responsibility for the bombing of a mosque in Kabul.", "explosion"),
        ("en", "The IRA bombing of a hotel in Brighton killed five people in 1984.", "explosion"),
        ("en", "Chechen bombings in Moscow killed 40 people in 2010.", "explosion"),
        ("en", "India blamed Pakistan for the bombing of a market in Delhi on Friday.", "explosion"),
        ("en", "Argentina accused Iran of the bombing of the barracks on Friday.", "explosion"),
        ("en", "The bombing of the barracks was the work of Iran.", "explosion"),
        ("id", "Israel melanjutkan pengeboman di Gaza pada Jumat.", "air_strike"),
        ("id", "Pengeboman oleh Taliban di Kabul menewaskan 14 orang pada Jumat.", "explosion"),
        ("en", "Armed youths overran a U.N. base in Velna on Friday.", "attack"),
        ("en", "Rebels overran the province of Velna in June.", "operation"),
        ("en", "The guerrillas surrendered 200 rifles at the barracks on Friday.", "disarmament"),
        ("en", "The insurgents surrendered their positions on the hill on Friday.", "retreat"),
        ("en", "Nine pupils were seized from their school in Velna on Monday.", "abduction"),
        ("id", "Orang-orang bersenjata menggerebek pasar ternak di Velna pada Jumat.", "attack"),
        ("id", "Polisi menggerebek sebuah rumah di Velna pada Jumat.", "search"),
        ("id", "Dentuman meriam terdengar dari arah bandara sampai Jumat siang.", "shelling"),
        ("id", "Pesawat tempur meratakan sebuah kampung di Tarvan pada Senin.", "air_strike"),
        ("id", "Angkatan udara menyerang sebuah gudang senjata di Velna pada Senin.", "air_strike"),
        ("id", "Gerilyawan menembaki pos tentara dengan mortir pada Minggu.", "shelling"),
        ("id", "Gerilyawan menyerang pos tentara dengan senapan dan mortir pada Minggu.", "attack"),
        ("id", "Roket melukai empat anak di Kora pada Sabtu.", "shelling"),
        ("id", "Pengeboman sebuah hotel di Velna oleh militan menewaskan enam orang pada Sabtu.", "explosion"),
        ("id", "Pemberontak menembak jatuh sebuah helikopter di Kora pada Sabtu.", "attack"),
    ],
)
def test_who_struck_and_with_what_tells_which_act_it_was(language: str, text: str, act: str) -> None:
    assert only(told(language, text), "event").slots["act"] == act


@pytest.mark.parametrize(
    ("language", "text", "act", "struck"),
    [
        ("en", "Government soldiers stormed into two hamlets near Kora on Monday.", "attack", ["two hamlets"]),
        ("en", "Two divisions tightened the noose around Velna on Friday.", "blockade", ["Velna"]),
        ("en", "Police fired tear gas to disperse hundreds of students in Velna.", "attack", ["hundreds of students"]),
        ("en", "Riot police used water cannon to break up a rally in Velna on Friday.", "attack", ["rally"]),
        ("en", "The airport of Velna has reopened to civilian flights.", "other", ["airport of Velna"]),
        ("en", "The president froze the assets of two banks.", "sanction", ["assets of two banks"]),
        ("en", "Two rockets landed in the yard of a school on Friday.", "shelling", ["yard of a school"]),
        ("en", "The fighters repelled an attempt by the army to enter Darbo.", "clash", ["army"]),
        ("en", "The opposition leader has been under house arrest since Monday.", "arrest", ["opposition leader"]),
        ("id", "Polisi menembakkan gas air mata untuk membubarkan ratusan mahasiswa.", "attack", ["ratusan mahasiswa"]),
        ("id", "Tentara memukul mundur serangan pemberontak di dekat Velna.", "clash", ["pemberontak"]),
    ],
)
def test_whom_it_struck_stands_behind_other_words_than_the_object(
    language: str, text: str, act: str, struck: list[str]
) -> None:
    assert fillers(only(told(language, text), "event", act=act), "target") == struck


def test_who_was_arrested_before_the_comma_is_the_subject_behind_it() -> None:
    claims = told("en", "Arrested in March without a warrant, the journalist Omar Sande was freed on Thursday.")
    assert fillers(only(claims, "event", act="arrest"), "target") == ["journalist Omar Sande"]
    assert fillers(only(claims, "event", act="release"), "target") == ["journalist Omar Sande"]


@pytest.mark.parametrize(
    ("language", "text", "doers"),
    [
        ("en", "The separatists said that government artillery had hit a school in Marsa.", ["government"]),
        ("en", "Russia's Defence Ministry said its missiles had hit barracks in Marsa.", ["Russia's Defence Ministry"]),
        ("en", "The gunmen's rockets hit a bakery in Velna on Friday.", ["gunmen"]),
        ("en", "Rockets hit a bakery in Velna on Friday.", []),
        ("en", "The army reported killing 22 rebels in an ambush near Darbo.", ["army"]),
        ("en", "Armenia and Azerbaijan accused each other of shelling a village on Friday.", ["Armenia", "Azerbaijan"]),
        ("en", "The two armies traded accusations of shelling villages on Friday.", ["two armies"]),
        ("en", "Israel admitted that the drone strike which killed seven aid workers was a mistake.", ["Israel"]),
        ("en", "Israel condemned the drone strike which killed seven aid workers.", []),
        ("en", "The minister's murder was the work of the Panthers, the police chief said.", ["Panthers"]),
        ("en", "Police tried to stop a march of thousands of peasants.", ["thousands of peasants"]),
        ("id", "Pembunuhan gubernur itu adalah ulah milisi setempat, kata polisi.", ["milisi setempat"]),
        ("id", "Ukraina mengaku bertanggung jawab atas serangan drone terhadap kilang di Rostov.", ["Ukraina"]),
        ("id", "Milisi dan tentara saling serang di pinggiran kota Velna pada Kamis.", ["Milisi", "tentara"]),
        ("id", "Kedua pihak saling menuduh menembaki desa di perbatasan pada Jumat.", ["Kedua pihak"]),
        ("id", "Bentrokan antarwarga dua desa di Maluku terjadi pada Kamis.", ["antarwarga"]),
        ("id", "Artileri pemerintah menghantam sebuah sekolah di Marsa pada Jumat.", ["pemerintah"]),
        ("id", "Rudal Rusia menghantam gudang gandum di Odesa pada Jumat.", ["Rusia"]),
        ("id", "Tiga helikopter serbu menembaki lereng bukit di dekat Velna.", ["Tiga helikopter serbu"]),
    ],
)
def test_whose_weapon_it_was_did_it(language: str, text: str, doers: list[str]) -> None:
    assert fillers(only(told(language, text), "event"), "actor") == doers


@pytest.mark.parametrize(
    ("language", "text", "told_as"),
    [
        ("en", "Gunmen killed thirteen farmers in an attack on Velna on Monday.", ("attack", ["Velna"])),
        ("en", "Soldiers killed eleven militants in an operation in Velna.", ("operation", ["eleven militants"])),
        ("en", "Jets bombed a camp near Velna on Friday, destroying four trucks.", ("air_strike", ["camp"])),
        ("en", "A blast killed three people in Sake, and 20 people died in Goma.", ("explosion", ["three people"])),
        (
            "en",
            "The navy shelled the old harbour of Velna, sinking four yachts.",
            ("shelling", ["old harbour of Velna"]),
        ),
        ("en", "Men blew up a pipeline near Velna, spilling 8,000 barrels of crude.", ("explosion", ["pipeline"])),
        ("en", "Herders armed with machetes attacked a village near Velna.", ("attack", ["village"])),
        ("en", "The navy turned back a ship carrying aid to the port of Velna on Friday.", ("other", ["ship"])),
        ("en", "The heaviest raids of the campaign killed nine people in Velna.", ("attack", ["nine people"])),
        ("en", "The president accused his neighbour of sheltering rebels.", ("other", ["rebels"])),
        ("en", "The former president was put under house arrest on Monday.", ("arrest", ["former president"])),
        ("id", "Jet tempur membom sebuah kamp di Velna, menghancurkan empat truk.", ("air_strike", ["kamp"])),
        ("id", "Ledakan menewaskan tiga orang di Sake, dan 20 orang tewas di Goma.", ("explosion", ["tiga orang"])),
    ],
)
def test_one_act_is_one_event(language: str, text: str, told_as: tuple[str, list[str]]) -> None:
    event = only(told(language, text), "event")
    assert (event.slots["act"], fillers(event, "target")) == told_as


def test_craft_that_collide_strike_nobody() -> None:
    claims = told("en", "Two army helicopters collided over Velna, killing 17 American soldiers.")
    assert fillers(only(claims, "casualty"), "victims") == ["17 American soldiers"]
    assert not [claim for claim in claims if claim.kind == "event"]


def test_a_house_burnt_in_an_attack_was_set_on_fire_for_itself() -> None:
    claims = told("en", "Gunmen attacked a village near Velna, burning 40 houses.")
    assert sorted(fillers(c, "target") for c in claims if c.kind == "event") == [["40 houses"], ["village"]]


def test_who_is_convicted_of_a_bombing_dropped_no_bombs() -> None:
    claims = told("en", "Libya was found guilty of the bombing of the airliner on Friday.")
    assert fillers(only(claims, "event", act="explosion"), "actor") == ["Libya"]


def test_fighters_that_are_pulled_back_are_not_rescued() -> None:
    claims = told("en", "Hezbollah pulled its fighters back from the border on Monday.")
    assert [(c.kind, c.slots.get("change")) for c in claims] == [("deployment", "withdrawn")]
    duty = only(told("en", "Under the deal, Hezbollah must pull its fighters north of the river."), "obligation")
    assert duty.slots["action"] == "withdraw"


def test_who_is_given_time_is_given_no_aid() -> None:
    text = (
        "Israel dan Hizbullah menyepakati gencatan senjata. Kesepakatan itu memberi Israel waktu 60 hari untuk menarik "
        "pasukannya."
    )
    assert only(told("id", text), "obligation").slots["action"] == "withdraw"


@pytest.mark.parametrize(
    ("language", "text", "act", "actor", "target"),
    [
        ("en", "Rebels carried out a series of attacks on clinics.", "attack", ["Rebels"], ["clinics"]),
        ("en", "The army launched a new wave of air strikes on Homs.", "air_strike", ["army"], ["Homs"]),
        ("id", "Taliban melancarkan serangkaian serangan terhadap konvoi.", "attack", ["Taliban"], ["konvoi"]),
        ("en", "A series of attacks on clinics worried the army.", "attack", [], ["clinics"]),
        ("en", "The sect, blacklisted as a cult by Ankara, left.", "sanction", ["Ankara"], ["sect"]),
        ("en", "The army kept the rebels surrounded.", "blockade", ["army"], ["rebels"]),
        ("en", "Nine people were killed in violence in Basra.", "other", [], ["Nine people"]),
    ],
)
def test_who_did_it_is_told_around_the_words_that_count_or_name(
    language: str, text: str, act: str, actor: list[str], target: list[str]
) -> None:
    claim = only(told(language, text), "event", act=act)
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (actor, target)


@pytest.mark.parametrize(
    ("text", "act", "actor", "target"),
    [
        ("The unrest followed clashes on Monday between farmers and the police.", "clash", ["farmers", "police"], []),
        ("Thousands died in Mali, where the rebels are fighting for a state.", "clash", ["rebels"], []),
        ("The attack took place on a main road.", "attack", [], []),
        ("The attack on the convoy took place on a main road.", "attack", [], ["convoy"]),
        ("The council banned the march.", "sanction", ["council"], ["march"]),
        ("Washington imposed a raft of sanctions on the junta.", "sanction", ["Washington"], ["junta"]),
    ],
)
def test_whom_an_act_was_between_or_done_to(text: str, act: str, actor: list[str], target: list[str]) -> None:
    claim = only(told("en", text), "event", act=act)
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (actor, target)


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "The clashes between farmers and the police that left 31 people injured went on.", 31),
        ("id", "Bentrokan antara petani dan polisi yang menewaskan 12 orang terjadi di Poso.", 12),
    ],
)
def test_a_fight_and_no_side_of_it_left_so_many(language: str, text: str, count: int) -> None:
    toll = only(told(language, text), "casualty")
    number = toll.slots["count"]
    assert isinstance(number, Count)
    assert (number.min, fillers(toll, "perpetrator")) == (count, [])


def test_who_killed_is_told_by_the_pronoun_of_persons() -> None:
    toll = only(told("en", "Clashes between the army and rebels who killed two priests went on."), "casualty")
    assert fillers(toll, "perpetrator") == ["rebels"]


@pytest.mark.parametrize(
    ("language", "text", "act", "actor"),
    [
        ("en", "The extremists were toppled in a US-led offensive.", "operation", ["US"]),
        ("en", "A Saudi-led air strike on a market killed nine people.", "air_strike", ["Saudi"]),
        ("en", "US-led coalition forces raided the town.", "attack", ["US-led coalition forces"]),
        ("id", "Serangan pimpinan AS terhadap militan dimulai.", "attack", ["AS"]),
    ],
)
def test_who_leads_an_act_does_it(language: str, text: str, act: str, actor: list[str]) -> None:
    assert fillers(only(told(language, text), "event", act=act), "actor") == actor


@pytest.mark.parametrize(
    ("language", "text", "actor", "target"),
    [
        ("en", "The group has been involved in militant attacks on clinics.", ["group"], ["clinics"]),
        ("id", "Kelompok itu terlibat dalam serangan terhadap pos polisi.", ["Kelompok itu"], ["pos polisi"]),
        ("en", "Rebel attacks on the town killed ten.", ["Rebel"], ["town"]),
    ],
)
def test_who_took_part_in_an_act_did_it(language: str, text: str, actor: list[str], target: list[str]) -> None:
    claim = only(told(language, text), "event", act="attack")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (actor, target)


def test_what_a_law_allows_was_not_done() -> None:
    assert {c.status for c in told("en", "Laws allowing the detention of suspects for 90 days were adopted.")} == {
        "possible"
    }
    held = only(told("en", "The detention of ten suspects was condemned."), "event", act="arrest")
    assert held.status == "asserted"
