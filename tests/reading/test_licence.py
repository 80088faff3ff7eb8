"""A filler is licensed by its own clause: who did it, where, when and from whom, and what is left empty else."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, sources, told


def test_who_voices_concern_did_not_do_it() -> None:
    text = "The secretary general voiced concern over the escalation, particularly the air strikes in the south."
    assert "actor" not in only(told("en", text), "event", act="air_strike").slots
    text = "The air force launched air strikes in the south."
    assert fillers(only(told("en", text), "event", act="air_strike"), "actor") == ["air force"]


def test_who_announces_a_retreat_does_not_retreat() -> None:
    text = "It is part of a troop withdrawal from Iraq, which was announced on Monday by Prime Minister Tony Blair."
    assert "actor" not in only(told("en", text), "event", act="retreat").slots


@pytest.mark.parametrize("text", ["The Mosul shooting left two policemen dead.", "The Mosul battles went on for days."])
def test_a_town_beside_an_act_is_where(text: str) -> None:
    assert all("actor" not in c.slots for c in told("en", text) if c.kind == "event")


def test_a_land_alone_is_no_side_of_a_fight() -> None:
    assert all("actor" not in c.slots for c in told("en", "Somalia's insurgency has killed nine people."))
    both = only(told("en", "Russia's war with Georgia began in 2008."), "event", act="clash")
    assert fillers(both, "actor") == ["Russia", "Georgia"]


def test_a_place_that_only_says_where_does_nothing() -> None:
    text = "Thousands marched in the south of the country calling for the president to resign."
    assert all("country" not in fillers(c, "speaker") for c in told("en", text) if c.kind == "statement")
    text = "The group fled from camps in the state of Assam which has killed 68 people."
    assert all("Assam" not in fillers(c, "perpetrator") for c in told("en", text))


def test_who_keeps_somebody_in_custody() -> None:
    claim = only(told("en", "The rebel commander is in US custody."), "event", act="arrest")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (["US"], ["rebel commander"])
    assert claim.place is None


def test_a_date_of_another_clause_is_not_an_attacks() -> None:
    text = "Police on Saturday arrested a man suspected of involvement in an attack on a mosque."
    found = told("en", text)
    assert only(found, "event", act="attack").date is None
    assert only(found, "event", act="arrest").date is not None
    found = told("en", "Police arrested a man over his role in an attack on a mosque in 2006.")
    dated = only(found, "event", act="attack")
    assert dated.date is not None


def test_a_place_without_a_name_is_nearer_than_a_town_elsewhere() -> None:
    text = "The crew were seized from a boat in the waterway, triggering a stand-off between Tehran and London."
    (claim,) = [c for c in told("en", text) if c.kind == "casualty"]
    assert claim.place is None or claim.place.span.text != "Tehran"


def test_whose_a_station_is_tells_nothing() -> None:
    assert sources(only(told("en", "Rebels shelled Goma, Iran's state television said."), "event")) != ["Iran"]


def test_who_refuses_tells_nothing() -> None:
    (claim,) = [c for c in told("en", "The rebels are refusing to enter the town.") if c.kind == "event"]
    assert claim.attribution == ()


UNMEANT = [
    "Parliament was told that a plan is needed to quell violence.",
    "The chief underlined the need for a position to prevent aggression against the heritage of all.",
    "Ministers will agree rules for surveys to avoid clashes.",
]


@pytest.mark.parametrize("text", UNMEANT)
def test_what_somebody_wants_to_end_or_prevent_is_neither_planned_nor_denied(text: str) -> None:
    assert not [c for c in told("en", text) if c.kind == "event" and c.status != "asserted"]


def test_what_is_planned_or_denied_itself_stays() -> None:
    planned = only(told("en", "The rebels plan to launch an attack on the town."), "event", act="attack")
    assert planned.status == "planned"
    denied = only(told("en", "There was no attack on the town."), "event", act="attack")
    assert denied.status == "denied"


def test_where_somebody_agreed_has_taken_place() -> None:
    text = "Fatah and Hamas agreed at a summit in Mecca to form a government."
    assert only(told("en", text), "meeting").status == "asserted"


def test_where_somebody_is_from_is_not_where_it_was() -> None:
    assert only(told("en", "Gunmen killed an engineer from Tikrit."), "event").place is None


def test_a_place_in_what_is_talked_about_is_not_where() -> None:
    claim = only(told("en", "The cabinet will discuss refinancing the mission in Afghanistan."), "meeting")
    assert claim.place is None


def test_nobody_is_no_source() -> None:
    text = "No group claimed responsibility for the attack in which Hussein was killed."
    assert sources(only(told("en", text), "casualty")) == []


def test_what_has_happened_lies_before_the_report() -> None:
    date = only(told("en", "The raid on March 25 killed ten."), "event").date
    assert date is not None
    assert date.start == "2023-03-25"


def test_whose_abductions_they_are_is_not_abducted() -> None:
    found = told("en", "North Korea's abductions of Japanese citizens angered Tokyo.")
    assert all("North Korea" not in fillers(c, "victims") for c in found)


def test_a_date_that_names_a_thing_dates_no_act() -> None:
    text = "Soldiers arrested the star of the 1970 film, the army said."
    assert only(told("en", text), "event").date is None
    assert only(told("en", "Sunday's attack on the barracks killed ten men."), "event", act="attack").date is not None


def test_who_is_named_by_two_states_is_of_neither() -> None:
    (claim,) = [c for c in told("en", "The Israeli-Syrian border guards shelled the village.") if c.kind == "event"]
    actors = claim.slots["actor"]
    assert isinstance(actors, tuple)
    assert [filler.actor for filler in actors] == [None]


def test_violence_of_which_nothing_is_told_is_no_claim() -> None:
    assert not told("en", "The groups blame each other for the violence.", None)[1:]


def test_a_capital_that_owns_an_act_is_its_government() -> None:
    found = told("en", "Moscow's offensive in Chechnya killed ten men.")
    assert fillers(only(found, "event", act="operation"), "actor") == ["Moscow"]
    found = told("en", "The Moscow bombings killed ten men.")
    assert all("actor" not in c.slots and "perpetrator" not in c.slots for c in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The presidents met in Lusaka on Tuesday following clashes that left nine dead."),
        ("en", "The truce was signed in Lusaka on Tuesday after shelling killed nine people."),
        ("id", "Kedua presiden bertemu di Lusaka pada Selasa, setelah bentrokan yang menewaskan sembilan orang."),
        ("id", "Kesepakatan itu diteken di Lusaka pada Selasa sesudah serangan yang menewaskan sembilan orang."),
        ("en", "Police arrested a man in Lusaka on Tuesday, weeks after an attack killed nine people."),
    ],
)
def test_talks_and_what_comes_days_later_neither_date_nor_place_the_act_before(language: str, text: str) -> None:
    claims = told(language, text)
    others = [c for c in claims if c.kind in ("meeting", "agreement") or c.slots.get("act") == "arrest"]
    assert others
    assert all(c.place and c.date for c in others)
    before = [
        c for c in claims if c.slots.get("harm") == "killed" or c.slots.get("act") in ("attack", "clash", "shelling")
    ]
    assert before
    assert all(c.place is None and c.date is None for c in before)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Five people were killed in Kabul on Tuesday after a bomb exploded near a school."),
        ("id", "Lima orang tewas di Kabul pada Selasa setelah bom meledak di dekat sekolah."),
    ],
)
def test_what_harm_follows_on_is_of_its_day(language: str, text: str) -> None:
    assert all(c.date and c.date.start == "2024-03-12" for c in told(language, text))


def test_days_counted_from_an_act_are_its_own() -> None:
    text = "Yemenis were still without internet on Monday, three days after the bombing of a hub in Hodeidah."
    bombing = only(told("en", text), "event")
    assert bombing.date is not None
    assert bombing.date.span.text == "three days after"
    assert bombing.place is not None


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The army detained two men after the bombing of a market.", "explosion"),
        ("Police killed two men after the attack on a market.", "attack"),
    ],
)
def test_who_acts_after_an_attack_did_not_carry_it_out(text: str, act: str) -> None:
    acts = [c for c in told("en", text) if c.slots.get("act") == act and "market" in fillers(c, "target")]
    assert acts
    assert all("actor" not in c.slots for c in acts)


def test_who_kills_in_a_strike_carried_it_out() -> None:
    text = "Soldiers killed ten men in an air strike."
    assert fillers(only(told("en", text), "event", act="air_strike"), "actor") == ["Soldiers"]


def test_a_stretch_of_time_kills_nobody() -> None:
    text = "Pertempuran lima hari yang menewaskan 40 orang berakhir kemarin."
    assert all("perpetrator" not in c.slots and "actor" not in c.slots for c in told("id", text))


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Drone milik PLF menghantam pasar di kota Kora pada Rabu.", ["PLF"]),
        ("Sebuah drone milik PLF menghantam pasar di kota Kora.", ["PLF"]),
        ("Pesawat tempur milik Angkatan Udara Chad mengebom gudang di Kora.", ["Angkatan Udara Chad"]),
        ("Drone menghantam pasar milik warga di kota Kora.", []),
    ],
)
def test_whose_weapon_struck_did_it(text: str, actor: list[str]) -> None:
    assert fillers(only(told("id", text), "event", act="air_strike"), "actor") == actor


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        (
            "id",
            "PLF melancarkan serangan drone ke Kora pada Senin. Serangan itu menyasar sebuah pasar.",
            ["Kora", "pasar"],
        ),
        ("en", "PLF forces shelled Kora on Monday. The shelling hit a hospital.", ["Kora", "hospital"]),
        ("en", "PLF forces shelled Kora on Monday. The shelling was condemned by Chad.", ["Kora"]),
    ],
)
def test_what_an_act_told_again_hit_is_told(language: str, text: str, targets: list[str]) -> None:
    found = [name for c in told(language, text) if c.kind == "event" for name in fillers(c, "target")]
    assert found == targets


def test_power_that_somebody_is_driven_from_is_nobody() -> None:
    found = only(told("id", "Presiden itu digulingkan dari kekuasaan dalam kudeta militer."), "event")
    assert (fillers(found, "actor"), fillers(found, "target")) == ([], ["Presiden itu"])


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Chad dan Niger saling menyerang di perbatasan.", ["Chad", "Niger"]),
        ("Kedua belah pihak saling menembak di perbatasan.", ["Kedua belah pihak"]),
        ("Bentrokan di antara kedua belah pihak pecah di Kora.", ["kedua belah pihak"]),
        ("Terjadi saling tembak antara polisi dan milisi di Kora.", ["polisi", "milisi"]),
        ("Polisi terlibat saling tembak dengan milisi di Kora.", ["Polisi", "milisi"]),
    ],
)
def test_who_attack_each_other_are_the_sides_of_a_clash(text: str, sides: list[str]) -> None:
    assert fillers(only(told("id", text), "event", act="clash"), "actor") == sides


def test_both_sides_agree_in_whatever_words() -> None:
    said = only(told("id", "Kedua belah pihak mengatakan sepuluh orang tewas dalam bentrokan itu."), "casualty")
    assert sources(said) == ["Kedua belah pihak"]
    found = told("id", "Kedua belah pihak sepakat melakukan gencatan senjata selama 72 jam.")
    assert fillers(only(found, "agreement", stage="agreed"), "parties") == ["Kedua belah pihak"]
