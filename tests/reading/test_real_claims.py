"""What sentences of agencies tell: acts that are none, who did them, when, where and by whose word."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Foreign troops killed 20 rebels, including two chiefs, in operations against militants.",
            ["Foreign troops"],
        ),
        ("Army units routed the Islamists in a military campaign less than two weeks long.", ["Army units"]),
        ("Troops recaptured the town in an offensive on Monday.", ["Troops"]),
        ("Ethiopia intervened in Somalia in December in an offensive.", ["Ethiopia"]),
        ("Two soldiers were killed in an operation against the rebels.", []),
        ("The rebels lost two fighters in an army offensive in the north.", ["army"]),
        ("Villagers fled their homes in an offensive against the rebels.", []),
    ],
)
def test_who_fights_in_an_operation_carries_it_out(text: str, doers: list[str]) -> None:
    operation = only(told("en", text), "event", act="operation")
    assert (fillers(operation, "actor") if "actor" in operation.slots else []) == doers


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Some of those accused of bombing the embassies in Nairobi were held on Monday.", "explosion"),
        ("NATO planes bombed the embassy in Belgrade.", "air_strike"),
        ("The United States bombed a hotel in Baghdad.", "air_strike"),
    ],
)
def test_bombs_in_an_embassy_are_none_from_the_air(text: str, act: str) -> None:
    assert only(told("en", text), "event", act=act)


@pytest.mark.parametrize(
    ("text", "demands"),
    [
        ("He insisted 90 percent of the violence stems from abroad.", 0),
        ("The rebels insisted that the army leave the valley.", 1),
        ("The government insisted the troops will stay in the valley.", 0),
        ("The rebels insisted that the government must release the men.", 1),
    ],
)
def test_what_is_insisted_to_be_so_is_no_demand(text: str, demands: int) -> None:
    found = told("en", text)
    assert sum(c.kind == "statement" and c.slots["act"] == "demand" for c in found) == demands


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The president would like the army to leave the town.", "called_for"),
        ("The president expects the army to leave the town.", "planned"),
        ("On such nights the troops like to withdraw from the town.", "asserted"),
    ],
)
def test_what_somebody_would_like_is_not_planned(text: str, status: str) -> None:
    assert [c.status for c in told("en", text) if c.kind in ("deployment", "event")] == [status]


@pytest.mark.parametrize(
    ("text", "sitting"),
    [
        ("Hill held a rare meeting with negotiator Kim Han in Berlin.", {"Hill", "negotiator Kim Han"}),
        (
            "Doe, speaking to reporters after meeting with President Anwar, said it would hold.",
            {"Doe", "President Anwar"},
        ),
        ("The talks, involving China, the two Koreas and Japan, began on Monday.", {"China", "two Koreas", "Japan"}),
        ("During talks with the minister in Doha, Nikai warned of a war.", {"minister", "Nikai"}),
        ("The envoys flew to Doha for talks on Monday.", {"envoys"}),
    ],
)
def test_who_took_part_in_a_meeting(text: str, sitting: set[str]) -> None:
    assert {who for c in told("en", text) if c.kind == "meeting" for who in fillers(c, "participants")} == sitting


def test_who_gives_no_details_of_a_meeting_was_not_at_it() -> None:
    found = told("en", "The ambassador declined to give details on the meetings.")
    assert all("participants" not in c.slots for c in found if c.kind == "meeting")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The mission has 12,000 peacekeepers from 28 countries.", None),
        ("Some 900 troops from Uganda are in Somalia.", "Somalia"),
        ("The abductions of Japanese nationals send a strong message to Pyongyang.", None),
        ("The abduction of the envoy in Basra was condemned.", "Basra"),
        ("In Baghdad, Maliki told reporters that the army attacked the town.", "Baghdad"),
    ],
)
def test_where_it_was_and_where_not(text: str, place: str | None) -> None:
    placed = {c.place.span.text if c.place else None for c in told("en", text) if c.kind in ("event", "deployment")}
    assert placed == {place}


@pytest.mark.parametrize(
    ("text", "kind", "text_of_date"),
    [
        ("The cabinet decided Sunday to boycott the new government.", "event", None),
        ("On Monday the minister authorised the army to carry out operations inside Gaza.", "event", None),
        ("The minister decided to visit Oslo on Sunday.", "meeting", "Sunday"),
        ("The talks were scheduled to begin on Monday.", "meeting", "Monday"),
        ("Iraq will close the road to the bridge destroyed last week.", "event", None),
        ("Iraq will close the road to the bridge next week.", "event", "next week"),
        ("The man has been released and is due to appear in court on Wednesday.", "event", None),
        ("The convoy was ambushed and two buses were burnt on Monday.", "event", "Monday"),
        ("Some 59 people lost their lives, including 49 on January 22 alone.", "casualty", None),
        ("Some 59 people lost their lives on January 22, including two soldiers.", "casualty", "January 22"),
    ],
)
def test_whose_day_it_is(text: str, kind: str, text_of_date: str | None) -> None:
    first = next(c for c in told("en", text) if c.kind == kind)
    assert (first.date.span.text if first.date else None) == text_of_date


def test_where_somebody_is_to_be_tried_he_was_not_arrested() -> None:
    found = told("en", "Three men were arrested in Basra and are to appear in court in Baghdad on Friday.")
    arrest = only(found, "event", act="arrest")
    assert arrest.place is not None
    assert arrest.place.span.text == "Basra"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The singer was detained in Madrid in a different case.", "asserted"),
        ("The man was detained in the case of the stolen rifles.", "asserted"),
        ("The police will detain the men in case of a new raid.", "conditional"),
    ],
)
def test_in_a_case_is_no_condition(text: str, status: str) -> None:
    assert only(told("en", text), "event", act="arrest").status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The attack was probably the work of the militia.", "asserted"),
        ("The militia may attack the town.", "possible"),
    ],
)
def test_an_attack_that_was_probably_somebodys_work_was_one(text: str, status: str) -> None:
    attack = only(told("en", text), "event", act="attack")
    assert (attack.status, fillers(attack, "actor")) == (status, ["militia"])


def test_who_puts_a_toll_at_a_number_killed_nobody() -> None:
    tolls = [c for c in told("en", "The governor put the toll at nine killed.") if c.kind == "casualty"]
    assert tolls
    assert all("perpetrator" not in c.slots for c in tolls)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The suicide bomber blew up his car near a convoy.", []),
        ("Rebels blew up the governor's car.", ["governor's car"]),
    ],
)
def test_what_a_bomber_blows_up_under_himself_is_his_means(text: str, target: list[str]) -> None:
    blast = only(told("en", text), "event", act="explosion")
    assert (fillers(blast, "target") if "target" in blast.slots else []) == target
    assert ("instrument" in blast.slots) == (not target)


def test_whose_killings_they_are() -> None:
    tolls = [c for c in told("en", "The gang killings of three girls shocked the town.") if c.kind == "casualty"]
    assert [fillers(c, "victims") for c in tolls] == [["three girls"]]
    squads = told("en", "There is no let up in the killings, death squad killings among them.")
    assert all("victims" not in c.slots for c in squads if c.kind == "casualty")


def test_what_an_insistence_is_on_is_whose_it_is() -> None:
    found = told("en", "Norway criticised Burma's insistence on arresting the monks.")
    assert fillers(only(found, "event", act="arrest"), "actor") == ["Burma"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Gunmen disguised as soldiers killed seven people in Acapulco.", ["Gunmen"]),
        ("Men posing as policemen shot a judge dead.", ["Men"]),
        ("Insurgents dressed as Iraqi soldiers attacked a checkpoint.", ["Insurgents"]),
        ("Villagers fled as soldiers attacked the town.", ["soldiers"]),
    ],
)
def test_as_whom_somebody_was_dressed_did_nothing(text: str, doers: list[str]) -> None:
    assert fillers(only(told("en", text), "event", act="attack"), "actor") == doers


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The U.S. attack on the town killed ten.", ["U.S."]),
        ("The fourth anniversary of the U.S. invasion of Iraq was marked.", ["U.S."]),
        ("The armed attack on the town killed ten.", []),
    ],
)
def test_a_name_in_capitals_is_no_adjective(text: str, doers: list[str]) -> None:
    act = next(c for c in told("en", text) if c.kind == "event")
    assert (fillers(act, "actor") if "actor" in act.slots else []) == doers


@pytest.mark.parametrize(
    ("text", "mediators"),
    [
        ("The king discussed Israeli-Palestinian peace efforts.", []),
        ("The king praised Egyptian mediation between the factions.", ["Egyptian"]),
        ("The Secretary-General will act as intermediary between the two governments.", ["Secretary-General"]),
    ],
)
def test_who_is_to_make_peace_stands_not_between(text: str, mediators: list[str]) -> None:
    assert [m for c in told("en", text) if c.kind == "mediation" for m in fillers(c, "mediator")] == mediators


def test_the_day_of_saying_stands_before_who_does_it() -> None:
    said = only(told("en", "The president said last month he would send troops to Iraq."), "deployment")
    assert said.date is None
    due = only(told("en", "The president said he would send troops to Iraq next month."), "deployment")
    assert due.date is not None


@pytest.mark.parametrize(
    "text",
    [
        "Two relief workers were caught in an ambush near Gao.",
        "Four lorry drivers were caught in traffic near the border.",
        "Three students were caught in a stampede on Friday.",
        "The groups held officials to account over the budget.",
    ],
)
def test_what_befalls_somebody_is_no_arrest(text: str) -> None:
    found = told("en", text)
    assert not [c for c in found if c.slots.get("act") in ("arrest", "abduction")]
    assert not [c for c in found if c.kind == "casualty"]


@pytest.mark.parametrize(
    "text",
    [
        "Troops captured ten rebels in fighting in the north.",
        "Soldiers detained two gunmen in an ambush on Monday.",
        "Police caught three smugglers on Monday.",
    ],
)
def test_who_is_taken_in_a_fight_is_arrested(text: str) -> None:
    assert only(told("en", text), "event", act="arrest")


def test_who_counts_behind_a_tag_tells_the_count() -> None:
    found = told("en", "The strike killed ten people, a doctor said, but the government put the toll at four.")
    counts = {c.slots["count"].min: [f.span.text for f in c.attribution] for c in found if c.kind == "casualty"}
    assert counts == {10: ["doctor"], 4: ["government"]}


@pytest.mark.parametrize(
    ("text", "tellers"),
    [
        ("“We are going home,” the rebel chief said, and his men left the town on Monday.", []),
        ("The town was quiet, the rebel chief said, and his men left it on Monday.", ["rebel chief"]),
    ],
)
def test_what_follows_quoted_words_is_the_outlets_own(text: str, tellers: list[str]) -> None:
    left = [c for c in told("en", text) if c.date is not None]
    assert [[f.span.text for f in c.attribution] for c in left] == [tellers]


@pytest.mark.parametrize(
    ("text", "kind", "placed"),
    [
        ("The envoys involved in the talks flew home from Cairo on Sunday.", "meeting", False),
        ("The commander responsible for the shelling was arrested in Vienna on Friday.", "event", False),
        ("A soldier wounded in an ambush died in Lagos on Sunday.", "event", False),
        ("Two soldiers were wounded in an ambush near Lagos on Sunday.", "event", True),
    ],
)
def test_what_marks_out_the_doer_has_no_day_or_place_of_the_deed(text: str, kind: str, placed: bool) -> None:
    acts = ("attack", "shelling", None)
    for claim in [c for c in told("en", text) if c.kind == kind and c.slots.get("act") in acts]:
        assert (claim.date is not None) == placed
        assert (claim.place is not None) == placed
