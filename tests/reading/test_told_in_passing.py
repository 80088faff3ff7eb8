"""What longer reports tell in passing: in relative clauses, participles, parts of a toll, terms of drafts and deals."""

from __future__ import annotations

import pytest

from gencatan.model import Count, Span
from tests.reading.told import fillers, harmed, only, told


def _text(value: object) -> str:
    assert isinstance(value, Span)
    return value.text


# ---- tolls and those named in them


@pytest.mark.parametrize(
    ("text", "harm", "expected"),
    [
        ("Four of the dead were schoolgirls, police said.", "killed", {4: "schoolgirls"}),
        ("Two of those killed were army officers.", "killed", {2: "army officers"}),
        ("Three of the wounded are children.", "injured", {3: "children"}),
        (
            "Hospital officials put the toll from Sunday's bombing at 31, among them nine children.",
            "killed",
            {31: "", 9: "nine children"},
        ),
        (
            "The clashes claimed over 200 lives, including those of 40 civilians and two Uruguayan peacekeepers.",
            "killed",
            {201: "", 40: "40 civilians", 2: "two Uruguayan peacekeepers"},
        ),
        (
            "Officials say 41 rebels and nine of their captives perished in the battle.",
            "killed",
            {41: "41 rebels", 9: "their captives"},
        ),
        ("A captain and two of his men died in the ambush.", "killed", {1: "captain", 2: "two of his men"}),
        ("Sixteen people were taken to hospital with bullet wounds.", "injured", {16: "Sixteen people"}),
        ("Her two brothers were seized by soldiers and were never seen again.", "missing", {2: "Her two brothers"}),
    ],
)
def test_each_group_of_those_harmed_is_told(text: str, harm: str, expected: dict[int, str]) -> None:
    assert harmed(text, harm) == expected


def test_where_the_dead_are_is_not_who_they_are() -> None:
    claims = told("en", "Six of the dead were in the cellar. Nine soldiers were killed on Monday.")
    count = only(claims, "casualty").slots["count"]
    assert isinstance(count, Count)
    assert count.min == 9


# ---- no object


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The army attacked no villages on Monday.", "attack"),
        ("The president said the army had bombed none of the villages.", "air_strike"),
        ("The rebels shelled no town in that war.", "shelling"),
    ],
)
def test_what_was_done_to_nothing_was_not_done(text: str, act: str) -> None:
    assert only(told("en", text), "event", act=act).status == "denied"


def test_an_attack_that_nobody_claimed_took_place() -> None:
    claims = told("en", "No group has claimed the massacre.")
    assert {(c.kind, c.status) for c in claims} == {("statement", "denied"), ("event", "asserted")}
    assert fillers(only(claims, "event"), "actor") == []
    said = only(told("en", "A splinter group claimed the ambush."), "statement", act="acknowledge")
    assert (said.status, fillers(said, "speaker")) == ("asserted", ["splinter group"])


# ---- clauses and participles


@pytest.mark.parametrize(
    "text",
    [
        "The peace treaty signed in Algiers 18 years ago was supposed to settle the matter.",
        "The peace treaty signed in Algiers in 2000 could yet collapse.",
    ],
)
def test_what_was_signed_then_was_signed(text: str) -> None:
    assert only(told("en", text), "agreement", stage="signed").status == "asserted"


def test_what_could_be_heard_was_there() -> None:
    assert only(told("en", "Explosions could be heard near the airport of Tripoli."), "event").status == "asserted"


def test_a_clause_with_whose_has_its_own_subject() -> None:
    left = only(told("en", "The United Nations, whose 4,200 peacekeepers left in 2008, has an office."), "deployment")
    assert (left.slots["change"], fillers(left, "force")) == ("withdrawn", ["4,200 peacekeepers"])


def test_the_killing_in_a_war_is_an_act_of_its_own() -> None:
    claims = told("en", "The war began with the killing of a bishop.")
    assert fillers(only(claims, "event", act="attack"), "target") == ["bishop"]
    assert only(claims, "event", act="clash").status == "asserted"


@pytest.mark.parametrize(
    "subject", ["Six rounds of talks, held in Oslo and Rome, produced little.", "The talks failed."]
)
def test_rounds_of_talks_are_told_by_where_they_were(subject: str) -> None:
    meetings = [c for c in told("en", subject) if c.kind == "meeting"]
    assert len(meetings) == ("held" in subject)


# ---- what is to be done


@pytest.mark.parametrize(
    ("text", "action", "obligors", "status", "basis"),
    [
        (
            "The two armies signed a deal to pull back their tanks.",
            "withdraw",
            ["two armies"],
            "called_for",
            "agreement",
        ),
        (
            "Kenya and Uganda signed an agreement on Friday to reopen three crossings.",
            "grant_access",
            ["Kenya", "Uganda"],
            "called_for",
            "agreement",
        ),
        ("Under the draft, the army would pull back from the towns.", "withdraw", ["army"], "conditional", "agreement"),
        (
            "The junta has given the last Danish soldiers until Friday to leave the camp.",
            "withdraw",
            ["last Danish soldiers"],
            "called_for",
            "order",
        ),
    ],
)
def test_who_is_to_do_what(text: str, action: str, obligors: list[str], status: str, basis: str) -> None:
    duty = only(told("en", text), "obligation", action=action)
    assert (fillers(duty, "obligor"), duty.status, duty.slots["basis"]) == (obligors, status, basis)
    assert [c for c in told("en", text) if c.kind in ("event", "deployment")] == []


def test_days_within_which_to_leave_are_a_term() -> None:
    claims = told("en", "Israel has 60 days within which to withdraw its troops.")
    assert [(c.kind, c.status) for c in claims] == [("obligation", "called_for")]


def test_aid_that_is_to_reach_a_town_is_to_be_delivered() -> None:
    text = "The truce was signed on Friday. Under its terms, food is to reach the besieged town within a week."
    duty = only(told("en", text), "obligation")
    assert (duty.slots["action"], _text(duty.slots["object"])) == ("deliver_aid", "food")


def test_a_condition_behind_several_verbs_holds_for_each() -> None:
    text = "The rebels would lay down their arms and send their fighters home if they were pardoned, their leader said."
    duties = [c for c in told("en", text) if c.kind == "obligation"]
    assert sorted((str(c.slots["action"]), c.status) for c in duties) == [
        ("disarm", "conditional"),
        ("withdraw", "conditional"),
    ]


def test_what_is_to_be_stormed_is_no_pledge() -> None:
    text = "If the garrison does not surrender by Friday, the town will be stormed, the rebels' commander said."
    claims = told("en", text)
    assert [(c.kind, c.slots["act"], c.status) for c in claims] == [("event", "attack", "conditional")]


# ---- land


def test_most_of_the_land_beside_other_land_is_another_holding() -> None:
    claims = told("en", "The rebels now hold two border posts and most of the forest.")
    held = {_text(c.slots["territory"]): c.slots.get("extent") for c in claims if c.kind == "territory"}
    assert held == {"two border posts": None, "forest": "most"}


FALLEN = "The rebels shelled the army on Monday. Goma fell on Tuesday without much of a fight."


def test_a_town_that_fell_without_much_of_a_fight_fell_whole() -> None:
    fallen = only(told("en", FALLEN), "territory", relation="captures")
    assert (_text(fallen.slots["territory"]), fallen.slots.get("extent")) == ("Goma", None)


# ---- who says and does it


def test_whom_somebody_tells_is_not_who_says_it() -> None:
    claims = told("en", "The presidents of Chad and Niger, meeting in Kampala, told the rebels to leave the town.")
    meeting = only(claims, "meeting")
    assert (meeting.attribution, fillers(only(claims, "statement"), "addressee")) == ((), ["rebels"])


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The rebels blew up pipelines by the hundred.", ["rebels"]),
        ("As many as 400 civilians died, most of them in shelling by government forces.", ["government forces"]),
        ("The general blamed it on a raid that the militia carried out on the port.", ["militia"]),
    ],
)
def test_nobody_does_it_who_is_only_counted_or_in_it(text: str, actors: list[str]) -> None:
    assert fillers(only(told("en", text), "event"), "actor") == actors


def test_who_only_came_in_afterwards_signed_nothing() -> None:
    text = "A peace agreement signed in Goma in March 2009, after which the rebels joined the army, collapsed in April."
    steps = {c.slots["stage"]: fillers(c, "parties") for c in told("en", text) if c.kind == "agreement"}
    assert steps == {"signed": [], "collapsed": []}
