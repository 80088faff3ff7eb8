"""Sentences of news agencies: a day or a clause between what belongs together, acts in a row, one who does or undergoes
two acts."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, sources, told

BEHIND_DAYS = [
    ("Ministers confirmed the kidnapping on Monday of two Swiss nurses near Gao.", "abduction", "two Swiss nurses"),
    ("The arrest last week of three editors in Lomé drew criticism.", "arrest", "three editors"),
    ("The union denounced the killing late on Friday of a judge by gunmen.", "attack", "judge"),
    ("Two states deplored the bombing three days ago of a school in Homs.", "explosion", "school"),
]


@pytest.mark.parametrize(("text", "act", "target"), BEHIND_DAYS)
def test_a_day_may_stand_between_an_act_and_whom_it_was_done_to(text: str, act: str, target: str) -> None:
    claim = only(told("en", text), "event", act=act)
    assert fillers(claim, "target") == [target]
    assert claim.date is not None


ROWS = [
    ("Police said the rebels surrounded them, fired into the air, and opened fire on them.", "rebels", "Police"),
    ("Villagers said the soldiers entered the market and shot at them.", "soldiers", "Villagers"),
    ("Drivers said troops had ordered them to stop, smashed their windows, and beaten them.", "troops", "Drivers"),
]


@pytest.mark.parametrize(("text", "actor", "target"), ROWS)
def test_what_a_side_did_last_in_a_row_is_not_done_by_who_tells_it(text: str, actor: str, target: str) -> None:
    found = [c for c in told("en", text) if c.slots.get("act") == "attack" and "target" in c.slots]
    assert [(fillers(c, "actor"), fillers(c, "target")) for c in found][-1] == ([actor], [target])


def test_who_says_and_warns_does_both() -> None:
    found = told("en", "The ministry said troops had retaken the town, and warned residents not to return.")
    assert fillers(only(found, "statement", act="warn"), "speaker") == ["ministry"]


def test_what_is_taken_along_is_with_those_who_take_it() -> None:
    found = told("en", "Villagers said raiders shot two men and took a boy with them.")
    assert fillers(only(found, "event", act="abduction"), "actor") == ["raiders"]


OF_BOTH = [
    ("en", "The bishop's abduction and subsequent murder in Aleppo shocked the town.", "attack", "target", ["bishop"]),
    ("en", "The army's shelling and raids in Homs went on.", "attack", "actor", ["army"]),
    (
        "en",
        "Shelling and air strikes on the town of Sarmin by government forces went on.",
        "air_strike",
        "actor",
        ["government forces"],
    ),
    ("id", "Penculikan dan pembunuhan hakim itu di Goma memicu protes.", "abduction", "target", ["hakim"]),
    ("en", "Chad's attack and the sanctions on Niger were discussed.", "sanction", "target", ["Niger"]),
]


@pytest.mark.parametrize(("language", "text", "act", "slot", "words"), OF_BOTH)
def test_who_opens_or_closes_two_acts_is_of_both(
    language: str, text: str, act: str, slot: str, words: list[str]
) -> None:
    assert fillers(only(told(language, text), "event", act=act), slot) == words


def test_a_second_act_with_an_article_has_a_side_of_its_own() -> None:
    found = told("en", "Chad's attack and the sanctions on Niger were discussed.")
    assert "actor" not in only(found, "event", act="sanction").slots
    assert "target" not in only(found, "event", act="attack").slots


COUNTED_AS = [
    ("en", "A drone hit a fuel depot near Kursk on Tuesday in an attack claimed by Ukraine.", "Tuesday"),
    ("en", "A drone hit a fuel depot near Kursk on Tuesday, in a raid that Moscow blamed on Kyiv.", "Tuesday"),
    ("id", "Pesawat nirawak menghantam depot di dekat Kursk, Selasa, dalam serangan yang diklaim Ukraina.", "Selasa"),
]


@pytest.mark.parametrize(("language", "text", "day"), COUNTED_AS)
def test_as_what_an_act_counts_is_no_second_act(language: str, text: str, day: str) -> None:
    claim = only(told(language, text), "event")
    assert claim.slots["act"] == "air_strike"
    assert claim.date is not None
    assert claim.date.span.text == day


def test_an_act_done_amid_another_is_not_that() -> None:
    found = told("en", "Soldiers arrested nine men in Kano on Monday in a raid on a mosque.")
    assert fillers(only(found, "event", act="attack"), "target") == ["mosque"]
    assert fillers(only(found, "event", act="arrest"), "target") == ["nine men"]


def test_neither_of_two_did_it() -> None:
    found = told("en", "Neither Russia nor any of its allies condemned the raid on Bakhmut.")
    assert only(found, "statement", act="condemn").status == "denied"
    assert only(found, "event", act="attack").status == "asserted"


MEANT = [
    ("en", "There was no immediate word on who carried out the bombing in Quetta.", "event", "asserted"),
    ("en", "There was no word on whether the hostages had been freed.", "event", "possible"),
    ("en", "Police gave no details on how the two guards were killed in Kano.", "casualty", "asserted"),
    ("id", "Belum ada keterangan mengenai siapa yang melakukan pemboman di Quetta.", "event", "asserted"),
    ("en", "There is no plan to attack the port.", "event", "denied"),
    ("en", "There was no damage in the bombing of the port.", "event", "asserted"),
    ("en", "The army suffered no losses in the raid on Kidal.", "event", "asserted"),
    ("en", "The lull allowed villagers to flee to Homs.", "event", "asserted"),
    ("en", "Chad is looking to send 300 troops to Niger.", "deployment", "planned"),
    ("en", "The rebels are gearing up for an offensive against Goma.", "event", "planned"),
]


@pytest.mark.parametrize(("language", "text", "kind", "status"), MEANT)
def test_how_it_is_meant(language: str, text: str, kind: str, status: str) -> None:
    assert {c.status for c in told(language, text) if c.kind == kind} == {status}


def test_who_gears_up_for_it_is_to_do_it() -> None:
    found = told("en", "The rebels are gearing up for an offensive against Goma.")
    assert fillers(only(found, "event", act="operation"), "actor") == ["rebels"]


GUILTY = [
    ("en", "A court convicted nine soldiers of the murder of two nurses in Goma.", ["nine soldiers"]),
    ("en", "A judge found the general guilty of the massacre of two nurses in Goma.", ["general"]),
    ("en", "Two officers were sentenced to ten years in prison for the killing of two nurses.", ["Two officers"]),
    ("id", "Pengadilan memvonis dua perwira atas pembunuhan dua perawat di Goma.", ["dua perwira"]),
]


@pytest.mark.parametrize(("language", "text", "guilty"), GUILTY)
def test_who_is_found_guilty_of_it_did_it(language: str, text: str, guilty: list[str]) -> None:
    found = told(language, text)
    assert fillers(only(found, "event", act="other"), "target") == guilty
    assert fillers(only(found, "event", act="attack"), "actor") == guilty


def test_who_is_cleared_of_it_is_told_without_it() -> None:
    found = told("en", "The court acquitted nine soldiers of the murder of two nurses.")
    assert fillers(only(found, "event", act="release"), "target") == ["nine soldiers"]
    assert "actor" not in only(found, "event", act="attack").slots


def test_leaders_of_a_march_are_held_as_such() -> None:
    found = told("en", "The army arrested three leaders of the protest in Kano.")
    assert fillers(only(found, "event", act="arrest"), "target") == ["three leaders of the protest in Kano"]


def test_what_the_killed_are_suspected_of_was_elsewhere() -> None:
    found = told("en", "Soldiers killed three gunmen suspected of an attack on a church in Jos.")
    places = {tuple(fillers(c, "target")): c.place and c.place.span.text for c in found if c.kind == "event"}
    assert places == {("three gunmen",): None, ("church",): "Jos"}


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("en", "The war, which erupted in February 2003, has left at least 200,000 people dead.", "2003-02-01"),
        ("en", "The conflict, which broke out three years ago, has killed 40,000 people.", "2021-03-14"),
        ("id", "Konflik yang pecah pada 2009 itu telah menewaskan 40.000 orang.", "2009-01-01"),
        ("en", "Fighting that erupted on Monday killed ten people.", "2024-03-11"),
    ],
)
def test_the_year_in_which_a_war_began_is_not_when_all_died(language: str, text: str, start: str) -> None:
    found = told(language, text)
    (toll,) = [c for c in found if c.kind == "casualty"]
    assert toll.date is not None
    assert (toll.date.start, toll.date.end) == (start, None)
    assert only(found, "event", act="clash").date is not None


@pytest.mark.parametrize(
    ("language", "text", "told_of"),
    [
        ("en", "No casualties were reported in the blast in Kano.", False),
        ("en", "There were no fresh casualties reported in the blast in Kano.", False),
        ("en", "There were no casualties in the blast in Kano.", True),
        ("id", "Tidak ada korban jiwa yang dilaporkan dalam ledakan di Kano.", False),
        ("id", "Tidak ada korban jiwa dalam ledakan di Kano.", True),
    ],
)
def test_none_that_are_reported_are_no_claim(language: str, text: str, told_of: bool) -> None:
    found = told(language, text)
    assert [c.status for c in found if c.kind == "casualty"] == ["denied"] * told_of
    assert only(found, "event", act="explosion").status == "asserted"


TELLERS = [
    ("The blast killed seven soldiers and wounded two guards, police and doctors said.", ["police", "doctors"]),
    ("Raiders abducted several women, villagers and a local chief told Reuters.", ["villagers", "local chief"]),
    ("Bandits killed nine farmers, a priest and two witnesses said.", ["priest", "two witnesses"]),
    ("Raiders killed nine farmers and two guards, police said.", ["police"]),
]


@pytest.mark.parametrize(("text", "by"), TELLERS)
def test_who_tells_it_behind_a_comma_is_not_harmed(text: str, by: list[str]) -> None:
    found = [c for c in told("en", text) if c.kind == "casualty"]
    assert found
    for claim in found:
        assert sources(claim) == by
        assert set(fillers(claim, "victims")).isdisjoint(by)


LED_TO = [
    ("Police fired tear gas at students who had blocked a road in Accra, arresting 23 people.", "detained", "Police"),
    ("Soldiers shot at youths who had thrown stones at a post, killing two boys.", "killed", "Soldiers"),
    ("Gunmen attacked a bank, killing two guards.", "killed", "Gunmen"),
    ("Traders named the gunmen who attacked a bank, killing two guards.", "killed", "gunmen"),
]


@pytest.mark.parametrize(("text", "harm", "doer"), LED_TO)
def test_what_a_force_did_led_to_it(text: str, harm: str, doer: str) -> None:
    assert fillers(only(told("en", text), "casualty", harm=harm), "perpetrator") == [doer]


@pytest.mark.parametrize(
    ("language", "text", "act"),
    [
        ("en", "Raiders attacked the village of Ngala on Monday, abducting nine women.", "abduction"),
        ("en", "Police fired tear gas at students in Accra, arresting 23 people.", "arrest"),
        ("id", "Gerombolan menyerang desa Ngala pada Senin, menculik sembilan perempuan.", "abduction"),
    ],
)
def test_who_is_taken_away_is_so_by_an_act_of_its_own(language: str, text: str, act: str) -> None:
    found = told(language, text)
    assert fillers(only(found, "event", act="attack"), "actor") == fillers(only(found, "event", act=act), "actor")
    assert fillers(only(found, "event", act=act), "target")[0].startswith(("nine", "23", "sembilan"))


SHOT_DOWN = [
    ("en", "Ukraine said it had shot down 12 drones.", "attack", "12 drones"),
    ("en", "Air defences intercepted three missiles over Riyadh on Monday.", "other", "three missiles"),
    ("en", "Rebels shot down a helicopter over Marib.", "attack", "helicopter"),
    ("id", "Tentara menembak jatuh 12 pesawat nirawak.", "attack", "12 pesawat nirawak"),
]


@pytest.mark.parametrize(("language", "text", "act", "target"), SHOT_DOWN)
def test_what_is_shot_down_is_the_target(language: str, text: str, act: str, target: str) -> None:
    claim = only(told(language, text), "event", act=act)
    assert fillers(claim, "target") == [target]
    assert not {"instrument", "cause"} & claim.slots.keys()
    assert bool(claim.place) == (" over " in text)


def test_what_is_fired_at_a_base_is_not_struck() -> None:
    assert fillers(only(told("en", "Militants fired rockets at the base near Erbil."), "event"), "target") == ["base"]


def test_those_seized_were_so_before_they_are_freed_and_elsewhere() -> None:
    found = told("en", "The militia agreed to free 11 captured soldiers and resume talks in Caracas on Friday.")
    toll = only(found, "casualty", harm="detained")
    assert (toll.status, toll.date, toll.place) == ("asserted", None, None)
    duties = {c.slots["action"]: c.place and c.place.span.text for c in found if c.kind == "obligation"}
    assert duties == {"release": None, "hold_talks": "Caracas"}


SO_CALLED = [
    ("Chad protested against what it called unprovoked firing by Libyan troops.", "attack", "actor", ["Libyan troops"]),
    ("Chad deplored what it called the assassination of a judge by rebels.", "attack", "actor", ["rebels"]),
    ("Turkey bombed what it called rebel hideouts in northern Iraq.", "air_strike", "target", ["rebel hideouts"]),
]


@pytest.mark.parametrize(("text", "act", "slot", "words"), SO_CALLED)
def test_what_somebody_calls_it_has_doers_and_a_place(text: str, act: str, slot: str, words: list[str]) -> None:
    claim = only(told("en", text), "event")
    assert (claim.slots["act"], fillers(claim, slot)) == (act, words)
    assert ("northern Iraq" in text) == (claim.place is not None)


def test_a_state_that_protests_takes_to_no_street() -> None:
    found = told("en", "Chad protested against the shelling of a village by Libya.")
    assert fillers(only(found, "statement", act="condemn"), "speaker") == ["Chad"]
    assert only(found, "event").slots["act"] == "shelling"
    assert only(told("en", "The opposition protested in Harare."), "event").slots["act"] == "protest"


def test_a_missile_in_the_sea_struck_nothing() -> None:
    assert only(told("en", "Two missiles fell on a market in Sanaa."), "event").slots["act"] == "air_strike"
    found = told("en", "One missile was intercepted and the other fell into the water near Aden.")
    assert fillers(only(found, "event"), "target") == ["One missile"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The government has not commented on reports that Chadian troops shelled the town of Shire.", []),
        ("Neither the army nor the rebels have commented on reports that troops shelled the town of Shire.", []),
        ("The army declined to comment on reports that Chadian troops shelled the town of Shire.", []),
        ("The mayor confirmed that Chadian troops shelled the town of Shire.", ["mayor"]),
    ],
)
def test_who_does_not_speak_of_it_is_no_source(text: str, by: list[str]) -> None:
    claim = only(told("en", text), "event", act="shelling")
    assert (claim.status, sources(claim)) == ("asserted", by)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Riot police tried to prevent students from marching on the palace in Dakar.", "possible"),
        ("Riot police prevented students from marching on the palace in Dakar.", "denied"),
    ],
)
def test_what_is_only_tried_to_be_prevented_may_have_been(text: str, status: str) -> None:
    assert only(told("en", text), "event", act="protest").status == status


ELSEWHERE = [
    (
        "The colonel was released last week and is expected to attend talks in Tunis on Friday.",
        "event",
        "act",
        "release",
        None,
    ),
    (
        "The colonel was released last week and is expected to attend talks in Tunis on Friday.",
        "meeting",
        "format",
        "talks",
        "Tunis",
    ),
    ("The bodies of two men kidnapped near Zamora were found on Monday.", "event", "act", "find", None),
    ("The bodies of two men were found near Zamora on Monday.", "event", "act", "find", "Zamora"),
    ("Chad arrested 14 people suspected of plotting to blow up a pipeline in Zamora.", "event", "act", "arrest", None),
    ("Chad arrested 14 people in Zamora suspected of plotting.", "event", "act", "arrest", "Zamora"),
]


@pytest.mark.parametrize(("text", "kind", "slot", "value", "place"), ELSEWHERE)
def test_a_place_of_the_next_act_or_of_a_charge_is_not_that_of_the_act(
    text: str, kind: str, slot: str, value: str, place: str | None
) -> None:
    claim = only(told("en", text), kind, **{slot: value})
    assert (claim.place.span.text if claim.place else None) == place


SENT = [
    ("en", "Troops sent to arrest the warlord killed nine villagers.", "killed", "Troops"),
    ("en", "The president sent soldiers to disarm the militia.", None, "soldiers"),
    ("id", "Presiden mengerahkan tentara untuk menangkap panglima perang itu.", None, "tentara"),
]


@pytest.mark.parametrize(("language", "text", "harm", "force"), SENT)
def test_what_forces_are_sent_to_do_is_not_told_as_done(language: str, text: str, harm: str | None, force: str) -> None:
    found = told(language, text)
    assert fillers(only(found, "deployment", change="deployed"), "force") == [force]
    assert {c.slots["harm"] for c in found if c.kind == "casualty"} == ({harm} if harm else set())
    assert {c.slots["act"] for c in found if c.kind == "event"} == ({"attack"} if harm else set())


def test_who_is_let_to_do_it_may_and_who_promises_to_binds_himself() -> None:
    assert only(told("en", "The army promised to withdraw from Sake."), "obligation", action="withdraw")
    claim = only(told("en", "The government authorised troops to shoot looters."), "event", act="attack")
    assert claim.status == "planned"


@pytest.mark.parametrize(
    ("text", "speaker", "whom"),
    [
        ("Nine people died, the governor told reporters, calling on Chad to send troops.", "governor", "Chad"),
        ("The general urged the rebels to disarm, saying the war was over.", "general", "rebels"),
    ],
)
def test_who_told_it_calls_for_it(text: str, speaker: str, whom: str) -> None:
    claim = only(told("en", text), "statement", act="appeal")
    assert (fillers(claim, "speaker"), fillers(claim, "addressee")) == ([speaker], [whom])


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("A rights group accused the military of covering up the killings of two students.", None),
        ("A rights group accused the military of carrying out the killings of two students.", ["military"]),
    ],
)
def test_who_is_accused_of_hiding_it_need_not_have_done_it(text: str, doers: list[str] | None) -> None:
    claim = only(told("en", text), "event", act="attack")
    assert fillers(claim, "target") == ["two students"]
    assert (fillers(claim, "actor") if "actor" in claim.slots else None) == doers


def test_who_is_blamed_is_no_place() -> None:
    found = told("en", "An attack which Chad blamed on Tripoli damaged a canal.")
    assert fillers(only(found, "statement", act="accuse"), "addressee") == ["Tripoli"]
    assert only(found, "event", act="attack").place is None
