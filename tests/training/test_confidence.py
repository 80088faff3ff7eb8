"""What each sign of a claim adds to its confidence."""

from __future__ import annotations

import pytest

from gencatan.reading.assembly import confidence
from training.confidence import fit


def test_weights_follow_the_shares_that_were_right() -> None:
    rows = [({"kind": "casualty"}, 1.0, True)] * 90 + [({"kind": "casualty"}, 1.0, False)] * 10
    rows += [({"kind": "event"}, 1.0, True)] * 30 + [({"kind": "event"}, 1.0, False)] * 70
    table = fit(rows)
    assert table["base"]["all"] == 0.6
    assert 0.2 < table["kind"]["casualty"] < 0.31
    assert -0.31 < table["kind"]["event"] < -0.2


def test_what_counts_less_moves_less() -> None:
    rows = [({"kind": "event"}, 1.0, True)] * 50 + [({"kind": "event"}, 0.1, False)] * 50
    assert fit(rows)["base"]["all"] == pytest.approx(50 / 55, abs=0.001)


def test_the_parts_make_the_figure() -> None:
    signs = confidence.signs("casualty", "asserted", {"harm": "killed"}, 40, dated=True, placed=False, sourced=True)
    assert (signs["filled"], signs["value"], signs["slots"]) == ("0", "casualty-killed", "casualty")
    parts = confidence.parts(signs)
    assert set(parts) == {"base", *signs}
    assert confidence.of(signs) == round(min(0.95, max(0.05, sum(parts.values()))), 2)


def test_an_unfilled_denied_claim_is_less_sure_than_a_full_one() -> None:
    full = {"kind": "casualty", "status": "asserted", "filled": "3", "date": "yes", "place": "yes", "source": "yes"}
    bare = {"kind": "event", "status": "planned", "filled": "0", "date": "no", "place": "no", "source": "no"}
    assert confidence.of(full) > confidence.of(bare) + 0.2
