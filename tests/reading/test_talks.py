"""Talks, truces and those who stand between: what is planned, who only says it, whose pledge it is."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, sources, told

TIMETABLES = [
    ("The Security Council meets on Monday.", "planned", "2024-03-18"),
    ("The foreign ministers, who meet in Vienna on Monday, will not speak to the press.", "planned", "2024-03-18"),
    ("The Security Council met on Monday.", "asserted", "2024-03-11"),
    ("The summit opens in Cairo on April 2.", "planned", "2024-04-02"),
    ("The summit opened in Cairo on April 2.", "asserted", "2023-04-02"),
]


@pytest.mark.parametrize(("text", "status", "day"), TIMETABLES)
def test_a_plain_present_with_a_day_is_a_timetable(text: str, status: str, day: str) -> None:
    claim = only(told("en", text), "meeting")
    assert claim.date is not None
    assert (claim.status, str(claim.date.start)) == (status, day)


def test_a_semicolon_ends_what_somebody_says() -> None:
    found = told("en", "The ministry said its men had been attacked; the rebels said an army patrol shelled a village.")
    assert sources(only(found, "event", act="attack")) == ["ministry"]
    assert sources(only(found, "event", act="shelling")) == ["rebels"]


def test_a_semicolon_with_a_mark_of_what_is_said_does_not_end_it() -> None:
    found = told("en", "The ministry said that rebels attacked a post; that they shelled a village.")
    assert sources(only(found, "event", act="shelling")) == ["ministry"]


def test_what_is_called_something_is_not_done_by_who_says_so() -> None:
    found = told("en", "The minister called the attack a crime.")
    assert "actor" not in only(found, "event").slots
    assert only(found, "statement").slots["act"] == "condemn"
    assert not [c for c in told("en", "The minister called the charge a fabrication.") if c.kind == "meeting"]
    assert (
        only(told("en", "The president called the Turkish president on Monday."), "meeting").slots["format"] == "phone"
    )


def test_who_is_held_responsible_is_no_captive() -> None:
    found = told("en", "European monitors hold the besiegers responsible for the violations.")
    assert [(c.kind, c.slots.get("act")) for c in found if c.kind in ("casualty", "event", "statement")] == [
        ("statement", "accuse")
    ]
    assert only(told("en", "The rebels hold hostages in the valley."), "event").slots["act"] == "abduction"


def test_who_is_sent_is_no_investigator() -> None:
    assert not told("en", "The bloc sent its foreign minister to the capital.")
    found = told("en", "The Australian government sent detectives to the capital.")
    assert only(found, "event").slots["act"] == "investigation"


def test_who_negotiates_a_truce_alone_stands_between() -> None:
    found = told("en", "A truce negotiated by Norway took effect on Monday.")
    assert fillers(only(found, "mediation"), "mediator") == ["Norway"]
    assert "parties" not in only(found, "agreement", stage="in_effect").slots
    found = told("en", "The rebels negotiated a truce with Norway.")
    assert not [c for c in found if c.kind == "mediation"]


def test_what_lies_before_those_who_accept_it_is_there() -> None:
    found = told("en", "The cabinet voted to accept a ceasefire proposed by Egypt.")
    assert only(found, "agreement", stage="proposed").status == "asserted"


PLEDGES = [
    ("The rebels said they would free the captives if the army stayed away.", "rebels"),
    ("The rebels said they would free the captives as long as the army stayed away.", "rebels"),
    ("The rebels will free the captives if the army stays away, their spokesman said.", "rebels"),
]


@pytest.mark.parametrize(("text", "obligor"), PLEDGES)
def test_a_side_pledges_for_itself_in_the_third_person_too(text: str, obligor: str) -> None:
    claim = only(told("en", text), "obligation", action="release", basis="pledge")
    assert claim.status == "conditional"
    assert "condition" in claim.slots
    assert [w.removeprefix("The ") for w in fillers(claim, "obligor")] == [obligor]


def test_nobody_pledges_for_a_foe() -> None:
    found = told("en", "The president said the rebels would leave the town if the army let them.")
    assert not [c for c in found if c.kind == "obligation"]


def test_what_the_terms_bar_is_asked_for() -> None:
    found = told("en", "Under the agreement, the army may not fly over the valley.")
    claim = only(found, "obligation", basis="agreement")
    assert (claim.status, fillers(claim, "obligor")) == ("called_for", ["army"])


def test_ministers_are_no_business_firm() -> None:
    found = told("en", "The truce was agreed by the two foreign ministers.")
    assert fillers(only(found, "agreement", stage="agreed"), "parties") == ["two foreign ministers"]
    assert not told("en", "The company agreed a truce with its rival in a row over prices.")


def test_what_is_insisted_on_is_asked_for_where_the_verb_is_bare() -> None:
    found = told("en", "The rebels insisted that the army leave the valley.")
    assert only(found, "statement", act="demand").status == "asserted"
    assert only(found, "deployment").status == "called_for"
    found = told("en", "The rebels insisted that the army had left the valley.")
    assert only(found, "event", act="retreat").status == "asserted"
    assert not [c for c in found if c.kind == "statement"]


def test_to_promise_not_to_punish_is_no_duty_to_punish() -> None:
    found = told("en", "The president promised that no rebel would be punished.")
    assert only(found, "obligation").slots["action"] == "other"
    found = told("en", "The president promised that the killers would be punished.")
    assert only(found, "obligation").slots["action"] == "punish"


def test_a_charge_with_a_clause_is_an_accusation() -> None:
    found = told("en", "The minister charged that gunboats had rammed three trawlers.")
    assert only(found, "statement").slots["act"] == "accuse"
    assert not [c for c in told("en", "The troops charged across the bridge.") if c.kind == "statement"]


def test_talks_that_are_put_off_are_no_sanction() -> None:
    found = told("id", "Perundingan kedua pihak ditunda hingga pekan depan.")
    claim = only(found, "meeting")
    assert (claim.status, fillers(claim, "participants")) == ("planned", ["kedua pihak"])
    assert not [c for c in found if c.kind == "event"]


def test_both_sides_are_those_that_last_fought_or_made_a_deal() -> None:
    text = "Thailand and Cambodia clashed near a temple on Thursday. The two sides held talks in Malaysia on Monday."
    assert fillers(only(told("en", text), "meeting"), "participants") == ["Thailand", "Cambodia"]
    text = "Thailand and Cambodia signed a truce on Monday. Both governments will meet in Jakarta."
    assert fillers(only(told("en", text), "meeting"), "participants") == ["Thailand", "Cambodia"]
    text = "Two villages were shelled on Thursday. The two sides held talks in Malaysia on Monday."
    assert fillers(only(told("en", text), "meeting"), "participants") == ["two sides"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The deal was brokered by the United Nations at talks in Sweden.", "asserted"),
        ("Talks between the camps were put off indefinitely when one delegation stayed away.", "denied"),
        ("War games would be suspended while negotiations went on, the president said.", "asserted"),
    ],
)
def test_talks_are_told_of_without_those_who_take_part(text: str, status: str) -> None:
    meeting = next(c for c in told("en", text) if c.kind == "meeting")
    assert (meeting.status, meeting.slots.get("participants")) == (status, None)


def test_talks_that_only_name_a_topic_are_not() -> None:
    assert all(c.kind != "meeting" for c in told("en", "The minister is an expert in peace talks."))


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("en|The two sides hold talks in Geneva next week.", "meeting", "planned"),
        ("en|France withdraws its troops from Mali next month.", "deployment", "planned"),
        ("en|The ministers meet in Doha tomorrow.", "meeting", "planned"),
        ("en|The rebels signed the truce on Monday and met the mediators the next day.", "meeting", "asserted"),
        ("en|The two sides held talks in Geneva last week.", "meeting", "asserted"),
        ("id|Perundingan kedua pihak kembali dilakukan pekan depan di Jenewa.", "meeting", "planned"),
        ("id|Menteri luar negeri kedua negara bertemu besok di Doha.", "meeting", "planned"),
        ("id|Delegasi kedua negara bertemu keesokan harinya di Doha.", "meeting", "asserted"),
    ],
)
def test_words_of_a_time_to_come_make_a_plan(text: str, kind: str, status: str) -> None:
    language, _, words = text.partition("|")
    assert only(told(language, words), kind).status == status


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("en|The president was set to meet the rebel leaders in Karu on Tuesday to discuss the border.", "the border"),
        ("en|The army began talks with the rebels aimed at ending the siege.", "aimed at ending the siege"),
        ("en|The European Union is open to talks with Iran to resolve the dispute.", "to resolve the dispute"),
        ("id|Presiden dijadwalkan bertemu dengan utusan PBB di Riyad, untuk membahas perbatasan.", "perbatasan"),
        ("id|Wakil presiden bertemu dengan utusan AS dalam upaya mengakhiri krisis.", "mengakhiri krisis"),
    ],
)
def test_what_a_meeting_is_for_is_its_topic(text: str, topic: str) -> None:
    language, _, words = text.partition("|")
    meeting = only(told(language, words), "meeting", format="talks")
    assert meeting.slots["topic"].text == topic  # type: ignore[union-attr]


def test_what_talks_aim_at_did_not_happen() -> None:
    found = told("en", "Talks aimed at ending the siege opened in Oslo between the army and the rebels.")
    assert fillers(only(found, "meeting"), "participants") == ["army", "rebels"]
    assert [c.kind for c in found] == ["meeting"]


def test_who_fights_meanwhile_does_not_talk() -> None:
    found = told("en", "Talks stalled on Monday as clashes broke out between the army and the rebels.")
    assert fillers(only(found, "event", act="clash"), "actor") == ["army", "rebels"]
    assert fillers(only(found, "meeting"), "participants") == []


def test_talks_that_must_begin_under_an_accord_are_owed() -> None:
    text = "The army and the rebels signed an accord. Under the accord, talks on a border must {} by 3 May."
    duty = only(told("en", text.format("begin")), "obligation")
    assert duty.slots["action"] == "hold_talks"
    assert all(c.kind != "obligation" for c in told("en", "Talks on a border began on 3 May in Oslo."))


@pytest.mark.parametrize(
    "text",
    ["en|The rebels delayed the release of 600 prisoners.", "id|Pemberontak menunda pembebasan 600 tahanan."],
)
def test_what_is_put_off_has_not_been_done(text: str) -> None:
    language, _, words = text.partition("|")
    assert all(c.status != "asserted" for c in told(language, words) if c.kind == "event")


def test_a_pledge_that_is_welcomed_is_no_visitor() -> None:
    assert all(claim.kind != "meeting" for claim in told("en", "The pledge was welcomed by the UN envoy."))
    assert only(told("en", "The king welcomed the envoy at the palace."), "meeting", format="visit")


def test_whose_summit_somebody_hosts_take_part_in_it() -> None:
    met = only(told("en", "Russia has offered to host a summit of the two leaders."), "meeting")
    assert fillers(met, "participants") == ["Russia", "two leaders"]
    assert "topic" not in met.slots


@pytest.mark.parametrize(
    "text",
    [
        "en|The two sides held talks on the release of prisoners.",
        "en|The minister arrived in Baghdad for talks with his counterpart on the withdrawal of Kurdish fighters.",
        "id|Kedua pihak menggelar perundingan tentang pembebasan tawanan.",
    ],
)
def test_what_talks_are_about_that_may_yet_be_done_was_not_done(text: str) -> None:
    language, words = text.split("|")
    assert all(claim.kind != "event" for claim in told(language, words))
    assert only(told("en", "The two sides met on Monday after the release of 40 prisoners."), "event", act="release")


def test_who_came_for_talks_on_a_day_came_on_a_day_of_the_past() -> None:
    past = only(told("en", "The envoy arrived in Baghdad on Sunday for talks with the president."), "meeting")
    ahead = only(told("en", "The envoy will arrive in Baghdad on Sunday for talks with the president."), "meeting")
    assert past.date is not None
    assert ahead.date is not None
    assert (past.date.start, ahead.date.start) == ("2024-03-10", "2024-03-17")


@pytest.mark.parametrize(
    ("text", "status", "participants"),
    [
        (
            "The Council called an emergency meeting of its ambassadors for Friday.",
            "planned",
            ["Council", "ambassadors"],
        ),
        ("The Council held an emergency meeting on Friday.", "asserted", ["Council"]),
        ("It was the first meeting between the two presidents for thirty years.", "asserted", ["two presidents"]),
        (
            "The two sides agreed to swap lists before the next session, to be held in Rome in May.",
            "planned",
            ["two sides"],
        ),
        ("The next round of talks is due to open in Rome next month, diplomats said.", "planned", []),
        (
            "The navy freed a pilot after a call between the two foreign ministers.",
            "asserted",
            ["two foreign ministers"],
        ),
        (
            "The navy freed a pilot after talks between the two foreign ministers.",
            "asserted",
            ["two foreign ministers"],
        ),
    ],
)
def test_when_a_meeting_is_and_who_is_there(text: str, status: str, participants: list[str]) -> None:
    meeting = only(told("en", text), "meeting")
    named = [words.removeprefix("its ") for words in fillers(meeting, "participants")]
    assert (meeting.status, named) == (status, participants)


@pytest.mark.parametrize(
    ("text", "mediator"),
    [
        ("Mali and Chad accepted a Norwegian-drafted truce on Sunday.", "Norwegian"),
        ("The Secretary-General will act as intermediary between the two governments.", "Secretary-General"),
        (
            "Envoys from Mali met in Rome on Monday under the chairmanship of a Norwegian diplomat.",
            "Norwegian diplomat",
        ),
    ],
)
def test_more_ways_to_stand_between(text: str, mediator: str) -> None:
    assert fillers(only(told("en", text), "mediation"), "mediator") == [mediator]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The directors of military operations will speak by phone on Monday."),
        ("id", "Kepala operasi militer kedua negara dijadwalkan berbicara lewat telepon pada Senin."),
    ],
)
def test_what_an_office_is_for_is_no_operation(language: str, text: str) -> None:
    assert [c.kind for c in told(language, text)] == ["meeting"]


def test_who_agrees_on_a_thing_at_talks_takes_part_in_them() -> None:
    (met,) = [
        c for c in told("en", "The army and the rebels agreed on a truce at talks in Sweden.") if c.kind == "meeting"
    ]
    assert fillers(met, "participants") == ["army", "rebels"]


def test_who_brought_those_together_who_agreed_at_talks_takes_no_part() -> None:
    text = "Tentara dan pemberontak menyepakati gencatan senjata dalam perundingan yang diprakarsai PBB di Swedia."
    assert fillers(only(told("id", text), "meeting"), "participants") == ["Tentara", "pemberontak"]
