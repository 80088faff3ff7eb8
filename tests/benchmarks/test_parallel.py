"""Partners between two languages."""

from __future__ import annotations

from benchmarks.accuracy.parallel import as_resolved, as_told, partners, shares
from gencatan import Actor, Claim, Count, Filler, Span


def claim(words: str, who: str, count: int = 3, status: str = "asserted") -> Claim:
    return Claim(
        document=words,
        kind="casualty",
        slots={
            "harm": "killed",
            "count": Count(count, count, str(count)),
            "perpetrator": (Filler(Span(0, 1, words), Actor(who, who)),),
        },
        evidence=(Span(0, 1, words),),
        status=status,
    )


def test_words_do_not_matter_but_values_do() -> None:
    assert as_told(claim("tiga", "AZE")) == as_told(claim("three", "ARM"))
    assert as_told(claim("tiga", "AZE")) != as_told(claim("three", "AZE", count=4))
    assert as_told(claim("tiga", "AZE")) != as_told(claim("three", "AZE", status="denied"))
    assert as_resolved(claim("tiga", "AZE")) == as_resolved(claim("three", "AZE"))
    assert as_resolved(claim("tiga", "AZE")) != as_resolved(claim("three", "ARM"))


def test_a_claim_is_the_partner_of_one() -> None:
    one, two = claim("tiga", "AZE"), claim("three", "AZE")
    assert partners([one, one], [two], as_told) == 1
    assert shares([([one, one], [two])], as_told) == {"id": 0.5, "en": 1.0}
    assert shares([([], [])], as_told) == {"id": 0.0, "en": 0.0}
