"""A toll is a range with every source; what was replaced is shown and never summed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gencatan.cli.answers_tolls import tolls as draw
from gencatan.i18n import strings
from gencatan.model import Count, Judgement, Record
from gencatan.views import sums
from gencatan.views.contradictions import contradictions
from gencatan.views.tolls import Tolls, tolls
from tests.views.made import desk, judged, record, review


def killed(count: tuple[int | None, int | None] | Count, **more: Any) -> Record:
    return record("casualty", **{"harm": "killed", "count": count, "at": "Karabakh", "day": "2023-09-19", **more})


def asked(*records: Record, judgements: Any = (), **more: Any) -> Tolls:
    operation = record(
        "event",
        act="operation",
        at="Karabakh",
        day="2023-09-19",
        actor=["Azerbaijan"],
        document="first",
        said="2023-09-19",
    )
    same = [judged("same_incident", operation, one) for one in records]
    return tolls(desk([operation, *records], [*same, *judgements]), **more)


def test_a_range_with_every_source() -> None:
    (toll,) = asked(
        killed((32, None), says="Yerevan", outlet="A"), killed((200, None), says="ombudsman", outlet="B")
    ).incidents
    assert (toll.what, toll.low, toll.high, toll.open, toll.sources) == ("operation", 32, 200, True, 2)
    assert [figure.cite.source.name for figure in toll.figures] == ["Yerevan", "ombudsman"]
    assert all(figure.cite.words for figure in toll.figures), "no figure without its words"


def test_a_superseded_figure_is_shown_and_in_no_sum() -> None:
    old, new = killed((20, 20), outlet="A", said="2023-09-20"), killed((68, None), outlet="B", said="2023-09-22")
    answer = asked(old, new, judgements=[judged("supersedes", new, old)])
    (toll,) = answer.incidents
    assert (toll.low, toll.best, toll.high) == (68, 68, 68)
    assert [(figure.why, figure.by) for figure in toll.figures] == [("superseded", new.id), ("", None)]
    assert [(total.low, total.high) for total in answer.totals] == [(68, 68)]


def test_a_sources_own_later_and_higher_figure_takes_its_place() -> None:
    rising = [killed((n, n), says="ombudsman", said=f"2023-09-2{n % 10}") for n in (20, 31, 62)]
    (toll,) = asked(*rising).incidents
    assert [figure.stands for figure in toll.figures] == [False, False, True]
    falling = [killed((n, n), says="ombudsman", said=said) for n, said in ((200, "2023-09-20"), (1, "2023-09-23"))]
    (toll,) = asked(*falling).incidents
    assert (toll.low, toll.high) == (1, 200), "a lower figure is another figure, no later state"


def test_civilians_are_not_set_beside_everybody() -> None:
    answer = asked(
        killed((200, None), victims=["200 people"]),
        killed((10, 10), victims=["ten civilians"]),
        killed((192, 192), victims=["192 servicemen"]),
    )
    assert {(toll.whom, toll.country): toll.high for toll in answer.incidents} == {
        ("all", ""): 200,
        ("civilians", ""): 10,
        ("fighters", "AZE"): 192,
    }
    assert [total.high for total in answer.totals] == [200], "a whole counts once, its parts do not add to it"


@pytest.mark.parametrize(("unnamed", "high"), [(192, 192), (150, 192), (200, 200)])
def test_the_dead_of_a_class_without_a_country_are_not_added_to_those_of_two_countries(unnamed: int, high: int) -> None:
    answer = asked(
        killed((unnamed, unnamed), victims=["many soldiers"], outlet="A"),
        killed((182, 182), victims=["192 servicemen"], outlet="B"),
        killed((10, 10), victims=["ten Armenian soldiers"], outlet="C"),
        killed((10, 10), victims=["ten civilians"]),
    )
    assert len(answer.incidents) == 4, "each is shown: nobody says of which country the many are"
    assert [total.high for total in answer.totals] == [high + 10]


SOLDIERS = {"victims": ["192 servicemen"], "says": "Baku", "outlet": "A"}
"""Of Azerbaijan, as the test's actors know."""


@pytest.mark.parametrize("victims", ["300 soldiers", "300 servicemen", "300 prajurit"])
def test_soldiers_without_a_country_are_those_of_the_one_country_that_is_named(victims: str) -> None:
    records = [killed((192, 192), **SOLDIERS), killed((300, 300), victims=[victims], says="Stepanakert", outlet="B")]
    (toll,) = asked(*records).incidents
    assert (toll.whom, toll.country, toll.low, toll.high) == ("fighters", "AZE", 192, 300)
    operation = record("event", act="operation", at="Karabakh", day="2023-09-19", said="2023-09-19")
    found = desk([operation, *records], [judged("same_incident", operation, one) for one in records])
    (pair,) = contradictions(found).pairs
    assert (pair.why, {pair.one.claim, pair.other.claim}) == ("numbers", {one.id for one in records})


@pytest.mark.parametrize(
    "other",
    [
        {"victims": ["300 rebels"], "outlet": "B"},
        {"victims": ["300 pemberontak"], "outlet": "B"},
        {"victims": ["300 fighters"], "says": "Baku", "outlet": "A"},
        {"victims": ["300 troops"], "says": "Baku", "outlet": "A"},
        {"victims": ["300 soldiers"], "perpetrator": ["Azerbaijan"], "outlet": "B"},
    ],
)
def test_other_fighters_than_those_of_the_country_are_a_toll_of_their_own(other: dict[str, Any]) -> None:
    records = [killed((192, 192), **SOLDIERS), killed((300, 300), **other)]
    assert {(toll.country, toll.high) for toll in asked(*records).incidents} == {("AZE", 192), ("", 300)}


def wounded(count: int, words: str, victims: str = "", outlet: str = "A") -> Record:
    more: dict[str, Any] = {"victims": [victims]} if victims else {}
    counted = Count(count, count, words.split()[-2] if victims else str(count))
    return killed(counted, harm="injured", words=words, outlet=outlet, **more)


@pytest.mark.parametrize(
    ("words", "victims"),
    [
        ("wounding 75, including five rescuers", "five rescuers"),
        ("75 people were hurt, among them five diplomats", "five diplomats"),
        ("melukai 75 orang, termasuk lima pendeta", "lima pendeta"),
        ("five rescuers", "five rescuers"),
    ],
)
def test_a_part_is_never_set_beside_the_whole(words: str, victims: str) -> None:
    whole, part = wounded(75, "wounding 75"), wounded(5, words, victims)
    (toll,) = asked(whole, part, judgements=[judged("supersedes", whole, part)]).incidents
    assert (toll.low, toll.high) == (75, 75)
    assert {figure.cite.claim: (figure.why, figure.by) for figure in toll.figures} == {
        whole.id: ("", None),
        part.id: ("part", None),
    }


def test_a_part_is_no_contradiction_of_the_whole() -> None:
    whole, part = wounded(75, "wounding 75"), wounded(5, "wounded, including five rescuers", "five rescuers", "B")
    given = [judged("same_incident", whole, part), judged("contradicts", whole, part)]
    assert contradictions(desk([whole, part], given)).pairs == ()
    plain = wounded(5, "hurt were five people", "five people", "B")
    given = [judged("same_incident", whole, plain), judged("contradicts", whole, plain)]
    assert len(contradictions(desk([whole, plain], given)).pairs) == 1


def test_two_among_them_are_a_part_and_a_part_alone_stands() -> None:
    told = Count(2, 2, "two")
    part = killed(told, words="killing 20, two farmers among them", victims=["two farmers"])
    answer = asked(killed((20, 20)), part)
    assert [(toll.low, toll.high) for toll in answer.incidents] == [(20, 20)]
    assert [(toll.low, toll.high) for toll in asked(part).incidents] == [(2, 2)]
    children = killed(told, words="killed, including two children", victims=["two children"])
    others = killed((3, 3), victims=["three children"], outlet="B")
    assert [(toll.whom, toll.low, toll.high) for toll in asked(children, others).incidents] == [("children", 2, 3)]


def test_of_an_incident_without_a_whole_the_parts_add_up_but_children_are_civilians() -> None:
    answer = asked(
        killed((4, 4), victims=["empat polisi"]),
        killed((2, 2), victims=["dua warga sipil"]),
        killed((1, 1), victims=["seorang anak"]),
    )
    assert [total.best for total in answer.totals] == [6]


def test_displaced_people_are_a_series_and_no_sum() -> None:
    fled = [
        record("casualty", harm="displaced", count=(n, None), at="Karabakh", day="2023-09-24", said=said, outlet=outlet)
        for n, said, outlet in ((100_001, "2023-10-02", "B"), (28_001, "2023-09-26", "A"))
    ]
    answer = tolls(desk(fled))
    assert [(point.day, point.figure.low) for point in answer.series] == [
        (date(2023, 9, 26), 28_001),
        (date(2023, 10, 2), 100_001),
    ]
    assert (answer.incidents, answer.totals) == ((), ())


def test_denied_figures_do_not_stand() -> None:
    (toll,) = asked(
        killed((32, 32), says="Yerevan"), killed((500, 500), says="Baku", status="denied", outlet="B")
    ).incidents
    assert (toll.high, {figure.cite.source.name: figure.why for figure in toll.figures}) == (
        32,
        {"Yerevan": "", "Baku": "denied"},
    )


def test_tolls_of_different_incidents_add_up() -> None:
    one, other = (
        killed((4, 4), day="2023-09-19", outlet="A"),
        killed((6, 8), day="2023-09-25", at="Stepanakert", outlet="B"),
    )
    (total,) = tolls(desk([one, other])).totals
    assert (total.low, total.high, total.incidents) == (10, 12, 2)


def test_a_period_takes_what_lies_in_it() -> None:
    one, other = (
        killed((4, 4), day="2023-09-19", outlet="A"),
        killed((6, 6), day="2023-09-25", at="Stepanakert", outlet="B"),
    )
    found = tolls(desk([one, other]), date(2023, 9, 20), date(2023, 9, 30))
    assert [toll.high for toll in found.incidents] == [6]
    assert [total.high for total in found.totals] == [6]


def test_what_runs_over_years_is_in_no_sum() -> None:
    answer = tolls(
        desk(
            [
                record(
                    "casualty", harm="killed", count=(30_000, None), at="Karabakh", day="1988-02-20", until="1994-05-12"
                )
            ]
        )
    )
    assert [toll.long for toll in answer.incidents] == [True]
    assert answer.totals == ()


def test_near_copies_are_one_source() -> None:
    texts = [killed((32, 32), outlet=outlet, document=outlet) for outlet in ("A", "B", "C")]
    copies = [Judgement("near_copy", "A", "B", 0.99, ("words",), "test/1")]
    (toll,) = asked(*texts, judgements=copies).incidents
    assert toll.sources == 2


def test_a_running_toll_holds_the_days_it_runs_over() -> None:
    one = killed((12, 12), day="2023-09-19", said="2023-09-20", outlet="A")
    other = killed((9, 9), day="2023-09-21", at="Stepanakert", said="2023-09-22", outlet="B")
    undated = record("casualty", harm="killed", count=(30, None), said="2023-09-24", outlet="C")
    running = record(
        "casualty", harm="killed", count=(34, None), day="2023-09-19", until="2023-09-25", said="2023-09-25", outlet="D"
    )
    (total,) = tolls(desk([one, other, undated, running], everything=True)).totals
    assert (total.low, total.best, total.high, total.incidents) == (34, 34, 34, 4)


def test_a_running_toll_of_everybody_holds_undated_tolls_of_towns_and_of_some() -> None:
    town = record("casualty", harm="killed", count=(6, 6), at="Stepanakert", said="2023-09-20", outlet="A")
    some = killed((12, None), victims=["192 servicemen"], at=None, day="2023-09-20", said="2023-09-20", outlet="B")
    running = record(
        "casualty", harm="killed", count=(38, None), day="2023-09-19", until="2023-09-24", said="2023-09-24", outlet="D"
    )
    (total,) = tolls(desk([town, some, running], everything=True)).totals
    assert (total.low, total.best, total.incidents) == (38, 38, 3)
    late = record("casualty", harm="killed", count=(6, 6), at="Stepanakert", said="2023-10-20", outlet="A")
    (total,) = tolls(desk([late, running], everything=True)).totals
    assert total.low == 44


def test_two_numbers_of_one_report_that_nothing_sets_apart_are_a_range_and_no_sum() -> None:
    here = {"harm": "killed", "said": "2023-09-22", "document": "one"}
    first = record("casualty", count=(12, 12), offset=0, **here)
    second = record("casualty", count=(15, 15), offset=900, **here)
    (total,) = tolls(desk([first, second], everything=True)).totals
    assert (total.low, total.high) == (12, 15)
    town = record("casualty", count=(12, 12), at="Stepanakert", offset=0, **here)
    capital = record("casualty", count=(15, 15), at="Paris", offset=900, **here)
    (total,) = tolls(desk([town, capital], everything=True)).totals
    assert (total.low, total.high) == (27, 27)


def test_numbers_of_one_report_that_a_person_sets_apart_add_up() -> None:
    here = {"harm": "killed", "said": "2023-09-22", "document": "one"}
    first = record("casualty", count=(12, 12), offset=0, **here)
    second = record("casualty", count=(15, 15), offset=900, **here)
    (total,) = tolls(desk([first, second], reviews=[review("split", first, second)], everything=True)).totals
    assert (total.low, total.high) == (27, 27)


def test_how_many_wounded_were_moved_does_not_say_how_many_there_were() -> None:
    hurt = {"harm": "injured", "victims": ["people"]}
    many = killed((401, None), says="ombudsman", said="2023-09-20", **hurt)
    later = {"said": "2023-09-24", "document": "later"}
    moved = killed((17, 17), words="17 wounded people", offset=15, **hurt, **later)
    moving = record("event", act="evacuation", target=["people"], words="also evacuated 17 wounded people", **later)
    same = [judged("same_incident", many, moved)]
    (toll,) = tolls(desk([many, moved, moving], same, everything=True)).incidents
    assert (toll.low, toll.best, toll.high) == (401, 401, 401)
    assert [figure.why for figure in toll.figures] == ["", "part"]
    (alone,) = tolls(desk([moved, moving], everything=True)).incidents
    assert alone.best == 17, "where nobody else counts, it is what is known"
    (sheet, *_) = draw(tolls(desk([many, moved, moving], same, everything=True)), strings("en"))
    assert sheet.lines[1].remarks == ("a part of those harmed",)


def test_hundreds_take_no_numbers_place() -> None:
    number = killed((300, 300), says="ombudsman", said="2023-09-20")
    vague = killed(Count(200, 999, "hundreds", "vague"), said="2023-09-24", outlet="B")
    (toll,) = asked(number, vague).incidents
    assert (toll.low, toll.best, toll.high) == (200, 300, 999)


def test_what_both_sides_did_is_not_inside_what_one_did() -> None:
    shelled = record(
        "casualty", harm="injured", count=(48, 48), perpetrator=["Stepanakert"], at="Stepanakert", said="2023-09-21"
    )
    struck = record("casualty", harm="injured", count=(46, 46), perpetrator=["Baku"], day="2023-09-20")
    running = {"day": "2023-09-19", "until": "2023-09-24", "said": "2023-09-24", "outlet": "D", "document": "d"}
    killed_ = record("casualty", harm="killed", count=(53, 53), perpetrator=["Baku"], **running)
    bare = record("casualty", harm="injured", count=(121, 121), said="2023-09-24", outlet="D", document="d", offset=60)
    answer = tolls(desk([shelled, struck, killed_, bare], [judged("same_incident", killed_, bare)], everything=True))
    totals = {total.harm: total.best for total in answer.totals}
    assert totals == {"killed": 53, "injured": 121 + 48}, "the days' 46 are inside, and the other side's 48 are not"


def test_what_tolls_add_up_to_is_found_without_setting_each_beside_each(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [killed((n + 1, n + 1), says=f"A{n}", document=f"d{n}", said="2023-09-20") for n in range(60)]
    compared = []
    apart = sums._untold_apart
    monkeypatch.setattr(sums, "_untold_apart", lambda *pair: compared.append(pair) or apart(*pair))
    assert tolls(desk(many)).totals
    assert len(compared) <= len(many)


def test_more_than_is_shown_by_the_number_that_was_said() -> None:
    more = {n: Count(n + 1, None, f"more than {n}", hedge="more_than") for n in (200, 300_000)}
    (sheet,) = draw(
        tolls(desk([record("casualty", harm="displaced", count=more[300_000], at="Karabakh")])), strings("en")
    )
    assert sheet.lines[0].cells[2] == "> 300,000"
    first = draw(tolls(desk([killed(more[200])])), strings("id"))[0]
    assert "> 200" in first.title
    assert first.lines[0].cells[0] == "> 200"


def test_two_acts_of_one_report_and_day_add_up() -> None:
    def struck(act: str, count: int) -> list[Record]:
        told = {"document": "one", "at": None, "day": "2023-09-19"}
        return [record("event", act=act, **told), record("casualty", harm="killed", count=(count, count), **told)]

    first, second = struck("air_strike", 5), struck("explosion", 7)
    same = [judged("same_incident", *pair) for pair in (first, second)]
    (total,) = tolls(desk([*first, *second], same, everything=True)).totals
    assert (total.low, total.high) == (12, 12)


def test_what_one_report_has_its_informant_say_before_is_superseded_though_no_pair_was_judged() -> None:
    before, after = (killed((n, None), says="ombudsman", document="one", offset=n) for n in (68, 170))
    (toll,) = asked(before, after).incidents
    assert [(figure.low, figure.stands) for figure in toll.figures] == [(68, False), (170, True)]


@pytest.mark.parametrize(
    ("hedge", "given", "written"),
    [
        ("about", (200, 200), "≈ 200"),
        ("nearly", (300, 300), "< 300"),
        ("more_than", (5201, None), "> 5,200"),
        ("exact", (300, 300), "300"),
    ],
)
def test_a_hedge_is_seen_in_the_table(hedge: str, given: tuple[int, int | None], written: str) -> None:
    (sheet, _) = draw(asked(killed(Count(*given, "said", hedge))), strings("en"))
    assert (sheet.lines[0].cells[0], f": {written} ·" in sheet.title) == (written, True)


def test_more_than_a_number_is_shown_by_the_number_that_was_said() -> None:
    more, many = killed(Count(5201, None, "more than 5,200", "more_than")), killed((5000, 5000), outlet="B")
    answer = asked(more, many)
    (sheet, total) = draw(answer, strings("en"))
    assert ": 5000–5,200+ (best" in sheet.title.replace("5,000", "5000")
    assert [(one.low, one.high, one.open) for one in answer.totals] == [(5000, 5200, True)]
    assert "5,200+" in total.lines[0].cells


def test_each_side_counts_its_own_soldiers() -> None:
    theirs = killed((28, 28), victims=["ten Armenian soldiers"], says="Yerevan", outlet="A", said="2023-09-21")
    told = {"victims": ["six soldiers"], "outlet": "B", "said": "2023-09-21"}

    def found(**more: Any) -> dict[str, tuple[int, int]]:
        answer = asked(theirs, killed((6, 6), **{**told, **more}))
        return {toll.country: (toll.low, toll.high) for toll in answer.incidents}

    assert found(says="Baku") == {"ARM": (28, 28), "": (6, 6)}
    assert found(says="Yerevan") == {"ARM": (6, 28)}, "of its own soldiers it gives another number"
    assert found() == {"ARM": (6, 28)}, "of a report alone nobody knows whose soldiers"
    assert found(says="Baku", perpetrator=["Azerbaijan"]) == {"ARM": (6, 28)}, "those whom it killed are not its own"


def test_a_lower_figure_that_corrects_is_the_one_that_stands() -> None:
    old, new = killed((40, 40), said="2023-09-20"), killed((28, 28), said="2023-09-22", words="40 but 28 were killed")
    bare = killed((28, 28), said="2023-09-22", words="28 were killed")
    for later, low, high in ((new, 28, 28), (bare, 28, 40)):
        (toll,) = asked(old, later, judgements=[judged("supersedes", later, old)]).incidents
        assert (toll.low, toll.high) == (low, high)
