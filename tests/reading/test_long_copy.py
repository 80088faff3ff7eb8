"""What long copy tells besides its lead: who goes on speaking, whose charge is denied, whose day it was."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, sources, told, wording


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # who tells what others say goes on speaking
        (
            "A diplomat said that the Americans were pressing for a truce. Two children were killed in Kora, he added.",
            "diplomat",
        ),
        (
            "A priest said the militia had accused the farmers of spying. Three men were killed on Monday, he said.",
            "priest",
        ),
        # but a body is no "he"
        ("The army said its chief had warned the rebels to leave. Three men were killed, he said.", "its chief"),
        # a station is an "it" that speaks, and the rebels it told of are not
        ("Rebels fired mortars at the port, army radio said. It said three dockers were killed.", "army radio"),
        (
            "Gunmen attacked a convoy near Lodar, a local weekly reported. It said four drivers were killed.",
            "local weekly",
        ),
        ("Rebels fired mortars at the port. The ministry said three dockers were killed.", "ministry"),
    ],
)
def test_who_spoke_goes_on_speaking(text: str, speaker: str) -> None:
    assert sources(only(told("en", text), "casualty", harm="killed")) == [speaker]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The ministry denied accusations by the opposition that police had shot marchers in Lodar.", "denied"),
        ("The army denied claims by the rebels that it had shelled the village of Kora.", "denied"),
        ("The minister confirmed reports from the province that gunmen had abducted three engineers.", "asserted"),
        # who is told of by a relative clause is hurt, whoever reports
        ("The team studied reports of villages that bombs had destroyed.", "asserted"),
    ],
)
def test_whose_word_is_denied(text: str, status: str) -> None:
    assert {c.status for c in told("en", text) if c.kind == "event"} == {status}


def test_what_residents_report_is_not_done_to_them() -> None:
    claims = told("en", "The general denied reports by residents that bombs had fallen on a mosque.")
    assert [c for c in claims if c.kind == "event" and c.status == "asserted"] == []


@pytest.mark.parametrize(
    ("text", "harm", "year"),
    [
        (
            "The militia, which was founded in 1991 and which killed nine monks in the village, denied the charge.",
            "killed",
            "",
        ),
        (
            "The rebels, who have been at war with the state since 1964 and who hold nine soldiers, attacked Kora.",
            "abducted",
            "",
        ),
        ("The group, which signed a truce and abducted two engineers in 1995, has 900 men.", "abducted", "1995"),
        ("Soldiers shelled the village in 1995 and killed nine farmers.", "killed", "1995"),
    ],
)
def test_a_second_relative_clause_has_days_of_its_own(text: str, harm: str, year: str) -> None:
    date = only(told("en", text), "casualty", harm=harm).date
    assert (date.start or "" if date is not None else "")[:4] == year


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Kuwait urged Iraq to withdraw from the villages that it has held since August.", "Iraq"),
        ("Ethiopia asked Eritrea to hand back the territory that it occupied in 1998.", "Eritrea"),
        (
            "Lebanon's government repeated its call for Israel to leave the land that it has occupied since 1985.",
            "Israel",
        ),
        ("The president called on the rebels to leave the towns that they captured in May.", "rebels"),
        # who promises, or sends others, had it before
        ("Israel promised Egypt to return the land it has occupied since 1967.", "Israel"),
        ("The army sent a column to retake the village that it had lost in May.", "army"),
    ],
)
def test_who_is_asked_to_give_it_up_holds_it(text: str, holder: str) -> None:
    assert fillers(only(told("en", text), "territory"), "by") == [holder]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Britain urged Zaire to arrest Colonel Bokulu, who killed nine nuns in 1994.", []),
        ("Rwanda accused Zaire of arming the Interahamwe, which killed nine monks in 1994.", []),
        ("A diplomat said that Colonel Bokulu, who killed nine nuns in 1994, had fled.", ["diplomat"]),
        ("Rwanda accused Zaire of killing nine monks in 1994.", ["Rwanda"]),
    ],
)
def test_who_is_named_in_a_demand_is_told_of_by_the_outlet(text: str, source: list[str]) -> None:
    assert sources(only(told("en", text), "casualty", harm="killed")) == source


@pytest.mark.parametrize(
    ("text", "act", "cause"),
    [
        (
            "Israel launched an offensive on April 11 in an effort to stop the rebels.",
            "operation",
            "to stop the rebels",
        ),
        ("The army shelled the hills in a bid to cut off the rebels.", "shelling", "to cut off the rebels"),
        (
            "Guerrillas attacked the dam in an attempt to flood the valley.",
            "attack",
            "to flood the valley",
        ),
        # a thing with a purpose of its own, in which something happened
        ("Soldiers attacked the dam in a jeep to the west.", "attack", ""),
        ("Soldiers attacked the dam in the county.", "attack", ""),
    ],
)
def test_what_an_effort_is_for_is_why(text: str, act: str, cause: str) -> None:
    assert wording(only(told("en", text), "event", act=act), "cause") == cause


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Nine prisoners were taken from their cells and shot one by one.", [], ["Nine prisoners"]),
        ("Her husband and his brother were shot one after another.", [], ["Her husband", "his brother"]),
        ("The guards were disarmed and shot one after the other.", [], ["guards"]),
        # but whom somebody shoots may stand there
        ("Soldiers dragged nine men out and shot two by the river.", ["Soldiers"], ["two"]),
    ],
)
def test_one_by_one_is_how_and_not_whom(text: str, actor: list[str], target: list[str]) -> None:
    claim = only(told("en", text), "event", act="attack")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (actor, target)


@pytest.mark.parametrize(
    ("text", "addressee", "content"),
    [
        (
            "The king promised Aldo Marini, the American envoy, that he would free nine hostages.",
            ["Aldo Marini"],
            "that he would free nine hostages",
        ),
        ("The king promised Aldo Marini that he would free them.", ["Aldo Marini"], "that he would free them"),
        ("The king promised the release of nine hostages.", [], "the release of nine hostages"),
    ],
)
def test_who_is_promised_something_is_told_apart_from_it(text: str, addressee: list[str], content: str) -> None:
    claim = only(told("en", text), "statement", act="promise")
    assert (fillers(claim, "addressee"), wording(claim, "content")) == (addressee, content)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Four soldiers died when their truck drove over an anti-tank mine.", ""),
        ("Nine men were killed when their car ran over a land mine near Kora.", "Kora"),
        ("Two miners were killed by rebels in a gold mine.", "gold mine"),
        ("Six guards were killed by rebels on the road.", "road"),
    ],
)
def test_what_a_car_runs_over_is_no_place(text: str, place: str) -> None:
    found = only(told("en", text), "casualty", harm="killed").place
    assert (found.span.text if found is not None else "") == place
