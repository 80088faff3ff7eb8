"""Claims that one word made wrong: who was hurt, what was fought, what is only permitted or looked into."""

from __future__ import annotations

import pytest

from gencatan import Claim
from tests.reading.told import fillers, harmed, only, sources, told


def kinds(claims: list[Claim]) -> list[str]:
    """The kinds of all that was told."""
    return [c.kind for c in claims]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Three people were taken to hospital with gunshot wounds after the raid in Quetta.", 3),
        ("Two boys were rushed to a clinic with burns after the shelling of Goma.", 2),
        ("Four officers were treated for cuts after protesters threw stones at police in Nairobi.", 4),
        ("Doctors in Goma treated 30 people for bullet wounds.", 30),
        ("The shelling of the camp left six people with burns.", 6),
    ],
)
def test_whom_doctors_see_for_wounds_was_wounded(text: str, count: int) -> None:
    assert list(harmed(text, "injured")) == [count]
    toll = only(told("en", text), "casualty", harm="injured")
    assert fillers(toll, "perpetrator") in ([], ["protesters"])
    assert any(word in toll.evidence[0].text for word in ("wounds", "burns", "cuts"))


def test_the_sick_are_not_wounded() -> None:
    assert harmed("Thousands of people in Aden were treated for cholera after the shelling.", "injured") == {}
    claims = told("en", "Two guards were taken to hospital with burns and a third with malaria after the raid on Goma.")
    assert len([c for c in claims if c.slots.get("harm") == "injured"]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Two guards were fatally wounded in an ambush near Gao.",
        "A sniper fired on the checkpoint, fatally wounding two guards.",
        "Gunmen fatally shot two guards in Kabul.",
    ],
)
def test_who_is_fatally_hurt_dies(text: str) -> None:
    assert harmed(text, "killed") == {2: "Two guards" if text.startswith("Two") else "two guards"}
    assert harmed(text, "injured") == {}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Shooting between soldiers and gunmen broke out near the market in Goma.", "clash"),
        ("Gunfire between soldiers and gunmen rang out in Goma.", "clash"),
        ("Mortar fire between soldiers and gunmen set two houses in Goma ablaze.", "shelling"),
    ],
)
def test_shots_between_two_sides_are_from_both(text: str, act: str) -> None:
    assert fillers(only(told("en", text), "event", act=act), "actor") == ["soldiers", "gunmen"]


def test_shots_between_two_places_are_of_no_side() -> None:
    fired = only(told("en", "Shooting between the market and the bridge killed a trader on Monday."), "event")
    assert fired.slots["act"] == "attack"
    assert "actor" not in fired.slots


@pytest.mark.parametrize("post", ["police post", "army post", "border post"])
def test_a_post_of_the_police_is_none_of_a_goal(post: str) -> None:
    hit = only(told("en", f"A rocket hit a {post} in Kirkuk on Sunday."), "event", act="shelling")
    assert fillers(hit, "target") == [post]


def test_news_is_welcomed_with_praise_and_people_are_not() -> None:
    praised = only(told("en", "The rebels welcomed the release of the two pilots."), "statement")
    assert praised.slots["act"] == "support"
    text = "Crowds in Amman welcomed the king on Monday, a day after rebels shelled the port of Aqaba."
    assert kinds(told("en", text)) == ["event"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The new law allows police to arrest suspects without a warrant."),
        ("en", "Parliament debated a bill that would let the army detain civilians for six months."),
        ("en", "Emergency rules permit soldiers to shoot looters on sight."),
        ("en", "The decree allowed soldiers to shoot at protesters."),
        ("id", "Undang-undang itu membolehkan polisi menahan redaktur."),
        ("id", "UU baru itu memungkinkan polisi menangkap tersangka tanpa surat perintah."),
        ("id", "Aturan darurat mengizinkan aparat menembak penjarah di tempat."),
    ],
)
def test_what_a_law_permits_is_not_done(language: str, text: str) -> None:
    assert not {"event", "casualty"} & set(kinds(told(language, text)))


def test_what_somebody_permits_is_done() -> None:
    claims = told("en", "The army allowed 200 families to leave the besieged town on Monday.")
    assert fillers(only(claims, "event", act="movement"), "actor") == ["200 families"]
    truce = only(told("en", "The truce allows aid convoys to enter Aleppo."), "obligation")
    assert truce.slots["action"] == "grant_access"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The council called for an investigation into the shelling of a hospital in Sumy."),
        ("en", "The bishop demanded that the army investigate the shelling of a hospital in Sumy."),
        ("id", "PBB menyerukan penyelidikan terhadap penembakan rumah sakit di Sumy."),
    ],
)
def test_what_an_inquiry_looks_into_happened(language: str, text: str) -> None:
    struck = only(told(language, text), "event")
    assert struck.status == "asserted"
    assert fillers(struck, "target") in (["hospital"], ["rumah sakit"])


def test_an_inquiry_that_is_ordered_is_yet_to_come() -> None:
    claims = told("en", "The president ordered an inquiry into the killing of 80 villagers in Kaduna.")
    assert only(claims, "statement").slots["act"] == "demand"
    duty = only(claims, "obligation")
    assert (duty.slots["action"], duty.slots["basis"], sources(duty)) == ("investigate", "order", ["president"])
    assert [c.slots["act"] for c in claims if c.kind == "event"] == ["attack"]
    launched = told("en", "Prosecutors launched an inquiry into the killing of 80 villagers in Kaduna.")
    assert only(launched, "event", act="investigation").status == "asserted"


def test_a_meeting_called_off_is_only_denied() -> None:
    claims = told("en", "Turkey cancelled a meeting with the Greek foreign minister on Monday.")
    assert kinds(claims) == ["meeting"]
    assert claims[0].status == "denied"


def test_what_somebody_calls_an_attack_is_their_word() -> None:
    text = "Ten people died in what officials described as an attack by gunmen on a hotel in Herat."
    assert sources(only(told("en", text), "event")) == ["officials"]
    claims = told("en", "Jihadists stormed an army camp in what officials called the worst raid in years.")
    assert fillers(only(claims, "event"), "target") == ["army camp"]


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "Rockets fired by rebels hit a school in Bakhmut.", "rebels"),
        ("en", "A missile that Houthi fighters had fired hit a school in Aden.", "Houthi fighters"),
        ("id", "Roket yang ditembakkan pemberontak menghantam sebuah sekolah di Bakhmut.", "pemberontak"),
    ],
)
def test_who_fired_what_struck_did_it(language: str, text: str, actor: str) -> None:
    hit = only(told(language, text), "event")
    assert fillers(hit, "actor") == [actor]
    assert fillers(hit, "target") in (["school"], ["sekolah"])


def test_who_supplied_what_struck_did_not() -> None:
    claims = told("en", "Missiles supplied by Iran hit a base near Erbil.")
    hit = only(claims, "event", act="air_strike")
    assert fillers(hit, "target") == ["base"]
    assert "actor" not in hit.slots


@pytest.mark.parametrize(
    ("language", "text", "target"),
    [
        ("en", "Kyiv reported mortar fire on the town of Aghdam.", "town of Aghdam"),
        ("en", "The army confirmed an air strike on a market in Taiz.", "market"),
        ("id", "Kyiv melaporkan serangan roket ke kota Aghdam pada Senin.", "kota Aghdam"),
    ],
)
def test_what_is_told_right_behind_an_act_is_what_it_struck(language: str, text: str, target: str) -> None:
    struck = only(told(language, text), "event")
    assert (fillers(struck, "target"), len(sources(struck))) == ([target], 1)


def test_who_decrees_a_curfew_imposes_it_and_hours_are_no_years() -> None:
    curfew = only(told("en", "The junta has decreed a curfew from 1800 to 0600 in the capital."), "event")
    assert (curfew.slots["act"], fillers(curfew, "actor"), curfew.date) == ("closure", ["junta"], None)
    ruled = only(told("en", "Rebels held the town of Goma from 1990 to 1996."), "territory")
    assert ruled.date is not None
    assert str(ruled.date.start) == "1990-01-01"


def test_patrols_are_movement_and_exercises_are_not() -> None:
    text = "Turkish and Russian troops began joint patrols along the border on Friday."
    assert fillers(only(told("en", text), "event", act="movement"), "actor") == ["Turkish and Russian troops"]
    only(told("en", "The navies of Kenya and Uganda held joint exercises on Lake Victoria."), "event", act="other")


def test_who_may_not_move_is_shut_in() -> None:
    shut = only(told("en", "The army has restricted the movement of aid convoys into Tigray."), "event")
    assert (shut.slots["act"], fillers(shut, "target")) == ("closure", ["movement of aid convoys"])


def test_what_holds_up_an_advance_is_its_target() -> None:
    pushed = only(told("en", "Fighters tried to break through army lines near the bridge."), "event")
    assert (pushed.slots["act"], fillers(pushed, "target")) == ("movement", ["army lines"])
    entered = only(told("en", "Rebels broke into the suburb of Katana on Sunday."), "event")
    assert "target" not in entered.slots
    assert entered.place is not None


def test_what_a_crowd_throws_is_an_attack_and_a_grenade_an_explosion() -> None:
    thrown = only(told("en", "Protesters threw stones and petrol bombs at armoured cars in Belfast."), "event")
    assert (thrown.slots["act"], fillers(thrown, "target")) == ("attack", ["armoured cars"])
    only(told("en", "Attackers threw a grenade into a bar in Bujumbura."), "event", act="explosion")


def test_who_is_held_responsible_is_accused_and_did_it() -> None:
    claims = told("en", "The army holds the militia responsible for the bombing of a market in Taiz.")
    charge = only(claims, "statement")
    assert (charge.slots["act"], fillers(charge, "speaker"), fillers(charge, "addressee")) == (
        "accuse",
        ["army"],
        ["militia"],
    )
    blast = only(claims, "event")
    assert (fillers(blast, "actor"), fillers(blast, "target"), sources(blast)) == (["militia"], ["market"], ["army"])


def test_what_nobody_claims_happened() -> None:
    attack = only(told("en", "No group has claimed the massacre."), "event")
    assert (attack.status, attack.slots["act"]) == ("asserted", "attack")
    assert "actor" not in attack.slots


def test_who_seeks_shelter_flees_and_who_seeks_asylum_asks() -> None:
    fled = told("en", "Tens of thousands of people have sought shelter in UN bases.")
    assert sorted(kinds(fled)) == ["casualty", "event"]
    asked = only(told("en", "Two officers sought asylum in Turkey on Monday."), "statement")
    assert (asked.slots["act"], fillers(asked, "speaker")) == ("appeal", ["Two officers"])


def test_one_alone_shakes_hands_with_nobody_of_note() -> None:
    alone = told("en", "The minister shook hands at the barracks in Goma, where rebels killed nine men on Monday.")
    assert "meeting" not in kinds(alone)
    assert "casualty" in kinds(alone)
    both = only(told("en", "The president and his rival shook hands in Addis Ababa."), "meeting")
    assert fillers(both, "participants") == ["president", "his rival"]


def test_who_crosses_a_border_is_not_always_driven_from_home() -> None:
    freed = told("en", "The first 13 of 50 hostages crossed into Egypt on Friday.")
    assert kinds(freed) == ["event"]
    assert harmed("Some 400 villagers crossed into Thailand on Friday.", "displaced") == {400: "Some 400 villagers"}
    leader = told("en", "The North's leader walked across the border for talks with the South's president.")
    assert sorted(kinds(leader)) == ["event", "meeting"]


def test_a_town_taken_without_a_shot_is_a_town_taken() -> None:
    assert kinds(told("en", "Troops entered the town without firing a shot.")) == ["event"]


def test_that_a_leader_is_jailed_is_no_news() -> None:
    claims = told("en", "The jailed leader of the rebels told his fighters to stop fighting.")
    assert sorted(kinds(claims)) == ["obligation", "statement"]
    jailed = told("en", "Two rebel leaders were jailed on Monday.")
    assert fillers(only(jailed, "event", act="arrest"), "target") == ["Two rebel leaders"]


@pytest.mark.parametrize(
    ("language", "text", "owns"),
    [
        ("en", "Army officials confirmed that their men attacked the barracks.", True),
        ("en", "Army officials confirmed that rebels attacked the barracks.", False),
        ("en", "The government confirmed that ten of its soldiers had been killed in Gao.", False),
        ("id", "Tentara membenarkan pihaknya menembak dua warga di Poso.", True),
        ("id", "Polisi membenarkan bahwa pemberontak menyerang pos itu.", False),
    ],
)
def test_who_confirms_owns_up_only_to_what_they_did(language: str, text: str, owns: bool) -> None:
    claims = told(language, text)
    assert ("statement" in kinds(claims)) == owns
    assert all(sources(c) for c in claims if c.kind != "statement")
    assert len(claims) >= 1


def test_violence_between_communities_is_a_fight() -> None:
    claims = told("en", "Two people died in communal violence in Plateau state on Sunday.")
    assert only(claims, "event").slots["act"] == "clash"
    assert "casualty" in kinds(claims)


def test_who_goes_on_fighting_is_to_fight() -> None:
    clash = only(told("en", "The rebels will go on fighting, their leader said."), "event", act="clash")
    assert (clash.status, fillers(clash, "actor")) == ("planned", ["rebels"])


def test_what_is_not_done_until_then_hangs_on_it() -> None:
    claims = told("en", "We will not leave Basra until security is restored, the general said.")
    duty = only(claims, "obligation")
    assert (duty.status, duty.slots["action"]) == ("conditional", "withdraw")


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        ("The minister said that ten people had been killed and called the attack a crime.", "minister", "condemn"),
        ("The mayor said two schools had been hit and urged residents to leave the town.", "mayor", "appeal"),
        ("The governor said gunmen abducted 40 pupils and demanded a ransom.", "gunmen", "demand"),
    ],
)
def test_those_to_whom_it_was_done_say_no_more_of_it(text: str, speaker: str, act: str) -> None:
    assert fillers(only(told("en", text), "statement", act=act), "speaker") == [speaker]


def test_a_land_is_told_by_its_name_and_not_by_what_it_is() -> None:
    held = only(told("en", "Lysychansk is the only big town of the province still held by Kyiv."), "territory")
    assert getattr(held.slots["territory"], "text", None) == "Lysychansk"
    held = only(told("en", "The general is the only man in the town held by the rebels."), "territory")
    assert getattr(held.slots["territory"], "text", None) == "town"


def test_who_votes_to_accept_has_accepted() -> None:
    agreed = only(told("en", "The cabinet voted to accept the truce on Monday."), "agreement", stage="agreed")
    assert agreed.status == "asserted"
    to_come = only(told("en", "The cabinet is to vote on Monday to accept the truce."), "agreement", stage="agreed")
    assert to_come.status == "planned"


def test_talks_called_off_for_a_day_are_denied_for_it() -> None:
    off = only(told("en", "The peace talks scheduled for Monday in Juba were called off."), "meeting")
    assert (off.status, off.date is not None, off.place is not None) == ("denied", True, True)


def test_what_they_called_a_massacre_is_told_by_them() -> None:
    claims = told("en", "The rebels denounced what they called a massacre of 30 villagers in Moura.")
    killed = only(claims, "event", act="attack")
    assert (fillers(killed, "target"), sources(killed)) == (["30 villagers"], ["rebels"])
    assert fillers(only(claims, "statement"), "speaker") == ["rebels"]
    named = only(told("en", "The general called the raid on the camp a massacre."), "statement")
    assert fillers(named, "speaker") == ["general"]


def test_people_who_are_seized_are_no_land() -> None:
    claims = told("en", "Twenty-one Filipinos, seized by Syrian rebels at a post near Quneitra, were freed on Friday.")
    assert sorted(kinds(claims)) == ["casualty", "event", "event"]
    town = only(told("en", "Rebels seized the town of Wau on Monday."), "territory")
    assert fillers(town, "by") == ["Rebels"]


def test_what_somebody_is_hired_for_is_not_done_by_that() -> None:
    claims = told("en", "Agents arrested the doctor and later recruited him to infiltrate the group.")
    assert [c.slots["act"] for c in claims if c.kind == "event"] == ["arrest"]
    only(told("en", "Militiamen infiltrated the town of Wau on Monday."), "event", act="movement")


def test_who_is_thrown_out_is_no_proposal() -> None:
    claims = told("en", "The movement wants a government that can throw out the occupation forces.")
    assert kinds(claims) == ["event"]
    assert only(told("en", "Parliament threw out the bill on Monday."), "statement").slots["act"] == "reject"


def test_the_day_of_an_inquiry_is_not_that_of_what_it_looks_into() -> None:
    claims = told("en", "An inquiry into the killing of two protesters is to begin on Monday.")
    assert only(claims, "event", act="investigation").date is not None
    assert only(claims, "casualty").date is None
    own = told("en", "The council called for an inquiry into the shelling of a hospital on 3 March.")
    assert only(own, "event").date is not None


@pytest.mark.parametrize("verb", ["hurled", "lobbed", "threw"])
def test_a_petrol_bomb_is_no_shell(verb: str) -> None:
    thrown = only(told("en", f"Youths {verb} petrol bombs at soldiers in Derry on Monday."), "event")
    assert (thrown.slots["act"], fillers(thrown, "target")) == ("attack", ["soldiers"])
    only(told("en", "Militiamen lobbed mortar bombs at an army post near Gao."), "event", act="shelling")
