"""Conflicts are TOML: what is wrong with one is said with file and key; which claims belong to one is worked out."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from gencatan.cli.unknown import unknown_actors
from gencatan.errors import ConflictError
from gencatan.i18n import LANGUAGES
from gencatan.views.assign import Assigner, assigned, unassigned
from gencatan.views.conflict import Conflict, bundled, find_conflict, load_conflict
from tests.views.made import filler, record

GOOD = """
zone = "Asia/Jakarta"
period = { start = 2020-01-01, end = 2020-12-31 }
[name]
en = "Somewhere"
id = "Di suatu tempat"
[[party]]
name = { en = "North", id = "Utara" }
actors = ["north"]
aliases = ["northern fighters"]
[area]
box = [95.0, -11.0, 141.0, 6.0]
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_bundled_conflict_has_names_in_both_languages() -> None:
    (found,) = [one for one in bundled() if one.id == "nagorno-karabakh"]
    for named in (found.name, *(party.name for party in (*found.parties, *found.mediators))):
        assert set(named) == set(LANGUAGES)
    assert str(found.zone) == "Asia/Baku"
    assert find_conflict("nagorno-karabakh").to_dict() == found.to_dict()


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    found = find_conflict(str(written(tmp_path, GOOD)))
    assert (found.id, found.parties[0].actors, found.area.box) == ("mine", ("north",), (95.0, -11.0, 141.0, 6.0))
    assert found.parties[0].is_named(filler("the Northern fighters"))
    assert not found.parties[0].is_named(filler("northerners"))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('zone = "Asia/Jakarta"', "", "zone is missing"),
        ('zone = "Asia/Jakarta"', "zone = 5", "zone is no text"),
        ("Asia/Jakarta", "Asia/Nowhere", "'Asia/Nowhere' is no time zone"),
        ("Asia/Jakarta", "../../etc/passwd", "is no time zone"),
        ("zone", "zoned", "zoned is unknown"),
        ("2020-12-31", "2019-12-31", "period.end lies before"),
        ("start = 2020-01-01", 'start = "2020"', "period.start must be a date"),
        ('id = "Di suatu tempat"', "", "name.id is missing"),
        ("actors = [", "actor = [", "party[1].actor is unknown"),
        ('actors = ["north"]', "", "party[1].actors is missing"),
        ('actors = ["north"]', "actors = [1]", "party[1].actors must be a list of texts"),
        ('id = "Utara"', 'fr = "Nord"', "party[1].name.fr is unknown"),
        ("[95.0, -11.0, 141.0, 6.0]", "[95.0, -11.0]", "area.box must be four numbers"),
        ("[95.0, -11.0, 141.0, 6.0]", "[95.0, 11.0, 141.0, 6.0]", "area.box must be degrees"),
        ("[95.0, -11.0, 141.0, 6.0]", "[141.0, -11.0, 95.0, 6.0]", "area.box goes nearly round the world"),
        ("box =", 'countries = ["Azerbaijan"]\nbox =', "area.countries must be ISO"),
        ("box =", "places = [true]\nbox =", "area.places must be GeoNames ids"),
        ("[[party]]", "[party]", "party must be tables"),
        ("[name]", "[name", "is not TOML"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_key(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = written(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(ConflictError) as caught:
        load_conflict(path)
    assert str(path) in str(caught.value)
    assert said in str(caught.value)


def test_a_box_may_cross_the_line_of_the_date(tmp_path: Path) -> None:
    found = load_conflict(written(tmp_path, GOOD.replace("[95.0, -11.0, 141.0, 6.0]", "[170.0, -11.0, -170.0, 6.0]")))
    assert found.area.box == (170.0, -11.0, -170.0, 6.0)


@pytest.mark.parametrize(
    ("ids", "aliases", "said"),
    [
        (["INDX"], [], "'INDX' (near: IND)"),
        (["IND", "PAK/MIL", "UNO"], [], ""),
        (["hamaz"], [], "'hamaz' (near: hamas)"),
        (["a-group-of-our-own"], ["Our Own"], ""),
        (["INDX"], ["India"], "'INDX'"),
    ],
)
def test_an_actor_id_that_nobody_has_is_said_with_file_and_key(
    tmp_path: Path, ids: list[str], aliases: list[str], said: str
) -> None:
    party = f"actors = {json.dumps(ids)}\naliases = {json.dumps(aliases)}"
    text = re.sub(r'actors = \["north"\](\naliases = .*)?', party, GOOD, count=1)
    path = written(tmp_path, text)
    told = " ".join(unknown_actors(load_conflict(path)))
    assert said in told
    assert bool(said) == (f"{path}: party[1].actors: " in told)


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(ConflictError, match=r"missing\.toml: does not exist"):
        load_conflict(tmp_path / "missing.toml")
    large = written(tmp_path, "# " + "x" * 1_000_001)
    with pytest.raises(ConflictError, match="larger than"):
        load_conflict(large)
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\0")
    with pytest.raises(ConflictError, match="is not TOML"):
        load_conflict(tmp_path / "bytes.toml")
    with pytest.raises(ConflictError, match="known: nagorno-karabakh"):
        find_conflict("atlantis")


@pytest.fixture
def karabakh() -> Conflict:
    return find_conflict("nagorno-karabakh")


def test_places_and_parties_anchor_a_report_and_the_rest_of_it_follows(karabakh: Conflict) -> None:
    anchor = record("event", document="d", at="Stepanakert", act="explosion")
    bare = record("casualty", document="d", harm="killed", count=(170, None))
    elsewhere = record("meeting", document="d", at="Paris", format="talks", participants=["Moscow"])
    found = assigned(karabakh, [anchor, bare, elsewhere])
    assert found == [anchor, bare], "a place in another country without a party is another matter"


def test_whose_talks_on_neutral_ground_are_is_known_from_the_report(karabakh: Conflict) -> None:
    anchor = record("event", act="attack", at="Karabakh", document="a")
    talks = record("meeting", participants=["both presidents"], at="Paris", document="a")
    others = record("meeting", participants=["Moscow"], at="Paris", document="a")
    blast = record("event", act="explosion", at="Paris", document="a")
    assert assigned(karabakh, [anchor, talks, blast]) == [anchor, talks]
    assert talks in assigned(karabakh, [anchor, talks, others])
    far = record("meeting", participants=["both presidents"], at="Paris", document="b")
    assert far not in assigned(karabakh, [anchor, far]), "of a report on something else"


def test_a_party_that_is_no_state_anchors_and_a_state_alone_does_not(karabakh: Conflict) -> None:
    own = record("statement", document="a", act="deny", speaker=["Stepanakert"])
    state = record("statement", document="b", act="deny", speaker=["Baku"])
    both = record("meeting", document="c", format="talks", participants=["Baku", "Yerevan"])
    assert assigned(karabakh, [own, state, both]) == [own, both]


def test_a_report_of_which_half_names_a_party_or_the_other_is_about_them(karabakh: Conflict) -> None:
    one = record("statement", document="d", act="accuse", speaker=["Baku"])
    other = record("statement", document="d", act="deny", speaker=["Yerevan"])
    bare = [record("casualty", document="d", harm="killed", count=(n, None), words=f"toll {n}") for n in (32, 43)]
    assert assigned(karabakh, [one, other, *bare]) == [one, other, *bare]
    more = [record("event", document="d", act="protest", words=f"a protest {n}") for n in range(5)]
    assert assigned(karabakh, [one, other, *bare, *more]) == []
    again = record("statement", document="e", act="deny", speaker=["Baku"])
    assert assigned(karabakh, [again, record("statement", document="e", act="warn", speaker=["Baku"])]) == []


def test_a_report_of_others_as_well_is_in_part_about_the_conflict(karabakh: Conflict) -> None:
    deal = record("agreement", document="d", type="ceasefire", stage="agreed", parties=["Azerbaijan", "Yerevan"])
    toll = record("casualty", document="d", harm="killed", count=(43, 43))
    side = record("statement", document="d", act="deny", speaker=["Baku"])
    others = [record("statement", document="d", act="warn", speaker=["Paris"], words=f"{n}") for n in range(8)]
    assert assigned(karabakh, [deal, toll, side, *others]) == [deal, toll, side]
    assert Assigner(karabakh).sorted_out([deal, toll, side, *others])[1] == others, "and how much is left out is known"
    home = [record("event", document="d", act="arrest", actor=["Baku"], words=f"at home {n}") for n in range(9)]
    passing = record("statement", document="d", act="deny", speaker=["Yerevan"])
    far = [record("statement", document="d", act="warn", speaker=["Paris"], words=f"{n}") for n in range(12)]
    assert assigned(karabakh, [*home, passing, toll, *far]) == [], "the other party is named in passing"


def test_of_a_report_about_other_things_only_what_names_the_conflict(karabakh: Conflict) -> None:
    anchor = record("event", document="d", at="Karabakh", act="attack")
    others = [record("event", document="d", act="protest", words=f"a protest {n}") for n in range(9)]
    assert assigned(karabakh, [anchor, *others]) == [anchor]


def test_what_lies_outside_the_period_belongs_elsewhere(tmp_path: Path) -> None:
    conflict = load_conflict(
        written(tmp_path, GOOD.replace('actors = ["north"]', 'actors = ["nagorno-karabakh-authorities"]'))
    )
    inside = record("event", day="2020-06-01", act="attack", actor=["Stepanakert"])
    before = record("event", day="2019-06-01", act="attack", actor=["Stepanakert"])
    after = record("event", day="2021-06-01", act="attack", actor=["Stepanakert"])
    assert assigned(conflict, [before, inside, after]) == [inside]


def test_unassigned_claims_stay_findable(karabakh: Conflict) -> None:
    mine = record("event", document="a", at="Karabakh", act="attack")
    other = record("event", document="b", at="Paris", act="protest")
    assert unassigned([karabakh], [mine, other]) == [other]
