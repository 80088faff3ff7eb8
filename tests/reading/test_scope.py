"""What only stands within a plan, a guess, a wish or a purpose is not told for itself."""

from __future__ import annotations

import pytest

from tests.reading.told import only, told

UNTOLD = [
    ("The paper said the guards had the right to attack any convoy in the valley.", "event"),
    ("The envoy was in Oslo for talks to broker a ceasefire between the rebels and the army.", "agreement"),
    ("The commission tried to persuade the militia to support the government.", "statement"),
    ("It is likely that they will be deported soon.", "event"),
    ("The sides will take more precautions for the executions of Barzan and Bander.", "event"),
]
TOLD = [
    ("The garrison repelled an attempt to storm the barracks.", "attack", "asserted"),
    ("France was the first country to bomb the rebel camps.", "air_strike", "asserted"),
    ("The fears of an attack on the port have grown.", "attack", "possible"),
    ("The generals announced plans for an attack on the port.", "attack", "planned"),
    ("The blast in the market was probably caused by a gas leak.", "explosion", "asserted"),
]


@pytest.mark.parametrize(("text", "kind"), UNTOLD)
def test_what_is_only_aimed_at_is_no_claim(text: str, kind: str) -> None:
    assert not [c for c in told("en", text) if c.kind == kind and c.slots.get("act") != "appeal"]


WHOEVER = [
    ("en", "Anyone who breaks the truce will be punished, the general said.", "agreement"),
    ("en", "Whoever shoots at villagers will be arrested, the minister said.", "event"),
    ("id", "Siapa pun yang melanggar gencatan senjata akan dihukum, kata jenderal itu.", "agreement"),
]


@pytest.mark.parametrize(("language", "text", "kind"), WHOEVER)
def test_a_rule_for_anybody_tells_of_no_act(language: str, text: str, kind: str) -> None:
    assert not [c for c in told(language, text) if c.kind == kind]
    somebody = (
        text.replace("Anyone who", "The rebel who").replace("Whoever", "A man who").replace("Siapa pun", "Milisi")
    )
    assert [c for c in told(language, somebody) if c.kind == kind]


@pytest.mark.parametrize(("text", "act", "status"), TOLD)
def test_what_is_told(text: str, act: str, status: str) -> None:
    assert [c.status for c in told("en", text) if c.kind == "event" and c.slots["act"] == act] == [status]


def test_what_a_plan_is_to_end_is_there() -> None:
    text = "The president unveiled a plan to avenge the killing of four contractors in Kora."
    assert only(told("en", text), "casualty", harm="killed").status == "asserted"


def test_a_proposal_that_is_welcomed_is_no_proposal_to_welcome() -> None:
    claim = only(told("en", "The king made a proposal welcomed by the rebels."), "statement", act="support")
    assert claim.status == "asserted"


ASKED = [
    ("The colonel told the men that the rebels must leave the port.", 1),
    ("Should the rebels attack the port, the army will answer, the colonel said.", 0),
    ("The colonel said there must be wounded men in the port.", 0),
    ("The colonel said the army would need to leave the port in such a case.", 0),
    ('"Let us into the port and let us work," the relief chief said.', 1),
]


@pytest.mark.parametrize(("text", "number"), ASKED)
def test_what_is_required_of_somebody(text: str, number: int) -> None:
    found = [c for c in told("en", text) if c.kind == "statement" and c.slots["act"] in ("demand", "appeal")]
    assert len(found) == number


def test_who_is_invited_to_a_meeting_has_yet_to_meet() -> None:
    found = told("en", "Iraq has invited the foreign ministers of its neighbours to a meeting in Baghdad.")
    assert [c.status for c in found if c.kind == "meeting"] == ["planned"]


PERMITTED = [
    ("en", "On Monday parliament approved the deployment of 500 troops to Mali.", "planned"),
    ("en", "He urged Khartoum to accept the deployment of 20,000 troops.", "called_for"),
    ("id", "Pada Senin parlemen menyetujui pengerahan 500 tentara ke Mali.", "planned"),
    ("en", "The minister praised the deployment of 500 troops to Mali.", "asserted"),
]


@pytest.mark.parametrize(("language", "text", "status"), PERMITTED)
def test_a_deployment_that_is_let_come_is_yet_to_come(language: str, text: str, status: str) -> None:
    claim = only(told(language, text), "deployment")
    assert claim.status == status
    assert claim.date is None, "the day is that of who approves"
