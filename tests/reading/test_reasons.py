"""What a denial reaches, why something was done, and what a meeting is about."""

from __future__ import annotations

import pytest

from tests.reading.told import only, told

DENIED = [
    ("The minister denied that the army had attacked the convoy.", "event"),
    ("The army did not launch attacks on the camps.", "event"),
    ("There is no evidence that soldiers attacked the village.", "event"),
    ("The envoys refused to return to the talks.", "meeting"),
]
AROUND = [
    ("The colonel has not been seen since the signing of a plan to quell the fighting in the hills.", "event"),
    ("The agency does not have a rule for targeting children.", "event"),
    ("I cannot begin to understand why the party wants to pull out 500 troops.", "event"),
    ("The blast was not a suicide attack, the army said.", "event"),
    ("The wall is vital to stop gunmen from infiltrating the settlements.", "event"),
]


@pytest.mark.parametrize(("text", "kind"), DENIED)
def test_what_is_denied_itself(text: str, kind: str) -> None:
    assert [c.status for c in told("en", text) if c.kind == kind] == ["denied"]


@pytest.mark.parametrize(("text", "kind"), AROUND)
def test_what_only_stands_near_a_denial_is_no_denied_act(text: str, kind: str) -> None:
    assert not [c for c in told("en", text) if c.kind == kind and c.status == "denied"]


def test_a_denied_clause_does_not_deny_what_it_was_in() -> None:
    found = told("en", "The commander denied that his men looted the stores during an ambush on the village of Kora.")
    assert {c.status for c in found if c.kind == "event" and c.evidence[0].text.startswith("ambush")} <= {"asserted"}
    found = told("id", "Tidak ada warga Indonesia yang menjadi korban dalam ledakan di Kabul, kata diplomat itu.")
    assert [c.status for c in found if c.kind == "event" and c.slots["act"] == "explosion"] == ["asserted"]


REASONS = [
    ("The men were jailed for a minimum of 17 years.", None),
    ("The men were jailed for the murder of two judges.", "the murder of two judges"),
    ("Troops pulled out of Darfur because of a lack of support.", "a lack of support"),
    ("Armed men took hostages to press their demands.", "to press their demands"),
]


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_a_reason_says_why(text: str, reason: str | None) -> None:
    causes = [getattr(c.slots.get("cause"), "text", None) for c in told("en", text) if c.kind == "event"]
    assert reason in causes
    assert len(set(causes)) <= 2


TOPICS = [
    ("A meeting of the Security Council in Vienna on Monday ended without a result.", None),
    ("Seoul agreed at the talks in Geneva on Monday to dismantle the plant.", None),
    ("The envoys met the rebels on Monday for talks.", None),
    ("The president held a meeting with the rebels to agree on a date.", "to agree on a date"),
    ("The envoys held talks with the rebels on the release of captives.", "the release of captives"),
]


@pytest.mark.parametrize(("text", "topic"), TOPICS)
def test_a_topic_is_what_is_talked_about(text: str, topic: str | None) -> None:
    found = [c for c in told("en", text) if c.kind == "meeting"]
    assert found
    assert {getattr(c.slots.get("topic"), "text", None) for c in found} == {topic}


def test_who_meets_is_no_topic() -> None:
    claim = only(told("en", "A meeting of the border commission in Vienna ended on Monday."), "meeting")
    assert "topic" not in claim.slots
