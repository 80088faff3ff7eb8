"""Slips of the parser in long copy: clauses run together, wholes and parts, whom a pronoun can mean."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from gencatan import Document
from gencatan.language.pack import Phrases, load_pack
from gencatan.model import Count
from gencatan.reading.language_reader import LanguageReader, _charges
from gencatan.reading.tree import slips
from tests.reading.told import fillers, only, told


def tolls(text: str, harm: str) -> dict[tuple[int | None, int | None], str]:
    """The victims of each toll of that harm, by its bounds."""
    found: dict[tuple[int | None, int | None], str] = {}
    for claim in told("en", text):
        if claim.kind == "casualty" and claim.slots.get("harm") == harm:
            count = claim.slots.get("count")
            bounds = (count.min, count.max) if isinstance(count, Count) else (None, None)
            found[bounds] = "; ".join(fillers(claim, "victims"))
    return found


def test_a_second_clause_has_the_subject_right_before_it() -> None:
    found = told("en", "Jets roared over the town and explosions shook its suburbs on Tuesday.")
    assert fillers(only(found, "event", act="explosion"), "target") == ["its suburbs"]


def test_a_weapon_beside_another_is_no_subject() -> None:
    found = told("en", "Herders armed with machetes and locally made guns raided three hamlets.")
    assert fillers(only(found, "event", act="attack"), "actor") == ["Herders"]


@pytest.mark.parametrize(
    ("text", "harm", "bounds", "victims"),
    [
        ("Up to 900 people are estimated to have been killed since June.", "killed", (None, 900), "people"),
        ("Most of the valley's 600 villagers had fled to the coast.", "displaced", (600, 600), "villagers"),
        ("The relief agency reported four of its drivers killed.", "killed", (4, 4), "drivers"),
        ("By dusk 40 of the rebels lay dead, 12 of them inside the school.", "killed", (12, 12), "12 of them"),
        ("The raid left nine monks, two guards and a cook dead.", "killed", (1, 1), "cook"),
        ("The war has uprooted a quarter of a million people.", "displaced", (250_000, 250_000), "million people"),
        ("The war has forced more than 40,000 people to leave their homes.", "displaced", (40_001, None), "people"),
    ],
)
def test_whom_a_number_counts(text: str, harm: str, bounds: tuple[int | None, int | None], victims: str) -> None:
    assert victims in tolls(text, harm)[bounds]


def test_who_is_known_to_be_one_is_counted_one() -> None:
    assert (1, 1) in tolls("The Malaysian is believed to have been shot dead in his hut.", "killed")


def test_having_done_is_not_having_been() -> None:
    found = told("en", "Having killed two guards, the rebels fled.")
    assert fillers(only(found, "casualty", harm="killed"), "victims") == ["two guards"]


def test_they_is_not_the_one_who_spoke() -> None:
    found = told("en", 'Rebels came at dawn. "It was dark," said Lazaro Medina. They burned the church.')
    assert "Lazaro Medina" not in fillers(only(found, "event", act="attack"), "actor")


def test_he_is_no_lake() -> None:
    found = told("en", "A boat struck a mine on Lake Tumba on Monday, an official told reporters. He blamed rebels.")
    assert fillers(only(found, "statement", act="accuse"), "speaker") == ["official"]


def test_land_that_a_relative_clause_holds() -> None:
    found = told("en", "The army has entered a region that rebel Serbs had held since 1991.")
    assert fillers(only(found, "territory", relation="controls"), "by") == ["rebel Serbs"]


def test_who_is_reported_seized_is_seized() -> None:
    found = told("en", "Three engineers were reported kidnapped in the delta on Monday.")
    claim = only(found, "event", act="abduction")
    assert (fillers(claim, "target"), fillers(claim, "actor")) == (["Three engineers"], [])


def test_who_is_reported_dead_wounded_nobody() -> None:
    found = only(told("en", "Over 300 villagers are reported dead and 500 wounded."), "casualty", harm="injured")
    assert fillers(found, "perpetrator") == []


def test_storming_a_camp_is_no_holding_of_it() -> None:
    found = told("en", "Rebels stormed an army camp near the border on Monday.")
    assert only(found, "event", act="attack")
    assert all(c.kind != "territory" for c in found)


@pytest.mark.parametrize(
    ("text", "kind", "slot", "value"),
    [
        ("The rebels drove the army out of the valley.", "territory", "relation", "captures"),
        ("The rebel army tightened its grip on the city.", "territory", "relation", "controls"),
        ("The soldiers raised their flag over the port.", "territory", "relation", "captures"),
        ("The 17,000-strong U.N. mission has lost two men.", "deployment", "change", "present"),
        ("France has 3,500 men in the northern desert.", "deployment", "change", "present"),
        ("The junta pushed two divisions to within 20 km of the frontier.", "deployment", "change", "deployed"),
        ("Rebels pushed to within 10 miles of the capital on Sunday.", "event", "act", "movement"),
        ("Infantrymen have dislodged the guerrillas from the ridge.", "event", "act", "attack"),
        ("Snipers picked off villagers at the well.", "event", "act", "attack"),
    ],
)
def test_what_forces_do_in_long_copy(text: str, kind: str, slot: str, value: str) -> None:
    assert any(c.kind == kind and c.slots.get(slot) == value for c in told("en", text))


@pytest.mark.parametrize(
    "text",
    [
        "The negotiators pushed toward a deal on Sunday.",
        "The 60-member orchestra plays in the park.",
        "The champions tightened their grip on the title.",
        "Debt tightens the noose around the club.",
        "The firm has 900 men in its plant.",
    ],
)
def test_words_of_other_fields_stay_silent(text: str) -> None:
    assert [c.kind for c in told("en", text)] == []


def test_a_sentence_told_by_a_noun_has_a_verb_after_all() -> None:
    found = told("en", "A convoy of sixty lorries set out for the border on Sunday.")
    assert fillers(only(found, "event", act="movement"), "actor") == ["convoy of sixty lorries"]
    found = told("en", "Its ally Norland, which might have vetoed the text, chose instead to urge patience.")
    assert fillers(only(found, "statement", act="appeal"), "speaker") == ["Its ally Norland"]


def test_a_participle_stays_one_where_nobody_could_do_it() -> None:
    found = told("en", "Fighters killed in the valley on Sunday.")
    assert all("Fighters" not in fillers(c, "perpetrator") for c in found if c.kind == "casualty")


def test_infinitives_joined_by_and_are_of_one_verb() -> None:
    found = told("en", "The two sides agreed to free prisoners within a week and to withdraw their troops from Karu.")
    actions = {c.slots.get("action") for c in found if c.kind == "obligation"}
    assert actions == {"release", "withdraw"}


def test_it_is_no_age_that_flees() -> None:
    found = told("en", '"They shot at us," said Awa Diallo, 34, who fled with her children to the town of Karu.')
    assert fillers(only(found, "event", act="movement"), "actor") == ["Awa Diallo"]


def test_what_is_pulled_out_of_a_place_stands_between() -> None:
    found = told("en", "Norland has pulled its soldiers out of the valley.")
    assert fillers(only(found, "deployment", change="withdrawn"), "force") == ["its soldiers"]


def test_a_surname_behind_a_first_name_is_nobody_else() -> None:
    text = "Egypt's president Abdel Fattah al-Sisi met his Turkish counterpart Tayyip Erdogan in Ankara on Wednesday."
    met = fillers(only(told("en", text), "meeting"), "participants")
    assert met == ["Egypt's president Abdel Fattah al-Sisi", "his Turkish counterpart Tayyip Erdogan"]


def test_a_word_that_denies_is_no_verb() -> None:
    (attack,) = [c for c in told("id", "Pasukan itu takkan menyerang kota tersebut.") if c.kind == "event"]
    assert (attack.status, fillers(attack, "actor")) == ("denied", ["Pasukan itu"])


def test_what_and_joins_behind_a_comma_to_one_alone_does_what_follows() -> None:
    text = "Serbia menyerahkan dua desa, dan Norwegia menarik pasukannya dari lembah itu pada Senin."
    assert fillers(only(told("id", text), "deployment", change="withdrawn"), "force") == ["pasukannya"]
    found = told("id", "PBB mendesak Serbia, Swedia, dan Norwegia mengawasi perbatasan.")
    assert fillers(only(found, "statement", act="appeal"), "addressee") == ["Serbia", "Swedia", "Norwegia"]


def test_an_insertion_between_commas_is_no_verb_of_the_sentence() -> None:
    found = told("en", "The ceasefire between the army and the militia, brokered by Qatar, collapsed on Sunday.")
    assert [c.slots["stage"] for c in found if c.kind == "agreement"] == ["collapsed"]


def test_a_place_that_a_sentence_opens_with_has_no_act() -> None:
    found = told("en", "In Beirut the army shelled two villages on Monday.")
    assert fillers(only(found, "event", act="shelling"), "actor") == ["army"]


def test_whose_office_it_is_stands_before_the_office() -> None:
    found = told("en", "Chad's visiting Prime Minister Idris Sarto and Premier Li Ning met in Dhaka on Monday.")
    guests = fillers(only(found, "meeting"), "participants")
    assert guests == ["Chad's visiting Prime Minister Idris Sarto", "Premier Li Ning"]


def test_they_do_not_hand_themselves_over() -> None:
    text = "The rebels freed 12 soldiers who were captured last month and handed them over to the Red Cross."
    found = told("en", text)
    assert {name for c in found for name in fillers(c, "actor") if c.slots.get("act") == "release"} == {"rebels"}
    text = "Tentara menewaskan lima milisi yang menyerang desa dan membakar rumah mereka."
    assert ["lima milisi"] in [fillers(c, "actor") for c in told("id", text) if c.kind == "event"]


def test_what_is_done_is_told_of_whom_an_act_names() -> None:
    found = told("id", "Pemerintah mengumumkan digelarnya pasukan asing di wilayah itu.")
    assert fillers(only(found, "deployment", change="deployed"), "force") == ["pasukan asing"]


def test_of_whom_there_are_no_reports_nothing_is_told() -> None:
    assert told("en", "There were no immediate reports of soldiers killed or wounded in Khartoum.") == []
    assert only(told("en", "There were reports of soldiers killed in Khartoum."), "casualty", harm="killed")


def test_the_noun_before_a_second_verb_that_a_call_asks_for_is_its_subject() -> None:
    text = "Kesepakatan itu menyerukan agar milisi itu melucuti senjata dan pasukan Serbia mundur dari lembah itu."
    duties = {(c.slots["action"], *fillers(c, "obligor")) for c in told("id", text) if c.kind == "obligation"}
    assert duties == {("disarm", "milisi itu"), ("withdraw", "pasukan Serbia")}
    demand = only(told("id", "Oposisi menuntut pemerintah dan tentara mundur dari ibu kota."), "statement")
    assert fillers(demand, "addressee") == ["pemerintah", "tentara"]


@pytest.mark.parametrize(
    ("text", "verb", "charge", "accused"),
    [
        ("Jurists hold the militia responsible for the raid.", "hold", "for", "against"),
        ("The tribunal tried two guards for the raid.", "tried", "for", "against"),
        ("Ministers blamed the raid on rebels.", "blamed", "for", "on"),
    ],
)
def test_all_entries_of_an_accusing_verb_say_what_stands_before_the_charge(
    text: str, verb: str, charge: str, accused: str
) -> None:
    """Also those of several words, beside the verb's own that accuses of nothing ("hold")."""
    (sentence,) = LanguageReader(load_pack("en")).sentences(Document.create(text, language="en"))
    sentence.doc = spacy.blank("en")(text)
    at = next(token.i for token in sentence.doc if token.text == verb)
    sentence.doc[at].pos_ = "VERB"
    found = _charges(sentence, {at}, load_pack("en").words("genitive_markers"))[at]
    assert charge in found["content"]
    assert accused in found["addressee"]
    assert not found["content"] & found["addressee"]


@pytest.mark.parametrize(
    ("words", "mark", "subject"),
    [("Kyiv agreed with Warsaw and Vilnius to have withdrawn", True, None),
     ("Envoys agreed with ministers and soldiers were there patrolling", False, "soldiers")],
)  # fmt: skip
def test_only_a_clause_without_a_mark_takes_the_noun_before_it(words: str, mark: bool, subject: str | None) -> None:
    """Both taken for clauses of "agreed", with the noun before them for a part of whom it was agreed with."""
    doc = Doc(
        spacy.blank("en").vocab,
        words=words.split(),
        pos=["PROPN", "VERB", "ADP", "PROPN", "CCONJ", "PROPN", *(["PART", "AUX"] if mark else ["AUX", "ADV"]), "VERB"],
        heads=[1, 1, 3, 1, 5, 3, 8, 8, 1],
        deps=["nsubj", "ROOT", "case", "obl", "cc", "conj", *(["mark", "aux"] if mark else ["aux", "advmod"]), "advcl"],
        morphs=["", "VerbForm=Fin", *[""] * 6, "VerbForm=Part"],
    )
    slips.mend(list(doc), Phrases(), Phrases(), Phrases(), lambda _: True)
    assert [token.text for token in doc[8].children if token.dep_ == "nsubj"] == ([subject] if subject else [])
    assert (doc[5].head.text, doc[5].dep_) == (("patrolling", "nsubj") if subject else ("Warsaw", "conj"))
