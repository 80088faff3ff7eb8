"""Ranks before a name ("Kompol Cosmas"): they are part of it, and no office that speaks for a body."""

from __future__ import annotations

import pytest

from .told import actors, fillers, only, told


@pytest.mark.parametrize(
    ("text", "kind", "slot", "actor"),
    [
        ("Partai AKP menuduh PKK menyerang kota itu.", "statement", "speaker", "partai-akp"),
        ("Serda Yusuf ditembak KKB di Ilaga.", "event", "target", "serda-yusuf"),
        ("Bripka Made ditembak KKB di Ilaga.", "event", "target", "bripka-made"),
        ("Danjen Kopassus menuduh KKB menyerang pos itu.", "statement", "speaker", "IDN/MIL"),
        ("Kapolres menuduh KKB menyerang pos itu.", "statement", "speaker", "IDN/COP"),
    ],
)
def test_who_they_are(text: str, kind: str, slot: str, actor: str) -> None:
    claims = [c for c in told("id", text) if c.kind == kind and fillers(c, slot)]
    assert claims
    assert [a.id for a in actors(claims[0], slot)] == [actor]


@pytest.mark.parametrize("who", ["Kompol Cosmas", "Rantis polisi"])
def test_an_officer_who_runs_somebody_over_is_not_killed(who: str) -> None:
    claim = only(told("id", f"{who} menabrak demonstran hingga tewas."), "casualty", harm="killed")
    assert fillers(claim, "victims") == ["demonstran"]
