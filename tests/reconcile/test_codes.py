"""The tables of docs/codes.md are those of the code, and their values those of the vocabularies."""

from __future__ import annotations

from pathlib import Path

import pytest

from gencatan.model import Actor
from gencatan.model.vocabulary import DATE_PRECISIONS, PLACE_PRECISIONS, PLOVER, VALUES
from gencatan.reconcile import codes
from tests.reconcile.made import actor, record

PAGE = Path(__file__).parents[2] / "docs" / "codes.md"
ACLED = {
    "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "Explosions/Remote violence": (
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    "Protests": ("Peaceful protest", "Protest with intervention", "Excessive force against protesters"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}


def rows(columns: int) -> list[list[str]]:
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if len(row) == columns and not row[1].startswith("---")]


def test_the_page_has_the_tables_of_the_code() -> None:
    written = {row[0]: (tuple(row[1:3]), tuple(row[3:])) for row in rows(5)[1:]}
    assert written == {act: (codes.PLOVER.get(act, ("", "")), code) for act, code in codes.ACLED.items()}
    numbers = {row[0]: (int(row[1]), int(row[2])) for row in rows(3) if row[1].isdigit()}
    assert numbers == {**codes.WHERE, **codes.WHEN}


def test_every_value_is_of_the_vocabularies() -> None:
    assert all(sub in ACLED[event] for event, sub in codes.ACLED.values())
    assert all(type_ in PLOVER and (not mode or mode in PLOVER[type_]) for type_, mode in codes.PLOVER.values())
    assert set(codes.WHERE) == set(PLACE_PRECISIONS)
    assert set(codes.WHEN) == set(DATE_PRECISIONS)


def test_every_act_and_every_harm_has_a_code() -> None:
    assert set(VALUES["event", "act"]) | set(VALUES["casualty", "harm"]) <= set(codes.ACLED)


@pytest.mark.parametrize(
    ("doer", "target", "expected"),
    [
        (actor("AZE/MIL", "AZE", "MIL"), actor("rebels", "AZE", "REB"), (1, "Battles")),
        (actor("AZE/MIL", "AZE", "MIL"), actor("AZE/CVL", "AZE", "CVL"), (3, "Violence against civilians")),
        (actor("gang", "AZE", "CRM"), actor("rebels", "AZE", "REB"), (2, "Battles")),
    ],
)
def test_violence_is_told_by_who_does_it_to_whom(doer: Actor, target: Actor, expected: tuple[int, str]) -> None:
    found = codes.codes([record("event", act="attack", actor=[doer], target=[target])])
    assert (found.ucdp_type, found.acled_event) == expected


def test_nobody_named_is_no_type_of_violence() -> None:
    assert codes.codes([record("event", act="attack")]).ucdp_type is None


def test_an_incident_without_claims_has_no_codes() -> None:
    with pytest.raises(ValueError, match="without claims"):
        codes.codes([])
