"""Who faces, suffers or survives an act is whom it is done to, and what is still to come is planned."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from gencatan.language.pack import load_pack
from gencatan.language.tokenization import make_nlp
from gencatan.reading.tree.mentions import Mentions
from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("The governor survived an attack near the market.", "attack", "governor"),
        ("The port suffered heavy shelling by the army.", "shelling", "port"),
        ("The mayor faced an investigation by the police.", "investigation", "mayor"),
    ],
)
def test_whom_an_act_befell(text: str, act: str, target: str) -> None:
    claim = only(told("en", text), "event", act=act)
    assert fillers(claim, "target") == [target]
    assert target not in fillers(claim, "actor")


def test_who_is_held_captive_holds_nobody() -> None:
    found = told("en", "The ministry failed to free a soldier held captive in Gaza by the militia.")
    claim = only(found, "event", act="abduction")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (["militia"], ["soldier"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The aide spoke to reporters ahead of the minister's visit.", "meeting"),
        ("Guards were doubled for the planned execution of two rebels.", "event"),
        ("Guards watched the road before a possible attack by the militia.", "event"),
    ],
)
def test_what_is_to_come_is_not_told_as_done(text: str, kind: str) -> None:
    statuses = [c.status for c in told("en", text) if c.kind == kind and c.slots.get("act") != "closure"]
    assert statuses
    assert "asserted" not in statuses


def test_whose_act_it_is_did_it_where_whom_it_was_done_to_follows() -> None:
    claim = only(told("en", "The army's killing of three herders angered the clans."), "event", act="attack")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (["army"], ["three herders"])


def test_where_a_conference_is_held_takes_no_part_in_it() -> None:
    found = told("en", "The envoys may present a plan at the Paris conference.")
    assert not [c for c in found if c.kind == "meeting" and "Paris" in fillers(c, "participants")]


def test_a_vote_that_is_boycotted_is_under_no_sanction() -> None:
    found = told("en", "The last election was boycotted by the opposition.")
    assert not [c for c in found if c.slots.get("act") == "sanction"]


def test_what_a_judge_says_would_be_done_to_a_man_is_no_pledge() -> None:
    found = told("en", "Judge Aman said the man would have been jailed for ten years if he had not confessed.")
    assert not [c for c in found if c.kind == "obligation"]


def test_nouns_that_open_a_sentence_are_known_by_their_forms() -> None:
    mentions = Mentions(load_pack("en"), frozenset(), lambda _: False)
    doc = Doc(make_nlp("en").vocab, words=["Fragments", "hit"], pos=["NOUN", "VERB"], lemmas=["Fragments", "hit"])
    assert mentions.fits(doc[0], ("fragment",))
    assert not mentions.fits(doc[0], ("stone",))


def test_who_did_it_is_named_behind_the_act_and_not_with_the_verb() -> None:
    claim = only(told("en", "Editors complained of shelling by the army on Monday."), "event", act="shelling")
    assert fillers(claim, "actor") == ["army"]


@pytest.mark.parametrize(
    ("language", "text", "target"),
    [
        ("en", "The rebels handed three soldiers over to the Red Cross on Monday.", "three soldiers"),
        ("en", "The rebels released three soldiers, handing them over to the Red Cross.", "three soldiers"),
        ("id", "Pemberontak menyerahkan tiga tentara kepada Palang Merah Internasional.", "tiga tentara"),
        ("id", "Pemberontak membebaskan dua perawat dan menyerahkan mereka kepada tetua adat.", "dua perawat"),
    ],
)
def test_who_is_handed_to_somebody_is_let_go_and_not_who_takes_them_in(language: str, text: str, target: str) -> None:
    assert fillers(only(told(language, text), "event", act="release"), "target") == [target]


@pytest.mark.parametrize("verb", ["held captive", "held", "abducted"])
def test_who_is_held_captive_in_a_relative_clause_is_the_noun_before_it(verb: str) -> None:
    found = told("en", f"The rebels freed two nurses they had {verb} in May.")
    claim = only(found, "casualty", harm="abducted")
    assert (fillers(claim, "victims"), fillers(claim, "perpetrator")) == (["two nurses"], ["rebels"])
    assert fillers(only(found, "event", act="abduction"), "target") == ["two nurses"]
