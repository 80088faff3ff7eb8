"""Acts done with words: who says them, to whom, and what."""

from __future__ import annotations

import pytest

from gencatan import Claim
from gencatan.model import Span
from tests.reading.told import fillers, only, sources, told


def content(claim: Claim) -> str:
    """The words of the content, "" if there is none."""
    value = claim.slots.get("content")
    return value.text if isinstance(value, Span) else ""


# language, sentence, act, who is spoken to, what is said
SAID = [
    (
        "en",
        "The ministry called for Varland to use its influence with the rebels.",
        "appeal",
        ["Varland"],
        "to use its influence with the rebels",
    ),
    (
        "en",
        "The elders demanded that the peacekeepers leave the town.",
        "demand",
        ["peacekeepers"],
        "that the peacekeepers leave the town",
    ),
    ("en", "Protesters called for the truce to be scrapped.", "appeal", [], "the truce to be scrapped"),
    ("en", "The general made an appeal to all states to end their war.", "appeal", ["states"], "to end their war"),
    (
        "en",
        "The agency issued a warning that the town could run out of food.",
        "warn",
        [],
        "that the town could run out of food",
    ),
    ("en", "The union gave its backing to the peace plan.", "support", [], "the peace plan"),
    ("en", "The governor poured cold water on the plan for talks.", "reject", [], "the plan for talks"),
    ("en", "The opposition slammed the appointment of the general.", "condemn", [], "the appointment of the general"),
    # a text ends before what is only added
    (
        "en",
        "Officials warned that the toll could rise, as rescuers are still searching the rubble.",
        "warn",
        [],
        "that the toll could rise",
    ),
    (
        "en",
        "Its leaders should be punished, said Foreign Minister Ivo Karn.",
        "appeal",
        [],
        "Its leaders should be punished",
    ),
    ("id", "Kedua pihak harus menghentikan tembakan, kata Menteri Ivo Karn.", "demand", ["Kedua pihak"], ""),
]


@pytest.mark.parametrize(("language", "sentence", "act", "addressees", "words"), SAID)
def test_what_is_said_to_whom(language: str, sentence: str, act: str, addressees: list[str], words: str) -> None:
    claim = only(told(language, sentence), "statement", act=act)
    assert fillers(claim, "addressee") == addressees
    if words:
        assert content(claim) == words


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("en", "The militia issued a statement urging its supporters to stay away.", "militia"),
        ("en", "A party spokesman said: We stand by the report and we refute the allegations.", "party spokesman"),
        ("en", "“Stop the shelling,” the minister told the army.", "minister"),
    ],
)
def test_who_says_it(language: str, sentence: str, speaker: str) -> None:
    assert fillers(only(told(language, sentence), "statement"), "speaker") == [speaker]


@pytest.mark.parametrize(
    ("language", "sentence", "acts"),
    [
        # who turns an appeal down does not make it
        ("en", "The cabinet rejected a plea for peace.", {"reject"}),
        # refusals that are not made, and what others are only asked to do
        ("en", "Varland has not ruled out new sanctions.", set()),
        ("en", "The cleric called on his followers to defy the government.", {"appeal"}),
        ("en", "Police said witnesses told them that gunmen attacked the bank.", set()),
        ("en", "No one knows who is responsible for the attack.", set()),
        ("en", "The commander told his men that gunmen attacked the bank.", set()),
        ("en", "Did the army shell the town?, the minister asked.", set()),
    ],
)
def test_what_is_no_statement(language: str, sentence: str, acts: set[str]) -> None:
    assert {claim.slots["act"] for claim in told(language, sentence) if claim.kind == "statement"} == acts


def test_who_makes_a_plea_is_not_who_rejects_it() -> None:
    claims = told("en", "The cabinet rejected a plea for peace by the bishops.")
    assert fillers(only(claims, "statement", act="reject"), "speaker") == ["cabinet"]
    assert fillers(only(claims, "statement", act="appeal"), "speaker") == ["bishops"]


def test_a_refusal_in_a_negation_is_made() -> None:
    claim = only(told("en", "The president said Varland would not accept the offer."), "statement", act="reject")
    assert claim.status == "asserted"


DENIED = [
    ("Militer membantah pasukannya menembaki kamp itu.", "pasukannya menembaki kamp itu"),
    (
        "Militer membantah pesawatnya telah mengebom pasar dan menewaskan dua orang.",
        "pesawatnya telah mengebom pasar dan menewaskan dua orang",
    ),
    ("Militer membantah tuduhan itu dan menyerang kota.", "tuduhan itu"),
    ("Militer membantah laporan itu dan menyebut kebakaran dipicu oleh pemberontak.", "laporan itu"),
]


@pytest.mark.parametrize(("text", "what"), DENIED)
def test_all_that_is_denied_is_the_content(text: str, what: str) -> None:
    assert content(only(told("id", text), "statement", act="deny")) == what


def test_a_name_before_a_verb_that_no_treebank_has_is_its_subject() -> None:
    (claim,) = told("en", "China vetoed a resolution on Myanmar.")
    assert (claim.slots["act"], fillers(claim, "speaker")) == ("reject", ["China"])


def test_what_somebody_must_support_is_demanded() -> None:
    text = "The foreign minister said that all parties in Libya must support the new government."
    claim = only(told("en", text), "statement")
    assert (claim.slots["act"], fillers(claim, "speaker")) == ("demand", ["foreign minister"])


def test_what_somebody_is_not_let_do_is_told_whole() -> None:
    claim = only(told("en", "Baku would not allow Iran to control the corridor, the minister said."), "statement")
    assert getattr(claim.slots["content"], "text", None) == "Iran to control the corridor"


@pytest.mark.parametrize(
    ("text", "whom", "what"),
    [
        ("en|The army accused the rebels of attacks on three villages.", "rebels", "attacks on three villages"),
        ("en|Both fronts held a truce, but each side accused the other of violations.", "other", "violations"),
        ("en|The army blamed the rebels for the raid on the camp.", "rebels", "the raid on the camp"),
        ("en|Kyiv blamed the raid on Russia.", "Russia", "the raid"),
        ("id|Tentara menuding pemberontak atas serangan ke tiga desa.", "pemberontak", "serangan ke tiga desa"),
    ],
)
def test_whom_a_noun_behind_an_accusation_charges_with_what(text: str, whom: str, what: str) -> None:
    language, words = text.split("|")
    charge = only(told(language, words), "statement", act="accuse")
    assert fillers(charge, "addressee") == [whom]
    assert content(charge) == what


@pytest.mark.parametrize(
    ("text", "doer", "teller"),
    [
        ("en|The army accused the rebels of attacks on three villages.", "rebels", "army"),
        ("en|The army blamed the rebels for the raid on the camp.", "rebels", "army"),
        ("id|Tentara menuding pemberontak atas serangan ke tiga desa.", "pemberontak", "Tentara"),
    ],
)
def test_an_act_that_somebody_is_accused_of_is_theirs_and_the_accusers_word(text: str, doer: str, teller: str) -> None:
    language, words = text.split("|")
    act = only(told(language, words), "event")
    assert fillers(act, "actor") == [doer]
    assert sources(act) == [teller]


def test_what_is_condemned_as_something_is_the_deed() -> None:
    text = "Israel condemned the statement as interference in its affairs."
    assert content(only(told("en", text), "statement", act="condemn")) == "the statement"


def test_that_a_deed_is_a_breach_is_the_word_of_who_calls_it_one() -> None:
    text = "The minister described the raid as a breach of the truce."
    assert sources(only(told("en", text), "agreement", stage="violated")) == ["minister"]


def test_to_order_a_curfew_is_to_impose_it_and_to_order_one_lifted_a_demand() -> None:
    assert fillers(only(told("en", "The governor ordered a curfew in the town."), "event", act="closure"), "actor")
    assert all(c.kind != "statement" for c in told("en", "The governor ordered a curfew in the town."))
    only(told("en", "The governor ordered the curfew lifted."), "statement", act="demand")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("en|Kenya's president telephoned both leaders on Monday to press for progress.", "Kenya's president"),
        ("id|Presiden Kenya menelepon kedua pemimpin untuk mendesak gencatan senjata.", "Presiden Kenya"),
    ],
)
def test_who_calls_somebody_to_ask_for_a_thing_asks_for_it(text: str, speaker: str) -> None:
    language, words = text.split("|")
    assert fillers(only(told(language, words), "statement", act="appeal"), "speaker") == [speaker]


def test_what_a_proposal_that_is_rejected_is_for_is_the_proposals() -> None:
    refused = only(told("en", "Israel rejected a proposal by Hamas for a four-month truce."), "statement", act="reject")
    assert content(refused) == "a proposal by Hamas for a four-month truce"


def test_a_deal_called_an_act_of_aggression_is_condemned() -> None:
    claim = only(told("en", "Somalia called the deal an act of aggression."), "statement", act="condemn")
    assert content(claim) == "the deal"


@pytest.mark.parametrize(
    ("text", "act", "speaker"),
    [
        ("The president said Kyiv would not cede land, rejecting a demand by Moscow.", "reject", "president"),
        ("Hamas said it would stay away, warning that the truce would collapse.", "warn", "Hamas"),
        ("The army said rebels had stormed the station, accusing officers of torture.", "accuse", "rebels"),
    ],
)
def test_what_somebody_says_besides_is_theirs(text: str, act: str, speaker: str) -> None:
    claim = only(told("en", text), "statement", act=act)
    assert (claim.status, fillers(claim, "speaker")) == ("asserted", [speaker])


def test_a_verb_in_the_singular_does_not_go_on_from_several() -> None:
    text = "Azerbaijan rejects the charge, saying that residents are leaving of their own accord, and has promised aid."
    assert fillers(only(told("en", text), "statement", act="promise"), "speaker") == ["Azerbaijan"]


def test_all_those_who_should_act_are_asked() -> None:
    claim = only(told("en", "Israel and the Palestinians should open talks, the minister said."), "statement")
    assert fillers(claim, "addressee") == ["Israel", "Palestinians"]


def test_who_welcomes_somebody_says_nothing_for_a_thing() -> None:
    assert [c.kind for c in told("en", "The minister welcomed the release of the hostages.")] == ["statement", "event"]
    assert "statement" not in {c.kind for c in told("en", "Bush will welcome Chadian envoys on Friday for talks.")}


def test_what_is_said_after_talks_is_not_what_they_were_about() -> None:
    talks = only(told("en", "Ban said after meeting Olmert in Haifa that Abbas is ready for peace."), "meeting")
    assert (fillers(talks, "participants"), talks.slots.get("topic")) == (["Ban", "Olmert"], None)
