"""Who was harmed and by what, by the order of the words where trees of elliptical lists go astray."""

from __future__ import annotations

import pytest

from gencatan import Claim
from gencatan.model import Count
from tests.reading.told import fillers, harmed, only, sources, told


def test_an_article_counts_one_behind_and() -> None:
    found = harmed("The blast killed seven aid workers and a visiting nurse.", "killed")
    assert found == {7: "seven aid workers", 1: "visiting nurse"}


def test_of_a_part_told_the_part_counts() -> None:
    assert 2 in harmed("Gunmen shot two of the drivers, who died at the roadside.", "killed")


def test_a_number_says_of_whom_it_is_so_many() -> None:
    assert harmed("The ministry said five of its soldiers had been killed.", "killed") == {5: "five of its soldiers"}
    assert harmed("Five of the houses burned and ten people died.", "killed") == {10: "ten people"}


def test_not_one_is_no_number() -> None:
    assert harmed("Not one villager was injured.", "injured") == {None: "one villager"}


def test_feared_dead_is_a_death_that_may_be() -> None:
    assert (
        only(told("en", "Twelve miners are feared dead, officials said."), "casualty", harm="killed").status
        == "possible"
    )


def test_who_did_it_behind_those_it_was_done_to() -> None:
    found = only(told("en", "The killing of the envoy by gunmen shocked the town."), "event")
    assert (fillers(found, "actor"), fillers(found, "target")) == (["gunmen"], ["envoy"])


LISTS = [
    (
        "Clashes left 12 rebels and two soldiers dead and nine villagers injured, and destroyed 5 houses.",
        {12: "12 rebels", 2: "two soldiers"},
        {9: "nine villagers"},
    ),
    ("A guard was shot dead and two others wounded on Monday.", {1: "guard"}, {2: "two others"}),
    ("The blast left 12 dead and 17 wounded.", {12: ""}, {17: ""}),
    ("The raid went on for an hour, killing five people and injuring seven.", {5: "five people"}, {7: ""}),
    ("Among those killed were two women and four children.", {2: "two women", 4: "four children"}, {}),
    ("Two women and four children were among the dead.", {2: "Two women", 4: "four children"}, {}),
    ("The two wounded men were in serious condition.", {}, {2: "two wounded men"}),
]


@pytest.mark.parametrize(("text", "killed", "injured"), LISTS)
def test_each_number_goes_with_the_harm_told_after_it(
    text: str, killed: dict[int | None, str], injured: dict[int | None, str]
) -> None:
    assert (harmed(text, "killed"), harmed(text, "injured")) == (killed, injured)


@pytest.mark.parametrize(
    "text",
    [
        "There were no reports of injuries in Zelin.",
        "Rescuers carried the dead and wounded to a hospital.",
        "The agency said the missing former soldier was found.",
    ],
)
def test_the_dead_and_the_missing_uncounted_are_no_toll(text: str) -> None:
    assert not [c for c in told("en", text) if c.kind == "casualty"]


def test_of_two_subjects_before_a_passive_the_nearer_was_harmed() -> None:
    text = (
        "Charities working in the region on Monday raised concerns for the safety of civilians "
        "in the troubled Bellmar district where over 120,000 people have been displaced."
    )
    assert harmed(text, "displaced") == {120_001: "over 120,000 people"}


def event(text: str, act: str) -> Claim:
    return only(told("en", text), "event", act=act)


def test_who_killed_in_a_strike_made_it() -> None:
    claim = event("Government troops killed ten rebels in an airstrike on a camp.", "air_strike")
    assert fillers(claim, "actor") == ["Government troops"]


def test_victims_are_the_target_of_the_act_they_died_in_and_of_no_other() -> None:
    text = "Four people were killed when a car bomb exploded in Zelin."
    assert fillers(event(text, "explosion"), "target") == ["Four people"]
    assert fillers(event("The raid ended before two men were killed in Zelin.", "attack"), "target") == []


def test_whom_one_fights_is_not_beside_one() -> None:
    claim = event("The rebels took up arms against the central government.", "clash")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (["rebels"], ["central government"])


def test_a_past_form_without_an_object_was_suffered() -> None:
    claim = event("Two engineers abducted in Zelin last week are safe.", "abduction")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == ([], ["Two engineers"])


def test_where_somebody_is_brought_is_no_purpose() -> None:
    claim = event("About 40 people were taken to hospital.", "evacuation")
    assert "cause" not in claim.slots


def test_whom_a_thing_is_given_to_is_the_target() -> None:
    claim = event("The kingdom granted political asylum to the exiled leader.", "delivery")
    assert fillers(claim, "target") == ["exiled leader"]


def test_what_is_found_did_not_go_off() -> None:
    claim = event("Three unexploded mortar shells were found in a field.", "find")
    assert fillers(claim, "target") == ["Three unexploded mortar shells"]
    assert "instrument" not in claim.slots


def test_the_month_of_march_is_no_protest() -> None:
    assert not [c for c in told("en", "Lawmakers of Ardania passed the bill on March 31.") if c.kind == "event"]


def test_both_sides_of_a_meeting_take_part() -> None:
    claim = only(told("en", "President Orlan of Ardania will meet Chancellor Vesh of Borland in Zelin."), "meeting")
    assert len(fillers(claim, "participants")) == 2


def test_no_reports_of_clashes_tell_of_none() -> None:
    assert not told("en", "The ministry has had no reports of clashes or arrests.")


def test_the_crowd_with_what_it_is_met_with_is_no_weapon() -> None:
    claim = event("The police dispersed the crowd with tear gas.", "other")
    assert fillers(claim, "target") == ["crowd"]
    assert getattr(claim.slots.get("instrument"), "text", "") != "crowd"


def test_a_lost_object_makes_no_passive() -> None:
    claim = event("The FBI arrested more than 100 mob members.", "arrest")
    assert fillers(claim, "target") != ["FBI"]


def test_who_keeps_a_place_under_siege_is_not_besieged() -> None:
    claim = event("A village is under siege by the army.", "blockade")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (["army"], ["village"])


def test_sanctions_that_are_lifted_are_told_once() -> None:
    found = [
        c for c in told("en", "Ardania refused to lift the sanctions on Borland.") if c.slots.get("act") == "sanction"
    ]
    assert not found


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Border guards shot dead a man.", "Border guards", "man"),
        ("Unknown assailants stabbed a priest.", "Unknown assailants", "priest"),
        ("A suicide bomber struck a wedding.", "suicide bomber", "wedding"),
    ],
)
def test_short_sentences_have_a_doer_and_a_target(text: str, actor: str, target: str) -> None:
    claim = event(text, "attack")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == ([actor], [target])


def test_a_spate_of_killings_is_told() -> None:
    assert event("A spate of killings has shaken the province.", "attack")


def test_nobody_is_the_target_of_their_own_act() -> None:
    claim = event("Fighters blew themselves up when they were surrounded.", "explosion")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (["Fighters"], [])


def test_what_is_fired_at_somebody_is_only_what_is_fired() -> None:
    claim = event("The army fired tear gas at the protesters.", "attack")
    assert getattr(claim.slots.get("instrument"), "text", "") == "tear gas"


def test_the_number_of_dead_is_a_toll() -> None:
    assert harmed("The ministry put the number of dead at 85.", "killed") == {85: ""}
    assert harmed("The attack brought to 52 the number of soldiers killed.", "killed") == {52: "soldiers"}


OFFICES = [
    ("id", "Komandan milisi itu tewas pada hari Rabu.", 1),
    ("id", "Pemimpin kelompok itu terluka pada hari Rabu.", 1),
    ("id", "Para pemimpin kelompok itu terluka pada hari Rabu.", None),
    ("id", "Beberapa pemimpin milisi tewas pada hari Rabu.", None),
    ("en", "The chief of the village was killed on Wednesday.", 1),
    ("en", "The leaders of the village were killed on Wednesday.", None),
]


@pytest.mark.parametrize(("language", "text", "count"), OFFICES)
def test_who_holds_an_office_is_one(language: str, text: str, count: int | None) -> None:
    tolls = [c.slots.get("count") for c in told(language, text) if c.kind == "casualty"]
    assert tolls
    assert all((t.min if isinstance(t, Count) else None) == count for t in tolls)


@pytest.mark.parametrize(
    ("text", "count", "perpetrators"),
    [
        ("A bandit shot at the lorry and killed its driver.", 1, ["bandit"]),
        ("The bride was killed by a stray bullet.", 1, []),
        ("The death toll from air strikes on two villages in the north rose to 11.", 11, None),
        ("Two people were killed by Israeli fire near the fence.", 2, ["Israeli"]),
    ],
)
def test_who_is_known_is_one_and_villages_are_no_dead(text: str, count: int, perpetrators: list[str] | None) -> None:
    claim = only(told("en", text), "casualty", harm="killed")
    held = claim.slots["count"]
    assert isinstance(held, Count)
    assert (held.min, held.max) == (count, count)
    if perpetrators is not None:
        assert fillers(claim, "perpetrator") == perpetrators


def test_the_crew_is_not_one() -> None:
    assert (
        "count" not in only(told("en", "The crew was killed in the crash of the shelled helicopter."), "casualty").slots
    )


JOINED = [
    ("en", "The blast killed three civilians and a policeman.", {3, 1}),
    ("en", "One man and a boy were killed by the shells.", {1}),
    ("id", "Ledakan itu menewaskan tiga warga dan seorang polisi.", {3, 1}),
    ("id", "Dua polisi dan seorang warga tewas.", {2, 1}),
]


@pytest.mark.parametrize(("language", "text", "counts"), JOINED)
def test_one_named_after_and_counts_as_one(language: str, text: str, counts: set[int]) -> None:
    """A noun joined by "and" is counted by its own article."""
    found = [c.slots.get("count") for c in told(language, text) if c.kind == "casualty"]
    assert {c.min if isinstance(c, Count) else None for c in found} == counts


def test_who_had_reported_another_number_before_is_its_source() -> None:
    text = "At least 170 people died, according to the Karabakh authorities, who had earlier reported 68 dead."
    found = [sources(c) for c in told("en", text) if c.kind == "casualty"]
    assert found == [["Karabakh authorities"], ["Karabakh authorities"]]


def test_a_toll_does_not_take_the_day_of_what_is_only_planned() -> None:
    text = (
        "All state institutions are to be dissolved by Jan. 1, 2025. "
        "The ministry said that 192 servicemen had been killed in the offensive."
    )
    (toll,) = [c for c in told("en", text) if c.kind == "casualty"]
    assert toll.date is None


# language, text, harm: one more than those just told of, by an ordinal or an article alone
ONE_MORE = [
    ("en", "Seven guards died, and an eighth is missing.", "missing"),
    ("id", "Empat warga tewas dan seorang lagi kritis setelah sebuah granat meledak.", "injured"),
]


@pytest.mark.parametrize(("language", "text", "harm"), ONE_MORE)
def test_one_more_is_one(language: str, text: str, harm: str) -> None:
    claim = only(told(language, text), "casualty", harm=harm)
    assert isinstance(claim.slots["count"], Count)
    assert claim.slots["count"].max == 1


def test_those_told_of_are_the_same_where_nobody_else_is_named() -> None:
    claims = told("en", "Seven guards were shot and are missing.")
    claim = only(claims, "casualty", harm="missing")
    assert isinstance(claim.slots["count"], Count)
    assert claim.slots["count"].max == 7


def test_a_toll_comes_to_the_number_behind_a_verb() -> None:
    found = told("id", "Ledakan itu menambah jumlah tentara yang gugur menjadi 14 orang.")
    claim = only(found, "casualty", harm="killed")
    assert claim.slots["count"] == Count(14, 14, "14")
    assert not [c for c in found if c.kind == "deployment"]


def test_more_soldiers_are_a_deployment() -> None:
    assert only(told("id", "Pemerintah menambah jumlah pasukan di perbatasan."), "deployment", change="reinforced")


def test_who_dies_after_a_blast_is_killed_by_it() -> None:
    found = told("id", "Dua petani meninggal dunia dan seorang lagi kritis usai ranjau meledak di ladang.")
    killed, hurt = only(found, "casualty", harm="killed"), only(found, "casualty", harm="injured")
    assert (killed.slots["count"], hurt.slots["count"]) == (Count(2, 2, "Dua"), Count(1, 1, "seorang"))
    assert not told("id", "Penulis itu meninggal dunia setelah dirawat dua pekan.")


def test_the_clause_around_does_not_date_those_who_fell() -> None:
    claim = only(
        told("id", "Jenazah tiga prajurit yang gugur itu tiba di Jakarta pada Rabu."), "casualty", harm="killed"
    )
    assert (claim.date, claim.place) == (None, None)
    honoured = "Pada Rabu, presiden memberi penghormatan kepada tiga tentara yang gugur di Goma."
    assert only(told("id", honoured), "casualty", harm="killed").date is None
    claim = only(told("id", "Tiga prajurit yang bertugas di sana gugur di Goma pada Rabu."), "casualty", harm="killed")
    assert claim.date is not None


def test_critical_words_hurt_nobody() -> None:
    found = told("id", "Menteri pertahanan membuat pernyataan kritis terhadap pasukan asing.")
    assert not [c for c in found if c.kind == "casualty"]
    hurt = only(told("id", "Seorang perwira berada dalam kondisi kritis setelah serangan itu."), "casualty")
    assert hurt.slots["harm"] == "injured"


def test_lives_lost_are_no_missing_people() -> None:
    found = told("id", "Serangan itu mengakibatkan hilangnya nyawa warga sipil.")
    assert [c.slots["harm"] for c in found if c.kind == "casualty"] == ["killed"]


def test_none_of_them_is_a_denial() -> None:
    found = told("id", "Polisi mengatakan tidak satu pun pelaku pembantaian itu ditangkap.")
    assert {c.status for c in found if c.slots.get("act") == "arrest"} == {"denied"}


@pytest.mark.parametrize(
    ("text", "harm", "victims"),
    [
        (
            "en|Rebels ambushed a patrol in Karu, killing four police and wounding three more.",
            "injured",
            ["police"],
        ),
        ("en|Two soldiers were killed and 13 wounded in the raid.", "injured", ["soldiers"]),
        ("en|At least nine people were killed and 40 wounded.", "injured", []),
        ("en|One soldier was killed and another was wounded.", "injured", None),
        ("id|Dua prajurit tewas dan 13 terluka.", "injured", ["prajurit"]),
        ("id|Lima orang tewas dan 20 terluka.", "injured", []),
    ],
)
def test_a_bare_number_counts_whom_the_toll_before_it_names(text: str, harm: str, victims: list[str] | None) -> None:
    language, _, words = text.partition("|")
    found = [c for c in told(language, words) if c.slots.get("harm") == harm]
    if victims is None:
        assert all("One soldier" not in fillers(c, "victims") for c in found)
    else:
        assert [fillers(c, "victims") for c in found] == [victims]


def test_those_included_are_not_all_of_a_toll() -> None:
    found = told("en", "Local officials had put the toll at 32 dead, including seven civilians.")
    victims = {claim.slots["count"]: fillers(claim, "victims") for claim in found if claim.kind == "casualty"}
    assert victims == {Count(32, 32, "32"): [], Count(7, 7, "seven"): ["seven civilians"]}


def test_how_many_of_them_are_what_is_no_name() -> None:
    found = told("en", "Ten civilians, five of them children, were among the dead, he said.")
    assert fillers(only(found, "casualty", harm="killed"), "victims") == ["Ten civilians"]


def test_those_whom_a_toll_marks_out_are_not_counted_by_it() -> None:
    text = "Police offered a reward for the arrest of those responsible for the massacre of 23 peasants in Goma."
    claims = told("en", text)
    assert [c.slots.get("count") for c in claims if c.slots.get("harm") == "detained"] in ([], [None])
    assert fillers(only(claims, "event", act="attack"), "target") == ["23 peasants"]
    assert only(claims, "event", act="attack").status == "asserted"


def test_who_is_sought_for_a_massacre_is_no_less_sought_than_the_massacre_is_told() -> None:
    text = "The government has offered a reward for the arrest of those responsible for the massacre of 23 peasants."
    assert only(told("en", text), "event", act="attack").status == "asserted"


@pytest.mark.parametrize(
    ("text", "harm", "count"),
    [
        ("At least 850 people have been killed and more than a million displaced.", "displaced", 1_000_001),
        ("Some 850 people were killed and two million displaced.", "displaced", 2_000_000),
        ("The raid left ten dead and a hundred wounded.", "injured", 100),
    ],
)
def test_a_bare_number_of_two_words_is_read_whole(text: str, harm: str, count: int) -> None:
    claim = only(told("en", text), "casualty", harm=harm)
    told_of = claim.slots["count"]
    assert isinstance(told_of, Count)
    assert told_of.min == count
    assert "victims" not in claim.slots


@pytest.mark.parametrize(
    ("language", "text", "victims", "count"),
    [
        ("en", "The war has cost the lives of 145 soldiers and police.", ["145 soldiers", "police"], 145),
        ("id", "Bom itu menewaskan 12 tentara dan polisi.", ["12 tentara", "polisi"], 12),
        ("en", "Judges and teachers have been detained by the rebels.", ["Judges", "teachers"], None),
    ],
)
def test_who_is_joined_to_a_group_without_a_count_is_of_it(
    language: str, text: str, victims: list[str], count: int | None
) -> None:
    claim = only(told(language, text), "casualty")
    assert fillers(claim, "victims") == victims
    told_of = claim.slots.get("count")
    assert (told_of.max if isinstance(told_of, Count) else None) == count


def test_who_is_counted_apart_is_a_group_of_their_own() -> None:
    found = [c for c in told("en", "A bomb killed three soldiers and a policeman.") if c.kind == "casualty"]
    assert sorted(str(fillers(c, "victims")) for c in found) == ["['policeman']", "['three soldiers']"]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Ledakan itu menewaskan dua penjaga dan sembilan lainnya luka-luka, kata polisi.", 2, 9),
        ("Serangan itu membunuh sedikitnya enam warga desa dan 30 orang lainnya terluka.", 6, 30),
        ("Ledakan bom itu mengakibatkan sedikitnya empat orang tewas dan puluhan lainnya luka-luka.", 4, 20),
        ("Serangan itu menyebabkan sedikitnya tiga orang meninggal dunia dan delapan lainnya luka berat.", 3, 8),
        ("Bom itu menewaskan tiga tentara dan dua polisi.", 3, None),
    ],
)
def test_each_of_two_harms_in_a_row_has_those_it_counts(text: str, killed: int, injured: int | None) -> None:
    found: dict[str, list[int | None]] = {"killed": [], "injured": []}
    for claim in told("id", text):
        count = claim.slots.get("count")
        if claim.kind == "casualty" and isinstance(count, Count):
            found[str(claim.slots["harm"])].append(count.min)
    assert found["killed"][0] == killed
    assert found["injured"] == ([injured] if injured else [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Tidak ada seorang pun yang cedera dalam ledakan itu, kata warga."),
        ("id", "Tidak ada warga sipil yang cedera dalam ledakan itu, kata militer."),
        ("en", "No villagers were hurt in the explosion, the army said."),
        ("en", "There was nobody hurt in the explosion."),
    ],
)
def test_who_did_not_come_to_harm_is_no_target(language: str, text: str) -> None:
    claims = told(language, text)
    assert only(claims, "casualty", harm="injured").status == "denied"
    assert fillers(only(claims, "event", act="explosion"), "target") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The soldier died when the bomb exploded.", 1),
        ("The raiders killed his personal guard.", 1),
        ("The Presidential Guard was wounded in the raid.", None),
        ("The soldiers died when the bomb exploded.", None),
    ],
)
def test_a_known_soldier_is_one(text: str, count: int | None) -> None:
    assert set(harmed(text, "killed") or harmed(text, "injured")) == {count}


def test_a_boat_that_was_captured_is_nobody() -> None:
    claims = told("en", "The navy sank a boat and captured another off the coast.")
    assert [fillers(c, "target") for c in claims] == [["boat"]]
    both = told("en", "The army killed a rebel and captured another.")
    assert [c.slots.get("harm") for c in both if c.kind == "casualty"] == ["killed", "detained"]


def test_who_is_feared_dead_fears_nothing() -> None:
    claims = told("en", "Two daughters are missing and feared dead after the blasts.")
    assert [(c.slots.get("harm"), c.status) for c in claims] == [("missing", "asserted"), ("killed", "possible")]
    assert only(told("en", "The officials are angry and feared a war."), "statement").slots["act"] == "warn"


@pytest.mark.parametrize(
    ("language", "text", "count", "sum_count"),
    [
        ("en", "The blast killed nine people, bringing the death toll since Monday to 310.", 9, 310),
        ("en", "Gunmen shot three police officers dead, taking the death toll this year to 57.", 3, 57),
        ("en", "The blast killed nine people, taking the death toll since 2 June to 1,310.", 9, 1310),
        (
            "id",
            "Ledakan itu menewaskan sembilan orang, menambah jumlah korban tewas sejak Senin menjadi 310 orang.",
            9,
            310,
        ),
    ],
)
def test_the_time_over_which_a_sum_is_counted_is_not_that_of_the_act(
    language: str, text: str, count: int, sum_count: int
) -> None:
    dated = {
        c.slots["count"].min: c.date is not None
        for c in told(language, text)
        if c.kind == "casualty" and isinstance(c.slots.get("count"), Count)
    }
    assert dated == {count: False, sum_count: True}
    assert all(c.date is None for c in told(language, text) if c.kind == "event")


def test_an_act_keeps_its_day_before_a_sum() -> None:
    text = "The blast on 4 June killed nine people, bringing the death toll to 310."
    assert all(c.date for c in told("en", text) if c.kind == "event" or "310" not in str(c.slots.get("count")))


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("id", "Jumlah polisi yang tewas di Garissa, Kenya timur laut, bertambah menjadi 17 orang.", 17),
        ("id", "Jumlah tentara yang tewas melawan Tentara Pembebasan (ELN) di Arauca naik menjadi 12 orang.", 12),
        ("en", "The number of police killed in Garissa, a town in the northeast, rose to 17.", 17),
    ],
)
def test_what_a_toll_came_to_behind_an_aside(language: str, text: str, count: int) -> None:
    counts = [c.slots.get("count") for c in told(language, text) if c.slots.get("harm") == "killed"]
    assert [one.min for one in counts if isinstance(one, Count)] == [count]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Polisi yang tewas di Garissa, menurut saksi, menembak 12 orang."),
        ("en", "The number of soldiers killed near Garissa, a town in the northeast, made 12 men resign."),
    ],
)
def test_what_the_dead_did_is_no_toll_of_theirs(language: str, text: str) -> None:
    counts = [c.slots.get("count") for c in told(language, text) if c.slots.get("harm") == "killed"]
    assert 12 not in [one.min for one in counts if isinstance(one, Count)]
