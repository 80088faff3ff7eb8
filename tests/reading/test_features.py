"""Long reads and weeklies: ground told of again as "it", days without a month, who "they" are, who only answers."""

from __future__ import annotations

from typing import Any

import pytest

from gencatan import Document, Reader

WAR = "The army and the rebels are at war. "


def _told(reader: Reader, text: str, published: str = "2024-06-13") -> list[dict[str, Any]]:
    document = Document.create(text, id="d", language="en", published=published)
    return [claim.to_dict() for claim in reader.read(document)]


def _names(claim: dict[str, Any], slot: str) -> list[str]:
    value = claim["slots"].get(slot, [])
    return [one["text"] for one in (value if isinstance(value, list) else [value])]


def _found(claims: list[dict[str, Any]], kind: str, **values: str) -> list[dict[str, Any]]:
    return [c for c in claims if c["kind"] == kind and all(c["slots"].get(k) == v for k, v in values.items())]


@pytest.mark.parametrize(
    ("text", "relation", "land"),
    [
        (
            "Insurgents seized Palma, a gas town on the coast; three days later the army took it back.",
            "recaptures",
            "Palma",
        ),
        ("Insurgents seized Palma on Monday. Three days later the army took it back.", "recaptures", "Palma"),
        ("The rebels took most of Aden on August 2 and lost it on the 5th.", "loses", "Aden"),
        ("The rebels captured the airfield in May. The army lost it again in August.", "loses", "airfield"),
        ("In May the rebels took the ridge and cut the supply line; in June they lost it.", "loses", "ridge"),
    ],
)
def test_land_is_lost_and_taken_back_as_it(reader: Reader, text: str, relation: str, land: str) -> None:
    claims = _found(_told(reader, text), "territory", relation=relation)
    assert [_names(c, "territory") for c in claims] == [[land]]


def test_it_is_no_land_where_a_paper_was_told_of(reader: Reader) -> None:
    claims = _told(reader, "The committee published a report. The rebels lost it on Monday.")
    assert not _found(claims, "territory")


@pytest.mark.parametrize(
    ("text", "published", "start"),
    [
        ("The rebels took the town on August 2 and lost it on the 5th.", "2006-08-18", "2006-08-05"),
        ("On the 3rd, soldiers killed nine men in Kaya.", "2022-11-05", "2022-11-03"),
        ("Shelling began on May 4. On the 9th the army killed nine men in Kaya.", "2022-11-05", "2022-05-09"),
        ("The rebels fled. Not until May 3 did the army retake the airport.", "2024-06-10", "2024-05-03"),
        ("By Christmas the rebels had fled; on January 4 they killed nine men.", "2022-02-05", "2022-01-04"),
    ],
)
def test_days_told_by_their_number_alone(reader: Reader, text: str, published: str, start: str) -> None:
    dates = [c["date"]["start"] for c in _told(reader, text, published) if c["date"]]
    assert start in dates


@pytest.mark.parametrize(
    "text", ["Rebels killed nine men on the 5th floor.", "On the 12th day of the siege rebels killed nine men."]
)
def test_numbers_that_count_a_thing_are_no_days(reader: Reader, text: str) -> None:
    told = _found(_told(reader, text), "casualty")
    assert told
    assert all(c["date"] is None or c["date"]["start"] is None for c in told)


@pytest.mark.parametrize(
    ("text", "kind", "slot", "who"),
    [
        ("When the army attacked the rebels in June, they fled to Chad.", "event", "actor", "rebels"),
        (
            "After the Union outlawed the Tigers in May, they demanded that the monitors leave.",
            "statement",
            "speaker",
            "Tigers",
        ),
        ("The police arrested nine men after they fired at a patrol.", "event", "actor", "nine men"),
        ("He has pleaded with the president; he has condemned the rebels.", "statement", "speaker", "bishop"),
    ],
)
def test_who_goes_on_being_told_of(reader: Reader, text: str, kind: str, slot: str, who: str) -> None:
    claims = _told(reader, "The bishop has spoken of the war for a year. " + text)
    last = [c for c in claims if c["kind"] == kind and slot in c["slots"]][-1]
    assert _names(last, slot) == [who]


def test_they_are_the_army_that_marched_by_itself(reader: Reader) -> None:
    claims = _told(reader, "The rebels fought the soldiers near Bria. They took the town and they killed nine men.")
    assert all(_names(c, "perpetrator") == ["rebels"] for c in _found(claims, "casualty"))


@pytest.mark.parametrize(
    "text",
    [
        "The rebels shelled the town and the army responded with air strikes.",
        "The rebels have overrun Kaya, and the air force has answered by bombing the market.",
        "The convoy was ambushed on Monday; a jihadist group claimed the attack.",
        "After the raid at Kaya, in which 41 people were killed, nobody spoke.",
        '"Guns, guns," said a woman in the shop, whose nephew was killed by a bomb in 1976.',
    ],
)
def test_who_answers_by_deeds_or_says_nothing_is_no_source(reader: Reader, text: str) -> None:
    claims = [c for c in _told(reader, text) if c["kind"] in ("event", "casualty", "territory")]
    assert claims
    assert all(not c["attribution"] for c in claims)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The rebels killed nine men, the army said without giving details.", "army"),
        ("Twenty rebels were killed, the ministry replied.", "ministry"),
        ("The rebels killed nine men on Monday, said a priest, who asked not to be named.", "priest"),
    ],
)
def test_who_says_it_is_the_source(reader: Reader, text: str, who: str) -> None:
    claims = _found(_told(reader, text), "casualty")
    assert [[a["text"] for a in c["attribution"]] for c in claims] == [[who]]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The accord that Manila and the Moro Islamic Liberation Front signed in 2014 hangs in an office.", "peace"),
        ("The government and the guerrillas signed an agreement in 2003.", "peace"),
        ("The Good Friday agreement was signed in 1998.", "peace"),
        ("The two rebel groups signed a pact against the army.", "other"),
        ("Kyiv and Ankara signed an agreement on drones.", "other"),
        ("The government and the rebels signed a contract.", "other"),
        ("The government and the nurses' union signed an agreement on Monday.", "other"),
    ],
)
def test_what_a_deal_with_those_who_rose_is(reader: Reader, text: str, type_: str) -> None:
    claims = _found(_told(reader, text), "agreement", stage="signed")
    assert [c["slots"]["type"] for c in claims] == [type_]


@pytest.mark.parametrize(
    ("text", "action", "obligor"),
    [
        (
            "By the accord of 1994, the guerrillas, some 3,000 of them, are to hand in their rifles.",
            "hand_over_weapons",
            "guerrillas",
        ),
        ("They signed an accord by which the rebels will free their prisoners.", "release", "rebels"),
        ("The deal obliges Georgia to take its tanks out of Sukhumi.", "withdraw", "Georgia"),
    ],
)
def test_what_must_be_done_by_an_accord(reader: Reader, text: str, action: str, obligor: str) -> None:
    claims = _found(_told(reader, text), "obligation", action=action, basis="agreement")
    assert [_names(c, "obligor") for c in claims] == [[obligor]]


def test_what_was_to_be_by_a_day_binds_nobody(reader: Reader) -> None:
    text = "By the time the agreement was signed, the rebels were to have left the town."
    assert not _found(_told(reader, text), "obligation")


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("Kidal has been besieged since March.", "event", {"act": "blockade"}),
        ("His father was taken away one night in 1975.", "casualty", {"harm": "detained"}),
        ("Nine students were taken away by men in uniform.", "casualty", {"harm": "abducted"}),
        ("His two sisters were shot outside the mosque in 2012.", "casualty", {"harm": "killed"}),
        ("Seven aid workers were found there the next day, shot in the head.", "event", {"act": "attack"}),
        ("The right bank belongs to the militia.", "territory", {"relation": "controls"}),
        ("Most of the mines around Rubaya are controlled by gunmen.", "territory", {"extent": "most"}),
        ("On Sunday the city fell.", "territory", {"relation": "captures"}),
    ],
)
def test_in_a_war(reader: Reader, text: str, kind: str, values: dict[str, str]) -> None:
    assert len(_found(_told(reader, WAR + text), kind, **values)) == 1


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("Three boys were shot and wounded on Monday.", "casualty", {"harm": "killed"}),
        ("The film was shot in Prague.", "casualty", {"harm": "killed"}),
        ("The island belongs to the kingdom.", "territory", {"relation": "controls"}),
        ("A rebel major whom I asked only laughed.", "statement", {"act": "appeal"}),
    ],
)
def test_look_alikes_in_a_war(reader: Reader, text: str, kind: str, values: dict[str, str]) -> None:
    assert not _found(_told(reader, WAR + text), kind, **values)
