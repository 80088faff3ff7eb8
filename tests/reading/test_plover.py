"""PLOVER codes of what is only agreed, ordered, planned or refused."""

from __future__ import annotations

import pytest

from gencatan.reading.kinds.plover import code
from tests.reading.told import told

BOUND = [
    ("pledge", ("RETREAT", "withdraw"), "AGREE"),
    ("agreement", None, "AGREE"),
    ("pledge", ("ASSAULT", ""), "THREATEN"),
    ("order", ("RETREAT", "withdraw"), "REQUEST"),
    ("resolution", None, "REQUEST"),
]


@pytest.mark.parametrize(("basis", "own", "expected"), BOUND)
def test_a_duty_is_coded_by_who_lays_it_on_whom(basis: str, own: tuple[str, str] | None, expected: str) -> None:
    found = code("obligation", {"basis": basis}, own, "called_for")
    assert found is not None
    assert found.type == expected


def test_who_agrees_to_act_agrees() -> None:
    codes = {c.plover.type for c in told("en", "Ardania has agreed to open its borders to refugees.") if c.plover}
    assert "AGREE" in codes
    assert "REQUEST" not in codes


def test_plans_that_harm_are_threats_and_help_refused_is_a_refusal() -> None:
    threat, refusal = (
        code("event", {"act": "attack"}, None, "planned"),
        code("event", {"act": "release"}, None, "denied"),
    )
    assert threat is not None
    assert refusal is not None
    assert (threat.type, refusal.type) == ("THREATEN", "REJECT")
