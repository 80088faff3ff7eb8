"""What the terms of a deal bind each side to, however they are listed; and what only looks like a term."""

from __future__ import annotations

import pytest

from gencatan import Claim
from gencatan.model import Span
from tests.reading.told import fillers, told

MADE = {
    "en": "Mali and the rebels signed a peace accord on Monday. ",
    "id": "Mali dan pemberontak menandatangani perjanjian damai, Senin. ",
}

LISTED = [
    (
        "en",
        "It provides for the withdrawal of foreign forces within 30 days and the release of all prisoners.",
        {("withdraw", "2024-04-10"), ("release", "")},
    ),
    (
        "en",
        "The accord stipulates an exchange of prisoners, a joint commission and the withdrawal of the militias.",
        {("exchange", ""), ("other", ""), ("withdraw", "")},
    ),
    (
        "en",
        "It calls for the creation of a truth commission and for aid agencies to be given access to the camps.",
        {("other", ""), ("grant_access", "")},
    ),
    (
        "id",
        "Perjanjian itu memuat pemberian amnesti kepada para gerilyawan dalam waktu 15 hari dan pembentukan komisi.",
        {("release", "2024-03-26"), ("other", "")},
    ),
    (
        "id",
        "Perjanjian itu mengatur penarikan tentara asing, pertukaran tawanan, dan pencabutan blokade.",
        {("withdraw", ""), ("exchange", ""), ("lift_blockade", "")},
    ),
]


@pytest.mark.parametrize(("language", "text", "wanted"), LISTED)
def test_each_noun_of_a_list_is_a_duty_with_its_own_term(
    language: str, text: str, wanted: set[tuple[str, str]]
) -> None:
    claims = told(language, MADE[language] + text)
    duties = [c for c in claims if c.kind == "obligation"]
    assert {(c.slots["action"], (c.date.end or "") if c.date else "") for c in duties} == wanted
    assert not [c for c in claims if c.kind in ("event", "deployment")]


def _object(duty: Claim) -> str:
    held = duty.slots.get("object")
    return held.text if isinstance(held, Span) else ""


def test_a_listed_duty_has_no_word_of_the_next_one() -> None:
    text = (
        "The accord provides for joint patrols, the formation of an inclusive government and the release of prisoners."
    )
    objects = [_object(c) for c in told("en", MADE["en"] + text) if c.kind == "obligation"]
    assert sorted(objects) == ["an inclusive government", "joint patrols", "prisoners"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The parliament passed a budget on Monday. It provides for the creation of a commission."),
        ("en", "The accord provides for the creation of jobs."),
        ("id", "Perjanjian itu mengatur pembagian tugas dan penyimpanan dokumen."),
    ],
)
def test_what_is_no_duty_is_not_listed(language: str, text: str) -> None:
    claims = told(language, text if text.startswith("The parliament") else MADE[language] + text)
    actions = [c.slots["action"] for c in claims if c.kind == "obligation"]
    assert not [a for a in actions if a != "other"]
    assert not text.startswith("The parliament") or not actions


BESIDE = [
    ("en", "The rebels are to disarm and leave the towns.", {"disarm": "rebels", "withdraw": "rebels"}),
    (
        "en",
        "The army must keep its troops in barracks and store an equal number of weapons.",
        {"other": "army", "hand_over_weapons": "army"},
    ),
    (
        "id",
        "Tentara harus melepaskan para tahanan dan menarik pasukannya dari kota itu.",
        {"release": "Tentara", "withdraw": "Tentara"},
    ),
    (
        "id",
        "Perjanjian itu mewajibkan pihak-pihak yang bertikai menarik pasukan dan membebaskan semua tahanan.",
        {"withdraw": "pihak-pihak", "release": "pihak-pihak"},
    ),
]


@pytest.mark.parametrize(("language", "text", "wanted"), BESIDE)
def test_a_verb_goes_on_with_the_modal_of_the_one_before(language: str, text: str, wanted: dict[str, str]) -> None:
    claims = told(language, MADE[language] + text)
    duties = {str(c.slots["action"]): " ".join(fillers(c, "obligor")) for c in claims if c.kind == "obligation"}
    assert duties == wanted
    assert not [c for c in claims if c.kind in ("event", "deployment")]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels must disarm and freed ten prisoners on Tuesday.",
        "The rebels must disarm, but the army failed to free the prisoners.",
    ],
)
def test_what_was_done_is_no_duty_beside_one(text: str) -> None:
    actions = [c.slots["action"] for c in told("en", MADE["en"] + text) if c.kind == "obligation"]
    assert actions == ["disarm"]


TERMS = [
    ("en", "The armed forces have 160 days to vacate schools.", "2024-08-18"),
    ("en", "The rebels were given a month to leave the town.", "2024-04-11"),
    ("en", "It gives the army 60 days to pull out of the city.", "2024-05-10"),
    ("id", "Tentara memiliki waktu 60 hari untuk mengosongkan sekolah.", "2024-05-10"),
    ("id", "Perjanjian itu memberi tentara waktu 60 hari untuk mundur dari kota itu.", "2024-05-10"),
]


@pytest.mark.parametrize(("language", "text", "due"), TERMS)
def test_days_to_do_something_in_count_from_the_deal(language: str, text: str, due: str) -> None:
    duties = [c for c in told(language, MADE[language] + text) if c.kind == "obligation"]
    assert [(c.slots["action"], c.date and c.date.end, c.attribution) for c in duties] == [("withdraw", due, ())]


def test_to_stop_something_is_the_duty_and_not_to_do_it() -> None:
    text = "The rebels are required to stop recruiting children."
    duties = [c for c in told("en", MADE["en"] + text) if c.kind == "obligation"]
    assert [_object(c) for c in duties] == ["to stop recruiting children"]


def test_who_commits_itself_is_who_must() -> None:
    text = "Rwanda committed itself to withdraw its troops."
    duties = [c for c in told("en", "Congo and Rwanda signed an accord on Monday. " + text) if c.kind == "obligation"]
    assert [fillers(c, "obligor") for c in duties] == [["Rwanda"]]


def test_what_both_pledge_in_a_text_is_under_it() -> None:
    text = "Congo and the M23 rebels signed a declaration on Monday in which they pledged to end hostilities."
    duties = [c for c in told("en", text) if c.kind == "obligation"]
    assert [(c.slots["action"], c.slots["basis"]) for c in duties] == [("cease_hostilities", "agreement")]


def test_what_both_also_agree_to_do_is_in_the_deal_just_told() -> None:
    text = MADE["en"] + "The two sides also agreed to hold elections by December."
    claims = told("en", text)
    assert [c.slots["stage"] for c in claims if c.kind == "agreement"] == ["signed"]
    assert [_object(c) for c in claims if c.kind == "obligation"] == ["to hold elections by December"]


WEAPONS = [
    ("id", "FARC menuntaskan penyerahan 7.132 senjata kepada PBB.", "7.132 senjata"),
    ("en", "The rebels completed the handover of 7,132 weapons to the mission.", "7,132 weapons"),
    ("en", "The Maoists began locking up their weapons on Tuesday.", "their weapons"),
]


@pytest.mark.parametrize(("language", "text", "target"), WEAPONS)
def test_weapons_put_away_are_a_disarmament(language: str, text: str, target: str) -> None:
    events = [c for c in told(language, text) if c.kind == "event"]
    assert [(c.slots["act"], fillers(c, "target")) for c in events] == [("disarmament", [target])]


def test_a_deal_set_out_for_a_day_is_yet_to_come() -> None:
    text = "Perjanjian itu mengatur gencatan senjata yang mulai berlaku pada 15 Juli."
    steps = [c for c in told("id", MADE["id"] + text) if c.kind == "agreement" and c.slots["stage"] == "in_effect"]
    assert [c.status for c in steps] == ["planned"]


def test_who_may_leave_a_truce_does_not_retreat() -> None:
    claims = told("en", MADE["en"] + "Either party may withdraw from the accord after giving 14 days' notice.")
    assert not [c for c in claims if c.kind in ("event", "deployment")]


def test_a_body_called_like_a_deal_binds_nobody() -> None:
    claims = told("en", "Amnesty urged the army to stop shelling the town.")
    assert [c.kind for c in claims] == ["statement"]
    bound = told("en", "The Dayton Accord calls on the army to free the hostages.")
    assert [c.slots["action"] for c in bound if c.kind == "obligation"] == ["release"]
