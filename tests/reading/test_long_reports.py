"""What long reports do: asides between a verb and its object, counts as sources, pronouns past clauses that only
describe, tolls of what goes on."""

from __future__ import annotations

import pytest

from gencatan.model import Count
from tests.reading.told import fillers, only, outline, sources, told


def _counts(text: str, harm: str) -> set[int | None]:
    found = [c.slots.get("count") for c in told("en", text) if c.kind == "casualty" and c.slots.get("harm") == harm]
    return {count.min for count in found if isinstance(count, Count)}


@pytest.mark.parametrize(
    ("text", "victims", "source"),
    [
        ("Gunmen killed, according to the hospital, forty patients.", ["forty patients"], ["hospital"]),
        ("Militiamen went through the wards and killed, witnesses say, nine nurses.", ["nine nurses"], ["witnesses"]),
        ("The bomb killed, by the Red Cross's count, thirty people.", ["thirty people"], ["Red Cross"]),
        ("The war has killed, it is estimated, 40,000 people.", ["40,000 people"], []),
    ],
)
def test_an_aside_does_not_part_a_verb_from_its_object(text: str, victims: list[str], source: list[str]) -> None:
    toll = only(told("en", text), "casualty", harm="killed")
    assert fillers(toll, "victims") == victims
    assert sources(toll) == source


@pytest.mark.parametrize(
    ("text", "kind", "slot", "words"),
    [
        ("Rebels burned, by their own account, sixteen villages.", "event", "target", ["sixteen villages"]),
        ("Rebels released, after a month of talks, twelve hostages.", "event", "target", ["twelve hostages"]),
    ],
)
def test_nor_one_of_acts(text: str, kind: str, slot: str, words: list[str]) -> None:
    assert words in [fillers(c, slot) for c in told("en", text) if c.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked, according to the defence minister, Ehud Barak, on Monday.",
        "The rebels attacked, in Ambon, Poso and Aceh, on Monday.",
        "The rebels attacked, the troops fled, and the town fell.",
    ],
)
def test_what_only_stands_behind_commas_is_no_object(text: str) -> None:
    attacks = [c for c in told("en", text) if c.kind == "event" and c.slots.get("act") == "attack"]
    assert not [words for c in attacks for words in fillers(c, "target")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("By the army's own count, 300 villagers have been killed since June.", ["army"]),
        ("By UN estimates, 300 villagers have been killed since June.", ["UN"]),
        ("Nine of the refugees, by the Red Cross's reckoning, perished.", ["Red Cross"]),
        ("Some 300 villagers have been killed, by most accounts, since June.", []),
    ],
)
def test_whose_count_it_is_killed_nobody(text: str, source: list[str]) -> None:
    found = told("en", text)
    toll = only(found, "casualty", harm="killed")
    assert (fillers(toll, "perpetrator"), sources(toll)) == ([], source)


def test_who_does_it_after_by_still_does() -> None:
    toll = only(told("en", "Three hundred villagers were killed by the guerrillas."), "casualty")
    assert fillers(toll, "perpetrator") == ["guerrillas"]


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        (
            "The mayor leads a patrol of sixty peasants, with guns that the army left. They killed nine guerrillas.",
            ["patrol of sixty peasants"],
        ),
        ("In the camp, where 900 families were living, gunmen came. They killed nine women.", ["gunmen"]),
        ("In the garrison town of Khasavyurt, rebels gathered. They killed nine guards.", ["rebels"]),
        ("The mortar that landed on the American embassy made no sound. It killed nine people.", []),
        ("The army shelled the rebels. It killed nine of them.", ["army"]),
    ],
)
def test_who_is_named_in_passing_is_not_who_goes_on(text: str, perpetrator: list[str]) -> None:
    assert fillers(only(told("en", text), "casualty", harm="killed"), "perpetrator") == perpetrator


@pytest.mark.parametrize(
    ("text", "victims", "perpetrator"),
    [
        ("Guerrillas attacked the soldiers in March and killed eleven of them.", ["soldiers"], ["Guerrillas"]),
        ("Rebels held twelve engineers. They killed three of them on Monday.", ["engineers"], ["Rebels"]),
        ("The patrol opened fire on women washing clothes, killing two of them.", ["women"], ["patrol"]),
    ],
)
def test_of_whom_there_were_so_many(text: str, victims: list[str], perpetrator: list[str]) -> None:
    toll = only(told("en", text), "casualty", harm="killed")
    assert (fillers(toll, "victims"), fillers(toll, "perpetrator")) == (victims, perpetrator)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The siege, mounted in April 1992 by the army, has claimed ten thousand lives.", "1992-04-01", None),
        ("The war, launched in 1980 by students, has taken 25,000 lives.", "1980-01-01", None),
        ("The raid, launched on March 4 by the army, killed 40 rebels.", "2024-03-04", "2024-03-04"),
    ],
)
def test_since_when_what_goes_on_has_killed(text: str, start: str, end: str | None) -> None:
    when = only(told("en", text), "casualty", harm="killed").date
    assert when is not None
    assert (when.start, when.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "harm", "counts"),
    [
        ("A nurse was among the five dead.", "killed", {1, 5}),
        ("Two children were among the nine killed.", "killed", {2, 9}),
        ("Among the 40 wounded were three nuns.", "injured", {3, 40}),
        ("Nine people died. A priest was among the dead.", "killed", {1, 9}),
    ],
)
def test_the_toll_of_all_among_whom_one_was(text: str, harm: str, counts: set[int | None]) -> None:
    assert _counts(text, harm) == counts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The rebels of the March 23 Movement took Goma.", None),
        ("The November 17 group attacked an office.", None),
        ("Rebels took Goma on March 3, a Sunday, and killed nine people.", "March 3, a Sunday"),
        ("Rebels took Goma on March 3.", "March 3"),
    ],
)
def test_a_day_in_a_groups_name_dates_nothing(text: str, words: str | None) -> None:
    dates = {c.date.span.text if c.date is not None else None for c in told("en", text)}
    assert dates == {words}


def test_a_group_is_called_by_its_day() -> None:
    taken = only(told("en", "The rebels of the March 23 Movement took Goma."), "territory")
    assert fillers(taken, "by") == ["rebels of the March 23 Movement"]


def test_a_war_of_so_many_years_is_not_of_the_day_of_a_defeat() -> None:
    text = "The fall of the pass on March 2, the worst defeat in seventeen years of war, opened the road to Jaffna."
    when = only(told("en", text), "event", act="clash").date
    assert when is None or "March" not in when.span.text


def test_a_third_assault_is_not_where_the_last_act_was() -> None:
    text = "A shell killed nine people in Greystone on March 2. The third assault began on March 5."
    place = only(told("en", text), "event", act="attack").place
    assert place is None or place.span.text != "Greystone"


def test_here_is_not_in_a_groups_name() -> None:
    text = "The Liberation Tigers of Tamil Eelam retreated. The army lost 1,200 men here in 1990."
    place = only(told("en", text), "casualty").place
    assert place is not None
    assert place.span.text == "here"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The insurgents held the hill, firing from the roofs until helicopters chased them off.", "asserted"),
        ("The insurgents will hold the hill, firing from the roofs until the army leaves.", "conditional"),
    ],
)
def test_until_it_was_over_is_no_condition(text: str, status: str) -> None:
    assert only(told("en", text), "event", act="attack").status == status


def test_nobody_is_no_source() -> None:
    found = told("en", "Nobody has told us that the ceasefire has collapsed, a colonel said.")
    assert not [c for c in found if "Nobody" in sources(c)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guerrillas marched towards the border with mortars.", ["event asserted movement"]),
        ("Two villagers were caught in the crossfire begun by the rebels.", ["event asserted clash"]),
        ("The rival militias turned on each other.", ["event asserted clash"]),
        ("At midnight they initialled a paper on the status of the enclave.", ["agreement asserted other signed"]),
        ("The rebels sent a list of their grievances.", []),
    ],
)
def test_words_of_reportage(text: str, expected: list[str]) -> None:
    assert [outline(c) for c in told("en", text)] == expected


def test_who_drops_a_cause_is_no_bomber_and_who_fears_for_his_life_warns_nobody() -> None:
    assert not [c for c in told("en", "The minister fears for his life.") if c.kind == "statement"]
    assert only(told("en", "Jets dropped napalm on the rebels' camp."), "event", act="air_strike")
    assert not [c for c in told("en", "The ministry dropped the case.") if c.slots.get("act") == "air_strike"]


@pytest.mark.parametrize(
    ("text", "mediators"),
    [
        ("The two sides have been bargaining under the eye of a United Nations mediator.", ["United Nations mediator"]),
        ("Norway has been trying to coax both sides to the negotiating table.", ["Norway"]),
        ("The children crossed the square under the eye of an envoy.", []),
    ],
)
def test_under_whose_eye_they_talk(text: str, mediators: list[str]) -> None:
    assert [words for c in told("en", text) if c.kind == "mediation" for words in fillers(c, "mediator")] == mediators


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The war has driven nearly a million villagers abroad.", {1000000}),
        ("The offensive drove a quarter of a million villagers out of their homes.", {250000}),
        ("The bus drove forty villagers out of the town.", set()),
    ],
)
def test_who_is_driven_from_home(text: str, count: set[int | None]) -> None:
    assert _counts(text, "displaced") == count
