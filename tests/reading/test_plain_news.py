"""Acts of force, tolls, forces and trials as agencies tell them in plain sentences."""

from __future__ import annotations

import pytest

from gencatan import Claim
from gencatan.model import Count
from tests.reading.told import fillers, harmed, only, told


def acts(text: str) -> list[str | None]:
    """The acts of the events that are told."""
    return [str(c.slots["act"]) for c in told("en", text) if c.kind == "event"]


def forces(text: str) -> list[Claim]:
    """The deployments that are told."""
    return [c for c in told("en", text) if c.kind == "deployment"]


@pytest.mark.parametrize(
    "text",
    [
        "Snipers shot dead two guards and wounded a third near the gate.",
        "A landmine killed four herders and injured a fifth in the valley.",
    ],
)
def test_an_ordinal_alone_is_one_more(text: str) -> None:
    assert list(harmed(text, "injured")) == [1]


def test_a_part_of_those_told_of_is_not_one() -> None:
    assert 1 not in harmed("The blast killed four herders and injured a third of them.", "injured")


def test_one_number_counts_both_nouns_behind_it() -> None:
    text = "Soldiers freed 40 women and girls who had been abducted by bandits in May."
    assert harmed(text, "abducted") == {40: "40 women and girls"}
    text = "The blast killed 14 soldiers and two girls."
    assert harmed(text, "killed") == {14: "14 soldiers", 2: "two girls"}


def test_a_part_is_told_without_a_comma() -> None:
    assert harmed("The raid killed nine people including two nurses.", "killed") == {9: "nine people", 2: "two nurses"}


def test_a_clause_of_time_is_of_both_tolls_before_it() -> None:
    text = "One marcher was killed and six were wounded when soldiers opened fire in the square."
    tolls = [c for c in told("en", text) if c.kind == "casualty"]
    assert [fillers(c, "perpetrator") for c in tolls] == [["soldiers"], ["soldiers"]]


def test_the_missing_who_are_found_are_missing_no_more() -> None:
    assert harmed("The bodies of three missing soldiers were found on Friday.", "missing") == {}
    assert harmed("Three missing soldiers are feared dead.", "missing") != {}


def test_among_the_dead_was_somebody_of_an_age() -> None:
    assert "16-year-old boy" in harmed("Among the dead was a 16-year-old boy who had been shot.", "killed").values()


def test_the_gunman_is_one() -> None:
    assert harmed("The gunman was killed when police returned fire.", "killed") == {1: "gunman"}


def test_who_is_taken_to_hospital_is_not_abducted() -> None:
    assert harmed("Rebels attacked the post. Two officers were taken to hospital.", "abducted") == {}
    assert harmed("Rebels attacked the post and took two officers.", "abducted") != {}


def test_what_somebody_took_they_hold() -> None:
    text = "An army spokesman said its forces had recaptured the airport from militants on Friday."
    assert acts(text) == []
    only(told("en", text), "territory", relation="recaptures")
    assert acts("Troops stormed the airport on Friday.") == ["attack"]


def test_a_protest_that_is_lodged_is_no_march() -> None:
    text = "Tokyo lodged a protest through its embassy in Beijing."
    assert acts(text) == []
    only(told("en", text), "statement", act="condemn")
    assert acts("Thousands joined a protest in Beijing.") == ["protest"]


def test_who_took_the_town_after_fighting_with_somebody_fought_them() -> None:
    text = "Rebels seized the town on Monday after two days of heavy fighting with government troops."
    assert set(fillers(only(told("en", text), "event", act="clash"), "actor")) == {"Rebels", "government troops"}


def test_what_a_clause_tells_of_violence_is_told_once() -> None:
    assert acts("The violence erupted on Thursday when gunmen raided three villages.") == ["attack"]
    assert acts("The violence erupted on Thursday.") == ["other"]


@pytest.mark.parametrize(
    "text",
    [
        "A court jailed a man for eight years for planning bomb attacks on police stations.",
        "He was arrested on Monday for plotting an attack on the embassy.",
        "The court jailed two men for life over the bombing.",
    ],
)
def test_what_somebody_is_tried_for_is_not_told_as_to_come(text: str) -> None:
    assert acts(text) == ["arrest"]


def test_a_coup_that_a_trial_is_about_is_no_act_of_that_day() -> None:
    assert acts("A court sentenced five generals over the military coup to life in prison on Wednesday.") == ["other"]


def test_a_sentence_that_is_sought_is_asked_for() -> None:
    claims = told("en", "Prosecutors had sought a life sentence for the two officers.")
    assert [c.kind for c in claims] == ["statement"]
    assert fillers(only(claims, "statement", act="demand"), "speaker") == ["Prosecutors"]


def test_a_mission_is_there_whose_mandate_is_extended() -> None:
    text = "The Security Council voted on Thursday to extend the mandate of its peacekeeping mission in South Sudan."
    (mission,) = forces(text)
    assert (mission.status, fillers(mission, "force")) == ("asserted", ["its peacekeeping mission"])


def test_a_force_is_told_once_and_on_no_ground() -> None:
    (force,) = forces("The mission has about 17,000 troops and police on the ground.")
    assert "role" not in force.slots
    assert force.place is None
    assert len(forces("Reinforcements were sent to the area on Monday.")) == 1
    (gone,) = forces("The observer mission in Georgia was withdrawn.")
    assert gone.slots["change"] == "withdrawn"


def test_a_force_that_may_be_there_was_not_sent() -> None:
    (force,) = forces("Angola is thought to have some 1,000 soldiers inside the country.")
    assert (force.status, force.slots["change"]) == ("possible", "present")


def test_who_leaves_others_dead_goes_nowhere() -> None:
    assert forces("Marines clashed with gunmen on the island, leaving nine militants and four marines dead.") == []
    assert len(forces("The marines left the island on Monday.")) == 1


def test_a_government_lost_men_elsewhere() -> None:
    text = "Ukrainian forces withdrew from Avdiivka. Kyiv lost at least 850 soldiers there in the past week."
    toll = only(told("en", text), "casualty", harm="killed")
    assert toll.place is not None
    assert toll.place.span.text == "Avdiivka"


def test_a_name_in_an_adjective_is_no_town() -> None:
    text = "Troops took Sirte on Monday. The UN-backed government denied it had lost the city."
    lost = only(told("en", text), "territory", relation="loses")
    assert getattr(lost.slots["territory"], "text", None) == "Sirte"


def test_what_warplanes_strike_is_struck_from_the_air() -> None:
    assert acts("Turkish warplanes struck Kurdish militant targets in northern Iraq on Tuesday.") == ["air_strike"]
    assert acts("Militants struck an army base in northern Iraq on Tuesday.") == ["attack"]


def test_it_is_the_attack_and_made_none() -> None:
    text = "Rockets hit the base on Sunday, the Iraqi military said. It was the third such attack this month."
    claims = told("en", text)
    assert [s.span.text for s in only(claims, "event", act="shelling").attribution] == ["Iraqi military"]
    assert [fillers(c, "actor") for c in claims if c.kind == "event"] == [[], []]


def test_a_march_that_was_to_come_is_not_on_the_day_of_the_arrest() -> None:
    text = "Police on Monday arrested a separatist leader, hours before he was due to lead a march."
    claims = told("en", text)
    assert only(claims, "event", act="protest").date is None
    arrest = only(claims, "event", act="arrest")
    assert arrest.date is not None
    assert arrest.date.start == "2024-03-11"


def test_the_name_of_a_capital_is_no_party() -> None:
    text = "Riot police clashed with opposition supporters in the Georgian capital Tbilisi overnight, arresting dozens."
    clash = only(told("en", text), "event", act="clash")
    assert fillers(clash, "actor") == ["Riot police", "opposition supporters"]


def test_whom_a_bus_carried_is_no_act_beside_the_attack() -> None:
    text = "Gunmen opened fire on a minibus carrying Shia pilgrims near the city of Quetta, killing 12 people."
    assert acts(text) == ["attack"]


def test_a_part_is_told_before_the_verb() -> None:
    text = "At least five people, among them a toddler, were killed in overnight shelling of Kherson."
    assert harmed(text, "killed") == {5: "At least five people", 1: "toddler"}


def test_it_is_the_body_that_a_spokesman_speaks_for() -> None:
    text = "A mortar hit a school in Yemen. An army spokesman said it had killed ten rebels near the town."
    assert fillers(only(told("en", text), "casualty", harm="killed"), "perpetrator") == ["army"]


def test_an_attack_that_left_dead_was_made_whoever_planned_it() -> None:
    text = "Police have detained 14 people suspected of organising a knife attack in Kunming that left 29 dead."
    assert only(told("en", text), "event", act="attack").status == "asserted"


def test_who_is_hanged_is_executed_and_not_attacked_too() -> None:
    assert acts("The authorities in Gaza hanged three men on Thursday for collaborating with the enemy.") == [
        "execution"
    ]


def test_a_region_by_its_name_accuses() -> None:
    text = "Georgia's breakaway region of South Ossetia accused Tbilisi of shelling its capital overnight."
    claims = told("en", text)
    assert fillers(only(claims, "statement", act="accuse"), "speaker") == [
        "Georgia's breakaway region of South Ossetia"
    ]
    assert [s.span.text for s in only(claims, "event").attribution] == ["Georgia's breakaway region of South Ossetia"]


def test_a_term_in_prison_is_no_place() -> None:
    text = "A judge sentenced a student leader to 17 years in prison for murder."
    sentenced = only(told("en", text), "event", act="other")
    assert (fillers(sentenced, "target"), sentenced.place) == (["student leader"], None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A tribunal jailed the colonel for 20 years in civilian prison.", None),
        ("The rebels held the priest for two years in Insein prison.", "Insein prison"),
        ("Police arrested two men at a military prison in Kemba.", "Kemba"),
    ],
)
def test_a_prison_is_a_place_where_it_is_no_term(text: str, place: str | None) -> None:
    taken = [c for c in told("en", text) if c.kind in ("casualty", "event")]
    assert [c.kind for c in taken] == ["casualty", "event"]
    assert {c.place.span.text if c.place else None for c in taken} == {place}


def test_whom_gunmen_seized_may_be_told_by_name() -> None:
    text = "Ghislaine Dupont and Claude Verlon were seized by four gunmen in Kidal."
    seized = [c for c in told("en", text) if c.kind == "casualty"]
    assert [(c.slots["harm"], fillers(c, "victims")) for c in seized] == [
        ("abducted", ["Ghislaine Dupont"]),
        ("abducted", ["Claude Verlon"]),
    ]


def test_who_runs_over_a_mine_sets_it_off() -> None:
    text = "Two men were hurt when their vehicle ran over an anti-tank mine near Izyum on Monday."
    blast = only(told("en", text), "event")
    assert (blast.slots["act"], fillers(blast, "target"), "cause" in blast.slots) == (
        "explosion",
        ["their vehicle"],
        False,
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "At least 18 people were killed and 35 others wounded in twin suicide bombings at a market in Jos."),
        ("id", "Delapan orang tewas dan 20 lainnya terluka dalam serangan bom di pasar Kano."),
    ],
)
def test_both_tolls_are_of_the_act_behind_the_second(language: str, text: str) -> None:
    claims = told(language, text)
    target = fillers(only(claims, "event", act="explosion"), "target")
    assert fillers(only(claims, "casualty", harm="killed"), "victims")[0] in target


def test_a_term_to_be_served_is_no_time_that_went_by() -> None:
    text = "The former president was jailed for 25 years over the killings."
    assert only(told("en", text), "casualty", harm="detained").date is None
    text = "Mantan presiden itu dipenjara selama enam tahun karena korupsi."
    assert only(told("id", text), "casualty", harm="detained").date is None
    text = "The surgeon was held for seven months without charge."
    assert only(told("en", text), "casualty", harm="detained").date is not None


def test_grounds_on_which_somebody_is_freed_are_no_place() -> None:
    freed = told("en", "A court ordered his release on humanitarian grounds.")
    assert only(freed, "obligation").slots["action"] == "release"
    assert all(c.place is None for c in freed)
    shelling = only(told("en", "Artillery shells crashed into the grounds of the main hospital on Saturday."), "event")
    assert fillers(shelling, "target") == ["grounds of the main hospital"]


def test_what_holds_in_english_holds_in_indonesian() -> None:
    text = "Serangan udara di Nabatieh menewaskan tujuh orang termasuk tiga anak, kata kementerian kesehatan."
    counts = [c.slots["count"] for c in told("id", text) if c.kind == "casualty"]
    assert sorted(c.min or 0 for c in counts if isinstance(c, Count)) == [3, 7]
    text = "Pemberontak merebut kota Bunagana setelah dua hari pertempuran dengan pasukan pemerintah."
    sides = fillers(only(told("id", text), "event", act="clash"), "actor")
    assert set(sides) == {"Pemberontak", "pasukan pemerintah"}
    text = "Seorang demonstran tewas dan delapan terluka ketika polisi melepaskan tembakan di Dara."
    tolls = [c for c in told("id", text) if c.kind == "casualty"]
    assert [fillers(c, "perpetrator") for c in tolls] == [["polisi"], ["polisi"]]
    (force,) = [c for c in told("id", "Bala bantuan dikirim ke daerah itu pada Senin.") if c.kind == "deployment"]
    assert (force.slots["change"], "role" in force.slots) == ("reinforced", False)


def test_what_shells_strike_is_the_target() -> None:
    text = "Mortar rounds struck a school in Aleppo on Sunday, killing eight children."
    struck = only(told("en", text), "event")
    assert (struck.slots["act"], fillers(struck, "target")) == ("shelling", ["school"])


def test_who_puts_losses_at_two_numbers_says_both() -> None:
    claims = told("en", "Armenian separatists put their own losses at 200 dead and 400 injured.")
    assert [[s.span.text for s in c.attribution] for c in claims] == [["Armenian separatists"]] * 2


def test_nobody_shoots_themselves_dead_before_they_are_shot() -> None:
    text = "Two men stabbed a soldier at a checkpoint near Hebron before being shot dead, the army said."
    assert fillers(only(told("en", text), "casualty", harm="killed"), "perpetrator") == []


def test_a_day_behind_the_blame_is_the_day_of_the_act() -> None:
    text = "Fourteen soldiers were killed in an ambush blamed on Boko Haram near the border on Saturday night."
    toll = only(told("en", text), "casualty")
    assert toll.date is not None
    assert toll.date.start == "2024-03-09"


def test_a_massacre_is_not_on_the_day_of_the_verdict() -> None:
    text = "A court convicted the general on Wednesday over the massacre of 8,000 villagers in Srebrenica."
    claims = told("en", text)
    assert only(claims, "event", act="attack").date is None
    verdict = only(claims, "event", act="other")
    assert verdict.date is not None
    assert (verdict.date.start, fillers(verdict, "target")) == ("2024-03-13", ["general"])


def test_life_is_nobody_who_is_imprisoned() -> None:
    text = "The general was convicted on Wednesday. He was sentenced to life imprisonment."
    (convicted,) = told("en", text)
    assert (convicted.slots["act"], fillers(convicted, "target")) == ("other", ["general"])


def test_what_is_only_tried_for_is_nobodys() -> None:
    found = told("en", "Troops tried to seize the airport.")
    assert only(found, "event", act="attack")
    assert not [c for c in found if c.kind == "territory"]
    assert not [c for c in told("id", "Tentara berusaha merebut bandara itu.") if c.kind == "territory"]
    assert only(told("id", "Tentara merebut bandara itu."), "territory")


@pytest.mark.parametrize(
    ("language", "text", "acts"),
    [
        ("en", "Gunmen tried to kill the mayor on Monday.", ["attack"]),
        ("id", "Milisi mencoba membunuh wali kota itu pada Senin.", ["attack"]),
        ("en", "Troops are trying to free two nurses.", []),
        ("id", "Aparat masih berupaya membebaskan dua perawat itu.", []),
        ("id", "Aparat berhasil membebaskan dua perawat itu.", ["release"]),
        ("id", "Polisi berupaya melakukan penangkapan terhadap dua perampok.", []),
        ("en", "Rebels attempted to capture the town of Kora.", ["attack"]),
        ("id", "Pemberontak berusaha merebut kota Kora.", ["attack"]),
        ("en", "Rebels tried to attack the base.", ["attack"]),
        ("id", "Upaya pembebasan sandera masih dilakukan.", []),
        ("id", "Pembebasan 20 sandera dilakukan pada Senin.", ["release"]),
        ("en", "Fighting disrupted aid deliveries to Kora.", ["clash"]),
        ("id", "Pertempuran mempersulit pengiriman bantuan ke Kora.", ["clash"]),
        ("id", "Tentara menghalangi penyaluran bantuan ke Kora.", ["blockade"]),
        ("id", "PBB mengirim bantuan ke Kora pada Senin.", ["delivery"]),
    ],
)
def test_of_what_is_tried_only_the_force_used_is_told(language: str, text: str, acts: list[str]) -> None:
    found = told(language, text)
    assert [c.slots["act"] for c in found if c.kind == "event"] == acts
    assert not [c for c in found if c.kind in ("casualty", "territory")]


def test_who_plans_to_join_those_who_attacked_takes_nothing_from_the_attack() -> None:
    text = "He was jailed for planning to join a militia that carried out a wave of attacks on villages."
    assert only(told("en", text), "event", act="attack").status == "asserted"


def test_somebody_named_is_not_one_of_the_soldiers_joined_to_him() -> None:
    found = [c for c in told("en", "The shelling killed Ali Hassan and soldiers.") if c.kind == "casualty"]
    assert sorted(str(fillers(c, "victims")) for c in found) == ["['Ali Hassan']", "['soldiers']"]


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("en", "The UN said it was investigating the allegations.", ["allegations"]),
        ("en", "Police are investigating the attack in Kora.", ["attack"]),
        ("id", "Polisi menyelidiki serangan itu.", ["serangan itu"]),
        ("id", "Kejaksaan membuka penyelidikan atas serangan terhadap sekolah itu.", ["serangan"]),
        ("id", "Kejaksaan membuka penyelidikan atas dua perwira itu.", ["dua perwira itu"]),
    ],
)
def test_what_happened_may_be_what_is_investigated(language: str, text: str, targets: list[str]) -> None:
    assert fillers(only(told(language, text), "event", act="investigation"), "target") == targets
