"""Whose forces are asked to be withdrawn, and whose people to be let go."""

from __future__ import annotations

import pytest

from gencatan.model import Span
from tests.reading.told import actors, only, told


def _who(language: str, text: str, kind: str, slot: str, **values: str) -> list[str | None]:
    return [one.id if one else None for one in actors(only(told(language, text), kind, **values), slot)]


@pytest.mark.parametrize(
    ("language", "text", "whose"),
    [
        ("en", "Ukraine asked Russia to withdraw its troops.", "RUS/MIL"),
        ("en", "Pakistan urged India to pull back its forces from the border.", "IND/MIL"),
        ("en", "Russia withdrew its troops from Kharkiv.", "RUS/MIL"),
        ("id", "Pakistan meminta India menarik pasukannya dari perbatasan.", "IND/MIL"),
    ],
)
def test_who_is_to_withdraw_withdraws_his_own(language: str, text: str, whose: str) -> None:
    assert _who(language, text, "deployment", "force", change="withdrawn") == [whose]


@pytest.mark.parametrize(
    ("language", "text", "whose"),
    [
        ("id", "India mendesak Pakistan memulangkan 20 prajuritnya yang ditangkap pada Senin.", "IND/MIL"),
        ("id", "Armenia menuntut Azerbaijan membebaskan tentaranya yang ditangkap pada Senin.", "ARM/MIL"),
        ("en", "India urged Pakistan to free 20 of its soldiers, who were captured on Monday.", "IND/MIL"),
    ],
)
def test_who_asks_for_soldiers_asks_for_his_own(language: str, text: str, whose: str) -> None:
    assert _who(language, text, "event", "target", act="arrest") == [whose]


def test_what_is_done_in_an_accord_is_not_done_to_it() -> None:
    text = "Mali and Niger signed an accord in Rome in which they pledge to withdraw troops and reopen the road."
    promise = only(told("en", text), "statement", act="promise")
    content = promise.slots["content"]
    assert isinstance(content, Span)
    assert "to withdraw troops" in content.text
    assert only(told("en", text), "obligation", action="withdraw")
    caught = "The rebels shelled the village that the army had captured on Sunday."
    assert only(told("en", caught), "territory", relation="captures")


def test_a_bare_verb_goes_on_with_what_is_to_be_done() -> None:
    text = "Mali and Niger signed an accord in which they undertake to remove troops, clear mines and admit monitors."
    found = told("en", text)
    assert only(found, "obligation", action="withdraw").slots["basis"] == "agreement"
    assert only(found, "obligation", action="grant_access").slots["basis"] == "agreement"
    past = "The army promised to leave the town and attacked it on Monday."
    assert only(told("en", past), "event", act="attack").status == "asserted"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Pembebasan 18 tentara Mali ikut ditunda.", "planned"),
        ("Pembebasan 18 tentara Mali, yang semestinya dilakukan pekan ini, turut ditunda.", "planned"),
        ("Pembebasan 18 tentara Mali ikut disambut warga.", "asserted"),
    ],
)
def test_what_is_put_off_beside_other_things_was_not_done(text: str, status: str) -> None:
    assert only(told("id", text), "event", act="release").status == status


def test_who_asks_for_a_release_tells_of_none() -> None:
    found = told("id", "Mali terus menagih pembebasan 18 tentaranya.")
    assert [(c.kind, c.slots["act"]) for c in found] == [("statement", "demand")]
    assert not told("id", "Pemerintah Mali terus menagih pajak di Gao.")
