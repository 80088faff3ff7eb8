"""What a sentence read by itself tells, and what it only names: places, days, people and words of other things."""

from __future__ import annotations

import pytest

from gencatan import Claim
from tests.reading.told import actors, fillers, only, sources, told


def where(claim: Claim) -> str | None:
    """The words of a claim's place."""
    return claim.place.span.text if claim.place is not None else None


def when(claim: Claim) -> tuple[str | None, str | None]:
    """The days on which a claim's act began and ended."""
    if claim.date is None:
        return None, None
    start, end = claim.date.start, claim.date.end
    return str(start) if start is not None else None, str(end) if end is not None else None


@pytest.mark.parametrize(
    ("text", "act", "place"),
    [
        ("A teacher was killed in a Basra car bombing on Sunday.", "explosion", "Basra"),
        ("Two soldiers died in a Kandahar ambush on Monday.", "attack", "Kandahar"),
        ("The Beslan siege ended with the deaths of 300 people.", "blockade", "Beslan"),
        ("Four people died in the Madrid airport bombing.", "explosion", "Madrid"),
        ("The Grozny fighting has killed hundreds of civilians.", "clash", "Grozny"),
        ("The general was wounded in the Battle of Mogadishu in 1993.", "clash", "Mogadishu"),
        ("The general was wounded in the battle of the two armies in 1993.", "clash", None),
        ("Four men died in a Taliban ambush on Monday.", "attack", None),
        ("Six people were killed in a Russian attack on Monday.", "attack", None),
    ],
)
def test_an_act_is_in_the_town_it_is_called_by(text: str, act: str, place: str | None) -> None:
    assert where(only(told("en", text), "event", act=act)) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Annan met rebel leaders during a trip to Darfur.", "Darfur"),
        ("Hill met his counterpart while on a visit to Beijing.", "Beijing"),
        ("The minister met his counterpart during a visit by the king.", None),
    ],
)
def test_who_meets_on_a_journey_meets_where_it_leads(text: str, place: str | None) -> None:
    assert where(only(told("en", text), "meeting", format="talks")) == place


@pytest.mark.parametrize(
    ("text", "act", "place"),
    [
        ("Twelve people were treated in hospital after a bomb exploded on a bus.", "explosion", None),
        ("The bodies were taken to a morgue in Baquba after gunmen attacked a bus.", "attack", None),
        ("The wounded were flown to Germany after gunmen attacked a wedding near Kandahar.", "attack", "Kandahar"),
        ("Three people died in a market after a bomb exploded.", "explosion", "market"),
    ],
)
def test_where_people_were_brought_is_not_where_it_was(text: str, act: str, place: str | None) -> None:
    assert where(only(told("en", text), "event", act=act)) == place


@pytest.mark.parametrize("land", ["most of Mogadishu", "all of Mogadishu", "Mogadishu"])
def test_most_of_a_town_is_the_town(land: str) -> None:
    assert where(only(told("en", f"Fighting raged across {land}."), "event", act="clash")) == "Mogadishu"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Troops were deployed to Poso where three girls were killed last year.", (None, None)),
        ("Troops were deployed to Poso last year.", ("2023-01-01", "2023-12-31")),
        ("Troops who came last year were deployed to Poso on Monday.", ("2024-03-11", "2024-03-11")),
    ],
)
def test_what_was_where_an_act_is_has_a_day_of_its_own(text: str, days: tuple[str | None, str | None]) -> None:
    assert when(only(told("en", text), "deployment", change="deployed")) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Newspaper articles from 2008 describe the murder of fifty people.", (None, None)),
        ("Articles describe the murder of fifty people in 2008.", ("2008-01-01", "2008-12-31")),
    ],
)
def test_the_day_of_a_paper_is_not_that_of_the_act(text: str, days: tuple[str | None, str | None]) -> None:
    assert when(only(told("en", text), "event", act="attack")) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The leaders met on Monday and Tuesday in Berlin.", ("2024-03-11", "2024-03-12")),
        ("The leaders met on Sunday and Monday in Berlin.", ("2024-03-10", "2024-03-11")),
        ("The leaders met on Monday in Berlin.", ("2024-03-11", "2024-03-11")),
        ("The leaders met on Monday and Thursday in Berlin.", ("2024-03-11", "2024-03-11")),
    ],
)
def test_two_days_running_are_one_time(text: str, days: tuple[str | None, str | None]) -> None:
    assert when(only(told("en", text), "meeting")) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The agency had warned of it before the attacks on September 11.", ("2001-09-11", "2001-09-11")),
        ("Gunmen attacked a convoy on September 11.", ("2023-09-11", "2023-09-11")),
        ("Gunmen attacked a convoy on October Square.", (None, None)),
        ("Gunmen attacked a convoy in October.", ("2023-10-01", "2023-10-31")),
    ],
)
def test_days_that_name_things(text: str, days: tuple[str | None, str | None]) -> None:
    assert when(only(told("en", text), "event", act="attack")) == days


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The attack on the oil field was launched from Chad.", []),
        ("The attack on the oil field was launched by Chad.", ["Chad"]),
    ],
)
def test_where_an_attack_was_launched_from_did_not_launch_it(text: str, doers: list[str]) -> None:
    assert fillers(only(told("en", text), "event", act="attack"), "actor") == doers


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Fighting broke out between rival clans, with police struggling to restore order.", ["rival clans"]),
        ("Fighting broke out between rival clans and the police.", ["rival clans", "police"]),
    ],
)
def test_who_looks_on_does_not_fight(text: str, sides: list[str]) -> None:
    assert fillers(only(told("en", text), "event", act="clash"), "actor") == sides


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Gunmen's abduction of two nurses shocked the town.", ["Gunmen"]),
        ("The nurses' abduction shocked the town.", []),
        ("The abduction of two nurses shocked the town.", []),
    ],
)
def test_whose_abduction_it_was(text: str, doers: list[str]) -> None:
    found = [c for c in told("en", text) if c.kind == "casualty"]
    assert [who for c in found for who in fillers(c, "perpetrator")] == doers


@pytest.mark.parametrize(
    "text",
    [
        "The envoy returned to Khartoum for talks with the rebels on Monday.",
        "The envoy held talks with the rebels in Khartoum on Monday.",
    ],
)
def test_a_town_that_somebody_goes_to_is_no_side(text: str) -> None:
    meeting = only(told("en", text), "meeting")
    assert sorted(fillers(meeting, "participants")) == ["envoy", "rebels"]
    assert where(meeting) == "Khartoum"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Israel has targeted militants in helicopter strikes.", None),
        ("Israel has targeted militants in desert camps.", "desert camps"),
    ],
)
def test_what_an_act_was_done_by_is_no_place(text: str, place: str | None) -> None:
    assert where(only(told("en", text), "event", act="attack")) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kansas entered the Union in 1861.", None),
        ("Troops entered Kidal on Monday.", "Kidal"),
    ],
)
def test_a_body_is_no_town(text: str, place: str | None) -> None:
    assert where(only(told("en", text), "event", act="movement")) == place


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police officials said the gunmen had kidnapped them on Friday.", "them"),
        ("The villagers said the gunmen had kidnapped them on Friday.", "villagers"),
    ],
)
def test_officials_tell_of_others(text: str, who: str) -> None:
    assert fillers(only(told("en", text), "event", act="abduction"), "target") == [who]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The government held talks with Iran on Monday.", [None, "IRN"]),
        ("Iran's government held talks with Iraq on Monday.", ["IRN/GOV", "IRQ"]),
        ("Five Chinese were kidnapped on Friday.", ["CHN/CVL"]),
        ("Two Chinese soldiers were kidnapped on Friday.", ["CHN/MIL"]),
        ("A New York businessman was kidnapped on Friday.", [None]),
    ],
)
def test_whose_they_are(text: str, ids: list[str | None]) -> None:
    claims = [c for c in told("en", text) if c.kind in ("meeting", "event")]
    found = [actor for slot in ("participants", "target") for actor in actors(claims[0], slot)]
    assert [actor.id if actor is not None else None for actor in found] == ids


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Two guards of the Russian Gas Company were killed, police said.", None),
        ("Two guards of the Russian governor were killed, police said.", "RUS"),
    ],
)
def test_a_firm_does_not_tell_where_it_works(text: str, country: str | None) -> None:
    found = only(told("en", text), "casualty").attribution[0].actor
    assert (found.country if found is not None else None) == country


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Two men were shot, Palestinian medical and security officials and the Israeli army said.",
            ["Palestinian medical and security officials", "Israeli army"],
        ),
        ("Two men were shot near Gaza, medical sources and the army said.", ["medical sources", "army"]),
        (
            "Two men were shot at the house of Gandhi, chief of the ruling alliance, media reports said.",
            ["media reports"],
        ),
        ("Two men were shot, John Smith, spokesman for the army, said.", ["John Smith"]),
    ],
)
def test_all_who_tell_it(text: str, who: list[str]) -> None:
    shot = [c for c in told("en", text) if c.kind in ("event", "casualty")]
    assert {tuple(sources(c)) for c in shot} == {tuple(who)}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The opposition reiterated its demand that the government release the prisoners.", ["statement"]),
        ("The army rejected the rebels' demand to withdraw from the city.", ["statement", "statement"]),
        ("The general's order that the troops leave the bridge was obeyed.", ["obligation", "statement"]),
        ("The minister is concerned to protect the reputation of the army.", []),
        ("The minister is concerned that the army is too weak.", ["statement"]),
        ("About 62 percent of Israelis are worried about a new war.", []),
        ("Two ministers are worried about a new war.", ["statement"]),
        ("The generals congratulated themselves on the victory.", []),
        ("The generals congratulated the minister on the victory.", ["statement"]),
        ("The girl was admitted to hospital with a high fever, the agency said.", []),
        ("There is a chance that the two pilots would return unhurt.", []),
        ("The envoy of the predominantly Sunni Iraq Islamic Army left.", []),
    ],
)
def test_what_is_told_of_demands_and_cares(text: str, kinds: list[str]) -> None:
    found = (c.kind for c in told("en", text) if c.kind in ("statement", "obligation", "casualty", "territory"))
    assert sorted(found) == kinds


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("He was convicted of the attempted abduction of a judge.", set()),
        ("He was convicted of the abduction of a judge.", {"abduction"}),
    ],
)
def test_who_was_only_to_be_seized_was_not(text: str, acts: set[str]) -> None:
    found = {c.slots.get("act") for c in told("en", text)} | {c.slots.get("harm") for c in told("en", text)}
    assert found & {"abduction"} == acts


def test_which_one_it_is_is_no_purpose() -> None:
    attack = only(told("en", "They attacked the only party to have signed the accord."), "event", act="attack")
    assert "cause" not in attack.slots
