"""Figures over annotated reports: what was resolved, and what confidence is worth."""

from __future__ import annotations

from benchmarks.accuracy.reports import calibration, set_figures
from benchmarks.accuracy.resolved import actor_ids, is_state, place_ids
from gencatan.evaluation.scorer import Pair, Rate, Scores


def test_resolved_figures() -> None:
    assert is_state("AZE/MIL")
    assert is_state("AZE")
    assert not is_state("UNO/security-council")
    assert not is_state("farc")
    gold = {
        "slots": {"actor": [["Azerbaijani forces", "Azerbaijan"]], "act": ["attack", "clash"]},
        "place": ["the region", "Goris"],
        "attribution": [],
        "resolved": {
            "actors": {"Azerbaijani forces": "AZE/MIL"},
            "places": {"Goris": {"geoname_id": 174972, "region": None}},
        },
    }
    read = {
        "slots": {"actor": [{"text": "Azerbaijani forces", "actor": {"id": "AZE/MIL"}}], "act": "attack"},
        "place": {"text": "Goris", "geoname_id": 1, "region": None},
        "attribution": [],
    }
    pairs = [Pair(gold, read, True)]
    assert actor_ids(pairs).precision == 1
    assert (place_ids(pairs).hit, place_ids(pairs).system) == (0, 1)


def claim(ident: str, confidence: float) -> dict[str, object]:
    return {"id": ident, "confidence": confidence}


def test_calibration_is_the_mean_gap_by_bins() -> None:
    scores = Scores(
        pairs=[Pair({}, claim("a", 0.9), True), Pair({}, claim("b", 0.9), False), Pair({}, claim("c", 0.35), False)],
        alarms=[claim("b", 0.9), claim("c", 0.35), claim("d", 0.45)],
    )
    gap, bins = calibration([scores])
    assert [(round(said, 2), right, n) for said, right, n in bins] == [(0.35, 0, 1), (0.45, 0, 1), (0.9, 0.5, 2)]
    assert round(gap, 3) == round((0.35 + 0.45 + 2 * 0.4) / 4, 3)
    assert calibration([]) == (0.0, [])


def test_one_report_has_no_mean_over_kinds() -> None:
    one = Scores(documents=1, items={"event": Rate(1, 2, 2)}, claims={"event": Rate(1, 1, 1)})
    assert set_figures("founding", {"id": one}) == {"founding.id": {"items": 0.5, "claims": 1.0, "located": 0.0}}
    two = Scores(documents=2, items={"event": Rate(1, 2, 2)}, claims={"event": Rate(1, 1, 1)})
    assert "macro" in set_figures("develop", {"id": two})["develop.id"]
    assert set_figures("develop", {"id": two})["develop.id.kinds"] == {"event": 0.5}
