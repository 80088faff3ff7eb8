"""What looks like a pattern that a rule reads and is another: claims, numbers, weekends, blame."""

from __future__ import annotations

import pytest

from gencatan import Claim
from tests.reading.told import fillers, only, told

PUBLISHED = "2024-03-14"


def _day(claim: Claim) -> str:
    return f"{claim.date.start}..{claim.date.end}" if claim.date is not None else "-"


@pytest.mark.parametrize(
    ("text", "kind", "slot", "doers"),
    [
        (
            "The rebels denied the government's claim that they had killed 12 civilians.",
            "casualty",
            "perpetrator",
            "rebels",
        ),
        ("The army denied the rebels' claim that they had killed 12 soldiers.", "casualty", "perpetrator", "rebels"),
        ("The army denied the rebels' claim that it had lost the town.", "territory", "by", "army"),
        ("Fighters denied the ministry's claim that they had attacked the convoy.", "event", "actor", "Fighters"),
        ("The army repeated the villagers' complaint that they were shelled.", "event", "target", "villagers"),
        (
            "The rebels denied the army's accusation that they had killed 12 civilians.",
            "casualty",
            "perpetrator",
            "rebels",
        ),
    ],
)
def test_the_pronoun_s_number_tells_who_is_meant(text: str, kind: str, slot: str, doers: str) -> None:
    assert fillers(only(told("en", text, PUBLISHED), kind), slot) == [doers]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Russia launched strikes against about 40 targets on Monday.", "2024-03-11..2024-03-11"),
        ("Police used tear gas against some 400 protesters on Sunday.", "2024-03-10..2024-03-10"),
        ("The army fought against more than 200 rebels on Monday.", "2024-03-11..2024-03-11"),
        ("Monitors recorded 30 explosions near Agdam, against about 40 in February.", "-"),
        ("Monitors recorded 30 explosions near Agdam, against only 12 in May 2023.", "-"),
    ],
)
def test_a_number_that_an_act_is_against_leaves_it_its_day(text: str, day: str) -> None:
    assert _day(only(told("en", text, PUBLISHED), "event")) == day


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("The ceasefire holds until the weekend.", "agreement", "None..2024-03-17"),
        ("The ceasefire held until the weekend.", "agreement", "None..2024-03-10"),
        ("The talks will end before the weekend.", "meeting", "None..2024-03-15"),
        ("The talks ended before the weekend.", "meeting", "None..2024-03-08"),
    ],
)
def test_up_to_which_weekend_goes_by_the_tense(text: str, kind: str, day: str) -> None:
    assert _day(only(told("en", text, PUBLISHED), kind)) == day


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nobody was blamed for the bombing in Kabul.", "event"),
        ("The police have not blamed the gang for the murder of the judge.", "casualty"),
        ("The minister refused to blame Iran for the attack in Basra.", "event"),
    ],
)
def test_an_act_for_which_nobody_is_blamed_stays(text: str, kind: str) -> None:
    act = only(told("en", text, PUBLISHED), kind)
    assert (act.status, fillers(act, "actor"), fillers(act, "perpetrator")) == ("asserted", [], [])


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Istanbul fell to the opposition in 2019.", "territory", 0),
        ("Delhi fell to a coalition led by the National Front.", "territory", 0),
        ("England fell to the Germans on penalties.", "territory", 0),
        ("The town fell to the rebels on Monday.", "territory", 1),
        ("Rebels and militiamen fought near the river. Aleppo fell to the opposition on Monday.", "territory", 1),
        ("The union attributed the strike to the government.", "statement", 0),
        ("The ministry attributed the deaths to a bacterium.", "statement", 0),
        ("The inquiry traced the explosion to a company in Leeds.", "statement", 0),
        ("The police traced the bombing to the rebels.", "statement", 1),
        ("The ministry attributed the attack to Chinese hackers.", "statement", 1),
        ("Delegates were told of the attack during a peace conference in Nairobi.", "meeting", 1),
        ("The general told a conference in Tokyo that the army was too weak.", "meeting", 0),
        ("Turkey lifted its objection to Sweden joining the alliance.", "statement", 0),
        ("Turkey repeated its objection to Sweden joining the alliance.", "statement", 1),
        ("Police described the suspects' money as fake.", "statement", 0),
        ("The minister described the accusations as fake.", "statement", 1),
    ],
)
def test_words_of_elections_strikes_and_forgers(text: str, kind: str, found: int) -> None:
    assert len([c for c in told("en", text, PUBLISHED) if c.kind == kind]) == found


def test_a_refusal_that_is_dropped_rejects_nothing() -> None:
    acts = [c.slots.get("act") for c in told("en", "The EU dropped its refusal to recognise the junta.", PUBLISHED)]
    assert "reject" not in acts
    repeated = told("en", "The EU repeated its refusal to recognise the junta.", PUBLISHED)
    assert [c.slots["act"] for c in repeated] == ["reject"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The court declared the agreement void.", []),
        ("The supreme court struck down the peace deal with the rebels on Monday.", ["rebels"]),
        ("The rebels declared the agreement void.", ["rebels"]),
    ],
)
def test_a_court_that_undoes_an_agreement_is_no_side_of_it(text: str, parties: list[str]) -> None:
    claim = only(told("en", text, PUBLISHED), "agreement", stage="collapsed")
    assert fillers(claim, "parties") == parties


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The toll stands at 40 since the attack began on Friday.", "2024-03-08..None"),
        ("The toll rose to 40 after the shelling began on Friday.", "-"),
    ],
)
def test_since_when_a_toll_counts(text: str, day: str) -> None:
    assert _day(only(told("en", text, PUBLISHED), "casualty")) == day


@pytest.mark.parametrize(
    ("text", "kind", "slot", "whom"),
    [
        (
            "Police arrested the colonel. The attorney general's office charged him with treason.",
            "statement",
            "addressee",
            ["colonel"],
        ),
        ("The attorney general's office charged him with treason.", "statement", "addressee", []),
        ("Rebels stormed the governor's office and killed him.", "casualty", "victims", ["governor"]),
    ],
)
def test_whose_office_acts_does_nothing_to_himself(text: str, kind: str, slot: str, whom: list[str]) -> None:
    assert fillers(only(told("en", text, PUBLISHED), kind), slot) == whom
